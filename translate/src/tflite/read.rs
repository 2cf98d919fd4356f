//! Reading a .tflite file as a module.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use core_ir::consts::MappedBytes;
use core_ir::spec::Scalar;
use core_ir::{Context, Diagnostic, Diagnostics, Graph, OpName, Reported, StrId};
use rustc_hash::{FxHashMap, FxHashSet};

use super::access::{Source, Table};
use super::schema::{
    self, BUFFER_LOCATION, FILE_IDENTIFIER, SCHEMA_VERSION, buffer, metadata, model, operator_code,
};
use super::{function, module_attrs};
use crate::tensorflow::io::MappedFile;

/// The bytes of a file, shared with the constants that are ranges of it.
pub type Holder = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// Metadata whose contents speak of the numbers of subgraphs and operators, or of the layout of the file, and would be
/// wrong in another file.
const DROPPED_METADATA: &[&str] = &["debug_metadata", "model_control_dependencies", BUFFER_LOCATION.0];

/// An `OperatorCode`.
pub(super) struct Code {
    pub(super) builtin: i32,
    pub(super) custom: Option<Vec<u8>>,
    pub(super) version: i32,
}

/// What reading knows and collects.
pub(super) struct Reader<'a, 'd> {
    pub(super) ctx: &'a Context,
    pub(super) path: PathBuf,
    pub(super) holder: Holder,
    pub(super) diags: &'d mut Diagnostics,
    pub(super) codes: Vec<Code>,
    /// Where the data of each buffer is.
    pub(super) buffers: Vec<Range<usize>>,
    /// The names of the functions of the subgraphs.
    pub(super) functions: Vec<StrId>,
    /// The subgraphs that operators refer to.
    pub(super) referenced: FxHashSet<usize>,
    /// Constants by what they were made from, so that tensors that share a buffer share it here too.
    pub(super) constants: FxHashMap<(usize, core_ir::TypeId), core_ir::ConstId>,
    /// How many variables there are so far.
    pub(super) variables: i32,
    errors: usize,
    told: FxHashSet<String>,
}

/// A reason to give up on a piece of the file: the fault was reported.
pub(super) struct Faulty;

/// The result of reading a piece of the file.
pub(super) type Piece<T> = Result<T, Faulty>;

/// Reads the file at `path`. Constants stay in the file, which is mapped: it must not change while the context lives.
pub fn read(ctx: &Context, path: &Path, diags: &mut Diagnostics) -> Result<Graph, Reported> {
    match MappedFile::open(path) {
        Ok(file) => read_bytes(ctx, Arc::new(file), path, diags),
        Err(fault) => Err(diags.push(fault)),
    }
}

/// Reads the bytes of a file; `path` is what messages call it.
pub fn read_bytes(
    ctx: &Context,
    holder: Holder,
    path: &Path,
    diags: &mut Diagnostics,
) -> Result<Graph, Reported> {
    let shared = Arc::clone(&holder);
    let bytes: &[u8] = (*shared).as_ref();
    let mut reader = Reader {
        ctx,
        path: path.to_owned(),
        holder,
        diags,
        codes: Vec::new(),
        buffers: Vec::new(),
        functions: Vec::new(),
        referenced: FxHashSet::default(),
        constants: FxHashMap::default(),
        variables: 0,
        errors: 0,
        told: FxHashSet::default(),
    };
    if bytes.get(4..8) != Some(FILE_IDENTIFIER.as_bytes()) {
        let fault =
            Diagnostic::error("not-tflite", "the file is no TFLite model: its identifier is not `TFL3`");
        return Err(reader.diags.push(fault.in_file(path)));
    }
    let source = Source::new(bytes);
    match reader.model(&source) {
        Ok(module) if reader.errors == 0 => return Ok(module),
        _ => {}
    }
    let text = format!("the model was not read because of {} error(s)", reader.errors);
    Err(reader.diags.push(Diagnostic::error("tflite-not-read", text).in_file(path)))
}

impl<'a> Reader<'a, '_> {
    fn model<'f>(&mut self, source: &'f Source<'f>) -> Piece<Graph> {
        let ctx = self.ctx;
        let root = Table::root(source);
        let root = self.whole(root, "root table")?;
        self.check_fields(root, "Model", model::EXTERNAL_BUFFERS);
        let version = self.whole(root.int(model::VERSION, Scalar::U32, 0), "version")?;
        if version != i64::from(SCHEMA_VERSION) {
            let text = format!("the file has schema version {version}; only {SCHEMA_VERSION} is known");
            return self.error("tflite-version", text, Some(root));
        }
        if root.has(model::EXTERNAL_BUFFERS) {
            let external = self.whole(root.tables(model::EXTERNAL_BUFFERS), "external buffers")?;
            if !external.is_empty() {
                return self.error(
                    "tflite-unsupported",
                    "the model keeps weights in other files".into(),
                    Some(root),
                );
            }
        }
        let codes = self.whole(root.tables(model::OPERATOR_CODES), "operator codes")?;
        self.read_codes(&codes)?;
        let buffers = self.whole(root.tables(model::BUFFERS), "buffers")?;
        self.read_buffers(&buffers)?;
        let subgraphs = self.whole(root.tables(model::SUBGRAPHS), "subgraphs")?;
        if subgraphs.is_empty() {
            return self.error("tflite-empty", "the model has no subgraph".into(), Some(root));
        }
        let signatures = self.whole(root.tables(model::SIGNATURE_DEFS), "signatures")?;
        let signatures = self.read_signatures(&signatures, subgraphs.len())?;
        let mut module = function::read_functions(self, &subgraphs, &signatures)?;

        let description = self.whole(root.byte_vector(model::DESCRIPTION), "description")?;
        let entries = self.whole(root.tables(model::METADATA), "metadata")?;
        let entries = self.read_metadata(&entries)?;
        let entries: Vec<(&[u8], &[u8])> = entries
            .iter()
            .filter_map(|(name, range)| Some((*name, (*self.holder).as_ref().get(range.clone())?)))
            .collect();
        module.set_module_attrs(module_attrs::of_model(
            ctx,
            version as u32,
            description,
            &entries,
            !signatures.is_empty(),
        ));
        Ok(module)
    }

    /// Reports an error. Gives `Err`, of any type.
    pub(super) fn error<T>(&mut self, code: &'static str, text: String, at: Option<Table<'_>>) -> Piece<T> {
        // One fault can make many; a file of random bytes should not give a message for each of its tensors.
        const MOST: usize = 100;
        self.errors += 1;
        if self.errors <= MOST {
            let fault = Diagnostic::error(code, text);
            self.diags.push(match at {
                Some(table) => fault.in_file_at(&self.path, table.position()),
                None => fault.in_file(&self.path),
            });
        }
        Err(Faulty)
    }

    /// Warns about something that is not kept, once for each text.
    pub(super) fn warn_once(&mut self, code: &'static str, text: String) {
        if self.told.insert(text.clone()) {
            self.diags.push(Diagnostic::warning(code, text).in_file(&self.path));
        }
    }

    /// What was read, or an error that the file is broken there.
    pub(super) fn whole<T>(&mut self, piece: Option<T>, what: &str) -> Piece<T> {
        match piece {
            Some(piece) => Ok(piece),
            None => {
                self.error("tflite-broken", format!("the file is broken: its {what} cannot be read"), None)
            }
        }
    }

    /// Warns about fields that the schema had not when this was written.
    pub(super) fn check_fields(&mut self, table: Table<'_>, name: &str, last: u16) {
        for id in table.present().filter(|&id| id > last) {
            self.warn_once(
                "tflite-unknown-field",
                format!("field {id} of `{name}` is unknown and was dropped"),
            );
        }
    }

    fn read_codes(&mut self, tables: &[Table<'_>]) -> Piece<()> {
        for &table in tables {
            self.check_fields(table, "OperatorCode", operator_code::BUILTIN_CODE);
            let deprecated = table.int(operator_code::DEPRECATED_BUILTIN_CODE, Scalar::I8, 0);
            let deprecated = self.whole(deprecated, "operator codes")?;
            let builtin =
                self.whole(table.int(operator_code::BUILTIN_CODE, Scalar::I32, 0), "operator codes")?;
            let version = self.whole(table.int(operator_code::VERSION, Scalar::I32, 1), "operator codes")?;
            let custom = self.whole(table.byte_vector(operator_code::CUSTOM_CODE), "operator codes")?;
            // Files from before `builtin_code` have only the other; newer ones have the greater number in the one that
            // can hold it.
            let builtin = deprecated.max(builtin) as i32;
            self.codes.push(Code { builtin, custom: custom.map(<[u8]>::to_vec), version: version as i32 });
        }
        Ok(())
    }

    fn read_buffers(&mut self, tables: &[Table<'_>]) -> Piece<()> {
        let size = (*self.holder).as_ref().len();
        for (number, &table) in tables.iter().enumerate() {
            self.check_fields(table, "Buffer", buffer::SIZE);
            let inside = self.whole(table.byte_range(buffer::DATA), "buffers")?;
            let offset = self.whole(table.u64(buffer::OFFSET), "buffers")?;
            let length = self.whole(table.u64(buffer::SIZE), "buffers")?;
            let range = match inside {
                Some(range) => range,
                // The schema takes 0 and 1 for no offset.
                None if offset <= 1 => 0..0,
                None => {
                    let end = offset.checked_add(length).and_then(|end| usize::try_from(end).ok());
                    match end.filter(|&end| end <= size) {
                        Some(end) => offset as usize..end,
                        None => {
                            let text = format!("buffer {number} lies outside of the file");
                            return self.error("tflite-broken", text, Some(table));
                        }
                    }
                }
            };
            self.buffers.push(range);
        }
        Ok(())
    }

    /// The range of buffer `number` as a shared piece of the file.
    pub(super) fn mapped(&self, number: usize) -> Option<MappedBytes> {
        MappedBytes::new(Arc::clone(&self.holder), self.buffers.get(number)?.clone())
    }

    fn read_metadata<'f>(&mut self, tables: &[Table<'f>]) -> Piece<Vec<(&'f [u8], Range<usize>)>> {
        let mut list: Vec<(&[u8], Range<usize>)> = Vec::new();
        for &table in tables {
            self.check_fields(table, "Metadata", metadata::BUFFER);
            let name = self.whole(table.byte_vector(metadata::NAME), "metadata")?.unwrap_or_default();
            let number = self.whole(table.int(metadata::BUFFER, Scalar::U32, 0), "metadata")? as usize;
            let Some(range) = self.buffers.get(number).cloned() else {
                let text = format!("metadata `{}` refers to buffer {number}, which is missing", lossy(name));
                return self.error("tflite-broken", text, Some(table));
            };
            if DROPPED_METADATA.iter().any(|dropped| dropped.as_bytes() == name) {
                if name != BUFFER_LOCATION.0.as_bytes() {
                    let text =
                        format!("metadata `{}` speaks of operators by number and was dropped", lossy(name));
                    self.warn_once("tflite-metadata", text);
                }
            } else if list.iter().any(|entry| entry.0 == name) {
                self.warn_once(
                    "tflite-metadata",
                    format!("metadata `{}` is there twice; one was dropped", lossy(name)),
                );
            } else {
                list.push((name, range));
            }
        }
        Ok(list)
    }
}

/// Text for messages.
pub(super) fn lossy(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// The operation that stands for a builtin with these options: `LSTMOptions.kernel_type` tells a basic LSTM from a full
/// one.
pub(super) fn operation(ctx: &Context, code: &Code, options: Option<Table<'_>>) -> Option<OpName> {
    const LSTM: i32 = 16;
    const KERNEL_TYPE: u16 = 3;
    let is_basic = || options.and_then(|table| table.int(KERNEL_TYPE, Scalar::I8, 0)) == Some(1);
    let name = match code.builtin {
        LSTM if is_basic() => "tfl.basic_lstm",
        builtin => &dialects::tfl::builtin(builtin)?.name,
    };
    Some(ctx.op_name(name))
}

/// The name of a builtin without a row, for messages.
pub(super) fn builtin_text(code: &Code) -> String {
    match &code.custom {
        Some(custom) => format!("custom operator `{}`", lossy(custom)),
        None if code.builtin == schema::BUILTIN_CUSTOM => "custom operator without a code".into(),
        None => format!("builtin operator {}", code.builtin),
    }
}
