//! Every kernel against what TensorFlow computes; the cases are made by `make_golden.py`.

mod support;

use core_ir::spec::OperandInfo;
use core_ir::{AttrId, Context, TypeId};
use eval::elem::{Bytes, C64};
use eval::{Tensor, evaluate};
use half::{bf16, f16};
use serde_json::Value;
use support::with_view;

fn number(value: &Value) -> f64 {
    match value.as_str() {
        Some("nan") => f64::NAN,
        Some("inf") => f64::INFINITY,
        Some("-inf") => f64::NEG_INFINITY,
        _ => value.as_f64().unwrap(),
    }
}

fn tensor(value: &Value) -> Tensor {
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

fn attr(ctx: &Context, value: &Value) -> AttrId {
    match value {
        Value::Bool(b) => ctx.bool_attr(*b),
        Value::String(text) => ctx.str_attr(text),
        Value::Number(n) if n.is_i64() => ctx.i64_attr(n.as_i64().unwrap()),
        Value::Number(n) => ctx.float_attr(n.as_f64().unwrap(), TypeId::F32),
        Value::Array(items) => {
            let items: Vec<AttrId> = items.iter().map(|item| attr(ctx, item)).collect();
            ctx.array_attr(&items)
        }
        other => panic!("{other}"),
    }
}

fn type_of(ctx: &Context, tensor: &Tensor) -> TypeId {
    let Some(dtype) = tensor.dtype() else { return TypeId::NONE };
    let shape: Vec<i64> = tensor.shape().iter().map(|&n| n as i64).collect();
    ctx.fixed_tensor(&shape, dtype.elem(ctx))
}

/// The elements as numbers, complex ones as two.
fn numbers(tensor: &Tensor) -> Vec<f64> {
    match tensor {
        Tensor::F32(a) => a.iter().map(|&x| x.into()).collect(),
        Tensor::F64(a) => a.iter().copied().collect(),
        Tensor::F16(a) => a.iter().map(|x| x.to_f64()).collect(),
        Tensor::BF16(a) => a.iter().map(|x| x.to_f64()).collect(),
        Tensor::C64(a) => a.iter().flat_map(|z| [z.re.into(), z.im.into()]).collect(),
        other => panic!("{other:?}"),
    }
}

/// Whether the tensors agree: integers and strings exactly, floats to a part of the greatest or of one.
fn agree(got: &Tensor, want: &Tensor, tolerance: f64) -> bool {
    if !matches!(want, Tensor::F32(_) | Tensor::F64(_) | Tensor::F16(_) | Tensor::BF16(_) | Tensor::C64(_)) {
        return got == want;
    }
    let near = |(a, b): (&f64, &f64)| {
        a == b || (a.is_nan() && b.is_nan()) || (a - b).abs() <= tolerance * b.abs().max(1.0)
    };
    got.dtype() == want.dtype()
        && got.shape() == want.shape()
        && numbers(got).iter().zip(&numbers(want)).all(near)
}

#[test]
fn kernels_compute_what_tensorflow_does() {
    let ctx = Context::new();
    let mut faults = Vec::new();
    let (mut checked, mut tested) = (0, std::collections::BTreeSet::new());
    for (line, text) in include_str!("golden.jsonl").lines().enumerate() {
        let case: Value = serde_json::from_str(text).unwrap();
        let tensors =
            |value: &Value| -> Vec<Tensor> { value.as_array().unwrap().iter().map(tensor).collect() };
        let want = tensors(&case["out"]);
        let tolerance = case["tol"].as_f64().unwrap_or(1e-6);
        for op in case["ops"].as_array().unwrap() {
            let name = op[0].as_str().unwrap();
            let inputs = tensors(op.get(2).unwrap_or(&case["in"]));
            let attrs: Vec<(&str, AttrId)> = op[1]
                .as_object()
                .unwrap()
                .iter()
                .map(|(name, value)| (name.as_str(), attr(&ctx, value)))
                .collect();
            let operands: Vec<OperandInfo<'_>> =
                inputs.iter().map(|input| support::typed(type_of(&ctx, input))).collect();
            let types: Vec<TypeId> = want.iter().map(|tensor| type_of(&ctx, tensor)).collect();
            let got = with_view(&ctx, name, &attrs, &operands, &types, |view| evaluate(view, &inputs));
            checked += 1;
            tested.insert(name.to_owned());
            match got {
                Ok(got) if got.iter().zip(&want).all(|(got, want)| agree(got, want, tolerance)) => {}
                Ok(got) => faults.push(format!(
                    "line {} {name} {:?}\n  gives {got:?}\n  not   {want:?}",
                    line + 1,
                    op[1]
                )),
                Err(error) => faults.push(format!("line {} {name} {:?}: {error}", line + 1, op[1])),
            }
        }
    }
    assert!(faults.is_empty(), "{} of {checked} cases:\n{}", faults.len(), faults.join("\n"));
    // A kernel without a case is not known to be right.
    let names = eval::kernels::all().iter().map(|row| row.name);
    let missing: Vec<&str> = names.filter(|name| !tested.contains(*name)).collect();
    assert!(missing.is_empty(), "no case for {missing:?}");
}
