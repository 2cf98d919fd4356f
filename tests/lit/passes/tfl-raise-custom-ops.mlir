// RUN: tfl-opt %s --allow-unregistered-dialect --tfl-raise-custom-ops | FileCheck %s
// RUN: tfl-opt %s --allow-unregistered-dialect --tfl-raise-custom-ops=test-raise-tf-targets=tf.Tanh,mine.square | FileCheck %s --check-prefix=BOTH

// CHECK-LABEL: func.func @wrapped
// CHECK-NEXT: %[[TANH:.*]] = "tf.Tanh"(%arg0)
// CHECK-NEXT: %[[SQUARE:.*]] = "tfl.custom_tf"(%[[TANH]], %[[TANH]]) ({
// CHECK-NEXT: ^bb0(%[[A:.*]]: tensor<4xf32>, %[[B:.*]]: tensor<4xf32>):
// CHECK-NEXT:   %[[IN:.*]] = "mine.square"(%[[A]], %[[B]]) {times = 2 : i32} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
// CHECK-NEXT:   "tfl.yield"(%[[IN]]) : (tensor<4xf32>) -> ()
// CHECK-NEXT: }) {times = 2 : i32} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
// CHECK-NEXT: "tfl.custom_tf"() ({
// CHECK-NEXT:   "mine.block"() ({
// CHECK-NEXT:     "mine.inside"()
// CHECK-NEXT:   })
// CHECK-NEXT:   "tfl.yield"()
// CHECK-NEXT: })
// CHECK-NEXT: return %[[SQUARE]]

// BOTH: "tfl.custom_tf"(%arg0)
// BOTH: "tf.Tanh"
// BOTH: "tfl.custom_tf"
// BOTH: "mine.square"
func.func @wrapped(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.Tanh"(%arg0) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = "mine.square"(%0, %0) {times = 2 : i32} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  "mine.block"() ({
    "mine.inside"() : () -> ()
  }) : () -> ()
  func.return %1 : tensor<4xf32>
}
