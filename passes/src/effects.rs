//! What may be merged, and what may be dropped when nobody uses it.

use core_ir::spec::Traits;
use core_ir::{Context, Graph, Op};
use rustc_hash::FxHashSet;

/// Stateful by TensorFlow's registry, because two uses are not one; but a use whose result nobody looks at changes
/// nothing.
const STATEFUL_BUT_DROPPABLE: &[&str] = &[
    "tf.AnonymousIterator",
    "tf.HashTable",
    "tf.HashTableV2",
    "tf.LookupTableFind",
    "tf.LookupTableFindV2",
    "tf.LookupTableSize",
    "tf.LookupTableSizeV2",
    "tf.Multinomial",
    "tf.MutableDenseHashTableV2",
    "tf.MutableHashTableOfTensorsV2",
    "tf.MutableHashTableV2",
    "tf.ParameterizedTruncatedNormal",
    "tf.Placeholder",
    "tf.PlaceholderV2",
    "tf.PlaceholderWithDefault",
    "tf.RandomGamma",
    "tf.RandomPoisson",
    "tf.RandomPoissonV2",
    "tf.RandomShuffle",
    "tf.RandomStandardNormal",
    "tf.RandomUniform",
    "tf.RandomUniformInt",
    "tf.ReadVariableOp",
    "tf.ResourceGather",
    "tf.ResourceGatherNd",
    "tf.RestoreV2",
    "tf.Stack",
    "tf.TensorArrayV3",
    "tf.TruncatedNormal",
    "tf.VarHandleOp",
    "tf.VarIsInitializedOp",
    "tf.Variable",
    "tf.VariableShape",
    "tf.VariableV2",
];

/// Operations with regions that do what their regions do and nothing else.
const TRANSPARENT: &[&str] = &["tf.CaseRegion", "tf.IfRegion", "tf.WhileRegion", "tfl.if", "tfl.while"];

/// Whether two uses with equal operands are one, and a use may be moved or dropped. Regions do not count as pure.
pub fn is_pure(ctx: &Context, graph: &Graph, op: Op) -> bool {
    if !graph.regions(op).is_empty() || graph.inner(op).is_some() {
        return false;
    }
    let traits = traits(ctx, graph, op);
    let is_pure = traits.has(Traits::PURE) || traits.has(Traits::CONSTANT_LIKE);
    is_pure && !traits.has(Traits::STATEFUL) && !traits.has(Traits::TERMINATOR)
}

/// What is true of `op`: what its row says, and of operations that say what they are by themselves (those without a row
/// and `tfl.custom`) what was declared.
pub(crate) fn traits(ctx: &Context, graph: &Graph, op: Op) -> Traits {
    let name = ctx.op_text(graph.op_name(op));
    let row = graph.spec(ctx, op).map(|spec| spec.traits);
    let declared = match row {
        None => ctx.declared_effects(name),
        Some(_) if name == "tfl.custom" => {
            let code = ctx.dict_get(graph.props(op), "custom_code").and_then(|code| ctx.attr_str(code));
            code.and_then(|code| ctx.declared_effects(&format!("{name}:{code}")))
        }
        Some(_) => None,
    };
    let row = row.unwrap_or(Traits::NONE);
    declared.map_or(row, |effects| row.without(Traits::EFFECTS).with(effects))
}

/// Whether `op` does what its regions do and nothing else.
pub fn is_transparent(ctx: &Context, graph: &Graph, op: Op) -> bool {
    TRANSPARENT.contains(&ctx.op_text(graph.op_name(op)))
}

/// Whether nothing uses `op` and it may be dropped. Looks through its regions; see [`Effects`] for whole graphs.
pub fn is_dead(ctx: &Context, graph: &Graph, op: Op) -> bool {
    if graph.results(op).iter().any(|&value| graph.has_uses(value)) {
        return false;
    }
    let regions = graph.regions(op);
    if regions.is_empty() {
        return is_droppable_alone(ctx, graph, op);
    }
    let mut is_quiet = is_transparent(ctx, graph, op);
    for &region in regions {
        graph.walk_region(region, &mut |inner| is_quiet = is_quiet && is_quiet_alone(ctx, graph, inner));
    }
    is_quiet
}

/// Whether `op`, its regions aside, has no effect on what surrounds it.
fn is_quiet_alone(ctx: &Context, graph: &Graph, op: Op) -> bool {
    graph.has_trait(ctx, op, Traits::TERMINATOR)
        || is_transparent(ctx, graph, op)
        || is_droppable_alone(ctx, graph, op)
}

/// Whether an unused `op` may be dropped, its regions aside.
fn is_droppable_alone(ctx: &Context, graph: &Graph, op: Op) -> bool {
    let name = ctx.op_text(graph.op_name(op));
    is_pure(ctx, graph, op)
        || STATEFUL_BUT_DROPPABLE.binary_search(&name).is_ok()
        || traits(ctx, graph, op).has(Traits::READS)
}

/// Which operations of a graph may be dropped when their results are unused.
pub struct Effects {
    /// Operations with regions in which something has an effect.
    busy_regions: FxHashSet<Op>,
}

impl Effects {
    /// Looks at every operation of `graph` once.
    pub fn of(ctx: &Context, graph: &Graph) -> Self {
        let mut busy_regions = FxHashSet::default();
        graph.walk(&mut |op| {
            if is_quiet_alone(ctx, graph, op) {
                return;
            }
            let mut at = graph.parent_op(op);
            while let Some(parent) = at {
                if !busy_regions.insert(parent) {
                    break;
                }
                at = graph.parent_op(parent);
            }
        });
        Self { busy_regions }
    }

    /// Whether `op` may be dropped when its results are unused.
    pub fn is_droppable(&self, ctx: &Context, graph: &Graph, op: Op) -> bool {
        if graph.regions(op).is_empty() {
            return is_droppable_alone(ctx, graph, op);
        }
        is_transparent(ctx, graph, op) && !self.busy_regions.contains(&op)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_for_binary_search() {
        assert!(STATEFUL_BUT_DROPPABLE.is_sorted());
    }
}
