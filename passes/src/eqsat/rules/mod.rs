//! The rule language: text to compiled rules to matches.

pub mod ast;
pub mod compile;
pub mod parse;
pub mod run;
pub mod value;

use core_ir::Context;
use core_ir::diag::{Diagnostic, Result};

pub use compile::{Compiled, Exactness, RuleSet};

/// A file of rules that is linked into the program. Crates submit theirs with [`crate::register_rules`].
pub struct RuleFile {
    /// What messages call it.
    pub name: &'static str,
    /// The rules.
    pub text: &'static str,
}

inventory::collect!(&'static RuleFile);

/// Registers files of rules by their paths: `register_rules!("../rules/my.rules")`. Their rules run wherever the shipped
/// ones of the same set do.
#[macro_export]
macro_rules! register_rules {
    ($($path:literal),+ $(,)?) => {$(
        $crate::inventory::submit! {
            &$crate::eqsat::rules::RuleFile { name: $path, text: include_str!($path) }
                as &'static $crate::eqsat::rules::RuleFile
        }
    )+};
}

register_rules!(
    "../../../rules/activations.rules",
    "../../../rules/canon.rules",
    "../../../rules/elementwise.rules",
    "../../../rules/fuse.rules",
    "../../../rules/indices.rules",
    "../../../rules/nn.rules",
    "../../../rules/reduce.rules",
    "../../../rules/shape.rules",
);

/// Every file of rules that is linked, by name.
pub fn files() -> Vec<(&'static str, &'static str)> {
    let file_name = |path: &'static str| path.rsplit('/').next().unwrap_or(path);
    let mut files: Vec<_> =
        inventory::iter::<&RuleFile>().map(|file| (file_name(file.name), file.text)).collect();
    files.sort_unstable();
    files
}

/// The rules of all linked files, compiled, in order of set, file and line.
pub fn shipped(ctx: &Context) -> Result<Vec<Compiled>> {
    load(ctx, &files())
}

/// The rules of `files`, compiled. Two rules with one name are an error.
pub fn load(ctx: &Context, files: &[(&str, &str)]) -> Result<Vec<Compiled>> {
    let mut rules: Vec<Compiled> = Vec::new();
    let mut names = std::collections::BTreeMap::new();
    for (source, text) in files {
        for rule in parse::parse(source, text)? {
            if let Some(first) = names.insert(rule.name.clone(), format!("{source}:{}", rule.line)) {
                let message = format!("rule `{}` is defined twice", rule.name);
                return Diagnostic::error("rule", message).note(format!("the first stands at {first}")).err();
            }
            rules.extend(compile::compile(ctx, &rule)?);
        }
    }
    rules.sort_by_key(|rule| rule.set);
    Ok(rules)
}
