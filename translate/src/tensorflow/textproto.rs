//! Protobuf's text format: `.pbtxt` models, turned into the binary format and then decoded like any other.
//!
//! The syntax is that of <https://protobuf.dev/reference/protobuf/textformat-spec/>. Which fields there are is data, in
//! `textproto.schema`. A field that the schema does not know is read over and reported, since a newer TensorFlow may
//! have written it.

use std::collections::{BTreeMap, BTreeSet};

use core_ir::diag::{Diagnostic, Result};
use prost::encoding::{WireType, encode_key, encode_varint};

use super::dtype::DataType;

const SCHEMA: &str = include_str!("textproto.schema");

/// Messages nest at most so deep, as deep as the decoder of the binary format goes.
const MAX_DEPTH: usize = 100;

/// What a field holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Int,
    SignedInt,
    Unsigned,
    Fixed32,
    Float,
    Double,
    Bool,
    Bytes,
    DataType,
    Message(&'static str),
    Ignored,
}

type Schema = BTreeMap<&'static str, BTreeMap<&'static str, (u32, Kind)>>;

fn schema() -> Schema {
    let rows = SCHEMA.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(':'));
    rows.map(|(message, fields)| (message, fields.split(',').filter_map(schema_field).collect())).collect()
}

fn schema_field(field: &'static str) -> Option<(&'static str, (u32, Kind))> {
    let mut words = field.split_whitespace();
    let (name, number, kind) = (words.next()?, words.next()?, words.next()?);
    let kind = match kind {
        "I" => Kind::Int,
        "Z" => Kind::SignedInt,
        "U" => Kind::Unsigned,
        "X" => Kind::Fixed32,
        "F" => Kind::Float,
        "D" => Kind::Double,
        "B" => Kind::Bool,
        "S" => Kind::Bytes,
        "T" => Kind::DataType,
        "-" => Kind::Ignored,
        message => Kind::Message(message),
    };
    Some((name, (number.parse().ok()?, kind)))
}

/// The binary form of a text message.
#[derive(Debug)]
pub(crate) struct Encoded {
    pub(crate) bytes: Vec<u8>,
    /// Fields that were read over because nobody knows them, as `Message.field`.
    pub(crate) unknown: BTreeSet<String>,
}

/// Encodes `text`, a message of type `message`. `source` names the text in diagnostics.
pub(crate) fn encode(source: &str, text: &[u8], message: &'static str) -> Result<Encoded> {
    let mut parser = Parser { source, text, at: 0, schema: schema(), unknown: BTreeSet::new() };
    let mut bytes = Vec::new();
    parser.message(message, None, 0, &mut bytes)?;
    Ok(Encoded { bytes, unknown: parser.unknown })
}

/// Whether `text` starts like a text message of type `message`: comments, then a field of it.
pub(crate) fn looks_like(text: &[u8], message: &'static str) -> bool {
    let mut parser = Parser { source: "", text, at: 0, schema: schema(), unknown: BTreeSet::new() };
    parser.skip_blanks();
    let name = parser.word();
    let is_field = std::str::from_utf8(name)
        .is_ok_and(|name| parser.schema.get(message).is_some_and(|fields| fields.contains_key(name)));
    parser.skip_blanks();
    is_field && matches!(parser.peek(), Some(b':' | b'{' | b'<'))
}

/// A scalar as written.
enum Scalar {
    Bytes(Vec<u8>),
    /// A number or an identifier, with its sign.
    Word(String),
}

struct Parser<'a> {
    source: &'a str,
    text: &'a [u8],
    at: usize,
    schema: Schema,
    unknown: BTreeSet<String>,
}

impl<'a> Parser<'a> {
    fn fault<T>(&self, start: usize, what: impl Into<String>) -> Result<T> {
        Diagnostic::error("textproto-syntax", what).in_text(self.source, start, self.at.max(start)).err()
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        self.skip_blanks();
        let hit = self.peek() == Some(byte);
        self.at += usize::from(hit);
        hit
    }

    fn skip_blanks(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b'#' => {
                    while self.peek().is_some_and(|byte| byte != b'\n') {
                        self.at += 1;
                    }
                }
                byte if byte.is_ascii_whitespace() || byte == 0x0b => self.at += 1,
                _ => return,
            }
        }
    }

    /// Letters, digits, `_`, `.`, and signs within a number such as `1e+5`.
    fn word(&mut self) -> &'a [u8] {
        let start = self.at;
        while let Some(byte) = self.peek() {
            let exponent_sign = matches!(byte, b'+' | b'-')
                && matches!(self.text.get(self.at.wrapping_sub(1)), Some(b'e' | b'E'))
                && self.text.get(start).is_some_and(|first| first.is_ascii_digit() || *first == b'.');
            if !(byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.') || exponent_sign) {
                break;
            }
            self.at += 1;
        }
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// Reads fields up to `end`, or to the end of the text, and appends them to `out`.
    fn message(
        &mut self,
        message: &'static str,
        end: Option<u8>,
        depth: usize,
        out: &mut Vec<u8>,
    ) -> Result<()> {
        if depth > MAX_DEPTH {
            return self.fault(self.at, format!("messages are nested more than {MAX_DEPTH} deep"));
        }
        loop {
            self.skip_blanks();
            match (self.peek(), end) {
                (None, None) => return Ok(()),
                (None, Some(_)) => return self.fault(self.at, format!("the text ends inside a `{message}`")),
                (Some(byte), Some(end)) if byte == end => {
                    self.at += 1;
                    return Ok(());
                }
                _ => self.field(message, depth, out)?,
            }
        }
    }

    fn field(&mut self, message: &'static str, depth: usize, out: &mut Vec<u8>) -> Result<()> {
        let start = self.at;
        // Extensions and expanded `Any`s: nothing that an import uses.
        if self.eat(b'[') {
            while self.peek().is_some_and(|byte| byte != b']') {
                self.at += 1;
            }
            self.eat(b']');
            self.eat(b':');
            self.skip_value(depth)?;
            self.end_of_field();
            return Ok(());
        }
        let name = String::from_utf8_lossy(self.word()).into_owned();
        if name.is_empty() {
            return self.fault(start, format!("a field name of `{message}` was expected"));
        }
        let known = self.schema.get(message).and_then(|fields| fields.get(&*name)).copied();
        let (number, kind) = known.unwrap_or_else(|| {
            self.unknown.insert(format!("{message}.{name}"));
            (0, Kind::Ignored)
        });
        let colon = self.eat(b':');
        if kind == Kind::Ignored {
            self.skip_value(depth)?;
        } else if self.eat(b'[') {
            while !self.eat(b']') {
                self.value(number, kind, &name, depth, out)?;
                self.eat(b',');
            }
        } else {
            if !colon && !matches!(kind, Kind::Message(_)) {
                return self.fault(start, format!("`:` was expected after `{name}`"));
            }
            self.value(number, kind, &name, depth, out)?;
        }
        self.end_of_field();
        Ok(())
    }

    fn end_of_field(&mut self) {
        if !self.eat(b',') {
            self.eat(b';');
        }
    }

    /// The byte that closes the message opened here, if one is.
    fn open_message(&mut self) -> Option<u8> {
        if self.eat(b'{') {
            Some(b'}')
        } else if self.eat(b'<') {
            Some(b'>')
        } else {
            None
        }
    }

    fn value(&mut self, number: u32, kind: Kind, name: &str, depth: usize, out: &mut Vec<u8>) -> Result<()> {
        self.skip_blanks();
        let start = self.at;
        if let Kind::Message(message) = kind {
            let Some(end) = self.open_message() else {
                return self.fault(start, format!("`{{` was expected: `{name}` is a `{message}`"));
            };
            let mut inner = Vec::new();
            self.message(message, Some(end), depth + 1, &mut inner)?;
            encode_key(number, WireType::LengthDelimited, out);
            encode_varint(inner.len() as u64, out);
            out.append(&mut inner);
            return Ok(());
        }
        let scalar = self.scalar()?;
        let done = match (&scalar, kind) {
            (Scalar::Bytes(bytes), Kind::Bytes) => {
                encode_key(number, WireType::LengthDelimited, out);
                encode_varint(bytes.len() as u64, out);
                out.extend_from_slice(bytes);
                Some(())
            }
            (Scalar::Word(word), _) => encode_word(number, kind, word, out),
            _ => None,
        };
        match done {
            Some(()) => Ok(()),
            None => self.fault(start, format!("this is no value for `{name}`")),
        }
    }

    fn scalar(&mut self) -> Result<Scalar> {
        self.skip_blanks();
        let start = self.at;
        if matches!(self.peek(), Some(b'"' | b'\'')) {
            let mut bytes = Vec::new();
            // Adjacent strings are one.
            while let Some(quote @ (b'"' | b'\'')) = self.peek() {
                self.at += 1;
                self.string(quote, &mut bytes)?;
                self.skip_blanks();
            }
            return Ok(Scalar::Bytes(bytes));
        }
        let sign = if self.eat(b'-') { "-" } else { "" };
        self.skip_blanks();
        let word = String::from_utf8_lossy(self.word());
        if word.is_empty() {
            return self.fault(start, "a value was expected");
        }
        Ok(Scalar::Word(format!("{sign}{word}")))
    }

    fn string(&mut self, quote: u8, out: &mut Vec<u8>) -> Result<()> {
        let start = self.at;
        loop {
            let Some(byte) = self.peek() else { return self.fault(start, "the text ends inside a string") };
            self.at += 1;
            match byte {
                _ if byte == quote => return Ok(()),
                b'\n' => return self.fault(start, "a string ends at the end of its line"),
                b'\\' => self.escape(out)?,
                _ => out.push(byte),
            }
        }
    }

    /// Digits of `radix`, at most `most` of them.
    fn digits(&mut self, radix: u32, most: usize) -> Option<u32> {
        let mut value = None;
        for _ in 0..most {
            let Some(digit) = self.peek().and_then(|byte| char::from(byte).to_digit(radix)) else { break };
            value = Some(value.unwrap_or(0) * radix + digit);
            self.at += 1;
        }
        value
    }

    fn escape(&mut self, out: &mut Vec<u8>) -> Result<()> {
        let start = self.at;
        let Some(byte) = self.peek() else { return self.fault(start, "the text ends inside a string") };
        if byte.is_ascii_digit() {
            let Some(value @ 0..=255) = self.digits(8, 3) else {
                return self.fault(start, "a bad octal escape");
            };
            out.push(value as u8);
            return Ok(());
        }
        self.at += 1;
        out.push(match byte {
            b'a' => 0x07,
            b'b' => 0x08,
            b'f' => 0x0c,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'v' => 0x0b,
            b'?' | b'\\' | b'\'' | b'"' => byte,
            b'x' | b'X' => match self.digits(16, 2) {
                Some(value) => value as u8,
                None => return self.fault(start, "a bad hexadecimal escape"),
            },
            b'u' | b'U' => {
                let most = if byte == b'u' { 4 } else { 8 };
                let Some(c) = self.digits(16, most).and_then(char::from_u32) else {
                    return self.fault(start, "a bad Unicode escape");
                };
                out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                return Ok(());
            }
            _ => return self.fault(start, "an unknown escape"),
        });
        Ok(())
    }

    /// Reads over a value of any kind.
    fn skip_value(&mut self, depth: usize) -> Result<()> {
        if depth > MAX_DEPTH {
            return self.fault(self.at, format!("messages are nested more than {MAX_DEPTH} deep"));
        }
        if let Some(end) = self.open_message() {
            while !self.eat(end) {
                self.skip_field(depth + 1)?;
            }
        } else if self.eat(b'[') {
            while !self.eat(b']') {
                self.skip_value(depth + 1)?;
                self.eat(b',');
            }
        } else {
            self.scalar()?;
        }
        Ok(())
    }

    fn skip_field(&mut self, depth: usize) -> Result<()> {
        let start = self.at;
        if self.eat(b'[') {
            while self.peek().is_some_and(|byte| byte != b']') {
                self.at += 1;
            }
            self.eat(b']');
        } else if self.word().is_empty() {
            return self.fault(start, "a field name was expected");
        }
        self.eat(b':');
        self.skip_value(depth)?;
        self.end_of_field();
        Ok(())
    }
}

/// An integer in decimal, hexadecimal or octal.
fn parse_int(word: &str) -> Option<i128> {
    let (negative, digits) = word.strip_prefix('-').map_or((false, word), |rest| (true, rest));
    let value = if let Some(hex) = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        i128::from_str_radix(hex, 16).ok()?
    } else if digits.len() > 1 && digits.starts_with('0') {
        i128::from_str_radix(digits, 8).ok()?
    } else {
        digits.parse().ok()?
    };
    Some(if negative { -value } else { value })
}

fn parse_float(word: &str) -> Option<f64> {
    let trimmed =
        word.strip_suffix(['f', 'F']).filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit() || c == '.'));
    match word.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => Some(f64::INFINITY),
        "-inf" | "-infinity" => Some(f64::NEG_INFINITY),
        "nan" | "-nan" => Some(f64::NAN),
        _ => trimmed.unwrap_or(word).parse().ok(),
    }
}

/// Appends a field given by a number or an identifier. `None` when it is no value of this kind.
fn encode_word(number: u32, kind: Kind, word: &str, out: &mut Vec<u8>) -> Option<()> {
    let varint = |value: u64, out: &mut Vec<u8>| {
        encode_key(number, WireType::Varint, out);
        encode_varint(value, out);
    };
    match kind {
        Kind::Int => varint(i64::try_from(parse_int(word)?).ok()? as u64, out),
        Kind::SignedInt => {
            let value = i64::try_from(parse_int(word)?).ok()?;
            varint(((value << 1) ^ (value >> 63)) as u64, out);
        }
        Kind::Unsigned => varint(u64::try_from(parse_int(word)?).ok()?, out),
        Kind::Bool => varint(
            match word {
                "true" | "True" | "t" | "1" => 1,
                "false" | "False" | "f" | "0" => 0,
                _ => return None,
            },
            out,
        ),
        Kind::DataType => {
            let named = DataType::from_name(word).map(|dtype| dtype.0);
            let value = named.or_else(|| i32::try_from(parse_int(word)?).ok())?;
            varint(i64::from(value) as u64, out);
        }
        Kind::Fixed32 => {
            let value = u32::try_from(parse_int(word)?).ok()?;
            encode_key(number, WireType::ThirtyTwoBit, out);
            out.extend_from_slice(&value.to_le_bytes());
        }
        Kind::Float => {
            let value = parse_float(word)? as f32;
            encode_key(number, WireType::ThirtyTwoBit, out);
            out.extend_from_slice(&value.to_le_bytes());
        }
        Kind::Double => {
            let value = parse_float(word)?;
            encode_key(number, WireType::SixtyFourBit, out);
            out.extend_from_slice(&value.to_le_bytes());
        }
        Kind::Bytes | Kind::Message(_) | Kind::Ignored => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use prost::Message;

    use super::*;
    use crate::tensorflow::proto::{AttrValueValue, GraphDef};

    #[test]
    fn every_message_of_the_schema_is_defined() {
        let schema = schema();
        for fields in schema.values() {
            for (_, kind) in fields.values() {
                if let Kind::Message(name) = kind {
                    assert!(schema.contains_key(name), "{name}");
                }
            }
        }
    }

    #[test]
    fn a_graph_is_read() {
        let text = br#"
            # A comment.
            node { name: "a" op: 'Const' attr { key: "dtype" value { type: DT_FLOAT } }
              attr { key: "value" value { tensor { dtype: DT_FLOAT tensor_shape { dim { size: 2 } }
                tensor_content: "\000\000\200?" "\x00\x00\x80\xbf" } } } }
            node: < name: "b", op: "Neg"; input: ["a", "^a"] future_field { x: [1, { y: 2 }] } >
            versions { producer: 0x10 }
        "#;
        let encoded = encode("test", text, "GraphDef").unwrap();
        assert_eq!(encoded.unknown.into_iter().collect::<Vec<_>>(), ["NodeDef.future_field"]);
        let graph = GraphDef::decode(&*encoded.bytes).unwrap();
        assert_eq!(graph.node[1].input, ["a", "^a"]);
        assert_eq!(graph.versions.unwrap().producer, 16);
        let Some(AttrValueValue::Tensor(tensor)) = graph.node[0].attr["value"].value.clone() else {
            panic!()
        };
        assert_eq!(&*tensor.tensor_content, [0, 0, 0x80, 0x3f, 0, 0, 0x80, 0xbf]);
    }

    #[test]
    fn faults_have_a_place() {
        for text in
            ["node {", "node: 3", "node { name: }", "node { name: \"x }", "node { name \"x\" }", "=", "a: ["]
        {
            let error = encode("test", text.as_bytes(), "GraphDef").unwrap_err();
            assert_eq!(error.code, "textproto-syntax", "{text}");
        }
        let deep = "library { function { node_def { attr { value { func {".to_string()
            + &"attr { value { func {".repeat(200);
        assert_eq!(encode("test", deep.as_bytes(), "GraphDef").unwrap_err().code, "textproto-syntax");
    }
}
