// RUN: tfl-opt %s -o %t.tflite
// RUN: tfl-opt %t.tflite | FileCheck %s
// RUN: not tfl-opt %S/Inputs/unknown-elements.mlir -o %t.unknown.tflite 2>&1 | FileCheck %s --check-prefix=UNKNOWN

// A file has no notes on constants: what they say is done when the file is written.
// CHECK: "tfl.pseudo_const"() <{value = dense<{{\[\[}}1, 4], [2, 5], [3, 6]]> : tensor<3x2xi32>}>
// UNKNOWN: error: the elements of constant `arith.constant` are not known
func.func @main(%arg0: tensor<3x2xi32>) -> tensor<3x2xi32> {
  %0 = arith.constant {litert.layout_permutation = [1, 0]} dense_resource<six> : tensor<3x2xi32>
  %1 = tfl.add %0, %arg0 {fused_activation_function = "NONE"} : tensor<3x2xi32>
  func.return %1 : tensor<3x2xi32>
}

{-#
  dialect_resources: {
    builtin: {
      six: "0x40000000010000000200000003000000040000000500000006000000"
    }
  }
#-}
