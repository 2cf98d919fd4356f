//! Plugins from files: read, checked, compiled or taken from the cache, linked.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use core_ir::diag::Result;
use core_ir::{Context, Diagnostic};
use translate::tensorflow::register_op_defs;
use wasmtime::Engine;
use wasmtime::component::Component;

use crate::cache::Cache;
use crate::compile;
use crate::digest;
use crate::engine;
use crate::fault::clean;
use crate::instance::Runner;
use crate::limits::Limits;
use crate::manifest::{self, Manifest};

/// A file of more bytes than this is loaded, with a warning.
const LARGE: u64 = 4 << 20;

/// A plugin that is to be loaded.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Its file.
    pub file: PathBuf,
    /// The digest that the file must have, in hexadecimal digits.
    pub sha256: Option<String>,
    /// What the user sets for it in a file of plugins: limits by name.
    pub limits: BTreeMap<String, String>,
    /// The same: settings by name.
    pub settings: BTreeMap<String, String>,
}

impl Wanted {
    /// `FILE` or `FILE@sha256:DIGEST`.
    pub fn parse(text: &str) -> Self {
        match text.rsplit_once("@sha256:") {
            Some((file, digest)) => {
                Self { file: file.into(), sha256: Some(digest.to_ascii_lowercase()), ..Self::default() }
            }
            None => Self { file: text.into(), ..Self::default() },
        }
    }
}

/// How plugins are loaded.
#[derive(Clone, Debug)]
pub struct Loader {
    /// The program that compiles.
    pub compiler: PathBuf,
    /// Where machine code is kept.
    pub cache: Option<Cache>,
    /// Limits by the id of the plugin: names and values.
    pub limits: BTreeMap<String, Vec<(String, String)>>,
    /// Settings by the id of the plugin: names and values.
    pub settings: BTreeMap<String, Vec<(String, String)>>,
}

/// A loaded plugin.
pub struct Plugin {
    /// What it says of itself.
    pub manifest: Manifest,
    /// Its file.
    pub file: PathBuf,
    /// The digest of its file.
    pub digest: [u8; 32],
    /// Whether its machine code was in the cache.
    pub was_cached: bool,
    /// Calls it.
    pub runner: Runner,
}

impl Plugin {
    /// `acme.norm 1.2.0`
    pub fn title(&self) -> String {
        format!("{} {}", self.manifest.id, self.manifest.version)
    }

    /// Registers what the manifest defines with `ctx`. Fails with what is wrong with it.
    pub fn define(&self, ctx: &Context) -> Result<()> {
        let text = self.manifest.definitions.join("\n");
        if text.is_empty() {
            return Ok(());
        }
        let source = format!("definitions of plugin {}", self.title());
        register_op_defs(ctx, &source, &text)
            .map_err(|fault| Box::new(fault.note(format!("the plugin is {}", self.file.display()))))
    }
}

/// The bytes of a plugin's file. Fails with `plugin-file` or `plugin-too-large`.
pub fn read(file: &Path, most: u64) -> Result<Vec<u8>> {
    let fault = |why: String| Box::new(Diagnostic::error("plugin-file", why).in_file(file));
    let meta =
        fs::symlink_metadata(file).map_err(|why| fault(format!("the plugin cannot be read: {why}")))?;
    if meta.is_symlink() {
        return Err(Box::new(
            fault("the plugin is a symbolic link".into())
                .help("name the file itself, which others cannot exchange"),
        ));
    }
    if !meta.is_file() {
        return Err(fault("the plugin is no file".into()));
    }
    let too_large = |len: u64| too_large(len, most).in_file(file);
    if meta.len() > most {
        return too_large(meta.len()).err();
    }
    let mut bytes = Vec::new();
    fs::File::open(file)
        .and_then(|open| open.take(most.saturating_add(1)).read_to_end(&mut bytes))
        .map_err(|why| fault(format!("the plugin cannot be read: {why}")))?;
    // It may have grown meanwhile.
    if bytes.len() as u64 > most { too_large(bytes.len() as u64).err() } else { Ok(bytes) }
}

fn too_large(len: u64, most: u64) -> Diagnostic {
    Diagnostic::error("plugin-too-large", format!("the plugin has {len} bytes"))
        .note(format!("the limit `file-bytes` is {most}"))
        .help("raise it with `--plugin-limit ID:file-bytes=N` if you trust the plugin")
}

impl Loader {
    /// Loads one plugin. What there is to say besides goes into `said`.
    pub fn load(&self, wanted: &Wanted, said: &mut Vec<Diagnostic>) -> Result<Plugin> {
        self.load_unplaced(wanted, said).map_err(|mut fault| {
            if fault.place == core_ir::diag::Place::None {
                *fault = fault.in_file(&wanted.file);
            }
            fault
        })
    }

    fn load_unplaced(&self, wanted: &Wanted, said: &mut Vec<Diagnostic>) -> Result<Plugin> {
        let wasm = read(&wanted.file, self.most_bytes(wanted)?)?;
        let digest = digest::sha256(&[&wasm]);
        let found = digest::hex(&digest);
        if let Some(pinned) = wanted.sha256.as_ref().filter(|pinned| **pinned != found) {
            return Diagnostic::error("plugin-digest", "the plugin is not the one that was asked for")
                .note(format!("its SHA-256 is {found}"))
                .note(format!("asked for was {pinned}"))
                .err();
        }
        let outline = manifest::outline(&wasm)?;
        let manifest = outline.manifest;
        if wasm.len() as u64 > LARGE {
            let text =
                format!("plugin `{}` has {:.1} MiB", manifest.id, wasm.len() as f64 / f64::from(1 << 20));
            said.push(Diagnostic::warning("plugin-large", text).in_file(&wanted.file));
        }
        for name in manifest.unknown.keys() {
            let name = clean(name, 80);
            let text =
                format!("the manifest of plugin `{}` has a field `{name}`, which is not known", manifest.id);
            said.push(Diagnostic::warning("plugin-manifest", text).in_file(&wanted.file));
        }
        let (limits, settings) = self.options_of(&manifest.id, wanted)?;
        if wasm.len() as u64 > limits.file_bytes {
            return too_large(wasm.len() as u64, limits.file_bytes).err();
        }
        let engine = engine::running()?;
        let cached = self.cache.as_ref().and_then(|cache| cache.get(&engine, &digest));
        let component = cached.and_then(|code| placed(&code, &limits));
        let was_cached = component.is_some();
        let (engine, component) = match component {
            Some(found) => found,
            None => {
                let code = compile::compile(&self.compiler, &wasm, outline.code_bytes, &limits)?;
                if let Some(cache) = &self.cache
                    && let Err(why) = cache.put(&engine, &digest, &code)
                {
                    let text = format!("the machine code of plugin `{}` is not kept: {why}", manifest.id);
                    said.push(Diagnostic::remark("plugin-cache", text));
                }
                let what = "the compiler of plugins is not of this program";
                placed(&code, &limits).ok_or_else(|| Box::new(Diagnostic::error("plugin-compiler", what)))?
            }
        };
        let runner = Runner::new(&engine, &component, limits, settings)?;
        Ok(Plugin { manifest, file: wanted.file.clone(), digest, was_cached, runner })
    }

    /// The bytes that a file may have before it is known whose it is: the most that the user grants to any plugin.
    fn most_bytes(&self, wanted: &Wanted) -> Result<u64> {
        const NAME: &str = "file-bytes";
        let of_file = wanted.limits.get(NAME).into_iter();
        let of_line = self.limits.values().flatten().filter(|limit| limit.0 == NAME).map(|limit| &limit.1);
        let mut most = Limits::default().file_bytes;
        for value in of_file.chain(of_line) {
            let mut limits = Limits::default();
            limits.set(NAME, value).map_err(|why| Box::new(Diagnostic::error("plugin-limit", why)))?;
            most = most.max(limits.file_bytes);
        }
        Ok(most)
    }

    /// Limits and settings: those of the command line count before those of a file.
    fn options_of(&self, id: &str, wanted: &Wanted) -> Result<(Limits, BTreeMap<String, String>)> {
        let mut limits = Limits::default();
        let of_file = wanted.limits.iter();
        let of_line = self.limits.get(id).into_iter().flatten().map(|(name, value)| (name, value));
        for (name, value) in of_file.chain(of_line) {
            limits.set(name, value).map_err(|why| Box::new(Diagnostic::error("plugin-limit", why)))?;
        }
        let mut settings = wanted.settings.clone();
        settings.extend(self.settings.get(id).into_iter().flatten().cloned());
        Ok((limits, settings))
    }
}

/// Machine code as a component, in the engine with the pool if that has room for it.
fn placed(code: &[u8], limits: &Limits) -> Option<(Engine, Component)> {
    let is_for_pool = limits.tables <= engine::POOL_TABLE_ELEMENTS;
    let of = |engine: Engine| deserialize(&engine, code).map(|component| (engine, component));
    let pooled = is_for_pool.then(engine::running).and_then(|engine| of(engine.ok()?));
    pooled.or_else(|| of(engine::plain().ok()?))
}

/// Machine code as a component of `engine`.
#[allow(unsafe_code)]
fn deserialize(engine: &Engine, code: &[u8]) -> Option<Component> {
    // SAFETY: the code was made by this program's compiler: it comes from the child that was just run, or from the
    // user's own folder under a seal that only this user's key makes. No other bytes ever come here.
    unsafe { Component::deserialize(engine, code) }.ok()
}
