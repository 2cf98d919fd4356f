// RUN: tfl-opt %s --tfl-saturate | FileCheck %s --check-prefixes=CHECK,SHIPPED
// RUN: tfl-opt %s --tfl-saturate --cost-table %S/Inputs/slices-are-dear.costs | FileCheck %s --check-prefixes=CHECK,OTHER
// RUN: tfl-opt convert %s -q -o %t.tflite --cost-table %S/Inputs/slices-are-dear.costs
// RUN: tfl-opt %t.tflite | FileCheck %s --check-prefix=FILE
// RUN: not tfl-opt %s --tfl-saturate --cost-table %S/Inputs/wrong.costs 2>&1 | FileCheck %s --check-prefix=WRONG
// RUN: not tfl-opt convert %s -o %t.tflite --cost-table %S/Inputs/wrong.costs 2>&1 | FileCheck %s --check-prefix=WRONG
// RUN: not tfl-opt %s --tfl-saturate --cost-table %S/Inputs/missing.costs 2>&1 | FileCheck %s --check-prefix=MISSING

// What is measured decides between forms of one program.

// WRONG: error: `fast` is no whole number
// WRONG: in row `measured tfl.slice - f32 1 1 fast delegate other` of {{.*}}wrong.costs:1
// MISSING: error: the table of costs cannot be read

// CHECK-LABEL: func.func @elements
// SHIPPED-COUNT-2: "tfl.strided_slice"
// OTHER-NEXT: "tfl.unpack"(%arg0)
// CHECK-NEXT: return
// FILE-NOT: tfl.strided_slice
// FILE: tfl.unpack
func.func @elements(%x: tensor<2x16xf32>) -> (tensor<16xf32>, tensor<16xf32>) {
  %0 = "tf.Const"() {value = dense<[0]> : tensor<1xi32>} : () -> tensor<1xi32>
  %1 = "tf.Const"() {value = dense<[1]> : tensor<1xi32>} : () -> tensor<1xi32>
  %2 = "tf.Const"() {value = dense<[2]> : tensor<1xi32>} : () -> tensor<1xi32>
  %3 = "tf.StridedSlice"(%x, %0, %1, %1) {shrink_axis_mask = 1} : (tensor<2x16xf32>, tensor<1xi32>, tensor<1xi32>, tensor<1xi32>) -> tensor<16xf32>
  %4 = "tf.StridedSlice"(%x, %1, %2, %1) {shrink_axis_mask = 1} : (tensor<2x16xf32>, tensor<1xi32>, tensor<1xi32>, tensor<1xi32>) -> tensor<16xf32>
  return %3, %4 : tensor<16xf32>, tensor<16xf32>
}
