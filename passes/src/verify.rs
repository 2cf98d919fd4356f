//! `verify`: runs the verifier, for pipelines that want it in one place and not after each pass.

use core_ir::pass::PassState;
use core_ir::{Context, Graph, Reported, verifier};

use crate::registration::{ModulePass, register};

register!("verify", "Checks the module against the specs of its operations", ModulePass(run));

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    verifier::verify(ctx, module, state.diags)
}
