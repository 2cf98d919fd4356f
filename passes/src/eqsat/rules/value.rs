//! Values of expressions, and the functions that expressions call.

use core_ir::{Attr, AttrId, ConstId, Context, Dim, Type, TypeId};

use super::super::facts::{Egraph, Fact, result_types};
use super::kinds::Kind;
use super::polynomial::DEPTH;
use egg::Id;

/// What an expression stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Val {
    /// An integer or a dimension.
    Int(Dim),
    /// A float.
    Float(f64),
    /// Truth.
    Bool(bool),
    /// Text.
    Str(String),
    /// An element type.
    Type(TypeId),
    /// Several.
    List(Vec<Val>),
    /// A value of the program.
    Class(Id),
    /// An attribute of another kind, as it is.
    Attr(AttrId),
}

impl Val {
    /// An integer.
    pub fn int(n: i64) -> Val {
        Val::Int(Dim::Fixed(n))
    }

    /// The known integer.
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Val::Int(dim) => dim.fixed(),
            Val::Bool(b) => Some((*b).into()),
            _ => None,
        }
    }

    /// The number.
    pub fn as_float(&self) -> Option<f64> {
        match self {
            Val::Float(x) => Some(*x),
            Val::Int(Dim::Fixed(n)) => Some(*n as f64),
            _ => None,
        }
    }

    /// The list's dimensions.
    pub fn as_dims(&self) -> Option<Vec<Dim>> {
        let Val::List(items) = self else { return None };
        items.iter().map(|item| if let Val::Int(dim) = item { Some(*dim) } else { None }).collect()
    }

    /// The list's known integers.
    pub fn as_ints(&self) -> Option<Vec<i64>> {
        self.as_dims()?.into_iter().map(Dim::fixed).collect()
    }

    /// A list of dimensions.
    pub fn dims(dims: impl IntoIterator<Item = Dim>) -> Val {
        Val::List(dims.into_iter().map(Val::Int).collect())
    }

    /// A list of integers.
    pub fn ints(ints: impl IntoIterator<Item = i64>) -> Val {
        Val::List(ints.into_iter().map(Val::int).collect())
    }

    /// The value of an attribute.
    pub fn from_attr(ctx: &Context, id: AttrId) -> Val {
        match ctx.attr_of(id) {
            Attr::Bool(b) => Val::Bool(*b),
            Attr::Integer { value, ty: TypeId::I1 } => Val::Bool(*value != 0),
            Attr::Integer { value, .. } => i64::try_from(*value).map_or(Val::Attr(id), Val::int),
            Attr::Float { value, .. } => Val::Float(value.get()),
            Attr::String(text) => Val::Str(ctx.str_text(*text).into_owned()),
            Attr::Type(ty) => Val::Type(*ty),
            Attr::Array(items) => Val::List(items.iter().map(|&item| Val::from_attr(ctx, item)).collect()),
            Attr::DenseArray { .. } => ctx.attr_ints(id).map_or(Val::Attr(id), Val::ints),
            _ => Val::Attr(id),
        }
    }

    /// Whether the two are equal for sure; dimensions must be proved equal.
    pub fn proved_eq(&self, other: &Val) -> bool {
        match (self, other) {
            (Val::Int(a), Val::Int(b)) => a.proved_eq(*b),
            (Val::List(a), Val::List(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(x, y)| x.proved_eq(y))
            }
            (Val::Float(_), Val::Int(_)) | (Val::Int(_), Val::Float(_)) => {
                self.as_float().is_some() && self.as_float() == other.as_float()
            }
            _ => self == other,
        }
    }
}

/// What functions see.
pub struct Env<'a, 'c> {
    /// The context.
    pub ctx: &'c Context,
    /// The e-graph.
    pub egraph: &'a Egraph<'c>,
}

impl Env<'_, '_> {
    fn fact(&self, val: &Val) -> Option<&Fact> {
        match val {
            Val::Class(id) => Some(&self.egraph[*id].data),
            _ => None,
        }
    }

    fn shape(&self, val: &Val) -> Option<&[Dim]> {
        self.ctx.shape(self.fact(val)?.ty)
    }

    fn fixed_product(&self, dims: &[Dim]) -> Dim {
        self.ctx.dim_product(dims.iter().copied())
    }
}

/// A function of the rule language.
#[derive(Debug)]
pub struct Native {
    /// Its name.
    pub name: &'static str,
    /// What its arguments are.
    pub params: &'static [Kind],
    /// What its value is.
    pub result: Kind,
    /// One sentence for the rule reference.
    pub doc: &'static str,
    /// How many operations below its arguments it looks.
    pub below: usize,
    /// Its value, `None` when there is none: a condition is then false.
    pub call: fn(&Env<'_, '_>, &[Val]) -> Option<Val>,
}

impl Native {
    /// How it is called: `dim(value, int)`.
    pub fn signature(&self) -> String {
        let params: Vec<&str> = self.params.iter().map(|kind| kind.word()).collect();
        format!("{}({})", self.name, params.join(", "))
    }
}

/// Functions that look at the operands of what they are asked about.
const OPERANDS: usize = 1;

macro_rules! natives {
    ($($name:literal ($($param:ident),*) -> $result:ident $(below $below:ident)? $doc:literal |$env:pat_param, $args:ident| $body:expr;)*) => {
        /// Every function, sorted by name.
        pub const NATIVES: &[Native] = &[$(Native {
            name: $name, params: &[$(Kind::$param),*], result: Kind::$result, doc: $doc, below: 0 $(+ $below)?,
            call: { fn call($env: &Env<'_, '_>, $args: &[Val]) -> Option<Val> { $body } call },
        }),*];
    };
}

natives! {
    "all_at_least" (Ints, Int) -> Bool "Whether every member of a list is known to be at least an integer." |_, a| {
        let least = a[1].as_int()?;
        Some(Val::Bool(a[0].as_ints()?.iter().all(|&n| n >= least)))
    };
    "all_between" (Value, Num, Num) -> Bool "Whether every element of a constant is between two numbers, those included." |env, a| {
        let (low, high) = (a[1].as_float()?, a[2].as_float()?);
        let elements = floats(env.ctx, env.fact(&a[0])?.konst?)?;
        Some(Val::Bool(elements.iter().all(|x| (low..=high).contains(x))))
    };
    "all_equal" (List, Any) -> Bool "Whether every member of a list equals a value." |_, a| match &a[0] {
        Val::List(items) => Some(Val::Bool(items.iter().all(|item| item.proved_eq(&a[1])))),
        _ => None,
    };
    "attr_is_set" (Any) -> Bool "Whether a list or a text is not empty." |_, a| match &a[0] {
        Val::List(items) => Some(Val::Bool(!items.is_empty())),
        Val::Str(text) => Some(Val::Bool(!text.is_empty())),
        _ => Some(Val::Bool(true)),
    };
    "broadcast" (Ints, Ints) -> Ints "The shape that two lists of dimensions broadcast to." |env, a| {
        let shape = dialects::shape::broadcast_shapes(env.ctx, Some(a[0].as_dims()?), Some(a[1].as_dims()?));
        shape.ok().flatten().map(Val::dims)
    };
    "broadcast_rank" (Value, Value) -> Int "The rank of the broadcast of two values." |env, a| {
        Some(Val::int(env.shape(&a[0])?.len().max(env.shape(&a[1])?.len()) as i64))
    };
    "broadcasts_to" (Value, Ints) -> Bool "Whether a value broadcast with a shape is proved to have that shape." |env, a| {
        let (from, to) = (env.shape(&a[0])?, a[1].as_dims()?);
        let pairs = from.iter().rev().zip(to.iter().rev());
        let fits = from.len() <= to.len() && pairs.into_iter().all(|(x, y)| *x == Dim::Fixed(1) || x.proved_eq(*y));
        Some(Val::Bool(fits))
    };
    "channels_only" (Value, Int) -> Bool "Whether a value varies along the last dimension of a rank at most, so that it has one element or one for each of the `.1` channels."
        |env, a| {
            let shape = env.shape(&a[0])?;
            let Some((last, rest)) = shape.split_last() else { return Some(Val::Bool(true)) };
            let Val::Int(channels) = a[1] else { return None };
            let fits = rest.iter().all(|dim| *dim == Dim::Fixed(1)) && (*last == Dim::Fixed(1) || last.proved_eq(channels));
            Some(Val::Bool(fits))
        };
    "clamped" (Ints, Type) -> Ints "A list of integers within the range of an integer type." |env, a| {
        let (low, high) = int_range(env.ctx, &a[1])?;
        Some(Val::ints(a[0].as_ints()?.into_iter().map(|n| n.clamp(low, high))))
    };
    "close_to" (Any, Any) -> Bool "Whether two numbers, or two lists of numbers member by member, differ by no more than a part in 50000, as constants do that were rounded differently."
        |_, a| Some(Val::Bool(is_close(&a[0], &a[1])));
    "common_prefix" (List, List) -> Int "How many members at the start of two lists are equal." |_, a| match (&a[0], &a[1]) {
        (Val::List(x), Val::List(y)) => {
            Some(Val::int(x.iter().zip(y).take_while(|(x, y)| x.proved_eq(y)).count() as i64))
        }
        _ => None,
    };
    "concat" (List, List) -> List "Two lists, one after the other." |_, a| match (&a[0], &a[1]) {
        (Val::List(x), Val::List(y)) => Some(Val::List([x.clone(), y.clone()].concat())),
        _ => None,
    };
    "count" (Value) -> Int "The number of elements of a value." |env, a| Some(Val::Int(env.fixed_product(env.shape(&a[0])?)));
    "differences" (Ints, Ints) -> Ints "The differences of two lists of dimensions, member by member." |env, a| {
        let (x, y) = (a[0].as_dims()?, a[1].as_dims()?);
        (x.len() == y.len()).then(|| Val::dims(x.iter().zip(&y).map(|(&x, &y)| env.ctx.dim_sub(x, y))))
    };
    "dim" (Value, Int) -> Int "A dimension of a value; negative positions count from the end." |env, a| {
        let shape = env.shape(&a[0])?;
        Some(Val::Int(*shape.get(position(a[1].as_int()?, shape.len())?)?))
    };
    "dims" (Values, Int) -> Ints "A dimension of each of several values; negative positions count from the end." |env, a| {
        let Val::List(items) = &a[0] else { return None };
        let dim = |item: &Val| {
            let shape = env.shape(item)?;
            Some(*shape.get(position(a[1].as_int()?, shape.len())?)?)
        };
        Some(Val::dims(items.iter().map(dim).collect::<Option<Vec<_>>>()?))
    };
    "elem" (Value) -> Type "The element type of a value." |env, a| Some(Val::Type(env.ctx.elem_type(env.fact(&a[0])?.ty)));
    "get" (List, Int) -> Any "A member of a list; negative positions count from the end." |_, a| match &a[0] {
        Val::List(items) => items.get(position(a[1].as_int()?, items.len())?).cloned(),
        _ => None,
    };
    "has_bit" (Int, Int) -> Bool "Whether an integer, in binary, has the bit of a number, counted from 0." |_, a| {
        let bit = u32::try_from(a[1].as_int()?).ok()?;
        Some(Val::Bool(a[0].as_int()?.checked_shr(bit)? & 1 == 1))
    };
    "in_range" (Int, Int, Int) -> Bool "Whether an integer is at least the second and less than the third." |_, a| {
        let n = a[0].as_int()?;
        Some(Val::Bool(a[1].as_int()? <= n && n < a[2].as_int()?))
    };
    "ints" (Value) -> Ints "The elements of an integer value, open ones included." |env, a| {
        Some(Val::dims(env.fact(&a[0])?.dims.as_ref()?.iter().copied()))
    };
    "inverse" (Ints) -> Ints "The order that undoes an order of dimensions." |_, a| {
        let order = a[0].as_ints()?;
        let place = |i: i64| order.iter().position(|&from| from == i).map(|at| at as i64);
        Some(Val::ints((0..order.len() as i64).map(place).collect::<Option<Vec<_>>>()?))
    };
    "is_const" (Value) -> Bool "Whether a value can be computed at compile time." |env, a| Some(Val::Bool(env.fact(&a[0])?.is_const));
    "is_extreme" (Value, Bool) -> Bool "Whether a constant repeats the largest number of its float type or infinity, or, when the second does not hold, the negative of one."
        |env, a| {
            let Val::Bool(largest) = a[1] else { return None };
            let konst = env.fact(&a[0])?.konst?;
            let (x, most) = (splat(env.ctx, konst)?.as_float()?, env.ctx.largest_float(env.ctx.elem_type(env.ctx.const_type(konst)))?);
            Some(Val::Bool(if largest { x >= most } else { x <= -most }))
        };
    "is_fixed" (Any) -> Bool "Whether a list of dimensions, or a dimension, has no open one." |_, a| match &a[0] {
        Val::Int(dim) => Some(Val::Bool(dim.is_fixed())),
        list => Some(Val::Bool(list.as_dims()?.iter().all(|dim| dim.is_fixed()))),
    };
    "is_none" (Value) -> Bool "Whether an optional operand is absent." |env, a| Some(Val::Bool(env.fact(&a[0])?.ty == TypeId::NONE));
    "is_permutation" (Ints) -> Bool "Whether a list holds each of 0..n once." |_, a| {
        let mut list = a[0].as_ints()?;
        list.sort_unstable();
        Some(Val::Bool(list.iter().enumerate().all(|(i, &n)| i as i64 == n)))
    };
    "is_same_padding" (Ints, Ints, Ints, Ints) -> Bool "Whether pads of a batch, as before and after each dimension, are those that SAME padding of windows of a size and strides would make for the inner dimensions."
        |_, a| {
            let (input, window) = (a[0].as_ints()?, a[1].as_ints()?);
            let (strides, pads) = (a[2].as_ints()?, a[3].as_ints()?);
            Some(Val::Bool(is_same_padding(&input, &window, &strides, &pads)?))
        };
    "is_scaled" (Value) -> Bool below OPERANDS "Whether a value is known to be the product of another one and a constant, as which it is then scaled at once." |env, a| {
        let Val::Class(id) = &a[0] else { return None };
        let product = env.ctx.op_name("tfl.mul");
        let is_const = |id: Id| env.egraph[id].data.is_const;
        Some(Val::Bool(env.egraph[*id].nodes.iter().any(|node| {
            node.op() == Some(product) && node.children.iter().filter(|&&child| is_const(child)).count() == 1
        })))
    };
    "len" (List) -> Int "The length of a list." |_, a| match &a[0] {
        Val::List(items) => Some(Val::int(items.len() as i64)),
        _ => None,
    };
    "made_by" (Value, Str) -> Bool "Whether a value is known to be the result of an operation, by its full name." |env, a| match (&a[0], &a[1]) {
        (Val::Class(id), Val::Str(name)) => {
            let name = env.ctx.op_name(name);
            Some(Val::Bool(env.egraph[*id].nodes.iter().any(|node| node.op() == Some(name))))
        }
        _ => None,
    };
    "max" (Num, Num) -> Num "The larger of two." |env, a| match (&a[0], &a[1]) {
        (Val::Int(x), Val::Int(y)) => Some(Val::Int(env.ctx.dim_max(*x, *y))),
        (x, y) => Some(Val::Float(x.as_float()?.max(y.as_float()?))),
    };
    "min" (Num, Num) -> Num "The smaller of two." |env, a| match (&a[0], &a[1]) {
        (Val::Int(x), Val::Int(y)) => Some(Val::Int(env.ctx.dim_min(*x, *y))),
        (x, y) => Some(Val::Float(x.as_float()?.min(y.as_float()?))),
    };
    "normalize_axes" (Any, Int) -> Ints "A list of axes, or one axis, with negative ones counted from the rank, sorted." |_, a| {
        let rank = a[1].as_int()?;
        let axes = a[0].as_ints().or_else(|| Some(vec![a[0].as_int()?]))?;
        let mut axes: Vec<i64> = axes.into_iter().map(|axis| if axis < 0 { axis + rank } else { axis }).collect();
        axes.sort_unstable();
        axes.iter().all(|&axis| (0..rank).contains(&axis)).then(|| Val::ints(axes))
    };
    "one_open" (Ints) -> Bool "Whether at most one dimension of a list is open and none is zero: a reshape can say it with -1." |_, a| {
        let dims = a[0].as_dims()?;
        let open = dims.iter().filter(|dim| !dim.is_fixed()).count();
        Some(Val::Bool(open == 0 || open == 1 && !dims.contains(&Dim::Fixed(0))))
    };
    "open_as_minus_one" (Ints) -> Ints "A list of dimensions with -1 for open ones." |_, a| {
        Some(Val::ints(a[0].as_dims()?.into_iter().map(|dim| dim.fixed().unwrap_or(-1))))
    };
    "overflows" (Value, Type) -> Bool "Whether an element of a value is known to be out of the range of an integer type." |env, a| {
        let (low, high) = int_range(env.ctx, &a[1])?;
        let dims = env.fact(&a[0])?.dims.as_deref().unwrap_or_default();
        Some(Val::Bool(dims.iter().filter_map(|dim| dim.fixed()).any(|n| !(low..=high).contains(&n))))
    };
    "permute" (List, Ints) -> List "The members of a list at the positions of another." |_, a| match &a[0] {
        Val::List(items) => {
            let order = a[1].as_ints()?;
            let pick = |i: i64| items.get(usize::try_from(i).ok()?).cloned();
            Some(Val::List(order.into_iter().map(pick).collect::<Option<_>>()?))
        }
        _ => None,
    };
    "polynomial" (Value, Value) -> List below DEPTH "The coefficients of a value as a polynomial in another of the same shape, that of the constant first and none that is zero last, however sums, products and powers are written."
        |env, a| {
            let (Val::Class(value), Val::Class(x)) = (&a[0], &a[1]) else { return None };
            let (dims, same) = (env.shape(&a[0])?, env.shape(&a[1])?);
            let is_same = dims.len() == same.len() && dims.iter().zip(same).all(|(x, y)| x.proved_eq(*y));
            let all = is_same.then(|| super::polynomial::coefficients(env.ctx, env.egraph, *value, *x))??;
            Some(Val::List(all.into_iter().map(Val::Float).collect()))
        };
    "positions" (List, Any) -> Ints "The positions in a list of the members that equal a value." |_, a| match &a[0] {
        Val::List(items) => {
            let found = items.iter().enumerate().filter(|(_, item)| item.proved_eq(&a[1]));
            Some(Val::ints(found.map(|(i, _)| i as i64)))
        }
        _ => None,
    };
    "product" (Ints) -> Int "The product of a list." |env, a| Some(Val::Int(env.fixed_product(&a[0].as_dims()?)));
    "range" (Int, Int) -> Ints "The integers from the first up to but without the second." |_, a| {
        let (from, to) = (a[0].as_int()?, a[1].as_int()?);
        (to - from <= 64).then(|| Val::ints(from..to))
    };
    "rank" (Value) -> Int "The rank of a value." |env, a| Some(Val::int(env.shape(&a[0])?.len() as i64));
    "ranks" (Ints) -> Ints "For each member of a list how many members are smaller: the order that is left of one with gaps." |_, a| {
        let list = a[0].as_ints()?;
        Some(Val::ints(list.iter().map(|n| list.iter().filter(|other| *other < n).count() as i64)))
    };
    "regrouped" (Ints, Ints, Ints) -> List "For a value whose dimensions (the first list) are put in an order (the second) and then become others (the third): the dimensions to become first, and the order to put those in, that have the same effect."
        |_, a| {
            let (before, order) = super::regroup::regrouped(&a[0].as_dims()?, &a[1].as_ints()?, &a[2].as_dims()?)?;
            Some(Val::List(vec![Val::dims(before), Val::ints(order)]))
        };
    "repeat" (Any, Int) -> List "A list of a value, a number of times." |_, a| {
        let times = a[1].as_int().filter(|times| (0..=64).contains(times))?;
        Some(Val::List(vec![a[0].clone(); times as usize]))
    };
    "replaced" (List, Ints, Any) -> List "A list with the members at the positions of another replaced by a value." |_, a| match &a[0] {
        Val::List(items) => {
            let places = a[1].as_ints()?;
            let pick = |(i, item): (usize, &Val)| if places.contains(&(i as i64)) { a[2].clone() } else { item.clone() };
            Some(Val::List(items.iter().enumerate().map(pick).collect()))
        }
        _ => None,
    };
    "result_shape" (Value, Int) -> Ints "The dimensions of one of the results of an operation." |env, a| {
        let types = result_types(env.ctx, env.fact(&a[0])?.ty);
        let ty = *types.get(usize::try_from(a[1].as_int()?).ok()?)?;
        Some(Val::dims(env.ctx.shape(ty)?.iter().copied()))
    };
    "results" (Value) -> Int "How many results an operation has." |env, a| {
        Some(Val::int(result_types(env.ctx, env.fact(&a[0])?.ty).len() as i64))
    };
    "same_shape" (Value, Value) -> Bool "Whether two values are proved to have one shape." |env, a| {
        let (x, y) = (env.shape(&a[0])?, env.shape(&a[1])?);
        Some(Val::Bool(x.len() == y.len() && x.iter().zip(y).all(|(x, y)| x.proved_eq(*y))))
    };
    "scalar" (Value) -> Any "The number that all elements of a constant are." |env, a| {
        splat(env.ctx, env.fact(&a[0])?.konst?)
    };
    "select" (Bool, Any, Any) -> Any "The second where the first holds, else the third." |_, a| match a[0] {
        Val::Bool(choice) => Some(if choice { a[1].clone() } else { a[2].clone() }),
        _ => None,
    };
    "shape" (Value) -> Ints "The dimensions of a value." |env, a| Some(Val::dims(env.shape(&a[0])?.iter().copied()));
    "slice" (List, Int, Int) -> List "The members of a list from a position up to another." |_, a| match &a[0] {
        Val::List(items) => {
            let (from, to) = (usize::try_from(a[1].as_int()?).ok()?, usize::try_from(a[2].as_int()?).ok()?);
            Some(Val::List(items.get(from..to)?.to_vec()))
        }
        _ => None,
    };
    "tensor" (Ints, Type) -> Type "The type of a tensor with given dimensions and elements." |env, a| match &a[1] {
        Val::Type(elem) => Some(Val::Type(env.ctx.tensor(&a[0].as_dims()?, *elem))),
        _ => None,
    };
    "trimmed" (List, Any) -> List "A list without the members at its start that equal a value." |_, a| match &a[0] {
        Val::List(items) => {
            let start = items.iter().position(|item| !item.proved_eq(&a[1])).unwrap_or(items.len());
            Some(Val::List(items[start..].to_vec()))
        }
        _ => None,
    };
    "without" (List, Ints) -> List "A list without the members at the positions of another." |_, a| match &a[0] {
        Val::List(items) => {
            let drop = a[1].as_ints()?;
            let kept = items.iter().enumerate().filter(|(i, _)| !drop.contains(&(*i as i64)));
            Some(Val::List(kept.map(|(_, item)| item.clone()).collect()))
        }
        _ => None,
    };
}

/// The least and the greatest number of a signed integer type.
fn int_range(ctx: &Context, ty: &Val) -> Option<(i64, i64)> {
    let Val::Type(ty) = ty else { return None };
    let Type::Integer { width: width @ 1..=64, .. } = ctx.type_of(*ty) else { return None };
    Some((i64::MIN >> (64 - width), i64::MAX >> (64 - width)))
}

/// SAME padding makes `ceil(input / stride)` windows and puts the odd element of the padding after.
fn is_same_padding(input: &[i64], window: &[i64], strides: &[i64], pads: &[i64]) -> Option<bool> {
    let (pads, &[]) = pads.as_chunks::<2>() else { return None };
    let [[0, 0], inner @ .., [0, 0]] = pads else { return Some(false) };
    if [input.len(), window.len(), strides.len()] != [inner.len(); 3] {
        return None;
    }
    let mut all = true;
    for (i, &[before, after]) in inner.iter().enumerate() {
        let (size, window, stride) = (input[i], window[i], strides[i]);
        if stride < 1 {
            return None;
        }
        let windows = size.checked_add(stride - 1)? / stride;
        let total = ((windows - 1).checked_mul(stride)?.checked_add(window)? - size).max(0);
        all &= before == total / 2 && after == total - total / 2;
    }
    Some(all)
}

fn position(at: i64, len: usize) -> Option<usize> {
    let at = if at < 0 { at + len as i64 } else { at };
    usize::try_from(at).ok().filter(|&at| at < len)
}

/// How far two roundings of one constant may differ.
const ROUNDING: f64 = 2e-5;

fn is_close(a: &Val, b: &Val) -> bool {
    match (a, b) {
        (Val::List(a), Val::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_close(a, b)),
        _ => match (a.as_float(), b.as_float()) {
            (Some(a), Some(b)) => (a - b).abs() <= ROUNDING * b.abs(),
            _ => false,
        },
    }
}

/// The elements of a constant of floats.
fn floats(ctx: &Context, id: ConstId) -> Option<Vec<f64>> {
    let elem = ctx.elem_type(ctx.const_type(id));
    let bytes = ctx.const_bytes(id)?;
    bytes.chunks_exact(ctx.elem_bytes(elem)?).map(|bytes| ctx.float_from_bytes(elem, bytes)).collect()
}

/// The number that all elements of a constant are.
pub(super) fn splat(ctx: &Context, id: ConstId) -> Option<Val> {
    let bytes = ctx.const_splat_bytes(id)?;
    match ctx.type_of(ctx.elem_type(ctx.const_type(id))) {
        Type::Float(_) => {
            let elem = ctx.elem_type(ctx.const_type(id));
            Some(Val::Float(ctx.float_from_bytes(elem, &bytes)?))
        }
        Type::Integer { width, .. } => {
            let mut raw = [0u8; 8];
            raw.get_mut(..bytes.len())?.copy_from_slice(&bytes);
            let shift = 64 - 8 * bytes.len() as u32;
            Some(if *width == 1 {
                Val::Bool(raw[0] != 0)
            } else {
                Val::int(i64::from_le_bytes(raw) << shift >> shift)
            })
        }
        _ => None,
    }
}

/// The function called `name`.
pub fn native(name: &str) -> Option<&'static Native> {
    NATIVES.binary_search_by(|native| native.name.cmp(name)).ok().map(|at| &NATIVES[at])
}

#[cfg(test)]
mod tests {
    #[test]
    fn functions_are_sorted_and_unique() {
        assert!(super::NATIVES.windows(2).all(|pair| pair[0].name < pair[1].name));
    }
}
