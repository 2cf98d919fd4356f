//! Symbolic dimensions.
//!
//! A dimension is a number, nothing known, or an integer polynomial over *atoms*: named symbols (one for each open
//! dimension of an input) and floor divisions, maxima and broadcasts of such polynomials. Polynomials are kept in one normal form
//! and interned, so two dimensions are proved equal exactly when their ids are equal. Every symbol stands for a number
//! that is zero or more.

use crate::context::Context;
use crate::intern::StrId;

/// An interned polynomial that is not a constant.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct ExprId(pub(crate) u32);

/// An interned [`Atom`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct AtomId(pub(crate) u32);

/// A dimension of a tensor, or an element of an integer tensor that dimensions are computed with (which may then be
/// negative).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Dim {
    /// A known number.
    Fixed(i64),
    /// A polynomial of the inputs' dimensions.
    Sym(ExprId),
    /// Nothing is known; equal to nothing, not even itself.
    Dynamic,
}

/// What a polynomial's monomials are products of.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Atom {
    /// An open dimension of an input, or another number known by name only.
    Symbol(StrId),
    /// Quotient rounded towards minus infinity.
    FloorDiv(Dim, Dim),
    /// The larger of two.
    Max(Dim, Dim),
    /// The smaller of two.
    Min(Dim, Dim),
    /// What two broadcast to: the second where the first is one, else the first. They are equal, or one of them is one.
    Broadcast(Dim, Dim),
}

/// Terms `coefficient * product of atoms`, sorted by atoms, no zero coefficients, atoms of a term sorted. The empty
/// product is the constant term.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Polynomial {
    terms: Box<[(Box<[AtomId]>, i64)]>,
    /// How many atoms there are when all are written out, which follows from the terms and bounds every recursion.
    size: u32,
}

impl Polynomial {
    /// The terms: atoms and coefficient.
    pub fn terms(&self) -> impl Iterator<Item = (&[AtomId], i64)> {
        self.terms.iter().map(|(atoms, c)| (&**atoms, *c))
    }
}

impl Dim {
    /// The number, if it is one.
    pub fn fixed(self) -> Option<i64> {
        match self {
            Dim::Fixed(n) => Some(n),
            Dim::Sym(_) | Dim::Dynamic => None,
        }
    }

    /// Whether the number is known.
    pub fn is_fixed(self) -> bool {
        matches!(self, Dim::Fixed(_))
    }

    /// Whether the two are proved to be the same number.
    pub fn proved_eq(self, other: Dim) -> bool {
        self == other && self != Dim::Dynamic
    }
}

/// Sorts, merges and drops zeros. `None` on overflow.
fn normalize(mut terms: Vec<(Box<[AtomId]>, i64)>) -> Option<Vec<(Box<[AtomId]>, i64)>> {
    // Graded order: higher degree is greater. Long division needs an order that multiplication respects.
    terms.sort_by(|a, b| (a.0.len(), &a.0).cmp(&(b.0.len(), &b.0)));
    let mut out: Vec<(Box<[AtomId]>, i64)> = Vec::with_capacity(terms.len());
    for (atoms, c) in terms {
        match out.last_mut() {
            Some(last) if last.0 == atoms => last.1 = last.1.checked_add(c)?,
            _ => out.push((atoms, c)),
        }
    }
    out.retain(|term| term.1 != 0);
    Some(out)
}

/// Arithmetic on dimensions. Anything that overflows, or that has a [`Dim::Dynamic`] operand, is [`Dim::Dynamic`].
impl Context {
    fn dim_terms(&self, dim: Dim) -> Option<Vec<(Box<[AtomId]>, i64)>> {
        match dim {
            Dim::Fixed(0) => Some(Vec::new()),
            Dim::Fixed(n) => Some(vec![(Box::default(), n)]),
            Dim::Sym(id) => Some(self.polynomial(id).terms.to_vec()),
            Dim::Dynamic => None,
        }
    }

    fn dim_from_terms(&self, terms: Option<Vec<(Box<[AtomId]>, i64)>>) -> Dim {
        let Some(terms) = terms.and_then(normalize) else { return Dim::Dynamic };
        // A polynomial this long proves nothing any more and would make every later step slower.
        const MAX_TERMS: usize = 64;
        match terms.as_slice() {
            [] => Dim::Fixed(0),
            [(atoms, n)] if atoms.is_empty() => Dim::Fixed(*n),
            _ if terms.len() > MAX_TERMS => Dim::Dynamic,
            _ => self.dim_from_normal_terms(terms.into()),
        }
    }

    fn dim_from_normal_terms(&self, terms: Box<[(Box<[AtomId]>, i64)]>) -> Dim {
        // Divisions of divisions of ... say little to anybody, and whoever walks them does so by recursion.
        const MAX_SIZE: u32 = 1000;
        let atoms = terms.iter().flat_map(|term| &term.0);
        let size = atoms.fold(0u32, |size, &atom| size.saturating_add(self.atom_size(atom)));
        if size > MAX_SIZE {
            return Dim::Dynamic;
        }
        Dim::Sym(self.intern_polynomial(Polynomial { terms, size }))
    }

    fn atom_size(&self, atom: AtomId) -> u32 {
        let size = |dim: Dim| match dim {
            Dim::Sym(id) => self.polynomial(id).size,
            Dim::Fixed(_) | Dim::Dynamic => 0,
        };
        match *self.atom(atom) {
            Atom::Symbol(_) => 1,
            Atom::FloorDiv(a, b) | Atom::Max(a, b) | Atom::Min(a, b) | Atom::Broadcast(a, b) => {
                1u32.saturating_add(size(a)).saturating_add(size(b))
            }
        }
    }

    fn dim_from_atom(&self, atom: Atom) -> Dim {
        let atom = self.intern_atom(atom);
        self.dim_from_normal_terms(Box::new([(Box::new([atom]), 1)]))
    }

    /// The symbol called `name`.
    pub fn dim_symbol(&self, name: &str) -> Dim {
        let name = self.str(name);
        self.dim_from_atom(Atom::Symbol(name))
    }

    /// The names of the symbols that a dimension is computed from.
    pub fn dim_symbols(&self, dim: Dim) -> Vec<StrId> {
        let mut names = Vec::new();
        let mut stack = vec![dim];
        while let Some(dim) = stack.pop() {
            let Dim::Sym(id) = dim else { continue };
            for &atom in self.polynomial(id).terms().flat_map(|(atoms, _)| atoms) {
                match *self.atom(atom) {
                    Atom::Symbol(name) => names.push(name),
                    Atom::FloorDiv(a, b) | Atom::Max(a, b) | Atom::Min(a, b) | Atom::Broadcast(a, b) => {
                        stack.extend([a, b])
                    }
                }
            }
        }
        names
    }

    /// `a + b`
    pub fn dim_add(&self, a: Dim, b: Dim) -> Dim {
        if let (Dim::Fixed(a), Dim::Fixed(b)) = (a, b) {
            return a.checked_add(b).map_or(Dim::Dynamic, Dim::Fixed);
        }
        let (Some(mut terms), Some(other)) = (self.dim_terms(a), self.dim_terms(b)) else {
            return Dim::Dynamic;
        };
        terms.extend(other);
        self.dim_from_terms(Some(terms))
    }

    /// `a - b`
    pub fn dim_sub(&self, a: Dim, b: Dim) -> Dim {
        self.dim_add(a, self.dim_mul(b, Dim::Fixed(-1)))
    }

    /// `a * b`; zero times anything known to be finite is zero, also when it is dynamic.
    pub fn dim_mul(&self, a: Dim, b: Dim) -> Dim {
        match (a, b) {
            (Dim::Fixed(0), _) | (_, Dim::Fixed(0)) => return Dim::Fixed(0),
            (Dim::Fixed(1), x) | (x, Dim::Fixed(1)) => return x,
            (Dim::Fixed(a), Dim::Fixed(b)) => return a.checked_mul(b).map_or(Dim::Dynamic, Dim::Fixed),
            _ => {}
        }
        let (Some(left), Some(right)) = (self.dim_terms(a), self.dim_terms(b)) else { return Dim::Dynamic };
        let mut terms = Some(Vec::with_capacity(left.len() * right.len()));
        for (x, cx) in &left {
            for (y, cy) in &right {
                let mut atoms = [&**x, &**y].concat();
                atoms.sort();
                match (&mut terms, cx.checked_mul(*cy)) {
                    (Some(terms), Some(c)) => terms.push((atoms.into(), c)),
                    _ => terms = None,
                }
            }
        }
        self.dim_from_terms(terms)
    }

    /// The product of all.
    pub fn dim_product(&self, dims: impl IntoIterator<Item = Dim>) -> Dim {
        dims.into_iter().fold(Dim::Fixed(1), |product, dim| self.dim_mul(product, dim))
    }

    /// `a / b` where the division is proved to leave no remainder; else `None`.
    pub fn dim_div_exact(&self, a: Dim, b: Dim) -> Option<Dim> {
        if b == Dim::Fixed(0) {
            return None;
        }
        let divisor = self.dim_terms(b)?;
        let (lead_atoms, lead_c) = divisor.last()?.clone();
        let mut rest = self.dim_terms(a)?;
        let mut quotient = Vec::new();
        // Long division by the greatest monomial; each step removes the greatest monomial of what is left, so there
        // are at most as many steps as monomials can appear.
        for _ in 0..64 {
            let Some((atoms, c)) = rest.last().cloned() else {
                return Some(self.dim_from_terms(Some(quotient)));
            };
            let factor_atoms = remove_atoms(&atoms, &lead_atoms)?;
            if c.checked_rem(lead_c)? != 0 {
                return None;
            }
            let factor_c = c / lead_c;
            for (y, cy) in &divisor {
                let mut product = [&*factor_atoms, &**y].concat();
                product.sort();
                rest.push((product.into(), factor_c.checked_mul(*cy)?.checked_neg()?));
            }
            rest = normalize(rest)?;
            quotient.push((factor_atoms, factor_c));
        }
        None
    }

    /// `floor(a / b)`
    pub fn dim_floor_div(&self, a: Dim, b: Dim) -> Dim {
        match (a, b) {
            (_, Dim::Fixed(0)) | (Dim::Dynamic, _) | (_, Dim::Dynamic) => Dim::Dynamic,
            (Dim::Fixed(a), Dim::Fixed(b)) => {
                let (q, r) = (a.wrapping_div(b), a.wrapping_rem(b));
                Dim::Fixed(if r != 0 && (r < 0) != (b < 0) { q - 1 } else { q })
            }
            _ => self.dim_div_exact(a, b).unwrap_or_else(|| self.dim_from_atom(Atom::FloorDiv(a, b))),
        }
    }

    /// `ceil(a / b)` for positive `b`.
    pub fn dim_ceil_div(&self, a: Dim, b: Dim) -> Dim {
        self.dim_floor_div(self.dim_add(a, self.dim_sub(b, Dim::Fixed(1))), b)
    }

    /// The larger of the two.
    pub fn dim_max(&self, a: Dim, b: Dim) -> Dim {
        self.dim_select(a, b, i64::max, Atom::Max)
    }

    /// The smaller of the two.
    pub fn dim_min(&self, a: Dim, b: Dim) -> Dim {
        self.dim_select(a, b, i64::min, Atom::Min)
    }

    fn dim_select(&self, a: Dim, b: Dim, fold: fn(i64, i64) -> i64, atom: fn(Dim, Dim) -> Atom) -> Dim {
        match (a, b) {
            (Dim::Dynamic, _) | (_, Dim::Dynamic) => Dim::Dynamic,
            (Dim::Fixed(a), Dim::Fixed(b)) => Dim::Fixed(fold(a, b)),
            _ if a == b => a,
            _ => self.dim_from_atom(atom(a.min(b), a.max(b))),
        }
    }

    /// The dimension that the two broadcast to, given that they do. A number other than one decides: the other one then is
    /// that number or one.
    pub fn dim_broadcast(&self, a: Dim, b: Dim) -> Dim {
        match (a, b) {
            (Dim::Fixed(1), other) | (other, Dim::Fixed(1)) => other,
            (Dim::Fixed(_), _) => a,
            (_, Dim::Fixed(_)) => b,
            (Dim::Dynamic, _) | (_, Dim::Dynamic) => Dim::Dynamic,
            _ => {
                // In any order, and as often as one likes: one normal form for each set.
                let mut parts = self.broadcast_parts(a);
                parts.extend(self.broadcast_parts(b));
                parts.sort_unstable();
                parts.dedup();
                let join = |a, b| self.dim_from_atom(Atom::Broadcast(a, b));
                parts.into_iter().reduce(join).unwrap_or(Dim::Dynamic)
            }
        }
    }

    /// What was broadcast to make `dim`.
    fn broadcast_parts(&self, dim: Dim) -> Vec<Dim> {
        let mut parts = Vec::new();
        let mut stack = vec![dim];
        while let Some(dim) = stack.pop() {
            let joined = if let Dim::Sym(id) = dim
                && let [(atoms, 1)] = &*self.polynomial(id).terms
                && let [atom] = **atoms
                && let Atom::Broadcast(a, b) = *self.atom(atom)
            {
                Some([a, b])
            } else {
                None
            };
            match joined {
                Some(both) => stack.extend(both),
                None => parts.push(dim),
            }
        }
        parts
    }

    /// Whether `a >= 0` is proved: every symbol is zero or more, so a polynomial without negative coefficients over
    /// such atoms is too.
    pub fn dim_is_nonnegative(&self, dim: Dim) -> bool {
        match dim {
            Dim::Fixed(n) => n >= 0,
            Dim::Dynamic => false,
            Dim::Sym(id) => self.polynomial(id).terms().all(|(atoms, c)| {
                c >= 0
                    && atoms.iter().all(|&atom| match *self.atom(atom) {
                        Atom::Symbol(_) => true,
                        Atom::FloorDiv(a, b) => self.dim_is_nonnegative(a) && self.dim_is_nonnegative(b),
                        Atom::Max(a, b) => self.dim_is_nonnegative(a) || self.dim_is_nonnegative(b),
                        Atom::Min(a, b) | Atom::Broadcast(a, b) => {
                            self.dim_is_nonnegative(a) && self.dim_is_nonnegative(b)
                        }
                    })
            }),
        }
    }

    /// The number that the dimension would be if symbols, by name, and what is not known at all, were what `guess` says.
    /// Never negative.
    pub fn dim_estimate(&self, dim: Dim, guess: &dyn Fn(Option<StrId>) -> u64) -> u64 {
        let value = |dim: Dim| self.dim_estimate(dim, guess);
        let id = match dim {
            Dim::Fixed(n) => return u64::try_from(n).unwrap_or(0),
            Dim::Dynamic => return guess(None),
            Dim::Sym(id) => id,
        };
        let terms = self.polynomial(id).terms().map(|(atoms, c)| {
            let factors = atoms.iter().map(|&atom| match *self.atom(atom) {
                Atom::Symbol(name) => guess(Some(name)),
                Atom::FloorDiv(a, b) => value(a) / value(b).max(1),
                Atom::Max(a, b) | Atom::Broadcast(a, b) => value(a).max(value(b)),
                Atom::Min(a, b) => value(a).min(value(b)),
            });
            let product = factors.fold(1u64, u64::saturating_mul);
            i128::from(product).saturating_mul(i128::from(c))
        });
        u64::try_from(terms.fold(0i128, i128::saturating_add).max(0)).unwrap_or(u64::MAX)
    }

    /// The dimension as text: `7`, `?`, `s0`, `2*s0*s1 + 1`, `floor(s0 + 1, 2)`.
    pub fn dim_text(&self, dim: Dim) -> String {
        match dim {
            Dim::Fixed(n) => n.to_string(),
            Dim::Dynamic => "?".into(),
            Dim::Sym(id) => {
                // Sorted by their text: ids depend on which thread came first.
                let terms = self.polynomial(id).terms().map(|(atoms, c)| {
                    let mut factors: Vec<String> = atoms.iter().map(|&a| self.atom_text(a)).collect();
                    factors.sort_unstable();
                    if c != 1 || factors.is_empty() {
                        factors.insert(0, c.to_string());
                    }
                    (atoms.len(), factors.join("*"))
                });
                let mut terms: Vec<(usize, String)> = terms.collect();
                terms.sort_unstable();
                terms.into_iter().map(|term| term.1).collect::<Vec<_>>().join(" + ")
            }
        }
    }

    fn atom_text(&self, atom: AtomId) -> String {
        let call = |name: &str, parts: [String; 2]| format!("{name}({})", parts.join(", "));
        // A number first, then by text, for the same reason as above.
        let sorted = |a: Dim, b: Dim| {
            let mut parts = [a, b].map(|dim| (!dim.is_fixed(), self.dim_text(dim)));
            parts.sort_unstable();
            parts.map(|part| part.1)
        };
        match *self.atom(atom) {
            Atom::Symbol(name) => self.str_text(name).into_owned(),
            Atom::FloorDiv(a, b) => call("floordiv", [self.dim_text(a), self.dim_text(b)]),
            Atom::Max(a, b) => call("max", sorted(a, b)),
            Atom::Min(a, b) => call("min", sorted(a, b)),
            Atom::Broadcast(..) => {
                let parts =
                    self.broadcast_parts(self.dim_from_normal_terms(Box::new([(Box::new([atom]), 1)])));
                let mut parts: Vec<String> = parts.into_iter().map(|dim| self.dim_text(dim)).collect();
                parts.sort_unstable();
                format!("broadcast({})", parts.join(", "))
            }
        }
    }
}

/// The sorted list `from` without the sorted list `these`, or `None` when some are missing.
fn remove_atoms(from: &[AtomId], these: &[AtomId]) -> Option<Box<[AtomId]>> {
    let mut left = from.to_vec();
    for atom in these {
        let at = left.iter().position(|a| a == atom)?;
        left.remove(at);
    }
    Some(left.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_polynomials_have_equal_ids() {
        let ctx = Context::new();
        let (a, b) = (ctx.dim_symbol("a"), ctx.dim_symbol("b"));
        let left = ctx.dim_mul(ctx.dim_add(a, b), Dim::Fixed(2));
        let right = ctx.dim_add(ctx.dim_add(b, b), ctx.dim_mul(Dim::Fixed(2), a));
        assert_eq!(left, right);
        assert_eq!(ctx.dim_sub(left, right), Dim::Fixed(0));
    }

    #[test]
    fn exact_division_finds_the_open_dimension_of_a_reshape() {
        let ctx = Context::new();
        let b = ctx.dim_symbol("b");
        let total = ctx.dim_product([b, Dim::Fixed(10)]);
        assert_eq!(ctx.dim_div_exact(total, Dim::Fixed(10)), Some(b));
        assert_eq!(ctx.dim_div_exact(total, ctx.dim_mul(b, Dim::Fixed(5))), Some(Dim::Fixed(2)));
        assert_eq!(ctx.dim_div_exact(total, Dim::Fixed(3)), None);
        let sum = ctx.dim_add(b, Dim::Fixed(1));
        let square = ctx.dim_mul(sum, ctx.dim_add(b, Dim::Fixed(2)));
        assert_eq!(ctx.dim_div_exact(square, sum), Some(ctx.dim_add(b, Dim::Fixed(2))));
    }

    #[test]
    fn broadcasts_have_one_form_for_each_set() {
        let ctx = Context::new();
        let [a, b, c] = ["a", "b", "c"].map(|name| ctx.dim_symbol(name));
        let left = ctx.dim_broadcast(ctx.dim_broadcast(a, b), ctx.dim_broadcast(c, a));
        let right = ctx.dim_broadcast(b, ctx.dim_broadcast(c, a));
        assert_eq!(left, right);
        assert_ne!(left, ctx.dim_broadcast(a, b));
        assert_eq!(ctx.dim_text(left), "broadcast(a, b, c)");
        assert_eq!(ctx.dim_broadcast(a, a), a);
        assert_eq!(ctx.dim_broadcast(a, Dim::Fixed(1)), a);
        assert_eq!(ctx.dim_broadcast(a, Dim::Fixed(7)), Dim::Fixed(7));
    }

    #[test]
    fn estimates_follow_the_polynomial() {
        let ctx = Context::new();
        let [a, b] = ["a", "b"].map(|name| ctx.dim_symbol(name));
        let joined = ctx.dim_add(ctx.dim_mul(a, b), ctx.dim_floor_div(b, Dim::Fixed(2)));
        let guess = |name: Option<StrId>| name.map_or(5, |_| 8);
        assert_eq!(ctx.dim_estimate(joined, &guess), 68);
        assert_eq!(ctx.dim_estimate(ctx.dim_sub(Dim::Fixed(3), a), &guess), 0);
        assert_eq!(ctx.dim_estimate(Dim::Dynamic, &guess), 5);
    }

    #[test]
    fn endless_nesting_is_dynamic() {
        let ctx = Context::new();
        let (mut dim, mut steps) = (ctx.dim_symbol("a"), 0);
        while dim != Dim::Dynamic {
            dim = ctx.dim_floor_div(ctx.dim_add(dim, Dim::Fixed(1)), Dim::Fixed(2));
            steps += 1;
        }
        assert!((100..2000).contains(&steps));
        let mut square = ctx.dim_symbol("a");
        for _ in 0..64 {
            square = ctx.dim_mul(square, square);
        }
        assert_eq!(square, Dim::Dynamic);
    }

    #[test]
    fn overflow_is_dynamic() {
        let ctx = Context::new();
        let least = ctx.dim_mul(ctx.dim_symbol("a"), Dim::Fixed(i64::MIN));
        assert_eq!(ctx.dim_div_exact(least, Dim::Fixed(-1)), None);
        assert_eq!(ctx.dim_mul(Dim::Fixed(i64::MAX), Dim::Fixed(2)), Dim::Dynamic);
        assert_eq!(ctx.dim_floor_div(Dim::Fixed(-3), Dim::Fixed(2)), Dim::Fixed(-2));
        assert_eq!(ctx.dim_text(ctx.dim_floor_div(ctx.dim_symbol("h"), Dim::Fixed(2))), "floordiv(h, 2)");
    }
}
