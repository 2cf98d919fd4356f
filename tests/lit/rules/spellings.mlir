// RUN: tfl-opt %s --tfl-saturate | FileCheck %s

// Spellings of one function become one operation. Each function below has something that stands elsewhere than in others.

// GELU: the half distributed over the sum, the argument divided.
// CHECK-LABEL: func.func @gelu_distributed
// CHECK-NEXT: %[[Y:.*]] = "tfl.gelu"(%arg0) <{approximate = false}>
// CHECK-NEXT: return %[[Y]]
func.func @gelu_distributed(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %half = "tf.Const"() {value = dense<0.5> : tensor<f32>} : () -> tensor<f32>
  %root = "tf.Const"() {value = dense<1.41421354> : tensor<f32>} : () -> tensor<f32>
  %0 = "tf.RealDiv"(%x, %root) : (tensor<?x4xf32>, tensor<f32>) -> tensor<?x4xf32>
  %1 = "tf.Erf"(%0) : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %2 = "tf.Mul"(%half, %x) : (tensor<f32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  %3 = "tf.Mul"(%2, %1) : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  %4 = "tf.AddV2"(%2, %3) : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  func.return %4 : tensor<?x4xf32>
}

// The constant of the cube first, and the value multiplied one by one.
// CHECK-LABEL: func.func @gelu_cube
// CHECK-NEXT: %[[Y:.*]] = "tfl.gelu"(%arg0) <{approximate = true}>
// CHECK-NEXT: return %[[Y]]
func.func @gelu_cube(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %half = "tf.Const"() {value = dense<0.5> : tensor<f32>} : () -> tensor<f32>
  %one = "tf.Const"() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %k = "tf.Const"() {value = dense<0.044715> : tensor<f32>} : () -> tensor<f32>
  %c = "tf.Const"() {value = dense<0.797884583> : tensor<f32>} : () -> tensor<f32>
  %0 = "tf.Mul"(%k, %x) : (tensor<f32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  %1 = "tf.Mul"(%0, %x) : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  %2 = "tf.Mul"(%1, %x) : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  %3 = "tf.AddV2"(%x, %2) : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  %4 = "tf.Mul"(%c, %3) : (tensor<f32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  %5 = "tf.Tanh"(%4) : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %6 = "tf.AddV2"(%one, %5) : (tensor<f32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  %7 = "tf.Mul"(%6, %half) : (tensor<?x4xf32>, tensor<f32>) -> tensor<?x4xf32>
  %8 = "tf.Mul"(%7, %x) : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  func.return %8 : tensor<?x4xf32>
}

// Almost GELU: the argument has another factor.
// CHECK-LABEL: func.func @no_gelu
// CHECK-NOT: tfl.gelu
// CHECK: return
func.func @no_gelu(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %c = "tf.Const"() {value = dense<1.702> : tensor<f32>} : () -> tensor<f32>
  %0 = "tf.Mul"(%c, %x) : (tensor<f32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  %1 = "tf.Sigmoid"(%0) : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %2 = "tf.Mul"(%1, %x) : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  func.return %2 : tensor<?x4xf32>
}

// Hard swish by a ramp from zero to one.
// CHECK-LABEL: func.func @hard_swish_ramp
// CHECK-NEXT: %[[Y:.*]] = "tfl.hard_swish"(%arg0)
// CHECK-NEXT: return %[[Y]]
func.func @hard_swish_ramp(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %zero = "tf.Const"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = "tf.Const"() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %three = "tf.Const"() {value = dense<3.0> : tensor<f32>} : () -> tensor<f32>
  %six = "tf.Const"() {value = dense<6.0> : tensor<f32>} : () -> tensor<f32>
  %0 = "tf.AddV2"(%x, %three) : (tensor<?x4xf32>, tensor<f32>) -> tensor<?x4xf32>
  %1 = "tf.RealDiv"(%0, %six) : (tensor<?x4xf32>, tensor<f32>) -> tensor<?x4xf32>
  %2 = "tf.Maximum"(%1, %zero) : (tensor<?x4xf32>, tensor<f32>) -> tensor<?x4xf32>
  %3 = "tf.Minimum"(%2, %one) : (tensor<?x4xf32>, tensor<f32>) -> tensor<?x4xf32>
  %4 = "tf.Mul"(%x, %3) : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  func.return %4 : tensor<?x4xf32>
}

// SiLU by the hyperbolic tangent.
// CHECK-LABEL: func.func @silu_tanh
// CHECK-NEXT: %[[S:.*]] = "tfl.logistic"(%arg0)
// CHECK-NEXT: %[[Y:.*]] = tfl.mul %[[S]], %arg0
// CHECK-NEXT: return %[[Y]]
func.func @silu_tanh(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %half = "tf.Const"() {value = dense<0.5> : tensor<f32>} : () -> tensor<f32>
  %one = "tf.Const"() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %0 = "tf.Mul"(%x, %half) : (tensor<?x4xf32>, tensor<f32>) -> tensor<?x4xf32>
  %1 = "tf.Tanh"(%0) : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %2 = "tf.AddV2"(%1, %one) : (tensor<?x4xf32>, tensor<f32>) -> tensor<?x4xf32>
  %3 = "tf.Mul"(%0, %2) : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  func.return %3 : tensor<?x4xf32>
}

// PReLU by both parts; the slope gets the rank that the kernel wants.
// CHECK-LABEL: func.func @prelu_parts
// CHECK: %[[Y:.*]] = "tfl.prelu"(%arg0, %{{.*}}) : (tensor<1x2x2x3xf32>, tensor<1x1x3xf32>)
// CHECK-NEXT: return %[[Y]]
func.func @prelu_parts(%x: tensor<1x2x2x3xf32>) -> tensor<1x2x2x3xf32> {
  %alpha = "tf.Const"() {value = dense<[0.1, -0.2, 0.3]> : tensor<3xf32>} : () -> tensor<3xf32>
  %0 = "tf.Relu"(%x) : (tensor<1x2x2x3xf32>) -> tensor<1x2x2x3xf32>
  %1 = "tf.Neg"(%x) : (tensor<1x2x2x3xf32>) -> tensor<1x2x2x3xf32>
  %2 = "tf.Relu"(%1) : (tensor<1x2x2x3xf32>) -> tensor<1x2x2x3xf32>
  %3 = "tf.Mul"(%alpha, %2) : (tensor<3xf32>, tensor<1x2x2x3xf32>) -> tensor<1x2x2x3xf32>
  %4 = "tf.Sub"(%0, %3) : (tensor<1x2x2x3xf32>, tensor<1x2x2x3xf32>) -> tensor<1x2x2x3xf32>
  func.return %4 : tensor<1x2x2x3xf32>
}

// Layer normalization as a scale and an offset that takes the mean away: the mean is subtracted first.
// CHECK-LABEL: func.func @layer_norm_offset
// CHECK: "tfl.mean"(%arg0
// CHECK: %[[D:.*]] = tfl.sub
// CHECK-NOT: tfl.sub
// CHECK: "tfl.rsqrt"
// CHECK-NEXT: tfl.mul
// CHECK-NEXT: tfl.mul
// CHECK-NEXT: %[[Y:.*]] = tfl.add
// CHECK-NEXT: return %[[Y]]
func.func @layer_norm_offset(%x: tensor<?x8x4xf32>) -> tensor<?x8x4xf32> {
  %axis = "tf.Const"() {value = dense<-1> : tensor<1xi32>} : () -> tensor<1xi32>
  %epsilon = "tf.Const"() {value = dense<1.0e-3> : tensor<f32>} : () -> tensor<f32>
  %gamma = "tf.Const"() {value = dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>} : () -> tensor<4xf32>
  %beta = "tf.Const"() {value = dense<[4.0, 3.0, 2.0, 1.0]> : tensor<4xf32>} : () -> tensor<4xf32>
  %m = "tf.Mean"(%x, %axis) {keep_dims = true} : (tensor<?x8x4xf32>, tensor<1xi32>) -> tensor<?x8x1xf32>
  %s = "tf.SquaredDifference"(%x, %m) : (tensor<?x8x4xf32>, tensor<?x8x1xf32>) -> tensor<?x8x4xf32>
  %v = "tf.Mean"(%s, %axis) {keep_dims = true} : (tensor<?x8x4xf32>, tensor<1xi32>) -> tensor<?x8x1xf32>
  %0 = "tf.AddV2"(%v, %epsilon) : (tensor<?x8x1xf32>, tensor<f32>) -> tensor<?x8x1xf32>
  %1 = "tf.Rsqrt"(%0) : (tensor<?x8x1xf32>) -> tensor<?x8x1xf32>
  %2 = "tf.Mul"(%1, %gamma) : (tensor<?x8x1xf32>, tensor<4xf32>) -> tensor<?x8x4xf32>
  %3 = "tf.Mul"(%x, %2) : (tensor<?x8x4xf32>, tensor<?x8x4xf32>) -> tensor<?x8x4xf32>
  %4 = "tf.Mul"(%m, %2) : (tensor<?x8x1xf32>, tensor<?x8x4xf32>) -> tensor<?x8x4xf32>
  %5 = "tf.Sub"(%beta, %4) : (tensor<4xf32>, tensor<?x8x4xf32>) -> tensor<?x8x4xf32>
  %6 = "tf.AddV2"(%3, %5) : (tensor<?x8x4xf32>, tensor<?x8x4xf32>) -> tensor<?x8x4xf32>
  func.return %6 : tensor<?x8x4xf32>
}

// A factor that makes its value larger does not go into the weights as if it did not (TensorFlow issue 124103).
// CHECK-LABEL: func.func @broadcast_factor
// CHECK: tfl.mul
// CHECK-NOT: tensor<5x1xf32>
// CHECK: return
func.func @broadcast_factor(%x: tensor<4x1xf32>, %w: tensor<8x5xf32>) -> tensor<4x5xf32> {
  %s = "tf.Const"() {value = dense<[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]> : tensor<8xf32>} : () -> tensor<8xf32>
  %0 = "tf.Mul"(%x, %s) : (tensor<4x1xf32>, tensor<8xf32>) -> tensor<4x8xf32>
  %1 = "tf.MatMul"(%0, %w) : (tensor<4x8xf32>, tensor<8x5xf32>) -> tensor<4x5xf32>
  func.return %1 : tensor<4x5xf32>
}
