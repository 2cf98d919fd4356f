// RUN: tfl-opt %s --canonicalize=test-convergence | FileCheck %s

// Neutral operands go wherever they stand, when what is left has the shape of the result.
// CHECK-LABEL: func.func @neutral
// CHECK-NEXT: return %arg0, %arg0, %arg1, %arg1
func.func @neutral(%arg0: tensor<2x3xf32>, %arg1: tensor<?x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>, tensor<?x3xf32>, tensor<?x3xf32>) {
  %zero = arith.constant dense<0.0> : tensor<3xf32>
  %one = arith.constant dense<1.0> : tensor<f32>
  %0 = "tfl.add"(%zero, %arg0) {fused_activation_function = "NONE"} : (tensor<3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  %1 = "tfl.div"(%arg0, %one) {fused_activation_function = "NONE"} : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  %2 = "tfl.mul"(%one, %arg1) {fused_activation_function = "NONE"} : (tensor<f32>, tensor<?x3xf32>) -> tensor<?x3xf32>
  %3 = "tfl.sub"(%2, %one) {fused_activation_function = "NONE"} : (tensor<?x3xf32>, tensor<f32>) -> tensor<?x3xf32>
  %4 = "tfl.add"(%arg1, %one) {fused_activation_function = "NONE"} : (tensor<?x3xf32>, tensor<f32>) -> tensor<?x3xf32>
  func.return %0, %1, %2, %2 : tensor<2x3xf32>, tensor<2x3xf32>, tensor<?x3xf32>, tensor<?x3xf32>
}

// A broadcast, an activation and a subtraction from zero do something.
// CHECK-LABEL: func.func @not_neutral
// CHECK: %[[A:.*]] = {{"?}}tfl.add
// CHECK: %[[B:.*]] = {{"?}}tfl.add
// CHECK: %[[C:.*]] = {{"?}}tfl.sub
// CHECK: return %[[A]], %[[B]], %[[C]]
func.func @not_neutral(%arg0: tensor<3xf32>) -> (tensor<2x3xf32>, tensor<3xf32>, tensor<3xf32>) {
  %wide = arith.constant dense<0.0> : tensor<2x3xf32>
  %zero = arith.constant dense<0.0> : tensor<f32>
  %0 = "tfl.add"(%arg0, %wide) {fused_activation_function = "NONE"} : (tensor<3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  %1 = "tfl.add"(%arg0, %zero) {fused_activation_function = "RELU"} : (tensor<3xf32>, tensor<f32>) -> tensor<3xf32>
  %2 = "tfl.sub"(%zero, %arg0) {fused_activation_function = "NONE"} : (tensor<f32>, tensor<3xf32>) -> tensor<3xf32>
  func.return %0, %1, %2 : tensor<2x3xf32>, tensor<3xf32>, tensor<3xf32>
}

// CHECK-LABEL: func.func @bounds
// CHECK: %[[A:.*]] = "tfl.maximum"(%arg0,
// CHECK-NEXT: return %arg0, %arg0, %[[A]]
func.func @bounds(%arg0: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %low = arith.constant dense<0xFF800000> : tensor<f32>
  %high = arith.constant dense<3.40282347E+38> : tensor<4xf32>
  %0 = "tfl.maximum"(%low, %arg0) : (tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
  %1 = "tfl.minimum"(%arg0, %high) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %2 = "tfl.maximum"(%arg0, %high) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  func.return %0, %1, %2 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}

// Moves that move nothing.
// CHECK-LABEL: func.func @nothing_moves
// CHECK-NEXT: return %arg0, %arg0, %arg0, %arg0, %arg0
func.func @nothing_moves(%arg0: tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>) {
  %zeros = arith.constant dense<0> : tensor<2xi32>
  %ones = arith.constant dense<1> : tensor<2xi32>
  %shape = arith.constant dense<[2, 3]> : tensor<2xi32>
  %order = arith.constant dense<[0, 1]> : tensor<2xi32>
  %0 = "tfl.slice"(%arg0, %zeros, %shape) : (tensor<2x3xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x3xf32>
  %1 = "tfl.strided_slice"(%arg0, %zeros, %shape, %ones) {begin_mask = 0 : i32, ellipsis_mask = 0 : i32, end_mask = 0 : i32, new_axis_mask = 0 : i32, offset = false, shrink_axis_mask = 0 : i32} : (tensor<2x3xf32>, tensor<2xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x3xf32>
  %2 = "tfl.tile"(%arg0, %ones) : (tensor<2x3xf32>, tensor<2xi32>) -> tensor<2x3xf32>
  %3 = "tfl.transpose"(%arg0, %order) : (tensor<2x3xf32>, tensor<2xi32>) -> tensor<2x3xf32>
  %4 = "tfl.concatenation"(%arg0) {axis = 0 : i32, fused_activation_function = "NONE"} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  func.return %0, %1, %2, %3, %4 : tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>
}

// More dimensions than kernels take, of which three are of size one.
// CHECK-LABEL: func.func @dimensions_of_size_one
// CHECK-DAG: %[[FEW:.*]] = arith.constant dense<[2, 3, 4, 5]> : tensor<4xi32>
// CHECK-DAG: %[[ORDER:.*]] = arith.constant dense<[3, 0, 2, 1]> : tensor<4xi32>
// CHECK-DAG: %[[ALL:.*]] = arith.constant dense<[5, 1, 2, 1, 1, 4, 3]> : tensor<7xi32>
// CHECK: %[[X:.*]] = "tfl.reshape"(%arg0, %[[FEW]])
// CHECK-NEXT: %[[Y:.*]] = "tfl.transpose"(%[[X]], %[[ORDER]]) {{.*}} -> tensor<5x2x4x3xf32>
// CHECK-NEXT: %[[Z:.*]] = "tfl.reshape"(%[[Y]], %[[ALL]])
// CHECK-NEXT: return %[[Z]]
func.func @dimensions_of_size_one(%arg0: tensor<1x2x1x3x4x1x5xf32>) -> tensor<5x1x2x1x1x4x3xf32> {
  %order = arith.constant dense<[6, 0, 1, 2, 5, 4, 3]> : tensor<7xi32>
  %0 = "tfl.transpose"(%arg0, %order) : (tensor<1x2x1x3x4x1x5xf32>, tensor<7xi32>) -> tensor<5x1x2x1x1x4x3xf32>
  func.return %0 : tensor<5x1x2x1x1x4x3xf32>
}

// CHECK-LABEL: func.func @narrow_indices
// CHECK-DAG: %[[P:.*]] = arith.constant dense<{{\[\[}}1, 2]]> : tensor<1x2xi32>
// CHECK-DAG: %[[S:.*]] = arith.constant dense<4> : tensor<1xi32>
// CHECK: %[[A:.*]] = "tfl.pad"(%arg0, %[[P]])
// CHECK: "tfl.slice"(%[[A]], %arg1, %[[S]])
func.func @narrow_indices(%arg0: tensor<3xf32>, %arg1: tensor<1xi64>) -> tensor<4xf32> {
  %pads = arith.constant dense<[[1, 2]]> : tensor<1x2xi64>
  %size = arith.constant dense<4> : tensor<1xi64>
  %0 = "tfl.pad"(%arg0, %pads) : (tensor<3xf32>, tensor<1x2xi64>) -> tensor<6xf32>
  %1 = "tfl.slice"(%0, %arg1, %size) : (tensor<6xf32>, tensor<1xi64>, tensor<1xi64>) -> tensor<4xf32>
  func.return %1 : tensor<4xf32>
}

// CHECK-LABEL: func.func @packs
// CHECK: %[[S:.*]] = arith.constant dense<[1, 3]> : tensor<2xi32>
// CHECK: %[[A:.*]] = "tfl.reshape"(%arg1, %[[S]])
// CHECK-NEXT: return %arg0, %[[A]]
func.func @packs(%arg0: tensor<3x2xf32>, %arg1: tensor<3xf32>) -> (tensor<3x2xf32>, tensor<1x3xf32>) {
  %0:2 = "tfl.unpack"(%arg0) {axis = 1 : i32, num = 2 : i32} : (tensor<3x2xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  %1 = "tfl.pack"(%0#0, %0#1) {axis = 1 : i32, values_count = 2 : i32} : (tensor<3xf32>, tensor<3xf32>) -> tensor<3x2xf32>
  %2 = "tfl.pack"(%arg1) {axis = 0 : i32, values_count = 1 : i32} : (tensor<3xf32>) -> tensor<1x3xf32>
  func.return %1, %2 : tensor<3x2xf32>, tensor<1x3xf32>
}

// Another order or another axis is another value.
// CHECK-LABEL: func.func @packs_of_something_else
// CHECK: "tfl.pack"
// CHECK: "tfl.pack"
func.func @packs_of_something_else(%arg0: tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>) {
  %0:2 = "tfl.unpack"(%arg0) {axis = 0 : i32, num = 2 : i32} : (tensor<2x2xf32>) -> (tensor<2xf32>, tensor<2xf32>)
  %1 = "tfl.pack"(%0#1, %0#0) {axis = 0 : i32, values_count = 2 : i32} : (tensor<2xf32>, tensor<2xf32>) -> tensor<2x2xf32>
  %2 = "tfl.pack"(%0#0, %0#1) {axis = 1 : i32, values_count = 2 : i32} : (tensor<2xf32>, tensor<2xf32>) -> tensor<2x2xf32>
  func.return %1, %2 : tensor<2x2xf32>, tensor<2x2xf32>
}

// CHECK-LABEL: func.func @parts_without_elements
// CHECK: %[[A:.*]] = "tfl.concatenation"(%arg0, %arg2)
// CHECK-NEXT: return %[[A]]
func.func @parts_without_elements(%arg0: tensor<2xf32>, %arg1: tensor<0xf32>, %arg2: tensor<?xf32>) -> tensor<?xf32> {
  %0 = "tfl.concatenation"(%arg0, %arg1, %arg2) {axis = 0 : i32, fused_activation_function = "NONE"} : (tensor<2xf32>, tensor<0xf32>, tensor<?xf32>) -> tensor<?xf32>
  func.return %0 : tensor<?xf32>
}

// CHECK-LABEL: func.func @no_bias
// CHECK: %[[N:.*]] = "tfl.no_value"()
// CHECK: "tfl.fully_connected"(%arg0, %arg1, %[[N]])
func.func @no_bias(%arg0: tensor<2x3xf32>, %arg1: tensor<4x3xf32>) -> tensor<2x4xf32> {
  %zero = arith.constant dense<0.0> : tensor<4xf32>
  %0 = "tfl.fully_connected"(%arg0, %arg1, %zero) {fused_activation_function = "RELU", keep_num_dims = false, weights_format = "DEFAULT"} : (tensor<2x3xf32>, tensor<4x3xf32>, tensor<4xf32>) -> tensor<2x4xf32>
  func.return %0 : tensor<2x4xf32>
}

// An update between an input and a result of the function stays.
// CHECK-LABEL: func.func @updates
// CHECK: %[[A:.*]] = "tfl.dynamic_update_slice"(%arg0, %arg1
// CHECK: return %[[A]], %arg1
func.func @updates(%arg0: tensor<4xf32>, %arg1: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %start = arith.constant dense<0> : tensor<1xi32>
  %0 = "tfl.abs"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = "tfl.dynamic_update_slice"(%arg0, %arg1, %start) : (tensor<4xf32>, tensor<4xf32>, tensor<1xi32>) -> tensor<4xf32>
  %2 = "tfl.dynamic_update_slice"(%0, %arg1, %start) : (tensor<4xf32>, tensor<4xf32>, tensor<1xi32>) -> tensor<4xf32>
  func.return %1, %2 : tensor<4xf32>, tensor<4xf32>
}

// What a loop never changes is not a variable of it, and what nothing reads goes.
// CHECK-LABEL: func.func @loop
// CHECK: %[[R:.*]] = "tfl.while"(%arg0)
// CHECK: ^bb0(%[[I:.*]]: tensor<i32>)
// CHECK: tfl.less{{"?}}(%[[I]], %arg1)
// CHECK: tfl.add %{{.*}}, %arg1
// CHECK: return %[[R]], %arg1
func.func @loop(%arg0: tensor<i32>, %arg1: tensor<i32>, %arg2: tensor<f32>) -> (tensor<i32>, tensor<i32>) {
  %0:3 = "tfl.while"(%arg0, %arg1, %arg2) ({
  ^bb0(%i: tensor<i32>, %n: tensor<i32>, %x: tensor<f32>):
    %1 = "tfl.less"(%i, %n) : (tensor<i32>, tensor<i32>) -> tensor<i1>
    "tfl.yield"(%1) : (tensor<i1>) -> ()
  }, {
  ^bb0(%i: tensor<i32>, %n: tensor<i32>, %x: tensor<f32>):
    %1 = "tfl.add"(%i, %n) {fused_activation_function = "NONE"} : (tensor<i32>, tensor<i32>) -> tensor<i32>
    %2 = "tfl.cast"(%i) : (tensor<i32>) -> tensor<f32>
    "tfl.yield"(%1, %n, %2) : (tensor<i32>, tensor<i32>, tensor<f32>) -> ()
  }) : (tensor<i32>, tensor<i32>, tensor<f32>) -> (tensor<i32>, tensor<i32>, tensor<f32>)
  func.return %0#0, %0#1 : tensor<i32>, tensor<i32>
}
