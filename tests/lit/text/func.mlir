// RUN: tfl-opt %s --verify-roundtrip | FileCheck %s

// Functions, calls, and what stands in modules.
// CHECK: module @named attributes {a.b = 1 : i32} {
// CHECK: func.func private @decl(i32 {a.b}, f32) -> (i32 {c.d = 1 : i64}) attributes {x.y = "z"}
// CHECK: func.func nested @n()
// CHECK: func.func @"odd name"(%arg0: i32 {x.y = [1, 2]}, %arg1: tensor<?xf32>) -> i32 attributes {no_inline} {
// CHECK: return {note} %arg0 : i32
// CHECK: func.func @values(%arg0: i32) -> ((i32) -> i32) {
// CHECK: %f = constant @id : (i32) -> i32
// CHECK: %0 = call_indirect %f(%arg0) {note} : (i32) -> i32
// CHECK: %1:2 = call @two(%0) : (i32) -> (i32, i32)
// CHECK: call @n() : () -> ()
// CHECK: %2 = builtin.unrealized_conversion_cast %arg0 : i32 to index
// CHECK: return %f : (i32) -> i32
// CHECK: func.func private @id(i32) -> i32
// CHECK: func.func private @two(i32) -> (i32, i32)
// CHECK: module @inner attributes {a.b} {
// CHECK: func.func @q() {
// CHECK: return
module @named attributes {a.b = 1 : i32} {
  func.func private @decl(i32 {a.b}, f32) -> (i32 {c.d = 1 : i64}) attributes {x.y = "z"}
  func.func nested @n()
  func.func @"odd name"(%arg0: i32 {x.y = [1, 2]}, %arg1: tensor<?xf32>) -> i32 attributes {no_inline} {
    return {note} %arg0 : i32
  }
  func.func @values(%x: i32) -> ((i32) -> i32) {
    %f = constant @id : (i32) -> i32
    %r = call_indirect %f(%x) {note} : (i32) -> i32
    %z:2 = call @two(%r) : (i32) -> (i32, i32)
    func.call @n() : () -> ()
    %c = builtin.unrealized_conversion_cast %x : i32 to index
    return %f : (i32) -> i32
  }
  func.func private @id(i32) -> i32
  func.func private @two(i32) -> (i32, i32)
  module @inner attributes {a.b} { func.func @q() { return } }
}
