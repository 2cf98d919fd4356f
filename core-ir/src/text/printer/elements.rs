//! Constants.

use std::fmt::Write;

use super::{ExternalResource, Printer, ResourceValue};
use crate::attrs::Attr;
use crate::consts::{ConstData, ConstId};
use crate::text::floats;
use crate::types::{Signedness, Type, TypeId};

/// Constants of more elements are printed in hexadecimal, as MLIR prints them.
const MOST_LISTED: usize = 100;

impl<'a> Printer<'a> {
    /// Prints `dense<...> : type`, or `dense_resource<key> : type` of a constant that has a key.
    pub fn elements(&mut self, id: ConstId) {
        let ctx = self.ctx;
        let constant = ctx.const_of(id);
        if let Some(key) = constant.key {
            self.raw("dense_resource<");
            self.word_or_string(ctx.str_bytes(key));
            self.raw("> : ");
            self.ty(constant.ty);
            self.resources.entry(key).or_insert(id);
            return;
        }
        let count = ctx.element_count(constant.ty).unwrap_or(0);
        let is_splat = matches!(constant.data, ConstData::Splat(_));
        if !is_splat && self.options.elide_larger.is_some_and(|limit| count > limit) {
            self.raw("dense_resource<__elided__> : ");
            self.ty(constant.ty);
            return;
        }
        let elem = self.storage(ctx.elem_type(constant.ty));
        let shape: Vec<usize> = match ctx.type_of(constant.ty) {
            Type::Vector { shape, .. } => shape.iter().map(|dim| dim.0 as usize).collect(),
            _ => ctx.fixed_shape(constant.ty).unwrap_or_default().into_iter().map(|n| n as usize).collect(),
        };
        self.raw("dense<");
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
                } else if count > MOST_LISTED {
                    self.hex_elements(elem, &bytes);
                } else {
                    self.nested(&shape, count, &mut |p, i| {
                        p.element(elem, &bytes[i * width..(i + 1) * width])
                    });
                }
            }
        }
        self.raw("> : ");
        self.ty(constant.ty);
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
    fn named_resources(&mut self) -> Vec<(&'a [u8], ConstId)> {
        let ctx = self.ctx;
        let resources = std::mem::take(&mut self.resources);
        let count = |id| ctx.element_count(ctx.const_type(id)).unwrap_or(0);
        let length = |id| match &ctx.const_of(id).data {
            ConstData::Splat(elem) => elem.len(),
            _ => count(id).saturating_mul(ctx.elem_bytes(ctx.elem_type(ctx.const_type(id))).unwrap_or(1)),
        };
        let is_elided = |id| {
            self.options.elide_larger.is_some_and(|limit| count(id) > limit)
                || self
                    .options
                    .elide_resources
                    .is_some_and(|limit| length(id).saturating_add(5).saturating_mul(2) > limit)
        };
        let mut list: Vec<(&[u8], ConstId)> = resources
            .iter()
            .map(|(&key, &id)| (ctx.str_bytes(key), id))
            .filter(|&(_, id)| !is_elided(id))
            .collect();
        list.sort_unstable();
        list
    }

    fn dialect_resources(&mut self, list: &[(&[u8], ConstId)]) {
        // What the bytes are aligned for; more than any element type needs.
        const ALIGNMENT: u32 = 64;
        let ctx = self.ctx;
        let count = |id| ctx.element_count(ctx.const_type(id)).unwrap_or(0);
        self.raw("  dialect_resources: {\n    builtin: {");
        for (i, &(key, id)) in list.iter().enumerate() {
            self.raw(if i == 0 { "\n      " } else { ",\n      " });
            self.word_or_string(key);
            self.raw(": \"0x");
            self.hex(&ALIGNMENT.to_le_bytes());
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
        } else {
            self.hex(bytes);
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
            Type::Float(kind) => floats::write_bits(&mut self.out, *kind, little_endian(bytes, false) as u64),
            Type::Integer { width: 1, .. } => {
                self.raw(if bytes.first() == Some(&0) { "false" } else { "true" })
            }
            Type::Integer { signedness, .. } => {
                let _ = write!(self.out, "{}", little_endian(bytes, *signedness != Signedness::Unsigned));
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
        let width = self.ctx.elem_bytes(elem).unwrap_or(1).max(1);
        for (i, item) in bytes.chunks_exact(width).enumerate() {
            self.raw(if i == 0 { ": " } else { ", " });
            self.element(elem, item);
        }
        self.raw(">");
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
