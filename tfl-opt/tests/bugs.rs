//! Passes that have bugs: a panic becomes a diagnostic, and a file that shows the bug.
//!
//! The passes are registered here, so this program is a `tfl-opt` too: it is started again as one.

use std::path::Path;
use std::process::{Command, ExitCode};

use core_ir::pass::PassState;
use core_ir::{Context, Graph, Reported, register_pass};
use libtest_mimic::{Arguments, Trial};
use passes::registration::{GraphPass, ModulePass};

register_pass!("test-function-bug", "Panics on functions that hold tf.Neg", GraphPass(function_bug));
register_pass!("test-module-bug", "Panics", ModulePass(module_bug));

fn function_bug(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    for op in graph.all_ops() {
        if graph.is(ctx, op, "tf.Neg") {
            // Half done: what uses the operation is left without it.
            graph.detach(op);
            panic!("no {}", ctx.op_text(graph.op_name(op)));
        }
    }
    state.count("functions seen", 1);
    Ok(())
}

fn module_bug(_: &Context, _: &mut Graph, _: &mut PassState<'_>) -> Result<(), Reported> {
    panic!("no module will do")
}

/// What the first argument has to be for this program to be the tool.
const AS_TOOL: &str = "as-tfl-opt";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args.first().is_some_and(|arg| arg == AS_TOOL) {
        return tfl_opt::run(&args);
    }
    let tests: [(&str, fn()); 5] = [
        ("the reproducer stands beside the output", beside_the_output),
        ("the reproducer is a temporary file without an output", in_the_temporary_files),
        ("the reproducer goes where it is asked for", where_asked),
        ("the bug of a pass in a conversion", in_a_conversion),
        ("the IR that a bug leaves can be printed", with_ir_printing),
    ];
    let trials = tests.map(|(name, test)| {
        Trial::test(name, move || {
            test();
            Ok(())
        })
    });
    libtest_mimic::run(&Arguments::from_args(), trials.into()).exit_code()
}

const TEXT: &str = r#"func.func @sound(%arg0: tensor<2xf32>) -> tensor<2xf32> {
  func.return %arg0 : tensor<2xf32>
}
func.func @bad(%arg0: tensor<2xf32>) -> tensor<2xf32> {
  %0 = "tf.Neg"(%arg0) : (tensor<2xf32>) -> tensor<2xf32>
  %1 = "tf.Neg"(%0) : (tensor<2xf32>) -> tensor<2xf32>
  func.return %1 : tensor<2xf32>
}
"#;

/// Runs the tool in `dir` on [`TEXT`], which must fail, and gives what it said.
#[track_caller]
fn fails(dir: &Path, args: &[&str]) -> String {
    std::fs::write(dir.join("in.mlir"), TEXT).expect("writable");
    let this = std::env::current_exe().expect("this program");
    let run = Command::new(this).arg(AS_TOOL).args(args).current_dir(dir).env("TMPDIR", dir).output();
    let run = run.expect("it runs");
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(run.status.code(), Some(1), "{said}");
    assert!(run.stdout.is_empty(), "a result was printed");
    said
}

/// The path that `said` names as that of the reproducer, and its text.
#[track_caller]
fn reproducer(dir: &Path, said: &str) -> (String, String) {
    let (_, rest) = said.split_once("reproducer generated at `").unwrap_or_else(|| panic!("{said}"));
    let path = rest.split('`').next().unwrap_or_default().to_owned();
    let text = std::fs::read_to_string(dir.join(&path)).unwrap_or_else(|why| panic!("{path}: {why}"));
    (path, text)
}

fn beside_the_output() {
    let dir = tempfile::tempdir().expect("a folder");
    let dir = dir.path();
    let pipeline = "--pass-pipeline=builtin.module(cse,func.func(dce,test-function-bug),dce)";
    let said = fails(dir, &["in.mlir", pipeline, "-o", "out.mlir"]);
    assert!(said.contains("error: pass `test-function-bug` failed by a bug: no tf.Neg"), "{said}");
    let what = "Pipeline failed while executing `test-function-bug` on 'func.func' operation: @bad";
    assert!(said.contains(what) && !said.contains("@sound"), "{said}");
    assert!(!dir.join("out.mlir").exists(), "an output was written");
    let (path, text) = reproducer(dir, &said);
    assert_eq!(path, "out.mlir.reproducer.mlir");
    // The module is as it was, not as the pass left it.
    assert_eq!(text.matches("tf.Neg").count(), 2, "{text}");
    let wanted = "pipeline: \"builtin.module(cse,func.func(dce,test-function-bug),dce)\"";
    assert!(text.contains(wanted), "{text}");
    let again = fails(dir, &[&path, "--run-reproducer", "-o", "again.mlir"]);
    assert!(again.contains("failed by a bug: no tf.Neg"), "{again}");
}

fn in_the_temporary_files() {
    let dir = tempfile::tempdir().expect("a folder");
    let said = fails(dir.path(), &["in.mlir", "--test-module-bug", "--cse"]);
    assert!(said.contains("failed by a bug: no module will do"), "{said}");
    assert!(said.contains("`test-module-bug` on 'builtin.module' operation:"), "{said}");
    let (path, text) = reproducer(dir.path(), &said);
    assert!(Path::new(&path).starts_with(dir.path()), "{path}");
    assert!(text.contains("builtin.module(test-module-bug,cse)"), "{text}");
}

fn where_asked() {
    let dir = tempfile::tempdir().expect("a folder");
    let args = [
        "in.mlir",
        "--cse",
        "--test-function-bug",
        "--mlir-pass-pipeline-crash-reproducer=there.mlir",
        "--mlir-pass-pipeline-local-reproducer",
        "-o",
        "out.mlir",
    ];
    let said = fails(dir.path(), &args);
    let (path, text) = reproducer(dir.path(), &said);
    assert_eq!(path, "there.mlir");
    assert!(text.contains("\"builtin.module(test-function-bug)\""), "{text}");
    assert!(!dir.path().join("out.mlir.reproducer.mlir").exists());
}

fn in_a_conversion() {
    let dir = tempfile::tempdir().expect("a folder");
    let args = ["convert", "in.mlir", "-o", "out.tflite", "--pass-pipeline", "test-function-bug"];
    let said = fails(dir.path(), &args);
    assert!(said.contains("[pass-panic]"), "{said}");
    let (path, text) = reproducer(dir.path(), &said);
    assert_eq!(path, "out.tflite.reproducer.mlir");
    assert!(text.contains("tf.Neg") && text.contains("loc("), "{text}");
    assert!(!dir.path().join("out.tflite").exists(), "an output was written");
}

fn with_ir_printing() {
    let dir = tempfile::tempdir().expect("a folder");
    let args = ["in.mlir", "--pass-pipeline=func.func(test-function-bug)", "--mlir-print-ir-after-failure"];
    let said = fails(dir.path(), &args);
    assert!(said.contains("IR Dump After test-function-bug Failed"), "{said}");
    assert_eq!(said.matches("IR Dump").count(), 1, "{said}");
    reproducer(dir.path(), &said);
}
