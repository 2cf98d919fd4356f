//! Uses of ops as short text: attributes `axis=1 padding="SAME" shape=[2,-1] DstT=f32`, operands `f32[b,3]` (unranked
//! `f32[*]`, absent `none`), constants `i32[2]{4,-1}`, and tensors computed from dimensions `i32[2]{b,3}`.

use core_ir::spec::{Hooks, OperandInfo, Traits};
use core_ir::{AttrId, ConstId, Context, DictId, Dim, OpSpec, OpView, TypeId};

/// An operand with its elements, as an inference function wants them.
pub(crate) struct Operand {
    /// The type.
    pub(crate) ty: TypeId,
    konst: Option<ConstId>,
    dims: Option<Vec<Dim>>,
}

impl Operand {
    /// An operand of which only the type is known.
    pub(crate) fn of_type(ty: TypeId) -> Self {
        Self { ty, konst: None, dims: None }
    }

    /// Reads `text`; `dim` gives the dimension of a name.
    pub(crate) fn parse(ctx: &Context, text: &str, dim: &dyn Fn(&str) -> Dim) -> Self {
        let Some((elem, rest)) = text.split_once('[') else { return Self::of_type(elem(ctx, text)) };
        let (shape, values) = rest.split_once(']').expect("a shape");
        let elem = self::elem(ctx, elem);
        if shape == "*" {
            return Self::of_type(ctx.unranked(elem));
        }
        let parse = |text: &str| text.parse().map_or_else(|_| dim(text), Dim::Fixed);
        let shape: Vec<Dim> = list(shape).map(parse).collect();
        let ty = ctx.tensor(&shape, elem);
        let Some(values) = values.strip_prefix('{').and_then(|values| values.strip_suffix('}')) else {
            return Self::of_type(ty);
        };
        if elem == TypeId::F32 {
            let bytes = list(values).flat_map(|x| x.parse::<f32>().expect("a number").to_le_bytes());
            let bytes: Vec<u8> = bytes.collect();
            return Self { konst: Some(ctx.const_from_bytes(ty, &bytes)), ..Self::of_type(ty) };
        }
        let dims: Vec<Dim> = list(values).map(parse).collect();
        let numbers: Option<Vec<i64>> = dims.iter().map(|dim| dim.fixed()).collect();
        let Some(numbers) = numbers else { return Self { dims: Some(dims), ..Self::of_type(ty) } };
        let width = ctx.elem_bytes(elem).expect("a width");
        let bytes: Vec<u8> = numbers.iter().flat_map(|n| n.to_le_bytes()[..width].to_vec()).collect();
        Self { konst: Some(ctx.const_from_bytes(ty, &bytes)), ..Self::of_type(ty) }
    }

    /// Forgets the elements where they are not constant.
    pub(crate) fn without_dims(self) -> Self {
        Self { dims: None, ..self }
    }

    /// Whether the elements are constant.
    pub(crate) fn is_const(&self) -> bool {
        self.konst.is_some()
    }
}

/// The element type called `name`.
pub(crate) fn elem(ctx: &Context, name: &str) -> TypeId {
    ctx.elem_named(name).unwrap_or_else(|| panic!("element type {name}"))
}

fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').filter(|item| !item.is_empty())
}

fn attr(ctx: &Context, text: &str) -> AttrId {
    if let Some(text) = text.strip_prefix('"') {
        return ctx.str_attr(text.trim_end_matches('"'));
    }
    if let Some(items) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
        let items: Vec<i64> = list(items).map(|item| item.parse().expect("an integer")).collect();
        return ctx.i64_array_attr(&items);
    }
    match text {
        "true" => AttrId::TRUE,
        "false" => AttrId::FALSE,
        _ => match text.parse() {
            Ok(n) => ctx.i64_attr(n),
            Err(_) => ctx.type_attr(elem(ctx, text)),
        },
    }
}

/// Reads attributes; no value has a space in it.
pub(crate) fn props(ctx: &Context, text: &str) -> DictId {
    let entries: Vec<_> = text
        .split_whitespace()
        .map(|entry| {
            let (name, value) = entry.split_once('=').expect("an attribute");
            (ctx.str(name), attr(ctx, value))
        })
        .collect();
    ctx.dict(entries)
}

/// A row of which only the name is known, so that defaults come from the inference functions themselves.
pub(crate) fn bare_row(name: &str) -> OpSpec {
    OpSpec {
        name: name.to_owned().into(),
        summary: "".into(),
        operands: (&[]).into(),
        results: (&[]).into(),
        attrs: (&[]).into(),
        constraints: (&[]).into(),
        traits: Traits::NONE,
        arithmetic: None,
        regions: None,
        tflite: None,
        hooks: Hooks::default(),
    }
}

/// Runs the inference function of `spec`.
pub(crate) fn infer(
    ctx: &Context,
    spec: &OpSpec,
    props: DictId,
    operands: &[Operand],
    results: &[TypeId],
) -> Result<Vec<TypeId>, String> {
    let info =
        |o: &Operand| -> (TypeId, Option<ConstId>, Option<Vec<Dim>>) { (o.ty, o.konst, o.dims.clone()) };
    let parts: Vec<_> = operands.iter().map(info).collect();
    let operands: Vec<OperandInfo<'_>> = parts
        .iter()
        .map(|(ty, konst, dims)| OperandInfo { ty: *ty, konst: *konst, dims: dims.as_deref() })
        .collect();
    let view = OpView { ctx, spec, props, operands: &operands, results };
    dialects::shape::infer_of(&spec.name).unwrap_or_else(|| panic!("{} has no inference", spec.name))(&view)
}

/// Types as text, their dimensions through `dim`.
pub(crate) fn types_text(
    ctx: &Context,
    types: &[TypeId],
    separator: &str,
    dim: &dyn Fn(Dim) -> String,
) -> String {
    let one = |ty: &TypeId| {
        let dims = match ctx.shape(*ty) {
            Some(shape) => shape.iter().map(|&d| dim(d)).collect::<Vec<_>>().join(separator),
            None if ctx.is_tensor(*ty) => "*".to_owned(),
            None => return format!("{:?}", ctx.type_of(*ty)),
        };
        format!("{}[{dims}]", ctx.elem_name(ctx.elem_type(*ty)))
    };
    types.iter().map(one).collect::<Vec<_>>().join(" ")
}
