//! One call: what the plugin can reach while it runs, and what it may use.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use core_ir::ConstData;
use wasmtime::component::Component;
use wasmtime::{Engine, ResourceLimiter, Store};

use crate::engine::{Room, TICK};
use crate::fault::{Fault, of_error};
use crate::limits::Limits;
use crate::model::{Declaration, Fragment, OpView, Operand, Severity, Tensor, TensorType};
use crate::v0_1::{Answer, Linked};

/// Something that a plugin says during a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// How bad it is.
    pub severity: Severity,
    /// The text, as it came.
    pub text: String,
}

/// The elements of a constant operand, laid out for a plugin when it first asks.
#[derive(Clone, Debug)]
pub struct ConstOperand {
    data: ConstData,
    count: usize,
    laid_out: Arc<OnceLock<Vec<u8>>>,
}

impl ConstOperand {
    /// A constant of `count` elements.
    pub fn new(data: ConstData, count: usize) -> Self {
        Self { data, count, laid_out: Arc::default() }
    }

    /// How many bytes a plugin sees.
    pub fn len(&self) -> u64 {
        match &self.data {
            ConstData::Strings(strings) => strings.iter().map(|text| 4 + text.len() as u64).sum(),
            data => data.byte_len(self.count) as u64,
        }
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All bytes.
    pub fn bytes(&self) -> &[u8] {
        match &self.data {
            ConstData::Owned(bytes) => bytes,
            ConstData::Mapped(mapped) => mapped.as_slice(),
            ConstData::Strings(strings) => self.laid_out.get_or_init(|| {
                strings
                    .iter()
                    .flat_map(|text| [&(text.len() as u32).to_le_bytes()[..], text].concat())
                    .collect()
            }),
            data => self.laid_out.get_or_init(|| data.bytes(self.count).unwrap_or_default().into_owned()),
        }
    }

    fn read(&self, offset: u64, len: u32) -> Option<Vec<u8>> {
        let start = usize::try_from(offset).ok()?;
        self.bytes().get(start..start.checked_add(len as usize)?).map(<[u8]>::to_vec)
    }
}

/// What one call can reach, and what it used.
pub struct Call {
    consts: Vec<Option<ConstOperand>>,
    settings: Arc<BTreeMap<String, String>>,
    said: Vec<Said>,
    said_bytes: u64,
    memory: u64,
    table_elements: u64,
    limits: Arc<Limits>,
    entered: Option<Instant>,
}

impl Call {
    /// The plugin is there, and its function is called now.
    pub(crate) fn enter(&mut self) {
        self.entered = Some(Instant::now());
    }

    /// Keeps what the plugin says, up to its limit.
    pub fn say(&mut self, said: Said) {
        let left = self.limits.log_bytes.saturating_sub(self.said_bytes);
        self.said_bytes = self.said_bytes.saturating_add(said.text.len() as u64);
        if left > 0 && self.said.len() < 1_000 {
            let most = usize::try_from(left).unwrap_or(usize::MAX);
            self.said.push(Said { text: said.text.chars().take(most).collect(), ..said });
        }
    }

    /// Elements of a constant operand.
    pub fn read_const(&self, index: u32, offset: u64, len: u32) -> Result<Vec<u8>, Fault> {
        let fault =
            |note: String| Fault::new("plugin-read-const", "read a constant that is not there").note(note);
        let Some(operand) = self.consts.get(index as usize) else {
            return Err(fault(format!("there is no operand {index}")));
        };
        let Some(operand) = operand else { return Err(fault(format!("operand {index} is not constant"))) };
        let range =
            || format!("operand {index} has {} bytes; {len} were read from byte {offset}", operand.len());
        operand.read(offset, len).ok_or_else(|| fault(range()))
    }

    /// What the user set.
    pub fn setting(&self, name: &str) -> Option<String> {
        self.settings.get(name).cloned()
    }
}

impl ResourceLimiter for Call {
    fn memory_growing(&mut self, current: usize, desired: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        let sum = self.memory.saturating_add(desired.saturating_sub(current) as u64);
        if sum > self.limits.memory {
            let note = format!("{sum} bytes were asked for");
            return Err(Fault::limit("plugin-memory", "asked for more memory than it may", "memory")
                .note(note)
                .into());
        }
        self.memory = sum;
        Ok(true)
    }

    fn table_growing(&mut self, current: usize, desired: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        let sum = self.table_elements.saturating_add(desired.saturating_sub(current) as u64);
        if sum > self.limits.tables {
            let note = format!("{sum} elements were asked for");
            let fault =
                Fault::limit("plugin-tables", "asked for larger tables than it may", "table-elements");
            return Err(fault.note(note).into());
        }
        self.table_elements = sum;
        Ok(true)
    }

    fn instances(&self) -> usize {
        usize::try_from(self.limits.instances).unwrap_or(usize::MAX)
    }

    fn tables(&self) -> usize {
        usize::try_from(self.limits.table_count).unwrap_or(usize::MAX)
    }

    fn memories(&self) -> usize {
        usize::try_from(self.limits.memories).unwrap_or(usize::MAX)
    }
}

/// What came of a call.
#[derive(Debug)]
pub struct Outcome<T> {
    /// The answer.
    pub result: Result<T, Fault>,
    /// The fuel that was used; nothing after the watchdog, when it is not known.
    pub fuel: Option<u64>,
    /// What the plugin said meanwhile.
    pub said: Vec<Said>,
    /// How long its function took, without making the instance.
    pub time: Duration,
}

impl<T> Outcome<Answer<T>> {
    /// With the answer made into something else.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Outcome<Answer<U>> {
        let Self { result, fuel, said, time } = self;
        Outcome { result: result.map(|answer| answer.map(make)), fuel, said, time }
    }
}

/// A plugin that can be called. Each call has memory of its own: nothing is left of the one before.
pub struct Runner {
    engine: Engine,
    linked: Linked,
    limits: Arc<Limits>,
    settings: Arc<BTreeMap<String, String>>,
}

impl Runner {
    /// Links a component.
    pub fn new(
        engine: &Engine,
        component: &Component,
        limits: Limits,
        settings: BTreeMap<String, String>,
    ) -> core_ir::diag::Result<Self> {
        let linked = Linked::new(engine, component)?;
        Ok(Self { engine: engine.clone(), linked, limits: Arc::new(limits), settings: Arc::new(settings) })
    }

    /// What it may use.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// What the user set for it.
    pub fn settings(&self) -> &BTreeMap<String, String> {
        &self.settings
    }

    /// The interfaces that it implements.
    pub fn interfaces(&self) -> Vec<&'static str> {
        self.linked.interfaces()
    }

    /// Converts an operation whose constant operands are `consts`.
    pub fn convert(&self, op: &OpView, consts: Vec<Option<ConstOperand>>) -> Outcome<Answer<Fragment>> {
        let bounds = self.ordinary();
        self.call(bounds, consts, |store| self.linked.convert(store, op))
    }

    /// Infers the types of an operation's results.
    pub fn infer(&self, op: &OpView, consts: Vec<Option<ConstOperand>>) -> Outcome<Answer<Vec<TensorType>>> {
        let bounds = self.ordinary();
        self.call(bounds, consts, |store| self.linked.infer(store, op))
    }

    /// Computes an operation whose operands are `consts`; one that is absent has no elements.
    pub fn evaluate(&self, op: &OpView, consts: Vec<Option<ConstOperand>>) -> Outcome<Answer<Vec<Tensor>>> {
        let inputs = tensors(op, &consts);
        let bytes: u64 = inputs.iter().map(|tensor| tensor.data.len() as u64).sum();
        let limits = &self.limits;
        let bounds = Bounds {
            fuel: limits.fold_fuel.saturating_add(bytes.saturating_mul(100)),
            wall_ms: limits.fold_wall_ms,
            copy: limits.fold_copy,
            fold: true,
        };
        self.call(bounds, consts, |store| self.linked.evaluate(store, op, &inputs))
    }

    /// The plugin's rules.
    pub fn rules_text(&self) -> Outcome<String> {
        let bounds = Bounds { fuel: self.limits.describe_fuel, ..self.ordinary() };
        self.call(bounds, Vec::new(), |store| self.linked.rules_text(store))
    }

    /// What the plugin declares of operations.
    pub fn declare(&self) -> Outcome<Vec<Declaration>> {
        let bounds = Bounds { fuel: self.limits.describe_fuel, ..self.ordinary() };
        self.call(bounds, Vec::new(), |store| self.linked.declare(store))
    }

    fn ordinary(&self) -> Bounds {
        Bounds { fuel: self.limits.fuel, wall_ms: self.limits.wall_ms, copy: self.limits.copy, fold: false }
    }

    fn call<T>(
        &self,
        bounds: Bounds,
        consts: Vec<Option<ConstOperand>>,
        run: impl FnOnce(&mut Store<Call>) -> wasmtime::Result<T>,
    ) -> Outcome<T> {
        let call = Call {
            consts,
            settings: self.settings.clone(),
            said: Vec::new(),
            said_bytes: 0,
            memory: 0,
            table_elements: 0,
            limits: self.limits.clone(),
            entered: None,
        };
        let _room = Room::of(&self.engine);
        let mut store = Store::new(&self.engine, call);
        store.limiter(|call| call);
        // A start function runs when the plugin is instantiated: all limits stand before that.
        let fueled = store.set_fuel(bounds.fuel);
        store.set_epoch_deadline(bounds.wall_ms.div_ceil(TICK.as_millis() as u64).saturating_add(1));
        store.set_hostcall_fuel(usize::try_from(bounds.copy).unwrap_or(usize::MAX));
        store.set_max_component_handles(usize::try_from(self.limits.handles).unwrap_or(usize::MAX));
        let result = fueled.and_then(|()| run(&mut store)).map_err(|error| of_error(&error, bounds.fold));
        let time = store.data().entered.map_or(Duration::ZERO, |entered| entered.elapsed());
        let is_watchdog = |fault: &Fault| fault.code == "plugin-watchdog";
        let left = store.get_fuel().ok().filter(|_| !result.as_ref().is_err_and(is_watchdog));
        let fuel = left.map(|left| bounds.fuel.saturating_sub(left));
        Outcome { result, fuel, said: store.into_data().said, time }
    }
}

/// Operands with their elements.
fn tensors(op: &OpView, consts: &[Option<ConstOperand>]) -> Vec<Tensor> {
    let tensor = |(operand, konst): (&Operand, &Option<ConstOperand>)| Tensor {
        ty: operand.ty.clone(),
        data: konst.as_ref().map(|konst| konst.bytes().to_vec()).unwrap_or_default(),
    };
    op.operands.iter().zip(consts).map(tensor).collect()
}

/// What one call may use.
struct Bounds {
    fuel: u64,
    wall_ms: u64,
    copy: u64,
    fold: bool,
}
