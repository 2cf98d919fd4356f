// Every operation of the result has the rules that made it, each after what it needs, back to the source.

// RUN: tfl-opt explain %s --pass-pipeline=tfl-saturate | FileCheck %s
// RUN: tfl-opt explain %s --pass-pipeline=tfl-legalize-tf,tfl-optimize | FileCheck %s --check-prefix=PASSES
// RUN: tfl-opt explain %s --pass-pipeline=tfl-saturate --proof | FileCheck %s --check-prefix=PROOF
// RUN: not tfl-opt explain %s --op no/such/layer 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: tfl-opt explain %s --pass-pipeline=tfl-saturate --op explain.mlir:78 | FileCheck %s --check-prefix=PLACE

// CHECK: {{^}}@main
// CHECK: {{^}}tfl.add "sum" : tensor<1x8xf32>
// CHECK-NEXT: {{^}}  1. binary-with-activation/tf.AddV2 (elementwise.rules:{{[0-9]+}}, exact)
// CHECK-NEXT: {{^}}     tf.AddV2 "sum" -> tfl.add

// The matrix product, its offset and the activation are one operation.
// CHECK: {{^}}tfl.fully_connected "dense/Relu" : tensor<1x4xf32>
// CHECK: [[RELU:[0-9]+]]. unary/tf.Relu (
// CHECK-NEXT: tf.Relu "dense/Relu" -> tfl.relu
// CHECK: [[BIAS:[0-9]+]]. bias-add-is-add (
// CHECK-NEXT: tf.BiasAdd "dense/BiasAdd" -> tf.AddV2
// CHECK: [[ADD:[0-9]+]]. binary-with-activation/tf.AddV2 (
// CHECK-NEXT: tf.AddV2 of step [[BIAS]] -> tfl.add
// CHECK: [[FUSED:[0-9]+]]. activation/tfl.relu (
// CHECK-NEXT: tfl.relu of step [[RELU]], tfl.add of step [[ADD]] -> tfl.add
// CHECK: mat-mul-constant (
// CHECK-NEXT: tf.MatMul "dense/MatMul" -> tfl.fully_connected, tf.Transpose
// CHECK: offset-into/tfl.fully_connected (fuse.rules:{{[0-9]+}}, reassoc)
// CHECK-NEXT: tfl.add of step [[FUSED]], tfl.fully_connected of step {{[0-9]+}} -> tfl.fully_connected

// An operation with several results.
// CHECK: {{^}}tfl.split "halves" : tensor<1x2xf32>, tensor<1x2xf32>
// CHECK-NEXT: {{^}}  {{[0-9]+}}. split (shape.rules:{{[0-9]+}}, exact)
// CHECK-NEXT: tf.Split "halves" -> tfl.split

// CHECK: {{^}}3 operations, 3 by {{[0-9]+}} steps, 0 that nothing converts

// What the first pass made is what the second one was given.
// PASSES: {{^}}tfl.fully_connected "dense/Relu"
// PASSES: [[RELU:[0-9]+]]. unary/tf.Relu (
// PASSES: [[BIAS:[0-9]+]]. bias-add-is-add (
// PASSES: [[ADD:[0-9]+]]. binary-with-activation/tf.AddV2 (
// PASSES-NEXT: tf.AddV2 of step [[BIAS]] -> tfl.add
// PASSES: activation/tfl.relu (
// PASSES-NEXT: tfl.relu of step [[RELU]], tfl.add of step [[ADD]] -> tfl.add

// A proof is a chain of equal terms, and refers to the proofs that operands are equal.
// PROOF: tf.AddV2(%in0, %in1)
// PROOF-NEXT: = tfl.add(%in0, %in1)   by binary-with-activation/tf.AddV2 (elementwise.rules:{{[0-9]+}})
// PROOF: equals tf.AddV2 "sum" by proof
// PROOF: proof [[OFFSET:[0-9]+]]
// PROOF-NEXT: tf.BiasAdd(tf.MatMul(_, _), const : tensor<4xf32>)
// PROOF: proof [[PRODUCT:[0-9]+]]
// PROOF-NEXT: tf.MatMul(tf.AddV2(_, _), const : tensor<8x4xf32>)
// PROOF-NEXT: = tfl.fully_connected(tf.AddV2(_, _), tf.Transpose(_, _), none)   by mat-mul-constant
// PROOF: proof [[WHOLE:[0-9]+]]
// PROOF-NEXT: tf.Relu(tf.BiasAdd(_, _))
// PROOF-NEXT: = tfl.relu(tf.BiasAdd(_, _))   by unary/tf.Relu
// PROOF-NEXT: = tfl.relu(tfl.add(_, _))   by operand 0 by proof [[OFFSET]]
// PROOF-NEXT: = tfl.add({{.*}}   by activation/tfl.relu
// PROOF-NEXT: by operand {{[0-9]}} by proof [[PRODUCT]]
// PROOF-NEXT: = tfl.fully_connected({{.*}}   by offset-into/tfl.fully_connected
// PROOF-NEXT: equals tf.Relu "dense/Relu" by proof [[WHOLE]]

// NONE: error: no operation is called or placed `no/such/layer`

// PLACE: {{^}}tfl.split "halves"
// PLACE: {{^}}1 of 3 operations

func.func @main(%x: tensor<1x8xf32>, %y: tensor<1x8xf32>) -> (tensor<1x4xf32>, tensor<1x2xf32>) {
  %w = "tf.Const"() {value = dense<0.5> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
  %b = "tf.Const"() {value = dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>} : () -> tensor<4xf32>
  %axis = "tf.Const"() {value = dense<1> : tensor<i32>} : () -> tensor<i32>
  %0 = "tf.AddV2"(%x, %y) : (tensor<1x8xf32>, tensor<1x8xf32>) -> tensor<1x8xf32> loc("sum")
  %1 = "tf.MatMul"(%0, %w) : (tensor<1x8xf32>, tensor<8x4xf32>) -> tensor<1x4xf32> loc("dense/MatMul")
  %2 = "tf.BiasAdd"(%1, %b) : (tensor<1x4xf32>, tensor<4xf32>) -> tensor<1x4xf32> loc("dense/BiasAdd")
  %3 = "tf.Relu"(%2) : (tensor<1x4xf32>) -> tensor<1x4xf32> loc("dense/Relu")
  %4:2 = "tf.Split"(%axis, %3) : (tensor<i32>, tensor<1x4xf32>) -> (tensor<1x2xf32>, tensor<1x2xf32>) loc("halves"("explain.mlir":78:3))
  return %3, %4#1 : tensor<1x4xf32>, tensor<1x2xf32>
}
