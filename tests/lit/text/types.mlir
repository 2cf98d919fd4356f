// RUN: tfl-opt %s --allow-unregistered-dialect --verify-roundtrip | FileCheck %s
// NOT-MLIR-19: small floats are later.

// Every type of the builtin dialect but memref, and types of dialects.
// CHECK: func.func private @scalars(i1, si8, ui32, i1023, index, none, f16, bf16, f32, f64, f80, f128, tf32, complex<f32>, complex<i8>)
// CHECK: func.func private @small(f8E5M2, f8E4M3, f8E4M3FN, f8E5M2FNUZ, f8E4M3FNUZ, f8E4M3B11FNUZ, f8E3M4, f8E8M0FNU, f6E2M3FN, f6E3M2FN, f4E2M1FN)
// CHECK: func.func private @tensors(tensor<f32>, tensor<2x?x0xi8>, tensor<*xf64>, tensor<2x3xi1, "encoding">, tensor<4x!foo.elem, #foo.enc<1>>)
// CHECK: func.func private @vectors(vector<f32>, vector<2x[4]xi8>, vector<4xi32>)
// CHECK: func.func private @compound(tuple<>, tuple<i1, tuple<f32>>, () -> (), (i32) -> (() -> i32), () -> (i1, i1))
// CHECK: func.func private @dialects(!foo<"x">, !foo.bar<i32>, !foo.baz<[1, 2]>, !tf_type.resource<tensor<f32>>, !tf_type.string, tensor<!tf_type.variant<tensor<?xf32>>>)
func.func private @scalars(i1, si8, ui32, i1023, index, none, f16, bf16, f32, f64, f80, f128, tf32, complex<f32>, complex<i8>)
func.func private @small(f8E5M2, f8E4M3, f8E4M3FN, f8E5M2FNUZ, f8E4M3FNUZ, f8E4M3B11FNUZ, f8E3M4, f8E8M0FNU, f6E2M3FN, f6E3M2FN, f4E2M1FN)
func.func private @tensors(tensor<f32>, tensor<2x?x0xi8>, tensor<* x f64>, tensor<2 x 3 x i1, "encoding">, tensor<4x!foo.elem, #foo<enc<1>>>)
func.func private @vectors(vector<f32>, vector<2x[4]xi8>, vector<4 x i32>)
func.func private @compound(tuple<>, tuple<i1, tuple<f32>>, () -> (), (i32) -> (() -> i32), () -> (i1, i1))
func.func private @dialects(!foo<"x">, !foo<bar<i32>>, !foo.baz<[1, 2]>, !tf_type.resource<tensor<f32>>, !tf_type.string, tensor<!tf_type.variant<tensor<?xf32>>>)
