//! The `tf_type` dialect: TensorFlow's types that MLIR has no word for.
//!
//! `!tf_type.string` and its like are [`Type::Dialect`] without parameters; `!tf_type.resource<tensor<f32>>` and
//! `!tf_type.variant<...>` have the types in brackets as parameters. Attributes (`#tf_type.shape<1x?>`) are kept as
//! text but for `#tf_type.func`.

use core_ir::diag::Result;
use core_ir::registry::DialectHooks;
use core_ir::text::lexer::Tok;
use core_ir::text::parser::Parser;
use core_ir::text::printer::Printer;
use core_ir::{Attr, AttrId, Context, Dim, Graph, Op, Type, TypeId};

static HOOKS: DialectHooks = DialectHooks {
    parse_type: Some(parse_type),
    parse_attr: Some(parse_attr),
    print_attr: Some(print_attr),
    ..DialectHooks::new("tf_type")
};

inventory::submit! { &HOOKS as &'static DialectHooks }

static TF_HOOKS: DialectHooks = DialectHooks { result_name: Some(result_name), ..DialectHooks::new("tf") };

inventory::submit! { &TF_HOOKS as &'static DialectHooks }

/// `%cst`, as TensorFlow names its constants.
fn result_name(ctx: &Context, graph: &Graph, op: Op) -> Option<String> {
    graph.is(ctx, op, "tf.Const").then(|| "cst".into())
}

/// `#tf_type.shape<1x?x3>`; `#tf_type.shape<*>` of no dimensions, an unknown rank.
pub fn shape_attr(ctx: &Context, dims: Option<&[Dim]>) -> AttrId {
    let text = match dims {
        Some(dims) => dims.iter().map(|&dim| ctx.dim_text(dim)).collect::<Vec<_>>().join("x"),
        None => "*".into(),
    };
    ctx.attr(Attr::Opaque { text: ctx.str(&format!("tf_type.shape<{text}>")), builtin: false })
}

/// The dimensions in `tf_type.shape<1x?x3>`, the text of an [`Attr::Opaque`]; `Some(None)` is an unknown rank, and `None`
/// some other text.
pub fn read_shape(text: &str) -> Option<Option<Vec<Dim>>> {
    let dim = |text: &str| match text {
        "?" => Some(Dim::Dynamic),
        _ => text.parse().ok().map(|n: i64| if n < 0 { Dim::Dynamic } else { Dim::Fixed(n) }),
    };
    match text.strip_prefix("tf_type.shape<")?.strip_suffix('>')? {
        "*" => Some(None),
        "" => Some(Some(Vec::new())),
        dims => dims.split('x').map(dim).collect::<Option<Vec<_>>>().map(Some),
    }
}

/// Types without parameters; each has a `ref` form too.
const PLAIN: &[&str] = &[
    "string",
    "resource",
    "variant",
    "qint4",
    "qint8",
    "qint16",
    "qint32",
    "quint4",
    "quint8",
    "quint16",
    "f32",
    "f64",
    "half",
    "bfloat16",
    "int4",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint4",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "bool",
    "complex64",
    "complex128",
    "control",
    "device_string",
    "float",
    "double",
    "float8e4m3fn",
    "float8e5m2",
];

/// The type `!name` without parameters: `tf_type.string`.
pub fn plain_type(ctx: &Context, name: &str) -> TypeId {
    ctx.ty(Type::Dialect { name: ctx.str(name), params: Box::default() })
}

/// `!tf_type.resource<inner>`
pub fn resource_type(ctx: &Context, inner: &[TypeId]) -> TypeId {
    let params = inner.iter().map(|&ty| ctx.type_attr(ty)).collect();
    ctx.ty(Type::Dialect { name: ctx.str("tf_type.resource"), params })
}

fn parse_type<'a>(p: &mut Parser<'a>, mnemonic: &str) -> Result<Option<TypeId>> {
    let known = PLAIN.iter().any(|plain| mnemonic == *plain || mnemonic.strip_suffix("ref") == Some(plain));
    if !known {
        return Ok(None);
    }
    let params = match mnemonic {
        "resource" | "variant" => p.optional_type_params()?,
        _ => Vec::new(),
    };
    let ctx = p.ctx();
    Ok(Some(ctx.ty(Type::Dialect { name: ctx.str(&format!("tf_type.{mnemonic}")), params: params.into() })))
}

/// `#tf_type.func<@name, {attrs}>`
fn parse_attr<'a>(p: &mut Parser<'a>, mnemonic: &str) -> Result<Option<AttrId>> {
    if mnemonic != "func" {
        return Ok(None);
    }
    p.expect(Tok::Less)?;
    let name = p.parse_attr()?;
    p.expect(Tok::Comma)?;
    let attrs = p.parse_attr()?;
    p.expect(Tok::Greater)?;
    let ctx = p.ctx();
    Ok(Some(ctx.attr(Attr::Dialect { name: ctx.str("tf_type.func"), params: Box::new([name, attrs]) })))
}

fn print_attr(p: &mut Printer<'_>, mnemonic: &str, params: &[AttrId]) -> bool {
    if mnemonic != "func" {
        return false;
    }
    p.type_params(params);
    true
}
