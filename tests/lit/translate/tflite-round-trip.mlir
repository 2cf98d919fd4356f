// RUN: tfl-opt %s -o %t.tflite
// RUN: tfl-opt %t.tflite | FileCheck %s
// RUN: tfl-opt %t.tflite -o %t.again.tflite
// RUN: tfl-opt %t.again.tflite | FileCheck %s

// What a file holds is there again when it is read: shapes, attributes, weights, names.
// CHECK-LABEL: func.func @main
// CHECK-SAME: (%arg0: tensor<1x3xf32>
// CHECK-SAME: inputs = "x"
// CHECK-SAME: outputs = "y"
// CHECK: dense<{{\[\[}}1.000000e+00, 2.000000e+00, 3.000000e+00], [4.000000e+00, 5.000000e+00, 6.000000e+00]]> : tensor<2x3xf32>
// CHECK: "tfl.fully_connected"(%arg0, {{.*}}fused_activation_function = "RELU"
// CHECK: -> tensor<1x2xf32>
func.func @main(%arg0: tensor<1x3xf32>) -> tensor<1x2xf32> attributes {tf.entry_function = {inputs = "x", outputs = "y"}} {
  %0 = "tfl.pseudo_const"() <{value = dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>}> : () -> tensor<2x3xf32>
  %1 = "tfl.pseudo_const"() <{value = dense<[0.5, 1.5]> : tensor<2xf32>}> : () -> tensor<2xf32>
  %2 = "tfl.fully_connected"(%arg0, %0, %1) <{fused_activation_function = "RELU", keep_num_dims = false, weights_format = "DEFAULT"}> : (tensor<1x3xf32>, tensor<2x3xf32>, tensor<2xf32>) -> tensor<1x2xf32>
  func.return %2 : tensor<1x2xf32>
}
