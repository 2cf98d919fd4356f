//! Attributes.

use super::types::balanced_end;
use super::{Parser, Tok, Token, parse_unsigned};
use crate::attrs::{Attr, AttrId, DictId};
use crate::diag::Result;
use crate::intern::StrId;
use crate::text::floats;
use crate::types::{FloatKind, Signedness, Type, TypeId};

/// Builtin attributes that are kept as text. A body is needed except where said.
const OPAQUE_WORDS: &[&str] = &["affine_map", "affine_set", "strided", "opaque", "distinct"];

impl<'a> Parser<'a> {
    /// Parses an attribute.
    pub fn parse_attr(&mut self) -> Result<AttrId> {
        self.nested(Self::attr)
    }

    fn attr(&mut self) -> Result<AttrId> {
        match self.tok.kind {
            Tok::Str => {
                let bytes = self.string()?;
                // A typed string says nothing that the type of its user does not.
                if self.eat(Tok::Colon) {
                    self.parse_type()?;
                }
                Ok(self.ctx.attr(Attr::String(self.ctx.bytes(&bytes))))
            }
            Tok::Int | Tok::Float | Tok::Minus => self.number_attr(),
            Tok::LSquare => {
                let mut items = Vec::new();
                self.list(Tok::LSquare, Tok::RSquare, |p| {
                    items.push(p.parse_attr()?);
                    Ok(())
                })?;
                Ok(self.ctx.array_attr(&items))
            }
            Tok::LBrace => {
                let dict = self.dict()?;
                Ok(self.ctx.attr(Attr::Dict(dict)))
            }
            Tok::At => self.symbol_ref(),
            Tok::Hash => self.hash_attr(),
            Tok::Bang | Tok::LParen => {
                let ty = self.parse_type()?;
                Ok(self.ctx.type_attr(ty))
            }
            Tok::Bare => self.word_attr(),
            _ => Err(self.unexpected("an attribute")),
        }
    }

    fn word_attr(&mut self) -> Result<AttrId> {
        let token = self.tok;
        let word = self.text_of(token);
        match word {
            "true" | "false" => {
                self.bump();
                Ok(self.ctx.bool_attr(word == "true"))
            }
            "unit" => {
                self.bump();
                Ok(AttrId::UNIT)
            }
            "dense" => self.dense(),
            "dense_resource" => self.dense_resource(),
            "array" => self.dense_array(),
            "sparse" => self.sparse(),
            "loc" => {
                let loc = self.loc_in_parens()?;
                Ok(self.ctx.attr(Attr::Location(loc)))
            }
            _ if OPAQUE_WORDS.contains(&word) => self.opaque_builtin(token),
            _ if self.at_type() => {
                let ty = self.parse_type()?;
                Ok(self.ctx.type_attr(ty))
            }
            _ => Err(self.unexpected("an attribute")),
        }
    }

    /// `affine_map<...>`, `distinct[0]<...>`
    fn opaque_builtin(&mut self, token: Token) -> Result<AttrId> {
        let mut end = token.end;
        let is_affine = self.text_of(token).starts_with("affine_");
        while matches!(self.bytes().get(end), Some(b'<' | b'[')) {
            let close =
                if is_affine { affine_end(self.bytes(), end) } else { balanced_end(self.bytes(), end) };
            end = close.ok_or_else(|| self.error_at(end, end + 1, "this bracket is not closed"))?;
        }
        let text = self.ctx.str(&self.text[token.start..end]);
        self.seek(end);
        Ok(self.ctx.attr(Attr::Opaque { text, builtin: true }))
    }

    fn symbol_ref(&mut self) -> Result<AttrId> {
        let mut path = Vec::new();
        loop {
            let name = self.symbol_name()?;
            path.push(self.ctx.bytes(&name));
            if !self.eat(Tok::ColonColon) {
                return Ok(self.ctx.attr(Attr::Symbol(path.into())));
            }
        }
    }

    /// `#alias`, `#dialect.mnemonic<...>`, `#dialect<...>`
    fn hash_attr(&mut self) -> Result<AttrId> {
        let token = self.tok;
        let name = &self.text_of(token)[1..];
        if !name.contains('.') && self.bytes().get(token.end) != Some(&b'<') {
            return self.attr_alias(token);
        }
        let dialect = name.split_once('.').map_or(name, |(dialect, _)| dialect);
        let hook = |p: &mut Self, mnemonic: &str| {
            if let Some(parse) = p.hooks_of(dialect).and_then(|hooks| hooks.parse_attr) {
                let found = parse(p, mnemonic)?;
                if found.is_some() {
                    return Ok(found);
                }
            }
            if p.ctx.dialects().get(dialect).is_none() {
                Ok(None)
            } else {
                p.plain_dialect_attr(dialect, mnemonic)
            }
        };
        if let Some(attr) = self.dialect_symbol(name, hook)? {
            return Ok(attr);
        }
        let end = self.skip_body(token.end)?;
        self.seek(end);
        // An attribute with a type of its own carries it after a colon.
        if self.at(Tok::Colon) {
            self.bump();
            self.parse_type()?;
        }
        let end = self.last_end;
        let text = self.opaque_text(token, end)?;
        Ok(self.ctx.attr(Attr::Opaque { text, builtin: false }))
    }

    /// What every dialect has: `#dialect<mnemonic WORD>`, an enumeration, and `#dialect<mnemonic : "0x00">`, bytes.
    fn plain_dialect_attr(&mut self, dialect: &str, mnemonic: &str) -> Result<Option<AttrId>> {
        let param = match self.tok.kind {
            Tok::Bare => {
                let word = self.word()?;
                if !self.at(Tok::Greater) {
                    return Ok(None);
                }
                self.ctx.str_attr(word)
            }
            Tok::Colon => {
                self.bump();
                if !self.at(Tok::Str) {
                    return Ok(None);
                }
                let text = self.string()?;
                let bytes = match text.strip_prefix(b"0x").and_then(super::elements::hex_bytes) {
                    Some(bytes) => bytes,
                    None => text.into_owned(),
                };
                let ty = self.ctx.fixed_tensor(&[bytes.len() as i64], TypeId::UI8);
                self.ctx.elements_attr(self.ctx.const_from_bytes(ty, &bytes))
            }
            _ => return Ok(None),
        };
        let name = self.ctx.str(&format!("{dialect}.{mnemonic}"));
        Ok(Some(self.ctx.attr(Attr::Dialect { name, params: Box::new([param]) })))
    }

    fn number_attr(&mut self) -> Result<AttrId> {
        let (start, negative, token) = self.number_token()?;
        let ty = if self.eat(Tok::Colon) {
            self.parse_type()?
        } else if token.kind == Tok::Int {
            TypeId::I64
        } else {
            TypeId::F64
        };
        self.number_of_type(token, negative, ty).map_err(|message| self.error_at(start, token.end, message))
    }

    /// A number of a type that is not written.
    pub(crate) fn number_of(&mut self, ty: TypeId) -> Result<AttrId> {
        let (start, negative, token) = self.number_token()?;
        self.number_of_type(token, negative, ty).map_err(|message| self.error_at(start, token.end, message))
    }

    /// Where a number starts, whether it has a minus sign, and its digits.
    fn number_token(&mut self) -> Result<(usize, bool, Token)> {
        let start = self.tok.start;
        let negative = self.eat(Tok::Minus);
        if !matches!(self.tok.kind, Tok::Int | Tok::Float) {
            return Err(self.unexpected("a number"));
        }
        Ok((start, negative, self.bump()))
    }

    fn number_of_type(&self, token: Token, negative: bool, ty: TypeId) -> Result<AttrId, String> {
        let text = self.text_of(token);
        match self.ctx.type_of(ty) {
            Type::Float(kind) => {
                let bits = float_bits(text, token.kind, negative, *kind)?;
                let value = floats::decode(*kind, bits);
                if kind.bits() > 64 && !value.is_nan() && floats::encode(*kind, value) != bits {
                    return Err(format!("numbers of {} have no more bits than doubles here", kind.name()));
                }
                Ok(self.ctx.attr(Attr::Float { value: crate::attrs::F64Bits(value.to_bits()), ty }))
            }
            Type::Integer { .. } | Type::Index if token.kind == Tok::Float => {
                Err("an integer type needs an integer".into())
            }
            kind @ (Type::Integer { .. } | Type::Index) => {
                let value = int_of_type(text, negative, kind)?;
                Ok(match ty {
                    TypeId::I1 => self.ctx.bool_attr(value != 0),
                    _ => self.ctx.int_attr(value, ty),
                })
            }
            _ => Err("a number needs an integer or a float type".into()),
        }
    }

    /// `{name = attr, name}`
    pub fn dict(&mut self) -> Result<DictId> {
        let mut entries = Vec::new();
        self.dict_entries(&mut entries)?;
        Ok(self.ctx.dict(entries))
    }

    /// `{name = attr, name}`, entry by entry.
    pub fn dict_entries(&mut self, entries: &mut Vec<(StrId, AttrId)>) -> Result<()> {
        let first = entries.len();
        self.list(Tok::LBrace, Tok::RBrace, |p| {
            let token = p.tok;
            let name = match token.kind {
                Tok::Str => {
                    let bytes = p.string()?;
                    p.ctx.bytes(&bytes)
                }
                Tok::Bare => p.ctx.str(p.word()?),
                _ => return Err(p.unexpected("the name of an attribute")),
            };
            let attr = if p.eat(Tok::Equal) { p.parse_attr()? } else { AttrId::UNIT };
            // Long dictionaries are rare enough for a quadratic check, and huge ones are an attack.
            const CHECKED: usize = 256;
            if entries[first..].iter().take(CHECKED).any(|entry| entry.0 == name) {
                let text = p.text_of(token);
                return Err(p.error_at(token.start, token.end, format!("`{text}` is given twice")));
            }
            entries.push((name, attr));
            Ok(())
        })
    }

    /// The dictionary that follows, or none.
    pub fn optional_dict(&mut self, entries: &mut Vec<(StrId, AttrId)>) -> Result<()> {
        if self.at(Tok::LBrace) { self.dict_entries(entries) } else { Ok(()) }
    }
}

/// The end of the `<...>` of an affine map or set that opens at byte `open`. What is in parentheses may compare.
fn affine_end(bytes: &[u8], open: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (i, &byte) in bytes.iter().enumerate().skip(open + 1) {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.checked_sub(1)?,
            b'>' if depth == 0 && bytes[i - 1] != b'-' => return Some(i + 1),
            b'"' | b'{' | b'}' => return None,
            _ => {}
        }
    }
    None
}

/// The value of an integer literal in a type. A literal that is too wide for a signless type's sign but not for its
/// width reads as MLIR reads it, modulo: `255 : i8` is `-1`. Of wider types than 128 bits, values have 127.
pub(super) fn int_of_type(text: &str, negative: bool, ty: &Type) -> Result<i128, String> {
    let (width, signedness) = match ty {
        Type::Integer { width, signedness } => (*width, *signedness),
        _ => (64, Signedness::Signed),
    };
    let too_large = || format!("the integer does not fit into {width} bits");
    let value = parse_unsigned(text).ok_or_else(too_large)?;
    let bits = width.min(i128::BITS);
    if bits == 0 {
        return if value == 0 { Ok(0) } else { Err(too_large()) };
    }
    let (half, spare) = (1u128 << (bits - 1), i128::BITS - bits);
    if negative {
        return match signedness {
            Signedness::Unsigned if value != 0 => Err("an unsigned integer is not negative".into()),
            _ if value > half => Err(too_large()),
            _ => Ok((value as i128).wrapping_neg()),
        };
    }
    match signedness {
        _ if value > u128::MAX >> spare || (width > i128::BITS && value >= half) => Err(too_large()),
        Signedness::Signed if value >= half => Err(too_large()),
        Signedness::Signless if width > 1 => Ok((value << spare) as i128 >> spare),
        _ => Ok(value as i128),
    }
}

/// The bits of a float literal. A hexadecimal integer is the bits.
pub(super) fn float_bits(text: &str, token: Tok, negative: bool, kind: FloatKind) -> Result<u128, String> {
    if token == Tok::Int {
        let Some(hex) = text.strip_prefix("0x") else {
            return Err("a float type needs a number with a point".into());
        };
        let bits = u128::from_str_radix(hex, 16).ok();
        let bits = bits.filter(|&bits| kind.bits() >= u128::BITS || bits >> kind.bits() == 0);
        return match bits {
            Some(bits) if !negative => Ok(bits),
            Some(_) => Err("the bits of a float have no sign".into()),
            None => Err(format!("the bits are more than {} has", kind.name())),
        };
    }
    let value: f64 = text.parse().map_err(|_| "this is no number".to_owned())?;
    let value = if negative { -value } else { value };
    // Through a double, as in MLIR.
    Ok(floats::encode(kind, value))
}
