//! Types that a format does not write.

use smallvec::SmallVec;

use super::{Format, Slot, Source};
use crate::attrs::{Attr, AttrId};
use crate::context::Context;
use crate::spec::{Arity, OpSpec, Traits};
use crate::types::{Type, TypeId};

/// The types of the values of a row.
pub(super) type Group = SmallVec<[TypeId; 2]>;

/// The types of the values of each row, as far as they are known.
#[derive(Default)]
pub(super) struct Types(SmallVec<[Option<Group>; 4]>);

impl Types {
    /// Nothing is known of the rows of `format`.
    pub(super) fn unknown(format: &Format) -> Self {
        Self(format.rows.iter().map(|_| None).collect())
    }

    pub(super) fn set(&mut self, slot: Slot, types: Group) {
        self.0[usize::from(slot)] = Some(types);
    }

    pub(super) fn get(&self, slot: Slot) -> Option<&Group> {
        self.0[usize::from(slot)].as_ref()
    }

    /// Adds what follows. `count` says how many values the row with an index has; a result row that is not variadic has
    /// one. `attr` gives an attribute by its index in the row.
    pub(super) fn settle(
        &mut self,
        ctx: &Context,
        spec: &OpSpec,
        format: &Format,
        count: &dyn Fn(Slot) -> usize,
        attr: &dyn Fn(usize) -> Option<AttrId>,
    ) {
        for rule in &format.rules {
            if self.get(rule.target).is_some() {
                continue;
            }
            let first = |slot: Slot| self.get(slot).and_then(|types| types.first().copied());
            let one = match &rule.source {
                Source::Same(of) if format.rows[usize::from(rule.target)].arity != Arity::One => {
                    let Some(types) = self.get(*of).cloned() else { continue };
                    self.set(rule.target, types);
                    continue;
                }
                Source::Same(of) => first(*of),
                Source::Elem(of) => first(*of).map(|ty| ctx.elem_type(ty)),
                Source::Bool(of) => first(*of).map(|ty| bool_like(ctx, ty)),
                Source::Attr(index) => attr(*index).and_then(|attr| attr_type(ctx, attr)),
                Source::Type(text) => crate::text::parse_type(ctx, text).ok(),
                Source::Parts(of) | Source::Inputs(of) | Source::Outputs(of) => {
                    let parts = match (first(*of).map(|ty| ctx.type_of(ty)), &rule.source) {
                        (Some(Type::Tuple(parts)), Source::Parts(_)) => parts,
                        (Some(Type::Function { inputs, .. }), Source::Inputs(_)) => inputs,
                        (Some(Type::Function { results, .. }), Source::Outputs(_)) => results,
                        _ => continue,
                    };
                    self.set(rule.target, parts.iter().copied().collect());
                    continue;
                }
            };
            if let Some(ty) = one {
                self.set(rule.target, Group::from_elem(ty, count(rule.target)));
            }
        }
        if spec.traits.has(Traits::SAME_TYPE)
            && let Some(ty) = self.0.iter().flatten().find_map(|types| types.first().copied())
        {
            for slot in 0..self.0.len() {
                if self.0[slot].is_none() {
                    self.0[slot] = Some(Group::from_elem(ty, count(slot as Slot)));
                }
            }
        }
    }
}

/// `i1` in the shape of a type.
pub(crate) fn bool_like(ctx: &Context, ty: TypeId) -> TypeId {
    match ctx.type_of(ty) {
        Type::Tensor { shape, encoding, .. } => {
            ctx.ty(Type::Tensor { shape: shape.clone(), elem: TypeId::I1, encoding: *encoding })
        }
        Type::UnrankedTensor(_) => ctx.unranked(TypeId::I1),
        Type::Vector { shape, .. } => ctx.ty(Type::Vector { shape: shape.clone(), elem: TypeId::I1 }),
        _ => TypeId::I1,
    }
}

/// The type of an attribute that has one.
pub(crate) fn attr_type(ctx: &Context, attr: AttrId) -> Option<TypeId> {
    match ctx.attr_of(attr) {
        Attr::Bool(_) => Some(TypeId::I1),
        Attr::Integer { ty, .. } | Attr::Float { ty, .. } | Attr::Sparse { ty, .. } => Some(*ty),
        Attr::Elements(id) => Some(ctx.const_type(*id)),
        // A resource whose bytes are not the elements of its type.
        Attr::Dialect { params, .. } => match params.as_ref() {
            &[_, ty] if matches!(ctx.attr_of(params[0]), Attr::Elements(_)) => match ctx.attr_of(ty) {
                Attr::Type(ty) => Some(*ty),
                _ => None,
            },
            _ => None,
        },
        // Text with a type after a colon: a resource without its bytes, a dialect's own elements.
        Attr::Opaque { text, .. } => {
            let text = ctx.str_text(*text);
            let (body, ty) = text.rsplit_once(" : ")?;
            if body.ends_with('>') { crate::text::parse_type(ctx, ty).ok() } else { None }
        }
        _ => None,
    }
}
