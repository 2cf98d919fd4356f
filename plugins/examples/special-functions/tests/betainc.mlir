func.func @betainc(%a: tensor<4xf32>, %b: tensor<4xf32>, %x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.Betainc"(%a, %b, %x) : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----
module {
  func.func @betainc(%arg0: tensor<4xf32>, %arg1: tensor<4xf32>, %arg2: tensor<4xf32>) -> tensor<4xf32> {
    %cst = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_0 = arith.constant dense<2.000000e+00> : tensor<f32>
    %cst_1 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_2 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_3 = arith.constant dense<3.100000e+01> : tensor<f32>
    %cst_4 = arith.constant dense<3.200000e+01> : tensor<f32>
    %cst_5 = arith.constant dense<-1.600000e+01> : tensor<f32>
    %cst_6 = arith.constant dense<1.600000e+01> : tensor<f32>
    %cst_7 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_8 = arith.constant dense<3.000000e+01> : tensor<f32>
    %cst_9 = arith.constant dense<3.100000e+01> : tensor<f32>
    %cst_10 = arith.constant dense<1.500000e+01> : tensor<f32>
    %cst_11 = arith.constant dense<1.500000e+01> : tensor<f32>
    %cst_12 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_13 = arith.constant dense<2.900000e+01> : tensor<f32>
    %cst_14 = arith.constant dense<3.000000e+01> : tensor<f32>
    %cst_15 = arith.constant dense<-1.500000e+01> : tensor<f32>
    %cst_16 = arith.constant dense<1.500000e+01> : tensor<f32>
    %cst_17 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_18 = arith.constant dense<2.800000e+01> : tensor<f32>
    %cst_19 = arith.constant dense<2.900000e+01> : tensor<f32>
    %cst_20 = arith.constant dense<1.400000e+01> : tensor<f32>
    %cst_21 = arith.constant dense<1.400000e+01> : tensor<f32>
    %cst_22 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_23 = arith.constant dense<2.700000e+01> : tensor<f32>
    %cst_24 = arith.constant dense<2.800000e+01> : tensor<f32>
    %cst_25 = arith.constant dense<-1.400000e+01> : tensor<f32>
    %cst_26 = arith.constant dense<1.400000e+01> : tensor<f32>
    %cst_27 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_28 = arith.constant dense<2.600000e+01> : tensor<f32>
    %cst_29 = arith.constant dense<2.700000e+01> : tensor<f32>
    %cst_30 = arith.constant dense<1.300000e+01> : tensor<f32>
    %cst_31 = arith.constant dense<1.300000e+01> : tensor<f32>
    %cst_32 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_33 = arith.constant dense<2.500000e+01> : tensor<f32>
    %cst_34 = arith.constant dense<2.600000e+01> : tensor<f32>
    %cst_35 = arith.constant dense<-1.300000e+01> : tensor<f32>
    %cst_36 = arith.constant dense<1.300000e+01> : tensor<f32>
    %cst_37 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_38 = arith.constant dense<2.400000e+01> : tensor<f32>
    %cst_39 = arith.constant dense<2.500000e+01> : tensor<f32>
    %cst_40 = arith.constant dense<1.200000e+01> : tensor<f32>
    %cst_41 = arith.constant dense<1.200000e+01> : tensor<f32>
    %cst_42 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_43 = arith.constant dense<2.300000e+01> : tensor<f32>
    %cst_44 = arith.constant dense<2.400000e+01> : tensor<f32>
    %cst_45 = arith.constant dense<-1.200000e+01> : tensor<f32>
    %cst_46 = arith.constant dense<1.200000e+01> : tensor<f32>
    %cst_47 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_48 = arith.constant dense<2.200000e+01> : tensor<f32>
    %cst_49 = arith.constant dense<2.300000e+01> : tensor<f32>
    %cst_50 = arith.constant dense<1.100000e+01> : tensor<f32>
    %cst_51 = arith.constant dense<1.100000e+01> : tensor<f32>
    %cst_52 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_53 = arith.constant dense<2.100000e+01> : tensor<f32>
    %cst_54 = arith.constant dense<2.200000e+01> : tensor<f32>
    %cst_55 = arith.constant dense<-1.100000e+01> : tensor<f32>
    %cst_56 = arith.constant dense<1.100000e+01> : tensor<f32>
    %cst_57 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_58 = arith.constant dense<2.000000e+01> : tensor<f32>
    %cst_59 = arith.constant dense<2.100000e+01> : tensor<f32>
    %cst_60 = arith.constant dense<1.000000e+01> : tensor<f32>
    %cst_61 = arith.constant dense<1.000000e+01> : tensor<f32>
    %cst_62 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_63 = arith.constant dense<1.900000e+01> : tensor<f32>
    %cst_64 = arith.constant dense<2.000000e+01> : tensor<f32>
    %cst_65 = arith.constant dense<-1.000000e+01> : tensor<f32>
    %cst_66 = arith.constant dense<1.000000e+01> : tensor<f32>
    %cst_67 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_68 = arith.constant dense<1.800000e+01> : tensor<f32>
    %cst_69 = arith.constant dense<1.900000e+01> : tensor<f32>
    %cst_70 = arith.constant dense<9.000000e+00> : tensor<f32>
    %cst_71 = arith.constant dense<9.000000e+00> : tensor<f32>
    %cst_72 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_73 = arith.constant dense<1.700000e+01> : tensor<f32>
    %cst_74 = arith.constant dense<1.800000e+01> : tensor<f32>
    %cst_75 = arith.constant dense<-9.000000e+00> : tensor<f32>
    %cst_76 = arith.constant dense<9.000000e+00> : tensor<f32>
    %cst_77 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_78 = arith.constant dense<1.600000e+01> : tensor<f32>
    %cst_79 = arith.constant dense<1.700000e+01> : tensor<f32>
    %cst_80 = arith.constant dense<8.000000e+00> : tensor<f32>
    %cst_81 = arith.constant dense<8.000000e+00> : tensor<f32>
    %cst_82 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_83 = arith.constant dense<1.500000e+01> : tensor<f32>
    %cst_84 = arith.constant dense<1.600000e+01> : tensor<f32>
    %cst_85 = arith.constant dense<-8.000000e+00> : tensor<f32>
    %cst_86 = arith.constant dense<8.000000e+00> : tensor<f32>
    %cst_87 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_88 = arith.constant dense<1.400000e+01> : tensor<f32>
    %cst_89 = arith.constant dense<1.500000e+01> : tensor<f32>
    %cst_90 = arith.constant dense<7.000000e+00> : tensor<f32>
    %cst_91 = arith.constant dense<7.000000e+00> : tensor<f32>
    %cst_92 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_93 = arith.constant dense<1.300000e+01> : tensor<f32>
    %cst_94 = arith.constant dense<1.400000e+01> : tensor<f32>
    %cst_95 = arith.constant dense<-7.000000e+00> : tensor<f32>
    %cst_96 = arith.constant dense<7.000000e+00> : tensor<f32>
    %cst_97 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_98 = arith.constant dense<1.200000e+01> : tensor<f32>
    %cst_99 = arith.constant dense<1.300000e+01> : tensor<f32>
    %cst_100 = arith.constant dense<6.000000e+00> : tensor<f32>
    %cst_101 = arith.constant dense<6.000000e+00> : tensor<f32>
    %cst_102 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_103 = arith.constant dense<1.100000e+01> : tensor<f32>
    %cst_104 = arith.constant dense<1.200000e+01> : tensor<f32>
    %cst_105 = arith.constant dense<-6.000000e+00> : tensor<f32>
    %cst_106 = arith.constant dense<6.000000e+00> : tensor<f32>
    %cst_107 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_108 = arith.constant dense<1.000000e+01> : tensor<f32>
    %cst_109 = arith.constant dense<1.100000e+01> : tensor<f32>
    %cst_110 = arith.constant dense<5.000000e+00> : tensor<f32>
    %cst_111 = arith.constant dense<5.000000e+00> : tensor<f32>
    %cst_112 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_113 = arith.constant dense<9.000000e+00> : tensor<f32>
    %cst_114 = arith.constant dense<1.000000e+01> : tensor<f32>
    %cst_115 = arith.constant dense<-5.000000e+00> : tensor<f32>
    %cst_116 = arith.constant dense<5.000000e+00> : tensor<f32>
    %cst_117 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_118 = arith.constant dense<8.000000e+00> : tensor<f32>
    %cst_119 = arith.constant dense<9.000000e+00> : tensor<f32>
    %cst_120 = arith.constant dense<4.000000e+00> : tensor<f32>
    %cst_121 = arith.constant dense<4.000000e+00> : tensor<f32>
    %cst_122 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_123 = arith.constant dense<7.000000e+00> : tensor<f32>
    %cst_124 = arith.constant dense<8.000000e+00> : tensor<f32>
    %cst_125 = arith.constant dense<-4.000000e+00> : tensor<f32>
    %cst_126 = arith.constant dense<4.000000e+00> : tensor<f32>
    %cst_127 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_128 = arith.constant dense<6.000000e+00> : tensor<f32>
    %cst_129 = arith.constant dense<7.000000e+00> : tensor<f32>
    %cst_130 = arith.constant dense<3.000000e+00> : tensor<f32>
    %cst_131 = arith.constant dense<3.000000e+00> : tensor<f32>
    %cst_132 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_133 = arith.constant dense<5.000000e+00> : tensor<f32>
    %cst_134 = arith.constant dense<6.000000e+00> : tensor<f32>
    %cst_135 = arith.constant dense<-3.000000e+00> : tensor<f32>
    %cst_136 = arith.constant dense<3.000000e+00> : tensor<f32>
    %cst_137 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_138 = arith.constant dense<4.000000e+00> : tensor<f32>
    %cst_139 = arith.constant dense<5.000000e+00> : tensor<f32>
    %cst_140 = arith.constant dense<2.000000e+00> : tensor<f32>
    %cst_141 = arith.constant dense<2.000000e+00> : tensor<f32>
    %cst_142 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_143 = arith.constant dense<3.000000e+00> : tensor<f32>
    %cst_144 = arith.constant dense<4.000000e+00> : tensor<f32>
    %cst_145 = arith.constant dense<-2.000000e+00> : tensor<f32>
    %cst_146 = arith.constant dense<2.000000e+00> : tensor<f32>
    %cst_147 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_148 = arith.constant dense<2.000000e+00> : tensor<f32>
    %cst_149 = arith.constant dense<3.000000e+00> : tensor<f32>
    %cst_150 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_151 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_152 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_153 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_154 = arith.constant dense<2.000000e+00> : tensor<f32>
    %cst_155 = arith.constant dense<-1.000000e+00> : tensor<f32>
    %cst_156 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_157 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_158 = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_159 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_160 = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_161 = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_162 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_163 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_164 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_165 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_166 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_167 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_168 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_169 = arith.constant dense<-5.000000e-01> : tensor<f32>
    %cst_170 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_171 = arith.constant dense<7.93650805E-4> : tensor<f32>
    %cst_172 = arith.constant dense<-0.00277777785> : tensor<f32>
    %cst_173 = arith.constant dense<0.0833333358> : tensor<f32>
    %cst_174 = arith.constant dense<0.918938517> : tensor<f32>
    %cst_175 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_176 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_177 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_178 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_179 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_180 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_181 = arith.constant dense<-5.000000e-01> : tensor<f32>
    %cst_182 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_183 = arith.constant dense<7.93650805E-4> : tensor<f32>
    %cst_184 = arith.constant dense<-0.00277777785> : tensor<f32>
    %cst_185 = arith.constant dense<0.0833333358> : tensor<f32>
    %cst_186 = arith.constant dense<0.918938517> : tensor<f32>
    %cst_187 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_188 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_189 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_190 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_191 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_192 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_193 = arith.constant dense<-5.000000e-01> : tensor<f32>
    %cst_194 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_195 = arith.constant dense<7.93650805E-4> : tensor<f32>
    %cst_196 = arith.constant dense<-0.00277777785> : tensor<f32>
    %cst_197 = arith.constant dense<0.0833333358> : tensor<f32>
    %cst_198 = arith.constant dense<0.918938517> : tensor<f32>
    %cst_199 = arith.constant dense<1.000000e+00> : tensor<f32>
    %cst_200 = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_201 = arith.constant dense<1.000000e+00> : tensor<f32>
    %0 = tfl.add %arg0, %arg1 {fused_activation_function = "NONE"} : tensor<4xf32>
    %1 = tfl.add(%arg0, %cst) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %2 = tfl.add(%0, %cst_0) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %3 = tfl.div %1, %2 {fused_activation_function = "NONE"} : tensor<4xf32>
    %4 = tfl.greater(%arg2, %3) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
    %5 = tfl.sub(%cst_1, %arg2) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
    %6 = "tfl.select_v2"(%4, %arg1, %arg0) : (tensor<4xi1>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %7 = "tfl.select_v2"(%4, %arg0, %arg1) : (tensor<4xi1>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %8 = "tfl.select_v2"(%4, %5, %arg2) : (tensor<4xi1>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %9 = "tfl.select_v2"(%4, %arg2, %5) : (tensor<4xi1>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %10 = tfl.add(%6, %cst_3) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %11 = tfl.add(%6, %cst_4) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %12 = tfl.mul %10, %11 {fused_activation_function = "NONE"} : tensor<4xf32>
    %13 = tfl.add(%7, %cst_5) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %14 = tfl.mul(%13, %cst_6) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %15 = tfl.div %14, %12 {fused_activation_function = "NONE"} : tensor<4xf32>
    %16 = tfl.mul %15, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %17 = tfl.div(%16, %cst_2) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %18 = tfl.add(%17, %cst_7) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %19 = tfl.add(%6, %cst_8) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %20 = tfl.add(%6, %cst_9) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %21 = tfl.mul %19, %20 {fused_activation_function = "NONE"} : tensor<4xf32>
    %22 = tfl.add(%6, %cst_10) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %23 = tfl.add(%0, %cst_11) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %24 = tfl.mul %22, %23 {fused_activation_function = "NONE"} : tensor<4xf32>
    %25 = "tfl.neg"(%24) : (tensor<4xf32>) -> tensor<4xf32>
    %26 = tfl.div %25, %21 {fused_activation_function = "NONE"} : tensor<4xf32>
    %27 = tfl.mul %26, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %28 = tfl.div %27, %18 {fused_activation_function = "NONE"} : tensor<4xf32>
    %29 = tfl.add(%28, %cst_12) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %30 = tfl.add(%6, %cst_13) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %31 = tfl.add(%6, %cst_14) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %32 = tfl.mul %30, %31 {fused_activation_function = "NONE"} : tensor<4xf32>
    %33 = tfl.add(%7, %cst_15) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %34 = tfl.mul(%33, %cst_16) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %35 = tfl.div %34, %32 {fused_activation_function = "NONE"} : tensor<4xf32>
    %36 = tfl.mul %35, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %37 = tfl.div %36, %29 {fused_activation_function = "NONE"} : tensor<4xf32>
    %38 = tfl.add(%37, %cst_17) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %39 = tfl.add(%6, %cst_18) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %40 = tfl.add(%6, %cst_19) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %41 = tfl.mul %39, %40 {fused_activation_function = "NONE"} : tensor<4xf32>
    %42 = tfl.add(%6, %cst_20) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %43 = tfl.add(%0, %cst_21) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %44 = tfl.mul %42, %43 {fused_activation_function = "NONE"} : tensor<4xf32>
    %45 = "tfl.neg"(%44) : (tensor<4xf32>) -> tensor<4xf32>
    %46 = tfl.div %45, %41 {fused_activation_function = "NONE"} : tensor<4xf32>
    %47 = tfl.mul %46, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %48 = tfl.div %47, %38 {fused_activation_function = "NONE"} : tensor<4xf32>
    %49 = tfl.add(%48, %cst_22) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %50 = tfl.add(%6, %cst_23) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %51 = tfl.add(%6, %cst_24) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %52 = tfl.mul %50, %51 {fused_activation_function = "NONE"} : tensor<4xf32>
    %53 = tfl.add(%7, %cst_25) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %54 = tfl.mul(%53, %cst_26) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %55 = tfl.div %54, %52 {fused_activation_function = "NONE"} : tensor<4xf32>
    %56 = tfl.mul %55, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %57 = tfl.div %56, %49 {fused_activation_function = "NONE"} : tensor<4xf32>
    %58 = tfl.add(%57, %cst_27) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %59 = tfl.add(%6, %cst_28) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %60 = tfl.add(%6, %cst_29) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %61 = tfl.mul %59, %60 {fused_activation_function = "NONE"} : tensor<4xf32>
    %62 = tfl.add(%6, %cst_30) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %63 = tfl.add(%0, %cst_31) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %64 = tfl.mul %62, %63 {fused_activation_function = "NONE"} : tensor<4xf32>
    %65 = "tfl.neg"(%64) : (tensor<4xf32>) -> tensor<4xf32>
    %66 = tfl.div %65, %61 {fused_activation_function = "NONE"} : tensor<4xf32>
    %67 = tfl.mul %66, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %68 = tfl.div %67, %58 {fused_activation_function = "NONE"} : tensor<4xf32>
    %69 = tfl.add(%68, %cst_32) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %70 = tfl.add(%6, %cst_33) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %71 = tfl.add(%6, %cst_34) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %72 = tfl.mul %70, %71 {fused_activation_function = "NONE"} : tensor<4xf32>
    %73 = tfl.add(%7, %cst_35) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %74 = tfl.mul(%73, %cst_36) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %75 = tfl.div %74, %72 {fused_activation_function = "NONE"} : tensor<4xf32>
    %76 = tfl.mul %75, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %77 = tfl.div %76, %69 {fused_activation_function = "NONE"} : tensor<4xf32>
    %78 = tfl.add(%77, %cst_37) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %79 = tfl.add(%6, %cst_38) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %80 = tfl.add(%6, %cst_39) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %81 = tfl.mul %79, %80 {fused_activation_function = "NONE"} : tensor<4xf32>
    %82 = tfl.add(%6, %cst_40) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %83 = tfl.add(%0, %cst_41) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %84 = tfl.mul %82, %83 {fused_activation_function = "NONE"} : tensor<4xf32>
    %85 = "tfl.neg"(%84) : (tensor<4xf32>) -> tensor<4xf32>
    %86 = tfl.div %85, %81 {fused_activation_function = "NONE"} : tensor<4xf32>
    %87 = tfl.mul %86, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %88 = tfl.div %87, %78 {fused_activation_function = "NONE"} : tensor<4xf32>
    %89 = tfl.add(%88, %cst_42) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %90 = tfl.add(%6, %cst_43) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %91 = tfl.add(%6, %cst_44) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %92 = tfl.mul %90, %91 {fused_activation_function = "NONE"} : tensor<4xf32>
    %93 = tfl.add(%7, %cst_45) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %94 = tfl.mul(%93, %cst_46) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %95 = tfl.div %94, %92 {fused_activation_function = "NONE"} : tensor<4xf32>
    %96 = tfl.mul %95, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %97 = tfl.div %96, %89 {fused_activation_function = "NONE"} : tensor<4xf32>
    %98 = tfl.add(%97, %cst_47) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %99 = tfl.add(%6, %cst_48) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %100 = tfl.add(%6, %cst_49) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %101 = tfl.mul %99, %100 {fused_activation_function = "NONE"} : tensor<4xf32>
    %102 = tfl.add(%6, %cst_50) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %103 = tfl.add(%0, %cst_51) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %104 = tfl.mul %102, %103 {fused_activation_function = "NONE"} : tensor<4xf32>
    %105 = "tfl.neg"(%104) : (tensor<4xf32>) -> tensor<4xf32>
    %106 = tfl.div %105, %101 {fused_activation_function = "NONE"} : tensor<4xf32>
    %107 = tfl.mul %106, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %108 = tfl.div %107, %98 {fused_activation_function = "NONE"} : tensor<4xf32>
    %109 = tfl.add(%108, %cst_52) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %110 = tfl.add(%6, %cst_53) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %111 = tfl.add(%6, %cst_54) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %112 = tfl.mul %110, %111 {fused_activation_function = "NONE"} : tensor<4xf32>
    %113 = tfl.add(%7, %cst_55) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %114 = tfl.mul(%113, %cst_56) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %115 = tfl.div %114, %112 {fused_activation_function = "NONE"} : tensor<4xf32>
    %116 = tfl.mul %115, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %117 = tfl.div %116, %109 {fused_activation_function = "NONE"} : tensor<4xf32>
    %118 = tfl.add(%117, %cst_57) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %119 = tfl.add(%6, %cst_58) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %120 = tfl.add(%6, %cst_59) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %121 = tfl.mul %119, %120 {fused_activation_function = "NONE"} : tensor<4xf32>
    %122 = tfl.add(%6, %cst_60) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %123 = tfl.add(%0, %cst_61) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %124 = tfl.mul %122, %123 {fused_activation_function = "NONE"} : tensor<4xf32>
    %125 = "tfl.neg"(%124) : (tensor<4xf32>) -> tensor<4xf32>
    %126 = tfl.div %125, %121 {fused_activation_function = "NONE"} : tensor<4xf32>
    %127 = tfl.mul %126, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %128 = tfl.div %127, %118 {fused_activation_function = "NONE"} : tensor<4xf32>
    %129 = tfl.add(%128, %cst_62) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %130 = tfl.add(%6, %cst_63) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %131 = tfl.add(%6, %cst_64) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %132 = tfl.mul %130, %131 {fused_activation_function = "NONE"} : tensor<4xf32>
    %133 = tfl.add(%7, %cst_65) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %134 = tfl.mul(%133, %cst_66) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %135 = tfl.div %134, %132 {fused_activation_function = "NONE"} : tensor<4xf32>
    %136 = tfl.mul %135, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %137 = tfl.div %136, %129 {fused_activation_function = "NONE"} : tensor<4xf32>
    %138 = tfl.add(%137, %cst_67) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %139 = tfl.add(%6, %cst_68) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %140 = tfl.add(%6, %cst_69) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %141 = tfl.mul %139, %140 {fused_activation_function = "NONE"} : tensor<4xf32>
    %142 = tfl.add(%6, %cst_70) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %143 = tfl.add(%0, %cst_71) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %144 = tfl.mul %142, %143 {fused_activation_function = "NONE"} : tensor<4xf32>
    %145 = "tfl.neg"(%144) : (tensor<4xf32>) -> tensor<4xf32>
    %146 = tfl.div %145, %141 {fused_activation_function = "NONE"} : tensor<4xf32>
    %147 = tfl.mul %146, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %148 = tfl.div %147, %138 {fused_activation_function = "NONE"} : tensor<4xf32>
    %149 = tfl.add(%148, %cst_72) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %150 = tfl.add(%6, %cst_73) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %151 = tfl.add(%6, %cst_74) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %152 = tfl.mul %150, %151 {fused_activation_function = "NONE"} : tensor<4xf32>
    %153 = tfl.add(%7, %cst_75) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %154 = tfl.mul(%153, %cst_76) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %155 = tfl.div %154, %152 {fused_activation_function = "NONE"} : tensor<4xf32>
    %156 = tfl.mul %155, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %157 = tfl.div %156, %149 {fused_activation_function = "NONE"} : tensor<4xf32>
    %158 = tfl.add(%157, %cst_77) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %159 = tfl.add(%6, %cst_78) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %160 = tfl.add(%6, %cst_79) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %161 = tfl.mul %159, %160 {fused_activation_function = "NONE"} : tensor<4xf32>
    %162 = tfl.add(%6, %cst_80) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %163 = tfl.add(%0, %cst_81) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %164 = tfl.mul %162, %163 {fused_activation_function = "NONE"} : tensor<4xf32>
    %165 = "tfl.neg"(%164) : (tensor<4xf32>) -> tensor<4xf32>
    %166 = tfl.div %165, %161 {fused_activation_function = "NONE"} : tensor<4xf32>
    %167 = tfl.mul %166, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %168 = tfl.div %167, %158 {fused_activation_function = "NONE"} : tensor<4xf32>
    %169 = tfl.add(%168, %cst_82) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %170 = tfl.add(%6, %cst_83) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %171 = tfl.add(%6, %cst_84) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %172 = tfl.mul %170, %171 {fused_activation_function = "NONE"} : tensor<4xf32>
    %173 = tfl.add(%7, %cst_85) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %174 = tfl.mul(%173, %cst_86) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %175 = tfl.div %174, %172 {fused_activation_function = "NONE"} : tensor<4xf32>
    %176 = tfl.mul %175, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %177 = tfl.div %176, %169 {fused_activation_function = "NONE"} : tensor<4xf32>
    %178 = tfl.add(%177, %cst_87) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %179 = tfl.add(%6, %cst_88) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %180 = tfl.add(%6, %cst_89) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %181 = tfl.mul %179, %180 {fused_activation_function = "NONE"} : tensor<4xf32>
    %182 = tfl.add(%6, %cst_90) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %183 = tfl.add(%0, %cst_91) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %184 = tfl.mul %182, %183 {fused_activation_function = "NONE"} : tensor<4xf32>
    %185 = "tfl.neg"(%184) : (tensor<4xf32>) -> tensor<4xf32>
    %186 = tfl.div %185, %181 {fused_activation_function = "NONE"} : tensor<4xf32>
    %187 = tfl.mul %186, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %188 = tfl.div %187, %178 {fused_activation_function = "NONE"} : tensor<4xf32>
    %189 = tfl.add(%188, %cst_92) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %190 = tfl.add(%6, %cst_93) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %191 = tfl.add(%6, %cst_94) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %192 = tfl.mul %190, %191 {fused_activation_function = "NONE"} : tensor<4xf32>
    %193 = tfl.add(%7, %cst_95) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %194 = tfl.mul(%193, %cst_96) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %195 = tfl.div %194, %192 {fused_activation_function = "NONE"} : tensor<4xf32>
    %196 = tfl.mul %195, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %197 = tfl.div %196, %189 {fused_activation_function = "NONE"} : tensor<4xf32>
    %198 = tfl.add(%197, %cst_97) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %199 = tfl.add(%6, %cst_98) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %200 = tfl.add(%6, %cst_99) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %201 = tfl.mul %199, %200 {fused_activation_function = "NONE"} : tensor<4xf32>
    %202 = tfl.add(%6, %cst_100) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %203 = tfl.add(%0, %cst_101) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %204 = tfl.mul %202, %203 {fused_activation_function = "NONE"} : tensor<4xf32>
    %205 = "tfl.neg"(%204) : (tensor<4xf32>) -> tensor<4xf32>
    %206 = tfl.div %205, %201 {fused_activation_function = "NONE"} : tensor<4xf32>
    %207 = tfl.mul %206, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %208 = tfl.div %207, %198 {fused_activation_function = "NONE"} : tensor<4xf32>
    %209 = tfl.add(%208, %cst_102) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %210 = tfl.add(%6, %cst_103) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %211 = tfl.add(%6, %cst_104) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %212 = tfl.mul %210, %211 {fused_activation_function = "NONE"} : tensor<4xf32>
    %213 = tfl.add(%7, %cst_105) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %214 = tfl.mul(%213, %cst_106) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %215 = tfl.div %214, %212 {fused_activation_function = "NONE"} : tensor<4xf32>
    %216 = tfl.mul %215, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %217 = tfl.div %216, %209 {fused_activation_function = "NONE"} : tensor<4xf32>
    %218 = tfl.add(%217, %cst_107) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %219 = tfl.add(%6, %cst_108) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %220 = tfl.add(%6, %cst_109) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %221 = tfl.mul %219, %220 {fused_activation_function = "NONE"} : tensor<4xf32>
    %222 = tfl.add(%6, %cst_110) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %223 = tfl.add(%0, %cst_111) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %224 = tfl.mul %222, %223 {fused_activation_function = "NONE"} : tensor<4xf32>
    %225 = "tfl.neg"(%224) : (tensor<4xf32>) -> tensor<4xf32>
    %226 = tfl.div %225, %221 {fused_activation_function = "NONE"} : tensor<4xf32>
    %227 = tfl.mul %226, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %228 = tfl.div %227, %218 {fused_activation_function = "NONE"} : tensor<4xf32>
    %229 = tfl.add(%228, %cst_112) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %230 = tfl.add(%6, %cst_113) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %231 = tfl.add(%6, %cst_114) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %232 = tfl.mul %230, %231 {fused_activation_function = "NONE"} : tensor<4xf32>
    %233 = tfl.add(%7, %cst_115) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %234 = tfl.mul(%233, %cst_116) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %235 = tfl.div %234, %232 {fused_activation_function = "NONE"} : tensor<4xf32>
    %236 = tfl.mul %235, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %237 = tfl.div %236, %229 {fused_activation_function = "NONE"} : tensor<4xf32>
    %238 = tfl.add(%237, %cst_117) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %239 = tfl.add(%6, %cst_118) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %240 = tfl.add(%6, %cst_119) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %241 = tfl.mul %239, %240 {fused_activation_function = "NONE"} : tensor<4xf32>
    %242 = tfl.add(%6, %cst_120) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %243 = tfl.add(%0, %cst_121) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %244 = tfl.mul %242, %243 {fused_activation_function = "NONE"} : tensor<4xf32>
    %245 = "tfl.neg"(%244) : (tensor<4xf32>) -> tensor<4xf32>
    %246 = tfl.div %245, %241 {fused_activation_function = "NONE"} : tensor<4xf32>
    %247 = tfl.mul %246, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %248 = tfl.div %247, %238 {fused_activation_function = "NONE"} : tensor<4xf32>
    %249 = tfl.add(%248, %cst_122) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %250 = tfl.add(%6, %cst_123) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %251 = tfl.add(%6, %cst_124) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %252 = tfl.mul %250, %251 {fused_activation_function = "NONE"} : tensor<4xf32>
    %253 = tfl.add(%7, %cst_125) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %254 = tfl.mul(%253, %cst_126) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %255 = tfl.div %254, %252 {fused_activation_function = "NONE"} : tensor<4xf32>
    %256 = tfl.mul %255, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %257 = tfl.div %256, %249 {fused_activation_function = "NONE"} : tensor<4xf32>
    %258 = tfl.add(%257, %cst_127) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %259 = tfl.add(%6, %cst_128) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %260 = tfl.add(%6, %cst_129) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %261 = tfl.mul %259, %260 {fused_activation_function = "NONE"} : tensor<4xf32>
    %262 = tfl.add(%6, %cst_130) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %263 = tfl.add(%0, %cst_131) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %264 = tfl.mul %262, %263 {fused_activation_function = "NONE"} : tensor<4xf32>
    %265 = "tfl.neg"(%264) : (tensor<4xf32>) -> tensor<4xf32>
    %266 = tfl.div %265, %261 {fused_activation_function = "NONE"} : tensor<4xf32>
    %267 = tfl.mul %266, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %268 = tfl.div %267, %258 {fused_activation_function = "NONE"} : tensor<4xf32>
    %269 = tfl.add(%268, %cst_132) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %270 = tfl.add(%6, %cst_133) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %271 = tfl.add(%6, %cst_134) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %272 = tfl.mul %270, %271 {fused_activation_function = "NONE"} : tensor<4xf32>
    %273 = tfl.add(%7, %cst_135) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %274 = tfl.mul(%273, %cst_136) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %275 = tfl.div %274, %272 {fused_activation_function = "NONE"} : tensor<4xf32>
    %276 = tfl.mul %275, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %277 = tfl.div %276, %269 {fused_activation_function = "NONE"} : tensor<4xf32>
    %278 = tfl.add(%277, %cst_137) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %279 = tfl.add(%6, %cst_138) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %280 = tfl.add(%6, %cst_139) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %281 = tfl.mul %279, %280 {fused_activation_function = "NONE"} : tensor<4xf32>
    %282 = tfl.add(%6, %cst_140) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %283 = tfl.add(%0, %cst_141) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %284 = tfl.mul %282, %283 {fused_activation_function = "NONE"} : tensor<4xf32>
    %285 = "tfl.neg"(%284) : (tensor<4xf32>) -> tensor<4xf32>
    %286 = tfl.div %285, %281 {fused_activation_function = "NONE"} : tensor<4xf32>
    %287 = tfl.mul %286, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %288 = tfl.div %287, %278 {fused_activation_function = "NONE"} : tensor<4xf32>
    %289 = tfl.add(%288, %cst_142) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %290 = tfl.add(%6, %cst_143) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %291 = tfl.add(%6, %cst_144) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %292 = tfl.mul %290, %291 {fused_activation_function = "NONE"} : tensor<4xf32>
    %293 = tfl.add(%7, %cst_145) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %294 = tfl.mul(%293, %cst_146) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %295 = tfl.div %294, %292 {fused_activation_function = "NONE"} : tensor<4xf32>
    %296 = tfl.mul %295, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %297 = tfl.div %296, %289 {fused_activation_function = "NONE"} : tensor<4xf32>
    %298 = tfl.add(%297, %cst_147) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %299 = tfl.add(%6, %cst_148) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %300 = tfl.add(%6, %cst_149) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %301 = tfl.mul %299, %300 {fused_activation_function = "NONE"} : tensor<4xf32>
    %302 = tfl.add(%6, %cst_150) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %303 = tfl.add(%0, %cst_151) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %304 = tfl.mul %302, %303 {fused_activation_function = "NONE"} : tensor<4xf32>
    %305 = "tfl.neg"(%304) : (tensor<4xf32>) -> tensor<4xf32>
    %306 = tfl.div %305, %301 {fused_activation_function = "NONE"} : tensor<4xf32>
    %307 = tfl.mul %306, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %308 = tfl.div %307, %298 {fused_activation_function = "NONE"} : tensor<4xf32>
    %309 = tfl.add(%308, %cst_152) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %310 = tfl.add(%6, %cst_153) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %311 = tfl.add(%6, %cst_154) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %312 = tfl.mul %310, %311 {fused_activation_function = "NONE"} : tensor<4xf32>
    %313 = tfl.add(%7, %cst_155) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %314 = tfl.mul(%313, %cst_156) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %315 = tfl.div %314, %312 {fused_activation_function = "NONE"} : tensor<4xf32>
    %316 = tfl.mul %315, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %317 = tfl.div %316, %309 {fused_activation_function = "NONE"} : tensor<4xf32>
    %318 = tfl.add(%317, %cst_157) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %319 = tfl.add(%6, %cst_158) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %320 = tfl.add(%6, %cst_159) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %321 = tfl.mul %319, %320 {fused_activation_function = "NONE"} : tensor<4xf32>
    %322 = tfl.add(%6, %cst_160) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %323 = tfl.add(%0, %cst_161) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %324 = tfl.mul %322, %323 {fused_activation_function = "NONE"} : tensor<4xf32>
    %325 = "tfl.neg"(%324) : (tensor<4xf32>) -> tensor<4xf32>
    %326 = tfl.div %325, %321 {fused_activation_function = "NONE"} : tensor<4xf32>
    %327 = tfl.mul %326, %8 {fused_activation_function = "NONE"} : tensor<4xf32>
    %328 = tfl.div %327, %318 {fused_activation_function = "NONE"} : tensor<4xf32>
    %329 = tfl.add(%328, %cst_162) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %330 = "tfl.log"(%8) : (tensor<4xf32>) -> tensor<4xf32>
    %331 = "tfl.log"(%9) : (tensor<4xf32>) -> tensor<4xf32>
    %332 = tfl.mul %6, %330 {fused_activation_function = "NONE"} : tensor<4xf32>
    %333 = tfl.mul %7, %331 {fused_activation_function = "NONE"} : tensor<4xf32>
    %334 = tfl.add %332, %333 {fused_activation_function = "NONE"} : tensor<4xf32>
    %335 = tfl.add(%0, %cst_163) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %336 = tfl.mul %0, %335 {fused_activation_function = "NONE"} : tensor<4xf32>
    %337 = tfl.add(%335, %cst_164) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %338 = tfl.mul %336, %337 {fused_activation_function = "NONE"} : tensor<4xf32>
    %339 = tfl.add(%337, %cst_165) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %340 = tfl.mul %338, %339 {fused_activation_function = "NONE"} : tensor<4xf32>
    %341 = tfl.add(%339, %cst_166) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %342 = tfl.mul %340, %341 {fused_activation_function = "NONE"} : tensor<4xf32>
    %343 = tfl.add(%341, %cst_167) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %344 = tfl.mul %342, %343 {fused_activation_function = "NONE"} : tensor<4xf32>
    %345 = tfl.add(%343, %cst_168) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %346 = "tfl.log"(%345) : (tensor<4xf32>) -> tensor<4xf32>
    %347 = tfl.add(%345, %cst_169) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %348 = tfl.mul %347, %346 {fused_activation_function = "NONE"} : tensor<4xf32>
    %349 = tfl.sub %348, %345 {fused_activation_function = "NONE"} : tensor<4xf32>
    %350 = tfl.div(%cst_170, %345) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
    %351 = tfl.mul %350, %350 {fused_activation_function = "NONE"} : tensor<4xf32>
    %352 = tfl.mul(%cst_171, %351) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
    %353 = tfl.add(%352, %cst_172) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %354 = tfl.mul %353, %351 {fused_activation_function = "NONE"} : tensor<4xf32>
    %355 = tfl.add(%354, %cst_173) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %356 = tfl.mul %355, %350 {fused_activation_function = "NONE"} : tensor<4xf32>
    %357 = tfl.add(%356, %cst_174) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %358 = tfl.add %349, %357 {fused_activation_function = "NONE"} : tensor<4xf32>
    %359 = "tfl.log"(%344) : (tensor<4xf32>) -> tensor<4xf32>
    %360 = tfl.sub %358, %359 {fused_activation_function = "NONE"} : tensor<4xf32>
    %361 = tfl.add(%6, %cst_175) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %362 = tfl.mul %6, %361 {fused_activation_function = "NONE"} : tensor<4xf32>
    %363 = tfl.add(%361, %cst_176) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %364 = tfl.mul %362, %363 {fused_activation_function = "NONE"} : tensor<4xf32>
    %365 = tfl.add(%363, %cst_177) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %366 = tfl.mul %364, %365 {fused_activation_function = "NONE"} : tensor<4xf32>
    %367 = tfl.add(%365, %cst_178) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %368 = tfl.mul %366, %367 {fused_activation_function = "NONE"} : tensor<4xf32>
    %369 = tfl.add(%367, %cst_179) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %370 = tfl.mul %368, %369 {fused_activation_function = "NONE"} : tensor<4xf32>
    %371 = tfl.add(%369, %cst_180) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %372 = "tfl.log"(%371) : (tensor<4xf32>) -> tensor<4xf32>
    %373 = tfl.add(%371, %cst_181) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %374 = tfl.mul %373, %372 {fused_activation_function = "NONE"} : tensor<4xf32>
    %375 = tfl.sub %374, %371 {fused_activation_function = "NONE"} : tensor<4xf32>
    %376 = tfl.div(%cst_182, %371) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
    %377 = tfl.mul %376, %376 {fused_activation_function = "NONE"} : tensor<4xf32>
    %378 = tfl.mul(%cst_183, %377) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
    %379 = tfl.add(%378, %cst_184) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %380 = tfl.mul %379, %377 {fused_activation_function = "NONE"} : tensor<4xf32>
    %381 = tfl.add(%380, %cst_185) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %382 = tfl.mul %381, %376 {fused_activation_function = "NONE"} : tensor<4xf32>
    %383 = tfl.add(%382, %cst_186) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %384 = tfl.add %375, %383 {fused_activation_function = "NONE"} : tensor<4xf32>
    %385 = "tfl.log"(%370) : (tensor<4xf32>) -> tensor<4xf32>
    %386 = tfl.sub %384, %385 {fused_activation_function = "NONE"} : tensor<4xf32>
    %387 = tfl.add(%7, %cst_187) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %388 = tfl.mul %7, %387 {fused_activation_function = "NONE"} : tensor<4xf32>
    %389 = tfl.add(%387, %cst_188) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %390 = tfl.mul %388, %389 {fused_activation_function = "NONE"} : tensor<4xf32>
    %391 = tfl.add(%389, %cst_189) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %392 = tfl.mul %390, %391 {fused_activation_function = "NONE"} : tensor<4xf32>
    %393 = tfl.add(%391, %cst_190) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %394 = tfl.mul %392, %393 {fused_activation_function = "NONE"} : tensor<4xf32>
    %395 = tfl.add(%393, %cst_191) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %396 = tfl.mul %394, %395 {fused_activation_function = "NONE"} : tensor<4xf32>
    %397 = tfl.add(%395, %cst_192) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %398 = "tfl.log"(%397) : (tensor<4xf32>) -> tensor<4xf32>
    %399 = tfl.add(%397, %cst_193) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %400 = tfl.mul %399, %398 {fused_activation_function = "NONE"} : tensor<4xf32>
    %401 = tfl.sub %400, %397 {fused_activation_function = "NONE"} : tensor<4xf32>
    %402 = tfl.div(%cst_194, %397) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
    %403 = tfl.mul %402, %402 {fused_activation_function = "NONE"} : tensor<4xf32>
    %404 = tfl.mul(%cst_195, %403) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
    %405 = tfl.add(%404, %cst_196) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %406 = tfl.mul %405, %403 {fused_activation_function = "NONE"} : tensor<4xf32>
    %407 = tfl.add(%406, %cst_197) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %408 = tfl.mul %407, %402 {fused_activation_function = "NONE"} : tensor<4xf32>
    %409 = tfl.add(%408, %cst_198) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    %410 = tfl.add %401, %409 {fused_activation_function = "NONE"} : tensor<4xf32>
    %411 = "tfl.log"(%396) : (tensor<4xf32>) -> tensor<4xf32>
    %412 = tfl.sub %410, %411 {fused_activation_function = "NONE"} : tensor<4xf32>
    %413 = tfl.add %334, %360 {fused_activation_function = "NONE"} : tensor<4xf32>
    %414 = tfl.add %386, %412 {fused_activation_function = "NONE"} : tensor<4xf32>
    %415 = tfl.sub %413, %414 {fused_activation_function = "NONE"} : tensor<4xf32>
    %416 = "tfl.exp"(%415) : (tensor<4xf32>) -> tensor<4xf32>
    %417 = tfl.mul %6, %329 {fused_activation_function = "NONE"} : tensor<4xf32>
    %418 = tfl.div %416, %417 {fused_activation_function = "NONE"} : tensor<4xf32>
    %419 = tfl.sub(%cst_199, %418) <{fused_activation_function = "NONE"}> : (tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
    %420 = "tfl.select_v2"(%4, %419, %418) : (tensor<4xi1>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %421 = "tfl.equal"(%arg2, %cst_200) : (tensor<4xf32>, tensor<f32>) -> tensor<4xi1>
    %422 = "tfl.equal"(%arg2, %cst_201) : (tensor<4xf32>, tensor<f32>) -> tensor<4xi1>
    %423 = "tfl.select_v2"(%421, %cst_200, %420) : (tensor<4xi1>, tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
    %424 = "tfl.select_v2"(%422, %cst_201, %423) : (tensor<4xi1>, tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
    return %424 : tensor<4xf32>
  }
}
