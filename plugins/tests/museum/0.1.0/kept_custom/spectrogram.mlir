func.func @main(%x: tensor<16x1xf32>) -> tensor<1x7x3xf32> {
  %0 = "tf.AudioSpectrogram"(%x) {window_size = 4 : i64, stride = 2 : i64} : (tensor<16x1xf32>) -> tensor<1x7x3xf32>
  return %0 : tensor<1x7x3xf32>
}

// -----
module {
  func.func @main(%arg0: tensor<16x1xf32>) -> tensor<1x7x3xf32> {
    %0 = "tfl.custom"(%arg0) <{custom_code = "AudioSpectrogram", custom_option = #tfl<const_bytes : "0x6D61676E69747564655F73717561726564007374726964650077696E646F775F73697A650000000003000000000000003000000000000000260000000000000027000000000000001800000000000000080000000000000003000000000000000000000000000000020000000000000004000000000000006B07071B000000000000002708">}> : (tensor<16x1xf32>) -> tensor<1x7x3xf32>
    return %0 : tensor<1x7x3xf32>
  }
}
