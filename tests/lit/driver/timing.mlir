// RUN: tfl-opt %S/Inputs/two-functions.mlir --pass-pipeline='builtin.module(func.func(cse,dce),symbol-dce)' --mlir-timing -o %t 2>&1 | FileCheck %s --check-prefix=TREE
// RUN: tfl-opt %S/Inputs/two-functions.mlir --cse --dce --cse --mlir-timing --mlir-timing-display=list -o %t 2>&1 | FileCheck %s --check-prefix=LIST
// RUN: tfl-opt %S/Inputs/two-functions.mlir --pass-pipeline='builtin.module(func.func(cse,dce),symbol-dce)' --mlir-pass-statistics -o %t 2>&1 | FileCheck %s --check-prefix=PIPELINE
// RUN: tfl-opt %S/Inputs/two-functions.mlir --cse --symbol-dce --cse --mlir-pass-statistics --mlir-pass-statistics-display=list -o %t 2>&1 | FileCheck %s --check-prefix=COUNTS

// TREE: ===-------------------------------------------------------------------------===
// TREE-NEXT: {{^}}                         ... Execution time report ...
// TREE-NEXT: ===-------------------------------------------------------------------------===
// TREE-NEXT: Total Execution Time: {{[0-9.]+}} seconds
// TREE: ----Wall Time----  ----Name----
// TREE-NEXT: {{[0-9.]+ \( *[0-9.]+%\)}}  Parser
// TREE-NEXT: {{[0-9.]+ \( *[0-9.]+%\)}}  'func.func' Pipeline
// TREE-NEXT: {{[0-9.]+ \( *[0-9.]+%\)}}    cse
// TREE-NEXT: {{[0-9.]+ \( *[0-9.]+%\)}}    dce
// TREE-NEXT: {{[0-9.]+ \( *[0-9.]+%\)}}  symbol-dce
// TREE-NEXT: {{[0-9.]+ \( *[0-9.]+%\)}}  Output
// TREE-NEXT: {{[0-9.]+ \( *[0-9.]+%\)}}  Rest
// TREE-NEXT: (100.0%)  Total

// A pass is in the list once, however often it ran.
// LIST: Execution time report
// LIST-COUNT-1: {{  cse$}}
// LIST-NOT: {{  cse$}}
// LIST: (100.0%)  Total

// PIPELINE: ===-------------------------------------------------------------------------===
// PIPELINE-NEXT: {{^}}                         ... Pass statistics report ...
// PIPELINE-NEXT: ===-------------------------------------------------------------------------===
// PIPELINE-NEXT: {{^}}'func.func' Pipeline
// PIPELINE-NEXT: {{^}}  cse
// PIPELINE-NEXT: {{^}}    (S) 1 operations merged
// PIPELINE-NEXT: {{^}}  dce
// PIPELINE: {{^}}symbol-dce
// PIPELINE-NEXT: {{^}}  (S) 1 symbols dropped

// COUNTS: {{^}}cse
// COUNTS-NEXT: {{^}}  (S) 1 operations merged
// COUNTS-NEXT: {{^}}symbol-dce
