// RUN: tfl-opt %s --split-input-file --tfl-runtime-verify --verify-diagnostics | FileCheck %s
// RUN: tfl-opt %s --split-input-file | FileCheck %s --check-prefix=PLAIN

// What the runtime does not take is well-formed all the same: without the pass nothing here is wrong.
// PLAIN: @fits
// PLAIN: @elements
// PLAIN: @variadic
// PLAIN: @result
// PLAIN: @quantized_width
// PLAIN: @bias_rank
// PLAIN: @ranks_over_broadcasting
// PLAIN: @open_ranks_over_broadcasting
// PLAIN: @one_broadcast_shape
// PLAIN: @add_of_mixed_types
// PLAIN: @mul_of_words_into_bytes
// PLAIN: @matmul_of_bytes
// PLAIN: @new_axes

// CHECK: @fits
func.func @fits(%x: tensor<2x3xf32>, %y: tensor<3xf32>) -> tensor<2x3xf32> {
  %0 = "tfl.add"(%x, %y) {fused_activation_function = "NONE"} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

func.func @elements(%x: tensor<4xf64>) -> tensor<4xf64> {
  // expected-error @+1 {{'tfl.cos' op operand #0 must be tensor of 32-bit float or 16-bit float values, but got 'tensor<4xf64>'}}
  %0 = "tfl.cos"(%x) : (tensor<4xf64>) -> tensor<4xf64>
  return %0 : tensor<4xf64>
}

// -----

func.func @variadic(%x: tensor<4xf32>, %y: tensor<4xi64>) -> tensor<4xf32> {
  // expected-error @+1 {{'tfl.add_n' op operand #1 must be variadic of tensor of 32-bit float or 32-bit signless integer values, but got 'tensor<4xi64>'}}
  %0 = "tfl.add_n"(%x, %y) : (tensor<4xf32>, tensor<4xi64>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

func.func @result(%x: tensor<7xf32>, %axis: tensor<i32>) -> tensor<i16> {
  // expected-error @+1 {{'tfl.arg_max' op result #0 must be tensor of 32/64-bit signless integer values, but got 'tensor<i16>'}}
  %0 = "tfl.arg_max"(%x, %axis) : (tensor<7xf32>, tensor<i32>) -> tensor<i16>
  return %0 : tensor<i16>
}

// -----

// Signed bytes are in the set, so unsigned ones are right; words are not.
func.func @quantized_width(%x: tensor<4x!quant.uniform<u8:f32, 0.5>>, %y: tensor<4x!quant.uniform<i16:f32, 0.5>>) {
  %0 = "tfl.elu"(%x) : (tensor<4x!quant.uniform<u8:f32, 0.5>>) -> tensor<4x!quant.uniform<u8:f32, 0.5>> // expected-error {{'tfl.elu' op operand #0 must be tensor of 32-bit float or 8-bit signless integer values}}
  %1 = "tfl.relu6"(%x) : (tensor<4x!quant.uniform<u8:f32, 0.5>>) -> tensor<4x!quant.uniform<u8:f32, 0.5>>
  // expected-error @+1 {{'tfl.relu6' op operand #0 must be tensor of 32-bit float or QUI8 type or QI8 type values}}
  %2 = "tfl.relu6"(%y) : (tensor<4x!quant.uniform<i16:f32, 0.5>>) -> tensor<4x!quant.uniform<i16:f32, 0.5>>
  return
}

// -----

func.func @bias_rank(%x: tensor<1x4x4x3xf32>, %w: tensor<8x1x1x3xf32>, %b: tensor<1x8xf32>) -> tensor<1x4x4x8xf32> {
  // expected-error @+1 {{'tfl.conv_2d' op operand #2 must be 1D tensor of any type values or none type, but got 'tensor<1x8xf32>'}}
  %0 = "tfl.conv_2d"(%x, %w, %b) {dilation_h_factor = 1 : i32, dilation_w_factor = 1 : i32, fused_activation_function = "NONE", padding = "SAME", stride_h = 1 : i32, stride_w = 1 : i32} : (tensor<1x4x4x3xf32>, tensor<8x1x1x3xf32>, tensor<1x8xf32>) -> tensor<1x4x4x8xf32>
  return %0 : tensor<1x4x4x8xf32>
}

// -----

func.func @ranks_over_broadcasting(%x: tensor<1x2x1x2x1x2xf32>, %y: tensor<2xf32>) {
  // expected-error @+1 {{'tfl.maximum' op failed to verify that operands do not have the same shape or broadcastable shapes within the rank 5}}
  %0 = "tfl.maximum"(%x, %y) : (tensor<1x2x1x2x1x2xf32>, tensor<2xf32>) -> tensor<1x2x1x2x1x2xf32>
  %1 = "tfl.maximum"(%x, %x) : (tensor<1x2x1x2x1x2xf32>, tensor<1x2x1x2x1x2xf32>) -> tensor<1x2x1x2x1x2xf32>
  return
}

// -----

func.func @open_ranks_over_broadcasting(%x: tensor<1x2x1x?x1x2xf32>) -> tensor<1x2x1x?x1x2xf32> {
  // expected-error @+1 {{'tfl.minimum' op failed to verify that operands do not have the same shape or broadcastable shapes within the rank 5}}
  %0 = "tfl.minimum"(%x, %x) : (tensor<1x2x1x?x1x2xf32>, tensor<1x2x1x?x1x2xf32>) -> tensor<1x2x1x?x1x2xf32>
  return %0 : tensor<1x2x1x?x1x2xf32>
}

// -----

// CHECK: @one_broadcast_shape
func.func @one_broadcast_shape(%x: tensor<?x2xf32>, %y: tensor<2xf32>, %a: tensor<6xi32>, %b: tensor<6xi32>) -> tensor<?x?x?x?x?x?xf32> {
  %shape = "tfl.broadcast_args"(%a, %b) : (tensor<6xi32>, tensor<6xi32>) -> tensor<6xi32>
  %0 = "tfl.broadcast_to"(%x, %shape) : (tensor<?x2xf32>, tensor<6xi32>) -> tensor<?x?x?x?x?x?xf32>
  %1 = "tfl.broadcast_to"(%y, %shape) : (tensor<2xf32>, tensor<6xi32>) -> tensor<?x?x?x?x?x?xf32>
  %2 = "tfl.minimum"(%0, %1) : (tensor<?x?x?x?x?x?xf32>, tensor<?x?x?x?x?x?xf32>) -> tensor<?x?x?x?x?x?xf32>
  return %2 : tensor<?x?x?x?x?x?xf32>
}

// -----

func.func @add_of_mixed_types(%x: tensor<2xf32>, %y: tensor<2xi32>) -> tensor<2xf32> {
  // expected-error @+1 {{'tfl.add' op failed to verify that Operands should have valid shapes and element type needs to match}}
  %0 = "tfl.add"(%x, %y) {fused_activation_function = "NONE"} : (tensor<2xf32>, tensor<2xi32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----

func.func @mul_of_words_into_bytes(%x: tensor<2x3x!quant.uniform<i16:f32, 1.0>>, %y: tensor<3x!quant.uniform<i16:f32, 1.0>>) -> tensor<2x3x!quant.uniform<i8:f32, 1.0>> {
  // expected-error @+1 {{'tfl.mul' op failed to verify that Operands do not have valid shapes}}
  %0 = "tfl.mul"(%x, %y) {fused_activation_function = "NONE"} : (tensor<2x3x!quant.uniform<i16:f32, 1.0>>, tensor<3x!quant.uniform<i16:f32, 1.0>>) -> tensor<2x3x!quant.uniform<i8:f32, 1.0>>
  return %0 : tensor<2x3x!quant.uniform<i8:f32, 1.0>>
}

// -----

func.func @matmul_of_bytes(%x: tensor<2x3xi8>, %y: tensor<3x4xi8>) {
  %0 = "tfl.batch_matmul"(%x, %y) : (tensor<2x3xi8>, tensor<3x4xi8>) -> tensor<2x4xi32>
  // expected-error @+1 {{'tfl.batch_matmul' op failed to verify that x and output must have same element type or they are int8 and int32}}
  %1 = "tfl.batch_matmul"(%x, %y) : (tensor<2x3xi8>, tensor<3x4xi8>) -> tensor<2x4xf32>
  return
}

// -----

func.func @new_axes(%x: tensor<2x2x2x2x2xf32>, %i: tensor<2xi32>) -> tensor<*xf32> {
  // expected-error @+1 {{'tfl.strided_slice' op failed to verify that input (with new_axis) must have rank at most 6}}
  %0 = "tfl.strided_slice"(%x, %i, %i, %i) {begin_mask = 0 : i32, ellipsis_mask = 0 : i32, end_mask = 0 : i32, new_axis_mask = 3 : i32, shrink_axis_mask = 0 : i32, offset = false} : (tensor<2x2x2x2x2xf32>, tensor<2xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<*xf32>
  return %0 : tensor<*xf32>
}
