//! Dialect `tf_executor`. Written by `cargo xtask codegen` from dialects/tables/tf_executor.ods. Do not edit.

#[allow(unused_imports)]
use core_ir::spec::{
    Arg, Arity, AttrKind, AttrLimit, AttrSpec, Constraint, DefaultValue, ElemRule, ElemSet, EnumSpec, Form, Hooks, KernelRule, OpSpec,
    Presence, RankRule, Traits, ValueSpec, When,
};
#[allow(unused_imports)]
use std::borrow::Cow::Borrowed;

/// Every row, sorted by name.
pub(super) static OPS: [OpSpec; 4] = [
    OpSpec {
        name: Borrowed("tf_executor.fetch"),
        summary: Borrowed("Ends a graph with what it gives."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("fetches"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
    OpSpec {
        name: Borrowed("tf_executor.graph"),
        summary: Borrowed("A graph whose operations run as their operands become ready."),
        operands: Borrowed(&[]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("results"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5000), // Stateful SingleBlock
        regions: Some(1),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tf_executor.island"),
        summary: Borrowed("Operations that run in their order."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("controlInputs"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("outputs"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("control"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5000), // Stateful SingleBlock
        regions: Some(1),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tf_executor.yield"),
        summary: Borrowed("Ends an island with what it gives."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("fetches"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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

core_ir::register_dialect!("tf_executor", OPS, &[
    core_ir::text::format::FormatLine {
        ops: &["tf_executor.fetch", "tf_executor.yield"],
        text: "($fetches^ `:` type($fetches))? attr-dict",
        bare: false,
        result_name: "",
    },
], true);
