func.func @main() {
  // expected-error @+2 {{nothing says this}}
  // An empty line is no expectation, and a comment like expected-error without braces is none either.
  %0 = "tfl.tanh"() : () -> tensor<2xf32>

  // expected-warning @+1 {{'tfl.relu' op}}
  %1 = "tfl.relu"() : () -> tensor<2xf32>
  // expected-note @below {{\d}}
  // expected-remark {{lost}}
  func.return
}
