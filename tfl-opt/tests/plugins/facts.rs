//! What plugins know of operations besides how they are converted: types, values, rules, effects.

use crate::support::{Folder, Run, prebuilt, run};

/// Runs `args` on a module with the plugin that knows.
fn with_facts(folder: &Folder, text: &str, args: &[&str]) -> Run {
    let input = folder.write("in.mlir", text);
    let (plugin, crashes) = (prebuilt("facts.wasm"), folder.path("crashes"));
    let path = |path: &std::path::Path| path.to_str().expect("a plain path").to_owned();
    let files =
        [path(&input), "--load-plugin".into(), path(&plugin), "--plugin-crash-dir".into(), path(&crashes)];
    let mut all: Vec<&str> = files.iter().map(|text| &**text).collect();
    all.extend(args);
    run(&all)
}

/// Two operations that compute the same, one defined by the manifest and one by nobody, on a variable and on a constant.
const USES: &str = r#"func.func @main(%x: tensor<2x?xf32>) -> (tensor<*xf32>, tensor<*xf32>, tensor<*xf32>, tensor<*xf32>) {
  %c = "tf.Const"() {value = dense<[3.0, 4.0]> : tensor<2xf32>} : () -> tensor<2xf32>
  %0 = "tf.Twice"(%x) {mode = "MODE"} : (tensor<2x?xf32>) -> tensor<*xf32>
  %1 = "tf.Vague"(%x) : (tensor<2x?xf32>) -> tensor<*xf32>
  %2 = "tf.Twice"(%c) {mode = "MODE"} : (tensor<2xf32>) -> tensor<*xf32>
  %3 = "tf.Vague"(%c) : (tensor<2xf32>) -> tensor<*xf32>
  return %0, %1, %2, %3 : tensor<*xf32>, tensor<*xf32>, tensor<*xf32>, tensor<*xf32>
}"#;

#[test]
fn types_are_inferred_and_constants_folded() {
    let passes = ["--tf-shape-inference", "--fold-constants"];
    let run = with_facts(&Folder::new(), &USES.replace("MODE", "good"), &passes);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(
        run.stdout.contains("-> (tensor<2x?xf32>, tensor<2x?xf32>, tensor<2xf32>, tensor<2xf32>)"),
        "{}",
        run.stdout
    );
    assert_eq!(run.stdout.matches("dense<[6.000000e+00, 8.000000e+00]>").count(), 2, "{}", run.stdout);
    assert_eq!(run.stdout.matches("tf.Twice").count() + run.stdout.matches("tf.Vague").count(), 2);
}

#[test]
fn what_does_not_fit_is_an_error_and_changes_nothing() {
    for (mode, codes, told) in [
        ("loop", &["plugin-out-of-fuel"][..], "ran out of fuel while inferring the types of `tf.Twice`"),
        ("none", &["plugin-types"], "they are 0; the operation declares 1"),
        ("nonsense", &["plugin-types"], "has 3 bytes of data; its type takes 8"),
        ("refuse", &[], "cannot evaluate `tf.Twice`: it was asked to"),
        ("wrong", &["plugin-types"], "is tensor<2xi32>; the operation declares tensor<"),
    ] {
        let folder = Folder::new();
        let passes =
            ["--plugin-limit", "test.facts:fold-fuel=1e9", "--tf-shape-inference", "--fold-constants"];
        let run = with_facts(&folder, &USES.replace("MODE", mode), &passes);
        assert_eq!(run.status, Some(1), "{mode}: {}", run.stderr);
        assert!(run.stderr.contains(told), "{mode}: {}", run.stderr);
        assert_eq!(run.stdout.matches("tf.Twice").count(), 2, "{mode}: {}", run.stdout);
        // The other operation was not forgotten over that.
        assert_eq!(
            run.stdout.matches("dense<[6.000000e+00, 8.000000e+00]>").count(),
            1,
            "{mode}: {}",
            run.stdout
        );
        let mut found: Vec<String> = Vec::new();
        for entry in std::fs::read_dir(folder.path("crashes")).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            let text = std::fs::read_to_string(&path).expect("readable");
            let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            found.push(json["code"].as_str().expect("a code").to_owned());
            let again = run_replay(&path);
            let fails = json["code"] == "plugin-out-of-fuel";
            assert_eq!(again.status, Some(i32::from(fails)), "{mode}: {} {}", again.stdout, again.stderr);
        }
        found.sort();
        found.dedup();
        assert_eq!(found, codes, "{mode}: {}", run.stderr);
    }
    let declined = with_facts(
        &Folder::new(),
        &USES.replace("MODE", "decline"),
        &["--tf-shape-inference", "--fold-constants"],
    );
    assert_eq!(declined.status, Some(0), "{}", declined.stderr);
    assert_eq!(declined.stdout.matches("tf.Twice").count(), 2, "{}", declined.stdout);
}

fn run_replay(crash: &std::path::Path) -> Run {
    run(&["plugin", "replay", crash.to_str().expect("a plain path")])
}

#[test]
fn effects_count_as_declared() {
    let text = r#"func.func @main(%x: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>) {
  %0 = "tf.Vague"(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %1 = "tf.Vague"(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %2 = "tf.Counter"(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %3 = "tf.Setter"(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %4 = "tfl.custom"(%x) {custom_code = "Twice", custom_option = #tfl<const_bytes : "0x">} : (tensor<2xf32>) -> tensor<2xf32>
  %5 = "tfl.custom"(%x) {custom_code = "Other", custom_option = #tfl<const_bytes : "0x">} : (tensor<2xf32>) -> tensor<2xf32>
  return %0, %1 : tensor<2xf32>, tensor<2xf32>
}"#;
    let folder = Folder::new();
    let count = |run: &Run, name: &str| run.stdout.matches(name).count();
    let with = with_facts(&folder, text, &["--cse", "--canonicalize"]);
    assert_eq!(with.status, Some(0), "{}", with.stderr);
    let counts =
        ["tf.Vague", "tf.Counter", "tf.Setter", "\"Twice\"", "\"Other\""].map(|name| count(&with, name));
    assert_eq!(counts, [1, 0, 1, 0, 1], "{}", with.stdout);
    let input = folder.path("in.mlir");
    let without =
        run(&[input.to_str().expect("plain"), "--cse", "--canonicalize", "--allow-unregistered-dialect"]);
    let counts = ["tf.Vague", "tf.Counter", "tf.Setter"].map(|name| count(&without, name));
    assert_eq!(counts, [2, 1, 1], "{}", without.stdout);
    // TensorFlow's own word on its operations stands.
    assert!(with.stderr.contains("declares `tf.Print`, which a dialect defines"), "{}", with.stderr);
}

#[test]
fn rules_of_plugins_are_rules_like_others() {
    let text = r#"func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Twice"(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %1 = "tf.Twice"(%0) : (tensor<2xf32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}"#;
    let folder = Folder::new();
    let output = folder.path("out.mlir");
    let input = folder.write("in.mlir", text);
    let (input, output) = (input.to_str().expect("plain"), output.to_str().expect("plain"));
    let plugin = prebuilt("facts.wasm");
    let args = ["convert", input, "-o", output, "--load-plugin", plugin.to_str().expect("plain")];
    let converted = |more: &[&str]| {
        let run = run(&[&args[..], more].concat());
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        let text = std::fs::read_to_string(output).expect("written");
        (text.matches("tfl.mul").count(), text.matches("tfl.add").count())
    };
    assert_eq!(converted(&[]), (1, 0));
    // Without its rule the plugin converts each operation by itself.
    assert_eq!(converted(&["--disable-rule", "twice-twice"]), (0, 2));
    let explained = run(&["explain", input, "--load-plugin", plugin.to_str().expect("plain")]);
    assert!(explained.stdout.contains("twice-twice"), "{}{}", explained.stdout, explained.stderr);
}

#[test]
fn a_fragment_may_hold_a_loop() {
    let text = r#"func.func @main(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
  %0 = "tf.Doubled"(%x) {times = 5 : i64} : (tensor<?x2xf32>) -> tensor<?x2xf32>
  return %0 : tensor<?x2xf32>
}"#;
    let folder = Folder::new();
    let (input, output) = (folder.write("in.mlir", text), folder.path("out.tflite"));
    let (input, output) = (input.to_str().expect("plain"), output.to_str().expect("plain"));
    let plugin = prebuilt("facts.wasm");
    let made = run(&["convert", input, "-o", output, "--load-plugin", plugin.to_str().expect("plain")]);
    assert_eq!(made.status, Some(0), "{}", made.stderr);
    let back = run(&[output, "--tfl-runtime-verify"]);
    assert_eq!(back.status, Some(0), "{}", back.stderr);
    for op in ["tfl.while", "tfl.less", "tfl.add"] {
        assert!(back.stdout.contains(op), "{op}: {}", back.stdout);
    }
}

#[test]
fn check_tells_rules_and_declarations() {
    let run = run(&["plugin", "check", prebuilt("facts.wasm").to_str().expect("plain")]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let line =
        |name: &str| run.stdout.lines().filter(|line| line.starts_with(name)).collect::<Vec<_>>().join("\n");
    assert!(line("rules").contains("twice-twice"), "{}", run.stdout);
    assert!(line("declares").contains("tf.Twice: pure; runs in i8"), "{}", run.stdout);
    assert!(line("declares").contains("tf.Counter: reads a state; runs in floating point"), "{}", run.stdout);
}
