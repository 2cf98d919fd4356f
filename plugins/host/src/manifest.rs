//! What a plugin says of itself, read from its file without compiling or running anything.

use std::collections::{BTreeMap, BTreeSet};

use core_ir::Diagnostic;
use core_ir::diag::Result;
use serde::{Deserialize, Serialize};
use wasmparser::{Encoding, Parser, Payload};

/// The custom section that holds the manifest, as JSON.
pub const SECTION: &str = "tfl-opt:manifest";

/// The package of the interface.
const PACKAGE: &str = "tfl-opt:plugin/";

/// The versions of the interface that the host speaks, newest first: major and minor, which before 1.0 is a major.
pub const VERSIONS: &[(u64, u64)] = &[(0, 1)];

/// The manifest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// What the plugin is called: `acme.norm`.
    pub id: String,
    /// Its own version.
    pub version: String,
    /// The version of the interface that it was built for.
    pub wit: String,
    /// The operations that it is asked about, with their dialects.
    #[serde(default)]
    pub ops: Vec<String>,
    /// The composites that it is asked about.
    #[serde(default)]
    pub composites: Vec<String>,
    /// The dialects or operations that its fragments may use besides TFLite's builtins, `tfl.custom` and pure operations
    /// of TensorFlow's.
    #[serde(default)]
    pub emits: Vec<String>,
    /// Definitions of operations that neither TensorFlow nor every model brings along, as lines of the text of an `OpList`:
    /// `op { name: "MyNorm" input_arg { name: "x" type: DT_FLOAT } ... }`. Rules of the plugin can speak of these.
    #[serde(default)]
    pub definitions: Vec<String>,
    /// Custom codes of operations whose kernels read other options than a flexbuffer: what the plugin gives them as bytes is
    /// not looked into.
    #[serde(default)]
    pub raw_options: Vec<String>,
    /// The interfaces that it says to implement; tfl-opt looks for itself.
    #[serde(default)]
    pub interfaces: Vec<String>,
    /// One sentence.
    #[serde(default)]
    pub description: String,
    /// What else it says, which a later tfl-opt may know.
    #[serde(flatten)]
    pub unknown: BTreeMap<String, serde_json::Value>,
}

impl Manifest {
    /// Whether fragments may use operation `name` because the manifest says so.
    pub fn may_emit(&self, name: &str) -> bool {
        let dialect = name.split('.').next().unwrap_or_default();
        self.emits.iter().any(|emitted| emitted == name || emitted == dialect)
    }
}

/// What the file of a plugin shows.
#[derive(Clone, Debug)]
pub struct Outline {
    /// Its manifest.
    pub manifest: Manifest,
    /// The names of what it imports.
    pub imports: Vec<String>,
    /// The names of what it exports.
    pub exports: Vec<String>,
    /// The bytes of its functions, in all its modules.
    pub code_bytes: u64,
}

/// Reads and checks the outline of a component.
pub fn outline(bytes: &[u8]) -> Result<Outline> {
    let (mut imports, mut exports, mut sections) = (Vec::new(), Vec::new(), BTreeSet::new());
    let (mut depth, mut code_bytes) = (0usize, 0);
    for payload in Parser::new(0).parse_all(bytes) {
        match payload.map_err(|why| Box::new(invalid(&why.to_string())))? {
            Payload::Version { encoding: Encoding::Module, .. } if depth == 0 => {
                return Diagnostic::error(
                    "plugin-not-component",
                    "this is a core module and not a component",
                )
                .help("`tfl-opt plugin build` and `wasm-tools component new` make components of modules")
                .err();
            }
            Payload::ModuleSection { .. } | Payload::ComponentSection { .. } => depth += 1,
            Payload::End(_) => depth = depth.saturating_sub(1),
            Payload::ComponentImportSection(reader) if depth == 0 => {
                for import in reader {
                    imports.push(
                        import.map_err(|why| Box::new(invalid(&why.to_string())))?.name.name.to_owned(),
                    );
                }
            }
            Payload::ComponentExportSection(reader) if depth == 0 => {
                for export in reader {
                    exports.push(
                        export.map_err(|why| Box::new(invalid(&why.to_string())))?.name.name.to_owned(),
                    );
                }
            }
            Payload::CodeSectionStart { size, .. } => code_bytes += u64::from(size),
            Payload::CustomSection(section) if section.name() == SECTION => {
                sections.insert(section.data().to_vec());
            }
            _ => {}
        }
    }
    imports.iter().try_for_each(|name| check_import(name))?;
    let mut sections = sections.into_iter();
    let (Some(section), None) = (sections.next(), sections.next()) else {
        let text = "the plugin has no manifest, or several that differ";
        return Diagnostic::error("plugin-manifest", text)
            .note(format!("it is looked for in the custom section `{SECTION}`"))
            .err();
    };
    let manifest: Manifest = serde_json::from_slice(&section).map_err(|why| {
        Box::new(Diagnostic::error("plugin-manifest", format!("the manifest cannot be read: {why}")))
    })?;
    check(&manifest)?;
    let converts = exports.iter().any(|name| name.starts_with(&format!("{PACKAGE}converter@")));
    let has_ops = !manifest.ops.is_empty() || !manifest.composites.is_empty();
    if has_ops && !converts {
        let text = format!("plugin `{}` names operations but exports no `{PACKAGE}converter`", manifest.id);
        return Diagnostic::error("plugin-export", text).err();
    }
    Ok(Outline { manifest, imports, exports, code_bytes })
}

/// The interfaces of which a core module exports functions: `tfl-opt:plugin/converter@0.1.0`. None where the module itself
/// says what types they have.
pub fn untyped_exports(module: &[u8]) -> Result<Option<BTreeSet<String>>> {
    let mut interfaces = BTreeSet::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload.map_err(|why| Box::new(invalid(&why.to_string())))? {
            // What wit-component looks for.
            Payload::CustomSection(section) if section.name().starts_with("component-type") => {
                return Ok(None);
            }
            Payload::ExportSection(reader) => {
                for export in reader {
                    let name = export.map_err(|why| Box::new(invalid(&why.to_string())))?.name;
                    let interface = name.split_once('#').map(|parts| parts.0);
                    interfaces.extend(interface.filter(|name| name.starts_with(PACKAGE)).map(str::to_owned));
                }
            }
            _ => {}
        }
    }
    Ok(Some(interfaces))
}

/// A component with `json` for its manifest besides.
pub fn with_manifest(component: &[u8], json: &str) -> Vec<u8> {
    with_section(component, SECTION, json.as_bytes())
}

/// A WebAssembly file with one custom section more.
pub fn with_section(wasm: &[u8], name: &str, data: &[u8]) -> Vec<u8> {
    let number = |mut n: usize| {
        let mut bytes = Vec::new();
        while n >= 0x80 {
            bytes.push(n as u8 | 0x80);
            n >>= 7;
        }
        bytes.push(n as u8);
        bytes
    };
    let body = [&number(name.len())[..], name.as_bytes(), data].concat();
    const CUSTOM: u8 = 0;
    [wasm, &[CUSTOM], &number(body.len()), &body].concat()
}

fn invalid(why: &str) -> Diagnostic {
    Diagnostic::error("plugin-invalid", "this is no valid WebAssembly")
        .note(why.lines().next().unwrap_or_default())
}

/// Refuses what no plugin gets, by its name.
fn check_import(name: &str) -> Result<()> {
    if let Some(rest) = name.strip_prefix(PACKAGE) {
        let version = rest.split_once('@').map_or("", |parts| parts.1);
        return check_version(version);
    }
    if name.starts_with("wasi:") {
        let text = format!("the plugin asks for `{name}`, and plugins get nothing of the system");
        return Diagnostic::error("plugin-wasi", text)
            .help("build it for wasm32-unknown-unknown, or with stubs in the place of WASI")
            .err();
    }
    Diagnostic::error("plugin-import", format!("the plugin asks for `{name}`, which tfl-opt does not have"))
        .err()
}

fn check_version(text: &str) -> Result<()> {
    let mut numbers = text.split('.').map(|number| number.parse::<u64>().ok());
    let found = numbers.next().flatten().zip(numbers.next().flatten());
    if found.is_some_and(|version| VERSIONS.contains(&version)) {
        return Ok(());
    }
    let known =
        VERSIONS.iter().map(|(major, minor)| format!("{major}.{minor}")).collect::<Vec<_>>().join(", ");
    let text = format!("the plugin was built for version `{text}` of the interface");
    Diagnostic::error("plugin-version", text).note(format!("this tfl-opt speaks {known}")).err()
}

fn check(manifest: &Manifest) -> Result<()> {
    check_version(&manifest.wit)?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "._-+".contains(c);
    let is_word = |text: &str| !text.is_empty() && text.len() <= 128 && text.chars().all(is_plain);
    let fault = |text: String| Diagnostic::error("plugin-manifest", text).err();
    if !is_word(&manifest.id) || !is_word(&manifest.version) {
        return fault("the id or the version in the manifest is not a plain word".into());
    }
    let is_name =
        |name: &&String| name.len() <= 256 && !name.chars().any(|c| c.is_control() || c.is_whitespace());
    let names = [&manifest.ops, &manifest.composites, &manifest.emits, &manifest.raw_options];
    if let Some(bad) = names.into_iter().flatten().find(|name| !is_name(name) || name.is_empty()) {
        return fault(format!("the manifest of `{}` has `{}` for a name", manifest.id, bad.escape_debug()));
    }
    if let Some(bad) = manifest.ops.iter().find(|name| !name.contains('.')) {
        return fault(format!("the manifest of `{}` names `{bad}` without its dialect", manifest.id));
    }
    if manifest.ops.len() + manifest.composites.len() > 4_096 {
        return fault(format!("the manifest of `{}` names too many operations", manifest.id));
    }
    Ok(())
}
