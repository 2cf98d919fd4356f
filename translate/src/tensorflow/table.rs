//! The sorted string table that a checkpoint's `.index` file is.
//!
//! The layout is LevelDB's (`doc/table_format.md` of LevelDB): data blocks, a metaindex block, an index block that maps
//! separator keys to data blocks, and a footer of 48 bytes. Entries share key prefixes with their predecessor; a block
//! ends with an array of restart points. After each block come one byte for its compression and four bytes for the
//! masked CRC-32C of block and compression byte, both of which are checked here.

use std::path::Path;

use core_ir::diag::{Diagnostic, Result};

/// Last eight bytes of a table.
const MAGIC: u64 = 0xdb47_7524_8b80_fb57;
const FOOTER_LEN: usize = 48;
/// Compression byte and checksum.
const TRAILER_LEN: usize = 5;
/// Snappy's densest element copies 64 bytes with three, so a block that claims to grow more than this is damaged.
const MAX_GROWTH: usize = 24;

/// The CRC-32C that TensorFlow stores for `crc`: rotated and offset, so that a checksum of data that holds checksums
/// stays meaningful (`tsl/lib/hash/crc32c.h`).
pub(crate) fn mask_crc(crc: u32) -> u32 {
    crc.rotate_right(15).wrapping_add(0xa282_ead8)
}

/// Where a block is.
#[derive(Clone, Copy, Debug)]
struct BlockHandle {
    offset: u64,
    size: u64,
}

/// Reads little-endian numbers and varints from the front of a slice.
struct Cursor<'a> {
    rest: &'a [u8],
}

impl<'a> Cursor<'a> {
    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.rest.split_at_checked(len)?;
        self.rest = rest;
        Some(head)
    }

    fn varint(&mut self) -> Option<u64> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = *self.rest.first()?;
            self.rest = self.rest.get(1..)?;
            let bits = u64::from(byte & 0x7f);
            if shift == 63 && bits > 1 {
                return None;
            }
            value |= bits << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    fn length(&mut self) -> Option<usize> {
        usize::try_from(self.varint()?).ok()
    }

    fn handle(&mut self) -> Option<BlockHandle> {
        Some(BlockHandle { offset: self.varint()?, size: self.varint()? })
    }
}

/// Reads a varint-coded number from the front of `bytes`; gives the number and what follows.
pub(crate) fn read_varint(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut cursor = Cursor { rest: bytes };
    Some((cursor.varint()?, cursor.rest))
}

/// Calls `entry` with each key and value of the table in `file`, in key order. `path` is only for diagnostics.
pub(crate) fn for_each_entry(
    path: &Path,
    file: &[u8],
    mut entry: impl FnMut(&[u8], &[u8]) -> Result<()>,
) -> Result<()> {
    let table = Table { path, file };
    let (metaindex_handle, index_handle) = table.footer()?;
    // Nothing in it is of use, but damage there is damage of the file.
    table.block(metaindex_handle, "metaindex block")?;
    let index = table.block(index_handle, "index block")?;
    let mut last_end = 0;
    table.for_each_in_block(&index, index_handle.offset, |_, value| {
        let handle = Cursor { rest: value }.handle().ok_or_else(|| {
            table.damaged(index_handle.offset, "a block handle of the index block is cut short")
        })?;
        // Blocks follow each other, which also keeps a forged index from having one block read a million times.
        if handle.offset < last_end {
            return Err(table.damaged(handle.offset, "its data blocks overlap"));
        }
        last_end = handle.offset.saturating_add(handle.size);
        let block = table.block(handle, "data block")?;
        table.for_each_in_block(&block, handle.offset, &mut entry)
    })
}

struct Table<'a> {
    path: &'a Path,
    file: &'a [u8],
}

impl Table<'_> {
    fn damaged(&self, offset: u64, what: &str) -> Box<Diagnostic> {
        Box::new(
            Diagnostic::error("checkpoint-index-damaged", format!("the checkpoint index is damaged: {what}"))
                .in_file_at(self.path, offset)
                .help("copy or download the model again; the file differs from what TensorFlow wrote"),
        )
    }

    /// Checks the footer and gives the handles of the metaindex block and the index block.
    fn footer(&self) -> Result<(BlockHandle, BlockHandle)> {
        let not_table = |what: String| {
            Diagnostic::error("checkpoint-index-format", format!("this is no checkpoint index: {what}"))
                .in_file(self.path)
                .help("a checkpoint index is a table that TensorFlow 1.0 or newer wrote (TensorBundle); files of `tf.train.Saver` with `write_version=V1` are not supported")
                .err()
        };
        let Some(start) = self.file.len().checked_sub(FOOTER_LEN) else {
            return not_table(format!("it has {} bytes, a footer alone has {FOOTER_LEN}", self.file.len()));
        };
        let mut cursor = Cursor { rest: self.file.get(start..).unwrap_or_default() };
        let handles = cursor.take(FOOTER_LEN - 8).unwrap_or_default();
        let magic = cursor.rest.try_into().map_or(0, u64::from_le_bytes);
        if magic != MAGIC {
            return not_table(format!("the last eight bytes are {magic:#018x}, not {MAGIC:#018x}"));
        }
        let mut cursor = Cursor { rest: handles };
        let handles = cursor.handle().zip(cursor.handle());
        handles.ok_or_else(|| self.damaged(start as u64, "the block handles of the footer cannot be read"))
    }

    /// The unpacked contents of a block, its checksum verified.
    fn block(&self, handle: BlockHandle, what: &str) -> Result<Vec<u8>> {
        let BlockHandle { offset, size } = handle;
        let whole = usize::try_from(offset)
            .ok()
            .zip(usize::try_from(size).ok())
            .and_then(|(at, size)| self.file.get(at..at.checked_add(size)?.checked_add(TRAILER_LEN)?));
        let Some(whole) = whole else {
            let len = self.file.len();
            return Err(self.damaged(
                offset,
                &format!(
                    "the {what} of {size} bytes at {offset} reaches past the end of the file ({len} bytes)"
                ),
            ));
        };
        let (covered, stored) = whole.split_at(whole.len() - 4);
        let stored = stored.try_into().map_or(0, u32::from_le_bytes);
        let computed = mask_crc(crc32c::crc32c(covered));
        if stored != computed {
            return Err(self.damaged(
                offset,
                &format!("the {what} has checksum {computed:#010x}, but {stored:#010x} is stored"),
            ));
        }
        match covered.split_last() {
            Some((0, contents)) => Ok(contents.to_vec()),
            Some((1, packed)) => {
                let unpacked_len = snap::raw::decompress_len(packed).unwrap_or(usize::MAX);
                if unpacked_len / MAX_GROWTH > packed.len() {
                    return Err(self.damaged(offset, &format!("the {what} has an absurd unpacked size")));
                }
                snap::raw::Decoder::new()
                    .decompress_vec(packed)
                    .map_err(|error| self.damaged(offset, &format!("the {what} does not unpack: {error}")))
            }
            Some((kind, _)) => Diagnostic::error(
                "checkpoint-index-compression",
                format!("the {what} of the checkpoint index is compressed in an unknown way ({kind})"),
            )
            .in_file_at(self.path, offset)
            .err(),
            None => Err(self.damaged(offset, &format!("the {what} is empty"))),
        }
    }

    /// Calls `entry` with each key and value of an unpacked block. `offset` is the block's, for diagnostics.
    fn for_each_in_block(
        &self,
        block: &[u8],
        offset: u64,
        mut entry: impl FnMut(&[u8], &[u8]) -> Result<()>,
    ) -> Result<()> {
        let damaged = || self.damaged(offset, "the entries of a block are inconsistent");
        // The restart array only serves binary search; here it is skipped.
        let (body, restarts) = block.split_last_chunk::<4>().ok_or_else(damaged)?;
        let restarts = usize::try_from(u32::from_le_bytes(*restarts)).map_err(|_| damaged())?;
        let restarts_len = restarts.checked_mul(4).ok_or_else(damaged)?;
        let entries_len = body.len().checked_sub(restarts_len).ok_or_else(damaged)?;
        let mut cursor = Cursor { rest: body.get(..entries_len).ok_or_else(damaged)? };
        let mut key = Vec::new();
        while !cursor.rest.is_empty() {
            let shared = cursor.length().filter(|&shared| shared <= key.len()).ok_or_else(damaged)?;
            let unshared = cursor.length().ok_or_else(damaged)?;
            let value_len = cursor.length().ok_or_else(damaged)?;
            key.truncate(shared);
            key.extend_from_slice(cursor.take(unshared).ok_or_else(damaged)?);
            let value = cursor.take(value_len).ok_or_else(damaged)?;
            entry(&key, value)?;
        }
        Ok(())
    }
}
