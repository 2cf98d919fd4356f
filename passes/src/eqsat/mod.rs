//! Equality saturation: a block becomes an e-graph, rules add equal programs, and the cheapest legal one is taken.

pub mod bridge;
pub mod cost;
pub mod cost_forms;
pub mod cost_table;
pub mod decode;
pub mod engine;
pub mod extract;
pub mod facts;
pub mod legality;
pub mod node;
pub mod rules;

use core_ir::diag::{Diagnostic, Diagnostics, Reported};
use core_ir::text::type_text;
use core_ir::{Block, Context, Graph, Op, OpName};

pub use decode::Fate;
pub use engine::Limits;
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
    let mut blocks: Vec<Block> = Vec::new();
    for op in graph.all_ops().into_iter().rev() {
        blocks.extend(graph.regions(op).iter().flat_map(|&region| graph.blocks(region)));
    }
    blocks.extend(graph.roots().iter().flat_map(|&region| graph.blocks(region)));
    let mut outcome = Outcome::default();
    let mut fired = vec![0u64; options.rules.len()];
    for block in blocks {
        run_block(ctx, graph, block, options, diags, &mut outcome, &mut fired)?;
    }
    let named = options.rules.iter().zip(&fired).filter(|(_, count)| **count > 0);
    outcome.fired = named.map(|(rule, &count)| (rule.name.clone(), count)).collect();
    diags.ok_unless_errors(outcome)
}

fn run_block(
    ctx: &Context,
    graph: &mut Graph,
    block: Block,
    options: &Options<'_>,
    diags: &mut Diagnostics,
    outcome: &mut Outcome,
    fired: &mut [u64],
) -> Result<(), Reported> {
    let mut encoding = bridge::encode(ctx, graph, block);
    let saturation = engine::saturate(ctx, &mut encoding.egraph, options.rules, options.limits)
        .map_err(|e| diags.push(e))?;
    let legality = legality::Legality::compute(ctx, &encoding, options.target);
    report_stuck(ctx, graph, &encoding, &legality, options, diags);
    let extraction = extract::Extraction::new(ctx, &encoding, options.target, &legality);
    let keeps_tf = matches!(options.target, Target::Any);
    let decoded = decode::decode(ctx, graph, block, &encoding, &extraction, &saturation, keeps_tf);
    report_skeleton(ctx, graph, block, options.target, diags);
    outcome.nodes += saturation.nodes;
    outcome.iterations += saturation.iterations;
    outcome.stopped |= saturation.stopped;
    for (sum, count) in fired.iter_mut().zip(&saturation.fired) {
        *sum += count;
    }
    let rule_of: std::collections::BTreeMap<Op, Option<usize>> = decoded.made_by.into_iter().collect();
    for (loc, name, fate) in decoded.fates {
        let (fate, rule) = match fate {
            Fate::Became(op) => {
                let rule = rule_of.get(&op).copied().flatten().map(|i| &options.rules[i]);
                let rule = rule.map(|rule| format!("{} ({})", rule.name, rule.place));
                (ctx.op_text(graph.op_name(op)).to_owned(), rule)
            }
            Fate::Folded => ("folded".to_owned(), None),
            Fate::Unused => ("unused".to_owned(), None),
        };
        outcome.fates.push(core_ir::pass::Fate { loc, source: name, fate, rule });
    }
    Ok(())
}

/// Reports the source operations that the target cannot run although it can run what they need.
fn report_stuck<'c>(
    ctx: &'c Context,
    graph: &Graph,
    encoding: &bridge::Encoding<'c>,
    legality: &legality::Legality,
    options: &Options<'_>,
    diags: &mut Diagnostics,
) {
    if matches!(options.target, Target::Any | Target::Tflite { partial: true, .. }) {
        return;
    }
    for &i in &legality.stuck {
        let source = &encoding.sources[i];
        let class = encoding.egraph.find(source.class);
        let notes = nearest_rules(ctx, encoding, options, graph.op_name(source.op), class);
        diags.push(notes.into_iter().fold(no_conversion(ctx, graph, source.op), Diagnostic::note));
    }
}

fn nearest_rules<'c>(
    ctx: &'c Context,
    encoding: &bridge::Encoding<'c>,
    options: &Options<'_>,
    name: OpName,
    class: egg::Id,
) -> Vec<String> {
    let egraph = &encoding.egraph;
    let mut notes = Vec::new();
    for rule in options.rules.iter().filter(|rule| rule.pattern.name == name) {
        // A rule for one of several results starts at that result.
        let root = match rule.pattern.projection {
            None => Some(class),
            Some(_) => egraph[class].parents().find(|&parent| {
                egraph[parent].nodes.iter().any(|node| matches!(node.head, node::Head::Proj(_)))
            }),
        };
        let Some(root) = root else { continue };
        let why = match rules::matcher::explain_miss(ctx, egraph, rule, root) {
            Some(why) => why,
            None => match egraph[root]
                .nodes
                .iter()
                .find_map(|n| options.target.allows(ctx, egraph, root, n).err())
            {
                Some(why) => format!("it fired, but its result does not run: {why}"),
                None => "it fired, but its result does not run".into(),
            },
        };
        notes.push(format!("rule `{}` ({}) did not do it: {why}", rule.name, rule.place));
    }
    if notes.is_empty() {
        notes.push("no rule starts at this operation".into());
    }
    notes.truncate(4);
    notes
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
            "add a rule or a plugin for it, or keep it as a custom operation, for which the runtime needs a kernel, with --allow-custom {custom}"
        ))
}

/// Reports TensorFlow operations that keep their place, which no rule can replace.
fn report_skeleton(ctx: &Context, graph: &Graph, block: Block, target: &Target, diags: &mut Diagnostics) {
    let Target::Tflite { allow_custom, partial: false, .. } = target else { return };
    for op in graph.ops_in(block).filter(|&op| !bridge::can_be_node(ctx, graph, op)) {
        let name = ctx.op_text(graph.op_name(op));
        let Some(tf) = name.strip_prefix("tf.") else { continue };
        if !allow_custom.contains(tf) {
            diags.push(no_conversion(ctx, graph, op).note("it has regions, so rules leave it in place"));
        }
    }
}
