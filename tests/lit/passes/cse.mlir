// RUN: tfl-opt %s --cse | FileCheck %s

// CHECK-LABEL: func.func @merges_equal_operations
func.func @merges_equal_operations(%arg0: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  // CHECK: %[[A:.*]] = "tf.Tanh"(%arg0)
  // CHECK-NOT: tf.Tanh
  // CHECK: %[[B:.*]] = "tf.AddV2"(%[[A]], %[[A]])
  // CHECK: return %[[A]], %[[B]]
  %0 = "tf.Tanh"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = "tf.Tanh"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  %2 = "tf.AddV2"(%0, %1) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  func.return %0, %2 : tensor<4xf32>, tensor<4xf32>
}

// CHECK-LABEL: func.func @keeps_different_attributes
func.func @keeps_different_attributes(%arg0: tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>) {
  // CHECK-COUNT-2: "tf.MatMul"
  %0 = "tf.MatMul"(%arg0, %arg0) <{transpose_a = true}> : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
  %1 = "tf.MatMul"(%arg0, %arg0) <{transpose_b = true}> : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
  func.return %0, %1 : tensor<2x2xf32>, tensor<2x2xf32>
}

// Two draws are two numbers.
// CHECK-LABEL: func.func @keeps_stateful_operations
func.func @keeps_stateful_operations(%arg0: tensor<1xi32>) -> (tensor<?xf32>, tensor<?xf32>) {
  // CHECK-COUNT-2: "tf.RandomUniform"
  %0 = "tf.RandomUniform"(%arg0) : (tensor<1xi32>) -> tensor<?xf32>
  %1 = "tf.RandomUniform"(%arg0) : (tensor<1xi32>) -> tensor<?xf32>
  func.return %0, %1 : tensor<?xf32>, tensor<?xf32>
}

// What a branch computes is not there outside of it; what is there before it is there inside.
// CHECK-LABEL: func.func @follows_dominance
func.func @follows_dominance(%arg0: tensor<i1>, %arg1: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  // CHECK: %[[A:.*]] = "tf.Tanh"
  // CHECK: "tfl.if"
  // CHECK-NOT: tf.Tanh
  // CHECK: %[[B:.*]] = "tf.Neg"
  // CHECK: "tfl.yield"(%[[A]])
  // CHECK: "tfl.yield"
  // CHECK: %[[C:.*]] = "tf.Neg"
  // CHECK: return %{{.*}}, %[[C]]
  %0 = "tf.Tanh"(%arg1) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = "tfl.if"(%arg0) ({
    %3 = "tf.Tanh"(%arg1) : (tensor<4xf32>) -> tensor<4xf32>
    %4 = "tf.Neg"(%arg1) : (tensor<4xf32>) -> tensor<4xf32>
    "tfl.yield"(%3) : (tensor<4xf32>) -> ()
  }, {
    "tfl.yield"(%0) : (tensor<4xf32>) -> ()
  }) : (tensor<i1>) -> tensor<4xf32>
  %2 = "tf.Neg"(%arg1) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %1, %2 : tensor<4xf32>, tensor<4xf32>
}
