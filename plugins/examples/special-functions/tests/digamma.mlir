func.func @digamma(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = "tf.Digamma"(%x) : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----
module {
  func.func @digamma(%arg0: tensor<2x3xf32>) -> tensor<2x3xf32> {
    %cst = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_0 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_1 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_2 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_3 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_4 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_5 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_6 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_7 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_8 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_9 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_10 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_11 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_12 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_13 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_14 = arith.constant dense<-0.0039682542> : tensor<f32>
    %cst_15 = arith.constant dense<0.00833333377> : tensor<f32>
    %cst_16 = arith.constant dense<-0.0833333358> : tensor<f32>
    %cst_17 = arith.constant dense<-5.000000e-01> : tensor<f32>
    %cst_18 = arith.constant dense<3.14159274> : tensor<f32>
    %cst_19 = arith.constant dense<3.14159274> : tensor<f32>
    %cst_20 = arith.constant dense<0x7FC00000> : tensor<f32>
    %0 = tfl.less_equal(%arg0, %cst) : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xi1>
    %1 = tfl.sub(%cst_0, %arg0) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2x3xf32>) -> tensor<2x3xf32>
    %2 = "tfl.select_v2"(%0, %1, %arg0) : (tensor<2x3xi1>, tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
    %3 = tfl.div(%cst_1, %2) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2x3xf32>) -> tensor<2x3xf32>
    %4 = tfl.add(%2, %cst_2) <{fused_activation_function = "NONE"}> : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
    %5 = tfl.div(%cst_3, %4) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2x3xf32>) -> tensor<2x3xf32>
    %6 = tfl.add %3, %5 {fused_activation_function = "NONE"} : tensor<2x3xf32>
    %7 = tfl.add(%4, %cst_4) <{fused_activation_function = "NONE"}> : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
    %8 = tfl.div(%cst_5, %7) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2x3xf32>) -> tensor<2x3xf32>
    %9 = tfl.add %6, %8 {fused_activation_function = "NONE"} : tensor<2x3xf32>
    %10 = tfl.add(%7, %cst_6) <{fused_activation_function = "NONE"}> : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
    %11 = tfl.div(%cst_7, %10) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2x3xf32>) -> tensor<2x3xf32>
    %12 = tfl.add %9, %11 {fused_activation_function = "NONE"} : tensor<2x3xf32>
    %13 = tfl.add(%10, %cst_8) <{fused_activation_function = "NONE"}> : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
    %14 = tfl.div(%cst_9, %13) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2x3xf32>) -> tensor<2x3xf32>
    %15 = tfl.add %12, %14 {fused_activation_function = "NONE"} : tensor<2x3xf32>
    %16 = tfl.add(%13, %cst_10) <{fused_activation_function = "NONE"}> : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
    %17 = tfl.div(%cst_11, %16) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2x3xf32>) -> tensor<2x3xf32>
    %18 = tfl.add %15, %17 {fused_activation_function = "NONE"} : tensor<2x3xf32>
    %19 = tfl.add(%16, %cst_12) <{fused_activation_function = "NONE"}> : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
    %20 = "tfl.log"(%19) : (tensor<2x3xf32>) -> tensor<2x3xf32>
    %21 = tfl.div(%cst_13, %19) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2x3xf32>) -> tensor<2x3xf32>
    %22 = tfl.mul %21, %21 {fused_activation_function = "NONE"} : tensor<2x3xf32>
    %23 = tfl.mul(%cst_14, %22) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2x3xf32>) -> tensor<2x3xf32>
    %24 = tfl.add(%23, %cst_15) <{fused_activation_function = "NONE"}> : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
    %25 = tfl.mul %24, %22 {fused_activation_function = "NONE"} : tensor<2x3xf32>
    %26 = tfl.add(%25, %cst_16) <{fused_activation_function = "NONE"}> : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
    %27 = tfl.mul %26, %22 {fused_activation_function = "NONE"} : tensor<2x3xf32>
    %28 = tfl.mul(%21, %cst_17) <{fused_activation_function = "NONE"}> : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
    %29 = tfl.add %28, %27 {fused_activation_function = "NONE"} : tensor<2x3xf32>
    %30 = tfl.add %20, %29 {fused_activation_function = "NONE"} : tensor<2x3xf32>
    %31 = tfl.sub %30, %18 {fused_activation_function = "NONE"} : tensor<2x3xf32>
    %32 = "tfl.round"(%arg0) : (tensor<2x3xf32>) -> tensor<2x3xf32>
    %33 = tfl.sub %arg0, %32 {fused_activation_function = "NONE"} : tensor<2x3xf32>
    %34 = tfl.mul(%33, %cst_18) <{fused_activation_function = "NONE"}> : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
    %35 = "tfl.sin"(%34) : (tensor<2x3xf32>) -> tensor<2x3xf32>
    %36 = "tfl.cos"(%34) : (tensor<2x3xf32>) -> tensor<2x3xf32>
    %37 = tfl.div %36, %35 {fused_activation_function = "NONE"} : tensor<2x3xf32>
    %38 = tfl.mul(%37, %cst_19) <{fused_activation_function = "NONE"}> : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
    %39 = tfl.sub %31, %38 {fused_activation_function = "NONE"} : tensor<2x3xf32>
    %40 = "tfl.equal"(%33, %cst) : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xi1>
    %41 = "tfl.select_v2"(%40, %cst_20, %39) : (tensor<2x3xi1>, tensor<f32>, tensor<2x3xf32>) -> tensor<2x3xf32>
    %42 = "tfl.select_v2"(%0, %41, %31) : (tensor<2x3xi1>, tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
    return %42 : tensor<2x3xf32>
  }
}
