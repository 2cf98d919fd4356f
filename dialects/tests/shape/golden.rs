//! Result type inference compared with TensorFlow's. `shape_golden.txt` holds TensorFlow's answers and is written by
//! `shape_golden.py`, which explains its lines.

use std::collections::BTreeMap;

use core_ir::dims::Atom;
use core_ir::{Context, Dim, OpSpec, TypeId};

use crate::notation::{Operand, bare_row, props, types_text};

const GOLDEN: &str = include_str!("../shape_golden.txt");

/// One line.
struct Case<'t> {
    op: &'t str,
    attrs: &'t str,
    values: BTreeMap<&'t str, i64>,
    operands: &'t str,
    answers: Vec<&'t str>,
}

impl<'t> Case<'t> {
    fn parse(line: &'t str) -> Option<Self> {
        let (op, rest) = line.split_once(" {")?;
        let (attrs, rest) = rest.split_once("} <")?;
        let (values, rest) = rest.split_once("> (")?;
        let (operands, answers) = rest.split_once(") -> ")?;
        let value = |pair: &'t str| {
            let (name, value) = pair.split_once('=')?;
            Some((name, value.parse().ok()?))
        };
        let values = values.split_whitespace().map(value).collect::<Option<_>>()?;
        Some(Self { op, attrs, values, operands, answers: answers.split(" | ").collect() })
    }
}

/// How the symbols of a case are read.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Symbols {
    /// As their values.
    Fixed,
    /// As symbols.
    Symbolic,
    /// As dimensions of which nothing is known.
    Dynamic,
}

fn infer(
    ctx: &Context,
    spec: &OpSpec,
    case: &Case<'_>,
    symbols: Symbols,
    unranked: bool,
) -> Result<Vec<TypeId>, String> {
    let dim = |name: &str| match symbols {
        Symbols::Fixed => Dim::Fixed(case.values[name]),
        Symbols::Symbolic => ctx.dim_symbol(name),
        Symbols::Dynamic => Dim::Dynamic,
    };
    let operand = |text| {
        let operand = Operand::parse(ctx, text, &dim);
        // TensorFlow knew nothing of the elements of shape tensors in its second answer.
        if symbols == Symbols::Dynamic { operand.without_dims() } else { operand }
    };
    let mut operands: Vec<Operand> = case.operands.split_whitespace().map(operand).collect();
    if let Some(first) = operands.first_mut()
        && unranked
        && !first.is_const()
    {
        *first = Operand::of_type(ctx.unranked(ctx.elem_type(first.ty)));
    }
    crate::notation::infer(ctx, spec, props(ctx, case.attrs), &operands, &[])
}

/// The value of `dim` where the symbols have theirs; `None` when nothing is known of it.
fn evaluate(ctx: &Context, values: &BTreeMap<&str, i64>, dim: Dim) -> Option<i64> {
    let id = match dim {
        Dim::Fixed(n) => return Some(n),
        Dim::Dynamic => return None,
        Dim::Sym(id) => id,
    };
    let value = |dim: Dim| evaluate(ctx, values, dim);
    let mut sum = 0;
    for (atoms, coefficient) in ctx.polynomial(id).terms() {
        let mut product = coefficient;
        for &atom in atoms {
            product *= match *ctx.atom(atom) {
                Atom::Symbol(name) => values[&*ctx.str_text(name)],
                Atom::FloorDiv(a, b) => value(a)?.div_euclid(value(b)?),
                Atom::Max(a, b) => value(a)?.max(value(b)?),
                Atom::Min(a, b) => value(a)?.min(value(b)?),
                Atom::Broadcast(a, b) if value(a)? == 1 => value(b)?,
                Atom::Broadcast(a, _) => value(a)?,
            };
        }
        sum += product;
    }
    Some(sum)
}

/// The text of result types, with `?` for what is not a number and `*` for an unknown rank.
fn text(ctx: &Context, types: &[TypeId], values: &BTreeMap<&str, i64>) -> String {
    let dim = |dim| evaluate(ctx, values, dim).map_or("?".to_owned(), |n| n.to_string());
    types_text(ctx, types, ",", &dim)
}

/// Whether `ours` says all that `theirs` does, and nothing that contradicts it.
fn covers(ours: &str, theirs: &str) -> bool {
    let pair = |(ours, theirs): (&str, &str)| {
        let ((elem, dims), (their_elem, their_dims)) = (shape_of(ours), shape_of(theirs));
        let dim = |(ours, theirs): (&str, &str)| theirs == "?" || ours == theirs;
        elem == their_elem
            && (their_dims == "*"
                || dims != "*"
                    && dims.split(',').count() == their_dims.split(',').count()
                    && dims.split(',').zip(their_dims.split(',')).all(dim))
    };
    ours.split(' ').count() == theirs.split(' ').count() && ours.split(' ').zip(theirs.split(' ')).all(pair)
}

fn shape_of(text: &str) -> (&str, &str) {
    let (elem, dims) = text.split_once('[').expect("a type");
    (elem, dims.trim_end_matches(']'))
}

/// The faults of one line.
fn faults(ctx: &Context, spec: &OpSpec, case: &Case<'_>) -> Vec<String> {
    let [fixed, open, unranked] = *case.answers.as_slice() else { return vec!["is not a line".into()] };
    let none = BTreeMap::new();
    let mut faults = Vec::new();
    let fixed_answer = infer(ctx, spec, case, Symbols::Fixed, false);
    let ours = fixed_answer.map_or("error".to_owned(), |types| text(ctx, &types, &none));
    if ours != fixed {
        faults.push(format!("fixed: {ours}, not {fixed}"));
    }
    // Contradictions of open dimensions show with their values only, so that errors are compared above.
    if fixed == "error" {
        return faults;
    }
    let modes = [
        ("symbolic", Symbols::Symbolic, false, open, &case.values),
        ("dynamic", Symbols::Dynamic, false, open, &none),
        ("unranked", Symbols::Dynamic, true, unranked, &none),
    ];
    for (what, symbols, is_unranked, theirs, values) in modes {
        let ours = match infer(ctx, spec, case, symbols, is_unranked) {
            Ok(types) => text(ctx, &types, values),
            Err(clause) => {
                faults.push(format!("{what}: {clause}"));
                continue;
            }
        };
        if theirs != "error" && !covers(&ours, theirs) {
            faults.push(format!("{what}: {ours}, not {theirs}"));
        }
        // Whatever is claimed must come true when the symbols have their values.
        if !covers(fixed, &ours) {
            faults.push(format!("{what}: claims {ours} of what is {fixed}"));
        }
    }
    faults
}

#[test]
fn inference_agrees_with_tensorflow() {
    let ctx = Context::new();
    let mut report = String::new();
    let mut count = 0;
    for (number, line) in GOLDEN.lines().enumerate() {
        let case = Case::parse(line).unwrap_or_else(|| panic!("line {}: {line}", number + 1));
        count += 1;
        let row =
            ctx.op_spec(ctx.op_name(case.op)).unwrap_or_else(|| panic!("{} is not registered", case.op));
        for (what, spec) in [("with its row", row), ("without its row", &bare_row(case.op))] {
            for fault in faults(&ctx, spec, &case) {
                report += &format!("line {}: {line}\n    {what}: {fault}\n", number + 1);
            }
        }
    }
    assert!(count > 1000, "the file is cut short");
    assert!(report.is_empty(), "{report}");
}

/// Symbols stay exact where nothing forces them open.
#[test]
fn symbols_are_rarely_lost() {
    let ctx = Context::new();
    let (mut known, mut lost) = (0, 0);
    for case in GOLDEN.lines().filter_map(Case::parse) {
        // The sizes of these depend on elements.
        if ["tf.Where", "tf.Unique", "tf.SegmentSum", "tf.DynamicPartition"].contains(&case.op) {
            continue;
        }
        for ty in infer(&ctx, &bare_row(case.op), &case, Symbols::Symbolic, false).unwrap_or_default() {
            let dims = ctx.shape(ty).unwrap_or(&[Dim::Dynamic]);
            lost += dims.iter().filter(|dim| **dim == Dim::Dynamic).count();
            known += dims.iter().filter(|dim| **dim != Dim::Dynamic).count();
        }
    }
    assert!(lost * 25 < known, "{lost} dimensions are lost, {known} are known");
}
