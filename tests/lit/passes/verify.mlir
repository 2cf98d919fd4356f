// RUN: tfl-opt %s --verify | FileCheck %s
// RUN: tfl-opt %S/Inputs/invalid.mlir --mlir-very-unsafe-disable-verifier-on-parsing
// RUN: not tfl-opt %S/Inputs/invalid.mlir --mlir-very-unsafe-disable-verifier-on-parsing --verify-each=false --verify 2>&1 | FileCheck %s --check-prefix=INVALID

// CHECK: "tf.Tanh"
// INVALID: invalid.mlir:3:{{[0-9]+}}: error
func.func @main(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.Tanh"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
