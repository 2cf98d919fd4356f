//! Reading by a format.

use smallvec::SmallVec;

use super::types::{Group, Types};
use super::{AttrForm, Element, Format, Kind, Slot};
use crate::attrs::{Attr, AttrId, DictId};
use crate::diag::Result;
use crate::spec::{Arity, OpSpec};
use crate::text::lexer::Tok;
use crate::text::parser::{OpBuild, Parser};
use crate::types::TypeId;

/// What was read so far.
struct Reader<'f, 's> {
    format: &'f Format,
    spec: &'s OpSpec,
    types: Types,
    /// How many operands each row has.
    counts: SmallVec<[usize; 4]>,
}

impl Format {
    /// Reads what follows the name of an operation of the row `spec`.
    pub(crate) fn parse<'a>(&self, p: &mut Parser<'a>, build: &mut OpBuild<'a>, spec: &OpSpec) -> Result<()> {
        let counts = SmallVec::from_elem(0, self.operands);
        let mut reader = Reader { format: self, spec, types: Types::unknown(self), counts };
        reader.elements(p, build, &self.elements)?;
        reader.finish(p, build)
    }

    /// Whether an operation that starts with `token` after its name is in the generic form without quotes.
    pub(crate) fn is_bare_generic(&self, p: &Parser<'_>) -> bool {
        self.bare && p.at(Tok::LParen)
    }
}

impl Reader<'_, '_> {
    fn elements<'a>(&mut self, p: &mut Parser<'a>, build: &mut OpBuild<'a>, list: &[Element]) -> Result<()> {
        for element in list {
            self.element(p, build, element)?;
        }
        Ok(())
    }

    fn element<'a>(&mut self, p: &mut Parser<'a>, build: &mut OpBuild<'a>, element: &Element) -> Result<()> {
        match &element.kind {
            Kind::Blank => Ok(()),
            Kind::Literal(text) if at_literal(p, text) => {
                p.bump();
                Ok(())
            }
            Kind::Literal(text) => Err(p.unexpected(&format!("`{text}`"))),
            Kind::Operands(rows) => self.operands(p, build, rows.clone()),
            Kind::EachComma(row) => {
                let first = build.unresolved.len();
                while p.at(Tok::Percent) {
                    let operand = p.operand()?;
                    build.unresolved.push(operand);
                    p.expect(Tok::Comma)?;
                }
                self.counts[usize::from(*row)] = build.unresolved.len() - first;
                Ok(())
            }
            Kind::Attr(index, form) => {
                let attr = attr(p, self.spec, form)?;
                build.props.push((p.ctx().str(&self.spec.attrs[*index].name), attr));
                Ok(())
            }
            Kind::AttrDict { keyword } => {
                if !keyword || p.eat_word("attributes") {
                    p.attr_dict(build)?;
                }
                Ok(())
            }
            Kind::Types(slots) => self.type_list(p, slots),
            Kind::Functional(inputs, results) => self.functional(p, inputs, results),
            Kind::Brief(slots) if !p.at(Tok::LParen) => self.type_list(p, slots),
            Kind::Brief(_) => {
                let (inputs, results): (Vec<Slot>, Vec<Slot>) = self.format.all_slots();
                self.functional(p, &inputs, &results)
            }
            Kind::Group(group) => {
                let is_there = group.body.iter().find(|element| !matches!(element.kind, Kind::Blank));
                let is_there = is_there.is_some_and(|element| at_element(p, element));
                self.elements(p, build, if is_there { &group.body } else { &group.otherwise })
            }
        }
    }

    fn operands<'a>(
        &mut self,
        p: &mut Parser<'a>,
        build: &mut OpBuild<'a>,
        rows: std::ops::Range<Slot>,
    ) -> Result<()> {
        let first = build.unresolved.len();
        if rows.len() == 1 && self.format.rows[usize::from(rows.start)].arity == Arity::One {
            let operand = p.operand()?;
            build.unresolved.push(operand);
        } else {
            p.operands(&mut build.unresolved)?;
        }
        let count = build.unresolved.len() - first;
        if rows.len() == 1 {
            self.counts[usize::from(rows.start)] = count;
            return Ok(());
        }
        let Some(sizes) = self.spec.operand_segments(p.ctx(), DictId::EMPTY, count) else {
            return Err(p.error(format!("{count} operands do not fit the operation")));
        };
        self.counts = sizes.into();
        Ok(())
    }

    /// How many values a row has: known of operands that were read, and of rows that are no group.
    fn count(&self, slot: Slot) -> Option<usize> {
        match self.format.rows[usize::from(slot)].arity {
            _ if usize::from(slot) < self.format.operands => Some(self.counts[usize::from(slot)]),
            Arity::One => Some(1),
            _ => None,
        }
    }

    /// Types with commas; a group whose size is not known takes all that are left.
    fn type_list(&mut self, p: &mut Parser<'_>, slots: &[Slot]) -> Result<()> {
        let mut is_first = true;
        for &slot in slots {
            let mut types = Group::new();
            let count = self.count(slot);
            while count.is_none_or(|count| types.len() < count) {
                if !is_first && (count.is_some() || p.at(Tok::Comma)) {
                    p.expect(Tok::Comma)?;
                } else if !is_first {
                    break;
                }
                is_first = false;
                types.push(p.parse_type()?);
            }
            self.types.set(slot, types);
        }
        Ok(())
    }

    /// `(types) -> types`
    fn functional(&mut self, p: &mut Parser<'_>, inputs: &[Slot], results: &[Slot]) -> Result<()> {
        let start = p.token().start;
        let (mut given, mut made) = (Vec::new(), Vec::new());
        p.paren_types(&mut given)?;
        p.expect(Tok::Arrow)?;
        p.type_list_or_one(&mut made)?;
        let mut at = 0;
        for &slot in inputs {
            let count = self.counts[usize::from(slot)];
            let Some(types) = given.get(at..at + count) else { break };
            self.types.set(slot, Group::from_slice(types));
            at += count;
        }
        let expected: usize = inputs.iter().map(|&slot| self.counts[usize::from(slot)]).sum();
        if expected != given.len() {
            let message = format!("the operation has {expected} operands, but its type has {}", given.len());
            return Err(p.error_at(start, p.last_end(), message));
        }
        let sizes = self.spec.result_segments(p.ctx(), DictId::EMPTY, made.len());
        let Some(sizes) = sizes.filter(|sizes| sizes.len() == results.len()) else {
            let message = format!("{} results do not fit the operation", made.len());
            return Err(p.error_at(start, p.last_end(), message));
        };
        let mut at = 0;
        for (&slot, size) in results.iter().zip(sizes) {
            self.types.set(slot, Group::from_slice(&made[at..at + size]));
            at += size;
        }
        Ok(())
    }

    /// Types that follow, and values.
    fn finish<'a>(mut self, p: &mut Parser<'a>, build: &mut OpBuild<'a>) -> Result<()> {
        let ctx = p.ctx();
        let attr = |index: usize| {
            let name = ctx.find_str(&self.spec.attrs[index].name)?;
            build.props.iter().rev().find(|entry| entry.0 == name).map(|entry| entry.1)
        };
        let (format, counts) = (self.format, &self.counts);
        let count = |slot: Slot| counts.get(usize::from(slot)).copied().unwrap_or(1);
        self.types.settle(ctx, self.spec, format, &count, &attr);
        let mut next = 0;
        for (slot, row) in format.rows.iter().enumerate() {
            let types = match self.types.get(slot as Slot) {
                Some(types) => types,
                None if row.arity != Arity::One && (slot >= format.operands || counts[slot] == 0) => {
                    &Group::new()
                }
                None => {
                    let message = format!("the type of `{}` does not follow from what is written", row.name);
                    return Err(p.error_at(build.start(), p.last_end(), message));
                }
            };
            if slot >= format.operands {
                build.results.extend_from_slice(types);
                continue;
            }
            if types.len() != count(slot as Slot) {
                let message = format!("there are {} operands and {} types", count(slot as Slot), types.len());
                return Err(p.error_at(build.start(), p.last_end(), message));
            }
            for &ty in types {
                let value = p.resolve(build.unresolved[next], ty)?;
                build.operands.push(value);
                next += 1;
            }
        }
        build.unresolved.clear();
        Ok(())
    }
}

fn at_literal(p: &Parser<'_>, text: &str) -> bool {
    !p.at(Tok::Str) && p.text_of(p.token()) == text
}

fn at_element(p: &Parser<'_>, element: &Element) -> bool {
    match &element.kind {
        Kind::Literal(text) => at_literal(p, text),
        Kind::Operands(_) | Kind::EachComma(_) => p.at(Tok::Percent),
        Kind::Attr(_, form) => match form {
            AttrForm::Number(_) | AttrForm::Float => {
                matches!(p.token().kind, Tok::Int | Tok::Float | Tok::Minus)
            }
            AttrForm::Word => p.at(Tok::Bare),
            AttrForm::Words(words, _) => words.iter().any(|word| p.at_word(word)),
            AttrForm::Array => p.at(Tok::LSquare),
            AttrForm::Stripped(..) => p.at(Tok::Less),
            AttrForm::Symbol => p.at(Tok::At),
            AttrForm::Typed => {
                matches!(p.token().kind, Tok::Str | Tok::At | Tok::Hash | Tok::Int | Tok::LSquare)
            }
        },
        _ => false,
    }
}

fn attr(p: &mut Parser<'_>, spec: &OpSpec, form: &AttrForm) -> Result<AttrId> {
    let ctx = p.ctx();
    Ok(match form {
        AttrForm::Typed => p.parse_attr()?,
        AttrForm::Number(width) => {
            let signedness = crate::types::Signedness::Signless;
            let ty = ctx.ty(crate::types::Type::Integer { width: *width, signedness });
            p.number_of(ty)?
        }
        AttrForm::Float => p.number_of(TypeId::F32)?,
        AttrForm::Word => ctx.str_attr(p.word()?),
        AttrForm::Array => {
            let mut bytes = Vec::new();
            p.list(Tok::LSquare, Tok::RSquare, |p| {
                bytes.extend_from_slice(&p.signed()?.to_le_bytes());
                Ok(())
            })?;
            ctx.attr(Attr::DenseArray { elem: TypeId::I64, bytes: bytes.into() })
        }
        AttrForm::Words(words, width) => {
            let Some(number) = words.iter().position(|word| p.at_word(word)) else {
                return Err(p.unexpected(&format!("one of {}", words.join(", "))));
            };
            p.bump();
            let signedness = crate::types::Signedness::Signless;
            let ty = ctx.ty(crate::types::Type::Integer { width: *width, signedness });
            ctx.int_attr(number as i128, ty)
        }
        AttrForm::Stripped(mnemonic, _) => {
            let dialect = spec.name.split_once('.').map_or("", |(dialect, _)| dialect);
            let hook = ctx.dialects().hooks(dialect).and_then(|hooks| hooks.parse_attr);
            match hook.map(|parse| parse(p, mnemonic)).transpose()?.flatten() {
                Some(attr) => attr,
                None => {
                    return Err(
                        p.unexpected(&format!("an attribute `#{dialect}.{mnemonic}` without its name"))
                    );
                }
            }
        }
        AttrForm::Symbol => {
            let name = p.symbol_name()?;
            ctx.attr(Attr::String(ctx.bytes(&name)))
        }
    })
}
