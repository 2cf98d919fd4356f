//! The engine that plugins run in, and how it is set up. Host and compile worker must agree on all of it.

use std::sync::OnceLock;
use std::time::Duration;

use core_ir::Diagnostic;
use core_ir::diag::Result;
use wasmtime::{Config, Engine, OperatorCost};

use crate::limits::STACK_BYTES;

/// How often the watchdog looks at the clock.
pub const TICK: Duration = Duration::from_millis(10);

/// What growing a memory by a page costs. Unless it is set, growing is free however much is zeroed.
const GROW_COST: u8 = 128;

/// The engine for plugins, with a thread that counts its ticks.
pub fn running() -> Result<Engine> {
    static ENGINE: OnceLock<std::result::Result<Engine, String>> = OnceLock::new();
    let engine = ENGINE.get_or_init(|| {
        let engine = bare()?;
        let weak = engine.weak();
        let tick = move || {
            while let Some(engine) = weak.upgrade() {
                engine.increment_epoch();
                drop(engine);
                std::thread::sleep(TICK);
            }
        };
        std::thread::Builder::new()
            .name("plugin-watchdog".into())
            .spawn(tick)
            .map_err(|why| format!("no thread for the watchdog: {why}"))?;
        Ok(engine)
    });
    engine.clone().map_err(|why| {
        Box::new(Diagnostic::error("plugin-engine", format!("plugins cannot be run on this machine: {why}")))
    })
}

/// The engine without a watchdog, for compiling.
pub fn bare() -> std::result::Result<Engine, String> {
    let mut config = Config::new();
    let mut cost = OperatorCost::new();
    cost.variable.memory_grow_per_page = GROW_COST;
    config
        .wasm_component_model(true)
        // What a plugin computes is the same on every machine and in every run.
        .cranelift_nan_canonicalization(true)
        .wasm_relaxed_simd(false)
        .wasm_memory64(false)
        .consume_fuel(true)
        .operator_cost(cost)
        .epoch_interruption(true)
        .max_wasm_stack(STACK_BYTES);
    Engine::new(&config).map_err(|why| format!("{why:#}"))
}
