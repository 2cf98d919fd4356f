//! Types.

use super::{Parser, Tok};
use crate::attrs::AttrId;
use crate::diag::Result;
use crate::dims::Dim;
use crate::text::lexer::is_word_byte;
use crate::types::{FloatKind, Signedness, Type, TypeId};

/// The longest text of a type that is remembered.
const MAX_CACHED: usize = 256;
/// The widest integer MLIR has.
const MAX_INT_WIDTH: u32 = (1 << 24) - 1;

impl<'a> Parser<'a> {
    /// Whether the current token can start a type.
    pub fn at_type(&self) -> bool {
        match self.tok.kind {
            Tok::Bang | Tok::LParen => true,
            Tok::Bare => is_type_word(self.text_of(self.tok)),
            _ => false,
        }
    }

    /// Parses a type, function types included.
    pub fn parse_type(&mut self) -> Result<TypeId> {
        match self.tok.kind {
            Tok::LParen => self.nested(Self::function_type),
            Tok::Bare | Tok::Bang => self.cached_type(),
            _ => Err(self.unexpected("a type")),
        }
    }

    /// Types repeat, so the text of one is looked up before it is parsed.
    fn cached_type(&mut self) -> Result<TypeId> {
        let start = self.tok.start;
        if self.bytes().get(self.tok.end) != Some(&b'<') {
            return self.nested(Self::plain_type);
        }
        let Some(end) = quick_end(self.bytes(), self.tok.end) else { return self.nested(Self::plain_type) };
        let text = &self.text[start..end];
        if let Some(&(ty, height)) = self.types.get(text) {
            self.reach(height)?;
            self.seek(end);
            return Ok(ty);
        }
        let (ty, height) = self.measured(|p| p.nested(Self::plain_type))?;
        if self.last_end == end {
            self.types.insert(text, (ty, height));
        }
        Ok(ty)
    }

    /// `(types)` or one type that is no function.
    pub fn type_list_or_one(&mut self, types: &mut Vec<TypeId>) -> Result<()> {
        if self.at(Tok::LParen) {
            return self.paren_types(types);
        }
        types.push(self.parse_type()?);
        Ok(())
    }

    /// `(types)`
    pub fn paren_types(&mut self, types: &mut Vec<TypeId>) -> Result<()> {
        self.list(Tok::LParen, Tok::RParen, |p| {
            types.push(p.parse_type()?);
            Ok(())
        })
    }

    /// `type, type`
    pub fn comma_types(&mut self, types: &mut Vec<TypeId>) -> Result<()> {
        types.push(self.parse_type()?);
        while self.eat(Tok::Comma) {
            types.push(self.parse_type()?);
        }
        Ok(())
    }

    fn function_type(&mut self) -> Result<TypeId> {
        let (mut inputs, mut results) = (Vec::new(), Vec::new());
        self.paren_types(&mut inputs)?;
        self.expect(Tok::Arrow)?;
        self.type_list_or_one(&mut results)?;
        Ok(self.ctx.ty(Type::Function { inputs: inputs.into(), results: results.into() }))
    }

    fn plain_type(&mut self) -> Result<TypeId> {
        if self.at(Tok::Bang) {
            return self.dialect_type();
        }
        let token = self.tok;
        let word = self.text_of(token);
        if let Some(ty) = scalar_type(word) {
            self.bump();
            return Ok(self.ctx.ty(ty));
        }
        match word {
            "tensor" => self.tensor(),
            "vector" => self.vector(),
            "complex" => {
                self.bump();
                self.expect(Tok::Less)?;
                let part = self.parse_type()?;
                if !matches!(self.ctx.type_of(part), Type::Integer { .. } | Type::Float(_)) {
                    return Err(self.error_at(
                        token.end,
                        self.last_end,
                        "complex numbers have integer or float parts",
                    ));
                }
                self.expect(Tok::Greater)?;
                Ok(self.ctx.ty(Type::Complex(part)))
            }
            "tuple" => {
                self.bump();
                let mut types = Vec::new();
                self.list(Tok::Less, Tok::Greater, |p| {
                    types.push(p.parse_type()?);
                    Ok(())
                })?;
                Ok(self.ctx.ty(Type::Tuple(types.into())))
            }
            _ => Err(self.unexpected("a type")),
        }
    }

    /// Dimensions are read byte by byte: `1x2xf32` would be a strange sequence of tokens. Ends before the element type.
    /// `None` is `*x`.
    fn dims(&mut self) -> Result<Option<Vec<Dim>>> {
        let bytes = self.bytes();
        let mut at = self.tok.start;
        if self.at(Tok::Star) {
            at += 1;
            while bytes.get(at) == Some(&b' ') {
                at += 1;
            }
            if bytes.get(at) != Some(&b'x') {
                return Err(self.error("`*x` is expected here"));
            }
            self.seek(at + 1);
            return Ok(None);
        }
        let mut dims = Vec::new();
        loop {
            let start = at;
            let dim = match bytes.get(at) {
                Some(b'?') => {
                    at += 1;
                    Dim::Dynamic
                }
                Some(b'0'..=b'9') => {
                    while matches!(bytes.get(at), Some(b'0'..=b'9')) {
                        at += 1;
                    }
                    let number = self.text[start..at].parse();
                    Dim::Fixed(number.map_err(|_| self.error_at(start, at, "the dimension is too large"))?)
                }
                _ => break,
            };
            at = after_blanks(bytes, at);
            if bytes.get(at) != Some(&b'x') {
                return Err(self.error_at(start, at, "`x` is expected after a dimension"));
            }
            dims.push(dim);
            at += 1;
            at = after_blanks(bytes, at);
        }
        self.seek(at);
        Ok(Some(dims))
    }

    /// The text of a shape up to `>`: `1x?x2`, `*`, or nothing.
    pub fn shape_until_greater(&mut self) -> Result<Option<Vec<Dim>>> {
        if self.eat(Tok::Star) {
            return Ok(None);
        }
        let mut dims = Vec::new();
        let bytes = self.bytes();
        let mut at = self.tok.start;
        while bytes.get(at) != Some(&b'>') {
            let start = at;
            match bytes.get(at) {
                Some(b'?') => {
                    at += 1;
                    dims.push(Dim::Dynamic);
                }
                Some(b'0'..=b'9' | b'-') => {
                    at += 1;
                    while matches!(bytes.get(at), Some(b'0'..=b'9')) {
                        at += 1;
                    }
                    let number: Option<i64> = self.text[start..at].parse().ok();
                    let number =
                        number.ok_or_else(|| self.error_at(start, at, "the dimension is not a number"))?;
                    dims.push(if number < 0 { Dim::Dynamic } else { Dim::Fixed(number) });
                }
                _ => return Err(self.error_at(at, at, "a dimension is expected here")),
            }
            if bytes.get(at) == Some(&b'x') {
                at += 1;
            }
        }
        self.seek(at);
        Ok(Some(dims))
    }

    fn tensor(&mut self) -> Result<TypeId> {
        self.bump();
        self.expect(Tok::Less)?;
        let dims = self.dims()?;
        let at = self.tok;
        let elem = self.parse_type()?;
        if matches!(
            self.ctx.type_of(elem),
            Type::Tensor { .. }
                | Type::UnrankedTensor(_)
                | Type::None
                | Type::Tuple(_)
                | Type::Function { .. }
        ) {
            return Err(self.error_at(at.start, self.last_end, "this type cannot be an element of a tensor"));
        }
        let Some(shape) = dims else {
            self.expect(Tok::Greater)?;
            return Ok(self.ctx.unranked(elem));
        };
        let encoding = if self.eat(Tok::Comma) { Some(self.parse_attr()?) } else { None };
        self.expect(Tok::Greater)?;
        Ok(self.ctx.ty(Type::Tensor { shape: shape.into(), elem, encoding }))
    }

    fn vector(&mut self) -> Result<TypeId> {
        self.bump();
        if !self.at(Tok::Less) {
            return Err(self.unexpected("`<`"));
        }
        let bytes = self.bytes();
        let mut at = after_blanks(bytes, self.tok.end);
        let mut shape = Vec::new();
        loop {
            let scalable = bytes.get(at) == Some(&b'[');
            at += usize::from(scalable);
            let start = at;
            while matches!(bytes.get(at), Some(b'0'..=b'9')) {
                at += 1;
            }
            if start == at {
                break;
            }
            let number: Option<i64> = self.text[start..at].parse().ok();
            let dim = number.ok_or_else(|| self.error_at(start, at, "the dimension is too large"))?;
            for close in if scalable { "]x" } else { "x" }.bytes() {
                at = after_blanks(bytes, at);
                if bytes.get(at) != Some(&close) {
                    let close = close as char;
                    return Err(self.error_at(start, at, format!("`{close}` is expected after a dimension")));
                }
                at += 1;
            }
            at = after_blanks(bytes, at);
            shape.push((dim, scalable));
        }
        self.seek(at);
        let elem = self.parse_type()?;
        self.expect(Tok::Greater)?;
        Ok(self.ctx.ty(Type::Vector { shape: shape.into(), elem }))
    }

    fn dialect_type(&mut self) -> Result<TypeId> {
        let token = self.tok;
        let name = &self.text_of(token)[1..];
        if !name.contains('.') && self.bytes().get(token.end) != Some(&b'<') {
            return self.type_alias(token);
        }
        let hook = |p: &mut Self, mnemonic: &str| {
            let dialect = name.split_once('.').map_or(name, |(dialect, _)| dialect);
            match p.hooks_of(dialect).and_then(|hooks| hooks.parse_type) {
                Some(parse) => parse(p, mnemonic),
                None => Ok(None),
            }
        };
        if let Some(ty) = self.dialect_symbol(name, hook)? {
            return Ok(ty);
        }
        let end = self.skip_body(token.end)?;
        let text = self.opaque_text(token, end)?;
        self.seek(end);
        Ok(self.ctx.ty(Type::Opaque(text)))
    }

    /// Gives the body of `!dialect.mnemonic<...>`, `!dialect<mnemonic<...>>` or the same with `#` to a hook. `None`
    /// when there is no hook or it does not know the mnemonic; the parser then stands where it stood.
    pub(super) fn dialect_symbol<T>(
        &mut self,
        name: &'a str,
        hook: impl FnOnce(&mut Self, &str) -> Result<Option<T>>,
    ) -> Result<Option<T>> {
        let saved = (self.lexer, self.tok, self.last_end);
        self.bump();
        let found = match name.split_once('.') {
            Some((_, mnemonic)) => hook(self, mnemonic)?,
            None => {
                self.expect(Tok::Less)?;
                if self.at(Tok::Bare) {
                    let mnemonic = self.word()?;
                    let found = hook(self, mnemonic)?;
                    if found.is_some() {
                        self.expect(Tok::Greater)?;
                    }
                    found
                } else {
                    None
                }
            }
        };
        if found.is_none() {
            (self.lexer, self.tok, self.last_end) = saved;
        }
        Ok(found)
    }

    /// The end of the balanced `<...>` that starts at byte `at`, or `at` when there is none.
    pub(super) fn skip_body(&self, at: usize) -> Result<usize> {
        if self.bytes().get(at) != Some(&b'<') {
            return Ok(at);
        }
        balanced_end(self.bytes(), at)
            .ok_or_else(|| self.error_at(at, at + 1, "this `<` has no matching `>`"))
    }

    /// `<type, type>`, or nothing: type parameters of a dialect type, as attributes.
    pub fn optional_type_params(&mut self) -> Result<Vec<AttrId>> {
        let mut params = Vec::new();
        if self.at(Tok::Less) {
            self.list(Tok::Less, Tok::Greater, |p| {
                let ty = p.parse_type()?;
                params.push(p.ctx.type_attr(ty));
                Ok(())
            })?;
        }
        Ok(params)
    }
}

/// The first byte from `at` on that is no blank.
fn after_blanks(bytes: &[u8], at: usize) -> usize {
    at + bytes.get(at..).unwrap_or_default().iter().take_while(|b| b.is_ascii_whitespace()).count()
}

/// The end of a short `<...>` without strings, by counting only; a wrong guess costs a cache miss.
fn quick_end(bytes: &[u8], open: usize) -> Option<usize> {
    let mut depth = 0;
    for (i, &byte) in bytes[open..].iter().take(MAX_CACHED).enumerate() {
        match byte {
            b'<' => depth += 1,
            b'>' if bytes[open + i - 1] == b'-' => {}
            b'>' => {
                depth -= 1;
                if depth == 0 {
                    return Some(open + i + 1);
                }
            }
            b'"' | b'\n' => return None,
            _ => {}
        }
    }
    None
}

/// The end of the balanced brackets that open at byte `open`; strings and `->` are skipped.
pub(super) fn balanced_end(bytes: &[u8], open: usize) -> Option<usize> {
    let mut stack = Vec::new();
    let mut at = open;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'<' => stack.push(b'>'),
            b'(' => stack.push(b')'),
            b'[' => stack.push(b']'),
            b'{' => stack.push(b'}'),
            b'-' if bytes.get(at) == Some(&b'>') => at += 1,
            b'>' | b')' | b']' | b'}' => {
                if stack.pop() != Some(byte) {
                    return None;
                }
                if stack.is_empty() {
                    return Some(at);
                }
            }
            b'"' => loop {
                match bytes.get(at)? {
                    b'"' => break at += 1,
                    b'\\' => at += 2,
                    _ => at += 1,
                }
            },
            _ => {}
        }
    }
    None
}

/// The type that one word is.
fn scalar_type(word: &str) -> Option<Type> {
    let int = |digits: &str, signedness| {
        let width: u32 = digits.parse().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))?;
        (0..=MAX_INT_WIDTH).contains(&width).then_some(Type::Integer { width, signedness })
    };
    match word.as_bytes() {
        [b'i', b'0'..=b'9', ..] => int(&word[1..], Signedness::Signless),
        [b's', b'i', ..] => int(&word[2..], Signedness::Signed),
        [b'u', b'i', ..] => int(&word[2..], Signedness::Unsigned),
        b"index" => Some(Type::Index),
        b"none" => Some(Type::None),
        [b'f' | b'b' | b't', ..] => FloatKind::from_name(word).map(Type::Float),
        _ => None,
    }
}

fn is_type_word(word: &str) -> bool {
    matches!(word, "tensor" | "vector" | "complex" | "tuple") || scalar_type(word).is_some()
}

/// Whether the bytes from `at` on are the given word and no longer one.
pub(super) fn word_at(bytes: &[u8], at: usize, word: &str) -> bool {
    bytes[at..].starts_with(word.as_bytes()) && !bytes.get(at + word.len()).is_some_and(|&b| is_word_byte(b))
}
