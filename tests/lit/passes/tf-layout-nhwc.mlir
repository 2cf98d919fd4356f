// RUN: tfl-opt %s --tf-layout-nhwc --canonicalize --fold-constants --cse | FileCheck %s

// Two convolutions with a bias, an activation and a residual between them: a transpose on each side is all that is left.
// CHECK-LABEL: func.func @chain
// CHECK-DAG: %[[IN:.*]] = "tf.Const"() <{value = dense<[0, 2, 3, 1]> : tensor<4xi32>}>
// CHECK-DAG: %[[OUT:.*]] = "tf.Const"() <{value = dense<[0, 3, 1, 2]> : tensor<4xi32>}>
// CHECK: %[[X:.*]] = "tf.Transpose"(%arg0, %[[IN]]) {{.*}} -> tensor<1x8x9x4xf32>
// CHECK: %[[C:.*]] = "tf.Conv2D"(%[[X]], %arg1) <{{.*}}data_format = "NHWC"{{.*}}strides = [1, 2, 3, 1]{{.*}}-> tensor<1x4x3x4xf32>
// CHECK: %[[B:.*]] = "tf.BiasAdd"(%[[C]], %arg2) <{data_format = "NHWC"}>
// CHECK: %[[R:.*]] = "tf.Relu"(%[[B]])
// CHECK: %[[P:.*]] = "tf.MaxPool"(%[[R]]) <{{.*}}data_format = "NHWC"{{.*}}ksize = [1, 2, 3, 1]
// CHECK: %[[A:.*]] = "tf.AddV2"(%[[P]], %[[R]])
// CHECK: %[[T:.*]] = "tf.Transpose"(%[[A]], %[[OUT]]) {{.*}} -> tensor<1x4x4x3xf32>
// CHECK-NOT: tf.Transpose
// CHECK: return %[[T]]
func.func @chain(%arg0: tensor<1x4x8x9xf32>, %arg1: tensor<3x3x4x4xf32>, %arg2: tensor<4xf32>) -> tensor<1x4x4x3xf32> {
  %0 = "tf.Conv2D"(%arg0, %arg1) <{data_format = "NCHW", dilations = [1, 1, 1, 1], explicit_paddings = [], padding = "SAME", strides = [1, 1, 2, 3], use_cudnn_on_gpu = true}> : (tensor<1x4x8x9xf32>, tensor<3x3x4x4xf32>) -> tensor<1x4x4x3xf32>
  %1 = "tf.BiasAdd"(%0, %arg2) <{data_format = "NCHW"}> : (tensor<1x4x4x3xf32>, tensor<4xf32>) -> tensor<1x4x4x3xf32>
  %2 = "tf.Relu"(%1) : (tensor<1x4x4x3xf32>) -> tensor<1x4x4x3xf32>
  %3 = "tf.MaxPool"(%2) <{data_format = "NCHW", explicit_paddings = [], ksize = [1, 1, 2, 3], padding = "SAME", strides = [1, 1, 1, 1]}> : (tensor<1x4x4x3xf32>) -> tensor<1x4x4x3xf32>
  %4 = "tf.AddV2"(%3, %2) : (tensor<1x4x4x3xf32>, tensor<1x4x4x3xf32>) -> tensor<1x4x4x3xf32>
  func.return %4 : tensor<1x4x4x3xf32>
}

// Axes and paddings follow the layout.
// CHECK-LABEL: func.func @axes
// CHECK-DAG: %[[AXES:.*]] = "tf.Const"() <{value = dense<[1, 2]> : tensor<2xi32>}>
// CHECK-DAG: %[[PAD:.*]] = "tf.Const"() <{value = dense<{{\[\[}}0, 0], [1, 2], [3, 4], [0, 0]]> : tensor<4x2xi32>}>
// CHECK: "tf.Pad"(%{{.*}}, %[[PAD]]) {{.*}} -> tensor<1x11x16x4xf32>
// CHECK: %[[M:.*]] = "tf.Mean"(%{{.*}}, %[[AXES]]) <{keep_dims = false}> {{.*}} -> tensor<1x4xf32>
// CHECK-NEXT: return %[[M]]
func.func @axes(%arg0: tensor<1x4x8x9xf32>, %arg1: tensor<4xf32>) -> tensor<1x4xf32> {
  %pad = "tf.Const"() <{value = dense<[[0, 0], [0, 0], [1, 2], [3, 4]]> : tensor<4x2xi32>}> : () -> tensor<4x2xi32>
  %axes = "tf.Const"() <{value = dense<[2, 3]> : tensor<2xi32>}> : () -> tensor<2xi32>
  %0 = "tf.BiasAdd"(%arg0, %arg1) <{data_format = "NCHW"}> : (tensor<1x4x8x9xf32>, tensor<4xf32>) -> tensor<1x4x8x9xf32>
  %1 = "tf.Pad"(%0, %pad) : (tensor<1x4x8x9xf32>, tensor<4x2xi32>) -> tensor<1x4x11x16xf32>
  %2 = "tf.Mean"(%1, %axes) <{keep_dims = false}> : (tensor<1x4x11x16xf32>, tensor<2xi32>) -> tensor<1x4xf32>
  func.return %2 : tensor<1x4xf32>
}
