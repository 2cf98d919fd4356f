//! Changes of element type.

use core_ir::OpView;
use half::{bf16, f16};

use super::params::{operands, result_dtype};
use super::{Entry, row};
use crate::broadcast::map;
use crate::elem::{Bytes, CastFrom, Number, Stored};
use crate::error::{EvalError, Evaluated};
use crate::tensor::{Array, DType, Tensor, dispatch};
use crate::widen::widen;

/// `tensor` with elements of type `to`.
pub(crate) fn cast_to(tensor: &Tensor, to: DType) -> Result<Tensor, EvalError> {
    match to {
        DType::F32 => cast_as::<f32>(tensor),
        DType::F64 => cast_as::<f64>(tensor),
        DType::F16 => cast_as::<f16>(tensor),
        DType::BF16 => cast_as::<bf16>(tensor),
        DType::I8 => cast_as::<i8>(tensor),
        DType::I16 => cast_as::<i16>(tensor),
        DType::I32 => cast_as::<i32>(tensor),
        DType::I64 => cast_as::<i64>(tensor),
        DType::U8 => cast_as::<u8>(tensor),
        DType::U16 => cast_as::<u16>(tensor),
        DType::U32 => cast_as::<u32>(tensor),
        DType::U64 => cast_as::<u64>(tensor),
        DType::Bool => cast_as::<bool>(tensor),
        DType::C64 => cast_as::<crate::elem::C64>(tensor),
        DType::Str => EvalError::unsupported("casts to strings"),
    }
}

fn cast_as<T: CastFrom>(tensor: &Tensor) -> Result<Tensor, EvalError> {
    if tensor.dtype() == Some(T::DTYPE) {
        return Ok(tensor.clone());
    }
    match &widen(tensor)? {
        Tensor::Bool(array) => map(array, |&b| T::from_i64(b.into())),
        // TensorFlow drops the imaginary part.
        Tensor::C64(array) => map(array, |z| T::from_f32(z.re)),
        other => dispatch!(numbers, other, array => map(array, |x| x.cast::<T>())),
    }
}

fn cast(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    let to = match view.type_attr("DstT").and_then(|ty| DType::of(view.ctx, ty)) {
        Some(dtype) => dtype,
        None if view.results.is_empty() => return EvalError::unsupported("a cast without a result type"),
        None => result_dtype(view, 0, DType::F32)?,
    };
    Ok(vec![cast_to(x, to)?])
}

/// `tfl.cast`: a float out of the range of a wide integer is the end of the range, as LiteRT folds it.
fn saturating_cast(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    let to = match view.results.is_empty() {
        true => None,
        false => Some(result_dtype(view, 0, DType::F32)?),
    };
    let is_float = matches!(x, Tensor::F16(_) | Tensor::BF16(_) | Tensor::F32(_) | Tensor::F64(_));
    match to {
        Some(DType::I32) if is_float => dispatch!(floats, &widen(x)?, a => map(a, |x| x.to_f64() as i32)),
        Some(DType::I64) if is_float => dispatch!(floats, &widen(x)?, a => map(a, |x| x.to_f64() as i64)),
        _ => return cast(view, inputs),
    }
    .map(|tensor| vec![tensor])
}

/// `tfl.dequantize` of `f16`; quantized integers have their scale in the type, which is not for this kernel.
fn dequantize(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    match operands(inputs)? {
        [x @ Tensor::F16(_)] => Ok(vec![cast_to(x, DType::F32)?]),
        _ => EvalError::unsupported("dequantization of integers"),
    }
}

/// Reinterprets bytes. A narrower element type adds a dimension, a wider one takes the last away.
fn bitcast(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    if view.results.is_empty() {
        return EvalError::unsupported("a bitcast without a result type");
    }
    let (to, from) = (result_dtype(view, 0, DType::F32)?, x.dtype().map_or(0, DType::width));
    let mut shape = x.shape().to_vec();
    match (from, to.width()) {
        (0, _) | (_, 0) => return EvalError::invalid("a bitcast of strings"),
        (a, b) if a > b => shape.push(a / b),
        (a, b) if a < b && shape.pop() != Some(b / a) => {
            return EvalError::invalid("a bitcast of a last dimension that is not one element");
        }
        _ => {}
    }
    fn bytes<T: Stored>(array: &Array<T>) -> Vec<u8> {
        let mut out = Vec::with_capacity(array.len() * T::DTYPE.width());
        array.iter().for_each(|elem| elem.store(&mut out));
        out
    }
    let raw = dispatch!(stored, x, array => Ok::<_, EvalError>(bytes(array)))?;
    Ok(vec![Tensor::from_data(&shape, to, &core_ir::ConstData::Owned(raw.into()))?])
}

/// Numbers as decimal text, as `tf.AsString` prints them without options.
fn as_string(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x] = operands(inputs)?;
    let plain = |name: &str, value: i64| view.int(name).is_none_or(|have| have == value);
    if !(plain("precision", -1) && plain("width", -1)) || view.flag("scientific") || view.flag("shortest") {
        return EvalError::unsupported("number formats");
    }
    let text = |text: String| -> Bytes { text.into_bytes().into() };
    let strings = match x {
        Tensor::Bool(array) => map(array, |&b| text(b.to_string())),
        Tensor::F32(_) | Tensor::F64(_) | Tensor::F16(_) | Tensor::BF16(_) => {
            dispatch!(floats, &widen(x)?, array => map(array, |x| text(format!("{:.6}", x.to_f64()))))
        }
        ints => dispatch!(ints, &widen(ints)?, array => map(array, |x| text(x.to_string()))),
    };
    Ok(vec![strings?])
}

pub(super) const TABLE: &[Entry] = &[
    row("tf.AsString", "", as_string),
    row("tf.Bitcast", "tfl.bitcast", bitcast),
    row("tf.Cast", "", cast),
    row("", "tfl.cast", saturating_cast),
    row("", "tfl.dequantize", dequantize),
];
