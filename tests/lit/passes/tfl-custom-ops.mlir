// RUN: tfl-opt %s --tfl-custom-ops=allow-custom=Digamma | FileCheck %s

// The options are a FlexBuffer of the attributes: here the element type, 0 for floats.
// CHECK: %[[A:.*]] = "tfl.custom"(%arg0) <{custom_code = "Digamma", custom_option = {{.*}}}> : (tensor<4xf32>) -> tensor<4xf32>
// CHECK: "tf.Lgamma"(%[[A]])
func.func @main(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.Digamma"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = "tf.Lgamma"(%0) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %1 : tensor<4xf32>
}
