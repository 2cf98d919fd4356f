//! Writes what follows from the op tables: `generated.rs` of the dialects and the pages in `docs`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use dialects_codegen::{Facts, Tables};

/// Options of `cargo xtask codegen`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Write nothing; fail when a file is not what the tables say.
    #[arg(long)]
    check: bool,
}

/// Runs the chore.
pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let root = root();
    let mut stale = Vec::new();
    for (path, text) in outputs(&root)? {
        if fs::read_to_string(root.join(&path)).is_ok_and(|old| old == text) {
            continue;
        }
        if !options.check {
            if let Some(folder) = root.join(&path).parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(root.join(&path), text).with_context(|| path.display().to_string())?;
        }
        stale.push(path);
    }
    for path in &stale {
        println!("{} {}", if options.check { "stale:" } else { "wrote" }, path.display());
    }
    if options.check && !stale.is_empty() {
        println!("run `cargo xtask codegen`");
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

/// The repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every generated file with its text.
fn outputs(root: &Path) -> anyhow::Result<Vec<(PathBuf, String)>> {
    let tables = Tables::read(&root.join("dialects/tables/tfl"))?;
    let mut tf = Tables::default();
    tf.add("tf", &fs::read_to_string(root.join("dialects/tables/tf.ods"))?).context("tf.ods")?;
    let facts = fs::read_to_string(root.join("dialects/tables/schema_facts.txt"))?;
    let facts = Facts::parse(&facts).context("schema_facts.txt")?;
    tables.check(&facts)?;
    let mut outputs = dialects(root)?;
    outputs.extend([
        (PathBuf::from("dialects/src/tfl/generated.rs"), tables.tfl_rust(&facts)?),
        (PathBuf::from("dialects/src/tf/generated.rs"), tf.tf_rust(&facts)?),
        (PathBuf::from("docs/tfl-ops.md"), tables.tfl_page()?),
    ]);
    Ok(outputs)
}

/// The dialects that are a table and little more.
const DIALECTS: &[&str] = &[
    "hlo/chlo",
    "hlo/mhlo",
    "hlo/stablehlo",
    "hlo/vhlo",
    "mlir/arith",
    "mlir/shape",
    "mlir/tensor",
    "tf_device",
    "tf_executor",
];

fn dialects(root: &Path) -> anyhow::Result<Vec<(PathBuf, String)>> {
    let one = |path: &&str| {
        let file = format!("dialects/tables/{path}.ods");
        let name = path.rsplit_once('/').map_or(*path, |(_, name)| name);
        let mut tables = Tables::default();
        let source = fs::read_to_string(root.join(&file)).with_context(|| file.clone())?;
        tables.add(name, &source).with_context(|| file.clone())?;
        let rows = tables.dialect_rust(name).with_context(|| file.clone())?;
        let text = format!(
            "//! Dialect `{name}`. Written by `cargo xtask codegen` from {file}. Do not edit.\n\n{rows}"
        );
        Ok((PathBuf::from(format!("dialects/src/tables/{name}.rs")), text))
    };
    DIALECTS.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn generated_files_are_fresh() {
        let root = super::root();
        for (path, text) in super::outputs(&root).unwrap() {
            let old = std::fs::read_to_string(root.join(&path)).unwrap();
            assert!(old == text, "{} is stale: run `cargo xtask codegen`", path.display());
        }
    }
}
