//! What is known of the ops of a model: operands, results and attributes.
//!
//! A SavedModel brings the `OpDef` of the ops it uses (`stripped_op_list`), custom ops included, so those come first.
//! The list is not complete, ops of nested functions may be missing, and a GraphDef has none: TensorFlow's own registry
//! comes next, and then what plugins registered.

use std::borrow::Cow;
use std::collections::BTreeMap;

use core_ir::diag::{Diagnostic, Diagnostics};
use core_ir::spec::{Arity, DefaultValue, ElemRule, Presence, Traits, ValueSpec};
use core_ir::{Context, FloatKind, OpSpec, Type, TypeId};
use dialects::tf::{self, ArgElem, AttrDefault};
use prost::Message as _;

use super::attr;
use super::dtype::DataType;
use super::proto::{self, AttrValue, AttrValueValue, FunctionDef, GraphDef, NodeDef};
use super::textproto;

/// A node has at most so many results. Only a forged one claims more, to have memory filled by a number.
const MAX_RESULTS: usize = 1 << 14;

/// The values of one named output of a node: one, or as many as an attribute says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OutputGroup {
    pub(crate) name: String,
    pub(crate) elems: Vec<TypeId>,
}

/// The ops that nodes can name: those of the model, those registered, and library functions, which TensorFlow 1 calls
/// by their name.
pub(crate) struct OpTable<'a> {
    ctx: &'a Context,
    /// The definitions in the model.
    own: BTreeMap<&'a str, &'a proto::OpDef>,
    /// Those, and the definitions of all other ops of the model that TensorFlow has.
    defs: BTreeMap<&'a str, tf::OpDef<'a>>,
    functions: BTreeMap<&'a str, &'a FunctionDef>,
}

/// What a node's op is.
pub(crate) enum Callee<'t> {
    /// An op with a definition.
    Def(&'t tf::OpDef<'t>),
    /// An op that a plugin registered.
    Spec(&'t OpSpec),
    /// A library function.
    Function(&'t FunctionDef),
}

impl<'a> OpTable<'a> {
    /// The table for `graph`, which brings the definitions `defs`. Ops that nobody registered are registered with `ctx`; where
    /// somebody did otherwise, that is told.
    pub(crate) fn new(
        ctx: &'a Context,
        defs: &'a [proto::OpDef],
        graph: &'a GraphDef,
        diags: &mut Diagnostics,
    ) -> Self {
        let functions = graph.library.as_ref().map_or(&[][..], |library| &library.function);
        let own: BTreeMap<&str, &proto::OpDef> = defs.iter().map(|def| (&*def.name, def)).collect();
        let mut all: BTreeMap<&str, tf::OpDef<'a>> = BTreeMap::new();
        for (&name, def) in &own {
            let def = neutral(ctx, def);
            // A definition that makes no row leaves its op without one; the verifier tells of such.
            if let Ok(spec) = tf::spec_from_op_def(&def) {
                diags.extend(other_definition(ctx, spec));
            }
            all.insert(name, def);
        }
        let nodes = graph.node.iter().chain(functions.iter().flat_map(|function| &function.node_def));
        for node in nodes {
            if !all.contains_key(node.op.as_str())
                && let Some(def) = tf::op_def(&node.op)
            {
                all.insert(&node.op, def);
            }
        }
        let name_of = |f: &'a FunctionDef| Some((&*f.signature.as_ref()?.name, f));
        Self { ctx, own, defs: all, functions: functions.iter().filter_map(name_of).collect() }
    }

    /// The library function called `name`.
    pub(crate) fn function(&self, name: &str) -> Option<&'a FunctionDef> {
        self.functions.get(name).copied()
    }

    /// What the op called `op` is, `None` when nobody knows.
    pub(crate) fn callee(&self, op: &str) -> Option<Callee<'_>> {
        if let Some(function) = self.function(op) {
            return Some(Callee::Function(function));
        }
        if let Some(def) = self.defs.get(op) {
            return Some(Callee::Def(def));
        }
        let name = self.ctx.op_name(&format!("tf.{op}"));
        self.ctx.op_spec(name).map(Callee::Spec)
    }

    /// Whether `op` reads or writes state. Ops that nobody knows are taken to.
    pub(crate) fn is_stateful(&self, op: &str) -> bool {
        match self.callee(op) {
            Some(Callee::Function(function)) => function.signature.as_ref().is_some_and(|s| s.is_stateful),
            Some(Callee::Def(def)) => def.is_stateful,
            Some(Callee::Spec(spec)) => spec.traits.has(Traits::STATEFUL),
            None => true,
        }
    }

    /// The results of `node` by output name. `Err` is a clause: `"is of an op that ..."`.
    pub(crate) fn outputs(&self, node: &NodeDef) -> Result<Vec<OutputGroup>, String> {
        match self.callee(&node.op) {
            Some(Callee::Function(function)) => {
                let args = function.signature.as_ref().map_or(&[][..], |s| &s.output_arg);
                let args = args.iter().map(|arg| neutral_arg(self.ctx, arg));
                args.map(|arg| def_group(self.ctx, &arg, &[], node)).collect()
            }
            Some(Callee::Def(def)) => {
                def.outputs.iter().map(|arg| def_group(self.ctx, arg, &def.attrs, node)).collect()
            }
            Some(Callee::Spec(spec)) => {
                spec.results.iter().map(|row| spec_group(self.ctx, spec, row, node)).collect()
            }
            None => Err(format!("is of the op `{}`, which nobody defines", node.op)),
        }
    }

    /// The defaults that a row cannot hold and that `node` leaves out: they have to be written.
    pub(crate) fn needs_writing(&self, node: &NodeDef) -> Vec<(&'a str, &'a AttrValue)> {
        let Some(&def) = self.own.get(node.op.as_str()) else { return Vec::new() };
        let left_out = def.attr.iter().filter(|attr| !node.attr.contains_key(&attr.name));
        left_out
            .filter_map(|attr| Some((&*attr.name, attr.default_value.as_ref()?)))
            .filter(|(_, value)| default_of(self.ctx, value) == AttrDefault::Untold)
            .collect()
    }
}

/// Registers an operation of a model. What it says that differs from what a plugin registered before is a warning.
fn other_definition(ctx: &Context, spec: OpSpec) -> Option<Diagnostic> {
    let rows = |spec: &OpSpec| format!("{:?}", (&spec.operands, &spec.results, &spec.attrs));
    let (name, own) = (spec.name.clone(), rows(&spec));
    let (op, is_new) = ctx.register_op(spec);
    let is_same = is_new || ctx.dialects().find_op(&name).is_some() || ctx.op_spec(op).map(rows) == Some(own);
    (!is_same).then(|| {
        Diagnostic::warning("op-def", format!("the model defines `{name}` otherwise than a plugin does"))
            .note("operands, results and attributes are checked by what the plugin says")
            .help("where the model is right, correct `definitions` in the manifest of the plugin")
    })
}

/// Registers the operations that `text` defines, the text form of an `OpList`, with `ctx`. `source` names the text in
/// diagnostics.
pub fn register_op_defs(ctx: &Context, source: &str, text: &str) -> Result<(), Box<Diagnostic>> {
    let encoded = textproto::encode(source, text.as_bytes(), "OpList")?;
    let fault = |why: String| Box::new(Diagnostic::error("op-def", why).in_text(source, 0, text.len()));
    if let Some(field) = encoded.unknown.first() {
        return Err(fault(format!("nothing is known of a field `{field}`")));
    }
    let list = proto::OpList::decode(&*encoded.bytes).map_err(|why| fault(why.to_string()))?;
    for def in &list.op {
        let spec = tf::spec_from_op_def(&neutral(ctx, def));
        let spec = spec.map_err(|why| fault(format!("the definition of `{}` {why}", def.name)))?;
        ctx.register_op(spec);
    }
    Ok(())
}

/// A definition in the form that the dialect makes rows of.
fn neutral<'a>(ctx: &Context, def: &'a proto::OpDef) -> tf::OpDef<'a> {
    tf::OpDef {
        name: Cow::Borrowed(&def.name),
        inputs: def.input_arg.iter().map(|arg| neutral_arg(ctx, arg)).collect(),
        outputs: def.output_arg.iter().map(|arg| neutral_arg(ctx, arg)).collect(),
        attrs: def.attr.iter().map(|attr| neutral_attr(ctx, attr)).collect(),
        is_stateful: def.is_stateful,
        is_commutative: def.is_commutative,
        is_aggregate: false,
    }
}

fn neutral_arg<'a>(ctx: &Context, arg: &'a proto::ArgDef) -> tf::ArgDef<'a> {
    let elem = if !arg.type_list_attr.is_empty() {
        ArgElem::TypeListAttr(Cow::Borrowed(&arg.type_list_attr))
    } else if !arg.type_attr.is_empty() {
        ArgElem::TypeAttr(Cow::Borrowed(&arg.type_attr))
    } else {
        ArgElem::Fixed(Cow::Owned(elem_name(ctx, DataType(arg.r#type))))
    };
    let number_attr = Some(&arg.number_attr).filter(|name| !name.is_empty());
    tf::ArgDef {
        name: Cow::Borrowed(&arg.name),
        elem,
        number_attr: number_attr.map(|name| Cow::Borrowed(name.as_str())),
        is_ref: arg.is_ref,
    }
}

fn neutral_attr<'a>(ctx: &Context, attr: &'a proto::AttrDef) -> tf::AttrDef<'a> {
    tf::AttrDef {
        name: Cow::Borrowed(&attr.name),
        kind: Cow::Borrowed(&attr.r#type),
        default: attr.default_value.as_ref().map(|value| default_of(ctx, value)),
        allowed: Vec::new(),
        minimum: attr.has_minimum.then_some(attr.minimum),
    }
}

fn default_of<'a>(ctx: &Context, value: &'a AttrValue) -> AttrDefault<'a> {
    let text = |bytes: &'a [u8]| std::str::from_utf8(bytes).ok().map(Cow::Borrowed);
    match &value.value {
        Some(AttrValueValue::I(value)) => AttrDefault::Int(*value),
        Some(AttrValueValue::F(value)) => AttrDefault::Float(f64::from(*value)),
        Some(AttrValueValue::B(value)) => AttrDefault::Bool(*value),
        Some(AttrValueValue::S(bytes)) => text(bytes).map_or(AttrDefault::Untold, AttrDefault::Str),
        Some(AttrValueValue::Type(dtype)) => AttrDefault::Type(Cow::Owned(elem_name(ctx, DataType(*dtype)))),
        Some(AttrValueValue::List(list)) => {
            let has_others = !(list.b.is_empty()
                && list.r#type.is_empty()
                && list.shape.is_empty()
                && list.tensor.is_empty()
                && list.func.is_empty());
            match (&*list.i, &*list.f, &*list.s) {
                _ if has_others => AttrDefault::Untold,
                (ints, [], []) => AttrDefault::Ints(ints.to_vec()),
                ([], floats, []) => AttrDefault::Floats(floats.to_vec()),
                ([], [], strings) => {
                    let strings: Option<Vec<_>> = strings.iter().map(|bytes| text(bytes)).collect();
                    strings.map_or(AttrDefault::Untold, AttrDefault::Strs)
                }
                _ => AttrDefault::Untold,
            }
        }
        _ => AttrDefault::Untold,
    }
}

/// The name of an element type in op definitions: that of its set member, or of its `tf_type`, or of its float format.
fn elem_name(ctx: &Context, dtype: DataType) -> String {
    let Some(elem) = dtype.element(ctx) else { return "other".into() };
    match (ctx.elem_name(elem), ctx.type_of(elem)) {
        ("other", Type::Float(kind)) => kind.name().into(),
        ("other", Type::Dialect { name, .. }) => {
            let name = ctx.str_text(*name);
            name.strip_prefix("tf_type.").unwrap_or(&name).into()
        }
        (name, _) => name.into(),
    }
}

/// The element type with a name as [`elem_name`] gives it.
fn named_elem(ctx: &Context, name: &str) -> Option<TypeId> {
    if let Some(elem) = ctx.elem_named(name) {
        return Some(elem);
    }
    if let Some(kind) = FloatKind::from_name(name) {
        return Some(ctx.ty(Type::Float(kind)));
    }
    let is_tf_type =
        matches!(name, "resource" | "variant") || name.starts_with("qint") || name.starts_with("quint");
    let name = is_tf_type.then(|| ctx.str(&format!("tf_type.{name}")))?;
    Some(ctx.ty(Type::Dialect { name, params: Box::default() }))
}

fn missing(name: &str) -> String {
    format!("lacks the attribute `{name}`, which says what its results are")
}

fn element(ctx: &Context, dtype: DataType) -> Result<TypeId, String> {
    dtype.element(ctx).ok_or_else(|| format!("has a result of the unknown type {dtype}"))
}

fn checked_count(count: i64) -> Result<usize, String> {
    let count = usize::try_from(count).ok().filter(|&count| count <= MAX_RESULTS);
    count.ok_or_else(|| "has an absurd number of results".into())
}

fn type_list(ctx: &Context, list: &[i32]) -> Result<Vec<TypeId>, String> {
    checked_count(list.len() as i64)?;
    list.iter().map(|&dtype| element(ctx, DataType(dtype))).collect()
}

/// One output as a definition describes it (`tensorflow/core/framework/op_def.proto`).
fn def_group(
    ctx: &Context,
    arg: &tf::ArgDef<'_>,
    attrs: &[tf::AttrDef<'_>],
    node: &NodeDef,
) -> Result<OutputGroup, String> {
    let default = |name: &str| attrs.iter().find(|attr| attr.name == name)?.default.as_ref();
    let name = arg.name.to_string();
    let elem = match &arg.elem {
        ArgElem::TypeListAttr(list_attr) => {
            let list = attr::list(node.attr.get(&**list_attr)).map(|list| &list.r#type[..]);
            // The only default that lists of types have in TensorFlow is the empty list.
            let list =
                list.or_else(|| default(list_attr).map(|_| &[][..])).ok_or_else(|| missing(list_attr))?;
            return Ok(OutputGroup { name, elems: type_list(ctx, list)? });
        }
        ArgElem::TypeAttr(type_attr) => {
            match (attr::dtype(node.attr.get(&**type_attr)), default(type_attr)) {
                (Some(dtype), _) => element(ctx, dtype)?,
                (None, Some(AttrDefault::Type(name))) => {
                    named_elem(ctx, name).ok_or_else(|| missing(type_attr))?
                }
                _ => return Err(missing(type_attr)),
            }
        }
        ArgElem::Fixed(elem) => named_elem(ctx, elem)
            .ok_or_else(|| format!("has a result `{name}` of the unknown type `{elem}`"))?,
    };
    let count = match &arg.number_attr {
        None => 1,
        Some(number) => match (attr::int(node.attr.get(&**number)), default(number)) {
            (Some(count), _) | (None, Some(&AttrDefault::Int(count))) => checked_count(count)?,
            _ => return Err(missing(number)),
        },
    };
    Ok(OutputGroup { name, elems: vec![elem; count] })
}

/// One result as a registered row describes it.
fn spec_group(ctx: &Context, spec: &OpSpec, row: &ValueSpec, node: &NodeDef) -> Result<OutputGroup, String> {
    let attr_row = |i: u8| spec.attrs.get(usize::from(i));
    let attr_name = |i: u8| attr_row(i).map_or("", |row| &*row.name);
    let types = |i: u8| attr::list(node.attr.get(attr_name(i))).ok_or_else(|| missing(attr_name(i)));
    let name = row.name.to_string();
    let count = match row.arity {
        Arity::One => 1,
        Arity::Optional => 0,
        Arity::NumberAttr(i) => {
            let default = match attr_row(i).map(|row| &row.presence) {
                Some(Presence::Default(DefaultValue::Int(count))) => Some(*count),
                _ => None,
            };
            let given = attr::int(node.attr.get(attr_name(i))).or(default);
            checked_count(given.ok_or_else(|| missing(attr_name(i)))?)?
        }
        Arity::TypeListAttr(i) => types(i)?.r#type.len(),
        Arity::Variadic => {
            return Err(format!("has results `{name}` of which nobody knows how many there are"));
        }
    };
    let elem = match &row.elems {
        ElemRule::TypeListAttr(i) => {
            return Ok(OutputGroup { name, elems: type_list(ctx, &types(*i)?.r#type)? });
        }
        ElemRule::TypeAttr(i) => {
            let default = || match &attr_row(*i)?.presence {
                Presence::Default(DefaultValue::Type(name)) => named_elem(ctx, name),
                _ => None,
            };
            match attr::dtype(node.attr.get(attr_name(*i))) {
                Some(dtype) => element(ctx, dtype)?,
                None => default().ok_or_else(|| missing(attr_name(*i)))?,
            }
        }
        ElemRule::In(set) => {
            let only = set.names().next().filter(|_| set.0.count_ones() == 1);
            let only = only.and_then(|name| named_elem(ctx, name));
            only.ok_or_else(|| format!("has a result `{name}` of which nobody knows the type"))?
        }
        ElemRule::Any | ElemRule::SameAsOperand(_) => {
            return Err(format!("has a result `{name}` of which nobody knows the type"));
        }
    };
    Ok(OutputGroup { name, elems: vec![elem; count] })
}
