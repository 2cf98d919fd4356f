// RUN: tfl-opt %s --tfl-large-constant-fold | FileCheck %s --check-prefixes=CHECK,PLAIN
// RUN: tfl-opt %s --tfl-large-constant-fold=fold-elementwise-ops=true | FileCheck %s --check-prefixes=CHECK,ARITHMETIC
// RUN: tfl-opt %s --tfl-large-constant-fold=fold-fp16-resource-casts=false | FileCheck %s --check-prefixes=CHECK,NO-CASTS
// RUN: tfl-opt %s --tfl-large-constant-fold --fold-constants | FileCheck %s --check-prefix=ORDER

// A cast is noted; of one element that is repeated it is done.
// CHECK-LABEL: func.func @casts
// PLAIN-DAG: %[[A:.*]] = arith.constant {litert.target_element_type = f32} dense_resource<half> : tensor<3xf32>
// PLAIN-DAG: %[[B:.*]] = arith.constant dense_resource<cast_one_f32> : tensor<4xf32>
// PLAIN: return %[[A]], %[[B]]
// ARITHMETIC-DAG: dense_resource<half> : tensor<3xf32>
// ARITHMETIC-DAG: dense_resource<cast_one_f32>
// NO-CASTS: %[[A:.*]] = arith.constant dense_resource<half> : tensor<3xf16>
// NO-CASTS: "tfl.cast"(%[[A]])
// NO-CASTS: "tfl.cast"
// ORDER-LABEL: func.func @casts
// ORDER-DAG: arith.constant dense<[1.000000e+00, 2.000000e+00, 3.000000e+00]> : tensor<3xf32>
func.func @casts() -> (tensor<3xf32>, tensor<4xf32>) {
  %0 = arith.constant dense_resource<half> : tensor<3xf16>
  %1 = "tfl.cast"(%0) : (tensor<3xf16>) -> tensor<3xf32>
  %2 = arith.constant dense_resource<one> : tensor<4xbf16>
  %3 = "tfl.cast"(%2) : (tensor<4xbf16>) -> tensor<4xf32>
  func.return %1, %3 : tensor<3xf32>, tensor<4xf32>
}

// Both notes, whatever came first.
// CHECK-LABEL: func.func @casts_and_transposes
// PLAIN: %[[A:.*]] = arith.constant {litert.layout_permutation = [1, 0], litert.target_element_type = f32} dense_resource<half> : tensor<1x3xf32>
// PLAIN-NEXT: return %[[A]], %[[A]]
// ORDER-LABEL: func.func @casts_and_transposes
// ORDER-DAG: arith.constant dense<{{\[\[}}1.000000e+00, 2.000000e+00, 3.000000e+00]]> : tensor<1x3xf32>
func.func @casts_and_transposes() -> (tensor<1x3xf32>, tensor<1x3xf32>) {
  %0 = arith.constant dense_resource<half> : tensor<3x1xf16>
  %perm = arith.constant dense<[1, 0]> : tensor<2xi64>
  %1 = "tfl.cast"(%0) : (tensor<3x1xf16>) -> tensor<3x1xf32>
  %2 = "tfl.transpose"(%1, %perm) : (tensor<3x1xf32>, tensor<2xi64>) -> tensor<1x3xf32>
  %3 = "tfl.transpose"(%0, %perm) : (tensor<3x1xf16>, tensor<2xi64>) -> tensor<1x3xf16>
  %4 = "tfl.cast"(%3) : (tensor<1x3xf16>) -> tensor<1x3xf32>
  func.return %2, %4 : tensor<1x3xf32>, tensor<1x3xf32>
}

// A reshape keeps the bytes, and so the key.
// CHECK-LABEL: func.func @reshapes
// CHECK: %[[A:.*]] = arith.constant dense_resource<six> : tensor<6xi32>
// CHECK-NEXT: return %[[A]]
func.func @reshapes() -> tensor<6xi32> {
  %0 = arith.constant dense_resource<six> : tensor<2x3xi32>
  %shape = arith.constant dense<6> : tensor<1xi32>
  %1 = "tfl.reshape"(%0, %shape) : (tensor<2x3xi32>, tensor<1xi32>) -> tensor<6xi32>
  func.return %1 : tensor<6xi32>
}

// Two transpositions are noted as one; a constant with a note is not computed with, until it is put in order.
// CHECK-LABEL: func.func @transposes
// CHECK-DAG: %[[A:.*]] = arith.constant {litert.layout_permutation = [2, 0, 1]} dense_resource<six> : tensor<3x1x2xi32>
// CHECK-DAG: %[[B:.*]] = arith.constant {litert.layout_permutation = [1, 2, 0]} dense_resource<six> : tensor<2x3x1xi32>
// CHECK: %[[C:.*]] = "tfl.reshape"(%[[A]],
// CHECK: return %[[C]], %[[B]]
// ORDER-LABEL: func.func @transposes
// ORDER-DAG: %[[A:.*]] = arith.constant dense<[1, 4, 2, 5, 3, 6]> : tensor<6xi32>
// ORDER-DAG: %[[B:.*]] = arith.constant dense<{{\[\[\[}}1], [2], [3]], {{\[\[}}4], [5], [6]]]> : tensor<2x3x1xi32>
// ORDER: return %[[A]], %[[B]]
func.func @transposes() -> (tensor<6xi32>, tensor<2x3x1xi32>) {
  %0 = arith.constant dense_resource<six> : tensor<1x2x3xi32>
  %perm = arith.constant dense<[2, 0, 1]> : tensor<3xi32>
  %shape = arith.constant dense<6> : tensor<1xi32>
  %1 = "tfl.transpose"(%0, %perm) : (tensor<1x2x3xi32>, tensor<3xi32>) -> tensor<3x1x2xi32>
  %2 = "tfl.reshape"(%1, %shape) : (tensor<3x1x2xi32>, tensor<1xi32>) -> tensor<6xi32>
  %3 = "tfl.transpose"(%1, %perm) : (tensor<3x1x2xi32>, tensor<3xi32>) -> tensor<2x3x1xi32>
  func.return %2, %3 : tensor<6xi32>, tensor<2x3x1xi32>
}

// CHECK-LABEL: func.func @arithmetic
// PLAIN: tfl.add
// PLAIN: tfl.mul
// ARITHMETIC: %[[A:.*]] = arith.constant dense_resource<add_six_dense> : tensor<6xi32>
// ARITHMETIC: %[[B:.*]] = arith.constant dense_resource<mul_add_six_dense_six> : tensor<6xi32>
// ARITHMETIC-NEXT: return %[[B]]
func.func @arithmetic() -> (tensor<6xi32>, tensor<6xi32>) {
  %0 = arith.constant dense_resource<six> : tensor<6xi32>
  %one = arith.constant dense<[1, 1, 1, 1, 1, 2]> : tensor<6xi32>
  %1 = "tfl.add"(%0, %one) {fused_activation_function = "NONE"} : (tensor<6xi32>, tensor<6xi32>) -> tensor<6xi32>
  %2 = "tfl.mul"(%1, %0) {fused_activation_function = "NONE"} : (tensor<6xi32>, tensor<6xi32>) -> tensor<6xi32>
  func.return %2, %1 : tensor<6xi32>, tensor<6xi32>
}

// ARITHMETIC: mul_add_six_dense_six: "0x40000000020000000600000{{.*}}"

{-#
  dialect_resources: {
    builtin: {
      half: "0x40000000003C00400042",
      one: "0x40000000803F",
      six: "0x40000000010000000200000003000000040000000500000006000000"
    }
  }
#-}
