// RUN: tfl-opt %s --tf-forward-variable-reads | FileCheck %s

!var = tensor<!tf_type.resource<tensor<2xf32>>>

// What was assigned is what is read, through any handle of the name; a second read is the first. Tables and other
// variables do not matter.
// CHECK-LABEL: func.func @straight(%arg0: tensor<2xf32>)
// CHECK: %[[B:.*]] = "tf.ReadVariableOp"
// CHECK-NOT: "tf.ReadVariableOp"
// CHECK: return %arg0, %[[B]], %[[B]]
func.func @straight(%x: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) {
  %a = "tf.VarHandleOp"() <{container = "", shared_name = "a"}> : () -> !var
  %b = "tf.VarHandleOp"() <{container = "", shared_name = "b"}> : () -> !var
  %a_again = "tf.VarHandleOp"() <{container = "", shared_name = "a"}> : () -> !var
  "tf.AssignVariableOp"(%a, %x) : (!var, tensor<2xf32>) -> ()
  %0 = "tf.ReadVariableOp"(%a_again) : (!var) -> tensor<2xf32>
  %1 = "tf.ReadVariableOp"(%b) : (!var) -> tensor<2xf32>
  %table = "tf.HashTableV2"() <{container = "", key_dtype = !tf_type.string, shared_name = "t", value_dtype = i64}> : () -> tensor<!tf_type.resource>
  %size = "tf.LookupTableSizeV2"(%table) : (tensor<!tf_type.resource>) -> tensor<i64>
  "tf.AssignAddVariableOp"(%a, %x) : (!var, tensor<2xf32>) -> ()
  %2 = "tf.ReadVariableOp"(%b) : (!var) -> tensor<2xf32>
  func.return %0, %1, %2 : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
}

// A call, an operation on the variable, an assignment through an unknown handle, and a loop may change it.
// CHECK-LABEL: func.func @changes
// CHECK-COUNT-5: "tf.ReadVariableOp"
func.func @changes(%x: tensor<2xf32>, %other: !var, %p: tensor<i1>) -> (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) {
  %a = "tf.VarHandleOp"() <{container = "", shared_name = "a"}> : () -> !var
  %0 = "tf.ReadVariableOp"(%a) : (!var) -> tensor<2xf32>
  func.call @changer() : () -> ()
  %1 = "tf.ReadVariableOp"(%a) : (!var) -> tensor<2xf32>
  "tf.AssignAddVariableOp"(%a, %x) : (!var, tensor<2xf32>) -> ()
  %2 = "tf.ReadVariableOp"(%a) : (!var) -> tensor<2xf32>
  "tf.AssignVariableOp"(%other, %x) : (!var, tensor<2xf32>) -> ()
  %3 = "tf.ReadVariableOp"(%a) : (!var) -> tensor<2xf32>
  "tfl.if"(%p) ({
    "tf.AssignVariableOp"(%a, %x) : (!var, tensor<2xf32>) -> ()
    "tfl.yield"() : () -> ()
  }, {
    "tfl.yield"() : () -> ()
  }) : (tensor<i1>) -> ()
  %4 = "tf.ReadVariableOp"(%a) : (!var) -> tensor<2xf32>
  func.return %0, %1, %2, %3, %4 : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
}
func.func private @changer()
