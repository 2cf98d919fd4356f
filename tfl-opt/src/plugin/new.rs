//! `tfl-opt plugin new`
use core_ir::Diagnostics;
use core_ir::diag::Result;
/// Begin a plugin.
#[derive(clap::Args, Debug)]
pub(super) struct NewArgs {}
pub(super) fn run(_args: &NewArgs, _diags: &mut Diagnostics) -> Result<()> { Ok(()) }
