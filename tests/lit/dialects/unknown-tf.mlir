// Anybody may define operations of the `tf` dialect, so one that is not known is kept; the other dialects are closed.
// RUN: tfl-opt %s | FileCheck %s
// RUN: tfl-opt %s --cse --dce --canonicalize | FileCheck %s --check-prefix=KEPT
// RUN: not tfl-opt %s --pass-pipeline=tf-to-tfl 2>&1 | FileCheck %s --check-prefix=LEFT
// RUN: not tfl-opt %S/Inputs/unknown-tfl.mlir 2>&1 | FileCheck %s --check-prefix=CLOSED
// RUN: not tfl-opt %S/Inputs/unknown-tf-short.mlir 2>&1 | FileCheck %s --check-prefix=SHORT

// CHECK: %0 = "tf.MyCustomOp"(%arg0) {how = "strange"} : (tensor<4xf32>) -> tensor<4xf32>
// CHECK: "tf.MyEffect"(%0) : (tensor<4xf32>) -> ()

// Nothing is known of it, not even that two uses are one or that none is needed.
// KEPT: "tf.MyCustomOp"(%arg0)
// KEPT-NEXT: "tf.MyCustomOp"(%arg0)
// KEPT-NEXT: "tf.MyEffect"(%0)

// LEFT: error: nothing converts `tf.MyCustomOp`
// CLOSED: unknown-tfl.mlir:2:8: error{{.*}}: `tfl.my_custom_op` is not registered: dialect `tfl` has no such operation
// SHORT: unknown-tf-short.mlir:2:8: error{{.*}}: `tf.MyCustomOp` is not known; write it as `"tf.MyCustomOp"(...) : ...`
func.func @main(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.MyCustomOp"(%arg0) {how = "strange"} : (tensor<4xf32>) -> tensor<4xf32>
  %1 = "tf.MyCustomOp"(%arg0) {how = "strange"} : (tensor<4xf32>) -> tensor<4xf32>
  "tf.MyEffect"(%0) : (tensor<4xf32>) -> ()
  func.return %0 : tensor<4xf32>
}
