//! Textual pass pipelines: `builtin.module(func.func(cse,canonicalize),inline{max-ops=1000})`.
//!
//! A name is a pass or a named pipeline of [`crate::pipelines`]. What stands before parentheses is an anchor, as
//! mlir-opt has them. Passes here walk the whole module by themselves, so an anchor only has to be known.

use core_ir::Diagnostic;
use core_ir::pass::{PassInfo, PassManager};
use core_ir::registry::linked_passes;
use pest::Parser;
use pest::error::InputLocation;
use pest::iterators::Pair;

use crate::pipelines::{PIPELINES, Pipeline};

mod grammar {
    #![allow(missing_docs)]
    #[derive(pest_derive::Parser)]
    #[grammar = "pipeline.pest"]
    pub(super) struct PipelineParser;
}
use grammar::{PipelineParser, Rule};

/// Operations that a pipeline may be anchored at.
const ANCHORS: &[&str] = &["any", "builtin.module", "func.func"];

/// Anchors in anchors in anchors: more than this is a mistake.
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
}

/// The passes of the pipeline `text` in order, named pipelines expanded. `source` is what diagnostics call the text.
/// Fails with code `pipeline-syntax` or `unknown-anchor`.
pub fn parse(source: &str, text: &str) -> core_ir::diag::Result<Vec<PassUse>> {
    let mut depth = 0usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_NESTING {
            return Diagnostic::error(
                "pipeline-syntax",
                format!("anchors are nested more than {MAX_NESTING} deep"),
            )
            .in_text(source, at, at + 1)
            .err();
        }
    }
    let mut pairs = PipelineParser::parse(Rule::pipeline, text).map_err(|error| {
        let (start, end) = match error.location {
            InputLocation::Pos(at) => (at, (at + 1).min(text.len()).max(at)),
            InputLocation::Span(span) => span,
        };
        Box::new(
            Diagnostic::error("pipeline-syntax", format!("{} in the pass pipeline", expectation(&error)))
                .in_text(source, start, end)
                .help("write `pass,pass{key=value}` or `builtin.module(func.func(pass),pass)`"),
        )
    })?;
    let mut uses = Vec::new();
    for pair in pairs.next().into_iter().flat_map(Pair::into_inner) {
        if pair.as_rule() == Rule::list {
            collect(source, pair, &mut uses)?;
        }
    }
    Ok(uses)
}

fn expectation(error: &pest::error::Error<Rule>) -> String {
    let pest::error::ErrorVariant::ParsingError { positives, .. } = &error.variant else {
        return "something is wrong".into();
    };
    let words: Vec<&str> = positives
        .iter()
        .filter_map(|rule| match rule {
            Rule::element | Rule::name | Rule::list => Some("a pass"),
            Rule::options => Some("`{`"),
            Rule::nested => Some("`(`"),
            Rule::option | Rule::key => Some("an option"),
            Rule::value | Rule::bare | Rule::quoted | Rule::braced => Some("a value"),
            Rule::EOI => Some("the end"),
            _ => None,
        })
        .collect();
    if words.is_empty() {
        "a `,` or a bracket is missing".into()
    } else {
        format!("expected {}", words.join(" or "))
    }
}

fn collect(source: &str, list: Pair<'_, Rule>, uses: &mut Vec<PassUse>) -> core_ir::diag::Result<()> {
    for element in list.into_inner() {
        let mut name = None;
        let mut options = Vec::new();
        let mut nested = None;
        for part in element.into_inner() {
            match part.as_rule() {
                Rule::name => {
                    name = Some((part.as_str().to_owned(), (part.as_span().start(), part.as_span().end())))
                }
                Rule::options => options = part.into_inner().map(read_option).collect(),
                Rule::nested => nested = part.into_inner().next(),
                _ => {}
            }
        }
        let Some((name, span)) = name else { continue };
        match nested {
            Some(_) if !ANCHORS.contains(&name.as_str()) => {
                return Diagnostic::error(
                    "unknown-anchor",
                    format!("no pass pipeline can be anchored at `{name}`"),
                )
                .in_text(source, span.0, span.1)
                .help(format!("anchors are {}", ANCHORS.join(", ")))
                .err();
            }
            Some(list) => collect(source, list, uses)?,
            None => expand(source, PassUse { name, options, span }, uses)?,
        }
    }
    Ok(())
}

fn read_option(pair: Pair<'_, Rule>) -> (String, String) {
    let (mut key, mut value) = (String::new(), "true".to_owned());
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::key => key = part.as_str().to_owned(),
            Rule::equals => value.clear(),
            _ => {
                let inner = part.clone().into_inner().next().unwrap_or(part);
                let text = inner.clone().into_inner().next().unwrap_or(inner);
                value = text.as_str().to_owned();
            }
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
            one.span = found.span;
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
    for (key, value) in &found.options {
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
                Diagnostic::error("pass-option", text).help(options_help(&known))
            }
        };
        return fault.in_text(source, found.span.0, found.span.1).err();
    }
    Ok(())
}

fn options_help(known: &[&str]) -> String {
    match known {
        [] => "it takes no options".into(),
        _ => format!("it takes {}", known.join(", ")),
    }
}

/// A pass manager for the pipeline `text`. Fails with the codes of [`parse`], `unknown-pass` and `pass-option`.
pub fn build(source: &str, text: &str) -> core_ir::diag::Result<PassManager> {
    let uses = parse(source, text)?;
    build_uses(source, &uses)
}

/// As [`build`], for passes that were parsed before.
pub fn build_uses(source: &str, uses: &[PassUse]) -> core_ir::diag::Result<PassManager> {
    let linked = linked_passes();
    let mut manager = PassManager::new();
    for pass in uses {
        let info = find_pass(&linked, pass, source)?;
        for (key, _) in &pass.options {
            if !info.options.iter().any(|option| option.0 == key) {
                let fault =
                    Diagnostic::error("pass-option", format!("pass `{}` has no option `{key}`", pass.name));
                let known: Vec<&str> = info.options.iter().map(|option| option.0).collect();
                let help = options_help(&known);
                return fault.in_text(source, pass.span.0, pass.span.1).help(help).err();
            }
        }
        let made = (info.make)(&pass.options).map_err(|why| {
            let fault = Diagnostic::error("pass-option", format!("pass `{}`: {why}", pass.name));
            Box::new(fault.in_text(source, pass.span.0, pass.span.1))
        })?;
        manager.add(pass.name.clone(), made);
    }
    Ok(manager)
}

fn find_pass(
    linked: &[&'static PassInfo],
    pass: &PassUse,
    source: &str,
) -> core_ir::diag::Result<&'static PassInfo> {
    if let Ok(at) = linked.binary_search_by(|info| info.name.cmp(&pass.name)) {
        return Ok(linked[at]);
    }
    let mut fault = Diagnostic::error("unknown-pass", format!("there is no pass `{}`", pass.name)).in_text(
        source,
        pass.span.0,
        pass.span.1,
    );
    let names = linked.iter().map(|info| info.name).chain(PIPELINES.iter().map(|pipeline| pipeline.name));
    let near = names.map(|name| (distance(name, &pass.name), name)).min();
    fault = match near {
        Some((d, name)) if d <= 1 + name.len() / 3 => fault.help(format!("did you mean `{name}`?")),
        _ => fault.help("`tfl-opt --list-passes` lists them"),
    };
    fault.err()
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
        assert_eq!(fault("cse{x=1}").code, "pass-option");
        assert_eq!(fault("inline{max-ops=many}").code, "pass-option");
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
