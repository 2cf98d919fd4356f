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
        let neighbours = way.dims.iter().position(|&(_, stride)| stride == 1);
        if let (Some(rows), true) = (neighbours, step > 1) {
            way.dims.push((len, step));
            return way.read_tiles(source, rows);
        }
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

    /// The same for a way of at least one element that steps along dimension `rows` from neighbour to neighbour, and not
    /// along its last. It is taken in squares, so that what is near in memory is read together.
    fn read_tiles<T: Clone>(&self, source: &[T], rows: usize) -> Vec<T> {
        const SIDE: usize = 32;
        let mut out = vec![source[self.offset].clone(); self.count()];
        let strides = row_major(&self.shape());
        let last = self.dims.len() - 1;
        let ((height, _), (width, step)) = (self.dims[rows], self.dims[last]);
        let is_other = |&i: &usize| i != rows && i != last;
        let others: Vec<usize> = (0..self.dims.len()).filter(is_other).collect();
        let from: Vec<(usize, isize)> = others.iter().map(|&i| self.dims[i]).collect();
        let to: Vec<(usize, isize)> = others.iter().map(|&i| (self.dims[i].0, strides[i])).collect();
        let (mut from_index, mut to_index) = (vec![0; others.len()], vec![0; others.len()]);
        let (mut read, mut written) = (self.offset as isize, 0);
        loop {
            for top in (0..height).step_by(SIDE) {
                for left in (0..width).step_by(SIDE) {
                    for row in top..height.min(top + SIDE) {
                        let start = written as usize + row * strides[rows] as usize;
                        for column in left..width.min(left + SIDE) {
                            let at = read + row as isize + column as isize * step;
                            out[start + column] = source[at as usize].clone();
                        }
                    }
                }
            }
            advance(&to, &mut to_index, &mut written);
            if !advance(&from, &mut from_index, &mut read) {
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
    fn tiles_give_what_single_steps_give() {
        let shape = [3, 35, 2, 40];
        let source: Vec<usize> = (0..shape.iter().product()).collect();
        let strides = row_major(&shape);
        for perm in [[0, 1, 3, 2], [0, 3, 2, 1], [3, 2, 1, 0], [2, 3, 1, 0], [1, 3, 0, 2]] {
            let way = Strided::whole(&shape).permuted(&perm);
            let dims = perm.map(|i| shape[i]);
            let mut expected = Vec::new();
            for at in 0..source.len() {
                let (mut rest, mut from) = (at, 0);
                for i in (0..4).rev() {
                    from += (rest % dims[i]) * strides[perm[i]] as usize;
                    rest /= dims[i];
                }
                expected.push(from);
            }
            assert_eq!(way.read(&source), expected, "{perm:?}");
        }
    }

    #[test]
    fn only_permutations_are_permutations() {
        assert_eq!(permutation(&[-1, 0], 2), Some(vec![1, 0]));
        assert_eq!(permutation(&[0, 0], 2), None);
        assert_eq!(permutation(&[0], 2), None);
        assert_eq!(permutation(&[0, i64::MIN], 2), None);
    }
}
