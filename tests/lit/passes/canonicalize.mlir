// RUN: tfl-opt %s --canonicalize | FileCheck %s

// CHECK-LABEL: func.func @identities
// CHECK-NEXT: return %arg0, %arg1
func.func @identities(%arg0: tensor<4xf32>, %arg1: tensor<2xf32>) -> (tensor<4xf32>, tensor<2xf32>) {
  %0 = "tf.Identity"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = "tf.StopGradient"(%0) : (tensor<4xf32>) -> tensor<4xf32>
  %2:2 = "tf.IdentityN"(%1, %arg1) : (tensor<4xf32>, tensor<2xf32>) -> (tensor<4xf32>, tensor<2xf32>)
  func.return %2#0, %2#1 : tensor<4xf32>, tensor<2xf32>
}

// CHECK-LABEL: func.func @an_identity_may_say_more
// CHECK: %[[A:.*]] = "tf.Tanh"(%arg0) {{.*}}-> tensor<4x3xf32>
// CHECK-NEXT: return %[[A]] : tensor<4x3xf32>
func.func @an_identity_may_say_more(%arg0: tensor<?x3xf32>) -> tensor<4x3xf32> {
  %0 = "tf.Tanh"(%arg0) : (tensor<?x3xf32>) -> tensor<?x3xf32>
  %1 = "tf.Identity"(%0) : (tensor<?x3xf32>) -> tensor<4x3xf32>
  func.return %1 : tensor<4x3xf32>
}

// CHECK-LABEL: func.func @casts
// CHECK: %[[A:.*]] = "tf.Cast"(%arg0) {{.*}}-> tensor<4xi32>
// CHECK-NEXT: return %arg0, %[[A]]
func.func @casts(%arg0: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xi32>) {
  %0 = "tf.Cast"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = "tf.Cast"(%0) : (tensor<4xf32>) -> tensor<4xi32>
  func.return %0, %1 : tensor<4xf32>, tensor<4xi32>
}

// CHECK-LABEL: func.func @transposes
func.func @transposes(%arg0: tensor<1x2x3x4xf32>) -> (tensor<1x2x3x4xf32>, tensor<3x4x1x2xf32>) {
  // CHECK-DAG: %[[P:.*]] = "tf.Const"() <{value = dense<[2, 3, 0, 1]> : tensor<4xi32>}>
  // CHECK: %[[T:.*]] = "tf.Transpose"(%arg0, %[[P]])
  // CHECK-NEXT: return %arg0, %[[T]]
  %to_last = "tf.Const"() <{value = dense<[0, 2, 3, 1]> : tensor<4xi32>}> : () -> tensor<4xi32>
  %to_first = "tf.Const"() <{value = dense<[0, 3, 1, 2]> : tensor<4xi32>}> : () -> tensor<4xi32>
  %turn = "tf.Const"() <{value = dense<[1, 2, 0, 3]> : tensor<4xi32>}> : () -> tensor<4xi32>
  %0 = "tf.Transpose"(%arg0, %to_last) : (tensor<1x2x3x4xf32>, tensor<4xi32>) -> tensor<1x3x4x2xf32>
  %1 = "tf.Transpose"(%0, %to_first) : (tensor<1x3x4x2xf32>, tensor<4xi32>) -> tensor<1x2x3x4xf32>
  %2 = "tf.Transpose"(%0, %turn) : (tensor<1x3x4x2xf32>, tensor<4xi32>) -> tensor<3x4x1x2xf32>
  func.return %1, %2 : tensor<1x2x3x4xf32>, tensor<3x4x1x2xf32>
}

// CHECK-LABEL: func.func @reshapes
func.func @reshapes(%arg0: tensor<2x6xf32>) -> (tensor<3x4xf32>, tensor<2x6xf32>) {
  // CHECK: %[[S:.*]] = "tf.Const"() <{value = dense<[3, 4]> : tensor<2xi32>}>
  // CHECK: %[[R:.*]] = "tf.Reshape"(%arg0, %[[S]])
  // CHECK-NEXT: return %[[R]], %arg0
  %flat = "tf.Const"() <{value = dense<12> : tensor<1xi32>}> : () -> tensor<1xi32>
  %shape = "tf.Const"() <{value = dense<[3, 4]> : tensor<2xi32>}> : () -> tensor<2xi32>
  %same = "tf.Const"() <{value = dense<[2, 6]> : tensor<2xi32>}> : () -> tensor<2xi32>
  %0 = "tf.Reshape"(%arg0, %flat) : (tensor<2x6xf32>, tensor<1xi32>) -> tensor<12xf32>
  %1 = "tf.Reshape"(%0, %shape) : (tensor<12xf32>, tensor<2xi32>) -> tensor<3x4xf32>
  %2 = "tf.Reshape"(%arg0, %same) : (tensor<2x6xf32>, tensor<2xi32>) -> tensor<2x6xf32>
  func.return %1, %2 : tensor<3x4xf32>, tensor<2x6xf32>
}

// CHECK-LABEL: func.func @nothing_to_do
// CHECK-NEXT: return %arg0, %arg0, %arg0
func.func @nothing_to_do(%arg0: tensor<2x6xf32>) -> (tensor<2x6xf32>, tensor<2x6xf32>, tensor<2x6xf32>) {
  %ones = "tf.Const"() <{value = dense<1> : tensor<2xi32>}> : () -> tensor<2xi32>
  %zeros = "tf.Const"() <{value = dense<0> : tensor<2x2xi32>}> : () -> tensor<2x2xi32>
  %shape = "tf.Const"() <{value = dense<[2, 6]> : tensor<2xi32>}> : () -> tensor<2xi32>
  %0 = "tf.Tile"(%arg0, %ones) : (tensor<2x6xf32>, tensor<2xi32>) -> tensor<2x6xf32>
  %1 = "tf.Pad"(%arg0, %zeros) : (tensor<2x6xf32>, tensor<2x2xi32>) -> tensor<2x6xf32>
  %2 = "tf.BroadcastTo"(%arg0, %shape) : (tensor<2x6xf32>, tensor<2xi32>) -> tensor<2x6xf32>
  func.return %0, %1, %2 : tensor<2x6xf32>, tensor<2x6xf32>, tensor<2x6xf32>
}

// CHECK-LABEL: func.func @by_trait
// CHECK: %[[A:.*]] = "tf.Abs"(%arg0)
// CHECK-NEXT: return %arg0, %[[A]]
func.func @by_trait(%arg0: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %0 = "tf.Neg"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = "tf.Neg"(%0) : (tensor<4xf32>) -> tensor<4xf32>
  %2 = "tf.Abs"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  %3 = "tf.Abs"(%2) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %1, %3 : tensor<4xf32>, tensor<4xf32>
}

// CHECK-LABEL: func.func @a_known_branch_is_taken
// CHECK: %[[A:.*]] = "tf.Neg"(%arg0)
// CHECK-NEXT: return %[[A]]
func.func @a_known_branch_is_taken(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %false = "tf.Const"() <{value = dense<false> : tensor<i1>}> : () -> tensor<i1>
  %0 = "tfl.if"(%false) ({
    %1 = "tf.Tanh"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
    "tfl.yield"(%1) : (tensor<4xf32>) -> ()
  }, {
    %1 = "tf.Neg"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
    "tfl.yield"(%1) : (tensor<4xf32>) -> ()
  }) : (tensor<i1>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}

// CHECK-LABEL: func.func @a_loop_that_is_never_entered
// CHECK-NEXT: return %arg0
func.func @a_loop_that_is_never_entered(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tfl.while"(%arg0) <{is_stateless = true}> ({
  ^bb0(%arg1: tensor<4xf32>):
    %false = "tf.Const"() <{value = dense<false> : tensor<i1>}> : () -> tensor<i1>
    "tfl.yield"(%false) : (tensor<i1>) -> ()
  }, {
  ^bb0(%arg1: tensor<4xf32>):
    %1 = "tf.Neg"(%arg1) : (tensor<4xf32>) -> tensor<4xf32>
    "tfl.yield"(%1) : (tensor<4xf32>) -> ()
  }) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
