//! `cargo xtask plugins`: builds the plugins of the tests and of the examples, whose binaries are in the tree, so that
//! neither needs a toolchain for WebAssembly.

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};
use clap::Parser;

use crate::tools;

/// Options of the chore.
#[derive(Parser)]
pub(crate) struct Options {
    /// Compare with what is in the tree, where the bytes are always the same, and write nothing.
    #[arg(long)]
    check: bool,
}

/// A workspace of plugins.
struct Workspace {
    folder: &'static str,
    /// Crates in it, and where the plugin of each is kept.
    plugins: &'static [(&'static str, &'static str)],
    /// Crates whose sources make other bytes in other folders: Cargo tells a library outside of a workspace by the folder
    /// that it lies in, and these use the SDK so. Tests and `cargo xtask plugin-examples` check what they compute.
    differing: &'static [&'static str],
}

const WORKSPACES: &[Workspace] = &[
    Workspace {
        folder: "plugins/tests/guests",
        plugins: &[
            ("scale", "plugins/tests/prebuilt/scale.wasm"),
            ("hostile", "plugins/tests/prebuilt/hostile.wasm"),
            ("facts", "plugins/tests/prebuilt/facts.wasm"),
            ("echo", "plugins/tests/prebuilt/echo.wasm"),
            ("echo-sdk", "plugins/tests/prebuilt/echo_sdk.wasm"),
        ],
        differing: &["echo-sdk"],
    },
    Workspace {
        folder: "plugins/examples",
        plugins: &[
            ("special", "plugins/examples/special/special.wasm"),
            ("real-custom-op", "plugins/examples/real-custom-op/real_custom_op.wasm"),
            ("kept-custom", "plugins/examples/kept-custom/kept_custom.wasm"),
            ("composite", "plugins/examples/composite/composite.wasm"),
        ],
        differing: &["special", "real-custom-op", "kept-custom", "composite"],
    },
];

/// Builds or compares.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let root = tools::workspace();
    let tfl_opt = tools::build_tfl_opt(false)?;
    let mut differs = false;
    for workspace in WORKSPACES {
        let target = tools::target().join(workspace.folder);
        for (krate, place) in workspace.plugins {
            let file = root.join(place);
            if !options.check {
                build(&tfl_opt, &root.join(workspace.folder).join(krate), &target, &file)?;
                continue;
            }
            let made = target.join(krate).with_extension("wasm");
            build(&tfl_opt, &root.join(workspace.folder).join(krate), &target, &made)?;
            let read = |file: &Path| std::fs::read(file).with_context(|| format!("{}", file.display()));
            if !workspace.differing.contains(krate) && read(&made)? != read(&file)? {
                eprintln!("{} is not what its source makes; run `cargo xtask plugins`", file.display());
                differs = true;
            }
        }
    }
    Ok(if differs { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn build(tfl_opt: &Path, krate: &Path, target: &Path, file: &Path) -> Result<()> {
    let status = Command::new(tfl_opt)
        .args(["plugin", "build", "--output"])
        .args([file, krate])
        .env("CARGO_TARGET_DIR", target)
        .status()
        .with_context(|| format!("{} cannot be run", tfl_opt.display()))?;
    ensure!(status.success(), "{} does not build", krate.display());
    Ok(())
}
