//! The kinds of attributes that a plugin's source has types for.

use core_ir::spec::AttrKind;
use plugins_host::model::{Attr, OptionValue};

/// How attributes of one kind show in the source of a plugin.
pub(super) struct Kind {
    /// The case of [`Attr`].
    pub(super) case: &'static str,
    /// Its Rust type.
    pub(super) ty: &'static str,
    /// The SDK's getter; with `_or`, the one that takes a default.
    pub(super) getter: &'static str,
    /// The call that makes an option of the field, in which `KEY` and `FIELD` stand for those.
    pub(super) option: &'static str,
}

const fn kind(case: &'static str, ty: &'static str, getter: &'static str, option: &'static str) -> Kind {
    Kind { case, ty, getter, option }
}

/// Attributes of other kinds are for the author to read.
const KINDS: &[Kind] = &[
    kind("Boolean", "bool", "bool", "bool(KEY, FIELD)"),
    kind("Int", "i64", "int", "int(KEY, FIELD)"),
    kind("Float", "f64", "float", "float(KEY, FIELD)"),
    kind("Text", "String", "text", "text(KEY, FIELD)"),
    kind("Ty", "Elem", "ty", "text(KEY, FIELD.to_string())"),
    kind("Symbol", "String", "symbol", "text(KEY, FIELD)"),
    kind("Ints", "Vec<i64>", "ints", "ints(KEY, &FIELD)"),
    kind("Floats", "Vec<f64>", "floats", "floats(KEY, &FIELD)"),
    kind("Texts", "Vec<String>", "texts", "with(KEY, OptionValue::Texts(FIELD))"),
    kind("Types", "Vec<String>", "types", "with(KEY, OptionValue::Texts(FIELD))"),
];

impl Kind {
    /// The kind of an attribute whose row says `row` and whose value is `value`, as far as each is known. A value alone
    /// does not tell what an empty list is a list of.
    pub(super) fn of(row: Option<&AttrKind>, value: Option<&Attr>) -> Option<&'static Kind> {
        let of_row = row.and_then(|row| {
            Some(match row {
                AttrKind::Bool => "Boolean",
                AttrKind::Int(_) => "Int",
                AttrKind::F32 => "Float",
                AttrKind::Str | AttrKind::Enum(_) => "Text",
                AttrKind::Type => "Ty",
                AttrKind::Symbol => "Symbol",
                AttrKind::Ints(_) => "Ints",
                AttrKind::Floats => "Floats",
                AttrKind::Strs => "Texts",
                AttrKind::Types => "Types",
                _ => return None,
            })
        });
        let case = of_row.or_else(|| value.map(case))?;
        let found = KINDS.iter().find(|kind| kind.case == case)?;
        // A value that is not what the row says, such as bytes for a text, is for the author too.
        let fits =
            |value: &Attr| self::case(value) == case || matches!(value, Attr::Ints(list) if list.is_empty());
        value.is_none_or(fits).then_some(found)
    }
}

fn case(value: &Attr) -> &'static str {
    match value {
        Attr::Boolean(_) => "Boolean",
        Attr::Int(_) => "Int",
        Attr::Float(_) => "Float",
        Attr::Text(_) => "Text",
        Attr::Ty(_) => "Ty",
        Attr::Symbol(_) => "Symbol",
        Attr::Ints(_) => "Ints",
        Attr::Floats(_) => "Floats",
        Attr::Texts(_) => "Texts",
        Attr::Types(_) => "Types",
        _ => "",
    }
}

/// What the option says that a plugin's source makes of the value of an attribute of `kind`.
pub(super) fn option_value(kind: &Kind, value: &Attr) -> Option<OptionValue> {
    Some(match value {
        Attr::Boolean(value) => OptionValue::Boolean(*value),
        Attr::Int(value) => OptionValue::Int(*value),
        Attr::Float(value) => OptionValue::Float(*value),
        Attr::Text(text) | Attr::Ty(text) | Attr::Symbol(text) => OptionValue::Text(text.clone()),
        Attr::Ints(list) => match kind.case {
            "Floats" => OptionValue::Floats(Vec::new()),
            "Texts" | "Types" => OptionValue::Texts(Vec::new()),
            _ => OptionValue::Ints(list.clone()),
        },
        Attr::Floats(list) => OptionValue::Floats(list.clone()),
        Attr::Texts(list) | Attr::Types(list) => OptionValue::Texts(list.clone()),
        _ => return None,
    })
}

/// The value of an attribute of `kind` as a Rust expression of the kind's type.
pub(super) fn literal(kind: &Kind, value: &Attr) -> Option<String> {
    let texts = |list: &[String]| {
        list.iter().map(|text| format!("{text:?}.to_owned()")).collect::<Vec<_>>().join(", ")
    };
    Some(match value {
        Attr::Boolean(value) => value.to_string(),
        Attr::Int(value) => value.to_string(),
        Attr::Float(value) => float(*value),
        Attr::Text(text) | Attr::Symbol(text) => format!("{text:?}.to_owned()"),
        Attr::Ty(text) => format!("Elem::from({text:?})"),
        Attr::Ints(list) if kind.case == "Ints" => format!("vec!{list:?}"),
        Attr::Ints(_) => "Vec::new()".into(),
        Attr::Floats(list) => {
            format!("vec![{}]", list.iter().map(|x| float(*x)).collect::<Vec<_>>().join(", "))
        }
        Attr::Texts(list) | Attr::Types(list) => format!("vec![{}]", texts(list)),
        _ => return None,
    })
}

/// The value of an attribute of `kind` as a Rust expression that makes an `Attr`.
pub(super) fn attr_literal(kind: &Kind, value: &Attr) -> Option<String> {
    let literal = match value {
        Attr::Ty(text) => format!("{text:?}.to_owned()"),
        value => literal(kind, value)?,
    };
    Some(format!("Attr::{}({literal})", kind.case))
}

fn float(value: f64) -> String {
    match value {
        _ if value.is_nan() => "f64::NAN".into(),
        f64::INFINITY => "f64::INFINITY".into(),
        f64::NEG_INFINITY => "f64::NEG_INFINITY".into(),
        value => format!("{value:?}"),
    }
}
