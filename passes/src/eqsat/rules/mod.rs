//! The rule language: text to compiled rules to matches.

pub mod ast;
mod check;
pub mod compile;
pub mod joint;
pub mod kinds;
pub mod matcher;
pub mod parse;
pub mod regroup;
pub mod run;
pub mod steps;
pub mod value;

use std::sync::{Arc, OnceLock};

use core_ir::Context;
use core_ir::diag::{Diagnostic, Note, Place, Result};

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
    "../../../rules/algebra.rules",
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

/// The rules of all linked files, compiled, in order of set, file and line. Texts are read once in a process, and compiled
/// once for each context.
pub fn shipped(ctx: &Context) -> Result<Arc<Vec<Compiled>>> {
    static PARSED: OnceLock<std::result::Result<Vec<ast::Rule>, Box<Diagnostic>>> = OnceLock::new();
    let parsed = PARSED.get_or_init(|| parse_all(&files())).as_ref().map_err(Clone::clone)?;
    ctx.extension(|| compile_all(ctx, parsed))
}

/// The rules of `files`, compiled.
pub fn load(ctx: &Context, files: &[(&str, &str)]) -> Result<Vec<Compiled>> {
    compile_all(ctx, &parse_all(files)?)
}

/// The rules of `files`. Two rules with one name are an error.
fn parse_all(files: &[(&str, &str)]) -> Result<Vec<ast::Rule>> {
    let mut rules: Vec<ast::Rule> = Vec::new();
    let mut names = std::collections::BTreeMap::new();
    for (source, text) in files {
        for rule in parse::parse(source, text)? {
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

fn compile_all(ctx: &Context, parsed: &[ast::Rule]) -> Result<Vec<Compiled>> {
    let mut rules = Vec::new();
    for rule in parsed {
        rules.extend(compile::compile(ctx, rule)?);
    }
    rules.sort_by_key(|rule: &Compiled| rule.set);
    Ok(rules)
}

/// Why a rule does not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It is switched off.
    Disabled,
    /// Its set does not run.
    Set(RuleSet),
    /// Rules that start at operations of its dialect do not run.
    Dialect,
}

impl std::fmt::Display for LeftOut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            LeftOut::Disabled => f.write_str("it is switched off"),
            LeftOut::Set(set) => write!(f, "the rules of set `{}` do not run in this pass", set.word()),
            LeftOut::Dialect => f.write_str("rules that start at this dialect do not run in this pass"),
        }
    }
}

/// Some of the rules, in their order.
pub struct Selection {
    rules: Arc<Vec<Compiled>>,
    chosen: Vec<usize>,
    left_out: Vec<(usize, LeftOut)>,
}

impl Selection {
    /// The rules that `leaves_out` says nothing about.
    pub fn of(rules: Arc<Vec<Compiled>>, leaves_out: impl Fn(&Compiled) -> Option<LeftOut>) -> Self {
        let (mut chosen, mut left_out) = (Vec::new(), Vec::new());
        for (i, rule) in rules.iter().enumerate() {
            match leaves_out(rule) {
                None => chosen.push(i),
                Some(why) => left_out.push((i, why)),
            }
        }
        Self { rules, chosen, left_out }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.chosen.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// The rules that do not run, in their order, and why.
    pub fn left_out(&self) -> impl Iterator<Item = (&Compiled, LeftOut)> {
        self.left_out.iter().map(|&(i, why)| (&self.rules[i], why))
    }

    /// The rules in their order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Compiled> {
        self.chosen.iter().map(|&i| &self.rules[i])
    }
}

impl From<Vec<Compiled>> for Selection {
    fn from(rules: Vec<Compiled>) -> Self {
        Self::of(Arc::new(rules), |_| None)
    }
}

impl std::ops::Index<usize> for Selection {
    type Output = Compiled;

    fn index(&self, at: usize) -> &Compiled {
        &self.rules[self.chosen[at]]
    }
}
