//! Inherent attributes against their rows.

use crate::attrs::{Attr, AttrId};
use crate::context::Context;
use crate::spec::{AttrKind, AttrLimit, AttrSpec, EnumSpec, OpView, Presence};

/// Every required attribute is there, and each is of its kind.
pub(super) fn check_attrs(op: &OpView<'_>) -> Result<(), String> {
    for row in op.spec.attrs.iter() {
        match op.ctx.dict_get(op.props, &row.name) {
            None if row.presence == Presence::Required => {
                return Err(format!("requires attribute '{}'", row.name));
            }
            Some(attr) if !fits(op.ctx, row, attr) => {
                let wanted = description(row);
                return Err(format!("attribute '{}' failed to satisfy constraint: {wanted}", row.name));
            }
            _ => {}
        }
    }
    Ok(())
}

fn fits(ctx: &Context, row: &AttrSpec, attr: AttrId) -> bool {
    is_of_kind(ctx, &row.kind, ctx.attr_of(attr))
        && row.limit.as_ref().is_none_or(|limit| is_within(ctx, limit, attr))
}

fn is_of_kind(ctx: &Context, kind: &AttrKind, attr: &Attr) -> bool {
    let all = |wanted: fn(&Context, &Attr) -> bool| match attr {
        Attr::Array(items) => items.iter().all(|&item| wanted(ctx, ctx.attr_of(item))),
        _ => false,
    };
    match kind {
        AttrKind::Any => true,
        AttrKind::Bool => matches!(attr, Attr::Bool(_)),
        AttrKind::Int(_) => is_int(ctx, attr),
        AttrKind::F32 => is_float(ctx, attr),
        AttrKind::Str => is_string(ctx, attr),
        AttrKind::Type => is_type(ctx, attr),
        AttrKind::Shape => is_shape(ctx, attr),
        AttrKind::Elements | AttrKind::Bytes => matches!(attr, Attr::Elements(_) | Attr::Opaque { .. }),
        AttrKind::Symbol => is_symbol(ctx, attr),
        AttrKind::Ints(_) => is_numbers(attr) || all(is_int),
        AttrKind::Floats => is_numbers(attr) || all(is_float),
        AttrKind::Bools => is_numbers(attr) || all(|_, attr| matches!(attr, Attr::Bool(_))),
        AttrKind::Strs => all(is_string),
        AttrKind::Types => all(is_type),
        AttrKind::Shapes => all(is_shape),
        AttrKind::Symbols => all(is_symbol),
        AttrKind::Dict => matches!(attr, Attr::Dict(_)),
        AttrKind::Enum(words) => {
            matches!(attr, Attr::String(word) if words.number(&ctx.str_text(*word)).is_some())
        }
    }
}

fn is_int(_: &Context, attr: &Attr) -> bool {
    matches!(attr, Attr::Integer { .. } | Attr::Bool(_))
}

fn is_float(_: &Context, attr: &Attr) -> bool {
    matches!(attr, Attr::Float { .. })
}

fn is_string(_: &Context, attr: &Attr) -> bool {
    matches!(attr, Attr::String(_))
}

/// TensorFlow also writes types as strings, `"tfdtype$DT_FLOAT"`.
fn is_type(ctx: &Context, attr: &Attr) -> bool {
    match attr {
        Attr::Type(_) => true,
        Attr::String(text) => ctx.str_bytes(*text).starts_with(b"tfdtype$"),
        _ => false,
    }
}

fn is_shape(_: &Context, attr: &Attr) -> bool {
    matches!(
        attr,
        Attr::Opaque { .. } | Attr::Dialect { .. } | Attr::Type(_) | Attr::Array(_) | Attr::DenseArray { .. }
    )
}

/// A function is a symbol, a name, or a symbol with attributes.
fn is_symbol(_: &Context, attr: &Attr) -> bool {
    matches!(attr, Attr::Symbol(_) | Attr::String(_) | Attr::Dialect { .. } | Attr::Opaque { .. })
}

fn is_numbers(attr: &Attr) -> bool {
    matches!(attr, Attr::DenseArray { .. } | Attr::Elements(_))
}

fn is_within(ctx: &Context, limit: &AttrLimit, attr: AttrId) -> bool {
    let number = || ctx.attr_int(attr).map(|n| n as f64).or_else(|| ctx.attr_float(attr));
    match limit {
        AttrLimit::Positive => number().is_some_and(|n| n > 0.0),
        AttrLimit::NonNegative => number().is_some_and(|n| n >= 0.0),
        AttrLimit::Between(low, high) => ctx.attr_int(attr).is_some_and(|n| (*low..=*high).contains(&n)),
        AttrLimit::SizeAtMost(most) => match ctx.attr_of(attr) {
            Attr::Array(items) => u32::try_from(items.len()).is_ok_and(|size| size <= *most),
            _ => ctx
                .attr_ints(attr)
                .is_none_or(|list| u32::try_from(list.len()).is_ok_and(|size| size <= *most)),
        },
        AttrLimit::Bool(wanted) => ctx.attr_bool(attr) == Some(*wanted),
        AttrLimit::Word(wanted) => ctx.attr_str(attr).is_some_and(|word| word == *wanted),
    }
}

/// What MLIR calls such an attribute.
fn description(row: &AttrSpec) -> String {
    let kind = match &row.kind {
        AttrKind::Any | AttrKind::Bytes => "any attribute".into(),
        AttrKind::Bool => "bool attribute".into(),
        AttrKind::Int(width) => format!("{width}-bit signless integer attribute"),
        AttrKind::F32 => "32-bit float attribute".into(),
        AttrKind::Str => "string attribute".into(),
        AttrKind::Type => "any type attribute".into(),
        AttrKind::Shape => "TensorFlow shape attribute".into(),
        AttrKind::Elements => "constant vector/tensor attribute".into(),
        AttrKind::Symbol => "symbol reference attribute".into(),
        AttrKind::Ints(width) => format!("{width}-bit integer array attribute"),
        AttrKind::Floats => "32-bit float array attribute".into(),
        AttrKind::Bools => "1-bit boolean array attribute".into(),
        AttrKind::Strs => "string array attribute".into(),
        AttrKind::Types => "type array attribute".into(),
        AttrKind::Shapes => "tensorflow shape attribute array".into(),
        AttrKind::Symbols => "symbol ref array attribute".into(),
        AttrKind::Dict => "dictionary of named attribute values".into(),
        AttrKind::Enum(words) => enum_description(words),
    };
    match &row.limit {
        None => kind,
        Some(AttrLimit::Positive) => format!("{kind} whose value is positive"),
        Some(AttrLimit::NonNegative) => format!("{kind} whose value is non-negative"),
        Some(AttrLimit::Between(low, high)) => {
            format!("{kind} whose minimum value is {low} whose maximum value is {high}")
        }
        Some(AttrLimit::SizeAtMost(most)) => format!("{kind} whose size is at most {most}"),
        Some(AttrLimit::Bool(wanted)) => format!("{kind} whose value is {wanted}"),
        // The message of an enumeration that is an attribute of its own names the enumerator as C++ does.
        Some(AttrLimit::Word(wanted)) => match &row.kind {
            AttrKind::Enum(EnumSpec { name, mnemonic: Some(mnemonic), .. }) => {
                let dialect = mnemonic.split('.').next().unwrap_or(mnemonic).to_uppercase();
                format!("{kind} whose value is mlir::{dialect}::{name}::{wanted}")
            }
            _ => format!("{kind} whose value is {wanted}"),
        },
    }
}

fn enum_description(words: &EnumSpec) -> String {
    match words.mnemonic {
        Some(mnemonic) => mnemonic.rsplit('.').next().unwrap_or(mnemonic).trim_end_matches("_attr").into(),
        None => {
            let cases: Vec<&str> = words.cases.iter().map(|case| case.0).collect();
            format!("string attribute whose value is {}", cases.join(", or "))
        }
    }
}
