//! `tfl-opt plugin`: making plugins, looking at them, testing them.

mod build;
mod case;
mod check;
mod diff;
mod interface;
mod kinds;
mod new;
mod pack;
mod registry;
mod replay;
mod sdk;
mod template;
mod test;
mod usage;

use std::path::Path;

use clap::Parser;
use core_ir::diag::{Diagnostic, Diagnostics, Result};
use plugins_host::load::{Plugin, Wanted};

use crate::Failed;
use crate::plugins::LoaderArgs;
use crate::render::Renderer;

/// Make plugins that convert custom operations, look at them and test them; docs/plugins.md tells how.
#[derive(Parser, Debug)]
#[command(name = "tfl-opt plugin", bin_name = "tfl-opt plugin")]
pub(crate) struct PluginCommand {
    #[command(subcommand)]
    action: Action,
}

/// What to do.
#[derive(clap::Subcommand, Debug)]
enum Action {
    New(new::NewArgs),
    Build(build::BuildArgs),
    Check(check::CheckArgs),
    Test(test::TestArgs),
    Replay(replay::ReplayArgs),
    Pack(pack::PackArgs),
}

/// Runs a command of the group.
pub(crate) fn run(command: &PluginCommand) -> std::result::Result<(), Failed> {
    let mut diags = Diagnostics::new();
    let done = match &command.action {
        Action::New(args) => new::run(args, &mut diags),
        Action::Build(args) => build::run(args).map(|_| ()),
        Action::Check(args) => check::run(args, &mut diags),
        Action::Test(args) => test::run(args, &mut diags),
        Action::Replay(args) => replay::run(args, &mut diags),
        Action::Pack(args) => pack::run(args),
    };
    if let Err(fault) = done {
        diags.push(fault);
    }
    Renderer { codes: true, ..Renderer::default() }.print(&diags);
    if diags.has_errors() { Err(Failed) } else { Ok(()) }
}

/// Prints a text of several lines to the standard output.
fn say(text: &str) -> Result<()> {
    crate::opt::print(text)
        .or_else(|Failed| Diagnostic::error("write-failed", "the standard output cannot be written").err())
}

/// Loads one plugin.
fn load(wanted: &Wanted, how: &LoaderArgs, diags: &mut Diagnostics) -> Result<Plugin> {
    let mut said = Vec::new();
    let plugin = how.loader(diags)?.load(wanted, &mut said);
    diags.extend(said);
    plugin
}

/// Reads a file that a command needs; `what` says what it is.
fn read(path: &Path, what: &str) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|why| {
        Box::new(Diagnostic::error("no-input", format!("{what} cannot be read: {why}")).in_file(path))
    })
}

/// As [`read`], for text.
fn read_text(path: &Path, what: &str) -> Result<String> {
    String::from_utf8(read(path, what)?).map_err(|_| {
        Box::new(Diagnostic::error("no-input", format!("{what} is not UTF-8 text")).in_file(path))
    })
}

/// Writes a file, with the folders that it is in.
fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(path, bytes)).map_err(|why| {
        Box::new(
            Diagnostic::error("write-failed", format!("the file cannot be written: {why}")).in_file(path),
        )
    })
}

/// `1 operation`, `3 operations`
fn count(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}
