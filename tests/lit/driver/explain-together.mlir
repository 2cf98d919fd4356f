// A rule about several operations has all of them.

// RUN: tfl-opt explain %s --pass-pipeline=tfl-saturate --cost-table %S/Inputs/split-is-free.costs --proof | FileCheck %s
// RUN: tfl-opt explain %s --pass-pipeline=tfl-saturate --cost-table %S/Inputs/split-is-free.costs --op key | FileCheck %s --check-prefix=KEY

// CHECK: {{^}}tfl.fully_connected {{.*}} : tensor<4x6xf32>
// CHECK: zero-bias/tfl.fully_connected
// CHECK-NEXT: tfl.fully_connected of step {{[0-9]+}} -> tfl.fully_connected
// CHECK: [[JOINT:[0-9]+]]. merge-fully-connected (together.rules:{{[0-9]+}}, reassoc)
// CHECK-NEXT: tfl.fully_connected of step {{[0-9]+}}, tfl.fully_connected of step {{[0-9]+}}, tfl.fully_connected of step {{[0-9]+}} -> tfl.split_v, tfl.fully_connected
// CHECK: {{^}}tfl.split_v {{.*}} : tensor<4x2xf32>, tensor<4x2xf32>, tensor<4x2xf32>
// CHECK-NEXT: with step [[JOINT]] above
// CHECK: proof [[FIRST:[0-9]+]]
// CHECK: = tfl.split_v(_, _, _)#0   by merge-fully-connected
// CHECK-NEXT: equals tf.MatMul "query" by proof [[FIRST]]
// CHECK: proof [[SECOND:[0-9]+]]
// CHECK: = tfl.split_v(_, _, _)#1   by merge-fully-connected
// CHECK-NEXT: equals tf.MatMul "key" by proof [[SECOND]]

// KEY: rules of tfl-saturate at tf.MatMul "key", which became tfl.split_v
// KEY: mat-mul-constant ({{.*}}): it was applied, and leads to what the result has

func.func @main(%x: tensor<4x2048xf32>) -> (tensor<4x2xf32>, tensor<4x2xf32>, tensor<4x2xf32>) {
  %q = "tf.Const"() {value = dense<0.5> : tensor<2048x2xf32>} : () -> tensor<2048x2xf32>
  %k = "tf.Const"() {value = dense<0.25> : tensor<2048x2xf32>} : () -> tensor<2048x2xf32>
  %v = "tf.Const"() {value = dense<0.75> : tensor<2048x2xf32>} : () -> tensor<2048x2xf32>
  %0 = "tf.MatMul"(%x, %q) : (tensor<4x2048xf32>, tensor<2048x2xf32>) -> tensor<4x2xf32> loc("query")
  %1 = "tf.MatMul"(%x, %k) : (tensor<4x2048xf32>, tensor<2048x2xf32>) -> tensor<4x2xf32> loc("key")
  %2 = "tf.MatMul"(%x, %v) : (tensor<4x2048xf32>, tensor<2048x2xf32>) -> tensor<4x2xf32> loc("value")
  return %0, %1, %2 : tensor<4x2xf32>, tensor<4x2xf32>, tensor<4x2xf32>
}
