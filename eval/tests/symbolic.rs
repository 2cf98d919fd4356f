//! Computing with shapes that are not numbers yet.

mod support;

use core_ir::spec::OperandInfo;
use core_ir::{AttrId, Context, Dim, TypeId};
use eval::{fold_all_dims, fold_dims};
use support::{dim, dims, konst, typed, with_view};

fn run(
    ctx: &Context,
    name: &str,
    attrs: &[(&str, AttrId)],
    operands: &[OperandInfo<'_>],
    shape: &[i64],
) -> Option<Vec<Dim>> {
    let ty = ctx.fixed_tensor(shape, TypeId::I32);
    with_view(ctx, name, attrs, operands, &[ty], fold_dims)
}

fn scalar(ctx: &Context, value: i32) -> OperandInfo<'static> {
    konst(ctx, ctx.const_from_bytes(ctx.tensor(&[], TypeId::I32), &value.to_le_bytes()))
}

fn vector(ctx: &Context, values: &[i32]) -> OperandInfo<'static> {
    konst(ctx, ctx.const_i32s(values))
}

#[test]
fn a_flattening_reshape_keeps_its_batch() {
    // What Keras writes for `Flatten`: the first dimension of the shape, packed with -1.
    let ctx = Context::new();
    let b = ctx.dim_symbol("b");
    let image = typed(ctx.tensor(&[b, Dim::Fixed(7), Dim::Fixed(7), Dim::Fixed(64)], TypeId::F32));
    let shape = run(&ctx, "tf.Shape", &[], &[image], &[4]).unwrap();
    assert_eq!(shape, [b, Dim::Fixed(7), Dim::Fixed(7), Dim::Fixed(64)]);
    let masks = [("shrink_axis_mask", ctx.i64_attr(1))];
    let places = [vector(&ctx, &[0]), vector(&ctx, &[1]), vector(&ctx, &[1])];
    let operands = [dims(&ctx, &shape), places[0], places[1], places[2]];
    let batch = run(&ctx, "tf.StridedSlice", &masks, &operands, &[]).unwrap();
    assert_eq!(batch, [b]);
    let axis = [("axis", ctx.i64_attr(0))];
    let packed = run(&ctx, "tf.Pack", &axis, &[dim(&ctx, &[b]), scalar(&ctx, -1)], &[2]).unwrap();
    assert_eq!(packed, [b, Dim::Fixed(-1)]);
}

#[test]
fn an_inner_product_of_dimensions_is_one_number() {
    let ctx = Context::new();
    let (b, t) = (ctx.dim_symbol("b"), ctx.dim_symbol("t"));
    let shape = [b, t, Dim::Fixed(8), Dim::Fixed(64)];
    let picked =
        run(&ctx, "tf.GatherV2", &[], &[dims(&ctx, &shape), vector(&ctx, &[2, 3]), scalar(&ctx, 0)], &[2]);
    assert_eq!(picked.as_deref(), Some(&[Dim::Fixed(8), Dim::Fixed(64)][..]));
    let product = run(&ctx, "tf.Prod", &[], &[dims(&ctx, &shape), vector(&ctx, &[0])], &[]).unwrap();
    assert_eq!(product, [ctx.dim_product([b, t, Dim::Fixed(512)])]);
    let axis = [("axis", ctx.i32_attr(0)), ("fused_activation_function", ctx.str_attr("NONE"))];
    let joined =
        run(&ctx, "tfl.concatenation", &axis, &[dims(&ctx, &shape[..2]), vector(&ctx, &[512])], &[3])
            .unwrap();
    assert_eq!(joined, [b, t, Dim::Fixed(512)]);
    let back = run(&ctx, "tfl.floor_div", &[], &[dim(&ctx, &[product[0]]), scalar(&ctx, 64)], &[]).unwrap();
    assert_eq!(back, [ctx.dim_product([b, t, Dim::Fixed(8)])]);
}

#[test]
fn unknown_elements_leave_their_neighbours_known() {
    let ctx = Context::new();
    let unknown = typed(ctx.tensor(&[], TypeId::I32));
    let axis = [("axis", ctx.i64_attr(0))];
    let packed = run(&ctx, "tf.Pack", &axis, &[unknown, scalar(&ctx, 5)], &[2]).unwrap();
    assert_eq!(packed, [Dim::Dynamic, Dim::Fixed(5)]);
    assert_eq!(run(&ctx, "tf.Pack", &axis, &[unknown, unknown], &[2]), None);
}

#[test]
fn zeros_fill_up_and_arithmetic_is_that_of_dimensions() {
    let ctx = Context::new();
    let b = ctx.dim_symbol("b");
    let pads = ctx.const_from_bytes(ctx.fixed_tensor(&[1, 2], TypeId::I32), &[1, 0, 0, 0, 0, 0, 0, 0]);
    let padded = run(&ctx, "tf.Pad", &[], &[dims(&ctx, &[b]), konst(&ctx, pads)], &[2]).unwrap();
    assert_eq!(padded, [Dim::Fixed(0), b]);
    let none = [("fused_activation_function", ctx.str_attr("NONE"))];
    let twice = run(&ctx, "tfl.add", &none, &[dim(&ctx, &[b]), dim(&ctx, &[b])], &[]).unwrap();
    assert_eq!(twice, [ctx.dim_mul(b, Dim::Fixed(2))]);
    let relu = [("fused_activation_function", ctx.str_attr("RELU"))];
    assert_eq!(run(&ctx, "tfl.add", &relu, &[dim(&ctx, &[b]), dim(&ctx, &[b])], &[]), None);
    let most =
        run(&ctx, "tf.Maximum", &[], &[dims(&ctx, &[b, Dim::Fixed(3)]), scalar(&ctx, 4)], &[2]).unwrap();
    assert_eq!(most, [ctx.dim_max(b, Dim::Fixed(4)), Dim::Fixed(4)]);
}

#[test]
fn a_choice_is_made_where_the_condition_is_proved() {
    let ctx = Context::new();
    let b = ctx.dim_symbol("b");
    let bool_scalar = ctx.tensor(&[], TypeId::I1);
    let minus_one = scalar(&ctx, -1);
    let is_open =
        with_view(&ctx, "tf.Equal", &[], &[dim(&ctx, &[b]), minus_one], &[bool_scalar], fold_dims).unwrap();
    assert_eq!(is_open, [Dim::Fixed(0)]);
    let cond = OperandInfo { ty: bool_scalar, konst: None, dims: Some(&is_open) };
    let chosen = run(&ctx, "tf.SelectV2", &[], &[cond, minus_one, dim(&ctx, &[b])], &[]).unwrap();
    assert_eq!(chosen, [b]);
    let open = typed(bool_scalar);
    let same = run(&ctx, "tf.SelectV2", &[], &[open, dim(&ctx, &[b]), dim(&ctx, &[b])], &[]).unwrap();
    assert_eq!(same, [b]);
    assert_eq!(run(&ctx, "tf.SelectV2", &[], &[open, minus_one, dim(&ctx, &[b])], &[]), None);
}

#[test]
fn every_result_of_an_unpacking_is_known() {
    let ctx = Context::new();
    let b = ctx.dim_symbol("b");
    let types = [ctx.tensor(&[], TypeId::I32); 3];
    let attrs = [("num", ctx.i64_attr(3)), ("axis", ctx.i64_attr(0))];
    let shape = [b, Dim::Fixed(2), Dim::Dynamic];
    let parts = with_view(&ctx, "tf.Unpack", &attrs, &[dims(&ctx, &shape)], &types, fold_all_dims).unwrap();
    assert_eq!(parts, [Some(vec![b]), Some(vec![Dim::Fixed(2)]), None]);
}

#[test]
fn shapes_that_broadcast_win_where_they_are_not_one() {
    let ctx = Context::new();
    let (b, c) = (ctx.dim_symbol("b"), ctx.dim_symbol("c"));
    let (x, y) = ([b, Dim::Fixed(1), c], [Dim::Fixed(4), c]);
    let out = run(&ctx, "tf.BroadcastArgs", &[], &[dims(&ctx, &x), dims(&ctx, &y)], &[3]).unwrap();
    assert_eq!(out, [b, Dim::Fixed(4), c]);
}

#[test]
fn only_integers_are_dimensions() {
    let ctx = Context::new();
    let b = ctx.dim_symbol("b");
    let float = ctx.tensor(&[], TypeId::F32);
    assert_eq!(with_view(&ctx, "tf.Cast", &[], &[dim(&ctx, &[b])], &[float], fold_dims), None);
    let wide = ctx.tensor(&[], TypeId::I64);
    assert_eq!(with_view(&ctx, "tf.Cast", &[], &[dim(&ctx, &[b])], &[wide], fold_dims), Some(vec![b]));
    // A number that does not fit the type wraps around at run time.
    let big = [Dim::Fixed(1 << 30)];
    assert_eq!(
        run(&ctx, "tf.Mul", &[], &[dim(&ctx, &big), dim(&ctx, &[b])], &[]),
        Some(vec![ctx.dim_mul(big[0], b)])
    );
    let product = run(&ctx, "tf.Prod", &[], &[dims(&ctx, &[big[0], big[0]]), vector(&ctx, &[0])], &[]);
    assert_eq!(product, Some(vec![Dim::Fixed(0)]), "known numbers are computed as the kernel computes them");
}
