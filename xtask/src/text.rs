//! `cargo xtask text`: reading, checking and printing MLIR text, tfl-opt and mlir-opt side by side.
//!
//! The programs are made here. mlir-opt does not know the dialects and so verifies less; the programs are in the
//! generic form, which both read.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};

use crate::process::{Usage, measure};
use crate::tools;

/// What `cargo xtask text` takes.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The tfl-opt binary [default: built from this workspace].
    #[arg(long)]
    tfl_opt: Option<PathBuf>,
    /// How often each tool is run on each program, in turns; medians are reported.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// Fail if tfl-opt takes more than its share of mlir-opt's time or memory.
    #[arg(long)]
    bars: bool,
}

/// A program that is made by a function.
struct Program {
    name: &'static str,
    write: fn(&mut dyn Write) -> std::io::Result<()>,
    /// The most that tfl-opt may take of mlir-opt's CPU time and memory.
    shares: Option<(f64, f64)>,
}

const PROGRAMS: &[Program] = &[
    Program { name: "100,000 tfl.add", write: additions, shares: Some((1.0 / 3.0, 0.5)) },
    Program { name: "dense of 5,000,000 numbers", write: dense, shares: None },
    Program { name: "2,000 nested regions", write: nested, shares: None },
];

fn additions(out: &mut dyn Write) -> std::io::Result<()> {
    const TYPE: &str = "tensor<1x8x8x16xf32>";
    writeln!(out, "func.func @f(%arg0: {TYPE}, %arg1: {TYPE}) -> {TYPE} {{")?;
    for i in 0..100_000 {
        let left = if i == 0 { "%arg0".to_owned() } else { format!("%{}", i - 1) };
        writeln!(
            out,
            "  %{i} = \"tfl.add\"({left}, %arg1) <{{fused_activation_function = \"NONE\"}}> : ({TYPE}, {TYPE}) -> {TYPE}"
        )?;
    }
    writeln!(out, "  func.return %99999 : {TYPE}\n}}")
}

fn dense(out: &mut dyn Write) -> std::io::Result<()> {
    const COUNT: u64 = 5_000_000;
    write!(out, "func.func @f() -> tensor<{COUNT}xf32> {{\n  %0 = arith.constant dense<[")?;
    for i in 0..COUNT {
        // Spread over many exponents and mantissas, the same in every run.
        let number = (i.wrapping_mul(2_654_435_761) % 1_000_003) as f64 / 7919.0;
        write!(out, "{}{number:.6e}", if i == 0 { "" } else { ", " })?;
    }
    writeln!(out, "]> : tensor<{COUNT}xf32>\n  return %0 : tensor<{COUNT}xf32>\n}}")
}

fn nested(out: &mut dyn Write) -> std::io::Result<()> {
    const DEPTH: usize = 2000;
    writeln!(out, "func.func @f() {{")?;
    (0..DEPTH).try_for_each(|_| writeln!(out, "\"test.region\"() ({{"))?;
    (0..DEPTH).try_for_each(|_| writeln!(out, "}}) : () -> ()"))?;
    writeln!(out, "  return\n}}")
}

/// Measures every program and prints the figures.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let work = tools::target().join("text");
    fs::create_dir_all(&work).with_context(|| work.display().to_string())?;
    let mlir_opt = tools::llvm_tool("mlir-opt")?;
    let tfl_opt = match &options.tfl_opt {
        Some(path) => path.clone(),
        None => tools::build_tfl_opt(true)?,
    };
    println!("| Program | CPU s | CPU s mlir-opt | Share | MB | MB mlir-opt | Share |");
    println!("|---|---|---|---|---|---|---|");
    let mut is_broken = false;
    for program in PROGRAMS {
        let path = work.join("program.mlir");
        let mut file = BufWriter::new(File::create(&path).with_context(|| path.display().to_string())?);
        (program.write)(&mut file).and_then(|()| file.flush()).with_context(|| path.display().to_string())?;
        drop(file);
        let mut usages = [Vec::new(), Vec::new()];
        for _ in 0..options.runs {
            for (tool, usages) in [&tfl_opt, &mlir_opt].into_iter().zip(&mut usages) {
                usages.push(measured(tool, &path, &work)?);
            }
        }
        let [ours, theirs] = usages.map(|usages| medians(&usages));
        let shares = (ours.0 / theirs.0, ours.1 / theirs.1);
        println!(
            "| {} | {:.2} | {:.2} | {:.2} | {:.0} | {:.0} | {:.2} |",
            program.name, ours.0, theirs.0, shares.0, ours.1, theirs.1, shares.1
        );
        is_broken |= program.shares.is_some_and(|most| shares.0 > most.0 || shares.1 > most.1);
    }
    println!("text: {}", if is_broken { "over its share" } else { "within its shares" });
    Ok(if is_broken && options.bars { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn measured(tool: &Path, program: &Path, work: &Path) -> Result<Usage> {
    let mut command = Command::new(tool);
    command.arg("--allow-unregistered-dialect").arg(program).arg("-o").arg(work.join("printed.mlir"));
    let done = measure(&mut command, &work.join("log"))?;
    ensure!(done.status.success(), "{} fails: {}", tool.display(), done.stderr);
    Ok(done.usage)
}

/// The medians of CPU seconds and of megabytes.
fn medians(usages: &[Usage]) -> (f64, f64) {
    let median = |mut list: Vec<f64>| {
        list.sort_by(f64::total_cmp);
        list[list.len() / 2]
    };
    let of = |figure: fn(&Usage) -> f64| median(usages.iter().map(figure).collect());
    (of(|usage| usage.cpu_seconds), of(|usage| usage.peak_bytes as f64 / 1e6))
}
