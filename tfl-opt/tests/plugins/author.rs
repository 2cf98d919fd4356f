//! `tfl-opt plugin`: what authors of plugins use.

use std::path::Path;
use std::process::Command;

use crate::support::{
    Folder, MANIFEST, MEMORY, Run, core_module, custom_section, interface, module, prebuilt, root, run,
};

/// Runs `tfl-opt plugin` where machine code is kept.
fn plugin(args: &[&str]) -> Run {
    let run = run(&[&["plugin"], args].concat());
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    run
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

/// A use of the operation that the prebuilt plugin converts.
fn scale(attrs: &str) -> String {
    format!(
        "func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {{
  %0 = \"tf.Scale\"(%x) {{{attrs}}} : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}}
"
    )
}

#[test]
fn check_says_what_a_plugin_is_and_what_to_do_where_it_is_none() {
    let good = plugin(&["check", text(&prebuilt("scale.wasm"))]);
    assert_eq!(good.status, Some(0), "{}", good.stderr);
    for word in ["test.scale 1.0.0", "tf.Scale", "converter", "tfl-opt:plugin/host@0.1.0", "sha256:"] {
        assert!(good.stdout.contains(word), "{}", good.stdout);
    }
    let folder = Folder::new();
    let cases = [
        (wat::parse_str("(component)").expect("a component"), "plugin-manifest", "export_plugin!"),
        (wat::parse_str("(module)").expect("a module"), "plugin-not-component", "tfl-opt plugin build"),
        (
            wat::parse_str(r#"(component (import "acme:other/x@1.0.0" (instance)))"#).expect("a component"),
            "plugin-import",
            "nothing else",
        ),
    ];
    for (bytes, code, help) in cases {
        let bad = plugin(&["check", text(&folder.write("bad.wasm", bytes))]);
        assert_eq!(bad.status, Some(1));
        assert!(bad.stderr.contains(&format!("[{code}]")) && bad.stderr.contains(help), "{}", bad.stderr);
    }
    let mut silent = wat::parse_str("(component)").expect("a component");
    custom_section(
        &mut silent,
        "tfl-opt:manifest",
        br#"{"id":"a","version":"1","wit":"0.1.0","interfaces":["fold"]}"#,
    );
    let silent = plugin(&["check", text(&folder.write("silent.wasm", silent))]);
    assert_eq!(silent.status, Some(0), "{}", silent.stderr);
    assert!(silent.stderr.contains("names the interface `fold`"), "{}", silent.stderr);
    assert!(silent.stderr.contains("is never asked"), "{}", silent.stderr);
}

#[test]
fn pack_makes_a_plugin_of_a_module_and_a_manifest() {
    let folder = Folder::new();
    let core = folder.write("core.wasm", core_module(&module(MEMORY, "(unreachable)"), &interface()));
    let manifest = folder.write("manifest.json", MANIFEST);
    let output = folder.path("plugin.wasm");
    let pack = |component: &Path, manifest: &Path| {
        plugin_without_cache(&["pack", text(component), "--manifest", text(manifest), "-o", text(&output)])
    };
    let done = pack(&core, &manifest);
    assert_eq!(done.status, Some(0), "{}", done.stderr);
    let checked = plugin(&["check", text(&output)]);
    assert!(checked.stdout.contains("test.text 1.0.0"), "{}{}", checked.stdout, checked.stderr);

    // The names of its exports say which types they have.
    let untyped = wat::parse_str(module(MEMORY, "(unreachable)")).expect("a module");
    let done = pack(&folder.write("untyped.wasm", untyped), &manifest);
    assert_eq!(done.status, Some(0), "{}", done.stderr);
    let checked = plugin(&["check", text(&output)]);
    assert!(checked.stdout.contains("implements   converter\n"), "{}{}", checked.stdout, checked.stderr);
    let newer = module(MEMORY, "(unreachable)").replace("@0.1.0#", "@7.1.0#");
    let newer = pack(&folder.write("newer.wasm", wat::parse_str(newer).expect("a module")), &manifest);
    assert!(newer.stderr.contains("[plugin-encode]") && newer.stderr.contains("7.1.0"), "{}", newer.stderr);

    let bad = pack(&core, &folder.write("bad.json", r#"{"id": "../x"}"#));
    assert!(bad.stderr.contains("bad.json") && bad.stderr.contains("[plugin-manifest]"), "{}", bad.stderr);
    let plain = folder.write("plain.wasm", wat::parse_str("(module)").expect("a module"));
    let none = pack(&plain, &manifest);
    assert_eq!(none.status, Some(1), "{}", none.stderr);
    assert!(none.stderr.contains("plugins/wit"), "{}", none.stderr);
}

#[test]
fn the_examples_pass_their_cases() {
    for file in
        ["special/special", "real-custom-op/real_custom_op", "kept-custom/kept_custom", "composite/composite"]
    {
        let file = root().join("plugins/examples").join(file).with_extension("wasm");
        let ran = plugin(&["test", text(&file)]);
        assert_eq!(ran.status, Some(0), "{}{}", ran.stdout, ran.stderr);
    }
}

/// Some commands load nothing.
fn plugin_without_cache(args: &[&str]) -> Run {
    let start = std::time::Instant::now();
    let output =
        Command::new(env!("CARGO_BIN_EXE_tfl-opt")).arg("plugin").args(args).output().expect("it runs");
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    Run {
        status: output.status.code(),
        stdout: text(&output.stdout),
        stderr: text(&output.stderr),
        time: start.elapsed(),
        memory: 0,
    }
}

#[test]
fn test_compares_blesses_and_shows_what_differs() {
    let folder = Folder::new();
    let wasm = prebuilt("scale.wasm");
    let test =
        |more: &[&str]| plugin(&[&["test", text(&wasm), "--cases", text(&folder.path(""))], more].concat());
    let none = test(&[]);
    assert!(none.stderr.contains("there is no case here"), "{}", none.stderr);
    let good = folder.write("good.mlir", scale("factor = 2.5 : f32"));
    let bad = folder.write("wrong.mlir", scale("factor = \"big\""));
    let unsaid = test(&[]);
    assert_eq!(unsaid.status, Some(1));
    assert!(unsaid.stdout.contains("tfl.mul") && unsaid.stderr.contains("--bless"), "{}", unsaid.stdout);
    assert_eq!(test(&["--bless"]).status, Some(0));
    let passes = test(&[]);
    assert!(passes.status == Some(0) && passes.stdout.contains("2 cases passed"), "{}", passes.stdout);
    assert_eq!(passes.stdout.matches("... ok").count(), 2);
    assert!(!passes.stdout.contains("fuel 0 "), "{}", passes.stdout);

    let read = |path: &Path| std::fs::read_to_string(path).expect("readable");
    assert!(read(&bad).contains("// error: plugin `test.scale` cannot convert `tf.Scale`: it is no number"));
    std::fs::write(&good, read(&good).replace("dense<2.5", "dense<3.5")).expect("writable");
    let differs = test(&[]);
    assert_eq!(differs.status, Some(1));
    for line in ["-    %cst = arith.constant dense<3.5", "+    %cst = arith.constant dense<2.5"] {
        assert!(differs.stdout.contains(line), "{}", differs.stdout);
    }
    assert!(differs.stderr.contains("1 of 2 cases failed"), "{}", differs.stderr);
    folder.write("broken.mlir", "func.func @main(");
    assert!(test(&[]).stdout.contains("the case cannot be run"));
}

#[test]
fn replay_makes_the_call_again_until_it_succeeds() {
    let folder = Folder::new();
    let (input, crashes) = (folder.write("in.mlir", scale("factor = 2.5 : f32")), folder.path("crashes"));
    let wasm = prebuilt("scale.wasm");
    let args = [text(&input), "--convert-custom-ops", "--load-plugin", text(&wasm)];
    let limits = ["--plugin-crash-dir", text(&crashes), "--plugin-limit", "test.scale:fuel=100"];
    assert_eq!(run(&[args, limits].concat()).status, Some(1));
    let crash =
        std::fs::read_dir(&crashes).expect("a folder").next().expect("a crash").expect("an entry").path();
    let again = plugin(&["replay", text(&crash)]);
    assert_eq!(again.status, Some(1));
    assert!(again.stderr.contains("the call fails as it did"), "{}", again.stderr);
    assert!(again.stderr.contains("[plugin-out-of-fuel]"), "{}", again.stderr);
    let more = plugin(&["replay", text(&crash), "--plugin-limit", "test.scale:fuel=1e9"]);
    assert_eq!(more.status, Some(0), "{}", more.stderr);
    assert!(more.stdout.contains("tfl.mul"), "{}", more.stdout);
    let other = plugin(&["replay", text(&crash), "--plugin", text(&prebuilt("hostile.wasm"))]);
    assert!(other.stderr.contains("is not the file that failed"), "{}", other.stderr);
    let nonsense = plugin(&["replay", text(&folder.write("x.json", "{}"))]);
    assert!(nonsense.stderr.contains("[plugin-replay]"), "{}", nonsense.stderr);
}

/// A model with an operation that has attributes of all kinds.
const MODEL: &str = r#"module {
  func.func private @impl(%x: tensor<2xf32>) -> tensor<2xf32> attributes {tf._implements = #tf_type.func<@"acme:twice", {n = 3 : i64}>} {
    %0 = "tf.AddV2"(%x, %x) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    return %0 : tensor<2xf32>
  }
  func.func @main(%x: tensor<2x?xf32>, %y: tensor<2xf32>) -> (tensor<2x?xf32>, tensor<*xi32>, tensor<2xf32>) {
    %c = "tf.Const"() {value = dense<[1, 2]> : tensor<2xi32>} : () -> tensor<2xi32>
    %0:2 = "tf.MyOpV2"(%x, %y, %c) {Axis = -1 : i64, axes = [0, 1], empty = [], eps = 1.0e-3 : f32, keep = true, mode = "SA\\\"ME", names = ["a", "b"], rates = [0.5 : f32], shape = #tf_type.shape<2x?>, t = dense<1.0> : tensor<2xf32>, type = f32, _output_shapes = []} : (tensor<2x?xf32>, tensor<2xf32>, tensor<2xi32>) -> (tensor<2x?xf32>, tensor<*xi32>)
    %1 = "tf.PartitionedCall"(%y) {f = @impl, config = "", config_proto = "", executor_type = ""} : (tensor<2xf32>) -> tensor<2xf32>
    return %0#0, %0#1, %1 : tensor<2x?xf32>, tensor<*xi32>, tensor<2xf32>
  }
}
"#;

/// A SavedModel with a custom operation, which it defines, in text form.
const SAVED_MODEL: &str = r#"saved_model_schema_version: 1
meta_graphs {
  meta_info_def {
    stripped_op_list {
      op {
        name: "AcmeNorm"
        input_arg { name: "x" type_attr: "T" }
        input_arg { name: "scale" type_attr: "T" }
        output_arg { name: "y" type_attr: "T" }
        attr { name: "axis" type: "int" default_value { i: -1 } }
        attr { name: "epsilon" type: "float" }
        attr { name: "rates" type: "list(float)" default_value { list {} } }
        attr { name: "T" type: "type" }
      }
      op {
        name: "Placeholder"
        output_arg { name: "output" type_attr: "dtype" }
        attr { name: "dtype" type: "type" }
        attr { name: "shape" type: "shape" default_value { shape { unknown_rank: true } } }
      }
    }
    tags: "serve"
  }
  graph_def {
    node { name: "x" op: "Placeholder" attr { key: "dtype" value { type: DT_FLOAT } } attr { key: "shape" value { shape { dim { size: 2 } dim { size: 8 } } } } }
    node { name: "scale" op: "Placeholder" attr { key: "dtype" value { type: DT_FLOAT } } attr { key: "shape" value { shape { dim { size: 8 } } } } }
    node { name: "norm" op: "AcmeNorm" input: "x" input: "scale" attr { key: "T" value { type: DT_FLOAT } } attr { key: "epsilon" value { f: 0.5 } } attr { key: "_output_shapes" value { list { shape { dim { size: 2 } dim { size: 8 } } } } } }
  }
  signature_def {
    key: "serving_default"
    value {
      inputs { key: "x" value { name: "x:0" dtype: DT_FLOAT tensor_shape { dim { size: 2 } dim { size: 8 } } } }
      inputs { key: "scale" value { name: "scale:0" dtype: DT_FLOAT tensor_shape { dim { size: 8 } } } }
      outputs { key: "y" value { name: "norm:0" dtype: DT_FLOAT tensor_shape { dim { size: 2 } dim { size: 8 } } } }
      method_name: "tensorflow/serving/predict"
    }
  }
}
"#;

/// Begins a plugin; gives the folder, which is in `folder`.
fn begin(folder: &Folder, name: &str, args: &[&str]) -> Run {
    plugin_without_cache(&[&["new", text(&folder.path(name))], args].concat())
}

#[test]
fn new_takes_types_and_attributes_from_the_model() {
    let folder = Folder::new();
    let model = folder.write("model.mlir", MODEL);
    let model = ["--from-model", text(&model)];
    let done = begin(&folder, "mine", &[&model[..], &["--op", "MyOpV2", "--id", "acme.mine"]].concat());
    assert_eq!(done.status, Some(0), "{}", done.stderr);
    let read = |name: &str| std::fs::read_to_string(folder.path(name)).expect("written");
    let lib = read("mine/src/lib.rs");
    for line in [
        "axis: op.int(\"Axis\")?",
        "axes: Vec<i64>,",
        "rates: Vec<f64>,",
        "type_: Elem,",
        ".text(\"mode\", attrs.mode)",
        "// Attribute `t` has no field",
        r#""id":"acme.mine""#,
        "// operand 0: f32 [2, ?]",
        "// result 1: i32, of any rank",
    ] {
        assert!(lib.contains(line), "{line}\n{lib}");
    }
    let case = read("mine/tests/my_op_v2.mlir");
    let (before, after) = case.split_once("// -----").expect("two sides");
    assert!(before.contains("dense<[1, 2]>") && !before.contains("_output_shapes"), "{before}");
    assert!(after.contains("custom_code = \"MyOpV2\"") && !after.contains("tf.MyOpV2"), "{after}");
    assert!(read("mine/sdk/src/lib.rs").contains("export_plugin"));
    assert!(read("mine/README.md").lines().count() <= 7);

    let again = begin(&folder, "mine", &[&model[..], &["--op", "MyOpV2"]].concat());
    assert!(again.stderr.contains("there is a crate already"), "{}", again.stderr);
    let unknown = begin(&folder, "other", &[&model[..], &["--op", "MyOp"]].concat());
    assert!(unknown.stderr.contains("did you mean `tf.MyOpV2`?"), "{}", unknown.stderr);

    let composite = begin(&folder, "twice", &[&model[..], &["--op", "acme:twice"]].concat());
    assert_eq!(composite.status, Some(0), "{}", composite.stderr);
    assert!(read("twice/src/lib.rs").contains(r#""composites":["acme:twice"]"#));
    let case = read("twice/tests/twice.mlir");
    assert!(
        case.split_once("// -----").is_some_and(|parts| parts.1.contains("custom_code = \"Twice\"")),
        "{case}"
    );
}

#[test]
fn new_takes_the_definition_that_a_saved_model_brings() {
    let (folder, saved_model) = (Folder::new(), Folder::new());
    saved_model.write("saved_model.pbtxt", SAVED_MODEL);
    let done = begin(&folder, "norm", &["--from-model", text(&saved_model.path("")), "--op", "AcmeNorm"]);
    assert_eq!(done.status, Some(0), "{}", done.stderr);
    let lib = std::fs::read_to_string(folder.path("norm/src/lib.rs")).expect("written");
    for line in [
        "axis: op.int_or(\"axis\", -1)?",
        "epsilon: op.float(\"epsilon\")?",
        // What an empty list is a list of is known from the definition alone.
        "rates: op.floats_or(\"rates\", Vec::new())?",
        "// operand 1 `scale`: f32 [8]",
    ] {
        assert!(lib.contains(line), "{line}\n{lib}");
    }
}

#[test]
fn new_takes_types_and_attributes_from_the_registry_of_tensorflow() {
    let folder = Folder::new();
    let done = begin(&folder, "erfinv", &["--op", "tf.Erfinv"]);
    assert_eq!(done.status, Some(0), "{}", done.stderr);
    let lib = std::fs::read_to_string(folder.path("erfinv/src/lib.rs")).expect("written");
    assert!(lib.contains("struct Erfinv;") && lib.contains("// operand 0 `x`: f32 [4]"), "{lib}");
    let unknown = begin(&folder, "unknown", &["--op", "Erfinvv"]);
    assert!(unknown.stderr.contains("did you mean `Erfinv`?"), "{}", unknown.stderr);
}

/// Whether plugins can be built here; says so where not.
#[allow(clippy::print_stderr)]
pub(crate) fn can_build() -> bool {
    let target = "wasm32-unknown-unknown";
    let libdir = Command::new("rustc").args(["--print", "target-libdir", "--target", target]).output();
    let found = libdir.is_ok_and(|output| Path::new(String::from_utf8_lossy(&output.stdout).trim()).exists());
    if !found {
        eprintln!("skipped: there is no library for {target}; `rustup target add {target}`");
    }
    found
}

/// Lets cargo use what is here: the versions of this workspace, in a folder for all tests.
pub(crate) fn settle(command: &mut Command) -> &mut Command {
    let tmp = Path::new(env!("CARGO_TARGET_TMPDIR"));
    command
        .env("CARGO_TARGET_DIR", tmp.join("author"))
        .env("CARGO_NET_OFFLINE", "true")
        .env("XDG_CACHE_HOME", tmp.join("author-cache"))
        .env_remove("RUSTFLAGS")
}

#[test]
fn what_new_writes_passes_its_test_as_it_stands() {
    if !can_build() {
        return;
    }
    let folder = Folder::new();
    let model = folder.write("model.mlir", MODEL);
    let saved_model = Folder::new();
    saved_model.write("saved_model.pbtxt", SAVED_MODEL);
    let saved = saved_model.path("");
    for (name, op, model) in
        [("mine", "MyOpV2", &model), ("twice", "acme:twice", &model), ("norm", "AcmeNorm", &saved)]
    {
        let done = begin(&folder, name, &["--from-model", text(model), "--op", op]);
        assert_eq!(done.status, Some(0), "{}", done.stderr);
        std::fs::copy(root().join("Cargo.lock"), folder.path(name).join("Cargo.lock")).expect("copied");
        let mut command = Command::new(env!("CARGO_BIN_EXE_tfl-opt"));
        let output =
            settle(command.args(["plugin", "test"]).arg(folder.path(name))).output().expect("it runs");
        let said =
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.contains("1 case passed"), "{said}");
    }
}

#[test]
fn build_says_what_is_missing() {
    let folder = Folder::new();
    let none = plugin_without_cache(&["build", text(&folder.path(""))]);
    assert!(none.stderr.contains("there is no crate here"), "{}", none.stderr);
    folder.write("Cargo.toml", "[package]\nname = \"x\"\n");
    let mut command = Command::new(env!("CARGO_BIN_EXE_tfl-opt"));
    let output =
        command.args(["plugin", "build"]).arg(folder.path("")).env("CARGO", "/nowhere/cargo").output();
    let said = String::from_utf8_lossy(&output.expect("it runs").stderr).into_owned();
    assert!(said.contains("cargo cannot be run") && said.contains("rustup target add"), "{said}");

    // A machine without the library for WebAssembly.
    let script = |name: &str, text: &str| {
        use std::os::unix::fs::PermissionsExt;
        let path = folder.write(name, format!("#!/bin/sh\n{text}\n"));
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("mine");
        path
    };
    let cargo = script("cargo", "exit 1");
    script("rustc", "echo /nowhere");
    let path = format!("{}:{}", folder.path("").display(), std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new(env!("CARGO_BIN_EXE_tfl-opt"));
    command.args(["plugin", "build"]).arg(folder.path("")).env("CARGO", cargo).env("PATH", path);
    let said = String::from_utf8_lossy(&command.output().expect("it runs").stderr).into_owned();
    assert!(said.contains("note: rustup target add wasm32-unknown-unknown"), "{said}");
}

/// Names that a model gives are text, whatever they look like.
#[test]
fn names_of_a_model_become_no_code() {
    let folder = Folder::new();
    let model = r#"func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.MyOp"(%x) {"a\0Afn evil() {}" = 1 : i64, "b\22#" = dense<1.0> : tensor<2xf32>, fn = 2 : i64, Fn = 3 : i64} : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
"#;
    let model = folder.write("model.mlir", model);
    let done = begin(&folder, "mine", &["--from-model", text(&model), "--op", "MyOp"]);
    assert_eq!(done.status, Some(0), "{}", done.stderr);
    let lib = std::fs::read_to_string(folder.path("mine/src/lib.rs")).expect("written");
    assert!(!lib.lines().any(|line| line.trim_start().starts_with("fn evil")), "{lib}");
}
