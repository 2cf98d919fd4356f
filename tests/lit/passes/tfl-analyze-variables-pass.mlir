// RUN: tfl-opt %s --split-input-file --tfl-analyze-variables-pass | FileCheck %s

// CHECK: module attributes {tfl._legalize_tfl_variables = true}
func.func @plain(%x: tensor<f32>) {
  %0 = "tf.VarHandleOp"() <{container = "", shared_name = "a"}> : () -> tensor<!tf_type.resource<tensor<f32>>>
  "tf.AssignVariableOp"(%0, %x) : (tensor<!tf_type.resource<tensor<f32>>>, tensor<f32>) -> ()
  func.return
}

// -----

// CHECK: module attributes {tfl._legalize_tfl_variables = false}
func.func @handed_out() -> tensor<!tf_type.resource<tensor<f32>>> {
  %0 = "tf.VarHandleOp"() <{container = "", shared_name = "a"}> : () -> tensor<!tf_type.resource<tensor<f32>>>
  func.return %0 : tensor<!tf_type.resource<tensor<f32>>>
}
