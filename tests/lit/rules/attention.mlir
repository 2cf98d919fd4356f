// RUN: tfl-opt %s --pass-pipeline='builtin.module(tf-shape-inference,tf-lower-einsum,tfl-saturate)' | FileCheck %s

// Two open dimensions, of which a reshape can say one: a layer keeps them, and the shape behind it is computed. The bias
// is added before.
// CHECK-LABEL: func.func @einsum_behind_open
// CHECK: %[[LAYER:.*]] = "tfl.fully_connected"(%arg0, {{.*}}keep_num_dims = true
// CHECK: %[[HEADS:.*]] = "tfl.reshape"(%[[LAYER]], %
// CHECK-NEXT: return %[[HEADS]]
func.func @einsum_behind_open(%x: tensor<?x?x4xf32>) -> tensor<?x?x2x3xf32> {
  %w = "tf.Const"() {value = dense<0.5> : tensor<4x2x3xf32>} : () -> tensor<4x2x3xf32>
  %b = "tf.Const"() {value = dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>} : () -> tensor<2x3xf32>
  %0 = "tf.Einsum"(%x, %w) {equation = "abc,cde->abde"} : (tensor<?x?x4xf32>, tensor<4x2x3xf32>) -> tensor<?x?x2x3xf32>
  %1 = "tf.AddV2"(%0, %b) : (tensor<?x?x2x3xf32>, tensor<2x3xf32>) -> tensor<?x?x2x3xf32>
  func.return %1 : tensor<?x?x2x3xf32>
}

// Dimensions that Keras joins before a layer and separates after it, by shapes that it computes.
// CHECK-LABEL: func.func @dense_of_sequence
// CHECK-NOT: tfl.reshape
// CHECK: %[[Y:.*]] = "tfl.fully_connected"(%arg0, {{.*}}keep_num_dims = true
// CHECK-NEXT: return %[[Y]]
func.func @dense_of_sequence(%x: tensor<?x?x2xf32>) -> tensor<?x?x3xf32> {
  %w = "tf.Const"() {value = dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>} : () -> tensor<2x3xf32>
  %b = "tf.Const"() {value = dense<[1.0, 2.0, 3.0]> : tensor<3xf32>} : () -> tensor<3xf32>
  %zero = "tf.Const"() {value = dense<0> : tensor<i32>} : () -> tensor<i32>
  %first = "tf.Const"() {value = dense<[0, 1]> : tensor<2xi32>} : () -> tensor<2xi32>
  %axis = "tf.Const"() {value = dense<[0]> : tensor<1xi32>} : () -> tensor<1xi32>
  %two = "tf.Const"() {value = dense<2> : tensor<i32>} : () -> tensor<i32>
  %three = "tf.Const"() {value = dense<[3]> : tensor<1xi32>} : () -> tensor<1xi32>
  %0 = "tf.Shape"(%x) : (tensor<?x?x2xf32>) -> tensor<3xi32>
  %1 = "tf.GatherV2"(%0, %first, %zero) : (tensor<3xi32>, tensor<2xi32>, tensor<i32>) -> tensor<2xi32>
  %2 = "tf.Prod"(%1, %axis) : (tensor<2xi32>, tensor<1xi32>) -> tensor<i32>
  %3 = "tf.Pack"(%2, %two) : (tensor<i32>, tensor<i32>) -> tensor<2xi32>
  %4 = "tf.Reshape"(%x, %3) : (tensor<?x?x2xf32>, tensor<2xi32>) -> tensor<?x2xf32>
  %5 = "tf.MatMul"(%4, %w) : (tensor<?x2xf32>, tensor<2x3xf32>) -> tensor<?x3xf32>
  %6 = "tf.ConcatV2"(%1, %three, %zero) : (tensor<2xi32>, tensor<1xi32>, tensor<i32>) -> tensor<3xi32>
  %7 = "tf.Reshape"(%5, %6) : (tensor<?x3xf32>, tensor<3xi32>) -> tensor<?x?x3xf32>
  %8 = "tf.BiasAdd"(%7, %b) : (tensor<?x?x3xf32>, tensor<3xf32>) -> tensor<?x?x3xf32>
  func.return %8 : tensor<?x?x3xf32>
}

// What is masked out gets a term, and nothing of the result.
// CHECK-LABEL: func.func @mask
// CHECK: %[[TERM:.*]] = "tfl.select_v2"(%arg1, {{.*}}) : (tensor<?x1x1x64xi1>, tensor<f32>, tensor<f32>)
// CHECK: %[[SUM:.*]] = tfl.add(%arg0, %[[TERM]])
// CHECK: %[[SOFTMAX:.*]] = "tfl.softmax"(%[[SUM]])
// CHECK: tfl.mul(%[[SOFTMAX]]
func.func @mask(%x: tensor<?x12x64x64xf32>, %m: tensor<?x1x1x64xi1>) -> tensor<?x12x64x64xf32> {
  %low = "tf.Const"() {value = dense<-1.0e9> : tensor<f32>} : () -> tensor<f32>
  %zero = "tf.Const"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %0 = "tf.SelectV2"(%m, %x, %low) : (tensor<?x1x1x64xi1>, tensor<?x12x64x64xf32>, tensor<f32>) -> tensor<?x12x64x64xf32>
  %1 = "tf.Softmax"(%0) : (tensor<?x12x64x64xf32>) -> tensor<?x12x64x64xf32>
  %2 = "tf.SelectV2"(%m, %1, %zero) : (tensor<?x1x1x64xi1>, tensor<?x12x64x64xf32>, tensor<f32>) -> tensor<?x12x64x64xf32>
  func.return %2 : tensor<?x12x64x64xf32>
}

// A number that masks little says nothing of the others.
// CHECK-LABEL: func.func @mask_by_small_number
// CHECK: "tfl.select_v2"{{.*}} tensor<?x12x64x64xf32>, tensor<f32>)
// CHECK-NEXT: "tfl.softmax"
func.func @mask_by_small_number(%x: tensor<?x12x64x64xf32>, %m: tensor<?x1x1x64xi1>) -> tensor<?x12x64x64xf32> {
  %low = "tf.Const"() {value = dense<-1.0e2> : tensor<f32>} : () -> tensor<f32>
  %0 = "tf.SelectV2"(%m, %x, %low) : (tensor<?x1x1x64xi1>, tensor<?x12x64x64xf32>, tensor<f32>) -> tensor<?x12x64x64xf32>
  %1 = "tf.Softmax"(%0) : (tensor<?x12x64x64xf32>) -> tensor<?x12x64x64xf32>
  func.return %1 : tensor<?x12x64x64xf32>
}

// Numbers of rows that count from the end.
// CHECK-LABEL: func.func @rows
// CHECK: %[[AT:.*]] = "tfl.floor_mod"(%arg0
// CHECK-NEXT: %[[ROWS:.*]] = "tfl.gather"({{.*}}, %[[AT]])
// CHECK-NEXT: return %[[ROWS]]
func.func @rows(%i: tensor<?x?xi32>) -> tensor<?x?x2xf32> {
  %table = "tf.Const"() {value = dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]> : tensor<3x2xf32>} : () -> tensor<3x2xf32>
  %zero = "tf.Const"() {value = dense<0> : tensor<i32>} : () -> tensor<i32>
  %n = "tf.Const"() {value = dense<3> : tensor<i32>} : () -> tensor<i32>
  %0 = "tf.Less"(%i, %zero) : (tensor<?x?xi32>, tensor<i32>) -> tensor<?x?xi1>
  %1 = "tf.AddV2"(%i, %n) : (tensor<?x?xi32>, tensor<i32>) -> tensor<?x?xi32>
  %2 = "tf.SelectV2"(%0, %1, %i) : (tensor<?x?xi1>, tensor<?x?xi32>, tensor<?x?xi32>) -> tensor<?x?xi32>
  %3 = "tf.GatherV2"(%table, %2, %zero) : (tensor<3x2xf32>, tensor<?x?xi32>, tensor<i32>) -> tensor<?x?x2xf32>
  func.return %3 : tensor<?x?x2xf32>
}

// A term of another rank than the layer's matrix is a part of the bias all the same.
// CHECK-LABEL: func.func @term_of_three_dimensions
// CHECK: dense<[5.000000e+00, 1.100000e+01]>
// CHECK: "tfl.fully_connected"(%arg0
// CHECK-NEXT: return
func.func @term_of_three_dimensions(%x: tensor<?x4x2xf32>) -> tensor<?x4x2xf32> {
  %c = "tf.Const"() {value = dense<[[[1.0, 2.0]]]> : tensor<1x1x2xf32>} : () -> tensor<1x1x2xf32>
  %w = "tfl.pseudo_const"() {value = dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>} : () -> tensor<2x2xf32>
  %b = "tfl.pseudo_const"() {value = dense<0.0> : tensor<2xf32>} : () -> tensor<2xf32>
  %0 = "tf.AddV2"(%x, %c) : (tensor<?x4x2xf32>, tensor<1x1x2xf32>) -> tensor<?x4x2xf32>
  %1 = "tfl.fully_connected"(%0, %w, %b) {fused_activation_function = "NONE", keep_num_dims = true, weights_format = "DEFAULT"} : (tensor<?x4x2xf32>, tensor<2x2xf32>, tensor<2xf32>) -> tensor<?x4x2xf32>
  func.return %1 : tensor<?x4x2xf32>
}
