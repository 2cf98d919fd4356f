func.func @main(%x: tensor<2xi32>) -> tensor<2xi32> {
  %0 = "tf.Scale"(%x) {factor = 2.5 : f32} : (tensor<2xi32>) -> tensor<2xi32>
  return %0 : tensor<2xi32>
}

// -----
// remark: plugin `test.scale` does not convert this `tf.Scale`: only one tensor of f32 is scaled [plugin-declined]
module {
  func.func @main(%arg0: tensor<2xi32>) -> tensor<2xi32> {
    %0 = "tf.Scale"(%arg0) {factor = 2.500000e+00 : f32} : (tensor<2xi32>) -> tensor<2xi32>
    return %0 : tensor<2xi32>
  }
}
