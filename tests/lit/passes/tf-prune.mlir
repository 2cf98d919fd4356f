// RUN: tfl-opt %s --tf-prune 2>&1 | FileCheck %s

// CHECK: remark: `tf.CheckNumerics` is dropped
// CHECK: remark: `tf.Assert` is dropped
// CHECK-LABEL: func.func @main
// CHECK-NEXT: return %arg0
func.func @main(%arg0: tensor<4xf32>, %arg1: tensor<i1>) -> tensor<4xf32> {
  %0 = "tf.CheckNumerics"(%arg0) <{message = "no"}> : (tensor<4xf32>) -> tensor<4xf32>
  "tf.Assert"(%arg1, %0) <{summarize = 3 : i64}> : (tensor<i1>, tensor<4xf32>) -> ()
  "tf.NoOp"() : () -> ()
  func.return %0 : tensor<4xf32>
}
