//! Dialect `vhlo`. Written by `cargo xtask codegen` from dialects/tables/hlo/vhlo.ods. Do not edit.

#[allow(unused_imports)]
use core_ir::spec::{
    Arg, Arity, AttrKind, AttrLimit, AttrSpec, Constraint, DefaultValue, ElemRule, ElemSet, EnumSpec, Form, Hooks, KernelRule, OpSpec,
    Presence, RankRule, Traits, ValueSpec, When,
};
#[allow(unused_imports)]
use std::borrow::Cow::Borrowed;

/// Every row, sorted by name.
pub(super) static OPS: [OpSpec; 0] = [
];

core_ir::register_dialect!("vhlo", OPS, &[
], true);
