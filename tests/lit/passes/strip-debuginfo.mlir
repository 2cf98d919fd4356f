// RUN: tfl-opt %s --strip-debuginfo --mlir-print-debuginfo --mlir-print-local-scope | FileCheck %s

// CHECK-LABEL: func.func @main
// CHECK-SAME: (%arg0: tensor<4xf32> loc(unknown))
// CHECK: "tf.Tanh"(%arg0) {{.*}} loc(unknown)
// CHECK-NOT: "layer"
func.func @main(%arg0: tensor<4xf32> loc("x")) -> tensor<4xf32> {
  %0 = "tf.Tanh"(%arg0) : (tensor<4xf32>) -> tensor<4xf32> loc("layer")
  func.return %0 : tensor<4xf32>
}
