//! The module that a model becomes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path};
use std::rc::Rc;

use core_ir::consts::MappedBytes;
use core_ir::diag::{Diagnostic, Diagnostics, Reported, Result};
use core_ir::{
    Attr, AttrId, Block, ConstData, Context, DictId, Graph, LocId, Op, OpState, StrId, Type, TypeId,
};

use super::attr;
use super::body::{Body, Source};
use super::checkpoint::Checkpoint;
use super::dtype::DataType;
use super::emit::{Argument, Emitted, Emitter, Names};
use super::io::MappedFile;
use super::model::{Model, Port, Signature};
use super::mutability;
use super::opdef::OpTable;
use super::plan::{self, FunctionPlan, Program, SignaturePlan, located};
use super::proto::{ArgDef, FunctionDef, NodeDef, TensorShapeProto};
use super::variables;
use super::{ImportOptions, ImportStats, graph_def};

/// The symbol of the function that initializes the model.
const INIT_FUNCTION: &str = "__saved_model_init";

/// Makes the module of `model`.
pub(crate) fn build(
    ctx: &Context,
    model: &Model,
    opts: &ImportOptions,
    diags: &mut Diagnostics,
) -> Result<(Graph, ImportStats), Reported> {
    let functions = model.graph.library.as_ref().map_or(&[][..], |library| &library.function);
    let table = OpTable::new(ctx, &model.op_defs, &model.graph, diags);
    let (main, signatures) = match prepare(model, &table, opts) {
        Ok(prepared) => prepared,
        Err(fault) => return Err(diags.push(located(model, *fault))),
    };
    let program = plan::plan(model, &main, signatures, &table, diags)?;
    let mut builder = Builder::new(ctx, model, &program, functions);
    builder.variables(&program, diags);
    builder.assets(&program, diags);
    diags.ok_unless_errors(())?;
    builder.initializer(&program, &table, diags);
    for signature in &program.signatures {
        let done = builder.signature(signature, &table);
        report(model, done, diags);
    }
    for function in &program.functions {
        let done = builder.function(function, &table);
        report(model, done, diags);
    }
    diags.ok_unless_errors(())?;
    let mut module = builder.module;
    module.set_module_attrs(module_attrs(ctx, model));
    mutability::mark(ctx, &mut module);
    Ok((module, stats(model, &program)))
}

/// The versions of TensorFlow that the graph was written with and for, as MLIR has them.
fn module_attrs(ctx: &Context, model: &Model) -> DictId {
    let versions = model.graph.versions.clone().unwrap_or_default();
    let bad: Vec<AttrId> = versions.bad_consumers.iter().map(|&version| ctx.i32_attr(version)).collect();
    let versions = ctx.dict([
        (ctx.str("bad_consumers"), ctx.array_attr(&bad)),
        (ctx.str("min_consumer"), ctx.i32_attr(versions.min_consumer)),
        (ctx.str("producer"), ctx.i32_attr(versions.producer)),
    ]);
    let mut attrs = vec![(ctx.str("tf.versions"), ctx.attr(Attr::Dict(versions)))];
    if model.assets_dir.is_some() {
        attrs.push((ctx.str("tf_saved_model.semantics"), AttrId::UNIT));
    }
    ctx.dict(attrs)
}

fn report(model: &Model, done: Result<()>, diags: &mut Diagnostics) {
    if let Err(fault) = done {
        diags.push(located(model, *fault));
    }
}

/// The main graph, and the signatures with what the user says about them.
fn prepare<'a>(
    model: &'a Model,
    table: &OpTable<'a>,
    opts: &ImportOptions,
) -> Result<(Rc<Body<'a>>, Vec<Signature>)> {
    let main = Rc::new(Body::of_graph(&model.graph.node)?);
    if model.signatures.is_empty() {
        let signature = graph_def::signature(&main, table, opts)?;
        return Ok((main, vec![signature]));
    }
    let mut signatures = model.signatures.clone();
    for (name, shape) in &opts.inputs {
        let is_meant = |port: &&mut Port| port.name == *name || port.tensor == *name || port.label == *name;
        let mut ports =
            signatures.iter_mut().flat_map(|signature| &mut signature.inputs).filter(is_meant).peekable();
        if ports.peek().is_none() {
            return Err(no_port("input", name, &model.signatures, |signature| &signature.inputs));
        }
        if let Some(shape) = shape {
            ports.for_each(|port| port.shape = Some(graph_def::shape_proto(shape)));
        }
    }
    for name in &opts.outputs {
        let is_meant = |port: &Port| port.name == *name || port.tensor == *name;
        if !signatures.iter().any(|signature| signature.outputs.iter().any(is_meant)) {
            return Err(no_port("output", name, &model.signatures, |signature| &signature.outputs));
        }
    }
    if !opts.outputs.is_empty() {
        for signature in &mut signatures {
            signature
                .outputs
                .retain(|port| opts.outputs.contains(&port.name) || opts.outputs.contains(&port.tensor));
        }
        signatures.retain(|signature| !signature.outputs.is_empty());
    }
    Ok((main, signatures))
}

fn no_port(
    kind: &str,
    name: &str,
    all: &[Signature],
    ports: fn(&Signature) -> &Vec<Port>,
) -> Box<Diagnostic> {
    let names: BTreeSet<&str> = all.iter().flat_map(ports).map(|port| port.name.as_str()).collect();
    let names: Vec<&str> = names.into_iter().collect();
    let message = format!("no signature has an {kind} `{name}`");
    let diagnostic = Diagnostic::error("no-such-port", message);
    Box::new(diagnostic.note(format!("the {kind}s there are: {}", names.join(", "))))
}

fn stats(model: &Model, program: &Program<'_>) -> ImportStats {
    let functions = model.graph.library.as_ref().map_or(&[][..], |library| &library.function);
    let main_used: BTreeSet<usize> = program
        .signatures
        .iter()
        .map(|signature| &signature.plan)
        .chain(&program.init)
        .flat_map(|plan| plan.schedule.order.iter().copied())
        .chain(program.signatures.iter().flat_map(|signature| signature.inputs.iter().map(|input| input.0)))
        .collect();
    let in_functions: usize = program.functions.iter().map(|f| f.plan.schedule.order.len()).sum();
    let in_library: usize = functions.iter().map(|f| f.node_def.len()).sum();
    ImportStats {
        nodes_imported: main_used.len() + in_functions,
        nodes_pruned: (model.graph.node.len() + in_library).saturating_sub(main_used.len() + in_functions),
        functions_imported: program.functions.len(),
        functions_pruned: functions.len().saturating_sub(program.functions.len()),
    }
}

/// The variables that the initialization assigns, by shared name.
fn initialized(program: &Program<'_>) -> BTreeSet<String> {
    let Some(plan) = &program.init else { return BTreeSet::new() };
    let target = |index: &usize| {
        let is_assignment = matches!(plan.body.node(*index)?.op.as_str(), "AssignVariableOp" | "Assign");
        match plan.schedule.edges.get(index)?.data.first()? {
            Source::Node(variable, _) if is_assignment => {
                plan.body.node(*variable).map(variables::shared_name)
            }
            _ => None,
        }
    };
    plan.schedule.order.iter().filter_map(target).collect()
}

/// Puts the module together.
struct Builder<'a> {
    ctx: &'a Context,
    model: &'a Model,
    names: Names<'a>,
    symbols: BTreeSet<String>,
    module: Graph,
    block: Block,
}

impl<'a> Builder<'a> {
    fn new(ctx: &'a Context, model: &'a Model, program: &Program<'a>, functions: &'a [FunctionDef]) -> Self {
        let (module, block) = Graph::with_block();
        let names = Names { functions: BTreeMap::new(), globals: BTreeMap::new(), assets: BTreeMap::new() };
        let mut builder = Builder { ctx, model, names, symbols: BTreeSet::new(), module, block };
        // Users know the names of signatures, so those are kept; others step aside.
        for signature in &program.signatures {
            builder.symbols.insert(signature.signature.key.clone());
        }
        for function in functions {
            if let Some(signature) = &function.signature {
                let symbol = builder.unique(&signature.name);
                builder.names.functions.insert(&signature.name, symbol);
            }
        }
        builder
    }

    /// `wanted`, or `wanted_1`, ... when that is taken.
    fn unique(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        let mut count = 0usize;
        while !self.symbols.insert(name.clone()) {
            count += 1;
            name = format!("{wanted}_{count}");
        }
        name
    }

    fn entry(&self, name: &str, attr: AttrId) -> (StrId, AttrId) {
        (self.ctx.str(name), attr)
    }

    fn module_op(&mut self, name: &str, props: Vec<(StrId, AttrId)>, loc: LocId) -> Op {
        let state = OpState::new(self.ctx.op_name(name), loc).props(self.ctx.dict(props));
        self.module.append_op(self.block, state)
    }

    /// A global tensor for each variable that is used and has a value, checksums compared.
    fn variables(&mut self, program: &Program<'_>, diags: &mut Diagnostics) {
        let mut nodes: BTreeMap<String, &NodeDef> = BTreeMap::new();
        for plan in program.plans() {
            let used = plan.schedule.order.iter().filter_map(|&index| plan.body.node(index));
            for node in used.filter(|node| variables::is_variable(node)) {
                nodes.entry(variables::shared_name(node)).or_insert(node);
            }
        }
        let Some(checkpoint) = &self.model.checkpoint else {
            if let Some((name, _)) = nodes.first_key_value() {
                diags.push(self.no_checkpoint(name, nodes.len()));
            }
            return;
        };
        let initialized = initialized(program);
        let mut keys = Vec::new();
        for (name, node) in &nodes {
            let Some(restored) = self.model.restored.get(name) else {
                if initialized.contains(name) {
                    continue;
                }
                let message = format!("variable `{name}` has no value in the checkpoint");
                let help = "it stays a variable that the caller or an initializer has to assign";
                diags.push(located(
                    self.model,
                    Diagnostic::warning("variable-without-value", message).help(help),
                ));
                continue;
            };
            match self.global(checkpoint, name, restored, node) {
                Ok(()) => keys.push(restored.key.as_str()),
                Err(fault) => {
                    diags.push(located(self.model, *fault));
                }
            }
        }
        for fault in checkpoint.verify(&keys) {
            diags.push(fault);
        }
    }

    fn no_checkpoint(&self, name: &str, count: usize) -> Diagnostic {
        let message = format!("the model has {count} variables, `{name}` first, but no values for them");
        let diagnostic = Diagnostic::error("no-checkpoint", message).in_file(&self.model.path);
        if self.model.assets_dir.is_some() {
            diagnostic.help("the folder `variables` with `variables.index` belongs to the model; copy it too")
        } else {
            diagnostic.help("freeze the graph, or convert the SavedModel")
        }
    }

    fn global(
        &mut self,
        checkpoint: &Checkpoint,
        name: &str,
        restored: &variables::Restored,
        node: &NodeDef,
    ) -> Result<()> {
        let tensor = match restored.slice.as_str() {
            "" => checkpoint.tensor(&restored.key)?,
            slice => checkpoint.tensor_slice(&restored.key, slice)?,
        };
        let unknown = || {
            let message =
                format!("variable `{name}` has the unknown type {} in the checkpoint", tensor.dtype);
            Box::new(Diagnostic::error("variable-mismatch", message))
        };
        let elem = tensor.dtype.element(self.ctx).ok_or_else(unknown)?;
        let declared = attr::dtype(node.attr.get("dtype")).map(DataType::value);
        let shape_fits = attr::shape(node.attr.get("shape")).and_then(attr::dims).is_none_or(|dims| {
            let fits = |(dim, &size): (&core_ir::Dim, &i64)| dim.fixed().is_none_or(|dim| dim == size);
            dims.len() == tensor.shape.len() && dims.iter().zip(&tensor.shape).all(fits)
        });
        // Graphs of TensorFlow 1 write "unknown" as a shape without dimensions.
        let shape_fits = shape_fits || attr::shape(node.attr.get("shape")).is_some_and(|s| s.dim.is_empty());
        if declared.is_some_and(|declared| declared != tensor.dtype.value()) || !shape_fits {
            let message = format!(
                "variable `{name}` is {:?} of {} in the checkpoint, which is not what the graph declares",
                tensor.shape, tensor.dtype
            );
            return Diagnostic::error("variable-mismatch", message).err();
        }
        let ty = self.ctx.fixed_tensor(&tensor.shape, elem);
        let value = self.ctx.elements_attr(self.ctx.constant(ty, tensor.data));
        let symbol = self.unique(name);
        let props = vec![
            self.entry("sym_name", self.ctx.str_attr(&symbol)),
            self.entry("type", self.ctx.type_attr(ty)),
            self.entry("value", value),
        ];
        self.module_op("tf_saved_model.global_tensor", props, self.ctx.name_loc(name));
        self.names.globals.insert(name.into(), (symbol, ty));
        Ok(())
    }

    /// The asset files whose paths the program uses.
    fn assets(&mut self, program: &Program<'_>, diags: &mut Diagnostics) {
        let main_nodes = program
            .plans()
            .filter(|plan| plan.body.function.is_none())
            .flat_map(|plan| plan.schedule.order.iter().filter_map(|&index| plan.body.node(index)));
        let used: BTreeSet<&str> = main_nodes.map(|node| node.name.as_str()).collect();
        let Some(dir) = &self.model.assets_dir else { return };
        for (node, file) in &self.model.assets {
            if !used.contains(node.as_str()) {
                continue;
            }
            if let Err(fault) = self.asset(dir, node, file) {
                diags.push(*fault);
            }
        }
    }

    fn asset(&mut self, dir: &Path, node: &str, file: &str) -> Result<()> {
        // A model must not make other files of the machine part of the result.
        if !Path::new(file).components().all(|part| matches!(part, Component::Normal(_))) {
            let message = format!("asset `{file}` is outside of the model");
            return Diagnostic::error("asset-outside", message).in_file(&self.model.path).err();
        }
        let path = dir.join(file);
        if !path.is_file() {
            let message = format!("asset file `{file}` of the model is missing");
            let diagnostic = Diagnostic::error("asset-missing", message).in_file(path);
            return diagnostic.help("the folder `assets` belongs to the model; copy it too").err();
        }
        let mapped = MappedFile::open(&path)?;
        let len = mapped.bytes().len();
        let ty = self.ctx.fixed_tensor(&[i64::try_from(len).unwrap_or(i64::MAX)], TypeId::UI8);
        let holder = mapped.map().clone();
        let contents = MappedBytes::new(holder, 0..len).map(ConstData::Mapped);
        let contents = contents.unwrap_or(ConstData::Owned([].into()));
        let symbol = self.unique(file);
        let relative = format!("assets/{file}");
        let props = vec![
            self.entry("sym_name", self.ctx.str_attr(&symbol)),
            self.entry("filename", self.ctx.str_attr(&relative)),
        ];
        let contents = self.ctx.elements_attr(self.ctx.constant(ty, contents));
        let op = self.module_op("tf_saved_model.asset", props, self.ctx.name_loc(node));
        // No pass reads files, so what passes may want to know is here.
        self.module.set_attrs(op, self.ctx.dict([self.entry("tfl_opt.contents", contents)]));
        self.names.assets.insert(node.into(), (symbol, relative));
        Ok(())
    }

    fn initializer(&mut self, program: &Program<'a>, table: &OpTable<'a>, diags: &mut Diagnostics) {
        let Some(plan) = &program.init else { return };
        let emitted = match Emitter::emit(self.ctx, table, &self.names, plan, &[]) {
            Ok(emitted) => emitted,
            Err(fault) => {
                diags.push(located(self.model, *fault));
                return;
            }
        };
        let symbol = self.unique(INIT_FUNCTION);
        let list = self.ctx.array_attr(&[self.ctx.symbol_attr(&symbol)]);
        let props = vec![self.entry("initializers", list)];
        self.module_op("tf_saved_model.session_initializer", props, LocId::UNKNOWN);
        let kind = self.entry("tf_saved_model.initializer_type", self.ctx.str_attr("init_op"));
        self.add_function(&symbol, emitted, Vec::new(), vec![kind], Vec::new(), Vec::new());
    }

    fn signature(&mut self, plan: &SignaturePlan<'a>, table: &OpTable<'a>) -> Result<()> {
        let signature = &plan.signature;
        let mut args = Vec::with_capacity(signature.inputs.len());
        for (port, &(node, output)) in signature.inputs.iter().zip(&plan.inputs) {
            args.push(self.argument(&plan.plan.body, port, node, output, table)?);
        }
        let emitted = Emitter::emit(self.ctx, table, &self.names, &plan.plan, &args)?;
        let index_paths = |ports: &[Port]| -> Vec<Vec<(StrId, AttrId)>> {
            let path = |port: &Port| {
                let path = self.ctx.array_attr(&[self.ctx.str_attr(&port.name)]);
                if signature.is_exported {
                    vec![self.entry("tf_saved_model.index_path", path)]
                } else {
                    Vec::new()
                }
            };
            ports.iter().map(path).collect()
        };
        let labels = |ports: &[Port]| {
            let labels: Vec<&str> = ports.iter().map(|port| port.label.as_str()).collect();
            self.ctx.str_attr(&labels.join(","))
        };
        let entry = self.ctx.dict([
            self.entry("control_outputs", self.ctx.str_attr("")),
            self.entry("inputs", labels(&signature.inputs)),
            self.entry("outputs", labels(&signature.outputs)),
        ]);
        let mut attrs = vec![self.entry("tf.entry_function", self.ctx.attr(Attr::Dict(entry)))];
        if signature.is_exported {
            let names = self.ctx.array_attr(&[self.ctx.str_attr(&signature.key)]);
            attrs.push(self.entry("tf_saved_model.exported_names", names));
        }
        let (inputs, outputs) = (index_paths(&signature.inputs), index_paths(&signature.outputs));
        self.add_function(&signature.key, emitted, args, attrs, inputs, outputs);
        Ok(())
    }

    fn argument(
        &self,
        body: &Body<'_>,
        port: &Port,
        node: usize,
        output: usize,
        table: &OpTable<'_>,
    ) -> Result<Argument> {
        let elem = body.outputs(node, table)?.iter().flat_map(|group| &group.elems).nth(output).copied();
        let said = port.dtype.and_then(|dtype| dtype.element(self.ctx));
        if let (Some(said), Some(elem)) = (said, elem)
            && said != elem
        {
            let what = format!("does not have the type that input `{}` says it has", port.name);
            return Err(body.fault("signature-mismatch", node, &what));
        }
        let elem = elem.or(said).unwrap_or(TypeId::NONE);
        let noted = || attr::list(body.node(node)?.attr.get("_output_shapes"))?.shape.get(output);
        let shape = port.shape.as_ref().filter(|shape| !shape.unknown_rank).or_else(noted);
        Ok(Argument { ty: attr::tensor_type(self.ctx, shape, elem), loc: self.ctx.name_loc(&port.label) })
    }

    fn function(&mut self, function: &FunctionPlan<'a>, table: &OpTable<'a>) -> Result<()> {
        let definition = function.function;
        let args = definition.signature.as_ref().map_or(&[][..], |signature| &signature.input_arg);
        let arguments: Result<Vec<Argument>> =
            args.iter().enumerate().map(|(i, arg)| self.function_argument(definition, i, arg)).collect();
        let arguments = arguments?;
        let emitted = Emitter::emit(self.ctx, table, &self.names, &function.plan, &arguments)?;
        let symbol = self.names.functions.get(function.name).cloned().unwrap_or_default();
        let attrs = self.function_attributes(definition, function.name)?;
        let mut props = vec![self.entry("sym_visibility", self.ctx.str_attr("private"))];
        if definition.signature.as_ref().is_some_and(|signature| signature.is_stateful) {
            props.push(self.entry("tf.signature.is_stateful", AttrId::UNIT));
        }
        let (visibility, stateful) = props.split_at(1);
        let attrs = [attrs, stateful.to_vec()].concat();
        let names = args.iter().enumerate().map(|(i, arg)| self.user_name(definition, i, arg)).collect();
        self.add_private(&symbol, emitted, arguments, attrs, names, visibility);
        Ok(())
    }

    /// What users wrote as the name of an argument. Captured variables only have numbers.
    fn user_name(&self, function: &FunctionDef, index: usize, arg: &ArgDef) -> Vec<(StrId, AttrId)> {
        if DataType(arg.r#type) == DataType::RESOURCE {
            return Vec::new();
        }
        let name = "_user_specified_name";
        let attrs = u32::try_from(index).ok().and_then(|index| function.arg_attr.get(&index));
        let value = attrs.and_then(|attrs| attr::bytes(attrs.attr.get(name)));
        let text = value.map(|bytes| self.ctx.attr(Attr::String(self.ctx.bytes(bytes))));
        text.map(|text| self.entry("tf._user_specified_name", text)).into_iter().collect()
    }

    /// The attributes of a function, such as `_implements`, in the name space of `tf`.
    fn function_attributes(&self, function: &FunctionDef, name: &str) -> Result<Vec<(StrId, AttrId)>> {
        struct NoSymbols;
        impl attr::Symbols for NoSymbols {
            fn function(&self, function: &super::proto::NameAttrList) -> std::result::Result<AttrId, String> {
                Err(format!("refers to the function `{}`", function.name))
            }
        }
        let mut attrs = Vec::new();
        for (key, value) in function.attr.iter().filter(|(key, _)| !attr::is_noise(key)) {
            let converted = attr::convert(self.ctx, value, &NoSymbols).map_err(|what| {
                let message = format!("function `{name}` has an attribute `{key}` that {what}");
                Box::new(Diagnostic::error("bad-attribute", message))
            })?;
            attrs.extend(converted.map(|attr| self.entry(&format!("tf.{key}"), attr)));
        }
        Ok(attrs)
    }

    fn function_argument(&self, function: &FunctionDef, index: usize, arg: &ArgDef) -> Result<Argument> {
        let dtype = DataType(arg.r#type);
        let is_plain =
            arg.type_attr.is_empty() && arg.number_attr.is_empty() && arg.type_list_attr.is_empty();
        let elem = dtype.element(self.ctx).filter(|_| is_plain).ok_or_else(|| {
            let name = function.signature.as_ref().map_or("", |signature| &signature.name);
            let message = format!("argument `{}` of function `{name}` has no fixed type", arg.name);
            Box::new(Diagnostic::error("generic-function", message))
        })?;
        let own = u32::try_from(index).ok().and_then(|index| function.arg_attr.get(&index));
        let own = own.and_then(|own| attr::list(own.attr.get("_output_shapes"))?.shape.first());
        let all = || attr::list(function.attr.get("_input_shapes"))?.shape.get(index);
        let elem = match arg.handle_data.first() {
            Some(data) if dtype == DataType::RESOURCE => {
                self.resource(data.dtype, data.shape.as_ref()).unwrap_or(elem)
            }
            _ => elem,
        };
        let ty = attr::tensor_type(self.ctx, own.or_else(all), elem);
        Ok(Argument { ty, loc: self.ctx.name_loc(&arg.name) })
    }

    fn resource(&self, dtype: i32, shape: Option<&TensorShapeProto>) -> Option<TypeId> {
        let elem = DataType(dtype).element(self.ctx)?;
        Some(attr::resource_of(self.ctx, attr::tensor_type(self.ctx, shape, elem)))
    }

    fn add_function(
        &mut self,
        symbol: &str,
        emitted: Emitted,
        args: Vec<Argument>,
        attrs: Vec<(StrId, AttrId)>,
        arg_attrs: Vec<Vec<(StrId, AttrId)>>,
        result_attrs: Vec<Vec<(StrId, AttrId)>>,
    ) {
        let mut extra = Vec::new();
        if let Some(list) = self.dict_list(result_attrs) {
            extra.push(self.entry("res_attrs", list));
        }
        self.add_private(symbol, emitted, args, attrs, arg_attrs, &extra);
    }

    /// An array of dictionaries, unless all are empty.
    fn dict_list(&self, dicts: Vec<Vec<(StrId, AttrId)>>) -> Option<AttrId> {
        let is_said = dicts.iter().any(|dict| !dict.is_empty());
        let list: Vec<AttrId> =
            dicts.into_iter().map(|dict| self.ctx.attr(Attr::Dict(self.ctx.dict(dict)))).collect();
        is_said.then(|| self.ctx.array_attr(&list))
    }

    /// Adds a `func.func`; `extra` are further inherent attributes.
    fn add_private(
        &mut self,
        symbol: &str,
        emitted: Emitted,
        args: Vec<Argument>,
        attrs: Vec<(StrId, AttrId)>,
        arg_attrs: Vec<Vec<(StrId, AttrId)>>,
        extra: &[(StrId, AttrId)],
    ) {
        let inputs = args.iter().map(|arg| arg.ty).collect();
        let ty = self.ctx.ty(Type::Function { inputs, results: emitted.results.into() });
        let mut props = vec![
            self.entry("sym_name", self.ctx.str_attr(symbol)),
            self.entry("function_type", self.ctx.type_attr(ty)),
        ];
        props.extend(self.dict_list(arg_attrs).map(|list| self.entry("arg_attrs", list)));
        props.extend_from_slice(extra);
        let mut state = OpState::new(self.ctx.op_name("func.func"), self.ctx.name_loc(symbol));
        state.props = self.ctx.dict(props);
        state.attrs = self.ctx.dict(attrs);
        let op = self.module.append_op(self.block, state);
        self.module.set_inner(op, emitted.graph);
    }
}
