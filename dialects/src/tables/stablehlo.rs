//! Dialect `stablehlo`. Written by `cargo xtask codegen` from dialects/tables/hlo/stablehlo.ods. Do not edit.

#[allow(unused_imports)]
use core_ir::spec::{
    Arg, Arity, AttrKind, AttrLimit, AttrSpec, Constraint, DefaultValue, ElemRule, ElemSet, EnumSpec, Form, Hooks, KernelRule, OpSpec,
    Presence, RankRule, Traits, ValueSpec, When,
};
#[allow(unused_imports)]
use std::borrow::Cow::Borrowed;

/// `ComparisonDirection` of the schema.
pub static COMPARISON_DIRECTION: EnumSpec =
    EnumSpec { name: "ComparisonDirection", mnemonic: Some("stablehlo.comparison_direction"), cases: &[("EQ", 0), ("NE", 1), ("GE", 2), ("GT", 3), ("LE", 4), ("LT", 5)] };

/// `ComparisonType` of the schema.
pub static COMPARISON_TYPE: EnumSpec =
    EnumSpec { name: "ComparisonType", mnemonic: Some("stablehlo.comparison_type"), cases: &[("NOTYPE", 0), ("FLOAT", 1), ("TOTALORDER", 2), ("SIGNED", 3), ("UNSIGNED", 4)] };

/// `FftType` of the schema.
pub static FFT_TYPE: EnumSpec =
    EnumSpec { name: "FftType", mnemonic: Some("stablehlo.fft_type"), cases: &[("FFT", 0), ("IFFT", 1), ("RFFT", 2), ("IRFFT", 3)] };

/// `RngAlgorithm` of the schema.
pub static RNG_ALGORITHM: EnumSpec =
    EnumSpec { name: "RngAlgorithm", mnemonic: Some("stablehlo.rng_algorithm"), cases: &[("DEFAULT", 0), ("THREE_FRY", 1), ("PHILOX", 2)] };

/// `RngDistribution` of the schema.
pub static RNG_DISTRIBUTION: EnumSpec =
    EnumSpec { name: "RngDistribution", mnemonic: Some("stablehlo.rng_distribution"), cases: &[("UNIFORM", 1), ("NORMAL", 2)] };

/// Every row, sorted by name.
pub(super) static OPS: [OpSpec; 76] = [
    OpSpec {
        name: Borrowed("stablehlo.abs"),
        summary: Borrowed("A function of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.add"),
        summary: Borrowed("A function of each pair of elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x7), // Pure Commutative Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.and"),
        summary: Borrowed("A function of each pair of elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x7), // Pure Commutative Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.atan2"),
        summary: Borrowed("A function of each pair of elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.broadcast"),
        summary: Borrowed("New outer dimensions."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("broadcast_sizes"), kind: AttrKind::Any, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.broadcast_in_dim"),
        summary: Borrowed("New dimensions, and others repeated."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("broadcast_dimensions"), kind: AttrKind::Any, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.cbrt"),
        summary: Borrowed("A function of each element, to some accuracy."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("result_accuracy"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.ceil"),
        summary: Borrowed("A function of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.clamp"),
        summary: Borrowed("Elements kept between bounds."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("min"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("max"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("stablehlo.compare"),
        summary: Borrowed("A comparison of each pair of elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("comparison_direction"), kind: AttrKind::Enum(&COMPARISON_DIRECTION), limit: None, presence: Presence::Required, slot: None },
            AttrSpec { name: Borrowed("compare_type"), kind: AttrKind::Enum(&COMPARISON_TYPE), limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.composite"),
        summary: Borrowed("An operation that stands for the function that decomposes it."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("inputs"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("results"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("name"), kind: AttrKind::Str, limit: None, presence: Presence::Required, slot: None },
            AttrSpec { name: Borrowed("composite_attributes"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("decomposition"), kind: AttrKind::Symbol, limit: None, presence: Presence::Required, slot: None },
            AttrSpec { name: Borrowed("version"), kind: AttrKind::Int(32), limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x0),
        regions: None,
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.concatenate"),
        summary: Borrowed("Joins tensors along a dimension."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("inputs"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("dimension"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.constant"),
        summary: Borrowed("A constant."),
        operands: Borrowed(&[]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("value"), kind: AttrKind::Any, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x401), // Pure ConstantLike
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.convert"),
        summary: Borrowed("A function of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.cosine"),
        summary: Borrowed("A function of each element, to some accuracy."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("result_accuracy"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.count_leading_zeros"),
        summary: Borrowed("A function of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.create_token"),
        summary: Borrowed("A token without a past."),
        operands: Borrowed(&[]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("stablehlo.custom_call"),
        summary: Borrowed("A call of something outside."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("inputs"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("results"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("call_target_name"), kind: AttrKind::Str, limit: None, presence: Presence::Required, slot: None },
            AttrSpec { name: Borrowed("has_side_effect"), kind: AttrKind::Bool, limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("backend_config"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("api_version"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("called_computations"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("operand_layouts"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("result_layouts"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("output_operand_aliases"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1000), // Stateful
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.divide"),
        summary: Borrowed("A function of each pair of elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.dynamic_iota"),
        summary: Borrowed("Numbers along a dimension, in a shape that is computed."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("output_shape"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("iota_dimension"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.dynamic_pad"),
        summary: Borrowed("Padding that is computed."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("padding_value"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("edge_padding_low"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("edge_padding_high"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("interior_padding"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("stablehlo.dynamic_reshape"),
        summary: Borrowed("Another shape, which is computed."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("output_shape"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("stablehlo.dynamic_slice"),
        summary: Borrowed("A part of a tensor from indices that are computed."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("start_indices"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("slice_sizes"), kind: AttrKind::Any, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.dynamic_update_slice"),
        summary: Borrowed("A tensor with a part replaced."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("update"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("start_indices"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("stablehlo.einsum"),
        summary: Borrowed("A sum of products by an equation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("einsum_config"), kind: AttrKind::Str, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.exponential"),
        summary: Borrowed("A function of each element, to some accuracy."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("result_accuracy"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.exponential_minus_one"),
        summary: Borrowed("A function of each element, to some accuracy."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("result_accuracy"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.fft"),
        summary: Borrowed("A Fourier transform."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fft_type"), kind: AttrKind::Enum(&FFT_TYPE), limit: None, presence: Presence::Required, slot: None },
            AttrSpec { name: Borrowed("fft_length"), kind: AttrKind::Any, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.floor"),
        summary: Borrowed("A function of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.get_dimension_size"),
        summary: Borrowed("The size of a dimension."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("dimension"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.get_tuple_element"),
        summary: Borrowed("A part of a tuple."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("index"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.imag"),
        summary: Borrowed("A function of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.iota"),
        summary: Borrowed("Numbers along a dimension."),
        operands: Borrowed(&[]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("iota_dimension"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.is_finite"),
        summary: Borrowed("Whether elements are finite."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.log"),
        summary: Borrowed("A function of each element, to some accuracy."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("result_accuracy"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.log_plus_one"),
        summary: Borrowed("A function of each element, to some accuracy."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("result_accuracy"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.logistic"),
        summary: Borrowed("A function of each element, to some accuracy."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("result_accuracy"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.maximum"),
        summary: Borrowed("A function of each pair of elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x7), // Pure Commutative Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.minimum"),
        summary: Borrowed("A function of each pair of elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x7), // Pure Commutative Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.multiply"),
        summary: Borrowed("A function of each pair of elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x7), // Pure Commutative Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.negate"),
        summary: Borrowed("A function of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.not"),
        summary: Borrowed("A function of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.optimization_barrier"),
        summary: Borrowed("The same values; nothing moves across."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("stablehlo.or"),
        summary: Borrowed("A function of each pair of elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x7), // Pure Commutative Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.pad"),
        summary: Borrowed("Padding outside and between elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("padding_value"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("edge_padding_low"), kind: AttrKind::Any, limit: None, presence: Presence::Required, slot: None },
            AttrSpec { name: Borrowed("edge_padding_high"), kind: AttrKind::Any, limit: None, presence: Presence::Required, slot: None },
            AttrSpec { name: Borrowed("interior_padding"), kind: AttrKind::Any, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.partition_id"),
        summary: Borrowed("The number of the process."),
        operands: Borrowed(&[]),
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
        name: Borrowed("stablehlo.popcnt"),
        summary: Borrowed("A function of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.power"),
        summary: Borrowed("A function of each pair of elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.real"),
        summary: Borrowed("A function of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.remainder"),
        summary: Borrowed("A function of each pair of elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.replica_id"),
        summary: Borrowed("The number of the process."),
        operands: Borrowed(&[]),
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
        name: Borrowed("stablehlo.reshape"),
        summary: Borrowed("The same elements in another shape."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("stablehlo.return"),
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
    OpSpec {
        name: Borrowed("stablehlo.reverse"),
        summary: Borrowed("Elements backwards along dimensions."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("dimensions"), kind: AttrKind::Any, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.rng"),
        summary: Borrowed("Random numbers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("a"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("b"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("shape"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("rng_distribution"), kind: AttrKind::Enum(&RNG_DISTRIBUTION), limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1000), // Stateful
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.rng_bit_generator"),
        summary: Borrowed("Random bits and the next state."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("initial_state"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output_state"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("rng_algorithm"), kind: AttrKind::Enum(&RNG_ALGORITHM), limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.round_nearest_afz"),
        summary: Borrowed("A function of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.round_nearest_even"),
        summary: Borrowed("A function of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.rsqrt"),
        summary: Borrowed("A function of each element, to some accuracy."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("result_accuracy"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.select"),
        summary: Borrowed("One of two elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("pred"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("on_true"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("on_false"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("stablehlo.set_dimension_size"),
        summary: Borrowed("Another size of a bounded dimension."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("size"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("dimension"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.shift_left"),
        summary: Borrowed("A function of each pair of elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.shift_right_arithmetic"),
        summary: Borrowed("A function of each pair of elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.shift_right_logical"),
        summary: Borrowed("A function of each pair of elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.sign"),
        summary: Borrowed("A function of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.sine"),
        summary: Borrowed("A function of each element, to some accuracy."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("result_accuracy"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.sqrt"),
        summary: Borrowed("A function of each element, to some accuracy."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("result_accuracy"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.subtract"),
        summary: Borrowed("A function of each pair of elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.tan"),
        summary: Borrowed("A function of each element, to some accuracy."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("result_accuracy"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.tanh"),
        summary: Borrowed("A function of each element, to some accuracy."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("result_accuracy"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.transpose"),
        summary: Borrowed("Dimensions in another order."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("permutation"), kind: AttrKind::Any, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.tuple"),
        summary: Borrowed("A tuple."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("val"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("stablehlo.unary_einsum"),
        summary: Borrowed("A sum by an equation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("einsum_config"), kind: AttrKind::Str, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.uniform_dequantize"),
        summary: Borrowed("A function of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.uniform_quantize"),
        summary: Borrowed("A function of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5), // Pure Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("stablehlo.xor"),
        summary: Borrowed("A function of each pair of elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x7), // Pure Commutative Elementwise
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
];

core_ir::register_dialect!("stablehlo", OPS, &[
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.rng"],
        text: "$a `,` $b `,` $shape `,` `distribution` `=` $rng_distribution attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.compare"],
        text: "$comparison_direction `,` $lhs `,` $rhs (`,` $compare_type^)? attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.rng_bit_generator"],
        text: "$initial_state `,` `algorithm` `=` $rng_algorithm attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.einsum"],
        text: "$lhs `,` $rhs `,` `config` `=` $einsum_config attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.add", "stablehlo.and", "stablehlo.atan2", "stablehlo.divide", "stablehlo.maximum", "stablehlo.minimum", "stablehlo.multiply", "stablehlo.or", "stablehlo.power", "stablehlo.remainder", "stablehlo.shift_left", "stablehlo.shift_right_arithmetic", "stablehlo.shift_right_logical", "stablehlo.subtract", "stablehlo.xor"],
        text: "$lhs `,` $rhs attr-dict `:` brief-type($result) ; lhs = same(result), rhs = same(result)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.clamp"],
        text: "$min `,` $operand `,` $max attr-dict `:` brief-type($result) ; min = same(result), operand = same(result), max = same(result)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.composite"],
        text: "$name operands attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.pad"],
        text: "$operand `,` $padding_value `,` `low` `=` array($edge_padding_low) `,` `high` `=` array($edge_padding_high) `,` `interior` `=` array($interior_padding) attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.set_dimension_size"],
        text: "$operand `,` $size `,` `dim` `=` $dimension attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.unary_einsum"],
        text: "$operand `,` `config` `=` $einsum_config attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.get_dimension_size"],
        text: "$operand `,` `dim` `=` $dimension attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.broadcast_in_dim"],
        text: "$operand `,` `dims` `=` array($broadcast_dimensions) attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.reverse"],
        text: "$operand `,` `dims` `=` array($dimensions) attr-dict `:` brief-type($result) ; operand = same(result)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.transpose"],
        text: "$operand `,` `dims` `=` array($permutation) attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.broadcast"],
        text: "$operand `,` `sizes` `=` array($broadcast_sizes) attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.fft"],
        text: "$operand `,` `type` `=` $fft_type `,` `length` `=` array($fft_length) attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.dynamic_slice"],
        text: "$operand `,` each-comma($start_indices) `sizes` `=` array($slice_sizes) attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.get_tuple_element"],
        text: "$operand `[` $index `]` attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.abs", "stablehlo.cbrt", "stablehlo.ceil", "stablehlo.convert", "stablehlo.cosine", "stablehlo.count_leading_zeros", "stablehlo.exponential", "stablehlo.exponential_minus_one", "stablehlo.floor", "stablehlo.imag", "stablehlo.log", "stablehlo.log_plus_one", "stablehlo.logistic", "stablehlo.negate", "stablehlo.not", "stablehlo.popcnt", "stablehlo.real", "stablehlo.round_nearest_afz", "stablehlo.round_nearest_even", "stablehlo.rsqrt", "stablehlo.sign", "stablehlo.sine", "stablehlo.sqrt", "stablehlo.tan", "stablehlo.tanh", "stablehlo.uniform_dequantize", "stablehlo.uniform_quantize"],
        text: "$operand attr-dict `:` brief-type($result) ; operand = same(result)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.dynamic_iota"],
        text: "$output_shape `,` `dim` `=` $iota_dimension attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.return"],
        text: "$results attr-dict (`:` type($results)^)?",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.tuple"],
        text: "$val attr-dict `:` type($result) ; val = parts(result)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.iota"],
        text: "`dim` `=` $iota_dimension attr-dict `:` type($output)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.constant"],
        text: "attr-dict $value ; output = attr(value)",
        bare: true,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.optimization_barrier"],
        text: "attr-dict ($operand^ `:` type($operand)):(`(` `)`)? ; result = same(operand)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.create_token", "stablehlo.partition_id", "stablehlo.replica_id"],
        text: "attr-dict `:` type(results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.concatenate"],
        text: "each-comma($inputs) `dim` `=` $dimension attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.select"],
        text: "operands attr-dict `:` brief-type($pred, $result) ; on_true = same(result), on_false = same(result)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.dynamic_pad", "stablehlo.dynamic_reshape", "stablehlo.dynamic_update_slice", "stablehlo.is_finite", "stablehlo.reshape"],
        text: "operands attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["stablehlo.custom_call"],
        text: "symbol($call_target_name) `(` $inputs `)` attr-dict `:` functional-type(operands, results)",
        bare: false,
        result_name: "",
    },
], true);
