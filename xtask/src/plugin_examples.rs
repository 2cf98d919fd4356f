//! `cargo xtask plugin-examples`: the models of `plugins/examples` through tfl-opt with the plugins that are in the tree,
//! and LiteRT beside TensorFlow. `plugins/examples/check.py` does it, and needs g++.

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

/// Runs the check.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let folder = options.venv.clone().unwrap_or_else(|| tools::target().join("compare").join("venv"));
    let python = venv::ensure(&folder, &compare::INSTALLS)?;
    let tfl_opt = match &options.tfl_opt {
        Some(path) => path.clone(),
        None => tools::build_tfl_opt(false)?,
    };
    let script = tools::workspace().join("plugins").join("examples").join("check.py");
    let status = Command::new(&python)
        .arg(&script)
        .arg("--tfl-opt")
        .arg(&tfl_opt)
        .status()
        .with_context(|| format!("cannot run {}", python.display()))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
