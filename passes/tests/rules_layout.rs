//! The layout of rules: it is one, it keeps what rules say, and it keeps comments.

use passes::eqsat::rules::{self, fmt, parse};

/// The rules of a text as far as their meaning goes: without places. The
/// spacing in the texts of conditions is left out.
fn meaning(text: &str) -> String {
    let parsed = parse::parse("test.rules", text).unwrap_or_else(|fault| panic!("{fault}\n{text}"));
    let mut out = String::new();
    for mut rule in parsed {
        rule.line = 0;
        for piece in format!("{rule:?}").split_inclusive('@') {
            // `@12..34` is a place.
            let rest = piece.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
            out.extend(rest.chars().filter(|c| !c.is_whitespace() && *c != '@'));
        }
        out.push('\n');
    }
    // So is whether a list ends in a comma.
    out.replace(",]", "]")
}

/// The comments of two slashes, in order.
fn comments(text: &str) -> Vec<String> {
    let lines = text.lines().filter_map(|line| {
        let at = line.find("//")?;
        (!line[at..].starts_with("///")).then(|| line[at..].trim_end().to_owned())
    });
    lines.collect()
}

#[track_caller]
fn check(text: &str) -> String {
    let once = fmt::format("test.rules", text).unwrap_or_else(|fault| panic!("{fault}\n{text}"));
    let twice = fmt::format("test.rules", &once).unwrap_or_else(|fault| panic!("{fault}\n{once}"));
    assert_eq!(once, twice, "from\n{text}");
    assert_eq!(meaning(text), meaning(&once), "from\n{text}\nto\n{once}");
    assert_eq!(comments(text), comments(&once), "from\n{text}\nto\n{once}");
    assert!(once.is_empty() || once.ends_with('\n') && !once.ends_with("\n\n"), "{once}");
    assert!(once.lines().all(|line| line.trim_end() == line), "{once}");
    once
}

#[test]
fn shipped_rules_keep_their_meaning_in_lines_of_120_columns() {
    dialects::link();
    passes::link();
    for (_, text) in rules::files() {
        let out = check(text);
        for line in out.lines().filter(|line| !line.trim_start().starts_with("//")) {
            assert!(line.len() <= 120, "{line}");
        }
    }
}

/// Numbers that look random and are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

/// The text with other space where there is some, and comments there.
fn respaced(text: &str, random: &mut Random) -> String {
    let mut out = String::new();
    for (number, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        let mut in_quotes = false;
        for c in code.chars() {
            in_quotes ^= c == '"';
            if c != ' ' || in_quotes {
                out.push(c);
                continue;
            }
            match random.below(12) {
                0 => out.push_str("\n\n  "),
                1 => out.push_str("\n// apart\n"),
                2 => out.push_str(&format!(" // behind {number}\n")),
                _ => out.push_str(["  ", " ", "\n", "\t"][random.below(4)]),
            }
        }
        out.push_str(&line[code.len()..]);
        out.push('\n');
    }
    out
}

#[test]
fn however_rules_are_spaced_the_layout_is_stable() {
    dialects::link();
    passes::link();
    let mut random = Random(7);
    for (_, text) in rules::files() {
        for _ in 0..2 {
            check(&respaced(text, &mut random));
        }
    }
}

#[test]
fn a_rule_in_its_layout() {
    let text = r#"// About.
/// Says what.
rule a for (A,B) in [(tfl.add,1),(tfl.sub,2),] @exact @fuse{A(%x,%y:tfl.neg(%z)){fused_activation_function="NONE",..}=>
let %s=tfl.neg(%x);tfl.concatenation(%s,%y){axis=-1,fused_activation_function="NONE"}:f32 where
(rank(%x)==B||rank(%x)==3) // Before.
&&!is_const(%x), // Why.
$n:=(1+2)*3-(4-5),
// Apart.
$n in[1,2,]} // After.
// End."#;
    let expected = r#"// About.
/// Says what.
rule a @exact @fuse for (A, B) in [(tfl.add, 1), (tfl.sub, 2)] {
  A(%x, %y: tfl.neg(%z)) {fused_activation_function = "NONE", ..} =>
    let %s = tfl.neg(%x);
    tfl.concatenation(%s, %y) {axis = -1, fused_activation_function = "NONE"} : f32
  where (rank(%x) == B || rank(%x) == 3) &&
          !is_const(
            // Before.
            %x), // Why.
        $n := (1 + 2) * 3 - (4 - 5),
        // Apart.
        $n in [1, 2]
} // After.

// End.
"#;
    assert_eq!(check(text), expected);
}

#[test]
fn long_rules_are_broken_where_they_say_least() {
    let long = "fused_activation_function = \"NONE\"";
    let inner = format!("tfl.add(tfl.mul(%x, %a) {{{long}}}, tfl.mul(%y, %b) {{{long}}}) {{{long}}}");
    let text = format!(
        "rule a @exact @fuse {{ tfl.sub({inner}, {inner}) {{{long}}} => %x where {}rank(%x) == 1 }}",
        "rank(%x) == 1, ".repeat(9)
    );
    let expected = r#"rule a @exact @fuse {
  tfl.sub(
    tfl.add(
      tfl.mul(%x, %a) {fused_activation_function = "NONE"}, tfl.mul(%y, %b) {fused_activation_function = "NONE"}) {
        fused_activation_function = "NONE"},
    tfl.add(
      tfl.mul(%x, %a) {fused_activation_function = "NONE"}, tfl.mul(%y, %b) {fused_activation_function = "NONE"}) {
        fused_activation_function = "NONE"}) {fused_activation_function = "NONE"} => %x
  where rank(%x) == 1, rank(%x) == 1, rank(%x) == 1, rank(%x) == 1, rank(%x) == 1, rank(%x) == 1, rank(%x) == 1,
        rank(%x) == 1, rank(%x) == 1, rank(%x) == 1
}
"#;
    assert_eq!(check(&text), expected);
}

#[test]
fn files_without_rules() {
    assert_eq!(check(""), "");
    assert_eq!(check("\n\n  // Only this.\n\n\n// And this.  \n"), "// Only this.\n\n// And this.\n");
    assert!(fmt::format("test.rules", "rule").is_err());
}
