//! Writes the parsed tables as Rust: static rows, no code.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context as _, bail, ensure};
use core_ir::spec::{ElemSet, Traits};

use crate::facts::{Facts, FieldFact};
use crate::table::{
    Arity, AttrRow, Builtin, Condition, ConstraintRow, Elems, Field, Limit, Literal, OpRow, Presence, Rank,
    Source, Tables, ValueRow,
};

/// The text of `tfl/generated.rs`.
pub(crate) fn tfl(tables: &Tables, facts: &Facts) -> anyhow::Result<String> {
    let mut out = String::from(
        "//! Rows of the `tfl` dialect. Written by `cargo xtask codegen` from dialects/tables/tfl. Do not edit.\n\n\
         use std::borrow::Cow::Borrowed;\n\n\
         use core_ir::spec::{\n    Arg, Arity, AttrKind, AttrLimit, AttrSpec, Constraint, DefaultValue, ElemRule, \
         ElemSet, EnumSpec, Form, Hooks, KernelRule,\n    OpSpec, OptionsSpec, Presence, RankRule, Scalar, Slot, \
         SlotSource, TfliteSpec, Traits, ValueSpec, VersionCondition,\n    VersionRule, When,\n};\n\n",
    );
    enums(&mut out, tables, "tfl")?;
    rows(&mut out, tables, facts)?;
    builtins(&mut out, tables, facts)?;
    Ok(out)
}

/// The text of `tf/generated.rs`.
pub(crate) fn tf(tables: &Tables, facts: &Facts) -> anyhow::Result<String> {
    let mut out = String::from(
        "//! Rows of the `tf` and `tf_saved_model` dialects that TensorFlow's registry has not, and changes to those it \
         has. Written by\n//! `cargo xtask codegen` from dialects/tables/tf.ods. Do not edit.\n\n\
         use std::borrow::Cow::Borrowed;\n\n\
         use core_ir::spec::{\n    Arity, AttrKind, AttrSpec, DefaultValue, ElemRule, ElemSet, Form, Hooks, OpSpec, \
         Presence, RankRule, Traits,\n    ValueSpec,\n};\n\nuse super::registry::Override;\n\n",
    );
    rows(&mut out, tables, facts)?;
    writeln!(
        out,
        "/// Changes to registry ops, sorted by name.\npub(super) static OVERRIDES: &[(&str, Override)] = &["
    )?;
    for (name, change) in &tables.overrides {
        let attrs: Vec<String> =
            change.attrs.iter().map(|attr| attr_row(tables, facts, None, attr)).collect::<Result<_, _>>()?;
        writeln!(
            out,
            "    ({name:?}, Override {{ traits: Traits({:#x}), impure: {}, attrs: &[{}], derived: &{:?}, optional: &{:?} }}),",
            change.traits.0,
            change.impure,
            attrs.join(", "),
            change.derived,
            change.optional,
        )?;
    }
    out.push_str("];\n");
    Ok(out)
}

/// The rows of dialect `name` and its registration, for a build script: the text is included into a module.
pub(crate) fn dialect(tables: &Tables, name: &str) -> anyhow::Result<String> {
    for op in tables.ops.values() {
        let (dialect, _) = op.name.split_once('.').unwrap_or_default();
        ensure!(dialect == name, "{} is not of dialect {name}", op.name);
        ensure!(op.builtin.is_none(), "{}: only rows of `tfl` are builtins", op.name);
    }
    let mut out = String::from(HEADER_OF_DIALECTS);
    enums(&mut out, tables, name)?;
    rows(&mut out, tables, &Facts::default())?;
    let is_open = tables.is_open;
    writeln!(out, "core_ir::register_dialect!({name:?}, OPS, {}, {is_open});", format_lines(tables)?)?;
    Ok(out)
}

/// The short forms, those that are equal in one line.
fn format_lines(tables: &Tables) -> anyhow::Result<String> {
    let mut lines: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for op in tables.ops.values() {
        if let Some((text, bare)) = &op.syntax {
            check_format(op, text, *bare).with_context(|| op.name.clone())?;
        }
        if op.syntax.is_some() || !op.result_name.is_empty() {
            lines.entry((&op.syntax, &op.result_name)).or_default().push(&op.name);
        }
    }
    let mut out = String::from("&[\n");
    for ((syntax, name), ops) in lines {
        let (text, bare) = syntax.as_ref().map_or(("", false), |(text, bare)| (text, *bare));
        writeln!(
            out,
            "    core_ir::text::format::FormatLine {{\n        ops: &{ops:?},\n        text: {text:?},\n        \
             bare: {bare},\n        result_name: {name:?},\n    }},"
        )?;
    }
    out.push(']');
    Ok(out)
}

/// Reads the format of a row as the program will.
fn check_format(op: &OpRow, text: &str, bare: bool) -> anyhow::Result<()> {
    let value = |row: &ValueRow| core_ir::spec::ValueSpec {
        name: row.name.clone().into(),
        arity: match row.arity {
            Arity::One => core_ir::spec::Arity::One,
            Arity::Optional => core_ir::spec::Arity::Optional,
            Arity::Variadic => core_ir::spec::Arity::Variadic,
        },
        form: core_ir::spec::Form::Anything,
        elems: core_ir::spec::ElemRule::Any,
        takes: "".into(),
        rank: core_ir::spec::RankRule::Any,
        kernels: None,
    };
    let attr = |row: &AttrRow| core_ir::spec::AttrSpec {
        name: row.name.clone().into(),
        kind: core_ir::spec::AttrKind::Any,
        limit: None,
        presence: core_ir::spec::Presence::Optional,
        slot: None,
    };
    let row = core_ir::OpSpec {
        name: op.name.clone().into(),
        summary: "".into(),
        operands: op.operands.iter().map(value).collect(),
        results: op.results.iter().map(value).collect(),
        attrs: op.attrs.iter().map(attr).collect(),
        constraints: (&[]).into(),
        traits: op.traits,
        regions: op.regions,
        tflite: None,
        arithmetic: None,
        hooks: core_ir::spec::Hooks::default(),
    };
    // A format keeps the names of its row.
    let fault = core_ir::text::format::Format::new(Box::leak(Box::new(row)), text, bare).err();
    fault.map_or(Ok(()), |fault| bail!("its format {fault}"))
}

const HEADER_OF_DIALECTS: &str = "#[allow(unused_imports)]\nuse core_ir::spec::{\n    Arg, Arity, AttrKind, \
    AttrLimit, AttrSpec, Constraint, DefaultValue, ElemRule, ElemSet, EnumSpec, Form, Hooks, KernelRule, OpSpec,\n    \
    Presence, RankRule, Traits, ValueSpec, When,\n};\n\
    #[allow(unused_imports)]\nuse std::borrow::Cow::Borrowed;\n\n";

fn enums(out: &mut String, tables: &Tables, dialect: &str) -> anyhow::Result<()> {
    for (name, row) in &tables.enums {
        let mnemonic = match &row.mnemonic {
            None => "None".to_owned(),
            Some(mnemonic) => format!("Some(\"{dialect}.{mnemonic}\")"),
        };
        let cases: Vec<String> = row.cases.iter().map(|(word, n)| format!("({word:?}, {n})")).collect();
        writeln!(
            out,
            "/// `{name}` of the schema.\npub static {}: EnumSpec =\n    EnumSpec {{ name: {name:?}, mnemonic: \
             {mnemonic}, cases: &[{}] }};\n",
            screaming(name),
            cases.join(", ")
        )?;
    }
    Ok(())
}

fn rows(out: &mut String, tables: &Tables, facts: &Facts) -> anyhow::Result<()> {
    writeln!(
        out,
        "/// Every row, sorted by name.\npub(super) static OPS: [OpSpec; {}] = [",
        tables.ops.len()
    )?;
    for op in tables.ops.values() {
        row(out, tables, facts, op).with_context(|| op.name.clone())?;
    }
    out.push_str("];\n\n");
    Ok(())
}

fn builtins(out: &mut String, tables: &Tables, facts: &Facts) -> anyhow::Result<()> {
    writeln!(
        out,
        "/// The index in [`OPS`] of each builtin's row, sorted by builtin number. Of two rows of one builtin (`LSTM`)\n\
         /// the general one is here.\npub(super) static BUILTINS: &[(i32, u16)] = &["
    )?;
    let mut index = Vec::new();
    for (at, op) in tables.ops.values().enumerate() {
        if let Some(builtin) = &op.builtin
            && op.name != "tfl.basic_lstm"
        {
            index.push((facts.number("BuiltinOperator", &builtin.name).context("no such builtin")?, at));
        }
    }
    index.sort_unstable();
    for chunk in index.chunks(12) {
        let items: Vec<String> = chunk.iter().map(|(number, at)| format!("({number}, {at}),")).collect();
        writeln!(out, "    {}", items.join(" "))?;
    }
    out.push_str("];\n");
    Ok(())
}

fn row(out: &mut String, tables: &Tables, facts: &Facts, op: &OpRow) -> anyhow::Result<()> {
    writeln!(out, "    OpSpec {{")?;
    writeln!(out, "        name: Borrowed({:?}),", op.name)?;
    writeln!(out, "        summary: Borrowed({:?}),", op.summary)?;
    values(out, "operands", &op.operands)?;
    values(out, "results", &op.results)?;
    let table =
        op.builtin.as_ref().and_then(|builtin| builtin.options.as_ref()).map(|(name, _)| name.as_str());
    list(out, "attrs", &op.attrs, |attr| {
        attr_row(tables, facts, table, attr).with_context(|| attr.name.clone())
    })?;
    list(out, "constraints", &op.constraints, |row| Ok(constraint(row)))?;
    // TFLite's dialect leaves element types to the runtime in all its operations.
    let traits = if op.name.starts_with("tfl.") { op.traits.with(Traits::RUNTIME_TYPED) } else { op.traits };
    let words: Vec<String> =
        Traits::ALL.iter().filter(|(_, bit)| traits.has(*bit)).map(|(word, _)| (*word).to_owned()).collect();
    let comment = if words.is_empty() { String::new() } else { format!(" // {}", words.join(" ")) };
    writeln!(out, "        traits: Traits({:#x}),{comment}", traits.0)?;
    writeln!(out, "        regions: {:?},", op.regions)?;
    match &op.builtin {
        Some(builtin) => tflite(out, facts, op, builtin)?,
        None => writeln!(out, "        tflite: None,")?,
    }
    match op.arithmetic {
        Some(arithmetic) => writeln!(out, "        arithmetic: Some(core_ir::Arithmetic::{arithmetic:?}),")?,
        None => writeln!(out, "        arithmetic: None,")?,
    }
    let hook = |module: &str, name: &Option<String>| match name {
        Some(name) => format!("Some(super::{module}::{name})"),
        None => "None".to_owned(),
    };
    let (verify, infer) = (hook("verify", &op.verify), hook("infer", &op.infer));
    writeln!(out, "        hooks: Hooks {{ verify: {verify}, infer: {infer} }},")?;
    writeln!(out, "    }},")?;
    Ok(())
}

fn list<T>(
    out: &mut String,
    name: &str,
    items: &[T],
    write: impl Fn(&T) -> anyhow::Result<String>,
) -> anyhow::Result<()> {
    if items.is_empty() {
        writeln!(out, "        {name}: Borrowed(&[]),")?;
        return Ok(());
    }
    writeln!(out, "        {name}: Borrowed(&[")?;
    for item in items {
        writeln!(out, "            {},", write(item)?)?;
    }
    writeln!(out, "        ]),")?;
    Ok(())
}

fn values(out: &mut String, name: &str, rows: &[ValueRow]) -> anyhow::Result<()> {
    list(out, name, rows, |row| {
        let arity = match row.arity {
            Arity::One => "One",
            Arity::Optional => "Optional",
            Arity::Variadic => "Variadic",
        };
        let elems = match row.rule {
            Elems::Any => "Any".to_owned(),
            Elems::In(set) => format!("In({})", elem_set(set)),
            Elems::Same(operand) => format!("SameAsOperand({operand})"),
        };
        let form = match row.form {
            None => "Anything".to_owned(),
            Some((None, _)) => "Tensor".to_owned(),
            Some((Some(n), false)) => format!("Ranked({n})"),
            Some((Some(n), true)) => format!("RankedAtRuntime({n})"),
        };
        let kernels = match row.kernels {
            None => "None".to_owned(),
            Some((set, rank)) => {
                format!(
                    "Some(KernelRule {{ elems: {}, rank: RankRule::{} }})",
                    elem_set(set),
                    rank_rule(rank)
                )
            }
        };
        Ok(format!(
            "ValueSpec {{ name: Borrowed({:?}), arity: Arity::{arity}, form: Form::{form}, elems: ElemRule::{elems}, \
             takes: Borrowed({:?}), rank: RankRule::{}, kernels: {kernels} }}",
            row.name,
            row.takes,
            rank_rule(row.rank),
        ))
    })
}

fn rank_rule(rank: Rank) -> String {
    match rank {
        None => "Any".to_owned(),
        Some((low, high)) if low == high => format!("Exactly({low})"),
        Some((0, high)) => format!("AtMost({high})"),
        Some((low, u8::MAX)) => format!("AtLeast({low})"),
        Some((low, high)) => format!("Between({low}, {high})"),
    }
}

fn constraint(row: &ConstraintRow) -> String {
    let args: Vec<String> = row.args.iter().map(|arg| format!("Arg::{arg:?}")).collect();
    format!(
        "Constraint {{ sentence: Borrowed({:?}), when: When::{:?}, holds: {}, args: Borrowed(&[{}]) }}",
        row.sentence,
        row.when,
        row.path,
        args.join(", ")
    )
}

fn limit(attr: &AttrRow) -> anyhow::Result<String> {
    Ok(match &attr.limit {
        None => "None".to_owned(),
        Some(Limit::Positive) => "Some(AttrLimit::Positive)".to_owned(),
        Some(Limit::NonNegative) => "Some(AttrLimit::NonNegative)".to_owned(),
        Some(Limit::Between(low, high)) => format!("Some(AttrLimit::Between({low}, {high}))"),
        Some(Limit::SizeAtMost(most)) => format!("Some(AttrLimit::SizeAtMost({most}))"),
        Some(Limit::Exactly(Literal::Bool(value))) => format!("Some(AttrLimit::Bool({value}))"),
        Some(Limit::Exactly(Literal::Str(word))) => format!("Some(AttrLimit::Word(Borrowed({word:?})))"),
        Some(Limit::Exactly(_)) => bail!("attribute {} is limited to what is no bool and no word", attr.name),
    })
}

fn elem_set(set: ElemSet) -> String {
    format!("ElemSet({:#x})", set.0)
}

fn attr_row(tables: &Tables, facts: &Facts, table: Option<&str>, attr: &AttrRow) -> anyhow::Result<String> {
    let kind = kind(tables, attr)?;
    let presence = match &attr.presence {
        Presence::Required => "Required".to_owned(),
        Presence::Optional => "Optional".to_owned(),
        Presence::Derived => "Derived".to_owned(),
        Presence::Default(value) => format!("Default(DefaultValue::{})", default_value(attr, value)?),
    };
    let slot = match (table, &attr.field) {
        (None, Field::SameName) | (Some(_), Field::Unstored) => "None".to_owned(),
        (None, _) => bail!("the operator has no options table"),
        (Some(table), field) => {
            let name = if let Field::Named(name) = field { name } else { &attr.name };
            let fact = facts.field(table, name).with_context(|| format!("{table} has no field {name}"))?;
            format!("Some({})", slot(tables, attr, fact)?)
        }
    };
    Ok(format!(
        "AttrSpec {{ name: Borrowed({:?}), kind: AttrKind::{kind}, limit: {}, presence: Presence::{presence}, slot: \
         {slot} }}",
        attr.name,
        limit(attr)?
    ))
}

fn kind(tables: &Tables, attr: &AttrRow) -> anyhow::Result<String> {
    let single = match attr.kind.as_str() {
        "bool" => ("Bool", "Bools"),
        "i8" => ("Int(8)", "Ints(8)"),
        "i16" => ("Int(16)", "Ints(16)"),
        "i32" => ("Int(32)", "Ints(32)"),
        "i64" => ("Int(64)", "Ints(64)"),
        "f32" => ("F32", "Floats"),
        "str" => ("Str", "Strs"),
        "type" => ("Type", "Types"),
        "shape" => ("Shape", "Shapes"),
        "symbol" => ("Symbol", "Symbols"),
        "elements" => ("Elements", ""),
        "bytes" => ("Bytes", ""),
        "dict" => ("Dict", ""),
        "any" => ("Any", ""),
        name if tables.enums.contains_key(name) && !attr.list => {
            return Ok(format!("Enum(&{})", screaming(name)));
        }
        other => bail!("no attribute kind `{other}`"),
    };
    ensure!(!attr.list || !single.1.is_empty(), "no list of {}", attr.kind);
    Ok(if attr.list { single.1 } else { single.0 }.to_owned())
}

fn default_value(attr: &AttrRow, value: &Literal) -> anyhow::Result<String> {
    Ok(match value {
        Literal::Float(text) => format!("Float({text})"),
        Literal::Int(n) if attr.kind == "f32" => format!("Float({n}.0)"),
        Literal::Int(n) => format!("Int({n})"),
        Literal::Str(text) => format!("Str(Borrowed({text:?}))"),
        Literal::Bool(value) => format!("Bool({value})"),
        Literal::Empty => "EmptyList".to_owned(),
        Literal::Name(name) if attr.kind == "type" => {
            ensure!(ElemSet::bit(name).is_some(), "`{name}` is no element type");
            format!("Type(Borrowed({name:?}))")
        }
        Literal::Name(name) => bail!("`{name}` is no default"),
    })
}

fn slot(tables: &Tables, attr: &AttrRow, fact: &FieldFact) -> anyhow::Result<String> {
    let element = fact.ty.trim_start_matches('[').trim_end_matches(']');
    let vector = fact.ty.starts_with('[');
    let fits = match (attr.kind.as_str(), element) {
        ("symbol", "i32" | "u32") | ("str", "str") => attr.list == vector,
        ("str", "i32") => !vector,
        ("type", "i8") => !vector,
        ("bytes", "u8") => vector,
        ("i32", "u32") | ("i64", "i32") => attr.list == vector,
        (kind, "i8" | "i32" | "u32") if tables.enums.contains_key(kind) => !vector,
        (kind, element) => kind == element && attr.list == vector,
    };
    ensure!(fits, "the field is {}", fact.ty);
    let scalar = match element {
        "bool" => "Bool",
        "i8" => "I8",
        "u8" => "U8",
        "i16" => "I16",
        "u16" => "U16",
        "i32" => "I32",
        "u32" => "U32",
        "i64" => "I64",
        "f32" => "F32",
        "str" => "Str",
        other => bail!("no scalar `{other}`"),
    };
    let source = match attr.source {
        Source::Region(n) => format!("Region({n})"),
        Source::OperandElem(n) => format!("OperandElem({n})"),
        Source::ResultElem(n) => format!("ResultElem({n})"),
        Source::Attr if attr.kind == "symbol" || (attr.kind == "str" && element != "str") => {
            "Function".to_owned()
        }
        Source::Attr => "Attr".to_owned(),
    };
    Ok(format!(
        "Slot {{ id: {}, scalar: Scalar::{scalar}, default: {:?}, source: SlotSource::{source} }}",
        fact.id, fact.default
    ))
}

fn tflite(out: &mut String, facts: &Facts, op: &OpRow, builtin: &Builtin) -> anyhow::Result<()> {
    let number = facts
        .number("BuiltinOperator", &builtin.name)
        .with_context(|| format!("no builtin {}", builtin.name))?;
    writeln!(out, "        tflite: Some(TfliteSpec {{")?;
    writeln!(out, "            builtin: {number},")?;
    writeln!(out, "            builtin_name: {:?},", builtin.name)?;
    match &builtin.options {
        None => writeln!(out, "            options: None,")?,
        Some((table, written)) => {
            let first = facts.number("BuiltinOptions", table);
            let tag = first.or_else(|| facts.number("BuiltinOptions2", table));
            let tag = tag.with_context(|| format!("no options table {table}"))?;
            writeln!(
                out,
                "            options: Some(OptionsSpec {{ table: {table:?}, tag: {tag}, second: {}, written: {written} \
                 }}),",
                first.is_none()
            )?;
        }
    }
    writeln!(out, "            versions: &[")?;
    for version in &op.versions {
        let when: Vec<String> = version.when.iter().map(condition).collect();
        writeln!(
            out,
            "                VersionRule {{ version: {}, when: &[{}], runtime: {:?} }},",
            version.version,
            when.join(", "),
            version.runtime
        )?;
    }
    writeln!(out, "            ],\n        }}),")?;
    Ok(())
}

fn condition(condition: &Condition) -> String {
    let text = match condition {
        Condition::OperandElem(i, set) => format!("OperandElem({i}, {})", elem_set(*set)),
        Condition::ResultElem(i, set) => format!("ResultElem({i}, {})", elem_set(*set)),
        Condition::RankOver(i, n) => format!("OperandRankOver({i}, {n})"),
        Condition::RankUnder(i, n) => format!("OperandRankUnder({i}, {n})"),
        Condition::RankIs(i, n) => format!("OperandRankIs({i}, {n})"),
        Condition::CountIs(n) => format!("OperandCountIs({n})"),
        Condition::OperandPerAxis(i) => format!("OperandPerAxis({i})"),
        Condition::ResultPerAxis(i) => format!("ResultPerAxis({i})"),
        Condition::Sparse(i) => format!("OperandSparse({i})"),
        Condition::Present(i) => format!("OperandPresent({i})"),
        Condition::ShapesDiffer(a, b) => format!("ShapesDiffer({a}, {b})"),
        Condition::DimsDiffer(a, i, b, j) => format!("DimsDiffer({a}, {i}, {b}, {j})"),
        Condition::Rescale => "RescaleAtLeastOne".to_owned(),
        Condition::AttrInt(name, true, n) => format!("AttrIntIs({name:?}, {n})"),
        Condition::AttrInt(name, false, n) => format!("AttrIntIsNot({name:?}, {n})"),
        Condition::AttrWord(name, true, word) => format!("AttrWordIs({name:?}, {word:?})"),
        Condition::AttrWord(name, false, word) => format!("AttrWordIsNot({name:?}, {word:?})"),
        Condition::AttrTypeIsNot(name, ty) => format!("AttrTypeIsNot({name:?}, {ty:?})"),
    };
    format!("VersionCondition::{text}")
}

/// `MirrorPadMode` -> `MIRROR_PAD_MODE`, `LSTMKernelType` -> `LSTM_KERNEL_TYPE`.
fn screaming(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (i, &c) in chars.iter().enumerate() {
        let after_lower = i > 0 && chars[i - 1].is_ascii_lowercase();
        let before_lower = i > 0 && chars.get(i + 1).is_some_and(char::is_ascii_lowercase);
        if c.is_ascii_uppercase() && (after_lower || before_lower) {
            out.push('_');
        }
        out.push(c.to_ascii_uppercase());
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn enum_names_become_constants() {
        assert_eq!(super::screaming("MirrorPadMode"), "MIRROR_PAD_MODE");
        assert_eq!(super::screaming("LSTMKernelType"), "LSTM_KERNEL_TYPE");
        assert_eq!(super::screaming("Padding"), "PADDING");
    }
}
