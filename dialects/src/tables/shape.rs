//! Dialect `shape`. Written by `cargo xtask codegen` from dialects/tables/mlir/shape.ods. Do not edit.

#[allow(unused_imports)]
use core_ir::spec::{
    Arg, Arity, AttrKind, AttrLimit, AttrSpec, Constraint, DefaultValue, ElemRule, ElemSet, EnumSpec, Form, Hooks, KernelRule, OpSpec,
    Presence, RankRule, Traits, ValueSpec, When,
};
#[allow(unused_imports)]
use std::borrow::Cow::Borrowed;

/// Every row, sorted by name.
pub(super) static OPS: [OpSpec; 27] = [
    OpSpec {
        name: Borrowed("shape.add"),
        summary: Borrowed("Arithmetic on sizes or shapes."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.any"),
        summary: Borrowed("One shape of several."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("shapes"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.assuming_all"),
        summary: Borrowed("All of several witnesses."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("inputs"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.assuming_yield"),
        summary: Borrowed("Ends a region."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operands"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.broadcast"),
        summary: Borrowed("One shape of several."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("shapes"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.concat"),
        summary: Borrowed("Arithmetic on sizes or shapes."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.cstr_broadcastable"),
        summary: Borrowed("A witness that shapes agree."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("shapes"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x0),
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("shape.cstr_eq"),
        summary: Borrowed("A witness that shapes agree."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("shapes"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x0),
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("shape.dim"),
        summary: Borrowed("The size of a dimension of a value."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("value"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("index"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("extent"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.div"),
        summary: Borrowed("Arithmetic on sizes or shapes."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.from_extent_tensor"),
        summary: Borrowed("A shape from a list of sizes."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.from_extents"),
        summary: Borrowed("A shape from sizes."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("extents"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("shape"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.get_extent"),
        summary: Borrowed("A size of a shape."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("shape"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("dim"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("extent"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.index_to_size"),
        summary: Borrowed("An index as a size."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("arg"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.is_broadcastable"),
        summary: Borrowed("Whether shapes agree."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("shapes"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.max"),
        summary: Borrowed("Arithmetic on sizes or shapes."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.min"),
        summary: Borrowed("Arithmetic on sizes or shapes."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.mul"),
        summary: Borrowed("Arithmetic on sizes or shapes."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.num_elements"),
        summary: Borrowed("What a shape or a value says."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("arg"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.rank"),
        summary: Borrowed("What a shape or a value says."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("arg"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.return"),
        summary: Borrowed("Ends a region."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operands"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.shape_eq"),
        summary: Borrowed("Whether shapes agree."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("shapes"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.shape_of"),
        summary: Borrowed("What a shape or a value says."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("arg"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.size_to_index"),
        summary: Borrowed("A size as an index."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("arg"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.to_extent_tensor"),
        summary: Borrowed("What a shape or a value says."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("arg"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.value_as_shape"),
        summary: Borrowed("What a shape or a value says."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("arg"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("shape.yield"),
        summary: Borrowed("Ends a region."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operands"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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

core_ir::register_dialect!("shape", OPS, &[
    core_ir::text::format::FormatLine {
        ops: &["shape.index_to_size"],
        text: "$arg attr-dict ; arg = index, result = !shape.size",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["shape.size_to_index"],
        text: "$arg attr-dict `:` type($arg) ; result = index",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["shape.num_elements", "shape.rank", "shape.shape_of", "shape.to_extent_tensor", "shape.value_as_shape"],
        text: "$arg attr-dict `:` type($arg) `->` type($result)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["shape.from_extents"],
        text: "$extents attr-dict `:` type($extents) ; shape = !shape.shape",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["shape.from_extent_tensor"],
        text: "$input attr-dict `:` type($input) ; result = !shape.shape",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["shape.assuming_all"],
        text: "$inputs attr-dict ; inputs = !shape.witness, result = !shape.witness",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["shape.add", "shape.concat", "shape.div", "shape.max", "shape.min", "shape.mul"],
        text: "$lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs) `->` type($result)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["shape.get_extent"],
        text: "$shape `,` $dim attr-dict `:` type($shape) `,` type($dim) `->` type($extent)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["shape.cstr_broadcastable", "shape.cstr_eq"],
        text: "$shapes attr-dict `:` type($shapes) ; result = !shape.witness",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["shape.is_broadcastable", "shape.shape_eq"],
        text: "$shapes attr-dict `:` type($shapes) ; result = i1",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["shape.any", "shape.broadcast"],
        text: "$shapes attr-dict `:` type($shapes) `->` type($result)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["shape.dim"],
        text: "$value `,` $index attr-dict `:` type($value) `,` type($index) `->` type($extent)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["shape.assuming_yield", "shape.return", "shape.yield"],
        text: "attr-dict ($operands^ `:` type($operands))?",
        bare: false,
        result_name: "",
    },
], true);
