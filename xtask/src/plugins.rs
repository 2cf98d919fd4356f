//! `cargo xtask plugins`: builds the plugins of the tests and of the examples, whose binaries are in the tree, so that
//! neither needs a toolchain for WebAssembly.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail, ensure};
use clap::Parser;
use wit_component::ComponentEncoder;

/// Options of the chore.
#[derive(Parser)]
pub(crate) struct Options {
    /// Compare with what is in the tree, where the bytes are always the same, and write nothing.
    #[arg(long)]
    check: bool,
}

const TARGET: &str = "wasm32-unknown-unknown";

/// A workspace of plugins.
struct Workspace {
    folder: &'static str,
    /// Modules, and where the component of each is kept.
    plugins: &'static [(&'static str, &'static str)],
    /// Whether the same sources always make the same bytes. Cargo tells a library outside of a workspace by the folder that
    /// it lies in, so that the examples, which use the SDK so, differ with that; `cargo xtask plugin-examples` checks what
    /// they compute.
    is_reproducible: bool,
}

const WORKSPACES: &[Workspace] = &[
    Workspace {
        folder: "plugins/tests/guests",
        plugins: &[
            ("scale", "plugins/tests/prebuilt/scale.wasm"),
            ("hostile", "plugins/tests/prebuilt/hostile.wasm"),
        ],
        is_reproducible: true,
    },
    Workspace {
        folder: "plugins/examples",
        plugins: &[
            ("special", "plugins/examples/special/special.wasm"),
            ("real_custom_op", "plugins/examples/real-custom-op/real_custom_op.wasm"),
            ("kept_custom", "plugins/examples/kept-custom/kept_custom.wasm"),
            ("composite", "plugins/examples/composite/composite.wasm"),
        ],
        is_reproducible: false,
    },
];

/// Builds or compares.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("the folder of the workspace")?;
    let mut differs = false;
    for workspace in WORKSPACES {
        let target = root.join("target").join(workspace.folder);
        build(root, workspace.folder, &target)?;
        for (name, place) in workspace.plugins {
            let module = target.join(TARGET).join("release").join(format!("{name}.wasm"));
            let module = std::fs::read(&module).with_context(|| format!("{}", module.display()))?;
            let component = ComponentEncoder::default().validate(true).module(&module)?.encode()?;
            let file = root.join(place);
            if !options.check {
                std::fs::write(&file, &component).with_context(|| format!("{}", file.display()))?;
                println!("{name}: {} bytes", component.len());
            } else if workspace.is_reproducible && std::fs::read(&file).ok().as_ref() != Some(&component) {
                eprintln!("{} is not what its source makes; run `cargo xtask plugins`", file.display());
                differs = true;
            }
        }
    }
    Ok(if differs { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Builds the modules. Paths of this machine are kept out of them.
fn build(root: &Path, folder: &str, target: &Path) -> Result<()> {
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
        .current_dir(root.join(folder))
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"))
        .status()
        .context("cargo cannot be run")?;
    if !status.success() {
        let libdir = Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).output()?;
        let libdir = String::from_utf8(libdir.stdout)?;
        ensure!(Path::new(libdir.trim()).exists(), "the target is missing: rustup target add {TARGET}");
        bail!("the plugins in {folder} do not build");
    }
    Ok(())
}
