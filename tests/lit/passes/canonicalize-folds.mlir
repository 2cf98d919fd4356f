// RUN: tfl-opt %s --canonicalize | FileCheck %s

// A constant says what its operation said of the type, even where that is less.
// CHECK-LABEL: func.func @open_results
// CHECK: %[[A:.*]] = "tfl.pseudo_const"() <{value = dense<[3, 2, 1]> : tensor<3xi32>}> : () -> tensor<?xi32>
// CHECK-NEXT: return %[[A]]
func.func @open_results() -> tensor<?xi32> {
  %x = arith.constant dense<[1, 2, 3]> : tensor<3xi32>
  %axis = arith.constant dense<0> : tensor<1xi32>
  %0 = "tfl.reverse_v2"(%x, %axis) : (tensor<3xi32>, tensor<1xi32>) -> tensor<?xi32>
  func.return %0 : tensor<?xi32>
}

// One after the other.
// CHECK-LABEL: func.func @chain
// CHECK: %[[A:.*]] = arith.constant dense<[0.000000e+00, 5.000000e-01, 1.000000e+00]> : tensor<3xf32>
// CHECK-NEXT: return %[[A]]
func.func @chain() -> tensor<3xf32> {
  %x = "tfl.pseudo_const"() {value = dense<[-1.0, 1.0, 2.0]> : tensor<3xf32>} : () -> tensor<3xf32>
  %half = arith.constant dense<0.5> : tensor<f32>
  %0 = "tfl.relu"(%x) : (tensor<3xf32>) -> tensor<3xf32>
  %1 = "tfl.mul"(%half, %0) {fused_activation_function = "NONE"} : (tensor<f32>, tensor<3xf32>) -> tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

// What follows from types alone.
// CHECK-LABEL: func.func @shapes
// CHECK-DAG: %[[S:.*]] = arith.constant dense<[2, 3]> : tensor<2xi64>
// CHECK-DAG: %[[R:.*]] = "tf.Const"() <{value = dense<2> : tensor<i32>}>
// CHECK: return %[[S]], %[[R]]
func.func @shapes(%arg0: tensor<2x3xf32>, %arg1: tensor<?x?xf32>) -> (tensor<2xi64>, tensor<i32>) {
  %0 = "tfl.shape"(%arg0) : (tensor<2x3xf32>) -> tensor<2xi64>
  %1 = "tf.Rank"(%arg1) : (tensor<?x?xf32>) -> tensor<i32>
  func.return %0, %1 : tensor<2xi64>, tensor<i32>
}

// A division by zero has no value, and a broadcast that would make a small constant large stays one.
// CHECK-LABEL: func.func @not_folded
// CHECK: tfl.div
// CHECK: "tfl.broadcast_to"
func.func @not_folded() -> (tensor<2xi32>, tensor<1000x1000xf32>) {
  %x = arith.constant dense<[1, 2]> : tensor<2xi32>
  %zero = arith.constant dense<[1, 0]> : tensor<2xi32>
  %row = arith.constant dense<"0x0000803F00000040"> : tensor<2xf32>
  %to = arith.constant dense<[500000, 2]> : tensor<2xi32>
  %flat = arith.constant dense<1000> : tensor<2xi32>
  %0 = "tfl.div"(%x, %zero) {fused_activation_function = "NONE"} : (tensor<2xi32>, tensor<2xi32>) -> tensor<2xi32>
  %1 = "tfl.broadcast_to"(%row, %to) : (tensor<2xf32>, tensor<2xi32>) -> tensor<500000x2xf32>
  %2 = "tfl.reshape"(%1, %flat) : (tensor<500000x2xf32>, tensor<2xi32>) -> tensor<1000x1000xf32>
  func.return %0, %2 : tensor<2xi32>, tensor<1000x1000xf32>
}

// Numbers that are no tensors.
// CHECK-LABEL: func.func @numbers
// CHECK-DAG: %[[SUM:.*]] = arith.constant 5 : i32
// CHECK-DAG: %[[LESS:.*]] = arith.constant true
// CHECK-DAG: %[[NARROW:.*]] = arith.constant -1 : i8
// CHECK-DAG: %[[HALF:.*]] = arith.constant 5.000000e-01 : f32
// CHECK: return %[[SUM]], %[[LESS]], %[[NARROW]], %[[HALF]]
func.func @numbers() -> (i32, i1, i8, f32) {
  %a = arith.constant 2 : i32
  %b = arith.constant 3 : i32
  %c = arith.constant 511 : i32
  %x = arith.constant 1.0 : f32
  %y = arith.constant 2.0 : f32
  %0 = arith.addi %a, %b : i32
  %1 = arith.cmpi slt, %a, %b : i32
  %2 = arith.trunci %c : i32 to i8
  %3 = arith.divf %x, %y : f32
  func.return %0, %1, %2, %3 : i32, i1, i8, f32
}

// CHECK-LABEL: func.func @neutral_numbers
// CHECK-DAG: %[[ZERO:.*]] = arith.constant 0 : i32
// CHECK-DAG: %[[POSITIVE:.*]] = arith.constant 0.000000e+00 : f32
// CHECK: %[[SUM:.*]] = arith.addf %arg1, %[[POSITIVE]] : f32
// CHECK-NEXT: return %arg0, %[[ZERO]], %arg1, %[[SUM]], %arg0
func.func @neutral_numbers(%arg0: i32, %arg1: f32, %arg2: i1) -> (i32, i32, f32, f32, i32) {
  %0 = arith.constant 0 : i32
  %1 = arith.constant 0.0 : f32
  %2 = arith.addi %0, %arg0 : i32
  %3 = arith.muli %0, %arg0 : i32
  %4 = arith.subf %arg1, %1 : f32
  // The sum of zero and negative zero is zero.
  %5 = arith.addf %arg1, %1 : f32
  %6 = arith.select %arg2, %2, %arg0 : i32
  func.return %2, %3, %4, %5, %6 : i32, i32, f32, f32, i32
}
