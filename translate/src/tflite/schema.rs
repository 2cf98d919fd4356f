//! Field numbers of the TFLite schema's fixed tables.
//!
//! Facts of LiteRT's `schema.fbs`, named as there. The options tables of operators are not here: they are in the op
//! rows ([`core_ir::spec::Slot`]).

macro_rules! tables {
    ($($(#[$doc:meta])* $table:ident { $($field:ident = $id:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[allow(dead_code)]
        pub(super) mod $table {
            $(pub(in crate::tflite) const $field: u16 = $id;)*
        }
    )*};
}

tables! {
    /// `Model`, the root.
    model {
        VERSION = 0, OPERATOR_CODES = 1, SUBGRAPHS = 2, DESCRIPTION = 3, BUFFERS = 4, METADATA_BUFFER = 5,
        METADATA = 6, SIGNATURE_DEFS = 7, EXTERNAL_BUFFER_GROUPS = 8, EXTERNAL_BUFFERS = 9,
    }
    operator_code { DEPRECATED_BUILTIN_CODE = 0, CUSTOM_CODE = 1, VERSION = 2, BUILTIN_CODE = 3 }
    sub_graph { TENSORS = 0, INPUTS = 1, OUTPUTS = 2, OPERATORS = 3, NAME = 4, DEBUG_METADATA_INDEX = 5 }
    tensor {
        SHAPE = 0, TYPE = 1, BUFFER = 2, NAME = 3, QUANTIZATION = 4, IS_VARIABLE = 5, SPARSITY = 6,
        SHAPE_SIGNATURE = 7, HAS_RANK = 8, VARIANT_TENSORS = 9, EXTERNAL_BUFFER = 10,
    }
    quantization_parameters {
        MIN = 0, MAX = 1, SCALE = 2, ZERO_POINT = 3, DETAILS_TYPE = 4, DETAILS = 5, QUANTIZED_DIMENSION = 6,
    }
    variant_sub_type { SHAPE = 0, TYPE = 1, HAS_RANK = 2 }
    sparsity_parameters { TRAVERSAL_ORDER = 0, BLOCK_MAP = 1, DIM_METADATA = 2 }
    dimension_metadata {
        FORMAT = 0, DENSE_SIZE = 1, ARRAY_SEGMENTS_TYPE = 2, ARRAY_SEGMENTS = 3, ARRAY_INDICES_TYPE = 4,
        ARRAY_INDICES = 5,
    }
    /// `Int32Vector`, `Uint16Vector` and `Uint8Vector`, the members of the union `SparseIndexVector`.
    sparse_index_vector { VALUES = 0 }
    operator {
        OPCODE_INDEX = 0, INPUTS = 1, OUTPUTS = 2, BUILTIN_OPTIONS_TYPE = 3, BUILTIN_OPTIONS = 4, CUSTOM_OPTIONS = 5,
        CUSTOM_OPTIONS_FORMAT = 6, MUTATING_VARIABLE_INPUTS = 7, INTERMEDIATES = 8, LARGE_CUSTOM_OPTIONS_OFFSET = 9,
        LARGE_CUSTOM_OPTIONS_SIZE = 10, BUILTIN_OPTIONS_2_TYPE = 11, BUILTIN_OPTIONS_2 = 12, DEBUG_METADATA_INDEX = 13,
    }
    buffer { DATA = 0, OFFSET = 1, SIZE = 2 }
    metadata { NAME = 0, BUFFER = 1 }
    tensor_map { NAME = 0, TENSOR_INDEX = 1 }
    signature_def { INPUTS = 0, OUTPUTS = 1, SIGNATURE_KEY = 2, DEPRECATED_TAG = 3, SUBGRAPH_INDEX = 4 }
}

/// The version of the schema, in `Model.version`.
pub(super) const SCHEMA_VERSION: u32 = 3;

/// Bytes 4 to 8 of every file.
pub(super) const FILE_IDENTIFIER: &str = "TFL3";

/// `BuiltinOperator.CUSTOM`
pub(super) const BUILTIN_CUSTOM: i32 = 32;

/// `BuiltinOperator.PLACEHOLDER_FOR_GREATER_OP_CODES`: what `deprecated_builtin_code` holds for greater codes.
pub(super) const BUILTIN_PLACEHOLDER: i32 = 127;

/// Members of the union `SparseIndexVector`.
pub(super) mod sparse_index_type {
    pub(in crate::tflite) const INT32: u8 = 1;
    pub(in crate::tflite) const UINT16: u8 = 2;
    pub(in crate::tflite) const UINT8: u8 = 3;
}

/// The greatest size of a flatbuffer: offsets are signed 32 bit numbers in some readers.
pub(super) const MAX_FLATBUFFER_BYTES: u64 = (1 << 31) - 1;

/// The name of the metadata that holds the first runtime release which runs the model.
pub(super) const MIN_RUNTIME_VERSION: &str = "min_runtime_version";

/// The metadata that marks files whose buffers are behind the flatbuffer, and its contents.
pub(super) const BUFFER_LOCATION: (&str, &str) = ("buffer_location", "outside flatbuffers");

/// Attributes of recurrent operations that hold the types of tensors inside the operation, in the order of
/// `Operator.intermediates`.
pub(super) const INTERMEDIATES: &[&str] = &[
    "input_to_input_intermediate",
    "input_to_forget_intermediate",
    "input_to_cell_intermediate",
    "input_to_output_intermediate",
    "effective_hidden_scale_intermediate",
];

/// Operations whose regions become subgraphs: the options table, whether the regions are a loop, whose subgraphs take
/// what the operation takes, and the names the subgraphs get.
pub(super) const REGION_OPTIONS: &[(&str, bool, [&str; 2])] =
    &[("WhileOptions", true, ["cond", "body"]), ("IfOptions", false, ["then", "else"])];
