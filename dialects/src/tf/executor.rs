//! The syntax of `tf_executor`, TensorFlow's graphs with control edges. Its operations are in
//! `dialects/tables/tf_executor.ods`; this is what a table cannot say.

use core_ir::diag::Result;
use core_ir::registry::DialectHooks;
use core_ir::text::parser::{OpBuild, Parser};
use core_ir::text::printer::Printer;
use core_ir::text::syntax::{OpCode, OpSyntax, ParseStep, PrintStep};
use core_ir::{Graph, LocId, Op, Type, TypeId};

use crate::island::Island;

static HOOKS: DialectHooks = DialectHooks {
    op_syntax: Some(op_syntax),
    parse_type: Some(parse_type),
    ..DialectHooks::new("tf_executor")
};

inventory::submit! { &HOOKS as &'static DialectHooks }

fn op_syntax(name: &str) -> Option<&'static OpSyntax> {
    Some(match name {
        "tf_executor.graph" => {
            &OpSyntax::Code(OpCode { parse: parse_graph, print: print_graph, default_dialect: "" })
        }
        "tf_executor.island" => {
            &OpSyntax::Code(OpCode { parse: parse_island, print: print_island, default_dialect: "" })
        }
        _ => return None,
    })
}

/// `!tf_executor.control`, `!tf_executor.token`
fn parse_type<'a>(p: &mut Parser<'a>, mnemonic: &str) -> Result<Option<TypeId>> {
    let ctx = p.ctx();
    let ty = || {
        ctx.ty(Type::Dialect { name: ctx.str(&format!("tf_executor.{mnemonic}")), params: Box::default() })
    };
    Ok(matches!(mnemonic, "control" | "token").then(ty))
}

const ISLAND: Island =
    Island { word: "wraps", control: "tf_executor.control", terminator: "tf_executor.yield" };

fn parse_island<'a>(p: &mut Parser<'a>, build: &mut OpBuild<'a>, step: usize) -> Result<ParseStep<'a>> {
    ISLAND.parse(p, build, step)
}

fn print_island(p: &mut Printer<'_>, graph: &Graph, op: Op, step: usize) -> PrintStep {
    ISLAND.print(p, graph, op, step)
}

/// `{ ... } {attrs}`; the results are what is fetched, control edges aside.
fn parse_graph<'a>(p: &mut Parser<'a>, build: &mut OpBuild<'a>, step: usize) -> Result<ParseStep<'a>> {
    if step == 0 {
        return Ok(ParseStep::Region(Vec::new()));
    }
    p.ensure_terminator(build, 0, "tf_executor.fetch", &[], LocId::UNKNOWN);
    let control = ISLAND.control_type(p.ctx());
    for value in p.yielded(build, 0) {
        let ty = p.value_type(value);
        if ty != control {
            build.results.push(ty);
        }
    }
    p.attr_dict(build)?;
    Ok(ParseStep::Done)
}

fn print_graph(p: &mut Printer<'_>, graph: &Graph, op: Op, step: usize) -> PrintStep {
    if step > 0 {
        p.op_attrs(graph, op, &[]);
        return PrintStep::Done;
    }
    // The short form says no types: they are those of the fetch at the end.
    let control = ISLAND.control_type(p.ctx());
    let [region] = graph.regions(op) else { return PrintStep::Generic };
    let last = graph.blocks(*region).last().and_then(|&block| graph.last_op(block));
    let Some(fetch) = last.filter(|&last| graph.is(p.ctx(), last, "tf_executor.fetch")) else {
        return PrintStep::Generic;
    };
    let fetched = graph.operand_types(fetch).filter(|&ty| ty != control);
    if graph.operand_count(op) > 0 || !fetched.eq(graph.result_types(op)) {
        return PrintStep::Generic;
    }
    p.raw(" ");
    PrintStep::Region { index: 0, entry_args: true }
}
