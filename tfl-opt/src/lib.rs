//! The `tfl-opt` command line tool as a library, so that a crate with dialects or passes of its own gets its own tool:
//!
//! ```no_run
//! fn main() -> std::process::ExitCode {
//!     // my_passes::link();
//!     tfl_opt::main()
//! }
//! ```
//!
//! Only this crate prints, chooses colours and exits; everything else is library calls.

mod arguments;
mod convert;
mod expect;
mod explain;
mod fate;
mod files;
mod help;
mod opt;
#[cfg(feature = "plugins")]
mod plugin;
#[cfg(feature = "plugins")]
mod plugins;
#[cfg(not(feature = "plugins"))]
#[path = "no_plugins.rs"]
mod plugins;
mod print_ir;
mod progress;
mod render;
mod report;
mod reproducer;
mod rules;
mod summary;
mod timing;

use std::process::ExitCode;

/// Runs the tool on the arguments of the process.
pub fn main() -> ExitCode {
    let args: Vec<String> = std::env::args_os().map(|arg| arg.to_string_lossy().into_owned()).collect();
    run(&args)
}

/// Runs the tool on `args`, the first of which is the name of the tool. Usage faults and `--version` end the process.
pub fn run(args: &[String]) -> ExitCode {
    // A plugin is compiled by a child that is this program.
    #[cfg(feature = "plugins")]
    if args.get(1).is_some_and(|arg| arg == plugins_host::compile::WORKER) {
        return plugins_host::compile::work(&args[2..]);
    }
    dialects::link();
    passes::link();
    let done = match arguments::parse(args) {
        arguments::Command::Convert(args) => convert::run(&args),
        arguments::Command::Explain(args) => explain::run(&args),
        arguments::Command::Opt(args) => opt::run(&args),
        #[cfg(feature = "plugins")]
        arguments::Command::Plugin(args) => plugin::run(&args),
        arguments::Command::Rules(args) => rules::run(&args),
        arguments::Command::Help(text) => opt::print(&text),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failed) => ExitCode::FAILURE,
    }
}

/// Starts the threads of the run: one, or as many as there are processors. Their stacks are as large as a main thread's.
pub(crate) fn use_threads(disable: bool) {
    const STACK: usize = 8 << 20;
    let pool = rayon::ThreadPoolBuilder::new().stack_size(STACK).num_threads(usize::from(disable));
    // A program that has started threads before goes on with those.
    let _ = pool.build_global();
}

/// The run failed, and everything there is to say was printed.
pub(crate) struct Failed;
