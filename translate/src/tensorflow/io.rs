//! Opening files.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use core_ir::diag::{Diagnostic, Diagnostics, Result};
use memmap2::Mmap;
use prost::Message;
use prost::bytes::Bytes;

/// A file mapped into memory, still open so that it can be read without touching the mapping.
#[derive(Clone, Debug)]
pub(crate) struct MappedFile {
    file: Arc<File>,
    map: Arc<Mmap>,
}

/// An error for an IO failure on `path`; `doing` completes "cannot ...".
pub(crate) fn io_error(path: &Path, doing: &str, error: &std::io::Error) -> Box<Diagnostic> {
    let diagnostic = Diagnostic::error("file-unreadable", format!("cannot {doing}: {error}"));
    Box::new(diagnostic.in_file(path))
}

impl MappedFile {
    /// Maps the file at `path`.
    #[allow(unsafe_code)]
    pub(crate) fn open(path: &Path) -> Result<MappedFile> {
        let file = File::open(path).map_err(|error| io_error(path, "open the file", &error))?;
        let metadata = file.metadata().map_err(|error| io_error(path, "read the file's size", &error))?;
        if !metadata.is_file() {
            return Diagnostic::error("file-unreadable", "this is not a regular file").in_file(path).err();
        }
        // SAFETY: the mapping is read-only and private to this process. Its bytes change only if another process
        // writes to the file meanwhile, which no reader of mapped files can exclude; every reader here checks bounds
        // against the mapping's length, never against lengths it read before.
        let map = unsafe { Mmap::map(&file) }.map_err(|error| io_error(path, "map the file", &error))?;
        Ok(MappedFile { file: Arc::new(file), map: Arc::new(map) })
    }

    /// The mapping.
    pub(crate) fn map(&self) -> &Arc<Mmap> {
        &self.map
    }

    /// The bytes of the file.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.map
    }

    /// Fills `buffer` from `offset` by a read call, so that no page of the mapping becomes resident.
    #[cfg(unix)]
    pub(crate) fn read_at(&self, buffer: &mut [u8], offset: u64) -> std::io::Result<()> {
        std::os::unix::fs::FileExt::read_exact_at(&*self.file, buffer, offset)
    }

    /// Fills `buffer` from `offset`; through the mapping where there is no positioned read.
    #[cfg(not(unix))]
    pub(crate) fn read_at(&self, buffer: &mut [u8], offset: u64) -> std::io::Result<()> {
        let start = usize::try_from(offset).unwrap_or(usize::MAX);
        let source = start.checked_add(buffer.len()).and_then(|end| self.map.get(start..end));
        buffer.copy_from_slice(source.ok_or(std::io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }
}

impl AsRef<[u8]> for MappedFile {
    fn as_ref(&self) -> &[u8] {
        self.bytes()
    }
}

/// Decodes the message in `file`, which is in binary form or, where `text` names the message, in text form. Fields of
/// bytes stay where they are in the mapping of a binary file.
pub(crate) fn decode_message<M: Message + Default>(
    path: &Path,
    file: &MappedFile,
    text: Option<&'static str>,
    diags: &mut Diagnostics,
) -> Result<M> {
    let bytes = match text {
        None => Bytes::from_owner(file.clone()),
        Some(message) => {
            let encoded = super::textproto::encode(&path.display().to_string(), file.bytes(), message)?;
            if !encoded.unknown.is_empty() {
                let names: Vec<&str> = encoded.unknown.iter().map(String::as_str).collect();
                let message = format!("unknown fields were read over: {}", names.join(", "));
                diags.push(Diagnostic::warning("textproto-unknown-field", message).in_file(path));
            }
            encoded.bytes.into()
        }
    };
    M::decode(bytes).map_err(|error| {
        let diagnostic =
            Diagnostic::error("protobuf-damaged", format!("the model cannot be decoded: {error}"));
        Box::new(
            diagnostic.in_file(path).help("the file is damaged or is not what its name says; copy it again"),
        )
    })
}
