// RUN: tfl-opt %s --tfl-legalize-variables-tf | FileCheck %s
// RUN: tfl-opt %s --tfl-analyze-variables-pass --tfl-legalize-variables-tf | FileCheck %s --check-prefix=REFUSED

// REFUSED-NOT: "tfl.

// CHECK-LABEL: func.func @kept
// CHECK: %[[H:.*]] = "tfl.var_handle"() <{container = "c", shared_name = "a"}> : () -> tensor<!tf_type.resource<tensor<?xf32>>>
// CHECK: %[[V:.*]] = "tfl.read_variable"(%[[H]]) : {{.*}} -> tensor<?xf32>
// CHECK: "tfl.assign_variable"(%[[H]], %[[V]]) :
func.func @kept() {
  %0 = "tf.VarHandleOp"() <{container = "c", shared_name = "a"}> {device = ""} : () -> tensor<!tf_type.resource<tensor<?xf32>>>
  %1 = "tf.ReadVariableOp"(%0) : (tensor<!tf_type.resource<tensor<?xf32>>>) -> tensor<?xf32>
  "tf.AssignVariableOp"(%0, %1) <{validate_shape = true}> : (tensor<!tf_type.resource<tensor<?xf32>>>, tensor<?xf32>) -> ()
  func.return
}

// The runtime has no variables of strings.
// CHECK-LABEL: func.func @strings
// CHECK: "tf.VarHandleOp"
// CHECK: "tf.ReadVariableOp"
func.func @strings() -> tensor<!tf_type.string> {
  %0 = "tf.VarHandleOp"() <{container = "", shared_name = "s"}> : () -> tensor<!tf_type.resource<tensor<!tf_type.string>>>
  %1 = "tf.ReadVariableOp"(%0) : (tensor<!tf_type.resource<tensor<!tf_type.string>>>) -> tensor<!tf_type.string>
  func.return %1 : tensor<!tf_type.string>
}

// What no variable of the runtime can do keeps all of them.
func.func @initialized() -> tensor<i1> {
  %0 = "tf.VarHandleOp"() <{container = "", shared_name = "s"}> : () -> tensor<!tf_type.resource<tensor<!tf_type.string>>>
  %1 = "tf.VarIsInitializedOp"(%0) : (tensor<!tf_type.resource<tensor<!tf_type.string>>>) -> tensor<i1>
  func.return %1 : tensor<i1>
}
