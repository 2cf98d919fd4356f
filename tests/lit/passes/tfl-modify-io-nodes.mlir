// RUN: tfl-opt %s --tfl-modify-io-nodes=test-io-types=int8,uint8 | FileCheck %s
// RUN: tfl-opt %s --tfl-modify-io-nodes=test-io-types=float32,int8 | FileCheck %s --check-prefix=OUT
// RUN: not tfl-opt %S/Inputs/sixteen-bits.mlir --tfl-modify-io-nodes=test-io-types=int8,int8 2>&1 | FileCheck %s --check-prefix=FAULT
// RUN: not tfl-opt %s --tfl-modify-io-nodes=test-io-types=int4,int8 2>&1 | FileCheck %s --check-prefix=OPTION

// The input is quantized before it comes; the output is counted from 0. What is used as a float too stays a float.
// CHECK-LABEL: func.func @main(%arg0: tensor<4x!quant.uniform<i8:f32, 5.000000e-01:-3>>, %arg1: tensor<4xf32>) -> (tensor<4x!quant.uniform<u8:f32, 2.500000e-01:128>>, tensor<4xf32>)
// CHECK: %[[Q:.*]] = "tfl.quantize"(%arg1)
// CHECK: "tfl.tanh"(%arg0)
// CHECK: %[[U:.*]] = "tfl.quantize"(%{{.*}}) <{qtype = tensor<4x!quant.uniform<u8:f32, 2.500000e-01:128>>}>
// CHECK-NOT: tfl.dequantize
// CHECK: return %[[U]], %arg1

// OUT-LABEL: func.func @main(%arg0: tensor<4xf32>, %arg1: tensor<4xf32>) -> (tensor<4x!quant.uniform<i8:f32, 2.500000e-01>>, tensor<4xf32>)
// OUT: func.func @helper(%arg0: tensor<4xf32>)
// FAULT: error: `tfl.quantize` does not have the type that is asked for
// OPTION: error: pass `tfl-modify-io-nodes`: `int4` is no type of inputs
func.func @main(%x: tensor<4xf32>, %y: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %0 = "tfl.quantize"(%x) <{qtype = tensor<4x!quant.uniform<i8:f32, 0.5:-3>>}> : (tensor<4xf32>) -> tensor<4x!quant.uniform<i8:f32, 0.5:-3>>
  %1 = "tfl.quantize"(%y) <{qtype = tensor<4x!quant.uniform<i8:f32, 0.5:-3>>}> : (tensor<4xf32>) -> tensor<4x!quant.uniform<i8:f32, 0.5:-3>>
  %2 = "tfl.tanh"(%0) : (tensor<4x!quant.uniform<i8:f32, 0.5:-3>>) -> tensor<4x!quant.uniform<i8:f32, 0.25>>
  %3 = "tfl.dequantize"(%2) : (tensor<4x!quant.uniform<i8:f32, 0.25>>) -> tensor<4xf32>
  func.return %3, %y : tensor<4xf32>, tensor<4xf32>
}
func.func @helper(%x: tensor<4xf32>) -> tensor<4x!quant.uniform<i8:f32, 0.5>> {
  %0 = "tfl.quantize"(%x) <{qtype = tensor<4x!quant.uniform<i8:f32, 0.5>>}> : (tensor<4xf32>) -> tensor<4x!quant.uniform<i8:f32, 0.5>>
  func.return %0 : tensor<4x!quant.uniform<i8:f32, 0.5>>
}
