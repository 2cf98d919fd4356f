// RUN: tfl-opt %s --split-input-file --unfreeze-mutable-global-tensors | FileCheck %s

// A bound input and a handle of an import both become handles by name; what does not change stays.
// CHECK: "tf_saved_model.session_initializer"() <{initializers = [@NoOp]}>
// CHECK-NEXT: func.func @NoOp()
// CHECK-NEXT: %[[H:.*]] = "tf.VarHandleOp"() <{container = "", shared_name = "count"}>
// CHECK-NEXT: %[[C:.*]] = "tf.Const"() <{value = dense<7> : tensor<i32>}>
// CHECK-NEXT: "tf.AssignVariableOp"(%[[H]], %[[C]])
// CHECK: sym_name = "fixed"
// CHECK: func.func @bound(%arg0: tensor<i32> {tf_saved_model.index_path = ["x"]}, %arg1: {{.*}} {tf_saved_model.bound_input = @fixed})
// CHECK-NEXT: %[[V:.*]] = "tf.VarHandleOp"() <{container = "", shared_name = "count"}> : () -> tensor<!tf_type.resource<tensor<i32>>>
// CHECK-NEXT: "tf.AssignVariableOp"(%[[V]], %arg0)
// CHECK: func.func @imported
// CHECK-NEXT: "tf.VarHandleOp"() <{container = "", shared_name = "count"}> : ()
module attributes {tf_saved_model.semantics} {
  "tf_saved_model.global_tensor"() <{is_mutable, sym_name = "count", type = tensor<i32>, value = dense<7> : tensor<i32>}> : () -> ()
  "tf_saved_model.global_tensor"() <{sym_name = "fixed", type = tensor<i32>, value = dense<8> : tensor<i32>}> : () -> ()
  func.func @bound(%v: tensor<!tf_type.resource<tensor<i32>>> {tf_saved_model.bound_input = @count}, %x: tensor<i32> {tf_saved_model.index_path = ["x"]}, %f: tensor<!tf_type.resource<tensor<i32>>> {tf_saved_model.bound_input = @fixed}) attributes {tf_saved_model.exported_names = ["bound"]} {
    "tf.AssignVariableOp"(%v, %x) : (tensor<!tf_type.resource<tensor<i32>>>, tensor<i32>) -> ()
    func.return
  }
  func.func @imported() -> (tensor<i32> {tf_saved_model.index_path = ["y"]}) attributes {tf_saved_model.exported_names = ["imported"]} {
    %0 = "tf.VarHandleOp"() <{container = "", shared_name = "its/old/name"}> {tfl_opt.global = @count} : () -> tensor<!tf_type.resource<tensor<i32>>>
    %1 = "tf.ReadVariableOp"(%0) : (tensor<!tf_type.resource<tensor<i32>>>) -> tensor<i32>
    func.return %1 : tensor<i32>
  }
}

// -----

// The initializer that is there assigns first.
// CHECK: "tf_saved_model.session_initializer"() <{initializers = [@tables, @init]}>
// CHECK: func.func @init()
// CHECK-NEXT: "tf.VarHandleOp"
// CHECK-NEXT: "tf.Const"
// CHECK-NEXT: "tf.AssignVariableOp"
// CHECK-NEXT: "tf.NoOp"
module attributes {tf_saved_model.semantics} {
  "tf_saved_model.global_tensor"() <{is_mutable, sym_name = "count", type = tensor<i32>, value = dense<7> : tensor<i32>}> : () -> ()
  "tf_saved_model.session_initializer"() <{initializers = [@tables, @init]}> : () -> ()
  func.func @tables() attributes {tf_saved_model.initializer_type = "restore_op"} {
    func.return
  }
  func.func @init() attributes {tf_saved_model.initializer_type = "init_op"} {
    "tf.NoOp"() : () -> ()
    func.return
  }
}
