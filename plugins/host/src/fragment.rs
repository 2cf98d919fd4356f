//! What a plugin answers, checked and made a body that can stand in the place of the operation.
//!
//! The body is detached: whatever is wrong with it, the program was never touched.

use core_ir::spec::{AttrKind, Traits};
use core_ir::text::parse_type;
use core_ir::{
    Attr, AttrId, Block, ConstData, ConstId, Context, Diagnostics, Dim, Graph, LocId, OpState, Severity,
    Type, TypeId, Value, verifier,
};
use passes::constants::constant_of_attr;
use passes::flexbuffer;
use passes::functions::add_function;
use passes::refine::meet;

use crate::attrs::AttrBuilder;
use crate::fault::{Fault, clean};
use crate::limits::{Limits, MOST_NAME_BYTES};
use crate::model;
use crate::view;

/// Regions may nest this deep.
const MOST_NESTED: usize = 16;

/// Attributes that hold options, which their readers trust to be a flexbuffer.
const OPTIONS: &[&str] = &["custom_option", "composite_attributes"];

/// What surrounds a fragment.
pub struct Place<'a> {
    /// The context.
    pub ctx: &'a Context,
    /// The types of the operands of the operation.
    pub operands: &'a [TypeId],
    /// The types of its results.
    pub results: &'a [TypeId],
    /// What may be used.
    pub limits: &'a Limits,
    /// Whether operations of other dialects, and those of TensorFlow's with effects, may be used, by name.
    pub allowed: &'a dyn Fn(&str) -> bool,
    /// Custom operations whose kernels read other options than a flexbuffer, by custom code.
    pub raw_options: &'a [String],
}

/// Makes the body of a fragment.
pub fn build(place: &Place<'_>, fragment: &model::Fragment) -> Result<Graph, Fault> {
    check_sizes(place, fragment)?;
    let (mut graph, block) = Graph::with_block();
    let args = place.operands.iter().map(|&ty| graph.add_block_arg(block, ty, LocId::UNKNOWN)).collect();
    let mut builder =
        Builder { place, fragment, graph, entry: block, consts: Vec::new(), absent: None, owned: Vec::new() };
    builder.owned.resize(fragment.regions.len(), false);
    builder.constants()?;
    let body = Body { block, values: args, depth: 0, path: String::new() };
    let results = builder.body(body, &fragment.ops, &fragment.results, None)?;
    if let Some(region) = builder.owned.iter().position(|owned| !owned) {
        return Err(bad(format!("regions[{region}]"), "belongs to no operation"));
    }
    builder.finish(results)
}

fn bad(path: String, what: impl std::fmt::Display) -> Fault {
    Fault::new("plugin-fragment", "gave a fragment that is none").note(format!("`{path}` {what}"))
}

fn bad_type(path: String, what: impl std::fmt::Display) -> Fault {
    Fault::new("plugin-types", "gave a fragment with types that are wrong").note(format!("`{path}` {what}"))
}

/// Whether there is as much as there may be, before anything is made of it.
fn check_sizes(place: &Place<'_>, fragment: &model::Fragment) -> Result<(), Fault> {
    let limits = place.limits;
    let all_ops = || fragment.ops.iter().chain(fragment.regions.iter().flat_map(|region| &region.ops));
    let ops = all_ops().count();
    let operands =
        |op: &model::NewOp| op.operands.len() + op.results.len() + op.attrs.len() + op.regions.len();
    let values = all_ops().map(operands).sum::<usize>()
        + fragment.regions.iter().map(|region| region.params.len() + region.results.len()).sum::<usize>();
    let dense = |attr: &model::NamedAttr| match &attr.value {
        model::Attr::Dense(tensor) => tensor.data.len(),
        _ => 0,
    };
    let bytes = fragment.consts.iter().map(|tensor| tensor.data.len()).sum::<usize>()
        + all_ops().flat_map(|op| &op.attrs).map(dense).sum::<usize>();
    let counts = [
        ("operations", ops, limits.ops, "ops"),
        ("regions", fragment.regions.len(), limits.ops, "ops"),
        ("constants", fragment.consts.len(), limits.operands, "operands"),
        ("operands and results", values, limits.operands, "operands"),
        ("bytes of constants", bytes, limits.consts, "consts"),
    ];
    match counts.iter().find(|(_, found, most, _)| *found as u64 > *most) {
        Some((what, found, _, limit)) => {
            let fault = Fault::limit("plugin-fragment-size", "gave a fragment that is too large", limit);
            Err(fault.note(format!("it has {found} {what}")))
        }
        None => Ok(()),
    }
}

/// A list of operations that is being made.
struct Body {
    block: Block,
    values: Vec<Value>,
    depth: usize,
    /// What comes before `ops[...]` in messages.
    path: String,
}

struct Builder<'a> {
    place: &'a Place<'a>,
    fragment: &'a model::Fragment,
    graph: Graph,
    entry: Block,
    consts: Vec<Value>,
    absent: Option<Value>,
    owned: Vec<bool>,
}

impl Builder<'_> {
    fn ctx(&self) -> &core_ir::Context {
        self.place.ctx
    }

    fn constants(&mut self) -> Result<(), Fault> {
        for (i, tensor) in self.fragment.consts.iter().enumerate() {
            let path = || format!("consts[{i}]");
            let (ty, storage, attr) =
                elements(self.place.ctx, tensor).map_err(|why| bad_type(path(), why))?;
            let ctx = self.place.ctx;
            let value = (ctx.str("value"), attr);
            let (name, props) = if ty == storage {
                ("arith.constant", ctx.dict([value]))
            } else {
                ("tfl.pseudo_qconst", ctx.dict([value, (ctx.str("qtype"), ctx.type_attr(ty))]))
            };
            let state = OpState::new(ctx.op_name(name), LocId::UNKNOWN).props(props).results([ty]);
            let op = self.graph.append_op(self.entry, state);
            self.consts.extend(self.graph.result(op));
        }
        Ok(())
    }

    /// Makes operations, and gives the values that `results` name.
    fn body(
        &mut self,
        mut body: Body,
        ops: &[model::NewOp],
        results: &[u32],
        owner: Option<usize>,
    ) -> Result<Vec<Value>, Fault> {
        body.values.extend(&self.consts);
        for (i, op) in ops.iter().enumerate() {
            let path = format!("{}ops[{i}]", body.path);
            self.op(&mut body, op, &path, owner)?;
        }
        let path = |i: usize| format!("{}results[{i}]", body.path);
        let value = |(i, &id): (usize, &u32)| {
            let found = body.values.get(id as usize).copied();
            found.ok_or_else(|| bad(path(i), format!("is {id}; there are {} values", body.values.len())))
        };
        results.iter().enumerate().map(value).collect()
    }

    fn op(
        &mut self,
        body: &mut Body,
        op: &model::NewOp,
        path: &str,
        owner: Option<usize>,
    ) -> Result<(), Fault> {
        let ctx = self.place.ctx;
        self.check_name(&op.name, path)?;
        let mut operands = Vec::with_capacity(op.operands.len());
        for (i, id) in op.operands.iter().enumerate() {
            operands.push(match *id {
                None => self.absent(),
                Some(id) => *body.values.get(id as usize).ok_or_else(|| {
                    let known = body.values.len();
                    let what = format!("is {id}; only the {known} values before the operation can be read");
                    bad(format!("{path}.operands[{i}]"), what)
                })?,
            });
        }
        let mut types = Vec::with_capacity(op.results.len());
        for (i, ty) in op.results.iter().enumerate() {
            types.push(tensor_type(ctx, ty).map_err(|why| bad_type(format!("{path}.results[{i}]"), why))?);
        }
        let name = ctx.op_name(&op.name);
        let (props, attrs) = self.attrs(op, path)?;
        let mut state = OpState::new(name, LocId::UNKNOWN).props(props).operands(operands).results(types);
        state.attrs = attrs;
        let made = self.graph.append_op(body.block, state);
        body.values.extend(self.graph.results(made));
        for (i, &region) in op.regions.iter().enumerate() {
            let path = format!("{path}.regions[{i}]");
            let at = region as usize;
            if owner.is_some_and(|owner| at <= owner) {
                return Err(bad(path, "does not stand after the region that it is in"));
            }
            match self.owned.get_mut(at) {
                Some(owned) if !*owned => *owned = true,
                Some(_) => return Err(bad(path, format!("is region {region}, which has an owner"))),
                None => {
                    return Err(bad(
                        path,
                        format!("is {region}; there are {} regions", self.fragment.regions.len()),
                    ));
                }
            }
            if body.depth + 1 > MOST_NESTED {
                return Err(bad(path, format!("nests deeper than {MOST_NESTED}")));
            }
            self.region(made, at, body.depth + 1)?;
        }
        Ok(())
    }

    fn region(&mut self, op: core_ir::Op, at: usize, depth: usize) -> Result<(), Fault> {
        let ctx = self.place.ctx;
        let region = &self.fragment.regions[at];
        let path = format!("regions[{at}].");
        let inner = self.graph.add_region(op);
        let block = self.graph.add_block(inner);
        let mut values = Vec::with_capacity(region.params.len());
        for (i, ty) in region.params.iter().enumerate() {
            let ty = tensor_type(ctx, ty).map_err(|why| bad_type(format!("{path}params[{i}]"), why))?;
            values.push(self.graph.add_block_arg(block, ty, LocId::UNKNOWN));
        }
        let results =
            self.body(Body { block, values, depth, path }, &region.ops, &region.results, Some(at))?;
        let end = format!("{}.yield", ctx.op_dialect(self.graph.op_name(op)));
        let state = OpState::new(ctx.op_name(&end), LocId::UNKNOWN).operands(results);
        self.graph.append_op(block, state);
        Ok(())
    }

    /// What stands for an absent operand.
    fn absent(&mut self) -> Value {
        if let Some(value) = self.absent {
            return value;
        }
        let ctx = self.place.ctx;
        let props = ctx.dict([(ctx.str("value"), AttrId::UNIT)]);
        let state =
            OpState::new(ctx.op_name("tfl.no_value"), LocId::UNKNOWN).props(props).results([TypeId::NONE]);
        // It stands first, so that every region sees it.
        let op = self.graph.create_op(state);
        match self.graph.first_op(self.entry) {
            Some(first) => self.graph.insert_before(first, op),
            None => self.graph.append(self.entry, op),
        }
        let value = self.graph.results(op)[0];
        self.absent = Some(value);
        value
    }

    /// Whether a plugin may make operations of this name.
    fn check_name(&self, name: &str, path: &str) -> Result<(), Fault> {
        if name.len() > MOST_NAME_BYTES {
            return Err(bad(format!("{path}.name"), format!("has more than {MOST_NAME_BYTES} bytes")));
        }
        let shown = clean(name, 80);
        let refuse = |why: &str| {
            let fault =
                Fault::new("plugin-op-not-allowed", format!("made a `{shown}`, which plugins may not"));
            Err(fault.note(format!("`{path}`: {why}")))
        };
        let is_word = |c: char| c.is_ascii_alphanumeric() || "._-$:".contains(c);
        let dialect = name.split_once('.').map_or("", |parts| parts.0);
        if dialect.is_empty() || !name.chars().all(is_word) {
            return refuse("that is no name of an operation");
        }
        let spec = self.ctx().dialects().find_op(name);
        match (dialect, spec) {
            ("tfl", Some(spec)) if !spec.traits.has(Traits::TERMINATOR) => Ok(()),
            ("tf", Some(spec)) if spec.traits.has(Traits::PURE) && !spec.traits.has(Traits::STATEFUL) => {
                Ok(())
            }
            ("func" | "builtin", _) => refuse("functions and modules are not for plugins to make"),
            _ if (self.place.allowed)(name) => Ok(()),
            ("tf", Some(_)) => refuse("it has effects"),
            (_, Some(_)) => refuse("its dialect is not in the manifest's `emits`"),
            (_, None) => refuse("there is no such operation, and no plugin converts it"),
        }
    }

    /// Inherent and other attributes.
    fn attrs(&self, op: &model::NewOp, path: &str) -> Result<(core_ir::DictId, core_ir::DictId), Fault> {
        let ctx = self.place.ctx;
        let spec = ctx.op_spec(ctx.op_name(&op.name));
        let dense = |tensor: &model::Tensor| elements(ctx, tensor).map(|found| found.2);
        let builder = AttrBuilder { ctx, limits: self.place.limits, dense: &dense };
        let mut entries = Vec::with_capacity(op.attrs.len());
        for (i, attr) in op.attrs.iter().enumerate() {
            let path = || format!("{path}.attrs[{i}]");
            let is_word = |c: char| c.is_ascii_alphanumeric() || "._-$".contains(c);
            if attr.name.is_empty() || attr.name.len() > MOST_NAME_BYTES || !attr.name.chars().all(is_word) {
                return Err(bad(path(), "has a name that is none"));
            }
            if op.attrs[..i].iter().any(|other| other.name == attr.name) {
                return Err(bad(path(), format!("is `{}` again", attr.name)));
            }
            let row = spec.map(|spec| spec.attr(&attr.name));
            if let Some(None) = row {
                return Err(bad(path(), format!("is `{}`, which `{}` does not have", attr.name, op.name)));
            }
            let kind = row.flatten().map(|row| &row.1.kind);
            let (code, what) = match kind {
                Some(AttrKind::Bytes) => ("plugin-options", "gave options that no kernel should read"),
                _ => ("plugin-attr", "gave an attribute that is wrong"),
            };
            let wrong = |why: String| {
                let about = format!("`{}`: `{}` of `{}`", path(), attr.name, op.name);
                Fault::new(code, what).note(format!("{about} {}", clean(&why, 300)))
            };
            let value = builder.build(&attr.value, kind).map_err(wrong)?;
            if OPTIONS.contains(&attr.name.as_str()) && !self.has_raw_options(op) {
                check_options(ctx, value).map_err(|why| {
                    wrong(why).note("a plugin whose kernel reads other bytes names the custom code in `raw_options` of its manifest")
                })?;
            }
            entries.push((ctx.str(&attr.name), value));
        }
        let dict = ctx.dict(entries);
        Ok(if spec.is_some() { (dict, core_ir::DictId::EMPTY) } else { (core_ir::DictId::EMPTY, dict) })
    }

    /// Whether the manifest says that the kernel of `op` reads bytes that only it knows.
    fn has_raw_options(&self, op: &model::NewOp) -> bool {
        let code = op.attrs.iter().find_map(|attr| match &attr.value {
            model::Attr::Text(code) if attr.name == "custom_code" => Some(code),
            _ => None,
        });
        op.name == "tfl.custom" && code.is_some_and(|code| self.place.raw_options.contains(code))
    }

    /// Ends the body, and lets the verifier have its say.
    fn finish(mut self, results: Vec<Value>) -> Result<Graph, Fault> {
        let ctx = self.place.ctx;
        if results.len() != self.place.results.len() {
            let what =
                format!("are {}; the operation has {} results", results.len(), self.place.results.len());
            return Err(bad("results".into(), what));
        }
        for (i, (&value, &wanted)) in results.iter().zip(self.place.results).enumerate() {
            let found = self.graph.value_type(value);
            // A type that is no tensor's may look like that of a tensor without a rank.
            let is_spelled_alike = view::tensor_type(ctx, wanted) == view::tensor_type(ctx, found);
            let both = if is_spelled_alike { Some(wanted) } else { meet(ctx, wanted, found) };
            let both = both.ok_or_else(|| {
                let text = |ty| core_ir::text::type_text(ctx, ty);
                let what = format!("is a {}; the operation gives a {}", text(found), text(wanted));
                bad_type(format!("results[{i}]"), what)
            })?;
            // What is known of the result stays known, unless the value is an operand or a constant.
            let def = self.graph.defining_op(value);
            if def.is_some() && !self.consts.contains(&value) {
                self.graph.set_value_type(value, both);
            }
        }
        let end = OpState::new(ctx.op_name("func.return"), LocId::UNKNOWN).operands(results);
        self.graph.append_op(self.entry, end);
        self.verify()
    }

    fn verify(self) -> Result<Graph, Fault> {
        let ctx = self.place.ctx;
        let (mut module, _) = Graph::with_block();
        add_function(ctx, &mut module, "fragment", self.graph, LocId::UNKNOWN);
        let mut diags = Diagnostics::new();
        let outcome = verifier::verify(ctx, &module, &mut diags)
            .and_then(|()| verifier::verify_runtime(ctx, &module, &mut diags));
        if outcome.is_err() {
            let fault = Fault::new("plugin-verify", "gave a fragment that does not verify");
            let errors = diags.iter().filter(|diag| diag.severity == Severity::Error).take(3);
            return Err(errors.fold(fault, |fault, diag| match &diag.operation {
                Some(op) => fault.note(clean(&diag.message, 300)).note(clean(op, 300)),
                None => fault.note(clean(&diag.message, 300)),
            }));
        }
        let function = module.entry().and_then(|block| module.first_op(block));
        let body = function.and_then(|op| module.set_inner(op, Graph::new()));
        body.map(|body| *body).ok_or_else(|| Fault::new("plugin-fragment", "gave a fragment that is none"))
    }
}

/// Whether bytes of options are none at all, or a flexbuffer.
fn check_options(ctx: &Context, attr: AttrId) -> Result<(), String> {
    let bytes = constant_of_attr(ctx, attr).and_then(|id| ctx.const_bytes(id));
    let bytes = bytes.ok_or("is to be `options` or `bytes`")?;
    if bytes.is_empty() {
        return Ok(());
    }
    flexbuffer::check(&bytes).map_err(|why| format!("has bytes that are no flexbuffer: they {why}"))
}

/// A type that came from a plugin, or from a file that tells of a call: a tensor's, or, where that has no shape and holds
/// no elements, the type that is spelled.
pub fn tensor_type(ctx: &Context, ty: &model::TensorType) -> Result<TypeId, String> {
    if ty.elem.len() > MOST_NAME_BYTES {
        return Err(format!("has an element type of more than {MOST_NAME_BYTES} bytes"));
    }
    let unknown = || format!("has the element type `{}`, which does not exist", clean(&ty.elem, 80));
    let elem = parse_type(ctx, &ty.elem).map_err(|_| unknown())?;
    if elem == TypeId::NONE && ty.dims.is_none() {
        return Ok(TypeId::NONE);
    }
    let is_elem = match ctx.type_of(elem) {
        Type::Integer { width, .. } => (1..=128).contains(width),
        Type::Float(_) | Type::Complex(_) | Type::Dialect { .. } => true,
        Type::Index if ty.dims.is_some() => true,
        // Types of dialects that nobody knows are kept as text.
        Type::Opaque(_) => ty.elem.starts_with('!'),
        // What holds no elements is no tensor's, and stands for itself.
        _ if ty.dims.is_none() => return Ok(elem),
        _ => false,
    };
    if !is_elem {
        return Err(unknown());
    }
    let Some(dims) = &ty.dims else { return Ok(ctx.unranked(elem)) };
    if dims.len() > 64 {
        return Err(format!("has {} dimensions", dims.len()));
    }
    let mut count = 1u64;
    let mut shape = Vec::with_capacity(dims.len());
    for dim in dims {
        shape.push(size(*dim)?);
        // A tensor that no memory holds is no tensor.
        count = count.saturating_mul(dim.unwrap_or(1).max(1));
    }
    if count > 1 << 46 {
        return Err("has more elements than any memory holds".into());
    }
    Ok(ctx.tensor(&shape, elem))
}

/// A dimension of the IR.
pub(crate) fn size(dim: Option<u64>) -> Result<Dim, String> {
    let Some(n) = dim else { return Ok(Dim::Dynamic) };
    i64::try_from(n).map(Dim::Fixed).map_err(|_| format!("has a dimension of {n}"))
}

/// A constant with the elements of `tensor`, whose type is as they are stored.
pub fn constant(ctx: &Context, tensor: &model::Tensor) -> Result<ConstId, String> {
    let (_, storage, data) = stored(ctx, tensor)?;
    Ok(ctx.constant(storage, data))
}

/// The type of a tensor, that of its elements as they are stored, and the elements.
fn elements(ctx: &Context, tensor: &model::Tensor) -> Result<(TypeId, TypeId, AttrId), String> {
    let (ty, storage, data) = stored(ctx, tensor)?;
    Ok((ty, storage, ctx.attr(Attr::Elements(ctx.constant(storage, data)))))
}

fn stored(ctx: &Context, tensor: &model::Tensor) -> Result<(TypeId, TypeId, ConstData), String> {
    let ty = tensor_type(ctx, &tensor.ty)?;
    let shape = ctx.fixed_shape(ty).ok_or("has open dimensions, and is a constant")?;
    let count = shape.iter().try_fold(1usize, |all, &n| all.checked_mul(usize::try_from(n).ok()?));
    let count = count.ok_or("has too many elements")?;
    let elem = ctx.elem_type(ty);
    let is_string = ctx.elem_name(elem) == "str";
    let stored = storage_of(ctx, elem);
    let storage = if stored == elem { ty } else { ctx.fixed_tensor(&shape, stored) };
    let data = if is_string {
        ConstData::Strings(strings(&tensor.data, count)?.into())
    } else {
        let width = ctx.elem_bytes(stored).ok_or("has elements that constants cannot hold")?;
        let wanted = count.checked_mul(width);
        if wanted != Some(tensor.data.len()) {
            let wanted = wanted.map_or("more".into(), |wanted| wanted.to_string());
            return Err(format!("has {} bytes of data; its type takes {wanted}", tensor.data.len()));
        }
        ConstData::Owned(tensor.data.as_slice().into())
    };
    Ok((ty, storage, data))
}

/// The type that elements of a quantized type are stored as.
fn storage_of(ctx: &Context, elem: TypeId) -> TypeId {
    if !ctx.is_quantized(elem) {
        return elem;
    }
    let name = ctx.elem_name(elem);
    name.strip_prefix('q').and_then(|storage| ctx.elem_named(storage)).unwrap_or(elem)
}

fn strings(data: &[u8], count: usize) -> Result<Vec<Box<[u8]>>, String> {
    let mut rest = data;
    let mut found = Vec::new();
    while let Some((len, after)) = rest.split_first_chunk::<4>() {
        let len = u32::from_le_bytes(*len) as usize;
        let (text, after) = after.split_at_checked(len).ok_or("has a string that ends after its data")?;
        found.push(text.into());
        rest = after;
    }
    if !rest.is_empty() || found.len() != count {
        return Err(format!("has {} strings; its type takes {count}", found.len()));
    }
    Ok(found)
}
