//! No operand makes a kernel panic.

mod support;

use core_ir::spec::OperandInfo;
use core_ir::{AttrId, Context, TypeId};
use eval::elem::C64;
use eval::{DType, Tensor, evaluate, fold, fold_all_dims};
use half::f16;
use proptest::prelude::*;
use support::{dims, konst, typed, with_view};

/// About a hundred for each operation; half a minute without optimisation.
const CASES: u32 = 300_000;

/// Small tensors of any type, with numbers that indices, sizes and axes trip over.
fn tensors() -> impl Strategy<Value = Tensor> {
    let shapes = prop::collection::vec(prop_oneof![8 => 1usize..4, 1 => Just(0usize)], 0..5);
    let ints = prop_oneof![
        6 => -3i64..5,
        1 => Just(i64::MIN),
        1 => Just(i64::MAX),
        1 => Just(i64::from(i32::MIN)),
        1 => Just(1000i64),
        1 => Just(1i64 << 40),
    ];
    (shapes, prop::collection::vec(ints, 256), 0u8..11).prop_map(|(shape, ints, kind)| {
        let count: usize = shape.iter().product();
        let ints = &ints[..count.min(256)];
        let shape = if count > 256 { vec![ints.len()] } else { shape };
        macro_rules! of {
            ($f:expr) => {
                Tensor::new(&shape, ints.iter().map($f).collect()).unwrap()
            };
        }
        match kind {
            0 | 1 => of!(|&n| n as f32),
            2 => of!(|&n| n as f64),
            3 => of!(|&n| f16::from_f64(n as f64)),
            4 | 5 | 6 => of!(|&n| n as i32),
            7 => of!(|&n| n),
            8 => of!(|&n| n as u8),
            9 => of!(|&n| n > 0),
            _ => of!(|&n| C64 { re: n as f32, im: 1.0 }),
        }
    })
}

/// The attributes of all operations, with values good and bad.
fn attributes() -> impl Strategy<Value = Vec<(&'static str, i64)>> {
    const NAMES: &[&str] = &[
        "axis",
        "batch_dims",
        "keep_dims",
        "num",
        "num_split",
        "block_size",
        "begin_mask",
        "end_mask",
        "ellipsis_mask",
        "new_axis_mask",
        "shrink_axis_mask",
        "stride_h",
        "stride_w",
        "stride_d",
        "filter_height",
        "filter_width",
        "dilation_h_factor",
        "dilation_w_factor",
        "adj_x",
        "adj_y",
        "transpose_a",
        "transpose_b",
        "align_corners",
        "half_pixel_centers",
        "exclusive",
        "reverse",
        "radius",
        "depth_radius",
        "num_bits",
        "seq_dim",
        "batch_dim",
        "is_training",
        "strides",
        "dilations",
        "ksize",
        "explicit_paddings",
        "squeeze_dims",
        "padding",
        "equation",
        "data_format",
        "fused_activation_function",
        "mode",
        "init",
        "keep_num_dims",
        "min",
        "max",
    ];
    let values = prop_oneof![8 => -2i64..4, 1 => Just(i64::MIN), 1 => Just(i64::MAX)];
    prop::collection::vec((prop::sample::select(NAMES), values), 0..14)
}

fn attr(ctx: &Context, name: &str, value: i64) -> AttrId {
    let pick = |words: &[&str]| ctx.str_attr(words[value.rem_euclid(words.len() as i64) as usize]);
    match name {
        "strides" | "dilations" | "ksize" => ctx.i64_array_attr(&[1, value, value, 1]),
        "explicit_paddings" => ctx.i64_array_attr(&[0, 0, value, 1, 1, value, 0, 0]),
        "squeeze_dims" => ctx.i64_array_attr(&[value]),
        "padding" => pick(&["SAME", "VALID", "EXPLICIT"]),
        "equation" => pick(&["ij,jk->ik", "...ij,jk->...ik", "i->", "ab,ab->ba", "ij->ij", "x"]),
        "data_format" => pick(&["NHWC", "NCHW"]),
        "fused_activation_function" => pick(&["NONE", "RELU", "TANH"]),
        "mode" => pick(&["REFLECT", "SYMMETRIC"]),
        "min" | "max" => ctx.float_attr(value as f64, TypeId::F32),
        "keep_dims" | "adj_x" | "adj_y" | "transpose_a" | "transpose_b" | "align_corners"
        | "half_pixel_centers" | "exclusive" | "reverse" | "is_training" | "init" | "keep_num_dims" => {
            ctx.bool_attr(value > 0)
        }
        _ => ctx.i64_attr(value),
    }
}

/// Operands of one type more often than not, so that the checks of types do not hide those of shapes.
fn operands() -> impl Strategy<Value = Vec<Tensor>> {
    (prop::collection::vec(tensors(), 0..6), prop::option::weighted(0.5, prop::collection::vec(0usize..6, 6)))
        .prop_map(|(mut list, repeats)| {
            if let Some(repeats) = repeats.filter(|_| !list.is_empty()) {
                list = repeats.iter().take(list.len()).map(|&i| list[i % list.len()].clone()).collect();
            }
            list
        })
}

/// Runs every way into a kernel; only a panic is a fault.
fn try_all(name: &str, attrs: &[(&'static str, i64)], inputs: &[Tensor]) {
    let ctx = Context::new();
    let attrs: Vec<(&str, AttrId)> =
        attrs.iter().map(|&(name, value)| (name, attr(&ctx, name, value))).collect();
    let consts: Vec<_> = inputs.iter().map(|input| input.to_const(&ctx).unwrap()).collect();
    let infos: Vec<OperandInfo<'_>> = consts.iter().map(|&id| konst(&ctx, id)).collect();
    let float = ctx.unranked(TypeId::F32);
    for results in [vec![], vec![float], vec![ctx.unranked(DType::I32.elem(&ctx))]] {
        with_view(&ctx, name, &attrs, &infos, &results, |view| {
            let _ = evaluate(view, inputs);
            let _ = fold(view);
            let _ = fold_all_dims(view);
        });
    }
    let symbols: Vec<_> = ["a", "b", "c"].iter().map(|name| ctx.dim_symbol(name)).collect();
    let mut infos = infos;
    for at in 0..infos.len() {
        infos[at] = if at % 2 == 0 { dims(&ctx, &symbols) } else { typed(infos[at].ty) };
        with_view(&ctx, name, &attrs, &infos, &[], fold_all_dims);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_operands(
        row in prop::sample::select(eval::kernels::all()),
        attrs in attributes(),
        inputs in operands(),
    ) {
        try_all(row.name, &attrs, &inputs);
    }
}

/// As many operands of such shapes as the operation takes, so that the innermost loops run.
fn fitting() -> impl Strategy<Value = (&'static str, Vec<Tensor>)> {
    const SHAPES: &[(&str, &[usize])] = &[
        ("tf.Conv2D", &[4, 4]),
        ("tf.DepthwiseConv2dNative", &[4, 4]),
        ("tfl.conv_2d", &[4, 4, 1]),
        ("tfl.depthwise_conv_2d", &[4, 4]),
        ("tf.Conv2DBackpropInput", &[1, 4, 4]),
        ("tfl.transpose_conv", &[1, 4, 4]),
        ("tf.DepthwiseConv2dNativeBackpropInput", &[1, 4, 4]),
        ("tf.MaxPool", &[4]),
        ("tfl.average_pool_2d", &[4]),
        ("tfl.fully_connected", &[2, 2, 1]),
        ("tf.BatchMatMulV2", &[3, 3]),
        ("tf.Einsum", &[2, 2]),
        ("tf.StridedSlice", &[3, 1, 1, 1]),
        ("tf.GatherNd", &[3, 2]),
        ("tf.ScatterNd", &[2, 2, 1]),
        ("tf.ResizeBilinear", &[4, 1]),
        ("tfl.resize_nearest_neighbor", &[4, 1]),
        ("tf.SpaceToBatchND", &[3, 1, 2]),
        ("tf.BatchToSpaceND", &[3, 1, 2]),
        ("tfl.dilate", &[2, 1]),
        ("tf.FusedBatchNormV3", &[4, 1, 1, 1, 1]),
    ];
    prop::sample::select(SHAPES).prop_flat_map(|(name, ranks)| {
        let shape =
            |&rank: &usize| prop::collection::vec(prop_oneof![9 => 1usize..5, 1 => Just(0usize)], rank);
        let shapes: Vec<_> = ranks.iter().map(shape).collect();
        let numbers = prop::collection::vec(prop_oneof![9 => 0i32..4, 1 => -2i32..1000], 700);
        (Just(name), shapes, numbers).prop_map(|(name, shapes, numbers)| {
            let inputs = shapes.iter().map(|shape| {
                let count: usize = shape.iter().product();
                // Indices and shapes come as vectors and matrices; images and weights as tensors of four dimensions.
                match shape.len() {
                    1 | 2 if !name.contains("full") && !name.contains("Norm") => {
                        Tensor::new(shape, numbers[..count].to_vec()).unwrap()
                    }
                    _ => Tensor::new(shape, numbers[..count].iter().map(|&n| n as f32).collect()).unwrap(),
                }
            });
            (name, inputs.collect())
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES / 5, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fitting_operands((name, inputs) in fitting(), attrs in attributes()) {
        try_all(name, &attrs, &inputs);
    }
}
