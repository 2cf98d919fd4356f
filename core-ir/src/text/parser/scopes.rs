//! Names of values, from `%name` to [`Value`].
//!
//! A name is visible in its region and in those inside it, up to the next isolated operation. It may be used before it
//! is defined; a placeholder stands for the value until then.

use cranelift_entity::EntityRef;
use rustc_hash::FxHashMap;

use super::{Operand, Parser, Token};
use crate::diag::{Diagnostic, Result};
use crate::graph::{Graph, OpState, Value};
use crate::loc::LocId;
use crate::text::printer::type_text;
use crate::types::TypeId;

/// The values that a name stands for: `%0:2` is two.
#[derive(Clone, Copy)]
struct Def {
    first: Value,
    count: u32,
}

struct Forward {
    placeholder: Value,
    pos: usize,
    /// The outermost region of its uses, which only a definition there or further out can serve.
    region: u32,
}

/// The names of one isolated operation.
#[derive(Default)]
pub(super) struct Scope<'a> {
    defs: FxHashMap<&'a str, Def>,
    /// The names in `defs` in the order of their definition, to forget those of a region at its end.
    log: Vec<&'a str>,
    forward: FxHashMap<(&'a str, u32), Forward>,
}

impl<'a> Parser<'a> {
    fn scope(&mut self) -> &mut Scope<'a> {
        if self.scopes.is_empty() {
            self.scopes.push(Scope::default());
        }
        let last = self.scopes.len() - 1;
        &mut self.scopes[last]
    }

    pub(super) fn graph(&mut self) -> &mut Graph {
        if self.graphs.is_empty() {
            self.graphs.push(Graph::new());
        }
        let last = self.graphs.len() - 1;
        &mut self.graphs[last]
    }

    /// A mark to give to [`Self::forget_names`].
    pub(super) fn name_mark(&mut self) -> usize {
        self.scope().log.len()
    }

    /// Forgets the names defined since `mark`.
    pub(super) fn forget_names(&mut self, mark: usize) {
        let scope = self.scope();
        for name in scope.log.drain(mark..) {
            scope.defs.remove(name);
        }
    }

    /// The value that `operand` names, which must have type `ty`.
    pub fn resolve(&mut self, operand: Operand<'a>, ty: TypeId) -> Result<Value> {
        let Operand { name, index, pos } = operand;
        let place = (pos, pos + name.len());
        if let Some(&Def { first, count }) = self.scope().defs.get(name) {
            if index >= count {
                return Err(self.error_at(
                    place.0,
                    place.1,
                    format!("`{name}` has {count} results, not {}", index + 1),
                ));
            }
            let value = Value::new(first.index() + index as usize);
            let has = self.graph().value_type(value);
            return if has == ty { Ok(value) } else { Err(self.wrong_type(name, place, has, ty)) };
        }
        let here = self.region_number();
        if let Some(&Forward { placeholder: value, region, .. }) = self.scope().forward.get(&(name, index)) {
            let region = self.open_around(region).min(here);
            if let Some(forward) = self.scope().forward.get_mut(&(name, index)) {
                forward.region = region;
            }
            let has = self.graph().value_type(value);
            return if has == ty { Ok(value) } else { Err(self.wrong_type(name, place, has, ty)) };
        }
        // A name that has no operation: nobody else can make one of these.
        let state = OpState::new(self.ctx.op_name("<forward reference>"), LocId::UNKNOWN).results([ty]);
        let graph = self.graph();
        let op = graph.create_op(state);
        let placeholder = graph.results(op)[0];
        self.scope().forward.insert((name, index), Forward { placeholder, pos, region: here });
        Ok(placeholder)
    }

    fn wrong_type(&self, name: &str, place: (usize, usize), has: TypeId, wanted: TypeId) -> Box<Diagnostic> {
        let (has, wanted) = (type_text(self.ctx, has), type_text(self.ctx, wanted));
        self.error_at(place.0, place.1, format!("`{name}` has the type {has}, but is used as {wanted}"))
    }

    /// Makes `name` stand for `count` values from `first` on.
    pub(super) fn define(&mut self, name: &'a str, pos: usize, first: Value, count: u32) -> Result<()> {
        let scope = self.scope();
        if scope.defs.insert(name, Def { first, count }).is_some() {
            return Err(self.error_at(pos, pos + name.len(), format!("`{name}` is defined twice")));
        }
        scope.log.push(name);
        if scope.forward.is_empty() {
            return Ok(());
        }
        for index in 0..count {
            let Some(forward) = self.scope().forward.get(&(name, index)) else { continue };
            let region = forward.region;
            if self.open_around(region) != self.region_number() {
                // Somebody outside of this region means another value.
                continue;
            }
            let Some(forward) = self.scope().forward.remove(&(name, index)) else { continue };
            let value = Value::new(first.index() + index as usize);
            let graph = self.graph();
            let (wanted, has) = (graph.value_type(forward.placeholder), graph.value_type(value));
            if wanted != has {
                return Err(self.wrong_type(name, (forward.pos, forward.pos + name.len()), has, wanted));
            }
            graph.replace_all_uses(forward.placeholder, value);
            if let Some(op) = graph.defining_op(forward.placeholder) {
                graph.erase_op(op);
            }
        }
        Ok(())
    }

    /// Ends the names of an isolated operation: all that were used must be defined.
    pub(super) fn close_scope(&mut self) -> Result<()> {
        let Some(scope) = self.scopes.pop() else { return Ok(()) };
        let first = scope.forward.iter().min_by_key(|(_, forward)| forward.pos);
        match first {
            Some((&(name, index), forward)) => {
                let message = if index == 0 {
                    format!("`{name}` is not defined")
                } else {
                    format!("`{name}#{index}` is not defined")
                };
                Err(self.error_at(forward.pos, forward.pos + name.len(), message))
            }
            None => Ok(()),
        }
    }
}

/// The token of a value name as a key.
pub(super) fn value_name<'a>(parser: &Parser<'a>, token: Token) -> &'a str {
    parser.text_of(token)
}
