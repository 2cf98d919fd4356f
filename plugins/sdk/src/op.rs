//! The operation that is converted.

use crate::{Attr, Elem, Failure, NamedAttr, OpView, Operand, Tensor, TensorType, failed};

/// An operation, with getters that say what is wrong: use them with `?`.
#[derive(Clone, Debug)]
pub struct Op {
    view: OpView,
    /// In native tests, the elements of constant operands.
    #[cfg(not(target_arch = "wasm32"))]
    consts: Vec<Option<Vec<u8>>>,
}

macro_rules! attr_getters {
    ($($name:ident $or:ident -> $ty:ty, $what:literal, $pattern:pat => $value:expr $(, $empty:expr)?;)*) => {$(
        #[doc = concat!("Attribute `name`, ", $what, ". That it is missing or something else is an error of the operation.")]
        pub fn $name(&self, name: &str) -> Result<$ty, Failure> {
            match self.attr(name) {
                Some($pattern) => Ok($value),
                $(Some(Attr::Ints(list)) if list.is_empty() => Ok($empty),)?
                Some(other) => Err(wrong(name, $what, other)),
                None => Err(missing(name)),
            }
        }

        #[doc = concat!("Attribute `name`, ", $what, ", or `default` where it is missing.")]
        pub fn $or(&self, name: &str, default: $ty) -> Result<$ty, Failure> {
            if self.attr(name).is_some() { self.$name(name) } else { Ok(default) }
        }
    )*};
}

impl Op {
    /// An operation as tfl-opt shows it.
    pub fn new(view: OpView) -> Self {
        Self {
            #[cfg(not(target_arch = "wasm32"))]
            consts: vec![None; view.operands.len()],
            view,
        }
    }

    /// An operation without anything, for tests; add what it has with [`Op::with_attr`] and its like.
    pub fn named(name: &str) -> Self {
        Self::new(OpView {
            name: name.to_owned(),
            attrs: Vec::new(),
            operands: Vec::new(),
            results: Vec::new(),
        })
    }

    /// With an attribute.
    pub fn with_attr(mut self, name: &str, value: impl Into<Attr>) -> Self {
        self.view.attrs.push(NamedAttr { name: name.to_owned(), value: value.into() });
        self.view.attrs.sort_by(|a, b| a.name.cmp(&b.name));
        self
    }

    /// With one operand more.
    pub fn with_operand(mut self, ty: TensorType) -> Self {
        self.view.operands.push(Operand { ty, const_len: None });
        #[cfg(not(target_arch = "wasm32"))]
        self.consts.push(None);
        self
    }

    /// With one operand more, a constant.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn with_constant(mut self, tensor: Tensor) -> Self {
        let const_len = Some(tensor.data.len() as u64);
        self.view.operands.push(Operand { ty: tensor.ty, const_len });
        self.consts.push(Some(tensor.data));
        self
    }

    /// With one result more.
    pub fn with_result(mut self, ty: TensorType) -> Self {
        self.view.results.push(ty);
        self
    }

    /// The name with its dialect: `tf.MyNorm`.
    pub fn name(&self) -> &str {
        &self.view.name
    }

    /// All attributes, by name.
    pub fn attrs(&self) -> &[NamedAttr] {
        &self.view.attrs
    }

    /// The operands.
    pub fn operands(&self) -> &[Operand] {
        &self.view.operands
    }

    /// The types of the results.
    pub fn results(&self) -> &[TensorType] {
        &self.view.results
    }

    /// The type of operand `i`; that there is none is an error of the operation.
    pub fn operand(&self, i: usize) -> Result<&TensorType, Failure> {
        let found = self.view.operands.get(i).map(|operand| &operand.ty);
        found.ok_or_else(|| {
            let count = self.view.operands.len();
            failed(format!("there is no operand {i}; there are {count}")).into()
        })
    }

    /// The type of result `i`; that there is none is an error of the operation.
    pub fn result(&self, i: usize) -> Result<&TensorType, Failure> {
        let count = self.view.results.len();
        let found = self.view.results.get(i);
        found.ok_or_else(|| failed(format!("there is no result {i}; there are {count}")).into())
    }

    /// Attribute `name`, whatever it is.
    pub fn attr(&self, name: &str) -> Option<&Attr> {
        self.view.attrs.iter().find(|attr| attr.name == name).map(|attr| &attr.value)
    }

    attr_getters! {
        int int_or -> i64, "an integer", Attr::Int(value) => *value;
        bool bool_or -> bool, "a boolean", Attr::Boolean(value) => *value;
        text text_or -> String, "a text", Attr::Text(value) => value.clone();
        ty ty_or -> Elem, "an element type", Attr::Ty(value) => Elem::from(value.as_str());
        floats floats_or -> Vec<f64>, "a list of numbers", Attr::Floats(value) => value.clone(), Vec::new();
        texts texts_or -> Vec<String>, "a list of texts", Attr::Texts(value) => value.clone(), Vec::new();
        shape shape_or -> Option<Vec<Option<u64>>>, "a shape", Attr::Shape(value) => value.clone();
        symbol symbol_or -> String, "the name of a function", Attr::Symbol(value) => value.clone();
        dense dense_or -> Tensor, "a tensor", Attr::Dense(value) => value.clone();
        ints ints_or -> Vec<i64>, "a list of integers", Attr::Ints(value) => value.clone();
        types types_or -> Vec<String>, "a list of types", Attr::Types(value) => value.clone(), Vec::new();
        float float_or -> f64, "a number", Attr::Float(value) => *value;
    }

    /// The elements of operand `i`, little endian. `None` where it is no constant.
    pub fn const_bytes(&self, i: usize) -> Result<Option<Vec<u8>>, Failure> {
        self.operand(i)?;
        let Some(len) = self.view.operands[i].const_len else { return Ok(None) };
        let len =
            u32::try_from(len).map_err(|_| failed("the constant is too large to read at once").operand(i))?;
        Ok(Some(self.read_const(i, 0, len)))
    }

    /// `len` bytes of constant operand `i` from `offset` on. The call ends where it is no constant or has not that many.
    pub fn read_const(&self, i: usize, offset: u64, len: u32) -> Vec<u8> {
        #[cfg(target_arch = "wasm32")]
        return crate::host::read_const(i as u32, offset, len);
        #[cfg(not(target_arch = "wasm32"))]
        {
            let start = offset as usize;
            let elements = self.consts[i].as_deref().unwrap_or_else(|| panic!("operand {i} is no constant"));
            elements[start..start + len as usize].to_vec()
        }
    }

    /// The elements of constant operand `i`, which are `f32`. `None` where it is no constant.
    pub fn const_f32s(&self, i: usize) -> Result<Option<Vec<f32>>, Failure> {
        self.elements(i, &Elem::F32, f32::from_le_bytes)
    }

    /// The elements of constant operand `i`, which are `i32` or `i64`. `None` where it is no constant.
    pub fn const_ints(&self, i: usize) -> Result<Option<Vec<i64>>, Failure> {
        match self.operand(i)?.elem_type() {
            Elem::Int(64) => self.elements(i, &Elem::Int(64), i64::from_le_bytes),
            _ => self.elements(i, &Elem::Int(32), |bytes| i32::from_le_bytes(bytes).into()),
        }
    }

    fn elements<T, const N: usize>(
        &self,
        i: usize,
        wanted: &Elem,
        read: impl Fn([u8; N]) -> T,
    ) -> Result<Option<Vec<T>>, Failure> {
        let found = self.operand(i)?.elem_type();
        if found != *wanted {
            return Err(failed(format!("it has elements of {found} and not of {wanted}")).operand(i).into());
        }
        let bytes = self.const_bytes(i)?;
        Ok(bytes.map(|bytes| bytes.as_chunks::<N>().0.iter().copied().map(read).collect()))
    }
}

fn missing(name: &str) -> Failure {
    failed(format!("attribute `{name}` is missing")).attr(name).into()
}

fn wrong(name: &str, wanted: &str, found: &Attr) -> Failure {
    let message = format!("attribute `{name}` should be {wanted}; it is {found:?}");
    failed(message).attr(name).into()
}

impl TensorType {
    /// A tensor of a known rank; `None` is a dimension that is known only when the model runs.
    pub fn new(elem: Elem, dims: &[Option<u64>]) -> Self {
        Self { elem: elem.to_string(), dims: Some(dims.to_vec()) }
    }

    /// A tensor of a known shape.
    pub fn fixed(elem: Elem, dims: &[u64]) -> Self {
        Self { elem: elem.to_string(), dims: Some(dims.iter().copied().map(Some).collect()) }
    }

    /// A tensor of unknown rank.
    pub fn unranked(elem: Elem) -> Self {
        Self { elem: elem.to_string(), dims: None }
    }

    /// What its elements are.
    pub fn elem_type(&self) -> Elem {
        Elem::from(self.elem.as_str())
    }

    /// The number of dimensions, where it is known.
    pub fn rank(&self) -> Option<usize> {
        self.dims.as_ref().map(Vec::len)
    }

    /// The same shape of other elements.
    pub fn with_elem(&self, elem: Elem) -> Self {
        Self { elem: elem.to_string(), dims: self.dims.clone() }
    }
}

macro_rules! attr_from {
    ($($ty:ty => $case:ident $convert:expr;)*) => {$(
        impl From<$ty> for Attr {
            fn from(value: $ty) -> Self {
                #[allow(clippy::redundant_closure_call)]
                Attr::$case($convert(value))
            }
        }
    )*};
}

attr_from! {
    bool => Boolean |x| x;
    i32 => Int i64::from;
    i64 => Int |x| x;
    f32 => Float f64::from;
    f64 => Float |x| x;
    &str => Text str::to_owned;
    String => Text |x| x;
    Vec<i64> => Ints |x| x;
    Vec<f64> => Floats |x| x;
    Tensor => Dense |x| x;
    Elem => Ty |x: Elem| x.to_string();
    crate::Options => Options crate::Options::into_entries;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Builder;

    fn diagnostic(failure: Failure) -> crate::Diagnostic {
        match failure {
            Failure::Failed(mut all) => all.remove(0),
            Failure::Declined(why) => panic!("{why}"),
        }
    }

    #[test]
    fn a_wrong_attribute_says_what_it_should_be() {
        let op = Op::named("tf.X").with_attr("axis", 2).with_attr("eps", "small");
        assert_eq!(op.int("axis").ok(), Some(2));
        assert_eq!(op.int_or("other", 7).ok(), Some(7));
        let fault = diagnostic(op.float("eps").unwrap_err());
        assert_eq!(fault.attr.as_deref(), Some("eps"));
        assert!(fault.message.contains("should be a number") && fault.message.contains("small"), "{fault:?}");
        // A list without elements comes as one of integers.
        let empty = Op::named("tf.X").with_attr("list", Vec::<i64>::new());
        assert_eq!(empty.floats("list").ok(), Some(Vec::new()));
        assert!(empty.text("list").is_err());
        assert!(diagnostic(op.text("none").unwrap_err()).message.contains("is missing"));
    }

    #[test]
    fn constants_are_read_by_their_type() {
        let bytes: Vec<u8> = [1.5f32, -2.0].iter().flat_map(|x| x.to_le_bytes()).collect();
        let op = Op::named("tf.X")
            .with_constant(Tensor { ty: TensorType::fixed(Elem::F32, &[2]), data: bytes })
            .with_operand(TensorType::unranked(Elem::F32));
        assert_eq!(op.const_f32s(0).ok(), Some(Some(vec![1.5, -2.0])));
        assert_eq!(op.const_f32s(1).ok(), Some(None));
        assert!(diagnostic(op.const_ints(0).unwrap_err()).message.contains("f32 and not of i32"));
        assert!(op.const_f32s(2).is_err());
    }

    #[test]
    fn values_are_numbered_operands_first_and_constants_second() {
        let ty = TensorType::unranked(Elem::F32);
        let op = Op::named("tf.X").with_operand(ty.clone()).with_result(ty.clone());
        let mut b = Builder::new(&op);
        let x = b.operand(0).expect("there is one");
        let y = b.unary("tfl.exp", x, &ty);
        let one = b.scalar_f32(1.0);
        let z = b.binary("tfl.add", y, one, &ty);
        let fragment = b.finish(&[z]).expect("it is whole");
        assert_eq!(fragment.ops[0].operands, [Some(0)]);
        assert_eq!(fragment.ops[1].operands, [Some(2), Some(1)]);
        assert_eq!(fragment.results, [3]);
        assert_eq!(fragment.ops[1].attrs[0].name, "fused_activation_function");
    }
}
