//! The plugins of a run: which are loaded, and what they leave behind.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use core_ir::diag::Result;
use core_ir::{Context, Diagnostic, Diagnostics};
use plugins_host::cache::Cache;
use plugins_host::compile;
use plugins_host::config::{Config, Lock};
use plugins_host::load::{Loader, Plugin, Wanted};
pub(crate) use plugins_host::plugins::{PluginSet, Session};

use crate::files;

const HEADING: &str = "Plugins";

/// Which plugins are loaded, and what they may use.
#[derive(clap::Args, Debug, Default)]
pub(crate) struct PluginArgs {
    /// Load this plugin, with a digest only if it has that one; repeat for more.
    #[arg(long, value_name = "FILE[@sha256:DIGEST]", help_heading = HEADING)]
    pub(crate) load_plugin: Vec<String>,
    /// Load every .wasm file of this folder; repeat for more.
    #[arg(long, value_name = "DIR", help_heading = HEADING)]
    pub(crate) plugin_dir: Vec<PathBuf>,
    /// Load what this file says, and write which those were into plugins.lock beside it.
    #[arg(long, value_name = "PLUGINS.TOML", help_heading = HEADING)]
    pub(crate) plugins: Option<PathBuf>,
    /// Load only plugins that are in plugins.lock as they are.
    #[arg(long, help_heading = HEADING)]
    pub(crate) locked: bool,
    /// Of plugins that convert the same operation, ask this one; repeat for more.
    #[arg(long, value_name = "OP=ID", value_parser = pair, help_heading = HEADING)]
    pub(crate) prefer_plugin: Vec<(String, String)>,
    #[command(flatten)]
    pub(crate) how: LoaderArgs,
    /// Write calls of plugins that fail into this folder, for `tfl-opt plugin replay`.
    #[arg(long, value_name = "DIR", help_heading = HEADING)]
    pub(crate) plugin_crash_dir: Option<PathBuf>,
}

/// How plugins are loaded, whichever.
#[derive(clap::Args, Debug, Default)]
pub(crate) struct LoaderArgs {
    /// Set what a plugin may use: `--plugin-limit acme.norm:fuel=5e9`; repeat for more.
    #[arg(long, value_name = "ID:NAME=VALUE", value_parser = triple, help_heading = HEADING)]
    pub(crate) plugin_limit: Vec<(String, (String, String))>,
    /// Tell a plugin something; repeat for more.
    #[arg(long, value_name = "ID:NAME=VALUE", value_parser = triple, help_heading = HEADING)]
    pub(crate) plugin_setting: Vec<(String, (String, String))>,
    /// Keep machine code of plugins in this folder, or with `none` nowhere.
    #[arg(long, value_name = "DIR", help_heading = HEADING)]
    pub(crate) plugin_cache: Option<PathBuf>,
}

fn pair(text: &str) -> std::result::Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("write NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}

fn triple(text: &str) -> std::result::Result<(String, (String, String)), String> {
    let (id, rest) = text.split_once(':').ok_or("write ID:NAME=VALUE, with the id of a plugin")?;
    Ok((id.to_owned(), pair(rest)?))
}

impl PluginArgs {
    /// Loads the plugins. What there is to say besides goes into `diags`.
    pub(crate) fn load(&self, diags: &mut Diagnostics) -> Result<Arc<PluginSet>> {
        let mut wanted: Vec<Wanted> = self.load_plugin.iter().map(|text| Wanted::parse(text)).collect();
        for folder in &self.plugin_dir {
            wanted.extend(wasm_files(folder)?.into_iter().map(|file| Wanted { file, ..Wanted::default() }));
        }
        let mut prefer = BTreeMap::new();
        let folder = self.plugins.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
        if let Some(file) = &self.plugins {
            let config = Config::read(file)?;
            wanted.extend(config.wanted(folder));
            prefer.extend(config.prefer);
        }
        prefer.extend(self.prefer_plugin.iter().cloned());
        if wanted.is_empty() {
            return Ok(Arc::default());
        }
        let loader = self.how.loader(diags)?;
        let mut said = Vec::new();
        let plugins =
            wanted.iter().map(|wanted| loader.load(wanted, &mut said)).collect::<Result<Vec<Plugin>>>();
        diags.extend(said);
        let plugins = plugins?;
        self.lock(&plugins, &folder.join("plugins.lock"), diags)?;
        for (id, _) in self.how.plugin_limit.iter().chain(&self.how.plugin_setting) {
            if !plugins.iter().any(|plugin| plugin.manifest.id == *id) {
                return Diagnostic::error("plugin-limit", format!("there is no plugin `{id}`"))
                    .note(format!(
                        "loaded are {}",
                        plugins.iter().map(Plugin::title).collect::<Vec<_>>().join(", ")
                    ))
                    .err();
            }
        }
        let mut said = Vec::new();
        let set = PluginSet::new(plugins, &prefer, &mut said);
        diags.extend(said);
        set.map(Arc::new)
    }

    /// Compares the plugins with the lock, or renews it.
    fn lock(&self, plugins: &[Plugin], path: &Path, diags: &mut Diagnostics) -> Result<()> {
        if self.locked {
            return Lock::read(path)?.check(plugins, path);
        }
        let lock = Lock::of(plugins);
        if self.plugins.is_some() && !Lock::read(path).is_ok_and(|old| old == lock) {
            // A folder that cannot be written is no reason not to convert.
            let mut faults = Diagnostics::new();
            if files::write_text(path, &lock.to_text(), &mut faults).is_err() {
                let why = faults.into_vec().into_iter().next().map(|fault| fault.message).unwrap_or_default();
                diags.push(Diagnostic::warning("plugins-lock", why).in_file(path));
            }
        }
        Ok(())
    }

    /// Lets the plugins work on what is converted in `ctx`, which has to be empty yet. Failed calls go into a folder beside `output`, unless the
    /// arguments name one.
    pub(crate) fn start(
        &self,
        ctx: &Context,
        set: &Arc<PluginSet>,
        output: Option<&Path>,
    ) -> Result<Option<Arc<Session>>> {
        if set.is_empty() {
            return Ok(None);
        }
        set.define(ctx)?;
        let is_file = |path: &&Path| !files::is_standard(path);
        let beside = output.filter(is_file).map(|path| path.with_file_name("plugin-crashes"));
        let folder = self.plugin_crash_dir.clone().or(beside);
        let session = Arc::new(Session::new(set.clone(), folder.as_deref()));
        passes::candidates::install(ctx, session.clone());
        Ok(Some(session))
    }
}

impl LoaderArgs {
    /// How plugins are loaded, as far as the arguments say.
    pub(crate) fn loader(&self, diags: &mut Diagnostics) -> Result<Loader> {
        let folder = match &self.plugin_cache {
            Some(folder) if folder.as_os_str() == "none" => None,
            Some(folder) => Some(folder.clone()),
            None => Cache::default_folder(),
        };
        let opened = folder.map(|folder| Cache::open(&folder));
        let cache = opened.and_then(|cache| {
            let keep = |why| {
                diags.push(Diagnostic::remark("plugin-cache", format!("nothing is kept of plugins: {why}")))
            };
            cache.map_err(keep).ok()
        });
        let (mut limits, mut settings) = (BTreeMap::new(), BTreeMap::new());
        for (lists, of) in [(&self.plugin_limit, &mut limits), (&self.plugin_setting, &mut settings)] {
            for (id, pair) in lists {
                of.entry(id.clone()).or_insert_with(Vec::new).push(pair.clone());
            }
        }
        Ok(Loader { compiler: compile::this_program()?, cache, limits, settings })
    }
}

/// Writes what failed.
pub(crate) fn finish(session: Option<&Session>, diags: &mut Diagnostics) {
    for (path, crash) in session.map(Session::crashes).unwrap_or_default() {
        if let Some(folder) = path.parent() {
            // The fault shows when the file is written.
            let _ = std::fs::create_dir_all(folder);
        }
        let _ = files::write_text(&path, &crash.to_json(), diags);
    }
}

/// The plugins of a folder, sorted.
fn wasm_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let fault = |why: std::io::Error| {
        Box::new(
            Diagnostic::error("plugin-file", format!("the folder cannot be read: {why}")).in_file(folder),
        )
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.extension().is_some_and(|extension| extension == "wasm") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
