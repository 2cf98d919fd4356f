//! Writes the parsed tables as a page for people.

use std::fmt::Write as _;

use core_ir::spec::{ElemSet, Traits, When};

use crate::table::{Arity, AttrRow, Elems, Limit, Literal, OpRow, Presence, Rank, Source, Tables, ValueRow};

/// The text of `docs/tfl-ops.md`.
pub(crate) fn tfl(tables: &Tables) -> anyhow::Result<String> {
    let mut out = String::from(
        "# Operations of the `tfl` dialect\n\nWritten by `cargo xtask codegen` from the tables in \
         `dialects/tables/tfl`. Do not edit.\n\nElement types are named as in the tables: `qi8` is \
         `!quant.uniform<i8:f32, ...>`, `ui8` an unsigned byte, `str` a string.\n\n",
    );
    let mut themes: Vec<&str> = tables.ops.values().map(|op| op.theme.as_str()).collect();
    themes.sort_unstable();
    themes.dedup();
    for theme in themes {
        writeln!(out, "## {theme}\n")?;
        for op in tables.ops.values().filter(|op| op.theme == theme) {
            section(&mut out, op)?;
        }
    }
    Ok(out)
}

fn section(out: &mut String, op: &OpRow) -> anyhow::Result<()> {
    writeln!(out, "### `{}`\n\n{}\n", op.name, op.summary)?;
    match &op.builtin {
        Some(builtin) => {
            let options = builtin.options.as_ref().map_or(String::new(), |(table, _)| format!(", `{table}`"));
            writeln!(out, "- Builtin: `{}`{options}", builtin.name)?;
        }
        None => writeln!(out, "- No builtin.")?,
    }
    let words: Vec<&str> =
        Traits::ALL.iter().filter(|(_, bit)| op.traits.has(*bit)).map(|(word, _)| *word).collect();
    if !words.is_empty() {
        writeln!(out, "- Traits: {}", words.join(", "))?;
    }
    for (title, rows) in [("Operand", &op.operands), ("Result", &op.results)] {
        for row in rows {
            writeln!(out, "- {title} {}", value(op, row))?;
        }
    }
    for row in &op.attrs {
        writeln!(out, "- Attribute {}", attr(op, row))?;
    }
    for row in &op.constraints {
        let whose = if row.when == When::AtRuntime { "At run time" } else { "Always" };
        writeln!(out, "- {whose}: {}", row.sentence)?;
    }
    match op.regions {
        Some(0) => {}
        Some(count) => writeln!(out, "- Regions: {count}")?,
        None => writeln!(out, "- Regions: any number")?,
    }
    let mut versions: Vec<(u16, &str)> =
        op.versions.iter().map(|rule| (rule.version, rule.runtime.as_str())).collect();
    versions.sort_unstable();
    versions.dedup();
    if !versions.is_empty() {
        let list: Vec<String> = versions
            .iter()
            .map(
                |(version, since)| {
                    if since.is_empty() { version.to_string() } else { format!("{version} ({since})") }
                },
            )
            .collect();
        writeln!(out, "- Versions and the runtimes that brought them: {}", list.join(", "))?;
    }
    out.push('\n');
    Ok(())
}

fn value(op: &OpRow, row: &ValueRow) -> String {
    let arity = match row.arity {
        Arity::One => "",
        Arity::Optional => ", optional",
        Arity::Variadic => ", any number",
    };
    let elems = match row.rule {
        Elems::Any => "any element type".to_owned(),
        Elems::In(set) => set_text(set),
        Elems::Same(i) => format!("as `{}`", op.operands[usize::from(i)].name),
    };
    let form = match row.form {
        Some((Some(n), false)) => format!(", known to be of rank {n}"),
        Some((Some(n), true)) => format!(", known to be of rank {n} at run time"),
        _ => String::new(),
    };
    let kernels = match (row.kernels, &row.rule) {
        (None, _) => String::new(),
        (Some((_, rank)), Elems::Same(_)) => format!("; kernels{}", rank_text(rank)),
        (Some((set, rank)), _) => format!("; kernels take {}{}", set_text(set), rank_text(rank)),
    };
    format!("`{}`{arity}: {elems}{}{form}{kernels}", row.name, rank_text(row.rank))
}

fn rank_text(rank: Rank) -> String {
    match rank {
        None => String::new(),
        Some((low, high)) if low == high => format!(", rank {low}"),
        Some((0, high)) => format!(", rank {high} at most"),
        Some((low, u8::MAX)) => format!(", rank {low} at least"),
        Some((low, high)) => format!(", rank {low} to {high}"),
    }
}

fn set_text(set: ElemSet) -> String {
    set.names().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" ")
}

fn attr(op: &OpRow, row: &AttrRow) -> String {
    let list = if row.list { "[]" } else { "" };
    let presence = match (&row.presence, row.source) {
        (Presence::Required, _) => String::new(),
        (Presence::Optional, _) => ", optional".to_owned(),
        (Presence::Default(value), _) => format!(" = `{}`", literal(value)),
        (Presence::Derived, Source::OperandElem(i)) => {
            format!(", the element type of `{}`", op.operands[usize::from(i)].name)
        }
        (Presence::Derived, Source::ResultElem(i)) => {
            format!(", the element type of `{}`", op.results[usize::from(i)].name)
        }
        (Presence::Derived, Source::Region(i)) => format!(", the function of region {i}"),
        (Presence::Derived, Source::Attr) => ", derived".to_owned(),
    };
    let limit = match &row.limit {
        None => String::new(),
        Some(Limit::Positive) => ", positive".to_owned(),
        Some(Limit::NonNegative) => ", not negative".to_owned(),
        Some(Limit::Between(low, high)) => format!(", {low} to {high}"),
        Some(Limit::SizeAtMost(most)) => format!(", {most} elements at most"),
        Some(Limit::Exactly(value)) => format!(", always `{}`", literal(value)),
    };
    format!("`{}`: {}{list}{limit}{presence}", row.name, row.kind)
}

fn literal(value: &Literal) -> String {
    match value {
        Literal::Float(text) | Literal::Name(text) => text.clone(),
        Literal::Int(n) => n.to_string(),
        Literal::Str(text) => format!("{text:?}"),
        Literal::Bool(value) => value.to_string(),
        Literal::Empty => "[]".to_owned(),
    }
}
