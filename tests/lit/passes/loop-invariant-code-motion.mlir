// RUN: tfl-opt %s --loop-invariant-code-motion | FileCheck %s

// The bound and the step leave both loops; what depends on a variable of the outer loop leaves the inner one only.
// CHECK-LABEL: func.func @nested
// CHECK: %[[TEN:.*]] = arith.constant dense<10> : tensor<i32>
// CHECK: %[[STEP:.*]] = tfl.add %arg1, %arg1
// CHECK: "tfl.while"(%arg0)
// CHECK: ^bb0(%[[I:.*]]: tensor<i32>):
// CHECK-NEXT: tfl.less(%[[I]], %[[TEN]])
// CHECK: ^bb0(%[[J:.*]]: tensor<i32>):
// CHECK-NEXT: %[[SUM:.*]] = tfl.add %[[J]], %[[STEP]]
// CHECK-NEXT: "tfl.while"(%[[J]])
// CHECK: tfl.less
// CHECK: ^bb0(%[[K:.*]]: tensor<i32>):
// CHECK-NEXT: %[[NEXT:.*]] = tfl.mul %[[K]], %[[SUM]]
// CHECK-NEXT: "tfl.yield"(%[[NEXT]])
func.func @nested(%n: tensor<i32>, %s: tensor<i32>) -> tensor<i32> {
  %0 = "tfl.while"(%n) ({
  ^bb0(%i: tensor<i32>):
    %ten = arith.constant dense<10> : tensor<i32>
    %more = "tfl.less"(%i, %ten) : (tensor<i32>, tensor<i32>) -> tensor<i1>
    "tfl.yield"(%more) : (tensor<i1>) -> ()
  }, {
  ^bb0(%j: tensor<i32>):
    %1 = "tfl.while"(%j) ({
    ^bb0(%k: tensor<i32>):
      %ten = arith.constant dense<10> : tensor<i32>
      %more = "tfl.less"(%k, %ten) : (tensor<i32>, tensor<i32>) -> tensor<i1>
      "tfl.yield"(%more) : (tensor<i1>) -> ()
    }, {
    ^bb0(%k: tensor<i32>):
      %step = "tfl.add"(%s, %s) <{fused_activation_function = "NONE"}> : (tensor<i32>, tensor<i32>) -> tensor<i32>
      %sum = "tfl.add"(%j, %step) <{fused_activation_function = "NONE"}> : (tensor<i32>, tensor<i32>) -> tensor<i32>
      %next = "tfl.mul"(%k, %sum) <{fused_activation_function = "NONE"}> : (tensor<i32>, tensor<i32>) -> tensor<i32>
      "tfl.yield"(%next) : (tensor<i32>) -> ()
    }) : (tensor<i32>) -> tensor<i32>
    "tfl.yield"(%1) : (tensor<i32>) -> ()
  }) : (tensor<i32>) -> tensor<i32>
  func.return %0 : tensor<i32>
}

// A random number is another one in each round, and the inner loop may never end.
// CHECK-LABEL: func.func @stays
// CHECK: "tfl.while"(%arg0)
// CHECK: "tfl.random_uniform"
// CHECK: "tfl.while"(%arg1)
func.func @stays(%n: tensor<f32>, %m: tensor<f32>) -> tensor<f32> {
  %shape = arith.constant dense<[]> : tensor<0xi32>
  %0 = "tfl.while"(%n) ({
  ^bb0(%i: tensor<f32>):
    %r = "tfl.random_uniform"(%shape) : (tensor<0xi32>) -> tensor<f32>
    %more = "tfl.less"(%i, %r) : (tensor<f32>, tensor<f32>) -> tensor<i1>
    "tfl.yield"(%more) : (tensor<i1>) -> ()
  }, {
  ^bb0(%j: tensor<f32>):
    %1 = "tfl.while"(%m) ({
    ^bb0(%k: tensor<f32>):
      %more = "tfl.less"(%k, %n) : (tensor<f32>, tensor<f32>) -> tensor<i1>
      "tfl.yield"(%more) : (tensor<i1>) -> ()
    }, {
    ^bb0(%k: tensor<f32>):
      "tfl.yield"(%k) : (tensor<f32>) -> ()
    }) : (tensor<f32>) -> tensor<f32>
    "tfl.yield"(%1) : (tensor<f32>) -> ()
  }) : (tensor<f32>) -> tensor<f32>
  func.return %0 : tensor<f32>
}
