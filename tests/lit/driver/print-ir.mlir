// RUN: tfl-opt %S/Inputs/two-functions.mlir --pass-pipeline='builtin.module(func.func(cse),symbol-dce)' --mlir-print-ir-before-all --mlir-print-ir-after-all -o %t 2>&1 | FileCheck %s --check-prefix=ALL
// RUN: tfl-opt %S/Inputs/two-functions.mlir --cse --dce --symbol-dce --mlir-print-ir-before=dce,cse --mlir-print-ir-after=symbol-dce -o %t 2>&1 | FileCheck %s --check-prefix=SOME
// RUN: tfl-opt %S/Inputs/two-functions.mlir --pass-pipeline='builtin.module(func.func(cse,dce),dce)' --mlir-print-ir-after-all --mlir-print-ir-after-change -o %t 2>&1 | FileCheck %s --check-prefix=CHANGE
// RUN: tfl-opt %S/Inputs/two-functions.mlir --pass-pipeline='builtin.module(func.func(cse))' --mlir-print-ir-after-all --mlir-print-ir-module-scope -o %t 2>&1 | FileCheck %s --check-prefix=SCOPE
// RUN: not tfl-opt %S/Inputs/two-functions.mlir --pass-pipeline='builtin.module(func.func(cse,tfl-saturate))' --mlir-print-ir-after-failure 2>&1 | FileCheck %s --check-prefix=FAILURE
// RUN: not tfl-opt %S/Inputs/two-functions.mlir --cse --mlir-print-ir-after=csse 2>&1 | FileCheck %s --check-prefix=UNKNOWN

// ALL: // -----// IR Dump Before cse (cse) //----- //
// ALL-NEXT: {{^}}func.func @main
// ALL: // -----// IR Dump Before cse (cse) //----- //
// ALL-NEXT: {{^}}func.func private @other
// ALL: // -----// IR Dump After cse (cse) //----- //
// ALL-NEXT: {{^}}func.func @main
// ALL-NEXT: tf.Digamma
// ALL-NEXT: tf.AddV2"(%0, %0)
// ALL: // -----// IR Dump After cse (cse) //----- //
// ALL-NEXT: {{^}}func.func private @other
// ALL: // -----// IR Dump Before symbol-dce (symbol-dce) //----- //
// ALL-NEXT: {{^}}module {
// ALL: func.func private @other
// ALL: // -----// IR Dump After symbol-dce (symbol-dce) //----- //
// ALL-NEXT: {{^}}module {
// ALL-NOT: @other

// SOME: IR Dump Before cse
// SOME: IR Dump Before dce
// SOME: IR Dump After symbol-dce
// SOME-NOT: IR Dump

// Nothing changes in @other, and nothing after the first pass.
// CHANGE: IR Dump After cse
// CHANGE-NEXT: func.func @main
// CHANGE-NOT: IR Dump

// SCOPE: // -----// IR Dump After cse (cse) ('func.func' operation: @main) //----- //
// SCOPE-NEXT: {{^}}module {
// SCOPE: // -----// IR Dump After cse (cse) ('func.func' operation: @other) //----- //
// SCOPE-NEXT: {{^}}module {

// FAILURE: // -----// IR Dump After tfl-saturate Failed (tfl-saturate) //----- //
// FAILURE-NEXT: func.func @main
// FAILURE-NOT: IR Dump

// UNKNOWN: there is no pass `csse`; did you mean `cse`?
