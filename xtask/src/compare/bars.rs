//! What a comparison has to show. Everything below a bar is told in a sentence.

use super::convert::{Outcome, Run, TensorFlow};
use super::models::Model;

/// How many times as fast as TensorFlow's converter tfl-opt has to be, both as whole processes.
const SPEED: f64 = 30.0;
/// Which share of TensorFlow's memory tfl-opt may take.
const MEMORY_SHARE: f64 = 0.25;
/// How much memory tfl-opt may take beyond the size of its output.
const MEMORY_BEYOND_OUTPUT: u64 = 150_000_000;

/// By how much the ratio of latencies is off at most when both files say the same: addresses differ, and so do caches.
const SAME: f64 = 0.02;

/// The bars that an outcome breaks. `strict` compares operator counts, `costs` time and memory.
pub(super) fn judge(model: &Model, outcome: &Outcome, strict: bool, costs: bool) -> Vec<String> {
    let mut broken = Vec::new();
    let ours = &outcome.tfl_opt;
    if let Some(error) = &ours.error {
        if ours.crashed {
            broken.push(format!("tfl-opt crashes: {error}"));
        } else if model.refused.is_empty() {
            broken.push(format!("tfl-opt does not convert it: {error}"));
        } else if !error.contains(&model.refused) {
            broken.push(format!("tfl-opt refuses it, but does not name the op {}: {error}", model.refused));
        }
        return broken;
    }
    if !model.refused.is_empty() {
        broken.push(format!("tfl-opt converts it, though it has no lowering for {}", model.refused));
    }
    let Some(run) = &ours.run else { return broken };
    broken.extend(run.faults.iter().cloned());
    if strict {
        broken.extend(more_operators(outcome, run));
        broken.extend(if model.halved { more_than_half(outcome, run) } else { None });
    }
    if costs {
        broken.extend(too_dear(outcome, run));
        broken.extend(if model.halved { not_faster(outcome) } else { None });
    }
    broken
}

/// More operators than TensorFlow needs, and which.
fn more_operators(outcome: &Outcome, run: &Run) -> Option<String> {
    let theirs = outcome.tensorflow.as_ref()?.side.run.as_ref()?;
    if run.operator_count <= theirs.operator_count {
        return None;
    }
    let more = run.operators.iter().filter_map(|(name, count)| {
        let other = theirs.operators.get(name).copied().unwrap_or(0);
        (*count > other).then(|| format!("{name} {count} to {other}"))
    });
    let more: Vec<String> = more.collect();
    Some(format!(
        "{} operators to TensorFlow's {}: {}",
        run.operator_count,
        theirs.operator_count,
        more.join(", ")
    ))
}

/// More than half of the operators that TensorFlow needs.
fn more_than_half(outcome: &Outcome, run: &Run) -> Option<String> {
    let theirs = outcome.tensorflow.as_ref()?.side.run.as_ref()?.operator_count;
    let ours = run.operator_count;
    (ours > theirs / 2).then(|| format!("{ours} operators, more than half of TensorFlow's {theirs}"))
}

/// No less time than TensorFlow's result takes.
fn not_faster(outcome: &Outcome) -> Option<String> {
    let latency = outcome.latency.as_ref().filter(|latency| latency.ratio >= 1.0)?;
    Some(format!("takes {:.3} of the time of TensorFlow's in LiteRT, not less", latency.ratio))
}

/// The bars on time and memory.
fn too_dear(outcome: &Outcome, run: &Run) -> Vec<String> {
    let mut broken = Vec::new();
    if speed(outcome).is_some_and(|speed| speed < SPEED) {
        broken.push(format!("{:.1} times as fast as TensorFlow, not {SPEED}", speed(outcome).unwrap_or(0.0)));
    }
    if memory_share(outcome).is_some_and(|share| share > MEMORY_SHARE) {
        broken.push(format!(
            "takes {:.2} of TensorFlow's memory, more than {MEMORY_SHARE}",
            memory_share(outcome).unwrap_or(0.0)
        ));
    }
    if let Some(latency) = outcome.latency.as_ref().filter(|latency| latency.low > 1.0 + SAME) {
        broken.push(format!(
            "takes {:.2} of the time of TensorFlow's in LiteRT, and at least {:.2}",
            latency.ratio, latency.low
        ));
    }
    let allowed = run.bytes.saturating_add(MEMORY_BEYOND_OUTPUT);
    if outcome.tfl_opt.usage.peak_bytes > allowed {
        broken.push(format!(
            "takes {:.0} MB of memory, more than {:.0} MB",
            megabytes(outcome.tfl_opt.usage.peak_bytes),
            megabytes(allowed)
        ));
    }
    broken
}

/// TensorFlow's whole process over ours: what somebody waits who types one command or the other.
pub(super) fn speed(outcome: &Outcome) -> Option<f64> {
    ratio(outcome, |theirs| theirs.side.usage.wall_seconds)
}

/// TensorFlow's `convert()` alone, without its import and start, over our whole process.
pub(super) fn speed_of_call(outcome: &Outcome) -> Option<f64> {
    ratio(outcome, |theirs| theirs.facts.convert_seconds)
}

fn ratio(outcome: &Outcome, seconds: fn(&TensorFlow) -> f64) -> Option<f64> {
    let theirs = outcome.tensorflow.as_ref()?;
    theirs.side.run.as_ref()?;
    outcome.tfl_opt.run.as_ref()?;
    Some(seconds(theirs) / outcome.tfl_opt.usage.wall_seconds.max(1e-6))
}

/// Our peak resident set over TensorFlow's.
pub(super) fn memory_share(outcome: &Outcome) -> Option<f64> {
    let theirs = outcome.tensorflow.as_ref()?;
    theirs.side.run.as_ref()?;
    outcome.tfl_opt.run.as_ref()?;
    Some(megabytes(outcome.tfl_opt.usage.peak_bytes) / megabytes(theirs.side.usage.peak_bytes).max(1e-6))
}

/// The geometric mean of our latencies over TensorFlow's.
pub(super) fn latency_mean(outcomes: &[Outcome]) -> Option<f64> {
    let logarithms: Vec<f64> =
        outcomes.iter().filter_map(|outcome| Some(outcome.latency.as_ref()?.ratio.ln())).collect();
    #[expect(clippy::cast_precision_loss, reason = "there are a few dozen models")]
    let count = logarithms.len() as f64;
    (!logarithms.is_empty()).then(|| (logarithms.iter().sum::<f64>() / count).exp())
}

/// The bar on all latencies together.
pub(super) fn slower_on_the_whole(outcomes: &[Outcome]) -> Option<String> {
    let mean = latency_mean(outcomes).filter(|mean| *mean >= 1.0)?;
    Some(format!("latencies are {mean:.3} of TensorFlow's in the geometric mean, not below 1"))
}

/// Bytes as megabytes, near enough for a report.
#[expect(clippy::cast_precision_loss, reason = "a report shows three digits")]
pub(super) fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Model, Outcome, judge, latency_mean, slower_on_the_whole};

    fn model(refused: &str) -> Model {
        let row = json!({"name": "m", "sources": [""], "refused": refused, "small": true, "halved": false, "stamp": ""});
        serde_json::from_value(row).expect("a row of the table")
    }

    fn halved() -> Model {
        Model { halved: true, ..model("") }
    }

    /// An outcome in which tfl-opt needs `ours` operators in 10 ms and TensorFlow `theirs` in a second.
    fn outcome(ours: u64, theirs: u64) -> Outcome {
        let side = |operators: u64, wall: f64, peak: u64| {
            json!({
                "usage": {"wall_seconds": wall, "cpu_seconds": wall, "peak_bytes": peak},
                "error": null, "crashed": false,
                "run": {
                    "difference": 0.0, "faults": [], "operators": {"ADD": operators},
                    "operator_count": operators, "bytes": 1000,
                },
            })
        };
        let facts = json!({"import_seconds": 3.0, "import_rss_megabytes": 400.0, "convert_seconds": 1.0});
        let read = "what was written can be read";
        Outcome {
            name: "m".to_owned(),
            tfl_opt: serde_json::from_value(side(ours, 0.01, 20_000_000)).expect(read),
            tensorflow: serde_json::from_value(
                json!({"stamp": "", "side": side(theirs, 5.0, 500_000_000), "facts": facts}),
            )
            .expect(read),
            latency: None,
            broken: Vec::new(),
        }
    }

    /// An outcome in which the ratio of latencies is `ratio`, give or take 0.01.
    fn taking(ratio: f64) -> Outcome {
        let latency = json!({
            "ours_milliseconds": ratio, "theirs_milliseconds": 1.0,
            "ratio": ratio, "low": ratio - 0.01, "high": ratio + 0.01,
        });
        Outcome {
            latency: serde_json::from_value(latency).expect("what was written can be read"),
            ..outcome(1, 1)
        }
    }

    #[test]
    fn a_slower_model_breaks_a_bar_beyond_noise() {
        assert!(judge(&model(""), &taking(1.02), true, true).is_empty());
        assert!(judge(&model(""), &taking(1.1), true, false).is_empty());
        let broken = judge(&model(""), &taking(1.1), true, true);
        assert_eq!(broken, ["takes 1.10 of the time of TensorFlow's in LiteRT, and at least 1.09"]);
    }

    #[test]
    fn some_models_must_be_half_as_large_and_faster() {
        assert!(judge(&halved(), &outcome(2, 4), true, true).is_empty());
        let broken = judge(&halved(), &outcome(3, 5), true, true);
        assert_eq!(broken, ["3 operators, more than half of TensorFlow's 5"]);
        let slower = Outcome { latency: taking(1.01).latency, ..outcome(2, 4) };
        let broken = judge(&halved(), &slower, true, true);
        assert_eq!(broken, ["takes 1.010 of the time of TensorFlow's in LiteRT, not less"]);
        let faster = Outcome { latency: taking(0.98).latency, ..outcome(2, 4) };
        assert!(judge(&halved(), &faster, true, true).is_empty());
    }

    #[test]
    fn latencies_are_judged_together() {
        let good = [taking(0.5), taking(1.5), outcome(1, 1)];
        assert!(slower_on_the_whole(&good).is_none());
        let mean = latency_mean(&good).expect("two were timed");
        assert!((mean - 0.75_f64.sqrt()).abs() < 1e-9);
        assert!(slower_on_the_whole(&[taking(0.9), taking(1.2)]).is_some());
        assert!(slower_on_the_whole(&[outcome(1, 1)]).is_none());
    }

    fn failing(error: &str, crashed: bool) -> Outcome {
        let mut outcome = outcome(1, 1);
        outcome.tfl_opt.run = None;
        outcome.tfl_opt.error = Some(error.to_owned());
        outcome.tfl_opt.crashed = crashed;
        outcome
    }

    #[test]
    fn a_good_outcome_breaks_no_bar() {
        assert!(judge(&model(""), &outcome(3, 3), true, true).is_empty());
    }

    #[test]
    fn operators_count_only_when_strict() {
        assert!(judge(&model(""), &outcome(4, 3), false, false).is_empty());
        let broken = judge(&model(""), &outcome(4, 3), true, false);
        assert_eq!(broken, ["4 operators to TensorFlow's 3: ADD 4 to 3"]);
    }

    #[test]
    fn costs_count_only_when_asked_for() {
        let mut dear = outcome(1, 1);
        dear.tfl_opt.usage.wall_seconds = 0.2;
        dear.tfl_opt.usage.peak_bytes = 200_000_000;
        assert!(judge(&model(""), &dear, true, false).is_empty());
        assert_eq!(judge(&model(""), &dear, true, true).len(), 3);
    }

    #[test]
    fn a_refusal_has_to_be_expected_and_to_name_the_op() {
        assert!(
            judge(&model("Digamma"), &failing("no lowering for tf.Digamma", false), true, true).is_empty()
        );
        assert_eq!(judge(&model("Digamma"), &failing("it failed", false), true, true).len(), 1);
        assert_eq!(judge(&model("Digamma"), &failing("panic at tf.Digamma", true), true, true).len(), 1);
        assert_eq!(judge(&model("Digamma"), &outcome(1, 1), true, true).len(), 1);
        assert_eq!(judge(&model(""), &failing("no lowering for tf.Digamma", false), true, true).len(), 1);
    }
}
