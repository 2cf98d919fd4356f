//! The plugins of a run, as a source of candidates.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use core_ir::spec::Traits;
use core_ir::text::type_text;
use core_ir::{ConstId, Context, Diagnostic, DictId, OpName, TypeId};
use passes::candidates::{Answer, Candidate, OpSource, Request};
use passes::refine::meet;
use rustc_hash::FxHashMap;

use crate::crash::{Crash, Task};
use crate::fault::{Fault, clean};
use crate::fragment::{self, Place};
use crate::instance::{ConstOperand, Outcome, Runner, Said};
use crate::limits::MOST_NAME_BYTES;
use crate::load::Plugin;
use crate::model::{Declaration, Effects, Failure, Fragment, OpView, Remark, Severity, Tensor, TensorType};
use crate::v0_1::Answer as PluginAnswer;
use crate::view;

/// Plugins, and which of them is asked about what.
#[derive(Default)]
pub struct PluginSet {
    plugins: Vec<Plugin>,
    by_op: BTreeMap<String, usize>,
    by_composite: BTreeMap<String, usize>,
    rules: Vec<(String, String)>,
    declarations: BTreeMap<String, (usize, Declaration)>,
}

impl PluginSet {
    /// Puts plugins together. Two may claim one operation only if `prefer` says which is asked, by its id. What there
    /// is to say besides goes into `said`.
    pub fn new(
        plugins: Vec<Plugin>,
        prefer: &BTreeMap<String, String>,
        said: &mut Vec<Diagnostic>,
    ) -> core_ir::diag::Result<Self> {
        let mut set = Self { plugins, ..Self::default() };
        for (at, plugin) in set.plugins.iter().enumerate() {
            let manifest = &plugin.manifest;
            if let Some(other) = set.plugins[..at].iter().find(|other| other.manifest.id == manifest.id) {
                let text = format!("plugin `{}` is loaded twice", manifest.id);
                return Diagnostic::error("plugin-conflict", text)
                    .note(format!("from {} and {}", other.file.display(), plugin.file.display()))
                    .err();
            }
            let lists = [(&manifest.ops, &mut set.by_op), (&manifest.composites, &mut set.by_composite)];
            for (names, owners) in lists {
                for name in names {
                    let preferred = prefer.get(name);
                    let other = owners.get(name).copied().filter(|&other| other != at);
                    match (other, preferred) {
                        (None, _) => _ = owners.insert(name.clone(), at),
                        (Some(_), Some(id)) if *id == manifest.id => _ = owners.insert(name.clone(), at),
                        (Some(other), Some(id)) if *id == set.plugins[other].manifest.id => {}
                        (Some(other), _) => {
                            let ids = [&set.plugins[other].manifest.id, &manifest.id];
                            let text = format!("plugins `{}` and `{}` both convert `{name}`", ids[0], ids[1]);
                            return Diagnostic::error("plugin-conflict", text)
                                .help(format!("say which with `--prefer-plugin {name}={}`", ids[0]))
                                .err();
                        }
                    }
                }
            }
        }
        set.listen(said)?;
        Ok(set)
    }

    /// Has plugins say once what is true of all models.
    fn listen(&mut self, said: &mut Vec<Diagnostic>) -> core_ir::diag::Result<()> {
        // What cannot be read is told here, and not of each model.
        let ctx = Context::new();
        for (at, plugin) in self.plugins.iter().enumerate() {
            let (title, interfaces) = (plugin.title(), plugin.runner.interfaces());
            let failed = |fault: Fault, doing: &str| {
                let text = format!("plugin `{title}` {} while {doing}", fault.what);
                let diag = Diagnostic::error(fault.code, text).in_file(&plugin.file);
                Box::new(fault.notes.into_iter().fold(diag, Diagnostic::note))
            };
            plugin.define(&ctx)?;
            if interfaces.contains(&"rules") {
                let text = plugin.runner.rules_text().result;
                let text = text.map_err(|fault| failed(fault, "giving its rules"))?;
                if !text.is_empty() {
                    self.rules.push((format!("rules of plugin {title}"), text));
                }
            }
            let declared = if interfaces.contains(&"declarations") {
                let declared = plugin.runner.declare().result;
                declared.map_err(|fault| failed(fault, "declaring operations"))?
            } else {
                Vec::new()
            };
            for declaration in declared {
                let op = clean(&declaration.op, MOST_NAME_BYTES);
                if !ctx.declare_effects(&op, traits(declaration.effects)) {
                    let text = format!("plugin `{title}` declares `{op}`, which a dialect defines");
                    let help = "it counts of operations that no dialect has, and of `tfl.custom:CODE`";
                    said.push(Diagnostic::warning("plugin-declaration", text).help(help));
                    continue;
                }
                if let Some((other, _)) = self.declarations.get(&op) {
                    let ids = [&self.plugins[*other].manifest.id, &plugin.manifest.id];
                    let text = format!("plugins `{}` and `{}` both declare `{op}`", ids[0], ids[1]);
                    return Diagnostic::error("plugin-conflict", text).err();
                }
                self.declarations.insert(op, (at, declaration));
            }
        }
        Ok(())
    }

    /// The rules of all plugins: what messages call the text, and the text.
    pub fn rules(&self) -> &[(String, String)] {
        &self.rules
    }

    /// What plugins declare of operations, by name.
    pub fn declarations(&self) -> impl Iterator<Item = &Declaration> {
        self.declarations.values().map(|(_, declaration)| declaration)
    }

    /// Tells `ctx` what plugins define and declare. To be called before anything is read.
    pub fn define(&self, ctx: &Context) -> core_ir::diag::Result<()> {
        for (name, (_, declaration)) in &self.declarations {
            ctx.declare_effects(name, traits(declaration.effects));
        }
        self.plugins.iter().try_for_each(|plugin| plugin.define(ctx))
    }

    /// The plugins.
    pub fn plugins(&self) -> &[Plugin] {
        &self.plugins
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.plugins.is_empty()
    }
}

/// Effects as the IR says them.
fn traits(effects: Effects) -> Traits {
    match effects {
        Effects::Pure => Traits::PURE,
        Effects::Reads => Traits::STATEFUL.with(Traits::READS),
        Effects::Writes => Traits::STATEFUL,
    }
}

/// What makes two operations one to a plugin. Everything is interned, so that nothing has to be written out to compare.
type Use = (usize, OpName, [DictId; 3], Vec<TypeId>, Vec<TypeId>, Vec<Option<ConstId>>);

/// What came of asking.
#[derive(Clone)]
enum Reply<T> {
    Made(T),
    Declined(Arc<str>),
    Failed(Arc<Diagnostic>),
}

/// What was answered, for the next operation that looks the same.
type Known<T> = Mutex<FxHashMap<Use, Reply<T>>>;

/// Plugins at work on one model.
pub struct Session {
    set: Arc<PluginSet>,
    candidates: Known<Arc<Candidate>>,
    types: Known<Vec<TypeId>>,
    values: Known<Vec<ConstId>>,
    spent: Vec<AtomicU64>,
    crash_folder: Option<PathBuf>,
    crashes: Mutex<BTreeMap<PathBuf, Crash>>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Session {
    /// Starts work. Calls that fail are kept for [`Self::crashes`], to be written into `crash_folder`.
    pub fn new(set: Arc<PluginSet>, crash_folder: Option<&Path>) -> Self {
        Self {
            candidates: Mutex::default(),
            types: Mutex::default(),
            values: Mutex::default(),
            spent: set.plugins.iter().map(|_| AtomicU64::new(0)).collect(),
            crash_folder: crash_folder.map(Path::to_owned),
            crashes: Mutex::default(),
            set,
        }
    }

    /// The calls that failed, with the files that their messages name.
    pub fn crashes(&self) -> BTreeMap<PathBuf, Crash> {
        std::mem::take(&mut locked(&self.crashes))
    }

    /// Fuel that each plugin used so far.
    pub fn spent(&self) -> Vec<(&Plugin, u64)> {
        let spent = self.spent.iter().map(|spent| spent.load(Ordering::Relaxed));
        self.set.plugins.iter().zip(spent).collect()
    }

    /// Asks plugin `at` to do `task` with an operation, by `call`, unless it was asked about one like that. `check` makes the
    /// answer into something of the IR. What was said goes into `said`, once. Gives whether it was asked now, too.
    fn ask<T, U: Clone>(
        &self,
        (at, task): (usize, Task),
        known: &Known<U>,
        request: &Request<'_>,
        said: &mut Vec<Diagnostic>,
        call: impl FnOnce(&Runner, &OpView, Vec<Option<ConstOperand>>) -> Outcome<PluginAnswer<T>>,
        check: impl FnOnce(&Plugin, T) -> Result<U, Fault>,
    ) -> (Reply<U>, bool) {
        let Request { ctx, graph, op: place, name, composite } = *request;
        let used: Use = (
            at,
            ctx.op_name(name),
            [graph.props(place), graph.attrs(place), composite.unwrap_or(DictId::EMPTY)],
            graph.operand_types(place).collect(),
            graph.result_types(place).collect(),
            view::const_ids(ctx, graph, place),
        );
        if let Some(found) = locked(known).get(&used) {
            return (found.clone(), false);
        }
        let plugin = &self.set.plugins[at];
        let (op, consts) = view::view(request);
        let limits = plugin.runner.limits();
        let (result, heard) = if self.spent[at].load(Ordering::Relaxed) >= limits.total_fuel {
            let what = "used up its fuel for this model";
            (Err(Fault::limit("plugin-total-fuel", what, "total-fuel")), Vec::new())
        } else {
            let outcome = call(&plugin.runner, &op, consts.clone());
            self.spent[at].fetch_add(outcome.fuel.unwrap_or(limits.fuel), Ordering::Relaxed);
            (outcome.result, outcome.said)
        };
        let checked = result.and_then(|answer| match answer {
            Ok(made) => check(plugin, made).map(Ok),
            Err(failure) => Ok(Err(failure)),
        });
        let reply = match checked {
            Ok(Ok(made)) => Reply::Made(made),
            Ok(Err(Failure::Declined(why))) => Reply::Declined(clean(&why, 400).into()),
            Ok(Err(Failure::Failed(remarks))) => {
                Reply::Failed(Arc::new(refused(plugin, task, &op, &remarks)))
            }
            Err(fault) => Reply::Failed(Arc::new(self.failed(plugin, task, &op, &consts, fault, &heard))),
        };
        if !matches!(reply, Reply::Failed(_)) {
            said.extend(heard.iter().map(|heard| log(plugin, heard).at(graph.loc(place))));
        }
        locked(known).insert(used, reply.clone());
        (reply, true)
    }

    /// The plugin that is asked about operations called `name`, if it has `interface`.
    fn owner(&self, name: &str, interface: &str) -> Option<usize> {
        let at = *self.set.by_op.get(name)?;
        self.set.plugins[at].runner.interfaces().contains(&interface).then_some(at)
    }

    /// What a plugin may make besides what all may: operations that its manifest names, and those of plugins.
    fn allows(&self, plugin: &Plugin, name: &str) -> bool {
        plugin.manifest.may_emit(name) || self.knows(name)
    }

    fn failed(
        &self,
        plugin: &Plugin,
        task: Task,
        op: &OpView,
        consts: &[Option<ConstOperand>],
        fault: Fault,
        said: &[Said],
    ) -> Diagnostic {
        let id = &plugin.manifest.id;
        let text = format!(
            "plugin `{id}` {} {} while {} `{}`",
            plugin.manifest.version,
            fault.what,
            task.doing(),
            op.name
        );
        let mut diag = Diagnostic::error(fault.code, text);
        for said in said.iter().filter(|said| said.severity == Severity::Error).take(4) {
            diag = diag.note(format!("the plugin said: {}", clean(&said.text, 400)));
        }
        let limits = plugin.runner.limits().entries();
        let limit = fault.limit.and_then(|name| limits.into_iter().find(|row| row.0 == name));
        if let Some((name, value)) = limit {
            diag = diag.note(format!("limit `{name}` is {value}"));
        }
        diag = fault.notes.iter().fold(diag, |diag, note| diag.note(note.clone()));
        diag = diag.note(match task {
            Task::Convert => "the operation is left as it was; no part of the replacement was applied",
            Task::Infer | Task::Evaluate => "the operation is left as it was",
        });
        let mut help = limit.map(|(name, value)| {
            format!("raise it with `--plugin-limit {id}:{name}={}`", value.saturating_mul(5))
        });
        if let Some(folder) = &self.crash_folder {
            let crash = Crash::new(plugin, task, op, consts, &fault);
            let path = folder.join(crash.file_name());
            let replay = format!("reproduce it with `tfl-opt plugin replay {}`", path.display());
            help = Some(help.map_or_else(|| replay.clone(), |help| format!("{help}; {replay}")));
            locked(&self.crashes).insert(path, crash);
        }
        if let Some(help) = help {
            diag = diag.help(help);
        }
        diag
    }
}

impl OpSource for Session {
    fn knows(&self, name: &str) -> bool {
        self.set.by_op.contains_key(name)
    }

    fn knows_composite(&self, name: &str) -> bool {
        self.set.by_composite.contains_key(name)
    }

    fn candidate(&self, request: &Request<'_>, said: &mut Vec<Diagnostic>) -> Answer {
        let Request { ctx, graph, op, name, composite } = *request;
        let owners = if composite.is_some() { &self.set.by_composite } else { &self.set.by_op };
        let Some(&at) = owners.get(name) else { return Answer::Declined };
        let build = |plugin: &Plugin, made: Fragment| {
            let operands: Vec<TypeId> = graph.operand_types(op).collect();
            let results: Vec<TypeId> = graph.result_types(op).collect();
            let (limits, allowed) = (plugin.runner.limits(), |name: &str| self.allows(plugin, name));
            let (operands, results, raw_options) = (&operands, &results, &plugin.manifest.raw_options);
            let place = Place { ctx, operands, results, limits, allowed: &allowed, raw_options };
            let body = fragment::build(&place, &made)?;
            let source = plugin.title().into();
            Ok(Arc::new(Candidate { body, custom_cost: made.custom_cost, source }))
        };
        let (task, known) = ((at, Task::Convert), &self.candidates);
        let (reply, _) = self.ask(task, known, request, said, Runner::convert, build);
        match reply {
            Reply::Made(candidate) => Answer::Fragment(candidate),
            Reply::Declined(why) => {
                let id = &self.set.plugins[at].manifest.id;
                let text = format!("plugin `{id}` does not convert this `{name}`: {why}");
                said.push(Diagnostic::remark("plugin-declined", text).at(graph.loc(op)));
                Answer::Declined
            }
            Reply::Failed(diag) => {
                said.push(placed(&diag, request));
                Answer::Failed
            }
        }
    }

    fn infer(&self, request: &Request<'_>, said: &mut Vec<Diagnostic>) -> Option<Vec<TypeId>> {
        let at = self.owner(request.name, "shape")?;
        let read = |_: &Plugin, made: Vec<TensorType>| {
            let types = made.iter().map(|ty| fragment::tensor_type(request.ctx, ty));
            fitting(request, "types", types, |&ty| ty)
        };
        let asked = self.ask((at, Task::Infer), &self.types, request, said, Runner::infer, read);
        told(asked, request, said)
    }

    fn evaluate(&self, request: &Request<'_>, said: &mut Vec<Diagnostic>) -> Option<Vec<ConstId>> {
        let at = self.owner(request.name, "fold")?;
        let ctx = request.ctx;
        let read = |_: &Plugin, made: Vec<Tensor>| {
            let values = made.iter().map(|tensor| fragment::constant(ctx, tensor));
            fitting(request, "results", values, |&id| ctx.const_type(id))
        };
        let asked = self.ask((at, Task::Evaluate), &self.values, request, said, Runner::evaluate, read);
        told(asked, request, said)
    }
}

/// What was made, one for each result of the operation and of a type that fits it.
fn fitting<T>(
    request: &Request<'_>,
    what: &str,
    made: impl ExactSizeIterator<Item = Result<T, String>>,
    type_of: impl Fn(&T) -> TypeId,
) -> Result<Vec<T>, Fault> {
    let Request { ctx, graph, op, .. } = *request;
    let wrong = |note: String| Fault::new("plugin-types", format!("gave {what} that do not fit")).note(note);
    let declared: Vec<TypeId> = graph.result_types(op).collect();
    if made.len() != declared.len() {
        return Err(wrong(format!("they are {}; the operation declares {}", made.len(), declared.len())));
    }
    let fit = |(i, (made, &declared)): (usize, (Result<T, String>, &TypeId))| {
        let made = made.map_err(|why| wrong(format!("`results[{i}]` {why}")))?;
        match meet(ctx, type_of(&made), declared) {
            Some(_) => Ok(made),
            None => {
                let types = [type_of(&made), declared].map(|ty| type_text(ctx, ty));
                Err(wrong(format!("`results[{i}]` is {}; the operation declares {}", types[0], types[1])))
            }
        }
    };
    made.zip(&declared).enumerate().map(fit).collect()
}

/// What was made. A failure is told once; declining is no news, because nobody promised to know.
fn told<T>(
    (reply, is_first): (Reply<T>, bool),
    request: &Request<'_>,
    said: &mut Vec<Diagnostic>,
) -> Option<T> {
    match reply {
        Reply::Made(made) => return Some(made),
        Reply::Failed(diag) if is_first => said.push(placed(&diag, request)),
        Reply::Failed(_) | Reply::Declined(_) => {}
    }
    None
}

/// A diagnostic, of the operation that it is about.
fn placed(diag: &Diagnostic, request: &Request<'_>) -> Diagnostic {
    let Request { ctx, graph, op, .. } = *request;
    diag.clone().at(graph.loc(op)).operation(core_ir::text::print_op(ctx, graph, op))
}

/// What a plugin said of a call that went well.
fn log(plugin: &Plugin, said: &Said) -> Diagnostic {
    let text = format!("plugin `{}`: {}", plugin.manifest.id, clean(&said.text, 2_000));
    match said.severity {
        Severity::Note => Diagnostic::remark("plugin-log", text),
        Severity::Warning | Severity::Error => Diagnostic::warning("plugin-log", text),
    }
}

/// What a plugin finds wrong with an operation.
fn refused(plugin: &Plugin, task: Task, op: &OpView, remarks: &[Remark]) -> Diagnostic {
    let id = &plugin.manifest.id;
    let about = |remark: &Remark| {
        let operand = remark.operand.map(|index| format!(" (operand {index})"));
        let attr = remark.attr.as_ref().map(|name| format!(" (attribute `{}`)", clean(name, 80)));
        format!("{}{}{}", clean(&remark.message, 400), operand.unwrap_or_default(), attr.unwrap_or_default())
    };
    let first = remarks.iter().find(|remark| remark.severity == Severity::Error).or(remarks.first());
    let why = first.map_or_else(|| "without saying why".into(), about);
    let text = format!("plugin `{id}` cannot {} `{}`: {why}", task.verb(), op.name);
    let mut diag = Diagnostic::error("plugin-failed", text);
    for remark in
        remarks.iter().filter(|remark| !first.is_some_and(|first| std::ptr::eq(*remark, first))).take(16)
    {
        diag = diag.note(about(remark));
    }
    match remarks.iter().find_map(|remark| remark.help.as_ref()) {
        Some(help) => diag.help(clean(help, 400)),
        None => diag,
    }
}
