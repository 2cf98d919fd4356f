//! A use of an operation of TensorFlow's, made up from its definition.

use core_ir::diag::{Diagnostic, Result};
use core_ir::text::{ParseOptions, parse_module, type_text};
use core_ir::{Context, Diagnostics, verifier};
use dialects::tf::{self, ArgDef, ArgElem, AttrDef, OpDef};
use passes::pipeline::did_you_mean;

use super::usage::{self, Usage};

/// The shapes that are tried: what an operation takes is often more than its definition says.
const SHAPES: &[&str] = &["4x", "2x3x", "", "1x4x4x3x", "*x"];

/// A made-up use of the operation `name`, `tf.Erfinv`. Fails where TensorFlow has none or no made-up use is right.
pub(super) fn usage(name: &str) -> Result<Usage> {
    let short = name.strip_prefix("tf.").unwrap_or(name);
    let Some(def) = tf::op_def(short) else {
        let fault = Diagnostic::error("no-such-op", format!("TensorFlow has no operation `{short}`"));
        let from_model = "name a model that uses it with --from-model";
        let help = did_you_mean(tf::op_def_names(), short);
        return fault
            .help(help.map_or(from_model.into(), |help| format!("{help} If not, {from_model}")))
            .err();
    };
    let mut why = None;
    for shape in SHAPES {
        let ctx = Context::new();
        let mut diags = Diagnostics::new();
        let text = module_text(&ctx, name, &def, shape);
        let read = parse_module(&ctx, name, &text, &ParseOptions::default(), &mut diags)
            .and_then(|module| verifier::verify(&ctx, &module, &mut diags).map(|()| module));
        match read {
            Ok(module) => {
                if let Some(found) = usage::find(&ctx, &module, name) {
                    return Ok(found);
                }
            }
            Err(_) => why = why.or(diags.into_vec().into_iter().next().map(|fault| fault.message)),
        }
    }
    let text = format!("no use of `{name}` can be made up from its definition alone");
    let fault = Diagnostic::error("plugin-new", text).help("name a model that uses it with --from-model");
    why.into_iter().fold(fault, Diagnostic::note).err()
}

/// A module with a use in which every tensor has the shape `shape`.
fn module_text(ctx: &Context, name: &str, def: &OpDef<'_>, shape: &str) -> String {
    let types = |args: &[ArgDef<'_>]| -> Vec<String> {
        args.iter()
            .flat_map(|arg| vec![format!("tensor<{shape}{}>", elem(ctx, def, arg)); repeated(def, arg)])
            .collect()
    };
    let (operands, results) = (types(&def.inputs), types(&def.outputs));
    let args: Vec<String> = operands.iter().enumerate().map(|(i, ty)| format!("%x{i}: {ty}")).collect();
    let names: Vec<String> = (0..operands.len()).map(|i| format!("%x{i}")).collect();
    let attrs: Vec<String> = def
        .attrs
        .iter()
        .filter(|attr| attr.default.is_none() && !is_derived(def, &attr.name))
        .map(|attr| format!("{} = {}", attr.name, value(ctx, attr)))
        .collect();
    format!(
        "func.func @main({}) {{\n  \"{name}\"({}) {{{}}} : ({}) -> ({})\n  return\n}}\n",
        args.join(", "),
        names.join(", "),
        attrs.join(", "),
        operands.join(", "),
        results.join(", ")
    )
    .replacen("  \"", &format!("  {}\"", bound(results.len())), 1)
}

fn bound(results: usize) -> String {
    if results == 0 { String::new() } else { format!("%y:{results} = ") }
}

/// Whether the attribute follows from the types or the number of arguments.
fn is_derived(def: &OpDef<'_>, name: &str) -> bool {
    def.inputs.iter().chain(&def.outputs).any(|arg| {
        let of_type = match &arg.elem {
            ArgElem::Fixed(_) => false,
            ArgElem::TypeAttr(attr) | ArgElem::TypeListAttr(attr) => attr == name,
        };
        of_type || arg.number_attr.as_deref() == Some(name)
    })
}

fn attr_of<'d>(def: &'d OpDef<'_>, name: &str) -> Option<&'d AttrDef<'d>> {
    def.attrs.iter().find(|attr| attr.name == name)
}

/// How many values an argument stands for: as few as there may be.
fn repeated(def: &OpDef<'_>, arg: &ArgDef<'_>) -> usize {
    let attr = match (&arg.elem, &arg.number_attr) {
        (_, Some(number)) => attr_of(def, number),
        (ArgElem::TypeListAttr(list), None) => attr_of(def, list),
        _ => return 1,
    };
    let least = attr.and_then(|attr| attr.minimum).unwrap_or(1).max(1);
    usize::try_from(least).unwrap_or(1).min(16)
}

/// The element type of an argument: `f32` where it may be that.
fn elem(ctx: &Context, def: &OpDef<'_>, arg: &ArgDef<'_>) -> String {
    match &arg.elem {
        ArgElem::Fixed(name) => elem_text(ctx, name),
        ArgElem::TypeAttr(attr) | ArgElem::TypeListAttr(attr) => {
            attr_of(def, attr).map_or_else(|| "f32".to_owned(), |attr| elem_text(ctx, preferred(attr)))
        }
    }
}

fn preferred<'d>(attr: &'d AttrDef<'_>) -> &'d str {
    match attr.allowed.first() {
        Some(first) if !attr.allowed.iter().any(|name| name == "f32") => first,
        _ => "f32",
    }
}

fn elem_text(ctx: &Context, name: &str) -> String {
    ctx.elem_named(name).map_or_else(|| "f32".to_owned(), |ty| type_text(ctx, ty))
}

/// Some value of an attribute that has no default.
fn value(ctx: &Context, attr: &AttrDef<'_>) -> String {
    let least = attr.minimum.unwrap_or(1).max(1);
    let element = match attr.kind.trim_start_matches("list(").trim_end_matches(')') {
        "int" => format!("{least} : i64"),
        "float" => "1.0 : f32".into(),
        "bool" => "false".into(),
        "string" => format!("{:?}", attr.allowed.first().map_or("", |word| word)),
        "type" => elem_text(ctx, preferred(attr)),
        "shape" => "#tf_type.shape<4>".into(),
        "func" => "@main".into(),
        _ => "dense<0.0> : tensor<f32>".into(),
    };
    if !attr.kind.starts_with("list(") {
        return element;
    }
    let count = usize::try_from(least).unwrap_or(1).min(16);
    format!("[{}]", vec![element; count].join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_use_of_nearly_every_operation_can_be_made_up() {
        dialects::link();
        passes::link();
        // Every seventh, for time.
        let names: Vec<&str> = tf::op_def_names().step_by(7).collect();
        let failed: Vec<&str> =
            names.iter().copied().filter(|name| usage(&format!("tf.{name}")).is_err()).collect();
        assert!(failed.len() * 10 < names.len(), "{} of {}: {failed:?}", failed.len(), names.len());
    }
}
