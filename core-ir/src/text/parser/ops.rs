//! Operations.

use super::{OpEntry, Parser, Tok};
use crate::attrs::{Attr, AttrId, DictId};
use crate::diag::Result;
use crate::graph::{Block, Graph, OpHeader, Region, Value};
use crate::intern::StrId;
use crate::loc::LocId;
use crate::spec::{AttrKind, OpSpec, Presence, Traits};
use crate::text::derived;
use crate::text::format::Format;
use crate::text::syntax::{self, OpSyntax, ParseStep};
use crate::types::TypeId;

/// The longest text of an attribute dictionary that is remembered.
const MAX_CACHED_DICT: usize = 256;

/// A use of a value before its type is known.
#[derive(Clone, Copy, Debug)]
pub struct Operand<'a> {
    /// `%name`
    pub name: &'a str,
    /// Which of several results: 1 in `%name#1`.
    pub index: u32,
    /// Where it stands.
    pub pos: usize,
}

/// Where the parsing of a generic form stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum GenericStep {
    #[default]
    Operands,
    AfterOperands,
    AfterRegion,
}

/// An operation that is being parsed.
#[derive(Default)]
pub struct OpBuild<'a> {
    entry: Option<OpEntry>,
    /// Its operands.
    pub operands: Vec<Value>,
    /// Operands that [`Parser::operands`] has read and nobody has resolved.
    pub unresolved: Vec<Operand<'a>>,
    /// The types of its results.
    pub results: Vec<TypeId>,
    /// Inherent attributes.
    pub props: Vec<(StrId, AttrId)>,
    /// Discardable attributes. Those that the operation's spec names become inherent.
    pub attrs: Vec<(StrId, AttrId)>,
    /// The location, when it is written elsewhere than at the end.
    pub loc: Option<LocId>,
    /// What a syntax wants to remember from one step to the next.
    pub note: usize,
    pub(super) regions: Vec<Region>,
    pub(super) inner: Option<Graph>,
    successors: Vec<(Block, Vec<Value>)>,
    result_names: Vec<(&'a str, usize, u32)>,
    /// Both dictionaries, when their text was met before.
    dicts: Option<(DictId, DictId)>,
    /// The text of the only dictionary so far.
    dict_text: Option<&'a str>,
    /// How many attributes there were when that dictionary was read: others do not belong to its text.
    dict_len: usize,
    is_generic: bool,
    generic: GenericStep,
    start: usize,
    place: (u32, u32),
    block: Option<Block>,
}

impl<'a> OpBuild<'a> {
    fn clear(&mut self) {
        self.entry = None;
        self.operands.clear();
        self.unresolved.clear();
        self.results.clear();
        self.props.clear();
        self.attrs.clear();
        self.loc = None;
        self.note = 0;
        self.regions.clear();
        self.inner = None;
        self.successors.clear();
        self.result_names.clear();
        self.dicts = None;
        self.dict_text = None;
        self.dict_len = 0;
        self.is_generic = false;
        self.generic = GenericStep::Operands;
        self.block = None;
    }

    /// Where the operation's text starts.
    pub fn start(&self) -> usize {
        self.start
    }

    /// How many results have names.
    pub fn named_results(&self) -> usize {
        self.result_names.iter().map(|name| name.2 as usize).sum()
    }

    pub(super) fn is_isolated(&self) -> bool {
        self.entry.is_some_and(|entry| entry.isolated)
    }

    pub(super) fn has_trait(&self, wanted: Traits) -> bool {
        self.entry.is_some_and(|entry| entry.traits.has(wanted))
    }

    pub(super) fn default_dialect(&self) -> &'static str {
        self.entry.and_then(|entry| entry.syntax).map_or("", OpSyntax::default_dialect)
    }
}

impl<'a> Parser<'a> {
    /// An operation up to its first region, or all of it.
    pub(super) fn start_op(&mut self, top: Block) -> Result<()> {
        let mut build = self.spare.pop().unwrap_or_default();
        build.start = self.tok.start;
        build.block = Some(self.current_block(top));
        if self.at(Tok::Percent) {
            self.result_names(&mut build)?;
        }
        // An operation is where its name is. Counted now: operations around this one end after it, and lines are
        // counted forwards only.
        build.place = self.line_col_at(self.tok.start);
        self.op_header(&mut build)?;
        self.run_op(build, 0)
    }

    /// The name of an operation, quoted or not.
    fn op_header(&mut self, build: &mut OpBuild<'a>) -> Result<()> {
        let token = self.tok;
        let entry = match token.kind {
            Tok::Str => {
                let name = &self.text_of(token)[1..self.text_of(token).len() - 1];
                build.is_generic = true;
                self.op_entry(name, true)?
            }
            Tok::Bare => {
                let entry = self.op_entry(self.text_of(token), false)?;
                if entry.syntax.is_none() {
                    let name = self.ctx.op_text(entry.name).to_owned();
                    let reason = if entry.registered { "has no short form" } else { "is not known" };
                    return Err(self.error(format!("`{name}` {reason}; write it as `\"{name}\"(...) : ...`")));
                }
                entry
            }
            _ => return Err(self.unexpected("an operation")),
        };
        self.bump();
        build.entry = Some(entry);
        Ok(())
    }

    /// `%a, %b:2 =`
    fn result_names(&mut self, build: &mut OpBuild<'a>) -> Result<()> {
        loop {
            let token = self.expect(Tok::Percent)?;
            let mut count = 1;
            if self.eat(Tok::Colon) {
                let at = self.tok;
                count = u32::try_from(self.unsigned()?).unwrap_or(u32::MAX);
                if count == 0 {
                    return Err(self.error_at(at.start, at.end, "a name stands for one result at least"));
                }
            }
            build.result_names.push((self.text_of(token), token.start, count));
            if !self.eat(Tok::Comma) {
                self.expect(Tok::Equal)?;
                return Ok(());
            }
        }
    }

    /// What is known of the operation called `name`, whose prefix may be missing in the short form.
    fn op_entry(&mut self, text: &'a str, quoted: bool) -> Result<OpEntry> {
        if let Some(&entry) = self.op_entries.get(text).filter(|_| quoted || text.contains('.')) {
            return Ok(entry);
        }
        let mut name = std::borrow::Cow::Borrowed(text);
        if !quoted && !text.contains('.') {
            let dialects = [self.default_dialect(), "builtin", "func"];
            let full = dialects.iter().map(|dialect| format!("{dialect}.{text}"));
            match full.into_iter().find(|full| self.ctx.dialects().find_op(full).is_some()) {
                Some(full) => name = full.into(),
                None => return Err(self.error(format!("`{text}` is no operation"))),
            }
        }
        if text.is_empty() || !text.bytes().all(|b| b.is_ascii_graphic() && b != b'\\') {
            return Err(self.error("this is no name of an operation"));
        }
        let op_name = self.ctx.op_name(&name);
        let spec = self.ctx.op_spec(op_name);
        let dialect_name = name.split_once('.').map_or("", |(dialect, _)| dialect);
        let dialect = self.ctx.dialects().get(dialect_name);
        let is_allowed = self.options.allow_unregistered || dialect.is_some_and(|d| d.allows_unknown_ops);
        if spec.is_none() && !is_allowed {
            let what = match dialect {
                Some(_) => format!("dialect `{dialect_name}` has no such operation"),
                None => format!("no dialect is called `{dialect_name}`"),
            };
            let fault = self.error(format!("`{name}` is not registered: {what}"));
            return Err(Box::new(
                fault.help("to keep unknown operations as they are, allow unregistered dialects"),
            ));
        }
        let entry = OpEntry {
            name: op_name,
            syntax: self.ctx.dialects().op_syntax(&name),
            registered: spec.is_some(),
            traits: spec.map_or(Traits::NONE, |spec| spec.traits),
            isolated: spec.is_some_and(|spec| spec.traits.has(Traits::ISOLATED)),
        };
        if quoted || text.contains('.') {
            self.op_entries.insert(text, entry);
        }
        Ok(entry)
    }

    /// Goes on with an operation until its next region or its end.
    pub(super) fn run_op(&mut self, mut build: Box<OpBuild<'a>>, step: usize) -> Result<()> {
        let custom = build.entry.and_then(|entry| entry.syntax).filter(|_| !build.is_generic);
        let next = match custom {
            Some(OpSyntax::Code(code)) => (code.parse)(self, &mut build, step)?,
            Some(OpSyntax::Format(format)) => self.formatted(&mut build, format)?,
            None => self.generic_step(&mut build)?,
        };
        match next {
            ParseStep::Region(args) => self.begin_region(build, step + 1, args),
            ParseStep::OneOp => self.begin_one_op(build, step + 1),
            ParseStep::Done => self.finish_op(build),
        }
    }

    fn formatted(&mut self, build: &mut OpBuild<'a>, format: &Format) -> Result<ParseStep<'a>> {
        let spec = build.entry.and_then(|entry| self.ctx.op_spec(entry.name));
        let Some(spec) = spec else { return self.generic_step(build) };
        if format.is_bare_generic(self) {
            return self.generic_step(build);
        }
        format.parse(self, build, spec)?;
        Ok(ParseStep::Done)
    }

    fn generic_step(&mut self, build: &mut OpBuild<'a>) -> Result<ParseStep<'a>> {
        if build.generic == GenericStep::Operands {
            self.expect(Tok::LParen)?;
            self.operands(&mut build.unresolved)?;
            self.expect(Tok::RParen)?;
            build.generic = GenericStep::AfterOperands;
        }
        if build.generic == GenericStep::AfterOperands {
            if self.at(Tok::LSquare) {
                self.list(Tok::LSquare, Tok::RSquare, |p| p.successor(build))?;
            }
            if self.at(Tok::Less) {
                self.generic_props(build)?;
            }
            build.generic = GenericStep::AfterRegion;
            if self.eat(Tok::LParen) {
                return Ok(ParseStep::Region(Vec::new()));
            }
        } else {
            if self.eat(Tok::Comma) {
                return Ok(ParseStep::Region(Vec::new()));
            }
            self.expect(Tok::RParen)?;
        }
        self.attr_dict(build)?;
        self.expect(Tok::Colon)?;
        self.generic_types(build)?;
        Ok(ParseStep::Done)
    }

    /// `^block` or `^block(%a, %b : type, type)`
    fn successor(&mut self, build: &mut OpBuild<'a>) -> Result<()> {
        let token = self.expect(Tok::Caret)?;
        let block = self.block_called(self.text_of(token), token.start)?;
        let mut args = Vec::new();
        if self.eat(Tok::LParen) {
            let mut unresolved = Vec::new();
            self.operands(&mut unresolved)?;
            self.expect(Tok::Colon)?;
            let mut types = Vec::new();
            self.comma_types(&mut types)?;
            self.expect(Tok::RParen)?;
            if types.len() != unresolved.len() {
                return Err(self.error_at(
                    token.start,
                    self.last_end,
                    "there are not as many types as operands",
                ));
            }
            for (operand, ty) in unresolved.into_iter().zip(types) {
                args.push(self.resolve(operand, ty)?);
            }
        }
        build.successors.push((block, args));
        Ok(())
    }

    /// `<{name = attr}>`
    fn generic_props(&mut self, build: &mut OpBuild<'a>) -> Result<()> {
        if self.known_dict(build) {
            return Ok(());
        }
        self.expect(Tok::Less)?;
        self.dict_entries(&mut build.props)?;
        build.dict_len = build.props.len() + build.attrs.len();
        self.expect(Tok::Greater)?;
        Ok(())
    }

    /// `{name = attr}`, if it follows. Goes into [`OpBuild::attrs`].
    pub fn attr_dict(&mut self, build: &mut OpBuild<'a>) -> Result<()> {
        if !self.at(Tok::LBrace) || self.known_dict(build) {
            return Ok(());
        }
        self.dict_entries(&mut build.attrs)?;
        build.dict_len = build.props.len() + build.attrs.len();
        Ok(())
    }

    /// Looks a dictionary up by its text, for which it must be the operation's first and must not nest.
    fn known_dict(&mut self, build: &mut OpBuild<'a>) -> bool {
        let is_first = build.dicts.is_none()
            && build.dict_text.is_none()
            && build.props.is_empty()
            && build.attrs.is_empty();
        let text = if is_first { self.dict_text() } else { None };
        let (Some(text), Some(entry)) = (text, build.entry) else {
            // A second dictionary: the first was no key to everything.
            build.dict_text = None;
            return false;
        };
        build.dict_text = Some(text);
        build.dicts = self.dicts.get(&(entry.name, text)).copied();
        if build.dicts.is_some() {
            self.seek(self.tok.start + text.len());
        }
        build.dicts.is_some()
    }

    /// The text of the short `{...}` or `<{...}>` that starts here.
    fn dict_text(&self) -> Option<&'a str> {
        let start = self.tok.start;
        let bytes = &self.bytes()[start..];
        let mut depth = 0usize;
        let mut at = 0;
        while at < bytes.len().min(MAX_CACHED_DICT) {
            match bytes[at] {
                b'{' => depth += 1,
                b'}' => {
                    depth = depth.checked_sub(1)?;
                    if depth == 0 {
                        let end = start + at + 1 + usize::from(bytes[0] == b'<');
                        return self.text.get(start..end);
                    }
                }
                b'"' => {
                    at += 1;
                    while !matches!(bytes.get(at)?, b'"') {
                        at += 1 + usize::from(bytes[at] == b'\\');
                    }
                }
                b'/' | b'\n' => return None,
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// `(types) -> types`
    fn generic_types(&mut self, build: &mut OpBuild<'a>) -> Result<()> {
        let start = self.tok.start;
        let mut count = 0;
        self.list(Tok::LParen, Tok::RParen, |p| {
            let ty = p.parse_type()?;
            if let Some(&operand) = build.unresolved.get(count) {
                build.operands.push(p.resolve(operand, ty)?);
            }
            count += 1;
            Ok(())
        })?;
        if count != build.unresolved.len() {
            let message =
                format!("the operation has {} operands, but its type has {count}", build.unresolved.len());
            return Err(self.error_at(start, self.last_end, message));
        }
        build.unresolved.clear();
        self.expect(Tok::Arrow)?;
        self.type_list_or_one(&mut build.results)
    }

    /// `%a, %b#1`, as many as there are.
    pub fn operands(&mut self, list: &mut Vec<Operand<'a>>) -> Result<()> {
        if !self.at(Tok::Percent) {
            return Ok(());
        }
        loop {
            let operand = self.operand()?;
            list.push(operand);
            if !self.eat(Tok::Comma) {
                return Ok(());
            }
        }
    }

    /// `%a` or `%a#1`
    pub fn operand(&mut self) -> Result<Operand<'a>> {
        let token = self.expect(Tok::Percent)?;
        let mut index = 0;
        if self.at(Tok::Hash) && self.tok.start == self.last_end {
            let text = &self.text_of(self.tok)[1..];
            index = text.parse().map_err(|_| self.error("the number of a result is expected here"))?;
            self.bump();
        }
        Ok(Operand { name: self.text_of(token), index, pos: token.start })
    }

    /// Resolves [`OpBuild::unresolved`], all of one type.
    pub fn resolve_all(&mut self, build: &mut OpBuild<'a>, ty: TypeId) -> Result<()> {
        for i in 0..build.unresolved.len() {
            let value = self.resolve(build.unresolved[i], ty)?;
            build.operands.push(value);
        }
        build.unresolved.clear();
        Ok(())
    }

    /// Resolves [`OpBuild::unresolved`], each of its type.
    pub fn resolve_types(&mut self, build: &mut OpBuild<'a>, types: &[TypeId]) -> Result<()> {
        if types.len() != build.unresolved.len() {
            let message = format!("there are {} operands and {} types", build.unresolved.len(), types.len());
            return Err(self.error_at(build.start, self.last_end, message));
        }
        for (i, &ty) in types.iter().enumerate() {
            let value = self.resolve(build.unresolved[i], ty)?;
            build.operands.push(value);
        }
        build.unresolved.clear();
        Ok(())
    }

    /// The location, if any, and then the operation itself.
    fn finish_op(&mut self, mut build: Box<OpBuild<'a>>) -> Result<()> {
        let Some(entry) = build.entry else { return Ok(()) };
        let loc = match (self.optional_loc()?, build.loc) {
            (Some(loc), _) | (None, Some(loc)) => loc,
            (None, None) => self.file_loc(build.place),
        };
        let (props, attrs) = self.finish_attrs(&mut build, entry);
        let header = OpHeader { name: entry.name, props, attrs, loc };
        let block = build.block;
        let graph = self.graph();
        let op = graph.create_op_from(header, &build.operands, &build.results);
        if let Some(block) = block {
            graph.append(block, op);
        }
        for &region in &build.regions {
            graph.attach_region(op, region);
        }
        for (block, args) in build.successors.drain(..) {
            graph.add_successor(op, block, &args);
        }
        if entry.isolated {
            let mut inner = build.inner.take().unwrap_or_default();
            if inner.roots().is_empty() {
                inner.add_root();
            }
            graph.set_inner(op, inner);
        }
        let first = graph.results(op).first().copied();
        let count = build.results.len();
        if !build.result_names.is_empty() {
            if build.named_results() != count {
                let message =
                    format!("{} results are named, but the operation has {count}", build.named_results());
                return Err(self.error_at(build.start, build.start + 1, message));
            }
            let mut value = first;
            for &(name, pos, count) in &build.result_names {
                let Some(start) = value else { break };
                self.define(name, pos, start, count)?;
                value = Some(cranelift_entity::EntityRef::new(
                    cranelift_entity::EntityRef::index(start) + count as usize,
                ));
            }
        }
        build.clear();
        self.spare.push(build);
        self.end_one_op()
    }

    /// Interns the attributes, inherent ones apart.
    fn finish_attrs(&mut self, build: &mut OpBuild<'a>, entry: OpEntry) -> (DictId, DictId) {
        if let Some((props, attrs)) = build.dicts {
            if build.props.is_empty() && build.attrs.is_empty() {
                return (props, attrs);
            }
            build.props.extend_from_slice(self.ctx.dict_entries(props));
            build.attrs.extend_from_slice(self.ctx.dict_entries(attrs));
        }
        if build.props.is_empty() && build.attrs.is_empty() {
            return (DictId::EMPTY, DictId::EMPTY);
        }
        let mut may_remember =
            build.dicts.is_none() && build.dict_len == build.props.len() + build.attrs.len();
        if let Some(spec) = self.ctx.op_spec(entry.name) {
            let mut discardable = Vec::new();
            for (name, attr) in std::mem::take(&mut build.attrs) {
                let row = spec.attrs.iter().find(|row| row.name.as_bytes() == self.ctx.str_bytes(name));
                match row {
                    Some(row) if row.presence == Presence::Derived => {
                        may_remember = false;
                        let types: Vec<TypeId> = build
                            .operands
                            .iter()
                            .map(|&value| self.graphs[self.graphs.len() - 1].value_type(value))
                            .collect();
                        match derived::check(self.ctx, spec, &row.name, attr, &types, &build.results) {
                            derived::Written::Follows => {}
                            derived::Written::Needed => build.props.push((name, attr)),
                            derived::Written::Differs => discardable.push((name, attr)),
                        }
                    }
                    Some(_) => build.props.push((name, attr)),
                    None => discardable.push((name, attr)),
                }
            }
            build.attrs = discardable;
            normalize(self.ctx, spec, &mut build.props);
        }
        let dicts = (self.ctx.dict(build.props.iter().copied()), self.ctx.dict(build.attrs.iter().copied()));
        if let (true, Some(text)) = (may_remember, build.dict_text) {
            self.dicts.insert((entry.name, text), dicts);
        }
        dicts
    }
}

/// Puts attributes that a dialect writes in a form of its own into the form that the IR holds: the word of an
/// enumeration as a string, bytes as elements.
fn normalize(ctx: &crate::Context, spec: &OpSpec, props: &mut [(StrId, AttrId)]) {
    for (name, attr) in props {
        let Some(row) = spec.attrs.iter().find(|row| row.name.as_bytes() == ctx.str_bytes(*name)) else {
            continue;
        };
        match &row.kind {
            AttrKind::Enum(words) => {
                if let (Some(mnemonic), Some((written, word))) =
                    (words.mnemonic, syntax::as_word(ctx, ctx.attr_of(*attr)))
                    && written == mnemonic.as_bytes()
                {
                    *attr = ctx.attr(Attr::String(word));
                }
            }
            AttrKind::Bytes => {
                if let Attr::Dialect { params, .. } = ctx.attr_of(*attr)
                    && let [one] = **params
                {
                    *attr = one;
                }
            }
            _ => {}
        }
    }
}
