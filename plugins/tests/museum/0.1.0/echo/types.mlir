func.func @main(%x: tensor<2x!foo.bar>) -> vector<2xf32> {
  %0 = "tf.Echo"(%x) {} : (tensor<2x!foo.bar>) -> vector<2xf32>
  return %0 : vector<2xf32>
}

// -----
// remark: plugin `test.echo`: operand 0: !foo.bar Some([Some(2)]) None [plugin-log]
// remark: plugin `test.echo`: result 0: vector<2xf32> None [plugin-log]
module {
  func.func @main(%arg0: tensor<2x!foo.bar>) -> vector<2xf32> {
    %0 = "test.echoed"(%arg0) : (tensor<2x!foo.bar>) -> vector<2xf32>
    return %0 : vector<2xf32>
  }
}
