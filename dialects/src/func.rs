//! The `func` dialect: functions and calls.

use std::sync::LazyLock;

use core_ir::diag::Result;
use core_ir::registry::{Dialect, DialectHooks};
use core_ir::spec::{Arity, AttrKind, OpSpec, Presence, Traits};
use core_ir::text::format::{FormatLine, Formats};
use core_ir::text::lexer::Tok;
use core_ir::text::parser::{OpBuild, Parser};
use core_ir::text::printer::Printer;
use core_ir::text::syntax::{OpCode, OpSyntax, ParseStep, PrintStep, RegionArg};
use core_ir::text::type_text;
use core_ir::verifier::VerifyScope;
use core_ir::{Attr, AttrId, Context, DictId, Graph, Op, Type, TypeId};

use crate::rows;

static ROWS: LazyLock<Vec<OpSpec>> = LazyLock::new(|| {
    use AttrKind as Kind;
    let optional = |name, kind| rows::attr(name, kind, Presence::Optional);
    let call_attrs = || {
        vec![
            optional("arg_attrs", Kind::Any),
            optional("no_inline", Kind::Any),
            optional("res_attrs", Kind::Any),
        ]
    };
    let mut callee = call_attrs();
    callee.push(rows::attr("callee", Kind::Symbol, Presence::Required));
    rows::sorted(vec![
        OpSpec {
            attrs: vec![
                rows::attr("sym_name", Kind::Str, Presence::Required),
                rows::attr("function_type", Kind::Type, Presence::Required),
                optional("sym_visibility", Kind::Str),
                optional("arg_attrs", Kind::Any),
                optional("res_attrs", Kind::Any),
                optional("no_inline", Kind::Any),
            ]
            .into(),
            regions: Some(1),
            ..rows::op("func.func", "A function.", Traits::ISOLATED.with(Traits::SYMBOL))
        },
        OpSpec {
            operands: rows::variadic("operands"),
            ..rows::op("func.return", "Ends a function.", Traits::TERMINATOR)
        },
        OpSpec {
            operands: rows::variadic("operands"),
            results: rows::variadic("results"),
            attrs: callee.into(),
            ..rows::op("func.call", "Calls a function by name.", Traits::NONE)
        },
        OpSpec {
            operands: vec![rows::value("callee", Arity::One), rows::value("operands", Arity::Variadic)]
                .into(),
            results: rows::variadic("results"),
            attrs: call_attrs().into(),
            ..rows::op("func.call_indirect", "Calls a function value.", Traits::NONE)
        },
        OpSpec {
            results: rows::values(&["result"]),
            attrs: vec![rows::attr("value", Kind::Symbol, Presence::Required)].into(),
            ..rows::op("func.constant", "A function as a value.", Traits::PURE.with(Traits::CONSTANT_LIKE))
        },
    ])
});

static DIALECT: Dialect = Dialect {
    formats: Some(&FORMATS),
    ..Dialect::new("func", |name| rows::find(&ROWS, name), || rows::names(&ROWS))
};

static FORMATS: Formats = Formats::new(
    |name| rows::find(&ROWS, name),
    &[
        FormatLine::new(&["func.return"], "attr-dict ($operands^ `:` type($operands))?"),
        FormatLine::new(
            &["func.call"],
            "$callee `(` $operands `)` attr-dict `:` functional-type($operands, results)",
        ),
        FormatLine::new(
            &["func.call_indirect"],
            "$callee `(` $operands `)` attr-dict `:` type($callee)
             ; operands = inputs(callee), results = outputs(callee)",
        ),
        FormatLine {
            result_name: "f",
            ..FormatLine::new(&["func.constant"], "attr-dict $value `:` type(results)")
        },
    ],
);

static HOOKS: DialectHooks =
    DialectHooks { op_syntax: Some(op_syntax), verify_op: Some(verify_op), ..DialectHooks::new("func") };

inventory::submit! { &DIALECT as &'static Dialect }
inventory::submit! { &HOOKS as &'static DialectHooks }

fn op_syntax(name: &str) -> Option<&'static OpSyntax> {
    (name == "func.func").then_some(&OpSyntax::Code(OpCode {
        parse: parse_func,
        print: print_func,
        default_dialect: "func",
    }))
}

/// The parameters of a function's header.
#[derive(Default)]
struct Signature<'a> {
    inputs: Vec<TypeId>,
    input_attrs: Vec<DictId>,
    results: Vec<TypeId>,
    result_attrs: Vec<DictId>,
    named: Vec<RegionArg<'a>>,
}

/// `func.func private @name(%arg: type {attrs}) -> (type {attrs}) attributes {...} { ... }`
fn parse_func<'a>(p: &mut Parser<'a>, build: &mut OpBuild<'a>, step: usize) -> Result<ParseStep<'a>> {
    if step > 0 {
        return Ok(ParseStep::Done);
    }
    let ctx = p.ctx();
    for word in ["private", "public", "nested"] {
        if p.eat_word(word) {
            build.props.push((ctx.str("sym_visibility"), ctx.str_attr(word)));
            break;
        }
    }
    let name = p.symbol_name()?;
    build.props.push((ctx.str("sym_name"), ctx.attr(Attr::String(ctx.bytes(&name)))));
    let mut signature = Signature::default();
    p.list(Tok::LParen, Tok::RParen, |p| parse_param(p, &mut signature))?;
    if p.eat(Tok::Arrow) {
        if p.at(Tok::LParen) {
            p.list(Tok::LParen, Tok::RParen, |p| {
                signature.results.push(p.parse_type()?);
                signature.result_attrs.push(optional_dict(p)?);
                Ok(())
            })?;
        } else {
            signature.results.push(p.parse_type()?);
            signature.result_attrs.push(DictId::EMPTY);
        }
    }
    let ty = ctx.ty(Type::Function { inputs: signature.inputs.into(), results: signature.results.into() });
    build.props.push((ctx.str("function_type"), ctx.type_attr(ty)));
    for (name, dicts) in [("arg_attrs", &signature.input_attrs), ("res_attrs", &signature.result_attrs)] {
        if dicts.iter().any(|&dict| dict != DictId::EMPTY) {
            let dicts: Vec<AttrId> = dicts.iter().map(|&dict| ctx.attr(Attr::Dict(dict))).collect();
            build.props.push((ctx.str(name), ctx.array_attr(&dicts)));
        }
    }
    if p.eat_word("attributes") {
        p.attr_dict(build)?;
    }
    if !p.at(Tok::LBrace) {
        return Ok(ParseStep::Done);
    }
    // Without names, the body starts with a label that has them.
    if !signature.named.is_empty() && signature.named.len() != signature.input_attrs.len() {
        return Err(p.error("either all arguments of a function have names or none has"));
    }
    Ok(ParseStep::Region(signature.named))
}

fn optional_dict(p: &mut Parser<'_>) -> Result<DictId> {
    if p.at(Tok::LBrace) { p.dict() } else { Ok(DictId::EMPTY) }
}

/// `%name: type {attrs} loc(...)`, or without the name
fn parse_param<'a>(p: &mut Parser<'a>, signature: &mut Signature<'a>) -> Result<()> {
    let token = p.token();
    let is_named = p.eat(Tok::Percent);
    if is_named {
        p.expect(Tok::Colon)?;
    }
    let ty = p.parse_type()?;
    signature.inputs.push(ty);
    signature.input_attrs.push(optional_dict(p)?);
    let loc = match p.optional_loc()? {
        Some(loc) => loc,
        None => p.loc_at(token.start),
    };
    if is_named {
        signature.named.push(RegionArg { name: p.text_of(token), pos: token.start, ty, loc });
    }
    Ok(())
}

fn function_type<'c>(ctx: &'c Context, graph: &Graph, op: Op) -> Option<(&'c [TypeId], &'c [TypeId])> {
    let Attr::Type(ty) = ctx.attr_of(ctx.dict_get(graph.props(op), "function_type")?) else { return None };
    match ctx.type_of(*ty) {
        Type::Function { inputs, results } => Some((inputs, results)),
        _ => None,
    }
}

fn dict_at(ctx: &Context, graph: &Graph, op: Op, list: &str, index: usize) -> DictId {
    let dicts = ctx.dict_get(graph.props(op), list).map(|attr| ctx.attr_of(attr));
    let Some(Attr::Array(items)) = dicts else { return DictId::EMPTY };
    match items.get(index).map(|&item| ctx.attr_of(item)) {
        Some(Attr::Dict(dict)) => *dict,
        _ => DictId::EMPTY,
    }
}

fn print_func(p: &mut Printer<'_>, graph: &Graph, op: Op, step: usize) -> PrintStep {
    let ctx = p.ctx();
    if step > 0 {
        return PrintStep::Done;
    }
    let Some((inputs, results)) = function_type(ctx, graph, op) else { return PrintStep::Generic };
    p.raw(" ");
    if let Some(visibility) =
        ctx.dict_get(graph.props(op), "sym_visibility").and_then(|attr| ctx.attr_str(attr))
    {
        p.raw(&visibility);
        p.raw(" ");
    }
    p.symbol(graph.symbol_name(ctx, op).map_or(b"", |name| ctx.str_bytes(name)));
    let body = p.region_args(graph, op, 0);
    p.raw("(");
    for (i, &ty) in inputs.iter().enumerate() {
        if i > 0 {
            p.raw(", ");
        }
        let arg = body.and_then(|(inner, entry)| inner.block_args(entry).get(i).copied());
        if let Some(arg) = arg {
            p.value(arg);
            p.raw(": ");
        }
        p.ty(ty);
        print_dict(p, dict_at(ctx, graph, op, "arg_attrs", i));
        if let (Some((inner, entry)), true) = (body, p.prints_locs()) {
            p.raw(" ");
            p.arg_loc(inner.block_arg_loc(entry, i));
        }
    }
    p.raw(")");
    print_results(p, graph, op, results);
    let elided = ["sym_name", "sym_visibility", "function_type", "arg_attrs", "res_attrs"];
    p.op_attrs_after(graph, op, &elided, " attributes ");
    if body.is_none() {
        return PrintStep::Done;
    }
    p.raw(" ");
    PrintStep::Region { index: 0, entry_args: false }
}

fn print_dict(p: &mut Printer<'_>, dict: DictId) {
    if dict != DictId::EMPTY {
        p.raw(" ");
        let entries = p.ctx().dict_entries(dict);
        p.dict(entries);
    }
}

fn print_results(p: &mut Printer<'_>, graph: &Graph, op: Op, results: &[TypeId]) {
    let ctx = p.ctx();
    if results.is_empty() {
        return;
    }
    p.raw(" -> ");
    let dicts: Vec<DictId> = (0..results.len()).map(|i| dict_at(ctx, graph, op, "res_attrs", i)).collect();
    if dicts.iter().all(|&dict| dict == DictId::EMPTY) {
        p.result_types(results);
        return;
    }
    p.raw("(");
    for (i, (&ty, dict)) in results.iter().zip(dicts).enumerate() {
        if i > 0 {
            p.raw(", ");
        }
        p.ty(ty);
        print_dict(p, dict);
    }
    p.raw(")");
}

/// What needs more than the operation itself.
fn verify_op(scope: &VerifyScope<'_>, op: Op) -> Result<(), String> {
    match scope.ctx.op_text(scope.graph.op_name(op)) {
        "func.func" => verify_func(scope, op),
        "func.return" => verify_return(scope, op),
        "func.call" => verify_call(scope, op),
        _ => Ok(()),
    }
}

fn verify_func(scope: &VerifyScope<'_>, op: Op) -> Result<(), String> {
    let ctx = scope.ctx;
    let Some((inputs, results)) = function_type(ctx, scope.graph, op) else {
        return Err("requires a type attribute 'function_type'".into());
    };
    for (name, what, count) in
        [("arg_attrs", "argument", inputs.len()), ("res_attrs", "result", results.len())]
    {
        let Some(attr) = ctx.dict_get(scope.graph.props(op), name) else { continue };
        let dicts = match ctx.attr_of(attr) {
            Attr::Array(items) if items.iter().all(|&item| matches!(ctx.attr_of(item), Attr::Dict(_))) => {
                items.len()
            }
            _ => return Err(format!("expects {what} attributes to be an array of dictionaries")),
        };
        if dicts != count {
            return Err(format!(
                "expects {what} attribute array to have the same number of elements as the number of function {what}s, \
                 got {dicts}, but expected {count}"
            ));
        }
    }
    let Some((inner, entry)) = scope.graph.inner(op).and_then(|inner| Some((inner, inner.entry()?))) else {
        return Ok(());
    };
    let args: Vec<TypeId> = inner.block_args(entry).iter().map(|&arg| inner.value_type(arg)).collect();
    if args.len() != inputs.len() {
        return Err(format!("entry block must have {} arguments to match function signature", inputs.len()));
    }
    match args.iter().zip(inputs).enumerate().find(|(_, (arg, input))| arg != input) {
        Some((i, (&arg, &input))) => {
            let (arg, input) = (type_text(ctx, arg), type_text(ctx, input));
            Err(format!(
                "type of entry block argument #{i}('{arg}') must match the type of the corresponding argument in \
                 function signature('{input}')"
            ))
        }
        None => Ok(()),
    }
}

fn verify_return(scope: &VerifyScope<'_>, op: Op) -> Result<(), String> {
    let ctx = scope.ctx;
    let function = scope.owner.filter(|_| scope.graph.parent_op(op).is_none());
    let Some((owner, results)) =
        function.and_then(|(graph, owner)| Some(((graph, owner), function_type(ctx, graph, owner)?.1)))
    else {
        return Err("expects parent op 'func.func'".into());
    };
    let symbol = ctx.dict_get(owner.0.props(owner.1), "sym_name").and_then(|name| ctx.attr_str(name));
    let name = symbol.unwrap_or_default();
    let given: Vec<TypeId> = scope.graph.operand_types(op).collect();
    if given.len() != results.len() {
        let (given, wanted) = (given.len(), results.len());
        return Err(format!("has {given} operands, but enclosing function (@{name}) returns {wanted}"));
    }
    match given.iter().zip(results).enumerate().find(|(_, (given, wanted))| given != wanted) {
        Some((i, (&given, &wanted))) => {
            let (given, wanted) = (type_text(ctx, given), type_text(ctx, wanted));
            Err(format!(
                "type of return operand {i} ('{given}') doesn't match function result type ('{wanted}') in function \
                 @{name}"
            ))
        }
        None => Ok(()),
    }
}

fn verify_call(scope: &VerifyScope<'_>, op: Op) -> Result<(), String> {
    let (ctx, graph) = (scope.ctx, scope.graph);
    let callee = ctx.dict_get(graph.props(op), "callee").and_then(|attr| ctx.attr_symbol(attr));
    let Some(name) = callee else { return Err("requires a 'callee' symbol reference attribute".into()) };
    let function = scope.symbol(name).and_then(|(module, function)| function_type(ctx, module, function));
    let Some((inputs, results)) = function else {
        return Err(format!("'{}' does not reference a valid function", ctx.str_text(name)));
    };
    if graph.operand_count(op) != inputs.len() {
        return Err("incorrect number of operands for callee".into());
    }
    for (i, (given, &wanted)) in graph.operand_types(op).zip(inputs).enumerate() {
        if given != wanted {
            let (given, wanted) = (type_text(ctx, given), type_text(ctx, wanted));
            return Err(format!(
                "operand type mismatch: expected operand type '{wanted}', but provided '{given}' for operand number {i}"
            ));
        }
    }
    if graph.results(op).len() != results.len() {
        return Err("incorrect number of results for callee".into());
    }
    match graph.result_types(op).zip(results).position(|(given, &wanted)| given != wanted) {
        Some(i) => Err(format!("result type mismatch at index {i}")),
        None => Ok(()),
    }
}
