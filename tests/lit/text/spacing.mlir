// RUN: tfl-opt %s --verify-roundtrip | FileCheck %s

// Blanks, comments and old spellings say nothing.
// CHECK: func.func @f(%arg0: tensor<2x3xf32>) -> tensor<2x3xf32> {
// CHECK: %0 = "tfl.neg"(%arg0) : (tensor<2x3xf32>) -> tensor<2x3xf32>
// CHECK: %1 = tfl.add %0, %arg0 {fused_activation_function = "NONE"} : tensor<2x3xf32>
// CHECK: %2 = tfl.add %0, %1 {fused_activation_function = "RELU", note} : tensor<2x3xf32>
// CHECK: return %2 : tensor<2x3xf32>
func.func@f(%a:tensor<2 x 3xf32>)->tensor<2x3xf32>{// A comment.
%0="tfl.neg"(%a):(tensor<2x3xf32>)->tensor<2x3xf32>// Another.
  %1 = tfl.add(%0 , %a)<{fused_activation_function="NONE"}>:(tensor<2x3xf32>,tensor<2x3xf32>)->tensor<2x3xf32>
  %2 = "tfl.add"  ( %0,%1 ) { fused_activation_function = "RELU" , note }
    : ( tensor< 2x3 x f32 > ,
        tensor<2x3xf32> ) -> ( tensor<2x3xf32> ) loc ( "x" )
  return%2:tensor<2x3xf32>}
