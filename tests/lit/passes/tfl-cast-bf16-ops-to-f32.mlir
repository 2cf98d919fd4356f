// RUN: tfl-opt %s --tfl-cast-bf16-ops-to-f32 | FileCheck %s

// Casts stand at the borders only; what is f32 or a constant is as it was.
// CHECK-LABEL: func.func @chain
// CHECK: %[[C:.*]] = arith.constant dense<1.000000e+00> : tensor<4xbf16>
// CHECK: %[[X:.*]] = "tfl.cast"(%arg0) : (tensor<4xbf16>) -> tensor<4xf32>
// CHECK: %[[D:.*]] = "tfl.cast"(%[[C]])
// CHECK: %[[MUL:.*]] = tfl.mul %[[X]], %[[D]] {{.*}}: tensor<4xf32>
// CHECK: %[[TANH:.*]] = "tfl.tanh"(%[[MUL]]) : (tensor<4xf32>) -> tensor<4xf32>
// CHECK: %[[OUT:.*]] = "tfl.cast"(%[[TANH]]) : (tensor<4xf32>) -> tensor<4xbf16>
// CHECK: %[[NEG:.*]] = "tfl.neg"(%arg1) : (tensor<4xf32>) -> tensor<4xf32>
// CHECK: return %[[OUT]], %[[NEG]]
func.func @chain(%x: tensor<4xbf16>, %y: tensor<4xf32>) -> (tensor<4xbf16>, tensor<4xf32>) {
  %c = arith.constant dense<1.0> : tensor<4xbf16>
  %0 = "tfl.mul"(%x, %c) <{fused_activation_function = "NONE"}> : (tensor<4xbf16>, tensor<4xbf16>) -> tensor<4xbf16>
  %1 = "tfl.tanh"(%0) : (tensor<4xbf16>) -> tensor<4xbf16>
  %2 = "tfl.neg"(%y) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %1, %2 : tensor<4xbf16>, tensor<4xf32>
}

// A value that somebody needs in bf16 is cast for him, and goes on in f32.
// CHECK-LABEL: func.func @both
// CHECK: %[[A:.*]] = "tfl.tanh"
// CHECK: %[[B:.*]] = "tfl.cast"(%[[A]])
// CHECK: %[[E:.*]] = "tfl.exp"(%[[A]])
// CHECK: %[[F:.*]] = "tfl.cast"(%[[E]])
// CHECK: return %[[B]], %[[F]]
func.func @both(%x: tensor<4xbf16>) -> (tensor<4xbf16>, tensor<4xbf16>) {
  %0 = "tfl.tanh"(%x) : (tensor<4xbf16>) -> tensor<4xbf16>
  %1 = "tfl.exp"(%0) : (tensor<4xbf16>) -> tensor<4xbf16>
  func.return %0, %1 : tensor<4xbf16>, tensor<4xbf16>
}
