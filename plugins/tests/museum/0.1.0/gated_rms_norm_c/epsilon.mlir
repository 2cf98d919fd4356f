func.func @main(%x: tensor<2x8xf32>, %gate: tensor<2x8xf32>, %weight: tensor<8xf32>) -> tensor<2x8xf32> {
  %y = "tf.GatedRmsNorm"(%x, %gate, %weight) {epsilon = 0.25 : f32} : (tensor<2x8xf32>, tensor<2x8xf32>, tensor<8xf32>) -> tensor<2x8xf32>
  return %y : tensor<2x8xf32>
}

// -----
module {
  func.func @main(%arg0: tensor<2x8xf32>, %arg1: tensor<2x8xf32>, %arg2: tensor<8xf32>) -> tensor<2x8xf32> {
    %cst = arith.constant dense<-1> : tensor<1xi32>
    %cst_0 = arith.constant dense<2.500000e-01> : tensor<f32>
    %0 = "tfl.square"(%arg0) : (tensor<2x8xf32>) -> tensor<2x8xf32>
    %1 = "tfl.mean"(%0, %cst) <{keep_dims = true}> : (tensor<2x8xf32>, tensor<1xi32>) -> tensor<2x1xf32>
    %2 = tfl.add(%1, %cst_0) <{fused_activation_function = "NONE"}> : (tensor<2x1xf32>, tensor<f32>) -> tensor<2x1xf32>
    %3 = "tfl.rsqrt"(%2) : (tensor<2x1xf32>) -> tensor<2x1xf32>
    %4 = tfl.mul(%arg0, %3) <{fused_activation_function = "NONE"}> : (tensor<2x8xf32>, tensor<2x1xf32>) -> tensor<2x8xf32>
    %5 = tfl.mul(%4, %arg2) <{fused_activation_function = "NONE"}> : (tensor<2x8xf32>, tensor<8xf32>) -> tensor<2x8xf32>
    %6 = "tfl.logistic"(%arg1) : (tensor<2x8xf32>) -> tensor<2x8xf32>
    %7 = tfl.mul %arg1, %6 {fused_activation_function = "NONE"} : tensor<2x8xf32>
    %8 = tfl.mul %5, %7 {fused_activation_function = "NONE"} : tensor<2x8xf32>
    return %8 : tensor<2x8xf32>
  }
}
