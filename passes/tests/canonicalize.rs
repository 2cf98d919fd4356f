//! What `canonicalize` makes of a function computes what the function computed: every function of its lit tests that eval
//! can run is run before and after.

use core_ir::pass::PassManager;
use core_ir::text::{ParseOptions, parse_module};
use core_ir::{ConstData, Context, Diagnostics, Graph, Value};
use eval::{DType, Tensor, evaluate};
use passes::constants::elements_of;
use passes::facts::Facts;
use rustc_hash::FxHashMap;

/// The values that a function returns for `inputs`; `None` when eval has no kernel for something in it.
fn run(ctx: &Context, body: &Graph, inputs: &[Tensor]) -> Option<Vec<Tensor>> {
    let block = body.entry()?;
    let mut env: FxHashMap<Value, Tensor> =
        body.block_args(block).iter().copied().zip(inputs.iter().cloned()).collect();
    let facts = Facts::new(ctx);
    for op in body.ops_in(block) {
        if body.is(ctx, op, "func.return") {
            return body.operands(op).map(|value| env.get(&value).cloned()).collect();
        }
        let results = if let Some(id) = elements_of(ctx, body, op) {
            vec![Tensor::from_const(ctx, id).ok()?]
        } else if body.is(ctx, op, "tfl.no_value") {
            vec![Tensor::Absent]
        } else {
            let operands: Vec<Tensor> =
                body.operands(op).map(|value| env.get(&value).cloned()).collect::<Option<_>>()?;
            facts.view(body, op, |view| evaluate(view, &operands).ok())??
        };
        env.extend(body.results(op).iter().copied().zip(results));
    }
    None
}

/// Inputs of the types of a function's arguments, open dimensions taken as 3, with elements of both signs.
fn inputs(ctx: &Context, body: &Graph) -> Option<Vec<Tensor>> {
    let input = |&arg: &Value| {
        let ty = body.value_type(arg);
        let dtype = DType::of(ctx, ctx.elem_type(ty)).filter(|&dtype| dtype != DType::Str)?;
        let shape: Vec<usize> = ctx.shape(ty)?.iter().map(|dim| dim.fixed().unwrap_or(3) as usize).collect();
        let number = |i: usize| (i as i64 * 7 % 5 - 2) as f64;
        let bytes = |i: usize| match dtype {
            DType::Bool => vec![(i % 2) as u8],
            _ => ctx
                .float_to_bytes(ctx.elem_type(ty), number(i) / 2.0)
                .unwrap_or_else(|| (number(i).abs() as i64).to_le_bytes()[..dtype.width()].to_vec()),
        };
        let data: Vec<u8> = (0..shape.iter().product()).flat_map(bytes).collect();
        Tensor::from_data(&shape, dtype, &ConstData::Owned(data.into())).ok()
    };
    body.block_args(body.entry()?).iter().map(input).collect()
}

fn functions<'m>(ctx: &Context, module: &'m Graph) -> Vec<(String, &'m Graph)> {
    let all = module
        .symbols(ctx)
        .filter_map(|(name, op)| Some((ctx.str_text(name).into_owned(), module.inner(op)?)));
    all.collect()
}

#[test]
fn values_stay() {
    dialects::link();
    passes::link();
    let texts = [
        include_str!("../../tests/lit/passes/canonicalize.mlir"),
        include_str!("../../tests/lit/passes/canonicalize-folds.mlir"),
        include_str!("../../tests/lit/passes/canonicalize-tfl.mlir"),
    ];
    let mut compared = 0;
    for text in texts {
        let ctx = Context::new();
        let mut diags = Diagnostics::new();
        let parse = |diags: &mut Diagnostics| {
            parse_module(&ctx, "test.mlir", text, &ParseOptions::default(), diags).expect("it parses")
        };
        let (before, mut after) = (parse(&mut diags), parse(&mut diags));
        let passes: PassManager = passes::pipeline::build("test", "canonicalize").expect("it exists");
        passes
            .run(&ctx, &mut after, &mut diags, &mut ())
            .unwrap_or_else(|_| panic!("{:?}", diags.iter().next()));
        for ((name, before), (_, after)) in functions(&ctx, &before).into_iter().zip(functions(&ctx, &after))
        {
            let Some(inputs) = inputs(&ctx, before) else { continue };
            let Some(want) = run(&ctx, before, &inputs) else { continue };
            let got = run(&ctx, after, &inputs).unwrap_or_else(|| panic!("{name} can not be run any more"));
            assert_eq!(got, want, "{name}");
            compared += 1;
        }
    }
    assert!(compared >= 20, "only {compared} functions were compared");
}
