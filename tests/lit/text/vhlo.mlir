// RUN: tfl-opt %s --verify-roundtrip | FileCheck %s

// VHLO has no short forms; its types and attributes are kept as they are.
// CHECK: func.func @main(%arg0: tensor<2xf32>, %arg1: !vhlo.tensor_v1<2x!vhlo.f32_v1>) -> tensor<2xf32> {
// CHECK: %0 = "vhlo.constant_v1"() <{value = #vhlo.tensor_v1<dense<0.0> : tensor<f32>>}> : () -> tensor<2xf32>
// CHECK: %1 = "vhlo.compare_v1"(%arg0, %0) <{compare_type = #vhlo<comparison_type_v1 FLOAT>, comparison_direction = #vhlo<comparison_direction_v1 EQ>}> : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xi1>
// CHECK: %2 = "vhlo.composite_v1"(%arg0) <{composite_attributes = #vhlo.dict_v1<{#vhlo.string_v1<"k"> = #vhlo.array_v1<[#vhlo.bool_v1<true>]>}>}> ({
// CHECK: ^bb0(%arg2: tensor<2xf32>):
// CHECK: "vhlo.return_v1"(%arg2) : (tensor<2xf32>) -> ()
// CHECK: }) : (tensor<2xf32>) -> tensor<2xf32>
// CHECK: return %2 : tensor<2xf32>
func.func @main(%a: tensor<2xf32>, %v: !vhlo.tensor_v1<2x!vhlo.f32_v1>) -> tensor<2xf32> {
  %0 = "vhlo.constant_v1"() <{value = #vhlo.tensor_v1<dense<0.0> : tensor<f32>>}> : () -> tensor<2xf32>
  %1 = "vhlo.compare_v1"(%a, %0) <{compare_type = #vhlo<comparison_type_v1 FLOAT>, comparison_direction = #vhlo<comparison_direction_v1 EQ>}> : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xi1>
  %2 = "vhlo.composite_v1"(%a) <{composite_attributes = #vhlo.dict_v1<{#vhlo.string_v1<"k"> = #vhlo.array_v1<[#vhlo.bool_v1<true>]>}>}> ({
  ^bb0(%x: tensor<2xf32>):
    "vhlo.return_v1"(%x) : (tensor<2xf32>) -> ()
  }) : (tensor<2xf32>) -> tensor<2xf32>
  return %2 : tensor<2xf32>
}
