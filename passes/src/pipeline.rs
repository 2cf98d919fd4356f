//! Textual pass pipelines: `builtin.module(func.func(cse,canonicalize),inline{max-ops=1000})`.
//!
//! A name is a pass or a named pipeline of [`crate::pipelines`]. What stands before parentheses is an anchor, as
//! mlir-opt has them: the operations that the passes inside work on. Outside of all parentheses that is the module.

use core_ir::Diagnostic;
use core_ir::pass::{Anchor, PassInfo, PassManager};
use core_ir::registry::linked_passes;
use pest::Parser;
use pest::error::InputLocation;
use pest::iterators::Pair;
use translate::tflite::Release;

use crate::pipelines::{PIPELINES, Pipeline};

mod grammar {
    #![allow(missing_docs)]
    #[derive(pest_derive::Parser)]
    #[grammar = "pipeline.pest"]
    pub(super) struct PipelineParser;
}
use grammar::{PipelineParser, Rule};

/// Operations that a pipeline may be anchored at.
const ANCHORS: &[&str] = &["any", MODULE, "func.func"];
const MODULE: &str = "builtin.module";

/// Anchors in anchors in anchors, or braces in braces: more than this is a mistake.
const MAX_NESTING: usize = 32;

/// A pass in a pipeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassUse {
    /// Its name.
    pub name: String,
    /// Its options.
    pub options: Vec<(String, String)>,
    /// The bytes of the pipeline's text where it stands.
    pub span: (usize, usize),
    /// The same for its options, as far as they stand there.
    pub option_spans: Vec<(usize, usize)>,
    /// The anchors around it, below that of the module.
    pub path: Vec<Anchor>,
}

impl PassUse {
    /// Where option number `at` stands.
    fn option_span(&self, at: usize) -> (usize, usize) {
        self.option_spans.get(at).copied().unwrap_or(self.span)
    }
}

/// The passes of the pipeline `text` in order, named pipelines expanded. `source` is what diagnostics call the text.
/// Fails with code `pipeline-syntax` or `unknown-anchor`.
pub fn parse(source: &str, text: &str) -> core_ir::diag::Result<Vec<PassUse>> {
    let mut uses = Vec::new();
    for pair in read(source, text, Rule::pipeline)? {
        if pair.as_rule() == Rule::list {
            collect(source, pair, None, &mut uses)?;
        }
    }
    Ok(uses)
}

/// The pass or the named pipeline `name` with the options `text`, `key=value key=value`, as a flag of the command line
/// gives them. `source` is what diagnostics call the text.
pub fn parse_flag(source: &str, name: &str, text: &str) -> core_ir::diag::Result<Vec<PassUse>> {
    let mut uses = Vec::new();
    let (options, option_spans) = read_options(read(source, text, Rule::flag)?);
    let span = (0, text.len());
    expand(source, PassUse { name: name.into(), options, span, option_spans, path: Vec::new() }, &mut uses)?;
    Ok(uses)
}

/// What `rule` makes of `text`.
fn read<'t>(source: &str, text: &'t str, rule: Rule) -> core_ir::diag::Result<Vec<Pair<'t, Rule>>> {
    let mut depth = 0usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' | b'{' => depth += 1,
            b')' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_NESTING {
            let text = format!("brackets are nested more than {MAX_NESTING} deep");
            return Diagnostic::error("pipeline-syntax", text).in_text(source, at, at + 1).err();
        }
    }
    let pairs = PipelineParser::parse(rule, text).map_err(|error| {
        let (start, end) = match error.location {
            InputLocation::Pos(at) => (at, (at + 1).min(text.len()).max(at)),
            InputLocation::Span(span) => span,
        };
        let what = if rule == Rule::flag { "options of a pass" } else { "pass pipeline" };
        let fault = Diagnostic::error("pipeline-syntax", format!("{} in the {what}", expectation(&error)));
        Box::new(fault.in_text(source, start, end).help(match rule {
            Rule::flag => "write `key=value key='a longer value'`",
            _ => "write `pass,pass{key=value}` or `builtin.module(func.func(pass),pass)`",
        }))
    })?;
    Ok(pairs.flat_map(Pair::into_inner).collect())
}

fn expectation(error: &pest::error::Error<Rule>) -> String {
    let pest::error::ErrorVariant::ParsingError { positives, .. } = &error.variant else {
        return "something is wrong".into();
    };
    let mut words: Vec<&str> = positives
        .iter()
        .filter_map(|rule| match rule {
            Rule::element | Rule::name | Rule::list => Some("a pass"),
            Rule::options => Some("`{`"),
            Rule::nested => Some("`(`"),
            Rule::option | Rule::key => Some("an option"),
            Rule::equals => Some("`=`"),
            Rule::value | Rule::bare | Rule::quoted | Rule::primed | Rule::braced => Some("a value"),
            Rule::EOI => Some("the end"),
            _ => None,
        })
        .collect();
    words.dedup();
    if words.is_empty() {
        "a `,` or a bracket is missing".into()
    } else {
        format!("expected {}", words.join(" or "))
    }
}

/// Adds the passes of `list`, which stands in the anchors `path`; none for what no anchor is around.
fn collect(
    source: &str,
    list: Pair<'_, Rule>,
    path: Option<&[Anchor]>,
    uses: &mut Vec<PassUse>,
) -> core_ir::diag::Result<()> {
    for element in list.into_inner() {
        let (mut name, mut span) = (String::new(), (0, 0));
        let (mut options, mut option_spans) = (Vec::new(), Vec::new());
        let mut nested = None;
        for part in element.into_inner() {
            match part.as_rule() {
                Rule::name => {
                    (name, span) = (part.as_str().to_owned(), (part.as_span().start(), part.as_span().end()))
                }
                Rule::options => (options, option_spans) = read_options(part.into_inner()),
                Rule::nested => nested = part.into_inner().next(),
                _ => {}
            }
        }
        let Some(list) = nested else {
            let path = path.unwrap_or_default().to_vec();
            expand(source, PassUse { name, options, span, option_spans, path }, uses)?;
            continue;
        };
        if !ANCHORS.contains(&name.as_str()) {
            let text = format!("no pass pipeline can be anchored at `{name}`");
            let fault = Diagnostic::error("unknown-anchor", text).in_text(source, span.0, span.1);
            let help = did_you_mean(ANCHORS.iter().copied(), &name)
                .unwrap_or_else(|| format!("anchors are {}", ANCHORS.join(", ")));
            return fault.help(help).err();
        }
        let path = match path {
            // The outermost anchor is the module that the passes run on.
            None if name == "any" || name == MODULE => Vec::new(),
            path => {
                let anchor = if name == "any" { Anchor::Any } else { Anchor::Op(name) };
                path.unwrap_or_default().iter().cloned().chain([anchor]).collect()
            }
        };
        collect(source, list, Some(&path), uses)?;
    }
    Ok(())
}

/// Options, and where each stands.
type Options = (Vec<(String, String)>, Vec<(usize, usize)>);

fn read_options<'t>(pairs: impl IntoIterator<Item = Pair<'t, Rule>>) -> Options {
    let options = pairs.into_iter().filter(|pair| pair.as_rule() == Rule::option);
    options
        .map(|pair| {
            let span = (pair.as_span().start(), pair.as_span().end());
            (read_option(pair), span)
        })
        .unzip()
}

fn read_option(pair: Pair<'_, Rule>) -> (String, String) {
    let (mut key, mut value) = (String::new(), "true".to_owned());
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::key => key = part.as_str().to_owned(),
            Rule::value => value = part.into_inner().as_str().to_owned(),
            _ => {}
        }
    }
    (key, value)
}

fn expand(source: &str, found: PassUse, uses: &mut Vec<PassUse>) -> core_ir::diag::Result<()> {
    let Some(pipeline) = PIPELINES.iter().find(|pipeline| pipeline.name == found.name) else {
        uses.push(found);
        return Ok(());
    };
    check_options(source, pipeline, &found)?;
    let value = |name: &str| {
        let given = found.options.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let row = pipeline.options.iter().find(|option| option.name == name);
        given.or(row.map(|option| option.default)).unwrap_or_default()
    };
    // Named pipelines hold passes and no other pipelines, so this ends.
    for member in pipeline.passes {
        if member.when.is_some_and(|(option, wanted)| value(option) != wanted) {
            continue;
        }
        let mut inner = parse(pipeline.name, member.pass)?;
        for one in &mut inner {
            (one.span, one.option_spans) = (found.span, Vec::new());
            one.path.splice(0..0, found.path.iter().cloned());
            for (_, text) in &mut one.options {
                if let Some(name) = text.strip_prefix('$') {
                    *text = value(name).to_owned();
                }
            }
        }
        uses.append(&mut inner);
    }
    Ok(())
}

/// Whether a pipeline has the options that it is given, and they their values.
fn check_options(source: &str, pipeline: &Pipeline, found: &PassUse) -> core_ir::diag::Result<()> {
    for (at, (key, value)) in found.options.iter().enumerate() {
        let fault = match pipeline.options.iter().find(|option| option.name == key) {
            Some(option) if option.values.contains(&value.as_str()) => continue,
            Some(option) => {
                let text = format!("pipeline `{}`: `{value}` is no value for option `{key}`", found.name);
                Diagnostic::error("pass-option", text)
                    .help(format!("it can be {}", option.values.join(" or ")))
            }
            None => {
                let text = format!("pipeline `{}` has no option `{key}`", found.name);
                let known: Vec<&str> = pipeline.options.iter().map(|option| option.name).collect();
                Diagnostic::error("pass-option", text).help(options_help(&known, key))
            }
        };
        let (start, end) = found.option_span(at);
        return fault.in_text(source, start, end).err();
    }
    Ok(())
}

fn options_help(known: &[&str], key: &str) -> String {
    match known {
        [] => "it takes no options".into(),
        _ => did_you_mean(known.iter().copied(), key)
            .unwrap_or_else(|| format!("it takes {}", known.join(", "))),
    }
}

/// A pass manager for the pipeline `text`. Fails with the codes of [`parse`], `unknown-pass` and `pass-option`.
pub fn build(source: &str, text: &str) -> core_ir::diag::Result<PassManager> {
    let uses = parse(source, text)?;
    build_uses(source, &uses)
}

/// As [`build`], for passes that were parsed before.
pub fn build_uses(source: &str, uses: &[PassUse]) -> core_ir::diag::Result<PassManager> {
    let mut manager = PassManager::new();
    add_uses(&mut manager, source, uses)?;
    Ok(manager)
}

/// Adds passes that were parsed before to `manager`.
pub fn add_uses(manager: &mut PassManager, source: &str, uses: &[PassUse]) -> core_ir::diag::Result<()> {
    let linked = linked_passes();
    for pass in uses {
        let info = find_pass(&linked, pass, source)?;
        let fault = |text: String, (start, end): (usize, usize)| {
            Diagnostic::error("pass-option", text).in_text(source, start, end)
        };
        let known: Vec<&str> = info.options.iter().map(|option| option.0).collect();
        if let Some(at) = pass.options.iter().position(|(key, _)| !known.contains(&key.as_str())) {
            let key = &pass.options[at].0;
            let text = format!("pass `{}` has no option `{key}`", pass.name);
            return fault(text, pass.option_span(at)).help(options_help(&known, key)).err();
        }
        let made = (info.make)(&pass.options).map_err(|why| {
            // What is wrong names the option that it is wrong with.
            let at = pass.options.iter().rposition(|(key, _)| why.contains(&format!("`{key}`")));
            let span = at.map_or(pass.span, |at| pass.option_span(at));
            Box::new(fault(format!("pass `{}`: {why}", pass.name), span))
        })?;
        let is_module_pass = made.as_function_pass().is_none();
        if let Some(anchor) = pass.path.last().filter(|anchor| {
            // A module in a module is one too.
            is_module_pass && **anchor != Anchor::Op(MODULE.into())
        }) {
            let text = format!("pass `{}` works on a module and cannot run on `{anchor}`", pass.name);
            let fault = Diagnostic::error("pass-anchor", text).in_text(source, pass.span.0, pass.span.1);
            return fault.help(format!("write it beside `{anchor}(...)`")).err();
        }
        manager.add_at(pass.path.clone(), pass.name.clone(), pass.options.clone(), made);
    }
    Ok(())
}

/// Gives option `key` to each of `uses` whose pass takes it.
pub fn add_option(uses: &mut [PassUse], key: &str, value: &str) {
    let linked = linked_passes();
    let takes = |pass: &PassUse| {
        let info = linked.iter().find(|info| info.name == pass.name);
        info.is_some_and(|info| info.options.iter().any(|option| option.0 == key))
    };
    for pass in uses.iter_mut().filter(|pass| takes(pass)) {
        pass.options.push((key.into(), value.into()));
    }
}

/// Makes `release` the one that the result of each of `uses` must run on, where it is given.
pub fn add_target_runtime(uses: &mut [PassUse], release: Option<Release>) {
    if let Some(release) = release {
        add_option(uses, "target-runtime", &release.to_string());
    }
}

fn find_pass(
    linked: &[&'static PassInfo],
    pass: &PassUse,
    source: &str,
) -> core_ir::diag::Result<&'static PassInfo> {
    if let Ok(at) = linked.binary_search_by(|info| info.name.cmp(&pass.name)) {
        return Ok(linked[at]);
    }
    let fault = Diagnostic::error("unknown-pass", format!("there is no pass `{}`", pass.name));
    let names = linked.iter().map(|info| info.name).chain(PIPELINES.iter().map(|pipeline| pipeline.name));
    let help = did_you_mean(names, &pass.name).unwrap_or_else(|| "`tfl-opt --list-passes` lists them".into());
    fault.in_text(source, pass.span.0, pass.span.1).help(help).err()
}

/// The one of `names` that `word` may have been meant to be, as a question.
pub fn did_you_mean<'n>(names: impl IntoIterator<Item = &'n str>, word: &str) -> Option<String> {
    let (distance, name) = names.into_iter().map(|name| (distance(name, word), name)).min()?;
    (distance <= 1 + name.len() / 3).then(|| format!("did you mean `{name}`?"))
}

/// Insertions, deletions and replacements between two words.
fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    // Longer words are no pass names, and the table would be large.
    if b.len() > 100 {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let best = (diagonal + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = std::mem::replace(&mut row[j + 1], best);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        parse("p", text).unwrap().into_iter().map(|pass| pass.name).collect()
    }

    fn fault(text: &str) -> Diagnostic {
        match build("p", text) {
            Ok(_) => panic!("`{text}` must be refused"),
            Err(fault) => *fault,
        }
    }

    #[test]
    fn nested_and_plain_pipelines_are_read_in_order() {
        assert_eq!(
            names("builtin.module(func.func(cse, canonicalize), symbol-dce)"),
            ["cse", "canonicalize", "symbol-dce"]
        );
        assert_eq!(names("cse,dce"), ["cse", "dce"]);
        assert_eq!(names(" "), [] as [&str; 0]);
    }

    #[test]
    fn options_are_read() {
        let uses = parse("p", "inline{max-ops=12 flag empty= name=\"a b\" list={x,y}}").unwrap();
        let expected = [("max-ops", "12"), ("flag", "true"), ("empty", ""), ("name", "a b"), ("list", "x,y")];
        assert_eq!(uses[0].options, expected.map(|(k, v)| (k.to_owned(), v.to_owned())));
    }

    /// The options of a flag, `key=value|key=value`.
    fn flag(text: &str) -> String {
        let uses = parse_flag("--inline", "inline", text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
        let options: Vec<String> =
            uses[0].options.iter().map(|(key, value)| format!("{key}={value}")).collect();
        options.join("|")
    }

    #[test]
    fn flags_take_options_in_quotes_and_braces() {
        assert_eq!(flag(""), "");
        assert_eq!(flag("default-pipeline="), "default-pipeline=");
        assert_eq!(flag("default-pipeline='' max-ops=3"), "default-pipeline=|max-ops=3");
        assert_eq!(flag(" max-ops=3  bare "), "max-ops=3|bare=true");
        assert_eq!(flag("p='a{x=1 y=2},b' q=\"it's\""), "p=a{x=1 y=2},b|q=it's");
        // Quotes and braces around a part of a value stay.
        assert_eq!(flag("p=a{x=1 y={2 3}},b('c d') q={e {f}}"), "p=a{x=1 y={2 3}},b('c d')|q=e {f}");
        for text in ["p='a", "p={a", "p=a}", "=a", &"p={".repeat(100), &"{".repeat(100_000)] {
            assert_eq!(
                parse_flag("--inline", "inline", text).unwrap_err().code,
                "pipeline-syntax",
                "{text:.20}"
            );
        }
    }

    #[test]
    fn pipelines_read_back() {
        for text in [
            "builtin.module(func.func(cse,canonicalize),symbol-dce)",
            "builtin.module(cse,any(cse),builtin.module(inline{max-ops=3},func.func(cse,dce)),cse)",
            "builtin.module(inline{default-pipeline=\"cse,inline{max-ops='1'}\" max-ops=3})",
        ] {
            assert_eq!(build("p", text).unwrap().text(), text);
        }
        // What is around everything is the module, said or not.
        for text in ["cse,func.func(dce)", "any(cse,func.func(dce))"] {
            assert_eq!(build("p", text).unwrap().text(), "builtin.module(cse,func.func(dce))");
        }
        let simplify = "builtin.module(func.func(fold-constants,canonicalize,cse,dce))";
        assert_eq!(build("p", "func.func(simplify)").unwrap().text(), simplify);
    }

    #[test]
    fn faults_point_into_the_text() {
        let place = |fault: &Diagnostic| match fault.place {
            core_ir::diag::Place::Text { start, .. } => start,
            _ => usize::MAX,
        };
        let unknown = fault("cse,symbl-dce");
        assert_eq!((unknown.code, place(&unknown)), ("unknown-pass", 4));
        assert_eq!(unknown.help.as_deref(), Some("did you mean `symbol-dce`?"));
        let syntax = fault("cse,,dce");
        assert_eq!((syntax.code, place(&syntax)), ("pipeline-syntax", 4));
        assert_eq!(fault("func.func(cse").code, "pipeline-syntax");
        assert_eq!(fault("tf.foo(cse)").code, "unknown-anchor");
        assert_eq!(fault("fnc.func(cse)").help.as_deref(), Some("did you mean `func.func`?"));
        assert_eq!(fault("cse{x=1}").code, "pass-option");
        let near = fault("cse,inline{threshold=3 max-op=1}");
        assert_eq!((near.code, place(&near)), ("pass-option", 11));
        let near = fault("cse,inline{max-op=1}");
        assert_eq!(near.help.as_deref(), Some("did you mean `max-ops`?"));
        let value = fault("inline{inlining-threshold=3 max-ops=many}");
        assert_eq!((value.code, place(&value)), ("pass-option", 28));
        let module = fault("builtin.module(func.func(cse,inline))");
        assert_eq!((module.code, place(&module)), ("pass-anchor", 29));
        assert_eq!(fault("any(any(symbol-dce))").code, "pass-anchor");
        assert_eq!(fault(&"func.func(".repeat(100_000)).code, "pipeline-syntax");
    }

    #[test]
    fn options_of_a_pipeline_choose_passes_and_options() {
        let plain = parse("p", "tfl-legalize-tf").unwrap();
        assert_eq!(
            plain.iter().map(|pass| pass.name.as_str()).collect::<Vec<_>>(),
            ["tf-prune", "tfl-saturate"]
        );
        assert!(plain[1].options.contains(&("check-types".into(), "true".into())));
        let text = "tfl-legalize-tf{run-tfl-runtime-verification=false preserve-assert-op=true}";
        let other = parse("p", text).unwrap();
        assert_eq!(other.iter().map(|pass| pass.name.as_str()).collect::<Vec<_>>(), ["tfl-saturate"]);
        assert!(other[0].options.contains(&("check-types".into(), "false".into())));
        assert_eq!(fault("tfl-legalize-tf{preserve-assert-op=maybe}").code, "pass-option");
        assert_eq!(fault("tfl-legalize-tf{no-such=true}").code, "pass-option");
    }

    #[test]
    fn every_named_pipeline_is_made_of_passes_that_exist() {
        for pipeline in PIPELINES {
            if let Err(fault) = build("p", pipeline.name) {
                panic!("{}: {fault}", pipeline.name);
            }
            let named = |name: &str| pipeline.options.iter().any(|option| option.name == name);
            for member in pipeline.passes {
                assert!(member.when.is_none_or(|(option, _)| named(option)), "{}", member.pass);
                // Every member is built with the pipeline's options in place, whether it runs by default or not.
                for pass in parse("p", member.pass).unwrap() {
                    let values = pass.options.iter().filter_map(|(_, value)| value.strip_prefix('$'));
                    assert!(values.into_iter().all(named), "{}", member.pass);
                }
            }
            for option in pipeline.options {
                assert!(option.values.contains(&option.default), "{}", option.name);
                for value in option.values {
                    let text = format!("{}{{{}={value}}}", pipeline.name, option.name);
                    assert!(build("p", &text).is_ok(), "{text}");
                }
            }
        }
    }
}
