//! Printing by a format.

use smallvec::SmallVec;

use super::types::{Group, Types};
use super::{Anchor, AttrForm, Element, Format, Kind, Slot};
use crate::attrs::{Attr, AttrId};
use crate::context::Context;
use crate::graph::{Graph, Op};
use crate::spec::OpSpec;
use crate::text::printer::Printer;
use crate::types::{Signedness, Type, TypeId};

/// An operation that a format can say.
pub(crate) struct Said<'g> {
    graph: &'g Graph,
    op: Op,
    spec: &'g OpSpec,
    /// The first value of each row and of the one after the last, operands and results counted for themselves.
    starts: SmallVec<[u32; 6]>,
}

impl Said<'_> {
    fn attr(&self, ctx: &Context, index: usize) -> Option<AttrId> {
        ctx.dict_get(self.graph.props(self.op), &self.spec.attrs[index].name)
    }

    fn range(&self, format: &Format, slot: Slot) -> std::ops::Range<usize> {
        // Results start at 0 again, behind the end of the operands.
        let at = usize::from(slot) + usize::from(usize::from(slot) >= format.operands);
        self.starts[at] as usize..self.starts[at + 1] as usize
    }

    fn types(&self, format: &Format, slot: Slot) -> impl ExactSizeIterator<Item = TypeId> + '_ {
        let range = self.range(format, slot);
        let values: Group = if usize::from(slot) < format.operands {
            self.graph.operand_types(self.op).skip(range.start).take(range.len()).collect()
        } else {
            self.graph.result_types(self.op).skip(range.start).take(range.len()).collect()
        };
        values.into_iter()
    }
}

impl Format {
    /// The operation as the format says it, `None` when it cannot say all of it.
    pub(crate) fn fits<'g>(
        &self,
        ctx: &'g Context,
        graph: &'g Graph,
        op: Op,
        spec: &'g OpSpec,
    ) -> Option<Said<'g>> {
        if graph.has_extra(op) && (!graph.regions(op).is_empty() || !graph.successors(op).is_empty()) {
            return None;
        }
        let mut starts = SmallVec::new();
        let (operands, results) = (graph.operand_count(op), graph.results(op).len());
        if self.plain {
            if operands != self.operands || results != self.rows.len() - self.operands {
                return None;
            }
            starts.extend(0..=operands as u32);
            starts.extend(0..=results as u32);
        } else {
            // Sizes that are written somewhere are not in the short form.
            let props = crate::DictId::EMPTY;
            for sizes in
                [spec.operand_segments(ctx, props, operands)?, spec.result_segments(ctx, props, results)?]
            {
                let mut at = 0;
                starts.push(0);
                starts.extend(sizes.into_iter().map(|size| {
                    at += size as u32;
                    at
                }));
            }
        }
        let said = Said { graph, op, spec, starts };
        let mut types = Types::unknown(self);
        (self.can_say(ctx, &said, &self.elements, &mut types) && self.types_follow(ctx, &said, types))
            .then_some(said)
    }

    /// Whether all elements of a list can say what they have to; notes the types that they say.
    fn can_say(&self, ctx: &Context, said: &Said<'_>, list: &[Element], types: &mut Types) -> bool {
        let mut note = |slot: Slot| types.set(slot, said.types(self, slot).collect());
        list.iter().all(|element| {
            match &element.kind {
                Kind::Attr(index, form) => {
                    return match said.attr(ctx, *index) {
                        Some(attr) => can_write(ctx, said.spec, form, attr),
                        None => false,
                    };
                }
                Kind::Types(slots) => slots.iter().for_each(|&slot| note(slot)),
                Kind::Brief(slots) => {
                    let slots = if self.is_brief(ctx, said, slots) { slots } else { &self.every_slot() };
                    slots.iter().for_each(|&slot| note(slot));
                }
                Kind::Functional(inputs, results) => {
                    inputs.iter().chain(results).for_each(|&slot| note(slot));
                }
                Kind::Group(group) => {
                    let is_there = self.is_there(ctx, said, group.anchor);
                    let list = if is_there { &group.body } else { &group.otherwise };
                    let mut inner = Types::unknown(self);
                    let can = self.can_say(ctx, said, list, &mut inner);
                    for slot in 0..self.rows.len() as Slot {
                        if inner.get(slot).is_some() {
                            note(slot);
                        }
                    }
                    return can;
                }
                Kind::Literal(_)
                | Kind::Blank
                | Kind::Operands(_)
                | Kind::EachComma(_)
                | Kind::AttrDict { .. } => {}
            }
            true
        })
    }

    /// Whether the types that are not written are what follows.
    fn types_follow(&self, ctx: &Context, said: &Said<'_>, mut types: Types) -> bool {
        let count = |slot: Slot| said.range(self, slot).len();
        types.settle(ctx, said.spec, self, &count, &|index| said.attr(ctx, index));
        (0..self.rows.len() as Slot).all(|slot| match types.get(slot) {
            Some(types) => said.types(self, slot).eq(types.iter().copied()),
            None => count(slot) == 0,
        })
    }

    /// Whether all other types follow from those of `slots`.
    fn is_brief(&self, ctx: &Context, said: &Said<'_>, slots: &[Slot]) -> bool {
        let mut types = Types::unknown(self);
        for &slot in slots {
            types.set(slot, said.types(self, slot).collect());
        }
        // A function type would read as the types of everything.
        let first = slots.first().and_then(|&slot| said.types(self, slot).next());
        !first.is_some_and(|ty| matches!(ctx.type_of(ty), Type::Function { .. }))
            && self.types_follow(ctx, said, types)
    }

    fn every_slot(&self) -> Box<[Slot]> {
        (0..self.rows.len() as Slot).collect()
    }

    fn is_there(&self, ctx: &Context, said: &Said<'_>, anchor: Anchor) -> bool {
        match anchor {
            Anchor::Value(slot) => !said.range(self, slot).is_empty(),
            Anchor::Attr(index) => {
                let Some(attr) = said.attr(ctx, index) else { return false };
                let form = find_form(&self.elements, index);
                !matches!(form, Some(AttrForm::Stripped(_, word)) if is_only_word(ctx, attr, word))
                    && ctx.default_attr(said.spec, &said.spec.attrs[index].name) != Some(attr)
            }
        }
    }

    /// Prints what follows the name of an operation.
    pub(crate) fn print(&self, p: &mut Printer<'_>, said: &Said<'_>) {
        self.print_list(p, said, &self.elements);
    }

    fn print_list(&self, p: &mut Printer<'_>, said: &Said<'_>, list: &[Element]) {
        let (ctx, graph, op) = (p.ctx(), said.graph, said.op);
        for element in list {
            if element.space {
                p.raw(" ");
            }
            match &element.kind {
                Kind::Literal(text) => p.raw(text),
                Kind::Blank => p.raw(" "),
                Kind::Operands(rows) => {
                    let range = said.range(self, rows.start).start..said.range(self, rows.end - 1).end;
                    p.values(graph.operands(op).skip(range.start).take(range.len()));
                }
                Kind::EachComma(row) => {
                    let range = said.range(self, *row);
                    p.values(graph.operands(op).skip(range.start).take(range.len()));
                    p.raw(if range.is_empty() { "" } else { "," });
                }
                Kind::Attr(index, form) => {
                    if let Some(attr) = said.attr(ctx, *index) {
                        print_attr(p, form, attr);
                    }
                }
                Kind::AttrDict { keyword } => {
                    let lead = if *keyword { " attributes " } else { " " };
                    p.op_attrs_after(graph, op, &self.printed, lead);
                }
                Kind::Types(slots) => {
                    let types: SmallVec<[TypeId; 4]> =
                        slots.iter().flat_map(|&slot| said.types(self, slot)).collect();
                    p.types(types);
                }
                Kind::Functional(inputs, results) => self.print_functional(p, said, inputs, results),
                Kind::Brief(slots) if self.is_brief(ctx, said, slots) => {
                    let types: SmallVec<[TypeId; 4]> =
                        slots.iter().flat_map(|&slot| said.types(self, slot)).collect();
                    p.types(types);
                }
                Kind::Brief(_) => {
                    let (inputs, results) = self.all_slots();
                    self.print_functional(p, said, &inputs, &results);
                }
                Kind::Group(group) => {
                    let is_there = self.is_there(ctx, said, group.anchor);
                    self.print_list(p, said, if is_there { &group.body } else { &group.otherwise });
                }
            }
        }
    }

    /// `(types) -> types`
    fn print_functional(&self, p: &mut Printer<'_>, said: &Said<'_>, inputs: &[Slot], results: &[Slot]) {
        let list = |slots: &[Slot]| -> Vec<TypeId> {
            slots.iter().flat_map(|&slot| said.types(self, slot)).collect()
        };
        p.raw("(");
        p.types(list(inputs));
        p.raw(") -> ");
        p.result_types(&list(results));
    }
}

/// How an attribute of the row is written by the first element that writes it.
fn find_form(elements: &[Element], index: usize) -> Option<&AttrForm> {
    elements.iter().find_map(|element| match &element.kind {
        Kind::Attr(at, form) if *at == index => Some(form),
        Kind::Group(group) => find_form(&group.body, index).or_else(|| find_form(&group.otherwise, index)),
        _ => None,
    })
}

fn is_only_word(ctx: &Context, attr: AttrId, word: &str) -> bool {
    match ctx.attr_of(attr) {
        Attr::Dialect { params, .. } => {
            matches!(params.as_ref(), &[one] if ctx.attr_str(one).is_some_and(|text| text == word))
        }
        _ => false,
    }
}

/// Whether an attribute is of the kind that a form writes.
fn can_write(ctx: &Context, spec: &OpSpec, form: &AttrForm, attr: AttrId) -> bool {
    let attr = ctx.attr_of(attr);
    let is_int = |ty: TypeId, width: u32| {
        *ctx.type_of(ty) == Type::Integer { width, signedness: Signedness::Signless }
    };
    match form {
        // What prints without a type would read back with another.
        AttrForm::Typed => !matches!(attr, Attr::Unit | Attr::Dict(_)),
        AttrForm::Number(width) => matches!(attr, Attr::Integer { ty, .. } if is_int(*ty, *width)),
        AttrForm::Float => matches!(attr, Attr::Float { ty: TypeId::F32, .. }),
        AttrForm::Word => match attr {
            Attr::String(word) => crate::text::lexer::is_word(ctx.str_bytes(*word)),
            _ => false,
        },
        AttrForm::Array => matches!(attr, Attr::DenseArray { elem: TypeId::I64, .. }),
        AttrForm::Words(words, width) => match attr {
            Attr::Integer { value, ty } if is_int(*ty, *width) => {
                usize::try_from(*value).is_ok_and(|value| value < words.len())
            }
            _ => false,
        },
        AttrForm::Stripped(mnemonic, _) => match attr {
            Attr::Dialect { name, .. } => {
                let dialect = spec.name.split_once('.').map_or("", |(dialect, _)| dialect);
                let name = ctx.str_text(*name);
                name.strip_prefix(dialect).and_then(|rest| rest.strip_prefix('.')) == Some(mnemonic)
            }
            _ => false,
        },
        AttrForm::Symbol => matches!(attr, Attr::String(_)),
    }
}

fn print_attr(p: &mut Printer<'_>, form: &AttrForm, attr: AttrId) {
    let ctx = p.ctx();
    match (form, ctx.attr_of(attr)) {
        (AttrForm::Number(_), Attr::Integer { value, .. }) => p.raw(&value.to_string()),
        (AttrForm::Float, Attr::Float { value, .. }) => p.float(crate::types::FloatKind::F32, value.get()),
        (AttrForm::Word, Attr::String(word)) => {
            // MLIR prints the blank that stands between the mnemonic and the word too.
            p.raw(" ");
            p.raw(&ctx.str_text(*word));
        }
        (AttrForm::Array, Attr::DenseArray { elem, bytes }) => {
            p.raw("[");
            p.array_items(*elem, bytes);
            p.raw("]");
        }
        (AttrForm::Words(words, _), Attr::Integer { value, .. }) => {
            p.raw(usize::try_from(*value).ok().and_then(|value| words.get(value)).map_or("", |word| word));
        }
        (AttrForm::Stripped(mnemonic, _), Attr::Dialect { name, params }) => {
            let name = ctx.str_text(*name);
            let dialect = name.split_once('.').map_or("", |(dialect, _)| dialect);
            match ctx.dialects().hooks(dialect).and_then(|hooks| hooks.print_attr) {
                Some(print) if print(p, mnemonic, params) => {}
                _ => p.type_params(params),
            }
        }
        (AttrForm::Symbol, Attr::String(name)) => p.symbol(ctx.str_bytes(*name)),
        _ => p.attr(attr),
    }
}
