//! The engine that plugins run in, and how it is set up. Host and compile worker must agree on all of it.

use std::sync::{Condvar, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use core_ir::Diagnostic;
use core_ir::diag::Result;
use wasmtime::{Config, Enabled, Engine, InstanceAllocationStrategy, OperatorCost, PoolingAllocationConfig};

use crate::limits::STACK_BYTES;

/// How often the watchdog looks at the clock.
pub const TICK: Duration = Duration::from_millis(10);

/// What growing a memory by a page costs. Unless it is set, growing is free however much is zeroed.
const GROW_COST: u8 = 128;

/// How many calls the pool has room for at once.
const POOL_CALLS: u32 = 16;

/// What the pool has room for in a call; a plugin that has more is run without it.
const POOL_INSTANCES: u32 = 8;
const POOL_TABLES: u32 = 4;

/// A plugin that may have larger tables is run without the pool, which could not say why it refuses to grow one.
pub const POOL_TABLE_ELEMENTS: u64 = 100_000;

/// The pool keeps this much of a memory mapped for the next call, and only cleans what the last one wrote, where the system
/// can tell. Most of what a call costs is otherwise the system's work for memory that is new each time.
const POOL_RESIDENT: usize = 1 << 20;

/// The engine for plugins, with a thread that counts its ticks. It has memory for calls at hand, unless the system does not
/// give that much address space.
pub fn running() -> Result<Engine> {
    pooled().clone().map_or_else(plain, Ok)
}

/// The engine for plugins that the pool has no room for, with a thread too.
pub fn plain() -> Result<Engine> {
    static PLAIN: OnceLock<std::result::Result<Engine, String>> = OnceLock::new();
    let engine = PLAIN.get_or_init(|| ticking(bare()?));
    engine.clone().map_err(|why| {
        Box::new(Diagnostic::error("plugin-engine", format!("plugins cannot be run on this machine: {why}")))
    })
}

fn pooled() -> &'static Option<Engine> {
    static POOLED: OnceLock<Option<Engine>> = OnceLock::new();
    POOLED.get_or_init(|| {
        let mut pool = PoolingAllocationConfig::default();
        pool.total_component_instances(POOL_CALLS)
            .total_core_instances(POOL_CALLS * POOL_INSTANCES)
            .max_core_instances_per_component(POOL_INSTANCES)
            .total_tables(POOL_CALLS * POOL_TABLES)
            .max_tables_per_component(POOL_TABLES)
            .table_elements(POOL_TABLE_ELEMENTS as usize)
            .total_memories(POOL_CALLS)
            .max_memories_per_component(1)
            .max_unused_warm_slots(POOL_CALLS)
            .linear_memory_keep_resident(POOL_RESIDENT)
            .table_keep_resident(POOL_RESIDENT)
            .pagemap_scan(Enabled::Auto);
        let mut config = config();
        config.allocation_strategy(InstanceAllocationStrategy::Pooling(pool));
        Engine::new(&config).ok().and_then(|engine| ticking(engine).ok())
    })
}

/// Room for one call in the pool. It is given back when this is dropped.
pub(crate) struct Room(());

/// Calls that have room, and those that wait for it.
static CALLS: Mutex<(u32, u32)> = Mutex::new((0, 0));
static LEFT: Condvar = Condvar::new();

impl Room {
    /// Waits for room, where `engine` has a pool. No call waits for another, so that it comes.
    pub(crate) fn of(engine: &Engine) -> Option<Self> {
        pooled().as_ref().filter(|pooled| Engine::same(pooled, engine))?;
        let mut calls = CALLS.lock().unwrap_or_else(PoisonError::into_inner);
        while calls.0 >= POOL_CALLS {
            calls.1 += 1;
            calls = LEFT.wait(calls).unwrap_or_else(PoisonError::into_inner);
            calls.1 -= 1;
        }
        calls.0 += 1;
        Some(Self(()))
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let mut calls = CALLS.lock().unwrap_or_else(PoisonError::into_inner);
        calls.0 -= 1;
        // To tell nobody takes a call of the system too.
        if calls.1 > 0 {
            LEFT.notify_one();
        }
    }
}

/// `engine` with a thread that counts its ticks.
fn ticking(engine: Engine) -> std::result::Result<Engine, String> {
    let weak = engine.weak();
    let tick = move || {
        while let Some(engine) = weak.upgrade() {
            engine.increment_epoch();
            drop(engine);
            std::thread::sleep(TICK);
        }
    };
    let thread = std::thread::Builder::new().name("plugin-watchdog".into()).spawn(tick);
    thread.map(|_| engine).map_err(|why| format!("no thread for the watchdog: {why}"))
}

/// The engine without a watchdog, for compiling. What it makes runs in the others.
pub fn bare() -> std::result::Result<Engine, String> {
    Engine::new(&config()).map_err(|why| format!("{why:#}"))
}

fn config() -> Config {
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
    config
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_engines_run_the_same_code() {
        let hash = |engine: &Engine| crate::digest::of_hash(engine.precompile_compatibility_hash());
        let plain = plain().expect("an engine");
        assert_eq!(hash(&bare().expect("an engine")), hash(&plain));
        assert_eq!(hash(&running().expect("an engine")), hash(&plain));
    }

    #[test]
    fn the_pool_has_room_for_some_calls_at_once() {
        let engine = running().expect("an engine");
        assert!(Room::of(&plain().expect("an engine")).is_none());
        let rooms: Vec<Option<Room>> = (0..POOL_CALLS).map(|_| Room::of(&engine)).collect();
        if rooms[0].is_some() {
            let waiting = std::thread::spawn(move || drop(Room::of(&engine)));
            assert!(!waiting.is_finished());
            drop(rooms);
            waiting.join().expect("there is room again");
        }
    }
}
