func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Scale"(%x) {factor = 2.5 : f32} : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----
module {
  func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> {
    %cst = arith.constant dense<2.500000e+00> : tensor<f32>
    %0 = tfl.mul(%arg0, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    return %0 : tensor<2xf32>
  }
}
