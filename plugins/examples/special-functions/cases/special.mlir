// CHECK: func.func @erfinv
// CHECK: tfl.log
// CHECK: tfl.sqrt
// CHECK: tfl.select_v2
func.func @erfinv(%x: tensor<?xf32>) -> tensor<?xf32> {
  %0 = "tf.Erfinv"(%x) : (tensor<?xf32>) -> tensor<?xf32>
  return %0 : tensor<?xf32>
}

// -----

// CHECK: func.func @digamma
// CHECK: tfl.round
// CHECK: tfl.sin
func.func @digamma(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = "tf.Digamma"(%x) : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----

// CHECK: func.func @betainc
// CHECK: tfl.exp
func.func @betainc(%a: tensor<4xf32>, %b: tensor<4xf32>, %x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "tf.Betainc"(%a, %b, %x) : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

// What the plugin declines stays as it is.
// CHECK: tf.Erfinv
func.func @double(%x: tensor<2xf64>) -> tensor<2xf64> {
  // expected-remark@+1 {{only f32 is converted, and this is f64}}
  %0 = "tf.Erfinv"(%x) : (tensor<2xf64>) -> tensor<2xf64>
  return %0 : tensor<2xf64>
}
