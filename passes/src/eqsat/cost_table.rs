//! Tables of costs: what kernels cost by an analytical model, and what they cost where somebody measured.
//!
//! `passes/costs/README.md` tells what the columns mean.

use std::sync::Arc;

use core_ir::Context;
use core_ir::diag::{Diagnostic, Result};
use rustc_hash::FxHashMap;

use super::cost_forms::Forms;

/// The tables that are linked into the program, the analytical one first.
const SHIPPED: [(&str, &str); 2] = [
    ("litert-cpu.costs", include_str!("../../costs/litert-cpu.costs")),
    ("litert-cpu-x86-64.costs", include_str!("../../costs/litert-cpu-x86-64.costs")),
];
/// The row of operations that have none.
const ANY: &str = "*";

/// What does not depend on the kernel. Times are picoseconds.
#[derive(Clone, Debug, Default)]
pub struct Rates {
    /// What a call takes before it touches data, in the delegate.
    pub dispatch: u64,
    /// The same outside.
    pub runtime: u64,
    /// What a kernel adds that the delegate does not take: the graph is cut there.
    pub cut: u64,
    /// A byte read or written.
    pub byte: u64,
    /// A byte of a constant in the file.
    pub const_byte: u64,
    /// A fused activation, for a call.
    pub activation: u64,
    /// What an operator weighs beside the time that its kernel takes: the runtime plans, prepares and holds it.
    pub operator: u64,
    /// What an open first dimension of an input counts for; no time.
    pub open_batch: u64,
    /// What any other open dimension counts for; no time.
    pub open_dim: u64,
}

impl Rates {
    fn slot(&mut self, name: &str) -> Option<&mut u64> {
        Some(match name {
            "dispatch" => &mut self.dispatch,
            "runtime" => &mut self.runtime,
            "cut" => &mut self.cut,
            "byte" => &mut self.byte,
            "const-byte" => &mut self.const_byte,
            "activation" => &mut self.activation,
            "operator" => &mut self.operator,
            "open-batch" => &mut self.open_batch,
            "open-dim" => &mut self.open_dim,
            _ => return None,
        })
    }
}

/// What is counted of a kernel, by a column of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Nothing: the bytes stay where they are.
    None,
    /// Elements of the results.
    Result,
    /// The same, and no other element is read either.
    Picked,
    /// Elements of operand 0.
    Operand,
    /// Multiplications with additions: each result element is a dot product with operand 1, along all dimensions but
    /// this one.
    Weights(usize),
    /// The same for a transposed convolution: each element of operand 2 meets all of operand 1 but its last dimension.
    TransposedWeights,
    /// The same for a dot product along the innermost dimension of operand 0, or the next with `adj_x`.
    Product,
    /// Elements of the window, `filter_height` by `filter_width`, for each result element.
    Window,
}

const WORKS: [(&str, Work); 10] = [
    ("none", Work::None),
    ("result", Work::Result),
    ("picked", Work::Picked),
    ("operand", Work::Operand),
    ("weights:0", Work::Weights(0)),
    ("weights:3", Work::Weights(3)),
    ("weights:4", Work::Weights(4)),
    ("transposed_weights", Work::TransposedWeights),
    ("product", Work::Product),
    ("window", Work::Window),
];

/// The row of a kernel, with what was measured of it.
#[derive(Clone, Debug)]
pub struct Kernel {
    /// How uses are told apart that differ in time for the same work.
    pub forms: Forms,
    /// What is counted.
    pub work: Work,
    /// Picoseconds for one of what is counted.
    pub rate: u64,
    /// Picoseconds that a call takes more than others, or that it is thought worse by.
    pub call: u64,
    /// The result's element types for which the delegate takes it.
    delegated: Vec<Box<str>>,
    /// The kernel that takes the same time, within noise; it is the one that is measured. Empty for none.
    like: Box<str>,
    measured: Vec<Measured>,
}

impl Kernel {
    /// Whether the delegate takes it for results of this element type.
    pub fn is_delegated(&self, elem: &str) -> bool {
        self.delegated.iter().any(|name| &**name == elem)
    }

    fn series(&self, form: &str, elem: &str) -> Option<&Measured> {
        self.measured.iter().find(|series| &*series.form == form && &*series.elem == elem)
    }
}

/// Times of one form of a kernel.
#[derive(Clone, Debug)]
pub struct Measured {
    form: Box<str>,
    elem: Box<str>,
    /// Whether the delegate took it.
    pub is_delegated: bool,
    /// Work and picoseconds, by work.
    points: Vec<(u64, u64)>,
}

impl Measured {
    /// Sizes are measured in steps of powers of two. Between two of them the time is a line, since what a kernel takes
    /// is some time for the call and some for each element; below the first it is the first's, and above the last it
    /// grows as the work does.
    pub fn at(&self, work: u64) -> u64 {
        let next = self.points.partition_point(|point| point.0 < work);
        let (Some(&last), Some(&(x1, y1))) = (self.points.last(), self.points.get(next)) else {
            let Some(&(x, y)) = self.points.last() else { return 0 };
            return scaled(y, work, x);
        };
        let Some(&(x0, y0)) = next.checked_sub(1).and_then(|before| self.points.get(before)) else {
            return self.points.first().map_or(last.1, |first| first.1);
        };
        let (part, whole) = (work - x0, x1 - x0);
        if y1 >= y0 { y0 + scaled(y1 - y0, part, whole) } else { y0 - scaled(y0 - y1, part, whole) }
    }
}

/// `value * part / whole`, without overflow in between.
fn scaled(value: u64, part: u64, whole: u64) -> u64 {
    u64::try_from(u128::from(value) * u128::from(part) / u128::from(whole.max(1))).unwrap_or(u64::MAX)
}

/// What things cost.
#[derive(Clone, Debug, Default)]
pub struct CostTable {
    /// What does not depend on the kernel.
    pub rates: Rates,
    /// Percent of the time that is computed for a form, and picoseconds for a call, by its name.
    forms: FxHashMap<Box<str>, (u64, u64)>,
    kernels: FxHashMap<Box<str>, Kernel>,
}

impl CostTable {
    /// The table of this context: the one that was installed, else the shipped one.
    pub fn of(ctx: &Context) -> Result<Arc<Self>> {
        ctx.extension(|| Self::read(&SHIPPED))
    }

    /// Makes the shipped analytical model with `text` the table of this context: rows of `text` replace those of the same
    /// kernel, form or rate, and its measured rows all that are shipped. To be called before anything is converted.
    pub fn install(ctx: &Context, source: &str, text: &str) -> Result<()> {
        let table = Self::read(&[SHIPPED[0], (source, text)])?;
        ctx.extension(|| Ok(table)).map(|_: Arc<Self>| ())
    }

    /// The table that these texts make, each with what messages call it.
    pub fn read(texts: &[(&str, &str)]) -> Result<Self> {
        let mut table = Self::default();
        for (source, text) in texts {
            for (line, row) in (1..).zip(text.lines()) {
                let words: Vec<&str> = row.split_whitespace().collect();
                if words.first().is_none_or(|word| word.starts_with('#')) {
                    continue;
                }
                table.row(&words).map_err(|why| {
                    Diagnostic::error("cost-table", why)
                        .note(format!("in row `{}` of {source}:{line}", row.trim()))
                        .help("passes/costs/README.md tells what rows there are")
                })?;
            }
        }
        Ok(table)
    }

    fn row(&mut self, words: &[&str]) -> std::result::Result<(), String> {
        match *words {
            ["rate", name, value] => {
                let slot = self.rates.slot(name).ok_or_else(|| format!("there is no rate `{name}`"))?;
                *slot = number(value)?;
            }
            ["form", name, percent, call] => {
                self.forms.insert(name.into(), (number(percent)?, number(call)?));
            }
            ["kernel", op, forms, work, rate, call, delegated, like] => {
                let kernel = kernel_row([forms, work, rate, call, delegated, like])?;
                let measured = self.kernels.remove(op).map(|kernel| kernel.measured).unwrap_or_default();
                self.kernels.insert(op.into(), Kernel { measured, ..kernel });
            }
            ["measured", op, form, elem, work, _threads, picoseconds, place, _machine] => {
                self.measured_row([op, form, elem, place], (number(work)?, number(picoseconds)?))?;
            }
            [keyword @ ("rate" | "form" | "kernel" | "measured"), ..] => {
                return Err(format!("a row `{keyword}` does not have {} words", words.len()));
            }
            [keyword, ..] => return Err(format!("there are no rows `{keyword}`")),
            [] => {}
        }
        Ok(())
    }

    fn measured_row(
        &mut self,
        [op, form, elem, place]: [&str; 4],
        point: (u64, u64),
    ) -> std::result::Result<(), String> {
        let kernel = self.kernels.get_mut(op).ok_or_else(|| format!("`{op}` has no row `kernel`"))?;
        if !kernel.forms.names().contains(&form) {
            return Err(format!("`{op}` has no form `{form}`, only {}", kernel.forms.names().join(", ")));
        }
        let is_delegated = match place {
            "delegate" => true,
            "runtime" => false,
            _ => return Err(format!("`{place}` is no place to run; there are delegate and runtime")),
        };
        let series = kernel.measured.iter_mut().find(|series| &*series.form == form && &*series.elem == elem);
        match series {
            Some(series) if series.points.last().is_some_and(|last| last.0 >= point.0) => {
                return Err("measured rows have to be sorted by work, and say each once".to_owned());
            }
            Some(series) => series.points.push(point),
            None => {
                let (form, elem) = (form.into(), elem.into());
                kernel.measured.push(Measured { form, elem, is_delegated, points: vec![point] });
            }
        }
        Ok(())
    }

    /// What was measured of this form of `kernel` with this element type, or of the kernel that is like it.
    pub fn measured<'a>(&'a self, kernel: &'a Kernel, form: &str, elem: &str) -> Option<&'a Measured> {
        let like = || self.kernels.get(&kernel.like);
        kernel.series(form, elem).or_else(|| like()?.series(form, elem))
    }

    /// The row of an operation, else that for any.
    pub fn kernel(&self, op: &str) -> Option<&Kernel> {
        self.kernels.get(op).or_else(|| self.kernels.get(ANY))
    }

    /// Percent of the time that is computed for a form, and picoseconds for a call.
    pub fn form(&self, form: &str) -> (u64, u64) {
        self.forms.get(form).copied().unwrap_or((100, 0))
    }
}

/// A row that is not measured.
fn kernel_row([forms, work, rate, call, delegated, like]: [&str; 6]) -> std::result::Result<Kernel, String> {
    let forms = Forms::of_word(forms).ok_or_else(|| format!("`{forms}` is no way to tell forms apart"))?;
    let work = WORKS.iter().find(|row| row.0 == work).ok_or_else(|| format!("`{work}` is no work"))?.1;
    let delegated = delegated.split(',').filter(|word| *word != "-").map(Box::from).collect();
    let (rate, call) = (number(rate)?, number(call)?);
    let like = if like == "-" { "" } else { like }.into();
    Ok(Kernel { forms, work, rate, call, delegated, like, measured: Vec::new() })
}

fn number(word: &str) -> std::result::Result<u64, String> {
    word.parse().map_err(|_| format!("`{word}` is no whole number"))
}

#[cfg(test)]
mod tests {
    use super::{ANY, CostTable, SHIPPED};

    const KERNEL: &str =
        "kernel tfl.add operands result 0 0 f32 -\nkernel tfl.sub operands result 0 0 f32 tfl.add\n";

    fn table(rows: &str) -> CostTable {
        CostTable::read(&[("test.costs", &format!("{KERNEL}{rows}"))]).expect("the rows are right")
    }

    fn message(rows: &str) -> String {
        let fault =
            CostTable::read(&[("test.costs", &format!("{KERNEL}{rows}"))]).expect_err("a row is wrong");
        format!("{}; {:?}", fault.message, fault.notes)
    }

    #[test]
    fn shipped_tables_are_read_and_know_their_operations() {
        dialects::link();
        let ctx = core_ir::Context::new();
        let table = CostTable::read(&SHIPPED).expect("the shipped tables are right");
        for (op, kernel) in table.kernels.iter().filter(|row| &**row.0 != ANY) {
            assert!(ctx.op_spec(ctx.op_name(op)).is_some(), "there is no operation {op}");
            assert!(
                kernel.like.is_empty() || table.kernels.contains_key(&kernel.like),
                "{op} is like no kernel"
            );
        }
        assert!(table.rates.dispatch > 0 && table.rates.byte > 0 && table.rates.const_byte > 0);
        assert!(table.kernel("tf.NoSuchOp").is_some());
    }

    #[test]
    fn times_between_measured_sizes_are_on_a_line() {
        let table = table(
            "measured tfl.add same f32 1024 1 2000 delegate m\n\
             measured tfl.add same f32 4096 1 8000 delegate m\n\
             measured tfl.add same f32 8192 1 7000 delegate m\n",
        );
        let kernel = table.kernel("tfl.add").expect("it has a row");
        let at = |work| table.measured(kernel, "same", "f32").expect("it was measured").at(work);
        assert_eq!([at(1), at(1024), at(2048), at(4096)], [2000, 2000, 4000, 8000]);
        assert_eq!([at(6144), at(8192), at(16384)], [7500, 7000, 14000]);
        assert_eq!(at(u64::MAX), u64::MAX / 8192 * 7000 + 8191 * 7000 / 8192);
        assert!(table.measured(kernel, "scalar", "f32").is_none());
        assert!(table.measured(kernel, "same", "i32").is_none());
        let like = table.kernel("tfl.sub").expect("it has a row");
        assert_eq!(table.measured(like, "same", "f32").map(|series| series.at(1)), Some(2000));
    }

    #[test]
    fn a_wrong_row_is_named() {
        assert!(message("rates dispatch 3").contains("there are no rows `rates`"));
        assert!(message("rate speed 3").contains("there is no rate `speed`"));
        assert!(message("rate byte much").contains("`much` is no whole number"));
        assert!(message("rate byte").contains("does not have 2 words"));
        assert!(
            message("measured tfl.div same f32 1 1 1 runtime m").contains("`tfl.div` has no row `kernel`")
        );
        assert!(
            message("measured tfl.add odd f32 1 1 1 runtime m").contains("no form `odd`, only same, scalar")
        );
        let twice =
            "measured tfl.add same f32 8 1 1 delegate m\nmeasured tfl.add same f32 8 1 1 delegate m\n";
        assert!(message(twice).contains("sorted by work"));
        assert!(message(twice).contains("test.costs:4"));
    }
}
