//! How fast large weights are computed while they are written: a transposed dense kernel of VGG19's size, and filters
//! brought from TensorFlow's order into TFLite's, without and with a scale for each channel.

#[path = "../tests/support/mod.rs"]
mod support;

use std::sync::Arc;

use core_ir::consts::MappedBytes;
use core_ir::{ConstData, ConstId, Context, TypeId};
use support::{konst, with_view};

fn main() {
    divan::main();
}

/// Zeros behind a mapping that is not aligned.
fn mapped(ctx: &Context, shape: &[i64]) -> ConstId {
    let count: i64 = shape.iter().product();
    let file = vec![0u8; 1 + 4 * count as usize];
    let len = file.len();
    let bytes = MappedBytes::new(Arc::new(file), 1..len).expect("the range is inside");
    ctx.constant(ctx.fixed_tensor(shape, TypeId::F32), ConstData::Mapped(bytes))
}

fn fold(ctx: &Context, name: &str, operands: &[ConstId], shape: &[i64]) -> ConstId {
    let operands: Vec<_> = operands.iter().map(|&id| konst(ctx, id)).collect();
    let ty = ctx.fixed_tensor(shape, TypeId::F32);
    with_view(ctx, name, &[], &operands, &[ty], eval::fold).expect("it folds")[0]
}

fn drain(bencher: divan::Bencher<'_, '_>, ctx: &Context, id: ConstId) {
    let data = &ctx.const_of(id).data;
    bencher.counter(divan::counter::BytesCount::new(data.byte_len(0))).bench_local(|| {
        let mut sum = 0usize;
        data.for_each_piece(0, &mut |piece| sum += piece.len());
        sum
    });
}

#[divan::bench(sample_count = 5)]
fn dense_transposed(bencher: divan::Bencher<'_, '_>) {
    let ctx = Context::new();
    let order = ctx.const_i32s(&[1, 0]);
    let id = fold(&ctx, "tf.Transpose", &[mapped(&ctx, &[25088, 4096]), order], &[4096, 25088]);
    drain(bencher, &ctx, id);
}

#[divan::bench(sample_count = 5)]
fn filters_transposed(bencher: divan::Bencher<'_, '_>) {
    let ctx = Context::new();
    let order = ctx.const_i32s(&[3, 0, 1, 2]);
    let id = fold(&ctx, "tf.Transpose", &[mapped(&ctx, &[3, 3, 512, 5120]), order], &[5120, 3, 3, 512]);
    drain(bencher, &ctx, id);
}

#[divan::bench(sample_count = 5)]
fn filters_scaled_and_transposed(bencher: divan::Bencher<'_, '_>) {
    let ctx = Context::new();
    let order = ctx.const_i32s(&[3, 0, 1, 2]);
    let weights = [mapped(&ctx, &[3, 3, 512, 5120]), mapped(&ctx, &[5120])];
    let scaled = fold(&ctx, "tf.Mul", &weights, &[3, 3, 512, 5120]);
    let id = fold(&ctx, "tf.Transpose", &[scaled, order], &[5120, 3, 3, 512]);
    drain(bencher, &ctx, id);
}
