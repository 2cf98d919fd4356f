// RUN: tfl-opt %s --split-input-file --verify-diagnostics

// What the verifier refuses: one program for each kind of demand that a row can make, then those that are code.

func.func @too_many_operands(%x: tensor<4xf32>) {
  // expected-error @+1 {{'tfl.softmax' op requires a single operand}}
  %0 = "tfl.softmax"(%x, %x) {beta = 1.0 : f32} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return
}

// -----

func.func @too_few_operands(%x: tensor<4xf32>) {
  // expected-error @+1 {{'tfl.pow' op expected 2 operands, but found 1}}
  %0 = "tfl.pow"(%x) : (tensor<4xf32>) -> tensor<4xf32>
  return
}

// -----

func.func @too_many_results(%x: tensor<4xf32>) {
  // expected-error @+1 {{'tfl.pow' op requires one result}}
  %0:2 = "tfl.pow"(%x, %x) : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  return
}

// -----

func.func @missing_attribute(%x: tensor<4xf32>) {
  // expected-error @+1 {{'tfl.leaky_relu' op requires attribute 'alpha'}}
  %0 = "tfl.leaky_relu"(%x) : (tensor<4xf32>) -> tensor<4xf32>
  return
}

// -----

func.func @kind_of_attribute(%x: tensor<4xf32>) {
  // expected-error @+1 {{'tfl.leaky_relu' op attribute 'alpha' failed to satisfy constraint: 32-bit float attribute}}
  %0 = "tfl.leaky_relu"(%x) {alpha = "much"} : (tensor<4xf32>) -> tensor<4xf32>
  return
}

// -----

func.func @word(%x: tensor<1x4x4x2xf32>) {
  // expected-error @+1 {{'tfl.average_pool_2d' op attribute 'padding' failed to satisfy constraint: string attribute whose value is SAME, or VALID}}
  %0 = "tfl.average_pool_2d"(%x) {filter_height = 1 : i32, filter_width = 1 : i32, fused_activation_function = "NONE", padding = "FULL", stride_h = 1 : i32, stride_w = 1 : i32} : (tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32>
  return
}

// -----

func.func @positive(%x: tensor<1x4x4x2xf32>) {
  // expected-error @+1 {{'tfl.space_to_depth' op attribute 'block_size' failed to satisfy constraint: 32-bit signless integer attribute whose value is positive}}
  %0 = "tfl.space_to_depth"(%x) {block_size = 0 : i32} : (tensor<1x4x4x2xf32>) -> tensor<1x4x4x2xf32>
  return
}

// -----

func.func @non_negative(%x: tensor<2x3xf32>, %n: tensor<2xi32>) {
  // expected-error @+1 {{'tfl.reverse_sequence' op attribute 'seq_dim' failed to satisfy constraint: 32-bit signless integer attribute whose value is non-negative}}
  %0 = "tfl.reverse_sequence"(%x, %n) {batch_dim = 0 : i32, seq_dim = -1 : i32} : (tensor<2x3xf32>, tensor<2xi32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @between(%x: tensor<4xf32>) {
  %0 = "tfl.fake_quant"(%x) {max = 1.0 : f32, min = 0.0 : f32, narrow_range = false, num_bits = 16 : i32} : (tensor<4xf32>) -> tensor<4xf32>
  // expected-error @+1 {{'tfl.fake_quant' op attribute 'num_bits' failed to satisfy constraint: 32-bit signless integer attribute whose minimum value is 2 whose maximum value is 16}}
  %1 = "tfl.fake_quant"(%x) {max = 1.0 : f32, min = 0.0 : f32, narrow_range = false, num_bits = 17 : i32} : (tensor<4xf32>) -> tensor<4xf32>
  return
}

// -----

func.func @size(%x: tensor<1x4xf32>) {
  // expected-error @+1 {{'tfl.squeeze' op attribute 'squeeze_dims' failed to satisfy constraint: 64-bit integer array attribute whose size is at most 8}}
  %0 = "tfl.squeeze"(%x) {squeeze_dims = [0, 0, 0, 0, 0, 0, 0, 0, 0]} : (tensor<1x4xf32>) -> tensor<4xf32>
  return
}

// -----

func.func @kernel(%x: tensor<1x2xf32>, %w: tensor<8x4xf32>, %b: tensor<8xf32>) {
  // expected-error @+1 {{'tfl.basic_lstm' op attribute 'kernel_type' failed to satisfy constraint: lstm_kernel_type whose value is mlir::TFL::LSTMKernelType::BASIC}}
  %0:4 = "tfl.basic_lstm"(%x, %x, %w, %b, %x) {kernel_type = #tfl<lstm_kernel_type_attr FULL>} : (tensor<1x2xf32>, tensor<1x2xf32>, tensor<8x4xf32>, tensor<8xf32>, tensor<1x2xf32>) -> (tensor<1x2xf32>, tensor<1x2xf32>, tensor<1x4xf32>, tensor<1x8xf32>)
  return
}

// -----

func.func @no_tensor(%x: i32) {
  // expected-error @+1 {{'tfl.rank' op operand #0 must be tensor of any type values, but got 'i32'}}
  %0 = "tfl.rank"(%x) : (i32) -> tensor<i32>
  return
}

// -----

func.func @absent(%x: tensor<4xf32>, %n: none) {
  // expected-error @+1 {{'tfl.pow' op operand #1 must be tensor of 32-bit float or 32-bit signless integer values, but got 'none'}}
  %0 = "tfl.pow"(%x, %n) : (tensor<4xf32>, none) -> tensor<4xf32>
  return
}

// -----

func.func @known_rank(%x: tensor<4xf32>, %sizes: tensor<2xi32>, %dim: tensor<*xi32>) {
  // expected-error @+1 {{'tfl.split_v' op operand #2 must be 0D tensor of 32-bit signless integer values, but got 'tensor<*xi32>'}}
  %0:2 = "tfl.split_v"(%x, %sizes, %dim) {num_splits = 2 : i32} : (tensor<4xf32>, tensor<2xi32>, tensor<*xi32>) -> (tensor<2xf32>, tensor<2xf32>)
  return
}

// -----

func.func @rank(%x: tensor<4x4x2xf32>, %size: tensor<2xi32>) {
  // expected-error @+1 {{'tfl.resize_bilinear' op failed to verify that operand 0 is 4-D}}
  %0 = "tfl.resize_bilinear"(%x, %size) {align_corners = false} : (tensor<4x4x2xf32>, tensor<2xi32>) -> tensor<*xf32>
  return
}

// -----

func.func @rank_at_most(%x: tensor<4xf32>, %i: tensor<1x1xi32>) {
  // expected-error @+1 {{'tfl.slice' op failed to verify that operand 1 is at most 1-D}}
  %0 = "tfl.slice"(%x, %i, %i) : (tensor<4xf32>, tensor<1x1xi32>, tensor<1x1xi32>) -> tensor<*xf32>
  return
}

// -----

func.func @rank_at_least(%x: tensor<f32>) {
  // expected-error @+1 {{'tfl.softmax' op failed to verify that operand 0 is at least 1-D}}
  %0 = "tfl.softmax"(%x) {beta = 1.0 : f32} : (tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @rank_between(%x: tensor<4x4xf32>, %b: tensor<2xi32>, %p: tensor<2x2xi32>) {
  // expected-error @+1 {{'tfl.space_to_batch_nd' op failed to verify that operand 0 has rank range [3, 4]}}
  %0 = "tfl.space_to_batch_nd"(%x, %b, %p) : (tensor<4x4xf32>, tensor<2xi32>, tensor<2x2xi32>) -> tensor<*xf32>
  return
}

// -----

func.func @rank_at_least_in_other_words(%x: tensor<4xf32>, %y: tensor<4x4xf32>) {
  // expected-error @+1 {{'tfl.batch_matmul' op failed to verify that operand 0 is 2-D}}
  %0 = "tfl.batch_matmul"(%x, %y) : (tensor<4xf32>, tensor<4x4xf32>) -> tensor<4xf32>
  return
}

// -----

func.func @one_element_type(%x: tensor<4xf32>) {
  // expected-error @+1 {{'tfl.relu' op failed to verify that x and y must have same element type}}
  %0 = "tfl.relu"(%x) : (tensor<4xf32>) -> tensor<4xi16>
  return
}

// -----

func.func @one_element_type_in_other_words(%x: tensor<4xf32>, %y: tensor<4xi32>) {
  // expected-error @+1 {{'tfl.div' op failed to verify that binary op operands have same element type}}
  %0 = "tfl.div"(%x, %y) {fused_activation_function = "NONE"} : (tensor<4xf32>, tensor<4xi32>) -> tensor<4xf32>
  return
}

// -----

// What quantized numbers stand for may differ, their storage may not.
func.func @one_storage(%x: tensor<4x!quant.uniform<i8:f32, 0.5>>) {
  %0 = "tfl.relu"(%x) : (tensor<4x!quant.uniform<i8:f32, 0.5>>) -> tensor<4x!quant.uniform<i8:f32, 0.25:3>>
  // expected-error @+1 {{'tfl.relu' op failed to verify that x and y must have same element type}}
  %1 = "tfl.relu"(%x) : (tensor<4x!quant.uniform<i8:f32, 0.5>>) -> tensor<4x!quant.uniform<i16:f32, 0.5>>
  return
}

// -----

func.func @one_odd_storage(%x: tensor<4x!quant.uniform<i6:f32, 0.5>>) {
  %0 = "tfl.relu"(%x) : (tensor<4x!quant.uniform<i6:f32, 0.5>>) -> tensor<4x!quant.uniform<i6:f32, 0.25>>
  // expected-error @+1 {{'tfl.relu' op failed to verify that x and y must have same element type}}
  %1 = "tfl.relu"(%x) : (tensor<4x!quant.uniform<i6:f32, 0.5>>) -> tensor<4x!quant.uniform<i5:f32, 0.5>>
  return
}

// -----

func.func @dimension(%x: tensor<1x4x4x2xf32>, %size: tensor<3xi32>) {
  // expected-error @+1 {{'tfl.resize_nearest_neighbor' op failed to verify that operand 1's dimension 0 is dynamic or equals 2}}
  %0 = "tfl.resize_nearest_neighbor"(%x, %size) {align_corners = false} : (tensor<1x4x4x2xf32>, tensor<3xi32>) -> tensor<*xf32>
  return
}

// -----

func.func @dimension_at_most(%x: tensor<f32>, %shape: tensor<9xi32>) {
  // expected-error @+1 {{'tfl.broadcast_to' op failed to verify that output dimension count must be at most 8}}
  %0 = "tfl.broadcast_to"(%x, %shape) : (tensor<f32>, tensor<9xi32>) -> tensor<*xf32>
  return
}

// -----

func.func @rank_is_dimension(%x: tensor<2x2xf32>, %p: tensor<3x2xi64>) {
  // expected-error @+1 {{'tfl.pad' op failed to verify that operand 0's rank equals operand 1's size}}
  %0 = "tfl.pad"(%x, %p) : (tensor<2x2xf32>, tensor<3x2xi64>) -> tensor<*xf32>
  return
}

// -----

func.func @same_dimensions(%x: tensor<1x4x4x4x2xf32>, %w: tensor<1x1x1x3x5xf32>, %n: none) {
  // expected-error @+1 {{'tfl.conv_3d' op failed to verify that dim 4 of operand 0 equals to dim 3 of operand 1}}
  %0 = "tfl.conv_3d"(%x, %w, %n) {dilation_d_factor = 1 : i32, dilation_h_factor = 1 : i32, dilation_w_factor = 1 : i32, fused_activation_function = "NONE", padding = "SAME", stride_d = 1 : i32, stride_h = 1 : i32, stride_w = 1 : i32} : (tensor<1x4x4x4x2xf32>, tensor<1x1x1x3x5xf32>, none) -> tensor<*xf32>
  return
}

// -----

func.func @elements_of_bias(%x: tensor<1x4x4x4x3xf32>, %w: tensor<1x1x1x3x5xf32>, %b: tensor<4xf32>) {
  // expected-error @+1 {{'tfl.conv_3d' op failed to verify that bias must has num of elements equals to 4th dim of filter}}
  %0 = "tfl.conv_3d"(%x, %w, %b) {dilation_d_factor = 1 : i32, dilation_h_factor = 1 : i32, dilation_w_factor = 1 : i32, fused_activation_function = "NONE", padding = "SAME", stride_d = 1 : i32, stride_h = 1 : i32, stride_w = 1 : i32} : (tensor<1x4x4x4x3xf32>, tensor<1x1x1x3x5xf32>, tensor<4xf32>) -> tensor<*xf32>
  return
}

// -----

func.func @number_of_elements(%s: tensor<4xi32>, %w: tensor<1x1x1x5x3xf32>, %x: tensor<1x4x4x4x3xf32>, %n: none) {
  // expected-error @+1 {{'tfl.conv_3d_transpose' op failed to verify that operand 0 has num of elements equals to  5}}
  %0 = "tfl.conv_3d_transpose"(%s, %w, %x, %n) {dilation_d_factor = 1 : i32, dilation_h_factor = 1 : i32, dilation_w_factor = 1 : i32, fused_activation_function = "NONE", padding = "SAME", stride_d = 1 : i32, stride_h = 1 : i32, stride_w = 1 : i32} : (tensor<4xi32>, tensor<1x1x1x5x3xf32>, tensor<1x4x4x4x3xf32>, none) -> tensor<*xf32>
  return
}

// -----

func.func @one_element(%dim: tensor<2xi32>, %x: tensor<4xf32>) {
  // expected-error @+1 {{'tfl.split' op failed to verify that operand #0 is an 0-d tensor or 1-d tensor w/ 1 element}}
  %0 = "tfl.split"(%dim, %x) {num_splits = 1 : i32} : (tensor<2xi32>, tensor<4xf32>) -> tensor<4xf32>
  return
}

// -----

func.func @effective_rank(%x: tensor<2x2x2x2x2x2x2x1x2xf32>, %y: tensor<2x2x2x2x2x2x2x2x2xf32>, %p: tensor<9xi32>) {
  %0 = "tfl.transpose"(%x, %p) : (tensor<2x2x2x2x2x2x2x1x2xf32>, tensor<9xi32>) -> tensor<*xf32>
  // expected-error @+1 {{'tfl.transpose' op failed to verify that operand 0 is at most 8-D}}
  %1 = "tfl.transpose"(%y, %p) : (tensor<2x2x2x2x2x2x2x2x2xf32>, tensor<9xi32>) -> tensor<*xf32>
  return
}

// -----

func.func @projection(%x: tensor<1x4xf32>, %w: tensor<4x4xf32>, %b: tensor<4xf32>, %n: none) {
  // expected-error @+1 {{'tfl.lstm' op failed to verify that either projection weight must be specified or both projection weight and projection bias must not be specified}}
  %0 = "tfl.lstm"(%x, %w, %w, %w, %w, %w, %w, %w, %w, %n, %n, %n, %b, %b, %b, %b, %n, %b, %x, %x, %n, %n, %n, %n) ({}) {fused_activation_function = "NONE"} : (tensor<1x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, none, none, none, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, none, tensor<4xf32>, tensor<1x4xf32>, tensor<1x4xf32>, none, none, none, none) -> tensor<1x4xf32>
  return
}

// -----

func.func @peephole(%x: tensor<1x4xf32>, %w: tensor<4x4xf32>, %b: tensor<4xf32>, %n: none) {
  // expected-error @+1 {{'tfl.lstm' op failed to verify that the optional peephole weights should all be specified or none}}
  %0 = "tfl.lstm"(%x, %w, %w, %w, %w, %w, %w, %w, %w, %n, %b, %b, %b, %b, %b, %b, %n, %n, %x, %x, %n, %n, %n, %n) ({}) {fused_activation_function = "NONE"} : (tensor<1x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, none, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, none, none, tensor<1x4xf32>, tensor<1x4xf32>, none, none, none, none) -> tensor<1x4xf32>
  return
}

// -----

func.func @coupled_gates(%x: tensor<1x4xf32>, %w: tensor<4x4xf32>, %b: tensor<4xf32>, %n: none) {
  // expected-error @+1 {{'tfl.lstm' op failed to verify that the cifg inputs should all be specified or none}}
  %0 = "tfl.lstm"(%x, %n, %w, %w, %w, %w, %w, %w, %w, %n, %n, %n, %b, %b, %b, %b, %n, %n, %x, %x, %n, %n, %n, %n) ({}) {fused_activation_function = "NONE"} : (tensor<1x4xf32>, none, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, none, none, none, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, none, none, tensor<1x4xf32>, tensor<1x4xf32>, none, none, none, none) -> tensor<1x4xf32>
  return
}

// -----

func.func @lstm_sizes(%x: tensor<1x4xf32>, %w: tensor<4x4xf32>, %v: tensor<4x3xf32>, %b: tensor<4xf32>, %n: none) {
  // expected-error @+1 {{'tfl.lstm' op inputs don't match with the dimensions.}}
  %0 = "tfl.lstm"(%x, %w, %w, %w, %v, %w, %w, %w, %w, %n, %n, %n, %b, %b, %b, %b, %n, %n, %x, %x, %n, %n, %n, %n) ({}) {fused_activation_function = "NONE"} : (tensor<1x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x3xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, none, none, none, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, none, none, tensor<1x4xf32>, tensor<1x4xf32>, none, none, none, none) -> tensor<1x4xf32>
  return
}

// -----

func.func @one_shape(%x: tensor<2x3xf32>) {
  // expected-error @+1 {{'tfl.relu' op requires the same shape for all operands and results}}
  %0 = "tfl.relu"(%x) : (tensor<2x3xf32>) -> tensor<3x2xf32>
  return
}

// -----

func.func @one_type(%x: tensor<2xf32>) {
  // expected-error @+1 {{'tfl.sign' op requires the same type for all operands and results}}
  %0 = "tfl.sign"(%x) : (tensor<2xf32>) -> tensor<2xi32>
  return
}

// -----

func.func @one_compatible_type(%x: tensor<2xf32>) {
  // expected-error @+1 {{'tfl.floor' op requires compatible element types for all operands and results}}
  %0 = "tfl.floor"(%x) : (tensor<2xf32>) -> tensor<2xi32>
  return
}

// -----

func.func @one_element_type_of_all(%x: tensor<2xi8>, %y: tensor<2xi16>) {
  // expected-error @+1 {{'tfl.bitwise_xor' op requires the same element type for all operands and results}}
  %0 = "tfl.bitwise_xor"(%x, %y) : (tensor<2xi8>, tensor<2xi16>) -> tensor<2xi8>
  return
}

// -----

func.func @no_broadcast(%x: tensor<2x3xf32>, %y: tensor<2xf32>) {
  // expected-error @+1 {{'tfl.maximum' op operands don't have broadcast-compatible shapes}}
  %0 = "tfl.maximum"(%x, %y) : (tensor<2x3xf32>, tensor<2xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @other_broadcast(%x: tensor<2x?xf32>, %y: tensor<3xf32>) {
  %0 = "tfl.maximum"(%x, %y) : (tensor<2x?xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // expected-error @+1 {{'tfl.maximum' op result type '2x4' not broadcast compatible with broadcasted operands's shapes '2x3'}}
  %1 = "tfl.maximum"(%x, %y) : (tensor<2x?xf32>, tensor<3xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @one_scale(%x: tensor<2x!quant.uniform<i8:f32, 0.5>>) {
  // expected-error @+1 {{'tfl.squeeze' op quantization parameters violate the same scale constraint: !quant.uniform<i8:f32, 5.000000e-01> vs. !quant.uniform<i8:f32, 2.500000e-01>}}
  %0 = "tfl.squeeze"(%x) : (tensor<2x!quant.uniform<i8:f32, 0.5>>) -> tensor<2x!quant.uniform<i8:f32, 0.25>>
  return
}

// -----

// The axis goes with the dimension; concatenation rescales unsigned bytes.
func.func @scales_that_differ(%x: tensor<1x2x!quant.uniform<i8:f32:1, {0.5, 0.25}>>, %y: tensor<2x!quant.uniform<u8:f32, 0.5>>, %z: tensor<2x!quant.uniform<u8:f32, 0.25>>) {
  %perm = arith.constant dense<[1, 0]> : tensor<2xi32>
  %0 = "tfl.transpose"(%x, %perm) : (tensor<1x2x!quant.uniform<i8:f32:1, {0.5, 0.25}>>, tensor<2xi32>) -> tensor<2x1x!quant.uniform<i8:f32:0, {0.5, 0.25}>>
  %1 = "tfl.concatenation"(%y, %z) {axis = 0 : i32, fused_activation_function = "NONE"} : (tensor<2x!quant.uniform<u8:f32, 0.5>>, tensor<2x!quant.uniform<u8:f32, 0.25>>) -> tensor<4x!quant.uniform<u8:f32, 0.5>>
  // expected-error @+1 {{'tfl.transpose' op has mismatched quantized axes of input and output}}
  %2 = "tfl.transpose"(%x, %perm) : (tensor<1x2x!quant.uniform<i8:f32:1, {0.5, 0.25}>>, tensor<2xi32>) -> tensor<2x1x!quant.uniform<i8:f32:1, {0.5, 0.25}>>
  return
}

// -----

func.func @regions(%c: tensor<i1>) {
  // expected-error @+1 {{'tfl.if' op expected 2 regions}}
  "tfl.if"(%c) ({
    "tfl.yield"() : () -> ()
  }) : (tensor<i1>) -> ()
  return
}

// -----

func.func @no_regions(%x: tensor<2xf32>) {
  // expected-error @+1 {{'tfl.relu' op requires zero regions}}
  %0 = "tfl.relu"(%x) ({}) : (tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @branch_arguments(%c: tensor<i1>) {
  // expected-error @+1 {{'tfl.if' op region #1 should have no arguments}}
  "tfl.if"(%c) ({
    "tfl.yield"() : () -> ()
  }, {
  ^bb0(%x: tensor<f32>):
    "tfl.yield"() : () -> ()
  }) : (tensor<i1>) -> ()
  return
}

// -----

func.func @branch_results(%c: tensor<i1>, %x: tensor<2xf32>, %y: tensor<3xf32>) {
  // expected-error @+1 {{'tfl.if' op along control flow edge from Region #1 to parent results: source type #0 'tensor<3xf32>' should match input type #0 'tensor<2xf32>'}}
  %0 = "tfl.if"(%c) ({
    "tfl.yield"(%x) : (tensor<2xf32>) -> ()
  }, {
    "tfl.yield"(%y) : (tensor<3xf32>) -> ()
  }) : (tensor<i1>) -> tensor<2xf32>
  // expected-error @+1 {{'tfl.if' op along control flow edge from Region #0 to parent results: source has 0 operands, but target successor needs 1}}
  %1 = "tfl.if"(%c) ({
    "tfl.yield"() : () -> ()
  }, {
    "tfl.yield"(%x) : (tensor<2xf32>) -> ()
  }) : (tensor<i1>) -> tensor<2xf32>
  return
}

// -----

func.func @loop_arguments(%x: tensor<2xf32>) {
  // expected-error @+1 {{'tfl.while' op number of operands does not match number of results (1 != 0)}}
  "tfl.while"(%x) ({
  ^bb0(%a: tensor<2xf32>):
    %c = arith.constant dense<false> : tensor<i1>
    "tfl.yield"(%c) : (tensor<i1>) -> ()
  }, {
  ^bb0(%a: tensor<2xf32>):
    "tfl.yield"(%a) : (tensor<2xf32>) -> ()
  }) : (tensor<2xf32>) -> ()
  // expected-error @+1 {{'tfl.while' op condition function's argument type does not match body function's argument type (tensor<2xf32> != tensor<3xf32>)}}
  %0 = "tfl.while"(%x) ({
  ^bb0(%a: tensor<2xf32>):
    %c = arith.constant dense<false> : tensor<i1>
    "tfl.yield"(%c) : (tensor<i1>) -> ()
  }, {
  ^bb0(%a: tensor<3xf32>):
    "tfl.yield"(%a) : (tensor<3xf32>) -> ()
  }) : (tensor<2xf32>) -> tensor<2xf32>
  // expected-error @+1 {{'tfl.while' op number of arguments in condition function does not match number of arguments in body function (0 != 1)}}
  %1 = "tfl.while"(%x) ({
    %c = arith.constant dense<false> : tensor<i1>
    "tfl.yield"(%c) : (tensor<i1>) -> ()
  }, {
  ^bb0(%a: tensor<2xf32>):
    "tfl.yield"(%a) : (tensor<2xf32>) -> ()
  }) : (tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @wrapped(%x: tensor<2xf32>) {
  // expected-error @+1 {{'tfl.control_node' op expects body without any arguments}}
  %0 = "tfl.control_node"() ({
  ^bb0(%a: tensor<2xf32>):
    "tfl.yield"() : () -> ()
  }) : () -> !tfl.control
  // expected-error @+1 {{'tfl.control_node' op has 0 operand, but control_node returns 1}}
  %1:2 = "tfl.control_node"() ({
    "tfl.yield"() : () -> ()
  }) : () -> (tensor<2xf32>, !tfl.control)
  // expected-error @+1 {{'tfl.control_node' op operand #0 type mismatch control_node results}}
  %2:2 = "tfl.control_node"() ({
    "tfl.yield"(%x) : (tensor<2xf32>) -> ()
  }) : () -> (tensor<3xf32>, !tfl.control)
  return
}

// -----

func.func @inferred(%x: tensor<2x3xf32>) {
  // expected-error @+2 {{'tfl.unpack' op inferred type(s) 'tensor<3xf32>', 'tensor<3xf32>' are incompatible with return type(s) of operation 'tensor<3xf32>', 'tensor<2xf32>'}}
  // expected-error @+1 {{'tfl.unpack' op failed to infer returned types}}
  %0:2 = "tfl.unpack"(%x) {axis = 0 : i32, num = 2 : i32} : (tensor<2x3xf32>) -> (tensor<3xf32>, tensor<2xf32>)
  // expected-error @+2 {{'tfl.unpack' op output count should match 'num' attribute}}
  // expected-error @+1 {{'tfl.unpack' op failed to infer returned types}}
  %1:2 = "tfl.unpack"(%x) {axis = -1 : i32, num = 2 : i32} : (tensor<2x3xf32>) -> (tensor<2xf32>, tensor<2xf32>)
  return
}

// -----

func.func @inferred_convolution(%x: tensor<1x8x8x3xf32>, %w: tensor<16x3x3x3xf32>, %b: tensor<16xf32>) {
  // expected-error @+2 {{'tfl.conv_2d' op inferred type(s) 'tensor<1x3x3x16xf32>' are incompatible with return type(s) of operation 'tensor<1x4x4x16xf32>'}}
  // expected-error @+1 {{'tfl.conv_2d' op failed to infer returned types}}
  %0 = "tfl.conv_2d"(%x, %w, %b) {dilation_h_factor = 1 : i32, dilation_w_factor = 1 : i32, fused_activation_function = "NONE", padding = "VALID", stride_h = 2 : i32, stride_w = 2 : i32} : (tensor<1x8x8x3xf32>, tensor<16x3x3x3xf32>, tensor<16xf32>) -> tensor<1x4x4x16xf32>
  return
}

// -----

func.func @joined(%x: tensor<2x3xf32>, %y: tensor<2x4xf32>) {
  // expected-error @+1 {{'tfl.concatenation' op dimension size of dimension #1 of operand #1 must be equal to dimension size of dimension #1 of output, expected 3, got 4}}
  %0 = "tfl.concatenation"(%x, %y) {axis = 0 : i32, fused_activation_function = "NONE"} : (tensor<2x3xf32>, tensor<2x4xf32>) -> tensor<4x3xf32>
  // expected-error @+1 {{'tfl.concatenation' op dimension size of dimension #1 of output must be equal to the sum of dimension sizes of dimension #1, expected 7, got 6}}
  %1 = "tfl.concatenation"(%x, %y) {axis = 1 : i32, fused_activation_function = "NONE"} : (tensor<2x3xf32>, tensor<2x4xf32>) -> tensor<2x6xf32>
  return
}

// -----

func.func @packed(%x: tensor<2xf32>, %y: tensor<3xf32>) {
  // expected-error @+1 {{'tfl.pack' op operands should be of the same type. got 'tensor<2xf32>', 'tensor<3xf32>'}}
  %0 = "tfl.pack"(%x, %y) {axis = 0 : i32, values_count = 2 : i32} : (tensor<2xf32>, tensor<3xf32>) -> tensor<*xf32>
  // expected-error @+1 {{'tfl.pack' op input count should match 'values_count' attribute}}
  %1 = "tfl.pack"(%x, %x) {axis = 0 : i32, values_count = 3 : i32} : (tensor<2xf32>, tensor<2xf32>) -> tensor<*xf32>
  return
}

// -----

func.func @parts(%x: tensor<6x2xf32>) {
  %dim = arith.constant dense<0> : tensor<i32>
  %sizes = "tfl.pseudo_const"() {value = dense<[-1, 2]> : tensor<2xi32>} : () -> tensor<2xi32>
  // expected-error @+1 {{'tfl.split' op output #1 should be 'tensor<3x2xf32>' instead got 'tensor<3x1xf32>'}}
  %0:2 = "tfl.split"(%dim, %x) {num_splits = 2 : i32} : (tensor<i32>, tensor<6x2xf32>) -> (tensor<3x2xf32>, tensor<3x1xf32>)
  // expected-error @+1 {{'tfl.split_v' op output #0 should be 'tensor<4x2xf32>' instead got 'tensor<3x2xf32>'}}
  %1:2 = "tfl.split_v"(%x, %sizes, %dim) {num_splits = 2 : i32} : (tensor<6x2xf32>, tensor<2xi32>, tensor<i32>) -> (tensor<3x2xf32>, tensor<2x2xf32>)
  return
}

// -----

func.func @reshaped(%x: tensor<6xf32>) {
  %open = arith.constant dense<[-1, 4]> : tensor<2xi32>
  %negative = arith.constant dense<[-2, 3]> : tensor<2xi32>
  %shape = arith.constant dense<[2, 3]> : tensor<2xi32>
  // expected-error @+1 {{'tfl.reshape' op requires 'input' number of elements be a multiple of 4, but got 6}}
  %0 = "tfl.reshape"(%x, %open) : (tensor<6xf32>, tensor<2xi32>) -> tensor<?x4xf32>
  // expected-error @+1 {{'tfl.reshape' op requires 'shape' to have dimensions greater than -1, but got -2 at index 0}}
  %1 = "tfl.reshape"(%x, %negative) : (tensor<6xf32>, tensor<2xi32>) -> tensor<?x3xf32>
  // expected-error @+1 {{'tfl.reshape' op requires 'output' type 'tensor<3x2xf32>' to be cast compatible with expected type 'tensor<2x3xf32>'}}
  %2 = "tfl.reshape"(%x, %shape) : (tensor<6xf32>, tensor<2xi32>) -> tensor<3x2xf32>
  // expected-error @+1 {{'tfl.reshape' op requires 'output' number of elements to match 'input' number of elements, but got 8 and 6}}
  %3 = "tfl.reshape"(%x, %shape) : (tensor<6xf32>, tensor<2xi32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @sliced(%x: tensor<4x4xf32>) {
  %begin = arith.constant dense<[1, 2]> : tensor<2xi32>
  %size = arith.constant dense<[3, 3]> : tensor<2xi32>
  %short = arith.constant dense<1> : tensor<1xi32>
  // expected-error @+1 {{'tfl.slice' op begin[1] + size[1] cannot exceed dimension length: 4}}
  %0 = "tfl.slice"(%x, %begin, %size) : (tensor<4x4xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<*xf32>
  // expected-error @+1 {{'tfl.slice' op size tensor elements size is not equal to input tensor rank}}
  %1 = "tfl.slice"(%x, %begin, %short) : (tensor<4x4xf32>, tensor<2xi32>, tensor<1xi32>) -> tensor<*xf32>
  return
}

// -----

func.func @permuted(%x: tensor<2x3xf32>) {
  %twice = arith.constant dense<[0, -2]> : tensor<2xi32>
  %beyond = arith.constant dense<[0, 2]> : tensor<2xi32>
  %swap = arith.constant dense<[1, 0]> : tensor<2xi32>
  // expected-error @+1 {{'tfl.transpose' op perm[1] cannot have duplicated axis}}
  %0 = "tfl.transpose"(%x, %twice) : (tensor<2x3xf32>, tensor<2xi32>) -> tensor<*xf32>
  // expected-error @+1 {{'tfl.transpose' op perm[1] must be in [-rank, rank)}}
  %1 = "tfl.transpose"(%x, %beyond) : (tensor<2x3xf32>, tensor<2xi32>) -> tensor<*xf32>
  // expected-error @+1 {{'tfl.transpose' op expect output type tensor<3x2xf32>, got tensor<2x3xf32>}}
  %2 = "tfl.transpose"(%x, %swap) : (tensor<2x3xf32>, tensor<2xi32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @gathered(%x: tensor<2x2x!tf_type.string>, %i: tensor<2xi32>) {
  // expected-error @+1 {{'tfl.gather' op expect 1d input when the given type is string, got 'tensor<2x2x!tf_type.string>'}}
  %0 = "tfl.gather"(%x, %i) {axis = 0 : i32} : (tensor<2x2x!tf_type.string>, tensor<2xi32>) -> tensor<*x!tf_type.string>
  return
}

// -----

func.func @scattered(%i: tensor<3x1xi32>, %u: tensor<2x4xf32>, %v: tensor<3x4xf32>) {
  %shape = arith.constant dense<[8, 5]> : tensor<2xi32>
  // expected-error @+1 {{'tfl.scatter_nd' op indices.Dims(0) == 3, but updates.Dims(0) == 2}}
  %0 = "tfl.scatter_nd"(%i, %u, %shape) : (tensor<3x1xi32>, tensor<2x4xf32>, tensor<2xi32>) -> tensor<8x4xf32>
  // expected-error @+1 {{'tfl.scatter_nd' op updates.Dims(1) == 4, but shape[1] == 5}}
  %1 = "tfl.scatter_nd"(%i, %v, %shape) : (tensor<3x1xi32>, tensor<3x4xf32>, tensor<2xi32>) -> tensor<8x5xf32>
  return
}

// -----

func.func @strides(%x: tensor<4xf32>, %i: tensor<2xi32>) {
  // expected-error @+1 {{'tfl.strided_slice' op begin tensor has more elements than the input tensor has dimensions}}
  %0 = "tfl.strided_slice"(%x, %i, %i, %i) {begin_mask = 0 : i32, ellipsis_mask = 0 : i32, end_mask = 0 : i32, new_axis_mask = 0 : i32, shrink_axis_mask = 0 : i32, offset = false} : (tensor<4xf32>, tensor<2xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<*xf32>
  return
}

// -----

func.func @bits(%x: tensor<3xi8>, %y: tensor<3x!tf_type.string>) {
  // expected-error @+1 {{'tfl.bitcast' op input rightmost dimension size is not multiple of the divisor}}
  %0 = "tfl.bitcast"(%x) : (tensor<3xi8>) -> tensor<i32>
  // expected-error @+1 {{'tfl.bitcast' op Unsupported element type.}}
  %1 = "tfl.bitcast"(%y) : (tensor<3x!tf_type.string>) -> tensor<3xi32>
  return
}

// -----

func.func @weights(%x: tensor<2x4x3xf32>, %a: tensor<3xf32>, %b: tensor<2x3xf32>) {
  // expected-error @+1 {{'tfl.prelu' op 'alpha' should have one less rank than 'input'.}}
  %0 = "tfl.prelu"(%x, %a) : (tensor<2x4x3xf32>, tensor<3xf32>) -> tensor<2x4x3xf32>
  // expected-error @+1 {{'tfl.prelu' op operands don't have broadcast-compatible shapes}}
  %1 = "tfl.prelu"(%x, %b) : (tensor<2x4x3xf32>, tensor<2x3xf32>) -> tensor<2x4x3xf32>
  return
}

// -----

func.func @dense(%x: tensor<2x5xf32>, %w: tensor<3x4xf32>, %v: tensor<3x5xf32>, %b: tensor<3xf32>) {
  // expected-error @+1 {{'tfl.fully_connected' op expect 'input' num_elements % 4 == 0, got input type 'tensor<2x5xf32>'}}
  %0 = "tfl.fully_connected"(%x, %w, %b) {fused_activation_function = "NONE", keep_num_dims = false, weights_format = "DEFAULT"} : (tensor<2x5xf32>, tensor<3x4xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  // expected-error @+1 {{'tfl.fully_connected' op num_input_elements / z_in != num_output_elements / z_out}}
  %1 = "tfl.fully_connected"(%x, %v, %b) {fused_activation_function = "NONE", keep_num_dims = false, weights_format = "DEFAULT"} : (tensor<2x5xf32>, tensor<3x5xf32>, tensor<3xf32>) -> tensor<3x3xf32>
  return
}

// -----

func.func @matrices(%x: tensor<5x2x3xf32>, %y: tensor<4x3x2xf32>, %z: tensor<3x2xf32>) {
  // expected-error @+1 {{'tfl.batch_matmul' op found incompatible broadcast batch dimensions for lhs shape 'tensor<5x2x3xf32>' and rhs shape 'tensor<4x3x2xf32>'}}
  %0 = "tfl.batch_matmul"(%x, %y) : (tensor<5x2x3xf32>, tensor<4x3x2xf32>) -> tensor<*xf32>
  // expected-error @+1 {{'tfl.batch_matmul' op found invalid output dimension on col, expected 2 but got 3}}
  %1 = "tfl.batch_matmul"(%x, %z) : (tensor<5x2x3xf32>, tensor<3x2xf32>) -> tensor<5x2x3xf32>
  // expected-error @+1 {{'tfl.batch_matmul' op found invalid output rank, expected 3 but got 2}}
  %2 = "tfl.batch_matmul"(%x, %z) : (tensor<5x2x3xf32>, tensor<3x2xf32>) -> tensor<2x2xf32>
  return
}

// -----

func.func @gradient(%w: tensor<8x2x2x4xf32>, %x: tensor<1x4x4x4xf32>, %n: none) {
  %shape = arith.constant dense<[1, 8, 8, 8]> : tensor<4xi32>
  // expected-error @+1 {{'tfl.transpose_conv' op expect output type tensor<1x8x8x8xf32>, got tensor<1x8x8x4xf32>}}
  %0 = "tfl.transpose_conv"(%shape, %w, %x, %n) {fused_activation_function = "NONE", padding = "SAME", stride_h = 2 : i32, stride_w = 2 : i32} : (tensor<4xi32>, tensor<8x2x2x4xf32>, tensor<1x4x4x4xf32>, none) -> tensor<1x8x8x4xf32>
  return
}

// -----

// Operations that compute elements from elements have one type for one attribute; of others it says the first value's.
func.func @type_attribute(%x: tensor<2xf32>, %i: tensor<i32>) {
  // expected-error @+1 {{'tf.AddV2' op requires compatible element types for all operands and results}}
  %0 = "tf.AddV2"(%x, %i) : (tensor<2xf32>, tensor<i32>) -> tensor<2xf32>
  %1 = "tf.MatrixDiagV2"(%x, %i, %i, %i, %i) : (tensor<2xf32>, tensor<i32>, tensor<i32>, tensor<i32>, tensor<i32>) -> tensor<2x2xf32>
  return
}
