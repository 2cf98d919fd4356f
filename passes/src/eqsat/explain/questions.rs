//! Which source operations rules are judged at: those that stay although they must not, and those that somebody asks about.

use std::sync::Arc;

use core_ir::diag::{Diagnostic, Diagnostics};
use core_ir::pass::reasons::{Origin, Outcome, Reasons, RuleText, Verdict};
use core_ir::{Context, Graph, Op};
use rustc_hash::{FxHashMap, FxHashSet};

use super::verdict::{self, Applied, Judge, Open};
use crate::eqsat::bridge::Encoding;
use crate::eqsat::engine::Saturation;
use crate::eqsat::extract::Extraction;
use crate::eqsat::legality::Legality;
use crate::eqsat::{Options, Target, no_conversion};

/// How many of the nearest rules an error names.
const MOST_NEAREST: usize = 4;

/// Questions about source operations, by index, and the answers as far as they are known.
pub struct Questions {
    /// What will be an error, without what came of rules.
    faults: Vec<(usize, Diagnostic)>,
    /// Every operation that there is a question about.
    about: Vec<usize>,
    found: FxHashMap<usize, (Vec<Verdict>, Vec<Open>)>,
}

impl Questions {
    /// What has to be said of the operations of `encoding`, of which `legality` knows those that nothing converts.
    pub fn new(
        ctx: &Context,
        graph: &Graph,
        encoding: &Encoding<'_>,
        options: &Options<'_>,
        legality: &Legality,
    ) -> Self {
        let may_stay = matches!(options.target, Target::Any | Target::Tflite { partial: true, .. });
        // Whoever asks gets answers rather than errors.
        let stuck = legality.stuck.iter().filter(|_| options.asked.is_none() && !may_stay);
        let fault = |&i: &usize| (i, no_conversion(ctx, graph, encoding.sources[i].op));
        let faults: Vec<(usize, Diagnostic)> = stuck.map(fault).collect();
        let mut about: Vec<usize> = faults.iter().map(|fault| fault.0).collect();
        if let Some(asked) = options.asked {
            about.extend(&legality.stuck);
            let holds = |op: Op| {
                asked.about.as_ref().is_some_and(|about| about.holds(ctx, graph.op_name(op), graph.loc(op)))
            };
            let all = encoding.sources.iter().enumerate();
            about.extend(all.filter(|(_, source)| holds(source.op)).map(|(i, _)| i));
            about.sort_unstable();
            about.dedup();
        }
        Self { faults, about, found: FxHashMap::default() }
    }

    /// Judges rules by what is known before the result is built.
    pub fn judge<'a, 'c>(
        &mut self,
        ctx: &'c Context,
        encoding: &'a Encoding<'c>,
        options: &Options<'_>,
        legality: &Legality,
        saturation: &Saturation,
        extraction: &mut Extraction<'a>,
    ) {
        if self.about.is_empty() {
            return;
        }
        let applied = &Applied::new(&encoding.egraph, &saturation.provenance);
        let mut judge = Judge { ctx, encoding, options, legality, applied, extraction };
        self.found = self.about.iter().map(|&i| (i, judge.verdicts(&encoding.sources[i]))).collect();
    }

    /// Finds out what is left to find out, now that everything is decided, and says it: as errors, and to `reasons`.
    pub fn answer<'c>(
        mut self,
        ctx: &'c Context,
        encoding: &mut Encoding<'c>,
        options: &Options<'_>,
        saturation: &Saturation,
        reasons: Option<&mut Reasons>,
        diags: &mut Diagnostics,
    ) {
        for &i in &self.about {
            let Some((verdicts, open)) = self.found.get_mut(&i) else { continue };
            for open in std::mem::take(open) {
                verdicts[open.at].outcome =
                    verdict::settle(ctx, encoding, options, saturation.stopped, &open);
            }
        }
        for (i, fault) in self.faults {
            let verdicts = self.found.get(&i).map_or(&[][..], |found| &found.0);
            diags.push(with_verdicts(fault, verdicts));
        }
        let Some(reasons) = reasons else { return };
        let steps = reasons.steps.iter();
        let used = steps.flat_map(|step| step.matched.iter().map(|&(_, from)| (from, step.rule.clone())));
        let used: FxHashSet<(Option<Origin>, Arc<RuleText>)> = used.collect();
        for i in self.about {
            let Some((mut verdicts, _)) = self.found.remove(&i) else { continue };
            for verdict in verdicts.iter_mut().filter(|verdict| verdict.outcome != Outcome::Chosen) {
                if used.contains(&(Some(Origin::Source(i)), verdict.rule.clone())) {
                    verdict.outcome = Outcome::OnTheWay;
                }
            }
            reasons.sources[i].verdicts = verdicts;
        }
    }
}

/// An operation that nothing converts, with what came of the rules that came nearest.
fn with_verdicts(fault: Diagnostic, verdicts: &[Verdict]) -> Diagnostic {
    if verdicts.is_empty() {
        return fault.note("no rule starts at this operation");
    }
    let note = |Verdict { rule, outcome }: &Verdict| {
        format!("rule `{}` ({}) did not do it: {outcome}", rule.name, rule.place)
    };
    verdicts.iter().take(MOST_NEAREST).map(note).fold(fault, Diagnostic::note)
}
