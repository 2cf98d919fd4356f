//! Dialect `tensor`. Written by `cargo xtask codegen` from dialects/tables/mlir/tensor.ods. Do not edit.

#[allow(unused_imports)]
use core_ir::spec::{
    Arg, Arity, AttrKind, AttrLimit, AttrSpec, Constraint, DefaultValue, ElemRule, ElemSet, EnumSpec, Form, Hooks, KernelRule, OpSpec,
    Presence, RankRule, Traits, ValueSpec, When,
};
#[allow(unused_imports)]
use std::borrow::Cow::Borrowed;

/// Every row, sorted by name.
pub(super) static OPS: [OpSpec; 13] = [
    OpSpec {
        name: Borrowed("tensor.bitcast"),
        summary: Borrowed("The same tensor under another type."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("source"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("dest"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tensor.cast"),
        summary: Borrowed("The same tensor under another type."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("source"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("dest"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tensor.collapse_shape"),
        summary: Borrowed("Joins dimensions."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("src"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("reassociation"), kind: AttrKind::Any, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tensor.concat"),
        summary: Borrowed("Joins tensors along a dimension."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("inputs"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("dim"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tensor.dim"),
        summary: Borrowed("The size of a dimension."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("source"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("index"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tensor.empty"),
        summary: Borrowed("A tensor of which the shape matters only."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("dynamicSizes"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tensor.extract"),
        summary: Borrowed("An element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("tensor"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("indices"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tensor.from_elements"),
        summary: Borrowed("A tensor of these elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("elements"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tensor.insert"),
        summary: Borrowed("A tensor with another element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("scalar"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("dest"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("indices"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tensor.rank"),
        summary: Borrowed("The number of dimensions."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("tensor"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tensor.reshape"),
        summary: Borrowed("The same elements in another shape."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("source"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("shape"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tensor.splat"),
        summary: Borrowed("A tensor of one element, repeated."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("dynamicSizes"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("aggregate"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tensor.yield"),
        summary: Borrowed("Ends a region."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("value"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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

core_ir::register_dialect!("tensor", OPS, &[
    core_ir::text::format::FormatLine {
        ops: &["tensor.from_elements"],
        text: "$elements attr-dict `:` type($result) ; elements = elem(result)",
        bare: false,
        result_name: "from_elements",
    },
    core_ir::text::format::FormatLine {
        ops: &["tensor.splat"],
        text: "$input (`[` $dynamicSizes^ `]`)? attr-dict `:` type($aggregate) ; input = elem(aggregate), dynamicSizes = index",
        bare: false,
        result_name: "splat",
    },
    core_ir::text::format::FormatLine {
        ops: &["tensor.insert"],
        text: "$scalar `into` $dest `[` $indices `]` attr-dict `:` type($dest) ; scalar = elem(dest), indices = index, result = same(dest)",
        bare: false,
        result_name: "inserted",
    },
    core_ir::text::format::FormatLine {
        ops: &["tensor.reshape"],
        text: "$source `(` $shape `)` attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "reshape",
    },
    core_ir::text::format::FormatLine {
        ops: &["tensor.bitcast"],
        text: "$source attr-dict `:` type($source) `to` type($dest)",
        bare: false,
        result_name: "bitcast",
    },
    core_ir::text::format::FormatLine {
        ops: &["tensor.cast"],
        text: "$source attr-dict `:` type($source) `to` type($dest)",
        bare: false,
        result_name: "cast",
    },
    core_ir::text::format::FormatLine {
        ops: &["tensor.collapse_shape"],
        text: "$src $reassociation attr-dict `:` type($src) `into` type($result)",
        bare: false,
        result_name: "collapsed",
    },
    core_ir::text::format::FormatLine {
        ops: &["tensor.extract"],
        text: "$tensor `[` $indices `]` attr-dict `:` type($tensor) ; indices = index, result = elem(tensor)",
        bare: false,
        result_name: "extracted",
    },
    core_ir::text::format::FormatLine {
        ops: &["tensor.rank"],
        text: "$tensor attr-dict `:` type($tensor) ; result = index",
        bare: false,
        result_name: "rank",
    },
    core_ir::text::format::FormatLine {
        ops: &["tensor.yield"],
        text: "$value attr-dict `:` type($value)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["tensor.empty"],
        text: "`(` $dynamicSizes `)` attr-dict `:` type($result) ; dynamicSizes = index",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["tensor.concat"],
        text: "`dim` `(` $dim `)` $inputs attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "concat",
    },
    core_ir::text::format::FormatLine {
        ops: &["tensor.dim"],
        text: "attr-dict $source `,` $index `:` type($source) ; index = index, result = index",
        bare: false,
        result_name: "dim",
    },
], true);
