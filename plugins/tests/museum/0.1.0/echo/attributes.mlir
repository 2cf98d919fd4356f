func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Echo"(%x) {a = #foo.bar<1>, b = {x = 1 : i32}, c = @main::@inner, d = [[1], ["x"]], e = 170141183460469231731687303715884105727 : i128, f = affine_map<(d0) -> (d0)>, g = dense<1> : tensor<2xi4>, h} : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----
// remark: plugin `test.echo`: a = Attr::Opaque("#foo.bar<1>") [plugin-log]
// remark: plugin `test.echo`: b = Attr::Opaque("{x = 1 : i32}") [plugin-log]
// remark: plugin `test.echo`: c = Attr::Opaque("@main::@inner") [plugin-log]
// remark: plugin `test.echo`: d = Attr::Opaque("[[1], [\"x\"]]") [plugin-log]
// remark: plugin `test.echo`: e = Attr::Opaque("170141183460469231731687303715884105727 : i128") [plugin-log]
// remark: plugin `test.echo`: f = Attr::Opaque("affine_map<(d0) -> (d0)>") [plugin-log]
// remark: plugin `test.echo`: g = Attr::Dense(Tensor { ty: TensorType { elem: "i4", dims: Some([Some(2)]) }, data: [1, 1] }) [plugin-log]
// remark: plugin `test.echo`: h = Attr::Unit [plugin-log]
// remark: plugin `test.echo`: operand 0: f32 Some([Some(2)]) None [plugin-log]
// remark: plugin `test.echo`: result 0: f32 Some([Some(2)]) [plugin-log]
module {
  func.func @main(%arg0: tensor<2xf32>) -> tensor<2xf32> {
    %0 = "test.echoed"(%arg0) {a = #foo.bar<1>, b = {x = 1 : i32}, c = @main::@inner, d = [[1], ["x"]], e = 170141183460469231731687303715884105727 : i128, f = affine_map<(d0) -> (d0)>, g = dense<1> : tensor<2xi4>, h} : (tensor<2xf32>) -> tensor<2xf32>
    return %0 : tensor<2xf32>
  }
}
