// RUN: tfl-opt %s --tfl-trim-funcs-tf=trim-funcs-allowlist=keep,helper | FileCheck %s
// RUN: tfl-opt %s --tfl-trim-funcs-tf | FileCheck %s --check-prefix=ALL
// RUN: not tfl-opt %s --tfl-trim-funcs-tf=trim-funcs-allowlist=keep 2>&1 | FileCheck %s --check-prefix=FAULT

// CHECK: func.func @main
// CHECK: call @helper
// CHECK: func.func private @helper
// CHECK-NOT: func.func
// ALL: func.func @keep
// ALL: func.func private @helper
// ALL: func.func @other
// FAULT: error: @helper is called but not in the list of functions to keep
func.func @keep(%arg0: tensor<f32>) -> tensor<f32> {
  %0 = func.call @helper(%arg0) : (tensor<f32>) -> tensor<f32>
  func.return %0 : tensor<f32>
}
func.func private @helper(%arg0: tensor<f32>) -> tensor<f32> {
  func.return %arg0 : tensor<f32>
}
func.func @other(%arg0: tensor<f32>) -> tensor<f32> {
  func.return %arg0 : tensor<f32>
}
