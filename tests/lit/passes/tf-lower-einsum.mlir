// RUN: tfl-opt %s --tf-lower-einsum | FileCheck %s

// CHECK-LABEL: func.func @attention_scores
// CHECK-NOT: tf.Einsum
// CHECK: "tf.BatchMatMulV2"
// CHECK: -> tensor<2x4x5x6xf32>
func.func @attention_scores(%arg0: tensor<2x5x4x8xf32>, %arg1: tensor<2x6x4x8xf32>) -> tensor<2x4x5x6xf32> {
  %0 = "tf.Einsum"(%arg0, %arg1) <{equation = "bqhd,bkhd->bhqk"}> : (tensor<2x5x4x8xf32>, tensor<2x6x4x8xf32>) -> tensor<2x4x5x6xf32>
  func.return %0 : tensor<2x4x5x6xf32>
}

// Dimensions without a label get one.
// CHECK-LABEL: func.func @ellipsis
// CHECK-NOT: tf.Einsum
// CHECK: "tf.BatchMatMulV2"
func.func @ellipsis(%arg0: tensor<2x5x16xf32>, %arg1: tensor<16x8xf32>) -> tensor<2x5x8xf32> {
  %0 = "tf.Einsum"(%arg0, %arg1) <{equation = "...i,io->...o"}> : (tensor<2x5x16xf32>, tensor<16x8xf32>) -> tensor<2x5x8xf32>
  func.return %0 : tensor<2x5x8xf32>
}

// What it cannot write, it leaves.
// CHECK-LABEL: func.func @trace
// CHECK: "tf.Einsum"
func.func @trace(%arg0: tensor<4x4xf32>) -> tensor<f32> {
  %0 = "tf.Einsum"(%arg0) <{equation = "ii->"}> : (tensor<4x4xf32>) -> tensor<f32>
  func.return %0 : tensor<f32>
}
