//! The kernels, by theme, and the table that finds them by operation name.

mod activation;
mod arith;
mod binary;
mod blocks;
mod cast;
mod conv;
mod fourier;
mod gather;
mod matmul;
mod norm;
mod params;
mod pool;
mod reduce;
mod reshape;
mod resize;
mod scan;
mod shapes;
mod slice;
mod unary;
mod window;

use std::sync::LazyLock;

use core_ir::OpView;

pub(crate) use activation::fuse;
pub(crate) use cast::cast_to;
pub(crate) use reshape::{equal_ways, given_ways, reverse_way};
pub(crate) use slice::{slice_way, strided_slice_way};

use crate::error::{EvalError, Evaluated};
use crate::tensor::{DType, Tensor};
use crate::widen::{from_bits, to_bits, widen};

/// Computes the results of one operation from its operands. Attributes and result types are the view's.
pub type Kernel = fn(&OpView<'_>, &[Tensor]) -> Evaluated;

/// Which operands' elements reach the results unchanged, for operations that do nothing but move elements (and fill up
/// with zeros).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moves {
    /// The operation computes.
    Nothing,
    /// One operand.
    Operand(usize),
    /// Two operands.
    Operands(usize, usize),
    /// All.
    All,
    /// All but the first.
    AllButFirst,
    /// All but the last.
    AllButLast,
}

impl Moves {
    /// Whether the elements of operand `i` of `count` are moved.
    pub fn moves(self, i: usize, count: usize) -> bool {
        match self {
            Moves::Nothing => false,
            Moves::Operand(one) => i == one,
            Moves::Operands(one, two) => i == one || i == two,
            Moves::All => true,
            Moves::AllButFirst => i > 0,
            Moves::AllButLast => i + 1 < count,
        }
    }
}

/// What is known of how to evaluate an operation.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The operation's full name.
    pub name: &'static str,
    /// Its kernel, for moved elements as bits and wide numbers; see [`Row::run`].
    kernel: Kernel,
    /// Which elements it moves.
    pub moves: Moves,
    /// Whether it also puts zeros between them.
    pub fills: bool,
    /// Whether a result element follows from the operand elements at its place alone.
    pub pointwise: bool,
    /// Whether narrow numbers are widened for the kernel.
    widens: bool,
}

impl Row {
    /// Runs the kernel. Moved elements become bits around it, narrow numbers wide ones.
    pub fn run(&self, view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
        if self.moves != Moves::Nothing {
            return self.run_on_bits(view, inputs);
        }
        let is_narrow = |input: &Tensor| input.dtype().is_some_and(|dtype| dtype.wide() != dtype);
        if !self.widens || !inputs.iter().any(is_narrow) {
            return (self.kernel)(view, inputs);
        }
        let wide = inputs.iter().map(widen).collect::<Result<Vec<_>, _>>()?;
        let results = (self.kernel)(view, &wide)?;
        // The results are as narrow as declared, or else as the first operand.
        let first = inputs.first().and_then(Tensor::dtype);
        let narrowed = results.into_iter().enumerate().map(|(i, result)| {
            let declared = view.results.get(i).map(|&ty| DType::of(view.ctx, view.ctx.elem_type(ty)));
            match declared.unwrap_or(first) {
                Some(dtype) if dtype.wide() != dtype && result.dtype() == Some(dtype.wide()) => {
                    cast_to(&result, dtype)
                }
                _ => Ok(result),
            }
        });
        narrowed.collect()
    }

    fn run_on_bits(&self, view: &OpView<'_>, inputs: &[Tensor]) -> Evaluated {
        let count = inputs.len();
        let mut moved =
            inputs.iter().enumerate().filter(|(i, input)| self.moves.moves(*i, count) && !input.is_absent());
        let Some((_, first)) = moved.next() else { return EvalError::invalid("nothing to move") };
        if self.moves != Moves::All && moved.any(|(_, other)| other.dtype() != first.dtype()) {
            return EvalError::invalid("elements of several types");
        }
        let bits = inputs.iter().enumerate().map(|(i, input)| match self.moves.moves(i, count) {
            true => to_bits(input),
            false => Ok(input.clone()),
        });
        let results = (self.kernel)(view, &bits.collect::<Result<Vec<_>, _>>()?)?;
        let back = results.into_iter().enumerate().map(|(i, result)| {
            // Only an operation that hands several operands on has results of several types.
            let source = if self.moves == Moves::All { inputs.get(i).unwrap_or(first) } else { first };
            from_bits(result, source.dtype().unwrap_or(DType::U8))
        });
        back.collect()
    }
}

/// A line of a theme's table: the names of TensorFlow (or another dialect) and of TFLite for what one kernel computes, `""`
/// for none.
struct Entry {
    names: [&'static str; 2],
    kernel: Kernel,
    moves: Moves,
    fills: bool,
    exact: bool,
}

const fn row(tf: &'static str, tfl: &'static str, kernel: Kernel) -> Entry {
    Entry { names: [tf, tfl], kernel, moves: Moves::Nothing, fills: false, exact: false }
}

impl Entry {
    const fn moving(mut self, moves: Moves) -> Entry {
        self.moves = moves;
        self
    }

    /// The kernel takes narrow numbers as they are, in a theme whose other kernels do not.
    const fn exact(mut self) -> Entry {
        self.exact = true;
        self
    }

    const fn filling(mut self, moves: Moves) -> Entry {
        self.fills = true;
        self.moving(moves)
    }
}

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
    // Each theme, whether its kernels work element by element, and whether they want wide numbers.
    let themes: [(&[Entry], bool, bool); 18] = [
        (activation::TABLE, true, true),
        (arith::TABLE, true, true),
        (binary::TABLE, true, true),
        (blocks::TABLE, false, false),
        (cast::TABLE, true, false),
        (conv::TABLE, false, true),
        (fourier::TABLE, false, false),
        (gather::TABLE, false, false),
        (matmul::TABLE, false, true),
        (norm::TABLE, false, true),
        (pool::TABLE, false, true),
        (reduce::TABLE, false, true),
        (reshape::TABLE, false, false),
        (resize::TABLE, false, false),
        (scan::TABLE, false, true),
        (shapes::TABLE, false, false),
        (slice::TABLE, false, false),
        (unary::TABLE, true, true),
    ];
    let rows = themes.into_iter().flat_map(|(theme, pointwise, widens)| {
        theme.iter().flat_map(move |entry| {
            let names = entry.names.into_iter().filter(|name| !name.is_empty());
            names.map(move |name| Row {
                name,
                kernel: entry.kernel,
                moves: entry.moves,
                fills: entry.fills,
                pointwise,
                widens: widens && !entry.exact,
            })
        })
    });
    let mut table: Vec<Row> = rows.collect();
    table.sort_by_key(|row| row.name);
    table
});

/// The row of the operation with this full name.
pub fn find(name: &str) -> Option<&'static Row> {
    let at = TABLE.binary_search_by(|row| row.name.cmp(name)).ok()?;
    Some(&TABLE[at])
}

/// All rows, sorted by name.
pub fn all() -> &'static [Row] {
    &TABLE
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_operation_has_two_kernels() {
        let twice: Vec<_> = super::all().windows(2).filter(|pair| pair[0].name == pair[1].name).collect();
        assert!(twice.is_empty(), "{:?}", twice.iter().map(|pair| pair[0].name).collect::<Vec<_>>());
    }
}
