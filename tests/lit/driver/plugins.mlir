// Which plugins are loaded, and what they are told.

// RUN: tfl-opt %s --convert-custom-ops --plugin-dir=%S/../../../plugins/tests/prebuilt --plugin-cache=none --plugin-setting=test.scale:factor=7.5 | FileCheck %s
// RUN: tfl-opt %s --convert-custom-ops --plugins=%S/Inputs/plugins.toml --plugin-cache=none | FileCheck %s
// RUN: tfl-opt %s --convert-custom-ops --plugins=%S/Inputs/plugins.toml --locked --plugin-cache=none --prefer-plugin=tf.Scale=test.scale | FileCheck %s
// RUN: not tfl-opt %s --convert-custom-ops --plugin-dir=%S/../../../plugins/tests/prebuilt --plugin-cache=none --plugin-limit=test.scale:fuel=100 --plugin-crash-dir=%t/crashes 2>&1 | FileCheck %s --check-prefix=FUEL

// FUEL: error: plugin `test.scale` 1.0.0 ran out of fuel while converting `tf.Scale`
// FUEL: note: limit `fuel` is 100
// FUEL: tfl-opt plugin replay

// CHECK-LABEL: func.func @main
func.func @main(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  // CHECK: dense<7.500000e+00>
  // CHECK: tfl.mul
  %0 = "tf.Scale"(%x) : (tensor<?x4xf32>) -> tensor<?x4xf32>
  return %0 : tensor<?x4xf32>
}
