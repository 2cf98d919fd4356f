//! Formulas as operations: values that know their types, so that a formula reads as one.

use tfl_opt_plugin::{Builder, Elem, Failure, Fragment, Op, TensorType, Value, declined};

/// A tensor of `f32` or of booleans within the fragment.
#[derive(Clone, Debug)]
pub struct Tensor {
    value: Value,
    ty: TensorType,
}

/// Writes formulas into a fragment.
pub struct Calc {
    builder: Builder,
    /// Constants that are there already.
    numbers: Vec<(u32, Tensor)>,
}

macro_rules! binary {
    ($($(#[$doc:meta])* $name:ident $op:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name(&mut self, x: &Tensor, y: &Tensor) -> Tensor {
            self.binary($op, x, y)
        }
    )*};
}

macro_rules! unary {
    ($($(#[$doc:meta])* $name:ident $op:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name(&mut self, x: &Tensor) -> Tensor {
            let value = self.builder.unary($op, x.value, &x.ty);
            Tensor { value, ty: x.ty.clone() }
        }
    )*};
}

macro_rules! comparison {
    ($($(#[$doc:meta])* $name:ident $op:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name(&mut self, x: &Tensor, y: &Tensor) -> Tensor {
            let ty = broadcast(&x.ty, &y.ty).with_elem(Elem::from("i1"));
            let value = self.builder.binary($op, x.value, y.value, &ty);
            Tensor { value, ty }
        }
    )*};
}

impl Calc {
    /// A fragment for `op` without anything in it. Other elements than `f32` are declined.
    pub fn new(op: &Op) -> Result<Self, Failure> {
        let types = op.operands().iter().map(|operand| &operand.ty).chain(op.results());
        if let Some(other) = types.map(TensorType::elem_type).find(|elem| *elem != Elem::F32) {
            return Err(declined(format!("only f32 is converted, and this is {other}")));
        }
        Ok(Self { builder: Builder::new(op), numbers: Vec::new() })
    }

    /// Operand `i` of the operation.
    pub fn operand(&self, op: &Op, i: usize) -> Result<Tensor, Failure> {
        Ok(Tensor { value: self.builder.operand(i)?, ty: op.operand(i)?.clone() })
    }

    /// A number. Each is one constant, however often it is asked for.
    pub fn number(&mut self, x: f32) -> Tensor {
        if let Some((_, known)) = self.numbers.iter().find(|(bits, _)| *bits == x.to_bits()) {
            return known.clone();
        }
        let number = Tensor { value: self.builder.scalar_f32(x), ty: TensorType::fixed(Elem::F32, &[]) };
        self.numbers.push((x.to_bits(), number.clone()));
        number
    }

    binary! {
        /// x + y
        add "tfl.add";
        /// x - y
        sub "tfl.sub";
        /// x y
        mul "tfl.mul";
        /// x / y
        div "tfl.div";
        /// The lesser.
        minimum "tfl.minimum";
    }

    unary! {
        /// The magnitude.
        abs "tfl.abs";
        /// e to the x
        exp "tfl.exp";
        /// The natural logarithm.
        log "tfl.log";
        /// The square root.
        sqrt "tfl.sqrt";
        /// The integer below.
        floor "tfl.floor";
        /// The sine.
        sin "tfl.sin";
        /// The cosine.
        cos "tfl.cos";
    }

    comparison! {
        /// x < y
        less "tfl.less";
        /// x <= y
        less_equal "tfl.less_equal";
        /// x > y
        greater "tfl.greater";
        /// x = y
        equal "tfl.equal";
    }

    /// One or both.
    pub fn or(&mut self, x: &Tensor, y: &Tensor) -> Tensor {
        self.binary("tfl.logical_or", x, y)
    }

    /// `yes` where `condition` holds, and else `no`.
    pub fn select(&mut self, condition: &Tensor, yes: &Tensor, no: &Tensor) -> Tensor {
        let ty = broadcast(&condition.ty, &broadcast(&yes.ty, &no.ty)).with_elem(Elem::F32);
        let operands = [condition.value, yes.value, no.value];
        let value = self.builder.op("tfl.select_v2", &operands, std::slice::from_ref(&ty))[0];
        Tensor { value, ty }
    }

    /// x + c
    pub fn plus(&mut self, x: &Tensor, c: f32) -> Tensor {
        if c == 0.0 {
            return x.clone();
        }
        let c = self.number(c);
        self.add(x, &c)
    }

    /// c x
    pub fn times(&mut self, x: &Tensor, c: f32) -> Tensor {
        let c = self.number(c);
        self.mul(x, &c)
    }

    /// c - x
    pub fn from(&mut self, c: f32, x: &Tensor) -> Tensor {
        let c = self.number(c);
        self.sub(&c, x)
    }

    /// c / x
    pub fn over(&mut self, c: f32, x: &Tensor) -> Tensor {
        let c = self.number(c);
        self.div(&c, x)
    }

    /// The polynomial in x with these coefficients, the one of the highest power first.
    pub fn polynomial(&mut self, coefficients: &[f32], x: &Tensor) -> Tensor {
        let mut sum = self.number(coefficients[0]);
        for &c in &coefficients[1..] {
            let product = self.mul(x, &sum);
            sum = self.plus(&product, c);
        }
        sum
    }

    /// The product of all.
    pub fn product(&mut self, factors: &[Tensor]) -> Tensor {
        let mut product = factors[0].clone();
        for factor in &factors[1..] {
            product = self.mul(&product, factor);
        }
        product
    }

    /// The fragment, in which `result` replaces the only result of the operation.
    pub fn finish(self, result: &Tensor) -> Result<Fragment, Failure> {
        self.builder.finish(&[result.value])
    }

    fn binary(&mut self, name: &str, x: &Tensor, y: &Tensor) -> Tensor {
        let ty = broadcast(&x.ty, &y.ty);
        Tensor { value: self.builder.binary(name, x.value, y.value, &ty), ty }
    }
}

/// The type of a result. The operands of these functions have one shape, or are scalars.
fn broadcast(x: &TensorType, y: &TensorType) -> TensorType {
    if x.rank() == Some(0) { y.clone() } else { x.clone() }
}
