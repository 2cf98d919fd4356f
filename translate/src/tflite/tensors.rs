//! Reading tensors: their types, and the constants that their buffers hold.

use std::sync::Arc;

use core_ir::consts::ConstData;
use core_ir::spec::Scalar;
use core_ir::{Attr, AttrId, ConstId, Context, Dim, Type, TypeId};
use dialects::quant::Uniform;

use super::access::Table;
use super::elements::{self, Encoding, Unpacked, packed_len};
use super::quantization::QuantizationParameters;
use super::read::{Piece, Reader, lossy};
use super::schema::{quantization_parameters, sparsity_parameters, tensor, variant_sub_type};
use super::sparsity::SparsityParameters;

/// A `Tensor`.
#[derive(Clone)]
pub(super) struct Tensor {
    pub(super) name: Vec<u8>,
    /// The type that a value of it has.
    pub(super) ty: TypeId,
    /// The type without quantization, with 1 for open dimensions: what its buffer holds.
    pub(super) stored: TypeId,
    pub(super) tensor_type: i8,
    pub(super) buffer: usize,
    pub(super) is_variable: bool,
    pub(super) sparsity: Option<SparsityParameters>,
    /// The parameters, where they are not in the type.
    pub(super) range: Option<QuantizationParameters>,
}

impl Tensor {
    /// Whether its type is quantized.
    pub(super) fn is_quantized(&self, ctx: &Context) -> bool {
        ctx.elem_type(self.ty) != ctx.elem_type(self.stored)
    }
}

impl Reader<'_, '_> {
    pub(super) fn read_tensor(&mut self, table: Table<'_>) -> Piece<Tensor> {
        const WHAT: &str = "tensors";
        self.check_fields(table, "Tensor", tensor::EXTERNAL_BUFFER);
        let name = self.whole(table.byte_vector(tensor::NAME), WHAT)?.unwrap_or_default();
        let tensor_type = self.whole(table.int(tensor::TYPE, Scalar::I8, 0), WHAT)? as i8;
        let shape = self.whole(table.i32s(tensor::SHAPE), WHAT)?;
        let signature = self.whole(table.i32s(tensor::SHAPE_SIGNATURE), WHAT)?;
        let has_rank = self.whole(table.int(tensor::HAS_RANK, Scalar::Bool, 0), WHAT)? != 0;
        let buffer = self.whole(table.int(tensor::BUFFER, Scalar::U32, 0), WHAT)? as usize;
        let is_variable = self.whole(table.int(tensor::IS_VARIABLE, Scalar::Bool, 0), WHAT)? != 0;
        if self.whole(table.int(tensor::EXTERNAL_BUFFER, Scalar::U32, 0), WHAT)? != 0 {
            let text = format!("tensor `{}` is kept in another file", lossy(name));
            return self.error("tflite-unsupported", text, Some(table));
        }
        // A model may have no buffers at all, and then all tensors refer to buffer 0.
        if buffer != 0 && buffer >= self.buffers.len() {
            let text = format!("tensor `{}` refers to buffer {buffer}, which is missing", lossy(name));
            return self.error("tflite-broken", text, Some(table));
        }
        let elem = self.read_elem(table, name, tensor_type)?;
        let dims = match self.dims(&shape, &signature) {
            Some(dims) => dims,
            None => {
                let text = format!("tensor `{}` has impossible shape {shape:?}, {signature:?}", lossy(name));
                return self.error("tflite-shape", text, Some(table));
            }
        };
        let has_data = self.buffers.get(buffer).is_some_and(|range| !range.is_empty());
        let ctx = self.ctx;
        let ranked = has_rank || !dims.is_empty() || has_data || is_variable;
        let quantization = match self.whole(table.table(tensor::QUANTIZATION), WHAT)? {
            Some(table) => Some(self.read_quantization(table, name)?),
            None => None,
        };
        let quantized = quantization.as_ref().and_then(|parameters| parameters.elem_type(ctx, elem));
        if quantized.is_none() && quantization.as_ref().is_some_and(|parameters| !parameters.scale.is_empty())
        {
            let text =
                format!("tensor `{}` has scales that its type cannot have; they were dropped", lossy(name));
            self.warn_once("tflite-quantization", text);
        }
        let value_elem = quantized.unwrap_or(elem);
        let range = self.range(quantization, value_elem, name);
        let sparsity = match self.whole(table.table(tensor::SPARSITY), WHAT)? {
            Some(table) => {
                self.check_fields(table, "SparsityParameters", sparsity_parameters::DIM_METADATA);
                Some(self.whole(SparsityParameters::read(table), "sparsity parameters")?)
            }
            None => None,
        };
        let fixed: Vec<i64> = shape.iter().map(|&n| n.into()).collect();
        Ok(Tensor {
            name: name.to_vec(),
            ty: if ranked { ctx.tensor(&dims, value_elem) } else { ctx.unranked(value_elem) },
            stored: ctx.fixed_tensor(&fixed, elem),
            tensor_type,
            buffer,
            is_variable,
            sparsity,
            range,
        })
    }

    fn read_elem(&mut self, table: Table<'_>, name: &[u8], tensor_type: i8) -> Piece<TypeId> {
        let ctx = self.ctx;
        let Some(elem) = elements::elem_type(ctx, tensor_type) else {
            let text = format!("tensor `{}` has element type {tensor_type}, which is unknown", lossy(name));
            return self.error("tflite-type", text, Some(table));
        };
        let variants = self.whole(table.tables(tensor::VARIANT_TENSORS), "tensors")?;
        if variants.is_empty() {
            return Ok(elem);
        }
        let Type::Dialect { name: type_name, .. } = *ctx.type_of(elem) else {
            self.warn_once(
                "tflite-type",
                format!("tensor `{}` is no variant, but has inner types", lossy(name)),
            );
            return Ok(elem);
        };
        let mut params: Vec<AttrId> = Vec::new();
        for variant in variants {
            self.check_fields(variant, "VariantSubType", variant_sub_type::HAS_RANK);
            let tensor_type =
                self.whole(variant.int(variant_sub_type::TYPE, Scalar::I8, 0), "tensors")? as i8;
            let shape = self.whole(variant.i32s(variant_sub_type::SHAPE), "tensors")?;
            let has_rank =
                self.whole(variant.int(variant_sub_type::HAS_RANK, Scalar::Bool, 0), "tensors")? != 0;
            let (Some(inner), Some(dims)) =
                (elements::elem_type(ctx, tensor_type), self.dims(&shape, &shape))
            else {
                let text = format!("tensor `{}` has an impossible inner type", lossy(name));
                return self.error("tflite-type", text, Some(table));
            };
            let ty =
                if has_rank || !dims.is_empty() { ctx.tensor(&dims, inner) } else { ctx.unranked(inner) };
            params.push(ctx.type_attr(ty));
        }
        Ok(ctx.ty(Type::Dialect { name: type_name, params: params.into() }))
    }

    /// The range that parameters note. Only floats have one that is kept; the scales of quantized tensors say the same.
    fn range(
        &mut self,
        parameters: Option<QuantizationParameters>,
        elem: TypeId,
        name: &[u8],
    ) -> Option<QuantizationParameters> {
        let parameters =
            parameters.filter(|parameters| !parameters.min.is_empty() || !parameters.max.is_empty())?;
        if elem == TypeId::F32 && parameters.min.len() == parameters.max.len() {
            return Some(parameters);
        }
        if Uniform::of(self.ctx, elem).is_none() {
            let text =
                format!("tensor `{}` has a range that its type cannot have; it was dropped", lossy(name));
            self.warn_once("tflite-quantization", text);
        }
        None
    }

    /// Warns about what only constants have, in a tensor that an operator or a caller fills.
    pub(super) fn expect_no_data(&mut self, tensor: &Tensor) {
        let has_data = self.buffers.get(tensor.buffer).is_some_and(|range| !range.is_empty());
        if has_data {
            let text =
                format!("the data of tensor `{}`, which is no constant, was dropped", lossy(&tensor.name));
            self.warn_once("tflite-buffer", text);
        }
        if tensor.is_variable {
            let text = format!(
                "tensor `{}` is a variable that is no operator's own; the mark was dropped",
                lossy(&tensor.name)
            );
            self.warn_once("tflite-variable", text);
        }
    }

    /// The dimensions of a tensor, those that are -1 in `signature` open.
    fn dims(&self, shape: &[i32], signature: &[i32]) -> Option<Vec<Dim>> {
        let list = if signature.is_empty() { shape } else { signature };
        if !signature.is_empty() && signature.len() != shape.len() {
            return None;
        }
        let dim = |&n: &i32| match n {
            -1 => Some(Dim::Dynamic),
            n if n >= 0 => Some(Dim::Fixed(n.into())),
            _ => None,
        };
        list.iter().map(dim).collect()
    }

    fn read_quantization(&mut self, table: Table<'_>, name: &[u8]) -> Piece<QuantizationParameters> {
        use quantization_parameters as slots;
        self.check_fields(table, "QuantizationParameters", slots::QUANTIZED_DIMENSION);
        let details = self.whole(table.int(slots::DETAILS_TYPE, Scalar::U8, 0), "quantization parameters")?;
        if details != 0 {
            let text =
                format!("tensor `{}` is quantized in a way ({details}) that is not supported", lossy(name));
            return self.error("tflite-unsupported", text, Some(table));
        }
        self.whole(QuantizationParameters::read(table), "quantization parameters")
    }

    /// The elements of a tensor without quantization; a sparse one's are those that are stored.
    pub(super) fn read_constant(&mut self, tensor: &Tensor, ty: TypeId) -> Piece<ConstId> {
        if let Some(&id) = self.constants.get(&(tensor.buffer, ty)) {
            return Ok(id);
        }
        let ctx = self.ctx;
        let fault = |what: &str| format!("constant `{}` {what}", lossy(&tensor.name));
        let (Some(count), Some(mapped)) = (ctx.element_count(ty), self.mapped(tensor.buffer)) else {
            return self.error("tflite-shape", fault("has an impossible shape"), None);
        };
        let elem = ctx.elem_type(ty);
        let found = mapped.as_slice().len();
        let data = match Encoding::of(tensor.tensor_type) {
            Encoding::Strings => match elements::strings_of(mapped.as_slice()) {
                Some(strings) if strings.len() == count => ConstData::Strings(strings),
                _ => {
                    return self.error(
                        "tflite-buffer",
                        fault("does not hold the strings it should hold"),
                        None,
                    );
                }
            },
            Encoding::Packed(bits) if found == packed_len(count, bits) => {
                let signed = !matches!(
                    ctx.type_of(elem),
                    Type::Integer { signedness: core_ir::Signedness::Unsigned, .. }
                );
                ConstData::Deferred(Arc::new(Unpacked { packed: mapped, count, bits, signed }))
            }
            Encoding::Plain
                if ctx.elem_bytes(elem).and_then(|width| width.checked_mul(count)) == Some(found) =>
            {
                ConstData::Mapped(mapped)
            }
            Encoding::Packed(_) | Encoding::Plain => {
                let text =
                    fault(&format!("has a buffer of {found} bytes, which is not the size of its type"));
                return self.error("tflite-buffer", text, None);
            }
        };
        let id = ctx.constant(ty, data);
        self.constants.insert((tensor.buffer, ty), id);
        Ok(id)
    }

    /// Zeros of the shape of a tensor: the first value of a variable, and what stands for a sparse constant's elements.
    pub(super) fn zeros(&mut self, tensor: &Tensor) -> Piece<ConstId> {
        let width = self.ctx.elem_bytes(self.ctx.elem_type(tensor.stored));
        match (width, self.ctx.element_count(tensor.stored)) {
            (Some(width), Some(_)) => {
                Ok(self.ctx.constant(tensor.stored, ConstData::Splat(vec![0; width].into())))
            }
            _ => {
                let text = format!("tensor `{}` has a type without a zero", lossy(&tensor.name));
                self.error("tflite-type", text, None)
            }
        }
    }

    /// The stored elements of a sparse tensor, as a list.
    pub(super) fn stored_elements(&mut self, tensor: &Tensor) -> Piece<AttrId> {
        let ctx = self.ctx;
        let elem = ctx.elem_type(tensor.stored);
        let bytes = self.buffers.get(tensor.buffer).map_or(0, ExactSizeIterator::len);
        let count = match Encoding::of(tensor.tensor_type) {
            // The number of stored elements is not said; an odd one is taken for the even one above.
            Encoding::Packed(bits) => bytes * usize::from(8 / bits),
            _ => bytes / ctx.elem_bytes(elem).unwrap_or(1).max(1),
        };
        let ty = ctx.fixed_tensor(&[count as i64], elem);
        Ok(ctx.attr(Attr::Elements(self.read_constant(tensor, ty)?)))
    }
}
