//! Reading subgraphs: a function each.

use core_ir::graph::OpState;
use core_ir::{
    Attr, AttrId, Block, Context, Diagnostic, DictId, Graph, Loc, LocId, StrId, Type, TypeId, Value,
};
use rustc_hash::{FxHashMap, FxHashSet};

use super::access::Table;
use super::constants::{IS_VARIABLE, STATS};
use super::read::{Piece, Reader, lossy};
use super::read_signatures::{Signature, index_paths, names_of};
use super::schema::sub_graph;
use super::signatures::EXPORTED_NAMES;
use super::tensors::Tensor;
use super::{SUBGRAPH_NAME, operators};

/// What the callers of a subgraph see of it.
pub(super) struct Interface {
    pub(super) inputs: Vec<TypeId>,
    pub(super) outputs: Vec<TypeId>,
}

/// A subgraph with its tensors.
struct SubGraph<'f> {
    table: Table<'f>,
    name: Vec<u8>,
    tensors: Vec<Tensor>,
    inputs: Vec<i32>,
    outputs: Vec<i32>,
}

/// Makes a module of the subgraphs.
pub(super) fn read_functions(
    reader: &mut Reader<'_, '_>,
    tables: &[Table<'_>],
    signatures: &[Signature],
) -> Piece<Graph> {
    let mut subgraphs = Vec::with_capacity(tables.len());
    for &table in tables {
        subgraphs.push(reader.read_subgraph(table)?);
    }
    reader.functions = function_names(reader.ctx, &subgraphs, signatures);
    let interfaces: Vec<Interface> = subgraphs.iter().map(SubGraph::interface).collect();
    let (mut module, block) = Graph::with_block();
    // Carrying on after a fault finds the others.
    let mut faulty = None;
    let mut functions = Vec::with_capacity(subgraphs.len());
    for (number, subgraph) in subgraphs.iter().enumerate() {
        match reader.read_body(subgraph, &interfaces) {
            Ok(body) => {
                let state = reader.function(number, subgraph, &interfaces[number], signatures);
                let op = module.append_op(block, state);
                module.set_inner(op, body);
                functions.push((number, op));
            }
            Err(fault) => faulty = Some(fault),
        }
    }
    // What operators refer to is nobody else's business; a subgraph that nothing refers to is there for its own sake.
    for (number, op) in functions {
        let is_entry = number == 0 || signatures.iter().any(|signature| signature.subgraph == number);
        if !is_entry && reader.referenced.contains(&number) {
            let props =
                reader.ctx.dict_with(module.props(op), "sym_visibility", reader.ctx.str_attr("private"));
            module.set_props(op, props);
        }
    }
    match faulty {
        Some(fault) => Err(fault),
        None => Ok(module),
    }
}

/// The names of the functions: `main` for the first subgraph unless signatures name several, otherwise the subgraphs'
/// own as far as there are any.
fn function_names(ctx: &Context, subgraphs: &[SubGraph<'_>], signatures: &[Signature]) -> Vec<StrId> {
    let signed: FxHashSet<usize> = signatures.iter().map(|signature| signature.subgraph).collect();
    let mut names: Vec<StrId> = Vec::with_capacity(subgraphs.len());
    let mut taken: FxHashSet<Vec<u8>> = FxHashSet::default();
    for (number, subgraph) in subgraphs.iter().enumerate() {
        let wanted = match subgraph.name.as_slice() {
            _ if number == 0 && signed.len() <= 1 => b"main".to_vec(),
            b"" => format!("fn_{number}").into_bytes(),
            name => name.to_vec(),
        };
        let numbered = (1u32..).map(|n| [&wanted, format!("_{n}").as_bytes()].concat());
        let name = std::iter::once(wanted.clone()).chain(numbered).find(|name| !taken.contains(name));
        let name = name.unwrap_or(wanted);
        names.push(ctx.bytes(&name));
        taken.insert(name);
    }
    names
}

impl SubGraph<'_> {
    fn interface(&self) -> Interface {
        let ty = |&tensor: &i32| match usize::try_from(tensor) {
            Ok(tensor) => self.tensors[tensor].ty,
            Err(_) => TypeId::NONE,
        };
        Interface {
            inputs: self.inputs.iter().map(ty).collect(),
            outputs: self.outputs.iter().map(ty).collect(),
        }
    }
}

impl<'a> Reader<'a, '_> {
    fn read_subgraph<'f>(&mut self, table: Table<'f>) -> Piece<SubGraph<'f>> {
        self.check_fields(table, "SubGraph", sub_graph::DEBUG_METADATA_INDEX);
        let tables = self.whole(table.tables(sub_graph::TENSORS), "tensors")?;
        let mut tensors = Vec::with_capacity(tables.len());
        for tensor in tables {
            tensors.push(self.read_tensor(tensor)?);
        }
        let inputs = self.whole(table.i32s(sub_graph::INPUTS), "subgraphs")?;
        let outputs = self.whole(table.i32s(sub_graph::OUTPUTS), "subgraphs")?;
        let name = self.whole(table.byte_vector(sub_graph::NAME), "subgraphs")?.unwrap_or_default();
        if inputs.iter().chain(&outputs).any(|&tensor| tensor < -1 || tensor >= tensors.len() as i32) {
            let text = format!("subgraph `{}` has an input or output tensor that is missing", lossy(name));
            return self.error("tflite-broken", text, Some(table));
        }
        Ok(SubGraph { table, name: name.to_vec(), tensors, inputs, outputs })
    }

    fn read_body(&mut self, subgraph: &SubGraph<'_>, interfaces: &[Interface]) -> Piece<Graph> {
        let ctx = self.ctx;
        let (graph, block) = Graph::with_block();
        let mut body = Body {
            graph,
            block,
            tensors: &subgraph.tensors,
            values: FxHashMap::default(),
            inner: FxHashSet::default(),
            no_value: None,
        };
        for &input in &subgraph.inputs {
            let Ok(number) = usize::try_from(input) else {
                body.graph.add_block_arg(block, TypeId::NONE, LocId::UNKNOWN);
                continue;
            };
            let tensor = &subgraph.tensors[number];
            self.expect_no_data(tensor);
            let value = body.graph.add_block_arg(block, tensor.ty, tensor_loc(ctx, tensor));
            let value = body.with_range(ctx, number, value);
            if body.values.insert(input, value).is_some() {
                let text =
                    format!("subgraph `{}` has tensor {input} twice as an input", lossy(&subgraph.name));
                return self.error("tflite-broken", text, Some(subgraph.table));
            }
        }
        let tables = self.whole(subgraph.table.tables(sub_graph::OPERATORS), "operators")?;
        for table in tables {
            operators::read_operator(self, &mut body, table, interfaces)?;
        }
        let mut results = Vec::with_capacity(subgraph.outputs.len());
        for &output in &subgraph.outputs {
            results.push(body.value(self, output)?);
        }
        body.graph
            .append_op(block, OpState::new(ctx.op_name("func.return"), LocId::UNKNOWN).operands(results));
        self.tell_unused(subgraph, &body);
        Ok(body.graph)
    }

    fn tell_unused(&mut self, subgraph: &SubGraph<'_>, body: &Body<'_>) {
        let is_unused = |tensor: &i32| !body.values.contains_key(tensor) && !body.inner.contains(tensor);
        let unused = (0..subgraph.tensors.len() as i32).filter(is_unused).count();
        if unused > 0 {
            let text = format!(
                "{unused} tensor(s) of subgraph `{}` are not used by it and were dropped",
                lossy(&subgraph.name)
            );
            self.diags.push(Diagnostic::remark("tflite-unused-tensor", text).in_file(&self.path));
        }
    }

    /// The operation of a function.
    fn function(
        &mut self,
        number: usize,
        subgraph: &SubGraph<'_>,
        interface: &Interface,
        signatures: &[Signature],
    ) -> OpState {
        let ctx = self.ctx;
        let name = self.functions[number];
        let ty = ctx.ty(Type::Function {
            inputs: interface.inputs.as_slice().into(),
            results: interface.outputs.as_slice().into(),
        });
        let mut props = vec![
            (ctx.str("sym_name"), ctx.attr(Attr::String(name))),
            (ctx.str("function_type"), ctx.type_attr(ty)),
        ];
        let mut attrs: Vec<(StrId, AttrId)> = Vec::new();
        let mine: Vec<&Signature> =
            signatures.iter().filter(|signature| signature.subgraph == number).collect();
        if number == 0 || !mine.is_empty() {
            let entry = entry_function(ctx, subgraph);
            if entry != DictId::EMPTY {
                attrs.push((ctx.str("tf.entry_function"), ctx.attr(Attr::Dict(entry))));
            }
        }
        self.sign(subgraph, &mine, &mut props, &mut attrs);
        if ctx.str_bytes(name) != subgraph.name {
            attrs.push((ctx.str(SUBGRAPH_NAME), ctx.attr(Attr::String(ctx.bytes(&subgraph.name)))));
        }
        let loc = Loc::Name { name, child: LocId::UNKNOWN };
        let mut state = OpState::new(ctx.op_name("func.func"), ctx.loc(loc)).props(ctx.dict(props));
        state.attrs = ctx.dict(attrs);
        state
    }

    /// Gives a function the attributes for its signatures.
    fn sign(
        &mut self,
        subgraph: &SubGraph<'_>,
        signatures: &[&Signature],
        props: &mut Vec<(StrId, AttrId)>,
        attrs: &mut Vec<(StrId, AttrId)>,
    ) {
        let ctx = self.ctx;
        let mut paths: Option<(AttrId, AttrId)> = None;
        let mut keys = Vec::new();
        for signature in signatures {
            let inputs = names_of(&subgraph.inputs, &signature.inputs);
            let outputs = names_of(&subgraph.outputs, &signature.outputs);
            let (Some(inputs), Some(outputs)) = (inputs, outputs) else {
                let text = format!(
                    "signature `{}` names tensors that are not inputs and outputs of its subgraph, and was dropped",
                    lossy(&signature.key)
                );
                self.warn_once("tflite-signature", text);
                continue;
            };
            let mine = (index_paths(ctx, &inputs), index_paths(ctx, &outputs));
            if *paths.get_or_insert(mine) != mine {
                let text = format!(
                    "signature `{}` has other names than another one of its subgraph, and was dropped",
                    lossy(&signature.key)
                );
                self.warn_once("tflite-signature", text);
                continue;
            }
            keys.push(ctx.attr(Attr::String(ctx.bytes(&signature.key))));
        }
        if let Some((inputs, outputs)) = paths {
            props.push((ctx.str("arg_attrs"), inputs));
            props.push((ctx.str("res_attrs"), outputs));
            attrs.push((ctx.str(EXPORTED_NAMES), ctx.array_attr(&keys)));
        }
    }
}

/// `{inputs = "a,b", outputs = "c"}`, without a list that has a name with a comma or none at all.
fn entry_function(ctx: &Context, subgraph: &SubGraph<'_>) -> DictId {
    let mut entries = Vec::new();
    for (key, list) in [("inputs", &subgraph.inputs), ("outputs", &subgraph.outputs)] {
        let name = |&tensor: &i32| usize::try_from(tensor).map_or(&[][..], |i| &subgraph.tensors[i].name[..]);
        let names: Vec<&[u8]> = list.iter().map(name).collect();
        if names.iter().all(|name| !name.is_empty() && !name.contains(&b',') && name.trim_ascii() == *name) {
            entries.push((ctx.str(key), ctx.attr(Attr::String(ctx.bytes(&names.join(&b','))))));
        }
    }
    ctx.dict(entries)
}

/// `loc("name")`
pub(super) fn tensor_loc(ctx: &Context, tensor: &Tensor) -> LocId {
    match tensor.name.as_slice() {
        b"" => LocId::UNKNOWN,
        name => ctx.loc(Loc::Name { name: ctx.bytes(name), child: LocId::UNKNOWN }),
    }
}

/// The body of a function that is being made.
pub(super) struct Body<'s> {
    pub(super) graph: Graph,
    pub(super) block: Block,
    pub(super) tensors: &'s [Tensor],
    /// The values of tensors that are inputs, results so far, or constants that were used.
    pub(super) values: FxHashMap<i32, Value>,
    /// Tensors that are inside an operation.
    pub(super) inner: FxHashSet<i32>,
    no_value: Option<Value>,
}

impl Body<'_> {
    /// The value of tensor `number`, a constant if nothing has made it so far. `none` for -1.
    pub(super) fn value(&mut self, reader: &mut Reader<'_, '_>, number: i32) -> Piece<Value> {
        if let Some(&value) = self.values.get(&number) {
            return Ok(value);
        }
        if number == -1 {
            return Ok(self.no_value(reader.ctx));
        }
        let tensors = self.tensors;
        let Some(tensor) = usize::try_from(number).ok().and_then(|i| tensors.get(i)) else {
            return reader.error(
                "tflite-broken",
                format!("an operator refers to tensor {number}, which is missing"),
                None,
            );
        };
        let value = self.constant(reader, tensor)?;
        let value = self.with_range(reader.ctx, number as usize, value);
        self.values.insert(number, value);
        Ok(value)
    }

    /// An operand that is absent.
    pub(super) fn no_value(&mut self, ctx: &Context) -> Value {
        if let Some(value) = self.no_value {
            return value;
        }
        let props = ctx.dict([(ctx.str("value"), AttrId::UNIT)]);
        let state =
            OpState::new(ctx.op_name("tfl.no_value"), LocId::UNKNOWN).props(props).results([TypeId::NONE]);
        let value = self.append1(state);
        self.no_value = Some(value);
        value
    }

    /// Adds an operation with one result.
    pub(super) fn append1(&mut self, state: OpState) -> Value {
        let op = self.graph.append_op(self.block, state);
        self.graph.results(op)[0]
    }

    fn constant(&mut self, reader: &mut Reader<'_, '_>, tensor: &Tensor) -> Piece<Value> {
        let ctx = reader.ctx;
        let has_data = reader.buffers.get(tensor.buffer).is_some_and(|range| !range.is_empty());
        let is_empty = ctx.element_count(tensor.stored) == Some(0);
        if !has_data && !tensor.is_variable && !is_empty {
            let text = format!("tensor `{}` is used before an operator makes it", lossy(&tensor.name));
            return reader.error("tflite-order", text, None);
        }
        let elements = |id| ctx.attr(Attr::Elements(id));
        let mut props = Vec::new();
        let mut attrs = DictId::EMPTY;
        if let Some(sparsity) = tensor.sparsity.as_ref().filter(|_| has_data) {
            props.push((ctx.str("value"), elements(reader.zeros(tensor)?)));
            props.push((ctx.str("s_param"), sparsity.to_attr(ctx)));
            props.push((ctx.str("compressed_data"), reader.stored_elements(tensor)?));
        } else if tensor.is_variable {
            props.push((ctx.str("value"), elements(reader.zeros(tensor)?)));
            // The number keeps two variables of one shape apart, as they are not equal though their first values are.
            attrs = ctx.dict([(ctx.str(IS_VARIABLE), ctx.i32_attr(reader.variables))]);
            reader.variables += 1;
        } else {
            props.push((ctx.str("value"), elements(reader.read_constant(tensor, tensor.stored)?)));
        }
        let is_sparse = props.len() == 3;
        let is_quantized = tensor.is_quantized(ctx);
        let name = match (is_sparse, is_quantized) {
            (false, false) => "tfl.pseudo_const",
            (false, true) => "tfl.pseudo_qconst",
            (true, false) => "tfl.pseudo_sparse_const",
            (true, true) => "tfl.pseudo_sparse_qconst",
        };
        // A constant has the shape of its elements, whatever the signature says.
        let fixed: Vec<core_ir::Dim> = ctx.shape(tensor.stored).unwrap_or_default().to_vec();
        let ty = ctx.tensor(&fixed, ctx.elem_type(tensor.ty));
        if is_quantized {
            props.push((ctx.str("qtype"), ctx.type_attr(ty)));
        }
        let mut state =
            OpState::new(ctx.op_name(name), tensor_loc(ctx, tensor)).props(ctx.dict(props)).results([ty]);
        state.attrs = attrs;
        Ok(self.append1(state))
    }

    /// `value`, behind an operation that notes the range of tensor `number` where the file says one.
    pub(super) fn with_range(&mut self, ctx: &Context, number: usize, value: Value) -> Value {
        let Some(range) = &self.tensors[number].range else { return value };
        let pairs: Vec<u8> = range
            .min
            .iter()
            .zip(&range.max)
            .flat_map(|(a, b)| [a.to_le_bytes(), b.to_le_bytes()].concat())
            .collect();
        let stats = |shape: &[i64], bytes: &[u8]| {
            ctx.elements_attr(ctx.const_from_bytes(ctx.fixed_tensor(shape, TypeId::F32), bytes))
        };
        let mut props = vec![(ctx.str("layerStats"), stats(&[2], &pairs[..8]))];
        if range.min.len() > 1 {
            props.push((ctx.str("axisStats"), stats(&[range.min.len() as i64, 2], &pairs)));
            props.push((ctx.str("axis"), ctx.i64_attr(range.quantized_dimension.into())));
        }
        let ty = self.graph.value_type(value);
        let state = OpState::new(ctx.op_name(STATS), LocId::UNKNOWN);
        self.append1(state.props(ctx.dict(props)).operands([value]).results([ty]))
    }
}
