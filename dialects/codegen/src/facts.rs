//! The facts of the TFLite schema in `dialects/tables/schema_facts.txt`.

use std::collections::BTreeMap;

use anyhow::{Context as _, bail, ensure};

/// What `schema_facts.py` wrote.
#[derive(Default)]
pub struct Facts {
    /// The words and numbers of each enum and union, in order.
    pub(crate) enums: BTreeMap<String, Vec<(String, i32)>>,
    /// The fields of each options table.
    pub(crate) tables: BTreeMap<String, Vec<FieldFact>>,
}

pub(crate) struct FieldFact {
    pub(crate) name: String,
    pub(crate) id: u16,
    /// `i32`, `[f32]`, `str`.
    pub(crate) ty: String,
    pub(crate) default: f64,
}

impl Facts {
    /// Reads the file that `xtask/codegen/schema_facts.py` writes.
    ///
    /// # Errors
    /// A line is of no known form.
    pub fn parse(source: &str) -> anyhow::Result<Self> {
        let mut facts = Self::default();
        let mut section = (String::new(), String::new());
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            let words: Vec<&str> = line.split_whitespace().collect();
            match (line.starts_with(' '), section.0.as_str(), words.as_slice()) {
                (false, _, [kind, name, ..]) => {
                    section = ((*kind).to_owned(), (*name).to_owned());
                    if *kind == "table" {
                        facts.tables.insert(section.1.clone(), Vec::new());
                    } else {
                        facts.enums.insert(section.1.clone(), Vec::new());
                    }
                }
                (true, "table", [name, id, ty, default]) => {
                    let default = if *default == "-" { 0.0 } else { default.parse()? };
                    let field = FieldFact {
                        name: (*name).to_owned(),
                        id: id.parse()?,
                        ty: (*ty).to_owned(),
                        default,
                    };
                    facts.tables.get_mut(&section.1).context("a field outside of a table")?.push(field);
                }
                (true, _, [word, number]) => {
                    let case = ((*word).to_owned(), number.parse()?);
                    facts.enums.get_mut(&section.1).context("a case outside of an enum")?.push(case);
                }
                _ => bail!("`{line}`"),
            }
        }
        ensure!(!facts.tables.is_empty(), "no table");
        Ok(facts)
    }

    /// The number of a word of an enum or union.
    pub(crate) fn number(&self, name: &str, word: &str) -> Option<i32> {
        self.enums.get(name)?.iter().find(|case| case.0 == word).map(|case| case.1)
    }

    pub(crate) fn field(&self, table: &str, name: &str) -> Option<&FieldFact> {
        self.tables.get(table)?.iter().find(|field| field.name == name)
    }
}
