func.func @main(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
  %0 = "tf.Erfinv"(%x) {} : (tensor<?x2xf32>) -> tensor<?x2xf32>
  return %0 : tensor<?x2xf32>
}

// -----
module {
  func.func @main(%arg0: tensor<?x2xf32>) -> tensor<?x2xf32> {
    %cst = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_0 = arith.constant dense<0.000000e+00> : tensor<f32>
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
    %cst_11 = arith.constant dense<-3.000000e+00> : tensor<f32>
    %cst_12 = arith.constant dense<-2.00214257E-4> : tensor<f32>
    %cst_13 = arith.constant dense<1.00950558E-4> : tensor<f32>
    %cst_14 = arith.constant dense<0.00134934322> : tensor<f32>
    %cst_15 = arith.constant dense<-0.00367342844> : tensor<f32>
    %cst_16 = arith.constant dense<0.00573950773> : tensor<f32>
    %cst_17 = arith.constant dense<-0.0076224613> : tensor<f32>
    %cst_18 = arith.constant dense<0.00943887047> : tensor<f32>
    %cst_19 = arith.constant dense<1.00167406> : tensor<f32>
    %cst_20 = arith.constant dense<2.83297682> : tensor<f32>
    %cst_21 = arith.constant dense<5.000000e+00> : tensor<f32>
    %cst_22 = arith.constant dense<0x7F800000> : tensor<f32>
    %0 = tfl.sub(%cst, %arg0) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<?x2xf32>) -> tensor<?x2xf32>
    %1 = tfl.add(%arg0, %cst) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %2 = tfl.mul %0, %1 {fused_activation_function = "NONE"} : tensor<?x2xf32>
    %3 = "tfl.log"(%2) : (tensor<?x2xf32>) -> tensor<?x2xf32>
    %4 = tfl.sub(%cst_0, %3) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<?x2xf32>) -> tensor<?x2xf32>
    %5 = tfl.add(%4, %cst_1) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %6 = tfl.mul(%5, %cst_2) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %7 = tfl.add(%6, %cst_3) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %8 = tfl.mul %5, %7 {fused_activation_function = "NONE"} : tensor<?x2xf32>
    %9 = tfl.add(%8, %cst_4) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %10 = tfl.mul %5, %9 {fused_activation_function = "NONE"} : tensor<?x2xf32>
    %11 = tfl.add(%10, %cst_5) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %12 = tfl.mul %5, %11 {fused_activation_function = "NONE"} : tensor<?x2xf32>
    %13 = tfl.add(%12, %cst_6) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %14 = tfl.mul %5, %13 {fused_activation_function = "NONE"} : tensor<?x2xf32>
    %15 = tfl.add(%14, %cst_7) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %16 = tfl.mul %5, %15 {fused_activation_function = "NONE"} : tensor<?x2xf32>
    %17 = tfl.add(%16, %cst_8) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %18 = tfl.mul %5, %17 {fused_activation_function = "NONE"} : tensor<?x2xf32>
    %19 = tfl.add(%18, %cst_9) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %20 = tfl.mul %5, %19 {fused_activation_function = "NONE"} : tensor<?x2xf32>
    %21 = tfl.add(%20, %cst_10) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %22 = "tfl.sqrt"(%4) : (tensor<?x2xf32>) -> tensor<?x2xf32>
    %23 = tfl.add(%22, %cst_11) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %24 = tfl.mul(%23, %cst_12) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %25 = tfl.add(%24, %cst_13) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %26 = tfl.mul %23, %25 {fused_activation_function = "NONE"} : tensor<?x2xf32>
    %27 = tfl.add(%26, %cst_14) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %28 = tfl.mul %23, %27 {fused_activation_function = "NONE"} : tensor<?x2xf32>
    %29 = tfl.add(%28, %cst_15) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %30 = tfl.mul %23, %29 {fused_activation_function = "NONE"} : tensor<?x2xf32>
    %31 = tfl.add(%30, %cst_16) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %32 = tfl.mul %23, %31 {fused_activation_function = "NONE"} : tensor<?x2xf32>
    %33 = tfl.add(%32, %cst_17) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %34 = tfl.mul %23, %33 {fused_activation_function = "NONE"} : tensor<?x2xf32>
    %35 = tfl.add(%34, %cst_18) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %36 = tfl.mul %23, %35 {fused_activation_function = "NONE"} : tensor<?x2xf32>
    %37 = tfl.add(%36, %cst_19) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %38 = tfl.mul %23, %37 {fused_activation_function = "NONE"} : tensor<?x2xf32>
    %39 = tfl.add(%38, %cst_20) <{fused_activation_function = "NONE"}> : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
    %40 = tfl.less(%4, %cst_21) : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xi1>
    %41 = "tfl.select_v2"(%40, %21, %39) : (tensor<?x2xi1>, tensor<?x2xf32>, tensor<?x2xf32>) -> tensor<?x2xf32>
    %42 = "tfl.abs"(%arg0) : (tensor<?x2xf32>) -> tensor<?x2xf32>
    %43 = "tfl.equal"(%42, %cst) : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xi1>
    %44 = "tfl.select_v2"(%43, %cst_22, %41) : (tensor<?x2xi1>, tensor<f32>, tensor<?x2xf32>) -> tensor<?x2xf32>
    %45 = tfl.mul %44, %arg0 {fused_activation_function = "NONE"} : tensor<?x2xf32>
    return %45 : tensor<?x2xf32>
  }
}
