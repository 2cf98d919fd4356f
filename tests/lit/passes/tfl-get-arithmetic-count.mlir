// RUN: tfl-opt %s --tfl-get-arithmetic-count | FileCheck %s

// 2 * 3 * 5 products in each of 4 columns, and no bias; with one, an addition for each result more.
// CHECK-LABEL: func.func @dense
// CHECK: "tfl.fully_connected"{{.*}}_arithmetic_count = 120 : i64
// CHECK: "tfl.fully_connected"{{.*}}_arithmetic_count = 132 : i64
// CHECK: "tfl.tanh"{{.*}}_arithmetic_count = 768 : i64
// CHECK: "tfl.neg"(%{{[0-9]+}}) :
func.func @dense(%x: tensor<4x5xf32>, %w: tensor<3x5xf32>, %b: tensor<3xf32>) -> tensor<4x3xf32> {
  %none = "tfl.no_value"() <{value}> : () -> none
  %0 = "tfl.fully_connected"(%x, %w, %none) <{fused_activation_function = "NONE", keep_num_dims = false, weights_format = "DEFAULT"}> : (tensor<4x5xf32>, tensor<3x5xf32>, none) -> tensor<4x3xf32>
  %1 = "tfl.fully_connected"(%x, %w, %b) <{fused_activation_function = "NONE", keep_num_dims = false, weights_format = "DEFAULT"}> : (tensor<4x5xf32>, tensor<3x5xf32>, tensor<3xf32>) -> tensor<4x3xf32>
  %2 = "tfl.tanh"(%0) : (tensor<4x3xf32>) -> tensor<4x3xf32>
  %3 = "tfl.add_n"(%1, %2) : (tensor<4x3xf32>, tensor<4x3xf32>) -> tensor<4x3xf32>
  %4 = "tfl.neg"(%3) : (tensor<4x3xf32>) -> tensor<4x3xf32>
  func.return %4 : tensor<4x3xf32>
}

// An open shape, and a count that no number holds.
// CHECK-LABEL: func.func @unknown
// CHECK: tfl.mul{{.*}}_arithmetic_count = -1 : i64
// CHECK: tfl.add{{.*}}_arithmetic_count = 4000000000000000000 : i64
// CHECK: "tfl.logistic"{{.*}}_arithmetic_count = -1 : i64
func.func @unknown(%x: tensor<?x3xf32>, %y: tensor<2000000000x2000000000xf32>) {
  %0 = "tfl.mul"(%x, %x) <{fused_activation_function = "NONE"}> : (tensor<?x3xf32>, tensor<?x3xf32>) -> tensor<?x3xf32>
  %1 = "tfl.add"(%y, %y) <{fused_activation_function = "NONE"}> : (tensor<2000000000x2000000000xf32>, tensor<2000000000x2000000000xf32>) -> tensor<2000000000x2000000000xf32>
  %2 = "tfl.logistic"(%1) : (tensor<2000000000x2000000000xf32>) -> tensor<2000000000x2000000000xf32>
  func.return
}
