// RUN: tfl-opt %s --mlir-very-unsafe-disable-verifier-on-parsing --verify-roundtrip | FileCheck %s

// What a short form cannot say is printed in the generic form, without quotes where MLIR prints it so.
// CHECK: func.func @f(%arg0: tensor<2xf32>, %arg1: tensor<f32>, %arg2: i32) {
// CHECK: %0 = tfl.add(%arg0, %arg1) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
// CHECK: %cst = "arith.constant"() <{value = dense<1.000000e+00> : tensor<2xf32>}> : () -> tensor<?xf32>
// CHECK: %1 = "arith.cmpi"(%arg2, %arg2) <{predicate = 77 : i64}> : (i32, i32) -> i1
// CHECK: %2 = "arith.addi"(%arg2, %arg2) <{overflowFlags = "odd"}> : (i32, i32) -> i32
// CHECK: %3 = "stablehlo.tuple"(%arg2) : (i32) -> tuple<i64>
// CHECK: %4 = "stablehlo.transpose"(%arg0) <{permutation = dense<0> : tensor<1xi64>}> : (tensor<2xf32>) -> tensor<2xf32>
// CHECK: return
func.func @f(%a: tensor<2xf32>, %b: tensor<f32>, %i: i32) {
  %0 = tfl.add(%a, %b) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
  %1 = "arith.constant"() {value = dense<1.0> : tensor<2xf32>} : () -> tensor<?xf32>
  %2 = "arith.cmpi"(%i, %i) <{predicate = 77 : i64}> : (i32, i32) -> i1
  %3 = "arith.addi"(%i, %i) <{overflowFlags = "odd"}> : (i32, i32) -> i32
  %4 = "stablehlo.tuple"(%i) : (i32) -> tuple<i64>
  %5 = "stablehlo.transpose"(%a) <{permutation = dense<0> : tensor<1xi64>}> : (tensor<2xf32>) -> tensor<2xf32>
  return
}
