// RUN: not tfl-opt %s --tfl-split-merged-operands 2>&1 | FileCheck %s

// CHECK: error: `tfl.unidirectional_sequence_rnn` shares the state in operand 4 with another operand, and it is no constant to copy
func.func @argument(%x: tensor<1x3x4xf32>, %w: tensor<4x4xf32>, %b: tensor<4xf32>, %state: tensor<1x4xf32>) -> tensor<1x3x4xf32> {
  %0 = "tfl.unidirectional_sequence_rnn"(%x, %w, %w, %b, %state) <{fused_activation_function = "TANH", time_major = false}> : (tensor<1x3x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4xf32>, tensor<1x4xf32>) -> tensor<1x3x4xf32>
  %1 = "tfl.unidirectional_sequence_rnn"(%0, %w, %w, %b, %state) <{fused_activation_function = "TANH", time_major = false}> : (tensor<1x3x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4xf32>, tensor<1x4xf32>) -> tensor<1x3x4xf32>
  func.return %1 : tensor<1x3x4xf32>
}
