//! `tf-freeze-table-files`: a table that is filled from a text file of the saved model is filled from constants with what
//! the file says, as TensorFlow reads it.

use std::sync::Arc;

use core_ir::pass::PassState;
use core_ir::rewriter::Rewriter;
use core_ir::{
    Attr, ConstData, ConstId, Context, Diagnostic, Graph, Op, OpState, Reported, StrId, TypeId, Value,
};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::constants::{constant_before, constant_of};
use crate::functions::{for_each_graph, for_each_symbol_use, read_each_graph};
use crate::registration::{ModulePass, register};

register!("tf-freeze-table-files", "Fills tables from constants instead of text files", ModulePass(run));

/// The bytes of the files of a model, by the names under which programs read them.
type Files = FxHashMap<Vec<u8>, ConstId>;

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    let files = files(ctx, module);
    for_each_graph(module, &mut |graph| {
        for op in graph.all_ops() {
            if !graph.is(ctx, op, "tf.InitializeTableFromTextFileV2") {
                continue;
            }
            match freeze(ctx, graph, op, &files) {
                Ok(()) => state.count("files read", 1),
                Err(why) => {
                    let text = format!("the table stays one of a file: {why}");
                    state.diags.push(Diagnostic::warning("table-file", text).at(graph.loc(op)));
                }
            }
        }
    });
    drop_unused_files(ctx, module, state);
    Ok(())
}

/// Drops the files that no used operation names.
fn drop_unused_files(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) {
    let mut named: FxHashSet<StrId> = FxHashSet::default();
    read_each_graph(module, &mut |graph| {
        graph.walk(&mut |op| {
            let results = graph.results(op);
            if results.is_empty() || results.iter().any(|&value| graph.has_uses(value)) {
                for_each_symbol_use(ctx, graph, op, &mut |name| _ = named.insert(name));
            }
        });
    });
    for (name, op) in module.symbols(ctx).collect::<Vec<_>>() {
        if module.is(ctx, op, "tf_saved_model.asset") && !named.contains(&name) {
            module.erase_op(op);
            state.count("files dropped", 1);
        }
    }
}

fn files(ctx: &Context, module: &Graph) -> Files {
    let mut files = Files::default();
    for (_, op) in module.symbols(ctx) {
        let name = ctx.dict_get(module.props(op), "filename").map(|attr| ctx.attr_of(attr));
        let contents = ctx.dict_get(module.attrs(op), "tfl_opt.contents").map(|attr| ctx.attr_of(attr));
        if let (Some(Attr::String(name)), Some(Attr::Elements(id))) = (name, contents) {
            files.insert(ctx.str_bytes(*name).to_vec(), *id);
        }
    }
    files
}

/// `Err` says why the file does not make a table.
fn freeze(ctx: &Context, graph: &mut Graph, op: Op, files: &Files) -> Result<(), String> {
    let operand = |index: usize| graph.operand(op, index).ok_or("it lacks operands");
    let (table, filename) = (operand(0)?, operand(1)?);
    let name = constant_of(ctx, graph, filename).ok_or("the name of the file is no constant")?;
    let ConstData::Strings(names) = &ctx.const_of(name).data else {
        return Err("the file has no name".into());
    };
    let contents = names.first().and_then(|name| files.get(&name[..])).ok_or("the model has no such file")?;
    let bytes = ctx.const_bytes(*contents).ok_or("the file has no contents")?;
    let int = |name: &str, default: i64| {
        graph.attr(ctx, op, name).and_then(|attr| ctx.attr_int(attr)).unwrap_or(default)
    };
    let delimiter = graph.attr(ctx, op, "delimiter").and_then(|attr| ctx.attr_str(attr));
    let format = Format {
        delimiter: delimiter.map_or(b'\t', |text| text.bytes().next().unwrap_or(b'\t')),
        most: usize::try_from(int("vocab_size", -1)).ok(),
        offset: int("offset", 0),
    };
    let (keys, values) = (int("key_index", -2), int("value_index", -2));
    let def = graph.defining_op(table).filter(|&def| graph.is(ctx, def, "tf.HashTableV2"));
    let def = def.ok_or("the table is not known")?;
    let elem = |name: &str| match ctx.dict_get(graph.props(def), name).map(|attr| ctx.attr_of(attr)) {
        Some(Attr::Type(ty)) => Ok(*ty),
        _ => Err("the types of the table are not known"),
    };
    let keys = format.column(ctx, &bytes, keys, elem("key_dtype")?)?;
    let values = format.column(ctx, &bytes, values, elem("value_dtype")?)?;
    let loc = graph.loc(op);
    let operands: Vec<Value> = std::iter::once(table)
        .chain([keys, values].map(|id| constant_before(ctx, graph, op, id, loc)))
        .collect();
    let import = OpState::new(ctx.op_name("tf.LookupTableImportV2"), loc).operands(operands);
    Rewriter::before(ctx, graph, op).insert(import);
    graph.erase_op(op);
    Ok(())
}

/// How a file is read.
struct Format {
    delimiter: u8,
    /// As many lines as count.
    most: Option<usize>,
    /// What is added to line numbers.
    offset: i64,
}

/// The index that means the number of the line, and that which means the whole line.
const LINE_NUMBER: i64 = -1;
const WHOLE_LINE: i64 = -2;

impl Format {
    /// What column `index` of the file says, as elements of type `elem`.
    fn column(&self, ctx: &Context, bytes: &[u8], index: i64, elem: TypeId) -> Result<ConstId, String> {
        let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        let lines = bytes.split(|&byte| byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
        let lines: Vec<&[u8]> = lines.take(self.most.unwrap_or(usize::MAX)).collect();
        if let Some(empty) = lines.iter().position(|line| line.is_empty()) {
            return Err(format!("line {} of the file is empty", empty + 1));
        }
        if self.most.is_some_and(|most| lines.len() < most) {
            return Err(format!("the file has {} lines, fewer than the table", lines.len()));
        }
        let cell = |line: &'_ [u8], at: usize| -> Result<Box<[u8]>, String> {
            let cell = match index {
                WHOLE_LINE => Some(line),
                _ => usize::try_from(index).ok().and_then(|i| line.split(|&b| b == self.delimiter).nth(i)),
            };
            Ok(cell.ok_or_else(|| format!("line {} has no column {index}", at + 1))?.into())
        };
        let number = |(at, line): (usize, &&[u8])| -> Result<i64, String> {
            if index == LINE_NUMBER {
                return (at as i64).checked_add(self.offset).ok_or_else(|| "line numbers overflow".into());
            }
            let cell = cell(line, at)?;
            let text = std::str::from_utf8(&cell).ok().and_then(|text| text.trim().parse().ok());
            text.ok_or_else(|| format!("line {} has no number in column {index}", at + 1))
        };
        let lines_with_numbers = lines.iter().enumerate();
        match ctx.elem_name(elem) {
            "i64" => Ok(ctx.const_i64s(&lines_with_numbers.map(number).collect::<Result<Vec<_>, _>>()?)),
            "str" if index != LINE_NUMBER => {
                let cells = lines_with_numbers.map(|(at, line)| cell(line, at));
                let strings: Arc<[Box<[u8]>]> = cells.collect::<Result<_, _>>()?;
                let ty = ctx.fixed_tensor(&[strings.len() as i64], elem);
                Ok(ctx.constant(ty, ConstData::Strings(strings)))
            }
            _ => Err("only strings and 64-bit integers are read from files".into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ints(format: &Format, text: &str, index: i64) -> Result<Vec<i64>, String> {
        let ctx = Context::new();
        let id = format.column(&ctx, text.as_bytes(), index, TypeId::I64)?;
        Ok(ctx.const_ints(id).unwrap())
    }

    #[test]
    fn lines_are_numbered_and_columns_are_read() {
        let format = Format { delimiter: b'\t', most: None, offset: 10 };
        assert_eq!(ints(&format, "a\t7\r\nb\t-8\n", LINE_NUMBER), Ok(vec![10, 11]));
        assert_eq!(ints(&format, "a\t7\r\nb\t-8\n", 1), Ok(vec![7, -8]));
        assert!(ints(&format, "a\t7\nb\n", 1).unwrap_err().contains("line 2 has no column 1"));
        assert!(ints(&format, "a\n\nb\n", LINE_NUMBER).unwrap_err().contains("line 2 of the file is empty"));
    }

    #[test]
    fn a_table_takes_as_many_lines_as_it_has_room_for() {
        let format = |most| Format { delimiter: b',', most: Some(most), offset: 0 };
        assert_eq!(ints(&format(2), "1\n2\n3", WHOLE_LINE), Ok(vec![1, 2]));
        assert!(ints(&format(4), "1\n2\n3", WHOLE_LINE).is_err());
    }
}
