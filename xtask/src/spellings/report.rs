//! The report on spellings in Markdown: a row for each idiom, then every spelling that one of the two misses.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::{Outcome, Side};

/// The whole report.
pub(super) fn markdown(version: &str, outcomes: &[Outcome]) -> String {
    let mut text = format!("# Spellings in tfl-opt and in the converter of TensorFlow {version}\n\n");
    text.push_str(
        "| Idiom | Best form | tfl-opt | TF | Forms | Forms TF | Refused | Refused TF | Wrong | Wrong TF |\n",
    );
    text.push_str("|---|---|---|---|---|---|---|---|---|---|\n");
    let mut idioms: Vec<&str> = Vec::new();
    for outcome in outcomes {
        if !idioms.contains(&outcome.idiom.as_str()) {
            idioms.push(&outcome.idiom);
        }
    }
    for idiom in idioms {
        let of: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.idiom == idiom).collect();
        let best = of.first().map(|outcome| forms(&outcome.best)).unwrap_or_default();
        row(&mut text, idiom, &best, &of);
    }
    row(&mut text, "**All**", "", &outcomes.iter().collect::<Vec<_>>());
    text.push_str(
        "\nFigures are spellings whose conversion has the operators of the best form, and answers as TensorFlow does \
         running the model, where the fewest operators are best. Forms are how many different sets of operators the \
         spellings of one idiom become with the usual costs, a refusal being one of them. Refused ones have no \
         conversion; wrong ones answer otherwise.\n",
    );
    text.push_str("\n## Not recognised\n\n| Idiom | Spelling | tfl-opt | TF |\n|---|---|---|---|\n");
    for outcome in outcomes.iter().filter(|o| !o.tfl_opt.recognised || !o.tensorflow.recognised) {
        let (ours, theirs) = (verdict(&outcome.tfl_opt), verdict(&outcome.tensorflow));
        // Writing to a string does not fail.
        let _ = writeln!(text, "| {} | {} | {ours} | {theirs} |", outcome.idiom, outcome.title);
    }
    text
}

fn row(text: &mut String, idiom: &str, best: &str, outcomes: &[&Outcome]) {
    let count = |holds: &dyn Fn(&Outcome) -> bool| outcomes.iter().filter(|outcome| holds(outcome)).count();
    let distinct = |side: &dyn Fn(&Outcome) -> &Side| {
        let key = |outcome: &&Outcome| (outcome.idiom.clone(), side(outcome).operators.clone());
        outcomes.iter().map(key).collect::<BTreeSet<_>>().len()
    };
    // Writing to a string does not fail.
    let _ = writeln!(
        text,
        "| {idiom} | {best} | {}/{n} | {}/{n} | {} | {} | {} | {} | {} | {} |",
        count(&|o| o.tfl_opt.recognised),
        count(&|o| o.tensorflow.recognised),
        distinct(&|o| &o.usual),
        distinct(&|o| &o.tensorflow),
        count(&|o| o.tfl_opt.refused.is_some()),
        count(&|o| o.tensorflow.refused.is_some()),
        count(&|o| !o.tfl_opt.faults.is_empty()),
        count(&|o| !o.tensorflow.faults.is_empty()),
        n = outcomes.len(),
    );
}

fn forms(best: &[BTreeMap<String, u64>]) -> String {
    best.iter().map(form).collect::<Vec<_>>().join(" or ")
}

/// `MUL 2, RSQRT`
fn form(operators: &BTreeMap<String, u64>) -> String {
    let one = |(name, count): (&String, &u64)| match count {
        1 => name.clone(),
        n => format!("{name} {n}"),
    };
    operators.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn verdict(side: &Side) -> String {
    match side {
        Side { recognised: true, .. } => "recognised".into(),
        Side { refused: Some(_), .. } => "refused".into(),
        Side { faults, operators, .. } => match faults.first() {
            Some(fault) => format!("**wrong**: {}", fault.lines().next().unwrap_or_default()),
            None => form(operators),
        },
    }
}
