// There is a tfl.gelu of f32 only. The call stays, and with it what the function is made of.
func.func private @gelu(%x: tensor<8xf64>) -> tensor<8xf64> attributes {tf._implements = "example.gelu"} {
  %0 = "tf.Relu"(%x) : (tensor<8xf64>) -> tensor<8xf64>
  return %0 : tensor<8xf64>
}

func.func @main(%x: tensor<8xf64>) -> tensor<8xf64> {
  %0 = "tf.PartitionedCall"(%x) {f = @gelu, config = "", config_proto = "", executor_type = ""} : (tensor<8xf64>) -> tensor<8xf64>
  return %0 : tensor<8xf64>
}

// -----
// remark: plugin `example.gelu` does not convert this `example.gelu`: only one tensor of f32 is converted [plugin-declined]
module {
  func.func private @gelu(%arg0: tensor<8xf64>) -> tensor<8xf64> attributes {tf._implements = "example.gelu"} {
    %0 = "tf.Relu"(%arg0) : (tensor<8xf64>) -> tensor<8xf64>
    return %0 : tensor<8xf64>
  }
  func.func @main(%arg0: tensor<8xf64>) -> tensor<8xf64> {
    %0 = "tf.PartitionedCall"(%arg0) <{config = "", config_proto = "", executor_type = "", f = @gelu}> : (tensor<8xf64>) -> tensor<8xf64>
    return %0 : tensor<8xf64>
  }
}
