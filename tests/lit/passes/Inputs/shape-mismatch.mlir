func.func @main(%arg0: tensor<2x3xf32>, %arg1: tensor<4x5xf32>) -> tensor<*xf32> {
  %0 = "tf.MatMul"(%arg0, %arg1) : (tensor<2x3xf32>, tensor<4x5xf32>) -> tensor<*xf32>
  func.return %0 : tensor<*xf32>
}
