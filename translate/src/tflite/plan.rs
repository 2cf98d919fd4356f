//! The contents of a file that is being written, by value: the schema's tables without the bytes of constants.

use super::buffers::Buffers;
use super::quantization::QuantizationParameters;
use super::sparsity::SparsityParameters;
use super::table::Fields;

/// A `Model`.
pub(super) struct ModelPlan {
    pub(super) operator_codes: Vec<OperatorCode>,
    pub(super) subgraphs: Vec<SubGraphPlan>,
    pub(super) description: Vec<u8>,
    pub(super) buffers: Buffers,
    /// Names and buffers.
    pub(super) metadata: Vec<(Vec<u8>, u32)>,
    pub(super) signatures: Vec<SignaturePlan>,
}

/// An `OperatorCode`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct OperatorCode {
    pub(super) builtin: i32,
    pub(super) custom: Option<Vec<u8>>,
    pub(super) version: i32,
}

/// A `SubGraph`.
#[derive(Default)]
pub(super) struct SubGraphPlan {
    pub(super) name: Vec<u8>,
    pub(super) tensors: Vec<TensorPlan>,
    pub(super) inputs: Vec<i32>,
    pub(super) outputs: Vec<i32>,
    pub(super) operators: Vec<OperatorPlan>,
}

/// The shape and the element type of a `Tensor` or a `VariantSubType`.
#[derive(Clone, Debug, Default)]
pub(super) struct TensorShape {
    /// 1 for an open dimension.
    pub(super) shape: Vec<i32>,
    /// -1 for an open dimension; `None` when no dimension is open.
    pub(super) signature: Option<Vec<i32>>,
    pub(super) has_rank: bool,
    pub(super) tensor_type: i8,
}

/// A `Tensor`.
pub(super) struct TensorPlan {
    pub(super) shape: TensorShape,
    pub(super) buffer: u32,
    pub(super) name: Vec<u8>,
    pub(super) quantization: Option<QuantizationParameters>,
    pub(super) sparsity: Option<SparsityParameters>,
    pub(super) is_variable: bool,
    pub(super) variant: Vec<TensorShape>,
}

/// The options of an operator.
pub(super) enum OptionsPlan {
    None,
    /// A member of `BuiltinOptions` or, when `second`, of `BuiltinOptions2`.
    Builtin {
        tag: u8,
        second: bool,
        fields: Fields,
    },
    /// `custom_options`
    Custom(Vec<u8>),
}

/// An `Operator`.
pub(super) struct OperatorPlan {
    /// An index into the operator codes.
    pub(super) code: u32,
    pub(super) inputs: Vec<i32>,
    pub(super) outputs: Vec<i32>,
    pub(super) intermediates: Vec<i32>,
    pub(super) options: OptionsPlan,
}

/// A `SignatureDef`.
pub(super) struct SignaturePlan {
    pub(super) key: Vec<u8>,
    pub(super) subgraph: u32,
    /// Names and tensors, sorted by name.
    pub(super) inputs: Vec<(Vec<u8>, u32)>,
    pub(super) outputs: Vec<(Vec<u8>, u32)>,
}

impl ModelPlan {
    /// Gives buffers the numbers they have after merging.
    pub(super) fn renumber(&mut self, renumbered: &[u32]) {
        for tensor in self.subgraphs.iter_mut().flat_map(|subgraph| &mut subgraph.tensors) {
            tensor.buffer = renumbered[tensor.buffer as usize];
        }
        for (_, number) in &mut self.metadata {
            *number = renumbered[*number as usize];
        }
    }
}
