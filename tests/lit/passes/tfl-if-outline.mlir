// RUN: tfl-opt %s --tfl-if-outline | FileCheck %s
// RUN: tfl-opt %s --tfl-if-outline --tfl-if-outline --inline --canonicalize --cse | FileCheck %s --check-prefix=BACK

// The inner branch is a function of the outer one's; both functions of a pair take the same, and a name that is taken
// gets a number.
// CHECK-LABEL: func.func @main
// CHECK: "tfl.if"(%arg0) ({
// CHECK-NEXT: func.call @tfl.if1_then(%arg1, %arg2) : (tensor<f32>, tensor<f32>) -> tensor<f32>
// CHECK: func.call @tfl.if1_else(%arg1, %arg2)
// CHECK-LABEL: func.func private @tfl.if_then() {
// CHECK-LABEL: func.func private @tfl.if_then_0(
// CHECK-SAME: %[[X:.*]]: tensor<f32>) -> tensor<f32>
// CHECK-NEXT: tfl.neg
// CHECK-LABEL: func.func private @tfl.if_else(
// CHECK-LABEL: func.func private @tfl.if1_then(
// CHECK: tfl.less(%arg0, %arg1)
// CHECK: func.call @tfl.if_then_0(%arg0)
// CHECK-LABEL: func.func private @tfl.if1_else(
// CHECK-NEXT: return %arg0

// Inlining is the way back.
// BACK: "tfl.if"(%arg0) ({
// BACK-NEXT: %[[LESS:.*]] = tfl.less(%arg1, %arg2)
// BACK-NEXT: "tfl.if"(%[[LESS]]) ({
// BACK-NEXT: "tfl.neg"(%arg1)
func.func @main(%p: tensor<i1>, %x: tensor<f32>, %y: tensor<f32>) -> tensor<f32> {
  %0 = "tfl.if"(%p) ({
    %less = "tfl.less"(%x, %y) : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %1 = "tfl.if"(%less) ({
      %2 = "tfl.neg"(%x) : (tensor<f32>) -> tensor<f32>
      "tfl.yield"(%2) : (tensor<f32>) -> ()
    }, {
      "tfl.yield"(%x) : (tensor<f32>) -> ()
    }) : (tensor<i1>) -> tensor<f32>
    "tfl.yield"(%1) : (tensor<f32>) -> ()
  }, {
    "tfl.yield"(%x) : (tensor<f32>) -> ()
  }) : (tensor<i1>) -> tensor<f32>
  func.return %0 : tensor<f32>
}
func.func private @tfl.if_then() {
  func.return
}
