//! What a node costs, in picoseconds of one core: a coarse analytical model by kernel class.

use core_ir::{Context, TypeId};
use egg::Id;

use super::facts::{Egraph, result_types};
use super::legality::is_folded;
use super::node::{Head, Node};

/// What one call of a kernel costs before it touches data.
const DISPATCH: u64 = 1_000_000;
/// A byte read or written.
const BYTE: u64 = 100;
/// A byte of a constant in the file. Above zero so that folding pays for the bytes it makes.
const CONST_BYTE: u64 = 1;
/// A multiplication with addition of an optimised kernel.
const MULTIPLY_ADD: u64 = 60;
/// A transcendental function.
const TRANSCENDENTAL: u64 = 3_000;
/// An element that a kernel handles by itself, without vectors.
const ELEMENT: u64 = 600;
/// A division.
const DIVISION: u64 = 300;
/// A reshape by another name, which fewer delegates take.
const RENAMED: u64 = 10_000;
/// What an open dimension counts for.
const OPEN_DIM: u64 = 8;

/// What dominates the time of a kernel.
#[derive(Clone, Copy)]
enum KernelClass {
    /// Each result element is a dot product with operand 1, along all but its given dimension.
    Contraction {
        /// The dimension of operand 1 that is not summed over.
        output_dim: usize,
    },
    /// A dot product along the last dimension of operand 0.
    BatchMatMul,
    /// A transcendental function of each element.
    Transcendental,
    /// A division of each element.
    Division,
    /// Nothing is computed and nothing is moved.
    View,
    /// The same for one kind of change of the shape.
    Renamed,
    /// Bytes in and out.
    Memory,
    /// Bytes in and out, element by element.
    Elementwise,
    /// The same, as far as the last dimension moves.
    Transpose,
}

const CLASSES: &[(&str, KernelClass)] = &[
    ("tfl.batch_matmul", KernelClass::BatchMatMul),
    ("tfl.conv_2d", KernelClass::Contraction { output_dim: 0 }),
    ("tfl.conv_3d", KernelClass::Contraction { output_dim: 4 }),
    ("tfl.cos", KernelClass::Transcendental),
    ("tfl.depthwise_conv_2d", KernelClass::Contraction { output_dim: 3 }),
    ("tfl.div", KernelClass::Division),
    ("tfl.elu", KernelClass::Transcendental),
    ("tfl.exp", KernelClass::Transcendental),
    ("tfl.expand_dims", KernelClass::Renamed),
    ("tfl.fully_connected", KernelClass::Contraction { output_dim: 0 }),
    ("tfl.gelu", KernelClass::Transcendental),
    ("tfl.log", KernelClass::Transcendental),
    ("tfl.log_softmax", KernelClass::Transcendental),
    ("tfl.logistic", KernelClass::Transcendental),
    ("tfl.pow", KernelClass::Transcendental),
    ("tfl.reshape", KernelClass::View),
    ("tfl.select", KernelClass::Elementwise),
    ("tfl.select_v2", KernelClass::Elementwise),
    ("tfl.sin", KernelClass::Transcendental),
    ("tfl.softmax", KernelClass::Transcendental),
    ("tfl.squeeze", KernelClass::Renamed),
    ("tfl.tanh", KernelClass::Transcendental),
    ("tfl.transpose", KernelClass::Transpose),
    ("tfl.transpose_conv", KernelClass::Contraction { output_dim: 0 }),
];

fn elements(ctx: &Context, ty: TypeId) -> u64 {
    let dims = ctx.shape(ty).unwrap_or(&[]);
    dims.iter().fold(1u64, |n, &dim| n.saturating_mul(ctx.dim_estimate(dim, OPEN_DIM)))
}

fn bytes(ctx: &Context, ty: TypeId) -> u64 {
    elements(ctx, ty).saturating_mul(ctx.elem_bytes(ctx.elem_type(ty)).unwrap_or(8) as u64)
}

/// The cost of `node` in class `class`, its operands' costs aside. Never zero for an operation, so that fewer
/// operations are better than more.
pub fn cost(ctx: &Context, egraph: &Egraph<'_>, class: Id, node: &Node) -> u64 {
    let ty = egraph[class].data.ty;
    let name = match node.head {
        Head::Leaf(_) | Head::None => return 0,
        Head::Proj(_) => return 1,
        Head::Const(_) => return bytes(ctx, ty).saturating_mul(CONST_BYTE),
        Head::Op(name) => ctx.op_text(name),
    };
    if is_folded(ctx, egraph, node) {
        return bytes(ctx, ty).saturating_mul(CONST_BYTE).saturating_add(1);
    }
    let results = result_types(ctx, ty);
    let out: u64 = results.iter().fold(0, |sum: u64, &ty| sum.saturating_add(elements(ctx, ty)));
    let operand = |i: usize| node.children.get(i).map_or(TypeId::NONE, |&id| egraph[id].data.ty);
    let moved = || {
        let read = node.children.iter().map(|&id| bytes(ctx, egraph[id].data.ty));
        let written = results.iter().map(|&ty| bytes(ctx, ty));
        read.chain(written).fold(0u64, u64::saturating_add).saturating_mul(BYTE)
    };
    let class =
        CLASSES.binary_search_by(|row| row.0.cmp(name)).map_or(KernelClass::Memory, |at| CLASSES[at].1);
    let work = match class {
        KernelClass::Contraction { output_dim } => {
            let weights = operand(1);
            let kept = ctx.shape(weights).and_then(|shape| shape.get(output_dim)?.fixed()).unwrap_or(1);
            let depth = elements(ctx, weights) / (kept.max(1) as u64);
            out.saturating_mul(depth).saturating_mul(MULTIPLY_ADD).saturating_add(moved())
        }
        KernelClass::BatchMatMul => {
            let depth = ctx.shape(operand(0)).and_then(|shape| shape.last()?.fixed()).unwrap_or(1);
            // Kernels take rows of the left operand as they lie, so that columns are made rows first.
            let adj_x = ctx.dict_get(node.props, "adj_x").and_then(|adj| ctx.attr_bool(adj));
            let turned = if adj_x == Some(true) { bytes(ctx, operand(0)).saturating_mul(2 * BYTE) } else { 0 };
            out.saturating_mul(depth.max(1) as u64)
                .saturating_mul(MULTIPLY_ADD)
                .saturating_add(moved())
                .saturating_add(turned)
        }
        KernelClass::Transcendental => out.saturating_mul(TRANSCENDENTAL).saturating_add(moved()),
        KernelClass::Division => out.saturating_mul(DIVISION).saturating_add(moved()),
        KernelClass::View => 0,
        KernelClass::Renamed => RENAMED,
        KernelClass::Memory => moved(),
        KernelClass::Transpose => {
            let order = node.children.get(1).and_then(|&id| ctx.const_ints(egraph[id].data.konst?));
            let rows_stay =
                order.is_some_and(|order| order.last().is_some_and(|&last| last + 1 == order.len() as i64));
            let each = if rows_stay { 0 } else { ELEMENT };
            out.saturating_mul(each).saturating_add(moved())
        }
        KernelClass::Elementwise => out.saturating_mul(ELEMENT).saturating_add(moved()),
    };
    // A fused activation is nearly free, but not free: the plain form wins a tie.
    DISPATCH.saturating_add(work)
}

#[cfg(test)]
mod tests {
    #[test]
    fn classes_are_sorted() {
        assert!(super::CLASSES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
