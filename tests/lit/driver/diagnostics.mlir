// RUN: not tfl-opt %s --split-input-file 2>&1 | FileCheck %s --strict-whitespace

// A place in the text: the line and a caret. The operation under the names that the text gives its values.
// CHECK: diagnostics.mlir:[[#@LINE+7]]:8: error: 'tfl.abs' op
// CHECK-NEXT: {{^}}  %1 = "tfl.abs"() : () -> tensor<2xf32>
// CHECK-NEXT: {{^}}       ^{{$}}
// CHECK-NEXT: diagnostics.mlir:[[#@LINE+4]]:8: note: see current operation: %1 = "tfl.abs"() : () -> tensor<2xf32>
func.func @text() {
  %0 = "tf.Const"() <{value = dense<1.0> : tensor<2xf32>}> : () -> tensor<2xf32>

  %1 = "tfl.abs"() : () -> tensor<2xf32>
  func.return
}

// -----

// A place that is no line of a text is printed as the location it is; constants in operations are short.
// CHECK: loc("layer"): error: 'tf.AddV2' op
// CHECK-NEXT: loc("layer"): note: see current operation: %{{.*}} = "tf.AddV2"()
// CHECK: loc(fused["a", "b"]): error:
// CHECK: <unknown>:0: error:
func.func @names() {
  %0 = "tf.AddV2"() : () -> tensor<2xf32> loc("layer")
  %1 = "tf.AddV2"() : () -> tensor<2xf32> loc(fused["a", "b"])
  %2 = "tf.AddV2"() : () -> tensor<2xf32> loc(unknown)
  func.return
}

// -----

// A file in a location counts, as it does for a call: that of the callee, and then where it was called.
// CHECK: model.py:3:4: error: 'tf.AddV2' op
// CHECK-NEXT: model.py:3:4: note: see
// CHECK: layer.py:7:1: error:
// CHECK-NEXT: model.py:9:2: note: called from
func.func @files() {
  %0 = "tf.AddV2"() : () -> tensor<2xf32> loc("layer"("model.py":3:4))
  %1 = "tf.AddV2"() : () -> tensor<2xf32> loc(callsite("layer.py":7:1 at "model.py":9:2))
  func.return
}

// -----

// CHECK: diagnostics.mlir:[[#@LINE+4]]:14: error: `%missing` is not defined
// CHECK-NEXT: {{^}} func.return %missing : tensor<2xf32>
// CHECK-NEXT: {{^}}             ^~~~~~~~
func.func @tab() {
	func.return %missing : tensor<2xf32>
}
