// For an operation that somebody asks about, what came of every rule that starts at it.

// RUN: tfl-opt explain %s --pass-pipeline=tfl-saturate --op model/squeeze | FileCheck %s --check-prefix=DEARER
// RUN: tfl-opt explain %s --pass-pipeline=tfl-saturate{disable-rule=unary} --op tf.Relu | FileCheck %s --check-prefix=OFF
// RUN: tfl-opt explain %s --pass-pipeline=tfl-saturate{disable-rule=unary} | FileCheck %s --check-prefix=STAYS
// RUN: tfl-opt explain %s --pass-pipeline=tfl-saturate{disable-rule=unary} --allow-custom Relu --op Relu \
// RUN:   | FileCheck %s --check-prefix=CUSTOM
// RUN: tfl-opt explain %s --pass-pipeline=tfl-saturate{iterations=0} --op sub | FileCheck %s --check-prefix=LIMIT
// RUN: tfl-opt explain %s --pass-pipeline='tfl-saturate{sets=fuse target=any}' --op sub | FileCheck %s --check-prefix=SETS
// RUN: not tfl-opt convert %s --pass-pipeline=tfl-saturate{disable-rule=unary} -o %t.tflite 2>&1 \
// RUN:   | FileCheck %s --check-prefix=FAULT

// A condition that fails is shown with the values of its parts, and what is legal but dearer with both costs.
// DEARER: {{^}}tf.Squeeze "model/squeeze" is builtin: tfl.reshape
// DEARER: {{^}}rules of tfl-saturate at tf.Squeeze "model/squeeze", which became tfl.reshape "model/squeeze"
// DEARER-DAG: squeeze ({{.*}}): it was applied, but the result would cost {{[0-9.]+}} us instead of {{[0-9.]+}} us, {{[0-9.]+}} us more
// DEARER-DAG: unit-dimensions/tf.Squeeze ({{.*}}): it was applied, and the result has what it made
// DEARER-DAG: squeeze-nothing/tf.Squeeze ({{.*}}): `rank(%x) == rank(%root)` does not hold: rank(%x) is 2, rank(%root) is 1

// OFF: {{^}}tf.Relu "model/relu" : tensor<1x8xf32>
// OFF-NEXT: as it was
// OFF: rules of tfl-saturate at tf.Relu "model/relu", which stays, nothing converts it
// OFF-NEXT: unary/tf.Relu ({{.*}}): it matches, but it is switched off
// OFF-NEXT: relu-int ({{.*}}): `elem(%x) in [i8, i16, i32, i64]` does not hold: elem(%x) is f32

// What stays although it must not is told of without being asked about.
// STAYS: rules of tfl-saturate at tf.Relu "model/relu", which stays, nothing converts it
// STAYS-NOT: rules of tfl-saturate at tf.Sub
// STAYS: {{^}}4 operations, 3 by {{[0-9]+}} steps, 1 that nothing converts

// CUSTOM: rules of tfl-saturate at tf.Relu "model/relu", which became tf.Relu

// LIMIT: binary-with-activation/tf.Sub ({{.*}}): it matches, but saturation stopped at its limit of growth before
// LIMIT-NOT: tf.Mul
// LIMIT: saturation stopped at its limit; a cheaper program may exist

// SETS: binary-with-activation/tf.Sub ({{.*}}): it matches, but the rules of set `legalize` do not run in this pass

// The error of a conversion says the same.
// FAULT: error: nothing converts `tf.Relu` at `model/relu`
// FAULT: note: rule `unary/tf.Relu` ({{.*}}) did not do it: it matches, but it is switched off
// FAULT: note: rule `relu-int` ({{.*}}) did not do it: `elem(%x) in [i8, i16, i32, i64]` does not hold: elem(%x) is f32

func.func @main(%x: tensor<1x8xf32>, %y: tensor<1x8xf32>) -> (tensor<8xf32>, tensor<1x8xf32>) {
  %0 = "tf.Sub"(%x, %y) : (tensor<1x8xf32>, tensor<1x8xf32>) -> tensor<1x8xf32> loc("model/sub")
  %1 = "tf.Mul"(%0, %y) : (tensor<1x8xf32>, tensor<1x8xf32>) -> tensor<1x8xf32> loc("model/mul")
  %2 = "tf.Squeeze"(%1) {squeeze_dims = [0]} : (tensor<1x8xf32>) -> tensor<8xf32> loc("model/squeeze")
  %3 = "tf.Relu"(%1) : (tensor<1x8xf32>) -> tensor<1x8xf32> loc("model/relu")
  return %2, %3 : tensor<8xf32>, tensor<1x8xf32>
}
