// RUN: tfl-opt %s --tfl-reduce-while-operands | FileCheck %s

// The second variable only counts itself; the third is read by the condition, the first is a result.
// CHECK-LABEL: func.func @counter
// CHECK: %[[LOOP:[0-9]+]]:2 = "tfl.while"(%arg0, %arg2)
// CHECK: ^bb0(%{{[a-z0-9]+}}: tensor<f32>, %{{[a-z0-9]+}}: tensor<i32>):
// CHECK: ^bb0(%{{[a-z0-9]+}}: tensor<f32>, %{{[a-z0-9]+}}: tensor<i32>):
// CHECK-COUNT-2: tfl.add
// CHECK-NOT: tfl.add
// CHECK: return %[[LOOP]]#0
func.func @counter(%x: tensor<f32>, %n: tensor<i32>, %i: tensor<i32>) -> tensor<f32> {
  %one = "tfl.pseudo_const"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
  %ten = "tfl.pseudo_const"() <{value = dense<10> : tensor<i32>}> : () -> tensor<i32>
  %0:3 = "tfl.while"(%x, %n, %i) ({
  ^bb0(%a: tensor<f32>, %b: tensor<i32>, %c: tensor<i32>):
    %more = "tfl.less"(%c, %ten) : (tensor<i32>, tensor<i32>) -> tensor<i1>
    "tfl.yield"(%more) : (tensor<i1>) -> ()
  }, {
  ^bb0(%a: tensor<f32>, %b: tensor<i32>, %c: tensor<i32>):
    %a1 = "tfl.add"(%a, %a) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<f32>) -> tensor<f32>
    %b1 = "tfl.add"(%b, %one) <{fused_activation_function = "NONE"}> : (tensor<i32>, tensor<i32>) -> tensor<i32>
    %c1 = "tfl.add"(%c, %one) <{fused_activation_function = "NONE"}> : (tensor<i32>, tensor<i32>) -> tensor<i32>
    "tfl.yield"(%a1, %b1, %c1) : (tensor<f32>, tensor<i32>, tensor<i32>) -> ()
  }) : (tensor<f32>, tensor<i32>, tensor<i32>) -> (tensor<f32>, tensor<i32>, tensor<i32>)
  func.return %0#0 : tensor<f32>
}
