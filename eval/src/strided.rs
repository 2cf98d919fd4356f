//! Reading a row-major tensor in another order: what transposing, slicing, tiling and the like come down to.

/// A way through a buffer: where it starts, and for each dimension how often it steps how far.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Strided {
    /// The first element's index.
    pub offset: usize,
    /// Length and stride of each dimension, outermost first.
    pub dims: Vec<(usize, isize)>,
}

/// The strides of a row-major tensor.
pub fn row_major(shape: &[usize]) -> Vec<isize> {
    let mut strides = vec![1isize; shape.len()];
    for i in (1..shape.len()).rev() {
        strides[i - 1] = strides[i].wrapping_mul(shape[i] as isize);
    }
    strides
}

impl Strided {
    /// The way that reads a tensor of `shape` as it is.
    pub fn whole(shape: &[usize]) -> Self {
        Self { offset: 0, dims: shape.iter().copied().zip(row_major(shape)).collect() }
    }

    /// How many elements it reads.
    pub fn count(&self) -> usize {
        self.dims.iter().map(|dim| dim.0).product()
    }

    /// The lengths of the dimensions.
    pub fn shape(&self) -> Vec<usize> {
        self.dims.iter().map(|dim| dim.0).collect()
    }

    /// With dimension `i` the one that was `perm[i]`; `perm` is a permutation.
    pub fn permuted(&self, perm: &[usize]) -> Self {
        Self { offset: self.offset, dims: perm.iter().map(|&i| self.dims[i]).collect() }
    }

    /// The same way in as few dimensions as possible.
    pub fn collapsed(&self) -> Self {
        let mut dims: Vec<(usize, isize)> = Vec::new();
        for &(n, stride) in self.dims.iter().filter(|dim| dim.0 != 1) {
            match dims.last_mut() {
                Some((len, outer)) if *outer == stride.wrapping_mul(n as isize) => {
                    *len *= n;
                    *outer = stride;
                }
                _ => dims.push((n, stride)),
            }
        }
        Self { offset: self.offset, dims }
    }

    /// Whether it reads consecutive elements in their order.
    pub fn is_contiguous(&self) -> bool {
        matches!(self.collapsed().dims.as_slice(), [] | [(_, 1)])
    }

    /// The elements in the order of the way, which must lie inside `source`.
    pub fn read<T: Clone>(&self, source: &[T]) -> Vec<T> {
        let count = self.count();
        let mut out = Vec::with_capacity(count);
        if count == 0 {
            return out;
        }
        let mut way = self.collapsed();
        let (len, step) = way.dims.pop().unwrap_or((1, 1));
        let mut index = vec![0; way.dims.len()];
        let mut at = way.offset as isize;
        loop {
            match step {
                1 => out.extend_from_slice(&source[at as usize..at as usize + len]),
                0 => out.extend(std::iter::repeat_n(&source[at as usize], len).cloned()),
                _ => out.extend((0..len as isize).map(|i| source[(at + i * step) as usize].clone())),
            }
            if !advance(&way.dims, &mut index, &mut at) {
                return out;
            }
        }
    }
}

/// Steps `index` to the next place in row-major order and `at` along with it; false after the last.
pub(crate) fn advance(dims: &[(usize, isize)], index: &mut [usize], at: &mut isize) -> bool {
    for axis in (0..dims.len()).rev() {
        let (n, stride) = dims[axis];
        index[axis] += 1;
        *at += stride;
        if index[axis] < n {
            return true;
        }
        index[axis] = 0;
        *at -= stride * n as isize;
    }
    false
}

/// The permutation that `perm` is, if it is one of `rank` axes; negative axes count from the end.
pub fn permutation(perm: &[i64], rank: usize) -> Option<Vec<usize>> {
    let mut seen = vec![false; rank];
    let axes: Option<Vec<usize>> = perm
        .iter()
        .map(|&axis| {
            let axis = usize::try_from(if axis < 0 { axis.checked_add(rank as i64)? } else { axis }).ok()?;
            let slot = seen.get_mut(axis)?;
            (!std::mem::replace(slot, true)).then_some(axis)
        })
        .collect();
    axes.filter(|axes| axes.len() == rank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transposed_and_reversed_way_reads_in_its_own_order() {
        let source: Vec<i32> = (0..24).collect();
        let way = Strided::whole(&[2, 3, 4]).permuted(&[2, 0, 1]);
        assert_eq!(way.shape(), [4, 2, 3]);
        assert_eq!(way.read(&source)[..6], [0, 4, 8, 12, 16, 20]);
        let back = Strided { offset: 3, dims: vec![(2, 0), (4, -1)] };
        assert_eq!(back.read(&source), [3, 2, 1, 0, 3, 2, 1, 0]);
        assert!(Strided::whole(&[2, 3, 4]).permuted(&[0, 1, 2]).is_contiguous());
        assert!(!way.is_contiguous());
    }

    #[test]
    fn only_permutations_are_permutations() {
        assert_eq!(permutation(&[-1, 0], 2), Some(vec![1, 0]));
        assert_eq!(permutation(&[0, 0], 2), None);
        assert_eq!(permutation(&[0], 2), None);
        assert_eq!(permutation(&[0, i64::MIN], 2), None);
    }
}
