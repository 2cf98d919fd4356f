//! `tfl-saturate`: legalizes and optimizes by equality saturation; see [`crate::eqsat`].

use std::collections::BTreeSet;
use std::time::Duration;

use core_ir::pass::{FunctionPass, FunctionRun, Pass, PassInfo, PassOptions};
use core_ir::{Context, Diagnostics, Reported};

use crate::eqsat::explain::{About, Asked};
use crate::eqsat::rules::{self, LeftOut, RuleSet};
use crate::eqsat::{Limits, Options, Target, run};
use crate::registration::{option, words};
use translate::tflite::Release;

struct Saturate {
    target: Target,
    sets: BTreeSet<RuleSet>,
    /// The dialect whose operations rules start at; empty for any.
    from: String,
    disabled: Vec<String>,
    limits: Limits,
    asked: Option<Asked>,
}

fn make(options: &PassOptions) -> Result<Box<dyn Pass>, String> {
    let mut sets = BTreeSet::new();
    for word in words(options, "sets") {
        let set = RuleSet::ALL.into_iter().find(|set| set.word() == word);
        sets.insert(
            set.ok_or_else(|| format!("`{word}` is no rule set; there are canon, legalize and fuse"))?,
        );
    }
    if sets.is_empty() {
        sets.extend(RuleSet::ALL);
    }
    let tflite = |partial| -> Result<Target, String> {
        Ok(Target::Tflite {
            allow_custom: words(options, "allow-custom").into_iter().collect(),
            check_types: option(options, "check-types", true)?,
            partial,
            runtime: runtime(options)?,
        })
    };
    let target = match option(options, "target", "tflite".to_owned())?.as_str() {
        "tflite" => tflite(false)?,
        "partial" => tflite(true)?,
        "any" => Target::Any,
        other => return Err(format!("`{other}` is no target; there are tflite, partial and any")),
    };
    let from = option(options, "from", String::new())?;
    let limits = Limits::default();
    let limits = Limits {
        iterations: option(options, "iterations", limits.iterations)?,
        growth: option(options, "growth", limits.growth)?,
        deadline: deadline(options)?,
    };
    let about = option(options, "explain-op", String::new())?;
    let asked = match option(options, "explain", "none".to_owned())?.as_str() {
        "none" => None,
        word @ ("rules" | "proofs") => {
            let about = (!about.is_empty()).then(|| About::new(&about));
            Some(Asked { about, proofs: word == "proofs" })
        }
        other => return Err(format!("`{other}` cannot be explained; there are none, rules and proofs")),
    };
    Ok(Box::new(Saturate { target, sets, from, disabled: words(options, "disable-rule"), limits, asked }))
}

/// `deadline` in seconds; none when it is 0.
fn deadline(options: &PassOptions) -> Result<Option<Duration>, String> {
    let seconds = option(options, "deadline", 0.0)?;
    match Duration::try_from_secs_f64(seconds) {
        Ok(Duration::ZERO) => Ok(None),
        Ok(deadline) => Ok(Some(deadline)),
        Err(_) => Err(format!("option `deadline`: {seconds} is no number of seconds")),
    }
}

/// The release that `target-runtime` names.
fn runtime(options: &PassOptions) -> Result<Option<Release>, String> {
    match option(options, "target-runtime", String::new())?.as_str() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|why: String| format!("option `target-runtime`: {why}")),
    }
}

inventory::submit! {
    &PassInfo {
        name: "tfl-saturate",
        summary: "Legalizes and optimizes by equality saturation",
        options: &[
            ("target", "tflite: all must become TFLite's; partial: what nothing converts stays; any: all may stay"),
            ("check-types", "whether results must have types that kernels take"),
            ("target-runtime", "the oldest release of the runtime that must run the result, such as 2.14.0; any when not given"),
            ("allow-custom", "TensorFlow operations that may become custom ones, separated by `;`"),
            ("sets", "the rule sets to run, of canon, legalize and fuse, separated by `;`"),
            ("from", "the dialect whose operations rules start at; any when not given"),
            ("iterations", "how often all rules of a set may be tried"),
            ("growth", "how many times as large as the source the e-graph may become"),
            ("deadline", "how many seconds rules of the set fuse may go on; 0, the default, is no limit, and the only setting by which a result never depends on the machine"),
            ("explain", "none; rules: note why results are what they are, for tfl-opt explain; proofs: with proofs"),
            ("explain-op", "the operations for which every rule is judged, by name, layer or place"),
            ("disable-rule", "rules that must not run, `name` or `name/op`, separated by `;`"),
        ],
        make,
    }
}

impl FunctionPass for Saturate {
    fn start<'a>(
        &'a self,
        ctx: &'a Context,
        diags: &mut Diagnostics,
    ) -> Result<Box<FunctionRun<'a>>, Reported> {
        let rules = rules::active(ctx).map_err(|fault| diags.push(fault))?;
        let all = rules.iter().chain(rules.left_out().map(|(rule, _)| rule));
        rules::check_names(all, &self.disabled).map_err(|fault| diags.push(fault))?;
        let rules = rules.without(|rule| {
            if rule.is_one_of(&self.disabled) {
                return Some(LeftOut::Disabled);
            }
            if !self.sets.contains(&rule.set) {
                return Some(LeftOut::Set(rule.set));
            }
            let dialect = ctx.op_dialect(rule.pattern.name);
            (!self.from.is_empty() && self.from != dialect).then_some(LeftOut::Dialect)
        });
        Ok(Box::new(move |graph, state| {
            let (target, asked) = (&self.target, self.asked.as_ref());
            let options = Options { rules: &rules, target, limits: self.limits, asked };
            let outcome = run(ctx, graph, &options, state.diags)?;
            state.fates.extend(outcome.fates);
            state.reasons.extend(outcome.reasons);
            state.count("e-nodes", outcome.nodes as u64);
            state.count("iterations", outcome.iterations as u64);
            if outcome.stopped {
                let text = "saturation stopped at a limit; a cheaper program may exist";
                state.diags.push(core_ir::Diagnostic::warning("saturation-limit", text));
            }
            for (rule, count) in outcome.fired {
                state.count(&format!("rule {rule}"), count);
            }
            Ok(())
        }))
    }
}
