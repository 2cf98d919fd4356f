//! Reasons as text for people.

use std::fmt::Write as _;

use core_ir::pass::reasons::{Origin, SourceFate};
use rustc_hash::FxHashMap;

use super::story::{At, Final, Story};
use crate::render::{BOLD, GREEN, PLAIN};

/// A result that is made of more operations than this names the others by their number.
const MOST_SOURCES: usize = 8;

struct Teller<'s, 'a> {
    story: &'s Story<'a>,
    out: String,
    /// The numbers of the steps that were told.
    numbers: FxHashMap<At, usize>,
    /// The numbers of the proofs that were told.
    proofs: FxHashMap<At, usize>,
    colour: bool,
}

/// The whole story. Every step is told once, and has a number for when it is needed again.
pub(super) fn text(story: &Story<'_>, colour: bool) -> String {
    let (numbers, proofs) = Default::default();
    let mut teller = Teller { story, out: String::new(), numbers, proofs, colour };
    let mut function = None;
    for result in &story.finals {
        if result.function != function {
            function.clone_from(&result.function);
            let name = function.as_deref().unwrap_or_default();
            let _ = writeln!(teller.out, "@{name}\n");
        }
        teller.result(result);
    }
    for fate in &story.fates {
        let of = story.ctx.op_text(fate.name);
        let place = story.place(fate.loc);
        let ops: Vec<&str> = fate.ops.iter().map(|&name| story.ctx.op_text(name)).collect();
        let into = if ops.is_empty() { String::new() } else { format!(": {}", ops.join(", ")) };
        let by = fate.pass.map(|pass| format!(" by {pass}")).unwrap_or_default();
        let _ = writeln!(teller.out, "{} {place} is {}{by}{into}", teller.bold(of), fate.word);
    }
    if !story.fates.is_empty() {
        teller.out.push('\n');
    }
    for &at in &story.judged {
        teller.judged(at);
    }
    teller.summary();
    teller.out
}

impl Teller<'_, '_> {
    fn bold(&self, text: &str) -> String {
        if self.colour { format!("{BOLD}{text}{PLAIN}") } else { text.to_owned() }
    }

    fn green(&self, text: &str) -> String {
        if self.colour { format!("{GREEN}{text}{PLAIN}") } else { text.to_owned() }
    }

    fn result(&mut self, result: &Final) {
        let story = self.story;
        let name = self.bold(story.ctx.op_text(result.name));
        let _ = writeln!(self.out, "{name} {} : {}", story.place(result.loc), result.types);
        let Some(at) = result.derived else {
            self.out.push_str("  no rule made it\n\n");
            return;
        };
        let origins = story.origins(at);
        let mut sources: Vec<At> = Vec::new();
        let mut repeated: Vec<usize> = Vec::new();
        for &origin in &origins {
            self.chain(origin, &mut sources, &mut repeated);
        }
        let is_new = |origin: &(usize, Origin)| matches!(origin.1, Origin::Step(_));
        if !origins.iter().any(is_new) {
            self.out.push_str("  as it was\n");
        } else if !repeated.is_empty() {
            repeated.sort_unstable();
            repeated.dedup();
            let list: Vec<String> = repeated.iter().map(|number| format!("step {number}")).collect();
            let _ = writeln!(self.out, "  with {} above", list.join(", "));
        }
        self.proofs_of(at);
        self.out.push('\n');
    }

    /// Tells the steps that lead to `origin`, and that were not told, each after what it needs.
    fn chain(&mut self, origin: (usize, Origin), sources: &mut Vec<At>, repeated: &mut Vec<usize>) {
        let story = self.story;
        // Once for what it needs, once for itself.
        let mut stack = vec![(origin, false)];
        while let Some((top, is_ready)) = stack.pop() {
            if let (chapter, Origin::Step(i)) = top
                && let Some(&number) = self.numbers.get(&(chapter, i))
            {
                repeated.push(number);
                continue;
            }
            if is_ready {
                if let (chapter, Origin::Step(i)) = top {
                    self.step((chapter, i));
                }
                continue;
            }
            if let (chapter, Origin::Source(i)) = top {
                if sources.contains(&(chapter, i)) {
                    continue;
                }
                if sources.len() < MOST_SOURCES {
                    sources.push((chapter, i));
                }
            }
            stack.push((top, true));
            stack.extend(story.inputs(top).into_iter().rev().map(|input| (input, false)));
        }
    }

    /// The number of the step that made something, perhaps in an earlier pass.
    fn number(&self, (chapter, origin): (usize, Origin)) -> Option<usize> {
        match origin {
            Origin::Step(i) => self.numbers.get(&(chapter, i)).copied(),
            Origin::Source(_) => match self.story.inputs((chapter, origin)).as_slice() {
                [(chapter, Origin::Step(i)), ..] => self.numbers.get(&(*chapter, *i)).copied(),
                _ => None,
            },
        }
    }

    fn step(&mut self, at: At) {
        let story = self.story;
        let (step, ctx) = (story.step(at), story.ctx);
        let number = self.numbers.len() + 1;
        self.numbers.insert(at, number);
        let rule = &step.rule;
        let direction = if step.reversed { ", read backwards" } else { "" };
        let name = self.green(&rule.name);
        let _ = writeln!(self.out, "  {number}. {name} ({}, {}{direction})", rule.place, rule.exactness);
        let matched: Vec<String> = step
            .matched
            .iter()
            .map(|&(name, from)| {
                let name = ctx.op_text(name);
                match from {
                    Some(from) => match (self.number((at.0, from)), from) {
                        (Some(number), _) => format!("{name} of step {number}"),
                        (None, Origin::Source(i)) => {
                            format!("{name} {}", story.place(story.source((at.0, i)).loc))
                        }
                        (None, Origin::Step(_)) => name.to_owned(),
                    },
                    None => name.to_owned(),
                }
            })
            .collect();
        let made: Vec<&str> = step.made.iter().map(|&name| ctx.op_text(name)).collect();
        let made = if made.is_empty() { format!("its operand {}", rule.right) } else { made.join(", ") };
        let _ = writeln!(self.out, "     {} -> {made}", matched.join(", "));
    }

    fn judged(&mut self, at: At) {
        let story = self.story;
        let given = story.source(at);
        let name = self.bold(story.ctx.op_text(given.name));
        let (pass, reasons) = story.chapters[at.0];
        let fate = match given.fate {
            SourceFate::Became(result) => {
                let result = &reasons.results[result];
                format!("became {} {}", story.ctx.op_text(result.name), story.place(result.loc))
            }
            SourceFate::Folded => "became part of a constant".into(),
            SourceFate::Unused => "is not needed".into(),
            SourceFate::Stuck => "stays, nothing converts it".into(),
        };
        let place = story.place(given.loc);
        let _ = writeln!(self.out, "rules of {pass} at {name} {place}, which {fate}");
        if given.verdicts.is_empty() {
            self.out.push_str("  no rule starts at this operation\n");
        }
        for verdict in &given.verdicts {
            let rule = &verdict.rule;
            let name = self.green(&rule.name);
            let _ = writeln!(self.out, "  {name} ({}, {}): {}", rule.place, rule.exactness, verdict.outcome);
        }
        self.out.push('\n');
    }

    fn summary(&mut self) {
        let story = self.story;
        let is_by_rules = |result: &&Final| {
            let origins = result.derived.map(|at| story.origins(at)).unwrap_or_default();
            origins.iter().any(|origin| matches!(origin.1, Origin::Step(_)))
        };
        let told = story.finals.len();
        let by_rules = story.finals.iter().filter(is_by_rules).count();
        let stuck = |at: &&At| story.source(**at).fate == SourceFate::Stuck;
        let stuck = story.judged.iter().filter(stuck).count();
        let of = if told == story.all { String::new() } else { format!(" of {}", story.all) };
        let plural = if story.all == 1 { "operation" } else { "operations" };
        let _ = writeln!(
            self.out,
            "{told}{of} {plural}, {by_rules} by {} steps, {stuck} that nothing converts",
            self.numbers.len()
        );
        if story.chapters.iter().any(|(_, reasons)| reasons.stopped) {
            self.out.push_str("saturation stopped at its limit; a cheaper program may exist\n");
        }
    }

    fn proofs_of(&mut self, result: At) {
        let story = self.story;
        for &(source, proof) in &story.result(result).proofs {
            let given = story.source((result.0, source));
            let at = (result.0, proof);
            let first = self.proof(at);
            let name = story.ctx.op_text(given.name);
            let _ = writeln!(self.out, "  equals {name} {} by proof {first}", story.place(given.loc));
        }
    }

    /// Tells a proof, after those that it refers to, unless it was told; its number.
    fn proof(&mut self, at: At) -> usize {
        let story = self.story;
        let mut stack = vec![(at, false)];
        while let Some((top, is_ready)) = stack.pop() {
            if self.proofs.contains_key(&top) {
                continue;
            }
            let proof = story.proof(top);
            if !is_ready {
                stack.push((top, true));
                let inner = proof.terms.iter().rev().flat_map(|term| term.operands.iter().rev());
                stack.extend(inner.map(|&(_, proof)| ((top.0, proof), false)));
                continue;
            }
            let number = self.proofs.len() + 1;
            self.proofs.insert(top, number);
            let _ = writeln!(self.out, "  proof {number}");
            for (i, term) in proof.terms.iter().enumerate() {
                let sign = if i == 0 { " " } else { "=" };
                let mut why: Vec<String> = Vec::new();
                if let Some(rule) = &term.by {
                    let direction = if term.reversed { " backwards" } else { "" };
                    why.push(format!("{}{direction}", self.green(rule)));
                }
                for &(operand, proof) in &term.operands {
                    let number = self.proofs.get(&(top.0, proof)).copied().unwrap_or_default();
                    why.push(format!("operand {operand} by proof {number}"));
                }
                let why = if why.is_empty() { String::new() } else { format!("   by {}", why.join(", ")) };
                let _ = writeln!(self.out, "    {sign} {}{why}", term.text);
            }
        }
        self.proofs.get(&at).copied().unwrap_or_default()
    }
}
