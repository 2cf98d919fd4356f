// RUN: tfl-opt %s --split-input-file --tfl-saturate=target=partial | FileCheck %s --check-prefix=NEW
// RUN: tfl-opt %s --split-input-file --tfl-saturate=target=partial --target-runtime=2.5.0 | FileCheck %s --check-prefix=OLD
// RUN: tfl-opt %s --split-input-file --pass-pipeline='tfl-saturate{target=partial target-runtime=2.5}' | FileCheck %s --check-prefix=OLD
// RUN: tfl-opt %s --split-input-file --tfl-saturate=target=partial --target-runtime=2.1.0 | FileCheck %s --check-prefix=USE
// RUN: not tfl-opt %s --split-input-file --tfl-saturate --target-runtime 2.5.0 2>&1 | FileCheck %s --check-prefix=WHY
// RUN: not tfl-opt convert %S/Inputs/sign.mlir -o %t.tflite --target-runtime 2.5.0 2>&1 | FileCheck %s --check-prefix=CONVERT
// RUN: tfl-opt convert %S/Inputs/sign.mlir -o %t.tflite --target-runtime 2.14.0
// RUN: tfl-opt %t.tflite | FileCheck %s --check-prefix=CONVERTED
// RUN: not tfl-opt %t.tflite -o %t.again.tflite --target-runtime 2.5.0 2>&1 | FileCheck %s --check-prefix=WRITE
// RUN: not tfl-opt %s --tfl-saturate=target-runtime=two 2>&1 | FileCheck %s --check-prefix=BAD
// RUN: not tfl-opt %s --target-runtime=two 2>&1 | FileCheck %s --check-prefix=BAD

// What an older runtime has not is not chosen.

// NEW-LABEL: @gelu
// NEW-NEXT: "tfl.gelu"(%arg0)
// OLD-LABEL: @gelu
// OLD-NOT: tfl.gelu
// OLD: tfl.mul
// OLD-NOT: tfl.gelu
// OLD: return
func.func @gelu(%x: tensor<2x4xf32>) -> tensor<2x4xf32> {
  %half = "tf.Const"() {value = dense<0.5> : tensor<f32>} : () -> tensor<f32>
  %one = "tf.Const"() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %k = "tf.Const"() {value = dense<0.044715> : tensor<f32>} : () -> tensor<f32>
  %c = "tf.Const"() {value = dense<0.7978845608> : tensor<f32>} : () -> tensor<f32>
  %three = "tf.Const"() {value = dense<3.0> : tensor<f32>} : () -> tensor<f32>
  %0 = "tf.Pow"(%x, %three) : (tensor<2x4xf32>, tensor<f32>) -> tensor<2x4xf32>
  %1 = "tf.Mul"(%k, %0) : (tensor<f32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  %2 = "tf.AddV2"(%x, %1) : (tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  %3 = "tf.Mul"(%c, %2) : (tensor<f32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  %4 = "tf.Tanh"(%3) : (tensor<2x4xf32>) -> tensor<2x4xf32>
  %5 = "tf.AddV2"(%one, %4) : (tensor<f32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  %6 = "tf.Mul"(%half, %5) : (tensor<f32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  %7 = "tf.Mul"(%x, %6) : (tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  func.return %7 : tensor<2x4xf32>
}

// -----

// NEW-LABEL: @sign
// NEW-NEXT: "tfl.sign"(%arg0)
// OLD-LABEL: @sign
// OLD-NEXT: "tf.Sign"(%arg0)
// WHY: error: nothing converts `tf.Sign`
// WHY: note: {{.*}}`tfl.sign` needs runtime 2.11.0 for version 1 of SIGN, and the target is 2.5.0
func.func @sign(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Sign"(%x) : (tensor<2xf32>) -> tensor<2xf32>
  func.return %0 : tensor<2xf32>
}

// -----

// The version depends on how an operation is used.

// NEW-LABEL: @resize
// NEW-NEXT: tfl.resize_bilinear
// NEW-NEXT: tfl.resize_bilinear
// USE-LABEL: @resize
// USE-DAG: tfl.resize_bilinear{{.*}}half_pixel_centers = false
// USE-DAG: tf.ResizeBilinear{{.*}}half_pixel_centers = true
func.func @resize(%x: tensor<1x2x2x1xf32>, %size: tensor<2xi32>) -> (tensor<1x?x?x1xf32>, tensor<1x?x?x1xf32>) {
  %0 = "tf.ResizeBilinear"(%x, %size) {half_pixel_centers = false} : (tensor<1x2x2x1xf32>, tensor<2xi32>) -> tensor<1x?x?x1xf32>
  %1 = "tf.ResizeBilinear"(%x, %size) {half_pixel_centers = true} : (tensor<1x2x2x1xf32>, tensor<2xi32>) -> tensor<1x?x?x1xf32>
  func.return %0, %1 : tensor<1x?x?x1xf32>, tensor<1x?x?x1xf32>
}

// CONVERT: error: nothing converts `tf.Sign`
// CONVERT: needs runtime 2.11.0
// CONVERTED: tfl.sign
// WRITE: error: `tfl.sign` needs runtime 2.11.0 for version 1 of SIGN, and the target is 2.5.0
// BAD: `two` is no release; write it as in 2.14.0
