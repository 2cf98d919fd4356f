// RUN: tfl-opt %s --verify-roundtrip | FileCheck %s

// TensorFlow graphs with control edges: what a graph fetches are its results, and an island around one operation is a line.
// CHECK: func.func @f(%arg0: tensor<4xf32>) -> tensor<4xf32> {
// CHECK: %0 = tf_executor.graph {
// CHECK: %outputs, %control = tf_executor.island wraps "tf.Neg"(%arg0) {device = ""} : (tensor<4xf32>) -> tensor<4xf32>
// CHECK: %outputs_0:2, %control_1 = tf_executor.island(%control) {
// CHECK: %1 = "tf.Abs"(%outputs) : (tensor<4xf32>) -> tensor<4xf32>
// CHECK: tf_executor.yield %1, %outputs : tensor<4xf32>, tensor<4xf32>
// CHECK: } {note}
// CHECK: %control_2 = tf_executor.island(%control, %control_1) wraps "tf.NoOp"() : () -> ()
// CHECK: tf_executor.fetch %outputs_0#1, %control_2 : tensor<4xf32>, !tf_executor.control
// CHECK: } {note}
// CHECK: tf_executor.graph {
// CHECK: tf_executor.fetch
// CHECK: "tf_device.cluster"() ({
// CHECK: tf_device.return
// CHECK: }) : () -> ()
// CHECK: return %0 : tensor<4xf32>
func.func @f(%t: tensor<4xf32>) -> tensor<4xf32> {
  %0 = tf_executor.graph {
    %a, %c = tf_executor.island wraps "tf.Neg"(%t) {device = ""} : (tensor<4xf32>) -> tensor<4xf32>
    %b:2, %d = tf_executor.island(%c) {
      %x = "tf.Abs"(%a) : (tensor<4xf32>) -> tensor<4xf32>
      tf_executor.yield %x, %a : tensor<4xf32>, tensor<4xf32>
    } {note}
    %e = tf_executor.island(%c, %d) wraps "tf.NoOp"() : () -> ()
    tf_executor.fetch %b#1, %e : tensor<4xf32>, !tf_executor.control
  } {note}
  tf_executor.graph {
    tf_executor.fetch
  }
  "tf_device.cluster"() ({
    tf_device.return
  }) : () -> ()
  return %0 : tensor<4xf32>
}
