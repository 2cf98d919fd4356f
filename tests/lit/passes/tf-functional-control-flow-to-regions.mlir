// RUN: tfl-opt %s --tf-functional-control-flow-to-regions --symbol-dce | FileCheck %s

// CHECK-LABEL: func.func @while
// CHECK: %[[W:.*]]:2 = "tfl.while"(%arg0, %arg1) <{is_stateless = true}> ({
// CHECK: ^bb0(%[[I:.*]]: tensor<i32>, %[[X:.*]]: tensor<4xf32>):
// CHECK: %[[C:.*]] = "tf.Less"(%[[I]], %{{.*}})
// CHECK: "tfl.yield"(%[[C]])
// CHECK: ^bb0(%[[J:.*]]: tensor<i32>, %[[Y:.*]]: tensor<4xf32>):
// CHECK-DAG: %[[K:.*]] = "tf.AddV2"(%[[J]],
// CHECK-DAG: %[[Z:.*]] = "tf.Tanh"(%[[Y]])
// CHECK: "tfl.yield"(%[[K]], %[[Z]])
// CHECK: return %[[W]]#1
// CHECK-NOT: @cond
// CHECK-NOT: @body
func.func @while(%arg0: tensor<i32>, %arg1: tensor<4xf32>) -> tensor<4xf32> {
  %0:2 = "tf.While"(%arg0, %arg1) <{body = @body, cond = @cond, is_stateless = true, parallel_iterations = 10 : i64, output_shapes = []}> : (tensor<i32>, tensor<4xf32>) -> (tensor<i32>, tensor<4xf32>)
  func.return %0#1 : tensor<4xf32>
}
func.func private @cond(%arg0: tensor<i32>, %arg1: tensor<*xf32>) -> tensor<i1> {
  %0 = "tf.Const"() <{value = dense<10> : tensor<i32>}> : () -> tensor<i32>
  %1 = "tf.Less"(%arg0, %0) : (tensor<i32>, tensor<i32>) -> tensor<i1>
  func.return %1 : tensor<i1>
}
func.func private @body(%arg0: tensor<i32>, %arg1: tensor<*xf32>) -> (tensor<i32>, tensor<*xf32>) {
  %0 = "tf.Const"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
  %1 = "tf.AddV2"(%arg0, %0) : (tensor<i32>, tensor<i32>) -> tensor<i32>
  %2 = "tf.Tanh"(%arg1) : (tensor<*xf32>) -> tensor<*xf32>
  func.return %1, %2 : tensor<i32>, tensor<*xf32>
}

// CHECK-LABEL: func.func @if
// CHECK: "tfl.if"(%arg0) ({
// CHECK: %[[A:.*]] = "tf.Tanh"(%arg1)
// CHECK: "tfl.yield"(%[[A]])
// CHECK: %[[B:.*]] = "tf.Neg"(%arg1)
// CHECK: "tfl.yield"(%[[B]])
func.func @if(%arg0: tensor<i1>, %arg1: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.If"(%arg0, %arg1) <{else_branch = @neg, is_stateless = false, then_branch = @tanh, output_shapes = []}> : (tensor<i1>, tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}

// A chain: the last branch is taken for every index that has no branch of its own.
// CHECK-LABEL: func.func @case
// CHECK: %[[ZERO:.*]] = "tf.Const"() <{value = dense<0> : tensor<i32>}>
// CHECK: %[[IS0:.*]] = "tf.Equal"(%arg0, %[[ZERO]])
// CHECK: "tfl.if"(%[[IS0]])
// CHECK: "tf.Tanh"
// CHECK: %[[ONE:.*]] = "tf.Const"() <{value = dense<1> : tensor<i32>}>
// CHECK: %[[IS1:.*]] = "tf.Equal"(%arg0, %[[ONE]])
// CHECK: "tfl.if"(%[[IS1]])
// CHECK: "tf.Neg"
// CHECK: "tf.Tanh"
func.func @case(%arg0: tensor<i32>, %arg1: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.Case"(%arg0, %arg1) <{branches = [@tanh, @neg, @tanh], is_stateless = false, output_shapes = []}> : (tensor<i32>, tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
func.func private @tanh(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.Tanh"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
func.func private @neg(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.Neg"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
