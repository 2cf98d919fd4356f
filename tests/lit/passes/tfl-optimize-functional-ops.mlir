// RUN: tfl-opt %s --tfl-optimize-functional-ops | FileCheck %s

// A known condition takes a branch, also in a branch that was taken; the type of the function becomes more exact.
// CHECK-LABEL: func.func @known
// CHECK-SAME: -> tensor<4xf32>
// CHECK-NOT: tf.If
// CHECK: %[[R:.*]] = "tf.Neg"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
// CHECK-NEXT: return %[[R]]
func.func @known(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %yes = arith.constant dense<true> : tensor<i1>
  %0 = "tf.If"(%yes, %arg0) <{else_branch = @same, is_stateless = true, then_branch = @nested}> : (tensor<i1>, tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
func.func private @nested(%arg0: tensor<*xf32>) -> tensor<*xf32> {
  %no = arith.constant dense<false> : tensor<i1>
  %0 = "tf.If"(%no, %arg0) <{else_branch = @negative, is_stateless = true, then_branch = @same}> : (tensor<i1>, tensor<*xf32>) -> tensor<*xf32>
  func.return %0 : tensor<*xf32>
}
func.func private @same(%arg0: tensor<*xf32>) -> tensor<*xf32> {
  func.return %arg0 : tensor<*xf32>
}
func.func private @negative(%arg0: tensor<*xf32>) -> tensor<4xf32> {
  %0 = "tf.Neg"(%arg0) : (tensor<*xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}

// Unused: the first asserts, the second does nothing, the third says that it does nothing.
// CHECK-LABEL: func.func @unused
// CHECK-COUNT-1: tf.If
// CHECK-SAME: @asserts
// CHECK-NOT: tf.If
// CHECK: return
func.func @unused(%p: tensor<i1>, %arg0: tensor<4xf32>) {
  %0 = "tf.If"(%p, %arg0) <{else_branch = @same, is_stateless = false, then_branch = @asserts}> : (tensor<i1>, tensor<4xf32>) -> tensor<4xf32>
  %1 = "tf.If"(%p, %arg0) <{else_branch = @same, is_stateless = false, then_branch = @negative}> : (tensor<i1>, tensor<4xf32>) -> tensor<4xf32>
  %2 = "tf.If"(%p, %arg0) <{else_branch = @same, is_stateless = true, then_branch = @asserts}> : (tensor<i1>, tensor<4xf32>) -> tensor<4xf32>
  func.return
}
func.func private @asserts(%arg0: tensor<*xf32>) -> tensor<*xf32> {
  %no = arith.constant dense<false> : tensor<i1>
  "tf.Assert"(%no, %arg0) <{summarize = 3 : i64}> : (tensor<i1>, tensor<*xf32>) -> ()
  func.return %arg0 : tensor<*xf32>
}
