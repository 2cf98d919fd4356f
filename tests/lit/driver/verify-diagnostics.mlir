// RUN: tfl-opt %s --split-input-file --verify-diagnostics | FileCheck %s
// RUN: not tfl-opt %S/Inputs/unmet.mlir --verify-diagnostics 2>&1 | FileCheck %s --check-prefix=UNMET
// RUN: not tfl-opt %S/Inputs/unmet.mlir --verify-diagnostics=only-expected 2>&1 | FileCheck %s --check-prefix=ONLY
// RUN: not tfl-opt %S/Inputs/unmet.mlir 2>&1 | FileCheck %s --check-prefix=PLAIN

// What is expected is no failure, and what has no faults is printed.
// CHECK-NOT: @parse
// CHECK: // -----
// CHECK: func.func @sound
// CHECK: // -----
// CHECK-NOT: @places

// UNMET: unmet.mlir:4:8: error: unexpected error: 'tfl.tanh' op
// UNMET-NEXT: {{^}}  %0 = "tfl.tanh"()
// UNMET: unmet.mlir:6:6: error: 'error' diagnostic emitted when expecting a 'warning'
// UNMET: unmet.mlir:2:6: error: expected error "nothing says this" was not produced
// UNMET-NEXT: {{^}}  // expected-error @+2 {{[{][{]}}nothing says this
// UNMET-NEXT: {{^}}     ^~~~
// UNMET: unmet.mlir:6:6: error: expected warning "'tfl.relu' op" was not produced
// UNMET: unmet.mlir:8:6: error: expected note "\d" was not produced
// UNMET: unmet.mlir:9:6: error: expected remark "lost" was not produced
// UNMET-NOT: error

// ONLY-NOT: unexpected
// ONLY: expected error "nothing says this" was not produced
// ONLY-NOT: unexpected

// PLAIN: unmet.mlir:4:8: error: 'tfl.tanh' op
// PLAIN-NEXT: {{^}}  %0 = "tfl.tanh"()
// PLAIN-NEXT: {{^}}       ^{{$}}
// PLAIN-NEXT: unmet.mlir:4:8: note: see current operation: %0 = "tfl.tanh"()
// PLAIN: unmet.mlir:7:8: error: 'tfl.relu' op

func.func @parse() -> i32 {
  // expected-error @+1 {{`%x` is not defined}}
  func.return %x : i32
}

// -----

func.func @sound(%arg0: i32) -> i32 {
  func.return %arg0 : i32
}

// -----

// Every way to name a line; the last two are in one place.
func.func @places() {
  %0 = "tfl.tanh"() : () -> tensor<2xf32> // expected-error {{'tfl.tanh' op}}
  %1 = "tfl.relu"() : () -> tensor<2xf32>
  // expected-error @-1 {{'tfl.relu' op}}
  %2 = "tfl.relu6"() : () -> tensor<2xf32>
  // expected-error@above {{'tfl.relu6' op}}
  // expected-error-re @below {{'tfl.{{l[a-z]+}}' op}}
  %3 = "tfl.logistic"() : () -> tensor<2xf32>
  // expected-error @unknown {{'tfl.abs' op}}
  %4 = "tfl.abs"() : () -> tensor<2xf32> loc("layer")
  // expected-error @+2 {{'tfl.exp' op}}
  // expected-error @+1 {{'tfl.cos' op}}
  %5 = "tfl.exp"() : () -> tensor<2xf32> %6 = "tfl.cos"() : () -> tensor<2xf32>
  func.return
}
