//! Signatures: the names that callers use for a function's inputs and outputs.

use core_ir::{Attr, Context, Diagnostic, Graph, Op};

use super::plan::{SignaturePlan, SubGraphPlan};
use super::planner::Planner;

/// The attribute of a function that holds its signature keys.
pub(super) const EXPORTED_NAMES: &str = "tf_saved_model.exported_names";
/// The attribute of an argument or result that holds its name in the signature.
pub(super) const INDEX_PATH: &str = "tf_saved_model.index_path";

/// The names in the signature that the arguments (`arg_attrs`) or results (`res_attrs`) of a function have.
fn index_paths(ctx: &Context, module: &Graph, function: Op, attr: &str) -> Vec<Option<Vec<u8>>> {
    let list = ctx.dict_get(module.props(function), attr).map(|attr| ctx.attr_of(attr));
    let Some(Attr::Array(dicts)) = list else { return Vec::new() };
    let name = |attr| {
        let Attr::Dict(dict) = ctx.attr_of(attr) else { return None };
        let path = match ctx.attr_of(ctx.dict_get(*dict, INDEX_PATH)?) {
            Attr::Array(path) => *path.first()?,
            _ => return None,
        };
        match ctx.attr_of(path) {
            Attr::String(name) => Some(ctx.str_bytes(*name).to_vec()),
            _ => None,
        }
    };
    dicts.iter().map(|&attr| name(attr)).collect()
}

/// The signatures of the entry functions.
pub(super) fn plan(
    planner: &mut Planner<'_, '_>,
    entries: &[(Op, u32)],
    subgraphs: &[SubGraphPlan],
) -> Vec<SignaturePlan> {
    let (ctx, module) = (planner.ctx, planner.module);
    let mut signatures = Vec::new();
    for &(function, number) in entries {
        let keys = match ctx.dict_get(module.attrs(function), EXPORTED_NAMES).map(|attr| ctx.attr_of(attr)) {
            Some(Attr::Array(keys)) => keys,
            _ => continue,
        };
        let subgraph = &subgraphs[number as usize];
        let map = |attr: &str, tensors: &[i32]| -> Option<Vec<(Vec<u8>, u32)>> {
            let mut names = index_paths(ctx, module, function, attr);
            names.resize(tensors.len().max(names.len()), None);
            let pairs = names.into_iter().zip(tensors);
            let mut list: Vec<_> = pairs
                .map(|(name, &tensor)| Some((name?, u32::try_from(tensor).ok()?)))
                .collect::<Option<_>>()?;
            list.sort();
            Some(list)
        };
        let inputs = map("arg_attrs", &subgraph.inputs);
        let outputs = map("res_attrs", &subgraph.outputs);
        let (Some(inputs), Some(outputs)) = (inputs, outputs) else {
            let text = format!(
                "function `{}` is exported, but not all of its arguments and results have `{INDEX_PATH}`: its \
                 signature is left out",
                String::from_utf8_lossy(&subgraph.name)
            );
            planner.diags.push(Diagnostic::warning("incomplete-signature", text).at(module.loc(function)));
            continue;
        };
        for &key in keys {
            if let Attr::String(key) = ctx.attr_of(key) {
                let key = ctx.str_bytes(*key).to_vec();
                signatures.push(SignaturePlan {
                    key,
                    subgraph: number,
                    inputs: inputs.clone(),
                    outputs: outputs.clone(),
                });
            }
        }
    }
    signatures
}
