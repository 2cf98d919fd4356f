//! Building a fragment.

use std::ops::{Deref, DerefMut};

use crate::{
    Attr, Elem, Failure, Fragment, NamedAttr, NewOp, Op, Options, Region, Tensor, TensorType, failed,
};

/// A value within a fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value(Origin);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    Const(u32),
    /// A parameter of a body: of the fragment's own, an operand of the operation.
    Param {
        body: u32,
        at: u32,
    },
    Result {
        body: u32,
        at: u32,
    },
}

/// Builtin operations of TFLite that take an activation along.
const WITH_ACTIVATION: &[&str] = &["tfl.add", "tfl.sub", "tfl.mul", "tfl.div"];

/// A list of operations: the fragment's, or those of a region.
#[derive(Debug, Default)]
pub struct Body {
    id: u32,
    params: u32,
    ops: Vec<Pending>,
    results: u32,
}

/// An operation whose values have no numbers yet.
#[derive(Debug)]
struct Pending {
    name: String,
    attrs: Vec<NamedAttr>,
    operands: Vec<Option<Value>>,
    results: Vec<TensorType>,
    regions: Vec<u32>,
}

impl Body {
    /// Adds an operation, and gives its results. Every builtin operation of TFLite is called as in its MLIR dialect:
    /// `tfl.select_v2`.
    pub fn op(&mut self, name: &str, operands: &[Value], results: &[TensorType]) -> Vec<Value> {
        self.op_with(name, operands, &[], results)
    }

    /// The same with attributes.
    pub fn op_with(
        &mut self,
        name: &str,
        operands: &[Value],
        attrs: &[(&str, Attr)],
        results: &[TensorType],
    ) -> Vec<Value> {
        let operands: Vec<Option<Value>> = operands.iter().copied().map(Some).collect();
        self.op_in_full(name, &operands, attrs, results, &[])
    }

    /// The same with operands that may be absent, and with regions in the order of the operation's definition.
    pub fn op_in_full(
        &mut self,
        name: &str,
        operands: &[Option<Value>],
        attrs: &[(&str, Attr)],
        results: &[TensorType],
        regions: &[RegionId],
    ) -> Vec<Value> {
        let named =
            |(name, value): &(&str, Attr)| NamedAttr { name: (*name).to_owned(), value: value.clone() };
        let mut attrs: Vec<NamedAttr> = attrs.iter().map(named).collect();
        const ACTIVATION: &str = "fused_activation_function";
        if WITH_ACTIVATION.contains(&name) && attrs.iter().all(|attr| attr.name != ACTIVATION) {
            attrs.push(NamedAttr { name: ACTIVATION.to_owned(), value: "NONE".into() });
        }
        self.ops.push(Pending {
            name: name.to_owned(),
            attrs,
            operands: operands.to_vec(),
            results: results.to_vec(),
            regions: regions.iter().map(|region| region.0).collect(),
        });
        let first = self.results;
        self.results += results.len() as u32;
        (first..self.results).map(|at| Value(Origin::Result { body: self.id, at })).collect()
    }

    /// An operation with one operand and one result.
    pub fn unary(&mut self, name: &str, x: Value, ty: &TensorType) -> Value {
        self.op(name, &[x], std::slice::from_ref(ty))[0]
    }

    /// An operation with two operands and one result.
    pub fn binary(&mut self, name: &str, x: Value, y: Value, ty: &TensorType) -> Value {
        self.op(name, &[x, y], std::slice::from_ref(ty))[0]
    }

    /// A custom operation of the runtime: `code` is the name under which its kernel is registered. A kernel that reads its
    /// options as a structure of its own gets them as [`Attr::Bytes`] of `custom_option` from [`Body::op_with`]; the
    /// manifest then names `code` in `raw_options`.
    pub fn custom(
        &mut self,
        code: &str,
        options: Options,
        operands: &[Value],
        results: &[TensorType],
    ) -> Vec<Value> {
        let attrs = [("custom_code", code.into()), ("custom_option", options.into())];
        self.op_with("tfl.custom", operands, &attrs, results)
    }

    fn numbered(self, consts: u32, place: &str) -> Result<(Vec<NewOp>, Numbering), Failure> {
        let numbering = Numbering { body: self.id, params: self.params, consts };
        let mut ops = Vec::with_capacity(self.ops.len());
        for op in self.ops {
            let operands: Result<Vec<Option<u32>>, Failure> = op
                .operands
                .into_iter()
                .map(|value| value.map(|value| numbering.number(value, place)).transpose())
                .collect();
            ops.push(NewOp {
                name: op.name,
                attrs: op.attrs,
                operands: operands?,
                results: op.results,
                regions: op.regions,
            });
        }
        Ok((ops, numbering))
    }
}

/// How the values of one body are numbered.
struct Numbering {
    body: u32,
    params: u32,
    consts: u32,
}

impl Numbering {
    fn number(&self, value: Value, place: &str) -> Result<u32, Failure> {
        match value.0 {
            Origin::Const(at) => Ok(self.params + at),
            Origin::Param { body, at } if body == self.body => Ok(at),
            Origin::Result { body, at } if body == self.body => Ok(self.params + self.consts + at),
            _ => Err(failed(format!("the plugin uses a value of another body in {place}")).into()),
        }
    }
}

/// A region of a control-flow operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionId(u32);

/// Builds a fragment: its constants, its regions and, as a [`Body`], its operations.
#[derive(Debug)]
pub struct Builder {
    body: Body,
    consts: Vec<Tensor>,
    /// Bodies of regions with the types of their parameters and what they yield.
    regions: Vec<(Body, Vec<TensorType>, Vec<Value>)>,
    custom_cost: Option<u64>,
}

impl Deref for Builder {
    type Target = Body;

    fn deref(&self) -> &Body {
        &self.body
    }
}

impl DerefMut for Builder {
    fn deref_mut(&mut self) -> &mut Body {
        &mut self.body
    }
}

impl Builder {
    /// Nothing yet, in the place of `op`.
    pub fn new(op: &Op) -> Self {
        Self {
            body: Body { params: op.operands().len() as u32, ..Body::default() },
            consts: Vec::new(),
            regions: Vec::new(),
            custom_cost: None,
        }
    }

    /// Operand `i` of the operation; that there is none is an error of the operation.
    pub fn operand(&self, i: usize) -> Result<Value, Failure> {
        let params = self.body.params;
        match u32::try_from(i) {
            Ok(at) if at < params => Ok(Value(Origin::Param { body: 0, at })),
            _ => Err(failed(format!("there is no operand {i}; there are {params}")).into()),
        }
    }

    /// A constant.
    pub fn constant(&mut self, tensor: Tensor) -> Value {
        self.consts.push(tensor);
        Value(Origin::Const(self.consts.len() as u32 - 1))
    }

    /// A constant of `f32`.
    pub fn const_f32(&mut self, elements: &[f32], dims: &[u64]) -> Value {
        let data = elements.iter().flat_map(|x| x.to_le_bytes()).collect();
        self.constant(Tensor { ty: TensorType::fixed(Elem::F32, dims), data })
    }

    /// A constant of `i32`.
    pub fn const_i32(&mut self, elements: &[i32], dims: &[u64]) -> Value {
        let data = elements.iter().flat_map(|x| x.to_le_bytes()).collect();
        self.constant(Tensor { ty: TensorType::fixed(Elem::Int(32), dims), data })
    }

    /// A single `f32`.
    pub fn scalar_f32(&mut self, x: f32) -> Value {
        self.const_f32(&[x], &[])
    }

    /// A single `i32`.
    pub fn scalar_i32(&mut self, x: i32) -> Value {
        self.const_i32(&[x], &[])
    }

    /// A region, which sees its parameters and the constants of the fragment. `build` gets the parameters and says what it
    /// yields.
    pub fn region(
        &mut self,
        params: &[TensorType],
        build: impl FnOnce(&mut Body, &[Value]) -> Vec<Value>,
    ) -> RegionId {
        let id = self.regions.len() as u32 + 1;
        let mut body = Body { id, params: params.len() as u32, ..Body::default() };
        let values: Vec<Value> = (0..body.params).map(|at| Value(Origin::Param { body: id, at })).collect();
        let results = build(&mut body, &values);
        self.regions.push((body, params.to_vec(), results));
        RegionId(id - 1)
    }

    /// Says what one run of the fragment's custom operations costs, in picoseconds on one core.
    pub fn custom_cost(&mut self, picoseconds: u64) {
        self.custom_cost = Some(picoseconds);
    }

    /// The fragment, in which `results` replace the results of the operation.
    pub fn finish(self, results: &[Value]) -> Result<Fragment, Failure> {
        let consts = self.consts.len() as u32;
        let mut regions = Vec::with_capacity(self.regions.len());
        for (i, (body, params, yielded)) in self.regions.into_iter().enumerate() {
            let place = format!("region {i}");
            let (ops, numbering) = body.numbered(consts, &place)?;
            let results: Result<Vec<u32>, Failure> =
                yielded.into_iter().map(|value| numbering.number(value, &place)).collect();
            regions.push(Region { params, ops, results: results? });
        }
        let (ops, numbering) = self.body.numbered(consts, "the fragment")?;
        let results: Result<Vec<u32>, Failure> =
            results.iter().map(|&value| numbering.number(value, "the fragment")).collect();
        Ok(Fragment { consts: self.consts, ops, results: results?, regions, custom_cost: self.custom_cost })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_sees_its_parameters_and_constants_only() {
        let ty = TensorType::fixed(Elem::F32, &[2]);
        let op = Op::named("tf.X").with_operand(ty.clone()).with_result(ty.clone());
        let mut b = Builder::new(&op);
        let x = b.operand(0).expect("there is one");
        let one = b.scalar_f32(1.0);
        let region = b.region(std::slice::from_ref(&ty), |body, params| {
            vec![body.binary("tfl.add", params[0], one, &ty)]
        });
        let results = b.op_in_full("tfl.while", &[Some(x)], &[], std::slice::from_ref(&ty), &[region]);
        let fragment = b.finish(&results).expect("it is whole");
        assert_eq!(fragment.regions[0].ops[0].operands, [Some(0), Some(1)]);
        assert_eq!(
            (fragment.regions[0].results.as_slice(), fragment.results.as_slice()),
            (&[2][..], &[2][..])
        );

        let mut b = Builder::new(&op);
        let x = b.operand(0).expect("there is one");
        b.region(std::slice::from_ref(&ty), |body, _| vec![body.unary("tfl.exp", x, &ty)]);
        assert!(matches!(b.finish(&[x]), Err(Failure::Failed(_))));
    }
}
