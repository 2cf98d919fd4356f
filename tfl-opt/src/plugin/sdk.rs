//! The sources of the SDK, which this program carries, so that a new plugin needs nothing else.

macro_rules! sources {
    ($($path:literal),* $(,)?) => {
        /// Each file with its text.
        pub(super) const FILES: &[(&str, &str)] =
            &[$(($path, include_str!(concat!("../../../plugins/sdk/", $path)))),*];
    };
}

sources! {
    "Cargo.toml",
    "src/lib.rs",
    "src/builder.rs",
    "src/elem.rs",
    "src/failure.rs",
    "src/host.rs",
    "src/op.rs",
    "src/options.rs",
    "wit/types.wit",
    "wit/plugin.wit",
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    fn files(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("the SDK is there") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { files(&path, found) } else { found.push(path) }
        }
    }

    #[test]
    fn no_source_is_left_out() {
        let sdk = Path::new(env!("CARGO_MANIFEST_DIR")).join("../plugins/sdk");
        let mut found = Vec::new();
        files(&sdk, &mut found);
        let left_out: Vec<PathBuf> = found
            .into_iter()
            .map(|path| path.strip_prefix(&sdk).expect("in the SDK").to_owned())
            .filter(|path| path.extension().is_some_and(|it| it == "rs" || it == "wit" || it == "toml"))
            .filter(|path| super::FILES.iter().all(|(name, _)| Path::new(name) != path))
            .collect();
        assert!(left_out.is_empty(), "{left_out:?}");
    }
}
