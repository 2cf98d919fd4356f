// RUN: tfl-opt %s --tfl-saturate | FileCheck %s

// Scale, offset and activation of batch normalization are part of the convolution.
// CHECK-LABEL: func.func @batch_norm_after_conv
// CHECK: %[[Y:.*]] = "tfl.conv_2d"(%arg0, {{.*}}fused_activation_function = "RELU6"
// CHECK-NEXT: return %[[Y]]
func.func @batch_norm_after_conv(%x: tensor<?x8x8x1xf32>) -> tensor<?x8x8x2xf32> {
  %w = "tf.Const"() {value = dense<0.5> : tensor<3x3x1x2xf32>} : () -> tensor<3x3x1x2xf32>
  %s = "tf.Const"() {value = dense<[2.0, 3.0]> : tensor<2xf32>} : () -> tensor<2xf32>
  %b = "tf.Const"() {value = dense<[[[[1.0, -1.0]]]]> : tensor<1x1x1x2xf32>} : () -> tensor<1x1x1x2xf32>
  %0 = "tf.Conv2D"(%x, %w) {strides = [1, 1, 1, 1], padding = "SAME"} : (tensor<?x8x8x1xf32>, tensor<3x3x1x2xf32>) -> tensor<?x8x8x2xf32>
  %1 = "tf.Mul"(%s, %0) : (tensor<2xf32>, tensor<?x8x8x2xf32>) -> tensor<?x8x8x2xf32>
  %2 = "tf.AddV2"(%1, %b) : (tensor<?x8x8x2xf32>, tensor<1x1x1x2xf32>) -> tensor<?x8x8x2xf32>
  %3 = "tf.Relu6"(%2) : (tensor<?x8x8x2xf32>) -> tensor<?x8x8x2xf32>
  func.return %3 : tensor<?x8x8x2xf32>
}

// An offset that broadcasts the convolution up is no bias.
// CHECK-LABEL: func.func @offset_that_broadcasts
// CHECK: %[[CONV:[0-9]+]] = "tfl.conv_2d"
// CHECK: tfl.add(%[[CONV]], %{{.*}})
func.func @offset_that_broadcasts(%x: tensor<1x4x4x1xf32>) -> tensor<3x4x4x1xf32> {
  %w = "tf.Const"() {value = dense<0.5> : tensor<1x1x1x1xf32>} : () -> tensor<1x1x1x1xf32>
  %b = "tf.Const"() {value = dense<[[[[1.0]]], [[[2.0]]], [[[3.0]]]]> : tensor<3x1x1x1xf32>} : () -> tensor<3x1x1x1xf32>
  %0 = "tf.Conv2D"(%x, %w) {strides = [1, 1, 1, 1], padding = "SAME"} : (tensor<1x4x4x1xf32>, tensor<1x1x1x1xf32>) -> tensor<1x4x4x1xf32>
  %1 = "tf.AddV2"(%0, %b) : (tensor<1x4x4x1xf32>, tensor<3x1x1x1xf32>) -> tensor<3x4x4x1xf32>
  func.return %1 : tensor<3x4x4x1xf32>
}

// Zeros that SAME padding would make itself.
// CHECK-LABEL: func.func @pad_into_conv
// CHECK-NOT: tfl.pad
// CHECK: "tfl.conv_2d"{{.*}}padding = "SAME"
// CHECK-LABEL: func.func @pad_of_another_size
// CHECK: "tfl.pad"
// CHECK: "tfl.conv_2d"{{.*}}padding = "VALID"
func.func @pad_into_conv(%x: tensor<?x8x8x1xf32>) -> tensor<?x4x4x1xf32> {
  %w = "tf.Const"() {value = dense<0.5> : tensor<3x3x1x1xf32>} : () -> tensor<3x3x1x1xf32>
  %p = "tf.Const"() {value = dense<[[0, 0], [0, 1], [0, 1], [0, 0]]> : tensor<4x2xi32>} : () -> tensor<4x2xi32>
  %0 = "tf.Pad"(%x, %p) : (tensor<?x8x8x1xf32>, tensor<4x2xi32>) -> tensor<?x9x9x1xf32>
  %1 = "tf.Conv2D"(%0, %w) {strides = [1, 2, 2, 1], padding = "VALID"} : (tensor<?x9x9x1xf32>, tensor<3x3x1x1xf32>) -> tensor<?x4x4x1xf32>
  func.return %1 : tensor<?x4x4x1xf32>
}
func.func @pad_of_another_size(%x: tensor<?x8x8x1xf32>) -> tensor<?x4x4x1xf32> {
  %w = "tf.Const"() {value = dense<0.5> : tensor<3x3x1x1xf32>} : () -> tensor<3x3x1x1xf32>
  %p = "tf.Const"() {value = dense<[[0, 0], [1, 0], [1, 0], [0, 0]]> : tensor<4x2xi32>} : () -> tensor<4x2xi32>
  %0 = "tf.Pad"(%x, %p) : (tensor<?x8x8x1xf32>, tensor<4x2xi32>) -> tensor<?x9x9x1xf32>
  %1 = "tf.Conv2D"(%0, %w) {strides = [1, 2, 2, 1], padding = "VALID"} : (tensor<?x9x9x1xf32>, tensor<3x3x1x1xf32>) -> tensor<?x4x4x1xf32>
  func.return %1 : tensor<?x4x4x1xf32>
}

// A value with two users is computed once, and both keep it.
// CHECK-LABEL: func.func @shared
// CHECK: %[[CONV:.*]] = "tfl.conv_2d"(%arg0, {{.*}}fused_activation_function = "NONE"
// CHECK: return
func.func @shared(%x: tensor<1x4x4x1xf32>) -> (tensor<1x4x4x1xf32>, tensor<1x4x4x1xf32>) {
  %w = "tf.Const"() {value = dense<0.5> : tensor<1x1x1x1xf32>} : () -> tensor<1x1x1x1xf32>
  %0 = "tf.Conv2D"(%x, %w) {strides = [1, 1, 1, 1], padding = "SAME"} : (tensor<1x4x4x1xf32>, tensor<1x1x1x1xf32>) -> tensor<1x4x4x1xf32>
  %1 = "tf.Relu"(%0) : (tensor<1x4x4x1xf32>) -> tensor<1x4x4x1xf32>
  func.return %0, %1 : tensor<1x4x4x1xf32>, tensor<1x4x4x1xf32>
}
