//! Python environments of chores.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};

/// Makes the environment in `folder` unless it is complete, and returns its Python. Each entry of `installs` is a call of
/// pip.
pub(crate) fn ensure(folder: &Path, installs: &[&[&str]]) -> Result<PathBuf> {
    let python = folder.join("bin").join("python");
    let stamp = folder.join("complete");
    let wanted = format!("{installs:?}\n");
    // An environment with more in it than this chore needs serves as well.
    let has_all =
        |found: &str| installs.iter().copied().flatten().all(|word| found.contains(&format!("{word:?}")));
    if fs::read_to_string(&stamp).is_ok_and(|found| has_all(&found)) {
        return Ok(python);
    }
    if !python.exists() {
        create(folder)?;
    }
    for packages in installs {
        install(&python, packages)?;
    }
    fs::write(&stamp, wanted).with_context(|| format!("cannot write {}", stamp.display()))?;
    Ok(python)
}

fn create(folder: &Path) -> Result<()> {
    eprintln!("making a Python environment in {}", folder.display());
    let output = Command::new("python3").args(["-m", "venv"]).arg(folder).output().map_err(|error| {
        if error.kind() == ErrorKind::NotFound {
            anyhow!("python3 is not on the PATH; this chore needs Python 3.10 to 3.13 with its venv module")
        } else {
            anyhow!(error).context("cannot run python3")
        }
    })?;
    if !output.status.success() {
        // Debian explains on stdout which package is missing.
        bail!(
            "python3 cannot make the environment {}:\n{}{}",
            folder.display(),
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(())
}

fn install(python: &Path, packages: &[&str]) -> Result<()> {
    eprintln!("installing {}", packages.join(" "));
    let status = Command::new(python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
        .args(packages)
        .status()
        .with_context(|| format!("cannot run {}", python.display()))?;
    if !status.success() {
        bail!("pip cannot install {} (its own message is above): {status}", packages.join(" "));
    }
    Ok(())
}
