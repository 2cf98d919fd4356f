// RUN: tfl-opt %s --tfl-canonicalize-boundary-value | FileCheck %s

// CHECK-LABEL: func.func @infinities
// CHECK: arith.constant dense<[3.40282347E+38, 1.000000e+00, -3.40282347E+38, 0x7FC00000]> : tensor<4xf32>
// CHECK: arith.constant dense<-6.550400e+04> : tensor<2xf16>
// CHECK: "tf.Const"() <{value = dense<3.389530e+38> : tensor<bf16>}>
// CHECK: arith.constant -1.7976931348623157E+308 : f64
func.func @infinities() -> (tensor<4xf32>, tensor<2xf16>, tensor<bf16>, f64) {
  %0 = arith.constant dense<[0x7F800000, 1.0, 0xFF800000, 0x7FC00000]> : tensor<4xf32>
  %1 = arith.constant dense<0xFC00> : tensor<2xf16>
  %2 = "tf.Const"() {value = dense<0x7F80> : tensor<bf16>} : () -> tensor<bf16>
  %3 = arith.constant 0xFFF0000000000000 : f64
  func.return %0, %1, %2, %3 : tensor<4xf32>, tensor<2xf16>, tensor<bf16>, f64
}

// Codes that are no infinity, in formats that have none or have other ones.
// CHECK-LABEL: func.func @others
// CHECK: arith.constant dense<[2139095040, -8388608]> : tensor<2xi32>
// CHECK: arith.constant dense<{{.*}}0x7F{{.*}}> : tensor<2xf8E4M3FN>
func.func @others() -> (tensor<2xi32>, tensor<2xf8E4M3FN>) {
  %0 = arith.constant dense<[2139095040, -8388608]> : tensor<2xi32>
  %1 = arith.constant dense<[0x7F, 1.0]> : tensor<2xf8E4M3FN>
  func.return %0, %1 : tensor<2xi32>, tensor<2xf8E4M3FN>
}
