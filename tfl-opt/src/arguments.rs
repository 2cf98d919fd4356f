//! What the command line says.

use std::path::PathBuf;

use clap::{CommandFactory, FromArgMatches, Parser};
use core_ir::registry::linked_passes;
use passes::pipeline;
use passes::pipelines::PIPELINES;
use translate::tflite::Release;

use crate::expect::Strictness;
use crate::help;
use crate::plugins::PluginArgs;
use crate::timing::{StatisticsDisplay, TimingDisplay};

/// The line between files in one text.
pub(crate) const SPLIT_MARKER: &str = "// -----";

/// What to do.
pub(crate) enum Command {
    /// `tfl-opt convert MODEL -o OUT`
    Convert(Box<ConvertArgs>),
    /// `tfl-opt explain MODEL`
    Explain(Box<ExplainArgs>),
    /// `tfl-opt IN --pass --pass`
    Opt(Box<OptArgs>),
    /// `tfl-opt plugin new`
    #[cfg(feature = "plugins")]
    Plugin(Box<crate::plugin::PluginCommand>),
    /// `tfl-opt rules list`
    Rules(RulesArgs),
    /// `tfl-opt --help`
    Help(String),
}

/// Convert a TensorFlow model to TFLite.
#[derive(Parser, Debug)]
#[command(name = "tfl-opt convert", bin_name = "tfl-opt convert")]
pub(crate) struct ConvertArgs {
    /// A SavedModel folder, a GraphDef (.pb, .pbtxt), MLIR text or a .tflite file.
    pub(crate) model: PathBuf,
    /// The .tflite file to write; a name that ends in .mlir gives text.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// Write what became of every operation as JSON.
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// Let this TensorFlow operation become a custom one; repeat for more.
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(crate) allow_custom: Vec<String>,
    /// Which part of the model.
    #[command(flatten)]
    pub(crate) import: ImportArgs,
    /// The passes to run.
    #[arg(long, value_name = "PIPELINE", default_value = "tf-to-tfl")]
    pub(crate) pass_pipeline: String,
    #[command(flatten)]
    pub(crate) rules: RuleChoice,
    #[command(flatten)]
    pub(crate) plugins: PluginArgs,
    /// What kernels cost, measured on another machine; see passes/costs/README.md.
    #[arg(long, value_name = "FILE")]
    pub(crate) cost_table: Option<PathBuf>,
    /// Check the module after each pass.
    #[arg(long)]
    pub(crate) verify_each: bool,
    /// Show remarks, and how long each pass took.
    #[arg(short, long)]
    pub(crate) verbose: bool,
    /// Say nothing but errors.
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// Which part of a TensorFlow model is meant.
#[derive(clap::Args, Debug)]
pub(crate) struct ImportArgs {
    /// Convert this signature only; repeat for more.
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub(crate) signature: Vec<String>,
    /// The tags of the graph in a SavedModel that holds several.
    #[arg(long, value_name = "TAG", value_delimiter = ',')]
    pub(crate) tags: Vec<String>,
    /// The tensors of a GraphDef that become inputs.
    #[arg(long, value_name = "TENSOR", value_delimiter = ',')]
    pub(crate) input_arrays: Vec<String>,
    /// The shape of an input, -1 for an open dimension: `--input-shape x=1,224,224,3`; repeat for more.
    #[arg(long, value_name = "NAME=DIMS", value_parser = input_shape)]
    pub(crate) input_shape: Vec<(String, Vec<i64>)>,
    /// The tensors that become outputs.
    #[arg(long, value_name = "TENSOR", value_delimiter = ',')]
    pub(crate) output_arrays: Vec<String>,
}

/// Tell why the result of a conversion is what it is.
#[derive(Parser, Debug)]
#[command(name = "tfl-opt explain", bin_name = "tfl-opt explain")]
pub(crate) struct ExplainArgs {
    /// A SavedModel folder, a GraphDef (.pb, .pbtxt), MLIR text or a .tflite file.
    pub(crate) model: PathBuf,
    /// Tell of these operations only, and what came of every rule that starts at them: the name of an operation, a layer
    /// or the end of its name, or FILE:LINE.
    #[arg(long, value_name = "NAME|LOC")]
    pub(crate) op: Option<String>,
    /// Write the same as JSON; `-` is the standard output.
    #[arg(long, value_name = "FILE", allow_hyphen_values = true)]
    pub(crate) json: Option<PathBuf>,
    /// Prove, step by step, that results equal what they were made of.
    #[arg(long)]
    pub(crate) proof: bool,
    /// Let this TensorFlow operation become a custom one; repeat for more.
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(crate) allow_custom: Vec<String>,
    /// Which part of the model.
    #[command(flatten)]
    pub(crate) import: ImportArgs,
    /// The passes to run.
    #[arg(long, value_name = "PIPELINE", default_value = "tf-to-tfl")]
    pub(crate) pass_pipeline: String,
    #[command(flatten)]
    pub(crate) rules: RuleChoice,
    #[command(flatten)]
    pub(crate) plugins: PluginArgs,
    /// What kernels cost, measured on another machine; see passes/costs/README.md.
    #[arg(long, value_name = "FILE")]
    pub(crate) cost_table: Option<PathBuf>,
}

/// Which rules run, and for which runtime.
#[derive(clap::Args, Debug, Default)]
pub(crate) struct RuleChoice {
    /// Add the rules of this file; repeat for more.
    #[arg(long, value_name = "FILE", help_heading = RULES)]
    pub(crate) rules: Vec<PathBuf>,
    /// Switch a rule off, or with NAME/OP one rule of its family; repeat for more.
    #[arg(long, value_name = "NAME", value_delimiter = ',', help_heading = RULES)]
    pub(crate) disable_rule: Vec<String>,
    /// Use only rules that keep every bit.
    #[arg(long, help_heading = RULES)]
    pub(crate) strict: bool,
    /// The oldest release of the runtime that must run the result, such as 2.14.0.
    #[arg(long, value_name = "VERSION", help_heading = RULES)]
    pub(crate) target_runtime: Option<Release>,
}

/// Look at the rules of equality saturation, and work on files of them.
#[derive(Parser, Debug)]
#[command(name = "tfl-opt rules", bin_name = "tfl-opt rules")]
pub(crate) struct RulesArgs {
    #[command(subcommand)]
    pub(crate) action: RulesAction,
}

/// What to do with rules.
#[derive(clap::Subcommand, Debug)]
pub(crate) enum RulesAction {
    /// Print a line for each rule.
    List {
        /// Add the rules of this file; repeat for more.
        #[arg(long, value_name = "FILE")]
        rules: Vec<PathBuf>,
    },
    /// Print rules as they are written.
    Show {
        /// The names of the rules.
        #[arg(required = true)]
        names: Vec<String>,
        /// Look into this file too; repeat for more.
        #[arg(long, value_name = "FILE")]
        rules: Vec<PathBuf>,
    },
    /// Lay files of rules out.
    Fmt {
        /// Write nothing; fail when a file is not laid out.
        #[arg(long)]
        check: bool,
        /// The files; `-` is the standard input, which goes to the standard output.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Check files of rules: whether they read well beside the rules that the program has, and whether they are true.
    Check {
        /// The files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Print the reference of the rules that the program has and of the functions of the language.
    Reference,
}

/// The ways to call the program.
fn usage() -> String {
    let mut text = String::from("tfl-opt [options] <input file>");
    let ways = [
        ("convert", "convert <model> -o <file>"),
        ("explain", "explain <model>"),
        ("rules", "rules <command>"),
        ("plugin", "plugin <command>"),
    ];
    for (name, way) in ways.iter().filter(|way| way.0 != "plugin" || cfg!(feature = "plugins")) {
        text += &format!("\n       tfl-opt {way:<27} (see tfl-opt {name} --help)");
    }
    text
}

/// The driver of passes, in the manner of mlir-opt.
#[derive(Parser, Debug)]
#[command(
    name = "tfl-opt",
    version,
    about = "TFLite modular optimizer driver",
    override_usage = usage(),
    disable_help_flag = true
)]
pub(crate) struct OptArgs {
    /// MLIR text, a SavedModel folder, a GraphDef (.pb, .pbtxt) or a .tflite file; `-` is the standard input.
    #[arg(default_value = "-", value_name = "input file")]
    pub(crate) input: PathBuf,

    /// The file to write, .tflite or text; `-` is the standard output.
    #[arg(short, default_value = "-", value_name = "FILE", allow_hyphen_values = true, help_heading = GENERAL)]
    pub(crate) output: PathBuf,
    /// Print what the options are, and exit.
    #[arg(short, long)]
    pub(crate) help: bool,
    /// Textual description of the pass pipeline to run: `builtin.module(func.func(cse),inline{max-ops=9})`.
    #[arg(long, value_name = "PIPELINE", help_heading = GENERAL)]
    pub(crate) pass_pipeline: Option<String>,
    /// What kernels cost, measured on another machine; see passes/costs/README.md.
    #[arg(long, value_name = "FILE", help_heading = GENERAL)]
    pub(crate) cost_table: Option<PathBuf>,
    /// Allow operations of dialects that nobody registered.
    #[arg(long, help_heading = GENERAL)]
    pub(crate) allow_unregistered_dialect: bool,
    /// Print the pipeline that will be run.
    #[arg(long, help_heading = GENERAL)]
    pub(crate) dump_pass_pipeline: bool,
    /// Refused: bytecode is not written.
    #[arg(long, help_heading = GENERAL)]
    pub(crate) emit_bytecode: bool,
    /// Print the list of registered passes and exit.
    #[arg(long, help_heading = GENERAL)]
    pub(crate) list_passes: bool,
    /// Print the list of rules and exit.
    #[arg(long, help_heading = RULES)]
    pub(crate) list_rules: bool,
    #[command(flatten)]
    pub(crate) rules: RuleChoice,
    #[command(flatten)]
    pub(crate) plugins: PluginArgs,
    /// Print the list of registered dialects and exit.
    #[arg(long, help_heading = GENERAL)]
    pub(crate) show_dialects: bool,
    /// The text must be one operation; no module is put around it.
    #[arg(long, help_heading = GENERAL)]
    pub(crate) no_implicit_module: bool,
    /// Work on one function at a time.
    #[arg(long, help_heading = GENERAL)]
    pub(crate) mlir_disable_threading: bool,
    /// Treat the text between lines that start with MARKER (`// -----`) as files of their own.
    #[arg(long, value_name = "MARKER", num_args = 0..=1, require_equals = true,
        default_missing_value = SPLIT_MARKER, help_heading = GENERAL)]
    pub(crate) split_input_file: Option<String>,
    /// What to print between the results of such files.
    #[arg(long, value_name = "MARKER", default_value = SPLIT_MARKER, help_heading = GENERAL)]
    pub(crate) output_split_marker: String,

    /// Check that diagnostics are those that `expected-error` and other comments of the text announce.
    #[arg(long, value_enum, num_args = 0..=1, require_equals = true, default_missing_value = "all",
        help_heading = CHECKS)]
    pub(crate) verify_diagnostics: Option<Strictness>,
    /// Run the verifier after each pass.
    #[arg(long, num_args = 0..=1, require_equals = true, default_value_t = true, default_missing_value = "true",
        value_parser = llvm_bool, value_name = "bool", action = clap::ArgAction::Set, help_heading = CHECKS)]
    pub(crate) verify_each: bool,
    /// Check that the text of the input reads back as the same module.
    #[arg(long, help_heading = CHECKS)]
    pub(crate) verify_roundtrip: bool,
    /// Do not run the verifier on what was read.
    #[arg(long, help_heading = CHECKS)]
    pub(crate) mlir_very_unsafe_disable_verifier_on_parsing: bool,
    /// Show the operation that a diagnostic is about.
    #[arg(long, num_args = 0..=1, require_equals = true, default_value_t = true, default_missing_value = "true",
        value_parser = llvm_bool, value_name = "bool", action = clap::ArgAction::Set, help_heading = CHECKS)]
    pub(crate) mlir_print_op_on_diagnostic: bool,

    /// Print every operation in the generic form.
    #[arg(long, help_heading = PRINTING)]
    pub(crate) mlir_print_op_generic: bool,
    /// Print locations.
    #[arg(long, help_heading = PRINTING)]
    pub(crate) mlir_print_debuginfo: bool,
    /// Print locations where they are used rather than as aliases.
    #[arg(long, help_heading = PRINTING)]
    pub(crate) mlir_print_local_scope: bool,
    /// Give no two values of the whole text one name.
    #[arg(long, help_heading = PRINTING)]
    pub(crate) mlir_print_unique_ssa_ids: bool,
    /// Print constants of more elements than this without them.
    #[arg(long, value_name = "COUNT", help_heading = PRINTING)]
    pub(crate) mlir_elide_elementsattrs_if_larger: Option<usize>,
    /// Leave out resources whose text is longer than this.
    #[arg(long, value_name = "CHARACTERS", help_heading = PRINTING)]
    pub(crate) mlir_elide_resource_strings_if_larger: Option<usize>,
    /// Print symbolic dimensions by their expressions, which does not read back.
    #[arg(long, help_heading = PRINTING)]
    pub(crate) print_symbolic_dims: bool,

    /// Print the IR before these passes.
    #[arg(long, value_name = "PASS", value_delimiter = ',', value_parser = pass_name, help_heading = BETWEEN)]
    pub(crate) mlir_print_ir_before: Vec<String>,
    /// Print the IR before each pass.
    #[arg(long, help_heading = BETWEEN)]
    pub(crate) mlir_print_ir_before_all: bool,
    /// Print the IR after these passes.
    #[arg(long, value_name = "PASS", value_delimiter = ',', value_parser = pass_name, help_heading = BETWEEN)]
    pub(crate) mlir_print_ir_after: Vec<String>,
    /// Print the IR after each pass.
    #[arg(long, help_heading = BETWEEN)]
    pub(crate) mlir_print_ir_after_all: bool,
    /// Of what is to be printed after passes, print only what they changed.
    #[arg(long, help_heading = BETWEEN)]
    pub(crate) mlir_print_ir_after_change: bool,
    /// Print the IR after a pass that fails, and after no other.
    #[arg(long, help_heading = BETWEEN)]
    pub(crate) mlir_print_ir_after_failure: bool,
    /// Always print the module, also for passes that work on a function.
    #[arg(long, help_heading = BETWEEN)]
    pub(crate) mlir_print_ir_module_scope: bool,
    /// Print into files below this folder rather than to the standard error.
    #[arg(long, value_name = "DIR", help_heading = BETWEEN)]
    pub(crate) mlir_print_ir_tree_dir: Option<PathBuf>,

    /// Display execution times.
    #[arg(long, help_heading = TIMES)]
    pub(crate) mlir_timing: bool,
    /// How to display them.
    #[arg(long, value_enum, default_value = "tree", value_name = "MODE", help_heading = TIMES)]
    pub(crate) mlir_timing_display: TimingDisplay,
    /// Display what each pass counted.
    #[arg(long, help_heading = TIMES)]
    pub(crate) mlir_pass_statistics: bool,
    /// How to display it.
    #[arg(long, value_enum, default_value = "pipeline", value_name = "MODE", help_heading = TIMES)]
    pub(crate) mlir_pass_statistics_display: StatisticsDisplay,

    /// When a pass fails, write a module that shows it. When it fails by a bug, that is done without asking.
    #[arg(long, value_name = "FILE", help_heading = REPRODUCERS)]
    pub(crate) mlir_pass_pipeline_crash_reproducer: Option<PathBuf>,
    /// Write the module as it was before the pass that fails, and that pass alone.
    #[arg(long, help_heading = REPRODUCERS)]
    pub(crate) mlir_pass_pipeline_local_reproducer: bool,
    /// Write a module that shows what the passes do, whether they fail or not.
    #[arg(long, value_name = "FILE", help_heading = REPRODUCERS)]
    pub(crate) mlir_generate_reproducer: Option<PathBuf>,
    /// Run the pipeline that the input holds, then the other passes.
    #[arg(long, help_heading = REPRODUCERS)]
    pub(crate) run_reproducer: bool,

    /// The passes that were given as options, in order.
    #[arg(skip)]
    pub(crate) passes: Vec<PassFlag>,
}

/// A pass or a named pipeline that was given as an option: `--inline='max-ops=9'`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PassFlag {
    /// Its name.
    pub(crate) name: String,
    /// Its options.
    pub(crate) options: String,
}

const GENERAL: &str = "General options";
const RULES: &str = "Rules";
const CHECKS: &str = "Checks";
const PRINTING: &str = "Printing of the IR";
const BETWEEN: &str = "The IR between passes";
const TIMES: &str = "Times and statistics";
const REPRODUCERS: &str = "Reproducers";

fn input_shape(text: &str) -> Result<(String, Vec<i64>), String> {
    let (name, dims) = text.rsplit_once('=').ok_or("write NAME=DIMS, as in x=1,224,224,3")?;
    let dims = dims.split([',', 'x']).filter(|dim| !dim.is_empty()).map(|dim| match dim.trim() {
        "?" | "None" => Ok(-1),
        number => number.parse().map_err(|_| format!("`{number}` is no dimension")),
    });
    Ok((name.to_owned(), dims.collect::<Result<_, _>>()?))
}

/// `true`, `false`, `1` or `0`, as LLVM's options take them.
fn llvm_bool(text: &str) -> Result<bool, String> {
    match text {
        "true" | "TRUE" | "True" | "1" => Ok(true),
        "false" | "FALSE" | "False" | "0" => Ok(false),
        _ => Err(format!("`{text}` is neither true nor false")),
    }
}

/// The name of a pass.
fn pass_name(text: &str) -> Result<String, String> {
    let linked = linked_passes();
    if linked.iter().any(|pass| pass.name == text) {
        return Ok(text.to_owned());
    }
    let help = pipeline::did_you_mean(linked.iter().map(|pass| pass.name), text);
    Err(format!("there is no pass `{text}`{}", help.map_or_else(String::new, |help| format!("; {help}"))))
}

/// Reads the arguments; prints help and usage faults and exits by itself, as clap does.
pub(crate) fn parse(args: &[String]) -> Command {
    if args.get(1).is_some_and(|arg| arg == "convert") {
        return Command::Convert(Box::new(ConvertArgs::parse_from(
            std::iter::once(&args[0]).chain(&args[2..]),
        )));
    }
    if args.get(1).is_some_and(|arg| arg == "rules") {
        return Command::Rules(RulesArgs::parse_from(std::iter::once(&args[0]).chain(&args[2..])));
    }
    #[cfg(feature = "plugins")]
    if args.get(1).is_some_and(|arg| arg == "plugin") {
        let args = std::iter::once(&args[0]).chain(&args[2..]);
        return Command::Plugin(Box::new(crate::plugin::PluginCommand::parse_from(args)));
    }
    if args.get(1).is_some_and(|arg| arg == "explain") {
        return Command::Explain(Box::new(ExplainArgs::parse_from(
            std::iter::once(&args[0]).chain(&args[2..]),
        )));
    }
    match parse_opt(args) {
        Ok(args) if args.help => Command::Help(help::text(&mut OptArgs::command())),
        Ok(args) => Command::Opt(Box::new(args)),
        Err(fault) => fault.exit(),
    }
}

fn parse_opt(args: &[String]) -> Result<OptArgs, clap::Error> {
    let mut command = opt_command();
    let args = with_two_dashes(&command, args);
    let matches = command.try_get_matches_from_mut(args)?;
    let mut opt = OptArgs::from_arg_matches(&matches)?;
    // The order among different options is known by their places on the command line.
    let mut passes: Vec<(usize, PassFlag)> = Vec::new();
    for name in pass_names() {
        let (Some(places), Some(values)) = (matches.indices_of(name), matches.get_many::<String>(name))
        else {
            continue;
        };
        passes.extend(
            places
                .zip(values)
                .map(|(at, options)| (at, PassFlag { name: name.into(), options: options.clone() })),
        );
    }
    passes.sort_by_key(|pass| pass.0);
    opt.passes = passes.into_iter().map(|pass| pass.1).collect();
    Ok(opt)
}

/// The names of passes and pipelines.
fn pass_names() -> impl Iterator<Item = &'static str> {
    let passes = linked_passes().into_iter().map(|pass| pass.name);
    passes.chain(PIPELINES.iter().map(|pipeline| pipeline.name))
}

/// The options of [`OptArgs`], and one for each pass and each named pipeline.
fn opt_command() -> clap::Command {
    let flag = |name: &'static str| {
        clap::Arg::new(name)
            .long(name)
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("")
            .action(clap::ArgAction::Append)
    };
    OptArgs::command().args(pass_names().map(flag))
}

/// LLVM's long options may start with one dash; clap's may not. What is the value of an option before it stays.
fn with_two_dashes(command: &clap::Command, args: &[String]) -> Vec<String> {
    let takes_next = |name: &str| {
        command.get_arguments().any(|arg| {
            arg.get_long() == Some(name) && arg.get_action().takes_values() && !arg.is_require_equals_set()
        })
    };
    let is_long = |name: &str| command.get_arguments().any(|arg| arg.get_long() == Some(name));
    let mut list = Vec::with_capacity(args.len());
    let mut is_value = true;
    for arg in args {
        let option = arg.strip_prefix("--").or_else(|| arg.strip_prefix('-')).filter(|_| !is_value);
        let Some(option) = option else {
            is_value = false;
            list.push(arg.clone());
            continue;
        };
        let (name, has_value) = (option.split('=').next().unwrap_or(option), option.contains('='));
        // `-oFILE` and the like are short options with their values, unless they are long ones.
        let is_short = option.len() <= 1 || (option.starts_with('o') && !is_long(name));
        is_value = (option == "o" || takes_next(name)) && !has_value;
        let is_single = !arg.starts_with("--");
        list.push(if is_single && !is_short { format!("-{arg}") } else { arg.clone() });
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opt(args: &str) -> OptArgs {
        passes::link();
        let args: Vec<String> = std::iter::once("tfl-opt").chain(args.split(' ')).map(String::from).collect();
        parse_opt(&args).unwrap_or_else(|fault| panic!("{fault}"))
    }

    #[test]
    fn passes_are_taken_in_their_order() {
        let args = opt("-cse x.mlir --inline=max-ops=3 -split-input-file -o - --dce --simplify --cse");
        let passes: Vec<(&str, &str)> =
            args.passes.iter().map(|pass| (pass.name.as_str(), pass.options.as_str())).collect();
        assert_eq!(
            passes,
            [("cse", ""), ("inline", "max-ops=3"), ("dce", ""), ("simplify", ""), ("cse", "")]
        );
        assert_eq!(args.input, PathBuf::from("x.mlir"));
        assert_eq!(args.split_input_file.as_deref(), Some(SPLIT_MARKER));
    }

    #[test]
    fn options_take_one_dash_or_two_and_their_values_either_way() {
        let args = opt(
            "-output-split-marker=;; -mlir-print-ir-after cse,dce -mlir-print-ir-before=cse -ofile -verify-each=0",
        );
        assert_eq!(args.output_split_marker, ";;");
        assert_eq!(args.mlir_print_ir_after, ["cse", "dce"]);
        assert_eq!(args.mlir_print_ir_before, ["cse"]);
        assert_eq!(args.output, PathBuf::from("file"));
        assert!(!args.verify_each);
        // The value of an option may look like one.
        assert_eq!(opt("-o -cse").output, PathBuf::from("-cse"));
    }

    #[test]
    fn shapes_are_read() {
        assert_eq!(input_shape("x=1,-1,3"), Ok(("x".into(), vec![1, -1, 3])));
        assert_eq!(input_shape("a/b:0=?x4"), Ok(("a/b:0".into(), vec![-1, 4])));
        assert!(input_shape("x").is_err() && input_shape("x=1,a").is_err());
    }

    #[test]
    fn the_command_lines_are_consistent() {
        ConvertArgs::command().debug_assert();
        RulesArgs::command().debug_assert();
        ExplainArgs::command().debug_assert();
        #[cfg(feature = "plugins")]
        crate::plugin::PluginCommand::command().debug_assert();
        dialects::link();
        passes::link();
        opt_command().debug_assert();
    }
}
