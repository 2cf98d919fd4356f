//! Attributes that follow from types, and may be written all the same.

use crate::attrs::{Attr, AttrId, DictId};
use crate::context::Context;
use crate::spec::{Arity, ElemRule, OpSpec, ValueSpec};
use crate::types::TypeId;

/// What a written derived attribute says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Written {
    /// What follows anyway.
    Follows,
    /// How the operands or results are grouped, which does not follow from their number.
    Needed,
    /// Something else.
    Differs,
}

/// Compares attribute `name`, written as `attr`, with what follows from the types.
pub(crate) fn check(
    ctx: &Context,
    spec: &OpSpec,
    name: &str,
    attr: AttrId,
    operands: &[TypeId],
    results: &[TypeId],
) -> Written {
    let Some((index, _)) = spec.attr(name) else { return Written::Differs };
    // TensorFlow's own spelling of a type in a string says nothing that could be checked against it cheaply.
    if ctx.attr_str(attr).is_some_and(|text| text.starts_with("tfdtype$")) {
        return Written::Follows;
    }
    for (rows, types) in [(&spec.operands, operands), (&spec.results, results)] {
        let Some(sizes) = sizes(ctx, spec, rows, types.len()) else {
            if rows.iter().any(|row| counted_by(row, index)) {
                return Written::Needed;
            }
            continue;
        };
        let mut at = 0;
        for (row, &size) in rows.iter().zip(&sizes) {
            let group = &types[at..at + size];
            at += size;
            if counted_by(row, index) {
                return match ctx.attr_of(attr) {
                    Attr::Integer { value, .. } if *value == size as i128 => Written::Follows,
                    Attr::Array(items) if same_types(ctx, items, group) => Written::Follows,
                    _ => Written::Needed,
                };
            }
            if row.elems == ElemRule::TypeAttr(index as u8) {
                let Some(&ty) = group.first() else { continue };
                return match ctx.attr_of(attr) {
                    Attr::Type(written) if *written == ctx.elem_type(ty) => Written::Follows,
                    _ => Written::Differs,
                };
            }
        }
    }
    Written::Differs
}

fn sizes(ctx: &Context, spec: &OpSpec, rows: &[ValueSpec], count: usize) -> Option<Vec<usize>> {
    if std::ptr::eq(rows, &*spec.operands) {
        spec.operand_segments(ctx, DictId::EMPTY, count)
    } else {
        spec.result_segments(ctx, DictId::EMPTY, count)
    }
}

fn counted_by(row: &ValueSpec, index: usize) -> bool {
    matches!(row.arity, Arity::NumberAttr(i) | Arity::TypeListAttr(i) if usize::from(i) == index)
}

fn same_types(ctx: &Context, items: &[AttrId], group: &[TypeId]) -> bool {
    items.len() == group.len()
        && items.iter().zip(group).all(
            |(&item, &ty)| matches!(ctx.attr_of(item), Attr::Type(written) if *written == ctx.elem_type(ty)),
        )
}
