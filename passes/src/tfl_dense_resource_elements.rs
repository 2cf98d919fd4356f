//! `tfl-dense-to-dense-resource-elements` and back: whether the text of a module holds the elements of constants where
//! they are used or apart, at its end.

use core_ir::pass::PassState;
use core_ir::{ConstId, Context, Graph, Reported};

use crate::constants::{elements_of, set_elements};
use crate::functions::for_each_graph;
use crate::registration::{ModulePass, register};

register!(
    "tfl-dense-to-dense-resource-elements",
    "Gives the elements of constants keys, under which text holds them apart",
    ModulePass(to_resources)
);
register!(
    "tfl-dense-resource-to-dense-elements",
    "Takes the keys of constants away, so that text holds their elements where they are used",
    ModulePass(to_elements)
);

fn to_resources(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    replace_each(ctx, module, state, &|id| {
        let constant = ctx.const_of(id);
        let elem = ctx.elem_name(ctx.elem_type(constant.ty));
        let has_one_element = ctx.const_splat_bytes(id).is_some();
        // Text has a short form for one element that is repeated, and none for the bytes of strings.
        if constant.key.is_some() || has_one_element || ctx.elem_bytes(ctx.elem_type(constant.ty)).is_none() {
            return None;
        }
        let key = ctx.fresh_resource_key(&format!("dense_elements_{elem}"));
        Some(ctx.resource(constant.ty, constant.data.clone(), &key))
    })
}

fn to_elements(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    replace_each(ctx, module, state, &|id| {
        let constant = ctx.const_of(id);
        constant.key.map(|_| ctx.constant(constant.ty, constant.data.clone()))
    })
}

/// Gives every constant of the module the elements that `other` has for its own, where it has.
fn replace_each(
    ctx: &Context,
    module: &mut Graph,
    state: &mut PassState<'_>,
    other: &dyn Fn(ConstId) -> Option<ConstId>,
) -> Result<(), Reported> {
    for_each_graph(module, &mut |graph| {
        for op in graph.all_ops() {
            if let Some(id) = elements_of(ctx, graph, op).and_then(other) {
                set_elements(ctx, graph, op, id);
                state.count("constants changed", 1);
            }
        }
    });
    Ok(())
}
