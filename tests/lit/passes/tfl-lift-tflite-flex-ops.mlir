// RUN: tfl-opt %s --tfl-lift-tflite-flex-ops 2>&1 | FileCheck %s

// CHECK: warning: `FlexCholesky` stays a custom operation: its options are those of `MatrixSolve`
// CHECK: warning: `FlexCholesky` stays a custom operation: its options are no vector of strings

// The attribute is read from the node; the type follows from the operands, so it is noted only.
// CHECK-LABEL: func.func @solve
// CHECK: "tf.MatrixSolve"(%arg0, %arg1) <{adjoint = true}> {T = f32} : (tensor<3x3xf32>, tensor<3x1xf32>) -> tensor<3x1xf32>
func.func @solve(%a: tensor<3x3xf32>, %b: tensor<3x1xf32>) -> tensor<3x1xf32> {
  %0 = "tfl.custom"(%a, %b) <{custom_code = "FlexMatrixSolve", custom_option = #tfl<const_bytes : "0x0B4D6174726978536F6C766500320A0B4D6174726978536F6C7665120B4D6174726978536F6C76652A070A0154120230012A0D0A0761646A6F696E7412022801000241351414042801">}> : (tensor<3x3xf32>, tensor<3x1xf32>) -> tensor<3x1xf32>
  func.return %0 : tensor<3x1xf32>
}

// Options of another operation, bytes that are no options, and a custom operation of TFLite's own.
// CHECK-LABEL: func.func @stay
// CHECK-COUNT-3: "tfl.custom"
func.func @stay(%a: tensor<3x3xf32>, %b: tensor<3x1xf32>) -> (tensor<3x3xf32>, tensor<3x3xf32>, tensor<3x3xf32>) {
  %0 = "tfl.custom"(%a) <{custom_code = "FlexCholesky", custom_option = #tfl<const_bytes : "0x0B4D6174726978536F6C766500320A0B4D6174726978536F6C7665120B4D6174726978536F6C76652A070A0154120230012A0D0A0761646A6F696E7412022801000241351414042801">}> : (tensor<3x3xf32>) -> tensor<3x3xf32>
  %1 = "tfl.custom"(%a) <{custom_code = "FlexCholesky", custom_option = #tfl<const_bytes : "0x00FF28">}> : (tensor<3x3xf32>) -> tensor<3x3xf32>
  %2 = "tfl.custom"(%a) <{custom_code = "MyCholesky", custom_option = #tfl<const_bytes : "0x">}> : (tensor<3x3xf32>) -> tensor<3x3xf32>
  func.return %0, %1, %2 : tensor<3x3xf32>, tensor<3x3xf32>, tensor<3x3xf32>
}
