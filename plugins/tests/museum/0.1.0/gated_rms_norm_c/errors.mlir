// Each of these is wrong, and stays as it is.
func.func @negative(%x: tensor<2x8xf32>, %gate: tensor<2x8xf32>, %weight: tensor<8xf32>) -> tensor<2x8xf32> {
  %y = "tf.GatedRmsNorm"(%x, %gate, %weight) {epsilon = -1.0 : f32} : (tensor<2x8xf32>, tensor<2x8xf32>, tensor<8xf32>) -> tensor<2x8xf32>
  return %y : tensor<2x8xf32>
}

func.func @scalar(%x: tensor<f32>, %gate: tensor<f32>, %weight: tensor<f32>) -> tensor<f32> {
  %y = "tf.GatedRmsNorm"(%x, %gate, %weight) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<f32>
  return %y : tensor<f32>
}

// -----
// error: plugin `example.gated-rms-norm` cannot convert `tf.GatedRmsNorm`: epsilon must not be negative (attribute `epsilon`) [plugin-failed]
// error: plugin `example.gated-rms-norm` cannot convert `tf.GatedRmsNorm`: a scalar has no channels (operand 0) [plugin-failed]
module {
  func.func @negative(%arg0: tensor<2x8xf32>, %arg1: tensor<2x8xf32>, %arg2: tensor<8xf32>) -> tensor<2x8xf32> {
    %0 = "tf.GatedRmsNorm"(%arg0, %arg1, %arg2) {epsilon = -1.000000e+00 : f32} : (tensor<2x8xf32>, tensor<2x8xf32>, tensor<8xf32>) -> tensor<2x8xf32>
    return %0 : tensor<2x8xf32>
  }
  func.func @scalar(%arg0: tensor<f32>, %arg1: tensor<f32>, %arg2: tensor<f32>) -> tensor<f32> {
    %0 = "tf.GatedRmsNorm"(%arg0, %arg1, %arg2) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<f32>
    return %0 : tensor<f32>
  }
}
