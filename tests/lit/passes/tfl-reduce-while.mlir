// RUN: tfl-opt %s --tfl-reduce-while | FileCheck %s

// A value from outside is no variable; the second variable is one that nothing needs.
// CHECK-LABEL: func.func @outside
// CHECK: "tfl.while"(%arg0) ({
// CHECK: ^bb0(%[[I:.*]]: tensor<f32>):
// CHECK-NEXT: tfl.less(%[[I]], %arg1)
// CHECK: ^bb0(%[[J:.*]]: tensor<f32>):
// CHECK-NEXT: %[[NEXT:.*]] = tfl.add %[[J]], %arg1
// CHECK-NEXT: "tfl.yield"(%[[NEXT]]) : (tensor<f32>) -> ()
func.func @outside(%x: tensor<f32>, %step: tensor<f32>) -> tensor<f32> {
  %0:2 = "tfl.while"(%x, %x) ({
  ^bb0(%a: tensor<f32>, %b: tensor<f32>):
    %more = "tfl.less"(%a, %step) : (tensor<f32>, tensor<f32>) -> tensor<i1>
    "tfl.yield"(%more) : (tensor<i1>) -> ()
  }, {
  ^bb0(%a: tensor<f32>, %b: tensor<f32>):
    %a1 = "tfl.add"(%a, %step) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<f32>) -> tensor<f32>
    %b1 = "tfl.mul"(%b, %a) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "tfl.yield"(%a1, %b1) : (tensor<f32>, tensor<f32>) -> ()
  }) : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  func.return %0#0 : tensor<f32>
}
