// RUN: tfl-opt %s --tfl-downcast-x64 2>&1 | FileCheck %s

// CHECK: warning: 1 of the constant's numbers do not fit into 32 bits and are clipped
// CHECK-LABEL: func.func @all(%arg0: tensor<4xi32>, %arg1: tensor<2xf32>) -> (tensor<4xi32>, tensor<?xf32>)
// CHECK: %[[C:.*]] = arith.constant dense<[2147483647, -3, 5, 6]> : tensor<4xi32>
// CHECK: %[[SUM:.*]] = tfl.add %arg0, %[[C]] {{.*}}: tensor<4xi32>
// CHECK: %[[LOOP:.*]] = "tfl.while"(%[[SUM]])
// CHECK-COUNT-2: ^bb0(%{{.*}}: tensor<4xi32>):
// CHECK: "tfl.arg_max"(%arg1, %{{.*}}) <{output_type = i32}> : (tensor<2xf32>, tensor<i32>) -> tensor<i32>
// CHECK: %[[CALL:.*]] = call @declared(%arg1) : (tensor<2xf32>) -> tensor<?xf32>
// CHECK: return %[[LOOP]], %[[CALL]] : tensor<4xi32>, tensor<?xf32>
// CHECK: func.func private @declared(tensor<2xf32>) -> tensor<?xf32>
func.func @all(%x: tensor<4xi64>, %y: tensor<2xf64>) -> (tensor<4xi64>, tensor<?xf64>) {
  %c = arith.constant dense<[9223372036854775807, -3, 5, 6]> : tensor<4xi64>
  %dim = arith.constant dense<0> : tensor<i64>
  %0 = "tfl.add"(%x, %c) <{fused_activation_function = "NONE"}> : (tensor<4xi64>, tensor<4xi64>) -> tensor<4xi64>
  %1 = "tfl.while"(%0) ({
  ^bb0(%i: tensor<4xi64>):
    %no = arith.constant dense<false> : tensor<i1>
    "tfl.yield"(%no) : (tensor<i1>) -> ()
  }, {
  ^bb0(%i: tensor<4xi64>):
    "tfl.yield"(%i) : (tensor<4xi64>) -> ()
  }) : (tensor<4xi64>) -> tensor<4xi64>
  %2 = "tfl.arg_max"(%y, %dim) <{output_type = i64}> : (tensor<2xf64>, tensor<i64>) -> tensor<i64>
  %3 = func.call @declared(%y) : (tensor<2xf64>) -> tensor<?xf64>
  func.return %1, %3 : tensor<4xi64>, tensor<?xf64>
}
func.func private @declared(tensor<2xf64>) -> tensor<?xf64>
