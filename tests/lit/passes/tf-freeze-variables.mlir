// RUN: tfl-opt %s --tf-freeze-variables | FileCheck %s
// RUN: tfl-opt %S/Inputs/mutable.mlir --tf-freeze-variables 2>&1 | FileCheck %s --check-prefix=MUTABLE

// CHECK-NOT: tf_saved_model.global_tensor
// What is assigned and read stays a variable; what is assigned and never read goes, except that the custom operation
// may read it.
// MUTABLE: remark: variable `counter` stays one, because `tf.AssignAddVariableOp` may change it while the model runs
// MUTABLE: remark: the assignment of `written_only` is dropped: nothing reads it
// MUTABLE: sym_name = "counter"
// MUTABLE: sym_name = "handed_on"
// MUTABLE: "tf.AssignAddVariableOp"
// MUTABLE-NOT: "tf.AssignVariableOp"
// MUTABLE: "tf.ReadVariableOp"
// MUTABLE: "tf.AssignVariableOp"
// MUTABLE-NEXT: "tf.ResourceApplyGradientDescent"
module {
  "tf_saved_model.global_tensor"() <{sym_name = "w", type = tensor<2xf32>, value = dense<[1.0, 2.0]> : tensor<2xf32>}> : () -> ()
  "tf_saved_model.global_tensor"() <{sym_name = "table", type = tensor<3x2xf32>, value = dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]> : tensor<3x2xf32>}> : () -> ()

  // CHECK-LABEL: func.func @reads
  // CHECK: %[[W:.*]] = "tf.Const"() <{value = dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf32>}>
  // CHECK: "tf.AddV2"(%arg0, %[[W]])
  // CHECK-NOT: tf.VarHandleOp
  func.func @reads(%arg0: tensor<2xf32>) -> tensor<2xf32> {
    %0 = "tf.VarHandleOp"() <{container = "", dtype = f32, shape = #tf_type.shape<2>, shared_name = "w"}> {tfl_opt.global = @w} : () -> tensor<!tf_type.resource<tensor<2xf32>>>
    %1 = "tf.Identity"(%0) : (tensor<!tf_type.resource<tensor<2xf32>>>) -> tensor<!tf_type.resource<tensor<2xf32>>>
    %2 = "tf.ReadVariableOp"(%1) : (tensor<!tf_type.resource<tensor<2xf32>>>) -> tensor<2xf32>
    %3 = "tf.AddV2"(%arg0, %2) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    func.return %3 : tensor<2xf32>
  }

  // CHECK-LABEL: func.func @looks_up
  // CHECK-DAG: %[[AXIS:.*]] = "tf.Const"() <{value = dense<0> : tensor<i32>}>
  // CHECK-DAG: %[[TABLE:.*]] = "tf.Const"() <{value = dense<{{.*}}> : tensor<3x2xf32>}>
  // CHECK: "tf.GatherV2"(%[[TABLE]], %arg0, %[[AXIS]])
  func.func @looks_up(%arg0: tensor<?xi32>) -> tensor<?x2xf32> {
    %0 = "tf.VarHandleOp"() <{container = "", dtype = f32, shape = #tf_type.shape<3x2>, shared_name = "table"}> {tfl_opt.global = @table} : () -> tensor<!tf_type.resource<tensor<3x2xf32>>>
    %1 = "tf.ResourceGather"(%0, %arg0) <{batch_dims = 0 : i64, validate_indices = true}> : (tensor<!tf_type.resource<tensor<3x2xf32>>>, tensor<?xi32>) -> tensor<?x2xf32>
    func.return %1 : tensor<?x2xf32>
  }
}
