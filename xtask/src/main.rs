//! Chores of this repository, run as `cargo xtask CHORE`.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a chore reports to the person who runs it")]

mod codegen;
mod compare;
mod lit;
mod measure;
mod plugin_examples;
mod plugins;
mod process;
mod spellings;
mod text;
mod tools;
mod venv;

use std::process::ExitCode;

use clap::Parser;

/// Chores of this repository.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Chore {
    /// Write what follows from the op tables: rows and docs pages.
    Codegen(codegen::Options),
    /// Convert models with tfl-opt and with TensorFlow, run both in LiteRT, and hold them side by side.
    Compare(compare::Options),
    /// Run tests/lit under LLVM's lit and FileCheck, and feed what tfl-opt prints to mlir-opt.
    Lit(lit::Options),
    /// Convert one function written in many ways with tfl-opt and with TensorFlow, and count the best forms.
    Spellings(spellings::Options),
    /// Time LiteRT's kernels, and write the table of costs by which extraction chooses.
    MeasureKernels(measure::Options),
    /// Convert the models of plugins/examples with its plugins, and hold LiteRT beside TensorFlow.
    PluginExamples(plugin_examples::Options),
    /// Build the plugins of the tests and the examples, which needs the target wasm32-unknown-unknown.
    Plugins(plugins::Options),
    /// Measure tfl-opt and mlir-opt on large texts, side by side.
    Text(text::Options),
}

fn main() -> ExitCode {
    let result = match Chore::parse() {
        Chore::Codegen(options) => codegen::run(&options),
        Chore::Compare(options) => compare::run(&options),
        Chore::Lit(options) => lit::run(&options),
        Chore::Spellings(options) => spellings::run(&options),
        Chore::MeasureKernels(options) => measure::run(&options),
        Chore::PluginExamples(options) => plugin_examples::run(&options),
        Chore::Plugins(options) => plugins::run(&options),
        Chore::Text(options) => text::run(&options),
    };
    // The chain of causes is what helps; a backtrace of a chore is noise.
    result.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
