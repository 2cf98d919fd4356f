//! Where an operation comes from.

use crate::attrs::AttrId;
use crate::intern::StrId;

/// An interned [`Loc`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
pub struct LocId(pub(crate) u32);

impl LocId {
    /// `loc(unknown)`, interned in every context.
    pub const UNKNOWN: LocId = LocId(0);
}

/// A source location, as MLIR has them.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Loc {
    /// `loc(unknown)`
    Unknown,
    /// `loc("name")` or `loc("name"(child))`: a TensorFlow node name, a Keras layer, a tensor of a .tflite file.
    Name {
        /// The name.
        name: StrId,
        /// What the name stands for; [`LocId::UNKNOWN`] when it is not said.
        child: LocId,
    },
    /// `loc("file":line:col)`, both counted from 1.
    File {
        /// The file's name as it was given.
        file: StrId,
        /// The line.
        line: u32,
        /// The column.
        col: u32,
    },
    /// `loc(fused[a, b])` or `loc(fused<metadata>[a, b])`: the operation replaces several.
    Fused {
        /// The locations, without repetition.
        locs: Box<[LocId]>,
        /// What fused them.
        metadata: Option<AttrId>,
    },
    /// `loc(callsite(callee at caller))`: the operation was inlined.
    CallSite {
        /// Where the operation stood in the function that was called.
        callee: LocId,
        /// Where the call stood.
        caller: LocId,
    },
}

impl Loc {
    /// The locations that this one is made of, in their order.
    pub fn parts(&self) -> impl DoubleEndedIterator<Item = LocId> + '_ {
        let (list, pair): (&[LocId], [Option<LocId>; 2]) = match self {
            Loc::Unknown | Loc::File { .. } => (&[], [None, None]),
            Loc::Name { child, .. } => (&[], [Some(*child), None]),
            Loc::Fused { locs, .. } => (locs, [None, None]),
            Loc::CallSite { callee, caller } => (&[], [Some(*callee), Some(*caller)]),
        };
        list.iter().copied().chain(pair.into_iter().flatten())
    }
}
