//! Broken models: each gives a diagnostic and exit code 1, never a panic and never an output file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A copy of the example model in a directory of its own.
fn model() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/lenet");
    fs::create_dir(dir.path().join("variables")).expect("a directory");
    for name in ["saved_model.pb", "variables/variables.index", "variables/variables.data-00000-of-00001"] {
        fs::copy(source.join(name), dir.path().join(name)).expect("the example model is there");
    }
    dir
}

/// Converts `input`, which must fail properly, and gives what was printed.
#[track_caller]
fn refuses(input: &Path) -> String {
    let out = tempfile::tempdir().expect("a temporary directory");
    let (status, stderr) = convert(input, &out.path().join("out.tflite"));
    assert!(!stderr.contains("panicked") && !stderr.contains("pass-panic"), "{stderr}");
    assert_eq!(status, Some(1), "{stderr}");
    assert!(stderr.contains("error"), "{stderr}");
    let left: Vec<PathBuf> =
        fs::read_dir(out.path()).expect("readable").map(|e| e.expect("an entry").path()).collect();
    assert!(left.is_empty(), "left behind: {left:?}");
    stderr
}

fn convert(input: &Path, output: &Path) -> (Option<i32>, String) {
    let run = Command::new(env!("CARGO_BIN_EXE_tfl-opt"))
        .arg("convert")
        .arg(input)
        .arg("-o")
        .arg(output)
        .output()
        .expect("tfl-opt runs");
    (run.status.code(), String::from_utf8_lossy(&run.stderr).into_owned())
}

#[test]
fn the_whole_model_converts() {
    let model = model();
    let out = model.path().join("out.tflite");
    let (status, stderr) = convert(model.path(), &out);
    assert_eq!(status, Some(0), "{stderr}");
    assert!(out.is_file());
}

#[test]
fn truncated_saved_model() {
    let model = model();
    let path = model.path().join("saved_model.pb");
    let bytes = fs::read(&path).expect("readable");
    for part in [1, 3, 7] {
        fs::write(&path, &bytes[..bytes.len() * part / 8]).expect("writable");
        refuses(model.path());
    }
}

#[test]
fn bit_flips_never_panic() {
    let model = model();
    let path = model.path().join("saved_model.pb");
    let bytes = fs::read(&path).expect("readable");
    let out = model.path().join("out.tflite");
    for i in 0..40 {
        let mut broken = bytes.clone();
        let at = (i * 7_919 + 13) % broken.len();
        broken[at] ^= 1 << (i % 8);
        fs::write(&path, &broken).expect("writable");
        // A flip in a name or a debug string may do no harm; what it may not do is crash or leave half a file.
        let (status, stderr) = convert(model.path(), &out);
        assert!(matches!(status, Some(0 | 1)), "byte {at}: {stderr}");
        assert!(!stderr.contains("panicked") && !stderr.contains("pass-panic"), "byte {at}: {stderr}");
        assert_eq!(out.is_file(), status == Some(0), "byte {at}");
        let _ = fs::remove_file(&out);
    }
}

#[test]
fn missing_shard() {
    let model = model();
    fs::remove_file(model.path().join("variables/variables.data-00000-of-00001")).expect("it was there");
    assert!(refuses(model.path()).contains("variables.data-00000-of-00001"));
}

#[test]
fn checksum_mismatch() {
    let model = model();
    let path = model.path().join("variables/variables.data-00000-of-00001");
    let mut bytes = fs::read(&path).expect("readable");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x10;
    fs::write(&path, bytes).expect("writable");
    assert!(refuses(model.path()).contains("checksum"));
}

#[test]
fn broken_index() {
    let model = model();
    let path = model.path().join("variables/variables.index");
    let mut bytes = fs::read(&path).expect("readable");
    bytes[20] ^= 0xff;
    fs::write(&path, bytes).expect("writable");
    assert!(refuses(model.path()).contains("variables.index"));
}

#[test]
fn no_model_at_all() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    fs::write(dir.path().join("notes.txt"), "nothing").expect("writable");
    assert!(refuses(dir.path()).contains("saved_model.pb"));
    refuses(&dir.path().join("absent"));
    refuses(&dir.path().join("notes.txt"));
}

/// A graph of one placeholder and what `rest` adds.
fn graph(dir: &Path, rest: &str) -> PathBuf {
    let placeholder = r#"node { name: "x" op: "Placeholder" attr { key: "dtype" value { type: DT_FLOAT } }
        attr { key: "shape" value { shape { dim { size: 2 } dim { size: 3 } } } } }"#;
    let path = dir.join("graph.pbtxt");
    fs::write(&path, format!("{placeholder}\n{rest}")).expect("writable");
    path
}

#[test]
fn cyclic_function_calls() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let function = |name: &str, callee: &str| {
        format!(
            r#"function {{
                signature {{ name: "{name}" input_arg {{ name: "a" type: DT_FLOAT }} output_arg {{ name: "r" type: DT_FLOAT }} }}
                node_def {{ name: "call" op: "PartitionedCall" input: "a"
                    attr {{ key: "f" value {{ func {{ name: "{callee}" }} }} }}
                    attr {{ key: "Tin" value {{ list {{ type: DT_FLOAT }} }} }}
                    attr {{ key: "Tout" value {{ list {{ type: DT_FLOAT }} }} }} }}
                ret {{ key: "r" value: "call:output:0" }} }}"#
        )
    };
    let call = r#"node { name: "y" op: "PartitionedCall" input: "x" attr { key: "f" value { func { name: "ping" } } }
        attr { key: "Tin" value { list { type: DT_FLOAT } } } attr { key: "Tout" value { list { type: DT_FLOAT } } } }"#;
    let library = format!("{call} library {{ {} {} }}", function("ping", "pong"), function("pong", "ping"));
    let stderr = refuses(&graph(dir.path(), &library));
    assert!(stderr.contains("ping") && stderr.contains("pong"), "{stderr}");
}

#[test]
fn absurd_shapes() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let constant = |dims: &str| {
        format!(
            r#"node {{ name: "c" op: "Const" attr {{ key: "dtype" value {{ type: DT_FLOAT }} }}
                attr {{ key: "value" value {{ tensor {{ dtype: DT_FLOAT tensor_shape {{ {dims} }} float_val: 1 }} }} }} }}
            node {{ name: "y" op: "AddV2" input: "x" input: "c" attr {{ key: "T" value {{ type: DT_FLOAT }} }} }}"#
        )
    };
    let huge = "dim { size: 4611686018427387904 } dim { size: 4611686018427387904 }";
    refuses(&graph(dir.path(), &constant(huge)));
    refuses(&graph(dir.path(), &constant("dim { size: -7 }")));
    // A shape that does not go with the other operand's.
    refuses(&graph(dir.path(), &constant("dim { size: 5 } dim { size: 5 }")));
}

#[test]
fn an_operation_without_converter_is_named() {
    let dir = tempfile::tempdir().expect("a temporary directory");
    let path = graph(
        dir.path(),
        r#"node { name: "layer/psi" op: "Digamma" input: "x" attr { key: "T" value { type: DT_FLOAT } } }"#,
    );
    let stderr = refuses(&path);
    for word in ["tf.Digamma", "layer/psi", "tensor<2x3xf32>", "--allow-custom Digamma"] {
        assert!(stderr.contains(word), "no `{word}` in {stderr}");
    }
}
