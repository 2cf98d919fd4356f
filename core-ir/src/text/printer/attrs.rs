//! Attributes.

use std::fmt::Write;

use super::Printer;
use crate::attrs::{Attr, AttrId};
use crate::intern::StrId;
use crate::spec::{AttrKind, OpSpec};
use crate::text::floats;
use crate::text::lexer::{is_symbol_word, is_word};
use crate::text::syntax::split_name;
use crate::types::{FloatKind, Signedness, Type, TypeId};

impl Printer<'_> {
    /// Prints an attribute.
    pub fn attr(&mut self, attr: AttrId) {
        let ctx = self.ctx;
        match ctx.attr_of(attr) {
            Attr::Unit => self.raw("unit"),
            Attr::Bool(value) => self.raw(if *value { "true" } else { "false" }),
            Attr::Integer { value, ty } => {
                let is_unsigned =
                    matches!(ctx.type_of(*ty), Type::Integer { signedness: Signedness::Unsigned, .. });
                // The top bit of the widest unsigned integer is a sign here.
                let _ = match is_unsigned {
                    true => write!(self.out, "{} : ", *value as u128),
                    false => write!(self.out, "{value} : "),
                };
                self.ty(*ty);
            }
            Attr::Float { value, ty } => {
                let kind = match ctx.type_of(*ty) {
                    Type::Float(kind) => *kind,
                    _ => FloatKind::F64,
                };
                self.float(kind, value.get());
                self.raw(" : ");
                self.ty(*ty);
            }
            Attr::String(text) => self.string(ctx.str_bytes(*text)),
            Attr::Type(ty) => self.ty(*ty),
            Attr::Array(items) => {
                self.raw("[");
                self.attr_list(items);
                self.raw("]");
            }
            Attr::Dict(dict) => self.dict(ctx.dict_entries(*dict)),
            Attr::Symbol(path) => {
                for (i, &name) in path.iter().enumerate() {
                    if i > 0 {
                        self.raw("::");
                    }
                    self.symbol(ctx.str_bytes(name));
                }
            }
            Attr::Elements(id) => self.elements(*id),
            Attr::Sparse { ty, indices, values } => self.sparse(*ty, *indices, *values),
            Attr::DenseArray { elem, bytes } => self.dense_array(*elem, bytes),
            Attr::Location(loc) => self.loc(*loc),
            Attr::Dialect { name, params } => match ctx.unfit_resource(attr) {
                Some((id, ty)) => self.resource(id, ty),
                None => self.dialect_attr(*name, params),
            },
            Attr::Opaque { text, builtin } => {
                self.raw(if *builtin { "" } else { "#" });
                self.raw(&ctx.str_text(*text));
            }
        }
    }

    fn attr_list(&mut self, items: &[AttrId]) {
        for (i, &item) in items.iter().enumerate() {
            if i > 0 {
                self.raw(", ");
            }
            // In a list, numbers without a type are of 64 bits.
            match *self.ctx.attr_of(item) {
                Attr::Integer { value, ty: TypeId::I64 } => {
                    let _ = write!(self.out, "{value}");
                }
                Attr::Float { value, ty: TypeId::F64 } => self.float(FloatKind::F64, value.get()),
                _ => self.attr(item),
            }
        }
    }

    fn dialect_attr(&mut self, name: StrId, params: &[AttrId]) {
        let ctx = self.ctx;
        self.raw("#");
        let parts = split_name(ctx, name);
        let hook = parts
            .and_then(|(dialect, mnemonic)| Some((ctx.dialects().hooks(dialect)?.print_attr?, mnemonic)));
        let param = params.first().map(|&param| ctx.attr_of(param));
        if let Some((print, mnemonic)) = hook {
            let start = self.out.len();
            self.raw(&ctx.str_text(name));
            if print(self, mnemonic, params) {
                return;
            }
            self.out.truncate(start);
        }
        match (parts, param) {
            (Some((dialect, mnemonic)), Some(Attr::String(word)))
                if params.len() == 1 && is_word(ctx.str_bytes(*word)) =>
            {
                let word = ctx.str_text(*word);
                let _ = write!(self.out, "{dialect}<{mnemonic} {word}>");
            }
            (Some((dialect, mnemonic)), Some(Attr::Elements(_))) if params.len() == 1 => {
                self.const_bytes(dialect, mnemonic, params[0]);
            }
            _ => {
                self.raw(&ctx.str_text(name));
                self.type_params(params);
            }
        }
    }

    /// `dialect<mnemonic : "0x00FF">`
    fn const_bytes(&mut self, dialect: &str, mnemonic: &str, attr: AttrId) {
        let ctx = self.ctx;
        let bytes = match ctx.attr_of(attr) {
            Attr::Elements(id) => ctx.const_bytes(*id).unwrap_or_default(),
            _ => Default::default(),
        };
        let _ = write!(self.out, "{dialect}<{mnemonic} : \"");
        if self.options.elide_larger.is_some_and(|limit| limit < bytes.len()) {
            self.raw("__elided__");
        } else {
            self.raw("0x");
            self.hex(&bytes);
        }
        self.raw("\">");
    }

    /// Prints bytes in hexadecimal.
    pub fn hex(&mut self, bytes: &[u8]) {
        const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
        self.out.reserve(2 * bytes.len());
        for &byte in bytes {
            self.out.push(DIGITS[usize::from(byte >> 4)] as char);
            self.out.push(DIGITS[usize::from(byte & 15)] as char);
        }
    }

    /// Prints a float without its type.
    pub fn float(&mut self, kind: FloatKind, value: f64) {
        floats::write_float(&mut self.out, kind, value);
    }

    /// Prints a quoted string.
    pub fn string(&mut self, bytes: &[u8]) {
        crate::text::lexer::quote_into(&mut self.out, bytes);
    }

    /// Prints `@name`.
    pub fn symbol(&mut self, name: &[u8]) {
        self.out.push('@');
        if is_symbol_word(name) {
            self.raw(std::str::from_utf8(name).unwrap_or_default());
        } else {
            self.string(name);
        }
    }

    /// Prints a name bare where that reads back, else in quotes.
    pub fn word_or_string(&mut self, name: &[u8]) {
        match std::str::from_utf8(name) {
            Ok(text) if is_word(name) => self.raw(text),
            _ => self.string(name),
        }
    }

    /// Prints `{name = attr, name}`.
    pub fn dict(&mut self, entries: &[(StrId, AttrId)]) {
        self.raw("{");
        for (i, &(name, attr)) in entries.iter().enumerate() {
            if i > 0 {
                self.raw(", ");
            }
            self.named(name, attr, None);
        }
        self.raw("}");
    }

    /// Prints `name = attr`, or `name` for a unit; in the form that `spec` says for its attributes.
    pub(super) fn named(&mut self, name: StrId, attr: AttrId, spec: Option<&OpSpec>) {
        let ctx = self.ctx;
        let bytes = ctx.str_bytes(name);
        self.word_or_string(bytes);
        if attr == AttrId::UNIT {
            return;
        }
        self.raw(" = ");
        let kind = spec
            .and_then(|spec| spec.attrs.iter().find(|row| row.name.as_bytes() == bytes))
            .map(|row| &row.kind);
        match (kind, ctx.attr_of(attr)) {
            (Some(AttrKind::Enum(words)), Attr::String(word)) if words.mnemonic.is_some() => {
                let (dialect, mnemonic) =
                    words.mnemonic.and_then(|name| name.split_once('.')).unwrap_or_default();
                let word = ctx.str_text(*word);
                let _ = write!(self.out, "#{dialect}<{mnemonic} {word}>");
            }
            (Some(AttrKind::Bytes), Attr::Elements(_)) => {
                let dialect =
                    spec.and_then(|spec| spec.name.split_once('.')).map_or("builtin", |(dialect, _)| dialect);
                self.raw("#");
                self.const_bytes(dialect, "const_bytes", attr);
            }
            _ => self.attr(attr),
        }
    }
}
