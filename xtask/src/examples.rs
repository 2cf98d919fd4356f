//! `cargo xtask plugin-examples`: converts the models of the example plugins, and holds what LiteRT computes against
//! TensorFlow. An example is a folder of plugins/examples with a `verify.py`, which takes the path of tfl-opt.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};
use clap::Parser;

use crate::compare::INSTALLS;
use crate::{tools, venv};

/// Options of the chore.
#[derive(Parser)]
pub(crate) struct Options {
    /// The tfl-opt to run; it is built when not given.
    #[arg(long)]
    tfl_opt: Option<PathBuf>,
    /// Where the Python environment is, or shall be made; that of `cargo xtask compare` when not given.
    #[arg(long)]
    venv: Option<PathBuf>,
}

/// Runs every example; all must be right.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let environment = options.venv.clone().unwrap_or_else(|| tools::target().join("compare/venv"));
    let python = venv::ensure(&environment, &INSTALLS)?;
    let tfl_opt = match &options.tfl_opt {
        Some(path) => path.canonicalize().with_context(|| format!("{}", path.display()))?,
        None => tools::build_tfl_opt(true)?,
    };
    let folder = tools::workspace().join("plugins/examples");
    let entries = folder.read_dir().with_context(|| format!("{}", folder.display()))?;
    let mut scripts: Vec<PathBuf> =
        entries.map(|entry| Ok(entry?.path().join("verify.py"))).collect::<Result<_>>()?;
    scripts.retain(|script| script.is_file());
    scripts.sort();
    ensure!(!scripts.is_empty(), "there is no example in {}", folder.display());
    let mut failed = 0;
    for script in &scripts {
        let status = Command::new(&python)
            .arg(script)
            .arg(&tfl_opt)
            .env("TF_CPP_MIN_LOG_LEVEL", "2")
            .status()
            .with_context(|| format!("cannot run {}", python.display()))?;
        if !status.success() {
            eprintln!("{} failed: {status}", script.display());
            failed += 1;
        }
    }
    println!("plugin-examples: {} right, {failed} wrong", scripts.len() - failed);
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
