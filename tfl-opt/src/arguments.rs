//! What the command line says.

use std::path::PathBuf;

use clap::Parser;
use core_ir::registry::linked_passes;
use passes::pipelines::PIPELINES;

use crate::expect::Strictness;

/// The line between files in one text.
pub(crate) const SPLIT_MARKER: &str = "// -----";

/// What to do.
pub(crate) enum Command {
    /// `tfl-opt convert MODEL -o OUT`
    Convert(Box<ConvertArgs>),
    /// `tfl-opt IN --pass --pass`
    Opt(Box<OptArgs>),
    /// `tfl-opt --list-passes`
    ListPasses,
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
    /// The passes to run.
    #[arg(long, value_name = "PIPELINE", default_value = "tf-to-tfl")]
    pub(crate) pass_pipeline: String,
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

/// Run passes on a module, in the order in which they are given: `--cse --inline=max-ops=1000`.
#[derive(Parser, Debug)]
#[command(
    name = "tfl-opt",
    version,
    after_help = "Each pass is an option too; `tfl-opt --list-passes` lists them.\n\
    `tfl-opt convert MODEL -o OUT.tflite` converts; see `tfl-opt convert --help`."
)]
pub(crate) struct OptArgs {
    /// MLIR text, a SavedModel folder, a GraphDef (.pb, .pbtxt) or a .tflite file; `-` is the standard input.
    #[arg(default_value = "-")]
    pub(crate) input: PathBuf,
    /// The file to write, .tflite or text; `-` is the standard output.
    #[arg(short, default_value = "-", value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// The passes to run, after those given as options.
    #[arg(long, value_name = "PIPELINE")]
    pub(crate) pass_pipeline: Option<String>,
    /// Whether the module is checked before the first and after each pass.
    #[arg(long, num_args = 0..=1, require_equals = true, default_value_t = true, default_missing_value = "true",
        action = clap::ArgAction::Set)]
    pub(crate) verify_each: bool,
    /// Treat the text between lines that start with MARKER as files of their own.
    #[arg(long, value_name = "MARKER", num_args = 0..=1, require_equals = true, default_missing_value = SPLIT_MARKER)]
    pub(crate) split_input_file: Option<String>,
    /// What to print between the results of such files.
    #[arg(long, value_name = "MARKER")]
    pub(crate) output_split_marker: Option<String>,
    /// Check that the diagnostics are those that `expected-error` and other comments of the text announce.
    #[arg(long, value_enum, num_args = 0..=1, require_equals = true, default_missing_value = "all")]
    pub(crate) verify_diagnostics: Option<Strictness>,
    /// Keep operations of dialects that nobody registered.
    #[arg(long)]
    pub(crate) allow_unregistered_dialect: bool,
    /// Print every operation in the generic form.
    #[arg(long)]
    pub(crate) mlir_print_op_generic: bool,
    /// Print locations.
    #[arg(long)]
    pub(crate) mlir_print_debuginfo: bool,
    /// Print locations where they are used rather than as aliases.
    #[arg(long)]
    pub(crate) mlir_print_local_scope: bool,
    /// Print symbolic dimensions by their expressions, which does not read back.
    #[arg(long)]
    pub(crate) print_symbolic_dims: bool,
    /// Print constants of more elements than this without them.
    #[arg(long, value_name = "COUNT")]
    pub(crate) mlir_elide_elementsattrs_if_larger: Option<usize>,
    /// Print the module to the standard error after each pass.
    #[arg(long)]
    pub(crate) mlir_print_ir_after_all: bool,
    /// Print how long each pass took, and what it counted.
    #[arg(long)]
    pub(crate) mlir_timing: bool,
    /// List the passes and pipelines.
    #[arg(long)]
    pub(crate) list_passes: bool,
    /// The passes that were given as options, as a pipeline.
    #[arg(skip)]
    pub(crate) passes: Vec<String>,
}

fn input_shape(text: &str) -> Result<(String, Vec<i64>), String> {
    let (name, dims) = text.rsplit_once('=').ok_or("write NAME=DIMS, as in x=1,224,224,3")?;
    let dims = dims.split([',', 'x']).filter(|dim| !dim.is_empty()).map(|dim| match dim.trim() {
        "?" | "None" => Ok(-1),
        number => number.parse().map_err(|_| format!("`{number}` is no dimension")),
    });
    Ok((name.to_owned(), dims.collect::<Result<_, _>>()?))
}

/// Reads the arguments; prints help and usage faults and exits by itself, as clap does.
pub(crate) fn parse(args: &[String]) -> Command {
    if args.get(1).is_some_and(|arg| arg == "convert") {
        return Command::Convert(Box::new(ConvertArgs::parse_from(
            std::iter::once(&args[0]).chain(&args[2..]),
        )));
    }
    let (rest, passes) = take_passes(args);
    let mut opt = OptArgs::parse_from(rest);
    opt.passes = passes;
    if opt.list_passes { Command::ListPasses } else { Command::Opt(Box::new(opt)) }
}

/// Takes `-cse`, `--cse` and `--inline=max-ops=1` out of the arguments, and gives the rest and the passes as pieces of
/// a pipeline. Long options may start with one dash, as LLVM's do.
fn take_passes(args: &[String]) -> (Vec<String>, Vec<String>) {
    let linked = linked_passes();
    let is_pass = |name: &str| {
        linked.iter().any(|pass| pass.name == name) || PIPELINES.iter().any(|pipeline| pipeline.name == name)
    };
    let mut rest = Vec::with_capacity(args.len());
    let mut passes = Vec::new();
    let mut is_value = false;
    for (i, arg) in args.iter().enumerate() {
        let option = arg.strip_prefix("--").or_else(|| arg.strip_prefix('-')).filter(|_| i > 0 && !is_value);
        is_value = arg == "-o";
        let Some(option) = option else {
            rest.push(arg.clone());
            continue;
        };
        let (name, value) = match option.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (option, None),
        };
        if is_pass(name) {
            let options =
                value.map(|value| value.trim_matches(['\'', '"', '{', '}'])).filter(|v| !v.is_empty());
            passes.push(options.map_or_else(|| name.to_owned(), |value| format!("{name}{{{value}}}")));
        } else if arg.starts_with("--") || option.len() <= 1 || option.starts_with('o') {
            rest.push(arg.clone());
        } else {
            rest.push(format!("-{arg}"));
        }
    }
    (rest, passes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_are_taken_in_their_order() {
        let args = ["tfl-opt", "-cse", "x.mlir", "--inline=max-ops=3", "-split-input-file", "-o", "-"]
            .map(String::from);
        let (rest, passes) = take_passes(&args);
        assert_eq!(passes, ["cse", "inline{max-ops=3}"]);
        assert_eq!(rest, ["tfl-opt", "x.mlir", "--split-input-file", "-o", "-"]);
    }

    #[test]
    fn shapes_are_read() {
        assert_eq!(input_shape("x=1,-1,3"), Ok(("x".into(), vec![1, -1, 3])));
        assert_eq!(input_shape("a/b:0=?x4"), Ok(("a/b:0".into(), vec![-1, 4])));
        assert!(input_shape("x").is_err() && input_shape("x=1,a").is_err());
    }

    #[test]
    fn the_command_lines_are_consistent() {
        use clap::CommandFactory;
        ConvertArgs::command().debug_assert();
        OptArgs::command().debug_assert();
    }
}
