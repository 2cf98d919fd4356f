// RUN: tfl-opt %s --dce | FileCheck %s

// CHECK-LABEL: func.func @drops_chains
// CHECK-NEXT: return %arg0
func.func @drops_chains(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.Tanh"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = "tf.Neg"(%0) : (tensor<4xf32>) -> tensor<4xf32>
  %2 = "tf.RandomStandardNormal"(%1) : (tensor<4xf32>) -> tensor<?xf32>
  func.return %arg0 : tensor<4xf32>
}

// CHECK-LABEL: func.func @keeps_effects
func.func @keeps_effects(%arg0: tensor<!tf_type.resource<tensor<4xf32>>>, %arg1: tensor<4xf32>) {
  // CHECK: %[[A:.*]] = "tf.Tanh"
  // CHECK: "tf.AssignVariableOp"(%arg0, %[[A]])
  %0 = "tf.Tanh"(%arg1) : (tensor<4xf32>) -> tensor<4xf32>
  "tf.AssignVariableOp"(%arg0, %0) : (tensor<!tf_type.resource<tensor<4xf32>>>, tensor<4xf32>) -> ()
  func.return
}

// CHECK-LABEL: func.func @regions_do_what_is_in_them
func.func @regions_do_what_is_in_them(%arg0: tensor<i1>, %arg1: tensor<4xf32>, %arg2: tensor<!tf_type.resource<tensor<4xf32>>>) {
  // CHECK-NOT: tf.Neg
  // CHECK: tf.AssignVariableOp
  %0 = "tfl.if"(%arg0) ({
    %2 = "tf.Neg"(%arg1) : (tensor<4xf32>) -> tensor<4xf32>
    "tfl.yield"(%2) : (tensor<4xf32>) -> ()
  }, {
    "tfl.yield"(%arg1) : (tensor<4xf32>) -> ()
  }) : (tensor<i1>) -> tensor<4xf32>
  %1 = "tfl.if"(%arg0) ({
    "tf.AssignVariableOp"(%arg2, %arg1) : (tensor<!tf_type.resource<tensor<4xf32>>>, tensor<4xf32>) -> ()
    "tfl.yield"(%arg1) : (tensor<4xf32>) -> ()
  }, {
    "tfl.yield"(%arg1) : (tensor<4xf32>) -> ()
  }) : (tensor<i1>) -> tensor<4xf32>
  func.return
}
