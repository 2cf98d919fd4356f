//! Text to [`ast`](super::ast).

use core_ir::diag::{Diagnostic, Result};
use pest::Parser;
use pest::iterators::{Pair, Pairs};

use super::ast::*;
use grammar::Rule as Kind;

mod grammar {
    #![allow(missing_docs)]
    #[derive(pest_derive::Parser)]
    #[grammar = "eqsat/rules/rules.pest"]
    pub(super) struct RuleParser;
}

type Node<'a> = Pair<'a, Kind>;

/// The rules of a file, in order. `source` is the file's name for messages.
pub fn parse(source: &str, text: &str) -> Result<Vec<Rule>> {
    let mut file = grammar::RuleParser::parse(Kind::file, text).map_err(|error| {
        let at = match error.location {
            pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => at,
        };
        let message = format!("the rule file does not parse: {}", error.variant.message());
        Box::new(Diagnostic::error("rule-syntax", message).in_text(source, at, at + 1))
    })?;
    let Some(file) = file.next() else { return Ok(Vec::new()) };
    file.into_inner()
        .filter(|node| node.as_rule() == Kind::rule)
        .map(|node| rule(source, text, node))
        .collect()
}

fn rule(source: &str, text: &str, node: Node<'_>) -> Result<Rule> {
    let line = text[..node.as_span().start()].lines().count().max(1);
    let mut rule = Rule {
        name: String::new(),
        doc: String::new(),
        annotations: Vec::new(),
        families: Vec::new(),
        pattern: Pattern::Value(String::new()),
        lets: Vec::new(),
        term: Term::None,
        conditions: Vec::new(),
        file: source.into(),
        line,
    };
    let fault = |message: String, node: &Node<'_>| {
        let span = node.as_span();
        Box::new(Diagnostic::error("rule-syntax", message).in_text(source, span.start(), span.end()))
    };
    for part in node.into_inner() {
        match part.as_rule() {
            Kind::doc_line => {
                let line = part.as_str().trim_start_matches('/').trim();
                rule.doc.push_str(if rule.doc.is_empty() { "" } else { " " });
                rule.doc.push_str(line);
            }
            Kind::rule_name => rule.name = part.as_str().into(),
            Kind::annotation => {
                let mut inner = part.into_inner();
                let name = next_text(&mut inner);
                let argument = inner.next().and_then(|n| n.as_str().parse().ok());
                rule.annotations.push(Annotation { name, argument });
            }
            Kind::family => rule.families.push(family(part.clone()).map_err(|m| fault(m, &part))?),
            Kind::body => body(part.clone(), &mut rule).map_err(|m| fault(m, &part))?,
            _ => {}
        }
    }
    Ok(rule)
}

fn next_text(nodes: &mut Pairs<'_, Kind>) -> String {
    nodes.next().map(|node| node.as_str().to_owned()).unwrap_or_default()
}

/// `%x` and `$x` without their sigils, `%x...` without its dots.
fn bare(text: &str) -> String {
    text.trim_start_matches(['%', '$']).trim_end_matches("...").to_owned()
}

fn family(node: Node<'_>) -> Result<Family, String> {
    let mut family = Family { names: Vec::new(), choices: Vec::new() };
    for part in node.into_inner() {
        match part.as_rule() {
            Kind::family_name => family.names.push(part.as_str().into()),
            _ => family.choices.push(part.into_inner().map(expr).collect::<Result<_, _>>()?),
        }
    }
    match family.choices.iter().find(|choice| choice.len() != family.names.len()) {
        Some(choice) => Err(format!("{} names stand for {} things", family.names.len(), choice.len())),
        None => Ok(family),
    }
}

fn body(node: Node<'_>, rule: &mut Rule) -> Result<(), String> {
    for part in node.into_inner() {
        match part.as_rule() {
            Kind::pattern => rule.pattern = pattern(part)?,
            Kind::template => {
                for piece in part.into_inner() {
                    if piece.as_rule() == Kind::let_clause {
                        let mut inner = piece.into_inner();
                        let name = bare(&next_text(&mut inner));
                        let value = inner.next().ok_or("a `let` without a value")?;
                        rule.lets.push((name, term(value)?));
                    } else {
                        rule.term = term(piece)?;
                    }
                }
            }
            Kind::where_clause => {
                for piece in part.into_inner() {
                    let text = piece.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
                    let mut inner = piece.into_inner();
                    let first = inner.next().ok_or("an empty condition")?;
                    rule.conditions.push(match (first.as_rule(), inner.next()) {
                        (Kind::attr_var, Some(value)) => Condition::Let(bare(first.as_str()), expr(value)?),
                        _ => Condition::Holds(expr(first)?, text),
                    });
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn pattern(node: Node<'_>) -> Result<Pattern, String> {
    let inner = node.into_inner().next().ok_or("an empty pattern")?;
    Ok(match inner.as_rule() {
        Kind::value_var => Pattern::Value(bare(inner.as_str())),
        Kind::rest_var => Pattern::Rest(bare(inner.as_str())),
        _ => Pattern::Op(Box::new(op_pattern(inner)?)),
    })
}

fn op_pattern(node: Node<'_>) -> Result<OpPattern, String> {
    let mut op = OpPattern {
        bind: None,
        name: String::new(),
        operands: Vec::new(),
        attrs: Vec::new(),
        rest: None,
        projection: None,
    };
    for part in node.into_inner() {
        match part.as_rule() {
            Kind::value_var => op.bind = Some(bare(part.as_str())),
            Kind::op_name => op.name = part.as_str().into(),
            Kind::pattern => op.operands.push(pattern(part)?),
            Kind::projection => op.projection = projection(part),
            Kind::attr_patterns => {
                for entry in part.into_inner() {
                    let mut inner = entry.into_inner();
                    let first = inner.next().ok_or("an empty attribute pattern")?;
                    if first.as_rule() == Kind::rest_attrs {
                        op.rest = Some(first.into_inner().next().map(|v| bare(v.as_str())));
                    } else {
                        let value = inner.next().ok_or("an attribute without a pattern")?;
                        op.attrs.push((first.as_str().into(), attr_match(value)?));
                    }
                }
            }
            _ => {}
        }
    }
    Ok(op)
}

fn projection(node: Node<'_>) -> Option<u32> {
    node.into_inner().next()?.as_str().parse().ok()
}

fn attr_match(node: Node<'_>) -> Result<AttrMatch, String> {
    let mut inner = node.into_inner();
    let first = inner.next().ok_or("an empty attribute pattern")?;
    Ok(match (first.as_rule(), inner.next()) {
        (Kind::attr_var, Some(list)) => AttrMatch::OneOf(bare(first.as_str()), expr(list)?),
        (Kind::attr_var, None) => AttrMatch::Bind(bare(first.as_str())),
        _ => AttrMatch::Is(expr(first)?),
    })
}

fn term(node: Node<'_>) -> Result<Term, String> {
    let inner =
        if node.as_rule() == Kind::term { node.into_inner().next().ok_or("an empty term")? } else { node };
    Ok(match inner.as_rule() {
        Kind::value_var => Term::Value(bare(inner.as_str())),
        Kind::rest_var => Term::Rest(bare(inner.as_str())),
        Kind::const_term => Term::Const(inner.into_inner().map(expr).collect::<Result<_, _>>()?),
        Kind::none_term => Term::None,
        _ => Term::Op(Box::new(op_term(inner)?)),
    })
}

fn op_term(node: Node<'_>) -> Result<OpTerm, String> {
    let mut op = OpTerm {
        name: String::new(),
        operands: Vec::new(),
        attrs: Vec::new(),
        rest: None,
        ty: None,
        projection: None,
    };
    for part in node.into_inner() {
        match part.as_rule() {
            Kind::op_name => op.name = part.as_str().into(),
            Kind::term => op.operands.push(term(part)?),
            Kind::projection => op.projection = projection(part),
            Kind::type_note => op.ty = part.into_inner().next().map(expr).transpose()?,
            Kind::attr_values => {
                for entry in part.into_inner() {
                    let mut inner = entry.into_inner();
                    let first = inner.next().ok_or("an empty attribute")?;
                    if first.as_rule() == Kind::rest_attrs {
                        let name = first.into_inner().next().ok_or("`..` on the right needs a name")?;
                        op.rest = Some(bare(name.as_str()));
                    } else {
                        let value = inner.next().ok_or("an attribute without a value")?;
                        op.attrs.push((first.as_str().into(), expr(value)?));
                    }
                }
            }
            _ => {}
        }
    }
    Ok(op)
}

fn expr(node: Node<'_>) -> Result<Expr, String> {
    let text = node.as_str();
    Ok(match node.as_rule() {
        Kind::expr | Kind::any_of | Kind::comparison | Kind::sum | Kind::product => binary_chain(node)?,
        Kind::unary => {
            let mut inner = node.into_inner();
            let first = inner.next().ok_or("an empty expression")?;
            match inner.next() {
                Some(operand) => Expr::Not(Box::new(expr(operand)?)),
                None => expr(first)?,
            }
        }
        Kind::primary => expr(node.into_inner().next().ok_or("an empty expression")?)?,
        Kind::call => {
            let mut inner = node.into_inner();
            let name = next_text(&mut inner);
            Expr::Call(name, inner.map(expr).collect::<Result<_, _>>()?)
        }
        Kind::list => Expr::List(node.into_inner().map(expr).collect::<Result<_, _>>()?),
        Kind::number => match text.parse::<i64>() {
            Ok(n) => Expr::Int(n),
            Err(_) => Expr::Float(text.parse().map_err(|_| format!("`{text}` is no number"))?),
        },
        Kind::string => Expr::Str(text.trim_matches('"').into()),
        Kind::attr_var => Expr::Attr(bare(text)),
        Kind::value_var | Kind::rest_var => Expr::Value(bare(text)),
        Kind::op_ref => Expr::OpRef(text.into()),
        Kind::family_name => Expr::Family(text.into()),
        _ => Expr::Word(text.into()),
    })
}

/// `a op b op c`, joined to the left; a production without an operator between its parts joins by its own kind.
fn binary_chain(node: Node<'_>) -> Result<Expr, String> {
    let implied = if node.as_rule() == Kind::expr { BinaryOp::Or } else { BinaryOp::And };
    let mut inner = node.into_inner().peekable();
    let mut left = expr(inner.next().ok_or("an empty expression")?)?;
    while let Some(part) = inner.next() {
        let (op, right) = match part.as_rule() {
            Kind::compare_op | Kind::sum_op | Kind::product_op | Kind::in_op => {
                (operator(part.as_str()), inner.next().ok_or("an operator without a right side")?)
            }
            _ => (implied, part),
        };
        left = Expr::Binary(op, Box::new(left), Box::new(expr(right)?));
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
