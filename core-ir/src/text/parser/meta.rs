//! What stands beside operations: aliases and resources.
//!
//! Both may be used before the place where they are written (`loc(#loc7)` with `#loc7` at the end of the file), so
//! definitions are found by a scan of line starts, once, and read when first used.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::elements::hex_bytes;
use super::types::{balanced_end, word_at};
use super::{Parser, Tok, Token};
use crate::attrs::{Attr, AttrId};
use crate::consts::ConstData;
use crate::diag::Result;
use crate::intern::StrId;
use crate::loc::LocId;
use crate::text::lexer::{Lexer, is_word_byte};
use crate::text::printer::{ExternalResource, ResourceValue};
use crate::text::{attr_text, type_text};
use crate::types::TypeId;

/// What an alias stands for.
#[derive(Clone, Copy)]
pub(super) enum Alias {
    /// Written at this offset, not read yet.
    At(usize),
    /// Being read: a use of it now is a cycle.
    Open,
    /// Read, with how deep it nests.
    Type(TypeId, u32),
    Attr(AttrId, u32),
}

/// A resource of the text.
pub(super) struct ResourceEntry {
    /// Where its key is in the text.
    key: Range<usize>,
    /// The string that holds it.
    value: Token,
    /// What the string says: an alignment and bytes.
    blob: Option<(u32, Arc<[u8]>)>,
    /// The attributes that were made of it, by type.
    attrs: Vec<(TypeId, AttrId)>,
}

/// Aliases by name, with the `#` or `!`.
#[derive(Default)]
pub(super) struct Aliases<'a> {
    scanned: bool,
    map: FxHashMap<&'a str, Alias>,
}

impl<'a> Parser<'a> {
    /// Finds every `#name =` and `!name =` at the start of a line.
    fn scan_aliases(&mut self) {
        self.aliases.scanned = true;
        let bytes = self.bytes();
        let mut line = 0;
        loop {
            let mut at = line;
            while matches!(bytes.get(at), Some(b' ' | b'\t')) {
                at += 1;
            }
            if matches!(bytes.get(at), Some(b'#' | b'!')) {
                let mut lexer = Lexer::new(bytes);
                lexer.pos = at;
                let (name, equal) = (lexer.next(), lexer.next());
                if matches!(name.kind, Tok::Hash | Tok::Bang) && equal.kind == Tok::Equal {
                    let value = lexer.next().start;
                    self.aliases.map.entry(self.text_of(name)).or_insert(Alias::At(value));
                }
            }
            match bytes[line..].iter().position(|&b| b == b'\n') {
                Some(newline) => line += newline + 1,
                None => return,
            }
        }
    }

    fn alias(&mut self, token: Token) -> Result<Alias> {
        if !self.aliases.scanned {
            self.scan_aliases();
        }
        let name = self.text_of(token);
        match self.aliases.map.get(name).copied() {
            None => Err(self.error_at(token.start, token.end, format!("`{name}` is not defined"))),
            Some(Alias::Open) => {
                Err(self.error_at(token.start, token.end, format!("`{name}` is defined by means of itself")))
            }
            Some(Alias::At(value)) => {
                self.aliases.map.insert(name, Alias::Open);
                let saved = (self.lexer, self.tok, self.last_end);
                self.seek(value);
                let alias = self.alias_value(token.kind)?;
                (self.lexer, self.tok, self.last_end) = saved;
                self.aliases.map.insert(name, alias);
                Ok(alias)
            }
            Some(alias @ (Alias::Type(_, height) | Alias::Attr(_, height))) => {
                self.reach(height)?;
                Ok(alias)
            }
        }
    }

    /// What an alias stands for, current.
    fn alias_value(&mut self, kind: Tok) -> Result<Alias> {
        Ok(match kind {
            Tok::Bang => {
                let (ty, height) = self.measured(Self::parse_type)?;
                Alias::Type(ty, height)
            }
            _ => {
                let (attr, height) = self.measured(Self::parse_attr)?;
                Alias::Attr(attr, height)
            }
        })
    }

    /// Interns the text of the type or attribute that starts with the name `token` and ends at byte `end`, without its
    /// sign. It is kept because nobody reads it, but aliases in it are replaced by what they stand for, since they are not
    /// printed. `!a<b<...>>` is `!a.b<...>`, as MLIR prints it.
    pub(super) fn opaque_text(&mut self, token: Token, end: usize) -> Result<StrId> {
        let (start, body) = (token.start + 1, token.end);
        let text = &self.text[start..end];
        if !text.contains(['#', '!']) {
            return Ok(self.ctx.str(&simplified(text)));
        }
        if !self.aliases.scanned {
            self.scan_aliases();
        }
        let mut out = self.text[start..body].to_owned();
        let (mut lexer, mut copied) = (Lexer::new(self.bytes()), body);
        lexer.pos = body;
        loop {
            let token = lexer.next();
            if token.start >= end {
                out.push_str(&self.text[copied..end]);
                return Ok(self.ctx.str(&simplified(&out)));
            }
            let is_alias = matches!(token.kind, Tok::Hash | Tok::Bang)
                && self.bytes().get(token.end) != Some(&b'<')
                && self.aliases.map.contains_key(self.text_of(token));
            if is_alias {
                out.push_str(&self.text[copied..token.start]);
                match self.alias(token)? {
                    Alias::Type(ty, _) => out.push_str(&type_text(self.ctx, ty)),
                    Alias::Attr(attr, _) => out.push_str(&attr_text(self.ctx, attr)),
                    Alias::At(_) | Alias::Open => {}
                }
                copied = token.end;
            }
        }
    }

    /// `!name`, current.
    pub(super) fn type_alias(&mut self, token: Token) -> Result<TypeId> {
        let alias = self.alias(token)?;
        self.bump();
        match alias {
            Alias::Type(ty, _) => Ok(ty),
            _ => Err(self.error_at(token.start, token.end, "this alias is no type")),
        }
    }

    /// `#name`, current.
    pub(super) fn attr_alias(&mut self, token: Token) -> Result<AttrId> {
        let alias = self.alias(token)?;
        self.bump();
        match alias {
            Alias::Attr(attr, _) => Ok(attr),
            _ => Err(self.error_at(token.start, token.end, "this alias is no attribute")),
        }
    }

    /// `#name`, current, which stands for a location.
    pub(super) fn loc_alias(&mut self, token: Token) -> Result<LocId> {
        let attr = self.attr_alias(token)?;
        match self.ctx.attr_of(attr) {
            Attr::Location(loc) => Ok(*loc),
            _ => Err(self.error_at(token.start, token.end, "this alias is no location")),
        }
    }

    /// `#name = value` or `!name = value` at the top level.
    pub(super) fn alias_definition(&mut self) -> Result<()> {
        let token = self.bump();
        self.expect(Tok::Equal)?;
        let name = self.text_of(token);
        if name[1..].contains('.') {
            return Err(self.error_at(token.start, token.end, "the name of an alias has no dots"));
        }
        let alias = self.alias_value(token.kind)?;
        self.aliases.map.insert(name, alias);
        Ok(())
    }

    /// `{-# ... #-}` at the top level; its resources are read when they are used.
    pub(super) fn skip_metadata(&mut self) -> Result<()> {
        let open = self.bump();
        while !self.at(Tok::MetaClose) {
            if matches!(self.tok.kind, Tok::Eof | Tok::Bad) {
                return Err(self.error_at(open.start, open.end, "this `{-#` has no matching `#-}`"));
            }
            self.bump();
        }
        self.bump();
        Ok(())
    }

    /// The attribute that resource `key` of the builtin dialect is as a tensor of type `ty`, if the text has it.
    pub(super) fn resource(&mut self, key: &[u8], ty: TypeId) -> Result<Option<AttrId>> {
        if self.resources.is_none() {
            let saved = (self.lexer, self.tok, self.last_end);
            let mut found = FxHashMap::default();
            self.resource_section(&mut |p, kind, owner, key, value| {
                if kind == "dialect_resources" && owner == "builtin" && value.kind == Tok::Str {
                    let key = p.key_range(key);
                    let bytes = &p.bytes()[key.clone()];
                    found.insert(bytes, ResourceEntry { key, value, blob: None, attrs: Vec::new() });
                }
                Ok(())
            })?;
            (self.lexer, self.tok, self.last_end) = saved;
            self.resources = Some(found);
        }
        let Some(mut entry) = self.resources.as_mut().and_then(|map| map.remove(key)) else {
            return Ok(None);
        };
        let attr = self.resource_as(&mut entry, ty)?;
        if let Some(map) = &mut self.resources {
            map.insert(&self.text.as_bytes()[entry.key.clone()], entry);
        }
        Ok(Some(attr))
    }

    fn resource_as(&mut self, entry: &mut ResourceEntry, ty: TypeId) -> Result<AttrId> {
        if let Some(&(_, attr)) = entry.attrs.iter().find(|known| known.0 == ty) {
            return Ok(attr);
        }
        let ctx = self.ctx;
        let (alignment, bytes) = match &entry.blob {
            Some(blob) => blob.clone(),
            None => entry.blob.insert(self.blob(entry.value)?).clone(),
        };
        let key = String::from_utf8_lossy(&self.bytes()[entry.key.clone()]);
        let size = ctx.elem_bytes(ctx.elem_type(ty)).zip(ctx.element_count(ty));
        let attr = match size {
            Some((width, count)) if width.checked_mul(count) == Some(bytes.len()) => {
                ctx.elements_attr(ctx.aligned_resource(ty, ConstData::Owned(bytes), &key, alignment))
            }
            // One element stands for all.
            Some((width, count)) if width == bytes.len() && count > 0 => {
                let one = ConstData::Splat((*bytes).into());
                ctx.elements_attr(ctx.aligned_resource(ty, one, &key, alignment))
            }
            // Bytes of another size are nobody's elements, but they are kept.
            _ => {
                let raw = ctx.fixed_tensor(&[bytes.len() as i64], TypeId::UI8);
                let raw = ctx.aligned_resource(raw, ConstData::Owned(bytes), &key, alignment);
                ctx.unfit_resource_attr(raw, ty)
            }
        };
        entry.attrs.push((ty, attr));
        Ok(attr)
    }

    /// The alignment and the bytes that a string says in hexadecimal.
    fn blob(&self, token: Token) -> Result<(u32, Arc<[u8]>)> {
        let blob = self.bytes()[token.start + 1..token.end - 1].strip_prefix(b"0x").and_then(hex_bytes);
        match blob.as_deref().and_then(|blob| blob.split_first_chunk()) {
            Some((alignment, bytes)) => Ok((u32::from_le_bytes(*alignment), bytes.into())),
            None => {
                let message = "a resource is an alignment and bytes in hexadecimal";
                Err(self.error_at(token.start, token.end, message))
            }
        }
    }

    /// The entries that `owner` has in the section of external resources.
    pub(super) fn external_resources(&mut self, owner: &str) -> Result<Vec<(ExternalResource, Token)>> {
        let mut found = Vec::new();
        self.resource_section(&mut |p, kind, whose, key, token| {
            if kind != "external_resources" || whose != owner {
                return Ok(());
            }
            let value = match (token.kind, p.text_of(token)) {
                (Tok::Bare, "true") => ResourceValue::Bool(true),
                (Tok::Bare, "false") => ResourceValue::Bool(false),
                (Tok::Str, _) => {
                    let text = p.string_of(token.start, token.end)?;
                    ResourceValue::Text(String::from_utf8_lossy(&text).into_owned())
                }
                _ => {
                    return Err(p.error_at(
                        token.start,
                        token.end,
                        "a string, `true` or `false` is expected here",
                    ));
                }
            };
            let key = String::from_utf8_lossy(&p.bytes()[p.key_range(key)]).into_owned();
            found.push((ExternalResource { owner: owner.to_owned(), key, value }, token));
            Ok(())
        })?;
        Ok(found)
    }

    /// Where the name of an entry stands, without quotes.
    fn key_range(&self, key: Token) -> std::ops::Range<usize> {
        let quotes = usize::from(key.kind == Tok::Str);
        key.start + quotes..key.end - quotes
    }

    /// Calls `entry` with kind, owner, key and value of each entry of
    /// `{-# dialect_resources: { builtin: { key: "0x..." } }, external_resources: {...} #-}`.
    #[allow(clippy::type_complexity)]
    fn resource_section(
        &mut self,
        entry: &mut dyn FnMut(&Self, &str, &str, Token, Token) -> Result<()>,
    ) -> Result<()> {
        let Some(at) = metadata_start(self.bytes()) else { return Ok(()) };
        self.seek(at);
        self.expect(Tok::MetaOpen)?;
        while !self.eat(Tok::MetaClose) {
            let kind = self.word()?;
            self.expect(Tok::Colon)?;
            self.list(Tok::LBrace, Tok::RBrace, |p| {
                let owner = p.word_or_string_token()?;
                p.expect(Tok::Colon)?;
                let owner = p.text_of(owner);
                p.list(Tok::LBrace, Tok::RBrace, |p| {
                    let key = p.word_or_string_token()?;
                    p.expect(Tok::Colon)?;
                    let value = p.bump();
                    entry(p, kind, owner, key, value)
                })
            })?;
            if !self.eat(Tok::Comma) && !self.at(Tok::MetaClose) {
                return Err(self.unexpected("`#-}`"));
            }
        }
        Ok(())
    }

    fn word_or_string_token(&mut self) -> Result<Token> {
        match self.tok.kind {
            Tok::Bare | Tok::Str => Ok(self.bump()),
            _ => Err(self.unexpected("a key")),
        }
    }
}

/// `a.b<...>` for `a<b<...>>`.
fn simplified(text: &str) -> Cow<'_, str> {
    let inner = text.split_once('<').filter(|(dialect, _)| !dialect.contains('.'));
    match inner.and_then(|(dialect, rest)| Some((dialect, rest.strip_suffix('>')?))) {
        Some((dialect, inner)) if is_simple_symbol(inner) => format!("{dialect}.{inner}").into(),
        _ => text.into(),
    }
}

/// Whether a type or attribute can be written after the dialect's name and a dot: a word, with brackets or without.
fn is_simple_symbol(text: &str) -> bool {
    let word = text.bytes().take_while(|&b| is_word_byte(b)).count();
    let is_word = text.starts_with(|c: char| c.is_ascii_alphabetic());
    is_word
        && (word == text.len()
            || balanced_end(text.as_bytes(), word) == Some(text.len()) && text.as_bytes()[word] == b'<')
}

/// The offset of the last `{-#` that starts a line and is followed by a resource section.
fn metadata_start(bytes: &[u8]) -> Option<usize> {
    let mut line_end = bytes.len();
    loop {
        let line = bytes[..line_end].iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        let at = line + bytes[line..line_end].iter().take_while(|b| b.is_ascii_whitespace()).count();
        if bytes[at..].starts_with(b"{-#") {
            let mut word = at + 3;
            while bytes.get(word).is_some_and(|&b| !is_word_byte(b)) {
                word += 1;
            }
            if word_at(bytes, word.min(bytes.len()), "dialect_resources")
                || word_at(bytes, word.min(bytes.len()), "external_resources")
            {
                return Some(at);
            }
        }
        line_end = line.checked_sub(1)?;
    }
}
