//! One model through both converters and through LiteRT.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};

use super::Places;
use super::models::Model;
use crate::process::{Finished, Usage, measure};

/// Something to convert: a model, or one of the files it comes as.
pub(super) struct Subject<'a> {
    /// The model.
    pub(super) model: &'a Model,
    source: &'a str,
}

impl<'a> Subject<'a> {
    /// Every subject of a model.
    pub(super) fn all(model: &'a Model) -> Vec<Self> {
        model.sources.iter().map(|source| Self { model, source }).collect()
    }

    /// The model's name, with that of the file if there is more than one.
    pub(super) fn name(&self) -> String {
        if self.source.is_empty() {
            return self.model.name.clone();
        }
        format!("{}/{}", self.model.name, self.source)
    }

    /// Where a result or a log of this subject goes.
    fn file(&self, folder: &Path, suffix: &str) -> PathBuf {
        folder.join(format!("{}.{suffix}", self.name().replace('/', ".")))
    }

    fn path(&self, places: &Places) -> PathBuf {
        let folder = places.models.join(&self.model.name);
        if self.source.is_empty() { folder } else { folder.join(self.source) }
    }
}

/// What came of one subject.
#[derive(Serialize)]
pub(super) struct Outcome {
    /// The subject's name.
    pub(super) name: String,
    /// What tfl-opt made of it.
    pub(super) tfl_opt: Side,
    /// What TensorFlow made of it, unless that was not asked for.
    pub(super) tensorflow: Option<TensorFlow>,
    /// How long the two files take in LiteRT, where both run.
    pub(super) latency: Option<Latency>,
    /// Which bars were broken, and how.
    pub(super) broken: Vec<String>,
}

/// What `latency.py` reports of the two files.
#[derive(Serialize, Deserialize)]
pub(super) struct Latency {
    /// Our inference at batch 1 on one thread.
    pub(super) ours_milliseconds: f64,
    /// TensorFlow's.
    pub(super) theirs_milliseconds: f64,
    /// Ours over theirs.
    pub(super) ratio: f64,
    /// The least that this ratio can be, as far as the noise tells.
    pub(super) low: f64,
    /// The most.
    pub(super) high: f64,
}

/// One converter's result.
#[derive(Serialize, Deserialize)]
pub(super) struct Side {
    /// Medians over the runs.
    pub(super) usage: Usage,
    /// What the converter said, if it failed.
    pub(super) error: Option<String>,
    /// Whether it fell over rather than refuse.
    pub(super) crashed: bool,
    /// What LiteRT made of the file, if there is one.
    pub(super) run: Option<Run>,
}

/// What `run.py` reports.
#[derive(Serialize, Deserialize)]
pub(super) struct Run {
    /// The largest difference to TensorFlow next to its largest value; none if that is not a finite number.
    pub(super) difference: Option<f64>,
    /// What is wrong, case by case.
    pub(super) faults: Vec<String>,
    /// How many operators there are of each name.
    pub(super) operators: BTreeMap<String, u64>,
    /// How many operators there are.
    pub(super) operator_count: u64,
    /// The size of the file.
    pub(super) bytes: u64,
}

/// TensorFlow's result, with what its process said about itself.
#[derive(Serialize, Deserialize)]
pub(super) struct TensorFlow {
    /// Which making of the model this was measured with.
    stamp: String,
    /// As for tfl-opt: the whole process.
    pub(super) side: Side,
    /// The parts of it.
    pub(super) facts: Facts,
}

/// What `convert_tensorflow.py` reports.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct Facts {
    /// TensorFlow's version.
    #[serde(default)]
    pub(super) version: String,
    /// Importing TensorFlow.
    pub(super) import_seconds: f64,
    /// The peak resident set after that.
    pub(super) import_rss_megabytes: f64,
    /// Making the converter, which loads the model.
    #[serde(default)]
    pub(super) load_seconds: f64,
    /// `convert()` alone.
    #[serde(default)]
    pub(super) convert_seconds: f64,
    /// What TensorFlow said, if it failed.
    #[serde(default)]
    error: Option<String>,
}

/// Converts with both in turns, so that a slow spell of the machine hits both, and runs what they made.
pub(super) fn compare(places: &Places, subject: &Subject<'_>, options: &super::Options) -> Result<Outcome> {
    let skip = options.skip_tensorflow;
    let mut ours = Vec::new();
    let mut theirs = Vec::new();
    for _ in 0..options.runs {
        if ours.last().is_none_or(|run: &Finished| run.status.success()) {
            ours.push(run_tfl_opt(places, subject)?);
        }
        if !skip && theirs.last().is_none_or(|(run, _): &(Finished, Facts)| run.status.success()) {
            theirs.push(run_tensorflow(places, subject)?);
        }
    }
    let ours = side(places, subject, "tfl-opt", &ours, None)?;
    let kept = subject.file(&places.results, "tensorflow.json");
    let theirs = if skip {
        recall(&kept, subject)
    } else {
        let measured = tensorflow(places, subject, theirs)?;
        let text = serde_json::to_string(&measured).context("cannot write TensorFlow's result as JSON")?;
        fs::write(&kept, text).with_context(|| format!("cannot write {}", kept.display()))?;
        Some(measured)
    };
    let runs = |side: &Side| side.run.as_ref().is_some_and(|run| run.faults.is_empty());
    let both_run = runs(&ours) && theirs.as_ref().is_some_and(|theirs| runs(&theirs.side));
    let latency = if both_run { latency(places, subject, options.latency_seconds)? } else { None };
    Ok(Outcome { name: subject.name(), tfl_opt: ours, tensorflow: theirs, latency, broken: Vec::new() })
}

/// Times both files side by side.
fn latency(places: &Places, subject: &Subject<'_>, seconds: f64) -> Result<Option<Latency>> {
    let file = |converter: &str| subject.file(&places.results, &format!("{converter}.tflite"));
    if !file("tensorflow").exists() {
        return Ok(None);
    }
    let mut command = places.script("latency.py");
    command.arg(places.models.join(format!("{}.npz", subject.model.name)));
    command.arg(file("tfl-opt")).arg(file("tensorflow")).arg(seconds.to_string());
    let finished = measure(&mut command, &subject.file(&places.logs, "latency"))?;
    if !finished.status.success() {
        let last = finished.stderr.trim_end().lines().last().unwrap_or_default();
        bail!("latency.py failed: {}: {last}", finished.status);
    }
    serde_json::from_str(&finished.stdout).context("latency.py reports in a way not understood")
}

fn run_tfl_opt(places: &Places, subject: &Subject<'_>) -> Result<Finished> {
    let target = fresh(subject.file(&places.results, "tfl-opt.tflite"))?;
    let mut command = Command::new(&places.tfl_opt);
    command.arg("convert").arg(subject.path(places)).arg("-o").arg(target);
    measure(&mut command, &subject.file(&places.logs, "tfl-opt"))
}

fn run_tensorflow(places: &Places, subject: &Subject<'_>) -> Result<(Finished, Facts)> {
    let target = fresh(subject.file(&places.results, "tensorflow.tflite"))?;
    let facts_path = fresh(subject.file(&places.results, "tensorflow.facts.json"))?;
    let mut command = places.script("convert_tensorflow.py");
    command.arg(subject.path(places)).arg(target).arg(&facts_path);
    let finished = measure(&mut command, &subject.file(&places.logs, "tensorflow"))?;
    // A crash leaves no facts, and is told by the status.
    let facts = match fs::read_to_string(&facts_path) {
        Ok(text) => serde_json::from_str(&text)
            .with_context(|| format!("{} is not what was expected", facts_path.display()))?,
        Err(_) => Facts::default(),
    };
    Ok((finished, facts))
}

/// A path at which nothing is left of an earlier run.
fn fresh(path: PathBuf) -> Result<PathBuf> {
    if path.exists() {
        fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
    }
    Ok(path)
}

/// TensorFlow's runs in one result.
fn tensorflow(places: &Places, subject: &Subject<'_>, runs: Vec<(Finished, Facts)>) -> Result<TensorFlow> {
    let (finished, facts): (Vec<Finished>, Vec<Facts>) = runs.into_iter().unzip();
    let error = facts.iter().find_map(|facts| facts.error.clone());
    let over = |part: fn(&Facts) -> f64| median(facts.iter().map(part).collect());
    let facts = Facts {
        version: facts.first().map(|facts| facts.version.clone()).unwrap_or_default(),
        import_seconds: over(|facts| facts.import_seconds),
        import_rss_megabytes: over(|facts| facts.import_rss_megabytes),
        load_seconds: over(|facts| facts.load_seconds),
        convert_seconds: over(|facts| facts.convert_seconds),
        error: None,
    };
    let side = side(places, subject, "tensorflow", &finished, error)?;
    Ok(TensorFlow { stamp: subject.model.stamp.clone(), side, facts })
}

/// TensorFlow's result of an earlier comparison, if it was of the same model.
fn recall(kept: &Path, subject: &Subject<'_>) -> Option<TensorFlow> {
    let found: TensorFlow = serde_json::from_str(&fs::read_to_string(kept).ok()?).ok()?;
    (found.stamp == subject.model.stamp).then_some(found)
}

/// One converter's runs in one result. `error` is what it said elsewhere than on stderr.
fn side(
    places: &Places,
    subject: &Subject<'_>,
    converter: &str,
    runs: &[Finished],
    error: Option<String>,
) -> Result<Side> {
    let over = |part: fn(&Usage) -> f64| median(runs.iter().map(|run| part(&run.usage)).collect());
    let usage = Usage {
        wall_seconds: over(|usage| usage.wall_seconds),
        cpu_seconds: over(|usage| usage.cpu_seconds),
        peak_bytes: runs.iter().map(|run| run.usage.peak_bytes).max().unwrap_or(0),
    };
    if let Some(failed) = runs.iter().find(|run| !run.status.success()) {
        let said = if failed.stderr.trim().is_empty() { &failed.stdout } else { &failed.stderr };
        let error = error.unwrap_or_else(|| format!("{}: {}", failed.status, said.trim()));
        return Ok(Side { usage, error: Some(error), crashed: crashed(failed.status), run: None });
    }
    let file = subject.file(&places.results, &format!("{converter}.tflite"));
    if !file.exists() {
        let error = Some("it ended well but wrote no file".to_owned());
        return Ok(Side { usage, error, crashed: false, run: None });
    }
    let run = Some(run(places, subject, converter, &file)?);
    Ok(Side { usage, error: None, crashed: false, run })
}

/// A signal, or the code that Rust gives a panic.
fn crashed(status: ExitStatus) -> bool {
    status.code().is_none_or(|code| code == 101)
}

/// Runs a converted model in LiteRT. That this fails is a fault of the file, not of the comparison.
fn run(places: &Places, subject: &Subject<'_>, converter: &str, file: &Path) -> Result<Run> {
    let reference = places.models.join(format!("{}.npz", subject.model.name));
    let mut command = places.script("run.py");
    command.arg(reference).arg(file);
    let finished = measure(&mut command, &subject.file(&places.logs, &format!("{converter}.run")))?;
    if finished.status.success() {
        return serde_json::from_str(&finished.stdout).context("run.py reports in a way not understood");
    }
    let bytes = fs::metadata(file).with_context(|| format!("cannot read {}", file.display()))?.len();
    let last = finished.stderr.trim_end().lines().last().unwrap_or_default();
    Ok(Run {
        difference: None,
        faults: vec![format!("LiteRT does not run it: {}: {last}", finished.status)],
        operators: BTreeMap::new(),
        operator_count: 0,
        bytes,
    })
}

/// The middle value; of two middle values the greater.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}
