func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Scale"(%x) {factor = "big"} : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----
// error: plugin `test.scale` cannot convert `tf.Scale`: it is no number (attribute `factor`) [plugin-failed]
module {
  func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> {
    %0 = "tf.Scale"(%arg0) {factor = "big"} : (tensor<2xf32>) -> tensor<2xf32>
    return %0 : tensor<2xf32>
  }
}
