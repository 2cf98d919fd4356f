//! `tfl-custom-ops`: TensorFlow operations that the user allows by name become `tfl.custom`.
//!
//! The code is the operation's name without the dialect. The options are its attributes as a FlexBuffer map, types as
//! `TensorType` numbers, as LiteRT's converter writes them for custom operations.

use std::collections::{BTreeMap, BTreeSet};

use core_ir::pass::{FunctionPass, FunctionRun, Pass, PassInfo, PassOptions, PassState};
use core_ir::rewriter::Rewriter;
use core_ir::spec::{Arity, ElemRule, Presence};
use core_ir::{Attr, AttrId, Context, Diagnostic, Diagnostics, Graph, Op, OpState, Reported, TypeId};

use crate::flexbuffer::{Flex, encode_map};

struct CustomOps {
    allowed: BTreeSet<String>,
}

fn make(options: &PassOptions) -> Result<Box<dyn Pass>, String> {
    let lists = options.iter().filter(|(key, _)| key == "allow-custom");
    let names = lists.flat_map(|(_, text)| text.split([';', ','])).filter(|name| !name.is_empty());
    let allowed = names.map(|name| name.strip_prefix("tf.").unwrap_or(name).to_owned()).collect();
    Ok(Box::new(CustomOps { allowed }))
}

inventory::submit! {
    &PassInfo {
        name: "tfl-custom-ops",
        summary: "Makes custom operations of the TensorFlow operations that are allowed by name",
        options: &[("allow-custom", "the operations, separated by `;`")],
        make,
    }
}

/// Element types by their names in [`core_ir::spec::ElemSet`], with their numbers in the schema's `TensorType`.
const TENSOR_TYPES: &[(&str, i64)] = &[
    ("f32", 0),
    ("f16", 1),
    ("i32", 2),
    ("ui8", 3),
    ("i64", 4),
    ("str", 5),
    ("i1", 6),
    ("i16", 7),
    ("c64", 8),
    ("i8", 9),
    ("f64", 10),
    ("c128", 11),
    ("ui64", 12),
    ("resource", 13),
    ("variant", 14),
    ("ui32", 15),
    ("ui16", 16),
    ("i4", 17),
    ("bf16", 18),
];

impl FunctionPass for CustomOps {
    fn start<'a>(&'a self, ctx: &'a Context, _: &mut Diagnostics) -> Result<Box<FunctionRun<'a>>, Reported> {
        Ok(Box::new(|graph, state| {
            for op in graph.all_ops() {
                let name = ctx.op_text(graph.op_name(op)).strip_prefix("tf.");
                if let Some(name) = name.filter(|name| self.allowed.contains(*name)) {
                    convert(ctx, graph, op, name, state);
                }
            }
            Ok(())
        }))
    }
}

fn convert(ctx: &Context, graph: &mut Graph, op: Op, name: &str, state: &mut PassState<'_>) {
    let (options, left_out) = options(ctx, graph, op);
    if !left_out.is_empty() {
        let text =
            format!("attributes of `tf.{name}` that custom options cannot hold: {}", left_out.join(", "));
        state.diags.push(Diagnostic::warning("custom-options", text).at(graph.loc(op)));
    }
    let bytes = encode_map(&options);
    let ty = ctx.fixed_tensor(&[bytes.len() as i64], TypeId::UI8);
    let option = ctx.elements_attr(ctx.const_from_bytes(ty, &bytes));
    let props = ctx.dict([(ctx.str("custom_code"), ctx.str_attr(name)), (ctx.str("custom_option"), option)]);
    let operands: Vec<_> = graph.operands(op).collect();
    let results: Vec<_> = graph.result_types(op).collect();
    let new = OpState::new(ctx.op_name("tfl.custom"), graph.loc(op))
        .operands(operands)
        .results(results)
        .props(props);
    let mut rewriter = Rewriter::before(ctx, graph, op);
    let made = rewriter.insert(new);
    let values = rewriter.graph.results(made).to_vec();
    rewriter.replace(op, &values);
    state.count("custom operations", 1);
}

/// The attributes of `op` with their defaults and those that follow from its types, and the names of those that have
/// no form in a FlexBuffer.
fn options(ctx: &Context, graph: &Graph, op: Op) -> (BTreeMap<String, Flex>, Vec<String>) {
    let mut options = BTreeMap::new();
    let mut left_out = Vec::new();
    let mut add = |name: &str, attr: AttrId| match flex(ctx, attr) {
        Some(value) => _ = options.insert(name.to_owned(), value),
        None => left_out.push(format!("`{name}`")),
    };
    if let Some(spec) = graph.spec(ctx, op) {
        for row in spec.attrs.iter().filter(|row| row.presence != Presence::Derived) {
            if let Some(attr) = ctx.default_attr(spec, &row.name) {
                add(&row.name, attr);
            }
        }
    }
    for &(name, attr) in ctx.dict_entries(graph.props(op)) {
        add(&ctx.str_text(name), attr);
    }
    for (name, value) in derived(ctx, graph, op) {
        options.insert(name, value);
    }
    (options, left_out)
}

/// Attributes that follow from the operands and results: element types and numbers of values.
fn derived(ctx: &Context, graph: &Graph, op: Op) -> Vec<(String, Flex)> {
    let Some(spec) = graph.spec(ctx, op) else { return Vec::new() };
    let operands: Vec<TypeId> = graph.operand_types(op).collect();
    let results: Vec<TypeId> = graph.result_types(op).collect();
    let sides = [
        (&spec.operands, spec.operand_segments(ctx, graph.props(op), operands.len()), operands),
        (&spec.results, spec.result_segments(ctx, graph.props(op), results.len()), results),
    ];
    let mut found = Vec::new();
    let name = |index: u8| {
        let row = spec.attrs.get(usize::from(index)).filter(|row| row.presence == Presence::Derived)?;
        Some(row.name.to_string())
    };
    for (rows, segments, types) in sides {
        let Some(segments) = segments else { continue };
        let mut at = 0;
        for (row, size) in rows.iter().zip(segments) {
            let group = types.get(at..at + size).unwrap_or_default();
            at += size;
            if let Arity::NumberAttr(index) = row.arity {
                found.extend(name(index).map(|name| (name, Flex::Int(size as i64))));
            }
            if let (ElemRule::TypeAttr(index), Some(&ty)) = (&row.elems, group.first()) {
                found.extend(name(*index).zip(tensor_type(ctx, ty)).map(|(name, n)| (name, Flex::Int(n))));
            }
            if let ElemRule::TypeListAttr(index) = row.elems {
                let numbers: Option<Vec<Flex>> =
                    group.iter().map(|&ty| tensor_type(ctx, ty).map(Flex::Int)).collect();
                found.extend(name(index).zip(numbers).map(|(name, list)| (name, Flex::List(list))));
            }
        }
    }
    found
}

/// The number in the schema of the element type of `ty`.
pub fn tensor_type(ctx: &Context, ty: TypeId) -> Option<i64> {
    let name = ctx.elem_name(ctx.elem_type(ty));
    TENSOR_TYPES.iter().find(|row| row.0 == name).map(|row| row.1)
}

fn flex(ctx: &Context, attr: AttrId) -> Option<Flex> {
    match ctx.attr_of(attr) {
        Attr::Bool(b) => Some(Flex::Bool(*b)),
        Attr::Unit => Some(Flex::Bool(true)),
        Attr::Integer { value, .. } => Some(Flex::Int(i64::try_from(*value).ok()?)),
        Attr::Float { value, .. } => Some(Flex::Float(value.get())),
        Attr::String(text) => Some(Flex::String(ctx.str_bytes(*text).to_vec())),
        Attr::Type(ty) => tensor_type(ctx, *ty).map(Flex::Int),
        // Lists hold scalars; an attribute cannot nest deeper in TensorFlow.
        Attr::Array(items) => {
            let is_list = |item: &AttrId| matches!(ctx.attr_of(*item), Attr::Array(_));
            if items.iter().any(is_list) {
                return None;
            }
            Some(Flex::List(items.iter().map(|&item| flex(ctx, item)).collect::<Option<_>>()?))
        }
        _ => None,
    }
}
