//! The report of a conversion as JSON.

use core_ir::diag::Diagnostic;
use core_ir::pass::PassReport;
use core_ir::{Context, Diagnostics, Graph};
use serde_json::{Map, Value, json};
use translate::tflite::WriteStats;

use crate::fate::{Fate, Fates};
use crate::render::location;
use crate::summary::Phases;

/// What there is to report.
pub(crate) struct Report<'a> {
    /// The context of the module.
    pub(crate) ctx: &'a Context,
    /// The module at the end.
    pub(crate) module: &'a Graph,
    /// The operations of the source.
    pub(crate) fates: &'a Fates,
    /// The kinds before and after.
    pub(crate) kinds: [&'a [(String, u64)]; 2],
    /// Times.
    pub(crate) phases: &'a Phases,
    /// What was written, if anything was.
    pub(crate) written: Option<&'a WriteStats>,
    /// What was said.
    pub(crate) diags: &'a Diagnostics,
}

impl Report<'_> {
    /// The report as text, with a last newline. Same input, same text, but for the times.
    pub(crate) fn text(&self) -> String {
        let fates: Vec<Fate<'_>> =
            self.fates.list(self.ctx, self.module, &self.phases.passes, self.written.is_some());
        let mut counts: Vec<(&str, u64)> = Vec::new();
        for fate in &fates {
            match counts.iter_mut().find(|count| count.0 == fate.word) {
                Some(count) => count.1 += 1,
                None => counts.push((fate.word, 1)),
            }
        }
        counts.sort();
        let counts: Map<String, Value> =
            counts.into_iter().map(|(word, count)| (word.into(), json!(count))).collect();
        let value = json!({
            "converted": self.written.is_some(),
            "ops_before": kinds(self.kinds[0]),
            "ops_after": kinds(self.kinds[1]),
            "fates": counts,
            "file": self.written.map(file),
            "seconds": self.seconds(),
            "diagnostics": self.diags.iter().map(|diagnostic| self.diagnostic(diagnostic)).collect::<Vec<_>>(),
            "ops": fates.iter().map(|fate| self.fate(fate)).collect::<Vec<_>>(),
        });
        let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
        text.push('\n');
        text
    }

    fn seconds(&self) -> Value {
        let pass = |report: &PassReport| {
            let statistics: Map<String, Value> =
                report.statistics.iter().map(|(name, count)| (name.clone(), json!(count))).collect();
            json!({ "name": report.name, "seconds": report.time.as_secs_f64(), "statistics": statistics })
        };
        json!({
            "total": self.phases.total.as_secs_f64(),
            "import": self.phases.import.as_secs_f64(),
            "verify": self.phases.verify.as_secs_f64(),
            "passes": self.phases.passes.iter().map(pass).collect::<Vec<_>>(),
            "export": self.phases.export.as_secs_f64(),
        })
    }

    fn fate(&self, fate: &Fate<'_>) -> Value {
        let ctx = self.ctx;
        let mut entry = Map::new();
        entry.insert("name".into(), json!(ctx.op_text(fate.name)));
        let layer = ctx.loc_name(fate.loc).map(|name| ctx.str_text(name).into_owned());
        entry.insert("layer".into(), json!(layer.unwrap_or_else(|| location(ctx, fate.loc))));
        if let Some(function) = fate.function {
            entry.insert("function".into(), json!(ctx.str_text(function)));
        }
        entry.insert("fate".into(), json!(fate.word));
        if !fate.ops.is_empty() {
            entry.insert(
                "ops".into(),
                json!(fate.ops.iter().map(|&name| ctx.op_text(name)).collect::<Vec<_>>()),
            );
        }
        if let Some(pass) = fate.pass {
            entry.insert("pass".into(), json!(pass));
        }
        if !fate.rules.is_empty() {
            entry.insert("rules".into(), json!(fate.rules));
        }
        Value::Object(entry)
    }

    fn diagnostic(&self, diagnostic: &Diagnostic) -> Value {
        let mut entry = Map::new();
        entry.insert("severity".into(), json!(diagnostic.severity.to_string()));
        entry.insert("code".into(), json!(diagnostic.code));
        entry.insert("message".into(), json!(diagnostic.message));
        if let core_ir::diag::Place::Loc(loc) = diagnostic.place {
            entry.insert("at".into(), json!(location(self.ctx, loc)));
        }
        let notes: Vec<&str> = diagnostic.notes.iter().map(|note| note.message.as_str()).collect();
        if !notes.is_empty() {
            entry.insert("notes".into(), json!(notes));
        }
        if let Some(help) = &diagnostic.help {
            entry.insert("help".into(), json!(help));
        }
        if let Some(operation) = &diagnostic.operation {
            entry.insert("operation".into(), json!(operation));
        }
        Value::Object(entry)
    }
}

fn kinds(kinds: &[(String, u64)]) -> Value {
    Value::Object(kinds.iter().map(|(name, count)| (name.clone(), json!(count))).collect())
}

fn file(stats: &WriteStats) -> Value {
    json!({
        "bytes": stats.bytes,
        "buffer_bytes": stats.buffer_bytes,
        "deduplicated_bytes": stats.deduplicated_bytes,
        "subgraphs": stats.subgraphs,
        "tensors": stats.tensors,
        "operators": stats.operators,
        "custom_codes": stats.custom_codes,
        "min_runtime": stats.min_runtime,
    })
}
