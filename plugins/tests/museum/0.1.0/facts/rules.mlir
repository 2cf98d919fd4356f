// passes: cse,canonicalize,convert-custom-ops{leave-to-search=true},tfl-saturate
func.func @main(%x: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) {
  %0 = "tf.Twice"(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %1 = "tf.Twice"(%0) : (tensor<2xf32>) -> tensor<2xf32>
  %2 = "tf.Vague"(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %3 = "tf.Vague"(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %4 = "tf.Counter"(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %1, %2, %3 : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
}

// -----
module {
  func.func @main(%arg0: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) {
    %0 = tfl.add %arg0, %arg0 {fused_activation_function = "NONE"} : tensor<2xf32>
    %cst = arith.constant dense<4.000000e+00> : tensor<f32>
    %1 = tfl.mul(%arg0, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    return %1, %0, %0 : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
  }
}
