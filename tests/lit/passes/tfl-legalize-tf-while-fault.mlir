// RUN: not tfl-opt %s --tfl-legalize-tf-while 2>&1 | FileCheck %s

// CHECK: error: `tf.While` of @body calls @cond with 1 arguments for 1 results, but it takes 2 and gives 1
func.func @main(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.While"(%arg0) <{body = @body, cond = @cond, is_stateless = true}> : (tensor<4xf32>) -> tensor<4xf32>
  func.return %0 : tensor<4xf32>
}
func.func @cond(%arg0: tensor<4xf32>, %arg1: tensor<i1>) -> tensor<i1> {
  func.return %arg1 : tensor<i1>
}
func.func @body(%arg0: tensor<4xf32>) -> tensor<4xf32> {
  func.return %arg0 : tensor<4xf32>
}
