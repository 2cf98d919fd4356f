// RUN: tfl-opt %s --allow-unregistered-dialect --verify-roundtrip | FileCheck %s

// Results are named after the rows of their operation, after what a dialect calls them, or by number.
// CHECK: func.func @f(%arg0: tensor<4xf32>, %arg1: tensor<i32>, %arg2: index) {
// CHECK: %values, %indices = "tfl.topk_v2"(%arg0, %arg1) : (tensor<4xf32>, tensor<i32>) -> (tensor<2xf32>, tensor<2xi32>)
// CHECK: %values_0, %indices_1 = "tfl.topk_v2"(%values, %arg1) : (tensor<2xf32>, tensor<i32>) -> (tensor<2xf32>, tensor<2xi32>)
// CHECK: %0:3 = "x.y"(%indices_1, %indices) : (tensor<2xi32>, tensor<2xi32>) -> (i1, i1, i1)
// CHECK: %dim = tensor.dim %arg0, %arg2 : tensor<4xf32>
// CHECK: %c5_i32 = arith.constant 5 : i32
// CHECK: %c5 = arith.constant 5 : index
// CHECK: %cst = "tf.Const"() <{value = dense<1.000000e+00> : tensor<f32>}> : () -> tensor<f32>
// CHECK: %1 = "x.z"(%0#2, %dim) : (i1, index) -> i1
// CHECK: return
func.func @f(%t: tensor<4xf32>, %k: tensor<i32>, %x: index) {
  %0:2 = "tfl.topk_v2"(%t, %k) : (tensor<4xf32>, tensor<i32>) -> (tensor<2xf32>, tensor<2xi32>)
  %1:2 = "tfl.topk_v2"(%0#0, %k) : (tensor<2xf32>, tensor<i32>) -> (tensor<2xf32>, tensor<2xi32>)
  %2:3 = "x.y"(%1#1, %0#1) : (tensor<2xi32>, tensor<2xi32>) -> (i1, i1, i1)
  %3 = tensor.dim %t, %x : tensor<4xf32>
  %4 = arith.constant 5 : i32
  %5 = arith.constant 5 : index
  %6 = "tf.Const"() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %7 = "x.z"(%2#2, %3) : (i1, index) -> i1
  return
}
