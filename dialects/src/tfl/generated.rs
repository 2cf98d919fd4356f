//! Rows of the `tfl` dialect. Written by `cargo xtask codegen` from dialects/tables/tfl. Do not edit.

use std::borrow::Cow::Borrowed;

use core_ir::spec::{
    Arg, Arity, AttrKind, AttrLimit, AttrSpec, Constraint, DefaultValue, ElemRule, ElemSet, EnumSpec, Form, Hooks, KernelRule,
    OpSpec, OptionsSpec, Presence, RankRule, Scalar, Slot, SlotSource, TfliteSpec, Traits, ValueSpec, VersionCondition,
    VersionRule, When,
};

/// `ActivationFunctionType` of the schema.
pub static ACTIVATION_FUNCTION_TYPE: EnumSpec =
    EnumSpec { name: "ActivationFunctionType", mnemonic: None, cases: &[("NONE", 0), ("RELU", 1), ("RELU_N1_TO_1", 2), ("RELU6", 3), ("TANH", 4), ("SIGN_BIT", 5)] };

/// `CombinerType` of the schema.
pub static COMBINER_TYPE: EnumSpec =
    EnumSpec { name: "CombinerType", mnemonic: None, cases: &[("SUM", 0), ("MEAN", 1), ("SQRTN", 2)] };

/// `CustomOptionsFormat` of the schema.
pub static CUSTOM_OPTIONS_FORMAT: EnumSpec =
    EnumSpec { name: "CustomOptionsFormat", mnemonic: None, cases: &[("FLEXBUFFERS", 0)] };

/// `DimensionType` of the schema.
pub static DIMENSION_TYPE: EnumSpec =
    EnumSpec { name: "DimensionType", mnemonic: Some("tfl.dimension_type_attr"), cases: &[("DENSE", 0), ("SPARSE_CSR", 1)] };

/// `FullyConnectedOptionsWeightsFormat` of the schema.
pub static FULLY_CONNECTED_OPTIONS_WEIGHTS_FORMAT: EnumSpec =
    EnumSpec { name: "FullyConnectedOptionsWeightsFormat", mnemonic: None, cases: &[("DEFAULT", 0), ("SHUFFLED4x16INT8", 1)] };

/// `LSHProjectionType` of the schema.
pub static LSH_PROJECTION_TYPE: EnumSpec =
    EnumSpec { name: "LSHProjectionType", mnemonic: None, cases: &[("UNKNOWN", 0), ("SPARSE", 1), ("DENSE", 2)] };

/// `LSTMKernelType` of the schema.
pub static LSTM_KERNEL_TYPE: EnumSpec =
    EnumSpec { name: "LSTMKernelType", mnemonic: Some("tfl.lstm_kernel_type_attr"), cases: &[("FULL", 0), ("BASIC", 1)] };

/// `MirrorPadMode` of the schema.
pub static MIRROR_PAD_MODE: EnumSpec =
    EnumSpec { name: "MirrorPadMode", mnemonic: Some("tfl.mirror_pad_attr"), cases: &[("REFLECT", 0), ("SYMMETRIC", 1)] };

/// `Padding` of the schema.
pub static PADDING: EnumSpec =
    EnumSpec { name: "Padding", mnemonic: None, cases: &[("SAME", 0), ("VALID", 1)] };

/// `ReduceWindowFunction` of the schema.
pub static REDUCE_WINDOW_FUNCTION: EnumSpec =
    EnumSpec { name: "ReduceWindowFunction", mnemonic: None, cases: &[("UNSUPPORTED", 0), ("ADD", 1), ("MUL", 2), ("MINIMUM", 3), ("MAXIMUM", 4), ("ALL", 5), ("ANY", 6)] };

/// `RngAlgorithm` of the schema.
pub static RNG_ALGORITHM: EnumSpec =
    EnumSpec { name: "RngAlgorithm", mnemonic: None, cases: &[("DEFAULT", 0), ("PHILOX", 1), ("THREEFRY", 2)] };

/// `StablehloComparisonDirection` of the schema.
pub static STABLEHLO_COMPARISON_DIRECTION: EnumSpec =
    EnumSpec { name: "StablehloComparisonDirection", mnemonic: None, cases: &[("STABLEHLO_COMPARISON_DIRECTION_EQ", 0), ("STABLEHLO_COMPARISON_DIRECTION_NE", 1), ("STABLEHLO_COMPARISON_DIRECTION_GE", 2), ("STABLEHLO_COMPARISON_DIRECTION_GT", 3), ("STABLEHLO_COMPARISON_DIRECTION_LE", 4), ("STABLEHLO_COMPARISON_DIRECTION_LT", 5)] };

/// `StablehloComparisonType` of the schema.
pub static STABLEHLO_COMPARISON_TYPE: EnumSpec =
    EnumSpec { name: "StablehloComparisonType", mnemonic: None, cases: &[("STABLEHLO_COMPARISON_TYPE_NOTYPE", 0), ("STABLEHLO_COMPARISON_TYPE_FLOAT", 1), ("STABLEHLO_COMPARISON_TYPE_FLOAT_TOTAL_ORDER", 2), ("STABLEHLO_COMPARISON_TYPE_SIGNED", 3), ("STABLEHLO_COMPARISON_TYPE_UNSIGNED", 4)] };

/// `TensorType` of the schema.
pub static TENSOR_TYPE: EnumSpec =
    EnumSpec { name: "TensorType", mnemonic: None, cases: &[("FLOAT32", 0), ("FLOAT16", 1), ("INT32", 2), ("UINT8", 3), ("INT64", 4), ("STRING", 5), ("BOOL", 6), ("INT16", 7), ("COMPLEX64", 8), ("INT8", 9), ("FLOAT64", 10), ("COMPLEX128", 11), ("UINT64", 12), ("RESOURCE", 13), ("VARIANT", 14), ("UINT32", 15), ("UINT16", 16), ("INT4", 17), ("BFLOAT16", 18), ("INT2", 19), ("UINT4", 20), ("FLOAT8_E4M3FN", 21), ("FLOAT8_E5M2", 22)] };

/// Every row, sorted by name.
pub(super) static OPS: [OpSpec; 222] = [
    OpSpec {
        name: Borrowed("tfl.NumericVerify"),
        summary: Borrowed("Compares a quantized tensor with its f32 reference; a debugging aid."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b01000)), takes: Borrowed("QI8 type or QUI8 type or QI16 type or 16-bit float or TFLite quint8 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("ref"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("tolerance"), kind: AttrKind::F32, limit: None, presence: Presence::Default(DefaultValue::Float(0.1)), slot: None },
            AttrSpec { name: Borrowed("log_if_failed"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40000), // RuntimeTyped
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.abs"),
        summary: Borrowed("Absolute value of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x304030)), takes: Borrowed("16-bit signless integer or 32-bit signless integer or 32-bit float or QI8 type or QI16 type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x304030)), takes: Borrowed("16-bit signless integer or 32-bit signless integer or 32-bit float or QI8 type or QI16 type"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x48015), // Pure Elementwise SameOperandsAndResultShape Idempotent RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 101,
            builtin_name: "ABS",
            options: Some(OptionsSpec { table: "AbsOptions", tag: 78, second: false, written: false }),
            versions: &[
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x400020))], runtime: "2.12.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x10))], runtime: "2.6.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200000))], runtime: "2.5.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.4.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000800100))], runtime: "2.4.0" },
                VersionRule { version: 1, when: &[], runtime: "1.13.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.add"),
        summary: Borrowed("Sum of two tensors with broadcasting, then the fused activation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb05070)), takes: Borrowed("32-bit float or 16-bit float or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb05070), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xffffffffffffffff), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb05070)), takes: Borrowed("32-bit float or 16-bit float or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("pot_scale_int16"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(true)), slot: Some(Slot { id: 1, scalar: Scalar::Bool, default: 1.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("Operands should have valid shapes and element type needs to match"), when: When::AtRuntime, holds: super::verify::add_shapes, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("Operands should have valid shapes and element type needs to match"), when: When::AtRuntime, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1)]) },
        ]),
        traits: Traits(0x40027), // Pure Commutative Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 0,
            builtin_name: "ADD",
            options: Some(OptionsSpec { table: "AddOptions", tag: 11, second: false, written: true }),
            versions: &[
                VersionRule { version: 6, when: &[VersionCondition::OperandElem(0, ElemSet(0x1000))], runtime: "2.23.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x10))], runtime: "2.13.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x40))], runtime: "2.6.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::ResultElem(0, ElemSet(0x200010)), VersionCondition::AttrIntIs("pot_scale_int16", 0)], runtime: "2.4.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: Some(core_ir::Arithmetic::PerResult(1)),
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.add_n"),
        summary: Borrowed("Sum of any number of tensors of one shape."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("inputs"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4020)), takes: Borrowed("32-bit float or 32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("sum"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4020)), takes: Borrowed("32-bit float or 32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40803), // Pure Commutative SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 106,
            builtin_name: "ADD_N",
            options: Some(OptionsSpec { table: "AddNOptions", tag: 82, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: Some(core_ir::Arithmetic::Terms),
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.arg_max"),
        summary: Borrowed("Index of the largest element along a dimension."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904129)), takes: Borrowed("1-bit signless integer or 32-bit float or 32-bit signless integer or 8-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x904129), rank: RankRule::AtLeast(1) }) },
            ValueSpec { name: Borrowed("dim"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("output_type"), kind: AttrKind::Type, limit: None, presence: Presence::Derived, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::ResultElem(0) }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 56,
            builtin_name: "ARG_MAX",
            options: Some(OptionsSpec { table: "ArgMaxOptions", tag: 40, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x1))], runtime: "2.9.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.9.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.arg_min"),
        summary: Borrowed("Index of the smallest element along a dimension."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904129)), takes: Borrowed("1-bit signless integer or 32-bit float or 32-bit signless integer or 8-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x904129), rank: RankRule::AtLeast(1) }) },
            ValueSpec { name: Borrowed("dim"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("output_type"), kind: AttrKind::Type, limit: None, presence: Presence::Derived, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::ResultElem(0) }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 79,
            builtin_name: "ARG_MIN",
            options: Some(OptionsSpec { table: "ArgMinOptions", tag: 57, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x1))], runtime: "2.9.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.9.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.assign_variable"),
        summary: Borrowed("Gives a variable a value."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("resource_id"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x2000000)), takes: Borrowed("TensorFlow resource type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("value"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb3c169)), takes: Borrowed("32-bit float or 64-bit float or 1-bit signless integer or 8-bit unsigned integer or 8-bit signless integer or QI8 type or QUI8 type or 32-bit signless integer or 64-bit signless integer or QI16 type or complex type with 32-bit float elements or complex type with 64-bit float elements"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 144,
            builtin_name: "ASSIGN_VARIABLE",
            options: Some(OptionsSpec { table: "AssignVariableOptions", tag: 113, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.6.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.atan2"),
        summary: Borrowed("Angle of the point (x, y) with the signs of both taken into account."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xc000)), takes: Borrowed("32-bit float or 64-bit float"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xf000), rank: RankRule::Any }) },
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xc000)), takes: Borrowed("32-bit float or 64-bit float"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xf000), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x4000d), // Pure Elementwise SameOperandsAndResultType RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 156,
            builtin_name: "ATAN2",
            options: Some(OptionsSpec { table: "ATan2Options", tag: 122, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.10.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.average_pool_2d"),
        summary: Borrowed("Mean over windows of height and width, then the fused activation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb04000), rank: RankRule::Exactly(4) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("filter_height"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 4, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("filter_width"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 3, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("padding"), kind: AttrKind::Enum(&PADDING), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_h"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_w"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 5, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 1,
            builtin_name: "AVERAGE_POOL_2D",
            options: Some(OptionsSpec { table: "Pool2DOptions", tag: 5, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::ResultElem(0, ElemSet(0x200010))], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: Some(core_ir::Arithmetic::Window),
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.basic_lstm"),
        summary: Borrowed("One step of an LSTM with one weight matrix for all gates."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("data_input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x804000)), takes: Borrowed("32-bit float or QUI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("prev_activ_input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x804000)), takes: Borrowed("32-bit float or QUI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("weights_input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x804000)), takes: Borrowed("32-bit float or QUI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("biases_input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x404000)), takes: Borrowed("32-bit float or QI32 type"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("prev_state_input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x204000)), takes: Borrowed("32-bit float or QI16 type"), rank: RankRule::Exactly(2), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("activ_output"), arity: Arity::One, form: Form::Ranked(2), elems: ElemRule::In(ElemSet(0x804000)), takes: Borrowed("32-bit float or QUI8 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("state_output"), arity: Arity::One, form: Form::Ranked(2), elems: ElemRule::In(ElemSet(0x1004000)), takes: Borrowed("32-bit float or QUI16 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("concat_temp"), arity: Arity::One, form: Form::Ranked(2), elems: ElemRule::In(ElemSet(0x804000)), takes: Borrowed("32-bit float or QUI8 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("activ_temp"), arity: Arity::One, form: Form::Ranked(2), elems: ElemRule::In(ElemSet(0x1004000)), takes: Borrowed("32-bit float or QUI16 type"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Default(DefaultValue::Str(Borrowed("TANH"))), slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("cell_clip"), kind: AttrKind::F32, limit: Some(AttrLimit::NonNegative), presence: Presence::Default(DefaultValue::Float(0.0)), slot: Some(Slot { id: 1, scalar: Scalar::F32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("proj_clip"), kind: AttrKind::F32, limit: Some(AttrLimit::NonNegative), presence: Presence::Default(DefaultValue::Float(0.0)), slot: Some(Slot { id: 2, scalar: Scalar::F32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("kernel_type"), kind: AttrKind::Enum(&LSTM_KERNEL_TYPE), limit: Some(AttrLimit::Word(Borrowed("BASIC"))), presence: Presence::Default(DefaultValue::Str(Borrowed("BASIC"))), slot: Some(Slot { id: 3, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("asymmetric_quantize_inputs"), kind: AttrKind::Bool, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 4, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 16,
            builtin_name: "LSTM",
            options: Some(OptionsSpec { table: "LSTMOptions", tag: 14, second: false, written: true }),
            versions: &[
                VersionRule { version: 2, when: &[], runtime: "1.10.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.batch_matmul"),
        summary: Borrowed("Product of the two innermost dimensions, with broadcasting of the others."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x305008)), takes: Borrowed("32-bit float or 16-bit float or QI8 type or QI16 type or 8-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x304008), rank: RankRule::Between(2, 5) }) },
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x305008)), takes: Borrowed("32-bit float or 16-bit float or QI8 type or QI16 type or 8-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x304008), rank: RankRule::Between(2, 5) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x305020)), takes: Borrowed("32-bit float or 16-bit float or QI8 type or QI16 type or 32-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x304020), rank: RankRule::Any }) },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("adj_x"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: Some(Slot { id: 0, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("adj_y"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: Some(Slot { id: 1, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("asymmetric_quantize_inputs"), kind: AttrKind::Bool, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 2, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operand 0 is 2-D"), when: When::Late, holds: core_ir::constraint::rank_at_least, args: Borrowed(&[Arg::Operand(0), Arg::Number(2)]) },
            Constraint { sentence: Borrowed("operand 1 is 2-D"), when: When::Late, holds: core_ir::constraint::rank_at_least, args: Borrowed(&[Arg::Operand(1), Arg::Number(2)]) },
            Constraint { sentence: Borrowed("x and output must have same element type or they are int8 and int32"), when: When::AtRuntime, holds: super::verify::matmul_output, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("lhs and rhs of this op must have rank between [2, 5]"), when: When::AtRuntime, holds: core_ir::constraint::rank_at_most, args: Borrowed(&[Arg::Operand(0), Arg::Number(5)]) },
            Constraint { sentence: Borrowed("lhs and rhs of this op must have rank between [2, 5]"), when: When::AtRuntime, holds: core_ir::constraint::rank_at_most, args: Borrowed(&[Arg::Operand(1), Arg::Number(5)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 126,
            builtin_name: "BATCH_MATMUL",
            options: Some(OptionsSpec { table: "BatchMatMulOptions", tag: 101, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.4.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.3.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000)), VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000)), VersionCondition::AttrIntIs("asymmetric_quantize_inputs", 1)], runtime: "2.5.0" },
                VersionRule { version: 1, when: &[], runtime: "2.3.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::batch_matmul), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.batch_to_space_nd"),
        summary: Borrowed("Moves parts of the batch into spatial blocks, then crops."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04168)), takes: Borrowed("32-bit float or 8-bit signless integer or 32-bit signless integer or 64-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Between(3, 4), kernels: Some(KernelRule { elems: ElemSet(0x600b1ff79), rank: RankRule::Between(3, 4) }) },
            ValueSpec { name: Borrowed("block_shape"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("indices"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04170)), takes: Borrowed("32-bit float or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x600b1ff79), rank: RankRule::Any }) },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 37,
            builtin_name: "BATCH_TO_SPACE_ND",
            options: Some(OptionsSpec { table: "BatchToSpaceNDOptions", tag: 24, second: false, written: false }),
            versions: &[
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.12.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandRankOver(0, 4)], runtime: "2.3.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandRankUnder(0, 4)], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.6.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.bidirectional_sequence_lstm"),
        summary: Borrowed("A forward and a backward LSTM over a sequence."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(3), kernels: None },
            ValueSpec { name: Borrowed("fw_input_to_input_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("fw_input_to_forget_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("fw_input_to_cell_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("fw_input_to_output_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("fw_recurrent_to_input_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("fw_recurrent_to_forget_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("fw_recurrent_to_cell_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("fw_recurrent_to_output_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("fw_cell_to_input_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("fw_cell_to_forget_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("fw_cell_to_output_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("fw_input_gate_bias"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("fw_forget_gate_bias"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("fw_cell_bias"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("fw_output_gate_bias"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("fw_projection_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("fw_projection_bias"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("bw_input_to_input_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("bw_input_to_forget_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("bw_input_to_cell_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("bw_input_to_output_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("bw_recurrent_to_input_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("bw_recurrent_to_forget_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("bw_recurrent_to_cell_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("bw_recurrent_to_output_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("bw_cell_to_input_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("bw_cell_to_forget_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("bw_cell_to_output_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("bw_input_gate_bias"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("bw_forget_gate_bias"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("bw_cell_bias"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("bw_output_gate_bias"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("bw_projection_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("bw_projection_bias"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("fw_input_activation_state"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("fw_input_cell_state"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("bw_input_activation_state"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("bw_input_cell_state"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("aux_input"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("fw_aux_input_to_input_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("fw_aux_input_to_forget_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("fw_aux_input_to_cell_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("fw_aux_input_to_output_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("bw_aux_input_to_input_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("bw_aux_input_to_forget_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("bw_aux_input_to_cell_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("bw_aux_input_to_output_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("fw_output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("bw_output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("cell_clip"), kind: AttrKind::F32, limit: Some(AttrLimit::NonNegative), presence: Presence::Default(DefaultValue::Float(0.0)), slot: Some(Slot { id: 1, scalar: Scalar::F32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("proj_clip"), kind: AttrKind::F32, limit: Some(AttrLimit::NonNegative), presence: Presence::Default(DefaultValue::Float(0.0)), slot: Some(Slot { id: 2, scalar: Scalar::F32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("merge_outputs"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 3, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("time_major"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 4, scalar: Scalar::Bool, default: 1.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("asymmetric_quantize_inputs"), kind: AttrKind::Bool, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 5, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("the optional peephole weights should all be specified or none"), when: When::Early, holds: core_ir::constraint::all_or_none, args: Borrowed(&[Arg::Operand(9), Arg::Operand(10), Arg::Operand(11), Arg::Operand(26), Arg::Operand(27), Arg::Operand(28)]) },
            Constraint { sentence: Borrowed("either projection weight must be specified or both projection weight and projection bias must not be specified"), when: When::Early, holds: core_ir::constraint::required_by, args: Borrowed(&[Arg::Operand(16), Arg::Operand(17), Arg::Operand(33), Arg::Operand(34)]) },
            Constraint { sentence: Borrowed("either projection weight must be specified or both projection weight and projection bias must not be specified"), when: When::Early, holds: core_ir::constraint::required_by, args: Borrowed(&[Arg::Operand(33), Arg::Operand(16), Arg::Operand(17), Arg::Operand(34)]) },
            Constraint { sentence: Borrowed("the input and result tensor elemental types must be same"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 52,
            builtin_name: "BIDIRECTIONAL_SEQUENCE_LSTM",
            options: Some(OptionsSpec { table: "BidirectionalSequenceLSTMOptions", tag: 69, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000)), VersionCondition::AttrIntIs("asymmetric_quantize_inputs", 1)], runtime: "1.14.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.bidirectional_sequence_rnn"),
        summary: Borrowed("A forward and a backward recurrent network over a sequence."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(3), kernels: None },
            ValueSpec { name: Borrowed("fw_input_to_hidden_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("fw_recurrent_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("fw_bias"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("fw_hidden_state"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("bw_input_to_hidden_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("bw_recurrent_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("bw_bias"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("bw_hidden_state"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("aux_input"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("fw_aux_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("bw_aux_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("fw_output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("bw_output"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("time_major"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("merge_outputs"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("asymmetric_quantize_inputs"), kind: AttrKind::Bool, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 3, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 46,
            builtin_name: "BIDIRECTIONAL_SEQUENCE_RNN",
            options: Some(OptionsSpec { table: "BidirectionalSequenceRNNOptions", tag: 70, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000)), VersionCondition::AttrIntIs("asymmetric_quantize_inputs", 1)], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.bitcast"),
        summary: Borrowed("Reads the same bytes as another element type."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 159,
            builtin_name: "BITCAST",
            options: Some(OptionsSpec { table: "BitcastOptions", tag: 124, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.13.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::bitcast), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.bitwise_xor"),
        summary: Borrowed("Exclusive or of the bits of two integer tensors with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x738)), takes: Borrowed("8-bit signless integer or 8-bit unsigned integer or 16-bit signless integer or 16-bit unsigned integer or 32-bit signless integer or 32-bit unsigned integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x738), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x738)), takes: Borrowed("8-bit signless integer or 8-bit unsigned integer or 16-bit signless integer or 16-bit unsigned integer or 32-bit signless integer or 32-bit unsigned integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x738), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x738)), takes: Borrowed("8-bit signless integer or 8-bit unsigned integer or 16-bit signless integer or 16-bit unsigned integer or 32-bit signless integer or 32-bit unsigned integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x60027), // Pure Commutative Elementwise ResultsBroadcastableShape SameOperandsAndResultElementType RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 160,
            builtin_name: "BITWISE_XOR",
            options: Some(OptionsSpec { table: "BitwiseXorOptions", tag: 125, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.13.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.broadcast_args"),
        summary: Borrowed("Shape of the broadcast of two shapes."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("s0"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("s1"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Exactly(1), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("r0"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("BroadcastArgs op operands have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1)]) },
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 145,
            builtin_name: "BROADCAST_ARGS",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.6.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.broadcast_to"),
        summary: Borrowed("Repeats the input along its dimensions of one until it has the shape."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x600b1457d)), takes: Borrowed("32-bit float or f8E4M3FN type or f8E5M2 type or 32-bit signless integer or 1-bit signless integer or 4-bit signless integer or 8-bit signless integer or QI8 type or 8-bit unsigned integer or 32-bit unsigned integer or QUI8 type or 16-bit signless integer or QI16 type or 64-bit signless integer or complex type with 32-bit float elements"), rank: RankRule::AtMost(8), kernels: Some(KernelRule { elems: ElemSet(0x600b3ff7d), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("shape"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("output dimension count must be at most 8"), when: When::Late, holds: core_ir::constraint::dim_at_most, args: Borrowed(&[Arg::Operand(1), Arg::Number(0), Arg::Number(8)]) },
        ]),
        traits: Traits(0x140801), // Pure SameScale RuntimeTyped FreeQuantizedAxis
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 130,
            builtin_name: "BROADCAST_TO",
            options: Some(OptionsSpec { table: "BroadcastToOptions", tag: 104, second: false, written: false }),
            versions: &[
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x600000000))], runtime: "2.23.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.5.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.5.0" },
                VersionRule { version: 2, when: &[], runtime: "2.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.bucketize"),
        summary: Borrowed("Number of the bucket between sorted boundaries that holds each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xc060)), takes: Borrowed("32-bit float or 64-bit float or 32-bit signless integer or 64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("boundaries"), kind: AttrKind::Floats, limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::F32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40011), // Pure SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 147,
            builtin_name: "BUCKETIZE",
            options: Some(OptionsSpec { table: "BucketizeOptions", tag: 115, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.8.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.call"),
        summary: Borrowed("Calls a function; the runtime never had it."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("subgraph"), kind: AttrKind::Symbol, limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::U32, default: 0.0, source: SlotSource::Function }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 31,
            builtin_name: "CALL",
            options: Some(OptionsSpec { table: "CallOptions", tag: 16, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.call_once"),
        summary: Borrowed("Calls an initialisation function once a session."),
        operands: Borrowed(&[]),
        results: Borrowed(&[]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("session_init_function"), kind: AttrKind::Str, limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Function }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 129,
            builtin_name: "CALL_ONCE",
            options: Some(OptionsSpec { table: "CallOnceOptions", tag: 103, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.cast"),
        summary: Borrowed("Converts each element to another element type."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x460001f7ff)), takes: Borrowed("16-bit float or bfloat16 type or f8E4M3FN type or f8E5M2 type or 32-bit float or 64-bit float or 1-bit signless integer or 2-bit signless integer or 4-bit signless integer or 4-bit unsigned integer or 16-bit signless integer or 16-bit unsigned integer or 32-bit signless integer or 32-bit unsigned integer or 64-bit signless integer or TFLite quint8 type or 8-bit unsigned integer or 8-bit signless integer or complex type with 32-bit float elements"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x460001f7ff)), takes: Borrowed("16-bit float or bfloat16 type or f8E4M3FN type or f8E5M2 type or 32-bit float or 64-bit float or 1-bit signless integer or 2-bit signless integer or 4-bit signless integer or 4-bit unsigned integer or 16-bit signless integer or 16-bit unsigned integer or 32-bit signless integer or 32-bit unsigned integer or 64-bit signless integer or TFLite quint8 type or 8-bit unsigned integer or 8-bit signless integer or complex type with 32-bit float elements"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("in_data_type"), kind: AttrKind::Type, limit: None, presence: Presence::Derived, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::OperandElem(0) }) },
            AttrSpec { name: Borrowed("out_data_type"), kind: AttrKind::Type, limit: None, presence: Presence::Derived, slot: Some(Slot { id: 1, scalar: Scalar::I8, default: 0.0, source: SlotSource::ResultElem(0) }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 53,
            builtin_name: "CAST",
            options: Some(OptionsSpec { table: "CastOptions", tag: 37, second: false, written: false }),
            versions: &[
                VersionRule { version: 9, when: &[VersionCondition::OperandElem(0, ElemSet(0x600000000))], runtime: "2.23.0" },
                VersionRule { version: 9, when: &[VersionCondition::ResultElem(0, ElemSet(0x600000000))], runtime: "2.23.0" },
                VersionRule { version: 8, when: &[VersionCondition::OperandElem(0, ElemSet(0x20000002))], runtime: "2.21.0" },
                VersionRule { version: 8, when: &[VersionCondition::ResultElem(0, ElemSet(0x20000002))], runtime: "2.21.0" },
                VersionRule { version: 8, when: &[VersionCondition::OperandElem(0, ElemSet(0x40000080))], runtime: "2.21.0" },
                VersionRule { version: 8, when: &[VersionCondition::ResultElem(0, ElemSet(0x40000080))], runtime: "2.21.0" },
                VersionRule { version: 7, when: &[VersionCondition::OperandElem(0, ElemSet(0x2000))], runtime: "2.17.0" },
                VersionRule { version: 7, when: &[VersionCondition::ResultElem(0, ElemSet(0x2000))], runtime: "2.17.0" },
                VersionRule { version: 6, when: &[VersionCondition::OperandElem(0, ElemSet(0x80004)), VersionCondition::ResultElem(0, ElemSet(0x4000))], runtime: "2.15.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x8000))], runtime: "2.12.0" },
                VersionRule { version: 5, when: &[VersionCondition::ResultElem(0, ElemSet(0x8000))], runtime: "2.12.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x1000))], runtime: "2.12.0" },
                VersionRule { version: 5, when: &[VersionCondition::ResultElem(0, ElemSet(0x1000))], runtime: "2.12.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x200))], runtime: "2.9.0" },
                VersionRule { version: 4, when: &[VersionCondition::ResultElem(0, ElemSet(0x200))], runtime: "2.9.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.8.0" },
                VersionRule { version: 3, when: &[VersionCondition::ResultElem(0, ElemSet(0x100008))], runtime: "2.8.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x400))], runtime: "2.7.0" },
                VersionRule { version: 2, when: &[VersionCondition::ResultElem(0, ElemSet(0x400))], runtime: "2.7.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.ceil"),
        summary: Borrowed("Rounds each element up to an integer."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x448005), // Pure Elementwise Idempotent RuntimeTyped SameOperandsAndResultTypeResolveRef
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 104,
            builtin_name: "CEIL",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.complex_abs"),
        summary: Borrowed("Magnitude of each complex number."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x30000)), takes: Borrowed("complex type with 32-bit float elements or complex type with 64-bit float elements"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xc000)), takes: Borrowed("32-bit float or 64-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 135,
            builtin_name: "COMPLEX_ABS",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.concat_embeddings"),
        summary: Borrowed("A withdrawn op that joined embeddings."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("inputs"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("num_channels"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("num_columns_per_channel"), kind: AttrKind::Ints(32), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("embedding_dim_per_channel"), kind: AttrKind::Ints(32), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 2, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 29,
            builtin_name: "CONCAT_EMBEDDINGS",
            options: Some(OptionsSpec { table: "ConcatEmbeddingsOptions", tag: 3, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.concatenation"),
        summary: Borrowed("Joins tensors along a dimension, then the fused activation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("values"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x600985579)), takes: Borrowed("32-bit float or 16-bit float or f8E4M3FN type or f8E5M2 type or 64-bit signless integer or 32-bit signless integer or 16-bit signless integer or QI4 type or 8-bit signless integer or QI8 type or QUI8 type or 8-bit unsigned integer or 32-bit unsigned integer or 1-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x600b87579), rank: RankRule::AtLeast(1) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("axis"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("values and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x240801), // Pure SameScale RuntimeTyped ScaledUint8
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 2,
            builtin_name: "CONCATENATION",
            options: Some(OptionsSpec { table: "ConcatenationOptions", tag: 10, second: false, written: true }),
            versions: &[
                VersionRule { version: 7, when: &[VersionCondition::OperandElem(0, ElemSet(0x600000000))], runtime: "2.23.0" },
                VersionRule { version: 6, when: &[VersionCondition::OperandElem(0, ElemSet(0x1000))], runtime: "2.23.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x80004))], runtime: "2.21.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x400))], runtime: "2.14.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::concatenation), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.control_node"),
        summary: Borrowed("Wraps operations in order to attach control edges."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("controlInputs"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("outputs"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("control"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x45000), // Stateful SingleBlock RuntimeTyped
        regions: Some(1),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::control_node), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.conv_2d"),
        summary: Borrowed("2-D convolution of NHWC input with OHWI filter, bias and fused activation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb04000), rank: RankRule::Exactly(4) }) },
            ValueSpec { name: Borrowed("filter"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x984000)), takes: Borrowed("32-bit float or QI4 type or QI8 type or QUI8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x984000), rank: RankRule::Exactly(4) }) },
            ValueSpec { name: Borrowed("bias"), arity: Arity::Optional, form: Form::RankedAtRuntime(1), elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x404060), rank: RankRule::Exactly(1) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("dilation_h_factor"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 5, scalar: Scalar::I32, default: 1.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("dilation_w_factor"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 4, scalar: Scalar::I32, default: 1.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 3, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("padding"), kind: AttrKind::Enum(&PADDING), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_h"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_w"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("quantized_bias_type"), kind: AttrKind::Type, limit: None, presence: Presence::Default(DefaultValue::Type(Borrowed("f32"))), slot: Some(Slot { id: 6, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0xc0001), // Pure RuntimeTyped InfersTypes
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 3,
            builtin_name: "CONV_2D",
            options: Some(OptionsSpec { table: "Conv2DOptions", tag: 1, second: false, written: true }),
            versions: &[
                VersionRule { version: 8, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x200010)), VersionCondition::AttrTypeIsNot("quantized_bias_type", "f32")], runtime: "2.15.0" },
                VersionRule { version: 6, when: &[VersionCondition::DimsDiffer(0, 3, 1, 3)], runtime: "2.9.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::OperandElem(1, ElemSet(0x200010)), VersionCondition::ResultElem(0, ElemSet(0x200010))], runtime: "2.3.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008)), VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 7, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008)), VersionCondition::OperandElem(1, ElemSet(0x80004)), VersionCondition::ResultElem(0, ElemSet(0x100008))], runtime: "2.11.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000)), VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000)), VersionCondition::OperandPerAxis(1)], runtime: "2.4.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000)), VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: Some(core_ir::Arithmetic::Weights),
        hooks: Hooks { verify: Some(super::verify::conv_2d), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.conv_3d"),
        summary: Borrowed("3-D convolution of NDHWC input with DHWIO filter, bias and fused activation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(5), kernels: None },
            ValueSpec { name: Borrowed("filter"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(5), kernels: None },
            ValueSpec { name: Borrowed("bias"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("dilation_d_factor"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 5, scalar: Scalar::I32, default: 1.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("dilation_h_factor"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 7, scalar: Scalar::I32, default: 1.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("dilation_w_factor"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 6, scalar: Scalar::I32, default: 1.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 4, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("padding"), kind: AttrKind::Enum(&PADDING), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_d"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_h"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 3, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_w"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("dim 4 of operand 0 equals to dim 3 of operand 1"), when: When::Late, holds: core_ir::constraint::same_dim, args: Borrowed(&[Arg::Operand(0), Arg::Number(4), Arg::Operand(1), Arg::Number(3)]) },
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("bias and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(2), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("bias must has num of elements equals to 4th dim of filter"), when: When::Late, holds: core_ir::constraint::elements_are_dim, args: Borrowed(&[Arg::Operand(2), Arg::Operand(1), Arg::Number(4)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 132,
            builtin_name: "CONV_3D",
            options: Some(OptionsSpec { table: "Conv3DOptions", tag: 106, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.conv_3d_transpose"),
        summary: Borrowed("Gradient of a 3-D convolution by its input, bias and fused activation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("output_shape"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("filter"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(5), kernels: None },
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(5), kernels: None },
            ValueSpec { name: Borrowed("bias"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("dilation_d_factor"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 5, scalar: Scalar::I32, default: 1.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("dilation_h_factor"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 7, scalar: Scalar::I32, default: 1.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("dilation_w_factor"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 6, scalar: Scalar::I32, default: 1.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 4, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("padding"), kind: AttrKind::Enum(&PADDING), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_d"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_h"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 3, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_w"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operand 0 has num of elements equals to  5"), when: When::Late, holds: core_ir::constraint::elements_are, args: Borrowed(&[Arg::Operand(0), Arg::Number(5)]) },
            Constraint { sentence: Borrowed("dim 4 of operand 2 equals to dim 4 of operand 1"), when: When::Late, holds: core_ir::constraint::same_dim, args: Borrowed(&[Arg::Operand(2), Arg::Number(4), Arg::Operand(1), Arg::Number(4)]) },
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(2), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("bias and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(3), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("bias must has num of elements equals to 4th dim of filter"), when: When::Late, holds: core_ir::constraint::elements_are_dim, args: Borrowed(&[Arg::Operand(3), Arg::Operand(1), Arg::Number(4)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 141,
            builtin_name: "CONV_3D_TRANSPOSE",
            options: Some(OptionsSpec { table: "Conv3DOptions", tag: 106, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.6.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.cos"),
        summary: Borrowed("Cosine of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x5000)), takes: Borrowed("32-bit float or 16-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x440005), // Pure Elementwise RuntimeTyped SameOperandsAndResultTypeResolveRef
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 108,
            builtin_name: "COS",
            options: Some(OptionsSpec { table: "CosOptions", tag: 84, second: false, written: false }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x1000))], runtime: "2.23.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.cumsum"),
        summary: Borrowed("Running sum along a dimension."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4060)), takes: Borrowed("32-bit float or 32-bit signless integer or 64-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4060), rank: RankRule::AtLeast(1) }) },
            ValueSpec { name: Borrowed("axis"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(0), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("exclusive"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: Some(Slot { id: 0, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("reverse"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: Some(Slot { id: 1, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 128,
            builtin_name: "CUMSUM",
            options: Some(OptionsSpec { table: "CumsumOptions", tag: 102, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.4.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.custom"),
        summary: Borrowed("A custom op of the runtime by its code, with its options as bytes."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("custom_code"), kind: AttrKind::Str, limit: None, presence: Presence::Required, slot: None },
            AttrSpec { name: Borrowed("custom_option"), kind: AttrKind::Bytes, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 32,
            builtin_name: "CUSTOM",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.custom_tf"),
        summary: Borrowed("Wraps a TensorFlow op that stays one."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x44080), // IsolatedFromAbove SingleBlock RuntimeTyped
        regions: Some(1),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.delegate"),
        summary: Borrowed("What a delegate took over; made at run time only."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 51,
            builtin_name: "DELEGATE",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.densify"),
        summary: Borrowed("Converts a sparse tensor to a dense one."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 124,
            builtin_name: "DENSIFY",
            options: Some(OptionsSpec { table: "DensifyOptions", tag: 99, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.2.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.depth_to_space"),
        summary: Borrowed("Moves channels into blocks of height and width."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000904168)), takes: Borrowed("32-bit float or 8-bit signless integer or 32-bit signless integer or 64-bit signless integer or TFLite quint8 type or 8-bit unsigned integer or QI8 type or QUI8 type"), rank: RankRule::AtMost(4), kernels: Some(KernelRule { elems: ElemSet(0x4000904168), rank: RankRule::Exactly(4) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("block_size"), kind: AttrKind::Int(32), limit: Some(AttrLimit::Positive), presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 5,
            builtin_name: "DEPTH_TO_SPACE",
            options: Some(OptionsSpec { table: "DepthToSpaceOptions", tag: 94, second: false, written: true }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.5.0" },
                VersionRule { version: 1, when: &[], runtime: "2.1.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.depthwise_conv_2d"),
        summary: Borrowed("2-D convolution of each channel by itself with a 1HWC filter, bias and fused activation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb04000), rank: RankRule::Exactly(4) }) },
            ValueSpec { name: Borrowed("filter"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x984000)), takes: Borrowed("32-bit float or QI4 type or QI8 type or QUI8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x984000), rank: RankRule::Exactly(4) }) },
            ValueSpec { name: Borrowed("bias"), arity: Arity::Optional, form: Form::RankedAtRuntime(1), elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x404060), rank: RankRule::Exactly(1) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("dilation_h_factor"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 6, scalar: Scalar::I32, default: 1.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("dilation_w_factor"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 5, scalar: Scalar::I32, default: 1.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 4, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("padding"), kind: AttrKind::Enum(&PADDING), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_h"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_w"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("depth_multiplier"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 3, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 4,
            builtin_name: "DEPTHWISE_CONV_2D",
            options: Some(OptionsSpec { table: "DepthwiseConv2DOptions", tag: 2, second: false, written: true }),
            versions: &[
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::OperandElem(1, ElemSet(0x200010)), VersionCondition::ResultElem(0, ElemSet(0x200010))], runtime: "2.3.0" },
                VersionRule { version: 6, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000)), VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000)), VersionCondition::OperandPerAxis(1)], runtime: "2.3.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000)), VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000))], runtime: "2.2.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008)), VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 7, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008)), VersionCondition::OperandElem(1, ElemSet(0x80004)), VersionCondition::ResultElem(0, ElemSet(0x100008))], runtime: "2.11.0" },
                VersionRule { version: 2, when: &[VersionCondition::AttrIntIsNot("dilation_w_factor", 1)], runtime: "1.12.0" },
                VersionRule { version: 2, when: &[VersionCondition::AttrIntIsNot("dilation_h_factor", 1)], runtime: "1.12.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: Some(core_ir::Arithmetic::Weights),
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.dequantize"),
        summary: Borrowed("Converts quantized or half precision numbers to f32."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x660b81000)), takes: Borrowed("QI2 type or QI4 type or QUI4 type or QI8 type or QUI8 type or QI16 type or 16-bit float or f8E4M3FN type or f8E5M2 type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 6,
            builtin_name: "DEQUANTIZE",
            options: Some(OptionsSpec { table: "DequantizeOptions", tag: 38, second: false, written: false }),
            versions: &[
                VersionRule { version: 9, when: &[VersionCondition::OperandElem(0, ElemSet(0x600000000))], runtime: "2.23.0" },
                VersionRule { version: 8, when: &[VersionCondition::OperandElem(0, ElemSet(0x40000080))], runtime: "2.22.0" },
                VersionRule { version: 7, when: &[VersionCondition::OperandElem(0, ElemSet(0x20000002))], runtime: "2.21.0" },
                VersionRule { version: 6, when: &[VersionCondition::OperandElem(0, ElemSet(0x80004))], runtime: "2.18.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "1.15.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x1000))], runtime: "1.15.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008)), VersionCondition::OperandPerAxis(0)], runtime: "2.7.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.13.1" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.dilate"),
        summary: Borrowed("Spreads elements apart and fills the gaps with a value."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xcf78)), takes: Borrowed("8-bit signless integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 8-bit unsigned integer or 16-bit unsigned integer or 32-bit unsigned integer or 64-bit unsigned integer or 32-bit float or 64-bit float"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x600b3ff79), rank: RankRule::Any }) },
            ValueSpec { name: Borrowed("dilations"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("padding_value"), arity: Arity::One, form: Form::Ranked(0), elems: ElemRule::In(ElemSet(0xcf78)), takes: Borrowed("8-bit signless integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 8-bit unsigned integer or 16-bit unsigned integer or 32-bit unsigned integer or 64-bit unsigned integer or 32-bit float or 64-bit float"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x600b3ff79), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("output and input must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Result(0), Arg::Operand(0)]) },
            Constraint { sentence: Borrowed("output and padding value must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(2), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 203,
            builtin_name: "DILATE",
            options: Some(OptionsSpec { table: "DilateOptions", tag: 18, second: true, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.15.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.div"),
        summary: Borrowed("Quotient of two tensors with broadcasting, then the fused activation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb05020)), takes: Borrowed("32-bit float or 16-bit float or 32-bit signless integer or QUI8 type or QI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb04020), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xffffffffffffffff), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb05020)), takes: Borrowed("32-bit float or 16-bit float or 32-bit signless integer or QUI8 type or QI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb04020), rank: RankRule::Any }) },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("binary op operands have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1)]) },
            Constraint { sentence: Borrowed("operands do not have the same shape or broadcastable shapes within the rank 6"), when: When::AtRuntime, holds: super::verify::broadcast_within, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Number(6)]) },
        ]),
        traits: Traits(0x40025), // Pure Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 42,
            builtin_name: "DIV",
            options: Some(OptionsSpec { table: "DivOptions", tag: 29, second: false, written: true }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::ShapesDiffer(0, 1), VersionCondition::OperandRankOver(0, 4)], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::ShapesDiffer(0, 1), VersionCondition::OperandRankOver(1, 4)], runtime: "2.3.0" },
                VersionRule { version: 1, when: &[], runtime: "1.6.0" },
            ],
        }),
        arithmetic: Some(core_ir::Arithmetic::PerResult(1)),
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.dynamic_update_slice"),
        summary: Borrowed("The operand with the part at the start indices replaced by the update."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x18707d)), takes: Borrowed("1-bit signless integer or 4-bit signless integer or QI4 type or QI8 type or 8-bit signless integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 32-bit float or 16-bit float or bfloat16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x600bbff7d), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("update"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x18707d)), takes: Borrowed("1-bit signless integer or 4-bit signless integer or QI4 type or QI8 type or 8-bit signless integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 32-bit float or 16-bit float or bfloat16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x600bbff7d), rank: RankRule::Any }) },
            ValueSpec { name: Borrowed("start_indices"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x140801), // Pure SameScale RuntimeTyped FreeQuantizedAxis
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 151,
            builtin_name: "DYNAMIC_UPDATE_SLICE",
            options: Some(OptionsSpec { table: "DynamicUpdateSliceOptions", tag: 117, second: false, written: false }),
            versions: &[
                VersionRule { version: 6, when: &[VersionCondition::OperandElem(0, ElemSet(0x2000))], runtime: "2.22.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x80004))], runtime: "2.21.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.20.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x1000))], runtime: "2.19.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(2, ElemSet(0x40))], runtime: "2.17.0" },
                VersionRule { version: 1, when: &[], runtime: "2.9.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.elu"),
        summary: Borrowed("x where x > 0, else exp(x) - 1."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4008)), takes: Borrowed("32-bit float or 8-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x104000), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("values and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 111,
            builtin_name: "ELU",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.embedding_lookup"),
        summary: Borrowed("Rows of a table."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lookup"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("value"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20984108)), takes: Borrowed("32-bit float or 8-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type or QI4 type or QI2 type"), rank: RankRule::AtLeast(2), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4108)), takes: Borrowed("32-bit float or 8-bit signless integer or 8-bit unsigned integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 7,
            builtin_name: "EMBEDDING_LOOKUP",
            options: None,
            versions: &[
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(1, ElemSet(0x80004))], runtime: "2.18.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandPerAxis(1)], runtime: "2.18.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(1, ElemSet(0x20000002))], runtime: "2.21.0" },
                VersionRule { version: 1, when: &[], runtime: "1.13.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.embedding_lookup_sparse"),
        summary: Borrowed("Rows of a table combined by weights."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("ids"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("indices"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("dense_shape"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("value"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::AtLeast(2), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("combiner"), kind: AttrKind::Enum(&COMBINER_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 33,
            builtin_name: "EMBEDDING_LOOKUP_SPARSE",
            options: Some(OptionsSpec { table: "EmbeddingLookupSparseOptions", tag: 20, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.equal"),
        summary: Borrowed("Whether elements are equal, with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb44171)), takes: Borrowed("1-bit signless integer or 32-bit float or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or QI8 type or QUI8 type or QI16 type or 8-bit unsigned integer or TFLite string type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb45071), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xffffffffffffffff), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operands do not have the same shape or broadcastable shapes within the rank 4"), when: When::AtRuntime, holds: super::verify::broadcast_within, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Number(4)]) },
            Constraint { sentence: Borrowed("comparison op operands have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1)]) },
        ]),
        traits: Traits(0x40027), // Pure Commutative Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 71,
            builtin_name: "EQUAL",
            options: Some(OptionsSpec { table: "EqualOptions", tag: 53, second: false, written: false }),
            versions: &[
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.21.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x40000))], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.exp"),
        summary: Borrowed("Exponential of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x305000)), takes: Borrowed("32-bit float or 16-bit float or QI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x304000), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("values and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40005), // Pure Elementwise RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 47,
            builtin_name: "EXP",
            options: Some(OptionsSpec { table: "ExpOptions", tag: 33, second: false, written: true }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.12.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.12.0" },
                VersionRule { version: 1, when: &[], runtime: "1.7.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.expand_dims"),
        summary: Borrowed("Inserts a dimension of one."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("dim"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 70,
            builtin_name: "EXPAND_DIMS",
            options: Some(OptionsSpec { table: "ExpandDimsOptions", tag: 52, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.10.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.external_const"),
        summary: Borrowed("A constant kept outside of the module."),
        operands: Borrowed(&[]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("buffer_index"), kind: AttrKind::Int(32), limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("external_buffer"), kind: AttrKind::Any, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.fake_quant"),
        summary: Borrowed("Rounds to the numbers that a quantized type could hold."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("min"), kind: AttrKind::F32, limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::F32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("max"), kind: AttrKind::F32, limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::F32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("num_bits"), kind: AttrKind::Int(32), limit: Some(AttrLimit::Between(2, 16)), presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("narrow_range"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 3, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 80,
            builtin_name: "FAKE_QUANT",
            options: Some(OptionsSpec { table: "FakeQuantOptions", tag: 58, second: false, written: true }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::AttrIntIs("narrow_range", 1)], runtime: "1.10.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.fill"),
        summary: Borrowed("A tensor of a shape with one value everywhere."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("dims"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x60), rank: RankRule::Exactly(1) }) },
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x600345061)), takes: Borrowed("32-bit float or 16-bit float or f8E4M3FN type or f8E5M2 type or 32-bit signless integer or 64-bit signless integer or 1-bit signless integer or QI8 type or QI16 type or TFLite string type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x600b5ff79), rank: RankRule::Exactly(0) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(1), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and result must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(1), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 94,
            builtin_name: "FILL",
            options: Some(OptionsSpec { table: "FillOptions", tag: 68, second: false, written: false }),
            versions: &[
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(1, ElemSet(0x600000000))], runtime: "2.23.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(1, ElemSet(0x1000))], runtime: "2.12.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(1, ElemSet(0x100008))], runtime: "2.5.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(1, ElemSet(0x200010))], runtime: "2.5.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(1, ElemSet(0x1))], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(1, ElemSet(0x40000))], runtime: "2.3.0" },
                VersionRule { version: 1, when: &[], runtime: "1.13.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.floor"),
        summary: Borrowed("Rounds each element down to an integer."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x7000), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x7000), rank: RankRule::Any }) },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x448005), // Pure Elementwise Idempotent RuntimeTyped SameOperandsAndResultTypeResolveRef
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 8,
            builtin_name: "FLOOR",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.9.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.floor_div"),
        summary: Borrowed("Quotient rounded down, with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4038)), takes: Borrowed("32-bit float or 8-bit signless integer or 16-bit signless integer or 32-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4038), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xffffffffffffffff), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("binary op operands have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1)]) },
            Constraint { sentence: Borrowed("lhs and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("operands do not have the same shape or broadcastable shapes within the rank 4"), when: When::AtRuntime, holds: super::verify::broadcast_within, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Number(4)]) },
        ]),
        traits: Traits(0x40025), // Pure Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 90,
            builtin_name: "FLOOR_DIV",
            options: Some(OptionsSpec { table: "FloorDivOptions", tag: 65, second: false, written: false }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.13.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.13.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.floor_mod"),
        summary: Borrowed("Remainder with the sign of the divisor, with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4078)), takes: Borrowed("8-bit signless integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 32-bit float"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4078), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xffffffffffffffff), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("binary op operands have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1)]) },
            Constraint { sentence: Borrowed("lhs and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("operands do not have the same shape or broadcastable shapes within the rank 4"), when: When::AtRuntime, holds: super::verify::broadcast_within, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Number(4)]) },
        ]),
        traits: Traits(0x40025), // Pure Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 95,
            builtin_name: "FLOOR_MOD",
            options: Some(OptionsSpec { table: "FloorModOptions", tag: 72, second: false, written: false }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.13.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.13.0" },
                VersionRule { version: 1, when: &[], runtime: "1.13.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.fully_connected"),
        summary: Borrowed("input * transpose(filter) + bias, then the fused activation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1b05000)), takes: Borrowed("32-bit float or 16-bit float or QI8 type or QUI8 type or QI16 type or QUI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb04000), rank: RankRule::AtLeast(1) }) },
            ValueSpec { name: Borrowed("filter"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20b85000)), takes: Borrowed("32-bit float or 16-bit float or QI2 type or QI4 type or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x20b84000), rank: RankRule::Exactly(2) }) },
            ValueSpec { name: Borrowed("bias"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x80405000)), takes: Borrowed("32-bit float or 16-bit float or QI32 type or QUI32 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x404060), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1b05000)), takes: Borrowed("32-bit float or 16-bit float or QI8 type or QUI8 type or QI16 type or QUI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb04000), rank: RankRule::Any }) },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("weights_format"), kind: AttrKind::Enum(&FULLY_CONNECTED_OPTIONS_WEIGHTS_FORMAT), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("keep_num_dims"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("asymmetric_quantize_inputs"), kind: AttrKind::Bool, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 3, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("quantized_bias_type"), kind: AttrKind::Type, limit: None, presence: Presence::Default(DefaultValue::Type(Borrowed("f32"))), slot: Some(Slot { id: 4, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("quant_spec"), kind: AttrKind::Bytes, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 5, scalar: Scalar::U8, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 9,
            builtin_name: "FULLY_CONNECTED",
            options: Some(OptionsSpec { table: "FullyConnectedOptions", tag: 8, second: false, written: true }),
            versions: &[
                VersionRule { version: 14, when: &[VersionCondition::OperandElem(1, ElemSet(0x20000002))], runtime: "2.21.0" },
                VersionRule { version: 13, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::OperandElem(1, ElemSet(0x80004)), VersionCondition::ResultElem(0, ElemSet(0x200010))], runtime: "2.18.0" },
                VersionRule { version: 12, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000)), VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000)), VersionCondition::OperandPerAxis(1)], runtime: "2.17.0" },
                VersionRule { version: 11, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x200010)), VersionCondition::AttrTypeIsNot("quantized_bias_type", "f32")], runtime: "2.15.0" },
                VersionRule { version: 8, when: &[VersionCondition::OperandSparse(1)], runtime: "2.3.0" },
                VersionRule { version: 7, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::OperandElem(1, ElemSet(0x200010)), VersionCondition::ResultElem(0, ElemSet(0x200010))], runtime: "2.3.0" },
                VersionRule { version: 6, when: &[VersionCondition::OperandCountIs(2)], runtime: "2.1.0" },
                VersionRule { version: 5, when: &[VersionCondition::AttrIntIs("keep_num_dims", 1)], runtime: "2.0.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008)), VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 10, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008)), VersionCondition::OperandElem(1, ElemSet(0x80004)), VersionCondition::ResultElem(0, ElemSet(0x100008))], runtime: "2.11.0" },
                VersionRule { version: 9, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000)), VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000)), VersionCondition::AttrIntIs("asymmetric_quantize_inputs", 1)], runtime: "2.3.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000)), VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000))], runtime: "1.14.0" },
                VersionRule { version: 2, when: &[VersionCondition::AttrWordIs("weights_format", "SHUFFLED4x16INT8")], runtime: "1.10.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: Some(core_ir::Arithmetic::Weights),
        hooks: Hooks { verify: Some(super::verify::fully_connected), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.gather"),
        summary: Borrowed("Slices of the input along an axis at the indices."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("params"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x600b4417d)), takes: Borrowed("32-bit float or f8E4M3FN type or f8E5M2 type or 1-bit signless integer or 4-bit signless integer or 8-bit signless integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or TFLite string type or 8-bit unsigned integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x600bc717d), rank: RankRule::Any }) },
            ValueSpec { name: Borrowed("indices"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x70)), takes: Borrowed("16-bit signless integer or 32-bit signless integer or 64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("axis"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("batch_dims"), kind: AttrKind::Int(32), limit: None, presence: Presence::Default(DefaultValue::Int(0)), slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operand 0 is 1-D"), when: When::Late, holds: core_ir::constraint::rank_at_least, args: Borrowed(&[Arg::Operand(0), Arg::Number(1)]) },
            Constraint { sentence: Borrowed("params and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 36,
            builtin_name: "GATHER",
            options: Some(OptionsSpec { table: "GatherOptions", tag: 23, second: false, written: true }),
            versions: &[
                VersionRule { version: 8, when: &[VersionCondition::OperandElem(0, ElemSet(0x600000000))], runtime: "2.23.0" },
                VersionRule { version: 7, when: &[VersionCondition::OperandElem(0, ElemSet(0x80004))], runtime: "2.15.0" },
                VersionRule { version: 6, when: &[VersionCondition::OperandElem(1, ElemSet(0x200010))], runtime: "2.13.0" },
                VersionRule { version: 5, when: &[VersionCondition::AttrIntIsNot("batch_dims", 0)], runtime: "2.5.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.4.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x1))], runtime: "1.15.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.6.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::gather), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.gather_nd"),
        summary: Borrowed("Slices of the input at index tuples."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("params"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x600144179)), takes: Borrowed("32-bit float or f8E4M3FN type or f8E5M2 type or 1-bit signless integer or 8-bit signless integer or 16-bit signless integer or 64-bit signless integer or 32-bit signless integer or 8-bit unsigned integer or QI8 type or TFLite string type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x600b47179), rank: RankRule::AtLeast(1) }) },
            ValueSpec { name: Borrowed("indices"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x70)), takes: Borrowed("16-bit signless integer or 32-bit signless integer or 64-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x70), rank: RankRule::AtLeast(1) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("params and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 107,
            builtin_name: "GATHER_ND",
            options: Some(OptionsSpec { table: "GatherNdOptions", tag: 83, second: false, written: false }),
            versions: &[
                VersionRule { version: 6, when: &[VersionCondition::OperandElem(0, ElemSet(0x600000000))], runtime: "2.23.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x1))], runtime: "2.16.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(1, ElemSet(0x200010))], runtime: "2.13.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.5.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x40000))], runtime: "2.3.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.gelu"),
        summary: Borrowed("Gaussian error linear unit, exact or by tanh."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x905000)), takes: Borrowed("32-bit float or 16-bit float or QI8 type or QUI8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb05000), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("approximate"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: Some(Slot { id: 0, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 150,
            builtin_name: "GELU",
            options: Some(OptionsSpec { table: "GeluOptions", tag: 116, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x1000))], runtime: "2.23.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.9.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000800100))], runtime: "2.9.0" },
                VersionRule { version: 1, when: &[], runtime: "2.9.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.greater"),
        summary: Borrowed("Whether lhs > rhs, with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000904060)), takes: Borrowed("32-bit float or 32-bit signless integer or 64-bit signless integer or QUI8 type or QI8 type or TFLite quint8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4000b07070), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xffffffffffffffff), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("comparison op operands have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1)]) },
            Constraint { sentence: Borrowed("operands do not have the same shape or broadcastable shapes within the rank 4"), when: When::AtRuntime, holds: super::verify::broadcast_within, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Number(4)]) },
        ]),
        traits: Traits(0x40025), // Pure Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 61,
            builtin_name: "GREATER",
            options: Some(OptionsSpec { table: "GreaterOptions", tag: 44, second: false, written: false }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.greater_equal"),
        summary: Borrowed("Whether lhs >= rhs, with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904070)), takes: Borrowed("32-bit float or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or QUI8 type or QI8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb05070), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xffffffffffffffff), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operands do not have the same shape or broadcastable shapes within the rank 4"), when: When::AtRuntime, holds: super::verify::broadcast_within, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Number(4)]) },
            Constraint { sentence: Borrowed("comparison op operands have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1)]) },
        ]),
        traits: Traits(0x40025), // Pure Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 62,
            builtin_name: "GREATER_EQUAL",
            options: Some(OptionsSpec { table: "GreaterEqualOptions", tag: 45, second: false, written: false }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.13.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.hard_swish"),
        summary: Borrowed("x * relu6(x + 3) / 6."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904000)), takes: Borrowed("32-bit float or QUI8 type or QI8 type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 117,
            builtin_name: "HARD_SWISH",
            options: Some(OptionsSpec { table: "HardSwishOptions", tag: 91, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.15.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.hashtable"),
        summary: Borrowed("A handle to a table of the runtime."),
        operands: Borrowed(&[]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x2000000)), takes: Borrowed("TensorFlow resource type"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("table_id"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("key_dtype"), kind: AttrKind::Type, limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("value_dtype"), kind: AttrKind::Type, limit: None, presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 136,
            builtin_name: "HASHTABLE",
            options: Some(OptionsSpec { table: "HashtableOptions", tag: 107, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.hashtable_find"),
        summary: Borrowed("The values of keys in a table, a default where there is none."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("hash_table"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x2000000)), takes: Borrowed("TensorFlow resource type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("keys"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x40060)), takes: Borrowed("32-bit signless integer or TFLite string type or 64-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("default_value"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x44060)), takes: Borrowed("32-bit float or 32-bit signless integer or TFLite string type or 64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x44060)), takes: Borrowed("32-bit float or 32-bit signless integer or TFLite string type or 64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 137,
            builtin_name: "HASHTABLE_FIND",
            options: Some(OptionsSpec { table: "HashtableFindOptions", tag: 108, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.hashtable_import"),
        summary: Borrowed("Fills a table with keys and values."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("hash_table"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x2000000)), takes: Borrowed("TensorFlow resource type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("keys"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x40060)), takes: Borrowed("32-bit signless integer or TFLite string type or 64-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("values"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x44060)), takes: Borrowed("32-bit float or 32-bit signless integer or TFLite string type or 64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 138,
            builtin_name: "HASHTABLE_IMPORT",
            options: Some(OptionsSpec { table: "HashtableImportOptions", tag: 109, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.hashtable_lookup"),
        summary: Borrowed("Values of sorted keys, and whether each was found."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lookup"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("key"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("value"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(2), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("hits"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x100)), takes: Borrowed("8-bit unsigned integer"), rank: RankRule::Exactly(1), kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 10,
            builtin_name: "HASHTABLE_LOOKUP",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.hashtable_size"),
        summary: Borrowed("Number of entries of a table."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("hash_table"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x2000000)), takes: Borrowed("TensorFlow resource type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x40)), takes: Borrowed("64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 139,
            builtin_name: "HASHTABLE_SIZE",
            options: Some(OptionsSpec { table: "HashtableSizeOptions", tag: 110, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.if"),
        summary: Borrowed("Runs one of two regions."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("cond"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("results"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("then_subgraph_index"), kind: AttrKind::Symbol, limit: None, presence: Presence::Derived, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Region(0) }) },
            AttrSpec { name: Borrowed("else_subgraph_index"), kind: AttrKind::Symbol, limit: None, presence: Presence::Derived, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Region(1) }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x45000), // Stateful SingleBlock RuntimeTyped
        regions: Some(2),
        tflite: Some(TfliteSpec {
            builtin: 118,
            builtin_name: "IF",
            options: Some(OptionsSpec { table: "IfOptions", tag: 92, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.15.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::if_regions), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.imag"),
        summary: Borrowed("Imaginary part of each complex number."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x30000)), takes: Borrowed("complex type with 32-bit float elements or complex type with 64-bit float elements"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xc000)), takes: Borrowed("32-bit float or 64-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 133,
            builtin_name: "IMAG",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.l2_normalization"),
        summary: Borrowed("Divides the innermost dimension by its Euclidean norm."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1b04008)), takes: Borrowed("32-bit float or QUI8 type or QI8 type or QUI16 type or QI16 type or 8-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x904000), rank: RankRule::AtLeast(1) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1b04008)), takes: Borrowed("32-bit float or QUI8 type or QI8 type or QUI16 type or QI16 type or 8-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x904000), rank: RankRule::Any }) },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 11,
            builtin_name: "L2_NORMALIZATION",
            options: Some(OptionsSpec { table: "L2NormOptions", tag: 12, second: false, written: true }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::ResultElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: Some(core_ir::Arithmetic::PerResult(3)),
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.l2_pool_2d"),
        summary: Borrowed("Root of the mean of squares over windows of height and width."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(4), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("filter_height"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 4, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("filter_width"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 3, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("padding"), kind: AttrKind::Enum(&PADDING), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_h"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_w"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 5, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 12,
            builtin_name: "L2_POOL_2D",
            options: Some(OptionsSpec { table: "Pool2DOptions", tag: 5, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.leaky_relu"),
        summary: Borrowed("x where x > 0, else alpha * x."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b04000)), takes: Borrowed("32-bit float or QUI8 type or QI8 type or TFLite quint8 type or QI16 type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("alpha"), kind: AttrKind::F32, limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::F32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 98,
            builtin_name: "LEAKY_RELU",
            options: Some(OptionsSpec { table: "LeakyReluOptions", tag: 75, second: false, written: true }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.3.0" },
                VersionRule { version: 1, when: &[], runtime: "1.13.1" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.less"),
        summary: Borrowed("Whether lhs < rhs, with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000904070)), takes: Borrowed("32-bit float or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or QUI8 type or QI8 type or TFLite quint8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4000b07070), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xffffffffffffffff), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("comparison op operands have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1)]) },
            Constraint { sentence: Borrowed("operands do not have the same shape or broadcastable shapes within the rank 4"), when: When::AtRuntime, holds: super::verify::broadcast_within, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Number(4)]) },
        ]),
        traits: Traits(0x40025), // Pure Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 58,
            builtin_name: "LESS",
            options: Some(OptionsSpec { table: "LessOptions", tag: 41, second: false, written: false }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.13.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.less_equal"),
        summary: Borrowed("Whether lhs <= rhs, with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904060)), takes: Borrowed("32-bit float or 32-bit signless integer or 64-bit signless integer or QI8 type or QUI8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb05070), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xffffffffffffffff), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("comparison op operands have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1)]) },
            Constraint { sentence: Borrowed("operands do not have the same shape or broadcastable shapes within the rank 4"), when: When::AtRuntime, holds: super::verify::broadcast_within, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Number(4)]) },
        ]),
        traits: Traits(0x40025), // Pure Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 63,
            builtin_name: "LESS_EQUAL",
            options: Some(OptionsSpec { table: "LessEqualOptions", tag: 46, second: false, written: false }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.local_response_normalization"),
        summary: Borrowed("Divides each element by a power of the sum of squares of its neighbouring channels."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(4), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("radius"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("bias"), kind: AttrKind::F32, limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::F32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("alpha"), kind: AttrKind::F32, limit: None, presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::F32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("beta"), kind: AttrKind::F32, limit: None, presence: Presence::Required, slot: Some(Slot { id: 3, scalar: Scalar::F32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x440001), // Pure RuntimeTyped SameOperandsAndResultTypeResolveRef
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 13,
            builtin_name: "LOCAL_RESPONSE_NORMALIZATION",
            options: Some(OptionsSpec { table: "LocalResponseNormalizationOptions", tag: 13, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.log"),
        summary: Borrowed("Natural logarithm of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x304000), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("values and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40005), // Pure Elementwise RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 73,
            builtin_name: "LOG",
            options: None,
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.15.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.15.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.log_softmax"),
        summary: Borrowed("Logarithm of the softmax over the innermost dimension."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000904000)), takes: Borrowed("32-bit float or QUI8 type or QI8 type or TFLite quint8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4000904000), rank: RankRule::AtLeast(1) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("x and y must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40011), // Pure SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 50,
            builtin_name: "LOG_SOFTMAX",
            options: Some(OptionsSpec { table: "LogSoftmaxOptions", tag: 36, second: false, written: true }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: Some(core_ir::Arithmetic::PerResult(64)),
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.logical_and"),
        summary: Borrowed("Whether both are true, with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x1), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x1), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40027), // Pure Commutative Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 86,
            builtin_name: "LOGICAL_AND",
            options: Some(OptionsSpec { table: "LogicalAndOptions", tag: 62, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.11.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.logical_not"),
        summary: Borrowed("Whether the element is false."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x5000d), // Pure Elementwise SameOperandsAndResultType Involution RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 87,
            builtin_name: "LOGICAL_NOT",
            options: Some(OptionsSpec { table: "LogicalNotOptions", tag: 63, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.11.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.logical_or"),
        summary: Borrowed("Whether any is true, with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x1), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x1), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40027), // Pure Commutative Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 84,
            builtin_name: "LOGICAL_OR",
            options: Some(OptionsSpec { table: "LogicalOrOptions", tag: 60, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.11.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.logistic"),
        summary: Borrowed("1 / (1 + exp(-x))."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b04000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type or QI16 type or TFLite quint8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4000b07000), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("x and y must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 14,
            builtin_name: "LOGISTIC",
            options: None,
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::ResultElem(0, ElemSet(0x200010))], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: Some(core_ir::Arithmetic::PerResult(64)),
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.lsh_projection"),
        summary: Borrowed("Projects input to bits by hashes that keep neighbours together."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("hash"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::AtLeast(1), kernels: None },
            ValueSpec { name: Borrowed("weight"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("type"), kind: AttrKind::Enum(&LSH_PROJECTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 15,
            builtin_name: "LSH_PROJECTION",
            options: Some(OptionsSpec { table: "LSHProjectionOptions", tag: 4, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.lstm"),
        summary: Borrowed("One step of an LSTM with optional peepholes, projection and layer normalisation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x304000)), takes: Borrowed("32-bit float or QI8 type or QI16 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("input_to_input_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("input_to_forget_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("input_to_cell_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("input_to_output_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("recurrent_to_input_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("recurrent_to_forget_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("recurrent_to_cell_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("recurrent_to_output_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("cell_to_input_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x304000)), takes: Borrowed("32-bit float or QI8 type or QI16 type"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("cell_to_forget_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x304000)), takes: Borrowed("32-bit float or QI8 type or QI16 type"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("cell_to_output_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x304000)), takes: Borrowed("32-bit float or QI8 type or QI16 type"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("input_gate_bias"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x404000)), takes: Borrowed("32-bit float or QI32 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("forget_gate_bias"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x404000)), takes: Borrowed("32-bit float or QI32 type"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("cell_bias"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x404000)), takes: Borrowed("32-bit float or QI32 type"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("output_gate_bias"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x404000)), takes: Borrowed("32-bit float or QI32 type"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("projection_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("projection_bias"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x404000)), takes: Borrowed("32-bit float or QI32 type"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("input_activation_state"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("input_cell_state"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("input_layer_norm_coefficients"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x204000)), takes: Borrowed("32-bit float or QI16 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("forget_layer_norm_coefficients"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x204000)), takes: Borrowed("32-bit float or QI16 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("cell_layer_norm_coefficients"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x204000)), takes: Borrowed("32-bit float or QI16 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("output_layer_norm_coefficients"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x204000)), takes: Borrowed("32-bit float or QI16 type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("cell_clip"), kind: AttrKind::F32, limit: Some(AttrLimit::NonNegative), presence: Presence::Default(DefaultValue::Float(0.0)), slot: Some(Slot { id: 1, scalar: Scalar::F32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("proj_clip"), kind: AttrKind::F32, limit: Some(AttrLimit::NonNegative), presence: Presence::Default(DefaultValue::Float(0.0)), slot: Some(Slot { id: 2, scalar: Scalar::F32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("kernel_type"), kind: AttrKind::Enum(&LSTM_KERNEL_TYPE), limit: Some(AttrLimit::Word(Borrowed("FULL"))), presence: Presence::Default(DefaultValue::Str(Borrowed("FULL"))), slot: Some(Slot { id: 3, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("asymmetric_quantize_inputs"), kind: AttrKind::Bool, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 4, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("input_to_input_intermediate"), kind: AttrKind::Type, limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("input_to_forget_intermediate"), kind: AttrKind::Type, limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("input_to_cell_intermediate"), kind: AttrKind::Type, limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("input_to_output_intermediate"), kind: AttrKind::Type, limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("effective_hidden_scale_intermediate"), kind: AttrKind::Type, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("the optional peephole weights should all be specified or none"), when: When::Early, holds: super::verify::peephole, args: Borrowed(&[Arg::Operand(1), Arg::Operand(9), Arg::Operand(10), Arg::Operand(11)]) },
            Constraint { sentence: Borrowed("either projection weight must be specified or both projection weight and projection bias must not be specified"), when: When::Early, holds: core_ir::constraint::required_by, args: Borrowed(&[Arg::Operand(16), Arg::Operand(17)]) },
            Constraint { sentence: Borrowed("the cifg inputs should all be specified or none"), when: When::Early, holds: super::verify::cifg, args: Borrowed(&[Arg::Operand(1), Arg::Operand(5), Arg::Operand(9), Arg::Operand(12), Arg::Operand(20)]) },
            Constraint { sentence: Borrowed("the input and result tensor elemental types must be same"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(1),
        tflite: Some(TfliteSpec {
            builtin: 16,
            builtin_name: "LSTM",
            options: Some(OptionsSpec { table: "LSTMOptions", tag: 14, second: false, written: true }),
            versions: &[
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::OperandElem(2, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x200010))], runtime: "" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000)), VersionCondition::OperandElem(2, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000)), VersionCondition::AttrIntIs("asymmetric_quantize_inputs", 1)], runtime: "2.3.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000)), VersionCondition::OperandElem(2, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.7.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::lstm), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.matrix_diag"),
        summary: Borrowed("Matrices with the input on their diagonals."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("diagonal"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000904178)), takes: Borrowed("32-bit float or 8-bit signless integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 8-bit unsigned integer or QUI8 type or QI8 type or TFLite quint8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4600b3ff79), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operand 0 is 1-D"), when: When::Late, holds: core_ir::constraint::rank_at_least, args: Borrowed(&[Arg::Operand(0), Arg::Number(1)]) },
            Constraint { sentence: Borrowed("operand and result must have the same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 113,
            builtin_name: "MATRIX_DIAG",
            options: Some(OptionsSpec { table: "MatrixDiagOptions", tag: 88, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.matrix_set_diag"),
        summary: Borrowed("The input with its diagonals replaced."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b04178)), takes: Borrowed("32-bit float or 8-bit signless integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 8-bit unsigned integer or QI8 type or QI16 type or QUI8 type or TFLite quint8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4600b3ff79), rank: RankRule::Any }) },
            ValueSpec { name: Borrowed("diagonal"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b04178)), takes: Borrowed("32-bit float or 8-bit signless integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 8-bit unsigned integer or QI8 type or QI16 type or QUI8 type or TFLite quint8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4600b3ff79), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operand 0 is 2-D"), when: When::Late, holds: core_ir::constraint::rank_at_least, args: Borrowed(&[Arg::Operand(0), Arg::Number(2)]) },
            Constraint { sentence: Borrowed("input and result must have the same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 115,
            builtin_name: "MATRIX_SET_DIAG",
            options: Some(OptionsSpec { table: "MatrixSetDiagOptions", tag: 90, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.max_pool_2d"),
        summary: Borrowed("Maximum over windows of height and width, then the fused activation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b04000)), takes: Borrowed("32-bit float or QUI8 type or QI8 type or QI16 type or TFLite quint8 type"), rank: RankRule::Exactly(4), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("padding"), kind: AttrKind::Enum(&PADDING), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_w"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_h"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("filter_width"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 3, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("filter_height"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 4, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 5, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 17,
            builtin_name: "MAX_POOL_2D",
            options: Some(OptionsSpec { table: "Pool2DOptions", tag: 5, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::ResultElem(0, ElemSet(0x200010))], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: Some(core_ir::Arithmetic::Window),
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.maximum"),
        summary: Borrowed("The larger of two elements, with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb05060)), takes: Borrowed("32-bit float or 16-bit float or 32/64-bit signless integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb07178), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb05060)), takes: Borrowed("32-bit float or 16-bit float or 32/64-bit signless integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb07178), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("max"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb05060)), takes: Borrowed("32-bit float or 16-bit float or 32/64-bit signless integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb07178), rank: RankRule::Any }) },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operands do not have the same shape or broadcastable shapes within the rank 5"), when: When::AtRuntime, holds: super::verify::broadcast_within, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Number(5)]) },
        ]),
        traits: Traits(0x40827), // Pure Commutative Elementwise ResultsBroadcastableShape SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 55,
            builtin_name: "MAXIMUM",
            options: Some(OptionsSpec { table: "MaximumMinimumOptions", tag: 39, second: false, written: false }),
            versions: &[
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::ResultElem(0, ElemSet(0x200010))], runtime: "2.3.0" },
                VersionRule { version: 3, when: &[VersionCondition::ShapesDiffer(0, 1), VersionCondition::OperandRankOver(0, 4)], runtime: "2.3.0" },
                VersionRule { version: 3, when: &[VersionCondition::ShapesDiffer(0, 1), VersionCondition::OperandRankOver(1, 4)], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.mean"),
        summary: Borrowed("Mean over dimensions."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb05160)), takes: Borrowed("32-bit float or 16-bit float or 32-bit signless integer or 64-bit signless integer or QI8 type or QUI8 type or 8-bit unsigned integer or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb04160), rank: RankRule::Any }) },
            ValueSpec { name: Borrowed("axis"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("keep_dims"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 40,
            builtin_name: "MEAN",
            options: Some(OptionsSpec { table: "ReducerOptions", tag: 27, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.4.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.6.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.minimum"),
        summary: Borrowed("The smaller of two elements, with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04060)), takes: Borrowed("32-bit float or 32/64-bit signless integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb07178), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04060)), takes: Borrowed("32-bit float or 32/64-bit signless integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb07178), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("min"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04060)), takes: Borrowed("32-bit float or 32/64-bit signless integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb07178), rank: RankRule::Any }) },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operands do not have the same shape or broadcastable shapes within the rank 5"), when: When::AtRuntime, holds: super::verify::broadcast_within, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Number(5)]) },
        ]),
        traits: Traits(0x40827), // Pure Commutative Elementwise ResultsBroadcastableShape SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 57,
            builtin_name: "MINIMUM",
            options: Some(OptionsSpec { table: "MaximumMinimumOptions", tag: 39, second: false, written: false }),
            versions: &[
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::ResultElem(0, ElemSet(0x200010))], runtime: "2.3.0" },
                VersionRule { version: 3, when: &[VersionCondition::ShapesDiffer(0, 1), VersionCondition::OperandRankOver(0, 4)], runtime: "2.3.0" },
                VersionRule { version: 3, when: &[VersionCondition::ShapesDiffer(0, 1), VersionCondition::OperandRankOver(1, 4)], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.mirror_pad"),
        summary: Borrowed("Pads with the reflection of the input."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04168)), takes: Borrowed("32-bit float or 32-bit signless integer or 64-bit signless integer or 8-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x600b1ff79), rank: RankRule::Any }) },
            ValueSpec { name: Borrowed("pad"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32-bit signless integer or 64-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04168)), takes: Borrowed("32-bit float or 32-bit signless integer or 64-bit signless integer or 8-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x600b1ff79), rank: RankRule::Any }) },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("mode"), kind: AttrKind::Enum(&MIRROR_PAD_MODE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 100,
            builtin_name: "MIRROR_PAD",
            options: Some(OptionsSpec { table: "MirrorPadOptions", tag: 77, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.12.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.3.0" },
                VersionRule { version: 1, when: &[], runtime: "1.13.1" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.mul"),
        summary: Borrowed("Product of two tensors with broadcasting, then the fused activation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb15470)), takes: Borrowed("32-bit float or 16-bit float or 32-bit signless integer or 32-bit unsigned integer or 64-bit signless integer or QI8 type or QUI8 type or QI16 type or 16-bit signless integer or complex type with 32-bit float elements"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb15470), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xffffffffffffffff), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb15470)), takes: Borrowed("32-bit float or 16-bit float or 32-bit signless integer or 32-bit unsigned integer or 64-bit signless integer or QI8 type or QUI8 type or QI16 type or 16-bit signless integer or complex type with 32-bit float elements"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("binary op operands have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1)]) },
            Constraint { sentence: Borrowed("Operands do not have valid shapes"), when: When::AtRuntime, holds: super::verify::mul_shapes, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40027), // Pure Commutative Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 18,
            builtin_name: "MUL",
            options: Some(OptionsSpec { table: "MulOptions", tag: 21, second: false, written: true }),
            versions: &[
                VersionRule { version: 8, when: &[VersionCondition::OperandElem(0, ElemSet(0x1000))], runtime: "2.23.0" },
                VersionRule { version: 7, when: &[VersionCondition::OperandElem(0, ElemSet(0x10))], runtime: "2.13.0" },
                VersionRule { version: 7, when: &[VersionCondition::OperandElem(0, ElemSet(0x400))], runtime: "2.13.0" },
                VersionRule { version: 6, when: &[VersionCondition::OperandElem(0, ElemSet(0x10000))], runtime: "2.11.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x40))], runtime: "2.6.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.3.0" },
                VersionRule { version: 3, when: &[VersionCondition::RescaleAtLeastOne], runtime: "1.15.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: Some(core_ir::Arithmetic::PerResult(1)),
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.multinomial"),
        summary: Borrowed("Samples from the categories of logits."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("logits"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("num_samples"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32-bit signless integer or 64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("seed"), kind: AttrKind::Int(64), limit: None, presence: Presence::Default(DefaultValue::Int(0)), slot: Some(Slot { id: 0, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("seed2"), kind: AttrKind::Int(64), limit: None, presence: Presence::Default(DefaultValue::Int(0)), slot: Some(Slot { id: 1, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 149,
            builtin_name: "MULTINOMIAL",
            options: Some(OptionsSpec { table: "RandomOptions", tag: 114, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.8.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.neg"),
        summary: Borrowed("-x of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4060)), takes: Borrowed("32-bit float or 32-bit signless integer or 64-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x7078), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x450005), // Pure Elementwise Involution RuntimeTyped SameOperandsAndResultTypeResolveRef
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 59,
            builtin_name: "NEG",
            options: Some(OptionsSpec { table: "NegOptions", tag: 42, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.9.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.no_value"),
        summary: Borrowed("Stands for an operand that is absent."),
        operands: Borrowed(&[]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("none_val"), arity: Arity::One, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("value"), kind: AttrKind::Any, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40401), // Pure ConstantLike RuntimeTyped
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.non_max_suppression_v4"),
        summary: Borrowed("Indices of the boxes that overlap no better one, padded, and their number."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("boxes"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("scores"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("max_output_size"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(0), kernels: None },
            ValueSpec { name: Borrowed("iou_threshold"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(0), kernels: None },
            ValueSpec { name: Borrowed("score_threshold"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(0), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("selected_indices"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("valid_outputs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("boxes should have dim[1] == 4"), when: When::Late, holds: core_ir::constraint::dim_is, args: Borrowed(&[Arg::Operand(0), Arg::Number(1), Arg::Number(4)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 120,
            builtin_name: "NON_MAX_SUPPRESSION_V4",
            options: Some(OptionsSpec { table: "NonMaxSuppressionV4Options", tag: 95, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.1.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.non_max_suppression_v5"),
        summary: Borrowed("As version 4 with soft scores."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("boxes"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("scores"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("max_output_size"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(0), kernels: None },
            ValueSpec { name: Borrowed("iou_threshold"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(0), kernels: None },
            ValueSpec { name: Borrowed("score_threshold"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(0), kernels: None },
            ValueSpec { name: Borrowed("soft_nms_sigma"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(0), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("selected_indices"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("selected_scores"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("valid_outputs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("boxes should have dim[1] == 4"), when: When::Late, holds: core_ir::constraint::dim_is, args: Borrowed(&[Arg::Operand(0), Arg::Number(1), Arg::Number(4)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 121,
            builtin_name: "NON_MAX_SUPPRESSION_V5",
            options: Some(OptionsSpec { table: "NonMaxSuppressionV5Options", tag: 96, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.1.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.not_equal"),
        summary: Borrowed("Whether elements differ, with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b44061)), takes: Borrowed("1-bit signless integer or 32-bit float or 32-bit signless integer or 64-bit signless integer or QUI8 type or QI8 type or QI16 type or TFLite quint8 type or TFLite string type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4000b45071), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xffffffffffffffff), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operands do not have the same shape or broadcastable shapes within the rank 4"), when: When::AtRuntime, holds: super::verify::broadcast_within, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Number(4)]) },
            Constraint { sentence: Borrowed("comparison op operands have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1)]) },
        ]),
        traits: Traits(0x40027), // Pure Commutative Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 72,
            builtin_name: "NOT_EQUAL",
            options: Some(OptionsSpec { table: "NotEqualOptions", tag: 54, second: false, written: false }),
            versions: &[
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.21.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x40000))], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.one_hot"),
        summary: Borrowed("on_value at the index, off_value elsewhere, along a new axis."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("indices"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32-bit signless integer or 64-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("depth"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("on_value"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4169)), takes: Borrowed("32-bit float or 32-bit signless integer or 64-bit signless integer or 1-bit signless integer or 8-bit signless integer or 8-bit unsigned integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x904169), rank: RankRule::Any }) },
            ValueSpec { name: Borrowed("off_value"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4169)), takes: Borrowed("32-bit float or 32-bit signless integer or 64-bit signless integer or 1-bit signless integer or 8-bit signless integer or 8-bit unsigned integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x904169), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4169)), takes: Borrowed("32-bit float or 32-bit signless integer or 64-bit signless integer or 1-bit signless integer or 8-bit signless integer or 8-bit unsigned integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x904169), rank: RankRule::Any }) },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("axis"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 85,
            builtin_name: "ONE_HOT",
            options: Some(OptionsSpec { table: "OneHotOptions", tag: 61, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.11.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.pack"),
        summary: Borrowed("Stacks tensors along a new axis."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("values"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4600b04578)), takes: Borrowed("32-bit float or f8E4M3FN type or f8E5M2 type or 8-bit signless integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 8-bit unsigned integer or 32-bit unsigned integer or QI8 type or QUI8 type or QI16 type or TFLite quint8 type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("values_count"), kind: AttrKind::Int(32), limit: Some(AttrLimit::Positive), presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("axis"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("values and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 83,
            builtin_name: "PACK",
            options: Some(OptionsSpec { table: "PackOptions", tag: 59, second: false, written: true }),
            versions: &[
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x600000000))], runtime: "2.23.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.3.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x400))], runtime: "2.13.0" },
                VersionRule { version: 1, when: &[], runtime: "1.11.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::pack), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.pad"),
        summary: Borrowed("Pads with zeros."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4600b04061)), takes: Borrowed("32-bit float or f8E4M3FN type or f8E5M2 type or 1-bit signless integer or 32-bit signless integer or 64-bit signless integer or QI8 type or QUI8 type or TFLite quint8 type or QI16 type"), rank: RankRule::AtMost(5), kernels: Some(KernelRule { elems: ElemSet(0x4600b07179), rank: RankRule::AtMost(5) }) },
            ValueSpec { name: Borrowed("padding"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("operand 0's rank equals operand 1's size"), when: When::Late, holds: core_ir::constraint::rank_is_dim, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Number(0)]) },
            Constraint { sentence: Borrowed("the first dim size of the padding argument must be at most 5"), when: When::Late, holds: core_ir::constraint::dim_at_most, args: Borrowed(&[Arg::Operand(1), Arg::Number(0), Arg::Number(5)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 34,
            builtin_name: "PAD",
            options: Some(OptionsSpec { table: "PadOptions", tag: 22, second: false, written: true }),
            versions: &[
                VersionRule { version: 6, when: &[VersionCondition::OperandElem(0, ElemSet(0x600000000))], runtime: "2.23.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x1))], runtime: "2.20.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandRankOver(0, 4)], runtime: "2.6.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.4.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.padv2"),
        summary: Borrowed("Pads with a value."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4600904161)), takes: Borrowed("32-bit float or f8E4M3FN type or f8E5M2 type or 1-bit signless integer or 32-bit signless integer or 64-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type or TFLite quint8 type"), rank: RankRule::AtMost(5), kernels: Some(KernelRule { elems: ElemSet(0x4600b07179), rank: RankRule::AtMost(5) }) },
            ValueSpec { name: Borrowed("padding"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("constant_values"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4600904161)), takes: Borrowed("32-bit float or f8E4M3FN type or f8E5M2 type or 1-bit signless integer or 32-bit signless integer or 64-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type or TFLite quint8 type"), rank: RankRule::Exactly(0), kernels: Some(KernelRule { elems: ElemSet(0x4600b07179), rank: RankRule::Exactly(0) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("operand 0's rank equals operand 1's size"), when: When::Late, holds: core_ir::constraint::rank_is_dim, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Number(0)]) },
            Constraint { sentence: Borrowed("the first dim size of the padding argument must be at most 5"), when: When::Late, holds: core_ir::constraint::dim_at_most, args: Borrowed(&[Arg::Operand(1), Arg::Number(0), Arg::Number(5)]) },
            Constraint { sentence: Borrowed("input and constant value operands must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(2)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 60,
            builtin_name: "PADV2",
            options: Some(OptionsSpec { table: "PadV2Options", tag: 43, second: false, written: true }),
            versions: &[
                VersionRule { version: 6, when: &[VersionCondition::OperandElem(0, ElemSet(0x600000000))], runtime: "2.23.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x1))], runtime: "2.20.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandRankOver(0, 4)], runtime: "2.6.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.4.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.9.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.placeholder_for_greater_op_codes"),
        summary: Borrowed("Marks builtin numbers that do not fit the old byte; never an operator."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 127,
            builtin_name: "PLACEHOLDER_FOR_GREATER_OP_CODES",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.poly_call"),
        summary: Borrowed("Regions that compute the same in several ways."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x44000), // SingleBlock RuntimeTyped
        regions: None,
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.pow"),
        summary: Borrowed("lhs to the power of rhs, with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4020)), takes: Borrowed("32-bit float or 32-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4020), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4020)), takes: Borrowed("32-bit float or 32-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4020), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4020)), takes: Borrowed("32-bit float or 32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operands do not have the same shape or broadcastable shapes within the rank 4"), when: When::AtRuntime, holds: super::verify::broadcast_within, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Number(4)]) },
        ]),
        traits: Traits(0x40025), // Pure Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 78,
            builtin_name: "POW",
            options: Some(OptionsSpec { table: "PowOptions", tag: 56, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.10.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.prelu"),
        summary: Borrowed("x where x > 0, else alpha * x with a learned alpha for each channel."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000904000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type or TFLite quint8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4000b04000), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("alpha"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xffffffffffffffff), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operands do not have the same shape or broadcastable shapes within the rank 4"), when: When::AtRuntime, holds: super::verify::broadcast_within, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Number(4)]) },
            Constraint { sentence: Borrowed("binary op operands have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1)]) },
            Constraint { sentence: Borrowed("input and output must have the same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40025), // Pure Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 54,
            builtin_name: "PRELU",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.8.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::prelu), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.pseudo_const"),
        summary: Borrowed("A constant."),
        operands: Borrowed(&[]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("value"), kind: AttrKind::Elements, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40401), // Pure ConstantLike RuntimeTyped
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.pseudo_qconst"),
        summary: Borrowed("A constant of a quantized type."),
        operands: Borrowed(&[]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4041b00000)), takes: Borrowed("QUI8 type or QI8 type or QUI4 type or QI16 type or QUI16 type or TFLite quint8 type"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("qtype"), kind: AttrKind::Type, limit: None, presence: Presence::Required, slot: None },
            AttrSpec { name: Borrowed("value"), kind: AttrKind::Elements, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.pseudo_sparse_const"),
        summary: Borrowed("A sparse constant."),
        operands: Borrowed(&[]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("value"), kind: AttrKind::Elements, limit: None, presence: Presence::Required, slot: None },
            AttrSpec { name: Borrowed("s_param"), kind: AttrKind::Any, limit: None, presence: Presence::Required, slot: None },
            AttrSpec { name: Borrowed("compressed_data"), kind: AttrKind::Elements, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.pseudo_sparse_qconst"),
        summary: Borrowed("A sparse constant of a quantized type."),
        operands: Borrowed(&[]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4041b00000)), takes: Borrowed("QUI8 type or QI8 type or QUI4 type or QI16 type or QUI16 type or TFLite quint8 type"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("qtype"), kind: AttrKind::Type, limit: None, presence: Presence::Required, slot: None },
            AttrSpec { name: Borrowed("value"), kind: AttrKind::Elements, limit: None, presence: Presence::Required, slot: None },
            AttrSpec { name: Borrowed("s_param"), kind: AttrKind::Any, limit: None, presence: Presence::Required, slot: None },
            AttrSpec { name: Borrowed("compressed_data"), kind: AttrKind::Elements, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.quantize"),
        summary: Borrowed("Converts to the quantized type in qtype."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4040b84000)), takes: Borrowed("32-bit float or QI4 type or QUI4 type or QI8 type or QUI8 type or QI16 type or TFLite quint8 type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4040b80000)), takes: Borrowed("QI4 type or QUI4 type or QI8 type or QUI8 type or QI16 type or TFLite quint8 type"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("qtype"), kind: AttrKind::Type, limit: None, presence: Presence::Required, slot: None },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40011), // Pure SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 114,
            builtin_name: "QUANTIZE",
            options: Some(OptionsSpec { table: "QuantizeOptions", tag: 89, second: false, written: false }),
            versions: &[
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x40000080))], runtime: "2.21.0" },
                VersionRule { version: 5, when: &[VersionCondition::ResultElem(0, ElemSet(0x40000080))], runtime: "2.21.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x80004))], runtime: "2.21.0" },
                VersionRule { version: 4, when: &[VersionCondition::ResultElem(0, ElemSet(0x80004))], runtime: "2.21.0" },
                VersionRule { version: 3, when: &[VersionCondition::ResultPerAxis(0)], runtime: "2.7.0" },
                VersionRule { version: 2, when: &[VersionCondition::ResultElem(0, ElemSet(0x200010))], runtime: "1.15.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.random_standard_normal"),
        summary: Borrowed("Numbers from the standard normal distribution."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("shape"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("seed"), kind: AttrKind::Int(64), limit: None, presence: Presence::Default(DefaultValue::Int(0)), slot: Some(Slot { id: 0, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("seed2"), kind: AttrKind::Int(64), limit: None, presence: Presence::Default(DefaultValue::Int(0)), slot: Some(Slot { id: 1, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 146,
            builtin_name: "RANDOM_STANDARD_NORMAL",
            options: Some(OptionsSpec { table: "RandomOptions", tag: 114, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.8.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.random_uniform"),
        summary: Borrowed("Numbers between 0 and 1."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("shape"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("out"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("seed"), kind: AttrKind::Int(64), limit: None, presence: Presence::Default(DefaultValue::Int(0)), slot: Some(Slot { id: 0, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("seed2"), kind: AttrKind::Int(64), limit: None, presence: Presence::Default(DefaultValue::Int(0)), slot: Some(Slot { id: 1, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 148,
            builtin_name: "RANDOM_UNIFORM",
            options: Some(OptionsSpec { table: "RandomOptions", tag: 114, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.8.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.range"),
        summary: Borrowed("Numbers from start to limit by delta."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("start"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4060)), takes: Borrowed("32-bit signless integer or 32-bit float or 64-bit signless integer"), rank: RankRule::Exactly(0), kernels: None },
            ValueSpec { name: Borrowed("limit"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4060)), takes: Borrowed("32-bit signless integer or 32-bit float or 64-bit signless integer"), rank: RankRule::Exactly(0), kernels: None },
            ValueSpec { name: Borrowed("delta"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4060)), takes: Borrowed("32-bit signless integer or 32-bit float or 64-bit signless integer"), rank: RankRule::Exactly(0), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4060)), takes: Borrowed("32-bit signless integer or 32-bit float or 64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operands and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Operand(2), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 96,
            builtin_name: "RANGE",
            options: Some(OptionsSpec { table: "RangeOptions", tag: 73, second: false, written: false }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x40))], runtime: "2.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.13.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.rank"),
        summary: Borrowed("Number of dimensions as a scalar."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 110,
            builtin_name: "RANK",
            options: Some(OptionsSpec { table: "RankOptions", tag: 86, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.read_variable"),
        summary: Borrowed("The value of a variable."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("resource_id"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x2000000)), takes: Borrowed("TensorFlow resource type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb3c169)), takes: Borrowed("32-bit float or 64-bit float or 1-bit signless integer or 8-bit unsigned integer or 8-bit signless integer or QI8 type or QUI8 type or 32-bit signless integer or 64-bit signless integer or QI16 type or complex type with 32-bit float elements or complex type with 64-bit float elements"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 143,
            builtin_name: "READ_VARIABLE",
            options: Some(OptionsSpec { table: "ReadVariableOptions", tag: 112, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.6.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.real"),
        summary: Borrowed("Real part of each complex number."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x30000)), takes: Borrowed("complex type with 32-bit float elements or complex type with 64-bit float elements"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xc000)), takes: Borrowed("32-bit float or 64-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 134,
            builtin_name: "REAL",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.reduce_all"),
        summary: Borrowed("Whether all elements over dimensions are true."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("reduction_indices"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("keep_dims"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: Some(Slot { id: 0, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 140,
            builtin_name: "REDUCE_ALL",
            options: Some(OptionsSpec { table: "ReducerOptions", tag: 27, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.6.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.reduce_any"),
        summary: Borrowed("Whether any element over dimensions is true."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("reduction_indices"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("keep_dims"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: Some(Slot { id: 0, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 91,
            builtin_name: "REDUCE_ANY",
            options: Some(OptionsSpec { table: "ReducerOptions", tag: 27, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.11.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.reduce_max"),
        summary: Borrowed("Maximum over dimensions."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b05060)), takes: Borrowed("32-bit float or 16-bit float or 32-bit signless integer or 64-bit signless integer or QI8 type or QUI8 type or TFLite quint8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4000b04178), rank: RankRule::Any }) },
            ValueSpec { name: Borrowed("axes"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("keep_dims"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 82,
            builtin_name: "REDUCE_MAX",
            options: Some(OptionsSpec { table: "ReducerOptions", tag: 27, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.5.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.11.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.reduce_min"),
        summary: Borrowed("Minimum over dimensions."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b04060)), takes: Borrowed("32-bit float or 32-bit signless integer or 64-bit signless integer or QI8 type or QUI8 type or TFLite quint8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4000b04178), rank: RankRule::Any }) },
            ValueSpec { name: Borrowed("axes"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("keep_dims"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 89,
            builtin_name: "REDUCE_MIN",
            options: Some(OptionsSpec { table: "ReducerOptions", tag: 27, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.5.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.11.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.reduce_prod"),
        summary: Borrowed("Product over dimensions."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b04060)), takes: Borrowed("32-bit float or 32-bit signless integer or 64-bit signless integer or QI8 type or QUI8 type or TFLite quint8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x304060), rank: RankRule::Any }) },
            ValueSpec { name: Borrowed("axes"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("keep_dims"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 81,
            builtin_name: "REDUCE_PROD",
            options: Some(OptionsSpec { table: "ReducerOptions", tag: 27, second: false, written: true }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.6.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.6.0" },
                VersionRule { version: 1, when: &[], runtime: "1.11.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.reduce_window"),
        summary: Borrowed("A window reduction whose runtime was withdrawn."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("inputs"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("reduce_function"), kind: AttrKind::Enum(&REDUCE_WINDOW_FUNCTION), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 205,
            builtin_name: "REDUCE_WINDOW",
            options: Some(OptionsSpec { table: "ReduceWindowOptions", tag: 20, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.15.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.relu"),
        summary: Borrowed("max(x, 0)."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04000)), takes: Borrowed("32-bit float or QUI8 type or QI8 type or QI16 type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("x and y must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x48015), // Pure Elementwise SameOperandsAndResultShape Idempotent RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 19,
            builtin_name: "RELU",
            options: None,
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.5.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.1.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000800100))], runtime: "2.1.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.relu6"),
        summary: Borrowed("x held between 0 and 6."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904000)), takes: Borrowed("32-bit float or QUI8 type or QI8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb04000), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("x and y must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x48015), // Pure Elementwise SameOperandsAndResultShape Idempotent RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 21,
            builtin_name: "RELU6",
            options: None,
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.5.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.relu_0_to_1"),
        summary: Borrowed("x held between 0 and 1."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904000)), takes: Borrowed("32-bit float or QUI8 type or QI8 type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("x and y must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x48015), // Pure Elementwise SameOperandsAndResultShape Idempotent RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 152,
            builtin_name: "RELU_0_TO_1",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.10.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.relu_n1_to_1"),
        summary: Borrowed("x held between -1 and 1."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904000)), takes: Borrowed("32-bit float or QUI8 type or QI8 type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("x and y must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x48015), // Pure Elementwise SameOperandsAndResultShape Idempotent RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 20,
            builtin_name: "RELU_N1_TO_1",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.reshape"),
        summary: Borrowed("The same elements in another shape."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("shape"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("new_shape"), kind: AttrKind::Ints(32), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x140801), // Pure SameScale RuntimeTyped FreeQuantizedAxis
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 22,
            builtin_name: "RESHAPE",
            options: Some(OptionsSpec { table: "ReshapeOptions", tag: 17, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::reshape), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.resize_bilinear"),
        summary: Borrowed("Resizes height and width with bilinear interpolation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b04000)), takes: Borrowed("32-bit float or TFLite quint8 type or QUI8 type or QI8 type or QI16 type"), rank: RankRule::Exactly(4), kernels: None },
            ValueSpec { name: Borrowed("size"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("align_corners"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("half_pixel_centers"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: Some(Slot { id: 3, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("operand 1's dimension 0 is dynamic or equals 2"), when: When::Late, holds: core_ir::constraint::dim_is, args: Borrowed(&[Arg::Operand(1), Arg::Number(0), Arg::Number(2)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 23,
            builtin_name: "RESIZE_BILINEAR",
            options: Some(OptionsSpec { table: "ResizeBilinearOptions", tag: 15, second: false, written: true }),
            versions: &[
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.5.0" },
                VersionRule { version: 3, when: &[VersionCondition::AttrIntIs("half_pixel_centers", 1)], runtime: "2.2.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.7.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.resize_nearest_neighbor"),
        summary: Borrowed("Resizes height and width by the nearest element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b04000)), takes: Borrowed("32-bit float or TFLite quint8 type or QUI8 type or QI8 type or QI16 type"), rank: RankRule::Exactly(4), kernels: Some(KernelRule { elems: ElemSet(0x4600b07739), rank: RankRule::Exactly(4) }) },
            ValueSpec { name: Borrowed("size"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("align_corners"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("half_pixel_centers"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: Some(Slot { id: 1, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("operand 1's dimension 0 is dynamic or equals 2"), when: When::Late, holds: core_ir::constraint::dim_is, args: Borrowed(&[Arg::Operand(1), Arg::Number(0), Arg::Number(2)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 97,
            builtin_name: "RESIZE_NEAREST_NEIGHBOR",
            options: Some(OptionsSpec { table: "ResizeNearestNeighborOptions", tag: 74, second: false, written: true }),
            versions: &[
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.4.0" },
                VersionRule { version: 3, when: &[VersionCondition::AttrIntIs("half_pixel_centers", 1)], runtime: "2.3.0" },
                VersionRule { version: 3, when: &[VersionCondition::AttrIntIs("align_corners", 1)], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.13.1" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.reverse_sequence"),
        summary: Borrowed("Reverses the first elements of each slice, as many as its length says."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000a04060)), takes: Borrowed("32-bit float or 32-bit signless integer or 64-bit signless integer or QI16 type or QUI8 type or TFLite quint8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4000a04170), rank: RankRule::AtLeast(2) }) },
            ValueSpec { name: Borrowed("seq_lengths"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("seq_dim"), kind: AttrKind::Int(32), limit: Some(AttrLimit::NonNegative), presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("batch_dim"), kind: AttrKind::Int(32), limit: Some(AttrLimit::NonNegative), presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 112,
            builtin_name: "REVERSE_SEQUENCE",
            options: Some(OptionsSpec { table: "ReverseSequenceOptions", tag: 87, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.reverse_v2"),
        summary: Borrowed("Reverses dimensions."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4600b04171)), takes: Borrowed("32-bit float or f8E4M3FN type or f8E5M2 type or 8-bit unsigned integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or QI16 type or QUI8 type or QI8 type or TFLite quint8 type or 1-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4600b07179), rank: RankRule::Between(1, 8) }) },
            ValueSpec { name: Borrowed("axis"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 105,
            builtin_name: "REVERSE_V2",
            options: Some(OptionsSpec { table: "ReverseV2Options", tag: 81, second: false, written: false }),
            versions: &[
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x600000000))], runtime: "2.23.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.5.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x1))], runtime: "2.2.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.rfft2d"),
        summary: Borrowed("Discrete Fourier transform of the two innermost real dimensions."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("fft_length"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x10000)), takes: Borrowed("complex type with 32-bit float elements"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 131,
            builtin_name: "RFFT2D",
            options: Some(OptionsSpec { table: "Rfft2dOptions", tag: 105, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.right_shift"),
        summary: Borrowed("Shifts the bits of lhs right by rhs, with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x738)), takes: Borrowed("8-bit signless integer or 8-bit unsigned integer or 16-bit signless integer or 16-bit unsigned integer or 32-bit signless integer or 32-bit unsigned integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x738), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x738)), takes: Borrowed("8-bit signless integer or 8-bit unsigned integer or 16-bit signless integer or 16-bit unsigned integer or 32-bit signless integer or 32-bit unsigned integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x738), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x738)), takes: Borrowed("8-bit signless integer or 8-bit unsigned integer or 16-bit signless integer or 16-bit unsigned integer or 32-bit signless integer or 32-bit unsigned integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x60025), // Pure Elementwise ResultsBroadcastableShape SameOperandsAndResultElementType RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 161,
            builtin_name: "RIGHT_SHIFT",
            options: Some(OptionsSpec { table: "RightShiftOptions", tag: 126, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.13.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.rnn"),
        summary: Borrowed("One step of a recurrent network."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("input_to_hidden_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("recurrent_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("bias"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("hidden_state"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Exactly(2), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("asymmetric_quantize_inputs"), kind: AttrKind::Bool, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 1, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 24,
            builtin_name: "RNN",
            options: Some(OptionsSpec { table: "RNNOptions", tag: 7, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000)), VersionCondition::AttrIntIs("asymmetric_quantize_inputs", 1)], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.round"),
        summary: Borrowed("Rounds each element to the nearest integer, halves to even."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x7000), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x7000), rank: RankRule::Any }) },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x448005), // Pure Elementwise Idempotent RuntimeTyped SameOperandsAndResultTypeResolveRef
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 116,
            builtin_name: "ROUND",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.rsqrt"),
        summary: Borrowed("1 / sqrt(x) of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x304000)), takes: Borrowed("32-bit float or QI8 type or QI16 type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("values and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 76,
            builtin_name: "RSQRT",
            options: None,
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.15.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.5.0" },
                VersionRule { version: 1, when: &[], runtime: "1.10.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.scatter_nd"),
        summary: Borrowed("Zeros of a shape with the updates added at index tuples."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("indices"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("updates"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4169)), takes: Borrowed("32-bit float or 8-bit signless integer or 64-bit signless integer or 32-bit signless integer or 8-bit unsigned integer or 1-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("shape"), arity: Arity::One, form: Form::Ranked(1), elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(1), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operand 0 is 1-D"), when: When::Late, holds: core_ir::constraint::rank_at_least, args: Borrowed(&[Arg::Operand(0), Arg::Number(1)]) },
            Constraint { sentence: Borrowed("operand 1 is 1-D"), when: When::Late, holds: core_ir::constraint::rank_at_least, args: Borrowed(&[Arg::Operand(1), Arg::Number(1)]) },
            Constraint { sentence: Borrowed("updates and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(1), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 122,
            builtin_name: "SCATTER_ND",
            options: Some(OptionsSpec { table: "ScatterNdOptions", tag: 97, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.1.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::scatter_nd), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.segment_sum"),
        summary: Borrowed("Sum of the rows of each segment; segment ids are sorted."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4020)), takes: Borrowed("32-bit float or 32-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("segment_ids"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 125,
            builtin_name: "SEGMENT_SUM",
            options: Some(OptionsSpec { table: "SegmentSumOptions", tag: 100, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.2.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.select"),
        summary: Borrowed("Elements of x where the condition is true, of y elsewhere; one shape, or one condition for a row."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("condition"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b04479)), takes: Borrowed("32-bit float or 1-bit signless integer or 8-bit signless integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 32-bit unsigned integer or QI8 type or QUI8 type or QI16 type or TFLite quint8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4600b1ff79), rank: RankRule::Any }) },
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b04479)), takes: Borrowed("32-bit float or 1-bit signless integer or 8-bit signless integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 32-bit unsigned integer or QI8 type or QUI8 type or QI16 type or TFLite quint8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4600b1ff79), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(1), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operands have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(1), Arg::Operand(2)]) },
            Constraint { sentence: Borrowed("operands and result have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(1), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 64,
            builtin_name: "SELECT",
            options: Some(OptionsSpec { table: "SelectOptions", tag: 47, second: false, written: true }),
            versions: &[
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x400))], runtime: "2.12.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandRankIs(0, 5)], runtime: "2.12.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandRankIs(1, 5)], runtime: "2.12.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandRankIs(2, 5)], runtime: "2.12.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.select_v2"),
        summary: Borrowed("Elements of x where the condition is true, of y elsewhere, with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("condition"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x1), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b05479)), takes: Borrowed("32-bit float or 16-bit float or 1-bit signless integer or 8-bit signless integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 32-bit unsigned integer or QI8 type or QUI8 type or QI16 type or TFLite quint8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4600b1ff79), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b05479)), takes: Borrowed("32-bit float or 16-bit float or 1-bit signless integer or 8-bit signless integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 32-bit unsigned integer or QI8 type or QUI8 type or QI16 type or TFLite quint8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4600b1ff79), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(1), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operands do not have the same shape or broadcastable shapes within the rank 5"), when: When::AtRuntime, holds: super::verify::broadcast_within, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Operand(2), Arg::Number(5)]) },
            Constraint { sentence: Borrowed("operands have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(1), Arg::Operand(2)]) },
            Constraint { sentence: Borrowed("operands and result have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(1), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40821), // Pure ResultsBroadcastableShape SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 123,
            builtin_name: "SELECT_V2",
            options: Some(OptionsSpec { table: "SelectV2Options", tag: 98, second: false, written: true }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x400))], runtime: "2.12.0" },
                VersionRule { version: 1, when: &[], runtime: "2.2.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.shape"),
        summary: Borrowed("The dimensions as a vector."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32-bit signless integer or 64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("out_type"), kind: AttrKind::Type, limit: None, presence: Presence::Derived, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::ResultElem(0) }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 77,
            builtin_name: "SHAPE",
            options: Some(OptionsSpec { table: "ShapeOptions", tag: 55, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.10.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.sign"),
        summary: Borrowed("-1, 0 or 1 by the sign of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xc020)), takes: Borrowed("32-bit float or 64-bit float or 32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x4800d), // Pure Elementwise SameOperandsAndResultType Idempotent RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 158,
            builtin_name: "SIGN",
            options: Some(OptionsSpec { table: "SignOptions", tag: 123, second: false, written: false }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x400020))], runtime: "2.12.0" },
                VersionRule { version: 1, when: &[], runtime: "2.11.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.sin"),
        summary: Borrowed("Sine of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x5000)), takes: Borrowed("32-bit float or 16-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x440005), // Pure Elementwise RuntimeTyped SameOperandsAndResultTypeResolveRef
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 66,
            builtin_name: "SIN",
            options: None,
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x1000))], runtime: "2.23.0" },
                VersionRule { version: 1, when: &[], runtime: "1.9.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.skip_gram"),
        summary: Borrowed("n-grams of a text with skipped words."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x40000)), takes: Borrowed("TFLite string type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x40000)), takes: Borrowed("TFLite string type"), rank: RankRule::Exactly(1), kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("ngram_size"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("max_skip_size"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("include_all_ngrams"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 30,
            builtin_name: "SKIP_GRAM",
            options: Some(OptionsSpec { table: "SkipGramOptions", tag: 18, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.slice"),
        summary: Borrowed("A box of the input given by its start and its size; a size of -1 goes to the end."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000bc5569)), takes: Borrowed("32-bit float or 16-bit float or 32-bit signless integer or 64-bit signless integer or QI4 type or 8-bit signless integer or 8-bit unsigned integer or 32-bit unsigned integer or 1-bit signless integer or TFLite string type or QI8 type or QUI8 type or TFLite quint8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4600bdff79), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("begin"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::AtMost(1), kernels: None },
            ValueSpec { name: Borrowed("size"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::AtMost(1), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("input must have rank at most 6"), when: When::AtRuntime, holds: core_ir::constraint::rank_at_most, args: Borrowed(&[Arg::Operand(0), Arg::Number(6)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 65,
            builtin_name: "SLICE",
            options: Some(OptionsSpec { table: "SliceOptions", tag: 48, second: false, written: false }),
            versions: &[
                VersionRule { version: 8, when: &[VersionCondition::OperandElem(0, ElemSet(0x1000))], runtime: "2.23.0" },
                VersionRule { version: 7, when: &[VersionCondition::OperandElem(0, ElemSet(0x80004))], runtime: "2.21.0" },
                VersionRule { version: 6, when: &[VersionCondition::OperandElem(0, ElemSet(0x400))], runtime: "2.14.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandRankOver(0, 4)], runtime: "2.5.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.4.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x40000))], runtime: "1.14.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::slice), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.softmax"),
        summary: Borrowed("exp(beta * x) divided by its sum over the innermost dimension."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b05000)), takes: Borrowed("32-bit float or 16-bit float or QI8 type or QUI8 type or TFLite quint8 type or QI16 type"), rank: RankRule::AtLeast(1), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("beta"), kind: AttrKind::F32, limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::F32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40011), // Pure SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 25,
            builtin_name: "SOFTMAX",
            options: Some(OptionsSpec { table: "SoftmaxOptions", tag: 9, second: false, written: true }),
            versions: &[
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x1000))], runtime: "2.23.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: Some(core_ir::Arithmetic::PerResult(64)),
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.space_to_batch_nd"),
        summary: Borrowed("Pads, then moves spatial blocks into the batch."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b04060)), takes: Borrowed("32-bit float or 32-bit signless integer or 64-bit signless integer or QI8 type or QUI8 type or TFLite quint8 type or QI16 type"), rank: RankRule::Between(3, 4), kernels: Some(KernelRule { elems: ElemSet(0x4600b1ff79), rank: RankRule::Between(3, 4) }) },
            ValueSpec { name: Borrowed("block_shape"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x20), rank: RankRule::Exactly(1) }) },
            ValueSpec { name: Borrowed("paddings"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x20), rank: RankRule::Exactly(2) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 38,
            builtin_name: "SPACE_TO_BATCH_ND",
            options: Some(OptionsSpec { table: "SpaceToBatchNDOptions", tag: 25, second: false, written: false }),
            versions: &[
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.12.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandRankOver(0, 4)], runtime: "2.3.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandRankUnder(0, 4)], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.6.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.space_to_depth"),
        summary: Borrowed("Moves blocks of height and width into channels."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000904060)), takes: Borrowed("32-bit float or 32-bit signless integer or 64-bit signless integer or QI8 type or QUI8 type or TFLite quint8 type"), rank: RankRule::AtMost(4), kernels: Some(KernelRule { elems: ElemSet(0x4000904168), rank: RankRule::Exactly(4) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("block_size"), kind: AttrKind::Int(32), limit: Some(AttrLimit::Positive), presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 26,
            builtin_name: "SPACE_TO_DEPTH",
            options: Some(OptionsSpec { table: "SpaceToDepthOptions", tag: 19, second: false, written: true }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.sparse_to_dense"),
        summary: Borrowed("A tensor of a shape with values at index tuples and a default elsewhere."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("sparse_indices"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::AtMost(2), kernels: None },
            ValueSpec { name: Borrowed("output_shape"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::AtMost(1), kernels: None },
            ValueSpec { name: Borrowed("sparse_values"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000904168)), takes: Borrowed("32-bit signless integer or 64-bit signless integer or 8-bit signless integer or QI8 type or 8-bit unsigned integer or QUI8 type or TFLite quint8 type or 32-bit float"), rank: RankRule::AtMost(1), kernels: None },
            ValueSpec { name: Borrowed("default_value"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000904168)), takes: Borrowed("32-bit signless integer or 64-bit signless integer or 8-bit signless integer or QI8 type or 8-bit unsigned integer or QUI8 type or TFLite quint8 type or 32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("dense"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(2), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("validate_indices"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: Some(Slot { id: 0, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("sparse_values and dense must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(2), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("default_value and dense must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(3), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("the first operand should have a rank <= 2, when its rank is 2 and has static shape, the second dim should be <= 4"), when: When::Late, holds: core_ir::constraint::dim_at_most, args: Borrowed(&[Arg::Operand(0), Arg::Number(1), Arg::Number(4)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 68,
            builtin_name: "SPARSE_TO_DENSE",
            options: Some(OptionsSpec { table: "SparseToDenseOptions", tag: 50, second: false, written: false }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(2, ElemSet(0x100008))], runtime: "1.15.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(2, ElemSet(0x4000800100))], runtime: "1.15.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(2, ElemSet(0x40))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.9.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.split"),
        summary: Borrowed("Equal parts of the input along a dimension."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("split_dim"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("value"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x600b04138)), takes: Borrowed("32-bit float or f8E4M3FN type or f8E5M2 type or 16-bit signless integer or 32-bit signless integer or 8-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x600b04178), rank: RankRule::AtLeast(1) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("outputs"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x600b04138)), takes: Borrowed("32-bit float or f8E4M3FN type or f8E5M2 type or 16-bit signless integer or 32-bit signless integer or 8-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x600b04178), rank: RankRule::Any }) },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("num_splits"), kind: AttrKind::Int(32), limit: Some(AttrLimit::Positive), presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operand #0 is an 0-d tensor or 1-d tensor w/ 1 element"), when: When::Late, holds: core_ir::constraint::one_element, args: Borrowed(&[Arg::Operand(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 49,
            builtin_name: "SPLIT",
            options: Some(OptionsSpec { table: "SplitOptions", tag: 35, second: false, written: true }),
            versions: &[
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(1, ElemSet(0x600000000))], runtime: "2.23.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(1, ElemSet(0x200010))], runtime: "2.3.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(1, ElemSet(0x400020))], runtime: "1.14.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(1, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::split), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.split_v"),
        summary: Borrowed("Parts of given sizes of the input along a dimension."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("value"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x600b04178)), takes: Borrowed("32-bit float or f8E4M3FN type or f8E5M2 type or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 8-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x600b04178), rank: RankRule::AtLeast(1) }) },
            ValueSpec { name: Borrowed("size_splits"), arity: Arity::One, form: Form::Ranked(1), elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("split_dim"), arity: Arity::One, form: Form::Ranked(0), elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("outputs"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x600b04178)), takes: Borrowed("32-bit float or f8E4M3FN type or f8E5M2 type or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 8-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("num_splits"), kind: AttrKind::Int(32), limit: Some(AttrLimit::Positive), presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 102,
            builtin_name: "SPLIT_V",
            options: Some(OptionsSpec { table: "SplitVOptions", tag: 79, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x600000000))], runtime: "2.23.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.3.0" },
                VersionRule { version: 1, when: &[], runtime: "1.13.1" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::split_v), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.sqrt"),
        summary: Borrowed("Square root of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x304000)), takes: Borrowed("32-bit float or QI8 type or QI16 type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("values and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 75,
            builtin_name: "SQRT",
            options: None,
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.21.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.21.0" },
                VersionRule { version: 1, when: &[], runtime: "1.10.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.square"),
        summary: Borrowed("x * x of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("x"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("y"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x440005), // Pure Elementwise RuntimeTyped SameOperandsAndResultTypeResolveRef
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 92,
            builtin_name: "SQUARE",
            options: Some(OptionsSpec { table: "SquareOptions", tag: 66, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.12.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.squared_difference"),
        summary: Borrowed("(lhs - rhs)^2 with broadcasting."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104020)), takes: Borrowed("32-bit float or 32-bit signless integer or QI8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x104020), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xffffffffffffffff), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operands do not have the same shape or broadcastable shapes within the rank 4"), when: When::AtRuntime, holds: super::verify::broadcast_within, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Number(4)]) },
            Constraint { sentence: Borrowed("binary op operands have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1)]) },
            Constraint { sentence: Borrowed("values and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40027), // Pure Commutative Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 99,
            builtin_name: "SQUARED_DIFFERENCE",
            options: Some(OptionsSpec { table: "SquaredDifferenceOptions", tag: 76, second: false, written: false }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.5.0" },
                VersionRule { version: 1, when: &[], runtime: "1.13.1" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.squeeze"),
        summary: Borrowed("Removes dimensions of one."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("squeeze_dims"), kind: AttrKind::Ints(64), limit: Some(AttrLimit::SizeAtMost(8)), presence: Presence::Default(DefaultValue::EmptyList), slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 43,
            builtin_name: "SQUEEZE",
            options: Some(OptionsSpec { table: "SqueezeOptions", tag: 30, second: false, written: true }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x40000))], runtime: "2.5.0" },
                VersionRule { version: 1, when: &[], runtime: "1.6.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_abs"),
        summary: Borrowed("Absolute value of each element; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 175,
            builtin_name: "STABLEHLO_ABS",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_add"),
        summary: Borrowed("Sum of two tensors of one shape."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40017), // Pure Commutative Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 163,
            builtin_name: "STABLEHLO_ADD",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.16.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_and"),
        summary: Borrowed("And of the bits, or of bools."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40017), // Pure Commutative Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 176,
            builtin_name: "STABLEHLO_AND",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.17.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_broadcast_in_dim"),
        summary: Borrowed("Broadcasts into given dimensions; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("broadcast_dimensions"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 0, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 170,
            builtin_name: "STABLEHLO_BROADCAST_IN_DIM",
            options: Some(OptionsSpec { table: "StablehloBroadcastInDimOptions", tag: 2, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_case"),
        summary: Borrowed("Runs one of several functions."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("index"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("results"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("branch_subgraph_indices"), kind: AttrKind::Symbols, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Function }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 209,
            builtin_name: "STABLEHLO_CASE",
            options: Some(OptionsSpec { table: "StablehloCaseOptions", tag: 23, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.17.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_cbrt"),
        summary: Borrowed("Cube root of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 208,
            builtin_name: "STABLEHLO_CBRT",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.17.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_clamp"),
        summary: Borrowed("Holds each element between two bounds; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("min"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("max"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(1), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 168,
            builtin_name: "STABLEHLO_CLAMP",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_compare"),
        summary: Borrowed("Compares elements in one of six directions; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x1)), takes: Borrowed("1-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("comparison_direction"), kind: AttrKind::Enum(&STABLEHLO_COMPARISON_DIRECTION), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::U32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("compare_type"), kind: AttrKind::Enum(&STABLEHLO_COMPARISON_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::U32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 191,
            builtin_name: "STABLEHLO_COMPARE",
            options: Some(OptionsSpec { table: "StablehloCompareOptions", tag: 8, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_composite"),
        summary: Borrowed("An op by name with a function that says what it does."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("inputs"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("results"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("name"), kind: AttrKind::Str, limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::Str, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("decomposition_subgraph_index"), kind: AttrKind::Symbol, limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Function }) },
            AttrSpec { name: Borrowed("composite_attributes"), kind: AttrKind::Bytes, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 2, scalar: Scalar::U8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("composite_attributes_format"), kind: AttrKind::Enum(&CUSTOM_OPTIONS_FORMAT), limit: None, presence: Presence::Default(DefaultValue::Str(Borrowed("FLEXBUFFERS"))), slot: Some(Slot { id: 3, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("version"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 4, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 206,
            builtin_name: "STABLEHLO_COMPOSITE",
            options: Some(OptionsSpec { table: "StableHLOCompositeOptions", tag: 21, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.17.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_concatenate"),
        summary: Borrowed("Joins tensors along a dimension; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("inputs"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("dimension"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 169,
            builtin_name: "STABLEHLO_CONCATENATE",
            options: Some(OptionsSpec { table: "StablehloConcatenateOptions", tag: 1, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_convert"),
        summary: Borrowed("Converts each element to another element type; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 192,
            builtin_name: "STABLEHLO_CONVERT",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_convolution"),
        summary: Borrowed("A convolution of any layout; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("window_strides"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 0, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("padding"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 1, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("lhs_dilation"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 2, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("rhs_dilation"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 3, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("window_reversal"), kind: AttrKind::Bools, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 4, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("input_batch_dimension"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: Some(Slot { id: 5, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("input_feature_dimension"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: Some(Slot { id: 6, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("input_spatial_dimensions"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 7, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("kernel_input_feature_dimension"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: Some(Slot { id: 8, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("kernel_output_feature_dimension"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: Some(Slot { id: 9, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("kernel_spatial_dimensions"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 10, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("output_batch_dimension"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: Some(Slot { id: 11, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("output_feature_dimension"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: Some(Slot { id: 12, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("output_spatial_dimensions"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 13, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("feature_group_count"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: Some(Slot { id: 14, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("batch_group_count"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: Some(Slot { id: 15, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("precision_config"), kind: AttrKind::Ints(32), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 16, scalar: Scalar::U32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 171,
            builtin_name: "STABLEHLO_CONVOLUTION",
            options: Some(OptionsSpec { table: "StablehloConvolutionOptions", tag: 4, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_cosine"),
        summary: Borrowed("Cosine of each element; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 177,
            builtin_name: "STABLEHLO_COSINE",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_custom_call"),
        summary: Borrowed("A call by target name; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("inputs"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("results"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("call_target_name"), kind: AttrKind::Str, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 0, scalar: Scalar::Str, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("has_side_effect"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: Some(Slot { id: 1, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("backend_config"), kind: AttrKind::Str, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 2, scalar: Scalar::Str, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("api_version"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 3, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("called_computations"), kind: AttrKind::Symbols, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 4, scalar: Scalar::I32, default: 0.0, source: SlotSource::Function }) },
            AttrSpec { name: Borrowed("custom_attributes"), kind: AttrKind::Bytes, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 5, scalar: Scalar::U8, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 173,
            builtin_name: "STABLEHLO_CUSTOM_CALL",
            options: Some(OptionsSpec { table: "StablehloCustomCallOptions", tag: 5, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_divide"),
        summary: Borrowed("Quotient of two tensors of one shape; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 164,
            builtin_name: "STABLEHLO_DIVIDE",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_dot_general"),
        summary: Borrowed("Contracts dimensions of two tensors; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("lhs_batching_dimensions"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 0, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("rhs_batching_dimensions"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 1, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("lhs_contracting_dimensions"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 2, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("rhs_contracting_dimensions"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 3, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("precision_config"), kind: AttrKind::Ints(32), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 4, scalar: Scalar::U32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 197,
            builtin_name: "STABLEHLO_DOT_GENERAL",
            options: Some(OptionsSpec { table: "StablehloDotGeneralOptions", tag: 12, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_dynamic_slice"),
        summary: Borrowed("A box of fixed size at a computed place; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("start_indices"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("slice_sizes"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 0, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 193,
            builtin_name: "STABLEHLO_DYNAMIC_SLICE",
            options: Some(OptionsSpec { table: "StablehloDynamicSliceOptions", tag: 9, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_dynamic_update_slice"),
        summary: Borrowed("Replaces a box at a computed place; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("update"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("start_indices"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 194,
            builtin_name: "STABLEHLO_DYNAMIC_UPDATE_SLICE",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_exponential"),
        summary: Borrowed("Exponential of each element; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 178,
            builtin_name: "STABLEHLO_EXPONENTIAL",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_floor"),
        summary: Borrowed("Rounds each element down to an integer; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x48015), // Pure Elementwise SameOperandsAndResultShape Idempotent RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 179,
            builtin_name: "STABLEHLO_FLOOR",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_gather"),
        summary: Borrowed("Slices of the operand at computed places."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("start_indices"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("offset_dims"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 0, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("collapsed_slice_dims"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 1, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("start_index_map"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 2, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("index_vector_dim"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: Some(Slot { id: 3, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("slice_sizes"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 4, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("indices_are_sorted"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: Some(Slot { id: 5, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 201,
            builtin_name: "STABLEHLO_GATHER",
            options: Some(OptionsSpec { table: "StablehloGatherOptions", tag: 16, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.16.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_iota"),
        summary: Borrowed("Numbers that count up along a dimension; no runtime."),
        operands: Borrowed(&[]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("iota_dimension"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 196,
            builtin_name: "STABLEHLO_IOTA",
            options: Some(OptionsSpec { table: "StablehloIotaOptions", tag: 11, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_log"),
        summary: Borrowed("Natural logarithm of each element; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 180,
            builtin_name: "STABLEHLO_LOG",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_logistic"),
        summary: Borrowed("1 / (1 + exp(-x)); no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 162,
            builtin_name: "STABLEHLO_LOGISTIC",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_maximum"),
        summary: Borrowed("The larger of two elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40017), // Pure Commutative Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 166,
            builtin_name: "STABLEHLO_MAXIMUM",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.16.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_minimum"),
        summary: Borrowed("The smaller of two elements."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40017), // Pure Commutative Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 181,
            builtin_name: "STABLEHLO_MINIMUM",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.16.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_multiply"),
        summary: Borrowed("Product of two tensors of one shape."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40017), // Pure Commutative Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 165,
            builtin_name: "STABLEHLO_MULTIPLY",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.16.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_negate"),
        summary: Borrowed("-x of each element; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x50015), // Pure Elementwise SameOperandsAndResultShape Involution RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 182,
            builtin_name: "STABLEHLO_NEGATE",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_or"),
        summary: Borrowed("Or of the bits, or of bools; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40017), // Pure Commutative Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 183,
            builtin_name: "STABLEHLO_OR",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_pad"),
        summary: Borrowed("Pads edges and between elements; amounts may be negative."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("padding_value"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("edge_padding_low"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 0, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("edge_padding_high"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 1, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("interior_padding"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 2, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 195,
            builtin_name: "STABLEHLO_PAD",
            options: Some(OptionsSpec { table: "StablehloPadOptions", tag: 10, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.16.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_power"),
        summary: Borrowed("lhs to the power of rhs; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 184,
            builtin_name: "STABLEHLO_POWER",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_reduce"),
        summary: Borrowed("Reduces dimensions by a function; inputs, then as many initial values; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("inputs"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("results"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("dimensions"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 0, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("body_subgraph_index"), kind: AttrKind::Symbol, limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Function }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 174,
            builtin_name: "STABLEHLO_REDUCE",
            options: Some(OptionsSpec { table: "StablehloReduceOptions", tag: 6, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_reduce_window"),
        summary: Borrowed("Reduces windows by a function; inputs, then as many initial values."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("inputs"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("results"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("window_dimensions"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 0, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("window_strides"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 1, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("base_dilations"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 2, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("window_dilations"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 3, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("padding"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 4, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("body_subgraph_index"), kind: AttrKind::Symbol, limit: None, presence: Presence::Required, slot: Some(Slot { id: 5, scalar: Scalar::I32, default: 0.0, source: SlotSource::Function }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 198,
            builtin_name: "STABLEHLO_REDUCE_WINDOW",
            options: Some(OptionsSpec { table: "StablehloReduceWindowOptions", tag: 13, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.16.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_remainder"),
        summary: Borrowed("Remainder with the sign of the dividend; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 185,
            builtin_name: "STABLEHLO_REMAINDER",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_reshape"),
        summary: Borrowed("The same elements in another shape; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 167,
            builtin_name: "STABLEHLO_RESHAPE",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_rng_bit_generator"),
        summary: Borrowed("Random bits and the next state."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("initial_state"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output_state"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("algorithm"), kind: AttrKind::Enum(&RNG_ALGORITHM), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 204,
            builtin_name: "STABLEHLO_RNG_BIT_GENERATOR",
            options: Some(OptionsSpec { table: "StablehloRngBitGeneratorOptions", tag: 19, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.15.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_rsqrt"),
        summary: Borrowed("1 / sqrt(x) of each element; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 186,
            builtin_name: "STABLEHLO_RSQRT",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_scatter"),
        summary: Borrowed("Combines updates into the operand at computed places by a function."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("scatter_indices"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("updates"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("indices_are_sorted"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: Some(Slot { id: 0, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("update_window_dims"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 1, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("inserted_window_dims"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 2, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("scatter_dims_to_operand_dims"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 3, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("index_vector_dim"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: Some(Slot { id: 4, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("unique_indices"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: Some(Slot { id: 5, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("update_computation_subgraph_index"), kind: AttrKind::Symbol, limit: None, presence: Presence::Required, slot: Some(Slot { id: 6, scalar: Scalar::I32, default: 0.0, source: SlotSource::Function }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 190,
            builtin_name: "STABLEHLO_SCATTER",
            options: Some(OptionsSpec { table: "StablehloScatterOptions", tag: 7, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.15.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_select"),
        summary: Borrowed("Elements of one of two tensors by a condition; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("pred"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("on_true"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("on_false"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 187,
            builtin_name: "STABLEHLO_SELECT",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_shift_left"),
        summary: Borrowed("Shifts the bits of lhs left by rhs."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 207,
            builtin_name: "STABLEHLO_SHIFT_LEFT",
            options: Some(OptionsSpec { table: "StablehloShiftLeftOptions", tag: 22, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.17.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_slice"),
        summary: Borrowed("A box of the operand with strides; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("start_indices"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 0, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("limit_indices"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 1, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("strides"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 2, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 172,
            builtin_name: "STABLEHLO_SLICE",
            options: Some(OptionsSpec { table: "StablehloSliceOptions", tag: 3, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_sort"),
        summary: Borrowed("Sorts along a dimension by a function; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("inputs"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("results"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("dimension"), kind: AttrKind::Int(64), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("is_stable"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: Some(Slot { id: 1, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("comparator_subgraph_index"), kind: AttrKind::Symbol, limit: None, presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::I32, default: 0.0, source: SlotSource::Function }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 199,
            builtin_name: "STABLEHLO_SORT",
            options: Some(OptionsSpec { table: "StablehloSortOptions", tag: 14, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_subtract"),
        summary: Borrowed("Difference of two tensors of one shape; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 188,
            builtin_name: "STABLEHLO_SUBTRACT",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_tanh"),
        summary: Borrowed("Hyperbolic tangent of each element; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 189,
            builtin_name: "STABLEHLO_TANH",
            options: None,
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_transpose"),
        summary: Borrowed("Permutes the dimensions; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("result"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("permutation"), kind: AttrKind::Ints(64), limit: None, presence: Presence::Optional, slot: Some(Slot { id: 0, scalar: Scalar::I64, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 202,
            builtin_name: "STABLEHLO_TRANSPOSE",
            options: Some(OptionsSpec { table: "StablehloTransposeOptions", tag: 17, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.stablehlo_while"),
        summary: Borrowed("Runs a body function while a condition function yields true; no runtime."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operand"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("results"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("cond_subgraph_index"), kind: AttrKind::Symbol, limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Function }) },
            AttrSpec { name: Borrowed("body_subgraph_index"), kind: AttrKind::Symbol, limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Function }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 200,
            builtin_name: "STABLEHLO_WHILE",
            options: Some(OptionsSpec { table: "StablehloWhileOptions", tag: 15, second: true, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.strided_slice"),
        summary: Borrowed("A box of the input given by begin, end and strides, with masks."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b45579)), takes: Borrowed("32-bit float or 16-bit float or 32-bit signless integer or 64-bit signless integer or 8-bit signless integer or 8-bit unsigned integer or 32-bit unsigned integer or QI8 type or QUI8 type or 1-bit signless integer or 16-bit signless integer or QI16 type or TFLite quint8 type or TFLite string type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4600b5ff79), rank: RankRule::Any }) },
            ValueSpec { name: Borrowed("begin"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("end"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("strides"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("begin_mask"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("end_mask"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("ellipsis_mask"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("new_axis_mask"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 3, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("shrink_axis_mask"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 4, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("offset"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 5, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("input (with new_axis) must have rank at most 6"), when: When::AtRuntime, holds: super::verify::new_axes_within, args: Borrowed(&[Arg::Operand(0), Arg::Number(6)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 45,
            builtin_name: "STRIDED_SLICE",
            options: Some(OptionsSpec { table: "StridedSliceOptions", tag: 32, second: false, written: true }),
            versions: &[
                VersionRule { version: 8, when: &[VersionCondition::AttrIntIs("offset", 1)], runtime: "2.14.0" },
                VersionRule { version: 7, when: &[VersionCondition::OperandElem(0, ElemSet(0x400))], runtime: "2.14.0" },
                VersionRule { version: 6, when: &[VersionCondition::AttrIntIsNot("ellipsis_mask", 0)], runtime: "2.6.0" },
                VersionRule { version: 6, when: &[VersionCondition::AttrIntIsNot("new_axis_mask", 0)], runtime: "2.6.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x40000))], runtime: "2.5.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandRankOver(0, 4)], runtime: "2.2.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x1))], runtime: "2.1.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.6.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::strided_slice), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.sub"),
        summary: Borrowed("Difference of two tensors with broadcasting, then the fused activation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("lhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb05060)), takes: Borrowed("32-bit float or 16-bit float or 32-bit signless integer or 64-bit signless integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb04060), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("rhs"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xffffffffffffffff), rank: RankRule::AtMost(8) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb05060)), takes: Borrowed("32-bit float or 16-bit float or 32-bit signless integer or 64-bit signless integer or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb04060), rank: RankRule::Any }) },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("pot_scale_int16"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(true)), slot: Some(Slot { id: 1, scalar: Scalar::Bool, default: 1.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("binary op operands have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1)]) },
            Constraint { sentence: Borrowed("Operands do not have valid shapes"), when: When::AtRuntime, holds: super::verify::sub_shapes, args: Borrowed(&[Arg::Operand(0), Arg::Operand(1), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40025), // Pure Elementwise ResultsBroadcastableShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 41,
            builtin_name: "SUB",
            options: Some(OptionsSpec { table: "SubOptions", tag: 28, second: false, written: true }),
            versions: &[
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::ResultElem(0, ElemSet(0x200010)), VersionCondition::AttrIntIs("pot_scale_int16", 0)], runtime: "2.4.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x40))], runtime: "2.4.0" },
                VersionRule { version: 3, when: &[VersionCondition::ShapesDiffer(0, 1), VersionCondition::OperandRankOver(0, 4)], runtime: "2.3.0" },
                VersionRule { version: 3, when: &[VersionCondition::ShapesDiffer(0, 1), VersionCondition::OperandRankOver(1, 4)], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.6.0" },
            ],
        }),
        arithmetic: Some(core_ir::Arithmetic::PerResult(1)),
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.sum"),
        summary: Borrowed("Sum over dimensions."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b05060)), takes: Borrowed("32-bit float or 16-bit float or 32-bit signless integer or 64-bit signless integer or QI8 type or QUI8 type or TFLite quint8 type or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4000b04060), rank: RankRule::Any }) },
            ValueSpec { name: Borrowed("axes"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("keep_dims"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 74,
            builtin_name: "SUM",
            options: Some(OptionsSpec { table: "ReducerOptions", tag: 27, second: false, written: true }),
            versions: &[
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.15.0" },
                VersionRule { version: 1, when: &[], runtime: "1.10.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.svdf"),
        summary: Borrowed("A filter decomposed into a feature and a time part that keeps its activations."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("feature_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("time_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x204000)), takes: Borrowed("32-bit float or QI16 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("input_gate_bias"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x404000)), takes: Borrowed("32-bit float or QI32 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("activation_state"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("rank"), kind: AttrKind::Int(32), limit: Some(AttrLimit::Positive), presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("asymmetric_quantize_inputs"), kind: AttrKind::Bool, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 2, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("the input and result tensor elemental types must be same"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 27,
            builtin_name: "SVDF",
            options: Some(OptionsSpec { table: "SVDFOptions", tag: 6, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.2.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000)), VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000)), VersionCondition::AttrIntIs("asymmetric_quantize_inputs", 1)], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000)), VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.5.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.tanh"),
        summary: Borrowed("Hyperbolic tangent of each element."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b05000)), takes: Borrowed("32-bit float or 16-bit float or QI8 type or QUI8 type or QI16 type or TFLite quint8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4000b07000), rank: RankRule::Any }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40015), // Pure Elementwise SameOperandsAndResultShape RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 28,
            builtin_name: "TANH",
            options: None,
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::ResultElem(0, ElemSet(0x200010))], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: Some(core_ir::Arithmetic::PerResult(64)),
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.tile"),
        summary: Borrowed("Repeats the input along its dimensions."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x944161)), takes: Borrowed("32-bit float or 1-bit signless integer or 32-bit signless integer or 64-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type or TFLite string type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x600b5ff79), rank: RankRule::Any }) },
            ValueSpec { name: Borrowed("multiples"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 69,
            builtin_name: "TILE",
            options: Some(OptionsSpec { table: "TileOptions", tag: 51, second: false, written: false }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "2.8.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x40000))], runtime: "2.2.0" },
                VersionRule { version: 1, when: &[], runtime: "1.10.1" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.topk_v2"),
        summary: Borrowed("The k largest elements of the innermost dimension and their indices."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904178)), takes: Borrowed("32-bit float or 8-bit signless integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type"), rank: RankRule::AtLeast(1), kernels: Some(KernelRule { elems: ElemSet(0xb04178), rank: RankRule::AtLeast(1) }) },
            ValueSpec { name: Borrowed("k"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x30)), takes: Borrowed("16-bit signless integer or 32-bit signless integer"), rank: RankRule::Exactly(0), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("values"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x904178)), takes: Borrowed("32-bit float or 8-bit signless integer or 16-bit signless integer or 32-bit signless integer or 64-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0xb04178), rank: RankRule::Any }) },
            ValueSpec { name: Borrowed("indices"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x30)), takes: Borrowed("16-bit signless integer or 32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("result and input element type match"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40801), // Pure SameScale RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 48,
            builtin_name: "TOPK_V2",
            options: Some(OptionsSpec { table: "TopKV2Options", tag: 34, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.13.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(1, ElemSet(0x200010))], runtime: "2.13.0" },
                VersionRule { version: 3, when: &[VersionCondition::ResultElem(1, ElemSet(0x200010))], runtime: "2.13.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.7.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.transpose"),
        summary: Borrowed("Permutes the dimensions."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000b8716d)), takes: Borrowed("32-bit signless integer or 32-bit float or 16-bit float or bfloat16 type or 8-bit signless integer or 8-bit unsigned integer or QI8 type or QUI8 type or 4-bit signless integer or QI4 type or TFLite quint8 type or 1-bit signless integer or 64-bit signless integer or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x4600b9ff7d), rank: RankRule::AtMost(8) }) },
            ValueSpec { name: Borrowed("perm"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("operand 0 is at most 8-D"), when: When::Late, holds: super::verify::effective_rank_at_most, args: Borrowed(&[Arg::Operand(0), Arg::Number(8)]) },
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x140801), // Pure SameScale RuntimeTyped FreeQuantizedAxis
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 39,
            builtin_name: "TRANSPOSE",
            options: Some(OptionsSpec { table: "TransposeOptions", tag: 26, second: false, written: false }),
            versions: &[
                VersionRule { version: 9, when: &[VersionCondition::OperandElem(0, ElemSet(0x1000))], runtime: "2.23.0" },
                VersionRule { version: 8, when: &[VersionCondition::OperandRankOver(0, 6)], runtime: "2.22.0" },
                VersionRule { version: 8, when: &[VersionCondition::OperandElem(0, ElemSet(0x2000))], runtime: "2.22.0" },
                VersionRule { version: 7, when: &[VersionCondition::OperandElem(0, ElemSet(0x80004))], runtime: "2.14.4" },
                VersionRule { version: 6, when: &[VersionCondition::OperandRankOver(0, 5)], runtime: "2.12.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.4.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandRankOver(0, 4)], runtime: "2.3.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x1))], runtime: "1.15.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.6.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::transpose), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.transpose_conv"),
        summary: Borrowed("Gradient of a 2-D convolution by its input, bias and fused activation."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("output_shape"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Exactly(4), kernels: None },
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04000)), takes: Borrowed("32-bit float or QI8 type or QUI8 type or QI16 type"), rank: RankRule::Exactly(4), kernels: None },
            ValueSpec { name: Borrowed("bias"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x404040)), takes: Borrowed("32-bit float or QI32 type or 64-bit signless integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x404060), rank: RankRule::Exactly(1) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(2), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("padding"), kind: AttrKind::Enum(&PADDING), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_h"), kind: AttrKind::Int(32), limit: Some(AttrLimit::Positive), presence: Presence::Required, slot: Some(Slot { id: 2, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("stride_w"), kind: AttrKind::Int(32), limit: Some(AttrLimit::Positive), presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 3, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("quantized_bias_type"), kind: AttrKind::Type, limit: None, presence: Presence::Default(DefaultValue::Type(Borrowed("f32"))), slot: Some(Slot { id: 4, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(2), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 67,
            builtin_name: "TRANSPOSE_CONV",
            options: Some(OptionsSpec { table: "TransposeConvOptions", tag: 49, second: false, written: true }),
            versions: &[
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x200010)), VersionCondition::AttrTypeIsNot("quantized_bias_type", "f32")], runtime: "2.15.0" },
                VersionRule { version: 4, when: &[VersionCondition::AttrWordIsNot("fused_activation_function", "NONE")], runtime: "2.13.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandPresent(3)], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(1, ElemSet(0x100008))], runtime: "2.2.0" },
                VersionRule { version: 1, when: &[], runtime: "1.9.0" },
            ],
        }),
        arithmetic: Some(core_ir::Arithmetic::TransposedWeights),
        hooks: Hooks { verify: Some(super::verify::transpose_conv), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.unidirectional_sequence_lstm"),
        summary: Borrowed("An LSTM over a sequence."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::AtLeast(2), kernels: None },
            ValueSpec { name: Borrowed("input_to_input_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("input_to_forget_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("input_to_cell_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("input_to_output_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("recurrent_to_input_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::AtMost(2), kernels: None },
            ValueSpec { name: Borrowed("recurrent_to_forget_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::AtMost(2), kernels: None },
            ValueSpec { name: Borrowed("recurrent_to_cell_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::AtMost(2), kernels: None },
            ValueSpec { name: Borrowed("recurrent_to_output_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::AtMost(2), kernels: None },
            ValueSpec { name: Borrowed("cell_to_input_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("cell_to_forget_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("cell_to_output_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("input_gate_bias"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("forget_gate_bias"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("cell_bias"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("output_gate_bias"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("projection_weights"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Exactly(2), kernels: None },
            ValueSpec { name: Borrowed("projection_bias"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Exactly(1), kernels: None },
            ValueSpec { name: Borrowed("input_activation_state"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("input_cell_state"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("input_layer_norm_coefficients"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("forget_layer_norm_coefficients"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("cell_layer_norm_coefficients"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("output_layer_norm_coefficients"), arity: Arity::Optional, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("cell_clip"), kind: AttrKind::F32, limit: Some(AttrLimit::NonNegative), presence: Presence::Default(DefaultValue::Float(0.0)), slot: Some(Slot { id: 1, scalar: Scalar::F32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("proj_clip"), kind: AttrKind::F32, limit: Some(AttrLimit::NonNegative), presence: Presence::Default(DefaultValue::Float(0.0)), slot: Some(Slot { id: 2, scalar: Scalar::F32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("time_major"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 3, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("asymmetric_quantize_inputs"), kind: AttrKind::Bool, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 4, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("diagonal_recurrent_tensors"), kind: AttrKind::Bool, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 5, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("input_to_input_intermediate"), kind: AttrKind::Type, limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("input_to_forget_intermediate"), kind: AttrKind::Type, limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("input_to_cell_intermediate"), kind: AttrKind::Type, limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("input_to_output_intermediate"), kind: AttrKind::Type, limit: None, presence: Presence::Optional, slot: None },
            AttrSpec { name: Borrowed("effective_hidden_scale_intermediate"), kind: AttrKind::Type, limit: None, presence: Presence::Optional, slot: None },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("the optional peephole weights should all be specified or none"), when: When::Early, holds: super::verify::peephole, args: Borrowed(&[Arg::Operand(1), Arg::Operand(9), Arg::Operand(10), Arg::Operand(11)]) },
            Constraint { sentence: Borrowed("either projection weight must be specified or both projection weight and projection bias must not be specified"), when: When::Early, holds: core_ir::constraint::required_by, args: Borrowed(&[Arg::Operand(16), Arg::Operand(17)]) },
            Constraint { sentence: Borrowed("the cifg inputs should all be specified or none"), when: When::Early, holds: super::verify::cifg, args: Borrowed(&[Arg::Operand(1), Arg::Operand(5), Arg::Operand(9), Arg::Operand(12), Arg::Operand(20)]) },
            Constraint { sentence: Borrowed("the input and result tensor elemental types must be same"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0xc1000), // Stateful RuntimeTyped InfersTypes
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 44,
            builtin_name: "UNIDIRECTIONAL_SEQUENCE_LSTM",
            options: Some(OptionsSpec { table: "UnidirectionalSequenceLSTMOptions", tag: 71, second: false, written: true }),
            versions: &[
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010)), VersionCondition::OperandElem(2, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x200010))], runtime: "" },
                VersionRule { version: 4, when: &[VersionCondition::AttrIntIs("diagonal_recurrent_tensors", 1)], runtime: "2.12.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000)), VersionCondition::OperandElem(2, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000)), VersionCondition::AttrIntIs("asymmetric_quantize_inputs", 1)], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000)), VersionCondition::OperandElem(2, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.13.1" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::unidirectional_sequence_lstm), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.unidirectional_sequence_rnn"),
        summary: Borrowed("A recurrent network over a sequence."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("input_to_input_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("recurrent_to_input_weights"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x104000)), takes: Borrowed("32-bit float or QI8 type"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("input_gate_bias"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("hidden_state"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Exactly(2), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4000)), takes: Borrowed("32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("time_major"), kind: AttrKind::Bool, limit: None, presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("fused_activation_function"), kind: AttrKind::Enum(&ACTIVATION_FUNCTION_TYPE), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I8, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("asymmetric_quantize_inputs"), kind: AttrKind::Bool, limit: None, presence: Presence::Optional, slot: Some(Slot { id: 2, scalar: Scalar::Bool, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
            Constraint { sentence: Borrowed("input and constant value operands must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(1), Arg::Operand(2)]) },
        ]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 35,
            builtin_name: "UNIDIRECTIONAL_SEQUENCE_RNN",
            options: Some(OptionsSpec { table: "SequenceRNNOptions", tag: 31, second: false, written: true }),
            versions: &[
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000)), VersionCondition::AttrIntIs("asymmetric_quantize_inputs", 1)], runtime: "2.3.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(1, ElemSet(0x100008)), VersionCondition::ResultElem(0, ElemSet(0x4000))], runtime: "1.14.0" },
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.unique"),
        summary: Borrowed("The distinct elements in the order of their first appearance, and for each element the index of its."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04178)), takes: Borrowed("8-bit signless integer or QI8 type or 8-bit unsigned integer or QUI8 type or 16-bit signless integer or QI16 type or 32-bit signless integer or 64-bit signless integer or 32-bit float"), rank: RankRule::Exactly(1), kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0xb04178)), takes: Borrowed("8-bit signless integer or QI8 type or 8-bit unsigned integer or QUI8 type or 16-bit signless integer or QI16 type or 32-bit signless integer or 64-bit signless integer or 32-bit float"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("idx"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x60)), takes: Borrowed("32/64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("idx_out_type"), kind: AttrKind::Type, limit: None, presence: Presence::Derived, slot: Some(Slot { id: 0, scalar: Scalar::I8, default: 2.0, source: SlotSource::ResultElem(1) }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 103,
            builtin_name: "UNIQUE",
            options: Some(OptionsSpec { table: "UniqueOptions", tag: 80, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.14.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.unpack"),
        summary: Borrowed("Parts along a dimension, which is removed."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x600b07139)), takes: Borrowed("32-bit float or 16-bit float or bfloat16 type or f8E4M3FN type or f8E5M2 type or 1-bit signless integer or 8-bit signless integer or 8-bit unsigned integer or 32-bit signless integer or QI8 type or QUI8 type or 16-bit signless integer or QI16 type"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x600b07139), rank: RankRule::AtLeast(1) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("outputs"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x600b07139)), takes: Borrowed("32-bit float or 16-bit float or bfloat16 type or f8E4M3FN type or f8E5M2 type or 1-bit signless integer or 8-bit signless integer or 8-bit unsigned integer or 32-bit signless integer or QI8 type or QUI8 type or 16-bit signless integer or QI16 type"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("num"), kind: AttrKind::Int(32), limit: Some(AttrLimit::NonNegative), presence: Presence::Required, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("axis"), kind: AttrKind::Int(32), limit: None, presence: Presence::Required, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0xe0801), // Pure SameScale SameOperandsAndResultElementType RuntimeTyped InfersTypes
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 88,
            builtin_name: "UNPACK",
            options: Some(OptionsSpec { table: "UnpackOptions", tag: 64, second: false, written: true }),
            versions: &[
                VersionRule { version: 6, when: &[VersionCondition::OperandElem(0, ElemSet(0x600000000))], runtime: "2.23.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x100008))], runtime: "1.14.0" },
                VersionRule { version: 2, when: &[VersionCondition::OperandElem(0, ElemSet(0x4000800100))], runtime: "1.14.0" },
                VersionRule { version: 3, when: &[VersionCondition::OperandElem(0, ElemSet(0x1))], runtime: "2.2.0" },
                VersionRule { version: 4, when: &[VersionCondition::OperandElem(0, ElemSet(0x200010))], runtime: "2.3.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x1000))], runtime: "2.22.0" },
                VersionRule { version: 5, when: &[VersionCondition::OperandElem(0, ElemSet(0x2000))], runtime: "2.22.0" },
                VersionRule { version: 1, when: &[], runtime: "1.11.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::unpack), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.unsorted_segment_max"),
        summary: Borrowed("Maximum of the rows of each segment."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4020)), takes: Borrowed("32-bit float or 32-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("segment_ids"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("num_segments"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 154,
            builtin_name: "UNSORTED_SEGMENT_MAX",
            options: Some(OptionsSpec { table: "UnsortedSegmentMaxOptions", tag: 119, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.10.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.unsorted_segment_min"),
        summary: Borrowed("Minimum of the rows of each segment."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4020)), takes: Borrowed("32-bit float or 32-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("segment_ids"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("num_segments"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 157,
            builtin_name: "UNSORTED_SEGMENT_MIN",
            options: Some(OptionsSpec { table: "UnsortedSegmentMinOptions", tag: 120, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.11.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.unsorted_segment_prod"),
        summary: Borrowed("Product of the rows of each segment."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4020)), takes: Borrowed("32-bit float or 32-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("segment_ids"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("num_segments"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 153,
            builtin_name: "UNSORTED_SEGMENT_PROD",
            options: Some(OptionsSpec { table: "UnsortedSegmentProdOptions", tag: 118, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.10.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.unsorted_segment_sum"),
        summary: Borrowed("Sum of the rows of each segment."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4020)), takes: Borrowed("32-bit float or 32-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("segment_ids"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
            ValueSpec { name: Borrowed("num_segments"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x20)), takes: Borrowed("32-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[
            Constraint { sentence: Borrowed("input and output must have same element type"), when: When::Late, holds: core_ir::constraint::same_elem, args: Borrowed(&[Arg::Operand(0), Arg::Result(0)]) },
        ]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 155,
            builtin_name: "UNSORTED_SEGMENT_SUM",
            options: Some(OptionsSpec { table: "UnsortedSegmentSumOptions", tag: 121, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.10.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.var_handle"),
        summary: Borrowed("A handle to a variable."),
        operands: Borrowed(&[]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("resource_handle"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x2000000)), takes: Borrowed("TensorFlow resource type"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("container"), kind: AttrKind::Str, limit: None, presence: Presence::Default(DefaultValue::Str(Borrowed(""))), slot: Some(Slot { id: 0, scalar: Scalar::Str, default: 0.0, source: SlotSource::Attr }) },
            AttrSpec { name: Borrowed("shared_name"), kind: AttrKind::Str, limit: None, presence: Presence::Default(DefaultValue::Str(Borrowed(""))), slot: Some(Slot { id: 1, scalar: Scalar::Str, default: 0.0, source: SlotSource::Attr }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x41000), // Stateful RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 142,
            builtin_name: "VAR_HANDLE",
            options: Some(OptionsSpec { table: "VarHandleOptions", tag: 111, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "2.6.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.where"),
        summary: Borrowed("Coordinates of the elements that are not zero, one row each."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("condition"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4569)), takes: Borrowed("1-bit signless integer or 32-bit float or 32/64-bit signless integer or 8-bit signless integer or 8-bit unsigned integer or 32-bit unsigned integer"), rank: RankRule::Any, kernels: Some(KernelRule { elems: ElemSet(0x904569), rank: RankRule::AtLeast(1) }) },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("index"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x40)), takes: Borrowed("64-bit signless integer"), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40001), // Pure RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 109,
            builtin_name: "WHERE",
            options: Some(OptionsSpec { table: "WhereOptions", tag: 85, second: false, written: false }),
            versions: &[
                VersionRule { version: 1, when: &[VersionCondition::OperandElem(0, ElemSet(0x1))], runtime: "1.14.0" },
                VersionRule { version: 2, when: &[], runtime: "2.8.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.while"),
        summary: Borrowed("Runs the body region while the cond region yields true."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::Variadic, form: Form::Tensor, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[
            AttrSpec { name: Borrowed("is_stateless"), kind: AttrKind::Bool, limit: None, presence: Presence::Default(DefaultValue::Bool(false)), slot: None },
            AttrSpec { name: Borrowed("cond_subgraph_index"), kind: AttrKind::Symbol, limit: None, presence: Presence::Derived, slot: Some(Slot { id: 0, scalar: Scalar::I32, default: 0.0, source: SlotSource::Region(0) }) },
            AttrSpec { name: Borrowed("body_subgraph_index"), kind: AttrKind::Symbol, limit: None, presence: Presence::Derived, slot: Some(Slot { id: 1, scalar: Scalar::I32, default: 0.0, source: SlotSource::Region(1) }) },
        ]),
        constraints: Borrowed(&[]),
        traits: Traits(0x845000), // Stateful SingleBlock RuntimeTyped LoopLike
        regions: Some(2),
        tflite: Some(TfliteSpec {
            builtin: 119,
            builtin_name: "WHILE",
            options: Some(OptionsSpec { table: "WhileOptions", tag: 93, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.15.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: Some(super::verify::while_regions), infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.yield"),
        summary: Borrowed("Ends a region."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("operands"), arity: Arity::Variadic, form: Form::Anything, elems: ElemRule::Any, takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x40041), // Pure Terminator RuntimeTyped
        regions: Some(0),
        tflite: None,
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
    OpSpec {
        name: Borrowed("tfl.zeros_like"),
        summary: Borrowed("Zeros in the shape and type of the input."),
        operands: Borrowed(&[
            ValueSpec { name: Borrowed("input"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::In(ElemSet(0x4060)), takes: Borrowed("64-bit signless integer or 32-bit signless integer or 32-bit float"), rank: RankRule::Any, kernels: None },
        ]),
        results: Borrowed(&[
            ValueSpec { name: Borrowed("output"), arity: Arity::One, form: Form::Tensor, elems: ElemRule::SameAsOperand(0), takes: Borrowed(""), rank: RankRule::Any, kernels: None },
        ]),
        attrs: Borrowed(&[]),
        constraints: Borrowed(&[]),
        traits: Traits(0x4000d), // Pure Elementwise SameOperandsAndResultType RuntimeTyped
        regions: Some(0),
        tflite: Some(TfliteSpec {
            builtin: 93,
            builtin_name: "ZEROS_LIKE",
            options: Some(OptionsSpec { table: "ZerosLikeOptions", tag: 67, second: false, written: true }),
            versions: &[
                VersionRule { version: 1, when: &[], runtime: "1.12.0" },
            ],
        }),
        arithmetic: None,
        hooks: Hooks { verify: None, infer: None },
    },
];

/// The index in [`OPS`] of each builtin's row, sorted by builtin number. Of two rows of one builtin (`LSTM`)
/// the general one is here.
pub(super) static BUILTINS: &[(i32, u16)] = &[
    (0, 2), (1, 8), (2, 25), (3, 27), (4, 37), (5, 36), (6, 38), (7, 43), (8, 51), (9, 54), (10, 64), (11, 68),
    (12, 69), (13, 73), (14, 79), (15, 80), (16, 81), (17, 84), (18, 89), (19, 121), (20, 124), (21, 122), (22, 125), (23, 126),
    (24, 132), (25, 144), (26, 146), (27, 203), (28, 204), (29, 24), (30, 142), (31, 19), (32, 32), (33, 44), (34, 98), (35, 210),
    (36, 55), (37, 11), (38, 145), (39, 207), (40, 86), (41, 201), (42, 40), (43, 153), (44, 209), (45, 200), (46, 13), (47, 46),
    (48, 206), (49, 148), (50, 75), (51, 34), (52, 12), (53, 21), (54, 103), (55, 85), (56, 4), (57, 87), (58, 71), (59, 91),
    (60, 99), (61, 58), (62, 59), (63, 72), (64, 137), (65, 143), (66, 141), (67, 208), (68, 147), (69, 205), (70, 47), (71, 45),
    (72, 95), (73, 74), (74, 202), (75, 150), (76, 134), (77, 139), (78, 102), (79, 5), (80, 49), (81, 119), (82, 117), (83, 97),
    (84, 78), (85, 96), (86, 76), (87, 77), (88, 212), (89, 118), (90, 52), (91, 116), (92, 151), (93, 221), (94, 50), (95, 53),
    (96, 111), (97, 127), (98, 70), (99, 152), (100, 88), (101, 1), (102, 149), (103, 211), (104, 22), (105, 129), (106, 3), (107, 56),
    (108, 30), (109, 218), (110, 112), (111, 42), (112, 128), (113, 82), (114, 108), (115, 83), (116, 133), (117, 60), (118, 66), (119, 219),
    (120, 93), (121, 94), (122, 135), (123, 138), (124, 35), (125, 136), (126, 10), (127, 100), (128, 31), (129, 20), (130, 17), (131, 130),
    (132, 28), (133, 67), (134, 114), (135, 23), (136, 61), (137, 62), (138, 63), (139, 65), (140, 115), (141, 29), (142, 217), (143, 113),
    (144, 6), (145, 16), (146, 109), (147, 18), (148, 110), (149, 90), (150, 57), (151, 41), (152, 123), (153, 215), (154, 213), (155, 216),
    (156, 7), (157, 214), (158, 140), (159, 14), (160, 15), (161, 131), (162, 177), (163, 155), (164, 168), (165, 180), (166, 178), (167, 188),
    (168, 160), (169, 163), (170, 157), (171, 165), (172, 194), (173, 167), (174, 185), (175, 154), (176, 156), (177, 166), (178, 172), (179, 173),
    (180, 176), (181, 179), (182, 181), (183, 182), (184, 184), (185, 187), (186, 190), (187, 192), (188, 196), (189, 197), (190, 191), (191, 161),
    (192, 164), (193, 170), (194, 171), (195, 183), (196, 175), (197, 169), (198, 186), (199, 195), (200, 199), (201, 174), (202, 198), (203, 39),
    (204, 189), (205, 120), (206, 162), (207, 193), (208, 159), (209, 158),
];
