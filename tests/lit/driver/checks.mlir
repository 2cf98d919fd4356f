// RUN: not tfl-opt %S/Inputs/invalid.mlir --verify-each=false 2>&1 | FileCheck %s
// RUN: not tfl-opt %S/Inputs/invalid.mlir --mlir-print-op-on-diagnostic=false 2>&1 | FileCheck %s --check-prefix=QUIET
// RUN: tfl-opt %S/Inputs/invalid.mlir --mlir-very-unsafe-disable-verifier-on-parsing | FileCheck %s --check-prefix=UNSAFE
// RUN: not tfl-opt %S/Inputs/invalid.mlir --mlir-very-unsafe-disable-verifier-on-parsing --symbol-dce 2>&1 | FileCheck %s --check-prefix=EACH
// RUN: tfl-opt %S/Inputs/invalid.mlir --mlir-very-unsafe-disable-verifier-on-parsing -verify-each=0 --symbol-dce | FileCheck %s --check-prefix=UNSAFE
// RUN: tfl-opt %S/Inputs/two-functions.mlir --verify-roundtrip | FileCheck %s --check-prefix=SOUND

// What was read is always checked, unless the unsafe option says otherwise; what passes leave, unless --verify-each.
// CHECK: invalid.mlir:2:3: error: 'func.return' op
// CHECK: note: see current operation: "func.return"(%arg0)
// QUIET: invalid.mlir:2:3: error: 'func.return' op
// QUIET-NOT: note
// UNSAFE: return %arg0 : tensor<2xf32>
// EACH: invalid.mlir:2:3: error: 'func.return' op
// EACH: note: pass `symbol-dce` left the module like this
// SOUND: func.func @main
