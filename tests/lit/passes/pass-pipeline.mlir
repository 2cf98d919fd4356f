// RUN: tfl-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalize),symbol-dce)' | FileCheck %s
// RUN: not tfl-opt %s --pass-pipeline='cse,canonicalise' 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: not tfl-opt %s --pass-pipeline='func.func(cse' 2>&1 | FileCheck %s --check-prefix=SYNTAX

// UNKNOWN: <pass-pipeline>:1:5: error: there is no pass `canonicalise`
// UNKNOWN-NEXT: {{^}}cse,canonicalise
// UNKNOWN-NEXT: {{^}}    ^~~~~~~~~~~~
// UNKNOWN-NEXT: <pass-pipeline>:1:5: note: did you mean `canonicalize`?
// SYNTAX: <pass-pipeline>:1:{{[0-9]+}}: error:

// CHECK-LABEL: func.func @main
// CHECK-NEXT: return %arg0
// CHECK-NOT: @unused
func.func @main(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.Identity"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
func.func private @unused() {
  func.return
}
