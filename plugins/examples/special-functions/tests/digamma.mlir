func.func @digamma(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = "tf.Digamma"(%x) : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}
