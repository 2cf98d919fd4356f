//! What the tables in `dialects/tables/hlo` cannot say of StableHLO.

use core_ir::registry::DialectHooks;
use core_ir::{Context, Graph, Op, Type};

static HOOKS: DialectHooks =
    DialectHooks { result_name: Some(result_name), ..DialectHooks::new("stablehlo") };

inventory::submit! { &HOOKS as &'static DialectHooks }

/// `%c`, `%cst`, as StableHLO names its constants.
fn result_name(ctx: &Context, graph: &Graph, op: Op) -> Option<String> {
    if !graph.is(ctx, op, "stablehlo.constant") {
        return None;
    }
    let elem = ctx.elem_type(graph.value_type(graph.result(op)?));
    let is_int = matches!(ctx.type_of(elem), Type::Integer { .. });
    Some(if is_int { "c" } else { "cst" }.into())
}
