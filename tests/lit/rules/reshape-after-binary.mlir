// RUN: tfl-opt %s --tfl-optimize | FileCheck %s

// One shape before and one shape after: a single reshape does.
// CHECK-LABEL: func.func @same
// CHECK: tfl.add %arg0, %arg1
// CHECK: "tfl.reshape"
// CHECK-NOT: "tfl.reshape"
// CHECK: return
func.func @same(%arg0: tensor<2x3xf32>, %arg1: tensor<2x3xf32>) -> tensor<6xf32> {
  %0 = arith.constant dense<6> : tensor<1xi32>
  %1 = "tfl.reshape"(%arg0, %0) : (tensor<2x3xf32>, tensor<1xi32>) -> tensor<6xf32>
  %2 = "tfl.reshape"(%arg1, %0) : (tensor<2x3xf32>, tensor<1xi32>) -> tensor<6xf32>
  %3 = tfl.add %1, %2 {fused_activation_function = "NONE"} : tensor<6xf32>
  return %3 : tensor<6xf32>
}

// Two shapes after, which broadcast: the sum has more elements than either operand.
// CHECK-LABEL: func.func @broadcast
// CHECK: tfl.add(%{{.*}} -> tensor<2x2x3xf32>
// CHECK-NEXT: return
func.func @broadcast(%arg0: tensor<2x3xf32>, %arg1: tensor<2x3xf32>) -> tensor<2x2x3xf32> {
  %0 = arith.constant dense<[2, 1, 3]> : tensor<3xi32>
  %1 = arith.constant dense<[1, 2, 3]> : tensor<3xi32>
  %2 = "tfl.reshape"(%arg0, %0) : (tensor<2x3xf32>, tensor<3xi32>) -> tensor<2x1x3xf32>
  %3 = "tfl.reshape"(%arg1, %1) : (tensor<2x3xf32>, tensor<3xi32>) -> tensor<1x2x3xf32>
  %4 = tfl.add(%2, %3) <{fused_activation_function = "NONE"}> : (tensor<2x1x3xf32>, tensor<1x2x3xf32>) -> tensor<2x2x3xf32>
  return %4 : tensor<2x2x3xf32>
}
