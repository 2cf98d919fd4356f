//! Shapes, and integers that are about shapes.

use core_ir::{ConstId, Context, Dim, TypeId};

use super::hints::Hints;
use super::inputs::{self, Regime};
use super::random::Random;
use super::roles::Role;
use crate::eqsat::rules::Compiled;

/// What the shapes of one instance are drawn from.
pub(super) struct Shapes {
    /// Dimensions: few, so that they often agree, and more than one, so that not all do.
    pool: Vec<Dim>,
    /// The rank of most tensors.
    rank: usize,
    /// The shapes of elements so far.
    seen: Vec<Vec<Dim>>,
}

impl Shapes {
    pub(super) fn new(ctx: &Context, random: &mut Random, is_open: bool) -> Shapes {
        let mut pool: Vec<Dim> = (0..1 + random.below(3)).map(|_| Dim::Fixed(random.int(1, 3))).collect();
        if is_open {
            pool.push(ctx.dim_symbol("a"));
            if random.chance(40) {
                pool.push(ctx.dim_symbol("b"));
            }
        }
        Shapes { pool, rank: random.below(5), seen: Vec::new() }
    }

    fn dim(&self, random: &mut Random) -> Dim {
        *random.of(&self.pool)
    }

    /// A fixed shape of this rank at most.
    pub(super) fn fixed(&self, random: &mut Random, most: usize) -> Vec<i64> {
        (0..random.below(most + 1)).map(|_| random.int(1, 3)).collect()
    }

    /// A constant as rules of this exactness are tried with.
    pub(super) fn constant(
        &self,
        ctx: &Context,
        random: &mut Random,
        elem: TypeId,
        shape: &[i64],
        rule: &Compiled,
        between: Option<(f64, f64)>,
    ) -> Option<ConstId> {
        let regimes = Regime::of(rule.exactness);
        // Special numbers in constants are worth a look, but where all is NaN there is nothing to see.
        let regime = match between {
            Some((low, high)) => Regime::Between(low, high),
            None => regimes[if random.chance(12) { random.below(regimes.len()) } else { random.below(2) }],
        };
        let count = shape.iter().product::<i64>() as usize;
        let is_splat = count > 0 && random.chance(35);
        let data = inputs::data(ctx, random, elem, if is_splat { 1 } else { count }, regime)?;
        let data = match data {
            core_ir::ConstData::Owned(bytes) if is_splat => core_ir::ConstData::Splat((*bytes).into()),
            core_ir::ConstData::Strings(_) if is_splat && count != 1 => return None,
            data => data,
        };
        Some(ctx.constant(ctx.fixed_tensor(shape, elem), data))
    }

    /// The shape of an operand that holds elements; `types` are those of the operands before.
    pub(super) fn data(
        &mut self,
        ctx: &Context,
        random: &mut Random,
        role: Role,
        hints: &Hints,
        types: &[TypeId],
    ) -> Option<Vec<Dim>> {
        let shape_of = |i: usize| types.get(i).and_then(|&ty| ctx.shape(ty)).map(<[Dim]>::to_vec);
        if let Some(shape) = &hints.shape {
            return Some(shape.clone());
        }
        if let Some(dim) = hints.channels {
            let (low, high) = hints.rank.map_or((0, 4), |(low, high)| (low.clamp(0, 8), high.min(low + 1)));
            let mut shape = vec![Dim::Fixed(1); random.int(low, high) as usize];
            if let Some(last) = shape.last_mut().filter(|_| random.chance(75)) {
                *last = dim;
            }
            return Some(shape);
        }
        let rank = match role {
            Role::Ranked(n) | Role::Blocked(n) => Some(n),
            Role::Scalar if !random.chance(15) => return Some(Vec::new()),
            Role::Along(i, at) => {
                let shape = shape_of(i)?;
                let at = if at < 0 { shape.len() as i64 + at } else { at };
                return Some(vec![*shape.get(usize::try_from(at).ok()?)?]);
            }
            Role::Like(i) if random.chance(90) && shape_of(i).is_some() => return shape_of(i),
            _ => None,
        };
        let (low, high) = hints.rank.unwrap_or(if role == Role::Matrices { (2, 4) } else { (0, 5) });
        let (low, high) = (low.max(0), high.min(8));
        if high < low {
            return None;
        }
        let fits = |rank: usize| (low..=high).contains(&(rank as i64));
        let mut shape = match rank {
            Some(rank) => (0..rank).map(|_| self.dim(random)).collect(),
            None => {
                let related = self.related(random, types.last().and_then(|&ty| ctx.shape(ty)));
                let related = related.filter(|shape| fits(shape.len()));
                related.unwrap_or_else(|| {
                    let rank =
                        if fits(self.rank) { self.rank } else { random.int(low, high.min(low + 4)) as usize };
                    (0..rank).map(|_| self.dim(random)).collect()
                })
            }
        };
        if let Some(within) = &hints.within {
            shape = self.broadcasting(random, within);
        }
        for &(at, dim) in &hints.dims {
            let at = if at < 0 { shape.len() as i64 + at } else { at };
            *shape.get_mut(usize::try_from(at).ok()?)? = dim;
        }
        if let (Role::Blocked(_), Some(last)) = (role, shape.last_mut()) {
            *last = Dim::Fixed(4);
        }
        self.seen.push(shape.clone());
        Some(shape)
    }

    /// A shape that has to do with one that is there: the same, a part, one that broadcasts with it.
    fn related(&self, random: &mut Random, last: Option<&[Dim]>) -> Option<Vec<Dim>> {
        let other = match last {
            Some(last) if random.chance(70) => last.to_vec(),
            _ if !self.seen.is_empty() => random.of(&self.seen).clone(),
            _ => return None,
        };
        Some(match random.below(100) {
            0..38 => other,
            38..52 => self.broadcasting(random, &other),
            52..60 => {
                // Along one dimension alone.
                let at = random.below(other.len());
                let one = |(i, &dim): (usize, &Dim)| if i == at { dim } else { Dim::Fixed(1) };
                other.iter().enumerate().map(one).collect()
            }
            60..66 => Vec::new(),
            66..78 => {
                // Larger than the other, where that has ones.
                let grown: Vec<Dim> = other
                    .iter()
                    .map(|&dim| if dim == Dim::Fixed(1) { self.dim(random) } else { dim })
                    .collect();
                let front: Vec<Dim> = (0..random.below(2)).map(|_| self.dim(random)).collect();
                [front, grown].concat()
            }
            78..90 => [vec![Dim::Fixed(1); 1 + random.below(2)], other].concat(),
            _ => return None,
        })
    }

    /// A shape that broadcasts to another.
    fn broadcasting(&self, random: &mut Random, to: &[Dim]) -> Vec<Dim> {
        let from = random.below(to.len() + 1);
        to[from..].iter().map(|&dim| if random.chance(35) { Dim::Fixed(1) } else { dim }).collect()
    }

    /// Integers of a role, with the shape they come in; `begins` are those of the operand before, where it is about a part.
    pub(super) fn ints(
        &mut self,
        ctx: &Context,
        random: &mut Random,
        role: Role,
        hints: &Hints,
        types: &[TypeId],
        begins: Option<&[Dim]>,
    ) -> Option<(Vec<Dim>, Vec<usize>)> {
        if let Some(ints) = &hints.ints {
            let columns = if hints.rank == Some((2, 2)) { vec![ints.len(), 1] } else { vec![ints.len()] };
            return Some((ints.clone(), columns));
        }
        let shape_of = |i: usize| types.get(i).and_then(|&ty| ctx.shape(ty)).unwrap_or_default();
        let vector = |ints: Vec<Dim>| {
            let count = ints.len();
            Some((ints, vec![count]))
        };
        let fixed = |ints: Vec<i64>| ints.into_iter().map(Dim::Fixed).collect::<Vec<_>>();
        let scalar = |n: i64| Some((vec![Dim::Fixed(n)], Vec::new()));
        let (ints, mut shape) = match role {
            Role::Axis(i) => {
                let rank = shape_of(i).len().max(usize::from(types.get(i).is_none())) as i64;
                scalar(random.int(-rank, rank - 1))
            }
            Role::NewAxis(i) => scalar(random.int(-(shape_of(i).len() as i64) - 1, shape_of(i).len() as i64)),
            Role::Axes(i) => {
                let rank = shape_of(i).len() as i64;
                let axes = random.shuffled((0..rank).collect());
                let many = random.below(axes.len() + 1);
                let axes =
                    axes[..many].iter().map(|&axis| if random.chance(30) { axis - rank } else { axis });
                vector(fixed(axes.collect()))
            }
            Role::Order(i) => vector(fixed(random.shuffled((0..shape_of(i).len() as i64).collect()))),
            Role::Target(i) => vector(self.target(ctx, random, shape_of(i))),
            Role::Broadcast(i) => {
                let other =
                    shape_of(i).iter().map(|&dim| if dim == Dim::Fixed(1) { self.dim(random) } else { dim });
                let other: Vec<Dim> = other.collect();
                let front = (0..random.below(2)).map(|_| self.dim(random)).collect::<Vec<_>>();
                vector([front, other].concat())
            }
            Role::Dims => vector((0..random.below(4)).map(|_| self.dim(random)).collect()),
            Role::DimsOf(n) => vector((0..n).map(|_| self.dim(random)).collect()),
            Role::Pads(i) => {
                let rank = shape_of(i).len();
                let is_none = random.chance(20);
                let pads =
                    (0..2 * rank).map(|_| if is_none || random.chance(50) { 0 } else { random.int(0, 2) });
                Some((fixed(pads.collect()), vec![rank, 2]))
            }
            Role::BlockPads => Some((fixed((0..4).map(|_| random.int(0, 1)).collect()), vec![2, 2])),
            Role::Times(i) => {
                vector(fixed((0..shape_of(i).len()).map(|_| if random.chance(60) { 1 } else { 2 }).collect()))
            }
            Role::Begin(i) => {
                let from = |dim: &Dim| {
                    dim.fixed().map_or(0, |n| if random.chance(60) { 0 } else { random.int(0, n - 1) })
                };
                vector(fixed(shape_of(i).iter().map(from).collect()))
            }
            Role::Extent(i) => {
                let begins = begins?;
                let size = |(&dim, &begin): (&Dim, &Dim)| match (dim.fixed(), begin.fixed()) {
                    (Some(n), Some(b)) if random.chance(70) => Dim::Fixed(random.int(1, (n - b).max(1))),
                    _ if random.chance(50) => Dim::Fixed(-1),
                    _ => ctx.dim_sub(dim, begin),
                };
                vector(shape_of(i).iter().zip(begins).map(size).collect())
            }
            Role::End(i) => {
                let end = |dim: &Dim| match dim.fixed() {
                    Some(n) if random.chance(50) => Dim::Fixed(random.int(-1, n + 1)),
                    _ => *dim,
                };
                vector(shape_of(i).iter().map(end).collect())
            }
            Role::Steps(i) => {
                let step = |_: &Dim| if random.chance(80) { 1 } else { *random.of(&[2, -1]) };
                vector(fixed(shape_of(i).iter().map(step).collect()))
            }
            Role::Count => scalar(random.int(1, 3)),
            Role::Counts(n) => vector(fixed((0..n).map(|_| random.int(1, 3)).collect())),
            Role::Small if random.chance(50) => scalar(random.int(-1, 2)),
            Role::Small => vector(fixed((0..2).map(|_| random.int(-1, 2)).collect())),
            Role::Rows(i) => {
                let most = shape_of(i).iter().map(|dim| dim.fixed().unwrap_or(1)).min().unwrap_or(1);
                let shape: Vec<usize> = (0..random.below(3)).map(|_| 1 + random.below(2)).collect();
                let rows = (0..shape.iter().product::<usize>()).map(|_| random.int(0, most - 1)).collect();
                Some((fixed(rows), shape))
            }
            Role::Places(i) => {
                let of = shape_of(i);
                let most = of.iter().map(|dim| dim.fixed().unwrap_or(1)).min().unwrap_or(1);
                let (rows, columns) = (1 + random.below(3), 1 + random.below(of.len().clamp(1, 3)));
                // Every row once, and any rows.
                let all = columns == 1 && random.chance(50);
                let rows =
                    if all { of.first().and_then(|dim| dim.fixed()).unwrap_or(2) as usize } else { rows };
                let at = |i: usize| if all { i as i64 } else { 0 };
                let places =
                    (0..rows * columns).map(|i| if all { at(i) } else { random.int(0, most - 1) }).collect();
                Some((fixed(places), vec![rows, columns]))
            }
            Role::Segments(i) => {
                let rows = shape_of(i).first()?.fixed()?;
                let mut segments: Vec<i64> = (0..rows).map(|_| random.int(0, 2)).collect();
                segments.sort_unstable();
                vector(fixed(segments))
            }
            Role::Lengths(i) => {
                let rows = shape_of(i).first()?.fixed()?;
                vector(fixed((0..rows).map(|_| random.int(0, 3)).collect()))
            }
            _ => None,
        }?;
        let ints = match (hints.all_ints, hints.splat) {
            (Some(n), _) => vec![Dim::Fixed(n); ints.len()],
            (None, Some((low, high))) => {
                shape = Vec::new();
                vec![Dim::Fixed(if low.is_finite() { low as i64 } else { high as i64 })]
            }
            (None, None) => ints,
        };
        Some((ints, shape))
    }

    /// Dimensions for as many elements.
    fn target(&self, ctx: &Context, random: &mut Random, from: &[Dim]) -> Vec<Dim> {
        let count = ctx.dim_product(from.iter().copied());
        let same = self.seen.iter().filter(|other| ctx.dim_product(other.iter().copied()).proved_eq(count));
        let same: Vec<&Vec<Dim>> = same.collect();
        if !same.is_empty() && random.chance(30) {
            return (*random.of(&same)).clone();
        }
        let mut dims = from.to_vec();
        for _ in 0..random.below(4) {
            let at = random.below(dims.len());
            match random.below(6) {
                0 if dims.len() > 1 => {
                    let at = at.min(dims.len() - 2);
                    let both = ctx.dim_mul(dims[at], dims[at + 1]);
                    dims.splice(at..at + 2, [both]);
                }
                1 => dims.insert(random.below(dims.len() + 1), Dim::Fixed(1)),
                2 | 3 => dims.retain(|&dim| dim != Dim::Fixed(1)),
                4 => dims = random.shuffled(dims),
                5 if !dims.is_empty() => {
                    if let Some(n) = dims[at].fixed() {
                        let first = *random.of(&[1, if n % 2 == 0 { 2 } else { n }, n]);
                        dims.splice(at..at + 1, [Dim::Fixed(first), Dim::Fixed(n / first.max(1))]);
                    }
                }
                _ => {}
            }
        }
        let open = dims.iter().position(|dim| !dim.is_fixed());
        let at = open.unwrap_or_else(|| random.below(dims.len()));
        if !dims.is_empty() && random.chance(if open.is_some() { 60 } else { 20 }) {
            dims[at] = Dim::Fixed(-1);
        }
        dims
    }
}
