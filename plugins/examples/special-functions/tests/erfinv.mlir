func.func @erfinv(%x: tensor<?xf32>) -> tensor<?xf32> {
  %0 = "tf.Erfinv"(%x) : (tensor<?xf32>) -> tensor<?xf32>
  return %0 : tensor<?xf32>
}
