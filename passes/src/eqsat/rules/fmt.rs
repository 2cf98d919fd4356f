//! The one layout of rules: lines of 120 columns at most, comments where they were.

use core_ir::diag::Result;

use super::ast::*;
use super::layout::{Doc, lay_out};
use super::parse;

/// The widest line.
const WIDTH: usize = 120;

/// The rules of `text` in their layout. `source` is the file's name for messages.
pub fn format(source: &str, text: &str) -> Result<String> {
    let rules = parse::parse(source, text)?;
    let mut formatter = Formatter { text, comments: comments(text), next: 0 };
    let mut out = String::new();
    let mut end = 0;
    for rule in &rules {
        end = formatter.between(&mut out, end, rule.span.start);
        formatter.gap(&mut out, end, rule.span.start);
        out.push_str(&lay_out(&formatter.rule(rule), WIDTH));
        out.push('\n');
        end = rule.span.end;
    }
    formatter.between(&mut out, end, text.len());
    Ok(out)
}

/// A comment of two slashes.
struct Comment {
    span: Span,
    /// Whether it has a line of its own.
    is_apart: bool,
}

/// The comments of a text, documentation aside.
fn comments(text: &str) -> Vec<Comment> {
    let mut list = Vec::new();
    for (start, end) in parse::line_comments(text) {
        if !text[start..].starts_with("///") {
            let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
            let end = start + text[start..end].trim_end().len();
            list.push(Comment { span: Span { start, end }, is_apart: text[line..start].trim().is_empty() });
        }
    }
    list
}

struct Formatter<'t> {
    text: &'t str,
    comments: Vec<Comment>,
    /// The first comment that was not written yet.
    next: usize,
}

impl Formatter<'_> {
    fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// Writes the comments between rules, from `end` of the rule before up to `start` of the next. Gives the end of what
    /// was written last.
    fn between(&mut self, out: &mut String, mut end: usize, start: usize) -> usize {
        while let Some(comment) = self.comments.get(self.next).filter(|comment| comment.span.start < start) {
            let (span, is_apart) = (comment.span, comment.is_apart);
            if is_apart || out.is_empty() {
                self.gap(out, end, span.start);
                out.push_str(self.slice(span));
                out.push('\n');
            } else {
                // Behind the brace of a rule.
                out.truncate(out.trim_end().len());
                out.push(' ');
                out.push_str(self.slice(span));
                out.push('\n');
            }
            self.next += 1;
            end = span.end;
        }
        end
    }

    /// An empty line where there was one, and behind every rule.
    fn gap(&self, out: &mut String, end: usize, start: usize) {
        let lines = self.text[end..start].bytes().filter(|&byte| byte == b'\n').count();
        let is_after_rule = out.lines().next_back().is_some_and(|line| line.starts_with('}'));
        if !out.is_empty() && (lines > 1 || is_after_rule) {
            out.push('\n');
        }
    }

    /// The comments before byte `at` that were not written yet, on lines of their own. There are few places where comments
    /// go: before rules, patterns, terms and the members of lists, behind those, and before the end.
    fn lead(&mut self, at: usize) -> Vec<Doc> {
        let mut docs = Vec::new();
        while let Some(comment) = self.comments.get(self.next).filter(|comment| comment.span.start < at) {
            docs.push(Doc::Comment { text: self.slice(comment.span).to_owned(), is_apart: true });
            self.next += 1;
        }
        docs
    }

    /// The comment behind byte `at` on its line.
    fn trail(&mut self, at: usize) -> Option<Doc> {
        let comment = self.comments.get(self.next)?;
        let between = self.text.get(at..comment.span.start)?;
        if between.contains('\n') || !matches!(between.trim(), "" | ",") {
            return None;
        }
        self.next += 1;
        let comment = &self.comments[self.next - 1];
        Some(Doc::Comment { text: self.slice(comment.span).to_owned(), is_apart: false })
    }

    /// What stands at `span`.
    fn token(&self, span: Span) -> Doc {
        Doc::text(self.slice(span))
    }

    /// `open a, b, c close`, filled when it does not fit.
    fn list<T: Placed>(
        &mut self,
        open: &str,
        items: &[T],
        close: &str,
        each: impl Fn(&mut Self, &T) -> Doc,
    ) -> Doc {
        if items.is_empty() {
            return Doc::text(format!("{open}{close}"));
        }
        let filled = self.fill(items, each);
        // Attributes stand further in than a right side, so that the two look different.
        let columns = if close == "}" { 4 } else { 2 };
        Doc::group(vec![Doc::text(open), Doc::nest(columns, vec![Doc::Soft, filled]), Doc::text(close)])
    }

    /// `a, b, c`
    fn fill<T: Placed>(&mut self, items: &[T], each: impl Fn(&mut Self, &T) -> Doc) -> Doc {
        let mut docs = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            let span = item.span();
            let mut parts = self.lead(span.start);
            parts.push(each(self, item));
            if at + 1 < items.len() {
                parts.push(Doc::text(","));
            }
            parts.extend(self.trail(span.end));
            docs.push(Doc::All(parts));
        }
        Doc::Fill(docs)
    }

    fn rule(&mut self, rule: &Rule) -> Doc {
        let mut docs = Vec::new();
        for &line in &rule.doc_lines {
            docs.extend(self.lead(line.start));
            docs.push(Doc::text(self.slice(line).trim_end()));
            docs.push(Doc::Hard);
        }
        docs.extend(self.lead(rule.name.span.start));
        docs.push(self.header(rule));
        let mut body = vec![Doc::Hard];
        body.extend(self.lead(rule.pattern.span().start));
        let left = match &rule.all {
            Some(all) => self.all_of(&rule.pattern, all),
            None => self.pattern(&rule.pattern),
        };
        body.extend([left, Doc::text(" =>")]);
        let template = self.template(rule);
        body.push(Doc::group(vec![Doc::nest(2, vec![Doc::Line, Doc::group(template)])]));
        if let Some(first) = rule.conditions.first() {
            body.extend(self.lead(first.span().start));
            body.extend([Doc::Hard, Doc::text("where "), self.conditions(&rule.conditions)]);
        }
        body.extend(self.lead(rule.span.end));
        docs.extend([Doc::nest(2, body), Doc::Hard, Doc::text("}")]);
        Doc::All(docs)
    }

    /// `rule name @exact @canon for Op in [...] {`
    fn header(&mut self, rule: &Rule) -> Doc {
        let mut words = vec![Doc::text("rule "), self.token(rule.name.span)];
        for note in &rule.annotations {
            words.extend([Doc::text(" "), self.token(note.span)]);
        }
        for family in &rule.families {
            let names: Vec<Doc> = family.names.iter().map(|name| self.token(name.span)).collect();
            let mut parts = vec![Doc::Line, Doc::text("for ")];
            parts.extend(tuple(names));
            parts.push(Doc::text(" in "));
            parts.push(self.list("[", &family.choices, "]", |this, choice| {
                let values: Vec<Doc> = choice.iter().map(|value| this.expr(value)).collect();
                Doc::All(tuple(values))
            }));
            words.push(Doc::nest(4, parts));
        }
        words.push(Doc::text(" {"));
        Doc::group(words)
    }

    fn template(&mut self, rule: &Rule) -> Vec<Doc> {
        let mut docs = Vec::new();
        for (name, term) in &rule.lets {
            docs.extend(self.lead(name.span.start));
            let name = self.token(name.span);
            docs.extend([
                Doc::text("let "),
                name,
                Doc::text(" = "),
                self.term(term),
                Doc::text(";"),
                Doc::Hard,
            ]);
        }
        let span = rule.term.span();
        docs.extend(self.lead(span.start));
        docs.push(self.term(&rule.term));
        docs.extend(self.trail(span.end));
        docs
    }

    fn pattern(&mut self, pattern: &Pattern) -> Doc {
        match pattern {
            Pattern::Value(name) | Pattern::Rest(name) => self.token(name.span),
            Pattern::Op(op) => self.op_pattern(op),
        }
    }

    /// `all(pattern by %x, $a at $i where condition, condition)`
    fn all_of(&mut self, pattern: &Pattern, all: &AllOf) -> Doc {
        let mut inner = vec![self.pattern(pattern), Doc::Line, Doc::text("by ")];
        for (at, name) in all.by.iter().enumerate() {
            inner.extend([Doc::text(if at > 0 { ", " } else { "" }), self.token(name.span)]);
        }
        if let Some(at) = &all.at {
            inner.extend([Doc::text(" at "), self.token(at.span)]);
        }
        if let Some(first) = all.conditions.first() {
            inner.extend(self.lead(first.span().start));
            inner.extend([Doc::Line, Doc::text("where "), self.conditions(&all.conditions)]);
        }
        Doc::group(vec![Doc::text("all("), Doc::nest(4, inner), Doc::text(")")])
    }

    fn conditions(&mut self, conditions: &[Condition]) -> Doc {
        let filled = self.fill(conditions, |this, condition| match condition {
            Condition::Holds(value, _) => this.expr(value),
            Condition::Let(name, value) => {
                Doc::All(vec![this.token(name.span), Doc::text(" := "), this.expr(value)])
            }
        });
        Doc::nest(6, vec![filled])
    }

    fn op_pattern(&mut self, op: &OpPattern) -> Doc {
        let mut docs = Vec::new();
        if let Some(bind) = &op.bind {
            docs.extend([self.token(bind.span), Doc::text(": ")]);
        }
        docs.push(self.token(op.name.span));
        docs.push(self.list("(", &op.operands, ")", |this, operand| this.pattern(operand)));
        let mut attrs: Vec<Attr<'_>> =
            op.attrs.iter().map(|(name, value)| Attr::Match(name, value)).collect();
        attrs.extend(op.rest.as_ref().map(|rest| Attr::Rest(rest.span, rest.name.as_ref())));
        docs.extend(self.attrs(&attrs));
        docs.extend(op.projection.map(|projection| Doc::text(format!("#{}", projection.index))));
        Doc::group(docs)
    }

    fn attrs(&mut self, attrs: &[Attr<'_>]) -> Option<Doc> {
        if attrs.is_empty() {
            return None;
        }
        Some(self.list(" {", attrs, "}", |this, attr| {
            let (name, value) = match *attr {
                Attr::Match(name, AttrMatch::Bind(var)) => (name, this.token(var.span)),
                Attr::Match(name, AttrMatch::OneOf(var, list)) => {
                    (name, Doc::All(vec![this.token(var.span), Doc::text(" in "), this.expr(list)]))
                }
                Attr::Match(name, AttrMatch::Is(value)) | Attr::Value(name, value) => {
                    (name, this.expr(value))
                }
                Attr::Rest(_, name) => {
                    let name = name.map(|name| format!("${}", name.text)).unwrap_or_default();
                    return Doc::text(format!("..{name}"));
                }
            };
            Doc::All(vec![this.token(name.span), Doc::text(" = "), value])
        }))
    }

    fn term(&mut self, term: &Term) -> Doc {
        match term {
            Term::Value(name) | Term::Rest(name) => self.token(name.span),
            Term::None(span) => self.token(*span),
            Term::Const(parts, _) => self.list("const(", parts, ")", |this, part| this.expr(part)),
            Term::Op(op) => {
                let mut docs = vec![self.token(op.name.span)];
                docs.push(self.list("(", &op.operands, ")", |this, operand| this.term(operand)));
                let mut attrs: Vec<Attr<'_>> =
                    op.attrs.iter().map(|(name, value)| Attr::Value(name, value)).collect();
                attrs.extend(op.rest.as_ref().map(|name| Attr::Rest(name.span, Some(name))));
                docs.extend(self.attrs(&attrs));
                if let Some(ty) = &op.ty {
                    docs.extend([Doc::text(" : "), self.expr(ty)]);
                }
                docs.extend(op.projection.map(|projection| Doc::text(format!("#{}", projection.index))));
                Doc::group(docs)
            }
        }
    }

    fn expr(&mut self, expr: &Expr) -> Doc {
        match &expr.kind {
            ExprKind::List(items) => self.list("[", items, "]", |this, item| this.expr(item)),
            ExprKind::Call(name, args) => {
                let args = self.list("(", args, ")", |this, arg| this.expr(arg));
                Doc::All(vec![self.token(name.span), args])
            }
            ExprKind::Binary(op, a, b) => {
                let (sign, strength) = operator(*op);
                // Comparisons do not stand in a row, others join to the left.
                let left = self.operand(a, strength + u8::from(strength == COMPARISON));
                let right = self.operand(b, strength + 1);
                Doc::group(vec![left, Doc::text(format!(" {sign}")), Doc::nest(2, vec![Doc::Line, right])])
            }
            ExprKind::Not(inner) => Doc::All(vec![Doc::text("!"), self.operand(inner, UNARY)]),
            _ => self.token(expr.span),
        }
    }

    /// An operand, in parentheses when it binds less than `strength`.
    fn operand(&mut self, expr: &Expr, strength: u8) -> Doc {
        let own = match &expr.kind {
            ExprKind::Binary(op, ..) => operator(*op).1,
            _ => UNARY,
        };
        let doc = self.expr(expr);
        if own < strength { Doc::All(vec![Doc::text("("), doc, Doc::text(")")]) } else { doc }
    }
}

/// An attribute of either side.
enum Attr<'a> {
    Match(&'a Name, &'a AttrMatch),
    Value(&'a Name, &'a Expr),
    Rest(Span, Option<&'a Name>),
}

/// What stands somewhere.
trait Placed {
    fn span(&self) -> Span;
}

impl Placed for Expr {
    fn span(&self) -> Span {
        self.span
    }
}

impl Placed for Vec<Expr> {
    fn span(&self) -> Span {
        let ends = self.first().zip(self.last());
        ends.map(|(first, last)| Span { start: first.span.start, end: last.span.end }).unwrap_or_default()
    }
}

impl Placed for Pattern {
    fn span(&self) -> Span {
        match self {
            Pattern::Value(name) | Pattern::Rest(name) => name.span,
            Pattern::Op(op) => op.span,
        }
    }
}

impl Placed for Term {
    fn span(&self) -> Span {
        match self {
            Term::Value(name) | Term::Rest(name) => name.span,
            Term::Const(_, span) | Term::None(span) => *span,
            Term::Op(op) => op.span,
        }
    }
}

impl Placed for Condition {
    fn span(&self) -> Span {
        match self {
            Condition::Holds(value, _) => value.span,
            Condition::Let(name, value) => Span { start: name.span.start, end: value.span.end },
        }
    }
}

impl Placed for Attr<'_> {
    fn span(&self) -> Span {
        match *self {
            Attr::Match(name, AttrMatch::Bind(var)) => Span { start: name.span.start, end: var.span.end },
            Attr::Match(name, AttrMatch::OneOf(_, value) | AttrMatch::Is(value))
            | Attr::Value(name, value) => Span { start: name.span.start, end: value.span.end },
            Attr::Rest(span, _) => span,
        }
    }
}

/// `a`, or `(a, b)`.
fn tuple(items: Vec<Doc>) -> Vec<Doc> {
    if items.len() == 1 {
        return items;
    }
    let mut docs = vec![Doc::text("(")];
    for (at, item) in items.into_iter().enumerate() {
        docs.extend((at > 0).then(|| Doc::text(", ")));
        docs.push(item);
    }
    docs.push(Doc::text(")"));
    docs
}

const COMPARISON: u8 = 3;
const UNARY: u8 = 6;

/// How an operator is written, and how strongly it binds.
fn operator(op: BinaryOp) -> (&'static str, u8) {
    match op {
        BinaryOp::Or => ("||", 1),
        BinaryOp::And => ("&&", 2),
        BinaryOp::Eq => ("==", COMPARISON),
        BinaryOp::Ne => ("!=", COMPARISON),
        BinaryOp::Le => ("<=", COMPARISON),
        BinaryOp::Ge => (">=", COMPARISON),
        BinaryOp::Lt => ("<", COMPARISON),
        BinaryOp::Gt => (">", COMPARISON),
        BinaryOp::In => ("in", COMPARISON),
        BinaryOp::Add => ("+", 4),
        BinaryOp::Sub => ("-", 4),
        BinaryOp::Mul => ("*", 5),
        BinaryOp::Div => ("/", 5),
    }
}
