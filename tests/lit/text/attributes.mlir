// RUN: tfl-opt %s --allow-unregistered-dialect --verify-roundtrip | FileCheck %s

// What an attribute is printed as: every kind but tensors. Numbers in lists have their usual types.
// CHECK: "x.numbers"() {a = -5 : i64, b = -1 : i8, c = 1.500000e+00 : f64, d = 0x7FC00000 : f32, e = true, f = [1, 2.000000e+00, 3 : i32, [4], true], g = true, h = 7 : index, i = -1 : si4, j = -1 : i128, k = 340282366920938463463374607431768211455 : ui128, l = 0 : i0} : () -> ()
// CHECK: "x.strings"() {"1" = "", a = "tab\09\22q\22 \\ \FF", "b c" = "x", d.e, f} : () -> ()
// CHECK: "x.symbols"() {a = @f, b = @"odd name", c = @a::@b::@"c d"} : () -> ()
// CHECK: "x.lists"() {a = [], b = {}, c = {d, e = {f = [unit]}}, g = array<i64: 1, -2>, h = array<i1: true, false>, i = array<f32: 5.000000e-01>, j = array<i8>} : () -> ()
// CHECK: "x.types"() {a = i32, b = tensor<2xf32>, c = () -> (), d = !foo.bar<1>} : () -> ()
// CHECK: "x.opaque"() {a = #foo.bar<[1, "<"]>, b = #foo<bar baz>, c = #foo.bar<2>, d = affine_map<(d0)[s0] -> (d0 + s0)>, e = affine_set<(d0) : (d0 - 1 >= 0)>, f = strided<[1, ?], offset: 3>, g = distinct[0]<42 : i32>, h = loc("n")} : () -> ()
// CHECK: "x.known"() {a = #tf_type.shape<1x?>, b = #tfl<mirror_pad_attr REFLECT>, c = #tf_type.func<@g, {z = 1 : i64}>} : () -> ()
"x.numbers"() {a = -5, b = 255 : i8, c = 1.5, d = 0x7FC00000 : f32, e = true, f = [1, 2.0, 3 : i32, [4], true], g = 1 : i1, h = 7 : index, i = -1 : si4, j = 340282366920938463463374607431768211455 : i128, k = 340282366920938463463374607431768211455 : ui128, l = 0 : i0} : () -> ()
"x.strings"() {a = "tab\t\"q\" \\ \FF", "b c" = "x" : i32, "1" = "", d.e = unit, f} : () -> ()
"x.symbols"() {a = @f, b = @"odd name", c = @a::@b::@"c d"} : () -> ()
"x.lists"() {a = [], b = {}, c = {d, e = {f = [unit]}}, g = array<i64: 1, -2>, h = array<i1: true, false>, i = array<f32: 0.5>, j = array<i8>} : () -> ()
"x.types"() {a = i32, b = tensor<2xf32>, c = () -> (), d = !foo.bar<1>} : () -> ()
"x.opaque"() {a = #foo.bar<[1, "<"]>, b = #foo<bar baz>, c = #foo<bar<2>>, d = affine_map<(d0)[s0] -> (d0 + s0)>, e = affine_set<(d0) : (d0 - 1 >= 0)>, f = strided<[1, ?], offset: 3>, g = distinct[0]<42 : i32>, h = loc("n")} : () -> ()
"x.known"() {a = #tf_type.shape<1x?>, b = #tfl<mirror_pad_attr REFLECT>, c = #tf_type.func<@g, {z = 1 : i64}>} : () -> ()
