//! Result type inference, with symbolic dimensions.
//!
//! An inference function computes what the operand types, the constant operands and the attributes say about the
//! results, and meets that with the declared result types. An open dimension of a result is an exact polynomial of the
//! operands' open dimensions wherever the op's arithmetic is a polynomial, a floor division or a maximum of them, and
//! [`Dim::Dynamic`] otherwise. Operands that hold shapes are read through [`OpView::operand_dims`], so shapes that are
//! computed from other shapes stay symbolic.
//!
//! `tf` and `tfl` ops share implementations; where they spell attributes differently each has a thin adapter.
//! [`INFER`] lists every op with its function.

mod create;
mod elementwise;
mod image;
mod index;
mod layout;
mod matmul;
mod reduce;
mod rnn;
mod slice;
mod stablehlo;
mod state;
mod table;
mod window;

use core_ir::spec::{Arity, ElemRule, InferFn};
use core_ir::{Context, Dim, OpView, Type, TypeId};

pub use elementwise::broadcast_shapes;
pub use table::INFER;

/// The inference function of the op with this full name.
pub fn infer_of(name: &str) -> Option<InferFn> {
    let at = INFER.binary_search_by(|row| row.0.cmp(name)).ok()?;
    Some(INFER[at].1)
}

/// What an inference function gives.
pub(crate) type Answer = Result<Vec<TypeId>, String>;

/// A computed shape; `None` when the rank is not known.
pub(crate) type Shape = Option<Vec<Dim>>;

/// No tensor of TensorFlow has more dimensions than this.
const MAX_RANK: usize = 254;

/// An op with more results than this is not believed: the number comes from an attribute that anybody can write.
const MAX_RESULTS: i64 = 1 << 16;

/// The more precise of what was computed and what is declared: ranked before unranked; in each dimension a number
/// before a symbol before nothing, and of two symbols the computed one. The element type and the encoding are the
/// declared ones. `Err` when two numbers or two ranks contradict each other.
pub fn meet(ctx: &Context, computed: TypeId, declared: TypeId) -> Result<TypeId, String> {
    let Type::Tensor { shape: known, elem, encoding } = ctx.type_of(declared) else {
        return Ok(match (ctx.type_of(declared), ctx.shape(computed)) {
            (Type::UnrankedTensor(elem), Some(shape)) => ctx.tensor(shape, *elem),
            _ => declared,
        });
    };
    let Some(shape) = ctx.shape(computed) else { return Ok(declared) };
    if shape.len() != known.len() {
        return Err(format!("declares rank {} but computes rank {}", known.len(), shape.len()));
    }
    let dims = shape.iter().zip(known).enumerate().map(|(i, (&computed, &declared))| {
        same_dim(computed, declared).map_err(|_| {
            let (declared, computed) = (ctx.dim_text(declared), ctx.dim_text(computed));
            format!("declares {declared} but computes {computed} in dimension {i}")
        })
    });
    let shape = dims.collect::<Result<_, String>>()?;
    Ok(ctx.ty(Type::Tensor { shape, elem: *elem, encoding: *encoding }))
}

/// The one result of `shape`. Its element type is what is declared, else what the op's row says, else `elem`.
pub(crate) fn one(view: &OpView<'_>, shape: Shape, elem: TypeId) -> Answer {
    many(view, vec![(shape, elem)])
}

/// As [`one`], for several results.
pub(crate) fn many(view: &OpView<'_>, computed: Vec<(Shape, TypeId)>) -> Answer {
    if !view.results.is_empty() && view.results.len() != computed.len() {
        return Err(format!("declares {} results but computes {}", view.results.len(), computed.len()));
    }
    let results = computed.into_iter().enumerate().map(|(i, (shape, elem))| {
        let elem = elem_of_result(view, i, elem);
        let ty = match shape {
            Some(dims) => checked_tensor(view, &dims, elem)?,
            None => view.ctx.unranked(elem),
        };
        match view.results.get(i) {
            Some(&declared) => meet(view.ctx, ty, declared),
            None => Ok(ty),
        }
    });
    results.collect()
}

fn checked_tensor(view: &OpView<'_>, dims: &[Dim], elem: TypeId) -> Result<TypeId, String> {
    if dims.len() > MAX_RANK {
        return Err(format!("has a result of rank {}, over {MAX_RANK}", dims.len()));
    }
    match dims.iter().enumerate().find_map(|(i, dim)| Some((i, dim.fixed().filter(|&n| n < 0)?))) {
        Some((i, n)) => Err(format!("has a result of size {n} in dimension {i}")),
        None => Ok(view.tensor(dims, elem)),
    }
}

/// The declared types, or unranked tensors of operand 0's element when there are none.
pub(crate) fn as_declared(view: &OpView<'_>) -> Answer {
    if view.results.is_empty() { one(view, None, view.elem(0)) } else { Ok(view.results.to_vec()) }
}

fn elem_of_result(view: &OpView<'_>, i: usize, fallback: TypeId) -> TypeId {
    match view.results.get(i) {
        Some(&declared) => view.ctx.elem_type(declared),
        None => elem_of_row(view, i).unwrap_or(fallback),
    }
}

/// The element type that the op's row gives result `i`, where a written type attribute or a set of one says it.
fn elem_of_row(view: &OpView<'_>, i: usize) -> Option<TypeId> {
    let rows = view.spec.results.get(..=i)?;
    if rows.iter().any(|row| row.arity != Arity::One) {
        return None;
    }
    match &rows.last()?.elems {
        ElemRule::TypeAttr(at) => view.type_attr(&view.spec.attrs.get(usize::from(*at))?.name),
        ElemRule::In(set) => {
            let mut names = set.names();
            let only = names.next()?;
            if names.next().is_some() { None } else { view.ctx.elem_named(only) }
        }
        _ => None,
    }
}

/// `rank` dimensions of which nothing is known.
pub(crate) fn open(rank: usize) -> Vec<Dim> {
    vec![Dim::Dynamic; rank]
}

/// The shape of operand `i`.
pub(crate) fn shape_of(view: &OpView<'_>, i: usize) -> Shape {
    view.shape(i).map(<[Dim]>::to_vec)
}

/// The shape of operand `i` if its rank is known, and `Err` if that is not `rank`.
pub(crate) fn of_rank<'a>(view: &OpView<'a>, i: usize, rank: usize) -> Result<Option<&'a [Dim]>, String> {
    match view.shape(i) {
        Some(shape) if shape.len() != rank => {
            Err(format!("has an operand {i} of rank {}, not {rank}", shape.len()))
        }
        shape => Ok(shape),
    }
}

/// As [`of_rank`], for a rank of at least `rank`.
pub(crate) fn of_rank_at_least<'a>(
    view: &OpView<'a>,
    i: usize,
    rank: usize,
) -> Result<Option<&'a [Dim]>, String> {
    match view.shape(i) {
        Some(shape) if shape.len() < rank => {
            Err(format!("has an operand {i} of rank {}, under {rank}", shape.len()))
        }
        shape => Ok(shape),
    }
}

/// The dimension of two that must be equal, as precisely as either tells.
pub(crate) fn same_dim(a: Dim, b: Dim) -> Result<Dim, String> {
    match (a, b) {
        (Dim::Fixed(x), Dim::Fixed(y)) if x != y => Err(format!("has sizes {x} and {y} that differ")),
        (Dim::Fixed(_), _) | (_, Dim::Dynamic) => Ok(a),
        (_, Dim::Fixed(_)) | (Dim::Dynamic, _) => Ok(b),
        (Dim::Sym(_), Dim::Sym(_)) => Ok(a),
    }
}

/// The shape of two that must be equal, as precisely as either tells.
pub(crate) fn same_shape(a: Shape, b: Shape) -> Result<Shape, String> {
    let (Some(x), Some(y)) = (&a, &b) else { return Ok(a.or(b)) };
    if x.len() != y.len() {
        return Err(format!("has ranks {} and {} that differ", x.len(), y.len()));
    }
    let dims = x
        .iter()
        .zip(y)
        .enumerate()
        .map(|(i, (&x, &y))| same_dim(x, y).map_err(|clause| format!("{clause} in dimension {i}")));
    dims.collect::<Result<Vec<Dim>, String>>().map(Some)
}

/// `axis` counted from the front, where negative ones count from the back.
pub(crate) fn axis(axis: i64, rank: usize) -> Result<usize, String> {
    let place = if axis < 0 { axis.checked_add_unsigned(rank as u64) } else { Some(axis) };
    match place.and_then(|place| usize::try_from(place).ok()) {
        Some(place) if place < rank => Ok(place),
        _ => Err(format!("has axis {axis} in rank {rank}")),
    }
}

/// The one element of integer operand `i`, [`Dim::Dynamic`] when it is not known.
pub(crate) fn scalar(view: &OpView<'_>, i: usize) -> Dim {
    match view.operand_dims(i).as_deref() {
        Some(&[dim]) => dim,
        _ => Dim::Dynamic,
    }
}

/// How many elements vector operand `i` has.
pub(crate) fn length(view: &OpView<'_>, i: usize) -> Option<usize> {
    match view.shape(i)? {
        &[Dim::Fixed(n)] => usize::try_from(n).ok().filter(|&n| n <= MAX_RANK),
        _ => None,
    }
}

/// The shape that operand `i` spells. An element of -1 leaves its dimension open.
pub(crate) fn shape_operand(view: &OpView<'_>, i: usize) -> Result<Shape, String> {
    if view.shape(i).is_some_and(|shape| shape.len() > 1) {
        return Err(format!("has a shape operand {i} of rank over 1"));
    }
    match view.operand_dims(i) {
        Some(dims) => {
            Ok(Some(dims.iter().map(|&d| if d == Dim::Fixed(-1) { Dim::Dynamic } else { d }).collect()))
        }
        None => Ok(length(view, i).map(open)),
    }
}

/// The integer attribute `name`, or `default` where it is missing.
pub(crate) fn int_or(view: &OpView<'_>, name: &str, default: i64) -> i64 {
    view.int(name).unwrap_or(default)
}

/// The bool attribute `name`, or `default` where it is missing.
pub(crate) fn flag_or(view: &OpView<'_>, name: &str, default: bool) -> bool {
    view.attr(name).and_then(|attr| view.ctx.attr_bool(attr)).unwrap_or(default)
}
