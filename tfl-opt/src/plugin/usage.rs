//! One use of an operation, as a model has it or as TensorFlow's registry allows it: what a plugin begins with.

use std::fmt::Write as _;

use core_ir::spec::Presence;
use core_ir::text::{attr_text, type_text};
use core_ir::{AttrId, Context, DictId, Graph, Op};
use passes::candidates::Request;
use passes::composites::{self, Composite};
use passes::constants::constant_of;
use passes::functions::called_function;
use plugins_host::model::{Attr, OpView};
use plugins_host::view;

use super::kinds::Kind;

/// Operands of more bytes than this become arguments in the case, constants or not.
const MOST_CONST_BYTES: usize = 1 << 10;

/// An attribute.
pub(super) struct Attribute {
    pub(super) name: String,
    /// None where the author has to read it without help.
    pub(super) kind: Option<&'static Kind>,
    /// What it is in this use.
    pub(super) value: Option<Attr>,
    /// What it is where it is not written.
    pub(super) default: Option<Attr>,
}

/// A use of an operation.
pub(super) struct Usage {
    /// The operation's name with its dialect, or that of a composite.
    pub(super) name: String,
    /// Whether it is a composite.
    pub(super) is_composite: bool,
    /// The attributes, by name.
    pub(super) attrs: Vec<Attribute>,
    /// What operands are called, where a definition says.
    pub(super) operands: Vec<String>,
    /// What results are called.
    pub(super) results: Vec<String>,
    /// What a plugin sees.
    pub(super) view: OpView,
    /// A module with this use and nothing else.
    pub(super) module: String,
}

/// Finds the first use of `name` in a module, and what it is called there: operations and composites.
pub(super) fn find(ctx: &Context, module: &Graph, name: &str) -> Option<Usage> {
    let composites = composites::of_module(ctx, module);
    let mut found = None;
    each_op(module, &mut |graph, op| {
        if found.is_none() {
            let composite = called_function(ctx, graph, op).and_then(|callee| composites.get(&callee));
            if let Some(composite) = composite.filter(|composite| composite.name == name) {
                found = Some(usage(ctx, graph, op, Some(composite)));
            } else if ctx.op_text(graph.op_name(op)) == name {
                found = Some(usage(ctx, graph, op, None));
            }
        }
    });
    found
}

/// What can be named: composites, and operations of a dialect of TensorFlow's or of an unknown one.
pub(super) fn names(ctx: &Context, module: &Graph) -> Vec<String> {
    let mut names: Vec<String> =
        composites::of_module(ctx, module).into_values().map(|composite| composite.name).collect();
    each_op(module, &mut |graph, op| {
        let name = ctx.op_text(graph.op_name(op));
        if name.starts_with("tf.") || graph.spec(ctx, op).is_none() {
            names.push(name.to_owned());
        }
    });
    names.sort();
    names.dedup();
    names
}

fn each_op(graph: &Graph, visit: &mut impl FnMut(&Graph, Op)) {
    for op in graph.all_ops() {
        visit(graph, op);
        if let Some(inner) = graph.inner(op) {
            each_op(inner, visit);
        }
    }
}

fn usage(ctx: &Context, graph: &Graph, op: Op, composite: Option<&Composite>) -> Usage {
    let name = composite.map_or_else(|| ctx.op_text(graph.op_name(op)), |composite| &composite.name);
    let request = Request { ctx, graph, op, name, composite: composite.map(|composite| composite.attrs) };
    let view = view::view(&request).0;
    let spec = graph.spec(ctx, op).filter(|_| composite.is_none());
    let default = |name: &str| ctx.default_attr(spec?, name).map(|id| view::attr(ctx, id));
    let row = |name: &str| Some(&spec?.attr(name)?.1.kind);
    let seen = view.attrs.iter().map(|attr| (attr.name.clone(), Some(attr.value.clone())));
    let mut attrs: Vec<Attribute> = seen
        .map(|(name, value)| Attribute {
            kind: Kind::of(row(&name), value.as_ref()),
            default: default(&name),
            value,
            name,
        })
        .collect();
    let is_seen = |name: &str| view.attrs.iter().any(|attr| attr.name == name);
    for row in spec.into_iter().flat_map(|spec| spec.attrs.iter()) {
        if row.presence == Presence::Optional && !is_seen(&row.name) && !row.name.ends_with("segment_sizes") {
            attrs.push(Attribute { name: row.name.to_string(), kind: None, value: None, default: None });
        }
    }
    // One row may stand for several values; then none has a name.
    let names =
        |rows: Option<Vec<String>>, count: usize| rows.filter(|rows| rows.len() == count).unwrap_or_default();
    let rows = |rows: &[core_ir::spec::ValueSpec]| rows.iter().map(|row| row.name.to_string()).collect();
    Usage {
        is_composite: composite.is_some(),
        operands: names(spec.map(|spec| rows(&spec.operands)), view.operands.len()),
        results: names(spec.map(|spec| rows(&spec.results)), view.results.len()),
        module: module_text(ctx, graph, op, composite),
        name: name.to_owned(),
        attrs,
        view,
    }
}

/// A module with `op` alone. Operands are arguments, or constants where they are small ones.
fn module_text(ctx: &Context, graph: &Graph, op: Op, composite: Option<&Composite>) -> String {
    let (mut args, mut body, mut operands) = (Vec::new(), String::new(), Vec::new());
    for (i, value) in graph.operands(op).enumerate() {
        let ty = type_text(ctx, graph.value_type(value));
        let small = constant_of(ctx, graph, value).filter(|&id| {
            let count = ctx.element_count(ctx.const_type(id)).unwrap_or(usize::MAX);
            count <= MOST_CONST_BYTES && ctx.const_of(id).data.byte_len(count) <= MOST_CONST_BYTES
        });
        let name = match small {
            Some(id) => {
                let attr = attr_text(ctx, ctx.elements_attr(id));
                let _ = writeln!(body, "    %c{i} = \"tf.Const\"() {{value = {attr}}} : () -> {ty}");
                format!("%c{i}")
            }
            None => {
                args.push(format!("%arg{}: {ty}", args.len()));
                format!("%arg{}", args.len() - 1)
            }
        };
        operands.push((name, ty));
    }
    let results: Vec<String> = graph.result_types(op).map(|ty| type_text(ctx, ty)).collect();
    let names: Vec<&str> = operands.iter().map(|operand| &*operand.0).collect();
    let types: Vec<&str> = operands.iter().map(|operand| &*operand.1).collect();
    let (names, of_results) = (names.join(", "), results.join(", "));
    let signature = format!("({}) -> ({of_results})", types.join(", "));
    let is_one = results.len() == 1;
    let (bound, returned): (String, Vec<String>) = match results.len() {
        0 => (String::new(), Vec::new()),
        1 => ("%0 = ".into(), vec!["%0".into()]),
        n => (format!("%0:{n} = "), (0..n).map(|i| format!("%0#{i}")).collect()),
    };
    let attrs = written_attrs(ctx, graph, op);
    let op_name = ctx.op_text(graph.op_name(op));
    let _ = writeln!(body, "    {bound}\"{op_name}\"({names}){attrs} : {signature}");
    let colon = if results.is_empty() { "" } else { " : " };
    let _ = writeln!(body, "    return {}{colon}{of_results}", returned.join(", "));
    let callee = composite.and_then(|_| called_function(ctx, graph, op)).map(|symbol| ctx.str_text(symbol));
    let stub = match (composite, callee) {
        (Some(composite), Some(callee)) => stub(ctx, composite, &callee, &types, &results),
        _ => String::new(),
    };
    let arrow = if is_one { of_results } else { format!("({of_results})") };
    format!("module {{\n{stub}  func.func @main({}) -> {arrow} {{\n{body}  }}\n}}\n", args.join(", "))
}

/// The function of a composite, without what it computes.
fn stub(ctx: &Context, composite: &Composite, callee: &str, types: &[&str], results: &[String]) -> String {
    let args: Vec<String> = types.iter().enumerate().map(|(i, ty)| format!("%x{i}: {ty}")).collect();
    let names: Vec<String> = (0..types.len()).map(|i| format!("%x{i}")).collect();
    let values: Vec<String> = (0..results.len()).map(|i| format!("%y#{i}")).collect();
    let (of_results, attrs) = (results.join(", "), dict_text(ctx, composite.attrs));
    let count = results.len();
    format!(
        "  func.func private @\"{callee}\"({}) -> ({of_results}) attributes {{tf._implements = #tf_type.func<@\"{}\", {{{attrs}}}>}} {{\n    \
         %y:{count} = \"tf.WhatTheCompositeComputes\"({}) : ({}) -> ({of_results})\n    return {} : {of_results}\n  }}\n",
        args.join(", "),
        composite.name,
        names.join(", "),
        types.join(", "),
        values.join(", "),
    )
}

/// All attributes with those of the operation's definition that are not written, so that the text says the same where
/// nobody has the definition.
fn written_attrs(ctx: &Context, graph: &Graph, op: Op) -> String {
    let mut all: Vec<(String, AttrId)> = Vec::new();
    for dict in [graph.props(op), graph.attrs(op)] {
        let entries = ctx.dict_entries(dict).iter();
        all.extend(entries.map(|&(name, attr)| (ctx.str_text(name).into_owned(), attr)));
    }
    if let Some(spec) = graph.spec(ctx, op) {
        for row in spec.attrs.iter() {
            if let (Some(attr), false) =
                (ctx.default_attr(spec, &row.name), all.iter().any(|known| known.0 == row.name))
            {
                all.push((row.name.to_string(), attr));
            }
        }
    }
    // Those say where the model was made, and not what is computed.
    all.retain(|(name, _)| !name.starts_with('_') && name != "device");
    all.sort();
    if all.is_empty() {
        return String::new();
    }
    format!(" {{{}}}", all.iter().map(|(name, attr)| entry(ctx, name, *attr)).collect::<Vec<_>>().join(", "))
}

fn dict_text(ctx: &Context, dict: DictId) -> String {
    let entries = ctx.dict_entries(dict).iter();
    entries.map(|&(name, attr)| entry(ctx, &ctx.str_text(name), attr)).collect::<Vec<_>>().join(", ")
}

fn entry(ctx: &Context, name: &str, attr: AttrId) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_$.".contains(c);
    let begins = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let name = if begins && name.chars().all(is_plain) { name.to_owned() } else { format!("{name:?}") };
    format!("{name} = {}", attr_text(ctx, attr))
}
