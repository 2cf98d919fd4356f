//! The `arith` dialect: constants, and the scalar arithmetic that TensorFlow's passes leave behind. Its operations are in
//! `dialects/tables/mlir/arith.ods`; this is what a table cannot say.

use core_ir::diag::Result;
use core_ir::registry::DialectHooks;
use core_ir::text::lexer::Tok;
use core_ir::text::parser::{OpBuild, Parser};
use core_ir::text::printer::Printer;
use core_ir::text::syntax::{OpCode, OpSyntax, ParseStep, PrintStep};
use core_ir::{Attr, AttrId, Context, Graph, Op, Type, TypeId};

static HOOKS: DialectHooks = DialectHooks {
    op_syntax: Some(|name| (name == "arith.select").then_some(&SELECT)),
    parse_attr: Some(parse_flags),
    print_attr: Some(print_flags),
    result_name: Some(result_name),
    ..DialectHooks::new("arith")
};

inventory::submit! { &HOOKS as &'static DialectHooks }

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

/// An attribute of flags. None of them is `none`.
struct Flags {
    mnemonic: &'static str,
    /// In the order in which they are printed.
    words: &'static [&'static str],
    separator: &'static str,
    /// What all of them are.
    all: Option<&'static str>,
}

const FLAGS: &[Flags] = &[
    Flags {
        mnemonic: "fastmath",
        words: &["reassoc", "nnan", "ninf", "nsz", "arcp", "contract", "afn"],
        separator: ",",
        all: Some("fast"),
    },
    Flags { mnemonic: "overflow", words: &["nsw", "nuw"], separator: ", ", all: None },
];

fn flags(mnemonic: &str) -> Option<&'static Flags> {
    FLAGS.iter().find(|flags| flags.mnemonic == mnemonic)
}

/// `<nnan, ninf>`
fn parse_flags<'a>(p: &mut Parser<'a>, mnemonic: &str) -> Result<Option<AttrId>> {
    let Some(&Flags { words, all, .. }) = flags(mnemonic) else { return Ok(None) };
    let mut found = vec![false; words.len()];
    p.list(Tok::Less, Tok::Greater, |p| {
        match words.iter().position(|word| p.at_word(word)) {
            Some(at) => found[at] = true,
            None if all.is_some_and(|all| p.at_word(all)) => found.fill(true),
            None if p.at_word("none") => {}
            None => return Err(p.unexpected(&format!("one of none, {}", words.join(", ")))),
        }
        p.bump();
        Ok(())
    })?;
    let given: Vec<&str> = words.iter().zip(&found).filter(|flag| *flag.1).map(|flag| *flag.0).collect();
    let ctx = p.ctx();
    let params = match (given.as_slice(), all) {
        ([], _) => vec![ctx.str_attr("none")],
        (given, Some(all)) if given.len() == words.len() => vec![ctx.str_attr(all)],
        (given, _) => given.iter().map(|word| ctx.str_attr(word)).collect(),
    };
    let name = ctx.str(&format!("arith.{mnemonic}"));
    Ok(Some(ctx.attr(Attr::Dialect { name, params: params.into() })))
}

fn print_flags(p: &mut Printer<'_>, mnemonic: &str, params: &[AttrId]) -> bool {
    let Some(&Flags { separator, .. }) = flags(mnemonic) else { return false };
    let ctx = p.ctx();
    let words: Vec<_> = params.iter().filter_map(|&param| ctx.attr_str(param)).collect();
    p.raw(&format!("<{}>", words.join(separator)));
    true
}

static SELECT: OpSyntax =
    OpSyntax::Code(OpCode { parse: parse_select, print: print_select, default_dialect: "" });

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
