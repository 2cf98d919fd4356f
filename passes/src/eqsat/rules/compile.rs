//! Rules with names resolved: one [`Compiled`] for each choice of the families, variables as slots.

use core_ir::diag::{Diagnostic, Result};
use core_ir::{AttrId, Context, OpName, StrId, TypeId};

use super::ast::{self, AttrMatch, BinaryOp, Condition, Expr, Pattern, Term};
use super::value::{Native, Val, native};

/// How far the two sides of a rule may differ.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub enum Exactness {
    /// Bit by bit, up to the payload of NaN and the sign of zero.
    Exact,
    /// By the order of float operations.
    Reassoc,
    /// By this many units in the last place.
    Ulp(f64),
    /// By this much, relative to the largest element.
    Approx(f64),
}

/// What a rule is for. Sets run in this order over one e-graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuleSet {
    /// Simpler forms of one dialect.
    Canon,
    /// From one dialect to another.
    Legalize,
    /// Several operations into one.
    Fuse,
}

/// An attribute that has no default but a value that goes without saying, on either side of a rule.
const IMPLIED: (&str, &str) = ("fused_activation_function", "NONE");

fn is_simpler(note: &ast::Annotation) -> bool {
    note.name == "simpler" && note.argument.is_none()
}

/// Where a variable's value is kept.
pub type Slot = usize;

/// A rule ready to run.
#[derive(Debug)]
pub struct Compiled {
    /// The rule's name.
    pub name: String,
    /// The rule's documentation.
    pub doc: String,
    /// How exact it is.
    pub exactness: Exactness,
    /// What it is for.
    pub set: RuleSet,
    /// Whether the right side is the simpler one wherever the left side stands.
    pub simpler: bool,
    /// `file:line`
    pub place: String,
    /// The left side.
    pub pattern: OpPat,
    /// The conditions in order.
    pub conditions: Vec<Cond>,
    /// Values made before the right side, in order.
    pub lets: Vec<(Slot, Build)>,
    /// The right side.
    pub build: Build,
    /// How many slots there are.
    pub slots: usize,
    /// The slot of `%root`.
    pub root: Slot,
}

/// A pattern.
#[derive(Debug)]
pub enum Pat {
    /// Any value, kept in a slot or equal to what is there.
    Var(Slot),
    /// All operands up to those that later patterns need.
    Rest(Slot),
    /// An operation.
    Op(Box<OpPat>),
}

/// An operation in a pattern.
#[derive(Debug)]
pub struct OpPat {
    /// Its name.
    pub name: OpName,
    /// The slot for its value.
    pub bind: Option<Slot>,
    /// Its operands.
    pub operands: Vec<Pat>,
    /// Its attributes by name.
    pub attrs: Vec<(String, AttrPat)>,
    /// Whether other attributes may be anything, and the slot for them.
    pub rest: Option<Option<Slot>>,
    /// Which result is meant.
    pub projection: Option<u32>,
    /// Whether the first two operands may be swapped.
    pub commutative: bool,
    /// The slot for the number of an operation with effects.
    pub place: Option<Slot>,
}

/// What an attribute must be.
#[derive(Debug)]
pub enum AttrPat {
    /// Anything.
    Bind(Slot),
    /// One of a list.
    OneOf(Slot, Ex),
    /// This.
    Is(Ex),
}

/// A condition.
#[derive(Debug)]
pub enum Cond {
    /// Keeps the value of an expression.
    Let(Slot, Ex, String),
    /// Must be true.
    Holds(Ex, String),
}

/// What is built.
#[derive(Debug)]
pub enum Build {
    /// A value.
    Var(Slot),
    /// Several operands.
    Rest(Slot),
    /// An operation.
    Op(Box<OpBuild>),
    /// A constant: elements, element type, shape.
    Const(Ex, Ex, Option<Ex>),
    /// No operand.
    None,
}

/// An operation to build.
#[derive(Debug)]
pub struct OpBuild {
    /// Its name.
    pub name: OpName,
    /// Its operands.
    pub operands: Vec<Build>,
    /// Its attributes.
    pub attrs: Vec<(StrId, Ex)>,
    /// Attributes taken over.
    pub rest: Option<Slot>,
    /// Its type or its element type, where it is given.
    pub ty: Option<Ex>,
    /// Which result is meant.
    pub projection: Option<u32>,
    /// The slot with the number of an operation with effects, whose place this one takes.
    pub place: Option<Slot>,
}

/// An expression.
#[derive(Debug)]
pub enum Ex {
    /// A value known at load time.
    Lit(Val),
    /// A variable.
    Var(Slot),
    /// A list.
    List(Vec<Ex>),
    /// A function call.
    Call(&'static Native, Vec<Ex>),
    /// An operator.
    Binary(BinaryOp, Box<Ex>, Box<Ex>),
    /// Negation.
    Not(Box<Ex>),
}

/// Compiles a rule for every choice of its families.
pub fn compile(ctx: &Context, rule: &ast::Rule) -> Result<Vec<Compiled>> {
    let mut choices: Vec<Vec<(String, Expr)>> = vec![Vec::new()];
    for family in &rule.families {
        let each = |env: &Vec<(String, Expr)>| {
            family
                .choices
                .iter()
                .map(|choice| {
                    let pairs = family.names.iter().cloned().zip(choice.iter().cloned());
                    env.iter().cloned().chain(pairs).collect()
                })
                .collect::<Vec<_>>()
        };
        choices = choices.iter().flat_map(each).collect();
    }
    choices.into_iter().map(|env| Compiler { ctx, rule, env, names: Vec::new() }.run()).collect()
}

struct Compiler<'a> {
    ctx: &'a Context,
    rule: &'a ast::Rule,
    env: Vec<(String, Expr)>,
    names: Vec<String>,
}

impl Compiler<'_> {
    fn fault<T>(&self, message: String) -> Result<T> {
        let place = format!("{}:{}", self.rule.file, self.rule.line);
        Diagnostic::error("rule", format!("rule `{}`: {message}", self.rule.name))
            .note(format!("it stands at {place}"))
            .err()
    }

    fn run(mut self) -> Result<Compiled> {
        let (exactness, set) = self.annotations()?;
        let root = self.slot("root");
        let Pattern::Op(pattern) = &self.rule.pattern else {
            return self.fault("the left side must be an operation".into());
        };
        let pattern = self.op_pattern(pattern, true)?;
        let mut conditions = Vec::new();
        for condition in &self.rule.conditions {
            conditions.push(match condition {
                Condition::Let(name, value) => {
                    let value = self.expr(value)?;
                    Cond::Let(self.slot(&format!("${name}")), value, format!("${name}"))
                }
                Condition::Holds(value, text) => Cond::Holds(self.expr(value)?, text.clone()),
            });
        }
        let mut lets = Vec::new();
        for (name, term) in &self.rule.lets {
            let build = self.term(term, false)?;
            lets.push((self.slot(name), build));
        }
        let build = self.term(&self.rule.term, true)?;
        let keeps_effects = matches!(&build, Build::Op(op) if op.place.is_some());
        if pattern.place.is_some() != keeps_effects {
            return self.fault(
                "an operation with effects can become one with effects only, and the other way round".into(),
            );
        }
        let suffix = match self.env.first() {
            Some((_, Expr::OpRef(op))) => format!("/{op}"),
            Some((_, Expr::Word(word) | Expr::Str(word))) => format!("/{word}"),
            _ => String::new(),
        };
        Ok(Compiled {
            name: format!("{}{suffix}", self.rule.name),
            doc: self.rule.doc.clone(),
            exactness,
            set,
            simpler: self.rule.annotations.iter().any(is_simpler),
            place: format!("{}:{}", self.rule.file, self.rule.line),
            pattern,
            conditions,
            lets,
            build,
            slots: self.names.len(),
            root,
        })
    }

    fn annotations(&self) -> Result<(Exactness, RuleSet)> {
        let (mut exactness, mut set) = (None, None);
        for note in self.rule.annotations.iter().filter(|note| !is_simpler(note)) {
            match (note.name.as_str(), note.argument) {
                ("exact", None) => exactness = Some(Exactness::Exact),
                ("reassoc", None) => exactness = Some(Exactness::Reassoc),
                ("ulp", Some(n)) => exactness = Some(Exactness::Ulp(n)),
                ("approx", Some(tolerance)) => exactness = Some(Exactness::Approx(tolerance)),
                ("canon", None) => set = Some(RuleSet::Canon),
                ("legalize", None) => set = Some(RuleSet::Legalize),
                ("fuse", None) => set = Some(RuleSet::Fuse),
                (other, _) => {
                    return self.fault(format!("`@{other}` is not an annotation, or lacks its number"));
                }
            }
        }
        match (exactness, set) {
            (Some(exactness), Some(set)) => Ok((exactness, set)),
            (None, _) => {
                self.fault("says not how exact it is: @exact, @reassoc, @ulp(n) or @approx(tolerance)".into())
            }
            (_, None) => self.fault("says not what it is for: @canon, @legalize or @fuse".into()),
        }
    }

    /// Attribute variables are kept apart from values by their sigil.
    fn slot(&mut self, name: &str) -> Slot {
        self.names.iter().position(|n| n == name).unwrap_or_else(|| {
            self.names.push(name.into());
            self.names.len() - 1
        })
    }

    fn known(&self, name: &str) -> Result<Slot> {
        match self.names.iter().position(|n| n == name) {
            Some(slot) => Ok(slot),
            None => self
                .fault(format!("`{}{name}` has no value here", if name.starts_with('$') { "" } else { "%" })),
        }
    }

    fn op(&self, name: &str) -> Result<OpName> {
        let name = match self.env.iter().find(|(family, _)| family == name) {
            Some((_, Expr::OpRef(op))) => op,
            Some(_) => return self.fault(format!("`{name}` does not stand for an operation")),
            None => name,
        };
        let op = self.ctx.op_name(name);
        match self.ctx.op_spec(op) {
            Some(_) => Ok(op),
            None => self.fault(format!("no dialect has an operation `{name}`")),
        }
    }

    fn check_attr(&self, op: OpName, attr: &str) -> Result<()> {
        match self.ctx.op_spec(op).and_then(|spec| spec.attr(attr)) {
            Some(_) => Ok(()),
            None => self.fault(format!("`{}` has no attribute `{attr}`", self.ctx.op_text(op))),
        }
    }

    /// The slot for the number of an operation with effects, which only stands at the root; none for others.
    fn place(&mut self, op: OpName, is_root: bool) -> Result<Option<Slot>> {
        let is_pure = self.ctx.op_spec(op).is_some_and(|spec| spec.traits.has(core_ir::spec::Traits::PURE));
        match (is_pure, is_root) {
            (true, _) => Ok(None),
            (false, true) => Ok(Some(self.slot("#place"))),
            (false, false) => {
                self.fault(format!("`{}` has effects, so it can only stand outermost", self.ctx.op_text(op)))
            }
        }
    }

    fn op_pattern(&mut self, pattern: &ast::OpPattern, is_root: bool) -> Result<OpPat> {
        let name = self.op(&pattern.name)?;
        let place = self.place(name, is_root)?;
        let mut attrs = Vec::new();
        for (attr, matcher) in &pattern.attrs {
            self.check_attr(name, attr)?;
            let matcher = match matcher {
                AttrMatch::Bind(var) => AttrPat::Bind(self.slot(&format!("${var}"))),
                AttrMatch::OneOf(var, list) => {
                    let list = self.expr(list)?;
                    AttrPat::OneOf(self.slot(&format!("${var}")), list)
                }
                AttrMatch::Is(value) => {
                    self.bind_inside(value);
                    AttrPat::Is(self.expr(value)?)
                }
            };
            attrs.push((attr.clone(), matcher));
        }
        let (attr, value) = IMPLIED;
        let is_mentioned = pattern.rest.is_some() || attrs.iter().any(|(mentioned, _)| mentioned == attr);
        if !is_mentioned && self.check_attr(name, attr).is_ok() {
            attrs.push((attr.into(), AttrPat::Is(Ex::Lit(Val::Str(value.into())))));
        }
        let operands =
            pattern.operands.iter().map(|operand| self.pattern(operand)).collect::<Result<Vec<_>>>()?;
        if operands.iter().filter(|operand| matches!(operand, Pat::Rest(_))).count() > 1 {
            return self.fault("two `...` in one operand list".into());
        }
        let bind = pattern.bind.as_ref().map(|bind| self.slot(bind));
        let rest = pattern.rest.as_ref().map(|rest| rest.as_ref().map(|rest| self.slot(&format!("${rest}"))));
        let commutative =
            self.ctx.op_spec(name).is_some_and(|spec| spec.traits.has(core_ir::spec::Traits::COMMUTATIVE));
        let projection = pattern.projection;
        Ok(OpPat { name, bind, operands, attrs, rest, projection, commutative, place })
    }

    /// `[1, $h, $w, 1]` in a pattern gives `$h` and `$w` their values.
    fn bind_inside(&mut self, value: &Expr) {
        match value {
            Expr::Attr(name) => {
                self.slot(&format!("${name}"));
            }
            Expr::List(items) => items.iter().for_each(|item| self.bind_inside(item)),
            _ => {}
        }
    }

    fn pattern(&mut self, pattern: &Pattern) -> Result<Pat> {
        Ok(match pattern {
            Pattern::Value(name) => Pat::Var(self.slot(name)),
            Pattern::Rest(name) => Pat::Rest(self.slot(name)),
            Pattern::Op(op) => Pat::Op(Box::new(self.op_pattern(op, false)?)),
        })
    }

    fn term(&mut self, term: &Term, is_root: bool) -> Result<Build> {
        Ok(match term {
            Term::Value(name) => Build::Var(self.known(name)?),
            Term::Rest(name) => Build::Rest(self.known(name)?),
            Term::None => Build::None,
            Term::Const(parts) => match parts.as_slice() {
                [value, elem] => Build::Const(self.expr(value)?, self.expr(elem)?, None),
                [value, elem, shape] => {
                    Build::Const(self.expr(value)?, self.expr(elem)?, Some(self.expr(shape)?))
                }
                _ => return self.fault("`const` takes elements, an element type and perhaps a shape".into()),
            },
            Term::Op(op) => {
                let name = self.op(&op.name)?;
                let mut attrs = Vec::new();
                for (attr, value) in &op.attrs {
                    self.check_attr(name, attr)?;
                    attrs.push((self.ctx.str(attr), self.expr(value)?));
                }
                let (attr, value) = IMPLIED;
                let is_mentioned =
                    op.rest.is_some() || op.attrs.iter().any(|(mentioned, _)| mentioned == attr);
                if !is_mentioned && self.check_attr(name, attr).is_ok() {
                    attrs.push((self.ctx.str(attr), Ex::Lit(Val::Str(value.into()))));
                }
                let operands =
                    op.operands.iter().map(|operand| self.term(operand, false)).collect::<Result<_>>()?;
                let rest = op.rest.as_ref().map(|rest| self.known(&format!("${rest}"))).transpose()?;
                let ty = op.ty.as_ref().map(|ty| self.expr(ty)).transpose()?;
                let (projection, place) = (op.projection, self.place(name, is_root)?);
                Build::Op(Box::new(OpBuild { name, operands, attrs, rest, ty, projection, place }))
            }
        })
    }

    fn expr(&self, expr: &Expr) -> Result<Ex> {
        Ok(match expr {
            Expr::Int(n) => Ex::Lit(Val::int(*n)),
            Expr::Float(x) => Ex::Lit(Val::Float(*x)),
            Expr::Str(text) => Ex::Lit(Val::Str(text.clone())),
            Expr::Word(word) => match (word.as_str(), self.elem_type(word)) {
                ("true", _) => Ex::Lit(Val::Bool(true)),
                ("false", _) => Ex::Lit(Val::Bool(false)),
                (_, Some(ty)) => Ex::Lit(Val::Type(ty)),
                _ => return self.fault(format!("`{word}` means nothing here; text needs quotes")),
            },
            Expr::OpRef(name) => return self.fault(format!("operation `{name}` is no value")),
            Expr::Family(name) => match self.env.iter().find(|(family, _)| family == name) {
                Some((_, value)) => self.expr(value)?,
                None => return self.fault(format!("`{name}` is not named by a `for`")),
            },
            Expr::Attr(name) => Ex::Var(self.known(&format!("${name}"))?),
            Expr::Value(name) => Ex::Var(self.known(name)?),
            Expr::List(items) => {
                let items = items.iter().map(|item| self.expr(item)).collect::<Result<Vec<_>>>()?;
                Ex::List(items)
            }
            Expr::Call(name, args) => {
                let Some(native) = native(name) else {
                    return self.fault(format!("there is no function `{name}`"));
                };
                if native.arity != args.len() {
                    return self.fault(format!(
                        "`{name}` takes {} arguments, not {}",
                        native.arity,
                        args.len()
                    ));
                }
                Ex::Call(native, args.iter().map(|arg| self.expr(arg)).collect::<Result<_>>()?)
            }
            Expr::Binary(op, a, b) => Ex::Binary(*op, Box::new(self.expr(a)?), Box::new(self.expr(b)?)),
            Expr::Not(a) => Ex::Not(Box::new(self.expr(a)?)),
        })
    }

    fn elem_type(&self, word: &str) -> Option<TypeId> {
        self.ctx.elem_named(word)
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
