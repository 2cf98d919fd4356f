//! The `arith` dialect: constants, and the scalar arithmetic that TensorFlow's passes leave behind.

use std::sync::LazyLock;

use core_ir::diag::Result;
use core_ir::registry::{Dialect, DialectHooks};
use core_ir::spec::{AttrKind, OpSpec, Presence, Traits};
use core_ir::text::lexer::Tok;
use core_ir::text::parser::{OpBuild, Parser};
use core_ir::text::printer::Printer;
use core_ir::text::syntax::{OpCode, OpSyntax, ParseStep, PrintStep};
use core_ir::{Attr, Context, Graph, Op, Type, TypeId};

use crate::rows;

/// Operations on two values of one type, with a result of the same type.
const BINARY: &[&str] = &[
    "addf",
    "addi",
    "andi",
    "ceildivsi",
    "ceildivui",
    "divf",
    "divsi",
    "divui",
    "floordivsi",
    "maximumf",
    "maxnumf",
    "maxsi",
    "maxui",
    "minimumf",
    "minnumf",
    "minsi",
    "minui",
    "mulf",
    "muli",
    "ori",
    "remf",
    "remsi",
    "remui",
    "shli",
    "shrsi",
    "shrui",
    "subf",
    "subi",
    "xori",
];
/// Those of [`BINARY`] whose operands may be swapped.
const COMMUTATIVE: &[&str] = &[
    "addf", "addi", "andi", "maximumf", "maxnumf", "maxsi", "maxui", "minimumf", "minnumf", "minsi", "minui",
    "mulf", "muli", "ori", "xori",
];
/// Operations from one type to another, `%a : t to u`.
const CASTS: &[&str] = &[
    "bitcast",
    "extf",
    "extsi",
    "extui",
    "fptosi",
    "fptoui",
    "index_cast",
    "index_castui",
    "sitofp",
    "truncf",
    "trunci",
    "uitofp",
];
/// The predicates of `arith.cmpi` in the order of their numbers.
const INT_PREDICATES: &[&str] = &["eq", "ne", "slt", "sle", "sgt", "sge", "ult", "ule", "ugt", "uge"];
/// The predicates of `arith.cmpf` in the order of their numbers.
const FLOAT_PREDICATES: &[&str] = &[
    "false", "oeq", "ogt", "oge", "olt", "ole", "one", "ord", "ueq", "ugt", "uge", "ult", "ule", "une",
    "uno", "true",
];

static ROWS: LazyLock<Vec<OpSpec>> = LazyLock::new(|| {
    let required = |name, kind| vec![rows::attr(name, kind, Presence::Required)].into();
    let mut list = vec![OpSpec {
        results: rows::values(&["result"]),
        attrs: required("value", AttrKind::Any),
        ..rows::op("arith.constant", "A constant.", Traits::PURE.with(Traits::CONSTANT_LIKE))
    }];
    let full = |name: &str| -> &'static str { format!("arith.{name}").leak() };
    for name in BINARY {
        let swaps = if COMMUTATIVE.contains(name) { Traits::COMMUTATIVE } else { Traits::NONE };
        list.push(OpSpec {
            operands: rows::values(&["lhs", "rhs"]),
            results: rows::values(&["result"]),
            ..rows::op(
                full(name),
                "Arithmetic on two values.",
                Traits::PURE.with(Traits::SAME_TYPE).with(swaps),
            )
        });
    }
    list.push(OpSpec {
        operands: rows::values(&["operand"]),
        results: rows::values(&["result"]),
        ..rows::op("arith.negf", "Negation.", Traits::PURE.with(Traits::SAME_TYPE))
    });
    for name in CASTS {
        list.push(OpSpec {
            operands: rows::values(&["in"]),
            results: rows::values(&["out"]),
            ..rows::op(full(name), "A conversion.", Traits::PURE.with(Traits::SAME_SHAPE))
        });
    }
    for name in ["arith.cmpf", "arith.cmpi"] {
        list.push(OpSpec {
            operands: rows::values(&["lhs", "rhs"]),
            results: rows::values(&["result"]),
            attrs: required("predicate", AttrKind::Int(64)),
            ..rows::op(name, "A comparison.", Traits::PURE)
        });
    }
    list.push(OpSpec {
        operands: rows::values(&["condition", "true_value", "false_value"]),
        results: rows::values(&["result"]),
        ..rows::op("arith.select", "One of two values.", Traits::PURE)
    });
    rows::sorted(list)
});

static DIALECT: Dialect = Dialect::new("arith", |name| rows::find(&ROWS, name), || rows::names(&ROWS));

static HOOKS: DialectHooks =
    DialectHooks { op_syntax: Some(op_syntax), result_name: Some(result_name), ..DialectHooks::new("arith") };

inventory::submit! { &DIALECT as &'static Dialect }
inventory::submit! { &HOOKS as &'static DialectHooks }

fn op_syntax(name: &str) -> Option<&'static OpSyntax> {
    Some(match name {
        "arith.constant" => {
            &OpSyntax::Code(OpCode { parse: parse_constant, print: print_constant, default_dialect: "" })
        }
        "arith.cmpi" => &OpSyntax::Code(OpCode { parse: parse_cmpi, print: print_cmpi, default_dialect: "" }),
        "arith.cmpf" => &OpSyntax::Code(OpCode { parse: parse_cmpf, print: print_cmpf, default_dialect: "" }),
        "arith.select" => {
            &OpSyntax::Code(OpCode { parse: parse_select, print: print_select, default_dialect: "" })
        }
        "arith.negf" => {
            &OpSyntax::Code(OpCode { parse: parse_same_type, print: print_same_type, default_dialect: "" })
        }
        _ => {
            let short = name.strip_prefix("arith.")?;
            if BINARY.contains(&short) {
                &OpSyntax::Code(OpCode {
                    parse: parse_same_type,
                    print: print_same_type,
                    default_dialect: "",
                })
            } else if CASTS.contains(&short) {
                &OpSyntax::Code(OpCode { parse: parse_cast, print: print_cast, default_dialect: "" })
            } else {
                return None;
            }
        }
    })
}

/// The type of a typed attribute.
fn attr_type(ctx: &Context, attr: &Attr) -> Option<TypeId> {
    match attr {
        Attr::Bool(_) => Some(TypeId::I1),
        Attr::Integer { ty, .. } | Attr::Float { ty, .. } => Some(*ty),
        Attr::Elements(id) => Some(ctx.const_type(*id)),
        // Text with a type after a colon: a resource without its bytes, a dialect's own elements.
        Attr::Opaque { text, .. } => {
            let text = ctx.str_text(*text);
            let (body, ty) = text.rsplit_once(" : ")?;
            if body.ends_with('>') { core_ir::text::parse_type(ctx, ty).ok() } else { None }
        }
        _ => None,
    }
}

/// `arith.constant {attrs} 5 : i32`
fn parse_constant<'a>(p: &mut Parser<'a>, build: &mut OpBuild<'a>, _: usize) -> Result<ParseStep<'a>> {
    p.attr_dict(build)?;
    let start = p.token();
    let attr = p.parse_attr()?;
    let ctx = p.ctx();
    let Some(ty) = attr_type(ctx, ctx.attr_of(attr)) else {
        return Err(p.error_at(start.start, start.end, "a constant is an attribute with a type"));
    };
    build.props.push((ctx.str("value"), attr));
    build.results.push(ty);
    Ok(ParseStep::Done)
}

fn print_constant(p: &mut Printer<'_>, graph: &Graph, op: Op, _: usize) -> PrintStep {
    let ctx = p.ctx();
    let Some(value) = ctx.dict_get(graph.props(op), "value") else { return PrintStep::Generic };
    // A result of another type, of open shape say, is not what the short form would read back.
    let declared = graph.result(op).map(|result| graph.value_type(result));
    if declared.is_none() || declared != attr_type(ctx, ctx.attr_of(value)) {
        return PrintStep::Generic;
    }
    p.op_attrs(graph, op, &["value"]);
    p.raw(" ");
    p.attr(value);
    PrintStep::Done
}

/// `%true`, `%c5_i32`, `%cst`, as MLIR names constants.
fn result_name(ctx: &Context, graph: &Graph, op: Op) -> Option<String> {
    if !graph.is(ctx, op, "arith.constant") {
        return None;
    }
    let value = ctx.dict_get(graph.props(op), "value")?;
    Some(match *ctx.attr_of(value) {
        Attr::Bool(value) => value.to_string(),
        Attr::Integer { value, ty } => match ctx.type_of(ty) {
            Type::Integer { .. } => format!("c{value}_{}", core_ir::text::type_text(ctx, ty)),
            _ => format!("c{value}"),
        },
        _ => "cst".into(),
    })
}

/// `%a, %b {attrs} : t`
pub(crate) fn parse_same_type<'a>(
    p: &mut Parser<'a>,
    build: &mut OpBuild<'a>,
    _: usize,
) -> Result<ParseStep<'a>> {
    p.operands(&mut build.unresolved)?;
    p.attr_dict(build)?;
    p.expect(Tok::Colon)?;
    let ty = p.parse_type()?;
    p.resolve_all(build, ty)?;
    build.results.push(ty);
    Ok(ParseStep::Done)
}

/// What [`parse_same_type`] reads; the generic form where types differ.
pub(crate) fn print_same_type(p: &mut Printer<'_>, graph: &Graph, op: Op, _: usize) -> PrintStep {
    let Some(ty) = graph.result(op).map(|result| graph.value_type(result)) else { return PrintStep::Generic };
    if graph.operand_types(op).any(|operand| operand != ty) {
        return PrintStep::Generic;
    }
    p.raw(" ");
    p.values(graph.operands(op));
    p.op_attrs(graph, op, &[]);
    p.raw(" : ");
    p.ty(ty);
    PrintStep::Done
}

/// `%a {attrs} : t to u`
fn parse_cast<'a>(p: &mut Parser<'a>, build: &mut OpBuild<'a>, _: usize) -> Result<ParseStep<'a>> {
    p.operands(&mut build.unresolved)?;
    p.attr_dict(build)?;
    p.expect(Tok::Colon)?;
    let ty = p.parse_type()?;
    p.resolve_all(build, ty)?;
    p.expect_word("to")?;
    build.results.push(p.parse_type()?);
    Ok(ParseStep::Done)
}

fn print_cast(p: &mut Printer<'_>, graph: &Graph, op: Op, _: usize) -> PrintStep {
    if graph.operand_count(op) != 1 || graph.result(op).is_none() {
        return PrintStep::Generic;
    }
    p.raw(" ");
    p.values(graph.operands(op));
    p.op_attrs(graph, op, &[]);
    p.raw(" : ");
    p.types(graph.operand_types(op));
    p.raw(" to ");
    p.types(graph.result_types(op));
    PrintStep::Done
}

/// The type of the result of a comparison: `i1` in the shape of the operands.
fn bool_like(ctx: &Context, ty: TypeId) -> TypeId {
    match ctx.type_of(ty) {
        Type::Tensor { shape, encoding, .. } => {
            ctx.ty(Type::Tensor { shape: shape.clone(), elem: TypeId::I1, encoding: *encoding })
        }
        Type::UnrankedTensor(_) => ctx.unranked(TypeId::I1),
        Type::Vector { shape, .. } => ctx.ty(Type::Vector { shape: shape.clone(), elem: TypeId::I1 }),
        _ => TypeId::I1,
    }
}

fn parse_cmpi<'a>(p: &mut Parser<'a>, build: &mut OpBuild<'a>, _: usize) -> Result<ParseStep<'a>> {
    parse_compare(p, build, INT_PREDICATES)
}

fn parse_cmpf<'a>(p: &mut Parser<'a>, build: &mut OpBuild<'a>, _: usize) -> Result<ParseStep<'a>> {
    parse_compare(p, build, FLOAT_PREDICATES)
}

/// `slt, %a, %b {attrs} : t`
fn parse_compare<'a>(p: &mut Parser<'a>, build: &mut OpBuild<'a>, words: &[&str]) -> Result<ParseStep<'a>> {
    let Some(number) = words.iter().position(|word| p.at_word(word)) else {
        return Err(p.unexpected("a predicate"));
    };
    p.word()?;
    p.expect(Tok::Comma)?;
    parse_same_type(p, build, 0)?;
    let ctx = p.ctx();
    build.props.push((ctx.str("predicate"), ctx.i64_attr(number as i64)));
    for result in &mut build.results {
        *result = bool_like(ctx, *result);
    }
    Ok(ParseStep::Done)
}

fn print_cmpi(p: &mut Printer<'_>, graph: &Graph, op: Op, _: usize) -> PrintStep {
    print_compare(p, graph, op, INT_PREDICATES)
}

fn print_cmpf(p: &mut Printer<'_>, graph: &Graph, op: Op, _: usize) -> PrintStep {
    print_compare(p, graph, op, FLOAT_PREDICATES)
}

fn print_compare(p: &mut Printer<'_>, graph: &Graph, op: Op, words: &[&str]) -> PrintStep {
    let ctx = p.ctx();
    let number = ctx.dict_get(graph.props(op), "predicate").and_then(|attr| ctx.attr_int(attr));
    let word = number.and_then(|number| words.get(usize::try_from(number).ok()?));
    let ty = graph.operand_types(op).next();
    let result = graph.result(op).map(|result| graph.value_type(result));
    match (word, ty) {
        (Some(word), Some(ty)) if result == Some(bool_like(ctx, ty)) => {
            p.raw(" ");
            p.raw(word);
            p.raw(", ");
            p.values(graph.operands(op));
            p.op_attrs(graph, op, &["predicate"]);
            p.raw(" : ");
            p.ty(ty);
            PrintStep::Done
        }
        _ => PrintStep::Generic,
    }
}

/// `%c, %a, %b {attrs} : t`, or with the type of the condition before it
fn parse_select<'a>(p: &mut Parser<'a>, build: &mut OpBuild<'a>, _: usize) -> Result<ParseStep<'a>> {
    p.operands(&mut build.unresolved)?;
    p.attr_dict(build)?;
    p.expect(Tok::Colon)?;
    let mut types = Vec::new();
    p.comma_types(&mut types)?;
    let (condition, ty) = match types.as_slice() {
        [ty] => (TypeId::I1, *ty),
        [condition, ty] => (*condition, *ty),
        _ => return Err(p.error("one type or two are expected before this")),
    };
    p.resolve_types(build, &[condition, ty, ty])?;
    build.results.push(ty);
    Ok(ParseStep::Done)
}

fn print_select(p: &mut Printer<'_>, graph: &Graph, op: Op, _: usize) -> PrintStep {
    let types: Vec<TypeId> = graph.operand_types(op).collect();
    let ([condition, a, b], Some(result)) = (types.as_slice(), graph.result(op)) else {
        return PrintStep::Generic;
    };
    if a != b || graph.value_type(result) != *a {
        return PrintStep::Generic;
    }
    p.raw(" ");
    p.values(graph.operands(op));
    p.op_attrs(graph, op, &[]);
    p.raw(" : ");
    if *condition != TypeId::I1 {
        p.ty(*condition);
        p.raw(", ");
    }
    p.ty(*a);
    PrintStep::Done
}
