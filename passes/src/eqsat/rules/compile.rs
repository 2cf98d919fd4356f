//! Resolves the names of rules: one [`Compiled`] for each choice of the families, variables as slots.

use core_ir::diag::{Diagnostic, Result};
use core_ir::spec::{OpSpec, Traits};
use core_ir::{AttrId, Context, OpName, TypeId};

use super::ast::{self, AttrMatch, Condition, Expr, ExprKind, Name, Pattern, Span, Term};
use super::compiled::{
    AttrPat, Build, Compiled, Cond, Ex, Exactness, Joint, OpBuild, OpPat, Pat, RuleSet, Slot,
};
use super::kinds::Kind;
use super::value::{NATIVES, Val, native};
use crate::pipeline::did_you_mean;

/// An attribute that has no default but a value that goes without saying, on either side of a rule.
pub(super) const IMPLIED: (&str, &str) = ("fused_activation_function", "NONE");

/// A family of many choices by another one of many is a mistake.
const MOST_INSTANCES: usize = 4096;

/// Compiles a rule for every choice of its families.
pub fn compile(ctx: &Context, rule: &ast::Rule) -> Result<Vec<Compiled>> {
    let mut choices: Vec<Vec<Choice<'_>>> = vec![Vec::new()];
    for family in &rule.families {
        if choices.len() * family.choices.len() > MOST_INSTANCES {
            let message = format!("rule `{}`: there are more than {MOST_INSTANCES} choices", rule.name.text);
            return Diagnostic::error("rule", message)
                .in_text(&rule.file, family.span.start, family.span.end)
                .help("make several rules of it")
                .err();
        }
        let mut next = Vec::with_capacity(choices.len() * family.choices.len());
        for env in &choices {
            for values in &family.choices {
                let pairs = family.names.iter().zip(values);
                let pairs = pairs.map(|(name, value)| Choice { name, value, uses: 0 });
                next.push(env.iter().copied().chain(pairs).collect());
            }
        }
        choices = next;
    }
    choices.into_iter().map(|env| Compiler { ctx, rule, env, vars: Vec::new(), ops: 0 }.run()).collect()
}

/// What a family name stands for in one instance of a rule.
#[derive(Clone, Copy)]
pub(super) struct Choice<'a> {
    pub(super) name: &'a Name,
    pub(super) value: &'a Expr,
    /// How often the rule mentions it.
    pub(super) uses: usize,
}

/// A variable of a rule.
pub(super) struct Var {
    /// Its name; attribute variables are kept apart from values by their sigil.
    pub(super) name: String,
    pub(super) kind: Kind,
    /// Where it gets its value.
    pub(super) span: Span,
    /// How often it is mentioned after that.
    pub(super) uses: usize,
    /// What to do about it when it is not mentioned again; nothing, when it may stand for itself.
    pub(super) unused: Option<&'static str>,
}

/// Makes one [`Compiled`] of a rule; what it finds wrong on the way is in `check`.
pub(super) struct Compiler<'a> {
    pub(super) ctx: &'a Context,
    pub(super) rule: &'a ast::Rule,
    pub(super) env: Vec<Choice<'a>>,
    pub(super) vars: Vec<Var>,
    /// Operations of the pattern so far.
    ops: usize,
}

impl<'a> Compiler<'a> {
    /// A fault at `span`, and what to do about it.
    pub(super) fn fault<T>(
        &self,
        span: Span,
        message: impl AsRef<str>,
        help: impl Into<String>,
    ) -> Result<T> {
        let message = format!("rule `{}`: {}", self.rule.name.text, message.as_ref());
        let fault = Diagnostic::error("rule", message).in_text(&self.rule.file, span.start, span.end);
        let chosen: Vec<String> = self.env.iter().filter_map(Choice::text).collect();
        match chosen.is_empty() {
            true => fault.help(help).err(),
            false => fault.note(format!("where {}", chosen.join(" and "))).help(help).err(),
        }
    }

    fn run(mut self) -> Result<Compiled> {
        let (exactness, set) = self.annotations()?;
        self.check_families()?;
        let root = self.bind("root", Kind::Value, self.rule.span, None);
        let pattern = match &self.rule.pattern {
            Pattern::Op(pattern) => pattern,
            Pattern::Value(name) | Pattern::Rest(name) => {
                let help = "start at the operation that is replaced";
                return self.fault(name.span, "the left side must be an operation", help);
            }
        };
        let span = pattern.span;
        let pattern = self.op_pattern(pattern, true)?;
        let (conditions, joint) = match &self.rule.all {
            None => (self.conditions(&self.rule.conditions)?, None),
            Some(all) => (self.conditions(&all.conditions)?, Some(self.joint(all)?)),
        };
        let mut lets = Vec::new();
        for (name, term) in &self.rule.lets {
            let build = self.term(term, false)?;
            self.check_fresh(name, &name.text)?;
            let slot = self.bind(&name.text, Kind::Value, name.span, Some("leave it out"));
            lets.push((slot, build));
        }
        let build = self.term(&self.rule.term, true)?;
        let keeps_effects = matches!(&build, Build::Op(op) if op.place.is_some());
        if pattern.place.is_some() != keeps_effects {
            return self.fault(
                span,
                "an operation with effects can become one with effects only, and the other way round",
                "put one with effects on both sides, or on neither",
            );
        }
        self.check_joint(&build, joint.is_some())?;
        self.check_unused()?;
        let suffix = match self.env.first().map(|choice| &choice.value.kind) {
            Some(ExprKind::OpRef(word) | ExprKind::Word(word) | ExprKind::Str(word)) => format!("/{word}"),
            _ => String::new(),
        };
        Ok(Compiled {
            name: format!("{}{suffix}", self.rule.name.text),
            doc: self.rule.doc.clone(),
            exactness,
            set,
            simpler: self.rule.annotations.iter().any(|note| note.name.text == "simpler"),
            place: format!("{}:{}", self.rule.file, self.rule.line),
            file: self.rule.file.clone(),
            span: self.rule.name.span,
            steps: super::steps::steps(&pattern, &conditions, root),
            depth: super::steps::depth(&pattern) + super::steps::below(&conditions),
            pattern,
            conditions,
            source: None,
            joint,
            lets,
            build,
            slots: self.vars.len(),
            names: self.vars.into_iter().map(|var| var.name).collect(),
            root,
        })
    }

    fn conditions(&mut self, conditions: &[Condition]) -> Result<Vec<Cond>> {
        conditions.iter().map(|condition| self.condition(condition)).collect()
    }

    /// From here on names stand for lists, but for what all operations share.
    fn joint(&mut self, all: &ast::AllOf) -> Result<Joint> {
        let by: Vec<Slot> =
            all.by.iter().map(|name| Ok(self.known(&name.text, name.span)?.0)).collect::<Result<_>>()?;
        if let Some(name) = all.by.first().filter(|_| self.vars[by[0]].kind != Kind::Value) {
            return self.fault(
                name.span,
                "what operations share begins with a value",
                "put a `%` name first",
            );
        }
        let at = match &all.at {
            Some(name) => {
                let (slot, kind) = self.known(&format!("${}", name.text), name.span)?;
                if !Kind::Int.takes(kind) {
                    let message =
                        format!("the number of a result is an integer, and this is {}", kind.text());
                    return self.fault(name.span, message, "name an integer of the conditions in `all`");
                }
                Some(slot)
            }
            None => None,
        };
        let others = self.vars.iter_mut().enumerate().filter(|(slot, _)| !by.contains(slot));
        for (_, var) in others {
            var.kind = match var.kind {
                Kind::Value => Kind::Values,
                Kind::Int => Kind::Ints,
                _ => Kind::List,
            };
        }
        Ok(Joint { by, at, conditions: self.conditions(&self.rule.conditions)? })
    }

    fn annotations(&self) -> Result<(Exactness, RuleSet)> {
        let (mut exactness, mut set, mut simpler) = (None, None, None);
        for note in &self.rule.annotations {
            let is_second = match (note.name.text.as_str(), note.argument) {
                ("exact", None) => exactness.replace(Exactness::Exact).is_some(),
                ("reassoc", None) => exactness.replace(Exactness::Reassoc).is_some(),
                ("ulp", Some(n)) => exactness.replace(Exactness::Ulp(n)).is_some(),
                ("approx", Some(tolerance)) => exactness.replace(Exactness::Approx(tolerance)).is_some(),
                ("canon", None) => set.replace(RuleSet::Canon).is_some(),
                ("legalize", None) => set.replace(RuleSet::Legalize).is_some(),
                ("fuse", None) => set.replace(RuleSet::Fuse).is_some(),
                ("simpler", None) => simpler.replace(()).is_some(),
                ("ulp" | "approx", None) => {
                    let help = format!("write how far the sides differ, as in `@{}(2)`", note.name.text);
                    return self.fault(note.span, format!("`@{}` lacks its number", note.name.text), help);
                }
                (word @ ("exact" | "reassoc" | "canon" | "legalize" | "fuse" | "simpler"), Some(_)) => {
                    return self.fault(
                        note.span,
                        format!("`@{word}` takes no number"),
                        format!("write `@{word}`"),
                    );
                }
                (other, _) => {
                    let known = ["exact", "reassoc", "ulp", "approx", "canon", "legalize", "fuse", "simpler"];
                    let help = did_you_mean(known, other)
                        .unwrap_or_else(|| format!("there are @{}", known.join(", @")));
                    return self.fault(note.span, format!("`@{other}` is not an annotation"), help);
                }
            };
            if is_second {
                let message = format!("`@{}` says again what another annotation says", note.name.text);
                return self.fault(note.span, message, "keep one of the two");
            }
        }
        let name = self.rule.name.span;
        match (exactness, set) {
            (Some(exactness), Some(set)) => Ok((exactness, set)),
            (None, _) => self.fault(
                name,
                "it does not say how exact it is",
                "add @exact, @reassoc, @ulp(n) or @approx(tolerance)",
            ),
            (_, None) => self.fault(name, "it does not say what it is for", "add @canon, @legalize or @fuse"),
        }
    }

    /// The slot of a variable, which is made when there is none; else this is one more mention of it.
    fn bind(&mut self, name: &str, kind: Kind, span: Span, unused: Option<&'static str>) -> Slot {
        match self.vars.iter().position(|var| var.name == name) {
            Some(slot) => {
                self.vars[slot].uses += 1;
                slot
            }
            None => {
                self.vars.push(Var { name: name.into(), kind, span, uses: 0, unused });
                self.vars.len() - 1
            }
        }
    }

    /// The slot of a variable that has a value; `name` is with the sigil of attributes, without that of values.
    fn known(&mut self, name: &str, span: Span) -> Result<(Slot, Kind)> {
        match self.vars.iter().position(|var| var.name == name) {
            Some(slot) => {
                self.vars[slot].uses += 1;
                Ok((slot, self.vars[slot].kind))
            }
            None => self.unbound(name, span),
        }
    }

    fn op(&mut self, name: &Name) -> Result<(OpName, &'a OpSpec)> {
        let (text, span) = match self.env.iter_mut().find(|choice| choice.name.text == name.text) {
            Some(choice) => {
                choice.uses += 1;
                match &choice.value.kind {
                    ExprKind::OpRef(op) => (op.as_str(), choice.value.span),
                    _ => {
                        let message = format!("`{}` does not stand for an operation", name.text);
                        return self.fault(name.span, message, "name operations in its `for`");
                    }
                }
            }
            None if name.text.starts_with(|c: char| c.is_ascii_uppercase()) => return self.no_family(name),
            None => (name.text.as_str(), name.span),
        };
        let op = self.ctx.op_name(text);
        match self.ctx.op_spec(op) {
            Some(spec) => Ok((op, spec)),
            None => self.unknown_op(text, span),
        }
    }

    /// The slot for the number of an operation with effects, which only stands at the root; none for others.
    fn place(&mut self, spec: &OpSpec, span: Span, is_root: bool) -> Result<Option<Slot>> {
        match (spec.traits.has(Traits::PURE), is_root) {
            (true, _) => Ok(None),
            (false, true) => Ok(Some(self.bind("#place", Kind::Int, span, None))),
            (false, false) => {
                let message = format!("`{}` has effects, so it can only stand outermost", spec.name);
                self.fault(span, message, "start the rule at it")
            }
        }
    }

    fn op_pattern(&mut self, pattern: &ast::OpPattern, is_root: bool) -> Result<OpPat> {
        let (name, spec) = self.op(&pattern.name)?;
        let place = self.place(spec, pattern.name.span, is_root)?;
        let index = self.ops;
        self.ops += 1;
        self.check_attr_names(pattern.attrs.iter().map(|(attr, _)| attr))?;
        let mut attrs = Vec::new();
        for (attr, matcher) in &pattern.attrs {
            let matcher = self.attr_pattern(spec, attr, matcher)?;
            attrs.push((attr.text.clone(), matcher));
        }
        if pattern.rest.is_none() {
            let names: Vec<&str> = pattern.attrs.iter().map(|(attr, _)| attr.text.as_str()).collect();
            self.check_all_required(spec, &names, pattern.name.span, "or write `..` for any")?;
        }
        let (attr, value) = IMPLIED;
        let is_mentioned = pattern.rest.is_some() || attrs.iter().any(|(mentioned, _)| mentioned == attr);
        if !is_mentioned && spec.attr(attr).is_some() {
            attrs.push((attr.into(), AttrPat::Is(Ex::Lit(Val::Str(value.into())))));
        }
        let mut operands =
            pattern.operands.iter().map(|operand| self.pattern(operand)).collect::<Result<Vec<_>>>()?;
        for operand in &mut operands {
            if let Pat::Op(op) = operand {
                op.user = index;
            }
        }
        let rests = operands.iter().filter(|operand| matches!(operand, Pat::Rest(_))).count();
        self.check_operand_count(spec, pattern.name.span, operands.len() - rests, rests)?;
        self.check_projection(spec, pattern.name.span, pattern.projection, is_root)?;
        let named = Some("leave the name out");
        let bind = pattern.bind.as_ref().map(|bind| self.bind(&bind.text, Kind::Value, bind.span, named));
        let rest = pattern.rest.as_ref().map(|rest| {
            let name = rest.name.as_ref()?;
            Some(self.bind(&format!("${}", name.text), Kind::Attrs, name.span, Some("write `..` alone")))
        });
        let commutative = spec.traits.has(Traits::COMMUTATIVE);
        let projection = pattern.projection.map(|projection| projection.index);
        let rest_operands = operands.iter().position(|operand| matches!(operand, Pat::Rest(_)));
        Ok(OpPat {
            name,
            bind,
            operands,
            attrs,
            rest,
            projection,
            commutative,
            place,
            index,
            user: index,
            rest_operands,
        })
    }

    fn attr_pattern(&mut self, spec: &OpSpec, attr: &Name, matcher: &AttrMatch) -> Result<AttrPat> {
        let row = self.check_attr(spec, attr)?;
        let kind = Kind::of_attr(&row.kind);
        Ok(match matcher {
            AttrMatch::Bind(var) => {
                let unused = Some("say what the attribute must be; `..` stands for all that may be anything");
                AttrPat::Bind(self.bind(&format!("${}", var.text), kind, var.span, unused))
            }
            AttrMatch::OneOf(var, list) => {
                let (ex, _) = self.expr(list)?;
                if let (Ex::List(items), ExprKind::List(texts)) = (&ex, &list.kind) {
                    for (item, text) in items.iter().zip(texts) {
                        self.check_attr_value(spec, attr, row, item, Kind::Any, text.span)?;
                    }
                }
                AttrPat::OneOf(self.bind(&format!("${}", var.text), kind, var.span, None), ex)
            }
            AttrMatch::Is(value) => {
                let known = self.vars.len();
                self.bind_inside(value, Kind::of_member(&row.kind));
                let (ex, kind) = self.expr(value)?;
                // Where they get their values is not a mention of them.
                self.vars[known..].iter_mut().for_each(|var| var.uses -= 1);
                self.check_attr_value(spec, attr, row, &ex, kind, value.span)?;
                AttrPat::Is(ex)
            }
        })
    }

    /// `[1, $h, $w, 1]` in a pattern gives `$h` and `$w` their values.
    fn bind_inside(&mut self, value: &Expr, member: Kind) {
        let ExprKind::List(items) = &value.kind else { return };
        for item in items {
            match &item.kind {
                ExprKind::Attr(name) => {
                    let name = format!("${name}");
                    if !self.vars.iter().any(|var| var.name == name) {
                        self.bind(&name, member, item.span, Some("give it a name that starts with `$_`"));
                    }
                }
                _ => self.bind_inside(item, Kind::Any),
            }
        }
    }

    fn pattern(&mut self, pattern: &Pattern) -> Result<Pat> {
        Ok(match pattern {
            Pattern::Value(name) => Pat::Var(self.bind_operand(name, Kind::Value)?),
            Pattern::Rest(name) => Pat::Rest(self.bind_operand(name, Kind::Values)?),
            Pattern::Op(op) => Pat::Op(Box::new(self.op_pattern(op, false)?)),
        })
    }

    fn bind_operand(&mut self, name: &Name, kind: Kind) -> Result<Slot> {
        let slot = self.bind(&name.text, kind, name.span, None);
        self.check_number(name, self.vars[slot].kind, kind)?;
        Ok(slot)
    }

    fn condition(&mut self, condition: &Condition) -> Result<Cond> {
        Ok(match condition {
            Condition::Let(name, value) => {
                let text = format!("${}", name.text);
                self.check_fresh(name, &text)?;
                let (value, kind) = self.expr(value)?;
                let slot = self.bind(
                    &text,
                    kind,
                    name.span,
                    Some("leave it out, or name it `$_...` if it only has to be"),
                );
                Cond::Let(slot, value, text)
            }
            Condition::Holds(value, text) => {
                let (ex, kind) = self.expr(value)?;
                if !Kind::Bool.takes(kind) {
                    let message = format!("{} neither holds nor does not hold", kind.text());
                    return self.fault(value.span, message, "compare it with something");
                }
                Cond::Holds(ex, text.clone())
            }
        })
    }

    fn term(&mut self, term: &Term, is_root: bool) -> Result<Build> {
        Ok(match term {
            Term::Value(name) | Term::Rest(name) => {
                let (slot, kind) = self.known(&name.text, name.span)?;
                let is_rest = matches!(term, Term::Rest(_));
                self.check_number(name, kind, if is_rest { Kind::Values } else { Kind::Value })?;
                if is_rest { Build::Rest(slot) } else { Build::Var(slot) }
            }
            Term::None(_) => Build::None,
            Term::Const(parts, span) => self.constant(parts, *span)?,
            Term::Op(op) => Build::Op(Box::new(self.op_term(op, is_root)?)),
        })
    }

    fn constant(&mut self, parts: &[Expr], span: Span) -> Result<Build> {
        let ([value, elem] | [value, elem, _]) = parts else {
            let message = "`const` takes elements, an element type and perhaps a shape";
            return self.fault(span, message, "write `const([1, 2], i32)` or `const(0, f32, [2, 3])`");
        };
        let what = "`const`";
        let (value, kind) = (self.expr(value)?, value.span);
        if !Kind::Num.takes(value.1) && !Kind::List.takes(value.1) && value.1 != Kind::Bool {
            let message = format!("`const` takes numbers, and this is {}", value.1.text());
            return self.fault(kind, message, "write a number or a list of numbers");
        }
        let elem = self.argument(what, elem, Kind::Type)?;
        let shape = parts.get(2).map(|shape| self.argument(what, shape, Kind::Ints)).transpose()?;
        Ok(Build::Const(value.0, elem, shape))
    }

    fn op_term(&mut self, op: &ast::OpTerm, is_root: bool) -> Result<OpBuild> {
        let (name, spec) = self.op(&op.name)?;
        self.check_attr_names(op.attrs.iter().map(|(attr, _)| attr))?;
        let mut attrs = Vec::new();
        for (attr, value) in &op.attrs {
            let row = self.check_attr(spec, attr)?;
            let (ex, kind) = self.expr(value)?;
            self.check_attr_value(spec, attr, row, &ex, kind, value.span)?;
            attrs.push((self.ctx.str(&attr.text), ex));
        }
        let (attr, value) = IMPLIED;
        let is_mentioned = op.rest.is_some() || op.attrs.iter().any(|(mentioned, _)| mentioned.text == attr);
        if !is_mentioned && spec.attr(attr).is_some() {
            attrs.push((self.ctx.str(attr), Ex::Lit(Val::Str(value.into()))));
        }
        let operands =
            op.operands.iter().map(|operand| self.term(operand, false)).collect::<Result<Vec<_>>>()?;
        let rests = operands.iter().filter(|operand| matches!(operand, Build::Rest(_))).count();
        self.check_operand_count(spec, op.name.span, operands.len() - rests, rests)?;
        self.check_projection(spec, op.name.span, op.projection, is_root)?;
        let rest = match &op.rest {
            Some(rest) => Some(self.known(&format!("${}", rest.text), rest.span)?.0),
            None => {
                let names: Vec<&str> = op.attrs.iter().map(|(attr, _)| attr.text.as_str()).collect();
                self.check_all_required(
                    spec,
                    &names,
                    op.name.span,
                    "or take over what the left side keeps with `..$rest`",
                )?;
                None
            }
        };
        let ty = op.ty.as_ref().map(|ty| self.argument("a type after `:`", ty, Kind::Type)).transpose()?;
        let place = self.place(spec, op.name.span, is_root)?;
        let projection = op.projection.map(|projection| projection.index);
        Ok(OpBuild { name, operands, attrs, rest, ty, projection, place })
    }

    /// An expression that has to be of a kind for `what`.
    fn argument(&mut self, what: &str, value: &Expr, wanted: Kind) -> Result<Ex> {
        let (ex, kind) = self.expr(value)?;
        match wanted.takes(kind) {
            true => Ok(ex),
            false => {
                let message = format!("{what} wants {} here, and this is {}", wanted.text(), kind.text());
                self.fault(value.span, message, format!("write {}", wanted.text()))
            }
        }
    }

    fn expr(&mut self, expr: &Expr) -> Result<(Ex, Kind)> {
        Ok(match &expr.kind {
            ExprKind::Int(n) => (Ex::Lit(Val::int(*n)), Kind::Int),
            ExprKind::Float(x) => (Ex::Lit(Val::Float(*x)), Kind::Num),
            ExprKind::Str(text) => (Ex::Lit(Val::Str(text.clone())), Kind::Str),
            ExprKind::Word(word) => match (word.as_str(), self.ctx.elem_named(word)) {
                ("true" | "false", _) => (Ex::Lit(Val::Bool(word == "true")), Kind::Bool),
                (_, Some(ty)) => (Ex::Lit(Val::Type(ty)), Kind::Type),
                _ => return self.unknown_word(word, expr.span),
            },
            ExprKind::OpRef(name) => {
                let help = format!("to ask what makes a value, write `made_by(%x, \"{name}\")`");
                return self.fault(expr.span, format!("operation `{name}` is no value"), help);
            }
            ExprKind::Family(name) => match self.env.iter_mut().find(|choice| choice.name.text == *name) {
                Some(choice) => {
                    choice.uses += 1;
                    let value = choice.value;
                    self.expr(value)?
                }
                None => return self.no_family(&Name { text: name.clone(), span: expr.span }),
            },
            ExprKind::Attr(name) => {
                let (slot, kind) = self.known(&format!("${name}"), expr.span)?;
                (Ex::Var(slot), kind)
            }
            ExprKind::Value(name) => {
                let (slot, kind) = self.known(name, expr.span)?;
                (Ex::Var(slot), kind)
            }
            ExprKind::List(items) => {
                let items = items.iter().map(|item| self.expr(item)).collect::<Result<Vec<_>>>()?;
                let all = |kind: Kind| !items.is_empty() && items.iter().all(|item| item.1 == kind);
                let kind = match () {
                    () if all(Kind::Int) => Kind::Ints,
                    () if all(Kind::Value) => Kind::Values,
                    () => Kind::List,
                };
                (Ex::List(items.into_iter().map(|item| item.0).collect()), kind)
            }
            ExprKind::Call(name, args) => self.call(name, args)?,
            ExprKind::Binary(op, a, b) => {
                let (left, right) = (self.expr(a)?, self.expr(b)?);
                let kind = self.check_binary(*op, (a, left.1), (b, right.1), &right.0)?;
                (Ex::Binary(*op, Box::new(left.0), Box::new(right.0)), kind)
            }
            ExprKind::Not(a) => (Ex::Not(Box::new(self.argument("`!`", a, Kind::Bool)?)), Kind::Bool),
        })
    }

    fn call(&mut self, name: &Name, args: &[Expr]) -> Result<(Ex, Kind)> {
        let Some(native) = native(&name.text) else {
            let help = did_you_mean(NATIVES.iter().map(|native| native.name), &name.text);
            let help = help.unwrap_or_else(|| "`tfl-opt rules reference` lists the functions".into());
            return self.fault(name.span, format!("there is no function `{}`", name.text), help);
        };
        if native.params.len() != args.len() {
            let (count, given) = (native.params.len(), args.len());
            let message = format!("`{}` takes {count} arguments, not {given}", native.name);
            return self.fault(name.span, message, format!("write `{}`", native.signature()));
        }
        let what = format!("`{}`", native.name);
        let args = args.iter().zip(native.params).map(|(arg, &wanted)| self.argument(&what, arg, wanted));
        Ok((Ex::Call(native, args.collect::<Result<_>>()?), native.result))
    }
}

/// The attribute of kind `kind` that holds `val`.
pub fn attr_from_val(ctx: &Context, kind: &core_ir::spec::AttrKind, val: &Val) -> Option<AttrId> {
    use core_ir::spec::AttrKind;
    let int_type = |width: u8| {
        ctx.ty(core_ir::Type::Integer { width: width.into(), signedness: core_ir::Signedness::Signless })
    };
    let list = |inner: AttrKind| {
        let Val::List(items) = val else { return None };
        let items: Option<Vec<AttrId>> = items.iter().map(|item| attr_from_val(ctx, &inner, item)).collect();
        Some(ctx.array_attr(&items?))
    };
    Some(match (kind, val) {
        (_, Val::Attr(id)) => *id,
        (AttrKind::Bool, Val::Bool(b)) => ctx.bool_attr(*b),
        (AttrKind::Int(width), val) => ctx.int_attr(val.as_int()?.into(), int_type(*width)),
        (AttrKind::F32, val) => ctx.float_attr(val.as_float()?, TypeId::F32),
        (AttrKind::Str, Val::Str(text)) => ctx.str_attr(text),
        (AttrKind::Enum(words), Val::Str(text)) => {
            words.number(text)?;
            ctx.str_attr(text)
        }
        (AttrKind::Type, Val::Type(ty)) => ctx.type_attr(*ty),
        (AttrKind::Ints(width), _) => return list(AttrKind::Int(*width)),
        (AttrKind::Floats, _) => return list(AttrKind::F32),
        (AttrKind::Strs, _) => return list(AttrKind::Str),
        (AttrKind::Bools, _) => return list(AttrKind::Bool),
        (AttrKind::Types, _) => return list(AttrKind::Type),
        _ => return None,
    })
}
