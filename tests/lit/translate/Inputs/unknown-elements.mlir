// Six bytes, of f16 or of bf16: the note says what they become, and nothing says what they are.
func.func @main(%arg0: tensor<3xf32>) -> tensor<3xf32> {
  %0 = arith.constant {litert.target_element_type = f32} dense_resource<half> : tensor<3xf32>
  %1 = tfl.add %0, %arg0 {fused_activation_function = "NONE"} : tensor<3xf32>
  func.return %1 : tensor<3xf32>
}

{-#
  dialect_resources: {
    builtin: {
      half: "0x40000000003C00400042"
    }
  }
#-}
