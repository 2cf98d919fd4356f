//! The cases of `golden.jsonl`.

use std::sync::LazyLock;

use core_ir::{AttrId, Context, TypeId};
use eval::Tensor;
use eval::elem::{Bytes, C64};
use half::{bf16, f16};
use serde_json::Value;

/// Every case, a line each.
pub static CASES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    include_str!("../golden.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect()
});

/// The operations of all cases: name, attributes and operands.
pub static USES: LazyLock<Vec<(String, Value, Vec<Tensor>)>> = LazyLock::new(|| {
    let uses = CASES.iter().flat_map(|case| {
        case["ops"].as_array().unwrap().iter().map(move |op| {
            let inputs = tensors(op.get(2).unwrap_or(&case["in"]));
            (op[0].as_str().unwrap().to_owned(), op[1].clone(), inputs)
        })
    });
    uses.collect()
});

pub fn tensors(list: &Value) -> Vec<Tensor> {
    list.as_array().unwrap().iter().map(tensor).collect()
}

pub fn attrs<'a>(ctx: &Context, dict: &'a Value) -> Vec<(&'a str, AttrId)> {
    dict.as_object().unwrap().iter().map(|(name, value)| (name.as_str(), attr(ctx, value))).collect()
}

fn number(value: &Value) -> f64 {
    match value.as_str() {
        Some("nan") => f64::NAN,
        Some("inf") => f64::INFINITY,
        Some("-inf") => f64::NEG_INFINITY,
        _ => value.as_f64().unwrap(),
    }
}

pub fn tensor(value: &Value) -> Tensor {
    if value.is_null() {
        return Tensor::Absent;
    }
    let shape: Vec<usize> =
        value[1].as_array().unwrap().iter().map(|n| n.as_u64().unwrap() as usize).collect();
    let data = value[2].as_array().unwrap();
    macro_rules! of {
        ($f:expr) => {
            Tensor::new(&shape, data.iter().map($f).collect()).unwrap()
        };
    }
    match value[0].as_str().unwrap() {
        "f32" => of!(|x| number(x) as f32),
        "f64" => of!(number),
        "f16" => of!(|x| f16::from_f64(number(x))),
        "bf16" => of!(|x| bf16::from_f64(number(x))),
        "i8" => of!(|x| x.as_i64().unwrap() as i8),
        "i16" => of!(|x| x.as_i64().unwrap() as i16),
        "i32" => of!(|x| x.as_i64().unwrap() as i32),
        "i64" => of!(|x| x.as_i64().unwrap()),
        "ui8" => of!(|x| x.as_i64().unwrap() as u8),
        "ui16" => of!(|x| x.as_i64().unwrap() as u16),
        "ui32" => of!(|x| x.as_i64().unwrap() as u32),
        "ui64" => of!(|x| x.as_u64().unwrap()),
        "i1" => of!(|x| x.as_i64().unwrap() != 0),
        "c64" => of!(|x| C64 { re: number(&x[0]) as f32, im: number(&x[1]) as f32 }),
        "str" => of!(|x| -> Bytes { x.as_str().unwrap().as_bytes().into() }),
        other => panic!("{other}"),
    }
}

pub fn attr(ctx: &Context, value: &Value) -> AttrId {
    match value {
        Value::Bool(b) => ctx.bool_attr(*b),
        Value::String(text) => ctx.str_attr(text),
        Value::Number(n) if n.is_i64() => ctx.i64_attr(n.as_i64().unwrap()),
        Value::Number(n) => ctx.float_attr(n.as_f64().unwrap(), TypeId::F32),
        Value::Array(items) => {
            let items: Vec<AttrId> = items.iter().map(|item| attr(ctx, item)).collect();
            ctx.array_attr(&items)
        }
        Value::Object(elements) => ctx.elements_attr(tensor(&elements["elements"]).to_const(ctx).unwrap()),
        other => panic!("{other}"),
    }
}
