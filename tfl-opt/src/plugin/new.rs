//! `plugin new`: a crate for one operation, from a model that has it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use core_ir::diag::{Diagnostic, Result};
use core_ir::spec::Arity;
use core_ir::text::{attr_text, type_text};
use core_ir::{Attr, Context, Diagnostics, Graph, Op};
use passes::candidates::Request;
use passes::constants::constant_of;
use plugins_host::model::OpView;
use plugins_host::view;

use super::{NewArgs, sdk, template};

/// So many uses of the operation, no two alike, become test cases.
const MOST_CASES: usize = 8;
/// A constant operand of more elements is a parameter of its test case.
const MOST_ELEMENTS: usize = 256;

/// What a model says of an operation.
pub(super) struct Found {
    /// Its name with the dialect.
    pub(super) name: String,
    /// The names of its operands and results: `x, y -> z`.
    pub(super) signature: String,
    /// Uses, as plugins see them.
    pub(super) views: Vec<OpView>,
    /// The same as functions in MLIR text.
    pub(super) cases: Vec<String>,
}

/// Writes the crate.
pub(super) fn run(args: &NewArgs, diags: &mut Diagnostics) -> Result<String> {
    let op = args.op.strip_prefix("tf.").unwrap_or(&args.op);
    let ctx = Context::new();
    let mut module = super::import(&ctx, args, diags)?;
    let found = find(&ctx, &mut module, &format!("tf.{op}"))?;
    let name = template::crate_name(op);
    let dir = args.dir.clone().unwrap_or_else(|| PathBuf::from(&name));
    if dir.join("Cargo.toml").exists() {
        return Diagnostic::error("plugin-new", "there is a crate already").in_file(&dir).err();
    }
    let id = args.id.clone().unwrap_or_else(|| name.clone());
    let sdk = match &args.sdk {
        Some(folder) => folder.canonicalize().map_err(|why| super::file_fault(folder, &why))?,
        None => {
            for (path, text) in sdk::FILES {
                super::write(&dir.join("sdk").join(path), text.as_bytes())?;
            }
            PathBuf::from("sdk")
        }
    };
    let attrs = template::attrs(&found.views);
    let files = [
        ("Cargo.toml", template::cargo_toml(&name, op, &sdk)),
        ("src/lib.rs", template::lib_rs(op, &id, &found, &attrs)),
        (&*format!("cases/{}.mlir", name.replace('-', "_")), template::cases(op, &found.cases)),
        ("README.md", template::readme(op, &name, &args.from_model)),
        (".gitignore", "/target\n".to_owned()),
    ];
    for (path, text) in &files {
        super::write(&dir.join(path), text.as_bytes())?;
    }
    let dir = dir.display();
    Ok(format!(
        "{dir}: a plugin for tf.{op}, with {} cases of {}\nnext: tfl-opt plugin test {dir}\n",
        found.cases.len(),
        args.from_model.display(),
    ))
}

/// The uses of operation `name`.
fn find(ctx: &Context, module: &mut Graph, name: &str) -> Result<Found> {
    let mut uses: BTreeMap<String, OpView> = BTreeMap::new();
    let mut signature = String::new();
    let mut others = BTreeSet::new();
    let mut look = |graph: &Graph| {
        for op in graph.all_ops() {
            let found = ctx.op_text(graph.op_name(op)).to_owned();
            if found != name {
                others.insert(found);
                continue;
            }
            let request = Request { ctx, graph, op, name, composite: None };
            signature = names(ctx, graph, op);
            if uses.len() < MOST_CASES {
                uses.entry(case(ctx, graph, op)).or_insert_with(|| view::view(&request).0);
            }
        }
    };
    look(module);
    for (_, body) in module.inners_mut() {
        look(body);
    }
    if uses.is_empty() {
        let known = others
            .iter()
            .map(String::as_str)
            .filter(|other| other.starts_with("tf.") && *other != "tf.Const");
        return Diagnostic::error("plugin-new", format!("the model has no `{name}`"))
            .note(format!("it has {}", known.collect::<Vec<_>>().join(", ")))
            .err();
    }
    let (cases, views) = uses.into_iter().unzip();
    Ok(Found { name: name.to_owned(), signature, views, cases })
}

/// What the definition of an operation calls its operands and results.
fn names(ctx: &Context, graph: &Graph, op: Op) -> String {
    let Some(spec) = graph.spec(ctx, op) else { return String::new() };
    let list = |rows: &[core_ir::spec::ValueSpec]| {
        let name = |row: &core_ir::spec::ValueSpec| match row.arity {
            Arity::Variadic => format!("{}...", row.name),
            _ => row.name.to_string(),
        };
        rows.iter().map(name).collect::<Vec<_>>().join(", ")
    };
    format!("({}) -> ({})", list(&spec.operands), list(&spec.results))
}

/// A function around a copy of an operation; `@NAME` stands where its name belongs.
fn case(ctx: &Context, graph: &Graph, op: Op) -> String {
    let (mut params, mut consts, mut operands) = (Vec::new(), String::new(), Vec::new());
    for (i, value) in graph.operands(op).enumerate() {
        let ty = type_text(ctx, graph.value_type(value));
        let small = |id: &core_ir::ConstId| {
            ctx.element_count(ctx.const_type(*id)).is_some_and(|count| count <= MOST_ELEMENTS)
        };
        let constant = constant_of(ctx, graph, value).filter(small);
        match constant {
            Some(id) => {
                let elements = attr_text(ctx, ctx.attr(Attr::Elements(id)));
                consts.push_str(&format!("  %c{i} = \"tf.Const\"() {{value = {elements}}} : () -> {ty}\n"));
                operands.push((format!("%c{i}"), ty));
            }
            None => {
                params.push(format!("%arg{i}: {ty}"));
                operands.push((format!("%arg{i}"), ty));
            }
        }
    }
    let attrs: BTreeMap<String, String> = [graph.props(op), graph.attrs(op)]
        .into_iter()
        .flat_map(|dict| ctx.dict_entries(dict))
        .map(|&(name, attr)| (ctx.str_text(name).into_owned(), attr_text(ctx, attr)))
        .filter(|(name, _)| !name.starts_with('_') && name != "device" && !name.contains('.'))
        .collect();
    let attrs: Vec<String> = attrs.into_iter().map(|(name, text)| format!("{name} = {text}")).collect();
    let results: Vec<String> = graph.result_types(op).map(|ty| type_text(ctx, ty)).collect();
    let values: Vec<String> = match results.len() {
        1 => vec!["%0".into()],
        n => (0..n).map(|i| format!("%0#{i}")).collect(),
    };
    let left = match results.len() {
        0 => String::new(),
        1 => "%0 = ".into(),
        n => format!("%0:{n} = "),
    };
    let (inputs, input_types): (Vec<String>, Vec<String>) = operands.into_iter().unzip();
    let all = results.join(", ");
    let ret =
        if results.is_empty() { "return".into() } else { format!("return {} : {all}", values.join(", ")) };
    format!(
        "func.func @NAME({}) -> ({all}) {{\n{consts}  {left}\"{}\"({}) {{{}}} : ({}) -> ({all})\n  {ret}\n}}\n",
        params.join(", "),
        ctx.op_text(graph.op_name(op)),
        inputs.join(", "),
        attrs.join(", "),
        input_types.join(", "),
    )
}

/// A path as TOML and Markdown show it.
pub(super) fn plain(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
