// RUN: tfl-opt %s --tf-freeze-table-files 2>&1 | FileCheck %s

// The file is "red,3\nblue,5\n": colours by line, and numbers by colour.
// The file that is read goes, the one that somebody names stays.
// CHECK: warning: the table stays one of a file: the model has no such file
// CHECK-NOT: "tf_saved_model.asset"{{.*}}colours
// CHECK: "tf_saved_model.asset"() <{filename = "assets/kept.txt"
// CHECK-LABEL: func.func @colours
// CHECK: %[[KEYS:.*]] = "tf.Const"() <{value = dense<["red", "blue"]> : tensor<2x!tf_type.string>}>
// CHECK: %[[VALUES:.*]] = "tf.Const"() <{value = dense<[1, 2]> : tensor<2xi64>}>
// CHECK: "tf.LookupTableImportV2"(%0, %[[KEYS]], %[[VALUES]])
// CHECK: "tf.Const"() <{value = dense<[3, 5]> : tensor<2xi64>}>
// CHECK: "tf.LookupTableImportV2"
// CHECK-LABEL: func.func @missing
// CHECK: "tf.InitializeTableFromTextFileV2"
"tf_saved_model.asset"() <{filename = "assets/colours.txt", sym_name = "colours.txt"}> {tfl_opt.contents = dense<[114, 101, 100, 44, 51, 10, 98, 108, 117, 101, 44, 53, 10]> : tensor<13xui8>} : () -> ()
"tf_saved_model.asset"() <{filename = "assets/kept.txt", sym_name = "kept.txt"}> : () -> ()
func.func @colours() {
  %file = "tf.Const"() <{value = dense<"assets/colours.txt"> : tensor<!tf_type.string>}> : () -> tensor<!tf_type.string>
  %0 = "tf.HashTableV2"() <{container = "", key_dtype = !tf_type.string, shared_name = "lines", value_dtype = i64}> : () -> tensor<!tf_type.resource>
  "tf.InitializeTableFromTextFileV2"(%0, %file) <{delimiter = ",", key_index = 0 : i64, offset = 1 : i64, value_index = -1 : i64, vocab_size = 2 : i64}> : (tensor<!tf_type.resource>, tensor<!tf_type.string>) -> ()
  %1 = "tf.HashTableV2"() <{container = "", key_dtype = !tf_type.string, shared_name = "numbers", value_dtype = i64}> : () -> tensor<!tf_type.resource>
  "tf.InitializeTableFromTextFileV2"(%1, %file) <{delimiter = ",", key_index = 0 : i64, value_index = 1 : i64}> : (tensor<!tf_type.resource>, tensor<!tf_type.string>) -> ()
  func.return
}
func.func @missing() {
  %file = "tf.Const"() <{value = dense<"assets/other.txt"> : tensor<!tf_type.string>}> {tfl_opt.asset = @kept.txt} : () -> tensor<!tf_type.string>
  %0 = "tf.HashTableV2"() <{container = "", key_dtype = !tf_type.string, shared_name = "other", value_dtype = i64}> : () -> tensor<!tf_type.resource>
  "tf.InitializeTableFromTextFileV2"(%0, %file) <{key_index = -2 : i64, value_index = -1 : i64}> : (tensor<!tf_type.resource>, tensor<!tf_type.string>) -> ()
  func.return
}
