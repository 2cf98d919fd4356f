// passes: tf-shape-inference,fold-constants
func.func @main(%x: tensor<2x?xf32>) -> (tensor<*xf32>, tensor<*xf32>, tensor<2xf32>, tensor<2xf32>) {
  %c = "tf.Const"() {value = dense<[3.0, 4.0]> : tensor<2xf32>} : () -> tensor<2xf32>
  %0 = "tf.Twice"(%x) : (tensor<2x?xf32>) -> tensor<*xf32>
  %1 = "tf.Vague"(%x) : (tensor<2x?xf32>) -> tensor<*xf32>
  %2 = "tf.Twice"(%c) : (tensor<2xf32>) -> tensor<2xf32>
  %3 = "tf.Vague"(%c) : (tensor<2xf32>) -> tensor<2xf32>
  return %0, %1, %2, %3 : tensor<*xf32>, tensor<*xf32>, tensor<2xf32>, tensor<2xf32>
}

// -----
module {
  func.func @main(%arg0: tensor<2x?xf32>) -> (tensor<2x?xf32>, tensor<2x?xf32>, tensor<2xf32>, tensor<2xf32>) {
    %0 = "tf.Twice"(%arg0) : (tensor<2x?xf32>) -> tensor<2x?xf32>
    %1 = "tf.Vague"(%arg0) : (tensor<2x?xf32>) -> tensor<2x?xf32>
    %cst = "tf.Const"() <{value = dense<[6.000000e+00, 8.000000e+00]> : tensor<2xf32>}> : () -> tensor<2xf32>
    %cst_0 = "tf.Const"() <{value = dense<[6.000000e+00, 8.000000e+00]> : tensor<2xf32>}> : () -> tensor<2xf32>
    return %0, %1, %cst, %cst_0 : tensor<2x?xf32>, tensor<2x?xf32>, tensor<2xf32>, tensor<2xf32>
  }
}
