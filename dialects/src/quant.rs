//! The `quant` dialect: quantized element types, and casts from and to them.
//!
//! `!quant.uniform` has the parameters storage type, expressed type, least and greatest stored value, axis (`unit` when
//! there is one scale for the tensor), scales (`array<f64: ...>`) and zero points (`array<i64: ...>`). With scales for
//! blocks the axis is a list, and the sizes of blocks and how many there are along each dimension come before the scales.
//! `!quant.any` has the first four, of which the expressed type may be `unit`; `!quant.calibrated` the expressed type and
//! the range.

use std::sync::LazyLock;

use core_ir::diag::Result;
use core_ir::registry::{Dialect, DialectHooks};
use core_ir::spec::{AttrKind, OpSpec, Presence, Traits};
use core_ir::text::lexer::Tok;
use core_ir::text::parser::Parser;
use core_ir::text::printer::Printer;
use core_ir::{Attr, AttrId, Context, FloatKind, Signedness, Type, TypeId};

use crate::rows;

static ROWS: LazyLock<Vec<OpSpec>> =
    LazyLock::new(|| rows::sorted(casts("quant.qcast", "quant.dcast", "quant.scast")));

/// LiteRT keeps an older copy of the dialect for statistics from calibration.
static FORK_ROWS: LazyLock<Vec<OpSpec>> = LazyLock::new(|| {
    let mut list = casts("quantfork.qcast", "quantfork.dcast", "quantfork.scast");
    let elements = |name, presence| rows::attr(name, AttrKind::Elements, presence);
    list.push(OpSpec {
        operands: rows::values(&["arg"]),
        results: rows::values(&["result"]),
        attrs: vec![
            elements("layerStats", Presence::Required),
            elements("axisStats", Presence::Optional),
            rows::attr("axis", AttrKind::Int(64), Presence::Optional),
        ]
        .into(),
        ..rows::op("quantfork.stats", "What values were seen.", Traits::SAME_TYPE)
    });
    rows::sorted(list)
});

fn casts(quantize: &'static str, dequantize: &'static str, storage: &'static str) -> Vec<OpSpec> {
    let cast = |name, summary| OpSpec {
        operands: rows::values(&["input"]),
        results: rows::values(&["result"]),
        ..rows::op(name, summary, Traits::PURE)
    };
    vec![
        cast(quantize, "Quantizes."),
        cast(dequantize, "Takes quantized values for what they stand for."),
        cast(storage, "Takes quantized values for what they store, or back."),
    ]
}

static DIALECT: Dialect = Dialect::new("quant", |name| rows::find(&ROWS, name), || rows::names(&ROWS));
static FORK: Dialect =
    Dialect::new("quantfork", |name| rows::find(&FORK_ROWS, name), || rows::names(&FORK_ROWS));
static HOOKS: DialectHooks =
    DialectHooks { parse_type: Some(parse_type), print_type: Some(print_type), ..DialectHooks::new("quant") };

inventory::submit! { &DIALECT as &'static Dialect }
inventory::submit! { &FORK as &'static Dialect }
inventory::submit! { &HOOKS as &'static DialectHooks }

/// What a `!quant.uniform` type says.
#[derive(Clone, Debug, PartialEq)]
pub struct Uniform {
    /// The integer type that is stored; `u8` is `ui8`.
    pub storage: TypeId,
    /// The float type that is meant.
    pub expressed: TypeId,
    /// The least stored value.
    pub min: i64,
    /// The greatest stored value.
    pub max: i64,
    /// The dimension whose slices have scales of their own; `None` when the tensor has one scale.
    pub axis: Option<i64>,
    /// One for the tensor, or one for each slice.
    pub scales: Vec<f64>,
    /// As many as scales.
    pub zero_points: Vec<i64>,
}

impl Uniform {
    /// One scale for the whole tensor, over the full range of `storage`; `None` when that is no integer type.
    pub fn per_tensor(ctx: &Context, storage: TypeId, scale: f64, zero_point: i64) -> Option<Self> {
        let (min, max) = storage_range(ctx, storage)?;
        let (scales, zero_points) = (vec![scale], vec![zero_point]);
        Some(Self { storage, expressed: TypeId::F32, min, max, axis: None, scales, zero_points })
    }

    /// A scale for each slice of dimension `axis`, over the full range of `storage`.
    pub fn per_axis(
        ctx: &Context,
        storage: TypeId,
        axis: i64,
        scales: Vec<f64>,
        zero_points: Vec<i64>,
    ) -> Option<Self> {
        let (min, max) = storage_range(ctx, storage)?;
        Some(Self { storage, expressed: TypeId::F32, min, max, axis: Some(axis), scales, zero_points })
    }

    /// The type.
    pub fn ty(&self, ctx: &Context) -> TypeId {
        let scales: Vec<u8> = self.scales.iter().flat_map(|scale| scale.to_le_bytes()).collect();
        let zero_points: Vec<u8> = self.zero_points.iter().flat_map(|point| point.to_le_bytes()).collect();
        let params = [
            ctx.type_attr(self.storage),
            ctx.type_attr(self.expressed),
            ctx.i64_attr(self.min),
            ctx.i64_attr(self.max),
            self.axis.map_or(AttrId::UNIT, |axis| ctx.i64_attr(axis)),
            ctx.attr(Attr::DenseArray { elem: TypeId::F64, bytes: scales.into() }),
            ctx.attr(Attr::DenseArray { elem: TypeId::I64, bytes: zero_points.into() }),
        ];
        ctx.ty(Type::Dialect { name: ctx.str("quant.uniform"), params: params.into() })
    }

    /// What `ty` says, if it is a `!quant.uniform` type.
    pub fn of(ctx: &Context, ty: TypeId) -> Option<Self> {
        match ctx.type_of(ty) {
            Type::Dialect { name, params } if ctx.str_bytes(*name) == b"quant.uniform" => {
                Self::of_params(ctx, params)
            }
            _ => None,
        }
    }

    fn of_params(ctx: &Context, params: &[AttrId]) -> Option<Self> {
        let [storage, expressed, min, max, axis, scales, zero_points] = params else { return None };
        let (Attr::Type(storage), Attr::Type(expressed)) = (ctx.attr_of(*storage), ctx.attr_of(*expressed))
        else {
            return None;
        };
        Some(Self {
            storage: *storage,
            expressed: *expressed,
            min: ctx.attr_int(*min)?,
            max: ctx.attr_int(*max)?,
            axis: ctx.attr_int(*axis),
            scales: floats(ctx, *scales)?,
            zero_points: ctx.attr_ints(*zero_points)?,
        })
    }
}

/// The numbers of an `array<f64: ...>`.
fn floats(ctx: &Context, attr: AttrId) -> Option<Vec<f64>> {
    match ctx.attr_of(attr) {
        Attr::DenseArray { elem: TypeId::F64, bytes } => bytes
            .chunks_exact(8)
            .map(|chunk| chunk.first_chunk().map(|raw| f64::from_le_bytes(*raw)))
            .collect(),
        _ => None,
    }
}

/// The range of an integer type of at most 32 bits.
pub fn storage_range(ctx: &Context, storage: TypeId) -> Option<(i64, i64)> {
    match ctx.type_of(storage) {
        Type::Integer { width: width @ 1..=32, signedness: Signedness::Unsigned } => {
            Some((0, (1 << width) - 1))
        }
        Type::Integer { width: width @ 1..=32, .. } => Some((-(1 << (width - 1)), (1 << (width - 1)) - 1)),
        _ => None,
    }
}

fn parse_type<'a>(p: &mut Parser<'a>, mnemonic: &str) -> Result<Option<TypeId>> {
    match mnemonic {
        "any" => parse_any(p).map(Some),
        "calibrated" => parse_calibrated(p).map(Some),
        "uniform" => parse_uniform(p).map(Some),
        _ => Ok(None),
    }
}

/// `i8<-127:127>`: the type that is stored, and the least and greatest value.
fn parse_stored(p: &mut Parser<'_>) -> Result<(TypeId, i64, i64)> {
    let place = p.token();
    let storage = parse_storage(p)?;
    let Some((mut min, mut max)) = storage_range(p.ctx(), storage) else {
        return Err(p.error_at(
            place.start,
            place.end,
            "quantized values are stored as integers of at most 32 bits",
        ));
    };
    if p.eat(Tok::Less) {
        let (least, greatest) = (min, max);
        min = p.signed()?;
        p.expect(Tok::Colon)?;
        max = p.signed()?;
        if min < least || max > greatest || min >= max {
            return Err(p.error_at(place.start, place.end, "the range is not one of the storage type"));
        }
        p.expect(Tok::Greater)?;
    }
    Ok((storage, min, max))
}

/// `<i8<-127:127>:f32>`, or without the type that is meant
fn parse_any(p: &mut Parser<'_>) -> Result<TypeId> {
    p.expect(Tok::Less)?;
    let (storage, min, max) = parse_stored(p)?;
    let expressed = if p.eat(Tok::Colon) { Some(p.parse_type()?) } else { None };
    p.expect(Tok::Greater)?;
    let ctx = p.ctx();
    let expressed = expressed.map_or(AttrId::UNIT, |ty| ctx.type_attr(ty));
    let params = [ctx.type_attr(storage), expressed, ctx.i64_attr(min), ctx.i64_attr(max)];
    Ok(ctx.ty(Type::Dialect { name: ctx.str("quant.any"), params: params.into() }))
}

/// `<i8<-127:127>:f32:1, {0.1:3, 0.2}>`
fn parse_uniform(p: &mut Parser<'_>) -> Result<TypeId> {
    let ctx = p.ctx();
    p.expect(Tok::Less)?;
    let (storage, min, max) = parse_stored(p)?;
    p.expect(Tok::Colon)?;
    let expressed = p.parse_type()?;
    let mut axis = None;
    if p.eat(Tok::Colon) {
        if p.at(Tok::LBrace) {
            let range = [ctx.i64_attr(min), ctx.i64_attr(max)];
            return parse_blocks(p, [ctx.type_attr(storage), ctx.type_attr(expressed), range[0], range[1]]);
        }
        axis = Some(p.signed()?);
    }
    p.expect(Tok::Comma)?;
    let (mut scales, mut zero_points) = (Vec::new(), Vec::new());
    let mut scale = |p: &mut Parser<'_>| {
        scales.push(p.number()?);
        zero_points.push(if p.eat(Tok::Colon) { p.signed()? } else { 0 });
        Ok(())
    };
    match axis {
        Some(_) => p.list(Tok::LBrace, Tok::RBrace, scale)?,
        None => scale(p)?,
    }
    p.expect(Tok::Greater)?;
    Ok(Uniform { storage, expressed, min, max, axis, scales, zero_points }.ty(ctx))
}

/// `{0:2, 1:4}, {{0.1}, {0.2}}>`: axes with the sizes of their blocks, and a scale for each block.
fn parse_blocks(p: &mut Parser<'_>, first: [AttrId; 4]) -> Result<TypeId> {
    let (mut axes, mut sizes) = (Vec::new(), Vec::new());
    p.list(Tok::LBrace, Tok::RBrace, |p| {
        axes.push(p.signed()?);
        p.expect(Tok::Colon)?;
        sizes.push(p.signed()?);
        Ok(())
    })?;
    p.expect(Tok::Comma)?;
    let mut blocks = Blocks::default();
    blocks.parse(p)?;
    p.expect(Tok::Greater)?;
    let ctx = p.ctx();
    let list = |ints: &[i64]| {
        let bytes: Vec<u8> = ints.iter().flat_map(|n| n.to_le_bytes()).collect();
        ctx.attr(Attr::DenseArray { elem: TypeId::I64, bytes: bytes.into() })
    };
    let scales: Vec<u8> = blocks.scales.iter().flat_map(|scale| scale.to_le_bytes()).collect();
    let scales = ctx.attr(Attr::DenseArray { elem: TypeId::F64, bytes: scales.into() });
    let rest = [list(&axes), list(&sizes), list(&blocks.shape), scales, list(&blocks.zero_points)];
    let params = first.into_iter().chain(rest).collect();
    Ok(ctx.ty(Type::Dialect { name: ctx.str("quant.uniform"), params }))
}

/// A scale for each block.
#[derive(Default)]
struct Blocks {
    /// How many blocks there are along each dimension.
    shape: Vec<i64>,
    scales: Vec<f64>,
    zero_points: Vec<i64>,
}

impl Blocks {
    /// `{{0.1:3, 0.2}, {0.3, 0.4}}`. Lists nest on a stack of their own: `open` counts what is in each.
    fn parse(&mut self, p: &mut Parser<'_>) -> Result<()> {
        const MAX_RANK: usize = 64;
        let mut open: Vec<i64> = Vec::new();
        let mut shape: Vec<Option<i64>> = Vec::new();
        loop {
            if p.at(Tok::LBrace) && open.len() < MAX_RANK {
                p.bump();
                open.push(0);
                continue;
            }
            if shape.is_empty() {
                shape = vec![None; open.len()];
            }
            if shape.len() != open.len() || open.is_empty() {
                return Err(p.error("the lists of scales are not nested equally deep"));
            }
            self.scales.push(p.number()?);
            self.zero_points.push(if p.eat(Tok::Colon) { p.signed()? } else { 0 });
            while let Some(count) = open.last_mut() {
                *count += 1;
                if !p.at(Tok::RBrace) {
                    break;
                }
                let (count, level) = (*count, open.len() - 1);
                if *shape[level].get_or_insert(count) != count {
                    return Err(p.error("the lists of scales are not equally long"));
                }
                p.bump();
                open.pop();
            }
            if open.is_empty() {
                self.shape = shape.into_iter().flatten().collect();
                return Ok(());
            }
            p.expect(Tok::Comma)?;
        }
    }

    fn print(&self, p: &mut Printer<'_>) {
        // A list opens and closes where the index is a multiple of the blocks in it.
        let borders = |i: usize| {
            let mut size = 1;
            let levels = self.shape.iter().rev().take_while(|&&dim| {
                size *= usize::try_from(dim).unwrap_or(1).max(1);
                i.is_multiple_of(size)
            });
            levels.count()
        };
        for (i, (&scale, &zero_point)) in self.scales.iter().zip(&self.zero_points).enumerate() {
            p.raw(if i == 0 { "" } else { ", " });
            p.raw(&"{".repeat(borders(i)));
            p.float(FloatKind::F64, scale);
            if zero_point != 0 {
                p.raw(&format!(":{zero_point}"));
            }
            p.raw(&"}".repeat(borders(i + 1)));
        }
    }
}

/// `<f32<-1.0:1.0>>`: a float type, and the range of the values that were seen.
fn parse_calibrated(p: &mut Parser<'_>) -> Result<TypeId> {
    p.expect(Tok::Less)?;
    let place = p.token();
    let expressed = p.parse_type()?;
    let ctx = p.ctx();
    if !matches!(ctx.type_of(expressed), Type::Float(_)) {
        return Err(p.error_at(place.start, place.end, "values are seen in a float type"));
    }
    p.expect(Tok::Less)?;
    let min = p.number()?;
    p.expect(Tok::Colon)?;
    let max = p.number()?;
    p.expect(Tok::Greater)?;
    p.expect(Tok::Greater)?;
    let range = [ctx.float_attr(min, TypeId::F64), ctx.float_attr(max, TypeId::F64)];
    let params = Box::new([ctx.type_attr(expressed), range[0], range[1]]);
    Ok(ctx.ty(Type::Dialect { name: ctx.str("quant.calibrated"), params }))
}

/// `i8`, or `u8` for `ui8`
fn parse_storage(p: &mut Parser<'_>) -> Result<TypeId> {
    let width = if p.at(Tok::Bare) { p.text_of(p.token()).strip_prefix('u') } else { None };
    match width.and_then(|width| width.parse().ok()) {
        Some(width @ 1..=32) => {
            p.word()?;
            Ok(p.ctx().ty(Type::Integer { width, signedness: Signedness::Unsigned }))
        }
        _ => p.parse_type(),
    }
}

fn print_type(p: &mut Printer<'_>, _: &str, params: &[AttrId]) {
    let ctx = p.ctx();
    if let Some(uniform) = Uniform::of_params(ctx, params) {
        print_uniform(p, &uniform);
        return;
    }
    if let &[expressed, min, max] = params
        && let (Attr::Type(expressed), Some(min), Some(max)) =
            (ctx.attr_of(expressed), ctx.attr_float(min), ctx.attr_float(max))
    {
        p.raw("<");
        p.ty(*expressed);
        p.raw("<");
        p.float(FloatKind::F64, min);
        p.raw(":");
        p.float(FloatKind::F64, max);
        p.raw(">>");
        return;
    }
    let &[storage, expressed, min, max, ref blocks @ ..] = params else { return p.type_params(params) };
    let (Attr::Type(storage), Some(min), Some(max)) =
        (ctx.attr_of(storage), ctx.attr_int(min), ctx.attr_int(max))
    else {
        return p.type_params(params);
    };
    p.raw("<");
    print_stored(p, *storage, min, max);
    if let Attr::Type(expressed) = ctx.attr_of(expressed) {
        p.raw(":");
        p.ty(*expressed);
    }
    if let &[axes, sizes, shape, scales, zero_points] = blocks
        && let (Some(axes), Some(sizes), Some(shape)) =
            (ctx.attr_ints(axes), ctx.attr_ints(sizes), ctx.attr_ints(shape))
        && let (Some(scales), Some(zero_points)) = (floats(ctx, scales), ctx.attr_ints(zero_points))
    {
        let pairs: Vec<String> =
            axes.iter().zip(&sizes).map(|(axis, size)| format!("{axis}:{size}")).collect();
        p.raw(&format!(":{{{}}}, ", pairs.join(", ")));
        Blocks { shape, scales, zero_points }.print(p);
    }
    p.raw(">");
}

fn print_uniform(p: &mut Printer<'_>, uniform: &Uniform) {
    p.raw("<");
    print_stored(p, uniform.storage, uniform.min, uniform.max);
    p.raw(":");
    p.ty(uniform.expressed);
    if let Some(axis) = uniform.axis {
        p.raw(&format!(":{axis}"));
    }
    p.raw(if uniform.axis.is_some() { ", {" } else { ", " });
    for (i, (&scale, &zero_point)) in uniform.scales.iter().zip(&uniform.zero_points).enumerate() {
        if i > 0 {
            p.raw(",");
        }
        p.float(FloatKind::F64, scale);
        if zero_point != 0 {
            p.raw(&format!(":{zero_point}"));
        }
    }
    p.raw(if uniform.axis.is_some() { "}>" } else { ">" });
}

fn print_stored(p: &mut Printer<'_>, storage: TypeId, min: i64, max: i64) {
    let ctx = p.ctx();
    match ctx.type_of(storage) {
        Type::Integer { width, signedness: Signedness::Unsigned } => p.raw(&format!("u{width}")),
        _ => p.ty(storage),
    }
    if storage_range(ctx, storage) != Some((min, max)) {
        p.raw(&format!("<{min}:{max}>"));
    }
}
