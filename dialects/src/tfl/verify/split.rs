//! `tfl.split` and `tfl.split_v`.

use core_ir::Dim;
use core_ir::spec::OpUse;

use super::{Outcome, axis_of, result_type, tensor_text, text};

/// The dimension that is split and its size, where both are known; `None` when there is nothing to check.
fn split_axis(op: &OpUse<'_>, value: usize, split_dim: usize) -> Result<Option<(usize, i64)>, String> {
    let Some([axis]) =
        op.operand_ints(split_dim).as_deref().and_then(|list| list.first_chunk::<1>()).copied()
    else {
        return Ok(None);
    };
    let Some(shape) = op.shape(value) else { return Ok(None) };
    let Some(axis) = axis_of(axis, shape.len()) else {
        return Err("'split_dim' should be in [-rank, rank)".into());
    };
    Ok(shape[axis].fixed().map(|size| (axis, size)))
}

/// Every result is `value` with dimension `axis` of its size in `sizes`.
fn check_results(op: &OpUse<'_>, value: usize, axis: usize, sizes: &[i64]) -> Outcome {
    let Some(shape) = op.shape(value) else { return Ok(()) };
    for (i, &size) in sizes.iter().enumerate() {
        let mut shape = shape.to_vec();
        shape[axis] = Dim::Fixed(size);
        let (expected, got) = (op.tensor(&shape, op.elem(value)), result_type(op, i));
        if !op.ctx.compatible_shapes(expected, got) {
            let (expected, got) = (text(op.ctx, expected), text(op.ctx, got));
            return Err(format!("output #{i} should be '{expected}' instead got '{got}'"));
        }
    }
    Ok(())
}

fn count(op: &OpUse<'_>) -> Result<usize, String> {
    let splits = op.int("num_splits").and_then(|splits| usize::try_from(splits).ok());
    splits
        .filter(|&splits| splits == op.results.len())
        .ok_or_else(|| "output count should match 'num_splits' attribute".into())
}

/// Equal parts.
pub(crate) fn split(op: &OpUse<'_>) -> Outcome {
    let splits = count(op)?;
    let Some((axis, size)) = split_axis(op, 1, 0)? else { return Ok(()) };
    let divisor = i64::try_from(splits).ok().filter(|&divisor| divisor > 0);
    match divisor.filter(|divisor| size % divisor == 0) {
        Some(divisor) => check_results(op, 1, axis, &vec![size / divisor; splits]),
        None => Err("'num_splits' should evenly divide 'split_dim' axis".into()),
    }
}

/// Parts of given sizes, of which one may be what is left.
pub(crate) fn split_v(op: &OpUse<'_>) -> Outcome {
    let splits = count(op)?;
    let Some((axis, size)) = split_axis(op, 0, 2)? else { return Ok(()) };
    let Some(mut sizes) = op.operand_ints(1) else { return Ok(()) };
    if sizes.len() != splits {
        let splits = i64::try_from(splits).map_or(Dim::Dynamic, Dim::Fixed);
        let expected = tensor_text(op.ctx, &[splits], op.elem(1));
        return Err(format!("'size_splits' should be '{expected}'"));
    }
    if sizes.iter().any(|&size| size < -1) {
        return Err("elements of 'size_splits' should be greater than or equal to -1".into());
    }
    let open: Vec<usize> = (0..sizes.len()).filter(|&at| sizes[at] == -1).collect();
    match open.as_slice() {
        [] => {}
        [rest] => {
            sizes[*rest] = 0;
            let left = sum(&sizes).and_then(|known| size.checked_sub(known)).filter(|&left| left >= 0);
            sizes[*rest] = left.ok_or(
                "sum of non-negative elements of 'size_splits' is greater than the dimension size of 'split_dim' axis",
            )?;
        }
        _ => return Err("'size_splits' can only have one -1".into()),
    }
    if sum(&sizes) != Some(size) {
        return Err("sum of 'size_splits' should match the dimension size of 'split_dim' axis".into());
    }
    check_results(op, 0, axis, &sizes)
}

fn sum(sizes: &[i64]) -> Option<i64> {
    sizes.iter().try_fold(0i64, |sum, &size| sum.checked_add(size))
}
