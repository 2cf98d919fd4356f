//! Runs the program with plugins, and makes plugins of text.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use plugins_host::manifest;
use wit_component::{ComponentEncoder, StringEncoding, embed_component_metadata};
use wit_parser::Resolve;

/// A plugin of `plugins/tests/prebuilt`.
pub(crate) fn prebuilt(name: &str) -> PathBuf {
    root().join("plugins/tests/prebuilt").join(name)
}

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a crate of the workspace").to_owned()
}

/// A folder for what one test writes.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary directory"))
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).expect("writable");
        path
    }
}

/// What came of a run.
pub(crate) struct Run {
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) time: Duration,
    /// The largest resident size of the program or a child of it, in bytes, as far as it was seen.
    pub(crate) memory: u64,
}

/// Runs tfl-opt. Machine code is kept for all tests of a run, so that each plugin is compiled once.
pub(crate) fn run(args: &[&str]) -> Run {
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("plugin-cache");
    run_in(&cache, args)
}

/// As [`run`], with a cache of its own.
pub(crate) fn run_in(cache: &Path, args: &[&str]) -> Run {
    let out = Folder::new();
    let file = |name: &str| std::fs::File::create(out.path(name)).expect("writable");
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_tfl-opt"))
        .args(args)
        .arg("--plugin-cache")
        .arg(cache)
        .stdin(Stdio::null())
        .stdout(file("out"))
        .stderr(file("err"))
        .spawn()
        .expect("tfl-opt runs");
    let mut memory = 0;
    let status = loop {
        memory = memory.max(resident(child.id()));
        if let Some(status) = child.try_wait().expect("a child") {
            break status;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let read =
        |name: &str| String::from_utf8_lossy(&std::fs::read(out.path(name)).expect("readable")).into_owned();
    Run { status: status.code(), stdout: read("out"), stderr: read("err"), time: start.elapsed(), memory }
}

/// The largest resident size so far of a process or of one of its children.
fn resident(id: u32) -> u64 {
    let of = |id: u32| {
        let text = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) << 10
    };
    let children = std::fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default();
    children.split_whitespace().filter_map(|id| id.parse().ok()).map(of).max().unwrap_or(0).max(of(id))
}

/// The manifest of a plugin that is made of text.
pub(crate) const MANIFEST: &str = r#"{"id":"test.text","version":"1.0.0","wit":"0.1.0","ops":["tf.Text"]}"#;

/// The interface as it is published.
pub(crate) fn interface() -> String {
    let folder = root().join("plugins/wit/released/0.1.0");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("readable");
    let (types, plugin) = (read("types.wit"), read("plugin.wit"));
    types + &plugin.replace("package tfl-opt:plugin@0.1.0;", "")
}

/// A component of a core module in text form, built against `wit`.
pub(crate) fn component(wat: &str, wit: &str, text: &str) -> Vec<u8> {
    let encoder = ComponentEncoder::default().validate(false);
    let module = core_module(wat, wit);
    let component = encoder.module(&module).and_then(|mut it| it.encode()).expect("a component");
    manifest::with_manifest(&component, text)
}

/// A core module in text form that holds the types of `wit`.
pub(crate) fn core_module(wat: &str, wit: &str) -> Vec<u8> {
    let mut module = wat::parse_str(wat).expect("a module");
    let mut resolve = Resolve::default();
    let package = resolve.push_str("plugin.wit", wit).expect("an interface");
    let world = resolve.select_world(&[package], Some("converter-plugin")).expect("a world");
    embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8).expect("metadata");
    module
}

/// Adds a custom section at the end.
pub(crate) fn custom_section(wasm: &mut Vec<u8>, name: &str, data: &[u8]) {
    *wasm = manifest::with_section(wasm, name, data);
}

/// A module with what every plugin has, `fields` at the top and `body` for converting.
pub(crate) fn module(fields: &str, body: &str) -> String {
    format!(
        r#"(module
            {fields}
            (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const 65536))
            (func (export "tfl-opt:plugin/converter@0.1.0#convert")
                (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)
                {body}))"#
    )
}

/// The fields of a module with a plain memory.
pub(crate) const MEMORY: &str = r#"(memory (export "memory") 4)"#;

static PIECES: AtomicUsize = AtomicUsize::new(0);

/// What a plugin did with one operation, and what then was with the next.
pub(crate) struct Attempt {
    pub(crate) run: Run,
    /// The program that comes of it when only the other plugin is asked.
    without: String,
    /// The codes of failed calls.
    pub(crate) codes: Vec<String>,
}

impl Attempt {
    /// Asks `plugin` about `op`, which is one operation on `%x` and the constant `%c`, between two of `tf.Scale`.
    pub(crate) fn new(plugin: &Path, op: &str, more: &[&str]) -> Self {
        let folder = Folder::new();
        let text = format!(
            r#"func.func @main(%x: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) {{
  %c = "tf.Const"() {{value = dense<[3.0, 4.0]> : tensor<2xf32>}} : () -> tensor<2xf32>
  %0 = "tf.Scale"(%x) {{factor = 2.5 : f32}} : (tensor<2xf32>) -> tensor<2xf32>
  %1 = {op} : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  %2 = "tf.Scale"(%1) {{factor = 0.5 : f32}} : (tensor<2xf32>) -> tensor<2xf32>
  return %0, %1, %2 : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
}}"#
        );
        let piece = PIECES.fetch_add(1, Ordering::Relaxed);
        let input = folder.write(&format!("{piece}.mlir"), text);
        let crashes = folder.path("crashes");
        let scale = prebuilt("scale.wasm");
        let text = |path: &Path| path.to_str().expect("a plain path").to_owned();
        let (input, plugin, scale, folder_of_crashes) =
            (text(&input), text(plugin), text(&scale), text(&crashes));
        let mut args =
            vec![&input[..], "--convert-custom-ops", "--load-plugin", &plugin, "--load-plugin", &scale];
        args.extend(["--plugin-crash-dir", &folder_of_crashes]);
        args.extend(more);
        let without = run(&[&input, "--convert-custom-ops", "--load-plugin", &scale]).stdout;
        let run = run(&args);
        let mut codes: Vec<String> = std::fs::read_dir(&crashes)
            .into_iter()
            .flatten()
            .map(|entry| {
                let text = std::fs::read_to_string(entry.expect("an entry").path()).expect("readable");
                let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
                json["code"].as_str().expect("a code").to_owned()
            })
            .collect();
        codes.sort();
        Self { run, without, codes }
    }

    /// The call failed with `code`; the program is as if nobody had been asked about the operation, and the others were
    /// converted.
    #[track_caller]
    pub(crate) fn fails(&self, code: &str, op: &str) {
        self.is_sound();
        assert_eq!(self.codes, [code], "{}", self.run.stderr);
        assert_eq!(self.run.status, Some(1), "{}", self.run.stderr);
        assert!(self.run.stderr.contains("the operation is left as it was"), "{}", self.run.stderr);
        assert_eq!(self.run.stdout.matches(&format!("\"{op}\"(")).count(), 1, "{}", self.run.stdout);
        assert_eq!(self.run.stdout, self.without);
    }

    /// The program lives, within its bounds, and the operations of the other plugin were converted.
    #[track_caller]
    pub(crate) fn is_sound(&self) {
        let run = &self.run;
        assert!(
            !run.stderr.contains("panicked at core") && !run.stderr.contains("pass-panic"),
            "{}",
            run.stderr
        );
        assert_eq!(run.stdout.matches("tf.Scale").count(), 0, "{}\n{}", run.stdout, run.stderr);
        assert!(run.time < Duration::from_secs(20), "{:?}", run.time);
        assert!(run.memory < 768 << 20, "{} MiB", run.memory >> 20);
    }
}
