//! No operand makes a kernel panic.

mod support;

use core_ir::spec::OperandInfo;
use core_ir::{AttrId, Context, TypeId};
use eval::elem::C64;
use eval::{DType, Tensor, evaluate, fold, fold_all_dims};
use half::f16;
use proptest::prelude::*;
use support::{dims, konst, typed, with_view};

/// Some twenty for each operation: ten seconds without optimisation.
const CASES: u32 = 8_000;

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
            4..=6 => of!(|&n| n as i32),
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
fn try_all(ctx: &Context, name: &str, attrs: &[(&str, AttrId)], inputs: &[Tensor]) {
    let info = |input: &Tensor| match input.to_const(ctx) {
        Ok(id) => konst(ctx, id),
        Err(_) => typed(TypeId::NONE),
    };
    let infos: Vec<OperandInfo<'_>> = inputs.iter().map(info).collect();
    let float = ctx.unranked(TypeId::F32);
    for results in [vec![], vec![float], vec![ctx.unranked(DType::I32.elem(ctx))]] {
        with_view(ctx, name, attrs, &infos, &results, |view| {
            let _ = evaluate(view, inputs);
            let _ = fold(view);
            let _ = fold_all_dims(view);
        });
    }
    let symbols: Vec<_> = ["a", "b", "c"].iter().map(|name| ctx.dim_symbol(name)).collect();
    let mut infos = infos;
    for at in 0..infos.len() {
        infos[at] = if at % 2 == 0 { dims(ctx, &symbols) } else { typed(infos[at].ty) };
        with_view(ctx, name, attrs, &infos, &[], fold_all_dims);
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
        let ctx = Context::new();
        let attrs: Vec<(&str, AttrId)> = attrs.iter().map(|&(name, value)| (name, attr(&ctx, name, value))).collect();
        try_all(&ctx, row.name, &attrs, &inputs);
    }
}

/// A change to a use that is good as it is.
#[derive(Clone, Debug)]
enum Change {
    /// Another number for an attribute, or for an entry of a list.
    Attr(usize, i64),
    /// Another element.
    Element(usize, usize, i64),
    /// One dimension longer or shorter.
    Dim(usize, usize, i64),
    /// Another operand.
    Operand(usize, Tensor),
    /// No operand.
    Absent(usize),
}

fn changes() -> impl Strategy<Value = Change> {
    let at = || 0usize..64;
    let number =
        || prop_oneof![8 => -3i64..6, 1 => Just(i64::MIN), 1 => Just(i64::MAX), 1 => Just(1i64 << 33)];
    prop_oneof![
        4 => (at(), number()).prop_map(|(i, n)| Change::Attr(i, n)),
        4 => (at(), at(), number()).prop_map(|(i, j, n)| Change::Element(i, j, n)),
        4 => (at(), at(), -3i64..3).prop_map(|(i, j, n)| Change::Dim(i, j, n)),
        1 => (at(), tensors()).prop_map(|(i, tensor)| Change::Operand(i, tensor)),
        1 => at().prop_map(Change::Absent),
    ]
}

/// The elements of a tensor again and again, in another shape, with one of them another.
fn remade(tensor: &Tensor, shape: &[usize], element: Option<(usize, i64)>) -> Tensor {
    macro_rules! of {
        ($array:expr, $convert:expr) => {{
            let elems: Vec<_> = $array.iter().cloned().collect();
            let count = shape.iter().product();
            let mut list: Vec<_> = elems.iter().cycle().take(count).cloned().collect();
            list.resize(count, Default::default());
            if let Some((at, value)) = element.filter(|_| count > 0) {
                list[at % count] = $convert(value);
            }
            Tensor::new(shape, list).unwrap()
        }};
    }
    match tensor {
        Tensor::F32(array) => of!(array, |n| n as f32),
        Tensor::I32(array) => of!(array, |n| n as i32),
        Tensor::I64(array) => of!(array, |n| n),
        Tensor::Bool(array) => of!(array, |n| n > 0),
        other => other.clone(),
    }
}

fn apply(change: &Change, attrs: &mut serde_json::Value, inputs: &mut [Tensor]) {
    let pick = |i: usize, len: usize| if len == 0 { None } else { Some(i % len) };
    match change {
        Change::Attr(i, n) => {
            let dict = attrs.as_object_mut().unwrap();
            let Some(at) = pick(*i, dict.len()) else { return };
            match dict.values_mut().nth(at) {
                Some(serde_json::Value::Array(list)) if !list.is_empty() => {
                    let at = i % list.len();
                    list[at] = (*n).into();
                }
                Some(slot @ serde_json::Value::Bool(_)) => *slot = (*n > 0).into(),
                Some(slot) => *slot = (*n).into(),
                None => {}
            }
        }
        Change::Element(i, j, n) => {
            let Some(at) = pick(*i, inputs.len()) else { return };
            inputs[at] = remade(&inputs[at], inputs[at].shape(), Some((*j, *n)));
        }
        Change::Dim(i, j, n) => {
            let Some(at) = pick(*i, inputs.len()) else { return };
            let mut shape = inputs[at].shape().to_vec();
            let Some(axis) = pick(*j, shape.len()) else { return };
            shape[axis] = shape[axis].saturating_add_signed(*n as isize);
            inputs[at] = remade(&inputs[at], &shape, None);
        }
        Change::Operand(i, tensor) => {
            let Some(at) = pick(*i, inputs.len()) else { return };
            inputs[at] = tensor.clone();
        }
        Change::Absent(i) => {
            let Some(at) = pick(*i, inputs.len()) else { return };
            inputs[at] = Tensor::Absent;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES / 2, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_uses(
        (name, attrs, inputs) in prop::sample::select(&support::golden::USES[..]),
        changes in prop::collection::vec(changes(), 0..3),
    ) {
        let (mut attrs, mut inputs) = (attrs, inputs);
        changes.iter().for_each(|change| apply(change, &mut attrs, &mut inputs));
        let ctx = Context::new();
        let attrs = support::golden::attrs(&ctx, &attrs);
        try_all(&ctx, &name, &attrs, &inputs);
    }
}
