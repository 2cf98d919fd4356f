//! `tfl-modify-io-nodes`: a quantized model whose inputs and outputs are floats takes and gives integers instead.

use core_ir::pass::{Pass, PassInfo, PassOptions, PassState};
use core_ir::rewriter::Rewriter;
use core_ir::{Attr, Context, Diagnostic, Graph, Op, Reported, Type, TypeId, Value};
use dialects::quant::Uniform;

use crate::functions::{functions, returned, update_function_type};
use crate::registration::words;

/// What values of the outside are.
#[derive(Clone, Copy, PartialEq)]
enum Io {
    Int8,
    Uint8,
    Float32,
}

struct ModifyIoNodes {
    input: Io,
    output: Io,
}

fn make(options: &PassOptions) -> Result<Box<dyn Pass>, String> {
    let io = |word: &String| match word.as_str() {
        "int8" => Ok(Io::Int8),
        "uint8" => Ok(Io::Uint8),
        "float32" => Ok(Io::Float32),
        other => Err(format!("`{other}` is no type of inputs; there are int8, uint8 and float32")),
    };
    let words = words(options, "test-io-types");
    let (input, output) = match &words[..] {
        [] => (Io::Float32, Io::Float32),
        [input, output] => (io(input)?, io(output)?),
        _ => return Err("`test-io-types` takes the type of inputs and that of outputs".into()),
    };
    Ok(Box::new(ModifyIoNodes { input, output }))
}

inventory::submit! {
    &PassInfo {
        name: "tfl-modify-io-nodes",
        summary: "Gives quantized models integer inputs and outputs",
        options: &[("test-io-types", "the types of inputs and outputs, of int8, uint8 and float32: `int8,int8`")],
        make,
    }
}

impl Pass for ModifyIoNodes {
    fn run(&self, ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
        let mut outcome = Ok(());
        for function in functions(ctx, module) {
            if !is_model(ctx, module, function) {
                continue;
            }
            let Some(graph) = module.inner_mut(function) else { continue };
            let mut report = |graph: &Graph, op: Op| {
                let text =
                    format!("`{}` does not have the type that is asked for", ctx.op_text(graph.op_name(op)));
                outcome = Err(state.diags.push(Diagnostic::error("io-type", text).at(graph.loc(op))));
            };
            if self.input != Io::Float32 {
                inputs(ctx, graph, self.input, &mut report);
            }
            if self.output != Io::Float32 {
                outputs(ctx, graph, self.output, &mut report);
            }
            update_function_type(ctx, module, function);
        }
        outcome
    }
}

/// Whether `function` is what a user runs: `main`, or one that says what its inputs and outputs are called.
fn is_model(ctx: &Context, module: &Graph, function: Op) -> bool {
    let entry = ctx.dict_get(module.attrs(function), "tf.entry_function").map(|attr| ctx.attr_of(attr));
    let says = matches!(entry, Some(Attr::Dict(dict)) if !ctx.dict_entries(*dict).is_empty());
    says || module.symbol_name(ctx, function) == ctx.find_str("main")
}

/// What an integer type of the outside makes of the quantized `inside`: the same type, or the unsigned one of the same
/// width. `None` when neither is asked for.
fn outside(ctx: &Context, inside: TypeId, io: Io) -> Option<TypeId> {
    let mut uniform = Uniform::of(ctx, ctx.elem_type(inside))?;
    let asked = if io == Io::Int8 { TypeId::I8 } else { TypeId::UI8 };
    if uniform.storage == asked {
        return Some(inside);
    }
    if io != Io::Uint8 || uniform.storage != TypeId::I8 {
        return None;
    }
    // The same numbers, counted from 0 instead of from -128.
    uniform.storage = TypeId::UI8;
    uniform.min += 128;
    uniform.max += 128;
    uniform.zero_points.iter_mut().for_each(|point| *point += 128);
    let elem = uniform.ty(ctx);
    Some(match ctx.type_of(inside) {
        Type::Tensor { shape, encoding, .. } => {
            ctx.ty(Type::Tensor { shape: shape.clone(), elem, encoding: *encoding })
        }
        _ => ctx.unranked(elem),
    })
}

type Report<'r> = dyn FnMut(&Graph, Op) + 'r;

/// Arguments that are only quantized become quantized.
fn inputs(ctx: &Context, graph: &mut Graph, io: Io, report: &mut Report<'_>) {
    let args = graph.entry().map_or(Vec::new(), |entry| graph.block_args(entry).to_vec());
    for arg in args {
        let users: Vec<Op> = graph.uses(arg).map(|(user, _)| user).collect();
        let [quantize] = users[..] else { continue };
        let Some(result) = graph.result(quantize).filter(|_| graph.is(ctx, quantize, "tfl.quantize")) else {
            continue;
        };
        let inside = graph.value_type(result);
        match outside(ctx, inside, io) {
            Some(ty) if ty == inside => {
                graph.set_value_type(arg, ty);
                graph.replace_all_uses(result, arg);
                graph.erase_op(quantize);
            }
            Some(ty) => graph.set_value_type(arg, ty),
            None => report(graph, quantize),
        }
    }
}

/// Results that were dequantized stay quantized.
fn outputs(ctx: &Context, graph: &mut Graph, io: Io, report: &mut Report<'_>) {
    let Some((end, values)) = returned(ctx, graph) else { return };
    for (i, value) in values.into_iter().enumerate() {
        let Some(dequantize) = graph.defining_op(value).filter(|&op| graph.is(ctx, op, "tfl.dequantize"))
        else {
            continue;
        };
        let Some(source) = graph.operand(dequantize, 0) else { continue };
        let inside = graph.value_type(source);
        let new: Value = match outside(ctx, inside, io) {
            Some(ty) if ty == inside => source,
            Some(ty) => {
                let props = ctx.dict([(ctx.str("qtype"), ctx.type_attr(ty))]);
                let mut rewriter = Rewriter::before(ctx, graph, end);
                rewriter.loc = rewriter.graph.loc(dequantize);
                rewriter.op1("tfl.quantize", &[source], props, ty)
            }
            None => {
                report(graph, dequantize);
                continue;
            }
        };
        graph.set_operand(end, i, new);
        if !graph.has_uses(value) {
            graph.erase_op(dequantize);
        }
    }
}
