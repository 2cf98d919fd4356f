//! Constants.

use std::fmt::Write;
use std::sync::Arc;

use super::{ExternalResource, Printer, ResourceValue};

use crate::attrs::Attr;
use crate::consts::{ConstData, ConstId};
use crate::context::Context;
use crate::intern::StrId;
use crate::text::floats;
use crate::types::{Signedness, Type, TypeId};

/// Constants of more elements are printed in hexadecimal, as MLIR prints them.
const MOST_LISTED: usize = 100;

impl Printer<'_> {
    /// Prints `dense<...> : type`, or `dense_resource<key> : type` of a constant that has a key.
    pub fn elements(&mut self, id: ConstId) {
        let ctx = self.ctx;
        let constant = ctx.const_of(id);
        if constant.key.is_some() {
            return self.resource(id, constant.ty);
        }
        let count = ctx.element_count(constant.ty).unwrap_or(0);
        let is_splat = matches!(constant.data, ConstData::Splat(_));
        if !is_splat && self.options.elide_larger.is_some_and(|limit| count > limit) {
            self.raw("dense_resource<__elided__>");
        } else {
            self.raw("dense<");
            self.elements_body(id, true);
            self.raw(">");
        }
        self.raw(" : ");
        self.ty(constant.ty);
    }

    /// Prints `sparse<...> : type`.
    pub(super) fn sparse(&mut self, ty: TypeId, indices: ConstId, values: ConstId) {
        self.raw("sparse<");
        if self.ctx.element_count(self.ctx.const_type(values)) != Some(0) {
            self.elements_body(indices, false);
            self.raw(", ");
            self.elements_body(values, true);
        }
        self.raw("> : ");
        self.ty(ty);
    }

    /// Prints the elements of a constant.
    fn elements_body(&mut self, id: ConstId, may_be_hex: bool) {
        let ctx = self.ctx;
        let constant = ctx.const_of(id);
        let count = ctx.element_count(constant.ty).unwrap_or(0);
        let elem = self.storage(ctx.elem_type(constant.ty));
        let shape: Vec<usize> = match ctx.type_of(constant.ty) {
            Type::Vector { shape, .. } => shape.iter().map(|dim| dim.0 as usize).collect(),
            _ => ctx.fixed_shape(constant.ty).unwrap_or_default().into_iter().map(|n| n as usize).collect(),
        };
        match &constant.data {
            _ if count == 0 => {}
            ConstData::Strings(strings) => match strings.split_first() {
                Some((first, rest)) if rest.iter().all(|s| s == first) => self.string(first),
                _ => self.nested(&shape, count, &mut |p, i| p.string(strings.get(i).map_or(b"", |s| s))),
            },
            ConstData::Splat(bytes) => self.element(elem, bytes),
            data => {
                let bytes = data.bytes(count).unwrap_or_default();
                let width = ctx.elem_bytes(elem).unwrap_or(1);
                if bytes.len() < count.saturating_mul(width) {
                    // Whoever made this constant was wrong about its size; its bytes are all there is to show.
                    self.raw("\"0x");
                    self.hex(&bytes);
                    self.raw("\"");
                } else if count > 1 && same_elements(&bytes, width) {
                    self.element(elem, &bytes[..width]);
                } else if may_be_hex && count > MOST_LISTED {
                    self.hex_elements(elem, &bytes);
                } else {
                    self.nested(&shape, count, &mut |p, i| {
                        p.element(elem, &bytes[i * width..(i + 1) * width])
                    });
                }
            }
        }
    }

    /// Prints `dense_resource<key> : type` of a constant that has a key.
    pub(super) fn resource(&mut self, id: ConstId, ty: TypeId) {
        let ctx = self.ctx;
        let Some(wanted) = ctx.const_of(id).key else { return };
        let mut key = wanted;
        for n in 1.. {
            match self.resource_keys.get(&key).copied() {
                None => {
                    self.resource_keys.insert(key, id);
                    self.resources.push((key, id));
                }
                Some(known) if known == id || same_bytes(ctx, known, id) => {}
                // Another text had other bytes under this key.
                Some(_) => {
                    key = ctx.bytes(&[ctx.str_bytes(wanted), format!("_{n}").as_bytes()].concat());
                    continue;
                }
            }
            break;
        }
        self.raw("dense_resource<");
        self.word_or_string(ctx.str_bytes(key));
        self.raw("> : ");
        self.ty(ty);
    }

    /// Prints what stands beside a module, in the section at its end.
    pub(super) fn resource_section(&mut self) {
        let resources = self.named_resources();
        let external = std::mem::take(&mut self.options.external);
        if resources.is_empty() && external.is_empty() {
            return;
        }
        self.raw("\n{-#\n");
        if !resources.is_empty() {
            self.dialect_resources(&resources);
            self.raw(if external.is_empty() { "\n" } else { ",\n" });
        }
        if !external.is_empty() {
            self.external_resources(&external);
            self.raw("\n");
        }
        self.raw("#-}\n");
    }

    fn external_resources(&mut self, entries: &[ExternalResource]) {
        self.raw("  external_resources: {");
        for (i, owner) in entries.chunk_by(|a, b| a.owner == b.owner).enumerate() {
            self.raw(if i == 0 { "\n    " } else { ",\n    " });
            self.word_or_string(owner[0].owner.as_bytes());
            self.raw(": {");
            for (i, entry) in owner.iter().enumerate() {
                self.raw(if i == 0 { "\n      " } else { ",\n      " });
                self.word_or_string(entry.key.as_bytes());
                self.raw(": ");
                match &entry.value {
                    ResourceValue::Bool(value) => self.raw(if *value { "true" } else { "false" }),
                    ResourceValue::Text(text) => self.string(text.as_bytes()),
                }
            }
            self.raw("\n    }");
        }
        self.raw("\n  }");
    }

    /// The resources that were named and are not too large, by their keys.
    fn named_resources(&mut self) -> Vec<(StrId, ConstId)> {
        let ctx = self.ctx;
        let count = |id| ctx.element_count(ctx.const_type(id)).unwrap_or(0);
        let length = |id| match &ctx.const_of(id).data {
            ConstData::Splat(elem) => elem.len(),
            _ => count(id).saturating_mul(ctx.elem_bytes(ctx.elem_type(ctx.const_type(id))).unwrap_or(1)),
        };
        // In text, a resource is its alignment and its bytes in hexadecimal, in quotes.
        let text_length = |id| length(id).saturating_add(5).saturating_mul(2);
        let options = &self.options;
        let is_elided = |id| {
            options.elide_larger.is_some_and(|limit| count(id) > limit)
                || options.elide_resources.is_some_and(|limit| text_length(id) > limit)
        };
        let mut list = std::mem::take(&mut self.resources);
        list.retain(|&(_, id)| !is_elided(id));
        list
    }

    fn dialect_resources(&mut self, list: &[(StrId, ConstId)]) {
        let ctx = self.ctx;
        let count = |id| ctx.element_count(ctx.const_type(id)).unwrap_or(0);
        self.raw("  dialect_resources: {\n    builtin: {");
        for (i, &(key, id)) in list.iter().enumerate() {
            self.raw(if i == 0 { "\n      " } else { ",\n      " });
            self.word_or_string(ctx.str_bytes(key));
            self.raw(": \"0x");
            self.hex(&ctx.resource_alignment(id).to_le_bytes());
            match &ctx.const_of(id).data {
                // A section holds one element of a repeated one.
                ConstData::Splat(elem) => self.hex(elem),
                data => data.for_each_piece(count(id), &mut |piece| self.hex(piece)),
            }
            self.raw("\"");
        }
        self.raw("\n    }\n  }");
    }

    /// What a quantized type stores; other types are their own.
    fn storage(&self, elem: TypeId) -> TypeId {
        match self.ctx.type_of(elem) {
            Type::Dialect { params, .. } => match params.first().map(|&param| self.ctx.attr_of(param)) {
                Some(Attr::Type(storage)) => *storage,
                _ => elem,
            },
            _ => elem,
        }
    }

    fn hex_elements(&mut self, elem: TypeId, bytes: &[u8]) {
        self.raw("\"0x");
        if elem == TypeId::I1 {
            // MLIR packs bits.
            let pack =
                |bits: &[u8]| bits.iter().enumerate().fold(0, |byte, (i, &bit)| byte | ((bit & 1) << i));
            let packed: Vec<u8> = bytes.chunks(8).map(pack).collect();
            self.hex(&packed);
            self.raw("\"");
            return;
        }
        match self.ctx.type_of(elem) {
            // MLIR has zeros above elements of a width that is no number of bytes, where we have their sign.
            Type::Integer { width, .. } if !width.is_multiple_of(8) => {
                let mask = (1u8 << (width % 8)) - 1;
                for element in bytes.chunks_exact(width.div_ceil(8) as usize) {
                    let (last, rest) = element.split_last().unwrap_or((&0, &[]));
                    self.hex(rest);
                    self.hex(&[last & mask]);
                }
            }
            _ => self.hex(bytes),
        }
        self.raw("\"");
    }

    /// Prints elements in brackets as deep as the shape is.
    fn nested(&mut self, shape: &[usize], count: usize, element: &mut dyn FnMut(&mut Self, usize)) {
        for i in 0..count {
            // A level opens where the index is a multiple of the elements in it.
            let mut size = 1;
            let levels = shape.iter().rev().take_while(|&&dim| {
                size *= dim;
                i % size == 0
            });
            let opening = levels.count();
            if i > 0 {
                self.raw(", ");
            }
            (0..opening).for_each(|_| self.raw("["));
            element(self, i);
            let mut size = 1;
            let closing = shape.iter().rev().take_while(|&&dim| {
                size *= dim;
                (i + 1) % size == 0
            });
            let closing = closing.count();
            (0..closing).for_each(|_| self.raw("]"));
        }
    }

    fn element(&mut self, elem: TypeId, bytes: &[u8]) {
        match self.ctx.type_of(elem) {
            Type::Float(kind) => {
                floats::write_bits(&mut self.out, *kind, little_endian(bytes, false) as u128)
            }
            Type::Integer { width: 1, .. } => {
                self.raw(if bytes.first() == Some(&0) { "false" } else { "true" })
            }
            Type::Integer { width, signedness } => {
                let value = little_endian(bytes, *signedness != Signedness::Unsigned);
                // Of the bytes that hold an `i4` only four bits count.
                let spare = 128u32.saturating_sub(*width).min(127);
                let value = match signedness {
                    Signedness::Unsigned => ((value as u128) << spare >> spare) as i128,
                    _ => value << spare >> spare,
                };
                let _ = write!(self.out, "{value}");
            }
            Type::Complex(part) => {
                let (re, im) = bytes.split_at(bytes.len() / 2);
                self.raw("(");
                self.element(*part, re);
                self.raw(",");
                self.element(*part, im);
                self.raw(")");
            }
            _ => {
                let _ = write!(self.out, "{}", little_endian(bytes, true));
            }
        }
    }

    /// Prints `array<i64: 1, 2>`.
    pub(super) fn dense_array(&mut self, elem: TypeId, bytes: &[u8]) {
        self.raw("array<");
        self.ty(elem);
        self.raw(if bytes.is_empty() { "" } else { ": " });
        self.array_items(elem, bytes);
        self.raw(">");
    }

    /// Prints the elements of an `array<...>` with commas.
    pub(crate) fn array_items(&mut self, elem: TypeId, bytes: &[u8]) {
        let width = self.ctx.elem_bytes(elem).unwrap_or(1).max(1);
        for (i, item) in bytes.chunks_exact(width).enumerate() {
            self.raw(if i == 0 { "" } else { ", " });
            self.element(elem, item);
        }
    }
}

/// Whether two resources hold the same bytes, whatever these are the elements of.
fn same_bytes(ctx: &Context, a: ConstId, b: ConstId) -> bool {
    match (&ctx.const_of(a).data, &ctx.const_of(b).data) {
        (ConstData::Owned(a), ConstData::Owned(b)) => Arc::ptr_eq(a, b) || a == b,
        (ConstData::Splat(a), ConstData::Splat(b)) => a == b,
        _ => false,
    }
}

fn same_elements(bytes: &[u8], width: usize) -> bool {
    width > 0 && bytes.len() > width && bytes[width..] == bytes[..bytes.len() - width]
}

fn little_endian(bytes: &[u8], signed: bool) -> i128 {
    let negative = signed && bytes.last().is_some_and(|&byte| byte >= 0x80);
    let mut raw = [if negative { 0xff } else { 0 }; 16];
    let count = bytes.len().min(raw.len());
    raw[..count].copy_from_slice(&bytes[..count]);
    i128::from_le_bytes(raw)
}
