// RUN: tfl-opt %s --tfl-insert-call-once-op | FileCheck %s

// Both entries call the two initializers that do something, in their order. Initializers become private, and neither they
// nor other private functions call anything.
// CHECK-NOT: session_initializer
// CHECK-LABEL: func.func private @first_init() {
// CHECK-NEXT: "tf.NoOp"
// CHECK-NEXT: return
// CHECK-LABEL: func.func private @nothing() {
// CHECK-LABEL: func.func @a
// CHECK-NEXT: "tfl.call_once"() <{session_init_function = "first_init"}>
// CHECK-NEXT: "tfl.call_once"() <{session_init_function = "second_init"}>
// CHECK-NEXT: return
// CHECK-LABEL: func.func @b
// CHECK-COUNT-2: "tfl.call_once"
// CHECK-LABEL: func.func private @c
// CHECK-NEXT: return
module attributes {tf_saved_model.semantics} {
  "tf_saved_model.session_initializer"() <{initializers = [@first_init, @nothing, @second_init]}> : () -> ()
  func.func @first_init() attributes {tf_saved_model.exported_names = ["__tf_saved_model_session_initializer_1"]} {
    "tf.NoOp"() : () -> ()
    func.return
  }
  func.func @nothing() attributes {tf_saved_model.exported_names = ["__tf_saved_model_session_initializer_0"]} {
    func.return
  }
  func.func @second_init() attributes {tf_saved_model.exported_names = ["__tf_saved_model_session_initializer_2"]} {
    "tf.NoOp"() : () -> ()
    func.return
  }
  func.func @a(%arg0: tensor<f32> {tf_saved_model.index_path = ["x"]}) -> (tensor<f32> {tf_saved_model.index_path = ["y"]}) attributes {tf.entry_function = {inputs = "x:0", outputs = "y:0"}, tf_saved_model.exported_names = ["a"]} {
    func.return %arg0 : tensor<f32>
  }
  func.func @b(%arg0: tensor<f32> {tf_saved_model.index_path = ["x"]}) -> (tensor<f32> {tf_saved_model.index_path = ["y"]}) attributes {tf.entry_function = {inputs = "x:0", outputs = "y:0"}, tf_saved_model.exported_names = ["b"]} {
    func.return %arg0 : tensor<f32>
  }
  func.func private @c(%arg0: tensor<f32>) -> tensor<f32> {
    func.return %arg0 : tensor<f32>
  }
}
