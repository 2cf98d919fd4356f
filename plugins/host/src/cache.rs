//! Machine code of plugins, kept between runs.
//!
//! Machine code is trusted: whoever can change it runs in this process. So it is only taken from a folder that belongs to
//! the user alone, and only when it still has the seal that it got when it was compiled here.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use wasmtime::Engine;

use crate::digest;

/// The start of a file: what it is, and the version of its layout.
const MAGIC: &[u8; 8] = b"TFLOPT\0\x01";
const SEAL: usize = 32;
const KEY_FILE: &str = "key";

/// A folder with machine code.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
    key: [u8; 32],
}

impl Cache {
    /// The folder that is used unless another is named: `tfl-opt/plugins` in the user's folder for caches.
    pub fn default_folder() -> Option<PathBuf> {
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let base = set("XDG_CACHE_HOME").filter(|path| path.is_absolute());
        Some(base.or_else(|| Some(set("HOME")?.join(".cache")))?.join("tfl-opt").join("plugins"))
    }

    /// Opens `folder`, and makes it if there is none. `Err` says why it is not used.
    pub fn open(folder: &Path) -> Result<Self, String> {
        let fault = |why: std::io::Error| format!("{}: {why}", folder.display());
        make_private(folder).map_err(fault)?;
        if !is_private(folder).map_err(fault)? {
            return Err(format!("{} belongs to others or can be written by them", folder.display()));
        }
        let key = key_of(&folder.join(KEY_FILE)).map_err(fault)?;
        Ok(Self { folder: folder.to_owned(), key })
    }

    /// Where the code of the component with this digest is: another compiler or another tfl-opt has other files.
    fn path(&self, engine: &Engine, wasm: &[u8; 32]) -> PathBuf {
        let compatible = digest::of_hash(engine.precompile_compatibility_hash());
        let name = digest::sha256(&[wasm, &compatible, env!("CARGO_PKG_VERSION").as_bytes()]);
        self.folder.join(format!("{}.code", digest::hex(&name)))
    }

    /// The code of the component with this digest, if it is there and nobody changed it.
    pub fn get(&self, engine: &Engine, wasm: &[u8; 32]) -> Option<Vec<u8>> {
        let mut bytes = fs::read(self.path(engine, wasm)).ok()?;
        let rest = bytes.strip_prefix(MAGIC)?;
        let (seal, code) = rest.split_at_checked(SEAL)?;
        if !equal(seal, &self.seal(wasm, code)) {
            return None;
        }
        bytes.drain(..MAGIC.len() + SEAL);
        Some(bytes)
    }

    /// Keeps code. A fault only costs time in the next run.
    pub fn put(&self, engine: &Engine, wasm: &[u8; 32], code: &[u8]) -> std::io::Result<()> {
        let path = self.path(engine, wasm);
        let beside = path.with_extension(format!("{}.part", std::process::id()));
        let mut file = private_file(&beside)?;
        let written = file
            .write_all(MAGIC)
            .and_then(|()| file.write_all(&self.seal(wasm, code)))
            .and_then(|()| file.write_all(code))
            .and_then(|()| fs::rename(&beside, &path));
        if written.is_err() {
            let _ = fs::remove_file(&beside);
        }
        written
    }

    /// HMAC-SHA256 of the code and of whose it is.
    fn seal(&self, wasm: &[u8; 32], code: &[u8]) -> [u8; 32] {
        let pad = |with: u8| {
            let mut block = [with; 64];
            block.iter_mut().zip(self.key).for_each(|(byte, key)| *byte ^= key);
            block
        };
        let mut inner = Sha256::new();
        inner.update(pad(0x36));
        inner.update(wasm);
        inner.update(code);
        digest::sha256(&[&pad(0x5c), &inner.finalize()])
    }
}

/// Whether two seals are one, in the same time whatever they are.
fn equal(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |different, (x, y)| different | (x ^ y)) == 0
}

/// The key in `path`, made of the system's random bytes if there is none.
fn key_of(path: &Path) -> std::io::Result<[u8; 32]> {
    let read = || -> std::io::Result<[u8; 32]> {
        let mut key = [0; 32];
        fs::File::open(path)?.read_exact(&mut key)?;
        Ok(key)
    };
    if let Ok(key) = read() {
        return Ok(key);
    }
    let mut key = [0; 32];
    fs::File::open("/dev/urandom")?.read_exact(&mut key)?;
    let beside = path.with_extension(format!("{}.part", std::process::id()));
    private_file(&beside)?.write_all(&key)?;
    fs::rename(&beside, path)?;
    // Two programs may do this at once; the key of one is in the file.
    read()
}

#[cfg(unix)]
fn make_private(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(unix)]
fn is_private(folder: &Path) -> std::io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let meta = fs::metadata(folder)?;
    Ok(meta.uid() == rustix::process::geteuid().as_raw() && meta.mode() & 0o077 == 0)
}

#[cfg(unix)]
fn private_file(path: &Path) -> std::io::Result<fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    let _ = fs::remove_file(path);
    fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn make_private(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(not(unix))]
fn is_private(_: &Path) -> std::io::Result<bool> {
    Ok(false)
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> std::io::Result<fs::File> {
    fs::File::create(path)
}
