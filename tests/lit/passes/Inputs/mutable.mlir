module {
  "tf_saved_model.global_tensor"() <{is_mutable, sym_name = "counter", type = tensor<i32>, value = dense<0> : tensor<i32>}> : () -> ()
  "tf_saved_model.global_tensor"() <{is_mutable, sym_name = "written_only", type = tensor<i32>, value = dense<0> : tensor<i32>}> : () -> ()
  "tf_saved_model.global_tensor"() <{is_mutable, sym_name = "handed_on", type = tensor<f32>, value = dense<0.0> : tensor<f32>}> : () -> ()
  func.func @main(%arg0: tensor<i32>, %rate: tensor<f32>) -> tensor<i32> {
    %0 = "tf.VarHandleOp"() <{container = "", dtype = i32, shape = #tf_type.shape<>, shared_name = "counter"}> {tfl_opt.global = @counter} : () -> tensor<!tf_type.resource<tensor<i32>>>
    %1 = "tf.VarHandleOp"() <{container = "", dtype = i32, shape = #tf_type.shape<>, shared_name = "written_only"}> {tfl_opt.global = @written_only} : () -> tensor<!tf_type.resource<tensor<i32>>>
    "tf.AssignAddVariableOp"(%0, %arg0) : (tensor<!tf_type.resource<tensor<i32>>>, tensor<i32>) -> ()
    "tf.AssignVariableOp"(%1, %arg0) : (tensor<!tf_type.resource<tensor<i32>>>, tensor<i32>) -> ()
    %2 = "tf.ReadVariableOp"(%0) : (tensor<!tf_type.resource<tensor<i32>>>) -> tensor<i32>
    %3 = "tf.VarHandleOp"() <{container = "", shared_name = "handed_on"}> {tfl_opt.global = @handed_on} : () -> tensor<!tf_type.resource<tensor<f32>>>
    "tf.AssignVariableOp"(%3, %rate) : (tensor<!tf_type.resource<tensor<f32>>>, tensor<f32>) -> ()
    "tf.ResourceApplyGradientDescent"(%3, %rate, %rate) : (tensor<!tf_type.resource<tensor<f32>>>, tensor<f32>, tensor<f32>) -> ()
    func.return %2 : tensor<i32>
  }
}
