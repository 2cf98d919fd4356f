//! One operation against its row.

use smallvec::SmallVec;

use super::{OpInfo, Verifier};
use crate::attrs::{Attr, AttrId};
use crate::consts::ConstId;
use crate::context::Context;
use crate::dims::Dim;
use crate::graph::{Graph, Op, Value};
use crate::spec::{AttrKind, ElemRule, OpSpec, OpView, OperandInfo, Presence, Traits};
use crate::text::{attr_text, type_text};
use crate::types::{Type, TypeId};

impl Verifier<'_, '_> {
    /// Counts, types, attributes and traits, then the row's own check.
    pub(super) fn operation(&mut self, graph: &Graph, op: Op, info: OpInfo<'_>) {
        let Some(spec) = info.spec else { return };
        let mut types: SmallVec<[TypeId; 6]> = graph.operand_types(op).collect();
        let operand_count = types.len();
        types.extend(graph.result_types(op));
        let key = (graph.op_name(op), graph.props(op), operand_count, types);
        if spec.regions.is_some() || graph.has_extra(op) {
            self.check_regions(graph, op, spec);
        }
        let is_known = self.known.contains(&key);
        if is_known && spec.hooks.verify.is_none() {
            return;
        }
        let (ctx, props) = (self.ctx, graph.props(op));
        let operands: SmallVec<[OperandInfo<'_>; 6]> = graph
            .operands(op)
            .map(|value| {
                let konst = if spec.hooks.verify.is_some() { constant(ctx, graph, value) } else { None };
                OperandInfo { ty: graph.value_type(value), konst, dims: None }
            })
            .collect();
        let view = OpView { ctx, spec, props, operands: &operands, results: &key.3[operand_count..] };
        if !is_known {
            let mut faults = Vec::new();
            faults.extend(check_values(&view).err());
            check_attrs(&view, &mut faults);
            faults.extend(check_traits(&view).err());
            if faults.is_empty() {
                self.known.insert(key.clone());
            } else {
                for message in faults {
                    self.fault(graph, op, message);
                }
                // The row's own check may take for granted what was just found missing.
                return;
            }
        }
        if let Some(Err(message)) = spec.hooks.verify.map(|verify| verify(&view)) {
            self.fault(graph, op, message);
        }
    }

    /// Types and ranks of operands and results as the runtime wants them.
    pub(super) fn runtime_types(&mut self, graph: &Graph, op: Op, spec: &OpSpec) {
        let types = graph.operand_types(op);
        let operands: SmallVec<[OperandInfo<'_>; 6]> =
            types.map(|ty| OperandInfo { ty, konst: None, dims: None }).collect();
        let results: SmallVec<[TypeId; 4]> = graph.result_types(op).collect();
        let view =
            OpView { ctx: self.ctx, spec, props: graph.props(op), operands: &operands, results: &results };
        if let Err(message) = view.check_types() {
            self.fault(graph, op, message);
        }
    }

    fn check_regions(&mut self, graph: &Graph, op: Op, spec: &OpSpec) {
        let inner = graph.inner(op);
        let regions = graph.regions(op).len() + inner.map_or(0, |inner| inner.roots().len());
        if let Some(wanted) = spec.regions.map(usize::from).filter(|&wanted| wanted != regions) {
            self.fault(graph, op, format!("has {regions} regions, not {wanted}"));
        }
        if spec.traits.has(Traits::SINGLE_BLOCK) {
            let many = |graph: &Graph, regions: &[crate::Region]| {
                regions.iter().any(|&region| graph.blocks(region).len() > 1)
            };
            if many(graph, graph.regions(op)) || inner.is_some_and(|inner| many(inner, inner.roots())) {
                self.fault(graph, op, "has a region with several blocks");
            }
        }
    }
}

/// Types by their rows. What the runtime takes as operands of its operators is no matter of well-formed IR: programs on
/// their way to it may have other types, and are checked by [`super::verify_runtime`].
fn check_values(view: &OpView<'_>) -> Result<(), String> {
    if view.spec.tflite.is_none() {
        view.check_types()?;
        return check_type_attrs(view);
    }
    let counts = [
        (
            "operands",
            view.spec.operand_segments(view.ctx, view.props, view.operands.len()),
            view.operands.len(),
        ),
        ("results", view.spec.result_segments(view.ctx, view.props, view.results.len()), view.results.len()),
    ];
    match counts.iter().find(|(_, segments, _)| segments.is_none()) {
        Some((what, _, count)) => Err(format!("{count} {what} do not fit its definition")),
        None => Ok(()),
    }
}

/// All values of one type attribute have one element type. MLIR takes the attribute from the first of them and asks only
/// elementwise operations for more.
fn check_type_attrs(view: &OpView<'_>) -> Result<(), String> {
    let (ctx, spec) = (view.ctx, view.spec);
    if !spec.traits.has(Traits::ELEMENTWISE) {
        return Ok(());
    }
    if !spec.operands.iter().chain(spec.results.iter()).any(|row| matches!(row.elems, ElemRule::TypeAttr(_)))
    {
        return Ok(());
    }
    let mut known: SmallVec<[(u8, TypeId); 4]> = SmallVec::new();
    let operands: SmallVec<[TypeId; 6]> = view.operands.iter().map(|operand| operand.ty).collect();
    for (rows, types, segments) in [
        (&spec.operands, &operands[..], spec.operand_segments(ctx, view.props, operands.len())),
        (&spec.results, view.results, spec.result_segments(ctx, view.props, view.results.len())),
    ] {
        let mut at = 0;
        for (row, size) in rows.iter().zip(segments.unwrap_or_default()) {
            let ElemRule::TypeAttr(index) = row.elems else {
                at += size;
                continue;
            };
            for &ty in &types[at..at + size] {
                let elem = ctx.elem_type(ty);
                match known.iter().find(|entry| entry.0 == index) {
                    Some(&(_, other)) if other != elem && ctx.elem_name(other) != ctx.elem_name(elem) => {
                        let name = spec.attrs.get(usize::from(index)).map_or("", |row| &row.name);
                        let (elem, other) = (type_text(ctx, elem), type_text(ctx, other));
                        return Err(format!(
                            "has the element types {other} and {elem} for one attribute `{name}`"
                        ));
                    }
                    Some(_) => {}
                    None => known.push((index, elem)),
                }
            }
            at += size;
        }
    }
    Ok(())
}

/// The elements of `value` where it is a constant.
fn constant(ctx: &Context, graph: &Graph, value: Value) -> Option<ConstId> {
    let op = graph.defining_op(value)?;
    if !graph.has_trait(ctx, op, Traits::CONSTANT_LIKE) {
        return None;
    }
    match ctx.attr_of(ctx.dict_get(graph.props(op), "value")?) {
        Attr::Elements(id) => Some(*id),
        _ => None,
    }
}

fn check_attrs(view: &OpView<'_>, faults: &mut Vec<String>) {
    let ctx = view.ctx;
    for row in view.spec.attrs.iter() {
        let Some(attr) = ctx.dict_get(view.props, &row.name) else {
            if row.presence == Presence::Required {
                faults.push(format!("needs the attribute `{}`", row.name));
            }
            continue;
        };
        if let Err(message) = check_kind(ctx, &row.kind, attr) {
            faults.push(format!(
                "has {} as attribute `{}`, which {message}",
                short_text(ctx, attr),
                row.name
            ));
        }
    }
}

/// An attribute for a message.
fn short_text(ctx: &Context, attr: AttrId) -> String {
    const MOST: usize = 60;
    let text = attr_text(ctx, attr);
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("`{}...`", &text[..end]),
        None => format!("`{text}`"),
    }
}

/// Whether an attribute holds what its row says; `Err` is a clause.
fn check_kind(ctx: &Context, kind: &AttrKind, attr: AttrId) -> Result<(), String> {
    let attr = ctx.attr_of(attr);
    let all = |wanted: fn(&Context, &Attr) -> bool| match attr {
        Attr::Array(items) => items.iter().all(|&item| wanted(ctx, ctx.attr_of(item))),
        _ => false,
    };
    let (fits, wanted) = match kind {
        AttrKind::Any => (true, ""),
        AttrKind::Bool => (matches!(attr, Attr::Bool(_)), "is no bool"),
        AttrKind::Int(_) => (is_int(ctx, attr), "is no integer"),
        AttrKind::F32 => (is_float(ctx, attr), "is no float"),
        AttrKind::Str => (is_string(ctx, attr), "is no string"),
        AttrKind::Type => (is_type(ctx, attr), "is no type"),
        AttrKind::Shape => (is_shape(ctx, attr), "is no shape"),
        AttrKind::Elements => (matches!(attr, Attr::Elements(_) | Attr::Opaque { .. }), "is no tensor"),
        AttrKind::Symbol => (is_symbol(ctx, attr), "is no symbol"),
        AttrKind::Ints(_) => (is_numbers(attr) || all(is_int), "is no list of integers"),
        AttrKind::Floats => (is_numbers(attr) || all(is_float), "is no list of floats"),
        AttrKind::Bools => {
            (is_numbers(attr) || all(|_, attr| matches!(attr, Attr::Bool(_))), "is no list of bools")
        }
        AttrKind::Strs => (all(is_string), "is no list of strings"),
        AttrKind::Types => (all(is_type), "is no list of types"),
        AttrKind::Shapes => (all(is_shape), "is no list of shapes"),
        AttrKind::Symbols => (all(is_symbol), "is no list of symbols"),
        AttrKind::Bytes => (matches!(attr, Attr::Elements(_) | Attr::Opaque { .. }), "is no list of bytes"),
        AttrKind::Dict => (matches!(attr, Attr::Dict(_)), "is no dictionary"),
        AttrKind::Enum(words) => {
            let Attr::String(word) = attr else { return Err(format!("is no word of {}", words.name)) };
            let word = ctx.str_text(*word);
            if words.number(&word).is_some() {
                return Ok(());
            }
            let known: Vec<&str> = words.cases.iter().map(|case| case.0).collect();
            return Err(format!("is none of {}", known.join(", ")));
        }
    };
    if fits { Ok(()) } else { Err(wanted.into()) }
}

fn is_int(_: &Context, attr: &Attr) -> bool {
    matches!(attr, Attr::Integer { .. } | Attr::Bool(_))
}

fn is_float(_: &Context, attr: &Attr) -> bool {
    matches!(attr, Attr::Float { .. })
}

fn is_string(_: &Context, attr: &Attr) -> bool {
    matches!(attr, Attr::String(_))
}

/// TensorFlow also writes types as strings, `"tfdtype$DT_FLOAT"`.
fn is_type(ctx: &Context, attr: &Attr) -> bool {
    match attr {
        Attr::Type(_) => true,
        Attr::String(text) => ctx.str_bytes(*text).starts_with(b"tfdtype$"),
        _ => false,
    }
}

fn is_shape(_: &Context, attr: &Attr) -> bool {
    matches!(
        attr,
        Attr::Opaque { .. } | Attr::Dialect { .. } | Attr::Type(_) | Attr::Array(_) | Attr::DenseArray { .. }
    )
}

/// A function is a symbol, a name, or a symbol with attributes.
fn is_symbol(_: &Context, attr: &Attr) -> bool {
    matches!(attr, Attr::Symbol(_) | Attr::String(_) | Attr::Dialect { .. } | Attr::Opaque { .. })
}

fn is_numbers(attr: &Attr) -> bool {
    matches!(attr, Attr::DenseArray { .. } | Attr::Elements(_))
}

fn check_traits(view: &OpView<'_>) -> Result<(), String> {
    let traits = view.spec.traits;
    let ctx = view.ctx;
    let types = || view.operands.iter().map(|operand| operand.ty).chain(view.results.iter().copied());
    let Some(first) = types().next() else { return Ok(()) };
    for ty in types() {
        if traits.has(Traits::SAME_TYPE) || traits.has(Traits::SAME_ELEM) {
            let (a, b) = (ctx.elem_type(first), ctx.elem_type(ty));
            // Quantized types of one storage type may differ in scale; other dialects' types in their parameters.
            if a != b && (ctx.elem_name(a) != ctx.elem_name(b) || ctx.elem_name(a) == "other") {
                return Err(format!(
                    "has operands and results of several element types: {} and {}",
                    type_text(ctx, a),
                    type_text(ctx, b)
                ));
            }
        }
        let same_shape = traits.has(Traits::SAME_TYPE) || traits.has(Traits::SAME_SHAPE);
        if same_shape && !compatible(ctx, first, ty) {
            return Err(format!(
                "has operands and results of several shapes: {} and {}",
                type_text(ctx, first),
                type_text(ctx, ty)
            ));
        }
    }
    if traits.has(Traits::BROADCAST) { check_broadcast(view) } else { Ok(()) }
}

/// Whether the shapes may be one at run time.
fn compatible(ctx: &Context, a: TypeId, b: TypeId) -> bool {
    match (ctx.type_of(a), ctx.type_of(b)) {
        (Type::Tensor { shape: a, .. }, Type::Tensor { shape: b, .. }) => {
            a.len() == b.len()
                && a.iter().zip(b).all(|(a, b)| !matches!((a, b), (Dim::Fixed(a), Dim::Fixed(b)) if a != b))
        }
        (Type::Tensor { .. }, Type::UnrankedTensor(_)) | (Type::UnrankedTensor(_), Type::Tensor { .. }) => {
            true
        }
        (Type::Tensor { .. } | Type::UnrankedTensor(_), _)
        | (_, Type::Tensor { .. } | Type::UnrankedTensor(_)) => ctx.is_tensor(a) == ctx.is_tensor(b),
        _ => true,
    }
}

/// Operands must broadcast, to the last dimensions of the result where both are known; as in MLIR, the result may have
/// more dimensions before them.
fn check_broadcast(view: &OpView<'_>) -> Result<(), String> {
    let ctx = view.ctx;
    let mut shapes: SmallVec<[&[Dim]; 4]> = SmallVec::new();
    for operand in view.operands {
        match ctx.shape(operand.ty) {
            Some(shape) => shapes.push(shape),
            None => return Ok(()),
        }
    }
    let rank = shapes.iter().map(|shape| shape.len()).max().unwrap_or(0);
    let result = view.results.first().and_then(|&ty| ctx.shape(ty));
    if let Some(result) = result.filter(|result| result.len() < rank) {
        return Err(format!(
            "has operands that broadcast to rank {rank}, but a result of rank {}",
            result.len()
        ));
    }
    for from_end in 0..rank {
        let mut joint = None;
        let mut is_open = false;
        for shape in &shapes {
            match shape.len().checked_sub(from_end + 1).map(|at| shape[at]) {
                Some(Dim::Fixed(1)) | None => {}
                Some(Dim::Fixed(n)) => match joint {
                    Some(other) if other != n => {
                        let list: Vec<String> =
                            view.operands.iter().map(|operand| type_text(ctx, operand.ty)).collect();
                        return Err(format!("has operands that do not broadcast: {}", list.join(", ")));
                    }
                    _ => joint = Some(n),
                },
                Some(_) => is_open = true,
            }
        }
        let declared = result.and_then(|result| result[result.len() - 1 - from_end].fixed());
        let wanted = joint.or(if is_open { None } else { Some(1) });
        if let (Some(declared), Some(wanted)) = (declared, wanted)
            && declared != wanted
        {
            let at = rank - 1 - from_end;
            return Err(format!(
                "has operands that broadcast to {wanted} in dimension {at}, but a result of {declared}"
            ));
        }
    }
    Ok(())
}
