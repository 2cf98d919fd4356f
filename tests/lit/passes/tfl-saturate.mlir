// RUN: tfl-opt %s --tfl-saturate | FileCheck %s
// RUN: not tfl-opt %S/Inputs/no-conversion.mlir --tfl-saturate 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: tfl-opt %S/Inputs/no-conversion.mlir --tfl-saturate=allow-custom=Digamma | FileCheck %s --check-prefix=CUSTOM
// RUN: not tfl-opt %s --tfl-saturate=disable-rule=no-such 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: not tfl-opt %s --tfl-saturate=disable-rule=mat-mul-constant 2>&1 | FileCheck %s --check-prefix=DISABLED
// RUN: tfl-opt %s --tfl-saturate=deadline=0.000001 2>&1 | FileCheck %s --check-prefix=LATE
// RUN: not tfl-opt %s --tfl-saturate=deadline=-1 2>&1 | FileCheck %s --check-prefix=NEVER

// What must be legal is so in spite of a deadline; only what would be cheaper may be missed.
// LATE: warning: saturation stopped at a limit
// LATE: "tfl.relu"
// LATE-NOT: tf.
// NEVER: error: {{.*}}option `deadline`: -1 is no number of seconds
// UNKNOWN: error: there is no rule `no-such`
// DISABLED: error: nothing converts `tf.MatMul`
// NONE: no-conversion.mlir:2:{{[0-9]+}}: error: nothing converts `tf.Digamma`
// NONE: note: {{.*}}--allow-custom Digamma
// CUSTOM: "tf.Digamma"(%arg0)

// A product, a bias and an activation are one operation.
// CHECK-LABEL: func.func @dense
// CHECK: %[[Y:.*]] = "tfl.fully_connected"(%arg0, {{.*}}fused_activation_function = "RELU"
// CHECK-NOT: tf.
// CHECK: return %[[Y]]
func.func @dense(%arg0: tensor<1x3xf32>) -> tensor<1x2xf32> {
  %w = "tf.Const"() <{value = dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]> : tensor<3x2xf32>}> : () -> tensor<3x2xf32>
  %b = "tf.Const"() <{value = dense<[1.0, 2.0]> : tensor<2xf32>}> : () -> tensor<2xf32>
  %0 = "tf.MatMul"(%arg0, %w) <{transpose_a = false, transpose_b = false}> : (tensor<1x3xf32>, tensor<3x2xf32>) -> tensor<1x2xf32>
  %1 = "tf.BiasAdd"(%0, %b) <{data_format = "NHWC"}> : (tensor<1x2xf32>, tensor<2xf32>) -> tensor<1x2xf32>
  %2 = "tf.Relu"(%1) : (tensor<1x2xf32>) -> tensor<1x2xf32>
  func.return %2 : tensor<1x2xf32>
}
