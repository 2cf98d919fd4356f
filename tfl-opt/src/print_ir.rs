//! `--mlir-print-ir-before`, `--mlir-print-ir-after` and their kin: the IR between passes.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use core_ir::pass::{Failure, PassObserver, Step};
use core_ir::text::{PrintOptions, print_module, print_operation};
use core_ir::{Context, Diagnostic, Diagnostics, Graph, Op};

use crate::arguments::OptArgs;
use crate::files;
use crate::progress::say_last;

/// What a module is as an operation.
const MODULE: &str = "builtin.module";

/// Prints what the arguments ask for.
pub(crate) struct IrPrinter<'a> {
    args: &'a OptArgs,
    options: PrintOptions,
    /// The text of each operation before the pass that runs, where it is to be compared.
    before: Vec<String>,
    /// The number of the last file of each operation in `--mlir-print-ir-tree-dir`, by its folder.
    numbers: BTreeMap<PathBuf, usize>,
    /// What went wrong with files.
    pub(crate) diags: Diagnostics,
}

/// What a pass works on: the module, or an operation in it with what holds that.
type Target<'t, 'g> = &'t [(&'g Graph, Op)];

impl<'a> IrPrinter<'a> {
    pub(crate) fn new(args: &'a OptArgs, options: PrintOptions) -> Self {
        Self { args, options, before: Vec::new(), numbers: BTreeMap::new(), diags: Diagnostics::new() }
    }
}

impl PassObserver for IrPrinter<'_> {
    fn before(&mut self, ctx: &Context, step: &Step, module: &Graph) {
        if includes(self.args.mlir_print_ir_before_all, &self.args.mlir_print_ir_before, step) {
            for target in targets(ctx, step, module) {
                self.print(ctx, &format!("Before {}", step.name()), step, module, &target);
            }
        }
        if self.prints_after(step) && self.args.mlir_print_ir_after_change {
            let targets = targets(ctx, step, module);
            self.before = targets.iter().map(|target| self.text(ctx, module, target)).collect();
        }
    }

    fn after(&mut self, ctx: &Context, step: &Step, module: &Graph, failure: Option<&Failure>) {
        if !self.prints_after(step) {
            return;
        }
        let before = std::mem::take(&mut self.before);
        for (at, target) in targets(ctx, step, module).iter().enumerate() {
            let failed = failure.is_some_and(|failure| target.is_empty() || failure.targets.contains(&at));
            if self.args.mlir_print_ir_after_failure && !failed {
                continue;
            }
            // A pass that failed may have changed things and put them back; what it left is of interest.
            let compared = before.get(at).filter(|_| self.args.mlir_print_ir_after_change && !failed);
            if compared.is_some_and(|before| *before == self.text(ctx, module, target)) {
                continue;
            }
            let failed = if failed { " Failed" } else { "" };
            self.print(ctx, &format!("After {}{failed}", step.name()), step, module, target);
        }
    }
}

impl IrPrinter<'_> {
    fn prints_after(&self, step: &Step) -> bool {
        self.args.mlir_print_ir_after_failure
            || includes(self.args.mlir_print_ir_after_all, &self.args.mlir_print_ir_after, step)
    }

    /// The operation as it is. After a bug it may not hold together.
    fn text(&self, ctx: &Context, module: &Graph, target: Target<'_, '_>) -> String {
        let print = || match target.last() {
            Some(&(graph, op)) if !self.args.mlir_print_ir_module_scope => {
                print_operation(ctx, graph, op, &self.options)
            }
            _ => print_module(ctx, module, &self.options),
        };
        catch_unwind(AssertUnwindSafe(print)).unwrap_or_else(|_| "// This does not hold together.\n".into())
    }

    fn print(&mut self, ctx: &Context, when: &str, step: &Step, module: &Graph, target: Target<'_, '_>) {
        let scope = if self.args.mlir_print_ir_module_scope {
            format!(" ({})", operation(ctx, module, target))
        } else {
            String::new()
        };
        let name = step.name();
        let head = format!("// -----// IR Dump {when} ({name}){scope} //----- //\n");
        let text = format!("{head}{}\n", self.text(ctx, module, target));
        match &self.args.mlir_print_ir_tree_dir {
            Some(dir) => {
                let path = self.file(ctx, dir, step, module, target);
                let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
                if let Err(why) = made {
                    let fault = format!("the folder cannot be made: {why}");
                    self.diags.push(Diagnostic::error("write-failed", fault).in_file(&path));
                } else {
                    // The fault is noted.
                    let _ = files::write_text(&path, &text, &mut self.diags);
                }
            }
            None => say_last(&text),
        }
    }

    /// The next file for an operation: a folder for each operation around it and for itself, and a name that starts
    /// with the numbers of the last files of those and its own.
    fn file(
        &mut self,
        ctx: &Context,
        dir: &Path,
        step: &Step,
        module: &Graph,
        target: Target<'_, '_>,
    ) -> PathBuf {
        let around = (0..=target.len()).map(|depth| folder(ctx, module, &target[..depth]));
        let mut path = dir.to_owned();
        let mut name = String::new();
        for (depth, folder) in around.enumerate() {
            path.push(folder);
            let number = match self.numbers.get(&path).copied() {
                Some(number) if depth == target.len() => number + 1,
                Some(number) => number,
                None => 0,
            };
            self.numbers.insert(path.clone(), number);
            name.push_str(&format!("{number}_"));
        }
        path.push(format!("{name}{}.mlir", step.name()));
        path
    }
}

/// Whether a pass is one of those to print at.
fn includes(all: bool, names: &[String], step: &Step) -> bool {
    all || names.iter().any(|name| name == step.name())
}

fn targets<'g>(ctx: &Context, step: &Step, module: &'g Graph) -> Vec<Vec<(&'g Graph, Op)>> {
    if step.path().is_empty() { vec![Vec::new()] } else { step.targets(ctx, module) }
}

/// The name and the symbol of an operation.
fn name_of(ctx: &Context, module: &Graph, target: Target<'_, '_>) -> (String, Option<String>) {
    match target.last() {
        Some(&(graph, op)) => {
            let symbol = graph.symbol_name(ctx, op).map(|name| ctx.str_text(name).into_owned());
            (ctx.op_text(graph.op_name(op)).to_owned(), symbol)
        }
        None => {
            let symbol = ctx.dict_get(module.module_attrs(), "sym_name").and_then(|attr| ctx.attr_str(attr));
            (MODULE.to_owned(), symbol.map(|symbol| symbol.into_owned()))
        }
    }
}

/// `'func.func' operation: @main`
pub(crate) fn operation(ctx: &Context, module: &Graph, target: Target<'_, '_>) -> String {
    match name_of(ctx, module, target) {
        (name, Some(symbol)) => format!("'{name}' operation: @{symbol}"),
        (name, None) => format!("'{name}' operation"),
    }
}

/// `func_func_main`
fn folder(ctx: &Context, module: &Graph, target: Target<'_, '_>) -> String {
    let (name, symbol) = name_of(ctx, module, target);
    let text = format!("{name}_{}", symbol.as_deref().unwrap_or("no-symbol-name"));
    text.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' }).collect()
}
