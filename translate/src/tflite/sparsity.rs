//! `SparsityParameters`: how a sparse constant's stored elements are spread over its shape.

use core_ir::spec::Scalar;
use core_ir::{Attr, AttrId, Context, DictId};

use super::access::Table;
use super::schema::{dimension_metadata, sparse_index_type, sparse_index_vector, sparsity_parameters};
use super::table::{self, Builder, Child, Field};

/// The table `SparsityParameters`, by value.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct SparsityParameters {
    pub(super) traversal_order: Vec<i32>,
    pub(super) block_map: Vec<i32>,
    pub(super) dims: Vec<DimensionMetadata>,
}

/// The table `DimensionMetadata`, by value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum DimensionMetadata {
    /// So many elements, all stored.
    Dense(i32),
    /// Compressed sparse rows.
    SparseCsr { segments: Vec<i32>, indices: Vec<i32> },
}

/// As attributes: `{traversal_order = [...], block_map = [...], dim_metadata = [{dense_size = 4 : i32},
/// {segments = [...], indices = [...]}]}`.
impl SparsityParameters {
    /// The parameters that an attribute says.
    pub(super) fn from_attr(ctx: &Context, attr: AttrId) -> Option<Self> {
        let Attr::Dict(dict) = *ctx.attr_of(attr) else { return None };
        let ints = |dict: DictId, name: &str| -> Option<Vec<i32>> {
            let Some(attr) = ctx.dict_get(dict, name) else { return Some(Vec::new()) };
            ctx.attr_ints(attr)?.into_iter().map(|n| i32::try_from(n).ok()).collect()
        };
        let Attr::Array(dims) = ctx.attr_of(ctx.dict_get(dict, "dim_metadata")?) else { return None };
        let dim = |&dim: &AttrId| {
            let Attr::Dict(dim) = *ctx.attr_of(dim) else { return None };
            Some(match ctx.dict_get(dim, "segments") {
                None => {
                    DimensionMetadata::Dense(ctx.attr_int(ctx.dict_get(dim, "dense_size")?)?.try_into().ok()?)
                }
                Some(_) => DimensionMetadata::SparseCsr {
                    segments: ints(dim, "segments")?,
                    indices: ints(dim, "indices")?,
                },
            })
        };
        Some(Self {
            traversal_order: ints(dict, "traversal_order")?,
            block_map: ints(dict, "block_map")?,
            dims: dims.iter().map(dim).collect::<Option<_>>()?,
        })
    }

    /// The parameters as an attribute.
    pub(super) fn to_attr(&self, ctx: &Context) -> AttrId {
        let ints = |list: &[i32]| {
            let items: Vec<AttrId> = list.iter().map(|&n| ctx.i32_attr(n)).collect();
            ctx.array_attr(&items)
        };
        let dict = |entries: Vec<(&str, AttrId)>| {
            ctx.attr(Attr::Dict(ctx.dict(entries.into_iter().map(|(name, attr)| (ctx.str(name), attr)))))
        };
        let dim = |dim: &DimensionMetadata| match dim {
            DimensionMetadata::Dense(size) => dict(vec![("dense_size", ctx.i32_attr(*size))]),
            DimensionMetadata::SparseCsr { segments, indices } => {
                dict(vec![("segments", ints(segments)), ("indices", ints(indices))])
            }
        };
        let dims: Vec<AttrId> = self.dims.iter().map(dim).collect();
        dict(vec![
            ("traversal_order", ints(&self.traversal_order)),
            ("block_map", ints(&self.block_map)),
            ("dim_metadata", ctx.array_attr(&dims)),
        ])
    }
}

impl SparsityParameters {
    /// Writes the table.
    pub(super) fn write(&self, fbb: &mut Builder) -> Child {
        let dims: Vec<Child> = self.dims.iter().map(|dim| dim.write(fbb)).collect();
        let fields = vec![
            (sparsity_parameters::TRAVERSAL_ORDER, Field::Child(table::scalars(fbb, &self.traversal_order))),
            (sparsity_parameters::BLOCK_MAP, Field::Child(table::scalars(fbb, &self.block_map))),
            (sparsity_parameters::DIM_METADATA, Field::Child(table::children(fbb, &dims))),
        ];
        table::table(fbb, fields)
    }

    /// Reads the table; `None` when the file is broken there.
    pub(super) fn read(table: Table<'_>) -> Option<Self> {
        let dims = table.tables(sparsity_parameters::DIM_METADATA)?;
        Some(Self {
            traversal_order: table.i32s(sparsity_parameters::TRAVERSAL_ORDER)?,
            block_map: table.i32s(sparsity_parameters::BLOCK_MAP)?,
            dims: dims.into_iter().map(DimensionMetadata::read).collect::<Option<_>>()?,
        })
    }
}

impl DimensionMetadata {
    fn write(&self, fbb: &mut Builder) -> Child {
        use dimension_metadata as slots;
        let fields = match self {
            DimensionMetadata::Dense(size) => vec![(slots::DENSE_SIZE, Field::I32(*size))],
            DimensionMetadata::SparseCsr { segments, indices } => {
                let (segments_type, segments) = write_indices(fbb, segments);
                let (indices_type, indices) = write_indices(fbb, indices);
                vec![
                    (slots::FORMAT, Field::I8(1)),
                    (slots::ARRAY_SEGMENTS_TYPE, Field::U8(segments_type)),
                    (slots::ARRAY_SEGMENTS, Field::Child(segments)),
                    (slots::ARRAY_INDICES_TYPE, Field::U8(indices_type)),
                    (slots::ARRAY_INDICES, Field::Child(indices)),
                ]
            }
        };
        table::table(fbb, fields)
    }

    fn read(table: Table<'_>) -> Option<Self> {
        use dimension_metadata as slots;
        match table.int(slots::FORMAT, Scalar::I8, 0)? {
            0 => Some(Self::Dense(table.int(slots::DENSE_SIZE, Scalar::I32, 0)? as i32)),
            1 => Some(Self::SparseCsr {
                segments: read_indices(table, slots::ARRAY_SEGMENTS_TYPE, slots::ARRAY_SEGMENTS)?,
                indices: read_indices(table, slots::ARRAY_INDICES_TYPE, slots::ARRAY_INDICES)?,
            }),
            _ => None,
        }
    }
}

/// Writes a `SparseIndexVector` in the narrowest of its forms.
fn write_indices(fbb: &mut Builder, list: &[i32]) -> (u8, Child) {
    let (tag, values) =
        if let Ok(list) = list.iter().map(|&n| u8::try_from(n)).collect::<Result<Vec<u8>, _>>() {
            (sparse_index_type::UINT8, table::scalars(fbb, &list))
        } else if let Ok(list) = list.iter().map(|&n| u16::try_from(n)).collect::<Result<Vec<u16>, _>>() {
            (sparse_index_type::UINT16, table::scalars(fbb, &list))
        } else {
            (sparse_index_type::INT32, table::scalars(fbb, list))
        };
    (tag, table::table(fbb, vec![(sparse_index_vector::VALUES, Field::Child(values))]))
}

fn read_indices(table: Table<'_>, tag: u16, value: u16) -> Option<Vec<i32>> {
    let scalar = match table.int(tag, Scalar::U8, 0)? as u8 {
        sparse_index_type::INT32 => Scalar::I32,
        sparse_index_type::UINT16 => Scalar::U16,
        sparse_index_type::UINT8 => Scalar::U8,
        _ => return None,
    };
    let list = table.table(value)??.ints(sparse_index_vector::VALUES, scalar)?;
    list.into_iter().map(|n| i32::try_from(n).ok()).collect()
}
