func.func @main() {
  func.return
}

{-#
  external_resources: {
  mlir_reproducer: {
    verify_each: true,
    pipelines: "builtin.module(cse)"
  }
  }
#-}
