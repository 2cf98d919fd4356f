// Reasons as JSON, in the form of docs/explain.schema.json.

// RUN: tfl-opt explain %s --pass-pipeline=tfl-saturate --op squeeze --proof --json - | FileCheck %s
// RUN: tfl-opt explain %s --pass-pipeline=tfl-saturate --json %t.json | FileCheck %s --check-prefix=TEXT
// RUN: FileCheck %s --input-file=%t.json --check-prefix=ALL

// CHECK: "version": 1,
// CHECK-NEXT: "complete": true,
// CHECK-NEXT: "limited": false,
// CHECK-NEXT: "cost": {{[0-9]+}},
// CHECK-NEXT: "results": [
// CHECK: "op": "tfl.reshape",
// CHECK-NEXT: "layer": "squeeze",
// CHECK-NEXT: "function": "main",
// CHECK-NEXT: "types": "tensor<8xf32>",
// CHECK-NEXT: "origins": [
// CHECK-NEXT: {
// CHECK-NEXT: "step": "[[STEP:[0-9.]+]]"
// CHECK: "proofs": [
// CHECK-NEXT: {
// CHECK-NEXT: "source": "[[SOURCE:[0-9.]+]]",
// CHECK-NEXT: "proof": "[[PROOF:[0-9.]+]]"
// CHECK: "operations": [
// CHECK: "op": "tf.Squeeze",
// CHECK: "fate": "builtin",
// CHECK: "sources": [
// CHECK: "id": "[[SOURCE]]",
// CHECK-NEXT: "pass": "tfl-saturate",
// CHECK-NEXT: "op": "tf.Squeeze",
// CHECK-NEXT: "layer": "squeeze",
// CHECK-NEXT: "fate": "became",
// CHECK-NEXT: "became": "tfl.reshape",
// CHECK: "rule": "squeeze",
// CHECK-NEXT: "place": "shape.rules:{{[0-9]+}}",
// CHECK-NEXT: "exactness": "exact",
// CHECK-NEXT: "outcome": "dearer",
// CHECK-NEXT: "why": "{{.*}}",
// CHECK-NEXT: "cost": {{[0-9]+}},
// CHECK-NEXT: "chosen_cost": {{[0-9]+}}
// CHECK: "outcome": "no-match",
// CHECK-NEXT: "why": "{{.*}}",
// CHECK-NEXT: "condition": "rank(%x) == rank(%root)",
// CHECK-NEXT: "values": [
// CHECK-NEXT: {
// CHECK-NEXT: "part": "rank(%x)",
// CHECK-NEXT: "value": "2"
// CHECK: "steps": [
// CHECK: "id": "[[STEP]]",
// CHECK-NEXT: "pass": "tfl-saturate",
// CHECK-NEXT: "rule": "unit-dimensions/tf.Squeeze",
// CHECK: "matched": [
// CHECK: "op": "tf.Squeeze",
// CHECK: "source": "[[SOURCE]]"
// CHECK: "made": [
// CHECK-NEXT: "tfl.reshape"
// CHECK: "proofs": [
// CHECK: "id": "[[PROOF]]",
// CHECK-NEXT: "terms": [
// CHECK: "text": "tf.Squeeze(tf.Neg(_))"
// CHECK: "by": "unit-dimensions/tf.Squeeze (shape.rules:{{[0-9]+}})",
// CHECK-NEXT: "reversed": false,

// TEXT: tfl.reshape "squeeze"
// ALL: "op": "tfl.neg"
// ALL: "op": "tfl.reshape"

func.func @main(%x: tensor<1x8xf32>) -> tensor<8xf32> {
  %0 = "tf.Neg"(%x) : (tensor<1x8xf32>) -> tensor<1x8xf32> loc("neg")
  %1 = "tf.Squeeze"(%0) {squeeze_dims = [0]} : (tensor<1x8xf32>) -> tensor<8xf32> loc("squeeze")
  return %1 : tensor<8xf32>
}
