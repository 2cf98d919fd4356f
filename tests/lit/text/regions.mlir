// RUN: tfl-opt %s --allow-unregistered-dialect --verify-roundtrip | FileCheck %s
// NOT-MLIR-19: its dialect `cf` is registered there and has other operations.

// Regions, blocks and successors; a value may be used before it is defined.
// CHECK: func.func @f(%arg0: i1, %arg1: i32) -> i32 {
// CHECK: "cf.cond"(%arg0)[^bb2, ^bb3] : (i1) -> ()
// CHECK: ^bb1:  // pred: ^bb2
// CHECK: %0:2 = "x.two"(%arg1, %1#1) : (i32, f32) -> (i32, i32)
// CHECK: "cf.br"(%0#1)[^bb3] {x} : (i32) -> ()
// CHECK: ^bb2:  // pred: ^bb0
// CHECK: %1:2 = "x.l"() : () -> (i1, f32)
// CHECK: "cf.br"()[^bb1] : () -> ()
// CHECK: ^bb3:  // 2 preds: ^bb0, ^bb1
// CHECK: %2 = "x.r"() ({
// CHECK: ^bb0(%arg2: index, %arg3: f32):
// CHECK: "x.in"(%arg2, %arg1) ({
// CHECK: }, {
// CHECK: "x.deep"() : () -> ()
// CHECK: }) : (index, i32) -> ()
// CHECK: ^bb1:  // pred: ^bb1
// CHECK: "x.y"()[^bb1] : () -> ()
// CHECK: }, {
// CHECK: ^bb0:
// CHECK: }) : () -> i32
// CHECK: return %2 : i32
func.func @f(%c: i1, %a: i32) -> i32 {
  "cf.cond"(%c)[^first, ^end] : (i1) -> () // To one of two.
^second:
  %0:2 = "x.two"(%a, %later#1) : (i32, f32) -> (i32, i32)
  "cf.br"(%0#1)[^end] {x} : (i32) -> ()
^first:
  %later:2 = "x.l"() : () -> (i1, f32)
  "cf.br"()[^second] : () -> ()
^end:
  %1 = "x.r"() ({
  ^entry(%i: index, %j: f32):
    "x.in"(%i, %a) ({}, {
      "x.deep"() : () -> ()
    }) : (index, i32) -> ()
  ^other:
    "x.y"()[^other] : () -> ()
  }, {
  ^b:
  }) : () -> i32
  func.return %1 : i32
}
