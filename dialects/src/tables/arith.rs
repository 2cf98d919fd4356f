//! Dialect `arith`. Written by `cargo xtask codegen` from dialects/tables/mlir/arith.ods. Do not edit.

#[allow(unused_imports)]
use core_ir::spec::{
    Arg, Arity, AttrKind, AttrLimit, AttrSpec, Constraint, DefaultValue, ElemRule, ElemSet, EnumSpec, Form, Hooks, KernelRule, OpSpec,
    Presence, RankRule, Traits, ValueSpec, When,
};
#[allow(unused_imports)]
use std::borrow::Cow::Borrowed;

/// Every row, sorted by name.
pub(super) static OPS: [OpSpec; 49] = [
    OpSpec {
        name: Borrowed("arith.addf"),
        summary: Borrowed("Arithmetic on two floats."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fastmath"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.addi"),
        summary: Borrowed("Arithmetic on two integers that may promise not to overflow."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("overflowFlags"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.addui_extended"),
        summary: Borrowed("A sum of unsigned integers and whether it overflowed."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("sum"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("overflow"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x3), // Pure Commutative
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.andi"),
        summary: Borrowed("Arithmetic on two integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.bitcast"),
        summary: Borrowed("A conversion."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("in"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x11), // Pure SameOperandsAndResultShape
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.ceildivsi"),
        summary: Borrowed("Arithmetic on two integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x9), // Pure SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.ceildivui"),
        summary: Borrowed("Arithmetic on two integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x9), // Pure SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.cmpf"),
        summary: Borrowed("A comparison of floats."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("predicate"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: None },
            AttrSpec { name: Borrowed("fastmath"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.cmpi"),
        summary: Borrowed("A comparison of integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("predicate"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x1), // Pure
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.constant"),
        summary: Borrowed("A constant."),
        operands: Borrowed(&[]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("arith.divf"),
        summary: Borrowed("Arithmetic on two floats."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fastmath"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x9), // Pure SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.divsi"),
        summary: Borrowed("Arithmetic on two integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x9), // Pure SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.divui"),
        summary: Borrowed("Arithmetic on two integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x9), // Pure SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.extf"),
        summary: Borrowed("A conversion to a wider float."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("in"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fastmath"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x11), // Pure SameOperandsAndResultShape
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.extsi"),
        summary: Borrowed("A conversion."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("in"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x11), // Pure SameOperandsAndResultShape
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.extui"),
        summary: Borrowed("A conversion."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("in"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x11), // Pure SameOperandsAndResultShape
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.floordivsi"),
        summary: Borrowed("Arithmetic on two integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x9), // Pure SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.fptosi"),
        summary: Borrowed("A conversion."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("in"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x11), // Pure SameOperandsAndResultShape
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.fptoui"),
        summary: Borrowed("A conversion."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("in"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x11), // Pure SameOperandsAndResultShape
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.index_cast"),
        summary: Borrowed("A conversion."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("in"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x11), // Pure SameOperandsAndResultShape
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.index_castui"),
        summary: Borrowed("A conversion."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("in"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x11), // Pure SameOperandsAndResultShape
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.maximumf"),
        summary: Borrowed("Arithmetic on two floats."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fastmath"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.maxnumf"),
        summary: Borrowed("Arithmetic on two floats."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fastmath"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.maxsi"),
        summary: Borrowed("Arithmetic on two integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.maxui"),
        summary: Borrowed("Arithmetic on two integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.minimumf"),
        summary: Borrowed("Arithmetic on two floats."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fastmath"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.minnumf"),
        summary: Borrowed("Arithmetic on two floats."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fastmath"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.minsi"),
        summary: Borrowed("Arithmetic on two integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.minui"),
        summary: Borrowed("Arithmetic on two integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.mulf"),
        summary: Borrowed("Arithmetic on two floats."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fastmath"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.muli"),
        summary: Borrowed("Arithmetic on two integers that may promise not to overflow."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("overflowFlags"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.mulsi_extended"),
        summary: Borrowed("The lower and the upper half of a product."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("low"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("high"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.mului_extended"),
        summary: Borrowed("The lower and the upper half of a product."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("low"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("high"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.negf"),
        summary: Borrowed("Negation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fastmath"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x9), // Pure SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.ori"),
        summary: Borrowed("Arithmetic on two integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.remf"),
        summary: Borrowed("Arithmetic on two floats."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fastmath"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x9), // Pure SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.remsi"),
        summary: Borrowed("Arithmetic on two integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x9), // Pure SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.remui"),
        summary: Borrowed("Arithmetic on two integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x9), // Pure SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.select"),
        summary: Borrowed("One of two values."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("condition"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("true_value"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("false_value"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
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
        name: Borrowed("arith.shli"),
        summary: Borrowed("Arithmetic on two integers that may promise not to overflow."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("overflowFlags"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x9), // Pure SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.shrsi"),
        summary: Borrowed("Arithmetic on two integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x9), // Pure SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.shrui"),
        summary: Borrowed("Arithmetic on two integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x9), // Pure SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.sitofp"),
        summary: Borrowed("A conversion."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("in"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x11), // Pure SameOperandsAndResultShape
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.subf"),
        summary: Borrowed("Arithmetic on two floats."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fastmath"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x9), // Pure SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.subi"),
        summary: Borrowed("Arithmetic on two integers that may promise not to overflow."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("overflowFlags"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x9), // Pure SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.truncf"),
        summary: Borrowed("A conversion to a narrower float."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("in"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("roundingmode"), kind: AttrKind::Int(32), limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("fastmath"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x11), // Pure SameOperandsAndResultShape
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.trunci"),
        summary: Borrowed("A conversion."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("in"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x11), // Pure SameOperandsAndResultShape
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.uitofp"),
        summary: Borrowed("A conversion."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("in"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x11), // Pure SameOperandsAndResultShape
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("arith.xori"),
        summary: Borrowed("Arithmetic on two integers."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0xb), // Pure Commutative SameOperandsAndResultType
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
];

core_ir::register_dialect!("arith", OPS, &[
    core_ir::text::format::FormatLine {
        ops: &["arith.extf"],
        text: "$in (`fastmath` `` stripped($fastmath, fastmath, none)^)? attr-dict `:` type($in) `to` type($out)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["arith.truncf"],
        text: "$in (words($roundingmode, to_nearest_even downward upward toward_zero to_nearest_away)^)? (`fastmath` `` stripped($fastmath, fastmath, none)^)? attr-dict `:` type($in) `to` type($out)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["arith.bitcast", "arith.extsi", "arith.extui", "arith.fptosi", "arith.fptoui", "arith.index_cast", "arith.index_castui", "arith.sitofp", "arith.trunci", "arith.uitofp"],
        text: "$in attr-dict `:` type($in) `to` type($out)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["arith.addf", "arith.divf", "arith.maximumf", "arith.maxnumf", "arith.minimumf", "arith.minnumf", "arith.mulf", "arith.remf", "arith.subf"],
        text: "$lhs `,` $rhs (`fastmath` `` stripped($fastmath, fastmath, none)^)? attr-dict `:` type($result)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["arith.addi", "arith.muli", "arith.shli", "arith.subi"],
        text: "$lhs `,` $rhs (`overflow` `` stripped($overflowFlags, overflow, none)^)? attr-dict `:` type($result)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["arith.mulsi_extended", "arith.mului_extended"],
        text: "$lhs `,` $rhs attr-dict `:` type($lhs)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["arith.andi", "arith.ceildivsi", "arith.ceildivui", "arith.divsi", "arith.divui", "arith.floordivsi", "arith.maxsi", "arith.maxui", "arith.minsi", "arith.minui", "arith.ori", "arith.remsi", "arith.remui", "arith.shrsi", "arith.shrui", "arith.xori"],
        text: "$lhs `,` $rhs attr-dict `:` type($result)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["arith.addui_extended"],
        text: "$lhs `,` $rhs attr-dict `:` type($sum) `,` type($overflow) ; lhs = same(sum), rhs = same(sum)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["arith.negf"],
        text: "$operand (`fastmath` `` stripped($fastmath, fastmath, none)^)? attr-dict `:` type($result)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["arith.constant"],
        text: "attr-dict $value ; result = attr(value)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["arith.cmpi"],
        text: "words($predicate, eq ne slt sle sgt sge ult ule ugt uge) `,` $lhs `,` $rhs attr-dict `:` type($lhs) ; rhs = same(lhs), result = bool(lhs)",
        bare: false,
        result_name: "",
    },
    core_ir::text::format::FormatLine {
        ops: &["arith.cmpf"],
        text: "words($predicate, false oeq ogt oge olt ole one ord ueq ugt uge ult ule une uno true) `,` $lhs `,` $rhs (`fastmath` `` stripped($fastmath, fastmath, none)^)? attr-dict `:` type($lhs) ; rhs = same(lhs), result = bool(lhs)",
        bare: false,
        result_name: "",
    },
], false);
