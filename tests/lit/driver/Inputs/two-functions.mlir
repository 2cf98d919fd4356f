func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Digamma"(%arg0) : (tensor<2xf32>) -> tensor<2xf32>
  %1 = "tf.Digamma"(%arg0) : (tensor<2xf32>) -> tensor<2xf32>
  %2 = "tf.AddV2"(%0, %1) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  func.return %2 : tensor<2xf32>
}
func.func private @other(%arg0: tensor<2xf32>) -> tensor<2xf32> {
  func.return %arg0 : tensor<2xf32>
}
