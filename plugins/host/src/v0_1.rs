//! Version 0.1 of the interface: the bindings that the engine makes of the text, and the way to the model and back.

#[allow(missing_docs, clippy::all, unreachable_pub, dead_code)]
mod bindings {
    wasmtime::component::bindgen!({
        path: "../wit/released/0.1.0",
        world: "full-plugin",
    });
}

use core_ir::Diagnostic;
use core_ir::diag::Result;
use wasmtime::component::{Component, InstancePre, Linker};
use wasmtime::{Engine, Store, StoreContextMut};

use self::bindings::exports::tfl_opt::plugin as exports;
use self::bindings::tfl_opt::plugin::types as wit;
use crate::fault::{Fault, clean};
use crate::instance::{Call, Said};
use crate::model;

/// The functions of an interface, of an instance that is made for them.
macro_rules! guest {
    ($linked:ident, $store:ident, $interface:ident) => {{
        let instance = $linked.pre.instantiate(&mut *$store)?;
        let found = $linked.$interface.as_ref().ok_or_else(|| missing(stringify!($interface)))?;
        let guest = found.load(&mut *$store, &instance).map_err(misfit)?;
        $store.data_mut().enter();
        guest
    }};
}

/// A component that is linked, and what it exports.
pub struct Linked {
    pre: InstancePre<Call>,
    converter: Option<exports::converter::GuestIndices>,
    shape: Option<exports::shape::GuestIndices>,
    fold: Option<exports::fold::GuestIndices>,
    rules: Option<exports::rules::GuestIndices>,
    declarations: Option<exports::declarations::GuestIndices>,
}

/// What a plugin answers, beneath what can go wrong with the call.
pub type Answer<T> = std::result::Result<T, model::Failure>;

impl Linked {
    /// Links `component`. Fails with code `plugin-link`.
    pub fn new(engine: &Engine, component: &Component) -> Result<Self> {
        let mut linker = Linker::new(engine);
        let pre = add_host(&mut linker)
            .and_then(|()| linker.instantiate_pre(component))
            .map_err(|why| Box::new(link_fault(&why)))?;
        // An interface that is there must have the right types; one that is not there is no fault.
        Ok(Self {
            converter: probe(component, "converter", exports::converter::GuestIndices::new(&pre))?,
            shape: probe(component, "shape", exports::shape::GuestIndices::new(&pre))?,
            fold: probe(component, "fold", exports::fold::GuestIndices::new(&pre))?,
            rules: probe(component, "rules", exports::rules::GuestIndices::new(&pre))?,
            declarations: probe(component, "declarations", exports::declarations::GuestIndices::new(&pre))?,
            pre,
        })
    }

    /// The interfaces that are there.
    pub fn interfaces(&self) -> Vec<&'static str> {
        let all = [
            ("converter", self.converter.is_some()),
            ("shape", self.shape.is_some()),
            ("fold", self.fold.is_some()),
            ("rules", self.rules.is_some()),
            ("declarations", self.declarations.is_some()),
        ];
        all.into_iter().filter(|row| row.1).map(|row| row.0).collect()
    }

    /// `converter.convert`.
    pub fn convert(
        &self,
        store: &mut Store<Call>,
        op: &model::OpView,
    ) -> wasmtime::Result<Answer<model::Fragment>> {
        let guest = guest!(self, store, converter);
        let answer = guest.call_convert(store, &to_op(op))?;
        Ok(answer.map(from_fragment).map_err(from_failure))
    }

    /// `shape.infer`.
    pub fn infer(
        &self,
        store: &mut Store<Call>,
        op: &model::OpView,
    ) -> wasmtime::Result<Answer<Vec<model::TensorType>>> {
        let guest = guest!(self, store, shape);
        let answer = guest.call_infer(store, &to_op(op))?;
        Ok(answer.map(|types| types.into_iter().map(from_type).collect()).map_err(from_failure))
    }

    /// `fold.evaluate`.
    pub fn evaluate(
        &self,
        store: &mut Store<Call>,
        op: &model::OpView,
        inputs: &[model::Tensor],
    ) -> wasmtime::Result<Answer<Vec<model::Tensor>>> {
        let guest = guest!(self, store, fold);
        let inputs: Vec<wit::Tensor> = inputs.iter().map(to_tensor).collect();
        let answer = guest.call_evaluate(store, &to_op(op), &inputs)?;
        Ok(answer.map(|tensors| tensors.into_iter().map(from_tensor).collect()).map_err(from_failure))
    }

    /// `rules.rules-text`.
    pub fn rules_text(&self, store: &mut Store<Call>) -> wasmtime::Result<String> {
        let guest = guest!(self, store, rules);
        guest.call_rules_text(store)
    }

    /// `declarations.declare`.
    pub fn declare(&self, store: &mut Store<Call>) -> wasmtime::Result<Vec<model::Declaration>> {
        let guest = guest!(self, store, declarations);
        Ok(guest.call_declare(store)?.into_iter().map(from_declaration).collect())
    }
}

fn missing(interface: &str) -> wasmtime::Error {
    wasmtime::Error::msg(format!("the plugin has no `{interface}`"))
}

/// The types of an interface are compared when it is first used.
fn misfit(why: wasmtime::Error) -> wasmtime::Error {
    let fault = Fault::new("plugin-link", "does not fit the interface that it was built for");
    why.chain().fold(fault, |fault, why| fault.note(clean(&why.to_string(), 300))).into()
}

fn link_fault(why: &wasmtime::Error) -> Diagnostic {
    let fault =
        Diagnostic::error("plugin-link", "the plugin does not fit the interface that it was built for");
    why.chain().fold(fault, |fault, why| fault.note(clean(&why.to_string(), 300)))
}

/// What is known of an interface: nothing, if the component does not export it.
fn probe<T>(component: &Component, name: &str, found: wasmtime::Result<T>) -> Result<Option<T>> {
    let engine = component.engine();
    let prefix = format!("tfl-opt:plugin/{name}@");
    let exports = component.component_type();
    match found {
        Ok(found) => Ok(Some(found)),
        Err(why) if exports.exports(engine).any(|(name, _)| name.starts_with(&prefix)) => {
            Err(Box::new(link_fault(&why)))
        }
        Err(_) => Ok(None),
    }
}

/// The only functions that a plugin can call.
fn add_host(linker: &mut Linker<Call>) -> wasmtime::Result<()> {
    type Caller<'a> = StoreContextMut<'a, Call>;
    // The types are those of the bindings; their own glue does not give the fuel.
    let mut host = linker.instance("tfl-opt:plugin/host@0.1.0")?;
    host.func_wrap("log", |mut caller: Caller<'_>, (level, text): (wit::Severity, String)| {
        charge(&mut caller, text.len() as u64)?;
        caller.data_mut().say(Said { severity: from_severity(level), text });
        Ok(())
    })?;
    host.func_wrap("read-const", |mut caller: Caller<'_>, (index, offset, len): (u32, u64, u32)| {
        charge(&mut caller, len.into())?;
        Ok((caller.data().read_const(index, offset, len)?,))
    })?;
    host.func_wrap("setting", |mut caller: Caller<'_>, (name,): (String,)| {
        let value = caller.data().setting(&name);
        charge(&mut caller, (name.len() + value.as_ref().map_or(0, String::len)) as u64)?;
        Ok((value,))
    })
}

/// The host's work costs fuel as the plugin's does.
fn charge(caller: &mut StoreContextMut<'_, Call>, bytes: u64) -> wasmtime::Result<()> {
    let left = caller.get_fuel()?.checked_sub(100 + bytes / 16);
    caller.set_fuel(left.unwrap_or(0))?;
    left.map(|_| ()).ok_or_else(|| wasmtime::Trap::OutOfFuel.into())
}

fn to_type(ty: &model::TensorType) -> wit::TensorType {
    wit::TensorType { elem: ty.elem.clone(), dims: ty.dims.clone() }
}

fn from_type(ty: wit::TensorType) -> model::TensorType {
    model::TensorType { elem: ty.elem, dims: ty.dims }
}

fn to_tensor(tensor: &model::Tensor) -> wit::Tensor {
    wit::Tensor { ty: to_type(&tensor.ty), data: tensor.data.clone() }
}

fn from_tensor(tensor: wit::Tensor) -> model::Tensor {
    model::Tensor { ty: from_type(tensor.ty), data: tensor.data }
}

fn to_op(op: &model::OpView) -> wit::OpView {
    let attr =
        |attr: &model::NamedAttr| wit::NamedAttr { name: attr.name.clone(), value: to_attr(&attr.value) };
    let operand =
        |operand: &model::Operand| wit::Operand { ty: to_type(&operand.ty), const_len: operand.const_len };
    wit::OpView {
        name: op.name.clone(),
        attrs: op.attrs.iter().map(attr).collect(),
        operands: op.operands.iter().map(operand).collect(),
        results: op.results.iter().map(to_type).collect(),
    }
}

macro_rules! both_ways {
    ($($case:ident),*) => {
        fn to_attr(attr: &model::Attr) -> wit::Attr {
            match attr {
                model::Attr::Unit => wit::Attr::Unit,
                model::Attr::Dense(tensor) => wit::Attr::Dense(to_tensor(tensor)),
                model::Attr::Options(entries) => wit::Attr::Options(entries.iter().map(to_option).collect()),
                $(model::Attr::$case(value) => wit::Attr::$case(value.clone()),)*
            }
        }

        fn from_attr(attr: wit::Attr) -> model::Attr {
            match attr {
                wit::Attr::Unit => model::Attr::Unit,
                wit::Attr::Dense(tensor) => model::Attr::Dense(from_tensor(tensor)),
                wit::Attr::Options(entries) => model::Attr::Options(entries.into_iter().map(from_option).collect()),
                $(wit::Attr::$case(value) => model::Attr::$case(value),)*
            }
        }
    };
}

both_ways!(
    Boolean, Int, Float, Text, Bytes, Ty, Shape, Symbol, Booleans, Ints, Floats, Texts, Types, Shapes,
    Symbols, Opaque
);

macro_rules! options_both_ways {
    ([$($plain:ident),*] $($case:ident),*) => {
        fn to_option(entry: &model::OptionEntry) -> wit::OptionEntry {
            let value = match &entry.value {
                $(model::OptionValue::$plain => wit::OptionValue::$plain,)*
                $(model::OptionValue::$case(value) => wit::OptionValue::$case(value.clone()),)*
            };
            wit::OptionEntry { parent: entry.parent, key: entry.key.clone(), value }
        }

        fn from_option(entry: wit::OptionEntry) -> model::OptionEntry {
            let value = match entry.value {
                $(wit::OptionValue::$plain => model::OptionValue::$plain,)*
                $(wit::OptionValue::$case(value) => model::OptionValue::$case(value),)*
            };
            model::OptionEntry { parent: entry.parent, key: entry.key, value }
        }
    };
}

options_both_ways!([Null, Items, Fields] Boolean, Int, Float, Text, Bytes, Ints, Floats, Texts);

fn from_new_op(op: wit::NewOp) -> model::NewOp {
    let attr = |attr: wit::NamedAttr| model::NamedAttr { name: attr.name, value: from_attr(attr.value) };
    model::NewOp {
        name: op.name,
        attrs: op.attrs.into_iter().map(attr).collect(),
        operands: op.operands,
        results: op.results.into_iter().map(from_type).collect(),
        regions: op.regions,
    }
}

fn from_fragment(fragment: wit::Fragment) -> model::Fragment {
    let region = |region: wit::Region| model::Region {
        params: region.params.into_iter().map(from_type).collect(),
        ops: region.ops.into_iter().map(from_new_op).collect(),
        results: region.results,
    };
    model::Fragment {
        consts: fragment.consts.into_iter().map(from_tensor).collect(),
        ops: fragment.ops.into_iter().map(from_new_op).collect(),
        results: fragment.results,
        regions: fragment.regions.into_iter().map(region).collect(),
        custom_cost: fragment.custom_cost,
    }
}

fn from_severity(severity: wit::Severity) -> model::Severity {
    match severity {
        wit::Severity::Note => model::Severity::Note,
        wit::Severity::Warning => model::Severity::Warning,
        wit::Severity::Error => model::Severity::Error,
    }
}

fn from_failure(failure: wit::Failure) -> model::Failure {
    let remark = |diag: wit::Diagnostic| model::Remark {
        severity: from_severity(diag.severity),
        message: diag.message,
        operand: diag.operand,
        attr: diag.attr,
        help: diag.help,
    };
    match failure {
        wit::Failure::Declined(why) => model::Failure::Declined(why),
        wit::Failure::Failed(diags) => model::Failure::Failed(diags.into_iter().map(remark).collect()),
    }
}

fn from_declaration(declaration: exports::declarations::Declaration) -> model::Declaration {
    use exports::declarations as wit;
    let quantization = |q: wit::Quantization| model::Quantization {
        storage: q.storage,
        same_scale: q.same_scale,
        weights: q.weights.into_iter().map(|w| model::Weight { operand: w.operand, axis: w.axis }).collect(),
        biases: q
            .biases
            .into_iter()
            .map(|b| model::Bias { operand: b.operand, input: b.input, weight: b.weight })
            .collect(),
        fixed: q
            .fixed
            .into_iter()
            .map(|f| model::FixedRange {
                output: f.output,
                elem: f.elem,
                scale: f.scale,
                zero_point: f.zero_point,
            })
            .collect(),
    };
    model::Declaration {
        op: declaration.op,
        effects: match declaration.effects {
            wit::Effects::Pure => model::Effects::Pure,
            wit::Effects::Reads => model::Effects::Reads,
            wit::Effects::Writes => model::Effects::Writes,
        },
        quantization: declaration.quantization.map(quantization),
    }
}
