func.func @main(%x: tensor<2xf32>, %y: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Hostile"(%x, %y) {mode = "options-nonsense"} : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----
// error: plugin `test.hostile` 6.6.6 gave options that no kernel should read while converting `tf.Hostile` [plugin-options]
module {
  func.func @main(%arg0: tensor<2xf32>, %arg1: tensor<2xf32>) -> tensor<2xf32> {
    %0 = "tf.Hostile"(%arg0, %arg1) {mode = "options-nonsense"} : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    return %0 : tensor<2xf32>
  }
}
