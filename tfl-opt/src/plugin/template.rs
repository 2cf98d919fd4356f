//! The files of a plugin that is begun.

use std::fmt::Write as _;
use std::path::Path;

use plugins_host::fault::clean;
use plugins_host::model::{Attr, TensorType};

use super::kinds::{attr_literal, literal};
use super::usage::{Attribute, Usage};

/// What a plugin is called.
pub(super) struct Names {
    /// `my_op`
    pub(super) krate: String,
    /// `MyOp`, a Rust type and the runtime's name for the operation.
    pub(super) ty: String,
    /// `local.my_op`
    pub(super) id: String,
    /// The version of the interface.
    pub(super) wit: &'static str,
}

impl Names {
    /// The names for an operation.
    pub(super) fn new(op: &str, id: Option<&str>, wit: &'static str) -> Self {
        let last = op.rsplit(['.', ':', '/']).next().unwrap_or(op);
        let mut ty = String::new();
        for word in last.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
            let (head, tail) = word.split_at(1);
            ty += &head.to_ascii_uppercase();
            ty += tail;
        }
        if !ty.starts_with(|c: char| c.is_ascii_alphabetic()) {
            ty.insert_str(0, "Op");
        }
        let krate = snake(&ty);
        let id = id.map_or_else(|| format!("local.{krate}"), str::to_owned);
        Self { krate, ty, id, wit }
    }
}

/// `MyOpV2` as `my_op_v2`.
fn snake(name: &str) -> String {
    let mut out = String::new();
    let chars: Vec<char> = name.chars().collect();
    for (i, &c) in chars.iter().enumerate() {
        let before = i.checked_sub(1).map(|i| chars[i]);
        let after = chars.get(i + 1);
        let starts_word = || after.is_some_and(char::is_ascii_lowercase);
        let begins = c.is_ascii_uppercase()
            && before.is_some_and(|before| before.is_ascii_lowercase() || starts_word());
        if begins && !out.is_empty() && !out.ends_with('_') {
            out.push('_');
        }
        out.push(if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' });
    }
    if out.starts_with(|c: char| c.is_ascii_digit()) {
        out.insert(0, '_');
    }
    out
}

/// Words that are no names of fields in Rust.
const KEYWORDS: &[&str] = &[
    "as", "async", "await", "box", "break", "const", "continue", "crate", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match",
    "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while",
    "yield", "abstract", "become", "_",
];

/// The names of fields for attributes: each another.
fn fields(attrs: &[Attribute]) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for attr in attrs {
        let mut name = snake(&attr.name);
        while KEYWORDS.contains(&name.as_str()) || taken.contains(&name) {
            name.push('_');
        }
        taken.push(name);
    }
    taken
}

/// The crate's manifest.
pub(super) fn cargo_toml(names: &Names, usage: &Usage, sdk: &Path) -> String {
    format!(
        r#"[package]
name = "{}"
version = "0.1.0"
edition = "2024"
publish = false
description = {:?}

[lib]
crate-type = ["cdylib", "rlib"]

[dependencies]
tfl-opt-plugin = {{ path = {:?} }}

# A plugin is small, and the names of its functions are kept for messages.
[profile.release]
opt-level = "s"
lto = true
codegen-units = 1
strip = "debuginfo"
panic = "abort"

[workspace]
"#,
        names.krate,
        format!("Converts {}.", usage.name),
        sdk.to_string_lossy(),
    )
}

/// What there is to know.
pub(super) fn readme(names: &Names, usage: &Usage) -> String {
    format!(
        "# {}\n\nA plugin for tfl-opt that converts `{}`: `src/lib.rs` says to what, `tests/*.mlir` shows it.\n\n    tfl-opt plugin test\n    tfl-opt convert MODEL -o model.tflite --load-plugin {}.wasm\n",
        names.krate, usage.name, names.krate
    )
}

/// The plugin.
pub(super) fn lib_rs(names: &Names, usage: &Usage) -> String {
    // Names come from the model: in a comment, they stay on its line.
    let op = clean(&usage.name, 200);
    let fields = fields(&usage.attrs);
    let with_kind: Vec<(&Attribute, &String)> =
        usage.attrs.iter().zip(&fields).filter(|(attr, _)| attr.kind.is_some()).collect();
    let mut out = String::new();
    let has_attrs = !with_kind.is_empty();
    let has = |word: &str| {
        with_kind
            .iter()
            .any(|(attr, _)| attr.kind.is_some_and(|kind| kind.ty == word || kind.option.contains(word)))
    };
    let mut uses = vec!["Builder", "Failure", "Fragment", "Op", "Options", "Plugin", "export_plugin"];
    if has("Elem") {
        uses.insert(1, "Elem");
    }
    if has("OptionValue") {
        uses.insert(uses.len() - 3, "OptionValue");
    }
    let _ = writeln!(out, "//! Converts `{}`.\n\nuse tfl_opt_plugin::{{{}}};\n", op, uses.join(", "));
    attributes(&mut out, usage, &with_kind);
    let others: Vec<&Attribute> = usage.attrs.iter().filter(|attr| attr.kind.is_none()).collect();
    for attr in &others {
        let _ = writeln!(
            out,
            "// Attribute `{0}` has no field: read it with `op.attr({1:?})`.",
            clean(&attr.name, 200),
            attr.name
        );
    }
    if !others.is_empty() {
        out.push('\n');
    }
    let _ = writeln!(out, "/// What stands for `{op}`.\nstruct {};\n", names.ty);
    let _ = writeln!(
        out,
        "impl Plugin for {} {{\n    fn convert(op: &Op) -> Result<Fragment, Failure> {{",
        names.ty
    );
    if has_attrs {
        let _ = writeln!(out, "        let attrs = Attrs::of(op)?;");
    }
    let _ = writeln!(out, "        let mut b = Builder::new(op);");
    for (what, list, types) in [
        (
            "operand",
            &usage.operands,
            usage.view.operands.iter().map(|operand| &operand.ty).collect::<Vec<_>>(),
        ),
        ("result", &usage.results, usage.view.results.iter().collect()),
    ] {
        for (i, ty) in types.into_iter().enumerate() {
            let name = list.get(i).map_or_else(String::new, |name| format!(" `{}`", clean(name, 80)));
            let _ = writeln!(out, "        // {what} {i}{name}: {}", type_comment(ty));
        }
    }
    let _ = writeln!(
        out,
        "        let operands = (0..op.operands().len()).map(|i| b.operand(i)).collect::<Result<Vec<_>, _>>()?;"
    );
    let _ = write!(
        out,
        "
        // The lowering goes here. As it stands, the operation is kept as a custom one of the runtime, which needs a
        // kernel that is registered as `{0}` and reads these options from a FlexBuffer. To make builtin operations
        // of it instead, build them with `b`, such as `let y = b.unary(\"tfl.exp\", operands[0], op.result(0)?);`, and
        // finish with `&[y]`. `declined(\"why\")` is for uses that this plugin does not convert.
        let options = Options::new()",
        names.ty
    );
    for (attr, field) in &with_kind {
        if let Some(kind) = attr.kind {
            let call = kind
                .option
                .replace("KEY", &format!("{:?}", attr.name))
                .replace("FIELD", &format!("attrs.{field}"));
            let _ = write!(out, "\n            .{call}");
        }
    }
    let manifest = manifest(names, usage);
    let mut hashes = "#".to_owned();
    while manifest.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    let _ = write!(
        out,
        ";
        let results = b.custom({0:?}, options, &operands, op.results());
        b.finish(&results)
    }}
}}

export_plugin!({0}, manifest = r{2}\"{1}\"{2});

",
        names.ty, manifest, hashes
    );
    tests(&mut out, names, usage);
    out
}

/// The manifest, as JSON.
pub(super) fn manifest(names: &Names, usage: &Usage) -> String {
    let list = if usage.is_composite { "composites" } else { "ops" };
    let mut entries = serde_json::Map::new();
    for (name, value) in [("id", &*names.id), ("version", "0.1.0"), ("wit", names.wit)] {
        entries.insert(name.into(), value.into());
    }
    entries.insert(list.into(), vec![usage.name.clone()].into());
    serde_json::Value::Object(entries).to_string()
}

fn attributes(out: &mut String, usage: &Usage, attrs: &[(&Attribute, &String)]) {
    if attrs.is_empty() {
        return;
    }
    let _ = writeln!(out, "/// The attributes of `{}`.\nstruct Attrs {{", clean(&usage.name, 200));
    for (attr, field) in attrs {
        let Some(kind) = attr.kind else { continue };
        let said = |value: &Option<Attr>| value.as_ref().and_then(|value| literal(kind, value));
        let mut about = format!("`{}`", clean(&attr.name, 200));
        if let Some(value) = said(&attr.value) {
            let _ = write!(about, ", such as `{}`", value.replace(".to_owned()", ""));
        }
        let _ = writeln!(out, "    /// {about}.\n    {field}: {},", kind.ty);
    }
    let _ = writeln!(
        out,
        "}}\n\nimpl Attrs {{\n    fn of(op: &Op) -> Result<Self, Failure> {{\n        Ok(Self {{"
    );
    for (attr, field) in attrs {
        let Some(kind) = attr.kind else { continue };
        let default = attr.default.as_ref().and_then(|value| literal(kind, value));
        let _ = match default {
            Some(default) => {
                writeln!(out, "            {field}: op.{}_or({:?}, {default})?,", kind.getter, attr.name)
            }
            None => writeln!(out, "            {field}: op.{}({:?})?,", kind.getter, attr.name),
        };
    }
    let _ = writeln!(out, "        }})\n    }}\n}}\n");
}

/// Tests that need no tfl-opt.
fn tests(out: &mut String, names: &Names, usage: &Usage) {
    let view = &usage.view;
    let mut chain = format!("        Op::named({:?})", view.name);
    let mut has_attr = false;
    for attr in &usage.attrs {
        let value = attr.kind.zip(attr.value.as_ref()).and_then(|(kind, value)| attr_literal(kind, value));
        if let Some(value) = value {
            has_attr = true;
            let _ = write!(chain, "\n            .with_attr({:?}, {value})", attr.name);
        }
    }
    for operand in &view.operands {
        let _ = write!(chain, "\n            .with_operand({})", type_literal(&operand.ty));
    }
    for ty in &view.results {
        let _ = write!(chain, "\n            .with_result({})", type_literal(ty));
    }
    let has_type = !(view.operands.is_empty() && view.results.is_empty());
    let mut uses: Vec<&str> = Vec::new();
    uses.extend(has_attr.then_some("Attr"));
    uses.extend(has_type.then_some("TensorType"));
    let uses = if uses.is_empty() {
        String::new()
    } else {
        format!("    use tfl_opt_plugin::{{{}}};\n\n", uses.join(", "))
    };
    let _ = write!(
        out,
        "#[cfg(test)]
mod tests {{
{uses}    use super::*;

    fn op() -> Op {{
{chain}
    }}

    #[test]
    fn every_result_is_made() {{
        let fragment = {}::convert(&op()).expect(\"it is converted\");
        assert_eq!(fragment.results.len(), op().results().len());
    }}
}}
",
        names.ty
    );
}

fn type_literal(ty: &TensorType) -> String {
    format!("TensorType {{ elem: {:?}.to_owned(), dims: {} }}", ty.elem, dims_literal(ty))
}

fn dims_literal(ty: &TensorType) -> String {
    match &ty.dims {
        None => "None".into(),
        Some(dims) => format!("Some(vec!{dims:?})"),
    }
}

fn type_comment(ty: &TensorType) -> String {
    match &ty.dims {
        None => format!("{}, of any rank", clean(&ty.elem, 200)),
        Some(dims) => {
            let dim = |dim: &Option<u64>| dim.map_or_else(|| "?".to_owned(), |n| n.to_string());
            format!("{} [{}]", clean(&ty.elem, 200), dims.iter().map(dim).collect::<Vec<_>>().join(", "))
        }
    }
}
