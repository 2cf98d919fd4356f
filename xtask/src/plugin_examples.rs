//! `cargo xtask plugin-examples`: the models of `plugins/examples` through tfl-opt with the plugins that are in the tree,
//! and LiteRT beside TensorFlow; the plugins' cases; and the plugins in other languages, built from source.
//! `plugins/examples/check.py` does it, and needs g++, and npm for JavaScript.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};
use clap::Args;

use crate::{compare, tools, venv};

/// What `cargo xtask plugin-examples` takes.
#[derive(Args)]
pub(crate) struct Options {
    /// Where the Python environment is, or shall be made [default: target/compare/venv].
    #[arg(long)]
    venv: Option<PathBuf>,
    /// The tfl-opt binary [default: built from this workspace].
    #[arg(long)]
    tfl_opt: Option<PathBuf>,
}

/// Compilers of C and Python to WebAssembly, as one call of pip.
const COMPILERS: &[&str] = &["ziglang==0.17.1", "componentize-py==0.25.1"];

/// Runs the check.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let folder = options.venv.clone().unwrap_or_else(|| tools::target().join("compare").join("venv"));
    let python = venv::ensure(&folder, &[&compare::INSTALLS[..], &[COMPILERS]].concat())?;
    let tfl_opt = match &options.tfl_opt {
        Some(path) => path.clone(),
        None => tools::build_tfl_opt(false)?,
    };
    let script = tools::workspace().join("plugins").join("examples").join("check.py");
    let status = Command::new(&python)
        // No bytecode into the source tree.
        .arg("-B")
        .arg(&script)
        .arg("--tfl-opt")
        .arg(&tfl_opt)
        .status()
        .with_context(|| format!("cannot run {}", python.display()))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
