// RUN: tfl-opt %s --allow-unregistered-dialect --verify-roundtrip | FileCheck %s

// The short forms of tensor and shape. Types that follow are not written.
// CHECK: func.func @f(%arg0: f32, %arg1: tensor<4xf32>, %arg2: index) {
// CHECK: %cast = tensor.cast %arg1 {foo} : tensor<4xf32> to tensor<?xf32>
// CHECK: %dim = tensor.dim %arg1, %arg2 : tensor<4xf32>
// CHECK: %extracted = tensor.extract %arg1[%arg2] : tensor<4xf32>
// CHECK: %from_elements = tensor.from_elements %arg0, %arg0 : tensor<2xf32>
// CHECK: %0 = tensor.empty(%arg2) : tensor<?xf32>
// CHECK: %1 = tensor.empty() : tensor<2xf32>
// CHECK: %inserted = tensor.insert %arg0 into %arg1[%arg2] : tensor<4xf32>
// CHECK: %splat = tensor.splat %arg0 : tensor<3xf32>
// CHECK: %splat_0 = tensor.splat %arg0[%arg2] : tensor<?xf32>
// CHECK: %rank = tensor.rank %arg1 : tensor<4xf32>
// CHECK: %concat = tensor.concat dim(0) %arg1, %arg1 : (tensor<4xf32>, tensor<4xf32>) -> tensor<8xf32>
// CHECK: %2 = shape.shape_of %arg1 : tensor<4xf32> -> tensor<1xindex>
// CHECK: %reshape = tensor.reshape %arg1(%2) : (tensor<4xf32>, tensor<1xindex>) -> tensor<4xf32>
// CHECK: %3 = shape.broadcast %2, %2 : tensor<1xindex>, tensor<1xindex> -> tensor<1xindex>
// CHECK: %4 = shape.num_elements %2 : tensor<1xindex> -> index
// CHECK: %5 = shape.cstr_broadcastable %2, %2 : tensor<1xindex>, tensor<1xindex>
// CHECK: %6 = shape.assuming_all %5, %5
// CHECK: %7 = "tensor.generate"(%arg2) ({
// CHECK: ^bb0(%arg3: index):
// CHECK: tensor.yield %arg0 : f32
// CHECK: }) : (index) -> tensor<?xf32>
// CHECK: %8 = "x.y"() : () -> tensor<2x2x4xf32>
// CHECK: %collapsed = tensor.collapse_shape %8 {{\[\[}}0, 1], [2]] : tensor<2x2x4xf32> into tensor<4x4xf32>
// CHECK: return
func.func @f(%a: f32, %t: tensor<4xf32>, %x: index) {
  %0 = tensor.cast %t {foo} : tensor<4xf32> to tensor<?xf32>
  %1 = tensor.dim %t, %x : tensor<4xf32>
  %2 = tensor.extract %t[%x] : tensor<4xf32>
  %3 = tensor.from_elements %a, %a : tensor<2xf32>
  %4 = tensor.empty(%x) : tensor<?xf32>
  %5 = tensor.empty() : tensor<2xf32>
  %6 = tensor.insert %a into %t[%x] : tensor<4xf32>
  %7 = tensor.splat %a : tensor<3xf32>
  %8 = tensor.splat %a[%x] : tensor<?xf32>
  %9 = tensor.rank %t : tensor<4xf32>
  %10 = tensor.concat dim(0) %t, %t : (tensor<4xf32>, tensor<4xf32>) -> tensor<8xf32>
  %12 = shape.shape_of %t : tensor<4xf32> -> tensor<1xindex>
  %11 = tensor.reshape %t(%12) : (tensor<4xf32>, tensor<1xindex>) -> tensor<4xf32>
  %13 = shape.broadcast %12, %12 : tensor<1xindex>, tensor<1xindex> -> tensor<1xindex>
  %14 = shape.num_elements %12 : tensor<1xindex> -> index
  %15 = shape.cstr_broadcastable %12, %12 : tensor<1xindex>, tensor<1xindex>
  %16 = shape.assuming_all %15, %15
  %17 = "tensor.generate"(%x) ({
  ^bb0(%i: index):
    tensor.yield %a : f32
  }) : (index) -> tensor<?xf32>
  %18 = "x.y"() : () -> tensor<2x2x4xf32>
  %19 = tensor.collapse_shape %18 [[0, 1], [2]] : tensor<2x2x4xf32> into tensor<4x4xf32>
  return
}
