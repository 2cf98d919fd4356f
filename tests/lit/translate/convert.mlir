// RUN: tfl-opt convert %s -o %t.tflite --report %t.json
// RUN: tfl-opt %t.tflite | FileCheck %s
// RUN: tfl-opt convert %s -o %t.quiet.tflite --quiet --report - | FileCheck %s --check-prefix=REPORT
// RUN: not tfl-opt convert %S/Inputs/no-conversion.mlir -o %t.none.tflite 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: tfl-opt convert %S/Inputs/no-conversion.mlir -o %t.custom.tflite --allow-custom Digamma 2>&1 | FileCheck %s --check-prefix=CUSTOM
// RUN: not tfl-opt convert %S/no-such-model -o %t.none.tflite 2>&1 | FileCheck %s --check-prefix=MISSING

// CHECK-LABEL: func.func @main
// CHECK-NEXT: "tfl.tanh"(%arg0)
// CHECK-NEXT: return

// Every operation of the source is accounted for.
// REPORT: "converted": true
// REPORT: "ops_before": {
// REPORT: "tf.Identity": 1
// REPORT: "ops_after": {
// REPORT-NEXT: "TANH": 1
// REPORT: "ops": [
// REPORT: "name": "tf.Tanh"
// REPORT-NEXT: "layer": "layer"
// REPORT-NEXT: "function": "main"
// REPORT-NEXT: "fate": "builtin"
// REPORT-NEXT: "ops": [
// REPORT-NEXT: "tfl.tanh"
// REPORT: "rules": [
// REPORT: "name": "tf.Neg"
// REPORT: "fate": "dropped-dead"
// REPORT-NEXT: "pass": "dce"
// REPORT: "name": "tf.Identity"
// REPORT: "fate": "folded"
// REPORT-NEXT: "pass": "canonicalize"

// NONE: no-conversion.mlir:2:{{[0-9]+}}: error: nothing converts `tf.Digamma`
// CUSTOM: custom operations Digamma
// MISSING: no-such-model: error: there is no such file or folder [no-input]
func.func @main(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.Tanh"(%arg0) : (tensor<4xf32>) -> tensor<4xf32> loc("layer")
  %1 = "tf.Neg"(%0) : (tensor<4xf32>) -> tensor<4xf32> loc("unused")
  %2 = "tf.Identity"(%0) : (tensor<4xf32>) -> tensor<4xf32> loc("copy")
  func.return %2 : tensor<4xf32>
}
