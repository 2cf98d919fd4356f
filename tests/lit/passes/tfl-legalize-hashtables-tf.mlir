// RUN: tfl-opt %s --tfl-legalize-hashtables-tf | FileCheck %s

// One name is one table in all functions; another has another number.
// CHECK-LABEL: func.func @fill
// CHECK: %[[A:.*]] = "tfl.hashtable"() <{key_dtype = !tf_type.string, table_id = 0 : i32, value_dtype = i64}> : () -> tensor<1x!tf_type.resource>
// CHECK: "tfl.hashtable_import"(%[[A]], %arg0, %arg1)
// CHECK: %[[B:.*]] = "tfl.hashtable"() <{key_dtype = i64, table_id = 1 : i32, value_dtype = !tf_type.string}>
// CHECK: "tfl.hashtable_import"(%[[B]], %arg1, %arg0)
// CHECK-LABEL: func.func @find
// CHECK: %[[C:.*]] = "tfl.hashtable"() <{{.*}}table_id = 0 : i32
// CHECK: "tfl.hashtable_find"(%[[C]], %arg0, %arg1)
// CHECK: "tfl.hashtable_size"(%[[C]])
// CHECK-LABEL: func.func @refused
// CHECK-COUNT-3: "tf.HashTableV2"
func.func @fill(%s: tensor<3x!tf_type.string>, %n: tensor<3xi64>) {
  %0 = "tf.HashTableV2"() <{container = "", key_dtype = !tf_type.string, shared_name = "a", value_dtype = i64}> : () -> tensor<!tf_type.resource>
  "tf.LookupTableImportV2"(%0, %s, %n) : (tensor<!tf_type.resource>, tensor<3x!tf_type.string>, tensor<3xi64>) -> ()
  %1 = "tf.HashTableV2"() <{container = "", key_dtype = i64, shared_name = "b", value_dtype = !tf_type.string}> : () -> tensor<!tf_type.resource>
  "tf.InitializeTableV2"(%1, %n, %s) : (tensor<!tf_type.resource>, tensor<3xi64>, tensor<3x!tf_type.string>) -> ()
  func.return
}
func.func @find(%s: tensor<3x!tf_type.string>, %n: tensor<i64>) -> (tensor<3xi64>, tensor<i64>) {
  %0 = "tf.HashTableV2"() <{container = "", key_dtype = !tf_type.string, shared_name = "a", value_dtype = i64}> : () -> tensor<!tf_type.resource>
  %1 = "tf.LookupTableFindV2"(%0, %s, %n) : (tensor<!tf_type.resource>, tensor<3x!tf_type.string>, tensor<i64>) -> tensor<3xi64>
  %2 = "tf.LookupTableSizeV2"(%0) : (tensor<!tf_type.resource>) -> tensor<i64>
  func.return %1, %2 : tensor<3xi64>, tensor<i64>
}
// Types that the runtime has not, a use that it has not, and the same table elsewhere.
func.func @refused(%s: tensor<3x!tf_type.string>, %n: tensor<3xi32>, %d: tensor<i64>) -> tensor<3xi64> {
  %0 = "tf.HashTableV2"() <{container = "", key_dtype = !tf_type.string, shared_name = "c", value_dtype = i32}> : () -> tensor<!tf_type.resource>
  "tf.LookupTableImportV2"(%0, %s, %n) : (tensor<!tf_type.resource>, tensor<3x!tf_type.string>, tensor<3xi32>) -> ()
  %1 = "tf.HashTableV2"() <{container = "", key_dtype = !tf_type.string, shared_name = "d", value_dtype = i64}> : () -> tensor<!tf_type.resource>
  "tf.LookupTableRemoveV2"(%1, %s) : (tensor<!tf_type.resource>, tensor<3x!tf_type.string>) -> ()
  %2 = "tf.HashTableV2"() <{container = "", key_dtype = !tf_type.string, shared_name = "d", value_dtype = i64}> : () -> tensor<!tf_type.resource>
  %3 = "tf.LookupTableFindV2"(%2, %s, %d) : (tensor<!tf_type.resource>, tensor<3x!tf_type.string>, tensor<i64>) -> tensor<3xi64>
  func.return %3 : tensor<3xi64>
}
