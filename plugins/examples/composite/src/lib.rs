//! A function that implements `example.gelu`, as one GELU.

use tfl_opt_plugin::{Builder, Elem, Failure, Fragment, Op, Plugin, declined, export_plugin};

/// The function computes the error function by a polynomial. What it stands for, only its name says.
pub struct Gelu;

impl Plugin for Gelu {
    fn convert(op: &Op) -> Result<Fragment, Failure> {
        let elem = op.operand(0)?.elem_type();
        if op.operands().len() != 1 || elem != Elem::F32 {
            return Err(declined("only one tensor of f32 is converted"));
        }
        let mut b = Builder::new(op);
        let x = b.operand(0)?;
        let result = op.result(0)?.clone();
        let y = b.op_with("tfl.gelu", &[x], &[("approximate", false.into())], &[result]);
        b.finish(&y)
    }
}

export_plugin!(
    Gelu,
    manifest = r#"{"id": "example.gelu", "version": "1.0.0", "wit": "0.1.0", "ops": [], "composites": ["example.gelu"],
        "description": "A composite of the name example.gelu as one GELU"}"#
);

#[cfg(test)]
mod tests {
    use super::*;
    use tfl_opt_plugin::TensorType;

    #[test]
    fn it_is_one_operation() {
        let ty = TensorType::unranked(Elem::F32);
        let op = Op::named("example.gelu").with_operand(ty.clone()).with_result(ty);
        let fragment = Gelu::convert(&op).expect("it converts");
        assert_eq!((fragment.ops.len(), fragment.ops[0].name.as_str()), (1, "tfl.gelu"));
    }
}
