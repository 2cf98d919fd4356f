//! What is known of a class: type, constant, elements as dimensions.

use std::sync::{Arc, OnceLock};

use core_ir::consts::SMALL_CONST_BYTES;
use core_ir::spec::{OperandInfo, Traits};
use core_ir::{ConstId, Context, DictId, Dim, OpView, Type, TypeId};
use egg::{Analysis, DidMerge, EGraph, Id};
use rustc_hash::FxHashMap;

use super::cost_table::CostTable;
use super::node::{Head, Node, Nodes};

/// The e-graph of one block.
pub type Egraph<'c> = EGraph<Node, Facts<'c>>;

/// The analysis: infers facts from op specs and `eval`, and notes the first contradiction.
pub struct Facts<'c> {
    /// The context.
    pub ctx: &'c Context,
    /// The first two facts about one value that exclude each other: a rule is wrong. The engine stops and names it.
    pub conflict: Option<String>,
    /// Whether the source declares a type that inference denies. The program may be wrong then rather than a rule, so
    /// conflicts of types are not noted.
    pub disputed: bool,
    /// Makes the nodes.
    pub nodes: Nodes,
    /// The classes that are new, or of which more is known, since somebody took the list.
    pub touched: Vec<Id>,
    /// What custom operations cost, by their attributes, where their authors say so.
    pub custom_costs: FxHashMap<DictId, u64>,
    costs: OnceLock<Arc<CostTable>>,
    /// A class for each type and list of elements that are all known as dimensions: programs compute one shape many times.
    by_dims: FxHashMap<(TypeId, Arc<[Dim]>), Id>,
}

impl<'c> Facts<'c> {
    /// Nothing is known.
    pub fn new(ctx: &'c Context) -> Self {
        Self {
            ctx,
            conflict: None,
            disputed: false,
            nodes: Nodes::default(),
            touched: Vec::new(),
            custom_costs: FxHashMap::default(),
            costs: OnceLock::new(),
            by_dims: FxHashMap::default(),
        }
    }

    /// What nodes cost. A table that cannot be read costs nothing; who runs a saturation reports it before.
    pub fn costs(&self) -> &CostTable {
        self.costs.get_or_init(|| CostTable::of(self.ctx).unwrap_or_default())
    }
}

/// The reason that proofs give for a constant that was computed rather than made by a rule.
pub const COMPUTED: &str = "computed";

/// What is known of the value of a class.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its type; a tuple for an operation with several results.
    pub ty: TypeId,
    /// Its elements as a constant of the context, where they were evaluated.
    pub konst: Option<ConstId>,
    /// Whether its elements can be computed at compile time.
    pub is_const: bool,
    /// Its elements as dimensions, where it is an integer tensor computed from shapes.
    pub dims: Option<Arc<[Dim]>>,
    /// Whether the type, or that of something it follows from, was declared against what inference says, which finds
    /// another one or none at all.
    pub disputed: bool,
}

impl Fact {
    fn of_type(ty: TypeId) -> Self {
        Self { ty, konst: None, is_const: false, dims: None, disputed: false }
    }

    /// The fact as a hook sees it.
    pub fn operand(&self) -> OperandInfo<'_> {
        OperandInfo { ty: self.ty, konst: self.konst, dims: self.dims.as_deref() }
    }
}

/// Both facts in one: the type that says most. `Err` names the contradiction.
pub fn meet_types(ctx: &Context, a: TypeId, b: TypeId) -> Result<TypeId, String> {
    if let (Type::Tuple(xs), Type::Tuple(ys)) = (ctx.type_of(a), ctx.type_of(b))
        && xs.len() == ys.len()
    {
        let parts: Result<Box<[_]>, _> = xs.iter().zip(ys).map(|(&x, &y)| meet_types(ctx, x, y)).collect();
        return Ok(ctx.ty(Type::Tuple(parts?)));
    }
    crate::refine::meet(ctx, a, b).ok_or_else(|| {
        format!("{} and {}", core_ir::text::type_text(ctx, a), core_ir::text::type_text(ctx, b))
    })
}

/// The result types of a node in a list.
pub fn result_types(ctx: &Context, ty: TypeId) -> Vec<TypeId> {
    match ctx.type_of(ty) {
        Type::Tuple(parts) => parts.to_vec(),
        _ => vec![ty],
    }
}

/// Whether `dims` are the elements of a value of type `ty` and each is proved to be what it is.
fn says_all(ctx: &Context, ty: TypeId, dims: &[Dim]) -> bool {
    ctx.element_count(ty) == Some(dims.len())
        && dims.iter().all(|&dim| dim != Dim::Dynamic)
        && dims.iter().any(|dim| !dim.is_fixed())
}

fn as_one_type(ctx: &Context, types: Vec<TypeId>) -> TypeId {
    match types.as_slice() {
        [one] => *one,
        _ => ctx.ty(Type::Tuple(types.into())),
    }
}

/// The least that is known of a result with this element type. A type that is no tensor's element stays itself.
fn unranked(ctx: &Context, elem: TypeId) -> TypeId {
    match ctx.type_of(elem) {
        Type::None => elem,
        _ => ctx.unranked(elem),
    }
}

/// Adds the type that is declared for a value to what inference found. Where they contradict each other the declared one
/// counts, and the value is marked.
pub fn declare_type(egraph: &mut Egraph<'_>, id: Id, ty: TypeId) {
    let fact = &egraph[id].data;
    match meet_types(egraph.analysis.ctx, fact.ty, ty) {
        Ok(met) if met == fact.ty => {}
        Ok(met) => {
            let fact = Fact { ty: met, ..fact.clone() };
            egraph.set_analysis_data(id, fact);
        }
        Err(_) => {
            let fact = Fact { ty, disputed: true, ..fact.clone() };
            egraph.set_analysis_data(id, fact);
            egraph.analysis.disputed = true;
        }
    }
}

impl Facts<'_> {
    fn of_op(egraph: &Egraph<'_>, node: &Node, name: core_ir::OpName) -> Fact {
        let ctx = egraph.analysis.ctx;
        let declared: Vec<TypeId> = match ctx.type_of(node.elem) {
            Type::Tuple(parts) => parts.iter().map(|&elem| unranked(ctx, elem)).collect(),
            _ => vec![unranked(ctx, node.elem)],
        };
        let Some(spec) = ctx.op_spec(name) else { return Fact::of_type(as_one_type(ctx, declared)) };
        let children: Vec<&Fact> = node.children.iter().map(|&id| &egraph[id].data).collect();
        let operands: Vec<OperandInfo<'_>> = children.iter().map(|fact| fact.operand()).collect();
        let view = OpView { ctx, spec, props: node.props, operands: &operands, results: &declared };
        let inferred = spec.hooks.infer.map(|infer| infer(&view));
        let disputed = matches!(inferred, Some(Err(_))) || children.iter().any(|fact| fact.disputed);
        let types = match inferred {
            Some(Ok(types)) if types.len() == declared.len() => types
                .iter()
                .zip(&declared)
                .map(|(&new, &old)| meet_types(ctx, new, old).unwrap_or(old))
                .collect(),
            _ => declared.clone(),
        };
        let view = OpView { results: &types, ..view };
        let dims = (types.len() == 1).then(|| eval::fold_dims(&view)).flatten();
        let is_const = spec.traits.has(Traits::PURE)
            && !children.is_empty()
            && children.iter().all(|fact| fact.is_const)
            && eval::is_supported(ctx.op_text(name));
        let konst = if is_const && types.len() == 1 { evaluate_small(&view, types[0]) } else { None };
        Fact { ty: as_one_type(ctx, types), konst, is_const, dims: dims.map(Into::into), disputed }
    }
}

/// The constant that an operation on constants yields, when operands and result are small enough for rules to ask
/// about their elements; larger ones are evaluated after extraction.
fn evaluate_small(view: &OpView<'_>, ty: TypeId) -> Option<ConstId> {
    let ctx = view.ctx;
    let small = |ty: TypeId| {
        let bytes = ctx.element_count(ty)?.checked_mul(ctx.elem_bytes(ctx.elem_type(ty))?)?;
        (bytes <= SMALL_CONST_BYTES).then_some(())
    };
    small(ty)?;
    for operand in view.operands {
        if operand.ty != TypeId::NONE {
            operand.konst?;
            small(operand.ty)?;
        }
    }
    eval::fold(view)?.first().copied()
}

impl<'c> Analysis<Node> for Facts<'c> {
    type Data = Fact;

    fn make(egraph: &mut Egraph<'c>, node: &Node, _: Id) -> Fact {
        let ctx = egraph.analysis.ctx;
        match node.head {
            Head::Leaf(_) => Fact::of_type(unranked(ctx, node.elem)),
            Head::None => Fact { is_const: true, ..Fact::of_type(TypeId::NONE) },
            Head::Const(id) => {
                let dims = ctx.const_ints(id).filter(|ints| ints.len() <= 64);
                let dims = dims.map(|ints| ints.into_iter().map(Dim::Fixed).collect());
                Fact { konst: Some(id), is_const: true, dims, ..Fact::of_type(ctx.const_type(id)) }
            }
            Head::Proj(i) => {
                let from = &egraph[node.children[0]].data;
                let ty = result_types(ctx, from.ty).get(i as usize).copied().unwrap_or(TypeId::NONE);
                Fact { is_const: from.is_const, disputed: from.disputed, ..Fact::of_type(ty) }
            }
            Head::Op(name) => Facts::of_op(egraph, node, name),
        }
    }

    fn merge(&mut self, a: &mut Fact, b: Fact) -> DidMerge {
        let ty = meet_types(self.ctx, a.ty, b.ty).unwrap_or_else(|clash| {
            if !self.disputed {
                self.conflict.get_or_insert(format!("one value has the types {clash}"));
            }
            if b.disputed && !a.disputed { b.ty } else { a.ty }
        });
        let konst = match (a.konst, b.konst) {
            (Some(x), Some(y)) => {
                // Floats may differ in the last bit by how they were folded; integers may not.
                if x != y
                    && matches!((self.ctx.const_ints(x), self.ctx.const_ints(y)), (Some(m), Some(n)) if m != n)
                {
                    self.conflict.get_or_insert("one value has two different integer constants".into());
                }
                Some(x.min(y))
            }
            (x, y) => x.or(y),
        };
        let is_const = a.is_const || b.is_const;
        let dims = a.dims.clone().or(b.dims.clone());
        let disputed = a.disputed || b.disputed;
        let changed = |old: &Fact| {
            old.ty != ty
                || old.konst != konst
                || old.is_const != is_const
                || old.dims.is_some() != dims.is_some()
                || old.disputed != disputed
        };
        let did = DidMerge(changed(a), changed(&b));
        *a = Fact { ty, konst, is_const, dims, disputed };
        did
    }

    fn modify(egraph: &mut Egraph<'c>, id: Id) {
        let ctx = egraph.analysis.ctx;
        egraph.analysis.touched.push(id);
        let fact = &egraph[id].data;
        if let Some(dims) = fact.dims.clone().filter(|dims| says_all(ctx, fact.ty, dims)) {
            let key = (fact.ty, dims);
            let same = *egraph.analysis.by_dims.entry(key).or_insert(id);
            if egraph.find(same) != egraph.find(id) {
                egraph.union_trusted(same, id, COMPUTED);
            }
        }
        let fact = &egraph[id].data;
        let konst = fact.konst.or_else(|| {
            let dims: Option<Vec<i64>> = fact.dims.as_ref()?.iter().map(|dim| dim.fixed()).collect();
            let dims = dims?;
            (ctx.element_count(fact.ty)? == dims.len()).then_some(())?;
            let bytes: Vec<u8> = match ctx.elem_type(fact.ty) {
                TypeId::I32 => dims.iter().flat_map(|&n| (n as i32).to_le_bytes()).collect(),
                TypeId::I64 => dims.iter().flat_map(|&n| n.to_le_bytes()).collect(),
                _ => return None,
            };
            Some(ctx.const_from_bytes(fact.ty, &bytes))
        });
        let Some(konst) = konst else { return };
        let leaf = egraph.analysis.nodes.leaf(Head::Const(konst), ctx.elem_type(ctx.const_type(konst)));
        if egraph[id].nodes.contains(&leaf) {
            return;
        }
        let leaf = egraph.add(leaf);
        egraph.union_trusted(id, leaf, COMPUTED);
    }
}
