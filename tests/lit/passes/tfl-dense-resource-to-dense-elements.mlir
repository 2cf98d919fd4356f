// RUN: tfl-opt %s --tfl-dense-resource-to-dense-elements | FileCheck %s

// CHECK-LABEL: func.func @constants
// CHECK-DAG: arith.constant dense<[1, 2]> : tensor<2xi16>
// CHECK-DAG: arith.constant dense<5.000000e-01> : tensor<2x2xf32>
// CHECK-NOT: dialect_resources
func.func @constants() -> (tensor<2xi16>, tensor<2x2xf32>) {
  %0 = arith.constant dense_resource<shorts> : tensor<2xi16>
  %1 = arith.constant dense_resource<half> : tensor<2x2xf32>
  func.return %0, %1 : tensor<2xi16>, tensor<2x2xf32>
}

{-#
  dialect_resources: {
    builtin: {
      shorts: "0x0400000001000200",
      half: "0x040000000000003F"
    }
  }
#-}
