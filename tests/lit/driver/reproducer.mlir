// RUN: not tfl-opt %S/Inputs/two-functions.mlir --pass-pipeline='builtin.module(cse,func.func(canonicalize{max-iterations=3},tfl-saturate{sets=canon;legalize}),dce)' --mlir-pass-pipeline-crash-reproducer=%t.mlir --mlir-disable-threading 2>&1 | FileCheck %s --check-prefix=SAID
// RUN: FileCheck %s --input-file=%t.mlir
// RUN: not tfl-opt %t.mlir --run-reproducer --mlir-print-ir-after-failure 2>&1 | FileCheck %s --check-prefix=AGAIN
// RUN: not tfl-opt %S/Inputs/two-functions.mlir --pass-pipeline='builtin.module(cse,func.func(canonicalize,tfl-saturate),dce)' --mlir-pass-pipeline-crash-reproducer=%t.mlir --mlir-pass-pipeline-local-reproducer --verify-each=false 2>&1 | FileCheck %s --check-prefix=SAID
// RUN: FileCheck %s --input-file=%t.mlir --check-prefix=LOCAL
// RUN: tfl-opt %S/Inputs/two-functions.mlir --cse --inline='default-pipeline="cse,dce"' --mlir-generate-reproducer=%t.mlir
// RUN: FileCheck %s --input-file=%t.mlir --check-prefix=GENERATED
// RUN: tfl-opt %t.mlir --run-reproducer --dce --dump-pass-pipeline 2>&1 | FileCheck %s --check-prefix=REPLAY
// RUN: tfl-opt %t.mlir | FileCheck %s --check-prefix=IGNORED
// RUN: not tfl-opt %S/Inputs/bad-reproducer.mlir --run-reproducer 2>&1 | FileCheck %s --check-prefix=BAD

// SAID: two-functions.mlir:2:8: error: nothing converts `tf.Digamma`
// SAID: error: Failures have been detected while processing an MLIR pass pipeline
// SAID-NEXT: note: Pipeline failed while executing `tfl-saturate` on 'func.func' operation: @main: reproducer generated at `{{.*}}.mlir`

// The module as it was before all passes, and the passes.
// CHECK: {{^}}module {
// CHECK: tf.Digamma
// CHECK-NEXT: tf.Digamma
// CHECK: {{^}}{-#
// CHECK-NEXT: {{^}}  external_resources: {
// CHECK-NEXT: {{^}}    mlir_reproducer: {
// CHECK-NEXT: {{^}}      pipeline: "builtin.module(cse,func.func(canonicalize{max-iterations=3},tfl-saturate{sets=canon;legalize}),dce)",
// CHECK-NEXT: {{^}}      disable_threading: true,
// CHECK-NEXT: {{^}}      verify_each: true
// CHECK-NEXT: {{^}}    }
// CHECK-NEXT: {{^}}  }
// CHECK-NEXT: {{^}}#-}

// AGAIN: IR Dump After tfl-saturate Failed
// AGAIN: error: nothing converts `tf.Digamma`

// The module as it was before the pass that fails, and that pass.
// LOCAL: tf.Digamma
// LOCAL-NEXT: tf.AddV2"(%0, %0)
// LOCAL: pipeline: "builtin.module(func.func(tfl-saturate))",
// LOCAL-NEXT: disable_threading: false,
// LOCAL-NEXT: verify_each: false

// GENERATED: tf.Digamma
// GENERATED-NEXT: tf.Digamma
// GENERATED: pipeline: "builtin.module(cse,inline{default-pipeline={{.*}}cse,dce{{.*}}})"

// REPLAY: Pass Manager with 3 passes:
// REPLAY-NEXT: {{^}}builtin.module(cse,inline{default-pipeline=cse,dce},dce)
// REPLAY: tf.AddV2"(%0, %0)

// IGNORED: tf.AddV2"(%0, %1)
// IGNORED-NOT: mlir_reproducer

// BAD: bad-reproducer.mlir:9:16: error: unknown 'mlir_reproducer' resource key 'pipelines'
// BAD-NEXT: {{^}}    pipelines: "builtin.module(cse)"
