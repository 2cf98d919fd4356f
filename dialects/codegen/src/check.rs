//! Whether the tables and the schema of the file format say the same.

use anyhow::{Context as _, bail, ensure};

use crate::facts::Facts;
use crate::table::{Field, Tables};

impl Tables {
    /// Holds the tables against the schema, in both directions.
    ///
    /// # Errors
    /// Every disagreement, in one message.
    pub fn check(&self, facts: &Facts) -> anyhow::Result<()> {
        let mut faults = Vec::new();
        for (name, row) in &self.enums {
            match facts.enums.get(name) {
                Some(cases) if *cases == row.cases => {}
                Some(_) => faults.push(format!("enum {name} differs from the schema")),
                None => faults.push(format!("the schema has no enum {name}")),
            }
        }
        let builtins: Vec<_> = self.ops.values().filter_map(|op| Some((op, op.builtin.as_ref()?))).collect();
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
                        Field::SameName => attr.name == field.name,
                        Field::Named(name) => *name == field.name,
                        Field::Unstored => false,
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
        ensure!(self.ops.len() >= builtins.len(), "rows are missing");
        Ok(())
    }
}
