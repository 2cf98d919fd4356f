//! Plugins that were built against released versions of the interface keep working, as they are.

use std::collections::BTreeSet;
use std::path::Path;

use plugins_host::digest;

use crate::support::{root, run};

/// The files of a folder and of the folders in it, by their path from there.
fn files(folder: &Path, start: &str, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a plain name");
        let name = format!("{start}{name}");
        if path.is_dir() { files(&path, &format!("{name}/"), found) } else { _ = found.insert(name) }
    }
}

#[test]
fn old_plugins_keep_working() {
    let mut versions = 0;
    for version in std::fs::read_dir(root().join("plugins/tests/museum")).expect("a museum") {
        let version = version.expect("an entry").path();
        if !version.is_dir() {
            continue;
        }
        versions += 1;
        let list = std::fs::read_to_string(version.join("museum.json")).expect("a list");
        let list: serde_json::Value = serde_json::from_str(&list).expect("JSON");
        let mut listed = BTreeSet::from(["museum.json".to_owned()]);
        for row in list.as_array().expect("a list") {
            let text = |name: &str| row[name].as_str().expect("a text");
            let plugin = version.join(text("plugin"));
            let bytes = std::fs::read(&plugin).expect("readable");
            let found = digest::hex(&digest::sha256(&[&bytes]));
            assert_eq!(
                found,
                text("sha256"),
                "{} is another: plugins here stay as they were built",
                text("plugin")
            );
            listed.insert(text("plugin").to_owned());
            let cases = row["cases"].as_array().expect("cases");
            let cases: Vec<&str> = cases.iter().map(|case| case.as_str().expect("a text")).collect();
            assert!(!cases.is_empty(), "{} has nothing to do", text("plugin"));
            listed.extend(cases.iter().map(|case| (*case).to_owned()));
            let folder = plugin.with_extension("");
            let paths = [&plugin, &folder].map(|path| path.to_str().expect("a plain path").to_owned());
            let run = run(&["plugin", "test", &paths[0], "--cases", &paths[1]]);
            assert_eq!(run.status, Some(0), "{}{}", run.stdout, run.stderr);
            assert_eq!(run.stdout.matches("... ok").count(), cases.len(), "{}", run.stdout);
        }
        let mut there = BTreeSet::new();
        files(&version, "", &mut there);
        assert_eq!(there, listed, "museum.json lists what is there");
    }
    assert!(versions > 0);
}
