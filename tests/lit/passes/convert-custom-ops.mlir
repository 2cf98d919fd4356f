// RUN: tfl-opt %s --convert-custom-ops --load-plugin=%S/../../../plugins/tests/prebuilt/scale.wasm --plugin-cache=none | FileCheck %s
// RUN: tfl-opt %s --convert-custom-ops | FileCheck %s --check-prefix=NONE

// CHECK-LABEL: func.func @main
// NONE-LABEL: func.func @main
func.func @main(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  // CHECK: %[[FACTOR:.*]] = arith.constant dense<2.500000e+00> : tensor<f32>
  // CHECK: tfl.mul(%arg0, %[[FACTOR]]) <{fused_activation_function = "NONE"}>
  // NONE: "tf.Scale"(%arg0) {factor = 2.500000e+00 : f32}
  %0 = "tf.Scale"(%x) {factor = 2.5 : f32} : (tensor<?x4xf32>) -> tensor<?x4xf32>
  return %0 : tensor<?x4xf32>
}
