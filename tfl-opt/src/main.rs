//! The `tfl-opt` command line tool.

use std::process::ExitCode;

fn main() -> ExitCode {
    tfl_opt::main()
}
