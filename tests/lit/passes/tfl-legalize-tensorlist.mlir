// RUN: tfl-opt %s --split-input-file --tfl-legalize-tensorlist | FileCheck %s

// CHECK-LABEL: func.func @list
// CHECK: %[[NONE:.*]] = arith.constant dense<0> : tensor<i32>
// CHECK: %[[L:.*]] = "tfl.custom"(%arg0, %[[NONE]]) <{custom_code = "TensorListReserve", custom_option = #tfl<const_bytes : "0x00">}>
// CHECK: %[[M:.*]] = "tfl.custom"(%[[L]], %arg2) <{custom_code = "TensorListPushBack", custom_option = #tfl<const_bytes : "0x">}>
// CHECK: "tfl.custom"(%[[M]], %[[M]]) <{custom_code = "VariantAddN"
func.func @list(%shape: tensor<1xi32>, %most: tensor<i32>, %x: tensor<4xf32>) -> tensor<!tf_type.variant<tensor<4xf32>>> {
  %0 = "tf.EmptyTensorList"(%shape, %most) : (tensor<1xi32>, tensor<i32>) -> tensor<!tf_type.variant<tensor<4xf32>>>
  %1 = "tf.TensorListPushBack"(%0, %x) : (tensor<!tf_type.variant<tensor<4xf32>>>, tensor<4xf32>) -> tensor<!tf_type.variant<tensor<4xf32>>>
  %2 = "tf.AddN"(%1, %1) : (tensor<!tf_type.variant<tensor<4xf32>>>, tensor<!tf_type.variant<tensor<4xf32>>>) -> tensor<!tf_type.variant<tensor<4xf32>>>
  func.return %2 : tensor<!tf_type.variant<tensor<4xf32>>>
}

// -----

// One operation that the runtime has not keeps the others.
// CHECK-LABEL: func.func @half
// CHECK: "tf.TensorListPushBack"
// CHECK: "tf.TensorListConcatLists"
func.func @half(%l: tensor<!tf_type.variant<tensor<4xf32>>>, %x: tensor<4xf32>) -> tensor<!tf_type.variant<tensor<4xf32>>> {
  %0 = "tf.TensorListPushBack"(%l, %x) : (tensor<!tf_type.variant<tensor<4xf32>>>, tensor<4xf32>) -> tensor<!tf_type.variant<tensor<4xf32>>>
  %1 = "tf.TensorListConcatLists"(%0, %l) : (tensor<!tf_type.variant<tensor<4xf32>>>, tensor<!tf_type.variant<tensor<4xf32>>>) -> tensor<!tf_type.variant<tensor<4xf32>>>
  func.return %1 : tensor<!tf_type.variant<tensor<4xf32>>>
}
