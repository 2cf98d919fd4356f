// RUN: tfl-opt %s --mlir-print-op-generic | FileCheck %s --check-prefix=GENERIC
// RUN: tfl-opt %s --mlir-print-debuginfo | FileCheck %s --check-prefix=LOCS
// RUN: tfl-opt %s --mlir-print-debuginfo --mlir-print-local-scope | FileCheck %s --check-prefix=LOCAL
// RUN: tfl-opt %s --mlir-print-unique-ssa-ids | FileCheck %s --check-prefix=UNIQUE
// RUN: tfl-opt %s --mlir-elide-elementsattrs-if-larger=3 | FileCheck %s --check-prefix=ELIDE
// RUN: tfl-opt %s --mlir-elide-resource-strings-if-larger=30 | FileCheck %s --check-prefix=RESOURCE
// RUN: tfl-opt %s --tf-shape-inference --print-symbolic-dims | FileCheck %s --check-prefix=DIMS
// RUN: not tfl-opt %s --emit-bytecode 2>&1 | FileCheck %s --check-prefix=BYTECODE

// GENERIC: "func.func"() <{{.*}}sym_name = "first"
// GENERIC: "func.return"(
// LOCS: "tf.Neg"(%arg0) : {{.*}} loc(#loc{{[0-9]+}})
// LOCS: #loc{{[0-9]*}} = loc("layer")
// LOCAL: "tf.Neg"(%arg0) : {{.*}} loc("layer")
// LOCAL-NOT: #loc
// UNIQUE-LABEL: func.func @first(%arg0
// UNIQUE: %0 = "tf.Neg"(%arg0)
// UNIQUE-LABEL: func.func @second(%arg1
// UNIQUE-NOT: %0 =
// ELIDE: dense_resource<__elided__> : tensor<4xi32>
// RESOURCE: dense_resource<long>
// RESOURCE: short: "0x
// RESOURCE-NOT: long: "0x
// DIMS: tensor<(arg0.0)x2xf32>
// BYTECODE: error: bytecode is not written
func.func @first(%arg0: tensor<?x2xf32>) -> tensor<?x2xf32> {
  %0 = "tf.Neg"(%arg0) : (tensor<?x2xf32>) -> tensor<?x2xf32> loc("layer")
  func.return %0 : tensor<?x2xf32>
}
func.func @second(%arg0: tensor<2xf32>) -> (tensor<4xi32>, tensor<1xi8>, tensor<16xi8>) {
  %0 = "tf.Const"() <{value = dense<[1, 2, 3, 4]> : tensor<4xi32>}> : () -> tensor<4xi32>
  %1 = "tf.Const"() <{value = dense_resource<short> : tensor<1xi8>}> : () -> tensor<1xi8>
  %2 = "tf.Const"() <{value = dense_resource<long> : tensor<16xi8>}> : () -> tensor<16xi8>
  func.return %0, %1, %2 : tensor<4xi32>, tensor<1xi8>, tensor<16xi8>
}

{-#
  dialect_resources: {
    builtin: {
      short: "0x0400000001",
      long: "0x0400000001020304050607080102030405060708"
    }
  }
#-}
