// RUN: not tfl-opt %s --inline 2>&1 | FileCheck %s

// CHECK: error: functions call each other without end: @ping -> @pong -> @ping
// CHECK: note: {{.*}}@ping calls @pong here
// CHECK: note: TFLite has no recursion
func.func @main(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = func.call @ping(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
func.func private @ping(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = func.call @pong(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
func.func private @pong(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = func.call @ping(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
