//! A transposition and a reshape in the opposite order.

use core_ir::Dim;

/// A run of dimensions that become other ones.
struct Block {
    /// The positions of the dimensions among those of the value that are not one.
    from: std::ops::Range<usize>,
    /// The positions of what they become.
    to: std::ops::Range<usize>,
}

/// `reshape(transpose(x, order), target)` as a transposition of a reshape: what the dimensions become first, and the
/// order to put those in.
///
/// There is an answer when the transposed dimensions fall into runs that become runs of `target`, and the dimensions of
/// each run stand side by side in `x` too. Dimensions of one may be anywhere.
pub fn regrouped(dims: &[Dim], order: &[i64], target: &[Dim]) -> Option<(Vec<Dim>, Vec<i64>)> {
    if order.len() != dims.len() || dims.iter().chain(target).any(|&dim| dim == Dim::Fixed(0)) {
        return None;
    }
    // For each transposed dimension that is not one its position in `x` among such dimensions, and its size.
    let is_one = |i: usize| dims[i] == Dim::Fixed(1);
    let mut moved: Vec<(usize, Dim)> = Vec::with_capacity(order.len());
    for &axis in order {
        let axis = usize::try_from(axis).ok().filter(|&axis| axis < dims.len())?;
        if !is_one(axis) {
            moved.push(((0..axis).filter(|&i| !is_one(i)).count(), dims[axis]));
        }
    }
    let sizes: Vec<Dim> = moved.iter().map(|&(_, dim)| dim).collect();
    let mut blocks = Vec::new();
    for (from, to) in runs(&sizes, target)? {
        let first = moved[from.start].0;
        if moved[from.clone()].iter().enumerate().any(|(i, &(at, _))| at != first + i) {
            return None;
        }
        blocks.push(Block { from: first..first + from.len(), to });
    }
    let mut in_value: Vec<&Block> = blocks.iter().collect();
    in_value.sort_by_key(|block| block.from.start);
    let sources: Vec<usize> = in_value.iter().flat_map(|block| block.to.clone()).collect();
    let before = sources.iter().map(|&at| target[at]).collect();
    let places = (0..target.len()).map(|at| sources.iter().position(|&from| from == at));
    let order = places.map(|at| at.map(|at| at as i64)).collect::<Option<_>>()?;
    Some((before, order))
}

/// The shortest runs of `from`, none of which is one, that have the sizes of runs of `to`. Ones of `to` belong to the run
/// before them, and to the first if they are in front.
fn runs(from: &[Dim], to: &[Dim]) -> Option<Vec<(std::ops::Range<usize>, std::ops::Range<usize>)>> {
    let ones = |at: usize| to[at..].iter().take_while(|&&dim| dim == Dim::Fixed(1)).count();
    let (mut i, mut j) = (0, 0);
    let mut all = Vec::new();
    while i < from.len() {
        let (first_from, first_to) = (i, j);
        j += ones(j);
        let (mut left, mut right) = (*from.get(i)?, *to.get(j)?);
        (i, j) = (i + 1, j + 1);
        while !left.proved_eq(right) {
            let (x, y) = (left.fixed()?, right.fixed()?);
            if x < y {
                left = Dim::Fixed(x.checked_mul(from.get(i)?.fixed()?)?);
                i += 1;
            } else {
                right = Dim::Fixed(y.checked_mul(to.get(j)?.fixed()?)?);
                j += 1;
            }
        }
        j += ones(j);
        all.push((first_from..i, first_to..j));
    }
    (j == to.len() && !all.is_empty()).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(dims: &[i64], order: &[i64], target: &[i64], expected: Option<(&[i64], &[i64])>) {
        let fixed = |list: &[i64]| list.iter().map(|&n| Dim::Fixed(n)).collect::<Vec<_>>();
        let expected = expected.map(|(before, order)| (fixed(before), order.to_vec()));
        assert_eq!(regrouped(&fixed(dims), order, &fixed(target)), expected);
    }

    #[test]
    fn ones_come_and_go() {
        check(&[1, 1, 2, 3], &[0, 3, 1, 2], &[3, 2], Some((&[2, 3], &[1, 0])));
        check(&[2, 3], &[1, 0], &[1, 3, 1, 2], Some((&[2, 1, 3, 1], &[1, 2, 3, 0])));
    }

    #[test]
    fn dimensions_are_split() {
        let expected: (&[i64], &[i64]) = (&[282, 2, 1024, 1], &[1, 2, 3, 0]);
        check(&[282, 2048], &[1, 0], &[2, 1024, 1, 282], Some(expected));
    }

    #[test]
    fn dimensions_that_stand_side_by_side_are_joined() {
        check(&[8, 4, 256], &[1, 2, 0], &[1024, 8], Some((&[8, 1024], &[1, 0])));
        check(&[8, 4, 256], &[2, 1, 0], &[1024, 8], None);
    }

    #[test]
    fn sizes_that_do_not_meet_have_no_answer() {
        check(&[6, 4], &[1, 0], &[3, 8], None);
        check(&[2, 0], &[1, 0], &[0, 2], None);
        check(&[2, 3], &[1], &[6], None);
    }
}
