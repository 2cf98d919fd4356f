//! `tfl-legalize-tensorlist`: operations on lists of tensors become the custom operations that TFLite's runtime has for
//! them, when it has all that the module uses.

use core_ir::pass::PassState;
use core_ir::rewriter::Rewriter;
use core_ir::{Attr, Context, Graph, Op, OpState, Reported, Type, TypeId, Value};

use crate::constants::constant_before;
use crate::functions::{for_each_graph, read_each_graph};
use crate::registration::{ModulePass, register};
use crate::tfl_custom_ops::tensor_type;

register!(
    "tfl-legalize-tensorlist",
    "Turns lists of tensors into custom operations of TFLite",
    ModulePass(run)
);

/// What a custom operation takes of the operation that it stands for.
enum Form {
    /// The first so many operands.
    Operands(usize),
    /// The same, and the element type as options.
    Typed(usize),
    /// A list that is reserved for no elements yet, with the element type as options.
    Empty,
}

/// Sorted by name.
const OPS: &[(&str, &str, Form)] = &[
    ("tf.EmptyTensorList", "TensorListReserve", Form::Empty),
    ("tf.TensorListElementShape", "TensorListElementShape", Form::Operands(1)),
    ("tf.TensorListFromTensor", "TensorListFromTensor", Form::Operands(2)),
    ("tf.TensorListGetItem", "TensorListGetItem", Form::Operands(3)),
    ("tf.TensorListLength", "TensorListLength", Form::Operands(1)),
    ("tf.TensorListPopBack", "TensorListPopBack", Form::Operands(2)),
    ("tf.TensorListPushBack", "TensorListPushBack", Form::Operands(2)),
    ("tf.TensorListReserve", "TensorListReserve", Form::Typed(2)),
    ("tf.TensorListSetItem", "TensorListSetItem", Form::Operands(3)),
    ("tf.TensorListStack", "TensorListStack", Form::Operands(2)),
];

/// Elements that the runtime's lists can hold, and those that it can add up.
const ELEMS: &[&str] = &["f32", "i64", "i32", "i1"];
const SUM_ELEMS: &[&str] = &["f32", "i32"];

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let mut unsupported = None;
    read_each_graph(module, &mut |graph| {
        graph.walk(&mut |op| {
            if unsupported.is_none() && !is_supported(ctx, graph, op) {
                unsupported = Some((ctx.op_text(graph.op_name(op)).to_owned(), graph.loc(op)));
            }
        });
    });
    if let Some((name, loc)) = unsupported {
        // A list that is half a custom operation would have no runtime at all.
        let text = format!("lists of tensors stay as they are, because `{name}` has no custom operation");
        state.diags.push(core_ir::Diagnostic::remark("tensor-list", text).at(loc));
        return Ok(());
    }
    for_each_graph(module, &mut |graph| {
        for op in graph.all_ops() {
            if convert(ctx, graph, op).is_some() {
                state.count("operations converted", 1);
            }
        }
    });
    Ok(())
}

/// Whether `op` has nothing to do with lists, or is a custom operation of the runtime for its elements.
fn is_supported(ctx: &Context, graph: &Graph, op: Op) -> bool {
    let name = ctx.op_text(graph.op_name(op));
    let is_supported =
        |elems: &[&str]| element(ctx, graph, op).is_some_and(|elem| elems.contains(&ctx.elem_name(elem)));
    let takes_or_gives = graph.operand_types(op).chain(graph.result_types(op)).any(|ty| is_variant(ctx, ty));
    match name {
        "tf.AddN" if takes_or_gives => is_supported(SUM_ELEMS),
        "tf.ZerosLike" => !takes_or_gives,
        _ if !name.contains("TensorList") => true,
        _ => OPS.binary_search_by(|row| row.0.cmp(name)).is_ok() && is_supported(ELEMS),
    }
}

fn is_variant(ctx: &Context, ty: TypeId) -> bool {
    matches!(ctx.type_of(ctx.elem_type(ty)), Type::Dialect { name, .. } if ctx.str_bytes(*name) == b"tf_type.variant")
}

/// The element type of the tensors in the list that `op` takes or gives, by the types of its values or by its
/// attribute.
fn element(ctx: &Context, graph: &Graph, op: Op) -> Option<TypeId> {
    let of_variant = |ty: TypeId| match ctx.type_of(ctx.elem_type(ty)) {
        Type::Dialect { params, .. } if is_variant(ctx, ty) => {
            match (params.len(), ctx.attr_of(*params.first()?)) {
                (1, Attr::Type(held)) => Some(ctx.elem_type(*held)),
                _ => None,
            }
        }
        _ => None,
    };
    let said = || match ctx.attr_of(ctx.dict_get(graph.props(op), "element_dtype")?) {
        Attr::Type(ty) => Some(*ty),
        _ => None,
    };
    graph.operand_types(op).chain(graph.result_types(op)).find_map(of_variant).or_else(said)
}

fn convert(ctx: &Context, graph: &mut Graph, op: Op) -> Option<()> {
    let name = ctx.op_text(graph.op_name(op));
    let mut operands: Vec<Value> = graph.operands(op).collect();
    let mut is_empty = false;
    let (code, options) = if name == "tf.AddN" && graph.operand_types(op).any(|ty| is_variant(ctx, ty)) {
        ("VariantAddN", Vec::new())
    } else {
        let at = OPS.binary_search_by(|row| row.0.cmp(name)).ok()?;
        let (_, code, form) = &OPS[at];
        let typed = || Some(vec![u8::try_from(tensor_type(ctx, element(ctx, graph, op)?)?).ok()?]);
        let options = match form {
            Form::Operands(_) => Vec::new(),
            Form::Typed(_) | Form::Empty => typed()?,
        };
        is_empty = matches!(form, Form::Empty);
        match form {
            Form::Operands(count) | Form::Typed(count) => operands.truncate(*count),
            Form::Empty => operands.truncate(1),
        }
        (*code, options)
    };
    let bytes = ctx.const_from_bytes(ctx.fixed_tensor(&[options.len() as i64], TypeId::UI8), &options);
    let props = ctx.dict([
        (ctx.str("custom_code"), ctx.str_attr(code)),
        (ctx.str("custom_option"), ctx.elements_attr(bytes)),
    ]);
    let results: Vec<TypeId> = graph.result_types(op).collect();
    let new =
        OpState::new(ctx.op_name("tfl.custom"), graph.loc(op)).operands(operands.clone()).results(results);
    let new = Rewriter::before(ctx, graph, op).insert(new.props(props));
    if is_empty {
        let none = ctx.const_from_bytes(ctx.tensor(&[], TypeId::I32), &0i32.to_le_bytes());
        let loc = graph.loc(op);
        operands.push(constant_before(ctx, graph, new, none, loc));
        graph.set_operands(new, &operands);
    }
    crate::control_flow::replace_op(graph, op, new);
    Some(())
}
