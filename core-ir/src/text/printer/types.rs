//! Types.

use std::fmt::Write;

use super::Printer;
use crate::dims::Dim;
use crate::text::syntax::split_name;
use crate::types::{Signedness, Type, TypeId};

impl Printer<'_> {
    /// Prints a type.
    pub fn ty(&mut self, ty: TypeId) {
        if let Some(text) = self.types.get(&ty) {
            self.out.push_str(text);
            return;
        }
        let start = self.out.len();
        self.new_type(ty);
        self.types.insert(ty, self.out[start..].into());
    }

    fn new_type(&mut self, ty: TypeId) {
        let ctx = self.ctx;
        match ctx.type_of(ty) {
            Type::None => self.raw("none"),
            Type::Index => self.raw("index"),
            Type::Integer { width, signedness } => {
                self.raw(match signedness {
                    Signedness::Signless => "i",
                    Signedness::Signed => "si",
                    Signedness::Unsigned => "ui",
                });
                let _ = write!(self.out, "{width}");
            }
            Type::Float(kind) => self.raw(kind.name()),
            Type::Complex(part) => {
                self.raw("complex<");
                self.ty(*part);
                self.raw(">");
            }
            Type::Tuple(types) => {
                self.raw("tuple<");
                self.types(types.iter().copied());
                self.raw(">");
            }
            Type::Function { inputs, results } => {
                self.raw("(");
                self.types(inputs.iter().copied());
                self.raw(") -> ");
                self.result_types(results);
            }
            Type::Tensor { shape, elem, encoding } => {
                self.raw("tensor<");
                for &dim in shape {
                    self.dim(dim);
                    self.raw("x");
                }
                self.ty(*elem);
                if let Some(encoding) = encoding {
                    self.raw(", ");
                    self.attr(*encoding);
                }
                self.raw(">");
            }
            Type::UnrankedTensor(elem) => {
                self.raw("tensor<*x");
                self.ty(*elem);
                self.raw(">");
            }
            Type::Vector { shape, elem } => {
                self.raw("vector<");
                for &(dim, scalable) in shape {
                    let _ = if scalable { write!(self.out, "[{dim}]x") } else { write!(self.out, "{dim}x") };
                }
                self.ty(*elem);
                self.raw(">");
            }
            Type::Dialect { name, params } => {
                self.raw("!");
                let hook = split_name(ctx, *name).and_then(|(dialect, mnemonic)| {
                    Some((ctx.dialects().hooks(dialect)?.print_type?, mnemonic))
                });
                match hook {
                    Some((print, mnemonic)) => {
                        self.raw(&ctx.str_text(*name));
                        print(self, mnemonic, params);
                    }
                    None => {
                        self.raw(&ctx.str_text(*name));
                        self.type_params(params);
                    }
                }
            }
            Type::Opaque(text) => {
                self.raw("!");
                self.raw(&ctx.str_text(*text));
            }
        }
    }

    fn dim(&mut self, dim: Dim) {
        let _ = match dim {
            Dim::Fixed(n) => write!(self.out, "{n}"),
            Dim::Sym(_) if self.options.symbolic_dims => {
                let text = self.ctx.dim_text(dim);
                if text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
                    self.out.write_str(&text)
                } else {
                    write!(self.out, "({text})")
                }
            }
            Dim::Sym(_) | Dim::Dynamic => self.out.write_str("?"),
        };
    }

    /// Prints types with commas.
    pub fn types(&mut self, types: impl IntoIterator<Item = TypeId>) {
        for (i, ty) in types.into_iter().enumerate() {
            if i > 0 {
                self.raw(", ");
            }
            self.ty(ty);
        }
    }

    /// Prints result types as function types have them: one bare, unless it is a function, others in parentheses.
    pub fn result_types(&mut self, types: &[TypeId]) {
        match types {
            [one] if !matches!(self.ctx.type_of(*one), Type::Function { .. }) => self.ty(*one),
            _ => {
                self.raw("(");
                self.types(types.iter().copied());
                self.raw(")");
            }
        }
    }

    /// `<a, b>`, or nothing when there are no parameters.
    pub fn type_params(&mut self, params: &[crate::AttrId]) {
        for (i, &param) in params.iter().enumerate() {
            self.raw(if i == 0 { "<" } else { ", " });
            self.attr(param);
        }
        if !params.is_empty() {
            self.raw(">");
        }
    }
}
