// What the plugin declines stays as it is.
func.func @double(%x: tensor<2xf64>) -> tensor<2xf64> {
  %0 = "tf.Erfinv"(%x) : (tensor<2xf64>) -> tensor<2xf64>
  return %0 : tensor<2xf64>
}

// -----
// remark: plugin `tfl-opt.special-functions` does not convert this `tf.Erfinv`: only f32 is converted, and this is f64 [plugin-declined]
module {
  func.func @double(%arg0: tensor<2xf64>) -> tensor<2xf64> {
    %0 = "tf.Erfinv"(%arg0) : (tensor<2xf64>) -> tensor<2xf64>
    return %0 : tensor<2xf64>
  }
}
