//! The rule language: text to compiled rules to matches.

pub mod ast;
pub mod compile;
pub mod parse;
pub mod run;
pub mod value;

use core_ir::Context;
use core_ir::diag::{Diagnostic, Result};

pub use compile::{Compiled, Exactness, RuleSet};

/// The rule files that ship with the program: a theme each.
pub const FILES: &[(&str, &str)] = &[
    ("activations.rules", include_str!("../../../rules/activations.rules")),
    ("canon.rules", include_str!("../../../rules/canon.rules")),
    ("elementwise.rules", include_str!("../../../rules/elementwise.rules")),
    ("nn.rules", include_str!("../../../rules/nn.rules")),
    ("shape.rules", include_str!("../../../rules/shape.rules")),
    ("reduce.rules", include_str!("../../../rules/reduce.rules")),
    ("fuse.rules", include_str!("../../../rules/fuse.rules")),
];

/// The rules of all shipped files, compiled, in order of set, file and line.
pub fn shipped(ctx: &Context) -> Result<Vec<Compiled>> {
    load(ctx, FILES)
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
