//! `plugin build`: a crate becomes a component by cargo and, in this process, an encoder.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use core_ir::Diagnostic;
use core_ir::diag::Result;
use plugins_host::manifest::{self, Outline};
use wit_component::ComponentEncoder;

/// What plugins are compiled for: it has no system that they could ask for.
const TARGET: &str = "wasm32-unknown-unknown";

/// A plugin that was built.
pub(super) struct Built {
    /// Its file.
    pub(super) file: PathBuf,
    size: usize,
    outline: Outline,
    time: Duration,
}

impl Built {
    /// What to say of it.
    pub(super) fn line(&self) -> String {
        let manifest = &self.outline.manifest;
        format!(
            "{}: {} {}, {} bytes, built in {:.1} s",
            self.file.display(),
            manifest.id,
            manifest.version,
            self.size,
            self.time.as_secs_f64()
        )
    }
}

/// Builds the crate in `dir`.
pub(super) fn run(dir: &Path, output: Option<&Path>) -> Result<Built> {
    let start = Instant::now();
    let module = compile(dir)?;
    let bytes = std::fs::read(&module).map_err(|why| super::file_fault(&module, &why))?;
    let component = encode(&bytes)?;
    let outline = manifest::outline(&component)
        .map_err(|fault| fault.help("a plugin in Rust says `tfl_opt_plugin::export_plugin!` once"))?;
    let name = module.file_name().unwrap_or("plugin.wasm".as_ref());
    let file = output.map_or_else(|| dir.join(name), Path::to_owned);
    super::write(&file, &component)?;
    Ok(Built { file, size: component.len(), outline, time: start.elapsed() })
}

/// A module of functions as a component. Custom sections stay.
pub(super) fn encode(module: &[u8]) -> Result<Vec<u8>> {
    let encoded =
        ComponentEncoder::default().validate(true).module(module).and_then(|mut encoder| encoder.encode());
    encoded.map_err(|why| {
        let text = format!("the module cannot become a component: {}", first_line(&format!("{why:#}")));
        Box::new(
            Diagnostic::error("plugin-build", text)
                .help("bindings to the interface, as the SDK has them, tell the encoder what the module is"),
        )
    })
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// The module that cargo makes of the crate. What cargo has to say goes to the standard error stream.
fn compile(dir: &Path) -> Result<PathBuf> {
    let manifest = dir.join("Cargo.toml");
    if !manifest.is_file() {
        return Diagnostic::error("plugin-build", "there is no Cargo.toml")
            .in_file(dir)
            .help("name the folder of a plugin's crate; `tfl-opt plugin new` makes one")
            .err();
    }
    let cargo = std::env::var_os("CARGO").unwrap_or("cargo".into());
    let run = Command::new(cargo)
        .args(["build", "--release", "--quiet", "--lib", "--message-format=json-render-diagnostics"])
        .args(["--target", TARGET])
        .current_dir(dir)
        // The same sources make the same plugin wherever they are.
        .env("CARGO_ENCODED_RUSTFLAGS", remap(dir).join("\x1f"))
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|why| {
            let text = format!("cargo cannot be run: {why}");
            Box::new(Diagnostic::error("plugin-cargo", text).help("install Rust: https://rustup.rs"))
        })?;
    if !run.status.success() {
        let diag = Diagnostic::error("plugin-build", "the crate does not build").in_file(dir);
        return if has_target() {
            diag.err()
        } else {
            diag.note(format!("Rust has no standard library for {TARGET} here"))
                .help(format!("rustup target add {TARGET}"))
                .err()
        };
    }
    module_of(&String::from_utf8_lossy(&run.stdout), &manifest).ok_or_else(|| {
        let text = "the crate makes no WebAssembly module";
        Box::new(
            Diagnostic::error("plugin-build", text)
                .in_file(&manifest)
                .help("its library needs crate-type = [\"cdylib\", \"rlib\"]"),
        )
    })
}

/// The last module in cargo's messages that belongs to the package of `manifest`.
fn module_of(messages: &str, manifest: &Path) -> Option<PathBuf> {
    let manifest = manifest.canonicalize().ok()?;
    let of_message = |line: &str| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        let path = message["manifest_path"].as_str()?;
        let files = message["filenames"].as_array()?;
        let module = files.iter().filter_map(|file| file.as_str()).find(|file| file.ends_with(".wasm"))?;
        (Path::new(path).canonicalize().ok()? == manifest).then(|| PathBuf::from(module))
    };
    messages.lines().filter_map(of_message).next_back()
}

fn has_target() -> bool {
    let rustc = Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).output();
    let libdir = rustc.ok().and_then(|output| String::from_utf8(output.stdout).ok());
    libdir.is_some_and(|path| Path::new(path.trim()).is_dir())
}

/// Flags that keep the folders of this machine out of the plugin.
fn remap(dir: &Path) -> Vec<String> {
    let home = |name: &str, folder: &str| {
        let set = std::env::var_os(name).map(PathBuf::from);
        set.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(folder)))
    };
    let folders = [
        (dir.canonicalize().ok(), "."),
        (home("CARGO_HOME", ".cargo"), "CARGO_HOME"),
        (home("RUSTUP_HOME", ".rustup"), "RUSTUP_HOME"),
    ];
    let flag = |(folder, name): (Option<PathBuf>, &str)| {
        folder.map(|folder| format!("--remap-path-prefix={}={name}", folder.display()))
    };
    folders.into_iter().filter_map(flag).collect()
}
