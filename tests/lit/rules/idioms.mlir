// RUN: tfl-opt %s --tfl-saturate | FileCheck %s

// GELU with the half anywhere, and by the complementary error function.
// CHECK-LABEL: func.func @gelu_erf
// CHECK-NEXT: %[[Y:.*]] = "tfl.gelu"(%arg0)
// CHECK-NEXT: return %[[Y]]
func.func @gelu_erf(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %half = "tf.Const"() {value = dense<0.5> : tensor<f32>} : () -> tensor<f32>
  %one = "tf.Const"() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %root = "tf.Const"() {value = dense<1.41421354> : tensor<f32>} : () -> tensor<f32>
  %0 = "tf.RealDiv"(%x, %root) : (tensor<?x4xf32>, tensor<f32>) -> tensor<?x4xf32>
  %1 = "tf.Erf"(%0) : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %2 = "tf.AddV2"(%1, %one) : (tensor<?x4xf32>, tensor<f32>) -> tensor<?x4xf32>
  %3 = "tf.Mul"(%half, %2) : (tensor<f32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  %4 = "tf.Mul"(%x, %3) : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  func.return %4 : tensor<?x4xf32>
}
// CHECK-LABEL: func.func @gelu_erfc
// CHECK-NEXT: %[[Y:.*]] = "tfl.gelu"(%arg0)
// CHECK-NEXT: return %[[Y]]
func.func @gelu_erfc(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %half = "tf.Const"() {value = dense<0.5> : tensor<f32>} : () -> tensor<f32>
  %root = "tf.Const"() {value = dense<0.707106769> : tensor<f32>} : () -> tensor<f32>
  %0 = "tf.Mul"(%x, %half) : (tensor<?x4xf32>, tensor<f32>) -> tensor<?x4xf32>
  %1 = "tf.Neg"(%x) : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %2 = "tf.Mul"(%1, %root) : (tensor<?x4xf32>, tensor<f32>) -> tensor<?x4xf32>
  %3 = "tf.Erfc"(%2) : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %4 = "tf.Mul"(%0, %3) : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  func.return %4 : tensor<?x4xf32>
}

// Hard swish, divided by six or multiplied by a sixth, either way round.
// CHECK-LABEL: func.func @hard_swish
// CHECK-NEXT: %[[Y:.*]] = "tfl.hard_swish"(%arg0)
// CHECK-NEXT: return %[[Y]]
func.func @hard_swish(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %three = "tf.Const"() {value = dense<3.0> : tensor<f32>} : () -> tensor<f32>
  %six = "tf.Const"() {value = dense<6.0> : tensor<f32>} : () -> tensor<f32>
  %0 = "tf.AddV2"(%three, %x) : (tensor<f32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  %1 = "tf.Relu6"(%0) : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %2 = "tf.RealDiv"(%1, %six) : (tensor<?x4xf32>, tensor<f32>) -> tensor<?x4xf32>
  %3 = "tf.Mul"(%2, %x) : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  func.return %3 : tensor<?x4xf32>
}

// A mean that is reshaped back keeps its dimensions.
// CHECK-LABEL: func.func @mean_keep
// CHECK: %[[Y:.*]] = "tfl.mean"(%arg0, {{.*}}keep_dims = true
// CHECK-NEXT: return %[[Y]]
func.func @mean_keep(%x: tensor<2x4x4x3xf32>) -> tensor<2x1x1x3xf32> {
  %axes = "tf.Const"() {value = dense<[1, 2]> : tensor<2xi32>} : () -> tensor<2xi32>
  %shape = "tf.Const"() {value = dense<[-1, 1, 1, 3]> : tensor<4xi32>} : () -> tensor<4xi32>
  %0 = "tf.Mean"(%x, %axes) {keep_dims = false} : (tensor<2x4x4x3xf32>, tensor<2xi32>) -> tensor<2x3xf32>
  %1 = "tf.Reshape"(%0, %shape) : (tensor<2x3xf32>, tensor<4xi32>) -> tensor<2x1x1x3xf32>
  func.return %1 : tensor<2x1x1x3xf32>
}

// A value cut into parts keeps every part.
// CHECK-LABEL: func.func @split
// CHECK: %[[Y:.*]]:2 = "tfl.split"({{.*}}num_splits = 2
// CHECK-NEXT: return %[[Y]]#1, %[[Y]]#0
func.func @split(%x: tensor<2x4xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>) {
  %axis = "tf.Const"() {value = dense<1> : tensor<i32>} : () -> tensor<i32>
  %0, %1 = "tf.Split"(%axis, %x) : (tensor<i32>, tensor<2x4xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>)
  func.return %1, %0 : tensor<2x2xf32>, tensor<2x2xf32>
}
