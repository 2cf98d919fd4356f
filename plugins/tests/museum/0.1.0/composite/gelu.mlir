module {
  func.func private @impl(%x: tensor<2xf32>) -> tensor<2xf32> attributes {tf._implements = #tf_type.func<@example.gelu, {}>} {
    %0 = "tf.Tanh"(%x) : (tensor<2xf32>) -> tensor<2xf32>
    return %0 : tensor<2xf32>
  }
  func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
    %0 = "tf.PartitionedCall"(%x) {f = @impl, config = "", config_proto = "", executor_type = ""} : (tensor<2xf32>) -> tensor<2xf32>
    return %0 : tensor<2xf32>
  }
}

// -----
module {
  func.func private @impl(%arg0: tensor<2xf32>) -> tensor<2xf32> attributes {tf._implements = #tf_type.func<@example.gelu, {}>} {
    %0 = "tf.Tanh"(%arg0) : (tensor<2xf32>) -> tensor<2xf32>
    return %0 : tensor<2xf32>
  }
  func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> {
    %0 = "tfl.gelu"(%arg0) <{approximate = false}> : (tensor<2xf32>) -> tensor<2xf32>
    return %0 : tensor<2xf32>
  }
}
