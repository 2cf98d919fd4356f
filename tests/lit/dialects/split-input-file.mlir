// RUN: not tfl-opt %s --split-input-file 2>&1 | FileCheck %s

// Pieces are modules of their own, a fault in one does not hide the others, and lines are counted in the whole file.
// CHECK: split-input-file.mlir:15:{{[0-9]+}}: error
// CHECK-NEXT: {{^}}  func.return %missing : tensor<4xf32>
// CHECK-NEXT: {{^}}              ^~~~~~~~
// CHECK: func.func @first
func.func @first(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  func.return %arg0 : tensor<4xf32>
}

// -----

func.func @second(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  func.return %missing : tensor<4xf32>
}

// -----

// CHECK: // -----
// CHECK: func.func @third
func.func @third(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  func.return %arg0 : tensor<4xf32>
}
