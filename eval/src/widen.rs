//! Changes of representation around kernels, so that each kernel exists for few element types.

use half::{bf16, f16};

use crate::broadcast::map;
use crate::elem::C64;
use crate::error::EvalError;
use crate::tensor::{DType, Tensor};

impl DType {
    /// The type that kernels compute with in place of this one.
    pub(crate) fn wide(self) -> DType {
        match self {
            DType::F16 | DType::BF16 => DType::F32,
            DType::I8 | DType::I16 | DType::U8 | DType::U16 => DType::I32,
            DType::U32 => DType::I64,
            other => other,
        }
    }
}

/// The tensor with elements of the type that kernels compute with.
pub(crate) fn widen(tensor: &Tensor) -> Result<Tensor, EvalError> {
    match tensor {
        Tensor::F16(array) => map(array, |x| x.to_f32()),
        Tensor::BF16(array) => map(array, |x| x.to_f32()),
        Tensor::I8(array) => map(array, |&x| i32::from(x)),
        Tensor::I16(array) => map(array, |&x| i32::from(x)),
        Tensor::U8(array) => map(array, |&x| i32::from(x)),
        Tensor::U16(array) => map(array, |&x| i32::from(x)),
        Tensor::U32(array) => map(array, |&x| i64::from(x)),
        other => Ok(other.clone()),
    }
}

/// The tensor with elements replaced by their bits, as unsigned integers of the same width. Strings are as they are.
pub(crate) fn to_bits(tensor: &Tensor) -> Result<Tensor, EvalError> {
    match tensor {
        Tensor::F32(array) => map(array, |x| x.to_bits()),
        Tensor::F64(array) => map(array, |x| x.to_bits()),
        Tensor::F16(array) => map(array, |x| x.to_bits()),
        Tensor::BF16(array) => map(array, |x| x.to_bits()),
        Tensor::I8(array) => map(array, |x| x.cast_unsigned()),
        Tensor::I16(array) => map(array, |x| x.cast_unsigned()),
        Tensor::I32(array) => map(array, |x| x.cast_unsigned()),
        Tensor::I64(array) => map(array, |x| x.cast_unsigned()),
        Tensor::Bool(array) => map(array, |&x| u8::from(x)),
        Tensor::C64(array) => map(array, |z| u64::from(z.re.to_bits()) << 32 | u64::from(z.im.to_bits())),
        other => Ok(other.clone()),
    }
}

/// The tensor of type `to` whose bits `tensor` holds.
pub(crate) fn from_bits(tensor: Tensor, to: DType) -> Result<Tensor, EvalError> {
    match (&tensor, to) {
        (Tensor::U32(array), DType::F32) => map(array, |&x| f32::from_bits(x)),
        (Tensor::U64(array), DType::F64) => map(array, |&x| f64::from_bits(x)),
        (Tensor::U16(array), DType::F16) => map(array, |&x| f16::from_bits(x)),
        (Tensor::U16(array), DType::BF16) => map(array, |&x| bf16::from_bits(x)),
        (Tensor::U8(array), DType::I8) => map(array, |x| x.cast_signed()),
        (Tensor::U16(array), DType::I16) => map(array, |x| x.cast_signed()),
        (Tensor::U32(array), DType::I32) => map(array, |x| x.cast_signed()),
        (Tensor::U64(array), DType::I64) => map(array, |x| x.cast_signed()),
        (Tensor::U8(array), DType::Bool) => map(array, |&x| x != 0),
        (Tensor::U64(array), DType::C64) => {
            map(array, |&x| C64 { re: f32::from_bits((x >> 32) as u32), im: f32::from_bits(x as u32) })
        }
        _ if tensor.dtype() == Some(to) => Ok(tensor),
        _ => EvalError::invalid(format!("{} elements hold no bits of {to:?}", tensor.dtype_text())),
    }
}
