//! Writes what follows from the op tables: `generated.rs` of the dialects and the pages in `docs`.

mod docs;
mod facts;
mod rust;
mod table;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail, ensure};

use facts::Facts;
use table::Tables;

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
    let tables = read_tables(&root.join("dialects/tables/tfl"))?;
    let mut tf = Tables::default();
    tf.add("tf", &fs::read_to_string(root.join("dialects/tables/tf.ods"))?).context("tf.ods")?;
    let facts = fs::read_to_string(root.join("dialects/tables/schema_facts.txt"))?;
    let facts = Facts::parse(&facts).context("schema_facts.txt")?;
    check(&tables, &facts)?;
    Ok(vec![
        (PathBuf::from("dialects/src/tfl/generated.rs"), rust::tfl(&tables, &facts)?),
        (PathBuf::from("dialects/src/tf/generated.rs"), rust::tf(&tf, &facts)?),
        (PathBuf::from("docs/tfl-ops.md"), docs::tfl(&tables)?),
    ])
}

/// The tables of a folder. `enums.ods` comes first because the others use its names.
fn read_tables(folder: &Path) -> anyhow::Result<Tables> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| folder.display().to_string())?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|ext| ext == "ods"));
    files.sort_by_key(|path| (!path.ends_with("enums.ods"), path.clone()));
    let mut tables = Tables::default();
    for path in files {
        let theme = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let source = fs::read_to_string(&path)?;
        tables.add(&theme, &source).with_context(|| path.display().to_string())?;
    }
    Ok(tables)
}

/// Holds the tables against the schema, in both directions.
fn check(tables: &Tables, facts: &Facts) -> anyhow::Result<()> {
    let mut faults = Vec::new();
    for (name, row) in &tables.enums {
        match facts.enums.get(name) {
            Some(cases) if *cases == row.cases => {}
            Some(_) => faults.push(format!("enum {name} differs from the schema")),
            None => faults.push(format!("the schema has no enum {name}")),
        }
    }
    let builtins: Vec<_> = tables.ops.values().filter_map(|op| Some((op, op.builtin.as_ref()?))).collect();
    for (word, _) in facts.enums.get("BuiltinOperator").context("no BuiltinOperator")? {
        if !builtins.iter().any(|(_, builtin)| builtin.name == *word) {
            faults.push(format!("no row for builtin {word}"));
        }
    }
    for (table, fields) in &facts.tables {
        let users: Vec<_> = builtins
            .iter()
            .filter(|(_, builtin)| builtin.options.as_ref().is_some_and(|options| options.0 == *table))
            .collect();
        if users.is_empty() {
            faults.push(format!("no row with options {table}"));
        }
        for (op, _) in users {
            for field in fields {
                let held = op.attrs.iter().any(|attr| match &attr.field {
                    table::Field::SameName => attr.name == field.name,
                    table::Field::Named(name) => *name == field.name,
                    table::Field::Unstored => false,
                });
                if !held {
                    faults.push(format!("{}: no attribute for {table}.{}", op.name, field.name));
                }
            }
        }
    }
    if !faults.is_empty() {
        bail!("the tables and the schema disagree:\n  {}", faults.join("\n  "));
    }
    ensure!(tables.ops.len() >= builtins.len(), "rows are missing");
    Ok(())
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
