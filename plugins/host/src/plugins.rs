//! The plugins of a run, as a source of candidates.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use core_ir::{ConstId, Diagnostic, DictId, OpName, TypeId};
use passes::candidates::{Answer, Candidate, CandidateSource, Request};
use rustc_hash::FxHashMap;

use crate::crash::Crash;
use crate::digest;
use crate::fault::{Fault, clean};
use crate::fragment::{self, Place};
use crate::instance::{ConstOperand, Said};
use crate::load::Plugin;
use crate::model::{Failure, OpView, Remark, Severity};
use crate::view;

/// Plugins, and which of them is asked about what.
#[derive(Default)]
pub struct PluginSet {
    plugins: Vec<Plugin>,
    by_op: BTreeMap<String, usize>,
    by_composite: BTreeMap<String, usize>,
}

impl PluginSet {
    /// Puts plugins together. Two may claim one operation only if `prefer` says which is asked, by its id.
    pub fn new(plugins: Vec<Plugin>, prefer: &BTreeMap<String, String>) -> core_ir::diag::Result<Self> {
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
        Ok(set)
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

/// What makes two operations one to a plugin. Everything is interned, so that nothing has to be written out to compare.
type Use = (usize, OpName, [DictId; 3], Vec<TypeId>, Vec<TypeId>, Vec<Option<ConstId>>);

/// What was answered, for the next operation that looks the same.
#[derive(Clone)]
enum Known {
    Fragment(Arc<Candidate>),
    Declined(Arc<str>),
    Failed(Arc<Diagnostic>),
}

/// What came of asking: the answer, and what was said besides.
type Asked = (Known, Arc<[Diagnostic]>);

/// Plugins at work on one model.
pub struct Session {
    set: Arc<PluginSet>,
    known: Mutex<FxHashMap<Use, Asked>>,
    spent: Vec<AtomicU64>,
    crash_folder: Option<PathBuf>,
    crashes: Mutex<BTreeMap<PathBuf, Crash>>,
}

impl Session {
    /// Starts work. Calls that fail are kept for [`Self::crashes`], to be written into `crash_folder`.
    pub fn new(set: Arc<PluginSet>, crash_folder: Option<&Path>) -> Self {
        Self {
            known: Mutex::default(),
            spent: set.plugins.iter().map(|_| AtomicU64::new(0)).collect(),
            crash_folder: crash_folder.map(Path::to_owned),
            crashes: Mutex::default(),
            set,
        }
    }

    /// The calls that failed, with the files that their messages name.
    pub fn crashes(&self) -> BTreeMap<PathBuf, Crash> {
        std::mem::take(&mut self.crashes.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Fuel that each plugin used so far.
    pub fn spent(&self) -> Vec<(&Plugin, u64)> {
        let spent = self.spent.iter().map(|spent| spent.load(Ordering::Relaxed));
        self.set.plugins.iter().zip(spent).collect()
    }

    /// Asks plugin `at` about an operation that no other was like.
    fn ask(&self, at: usize, request: &Request<'_>) -> Asked {
        let plugin = &self.set.plugins[at];
        let (op, consts) = view::view(request);
        let limits = plugin.runner.limits();
        let spent = self.spent[at].load(Ordering::Relaxed);
        if spent >= limits.total_fuel {
            let fault = Fault::limit("plugin-total-fuel", "used up its fuel for this model", "total-fuel");
            return (self.failed(plugin, &op, &consts, fault, &[]), Arc::default());
        }
        let outcome = plugin.runner.convert(&op, consts.clone());
        self.spent[at].fetch_add(outcome.fuel.unwrap_or(limits.fuel), Ordering::Relaxed);
        let said = outcome.said;
        let known = match outcome.result {
            Err(fault) => self.failed(plugin, &op, &consts, fault, &said),
            Ok(Err(Failure::Declined(why))) => Known::Declined(clean(&why, 400).into()),
            Ok(Err(Failure::Failed(remarks))) => Known::Failed(Arc::new(refused(plugin, &op, &remarks))),
            Ok(Ok(made)) => {
                let Request { ctx, graph, op: place, .. } = *request;
                let operands: Vec<TypeId> = graph.operand_types(place).collect();
                let results: Vec<TypeId> = graph.result_types(place).collect();
                let allowed = |name: &str| self.allows(plugin, name);
                let raw_options = &plugin.manifest.raw_options;
                let (operands, results) = (&operands, &results);
                let place = Place { ctx, operands, results, limits, allowed: &allowed, raw_options };
                match fragment::build(&place, &made) {
                    Ok(body) => Known::Fragment(Arc::new(Candidate {
                        body,
                        custom_cost: made.custom_cost,
                        source: plugin.title().into(),
                    })),
                    Err(fault) => self.failed(plugin, &op, &consts, fault, &said),
                }
            }
        };
        let is_failure = matches!(known, Known::Failed(_));
        let said = if is_failure { Vec::new() } else { said.iter().map(|said| log(plugin, said)).collect() };
        (known, said.into())
    }

    /// What a plugin may make besides what all may: operations that its manifest names, and those of plugins.
    fn allows(&self, plugin: &Plugin, name: &str) -> bool {
        plugin.manifest.may_emit(name) || self.knows(name)
    }

    fn failed(
        &self,
        plugin: &Plugin,
        op: &OpView,
        consts: &[Option<ConstOperand>],
        fault: Fault,
        said: &[Said],
    ) -> Known {
        let id = &plugin.manifest.id;
        let text = format!(
            "plugin `{id}` {} {} while converting `{}`",
            plugin.manifest.version, fault.what, op.name
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
        diag = diag.note("the operation is left as it was; no part of the replacement was applied");
        let mut help = limit.map(|(name, value)| {
            format!("raise it with `--plugin-limit {id}:{name}={}`", value.saturating_mul(5))
        });
        if let Some(folder) = &self.crash_folder {
            let crash = Crash::new(plugin, op, consts, &fault);
            let path = folder.join(crash.file_name());
            let replay = format!("reproduce it with `tfl-opt plugin replay {}`", path.display());
            help = Some(help.map_or_else(|| replay.clone(), |help| format!("{help}; {replay}")));
            self.crashes.lock().unwrap_or_else(PoisonError::into_inner).insert(path, crash);
        }
        if let Some(help) = help {
            diag = diag.help(help);
        }
        Known::Failed(Arc::new(diag))
    }
}

impl CandidateSource for Session {
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
        let used: Use = (
            at,
            ctx.op_name(name),
            [graph.props(op), graph.attrs(op), composite.unwrap_or(DictId::EMPTY)],
            graph.operand_types(op).collect(),
            graph.result_types(op).collect(),
            view::const_ids(ctx, graph, op),
        );
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let found = known().get(&used).cloned();
        // What is said without being an error is said once.
        let (found, first) = match found {
            Some((found, _)) => (found, Arc::default()),
            None => {
                let asked = self.ask(at, request);
                known().insert(used, asked.clone());
                asked
            }
        };
        let loc = graph.loc(op);
        said.extend(first.iter().map(|diag| diag.clone().at(loc)));
        match found {
            Known::Fragment(candidate) => Answer::Fragment(candidate),
            Known::Declined(why) => {
                let id = &self.set.plugins[at].manifest.id;
                let text = format!("plugin `{id}` does not convert this `{name}`: {why}");
                said.push(Diagnostic::remark("plugin-declined", text).at(loc));
                Answer::Declined
            }
            Known::Failed(diag) => {
                let operation = core_ir::text::print_op(ctx, graph, op);
                said.push((*diag).clone().at(loc).operation(operation));
                Answer::Failed
            }
        }
    }
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
fn refused(plugin: &Plugin, op: &OpView, remarks: &[Remark]) -> Diagnostic {
    let id = &plugin.manifest.id;
    let about = |remark: &Remark| {
        let operand = remark.operand.map(|index| format!(" (operand {index})"));
        let attr = remark.attr.as_ref().map(|name| format!(" (attribute `{}`)", clean(name, 80)));
        format!("{}{}{}", clean(&remark.message, 400), operand.unwrap_or_default(), attr.unwrap_or_default())
    };
    let first = remarks.iter().find(|remark| remark.severity == Severity::Error).or(remarks.first());
    let why = first.map_or_else(|| "without saying why".into(), about);
    let text = format!("plugin `{id}` cannot convert `{}`: {why}", op.name);
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

/// The name of a file that shows one call.
pub(crate) fn crash_name(id: &str, what: &[u8]) -> String {
    format!("{id}-{}.json", &digest::hex(&digest::sha256(&[what]))[..8])
}
