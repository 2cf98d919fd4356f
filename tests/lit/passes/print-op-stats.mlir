// RUN: tfl-opt %s --print-op-stats 2>&1 | FileCheck %s

// Regions and functions count too.
// CHECK: remark: 6 kinds of operations
// CHECK: note: 1 func.func
// CHECK: note: 1 func.return
// CHECK: note: 2 tfl.neg
// CHECK: note: 1 tfl.tanh
// CHECK: note: 1 tfl.while
// CHECK: note: 2 tfl.yield
func.func @main(%x: tensor<f32>, %p: tensor<i1>) -> tensor<f32> {
  %0 = "tfl.neg"(%x) : (tensor<f32>) -> tensor<f32>
  %1 = "tfl.while"(%0) ({
  ^bb0(%a: tensor<f32>):
    "tfl.yield"(%p) : (tensor<i1>) -> ()
  }, {
  ^bb0(%a: tensor<f32>):
    %2 = "tfl.neg"(%a) : (tensor<f32>) -> tensor<f32>
    %3 = "tfl.tanh"(%2) : (tensor<f32>) -> tensor<f32>
    "tfl.yield"(%3) : (tensor<f32>) -> ()
  }) : (tensor<f32>) -> tensor<f32>
  func.return %1 : tensor<f32>
}
