//! The files of a new plugin.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use plugins_host::model::{Attr, OpView};

use super::new::{Found, plain};

/// A kind of attribute: its Rust type, the getter of the SDK and what makes an option of it.
struct Kind {
    rust: &'static str,
    getter: &'static str,
    option: &'static str,
}

const KINDS: &[(&str, Kind)] = &[
    ("int", Kind { rust: "i64", getter: "int", option: "int({key}, attrs.{field})" }),
    ("float", Kind { rust: "f64", getter: "float", option: "float({key}, attrs.{field})" }),
    ("boolean", Kind { rust: "bool", getter: "bool", option: "bool({key}, attrs.{field})" }),
    ("text", Kind { rust: "String", getter: "text", option: "text({key}, attrs.{field})" }),
    ("ty", Kind { rust: "Elem", getter: "ty", option: "text({key}, attrs.{field}.to_string())" }),
    ("ints", Kind { rust: "Vec<i64>", getter: "ints", option: "ints({key}, &attrs.{field})" }),
    ("floats", Kind { rust: "Vec<f64>", getter: "floats", option: "floats({key}, &attrs.{field})" }),
    (
        "texts",
        Kind {
            rust: "Vec<String>",
            getter: "texts",
            option: "with({key}, OptionValue::Texts(attrs.{field}))",
        },
    ),
];

/// An attribute by name; none where uses differ in kind, or no option holds it.
pub(super) type Attrs = BTreeMap<String, Option<&'static str>>;

/// The attributes of all uses.
pub(super) fn attrs(views: &[OpView]) -> Attrs {
    let mut found: Attrs = BTreeMap::new();
    for attr in views.iter().flat_map(|view| &view.attrs) {
        let kind = kind(&attr.value);
        // A list without elements arrives as one of integers, whatever it is a list of.
        let is_empty = matches!(&attr.value, Attr::Ints(list) if list.is_empty());
        found
            .entry(attr.name.clone())
            .and_modify(|known| *known = if is_empty || *known == kind { *known } else { None })
            .or_insert(kind);
    }
    found
}

fn kind(value: &Attr) -> Option<&'static str> {
    Some(match value {
        Attr::Int(_) => "int",
        Attr::Float(_) => "float",
        Attr::Boolean(_) => "boolean",
        Attr::Text(_) => "text",
        Attr::Ty(_) => "ty",
        Attr::Ints(_) => "ints",
        Attr::Floats(_) => "floats",
        Attr::Texts(_) => "texts",
        _ => return None,
    })
}

/// `MyOp` as `my-op`.
pub(super) fn crate_name(op: &str) -> String {
    let mut name = String::new();
    let mut last_was_lower = false;
    for c in op.chars() {
        if c.is_ascii_uppercase() && last_was_lower {
            name.push('-');
        }
        last_was_lower = c.is_ascii_lowercase() || c.is_ascii_digit();
        name.push(if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
    }
    let name = name.trim_matches('-').to_owned();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { format!("op-{name}") }
}

/// `MyOp` as the name of a type.
fn type_name(op: &str) -> String {
    let name: String = op.chars().filter(char::is_ascii_alphanumeric).collect();
    if name.starts_with(|c: char| c.is_ascii_uppercase()) { name } else { format!("Op{name}") }
}

/// The manifest of the crate.
pub(super) fn cargo_toml(name: &str, op: &str, sdk: &Path) -> String {
    let sdk = plain(sdk);
    format!(
        r#"[package]
name = "{name}"
version = "0.1.0"
edition = "2024"
publish = false
description = "Converts tf.{op} for tfl-opt."

[lib]
# The plugin, and what its tests link.
crate-type = ["cdylib", "rlib"]

[dependencies]
tfl-opt-plugin = {{ path = "{sdk}" }}

# Small, and with the names that stacks are told in.
[profile.release]
opt-level = "s"
lto = true
codegen-units = 1
panic = "abort"
strip = "debuginfo"

[workspace]
"#
    )
}

/// The converter: it keeps the operation as a custom one, which is whole and right, and for the author to improve on.
pub(super) fn lib_rs(op: &str, id: &str, found: &Found, attrs: &Attrs) -> String {
    let ty = type_name(op);
    let field = |name: &str| match name {
        "type" | "fn" | "loop" | "match" | "ref" | "in" | "move" | "use" | "where" | "box" => {
            format!("r#{name}")
        }
        _ => name.replace(|c: char| !c.is_ascii_alphanumeric() && c != '_', "_"),
    };
    let kind_of = |kind: &str| KINDS.iter().find(|row| row.0 == kind).map(|row| &row.1);
    let (mut fields, mut reads, mut options, mut others) =
        (String::new(), String::new(), String::new(), String::new());
    let (mut uses_elem, mut uses_value) = (false, false);
    for (name, kind) in attrs {
        let Some(kind) = kind.and_then(kind_of) else {
            let _ = writeln!(
                others,
                "    // Attribute `{name}` is for `op.attr(\"{name}\")`: no option holds it as it is."
            );
            continue;
        };
        let (key, field) = (format!("{name:?}"), field(name));
        let _ = writeln!(fields, "    /// `{name}`\n    pub {field}: {},", kind.rust);
        let _ = writeln!(reads, "            {field}: op.{}({key})?,", kind.getter);
        let option = kind.option.replace("{key}", &key).replace("{field}", &field);
        let _ = write!(options, "\n            .{option}");
        uses_elem |= kind.rust == "Elem";
        uses_value |= option.contains("OptionValue");
    }
    let mut imports = vec!["Builder", "Failure", "Fragment", "Op", "Options", "Plugin", "export_plugin"];
    imports.extend(uses_elem.then_some("Elem"));
    imports.extend(uses_value.then_some("OptionValue"));
    imports.sort_unstable();
    let imports = imports.join(", ");
    let manifest = serde_json::json!({
        "id": id, "version": "0.1.0", "wit": "0.1.0", "ops": [found.name],
        "description": format!("Converts {}.", found.name),
    });
    let (declaration, read) = if fields.is_empty() {
        (String::new(), String::new())
    } else {
        let text = format!(
            "\n/// The attributes of `{name}`. One that is missing or of another kind is an error that names it.\n\
             #[derive(Clone, Debug)]\n#[allow(non_snake_case)]\npub struct Attrs {{\n{fields}}}\n\n\
             impl Attrs {{\n    /// Reads them.\n    pub fn of(op: &Op) -> Result<Self, Failure> {{\n        Ok(Self {{\n{reads}        }})\n    }}\n}}\n",
            name = found.name
        );
        (text, "        let attrs = Attrs::of(op)?;\n".to_owned())
    };
    let others = others.replace("    //", "        //");
    format!(
        r##"//! `{name}{signature}` for tfl-opt.

use tfl_opt_plugin::{{{imports}}};

/// Converts `{name}`.
pub struct {ty};
{declaration}
impl Plugin for {ty} {{
    fn convert(op: &Op) -> Result<Fragment, Failure> {{
{read}        let mut b = Builder::new(op);
        let operands = (0..op.operands().len()).map(|i| b.operand(i)).collect::<Result<Vec<_>, _>>()?;

        // This keeps the operation for a kernel that the application registers as `{op}`, which reads its attributes
        // from a FlexBuffer. Where TFLite's own operations compute the same, write them instead, as in:
        //
        //     let two = b.scalar_f32(2.0);
        //     let y = b.binary("tfl.mul", operands[0], two, op.result(0)?);
        //     b.finish(&[y])
{others}        let options = Options::new(){options};
        let results = b.custom("{op}", options, &operands, op.results());
        b.finish(&results)
    }}
}}

export_plugin!({ty}, manifest = r#"{manifest}"#);

#[cfg(test)]
mod tests {{
    use super::*;

    /// Converters are functions, and are tested as such; `cases` holds what a model has.
    #[test]
    fn an_operation_without_operands_has_no_conversion_or_a_custom_one() {{
        match {ty}::convert(&Op::named("{name}")) {{
            Ok(fragment) => assert_eq!(fragment.ops.len(), 1),
            Err(Failure::Failed(found)) => assert!(!found[0].message.is_empty()),
            Err(Failure::Declined(why)) => assert!(!why.is_empty()),
        }}
    }}
}}
"##,
        name = found.name,
        signature = found.signature,
    )
}

/// Test cases.
pub(super) fn cases(op: &str, cases: &[String]) -> String {
    let mut out = format!(
        "// What a model has of tf.{op}. `tfl-opt plugin test` converts each case twice and looks for the texts of its\n\
         // checks in what comes out; `--show` prints that.\n"
    );
    for (i, case) in cases.iter().enumerate() {
        if i > 0 {
            out.push_str("\n// -----\n");
        }
        let name = format!("@case{i}");
        let _ = write!(
            out,
            "\n// CHECK: func.func {name}\n// CHECK: \"tfl.custom\"\n// CHECK: custom_code = \"{op}\"\n{}",
            case.replacen("@NAME", &name, 1)
        );
    }
    out
}

/// What to do with the crate.
pub(super) fn readme(op: &str, name: &str, model: &Path) -> String {
    let file = name.replace('-', "_");
    let model = plain(model);
    format!(
        "# tf.{op} for tfl-opt\n\n\
         The converter is in `src/lib.rs`, what it should do in `cases/{file}.mlir`.\n\n\
         ```\n\
         cargo test              # unit tests, natively\n\
         tfl-opt plugin test     # builds the plugin, and converts the cases\n\
         tfl-opt plugin check {file}.wasm\n\
         tfl-opt convert {model} -o model.tflite --load-plugin {file}.wasm\n\
         ```\n\n\
         Building takes Rust with `rustup target add wasm32-unknown-unknown`.\n"
    )
}
