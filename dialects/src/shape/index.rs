//! Ops that choose, place or count elements by index: gather, scatter, one-hot, where, unique, segments.

use core_ir::{Dim, OpView, TypeId};

use super::{
    Answer, Shape, axis, int_or, many, of_rank, of_rank_at_least, one, open, same_dim, same_shape, scalar,
    shape_of, shape_operand,
};

/// `params[..axis] + indices[batch..] + params[axis + 1..]`
fn gathered(view: &OpView<'_>, at: Option<i64>, batch: i64) -> Result<Shape, String> {
    let (params, indices) = (of_rank_at_least(view, 0, 1)?, view.shape(1));
    let (Some(params), Some(indices)) = (params, indices) else { return Ok(None) };
    let batch = if batch == 0 { 0 } else { batch_count(batch, indices.len())? };
    let Some(at) = at else {
        return Ok((params.len() - 1 + indices.len()).checked_sub(batch).map(open));
    };
    let at = axis(at, params.len())?;
    if batch > at {
        return Err(format!("gathers along dimension {at} with {batch} batch dimensions"));
    }
    let mut dims = params[..at].to_vec();
    for i in 0..batch {
        dims[i] = same_dim(params[i], indices[i]).map_err(|clause| format!("{clause} in dimension {i}"))?;
    }
    dims.extend_from_slice(&indices[batch..]);
    dims.extend_from_slice(&params[at + 1..]);
    Ok(Some(dims))
}

fn batch_count(batch: i64, rank: usize) -> Result<usize, String> {
    let count = if batch < 0 { batch.checked_add_unsigned(rank as u64) } else { Some(batch) };
    match count.and_then(|count| usize::try_from(count).ok()) {
        Some(count) if count <= rank => Ok(count),
        _ => Err(format!("has {batch} batch dimensions in indices of rank {rank}")),
    }
}

/// `tf.Gather`: rows of operand 0.
pub(crate) fn gather(view: &OpView<'_>) -> Answer {
    one(view, gathered(view, Some(0), 0)?, view.elem(0))
}

/// `tf.GatherV2`: operand 2 is the axis, the attribute `batch_dims` how many dimensions both share.
pub(crate) fn gather_v2(view: &OpView<'_>) -> Answer {
    one(view, gathered(view, scalar(view, 2).fixed(), int_or(view, "batch_dims", 0))?, view.elem(0))
}

/// `tfl.gather`: the axis is an attribute.
pub(crate) fn tfl_gather(view: &OpView<'_>) -> Answer {
    one(view, gathered(view, Some(int_or(view, "axis", 0)), int_or(view, "batch_dims", 0))?, view.elem(0))
}

/// `tfl.embedding_lookup`: operand 0 holds the rows to take of operand 1.
pub(crate) fn embedding_lookup(view: &OpView<'_>) -> Answer {
    let lookup = of_rank(view, 0, 1)?;
    let shape = of_rank_at_least(view, 1, 1)?.map(|table| {
        let mut dims = table.to_vec();
        dims[0] = lookup.map_or(Dim::Dynamic, |lookup| lookup[0]);
        dims
    });
    one(view, shape, view.elem(1))
}

/// `tfl.embedding_lookup_sparse`: rows of operand 4, as many as the shape in operand 2 has without its last dimension.
pub(crate) fn embedding_lookup_sparse(view: &OpView<'_>) -> Answer {
    let rows = shape_operand(view, 2)?.and_then(|dims| Some(dims.split_last()?.1.to_vec()));
    let shape = match (rows, of_rank_at_least(view, 4, 2)?) {
        (Some(rows), Some(table)) => Some([&*rows, &table[1..]].concat()),
        _ => None,
    };
    one(view, shape, view.elem(4))
}

/// `tfl.hashtable_lookup`: rows of operand 2 for the keys in operand 0, and whether each was found.
pub(crate) fn hashtable_lookup(view: &OpView<'_>) -> Answer {
    let keys = of_rank(view, 0, 1)?.map_or(Dim::Dynamic, |keys| keys[0]);
    let rows = of_rank_at_least(view, 2, 1)?.map(|table| [&[keys], &table[1..]].concat());
    many(view, vec![(rows, view.elem(2)), (Some(vec![keys]), TypeId::UI8)])
}

/// `indices[..-1] + params[indices[-1]..]`
fn nested(params: Option<&[Dim]>, indices: Option<&[Dim]>) -> Result<Shape, String> {
    let (Some(params), Some(indices)) = (params, indices) else { return Ok(None) };
    let Some((depth, places)) = indices.split_last() else { return Err("has scalar indices".into()) };
    let Dim::Fixed(depth) = *depth else { return Ok(None) };
    let Some(rest) = usize::try_from(depth).ok().and_then(|depth| params.get(depth..)) else {
        return Err(format!("indexes {depth} dimensions of {}", params.len()));
    };
    Ok(Some([places, rest].concat()))
}

/// `GatherNd`: each row of the indices is a place in operand 0.
pub(crate) fn gather_nd(view: &OpView<'_>) -> Answer {
    of_rank_at_least(view, 1, 1)?;
    one(view, nested(view.shape(0), view.shape(1))?, view.elem(0))
}

/// `ScatterNd`: operands are the indices, the updates and the result shape.
pub(crate) fn scatter_nd(view: &OpView<'_>) -> Answer {
    of_rank_at_least(view, 0, 1)?;
    let shape = shape_operand(view, 2)?;
    check_updates(shape.as_deref(), view.shape(0), view.shape(1))?;
    one(view, shape, view.elem(1))
}

/// `TensorScatterUpdate` and its kin: operands are the tensor, the indices and the updates.
pub(crate) fn tensor_scatter(view: &OpView<'_>) -> Answer {
    of_rank_at_least(view, 1, 1)?;
    let shape = shape_of(view, 0);
    check_updates(shape.as_deref(), view.shape(1), view.shape(2))?;
    one(view, shape, view.elem(0))
}

fn check_updates(
    into: Option<&[Dim]>,
    indices: Option<&[Dim]>,
    updates: Option<&[Dim]>,
) -> Result<(), String> {
    match (nested(into, indices)?, updates) {
        (expected @ Some(_), Some(updates)) => {
            // A scalar update stands for all.
            if updates.is_empty() { Ok(()) } else { same_shape(expected, Some(updates.to_vec())).map(drop) }
        }
        _ => Ok(()),
    }
}

/// `OneHot`: a new dimension of `depth` (operand 1) at `axis`, by default the last.
pub(crate) fn one_hot(view: &OpView<'_>) -> Answer {
    let Some(mut dims) = shape_of(view, 0) else { return one(view, None, view.elem(2)) };
    let depth = scalar(view, 1);
    if let Dim::Fixed(depth) = depth
        && depth < 0
    {
        return Err(format!("has a depth of {depth}"));
    }
    dims.insert(axis(int_or(view, "axis", -1), dims.len() + 1)?, depth);
    one(view, Some(dims), view.elem(2))
}

/// `Where`: the places of true elements, as many as there turn out to be.
pub(crate) fn where_places(view: &OpView<'_>) -> Answer {
    let rank = view.shape(0).map_or(Dim::Dynamic, |shape| Dim::Fixed(shape.len() as i64));
    one(view, Some(vec![Dim::Dynamic, rank]), TypeId::I64)
}

/// `Unique`, `UniqueWithCounts`: the distinct elements of a vector, and for each element of it which one it is.
pub(crate) fn unique(view: &OpView<'_>) -> Answer {
    let of = of_rank(view, 0, 1)?.map_or(Dim::Dynamic, |shape| shape[0]);
    let distinct = || Some(vec![Dim::Dynamic]);
    let index = view.type_attr("out_idx").or_else(|| view.type_attr("idx_out_type")).unwrap_or(TypeId::I32);
    let mut all = vec![(distinct(), view.elem(0)), (Some(vec![of]), index)];
    let counted =
        if view.results.is_empty() { view.spec.results.len() == 3 } else { view.results.len() == 3 };
    if counted {
        all.push((distinct(), index));
    }
    many(view, all)
}

/// `UniqueV2`: as [`unique`], along the axis in operand 1.
pub(crate) fn unique_v2(view: &OpView<'_>) -> Answer {
    let index = view.type_attr("out_idx").unwrap_or(TypeId::I32);
    let distinct = shape_of(view, 0).map(|dims| match view.operand_ints(1).as_deref() {
        Some(&[at]) => axis(at, dims.len()).map(|at| {
            let mut dims = dims.clone();
            dims[at] = Dim::Dynamic;
            dims
        }),
        _ => Ok(open(dims.len())),
    });
    let mut all = vec![(distinct.transpose()?, view.elem(0)), (Some(vec![Dim::Dynamic]), index)];
    if view.results.len().max(view.spec.results.len()) == 3 {
        all.push((Some(vec![Dim::Dynamic]), index));
    }
    many(view, all)
}

/// `ListDiff`: what is in one vector and not in the other, and where.
pub(crate) fn list_diff(view: &OpView<'_>) -> Answer {
    let index = view.type_attr("out_idx").unwrap_or(TypeId::I32);
    many(view, vec![(Some(vec![Dim::Dynamic]), view.elem(0)), (Some(vec![Dim::Dynamic]), index)])
}

/// `SegmentSum` and its kin: as many rows as the last segment id says.
pub(crate) fn segment(view: &OpView<'_>) -> Answer {
    of_rank(view, 1, 1)?;
    let shape = of_rank_at_least(view, 0, 1)?.map(|data| {
        let mut dims = data.to_vec();
        dims[0] = Dim::Dynamic;
        dims
    });
    one(view, shape, view.elem(0))
}

/// `UnsortedSegmentSum` and its kin: `num_segments` (operand 2) rows.
pub(crate) fn unsorted_segment(view: &OpView<'_>) -> Answer {
    let (Some(data), Some(ids)) = (view.shape(0), view.shape(1)) else {
        return one(view, None, view.elem(0));
    };
    let Some(rest) = data.get(ids.len()..) else {
        return Err(format!("has segment ids of rank {} for data of rank {}", ids.len(), data.len()));
    };
    same_shape(Some(data[..ids.len()].to_vec()), Some(ids.to_vec()))?;
    one(view, Some([&[scalar(view, 2)], rest].concat()), view.elem(0))
}

/// `SparseSegmentSum` and its kin: operands are the data, the rows taken of it and their segments.
pub(crate) fn sparse_segment(view: &OpView<'_>) -> Answer {
    of_rank(view, 1, 1)?;
    of_rank(view, 2, 1)?;
    let shape = of_rank_at_least(view, 0, 1)?.map(|data| [&[Dim::Dynamic], &data[1..]].concat());
    one(view, shape, view.elem(0))
}

/// `SparseToDense`: operand 1 spells the shape, operand 2 holds the values.
pub(crate) fn sparse_to_dense(view: &OpView<'_>) -> Answer {
    one(view, shape_operand(view, 1)?, view.elem(2))
}

/// `SearchSorted`-like: operand 1 has the result's shape.
pub(crate) fn bounds(view: &OpView<'_>) -> Answer {
    one(view, of_rank(view, 1, 2)?.map(<[Dim]>::to_vec), TypeId::I32)
}

/// `DynamicPartition`: parts of unknown length.
pub(crate) fn dynamic_partition(view: &OpView<'_>) -> Answer {
    let count = match view.int("num_partitions") {
        Some(n) if (0..=super::MAX_RESULTS).contains(&n) => n as usize,
        Some(n) => return Err(format!("has {n} results")),
        None => view.results.len(),
    };
    let shape = match (view.shape(0), view.shape(1)) {
        (Some(data), Some(parts)) => match data.get(parts.len()..) {
            Some(rest) => Some([&[Dim::Dynamic], rest].concat()),
            None => {
                return Err(format!(
                    "has partitions of rank {} for data of rank {}",
                    parts.len(),
                    data.len()
                ));
            }
        },
        _ => None,
    };
    many(view, vec![(shape, view.elem(0)); count])
}

/// `DynamicStitch`: rows placed by indices, as many as the greatest index says.
pub(crate) fn dynamic_stitch(view: &OpView<'_>) -> Answer {
    let count = view.operands.len() / 2;
    let mut rows: Shape = None;
    for i in 0..count {
        let (Some(indices), Some(data)) = (view.shape(i), view.shape(count + i)) else { continue };
        let Some(rest) = data.get(indices.len()..) else {
            return Err(format!("has indices of rank {} for data of rank {}", indices.len(), data.len()));
        };
        rows = same_shape(rows, Some(rest.to_vec()))?;
    }
    // The greatest index tells where all are known.
    let known: Option<Vec<i64>> =
        (0..count).map(|i| Some(view.operand_ints(i)?.into_iter().max().unwrap_or(-1))).collect();
    let first = match known.and_then(|list| list.into_iter().max()) {
        Some(greatest) => Dim::Fixed(greatest.saturating_add(1).max(0)),
        None => Dim::Dynamic,
    };
    one(view, rows.map(|rest| [&[first], &*rest].concat()), view.elem(count))
}
