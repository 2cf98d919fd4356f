// RUN: tfl-opt %s --pass-pipeline='builtin.module(canonicalize,func.func(canonicalize,cse),symbol-dce,builtin.module(cse,func.func(dce)),func.func(dce))' --mlir-print-ir-after-all --mlir-print-ir-tree-dir=%t -o %t.out.mlir
// RUN: FileCheck %s --input-file=%t/builtin_module_top/0_canonicalize.mlir --check-prefix=MODULE
// RUN: FileCheck %s --input-file=%t/builtin_module_top/func_func_main/0_0_canonicalize.mlir --check-prefix=MAIN
// RUN: FileCheck %s --input-file=%t/builtin_module_top/func_func_main/0_1_cse.mlir --check-prefix=CSE
// RUN: FileCheck %s --input-file=%t/builtin_module_top/1_symbol-dce.mlir --check-prefix=DCE
// RUN: FileCheck %s --input-file=%t/builtin_module_top/builtin_module_no-symbol-name/1_0_cse.mlir --check-prefix=INNER
// RUN: FileCheck %s --input-file=%t/builtin_module_top/builtin_module_no-symbol-name/func_func_a_b/1_0_0_dce.mlir --check-prefix=DEEP
// RUN: FileCheck %s --input-file=%t/builtin_module_top/func_func_main/1_2_dce.mlir --check-prefix=LAST

// The folders are the operations; the names of files start with the numbers of the last files of the operations around.
// MODULE: IR Dump After canonicalize
// MODULE: {{^}}module @top
// MAIN: IR Dump After canonicalize
// MAIN-NEXT: {{^}}func.func @main
// CSE: IR Dump After cse
// CSE-NEXT: {{^}}func.func @main
// DCE: IR Dump After symbol-dce
// DCE: {{^}}module @top
// INNER: IR Dump After cse
// INNER-NEXT: {{^}}module {
// DEEP: IR Dump After dce
// DEEP-NEXT: {{^}}func.func @"a/b"
// LAST: IR Dump After dce
// LAST-NEXT: {{^}}func.func @main
module @top {
  func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> {
    func.return %arg0 : tensor<2xf32>
  }
  module {
    func.func @"a/b"() {
      func.return
    }
  }
}
