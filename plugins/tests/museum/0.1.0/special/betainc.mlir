func.func @main(%x: tensor<2xf32>, %y: tensor<2xf32>, %z: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Betainc"(%x, %y, %z) {} : (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----
module {
  func.func @main(%arg0: tensor<2xf32>, %arg1: tensor<2xf32>, %arg2: tensor<2xf32>) -> tensor<2xf32> {
    %cst = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_0 = arith.constant dense<2.000000e+00> : tensor<f32>
    %cst_1 = arith.constant dense<3.000000e+00> : tensor<f32>
    %cst_2 = arith.constant dense<4.000000e+00> : tensor<f32>
    %cst_3 = arith.constant dense<5.000000e+00> : tensor<f32>
    %cst_4 = arith.constant dense<6.000000e+00> : tensor<f32>
    %cst_5 = arith.constant dense<7.000000e+00> : tensor<f32>
    %cst_6 = arith.constant dense<8.000000e+00> : tensor<f32>
    %cst_7 = arith.constant dense<9.000000e+00> : tensor<f32>
    %cst_8 = arith.constant dense<1.000000e+01> : tensor<f32>
    %cst_9 = arith.constant dense<1.100000e+01> : tensor<f32>
    %cst_10 = arith.constant dense<1.200000e+01> : tensor<f32>
    %cst_11 = arith.constant dense<1.300000e+01> : tensor<f32>
    %cst_12 = arith.constant dense<1.400000e+01> : tensor<f32>
    %cst_13 = arith.constant dense<1.500000e+01> : tensor<f32>
    %cst_14 = arith.constant dense<1.600000e+01> : tensor<f32>
    %cst_15 = arith.constant dense<1.700000e+01> : tensor<f32>
    %cst_16 = arith.constant dense<1.800000e+01> : tensor<f32>
    %cst_17 = arith.constant dense<1.900000e+01> : tensor<f32>
    %cst_18 = arith.constant dense<2.000000e+01> : tensor<f32>
    %cst_19 = arith.constant dense<2.100000e+01> : tensor<f32>
    %cst_20 = arith.constant dense<2.200000e+01> : tensor<f32>
    %cst_21 = arith.constant dense<2.300000e+01> : tensor<f32>
    %cst_22 = arith.constant dense<2.400000e+01> : tensor<f32>
    %cst_23 = arith.constant dense<-1.200000e+01> : tensor<f32>
    %cst_24 = arith.constant dense<-1.100000e+01> : tensor<f32>
    %cst_25 = arith.constant dense<-1.000000e+01> : tensor<f32>
    %cst_26 = arith.constant dense<-9.000000e+00> : tensor<f32>
    %cst_27 = arith.constant dense<-8.000000e+00> : tensor<f32>
    %cst_28 = arith.constant dense<-7.000000e+00> : tensor<f32>
    %cst_29 = arith.constant dense<-6.000000e+00> : tensor<f32>
    %cst_30 = arith.constant dense<-5.000000e+00> : tensor<f32>
    %cst_31 = arith.constant dense<-4.000000e+00> : tensor<f32>
    %cst_32 = arith.constant dense<-3.000000e+00> : tensor<f32>
    %cst_33 = arith.constant dense<-2.000000e+00> : tensor<f32>
    %cst_34 = arith.constant dense<-1.000000e+00> : tensor<f32>
    %cst_35 = arith.constant dense<0.159154937> : tensor<f32>
    %cst_36 = arith.constant dense<7.93650805E-4> : tensor<f32>
    %cst_37 = arith.constant dense<-0.00277777785> : tensor<f32>
    %cst_38 = arith.constant dense<0.0833333358> : tensor<f32>
    %cst_39 = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_40 = arith.constant dense<0x7FC00000> : tensor<f32>
    %0 = tfl.sub(%cst, %arg2) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %1 = tfl.add %arg0, %arg1 {fused_activation_function = "NONE"} : tensor<2xf32>
    %2 = tfl.add(%arg0, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %3 = tfl.add(%1, %cst_0) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %4 = tfl.div %2, %3 {fused_activation_function = "NONE"} : tensor<2xf32>
    %5 = tfl.greater(%arg2, %4) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xi1>
    %6 = "tfl.select_v2"(%5, %arg1, %arg0) : (tensor<2xi1>, tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    %7 = "tfl.select_v2"(%5, %arg0, %arg1) : (tensor<2xi1>, tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    %8 = "tfl.select_v2"(%5, %0, %arg2) : (tensor<2xi1>, tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    %9 = "tfl.select_v2"(%5, %arg2, %0) : (tensor<2xi1>, tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    %10 = tfl.add(%6, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %11 = tfl.add(%6, %cst_0) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %12 = tfl.add(%6, %cst_1) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %13 = tfl.add(%6, %cst_2) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %14 = tfl.add(%6, %cst_3) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %15 = tfl.add(%6, %cst_4) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %16 = tfl.add(%6, %cst_5) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %17 = tfl.add(%6, %cst_6) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %18 = tfl.add(%6, %cst_7) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %19 = tfl.add(%6, %cst_8) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %20 = tfl.add(%6, %cst_9) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %21 = tfl.add(%6, %cst_10) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %22 = tfl.add(%6, %cst_11) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %23 = tfl.add(%6, %cst_12) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %24 = tfl.add(%6, %cst_13) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %25 = tfl.add(%6, %cst_14) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %26 = tfl.add(%6, %cst_15) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %27 = tfl.add(%6, %cst_16) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %28 = tfl.add(%6, %cst_17) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %29 = tfl.add(%6, %cst_18) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %30 = tfl.add(%6, %cst_19) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %31 = tfl.add(%6, %cst_20) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %32 = tfl.add(%6, %cst_21) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %33 = tfl.add(%6, %cst_22) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %34 = tfl.add(%7, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %35 = tfl.add(%7, %cst_0) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %36 = tfl.add(%7, %cst_1) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %37 = tfl.add(%1, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %38 = tfl.add(%1, %cst_0) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %39 = tfl.add(%1, %cst_1) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %40 = tfl.add(%1, %cst_2) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %41 = tfl.add(%1, %cst_3) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %42 = tfl.add(%1, %cst_4) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %43 = tfl.add(%1, %cst_5) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %44 = tfl.add(%1, %cst_6) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %45 = tfl.add(%1, %cst_7) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %46 = tfl.add(%1, %cst_8) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %47 = tfl.add(%1, %cst_9) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %48 = tfl.add(%7, %cst_23) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %49 = tfl.mul(%48, %cst_10) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %50 = tfl.mul %49, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %51 = tfl.mul %32, %33 {fused_activation_function = "NONE"} : tensor<2xf32>
    %52 = tfl.div %50, %51 {fused_activation_function = "NONE"} : tensor<2xf32>
    %53 = tfl.add(%52, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %54 = tfl.mul %20, %47 {fused_activation_function = "NONE"} : tensor<2xf32>
    %55 = tfl.mul %54, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %56 = tfl.mul %31, %32 {fused_activation_function = "NONE"} : tensor<2xf32>
    %57 = tfl.mul %56, %53 {fused_activation_function = "NONE"} : tensor<2xf32>
    %58 = tfl.div %55, %57 {fused_activation_function = "NONE"} : tensor<2xf32>
    %59 = tfl.sub(%cst, %58) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %60 = tfl.add(%7, %cst_24) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %61 = tfl.mul(%60, %cst_9) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %62 = tfl.mul %61, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %63 = tfl.mul %30, %31 {fused_activation_function = "NONE"} : tensor<2xf32>
    %64 = tfl.mul %63, %59 {fused_activation_function = "NONE"} : tensor<2xf32>
    %65 = tfl.div %62, %64 {fused_activation_function = "NONE"} : tensor<2xf32>
    %66 = tfl.add(%65, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %67 = tfl.mul %19, %46 {fused_activation_function = "NONE"} : tensor<2xf32>
    %68 = tfl.mul %67, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %69 = tfl.mul %29, %30 {fused_activation_function = "NONE"} : tensor<2xf32>
    %70 = tfl.mul %69, %66 {fused_activation_function = "NONE"} : tensor<2xf32>
    %71 = tfl.div %68, %70 {fused_activation_function = "NONE"} : tensor<2xf32>
    %72 = tfl.sub(%cst, %71) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %73 = tfl.add(%7, %cst_25) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %74 = tfl.mul(%73, %cst_8) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %75 = tfl.mul %74, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %76 = tfl.mul %28, %29 {fused_activation_function = "NONE"} : tensor<2xf32>
    %77 = tfl.mul %76, %72 {fused_activation_function = "NONE"} : tensor<2xf32>
    %78 = tfl.div %75, %77 {fused_activation_function = "NONE"} : tensor<2xf32>
    %79 = tfl.add(%78, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %80 = tfl.mul %18, %45 {fused_activation_function = "NONE"} : tensor<2xf32>
    %81 = tfl.mul %80, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %82 = tfl.mul %27, %28 {fused_activation_function = "NONE"} : tensor<2xf32>
    %83 = tfl.mul %82, %79 {fused_activation_function = "NONE"} : tensor<2xf32>
    %84 = tfl.div %81, %83 {fused_activation_function = "NONE"} : tensor<2xf32>
    %85 = tfl.sub(%cst, %84) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %86 = tfl.add(%7, %cst_26) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %87 = tfl.mul(%86, %cst_7) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %88 = tfl.mul %87, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %89 = tfl.mul %26, %27 {fused_activation_function = "NONE"} : tensor<2xf32>
    %90 = tfl.mul %89, %85 {fused_activation_function = "NONE"} : tensor<2xf32>
    %91 = tfl.div %88, %90 {fused_activation_function = "NONE"} : tensor<2xf32>
    %92 = tfl.add(%91, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %93 = tfl.mul %17, %44 {fused_activation_function = "NONE"} : tensor<2xf32>
    %94 = tfl.mul %93, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %95 = tfl.mul %25, %26 {fused_activation_function = "NONE"} : tensor<2xf32>
    %96 = tfl.mul %95, %92 {fused_activation_function = "NONE"} : tensor<2xf32>
    %97 = tfl.div %94, %96 {fused_activation_function = "NONE"} : tensor<2xf32>
    %98 = tfl.sub(%cst, %97) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %99 = tfl.add(%7, %cst_27) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %100 = tfl.mul(%99, %cst_6) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %101 = tfl.mul %100, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %102 = tfl.mul %24, %25 {fused_activation_function = "NONE"} : tensor<2xf32>
    %103 = tfl.mul %102, %98 {fused_activation_function = "NONE"} : tensor<2xf32>
    %104 = tfl.div %101, %103 {fused_activation_function = "NONE"} : tensor<2xf32>
    %105 = tfl.add(%104, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %106 = tfl.mul %16, %43 {fused_activation_function = "NONE"} : tensor<2xf32>
    %107 = tfl.mul %106, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %108 = tfl.mul %23, %24 {fused_activation_function = "NONE"} : tensor<2xf32>
    %109 = tfl.mul %108, %105 {fused_activation_function = "NONE"} : tensor<2xf32>
    %110 = tfl.div %107, %109 {fused_activation_function = "NONE"} : tensor<2xf32>
    %111 = tfl.sub(%cst, %110) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %112 = tfl.add(%7, %cst_28) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %113 = tfl.mul(%112, %cst_5) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %114 = tfl.mul %113, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %115 = tfl.mul %22, %23 {fused_activation_function = "NONE"} : tensor<2xf32>
    %116 = tfl.mul %115, %111 {fused_activation_function = "NONE"} : tensor<2xf32>
    %117 = tfl.div %114, %116 {fused_activation_function = "NONE"} : tensor<2xf32>
    %118 = tfl.add(%117, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %119 = tfl.mul %15, %42 {fused_activation_function = "NONE"} : tensor<2xf32>
    %120 = tfl.mul %119, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %121 = tfl.mul %21, %22 {fused_activation_function = "NONE"} : tensor<2xf32>
    %122 = tfl.mul %121, %118 {fused_activation_function = "NONE"} : tensor<2xf32>
    %123 = tfl.div %120, %122 {fused_activation_function = "NONE"} : tensor<2xf32>
    %124 = tfl.sub(%cst, %123) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %125 = tfl.add(%7, %cst_29) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %126 = tfl.mul(%125, %cst_4) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %127 = tfl.mul %126, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %128 = tfl.mul %20, %21 {fused_activation_function = "NONE"} : tensor<2xf32>
    %129 = tfl.mul %128, %124 {fused_activation_function = "NONE"} : tensor<2xf32>
    %130 = tfl.div %127, %129 {fused_activation_function = "NONE"} : tensor<2xf32>
    %131 = tfl.add(%130, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %132 = tfl.mul %14, %41 {fused_activation_function = "NONE"} : tensor<2xf32>
    %133 = tfl.mul %132, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %134 = tfl.mul %19, %20 {fused_activation_function = "NONE"} : tensor<2xf32>
    %135 = tfl.mul %134, %131 {fused_activation_function = "NONE"} : tensor<2xf32>
    %136 = tfl.div %133, %135 {fused_activation_function = "NONE"} : tensor<2xf32>
    %137 = tfl.sub(%cst, %136) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %138 = tfl.add(%7, %cst_30) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %139 = tfl.mul(%138, %cst_3) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %140 = tfl.mul %139, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %141 = tfl.mul %18, %19 {fused_activation_function = "NONE"} : tensor<2xf32>
    %142 = tfl.mul %141, %137 {fused_activation_function = "NONE"} : tensor<2xf32>
    %143 = tfl.div %140, %142 {fused_activation_function = "NONE"} : tensor<2xf32>
    %144 = tfl.add(%143, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %145 = tfl.mul %13, %40 {fused_activation_function = "NONE"} : tensor<2xf32>
    %146 = tfl.mul %145, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %147 = tfl.mul %17, %18 {fused_activation_function = "NONE"} : tensor<2xf32>
    %148 = tfl.mul %147, %144 {fused_activation_function = "NONE"} : tensor<2xf32>
    %149 = tfl.div %146, %148 {fused_activation_function = "NONE"} : tensor<2xf32>
    %150 = tfl.sub(%cst, %149) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %151 = tfl.add(%7, %cst_31) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %152 = tfl.mul(%151, %cst_2) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %153 = tfl.mul %152, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %154 = tfl.mul %16, %17 {fused_activation_function = "NONE"} : tensor<2xf32>
    %155 = tfl.mul %154, %150 {fused_activation_function = "NONE"} : tensor<2xf32>
    %156 = tfl.div %153, %155 {fused_activation_function = "NONE"} : tensor<2xf32>
    %157 = tfl.add(%156, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %158 = tfl.mul %12, %39 {fused_activation_function = "NONE"} : tensor<2xf32>
    %159 = tfl.mul %158, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %160 = tfl.mul %15, %16 {fused_activation_function = "NONE"} : tensor<2xf32>
    %161 = tfl.mul %160, %157 {fused_activation_function = "NONE"} : tensor<2xf32>
    %162 = tfl.div %159, %161 {fused_activation_function = "NONE"} : tensor<2xf32>
    %163 = tfl.sub(%cst, %162) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %164 = tfl.add(%7, %cst_32) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %165 = tfl.mul(%164, %cst_1) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %166 = tfl.mul %165, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %167 = tfl.mul %14, %15 {fused_activation_function = "NONE"} : tensor<2xf32>
    %168 = tfl.mul %167, %163 {fused_activation_function = "NONE"} : tensor<2xf32>
    %169 = tfl.div %166, %168 {fused_activation_function = "NONE"} : tensor<2xf32>
    %170 = tfl.add(%169, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %171 = tfl.mul %11, %38 {fused_activation_function = "NONE"} : tensor<2xf32>
    %172 = tfl.mul %171, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %173 = tfl.mul %13, %14 {fused_activation_function = "NONE"} : tensor<2xf32>
    %174 = tfl.mul %173, %170 {fused_activation_function = "NONE"} : tensor<2xf32>
    %175 = tfl.div %172, %174 {fused_activation_function = "NONE"} : tensor<2xf32>
    %176 = tfl.sub(%cst, %175) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %177 = tfl.add(%7, %cst_33) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %178 = tfl.mul(%177, %cst_0) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %179 = tfl.mul %178, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %180 = tfl.mul %12, %13 {fused_activation_function = "NONE"} : tensor<2xf32>
    %181 = tfl.mul %180, %176 {fused_activation_function = "NONE"} : tensor<2xf32>
    %182 = tfl.div %179, %181 {fused_activation_function = "NONE"} : tensor<2xf32>
    %183 = tfl.add(%182, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %184 = tfl.mul %10, %37 {fused_activation_function = "NONE"} : tensor<2xf32>
    %185 = tfl.mul %184, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %186 = tfl.mul %11, %12 {fused_activation_function = "NONE"} : tensor<2xf32>
    %187 = tfl.mul %186, %183 {fused_activation_function = "NONE"} : tensor<2xf32>
    %188 = tfl.div %185, %187 {fused_activation_function = "NONE"} : tensor<2xf32>
    %189 = tfl.sub(%cst, %188) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %190 = tfl.add(%7, %cst_34) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %191 = tfl.mul(%190, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %192 = tfl.mul %191, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %193 = tfl.mul %10, %11 {fused_activation_function = "NONE"} : tensor<2xf32>
    %194 = tfl.mul %193, %189 {fused_activation_function = "NONE"} : tensor<2xf32>
    %195 = tfl.div %192, %194 {fused_activation_function = "NONE"} : tensor<2xf32>
    %196 = tfl.add(%195, %cst) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %197 = tfl.mul %6, %1 {fused_activation_function = "NONE"} : tensor<2xf32>
    %198 = tfl.mul %197, %8 {fused_activation_function = "NONE"} : tensor<2xf32>
    %199 = tfl.mul %6, %10 {fused_activation_function = "NONE"} : tensor<2xf32>
    %200 = tfl.mul %199, %196 {fused_activation_function = "NONE"} : tensor<2xf32>
    %201 = tfl.div %198, %200 {fused_activation_function = "NONE"} : tensor<2xf32>
    %202 = tfl.sub(%cst, %201) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %203 = tfl.mul %6, %10 {fused_activation_function = "NONE"} : tensor<2xf32>
    %204 = tfl.mul %203, %11 {fused_activation_function = "NONE"} : tensor<2xf32>
    %205 = tfl.mul %12, %12 {fused_activation_function = "NONE"} : tensor<2xf32>
    %206 = tfl.mul %205, %12 {fused_activation_function = "NONE"} : tensor<2xf32>
    %207 = tfl.div %204, %206 {fused_activation_function = "NONE"} : tensor<2xf32>
    %208 = tfl.mul %7, %34 {fused_activation_function = "NONE"} : tensor<2xf32>
    %209 = tfl.mul %208, %35 {fused_activation_function = "NONE"} : tensor<2xf32>
    %210 = tfl.mul %36, %36 {fused_activation_function = "NONE"} : tensor<2xf32>
    %211 = tfl.mul %210, %36 {fused_activation_function = "NONE"} : tensor<2xf32>
    %212 = tfl.div %209, %211 {fused_activation_function = "NONE"} : tensor<2xf32>
    %213 = tfl.mul %1, %37 {fused_activation_function = "NONE"} : tensor<2xf32>
    %214 = tfl.mul %213, %38 {fused_activation_function = "NONE"} : tensor<2xf32>
    %215 = tfl.mul %214, %39 {fused_activation_function = "NONE"} : tensor<2xf32>
    %216 = tfl.mul %215, %40 {fused_activation_function = "NONE"} : tensor<2xf32>
    %217 = tfl.mul %216, %41 {fused_activation_function = "NONE"} : tensor<2xf32>
    %218 = tfl.mul %42, %42 {fused_activation_function = "NONE"} : tensor<2xf32>
    %219 = tfl.mul %218, %42 {fused_activation_function = "NONE"} : tensor<2xf32>
    %220 = tfl.mul %219, %42 {fused_activation_function = "NONE"} : tensor<2xf32>
    %221 = tfl.mul %220, %42 {fused_activation_function = "NONE"} : tensor<2xf32>
    %222 = tfl.mul %221, %42 {fused_activation_function = "NONE"} : tensor<2xf32>
    %223 = tfl.div %217, %222 {fused_activation_function = "NONE"} : tensor<2xf32>
    %224 = tfl.mul %207, %212 {fused_activation_function = "NONE"} : tensor<2xf32>
    %225 = tfl.div %224, %223 {fused_activation_function = "NONE"} : tensor<2xf32>
    %226 = tfl.div %36, %42 {fused_activation_function = "NONE"} : tensor<2xf32>
    %227 = tfl.mul %12, %226 {fused_activation_function = "NONE"} : tensor<2xf32>
    %228 = tfl.mul(%227, %cst_35) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %229 = "tfl.sqrt"(%228) : (tensor<2xf32>) -> tensor<2xf32>
    %230 = tfl.div %42, %12 {fused_activation_function = "NONE"} : tensor<2xf32>
    %231 = tfl.mul %8, %230 {fused_activation_function = "NONE"} : tensor<2xf32>
    %232 = "tfl.log"(%231) : (tensor<2xf32>) -> tensor<2xf32>
    %233 = tfl.mul %6, %232 {fused_activation_function = "NONE"} : tensor<2xf32>
    %234 = tfl.div %42, %36 {fused_activation_function = "NONE"} : tensor<2xf32>
    %235 = tfl.mul %9, %234 {fused_activation_function = "NONE"} : tensor<2xf32>
    %236 = "tfl.log"(%235) : (tensor<2xf32>) -> tensor<2xf32>
    %237 = tfl.mul %7, %236 {fused_activation_function = "NONE"} : tensor<2xf32>
    %238 = tfl.add %233, %237 {fused_activation_function = "NONE"} : tensor<2xf32>
    %239 = tfl.div(%cst, %12) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %240 = tfl.mul %239, %239 {fused_activation_function = "NONE"} : tensor<2xf32>
    %241 = tfl.mul(%240, %cst_36) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %242 = tfl.add(%241, %cst_37) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %243 = tfl.mul %240, %242 {fused_activation_function = "NONE"} : tensor<2xf32>
    %244 = tfl.add(%243, %cst_38) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %245 = tfl.mul %244, %239 {fused_activation_function = "NONE"} : tensor<2xf32>
    %246 = tfl.div(%cst, %36) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %247 = tfl.mul %246, %246 {fused_activation_function = "NONE"} : tensor<2xf32>
    %248 = tfl.mul(%247, %cst_36) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %249 = tfl.add(%248, %cst_37) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %250 = tfl.mul %247, %249 {fused_activation_function = "NONE"} : tensor<2xf32>
    %251 = tfl.add(%250, %cst_38) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %252 = tfl.mul %251, %246 {fused_activation_function = "NONE"} : tensor<2xf32>
    %253 = tfl.div(%cst, %42) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %254 = tfl.mul %253, %253 {fused_activation_function = "NONE"} : tensor<2xf32>
    %255 = tfl.mul(%254, %cst_36) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %256 = tfl.add(%255, %cst_37) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %257 = tfl.mul %254, %256 {fused_activation_function = "NONE"} : tensor<2xf32>
    %258 = tfl.add(%257, %cst_38) <{fused_activation_function = "NONE"}> : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    %259 = tfl.mul %258, %253 {fused_activation_function = "NONE"} : tensor<2xf32>
    %260 = tfl.sub %259, %245 {fused_activation_function = "NONE"} : tensor<2xf32>
    %261 = tfl.sub %260, %252 {fused_activation_function = "NONE"} : tensor<2xf32>
    %262 = tfl.add %238, %261 {fused_activation_function = "NONE"} : tensor<2xf32>
    %263 = "tfl.exp"(%262) : (tensor<2xf32>) -> tensor<2xf32>
    %264 = tfl.mul %225, %229 {fused_activation_function = "NONE"} : tensor<2xf32>
    %265 = tfl.mul %264, %263 {fused_activation_function = "NONE"} : tensor<2xf32>
    %266 = tfl.mul %6, %202 {fused_activation_function = "NONE"} : tensor<2xf32>
    %267 = tfl.div %265, %266 {fused_activation_function = "NONE"} : tensor<2xf32>
    %268 = tfl.sub(%cst, %267) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    %269 = "tfl.select_v2"(%5, %268, %267) : (tensor<2xi1>, tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    %270 = "tfl.minimum"(%arg0, %arg1) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    %271 = tfl.less_equal(%270, %cst_39) : (tensor<2xf32>, tensor<f32>) -> tensor<2xi1>
    %272 = tfl.less(%arg2, %cst_39) : (tensor<2xf32>, tensor<f32>) -> tensor<2xi1>
    %273 = tfl.greater(%arg2, %cst) : (tensor<2xf32>, tensor<f32>) -> tensor<2xi1>
    %274 = tfl.logical_or %272, %273 : tensor<2xi1>
    %275 = tfl.logical_or %274, %271 : tensor<2xi1>
    %276 = "tfl.select_v2"(%275, %cst_40, %269) : (tensor<2xi1>, tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
    return %276 : tensor<2xf32>
  }
}
