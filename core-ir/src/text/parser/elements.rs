//! Tensors as attributes: `dense`, `dense_resource`, `array`.

use std::sync::Arc;

use super::attrs::{float_bits, int_of_type};
use super::{Parser, Tok, Token};
use crate::attrs::{Attr, AttrId};
use crate::consts::ConstData;
use crate::diag::Result;
use crate::text::lexer::hex_digit;
use crate::types::{FloatKind, Signedness, Type, TypeId};

/// How deep a `dense` literal may nest: more than the rank of any tensor that a program means.
const MAX_RANK: usize = 64;
/// A splat of strings is held string by string.
const MAX_STRING_SPLAT: usize = 1 << 20;

/// A `dense` literal before its type is known.
#[derive(Default)]
struct Literal {
    items: Vec<(Token, bool)>,
    /// How many entries each level has.
    shape: Vec<usize>,
    /// Whether items come in pairs, `(re, im)`.
    complex: bool,
}

/// How the elements of a constant are encoded.
#[derive(Clone, Copy)]
enum Encoding<'c> {
    Int(&'c Type, usize),
    Float(FloatKind, usize),
    Str,
}

impl<'a> Parser<'a> {
    /// `dense<...> : type`
    pub(super) fn dense(&mut self) -> Result<AttrId> {
        let word = self.bump();
        self.expect(Tok::Less)?;
        let mut literal = Literal::default();
        let is_empty = self.at(Tok::Greater);
        if !is_empty {
            self.literal(&mut literal)?;
        }
        self.expect(Tok::Greater)?;
        self.expect(Tok::Colon)?;
        let ty = self.shaped_type()?;
        let place = (word.start, self.last_end);
        let data = self.dense_data(&literal, is_empty, ty, place)?;
        Ok(self.ctx.elements_attr(self.ctx.constant(ty, data)))
    }

    fn shaped_type(&mut self) -> Result<TypeId> {
        let start = self.tok.start;
        let ty = self.parse_type()?;
        match self.ctx.type_of(ty) {
            Type::Tensor { .. } | Type::Vector { .. } if self.ctx.element_count(ty).is_some() => Ok(ty),
            _ => {
                Err(self.error_at(start, self.last_end, "elements need a tensor type with fixed dimensions"))
            }
        }
    }

    /// Reads a literal without a stack: `counts` has an entry for each `[` that is open.
    fn literal(&mut self, literal: &mut Literal) -> Result<()> {
        let mut counts: Vec<usize> = Vec::new();
        let mut known: Vec<Option<usize>> = Vec::new();
        let mut leaf_level = None;
        loop {
            // An entry, or the opening of a level.
            if self.at(Tok::LSquare) {
                if counts.len() >= MAX_RANK {
                    return Err(self.error(format!("elements nest more than {MAX_RANK} levels deep here")));
                }
                if leaf_level.is_some_and(|level| counts.len() >= level) {
                    return Err(self.error("the lists are not nested equally deep"));
                }
                self.bump();
                counts.push(0);
                if known.len() < counts.len() {
                    known.push(None);
                }
                if !self.at(Tok::RSquare) {
                    continue;
                }
            } else {
                if *leaf_level.get_or_insert(counts.len()) != counts.len() {
                    return Err(self.error("the lists are not nested equally deep"));
                }
                self.literal_item(literal)?;
                if let Some(count) = counts.last_mut() {
                    *count += 1;
                }
            }
            // What follows: a comma, or the closing of levels.
            while self.at(Tok::RSquare) && !counts.is_empty() {
                let level = counts.len() - 1;
                let count = counts.pop().unwrap_or(0);
                if *known[level].get_or_insert(count) != count {
                    return Err(self.error("the lists of one level are not equally long"));
                }
                self.bump();
                if let Some(outer) = counts.last_mut() {
                    *outer += 1;
                }
            }
            if counts.is_empty() {
                literal.shape = known.into_iter().map(|count| count.unwrap_or(0)).collect();
                return Ok(());
            }
            self.expect(Tok::Comma)?;
        }
    }

    fn literal_item(&mut self, literal: &mut Literal) -> Result<()> {
        if self.at(Tok::LParen) {
            if !literal.complex && !literal.items.is_empty() {
                return Err(self.error("complex and other elements are mixed"));
            }
            literal.complex = true;
            self.bump();
            self.literal_number(literal)?;
            self.expect(Tok::Comma)?;
            self.literal_number(literal)?;
            self.expect(Tok::RParen)?;
            return Ok(());
        }
        if literal.complex {
            return Err(self.error("complex and other elements are mixed"));
        }
        self.literal_number(literal)
    }

    fn literal_number(&mut self, literal: &mut Literal) -> Result<()> {
        let negative = self.eat(Tok::Minus);
        match self.tok.kind {
            Tok::Int | Tok::Float => {}
            Tok::Str if !negative => {}
            Tok::Bare if !negative && matches!(self.text_of(self.tok), "true" | "false") => {}
            _ => return Err(self.unexpected("an element")),
        }
        literal.items.push((self.bump(), negative));
        Ok(())
    }

    fn encoding(&self, elem: TypeId) -> Option<(Encoding<'a>, bool)> {
        let ctx = self.ctx;
        Some(match ctx.type_of(elem) {
            ty @ (Type::Integer { width: 1..=128, .. } | Type::Index) => {
                (Encoding::Int(ty, ctx.elem_bytes(elem)?), false)
            }
            Type::Float(kind) => (Encoding::Float(*kind, ctx.elem_bytes(elem)?), false),
            Type::Complex(part) => (self.encoding(*part)?.0, true),
            Type::Dialect { params, .. } => match params.first().map(|&p| ctx.attr_of(p)) {
                // A quantized type: its elements are what it stores.
                Some(Attr::Type(storage)) if ctx.elem_bytes(elem).is_some() => {
                    return self.encoding(*storage);
                }
                _ => (Encoding::Str, false),
            },
            Type::Opaque(_) => (Encoding::Str, false),
            _ => return None,
        })
    }

    fn dense_data(
        &self,
        literal: &Literal,
        is_empty: bool,
        ty: TypeId,
        place: (usize, usize),
    ) -> Result<ConstData> {
        let fail = |message: String| self.error_at(place.0, place.1, message);
        let count = self.ctx.element_count(ty).unwrap_or(0);
        let elem = self.ctx.elem_type(ty);
        let Some((encoding, complex)) = self.encoding(elem) else {
            return Err(fail("elements of this type are not supported".into()));
        };
        if is_empty {
            return match count {
                0 => Ok(empty_data(encoding)),
                _ => Err(fail(format!("the type has {count} elements, but none is given"))),
            };
        }
        let is_splat = literal.shape.is_empty();
        if let (true, [(token, _)]) =
            (is_splat && !matches!(encoding, Encoding::Str), literal.items.as_slice())
            && token.kind == Tok::Str
        {
            return self.hex_data(*token, elem, count).map_err(fail);
        }
        if !is_splat {
            let dims = self.dims_of(ty);
            let listed: usize = literal.shape.iter().product();
            if literal.shape != dims && !(listed == 0 && count == 0) {
                let shape: Vec<String> = literal.shape.iter().map(usize::to_string).collect();
                return Err(fail(format!(
                    "the elements have the shape [{}], the type has another",
                    shape.join(", ")
                )));
            }
        }
        if complex != literal.complex {
            return Err(fail(
                if complex {
                    "complex elements are written `(re, im)`"
                } else {
                    "the element type is not complex"
                }
                .into(),
            ));
        }
        if let Encoding::Str = encoding {
            return self.string_data(literal, count, fail);
        }
        let mut bytes = Vec::new();
        for &(token, negative) in &literal.items {
            self.encode(token, negative, encoding, &mut bytes)
                .map_err(|message| self.error_at(token.start, token.end, message))?;
        }
        if count == 0 {
            return Ok(empty_data(encoding));
        }
        Ok(if is_splat { ConstData::Splat(bytes.into()) } else { ConstData::Owned(bytes.into()) })
    }

    fn dims_of(&self, ty: TypeId) -> Vec<usize> {
        match self.ctx.type_of(ty) {
            Type::Vector { shape, .. } => shape.iter().map(|dim| dim.0 as usize).collect(),
            _ => self.ctx.fixed_shape(ty).unwrap_or_default().into_iter().map(|dim| dim as usize).collect(),
        }
    }

    fn string_data(
        &self,
        literal: &Literal,
        count: usize,
        fail: impl Fn(String) -> Box<crate::Diagnostic>,
    ) -> Result<ConstData> {
        let mut strings: Vec<Box<[u8]>> = Vec::with_capacity(literal.items.len());
        for (token, _) in &literal.items {
            if token.kind != Tok::Str {
                return Err(self.error_at(token.start, token.end, "elements of this type are strings"));
            }
            strings.push(self.string_of(token.start, token.end)?.into());
        }
        if literal.shape.is_empty() {
            if count > MAX_STRING_SPLAT {
                return Err(fail(format!("a repeated string may fill {MAX_STRING_SPLAT} elements at most")));
            }
            strings = vec![strings.pop().unwrap_or_default(); count];
        }
        Ok(ConstData::Strings(strings.into()))
    }

    fn encode(
        &self,
        token: Token,
        negative: bool,
        encoding: Encoding<'_>,
        out: &mut Vec<u8>,
    ) -> Result<(), String> {
        let text = self.text_of(token);
        match (encoding, token.kind) {
            (Encoding::Int(ty, width), Tok::Int) => {
                let value = match (text, ty) {
                    ("1", Type::Integer { width: 1, .. }) => 1,
                    _ => int_of_type(text, negative, ty)?,
                };
                let value = if matches!(ty, Type::Integer { width: 1, .. }) { value & 1 } else { value };
                out.extend_from_slice(&value.to_le_bytes()[..width]);
            }
            (Encoding::Int(Type::Integer { width: 1, .. }, _), Tok::Bare) => {
                out.push(u8::from(text == "true"))
            }
            (Encoding::Int(..), Tok::Float) => return Err("the elements are integers".into()),
            (Encoding::Float(kind, width), Tok::Int | Tok::Float) => {
                let bits = float_bits(text, token.kind, negative, kind)?;
                out.extend_from_slice(&bits.to_le_bytes()[..width]);
            }
            _ => return Err("this element does not fit the element type".into()),
        }
        Ok(())
    }

    /// `"0x..."`: the bytes of all elements, or of one that is repeated. Bits of `i1` are packed.
    fn hex_data(&self, token: Token, elem: TypeId, count: usize) -> Result<ConstData, String> {
        let text = &self.bytes()[token.start + 1..token.end - 1];
        let Some(bytes) = text.strip_prefix(b"0x").and_then(hex_bytes) else {
            return Err("elements in a string are written in hexadecimal, after `0x`".into());
        };
        let width = self.ctx.elem_bytes(elem).ok_or("the elements have no size")?;
        if elem == TypeId::I1 {
            if count > 1 && bytes.len() == count.div_ceil(8) && (bytes.len() != count || count == 1) {
                let bit = |i: usize| bytes[i / 8] >> (i % 8) & 1;
                return Ok(ConstData::Owned((0..count).map(bit).collect::<Vec<u8>>().into()));
            }
            let bools: Vec<u8> = bytes.iter().map(|&b| u8::from(b != 0)).collect();
            return match bools.as_slice() {
                [one] if count > 0 => Ok(ConstData::Splat(Box::new([*one]))),
                _ if bools.len() == count => Ok(ConstData::Owned(bools.into())),
                _ => Err(format!("{} bytes do not hold {count} elements", bytes.len())),
            };
        }
        match bytes.len() {
            0 if count == 0 => Ok(ConstData::Owned(Arc::new([]))),
            len if Some(len) == count.checked_mul(width) => {
                Ok(ConstData::Owned(self.extended(elem, bytes).into()))
            }
            len if len == width && count > 0 => Ok(ConstData::Splat(self.extended(elem, bytes).into())),
            len => Err(format!("{len} bytes do not hold {count} elements of {width} bytes")),
        }
    }

    /// Elements of a width that is no number of bytes, which MLIR keeps with zeros above and we with their sign.
    fn extended(&self, elem: TypeId, mut bytes: Vec<u8>) -> Vec<u8> {
        if let Type::Integer { width, signedness } = self.ctx.type_of(elem)
            && !width.is_multiple_of(8)
            && *signedness != Signedness::Unsigned
        {
            let spare = 8 - width % 8;
            for last in
                bytes.iter_mut().skip(width.div_ceil(8) as usize - 1).step_by(width.div_ceil(8) as usize)
            {
                *last = ((*last << spare) as i8 >> spare) as u8;
            }
        }
        bytes
    }

    /// `sparse<indices, values> : type`
    pub(super) fn sparse(&mut self) -> Result<AttrId> {
        let word = self.bump();
        self.expect(Tok::Less)?;
        let (mut indices, mut values) = (Literal::default(), Literal::default());
        let is_empty = self.at(Tok::Greater);
        if !is_empty {
            self.literal(&mut indices)?;
            self.expect(Tok::Comma)?;
            self.literal(&mut values)?;
        }
        self.expect(Tok::Greater)?;
        self.expect(Tok::Colon)?;
        let ty = self.shaped_type()?;
        let place = (word.start, self.last_end);
        let rank = self.dims_of(ty).len();
        let count = match indices.shape.as_slice() {
            _ if is_empty => 0,
            // A number alone is every index of the only place.
            [] => 1,
            [count, width] if *width == rank => *count,
            _ => {
                let message = format!("the indices are rows of {rank} numbers, one for each dimension");
                return Err(self.error_at(place.0, place.1, message));
            }
        };
        let index_type = self.ctx.fixed_tensor(&[count as i64, rank as i64], TypeId::I64);
        let value_type = self.ctx.fixed_tensor(&[count as i64], self.ctx.elem_type(ty));
        let indices = self.dense_data(&indices, is_empty, index_type, place)?;
        let values = self.dense_data(&values, is_empty, value_type, place)?;
        let indices = self.ctx.constant(index_type, indices);
        let values = self.ctx.constant(value_type, values);
        Ok(self.ctx.attr(Attr::Sparse { ty, indices, values }))
    }

    /// `dense_resource<key> : type`. A key without bytes in the text is kept as it is.
    pub(super) fn dense_resource(&mut self) -> Result<AttrId> {
        let word = self.bump();
        self.expect(Tok::Less)?;
        let key: std::borrow::Cow<'a, [u8]> = match self.tok.kind {
            Tok::Str => self.string()?,
            _ => self.word()?.as_bytes().into(),
        };
        self.expect(Tok::Greater)?;
        self.expect(Tok::Colon)?;
        let ty = self.shaped_type()?;
        match self.resource(&key, ty)? {
            Some(attr) => Ok(attr),
            None => {
                let text = self.ctx.str(&self.text[word.start..self.last_end]);
                Ok(self.ctx.attr(Attr::Opaque { text, builtin: true }))
            }
        }
    }

    /// `array<i64: 1, 2>`
    pub(super) fn dense_array(&mut self) -> Result<AttrId> {
        self.bump();
        self.expect(Tok::Less)?;
        let place = self.tok;
        let elem = self.parse_type()?;
        let encoding = match self.encoding(elem) {
            Some((encoding @ (Encoding::Int(..) | Encoding::Float(..)), false)) => encoding,
            _ => return Err(self.error_at(place.start, place.end, "an array holds integers or floats")),
        };
        let mut bytes = Vec::new();
        if self.eat(Tok::Colon) {
            loop {
                let negative = self.eat(Tok::Minus);
                let token = self.bump();
                self.encode(token, negative, encoding, &mut bytes)
                    .map_err(|message| self.error_at(token.start, token.end, message))?;
                if !self.eat(Tok::Comma) {
                    break;
                }
            }
        }
        self.expect(Tok::Greater)?;
        Ok(self.ctx.attr(Attr::DenseArray { elem, bytes: bytes.into() }))
    }
}

fn empty_data(encoding: Encoding<'_>) -> ConstData {
    match encoding {
        Encoding::Str => ConstData::Strings(Arc::new([])),
        _ => ConstData::Owned(Arc::new([])),
    }
}

/// The bytes of hexadecimal digits.
pub(super) fn hex_bytes(digits: &[u8]) -> Option<Vec<u8>> {
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    digits.chunks_exact(2).map(|pair| Some(hex_digit(pair[0])? << 4 | hex_digit(pair[1])?)).collect()
}
