//! The `builtin` dialect: modules, and casts between types that nothing else relates.

use std::sync::LazyLock;

use core_ir::diag::Result;
use core_ir::registry::{Dialect, DialectHooks};
use core_ir::spec::{AttrKind, OpSpec, Presence, Traits};
use core_ir::text::format::{FormatLine, Formats};
use core_ir::text::lexer::Tok;
use core_ir::text::parser::{OpBuild, Parser};
use core_ir::text::printer::Printer;
use core_ir::text::syntax::{OpCode, OpSyntax, ParseStep, PrintStep};
use core_ir::{Attr, Graph, Op};

use crate::rows;

static ROWS: LazyLock<Vec<OpSpec>> = LazyLock::new(|| {
    let module_traits = [Traits::ISOLATED, Traits::SYMBOL_TABLE, Traits::NO_TERMINATOR, Traits::SINGLE_BLOCK];
    let module_traits = module_traits.into_iter().fold(Traits::SYMBOL, Traits::with);
    rows::sorted(vec![
        OpSpec {
            attrs: vec![
                rows::attr("sym_name", AttrKind::Str, Presence::Optional),
                rows::attr("sym_visibility", AttrKind::Str, Presence::Optional),
            ]
            .into(),
            regions: Some(1),
            ..rows::op("builtin.module", "A list of functions.", module_traits)
        },
        OpSpec {
            operands: rows::variadic("inputs"),
            results: rows::variadic("outputs"),
            ..rows::op(
                "builtin.unrealized_conversion_cast",
                "A cast that a later conversion makes unnecessary.",
                Traits::PURE,
            )
        },
    ])
});

static DIALECT: Dialect = Dialect {
    formats: Some(&FORMATS),
    ..Dialect::new("builtin", |name| rows::find(&ROWS, name), || rows::names(&ROWS))
};

static FORMATS: Formats = Formats::new(
    |name| rows::find(&ROWS, name),
    &[FormatLine::new(
        &["builtin.unrealized_conversion_cast"],
        "($inputs^ `:` type($inputs))? `to` type($outputs) attr-dict",
    )],
);

static HOOKS: DialectHooks = DialectHooks { op_syntax: Some(op_syntax), ..DialectHooks::new("builtin") };

inventory::submit! { &DIALECT as &'static Dialect }
inventory::submit! { &HOOKS as &'static DialectHooks }

fn op_syntax(name: &str) -> Option<&'static OpSyntax> {
    match name {
        "builtin.module" => Some(&OpSyntax::Code(OpCode {
            parse: parse_module,
            print: print_module,
            default_dialect: "builtin",
        })),
        _ => None,
    }
}

/// `module @name attributes {...} { ... }`
fn parse_module<'a>(p: &mut Parser<'a>, build: &mut OpBuild<'a>, step: usize) -> Result<ParseStep<'a>> {
    if step > 0 {
        return Ok(ParseStep::Done);
    }
    let ctx = p.ctx();
    if p.at(Tok::At) {
        let name = p.symbol_name()?;
        build.props.push((ctx.str("sym_name"), ctx.attr(Attr::String(ctx.bytes(&name)))));
    }
    if p.eat_word("attributes") {
        p.attr_dict(build)?;
    }
    Ok(ParseStep::Region(Vec::new()))
}

fn print_module(p: &mut Printer<'_>, graph: &Graph, op: Op, step: usize) -> PrintStep {
    if step > 0 {
        return PrintStep::Done;
    }
    let ctx = p.ctx();
    let entries = [ctx.dict_entries(graph.props(op)), ctx.dict_entries(graph.attrs(op))].concat();
    p.module_header(&entries);
    p.raw(" ");
    PrintStep::Region { index: 0, entry_args: false }
}
