func.func @main(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  // Two operands where one belongs.
  %0 = "tf.Tanh"(%arg0, %arg0) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
