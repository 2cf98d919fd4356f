//! `cargo xtask measure-kernels`: times LiteRT's kernels, and writes the table by which extraction chooses.
//!
//! LiteRT's profiler counts whole microseconds, which most calls in a network do not take. So a kernel is timed by the
//! difference between a model with many copies of it and one with a single copy, run in turns: what a model takes
//! besides its kernels cancels out.

mod cases;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};
use clap::Args;
use serde::{Deserialize, Serialize};

use crate::{tools, venv};
use cases::Case;

/// Only LiteRT is needed, and numpy, which comes with it.
const INSTALLS: [&[&str]; 1] = [&["ai-edge-litert"]];
/// The most copies of a kernel in one model.
const MOST_COPIES: u64 = 32;
/// The bytes that the results and constants of all copies may take, if there are more than a few: what fits into a cache.
const MOST_BYTES: u64 = 2 << 20;

/// What `cargo xtask measure-kernels` takes.
#[derive(Args)]
pub(crate) struct Options {
    /// Operations to measure; all that have cases when none is given.
    ops: Vec<String>,
    /// Where the Python environment is, or shall be made [default: WORK/venv].
    #[arg(long)]
    venv: Option<PathBuf>,
    /// Where models are kept [default: target/measure].
    #[arg(long)]
    work: Option<PathBuf>,
    /// The tfl-opt binary [default: built from this workspace].
    #[arg(long)]
    tfl_opt: Option<PathBuf>,
    /// What to call this machine in the table.
    #[arg(long, default_value = std::env::consts::ARCH)]
    machine: String,
    /// Threads that LiteRT may use.
    #[arg(long, default_value_t = 1)]
    threads: u32,
    /// Seconds for each size of each kernel.
    #[arg(long, default_value_t = 0.3)]
    seconds: f64,
    /// Do without the XNNPACK delegate.
    #[arg(long)]
    without_delegate: bool,
    /// The table to write [default: WORK/measured.costs]; rows of operations that were not measured stay.
    #[arg(short, long)]
    out: Option<PathBuf>,
}

/// What `kernels.py` is asked.
#[derive(Serialize)]
struct Request {
    threads: u32,
    seconds: f64,
    delegate: bool,
    models: Vec<Pair>,
}

/// Two models that differ in the number of copies.
#[derive(Serialize)]
struct Pair {
    short: PathBuf,
    long: PathBuf,
    more: u64,
}

/// What it answers for a pair.
#[derive(Deserialize)]
struct Answer {
    /// Nanoseconds of one copy; none where LiteRT does not run the models.
    nanoseconds: Option<f64>,
    /// Whether no kernel was left to the runtime.
    delegated: bool,
    /// Why there is no time.
    error: Option<String>,
}

/// The answers, and who answers.
#[derive(Deserialize)]
struct Answers {
    runtime: String,
    processor: String,
    answers: Vec<Answer>,
}

/// A row of the table.
struct Row {
    op: String,
    form: String,
    elem: String,
    work: u64,
    text: String,
}

/// Measures and writes.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let work = options.work.clone().unwrap_or_else(|| tools::target().join("measure"));
    let models = work.join("models");
    fs::create_dir_all(&models).with_context(|| format!("cannot make the folder {}", models.display()))?;
    let python = venv::ensure(&options.venv.clone().unwrap_or_else(|| work.join("venv")), &INSTALLS)?;
    let tfl_opt = match &options.tfl_opt {
        Some(path) => path.clone(),
        None => tools::build_tfl_opt(true)?,
    };
    let folder = tools::workspace().join("xtask").join("measure");
    let list = folder.join("kernels.cases");
    let text = fs::read_to_string(&list).with_context(|| format!("cannot read {}", list.display()))?;
    let mut cases = cases::read(&text).with_context(|| format!("in {}", list.display()))?;
    cases.retain(|case| options.ops.is_empty() || options.ops.contains(&case.op));

    let mut asked = Vec::new();
    let mut pairs = Vec::new();
    for case in &cases {
        for &n in &case.sizes {
            let more = (MOST_BYTES / case.bytes(n)?.max(1)).clamp(3, MOST_COPIES);
            let more = if case.is_chain() { more.max(8) } else { more };
            let name = format!("{}.{}.{}.{n}", case.op, case.form, case.elem);
            let model = |copies: u64| -> Result<PathBuf> {
                let text = models.join(format!("{name}.{copies}.mlir"));
                fs::write(&text, case.module(n, copies)?)
                    .with_context(|| format!("cannot write {}", text.display()))?;
                convert(&tfl_opt, text)
            };
            pairs.push(Pair { short: model(1)?, long: model(1 + more)?, more });
            asked.push((case, n));
        }
    }
    let request = Request {
        threads: options.threads,
        seconds: options.seconds,
        delegate: !options.without_delegate,
        models: pairs,
    };
    let answers = ask(&python, &folder.join("kernels.py"), &work.join("request.json"), &request)?;
    let out = options.out.clone().unwrap_or_else(|| work.join("measured.costs"));
    let rows = rows(options, &asked, &answers)?;
    let kept = if options.ops.is_empty() { Vec::new() } else { kept(&out, &options.ops)? };
    write_table(&out, options, &answers, rows, kept)?;
    Ok(ExitCode::SUCCESS)
}

/// No pass is run: what is measured is what is written.
fn convert(tfl_opt: &PathBuf, text: PathBuf) -> Result<PathBuf> {
    let model = text.with_extension("tflite");
    let output =
        Command::new(tfl_opt).arg(&text).arg("-o").arg(&model).output().context("cannot run tfl-opt")?;
    if !output.status.success() {
        bail!("tfl-opt does not write {}: {}", text.display(), String::from_utf8_lossy(&output.stderr));
    }
    Ok(model)
}

fn ask(python: &PathBuf, script: &PathBuf, file: &PathBuf, request: &Request) -> Result<Answers> {
    let text = serde_json::to_string(request).context("cannot write the request as JSON")?;
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))?;
    let mut command = Command::new(python);
    command.arg("-B").arg(script).arg(file).stderr(std::process::Stdio::inherit());
    let output = command.output().with_context(|| format!("cannot run {}", python.display()))?;
    if !output.status.success() {
        bail!("kernels.py failed: {}", output.status);
    }
    serde_json::from_slice(&output.stdout).context("kernels.py answers in a way not understood")
}

fn rows(options: &Options, asked: &[(&Case, u64)], answers: &Answers) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for ((case, n), answer) in asked.iter().zip(&answers.answers) {
        let work = case.work(*n)?;
        let Some(nanoseconds) = answer.nanoseconds else {
            let why = answer.error.as_deref().unwrap_or("it was not told why");
            eprintln!("{} {} {work}: not measured: {why}", case.op, case.form);
            continue;
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "times are small and not negative"
        )]
        let picoseconds = (nanoseconds * 1e3).max(1.0).round() as u64;
        let place = if answer.delegated { "delegate" } else { "runtime" };
        eprintln!("{} {} {} {work}: {nanoseconds:.0} ns, {place}", case.op, case.form, case.elem);
        rows.push(Row {
            op: case.op.clone(),
            form: case.form.clone(),
            elem: case.elem.clone(),
            work,
            text: format!(
                "measured {:<28} {:<12} {:<4} {work:>10} {:>3} {picoseconds:>12} {place:<8} {}",
                case.op, case.form, case.elem, options.threads, options.machine
            ),
        });
    }
    Ok(rows)
}

/// The rows of an earlier table that are not about these operations.
fn kept(table: &PathBuf, ops: &[String]) -> Result<Vec<Row>> {
    let Ok(text) = fs::read_to_string(table) else { return Ok(Vec::new()) };
    let mut rows = Vec::new();
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let ["measured", op, form, elem, work, ..] = words[..] else { continue };
        if ops.iter().any(|other| other == op) {
            continue;
        }
        let work = work.parse().with_context(|| format!("`{line}` in {} is no row", table.display()))?;
        let (op, form, elem) = (op.to_owned(), form.to_owned(), elem.to_owned());
        rows.push(Row { op, form, elem, work, text: line.to_owned() });
    }
    Ok(rows)
}

fn write_table(
    out: &PathBuf,
    options: &Options,
    answers: &Answers,
    rows: Vec<Row>,
    kept: Vec<Row>,
) -> Result<()> {
    let mut rows: Vec<Row> = rows.into_iter().chain(kept).collect();
    rows.sort_by(|a, b| (&a.op, &a.form, &a.elem, a.work).cmp(&(&b.op, &b.form, &b.elem, b.work)));
    let delegate = if options.without_delegate { "without a delegate" } else { "with its XNNPACK delegate" };
    let mut text = format!(
        "# Kernels of LiteRT {} {delegate}, measured by `cargo xtask measure-kernels` on {}: {}.\n\
         # The shortest of many runs of a model with copies of the kernel less that of a model with one, for each copy.\n\
         # README.md tells what the columns mean; forms and work are those of litert-cpu.costs.\n\n\
         #        operation                    form         type       work thr  picoseconds place    machine\n",
        answers.runtime, options.machine, answers.processor
    );
    for row in &rows {
        writeln!(text, "{}", row.text)?;
    }
    fs::write(out, text).with_context(|| format!("cannot write {}", out.display()))?;
    println!("{} rows in {}", rows.len(), out.display());
    Ok(())
}
