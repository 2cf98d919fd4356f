//! `cargo xtask plugins`: builds the plugins of the tests, whose binaries are in the tree, so that the tests need no
//! toolchain for WebAssembly.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail, ensure};
use clap::Parser;
use wit_component::ComponentEncoder;

/// Options of the chore.
#[derive(Parser)]
pub(crate) struct Options {
    /// Compare with what is in the tree, and write nothing.
    #[arg(long)]
    check: bool,
}

const TARGET: &str = "wasm32-unknown-unknown";
const GUESTS: &str = "plugins/tests/guests";
const PREBUILT: &str = "plugins/tests/prebuilt";
const NAMES: &[&str] = &["scale", "hostile"];

/// Builds or compares.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("the folder of the workspace")?;
    let target = root.join("target/guests");
    build(root, &target)?;
    let mut differs = false;
    for name in NAMES {
        let module = target.join(TARGET).join("release").join(format!("{name}.wasm"));
        let module = std::fs::read(&module).with_context(|| format!("{}", module.display()))?;
        let component = ComponentEncoder::default().validate(true).module(&module)?.encode()?;
        let file = root.join(PREBUILT).join(format!("{name}.wasm"));
        if !options.check {
            std::fs::create_dir_all(root.join(PREBUILT))?;
            std::fs::write(&file, &component)?;
            println!("{name}: {} bytes", component.len());
        } else if std::fs::read(&file).ok().as_ref() != Some(&component) {
            eprintln!("{} is not what its source makes; run `cargo xtask plugins`", file.display());
            differs = true;
        }
    }
    Ok(if differs { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Builds the modules. Paths of this machine are kept out of them.
fn build(root: &Path, target: &Path) -> Result<()> {
    let home = |name: &str, folder: &str| {
        let set = std::env::var_os(name).map(PathBuf::from);
        set.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(folder)))
    };
    let mut flags = vec![format!("--remap-path-prefix={}=.", root.display())];
    for (name, folder) in [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")] {
        flags.extend(home(name, folder).map(|path| format!("--remap-path-prefix={}={name}", path.display())));
    }
    let status = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
        .args(["build", "--release", "--locked", "--target", TARGET, "--target-dir"])
        .arg(target)
        .current_dir(root.join(GUESTS))
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"))
        .status()
        .context("cargo cannot be run")?;
    if !status.success() {
        let libdir = Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).output()?;
        let libdir = String::from_utf8(libdir.stdout)?;
        ensure!(Path::new(libdir.trim()).exists(), "the target is missing: rustup target add {TARGET}");
        bail!("the plugins of the tests do not build");
    }
    Ok(())
}
