module attributes {tf_saved_model.semantics} {
func.func @main(%x: tensor<2xf32> {tf_saved_model.index_path = ["x"]}) -> (tensor<2xf32> {tf_saved_model.index_path = ["y"]}) attributes {tf_saved_model.exported_names = ["main"]} {
  %0 = "tf.Sign"(%x) : (tensor<2xf32>) -> tensor<2xf32>
  func.return %0 : tensor<2xf32>
}
}
