// RUN: tfl-opt %s --pass-pipeline='builtin.module(tf-to-tfl)' | FileCheck %s

// The reason why this project exists: a reshape whose batch is taken from the shape of its input is one reshape.
// CHECK-LABEL: func.func @reshape_with_open_batch
// CHECK-NOT: tfl.shape
// CHECK: %[[SHAPE:.*]] = arith.constant dense<[-1, 2, 5]> : tensor<3xi32>
// CHECK: %[[Y:.*]] = "tfl.reshape"(%arg0, %[[SHAPE]])
// CHECK-NEXT: return %[[Y]]
func.func @reshape_with_open_batch(%x: tensor<?x10xf32>) -> tensor<?x2x5xf32> {
  %zero = "tf.Const"() {value = dense<0> : tensor<1xi32>} : () -> tensor<1xi32>
  %one = "tf.Const"() {value = dense<1> : tensor<1xi32>} : () -> tensor<1xi32>
  %two = "tf.Const"() {value = dense<2> : tensor<i32>} : () -> tensor<i32>
  %five = "tf.Const"() {value = dense<5> : tensor<i32>} : () -> tensor<i32>
  %shape = "tf.Shape"(%x) : (tensor<?x10xf32>) -> tensor<2xi32>
  %batch = "tf.StridedSlice"(%shape, %zero, %one, %one) {shrink_axis_mask = 1 : i64} : (tensor<2xi32>, tensor<1xi32>, tensor<1xi32>, tensor<1xi32>) -> tensor<i32>
  %new = "tf.Pack"(%batch, %two, %five) : (tensor<i32>, tensor<i32>, tensor<i32>) -> tensor<3xi32>
  %y = "tf.Reshape"(%x, %new) : (tensor<?x10xf32>, tensor<3xi32>) -> tensor<?x2x5xf32>
  func.return %y : tensor<?x2x5xf32>
}

// A product of matrices stays, whoever wrote it.
// CHECK-LABEL: func.func @matmul_layer
// CHECK: %[[Y:.*]] = "tfl.fully_connected"(%arg0, {{.*}}
// CHECK-NEXT: return %[[Y]]
func.func @matmul_layer(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
  %w = "tf.Const"() {value = dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>} : () -> tensor<2x2xf32>
  %y = "tf.MatMul"(%x, %w) : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  func.return %y : tensor<?x2xf32>
}
