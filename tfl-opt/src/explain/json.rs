//! Reasons as JSON. `docs/explain.schema.json` says what the fields mean.

use core_ir::OpName;
use core_ir::pass::reasons::{Origin, Outcome, RuleText, SourceFate, Verdict};
use rustc_hash::FxHashSet;
use serde_json::{Map, Value, json};

use super::story::{At, Story};

/// The version of the format; it changes when a field changes its meaning or goes.
const VERSION: u32 = 1;

/// What is reachable from what is asked about.
#[derive(Default)]
struct Told {
    sources: FxHashSet<At>,
    steps: FxHashSet<At>,
    proofs: FxHashSet<At>,
}

/// The story with a last newline. Same input, same text.
pub(super) fn text(story: &Story<'_>) -> String {
    let told = told(story);
    let list = |told: &FxHashSet<At>, make: &dyn Fn(At) -> Value| -> Vec<Value> {
        let mut all: Vec<At> = told.iter().copied().collect();
        all.sort_unstable();
        all.into_iter().map(make).collect()
    };
    let limited = story.chapters.iter().any(|(_, reasons)| reasons.stopped);
    let cost: u128 = story
        .chapters
        .last()
        .map(|(pass, _)| {
            let last = story.chapters.iter().filter(|chapter| std::ptr::eq(chapter.0, *pass));
            last.map(|(_, reasons)| reasons.cost).sum()
        })
        .unwrap_or_default();
    let value = json!({
        "version": VERSION,
        "complete": story.complete,
        "limited": limited,
        "cost": number(cost),
        "results": results(story),
        "operations": operations(story),
        "sources": list(&told.sources, &|at| source(story, at)),
        "steps": list(&told.steps, &|at| step(story, at)),
        "proofs": list(&told.proofs, &|at| proof(story, at)),
    });
    let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
    text.push('\n');
    text
}

fn told(story: &Story<'_>) -> Told {
    let mut told = Told::default();
    let mut stack: Vec<(usize, Origin)> = Vec::new();
    let mut proofs: Vec<At> = Vec::new();
    for at in story.finals.iter().filter_map(|result| result.derived) {
        stack.extend(story.origins(at));
        proofs.extend(story.result(at).proofs.iter().map(|&(_, proof)| (at.0, proof)));
        stack.extend(story.result(at).proofs.iter().map(|&(source, _)| (at.0, Origin::Source(source))));
    }
    stack.extend(story.judged.iter().map(|&(chapter, i)| (chapter, Origin::Source(i))));
    while let Some(top) = stack.pop() {
        let is_new = match top.1 {
            Origin::Source(i) => told.sources.insert((top.0, i)),
            Origin::Step(i) => told.steps.insert((top.0, i)),
        };
        if is_new {
            stack.extend(story.inputs(top));
        }
    }
    while let Some(at) = proofs.pop() {
        if told.proofs.insert(at) {
            let terms = story.proof(at).terms.iter();
            proofs.extend(terms.flat_map(|term| &term.operands).map(|&(_, proof)| (at.0, proof)));
        }
    }
    told
}

/// A number that every reader of JSON can hold.
fn number(cost: u128) -> Value {
    json!(u64::try_from(cost).unwrap_or(u64::MAX))
}

/// An identifier that is unique in its list.
fn id(at: At) -> Value {
    json!(format!("{}.{}", at.0, at.1))
}

fn origin(chapter: usize, origin: Origin) -> Value {
    match origin {
        Origin::Source(i) => json!({ "source": id((chapter, i)) }),
        Origin::Step(i) => json!({ "step": id((chapter, i)) }),
    }
}

fn origins(story: &Story<'_>, result: At) -> Vec<Value> {
    story.origins(result).into_iter().map(|(chapter, from)| origin(chapter, from)).collect()
}

fn names(story: &Story<'_>, names: &[OpName]) -> Vec<Value> {
    names.iter().map(|&name| json!(story.ctx.op_text(name))).collect()
}

fn results(story: &Story<'_>) -> Vec<Value> {
    let one = |result: &super::story::Final| {
        let proofs = result.derived.map(|at| {
            let list = story.result(at).proofs.iter();
            let one = |&(source, proof): &(usize, usize)| {
                json!({ "source": id((at.0, source)), "proof": id((at.0, proof)) })
            };
            list.map(one).collect::<Vec<_>>()
        });
        json!({
            "op": story.ctx.op_text(result.name),
            "layer": story.place(result.loc).trim_matches('"'),
            "function": result.function,
            "types": result.types,
            "origins": result.derived.map(|at| origins(story, at)).unwrap_or_default(),
            "proofs": proofs.unwrap_or_default(),
        })
    };
    story.finals.iter().map(one).collect()
}

fn operations(story: &Story<'_>) -> Vec<Value> {
    let one = |fate: &crate::fate::Fate<'_>| {
        json!({
            "op": story.ctx.op_text(fate.name),
            "layer": story.place(fate.loc).trim_matches('"'),
            "fate": fate.word,
            "pass": fate.pass,
            "became": names(story, &fate.ops),
        })
    };
    story.fates.iter().map(one).collect()
}

fn source(story: &Story<'_>, at: At) -> Value {
    let given = story.source(at);
    let (pass, reasons) = story.chapters[at.0];
    let (fate, became) = match given.fate {
        SourceFate::Became(result) => ("became", Some(story.ctx.op_text(reasons.results[result].name))),
        SourceFate::Folded => ("folded", None),
        SourceFate::Unused => ("unused", None),
        SourceFate::Stuck => ("stuck", None),
    };
    let made_of = story.made_of(at).map(|result| origins(story, result));
    json!({
        "id": id(at),
        "pass": pass,
        "op": story.ctx.op_text(given.name),
        "layer": story.place(given.loc).trim_matches('"'),
        "fate": fate,
        "became": became,
        "origins": made_of.unwrap_or_default(),
        "rules": given.verdicts.iter().map(verdict).collect::<Vec<_>>(),
    })
}

fn rule(entry: &mut Map<String, Value>, rule: &RuleText) {
    entry.insert("rule".into(), json!(rule.name));
    entry.insert("place".into(), json!(rule.place));
    entry.insert("exactness".into(), json!(rule.exactness));
}

fn verdict(verdict: &Verdict) -> Value {
    let mut entry = Map::new();
    rule(&mut entry, &verdict.rule);
    let word = match &verdict.outcome {
        Outcome::Chosen => "chosen",
        Outcome::OnTheWay => "on-the-way",
        Outcome::Dearer { .. } => "dearer",
        Outcome::NotNeeded => "not-needed",
        Outcome::Circular => "circular",
        Outcome::NotLegal { .. } => "not-legal",
        Outcome::NoMatch { .. } => "no-match",
        Outcome::NotBuilt { .. } => "not-built",
        Outcome::Limit => "limit",
        Outcome::NothingNew => "nothing-new",
        Outcome::SwitchedOff { .. } => "switched-off",
    };
    entry.insert("outcome".into(), json!(word));
    entry.insert("why".into(), json!(verdict.outcome.to_string()));
    match &verdict.outcome {
        Outcome::Dearer { cost, chosen } => {
            entry.insert("cost".into(), number(*cost));
            entry.insert("chosen_cost".into(), number(*chosen));
        }
        Outcome::NoMatch { condition: Some(condition), values, .. } => {
            entry.insert("condition".into(), json!(condition));
            let one = |(part, value): &(String, String)| json!({ "part": part, "value": value });
            entry.insert("values".into(), json!(values.iter().map(one).collect::<Vec<_>>()));
        }
        Outcome::SwitchedOff { matches, .. } => {
            entry.insert("matches".into(), json!(matches));
        }
        _ => {}
    }
    Value::Object(entry)
}

fn step(story: &Story<'_>, at: At) -> Value {
    let step = story.step(at);
    let mut entry = Map::new();
    entry.insert("id".into(), id(at));
    entry.insert("pass".into(), json!(story.chapters[at.0].0));
    rule(&mut entry, &step.rule);
    entry.insert("left".into(), json!(step.rule.left));
    entry.insert("right".into(), json!(step.rule.right));
    entry.insert("reversed".into(), json!(step.reversed));
    entry.insert("iteration".into(), json!(step.iteration));
    let matched = step.matched.iter().map(|&(name, from)| {
        let origin = from.map(|from| origin(at.0, from));
        json!({ "op": story.ctx.op_text(name), "origin": origin })
    });
    entry.insert("matched".into(), json!(matched.collect::<Vec<_>>()));
    entry.insert("made".into(), json!(names(story, &step.made)));
    Value::Object(entry)
}

fn proof(story: &Story<'_>, at: At) -> Value {
    let terms = story.proof(at).terms.iter().map(|term| {
        let operands = term.operands.iter();
        let operands =
            operands.map(|&(operand, proof)| json!({ "operand": operand, "proof": id((at.0, proof)) }));
        json!({
            "text": term.text,
            "by": term.by,
            "reversed": term.reversed,
            "operands": operands.collect::<Vec<_>>(),
        })
    });
    json!({ "id": id(at), "terms": terms.collect::<Vec<_>>() })
}
