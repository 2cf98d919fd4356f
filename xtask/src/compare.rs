//! `cargo xtask compare`: the same models through tfl-opt and through TensorFlow's own converter.
//!
//! Python makes the models, converts them with TensorFlow and runs the results, because only Python can; the
//! scripts are in `xtask/compare`. Rust decides what is run when, measures processes from outside, judges and
//! reports.

mod bars;
mod convert;
mod models;
mod report;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

use crate::{tools, venv};
use convert::{Outcome, Subject};

/// One call of pip each. keras-hub asks for tensorflow-text, which nothing here needs and which is not built for
/// every platform; hence without its dependencies.
pub(crate) const INSTALLS: [&[&str]; 2] = [
    &["tensorflow-cpu==2.21.*", "keras", "ai-edge-litert"],
    &["--no-deps", "keras-hub", "regex", "tokenizers"],
];

/// What `cargo xtask compare` takes.
#[derive(Args)]
pub(crate) struct Options {
    /// Models to compare, by name; they replace the set.
    models: Vec<String>,
    /// Which models: `small` takes a few minutes, `full` is all of them.
    #[arg(long, value_enum, default_value_t = Set::Small)]
    set: Set,
    /// Where the Python environment is, or shall be made [default: WORK/venv].
    #[arg(long)]
    venv: Option<PathBuf>,
    /// Where models, results and logs are kept [default: target/compare].
    #[arg(long)]
    work: Option<PathBuf>,
    /// The tfl-opt binary [default: built from this workspace].
    #[arg(long)]
    tfl_opt: Option<PathBuf>,
    /// How often each converter is run; medians are reported.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// Do not run TensorFlow's converter; its results of an earlier comparison are used where there are any.
    #[arg(long)]
    skip_tensorflow: bool,
    /// Seconds for timing what both converters made of a model, side by side in LiteRT.
    #[arg(long, default_value_t = 4.0)]
    latency_seconds: f64,
    /// Fail also if tfl-opt is not 30 times as fast, takes more memory than it may, or makes a model slower.
    #[arg(long)]
    bars: bool,
    /// Where the report goes; the figures are put beside it as JSON [default: WORK/report.md].
    #[arg(long)]
    out: Option<PathBuf>,
}

/// A named choice of models.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Set {
    Small,
    Full,
}

/// The places a comparison reads and writes.
struct Places {
    scripts: PathBuf,
    python: PathBuf,
    models: PathBuf,
    results: PathBuf,
    logs: PathBuf,
    tfl_opt: PathBuf,
}

impl Places {
    /// A Python process that runs one of the scripts. Python must not litter the source tree with bytecode.
    fn script(&self, name: &str) -> Command {
        let mut command = Command::new(&self.python);
        command.arg("-B").arg(self.scripts.join(name));
        command.env("TF_CPP_MIN_LOG_LEVEL", "2").env("CUDA_VISIBLE_DEVICES", "-1");
        command
    }
}

/// Runs the comparison. The exit code says whether a bar was broken.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let places = prepare(options)?;
    let all = models::list(&places)?;
    let chosen = choose(options, &all)?;
    models::make(&places, &chosen)?;

    let subjects: Vec<Subject<'_>> = chosen.iter().flat_map(|model| Subject::all(model)).collect();
    let mut outcomes = Vec::new();
    for (index, subject) in subjects.iter().enumerate() {
        eprintln!("[{}/{}] {}", index + 1, subjects.len(), subject.name());
        let mut outcome = convert::compare(&places, subject, options)
            .with_context(|| format!("while comparing {}", subject.name()))?;
        let strict = options.set == Set::Full || !options.models.is_empty();
        outcome.broken = bars::judge(subject.model, &outcome, strict, options.bars);
        outcomes.push(outcome);
    }
    finish(options, &places, &outcomes)
}

/// Finds or makes everything that does not depend on the models.
fn prepare(options: &Options) -> Result<Places> {
    let work = options.work.clone().unwrap_or_else(|| tools::target().join("compare"));
    let places = Places {
        scripts: tools::workspace().join("xtask").join("compare"),
        python: venv::ensure(&options.venv.clone().unwrap_or_else(|| work.join("venv")), &INSTALLS)?,
        models: work.join("models"),
        results: work.join("results"),
        logs: work.join("logs"),
        tfl_opt: match &options.tfl_opt {
            Some(path) => path.clone(),
            None => tools::build_tfl_opt(true)?,
        },
    };
    for folder in [&places.models, &places.results, &places.logs] {
        fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    Ok(places)
}

/// The models that were asked for.
fn choose<'a>(options: &Options, all: &'a [models::Model]) -> Result<Vec<&'a models::Model>> {
    if options.models.is_empty() {
        return Ok(all.iter().filter(|model| options.set == Set::Full || model.small).collect());
    }
    let find = |name: &String| {
        all.iter().find(|model| model.name == *name).with_context(|| {
            let known: Vec<&str> = all.iter().map(|model| model.name.as_str()).collect();
            format!("there is no model {name}; there are {}", known.join(", "))
        })
    };
    options.models.iter().map(find).collect()
}

/// Writes the report and says what broke.
fn finish(options: &Options, places: &Places, outcomes: &[Outcome]) -> Result<ExitCode> {
    let text = report::markdown(outcomes);
    let out = options.out.clone().unwrap_or_else(|| places.results.with_file_name("report.md"));
    fs::write(&out, &text).with_context(|| format!("cannot write the report to {}", out.display()))?;
    let figures = serde_json::to_string_pretty(outcomes).context("cannot write the figures as JSON")?;
    let beside = out.with_extension("json");
    fs::write(&beside, figures)
        .with_context(|| format!("cannot write the figures to {}", beside.display()))?;

    println!("{text}");
    for outcome in outcomes {
        for bar in &outcome.broken {
            println!("broken: {}: {}", outcome.name, report::shortened(bar));
        }
    }
    let failed = outcomes.iter().filter(|outcome| !outcome.broken.is_empty()).count();
    println!("compare: {} passed, {failed} failed", outcomes.len() - failed);
    let slower = bars::slower_on_the_whole(outcomes).filter(|_| options.bars);
    if let Some(bar) = &slower {
        println!("broken: {bar}");
    }
    Ok(if failed == 0 && slower.is_none() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
