// RUN: tfl-opt %s --verify-roundtrip | FileCheck %s

// The short forms of StableHLO, MHLO and CHLO. Where types do not follow from one another all are written.
// CHECK: func.func @f(%arg0: tensor<2x2xf32>, %arg1: tensor<f32>, %arg2: tensor<i32>, %arg3: tensor<2x2xi8>) {
// CHECK: %cst = stablehlo.constant dense<1.000000e+00> : tensor<f32>
// CHECK: %c = stablehlo.constant {foo} dense<[3, 4]> : tensor<2xi32>
// CHECK: %cst_0 = stablehlo.constant() <{value = dense<0> : tensor<2xi8>}> : () -> tensor<2x!quant.uniform<i8:f32, 1.000000e+00>>
// CHECK: %0 = stablehlo.add %arg0, %arg0 : tensor<2x2xf32>
// CHECK: %1 = stablehlo.add %arg0, %arg0 : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<?x?xf32>
// CHECK: %2 = stablehlo.tanh %arg0 {foo} : tensor<2x2xf32>
// CHECK: %3 = stablehlo.convert %arg0 : (tensor<2x2xf32>) -> tensor<2x2xf16>
// CHECK: %4 = stablehlo.compare  LT, %arg0, %arg0 : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xi1>
// CHECK: %5 = stablehlo.compare  EQ, %arg0, %arg0,  TOTALORDER : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xi1>
// CHECK: %6 = stablehlo.select %4, %arg0, %arg0 : tensor<2x2xi1>, tensor<2x2xf32>
// CHECK: %7 = stablehlo.clamp %arg1, %arg0, %arg1 : (tensor<f32>, tensor<2x2xf32>, tensor<f32>) -> tensor<2x2xf32>
// CHECK: %8 = stablehlo.clamp %arg0, %arg0, %arg0 : tensor<2x2xf32>
// CHECK: %9 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<f32>) -> tensor<2xf32>
// CHECK: %10 = stablehlo.transpose %arg0, dims = [1, 0] : (tensor<2x2xf32>) -> tensor<2x2xf32>
// CHECK: %11 = stablehlo.concatenate %arg0, %arg0, dim = 0 : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<4x2xf32>
// CHECK: %12 = stablehlo.pad %arg0, %arg1, low = [0, 1], high = [-1, 0], interior = [0, 0] : (tensor<2x2xf32>, tensor<f32>) -> tensor<1x3xf32>
// CHECK: %13 = stablehlo.dynamic_slice %arg0, %arg2, %arg2, sizes = [1, 1] : (tensor<2x2xf32>, tensor<i32>, tensor<i32>) -> tensor<1x1xf32>
// CHECK: %14 = stablehlo.iota dim = 0 : tensor<4xi32>
// CHECK: %15 = stablehlo.reshape %arg0 : (tensor<2x2xf32>) -> tensor<4xf32>
// CHECK: %16:2 = stablehlo.optimization_barrier %arg0, %arg1 : tensor<2x2xf32>, tensor<f32>
// CHECK: stablehlo.optimization_barrier()
// CHECK: %17 = stablehlo.tuple %arg0, %arg1 : tuple<tensor<2x2xf32>, tensor<f32>>
// CHECK: %18 = stablehlo.get_tuple_element %17[1] : (tuple<tensor<2x2xf32>, tensor<f32>>) -> tensor<f32>
// CHECK: %19 = stablehlo.custom_call @"a b"(%arg0) {has_side_effect = true} : (tensor<2x2xf32>) -> tensor<2x2xf32>
// CHECK: %20 = stablehlo.composite "my.op" %arg0, %arg1 {composite_attributes = {k = 1 : i32}, decomposition = @g} : (tensor<2x2xf32>, tensor<f32>) -> tensor<2x2xf32>
// CHECK: %21 = "stablehlo.reduce"(%arg0, %arg1) <{dimensions = array<i64: 0>}> ({
// CHECK: ^bb0(%arg4: tensor<f32>, %arg5: tensor<f32>):
// CHECK: %26 = stablehlo.maximum %arg4, %arg5 : tensor<f32>
// CHECK: stablehlo.return %26 : tensor<f32>
// CHECK: }) : (tensor<2x2xf32>, tensor<f32>) -> tensor<2xf32>
// CHECK: %22 = mhlo.constant dense<[5, 7]> : tensor<2xi32>
// CHECK: %23 = mhlo.multiply %arg0, %arg0 : tensor<2x2xf32>
// CHECK: %24 = chlo.broadcast_add %arg0, %arg1 {broadcast_dimensions = array<i64>} : (tensor<2x2xf32>, tensor<f32>) -> tensor<2x2xf32>
// CHECK: %25 = chlo.erf %arg0 : tensor<2x2xf32> -> tensor<2x2xf32>
// CHECK: return
// CHECK: func.func private @g(tensor<2x2xf32>, tensor<f32>) -> tensor<2x2xf32>
func.func @f(%a: tensor<2x2xf32>, %s: tensor<f32>, %i: tensor<i32>, %q: tensor<2x2xi8>) {
  %0 = stablehlo.constant dense<1.0> : tensor<f32>
  %1 = stablehlo.constant {foo} dense<[3, 4]> : tensor<2xi32>
  %2 = stablehlo.constant() <{value = dense<0> : tensor<2xi8>}> : () -> tensor<2x!quant.uniform<i8:f32, 1.0>>
  %3 = stablehlo.add %a, %a : tensor<2x2xf32>
  %4 = stablehlo.add %a, %a : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<?x?xf32>
  %5 = stablehlo.tanh %a {foo} : tensor<2x2xf32>
  %6 = stablehlo.convert %a : (tensor<2x2xf32>) -> tensor<2x2xf16>
  %7 = stablehlo.compare  LT, %a, %a : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xi1>
  %8 = stablehlo.compare EQ, %a, %a, TOTALORDER : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xi1>
  %9 = stablehlo.select %7, %a, %a : tensor<2x2xi1>, tensor<2x2xf32>
  %10 = stablehlo.clamp %s, %a, %s : (tensor<f32>, tensor<2x2xf32>, tensor<f32>) -> tensor<2x2xf32>
  %11 = stablehlo.clamp %a, %a, %a : tensor<2x2xf32>
  %12 = stablehlo.broadcast_in_dim %s, dims = [] : (tensor<f32>) -> tensor<2xf32>
  %13 = stablehlo.transpose %a, dims = [1, 0] : (tensor<2x2xf32>) -> tensor<2x2xf32>
  %14 = stablehlo.concatenate %a, %a, dim = 0 : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<4x2xf32>
  %15 = stablehlo.pad %a, %s, low = [0, 1], high = [-1, 0], interior = [0, 0] : (tensor<2x2xf32>, tensor<f32>) -> tensor<1x3xf32>
  %16 = stablehlo.dynamic_slice %a, %i, %i, sizes = [1, 1] : (tensor<2x2xf32>, tensor<i32>, tensor<i32>) -> tensor<1x1xf32>
  %17 = stablehlo.iota dim = 0 : tensor<4xi32>
  %18 = stablehlo.reshape %a : (tensor<2x2xf32>) -> tensor<4xf32>
  %19:2 = stablehlo.optimization_barrier %a, %s : tensor<2x2xf32>, tensor<f32>
  stablehlo.optimization_barrier()
  %20 = stablehlo.tuple %a, %s : tuple<tensor<2x2xf32>, tensor<f32>>
  %21 = stablehlo.get_tuple_element %20[1] : (tuple<tensor<2x2xf32>, tensor<f32>>) -> tensor<f32>
  %22 = stablehlo.custom_call @"a b"(%a) {has_side_effect = true} : (tensor<2x2xf32>) -> tensor<2x2xf32>
  %23 = stablehlo.composite "my.op" %a, %s {composite_attributes = {k = 1 : i32}, decomposition = @g} : (tensor<2x2xf32>, tensor<f32>) -> tensor<2x2xf32>
  %24 = "stablehlo.reduce"(%a, %s) <{dimensions = array<i64: 0>}> ({
  ^bb0(%x: tensor<f32>, %y: tensor<f32>):
    %z = stablehlo.maximum %x, %y : tensor<f32>
    stablehlo.return %z : tensor<f32>
  }) : (tensor<2x2xf32>, tensor<f32>) -> tensor<2xf32>
  %25 = mhlo.constant dense<[5, 7]> : tensor<2xi32>
  %26 = mhlo.multiply %a, %a : tensor<2x2xf32>
  %27 = chlo.broadcast_add %a, %s {broadcast_dimensions = array<i64>} : (tensor<2x2xf32>, tensor<f32>) -> tensor<2x2xf32>
  %28 = chlo.erf %a : tensor<2x2xf32> -> tensor<2x2xf32>
  return
}
func.func private @g(tensor<2x2xf32>, tensor<f32>) -> tensor<2x2xf32>
