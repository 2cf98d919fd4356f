//! Reading operators: an operation each.

use core_ir::graph::OpState;
use core_ir::spec::{OpSpec, Scalar, SlotSource};
use core_ir::{Attr, AttrId, Context, Loc, LocId, Op, OpName, StrId, TypeId, Value};

use super::access::Table;
use super::function::{Body, Interface, tensor_loc};
use super::options;
use super::read::{Piece, Reader, builtin_text, operation};
use super::schema::{BUILTIN_CUSTOM, INTERMEDIATES, REGION_OPTIONS, operator};
use super::{OPERATOR_VERSION, subgraph};

/// Fields of options tables that say again what operands say, or nothing: the table and the field.
const IGNORED_OPTIONS: &[(&str, u16)] = &[("ReshapeOptions", 0)];

/// An `Operator` while it is read.
struct Operator<'f> {
    table: Table<'f>,
    code: usize,
    inputs: Vec<i32>,
    outputs: Vec<i32>,
    intermediates: Vec<i32>,
    /// The tag and the table of `BuiltinOptions`, then of `BuiltinOptions2`.
    options: [(u8, Option<Table<'f>>); 2],
}

/// Adds the operation of an operator to a body.
pub(super) fn read_operator(
    reader: &mut Reader<'_, '_>,
    body: &mut Body<'_>,
    table: Table<'_>,
    interfaces: &[Interface],
) -> Piece<()> {
    let operator = reader.read_operator_table(table)?;
    let ctx = reader.ctx;
    let code = &reader.codes[operator.code];
    let row = match code.builtin {
        BUILTIN_CUSTOM => None,
        _ => match operation(ctx, code, operator.options[0].1) {
            Some(name) => Some(name),
            None => {
                let text = format!("{} is unknown", builtin_text(code));
                return reader.error("unknown-tflite-op", text, Some(table));
            }
        },
    };
    let mut operands = Vec::with_capacity(operator.inputs.len());
    for &input in &operator.inputs {
        operands.push(body.value(reader, input)?);
    }
    let mut results: Vec<TypeId> = Vec::with_capacity(operator.outputs.len());
    for &output in &operator.outputs {
        let tensor = usize::try_from(output).ok().and_then(|i| body.tensors.get(i));
        match tensor {
            Some(tensor) => {
                reader.expect_no_data(tensor);
                results.push(tensor.ty);
            }
            None => {
                let text = format!("an operator makes tensor {output}, which is missing");
                return reader.error("tflite-broken", text, Some(table));
            }
        }
    }
    let state = match row {
        None => reader.custom_state(&operator)?,
        Some(name) => reader.builtin_state(body, &operator, name, &mut operands, &results)?,
    };
    let mut state = state.operands(operands).results(results);
    state.loc = operator_loc(ctx, body, &operator.outputs);
    let op = body.graph.create_op(state);
    if let Some(name) = row {
        reader.add_regions(body, &operator, name, op, interfaces)?;
    }
    body.graph.append(body.block, op);
    for (i, &output) in operator.outputs.iter().enumerate() {
        let value = body.graph.results(op)[i];
        let value = body.with_range(ctx, output as usize, value);
        // Operators run in the order of the file, so that what is made again hides what was there.
        if body.values.insert(output, value).is_some() {
            let text = "a tensor that is made twice was split in two, of which one has another name".into();
            reader.warn_once("tflite-shared-tensor", text);
        }
    }
    let version = reader.codes[operator.code].version;
    if version > subgraph::needed_version(ctx, &body.graph, op) {
        let attrs = ctx.dict_with(body.graph.attrs(op), OPERATOR_VERSION, ctx.i32_attr(version));
        body.graph.set_attrs(op, attrs);
    }
    Ok(())
}

/// The names of the results: one name, or one for each.
fn operator_loc(ctx: &Context, body: &Body<'_>, outputs: &[i32]) -> LocId {
    let locs: Vec<LocId> =
        outputs.iter().map(|&output| tensor_loc(ctx, &body.tensors[output as usize])).collect();
    match locs.as_slice() {
        [] => LocId::UNKNOWN,
        [one] => *one,
        _ => ctx.loc(Loc::Fused { locs: locs.into(), metadata: None }),
    }
}

impl Reader<'_, '_> {
    fn read_operator_table<'f>(&mut self, table: Table<'f>) -> Piece<Operator<'f>> {
        const WHAT: &str = "operators";
        self.check_fields(table, "Operator", operator::DEBUG_METADATA_INDEX);
        let code = self.whole(table.int(operator::OPCODE_INDEX, Scalar::U32, 0), WHAT)? as usize;
        if code >= self.codes.len() {
            let text = format!("an operator refers to operator code {code}, which is missing");
            return self.error("tflite-broken", text, Some(table));
        }
        let mutating = self.whole(table.ints(operator::MUTATING_VARIABLE_INPUTS, Scalar::Bool), WHAT)?;
        if mutating.contains(&1) {
            let text =
                "the list of variables that operators change was dropped; the operations say it".into();
            self.warn_once("tflite-mutating-inputs", text);
        }
        if self.whole(table.int(operator::CUSTOM_OPTIONS_FORMAT, Scalar::I8, 0), WHAT)? != 0 {
            self.warn_once("tflite-custom-options", "an unknown format of custom options was dropped".into());
        }
        let first = self.whole(table.int(operator::BUILTIN_OPTIONS_TYPE, Scalar::U8, 0), WHAT)? as u8;
        let second = self.whole(table.int(operator::BUILTIN_OPTIONS_2_TYPE, Scalar::U8, 0), WHAT)? as u8;
        Ok(Operator {
            table,
            code,
            inputs: self.whole(table.i32s(operator::INPUTS), WHAT)?,
            outputs: self.whole(table.i32s(operator::OUTPUTS), WHAT)?,
            intermediates: self.whole(table.i32s(operator::INTERMEDIATES), WHAT)?,
            options: [
                (first, self.whole(table.table(operator::BUILTIN_OPTIONS), WHAT)?),
                (second, self.whole(table.table(operator::BUILTIN_OPTIONS_2), WHAT)?),
            ],
        })
    }

    fn custom_state(&mut self, operator: &Operator<'_>) -> Piece<OpState> {
        let ctx = self.ctx;
        let table = operator.table;
        let offset = self.whole(table.u64(operator::LARGE_CUSTOM_OPTIONS_OFFSET), "operators")?;
        let size = self.whole(table.u64(operator::LARGE_CUSTOM_OPTIONS_SIZE), "operators")?;
        let holder = std::sync::Arc::clone(&self.holder);
        let file: &[u8] = (*holder).as_ref();
        let bytes = if offset > 1 {
            let end = offset.checked_add(size).and_then(|end| usize::try_from(end).ok());
            self.whole(end.and_then(|end| file.get(offset as usize..end)), "custom options")?
        } else {
            self.whole(table.byte_vector(operator::CUSTOM_OPTIONS), "custom options")?.unwrap_or_default()
        };
        let code = &self.codes[operator.code];
        let Some(custom) = &code.custom else {
            return self.error("tflite-broken", "a custom operator has no code".into(), Some(table));
        };
        let props = ctx.dict([
            (ctx.str("custom_code"), ctx.attr(Attr::String(ctx.bytes(custom)))),
            (ctx.str("custom_option"), options::bytes_attr(ctx, bytes)),
        ]);
        Ok(OpState::new(ctx.op_name("tfl.custom"), LocId::UNKNOWN).props(props))
    }

    fn builtin_state(
        &mut self,
        body: &mut Body<'_>,
        operator: &Operator<'_>,
        name: OpName,
        operands: &mut Vec<Value>,
        results: &[TypeId],
    ) -> Piece<OpState> {
        let ctx = self.ctx;
        let Some(spec) = ctx.op_spec(name) else {
            return self.error("unknown-tflite-op", "an operation has no row".into(), Some(operator.table));
        };
        let table = self.options_table(operator, spec)?;
        let (functions, referenced) = (&self.functions, std::cell::RefCell::new(&mut self.referenced));
        let function = |n: i64| {
            let n = usize::try_from(n).ok()?;
            let name = *functions.get(n)?;
            referenced.borrow_mut().insert(n);
            Some(name)
        };
        let decoded = match options::decode(ctx, spec, table, &function) {
            Ok(decoded) => decoded,
            Err(text) => {
                let text = format!("`{}`: {text}", spec.name);
                return self.error("tflite-options", text, Some(operator.table));
            }
        };
        let options_name =
            spec.tflite.as_ref().and_then(|row| row.options).map_or("", |options| options.table);
        let lost = decoded.unknown.iter().find(|&&id| !IGNORED_OPTIONS.contains(&(options_name, id)));
        if let Some(id) = lost {
            let text = format!("field {id} of `{options_name}` is unknown");
            return self.error("tflite-options", text, Some(operator.table));
        }
        let mut attrs = decoded.attrs;
        if let Some((name, ty)) = spec.attr("qtype").map(|attr| &attr.1.name).zip(results.first()) {
            attrs.push((ctx.str(name), ctx.type_attr(*ty)));
        }
        self.intermediates(body, operator, spec, &mut attrs)?;
        if options_name == "ReshapeOptions" && operands.len() == 1 {
            let shape = self.whole(table.and_then(|table| table.i32s(0)), "reshape options")?;
            let id = ctx.const_i32s(&shape);
            let props = ctx.dict([(ctx.str("value"), ctx.elements_attr(id))]);
            let state = OpState::new(ctx.op_name("tfl.pseudo_const"), LocId::UNKNOWN).props(props);
            operands.push(body.append1(state.results([ctx.const_type(id)])));
        }
        Ok(OpState::new(name, LocId::UNKNOWN).props(ctx.dict(attrs)))
    }

    /// The options table of an operator, which must be of the kind that the row says, or empty.
    fn options_table<'f>(&mut self, operator: &Operator<'f>, spec: &OpSpec) -> Piece<Option<Table<'f>>> {
        let row = spec.tflite.as_ref().and_then(|row| row.options);
        let mut chosen = None;
        for (i, &(tag, table)) in operator.options.iter().enumerate() {
            let fits = row.is_some_and(|row| row.second == (i == 1) && row.tag == tag);
            if fits {
                chosen = table;
            } else if let Some(other) = table.filter(|table| table.present().next().is_some()) {
                let text = format!("`{}` has options of another operation (number {tag})", spec.name);
                return self.error("tflite-options", text, Some(other));
            }
        }
        Ok(chosen)
    }

    /// The types of the tensors inside a recurrent operation.
    fn intermediates(
        &mut self,
        body: &mut Body<'_>,
        operator: &Operator<'_>,
        spec: &OpSpec,
        attrs: &mut Vec<(StrId, AttrId)>,
    ) -> Piece<()> {
        let ctx = self.ctx;
        if operator.intermediates.is_empty() {
            return Ok(());
        }
        let has_names = INTERMEDIATES.iter().all(|name| spec.attr(name).is_some());
        if !has_names || operator.intermediates.len() > INTERMEDIATES.len() {
            let text = format!("`{}` has inner tensors, which it should not have", spec.name);
            return self.error("tflite-options", text, Some(operator.table));
        }
        for (&number, name) in operator.intermediates.iter().zip(INTERMEDIATES) {
            match usize::try_from(number).ok().and_then(|i| body.tensors.get(i)) {
                Some(tensor) => {
                    attrs.push((ctx.str(name), ctx.type_attr(tensor.ty)));
                    body.inner.insert(number);
                    if tensor.range.is_some() {
                        let text = "the ranges of tensors inside recurrent operators were dropped".into();
                        self.warn_once("tflite-quantization", text);
                    }
                }
                None => {
                    let text = format!("`{}` has inner tensor {number}, which is missing", spec.name);
                    return self.error("tflite-broken", text, Some(operator.table));
                }
            }
        }
        Ok(())
    }

    /// Gives `tfl.while` and `tfl.if` regions that call the functions of their subgraphs.
    fn add_regions(
        &mut self,
        body: &mut Body<'_>,
        operator: &Operator<'_>,
        name: OpName,
        op: Op,
        interfaces: &[Interface],
    ) -> Piece<()> {
        let ctx = self.ctx;
        let Some(spec) = ctx.op_spec(name) else { return Ok(()) };
        let mut slots: Vec<(u8, u16)> = Vec::new();
        for slot in spec.attrs.iter().filter_map(|attr| attr.slot) {
            if let SlotSource::Region(i) = slot.source {
                slots.push((i, slot.id));
            }
        }
        slots.sort_unstable();
        if slots.is_empty() {
            // `tfl.lstm` has a region that nothing is in.
            for _ in 0..spec.regions.unwrap_or(0) {
                body.graph.add_region(op);
            }
            return Ok(());
        }
        let table = self.options_table(operator, spec)?;
        let options_name =
            spec.tflite.as_ref().and_then(|row| row.options).map_or("", |options| options.table);
        let is_loop = REGION_OPTIONS.iter().any(|row| row.0 == options_name && row.1);
        for (_, id) in slots {
            let number = table.map_or(Some(0), |table| table.int(id, Scalar::I32, 0));
            let number = self.whole(number, "options")?;
            let interface = usize::try_from(number).ok().and_then(|n| interfaces.get(n));
            let Some(interface) = interface else {
                let text = format!("`{}` refers to subgraph {number}, which is missing", spec.name);
                return self.error("tflite-broken", text, Some(operator.table));
            };
            self.referenced.insert(number as usize);
            let region = body.graph.add_region(op);
            let block = body.graph.add_block(region);
            let operands: Vec<Value> = if is_loop {
                interface
                    .inputs
                    .iter()
                    .map(|&ty| body.graph.add_block_arg(block, ty, LocId::UNKNOWN))
                    .collect()
            } else {
                // The first operand is the condition, and not one of what the functions take.
                body.graph.operands(op).skip(1).collect()
            };
            let callee = ctx.attr(Attr::Symbol(Box::new([self.functions[number as usize]])));
            let call = OpState::new(ctx.op_name("func.call"), LocId::UNKNOWN)
                .props(ctx.dict([(ctx.str("callee"), callee)]))
                .operands(operands)
                .results(interface.outputs.as_slice());
            let call = body.graph.append_op(block, call);
            let results = body.graph.results(call).to_vec();
            body.graph
                .append_op(block, OpState::new(ctx.op_name("tfl.yield"), LocId::UNKNOWN).operands(results));
        }
        if !is_loop {
            let condition: Vec<Value> = body.graph.operands(op).take(1).collect();
            body.graph.set_operands(op, &condition);
        }
        Ok(())
    }
}
