// RUN: tfl-opt %s --split-input-file --tfl-split-merged-operands | FileCheck %s

// The two layers have a state each, though one constant was written for both; the other operands stay shared.
// CHECK-LABEL: func.func @two_layers
// CHECK: %[[A:.*]] = arith.constant dense<0.000000e+00> : tensor<1x4xf32>
// CHECK: %[[FIRST:.*]] = "tfl.unidirectional_sequence_rnn"(%arg0, %arg1, %arg2, %arg3, %[[A]])
// CHECK: %[[B:.*]] = arith.constant dense<0.000000e+00> : tensor<1x4xf32>
// CHECK: "tfl.unidirectional_sequence_rnn"(%[[FIRST]], %arg1, %arg2, %arg3, %[[B]])
func.func @two_layers(%x: tensor<1x3x4xf32>, %w: tensor<4x4xf32>, %r: tensor<4x4xf32>, %b: tensor<4xf32>) -> tensor<1x3x4xf32> {
  %state = arith.constant dense<0.0> : tensor<1x4xf32>
  %0 = "tfl.unidirectional_sequence_rnn"(%x, %w, %r, %b, %state) <{fused_activation_function = "TANH", time_major = false}> : (tensor<1x3x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4xf32>, tensor<1x4xf32>) -> tensor<1x3x4xf32>
  %1 = "tfl.unidirectional_sequence_rnn"(%0, %w, %r, %b, %state) <{fused_activation_function = "TANH", time_major = false}> : (tensor<1x3x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4xf32>, tensor<1x4xf32>) -> tensor<1x3x4xf32>
  func.return %1 : tensor<1x3x4xf32>
}
