// RUN: tfl-opt %s --tf-shape-inference --fold-constants | FileCheck %s

// CHECK-LABEL: func.func @evaluates
// CHECK-NEXT: %[[C:.*]] = "tf.Const"() <{value = dense<[4.000000e+00, 6.000000e+00]> : tensor<2xf32>}>
// CHECK-NEXT: return %[[C]]
func.func @evaluates() -> tensor<2xf32> {
  %0 = "tf.Const"() <{value = dense<[1.0, 2.0]> : tensor<2xf32>}> : () -> tensor<2xf32>
  %1 = "tf.Const"() <{value = dense<[3.0, 4.0]> : tensor<2xf32>}> : () -> tensor<2xf32>
  %2 = "tf.AddV2"(%0, %1) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  func.return %2 : tensor<2xf32>
}

// CHECK-LABEL: func.func @shapes_that_are_known
// CHECK-NEXT: %[[C:.*]] = "tf.Const"() <{value = dense<[3, 4]> : tensor<2xi32>}>
// CHECK-NEXT: return %[[C]]
func.func @shapes_that_are_known(%arg0: tensor<3x4xf32>) -> tensor<2xi32> {
  %0 = "tf.Shape"(%arg0) : (tensor<3x4xf32>) -> tensor<2xi32>
  func.return %0 : tensor<2xi32>
}

// The batch stays open, and one reshape is left.
// CHECK-LABEL: func.func @plumbing
// CHECK-NEXT: %[[S:.*]] = "tf.Const"() <{value = dense<[-1, 2, 5]> : tensor<3xi32>}>
// CHECK-NEXT: %[[R:.*]] = "tf.Reshape"(%arg0, %[[S]])
// CHECK-NEXT: return %[[R]] : tensor<?x2x5xf32>
func.func @plumbing(%arg0: tensor<?x10xf32>) -> tensor<?x2x5xf32> {
  %zero = "tf.Const"() <{value = dense<0> : tensor<1xi32>}> : () -> tensor<1xi32>
  %one = "tf.Const"() <{value = dense<1> : tensor<1xi32>}> : () -> tensor<1xi32>
  %two = "tf.Const"() <{value = dense<2> : tensor<i32>}> : () -> tensor<i32>
  %five = "tf.Const"() <{value = dense<5> : tensor<i32>}> : () -> tensor<i32>
  %0 = "tf.Shape"(%arg0) : (tensor<?x10xf32>) -> tensor<2xi32>
  %1 = "tf.StridedSlice"(%0, %zero, %one, %one) <{begin_mask = 0 : i64, ellipsis_mask = 0 : i64, end_mask = 0 : i64, new_axis_mask = 0 : i64, shrink_axis_mask = 1 : i64}> : (tensor<2xi32>, tensor<1xi32>, tensor<1xi32>, tensor<1xi32>) -> tensor<i32>
  %2 = "tf.Pack"(%1, %two, %five) <{axis = 0 : i64}> : (tensor<i32>, tensor<i32>, tensor<i32>) -> tensor<3xi32>
  %3 = "tf.Reshape"(%arg0, %2) : (tensor<?x10xf32>, tensor<3xi32>) -> tensor<?x2x5xf32>
  func.return %3 : tensor<?x2x5xf32>
}

// The shape is another tensor's, so nothing proves that the open dimension is what is left.
// CHECK-LABEL: func.func @unproved
// CHECK: "tf.Pack"
func.func @unproved(%arg0: tensor<?x10xf32>, %arg1: tensor<?xf32>) -> tensor<?x2x5xf32> {
  %zero = "tf.Const"() <{value = dense<0> : tensor<1xi32>}> : () -> tensor<1xi32>
  %one = "tf.Const"() <{value = dense<1> : tensor<1xi32>}> : () -> tensor<1xi32>
  %two = "tf.Const"() <{value = dense<2> : tensor<i32>}> : () -> tensor<i32>
  %five = "tf.Const"() <{value = dense<5> : tensor<i32>}> : () -> tensor<i32>
  %0 = "tf.Shape"(%arg1) : (tensor<?xf32>) -> tensor<1xi32>
  %1 = "tf.StridedSlice"(%0, %zero, %one, %one) <{begin_mask = 0 : i64, ellipsis_mask = 0 : i64, end_mask = 0 : i64, new_axis_mask = 0 : i64, shrink_axis_mask = 1 : i64}> : (tensor<1xi32>, tensor<1xi32>, tensor<1xi32>, tensor<1xi32>) -> tensor<i32>
  %2 = "tf.Pack"(%1, %two, %five) <{axis = 0 : i64}> : (tensor<i32>, tensor<i32>, tensor<i32>) -> tensor<3xi32>
  %3 = "tf.Reshape"(%arg0, %2) : (tensor<?x10xf32>, tensor<3xi32>) -> tensor<?x2x5xf32>
  func.return %3 : tensor<?x2x5xf32>
}

// Four bytes must not become four megabytes.
// CHECK-LABEL: func.func @does_not_blow_up
// CHECK: "tf.Fill"
func.func @does_not_blow_up() -> tensor<1024x1024xf32> {
  %0 = "tf.Const"() <{value = dense<1024> : tensor<2xi32>}> : () -> tensor<2xi32>
  %1 = "tf.Const"() <{value = dense<1.0> : tensor<f32>}> : () -> tensor<f32>
  %2 = "tf.Fill"(%0, %1) : (tensor<2xi32>, tensor<f32>) -> tensor<1024x1024xf32>
  func.return %2 : tensor<1024x1024xf32>
}

// A constant says more than what was declared, and so does the function then.
// CHECK-LABEL: func.func @exact() -> tensor<2xf32>
// CHECK: return %{{.*}} : tensor<2xf32>
func.func @exact() -> tensor<?xf32> {
  %0 = "tf.Const"() <{value = dense<[1.0, 2.0]> : tensor<2xf32>}> : () -> tensor<2xf32>
  %1 = "tf.Exp"(%0) : (tensor<2xf32>) -> tensor<?xf32>
  func.return %1 : tensor<?xf32>
}
