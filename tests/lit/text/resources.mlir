// RUN: tfl-opt %s --allow-unregistered-dialect --verify-roundtrip | FileCheck %s
// NOT-MLIR-19: keys in quotes are later.

// Elements apart keep their keys, their alignment and their order; bytes of another size are kept too.
// CHECK: "x.y"() {a = dense_resource<zz> : tensor<2xf32>, b = dense_resource<aa> : tensor<2xi16>, c = dense_resource<zz> : tensor<4xi16>, d = dense_resource<splat> : tensor<100xi8>, e = dense_resource<"odd key"> : tensor<1xi8>, f = dense_resource<aa> : tensor<7xi64>, g = dense_resource<nowhere> : tensor<1xi8>} : () -> ()
// CHECK: %cst = arith.constant dense_resource<aa> : tensor<7xi64>
// CHECK: {-#
// CHECK: dialect_resources: {
// CHECK: builtin: {
// CHECK: zz: "0x200000000000803F00000041",
// CHECK: aa: "0x0400000001000200",
// CHECK: splat: "0x0100000007",
// CHECK: "odd key": "0x0100000009"
// CHECK: #-}
"x.y"() {a = dense_resource<zz> : tensor<2xf32>, b = dense_resource<aa> : tensor<2xi16>, c = dense_resource<zz> : tensor<4xi16>, d = dense_resource<splat> : tensor<100xi8>, e = dense_resource<"odd key"> : tensor<1xi8>, f = dense_resource<aa> : tensor<7xi64>, g = dense_resource<nowhere> : tensor<1xi8>} : () -> ()
%0 = arith.constant dense_resource<aa> : tensor<7xi64>
{-# dialect_resources: { builtin: {
  aa: "0x0400000001000200", unused: "0x0400000001", zz: "0x200000000000803F00000041", splat: "0x0100000007",
  "odd key": "0x0100000009"
} } #-}
