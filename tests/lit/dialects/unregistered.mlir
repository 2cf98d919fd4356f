// RUN: not tfl-opt %s 2>&1 | FileCheck %s --check-prefix=REFUSED
// RUN: tfl-opt %s --allow-unregistered-dialect | FileCheck %s
// RUN: tfl-opt %s --allow-unregistered-dialect --mlir-print-op-generic | FileCheck %s --check-prefix=GENERIC

// REFUSED: unregistered.mlir:[[#@LINE+5]]:{{[0-9]+}}: error
// CHECK: func.func @main
// CHECK: "nobody.knows"(%arg0) {how = "strange"}
// GENERIC: "func.func"() <{
func.func @main(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "nobody.knows"(%arg0) {how = "strange"} : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
