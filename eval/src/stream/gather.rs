//! Copying a box of a strided tensor into a row-major buffer, in an order that caches like.

use crate::strided::advance;

/// The side of the square blocks that are transposed at once: 16 elements of 4 bytes are one cache line.
const BLOCK: usize = 16;

/// Writes the elements of the box `dims` (lengths and strides, outermost first) that starts at `offset` of `source` to
/// `out`, row-major, each changed by `convert`. `out` has as many elements as the box.
pub(super) fn gather<S: Copy, T: Copy>(
    source: &[S],
    offset: isize,
    dims: &[(usize, isize)],
    out: &mut [T],
    convert: impl Fn(S) -> T + Copy,
) {
    let Some((&(len, step), outer)) = dims.split_last() else {
        if let (Some(slot), Some(&elem)) = (out.first_mut(), source.get(offset as usize)) {
            *slot = convert(elem);
        }
        return;
    };
    if out.is_empty() || len == 0 {
        return;
    }
    let unit = outer.iter().rposition(|dim| dim.1 == 1 && dim.0 > 1);
    match (step, unit) {
        (0 | 1, _) | (_, None) => rows(source, offset, outer, (len, step), out, convert),
        (_, Some(unit)) => blocks(source, offset, dims, unit, out, convert),
    }
}

/// Row by row.
fn rows<S: Copy, T: Copy>(
    source: &[S],
    offset: isize,
    outer: &[(usize, isize)],
    (len, step): (usize, isize),
    out: &mut [T],
    convert: impl Fn(S) -> T + Copy,
) {
    let (mut index, mut at) = (vec![0; outer.len()], offset);
    for row in out.chunks_exact_mut(len) {
        match step {
            0 => row.fill(convert(source[at as usize])),
            1 => {
                let from = &source[at as usize..at as usize + len];
                row.iter_mut().zip(from).for_each(|(to, &elem)| *to = convert(elem));
            }
            _ => row.iter_mut().enumerate().for_each(|(i, to)| {
                *to = convert(source[(at + i as isize * step) as usize]);
            }),
        }
        advance(outer, &mut index, &mut at);
    }
}

/// Blocks of the dimension `unit`, whose elements are neighbours in the source, and of the last dimension, whose
/// elements are neighbours in the result.
fn blocks<S: Copy, T: Copy>(
    source: &[S],
    offset: isize,
    dims: &[(usize, isize)],
    unit: usize,
    out: &mut [T],
    convert: impl Fn(S) -> T + Copy,
) {
    let last = dims.len() - 1;
    let (tall, (wide, step)) = (dims[unit].0, dims[last]);
    // The strides of the result buffer.
    let mut to_strides = vec![1; dims.len()];
    for i in (0..last).rev() {
        to_strides[i] = to_strides[i + 1] * dims[i + 1].0;
    }
    let to_row = to_strides[unit];
    let rest: Vec<usize> = (0..last).filter(|&i| i != unit).collect();
    let from_dims: Vec<(usize, isize)> = rest.iter().map(|&i| dims[i]).collect();
    let to_dims: Vec<(usize, isize)> = rest.iter().map(|&i| (dims[i].0, to_strides[i] as isize)).collect();
    let (mut from_index, mut to_index) = (vec![0; rest.len()], vec![0; rest.len()]);
    let (mut from, mut to) = (offset, 0);
    loop {
        for j in (0..wide).step_by(BLOCK) {
            for i in (0..tall).step_by(BLOCK) {
                let block_from = from + j as isize * step + i as isize;
                let block_to = to as usize + i * to_row + j;
                let (high, across) = ((tall - i).min(BLOCK), (wide - j).min(BLOCK));
                if high == BLOCK && across == BLOCK {
                    block(source, (block_from, step), &mut out[block_to..], to_row, convert);
                    continue;
                }
                for k in 0..high {
                    let row = &mut out[block_to + k * to_row..][..across];
                    let first = block_from + k as isize;
                    row.iter_mut()
                        .zip(0..)
                        .for_each(|(to, n)| *to = convert(source[(first + n * step) as usize]));
                }
            }
        }
        advance(&to_dims, &mut to_index, &mut to);
        if !advance(&from_dims, &mut from_index, &mut from) {
            return;
        }
    }
}

/// One full block: lines of the source, `step` apart, become columns of rows of the result, `to_row` apart.
#[inline]
fn block<S: Copy, T: Copy>(
    source: &[S],
    (from, step): (isize, isize),
    out: &mut [T],
    to_row: usize,
    convert: impl Fn(S) -> T + Copy,
) {
    let lines: [&[S]; BLOCK] = std::array::from_fn(|k| {
        let start = (from + k as isize * step) as usize;
        &source[start..start + BLOCK]
    });
    for i in 0..BLOCK {
        let row: [T; BLOCK] = std::array::from_fn(|k| convert(lines[k][i]));
        out[i * to_row..i * to_row + BLOCK].copy_from_slice(&row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strided::Strided;

    #[test]
    fn blocks_and_rows_read_what_the_way_reads() {
        let shape = [5, 37, 18];
        let source: Vec<u32> = (0..5 * 37 * 18).collect();
        for perm in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let way = Strided::whole(&shape).permuted(&perm);
            let mut out = vec![0u32; source.len()];
            gather(&source, 0, &way.dims, &mut out, |x| x);
            assert_eq!(out, way.read(&source), "{perm:?}");
        }
        let broadcast = [(3, 0), (37, 18), (2, 0)];
        let mut out = vec![0u32; 3 * 37 * 2];
        gather(&source, 4, &broadcast, &mut out, |x| x);
        assert_eq!(out, Strided { offset: 4, dims: broadcast.to_vec() }.read(&source));
    }
}
