//! Folding of constants: what is computed at once, what is streamed, and that both give the same bytes.

mod support;

use std::sync::Arc;

use core_ir::consts::MappedBytes;
use core_ir::spec::OperandInfo;
use core_ir::{AttrId, ConstData, ConstId, Context, TypeId};
use eval::{Tensor, fold};
use support::{konst, typed, with_view};

/// Floats that are all different, behind a mapping that is not aligned.
fn mapped(ctx: &Context, shape: &[i64]) -> ConstId {
    let count: i64 = shape.iter().product();
    let mut file = vec![0xff];
    (0..count).for_each(|i| file.extend((i as f32 * 0.25 - 7.0).to_le_bytes()));
    let len = file.len();
    let bytes = MappedBytes::new(Arc::new(file), 1..len).unwrap();
    ctx.constant(ctx.fixed_tensor(shape, TypeId::F32), ConstData::Mapped(bytes))
}

fn floats(ctx: &Context, id: ConstId) -> Vec<f32> {
    Tensor::from_const(ctx, id).unwrap().elems::<f32>().unwrap().to_vec()
}

fn fold_one(
    ctx: &Context,
    name: &str,
    attrs: &[(&str, AttrId)],
    operands: &[OperandInfo<'_>],
    shape: &[i64],
    elem: TypeId,
) -> Option<ConstId> {
    let ty = ctx.fixed_tensor(shape, elem);
    let ids = with_view(ctx, name, attrs, operands, &[ty], fold)?;
    assert_eq!(ids.len(), 1);
    assert_eq!(ctx.const_type(ids[0]), ty);
    Some(ids[0])
}

fn is_deferred(ctx: &Context, id: ConstId) -> bool {
    matches!(ctx.const_of(id).data, ConstData::Deferred(_))
}

/// The transposed elements, one at a time.
fn transposed(elems: &[f32], rows: usize, columns: usize) -> Vec<f32> {
    (0..columns).flat_map(|j| (0..rows).map(move |i| elems[i * columns + j])).collect()
}

#[test]
fn a_large_transposition_is_streamed_and_a_small_one_is_not() {
    let ctx = Context::new();
    let weight = mapped(&ctx, &[300, 270]);
    let perm = konst(&ctx, ctx.const_i32s(&[1, 0]));
    let folded =
        fold_one(&ctx, "tfl.transpose", &[], &[konst(&ctx, weight), perm], &[270, 300], TypeId::F32).unwrap();
    assert!(is_deferred(&ctx, folded));
    assert_eq!(floats(&ctx, folded), transposed(&floats(&ctx, weight), 300, 270));
    let small = mapped(&ctx, &[3, 50]);
    let folded =
        fold_one(&ctx, "tf.Transpose", &[], &[konst(&ctx, small), perm], &[50, 3], TypeId::F32).unwrap();
    assert!(!is_deferred(&ctx, folded));
    assert_eq!(floats(&ctx, folded), transposed(&floats(&ctx, small), 3, 50));
}

#[test]
fn a_convolution_weight_is_scaled_and_transposed_in_one_stream() {
    let ctx = Context::new();
    let (weight, scale) = (mapped(&ctx, &[3, 3, 40, 80]), mapped(&ctx, &[80]));
    let scaled = fold_one(
        &ctx,
        "tf.Mul",
        &[],
        &[konst(&ctx, weight), konst(&ctx, scale)],
        &[3, 3, 40, 80],
        TypeId::F32,
    );
    let perm = konst(&ctx, ctx.const_i32s(&[3, 0, 1, 2]));
    let scaled = konst(&ctx, scaled.unwrap());
    let folded = fold_one(&ctx, "tfl.transpose", &[], &[scaled, perm], &[80, 3, 3, 40], TypeId::F32).unwrap();
    assert!(is_deferred(&ctx, folded));
    let (w, s) = (floats(&ctx, weight), floats(&ctx, scale));
    let expected: Vec<f32> = w.iter().enumerate().map(|(i, w)| w * s[i % 80]).collect();
    assert_eq!(floats(&ctx, folded), transposed(&expected, 360, 80));
    // And through a reshape that leaves the depth where it is.
    let shape = konst(&ctx, ctx.const_i32s(&[80, -1]));
    let flat =
        fold_one(&ctx, "tf.Reshape", &[], &[konst(&ctx, folded), shape], &[80, 360], TypeId::F32).unwrap();
    let perm = konst(&ctx, ctx.const_i32s(&[1, 0]));
    let back =
        fold_one(&ctx, "tf.Transpose", &[], &[konst(&ctx, flat), perm], &[360, 80], TypeId::F32).unwrap();
    assert_eq!(floats(&ctx, back), expected);
}

#[test]
fn shape_changes_and_leading_slices_share_the_mapped_bytes() {
    let ctx = Context::new();
    let weight = mapped(&ctx, &[200, 300]);
    let shape = konst(&ctx, ctx.const_i32s(&[-1, 100]));
    let folded =
        fold_one(&ctx, "tf.Reshape", &[], &[konst(&ctx, weight), shape], &[600, 100], TypeId::F32).unwrap();
    assert!(matches!(ctx.const_of(folded).data, ConstData::Mapped(_)));
    let (begin, size) = (ctx.const_i32s(&[50, 0]), ctx.const_i32s(&[100, -1]));
    let operands = [konst(&ctx, weight), konst(&ctx, begin), konst(&ctx, size)];
    let part = fold_one(&ctx, "tfl.slice", &[], &operands, &[100, 300], TypeId::F32).unwrap();
    assert!(matches!(ctx.const_of(part).data, ConstData::Mapped(_)));
    assert_eq!(floats(&ctx, part), floats(&ctx, weight)[50 * 300..150 * 300]);
    let axis = ctx.const_from_bytes(ctx.tensor(&[], TypeId::I32), &1i32.to_le_bytes());
    let halves = [ctx.fixed_tensor(&[200, 150], TypeId::F32); 2];
    let attrs = [("num_splits", ctx.i32_attr(2))];
    let parts =
        with_view(&ctx, "tfl.split", &attrs, &[konst(&ctx, axis), konst(&ctx, weight)], &halves, fold)
            .unwrap();
    let whole = floats(&ctx, weight);
    let right: Vec<f32> = whole.chunks(300).flat_map(|row| row[150..].to_vec()).collect();
    assert_eq!(floats(&ctx, parts[1]), right);
}

#[test]
fn flipped_kernels_are_streamed() {
    let ctx = Context::new();
    let weight = mapped(&ctx, &[3, 3, 40, 80]);
    let axes = konst(&ctx, ctx.const_i32s(&[0, 1]));
    let flipped =
        fold_one(&ctx, "tf.ReverseV2", &[], &[konst(&ctx, weight), axes], &[3, 3, 40, 80], TypeId::F32);
    let expected: Vec<f32> = floats(&ctx, weight).rchunks(40 * 80).flatten().copied().collect();
    assert!(is_deferred(&ctx, flipped.unwrap()));
    assert_eq!(floats(&ctx, flipped.unwrap()), expected);
    let perm = konst(&ctx, ctx.const_i32s(&[0, 1, 3, 2]));
    let both = fold_one(
        &ctx,
        "tf.Transpose",
        &[],
        &[konst(&ctx, flipped.unwrap()), perm],
        &[3, 3, 80, 40],
        TypeId::F32,
    );
    let swapped: Vec<f32> = expected.chunks(40 * 80).flat_map(|tap| transposed(tap, 40, 80)).collect();
    assert_eq!(floats(&ctx, both.unwrap()), swapped);
}

#[test]
fn casts_round_once_for_each_cast() {
    let ctx = Context::new();
    let weight = mapped(&ctx, &[150, 200]);
    let half = fold_one(&ctx, "tf.Cast", &[], &[konst(&ctx, weight)], &[150, 200], TypeId::F16).unwrap();
    let back = fold_one(&ctx, "tfl.dequantize", &[], &[konst(&ctx, half)], &[150, 200], TypeId::F32).unwrap();
    assert!(is_deferred(&ctx, half) && is_deferred(&ctx, back));
    let rounded = |x: &f32| half::f16::from_f32(*x).to_f32();
    assert_eq!(floats(&ctx, back), floats(&ctx, weight).iter().map(rounded).collect::<Vec<_>>());
}

#[test]
fn repeated_elements_stay_repeated() {
    let ctx = Context::new();
    let ty = ctx.fixed_tensor(&[512, 512], TypeId::F32);
    let splat = konst(&ctx, ctx.constant(ty, ConstData::Splat(3.0f32.to_le_bytes().into())));
    let perm = konst(&ctx, ctx.const_i32s(&[1, 0]));
    let scalar = konst(&ctx, ctx.const_f32(2.0));
    let (dims, shape) = (konst(&ctx, ctx.const_i32s(&[512, 512])), [512, 512]);
    let cases: [(&str, Vec<OperandInfo<'_>>, f32); 4] = [
        ("tf.Transpose", vec![splat, perm], 3.0),
        ("tf.Mul", vec![splat, scalar], 6.0),
        ("tfl.fill", vec![dims, scalar], 2.0),
        ("tf.OnesLike", vec![splat], 1.0),
    ];
    for (name, operands, value) in cases {
        let id = fold_one(&ctx, name, &[], &operands, &shape, TypeId::F32).unwrap();
        match &ctx.const_of(id).data {
            ConstData::Splat(elem) => assert_eq!(**elem, value.to_le_bytes(), "{name}"),
            other => panic!("{name} gives {other:?}"),
        }
    }
}

#[test]
fn what_cannot_be_folded_is_left() {
    let ctx = Context::new();
    let weight = mapped(&ctx, &[200, 300]);
    let open = typed(ctx.fixed_tensor(&[200, 300], TypeId::F32));
    assert_eq!(fold_one(&ctx, "tf.Mul", &[], &[konst(&ctx, weight), open], &[200, 300], TypeId::F32), None);
    let times = konst(&ctx, ctx.const_i32s(&[100, 1]));
    assert_eq!(
        fold_one(&ctx, "tf.Tile", &[], &[konst(&ctx, weight), times], &[20000, 300], TypeId::F32),
        None
    );
    assert_eq!(fold_one(&ctx, "tf.NoSuchOp", &[], &[konst(&ctx, weight)], &[200, 300], TypeId::F32), None);
    let perm = konst(&ctx, ctx.const_i32s(&[1, 1]));
    assert_eq!(
        fold_one(&ctx, "tf.Transpose", &[], &[konst(&ctx, weight), perm], &[300, 200], TypeId::F32),
        None
    );
    // The declared type is wrong.
    let perm = konst(&ctx, ctx.const_i32s(&[1, 0]));
    assert_eq!(
        fold_one(&ctx, "tf.Transpose", &[], &[konst(&ctx, weight), perm], &[200, 300], TypeId::F32),
        None
    );
}
