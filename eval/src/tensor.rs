//! Tensors of known elements.

use std::sync::Arc;

use core_ir::{ConstData, ConstId, Context, FloatKind, Signedness, Type, TypeId};
use half::{bf16, f16};
use ndarray::{ArcArray, ArrayD, IxDyn};

use crate::elem::{Bytes, C64, Elem, Stored};
use crate::error::EvalError;

/// The elements of a tensor, shared, always in row-major order without gaps.
pub type Array<T> = ArcArray<T, IxDyn>;

/// No tensor larger than this many bytes is made by a kernel: 2 GiB, the size limit of the file format.
pub const MAX_BYTES: usize = 1 << 31;

macro_rules! tensor {
    ($($variant:ident $ty:ty, $doc:literal;)*) => {
        /// The type of the elements of a [`Tensor`].
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub enum DType {
            $(#[doc = $doc] $variant,)*
        }

        /// A tensor: elements and shape. Cloning shares the elements.
        #[derive(Clone, PartialEq, Debug)]
        pub enum Tensor {
            /// An operand that is not there.
            Absent,
            $(#[doc = $doc] $variant(Array<$ty>),)*
        }

        $(impl Elem for $ty {
            const DTYPE: DType = DType::$variant;

            fn wrap(array: Array<Self>) -> Tensor {
                Tensor::$variant(array)
            }

            fn peel(tensor: &Tensor) -> Option<&Array<Self>> {
                match tensor {
                    Tensor::$variant(array) => Some(array),
                    _ => None,
                }
            }
        })*

        impl Tensor {
            /// The dimensions, outermost first; none for an absent operand.
            pub fn shape(&self) -> &[usize] {
                match self {
                    Tensor::Absent => &[],
                    $(Tensor::$variant(array) => array.shape(),)*
                }
            }

            /// How many elements there are.
            pub fn count(&self) -> usize {
                match self {
                    Tensor::Absent => 0,
                    $(Tensor::$variant(array) => array.len(),)*
                }
            }

            /// The type of the elements; `None` for an absent operand.
            pub fn dtype(&self) -> Option<DType> {
                match self {
                    Tensor::Absent => None,
                    $(Tensor::$variant(_) => Some(DType::$variant),)*
                }
            }
        }
    };
}

tensor! {
    F32 f32, "`f32`";
    F64 f64, "`f64`";
    F16 f16, "`f16`";
    BF16 bf16, "`bf16`";
    I8 i8, "`i8`, and `i4` in a byte";
    I16 i16, "`i16`";
    I32 i32, "`i32`";
    I64 i64, "`i64`, and `index`";
    U8 u8, "`ui8`, and `ui4` in a byte";
    U16 u16, "`ui16`";
    U32 u32, "`ui32`";
    U64 u64, "`ui64`";
    Bool bool, "`i1`";
    C64 C64, "`complex<f32>`";
    Str Bytes, "`!tf_type.string`";
}

/// Runs `$body` with the array of tensor `$tensor` as `$array`, for the named sets of element types; other types give
/// an error. Sets: `all`, `stored` (all but strings), `bits` (what moved elements are), and of the types that kernels
/// compute with `rings` (numbers and complex ones), `numbers`, `floats`, `ints`.
macro_rules! dispatch {
    (all, $($rest:tt)*) => {
        $crate::tensor::dispatch!(@(F32 F64 F16 BF16 I8 I16 I32 I64 U8 U16 U32 U64 Bool C64 Str) $($rest)*)
    };
    (stored, $($rest:tt)*) => {
        $crate::tensor::dispatch!(@(F32 F64 F16 BF16 I8 I16 I32 I64 U8 U16 U32 U64 Bool C64) $($rest)*)
    };
    (bits, $($rest:tt)*) => { $crate::tensor::dispatch!(@(U8 U16 U32 U64 Str) $($rest)*) };
    (rings, $($rest:tt)*) => { $crate::tensor::dispatch!(@(F32 F64 I32 I64 U64 C64) $($rest)*) };
    (numbers, $($rest:tt)*) => { $crate::tensor::dispatch!(@(F32 F64 I32 I64 U64) $($rest)*) };
    (floats, $($rest:tt)*) => { $crate::tensor::dispatch!(@(F32 F64) $($rest)*) };
    (ints, $($rest:tt)*) => { $crate::tensor::dispatch!(@(I32 I64 U64) $($rest)*) };
    (@($($variant:ident)*) $tensor:expr, $array:ident => $body:expr) => {
        match $tensor {
            $($crate::Tensor::$variant($array) => $body,)*
            #[allow(unreachable_patterns)]
            other => $crate::EvalError::unsupported(format!("elements of type {}", other.dtype_text())),
        }
    };
}
pub(crate) use dispatch;

/// As [`dispatch`], for two tensors with elements of one type. Set `comparable` is what the widest types are that can
/// be told apart.
macro_rules! dispatch2 {
    (comparable, $($rest:tt)*) => {
        $crate::tensor::dispatch2!(@(F32 F64 I32 I64 U64 Bool C64 Str) $($rest)*)
    };
    (bits, $($rest:tt)*) => { $crate::tensor::dispatch2!(@(U8 U16 U32 U64 Str) $($rest)*) };
    (rings, $($rest:tt)*) => { $crate::tensor::dispatch2!(@(F32 F64 I32 I64 U64 C64) $($rest)*) };
    (numbers, $($rest:tt)*) => { $crate::tensor::dispatch2!(@(F32 F64 I32 I64 U64) $($rest)*) };
    (floats, $($rest:tt)*) => { $crate::tensor::dispatch2!(@(F32 F64) $($rest)*) };
    (ints, $($rest:tt)*) => { $crate::tensor::dispatch2!(@(I32 I64 U64) $($rest)*) };
    (@($($variant:ident)*) $x:expr, $y:expr, $a:ident, $b:ident => $body:expr) => {
        match ($x, $y) {
            $(($crate::Tensor::$variant($a), $crate::Tensor::$variant($b)) => $body,)*
            (x, y) => $crate::EvalError::unsupported(
                format!("elements of types {} and {}", x.dtype_text(), y.dtype_text())),
        }
    };
}
pub(crate) use dispatch2;

/// The number of elements of `shape`, refused when a tensor of them would be larger than [`MAX_BYTES`].
pub fn checked_count(shape: &[usize], width: usize) -> Result<usize, EvalError> {
    // Dimensions multiply without the zeros, as the array library needs it.
    let nonzero = shape.iter().filter(|&&n| n != 0).try_fold(width.max(1), |n, &dim| n.checked_mul(dim));
    match nonzero {
        Some(bytes) if bytes <= MAX_BYTES => Ok(shape.iter().product()),
        _ => EvalError::invalid(format!("a tensor of shape {shape:?} is too large")),
    }
}

impl Tensor {
    /// A tensor from its elements in row-major order.
    pub fn new<T: Elem>(shape: &[usize], elems: Vec<T>) -> Result<Tensor, EvalError> {
        if checked_count(shape, size_of::<T>())? != elems.len() {
            return EvalError::invalid(format!("{} elements do not make shape {shape:?}", elems.len()));
        }
        match ArrayD::from_shape_vec(IxDyn(shape), elems) {
            Ok(array) => Ok(T::wrap(array.into_shared())),
            Err(why) => EvalError::invalid(why.to_string()),
        }
    }

    /// A tensor of shape `[elems.len()]`.
    pub fn vector<T: Elem>(elems: Vec<T>) -> Tensor {
        T::wrap(ndarray::Array1::from_vec(elems).into_dyn().into_shared())
    }

    /// A tensor without dimensions.
    pub fn scalar<T: Elem>(elem: T) -> Tensor {
        T::wrap(ndarray::arr0(elem).into_dyn().into_shared())
    }

    /// A tensor of `shape` with the same element everywhere.
    pub fn full<T: Elem>(shape: &[usize], elem: T) -> Result<Tensor, EvalError> {
        checked_count(shape, size_of::<T>())?;
        Ok(T::wrap(ArrayD::from_elem(IxDyn(shape), elem).into_shared()))
    }

    /// A tensor from an array in any layout.
    pub fn from_array<T: Elem, S: ndarray::Data<Elem = T>>(array: ndarray::ArrayBase<S, IxDyn>) -> Tensor {
        if array.is_standard_layout() {
            let offset_free = array.into_owned();
            return T::wrap(offset_free.into_shared());
        }
        let elems: Vec<T> = array.iter().cloned().collect();
        let shape = array.raw_dim();
        // The shape is that of the array the elements come from, so this never takes the second way.
        match ArrayD::from_shape_vec(shape, elems) {
            Ok(standard) => T::wrap(standard.into_shared()),
            Err(_) => T::wrap(array.into_owned().into_shared()),
        }
    }

    /// The elements in row-major order, if they are of type `T`.
    pub fn elems<T: Elem>(&self) -> Option<&[T]> {
        T::peel(self)?.as_slice()
    }

    /// Whether this stands for an operand that is not there.
    pub fn is_absent(&self) -> bool {
        matches!(self, Tensor::Absent)
    }

    /// The elements of an integer or bool tensor, as indices and sizes are read.
    pub fn ints(&self) -> Result<Vec<i64>, EvalError> {
        match self {
            Tensor::Bool(array) => Ok(array.iter().map(|&b| b.into()).collect()),
            Tensor::U64(array) => match array.iter().map(|&n| i64::try_from(n)).collect() {
                Ok(ints) => Ok(ints),
                Err(_) => EvalError::invalid("an integer operand is out of range"),
            },
            Tensor::I8(array) => Ok(array.iter().map(|&n| n.into()).collect()),
            Tensor::I16(array) => Ok(array.iter().map(|&n| n.into()).collect()),
            Tensor::I32(array) => Ok(array.iter().map(|&n| n.into()).collect()),
            Tensor::I64(array) => Ok(array.iter().copied().collect()),
            Tensor::U8(array) => Ok(array.iter().map(|&n| n.into()).collect()),
            Tensor::U16(array) => Ok(array.iter().map(|&n| n.into()).collect()),
            Tensor::U32(array) => Ok(array.iter().map(|&n| n.into()).collect()),
            other => EvalError::invalid(format!("{} elements where integers are needed", other.dtype_text())),
        }
    }

    /// The only element of an integer tensor.
    pub fn int(&self) -> Result<i64, EvalError> {
        match *self.ints()?.as_slice() {
            [n] => Ok(n),
            ref many => EvalError::invalid(format!("{} integers where one is needed", many.len())),
        }
    }

    pub(crate) fn dtype_text(&self) -> String {
        self.dtype().map_or_else(|| "none".into(), |dtype| format!("{dtype:?}").to_lowercase())
    }

    /// The same elements in another shape of as many elements.
    pub fn reshaped(&self, shape: &[usize]) -> Result<Tensor, EvalError> {
        let from = self.shape().to_vec();
        let fail = || EvalError::invalid(format!("shape {from:?} does not become {shape:?}"));
        checked_count(shape, 1)?;
        fn go<T: Elem>(array: &Array<T>, shape: &[usize]) -> Option<Tensor> {
            if array.len() != shape.iter().product::<usize>() {
                return None;
            }
            array.clone().into_shape_with_order(IxDyn(shape)).ok().map(T::wrap)
        }
        match dispatch!(all, self, array => Ok(go(array, shape)))? {
            Some(tensor) => Ok(tensor),
            None => fail(),
        }
    }
}

impl DType {
    /// The type of the elements that tensors of element type `elem` hold: the storage of a quantized type.
    pub fn of(ctx: &Context, elem: TypeId) -> Option<DType> {
        let unsigned = |s: &Signedness| *s == Signedness::Unsigned;
        Some(match ctx.type_of(elem) {
            Type::Index => DType::I64,
            Type::Integer { width, signedness } => match (*width, unsigned(signedness)) {
                (1, _) => DType::Bool,
                (4 | 8, false) => DType::I8,
                (16, false) => DType::I16,
                (32, false) => DType::I32,
                (64, false) => DType::I64,
                (4 | 8, true) => DType::U8,
                (16, true) => DType::U16,
                (32, true) => DType::U32,
                (64, true) => DType::U64,
                _ => return None,
            },
            Type::Float(FloatKind::F32) => DType::F32,
            Type::Float(FloatKind::F64) => DType::F64,
            Type::Float(FloatKind::F16) => DType::F16,
            Type::Float(FloatKind::BF16) => DType::BF16,
            Type::Complex(TypeId::F32) => DType::C64,
            Type::Dialect { name, params } => match (ctx.str_bytes(*name), params.first()) {
                (b"tf_type.string", _) => DType::Str,
                (_, Some(&first)) => match ctx.attr_of(first) {
                    core_ir::Attr::Type(storage) => return DType::of(ctx, *storage),
                    _ => return None,
                },
                _ => return None,
            },
            _ => return None,
        })
    }

    /// The element type that tensors of this type have when nothing else is known.
    pub fn elem(self, ctx: &Context) -> TypeId {
        match self {
            DType::F32 => TypeId::F32,
            DType::F64 => TypeId::F64,
            DType::F16 => TypeId::F16,
            DType::BF16 => TypeId::BF16,
            DType::I8 => TypeId::I8,
            DType::I16 => TypeId::I16,
            DType::I32 => TypeId::I32,
            DType::I64 => TypeId::I64,
            DType::U8 => TypeId::UI8,
            DType::U16 => TypeId::UI16,
            DType::U32 => TypeId::UI32,
            DType::U64 => TypeId::UI64,
            DType::Bool => TypeId::I1,
            DType::C64 => TypeId::C64,
            DType::Str => ctx.elem_named("str").unwrap_or(TypeId::NONE),
        }
    }

    /// How many bytes an element takes in a constant; 0 for strings.
    pub fn width(self) -> usize {
        match self {
            DType::I8 | DType::U8 | DType::Bool => 1,
            DType::I16 | DType::U16 | DType::F16 | DType::BF16 => 2,
            DType::I32 | DType::U32 | DType::F32 => 4,
            DType::I64 | DType::U64 | DType::F64 | DType::C64 => 8,
            DType::Str => 0,
        }
    }
}

/// Constants of the IR.
impl Tensor {
    /// The tensor that a constant holds.
    pub fn from_const(ctx: &Context, id: ConstId) -> Result<Tensor, EvalError> {
        let constant = ctx.const_of(id);
        let Some(shape) = fixed_usize_shape(ctx, constant.ty) else {
            return EvalError::invalid("a constant without a fixed shape");
        };
        match DType::of(ctx, ctx.elem_type(constant.ty)) {
            Some(dtype) => Tensor::from_data(&shape, dtype, &constant.data),
            None => EvalError::unsupported("constants of this element type"),
        }
    }

    /// The tensor of the elements `data`.
    pub fn from_data(shape: &[usize], dtype: DType, data: &ConstData) -> Result<Tensor, EvalError> {
        let count = checked_count(shape, dtype.width())?;
        if let ConstData::Strings(strings) = data {
            return match strings.len() == count {
                true => Tensor::new::<Bytes>(shape, strings.to_vec()),
                false => EvalError::invalid(format!("{} strings do not make shape {shape:?}", strings.len())),
            };
        }
        match dtype {
            DType::F32 => Self::load::<f32>(shape, count, data),
            DType::F64 => Self::load::<f64>(shape, count, data),
            DType::F16 => Self::load::<f16>(shape, count, data),
            DType::BF16 => Self::load::<bf16>(shape, count, data),
            DType::I8 => Self::load::<i8>(shape, count, data),
            DType::I16 => Self::load::<i16>(shape, count, data),
            DType::I32 => Self::load::<i32>(shape, count, data),
            DType::I64 => Self::load::<i64>(shape, count, data),
            DType::U8 => Self::load::<u8>(shape, count, data),
            DType::U16 => Self::load::<u16>(shape, count, data),
            DType::U32 => Self::load::<u32>(shape, count, data),
            DType::U64 => Self::load::<u64>(shape, count, data),
            DType::Bool => Self::load::<bool>(shape, count, data),
            DType::C64 => Self::load::<C64>(shape, count, data),
            DType::Str => EvalError::invalid("a string constant without strings"),
        }
    }

    fn load<T: Stored>(shape: &[usize], count: usize, data: &ConstData) -> Result<Tensor, EvalError> {
        let width = T::DTYPE.width();
        let have = data.byte_len(count);
        if have != count * width {
            return EvalError::invalid(format!("{have} bytes do not make {count} elements of {width}"));
        }
        if let ConstData::Splat(elem) = data {
            return Tensor::full(shape, T::load(elem));
        }
        let bytes = data.bytes(count).unwrap_or_default();
        if bytes.len() != have {
            return EvalError::invalid("a constant's bytes are gone");
        }
        Tensor::new(shape, bytes.chunks_exact(width).map(T::load).collect())
    }

    /// The elements as a constant holds them: a splat where all are the same.
    pub fn to_data(&self) -> ConstData {
        fn bytes<T: Stored>(array: &Array<T>) -> ConstData {
            let mut out = Vec::with_capacity(array.len() * T::DTYPE.width());
            let same = |first: &T| {
                let mut raw = Vec::new();
                first.store(&mut raw);
                let mut other = Vec::new();
                // Compared as bytes, so that -0.0 and NaN keep what they are.
                array.iter().all(|elem| {
                    other.clear();
                    elem.store(&mut other);
                    other == raw
                })
            };
            match array.first() {
                Some(first) if same(first) => {
                    first.store(&mut out);
                    ConstData::Splat(out.into())
                }
                _ => {
                    array.iter().for_each(|elem| elem.store(&mut out));
                    ConstData::Owned(out.into())
                }
            }
        }
        match self {
            Tensor::Str(array) => ConstData::Strings(array.iter().cloned().collect::<Arc<[Bytes]>>()),
            other => dispatch!(stored, other, array => Ok(bytes(array)))
                .unwrap_or_else(|_: EvalError| ConstData::Owned(Arc::new([]))),
        }
    }

    /// The constant of this tensor with the element type of its kind.
    pub fn to_const(&self, ctx: &Context) -> Result<ConstId, EvalError> {
        match self.dtype() {
            Some(dtype) => self.to_const_as(ctx, dtype.elem(ctx)),
            None => EvalError::invalid("an absent operand is no constant"),
        }
    }

    /// The constant of this tensor with element type `elem`, which must be stored as this tensor's elements are.
    pub fn to_const_as(&self, ctx: &Context, elem: TypeId) -> Result<ConstId, EvalError> {
        if self.dtype().is_none() || DType::of(ctx, elem) != self.dtype() {
            return EvalError::invalid(format!(
                "{} elements do not fit the declared type",
                self.dtype_text()
            ));
        }
        let shape: Vec<i64> = self.shape().iter().map(|&n| n as i64).collect();
        Ok(ctx.constant(ctx.fixed_tensor(&shape, elem), self.to_data()))
    }
}

/// The dimensions of a tensor type with a fixed shape.
pub(crate) fn fixed_usize_shape(ctx: &Context, ty: TypeId) -> Option<Vec<usize>> {
    ctx.fixed_shape(ty)?.into_iter().map(|n| usize::try_from(n).ok()).collect()
}
