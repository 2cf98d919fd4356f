//! `tfl-saturate`: legalizes and optimizes by equality saturation; see [`crate::eqsat`].

use std::collections::BTreeSet;

use core_ir::pass::{FunctionPass, FunctionRun, Pass, PassInfo, PassOptions};
use core_ir::{Context, Diagnostics, Reported};

use crate::eqsat::rules::{self, RuleSet};
use crate::eqsat::{Limits, Options, Target, run};
use crate::registration::{option, words};

struct Saturate {
    target: Target,
    sets: BTreeSet<RuleSet>,
    /// The dialect whose operations rules start at; empty for any.
    from: String,
    disabled: Vec<String>,
}

fn make(options: &PassOptions) -> Result<Box<dyn Pass>, String> {
    let mut sets = BTreeSet::new();
    for word in words(options, "sets") {
        sets.insert(match word.as_str() {
            "canon" => RuleSet::Canon,
            "legalize" => RuleSet::Legalize,
            "fuse" => RuleSet::Fuse,
            other => return Err(format!("`{other}` is no rule set; there are canon, legalize and fuse")),
        });
    }
    if sets.is_empty() {
        sets.extend([RuleSet::Canon, RuleSet::Legalize, RuleSet::Fuse]);
    }
    let tflite = |partial| -> Result<Target, String> {
        Ok(Target::Tflite {
            allow_custom: words(options, "allow-custom").into_iter().collect(),
            check_types: option(options, "check-types", true)?,
            partial,
        })
    };
    let target = match option(options, "target", "tflite".to_owned())?.as_str() {
        "tflite" => tflite(false)?,
        "partial" => tflite(true)?,
        "any" => Target::Any,
        other => return Err(format!("`{other}` is no target; there are tflite, partial and any")),
    };
    let from = option(options, "from", String::new())?;
    Ok(Box::new(Saturate { target, sets, from, disabled: words(options, "disable-rule") }))
}

inventory::submit! {
    &PassInfo {
        name: "tfl-saturate",
        summary: "Legalizes and optimizes by equality saturation",
        options: &[
            ("target", "tflite: all must become TFLite's; partial: what nothing converts stays; any: all may stay"),
            ("check-types", "whether results must have types that kernels take"),
            ("allow-custom", "TensorFlow operations that may become custom ones, separated by `;`"),
            ("sets", "the rule sets to run, of canon, legalize and fuse, separated by `;`"),
            ("from", "the dialect whose operations rules start at; any when not given"),
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
        let all = rules.iter().chain(rules.left_out());
        rules::check_names(all, &self.disabled).map_err(|fault| diags.push(fault))?;
        let is_on = |rule: &rules::Compiled| {
            let dialect = ctx.op_dialect(rule.pattern.name);
            self.sets.contains(&rule.set)
                && (self.from.is_empty() || self.from == dialect)
                && !rule.is_one_of(&self.disabled)
        };
        let rules = rules.filtered(is_on);
        Ok(Box::new(move |graph, state| {
            let options = Options { rules: &rules, target: &self.target, limits: Limits::default() };
            let outcome = run(ctx, graph, &options, state.diags)?;
            state.fates.extend(outcome.fates);
            state.count("e-nodes", outcome.nodes as u64);
            state.count("iterations", outcome.iterations as u64);
            if outcome.stopped {
                let text = "saturation stopped at its limit of growth; a cheaper program may exist";
                state.diags.push(core_ir::Diagnostic::warning("saturation-limit", text));
            }
            for (rule, count) in outcome.fired {
                state.count(&format!("rule {rule}"), count);
            }
            Ok(())
        }))
    }
}
