//! Text to [`ast`](super::ast).

use core_ir::diag::{Diagnostic, Result};
use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};
use pest::iterators::Pair;

use super::ast::*;
use grammar::Rule as Kind;

mod grammar {
    #![allow(missing_docs)]
    #[derive(pest_derive::Parser)]
    #[grammar = "eqsat/rules/rules.pest"]
    pub(super) struct RuleParser;
}

type Node<'a> = Pair<'a, Kind>;

/// Brackets in brackets, and operators in a row: more than this is a mistake.
const MAX_NESTING: usize = 48;

/// What is wrong, where, and what to do.
struct Fault {
    message: String,
    span: Span,
    help: String,
}

fn fault<T>(span: Span, message: impl Into<String>, help: impl Into<String>) -> Result<T, Fault> {
    Err(Fault { message: message.into(), span, help: help.into() })
}

/// The rules of a file, in order. `source` is the file's name for messages.
pub fn parse(source: &str, text: &str) -> Result<Vec<Rule>> {
    read(source, text).map_err(|Fault { message, span, help }| {
        Box::new(Diagnostic::error("rule-syntax", message).in_text(source, span.start, span.end).help(help))
    })
}

fn read(source: &str, text: &str) -> Result<Vec<Rule>, Fault> {
    check_nesting(text)?;
    let mut file = grammar::RuleParser::parse(Kind::file, text).map_err(|error| syntax(text, &error))?;
    let Some(file) = file.next() else { return Ok(Vec::new()) };
    file.into_inner()
        .filter(|node| node.as_rule() == Kind::rule)
        .map(|node| rule(source, text, node))
        .collect()
}

/// The parser works by recursion, so what it is given must not be deep.
fn check_nesting(text: &str) -> Result<(), Fault> {
    let (mut depth, mut nots, mut at) = (0usize, 0usize, 0);
    let bytes = text.as_bytes();
    while at < bytes.len() {
        match bytes[at] {
            b'"' => at += bytes[at + 1..].iter().position(|&byte| byte == b'"').map_or(0, |skip| skip + 1),
            b'/' if bytes.get(at + 1) == Some(&b'/') => {
                at += bytes[at..].iter().position(|&byte| byte == b'\n').unwrap_or(bytes.len() - at);
                continue;
            }
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            b'!' => nots += 1,
            byte if byte.is_ascii_alphanumeric() => nots = 0,
            _ => {}
        }
        if depth + nots > MAX_NESTING {
            let message = format!("this is nested more than {MAX_NESTING} deep");
            return fault(Span { start: at, end: at + 1 }, message, "name a part of it with `let` or `:=`");
        }
        at += 1;
    }
    Ok(())
}

fn syntax(text: &str, error: &pest::error::Error<Kind>) -> Fault {
    let start = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    let found = text[start..].chars().next();
    let word = text[start..].find(|c: char| !c.is_alphanumeric() && !"_-.".contains(c)).unwrap_or(0);
    let end = start + word.max(found.map_or(0, char::len_utf8));
    let mut words: Vec<&str> = match &error.variant {
        ErrorVariant::ParsingError { positives, .. } => {
            positives.iter().filter_map(|&kind| sign(kind)).collect()
        }
        ErrorVariant::CustomError { .. } => Vec::new(),
    };
    words.sort_unstable();
    words.dedup();
    let expected = match words.split_last() {
        None => "something else".to_owned(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
    };
    let found =
        if found.is_none() { "the end of the file".into() } else { format!("`{}`", &text[start..end]) };
    Fault {
        message: format!("the rule file does not parse: expected {expected}, found {found}"),
        span: Span { start, end },
        help: "a rule is `/// What it says.`, then \
               `rule its-name @exact @canon { pattern => term where condition, condition }`"
            .into(),
    }
}

/// What messages call a piece of the grammar.
fn sign(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::EOI => "the end of the file",
        Kind::rule | Kind::rule_word => "`rule`",
        Kind::doc_line => "a comment of three slashes",
        Kind::rule_name => "a rule's name",
        Kind::annotation => "`@`",
        Kind::family | Kind::for_word => "`for`",
        Kind::family_name => "a name with a capital letter",
        Kind::where_clause | Kind::where_word => "`where`",
        Kind::pattern | Kind::op_pattern | Kind::op_name | Kind::op_term | Kind::op_ref => "an operation",
        Kind::term | Kind::template => "a term",
        Kind::value_var | Kind::rest_var => "`%`",
        Kind::attr_var => "`$`",
        Kind::projection => "`#`",
        Kind::attr_name => "an attribute",
        Kind::rest_attrs => "`..`",
        Kind::let_word | Kind::let_clause => "`let`",
        Kind::const_word | Kind::const_term => "`const`",
        Kind::none_term => "`none`",
        Kind::expr | Kind::any_of | Kind::comparison | Kind::sum | Kind::product | Kind::unary => {
            "an expression"
        }
        Kind::primary | Kind::call | Kind::condition | Kind::choice | Kind::attr_match => "an expression",
        Kind::number | Kind::integer => "a number",
        Kind::string => "text",
        Kind::word => "a word",
        Kind::list | Kind::open_bracket => "`[`",
        Kind::compare_op | Kind::sum_op | Kind::product_op => "an operator",
        Kind::in_op => "`in`",
        Kind::arrow => "`=>`",
        Kind::all_of | Kind::all_word => "`all`",
        Kind::by_word => "`by`",
        Kind::at_word | Kind::result_number => "`at`",
        Kind::assign => "`:=`",
        Kind::colon | Kind::type_note => "`:`",
        Kind::comma => "`,`",
        Kind::equals => "`=`",
        Kind::semicolon => "`;`",
        Kind::open_brace | Kind::attr_patterns | Kind::attr_values => "`{`",
        Kind::close_brace => "`}`",
        Kind::close_bracket => "`]`",
        Kind::open_paren => "`(`",
        Kind::close_paren => "`)`",
        _ => return None,
    })
}

/// Where a node stands. The parser counts the space in which it looked for more to a node, which is left out here: a
/// node ends where its last part does.
fn span(node: &Node<'_>) -> Span {
    let mut last = node.clone();
    while let Some(part) = last.clone().into_inner().next_back() {
        last = part;
    }
    Span { start: node.as_span().start(), end: last.as_span().end() }
}

/// `%x` and `$x` without their sigils, `%x...` without its dots.
fn name(node: &Node<'_>) -> Name {
    let text = node.as_str().trim_start_matches(['%', '$']).trim_end_matches("...");
    Name { text: text.to_owned(), span: span(node) }
}

/// What a node is made of, signs and keywords aside.
fn parts(node: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    node.into_inner().filter(|part| {
        !matches!(
            part.as_rule(),
            Kind::arrow
                | Kind::assign
                | Kind::colon
                | Kind::comma
                | Kind::equals
                | Kind::semicolon
                | Kind::open_brace
                | Kind::close_brace
                | Kind::open_bracket
                | Kind::close_bracket
                | Kind::open_paren
                | Kind::close_paren
                | Kind::all_word
                | Kind::by_word
                | Kind::at_word
                | Kind::rule_word
                | Kind::for_word
                | Kind::where_word
                | Kind::let_word
                | Kind::const_word
        )
    })
}

/// The first `N` parts. The grammar says that they are there.
fn first<const N: usize>(node: Node<'_>) -> Result<[Node<'_>; N], Fault> {
    let at = span(&node);
    let list: Vec<Node<'_>> = parts(node).take(N).collect();
    list.try_into().or_else(|_| fault(at, "something is missing here", "write all of it"))
}

fn rule(source: &str, text: &str, node: Node<'_>) -> Result<Rule, Fault> {
    let all = span(&node);
    let mut rule = Rule {
        name: Name::default(),
        doc: String::new(),
        doc_lines: Vec::new(),
        annotations: Vec::new(),
        families: Vec::new(),
        pattern: Pattern::Value(Name::default()),
        all: None,
        lets: Vec::new(),
        term: Term::None(all),
        conditions: Vec::new(),
        file: source.into(),
        line: 0,
        span: all,
    };
    for part in parts(node) {
        match part.as_rule() {
            Kind::doc_line => {
                let line = part.as_str().trim_start_matches('/').trim();
                rule.doc.push_str(if rule.doc.is_empty() { "" } else { " " });
                rule.doc.push_str(line);
                rule.doc_lines.push(span(&part));
            }
            Kind::rule_name => {
                rule.name = name(&part);
                let above = text[..rule.name.span.start].bytes().filter(|&byte| byte == b'\n');
                rule.line = above.count() + 1;
            }
            Kind::annotation => rule.annotations.push(annotation(part)?),
            Kind::family => rule.families.push(family(part)?),
            Kind::body => body(part, &mut rule)?,
            _ => {}
        }
    }
    Ok(rule)
}

fn annotation(node: Node<'_>) -> Result<Annotation, Fault> {
    let all = span(&node);
    let mut annotation = Annotation { name: Name::default(), argument: None, span: all };
    for part in parts(node) {
        match part.as_rule() {
            Kind::word => annotation.name = name(&part),
            _ => match part.as_str().parse::<f64>() {
                Ok(number) if number >= 0.0 => annotation.argument = Some(number),
                _ => {
                    return fault(span(&part), "this is no tolerance", "write a number that is not negative");
                }
            },
        }
    }
    Ok(annotation)
}

fn family(node: Node<'_>) -> Result<Family, Fault> {
    let mut family = Family { names: Vec::new(), choices: Vec::new(), span: span(&node) };
    for part in parts(node) {
        match part.as_rule() {
            Kind::family_name => family.names.push(name(&part)),
            Kind::choice => {
                let at = span(&part);
                let choice = parts(part).map(expr).collect::<Result<Vec<_>, _>>()?;
                if choice.len() != family.names.len() {
                    let message = format!("{} names stand for {} things", family.names.len(), choice.len());
                    return fault(
                        at,
                        message,
                        "give each name one thing, in parentheses where there are several",
                    );
                }
                family.choices.push(choice);
            }
            _ => {}
        }
    }
    Ok(family)
}

fn body(node: Node<'_>, rule: &mut Rule) -> Result<(), Fault> {
    for part in parts(node) {
        match part.as_rule() {
            Kind::pattern => rule.pattern = pattern(part)?,
            Kind::all_of => rule.all = Some(all_of(part, rule)?),
            Kind::template => {
                for piece in parts(part) {
                    if piece.as_rule() == Kind::let_clause {
                        let [var, value] = first(piece)?;
                        rule.lets.push((name(&var), term(value)?));
                    } else {
                        rule.term = term(piece)?;
                    }
                }
            }
            Kind::where_clause => rule.conditions = conditions(part)?,
            _ => {}
        }
    }
    Ok(())
}

/// `all(...)`, but for its pattern, which becomes that of the rule.
fn all_of(node: Node<'_>, rule: &mut Rule) -> Result<AllOf, Fault> {
    let mut all = AllOf::default();
    for part in parts(node) {
        match part.as_rule() {
            Kind::pattern => rule.pattern = pattern(part)?,
            Kind::where_clause => all.conditions = conditions(part)?,
            Kind::result_number => {
                let [var] = first(part)?;
                all.at = Some(name(&var));
            }
            _ => {
                let [var] = first(part)?;
                let sigil = if var.as_rule() == Kind::attr_var { "$" } else { "" };
                let Name { text, span } = name(&var);
                all.by.push(Name { text: format!("{sigil}{text}"), span });
            }
        }
    }
    Ok(all)
}

fn conditions(node: Node<'_>) -> Result<Vec<Condition>, Fault> {
    parts(node).map(condition).collect()
}

/// Where `//` starts something that is not in quotes, up to the end of the line.
pub(super) fn line_comments(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let (mut list, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        match bytes[at] {
            b'"' => at += bytes[at + 1..].iter().position(|&byte| byte == b'"').map_or(0, |skip| skip + 1),
            b'/' if bytes.get(at + 1) == Some(&b'/') => {
                let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
                list.push((at, end));
                at = end;
            }
            _ => {}
        }
        at += 1;
    }
    list
}

fn condition(node: Node<'_>) -> Result<Condition, Fault> {
    let mut text = node.as_str()[..span(&node).end - node.as_span().start()].to_owned();
    for (start, end) in line_comments(&text).into_iter().rev() {
        text.replace_range(start..end, "");
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let list: Vec<Node<'_>> = parts(node).collect();
    match <[Node<'_>; 2]>::try_from(list) {
        Ok([var, value]) => Ok(Condition::Let(name(&var), expr(value)?)),
        Err(list) => {
            let mut list = list.into_iter();
            let Some(only) = list.next() else {
                return fault(Span::default(), "an empty condition", "leave it out");
            };
            Ok(Condition::Holds(expr(only)?, text))
        }
    }
}

fn pattern(node: Node<'_>) -> Result<Pattern, Fault> {
    let [inner] = first(node)?;
    Ok(match inner.as_rule() {
        Kind::value_var => Pattern::Value(name(&inner)),
        Kind::rest_var => Pattern::Rest(name(&inner)),
        _ => Pattern::Op(Box::new(op_pattern(inner)?)),
    })
}

fn op_pattern(node: Node<'_>) -> Result<OpPattern, Fault> {
    let mut op = OpPattern {
        bind: None,
        name: Name::default(),
        operands: Vec::new(),
        attrs: Vec::new(),
        rest: None,
        projection: None,
        span: span(&node),
    };
    for part in parts(node) {
        match part.as_rule() {
            Kind::value_var => op.bind = Some(name(&part)),
            Kind::op_name => op.name = name(&part),
            Kind::pattern => op.operands.push(pattern(part)?),
            Kind::projection => op.projection = Some(projection(part)?),
            Kind::attr_patterns => {
                for entry in parts(part) {
                    let [head] = first(entry.clone())?;
                    if head.as_rule() == Kind::rest_attrs {
                        let at = span(&head);
                        check_one_rest(at, op.rest.is_some())?;
                        op.rest =
                            Some(RestAttrs { name: parts(head).next().map(|var| name(&var)), span: at });
                    } else {
                        let [_, value] = first(entry)?;
                        op.attrs.push((name(&head), attr_match(value)?));
                    }
                }
            }
            _ => {}
        }
    }
    Ok(op)
}

fn check_one_rest(at: Span, is_second: bool) -> Result<(), Fault> {
    if is_second { fault(at, "`..` is there twice", "keep one of the two") } else { Ok(()) }
}

fn projection(node: Node<'_>) -> Result<Projection, Fault> {
    let at = span(&node);
    let [number] = first(node)?;
    match number.as_str().parse() {
        Ok(index) => Ok(Projection { index, span: at }),
        Err(_) => fault(at, "no operation has so many results", "results are counted from 0"),
    }
}

fn attr_match(node: Node<'_>) -> Result<AttrMatch, Fault> {
    let mut list = parts(node.clone()).filter(|part| part.as_rule() != Kind::in_op);
    Ok(match (list.next(), list.next()) {
        (Some(var), Some(list)) => AttrMatch::OneOf(name(&var), expr(list)?),
        (Some(var), None) if var.as_rule() == Kind::attr_var => AttrMatch::Bind(name(&var)),
        (Some(value), None) => AttrMatch::Is(expr(value)?),
        (None, _) => return fault(span(&node), "an attribute without a pattern", "write `name = value`"),
    })
}

fn term(node: Node<'_>) -> Result<Term, Fault> {
    let node = if node.as_rule() == Kind::term { first::<1>(node)?[0].clone() } else { node };
    let at = span(&node);
    Ok(match node.as_rule() {
        Kind::value_var => Term::Value(name(&node)),
        Kind::rest_var => Term::Rest(name(&node)),
        Kind::const_term => Term::Const(parts(node).map(expr).collect::<Result<_, _>>()?, at),
        Kind::none_term => Term::None(at),
        _ => Term::Op(Box::new(op_term(node)?)),
    })
}

fn op_term(node: Node<'_>) -> Result<OpTerm, Fault> {
    let mut op = OpTerm {
        name: Name::default(),
        operands: Vec::new(),
        attrs: Vec::new(),
        rest: None,
        ty: None,
        projection: None,
        span: span(&node),
    };
    for part in parts(node) {
        match part.as_rule() {
            Kind::op_name => op.name = name(&part),
            Kind::term => op.operands.push(term(part)?),
            Kind::projection => op.projection = Some(projection(part)?),
            Kind::type_note => op.ty = parts(part).next().map(expr).transpose()?,
            Kind::attr_values => {
                for entry in parts(part) {
                    let [head] = first(entry.clone())?;
                    if head.as_rule() == Kind::rest_attrs {
                        let at = span(&head);
                        let Some(var) = parts(head).next() else {
                            let help = "name them on the left, `..$rest`, and write that name here";
                            return fault(at, "`..` on the right does not say which attributes", help);
                        };
                        check_one_rest(at, op.rest.is_some())?;
                        op.rest = Some(name(&var));
                    } else {
                        let [_, value] = first(entry)?;
                        op.attrs.push((name(&head), expr(value)?));
                    }
                }
            }
            _ => {}
        }
    }
    Ok(op)
}

fn expr(node: Node<'_>) -> Result<Expr, Fault> {
    let (text, at) = (node.as_str(), span(&node));
    let kind = match node.as_rule() {
        Kind::expr | Kind::any_of | Kind::comparison | Kind::sum | Kind::product => {
            return binary_chain(node);
        }
        Kind::primary => return expr(first::<1>(node)?[0].clone()),
        Kind::unary => {
            let mut inner = parts(node.clone());
            match (inner.next(), inner.next()) {
                (Some(_), Some(operand)) => ExprKind::Not(Box::new(expr(operand)?)),
                (Some(only), None) => return expr(only),
                _ => return fault(at, "an empty expression", "write a value"),
            }
        }
        Kind::call => {
            let mut inner = parts(node.clone());
            let function = inner.next().map(|word| name(&word)).unwrap_or_default();
            ExprKind::Call(function, inner.map(expr).collect::<Result<_, _>>()?)
        }
        Kind::list => ExprKind::List(parts(node.clone()).map(expr).collect::<Result<_, _>>()?),
        Kind::number => number(text, at)?,
        Kind::string => ExprKind::Str(text.trim_matches('"').into()),
        Kind::attr_var => ExprKind::Attr(name(&node).text),
        Kind::value_var | Kind::rest_var => ExprKind::Value(name(&node).text),
        Kind::op_ref => ExprKind::OpRef(text.into()),
        Kind::family_name => ExprKind::Family(text.into()),
        _ => ExprKind::Word(text.into()),
    };
    Ok(Expr { kind, span: at })
}

fn number(text: &str, at: Span) -> Result<ExprKind, Fault> {
    if text.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit()) {
        return match text.parse() {
            Ok(n) => Ok(ExprKind::Int(n)),
            Err(_) => fault(
                at,
                format!("`{text}` does not fit 64 bits"),
                "write a float, with a point, or a smaller one",
            ),
        };
    }
    match text.parse() {
        Ok(x) => Ok(ExprKind::Float(x)),
        Err(_) => fault(at, format!("`{text}` is no number"), "write it as in `-1.5e-3`"),
    }
}

/// `a op b op c`, joined to the left; a production without an operator between its parts joins by its own kind.
fn binary_chain(node: Node<'_>) -> Result<Expr, Fault> {
    let implied = if node.as_rule() == Kind::expr { BinaryOp::Or } else { BinaryOp::And };
    let at = span(&node);
    let mut inner = parts(node);
    let Some(start) = inner.next() else { return fault(at, "an empty expression", "write a value") };
    let mut left = expr(start)?;
    let mut count = 0;
    while let Some(part) = inner.next() {
        count += 1;
        if count > MAX_NESTING {
            return fault(at, format!("more than {MAX_NESTING} operators in a row"), "name a part with `:=`");
        }
        let (op, right) = match part.as_rule() {
            Kind::compare_op | Kind::sum_op | Kind::product_op | Kind::in_op => match inner.next() {
                Some(right) => (operator(part.as_str()), right),
                None => {
                    return fault(span(&part), "an operator without a right side", "write a value behind it");
                }
            },
            _ => (implied, part),
        };
        let right = expr(right)?;
        let at = Span { start: left.span.start, end: right.span.end };
        left = Expr { kind: ExprKind::Binary(op, Box::new(left), Box::new(right)), span: at };
    }
    Ok(left)
}

fn operator(text: &str) -> BinaryOp {
    match text {
        "==" => BinaryOp::Eq,
        "!=" => BinaryOp::Ne,
        "<=" => BinaryOp::Le,
        ">=" => BinaryOp::Ge,
        "<" => BinaryOp::Lt,
        ">" => BinaryOp::Gt,
        "+" => BinaryOp::Add,
        "-" => BinaryOp::Sub,
        "*" => BinaryOp::Mul,
        "/" => BinaryOp::Div,
        _ => BinaryOp::In,
    }
}
