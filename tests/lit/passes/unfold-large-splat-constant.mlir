// RUN: tfl-opt %s --unfold-large-splat-constant | FileCheck %s

// A million bits are 31,250 floats; bools count as bits, and other types than those of fill stay.
// CHECK-LABEL: func.func @constants
// CHECK-DAG: arith.constant dense<2.000000e+00> : tensor<31249xf32>
// CHECK-DAG: arith.constant dense<true> : tensor<31250xi1>
// CHECK-DAG: arith.constant dense<1> : tensor<1000000xi8>
// CHECK-DAG: %[[SHAPE:.*]] = arith.constant dense<[5, 6250]> : tensor<2xi64>
// CHECK-DAG: %[[VALUE:.*]] = arith.constant dense<2.000000e+00> : tensor<f32>
// CHECK-DAG: "tfl.fill"(%[[SHAPE]], %[[VALUE]]) : (tensor<2xi64>, tensor<f32>) -> tensor<5x6250xf32>
// CHECK: return
func.func @constants() -> (tensor<31249xf32>, tensor<5x6250xf32>, tensor<31250xi1>, tensor<1000000xi8>) {
  %0 = arith.constant dense<2.0> : tensor<31249xf32>
  %1 = arith.constant dense<2.0> : tensor<5x6250xf32>
  %2 = arith.constant dense<true> : tensor<31250xi1>
  %3 = arith.constant dense<1> : tensor<1000000xi8>
  func.return %0, %1, %2, %3 : tensor<31249xf32>, tensor<5x6250xf32>, tensor<31250xi1>, tensor<1000000xi8>
}
