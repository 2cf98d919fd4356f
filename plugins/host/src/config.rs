//! `plugins.toml`, which says what plugins a project uses, and `plugins.lock`, which says which those were.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use core_ir::Diagnostic;
use core_ir::diag::Result;
use serde::{Deserialize, Serialize};

use crate::digest;
use crate::load::{Plugin, Wanted};

/// A project's plugins.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The plugins.
    #[serde(default, rename = "plugin")]
    pub plugins: Vec<Entry>,
    /// The id of the plugin that converts an operation which several do.
    #[serde(default)]
    pub prefer: BTreeMap<String, String>,
}

/// A plugin of a project.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its file, seen from the folder of `plugins.toml`.
    file: String,
    /// The digest that the file must have.
    sha256: Option<String>,
    /// Limits by name.
    #[serde(default)]
    limits: BTreeMap<String, Scalar>,
    /// Settings by name.
    #[serde(default)]
    settings: BTreeMap<String, Scalar>,
}

/// A value of a limit or a setting.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Scalar {
    Text(String),
    Boolean(bool),
    Int(i64),
    Float(f64),
}

impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Scalar::Text(text) => f.write_str(text),
            Scalar::Boolean(value) => value.fmt(f),
            Scalar::Int(value) => value.fmt(f),
            Scalar::Float(value) => value.fmt(f),
        }
    }
}

impl Config {
    /// Reads `plugins.toml`.
    pub fn read(path: &Path) -> Result<Self> {
        let fault = |why: String| Box::new(Diagnostic::error("plugins-toml", why).in_file(path));
        let text = std::fs::read_to_string(path).map_err(|why| fault(format!("it cannot be read: {why}")))?;
        toml::from_str(&text).map_err(|why| fault(why.message().to_owned()))
    }

    /// The plugins, those of a configuration in `folder`.
    pub fn wanted(&self, folder: &Path) -> Vec<Wanted> {
        let texts = |table: &BTreeMap<String, Scalar>| {
            table.iter().map(|(name, value)| (name.clone(), value.to_string())).collect()
        };
        let wanted = |entry: &Entry| Wanted {
            file: folder.join(&entry.file),
            sha256: entry.sha256.as_ref().map(|digest| digest.to_ascii_lowercase()),
            limits: texts(&entry.limits),
            settings: texts(&entry.settings),
        };
        self.plugins.iter().map(wanted).collect()
    }
}

/// Which plugins were used.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lock {
    /// The plugins, by id.
    #[serde(default, rename = "plugin")]
    pub plugins: Vec<Pin>,
}

/// A plugin as it was.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Pin {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The version of the interface.
    pub wit: String,
    /// The SHA-256 of its file.
    pub sha256: String,
}

impl Lock {
    /// The pins of loaded plugins.
    pub fn of(plugins: &[Plugin]) -> Self {
        let pin = |plugin: &Plugin| Pin {
            id: plugin.manifest.id.clone(),
            version: plugin.manifest.version.clone(),
            wit: plugin.manifest.wit.clone(),
            sha256: digest::hex(&plugin.digest),
        };
        let mut pins: Vec<Pin> = plugins.iter().map(pin).collect();
        pins.sort();
        Self { plugins: pins }
    }

    /// Reads `plugins.lock`.
    pub fn read(path: &Path) -> Result<Self> {
        let fault = |why: String| Box::new(Diagnostic::error("plugins-lock", why).in_file(path));
        let text = std::fs::read_to_string(path)
            .map_err(|why| fault(format!("--locked needs it, and it cannot be read: {why}")))?;
        toml::from_str(&text).map_err(|why| fault(why.message().to_owned()))
    }

    /// As the text of `plugins.lock`.
    pub fn to_text(&self) -> String {
        let line = |pin: &Pin| {
            format!(
                "\n[[plugin]]\nid = \"{}\"\nversion = \"{}\"\nwit = \"{}\"\nsha256 = \"{}\"\n",
                pin.id, pin.version, pin.wit, pin.sha256
            )
        };
        let head = "# The plugins that were used. tfl-opt writes this file; --locked takes no others.\n";
        head.to_owned() + &self.plugins.iter().map(line).collect::<String>()
    }

    /// Whether the plugins are those of this lock. Fails with code `plugins-lock` at the first that is not.
    pub fn check(&self, plugins: &[Plugin], path: &Path) -> Result<()> {
        let loaded = Self::of(plugins);
        let Some(other) = loaded.plugins.iter().find(|pin| !self.plugins.contains(pin)) else {
            return Ok(());
        };
        let text = format!("plugin `{}` is not the one that is locked", other.id);
        let fault = Diagnostic::error("plugins-lock", text).in_file(path);
        let fault = fault.note(format!("found: {} {}, {}", other.version, other.wit, other.sha256));
        match self.plugins.iter().find(|pin| pin.id == other.id) {
            Some(pin) => fault.note(format!("locked: {} {}, {}", pin.version, pin.wit, pin.sha256)).err(),
            None => fault.note("it is not locked at all").err(),
        }
    }
}
