//! `tfl-runtime-verify`: checks types, ranks and shapes that bind TFLite's runtime rather than the IR, which programs on
//! their way there need not respect.

use core_ir::pass::PassState;
use core_ir::{Context, Graph, Reported, verifier};

use crate::registration::{ModulePass, register};

register!(
    "tfl-runtime-verify",
    "Checks that TFLite's runtime takes the operations as they are",
    ModulePass(run)
);

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    verifier::verify_runtime(ctx, module, state.diags)
}
