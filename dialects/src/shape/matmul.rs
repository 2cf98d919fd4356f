//! Contractions: matrix products, `Einsum`, `tfl.fully_connected`; and the linear algebra of square matrices.

use core_ir::{Dim, OpView};

use super::elementwise::broadcast_shapes;
use super::{
    Answer, Shape, flag_or, many, of_rank, of_rank_at_least, one, open, same_dim, same_shape, shape_of,
};

/// The contracted dimension of two, or the clause that says that they differ.
fn contract(left: Dim, right: Dim) -> Result<(), String> {
    match (left, right) {
        (Dim::Fixed(left), Dim::Fixed(right)) if left != right => {
            Err(format!("contracts {left} with {right}"))
        }
        _ => Ok(()),
    }
}

/// The rows and columns of the product of two matrices, each given as its last two dimensions.
fn product(left: [Dim; 2], right: [Dim; 2], swap_left: bool, swap_right: bool) -> Result<[Dim; 2], String> {
    let [rows, inner] = if swap_left { [left[1], left[0]] } else { left };
    let [other, columns] = if swap_right { [right[1], right[0]] } else { right };
    contract(inner, other)?;
    Ok([rows, columns])
}

/// `MatMul`, `SparseMatMul`
pub(crate) fn mat_mul(view: &OpView<'_>) -> Answer {
    let matrix =
        |i| Ok::<_, String>(of_rank(view, i, 2)?.map_or([Dim::Dynamic; 2], |shape| [shape[0], shape[1]]));
    let dims = product(matrix(0)?, matrix(1)?, view.flag("transpose_a"), view.flag("transpose_b"))?;
    one(view, Some(dims.to_vec()), view.elem(0))
}

/// The batch dimensions of operand `i` and its last two.
type Batch<'a> = Option<(&'a [Dim], [Dim; 2])>;

fn batch<'a>(view: &OpView<'a>, i: usize) -> Result<Batch<'a>, String> {
    Ok(of_rank_at_least(view, i, 2)?.map(|shape| {
        let (batch, matrix) = shape.split_at(shape.len() - 2);
        (batch, [matrix[0], matrix[1]])
    }))
}

/// The product of batches of matrices whose own dimensions are known to be `dims`.
fn batched(view: &OpView<'_>, dims: Shape, left: [Dim; 2], right: [Dim; 2]) -> Answer {
    let product = product(left, right, view.flag("adj_x"), view.flag("adj_y"))?;
    let shape = dims.map(|dims| [&*dims, &product].concat());
    one(view, shape, view.elem(0))
}

/// `BatchMatMul`: the batches are equal.
pub(crate) fn batch_mat_mul(view: &OpView<'_>) -> Answer {
    let (left, right) = (batch(view, 0)?, batch(view, 1)?);
    let dims = |side: &Batch<'_>| side.as_ref().map(|(dims, _)| dims.to_vec());
    let matrix = |side: &Batch<'_>| side.as_ref().map_or([Dim::Dynamic; 2], |(_, matrix)| *matrix);
    batched(view, same_shape(dims(&left), dims(&right))?, matrix(&left), matrix(&right))
}

/// `BatchMatMulV2`, `BatchMatMulV3`, `tfl.batch_matmul`: the batches broadcast.
pub(crate) fn batch_mat_mul_v2(view: &OpView<'_>) -> Answer {
    let (Some((left, left_matrix)), Some((right, right_matrix))) = (batch(view, 0)?, batch(view, 1)?) else {
        return one(view, None, view.elem(0));
    };
    let dims = broadcast_shapes(view.ctx, Some(left.to_vec()), Some(right.to_vec()))?;
    batched(view, dims, left_matrix, right_matrix)
}

/// `tfl.fully_connected`: operand 1 is `[outputs, inputs]`. With `keep_num_dims` the last dimension of operand 0 is
/// contracted; without, operand 0 is flattened to rows of `inputs`.
pub(crate) fn fully_connected(view: &OpView<'_>) -> Answer {
    let filter = of_rank(view, 1, 2)?.map_or([Dim::Dynamic; 2], |shape| [shape[0], shape[1]]);
    let [outputs, inputs] = filter;
    let keep = view.flag("keep_num_dims");
    let shape = match view.shape(0) {
        None => (!keep).then(|| vec![Dim::Dynamic, outputs]),
        Some(input) if keep => {
            let Some((&last, rows)) = input.split_last() else { return Err("contracts a scalar".into()) };
            contract(last, inputs)?;
            Some([rows, &[outputs]].concat())
        }
        Some(input) => {
            let total = view.ctx.dim_product(input.iter().copied());
            if let (Dim::Fixed(total), Dim::Fixed(inputs)) = (total, inputs)
                && (inputs < 1 || total % inputs != 0)
            {
                return Err(format!("makes rows of {inputs} from {total} elements"));
            }
            Some(vec![view.ctx.dim_floor_div(total, inputs), outputs])
        }
    };
    // The shuffled weights format has a second result, a scratch buffer.
    let mut all = vec![(shape, view.elem(0))];
    all.extend((1..view.results.len()).map(|_| (None, view.elem(0))));
    many(view, all)
}

/// A subscript of an `Einsum` equation: its labels before and after the ellipsis.
struct Subscript {
    before: Vec<char>,
    /// The labels after the ellipsis, if there is one.
    after: Option<Vec<char>>,
}

impl Subscript {
    fn parse(text: &str) -> Result<Self, String> {
        let labels = |text: &str| -> Result<Vec<char>, String> {
            match text.chars().find(|c| !c.is_ascii_alphabetic()) {
                Some(c) => Err(format!("has the label {c:?} in its equation")),
                None => Ok(text.chars().collect()),
            }
        };
        match text.split_once("...") {
            Some((before, after)) => Ok(Self { before: labels(before)?, after: Some(labels(after)?) }),
            None => Ok(Self { before: labels(text)?, after: None }),
        }
    }

    /// Which dimensions of `shape` the ellipsis stands for.
    fn ellipsis<'s>(&self, shape: &'s [Dim]) -> Result<&'s [Dim], String> {
        let after = self.after.as_ref().map_or(0, Vec::len);
        let named = self.before.len() + after;
        match shape.len().checked_sub(named) {
            Some(spare) if spare == 0 || self.after.is_some() => {
                Ok(&shape[self.before.len()..self.before.len() + spare])
            }
            _ => Err(format!("has {named} labels for rank {}", shape.len())),
        }
    }

    /// The labels with the dimensions that they stand for.
    fn bind<'s>(&'s self, shape: &'s [Dim]) -> impl Iterator<Item = (char, Dim)> + 's {
        let after = self.after.as_deref().unwrap_or(&[]);
        let front = self.before.iter().copied().zip(shape.iter().copied());
        front.chain(after.iter().rev().copied().zip(shape.iter().rev().copied()))
    }
}

/// `Einsum`: the attribute `equation`, such as `bij,bjk->bik` or `...ij,jk->...ik`.
pub(crate) fn einsum(view: &OpView<'_>) -> Answer {
    let Some(equation) = view.word("equation") else { return Err("has no equation".into()) };
    let equation: String = equation.chars().filter(|c| !c.is_whitespace()).collect();
    let Some((inputs, output)) = equation.split_once("->") else {
        return Err("has an equation without `->`".into());
    };
    let inputs = inputs.split(',').map(Subscript::parse).collect::<Result<Vec<_>, _>>()?;
    let output = Subscript::parse(output)?;
    if inputs.len() != view.operands.len() {
        return Err(format!("has {} subscripts for {} operands", inputs.len(), view.operands.len()));
    }
    let mut labels: Vec<(char, Dim)> = Vec::new();
    let mut ellipsis: Shape = Some(Vec::new());
    for (i, subscript) in inputs.iter().enumerate() {
        let Some(shape) = view.shape(i) else {
            // What an ellipsis stands for is open; labels still have a place.
            if subscript.after.is_some() {
                ellipsis = None;
            }
            let after = subscript.after.iter().flatten();
            for &label in subscript.before.iter().chain(after) {
                bind_label(&mut labels, label, Dim::Dynamic)?;
            }
            continue;
        };
        let spare = subscript.ellipsis(shape)?;
        if subscript.after.is_some() {
            ellipsis = broadcast_shapes(view.ctx, ellipsis, Some(spare.to_vec()))?;
        }
        for (label, dim) in subscript.bind(shape) {
            bind_label(&mut labels, label, dim)?;
        }
    }
    one(view, einsum_result(&output, &labels, ellipsis)?, view.elem(0))
}

fn bind_label(labels: &mut Vec<(char, Dim)>, label: char, dim: Dim) -> Result<(), String> {
    match labels.iter_mut().find(|entry| entry.0 == label) {
        None => labels.push((label, dim)),
        Some(entry) => match (entry.1, dim) {
            (Dim::Fixed(known), Dim::Fixed(dim)) if known != dim => {
                return Err(format!("contracts {known} with {dim} in label {label}"));
            }
            (known, dim) => entry.1 = same_dim(known, dim)?,
        },
    }
    Ok(())
}

fn einsum_result(output: &Subscript, labels: &[(char, Dim)], ellipsis: Shape) -> Result<Shape, String> {
    let find = |label: &char| match labels.iter().find(|entry| entry.0 == *label) {
        Some(entry) => Ok(entry.1),
        None => Err(format!("has the label {label:?} on the right side only")),
    };
    let mut dims = output.before.iter().map(find).collect::<Result<Vec<Dim>, String>>()?;
    if let Some(after) = &output.after {
        let Some(spare) = ellipsis else { return Ok(None) };
        dims.extend(spare);
        for label in after {
            dims.push(find(label)?);
        }
    }
    Ok(Some(dims))
}

/// The shape of operand 0 if its last two dimensions can be equal.
fn square(view: &OpView<'_>) -> Result<Shape, String> {
    let Some(mut dims) = of_rank_at_least(view, 0, 2)?.map(<[Dim]>::to_vec) else { return Ok(None) };
    let last = dims.len() - 1;
    let size =
        same_dim(dims[last - 1], dims[last]).map_err(|clause| format!("{clause} in a square matrix"))?;
    (dims[last - 1], dims[last]) = (size, size);
    Ok(Some(dims))
}

/// Square matrices from square matrices: `MatrixInverse`, `Cholesky`.
pub(crate) fn square_matrices(view: &OpView<'_>) -> Answer {
    one(view, square(view)?, view.elem(0))
}

/// A number for each square matrix: `MatrixDeterminant`.
pub(crate) fn determinant(view: &OpView<'_>) -> Answer {
    let shape = square(view)?.map(|dims| dims[..dims.len() - 2].to_vec());
    one(view, shape, view.elem(0))
}

/// `MatrixSolve`, `MatrixTriangularSolve`: the unknowns for each right side.
pub(crate) fn matrix_solve(view: &OpView<'_>) -> Answer {
    let (left, right) = (square(view)?, of_rank_at_least(view, 1, 2)?);
    let (Some(left), Some(right)) = (left, right) else { return one(view, None, view.elem(0)) };
    let (left_batch, left) = left.split_at(left.len() - 2);
    let (right_batch, right) = right.split_at(right.len() - 2);
    contract(left[0], right[0])?;
    let batch = broadcast_shapes(view.ctx, Some(left_batch.to_vec()), Some(right_batch.to_vec()))?;
    let shape = batch.map(|mut dims| {
        dims.extend([left[1], right[1]]);
        dims
    });
    one(view, shape, view.elem(0))
}

/// `Cross`: two equal shapes of vectors of 3.
pub(crate) fn cross(view: &OpView<'_>) -> Answer {
    let mut shape = same_shape(shape_of(view, 0), shape_of(view, 1))?;
    match shape.as_mut().map(|dims| dims.last_mut()) {
        Some(None) => return Err("crosses scalars".into()),
        Some(Some(last)) => *last = same_dim(*last, Dim::Fixed(3))?,
        None => {}
    }
    one(view, shape, view.elem(0))
}

/// `MatrixSetDiag`: the shape of operand 0, whose diagonal operand 1 is.
pub(crate) fn matrix_set_diag(view: &OpView<'_>) -> Answer {
    let shape = of_rank_at_least(view, 0, 2)?.map(<[Dim]>::to_vec);
    if let (Some(dims), Some(diagonal)) = (&shape, of_rank_at_least(view, 1, 1)?)
        && view.operands.len() == 2
    {
        let (batch, matrix) = dims.split_at(dims.len() - 2);
        let least = view.ctx.dim_min(matrix[0], matrix[1]);
        same_shape(Some([batch, &[least]].concat()), Some(diagonal.to_vec()))?;
    }
    one(view, shape, view.elem(0))
}

/// `LinearOperator`-like results that keep the batch: `SelfAdjointEigV2` (values and vectors).
pub(crate) fn self_adjoint_eig(view: &OpView<'_>) -> Answer {
    let vectors = square(view)?;
    let values = vectors.as_ref().map(|dims| dims[..dims.len() - 1].to_vec());
    let vectors = if flag_or(view, "compute_v", true) { vectors } else { Some(vec![Dim::Fixed(0)]) };
    many(view, vec![(values, view.elem(0)), (vectors, view.elem(0))])
}

/// `Qr`: `[.., m, k]` and `[.., k, n]`, where `k` is the lesser of both unless `full_matrices`.
pub(crate) fn qr(view: &OpView<'_>) -> Answer {
    let Some(dims) = of_rank_at_least(view, 0, 2)? else {
        return many(view, vec![(None, view.elem(0)), (None, view.elem(0))]);
    };
    let (batch, matrix) = dims.split_at(dims.len() - 2);
    let inner = if view.flag("full_matrices") { matrix[0] } else { view.ctx.dim_min(matrix[0], matrix[1]) };
    let q = [batch, &[matrix[0], inner]].concat();
    let r = [batch, &[inner, matrix[1]]].concat();
    many(view, vec![(Some(q), view.elem(0)), (Some(r), view.elem(0))])
}

/// `tfl.svdf`: rows of as many numbers as there are filters for each unit.
pub(crate) fn svdf(view: &OpView<'_>) -> Answer {
    let batch = of_rank(view, 0, 2)?.map_or(Dim::Dynamic, |input| input[0]);
    let filters = of_rank(view, 1, 2)?.map_or(Dim::Dynamic, |weights| weights[0]);
    let units = match view.int("rank") {
        Some(rank) if rank > 0 => match filters {
            Dim::Fixed(n) if n % rank != 0 => return Err(format!("divides {n} filters by rank {rank}")),
            filters => view.ctx.dim_floor_div(filters, Dim::Fixed(rank)),
        },
        _ => open(1)[0],
    };
    one(view, Some(vec![batch, units]), view.elem(0))
}
