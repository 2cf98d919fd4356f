//! An operation of the IR as a plugin sees it.

use std::collections::BTreeMap;

use core_ir::spec::Presence;
use core_ir::text::{attr_text, type_text};
use core_ir::{Attr, AttrId, ConstId, Context, DictId, Dim, Graph, Type, TypeId};
use dialects::tf::types::read_shape;
use passes::candidates::Request;
use passes::constants::constant_of;

use crate::instance::ConstOperand;
use crate::model;

/// What attributes of TensorFlow's begin with that say nothing about the computation.
const SILENT: &[&str] = &["_", "device"];

/// What a plugin gets to see of an operation, and its constant operands.
pub fn view(request: &Request<'_>) -> (model::OpView, Vec<Option<ConstOperand>>) {
    let Request { ctx, graph, op, name, .. } = *request;
    let consts: Vec<Option<ConstOperand>> = graph
        .operands(op)
        .map(|value| constant_of(ctx, graph, value).map(|id| const_operand(ctx, id)))
        .collect();
    let operands = graph.operand_types(op).zip(&consts).map(|(ty, constant)| model::Operand {
        ty: tensor_type(ctx, ty),
        const_len: constant.as_ref().map(ConstOperand::len),
    });
    let view = model::OpView {
        name: name.to_owned(),
        attrs: attrs(request),
        operands: operands.collect(),
        results: graph.result_types(op).map(|ty| tensor_type(ctx, ty)).collect(),
    };
    (view, consts)
}

/// The constant that each operand is, for knowing an operation again.
pub fn const_ids(ctx: &Context, graph: &Graph, op: core_ir::Op) -> Vec<Option<ConstId>> {
    graph.operands(op).map(|value| constant_of(ctx, graph, value)).collect()
}

fn const_operand(ctx: &Context, id: ConstId) -> ConstOperand {
    let constant = ctx.const_of(id);
    ConstOperand::new(constant.data.clone(), ctx.element_count(constant.ty).unwrap_or(0))
}

/// Attributes by name: defaults of the operation's row, then what is written.
fn attrs(request: &Request<'_>) -> Vec<model::NamedAttr> {
    let Request { ctx, graph, op, composite, .. } = *request;
    let mut found: BTreeMap<String, AttrId> = BTreeMap::new();
    let mut add = |dict: DictId| {
        for &(name, attr) in ctx.dict_entries(dict) {
            let name = ctx.str_text(name).into_owned();
            if !SILENT.iter().any(|start| name.starts_with(start)) && !name.contains('.') {
                found.insert(name, attr);
            }
        }
    };
    match composite {
        Some(dict) => add(dict),
        None => {
            add(graph.attrs(op));
            add(graph.props(op));
            if let Some(spec) = graph.spec(ctx, op) {
                for row in spec.attrs.iter().filter(|row| row.presence != Presence::Derived) {
                    if let Some(attr) = ctx.default_attr(spec, &row.name) {
                        found.entry(row.name.to_string()).or_insert(attr);
                    }
                }
            }
        }
    }
    found.into_iter().map(|(name, id)| model::NamedAttr { name, value: attr(ctx, id) }).collect()
}

/// A type; what is no tensor has its text for an element type and no shape.
pub fn tensor_type(ctx: &Context, ty: TypeId) -> model::TensorType {
    match ctx.type_of(ty) {
        Type::Tensor { shape, elem, .. } => {
            model::TensorType { elem: type_text(ctx, *elem), dims: Some(sizes(shape)) }
        }
        Type::UnrankedTensor(elem) => model::TensorType { elem: type_text(ctx, *elem), dims: None },
        _ => model::TensorType { elem: type_text(ctx, ty), dims: None },
    }
}

fn sizes(dims: &[Dim]) -> Vec<Option<u64>> {
    dims.iter().map(|dim| dim.fixed().and_then(|n| u64::try_from(n).ok())).collect()
}

/// The first case that holds an attribute whole.
pub fn attr(ctx: &Context, id: AttrId) -> model::Attr {
    let opaque = || model::Attr::Opaque(attr_text(ctx, id));
    match ctx.attr_of(id) {
        Attr::Unit => model::Attr::Unit,
        Attr::Bool(value) => model::Attr::Boolean(*value),
        Attr::Integer { value, .. } => i64::try_from(*value).map_or_else(|_| opaque(), model::Attr::Int),
        Attr::Float { value, .. } => model::Attr::Float(value.get()),
        Attr::String(text) => match String::from_utf8(ctx.str_bytes(*text).to_vec()) {
            Ok(text) => model::Attr::Text(text),
            Err(bytes) => model::Attr::Bytes(bytes.into_bytes()),
        },
        Attr::Type(ty) => model::Attr::Ty(type_text(ctx, *ty)),
        Attr::Array(items) => list(ctx, items).unwrap_or_else(opaque),
        Attr::Symbol(path) => match &path[..] {
            [name] => model::Attr::Symbol(ctx.str_text(*name).into_owned()),
            _ => opaque(),
        },
        Attr::Elements(id) => dense(ctx, *id).unwrap_or_else(opaque),
        Attr::DenseArray { elem, bytes } => dense_array(ctx, *elem, bytes).unwrap_or_else(opaque),
        Attr::Opaque { text, .. } => {
            let dims = read_shape(&ctx.str_text(*text));
            dims.map_or_else(opaque, |dims| model::Attr::Shape(dims.as_deref().map(sizes)))
        }
        Attr::Dialect { name, params } => match (ctx.str_bytes(*name), &params[..]) {
            (b"tf_type.func", &[symbol, dict]) if matches!(ctx.attr_of(dict), Attr::Dict(DictId::EMPTY)) => {
                attr(ctx, symbol)
            }
            _ => opaque(),
        },
        Attr::Dict(_) | Attr::Sparse { .. } | Attr::Location(_) => opaque(),
    }
}

/// A list whose elements are of one case.
fn list(ctx: &Context, items: &[AttrId]) -> Option<model::Attr> {
    macro_rules! lists {
        ($($one:ident $many:ident),*) => {{
            let items: Vec<model::Attr> = items.iter().map(|&item| attr(ctx, item)).collect();
            match items.first() {
                None => Some(model::Attr::Ints(Vec::new())),
                $(Some(model::Attr::$one(_)) => {
                    let one = |item| match item {
                        model::Attr::$one(value) => Some(value),
                        _ => None,
                    };
                    items.into_iter().map(one).collect::<Option<_>>().map(model::Attr::$many)
                })*
                Some(_) => None,
            }
        }};
    }
    lists!(Boolean Booleans, Int Ints, Float Floats, Text Texts, Ty Types, Shape Shapes, Symbol Symbols)
}

/// Elements of a tensor's that says nothing besides shape and element type.
fn dense(ctx: &Context, id: ConstId) -> Option<model::Attr> {
    let ty = ctx.const_type(id);
    let is_plain = matches!(ctx.type_of(ty), Type::Tensor { encoding: None, .. });
    let data = || const_operand(ctx, id).bytes().to_vec();
    is_plain.then(|| model::Attr::Dense(model::Tensor { ty: tensor_type(ctx, ty), data: data() }))
}

fn dense_array(ctx: &Context, elem: TypeId, bytes: &[u8]) -> Option<model::Attr> {
    let width = ctx.elem_bytes(elem).filter(|&width| width > 0)?;
    let pieces = bytes.chunks_exact(width);
    match ctx.type_of(elem) {
        Type::Float(_) => Some(model::Attr::Floats(
            pieces.map(|piece| ctx.float_from_bytes(elem, piece)).collect::<Option<_>>()?,
        )),
        Type::Integer { width: 1, .. } => {
            Some(model::Attr::Booleans(bytes.iter().map(|&byte| byte != 0).collect()))
        }
        Type::Integer { .. } if width <= 8 => {
            let signed = |piece: &[u8]| {
                let fill = if piece[width - 1] >= 0x80 { 0xff } else { 0 };
                let mut raw = [fill; 8];
                raw[..width].copy_from_slice(piece);
                i64::from_le_bytes(raw)
            };
            Some(model::Attr::Ints(pieces.map(signed).collect()))
        }
        _ => None,
    }
}
