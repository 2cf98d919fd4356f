//! From the text of a format to its pieces.

use super::{Anchor, AttrForm, Element, Format, Group, Kind, Row, Rule, Slot, Source};
use crate::spec::{Arity, AttrKind, OpSpec, Traits};
use crate::text::lexer::is_word;

pub(super) fn compile(spec: &'static OpSpec, text: &str, bare: bool) -> Result<Format, String> {
    let (layout, rules) = text.split_once(';').unwrap_or((text, ""));
    let values = spec.operands.iter().chain(spec.results.iter());
    let rows: Box<[Row]> = values.map(|value| Row { name: &value.name, arity: value.arity }).collect();
    let mut compiler = Compiler {
        spec,
        rows: &rows,
        rest: layout.trim(),
        printed: Vec::new(),
        anchor: None,
        space: true,
        punctuation: false,
    };
    let elements = compiler.elements()?;
    if !compiler.rest.is_empty() {
        return Err(format!("has `{}` after its end", compiler.rest));
    }
    let rules = rules.split(',').map(str::trim).filter(|rule| !rule.is_empty());
    let rules = rules.map(|rule| compiler.rule(rule)).collect::<Result<_, _>>()?;
    let printed = compiler.printed.iter().map(|&attr| &*spec.attrs[attr].name).collect();
    let plain = rows.iter().all(|row| row.arity == Arity::One);
    let format = Format { elements, rules, operands: spec.operands.len(), plain, printed, bare, rows };
    says_everything(spec, &format)?;
    Ok(format)
}

struct Compiler<'t> {
    spec: &'static OpSpec,
    rows: &'t [Row],
    rest: &'t str,
    printed: Vec<usize>,
    /// The anchor of the group that is being read.
    anchor: Option<Anchor>,
    /// Whether a blank may come next, and whether punctuation was last: MLIR's rules for blanks.
    space: bool,
    punctuation: bool,
}

impl Compiler<'_> {
    fn elements(&mut self) -> Result<Box<[Element]>, String> {
        let mut list = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.is_empty() || self.rest.starts_with(')') {
                return Ok(list.into());
            }
            if let Some(element) = self.element()? {
                list.push(element);
            }
        }
    }

    fn element(&mut self) -> Result<Option<Element>, String> {
        if let Some(rest) = self.rest.strip_prefix('`') {
            let (literal, rest) = rest.split_once('`').ok_or("has a literal without an end")?;
            self.rest = rest;
            return Ok(self.literal(literal));
        }
        if self.rest.starts_with('(') {
            return self.group().map(Some);
        }
        let kind = self.directive()?;
        if self.rest.starts_with('^') {
            self.rest = &self.rest[1..];
            self.anchor = Some(match &kind {
                Kind::Operands(rows) => Anchor::Value(rows.start),
                Kind::EachComma(row) => Anchor::Value(*row),
                Kind::Attr(attr, _) => Anchor::Attr(*attr),
                Kind::Types(slots) if slots.len() == 1 => Anchor::Value(slots[0]),
                _ => return Err("has an anchor that is neither an operand nor an attribute".into()),
            });
        }
        // A dictionary brings its own blank.
        let brings_blank = matches!(kind, Kind::AttrDict { .. });
        let space = !brings_blank && (self.space || !self.punctuation);
        self.punctuation = false;
        self.space |= !brings_blank;
        Ok(Some(Element { kind, space }))
    }

    fn literal(&mut self, text: &str) -> Option<Element> {
        if text.trim().is_empty() {
            self.punctuation = text.is_empty();
            self.space = false;
            return (!text.is_empty()).then_some(Element { kind: Kind::Blank, space: false });
        }
        let one = text.len() == 1;
        let clings = match (one || text == "->", self.punctuation) {
            (false, _) => false,
            (true, true) => one && ">)}],".contains(text),
            (true, false) => one && "<>(){}[],".contains(text),
        };
        let space = self.space && !clings;
        self.space = !(one && "<({[".contains(text));
        self.punctuation = !text.starts_with(|c: char| c == '_' || c.is_ascii_alphabetic());
        Some(Element { kind: Kind::Literal(text.into()), space })
    }

    fn group(&mut self) -> Result<Element, String> {
        let outer = self.anchor.take();
        self.rest = &self.rest[1..];
        let body = self.elements()?;
        self.expect(")")?;
        let otherwise = match self.rest.strip_prefix(":(") {
            Some(rest) => {
                self.rest = rest;
                let elements = self.elements()?;
                self.expect(")")?;
                elements
            }
            None => Box::default(),
        };
        self.expect("?")?;
        let anchor = std::mem::replace(&mut self.anchor, outer).ok_or("has a group without an anchor")?;
        Ok(Element { kind: Kind::Group(Group { anchor, body, otherwise }), space: false })
    }

    fn expect(&mut self, text: &str) -> Result<(), String> {
        let rest = self.rest.trim_start().strip_prefix(text);
        self.rest = rest.ok_or_else(|| format!("has `{}` where `{text}` is expected", self.rest))?;
        Ok(())
    }

    fn word(&mut self) -> &str {
        let end = self.rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'));
        let (word, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        word
    }

    /// What stands in parentheses.
    fn arguments(&mut self) -> Result<&str, String> {
        self.expect("(")?;
        let (inside, rest) = self.rest.split_once(')').ok_or("has a `(` without an end")?;
        self.rest = rest;
        Ok(inside)
    }

    fn directive(&mut self) -> Result<Kind, String> {
        if let Some(rest) = self.rest.strip_prefix('$') {
            self.rest = rest;
            let name = self.word().to_owned();
            if let Some(row) = self.spec.operands.iter().position(|row| row.name == name) {
                let row = row as Slot;
                return Ok(Kind::Operands(row..row + 1));
            }
            let attr = self.attr(&name)?;
            return Ok(Kind::Attr(attr, form_of(&self.spec.attrs[attr].kind)));
        }
        let word = self.word().to_owned();
        let operands = self.spec.operands.len() as Slot;
        Ok(match word.as_str() {
            "operands" => Kind::Operands(0..operands),
            "attr-dict" => Kind::AttrDict { keyword: false },
            "attr-dict-with-keyword" => Kind::AttrDict { keyword: true },
            "type" => Kind::Types(self.slots()?),
            "brief-type" => Kind::Brief(self.slots()?),
            "functional-type" => {
                let slots = self.slots()?;
                let (inputs, results): (Vec<Slot>, Vec<Slot>) =
                    slots.iter().partition(|&&slot| slot < operands);
                Kind::Functional(inputs.into(), results.into())
            }
            "each-comma" => match *self.slots()? {
                [row] => Kind::EachComma(row),
                _ => return Err("puts commas after other than one group".into()),
            },
            "array" | "symbol" | "stripped" | "words" => {
                let arguments = self.arguments()?.to_owned();
                let (name, more) = arguments.split_once(',').unwrap_or((&arguments, ""));
                let attr = self.attr(name.trim().trim_start_matches('$'))?;
                let form = match word.as_str() {
                    "array" => AttrForm::Array,
                    "symbol" => AttrForm::Symbol,
                    "stripped" => {
                        let (mnemonic, missing) = more.split_once(',').unwrap_or((more, ""));
                        AttrForm::Stripped(mnemonic.trim().into(), missing.trim().into())
                    }
                    _ => {
                        let width = match self.spec.attrs[attr].kind {
                            AttrKind::Int(width) => width.into(),
                            _ => 64,
                        };
                        AttrForm::Words(more.split_whitespace().map(Into::into).collect(), width)
                    }
                };
                Kind::Attr(attr, form)
            }
            other => return Err(format!("has the unknown word `{other}`")),
        })
    }

    fn attr(&mut self, name: &str) -> Result<usize, String> {
        let (index, _) =
            self.spec.attr(name).ok_or_else(|| format!("names `{name}`, which the row has not"))?;
        self.printed.push(index);
        Ok(index)
    }

    fn slot(&self, name: &str) -> Result<Slot, String> {
        let at = self.rows.iter().position(|row| row.name == name);
        at.map(|at| at as Slot).ok_or_else(|| format!("names `{name}`, which is no value of the row"))
    }

    fn slots(&mut self) -> Result<Box<[Slot]>, String> {
        let inside = self.arguments()?.to_owned();
        let (operands, all) = (self.spec.operands.len() as Slot, self.rows.len() as Slot);
        let mut slots = Vec::new();
        for name in inside.split(',').map(str::trim) {
            match name {
                "operands" => slots.extend(0..operands),
                "results" => slots.extend(operands..all),
                name => slots.push(self.slot(name.trim_start_matches('$'))?),
            }
        }
        Ok(slots.into())
    }

    /// `result = bool(lhs)`
    fn rule(&self, text: &str) -> Result<Rule, String> {
        let (target, source) = text.split_once('=').ok_or_else(|| format!("has the rule `{text}`"))?;
        let (target, source) = (self.slot(target.trim())?, source.trim());
        let call = source.strip_suffix(')').and_then(|call| call.split_once('('));
        let source = match call {
            Some(("same", of)) => Source::Same(self.slot(of)?),
            Some(("elem", of)) => Source::Elem(self.slot(of)?),
            Some(("bool", of)) => Source::Bool(self.slot(of)?),
            Some(("inputs", of)) => Source::Inputs(self.slot(of)?),
            Some(("outputs", of)) => Source::Outputs(self.slot(of)?),
            Some(("parts", of)) => Source::Parts(self.slot(of)?),
            Some(("attr", of)) => {
                let attr =
                    self.spec.attr(of).ok_or_else(|| format!("names `{of}`, which is no attribute"))?;
                Source::Attr(attr.0)
            }
            _ => Source::Type(source.into()),
        };
        Ok(Rule { target, source })
    }
}

/// How an attribute is written whose kind says its type.
fn form_of(kind: &AttrKind) -> AttrForm {
    match kind {
        AttrKind::Int(width) => AttrForm::Number((*width).into()),
        AttrKind::F32 => AttrForm::Float,
        AttrKind::Enum(words) if words.mnemonic.is_some() => AttrForm::Word,
        _ => AttrForm::Typed,
    }
}

/// Checks that every operand is written, and that every type is written or follows.
fn says_everything(spec: &OpSpec, format: &Format) -> Result<(), String> {
    let mut written = vec![false; format.operands];
    let mut typed = vec![false; format.rows.len()];
    visit(&format.elements, &mut written, &mut typed);
    if !in_order(&format.elements, &mut 0) {
        return Err("writes operands in another order than the row".into());
    }
    if let Some(missing) = written.iter().position(|&is| !is) {
        return Err(format!("does not write operand `{}`", format.rows[missing].name));
    }
    for rule in &format.rules {
        typed[usize::from(rule.target)] = true;
    }
    let follow = spec.traits.has(Traits::SAME_TYPE) && (typed.contains(&true) || typed.is_empty());
    match typed.iter().position(|&is| !is) {
        Some(missing) if !follow => Err(format!("does not say the type of `{}`", format.rows[missing].name)),
        _ => literals_are_tokens(&format.elements),
    }
}

fn visit(elements: &[Element], written: &mut [bool], typed: &mut [bool]) {
    for element in elements {
        match &element.kind {
            Kind::Operands(rows) => rows.clone().for_each(|row| written[usize::from(row)] = true),
            Kind::EachComma(row) => written[usize::from(*row)] = true,
            Kind::Types(slots) | Kind::Brief(slots) => {
                slots.iter().for_each(|&slot| typed[usize::from(slot)] = true);
            }
            Kind::Functional(inputs, results) => {
                inputs.iter().chain(results).for_each(|&slot| typed[usize::from(slot)] = true);
            }
            Kind::Group(group) => {
                visit(&group.body, written, typed);
                visit(&group.otherwise, written, typed);
            }
            Kind::Literal(_) | Kind::Blank | Kind::Attr(..) | Kind::AttrDict { .. } => {}
        }
    }
}

/// Whether operands come in the order of the row, which is how they are read.
fn in_order(elements: &[Element], next: &mut Slot) -> bool {
    elements.iter().all(|element| {
        let rows = match &element.kind {
            Kind::Operands(rows) => rows.clone(),
            Kind::EachComma(row) => *row..*row + 1,
            Kind::Group(group) => return in_order(&group.body, next) && in_order(&group.otherwise, next),
            _ => return true,
        };
        let is_next = rows.start == *next;
        *next = rows.end;
        is_next
    })
}

/// A literal is one word or one token, so that it reads back.
fn literals_are_tokens(elements: &[Element]) -> Result<(), String> {
    const TOKENS: &[&str] =
        &[":", ",", "=", "->", "(", ")", "[", "]", "{", "}", "<", ">", "?", "*", "+", "|", "/"];
    for element in elements {
        match &element.kind {
            Kind::Literal(text) if !is_word(text.as_bytes()) && !TOKENS.contains(&&**text) => {
                return Err(format!("has the literal `{text}`, which is no token"));
            }
            Kind::Group(group) => {
                literals_are_tokens(&group.body)?;
                literals_are_tokens(&group.otherwise)?;
            }
            _ => {}
        }
    }
    Ok(())
}
