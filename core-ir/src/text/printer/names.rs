//! What values and blocks are called.
//!
//! As in MLIR: a region is numbered when it is entered, from where the numbering of the region around it ended, so that
//! a name never hides another and siblings use the same names.

use cranelift_entity::SecondaryMap;
use rustc_hash::FxHashSet;

use super::Printer;
use crate::graph::{Block, Graph, Op, Region, Value};

/// The kinds of names.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    None,
    /// `%7`
    Number,
    /// `%arg7`
    Arg,
    /// An entry of [`Names::special`].
    Special,
}

#[derive(Clone, Copy, Default)]
struct Name {
    kind: Kind,
    id: u32,
    /// One more than the index in a group of results; 0 for a value alone.
    sub: u32,
}

/// The names of the values of one graph.
#[derive(Default)]
struct GraphNames {
    values: SecondaryMap<Value, Name>,
    blocks: SecondaryMap<Block, u32>,
}

#[derive(Clone, Copy, Default)]
struct Counters {
    value: u32,
    arg: u32,
    conflict: u32,
}

/// The names of everything that is visible.
#[derive(Default)]
pub(super) struct Names {
    graphs: Vec<GraphNames>,
    /// Where numbering ended, for each region that is open.
    regions: Vec<Counters>,
    special: Vec<Box<str>>,
    used: FxHashSet<Box<str>>,
    /// A region that was named before its turn, by [`Printer::region_args`].
    pub(super) pending: Option<Region>,
    /// How many of `special` there were when a region was entered.
    marks: Vec<usize>,
    /// Where numbering ended last.
    last: Counters,
}

impl Names {
    pub(super) fn enter_graph(&mut self) {
        self.graphs.push(GraphNames::default());
    }

    pub(super) fn leave_graph(&mut self) {
        self.graphs.pop();
    }

    pub(super) fn leave_region(&mut self, unique: bool) {
        self.regions.pop();
        if unique {
            return;
        }
        let mark = self.marks.pop().unwrap_or(0);
        for name in &self.special[mark..] {
            self.used.remove(name);
        }
        // The names stay in `special`: values that keep an index into it are never printed again, but cheap to keep.
    }

    /// The block's number in its region.
    pub(super) fn block(&self, block: Block) -> u32 {
        self.graphs.last().map_or(0, |names| names.blocks[block])
    }

    fn unique(&mut self, wanted: String, counters: &mut Counters) -> u32 {
        let mut name: Box<str> = wanted.clone().into();
        while self.used.contains(&name) {
            name = format!("{wanted}_{}", counters.conflict).into();
            counters.conflict += 1;
        }
        self.used.insert(name.clone());
        self.special.push(name);
        (self.special.len() - 1) as u32
    }
}

impl Printer<'_> {
    /// Names the values and blocks of `region`.
    pub(super) fn enter_region(&mut self, graph: &Graph, region: Region) {
        let around = self.names.regions.last().copied().unwrap_or_default();
        let mut counters = if self.options.unique_ids { self.names.last } else { around };
        self.names.marks.push(self.names.special.len());
        for (index, &block) in graph.blocks(region).iter().enumerate() {
            for &arg in graph.block_args(block) {
                let name = if index == 0 {
                    counters.arg += 1;
                    Name { kind: Kind::Arg, id: counters.arg - 1, sub: 0 }
                } else {
                    counters.value += 1;
                    Name { kind: Kind::Number, id: counters.value - 1, sub: 0 }
                };
                self.set_name(arg, name);
            }
            if let Some(names) = self.names.graphs.last_mut() {
                names.blocks[block] = index as u32;
            }
            for op in graph.ops_in(block) {
                if graph.results(op).is_empty() {
                    continue;
                }
                self.name_results(graph, op, &mut counters);
            }
        }
        self.names.regions.push(counters);
        self.names.last = counters;
    }

    /// Names results as MLIR does: after the rows of an operation that has several, by a name that the dialect gives,
    /// or by numbers.
    fn name_results(&mut self, graph: &Graph, op: Op, counters: &mut Counters) {
        let results = graph.results(op);
        let entry = self.entry(graph.op_name(op));
        if self.options.generic {
            return self.name_group(results, None, counters);
        }
        if let Some(spec) = entry.groups
            && let Some(sizes) = spec.result_segments(self.ctx, graph.props(op), results.len())
        {
            let mut at = 0;
            for (row, size) in spec.results.iter().zip(sizes) {
                self.name_group(&results[at..at + size], Some(row.name.to_string()), counters);
                at += size;
            }
            return;
        }
        let wanted = match entry.result_name {
            "" => entry.hooks.and_then(|hooks| (hooks.result_name?)(self.ctx, graph, op)),
            name => Some(name.to_owned()),
        };
        self.name_group(results, wanted, counters);
    }

    fn name_group(&mut self, values: &[Value], wanted: Option<String>, counters: &mut Counters) {
        if values.is_empty() {
            return;
        }
        let (kind, id) = match wanted {
            Some(wanted) => (Kind::Special, self.names.unique(wanted, counters)),
            None => {
                counters.value += 1;
                (Kind::Number, counters.value - 1)
            }
        };
        for (i, &value) in values.iter().enumerate() {
            let sub = if values.len() > 1 { i as u32 + 1 } else { 0 };
            self.set_name(value, Name { kind, id, sub });
        }
    }

    fn set_name(&mut self, value: Value, name: Name) {
        if let Some(names) = self.names.graphs.last_mut() {
            names.values[value] = name;
        }
    }

    /// Names the operands and results of one operation from `%0` on.
    pub(super) fn name_locally(&mut self, values: impl Iterator<Item = Value>) {
        let mut next = 0;
        for value in values {
            if self.name_of(value).kind == Kind::None {
                self.set_name(value, Name { kind: Kind::Number, id: next, sub: 0 });
                next += 1;
            }
        }
    }

    fn name_of(&self, value: Value) -> Name {
        self.names.graphs.last().map(|names| names.values[value]).unwrap_or_default()
    }

    fn group(&mut self, name: Name) {
        let mut digits = itoa(name.id);
        match name.kind {
            Kind::Number => self.out.push('%'),
            Kind::Arg => self.raw("%arg"),
            Kind::Special => {
                let text = self.names.special.get(name.id as usize);
                self.out.push('%');
                self.out.push_str(text.map_or("", |text| text));
                return;
            }
            Kind::None => {
                self.raw("%<<unknown value>>");
                return;
            }
        }
        self.out.push_str(digits.text());
    }

    /// Prints the name of a value: `%0`, `%0#1`, `%arg0`.
    pub fn value(&mut self, value: Value) {
        let name = self.name_of(value);
        self.group(name);
        if name.sub > 0 {
            self.out.push('#');
            self.out.push_str(itoa(name.sub - 1).text());
        }
    }

    /// Prints the names of values with commas.
    pub fn values(&mut self, values: impl IntoIterator<Item = Value>) {
        for (i, value) in values.into_iter().enumerate() {
            if i > 0 {
                self.raw(", ");
            }
            self.value(value);
        }
    }

    /// Prints `%0:2 = `, or nothing. Results that were named apart stand apart.
    pub(super) fn results(&mut self, results: &[Value]) {
        let mut at = 0;
        while let Some(&first) = results.get(at) {
            let name = self.name_of(first);
            self.raw(if at == 0 { "" } else { ", " });
            self.group(name);
            let same = |&&value: &&Value| {
                let other = self.name_of(value);
                (other.kind, other.id) == (name.kind, name.id)
            };
            let size = results[at..].iter().take_while(same).count().max(1);
            if size > 1 {
                self.out.push(':');
                self.out.push_str(itoa(size as u32).text());
            }
            at += size;
        }
        if !results.is_empty() {
            self.raw(" = ");
        }
    }
}

/// A number as decimal text, without the machinery of formatting: names are most of a text.
struct Digits {
    bytes: [u8; 10],
    start: usize,
}

impl Digits {
    fn text(&mut self) -> &str {
        std::str::from_utf8(&self.bytes[self.start..]).unwrap_or("0")
    }
}

fn itoa(mut n: u32) -> Digits {
    let mut digits = Digits { bytes: [b'0'; 10], start: 10 };
    loop {
        digits.start -= 1;
        digits.bytes[digits.start] = b'0' + (n % 10) as u8;
        n /= 10;
        if n == 0 {
            return digits;
        }
    }
}
