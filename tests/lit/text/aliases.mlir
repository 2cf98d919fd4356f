// RUN: tfl-opt %s --allow-unregistered-dialect --verify-roundtrip | FileCheck %s

// Aliases of types and attributes, before and after their use, nested, and in what is kept as text.
// CHECK: %0 = "x.y"(%1) {a = {k = dense<[1, 2]> : tensor<2xi8>, t = tuple<tensor<2xf32>, tensor<2xf32>>}, b = [dense<[1, 2]> : tensor<2xi8>, dense<[1, 2]> : tensor<2xi8>], c = #foo.bar<dense<[1, 2]> : tensor<2xi8>, tensor<2xf32>, "#later">} : (tensor<2xf32>) -> !foo.wrap<tuple<tensor<2xf32>, tensor<2xf32>>>
// CHECK: %1 = "x.z"() : () -> tensor<2xf32>
!t = tensor<2xf32>
#a = {k = #later, t = !pair}
%1 = "x.y"(%0) {a = #a, b = [#later, #later], c = #foo.bar<#later, !t, "#later">} : (!t) -> !foo.wrap<!pair>
%0 = "x.z"() : () -> !t
!pair = tuple<!t, !t>
#later = dense<[1, 2]> : tensor<2xi8>
