//! `cargo xtask spellings`: the same functions written in many ways, through tfl-opt and through TensorFlow's converter.
//!
//! A spelling is recognised when the converted model consists of the operators of the idiom's best form and answers as
//! TensorFlow does. That is asked with costs that count operations, because a CPU may be faster with the parts of an
//! idiom; each spelling is converted with the usual costs as well, and there it should make no difference either. The spellings are in `xtask/spellings/idioms.py`; what they share with the comparison of models is in
//! `xtask/compare`.

mod report;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};
use clap::Args;
use serde::{Deserialize, Serialize};

use crate::process::measure;
use crate::{compare, tools, venv};

/// What `cargo xtask spellings` takes.
#[derive(Args)]
pub(crate) struct Options {
    /// Spellings to convert: those whose names begin so [default: all].
    names: Vec<String>,
    /// Where the Python environment is, or shall be made [default: WORK/venv].
    #[arg(long)]
    venv: Option<PathBuf>,
    /// Where models, results and logs are kept [default: target/spellings].
    #[arg(long)]
    work: Option<PathBuf>,
    /// The tfl-opt binary [default: built from this workspace].
    #[arg(long)]
    tfl_opt: Option<PathBuf>,
    /// Fail if a spelling is not recognised.
    #[arg(long)]
    bars: bool,
    /// Where the report goes; the figures are put beside it as JSON [default: WORK/report.md].
    #[arg(long)]
    out: Option<PathBuf>,
}

/// A row of `make.py list`.
#[derive(Deserialize)]
struct Spelling {
    name: String,
    idiom: String,
    title: String,
    best: Vec<BTreeMap<String, u64>>,
}

/// All of `make.py list`.
#[derive(Deserialize)]
struct Spellings {
    stamp: String,
    spellings: Vec<Spelling>,
}

/// What `make.py make` writes when a spelling is complete.
#[derive(Deserialize)]
struct Made {
    stamp: String,
    version: String,
    refused: Option<String>,
}

/// What `judge.py` says of a file.
#[derive(Deserialize)]
struct Verdict {
    operators: BTreeMap<String, u64>,
    difference: Option<f64>,
    faults: Vec<String>,
}

/// What a converter made of a spelling.
#[derive(Serialize)]
struct Side {
    /// Whether the result has the operators of the best form and answers as TensorFlow does.
    recognised: bool,
    /// What the converter said if it refused.
    refused: Option<String>,
    /// How many operators there are of each name.
    operators: BTreeMap<String, u64>,
    /// The largest difference to TensorFlow next to its largest value.
    difference: Option<f64>,
    /// What is wrong with the answers.
    faults: Vec<String>,
}

/// What came of a spelling.
#[derive(Serialize)]
struct Outcome {
    idiom: String,
    title: String,
    name: String,
    best: Vec<BTreeMap<String, u64>>,
    tfl_opt: Side,
    /// With the costs of kernels.
    usual: Side,
    tensorflow: Side,
}

struct Places {
    scripts: PathBuf,
    python: PathBuf,
    models: PathBuf,
    logs: PathBuf,
    tfl_opt: PathBuf,
}

impl Places {
    /// A Python process that runs one of the scripts. Python must not litter the source tree with bytecode.
    fn script(&self, name: &str) -> Command {
        let mut command = Command::new(&self.python);
        command.arg("-B").arg(self.scripts.join(name));
        command
    }
}

/// Runs the suite. The exit code says whether something is wrong: an answer, or with `--bars` a form.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let work = options.work.clone().unwrap_or_else(|| tools::target().join("spellings"));
    let places = Places {
        scripts: tools::workspace().join("xtask").join("spellings"),
        python: venv::ensure(&options.venv.clone().unwrap_or_else(|| work.join("venv")), &compare::INSTALLS)?,
        models: work.join("models"),
        logs: work.join("logs"),
        tfl_opt: match &options.tfl_opt {
            Some(path) => path.clone(),
            None => tools::build_tfl_opt(true)?,
        },
    };
    for folder in [&places.models, &places.logs] {
        fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    let list = places.script("make.py").arg("list").output().context("cannot run make.py")?;
    ensure!(list.status.success(), "make.py lists nothing: {}", String::from_utf8_lossy(&list.stderr));
    let mut all: Spellings =
        serde_json::from_slice(&list.stdout).context("make.py lists spellings in a way not understood")?;
    all.spellings.retain(|spelling| {
        options.names.is_empty() || options.names.iter().any(|name| spelling.name.starts_with(name.as_str()))
    });
    ensure!(!all.spellings.is_empty(), "there is no such spelling");
    make(&places, &all)?;

    let mut refusals = BTreeMap::new();
    for spelling in &all.spellings {
        for costs in COSTS {
            if let Some(said) = convert(&places, spelling, costs)? {
                refusals.insert((spelling.name.as_str(), costs.0), said);
            }
        }
    }
    let [mut ours, mut usual] =
        [judge(&places, COSTS[0].0, &all.spellings)?, judge(&places, COSTS[1].0, &all.spellings)?];
    let mut theirs = judge(&places, "tensorflow", &all.spellings)?;
    let mut version = String::new();
    let mut outcomes = Vec::new();
    for spelling in &all.spellings {
        let made = made(&places, spelling).context("a spelling was not made")?;
        let mut refused = |costs: Costs| refusals.remove(&(spelling.name.as_str(), costs.0));
        let tfl_opt = side(spelling, ours.remove(&spelling.name), refused(COSTS[0]));
        let usual = side(spelling, usual.remove(&spelling.name), refused(COSTS[1]));
        let tensorflow = side(spelling, theirs.remove(&spelling.name), made.refused);
        let (idiom, title) = (spelling.idiom.clone(), spelling.title.clone());
        let (name, best) = (spelling.name.clone(), spelling.best.clone());
        outcomes.push(Outcome { idiom, title, name, best, tfl_opt, usual, tensorflow });
        version = made.version;
    }
    let out = options.out.clone().unwrap_or_else(|| work.join("report.md"));
    finish(&out, &version, &outcomes, options.bars)
}

/// What was made of a spelling at an earlier time.
fn made(places: &Places, spelling: &Spelling) -> Option<Made> {
    let text = fs::read_to_string(places.models.join(format!("{}.json", spelling.name))).ok()?;
    serde_json::from_str(&text).ok()
}

/// Makes what is missing or stale.
fn make(places: &Places, all: &Spellings) -> Result<()> {
    let is_fresh = |spelling: &&Spelling| made(places, spelling).is_some_and(|made| made.stamp == all.stamp);
    let missing: Vec<&str> = all
        .spellings
        .iter()
        .filter(|spelling| !is_fresh(spelling))
        .map(|spelling| spelling.name.as_str())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    eprintln!("making {} spellings in {}", missing.len(), places.models.display());
    let mut command = places.script("make.py");
    command.arg("make").arg(&places.models).args(missing);
    let finished = measure(&mut command, &places.logs.join("make"))?;
    let last = finished.stderr.trim_end().lines().last().unwrap_or_default();
    ensure!(finished.status.success(), "make.py does not make the spellings: {last}");
    Ok(())
}

/// How results are named, and the table of costs if it is not the usual one.
type Costs = (&'static str, Option<&'static str>);

/// The costs that each spelling is converted with.
const COSTS: [Costs; 2] = [("tfl-opt", Some("fewest.costs")), ("usual", None)];

/// Converts a spelling; what tfl-opt says if it refuses.
fn convert(places: &Places, spelling: &Spelling, costs: Costs) -> Result<Option<String>> {
    let target = places.models.join(format!("{}.{}.tflite", spelling.name, costs.0));
    if target.exists() {
        fs::remove_file(&target).with_context(|| format!("cannot remove {}", target.display()))?;
    }
    let mut command = Command::new(&places.tfl_opt);
    command.arg("convert").arg(places.models.join(&spelling.name)).arg("-o").arg(&target);
    if let Some(table) = costs.1 {
        command.arg("--cost-table").arg(places.scripts.join(table));
    }
    let finished = measure(&mut command, &places.logs.join(format!("{}.{}", spelling.name, costs.0)))?;
    let said = format!("{}: {}", finished.status, finished.stderr.trim());
    Ok((!finished.status.success()).then_some(said))
}

/// What LiteRT makes of each file that there is.
fn judge(places: &Places, converter: &str, spellings: &[Spelling]) -> Result<BTreeMap<String, Verdict>> {
    let mut command = places.script("judge.py");
    command.arg(&places.models).arg(converter).args(spellings.iter().map(|spelling| &spelling.name));
    let finished = measure(&mut command, &places.logs.join(format!("judge.{converter}")))?;
    let last = finished.stderr.trim_end().lines().last().unwrap_or_default();
    ensure!(finished.status.success(), "judge.py fails: {last}");
    serde_json::from_str(&finished.stdout).context("judge.py reports in a way not understood")
}

fn side(spelling: &Spelling, verdict: Option<Verdict>, refused: Option<String>) -> Side {
    let no_file = || "it ended well but wrote no file".to_owned();
    let Some(verdict) = verdict else {
        let refused = Some(refused.unwrap_or_else(no_file));
        let (operators, faults) = (BTreeMap::new(), Vec::new());
        return Side { recognised: false, refused, operators, difference: None, faults };
    };
    let Verdict { operators, difference, faults } = verdict;
    let recognised = refused.is_none() && faults.is_empty() && spelling.best.contains(&operators);
    Side { recognised, refused, operators, difference, faults }
}

/// Writes the report and says what is wrong.
fn finish(out: &PathBuf, version: &str, outcomes: &[Outcome], bars: bool) -> Result<ExitCode> {
    let text = report::markdown(version, outcomes);
    fs::write(out, &text).with_context(|| format!("cannot write the report to {}", out.display()))?;
    let figures = serde_json::to_string_pretty(outcomes).context("cannot write the figures as JSON")?;
    let beside = out.with_extension("json");
    fs::write(&beside, figures)
        .with_context(|| format!("cannot write the figures to {}", beside.display()))?;
    println!("{text}");
    let missed = outcomes.iter().filter(|outcome| !outcome.tfl_opt.recognised).count();
    let is_wrong = |outcome: &&Outcome| {
        !outcome.tfl_opt.faults.is_empty()
            || !outcome.usual.faults.is_empty()
            || outcome.usual.refused.is_some()
    };
    let wrong = outcomes.iter().filter(is_wrong).count();
    println!("spellings: {} recognised, {missed} not, {wrong} wrong", outcomes.len() - missed);
    let failed = wrong > 0 || bars && missed > 0;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

#[cfg(test)]
mod tests {
    use super::{Spelling, Verdict, side};

    fn verdict(operators: &str, faults: &[&str]) -> Option<Verdict> {
        let operators = operators.split(' ').map(|name| (name.to_owned(), 1)).collect();
        let faults = faults.iter().map(|&fault| fault.to_owned()).collect();
        Some(Verdict { operators, difference: Some(0.0), faults })
    }

    #[test]
    fn the_best_form_and_right_answers_are_what_counts() {
        let form = |names: &str| names.split(' ').map(|name| (name.to_owned(), 1)).collect();
        let spelling = Spelling {
            name: "n".into(),
            idiom: "i".into(),
            title: "t".into(),
            best: vec![form("MUL MEAN"), form("SQUARE MEAN")],
        };
        let recognised = |verdict| side(&spelling, verdict, None).recognised;
        assert!(recognised(verdict("SQUARE MEAN", &[])));
        assert!(!recognised(verdict("SQUARE MEAN", &["output differs"])));
        assert!(!recognised(verdict("SQUARE MEAN ADD", &[])));
        assert!(!recognised(None));
        assert!(side(&spelling, None, Some("no".into())).refused.is_some());
    }
}
