//! The structure of a file as bytes, and where its buffers come to lie behind it.

use super::buffers::{ALIGNMENT, Contents};
use super::plan::TensorShape;
use super::plan::{
    ModelPlan, OperatorCode, OperatorPlan, OptionsPlan, SignaturePlan, SubGraphPlan, TensorPlan,
};
use super::schema::{
    BUILTIN_PLACEHOLDER, FILE_IDENTIFIER, SCHEMA_VERSION, buffer, metadata, model, operator, operator_code,
    signature_def, sub_graph, tensor, tensor_map, variant_sub_type,
};
use super::table::{self, Builder, Child, Field};

/// Where the bytes of a buffer are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The number of the buffer.
    pub(super) buffer: usize,
    /// Whether they are a flatbuffer vector, with the length before them.
    pub(super) inside: bool,
    /// The first byte.
    pub(super) start: u64,
}

/// The structure of a file.
pub(super) struct Structure {
    /// The flatbuffer without the data of buffers.
    pub(super) bytes: Vec<u8>,
    /// The buffers that have data, in the order of their places.
    pub(super) places: Vec<Place>,
    /// The size of what offsets of the flatbuffer reach.
    pub(super) inside: u64,
    /// The size of the file.
    pub(super) total: u64,
}

/// A field of a `Buffer` that is filled in when all places are known, as its distance from the flatbuffer's end.
enum Patch {
    Data(usize),
    OffsetAndSize(usize, usize),
}

impl Structure {
    /// Builds the flatbuffer. With `outside`, constants are put behind it.
    pub(super) fn build(plan: &ModelPlan, buffers: &[Contents], lengths: &[u64], outside: bool) -> Self {
        let mut fbb = Builder::new();
        let (list, patches) = write_buffers(&mut fbb, buffers, outside);
        let mut fields =
            vec![(model::VERSION, Field::U32(SCHEMA_VERSION)), (model::BUFFERS, Field::Child(list))];
        let codes: Vec<Child> = plan.operator_codes.iter().map(|code| write_code(&mut fbb, code)).collect();
        fields.push((model::OPERATOR_CODES, Field::Child(table::children(&mut fbb, &codes))));
        let subgraphs: Vec<Child> =
            plan.subgraphs.iter().map(|subgraph| write_subgraph(&mut fbb, subgraph)).collect();
        fields.push((model::SUBGRAPHS, Field::Child(table::children(&mut fbb, &subgraphs))));
        fields.push((model::DESCRIPTION, Field::Child(table::string(&mut fbb, &plan.description))));
        let entries: Vec<Child> =
            plan.metadata.iter().map(|(name, number)| write_metadata(&mut fbb, name, *number)).collect();
        fields.push((model::METADATA, Field::Child(table::children(&mut fbb, &entries))));
        if !plan.signatures.is_empty() {
            let list: Vec<Child> =
                plan.signatures.iter().map(|signature| write_signature(&mut fbb, signature)).collect();
            fields.push((model::SIGNATURE_DEFS, Field::Child(table::children(&mut fbb, &list))));
        }
        let root = table::table(&mut fbb, fields);
        fbb.finish(root, Some(FILE_IDENTIFIER));
        Self::place(fbb.finished_data().to_vec(), &patches, lengths)
    }

    fn place(mut bytes: Vec<u8>, patches: &[(usize, Patch)], lengths: &[u64]) -> Self {
        let end = bytes.len();
        let mut at = end as u64;
        let mut places = Vec::new();
        // Vectors first: offsets of the flatbuffer reach only 2 GiB.
        for (number, patch) in patches {
            if let Patch::Data(back) = *patch {
                let start = (at + 4).next_multiple_of(ALIGNMENT);
                // An offset that does not fit is of a file that is too large, which the caller sees by its size.
                let offset = (start - 4) as u32;
                let field = end - back;
                bytes[field..field + 4].copy_from_slice(&offset.wrapping_sub(field as u32).to_le_bytes());
                places.push(Place { buffer: *number, inside: true, start });
                at = start + lengths[*number];
            }
        }
        let inside = at;
        for (number, patch) in patches {
            if let Patch::OffsetAndSize(offset, size) = *patch {
                let start = at.next_multiple_of(ALIGNMENT);
                bytes[end - offset..end - offset + 8].copy_from_slice(&start.to_le_bytes());
                bytes[end - size..end - size + 8].copy_from_slice(&lengths[*number].to_le_bytes());
                places.push(Place { buffer: *number, inside: false, start });
                at = start + lengths[*number];
            }
        }
        Self { bytes, places, inside, total: at.next_multiple_of(ALIGNMENT) }
    }
}

/// Writes the `Buffer`s with fields to be filled in.
fn write_buffers(fbb: &mut Builder, buffers: &[Contents], outside: bool) -> (Child, Vec<(usize, Patch)>) {
    let mut patches = Vec::new();
    let mut list = Vec::with_capacity(buffers.len());
    for (number, contents) in buffers.iter().enumerate() {
        let start = fbb.start_table();
        let mut field = |id: u16, field: Field| {
            table::push(fbb, id, field);
            fbb.unfinished_data().len()
        };
        match contents {
            Contents::Empty => {}
            Contents::Const { .. } if outside => {
                let size = field(buffer::SIZE, Field::U64(0));
                let offset = field(buffer::OFFSET, Field::U64(0));
                patches.push((number, Patch::OffsetAndSize(offset, size)));
            }
            Contents::Const { .. } | Contents::Bytes(_) => {
                patches.push((number, Patch::Data(field(buffer::DATA, Field::U32(0)))));
            }
        }
        let finished = fbb.end_table(start);
        list.push(Child::new(finished.value()));
    }
    (table::children(fbb, &list), patches)
}

fn write_code(fbb: &mut Builder, code: &OperatorCode) -> Child {
    let deprecated = code.builtin.min(BUILTIN_PLACEHOLDER) as i8;
    let mut fields = vec![
        (operator_code::DEPRECATED_BUILTIN_CODE, Field::I8(deprecated)),
        (operator_code::BUILTIN_CODE, Field::I32(code.builtin)),
    ];
    if code.version != 1 {
        fields.push((operator_code::VERSION, Field::I32(code.version)));
    }
    if let Some(custom) = &code.custom {
        fields.push((operator_code::CUSTOM_CODE, Field::Child(table::string(fbb, custom))));
    }
    table::table(fbb, fields)
}

fn write_metadata(fbb: &mut Builder, name: &[u8], number: u32) -> Child {
    let name = table::string(fbb, name);
    table::table(fbb, vec![(metadata::NAME, Field::Child(name)), (metadata::BUFFER, Field::U32(number))])
}

fn write_signature(fbb: &mut Builder, signature: &SignaturePlan) -> Child {
    let map = |fbb: &mut Builder, list: &[(Vec<u8>, u32)]| {
        let entries: Vec<Child> = list
            .iter()
            .map(|(name, tensor)| {
                let name = table::string(fbb, name);
                let fields = vec![
                    (tensor_map::NAME, Field::Child(name)),
                    (tensor_map::TENSOR_INDEX, Field::U32(*tensor)),
                ];
                table::table(fbb, fields)
            })
            .collect();
        Field::Child(table::children(fbb, &entries))
    };
    let inputs = map(fbb, &signature.inputs);
    let outputs = map(fbb, &signature.outputs);
    let key = table::string(fbb, &signature.key);
    let fields = vec![
        (signature_def::INPUTS, inputs),
        (signature_def::OUTPUTS, outputs),
        (signature_def::SIGNATURE_KEY, Field::Child(key)),
        (signature_def::SUBGRAPH_INDEX, Field::U32(signature.subgraph)),
    ];
    table::table(fbb, fields)
}

fn write_subgraph(fbb: &mut Builder, subgraph: &SubGraphPlan) -> Child {
    let tensors: Vec<Child> = subgraph.tensors.iter().map(|tensor| write_tensor(fbb, tensor)).collect();
    let operators: Vec<Child> =
        subgraph.operators.iter().map(|operator| write_operator(fbb, operator)).collect();
    let fields = vec![
        (sub_graph::TENSORS, Field::Child(table::children(fbb, &tensors))),
        (sub_graph::INPUTS, Field::Child(table::scalars(fbb, &subgraph.inputs))),
        (sub_graph::OUTPUTS, Field::Child(table::scalars(fbb, &subgraph.outputs))),
        (sub_graph::OPERATORS, Field::Child(table::children(fbb, &operators))),
        (sub_graph::NAME, Field::Child(table::string(fbb, &subgraph.name))),
    ];
    table::table(fbb, fields)
}

fn write_tensor(fbb: &mut Builder, plan: &TensorPlan) -> Child {
    let mut fields = vec![
        (tensor::SHAPE, Field::Child(table::scalars(fbb, &plan.shape.shape))),
        (tensor::BUFFER, Field::U32(plan.buffer)),
        (tensor::NAME, Field::Child(table::string(fbb, &plan.name))),
    ];
    if plan.shape.tensor_type != 0 {
        fields.push((tensor::TYPE, Field::I8(plan.shape.tensor_type)));
    }
    if let Some(quantization) = &plan.quantization {
        fields.push((tensor::QUANTIZATION, Field::Child(quantization.write(fbb))));
    }
    if let Some(sparsity) = &plan.sparsity {
        fields.push((tensor::SPARSITY, Field::Child(sparsity.write(fbb))));
    }
    if let Some(signature) = &plan.shape.signature {
        fields.push((tensor::SHAPE_SIGNATURE, Field::Child(table::scalars(fbb, signature))));
    }
    if plan.is_variable {
        fields.push((tensor::IS_VARIABLE, Field::Bool(true)));
    }
    if plan.shape.has_rank {
        fields.push((tensor::HAS_RANK, Field::Bool(true)));
    }
    if !plan.variant.is_empty() {
        let list: Vec<Child> = plan.variant.iter().map(|shape| write_variant(fbb, shape)).collect();
        fields.push((tensor::VARIANT_TENSORS, Field::Child(table::children(fbb, &list))));
    }
    table::table(fbb, fields)
}

fn write_variant(fbb: &mut Builder, shape: &TensorShape) -> Child {
    let dims = shape.signature.as_ref().unwrap_or(&shape.shape);
    let fields = vec![
        (variant_sub_type::SHAPE, Field::Child(table::scalars(fbb, dims))),
        (variant_sub_type::TYPE, Field::I8(shape.tensor_type)),
        (variant_sub_type::HAS_RANK, Field::Bool(shape.has_rank)),
    ];
    table::table(fbb, fields)
}

fn write_operator(fbb: &mut Builder, plan: &OperatorPlan) -> Child {
    let mut fields = vec![
        (operator::OPCODE_INDEX, Field::U32(plan.code)),
        (operator::INPUTS, Field::Child(table::scalars(fbb, &plan.inputs))),
        (operator::OUTPUTS, Field::Child(table::scalars(fbb, &plan.outputs))),
    ];
    if !plan.intermediates.is_empty() {
        fields.push((operator::INTERMEDIATES, Field::Child(table::scalars(fbb, &plan.intermediates))));
    }
    match &plan.options {
        OptionsPlan::None => {}
        OptionsPlan::Builtin { tag, second, fields: options } => {
            let (type_slot, slot) = match second {
                false => (operator::BUILTIN_OPTIONS_TYPE, operator::BUILTIN_OPTIONS),
                true => (operator::BUILTIN_OPTIONS_2_TYPE, operator::BUILTIN_OPTIONS_2),
            };
            fields.push((type_slot, Field::U8(*tag)));
            fields.push((slot, Field::Child(table::options_table(fbb, options))));
        }
        OptionsPlan::Custom(bytes) => {
            fields.push((operator::CUSTOM_OPTIONS, Field::Child(table::scalars(fbb, bytes))));
        }
    }
    table::table(fbb, fields)
}
