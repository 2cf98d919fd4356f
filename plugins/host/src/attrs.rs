//! Attributes that a plugin gives, as attributes of the IR.
//!
//! The row of the operation says what an attribute is to hold: a plugin writes `int(1)`, and the row makes `1 : i32` of it.

use std::collections::BTreeMap;

use core_ir::spec::{AttrKind, EnumSpec};
use core_ir::text::{parse_attr, parse_type};
use core_ir::{Attr, AttrId, Context, Signedness, Type, TypeId};
use dialects::tf::types::shape_attr;
use passes::flexbuffer::{Flex, encode_map};

use crate::fragment::size;
use crate::limits::{Limits, MOST_NAME_BYTES};
use crate::model::{self, OptionEntry, OptionValue};

/// Options may nest this deep.
const MOST_NESTED: usize = 32;

/// What is wrong, as the end of a sentence about the attribute.
type Wrong = String;

/// Makes attributes.
pub struct AttrBuilder<'a> {
    /// The context.
    pub ctx: &'a Context,
    /// What may be used.
    pub limits: &'a Limits,
    /// Makes a tensor's elements attribute.
    pub dense: &'a dyn Fn(&model::Tensor) -> Result<AttrId, Wrong>,
}

impl AttrBuilder<'_> {
    /// `value` as what an attribute of kind `kind` holds; without a row, as what it looks like.
    pub fn build(&self, value: &model::Attr, kind: Option<&AttrKind>) -> Result<AttrId, Wrong> {
        use model::Attr as A;
        self.check_size(value)?;
        let ctx = self.ctx;
        if let A::Opaque(text) = value {
            let most = if matches!(kind, Some(AttrKind::Bytes)) {
                self.limits.attr_bytes
            } else {
                self.limits.consts
            };
            return self.opaque(text, most);
        }
        let list = |items: Vec<AttrId>| Ok(ctx.array_attr(&items));
        match (kind.filter(|kind| !matches!(kind, AttrKind::Any)), value) {
            (Some(AttrKind::Bool), A::Boolean(value)) => Ok(ctx.bool_attr(*value)),
            (Some(AttrKind::Int(width)), A::Int(value)) => self.int(*value, *width),
            (Some(AttrKind::F32), A::Float(value)) => Ok(ctx.float_attr(*value, TypeId::F32)),
            (Some(AttrKind::F32), A::Int(value)) => Ok(ctx.float_attr(*value as f64, TypeId::F32)),
            (Some(AttrKind::Str), A::Text(_) | A::Bytes(_))
            | (Some(AttrKind::Type), A::Ty(_))
            | (Some(AttrKind::Shape), A::Shape(_))
            | (Some(AttrKind::Elements), A::Dense(_))
            | (Some(AttrKind::Symbol), A::Symbol(_))
            | (Some(AttrKind::Strs), A::Texts(_))
            | (Some(AttrKind::Bools), A::Booleans(_))
            | (Some(AttrKind::Types), A::Types(_))
            | (Some(AttrKind::Shapes), A::Shapes(_))
            | (Some(AttrKind::Symbols), A::Symbols(_)) => self.plain(value),
            (Some(AttrKind::Ints(width)), A::Ints(values)) => {
                list(values.iter().map(|&value| self.int(value, *width)).collect::<Result<_, _>>()?)
            }
            (Some(AttrKind::Floats), A::Floats(values)) => {
                list(values.iter().map(|&value| ctx.float_attr(value, TypeId::F32)).collect())
            }
            // A list without elements has no kind of its own.
            (
                Some(
                    AttrKind::Floats
                    | AttrKind::Strs
                    | AttrKind::Bools
                    | AttrKind::Types
                    | AttrKind::Shapes
                    | AttrKind::Symbols,
                ),
                A::Ints(values),
            ) if values.is_empty() => list(Vec::new()),
            (Some(AttrKind::Enum(words)), A::Text(word)) => self.word(word, words),
            (Some(AttrKind::Bytes), A::Bytes(bytes)) => self.bytes(bytes),
            (Some(AttrKind::Bytes), A::Options(entries)) => self.bytes(&self.flexbuffer(entries)?),
            (Some(kind), _) => Err(format!("is to be {}", kind_text(kind))),
            (None, _) => self.plain(value),
        }
    }

    /// An attribute that nothing is known of, by its case.
    fn plain(&self, value: &model::Attr) -> Result<AttrId, Wrong> {
        use model::Attr as A;
        let ctx = self.ctx;
        let list = |items: Vec<AttrId>| Ok(ctx.array_attr(&items));
        let float = |value: f64| {
            let is_single = f64::from(value as f32) == value || value.is_nan();
            ctx.float_attr(value, if is_single { TypeId::F32 } else { TypeId::F64 })
        };
        match value {
            A::Unit => Ok(AttrId::UNIT),
            A::Boolean(value) => Ok(ctx.bool_attr(*value)),
            A::Int(value) => Ok(ctx.i64_attr(*value)),
            A::Float(value) => Ok(float(*value)),
            A::Text(text) => Ok(ctx.str_attr(text)),
            A::Bytes(bytes) => Ok(ctx.attr(Attr::String(ctx.bytes(bytes)))),
            A::Ty(text) => self.ty(text),
            A::Shape(shape) => self.shape(shape),
            A::Symbol(name) => Ok(ctx.symbol_attr(self.name(name)?)),
            A::Booleans(values) => list(values.iter().map(|&value| ctx.bool_attr(value)).collect()),
            A::Ints(values) => Ok(ctx.i64_array_attr(values)),
            A::Floats(values) => list(values.iter().map(|&value| float(value)).collect()),
            A::Texts(values) => list(values.iter().map(|text| ctx.str_attr(text)).collect()),
            A::Types(values) => list(values.iter().map(|text| self.ty(text)).collect::<Result<_, _>>()?),
            A::Shapes(values) => {
                list(values.iter().map(|shape| self.shape(shape)).collect::<Result<_, _>>()?)
            }
            A::Symbols(values) => {
                let symbol = |name: &String| Ok(ctx.symbol_attr(self.name(name)?));
                list(values.iter().map(symbol).collect::<Result<_, Wrong>>()?)
            }
            A::Dense(tensor) => (self.dense)(tensor),
            A::Options(_) => Err("holds options, which belong into `custom_option` of `tfl.custom`".into()),
            A::Opaque(text) => self.opaque(text, self.limits.consts),
        }
    }

    /// An attribute in text form, whose elements take no more than `most` bytes: a short text may say very many.
    fn opaque(&self, text: &str, most: u64) -> Result<AttrId, Wrong> {
        let attr = parse_attr(self.ctx, text).map_err(|why| format!("is no attribute: {}", why.message))?;
        let bytes = element_bytes(self.ctx, attr);
        (bytes <= most).then_some(attr).ok_or_else(|| format!("holds {bytes} bytes; there may be {most}"))
    }

    fn int(&self, value: i64, width: u8) -> Result<AttrId, Wrong> {
        let signless = Signedness::Signless;
        let fits = width >= 64 || (-(1i64 << (width - 1))..1i64 << width).contains(&value);
        let ty = self.ctx.ty(Type::Integer { width: width.into(), signedness: signless });
        fits.then(|| self.ctx.int_attr(value.into(), ty))
            .ok_or_else(|| format!("holds {value}, which is no i{width}"))
    }

    fn ty(&self, text: &str) -> Result<AttrId, Wrong> {
        parse_type(self.ctx, self.name(text)?)
            .map(|ty| self.ctx.type_attr(ty))
            .map_err(|why| format!("is no type: {}", why.message))
    }

    fn shape(&self, shape: &model::Shape) -> Result<AttrId, Wrong> {
        let dims = |dims: &Vec<_>| dims.iter().map(|&dim| size(dim)).collect::<Result<Vec<_>, _>>();
        Ok(shape_attr(self.ctx, shape.as_ref().map(dims).transpose()?.as_deref()))
    }

    fn name<'t>(&self, text: &'t str) -> Result<&'t str, Wrong> {
        (text.len() <= MOST_NAME_BYTES).then_some(text).ok_or_else(|| "holds a name that is too long".into())
    }

    fn word(&self, word: &str, words: &EnumSpec) -> Result<AttrId, Wrong> {
        if words.number(word).is_none() {
            let known: Vec<&str> = words.cases.iter().map(|case| case.0).collect();
            return Err(format!("is none of {}", known.join(", ")));
        }
        match words.mnemonic.and_then(|mnemonic| mnemonic.split_once('.')) {
            Some((dialect, mnemonic)) => parse_attr(self.ctx, &format!("#{dialect}<{mnemonic} {word}>"))
                .map_err(|why| format!("is no attribute: {}", why.message)),
            None => Ok(self.ctx.str_attr(word)),
        }
    }

    /// Bytes as `tensor<Nxui8>`.
    fn bytes(&self, bytes: &[u8]) -> Result<AttrId, Wrong> {
        if bytes.len() as u64 > self.limits.attr_bytes {
            return Err(format!(
                "takes {} bytes; the limit `attr-bytes` is {}",
                bytes.len(),
                self.limits.attr_bytes
            ));
        }
        let ty = self.ctx.fixed_tensor(&[bytes.len() as i64], TypeId::UI8);
        Ok(self.ctx.elements_attr(self.ctx.const_from_bytes(ty, bytes)))
    }

    fn check_size(&self, value: &model::Attr) -> Result<(), Wrong> {
        use model::Attr as A;
        let texts = |texts: &[String]| texts.iter().map(String::len).sum::<usize>();
        let shape = |shape: &model::Shape| shape.as_ref().map_or(1, |dims| 16 * dims.len());
        let bytes = match value {
            A::Unit | A::Boolean(_) | A::Int(_) | A::Float(_) => 8,
            A::Text(text) | A::Ty(text) | A::Symbol(text) | A::Opaque(text) => text.len(),
            A::Bytes(bytes) => bytes.len(),
            A::Shape(one) => shape(one),
            A::Booleans(list) => list.len(),
            A::Ints(list) => 8 * list.len(),
            A::Floats(list) => 8 * list.len(),
            A::Texts(list) | A::Types(list) | A::Symbols(list) => texts(list) + 8 * list.len(),
            A::Shapes(list) => list.iter().map(shape).sum(),
            // A tensor counts among the constants.
            A::Dense(_) => 0,
            A::Options(entries) => entries.iter().map(option_bytes).sum(),
        } as u64;
        if bytes > self.limits.attr_bytes {
            return Err(format!("takes {bytes} bytes; the limit `attr-bytes` is {}", self.limits.attr_bytes));
        }
        Ok(())
    }

    /// Options as a flexbuffer.
    fn flexbuffer(&self, entries: &[OptionEntry]) -> Result<Vec<u8>, Wrong> {
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); entries.len()];
        let mut depths = vec![0; entries.len()];
        let mut roots = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            let Some(parent) = entry.parent.map(|parent| parent as usize) else {
                roots.push(at);
                continue;
            };
            let is_group =
                |entry: &OptionEntry| matches!(entry.value, OptionValue::Items | OptionValue::Fields);
            if parent >= at || !is_group(&entries[parent]) {
                return Err(format!("has an entry {at} whose parent is no group before it"));
            }
            depths[at] = depths[parent] + 1;
            if depths[at] > MOST_NESTED {
                return Err(format!("nests its options deeper than {MOST_NESTED}"));
            }
            children[parent].push(at);
        }
        let bytes = encode_map(&options_map(entries, &children, &roots)?);
        Ok(bytes)
    }
}

/// The bytes of all elements that an attribute holds once they are written out.
fn element_bytes(ctx: &Context, attr: AttrId) -> u64 {
    let dict = |id| ctx.dict_entries(id).iter().map(|entry| entry.1).collect::<Vec<_>>();
    let of = |ty| {
        let width = ctx.elem_bytes(ctx.elem_type(ty)).unwrap_or(1) as u64;
        ctx.element_count(ty).map_or(u64::MAX, |count| (count as u64).saturating_mul(width))
    };
    let inner = match ctx.attr_of(attr) {
        Attr::Elements(id) => return of(ctx.const_type(*id)),
        Attr::Sparse { ty, .. } => return of(*ty),
        Attr::Array(items) => items.to_vec(),
        Attr::Dialect { params, .. } => params.to_vec(),
        Attr::Dict(id) => dict(*id),
        _ => return 0,
    };
    inner.into_iter().fold(0, |all, attr| all.saturating_add(element_bytes(ctx, attr)))
}

fn option_bytes(entry: &OptionEntry) -> usize {
    let value = match &entry.value {
        OptionValue::Text(text) => text.len(),
        OptionValue::Bytes(bytes) => bytes.len(),
        OptionValue::Ints(list) => 8 * list.len(),
        OptionValue::Floats(list) => 8 * list.len(),
        OptionValue::Texts(list) => list.iter().map(|text| text.len() + 16).sum(),
        _ => 8,
    };
    entry.key.len() + value + 8
}

fn options_map(
    entries: &[OptionEntry],
    children: &[Vec<usize>],
    of: &[usize],
) -> Result<BTreeMap<String, Flex>, Wrong> {
    let mut map = BTreeMap::new();
    for &at in of {
        let key = &entries[at].key;
        if key.contains('\0') {
            return Err("has an option with a zero byte in its name".into());
        }
        if map.insert(key.clone(), option(entries, children, at)?).is_some() {
            return Err(format!("has option `{key}` twice"));
        }
    }
    Ok(map)
}

fn option(entries: &[OptionEntry], children: &[Vec<usize>], at: usize) -> Result<Flex, Wrong> {
    Ok(match &entries[at].value {
        OptionValue::Null => Flex::Null,
        OptionValue::Boolean(value) => Flex::Bool(*value),
        OptionValue::Int(value) => Flex::Int(*value),
        OptionValue::Float(value) => Flex::Float(*value),
        OptionValue::Text(text) => Flex::String(text.as_bytes().to_vec()),
        OptionValue::Bytes(bytes) => Flex::Blob(bytes.clone()),
        OptionValue::Ints(list) => Flex::List(list.iter().map(|&value| Flex::Int(value)).collect()),
        OptionValue::Floats(list) => Flex::List(list.iter().map(|&value| Flex::Float(value)).collect()),
        OptionValue::Texts(list) => {
            Flex::List(list.iter().map(|text| Flex::String(text.as_bytes().to_vec())).collect())
        }
        OptionValue::Items => {
            let items = children[at].iter().map(|&child| option(entries, children, child));
            Flex::List(items.collect::<Result<_, _>>()?)
        }
        OptionValue::Fields => Flex::Map(options_map(entries, children, &children[at])?),
    })
}

fn kind_text(kind: &AttrKind) -> String {
    match kind {
        AttrKind::Bool => "a `boolean`".into(),
        AttrKind::Int(width) => format!("an `int` of {width} bits"),
        AttrKind::F32 => "a `float`".into(),
        AttrKind::Str => "a `text`".into(),
        AttrKind::Type => "a `ty`".into(),
        AttrKind::Shape => "a `shape`".into(),
        AttrKind::Elements => "a `dense`".into(),
        AttrKind::Symbol => "a `symbol`".into(),
        AttrKind::Ints(width) => format!("`ints` of {width} bits"),
        AttrKind::Floats => "`floats`".into(),
        AttrKind::Strs => "`texts`".into(),
        AttrKind::Bools => "`booleans`".into(),
        AttrKind::Types => "`types`".into(),
        AttrKind::Shapes => "`shapes`".into(),
        AttrKind::Symbols => "`symbols`".into(),
        AttrKind::Enum(words) => {
            format!("a `text` of {}", words.cases.iter().map(|case| case.0).collect::<Vec<_>>().join(", "))
        }
        AttrKind::Bytes => "`bytes` or `options`".into(),
        AttrKind::Dict | AttrKind::Any => "an `opaque`".into(),
    }
}
