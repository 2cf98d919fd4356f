// RUN: tfl-opt %s -canonicalize=test-convergence --inline="default-pipeline='' max-ops=1000" -dce --simplify --dump-pass-pipeline 2>&1 | FileCheck %s
// RUN: tfl-opt %s --inline='default-pipeline='''  --dump-pass-pipeline 2>&1 | FileCheck %s --check-prefix=EMPTY
// RUN: tfl-opt %s --inline='default-pipeline={cse,inline{default-pipeline="dce,cse" max-ops=3}} max-ops=7' --dump-pass-pipeline 2>&1 | FileCheck %s --check-prefix=NESTED
// RUN: not tfl-opt %s --cse --pass-pipeline='builtin.module(cse)' 2>&1 | FileCheck %s --check-prefix=BOTH
// RUN: not tfl-opt %s --inline='default-pipeline='' max-op=3' 2>&1 | FileCheck %s --check-prefix=OPTION
// RUN: not tfl-opt %s --inline='default-pipeline=cse max-ops=many' 2>&1 | FileCheck %s --check-prefix=VALUE
// RUN: not tfl-opt %s --inline='max-ops="3' 2>&1 | FileCheck %s --check-prefix=QUOTE
// RUN: not tfl-opt %s --symbol-dec 2>&1 | FileCheck %s --check-prefix=FLAG

// CHECK: Pass Manager with 7 passes:
// CHECK-NEXT: {{^}}builtin.module(canonicalize{test-convergence=true},inline{default-pipeline="" max-ops=1000},dce,fold-constants,canonicalize,cse,dce)
// CHECK: func.func @main
// EMPTY: builtin.module(inline{default-pipeline=""})
// NESTED: builtin.module(inline{default-pipeline='cse,inline{default-pipeline="dce,cse" max-ops=3}' max-ops=7})
// BOTH: error: '-pass-pipeline' option can't be used with individual pass options
// OPTION: --inline:1:19: error: pass `inline` has no option `max-op`
// OPTION-NEXT: {{^}}default-pipeline= max-op=3
// OPTION-NEXT: {{^}}                  ^~~~~~~~
// OPTION-NEXT: --inline:1:19: note: did you mean `max-ops`?
// VALUE: --inline:1:22: error: pass `inline`: `many` is no value for option `max-ops`
// QUOTE: --inline:1:9: error: expected {{.*}} in the options of a pass
// FLAG: unexpected argument '--symbol-dec'
// FLAG: a similar argument exists: '--symbol-dce'
func.func @main() {
  func.return
}
