// RUN: tfl-opt %s --tf-shape-inference | FileCheck %s
// RUN: tfl-opt %s --tf-shape-inference --print-symbolic-dims | FileCheck %s --check-prefix=SYMBOLS
// RUN: not tfl-opt %S/Inputs/shape-mismatch.mlir --tf-shape-inference 2>&1 | FileCheck %s --check-prefix=MISMATCH

// MISMATCH: shape-mismatch.mlir:2:{{[0-9]+}}: error: `tf.MatMul`
// MISMATCH: note: its operands are tensor<2x3xf32>, tensor<4x5xf32>

// CHECK-LABEL: func.func @forward
// CHECK-SAME: -> (tensor<?x5xf32>, tensor<?x15xf32>)
// CHECK: "tf.MatMul"{{.*}} -> tensor<?x5xf32>
// CHECK: "tf.ConcatV2"{{.*}} -> tensor<?x15xf32>
func.func @forward(%arg0: tensor<?x3xf32>, %arg1: tensor<3x5xf32>) -> (tensor<*xf32>, tensor<?x?xf32>) {
  %axis = "tf.Const"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
  %0 = "tf.MatMul"(%arg0, %arg1) : (tensor<?x3xf32>, tensor<3x5xf32>) -> tensor<*xf32>
  %1 = "tf.ConcatV2"(%0, %0, %0, %axis) : (tensor<*xf32>, tensor<*xf32>, tensor<*xf32>, tensor<i32>) -> tensor<?x?xf32>
  func.return %0, %1 : tensor<*xf32>, tensor<?x?xf32>
}

// Shapes that are computed from shapes are known by their symbols.
// SYMBOLS-LABEL: func.func @plumbing
// SYMBOLS: "tf.Reshape"{{.*}} -> tensor<[[B:.*]]x2x5xf32>
// CHECK-LABEL: func.func @plumbing
// CHECK-SAME: -> tensor<?x2x5xf32>
func.func @plumbing(%arg0: tensor<?x10xf32>) -> tensor<*xf32> {
  %zero = "tf.Const"() <{value = dense<0> : tensor<1xi32>}> : () -> tensor<1xi32>
  %one = "tf.Const"() <{value = dense<1> : tensor<1xi32>}> : () -> tensor<1xi32>
  %two = "tf.Const"() <{value = dense<2> : tensor<i32>}> : () -> tensor<i32>
  %five = "tf.Const"() <{value = dense<5> : tensor<i32>}> : () -> tensor<i32>
  %0 = "tf.Shape"(%arg0) : (tensor<?x10xf32>) -> tensor<2xi32>
  %1 = "tf.StridedSlice"(%0, %zero, %one, %one) <{begin_mask = 0 : i64, ellipsis_mask = 0 : i64, end_mask = 0 : i64, new_axis_mask = 0 : i64, shrink_axis_mask = 1 : i64}> : (tensor<2xi32>, tensor<1xi32>, tensor<1xi32>, tensor<1xi32>) -> tensor<i32>
  %2 = "tf.Pack"(%1, %two, %five) <{axis = 0 : i64}> : (tensor<i32>, tensor<i32>, tensor<i32>) -> tensor<3xi32>
  %3 = "tf.Reshape"(%arg0, %2) : (tensor<?x10xf32>, tensor<3xi32>) -> tensor<*xf32>
  func.return %3 : tensor<*xf32>
}

// The only caller says what comes in.
// CHECK-LABEL: func.func @caller
// CHECK: "tf.PartitionedCall"{{.*}} -> tensor<2x3xf32>
// CHECK-LABEL: func.func private @callee
// CHECK-SAME: (%arg0: tensor<2x3xf32>) -> tensor<2x3xf32>
func.func @caller(%arg0: tensor<2x3xf32>) -> tensor<*xf32> {
  %0 = "tf.PartitionedCall"(%arg0) <{config = "", config_proto = "", executor_type = "", f = @callee}> : (tensor<2x3xf32>) -> tensor<*xf32>
  func.return %0 : tensor<*xf32>
}
func.func private @callee(%arg0: tensor<*xf32>) -> tensor<*xf32> {
  %0 = "tf.Tanh"(%arg0) : (tensor<*xf32>) -> tensor<*xf32>
  func.return %0 : tensor<*xf32>
}

// What grows on each round stays open, what does not is exact.
// CHECK-LABEL: func.func @loop
// CHECK: "tfl.while"(%arg0, %arg1)
// CHECK: ^bb0(%{{.*}}: tensor<2x3xf32>, %{{.*}}: tensor<?x3xf32>)
// CHECK: }) {{.*}}: (tensor<2x3xf32>, tensor<1x3xf32>) -> (tensor<2x3xf32>, tensor<?x3xf32>)
func.func @loop(%arg0: tensor<2x3xf32>, %arg1: tensor<1x3xf32>, %arg2: tensor<i1>) -> (tensor<*xf32>, tensor<*xf32>) {
  %0:2 = "tfl.while"(%arg0, %arg1) <{is_stateless = true}> ({
  ^bb0(%arg3: tensor<*xf32>, %arg4: tensor<*xf32>):
    "tfl.yield"(%arg2) : (tensor<i1>) -> ()
  }, {
  ^bb0(%arg3: tensor<*xf32>, %arg4: tensor<*xf32>):
    %axis = "tf.Const"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %1 = "tf.Tanh"(%arg3) : (tensor<*xf32>) -> tensor<*xf32>
    %2 = "tf.ConcatV2"(%arg3, %arg4, %axis) : (tensor<*xf32>, tensor<*xf32>, tensor<i32>) -> tensor<*xf32>
    "tfl.yield"(%1, %2) : (tensor<*xf32>, tensor<*xf32>) -> ()
  }) : (tensor<2x3xf32>, tensor<1x3xf32>) -> (tensor<*xf32>, tensor<*xf32>)
  func.return %0#0, %0#1 : tensor<*xf32>, tensor<*xf32>
}

// A function that one loop or one branch names gets what that gives it; two branches give what both return.
// CHECK-LABEL: func.func @functional
// CHECK: "tf.If"{{.*}} -> tensor<?x4xf32>
// CHECK-LABEL: func.func @once_body(%arg0: tensor<2x4xf32>) -> tensor<2x4xf32>
// CHECK-LABEL: func.func private @once_cond(%arg0: tensor<2x4xf32>) -> tensor<2x4xi1>
// CHECK-LABEL: func.func private @then(%arg0: tensor<2x4xf32>) -> tensor<2x4xf32>
// CHECK-LABEL: func.func private @else(%arg0: tensor<2x4xf32>) -> tensor<4x4xf32>
func.func @functional(%p: tensor<i1>, %x: tensor<2x4xf32>) -> tensor<*xf32> {
  %0 = "tf.While"(%x) <{body = @once_body, cond = @once_cond, is_stateless = true}> : (tensor<2x4xf32>) -> tensor<2x4xf32>
  %1 = "tf.If"(%p, %0) <{else_branch = @else, is_stateless = true, then_branch = @then}> : (tensor<i1>, tensor<2x4xf32>) -> tensor<*xf32>
  func.return %1 : tensor<*xf32>
}
func.func @once_body(%x: tensor<*xf32>) -> tensor<*xf32> {
  %0 = "tf.Tanh"(%x) : (tensor<*xf32>) -> tensor<*xf32>
  func.return %0 : tensor<*xf32>
}
func.func private @once_cond(%x: tensor<*xf32>) -> tensor<*xi1> {
  %0 = "tf.IsNan"(%x) : (tensor<*xf32>) -> tensor<*xi1>
  func.return %0 : tensor<*xi1>
}
func.func private @then(%x: tensor<*xf32>) -> tensor<*xf32> {
  %0 = "tf.Neg"(%x) : (tensor<*xf32>) -> tensor<*xf32>
  func.return %0 : tensor<*xf32>
}
func.func private @else(%x: tensor<*xf32>) -> tensor<*xf32> {
  %axis = "tf.Const"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
  %0 = "tf.ConcatV2"(%x, %x, %axis) : (tensor<*xf32>, tensor<*xf32>, tensor<i32>) -> tensor<*xf32>
  func.return %0 : tensor<*xf32>
}
