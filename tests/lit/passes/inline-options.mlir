// RUN: tfl-opt %s --inline=default-pipeline= | FileCheck %s --check-prefix=PLAIN
// RUN: tfl-opt %s --inline=default-pipeline=cse | FileCheck %s --check-prefix=CSE
// RUN: tfl-opt %s --inline="default-pipeline= inlining-threshold=100" | FileCheck %s --check-prefix=SMALL
// RUN: tfl-opt %s --inline="default-pipeline= inlining-threshold=0" | FileCheck %s --check-prefix=NONE
// RUN: not tfl-opt %s --inline=default-pipeline=no-such-pass 2>&1 | FileCheck %s --check-prefix=FAULT

// PLAIN-LABEL: func.func @main
// PLAIN-COUNT-2: "tf.Neg"
// PLAIN-COUNT-5: "tf.Tanh"
// PLAIN-NOT: func.func

// CSE-LABEL: func.func @main
// CSE-COUNT-1: "tf.Neg"
// CSE-NOT: "tf.Neg"

// The larger one is called and stays.
// SMALL-LABEL: func.func @main
// SMALL-COUNT-2: "tf.Neg"
// SMALL: call @large
// SMALL-LABEL: func.func private @large
// SMALL-NOT: @small

// NONE: call @small
// NONE: call @small
// NONE: call @large

// FAULT: error: pass `inline`: `no-such-pass` is no value for option `default-pipeline`: there is no pass `no-such-pass`
func.func @main(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %0 = func.call @small(%x) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = func.call @small(%x) : (tensor<4xf32>) -> tensor<4xf32>
  %2 = func.call @large(%x) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0, %1, %2 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}
func.func private @small(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.Neg"(%x) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
func.func private @large(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.Tanh"(%x) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = "tf.Tanh"(%0) : (tensor<4xf32>) -> tensor<4xf32>
  %2 = "tf.Tanh"(%1) : (tensor<4xf32>) -> tensor<4xf32>
  %3 = "tf.Tanh"(%2) : (tensor<4xf32>) -> tensor<4xf32>
  %4 = "tf.Tanh"(%3) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %4 : tensor<4xf32>
}
