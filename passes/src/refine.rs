//! Types as facts: which of two says more, and what both say together.

use core_ir::{Context, Dim, Type, TypeId};

/// The type that says what both say, or `None` when no tensor has both. A fixed dimension says more than a symbol, a
/// symbol more than nothing.
pub fn meet(ctx: &Context, a: TypeId, b: TypeId) -> Option<TypeId> {
    if a == b {
        return Some(a);
    }
    match (ctx.type_of(a), ctx.type_of(b)) {
        (Type::UnrankedTensor(x), Type::UnrankedTensor(y)) => Some(ctx.unranked(meet_elem(ctx, *x, *y)?)),
        (Type::UnrankedTensor(x), Type::Tensor { shape, elem, encoding })
        | (Type::Tensor { shape, elem, encoding }, Type::UnrankedTensor(x)) => {
            let elem = meet_elem(ctx, *elem, *x)?;
            Some(ctx.ty(Type::Tensor { shape: shape.clone(), elem, encoding: *encoding }))
        }
        (Type::Tensor { shape: xs, elem: x, encoding }, Type::Tensor { shape: ys, elem: y, .. }) => {
            if xs.len() != ys.len() {
                return None;
            }
            let elem = meet_elem(ctx, *x, *y)?;
            let shape = xs.iter().zip(ys).map(|(&x, &y)| meet_dims(x, y)).collect::<Option<_>>()?;
            Some(ctx.ty(Type::Tensor { shape, elem, encoding: *encoding }))
        }
        _ => None,
    }
}

/// The one dimension that two types give, or `None` when they are different numbers.
pub fn meet_dims(x: Dim, y: Dim) -> Option<Dim> {
    match (x, y) {
        (Dim::Fixed(m), Dim::Fixed(n)) if m != n => None,
        (Dim::Fixed(_), _) | (_, Dim::Dynamic) => Some(x),
        (_, Dim::Fixed(_)) | (Dim::Dynamic, _) => Some(y),
        // Two names of one number; the older one, so that the choice does not depend on the order.
        (Dim::Sym(_), Dim::Sym(_)) => Some(x.min(y)),
    }
}

/// Resources and variants may say which tensors they hold; the one that says so says more.
fn meet_elem(ctx: &Context, x: TypeId, y: TypeId) -> Option<TypeId> {
    if x == y {
        return Some(x);
    }
    match (ctx.type_of(x), ctx.type_of(y)) {
        (Type::Dialect { name: a, params: p }, Type::Dialect { name: b, params: q }) if a == b => {
            if q.is_empty() || !p.is_empty() { Some(x) } else { Some(y) }
        }
        _ => None,
    }
}

/// The type that says no more than both say: what a loop variable may be.
pub fn join(ctx: &Context, a: TypeId, b: TypeId) -> TypeId {
    if a == b {
        return a;
    }
    match (ctx.type_of(a), ctx.type_of(b)) {
        (Type::Tensor { shape: xs, elem: x, encoding }, Type::Tensor { shape: ys, elem: y, .. })
            if xs.len() == ys.len() && x == y =>
        {
            let shape =
                xs.iter().zip(ys).map(|(&x, &y)| if x.proved_eq(y) { x } else { Dim::Dynamic }).collect();
            ctx.ty(Type::Tensor { shape, elem: *x, encoding: *encoding })
        }
        _ => ctx.unranked(ctx.elem_type(a)),
    }
}

/// The type without the names of open dimensions.
pub fn without_symbols(ctx: &Context, ty: TypeId) -> TypeId {
    match ctx.type_of(ty) {
        Type::Tensor { shape, elem, encoding } if shape.iter().any(|dim| matches!(dim, Dim::Sym(_))) => {
            let open = |dim: &Dim| if dim.is_fixed() { *dim } else { Dim::Dynamic };
            ctx.ty(Type::Tensor { shape: shape.iter().map(open).collect(), elem: *elem, encoding: *encoding })
        }
        _ => ty,
    }
}

/// Whether two shapes are proved to be one.
pub fn proved_same_shape(ctx: &Context, a: TypeId, b: TypeId) -> bool {
    match (ctx.shape(a), ctx.shape(b)) {
        (Some(xs), Some(ys)) => xs.len() == ys.len() && xs.iter().zip(ys).all(|(&x, &y)| x.proved_eq(y)),
        _ => false,
    }
}

/// Whether a value of type `new` may stand where one of type `old` stood: it says at least as much.
pub fn says_as_much(ctx: &Context, new: TypeId, old: TypeId) -> bool {
    new == old || without_symbols(ctx, new) == without_symbols(ctx, old) || meet(ctx, new, old) == Some(new)
}
