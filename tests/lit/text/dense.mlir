// RUN: tfl-opt %s --allow-unregistered-dialect --verify-roundtrip | FileCheck %s

// Tensors of known elements in every spelling that MLIR reads.
// CHECK: "x.splat"() {a = dense<1> : tensor<2xi32>, b = dense<-5.000000e-01> : tensor<f64>, c = dense<true> : tensor<2x2xi1>, d = dense<(1.000000e+00,-2.000000e+00)> : tensor<3xcomplex<f32>>, e = dense<0x7F800000> : tensor<2xf32>, f = dense<"s"> : tensor<2x!tf_type.string>, g = dense<2> : vector<4xi32>, h = dense<3> : tensor<2x!quant.uniform<i8:f32, 1.000000e+00>>} : () -> ()
// CHECK: "x.lists"() {a = dense<{{\[\[}}1, 2], [3, 4]]> : tensor<2x2xi8>, b = dense<[1.000000e+00, 0x7FC00000]> : tensor<2xf32>, c = dense<[(1,2), (-3,4)]> : tensor<2xcomplex<i32>>, d = dense<["a", "\00\22"]> : tensor<2x!tf_type.string>, e = dense<5> : tensor<1x1x1xindex>, f = dense<[true, false]> : tensor<2xi1>} : () -> ()
// CHECK: "x.hex"() {a = dense<[1, 2]> : tensor<2xi16>, b = dense<[true, false, true]> : tensor<3xi1>, c = dense<1.000000e+00> : tensor<4xf32>, d = dense<[-8, 7]> : tensor<2xi4>} : () -> ()
// CHECK: "x.empty"() {a = dense<> : tensor<0x2xf32>, b = dense<> : tensor<0xi32>} : () -> ()
// CHECK: "x.narrow"() {a = dense<[-8, 7, -1]> : tensor<3xi4>, b = dense<[0, 15]> : tensor<2xui4>, c = dense<[-2, 1]> : tensor<2xi2>, d = dense<[1.000000e+00, -2.500000e+00]> : tensor<2xbf16>, e = dense<[1.000000e+00, 4.480000e+02]> : tensor<2xf8E4M3FN>, f = dense<[1.000000e+00, 5.734400e+04]> : tensor<2xf8E5M2>} : () -> ()
// CHECK: "x.wide"() {a = dense<[-1, 2]> : tensor<2xi128>, b = dense<[5.000000e-01, 2.000000e+00]> : tensor<2xf80>, c = dense<[0.100000000000000005551115123125782702, 1.000000e+00]> : tensor<2xf128>, d = dense<0x3FFF8000000000000001> : tensor<f80>} : () -> ()
// CHECK: "x.sparse"() {a = sparse<{{\[\[}}0, 1], [1, 0]], [1.000000e+00, 2.000000e+00]> : tensor<2x2xf32>, b = sparse<{{\[\[}}0, 5]], -2> : tensor<2x8xi8>, c = sparse<0, 1> : tensor<1xi32>, d = sparse<> : tensor<2xf32>} : () -> ()
"x.splat"() {a = dense<1> : tensor<2xi32>, b = dense<-0.5> : tensor<f64>, c = dense<true> : tensor<2x2xi1>, d = dense<(1.0, -2.0)> : tensor<3xcomplex<f32>>, e = dense<0x7F800000> : tensor<2xf32>, f = dense<"s"> : tensor<2x!tf_type.string>, g = dense<2> : vector<4xi32>, h = dense<3> : tensor<2x!quant.uniform<i8:f32, 1.0>>} : () -> ()

"x.lists"() {a = dense<[[1, 2], [3, 4]]> : tensor<2x2xi8>, b = dense<[1.0, 0x7FC00000]> : tensor<2xf32>, c = dense<[(1, 2), (-3, 4)]> : tensor<2xcomplex<i32>>, d = dense<["a", "\00\22"]> : tensor<2x!tf_type.string>, e = dense<[[[5]]]> : tensor<1x1x1xindex>, f = dense<[true, false]> : tensor<2xi1>} : () -> ()
"x.hex"() {a = dense<"0x01000200"> : tensor<2xi16>, b = dense<"0x05"> : tensor<3xi1>, c = dense<"0x0000803F"> : tensor<4xf32>, d = dense<"0x0807"> : tensor<2xi4>} : () -> ()
"x.empty"() {a = dense<> : tensor<0x2xf32>, b = dense<[]> : tensor<0xi32>} : () -> ()
"x.narrow"() {a = dense<[-8, 7, 15]> : tensor<3xi4>, b = dense<[0, 15]> : tensor<2xui4>, c = dense<[-2, 1]> : tensor<2xi2>, d = dense<[1.0, -2.5]> : tensor<2xbf16>, e = dense<[1.0, 448.0]> : tensor<2xf8E4M3FN>, f = dense<[1.0, 57344.0]> : tensor<2xf8E5M2>} : () -> ()
"x.wide"() {a = dense<[-1, 2]> : tensor<2xi128>, b = dense<[0.5, 2.0]> : tensor<2xf80>, c = dense<[0.1, 1.0]> : tensor<2xf128>, d = dense<0x3FFF8000000000000001> : tensor<f80>} : () -> ()
"x.sparse"() {a = sparse<[[0, 1], [1, 0]], [1.0, 2.0]> : tensor<2x2xf32>, b = sparse<[[0, 5]], -2> : tensor<2x8xi8>, c = sparse<0, 1> : tensor<1xi32>, d = sparse<> : tensor<2xf32>} : () -> ()
