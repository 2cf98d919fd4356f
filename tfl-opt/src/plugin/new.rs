//! `tfl-opt plugin new`: a crate that converts one operation, with a test that passes.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use core_ir::diag::{Diagnostic, Result};
use core_ir::text::ParseOptions;
use core_ir::{Context, Diagnostics, TypeId, verifier};
use passes::candidates::{Answer, Candidate, OpSource, Request};
use passes::pipeline::did_you_mean;
use plugins_host::fragment::{self, Place};
use plugins_host::limits::Limits;
use plugins_host::model::{Attr, Fragment, NamedAttr, NewOp, OptionEntry};

use super::case::{self, Case};
use super::kinds::option_value;
use super::template::{self, Names};
use super::usage::{self, Usage};
use super::{registry, say, sdk, write};
use crate::arguments::ImportArgs;
use crate::convert::import_options;
use crate::files;

/// Begin a plugin: a crate in Rust that converts one operation, with a test that passes.
///
/// The operation is kept as a custom one with its attributes as options until the author writes what else to make of it.
#[derive(clap::Args, Debug)]
pub(super) struct NewArgs {
    /// The folder to make; it is named after the operation where none is given.
    folder: Option<PathBuf>,
    /// The operation, `MyOp` or `tf.MyOp`, or a composite by the name that its function implements.
    #[arg(long, value_name = "NAME")]
    op: String,
    /// A model that uses the operation, from which types and attributes come; otherwise TensorFlow's registry says them.
    #[arg(long, value_name = "MODEL")]
    from_model: Option<PathBuf>,
    /// The id of the plugin, such as acme.my_op.
    #[arg(long)]
    id: Option<String>,
    /// Use the SDK in this folder, and write none.
    #[arg(long, value_name = "DIR")]
    sdk: Option<PathBuf>,
    #[command(flatten)]
    import: ImportArgs,
}

/// The version of the interface that the SDK is for.
const WIT: &str = "0.1.0";

/// Writes the crate.
pub(super) fn run(args: &NewArgs, diags: &mut Diagnostics) -> Result<()> {
    let usage = match &args.from_model {
        Some(model) => of_model(model, args, diags)?,
        None => registry::usage(&full_name(&args.op))?,
    };
    let names = Names::new(&usage.name, args.id.as_deref(), WIT);
    let folder = args.folder.clone().unwrap_or_else(|| PathBuf::from(&names.krate));
    if folder.join("Cargo.toml").exists() {
        return Diagnostic::error("plugin-new", "there is a crate already")
            .in_file(&folder)
            .help("name another folder, or work on in this one")
            .err();
    }
    let case = Case::text(&usage.module, &expected(&usage, &names)?);
    let sdk = match &args.sdk {
        Some(folder) => folder.canonicalize().map_err(|why| {
            Box::new(Diagnostic::error("plugin-new", format!("there is no SDK: {why}")).in_file(folder))
        })?,
        None => PathBuf::from("sdk"),
    };
    let files = [
        ("Cargo.toml", template::cargo_toml(&names, &usage, &sdk)),
        ("src/lib.rs", template::lib_rs(&names, &usage)),
        (&format!("tests/{}.mlir", names.krate), case),
        ("README.md", template::readme(&names, &usage)),
        (".gitignore", "/target\n".to_owned()),
    ];
    for (path, text) in &files {
        write(&folder.join(path), text.as_bytes())?;
    }
    if args.sdk.is_none() {
        for (path, text) in sdk::FILES {
            write(&folder.join("sdk").join(path), text.as_bytes())?;
        }
    }
    let folder = folder.display();
    say(&format!(
        "{folder}: plugin {} for `{}`\nnext: tfl-opt plugin test {folder}\nthen: write the lowering in {folder}/src/lib.rs\n",
        names.id, usage.name
    ))
}

/// `MyOp` is TensorFlow's.
fn full_name(op: &str) -> String {
    if op.contains('.') { op.to_owned() } else { format!("tf.{op}") }
}

/// The first use in a model.
fn of_model(model: &Path, args: &NewArgs, diags: &mut Diagnostics) -> Result<Usage> {
    let ctx = Context::new();
    let input = files::open(model)?;
    let parse = ParseOptions { allow_unregistered: true, ..ParseOptions::default() };
    let mut said = Diagnostics::new();
    let read = files::load(&ctx, &input, &parse, &import_options(&args.import), &mut said);
    let read = read.and_then(|module| verifier::verify(&ctx, &module, &mut said).map(|()| module));
    let module = match read {
        Ok(module) => module,
        Err(_) => return Err(case::first(said, "the model cannot be read", model)),
    };
    diags.append(said);
    let found =
        usage::find(&ctx, &module, &args.op).or_else(|| usage::find(&ctx, &module, &full_name(&args.op)));
    found.ok_or_else(|| {
        let names = usage::names(&ctx, &module);
        let text = format!("the model has no operation `{}`", args.op);
        let mut fault = Diagnostic::error("no-such-op", text).in_file(model);
        let unknown = names.iter().filter(|name| {
            let name = name.strip_prefix("tf.");
            name.is_none_or(|name| dialects::tf::op_def(name).is_none())
        });
        let unknown: Vec<&str> = unknown.map(String::as_str).take(20).collect();
        if !unknown.is_empty() {
            fault = fault.note(format!("of what TensorFlow does not have, it has {}", unknown.join(", ")));
        }
        match did_you_mean(names.iter().map(String::as_str), &full_name(&args.op)) {
            Some(help) => Box::new(fault.help(help)),
            None => Box::new(fault),
        }
    })
}

/// What the use becomes by the plugin as it is written: it is made here just as the plugin will make it.
fn expected(usage: &Usage, names: &Names) -> Result<String> {
    let kept = Arc::new(Kept {
        name: usage.name.clone(),
        is_composite: usage.is_composite,
        made: fragment(usage, names),
    });
    case::convert(&usage.name, &Case::new(&usage.module), kept, &|_| Ok(()))
        .map_err(|diags| case::first(diags, "no case can be made of this operation", Path::new("tests")))
}

/// The operation as a custom one.
fn fragment(usage: &Usage, names: &Names) -> Fragment {
    let entry = |attr: &usage::Attribute| {
        let value = option_value(attr.kind?, attr.value.as_ref()?)?;
        Some(OptionEntry { parent: None, key: attr.name.clone(), value })
    };
    let options = usage.attrs.iter().filter_map(entry).collect();
    let attr = |name: &str, value| NamedAttr { name: name.into(), value };
    let operands = u32::try_from(usage.view.operands.len()).unwrap_or(u32::MAX);
    let results = u32::try_from(usage.view.results.len()).unwrap_or(u32::MAX);
    let custom = NewOp {
        name: "tfl.custom".into(),
        attrs: vec![
            attr("custom_code", Attr::Text(names.ty.clone())),
            attr("custom_option", Attr::Options(options)),
        ],
        operands: (0..operands).map(Some).collect(),
        results: usage.view.results.clone(),
        regions: Vec::new(),
    };
    Fragment {
        consts: Vec::new(),
        ops: vec![custom],
        results: (operands..operands.saturating_add(results)).collect(),
        regions: Vec::new(),
        custom_cost: None,
    }
}

/// Answers as the plugin will.
struct Kept {
    name: String,
    is_composite: bool,
    made: Fragment,
}

impl OpSource for Kept {
    fn knows(&self, name: &str) -> bool {
        !self.is_composite && name == self.name
    }

    fn knows_composite(&self, name: &str) -> bool {
        self.is_composite && name == self.name
    }

    fn candidate(&self, request: &Request<'_>, said: &mut Vec<Diagnostic>) -> Answer {
        let Request { ctx, graph, op, .. } = *request;
        let operands: Vec<TypeId> = graph.operand_types(op).collect();
        let results: Vec<TypeId> = graph.result_types(op).collect();
        let limits = Limits::default();
        let place = Place {
            ctx,
            operands: &operands,
            results: &results,
            limits: &limits,
            allowed: &|_| false,
            raw_options: &[],
        };
        match fragment::build(&place, &self.made) {
            Ok(body) => Answer::Fragment(Arc::new(Candidate {
                body,
                custom_cost: None,
                source: self.name.as_str().into(),
            })),
            Err(fault) => {
                let diag = Diagnostic::error(fault.code, format!("`{}` {}", self.name, fault.what));
                said.push(fault.notes.into_iter().fold(diag, Diagnostic::note));
                Answer::Failed
            }
        }
    }
}
