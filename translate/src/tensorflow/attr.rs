//! TensorFlow's attribute values, shapes and types in the IR.

use core_ir::{Attr, AttrId, Context, Dim, Type, TypeId};
use dialects::tf::types::shape_attr;

use super::checkpoint::MAX_RANK;
use super::dtype::DataType;
use super::proto::{AttrList, AttrValue, AttrValueValue, NameAttrList, TensorShapeProto};
use super::tensor;

/// Attributes of nodes that TensorFlow keeps for itself and that say nothing about what is computed.
const NOISE: &[&str] = &[
    // Read into result types.
    "_output_shapes",
    "_input_shapes",
    "_handle_dtypes",
    "_handle_shapes",
    "_handle_data",
    // Placement and scheduling.
    "_class",
    "_collective_manager_ids",
    "_has_manual_control_dependencies",
    "_parallel_execution",
    "_read_only_resource_inputs",
    "_num_original_outputs",
    "_lower_using_switch_merge",
    "_stateful_parallelism",
    "_construction_context",
    "_shared_rendezvous",
    "_disable_acd",
    "_noinline",
    "config_proto",
    "executor_type",
    // Training.
    "_gradient_op_type",
    "_backward_function",
    "_forward_function",
    "_forward_func_name",
    "_backward_func_name",
    "_gradient_function_call_id",
    "_specialize_for_grad",
];

/// Whether the node or function attribute `name` is dropped.
pub(crate) fn is_noise(name: &str) -> bool {
    NOISE.contains(&name)
}

/// `tensor<shape x elem>`; unranked when nothing is known, or when the rank is one that no tensor has.
pub(crate) fn tensor_type(ctx: &Context, shape: Option<&TensorShapeProto>, elem: TypeId) -> TypeId {
    match shape.and_then(dims) {
        Some(dims) => ctx.tensor(&dims, elem),
        None => ctx.unranked(elem),
    }
}

/// The dimensions, open ones for negative sizes.
pub(crate) fn dims(shape: &TensorShapeProto) -> Option<Vec<Dim>> {
    let is_ranked = !shape.unknown_rank && shape.dim.len() <= MAX_RANK;
    let dim = |size: i64| if size < 0 { Dim::Dynamic } else { Dim::Fixed(size) };
    is_ranked.then(|| shape.dim.iter().map(|d| dim(d.size)).collect())
}

/// `!tf_type.resource<tensor<...>>`
pub(crate) fn resource_of(ctx: &Context, inner: TypeId) -> TypeId {
    ctx.ty(Type::Dialect { name: ctx.str("tf_type.resource"), params: Box::new([ctx.type_attr(inner)]) })
}

/// Why an attribute has no form in the IR, as a clause: `"holds a tensor that has no known shape"`.
pub(crate) type Fault = String;

/// What an attribute value refers to besides plain data.
pub(crate) trait Symbols {
    /// The symbol of the library function `name`.
    fn function(&self, function: &NameAttrList) -> Result<AttrId, Fault>;
}

/// The attribute for `value`. `None` for a value without a kind.
pub(crate) fn convert(
    ctx: &Context,
    value: &AttrValue,
    symbols: &dyn Symbols,
) -> Result<Option<AttrId>, Fault> {
    let Some(value) = &value.value else { return Ok(None) };
    Ok(Some(match value {
        AttrValueValue::S(bytes) => ctx.attr(Attr::String(ctx.bytes(bytes))),
        AttrValueValue::I(value) => ctx.i64_attr(*value),
        AttrValueValue::F(value) => ctx.float_attr(f64::from(*value), TypeId::F32),
        AttrValueValue::B(value) => ctx.bool_attr(*value),
        AttrValueValue::Type(dtype) => dtype_attr(ctx, *dtype)?,
        AttrValueValue::Shape(shape) => shape_attr(ctx, dims(shape).as_deref()),
        AttrValueValue::Tensor(proto) => {
            let (ty, data) =
                tensor::decode(ctx, proto).map_err(|what| format!("holds a tensor that {what}"))?;
            ctx.elements_attr(ctx.constant(ty, data))
        }
        AttrValueValue::Func(function) => symbols.function(function)?,
        AttrValueValue::List(list) => convert_list(ctx, list, symbols)?,
        AttrValueValue::Placeholder(name) => {
            return Err(format!("stands for the attribute `{name}` of a generic function"));
        }
    }))
}

fn dtype_attr(ctx: &Context, dtype: i32) -> Result<AttrId, Fault> {
    let dtype = DataType(dtype);
    // Some ops have a type attribute that says nothing, `DT_INVALID`.
    if dtype.0 == 0 {
        return Ok(ctx.type_attr(TypeId::NONE));
    }
    let elem = dtype.element(ctx).ok_or_else(|| format!("holds the unknown type {dtype}"))?;
    Ok(ctx.type_attr(elem))
}

/// One kind of element is in use; an empty list has none.
fn convert_list(ctx: &Context, list: &AttrList, symbols: &dyn Symbols) -> Result<AttrId, Fault> {
    let mut items = Vec::new();
    items.extend(list.s.iter().map(|bytes| ctx.attr(Attr::String(ctx.bytes(bytes)))));
    items.extend(list.i.iter().map(|&value| ctx.i64_attr(value)));
    items.extend(list.f.iter().map(|&value| ctx.float_attr(f64::from(value), TypeId::F32)));
    items.extend(list.b.iter().map(|&value| ctx.bool_attr(value)));
    for &dtype in &list.r#type {
        items.push(dtype_attr(ctx, dtype)?);
    }
    items.extend(list.shape.iter().map(|shape| shape_attr(ctx, dims(shape).as_deref())));
    for proto in &list.tensor {
        let (ty, data) = tensor::decode(ctx, proto).map_err(|what| format!("holds a tensor that {what}"))?;
        items.push(ctx.elements_attr(ctx.constant(ty, data)));
    }
    for function in &list.func {
        items.push(symbols.function(function)?);
    }
    Ok(ctx.array_attr(&items))
}

/// The integer that an attribute value holds.
pub(crate) fn int(value: Option<&AttrValue>) -> Option<i64> {
    match value?.value {
        Some(AttrValueValue::I(value)) => Some(value),
        _ => None,
    }
}

/// The bytes that an attribute value holds.
pub(crate) fn bytes(value: Option<&AttrValue>) -> Option<&[u8]> {
    match &value?.value {
        Some(AttrValueValue::S(bytes)) => Some(bytes),
        _ => None,
    }
}

/// The type that an attribute value holds.
pub(crate) fn dtype(value: Option<&AttrValue>) -> Option<DataType> {
    match value?.value {
        Some(AttrValueValue::Type(dtype)) => Some(DataType(dtype)),
        _ => None,
    }
}

/// The shape that an attribute value holds.
pub(crate) fn shape(value: Option<&AttrValue>) -> Option<&TensorShapeProto> {
    match &value?.value {
        Some(AttrValueValue::Shape(shape)) => Some(shape),
        _ => None,
    }
}

/// The list that an attribute value holds.
pub(crate) fn list(value: Option<&AttrValue>) -> Option<&AttrList> {
    match &value?.value {
        Some(AttrValueValue::List(list)) => Some(list),
        _ => None,
    }
}

/// The tensor that an attribute value holds.
pub(crate) fn tensor_of(value: Option<&AttrValue>) -> Option<&super::proto::TensorProto> {
    match &value?.value {
        Some(AttrValueValue::Tensor(tensor)) => Some(tensor),
        _ => None,
    }
}
