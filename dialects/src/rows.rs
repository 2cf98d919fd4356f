//! Short ways to write rows of the small dialects, whose operations stand for no TFLite builtin.

use core_ir::spec::{
    Arity, AttrKind, AttrSpec, ElemRule, Form, Hooks, List, OpSpec, Presence, RankRule, Text, Traits,
    ValueSpec,
};

/// A row without operands, results and attributes.
pub(crate) fn op(name: &'static str, summary: &'static str, traits: Traits) -> OpSpec {
    OpSpec {
        name: Text::Borrowed(name),
        summary: Text::Borrowed(summary),
        operands: List::Borrowed(&[]),
        results: List::Borrowed(&[]),
        attrs: List::Borrowed(&[]),
        constraints: List::Borrowed(&[]),
        traits,
        arithmetic: None,
        regions: Some(0),
        tflite: None,
        hooks: Hooks::default(),
    }
}

/// A value of any type.
pub(crate) fn value(name: &'static str, arity: Arity) -> ValueSpec {
    ValueSpec {
        name: Text::Borrowed(name),
        arity,
        form: Form::Anything,
        elems: ElemRule::Any,
        takes: Text::Borrowed(""),
        rank: RankRule::Any,
        kernels: None,
    }
}

/// One value of any type for each name.
pub(crate) fn values(names: &[&'static str]) -> List<ValueSpec> {
    names.iter().map(|name| value(name, Arity::One)).collect()
}

/// Any number of values of any type.
pub(crate) fn variadic(name: &'static str) -> List<ValueSpec> {
    List::Owned(vec![value(name, Arity::Variadic)])
}

/// An attribute that is in no flatbuffer.
pub(crate) fn attr(name: &'static str, kind: AttrKind, presence: Presence) -> AttrSpec {
    AttrSpec { name: Text::Borrowed(name), kind, limit: None, presence, slot: None }
}

/// The row called `name` of a list that is sorted by name.
pub(crate) fn find(rows: &'static [OpSpec], name: &str) -> Option<std::borrow::Cow<'static, OpSpec>> {
    let at = rows.binary_search_by(|row| row.name.as_ref().cmp(name)).ok()?;
    rows.get(at).map(std::borrow::Cow::Borrowed)
}

/// The names of rows.
pub(crate) fn names(rows: &[OpSpec]) -> Vec<String> {
    rows.iter().map(|row| row.name.to_string()).collect()
}

/// Sorts rows by name, for [`find`].
pub(crate) fn sorted(mut rows: Vec<OpSpec>) -> Vec<OpSpec> {
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    rows
}
