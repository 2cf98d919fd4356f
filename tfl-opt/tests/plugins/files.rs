//! Files that are no plugin, or not the one that was meant: refused before anything of them runs.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::support::{
    Attempt, Folder, MANIFEST, MEMORY, Run, component, custom_section, interface, module, prebuilt, root,
    run, run_in,
};

/// Loads a plugin for a module without anything to convert.
fn load(plugin: &str, more: &[&str]) -> Run {
    let folder = Folder::new();
    let input = folder.write("in.mlir", "func.func @main() {\n  return\n}\n");
    let output = folder.path("out.mlir");
    let args = ["convert", input.to_str().expect("plain"), "-o", output.to_str().expect("plain")];
    let run =
        run(&[&args[..], &["--pass-pipeline", "convert-custom-ops", "--load-plugin", plugin], more].concat());
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    assert_eq!(run.status == Some(0), output.exists(), "{}", run.stderr);
    run
}

#[track_caller]
fn refuses(bytes: &[u8], code: &str) -> Run {
    refuses_with(bytes, code, &[])
}

#[track_caller]
fn refuses_with(bytes: &[u8], code: &str, more: &[&str]) -> Run {
    let folder = Folder::new();
    let file = folder.write("plugin.wasm", bytes);
    let run = load(file.to_str().expect("plain"), more);
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains(&format!("[{code}]")), "{}", run.stderr);
    run
}

fn scale() -> Vec<u8> {
    std::fs::read(prebuilt("scale.wasm")).expect("readable")
}

fn good(manifest: &str) -> Vec<u8> {
    component(&module(MEMORY, "(unreachable)"), &interface(), manifest)
}

#[test]
fn what_is_no_component_is_refused() {
    let folder = Folder::new();
    let run = load(folder.path("nothing.wasm").to_str().expect("plain"), &[]);
    assert!(run.stderr.contains("[plugin-file]"), "{}", run.stderr);
    refuses(b"(component)", "plugin-invalid");
    refuses(b"", "plugin-invalid");
    refuses(&scale()[..1000], "plugin-invalid");
    refuses(&wat::parse_str("(module)").expect("a module"), "plugin-not-component");
    refuses(&wat::parse_str("(component)").expect("a component"), "plugin-manifest");
    let large = vec![0; 33 << 20];
    let run = refuses(&large, "plugin-too-large");
    assert!(run.memory < 256 << 20, "{} MiB", run.memory >> 20);
    // What is no file is not waited for.
    for name in ["folder.wasm", "pipe.wasm"] {
        let path = folder.path(name);
        let made = match name {
            "folder.wasm" => std::fs::create_dir(&path).is_ok(),
            _ => Command::new("mkfifo").arg(&path).status().is_ok_and(|status| status.success()),
        };
        assert!(made);
        let run = load(path.to_str().expect("plain"), &[]);
        assert!(run.stderr.contains("the plugin is no file [plugin-file]"), "{}", run.stderr);
    }
}

#[test]
fn how_large_a_file_may_be_is_for_its_id() {
    let mut large = scale();
    custom_section(&mut large, "padding", &vec![0; 33 << 20]);
    refuses(&large, "plugin-too-large");
    let folder = Folder::new();
    let file = folder.write("large.wasm", &large);
    let load = |limit: &str| load(file.to_str().expect("plain"), &["--plugin-limit", limit]);
    let granted = load("test.scale:file-bytes=4e7");
    assert_eq!(granted.status, Some(0), "{}", granted.stderr);
    // What another may have is not for this one.
    let other = load("test.other:file-bytes=4e7");
    assert!(other.stderr.contains("[plugin-too-large]"), "{}", other.stderr);
    refuses_with(&scale(), "plugin-too-large", &["--plugin-limit", "test.scale:file-bytes=1000"]);
    refuses_with(&scale(), "plugin-limit", &["--plugin-limit", "test.scale:file-bytes=many"]);
}

#[test]
fn no_flipped_bit_does_harm() {
    let good = scale();
    // A prime step, so that all kinds of sections are hit; each takes a compilation at most.
    for at in (9..good.len()).step_by(6_151) {
        let mut bad = good.clone();
        bad[at] ^= 0x55;
        let folder = Folder::new();
        let file = folder.write("plugin.wasm", &bad);
        let run = load(file.to_str().expect("plain"), &[]);
        assert!(matches!(run.status, Some(0 | 1)), "at {at}: {}", run.stderr);
    }
}

#[test]
fn a_symbolic_link_is_no_file() {
    let folder = Folder::new();
    let link = folder.path("link.wasm");
    std::os::unix::fs::symlink(prebuilt("scale.wasm"), &link).expect("a link");
    let run = load(link.to_str().expect("plain"), &[]);
    assert!(run.stderr.contains("the plugin is a symbolic link [plugin-file]"), "{}", run.stderr);
}

#[test]
fn a_digest_is_a_promise() {
    let plugin = prebuilt("scale.wasm");
    let run = load(&format!("{}@sha256:{}", plugin.display(), "0".repeat(64)), &[]);
    assert!(run.stderr.contains("[plugin-digest]"), "{}", run.stderr);
    let found = run.stderr.split("its SHA-256 is ").nth(1).and_then(|rest| rest.get(..64)).expect("a digest");
    assert_eq!(load(&format!("{}@sha256:{found}", plugin.display()), &[]).status, Some(0));
}

#[test]
fn a_manifest_says_what_is_true() {
    let change = |from: &str, to: &str| MANIFEST.replace(from, to);
    refuses(&good("not JSON"), "plugin-manifest");
    refuses(&good("{}"), "plugin-manifest");
    refuses(&good(&change("test.text", "../../etc/passwd")), "plugin-manifest");
    refuses(&good(&change("tf.Text", "Text")), "plugin-manifest");
    refuses(&good(&change("tf.Text", "tf.Te\\u001b[31mxt")), "plugin-manifest");
    refuses(&good(&change("0.1.0", "0.2.0")), "plugin-version");
    refuses(&good(&change("0.1.0", "newest")), "plugin-version");
    let mut two = good(MANIFEST);
    custom_section(&mut two, "tfl-opt:manifest", change("1.0.0", "9.9.9").as_bytes());
    refuses(&two, "plugin-manifest");
    refuses(&good(&change("\"ops\"", "\"definitions\":[\"op { nom: 'X' }\"],\"ops\"")), "op-def");
    // What a newer tfl-opt knows is told and is no fault.
    let folder = Folder::new();
    let newer = folder.write("newer.wasm", good(&change("\"ops\"", "\"opps\":[1],\"ops\"")));
    let run = load(newer.to_str().expect("plain"), &[]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(run.stderr.contains("has a field `opps`, which is not known"), "{}", run.stderr);
}

#[test]
fn the_interface_is_the_published_one() {
    let newer = interface().replace("tfl-opt:plugin@0.1.0", "tfl-opt:plugin@0.2.0");
    let text = module(MEMORY, "(unreachable)").replace("@0.1.0", "@0.2.0");
    let import = format!(r#"(import "tfl-opt:plugin/host@0.2.0" "log" (func (param i32 i32 i32))) {MEMORY}"#);
    let text_with_import = module(&import, "(unreachable)").replace("converter@0.1.0", "converter@0.2.0");
    refuses(&component(&text_with_import, &newer, MANIFEST), "plugin-version");
    refuses(&component(&text, &newer, MANIFEST), "plugin-version");
    // A variant with a case more is another type.
    let case = "    /// The plugin does not handle";
    let more = interface().replacen(case, &format!("    later,\n{case}"), 1);
    assert_ne!(more, interface());
    let folder = Folder::new();
    let plugin = folder.write("text.wasm", component(&module(MEMORY, "(unreachable)"), &more, MANIFEST));
    let attempt = Attempt::new(&plugin, "\"tf.Text\"(%x, %c)", &[]);
    attempt.fails("plugin-link", "tf.Text");
    assert!(
        attempt.run.stderr.contains("expected variant of 2 cases, found 3 cases"),
        "{}",
        attempt.run.stderr
    );
    let mut none = wat::parse_str("(component)").expect("a component");
    custom_section(&mut none, "tfl-opt:manifest", MANIFEST.as_bytes());
    refuses(&none, "plugin-export");
}

#[test]
fn nothing_of_the_system_is_given() {
    for name in [
        "wasi:filesystem/types@0.2.6",
        "wasi:clocks/wall-clock@0.2.6",
        "wasi:random/random@0.2.6",
        "wasi:cli/stdout@0.2.6",
        "wasi:cli/exit@0.2.6",
        "wasi:sockets/tcp@0.2.6",
    ] {
        let text = format!(r#"(component (import "{name}" (instance)))"#);
        let run = refuses(&wat::parse_str(&text).expect("a component"), "plugin-wasi");
        assert!(run.stderr.contains(name), "{}", run.stderr);
    }
    let other = r#"(component (import "acme:secrets/read@1.0.0" (instance)))"#;
    refuses(&wat::parse_str(other).expect("a component"), "plugin-import");
    let unknown = r#"(component (import "tfl-opt:plugin/network@0.1.0" (instance (export "get" (func)))))"#;
    let mut unknown = wat::parse_str(unknown).expect("a component");
    custom_section(&mut unknown, "tfl-opt:manifest", MANIFEST.replace("\"tf.Text\"", "").as_bytes());
    refuses(&unknown, "plugin-link");
}

/// A module that keeps the compiler busy: a function of very many blocks over very many variables.
fn compile_bomb() -> String {
    let mut body = String::from("(local i64)");
    for i in 0..800 {
        body += &format!("(local $v{i} i64)");
    }
    for i in 0..20_000 {
        let (a, b) = (i % 800, (i * 7 + 1) % 800);
        body += &format!(
            "(if (i64.eqz (local.get $v{a})) (then (local.set $v{b} (i64.add (local.get $v{a}) (local.get $v{b})))))"
        );
    }
    module(&format!("{MEMORY} (func $bomb {body})"), "(call $bomb) (unreachable)")
}

#[test]
fn a_compile_bomb_is_killed() {
    let bytes = component(&compile_bomb(), &interface(), MANIFEST);
    assert!(bytes.len() < 1 << 20);
    let folder = Folder::new();
    let file = folder.write("plugin.wasm", bytes);
    // Whichever of memory and time ends first, and time alone.
    for (more, codes) in [
        (&[][..], &["[plugin-compile-memory]", "[plugin-compile-time]"][..]),
        (&["--plugin-limit", "test.text:compile-memory=16e9"], &["[plugin-compile-time]"]),
    ] {
        let run = load(file.to_str().expect("plain"), more);
        assert_eq!(run.status, Some(1));
        assert!(codes.iter().any(|code| run.stderr.contains(code)), "{}", run.stderr);
        assert!(run.time < Duration::from_secs(10), "{:?}", run.time);
        assert!(run.memory < 2 << 30, "{} MiB", run.memory >> 20);
    }
}

#[test]
fn many_functions_or_instances_take_no_longer_than_they_may() {
    let functions: String = (0..60_000).map(|i| format!("(func (result i32) (i32.const {i}))")).collect();
    let bytes = component(&module(&format!("{MEMORY} {functions}"), "(unreachable)"), &interface(), MANIFEST);
    let run = refuses_with(&bytes, "plugin-compile-time", &["--plugin-limit", "test.text:compile-ms=500"]);
    assert!(run.time < Duration::from_secs(5), "{:?}", run.time);

    let instances: String = (0..2_000).map(|_| "(core instance (instantiate $m))".to_owned()).collect();
    let mut many = wat::parse_str(format!("(component (core module $m) {instances})")).expect("a component");
    custom_section(&mut many, "tfl-opt:manifest", MANIFEST.replace("\"tf.Text\"", "").as_bytes());
    refuses(&many, "plugin-invalid");
}

#[test]
fn the_cache_is_not_trusted() {
    let folder = Folder::new();
    let cache = folder.path("cache");
    let input = folder.write(
        "in.mlir",
        "func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {\n  %0 = \"tf.Scale\"(%x) {factor = 2.5 : f32} : (tensor<2xf32>) -> tensor<2xf32>\n  return %0 : tensor<2xf32>\n}\n",
    );
    let plugin = prebuilt("scale.wasm");
    let args = [
        input.to_str().expect("plain"),
        "--convert-custom-ops",
        "--load-plugin",
        plugin.to_str().expect("plain"),
    ];
    let convert = || {
        let run = run_in(&cache, &args);
        assert!(run.status == Some(0) && run.stdout.contains("tfl.mul"), "{}", run.stderr);
    };
    let code = || {
        let files = std::fs::read_dir(&cache).expect("a cache").map(|entry| entry.expect("an entry").path());
        files.into_iter().find(|path| path.extension().is_some_and(|it| it == "code")).expect("machine code")
    };
    convert();
    let path = code();
    let good = std::fs::read(&path).expect("readable");
    let mut flipped = good.clone();
    *flipped.last_mut().expect("not empty") ^= 1;
    let mut in_the_middle = good.clone();
    let at = good.len() / 2;
    in_the_middle[at] ^= 0xff;
    let shorter = good[..good.len() - 1].to_vec();
    for bad in [flipped, in_the_middle, shorter, good[..20].to_vec(), Vec::new(), vec![0x90; good.len()]] {
        std::fs::write(&path, &bad).expect("writable");
        convert();
        // It was compiled again, and what was there was not run.
        assert!(std::fs::read(&path).expect("readable") == good);
    }
    // A folder that others can write is not used.
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(&cache, std::fs::Permissions::from_mode(0o777)).expect("mine");
    std::fs::write(&path, b"anything").expect("writable");
    convert();
    assert_eq!(std::fs::read(&path).expect("readable"), b"anything");
}

#[test]
fn two_plugins_for_one_operation_are_an_error_unless_one_is_preferred() {
    let folder = Folder::new();
    let manifest = MANIFEST.replace("tf.Text", "tf.Scale");
    let other = folder.write("other.wasm", good(&manifest));
    let scale = prebuilt("scale.wasm");
    let both = |more: &[&str]| {
        let args = ["--load-plugin", other.to_str().expect("plain")];
        load(scale.to_str().expect("plain"), &[&args[..], more].concat())
    };
    let run = both(&[]);
    assert!(run.stderr.contains("[plugin-conflict]") && run.stderr.contains("tf.Scale"), "{}", run.stderr);
    assert_eq!(both(&["--prefer-plugin", "tf.Scale=test.scale"]).status, Some(0));
    let twice = load(scale.to_str().expect("plain"), &["--load-plugin", scale.to_str().expect("plain")]);
    assert!(twice.stderr.contains("[plugin-conflict]"), "{}", twice.stderr);
}

#[test]
fn a_project_names_its_plugins_and_locks_them() {
    let folder = Folder::new();
    std::fs::copy(prebuilt("scale.wasm"), folder.path("scale.wasm")).expect("a copy");
    let toml = "[[plugin]]\nfile = \"scale.wasm\"\n[plugin.limits]\nfuel = 2_000_000\n[plugin.settings]\nfactor = 4.5\n";
    let toml = folder.write("plugins.toml", toml);
    let input = folder.write(
        "in.mlir",
        "func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {\n  %0 = \"tf.Scale\"(%x) : (tensor<2xf32>) -> tensor<2xf32>\n  return %0 : tensor<2xf32>\n}\n",
    );
    let args =
        [input.to_str().expect("plain"), "--convert-custom-ops", "--plugins", toml.to_str().expect("plain")];
    let locked = || run(&[&args[..], &["--locked"]].concat());
    assert!(locked().stderr.contains("--locked needs it"), "{}", locked().stderr);
    let first = run(&args);
    assert!(first.stdout.contains("dense<4.5"), "{}", first.stderr);
    let lock = std::fs::read_to_string(folder.path("plugins.lock")).expect("written");
    assert!(lock.contains("id = \"test.scale\"") && lock.contains("sha256 = "), "{lock}");
    assert_eq!(locked().status, Some(0));
    let mut other = scale();
    custom_section(&mut other, "note", b"changed");
    folder.write("scale.wasm", other);
    let refused = locked();
    assert!(
        refused.status == Some(1) && refused.stderr.contains("is not the one that is locked"),
        "{}",
        refused.stderr
    );
    assert_eq!(run(&args).status, Some(0));
    assert_eq!(locked().status, Some(0));
    folder.write("plugins.toml", "[[plugin]]\nfil = \"x\"\n");
    assert_eq!(run(&args).status, Some(1));
}

#[test]
fn limits_have_names() {
    let plugin = prebuilt("scale.wasm");
    let limit = |text: &str| load(plugin.to_str().expect("plain"), &["--plugin-limit", text]);
    assert!(limit("test.scale:petrol=5").stderr.contains("there is no limit `petrol`"));
    assert!(limit("test.scale:fuel=much").stderr.contains("is no number"));
    assert!(limit("other:fuel=5").stderr.contains("there is no plugin `other`"));
    assert_eq!(limit("test.scale:fuel=5e9").status, Some(0));
}

#[test]
fn published_interfaces_do_not_change() {
    let text = interface();
    let digest = plugins_host::digest::hex(&plugins_host::digest::sha256(&[text.as_bytes()]));
    let frozen = std::fs::read_to_string(root().join("plugins/wit/released/0.1.0/SHA256")).expect("readable");
    assert_eq!(
        digest,
        frozen.trim(),
        "plugins/wit/released/0.1.0 is published; a new version has a folder of its own"
    );
    // What is being worked on is a release, or the next one.
    let read = |folder: &Path, name: &str| std::fs::read_to_string(folder.join(name)).expect("readable");
    let now = root().join("plugins/wit");
    let is_same = ["types.wit", "plugin.wit"]
        .iter()
        .all(|name| read(&now, name) == read(&root().join("plugins/wit/released/0.1.0"), name));
    let is_next = !read(&now, "types.wit").contains("package tfl-opt:plugin@0.1.0;");
    assert!(is_same || is_next, "plugins/wit says that it is 0.1.0, and is not");
}
