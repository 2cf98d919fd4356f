//! What operands of operations are for, where that is not any tensor: without it almost no random operand would fit.

/// What an operand holds. Numbers name the operand row that it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Any elements.
    Data,
    /// Elements, of this rank.
    Ranked(usize),
    /// Elements, of this rank, with a last dimension that a block of 2 by 2 divides.
    Blocked(usize),
    /// Elements, of a rank of two or more.
    Matrices,
    /// Elements in the shape of an earlier operand.
    Like(usize),
    /// One element.
    Scalar,
    /// Elements along the given dimension of an operand.
    Along(usize, i64),
    /// A dimension.
    Axis(usize),
    /// A place for a new dimension.
    NewAxis(usize),
    /// Some dimensions.
    Axes(usize),
    /// An order of all dimensions.
    Order(usize),
    /// Dimensions for the same elements.
    Target(usize),
    /// Dimensions to broadcast to.
    Broadcast(usize),
    /// Dimensions of something new.
    Dims,
    /// So many dimensions of something new.
    DimsOf(usize),
    /// Numbers of elements before and after each dimension.
    Pads(usize),
    /// As [`Role::Pads`], for two inner dimensions.
    BlockPads,
    /// How often each dimension is repeated.
    Times(usize),
    /// Where a part begins.
    Begin(usize),
    /// How large a part is that begins at the operand before.
    Extent(usize),
    /// Where a part ends.
    End(usize),
    /// Steps from begin to end.
    Steps(usize),
    /// A number above zero.
    Count,
    /// So many numbers above zero.
    Counts(usize),
    /// A small number.
    Small,
    /// Rows by number.
    Rows(usize),
    /// Elements by coordinates.
    Places(usize),
    /// The segment of each row; sorted.
    Segments(usize),
    /// Lengths of rows.
    Lengths(usize),
}

use Role::*;

/// By the names of operations without their dialects, what their operand rows hold; what is not listed is
/// [`Role::Data`]. TensorFlow and TFLite agree where both have a name.
const ROLES: &[(&[&str], &[Role])] = &[
    (&["Transpose", "transpose"], &[Data, Order(0)]),
    (&["Reshape", "reshape"], &[Data, Target(0)]),
    (&["BroadcastTo", "broadcast_to"], &[Data, Broadcast(0)]),
    (&["Tile", "tile"], &[Data, Times(0)]),
    (&["Pad", "MirrorPad", "pad", "mirror_pad"], &[Data, Pads(0)]),
    (&["PadV2", "padv2"], &[Data, Pads(0), Scalar]),
    (&["Slice", "slice"], &[Data, Begin(0), Extent(0)]),
    (&["StridedSlice", "strided_slice"], &[Data, Begin(0), End(0), Steps(0)]),
    (
        &[
            "Sum",
            "Mean",
            "Max",
            "Min",
            "Prod",
            "Any",
            "All",
            "ReverseV2",
            "sum",
            "mean",
            "reduce_max",
            "reduce_min",
            "reduce_prod",
            "reduce_any",
            "reduce_all",
            "reverse_v2",
        ],
        &[Data, Axes(0)],
    ),
    (&["ArgMax", "ArgMin", "Cumsum", "arg_max", "arg_min", "cumsum"], &[Data, Axis(0)]),
    (&["ExpandDims", "expand_dims"], &[Data, NewAxis(0)]),
    (&["Split", "split"], &[Axis(1), Data]),
    (&["SplitV", "split_v"], &[Data, Counts(2), Axis(0)]),
    (&["ConcatV2"], &[Data, Axis(0)]),
    (&["Concat"], &[Axis(1), Data]),
    (&["GatherV2"], &[Data, Rows(0), Axis(0)]),
    (&["Gather", "gather"], &[Data, Rows(0)]),
    (&["GatherNd", "gather_nd"], &[Data, Places(0)]),
    (&["ScatterNd", "scatter_nd"], &[Places(1), Data, Dims]),
    (&["SparseToDense", "sparse_to_dense"], &[Places(0), Dims, Data, Scalar]),
    (&["OneHot", "one_hot"], &[Small, Count, Scalar, Scalar]),
    (&["TopKV2", "topk_v2"], &[Data, Count]),
    (&["Fill", "fill"], &[Dims, Scalar]),
    (&["Range", "range"], &[Scalar, Scalar, Scalar]),
    (&["ReverseSequence", "reverse_sequence"], &[Data, Lengths(0)]),
    (&["SegmentSum", "segment_sum"], &[Data, Segments(0)]),
    (
        &[
            "UnsortedSegmentMax",
            "UnsortedSegmentMin",
            "UnsortedSegmentProd",
            "UnsortedSegmentSum",
            "unsorted_segment_max",
            "unsorted_segment_min",
            "unsorted_segment_prod",
            "unsorted_segment_sum",
        ],
        &[Data, Segments(0), Count],
    ),
    (&["SpaceToBatchND", "space_to_batch_nd"], &[Ranked(4), Counts(2), BlockPads]),
    (&["BatchToSpaceND", "batch_to_space_nd"], &[Ranked(4), Counts(2), BlockPads]),
    (&["DepthToSpace", "depth_to_space"], &[Blocked(4)]),
    (
        &["SpaceToDepth", "space_to_depth", "AvgPool", "MaxPool", "average_pool_2d", "max_pool_2d"],
        &[Ranked(4)],
    ),
    (&["LRN", "local_response_normalization"], &[Ranked(4)]),
    (
        &["ResizeBilinear", "ResizeNearestNeighbor", "resize_bilinear", "resize_nearest_neighbor"],
        &[Ranked(4), Counts(2)],
    ),
    (&["Conv2D", "DepthwiseConv2dNative"], &[Ranked(4), Ranked(4)]),
    (&["Conv2DBackpropInput"], &[DimsOf(4), Ranked(4), Ranked(4)]),
    (&["Conv3D"], &[Ranked(5), Ranked(5)]),
    (&["Conv3DBackpropInputV2"], &[DimsOf(5), Ranked(5), Ranked(5)]),
    (&["conv_2d"], &[Ranked(4), Ranked(4), Along(1, 0)]),
    (&["depthwise_conv_2d"], &[Ranked(4), Ranked(4), Along(1, 3)]),
    (&["conv_3d"], &[Ranked(5), Ranked(5), Along(1, 4)]),
    (&["fully_connected"], &[Matrices, Ranked(2), Along(1, 0)]),
    (&["transpose_conv"], &[DimsOf(4), Ranked(4), Ranked(4), Along(1, 0)]),
    (&["MatMul"], &[Ranked(2), Ranked(2)]),
    (&["BatchMatMul", "BatchMatMulV2", "BatchMatMulV3", "batch_matmul"], &[Matrices, Matrices]),
    (&["BiasAdd"], &[Matrices, Along(0, -1)]),
    (
        &["FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3"],
        &[Ranked(4), Along(0, -1), Along(0, -1), Along(0, -1), Along(0, -1)],
    ),
    (&["MatrixDiagV2", "MatrixDiagV3"], &[Data, Small, Small, Small, Scalar]),
    (&["MatrixSetDiag", "matrix_set_diag"], &[Matrices, Data]),
    (&["MatrixSetDiagV2", "MatrixSetDiagV3"], &[Matrices, Data, Small]),
    (&["AddN", "add_n", "Pack", "pack", "concatenation"], &[Like(0)]),
    (&["Select", "select"], &[Data, Data, Like(1)]),
    (&["BroadcastArgs", "broadcast_args"], &[Dims, Dims]),
    (&["XlaDynamicUpdateSlice", "dynamic_update_slice"], &[Data, Data, Begin(0)]),
    (&["RFFT2D", "rfft2d"], &[Matrices, Counts(2)]),
    (&["ClipByValue"], &[Data, Scalar, Scalar]),
];

/// What operand row `row` of the operation with this full name holds.
pub(super) fn role(op: &str, row: usize) -> Role {
    let name = op.split_once('.').map_or(op, |(_, name)| name);
    let listed = ROLES.iter().find(|(names, _)| names.contains(&name));
    listed.and_then(|(_, roles)| roles.get(row)).copied().unwrap_or(Data)
}

/// Whether the element type of the result of a TFLite operation does not follow from its operands although it could be
/// theirs.
pub(super) fn chooses_result(op: &str) -> bool {
    ["tfl.batch_matmul", "tfl.bitcast", "tfl.cast", "tfl.shape"].contains(&op)
}

/// The integers that attributes of these names are tried with.
const INTS: &[(&str, i64, i64)] = &[
    ("axis", -2, 3),
    ("batch_dim", 0, 1),
    ("batch_dims", 0, 1),
    ("begin_mask", 0, 3),
    ("block_size", 2, 2),
    ("depth_multiplier", 1, 2),
    ("ellipsis_mask", 0, 0),
    ("end_mask", 0, 3),
    ("k", 1, 2),
    ("new_axis_mask", 0, 1),
    ("radius", 1, 2),
    ("reduction_dimension", -1, 1),
    ("seq_dim", 0, 2),
    ("shrink_axis_mask", 0, 1),
];

/// The least and the greatest number that an integer attribute is tried with.
pub(super) fn int_range(attr: &str) -> (i64, i64) {
    INTS.iter().find(|row| row.0 == attr).map_or((1, 2), |row| (row.1, row.2))
}
