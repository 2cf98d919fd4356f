//! How saturation, legality and extraction grow with the graph: encoders like BERT of 1.3, 8.5 and 42 thousand
//! operations, and sizes between. `cargo bench -p passes` prints the times and draws them over the operations in
//! `target/criterion/saturation/report/lines.svg`: a straight line is linear growth.

mod support;

use core_ir::Context;
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use passes::eqsat::extract::Extraction;
use passes::eqsat::legality::Legality;
use passes::eqsat::rules::{self, Selection};
use passes::eqsat::{Limits, Target, bridge, engine};
use support::{OPS_PER_LAYER, bert};

const LAYERS: [usize; 6] = [24, 48, 96, 160, 400, 800];

fn saturation(criterion: &mut Criterion) {
    dialects::link();
    passes::link();
    let mut group = criterion.benchmark_group("saturation");
    group.sample_size(10);
    for layers in LAYERS {
        let ctx = Context::new();
        let rules = Selection::of(rules::shipped(&ctx).expect("the rules compile"), |_| None);
        let target = Target::Tflite {
            allow_custom: Default::default(),
            check_types: true,
            partial: false,
            runtime: None,
        };
        let (graph, block) = bert(&ctx, layers);
        let ops = layers * OPS_PER_LAYER;
        group.throughput(Throughput::Elements(ops as u64));
        group.bench_with_input(BenchmarkId::from_parameter(ops), &layers, |bencher, _| {
            bencher.iter_batched(
                || bridge::encode(&ctx, &graph, block),
                |mut encoding| {
                    let done = engine::saturate(&ctx, &mut encoding.egraph, &rules, Limits::default());
                    assert!(!done.expect("the rules are sound").stopped, "a limit ended saturation");
                    let legality = Legality::compute(&ctx, &encoding, &target);
                    assert!(legality.stuck.is_empty(), "an operation was not legalized");
                    let cost = Extraction::new(&ctx, &encoding, &target, &legality).cost;
                    (encoding, cost)
                },
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, saturation);
criterion_main!(benches);
