// RUN: tfl-opt %s --split-input-file --tfl-saturate=target=partial | FileCheck %s --check-prefix=SHIPPED
// RUN: tfl-opt %s --split-input-file --tfl-saturate=target=partial --rules %S/Inputs/extra.rules | FileCheck %s --check-prefix=EXTRA
// RUN: tfl-opt %s --split-input-file --tfl-saturate=target=partial --rules %S/Inputs/extra.rules --disable-rule digamma-is-near-log/tf.Digamma | FileCheck %s --check-prefix=ONE
// RUN: tfl-opt %s --split-input-file --tfl-saturate=target=partial --rules %S/Inputs/extra.rules --strict | FileCheck %s --check-prefix=STRICT
// RUN: tfl-opt %s --split-input-file --canonicalize | FileCheck %s --check-prefix=CANON
// RUN: tfl-opt %s --split-input-file --canonicalize --disable-rule=identity | FileCheck %s --check-prefix=KEPT
// RUN: not tfl-opt %s --split-input-file --tfl-saturate --rules %S/Inputs/extra.rules --strict 2>&1 | FileCheck %s --check-prefix=WHY
// RUN: not tfl-opt %s --tfl-saturate --disable-rule=idntity 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: not tfl-opt %s --tfl-saturate=disable-rule=idntity 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: not tfl-opt %s --cse --rules %S/Inputs/faulty.rules 2>&1 | FileCheck %s --check-prefix=FAULT
// RUN: not tfl-opt %s --cse --rules %S/Inputs/damaged.rules 2>&1 | FileCheck %s --check-prefix=SYNTAX
// RUN: not tfl-opt %s --cse --rules %S/Inputs/none.rules 2>&1 | FileCheck %s --check-prefix=MISSING
// RUN: not tfl-opt convert %s -o %t.tflite --rules %S/Inputs/faulty.rules 2>&1 | FileCheck %s --check-prefix=FAULT
// RUN: not tfl-opt convert %s -o %t.tflite --disable-rule=idntity 2>&1 | FileCheck %s --check-prefix=UNKNOWN

// What rules a run has is for all passes that work with rules.

// SHIPPED-LABEL: @gammas
// SHIPPED: tf.Digamma
// SHIPPED: tf.Lgamma
// EXTRA-LABEL: @gammas
// EXTRA-NOT: tf.
// EXTRA: "tfl.log"(%arg0)
// EXTRA: "tfl.log"(%arg1)
// ONE-LABEL: @gammas
// ONE-DAG: "tf.Digamma"(%arg0)
// ONE-DAG: "tfl.log"(%arg1)
// STRICT-LABEL: @gammas
// STRICT-DAG: tf.Digamma
// STRICT-DAG: tf.Lgamma
// WHY: error: nothing converts `tf.Digamma`
// WHY: note: rule `digamma-is-near-log/tf.Digamma` ({{.*}}extra.rules:9) did not do it: it matches, but only exact rules run
func.func @gammas(%x: tensor<2xf32>, %y: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>) {
  %0 = "tf.Digamma"(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %1 = "tf.Lgamma"(%y) : (tensor<2xf32>) -> tensor<2xf32>
  func.return %0, %1 : tensor<2xf32>, tensor<2xf32>
}

// -----

// CANON-LABEL: @same
// CANON-NEXT: return %arg0
// KEPT-LABEL: @same
// KEPT-NEXT: "tf.Identity"(%arg0)
func.func @same(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Identity"(%x) : (tensor<2xf32>) -> tensor<2xf32>
  func.return %0 : tensor<2xf32>
}

// UNKNOWN: error: there is no rule `idntity`
// UNKNOWN: note: did you mean `identity`?

// FAULT: faulty.rules:18:6: error: rule `identity` is defined twice
// FAULT-NEXT: {{^}}rule identity @exact @canon {
// FAULT-NEXT: {{^}}     ^~~~~~~~
// FAULT-NEXT: canon.rules:{{[0-9]+}}:6: note: the first stands here

// SYNTAX: damaged.rules:3:14: error: the rule file does not parse: expected `#`, `=>` or `{`, found `-`
// SYNTAX-NEXT: {{^}}  tf.Neg(%x) -> %x
// SYNTAX-NEXT: {{^}}             ^

// MISSING: none.rules: error: the file of rules cannot be read
