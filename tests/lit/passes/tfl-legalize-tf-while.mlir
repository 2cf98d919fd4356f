// RUN: tfl-opt %s --tfl-legalize-tf-while | FileCheck %s
// RUN: tfl-opt %s --tfl-legalize-tf-while --inline=default-pipeline= | FileCheck %s --check-prefix=INLINE

// CHECK: %[[LOOP:.*]] = "tfl.while"(%arg0) <{is_stateless = true}> ({
// CHECK-NEXT: ^bb0(%[[I:.*]]: tensor<?xf32>):
// CHECK-NEXT: %[[MORE:.*]] = func.call @cond(%[[I]]) : (tensor<?xf32>) -> tensor<i1>
// CHECK-NEXT: "tfl.yield"(%[[MORE]])
// CHECK: ^bb0(%[[J:.*]]: tensor<?xf32>):
// CHECK-NEXT: func.call @body(%[[J]])
// CHECK: return %[[LOOP]]
// CHECK: func.func private @cond
// CHECK: func.func private @body

// INLINE: "tfl.while"
// INLINE: "tf.All"
// INLINE: "tf.Tanh"
// INLINE-NOT: func.func
func.func @main(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.While"(%arg0) <{body = @body, cond = @cond, is_stateless = true}> : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
func.func @cond(%arg0: tensor<?xf32>) -> tensor<i1> {
  %axis = "tf.Const"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
  %one = "tf.Const"() <{value = dense<1.0> : tensor<f32>}> : () -> tensor<f32>
  %0 = "tf.Less"(%arg0, %one) : (tensor<?xf32>, tensor<f32>) -> tensor<?xi1>
  %1 = "tf.All"(%0, %axis) : (tensor<?xi1>, tensor<i32>) -> tensor<i1>
  func.return %1 : tensor<i1>
}
func.func @body(%arg0: tensor<?xf32>) -> tensor<?xf32> {
  %0 = "tf.Tanh"(%arg0) : (tensor<?xf32>) -> tensor<?xf32>
  func.return %0 : tensor<?xf32>
}
