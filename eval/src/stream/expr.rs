//! The expressions of streamed constants, and how their pieces are computed.

use std::borrow::Cow;
use std::fmt;

use core_ir::ConstData;
use core_ir::consts::Producer;
use half::{bf16, f16};
use rayon::prelude::*;

use super::gather::gather;
use crate::strided::Strided;

/// How many bytes of the result are computed at once, by one thread.
const PIECE_BYTES: usize = 1 << 20;

/// A piece has at least so many rows, where that keeps it below [`MOST_PIECE_BYTES`]: fewer would read parts of cache
/// lines of a transposed source again and again.
const PIECE_ROWS: usize = 16;

/// No piece is larger than this.
const MOST_PIECE_BYTES: usize = 1 << 24;

/// An expression deeper than this becomes a source of the next one, so that evaluation does not recurse far.
const MAX_DEPTH: usize = 16;

/// How floats of an elementwise expression are stored. They are computed in `f32`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    F32,
    F16,
    BF16,
}

impl Format {
    fn width(self) -> usize {
        match self {
            Format::F32 => 4,
            Format::F16 | Format::BF16 => 2,
        }
    }
}

/// The bytes of an `f32`. Elements are computed where their bytes will be, which need not be aligned.
type Raw = [u8; 4];

/// Changes elements in place.
type UnaryFn = fn(&mut [Raw]);
/// Combines elements with others, in place of the first.
type BinaryFn = fn(&mut [Raw], &[Raw]);

macro_rules! in_place {
    ($x:ident => $body:expr) => {
        |list: &mut [Raw]| {
            list.iter_mut().for_each(|slot| {
                let $x = f32::from_le_bytes(*slot);
                let result: f32 = $body;
                *slot = result.to_le_bytes();
            })
        }
    };
    ($x:ident, $y:ident => $body:expr) => {
        |list: &mut [Raw], other: &[Raw]| {
            list.iter_mut().zip(other).for_each(|(slot, other)| {
                let ($x, $y) = (f32::from_le_bytes(*slot), f32::from_le_bytes(*other));
                let result: f32 = $body;
                *slot = result.to_le_bytes();
            })
        }
    };
}

/// The operations of one operand that streams can hold, sorted by name.
pub(crate) const UNARY: &[(&str, UnaryFn)] = &[
    ("tf.Abs", in_place!(x => x.abs())),
    ("tf.Neg", in_place!(x => -x)),
    ("tf.Rsqrt", in_place!(x => 1.0 / x.sqrt())),
    ("tf.Sqrt", in_place!(x => x.sqrt())),
    ("tf.Square", in_place!(x => x * x)),
    ("tfl.abs", in_place!(x => x.abs())),
    ("tfl.neg", in_place!(x => -x)),
    ("tfl.rsqrt", in_place!(x => 1.0 / x.sqrt())),
    ("tfl.sqrt", in_place!(x => x.sqrt())),
    ("tfl.square", in_place!(x => x * x)),
];

const ADD: BinaryFn = in_place!(x, y => x + y);
const DIV: BinaryFn = in_place!(x, y => x / y);
const MUL: BinaryFn = in_place!(x, y => x * y);
const SUB: BinaryFn = in_place!(x, y => x - y);

/// The operations of two operands that streams can hold, sorted by name.
pub(crate) const BINARY: &[(&str, BinaryFn)] = &[
    ("tf.Add", ADD),
    ("tf.AddV2", ADD),
    ("tf.Div", DIV),
    ("tf.Mul", MUL),
    ("tf.RealDiv", DIV),
    ("tf.Sub", SUB),
    ("tfl.add", ADD),
    ("tfl.div", DIV),
    ("tfl.mul", MUL),
    ("tfl.sub", SUB),
];

/// Reads of one source, in the order of the result.
#[derive(Clone, Debug)]
struct Leaf {
    source: ConstData,
    /// How many elements the source has.
    count: usize,
    /// Its dimensions are those of the stream; broadcast ones have stride 0.
    way: Strided,
    /// How floats are stored, where they are computed with.
    format: Format,
}

#[derive(Clone, Debug)]
enum Node {
    Leaf(Leaf),
    Unary(UnaryFn, Box<Node>),
    Binary(BinaryFn, Box<Node>, Box<Node>),
}

/// A constant given by an expression.
#[derive(Clone)]
pub(crate) struct Stream {
    shape: Vec<usize>,
    node: Node,
    depth: usize,
    /// The width of a result element.
    width: usize,
    /// How result elements are stored; `None` when the expression moves elements of any type and computes nothing.
    format: Option<Format>,
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Stream {{ shape: {:?}, depth: {}, width: {} }}", self.shape, self.depth, self.width)
    }
}

impl Node {
    fn leaves_mut(&mut self, f: &mut impl FnMut(&mut Leaf)) {
        match self {
            Node::Leaf(leaf) => f(leaf),
            Node::Unary(_, a) => a.leaves_mut(f),
            Node::Binary(_, a, b) => {
                a.leaves_mut(f);
                b.leaves_mut(f);
            }
        }
    }

    fn leaves<'a>(&'a self, list: &mut Vec<&'a Leaf>) {
        match self {
            Node::Leaf(leaf) => list.push(leaf),
            Node::Unary(_, a) => a.leaves(list),
            Node::Binary(_, a, b) => {
                a.leaves(list);
                b.leaves(list);
            }
        }
    }
}

impl Stream {
    /// The stream of a constant as it is: of one that streams already, that expression. `None` for strings, for no
    /// elements at all, and when the bytes are not as many as `shape` and `width` say.
    pub(crate) fn of(data: &ConstData, shape: &[usize], width: usize) -> Option<Stream> {
        let count = shape.iter().try_fold(1usize, |n, &dim| n.checked_mul(dim)).filter(|&n| n > 0)?;
        if let ConstData::Deferred(producer) = data
            && let Some(stream) = producer.as_any().and_then(|any| any.downcast_ref::<Stream>())
            && stream.width == width
            && stream.depth < MAX_DEPTH
            && let Some(stream) = stream.reshaped(shape)
        {
            return Some(stream);
        }
        if matches!(data, ConstData::Strings(_))
            || data.byte_len(count) != count.checked_mul(width)?
            || width == 0
        {
            return None;
        }
        let mut way = Strided::whole(shape);
        let mut have = count;
        if matches!(data, ConstData::Splat(_)) {
            way.dims.iter_mut().for_each(|dim| dim.1 = 0);
            have = 1;
        }
        let leaf = Leaf { source: data.clone(), count: have, way, format: Format::F32 };
        Some(Stream { shape: shape.to_vec(), node: Node::Leaf(leaf), depth: 0, width, format: None })
    }

    /// As numbers stored in `format`, to compute with.
    pub(crate) fn into_floats(mut self, format: Format) -> Option<Stream> {
        match self.format {
            None if self.width == format.width() => {
                self.node.leaves_mut(&mut |leaf| leaf.format = format);
                self.format = Some(format);
                Some(self)
            }
            Some(stored) if stored == format => Some(self),
            _ => None,
        }
    }

    /// The same elements in another shape, where every source can still be read in steps.
    fn reshaped(&self, shape: &[usize]) -> Option<Stream> {
        if self.shape == shape {
            return Some(self.clone());
        }
        let mut stream = self.clone();
        let mut fits = true;
        stream.node.leaves_mut(&mut |leaf| match reshape_way(&leaf.way, shape) {
            Some(way) => leaf.way = way,
            None => fits = false,
        });
        stream.shape = shape.to_vec();
        fits.then_some(stream)
    }

    /// The elements along `way`, whose offset and strides are those of a row-major tensor of this stream's shape.
    pub(crate) fn along(&self, way: &Strided) -> Option<Stream> {
        let mut stream = self.clone();
        let own = crate::strided::row_major(&self.shape);
        let mut fits = way.count() > 0;
        let start = unravel(way.offset, &self.shape);
        // Each dimension of `way` steps along one dimension of this stream, which its stride tells.
        let mut steps = Vec::with_capacity(way.dims.len());
        for &(n, stride) in &way.dims {
            if n <= 1 || stride == 0 {
                steps.push(None);
                continue;
            }
            let axis = (0..own.len())
                .filter(|&i| self.shape[i] > 1 && stride % own[i] == 0)
                .find(|&i| stride.unsigned_abs() / own[i].unsigned_abs() < self.shape[i]);
            fits &= axis.is_some();
            steps.push(axis.map(|axis| (axis, stride / own[axis])));
        }
        stream.node.leaves_mut(&mut |leaf| {
            let start: isize = start.iter().zip(&leaf.way.dims).map(|(&i, dim)| i as isize * dim.1).sum();
            let dims = way.dims.iter().zip(&steps).map(|(&(n, _), step)| match *step {
                Some((axis, times)) => (n, leaf.way.dims[axis].1 * times),
                None => (n, 0),
            });
            leaf.way = Strided { offset: (leaf.way.offset as isize + start) as usize, dims: dims.collect() };
        });
        stream.shape = way.shape();
        fits.then_some(stream)
    }

    /// Applies a function to every element.
    pub(crate) fn unary(mut self, f: UnaryFn) -> Stream {
        self.node = Node::Unary(f, Box::new(self.node));
        self.depth += 1;
        self
    }

    /// Combines corresponding elements of two streams that broadcast to `shape`.
    pub(crate) fn binary(mut self, mut other: Stream, f: BinaryFn, shape: &[usize]) -> Option<Stream> {
        if self.format.is_none() || self.format != other.format {
            return None;
        }
        self.broadcast(shape)?;
        other.broadcast(shape)?;
        self.depth = self.depth.max(other.depth) + 1;
        self.node = Node::Binary(f, Box::new(self.node), Box::new(other.node));
        Some(self)
    }

    /// With elements rounded to what another format holds, and stored so.
    pub(crate) fn stored_as(mut self, format: Format) -> Stream {
        // The rounding is a step of its own, so that casting back does not undo it.
        self = match format {
            Format::F32 => self,
            Format::F16 => self.unary(in_place!(x => f16::from_f32(x).to_f32())),
            Format::BF16 => self.unary(in_place!(x => bf16::from_f32(x).to_f32())),
        };
        self.width = format.width();
        self.format = Some(format);
        self
    }

    fn broadcast(&mut self, shape: &[usize]) -> Option<()> {
        let missing = shape.len().checked_sub(self.shape.len())?;
        let own = self.shape.clone();
        if own.iter().zip(&shape[missing..]).any(|(&n, &wanted)| n != wanted && n != 1) {
            return None;
        }
        self.node.leaves_mut(&mut |leaf| {
            let dims = shape.iter().enumerate().map(|(i, &n)| match i.checked_sub(missing) {
                Some(at) if own[at] == n => (n, leaf.way.dims[at].1),
                _ => (n, 0),
            });
            leaf.way.dims = dims.collect();
        });
        self.shape = shape.to_vec();
        Some(())
    }

    /// The data of this stream: the source's own where nothing is left to do, a part of a mapped range where the
    /// elements are neighbours in it.
    pub(crate) fn into_data(self) -> ConstData {
        if let Node::Leaf(leaf) = &self.node
            && (self.format.is_none() || self.format == Some(leaf.format))
        {
            let bytes = self.shape.iter().product::<usize>() * self.width;
            match &leaf.source {
                ConstData::Splat(_) => return leaf.source.clone(),
                whole
                    if leaf.way.is_contiguous()
                        && leaf.way.offset == 0
                        && whole.byte_len(leaf.count) == bytes =>
                {
                    return whole.clone();
                }
                ConstData::Mapped(mapped) if leaf.way.is_contiguous() => {
                    let start = leaf.way.offset * self.width;
                    if let Some(part) = mapped.subrange(start..start + bytes) {
                        return ConstData::Mapped(part);
                    }
                }
                _ => {}
            }
        }
        ConstData::Deferred(std::sync::Arc::new(self))
    }
}

/// The index of element `at` of a row-major tensor.
fn unravel(mut at: usize, shape: &[usize]) -> Vec<usize> {
    let mut index = vec![0; shape.len()];
    for (i, &n) in shape.iter().enumerate().rev() {
        index[i] = at % n.max(1);
        at /= n.max(1);
    }
    index
}

/// The way that reads the same elements in the same order with other dimensions.
fn reshape_way(way: &Strided, shape: &[usize]) -> Option<Strided> {
    let mut groups = way.collapsed().dims;
    let mut dims = vec![(1, 0); shape.len()];
    // From the inside out, each new dimension takes its part of the innermost run that is left.
    for i in (0..shape.len()).rev() {
        if shape[i] == 1 {
            continue;
        }
        let (n, stride) = groups.pop()?;
        if !n.is_multiple_of(shape[i].max(1)) {
            return None;
        }
        dims[i] = (shape[i], stride);
        let left = n / shape[i].max(1);
        if left > 1 {
            groups.push((left, stride * shape[i] as isize));
        }
    }
    groups.is_empty().then_some(Strided { offset: way.offset, dims })
}

/// A leaf with its bytes at hand and its dimensions merged with those of the others.
struct Ready<'a> {
    bytes: Cow<'a, [u8]>,
    offset: isize,
    strides: Vec<isize>,
    format: Format,
}

/// A stream made ready for computing pieces.
struct Plan<'a> {
    stream: &'a Stream,
    leaves: Vec<Ready<'a>>,
    /// The merged dimensions of the result.
    dims: Vec<usize>,
    /// The dimension that pieces are rows of.
    axis: usize,
    /// How many rows a piece has.
    rows: usize,
}

/// A box of the result: rows of [`Plan::axis`] at one place of the dimensions outside.
struct Piece {
    /// The start of the box in each leaf.
    starts: Vec<isize>,
    rows: usize,
}

impl<'a> Plan<'a> {
    fn new(stream: &'a Stream) -> Self {
        let mut leaves = Vec::new();
        stream.node.leaves(&mut leaves);
        // Dimensions merge where they do for every leaf.
        let mut dims: Vec<(usize, Vec<isize>)> = Vec::new();
        for (i, &n) in stream.shape.iter().enumerate().filter(|&(_, &n)| n != 1) {
            let here: Vec<isize> = leaves.iter().map(|leaf| leaf.way.dims[i].1).collect();
            match dims.last_mut() {
                Some((len, outer)) if outer.iter().zip(&here).all(|(o, h)| *o == h * n as isize) => {
                    *len *= n;
                    *outer = here;
                }
                _ => dims.push((n, here)),
            }
        }
        let ready = leaves.iter().enumerate().map(|(k, leaf)| Ready {
            bytes: leaf.source.bytes(leaf.count).unwrap_or_default(),
            offset: leaf.way.offset as isize,
            strides: dims.iter().map(|dim| dim.1[k]).collect(),
            format: leaf.format,
        });
        let leaves = ready.collect();
        let dims: Vec<usize> = dims.into_iter().map(|dim| dim.0).collect();
        let (axis, rows) = cut(&dims, stream.width);
        Plan { stream, leaves, dims, axis, rows }
    }

    /// All pieces in order.
    fn pieces(&self) -> Vec<Piece> {
        let starts: Vec<isize> = self.leaves.iter().map(|leaf| leaf.offset).collect();
        if self.dims.is_empty() {
            return vec![Piece { starts, rows: 1 }];
        }
        if self.dims.contains(&0) {
            return Vec::new();
        }
        let mut pieces = Vec::new();
        let mut index = vec![0; self.axis];
        let mut at = starts;
        loop {
            for first in (0..self.dims[self.axis]).step_by(self.rows) {
                let leaves = at.iter().zip(&self.leaves);
                let starts = leaves.map(|(at, leaf)| at + first as isize * leaf.strides[self.axis]).collect();
                pieces.push(Piece { starts, rows: self.rows.min(self.dims[self.axis] - first) });
            }
            let mut axis = self.axis;
            loop {
                if axis == 0 {
                    return pieces;
                }
                axis -= 1;
                index[axis] += 1;
                let wraps = index[axis] == self.dims[axis];
                let steps = if wraps { 1 - self.dims[axis] as isize } else { 1 };
                at.iter_mut().zip(&self.leaves).for_each(|(at, leaf)| *at += steps * leaf.strides[axis]);
                if !wraps {
                    break;
                }
                index[axis] = 0;
            }
        }
    }

    /// How many elements a piece has.
    fn count(&self, piece: &Piece) -> usize {
        if self.dims.is_empty() {
            1
        } else {
            piece.rows * self.dims[self.axis + 1..].iter().product::<usize>()
        }
    }

    /// The box of `piece` in leaf `k`: lengths and strides.
    fn box_of(&self, piece: &Piece, k: usize) -> Vec<(usize, isize)> {
        if self.dims.is_empty() {
            return Vec::new();
        }
        let lengths = std::iter::once(piece.rows).chain(self.dims[self.axis + 1..].iter().copied());
        let strides = self.leaves[k].strides[self.axis..].iter().copied();
        Strided { offset: 0, dims: lengths.zip(strides).collect() }.collapsed().dims
    }

    /// Computes the bytes of `piece` in `slot`.
    fn compute(&self, piece: &Piece, slot: &mut Slot) {
        slot.out.resize(self.count(piece) * self.stream.width, 0);
        match (&self.stream.node, self.stream.format) {
            (Node::Leaf(leaf), format) if format.is_none_or(|format| format == leaf.format) => {
                match self.stream.width {
                    1 => self.copy::<1>(piece, &mut slot.out),
                    2 => self.copy::<2>(piece, &mut slot.out),
                    4 => self.copy::<4>(piece, &mut slot.out),
                    8 => self.copy::<8>(piece, &mut slot.out),
                    _ => self.copy::<16>(piece, &mut slot.out),
                }
            }
            (node, None | Some(Format::F32)) => {
                self.floats(node, piece, &mut 0, slot.out.as_chunks_mut().0, &mut slot.scratch);
            }
            (node, Some(format)) => {
                let mut wide = slot.scratch.pop().unwrap_or_default();
                wide.resize(self.count(piece), Raw::default());
                self.floats(node, piece, &mut 0, &mut wide, &mut slot.scratch);
                narrow(&wide, format, &mut slot.out);
                slot.scratch.push(wide);
            }
        }
    }

    fn copy<const W: usize>(&self, piece: &Piece, out: &mut [u8]) {
        let (source, out) = (self.leaves[0].bytes.as_chunks::<W>().0, out.as_chunks_mut::<W>().0);
        gather(source, piece.starts[0], &self.box_of(piece, 0), out, |raw| raw);
    }

    /// Computes the elements of `piece` in `out`; `next` counts the leaves on the way.
    fn floats(
        &self,
        node: &Node,
        piece: &Piece,
        next: &mut usize,
        out: &mut [Raw],
        scratch: &mut Vec<Vec<Raw>>,
    ) {
        match node {
            Node::Leaf(_) => {
                let k = *next;
                *next += 1;
                let (leaf, dims, start) = (&self.leaves[k], self.box_of(piece, k), piece.starts[k]);
                match leaf.format {
                    Format::F32 => gather(leaf.bytes.as_chunks().0, start, &dims, out, |raw: Raw| raw),
                    Format::F16 => {
                        let widen = |raw| f16::from_le_bytes(raw).to_f32().to_le_bytes();
                        gather(leaf.bytes.as_chunks().0, start, &dims, out, widen);
                    }
                    Format::BF16 => {
                        let widen = |raw| bf16::from_le_bytes(raw).to_f32().to_le_bytes();
                        gather(leaf.bytes.as_chunks().0, start, &dims, out, widen);
                    }
                }
            }
            Node::Unary(f, a) => {
                self.floats(a, piece, next, out, scratch);
                f(out);
            }
            Node::Binary(f, a, b) => {
                self.floats(a, piece, next, out, scratch);
                let mut other = scratch.pop().unwrap_or_default();
                other.resize(out.len(), Raw::default());
                self.floats(b, piece, next, &mut other, scratch);
                f(out, &other);
                scratch.push(other);
            }
        }
    }
}

/// What one thread computes a piece in. Kept from piece to piece, because fresh memory costs more than filling it.
#[derive(Default)]
struct Slot {
    out: Vec<u8>,
    scratch: Vec<Vec<Raw>>,
}

fn narrow(floats: &[Raw], format: Format, out: &mut [u8]) {
    let slots = out.as_chunks_mut().0.iter_mut().zip(floats.iter().map(|&raw| f32::from_le_bytes(raw)));
    match format {
        Format::BF16 => slots.for_each(|(to, x)| *to = bf16::from_f32(x).to_le_bytes()),
        // `f32` is never narrowed.
        Format::F16 | Format::F32 => slots.for_each(|(to, x)| *to = f16::from_f32(x).to_le_bytes()),
    }
}

/// The dimension along which a result of dimensions `dims` is cut, and how many of its rows make a piece.
fn cut(dims: &[usize], width: usize) -> (usize, usize) {
    let mut inner: usize = dims.iter().skip(1).product::<usize>().saturating_mul(width);
    for axis in 0..dims.len() {
        let last = axis + 1 == dims.len();
        if inner.saturating_mul(PIECE_ROWS.min(dims[axis])) <= MOST_PIECE_BYTES || last {
            let least = if inner.saturating_mul(PIECE_ROWS) <= MOST_PIECE_BYTES { PIECE_ROWS } else { 1 };
            return (axis, (PIECE_BYTES / inner.max(1)).max(least).max(1));
        }
        inner /= dims[axis + 1].max(1);
    }
    (0, 1)
}

impl Producer for Stream {
    fn byte_len(&self) -> usize {
        self.shape.iter().product::<usize>() * self.width
    }

    fn produce(&self, sink: &mut dyn FnMut(&[u8])) {
        let plan = Plan::new(self);
        // As many pieces at a time as keep all threads busy; they are handed on in order.
        let at_once = 2 * rayon::current_num_threads();
        let pieces = plan.pieces();
        let mut slots: Vec<Slot> = (0..at_once.min(pieces.len())).map(|_| Slot::default()).collect();
        for batch in pieces.chunks(at_once) {
            match (batch, slots.as_mut_slice()) {
                ([one], [slot, ..]) => plan.compute(one, slot),
                (batch, slots) => {
                    slots.par_iter_mut().zip(batch).for_each(|(slot, piece)| plan.compute(piece, slot));
                }
            }
            slots[..batch.len()].iter().for_each(|slot| sink(&slot.out));
        }
    }

    fn as_any(&self) -> Option<&dyn std::any::Any> {
        Some(self)
    }
}
