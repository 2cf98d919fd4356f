//! `my-opt` knows the dialect, the pass and the rules of this crate, and everything that `tfl-opt` knows.

use std::io::Write as _;
use std::process::{Command, Stdio};

use expect_test::{Expect, expect};

/// What `my-opt` prints, given `input`; what it says when it fails.
fn my_opt(flags: &[&str], input: &str) -> Result<String, String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_my-opt"))
        .args(flags)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
}

fn check(flags: &[&str], input: &str, expected: Expect) {
    expected.assert_eq(&my_opt(flags, input).unwrap());
}

#[test]
fn rules_lower_the_dialect() {
    let input = r#"
        func.func @main(%x: tensor<?x16x2xf32>) -> tensor<?x16xf32> {
          %0 = "audio.gain"(%x) {factor = 2.0 : f32} : (tensor<?x16x2xf32>) -> tensor<?x16x2xf32>
          %1 = "audio.gain"(%0) {factor = 1.5 : f32} : (tensor<?x16x2xf32>) -> tensor<?x16x2xf32>
          %2 = "audio.downmix"(%1) : (tensor<?x16x2xf32>) -> tensor<?x16xf32>
          return %2 : tensor<?x16xf32>
        }"#;
    check(
        &["--tfl-saturate"],
        input,
        expect![[r#"
            module {
              func.func @main(%arg0: tensor<?x16x2xf32>) -> tensor<?x16xf32> {
                %cst = arith.constant dense<3.000000e+00> : tensor<f32>
                %cst_0 = arith.constant dense<2> : tensor<1xi32>
                %0 = "tfl.mean"(%arg0, %cst_0) <{keep_dims = false}> : (tensor<?x16x2xf32>, tensor<1xi32>) -> tensor<?x16xf32>
                %1 = tfl.mul(%0, %cst) <{fused_activation_function = "NONE"}> : (tensor<?x16xf32>, tensor<f32>) -> tensor<?x16xf32>
                return %1 : tensor<?x16xf32>
              }
            }
        "#]],
    );
}

#[test]
fn the_pass_runs_beside_those_of_the_project() {
    let input = r#"
        func.func @main(%x: tensor<4x2xf32>) -> tensor<4xf32> {
          %0 = "audio.gain"(%x) {factor = 3.0 : f32} : (tensor<4x2xf32>) -> tensor<4x2xf32>
          %1 = "audio.downmix"(%0) : (tensor<4x2xf32>) -> tensor<4xf32>
          return %1 : tensor<4xf32>
        }"#;
    check(
        &["--audio-gain-after-downmix", "--dce"],
        input,
        expect![[r#"
        module {
          func.func @main(%arg0: tensor<4x2xf32>) -> tensor<4xf32> {
            %0 = "audio.downmix"(%arg0) : (tensor<4x2xf32>) -> tensor<4xf32>
            %1 = "audio.gain"(%0) <{factor = 3.000000e+00 : f32}> : (tensor<4xf32>) -> tensor<4xf32>
            return %1 : tensor<4xf32>
          }
        }
    "#]],
    );
}

#[test]
fn the_rows_are_verified() {
    let input = r#"
        func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
          %0 = "audio.gain"(%x) : (tensor<4xf32>) -> tensor<4xf32>
          return %0 : tensor<4xf32>
        }"#;
    let message = my_opt(&[], input).unwrap_err();
    assert!(message.contains("audio.gain") && message.contains("factor"), "{message}");
    let message = my_opt(&[], &input.replace("audio.gain", "audio.gian")).unwrap_err();
    assert!(message.contains("audio.gian"), "{message}");
}
