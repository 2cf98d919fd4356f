func.func @main(%x: tensor<2xf32>, %y: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Hostile"(%x, %y) {mode = "options-sound"} : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----
module {
  func.func @main(%arg0: tensor<2xf32>, %arg1: tensor<2xf32>) -> tensor<2xf32> {
    %cst = arith.constant dense<2.000000e+00> : tensor<f32>
    %0 = "tfl.custom"(%arg0) <{custom_code = "Hostile", custom_option = #tfl<const_bytes : "0x050401">}> : (tensor<2xf32>) -> tensor<2xf32>
    return %0 : tensor<2xf32>
  }
}
