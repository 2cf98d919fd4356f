//! A program that a rule fires on, as text.

use std::fmt::Write as _;

use core_ir::text::{attr_text, type_text};
use core_ir::{Context, TypeId};
use egg::Id;
use rustc_hash::FxHashMap;

use super::instance::{self, Instance};
use super::program::Leaf;
use crate::eqsat::facts::result_types;
use crate::eqsat::node::{Head, Node};
use crate::eqsat::rules::matcher::search_at;
use crate::eqsat::rules::run::apply;
use crate::eqsat::rules::{Compiled, joint};

/// The texts of modules with one function, `main`, on which `rule` fires, as far as `tries` programs with fixed dimensions
/// are such.
pub fn examples<'a>(ctx: &'a Context, rule: &'a Compiled, tries: usize) -> impl Iterator<Item = String> + 'a {
    (0..tries).filter_map(move |number| {
        let mut instance = instance::make(ctx, rule, number).filter(|instance| !instance.is_open)?;
        let names = FxHashMap::default();
        let writer = Writer {
            ctx,
            instance: &instance,
            names,
            open: Vec::new(),
            args: Vec::new(),
            body: String::new(),
        };
        let text = writer.module()?;
        fires(ctx, rule, &mut instance).then_some(text)
    })
}

/// Whether the rule matches and what it says can be built.
fn fires<'c>(ctx: &'c Context, rule: &Compiled, instance: &mut Instance<'c>) -> bool {
    if rule.joint.is_some() {
        return !joint::groups_at(ctx, &instance.egraph, rule, &instance.roots).is_empty();
    }
    let root = instance.roots[0];
    let found = search_at(ctx, &instance.egraph, rule, root);
    found.iter().any(|subst| apply(ctx, &mut instance.egraph, rule, root, subst).is_ok())
}

struct Writer<'a, 'c> {
    ctx: &'c Context,
    instance: &'a Instance<'c>,
    /// What classes are called.
    names: FxHashMap<Id, String>,
    /// The classes whose operations are being written. What is computed from constants may equal one of them.
    open: Vec<Id>,
    args: Vec<String>,
    body: String,
}

impl Writer<'_, '_> {
    fn module(mut self) -> Option<String> {
        let (mut values, mut types) = (Vec::new(), Vec::new());
        for &root in &self.instance.roots {
            let name = self.value(root)?;
            let of_root = result_types(self.ctx, self.instance.egraph[root].data.ty);
            match of_root.len() {
                1 => values.push(name),
                count => values.extend((0..count).map(|i| format!("{name}#{i}"))),
            }
            types.extend(of_root);
        }
        let types = self.types(&types);
        Some(format!(
            "func.func @main({}) -> ({types}) {{\n{}  func.return {} : {types}\n}}\n",
            self.args.join(", "),
            self.body,
            values.join(", ")
        ))
    }

    fn types(&self, types: &[TypeId]) -> String {
        types.iter().map(|&ty| type_text(self.ctx, ty)).collect::<Vec<_>>().join(", ")
    }

    /// What class `id` is called; its operation is written when it was not yet.
    fn value(&mut self, id: Id) -> Option<String> {
        let egraph = &self.instance.egraph;
        let id = egraph.find(id);
        if let Some(name) = self.names.get(&id) {
            return Some(name.clone());
        }
        let types = result_types(self.ctx, egraph[id].data.ty);
        let node = Self::operation(&egraph[id].nodes, self.open.contains(&id))?;
        self.open.push(id);
        let name = self.written(node, &types);
        self.open.pop();
        self.names.insert(id, name.clone()?);
        name
    }

    fn written(&mut self, node: &Node, types: &[TypeId]) -> Option<String> {
        let egraph = &self.instance.egraph;
        Some(match node.head {
            Head::Proj(i) => format!("{}#{i}", self.value(node.children[0])?),
            Head::None => self.write("tfl.no_value", "{value}", &[], &[], types),
            Head::Const(konst) => {
                let value = attr_text(self.ctx, self.ctx.elements_attr(konst));
                self.write("tf.Const", &format!("{{value = {value}}}"), &[], &[], types)
            }
            Head::Leaf(at) => match &self.instance.leaves[at as usize] {
                Leaf::Argument(ty) => {
                    self.args.push(format!("%a{at}: {}", type_text(self.ctx, *ty)));
                    format!("%a{at}")
                }
                Leaf::Ints { dims, shape, elem } => {
                    let width = self.ctx.elem_bytes(*elem)?;
                    let mut bytes = Vec::with_capacity(dims.len() * width);
                    for dim in dims {
                        bytes.extend_from_slice(dim.fixed()?.to_le_bytes().get(..width)?);
                    }
                    let shape: Vec<i64> = shape.iter().map(|&n| n as i64).collect();
                    let konst = self.ctx.const_from_bytes(self.ctx.fixed_tensor(&shape, *elem), &bytes);
                    let value = attr_text(self.ctx, self.ctx.elements_attr(konst));
                    self.write("tf.Const", &format!("{{value = {value}}}"), &[], &[], types)
                }
            },
            Head::Op(op) => {
                let mut operands = Vec::new();
                for &child in &node.children {
                    operands.push(self.value(child)?);
                }
                let from: Vec<TypeId> = node.children.iter().map(|&child| egraph[child].data.ty).collect();
                let entries = self.ctx.dict_entries(node.props).iter();
                let entries = entries.map(|&(name, attr)| {
                    format!("{} = {}", self.ctx.str_text(name), attr_text(self.ctx, attr))
                });
                let props = format!("{{{}}}", entries.collect::<Vec<_>>().join(", "));
                self.write(self.ctx.op_text(op), &props, &operands, &from, types)
            }
        })
    }

    /// The node of a class that is an operation, else what it is known to be; the latter alone where `is_open` holds.
    fn operation(nodes: &[Node], is_open: bool) -> Option<&Node> {
        let is_op = |node: &&Node| matches!(node.head, Head::Op(_) | Head::Proj(_));
        let is_known = |node: &&Node| matches!(node.head, Head::Const(_) | Head::None);
        let known = || nodes.iter().find(is_known);
        if is_open { known() } else { nodes.iter().find(is_op).or_else(known).or_else(|| nodes.first()) }
    }

    fn write(
        &mut self,
        op: &str,
        props: &str,
        operands: &[String],
        from: &[TypeId],
        to: &[TypeId],
    ) -> String {
        let name = format!("%{}", self.names.len() + self.body.lines().count());
        let count = if to.len() == 1 { String::new() } else { format!(":{}", to.len()) };
        let (from, to) = (self.types(from), self.types(to));
        let operands = operands.join(", ");
        let _ = writeln!(self.body, "  {name}{count} = \"{op}\"({operands}) <{props}> : ({from}) -> ({to})");
        name
    }
}
