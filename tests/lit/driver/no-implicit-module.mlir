// RUN: tfl-opt %s --no-implicit-module --cse --verify-roundtrip | FileCheck %s
// RUN: not tfl-opt %S/Inputs/two-functions.mlir --no-implicit-module 2>&1 | FileCheck %s --check-prefix=TWO

// CHECK: {{^}}func.func @main() {
// CHECK-NEXT: {{^}}  return
// CHECK-NEXT: {{^}}}
// TWO: error: source must contain a single top-level operation, found: 2
func.func @main() {
  func.return
}
