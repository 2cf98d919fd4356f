func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Digamma"(%x) {} : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----
module {
  func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> {
    %cst = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_0 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_1 = arith.constant dense<2.000000e+00> : tensor<f32>
    %cst_2 = arith.constant dense<3.000000e+00> : tensor<f32>
    %cst_3 = arith.constant dense<4.000000e+00> : tensor<f32>
    %cst_4 = arith.constant dense<5.000000e+00> : tensor<f32>
    %cst_5 = arith.constant dense<6.000000e+00> : tensor<f32>
    %cst_6 = arith.constant dense<-0.0039682542> : tensor<f32>
    %cst_7 = arith.constant dense<0.00833333377> : tensor<f32>
    %cst_8 = arith.constant dense<-0.0833333358> : tensor<f32>
    %cst_9 = arith.constant dense<5.000000e-01> : tensor<f32>
    %cst_10 = arith.constant dense<3.14159274> : tensor<f32>
    %cst_11 = arith.constant dense<0x7FC00000> : tensor<f32>
    %0 = tfl.less_equal(%arg0, %cst) : (tensor<2xf32>, tensor<f32>) -> tensor<2xi1>
    %1 = tfl.sub(%cst_0, %arg0) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %2 = "tfl.select_v2"(%0, %1, %arg0) : (tensor<2xi1>, tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    %3 = tfl.div(%cst_0, %2) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %4 = tfl.add(%2, %cst_0) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %5 = tfl.div(%cst_0, %4) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %6 = tfl.add %3, %5 {fused_activation_function = "NONE"} : tensor<2xf32>
    %7 = tfl.add(%2, %cst_1) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %8 = tfl.div(%cst_0, %7) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %9 = tfl.add %6, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %10 = tfl.add(%2, %cst_2) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %11 = tfl.div(%cst_0, %10) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %12 = tfl.add %9, %11 {fused_activation_function = "NONE"} : tensor<2xf32>
    %13 = tfl.add(%2, %cst_3) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %14 = tfl.div(%cst_0, %13) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %15 = tfl.add %12, %14 {fused_activation_function = "NONE"} : tensor<2xf32>
    %16 = tfl.add(%2, %cst_4) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %17 = tfl.div(%cst_0, %16) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %18 = tfl.add %15, %17 {fused_activation_function = "NONE"} : tensor<2xf32>
    %19 = tfl.add(%2, %cst_5) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %20 = tfl.div(%cst_0, %19) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %21 = tfl.mul %20, %20 {fused_activation_function = "NONE"} : tensor<2xf32>
    %22 = tfl.mul(%21, %cst_6) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %23 = tfl.add(%22, %cst_7) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %24 = tfl.mul %21, %23 {fused_activation_function = "NONE"} : tensor<2xf32>
    %25 = tfl.add(%24, %cst_8) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %26 = tfl.mul %21, %25 {fused_activation_function = "NONE"} : tensor<2xf32>
    %27 = tfl.mul(%20, %cst_9) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %28 = "tfl.log"(%19) : (tensor<2xf32>) -> tensor<2xf32>
    %29 = tfl.sub %28, %27 {fused_activation_function = "NONE"} : tensor<2xf32>
    %30 = tfl.add %29, %26 {fused_activation_function = "NONE"} : tensor<2xf32>
    %31 = tfl.sub %30, %18 {fused_activation_function = "NONE"} : tensor<2xf32>
    %32 = tfl.add(%arg0, %cst_9) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %33 = "tfl.floor"(%32) : (tensor<2xf32>) -> tensor<2xf32>
    %34 = tfl.sub %arg0, %33 {fused_activation_function = "NONE"} : tensor<2xf32>
    %35 = tfl.mul(%34, %cst_10) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %36 = "tfl.sin"(%35) : (tensor<2xf32>) -> tensor<2xf32>
    %37 = "tfl.cos"(%35) : (tensor<2xf32>) -> tensor<2xf32>
    %38 = tfl.div %37, %36 {fused_activation_function = "NONE"} : tensor<2xf32>
    %39 = tfl.mul(%38, %cst_10) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %40 = tfl.sub %31, %39 {fused_activation_function = "NONE"} : tensor<2xf32>
    %41 = "tfl.equal"(%arg0, %33) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xi1>
    %42 = "tfl.select_v2"(%41, %cst_11, %40) : (tensor<2xi1>, tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %43 = "tfl.select_v2"(%0, %42, %31) : (tensor<2xi1>, tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    return %43 : tensor<2xf32>
  }
}
