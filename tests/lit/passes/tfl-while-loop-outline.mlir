// RUN: tfl-opt %s --tfl-while-loop-outline | FileCheck %s
// RUN: tfl-opt %s --tfl-while-loop-outline --tfl-while-loop-outline | FileCheck %s

// The step becomes a variable, the constant is copied, and a body that yields less than it takes is cast.
// CHECK-LABEL: func.func @count
// CHECK: %[[LOOP:.*]]:2 = "tfl.while"(%arg0, %arg1) ({
// CHECK-NEXT: ^bb0(%[[I:.*]]: tensor<?xi32>, %[[S:.*]]: tensor<i32>):
// CHECK-NEXT: %[[MORE:.*]] = func.call @loop_cond(%[[I]], %[[S]]) : (tensor<?xi32>, tensor<i32>) -> tensor<i1>
// CHECK-NEXT: "tfl.yield"(%[[MORE]]) : (tensor<i1>) -> ()
// CHECK: %[[NEXT:.*]]:2 = func.call @loop_body({{.*}}) : (tensor<?xi32>, tensor<i32>) -> (tensor<?xi32>, tensor<i32>)
// CHECK-NEXT: "tfl.yield"(%[[NEXT]]#0, %[[NEXT]]#1)
// CHECK: return %[[LOOP]]#0
// CHECK-LABEL: func.func private @loop_cond(
// CHECK: arith.constant dense<10>
// CHECK-LABEL: func.func private @loop_body(
// CHECK: %[[SUM:.*]] = tfl.add(%arg0, %arg1)
// CHECK: %[[CAST:.*]] = "tfl.cast"(%[[SUM]]) : (tensor<2xi32>) -> tensor<?xi32>
// CHECK: return %[[CAST]], %arg1
func.func @count(%n: tensor<?xi32>, %step: tensor<i32>) -> tensor<?xi32> {
  %ten = arith.constant dense<10> : tensor<i32>
  %zero = arith.constant dense<0> : tensor<1xi32>
  %0 = "tfl.while"(%n) ({
  ^bb0(%i: tensor<?xi32>):
    %sum = "tfl.sum"(%i, %zero) <{keep_dims = false}> : (tensor<?xi32>, tensor<1xi32>) -> tensor<i32>
    %more = "tfl.less"(%sum, %ten) : (tensor<i32>, tensor<i32>) -> tensor<i1>
    "tfl.yield"(%more) : (tensor<i1>) -> ()
  }, {
  ^bb0(%i: tensor<?xi32>):
    %next = "tfl.add"(%i, %step) <{fused_activation_function = "NONE"}> : (tensor<?xi32>, tensor<i32>) -> tensor<2xi32>
    "tfl.yield"(%next) : (tensor<2xi32>) -> ()
  }) : (tensor<?xi32>) -> tensor<?xi32> loc("loop")
  func.return %0 : tensor<?xi32>
}
