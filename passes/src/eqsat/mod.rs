//! Equality saturation: a block becomes an e-graph, rules add equal programs, and the cheapest legal one is taken.

pub mod bridge;
mod changes;
pub mod cost;
pub mod cost_forms;
pub mod cost_table;
pub mod decode;
pub mod engine;
pub mod explain;
pub mod extract;
pub mod facts;
pub mod legality;
pub mod node;
pub mod offers;
pub mod rules;
pub mod soundness;
pub mod together;

use core_ir::diag::{Diagnostic, Diagnostics, Reported};
use core_ir::pass::reasons::Reasons;
use core_ir::text::type_text;
use core_ir::{Block, Context, Graph, Op};
use rustc_hash::FxHashMap;

pub use decode::Fate;
pub use engine::Limits;
use explain::{Asked, Questions};
pub use legality::Target;
use rules::Selection;

/// What to run and what to allow.
pub struct Options<'a> {
    /// The rules.
    pub rules: &'a Selection,
    /// What the result may consist of.
    pub target: &'a Target,
    /// When to stop.
    pub limits: Limits,
    /// What somebody wants to know of the result. Then operations that nothing converts are told of there, and are no
    /// errors.
    pub asked: Option<&'a Asked>,
}

/// What one run did, over all blocks.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Nodes at the end of saturation.
    pub nodes: usize,
    /// Iterations.
    pub iterations: usize,
    /// Whether a limit ended a saturation early.
    pub stopped: bool,
    /// Rules that fired, with how often, in the order of the rules.
    pub fired: Vec<(String, u64)>,
    /// The fate of each source operation.
    pub fates: Vec<core_ir::pass::Fate>,
    /// Why the results are what they are, for each block with operations, if somebody asked.
    pub reasons: Vec<Reasons>,
}

/// Runs equality saturation on every block of `graph`, the innermost first. Operations that stay illegal are reported,
/// each with the rules that came nearest.
pub fn run(
    ctx: &Context,
    graph: &mut Graph,
    options: &Options<'_>,
    diags: &mut Diagnostics,
) -> Result<Outcome, Reported> {
    cost_table::CostTable::of(ctx).map_err(|fault| diags.push(fault))?;
    let offers = &offers::gather(ctx, graph, diags);
    let mut blocks: Vec<Block> = Vec::new();
    for op in graph.all_ops().into_iter().rev() {
        blocks.extend(graph.regions(op).iter().flat_map(|&region| graph.blocks(region)));
    }
    blocks.extend(graph.roots().iter().flat_map(|&region| graph.blocks(region)));
    let mut outcome = Outcome::default();
    let mut fired = vec![0u64; options.rules.len()];
    for block in blocks {
        run_block(ctx, graph, block, (options, offers), diags, &mut outcome, &mut fired)?;
    }
    let named = options.rules.iter().zip(&fired).filter(|(_, count)| **count > 0);
    outcome.fired = named.map(|(rule, &count)| (rule.name.clone(), count)).collect();
    diags.ok_unless_errors(outcome)
}

fn run_block(
    ctx: &Context,
    graph: &mut Graph,
    block: Block,
    (options, offers): (&Options<'_>, &offers::Offers),
    diags: &mut Diagnostics,
    outcome: &mut Outcome,
    fired: &mut [u64],
) -> Result<(), Reported> {
    let mut encoding = bridge::encode(ctx, graph, block);
    let offered = offers::rules(ctx, graph, &mut encoding, offers);
    let rules = &options.rules.and(offered);
    let options = &Options { rules, ..*options };
    let saturation = together::saturate(ctx, &mut encoding, options).map_err(|e| diags.push(e))?;
    let legality = legality::Legality::compute(ctx, &encoding, options.target);
    let mut extraction = extract::Extraction::new(ctx, &encoding, &legality);
    let mut questions = Questions::new(ctx, graph, &encoding, options, &legality);
    questions.judge(ctx, &encoding, options, &legality, &saturation, &mut extraction);
    let proven = explain::encode_for_proofs(ctx, graph, block, options).map_err(|e| diags.push(e))?;
    let keeps_tf = matches!(options.target, Target::Any);
    let decoded = decode::decode(ctx, graph, block, &encoding, &extraction, keeps_tf);
    let mut reasons = options
        .asked
        .map(|_| explain::reasons(graph, &encoding, options, &legality, &saturation, &extraction, &decoded));
    if let (Some(reasons), Some(mut proven)) = (&mut reasons, proven) {
        explain::add_proofs(ctx, &encoding, &extraction, &mut proven, options, &decoded, reasons);
    }
    drop(extraction);
    questions.answer(ctx, &mut encoding, options, &saturation, reasons.as_mut(), diags);
    outcome.reasons.extend(reasons.filter(|reasons| !reasons.sources.is_empty()));
    report_skeleton(ctx, graph, block, options.target, diags);
    outcome.nodes += saturation.nodes;
    outcome.iterations += saturation.iterations;
    outcome.stopped |= saturation.stopped;
    for (sum, count) in fired.iter_mut().zip(&saturation.fired) {
        *sum += count;
    }
    outcome.fates.extend(fates(ctx, graph, &encoding, options, &saturation, decoded));
    Ok(())
}

/// What became of the source operations, and by which rules.
fn fates(
    ctx: &Context,
    graph: &Graph,
    encoding: &bridge::Encoding<'_>,
    options: &Options<'_>,
    saturation: &engine::Saturation,
    decoded: decode::Decoded,
) -> Vec<core_ir::pass::Fate> {
    let rules = saturation.provenance.first_rules(&encoding.egraph, options.rules);
    let class_of: FxHashMap<Op, egg::Id> = decoded.made.iter().copied().collect();
    let rule_of = |op: Op| rules.get(&(*class_of.get(&op)?, node::Head::Op(graph.op_name(op)))).copied();
    let fate = |(loc, source, fate)| {
        let (fate, rule) = match fate {
            Fate::Became(op) => {
                let rule = rule_of(op).map(|i| &options.rules[i]);
                let rule = rule.map(|rule| format!("{} ({})", rule.name, rule.place));
                (ctx.op_text(graph.op_name(op)).to_owned(), rule)
            }
            Fate::Folded => ("folded".to_owned(), None),
            Fate::Unused => ("unused".to_owned(), None),
        };
        core_ir::pass::Fate { loc, source, fate, rule }
    };
    decoded.fates.into_iter().map(fate).collect()
}

/// The error for an operation that nothing converts.
fn no_conversion(ctx: &Context, graph: &Graph, op: Op) -> Diagnostic {
    let name = ctx.op_text(graph.op_name(op));
    let layer =
        ctx.loc_name(graph.loc(op)).map(|name| format!(" at `{}`", ctx.str_text(name))).unwrap_or_default();
    let types = |list: Vec<String>| list.join(", ");
    let operands = types(graph.operand_types(op).map(|ty| type_text(ctx, ty)).collect());
    let results = types(graph.result_types(op).map(|ty| type_text(ctx, ty)).collect());
    let custom = name.strip_prefix("tf.").unwrap_or(name);
    Diagnostic::error("no-conversion", format!("nothing converts `{name}`{layer}"))
        .at(graph.loc(op))
        .note(format!("its type is ({operands}) -> ({results})"))
        .help(format!(
            "add a rule for it, or a plugin, which `tfl-opt plugin new --from-model MODEL --op {custom}` begins, or keep it as a custom operation, for which the runtime needs a kernel, with --allow-custom {custom}"
        ))
}

/// Reports TensorFlow operations that keep their place, which no rule can replace.
fn report_skeleton(ctx: &Context, graph: &Graph, block: Block, target: &Target, diags: &mut Diagnostics) {
    let Target::Tflite { allow_custom, partial: false, .. } = target else { return };
    for op in graph.ops_in(block).filter(|&op| !bridge::can_be_node(ctx, graph, op)) {
        let name = ctx.op_text(graph.op_name(op));
        let Some(tf) = name.strip_prefix("tf.") else { continue };
        if !allow_custom.contains(tf) {
            let why = match graph.regions(op).is_empty() {
                true => "nothing is known of it, so rules leave it in place",
                false => "it has regions, so rules leave it in place",
            };
            diags.push(no_conversion(ctx, graph, op).note(why));
        }
    }
}
