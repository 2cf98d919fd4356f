// RUN: tfl-opt %s --tf-device-decompose-resource-ops | FileCheck %s

!var = tensor<!tf_type.resource<tensor<4x2xf32>>>

// CHECK-LABEL: func.func @update
// CHECK: %[[OLD:.*]] = "tf.ReadVariableOp"(%arg0) : {{.*}} -> tensor<4x2xf32>
// CHECK-NEXT: %[[NEW:.*]] = "tf.Sub"(%[[OLD]], %arg1) : {{.*}} -> tensor<4x2xf32>
// CHECK-NEXT: "tf.AssignVariableOp"(%arg0, %[[NEW]])
// CHECK-NEXT: return
func.func @update(%v: !var, %x: tensor<4x2xf32>) {
  "tf.AssignSubVariableOp"(%v, %x) : (!var, tensor<4x2xf32>) -> ()
  func.return
}

// CHECK-LABEL: func.func @scatter
// CHECK: %[[OLD:.*]] = "tf.ReadVariableOp"(%arg0)
// CHECK: %[[INDEX:.*]] = "tf.ExpandDims"(%arg1, %{{.*}}) : (tensor<3xi32>, tensor<i32>) -> tensor<3x1xi32>
// CHECK: %[[NEW:.*]] = "tf.TensorScatterAdd"(%[[OLD]], %[[INDEX]], %arg2)
// CHECK: "tf.AssignVariableOp"(%arg0, %[[NEW]])
func.func @scatter(%v: !var, %i: tensor<3xi32>, %x: tensor<3x2xf32>) {
  "tf.ResourceScatterAdd"(%v, %i, %x) : (!var, tensor<3xi32>, tensor<3x2xf32>) -> ()
  func.return
}

// CHECK-LABEL: func.func @read
// CHECK: %[[VALUE:.*]] = "tf.ReadVariableOp"(%arg0)
// CHECK: %[[ROWS:.*]] = "tf.GatherV2"(%[[VALUE]], %arg1, %{{.*}}) <{batch_dims = 0 : i64}>
// CHECK: %[[SHAPE:.*]] = "tf.Shape"
// CHECK: return %[[ROWS]], %[[SHAPE]]
func.func @read(%v: !var, %i: tensor<3xi32>) -> (tensor<3x2xf32>, tensor<2xi32>) {
  %0 = "tf.ResourceGather"(%v, %i) : (!var, tensor<3xi32>) -> tensor<3x2xf32>
  %1 = "tf.VariableShape"(%v) : (!var) -> tensor<2xi32>
  func.return %0, %1 : tensor<3x2xf32>, tensor<2xi32>
}

// Nobody says what the variable holds.
// CHECK-LABEL: func.func @unknown
// CHECK: "tf.AssignAddVariableOp"
func.func @unknown(%v: tensor<!tf_type.resource>, %x: tensor<4x2xf32>) {
  "tf.AssignAddVariableOp"(%v, %x) : (tensor<!tf_type.resource>, tensor<4x2xf32>) -> ()
  func.return
}
