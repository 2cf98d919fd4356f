// RUN: tfl-opt %s --verify-roundtrip | FileCheck %s

// The short forms of arith, flags among them. All of the fast-math flags are one word.
// CHECK: func.func @f(%arg0: f32, %arg1: f32, %arg2: i32, %arg3: index, %arg4: tensor<4xf32>, %arg5: vector<4xi32>) {
// CHECK: %0 = arith.addf %arg0, %arg1 fastmath<nnan,ninf> : f32
// CHECK: %1 = arith.subf %arg0, %arg1 fastmath<fast> {foo} : f32
// CHECK: %2 = arith.mulf %arg4, %arg4 : tensor<4xf32>
// CHECK: %3 = arith.negf %arg0 fastmath<fast> : f32
// CHECK: %4 = arith.addi %arg2, %arg2 overflow<nsw, nuw> : i32
// CHECK: %5 = arith.shli %arg5, %arg5 {a = 1 : i64} : vector<4xi32>
// CHECK: %sum, %overflow = arith.addui_extended %arg2, %arg2 : i32, i1
// CHECK: %low, %high = arith.mulsi_extended %arg2, %arg2 : i32
// CHECK: %6 = arith.cmpi slt, %arg5, %arg5 : vector<4xi32>
// CHECK: %7 = arith.cmpf ueq, %arg4, %arg4 fastmath<nsz> : tensor<4xf32>
// CHECK: %8 = arith.cmpf true, %arg0, %arg1 {foo} : f32
// CHECK: %9 = arith.truncf %arg0 to_nearest_even : f32 to bf16
// CHECK: %10 = arith.truncf %arg0 fastmath<nnan> : f32 to f16
// CHECK: %11 = arith.extf %arg0 fastmath<fast> : f32 to f64
// CHECK: %12 = arith.index_cast %arg3 {foo} : index to i64
// CHECK: %13 = arith.select %8, %arg4, %arg4 : tensor<4xf32>
// CHECK: %14 = arith.select %7, %arg4, %arg4 : tensor<4xi1>, tensor<4xf32>
// CHECK: %c5_i8 = arith.constant {foo} 5 : i8
// CHECK: %c6_i8 = arith.constant {foo} 6 : i8
// CHECK: %cst = arith.constant 1.000000e+00 : f64
// CHECK: %cst_0 = arith.constant dense<[1, 2]> : vector<2xi4>
// CHECK: %15 = arith.addf %arg0, %arg1 fastmath<contract> : f32
// CHECK: %false = arith.constant false
// CHECK: %c-1_i32 = arith.constant -1 : i32
// CHECK: return
func.func @f(%a: f32, %b: f32, %i: i32, %x: index, %t: tensor<4xf32>, %v: vector<4xi32>) {
  %0 = arith.addf %a, %b fastmath<nnan , ninf> : f32
  %1 = arith.subf %a, %b fastmath<reassoc,nnan,ninf,nsz,arcp,contract,afn> {foo} : f32
  %2 = arith.mulf %t, %t fastmath<none> : tensor<4xf32>
  %3 = arith.negf %a fastmath<fast> : f32
  %4 = arith.addi %i, %i overflow<nuw, nsw> : i32
  %5 = arith.shli %v, %v overflow<none> {a = 1} : vector<4xi32>
  %6, %7 = arith.addui_extended %i, %i : i32, i1
  %8:2 = arith.mulsi_extended %i, %i : i32
  %9 = arith.cmpi slt, %v, %v : vector<4xi32>
  %10 = arith.cmpf ueq, %t, %t fastmath<nsz> : tensor<4xf32>
  %11 = arith.cmpf true, %a, %b {foo} : f32
  %12 = arith.truncf %a to_nearest_even : f32 to bf16
  %13 = arith.truncf %a fastmath<nnan> : f32 to f16
  %14 = arith.extf %a fastmath<fast> : f32 to f64
  %15 = arith.index_cast %x {foo} : index to i64
  %16 = arith.select %11, %t, %t : tensor<4xf32>
  %17 = arith.select %10, %t, %t : tensor<4xi1>, tensor<4xf32>
  %18 = arith.constant {foo} 5 : i8
  %19 = arith.constant {foo} 6 : i8
  %20 = arith.constant 1.0 : f64
  %21 = arith.constant dense<[1, 2]> : vector<2xi4>
  %22 = "arith.addf"(%a, %b) <{fastmath = #arith.fastmath<contract>}> : (f32, f32) -> f32
  %23 = arith.constant false
  %24 = arith.constant -1 : i32
  return
}
