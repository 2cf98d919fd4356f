//! Every inference function with operands and attributes that make no sense: the answer may be an error, never a panic
//! or an endless list.

use core_ir::{AttrId, Context, DictId, Dim, Type, TypeId};
use dialects::shape::INFER;

use crate::notation::{Operand, bare_row, infer};

/// A source of arbitrary but repeatable choices (xorshift).
struct Choices(u64);

impl Choices {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

const NUMBERS: &[i64] = &[0, 1, 2, 3, 4, 7, 255, -1, -2, -5, i64::MAX, i64::MIN, i64::MAX / 2, 1 << 40];

fn dim(ctx: &Context, choices: &mut Choices) -> Dim {
    let named = [ctx.dim_symbol("a"), ctx.dim_symbol("b")];
    let sum = ctx.dim_sub(ctx.dim_mul(named[0], Dim::Fixed(choices.of(NUMBERS))), named[1]);
    match choices.below(8) {
        0..4 => Dim::Fixed(choices.of(&NUMBERS[..7])),
        4 => Dim::Dynamic,
        5 => choices.of(&named),
        6 => sum,
        _ => ctx.dim_floor_div(sum, Dim::Fixed(3)),
    }
}

fn operand(ctx: &Context, choices: &mut Choices) -> Operand {
    let elem = choices.of(&[TypeId::F32, TypeId::I32, TypeId::I64, TypeId::C64, TypeId::I1, TypeId::NONE]);
    match choices.below(10) {
        0 => Operand::of_type(TypeId::NONE),
        1 => Operand::of_type(ctx.unranked(elem)),
        2..5 => {
            let count = choices.below(6);
            let values: Vec<i64> = (0..count).map(|_| choices.of(NUMBERS)).collect();
            // A vector, a scalar, or pairs.
            let shape = match count {
                1 if choices.below(2) == 0 => "".to_owned(),
                2 | 4 if choices.below(2) == 0 => format!("{},2", count / 2),
                _ => count.to_string(),
            };
            let values: Vec<String> = values.iter().map(|n| n.to_string()).collect();
            Operand::parse(ctx, &format!("i64[{shape}]{{{}}}", values.join(",")), &|_| Dim::Dynamic)
        }
        5 => {
            let count = choices.below(6);
            let values: Vec<&str> = (0..count).map(|_| choices.of(&["a", "b", "-1", "3", "?"])).collect();
            let named = |name: &str| if name == "?" { Dim::Dynamic } else { ctx.dim_symbol(name) };
            Operand::parse(ctx, &format!("i32[{count}]{{{}}}", values.join(",")), &named)
        }
        _ => {
            let rank = choices.below(7);
            let shape: Vec<Dim> = (0..rank).map(|_| dim(ctx, choices)).collect();
            Operand::of_type(ctx.tensor(&shape, elem))
        }
    }
}

/// A value for an attribute, whatever the attribute wants.
fn value(ctx: &Context, choices: &mut Choices) -> AttrId {
    match choices.below(8) {
        0 => ctx.i64_attr(choices.of(NUMBERS)),
        1 => ctx.bool_attr(choices.below(2) == 0),
        2 => ctx.str_attr(choices.of(&[
            "SAME",
            "VALID",
            "EXPLICIT",
            "NHWC",
            "NCHW",
            "NDHWC",
            "NCHW_VECT_C",
            "",
            "ab,bc->ac",
            "...a->a...",
            "->",
            "a...b...,c->é",
        ])),
        3 => ctx.type_attr(choices.of(&[TypeId::F32, TypeId::I64, TypeId::NONE])),
        4 => AttrId::UNIT,
        5 => {
            let name = ctx.str("tf_type.shape");
            let params = (0..choices.below(3)).map(|_| ctx.i64_attr(choices.of(NUMBERS))).collect();
            ctx.attr(core_ir::Attr::Dialect { name, params })
        }
        _ => {
            let items: Vec<i64> = (0..choices.below(11)).map(|_| choices.of(NUMBERS)).collect();
            ctx.i64_array_attr(&items)
        }
    }
}

/// The attributes that inference functions read, of all ops.
const NAMES: &[&str] = &[
    "strides",
    "dilations",
    "padding",
    "explicit_paddings",
    "data_format",
    "ksize",
    "ksizes",
    "rates",
    "axis",
    "num",
    "num_split",
    "num_splits",
    "block_size",
    "keep_dims",
    "transpose_a",
    "adj_x",
    "equation",
    "squeeze_dims",
    "begin_mask",
    "end_mask",
    "ellipsis_mask",
    "new_axis_mask",
    "shrink_axis_mask",
    "offset",
    "batch_dims",
    "stride_h",
    "stride_w",
    "dilation_h_factor",
    "filter_height",
    "filter_width",
    "keep_num_dims",
    "shape",
    "dtype",
    "k",
    "rank",
    "num_partitions",
    "window_size",
    "stride",
    "dct_coefficient_count",
    "seq_dim",
    "batch_dim",
    "type",
    "out_type",
    "num_elements",
    "element_dtype",
    "value",
    "values_count",
    "is_training",
    "merge_outputs",
    "qtype",
    "permutation",
    "edge_padding_low",
    "edge_padding_high",
    "interior_padding",
    "start_indices",
    "limit_indices",
    "slice_sizes",
    "lhs_contracting_dimensions",
    "rhs_contracting_dimensions",
    "dimension",
];

fn attributes(ctx: &Context, choices: &mut Choices) -> DictId {
    let mut entries = Vec::new();
    for name in NAMES {
        // Windows get no further than their first attribute that is missing.
        let word = match *name {
            "padding" => &["SAME", "VALID", "EXPLICIT"][..],
            "data_format" => &["NHWC", "NCHW", "NDHWC"],
            _ => &[],
        };
        match choices.below(3) {
            0 if !word.is_empty() => entries.push((ctx.str(name), ctx.str_attr(choices.of(word)))),
            1 => entries.push((ctx.str(name), value(ctx, choices))),
            _ => {}
        }
    }
    ctx.dict(entries)
}

#[test]
fn no_use_makes_an_inference_function_panic() {
    let ctx = Context::new();
    let mut choices = Choices(0x9e37_79b9_7f4a_7c15);
    let handle = |name: &str| {
        let params = [ctx.type_attr(ctx.fixed_tensor(&[2, 3], TypeId::F32))].into();
        ctx.tensor(&[], ctx.ty(Type::Dialect { name: ctx.str(name), params }))
    };
    let handles = [handle("tf_type.resource"), handle("tf_type.variant")];
    let declared =
        [ctx.unranked(TypeId::F32), ctx.tensor(&[Dim::Dynamic], TypeId::I32), TypeId::NONE, handles[0]];
    for (name, _) in INFER {
        let bare = bare_row(name);
        let row = ctx.op_spec(ctx.op_name(name)).unwrap_or(&bare);
        for round in 0..100 {
            let spec = if round % 2 == 0 { row } else { &bare };
            let mut operands: Vec<Operand> =
                (0..choices.below(7)).map(|_| operand(&ctx, &mut choices)).collect();
            if let Some(first) = operands.first_mut()
                && choices.below(8) == 0
            {
                *first = Operand::of_type(choices.of(&handles));
            }
            let props = if round < 10 { DictId::EMPTY } else { attributes(&ctx, &mut choices) };
            let count = if choices.below(2) == 0 { 0 } else { choices.below(6) };
            let results: Vec<TypeId> = (0..count).map(|_| choices.of(&declared)).collect();
            if let Ok(types) = infer(&ctx, spec, props, &operands, &results) {
                assert!(types.len() <= 1 << 16, "{name} has {} results", types.len());
                assert!(count == 0 || types.len() == count, "{name} changes the number of results");
                for ty in types {
                    let negative = |shape: &[Dim]| shape.iter().any(|dim| dim.fixed().is_some_and(|n| n < 0));
                    assert!(!ctx.shape(ty).is_some_and(negative), "{name} has a negative dimension");
                }
            }
        }
    }
}
