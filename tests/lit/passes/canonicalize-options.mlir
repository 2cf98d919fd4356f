// RUN: tfl-opt %s --canonicalize=max-iterations=0 | FileCheck %s --check-prefix=NONE
// RUN: tfl-opt %s --pass-pipeline='builtin.module(canonicalize{max-iterations=1 max-num-rewrites=1})' | FileCheck %s --check-prefix=ONE
// RUN: tfl-opt %s --canonicalize='top-down=false max-iterations=-1 test-convergence' | FileCheck %s --check-prefix=ALL
// RUN: not tfl-opt %s --canonicalize='max-iterations=1 test-convergence' 2>&1 | FileCheck %s --check-prefix=UNFINISHED
// RUN: not tfl-opt %s --canonicalize=region-simplify=somewhat 2>&1 | FileCheck %s --check-prefix=NO-VALUE

// NONE: tf.Neg
// NONE: tf.Neg
// NONE: tf.Neg
// NONE: tf.Neg

// One rewrite leaves two of four.
// ONE: tf.Neg
// ONE: tf.Neg
// ONE-NOT: return %arg0

// ALL-NOT: tf.Neg
// ALL: return %arg0

// UNFINISHED: error: canonicalization did not come to an end
// UNFINISHED: max-iterations
// NO-VALUE: `somewhat` is no value for option `region-simplify`
func.func @four(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.Neg"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = "tf.Neg"(%0) : (tensor<4xf32>) -> tensor<4xf32>
  %2 = "tf.Neg"(%1) : (tensor<4xf32>) -> tensor<4xf32>
  %3 = "tf.Neg"(%2) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %3 : tensor<4xf32>
}
