//! Expressions over tensors of one element type, as operations of TFLite.

use tfl_opt_plugin::{Builder, Elem, TensorType, Value};

/// Builds elementwise operations that have all one shape.
pub(crate) struct Math {
    pub(crate) b: Builder,
    ty: TensorType,
    mask: TensorType,
}

impl Math {
    pub(crate) fn new(b: Builder, ty: &TensorType) -> Self {
        Self { b, ty: ty.clone(), mask: ty.with_elem(Elem::Bool) }
    }

    /// The type of all values.
    pub(crate) fn ty(&self) -> TensorType {
        self.ty.clone()
    }

    fn binary(&mut self, name: &str, x: Value, y: Value) -> Value {
        self.b.binary(name, x, y, &self.ty)
    }

    pub(crate) fn unary(&mut self, name: &str, x: Value) -> Value {
        self.b.unary(name, x, &self.ty)
    }

    pub(crate) fn num(&mut self, x: f32) -> Value {
        self.b.scalar_f32(x)
    }

    pub(crate) fn add(&mut self, x: Value, y: Value) -> Value {
        self.binary("tfl.add", x, y)
    }

    pub(crate) fn sub(&mut self, x: Value, y: Value) -> Value {
        self.binary("tfl.sub", x, y)
    }

    pub(crate) fn mul(&mut self, x: Value, y: Value) -> Value {
        self.binary("tfl.mul", x, y)
    }

    pub(crate) fn div(&mut self, x: Value, y: Value) -> Value {
        self.binary("tfl.div", x, y)
    }

    /// `x + c`
    pub(crate) fn plus(&mut self, x: Value, c: f32) -> Value {
        let c = self.num(c);
        self.add(x, c)
    }

    /// `x * c`
    pub(crate) fn times(&mut self, x: Value, c: f32) -> Value {
        let c = self.num(c);
        self.mul(x, c)
    }

    /// `c - x`
    pub(crate) fn from(&mut self, c: f32, x: Value) -> Value {
        let c = self.num(c);
        self.sub(c, x)
    }

    /// `c / x`
    pub(crate) fn over(&mut self, c: f32, x: Value) -> Value {
        let c = self.num(c);
        self.div(c, x)
    }

    /// Where `x` stands to `y` as `name` says: `tfl.less`.
    pub(crate) fn compare(&mut self, name: &str, x: Value, y: Value) -> Value {
        self.b.binary(name, x, y, &self.mask)
    }

    pub(crate) fn select(&mut self, mask: Value, yes: Value, no: Value) -> Value {
        self.b.op("tfl.select_v2", &[mask, yes, no], std::slice::from_ref(&self.ty))[0]
    }

    /// The polynomial whose coefficients are `c`, that of the highest power first.
    pub(crate) fn polynomial(&mut self, x: Value, c: &[f32]) -> Value {
        let mut sum = self.num(c[0]);
        for &next in &c[1..] {
            let product = self.mul(sum, x);
            sum = self.plus(product, next);
        }
        sum
    }
}
