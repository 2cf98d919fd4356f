//! Dialect `tf_device`. Written by `cargo xtask codegen` from dialects/tables/tf_device.ods. Do not edit.

#[allow(unused_imports)]
use core_ir::spec::{
    Arg, Arity, AttrKind, AttrLimit, AttrSpec, Constraint, DefaultValue, ElemRule, ElemSet, EnumSpec, Form, Hooks, KernelRule, OpSpec,
    Presence, RankRule, Traits, ValueSpec, When,
};
#[allow(unused_imports)]
use std::borrow::Cow::Borrowed;

/// Every row, sorted by name.
pub(super) static OPS: [OpSpec; 1] = [
    OpSpec {
        name: Borrowed("tf_device.return"),
        summary: Borrowed("Ends a region."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("results"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40), // Terminator
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
];

core_ir::register_dialect!("tf_device", OPS, &[
    core_ir::text::format::FormatLine {
        ops: &["tf_device.return"],
        text: "attr-dict ($results^ `:` type($results))?",
        bare: false,
        result_name: "",
    },
], true);
