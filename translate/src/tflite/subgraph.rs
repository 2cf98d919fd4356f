//! From the body of a function or a region to a subgraph: tensors and operators.

use core_ir::spec::{AttrSpec, OpSpec, Slot, SlotSource, TfliteSpec};
use core_ir::text::type_text;
use core_ir::{Attr, Block, Context, Diagnostic, Dim, Graph, LocId, Op, Region, Type, TypeId, Value};
use rustc_hash::{FxHashMap, FxHashSet};

use super::constants::{self, Constness};
use super::elements;
use super::names::{self, Names};
use super::options::{self, Surroundings};
use super::plan::{OperatorCode, OperatorPlan, OptionsPlan, SubGraphPlan, TensorPlan, TensorShape};
use super::planner::{Planner, RegionSource};
use super::quantization::QuantizationParameters;
use super::schema::{BUILTIN_CUSTOM, INTERMEDIATES, REGION_OPTIONS};
use super::versions::{Const, Usage};

/// The tensor of a value that is absent.
const NO_TENSOR: i32 = -1;

struct SubgraphPlanner<'p, 'm, 'd> {
    planner: &'p mut Planner<'m, 'd>,
    ctx: &'m Context,
    graph: &'m Graph,
    plan: SubGraphPlan,
    names: Names,
    /// Names that values must have: those of the function's inputs and outputs.
    given_names: FxHashMap<Value, Vec<u8>>,
    tensor_of: FxHashMap<Value, i32>,
}

/// Plans the subgraph of a function. `None` when a fault was reported.
pub(super) fn plan_function(planner: &mut Planner<'_, '_>, function: Op) -> Option<SubGraphPlan> {
    let (ctx, module) = (planner.ctx, planner.module);
    let name = module.symbol_name(ctx, function).map(|name| ctx.str_bytes(name).to_vec()).unwrap_or_default();
    let name = match ctx.dict_get(module.attrs(function), super::SUBGRAPH_NAME).map(|attr| ctx.attr_of(attr))
    {
        Some(Attr::String(name)) => ctx.str_bytes(*name).to_vec(),
        _ => name,
    };
    let block =
        module.inner(function).and_then(|body| Some((body, single_block(body, *body.roots().first()?)?)));
    let Some((graph, block)) = block else {
        let text = format!("function `{}` has no body of a single block", String::from_utf8_lossy(&name));
        planner.error(Diagnostic::error("tflite-control-flow", text).at(module.loc(function)));
        return None;
    };
    let mut this = SubgraphPlanner::new(planner, graph, name);
    this.give_names(function, block);
    this.plan_block(block, &[], false)?;
    Some(this.plan)
}

/// Plans the subgraph of a region. `None` when a fault was reported.
pub(super) fn plan_region<'m>(
    planner: &mut Planner<'m, '_>,
    source: &RegionSource<'m>,
) -> Option<SubGraphPlan> {
    let block = single_block(source.graph, source.region)?;
    let mut this = SubgraphPlanner::new(planner, source.graph, source.name.clone().into_bytes());
    this.plan_block(block, &source.captures, source.yields_captures)?;
    Some(this.plan)
}

fn single_block(graph: &Graph, region: Region) -> Option<Block> {
    match graph.blocks(region) {
        [block] => Some(*block),
        _ => None,
    }
}

impl<'p, 'm, 'd> SubgraphPlanner<'p, 'm, 'd> {
    fn new(planner: &'p mut Planner<'m, 'd>, graph: &'m Graph, name: Vec<u8>) -> Self {
        Self {
            ctx: planner.ctx,
            graph,
            plan: SubGraphPlan { name, ..SubGraphPlan::default() },
            names: Names::default(),
            given_names: FxHashMap::default(),
            tensor_of: FxHashMap::default(),
            planner,
        }
    }

    fn error(&mut self, loc: LocId, code: &'static str, text: String) {
        self.planner.error(Diagnostic::error(code, text).at(loc));
    }

    /// Takes the names of inputs and outputs from `tf.entry_function = {inputs = "a,b", outputs = "c"}`.
    fn give_names(&mut self, function: Op, block: Block) {
        let (ctx, module) = (self.ctx, self.planner.module);
        let Some(entry) = ctx.dict_get(module.attrs(function), "tf.entry_function") else { return };
        let Attr::Dict(entry) = ctx.attr_of(entry) else { return };
        let results: Vec<Value> =
            self.graph.last_op(block).into_iter().flat_map(|op| self.graph.operands(op)).collect();
        let groups = [("inputs", self.graph.block_args(block).to_vec()), ("outputs", results)];
        for (key, values) in groups {
            let Some(text) = ctx.dict_get(*entry, key).and_then(|attr| ctx.attr_str(attr)) else { continue };
            let list: Vec<&str> = text.split(',').map(str::trim).collect();
            if list.len() != values.len() {
                if !text.is_empty() || !values.is_empty() {
                    let text = format!(
                        "`tf.entry_function` names {} {key}, but there are {}: names are taken from locations",
                        list.len(),
                        values.len()
                    );
                    let warning = Diagnostic::warning("entry-function-names", text);
                    self.planner.diags.push(warning.at(module.loc(function)));
                }
                continue;
            }
            for (value, name) in values.into_iter().zip(list) {
                let value = constants::behind_stats(self.ctx, self.graph, value);
                if !name.is_empty() && !self.given_names.contains_key(&value) {
                    let name = self.names.unique(name.as_bytes().to_vec());
                    self.given_names.insert(value, name);
                }
            }
        }
    }

    fn plan_block(&mut self, block: Block, captures: &[Value], yields_captures: bool) -> Option<()> {
        let graph = self.graph;
        for &arg in graph.block_args(block).iter().chain(captures) {
            let tensor = self.add_tensor(arg)?;
            self.plan.inputs.push(tensor);
        }
        let errors = self.planner.errors;
        let mut terminator = None;
        for op in graph.ops_in(block) {
            let name = self.ctx.op_text(graph.op_name(op));
            match name {
                "func.return" | "tfl.yield" => terminator = Some(op),
                constants::STATS => self.plan_stats(op)?,
                _ if constants::constness(self.ctx, graph, op) != Constness::No => {}
                // Carrying on after a fault finds the others. Results of the faulty operation get tensors all the same.
                _ => self.plan_op(op),
            }
        }
        for value in terminator.into_iter().flat_map(|op| graph.operands(op)) {
            let tensor = self.tensor(value)?;
            self.plan.outputs.push(tensor);
        }
        if yields_captures {
            for value in captures {
                self.plan.outputs.push(self.tensor_of[value]);
            }
        }
        (self.planner.errors == errors).then_some(())
    }

    /// The tensor of a value; constants get theirs at their first use.
    fn tensor(&mut self, value: Value) -> Option<i32> {
        if let Some(&tensor) = self.tensor_of.get(&value) {
            return Some(tensor);
        }
        self.add_tensor(value)
    }

    fn add_tensor(&mut self, value: Value) -> Option<i32> {
        let (ctx, graph) = (self.ctx, self.graph);
        let ty = graph.value_type(value);
        if ty == TypeId::NONE {
            self.tensor_of.insert(value, NO_TENSOR);
            return Some(NO_TENSOR);
        }
        let loc = value_loc(graph, value);
        let name = match self.given_names.get(&value) {
            Some(name) => name.clone(),
            None => self.names.unique(names::name_of(ctx, graph, value)),
        };
        let def = graph.defining_op(value);
        let constant = def.and_then(|op| constants::value_of(ctx, graph, op));
        if constant.is_none()
            && def.is_some_and(|op| constants::constness(ctx, graph, op) == Constness::Tensor)
        {
            let text = format!("the elements of constant `{}` are not known", String::from_utf8_lossy(&name));
            self.error(loc, "unknown-elements", text);
            return None;
        }
        let shape = match tensor_shape(ctx, constant.as_ref().map_or(ty, |c| c.shape_type(ctx, ty)), ty) {
            Ok(shape) => shape,
            Err(text) => {
                self.error(
                    loc,
                    "no-tflite-type",
                    format!("tensor `{}` {text}", String::from_utf8_lossy(&name)),
                );
                return None;
            }
        };
        let elem = ctx.elem_type(ty);
        let mut variant = Vec::new();
        for inner in elements::variant_subtypes(ctx, elem) {
            match tensor_shape(ctx, inner, inner) {
                Ok(shape) => variant.push(shape),
                Err(text) => {
                    self.error(
                        loc,
                        "no-tflite-type",
                        format!("the type inside `{}` {text}", type_text(ctx, ty)),
                    );
                    return None;
                }
            }
        }
        let is_variable = constant.as_ref().is_some_and(|c| c.is_variable) || self.holds_state(value);
        let mut buffer = 0;
        let mut sparsity = None;
        if let Some(constant) = constant.filter(|_| !is_variable) {
            let encoding = elements::Encoding::of(shape.tensor_type);
            if let Err(text) = constant.check(ctx, elem, encoding) {
                self.error(
                    loc,
                    "no-tflite-type",
                    format!("constant `{}` {text}", String::from_utf8_lossy(&name)),
                );
                return None;
            }
            buffer = self.planner.buffers.constant(constant.id, encoding);
            sparsity = constant.sparsity;
        }
        let tensor = self.plan.tensors.len() as i32;
        self.plan.tensors.push(TensorPlan {
            shape,
            buffer,
            name,
            quantization: QuantizationParameters::of(ctx, elem),
            sparsity,
            is_variable,
            variant,
        });
        self.tensor_of.insert(value, tensor);
        Some(tensor)
    }

    fn holds_state(&self, value: Value) -> bool {
        let graph = self.graph;
        graph
            .uses(value)
            .any(|(op, i)| dialects::tfl::is_stateful_operand(self.ctx.op_text(graph.op_name(op)), i))
    }

    /// An operation that notes the range of its operand: the operand's tensor gets it.
    fn plan_stats(&mut self, op: Op) -> Option<()> {
        let (Some(operand), Some(result)) = (self.graph.operand(op, 0), self.graph.result(op)) else {
            return Some(());
        };
        let tensor = self.tensor(operand)?;
        self.tensor_of.insert(result, tensor);
        let plan = usize::try_from(tensor).ok().and_then(|i| self.plan.tensors.get_mut(i));
        if let Some(plan) = plan.filter(|plan| plan.quantization.is_none()) {
            plan.quantization = constants::stats(self.ctx, self.graph, op);
        }
        Some(())
    }

    fn plan_op(&mut self, op: Op) {
        let (ctx, graph) = (self.ctx, self.graph);
        let spec = graph.spec(ctx, op);
        let operator = match spec.and_then(|spec| Some((spec, spec.tflite.as_ref()?))) {
            _ if graph.is(ctx, op, "tfl.custom") => self.plan_custom(op),
            Some((spec, tflite)) => self.plan_builtin(op, spec, tflite),
            None => {
                self.report_no_builtin(op);
                None
            }
        };
        let results = graph.results(op).to_vec();
        let Some(mut operator) = operator else {
            // Users of the results must not fail for want of tensors; the plan is thrown away.
            self.tensor_of.extend(results.into_iter().map(|value| (value, NO_TENSOR)));
            return;
        };
        for value in results {
            let Some(tensor) = self.add_tensor(value) else { return };
            operator.outputs.push(tensor);
        }
        // What a loop captures comes out of it again, as tensors that nothing uses.
        let extra = operator.inputs.len().saturating_sub(graph.operand_count(op));
        if spec.is_some_and(|spec| options_table(spec) == Some("WhileOptions")) && extra > 0 {
            for i in operator.inputs.len() - extra..operator.inputs.len() {
                let captured = &self.plan.tensors[operator.inputs[i] as usize];
                let copy = TensorPlan {
                    shape: captured.shape.clone(),
                    buffer: 0,
                    name: self.names.unique(captured.name.clone()),
                    quantization: captured.quantization.clone(),
                    sparsity: None,
                    is_variable: false,
                    variant: captured.variant.clone(),
                };
                operator.outputs.push(self.plan.tensors.len() as i32);
                self.plan.tensors.push(copy);
            }
        }
        self.plan.operators.push(operator);
    }

    fn report_no_builtin(&mut self, op: Op) {
        let (ctx, graph) = (self.ctx, self.graph);
        let name = ctx.op_text(graph.op_name(op));
        let types: Vec<String> = graph.operand_types(op).map(|ty| type_text(ctx, ty)).collect();
        let place = match ctx.loc_name(graph.loc(op)) {
            Some(loc) => format!(" \"{}\"", ctx.str_text(loc)),
            None => String::new(),
        };
        let text = format!("`{name}`{place} is no TFLite operation; its operands are ({})", types.join(", "));
        let help = match (name, name.split_once('.')) {
            ("func.call", _) => "inline the call first",
            (_, Some(("tf", _))) => "legalize the operation, or allow it as a custom op by its name",
            _ => "remove the operation before the file is written",
        };
        self.planner.error(Diagnostic::error("no-tflite-op", text).at(graph.loc(op)).help(help));
    }

    fn operand_tensors(&mut self, op: Op) -> Option<Vec<i32>> {
        let operands: Vec<Value> = self.graph.operands(op).collect();
        operands.into_iter().map(|value| self.tensor(value)).collect()
    }

    fn plan_custom(&mut self, op: Op) -> Option<OperatorPlan> {
        let (ctx, graph) = (self.ctx, self.graph);
        let attr =
            |name: &str| ctx.dict_get(graph.props(op), name).or_else(|| ctx.dict_get(graph.attrs(op), name));
        let code = attr("custom_code").map(|attr| ctx.attr_of(attr));
        let Some(Attr::String(code)) = code else {
            self.error(
                graph.loc(op),
                "no-tflite-op",
                "`tfl.custom` lacks the string attribute `custom_code`".into(),
            );
            return None;
        };
        let custom = match attr("custom_option").map(|attr| options::bytes_of(ctx, attr)) {
            None => Vec::new(),
            Some(Some(bytes)) => bytes,
            Some(None) => {
                let text = "`tfl.custom` has a `custom_option` that is not bytes".into();
                self.error(graph.loc(op), "tflite-options", text);
                return None;
            }
        };
        let version = written_version(ctx, graph, op).unwrap_or(1);
        let code =
            OperatorCode { builtin: BUILTIN_CUSTOM, custom: Some(ctx.str_bytes(*code).to_vec()), version };
        let code = self.planner.code(code);
        Some(OperatorPlan {
            code,
            inputs: self.operand_tensors(op)?,
            outputs: Vec::new(),
            intermediates: Vec::new(),
            options: OptionsPlan::Custom(custom),
        })
    }

    fn plan_builtin(&mut self, op: Op, spec: &'m OpSpec, tflite: &TfliteSpec) -> Option<OperatorPlan> {
        let (ctx, graph) = (self.ctx, self.graph);
        let mut inputs = self.operand_tensors(op)?;
        let from_region =
            |attr: &AttrSpec| matches!(attr.slot, Some(Slot { source: SlotSource::Region(_), .. }));
        let regions = match spec.attrs.iter().any(from_region) {
            true => self.plan_regions(op, spec, &mut inputs)?,
            false => Vec::new(),
        };
        let Some(usage) = usage(ctx, graph, op, spec) else {
            let name = ctx.op_text(graph.op_name(op));
            let text =
                format!("`{name}` does not have the numbers of operands and results that it should have");
            self.error(graph.loc(op), "tflite-operands", text);
            return None;
        };
        let subgraph_of = &self.planner.subgraph_of;
        let around = Surroundings {
            function: &|name| subgraph_of.get(&ctx.find_str(std::str::from_utf8(name).ok()?)?).copied(),
            region: &|i| regions.get(usize::from(i)).copied(),
            operand: &|row| usage.operand(row),
            result: &|row| usage.result(row),
        };
        let encoded = match options::encode(ctx, spec, graph.props(op), &around) {
            Ok(encoded) => encoded,
            Err(text) => {
                let name = ctx.op_text(graph.op_name(op));
                self.error(graph.loc(op), "tflite-options", format!("`{name}` {text}"));
                return None;
            }
        };
        let version = self.version(op, &usage);
        let intermediates = self.plan_intermediates(op)?;
        let options = match tflite.options {
            Some(row) if row.written || encoded.matter => {
                OptionsPlan::Builtin { tag: row.tag, second: row.second, fields: encoded.fields }
            }
            _ => OptionsPlan::None,
        };
        let code = self.planner.code(OperatorCode { builtin: tflite.builtin, custom: None, version });
        Some(OperatorPlan { code, inputs, outputs: Vec::new(), intermediates, options })
    }

    fn version(&mut self, op: Op, usage: &Usage<'_>) -> i32 {
        let rule = usage.rule();
        if let Some(rule) = rule {
            self.planner.needs_runtime(rule.runtime);
            let target = self.planner.target;
            if let Some(Err(why)) = target.map(|target| target.runs(rule, usage.spec)) {
                let text = format!("`{}` {why}", usage.spec.name);
                self.error(self.graph.loc(op), "runtime-version", text);
            }
        }
        let needed = rule.map_or(1, |rule| i32::from(rule.version));
        written_version(self.ctx, self.graph, op).map_or(needed, |written| written.max(needed))
    }

    /// The tensors inside a recurrent operation, of which attributes hold the types.
    fn plan_intermediates(&mut self, op: Op) -> Option<Vec<i32>> {
        let (ctx, graph) = (self.ctx, self.graph);
        let mut tensors = Vec::new();
        for name in INTERMEDIATES {
            let Some(attr) = ctx.dict_get(graph.props(op), name) else { continue };
            let Attr::Type(ty) = *ctx.attr_of(attr) else { continue };
            let shape = match tensor_shape(ctx, ty, ty) {
                Ok(shape) => shape,
                Err(text) => {
                    self.error(graph.loc(op), "no-tflite-type", format!("the type in `{name}` {text}"));
                    return None;
                }
            };
            tensors.push(self.plan.tensors.len() as i32);
            self.plan.tensors.push(TensorPlan {
                shape,
                buffer: 0,
                name: self.names.unique(name.as_bytes().to_vec()),
                quantization: QuantizationParameters::of(ctx, ctx.elem_type(ty)),
                sparsity: None,
                is_variable: false,
                variant: Vec::new(),
            });
        }
        Some(tensors)
    }

    /// Makes subgraphs of the regions of `tfl.while` and `tfl.if`, and adds what they capture to the inputs.
    fn plan_regions(&mut self, op: Op, spec: &'m OpSpec, inputs: &mut Vec<i32>) -> Option<Vec<u32>> {
        let (ctx, graph) = (self.ctx, self.graph);
        let table = options_table(spec);
        let row = REGION_OPTIONS.iter().find(|row| Some(row.0) == table);
        let regions = graph.regions(op);
        let whole = regions.iter().all(|&region| single_block(graph, region).is_some());
        let (Some(&(_, is_loop, names)), &[_, _], true) = (row, regions, whole) else {
            let name = ctx.op_text(graph.op_name(op));
            let text = format!(
                "`{name}` does not have the regions of one block each that its subgraphs are made of"
            );
            self.error(graph.loc(op), "tflite-control-flow", text);
            return None;
        };
        if let Some((numbers, operands)) = self.called_functions(regions, is_loop) {
            if !is_loop {
                for value in operands {
                    inputs.push(self.tensor(value)?);
                }
            }
            return Some(numbers);
        }
        let captures = captures(ctx, graph, regions);
        for &value in &captures {
            inputs.push(self.tensor(value)?);
        }
        let base = String::from_utf8_lossy(&names::name_of_op(ctx, graph, op)).into_owned();
        let source = |(i, &region): (usize, &Region)| RegionSource {
            graph,
            region,
            captures: captures.clone(),
            yields_captures: is_loop && i == 1,
            name: format!("{base}_{}", names[i]),
        };
        Some(regions.iter().enumerate().map(source).map(|source| self.planner.region(source)).collect())
    }

    /// The subgraphs of the functions that the regions only call, with the operands of the calls, which must be the
    /// block arguments in a loop, and the same in both regions of a condition.
    fn called_functions(&self, regions: &[Region], is_loop: bool) -> Option<(Vec<u32>, Vec<Value>)> {
        let (ctx, graph) = (self.ctx, self.graph);
        let mut numbers = Vec::new();
        let mut shared: Option<Vec<Value>> = None;
        for &region in regions {
            let block = single_block(graph, region)?;
            let call = graph.first_op(block)?;
            let terminator = graph.next_op(call)?;
            if !graph.is(ctx, call, "func.call") || graph.next_op(terminator).is_some() {
                return None;
            }
            if !graph.operands(terminator).eq(graph.results(call).iter().copied()) {
                return None;
            }
            let operands: Vec<Value> = graph.operands(call).collect();
            let same = match &shared {
                _ if is_loop => operands == graph.block_args(block),
                Some(shared) => *shared == operands,
                None => true,
            };
            if !same {
                return None;
            }
            let callee = ctx.attr_symbol(ctx.dict_get(graph.props(call), "callee")?)?;
            numbers.push(*self.planner.subgraph_of.get(&callee)?);
            shared = Some(operands);
        }
        Some((numbers, shared?))
    }
}

fn usage<'c>(ctx: &'c Context, graph: &Graph, op: Op, spec: &'c OpSpec) -> Option<Usage<'c>> {
    let constant = |value| {
        let constant = constants::value_of(ctx, graph, graph.defining_op(value)?)?;
        Some(Const { is_sparse: constant.sparsity.is_some() })
    };
    let props = graph.props(op);
    Some(Usage {
        ctx,
        spec,
        props,
        operands: graph.operand_types(op).collect(),
        consts: graph.operands(op).map(constant).collect(),
        results: graph.result_types(op).collect(),
        operand_segments: spec.operand_segments(ctx, props, graph.operand_count(op))?,
        result_segments: spec.result_segments(ctx, props, graph.results(op).len())?,
    })
}

/// The version that the row of `op` asks for.
pub(super) fn needed_version(ctx: &Context, graph: &Graph, op: Op) -> i32 {
    let usage = graph.spec(ctx, op).and_then(|spec| usage(ctx, graph, op, spec));
    usage.and_then(|usage| usage.rule()).map_or(1, |rule| rule.version.into())
}

fn options_table(spec: &OpSpec) -> Option<&'static str> {
    spec.tflite.as_ref()?.options.map(|options| options.table)
}

/// The version that an operator of a file had, where it was higher than its row asks for.
fn written_version(ctx: &Context, graph: &Graph, op: Op) -> Option<i32> {
    i32::try_from(ctx.attr_int(ctx.dict_get(graph.attrs(op), super::OPERATOR_VERSION)?)?).ok()
}

/// The values that the regions use and that are defined outside of them, in the order of their first use. Constants
/// are not among them: each subgraph has its own tensors for those.
fn captures(ctx: &Context, graph: &Graph, regions: &[Region]) -> Vec<Value> {
    let mut inside: FxHashSet<Value> = FxHashSet::default();
    let mut used: Vec<Value> = Vec::new();
    for &region in regions {
        inside.extend(graph.blocks(region).iter().flat_map(|&block| graph.block_args(block)));
        graph.walk_region(region, &mut |op| {
            used.extend(graph.operands(op));
            inside.extend(graph.results(op));
            for &nested in graph.regions(op) {
                inside.extend(graph.blocks(nested).iter().flat_map(|&block| graph.block_args(block)));
            }
        });
    }
    let is_const = |value: Value| {
        graph.defining_op(value).is_some_and(|op| constants::constness(ctx, graph, op) != Constness::No)
    };
    let mut seen = FxHashSet::default();
    used.retain(|&value| !inside.contains(&value) && !is_const(value) && seen.insert(value));
    used
}

fn value_loc(graph: &Graph, value: Value) -> LocId {
    match graph.def(value) {
        core_ir::graph::ValueDef::Result(op, _) => graph.loc(op),
        core_ir::graph::ValueDef::Arg(block, i) => graph.block_arg_loc(block, i),
    }
}

/// The shape and the element type of a tensor; `ty` gives the elements and `shape_of` the dimensions. `Err` is a clause
/// about the tensor.
fn tensor_shape(ctx: &Context, shape_of: TypeId, ty: TypeId) -> Result<TensorShape, String> {
    let no_type = || format!("has type `{}`, which TFLite has not", type_text(ctx, ty));
    let dims: Option<&[Dim]> = match ctx.type_of(shape_of) {
        Type::Tensor { shape, .. } => Some(shape),
        Type::UnrankedTensor(_) => None,
        _ => return Err(no_type()),
    };
    let tensor_type = elements::tensor_type(ctx, ctx.elem_type(ty)).ok_or_else(no_type)?;
    let mut plan = TensorShape { has_rank: dims.is_some(), tensor_type, ..TensorShape::default() };
    let mut signature = Vec::new();
    for dim in dims.unwrap_or(&[]) {
        match dim.fixed() {
            Some(n) => {
                let n =
                    i32::try_from(n).map_err(|_| format!("has dimension {n}, more than 32 bits can hold"))?;
                plan.shape.push(n);
                signature.push(n);
            }
            None => {
                plan.shape.push(1);
                signature.push(-1);
            }
        }
    }
    if signature.contains(&-1) {
        plan.signature = Some(signature);
    }
    Ok(plan)
}
