// RUN: tfl-opt %s --tfl-dense-to-dense-resource-elements | FileCheck %s

// Keys are numbered. One element that is repeated has a short form already.
// CHECK-LABEL: func.func @constants
// CHECK: arith.constant dense_resource<dense_elements_i16> : tensor<2xi16>
// CHECK: arith.constant dense_resource<dense_elements_i16_1> : tensor<2xi16>
// CHECK: arith.constant dense<7> : tensor<2xi16>
// CHECK: arith.constant dense_resource<dense_elements_f64> : tensor<2xf64>
func.func @constants() -> (tensor<2xi16>, tensor<2xi16>, tensor<2xi16>, tensor<2xf64>) {
  %0 = arith.constant dense<[1, 2]> : tensor<2xi16>
  %1 = arith.constant dense<[3, 4]> : tensor<2xi16>
  %2 = arith.constant dense<7> : tensor<2xi16>
  %3 = arith.constant dense<[0.5, 1.0]> : tensor<2xf64>
  func.return %0, %1, %2, %3 : tensor<2xi16>, tensor<2xi16>, tensor<2xi16>, tensor<2xf64>
}

// CHECK: {-#
// CHECK-NEXT: dialect_resources: {
// CHECK-NEXT: builtin: {
// CHECK-NEXT: dense_elements_i16: "0x4000000001000200",
// CHECK-NEXT: dense_elements_i16_1: "0x4000000003000400",
// CHECK-NEXT: dense_elements_f64: "0x40000000000000000000E03F000000000000F03F"
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: #-}
