//! Writing a module as a .tflite file.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use core_ir::{Context, Diagnostic, Diagnostics, Graph, Reported};
use rayon::prelude::*;

use super::buffers::{ALIGNMENT, Buffers, Contents, Merged};
use super::elements::Encoding;
use super::layout::{Place, Structure};
use super::plan::{ModelPlan, OperatorCode};
use super::planner;
use super::schema::{BUFFER_LOCATION, MAX_FLATBUFFER_BYTES};
use super::versions::Release;

/// Where constants are in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BufferPlacement {
    /// Inside the flatbuffer while it stays under 2 GiB, otherwise outside.
    #[default]
    Auto,
    /// Behind the flatbuffer, with absolute offsets: the schema's form for large models, which runtimes before 2.15 do
    /// not read.
    Outside,
}

/// What to put into a file besides the module.
#[derive(Clone, Debug, Default)]
pub struct WriteOptions {
    /// The model's description instead of the module's `tfl.description`.
    pub description: Option<String>,
    /// Metadata besides the module's `tfl.metadata`: names and contents.
    pub metadata: Vec<(String, Vec<u8>)>,
    /// Where constants are.
    pub placement: BufferPlacement,
    /// The oldest release that must run the file; operators that it does not have are faults.
    pub runtime: Option<Release>,
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WriteStats {
    /// The size of the file.
    pub bytes: u64,
    /// How much of it is constants.
    pub buffer_bytes: u64,
    /// How many bytes of equal constants were written once only.
    pub deduplicated_bytes: u64,
    /// How many subgraphs there are.
    pub subgraphs: usize,
    /// How many tensors all subgraphs have.
    pub tensors: usize,
    /// How many operators all subgraphs have.
    pub operators: usize,
    /// The codes of custom operators, each once, in the order of their first use.
    pub custom_codes: Vec<String>,
    /// The first runtime release that has all operator versions, where it is known.
    pub min_runtime: Option<String>,
}

/// A file that is planned and laid out; only constants are still where the module has them.
struct Laid {
    structure: Structure,
    buffers: Merged,
    lengths: Vec<u64>,
    stats: WriteStats,
}

/// Writes `module` to `out` from its beginning to its end. Faults of the module go into `diags`, all of them; nothing
/// is written then. Constants are streamed.
pub fn write(
    ctx: &Context,
    module: &Graph,
    options: &WriteOptions,
    out: &mut dyn Write,
    diags: &mut Diagnostics,
) -> Result<WriteStats, Reported> {
    let laid = lay_out(ctx, module, options, diags)?;
    match laid.write(ctx, out) {
        Ok(()) => Ok(laid.stats),
        Err(fault) => {
            Err(diags
                .push(Diagnostic::error("write-failed", format!("the model cannot be written: {fault}"))))
        }
    }
}

/// As [`write()`], to a file. There is either the whole file or, after a fault, what was there before.
pub fn write_file(
    ctx: &Context,
    module: &Graph,
    options: &WriteOptions,
    path: &Path,
    diags: &mut Diagnostics,
) -> Result<WriteStats, Reported> {
    let laid = lay_out(ctx, module, options, diags)?;
    match write_beside(path, |out| laid.write(ctx, out)) {
        Ok(()) => Ok(laid.stats),
        Err(fault) => {
            let text = format!("the model cannot be written: {fault}");
            Err(diags.push(Diagnostic::error("write-failed", text).in_file(path)))
        }
    }
}

/// Lets `fill` write a file beside `path`, and gives it that name when all went well.
fn write_beside(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let name = path.file_name().ok_or_else(|| io::Error::other("the path names no file"))?;
    let mut beside = std::ffi::OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}.part", std::process::id()));
    let beside = path.with_file_name(beside);
    let written = (|| {
        let file = File::create(&beside)?;
        let (sender, chunks) = sync_channel::<Vec<u8>>(CHUNKS_AHEAD);
        let (giver, spares) = sync_channel::<Vec<u8>>(CHUNKS_AHEAD + 2);
        // Constants are computed while earlier ones go to the disk. Chunks are used again: fresh memory of this size
        // costs the kernel more than the copy.
        let writer = std::thread::spawn(move || {
            let mut file = file;
            chunks.into_iter().try_for_each(|mut chunk| -> io::Result<()> {
                file.write_all(&chunk)?;
                chunk.clear();
                drop(giver.try_send(chunk));
                Ok(())
            })
        });
        let mut out = ChunkWriter { sender, spares, chunk: Vec::with_capacity(CHUNK) };
        let filled = fill(&mut out).and_then(|()| out.flush());
        drop(out);
        // When the writer failed, that is why filling failed too.
        writer.join().map_err(|_| io::Error::other("the writing thread stopped"))??;
        filled?;
        std::fs::rename(&beside, path)
    })();
    if written.is_err() {
        // The first fault is the one to report, and there may be no file yet.
        drop(std::fs::remove_file(&beside));
    }
    written
}

/// How many bytes go to the writing thread at once, and how often before computing waits.
const CHUNK: usize = 1 << 20;
const CHUNKS_AHEAD: usize = 4;

/// Hands what is written to another thread in chunks.
struct ChunkWriter {
    sender: SyncSender<Vec<u8>>,
    spares: Receiver<Vec<u8>>,
    chunk: Vec<u8>,
}

impl Write for ChunkWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let take = bytes.len().min(CHUNK - self.chunk.len());
        self.chunk.extend_from_slice(&bytes[..take]);
        if self.chunk.len() == CHUNK {
            self.flush()?;
        }
        Ok(take)
    }

    fn flush(&mut self) -> io::Result<()> {
        let next = self.spares.try_recv().unwrap_or_else(|_| Vec::with_capacity(CHUNK));
        let chunk = std::mem::replace(&mut self.chunk, next);
        self.sender.send(chunk).map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))
    }
}

fn lay_out(
    ctx: &Context,
    module: &Graph,
    options: &WriteOptions,
    diags: &mut Diagnostics,
) -> Result<Laid, Reported> {
    let planned = planner::plan(ctx, module, options, diags)?;
    let mut plan = planned.plan;
    let mut stats = WriteStats {
        subgraphs: plan.subgraphs.len(),
        tensors: plan.subgraphs.iter().map(|subgraph| subgraph.tensors.len()).sum(),
        operators: plan.subgraphs.iter().map(|subgraph| subgraph.operators.len()).sum(),
        custom_codes: custom_codes(&plan.operator_codes),
        min_runtime: planned.min_runtime.map(str::to_owned),
        ..WriteStats::default()
    };
    let mut buffers = std::mem::replace(&mut plan.buffers, Buffers::new()).merge(ctx);
    stats.deduplicated_bytes = buffers.saved;
    plan.renumber(&buffers.renumbered);

    let strings_too_long = buffers.list.iter().any(|contents| {
        matches!(contents, Contents::Const { encoding: Encoding::Strings, .. })
            && contents.byte_len(ctx) > MAX_FLATBUFFER_BYTES
    });
    if strings_too_long {
        let fault = Diagnostic::error(
            "tflite-too-large",
            "a string tensor takes more than 2 GiB, its format's limit",
        );
        return Err(diags.push(fault));
    }
    let build = |plan: &ModelPlan, buffers: &Merged, outside| {
        let lengths: Vec<u64> = buffers.list.iter().map(|contents| contents.byte_len(ctx)).collect();
        (Structure::build(plan, &buffers.list, &lengths, outside), lengths)
    };
    let mut built = (options.placement == BufferPlacement::Auto).then(|| build(&plan, &buffers, false));
    if built.as_ref().is_none_or(|(structure, _)| structure.total > MAX_FLATBUFFER_BYTES) {
        let (name, text) = BUFFER_LOCATION;
        plan.metadata.push((name.into(), buffers.list.len() as u32));
        buffers.list.push(Contents::Bytes(text.into()));
        built = Some(build(&plan, &buffers, true));
    }
    let Some((structure, lengths)) = built.filter(|(structure, _)| structure.inside <= MAX_FLATBUFFER_BYTES)
    else {
        let text = "the model's structure alone takes more than 2 GiB, the format's limit";
        return Err(diags.push(Diagnostic::error("tflite-too-large", text)));
    };
    stats.bytes = structure.total;
    stats.buffer_bytes = lengths.iter().sum();
    Ok(Laid { structure, buffers, lengths, stats })
}

fn custom_codes(codes: &[OperatorCode]) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for code in codes.iter().filter_map(|code| code.custom.as_ref()) {
        let code = String::from_utf8_lossy(code).into_owned();
        if !list.contains(&code) {
            list.push(code);
        }
    }
    list
}

/// Buffers up to this size are computed several at once; larger ones are streamed.
const SMALL_BUFFER: u64 = 4 << 20;
/// How many bytes of small buffers are in memory at once.
const BATCH: u64 = 32 << 20;

impl Laid {
    fn write(&self, ctx: &Context, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(&self.structure.bytes)?;
        let mut at = self.structure.bytes.len() as u64;
        let mut places = self.structure.places.as_slice();
        while !places.is_empty() {
            let (batch, rest) = places.split_at(self.batch_len(places));
            let computed: Vec<Option<Vec<u8>>> =
                batch.par_iter().map(|place| self.compute(ctx, place)).collect();
            for (place, computed) in batch.iter().zip(computed) {
                self.write_place(ctx, place, computed, at, out)?;
                at = place.start + self.lengths[place.buffer];
            }
            places = rest;
        }
        out.write_all(&[0; ALIGNMENT as usize][..(self.structure.total - at) as usize])?;
        out.flush()
    }

    /// How many of `places`, one at least, are computed together.
    fn batch_len(&self, places: &[Place]) -> usize {
        let mut bytes = 0;
        let fits = |place: &&Place| {
            let length = self.lengths[place.buffer];
            bytes += length;
            length <= SMALL_BUFFER && bytes <= BATCH
        };
        places.iter().take_while(fits).count().max(1)
    }

    /// The bytes of a small buffer.
    fn compute(&self, ctx: &Context, place: &Place) -> Option<Vec<u8>> {
        let length = self.lengths[place.buffer];
        let mut bytes = Vec::with_capacity(usize::try_from(length.min(SMALL_BUFFER)).ok()?);
        let small = length <= SMALL_BUFFER;
        (small && self.buffers.list[place.buffer].write(ctx, length, &mut bytes).is_ok()).then_some(bytes)
    }

    fn write_place(
        &self,
        ctx: &Context,
        place: &Place,
        computed: Option<Vec<u8>>,
        at: u64,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let length = self.lengths[place.buffer];
        let prefix: &[u8] = match place.inside {
            true => &(length as u32).to_le_bytes(),
            false => &[],
        };
        let padding = place.start - prefix.len() as u64 - at;
        out.write_all(&[0; ALIGNMENT as usize][..padding as usize])?;
        out.write_all(prefix)?;
        match computed {
            Some(bytes) => out.write_all(&bytes),
            None => self.buffers.list[place.buffer].write(ctx, length, out),
        }
    }
}
