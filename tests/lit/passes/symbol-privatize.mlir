// RUN: tfl-opt %s --symbol-privatize=exclude=main,kept | FileCheck %s
// RUN: tfl-opt %s --symbol-privatize | FileCheck %s --check-prefix=ALL

// CHECK: func.func @main
// CHECK: func.func private @helper
// CHECK: func.func @kept
// ALL-COUNT-3: func.func private
func.func @main() {
  func.return
}
func.func @helper() {
  func.return
}
func.func @kept() {
  func.return
}
