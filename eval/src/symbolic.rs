//! Computing with shapes that are not numbers yet.
//!
//! Programs compute shapes by ordinary operations on small integer tensors. Here those operations run on [`Dim`]s
//! instead of numbers. Operations that move elements run their ordinary kernel, on a tensor of places in a list of
//! dimensions; arithmetic is that of [`Context`].

use core_ir::{Context, Dim, OpView, Type, TypeId};

use crate::evaluate::evaluate;
use crate::kernels::{self, Moves, Row, cast_to};
use crate::tensor::{DType, Tensor};

/// No result of more elements than this is given.
pub(crate) const MAX_DIMS: usize = 64;

/// Operands of more elements than this are not looked at.
const MAX_OPERAND: usize = 1024;

/// The elements of the first result, row-major, where it is an integer or bool tensor of rank 0 or 1 whose elements
/// follow from the types, constants and known elements of the operands. Elements about which nothing is known are
/// [`Dim::Dynamic`]; at least one is known. Bools are 0 and 1.
pub fn fold_dims(view: &OpView<'_>) -> Option<Vec<Dim>> {
    fold_all_dims(view)?.into_iter().next()?
}

/// As [`fold_dims`], for every result.
pub fn fold_all_dims(view: &OpView<'_>) -> Option<Vec<Option<Vec<Dim>>>> {
    let name: &str = &view.spec.name;
    let results = match from_shapes(view, name) {
        Some(results) => results,
        None => {
            // Whatever the operation is, an element type that is no integer has no dimensions.
            if view.operands.is_empty() || !view.results.iter().all(|&ty| is_integral(view.ctx, ty)) {
                return None;
            }
            computed(view, name)?
        }
    };
    let ok = |dims: &Vec<Dim>| {
        dims.len() <= MAX_DIMS && (dims.is_empty() || dims.iter().any(|&d| d != Dim::Dynamic))
    };
    let results: Vec<_> = results
        .into_iter()
        .enumerate()
        .map(|(i, dims)| {
            let flat =
                view.results.get(i).is_none_or(|&ty| view.ctx.shape(ty).is_none_or(|shape| shape.len() <= 1));
            let dims = dims.map(|dims| in_range(view, i, dims));
            dims.filter(|dims| flat && ok(dims))
        })
        .collect();
    results.iter().any(Option::is_some).then_some(results)
}

type Results = Vec<Option<Vec<Dim>>>;

/// Numbers that do not fit the declared element type would wrap around: nothing is said of them.
fn in_range(view: &OpView<'_>, result: usize, mut dims: Vec<Dim>) -> Vec<Dim> {
    let width = match view.results.get(result).map(|&ty| view.ctx.type_of(view.ctx.elem_type(ty))) {
        Some(Type::Integer { width, .. }) if *width > 1 && *width < 64 => *width,
        _ => return dims,
    };
    let limit = 1i64 << (width - 1);
    for dim in &mut dims {
        if dim.fixed().is_some_and(|n| n < -limit || n >= limit) {
            *dim = Dim::Dynamic;
        }
    }
    dims
}

fn is_integral(ctx: &Context, ty: TypeId) -> bool {
    matches!(ctx.type_of(ctx.elem_type(ty)), Type::Integer { .. } | Type::Index)
}

/// Operations that read the operand's shape and not its elements.
fn from_shapes(view: &OpView<'_>, name: &str) -> Option<Results> {
    match name {
        "tf.Shape" | "tfl.shape" | "shape.shape_of" => Some(vec![Some(view.shape(0)?.to_vec())]),
        "tf.ShapeN" => Some((0..view.operands.len()).map(|i| view.shape(i).map(<[Dim]>::to_vec)).collect()),
        "tf.Size" => Some(vec![Some(vec![view.ctx.dim_product(view.shape(0)?.iter().copied())])]),
        "tf.Rank" | "tfl.rank" => Some(vec![Some(vec![Dim::Fixed(view.shape(0)?.len() as i64)])]),
        _ => None,
    }
}

fn computed(view: &OpView<'_>, name: &str) -> Option<Results> {
    let operands: Vec<Operand> = (0..view.operands.len()).map(|i| Operand::of(view, i)).collect();
    if let Some(results) = all_known(view, &operands) {
        return Some(results);
    }
    if view.word("fused_activation_function").is_some_and(|word| word != "NONE") {
        return None;
    }
    if let Some((_, f)) = UNARY.iter().find(|entry| entry.0 == name) {
        let dims = operands.first()?.dims.as_ref()?;
        return one(dims.iter().map(|&dim| f(view.ctx, dim)).collect());
    }
    if let Some((_, f)) = BINARY.iter().find(|entry| entry.0 == name) {
        let [a, b] = operands.as_slice() else { return None };
        return one(zip(a.dims.as_ref()?, b.dims.as_ref()?, |a, b| f(view.ctx, a, b))?);
    }
    if let Some((_, f)) = REDUCTIONS.iter().find(|entry| entry.0 == name) {
        return reduce(view, &operands, *f);
    }
    match name {
        "tf.AddN" | "tfl.add_n" => {
            let mut sum = operands.first()?.dims.clone()?;
            for next in &operands[1..] {
                sum = zip(&sum, next.dims.as_ref()?, |a, b| view.ctx.dim_add(a, b))?;
            }
            one(sum)
        }
        "tf.Cast" | "tfl.cast" => cast(view, operands.first()?.dims.as_ref()?),
        "tf.BroadcastArgs" | "tfl.broadcast_args" => broadcast_args(&operands),
        "tf.Select" | "tf.SelectV2" | "tfl.select" | "tfl.select_v2" => {
            moved(view, kernels::find(name)?, &operands).or_else(|| same_choice(&operands))
        }
        _ => moved(view, kernels::find(name)?, &operands),
    }
}

fn one(dims: Vec<Dim>) -> Option<Results> {
    Some(vec![Some(dims)])
}

/// What is known of an operand.
struct Operand {
    /// Its shape where that is fixed.
    shape: Option<Vec<usize>>,
    /// Its elements; unknown ones are dynamic.
    dims: Option<Vec<Dim>>,
}

impl Operand {
    fn of(view: &OpView<'_>, i: usize) -> Operand {
        let ty = view.operand_type(i);
        // A large table of integers is data, not a shape.
        let is_large = view.ctx.element_count(ty).is_some_and(|count| count > MAX_OPERAND);
        let dims = if is_large { None } else { view.operand_dims(i).map(|dims| dims.into_owned()) };
        let shape = match (view.ctx.shape(ty), &dims) {
            (Some([]), _) => Some(Vec::new()),
            (Some([_]), Some(dims)) => Some(vec![dims.len()]),
            _ => crate::tensor::fixed_usize_shape(view.ctx, ty),
        };
        let count =
            shape.as_ref().and_then(|shape| shape.iter().try_fold(1usize, |n, &dim| n.checked_mul(dim)));
        let dims = match (dims, count) {
            (Some(dims), Some(count)) if dims.len() == count => Some(dims),
            // Elements that are merely counted have their place among known ones.
            (None, Some(count)) if count <= MAX_DIMS && is_integral(view.ctx, ty) => {
                Some(vec![Dim::Dynamic; count])
            }
            _ => None,
        };
        Operand { shape, dims }
    }

    fn ints(&self) -> Option<Vec<i64>> {
        self.dims.as_ref()?.iter().map(|dim| dim.fixed()).collect()
    }

    /// The operand as a tensor where every element is a number.
    fn tensor(&self, view: &OpView<'_>, i: usize) -> Option<Tensor> {
        let tensor = Tensor::new(self.shape.as_ref()?, self.ints()?).ok()?;
        cast_to(&tensor, DType::of(view.ctx, view.elem(i))?).ok()
    }
}

/// Results of an operation whose operands are all numbers.
fn all_known(view: &OpView<'_>, operands: &[Operand]) -> Option<Results> {
    let inputs = operands.iter().enumerate().map(|(i, operand)| operand.tensor(view, i));
    let inputs: Vec<Tensor> = inputs.collect::<Option<_>>()?;
    // A declared type may not say how many results there are, or be missing.
    let tensors = evaluate(view, &inputs).ok()?;
    let dims = |tensor: Tensor| -> Option<Vec<Dim>> {
        let small = tensor.shape().len() <= 1 && tensor.count() <= MAX_DIMS;
        small.then(|| tensor.ints().ok())?.map(|ints| ints.into_iter().map(Dim::Fixed).collect())
    };
    Some(tensors.into_iter().map(dims).collect())
}

/// Results of an operation that moves elements: its kernel runs on places in a list of dimensions. The first place
/// holds 0, so that kernels that fill up with zeros fill up with that.
fn moved(view: &OpView<'_>, row: &Row, operands: &[Operand]) -> Option<Results> {
    if row.moves == Moves::Nothing {
        return None;
    }
    let mut places = vec![Dim::Fixed(0)];
    let mut inputs = Vec::with_capacity(operands.len());
    for (i, operand) in operands.iter().enumerate() {
        if !row.moves.moves(i, operands.len()) {
            inputs.push(operand.tensor(view, i)?);
            continue;
        }
        let dims = operand.dims.as_ref()?;
        let indices: Vec<i64> = (places.len() as i64..).take(dims.len()).collect();
        places.extend(dims);
        inputs.push(Tensor::new(operand.shape.as_ref()?, indices).ok()?);
    }
    let tensors = row.run(view, &inputs).ok()?;
    let look_up = |tensor: Tensor| -> Option<Vec<Dim>> {
        if tensor.shape().len() > 1 || tensor.count() > MAX_DIMS {
            return None;
        }
        let indices = tensor.ints().ok()?;
        indices.into_iter().map(|i| places.get(usize::try_from(i).ok()?).copied()).collect()
    };
    Some(tensors.into_iter().map(look_up).collect())
}

/// Integers keep their value, and become bools by being 0 or not.
fn cast(view: &OpView<'_>, dims: &[Dim]) -> Option<Results> {
    let (from, to) = (view.elem(0), view.ctx.elem_type(*view.results.first()?));
    if to == TypeId::I1 && from != TypeId::I1 {
        return one(dims.iter().map(|&dim| not_equal(view.ctx, dim, Dim::Fixed(0))).collect());
    }
    one(dims.to_vec())
}

/// A choice between two dimensions that are proved to be one does not depend on the condition.
fn same_choice(operands: &[Operand]) -> Option<Results> {
    let [_, a, b] = operands else { return None };
    let pick = |a: Dim, b: Dim| if a.proved_eq(b) { a } else { Dim::Dynamic };
    one(zip(a.dims.as_ref()?, b.dims.as_ref()?, pick)?)
}

/// Corresponding elements of two tensors of rank 0 or 1.
fn zip(a: &[Dim], b: &[Dim], f: impl Fn(Dim, Dim) -> Dim) -> Option<Vec<Dim>> {
    match (a, b) {
        (&[a], b) => Some(b.iter().map(|&b| f(a, b)).collect()),
        (a, &[b]) => Some(a.iter().map(|&a| f(a, b)).collect()),
        _ if a.len() == b.len() => Some(a.iter().zip(b).map(|(&a, &b)| f(a, b)).collect()),
        _ => None,
    }
}

fn reduce(view: &OpView<'_>, operands: &[Operand], f: Fold) -> Option<Results> {
    let [x, axes] = operands else { return None };
    let (dims, axes) = (x.dims.as_ref()?, axes.ints()?);
    if x.shape.as_ref()?.is_empty() || axes.is_empty() {
        return one(dims.clone());
    }
    if x.shape.as_ref()?.len() != 1 || axes.iter().any(|&axis| axis != 0 && axis != -1) {
        return None;
    }
    one(vec![f(view.ctx, dims)?])
}

/// The broadcast shape, dimension by dimension; where neither is proved to win nothing is said.
fn broadcast_args(operands: &[Operand]) -> Option<Results> {
    let [a, b] = operands else { return None };
    let (a, b) = (a.dims.as_ref()?, b.dims.as_ref()?);
    let rank = a.len().max(b.len());
    let dim = |list: &[Dim], i: usize| match (i + list.len()).checked_sub(rank) {
        Some(at) => list[at],
        None => Dim::Fixed(1),
    };
    let pick = |i: usize| match (dim(a, i), dim(b, i)) {
        (Dim::Fixed(1), other) | (other, Dim::Fixed(1)) => other,
        (x, y) if x.proved_eq(y) => x,
        // A dimension that is a number other than 1 wins: the other is that number, or 1.
        (Dim::Fixed(n), _) | (_, Dim::Fixed(n)) => Dim::Fixed(n),
        _ => Dim::Dynamic,
    };
    one((0..rank).map(pick).collect())
}

type Unary = fn(&Context, Dim) -> Dim;
type Binary = fn(&Context, Dim, Dim) -> Dim;
type Fold = fn(&Context, &[Dim]) -> Option<Dim>;

fn neg(ctx: &Context, dim: Dim) -> Dim {
    ctx.dim_mul(dim, Dim::Fixed(-1))
}

fn abs(ctx: &Context, dim: Dim) -> Dim {
    match dim {
        Dim::Fixed(n) => n.checked_abs().map_or(Dim::Dynamic, Dim::Fixed),
        dim if ctx.dim_is_nonnegative(dim) => dim,
        _ => Dim::Dynamic,
    }
}

fn square(ctx: &Context, dim: Dim) -> Dim {
    ctx.dim_mul(dim, dim)
}

fn not(_: &Context, dim: Dim) -> Dim {
    dim.fixed().map_or(Dim::Dynamic, |n| Dim::Fixed((n == 0).into()))
}

const UNARY: &[(&str, Unary)] = &[
    ("tf.Abs", abs),
    ("tf.LogicalNot", not),
    ("tf.Neg", neg),
    ("tf.Square", square),
    ("tfl.abs", abs),
    ("tfl.logical_not", not),
    ("tfl.neg", neg),
    ("tfl.square", square),
];

/// Truncation and rounding down agree on what is not negative.
fn trunc_div(ctx: &Context, a: Dim, b: Dim) -> Dim {
    let positive = ctx.dim_is_nonnegative(ctx.dim_sub(b, Dim::Fixed(1)));
    match ctx.dim_is_nonnegative(a) && (positive || ctx.dim_is_nonnegative(b)) {
        true => ctx.dim_floor_div(a, b),
        false => ctx.dim_div_exact(a, b).unwrap_or(Dim::Dynamic),
    }
}

fn floor_mod(ctx: &Context, a: Dim, b: Dim) -> Dim {
    ctx.dim_sub(a, ctx.dim_mul(b, ctx.dim_floor_div(a, b)))
}

fn mul(ctx: &Context, a: Dim, b: Dim) -> Dim {
    ctx.dim_mul(a, b)
}

/// 1 when `a > b` is proved, 0 when `a <= b` is.
fn greater(ctx: &Context, a: Dim, b: Dim) -> Dim {
    if ctx.dim_is_nonnegative(ctx.dim_sub(ctx.dim_sub(a, b), Dim::Fixed(1))) {
        Dim::Fixed(1)
    } else if ctx.dim_is_nonnegative(ctx.dim_sub(b, a)) {
        Dim::Fixed(0)
    } else {
        Dim::Dynamic
    }
}

fn equal(ctx: &Context, a: Dim, b: Dim) -> Dim {
    if a.proved_eq(b) {
        Dim::Fixed(1)
    } else if greater(ctx, a, b) == Dim::Fixed(1) || greater(ctx, b, a) == Dim::Fixed(1) {
        Dim::Fixed(0)
    } else {
        Dim::Dynamic
    }
}

fn and(_: &Context, a: Dim, b: Dim) -> Dim {
    match (a, b) {
        (Dim::Fixed(0), _) | (_, Dim::Fixed(0)) => Dim::Fixed(0),
        (Dim::Fixed(_), Dim::Fixed(_)) => Dim::Fixed(1),
        _ => Dim::Dynamic,
    }
}

fn or(ctx: &Context, a: Dim, b: Dim) -> Dim {
    not(ctx, and(ctx, not(ctx, a), not(ctx, b)))
}

fn not_equal(ctx: &Context, a: Dim, b: Dim) -> Dim {
    not(ctx, equal(ctx, a, b))
}

fn less(ctx: &Context, a: Dim, b: Dim) -> Dim {
    greater(ctx, b, a)
}

fn less_equal(ctx: &Context, a: Dim, b: Dim) -> Dim {
    not(ctx, greater(ctx, a, b))
}

fn greater_equal(ctx: &Context, a: Dim, b: Dim) -> Dim {
    not(ctx, greater(ctx, b, a))
}

const BINARY: &[(&str, Binary)] = &[
    ("tf.Add", Context::dim_add),
    ("tf.AddV2", Context::dim_add),
    ("tf.Div", trunc_div),
    ("tf.Equal", equal),
    ("tf.FloorDiv", Context::dim_floor_div),
    ("tf.FloorMod", floor_mod),
    ("tf.Greater", greater),
    ("tf.GreaterEqual", greater_equal),
    ("tf.Less", less),
    ("tf.LessEqual", less_equal),
    ("tf.LogicalAnd", and),
    ("tf.LogicalOr", or),
    ("tf.Maximum", Context::dim_max),
    ("tf.Minimum", Context::dim_min),
    ("tf.Mul", mul),
    ("tf.NotEqual", not_equal),
    ("tf.Sub", Context::dim_sub),
    ("tf.TruncateDiv", trunc_div),
    ("tfl.add", Context::dim_add),
    ("tfl.div", trunc_div),
    ("tfl.equal", equal),
    ("tfl.floor_div", Context::dim_floor_div),
    ("tfl.floor_mod", floor_mod),
    ("tfl.greater", greater),
    ("tfl.greater_equal", greater_equal),
    ("tfl.less", less),
    ("tfl.less_equal", less_equal),
    ("tfl.logical_and", and),
    ("tfl.logical_or", or),
    ("tfl.maximum", Context::dim_max),
    ("tfl.minimum", Context::dim_min),
    ("tfl.mul", mul),
    ("tfl.not_equal", not_equal),
    ("tfl.sub", Context::dim_sub),
];

fn product(ctx: &Context, dims: &[Dim]) -> Option<Dim> {
    Some(ctx.dim_product(dims.iter().copied()))
}

fn sum(ctx: &Context, dims: &[Dim]) -> Option<Dim> {
    Some(dims.iter().fold(Dim::Fixed(0), |sum, &dim| ctx.dim_add(sum, dim)))
}

fn greatest(ctx: &Context, dims: &[Dim]) -> Option<Dim> {
    dims.iter().copied().reduce(|a, b| ctx.dim_max(a, b))
}

fn least(ctx: &Context, dims: &[Dim]) -> Option<Dim> {
    dims.iter().copied().reduce(|a, b| ctx.dim_min(a, b))
}

fn all(ctx: &Context, dims: &[Dim]) -> Option<Dim> {
    Some(dims.iter().fold(Dim::Fixed(1), |all, &dim| and(ctx, all, dim)))
}

fn any(ctx: &Context, dims: &[Dim]) -> Option<Dim> {
    Some(dims.iter().fold(Dim::Fixed(0), |any, &dim| or(ctx, any, dim)))
}

const REDUCTIONS: &[(&str, Fold)] = &[
    ("tf.All", all),
    ("tf.Any", any),
    ("tf.Max", greatest),
    ("tf.Min", least),
    ("tf.Prod", product),
    ("tf.Sum", sum),
    ("tfl.reduce_all", all),
    ("tfl.reduce_any", any),
    ("tfl.reduce_max", greatest),
    ("tfl.reduce_min", least),
    ("tfl.reduce_prod", product),
    ("tfl.sum", sum),
];
