//! The SDK, which is part of the program: a plugin that `tfl-opt plugin new` begins needs no more than the program and
//! Rust.

macro_rules! files {
    ($($path:literal)*) => {
        /// The files of the SDK by their paths in it.
        pub(super) const FILES: &[(&str, &str)] =
            &[$(($path, include_str!(concat!("../../../plugins/sdk/", $path)))),*];
    };
}

files! {
    "Cargo.toml"
    "src/builder.rs"
    "src/elem.rs"
    "src/failure.rs"
    "src/host.rs"
    "src/lib.rs"
    "src/op.rs"
    "src/options.rs"
    "wit/plugin.wit"
    "wit/types.wit"
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::FILES;

    #[test]
    fn no_file_is_left_out() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../plugins/sdk");
        let mut found = vec!["Cargo.toml".to_owned()];
        for folder in ["src", "wit"] {
            let entries = std::fs::read_dir(root.join(folder)).expect("a folder of the SDK");
            let names =
                entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("plain"));
            let names = names.filter(|name| name.ends_with(".rs") || name.ends_with(".wit"));
            found.extend(names.map(|name| format!("{folder}/{name}")));
        }
        found.sort();
        assert_eq!(found, FILES.iter().map(|file| file.0.to_owned()).collect::<Vec<_>>());
    }
}
