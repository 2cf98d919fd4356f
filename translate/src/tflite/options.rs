//! One interpreter for the options of every builtin: attributes to fields of an options table and back, over the
//! slots of the op's row.

use std::borrow::Cow;

use core_ir::spec::{AttrKind, AttrSpec, EnumSpec, OpSpec, Presence, Scalar, Slot, SlotSource};
use core_ir::{Attr, AttrId, Context, DictId, StrId, Type, TypeId};

use super::access::Table;
use super::elements;
use super::table::{FieldValue, Fields, fits};

/// What fields of options tables hold besides attributes.
pub(super) struct Surroundings<'a> {
    /// The subgraph of a function, by the function's name.
    pub(super) function: &'a dyn Fn(&[u8]) -> Option<u32>,
    /// The subgraph of a region, by the region's index.
    pub(super) region: &'a dyn Fn(u8) -> Option<u32>,
    /// The type of the first operand of an operand row.
    pub(super) operand: &'a dyn Fn(u8) -> TypeId,
    /// The type of the first result of a result row.
    pub(super) result: &'a dyn Fn(u8) -> TypeId,
}

/// The fields of an options table.
pub(super) struct Encoded {
    /// All but those that hold the format's default.
    pub(super) fields: Fields,
    /// Whether some say what operands, results and their types do not.
    pub(super) matter: bool,
}

/// The fields of the options table of an operation with attributes `props`. `Err` is a clause about an attribute.
pub(super) fn encode(
    ctx: &Context,
    spec: &OpSpec,
    props: DictId,
    around: &Surroundings<'_>,
) -> Result<Encoded, String> {
    let mut fields = Fields::new();
    let mut matter = false;
    for row in spec.attrs.iter() {
        let Some(slot) = row.slot else { continue };
        if let Some(n) = surrounding(ctx, slot.source, around)? {
            let value = FieldValue::Int(n);
            if !is_default(&value, slot) {
                matter |= matches!(slot.source, SlotSource::Region(_));
                fields.push((slot.id, slot.scalar, value));
            }
            continue;
        }
        let Some(attr) = ctx.dict_get(props, &row.name).or_else(|| ctx.default_attr(spec, &row.name)) else {
            match row.presence {
                Presence::Required => return Err(format!("lacks attribute `{}`", row.name)),
                _ => continue,
            }
        };
        let value = encode_value(ctx, row, slot, attr, around)
            .ok_or_else(|| format!("has an attribute `{}` that its options cannot hold", row.name))?;
        let ints: &[i64] = match &value {
            FieldValue::Int(n) => std::slice::from_ref(n),
            FieldValue::Ints(list) => list,
            _ => &[],
        };
        if let Some(n) = ints.iter().find(|&&n| !fits(slot.scalar, n)) {
            return Err(format!("has {n} in attribute `{}`, which does not fit the field's type", row.name));
        }
        if !is_default(&value, slot) {
            matter = true;
            fields.push((slot.id, slot.scalar, value));
        }
    }
    Ok(Encoded { fields, matter })
}

/// The number of a field that does not come from an attribute, `None` for one that does.
fn surrounding(ctx: &Context, source: SlotSource, around: &Surroundings<'_>) -> Result<Option<i64>, String> {
    let elem = |ty: TypeId| match elements::tensor_type(ctx, ctx.elem_type(ty)) {
        Some(number) => Ok(Some(number.into())),
        None => Err("has an operand or a result of a type that its options cannot name".into()),
    };
    match source {
        SlotSource::Attr | SlotSource::Function => Ok(None),
        SlotSource::Region(i) => match (around.region)(i) {
            Some(subgraph) => Ok(Some(subgraph.into())),
            None => Err(format!("lacks region {i}")),
        },
        SlotSource::OperandElem(i) => elem((around.operand)(i)),
        SlotSource::ResultElem(i) => elem((around.result)(i)),
    }
}

fn is_default(value: &FieldValue, slot: Slot) -> bool {
    match value {
        FieldValue::Int(n) => *n == slot.default as i64,
        FieldValue::Float(x) => x.to_bits() == (slot.default as f32).to_bits(),
        _ => false,
    }
}

fn encode_value(
    ctx: &Context,
    row: &AttrSpec,
    slot: Slot,
    attr: AttrId,
    around: &Surroundings<'_>,
) -> Option<FieldValue> {
    let subgraph = |attr: AttrId| -> Option<i64> {
        let name = match ctx.attr_of(attr) {
            Attr::Symbol(path) => *path.first()?,
            Attr::String(name) => *name,
            _ => return None,
        };
        Some((around.function)(ctx.str_bytes(name))?.into())
    };
    let items = |attr: AttrId| match ctx.attr_of(attr) {
        Attr::Array(items) => Some(&**items),
        _ => None,
    };
    Some(match &row.kind {
        AttrKind::Bool | AttrKind::Int(_) => FieldValue::Int(ctx.attr_int(attr)?),
        AttrKind::F32 => FieldValue::Float(ctx.attr_float(attr)? as f32),
        AttrKind::Enum(spec) => FieldValue::Int(spec.number(&word_of(ctx, attr)?)?.into()),
        AttrKind::Type => FieldValue::Int(type_number(ctx, attr)?),
        AttrKind::Str if slot.scalar == Scalar::Str => FieldValue::Str(string(ctx, attr)?),
        AttrKind::Str | AttrKind::Symbol => FieldValue::Int(subgraph(attr)?),
        AttrKind::Ints(_) | AttrKind::Bools => FieldValue::Ints(ctx.attr_ints(attr)?),
        AttrKind::Bytes => FieldValue::Ints(bytes_of(ctx, attr)?.into_iter().map(i64::from).collect()),
        AttrKind::Floats => FieldValue::Floats(floats(ctx, attr)?),
        AttrKind::Strs => {
            FieldValue::Strs(items(attr)?.iter().map(|&item| string(ctx, item)).collect::<Option<_>>()?)
        }
        AttrKind::Symbols => {
            FieldValue::Ints(items(attr)?.iter().map(|&item| subgraph(item)).collect::<Option<_>>()?)
        }
        AttrKind::Types => {
            FieldValue::Ints(items(attr)?.iter().map(|&item| type_number(ctx, item)).collect::<Option<_>>()?)
        }
        AttrKind::Elements if slot.scalar == Scalar::F32 => FieldValue::Floats(floats(ctx, attr)?),
        AttrKind::Elements => FieldValue::Ints(ctx.attr_ints(attr)?),
        AttrKind::Shape | AttrKind::Shapes | AttrKind::Dict | AttrKind::Any => return None,
    })
}

/// The word of an enumeration attribute, in any of the forms it is written in: `"SAME"`,
/// `#tfl<mirror_pad_mode REFLECT>`.
pub(super) fn word_of(ctx: &Context, attr: AttrId) -> Option<Cow<'_, str>> {
    match ctx.attr_of(attr) {
        Attr::String(text) => Some(ctx.str_text(*text)),
        Attr::Dialect { params, .. } => word_of(ctx, *params.first()?),
        Attr::Opaque { text, .. } => {
            let text = ctx.str_text(*text);
            let inner = text.split_once('<')?.1.strip_suffix('>')?.trim();
            Some(Cow::Owned(inner.rsplit([' ', '.']).next()?.to_owned()))
        }
        _ => None,
    }
}

/// The attribute for a word of an enumeration, as the op's row wants it.
fn word_attr(ctx: &Context, spec: &EnumSpec, word: &str) -> AttrId {
    let text = ctx.str_attr(word);
    match spec.mnemonic {
        None => text,
        Some(mnemonic) => ctx.attr(Attr::Dialect { name: ctx.str(mnemonic), params: Box::new([text]) }),
    }
}

fn string(ctx: &Context, attr: AttrId) -> Option<Vec<u8>> {
    match ctx.attr_of(attr) {
        Attr::String(text) => Some(ctx.str_bytes(*text).to_vec()),
        _ => None,
    }
}

fn type_number(ctx: &Context, attr: AttrId) -> Option<i64> {
    match ctx.attr_of(attr) {
        Attr::Type(ty) => elements::tensor_type(ctx, ctx.elem_type(*ty)).map(i64::from),
        _ => None,
    }
}

/// The floats of a list attribute in any of its forms.
pub(super) fn floats(ctx: &Context, attr: AttrId) -> Option<Vec<f32>> {
    let one = |chunk: &[u8]| chunk.first_chunk::<4>().map(|raw| f32::from_le_bytes(*raw));
    match ctx.attr_of(attr) {
        Attr::Array(items) => items.iter().map(|&item| ctx.attr_float(item).map(|x| x as f32)).collect(),
        Attr::DenseArray { elem: TypeId::F32, bytes } => bytes.chunks_exact(4).map(one).collect(),
        Attr::Elements(id) if ctx.elem_type(ctx.const_type(*id)) == TypeId::F32 => {
            ctx.const_bytes(*id)?.chunks_exact(4).map(one).collect()
        }
        _ => None,
    }
}

/// The bytes of an attribute that holds raw bytes: a `ui8` or `i8` elements attribute, a string, or an attribute such as
/// `#tfl<const_bytes : "0x00FF">`, whose text is hexadecimal behind `0x`.
pub(super) fn bytes_of(ctx: &Context, attr: AttrId) -> Option<Vec<u8>> {
    match ctx.attr_of(attr) {
        Attr::Elements(id) if ctx.elem_bytes(ctx.elem_type(ctx.const_type(*id))) == Some(1) => {
            ctx.const_bytes(*id).map(Cow::into_owned)
        }
        Attr::DenseArray { bytes, .. } => Some(bytes.to_vec()),
        Attr::String(text) => Some(ctx.str_bytes(*text).to_vec()),
        Attr::Dialect { params, .. } => match ctx.attr_of(*params.first()?) {
            Attr::String(text) => unhex(ctx.str_bytes(*text)),
            _ => bytes_of(ctx, *params.first()?),
        },
        Attr::Opaque { text, .. } => {
            let text = ctx.str_text(*text);
            unhex(text.split_once('"')?.1.rsplit_once('"')?.0.as_bytes())
        }
        _ => None,
    }
}

fn unhex(text: &[u8]) -> Option<Vec<u8>> {
    let Some(digits) = text.strip_prefix(b"0x") else { return Some(text.to_vec()) };
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    let digit = |c: u8| char::from(c).to_digit(16).map(|d| d as u8);
    digits.chunks_exact(2).map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?)).collect()
}

/// What the options table of an operator says.
pub(super) struct Decoded {
    /// The attributes.
    pub(super) attrs: Vec<(StrId, AttrId)>,
    /// Fields that are present and that no attribute of the row stands for.
    pub(super) unknown: Vec<u16>,
}

/// The attributes that an options table stands for; a missing table is one without fields. `Err` is a clause about a
/// field.
pub(super) fn decode(
    ctx: &Context,
    spec: &OpSpec,
    table: Option<Table<'_>>,
    subgraph_name: &dyn Fn(i64) -> Option<StrId>,
) -> Result<Decoded, String> {
    let mut decoded = Decoded { attrs: Vec::new(), unknown: Vec::new() };
    for row in spec.attrs.iter() {
        let Some(slot) = row.slot else { continue };
        if !matches!(slot.source, SlotSource::Attr | SlotSource::Function) {
            continue;
        }
        let present = table.is_some_and(|table| table.has(slot.id));
        if !present && (row.presence == Presence::Optional || is_vector(row, slot)) {
            if let Some(empty) = empty_list(ctx, row).filter(|_| row.presence == Presence::Required) {
                decoded.attrs.push((ctx.str(&row.name), empty));
            }
            continue;
        }
        let attr = decode_value(ctx, row, slot, table, subgraph_name).ok_or_else(|| {
            format!("field {} of its options, `{}`, holds no valid value", slot.id, row.name)
        })?;
        decoded.attrs.push((ctx.str(&row.name), attr));
    }
    if let Some(table) = table {
        let known = |id: u16| spec.attrs.iter().any(|row| row.slot.is_some_and(|slot| slot.id == id));
        decoded.unknown = table.present().filter(|&id| !known(id)).collect();
    }
    Ok(decoded)
}

fn is_vector(row: &AttrSpec, slot: Slot) -> bool {
    slot.scalar == Scalar::Str
        || matches!(
            row.kind,
            AttrKind::Ints(_)
                | AttrKind::Floats
                | AttrKind::Strs
                | AttrKind::Bools
                | AttrKind::Types
                | AttrKind::Symbols
                | AttrKind::Bytes
                | AttrKind::Elements
        )
}

fn empty_list(ctx: &Context, row: &AttrSpec) -> Option<AttrId> {
    match row.kind {
        AttrKind::Str => Some(ctx.str_attr("")),
        AttrKind::Bytes => Some(bytes_attr(ctx, &[])),
        AttrKind::Elements => None,
        _ => Some(ctx.array_attr(&[])),
    }
}

fn decode_value(
    ctx: &Context,
    row: &AttrSpec,
    slot: Slot,
    table: Option<Table<'_>>,
    subgraph_name: &dyn Fn(i64) -> Option<StrId>,
) -> Option<AttrId> {
    let int = || match table {
        Some(table) => table.int(slot.id, slot.scalar, slot.default as i64),
        None => Some(slot.default as i64),
    };
    let ints = || table?.ints(slot.id, slot.scalar);
    let int_type =
        |width: u8| ctx.ty(Type::Integer { width: width.into(), signedness: core_ir::Signedness::Signless });
    let type_attr = |n: i64| elements::elem_type(ctx, i8::try_from(n).ok()?).map(|ty| ctx.type_attr(ty));
    let symbol = |n: i64| Some(ctx.attr(Attr::Symbol(Box::new([subgraph_name(n)?]))));
    Some(match &row.kind {
        AttrKind::Bool => ctx.bool_attr(int()? != 0),
        AttrKind::Int(width) => ctx.int_attr(int()?.into(), int_type(*width)),
        AttrKind::F32 => {
            let default = slot.default as f32;
            let value = table.map_or(Some(default), |table| table.f32(slot.id, default))?;
            ctx.float_attr(value.into(), TypeId::F32)
        }
        AttrKind::Enum(spec) => word_attr(ctx, spec, spec.word(i32::try_from(int()?).ok()?)?),
        AttrKind::Type => type_attr(int()?)?,
        AttrKind::Str if slot.scalar == Scalar::Str => {
            ctx.attr(Attr::String(ctx.bytes(table?.byte_vector(slot.id)??)))
        }
        AttrKind::Str => ctx.attr(Attr::String(subgraph_name(int()?)?)),
        AttrKind::Symbol => symbol(int()?)?,
        AttrKind::Ints(width) => {
            let items: Vec<AttrId> =
                ints()?.iter().map(|&n| ctx.int_attr(n.into(), int_type(*width))).collect();
            ctx.array_attr(&items)
        }
        AttrKind::Bools => {
            let items: Vec<AttrId> = ints()?.iter().map(|&n| ctx.bool_attr(n != 0)).collect();
            ctx.array_attr(&items)
        }
        AttrKind::Floats => {
            let items: Vec<AttrId> =
                table?.f32s(slot.id)?.iter().map(|&x| ctx.float_attr(x.into(), TypeId::F32)).collect();
            ctx.array_attr(&items)
        }
        AttrKind::Strs => {
            let texts = table?.byte_strings(slot.id)?;
            let items: Vec<AttrId> =
                texts.iter().map(|text| ctx.attr(Attr::String(ctx.bytes(text)))).collect();
            ctx.array_attr(&items)
        }
        AttrKind::Symbols => {
            let items: Vec<AttrId> = ints()?.into_iter().map(symbol).collect::<Option<_>>()?;
            ctx.array_attr(&items)
        }
        AttrKind::Types => {
            let items: Vec<AttrId> = ints()?.into_iter().map(type_attr).collect::<Option<_>>()?;
            ctx.array_attr(&items)
        }
        AttrKind::Bytes => bytes_attr(ctx, table?.byte_vector(slot.id)??),
        AttrKind::Elements if slot.scalar == Scalar::F32 => {
            let bytes: Vec<u8> = table?.f32s(slot.id)?.iter().flat_map(|x| x.to_le_bytes()).collect();
            let ty = ctx.fixed_tensor(&[(bytes.len() / 4) as i64], TypeId::F32);
            ctx.elements_attr(ctx.const_from_bytes(ty, &bytes))
        }
        AttrKind::Elements => ctx.elements_attr(ctx.const_i64s(&ints()?)),
        AttrKind::Shape | AttrKind::Shapes | AttrKind::Dict | AttrKind::Any => return None,
    })
}

/// Raw bytes as a `ui8` elements attribute.
pub(super) fn bytes_attr(ctx: &Context, bytes: &[u8]) -> AttrId {
    ctx.elements_attr(ctx.const_from_bytes(ctx.fixed_tensor(&[bytes.len() as i64], TypeId::UI8), bytes))
}

#[cfg(test)]
mod tests {
    use super::super::access::Source;
    use super::super::table::{self, Builder};
    use super::*;

    const FUNCTION: i64 = 3;

    /// An attribute as the row wants it, unlike the default.
    fn sample(ctx: &Context, row: &AttrSpec, slot: Slot) -> AttrId {
        let int = |width: u8, n: i64| {
            let ty = ctx.ty(Type::Integer { width: width.into(), signedness: core_ir::Signedness::Signless });
            ctx.int_attr(n.into(), ty)
        };
        let function = ctx.symbol_attr("callee");
        let negative = if fits(slot.scalar, -7) { -7 } else { 7 };
        match &row.kind {
            AttrKind::Bool => ctx.bool_attr(slot.default == 0.0),
            AttrKind::Int(width) => int(*width, negative),
            AttrKind::F32 => ctx.float_attr(0.25, TypeId::F32),
            AttrKind::Enum(spec) => {
                let other = spec.cases.iter().rev().find(|case| f64::from(case.1) != slot.default);
                word_attr(ctx, spec, other.unwrap_or(&spec.cases[0]).0)
            }
            AttrKind::Type => ctx.type_attr(TypeId::I16),
            AttrKind::Str if slot.scalar == Scalar::Str => ctx.attr(Attr::String(ctx.bytes(b"a\0\xff"))),
            AttrKind::Str => ctx.str_attr("callee"),
            AttrKind::Symbol => function,
            AttrKind::Ints(width) => ctx.array_attr(&[int(*width, negative), int(*width, 5)]),
            AttrKind::Floats => {
                ctx.array_attr(&[ctx.float_attr(-0.5, TypeId::F32), ctx.float_attr(2.0, TypeId::F32)])
            }
            AttrKind::Bools => ctx.array_attr(&[AttrId::TRUE, AttrId::FALSE]),
            AttrKind::Strs => ctx.array_attr(&[ctx.str_attr("x"), ctx.str_attr("")]),
            AttrKind::Symbols => ctx.array_attr(&[function, function]),
            AttrKind::Types => ctx.array_attr(&[ctx.type_attr(TypeId::I64)]),
            AttrKind::Bytes => bytes_attr(ctx, &[1, 2, 0]),
            kind => panic!("no field has kind {kind:?}"),
        }
    }

    fn through_a_file(ctx: &Context, spec: &OpSpec, props: DictId) -> Decoded {
        let around = Surroundings {
            function: &|name| (name == b"callee").then_some(FUNCTION as u32),
            region: &|i| Some(u32::from(i) + 1),
            operand: &|_| TypeId::I32,
            result: &|_| TypeId::I8,
        };
        let encoded = encode(ctx, spec, props, &around).expect("the attributes fit");
        let mut fbb = Builder::new();
        let root = table::options_table(&mut fbb, &encoded.fields);
        fbb.finish(root, None);
        let bytes = fbb.finished_data().to_vec();
        let source = Source::new(&bytes);
        let table = Table::root(&source);
        assert!(table.is_some(), "{}", spec.name);
        let name = |n: i64| (n == FUNCTION).then(|| ctx.str("callee"));
        decode(ctx, spec, table, &name).unwrap_or_else(|fault| panic!("{}: {fault}", spec.name))
    }

    #[test]
    fn every_attribute_of_every_row_survives_its_options_table() {
        let ctx = Context::new();
        let mut seen = 0;
        for spec in dialects::tfl::ops().iter().filter(|spec| spec.tflite.is_some()) {
            let own = |row: &&AttrSpec| {
                row.slot.is_some_and(|slot| matches!(slot.source, SlotSource::Attr | SlotSource::Function))
            };
            let rows: Vec<&AttrSpec> = spec.attrs.iter().filter(own).collect();
            let sampled =
                |row: &&AttrSpec| (ctx.str(&row.name), sample(&ctx, row, row.slot.expect("filtered")));
            let props = ctx.dict(rows.iter().map(sampled));
            let decoded = through_a_file(&ctx, spec, props);
            assert_eq!(ctx.dict(decoded.attrs), props, "{}", spec.name);
            assert!(decoded.unknown.is_empty(), "{}", spec.name);
            seen += rows.len();
        }
        assert!(seen > 200, "only {seen} attributes have fields");
    }

    #[test]
    fn a_missing_field_is_the_default() {
        let ctx = Context::new();
        let spec = dialects::tfl::find_op("tfl.conv_2d").expect("a row");
        let decoded = decode(&ctx, spec, None, &|_| None).unwrap_or_else(|fault| panic!("{fault}"));
        let attrs = ctx.dict(decoded.attrs);
        assert_eq!(ctx.dict_get(attrs, "dilation_h_factor"), Some(ctx.i32_attr(1)));
        assert_eq!(ctx.dict_get(attrs, "stride_h"), Some(ctx.i32_attr(0)));
        assert_eq!(ctx.dict_get(attrs, "padding"), Some(ctx.str_attr("SAME")));
    }

    #[test]
    fn values_that_do_not_fit_are_refused() {
        let ctx = Context::new();
        let spec = dialects::tfl::find_op("tfl.concatenation").expect("a row");
        let nothing = |_: u8| TypeId::NONE;
        let around =
            Surroundings { function: &|_| None, region: &|_| None, operand: &nothing, result: &nothing };
        let props = |axis: AttrId, word: &str| {
            ctx.dict([(ctx.str("axis"), axis), (ctx.str("fused_activation_function"), ctx.str_attr(word))])
        };
        let fault = |props| encode(&ctx, spec, props, &around).err().expect("a fault");
        assert!(fault(props(ctx.i64_attr(1 << 40), "NONE")).contains("does not fit"));
        assert!(fault(props(ctx.i32_attr(1), "SIGMOID")).contains("`fused_activation_function`"));
        assert!(
            fault(ctx.dict_without(props(ctx.i32_attr(1), "NONE"), "axis"))
                .contains("lacks attribute `axis`")
        );
    }

    #[test]
    fn bytes_are_read_in_every_form() {
        let ctx = Context::new();
        let text = ctx.str_attr("0x00fF");
        let forms = [
            bytes_attr(&ctx, &[0, 255]),
            ctx.attr(Attr::Dialect { name: ctx.str("tfl.const_bytes"), params: Box::new([text]) }),
            ctx.attr(Attr::Opaque { text: ctx.str("tfl<const_bytes : \"0x00FF\">"), builtin: false }),
        ];
        for form in forms {
            assert_eq!(bytes_of(&ctx, form).as_deref(), Some(&[0, 255][..]));
        }
        assert_eq!(unhex(b"0x0"), None);
        assert_eq!(unhex(b"0xzz"), None);
    }
}
