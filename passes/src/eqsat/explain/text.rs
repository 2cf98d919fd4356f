//! Rules, conditions and values as text.

use std::fmt::Write as _;

use core_ir::pass::reasons::RuleText;
use core_ir::text::{attr_text, type_text};
use core_ir::{Context, StrId};
use egg::Id;

use crate::eqsat::bridge::without_local_symbols;
use crate::eqsat::facts::Egraph;
use crate::eqsat::node::{Head, Node};
use crate::eqsat::rules::Compiled;
use crate::eqsat::rules::ast::BinaryOp;
use crate::eqsat::rules::compiled::{AttrPat, Build, Ex, Exactness, OpBuild, OpPat, Pat, Slot};
use crate::eqsat::rules::value::Val;

/// How many members of a list are shown.
const MOST_ITEMS: usize = 16;

/// A rule as messages name it.
pub fn rule_text(ctx: &Context, rule: &Compiled) -> RuleText {
    let texts = Texts { ctx, names: &rule.names };
    RuleText {
        name: rule.name.clone(),
        place: rule.place.clone(),
        exactness: match rule.exactness {
            Exactness::Exact => "exact".into(),
            Exactness::Reassoc => "reassoc".into(),
            Exactness::Ulp(n) => format!("ulp({n})"),
            Exactness::Approx(tolerance) => format!("approx({tolerance})"),
        },
        left: texts.pattern(&rule.pattern),
        right: texts.build(&rule.build),
    }
}

/// Makes texts of parts of one rule.
pub struct Texts<'a> {
    /// The context.
    pub ctx: &'a Context,
    /// The names of the rule's slots.
    pub names: &'a [String],
}

impl Texts<'_> {
    fn var(&self, slot: Slot) -> String {
        match self.names.get(slot) {
            Some(name) if name.starts_with('$') => name.clone(),
            Some(name) => format!("%{name}"),
            None => "%?".into(),
        }
    }

    /// A pattern, without attributes that it takes as they are.
    pub fn pattern(&self, pattern: &OpPat) -> String {
        let operands: Vec<String> = pattern
            .operands
            .iter()
            .map(|operand| match operand {
                Pat::Var(slot) => self.var(*slot),
                Pat::Rest(slot) => format!("{}...", self.var(*slot)),
                Pat::Op(op) => self.pattern(op),
            })
            .collect();
        let attrs: Vec<String> = pattern
            .attrs
            .iter()
            .filter_map(|(name, matcher)| match matcher {
                AttrPat::Bind(_) => None,
                AttrPat::OneOf(_, list) => Some(format!("{name} in {}", self.ex(list))),
                AttrPat::Is(Ex::Var(_)) => None,
                AttrPat::Is(value) => Some(format!("{name} = {}", self.ex(value))),
            })
            .collect();
        self.op(self.ctx.op_text(pattern.name), &operands, &attrs, pattern.projection)
    }

    fn op(&self, name: &str, operands: &[String], attrs: &[String], projection: Option<u32>) -> String {
        let mut text = format!("{name}({})", operands.join(", "));
        if !attrs.is_empty() {
            let _ = write!(text, " {{{}}}", attrs.join(", "));
        }
        if let Some(i) = projection {
            let _ = write!(text, "#{i}");
        }
        text
    }

    /// What a rule builds.
    pub fn build(&self, build: &Build) -> String {
        match build {
            Build::Var(slot) => self.var(*slot),
            Build::Rest(slot) => format!("{}...", self.var(*slot)),
            Build::Op(op) => self.built_op(op),
            Build::Const(value, ..) => format!("const({})", self.ex(value)),
            Build::Elements(_) => "const(...)".into(),
            Build::None => "none".into(),
        }
    }

    fn built_op(&self, op: &OpBuild) -> String {
        let operands: Vec<String> = op.operands.iter().map(|operand| self.build(operand)).collect();
        let attrs: Vec<String> = op
            .attrs
            .iter()
            .map(|(name, value)| format!("{} = {}", self.attr_name(*name), self.ex(value)))
            .collect();
        self.op(self.ctx.op_text(op.name), &operands, &attrs, op.projection)
    }

    fn attr_name(&self, name: StrId) -> String {
        self.ctx.str_text(name).into_owned()
    }

    /// An expression.
    pub fn ex(&self, ex: &Ex) -> String {
        let list = |items: &[Ex]| items.iter().map(|item| self.ex(item)).collect::<Vec<_>>().join(", ");
        match ex {
            Ex::Lit(val) => literal(self.ctx, val),
            Ex::Var(slot) => self.var(*slot),
            Ex::List(items) => format!("[{}]", list(items)),
            Ex::Call(native, args) => format!("{}({})", native.name, list(args)),
            Ex::Binary(op, a, b) => format!("{} {} {}", self.ex(a), operator(*op), self.ex(b)),
            Ex::Not(inner) => format!("!{}", self.ex(inner)),
        }
    }
}

fn operator(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Or => "||",
        BinaryOp::And => "&&",
        BinaryOp::Eq => "==",
        BinaryOp::Ne => "!=",
        BinaryOp::Le => "<=",
        BinaryOp::Ge => ">=",
        BinaryOp::Lt => "<",
        BinaryOp::Gt => ">",
        BinaryOp::In => "in",
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Mul => "*",
        BinaryOp::Div => "/",
    }
}

/// A value without an e-graph.
fn literal(ctx: &Context, val: &Val) -> String {
    match val {
        Val::Int(dim) => ctx.dim_text(*dim),
        Val::Float(x) => format!("{x:?}"),
        Val::Bool(b) => b.to_string(),
        Val::Str(text) => format!("{text:?}"),
        Val::Type(ty) => type_text(ctx, *ty),
        Val::List(items) => {
            let mut texts: Vec<String> =
                items.iter().take(MOST_ITEMS).map(|item| literal(ctx, item)).collect();
            if items.len() > MOST_ITEMS {
                texts.push("...".into());
            }
            format!("[{}]", texts.join(", "))
        }
        Val::Class(_) => "a value".into(),
        Val::Attr(id) => attr_text(ctx, *id),
    }
}

/// A value of a rule's variable or expression.
pub fn val_text<'c>(ctx: &'c Context, egraph: &Egraph<'c>, val: &Val) -> String {
    let Val::Class(id) = val else { return literal(ctx, val) };
    match class_text(ctx, egraph, *id) {
        (text, Some(maker)) => format!("{text}, the result of `{maker}`"),
        (text, None) => text,
    }
}

/// The value of a class: what it is, and the operation that makes it, as far as one does.
pub fn class_text<'c>(ctx: &'c Context, egraph: &Egraph<'c>, id: Id) -> (String, Option<&'c str>) {
    let class = &egraph[id];
    let ty = type_text(ctx, without_local_symbols(ctx, class.data.ty));
    let is_constant = class.nodes.iter().any(|node| matches!(node.head, Head::Const(_)));
    let maker = class.nodes.iter().find_map(Node::op).map(|name| ctx.op_text(name));
    match is_constant {
        true => (format!("a constant of type {ty}"), None),
        false => (ty, maker),
    }
}
