//! Op tables in, Rust rows out.
//!
//! A dialect is a table of operations, in the language that `dialects/tables/README.md` explains. This crate reads such
//! tables and writes them as static rows (`core_ir::spec::OpSpec`): for the dialects of this repository by way of `cargo
//! xtask codegen`, for a dialect elsewhere from that crate's build script:
//!
//! ```no_run
//! dialects_codegen::build("my", &["tables/my.ods"]);
//! ```
//!
//! and, in the crate, `include!(concat!(env!("OUT_DIR"), "/my.rs"));`.

#![expect(clippy::print_stdout, reason = "build scripts talk to cargo by their output")]

mod check;
mod docs;
mod facts;
mod rust;
mod table;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use anyhow::Context as _;

pub use facts::Facts;
pub use table::Tables;

impl Tables {
    /// The text of `dialects/src/tfl/generated.rs`.
    ///
    /// # Errors
    /// A row names what the schema has not.
    pub fn tfl_rust(&self, facts: &Facts) -> anyhow::Result<String> {
        rust::tfl(self, facts)
    }

    /// The text of `dialects/src/tf/generated.rs`.
    ///
    /// # Errors
    /// As for [`Self::tfl_rust`].
    pub fn tf_rust(&self, facts: &Facts) -> anyhow::Result<String> {
        rust::tf(self, facts)
    }

    /// The rows of dialect `name`, and its registration.
    ///
    /// # Errors
    /// A row is of another dialect, or claims to be a builtin of the file format.
    pub fn dialect_rust(&self, name: &str) -> anyhow::Result<String> {
        rust::dialect(self, name)
    }

    /// The text of `docs/tfl-ops.md`.
    ///
    /// # Errors
    /// None but those of formatting.
    pub fn tfl_page(&self) -> anyhow::Result<String> {
        docs::tfl(self)
    }
}

/// For build scripts: writes `NAME.rs` into `OUT_DIR`, the rows of the dialect called `name` and its registration, made
/// from `tables`, which are paths from the crate's folder. The build fails with a message when a table is wrong.
pub fn build(name: &str, tables: &[&str]) {
    if let Err(fault) = try_build(name, tables) {
        // Cargo shows this line as the error of the build script.
        println!("cargo::error={}", format!("{fault:#}").replace('\n', " "));
    }
}

fn try_build(name: &str, files: &[&str]) -> anyhow::Result<()> {
    let mut tables = Tables::default();
    for file in files {
        println!("cargo::rerun-if-changed={file}");
        let theme = Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
        let text = std::fs::read_to_string(file).with_context(|| (*file).to_owned())?;
        tables.add(&theme, &text).with_context(|| (*file).to_owned())?;
    }
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").context("OUT_DIR is set in build scripts only")?);
    let path = folder.join(format!("{name}.rs"));
    std::fs::write(&path, tables.dialect_rust(name)?).with_context(|| path.display().to_string())
}
