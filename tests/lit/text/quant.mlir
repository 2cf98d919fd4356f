// RUN: tfl-opt %s --allow-unregistered-dialect --verify-roundtrip | FileCheck %s
// NOT-MLIR-19: scales by blocks are later.

// Quantized types: per tensor, per axis, by blocks, of unknown scale, and what was seen.
// CHECK: func.func private @uniform(!quant.uniform<i8:f32, 5.000000e-01>, !quant.uniform<u8:f32, 7.812500e-03:128>, !quant.uniform<i8<-127:127>:f32, 2.000000e+02:-1>, !quant.uniform<u16:bf16, 1.000000e+00>, !quant.uniform<i4:f32, 1.000000e+00>)
// CHECK: func.func private @axis(tensor<?x2x!quant.uniform<i8:f32:1, {2.000000e+02,9.987200e-01:120}>>, !quant.uniform<i32:f32:0, {1.000000e-01,2.000000e-01:3}>)
// CHECK: func.func private @blocks(!quant.uniform<i4:f32:{0:1, 1:2}, {{[{][{]}}1.000000e+00:2, 2.000000e+00}, {3.000000e+00:1, 4.000000e+00}}>, !quant.uniform<i8:f32:{4:1}, {2.500000e-01, 5.000000e-01}>, !quant.uniform<i8:f32:{}, {2.500000e-01}>)
// CHECK: func.func private @any(!quant.any<i8<-8:7>:f32>, !quant.any<u8>, !quant.any<i16:f32>)
// CHECK: func.func private @calibrated(!quant.calibrated<f32<-0.998:1.232100e+00>>)
func.func private @uniform(!quant.uniform<i8:f32, 0.5>, !quant.uniform<u8:f32, 0.0078125:128>, !quant.uniform<i8<-127:127>:f32, 2.0e+2:-1>, !quant.uniform<ui16:bf16, 1.0>, !quant.uniform<i4<-8:7>:f32, 1.0>)
func.func private @axis(tensor<?x2x!quant.uniform<i8:f32:1, {2.0e+2,0.99872:120}>>, !quant.uniform<i32:f32:0, { 0.1 , 0.2 : 3 }>)
func.func private @blocks(!quant.uniform<i4:f32:{0:1,1:2}, {{1.0:2, 2.0},{3.0:1, 4.0}}>, !quant.uniform<i8:f32:{4:1}, {0.25,0.5}>, !quant.uniform<i8:f32:{}, {0.25}>)
func.func private @any(!quant.any<i8<-8:7>:f32>, !quant.any<u8>, !quant.any<i16:f32>)
func.func private @calibrated(!quant.calibrated<f32<-0.998:1.2321>>)
