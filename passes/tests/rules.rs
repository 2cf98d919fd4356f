//! The shipped rules, and what the rule language refuses.

use core_ir::Context;
use core_ir::diag::Place;
use passes::eqsat::rules;

fn context() -> Context {
    dialects::link();
    passes::link();
    Context::new()
}

#[test]
fn shipped_rules_load() {
    let ctx = context();
    let rules = rules::shipped(&ctx).unwrap_or_else(|fault| panic!("{fault}"));
    assert!(rules.len() > 150, "there are {} rules", rules.len());
    assert!(rules.iter().all(|rule| !rule.doc.is_empty()), "every rule is documented");
}

/// A rule whose body has one piece between `«` and `»`: that piece is what the fault of the rest must point at.
#[track_caller]
fn points(marked: &str, message: &str, help: &str) {
    let text = format!("/// A test.\nrule a @exact @canon {{ {marked} }}");
    whole_points(&text, message, help);
}

#[track_caller]
fn whole_points(marked: &str, message: &str, help: &str) {
    let (start, end) =
        (marked.find('«').expect("a start"), marked.find('»').expect("an end") - '«'.len_utf8());
    let text = marked.replace(['«', '»'], "");
    let ctx = context();
    let fault = match rules::load(&ctx, &[("test.rules", &text)]) {
        Ok(rules) => panic!("{text}\nloads {} rules", rules.len()),
        Err(fault) => fault,
    };
    assert!(fault.message.contains(message), "{text}\n{fault}");
    assert!(fault.help.as_deref().is_some_and(|text| text.contains(help)), "{text}\n{fault}");
    let place = Place::Text { source: "test.rules".into(), start, end };
    assert_eq!(fault.place, place, "{text}\n{fault}");
}

#[test]
fn faults_of_syntax_point_at_what_is_there() {
    points("tf.Neg(%x) «-»> %x", "expected `#`, `=>` or `{`", "a rule is");
    points("tf.Neg(%x) => %x «whre» rank(%x) == 1", "expected", "a rule is");
    points("tf.Neg(%x) => %x where rank(%x) == «}»", "expected", "a rule is");
    whole_points("rule a @exact @canon { tf.Neg(%x) => %x«»", "found the end of the file", "a rule is");
    whole_points("rule a @exact @approx(«-1») @canon { tf.Neg(%x) => %x }", "no tolerance", "not negative");
    whole_points(
        "rule a @exact @canon for (A, B) in [(tf.Neg, 1), «tf.Abs»] { A(%x) => %x where B == 1 }",
        "2 names stand for 1 things",
        "each name one thing",
    );
    points("tf.Split(%a, %x)«#99999999999» => %x", "so many results", "counted from 0");
    points("tf.Neg(%x) => tf.Neg(%x) {«..»}", "does not say which attributes", "..$rest");
    points("tf.Neg(%x) => %x where rank(%x) == «99999999999999999999»", "64 bits", "smaller");
    points("tf.Neg(%x) {.., «..$r»} => %x", "there twice", "keep one");
    let deep = format!("tf.Neg(%x) => %x where {}«(»rank(%x) == 1", "(".repeat(47));
    points(&deep, "nested more than 48 deep", "name a part");
    let long = format!("tf.Neg(%x) => %x where «1{}» == 1", " + 1".repeat(49));
    points(&long, "operators in a row", "name a part");
}

#[test]
fn faults_of_annotations_point_at_them() {
    whole_points("rule «a» @canon { tf.Neg(%x) => %x }", "how exact", "@reassoc");
    whole_points("rule «a» @exact { tf.Neg(%x) => %x }", "what it is for", "@legalize");
    whole_points(
        "rule a @exact «@cannon» { tf.Neg(%x) => %x }",
        "not an annotation",
        "did you mean `canon`?",
    );
    whole_points("rule a «@ulp» @canon { tf.Neg(%x) => %x }", "lacks its number", "@ulp(2)");
    whole_points("rule a «@exact(1)» @canon { tf.Neg(%x) => %x }", "takes no number", "write `@exact`");
    whole_points("rule a @exact «@ulp(2)» @canon { tf.Neg(%x) => %x }", "says again", "keep one");
    whole_points("rule a @exact @canon «@fuse» { tf.Neg(%x) => %x }", "says again", "keep one");
}

#[test]
fn unknown_names_are_pointed_at_with_what_they_may_mean() {
    points("tf.Neg(«tf.Matmul»(%x, %y)) => %x", "no dialect has", "did you mean `tf.MatMul`?");
    points("«tfx.add»(%x, %y) => %x", "no dialect has", "did you mean `tfl.add`?");
    points("tf.Neg(%x) => «%y»", "`%y` has no value", "did you mean `%x`?");
    points(
        "tfl.add(%x, %y) {fused_activation_function = \"NONE\"} => tfl.add(%x, %y) {..«$rest»}",
        "no value",
        "left side",
    );
    points("tfl.pow(%value, %b) => tfl.neg(«%valu»)", "`%valu` has no value", "did you mean `%value`?");
    points(
        "tfl.softmax(%x) {beta = $b} => tfl.softmax(%x) {beta = «%b»}",
        "`%b` has no value",
        "`$b` has one",
    );
    points("tf.Neg(%x) => %x where «lenn»([1]) == 1", "no function `lenn`", "did you mean `len`?");
    points("tf.Neg(%x) => %x where «rank»(%x, 1) == 2", "takes 1 arguments, not 2", "write `rank(value)`");
    points("tf.Neg(%x) => %x where elem(%x) == «f31»", "means nothing here", "did you mean `f");
    points("tf.Neg(%x) => %x where elem(%x) == «tf.Neg»", "is no value", "made_by");
    points("«Op»(%x) => %x", "not named by a `for`", "add `for Op in");
    whole_points(
        "rule a @exact @canon for Op in [tf.Neg, «tf.Abz»] { Op(%x) => %x }",
        "no dialect has an operation `tf.Abz`",
        "did you mean `tf.Abs`?",
    );
    whole_points(
        "rule a @exact @canon for Op in [1] { «Op»(%x) => %x }",
        "does not stand for an operation",
        "name operations",
    );
    whole_points(
        "rule a @exact @canon for Op in [tf.Neg] for «Op» in [tf.Abs] { Op(%x) => %x }",
        "named by a `for` twice",
        "another name",
    );
}

#[test]
fn names_that_nobody_uses_are_pointed_at() {
    points("tfl.softmax(%x) {beta = «$b»} => %x", "`$b` is not used", "..");
    points("tfl.softmax(%x) {..«$r»} => %x", "`$r` is not used", "write `..` alone");
    points("tf.Neg(«%y»: tf.Neg(%x)) => %x", "`%y` is not used", "leave the name out");
    points("tf.Neg(%x) => let «%y» = tf.Neg(%x); %x", "`%y` is not used", "leave it out");
    points("tf.Neg(%x) => %x where «$n» := rank(%x)", "`$n` is not used", "leave it out");
    points(
        "tf.Neg(%x) => %x where $n := rank(%x), «$n» := 1, $n == 1",
        "has a value already",
        "another name",
    );
    points("tf.Neg(%x) => let «%x» = tf.Neg(%x); %x", "has a value already", "another name");
    whole_points(
        "rule a @exact @canon for (Op, «N») in [(tf.Neg, 1)] { Op(%x) => %x }",
        "`N` is not used",
        "leave the family out",
    );
    points(
        "tf.MaxPool(%x) {ksize = [1, «$h», $w, 1], padding = \"SAME\", ..} => %x where $w == 1",
        "`$h` is not used",
        "starts with `$_`",
    );
    // A name that starts with `_` says that it is meant.
    let ctx = context();
    let text = "rule a @exact @canon { tfl.softmax(%x) {beta = $_b} => %x where $_n := rank(%x) }";
    assert!(rules::load(&ctx, &[("test.rules", text)]).is_ok());
}

#[test]
fn operands_and_results_are_counted() {
    points("«tf.Neg»(%x, %y) => %x", "takes 1 operands, not 2", "they are x");
    points("tf.Neg(%x) => «tf.AddV2»(%x)", "takes 2 operands, not 1", "they are x, y");
    points("«tfl.fully_connected»(%x) {..} => %x", "takes 2 to 3 operands, not 1", "bias");
    points("«tf.ConcatV2»(%xs..., %ys...) {..} => tf.Neg(%xs)", "two `...`", "one by one");
    points("tf.ConcatV2(%xs..., %axis) {..} => tf.Neg(«%xs»)", "stands for several", "write `%xs...`");
    points("tf.Neg(%x) => tf.AddN(«%x...»)", "stands for one value", "write `%x`");
    points("tf.Neg(«tf.TopKV2»(%x, %k)) => %x", "has 2 results, and one is wanted", "`#0`");
    points("tf.Neg(tf.TopKV2(%x, %k)«#2») => %x", "has 2 results", "counted from 0");
}

#[test]
fn attributes_are_those_of_the_operation() {
    points("tf.Neg(%x) {«nonsense» = 1} => %x", "no attribute `nonsense`", "it has none");
    points("tfl.softmax(%x) {«betta» = 1.0} => %x", "no attribute `betta`", "did you mean `beta`?");
    points("tf.Neg(%x) {«T» = f32} => %x", "never written", "elem(%x) == f32");
    points("tfl.softmax(%x) {beta = 1.0, «beta» = 1.0} => %x", "there twice", "keep one");
    points("tfl.softmax(%x) {beta = «\"1\"»} => %x", "cannot be this", "it is a number");
    points("tf.Neg(%x) => tfl.softmax(%x) {beta = «elem(%x)»}", "cannot be this", "it is a number");
    let pool = "padding = «\"SAMEE\"», filter_height = 1, filter_width = 1, stride_h = 1, stride_w = 1";
    let pool = format!("tfl.max_pool_2d(%x) {{{pool}, fused_activation_function = \"NONE\"}} => %x");
    points(&pool, "cannot be this", "did you mean `SAME`?");
    points("«tfl.softmax»(%x) => %x", "an attribute `beta`, which has no default", "write `..` for any");
    points("tf.Neg(%x) => «tfl.softmax»(%x)", "an attribute `beta`, which has no default", "..$rest");
    points("tf.MaxPool(%x) {padding = $p in [\"SAME\", «1»], ..} => %x", "cannot be this", "it is");
}

#[test]
fn conditions_that_can_never_hold_are_pointed_at() {
    points(
        "tf.Neg(%x) => %x where «elem(%x) == 3»",
        "can never hold: a type is not an integer",
        "compare it",
    );
    points(
        "tf.Neg(%x) => %x where «rank(%x) != f32»",
        "can never hold: an integer is not a type",
        "compare it",
    );
    points("tf.Neg(%x) => %x where «elem(%x) in [f32, 1]»", "a type is not an integer", "compare it");
    points("tf.Neg(%x) => %x where «rank(%x) in [f32]»", "an integer is not a type", "compare it");
    points("tf.Neg(%x) => %x where «%x in shape(%x)»", "a value is not an integer", "compare it");
    points("tf.Neg(%x) => %x where «is_const(%x) == 1»", "a truth value is not an integer", "compare it");
    points("tf.Neg(%x) => %x where «rank(%x)»", "an integer neither holds nor", "compare it");
    points(
        "tf.Neg(%x) => %x where rank(«1») == 1",
        "wants a value here, and this is an integer",
        "write a value",
    );
    points(
        "tf.Neg(%x) => %x where «elem(%x)» + 1 == 2",
        "a number is wanted here, and this is a type",
        "a number",
    );
    points("tf.Neg(%x) => %x where is_const(%x) && «rank(%x)»", "a truth value is wanted here", "truth");
    points("tf.Neg(%x) => %x where !«rank(%x)»", "wants a truth value here", "truth");
    points("tf.Neg(%x) => tf.Cast(%x) : «rank(%x)»", "wants a type here", "write a type");
    points("tf.Neg(%x) => const(1, «2»)", "wants a type here", "write a type");
    points("tf.Neg(%x) => const(«elem(%x)», f32)", "takes numbers", "list of numbers");
    points("«tf.Neg(tf.Neg(%x))» => tf.RandomUniform(%x)", "with effects", "both sides");
}

#[test]
fn a_name_is_given_once() {
    let text = "rule a @exact @canon { tf.Neg(%x) => %x }\nrule «a» @exact @canon { tf.Abs(%x) => %x }";
    whole_points(text, "defined twice", "another name");
    let ctx = context();
    let fault =
        rules::load(&ctx, &[("test.rules", &text.replace(['«', '»'], ""))]).expect_err("it is a fault");
    assert_eq!(fault.notes[0].place, Place::Text { source: "test.rules".into(), start: 5, end: 6 });
}

#[test]
fn damaged_rules_are_faults_and_not_panics() {
    let ctx = context();
    let text = rules::files().into_iter().find(|file| file.0 == "matmul.rules").expect("it is linked").1;
    for at in (0..text.len()).step_by(61).filter(|&at| text.is_char_boundary(at)) {
        // Cut short, and with a byte that does not belong there.
        for damaged in [text[..at].to_owned(), format!("{}({}", &text[..at], &text[at..])] {
            if let Err(fault) = rules::parse::parse("test.rules", &damaged) {
                assert!(matches!(&fault.place, Place::Text { end, .. } if *end <= damaged.len()), "{fault}");
            }
        }
    }
    for text in ["!".repeat(100_000), "[".repeat(100_000), "\"".into(), "///".into(), "rule é".into()] {
        assert!(rules::load(&ctx, &[("test.rules", &text)]).is_err());
    }
}
