//! Every kernel against what TensorFlow computes; the cases are made by `make_golden.py`.

mod support;

use core_ir::spec::OperandInfo;
use core_ir::{Context, TypeId};
use eval::{Tensor, evaluate};
use support::golden::{self, tensors};
use support::with_view;

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
    for (line, case) in golden::CASES.iter().enumerate() {
        let want = tensors(&case["out"]);
        let tolerance = case["tol"].as_f64().unwrap_or(1e-6);
        for op in case["ops"].as_array().unwrap() {
            let name = op[0].as_str().unwrap();
            let inputs = tensors(op.get(2).unwrap_or(&case["in"]));
            let attrs = golden::attrs(&ctx, &op[1]);
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
