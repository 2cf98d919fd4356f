// RUN: tfl-opt %s --allow-unregistered-dialect --canonicalize | FileCheck %s

// Equal constants are one, at the top of the function. Constants of another dialect or with a mark are others.
// CHECK-LABEL: func.func @merged
// CHECK-DAG: %[[A:.*]] = arith.constant dense<2> : tensor<i32>
// CHECK-DAG: %[[B:.*]] = "tf.Const"() <{value = dense<2> : tensor<i32>}>
// CHECK-DAG: %[[C:.*]] = arith.constant {tfl.is_variable} dense<2> : tensor<i32>
// CHECK: "x.y"(%[[A]], %[[A]], %[[B]], %[[C]])
func.func @merged() {
  %0 = arith.constant dense<2> : tensor<i32>
  %1 = "x.y"() : () -> tensor<i32>
  %2 = arith.constant dense<2> : tensor<i32>
  %3 = "tf.Const"() {value = dense<2> : tensor<i32>} : () -> tensor<i32>
  %4 = arith.constant {tfl.is_variable} dense<2> : tensor<i32>
  "x.y"(%0, %2, %3, %4) : (tensor<i32>, tensor<i32>, tensor<i32>, tensor<i32>) -> ()
  func.return
}

// Each region of a loop keeps its constants, whose graph it becomes.
// CHECK-LABEL: func.func @loops_keep_theirs
// CHECK-NOT: arith.constant
// CHECK: "tfl.while"
// CHECK: ^bb0
// CHECK-NEXT: %[[A:.*]] = arith.constant dense<7> : tensor<i32>
// CHECK: tfl.less{{"?}}(%{{.*}}, %[[A]])
// CHECK: ^bb0
// CHECK-NEXT: %[[B:.*]] = arith.constant dense<7> : tensor<i32>
// CHECK-NEXT: tfl.add %{{.*}}, %[[B]]
func.func @loops_keep_theirs(%arg0: tensor<i32>) -> tensor<i32> {
  %0 = "tfl.while"(%arg0) ({
  ^bb0(%i: tensor<i32>):
    %1 = arith.constant dense<7> : tensor<i32>
    %2 = "tfl.less"(%i, %1) : (tensor<i32>, tensor<i32>) -> tensor<i1>
    "tfl.yield"(%2) : (tensor<i1>) -> ()
  }, {
  ^bb0(%i: tensor<i32>):
    %1 = "tfl.abs"(%i) : (tensor<i32>) -> tensor<i32>
    %2 = arith.constant dense<7> : tensor<i32>
    %3 = "tfl.add"(%i, %2) {fused_activation_function = "NONE"} : (tensor<i32>, tensor<i32>) -> tensor<i32>
    "tfl.yield"(%3) : (tensor<i32>) -> ()
  }) : (tensor<i32>) -> tensor<i32>
  func.return %0 : tensor<i32>
}

// Blocks that nothing reaches go.
// CHECK-LABEL: func.func @unreachable
// CHECK: "x.br"()[^bb1]
// CHECK: ^bb1:
// CHECK-NEXT: return
// CHECK-NEXT: }
func.func @unreachable(%arg0: i32) -> i32 {
  "x.br"()[^bb1] : () -> ()
^bb1:
  func.return %arg0 : i32
^bb2:
  %0 = "x.y"() : () -> i32
  "x.br"()[^bb3] : () -> ()
^bb3:
  func.return %0 : i32
}
