//! A call that failed, written down so that it can be made again.

use std::collections::BTreeMap;

use core_ir::{ConstData, Diagnostic};
use serde::{Deserialize, Serialize};

use crate::digest;
use crate::fault::Fault;
use crate::instance::{ConstOperand, Outcome};
use crate::load::Plugin;
use crate::model::{Fragment, OpView, Tensor, TensorType};
use crate::v0_1::Answer;

/// A constant of more bytes than this is not written down.
const MOST_CONST_BYTES: u64 = 1 << 20;

/// What a plugin is asked to do with an operation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Task {
    /// To say what stands for it.
    #[default]
    Convert,
    /// To say of what types its results are.
    Infer,
    /// To compute it.
    Evaluate,
}

impl Task {
    /// As in "it failed while ...".
    pub fn doing(self) -> &'static str {
        match self {
            Self::Convert => "converting",
            Self::Infer => "inferring the types of",
            Self::Evaluate => "evaluating",
        }
    }

    /// As in "it cannot ...".
    pub fn verb(self) -> &'static str {
        match self {
            Self::Convert => "convert",
            Self::Infer => "infer the types of",
            Self::Evaluate => "evaluate",
        }
    }
}

/// What came of a task.
#[derive(Clone, Debug)]
pub enum Made {
    /// What stands for the operation.
    Fragment(Fragment),
    /// The types of its results.
    Types(Vec<TensorType>),
    /// Its results.
    Tensors(Vec<Tensor>),
}

/// One call and how it ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Crash {
    /// The plugin's id.
    pub plugin: String,
    /// Its version.
    pub version: String,
    /// The file that it was loaded from.
    pub file: String,
    /// The SHA-256 of that file.
    pub sha256: String,
    /// The version of the interface that it was built for.
    pub wit: String,
    /// The version of tfl-opt.
    pub tfl_opt: String,
    /// The code of the error.
    pub code: String,
    /// What the plugin did.
    pub what: String,
    /// Further facts.
    pub notes: Vec<String>,
    /// Limits of the call.
    pub limits: BTreeMap<String, u64>,
    /// Settings of the plugin.
    pub settings: BTreeMap<String, String>,
    /// What was asked.
    #[serde(default)]
    pub task: Task,
    /// The operation.
    pub op: OpView,
    /// The bytes of each constant operand, in hexadecimal digits; large ones are left out.
    pub consts: Vec<Option<String>>,
}

impl Crash {
    /// Writes a call down.
    pub fn new(
        plugin: &Plugin,
        task: Task,
        op: &OpView,
        consts: &[Option<ConstOperand>],
        fault: &Fault,
    ) -> Self {
        let bytes = |operand: &ConstOperand| {
            (operand.len() <= MOST_CONST_BYTES).then(|| digest::hex(operand.bytes()))
        };
        Self {
            plugin: plugin.manifest.id.clone(),
            version: plugin.manifest.version.clone(),
            file: plugin.file.display().to_string(),
            sha256: digest::hex(&plugin.digest),
            wit: plugin.manifest.wit.clone(),
            tfl_opt: env!("CARGO_PKG_VERSION").to_owned(),
            code: fault.code.to_owned(),
            what: fault.what.clone(),
            notes: fault.notes.clone(),
            limits: plugin
                .runner
                .limits()
                .entries()
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            settings: plugin.runner.settings().clone(),
            task,
            op: op.clone(),
            consts: consts.iter().map(|operand| operand.as_ref().and_then(bytes)).collect(),
        }
    }

    /// The name of the file that it belongs into: one call has one name.
    pub fn file_name(&self) -> String {
        let what = serde_json::to_vec(&(self.task, &self.op, &self.consts, &self.sha256)).unwrap_or_default();
        format!("{}-{}.json", self.plugin, &digest::hex(&digest::sha256(&[&what]))[..8])
    }

    /// As JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// What [`Self::to_json`] wrote.
    pub fn from_json(text: &str) -> core_ir::diag::Result<Self> {
        serde_json::from_str(text).map_err(|why| {
            Box::new(Diagnostic::error("plugin-replay", format!("this describes no call of a plugin: {why}")))
        })
    }

    /// The constant operands.
    pub fn const_operands(&self) -> Vec<Option<ConstOperand>> {
        let bytes = |text: &String| {
            let bytes = digest::from_hex(text)?;
            Some(ConstOperand::new(ConstData::Owned(bytes.into()), 0))
        };
        self.consts.iter().map(|text| text.as_ref().and_then(bytes)).collect()
    }

    /// Makes the call again. Limits are the plugin's.
    pub fn replay(&self, plugin: &Plugin) -> Outcome<Answer<Made>> {
        let (runner, consts) = (&plugin.runner, self.const_operands());
        match self.task {
            Task::Convert => runner.convert(&self.op, consts).map(Made::Fragment),
            Task::Infer => runner.infer(&self.op, consts).map(Made::Types),
            Task::Evaluate => runner.evaluate(&self.op, consts).map(Made::Tensors),
        }
    }
}
