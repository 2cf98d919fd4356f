//! What a dialect may say about its syntax.
//!
//! A dialect submits one [`DialectHooks`] with `inventory`. An operation with regions is parsed and printed in steps,
//! so that nesting takes no stack: a step ends where a region begins, and the next starts where the region ended.

use crate::Context;
use crate::attrs::{Attr, AttrId};
use crate::diag::Result;
use crate::graph::{Graph, Op};
use crate::text::format::Format;
use crate::text::parser::{OpBuild, Parser};
use crate::text::printer::Printer;
use crate::types::{Type, TypeId};
use crate::verifier::VerifyScope;

/// The syntax of a dialect beyond the generic form. A missing hook means that there is nothing of the kind.
#[derive(Clone, Copy)]
pub struct DialectHooks {
    /// The dialect, `tfl`.
    pub name: &'static str,
    /// Parses the parameters of the type with a mnemonic; the current token is the one after the mnemonic. `None`
    /// means that the mnemonic is unknown.
    pub parse_type: Option<ParseTypeFn>,
    /// Prints a [`Type::Dialect`] of this dialect after the `!`: the dialect's name, `.`, the mnemonic, `<...>`.
    pub print_type: Option<PrintTypeFn>,
    /// As `parse_type`, for attributes.
    pub parse_attr: Option<ParseAttrFn>,
    /// Prints the parameters of an [`Attr::Dialect`] of this dialect, after `#`, the dialect's name, `.` and the
    /// mnemonic; false, with nothing printed, when it has no form of its own.
    pub print_attr: Option<PrintAttrFn>,
    /// The custom assembly of an operation, by its full name.
    pub op_syntax: Option<fn(&str) -> Option<&'static OpSyntax>>,
    /// What the results of an operation are called: `cst`. `None` numbers them.
    pub result_name: Option<ResultNameFn>,
    /// Checks what needs the surroundings of an operation: the function it is in, the symbols it names.
    pub verify_op: Option<VerifyOpFn>,
}

/// See [`DialectHooks::parse_type`].
pub type ParseTypeFn = for<'a> fn(&mut Parser<'a>, &str) -> Result<Option<TypeId>>;
/// See [`DialectHooks::print_type`].
pub type PrintTypeFn = fn(&mut Printer<'_>, &str, &[AttrId]);
/// See [`DialectHooks::parse_attr`].
pub type ParseAttrFn = for<'a> fn(&mut Parser<'a>, &str) -> Result<Option<AttrId>>;
/// See [`DialectHooks::print_attr`].
pub type PrintAttrFn = fn(&mut Printer<'_>, &str, &[AttrId]) -> bool;
/// See [`DialectHooks::result_name`].
pub type ResultNameFn = fn(&Context, &Graph, Op) -> Option<String>;
/// See [`DialectHooks::verify_op`]; what is wrong, without a subject.
pub type VerifyOpFn = fn(&VerifyScope<'_>, Op) -> std::result::Result<(), String>;

impl DialectHooks {
    /// No hooks.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            parse_type: None,
            print_type: None,
            parse_attr: None,
            print_attr: None,
            op_syntax: None,
            result_name: None,
            verify_op: None,
        }
    }
}

/// The custom assembly of an operation.
pub enum OpSyntax {
    /// A line of text: all that has no regions.
    Format(Format),
    /// Code.
    Code(OpCode),
}

/// See [`OpSyntax::Code`].
pub struct OpCode {
    /// Parses a step; the first starts after the operation's name, and the last has filled all of [`OpBuild`].
    pub parse: ParseOpFn,
    /// Prints a step; the first starts after the operation's name. [`PrintStep::Generic`] from the first step, before
    /// anything was printed, prints the generic form instead.
    pub print: PrintOpFn,
    /// The dialect whose operations in the regions of this one may drop their prefix: `func` in functions.
    pub default_dialect: &'static str,
}

impl OpSyntax {
    /// The dialect whose operations in the regions of this one may drop their prefix.
    pub(crate) fn default_dialect(&self) -> &'static str {
        match self {
            OpSyntax::Format(_) => "",
            OpSyntax::Code(code) => code.default_dialect,
        }
    }
}

/// See [`OpCode::parse`].
pub type ParseOpFn = for<'a> fn(&mut Parser<'a>, &mut OpBuild<'a>, usize) -> Result<ParseStep<'a>>;
/// See [`OpCode::print`].
pub type PrintOpFn = fn(&mut Printer<'_>, &Graph, Op, usize) -> PrintStep;

/// What comes after a step of parsing.
pub enum ParseStep<'a> {
    /// A region, whose `{` is the current token.
    Region(Vec<RegionArg<'a>>),
    /// A region of one operation in the generic form, without braces.
    OneOp,
    /// Nothing: the operation is complete but for its location.
    Done,
}

/// An argument of a region's entry block that is named before the region begins.
pub struct RegionArg<'a> {
    /// `%name`
    pub name: &'a str,
    /// Where the name stands, for messages.
    pub pos: usize,
    /// Its type.
    pub ty: TypeId,
    /// Its location.
    pub loc: crate::LocId,
}

/// What comes after a step of printing.
pub enum PrintStep {
    /// The region with this index; `entry_args` is whether its entry block is labelled, which a function's is not.
    Region {
        /// Which.
        index: usize,
        /// Whether the entry block's arguments are printed.
        entry_args: bool,
    },
    /// The first operation of the region with this index, in the generic form and without its results.
    OneOp {
        /// Which.
        index: usize,
    },
    /// Nothing: the operation is complete but for its location.
    Done,
    /// The generic form.
    Generic,
}

/// Whether an attribute is the `#dialect<mnemonic WORD>` that enumerations are written as.
pub(crate) fn as_word<'c>(ctx: &'c Context, attr: &Attr) -> Option<(&'c [u8], crate::StrId)> {
    match attr {
        Attr::Dialect { name, params } => match params.first().map(|&p| ctx.attr_of(p)) {
            Some(Attr::String(word)) if params.len() == 1 => Some((ctx.str_bytes(*name), *word)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a type is a dialect's, with the dialect and the mnemonic.
pub(crate) fn split_name(ctx: &Context, name: crate::StrId) -> Option<(&str, &str)> {
    std::str::from_utf8(ctx.str_bytes(name)).ok()?.split_once('.')
}

/// Whether `ty` is a dialect type called `name`.
pub fn is_dialect_type(ctx: &Context, ty: TypeId, wanted: &str) -> bool {
    matches!(ctx.type_of(ty), Type::Dialect { name, .. } if ctx.str_bytes(*name) == wanted.as_bytes())
}
