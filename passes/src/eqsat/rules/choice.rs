//! Which rules a run has: those that are linked and those of files that the user names, without what is switched off.

use std::sync::Arc;

use core_ir::Context;
use core_ir::diag::{Diagnostic, Result};

use super::{Compiled, Exactness, compile_all, files, parse_all, shipped};
use crate::pipeline::did_you_mean;

/// Some of the rules, in their order.
pub struct Selection {
    rules: Arc<Vec<Compiled>>,
    chosen: Vec<usize>,
}

impl Selection {
    /// The rules that `keep` holds for.
    pub fn of(rules: Arc<Vec<Compiled>>, keep: impl Fn(&Compiled) -> bool) -> Self {
        let chosen = (0..rules.len()).filter(|&i| keep(&rules[i])).collect();
        Self { rules, chosen }
    }

    /// Those of these that `keep` holds for.
    pub fn filtered(&self, keep: impl Fn(&Compiled) -> bool) -> Self {
        let chosen = self.chosen.iter().copied().filter(|&i| keep(&self.rules[i])).collect();
        Self { rules: self.rules.clone(), chosen }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.chosen.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// The rules in their order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Compiled> {
        self.chosen.iter().map(|&i| &self.rules[i])
    }

    /// The rules that were left out, in their order.
    pub fn left_out(&self) -> impl Iterator<Item = &Compiled> {
        let is_out = |i: &usize| self.chosen.binary_search(i).is_err();
        (0..self.rules.len()).filter(is_out).map(|i| &self.rules[i])
    }
}

impl From<Vec<Compiled>> for Selection {
    fn from(rules: Vec<Compiled>) -> Self {
        Self::of(Arc::new(rules), |_| true)
    }
}

impl std::ops::Index<usize> for Selection {
    type Output = Compiled;

    fn index(&self, at: usize) -> &Compiled {
        &self.rules[self.chosen[at]]
    }
}

/// What a run changes about the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// More rules: what messages call the file, and its text.
    pub files: Vec<(String, String)>,
    /// Rules that are switched off: `name` for all of a rule, `name/op` for one of its family.
    pub disabled: Vec<String>,
    /// Whether only `@exact` rules run.
    pub strict: bool,
}

/// Makes `choice` the rules of `ctx`, for every pass that works with rules. It has to be said before they are asked for
/// the first time; what is said later changes nothing.
pub fn choose(ctx: &Context, choice: &Choice) -> Result<Arc<Selection>> {
    ctx.extension(|| select(ctx, choice))
}

/// The rules that passes work with: what was chosen, else every linked rule.
pub fn active(ctx: &Context) -> Result<Arc<Selection>> {
    choose(ctx, &Choice::default())
}

fn select(ctx: &Context, choice: &Choice) -> Result<Selection> {
    let rules = if choice.files.is_empty() {
        shipped(ctx)?
    } else {
        let named = choice.files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        Arc::new(compile_all(ctx, &parse_all(&files().into_iter().chain(named).collect::<Vec<_>>())?)?)
    };
    check_names(rules.iter(), &choice.disabled)?;
    let is_exact = |rule: &Compiled| !choice.strict || rule.exactness == Exactness::Exact;
    Ok(Selection::of(rules, |rule| is_exact(rule) && !rule.is_one_of(&choice.disabled)))
}

impl Compiled {
    /// The name of the rule that this is, or is an instance of.
    pub fn base_name(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }

    /// Whether one of `names` names it, or the rule that it is an instance of.
    pub fn is_one_of(&self, names: &[String]) -> bool {
        names.iter().any(|name| *name == self.name || name == self.base_name())
    }
}

/// Fails with code `no-such-rule` when one of `names` names none of `rules`.
pub fn check_names<'r>(rules: impl Iterator<Item = &'r Compiled>, names: &[String]) -> Result<()> {
    if names.is_empty() {
        return Ok(());
    }
    let rules: Vec<&Compiled> = rules.collect();
    match names.iter().find(|name| !rules.iter().any(|rule| rule.is_one_of(std::slice::from_ref(name)))) {
        Some(unknown) => no_such_rule(rules.iter().flat_map(|rule| [rule.base_name(), &rule.name]), unknown),
        None => Ok(()),
    }
}

/// The fault of asking for a rule that is not there.
pub fn no_such_rule<'n, T>(names: impl IntoIterator<Item = &'n str>, unknown: &str) -> Result<T> {
    let help =
        did_you_mean(names, unknown).unwrap_or_else(|| "`tfl-opt --list-rules` lists the rules".to_owned());
    Diagnostic::error("no-such-rule", format!("there is no rule `{unknown}`")).help(help).err()
}
