//! How saturation, legality and extraction grow with the graph: encoders like BERT of 1.3, 8.5 and 42 thousand
//! operations, and sizes between. The operations per second that `cargo bench -p passes` prints stay the same when growth
//! is linear.

mod support;

use core_ir::Context;
use divan::Bencher;
use divan::counter::ItemsCount;
use passes::eqsat::extract::Extraction;
use passes::eqsat::legality::Legality;
use passes::eqsat::rules::{self, Selection};
use passes::eqsat::{Limits, Options, Target, bridge, together};
use support::{OPS_PER_LAYER, bert};

fn main() {
    dialects::link();
    passes::link();
    divan::main();
}

fn shipped(ctx: &Context) -> Selection {
    Selection::of(rules::shipped(ctx).expect("the rules compile"), |_| None)
}

fn tflite() -> Target {
    Target::Tflite { allow_custom: Default::default(), check_types: true, partial: false, runtime: None }
}

/// All three, by the number of layers. Asserts that no limit ended saturation and that the whole graph is legal.
#[divan::bench(args = [24, 48, 96, 160, 400, 800], sample_count = 7, sample_size = 1)]
fn saturation(bencher: Bencher<'_, '_>, layers: usize) {
    let ctx = Context::new();
    let (rules, target) = (shipped(&ctx), tflite());
    let options = Options { rules: &rules, target: &target, limits: Limits::default(), asked: None };
    let (graph, block) = bert(&ctx, layers);
    bencher
        .counter(ItemsCount::new(layers * OPS_PER_LAYER))
        .with_inputs(|| bridge::encode(&ctx, &graph, block))
        .bench_local_values(|mut encoding| {
            let done = together::saturate(&ctx, &mut encoding, &options);
            assert!(!done.expect("the rules are sound").stopped, "a limit ended saturation");
            let legality = Legality::compute(&ctx, &encoding, &target);
            assert!(legality.stuck.is_empty(), "an operation was not legalized");
            Extraction::new(&ctx, &encoding, &legality).cost
        });
}

/// The last step alone.
#[divan::bench(args = [24, 160, 800], sample_count = 7, sample_size = 1)]
fn extraction(bencher: Bencher<'_, '_>, layers: usize) {
    let ctx = Context::new();
    let (rules, target) = (shipped(&ctx), tflite());
    let options = Options { rules: &rules, target: &target, limits: Limits::default(), asked: None };
    let (graph, block) = bert(&ctx, layers);
    let mut encoding = bridge::encode(&ctx, &graph, block);
    together::saturate(&ctx, &mut encoding, &options).expect("the rules are sound");
    let legality = Legality::compute(&ctx, &encoding, &target);
    bencher
        .counter(ItemsCount::new(layers * OPS_PER_LAYER))
        .bench_local(|| Extraction::new(&ctx, &encoding, &legality).cost);
}
