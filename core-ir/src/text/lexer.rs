//! Bytes to tokens, one at a time, without allocation.

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Tok {
    Eof,
    /// Something that is no token; [`Lexer::fault`] says what.
    Bad,
    /// `abc.d$e`
    Bare,
    /// `@name` or `@"name"`
    At,
    /// `%name`
    Percent,
    /// `^name`
    Caret,
    /// `#name`
    Hash,
    /// `!name`
    Bang,
    /// `12`, `0x1F`
    Int,
    /// `1.5`, `2.e-3`
    Float,
    /// `"text"`
    Str,
    LParen,
    RParen,
    LBrace,
    RBrace,
    LSquare,
    RSquare,
    Less,
    Greater,
    Colon,
    ColonColon,
    Comma,
    Equal,
    Arrow,
    Star,
    Plus,
    Minus,
    Question,
    Slash,
    Bar,
    Ellipsis,
    /// `{-#`
    MetaOpen,
    /// `#-}`
    MetaClose,
}

impl Tok {
    /// How the token is spelled, or what it is, for messages.
    pub fn describe(self) -> &'static str {
        match self {
            Tok::Eof => "the end of the text",
            Tok::Bad => "an invalid token",
            Tok::Bare => "a word",
            Tok::At => "a symbol name",
            Tok::Percent => "a value name",
            Tok::Caret => "a block name",
            Tok::Hash => "an attribute name",
            Tok::Bang => "a type name",
            Tok::Int => "an integer",
            Tok::Float => "a number",
            Tok::Str => "a string",
            Tok::LParen => "`(`",
            Tok::RParen => "`)`",
            Tok::LBrace => "`{`",
            Tok::RBrace => "`}`",
            Tok::LSquare => "`[`",
            Tok::RSquare => "`]`",
            Tok::Less => "`<`",
            Tok::Greater => "`>`",
            Tok::Colon => "`:`",
            Tok::ColonColon => "`::`",
            Tok::Comma => "`,`",
            Tok::Equal => "`=`",
            Tok::Arrow => "`->`",
            Tok::Star => "`*`",
            Tok::Plus => "`+`",
            Tok::Minus => "`-`",
            Tok::Question => "`?`",
            Tok::Slash => "`/`",
            Tok::Bar => "`|`",
            Tok::Ellipsis => "`...`",
            Tok::MetaOpen => "`{-#`",
            Tok::MetaClose => "`#-}`",
        }
    }
}

/// A token and the bytes it takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Tok,
    /// The offset of its first byte.
    pub start: usize,
    /// The offset after its last byte.
    pub end: usize,
}

const WORD_START: u8 = 1;
const WORD: u8 = 2;
/// What may follow the sign of `%name` and its like.
const SUFFIX: u8 = 4;
const DIGIT: u8 = 8;
const SPACE: u8 = 16;

const CLASS: [u8; 256] = {
    let mut table = [0u8; 256];
    let mut i = 0;
    while i < 256 {
        let b = i as u8;
        table[i] = match b {
            b'a'..=b'z' | b'A'..=b'Z' => WORD_START | WORD | SUFFIX,
            b'_' => WORD_START | WORD | SUFFIX,
            b'0'..=b'9' => WORD | SUFFIX | DIGIT,
            b'$' | b'.' => WORD | SUFFIX,
            b'-' => SUFFIX,
            b' ' | b'\t' | b'\n' | b'\r' => SPACE,
            _ => 0,
        };
        i += 1;
    }
    table
};

pub(super) fn is_word_byte(byte: u8) -> bool {
    CLASS[byte as usize] & WORD != 0
}

/// Whether `text` can stand unquoted where a word is expected.
pub(crate) fn is_word(text: &[u8]) -> bool {
    matches!(text.first(), Some(&b) if CLASS[b as usize] & WORD_START != 0)
        && text.iter().all(|&b| CLASS[b as usize] & WORD != 0)
}

/// Whether `@text` needs no quotes.
pub(crate) fn is_symbol_word(text: &[u8]) -> bool {
    is_word(text)
}

/// A cursor over a text.
#[derive(Clone, Copy)]
pub struct Lexer<'a> {
    bytes: &'a [u8],
    /// Where the next token is looked for.
    pub pos: usize,
}

impl<'a> Lexer<'a> {
    /// A cursor at the start of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, pos: 0 }
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn skip_class(&self, mut at: usize, class: u8) -> usize {
        while CLASS[self.byte(at) as usize] & class != 0 {
            at += 1;
        }
        at
    }

    /// Skips white space and comments.
    fn skip_blank(&mut self) {
        loop {
            self.pos = self.skip_class(self.pos, SPACE);
            // A null byte says nothing, as in LLVM.
            if self.bytes.get(self.pos) == Some(&0) {
                self.pos += 1;
                continue;
            }
            if self.byte(self.pos) != b'/' || self.byte(self.pos + 1) != b'/' {
                return;
            }
            let rest = &self.bytes[self.pos..];
            self.pos += rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len());
        }
    }

    /// The next token.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> Token {
        self.skip_blank();
        let start = self.pos;
        let Some(&first) = self.bytes.get(start) else {
            return Token { kind: Tok::Eof, start: self.bytes.len(), end: self.bytes.len() };
        };
        let (kind, end) = match first {
            b if CLASS[b as usize] & WORD_START != 0 => (Tok::Bare, self.skip_class(start + 1, WORD)),
            b'%' => self.sigil(start, Tok::Percent),
            b'0'..=b'9' => self.number(start),
            b'"' => self.string(start, Tok::Str),
            b'@' if self.byte(start + 1) == b'"' => self.string(start + 1, Tok::At),
            b'@' => self.sigil(start, Tok::At),
            b'^' => self.sigil(start, Tok::Caret),
            b'#' if self.bytes[start..].starts_with(b"#-}") => (Tok::MetaClose, start + 3),
            b'#' => self.sigil(start, Tok::Hash),
            b'!' => self.sigil(start, Tok::Bang),
            b'{' if self.bytes[start..].starts_with(b"{-#") => (Tok::MetaOpen, start + 3),
            b':' if self.byte(start + 1) == b':' => (Tok::ColonColon, start + 2),
            b'-' if self.byte(start + 1) == b'>' => (Tok::Arrow, start + 2),
            b'.' if self.bytes[start..].starts_with(b"...") => (Tok::Ellipsis, start + 3),
            b => (punctuation(b), start + 1),
        };
        self.pos = end;
        Token { kind, start, end }
    }

    fn sigil(&self, start: usize, kind: Tok) -> (Tok, usize) {
        let first = self.byte(start + 1);
        let end = if CLASS[first as usize] & DIGIT != 0 {
            self.skip_class(start + 1, DIGIT)
        } else {
            self.skip_class(start + 1, SUFFIX)
        };
        if end == start + 1 { (Tok::Bad, end) } else { (kind, end) }
    }

    fn number(&self, start: usize) -> (Tok, usize) {
        if self.byte(start) == b'0'
            && self.byte(start + 1) == b'x'
            && self.byte(start + 2).is_ascii_hexdigit()
        {
            let mut end = start + 2;
            while self.byte(end).is_ascii_hexdigit() {
                end += 1;
            }
            return (Tok::Int, end);
        }
        let mut end = self.skip_class(start, DIGIT);
        if self.byte(end) != b'.' {
            return (Tok::Int, end);
        }
        end = self.skip_class(end + 1, DIGIT);
        if matches!(self.byte(end), b'e' | b'E') {
            let sign = usize::from(matches!(self.byte(end + 1), b'+' | b'-'));
            if self.byte(end + 1 + sign).is_ascii_digit() {
                end = self.skip_class(end + 1 + sign, DIGIT);
            }
        }
        (Tok::Float, end)
    }

    /// A string whose opening quote is at `quote`.
    fn string(&self, quote: usize, kind: Tok) -> (Tok, usize) {
        let mut at = quote + 1;
        loop {
            match self.bytes.get(at) {
                Some(b'"') => return (kind, at + 1),
                Some(b'\\') => at += 2,
                Some(b'\n') | None => return (Tok::Bad, at.min(self.bytes.len())),
                Some(_) => at += 1,
            }
        }
    }

    /// What is wrong with a [`Tok::Bad`] token.
    pub fn fault(&self, token: Token) -> &'static str {
        match self.byte(token.start) {
            b'"' => "the string has no closing quote on its line",
            b'@' if self.byte(token.start + 1) == b'"' => "the symbol name has no closing quote on its line",
            b'@' => "a name is expected after `@`",
            b'%' => "a name is expected after `%`",
            b'^' => "a name is expected after `^`",
            b'#' => "a name is expected after `#`",
            b'!' => "a name is expected after `!`",
            _ => "this character has no meaning here",
        }
    }
}

fn punctuation(byte: u8) -> Tok {
    match byte {
        b'(' => Tok::LParen,
        b')' => Tok::RParen,
        b'{' => Tok::LBrace,
        b'}' => Tok::RBrace,
        b'[' => Tok::LSquare,
        b']' => Tok::RSquare,
        b'<' => Tok::Less,
        b'>' => Tok::Greater,
        b':' => Tok::Colon,
        b',' => Tok::Comma,
        b'=' => Tok::Equal,
        b'*' => Tok::Star,
        b'+' => Tok::Plus,
        b'-' => Tok::Minus,
        b'?' => Tok::Question,
        b'/' => Tok::Slash,
        b'|' => Tok::Bar,
        _ => Tok::Bad,
    }
}

/// The bytes that a string token (with its quotes) stands for. `\XX` is a byte in hexadecimal, `\n`, `\t`, `\"` and
/// `\\` are what they are elsewhere. `None` when an escape is none of these.
pub fn unescape(quoted: &[u8]) -> Option<std::borrow::Cow<'_, [u8]>> {
    let inner = quoted.get(1..quoted.len().checked_sub(1)?)?;
    if !inner.contains(&b'\\') {
        return Some(inner.into());
    }
    let mut out = Vec::with_capacity(inner.len());
    let mut rest = inner;
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        let (&escape, tail) = rest.split_first()?;
        rest = tail;
        match escape {
            b'"' | b'\\' => out.push(escape),
            b'n' => out.push(b'\n'),
            b't' => out.push(b'\t'),
            _ => {
                let (&low, tail) = rest.split_first()?;
                rest = tail;
                out.push((hex_digit(escape)? << 4) | hex_digit(low)?);
            }
        }
    }
    Some(out.into())
}

/// Writes the string token that stands for `bytes`.
pub(crate) fn quote_into(out: &mut String, bytes: &[u8]) {
    use std::fmt::Write as _;
    out.push('"');
    for &byte in bytes {
        match byte {
            b'\\' => out.push_str("\\\\"),
            b'"' => out.push_str("\\22"),
            0x20..=0x7e => out.push(byte as char),
            _ => {
                let _ = write!(out, "\\{byte:02X}");
            }
        }
    }
    out.push('"');
}

/// The value of a hexadecimal digit.
pub(super) fn hex_digit(byte: u8) -> Option<u8> {
    (byte as char).to_digit(16).map(|digit| digit as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(Tok, &str)> {
        let mut lexer = Lexer::new(text.as_bytes());
        let mut list = Vec::new();
        loop {
            let token = lexer.next();
            if token.kind == Tok::Eof {
                return list;
            }
            list.push((token.kind, &text[token.start..token.end]));
        }
    }

    #[test]
    fn tokens_of_an_operation() {
        let got = kinds("%0:2 = \"a.b\"(%x#1) // c\n : 0x1F 1.5e-3 -> @\"s\\\"\"");
        let texts: Vec<&str> = got.iter().map(|t| t.1).collect();
        let want =
            ["%0", ":", "2", "=", "\"a.b\"", "(", "%x", "#1", ")", ":", "0x1F", "1.5e-3", "->", "@\"s\\\"\""];
        assert_eq!(texts, want);
        assert_eq!(got[12].0, Tok::Arrow);
    }

    #[test]
    fn escapes_are_bytes() {
        assert_eq!(unescape(br#""a\22\0A\\""#).unwrap().as_ref(), b"a\"\n\\");
        assert!(unescape(br#""\zz""#).is_none());
    }
}
