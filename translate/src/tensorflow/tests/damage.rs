//! Models that are wrong: each gives an error with a code, none a panic.

use rayon::prelude::*;

use super::*;

/// Imports the test model with `name` replaced by each of `damaged`, and gives each one's diagnostics to `check`.
fn import_each<T: Send>(
    name: &str,
    count: usize,
    damaged: impl Fn(usize) -> Vec<u8> + Sync,
    check: impl Fn(usize, Vec<Diagnostic>) -> T + Sync,
) {
    let prepare = || (write(&version_2()), Context::new());
    (0..count).into_par_iter().for_each_init(prepare, |(dir, ctx), i| {
        dir.write(name, &damaged(i));
        let (_, diags) = run(ctx, dir.path());
        check(i, diags);
    });
}

#[test]
fn no_cut_or_flipped_bit_of_the_model_makes_a_panic() {
    let model = version_2().build();
    import_each("saved_model.pb", model.len(), |len| model[..len].to_vec(), |_, _| ());
    let flip = |bit: usize| flipped(&model, bit);
    import_each("saved_model.pb", model.len() * 8, flip, |_, _| ());
}

#[test]
fn every_cut_and_flipped_bit_of_the_index_is_noticed() {
    let name = "variables/variables.index";
    let index = std::fs::read(write(&version_2()).path().join(name)).unwrap();
    let is_noticed = |i: usize, diags: Vec<Diagnostic>| {
        assert!(diags.iter().any(|d| d.code.starts_with("checkpoint-")), "{i}: {diags:?}");
    };
    import_each(name, index.len(), |len| index[..len].to_vec(), is_noticed);
    // All but the footer is covered by checksums.
    let flip = |bit: usize| flipped(&index, bit);
    import_each(name, (index.len() - 48) * 8, flip, is_noticed);
    let in_footer = |bit: usize| flipped(&index, (index.len() - 48) * 8 + bit);
    import_each(name, 48 * 8, in_footer, |_, _| ());
}

fn flipped(bytes: &[u8], bit: usize) -> Vec<u8> {
    let mut flipped = bytes.to_vec();
    flipped[bit / 8] ^= 1 << (bit % 8);
    flipped
}

#[test]
fn damage_of_a_checkpoint_is_named() {
    let dir = write(&version_2());
    let data = "variables/variables.data-00000-of-00001";
    let mut bytes = le_bytes(&WEIGHTS);
    bytes[3] ^= 1;
    dir.write(data, &bytes);
    let (_, diags) = run(&Context::new(), dir.path());
    assert_eq!(diags[0].code, "checkpoint-checksum");
    assert!(diags[0].message.contains(KEY) && diags[0].message.contains("0..24"), "{}", diags[0]);

    dir.write(data, &bytes[..23]);
    assert_eq!(error_codes(dir.path()), ["checkpoint-out-of-range"]);
    std::fs::remove_file(dir.path().join(data)).unwrap();
    assert_eq!(error_codes(dir.path()), ["checkpoint-shard-missing"]);
    std::fs::remove_dir_all(dir.path().join("variables")).unwrap();
    assert_eq!(error_codes(dir.path()), ["no-checkpoint"]);
}

#[test]
fn a_tensor_must_be_what_its_entry_and_its_variable_say() {
    let dir = write(&version_2());
    let data = le_bytes(&WEIGHTS);
    for (dtype, dims, code) in [
        (FLOAT, &[2, 2][..], "checkpoint-size"),
        (FLOAT, &[i64::MAX, i64::MAX], "checkpoint-size"),
        (FLOAT, &[-1], "checkpoint-shape"),
        (RESOURCE, &[2, 3], "checkpoint-dtype"),
        (99, &[2, 3], "checkpoint-dtype"),
        (FLOAT, &[3, 2], "variable-mismatch"),
        (3, &[2, 3], "variable-mismatch"),
    ] {
        let entries = [(KEY.as_bytes().to_vec(), bundle_entry(dtype, dims, 0, 0, &data))];
        dir.write("variables/variables.index", &index_file(1, &entries, false));
        assert_eq!(error_codes(dir.path()), [code], "{dtype} {dims:?}");
    }
}

#[test]
fn calls_in_a_circle_are_named() {
    let mut model = version_2();
    let attrs = [("Tin", a_types(&[FLOAT, RESOURCE])), ("Tout", a_types(&[FLOAT])), ("f", a_func("wrapper"))];
    let nodes = [node("again", "StatefulPartitionedCall", &["x", "w"], &attrs)];
    model.functions[0] =
        function("inner", &[("x", FLOAT), ("w", RESOURCE)], &nodes, &[("y", "again:output:0")]);
    let (_, diags) = run(&Context::new(), write(&model).path());
    assert_eq!(diags[0].code, "recursive-function");
    assert!(diags[0].message.contains("`inner` -> `wrapper` -> `inner`"), "{}", diags[0]);
}

#[test]
fn faults_of_a_graph_are_named() {
    let t = || [("T", a_type(FLOAT))];
    let cases: Vec<(Msg, &str)> = vec![
        (node("main", "Neg", &["main"], &t()), "cyclic-graph"),
        (node("main", "Neg", &["nowhere"], &t()), "missing-node"),
        (node("main", "Neg", &["^nowhere"], &t()), "missing-node"),
        (node("main", "Neg", &["x:1"], &t()), "missing-output"),
        (node("main", "Neg", &["prefix"], &t()), "unfed-placeholder"),
        (node("main", "Nobody", &["x"], &t()), "unknown-op"),
        (node("main", "Neg", &["x"], &[]), "node-outputs"),
        (node("main", "Switch", &["x", "x"], &t()), "control-flow-v1"),
        (node("x", "Neg", &["x"], &t()), "duplicate-node"),
        (node("main", "Neg", &["x"], &[("T", a_type(FLOAT)), ("_f", a_func("lost"))]), "missing-function"),
        (node("main", "Test>Split", &["x"], &[("T", a_type(FLOAT)), ("N", a_int(1 << 40))]), "node-outputs"),
    ];
    for (bad, code) in cases {
        let mut model = version_2();
        model.nodes[3] = bad;
        assert_eq!(codes(&model), [code]);
    }
}

#[test]
fn absurd_constants_are_refused() {
    let tensor = |dims: &[i64]| Msg::new().int(1, FLOAT).msg(2, shape(dims));
    let cases = [
        tensor(&[i64::MAX, i64::MAX]),
        tensor(&[1 << 40]),
        tensor(&[-1]),
        tensor(&[1; 300]),
        tensor(&[2]).bytes(4, [0; 7]),
        Msg::new().int(1, 99),
        Msg::new().int(1, STRING).msg(2, shape(&[1 << 40])),
    ];
    for value in cases {
        let mut model = version_2();
        model.nodes[3] = node("main", "Const", &[], &[("dtype", a_type(FLOAT)), ("value", a_tensor(value))]);
        assert_eq!(codes(&model), ["bad-constant"]);
    }
}

#[test]
fn a_directory_that_is_no_model_says_what_is_there() {
    let dir = TempDir::new();
    dir.write("model.keras", b"");
    let (_, diags) = run(&Context::new(), dir.path());
    assert_eq!(diags[0].code, "no-model");
    assert!(diags[0].notes[0].message.contains("model.keras"));
    dir.write("other.bin", b"TFL3");
    assert_eq!(error_codes(&dir.path().join("other.bin")), ["no-model"]);
    assert_eq!(error_codes(&dir.path().join("nothing")), ["no-model"]);
}

#[test]
fn a_wish_that_cannot_be_met_lists_what_there_is() {
    let dir = write(&version_2());
    let wish = |opts: ImportOptions| {
        let mut diags = Diagnostics::new();
        assert!(import(&Context::new(), dir.path(), &opts, &mut diags).is_err());
        diags.into_vec().remove(0)
    };
    let one = |name: &str| Some(vec![name.to_owned()]);
    let tags = wish(ImportOptions { tags: one("train"), ..ImportOptions::default() });
    assert_eq!((tags.code, &*tags.notes[0].message), ("no-such-tags", "the graphs it has: serve"));
    let key = wish(ImportOptions { signatures: one("f"), ..ImportOptions::default() });
    assert_eq!(key.code, "no-such-signature");
    let port = wish(ImportOptions { inputs: vec![("z".into(), None)], ..ImportOptions::default() });
    assert_eq!(port.code, "no-such-port");
}
