//! `tfl-opt plugin ...`: what authors of plugins need, in the order in which they need it.

mod build;
mod check;
mod new;
mod pack;
mod replay;
mod sdk;
mod template;
mod test;

use std::path::{Path, PathBuf};

use core_ir::diag::{Diagnostic, Result};
use core_ir::{Context, Diagnostics, Graph};
use plugins_host::load::{Plugin, Wanted};

use crate::Failed;
use crate::arguments::ImportArgs;
use crate::files;
use crate::plugins::PluginArgs;
use crate::render::Renderer;

/// Write, build and test plugins.
#[derive(clap::Parser, Debug)]
#[command(name = "tfl-opt plugin", bin_name = "tfl-opt plugin")]
pub(crate) struct AuthorArgs {
    #[command(subcommand)]
    action: Action,
}

/// What to do.
#[derive(clap::Subcommand, Debug)]
enum Action {
    /// Write a Rust crate that converts an operation, with test cases from a model.
    New(NewArgs),
    /// Build a crate into a plugin. It takes cargo, and its target wasm32-unknown-unknown.
    Build {
        /// The folder of the crate.
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// The plugin to write; by default it is beside Cargo.toml and has the name of the crate.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Show what a plugin is, and whether it can be loaded.
    Check {
        /// The plugin.
        file: PathBuf,
        #[command(flatten)]
        plugins: PluginArgs,
    },
    /// Build a crate and convert the MLIR files in its folder `cases`, each twice.
    Test {
        /// The folder of the crate.
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Test this plugin instead of building the crate.
        #[arg(long, value_name = "FILE")]
        plugin: Option<PathBuf>,
        /// Show what the cases become.
        #[arg(long)]
        show: bool,
        #[command(flatten)]
        plugins: PluginArgs,
    },
    /// Make a call again that failed.
    Replay {
        /// What the failed run wrote down.
        crash: PathBuf,
        #[command(flatten)]
        plugins: PluginArgs,
    },
    /// Put a manifest into a plugin that was built from another language.
    Pack {
        /// The component, or the module that one is made of.
        file: PathBuf,
        /// The manifest, as JSON.
        #[arg(long, value_name = "FILE")]
        manifest: PathBuf,
        /// The plugin to write.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
}

/// What `plugin new` needs to know.
#[derive(clap::Args, Debug)]
pub(crate) struct NewArgs {
    /// The model whose operation is to be converted: what `tfl-opt convert` takes.
    #[arg(long, value_name = "MODEL")]
    from_model: PathBuf,
    /// The operation: `MyOp`.
    #[arg(long, value_name = "NAME")]
    op: String,
    /// The id of the plugin; by default the name of the crate.
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// Use the SDK in this folder instead of a copy in the crate.
    #[arg(long, value_name = "DIR")]
    sdk: Option<PathBuf>,
    /// The folder to make; by default it is named after the operation.
    dir: Option<PathBuf>,
    #[command(flatten)]
    import: ImportArgs,
}

/// Runs a command of the group.
pub(crate) fn run(args: &AuthorArgs) -> std::result::Result<(), Failed> {
    let mut diags = Diagnostics::new();
    let done = match &args.action {
        Action::New(args) => new::run(args, &mut diags),
        Action::Build { dir, output } => {
            build::run(dir, output.as_deref()).map(|built| format!("{}\n", built.line()))
        }
        Action::Check { file, plugins } => check::run(file, plugins, &mut diags),
        Action::Test { dir, plugin, show, plugins } => {
            test::run(dir, plugin.as_deref(), *show, plugins, &mut diags)
        }
        Action::Replay { crash, plugins } => replay::run(crash, plugins, &mut diags),
        Action::Pack { file, manifest, output } => pack::run(file, manifest, output),
    };
    let text = done.map_err(|fault| diags.push(fault)).unwrap_or_default();
    Renderer { codes: true, ..Renderer::default() }.print(&diags);
    let printed = crate::opt::print(&text);
    if diags.has_errors() { Err(Failed) } else { printed }
}

/// Loads one plugin with the limits and settings of the arguments.
fn load(file: &Path, plugins: &PluginArgs, diags: &mut Diagnostics) -> Result<Plugin> {
    let mut said = Vec::new();
    let loaded = plugins.loader(diags)?.load(&Wanted::parse(&file.to_string_lossy()), &mut said);
    said.into_iter().for_each(|diag| _ = diags.push(diag));
    loaded
}

/// A fault of a file.
fn file_fault(path: &Path, why: &std::io::Error) -> Box<Diagnostic> {
    Box::new(Diagnostic::error("plugin-file", format!("the file cannot be used: {why}")).in_file(path))
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|why| file_fault(path, &why))
}

/// Writes a file and the folders that it is in.
fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    folder.and_then(|()| std::fs::write(path, bytes)).map_err(|why| file_fault(path, &why))
}

/// Reads a model.
fn import(ctx: &Context, args: &NewArgs, diags: &mut Diagnostics) -> Result<Graph> {
    let input = files::open(&args.from_model)?;
    let options = crate::convert::import_options(&args.import);
    files::load(ctx, &input, &core_ir::text::ParseOptions::default(), &options, diags).map_err(|_| {
        Box::new(Diagnostic::error("plugin-new", "the model cannot be read").in_file(&args.from_model))
    })
}
