//! Checkpoints: tensors by key, in `PREFIX.index` and `PREFIX.data-00000-of-0000N`.
//!
//! The format is TensorFlow's TensorBundle (`tensorflow/core/util/tensor_bundle/tensor_bundle.h`): the index maps a key
//! to dtype, shape, shard, byte range and masked CRC-32C; the empty key holds a header. Data files are mapped; a tensor
//! is a range of the mapping and is not read until somebody asks for its bytes. [`Checkpoint::verify`] compares
//! checksums for the tensors it is given, with plain reads, so that the mapped pages stay out of memory.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use core_ir::consts::{ConstData, MappedBytes};
use core_ir::diag::{Diagnostic, Result};
use prost::Message;
use rayon::prelude::*;

use super::dtype::DataType;
use super::io::MappedFile;
use super::proto::{BundleEntryProto, BundleHeaderProto, TensorShapeProto};
use super::slices;
use super::table::{for_each_entry, mask_crc, read_varint};

/// How much is read at once when a checksum is computed.
const VERIFY_CHUNK: usize = 1 << 20;

/// How much of a tensor one thread sums up; checksums of segments combine.
const VERIFY_SEGMENT: usize = 16 << 20;

/// The highest rank of a tensor in TensorFlow (`TensorShape::MaxDimensions`).
pub(crate) const MAX_RANK: usize = 254;

/// An opened checkpoint.
#[derive(Debug)]
pub(crate) struct Checkpoint {
    index_path: PathBuf,
    entries: BTreeMap<Box<[u8]>, BundleEntryProto>,
    shards: BTreeMap<i32, Shard>,
}

#[derive(Debug)]
struct Shard {
    path: PathBuf,
    file: MappedFile,
}

impl Shard {
    /// The CRC-32C of `len` bytes from `at`, read rather than mapped: pages that are only summed up need not stay.
    fn checksum(&self, key: &str, at: u64, len: usize) -> Result<u32> {
        let mut buffer = vec![0; len.min(VERIFY_CHUNK)];
        let (mut crc, mut at, mut left) = (0, at, len);
        while left > 0 {
            let now = left.min(buffer.len());
            let Some(piece) = buffer.get_mut(..now) else { break };
            self.file
                .read_at(piece, at)
                .map_err(|error| super::io::io_error(&self.path, &format!("read tensor `{key}`"), &error))?;
            crc = crc32c::crc32c_append(crc, piece);
            at = at.saturating_add(now as u64);
            left -= now;
        }
        Ok(crc)
    }
}

/// A tensor of a checkpoint.
#[derive(Clone, Debug)]
pub(crate) struct CheckpointTensor {
    pub(crate) dtype: DataType,
    pub(crate) shape: Vec<i64>,
    pub(crate) data: ConstData,
}

/// `PREFIX` with `suffix` appended to its last component.
fn with_suffix(prefix: &Path, suffix: &str) -> PathBuf {
    let mut path = prefix.as_os_str().to_owned();
    path.push(suffix);
    path.into()
}

impl Checkpoint {
    /// Whether there is a checkpoint called `prefix`.
    pub(crate) fn exists(prefix: &Path) -> bool {
        with_suffix(prefix, ".index").is_file()
    }

    /// Opens the checkpoint `prefix`, which is a path without `.index`.
    pub(crate) fn open(prefix: &Path) -> Result<Checkpoint> {
        let index_path = with_suffix(prefix, ".index");
        let index = MappedFile::open(&index_path)?;
        let mut header = None;
        let mut entries = BTreeMap::new();
        for_each_entry(&index_path, index.bytes(), |key, value| {
            let undecodable = |error: prost::DecodeError| {
                let key = String::from_utf8_lossy(key);
                let message =
                    format!("the entry of `{key}` in the checkpoint index cannot be decoded: {error}");
                Box::new(Diagnostic::error("checkpoint-index-damaged", message).in_file(&index_path))
            };
            if key.is_empty() {
                header = Some(BundleHeaderProto::decode(value).map_err(undecodable)?);
            } else {
                entries.insert(key.into(), BundleEntryProto::decode(value).map_err(undecodable)?);
            }
            Ok(())
        })?;
        let Some(header) = header else {
            return Diagnostic::error("checkpoint-index-damaged", "the checkpoint index has no header entry")
                .in_file(&index_path)
                .err();
        };
        if header.endianness != 0 {
            return Diagnostic::error("checkpoint-big-endian", "the checkpoint is big-endian")
                .in_file(&index_path)
                .help("save the model again on a little-endian machine")
                .err();
        }
        let shards = open_shards(prefix, &index_path, header.num_shards, &entries)?;
        Ok(Checkpoint { index_path, entries, shards })
    }

    /// The keys that are text, in order; parts of partitioned tensors have none.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries
            .keys()
            .filter(|key| key.first() != Some(&0))
            .filter_map(|key| std::str::from_utf8(key).ok())
    }

    /// Whether there is a tensor called `key`.
    pub(crate) fn contains(&self, key: &str) -> bool {
        self.entries.contains_key(key.as_bytes())
    }

    /// The tensor called `key`. Its checksum is not compared, see [`Self::verify`]; strings and partitioned tensors are
    /// read and compared here.
    pub(crate) fn tensor(&self, key: &str) -> Result<CheckpointTensor> {
        let entry = self.entry(key)?;
        let dtype = DataType(entry.dtype);
        let shape = self.shape(key, entry)?;
        let data = if !entry.slices.is_empty() {
            ConstData::Owned(self.assemble(key, entry, &shape)?)
        } else if dtype.value() == DataType::STRING {
            ConstData::Strings(self.strings(key, entry, &shape)?)
        } else {
            let (shard, start, len) = self.range(key, entry, &shape)?;
            let holder = Arc::clone(shard.file.map());
            let end = start.saturating_add(len);
            let mapped =
                MappedBytes::new(holder, start..end).ok_or_else(|| self.out_of_range(key, entry, shard))?;
            ConstData::Mapped(mapped)
        };
        Ok(CheckpointTensor { dtype, shape, data })
    }

    /// The part of the tensor called `key` that `spec` says: TensorFlow's `shape_and_slice`, dimensions and then a range
    /// for each, `4 3 0,2:-`. The part must be one that is stored. Its checksum is compared here.
    pub(crate) fn tensor_slice(&self, key: &str, spec: &str) -> Result<CheckpointTensor> {
        let entry = self.entry(key)?;
        let shape = self.shape(key, entry)?;
        let wanted = slices::Extents::parse(spec, &shape);
        let parts = slices::Extents::of_parts(&entry.slices, &shape);
        let at = wanted.zip(parts).and_then(|(wanted, parts)| parts.iter().position(|part| *part == wanted));
        let stored = at.and_then(|at| self.entries.get(&*slices::part_key(key, entry.slices.get(at)?)));
        let Some(stored) = stored else {
            let message = format!("part `{spec}` of tensor `{key}` is not stored in the checkpoint");
            return Diagnostic::error("checkpoint-slices", message).in_file(&self.index_path).err();
        };
        let name = format!("{key} {spec}");
        let shape = self.shape(&name, stored)?;
        self.verify_range(&name, stored, &shape)?;
        let (shard, start, len) = self.range(&name, stored, &shape)?;
        let holder = Arc::clone(shard.file.map());
        let mapped = MappedBytes::new(holder, start..start.saturating_add(len));
        let mapped = mapped.ok_or_else(|| self.out_of_range(&name, stored, shard))?;
        Ok(CheckpointTensor { dtype: DataType(stored.dtype), shape, data: ConstData::Mapped(mapped) })
    }

    /// Compares the stored checksums of these tensors with their bytes, in parallel.
    pub(crate) fn verify(&self, keys: &[&str]) -> Vec<Diagnostic> {
        keys.par_iter().filter_map(|key| self.verify_one(key).err().map(|fault| *fault)).collect()
    }

    fn verify_one(&self, key: &str) -> Result<()> {
        let entry = self.entry(key)?;
        // Those are compared when they are read.
        if !entry.slices.is_empty() || DataType(entry.dtype).value() == DataType::STRING {
            return Ok(());
        }
        let shape = self.shape(key, entry)?;
        self.verify_range(key, entry, &shape)
    }

    fn verify_range(&self, key: &str, entry: &BundleEntryProto, shape: &[i64]) -> Result<()> {
        let (shard, start, len) = self.range(key, entry, shape)?;
        let segments: Vec<(u64, usize)> = (0..len.div_ceil(VERIFY_SEGMENT))
            .map(|i| {
                (start as u64 + (i * VERIFY_SEGMENT) as u64, VERIFY_SEGMENT.min(len - i * VERIFY_SEGMENT))
            })
            .collect();
        let sums: Vec<Result<(u32, usize)>> =
            segments.par_iter().map(|&(at, len)| Ok((shard.checksum(key, at, len)?, len))).collect();
        let mut crc = 0;
        for sum in sums {
            let (segment, len) = sum?;
            crc = crc32c::crc32c_combine(crc, segment, len);
        }
        self.compare(key, entry, shard, mask_crc(crc))
    }

    fn compare(&self, key: &str, entry: &BundleEntryProto, shard: &Shard, computed: u32) -> Result<()> {
        if computed == entry.crc32c {
            return Ok(());
        }
        let (offset, end) = (entry.offset, entry.offset.saturating_add(entry.size));
        let message = format!(
            "tensor `{key}` is damaged: its bytes {offset}..{end} have checksum {computed:#010x}, the index says {:#010x}",
            entry.crc32c
        );
        Diagnostic::error("checkpoint-checksum", message)
            .in_file_at(&shard.path, u64::try_from(offset).unwrap_or(0))
            .help("copy or download the model again")
            .err()
    }

    fn entry(&self, key: &str) -> Result<&BundleEntryProto> {
        self.entries.get(key.as_bytes()).ok_or_else(|| {
            let mut diagnostic = Diagnostic::error(
                "checkpoint-key-missing",
                format!("the checkpoint has no tensor called `{key}`"),
            )
            .in_file(&self.index_path);
            let keys: Vec<&str> = self.keys().take(5).collect();
            if !keys.is_empty() {
                diagnostic = diagnostic.note(format!("the first keys it has: {}", keys.join(", ")));
            }
            Box::new(diagnostic)
        })
    }

    fn shape(&self, key: &str, entry: &BundleEntryProto) -> Result<Vec<i64>> {
        fixed_shape(entry.shape.as_ref()).ok_or_else(|| {
            let message = format!("tensor `{key}` of the checkpoint has an open or negative shape");
            Box::new(Diagnostic::error("checkpoint-shape", message).in_file(&self.index_path))
        })
    }

    /// The shard, offset and length of a tensor of fixed-size elements, checked against shape and file.
    fn range(&self, key: &str, entry: &BundleEntryProto, shape: &[i64]) -> Result<(&Shard, usize, usize)> {
        let dtype = DataType(entry.dtype);
        let Some(element) = dtype.element_bytes() else {
            let message = format!("tensor `{key}` of the checkpoint has type {dtype}, which cannot be read");
            return Diagnostic::error("checkpoint-dtype", message).in_file(&self.index_path).err();
        };
        let (shard, start, len) = self.raw_range(key, entry)?;
        let expected = element_count(shape).and_then(|count| count.checked_mul(element));
        if expected == Some(len) {
            return Ok((shard, start, len));
        }
        let expected =
            expected.map_or("more bytes than a machine addresses".into(), |n| format!("{n} bytes"));
        let message = format!(
            "tensor `{key}` takes {len} bytes in the checkpoint, but shape {shape:?} of {dtype} needs {expected}"
        );
        Diagnostic::error("checkpoint-size", message).in_file_at(&shard.path, start as u64).err()
    }

    /// The shard, offset and length of an entry, checked against the file.
    fn raw_range(&self, key: &str, entry: &BundleEntryProto) -> Result<(&Shard, usize, usize)> {
        let Some(shard) = self.shards.get(&entry.shard_id) else {
            let message = format!("tensor `{key}` is in shard {}, which does not exist", entry.shard_id);
            return Diagnostic::error("checkpoint-shard-missing", message).in_file(&self.index_path).err();
        };
        let range = usize::try_from(entry.offset).ok().zip(usize::try_from(entry.size).ok());
        let inside = range.filter(|&(start, len)| {
            start.checked_add(len).is_some_and(|end| end <= shard.file.bytes().len())
        });
        let (start, len) = inside.ok_or_else(|| self.out_of_range(key, entry, shard))?;
        Ok((shard, start, len))
    }

    fn out_of_range(&self, key: &str, entry: &BundleEntryProto, shard: &Shard) -> Box<Diagnostic> {
        let BundleEntryProto { offset, size, .. } = *entry;
        let message = format!(
            "tensor `{key}` should be at {offset} with {size} bytes, but the file has {} bytes",
            shard.file.bytes().len()
        );
        Box::new(
            Diagnostic::error("checkpoint-out-of-range", message)
                .in_file_at(&shard.path, u64::try_from(offset).unwrap_or(0))
                .help("the data file is cut short or belongs to another index; copy the model again"),
        )
    }

    /// The elements of a string tensor: varint lengths, the masked checksum of the lengths, then the bytes
    /// (`WriteStringTensor` in `tensor_bundle.cc`).
    fn strings(&self, key: &str, entry: &BundleEntryProto, shape: &[i64]) -> Result<Arc<[Box<[u8]>]>> {
        let (shard, start, len) = self.raw_range(key, entry)?;
        let bytes = shard.file.bytes().get(start..start.saturating_add(len)).unwrap_or_default();
        let damaged = |what: &str| {
            let message = format!("string tensor `{key}` of the checkpoint is damaged: {what}");
            Box::new(Diagnostic::error("checkpoint-strings", message).in_file_at(&shard.path, start as u64))
        };
        // Each string takes at least one byte for its length.
        let count = element_count(shape).filter(|&count| count <= len);
        let count = count.ok_or_else(|| damaged("it is too short for its shape"))?;
        let mut rest = bytes;
        let mut lengths = Vec::with_capacity(count);
        let mut crc = 0;
        for _ in 0..count {
            let (length, after) = read_varint(rest).ok_or_else(|| damaged("a length is cut short"))?;
            rest = after;
            // The checksum covers each length as a fixed-width number, wide only where it must be.
            crc = match u32::try_from(length) {
                Ok(short) => crc32c::crc32c_append(crc, &short.to_le_bytes()),
                Err(_) => crc32c::crc32c_append(crc, &length.to_le_bytes()),
            };
            lengths.push(usize::try_from(length).map_err(|_| damaged("a length is absurd"))?);
        }
        let (checksum, mut rest) =
            rest.split_at_checked(4).ok_or_else(|| damaged("no checksum of lengths"))?;
        if checksum != mask_crc(crc).to_le_bytes() {
            return Err(damaged("the checksum of its lengths does not match"));
        }
        crc = crc32c::crc32c_append(crc32c::crc32c_append(crc, checksum), rest);
        self.compare(key, entry, shard, mask_crc(crc))?;
        let mut strings = Vec::with_capacity(count);
        for length in lengths {
            let (string, after) =
                rest.split_at_checked(length).ok_or_else(|| damaged("a string is cut short"))?;
            strings.push(string.into());
            rest = after;
        }
        Ok(strings.into())
    }

    /// A partitioned tensor, put together from its parts.
    fn assemble(&self, key: &str, entry: &BundleEntryProto, shape: &[i64]) -> Result<Arc<[u8]>> {
        let fault = |what: String| {
            let message =
                format!("partitioned tensor `{key}` of the checkpoint cannot be put together: {what}");
            Box::new(Diagnostic::error("checkpoint-slices", message).in_file(&self.index_path))
        };
        let dtype = DataType(entry.dtype);
        let element = dtype.element_bytes().ok_or_else(|| fault(format!("its type is {dtype}")))?;
        let parts = slices::Extents::of_parts(&entry.slices, shape);
        let parts = parts.ok_or_else(|| fault("a part lies outside the tensor".into()))?;
        let covered = parts.iter().try_fold(0usize, |sum, part| sum.checked_add(part.count()?));
        if covered.is_none() || covered != element_count(shape) {
            return Err(fault("the parts do not cover it".into()));
        }
        let mut sources = Vec::with_capacity(parts.len());
        for (part, slice) in parts.iter().zip(&entry.slices) {
            let part_key = slices::part_key(key, slice);
            let stored = self.entries.get(&*part_key);
            let stored = stored.ok_or_else(|| fault(format!("part {part} is missing")))?;
            if stored.dtype != entry.dtype
                || fixed_shape(stored.shape.as_ref()).as_ref() != Some(&part.lengths)
            {
                return Err(fault(format!("part {part} has another type or shape")));
            }
            let name = format!("{key}{part}");
            self.verify_range(&name, stored, &part.lengths)?;
            let (shard, start, len) = self.range(&name, stored, &part.lengths)?;
            let bytes = shard.file.bytes().get(start..start.saturating_add(len));
            sources.push(bytes.ok_or_else(|| self.out_of_range(&name, stored, shard))?);
        }
        let stored =
            self.shards.values().fold(0usize, |sum, shard| sum.saturating_add(shard.file.bytes().len()));
        if sources.iter().fold(0usize, |sum, source| sum.saturating_add(source.len())) > stored {
            return Err(fault("its parts overlap in the data files".into()));
        }
        slices::assemble(shape, element, &parts, &sources).ok_or_else(|| fault("the parts do not fit".into()))
    }
}

/// The dimensions, if the rank is known and none is negative. An absent shape is a scalar's.
fn fixed_shape(shape: Option<&TensorShapeProto>) -> Option<Vec<i64>> {
    let Some(shape) = shape else { return Some(Vec::new()) };
    let is_fixed =
        !shape.unknown_rank && shape.dim.len() <= MAX_RANK && shape.dim.iter().all(|dim| dim.size >= 0);
    is_fixed.then(|| shape.dim.iter().map(|dim| dim.size).collect())
}

/// The number of elements, unless it overflows.
pub(crate) fn element_count(shape: &[i64]) -> Option<usize> {
    shape.iter().try_fold(1usize, |count, &dim| count.checked_mul(usize::try_from(dim).ok()?))
}

/// Maps the data files that entries refer to.
fn open_shards(
    prefix: &Path,
    index_path: &Path,
    num_shards: i32,
    entries: &BTreeMap<Box<[u8]>, BundleEntryProto>,
) -> Result<BTreeMap<i32, Shard>> {
    // The entry of a partitioned tensor has no bytes of its own.
    let used = entries.values().filter(|entry| entry.slices.is_empty()).map(|entry| entry.shard_id);
    let used: BTreeSet<i32> = used.collect();
    let mut shards = BTreeMap::new();
    for id in used {
        if id < 0 || id >= num_shards {
            let message =
                format!("the checkpoint index refers to shard {id}, but says there are {num_shards}");
            return Diagnostic::error("checkpoint-index-damaged", message).in_file(index_path).err();
        }
        let path = with_suffix(prefix, &format!(".data-{id:05}-of-{num_shards:05}"));
        if !path.is_file() {
            let tensors: Vec<_> = entries.iter().filter(|(_, entry)| entry.shard_id == id).collect();
            let first =
                tensors.first().map_or(String::new(), |(key, _)| String::from_utf8_lossy(key).into_owned());
            let message = format!(
                "data file {} of {num_shards} of the checkpoint is missing; {} tensors are in it, `{first}` first",
                i64::from(id) + 1,
                tensors.len()
            );
            return Diagnostic::error("checkpoint-shard-missing", message)
                .in_file(path)
                .help("copy the whole `variables` folder; every file of it is needed")
                .err();
        }
        let file = MappedFile::open(&path)?;
        shards.insert(id, Shard { path, file });
    }
    Ok(shards)
}
