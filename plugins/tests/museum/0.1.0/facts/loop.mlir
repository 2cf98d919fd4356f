func.func @main(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
  %0 = "tf.Doubled"(%x) {times = 5 : i64} : (tensor<?x2xf32>) -> tensor<?x2xf32>
  return %0 : tensor<?x2xf32>
}

// -----
module {
  func.func @main(%arg0: tensor<?x2xf32>) -> tensor<?x2xf32> {
    %cst = arith.constant dense<0> : tensor<i32>
    %cst_0 = arith.constant dense<1> : tensor<i32>
    %cst_1 = arith.constant dense<5> : tensor<i32>
    %0:2 = "tfl.while"(%cst, %arg0) ({
    ^bb0(%arg1: tensor<i32>, %arg2: tensor<?x2xf32>):
      %1 = tfl.less(%arg1, %cst_1) : (tensor<i32>, tensor<i32>) -> tensor<i1>
      "tfl.yield"(%1) : (tensor<i1>) -> ()
    }, {
    ^bb0(%arg1: tensor<i32>, %arg2: tensor<?x2xf32>):
      %1 = tfl.add %arg1, %cst_0 {fused_activation_function = "NONE"} : tensor<i32>
      %2 = tfl.add %arg2, %arg2 {fused_activation_function = "NONE"} : tensor<?x2xf32>
      "tfl.yield"(%1, %2) : (tensor<i32>, tensor<?x2xf32>) -> ()
    }) : (tensor<i32>, tensor<?x2xf32>) -> (tensor<i32>, tensor<?x2xf32>)
    return %0#1 : tensor<?x2xf32>
  }
}
