//! The programs that chores run: our own tool, and LLVM's.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// LLVM's release that the chores are held to.
const LLVM: u32 = 19;

/// The root of the workspace, as this binary was built.
pub(crate) fn workspace() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), PathBuf::from)
}

/// Builds the binary: as a user would get it, or with the checks of a debug build.
pub(crate) fn build_tfl_opt(release: bool) -> Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(cargo);
    // Not `--package`: with the features that the whole workspace gives to libraries, none is built a second time.
    command.args(["build", "--bin", "tfl-opt"]).current_dir(workspace());
    if release {
        command.arg("--release");
    }
    let status = command.status().context("cannot run cargo to build tfl-opt")?;
    if !status.success() {
        bail!("tfl-opt does not build: {status}");
    }
    Ok(target().join(if release { "release" } else { "debug" }).join("tfl-opt"))
}

/// A program of LLVM or MLIR, where Debian's packages put it or on the `PATH`.
pub(crate) fn llvm_tool(name: &str) -> Result<PathBuf> {
    let packaged = PathBuf::from(format!("/usr/lib/llvm-{LLVM}/bin/{name}"));
    if packaged.is_file() {
        return Ok(packaged);
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let names = [format!("{name}-{LLVM}"), name.to_owned()];
    let on_path =
        std::env::split_paths(&folders).flat_map(|folder| names.clone().map(|name| folder.join(name)));
    let mut found = on_path.filter(|path| path.is_file());
    found.next().with_context(|| {
        format!("{name} is not installed; Debian has it in llvm-{LLVM}-tools or mlir-{LLVM}-tools")
    })
}
