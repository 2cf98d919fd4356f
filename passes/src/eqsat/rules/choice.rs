//! Which rules a run has: those that are linked and those of files that the user names, without what is switched off.

use std::sync::Arc;

use core_ir::Context;
use core_ir::diag::{Diagnostic, Result};

use super::{Compiled, Exactness, RuleSet, compile_all, files, parse_all, shipped};
use crate::pipeline::did_you_mean;

/// Why a rule does not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It is switched off.
    Disabled,
    /// Only exact rules run.
    Inexact,
    /// Its set does not run.
    Set(RuleSet),
    /// Rules that start at operations of its dialect do not run.
    Dialect,
}

impl std::fmt::Display for LeftOut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            LeftOut::Disabled => f.write_str("it is switched off"),
            LeftOut::Inexact => f.write_str("only exact rules run"),
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
    /// Rules that are true of one operation each, after all others.
    offered: Vec<Compiled>,
}

impl Selection {
    /// The rules that `leaves_out` says nothing about.
    pub fn of(rules: Arc<Vec<Compiled>>, leaves_out: impl Fn(&Compiled) -> Option<LeftOut>) -> Self {
        let all =
            Self { chosen: (0..rules.len()).collect(), rules, left_out: Vec::new(), offered: Vec::new() };
        all.without(leaves_out)
    }

    /// Those of these that `leaves_out` says nothing about.
    pub fn without(&self, leaves_out: impl Fn(&Compiled) -> Option<LeftOut>) -> Self {
        let (mut chosen, mut left_out) = (Vec::new(), self.left_out.clone());
        for &i in &self.chosen {
            match leaves_out(&self.rules[i]) {
                None => chosen.push(i),
                Some(why) => left_out.push((i, why)),
            }
        }
        left_out.sort_unstable_by_key(|&(i, _)| i);
        Self { rules: self.rules.clone(), chosen, left_out, offered: Vec::new() }
    }

    /// These, and after them rules that are each true of one operation.
    pub fn and(&self, offered: Vec<Compiled>) -> Self {
        let (rules, chosen) = (self.rules.clone(), self.chosen.clone());
        Self { rules, chosen, left_out: self.left_out.clone(), offered }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.chosen.len() + self.offered.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The rules in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Compiled> {
        self.chosen.iter().map(|&i| &self.rules[i]).chain(&self.offered)
    }

    /// The rules that do not run, in their order, and why.
    pub fn left_out(&self) -> impl Iterator<Item = (&Compiled, LeftOut)> {
        self.left_out.iter().map(|&(i, why)| (&self.rules[i], why))
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
        match self.chosen.get(at) {
            Some(&i) => &self.rules[i],
            None => &self.offered[at - self.chosen.len()],
        }
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
    Ok(Selection::of(rules, |rule| {
        if rule.is_one_of(&choice.disabled) {
            return Some(LeftOut::Disabled);
        }
        (choice.strict && rule.exactness != Exactness::Exact).then_some(LeftOut::Inexact)
    }))
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
