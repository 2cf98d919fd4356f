//! Kernels that take parts of a tensor by position.

use core_ir::OpView;

use super::params::{operands, sizes};
use super::reshape::read;
use super::{Entry, Moves, row};
use crate::elem::Elem;
use crate::error::{EvalError, Evaluated};
use crate::strided::Strided;
use crate::tensor::{Array, Tensor, dispatch2};

fn slice(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, begin, size] = operands(inputs)?;
    let way = slice_way(x.shape(), &begin.ints()?, &size.ints()?)?;
    Ok(vec![read(x, &way, &way.shape())?])
}

/// The way that takes `size` elements from `begin` of a tensor of `shape`.
pub(crate) fn slice_way(shape: &[usize], begin: &[i64], size: &[i64]) -> Result<Strided, EvalError> {
    if begin.len() != shape.len() || size.len() != shape.len() {
        return EvalError::invalid(format!("{} places and {} sizes for {shape:?}", begin.len(), size.len()));
    }
    let begin = sizes(begin)?;
    let mut way = Strided::whole(shape);
    for i in 0..shape.len() {
        let most = shape[i].checked_sub(begin[i]);
        // A size of -1 is all that is left.
        let length = if size[i] == -1 { most } else { usize::try_from(size[i]).ok() };
        match (length, most) {
            (Some(length), Some(most)) if length <= most => way.dims[i].0 = length,
            _ => {
                return EvalError::invalid(format!(
                    "no {} elements from {} of {}",
                    size[i], begin[i], shape[i]
                ));
            }
        }
        way.offset += begin[i] * way.dims[i].1 as usize;
    }
    Ok(way)
}

/// What a strided slice does with one dimension of its result or operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Step {
    /// Adds a dimension of size 1.
    NewAxis,
    /// Takes the whole dimension.
    All,
    /// Takes entry `.0` of the lists of places.
    Entry(usize),
}

/// The attributes that change what the places of a strided slice mean, one bit for each entry.
struct Masks {
    begin: i64,
    end: i64,
    ellipsis: i64,
    new_axis: i64,
    shrink: i64,
}

impl Masks {
    fn of(view: &OpView<'_>) -> Self {
        let mask = |name: &str| view.int(name).unwrap_or(0);
        Self {
            begin: mask("begin_mask"),
            end: mask("end_mask"),
            ellipsis: mask("ellipsis_mask"),
            new_axis: mask("new_axis_mask"),
            shrink: mask("shrink_axis_mask"),
        }
    }

    fn has(mask: i64, i: usize) -> bool {
        i < 64 && mask >> i & 1 == 1
    }

    /// The steps for `entries` places in a tensor of `rank` dimensions.
    fn steps(&self, entries: usize, rank: usize) -> Result<Vec<Step>, EvalError> {
        let ellipses = (0..entries).filter(|&i| Self::has(self.ellipsis, i)).count();
        let taken = |&i: &usize| !Self::has(self.ellipsis, i) && !Self::has(self.new_axis, i);
        let Some(open) = rank.checked_sub((0..entries).filter(taken).count()) else {
            return EvalError::invalid(format!("{entries} places for {rank} dimensions"));
        };
        if ellipses > 1 {
            return EvalError::invalid("more than one ellipsis");
        }
        let mut steps = Vec::with_capacity(rank);
        for i in 0..entries {
            if Self::has(self.ellipsis, i) {
                steps.extend(std::iter::repeat_n(Step::All, open));
            } else {
                steps.push(if Self::has(self.new_axis, i) { Step::NewAxis } else { Step::Entry(i) });
            }
        }
        if ellipses == 0 {
            steps.extend(std::iter::repeat_n(Step::All, open));
        }
        Ok(steps)
    }
}

/// Where a strided slice of a dimension of `length` starts and how many elements it takes.
fn extent(length: i64, begin: Option<i64>, end: Option<i64>, stride: i64) -> (i64, i64) {
    let (low, high) = if stride > 0 { (0, length) } else { (-1, length - 1) };
    let place = |x: i64| (if x < 0 { x.saturating_add(length) } else { x }).clamp(low, high);
    let (first, last) = if stride > 0 { (low, high) } else { (high, low) };
    let (from, to) = (begin.map_or(first, place), end.map_or(last, place));
    let distance = if stride > 0 { to - from } else { from - to };
    let stride = stride.unsigned_abs().min(i64::MAX as u64) as i64;
    (from, if distance <= 0 { 0 } else { (distance - 1) / stride + 1 })
}

fn strided_slice(view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    let [x, begin, end, strides] = operands(inputs)?;
    let (way, shape) = strided_slice_way(view, x.shape(), [begin.ints()?, end.ints()?, strides.ints()?])?;
    Ok(vec![read(x, &way, &shape)?])
}

/// The way of a strided slice through a tensor of shape `from`, and the shape of the result: the places are lists of
/// beginnings, ends and strides.
pub(crate) fn strided_slice_way(
    view: &OpView<'_>,
    from: &[usize],
    places: [Vec<i64>; 3],
) -> Result<(Strided, Vec<usize>), EvalError> {
    let [begin, mut end, strides] = places;
    if begin.len() != end.len() || begin.len() != strides.len() {
        return EvalError::invalid("lists of places have several lengths");
    }
    // TFLite can give ends as distances from the beginnings.
    if view.flag("offset") {
        end = begin.iter().zip(&end).map(|(begin, end)| begin.saturating_add(*end)).collect();
    }
    let masks = Masks::of(view);
    let mut way = Strided::whole(from);
    let (mut shape, mut dim) = (Vec::new(), 0);
    for step in masks.steps(begin.len(), from.len())? {
        let Step::Entry(i) = step else {
            shape.push(if step == Step::All { from[dim] } else { 1 });
            dim += usize::from(step == Step::All);
            continue;
        };
        let length = from[dim] as i64;
        let (unit, stride) = (way.dims[dim].1, strides[i]);
        if stride == 0 {
            return EvalError::invalid("a stride of 0");
        }
        if Masks::has(masks.shrink, i) {
            let at = if begin[i] < 0 { begin[i].saturating_add(length) } else { begin[i] };
            if stride < 0 || !(0..length).contains(&at) {
                return EvalError::invalid(format!("index {} of {length} elements", begin[i]));
            }
            way.offset += at as usize * unit as usize;
            way.dims[dim].0 = 1;
        } else {
            let place = |mask: i64, list: &[i64]| (!Masks::has(mask, i)).then_some(list[i]);
            let (first, count) = extent(length, place(masks.begin, &begin), place(masks.end, &end), stride);
            way.offset += if count > 0 { first as usize * unit as usize } else { 0 };
            // With fewer than two elements the step is never taken, and may be too large to multiply.
            let far = if count > 1 { unit * stride as isize } else { 0 };
            way.dims[dim] = (count as usize, far);
            shape.push(count as usize);
        }
        dim += 1;
    }
    Ok((way, shape))
}

/// Writes `update` over a part of the first operand; places are moved so that the part is inside.
fn dynamic_update_slice(_: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
    fn go<T: Elem>(whole: &Array<T>, update: &Array<T>, start: &[usize]) -> Result<Tensor, EvalError> {
        let mut out = whole.as_slice().unwrap_or(&[]).to_vec();
        let elems = update.as_slice().unwrap_or(&[]);
        let mut dims = Strided::whole(whole.shape()).dims;
        let mut at: isize = start.iter().zip(&dims).map(|(&s, dim)| s as isize * dim.1).sum();
        for (dim, &n) in dims.iter_mut().zip(update.shape()) {
            dim.0 = n;
        }
        let mut index = vec![0; dims.len()];
        for elem in elems {
            out[at as usize] = elem.clone();
            crate::strided::advance(&dims, &mut index, &mut at);
        }
        Tensor::new(whole.shape(), out)
    }
    let [x, update, start] = operands(inputs)?;
    let start = start.ints()?;
    let fits = |(whole, part): (&usize, &usize)| part <= whole;
    if start.len() != x.shape().len()
        || update.shape().len() != x.shape().len()
        || !x.shape().iter().zip(update.shape()).all(fits)
    {
        return EvalError::invalid(format!("an update of {:?} in {:?}", update.shape(), x.shape()));
    }
    let start: Vec<usize> = (0..start.len())
        .map(|i| start[i].clamp(0, (x.shape()[i] - update.shape()[i]) as i64) as usize)
        .collect();
    Ok(vec![dispatch2!(bits, x, update, a, b => go(a, b, &start))?])
}

pub(super) const TABLE: &[Entry] = &[
    row("tf.Slice", "tfl.slice", slice).moving(Moves::Operand(0)),
    row("tf.StridedSlice", "tfl.strided_slice", strided_slice).moving(Moves::Operand(0)),
    row("tf.XlaDynamicUpdateSlice", "tfl.dynamic_update_slice", dynamic_update_slice)
        .moving(Moves::Operands(0, 1)),
];
