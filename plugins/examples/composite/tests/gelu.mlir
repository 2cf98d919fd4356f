func.func private @gelu(%x: tensor<?x8xf32>) -> tensor<?x8xf32> attributes {tf._implements = "example.gelu"} {
  %0 = "tf.Relu"(%x) : (tensor<?x8xf32>) -> tensor<?x8xf32>
  return %0 : tensor<?x8xf32>
}

func.func @main(%x: tensor<?x8xf32>) -> tensor<?x8xf32> {
  %0 = "tf.PartitionedCall"(%x) {f = @gelu, config = "", config_proto = "", executor_type = ""} : (tensor<?x8xf32>) -> tensor<?x8xf32>
  return %0 : tensor<?x8xf32>
}

// -----
module {
  func.func private @gelu(%arg0: tensor<?x8xf32>) -> tensor<?x8xf32> attributes {tf._implements = "example.gelu"} {
    %0 = "tf.Relu"(%arg0) : (tensor<?x8xf32>) -> tensor<?x8xf32>
    return %0 : tensor<?x8xf32>
  }
  func.func @main(%arg0: tensor<?x8xf32>) -> tensor<?x8xf32> {
    %0 = "tfl.gelu"(%arg0) <{approximate = false}> : (tensor<?x8xf32>) -> tensor<?x8xf32>
    return %0 : tensor<?x8xf32>
  }
}
