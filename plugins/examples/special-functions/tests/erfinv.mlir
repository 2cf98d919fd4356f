func.func @erfinv(%x: tensor<?xf32>) -> tensor<?xf32> {
  %0 = "tf.Erfinv"(%x) : (tensor<?xf32>) -> tensor<?xf32>
  return %0 : tensor<?xf32>
}

// -----
module {
  func.func @erfinv(%arg0: tensor<?xf32>) -> tensor<?xf32> {
    %cst = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_0 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_1 = arith.constant dense<-2.500000e+00> : tensor<f32>
    %cst_2 = arith.constant dense<2.81022636E-8> : tensor<f32>
    %cst_3 = arith.constant dense<3.43273939E-7> : tensor<f32>
    %cst_4 = arith.constant dense<-3.5233877E-6> : tensor<f32>
    %cst_5 = arith.constant dense<-4.39150654E-6> : tensor<f32>
    %cst_6 = arith.constant dense<2.1858087E-4> : tensor<f32>
    %cst_7 = arith.constant dense<-0.00125372503> : tensor<f32>
    %cst_8 = arith.constant dense<-0.00417768164> : tensor<f32>
    %cst_9 = arith.constant dense<0.246640727> : tensor<f32>
    %cst_10 = arith.constant dense<1.50140941> : tensor<f32>
    %cst_11 = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_12 = arith.constant dense<-3.000000e+00> : tensor<f32>
    %cst_13 = arith.constant dense<-2.00214257E-4> : tensor<f32>
    %cst_14 = arith.constant dense<1.00950558E-4> : tensor<f32>
    %cst_15 = arith.constant dense<0.00134934322> : tensor<f32>
    %cst_16 = arith.constant dense<-0.00367342844> : tensor<f32>
    %cst_17 = arith.constant dense<0.00573950773> : tensor<f32>
    %cst_18 = arith.constant dense<-0.0076224613> : tensor<f32>
    %cst_19 = arith.constant dense<0.00943887047> : tensor<f32>
    %cst_20 = arith.constant dense<1.00167406> : tensor<f32>
    %cst_21 = arith.constant dense<2.83297682> : tensor<f32>
    %cst_22 = arith.constant dense<5.000000e+00> : tensor<f32>
    %cst_23 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_24 = arith.constant dense<0x7F800000> : tensor<f32>
    %cst_25 = arith.constant dense<0x7FC00000> : tensor<f32>
    %0 = tfl.sub(%cst, %arg0) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<?xf32>) -> tensor<?xf32>
    %1 = tfl.add(%arg0, %cst_0) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %2 = tfl.mul %0, %1 {fused_activation_function = "NONE"} : tensor<?xf32>
    %3 = "tfl.log"(%2) : (tensor<?xf32>) -> tensor<?xf32>
    %4 = "tfl.neg"(%3) : (tensor<?xf32>) -> tensor<?xf32>
    %5 = tfl.add(%4, %cst_1) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %6 = tfl.mul(%cst_2, %5) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<?xf32>) -> tensor<?xf32>
    %7 = tfl.add(%6, %cst_3) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %8 = tfl.mul %7, %5 {fused_activation_function = "NONE"} : tensor<?xf32>
    %9 = tfl.add(%8, %cst_4) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %10 = tfl.mul %9, %5 {fused_activation_function = "NONE"} : tensor<?xf32>
    %11 = tfl.add(%10, %cst_5) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %12 = tfl.mul %11, %5 {fused_activation_function = "NONE"} : tensor<?xf32>
    %13 = tfl.add(%12, %cst_6) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %14 = tfl.mul %13, %5 {fused_activation_function = "NONE"} : tensor<?xf32>
    %15 = tfl.add(%14, %cst_7) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %16 = tfl.mul %15, %5 {fused_activation_function = "NONE"} : tensor<?xf32>
    %17 = tfl.add(%16, %cst_8) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %18 = tfl.mul %17, %5 {fused_activation_function = "NONE"} : tensor<?xf32>
    %19 = tfl.add(%18, %cst_9) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %20 = tfl.mul %19, %5 {fused_activation_function = "NONE"} : tensor<?xf32>
    %21 = tfl.add(%20, %cst_10) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %22 = "tfl.maximum"(%4, %cst_11) : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %23 = "tfl.sqrt"(%22) : (tensor<?xf32>) -> tensor<?xf32>
    %24 = tfl.add(%23, %cst_12) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %25 = tfl.mul(%cst_13, %24) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<?xf32>) -> tensor<?xf32>
    %26 = tfl.add(%25, %cst_14) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %27 = tfl.mul %26, %24 {fused_activation_function = "NONE"} : tensor<?xf32>
    %28 = tfl.add(%27, %cst_15) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %29 = tfl.mul %28, %24 {fused_activation_function = "NONE"} : tensor<?xf32>
    %30 = tfl.add(%29, %cst_16) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %31 = tfl.mul %30, %24 {fused_activation_function = "NONE"} : tensor<?xf32>
    %32 = tfl.add(%31, %cst_17) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %33 = tfl.mul %32, %24 {fused_activation_function = "NONE"} : tensor<?xf32>
    %34 = tfl.add(%33, %cst_18) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %35 = tfl.mul %34, %24 {fused_activation_function = "NONE"} : tensor<?xf32>
    %36 = tfl.add(%35, %cst_19) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %37 = tfl.mul %36, %24 {fused_activation_function = "NONE"} : tensor<?xf32>
    %38 = tfl.add(%37, %cst_20) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %39 = tfl.mul %38, %24 {fused_activation_function = "NONE"} : tensor<?xf32>
    %40 = tfl.add(%39, %cst_21) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %41 = tfl.less(%4, %cst_22) : (tensor<?xf32>, tensor<f32>) -> tensor<?xi1>
    %42 = "tfl.select_v2"(%41, %21, %40) : (tensor<?xi1>, tensor<?xf32>, tensor<?xf32>) -> tensor<?xf32>
    %43 = tfl.mul %42, %arg0 {fused_activation_function = "NONE"} : tensor<?xf32>
    %44 = "tfl.abs"(%arg0) : (tensor<?xf32>) -> tensor<?xf32>
    %45 = "tfl.equal"(%44, %cst_23) : (tensor<?xf32>, tensor<f32>) -> tensor<?xi1>
    %46 = tfl.mul(%arg0, %cst_24) <{fused_activation_function = "NONE"}> : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %47 = "tfl.select_v2"(%45, %46, %43) : (tensor<?xi1>, tensor<?xf32>, tensor<?xf32>) -> tensor<?xf32>
    %48 = tfl.greater(%44, %cst_23) : (tensor<?xf32>, tensor<f32>) -> tensor<?xi1>
    %49 = "tfl.select_v2"(%48, %cst_25, %47) : (tensor<?xi1>, tensor<f32>, tensor<?xf32>) -> tensor<?xf32>
    return %49 : tensor<?xf32>
  }
}
