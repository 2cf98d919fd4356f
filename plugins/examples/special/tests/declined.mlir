// Only f32 is converted. What is declined stays.
func.func @main(%x: tensor<4xf64>, %y: tensor<4xf64>) -> (tensor<4xf64>, tensor<4xf64>, tensor<4xf64>) {
  %0 = "tf.Erfinv"(%x) : (tensor<4xf64>) -> tensor<4xf64>
  %1 = "tf.Digamma"(%x) : (tensor<4xf64>) -> tensor<4xf64>
  %2 = "tf.Betainc"(%x, %x, %y) : (tensor<4xf64>, tensor<4xf64>, tensor<4xf64>) -> tensor<4xf64>
  return %0, %1, %2 : tensor<4xf64>, tensor<4xf64>, tensor<4xf64>
}

// -----
// remark: plugin `example.special` does not convert this `tf.Erfinv`: only f32 is converted, and this is f64 [plugin-declined]
// remark: plugin `example.special` does not convert this `tf.Digamma`: only f32 is converted, and this is f64 [plugin-declined]
// remark: plugin `example.special` does not convert this `tf.Betainc`: only f32 is converted, and this is f64 [plugin-declined]
module {
  func.func @main(%arg0: tensor<4xf64>, %arg1: tensor<4xf64>) -> (tensor<4xf64>, tensor<4xf64>, tensor<4xf64>) {
    %0 = "tf.Erfinv"(%arg0) : (tensor<4xf64>) -> tensor<4xf64>
    %1 = "tf.Digamma"(%arg0) : (tensor<4xf64>) -> tensor<4xf64>
    %2 = "tf.Betainc"(%arg0, %arg0, %arg1) : (tensor<4xf64>, tensor<4xf64>, tensor<4xf64>) -> tensor<4xf64>
    return %0, %1, %2 : tensor<4xf64>, tensor<4xf64>, tensor<4xf64>
  }
}
