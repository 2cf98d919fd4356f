//! Everything immutable, interned, shared by `&`.

use std::any::Any;
use std::borrow::Cow;
use std::sync::{Arc, Mutex, RwLock};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::attrs::{Attr, AttrId, DictId, F64Bits};
use crate::consts::{ConstData, ConstId, Constant, SMALL_CONST_BYTES};
use crate::dims::{Atom, AtomId, Dim, ExprId, Polynomial};
use crate::intern::{Interner, StrId};
use crate::loc::{Loc, LocId};
use crate::registry::DialectRegistry;
use crate::spec::{OpSpec, Traits};
use crate::text::{UNFIT_RESOURCE, floats};
use crate::types::{FloatKind, Type, TypeId, WELL_KNOWN};

/// An interned operation name, with its spec where a dialect or a plugin has one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct OpName(pub(crate) u32);

enum SpecRef {
    Unregistered,
    Static(&'static OpSpec),
    Owned(Box<OpSpec>),
}

/// Small constants by type and content.
type SmallConsts = FxHashMap<(TypeId, Box<[u8]>), ConstId>;

/// Constants that texts hold apart.
#[derive(Default)]
struct Resources {
    by_key: FxHashMap<StrId, Vec<ConstId>>,
    /// What their bytes are aligned for, where that is not [`Self::ALIGNMENT`].
    alignments: FxHashMap<ConstId, u32>,
}

impl Resources {
    /// More than any element type needs.
    const ALIGNMENT: u32 = 64;
}

struct OpInfo {
    name: StrId,
    spec: SpecRef,
}

/// The owner of all interned data. Append-only and `Sync`; ids are dense and live as long as the context.
pub struct Context {
    strings: Interner<Box<[u8]>>,
    types: Interner<Type>,
    attrs: Interner<Attr>,
    dicts: Interner<Box<[(StrId, AttrId)]>>,
    locs: Interner<Loc>,
    atoms: Interner<Atom>,
    polynomials: Interner<Polynomial>,
    consts: boxcar::Vec<Constant>,
    small_consts: Mutex<SmallConsts>,
    resources: Mutex<Resources>,
    op_ids: RwLock<FxHashMap<StrId, OpName>>,
    ops: boxcar::Vec<OpInfo>,
    declared: RwLock<FxHashMap<Box<str>, Traits>>,
    dialects: DialectRegistry,
    extensions: Mutex<FxHashMap<std::any::TypeId, Extension>>,
}

/// What code above this crate keeps for a context.
type Extension = Arc<dyn Any + Send + Sync>;

impl Default for Context {
    fn default() -> Self {
        Self::new()
    }
}

impl Context {
    /// A context with every dialect that is linked into the program.
    pub fn new() -> Self {
        Self::with_dialects(DialectRegistry::linked())
    }

    /// A context with the given dialects only.
    pub fn with_dialects(dialects: DialectRegistry) -> Self {
        let ctx = Self {
            strings: Interner::new(),
            types: Interner::new(),
            attrs: Interner::new(),
            dicts: Interner::new(),
            locs: Interner::new(),
            atoms: Interner::new(),
            polynomials: Interner::new(),
            consts: boxcar::Vec::new(),
            small_consts: Mutex::default(),
            resources: Mutex::default(),
            op_ids: RwLock::default(),
            ops: boxcar::Vec::new(),
            declared: RwLock::default(),
            dialects,
            extensions: Mutex::default(),
        };
        for ty in WELL_KNOWN {
            ctx.types.intern(ty.clone());
        }
        for attr in [Attr::Unit, Attr::Bool(false), Attr::Bool(true)] {
            ctx.attrs.intern(attr);
        }
        ctx.dicts.intern(Box::default());
        ctx.locs.intern(Loc::Unknown);
        ctx
    }

    /// The one `T` that code above this crate keeps for this context, made when it is first asked for.
    pub fn extension<T: Any + Send + Sync, E>(
        &self,
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        let key = std::any::TypeId::of::<T>();
        let extensions = || self.extensions.lock().unwrap_or_else(|poison| poison.into_inner());
        let known = extensions().get(&key).cloned();
        if let Some(known) = known.and_then(|known| known.downcast().ok()) {
            return Ok(known);
        }
        // What is made may need the context, so nothing is locked meanwhile.
        let made = Arc::new(make()?);
        extensions().insert(key, made.clone());
        Ok(made)
    }

    /// The dialects of this context.
    pub fn dialects(&self) -> &DialectRegistry {
        &self.dialects
    }
}

/// Strings.
impl Context {
    /// Interns a string.
    pub fn str(&self, text: &str) -> StrId {
        self.bytes(text.as_bytes())
    }

    /// Interns a byte string.
    pub fn bytes(&self, bytes: &[u8]) -> StrId {
        StrId(self.strings.intern_with(bytes, || bytes.into()))
    }

    /// The id of `text` if it was interned before.
    pub fn find_str(&self, text: &str) -> Option<StrId> {
        self.strings.find(text.as_bytes()).map(StrId)
    }

    /// The bytes of a string.
    pub fn str_bytes(&self, id: StrId) -> &[u8] {
        self.strings.get(id.0)
    }

    /// The string as text; bytes that are not UTF-8 are replaced.
    pub fn str_text(&self, id: StrId) -> Cow<'_, str> {
        String::from_utf8_lossy(self.str_bytes(id))
    }
}

/// Types.
impl Context {
    /// Interns a type.
    pub fn ty(&self, ty: Type) -> TypeId {
        TypeId(self.types.intern(ty))
    }

    /// The type behind an id.
    pub fn type_of(&self, id: TypeId) -> &Type {
        self.types.get(id.0)
    }

    /// `tensor<shape x elem>`
    pub fn tensor(&self, shape: &[Dim], elem: TypeId) -> TypeId {
        self.ty(Type::Tensor { shape: shape.into(), elem, encoding: None })
    }

    /// `tensor<shape x elem>` with fixed dimensions.
    pub fn fixed_tensor(&self, shape: &[i64], elem: TypeId) -> TypeId {
        self.ty(Type::Tensor { shape: shape.iter().map(|&n| Dim::Fixed(n)).collect(), elem, encoding: None })
    }

    /// `tensor<*xelem>`
    pub fn unranked(&self, elem: TypeId) -> TypeId {
        self.ty(Type::UnrankedTensor(elem))
    }

    /// The dimensions of a ranked tensor type.
    pub fn shape(&self, ty: TypeId) -> Option<&[Dim]> {
        match self.type_of(ty) {
            Type::Tensor { shape, .. } => Some(shape),
            _ => None,
        }
    }

    /// The dimensions of a tensor type if all are known numbers.
    pub fn fixed_shape(&self, ty: TypeId) -> Option<Vec<i64>> {
        self.shape(ty)?.iter().map(|dim| dim.fixed()).collect()
    }

    /// The number of elements of a tensor with fixed dimensions; `None` when open, negative or over `usize`.
    pub fn element_count(&self, ty: TypeId) -> Option<usize> {
        let dims: Vec<i64> = match self.type_of(ty) {
            Type::Vector { shape, .. } => shape.iter().map(|d| d.0).collect(),
            _ => self.fixed_shape(ty)?,
        };
        dims.iter().try_fold(1usize, |n, &dim| n.checked_mul(usize::try_from(dim).ok()?))
    }

    /// The element type of a tensor or vector; other types are their own element.
    pub fn elem_type(&self, ty: TypeId) -> TypeId {
        match *self.type_of(ty) {
            Type::Tensor { elem, .. } | Type::UnrankedTensor(elem) | Type::Vector { elem, .. } => elem,
            _ => ty,
        }
    }

    /// Whether the type is a tensor, ranked or not.
    pub fn is_tensor(&self, ty: TypeId) -> bool {
        matches!(self.type_of(ty), Type::Tensor { .. } | Type::UnrankedTensor(_))
    }

    /// How many bytes one element of type `elem` takes in a [`Constant`]: `i1` and `i4` take one, numbers their width
    /// rounded up, dialect types the width of their first type parameter (a quantized type's storage). `None` for types
    /// without a size, strings among them.
    pub fn elem_bytes(&self, elem: TypeId) -> Option<usize> {
        match self.type_of(elem) {
            Type::Integer { width: 0, .. } => None,
            Type::Integer { width, .. } => Some(width.div_ceil(8) as usize),
            Type::Index => Some(8),
            Type::Float(kind) => Some(kind.bits().div_ceil(8) as usize),
            Type::Complex(part) => Some(2 * self.elem_bytes(*part)?),
            Type::Dialect { params, .. } => match self.attr_of(*params.first()?) {
                Attr::Type(storage) => self.elem_bytes(*storage),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Attributes.
impl Context {
    /// Interns an attribute.
    pub fn attr(&self, attr: Attr) -> AttrId {
        AttrId(self.attrs.intern(attr))
    }

    /// The attribute behind an id.
    pub fn attr_of(&self, id: AttrId) -> &Attr {
        self.attrs.get(id.0)
    }

    /// `value : ty`
    pub fn int_attr(&self, value: i128, ty: TypeId) -> AttrId {
        self.attr(Attr::Integer { value, ty })
    }

    /// `value : i32`
    pub fn i32_attr(&self, value: i32) -> AttrId {
        self.int_attr(value.into(), TypeId::I32)
    }

    /// `value : i64`
    pub fn i64_attr(&self, value: i64) -> AttrId {
        self.int_attr(value.into(), TypeId::I64)
    }

    /// `value : ty`, rounded to `ty` where that is `f32`.
    pub fn float_attr(&self, value: f64, ty: TypeId) -> AttrId {
        let value = match self.type_of(ty) {
            Type::Float(FloatKind::F32) => f64::from(value as f32),
            _ => value,
        };
        self.attr(Attr::Float { value: F64Bits(value.to_bits()), ty })
    }

    /// `true` or `false`
    pub fn bool_attr(&self, value: bool) -> AttrId {
        if value { AttrId::TRUE } else { AttrId::FALSE }
    }

    /// `"text"`
    pub fn str_attr(&self, text: &str) -> AttrId {
        self.attr(Attr::String(self.str(text)))
    }

    /// A type as an attribute.
    pub fn type_attr(&self, ty: TypeId) -> AttrId {
        self.attr(Attr::Type(ty))
    }

    /// `[a, b]`
    pub fn array_attr(&self, items: &[AttrId]) -> AttrId {
        self.attr(Attr::Array(items.into()))
    }

    /// `[1, 2]` of `i64`
    pub fn i64_array_attr(&self, items: &[i64]) -> AttrId {
        let items: Vec<AttrId> = items.iter().map(|&n| self.i64_attr(n)).collect();
        self.array_attr(&items)
    }

    /// `@name`
    pub fn symbol_attr(&self, name: &str) -> AttrId {
        self.attr(Attr::Symbol(Box::new([self.str(name)])))
    }

    /// `dense<...>` of an existing constant.
    pub fn elements_attr(&self, id: ConstId) -> AttrId {
        self.attr(Attr::Elements(id))
    }

    /// Interns a dictionary. Of several entries with one name the last stays.
    pub fn dict(&self, entries: impl IntoIterator<Item = (StrId, AttrId)>) -> DictId {
        let mut list: Vec<(StrId, AttrId)> = Vec::new();
        for (name, attr) in entries {
            match list.iter_mut().find(|entry| entry.0 == name) {
                Some(entry) => entry.1 = attr,
                None => list.push((name, attr)),
            }
        }
        list.sort_by(|a, b| self.str_bytes(a.0).cmp(self.str_bytes(b.0)));
        DictId(self.dicts.intern(list.into()))
    }

    /// The entries of a dictionary, sorted by name.
    pub fn dict_entries(&self, id: DictId) -> &[(StrId, AttrId)] {
        self.dicts.get(id.0)
    }

    /// The entry called `name`.
    pub fn dict_get(&self, id: DictId, name: &str) -> Option<AttrId> {
        self.dict_entries(id).iter().find(|entry| self.str_bytes(entry.0) == name.as_bytes()).map(|e| e.1)
    }

    /// The dictionary with entry `name` set to `attr`.
    pub fn dict_with(&self, id: DictId, name: &str, attr: AttrId) -> DictId {
        let name = self.str(name);
        self.dict(self.dict_entries(id).iter().copied().chain([(name, attr)]))
    }

    /// The dictionary without entry `name`.
    pub fn dict_without(&self, id: DictId, name: &str) -> DictId {
        let entries = self.dict_entries(id).iter().copied();
        self.dict(entries.filter(|entry| self.str_bytes(entry.0) != name.as_bytes()))
    }

    /// The value of an integer or bool attribute.
    pub fn attr_int(&self, id: AttrId) -> Option<i64> {
        match *self.attr_of(id) {
            Attr::Integer { value, .. } => i64::try_from(value).ok(),
            Attr::Bool(value) => Some(value.into()),
            _ => None,
        }
    }

    /// The value of a float attribute.
    pub fn attr_float(&self, id: AttrId) -> Option<f64> {
        match *self.attr_of(id) {
            Attr::Float { value, .. } => Some(value.get()),
            _ => None,
        }
    }

    /// The value of a bool attribute.
    pub fn attr_bool(&self, id: AttrId) -> Option<bool> {
        match *self.attr_of(id) {
            Attr::Bool(value) => Some(value),
            Attr::Integer { value, ty: TypeId::I1 } => Some(value != 0),
            _ => None,
        }
    }

    /// The text of a string attribute.
    pub fn attr_str(&self, id: AttrId) -> Option<Cow<'_, str>> {
        match *self.attr_of(id) {
            Attr::String(text) => Some(self.str_text(text)),
            _ => None,
        }
    }

    /// The root name of a symbol attribute.
    pub fn attr_symbol(&self, id: AttrId) -> Option<StrId> {
        match self.attr_of(id) {
            Attr::Symbol(path) => path.first().copied(),
            _ => None,
        }
    }

    /// The integers of an array attribute of integers, or of an `array<i64: ...>`, or of an integer elements attribute.
    pub fn attr_ints(&self, id: AttrId) -> Option<Vec<i64>> {
        match self.attr_of(id) {
            Attr::Array(items) => items.iter().map(|&item| self.attr_int(item)).collect(),
            Attr::DenseArray { elem, bytes } => ints_from_bytes(self, *elem, bytes),
            Attr::Elements(id) => self.const_ints(*id),
            _ => None,
        }
    }
}

fn ints_from_bytes(ctx: &Context, elem: TypeId, bytes: &[u8]) -> Option<Vec<i64>> {
    let width = ctx.elem_bytes(elem)?;
    let signed = match ctx.type_of(elem) {
        Type::Index => true,
        Type::Integer { signedness, width } => *signedness != crate::Signedness::Unsigned && *width > 1,
        _ => return None,
    };
    if width > 8 {
        return None;
    }
    let one = |chunk: &[u8]| {
        let mut raw = [if signed && chunk[width - 1] >= 0x80 { 0xff } else { 0 }; 8];
        raw[..width].copy_from_slice(chunk);
        i64::from_le_bytes(raw)
    };
    Some(bytes.chunks_exact(width).map(one).collect())
}

/// Constants.
impl Context {
    /// Adds a constant. Small ones are interned by type and content; larger ones get an id of their own each time. A
    /// small buffer whose elements are all equal becomes a splat.
    pub fn constant(&self, ty: TypeId, data: ConstData) -> ConstId {
        let count = self.element_count(ty).unwrap_or(0);
        let is_small = match &data {
            ConstData::Splat(_) => true,
            _ => data.byte_len(count) <= SMALL_CONST_BYTES,
        };
        if !is_small {
            return self.push_const(Constant { ty, data, key: None });
        }
        let key = match &data {
            ConstData::Strings(strings) => {
                let mut key = Vec::new();
                for s in strings.iter() {
                    key.extend_from_slice(&s.len().to_le_bytes());
                    key.extend_from_slice(s);
                }
                key
            }
            ConstData::Splat(elem) => elem.to_vec(),
            _ => data.bytes(count).unwrap_or_default().into_owned(),
        };
        let (key, data) = match (data, self.elem_bytes(self.elem_type(ty))) {
            (ConstData::Strings(strings), _) => (key, ConstData::Strings(strings)),
            (_, Some(width)) if count > 0 && key.len() >= width && is_repetition(&key, width) => {
                (key[..width].to_vec(), ConstData::Splat(key[..width].into()))
            }
            _ => (key.clone(), ConstData::Owned(key.into())),
        };
        let mut index = self.small_consts.lock().unwrap_or_else(|poison| poison.into_inner());
        *index.entry((ty, key.into())).or_insert_with(|| self.push_const(Constant { ty, data, key: None }))
    }

    /// Adds a constant that text holds apart under `key`. The same bytes under the same key are one constant.
    pub fn resource(&self, ty: TypeId, data: ConstData, key: &str) -> ConstId {
        self.aligned_resource(ty, data, key, Resources::ALIGNMENT)
    }

    /// As [`Self::resource`], with what the text says that the bytes are aligned for.
    pub fn aligned_resource(&self, ty: TypeId, data: ConstData, key: &str, alignment: u32) -> ConstId {
        let key = self.str(key);
        let count = self.element_count(ty).unwrap_or(0);
        let mut resources = self.resources.lock().unwrap_or_else(|poison| poison.into_inner());
        let known = resources.by_key.entry(key).or_default();
        let is_same = |id: &&ConstId| {
            let constant = self.const_of(**id);
            constant.ty == ty
                && !matches!(data, ConstData::Deferred(_))
                && constant.data.bytes(count) == data.bytes(count)
        };
        if let Some(&id) = known.iter().find(is_same) {
            return id;
        }
        let id = self.push_const(Constant { ty, data, key: Some(key) });
        known.push(id);
        if alignment != Resources::ALIGNMENT {
            resources.alignments.insert(id, alignment);
        }
        id
    }

    /// What the text of a module says that the bytes of a resource are aligned for.
    pub fn resource_alignment(&self, id: ConstId) -> u32 {
        let resources = self.resources.lock().unwrap_or_else(|poison| poison.into_inner());
        resources.alignments.get(&id).copied().unwrap_or(Resources::ALIGNMENT)
    }

    /// `dense_resource<key> : ty` of a resource whose elements are not of type `ty`.
    pub fn unfit_resource_attr(&self, id: ConstId, ty: TypeId) -> AttrId {
        let params = Box::new([self.elements_attr(id), self.type_attr(ty)]);
        self.attr(Attr::Dialect { name: self.str(UNFIT_RESOURCE), params })
    }

    /// The resource and the type of an attribute that [`Self::unfit_resource_attr`] makes.
    pub fn unfit_resource(&self, attr: AttrId) -> Option<(ConstId, TypeId)> {
        let Attr::Dialect { name, params } = self.attr_of(attr) else { return None };
        match (self.str_bytes(*name) == UNFIT_RESOURCE.as_bytes(), &**params) {
            (true, &[elements, ty]) => match (self.attr_of(elements), self.attr_of(ty)) {
                (Attr::Elements(id), Attr::Type(ty)) => Some((*id, *ty)),
                _ => None,
            },
            _ => None,
        }
    }

    /// `key`, or `key_N` with the least N that no constant has as its key.
    pub fn fresh_resource_key(&self, key: &str) -> String {
        let resources = self.resources.lock().unwrap_or_else(|poison| poison.into_inner());
        let is_taken = |key: &str| self.find_str(key).is_some_and(|key| resources.by_key.contains_key(&key));
        let numbered = (1u64..).map(|n| format!("{key}_{n}"));
        std::iter::once(key.to_owned()).chain(numbered).find(|key| !is_taken(key)).unwrap_or_default()
    }

    fn push_const(&self, constant: Constant) -> ConstId {
        ConstId(u32::try_from(self.consts.push(constant)).expect("fewer than 2^32 constants"))
    }

    /// A constant from its little-endian bytes.
    pub fn const_from_bytes(&self, ty: TypeId, bytes: &[u8]) -> ConstId {
        self.constant(ty, ConstData::Owned(bytes.into()))
    }

    /// A `tensor<Nxi32>` constant.
    pub fn const_i32s(&self, values: &[i32]) -> ConstId {
        let bytes: Vec<u8> = values.iter().flat_map(|v| v.to_le_bytes()).collect();
        self.const_from_bytes(self.fixed_tensor(&[values.len() as i64], TypeId::I32), &bytes)
    }

    /// A `tensor<Nxi64>` constant.
    pub fn const_i64s(&self, values: &[i64]) -> ConstId {
        let bytes: Vec<u8> = values.iter().flat_map(|v| v.to_le_bytes()).collect();
        self.const_from_bytes(self.fixed_tensor(&[values.len() as i64], TypeId::I64), &bytes)
    }

    /// A `tensor<f32>` constant.
    pub fn const_f32(&self, value: f32) -> ConstId {
        self.const_from_bytes(self.tensor(&[], TypeId::F32), &value.to_le_bytes())
    }

    /// The constant behind an id.
    pub fn const_of(&self, id: ConstId) -> &Constant {
        &self.consts[id.0 as usize]
    }

    /// The type of a constant.
    pub fn const_type(&self, id: ConstId) -> TypeId {
        self.const_of(id).ty
    }

    /// All bytes of a constant; `None` for strings.
    pub fn const_bytes(&self, id: ConstId) -> Option<Cow<'_, [u8]>> {
        let constant = self.const_of(id);
        constant.data.bytes(self.element_count(constant.ty)?)
    }

    /// The one element of a splat, or of a constant with a single element.
    pub fn const_splat_bytes(&self, id: ConstId) -> Option<Cow<'_, [u8]>> {
        let constant = self.const_of(id);
        match &constant.data {
            ConstData::Splat(elem) => Some(Cow::Borrowed(elem)),
            data if self.element_count(constant.ty) == Some(1) => data.bytes(1),
            _ => None,
        }
    }

    /// The number that `bytes` are as an element of float type `elem`.
    pub fn float_from_bytes(&self, elem: TypeId, bytes: &[u8]) -> Option<f64> {
        let Type::Float(kind) = *self.type_of(elem) else { return None };
        let mut raw = [0; 8];
        raw.get_mut(..bytes.len())?.copy_from_slice(bytes);
        Some(floats::decode(kind, u64::from_le_bytes(raw).into()))
    }

    /// The bytes of `value`, rounded to nearest, as an element of float type `elem`; `None` for types wider than `f64`.
    pub fn float_to_bytes(&self, elem: TypeId, value: f64) -> Option<Vec<u8>> {
        let Type::Float(kind) = *self.type_of(elem) else { return None };
        floats::encode(kind, value).to_le_bytes().get(..self.elem_bytes(elem)?).map(<[u8]>::to_vec)
    }

    /// The largest finite number of float type `elem`.
    pub fn largest_float(&self, elem: TypeId) -> Option<f64> {
        let Type::Float(kind) = *self.type_of(elem) else { return None };
        floats::largest(kind)
    }

    /// The elements of an integer, bool or index constant of at most 65,536 elements.
    pub fn const_ints(&self, id: ConstId) -> Option<Vec<i64>> {
        const MOST: usize = 1 << 16;
        let constant = self.const_of(id);
        if self.element_count(constant.ty)? > MOST {
            return None;
        }
        let elem = self.elem_type(constant.ty);
        if !matches!(self.type_of(elem), Type::Integer { .. } | Type::Index) {
            return None;
        }
        ints_from_bytes(self, elem, &self.const_bytes(id)?)
    }
}

fn is_repetition(bytes: &[u8], width: usize) -> bool {
    width > 0 && bytes.len().is_multiple_of(width) && bytes.chunks_exact(width).all(|c| c == &bytes[..width])
}

/// Locations.
impl Context {
    /// Interns a location.
    pub fn loc(&self, loc: Loc) -> LocId {
        LocId(self.locs.intern(loc))
    }

    /// The location behind an id.
    pub fn loc_of(&self, id: LocId) -> &Loc {
        self.locs.get(id.0)
    }

    /// `loc("name")`
    pub fn name_loc(&self, name: &str) -> LocId {
        self.loc(Loc::Name { name: self.str(name), child: LocId::UNKNOWN })
    }

    /// The location of an operation that replaces those at `locs`: flattened, without unknown ones and repetitions.
    pub fn fused_loc(&self, locs: impl IntoIterator<Item = LocId>) -> LocId {
        self.fused_loc_for(locs, None)
    }

    /// As [`Self::fused_loc`], with what fused them. Fusions for the same reason are flattened.
    pub fn fused_loc_for(
        &self,
        locs: impl IntoIterator<Item = LocId>,
        reason: Option<crate::AttrId>,
    ) -> LocId {
        let mut flat: Vec<LocId> = Vec::new();
        let mut seen = FxHashSet::default();
        for loc in locs {
            let parts: &[LocId] = match self.loc_of(loc) {
                Loc::Unknown => &[],
                Loc::Fused { locs, metadata } if *metadata == reason => locs,
                _ => &[loc],
            };
            flat.extend(parts.iter().filter(|&&part| part != LocId::UNKNOWN && seen.insert(part)));
        }
        match (flat.as_slice(), reason) {
            ([], None) => LocId::UNKNOWN,
            ([one], None) => *one,
            ([], _) => self.loc(Loc::Fused { locs: Box::new([LocId::UNKNOWN]), metadata: reason }),
            _ => self.loc(Loc::Fused { locs: flat.into(), metadata: reason }),
        }
    }

    /// The most telling name in a location: the innermost name of a call chain, the last name of a fusion (results
    /// are named after the last operation that makes them).
    pub fn loc_name(&self, id: LocId) -> Option<StrId> {
        match self.loc_of(id) {
            Loc::Name { name, .. } => Some(*name),
            Loc::CallSite { callee, caller } => self.loc_name(*callee).or_else(|| self.loc_name(*caller)),
            Loc::Fused { locs, .. } => locs.iter().rev().find_map(|&loc| self.loc_name(loc)),
            Loc::Unknown | Loc::File { .. } => None,
        }
    }
}

/// Operation names and their specs.
impl Context {
    /// Interns an operation name and looks its spec up in the dialects.
    pub fn op_name(&self, name: &str) -> OpName {
        let id = self.str(name);
        if let Some(op) = self.op_ids.read().unwrap_or_else(|poison| poison.into_inner()).get(&id) {
            return *op;
        }
        let spec = match self.dialects.find_op(name) {
            Some(Cow::Borrowed(spec)) => SpecRef::Static(spec),
            Some(Cow::Owned(spec)) => SpecRef::Owned(Box::new(spec)),
            None => SpecRef::Unregistered,
        };
        self.add_op(id, spec)
    }

    fn add_op(&self, id: StrId, spec: SpecRef) -> OpName {
        let mut ids = self.op_ids.write().unwrap_or_else(|poison| poison.into_inner());
        *ids.entry(id).or_insert_with(|| {
            OpName(u32::try_from(self.ops.push(OpInfo { name: id, spec })).expect("fewer than 2^32 op names"))
        })
    }

    /// Registers a spec that is known at run time only: a custom op of a SavedModel, an op of a plugin. The first
    /// registration of a name wins, a dialect's before all; gives the name and whether `spec` is the one in force.
    pub fn register_op(&self, mut spec: OpSpec) -> (OpName, bool) {
        let existing = self
            .find_str(&spec.name)
            .and_then(|id| self.op_ids.read().unwrap_or_else(|poison| poison.into_inner()).get(&id).copied());
        if existing.is_some() || self.dialects.find_op(&spec.name).is_some() {
            return (self.op_name(&spec.name), false);
        }
        let id = self.str(&spec.name);
        if let Some(effects) = self.declared_effects(&spec.name) {
            spec.traits = spec.traits.without(Traits::EFFECTS).with(effects);
        }
        (self.add_op(id, SpecRef::Owned(Box::new(spec))), true)
    }

    /// Says what effects an operation has that no dialect defines, some of [`Traits::EFFECTS`]; of a `tfl.custom` by
    /// `tfl.custom:` and its custom code. It counts for rows that are registered after that, and where there is none.
    /// False where a dialect defines the operation: its word stands.
    pub fn declare_effects(&self, name: &str, effects: Traits) -> bool {
        if self.dialects.find_op(name).is_some() {
            return false;
        }
        let mut declared = self.declared.write().unwrap_or_else(|poison| poison.into_inner());
        declared.insert(name.into(), effects);
        true
    }

    /// What [`Self::declare_effects`] was told of `name`.
    pub fn declared_effects(&self, name: &str) -> Option<Traits> {
        self.declared.read().unwrap_or_else(|poison| poison.into_inner()).get(name).copied()
    }

    /// The text of an operation name.
    pub fn op_text(&self, op: OpName) -> &str {
        std::str::from_utf8(self.str_bytes(self.ops[op.0 as usize].name)).unwrap_or("<invalid>")
    }

    /// The dialect part of an operation name: `tf` of `tf.Add`.
    pub fn op_dialect(&self, op: OpName) -> &str {
        self.op_text(op).split_once('.').map_or("", |(dialect, _)| dialect)
    }

    /// The spec of an operation name, `None` when nobody registered it.
    pub fn op_spec(&self, op: OpName) -> Option<&OpSpec> {
        match &self.ops[op.0 as usize].spec {
            SpecRef::Unregistered => None,
            SpecRef::Static(spec) => Some(spec),
            SpecRef::Owned(spec) => Some(spec),
        }
    }
}

/// Interning of the pieces of symbolic dimensions; see [`crate::dims`].
impl Context {
    pub(crate) fn intern_polynomial(&self, polynomial: Polynomial) -> ExprId {
        ExprId(self.polynomials.intern(polynomial))
    }

    pub(crate) fn intern_atom(&self, atom: Atom) -> AtomId {
        AtomId(self.atoms.intern(atom))
    }

    /// The polynomial behind an id.
    pub fn polynomial(&self, id: ExprId) -> &Polynomial {
        self.polynomials.get(id.0)
    }

    /// The atom behind an id.
    pub fn atom(&self, id: AtomId) -> &Atom {
        self.atoms.get(id.0)
    }
}
