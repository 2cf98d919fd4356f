//! The short forms of `tfl` operations: `tfl.add %a, %b {fused_activation_function = "NONE"} : tensor<f32>`.

use core_ir::diag::Result;
use core_ir::registry::DialectHooks;
use core_ir::text::lexer::Tok;
use core_ir::text::parser::{OpBuild, Parser};
use core_ir::text::printer::Printer;
use core_ir::text::syntax::{OpCode, OpSyntax, ParseStep, PrintStep};
use core_ir::{Context, DictId, Graph, LocId, Op, Type, TypeId};

use crate::arith::{parse_same_type, print_same_type};

static HOOKS: DialectHooks =
    DialectHooks { op_syntax: Some(op_syntax), parse_type: Some(parse_type), ..DialectHooks::new("tfl") };

inventory::submit! { &HOOKS as &'static DialectHooks }

/// The operations with one type for both operands and the result, where all agree.
const SAME_TYPE: &[&str] = &[
    "tfl.add",
    "tfl.div",
    "tfl.floor_div",
    "tfl.greater",
    "tfl.greater_equal",
    "tfl.less",
    "tfl.less_equal",
    "tfl.logical_and",
    "tfl.logical_or",
    "tfl.mul",
    "tfl.not_equal",
    "tfl.pow",
    "tfl.squared_difference",
    "tfl.sub",
];

fn op_syntax(name: &str) -> Option<&'static OpSyntax> {
    if SAME_TYPE.contains(&name) {
        return Some(&OpSyntax::Code(OpCode {
            parse: parse_binary,
            print: print_same_type,
            default_dialect: "",
        }));
    }
    match name {
        CONTROL_NODE => Some(&OpSyntax::Code(OpCode {
            parse: parse_control_node,
            print: print_control_node,
            default_dialect: "",
        })),
        _ => None,
    }
}

/// `!tfl.control`
fn parse_type<'a>(p: &mut Parser<'a>, mnemonic: &str) -> Result<Option<TypeId>> {
    Ok((mnemonic == "control").then(|| control_type(p.ctx())))
}

const CONTROL_NODE: &str = "tfl.control_node";
const CONTROL: &str = "tfl.control";
const YIELD: &str = "tfl.yield";

fn control_type(ctx: &Context) -> TypeId {
    ctx.ty(Type::Dialect { name: ctx.str(CONTROL), params: Box::default() })
}

/// `(%control, ...) controls "op"(...) : ...`, or `(%control, ...) { ... } {attrs}`. The results are those of the
/// region and one of type `!tfl.control`.
fn parse_control_node<'a>(p: &mut Parser<'a>, build: &mut OpBuild<'a>, step: usize) -> Result<ParseStep<'a>> {
    const ONE_OP: usize = 1;
    let control = control_type(p.ctx());
    if step == 0 {
        if p.eat(Tok::LParen) {
            p.operands(&mut build.unresolved)?;
            p.expect(Tok::RParen)?;
            p.resolve_all(build, control)?;
        }
        let one_op = p.eat_word("controls");
        build.note = if one_op { ONE_OP } else { 0 };
        return Ok(if one_op { ParseStep::OneOp } else { ParseStep::Region(Vec::new()) });
    }
    let (results, loc) =
        if build.note == ONE_OP { p.last_results(build, 0) } else { (Vec::new(), LocId::UNKNOWN) };
    if build.note == ONE_OP {
        build.loc = Some(loc);
    }
    p.ensure_terminator(build, 0, YIELD, &results, loc);
    for value in p.yielded(build, 0) {
        let ty = p.value_type(value);
        build.results.push(ty);
    }
    build.results.push(control);
    if build.note != ONE_OP {
        p.attr_dict(build)?;
    }
    Ok(ParseStep::Done)
}

/// Whether the region is one operation whose results are yielded as they are.
///
/// The short form has one location for all three operations.
fn wraps_one_op(p: &Printer<'_>, graph: &Graph, op: Op) -> bool {
    let ctx = p.ctx();
    let [region] = graph.regions(op) else { return false };
    let [block] = graph.blocks(*region) else { return false };
    let (Some(first), Some(last)) = (graph.first_op(*block), graph.last_op(*block)) else { return false };
    graph.next_op(first) == Some(last)
        && graph.block_args(*block).is_empty()
        && graph.is(ctx, last, YIELD)
        && graph.operands(last).eq(graph.results(first).iter().copied())
        && graph.attrs(op) == DictId::EMPTY
        && (!p.prints_locs() || (graph.loc(first) == graph.loc(op) && graph.loc(last) == graph.loc(op)))
}

fn print_control_node(p: &mut Printer<'_>, graph: &Graph, op: Op, step: usize) -> PrintStep {
    let one_op = wraps_one_op(p, graph, op);
    if step == 0 {
        if graph.operand_count(op) > 0 {
            p.raw("(");
            p.values(graph.operands(op));
            p.raw(")");
        }
        p.raw(if one_op { " controls " } else { " " });
        return if one_op {
            PrintStep::OneOp { index: 0 }
        } else {
            PrintStep::Region { index: 0, entry_args: true }
        };
    }
    if !one_op {
        p.op_attrs(graph, op, &[]);
    }
    PrintStep::Done
}

/// `%a, %b {attrs} : t`, or the generic form after the name
fn parse_binary<'a>(p: &mut Parser<'a>, build: &mut OpBuild<'a>, step: usize) -> Result<ParseStep<'a>> {
    if p.eat(Tok::LParen) {
        p.operands(&mut build.unresolved)?;
        p.expect(Tok::RParen)?;
        return Ok(ParseStep::GenericRest);
    }
    parse_same_type(p, build, step)
}
