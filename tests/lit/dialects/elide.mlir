// RUN: tfl-opt %s --mlir-elide-elementsattrs-if-larger=4 | FileCheck %s

// CHECK: dense_resource<__elided__> : tensor<5xi32>
// CHECK: dense<[1, 2, 3, 4]> : tensor<4xi32>
func.func @main() -> (tensor<5xi32>, tensor<4xi32>) {
  %0 = "tf.Const"() <{value = dense<[1, 2, 3, 4, 5]> : tensor<5xi32>}> : () -> tensor<5xi32>
  %1 = "tf.Const"() <{value = dense<[1, 2, 3, 4]> : tensor<4xi32>}> : () -> tensor<4xi32>
  func.return %0, %1 : tensor<5xi32>, tensor<4xi32>
}
