// RUN: tfl-opt %s --tfl-pin-ops-with-side-effects | FileCheck %s

!var = tensor<!tf_type.resource<tensor<4xf32>>>

// What touches the variable waits in a row; what only computes does not.
// CHECK-LABEL: func.func @counter
// CHECK: tfl.control_node controls "tfl.var_handle"
// CHECK: tfl.control_node(%{{.*}}) controls "tfl.read_variable"
// CHECK: %[[SUM:.*]] = tfl.add %{{.*}}, %arg0
// CHECK: tfl.control_node(%{{.*}}) controls "tfl.assign_variable"(%{{.*}}, %[[SUM]])
// CHECK-NEXT: %[[NEG:.*]] = "tfl.neg"(%[[SUM]])
// CHECK-NEXT: return %[[NEG]]
func.func @counter(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tfl.var_handle"() <{container = "", shared_name = "n"}> : () -> !var
  %1 = "tfl.read_variable"(%0) : (!var) -> tensor<4xf32>
  %2 = "tfl.add"(%1, %x) <{fused_activation_function = "NONE"}> : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  "tfl.assign_variable"(%0, %2) : (!var, tensor<4xf32>) -> ()
  %3 = "tfl.neg"(%2) : (tensor<4xf32>) -> tensor<4xf32>
  func.return %3 : tensor<4xf32>
}
