//! The `tfl` dialect: the operators of TensorFlow Lite.
//!
//! The rows come from `dialects/tables/tfl` by way of `cargo xtask codegen`; inference functions are attached when a
//! row is first asked for.

use std::borrow::Cow;
use std::sync::LazyLock;

use core_ir::registry::Dialect;
use core_ir::spec::OpSpec;

#[rustfmt::skip]
mod generated;
mod syntax;
mod verify;

pub use generated::{
    ACTIVATION_FUNCTION_TYPE, COMBINER_TYPE, CUSTOM_OPTIONS_FORMAT, DIMENSION_TYPE,
    FULLY_CONNECTED_OPTIONS_WEIGHTS_FORMAT, LSH_PROJECTION_TYPE, LSTM_KERNEL_TYPE, MIRROR_PAD_MODE, PADDING,
    REDUCE_WINDOW_FUNCTION, RNG_ALGORITHM, STABLEHLO_COMPARISON_DIRECTION, STABLEHLO_COMPARISON_TYPE,
    TENSOR_TYPE,
};

static ROWS: LazyLock<Vec<OpSpec>> = LazyLock::new(|| {
    let mut rows = generated::OPS.to_vec();
    for row in &mut rows {
        row.hooks.infer = crate::shape::infer_of(&row.name);
    }
    rows
});

/// Every operation of the dialect, sorted by name.
pub fn ops() -> &'static [OpSpec] {
    &ROWS
}

/// The operation with this full name, `tfl.conv_2d`.
pub fn find_op(name: &str) -> Option<&'static OpSpec> {
    let at = ROWS.binary_search_by(|row| row.name.as_ref().cmp(name)).ok()?;
    ROWS.get(at)
}

/// The operation of a `BuiltinOperator` number. `LSTM` is `tfl.lstm`; with the kernel type `BASIC` it is
/// `tfl.basic_lstm`, which the caller tells by the options.
pub fn builtin(number: i32) -> Option<&'static OpSpec> {
    let at = generated::BUILTINS.binary_search_by_key(&number, |entry| entry.0).ok()?;
    ROWS.get(usize::from(generated::BUILTINS[at].1))
}

/// The [`core_ir::spec::ElemSet`] name of the element type with a `TensorType` number. The schema does not say
/// whether an integer is quantized; the tensor's quantization table does.
pub fn tensor_type_elem(number: i32) -> Option<&'static str> {
    TENSOR_TYPE_ELEMS.iter().find(|entry| entry.0 == number).map(|entry| entry.1)
}

/// The `TensorType` number that stores the element type with an [`core_ir::spec::ElemSet`] name; a quantized type is
/// stored as its integer.
pub fn elem_tensor_type(elem: &str) -> Option<i32> {
    let storage = match elem {
        "qi2" => "i2",
        "qi4" => "i4",
        "qi8" | "qint8" => "i8",
        "qi16" | "qint16" => "i16",
        "qi32" | "qint32" => "i32",
        "qui4" => "ui4",
        "qui8" | "quint8" => "ui8",
        "qui16" | "quint16" => "ui16",
        "qui32" => "ui32",
        other => other,
    };
    TENSOR_TYPE_ELEMS.iter().find(|entry| entry.1 == storage).map(|entry| entry.0)
}

/// The element type of each `TensorType`.
const TENSOR_TYPE_ELEMS: &[(i32, &str)] = &[
    (0, "f32"),
    (1, "f16"),
    (2, "i32"),
    (3, "ui8"),
    (4, "i64"),
    (5, "str"),
    (6, "i1"),
    (7, "i16"),
    (8, "c64"),
    (9, "i8"),
    (10, "f64"),
    (11, "c128"),
    (12, "ui64"),
    (13, "resource"),
    (14, "variant"),
    (15, "ui32"),
    (16, "ui16"),
    (17, "i4"),
    (18, "bf16"),
    (19, "i2"),
    (20, "ui4"),
    (21, "f8E4M3FN"),
    (22, "f8E5M2"),
];

static DIALECT: Dialect = Dialect {
    formats: Some(&syntax::FORMATS),
    ..Dialect::new(
        "tfl",
        |name| find_op(name).map(Cow::Borrowed),
        || ops().iter().map(|row| row.name.to_string()).collect(),
    )
};
inventory::submit! { &DIALECT as &'static Dialect }

/// Operands that hold state from one run to the next, by operation: their tensors are variables. LiteRT's op
/// definitions call them `GetStatefulOperands`.
const STATEFUL_OPERANDS: &[(&str, &[usize])] = &[
    ("tfl.lstm", &[18, 19]),
    ("tfl.unidirectional_sequence_lstm", &[18, 19]),
    ("tfl.bidirectional_sequence_lstm", &[35, 36, 37, 38]),
    ("tfl.unidirectional_sequence_rnn", &[4]),
    ("tfl.svdf", &[4]),
];

/// Whether operand `index` of the operation called `op` holds state.
pub fn is_stateful_operand(op: &str, index: usize) -> bool {
    STATEFUL_OPERANDS.iter().any(|row| row.0 == op && row.1.contains(&index))
}

#[cfg(test)]
mod tests;
