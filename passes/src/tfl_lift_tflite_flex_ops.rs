//! `tfl-lift-tflite-flex-ops`: custom operations that TensorFlow runs for TFLite become TensorFlow's operations again, by
//! the node that their options hold.

use core_ir::pass::PassState;
use core_ir::spec::{Arity, ElemRule, List, Presence, ValueSpec};
use core_ir::{
    Attr, AttrId, Context, Diagnostic, DictId, Graph, Op, OpSpec, OpState, Reported, StrId, Type, TypeId,
    Value,
};
use translate::tensorflow::read_node;

use crate::constants::constant_of_attr;
use crate::flexbuffer::decode_strings;
use crate::registration::{GraphPass, register};

register!("tfl-lift-tflite-flex-ops", "Makes TensorFlow's operations of TFLite's Flex ones", GraphPass(run));

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    for op in graph.all_ops() {
        let code = match graph.is(ctx, op, "tfl.custom") {
            true => graph.attr(ctx, op, "custom_code").and_then(|attr| ctx.attr_str(attr)),
            false => None,
        };
        let Some(name) = code.as_deref().and_then(|code| code.strip_prefix("Flex")) else { continue };
        match lift(ctx, graph, op, name) {
            Ok(()) => state.count("operations lifted", 1),
            Err(why) => {
                let text = format!("`Flex{name}` stays a custom operation: {why}");
                state.diags.push(Diagnostic::warning("flex-op", text).at(graph.loc(op)));
            }
        }
    }
    Ok(())
}

/// `Err` says why `op` cannot be TensorFlow's operation `name`.
fn lift(ctx: &Context, graph: &mut Graph, op: Op, name: &str) -> Result<(), String> {
    let option = graph.attr(ctx, op, "custom_option").and_then(|attr| constant_of_attr(ctx, attr));
    let bytes = option.and_then(|id| ctx.const_bytes(id)).ok_or("it has no options")?;
    let strings = decode_strings(&bytes).ok_or("its options are no vector of strings")?;
    let [said, node] = strings[..] else { return Err("its options are not a name and a node".into()) };
    if said != name.as_bytes() {
        return Err(format!("its options are those of `{}`", String::from_utf8_lossy(said)));
    }
    let node = read_node(ctx, node)?;
    let new = ctx.op_name(&format!("tf.{name}"));
    let spec = ctx.op_spec(new).ok_or("TensorFlow has no such operation")?;
    let is_inherent =
        |key: StrId| spec.attr(&ctx.str_text(key)).is_some_and(|(_, row)| row.presence != Presence::Derived);
    let (mut props, attrs): (Vec<_>, Vec<_>) = node.attrs.into_iter().partition(|entry| is_inherent(entry.0));
    let all = ctx.dict(props.iter().chain(&attrs).copied());
    for (key, rows) in
        [(OpSpec::OPERAND_SEGMENT_SIZES, &spec.operands), (OpSpec::RESULT_SEGMENT_SIZES, &spec.results)]
    {
        if spec.attr(key).is_some() {
            let sizes =
                segments(ctx, spec, rows, all).ok_or("its attributes do not say how many values it has")?;
            props.push((ctx.str(key), sizes));
        }
    }
    let operands: Vec<Value> = graph.operands(op).collect();
    let results: Vec<TypeId> =
        graph.result_types(op).enumerate().map(|(i, ty)| result(ctx, name, i, ty)).collect();
    let mut state =
        OpState::new(new, graph.loc(op)).operands(operands).results(results).props(ctx.dict(props));
    state.attrs = ctx.dict(attrs);
    let new = graph.create_op(state);
    graph.insert_before(op, new);
    crate::control_flow::replace_op(graph, op, new);
    Ok(())
}

/// How many values each of `rows` stands for, by the attributes `attrs`.
fn segments(ctx: &Context, spec: &OpSpec, rows: &List<ValueSpec>, attrs: DictId) -> Option<AttrId> {
    let attr = |index: u8| ctx.dict_get(attrs, &spec.attrs.get(usize::from(index))?.name);
    let size = |row: &ValueSpec| -> Option<i32> {
        match (row.arity, &row.elems) {
            (Arity::NumberAttr(index), _) => i32::try_from(ctx.attr_int(attr(index)?)?).ok(),
            (_, ElemRule::TypeListAttr(index)) => match ctx.attr_of(attr(*index)?) {
                Attr::Array(items) => i32::try_from(items.len()).ok(),
                _ => None,
            },
            _ => Some(1),
        }
    };
    let sizes = rows.iter().map(size).collect::<Option<Vec<i32>>>()?;
    let bytes: Vec<u8> = sizes.iter().flat_map(|size| size.to_le_bytes()).collect();
    Some(ctx.attr(Attr::DenseArray { elem: TypeId::I32, bytes: bytes.into() }))
}

/// The type of result `index` in TensorFlow, where TFLite has another: it has no handles of arrays.
fn result(ctx: &Context, name: &str, index: usize, ty: TypeId) -> TypeId {
    match (name, index, ctx.type_of(ty)) {
        ("TensorArrayV3", 0, Type::Tensor { shape, elem, encoding }) if *elem == TypeId::I32 => {
            let elem = ctx.ty(Type::Dialect { name: ctx.str("tf_type.resource"), params: Box::default() });
            ctx.ty(Type::Tensor { shape: shape.clone(), elem, encoding: *encoding })
        }
        ("TensorArrayV3", 1, _) => ctx.tensor(&[], TypeId::F32),
        _ => ty,
    }
}
