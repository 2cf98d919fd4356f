// RUN: tfl-opt %s --allow-unregistered-dialect --mlir-print-debuginfo --verify-roundtrip | FileCheck %s

// Locations are numbered from the outside in, those that name no other first; arguments have theirs where they stand.
// CHECK: #loc1 = loc("arg")
// CHECK: #loc2 = loc("p")
// CHECK: #loc3 = loc("r")
// CHECK: #loc8 = loc("bb")
// CHECK: #loc11 = loc("q"(#loc3))
// CHECK: #loc15 = loc(fused[#loc2, #loc11])
// CHECK: module attributes {a.loc = loc("attr")} {
// CHECK: func.func @f(%arg0: i32 loc("arg"), %arg1: i32 loc(fused[#loc2, #loc11])) -> i32 {
// CHECK: %0 = arith.addi %arg0, %arg1 : i32 loc(#loc12)
// CHECK: %1 = arith.addi %arg0, %0 : i32 loc(#loc16)
// CHECK: "x.y"() ({
// CHECK: ^bb0(%arg2: i32 loc("bb")):
// CHECK: "x.z"() : () -> () loc(#loc7)
// CHECK: }) : () -> () loc(#loc7)
// CHECK: return %1 : i32 loc(#loc17)
// CHECK: } loc(#loc10)
// CHECK: } loc(#loc14)
// CHECK: #loc = loc("b":3:4)
// CHECK: #loc4 = loc("x")
// CHECK: #loc5 = loc("y")
// CHECK: #loc6 = loc("z":1:2)
// CHECK: #loc7 = loc(unknown)
// CHECK: #loc9 = loc("zz")
// CHECK: #loc10 = loc("a"(#loc))
// CHECK: #loc12 = loc(callsite(#loc4 at #loc5))
// CHECK: #loc13 = loc(fused<{m = 1 : i32}>[#loc6])
// CHECK: #loc14 = loc(fused<"meta">[#loc10])
// CHECK: #loc16 = loc(callsite(#loc12 at #loc13))
// CHECK: #loc17 = loc(fused[#loc10, #loc14, #loc9])
module attributes {a.loc = loc("attr")} {
  func.func @f(%a: i32 loc("arg"), %b: i32 loc(fused["p", "q"("r")])) -> i32 {
    %0 = arith.addi %a, %b : i32 loc(callsite("x" at "y"))
    %1 = arith.addi %a, %0 : i32 loc(callsite(callsite("x" at "y") at fused<{m = 1 : i32}>["z":1:2, unknown]))
    "x.y"() ({
    ^bb0(%q: i32 loc("bb")):
      "x.z"() : () -> () loc(unknown)
    }) : () -> () loc(fused[])
    return %1 : i32 loc(#l3)
  } loc(#l1)
} loc(#l2)
#l1 = loc("a"("b":3:4))
#l2 = loc(fused<"meta">[#l1])
#l3 = loc(fused[#l1, #l2, "zz"])
