//! The table of inference functions.

use core_ir::{Context, Dim, TypeId};
use dialects::shape::{INFER, infer_of, meet};

#[test]
fn the_table_is_sorted_and_every_op_is_registered() {
    let ctx = Context::new();
    for pair in INFER.windows(2) {
        assert!(pair[0].0 < pair[1].0, "{} is not before {}", pair[0].0, pair[1].0);
    }
    for (name, _) in INFER {
        let spec = ctx.op_spec(ctx.op_name(name)).unwrap_or_else(|| panic!("{name} is not registered"));
        assert!(spec.hooks.infer.is_some(), "the row of {name} has no inference function");
    }
    assert!(infer_of("tf.Nonsense").is_none());
}

#[test]
fn the_more_precise_of_two_types_is_kept() {
    let ctx = Context::new();
    let (a, b) = (ctx.dim_symbol("a"), ctx.dim_symbol("b"));
    let tensor = |dims: &[Dim]| ctx.tensor(dims, TypeId::F32);
    let unranked = ctx.unranked(TypeId::F32);
    let rows = [
        (unranked, tensor(&[a]), Ok(tensor(&[a]))),
        (tensor(&[a]), unranked, Ok(tensor(&[a]))),
        (unranked, unranked, Ok(unranked)),
        (tensor(&[a, Dim::Dynamic]), tensor(&[Dim::Fixed(3), b]), Ok(tensor(&[Dim::Fixed(3), b]))),
        (tensor(&[a]), tensor(&[b]), Ok(tensor(&[a]))),
        (tensor(&[Dim::Dynamic]), tensor(&[Dim::Dynamic]), Ok(tensor(&[Dim::Dynamic]))),
        (
            tensor(&[a, Dim::Fixed(4)]),
            tensor(&[a, Dim::Fixed(3)]),
            Err("declares 3 but computes 4 in dimension 1"),
        ),
        (tensor(&[a]), tensor(&[a, b]), Err("declares rank 2 but computes rank 1")),
    ];
    for (computed, declared, expected) in rows {
        assert_eq!(
            meet(&ctx, computed, declared).as_ref().map_err(|e| e.as_str()),
            expected.as_ref().map_err(|e| *e)
        );
    }
    // The declared element type and encoding stay.
    let computed = ctx.fixed_tensor(&[3], TypeId::F32);
    let encoding = Some(ctx.i64_attr(7));
    let declared = |dim| {
        let shape = [dim].into();
        ctx.ty(core_ir::Type::Tensor { shape, elem: TypeId::I32, encoding })
    };
    assert_eq!(meet(&ctx, computed, declared(Dim::Dynamic)), Ok(declared(Dim::Fixed(3))));
}
