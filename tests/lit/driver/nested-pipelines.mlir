// RUN: tfl-opt %s --pass-pipeline='builtin.module(func.func(cse,dce),symbol-dce)' --dump-pass-pipeline 2>&1 | FileCheck %s
// RUN: tfl-opt %s --pass-pipeline='any(builtin.module(func.func(cse)))' | FileCheck %s --check-prefix=INNER
// RUN: tfl-opt %s --pass-pipeline='builtin.module(any(cse))' | FileCheck %s --check-prefix=ANY
// RUN: tfl-opt %s --pass-pipeline='builtin.module(builtin.module(symbol-dce))' | FileCheck %s --check-prefix=MODULE
// RUN: not tfl-opt %s --pass-pipeline='builtin.module(func.func(cse,symbol-dce))' 2>&1 | FileCheck %s --check-prefix=WRONG
// RUN: not tfl-opt %s --pass-pipeline='builtin.modul(cse)' 2>&1 | FileCheck %s --check-prefix=ANCHOR

// CHECK: Pass Manager with 2 passes:
// CHECK-NEXT: {{^}}builtin.module(func.func(cse,dce),symbol-dce)
// CHECK-LABEL: func.func @main
// CHECK: tf.AddV2"(%0, %0)
// CHECK-NOT: @unused
// CHECK-LABEL: func.func @inner
// CHECK: tf.AddV2"(%0, %1)

// INNER-LABEL: func.func @main
// INNER: tf.AddV2"(%0, %1)
// INNER-LABEL: func.func @inner
// INNER: tf.AddV2"(%0, %0)

// ANY-LABEL: func.func @main
// ANY: tf.AddV2"(%0, %0)
// ANY-LABEL: func.func @inner
// ANY: tf.AddV2"(%0, %0)

// MODULE: @unused
// MODULE-NOT: @hidden

// WRONG: <pass-pipeline>:1:30: error: pass `symbol-dce` works on a module and cannot run on `func.func`
// WRONG-NEXT: {{^}}builtin.module(func.func(cse,symbol-dce))
// WRONG-NEXT: {{^}}                             ^~~~~~~~~~
// ANCHOR: <pass-pipeline>:1:1: error: no pass pipeline can be anchored at `builtin.modul`
// ANCHOR: note: did you mean `builtin.module`?
func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Neg"(%arg0) : (tensor<2xf32>) -> tensor<2xf32>
  %1 = "tf.Neg"(%arg0) : (tensor<2xf32>) -> tensor<2xf32>
  %2 = "tf.AddV2"(%0, %1) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  func.return %2 : tensor<2xf32>
}
func.func private @unused() {
  func.return
}
module {
  func.func @inner(%arg0: tensor<2xf32>) -> tensor<2xf32> {
    %0 = "tf.Neg"(%arg0) : (tensor<2xf32>) -> tensor<2xf32>
    %1 = "tf.Neg"(%arg0) : (tensor<2xf32>) -> tensor<2xf32>
    %2 = "tf.AddV2"(%0, %1) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    func.return %2 : tensor<2xf32>
  }
  func.func private @hidden() {
    func.return
  }
}
