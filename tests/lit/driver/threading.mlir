// RUN: tfl-opt %s --pass-pipeline='builtin.module(func.func(canonicalize,cse),tfl-saturate)' --mlir-disable-threading | FileCheck %s
// RUN: tfl-opt %s --pass-pipeline='builtin.module(func.func(canonicalize,cse),tfl-saturate)' | FileCheck %s

// Functions come in their order, whoever was ready first.
// CHECK: func.func @a
// CHECK-NEXT: tfl.neg
// CHECK: func.func @b
// CHECK-NEXT: tfl.abs
// CHECK: func.func @c
// CHECK-NEXT: tfl.neg
func.func @a(%arg0: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Neg"(%arg0) : (tensor<2xf32>) -> tensor<2xf32>
  func.return %0 : tensor<2xf32>
}
func.func @b(%arg0: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Abs"(%arg0) : (tensor<2xf32>) -> tensor<2xf32>
  func.return %0 : tensor<2xf32>
}
func.func @c(%arg0: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Neg"(%arg0) : (tensor<2xf32>) -> tensor<2xf32>
  func.return %0 : tensor<2xf32>
}
