//! The rows against the facts of the schema, and the look-ups.

use std::collections::BTreeMap;

use core_ir::spec::{AttrKind, Presence, Scalar, SlotSource};

use super::{builtin, elem_tensor_type, find_op, ops, tensor_type_elem};

const FACTS: &str = include_str!("../../tables/schema_facts.txt");

/// The lines of each section of the facts, split into words, by the section's kind and name.
fn sections() -> BTreeMap<(String, String), Vec<Vec<String>>> {
    let mut all: BTreeMap<(String, String), Vec<Vec<String>>> = BTreeMap::new();
    let mut section = None;
    for line in FACTS.lines().filter(|line| !line.starts_with('#')) {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        if line.starts_with(' ') {
            all.entry(section.clone().unwrap()).or_default().push(words);
        } else {
            let key = (words[0].clone(), words[1].clone());
            all.entry(key.clone()).or_default();
            section = Some(key);
        }
    }
    all
}

fn words<'a>(
    facts: &'a BTreeMap<(String, String), Vec<Vec<String>>>,
    kind: &str,
    name: &str,
) -> &'a [Vec<String>] {
    &facts[&(kind.to_owned(), name.to_owned())]
}

#[test]
fn every_builtin_has_a_row_and_every_row_a_builtin() {
    let facts = sections();
    let cases = words(&facts, "enum", "BuiltinOperator");
    assert_eq!(cases.len(), 210);
    for case in cases {
        let number: i32 = case[1].parse().unwrap();
        let row = builtin(number).unwrap_or_else(|| panic!("no row for {}", case[0]));
        let tflite = row.tflite.as_ref().unwrap();
        assert_eq!((tflite.builtin_name, tflite.builtin), (case[0].as_str(), number), "{}", row.name);
    }
    for tflite in ops().iter().filter_map(|row| row.tflite.as_ref()) {
        assert!(cases.iter().any(|case| case[0] == tflite.builtin_name), "{}", tflite.builtin_name);
    }
}

#[test]
fn every_field_has_an_attribute_and_every_slot_a_field() {
    let facts = sections();
    let mut used = Vec::new();
    for row in ops() {
        let options = row.tflite.as_ref().and_then(|tflite| tflite.options);
        let Some(options) = options else {
            assert!(row.attrs.iter().all(|attr| attr.slot.is_none()), "{} has slots but no table", row.name);
            continue;
        };
        used.push(options.table);
        let union = if options.second { "BuiltinOptions2" } else { "BuiltinOptions" };
        let tag = words(&facts, "union", union).iter().find(|case| case[0] == options.table);
        assert_eq!(tag.unwrap()[1], options.tag.to_string(), "{}", row.name);
        let fields = words(&facts, "table", options.table);
        let slots: Vec<_> = row.attrs.iter().filter_map(|attr| Some((attr, attr.slot?))).collect();
        assert_eq!(slots.len(), fields.len(), "{}: as many slots as fields", row.name);
        for (attr, slot) in slots {
            let field = fields.iter().find(|field| field[1] == slot.id.to_string());
            let field = field.unwrap_or_else(|| panic!("{}.{}: no field {}", row.name, attr.name, slot.id));
            let element = field[2].trim_start_matches('[').trim_end_matches(']');
            assert_eq!(scalar_word(slot.scalar), element, "{}.{}", row.name, attr.name);
            let vector = field[2].starts_with('[');
            assert_eq!(is_list(&attr.kind), vector, "{}.{}", row.name, attr.name);
            let default = if field[3] == "-" { 0.0 } else { field[3].parse::<f64>().unwrap() };
            assert_eq!(slot.default, default, "{}.{}", row.name, attr.name);
            let derived = attr.presence == Presence::Derived;
            let from_elsewhere = !matches!(slot.source, SlotSource::Attr | SlotSource::Function);
            assert_eq!(derived, from_elsewhere, "{}.{}", row.name, attr.name);
        }
    }
    let tables = facts.keys().filter(|key| key.0 == "table").map(|key| key.1.as_str());
    let unused: Vec<&str> = tables.filter(|table| !used.contains(table)).collect();
    assert!(unused.is_empty(), "no row has {unused:?}");
}

fn scalar_word(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::Bool => "bool",
        Scalar::I8 => "i8",
        Scalar::U8 => "u8",
        Scalar::I16 => "i16",
        Scalar::U16 => "u16",
        Scalar::I32 => "i32",
        Scalar::U32 => "u32",
        Scalar::I64 => "i64",
        Scalar::F32 => "f32",
        Scalar::Str => "str",
    }
}

fn is_list(kind: &AttrKind) -> bool {
    matches!(
        kind,
        AttrKind::Ints(_)
            | AttrKind::Floats
            | AttrKind::Bools
            | AttrKind::Strs
            | AttrKind::Symbols
            | AttrKind::Bytes
    )
}

#[test]
fn enums_are_those_of_the_schema() {
    let facts = sections();
    let mut seen = 0;
    for attr in ops().iter().flat_map(|row| row.attrs.iter()) {
        if let AttrKind::Enum(spec) = attr.kind {
            let cases = words(&facts, "enum", spec.name);
            let ours: Vec<Vec<String>> =
                spec.cases.iter().map(|(word, n)| vec![(*word).to_owned(), n.to_string()]).collect();
            assert_eq!(cases, ours, "{}", spec.name);
            seen += 1;
        }
    }
    assert!(seen > 20);
}

#[test]
fn tensor_types_are_those_of_the_schema() {
    let facts = sections();
    let cases = words(&facts, "enum", "TensorType");
    for case in cases {
        let number: i32 = case[1].parse().unwrap();
        let elem = tensor_type_elem(number).unwrap_or_else(|| panic!("no element for {}", case[0]));
        assert_eq!(elem_tensor_type(elem), Some(number));
    }
    assert_eq!(tensor_type_elem(i32::try_from(cases.len()).unwrap()), None);
    assert_eq!(elem_tensor_type("qi8"), Some(9));
    assert_eq!(elem_tensor_type("quint8"), Some(3));
}

#[test]
fn rows_are_sorted_and_found() {
    assert!(ops().windows(2).all(|pair| pair[0].name < pair[1].name));
    for row in ops() {
        assert!(std::ptr::eq(find_op(&row.name).unwrap(), row), "{}", row.name);
    }
    assert!(find_op("tfl.conv").is_none());
    assert!(builtin(-1).is_none() && builtin(210).is_none());
    assert_eq!(builtin(16).unwrap().name, "tfl.lstm");
}

#[test]
fn versions_end_in_a_rule_without_condition() {
    for row in ops() {
        if let Some(tflite) = &row.tflite {
            let (last, before) = tflite.versions.split_last().unwrap();
            assert!(last.when.is_empty(), "{}", row.name);
            assert!(before.iter().all(|rule| !rule.when.is_empty()), "{}", row.name);
        }
    }
}

#[test]
fn defaults_agree_with_the_schema_unless_the_dialect_has_its_own() {
    use core_ir::spec::DefaultValue;
    let mut different = Vec::new();
    for row in ops() {
        for attr in row.attrs.iter() {
            let (Presence::Default(value), Some(slot)) = (&attr.presence, attr.slot) else { continue };
            let number = match (value, &attr.kind) {
                (DefaultValue::Int(n), _) => *n as f64,
                (DefaultValue::Bool(b), _) => f64::from(u8::from(*b)),
                (DefaultValue::Float(x), _) => *x,
                (DefaultValue::Str(word), AttrKind::Enum(spec)) => spec.number(word).unwrap().into(),
                (DefaultValue::Type(elem), _) => elem_tensor_type(elem).unwrap().into(),
                _ => 0.0,
            };
            if number != slot.default {
                different.push(format!("{}.{}", row.name, attr.name));
            }
        }
    }
    // The one kernel that this row stands for is not the schema's default, and its activation is TensorFlow's.
    assert_eq!(different, ["tfl.basic_lstm.fused_activation_function", "tfl.basic_lstm.kernel_type"]);
}

#[test]
fn messages_call_every_element_type_of_a_row() {
    use core_ir::spec::{ElemRule, ElemSet};
    let mut seen = 0;
    for row in ops() {
        for value in row.operands.iter().chain(row.results.iter()) {
            let ElemRule::In(set) = &value.elems else {
                assert!(value.takes.is_empty(), "{}.{}", row.name, value.name);
                continue;
            };
            // One word stands for two types where LiteRT has one constraint for both.
            let takes = value
                .takes
                .replace("32/64-bit signless integer", "32-bit signless integer or 64-bit signless integer");
            let mut told: Vec<&str> = takes.split(" or ").collect();
            let mut members: Vec<&str> =
                set.names().map(|name| ElemSet::description(name).unwrap()).collect();
            told.sort_unstable();
            members.sort_unstable();
            assert_eq!(told, members, "{}.{}", row.name, value.name);
            seen += 1;
        }
    }
    assert!(seen > 400);
    // In the order of LiteRT's definition.
    assert_eq!(
        find_op("tfl.abs").unwrap().operands[0].takes,
        "16-bit signless integer or 32-bit signless integer or 32-bit float or QI8 type or QI16 type"
    );
}

#[test]
fn constraints_are_about_rows_that_are_there() {
    use core_ir::spec::Arg;
    let mut seen = 0;
    for row in ops() {
        for constraint in row.constraints.iter() {
            assert!(!constraint.sentence.is_empty(), "{}", row.name);
            for arg in constraint.args.iter() {
                let is_there = match *arg {
                    Arg::Operand(at) => usize::from(at) < row.operands.len(),
                    Arg::Result(at) => usize::from(at) < row.results.len(),
                    Arg::Number(_) => true,
                };
                assert!(is_there, "{}: {}", row.name, constraint.sentence);
            }
            seen += 1;
        }
    }
    assert!(seen > 120);
}
