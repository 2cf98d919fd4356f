// RUN: tfl-opt %s --symbol-dce | FileCheck %s

// CHECK: func.func @main
// CHECK: func.func private @used
// CHECK: func.func private @used_by_used
// CHECK-NOT: @unused
// CHECK-NOT: @in_a_dead_cycle
func.func @main(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = func.call @used(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
func.func private @used(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.PartitionedCall"(%arg0) <{config = "", config_proto = "", executor_type = "", f = @used_by_used}> : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
func.func private @used_by_used(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  func.return %arg0 : tensor<4xf32>
}
func.func private @unused(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  func.return %arg0 : tensor<4xf32>
}
func.func private @in_a_dead_cycle(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = func.call @in_a_dead_cycle(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
