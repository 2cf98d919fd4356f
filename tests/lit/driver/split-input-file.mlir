// RUN: tfl-opt %s --split-input-file | FileCheck %s
// RUN: tfl-opt %s -split-input-file -output-split-marker=//====// | FileCheck %s --check-prefix=OUTPUT
// RUN: tfl-opt %s --split-input-file=//@@ | FileCheck %s --check-prefix=MARKER

// CHECK: @first
// CHECK: {{^}}// -----
// CHECK: @second
// CHECK: @third
// CHECK-NOT: {{^}}// -----
// OUTPUT: @first
// OUTPUT: {{^}}//====//
// OUTPUT: @second
// MARKER: @first
// MARKER: @second
// MARKER: {{^}}// -----
// MARKER: @third
func.func @first() {
  func.return
}
// -----
func.func @second() {
  func.return
}
//@@
func.func @third() {
  func.return
}
