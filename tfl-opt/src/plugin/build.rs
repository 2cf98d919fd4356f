//! `tfl-opt plugin build`: the crate of a plugin as a file that tfl-opt loads.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use core_ir::diag::{Diagnostic, Result};
use plugins_host::manifest;
use serde_json::Value;

use super::{check, pack, read, say, write};

/// Build the crate of a plugin: cargo makes a module, of which a component is made.
#[derive(clap::Args, Debug)]
pub(super) struct BuildArgs {
    /// The crate.
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// The file to write, in place of NAME.wasm in the crate.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Let cargo use nothing of the network.
    #[arg(long)]
    offline: bool,
}

impl BuildArgs {
    /// Builds `folder` with nothing said besides.
    pub(super) fn of(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), output: None, offline: false }
    }
}

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds the plugin; gives its file.
pub(super) fn run(args: &BuildArgs) -> Result<PathBuf> {
    let module = compile(args)?;
    let component = pack::encode(&read(&module, "the module")?, &module)?;
    let outline = manifest::outline(&component).map_err(|fault| check::advised(fault, &module))?;
    let name = module.file_name().unwrap_or("plugin.wasm".as_ref());
    let output = args.output.clone().unwrap_or_else(|| args.folder.join(name));
    // A file that is as it should be keeps its time.
    if std::fs::read(&output).ok().as_ref() != Some(&component) {
        write(&output, &component)?;
    }
    let (id, version) = (&outline.manifest.id, &outline.manifest.version);
    say(&format!("{}: {id} {version}, {} bytes\n", output.display(), component.len()))?;
    Ok(output)
}

/// Runs cargo; gives the module that it made.
fn compile(args: &BuildArgs) -> Result<PathBuf> {
    let manifest = args.folder.join("Cargo.toml");
    let fault = |text: &str| Diagnostic::error("plugin-build", text).in_file(&manifest);
    if !manifest.exists() {
        return fault("there is no crate here").help("`tfl-opt plugin new` makes one").err();
    }
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    cargo.args(["build", "--release", "--lib", "--target", TARGET]);
    cargo.args(["--message-format", "json-render-diagnostics"]);
    cargo.args(args.offline.then_some("--offline"));
    cargo
        .current_dir(&args.folder)
        .env("CARGO_ENCODED_RUSTFLAGS", flags(&args.folder))
        .env_remove("RUSTFLAGS");
    let output = cargo.stdin(Stdio::null()).stderr(Stdio::inherit()).output().map_err(|why| {
        fault(&format!("cargo cannot be run: {why}"))
            .help(format!("install Rust with rustup, then `rustup target add {TARGET}`"))
    });
    let output = output.map_err(Box::new)?;
    if !output.status.success() {
        if !has_target() {
            return fault(&format!("Rust has no library for {TARGET} here"))
                .help(format!("rustup target add {TARGET}"))
                .err();
        }
        return fault("cargo could not build the plugin").note("what it said is above").err();
    }
    module_of(&output).ok_or_else(|| {
        Box::new(
            fault("the crate makes no module")
                .help("write `crate-type = [\"cdylib\", \"rlib\"]` below `[lib]` in its Cargo.toml"),
        )
    })
}

/// The module among what cargo says that it made: that of the last package, on which none depends.
fn module_of(output: &Output) -> Option<PathBuf> {
    let mut lines = output.stdout.rsplit(|&byte| byte == b'\n');
    lines.find_map(|line| {
        let message: Value = serde_json::from_slice(line).ok()?;
        let files = message.get("filenames")?.as_array()?;
        let mut files = files.iter().filter_map(|file| file.as_str().map(PathBuf::from));
        files.find(|file| file.extension().is_some_and(|extension| extension == "wasm"))
    })
}

/// Flags of the compiler by which no path of this machine gets into the plugin, so that every machine makes the same.
fn flags(folder: &Path) -> OsString {
    let home = |name: &str, folder: &str| {
        let set = std::env::var_os(name).map(PathBuf::from);
        set.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(folder)))
    };
    let given = std::env::var("CARGO_ENCODED_RUSTFLAGS").or_else(|_| {
        std::env::var("RUSTFLAGS").map(|flags| flags.split_whitespace().collect::<Vec<_>>().join("\x1f"))
    });
    let mut flags: Vec<OsString> =
        given.ok().filter(|flags| !flags.is_empty()).map(OsString::from).into_iter().collect();
    let mut remap = |path: PathBuf, name: &str| {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(path);
        flag.push("=");
        flag.push(name);
        flags.push(flag);
    };
    if let Ok(folder) = folder.canonicalize() {
        remap(folder, ".");
    }
    for (name, folder) in [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")] {
        home(name, folder).into_iter().for_each(|path| remap(path, name));
    }
    flags.join("\x1f".as_ref())
}

/// Whether the compiler has the target's standard library.
fn has_target() -> bool {
    let output = Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).output();
    let folder = output.ok().and_then(|output| String::from_utf8(output.stdout).ok());
    folder.is_none_or(|folder| Path::new(folder.trim()).exists())
}
