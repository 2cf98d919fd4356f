//! Graphs like BERT, of any depth.

use std::sync::Arc;

use core_ir::consts::MappedBytes;
use core_ir::{AttrId, Block, ConstData, Context, Graph, LocId, OpState, TypeId, Value};

const BATCH: i64 = 1;
const SEQUENCE: i64 = 128;
const HEADS: i64 = 4;
const HEAD: i64 = 16;
const WIDTH: i64 = HEADS * HEAD;
const INNER: i64 = 4 * WIDTH;

/// TensorFlow operations in one layer, constants aside.
pub(crate) const OPS_PER_LAYER: usize = 53;

/// A graph and what it needs to be made.
struct Bert<'c> {
    ctx: &'c Context,
    graph: Graph,
    block: Block,
    /// Where all weights lie.
    file: Arc<Vec<u8>>,
    /// Where the next one begins.
    at: usize,
}

/// A graph of `layers` encoder layers of TensorFlow operations, as Keras writes them: attention, normalisation, an inner
/// layer with GELU. Each weight is a constant of its own.
pub(crate) fn bert(ctx: &Context, layers: usize) -> (Graph, Block) {
    let (graph, block) = Graph::with_block();
    let largest = 4 * (WIDTH * INNER) as usize;
    // Weights overlap, but no two are the same. A pattern that does not repeat stands for trained ones.
    let bytes = (0..largest as u64 + 32 * layers as u64).map(|i| (i.wrapping_mul(0x9e37_79b9) >> 16) as u8);
    let mut this = Bert { ctx, graph, block, file: Arc::new(bytes.collect()), at: 0 };
    let input = ctx.fixed_tensor(&[BATCH * SEQUENCE, WIDTH], TypeId::F32);
    let mut x = this.graph.add_block_arg(block, input, LocId::UNKNOWN);
    for _ in 0..layers {
        x = this.layer(x);
    }
    let end = OpState::new(ctx.op_name("func.return"), LocId::UNKNOWN).operands([x]);
    this.graph.append_op(block, end);
    (this.graph, block)
}

impl Bert<'_> {
    fn layer(&mut self, x: Value) -> Value {
        let rows = [BATCH * SEQUENCE, WIDTH];
        let split = [BATCH, SEQUENCE, HEADS, HEAD];
        let heads: Vec<Value> = (0..3)
            .map(|_| {
                let dense = self.dense(x, WIDTH, WIDTH);
                let split = self.reshape(dense, &split);
                self.transpose(split, [0, 2, 1, 3])
            })
            .collect();
        let adjoint = ("adj_y", self.ctx.bool_attr(true));
        let scores = self.op(
            "tf.BatchMatMulV2",
            &[heads[0], heads[1]],
            &[adjoint],
            &[BATCH, HEADS, SEQUENCE, SEQUENCE],
        );
        let scale = self.number(0.25);
        let scaled = self.op("tf.Mul", &[scores, scale], &[], &[BATCH, HEADS, SEQUENCE, SEQUENCE]);
        let weights = self.op("tf.Softmax", &[scaled], &[], &[BATCH, HEADS, SEQUENCE, SEQUENCE]);
        let context = self.op("tf.BatchMatMulV2", &[weights, heads[2]], &[], &[BATCH, HEADS, SEQUENCE, HEAD]);
        let joined = self.transpose(context, [0, 2, 1, 3]);
        let joined = self.reshape(joined, &rows);
        let attention = self.dense(joined, WIDTH, WIDTH);
        let attention = self.op("tf.Identity", &[attention], &[], &rows);
        let sum = self.op("tf.AddV2", &[x, attention], &[], &rows);
        let normal = self.layer_norm(sum);
        let inner = self.dense(normal, WIDTH, INNER);
        let inner = self.gelu(inner);
        let outer = self.dense(inner, INNER, WIDTH);
        let outer = self.op("tf.Identity", &[outer], &[], &rows);
        let sum = self.op("tf.AddV2", &[normal, outer], &[], &rows);
        self.layer_norm(sum)
    }

    fn dense(&mut self, x: Value, inputs: i64, units: i64) -> Value {
        let (kernel, bias) = (self.weight(&[inputs, units]), self.weight(&[units]));
        let shape = [BATCH * SEQUENCE, units];
        let product = self.op("tf.MatMul", &[x, kernel], &[], &shape);
        self.op("tf.BiasAdd", &[product, bias], &[], &shape)
    }

    fn gelu(&mut self, x: Value) -> Value {
        let shape = [BATCH * SEQUENCE, INNER];
        let (root, one, half) =
            (self.number(std::f32::consts::FRAC_1_SQRT_2), self.number(1.0), self.number(0.5));
        let scaled = self.op("tf.Mul", &[x, root], &[], &shape);
        let erf = self.op("tf.Erf", &[scaled], &[], &shape);
        let shifted = self.op("tf.AddV2", &[erf, one], &[], &shape);
        let halved = self.op("tf.Mul", &[x, half], &[], &shape);
        self.op("tf.Mul", &[halved, shifted], &[], &shape)
    }

    fn layer_norm(&mut self, x: Value) -> Value {
        let (rows, ones) = ([BATCH * SEQUENCE, WIDTH], [BATCH * SEQUENCE, 1]);
        let keep = ("keep_dims", self.ctx.bool_attr(true));
        let axis = self.ints(&[1]);
        let mean = self.op("tf.Mean", &[x, axis], &[keep], &ones);
        let squares = self.op("tf.SquaredDifference", &[x, mean], &[], &rows);
        let variance = self.op("tf.Mean", &[squares, axis], &[keep], &ones);
        let (epsilon, gamma, beta) = (self.number(1e-3), self.weight(&[WIDTH]), self.weight(&[WIDTH]));
        let shifted = self.op("tf.AddV2", &[variance, epsilon], &[], &ones);
        let inverse = self.op("tf.Rsqrt", &[shifted], &[], &ones);
        let scale = self.op("tf.Mul", &[inverse, gamma], &[], &rows);
        let scaled = self.op("tf.Mul", &[x, scale], &[], &rows);
        let center = self.op("tf.Mul", &[mean, scale], &[], &rows);
        let offset = self.op("tf.Sub", &[beta, center], &[], &rows);
        self.op("tf.AddV2", &[scaled, offset], &[], &rows)
    }

    fn reshape(&mut self, x: Value, shape: &[i64]) -> Value {
        let to = self.ints(&shape.iter().map(|&n| n as i32).collect::<Vec<_>>());
        self.op("tf.Reshape", &[x, to], &[], shape)
    }

    /// Swaps the sequence and the heads.
    fn transpose(&mut self, x: Value, order: [i32; 4]) -> Value {
        let from = self.ctx.shape(self.graph.value_type(x)).expect("it has a rank").to_vec();
        let shape: Vec<i64> = order.iter().map(|&i| from[i as usize].fixed().expect("it is fixed")).collect();
        let order = self.ints(&order);
        self.op("tf.Transpose", &[x, order], &[], &shape)
    }

    fn op(&mut self, name: &str, operands: &[Value], attrs: &[(&str, AttrId)], shape: &[i64]) -> Value {
        let ctx = self.ctx;
        let props = ctx.dict(attrs.iter().map(|&(name, attr)| (ctx.str(name), attr)));
        let state = OpState::new(ctx.op_name(name), LocId::UNKNOWN).operands(operands).props(props);
        let op = self.graph.append_op(self.block, state.results([ctx.fixed_tensor(shape, TypeId::F32)]));
        self.graph.results(op)[0]
    }

    fn constant(&mut self, ty: TypeId, data: ConstData) -> Value {
        let ctx = self.ctx;
        let props = ctx.dict([(ctx.str("value"), ctx.elements_attr(ctx.constant(ty, data)))]);
        let state = OpState::new(ctx.op_name("tf.Const"), LocId::UNKNOWN).props(props).results([ty]);
        let op = self.graph.append_op(self.block, state);
        self.graph.results(op)[0]
    }

    fn number(&mut self, x: f32) -> Value {
        let ty = self.ctx.fixed_tensor(&[], TypeId::F32);
        self.constant(ty, ConstData::Owned(x.to_le_bytes().to_vec().into()))
    }

    fn ints(&mut self, ints: &[i32]) -> Value {
        let ty = self.ctx.fixed_tensor(&[ints.len() as i64], TypeId::I32);
        let bytes: Vec<u8> = ints.iter().flat_map(|n| n.to_le_bytes()).collect();
        self.constant(ty, ConstData::Owned(bytes.into()))
    }

    fn weight(&mut self, shape: &[i64]) -> Value {
        let len = 4 * shape.iter().product::<i64>() as usize;
        let bytes =
            MappedBytes::new(self.file.clone(), self.at..self.at + len).expect("the file is long enough");
        self.at += 2;
        self.constant(self.ctx.fixed_tensor(shape, TypeId::F32), ConstData::Mapped(bytes))
    }
}
