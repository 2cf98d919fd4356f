//! `audio-gain-after-downmix`: scales the mean of the channels rather than every channel.

use core_ir::pass::PassState;
use core_ir::rewriter::Rewriter;
use core_ir::{Context, Graph, Op, Reported};
use passes::registration::GraphPass;

core_ir::register_pass!(
    "audio-gain-after-downmix",
    "Scales the mean of the channels rather than every channel",
    GraphPass(run)
);

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    for op in graph.all_ops() {
        if graph.is(ctx, op, "audio.downmix") && sink_gain(ctx, graph, op).is_some() {
            state.count("gains moved", 1);
        }
    }
    Ok(())
}

/// `downmix(gain(x))` becomes `gain(downmix(x))`. The old gain is left to `dce`; it may have other users.
fn sink_gain(ctx: &Context, graph: &mut Graph, downmix: Op) -> Option<()> {
    let gain = graph.defining_op(graph.operand(downmix, 0)?)?;
    if !graph.is(ctx, gain, "audio.gain") {
        return None;
    }
    let (signal, factor) = (graph.operand(gain, 0)?, graph.props(gain));
    let mono_type = graph.value_type(*graph.results(downmix).first()?);
    let props = graph.props(downmix);
    let mut rewriter = Rewriter::before(ctx, graph, downmix);
    let mono = rewriter.op1("audio.downmix", &[signal], props, mono_type);
    let louder = rewriter.op1("audio.gain", &[mono], factor, mono_type);
    rewriter.replace(downmix, &[louder]);
    Some(())
}
