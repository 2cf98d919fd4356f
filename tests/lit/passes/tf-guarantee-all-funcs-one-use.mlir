// RUN: tfl-opt %s --tf-guarantee-all-funcs-one-use | FileCheck %s

// The copy of @outer names a copy of @inner. An entry that nobody names stays as it is.
// CHECK-LABEL: func.func @main
// CHECK: call @outer(
// CHECK: call @outer_0(
// CHECK: "tf.If"
// CHECK-SAME: else_branch = @outer_1, {{.*}}then_branch = @outer_2
// CHECK-LABEL: func.func private @outer(
// CHECK: call @inner(
// CHECK-LABEL: func.func private @inner(
// CHECK-LABEL: func.func private @outer_0(
// CHECK: call @inner_3(
// CHECK-LABEL: func.func private @outer_1(
// CHECK: call @inner_4(
// CHECK-LABEL: func.func private @outer_2(
// CHECK: call @inner_5(
// CHECK-LABEL: func.func private @inner_3(
func.func @main(%p: tensor<i1>, %arg0: tensor<f32>) -> tensor<f32> {
  %0 = func.call @outer(%arg0) : (tensor<f32>) -> tensor<f32>
  %1 = func.call @outer(%0) : (tensor<f32>) -> tensor<f32>
  %2 = "tf.If"(%p, %1) <{else_branch = @outer, is_stateless = true, then_branch = @outer}> : (tensor<i1>, tensor<f32>) -> tensor<f32>
  func.return %2 : tensor<f32>
}
func.func private @outer(%arg0: tensor<f32>) -> tensor<f32> {
  %0 = func.call @inner(%arg0) : (tensor<f32>) -> tensor<f32>
  func.return %0 : tensor<f32>
}
func.func private @inner(%arg0: tensor<f32>) -> tensor<f32> {
  func.return %arg0 : tensor<f32>
}
