func.func @main(%x: tensor<?x8xf32>, %gate: tensor<?x8xf32>, %weight: tensor<8xf32>) -> tensor<?x8xf32> {
  %0 = "tf.GatedRmsNorm"(%x, %gate, %weight) {epsilon = 1.0e-3 : f32} : (tensor<?x8xf32>, tensor<?x8xf32>, tensor<8xf32>) -> tensor<?x8xf32>
  return %0 : tensor<?x8xf32>
}

// -----
module {
  func.func @main(%arg0: tensor<?x8xf32>, %arg1: tensor<?x8xf32>, %arg2: tensor<8xf32>) -> tensor<?x8xf32> {
    %cst = arith.constant dense<-1> : tensor<1xi32>
    %cst_0 = arith.constant dense<1.000000e-03> : tensor<f32>
    %0 = "tfl.square"(%arg0) : (tensor<?x8xf32>) -> tensor<?x8xf32>
    %1 = "tfl.mean"(%0, %cst) <{keep_dims = true}> : (tensor<?x8xf32>, tensor<1xi32>) -> tensor<?x1xf32>
    %2 = tfl.add(%1, %cst_0) <{fused_activation_function = "NONE"}> : (tensor<?x1xf32>, tensor<f32>) -> tensor<?x1xf32>
    %3 = "tfl.rsqrt"(%2) : (tensor<?x1xf32>) -> tensor<?x1xf32>
    %4 = tfl.mul(%arg0, %3) <{fused_activation_function = "NONE"}> : (tensor<?x8xf32>, tensor<?x1xf32>) -> tensor<?x8xf32>
    %5 = tfl.mul(%4, %arg2) <{fused_activation_function = "NONE"}> : (tensor<?x8xf32>, tensor<8xf32>) -> tensor<?x8xf32>
    %6 = "tfl.logistic"(%arg1) : (tensor<?x8xf32>) -> tensor<?x8xf32>
    %7 = tfl.mul %arg1, %6 {fused_activation_function = "NONE"} : tensor<?x8xf32>
    %8 = tfl.mul %5, %7 {fused_activation_function = "NONE"} : tensor<?x8xf32>
    return %8 : tensor<?x8xf32>
  }
}
