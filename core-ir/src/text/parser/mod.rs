//! Recursive descent over tokens, with regions on an explicit stack.

mod attrs;
mod elements;
mod locs;
mod meta;
mod ops;
mod regions;
mod scopes;
mod types;

use rustc_hash::FxHashMap;

use crate::attrs::{AttrId, DictId};
use crate::context::{Context, OpName};
use crate::diag::{Diagnostic, Diagnostics, Reported, Result};
use crate::graph::Graph;
use crate::loc::LocId;
use crate::registry::DialectHooks;
use crate::text::lexer::{self, Lexer, Tok, Token};
use crate::text::printer::ExternalResource;
use crate::text::syntax::OpSyntax;
use crate::types::TypeId;

pub use ops::{OpBuild, Operand};

/// How deep types, attributes and locations may nest. Each level takes stack.
const MAX_DEPTH: u32 = 200;
/// How deep they may nest when what aliases stand for counts too. Each level takes stack in who walks over them.
const MAX_HEIGHT: u32 = 600;

/// How a text is parsed.
#[derive(Clone, Debug, Default)]
pub struct ParseOptions {
    /// Whether operations, types and attributes of dialects that nobody registered are kept as they are. Types and
    /// attributes always are.
    pub allow_unregistered: bool,
    /// Whether a text must be one operation. Then nothing is put around it when it is printed either, which
    /// [`Graph::is_implicit_module`] tells.
    pub no_implicit_module: bool,
}

/// Parses a module. A text whose top level is not one `builtin.module` gets one around it. The graph is the body of
/// that module; its attributes are [`Graph::module_attrs`].
pub fn parse_module(
    ctx: &Context,
    source: &str,
    text: &str,
    options: &ParseOptions,
    diags: &mut Diagnostics,
) -> Result<Graph, Reported> {
    Parser::new(ctx, source, text, options).parse_top().map_err(|fault| diags.push(fault))
}

/// Parses one type that takes all of `text`.
pub fn parse_type(ctx: &Context, text: &str) -> Result<TypeId> {
    let mut parser = Parser::new(ctx, "type", text, &ParseOptions::default());
    let ty = parser.parse_type()?;
    parser.expect(Tok::Eof)?;
    Ok(ty)
}

/// Parses one attribute that takes all of `text`.
pub fn parse_attr(ctx: &Context, text: &str) -> Result<AttrId> {
    let mut parser = Parser::new(ctx, "attribute", text, &ParseOptions::default());
    let attr = parser.parse_attr()?;
    parser.expect(Tok::Eof)?;
    Ok(attr)
}

/// The entries that `owner` has in the section of external resources at the end of `text`, each with the bytes of its
/// value.
pub fn external_resources(
    ctx: &Context,
    source: &str,
    text: &str,
    owner: &str,
) -> Result<Vec<(ExternalResource, (usize, usize))>> {
    let mut parser = Parser::new(ctx, source, text, &ParseOptions::default());
    let found = parser.external_resources(owner)?;
    Ok(found.into_iter().map(|(entry, token)| (entry, (token.start, token.end))).collect())
}

/// What the parser knows of an operation name.
#[derive(Clone, Copy)]
struct OpEntry {
    name: OpName,
    syntax: Option<&'static OpSyntax>,
    registered: bool,
    traits: crate::spec::Traits,
    isolated: bool,
}

/// A parser at a place in a text. Its public methods are what the syntax hooks of a dialect are written with.
pub struct Parser<'a> {
    ctx: &'a Context,
    source: &'a str,
    text: &'a str,
    options: ParseOptions,
    lexer: Lexer<'a>,
    tok: Token,
    /// The end of the token before the current one.
    last_end: usize,
    depth: u32,
    /// The greatest depth since somebody measured.
    reached: u32,
    /// Where line counting stands: an offset, its line, and where that line starts.
    line: (usize, u32, usize),
    file: crate::StrId,
    aliases: meta::Aliases<'a>,
    resources: Option<FxHashMap<&'a [u8], meta::ResourceEntry>>,
    op_entries: FxHashMap<&'a str, OpEntry>,
    /// Types by their text, with how deep they nest.
    types: FxHashMap<&'a str, (TypeId, u32)>,
    dicts: FxHashMap<(OpName, &'a str), (DictId, DictId)>,
    frames: Vec<regions::Frame<'a>>,
    /// How many regions were begun.
    regions: u32,
    graphs: Vec<Graph>,
    scopes: Vec<scopes::Scope<'a>>,
    /// Boxed, because they move between here and frames, and are large.
    #[allow(clippy::vec_box)]
    spare: Vec<Box<OpBuild<'a>>>,
}

impl<'a> Parser<'a> {
    fn new(ctx: &'a Context, source: &'a str, text: &'a str, options: &ParseOptions) -> Self {
        let mut lexer = Lexer::new(text.as_bytes());
        let tok = lexer.next();
        Self {
            ctx,
            source,
            text,
            options: options.clone(),
            lexer,
            tok,
            last_end: 0,
            depth: 0,
            reached: 0,
            line: (0, 1, 0),
            file: ctx.str(source),
            aliases: meta::Aliases::default(),
            resources: None,
            op_entries: FxHashMap::default(),
            types: FxHashMap::default(),
            dicts: FxHashMap::default(),
            frames: Vec::new(),
            regions: 0,
            graphs: Vec::new(),
            scopes: Vec::new(),
            spare: Vec::new(),
        }
    }

    /// The context that everything is interned in.
    pub fn ctx(&self) -> &'a Context {
        self.ctx
    }

    /// The end of the token before the current one.
    pub(crate) fn last_end(&self) -> usize {
        self.last_end
    }

    /// The current token.
    pub fn token(&self) -> Token {
        self.tok
    }

    /// Whether the current token is of this kind.
    pub fn at(&self, kind: Tok) -> bool {
        self.tok.kind == kind
    }

    /// Whether the current token is this word.
    pub fn at_word(&self, word: &str) -> bool {
        self.tok.kind == Tok::Bare && self.text_of(self.tok) == word
    }

    /// The text of a token.
    pub fn text_of(&self, token: Token) -> &'a str {
        self.text.get(token.start..token.end).unwrap_or("")
    }

    fn bytes(&self) -> &'a [u8] {
        self.text.as_bytes()
    }

    /// Moves on, and gives the token that was current.
    pub fn bump(&mut self) -> Token {
        let token = self.tok;
        self.last_end = token.end;
        self.tok = self.lexer.next();
        token
    }

    /// Moves to byte `pos`, where a token starts.
    fn seek(&mut self, pos: usize) {
        self.last_end = pos;
        self.lexer.pos = pos;
        self.tok = self.lexer.next();
    }

    /// Moves on if the current token is of this kind.
    pub fn eat(&mut self, kind: Tok) -> bool {
        let found = self.tok.kind == kind;
        if found {
            self.bump();
        }
        found
    }

    /// Moves on if the current token is this word.
    pub fn eat_word(&mut self, word: &str) -> bool {
        let found = self.at_word(word);
        if found {
            self.bump();
        }
        found
    }

    /// The current token, which must be of this kind.
    pub fn expect(&mut self, kind: Tok) -> Result<Token> {
        if self.tok.kind == kind { Ok(self.bump()) } else { Err(self.unexpected(kind.describe())) }
    }

    /// The current token, which must be this word.
    pub fn expect_word(&mut self, word: &str) -> Result<()> {
        if self.eat_word(word) { Ok(()) } else { Err(self.unexpected(&format!("`{word}`"))) }
    }

    /// Parses `open item, item close`; an empty list is fine.
    pub fn list(
        &mut self,
        open: Tok,
        close: Tok,
        mut item: impl FnMut(&mut Self) -> Result<()>,
    ) -> Result<()> {
        self.expect(open)?;
        if self.eat(close) {
            return Ok(());
        }
        loop {
            item(self)?;
            if !self.eat(Tok::Comma) {
                self.expect(close)?;
                return Ok(());
            }
        }
    }

    /// An error at the current token.
    pub fn error(&self, message: impl Into<String>) -> Box<Diagnostic> {
        self.error_at(self.tok.start, self.tok.end, message)
    }

    /// An error at a byte range.
    pub fn error_at(&self, start: usize, end: usize, message: impl Into<String>) -> Box<Diagnostic> {
        Box::new(Diagnostic::error("mlir-syntax", message).in_text(self.source, start, end.max(start)))
    }

    /// An error that something else was expected.
    pub fn unexpected(&self, wanted: &str) -> Box<Diagnostic> {
        if self.tok.kind == Tok::Bad {
            return self.error(self.lexer.fault(self.tok));
        }
        let found = match self.tok.kind {
            Tok::Eof => "the text ends".to_owned(),
            _ => {
                let text: String = self.text_of(self.tok).chars().take(40).collect();
                format!("found `{text}`")
            }
        };
        self.error(format!("{wanted} is expected here, but {found}"))
    }

    /// Runs `parse` one level deeper.
    fn nested<T>(&mut self, parse: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        if self.depth >= MAX_DEPTH {
            return Err(
                self.error(format!("types and attributes nest more than {MAX_DEPTH} levels deep here"))
            );
        }
        self.depth += 1;
        self.reached = self.reached.max(self.depth);
        let result = parse(self);
        self.depth -= 1;
        result
    }

    /// Runs `parse`, and says how many levels it went down. What is read once and used again by a name has to count its
    /// levels wherever it is used, or a chain of names would nest without end.
    fn measured<T>(&mut self, parse: impl FnOnce(&mut Self) -> Result<T>) -> Result<(T, u32)> {
        let before = std::mem::replace(&mut self.reached, self.depth);
        let result = parse(self);
        let height = self.reached - self.depth;
        self.reached = self.reached.max(before);
        Ok((result?, height))
    }

    /// Counts `height` levels below this one.
    fn reach(&mut self, height: u32) -> Result<()> {
        if self.depth + height > MAX_HEIGHT {
            return Err(
                self.error(format!("types and attributes nest more than {MAX_HEIGHT} levels deep here"))
            );
        }
        self.reached = self.reached.max(self.depth + height);
        Ok(())
    }

    /// The bytes of the string token that is current.
    pub fn string(&mut self) -> Result<std::borrow::Cow<'a, [u8]>> {
        let token = self.expect(Tok::Str)?;
        self.string_of(token.start, token.end)
    }

    fn string_of(&self, start: usize, end: usize) -> Result<std::borrow::Cow<'a, [u8]>> {
        let bytes = lexer::unescape(&self.bytes()[start..end]);
        bytes.ok_or_else(|| self.error_at(start, end, "the string has an escape that is not known"))
    }

    /// A non-negative integer.
    pub fn unsigned(&mut self) -> Result<u64> {
        let token = self.expect(Tok::Int)?;
        let value = parse_unsigned(self.text_of(token)).and_then(|value| u64::try_from(value).ok());
        value.ok_or_else(|| self.error_at(token.start, token.end, "the integer is too large"))
    }

    /// An integer with an optional minus sign.
    pub fn signed(&mut self) -> Result<i64> {
        let start = self.tok.start;
        let negative = self.eat(Tok::Minus);
        let value = i128::from(self.unsigned()?);
        let value = if negative { -value } else { value };
        i64::try_from(value).map_err(|_| self.error_at(start, self.last_end, "the integer is too large"))
    }

    /// A float or an integer with an optional minus sign, as a double.
    pub fn number(&mut self) -> Result<f64> {
        let negative = self.eat(Tok::Minus);
        let token = self.tok;
        if !matches!(token.kind, Tok::Int | Tok::Float) {
            return Err(self.unexpected("a number"));
        }
        self.bump();
        let text = self.text_of(token);
        let value = match text.strip_prefix("0x") {
            Some(hex) => u64::from_str_radix(hex, 16).ok().map(f64::from_bits),
            None => text.parse::<f64>().ok(),
        };
        let value = value.ok_or_else(|| self.error_at(token.start, token.end, "the number is too large"))?;
        Ok(if negative { -value } else { value })
    }

    /// A word; gives its text.
    pub fn word(&mut self) -> Result<&'a str> {
        let token = self.expect(Tok::Bare)?;
        Ok(self.text_of(token))
    }

    /// `@name` or `@"name"`; gives the bytes of the name.
    pub fn symbol_name(&mut self) -> Result<std::borrow::Cow<'a, [u8]>> {
        let token = self.expect(Tok::At)?;
        if self.bytes()[token.start + 1] == b'"' {
            return self.string_of(token.start + 1, token.end);
        }
        Ok(self.bytes()[token.start + 1..token.end].into())
    }

    fn hooks_of(&self, dialect: &str) -> Option<&'static DialectHooks> {
        self.ctx.dialects().hooks(dialect)
    }

    /// The location of byte `pos` in this text.
    pub fn loc_at(&mut self, pos: usize) -> LocId {
        let place = self.line_col_at(pos);
        self.file_loc(place)
    }

    fn file_loc(&self, (line, col): (u32, u32)) -> LocId {
        self.ctx.loc(crate::loc::Loc::File { file: self.file, line, col })
    }

    /// Line and column of byte `pos`, cheap when it is not before the last one that was asked for.
    fn line_col_at(&mut self, pos: usize) -> (u32, u32) {
        let (mut from, mut line, mut line_start) = self.line;
        if pos < from {
            (from, line, line_start) = (0, 1, 0);
        }
        for (i, &byte) in self.bytes()[from..pos].iter().enumerate() {
            if byte == b'\n' {
                line += 1;
                line_start = from + i + 1;
            }
        }
        self.line = (pos, line, line_start);
        (line, u32::try_from(pos - line_start + 1).unwrap_or(u32::MAX))
    }
}

/// The value of a decimal or hexadecimal literal.
fn parse_unsigned(text: &str) -> Option<u128> {
    match text.strip_prefix("0x") {
        Some(hex) => u128::from_str_radix(hex, 16).ok(),
        None => text.parse().ok(),
    }
}
