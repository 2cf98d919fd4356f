//! What is wrong with a rule, found when it is compiled rather than never noticed: names that nobody knows or uses,
//! operands and attributes that an operation does not have, conditions that cannot hold.

use core_ir::diag::Result;
use core_ir::spec::{Arity, AttrKind, AttrSpec, ElemSet, OpSpec, Presence, ValueSpec};

use super::ast::{BinaryOp, Expr, ExprKind, Name, Projection, Span};
use super::compile::{Choice, Compiler, IMPLIED, attr_from_val};
use super::compiled::{Build, Ex, Slot};
use super::kinds::Kind;
use super::matcher::IRRELEVANT_ATTRS;
use super::value::Val;
use crate::pipeline::did_you_mean;

impl Choice<'_> {
    /// What a note says of it.
    pub(super) fn text(&self) -> Option<String> {
        let value = match &self.value.kind {
            ExprKind::OpRef(text) | ExprKind::Word(text) | ExprKind::Str(text) => text.clone(),
            ExprKind::Int(n) => n.to_string(),
            ExprKind::Float(x) => x.to_string(),
            _ => return None,
        };
        Some(format!("`{}` is `{value}`", self.name.text))
    }
}

impl<'a> Compiler<'a> {
    /// Names of families are given once, and are not those of others.
    pub(super) fn check_families(&self) -> Result<()> {
        for (at, choice) in self.env.iter().enumerate() {
            if self.env[..at].iter().any(|other| other.name.text == choice.name.text) {
                let message = format!("`{}` is named by a `for` twice", choice.name.text);
                return self.fault(choice.name.span, message, "give one of the two another name");
            }
        }
        Ok(())
    }

    /// What has a name is mentioned again, unless the name starts with `_`.
    pub(super) fn check_unused(&self) -> Result<()> {
        if let Some(choice) = self.env.iter().find(|choice| choice.uses == 0) {
            let message = format!("`{}` is not used", choice.name.text);
            return self.fault(choice.name.span, message, "leave the family out");
        }
        for var in &self.vars {
            let is_meant = var.name.trim_start_matches('$').starts_with('_');
            if let (0, false, Some(help)) = (var.uses, is_meant, var.unused) {
                let message = format!("`{}` is not used", with_sigil(&var.name));
                return self.fault(var.span, message, help);
            }
        }
        Ok(())
    }

    /// A rule about several operations makes one that has a result for each of them.
    pub(super) fn check_joint(&self, build: &Build, is_joint: bool) -> Result<()> {
        let simpler = self.rule.annotations.iter().find(|note| note.name.text == "simpler");
        match build {
            _ if !is_joint => Ok(()),
            Build::Op(op) if op.projection.is_none() && op.place.is_none() => match simpler {
                Some(note) => {
                    let message = "a rule about several operations cannot be @simpler";
                    self.fault(note.span, message, "leave `@simpler` out: cost decides")
                }
                None => Ok(()),
            },
            _ => self.fault(
                self.rule.span,
                "the right side has to be an operation with a result for each one on the left",
                "end with a split or an unpack of what `let` names",
            ),
        }
    }

    /// A name that is given a value has none before.
    pub(super) fn check_fresh(&self, name: &Name, var: &str) -> Result<()> {
        match self.vars.iter().any(|known| known.name == var) {
            true => {
                let message = format!("`{}` has a value already", with_sigil(var));
                self.fault(name.span, message, "take another name")
            }
            false => Ok(()),
        }
    }

    /// One value is meant where one is wanted, and several where those are.
    pub(super) fn check_number(&self, name: &Name, kind: Kind, wanted: Kind) -> Result<()> {
        match (kind, wanted) {
            (Kind::Values, Kind::Value) => {
                let message = format!("`%{0}` stands for several values", name.text);
                self.fault(name.span, message, format!("write `%{}...`", name.text))
            }
            (Kind::Value, Kind::Values) => {
                let message = format!("`%{0}` stands for one value", name.text);
                self.fault(name.span, message, format!("write `%{}`", name.text))
            }
            _ => Ok(()),
        }
    }

    pub(super) fn unbound<T>(&self, name: &str, span: Span) -> Result<T> {
        let shown = with_sigil(name);
        let other = match name.strip_prefix('$') {
            Some(bare) => bare.to_owned(),
            None => format!("${name}"),
        };
        let help = if self.vars.iter().any(|var| var.name == other) {
            format!("`{}` has one: attributes are written with `$`, values with `%`", with_sigil(&other))
        } else {
            let is_attr = name.starts_with('$');
            let known: Vec<String> = self.vars.iter().map(|var| with_sigil(&var.name)).collect();
            let alike = known.iter().filter(|known| known.starts_with('$') == is_attr);
            did_you_mean(alike.map(String::as_str), &shown)
                .unwrap_or_else(|| "name it on the left side, or with `:=` in an earlier condition".into())
        };
        self.fault(span, format!("`{shown}` has no value here"), help)
    }

    pub(super) fn no_family<T>(&self, name: &Name) -> Result<T> {
        let help = did_you_mean(self.env.iter().map(|choice| choice.name.text.as_str()), &name.text)
            .unwrap_or_else(|| format!("add `for {} in [...]` before the brace", name.text));
        self.fault(name.span, format!("`{}` is not named by a `for`", name.text), help)
    }

    pub(super) fn unknown_op<T>(&self, text: &str, span: Span) -> Result<T> {
        let dialects = self.ctx.dialects();
        let prefix = text.split('.').next().unwrap_or_default();
        let names: Vec<String> = match dialects.get(prefix) {
            Some(dialect) => (dialect.op_names)(),
            None => dialects.iter().flat_map(|dialect| (dialect.op_names)()).collect(),
        };
        let help = did_you_mean(names.iter().map(String::as_str), text)
            .unwrap_or_else(|| "`tfl-opt --show-dialects` lists the dialects".into());
        self.fault(span, format!("no dialect has an operation `{text}`"), help)
    }

    pub(super) fn unknown_word<T>(&self, word: &str, span: Span) -> Result<T> {
        let elems = ElemSet::NAMES.iter().copied();
        let help = did_you_mean(elems.chain(["true", "false"]), word);
        let help = help.unwrap_or_else(|| format!("write \"{word}\" if it is text"));
        self.fault(span, format!("`{word}` means nothing here; text needs quotes"), help)
    }

    /// The row of an attribute.
    pub(super) fn check_attr(&self, spec: &'a OpSpec, attr: &Name) -> Result<&'a AttrSpec> {
        match spec.attr(&attr.text) {
            Some((_, row)) if row.presence == Presence::Derived => {
                let message = format!("attribute `{}` of `{}` is never written", attr.text, spec.name);
                self.fault(
                    attr.span,
                    message,
                    "it follows from types; ask for those, as in `elem(%x) == f32`",
                )
            }
            Some((_, row)) => Ok(row),
            None => {
                let written = spec.attrs.iter().filter(|row| row.presence != Presence::Derived);
                let known: Vec<&str> = written.map(|row| row.name.as_ref()).collect();
                let help = match did_you_mean(known.iter().copied(), &attr.text) {
                    Some(help) => help,
                    None if known.is_empty() => "it has none".into(),
                    None => format!("it has {}", known.join(", ")),
                };
                self.fault(attr.span, format!("`{}` has no attribute `{}`", spec.name, attr.text), help)
            }
        }
    }

    pub(super) fn check_attr_names<'n>(&self, names: impl Iterator<Item = &'n Name>) -> Result<()> {
        let mut known: Vec<&str> = Vec::new();
        for name in names {
            if known.contains(&name.text.as_str()) {
                let message = format!("attribute `{}` is there twice", name.text);
                return self.fault(name.span, message, "keep one of the two");
            }
            known.push(&name.text);
        }
        Ok(())
    }

    /// Attributes that every use has are mentioned: they have no default that the others are at.
    pub(super) fn check_all_required(
        &self,
        spec: &OpSpec,
        given: &[&str],
        span: Span,
        or: &str,
    ) -> Result<()> {
        let is_missing = |row: &&AttrSpec| {
            let name = row.name.as_ref();
            row.presence == Presence::Required
                && name != IMPLIED.0
                && !given.contains(&name)
                && !IRRELEVANT_ATTRS.contains(&name)
        };
        match spec.attrs.iter().find(is_missing) {
            Some(row) => {
                let message =
                    format!("`{}` has an attribute `{}`, which has no default", spec.name, row.name);
                self.fault(span, message, format!("say what it is, {or}"))
            }
            None => Ok(()),
        }
    }

    /// An attribute can be what it is said to be.
    pub(super) fn check_attr_value(
        &self,
        spec: &OpSpec,
        attr: &Name,
        row: &AttrSpec,
        value: &Ex,
        kind: Kind,
        span: Span,
    ) -> Result<()> {
        let fits = match literal(value) {
            Some(value) => attr_from_val(self.ctx, &row.kind, &value).is_some(),
            None => Kind::of_attr(&row.kind).takes(kind),
        };
        if fits {
            return Ok(());
        }
        let message = format!("attribute `{}` of `{}` cannot be this", attr.text, spec.name);
        let help = match (&row.kind, literal(value)) {
            (AttrKind::Enum(words), Some(Val::Str(text))) => {
                let words: Vec<&str> = words.cases.iter().map(|case| case.0).collect();
                did_you_mean(words.iter().copied(), &text)
                    .unwrap_or_else(|| format!("it is one of \"{}\"", words.join("\", \"")))
            }
            (kind, _) => format!("it is {}", Kind::of_attr(kind).text()),
        };
        self.fault(span, message, help)
    }

    /// An operation has as many operands as its row takes.
    pub(super) fn check_operand_count(
        &self,
        spec: &OpSpec,
        span: Span,
        count: usize,
        rests: usize,
    ) -> Result<()> {
        if rests > 1 {
            return self.fault(span, "two `...` in one operand list", "name the others one by one");
        }
        let rows = &spec.operands;
        let least = rows.iter().filter(|row| row.arity == Arity::One).count();
        let is_open = rows.iter().any(|row| !matches!(row.arity, Arity::One | Arity::Optional));
        let most = if is_open { usize::MAX } else { rows.len() };
        if count <= most && (rests == 1 || count >= least) {
            return Ok(());
        }
        let takes = match (least, most) {
            (_, usize::MAX) => format!("at least {least}"),
            (least, most) if least == most => most.to_string(),
            (least, most) => format!("{least} to {most}"),
        };
        let names: Vec<&str> = rows.iter().map(|row| row.name.as_ref()).collect();
        let help = match names.is_empty() {
            true => "write `()`".to_owned(),
            false => format!("they are {}", names.join(", ")),
        };
        self.fault(span, format!("`{}` takes {takes} operands, not {count}", spec.name), help)
    }

    /// One result is meant where one value is wanted.
    pub(super) fn check_projection(
        &self,
        spec: &OpSpec,
        span: Span,
        projection: Option<Projection>,
        is_root: bool,
    ) -> Result<()> {
        let is_fixed = spec.results.iter().all(|row: &ValueSpec| row.arity == Arity::One);
        let count = spec.results.len();
        match projection {
            _ if !is_fixed => Ok(()),
            Some(projection) if projection.index as usize >= count => {
                let message = format!("`{}` has {count} results", spec.name);
                self.fault(projection.span, message, "they are counted from 0")
            }
            None if count != 1 && !is_root => {
                let message = format!("`{}` has {count} results, and one is wanted here", spec.name);
                self.fault(span, message, "write `#0` behind it for the first")
            }
            _ => Ok(()),
        }
    }

    /// The kind of an operator's result; its operands are of kinds that it can work on.
    pub(super) fn check_binary(
        &self,
        op: BinaryOp,
        (a, left): (&Expr, Kind),
        (b, right): (&Expr, Kind),
        value: &Ex,
    ) -> Result<Kind> {
        let both = |wanted: Kind| {
            let wrong = [(a, left), (b, right)].into_iter().find(|(_, kind)| !wanted.takes(*kind));
            match wrong {
                Some((side, kind)) => {
                    let message = format!("{} is wanted here, and this is {}", wanted.text(), kind.text());
                    self.fault(side.span, message, format!("write {}", wanted.text()))
                }
                None => Ok(()),
            }
        };
        let never = |kind: Kind| {
            let span = Span { start: a.span.start, end: b.span.end };
            let message = format!("this can never hold: {} is not {}", left.text(), kind.text());
            self.fault(span, message, format!("compare it with {}", left.text()))
        };
        match op {
            BinaryOp::Or | BinaryOp::And => both(Kind::Bool).map(|()| Kind::Bool),
            BinaryOp::Le | BinaryOp::Ge | BinaryOp::Lt | BinaryOp::Gt => both(Kind::Num).map(|()| Kind::Bool),
            BinaryOp::Eq | BinaryOp::Ne if !left.may_equal(right) => never(right),
            BinaryOp::Eq | BinaryOp::Ne => Ok(Kind::Bool),
            BinaryOp::In => {
                let members: Vec<Kind> = match value {
                    Ex::List(items) => items.iter().map(|item| self.kind_of(item)).collect(),
                    _ if right == Kind::Ints => vec![Kind::Int],
                    _ if !Kind::List.takes(right) => return never(right),
                    _ => Vec::new(),
                };
                match members.iter().find(|&&member| !left.may_equal(member)) {
                    Some(&member) => never(member),
                    None => Ok(Kind::Bool),
                }
            }
            BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div => {
                both(Kind::Num)?;
                Ok(if left == Kind::Int && right == Kind::Int { Kind::Int } else { Kind::Num })
            }
        }
    }

    /// The kind of an expression that was compiled, as far as its outermost part tells.
    fn kind_of(&self, ex: &Ex) -> Kind {
        match ex {
            Ex::Lit(Val::Int(_)) => Kind::Int,
            Ex::Lit(Val::Float(_)) => Kind::Num,
            Ex::Lit(Val::Bool(_)) | Ex::Not(_) => Kind::Bool,
            Ex::Lit(Val::Str(_)) => Kind::Str,
            Ex::Lit(Val::Type(_)) => Kind::Type,
            Ex::Lit(_) | Ex::Binary(..) => Kind::Any,
            Ex::Var(slot) => self.kind_of_var(*slot),
            Ex::List(_) => Kind::List,
            Ex::Call(native, _) => native.result,
        }
    }

    fn kind_of_var(&self, slot: Slot) -> Kind {
        self.vars.get(slot).map_or(Kind::Any, |var| var.kind)
    }
}

/// `$x` or `%x`.
fn with_sigil(name: &str) -> String {
    if name.starts_with('$') { name.to_owned() } else { format!("%{name}") }
}

/// The value of an expression that has the same one wherever it stands.
fn literal(ex: &Ex) -> Option<Val> {
    match ex {
        Ex::Lit(val) => Some(val.clone()),
        Ex::List(items) => Some(Val::List(items.iter().map(literal).collect::<Option<_>>()?)),
        _ => None,
    }
}
