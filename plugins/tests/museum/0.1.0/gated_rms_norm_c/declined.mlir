// Only f32 is converted.
func.func @main(%x: tensor<2x8xf16>, %gate: tensor<2x8xf16>, %weight: tensor<8xf16>) -> tensor<2x8xf16> {
  %y = "tf.GatedRmsNorm"(%x, %gate, %weight) : (tensor<2x8xf16>, tensor<2x8xf16>, tensor<8xf16>) -> tensor<2x8xf16>
  return %y : tensor<2x8xf16>
}

// -----
// remark: plugin `example.gated-rms-norm` does not convert this `tf.GatedRmsNorm`: only f32 is converted, and this is f16 [plugin-declined]
module {
  func.func @main(%arg0: tensor<2x8xf16>, %arg1: tensor<2x8xf16>, %arg2: tensor<8xf16>) -> tensor<2x8xf16> {
    %0 = "tf.GatedRmsNorm"(%arg0, %arg1, %arg2) : (tensor<2x8xf16>, tensor<2x8xf16>, tensor<8xf16>) -> tensor<2x8xf16>
    return %0 : tensor<2x8xf16>
  }
}
