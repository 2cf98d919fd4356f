//! The short forms of `tfl` operations: `tfl.add %a, %b {fused_activation_function = "NONE"} : tensor<f32>`.

use std::borrow::Cow;

use core_ir::diag::Result;
use core_ir::registry::DialectHooks;
use core_ir::text::format::{FormatLine, Formats};
use core_ir::text::parser::{OpBuild, Parser};
use core_ir::text::printer::Printer;
use core_ir::text::syntax::{OpCode, OpSyntax, ParseStep, PrintStep};
use core_ir::{Graph, Op, TypeId};

use crate::island::Island;

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

/// MLIR's C++ of the dialect prints what the short form cannot say in the generic form, but without quotes.
pub(super) static FORMATS: Formats = Formats::new(
    |name| super::find_op(name).map(Cow::Borrowed),
    &[FormatLine {
        bare: true,
        ..FormatLine::new(
            SAME_TYPE,
            "$lhs `,` $rhs attr-dict `:` type($output) ; lhs = same(output), rhs = same(output)",
        )
    }],
);

fn op_syntax(name: &str) -> Option<&'static OpSyntax> {
    (name == "tfl.control_node").then_some(&OpSyntax::Code(OpCode {
        parse: parse_control_node,
        print: print_control_node,
        default_dialect: "",
    }))
}

const CONTROL_NODE: Island = Island { word: "controls", control: "tfl.control", terminator: "tfl.yield" };

fn parse_control_node<'a>(p: &mut Parser<'a>, build: &mut OpBuild<'a>, step: usize) -> Result<ParseStep<'a>> {
    CONTROL_NODE.parse(p, build, step)
}

fn print_control_node(p: &mut Printer<'_>, graph: &Graph, op: Op, step: usize) -> PrintStep {
    CONTROL_NODE.print(p, graph, op, step)
}

/// `!tfl.control`
fn parse_type<'a>(p: &mut Parser<'a>, mnemonic: &str) -> Result<Option<TypeId>> {
    Ok((mnemonic == "control").then(|| CONTROL_NODE.control_type(p.ctx())))
}
