//! The rule language: text to compiled rules to matches.

pub mod ast;
mod check;
mod choice;
pub mod compile;
pub mod compiled;
pub mod fmt;
pub mod joint;
pub mod kinds;
mod layout;
pub mod matcher;
pub mod parse;
pub mod polynomial;
pub mod reference;
pub mod regroup;
pub mod run;
pub mod steps;
pub mod value;

use std::sync::{Arc, OnceLock};

use core_ir::Context;
use core_ir::diag::{Diagnostic, Diagnostics, Note, Place, Result};
use rayon::prelude::*;

pub use choice::{Choice, LeftOut, Selection, active, check_names, choose, no_such_rule};
pub use compiled::{Compiled, Exactness, RuleSet};

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
    "../../../rules/algebra.rules",
    "../../../rules/attention.rules",
    "../../../rules/canon.rules",
    "../../../rules/elementwise.rules",
    "../../../rules/fuse.rules",
    "../../../rules/indices.rules",
    "../../../rules/matmul.rules",
    "../../../rules/nn.rules",
    "../../../rules/reduce.rules",
    "../../../rules/shape.rules",
    "../../../rules/together.rules",
    "../../../rules/transpose.rules",
);

/// Every file of rules that is linked, by name.
pub fn files() -> Vec<(&'static str, &'static str)> {
    let file_name = |path: &'static str| path.rsplit('/').next().unwrap_or(path);
    let mut files: Vec<_> =
        inventory::iter::<&RuleFile>().map(|file| (file_name(file.name), file.text)).collect();
    files.sort_unstable();
    files
}

/// The rules of all linked files, as they are written. Texts are read once in a process.
pub fn linked() -> Result<&'static [ast::Rule]> {
    static PARSED: OnceLock<std::result::Result<Vec<ast::Rule>, Box<Diagnostic>>> = OnceLock::new();
    PARSED.get_or_init(|| parse_all(&files())).as_deref().map_err(Clone::clone)
}

/// The rules of all linked files, compiled once for each context, in order of set, file and line. Passes work with
/// [`active`].
pub fn shipped(ctx: &Context) -> Result<Arc<Vec<Compiled>>> {
    ctx.extension(|| compile_all(ctx, linked()?))
}

/// The rules of `files`, compiled.
pub fn load(ctx: &Context, files: &[(&str, &str)]) -> Result<Vec<Compiled>> {
    compile_all(ctx, &parse_all(files)?)
}

/// The rules of `files` as they are written. Two rules with one name are an error.
pub fn parse_all(files: &[(&str, &str)]) -> Result<Vec<ast::Rule>> {
    let mut rules: Vec<ast::Rule> = Vec::new();
    let mut names = std::collections::BTreeMap::new();
    let parsed: Vec<Result<Vec<ast::Rule>>> =
        files.par_iter().map(|(source, text)| parse::parse(source, text)).collect();
    for ((source, _), parsed) in files.iter().zip(parsed) {
        for rule in parsed? {
            let span = rule.name.span;
            let place = Place::Text { source: source.to_string(), start: span.start, end: span.end };
            if let Some(first) = names.insert(rule.name.text.clone(), place.clone()) {
                let message = format!("rule `{}` is defined twice", rule.name.text);
                let mut fault = Diagnostic::error("rule", message).help("give one of the two another name");
                fault.notes.push(Note { message: "the first stands here".into(), place: first });
                return Diagnostic { place, ..fault }.err();
            }
            rules.push(rule);
        }
    }
    Ok(rules)
}

/// Checks the rules of `own`, which are some of `files`, each by itself: what is wrong with one does not hide what is
/// wrong with another. Gives their number.
pub fn check_all(
    ctx: &Context,
    files: &[(&str, &str)],
    own: &[(&str, &str)],
    diags: &mut Diagnostics,
) -> usize {
    let mut count = 0;
    let mut is_whole = true;
    for (source, text) in own {
        match parse::parse(source, text) {
            Ok(rules) => {
                count += rules.len();
                for fault in rules.iter().filter_map(|rule| compile::compile(ctx, rule).err()) {
                    diags.push(fault);
                }
            }
            Err(fault) => {
                is_whole = false;
                diags.push(fault);
            }
        }
    }
    // Names are looked at when all texts can be read.
    if is_whole && let Err(fault) = parse_all(files) {
        diags.push(fault);
    }
    count
}

fn compile_all(ctx: &Context, parsed: &[ast::Rule]) -> Result<Vec<Compiled>> {
    let mut rules = Vec::new();
    for rule in parsed {
        rules.extend(compile::compile(ctx, rule)?);
    }
    rules.sort_by_key(|rule: &Compiled| rule.set);
    Ok(rules)
}
