//! How the passes of this crate are made and registered.

use core_ir::pass::{FunctionPass, FunctionRun, Pass, PassOptions, PassState};
use core_ir::{Context, Diagnostics, Graph, Reported};

/// A pass over each graph of a module for itself: its functions and its top. Types of returned values may become more
/// exact; function types follow.
pub struct GraphPass(pub fn(&Context, &mut Graph, &mut PassState<'_>) -> Result<(), Reported>);

impl FunctionPass for GraphPass {
    fn start<'a>(&'a self, ctx: &'a Context, _: &mut Diagnostics) -> Result<Box<FunctionRun<'a>>, Reported> {
        Ok(Box::new(|graph, state| (self.0)(ctx, graph, state)))
    }

    fn finish(&self, ctx: &Context, module: &mut Graph) {
        crate::functions::update_function_types(ctx, module);
    }
}

/// A pass over the module as a whole.
pub struct ModulePass(pub fn(&Context, &mut Graph, &mut PassState<'_>) -> Result<(), Reported>);

impl Pass for ModulePass {
    fn run(&self, ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
        (self.0)(ctx, module, state)
    }
}

/// The value of option `key`, or `default` when it is not given.
pub fn option<T: std::str::FromStr>(options: &PassOptions, key: &str, default: T) -> Result<T, String> {
    let Some((_, text)) = options.iter().rev().find(|(k, _)| k == key) else { return Ok(default) };
    text.parse().map_err(|_| format!("`{text}` is no value for option `{key}`"))
}

/// The words of an option that is a list: `a,b`, or `a;b` where a comma would end the option.
pub fn list(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split([',', ';']).map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned)
}

/// The words of every option `key`; see [`list`].
pub fn words(options: &PassOptions, key: &str) -> Vec<String> {
    options.iter().filter(|(k, _)| k == key).flat_map(|(_, text)| list(text)).collect()
}

pub(crate) use core_ir::register_pass as register;
