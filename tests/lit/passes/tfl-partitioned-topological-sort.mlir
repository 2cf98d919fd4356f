// RUN: tfl-opt %s --tfl-partitioned-topological-sort | FileCheck %s
// RUN: tfl-opt %s --tfl-partitioned-topological-sort --mlir-pass-statistics 2>&1 | FileCheck %s --check-prefix=COUNTS
// COUNTS: 3 partitions before
// COUNTS-NEXT: 1 partitions

// The operations of TensorFlow that depend on no TFLite operation of this kind come together; random numbers keep their
// order.
// CHECK-LABEL: func.func @sorted
// CHECK-NEXT: %[[A:.*]] = tfl.add %arg0, %arg0
// CHECK-NEXT: %[[B:.*]] = tfl.add %[[A]], %arg0
// CHECK-NEXT: "tf.Erf"(%[[A]])
// CHECK-NEXT: "tf.Erf"(%[[B]])
// CHECK-NEXT: "tf.RandomUniform"{{.*}}seed = 1
// CHECK-NEXT: "tf.RandomUniform"{{.*}}seed = 2
// CHECK-NEXT: tfl.mul
func.func @sorted(%x: tensor<4xf32>, %shape: tensor<1xi32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %a = "tfl.add"(%x, %x) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %0 = "tf.Erf"(%a) : (tensor<4xf32>) -> tensor<4xf32>
  %b = "tfl.add"(%a, %x) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %1 = "tf.Erf"(%b) : (tensor<4xf32>) -> tensor<4xf32>
  %r = "tf.RandomUniform"(%shape) <{seed = 1 : i64, seed2 = 1 : i64}> : (tensor<1xi32>) -> tensor<4xf32>
  %2 = "tfl.mul"(%0, %r) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %s = "tf.RandomUniform"(%shape) <{seed = 2 : i64, seed2 = 1 : i64}> : (tensor<1xi32>) -> tensor<4xf32>
  func.return %1, %2, %s : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}
