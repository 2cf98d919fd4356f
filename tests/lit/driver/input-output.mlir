// RUN: tfl-opt < %s | FileCheck %s
// RUN: tfl-opt - -o - < %s | FileCheck %s
// RUN: tfl-opt %s -o %t.mlir
// RUN: FileCheck %s --input-file=%t.mlir
// RUN: not tfl-opt %S/Inputs/no-such-file.mlir 2>&1 | FileCheck %s --check-prefix=MISSING
// RUN: not tfl-opt --tf-prune --no-implicit-module < %S/Inputs/invalid.mlir 2>&1 | FileCheck %s --check-prefix=STDIN
// RUN: tfl-opt %s --allow-unregistered-dialect | FileCheck %s

// CHECK: func.func @main
// MISSING: no-such-file.mlir: error:
// STDIN: <stdin>:2:3: error: 'func.return' op
func.func @main() {
  func.return
}
