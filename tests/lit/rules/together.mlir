// RUN: tfl-opt %s "--tfl-saturate=disable-rule=element-as-part" | FileCheck %s
// RUN: tfl-opt %s "--tfl-saturate=disable-rule=element-as-part;elements-at-once;merge-fully-connected" | FileCheck %s --check-prefix=OFF
// RUN: tfl-opt %s "--tfl-saturate=disable-rule=elements-at-once" | FileCheck %s --check-prefix=PART

// Layers with few units on one wide input are one layer: the input is read once. Each has its own number of units.
// CHECK-LABEL: func.func @layers
// CHECK: %[[ALL:.*]] = "tfl.fully_connected"(%arg0, {{.*}} -> tensor<4x5xf32>
// CHECK-NOT: tfl.fully_connected
// CHECK: dense<[1, 2, 2]> : tensor<3xi32>
// CHECK: %[[PARTS:.*]]:3 = "tfl.split_v"(%[[ALL]]
// CHECK-NEXT: return %[[PARTS]]#0, %[[PARTS]]#1, %[[PARTS]]#2
// OFF-LABEL: func.func @layers
// OFF-NOT: tfl.split_v
func.func @layers(%x: tensor<4x2048xf32>) -> (tensor<4x1xf32>, tensor<4x2xf32>, tensor<4x2xf32>) {
  %u = "tf.Const"() {value = dense<0.5> : tensor<2048x1xf32>} : () -> tensor<2048x1xf32>
  %v = "tf.Const"() {value = dense<0.25> : tensor<2048x2xf32>} : () -> tensor<2048x2xf32>
  %w = "tf.Const"() {value = dense<0.125> : tensor<2048x2xf32>} : () -> tensor<2048x2xf32>
  %b = "tf.Const"() {value = dense<[1.0, 2.0]> : tensor<2xf32>} : () -> tensor<2xf32>
  %0 = "tf.MatMul"(%x, %u) : (tensor<4x2048xf32>, tensor<2048x1xf32>) -> tensor<4x1xf32>
  %1 = "tf.MatMul"(%x, %v) : (tensor<4x2048xf32>, tensor<2048x2xf32>) -> tensor<4x2xf32>
  %2 = "tf.MatMul"(%x, %w) : (tensor<4x2048xf32>, tensor<2048x2xf32>) -> tensor<4x2xf32>
  %3 = "tf.BiasAdd"(%2, %b) : (tensor<4x2xf32>, tensor<2xf32>) -> tensor<4x2xf32>
  return %0, %1, %3 : tensor<4x1xf32>, tensor<4x2xf32>, tensor<4x2xf32>
}

// Where the results are large, taking them apart is dearer than what a merge saves.
// CHECK-LABEL: func.func @wide_layers
// CHECK-NOT: tfl.split_v
// CHECK: return
func.func @wide_layers(%x: tensor<512x8xf32>) -> (tensor<512x512xf32>, tensor<512x512xf32>) {
  %v = "tf.Const"() {value = dense<0.25> : tensor<8x512xf32>} : () -> tensor<8x512xf32>
  %w = "tf.Const"() {value = dense<0.125> : tensor<8x512xf32>} : () -> tensor<8x512xf32>
  %0 = "tf.MatMul"(%x, %v) : (tensor<512x8xf32>, tensor<8x512xf32>) -> tensor<512x512xf32>
  %1 = "tf.MatMul"(%x, %w) : (tensor<512x8xf32>, tensor<8x512xf32>) -> tensor<512x512xf32>
  return %0, %1 : tensor<512x512xf32>, tensor<512x512xf32>
}

// A layer that reads what another one makes shares no value with it.
// CHECK-LABEL: func.func @chain
// CHECK: %[[FIRST:.*]] = "tfl.fully_connected"(%arg0
// CHECK: "tfl.fully_connected"(%[[FIRST]]
// CHECK-NOT: tfl.split_v
// CHECK: return
func.func @chain(%x: tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>) {
  %v = "tf.Const"() {value = dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>} : () -> tensor<2x2xf32>
  %0 = "tf.MatMul"(%x, %v) : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
  %1 = "tf.MatMul"(%0, %v) : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
  return %0, %1 : tensor<2x2xf32>, tensor<2x2xf32>
}

// Elements of the first dimension, not all of them, and not in order.
// CHECK-LABEL: func.func @elements
// CHECK-NEXT: %[[ALL:.*]]:3 = "tfl.unpack"(%arg0) <{axis = 0 : i32, num = 3 : i32}>
// CHECK-NEXT: return %[[ALL]]#2, %[[ALL]]#0
// PART-LABEL: func.func @elements
// PART: dense<[2, 0, 0, 0, 0]>
// PART: dense<[1, 2, 5, 4, 8]>
// PART: "tfl.slice"(%arg0
// PART: "tfl.reshape"({{.*}} -> tensor<2x5x4x8xf32>
// PART: "tfl.slice"(%arg0
// PART-NOT: tfl.strided_slice
// PART: return
// OFF-LABEL: func.func @elements
// OFF-COUNT-2: tfl.strided_slice
func.func @elements(%x: tensor<3x2x5x4x8xf32>) -> (tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>) {
  %0 = "tf.Const"() {value = dense<[0]> : tensor<1xi32>} : () -> tensor<1xi32>
  %1 = "tf.Const"() {value = dense<[1]> : tensor<1xi32>} : () -> tensor<1xi32>
  %2 = "tf.Const"() {value = dense<[2]> : tensor<1xi32>} : () -> tensor<1xi32>
  %3 = "tf.Const"() {value = dense<[3]> : tensor<1xi32>} : () -> tensor<1xi32>
  %4 = "tf.StridedSlice"(%x, %2, %3, %1) {shrink_axis_mask = 1} : (tensor<3x2x5x4x8xf32>, tensor<1xi32>, tensor<1xi32>, tensor<1xi32>) -> tensor<2x5x4x8xf32>
  %5 = "tf.StridedSlice"(%x, %0, %1, %1) {shrink_axis_mask = 1} : (tensor<3x2x5x4x8xf32>, tensor<1xi32>, tensor<1xi32>, tensor<1xi32>) -> tensor<2x5x4x8xf32>
  return %4, %5 : tensor<2x5x4x8xf32>, tensor<2x5x4x8xf32>
}

// A part of another dimension is no element.
// CHECK-LABEL: func.func @parts
// CHECK-COUNT-2: tfl.strided_slice
// CHECK-NOT: tfl.unpack
// CHECK: return
func.func @parts(%x: tensor<3x5xf32>) -> (tensor<2xf32>, tensor<2xf32>) {
  %0 = "tf.Const"() {value = dense<[0, 1]> : tensor<2xi32>} : () -> tensor<2xi32>
  %1 = "tf.Const"() {value = dense<[1, 3]> : tensor<2xi32>} : () -> tensor<2xi32>
  %2 = "tf.Const"() {value = dense<[1, 1]> : tensor<2xi32>} : () -> tensor<2xi32>
  %3 = "tf.Const"() {value = dense<[2, 3]> : tensor<2xi32>} : () -> tensor<2xi32>
  %4 = "tf.StridedSlice"(%x, %0, %1, %2) {shrink_axis_mask = 1} : (tensor<3x5xf32>, tensor<2xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2xf32>
  %5 = "tf.StridedSlice"(%x, %2, %3, %2) {shrink_axis_mask = 1} : (tensor<3x5xf32>, tensor<2xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2xf32>
  return %4, %5 : tensor<2xf32>, tensor<2xf32>
}

// Rows that are gathered by a number each.
// CHECK-LABEL: func.func @gathered
// CHECK-NEXT: %[[ALL:.*]]:4 = "tfl.unpack"(%arg0) <{axis = 1 : i32, num = 4 : i32}>
// CHECK-NEXT: return %[[ALL]]#1, %[[ALL]]#0, %[[ALL]]#3
func.func @gathered(%x: tensor<3x4x8xf32>) -> (tensor<3x8xf32>, tensor<3x8xf32>, tensor<3x8xf32>) {
  %0 = "tf.Const"() {value = dense<0> : tensor<i32>} : () -> tensor<i32>
  %1 = "tf.Const"() {value = dense<1> : tensor<i32>} : () -> tensor<i32>
  %3 = "tf.Const"() {value = dense<3> : tensor<i32>} : () -> tensor<i32>
  %4 = "tf.GatherV2"(%x, %1, %1) : (tensor<3x4x8xf32>, tensor<i32>, tensor<i32>) -> tensor<3x8xf32>
  %5 = "tf.GatherV2"(%x, %0, %1) : (tensor<3x4x8xf32>, tensor<i32>, tensor<i32>) -> tensor<3x8xf32>
  %6 = "tf.GatherV2"(%x, %3, %1) : (tensor<3x4x8xf32>, tensor<i32>, tensor<i32>) -> tensor<3x8xf32>
  return %4, %5, %6 : tensor<3x8xf32>, tensor<3x8xf32>, tensor<3x8xf32>
}
