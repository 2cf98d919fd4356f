// RUN: tfl-opt %s --inline --symbol-dce --mlir-print-debuginfo --mlir-print-local-scope | FileCheck %s

// CHECK-LABEL: func.func @main
// CHECK: %[[A:.*]] = "tf.Tanh"(%arg0) {{.*}} loc(callsite("tanh" at callsite("inner" at "outer")))
// CHECK: %[[B:.*]] = "tf.Neg"(%[[A]]) {{.*}} loc(callsite("neg" at "outer"))
// CHECK: return %[[B]]
// CHECK-NOT: @two_levels
// CHECK-NOT: @leaf
func.func @main(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.StatefulPartitionedCall"(%arg0) <{config = "", config_proto = "", executor_type = "", f = @two_levels}> : (tensor<4xf32>) -> tensor<4xf32> loc("outer")
  func.return %0 : tensor<4xf32>
}
func.func private @two_levels(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = func.call @leaf(%arg0) : (tensor<4xf32>) -> tensor<4xf32> loc("inner")
  %1 = "tf.Neg"(%0) : (tensor<4xf32>) -> tensor<4xf32> loc("neg")
  func.return %1 : tensor<4xf32>
}
func.func private @leaf(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.Tanh"(%arg0) : (tensor<4xf32>) -> tensor<4xf32> loc("tanh")
  func.return %0 : tensor<4xf32>
}
