// Dimensions, or even their number, may be known only when the model runs; epsilon has a default.
func.func @dimension(%x: tensor<?x8xf32>, %gate: tensor<?x8xf32>, %weight: tensor<8xf32>) -> tensor<?x8xf32> {
  %y = "tf.GatedRmsNorm"(%x, %gate, %weight) : (tensor<?x8xf32>, tensor<?x8xf32>, tensor<8xf32>) -> tensor<?x8xf32>
  return %y : tensor<?x8xf32>
}

func.func @rank(%x: tensor<*xf32>, %gate: tensor<*xf32>, %weight: tensor<8xf32>) -> tensor<*xf32> {
  %y = "tf.GatedRmsNorm"(%x, %gate, %weight) : (tensor<*xf32>, tensor<*xf32>, tensor<8xf32>) -> tensor<*xf32>
  return %y : tensor<*xf32>
}

// -----
module {
  func.func @dimension(%arg0: tensor<?x8xf32>, %arg1: tensor<?x8xf32>, %arg2: tensor<8xf32>) -> tensor<?x8xf32> {
    %cst = arith.constant dense<-1> : tensor<1xi32>
    %cst_0 = arith.constant dense<9.99999974E-6> : tensor<f32>
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
  func.func @rank(%arg0: tensor<*xf32>, %arg1: tensor<*xf32>, %arg2: tensor<8xf32>) -> tensor<*xf32> {
    %cst = arith.constant dense<-1> : tensor<1xi32>
    %cst_0 = arith.constant dense<9.99999974E-6> : tensor<f32>
    %0 = "tfl.square"(%arg0) : (tensor<*xf32>) -> tensor<*xf32>
    %1 = "tfl.mean"(%0, %cst) <{keep_dims = true}> : (tensor<*xf32>, tensor<1xi32>) -> tensor<*xf32>
    %2 = tfl.add(%1, %cst_0) <{fused_activation_function = "NONE"}> : (tensor<*xf32>, tensor<f32>) -> tensor<*xf32>
    %3 = "tfl.rsqrt"(%2) : (tensor<*xf32>) -> tensor<*xf32>
    %4 = tfl.mul %arg0, %3 {fused_activation_function = "NONE"} : tensor<*xf32>
    %5 = tfl.mul(%4, %arg2) <{fused_activation_function = "NONE"}> : (tensor<*xf32>, tensor<8xf32>) -> tensor<*xf32>
    %6 = "tfl.logistic"(%arg1) : (tensor<*xf32>) -> tensor<*xf32>
    %7 = tfl.mul %arg1, %6 {fused_activation_function = "NONE"} : tensor<*xf32>
    %8 = tfl.mul %5, %7 {fused_activation_function = "NONE"} : tensor<*xf32>
    return %8 : tensor<*xf32>
  }
}
