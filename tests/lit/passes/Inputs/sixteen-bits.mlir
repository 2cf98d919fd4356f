func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tfl.quantize"(%x) <{qtype = tensor<4x!quant.uniform<i16:f32, 0.5>>}> : (tensor<4xf32>) -> tensor<4x!quant.uniform<i16:f32, 0.5>>
  %1 = "tfl.dequantize"(%0) : (tensor<4x!quant.uniform<i16:f32, 0.5>>) -> tensor<4xf32>
  func.return %1 : tensor<4xf32>
}
