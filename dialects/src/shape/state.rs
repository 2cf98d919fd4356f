//! Variables, lists and tables: what lies behind handles.

use core_ir::{Attr, Dim, OpView, Type, TypeId};

use super::{Answer, Shape, as_declared, one, same_shape, scalar, shape_operand};

/// The tensor type that the handle in operand `i` says it holds: `tensor<!tf_type.resource<tensor<f32>>>`.
fn held(view: &OpView<'_>, i: usize) -> Option<TypeId> {
    match view.ctx.type_of(view.elem(i)) {
        Type::Dialect { params, .. } => match view.ctx.attr_of(*params.first()?) {
            Attr::Type(ty) if view.ctx.is_tensor(*ty) => Some(*ty),
            _ => None,
        },
        _ => None,
    }
}

fn held_shape(view: &OpView<'_>, i: usize) -> Shape {
    view.ctx.shape(held(view, i)?).map(<[Dim]>::to_vec)
}

/// `ReadVariableOp`, `tfl.read_variable`: what the variable holds.
pub(crate) fn read_variable(view: &OpView<'_>) -> Answer {
    match held(view, 0) {
        Some(ty) => one(view, view.ctx.shape(ty).map(<[Dim]>::to_vec), view.ctx.elem_type(ty)),
        None => as_declared_or_dtype(view),
    }
}

fn as_declared_or_dtype(view: &OpView<'_>) -> Answer {
    match view.type_attr("dtype") {
        Some(elem) if view.results.is_empty() => one(view, None, elem),
        _ => as_declared(view),
    }
}

/// A scalar handle: `VarHandleOp` and other handles whose type says more than can be computed.
pub(crate) fn handle(view: &OpView<'_>) -> Answer {
    one(view, Some(Vec::new()), resource(view))
}

/// `tfl.hashtable`: a vector of one handle.
pub(crate) fn hashtable(view: &OpView<'_>) -> Answer {
    one(view, Some(vec![Dim::Fixed(1)]), resource(view))
}

/// The declared resource type, else one that does not say what it holds.
fn resource(view: &OpView<'_>) -> TypeId {
    if !view.results.is_empty() {
        return view.result_elem(0);
    }
    let name = view.ctx.str("tf_type.resource");
    view.ctx.ty(Type::Dialect { name, params: Box::default() })
}

/// A scalar list handle: `TensorListReserve`, `TensorListSetItem`, ... The handle's type is the declared one, else that
/// of operand 0 where it is a list.
pub(crate) fn list(view: &OpView<'_>) -> Answer {
    let elem = match view.ctx.type_of(view.elem(0)) {
        Type::Dialect { name, .. } if view.ctx.str_bytes(*name) == b"tf_type.variant" => view.elem(0),
        _ => {
            let name = view.ctx.str("tf_type.variant");
            view.ctx.ty(Type::Dialect { name, params: Box::default() })
        }
    };
    one(view, Some(Vec::new()), elem)
}

/// The shape of an element: what operand `i` spells, met with what the list's type says.
fn element_shape(view: &OpView<'_>, i: usize) -> Result<Shape, String> {
    // A scalar of -1 says that nothing is known.
    let spelled = match view.shape(i) {
        Some([]) => None,
        _ => shape_operand(view, i)?,
    };
    same_shape(spelled, held_shape(view, 0))
}

fn element_type(view: &OpView<'_>) -> TypeId {
    let held = held(view, 0).map(|ty| view.ctx.elem_type(ty));
    view.type_attr("element_dtype").or(held).unwrap_or_else(|| view.result_elem(0))
}

/// `TensorListGetItem`: operand 2 spells the shape of an element.
pub(crate) fn list_get_item(view: &OpView<'_>) -> Answer {
    one(view, element_shape(view, 2)?, element_type(view))
}

/// `TensorListStack`: all elements under a new first dimension.
pub(crate) fn list_stack(view: &OpView<'_>) -> Answer {
    let count = match view.int("num_elements") {
        Some(n) if n >= 0 => Dim::Fixed(n),
        _ => Dim::Dynamic,
    };
    let shape = element_shape(view, 1)?.map(|dims| [&[count], &*dims].concat());
    one(view, shape, element_type(view))
}

/// `TensorListGather`: the elements that operand 1 lists; operand 2 spells the shape of one.
pub(crate) fn list_gather(view: &OpView<'_>) -> Answer {
    let count = match view.shape(1) {
        Some(&[count]) => count,
        _ => Dim::Dynamic,
    };
    let shape = element_shape(view, 2)?.map(|dims| [&[count], &*dims].concat());
    one(view, shape, element_type(view))
}

/// `TensorListLength`: a scalar.
pub(crate) fn list_length(view: &OpView<'_>) -> Answer {
    one(view, Some(Vec::new()), TypeId::I32)
}

/// `TensorListElementShape`: a vector.
pub(crate) fn list_element_shape(view: &OpView<'_>) -> Answer {
    let rank = held_shape(view, 0).map_or(Dim::Dynamic, |dims| Dim::Fixed(dims.len() as i64));
    one(view, Some(vec![rank]), view.type_attr("shape_type").unwrap_or(TypeId::I32))
}

/// `ResourceGather`: rows of a variable.
pub(crate) fn resource_gather(view: &OpView<'_>) -> Answer {
    let shape = match (held_shape(view, 0), view.shape(1)) {
        (Some(params), Some(indices)) if !params.is_empty() => Some([indices, &params[1..]].concat()),
        _ => None,
    };
    let held = held(view, 0).map(|ty| view.ctx.elem_type(ty));
    match held.or_else(|| view.type_attr("dtype")) {
        Some(elem) => one(view, shape, elem),
        None => as_declared(view),
    }
}

/// `VariableShape`: a vector with an entry for each dimension of a variable.
pub(crate) fn variable_shape(view: &OpView<'_>) -> Answer {
    let rank = held_shape(view, 0).map_or(Dim::Dynamic, |dims| Dim::Fixed(dims.len() as i64));
    one(view, Some(vec![rank]), view.type_attr("out_type").unwrap_or(TypeId::I32))
}

/// `VarIsInitializedOp`: a bool.
pub(crate) fn is_initialized(view: &OpView<'_>) -> Answer {
    one(view, Some(Vec::new()), TypeId::I1)
}

/// `tfl.hashtable_size`, `LookupTableSizeV2`: a count.
pub(crate) fn table_size(view: &OpView<'_>) -> Answer {
    let shape =
        if view.ctx.elem_name(view.elem(0)) == "resource" { Vec::new() } else { vec![scalar(view, 0)] };
    one(view, Some(shape), TypeId::I64)
}

/// `LookupTableFindV2`, `tfl.hashtable_find`: a value for each key of operand 1.
pub(crate) fn table_find(view: &OpView<'_>) -> Answer {
    let values = view.shape(2);
    // A table may hold vectors, whose default then is one.
    let shape = match (view.shape(1), values) {
        (Some(keys), Some([])) => Some(keys.to_vec()),
        _ => None,
    };
    one(view, shape, view.elem(2))
}
