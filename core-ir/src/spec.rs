//! Rows that describe operations.
//!
//! An [`OpSpec`] is data. The verifier, the parser, the printer, shape inference and the flatbuffer reader and writer
//! are single interpreters over it. Rows come from the tables in `dialects/tables`, from TensorFlow's op registry, from
//! the OpDefs of a SavedModel and from plugin manifests.

use std::borrow::Cow;

use crate::attrs::{AttrId, DictId};
use crate::consts::ConstId;
use crate::context::Context;
use crate::dims::Dim;
use crate::types::TypeId;

pub use crate::constraint::{Arg, Constraint, ConstraintFn, OpUse, When};
pub use crate::elems::ElemSet;

/// Text or a list that is static in generated rows and owned in rows made at run time.
pub type Text = Cow<'static, str>;
/// See [`Text`].
pub type List<T> = Cow<'static, [T]>;

/// The description of one operation.
#[derive(Clone, Debug)]
pub struct OpSpec {
    /// Full name: `tfl.conv_2d`, `tf.Conv2D`.
    pub name: Text,
    /// One sentence.
    pub summary: Text,
    /// The operands in order.
    pub operands: List<ValueSpec>,
    /// The results in order.
    pub results: List<ValueSpec>,
    /// The inherent attributes in order.
    pub attrs: List<AttrSpec>,
    /// What holds of every use besides.
    pub constraints: List<Constraint>,
    /// What is true of every use.
    pub traits: Traits,
    /// How many regions there are, `None` when any number is right.
    pub regions: Option<u8>,
    /// The TFLite builtin that this row is, if it is one.
    pub tflite: Option<TfliteSpec>,
    /// How much arithmetic a use does, where somebody counts it.
    pub arithmetic: Option<crate::Arithmetic>,
    /// Code for what a row cannot say.
    pub hooks: Hooks,
}

/// How often a value of a [`ValueSpec`] is present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arity {
    /// Once.
    One,
    /// Once or not at all. An absent operand in the middle of others is a value of type `none`.
    Optional,
    /// Any number of times, all that no other value takes.
    Variadic,
    /// As often as the integer attribute with this index says (TensorFlow's `number_attr`).
    NumberAttr(u8),
    /// As often as the type list attribute with this index has entries (TensorFlow's `type_list_attr`).
    TypeListAttr(u8),
}

/// One operand or result, or one group of them.
#[derive(Clone, Debug)]
pub struct ValueSpec {
    /// The name in the source of the row.
    pub name: Text,
    /// How often.
    pub arity: Arity,
    /// What kind of type it is at all.
    pub form: Form,
    /// Which element types. Of an operation with [`Traits::RUNTIME_TYPED`] they bind the runtime only.
    pub elems: ElemRule,
    /// What messages call the element types, in the order of the definition: `32-bit float or QI8 type`. Where it is
    /// empty, messages list the members of `elems` in the order of [`ElemSet::NAMES`].
    pub takes: Text,
    /// Which ranks.
    pub rank: RankRule,
    /// What kernels take, where that is not what the definition says.
    pub kernels: Option<KernelRule>,
}

/// What kind of type a value may have at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Any type.
    Anything,
    /// A tensor.
    Tensor,
    /// A tensor that is known to have this rank.
    Ranked(u8),
    /// A tensor, which the runtime wants to be known to have this rank.
    RankedAtRuntime(u8),
}

/// Which types the kernels of the runtime take where the definition of an operation says more or less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KernelRule {
    /// The element types. Those of an operand that is taken for its equal come from there.
    pub elems: ElemSet,
    /// The ranks.
    pub rank: RankRule,
}

/// Which element types a value may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ElemRule {
    /// Any.
    Any,
    /// One of a set.
    In(ElemSet),
    /// What the type attribute with this index says (TensorFlow's `type_attr`); the attribute is derived from the value
    /// and is not written.
    TypeAttr(u8),
    /// The entry of the type list attribute with this index that corresponds to the value.
    TypeListAttr(u8),
    /// The element type of the operand row with this index, as [`ElemSet`] names it: the parameters of quantized types
    /// may differ.
    SameAsOperand(u8),
}

/// Which ranks a value may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RankRule {
    /// Any.
    Any,
    /// Exactly this.
    Exactly(u8),
    /// This at most.
    AtMost(u8),
    /// This at least.
    AtLeast(u8),
    /// From the first to the second, both included.
    Between(u8, u8),
}

/// One inherent attribute.
#[derive(Clone, Debug)]
pub struct AttrSpec {
    /// The name in the IR.
    pub name: Text,
    /// What it holds.
    pub kind: AttrKind,
    /// What narrows that down.
    pub limit: Option<AttrLimit>,
    /// Whether it may be missing, and what it is then.
    pub presence: Presence,
    /// Where it is in the flatbuffer options table.
    pub slot: Option<Slot>,
}

/// What narrows the kind of an attribute down.
#[derive(Clone, Debug, PartialEq)]
pub enum AttrLimit {
    /// A number above zero.
    Positive,
    /// A number that is not below zero.
    NonNegative,
    /// An integer from the first to the second, both included.
    Between(i64, i64),
    /// A list of this many elements at most.
    SizeAtMost(u32),
    /// This bool.
    Bool(bool),
    /// This word of an enumeration.
    Word(Text),
}

/// Whether an attribute is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Presence {
    /// It must be.
    Required,
    /// It may be missing, and is this then.
    Default(DefaultValue),
    /// It may be missing.
    Optional,
    /// It follows from the types of operands and results and is never written (TensorFlow's `T`).
    Derived,
}

/// The value of a missing attribute.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum DefaultValue {
    Int(i64),
    Float(f64),
    Bool(bool),
    Str(Text),
    Ints(List<i64>),
    Floats(List<f32>),
    Strs(List<Text>),
    /// An element type by its [`ElemSet`] name.
    Type(Text),
    EmptyList,
}

/// What an attribute holds.
#[derive(Clone, Debug, PartialEq)]
pub enum AttrKind {
    /// A bool.
    Bool,
    /// An integer of this width.
    Int(u8),
    /// `f32`
    F32,
    /// A string.
    Str,
    /// A type.
    Type,
    /// A shape: `#tf_type.shape<1x?>`.
    Shape,
    /// A tensor.
    Elements,
    /// A symbol, a function most often.
    Symbol,
    /// A list of integers of this width.
    Ints(u8),
    /// A list of `f32`.
    Floats,
    /// A list of strings.
    Strs,
    /// A list of bools.
    Bools,
    /// A list of types.
    Types,
    /// A list of shapes.
    Shapes,
    /// A list of symbols.
    Symbols,
    /// One of a list of words, written as a string: `"SAME"`.
    Enum(&'static EnumSpec),
    /// Raw bytes, written as `#tfl<const_bytes : "0x00ff">` or as a `ui8` elements attribute.
    Bytes,
    /// A dictionary.
    Dict,
    /// Anything.
    Any,
}

/// An enumeration of a file format.
#[derive(Debug, PartialEq, Eq)]
pub struct EnumSpec {
    /// Its name in the schema: `Padding`.
    pub name: &'static str,
    /// How the value is written: `None` as a string, `Some("tfl.mirror_pad_mode")` as `#tfl<mirror_pad_mode REFLECT>`.
    pub mnemonic: Option<&'static str>,
    /// The words and their numbers.
    pub cases: &'static [(&'static str, i32)],
}

impl EnumSpec {
    /// The number of a word.
    pub fn number(&self, word: &str) -> Option<i32> {
        self.cases.iter().find(|case| case.0 == word).map(|case| case.1)
    }

    /// The word of a number.
    pub fn word(&self, number: i32) -> Option<&'static str> {
        self.cases.iter().find(|case| case.1 == number).map(|case| case.0)
    }
}

/// A field of a flatbuffer table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    /// The field's id in the schema, counted from 0; its vtable offset is `4 + 2 * id`.
    pub id: u16,
    /// The scalar, or the element of the vector, as the schema types it.
    pub scalar: Scalar,
    /// The number the format takes a missing field for; 0 for vectors and strings, which are empty then.
    pub default: f64,
    /// Where the writer takes the field's value from.
    pub source: SlotSource,
}

/// Where the value of a flatbuffer field comes from. An attribute whose slot has another source than its own value is
/// [`Presence::Derived`] unless it names a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotSource {
    /// The attribute holds it. A type attribute is a `TensorType` number, an enum attribute the number of its word.
    Attr,
    /// The attribute names a function (a symbol or a string, or a list of them); the field is its subgraph index.
    Function,
    /// The subgraph index of the function made of the region with this index.
    Region(u8),
    /// The `TensorType` of the operand row with this index.
    OperandElem(u8),
    /// The `TensorType` of the result row with this index.
    ResultElem(u8),
}

/// A scalar of a flatbuffer schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Scalar {
    Bool,
    I8,
    U8,
    I16,
    U16,
    I32,
    U32,
    I64,
    F32,
    Str,
}

/// What a row says of the TFLite builtin it stands for.
#[derive(Clone, Debug)]
pub struct TfliteSpec {
    /// `BuiltinOperator` number.
    pub builtin: i32,
    /// `BuiltinOperator` name.
    pub builtin_name: &'static str,
    /// The options table and which union holds it; `None` for an operator without options.
    pub options: Option<OptionsSpec>,
    /// Version rules, first match wins. The last one has no condition.
    pub versions: &'static [VersionRule],
}

/// The options table of a builtin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptionsSpec {
    /// Its name in the schema: `Conv2DOptions`.
    pub table: &'static str,
    /// Its tag in the union.
    pub tag: u8,
    /// Whether the union is `BuiltinOptions2`.
    pub second: bool,
    /// Whether LiteRT's writer makes the table. Readers accept one that is not written, and writers need one as soon as
    /// an attribute in it is not at its default.
    pub written: bool,
}

/// An operator version and what makes it necessary.
#[derive(Clone, Copy, Debug)]
pub struct VersionRule {
    /// The version.
    pub version: u16,
    /// All must hold. Operands and results are named by the index of their row.
    pub when: &'static [VersionCondition],
    /// The first runtime release that has it, `"2.3.0"`; empty when not released.
    pub runtime: &'static str,
}

/// A fact about one use of a builtin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum VersionCondition {
    /// The element type of operand `.0` is in the set.
    OperandElem(u8, ElemSet),
    /// The element type of result `.0` is in the set.
    ResultElem(u8, ElemSet),
    /// Operand `.0` has more dimensions than `.1`.
    OperandRankOver(u8, u8),
    /// Operand `.0` has fewer dimensions than `.1`.
    OperandRankUnder(u8, u8),
    /// Operand `.0` has `.1` dimensions.
    OperandRankIs(u8, u8),
    /// There are at least so many operands that are present.
    OperandCountAtLeast(u8),
    /// There are so many operands, absent ones counted.
    OperandCountIs(u8),
    /// Operand `.0` is quantized per axis.
    OperandPerAxis(u8),
    /// Result `.0` is quantized per axis.
    ResultPerAxis(u8),
    /// Operand `.0` is a sparse constant.
    OperandSparse(u8),
    /// Dimension `.1` of operand `.0` is not dimension `.3` of operand `.2`.
    DimsDiffer(u8, u8, u8, u8),
    /// The product of the scales of operands 0 and 1 is at least the scale of result 0; all three are quantized.
    RescaleAtLeastOne,
    /// Attribute `.0` is the integer or bool `.1`.
    AttrIntIs(&'static str, i64),
    /// Attribute `.0` is not the integer or bool `.1`.
    AttrIntIsNot(&'static str, i64),
    /// Attribute `.0` is the word `.1`.
    AttrWordIs(&'static str, &'static str),
    /// Attribute `.0` is not the word `.1`.
    AttrWordIsNot(&'static str, &'static str),
    /// Attribute `.0` is a type other than the one with the [`ElemSet`] name `.1`.
    AttrTypeIsNot(&'static str, &'static str),
    /// Operands `.0` and `.1` do not have one shape.
    ShapesDiffer(u8, u8),
    /// Operand `.0` is a constant.
    OperandConst(u8),
    /// Operand `.0` has a dimension that is not fixed.
    OperandOpenShape(u8),
    /// Operand `.0` is present.
    OperandPresent(u8),
}

macro_rules! traits {
    ($($name:ident = $bit:literal, $text:literal, $doc:literal;)*) => {
        /// What is true of every use of an operation, one bit each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
        pub struct Traits(pub u32);

        impl Traits {
            $(#[doc = $doc] pub const $name: Traits = Traits(1 << $bit);)*
            /// Every trait with the word that tables use for it.
            pub const ALL: &'static [(&'static str, Traits)] = &[$(($text, Traits::$name)),*];
        }
    };
}

traits! {
    PURE = 0, "Pure", "No effect, does not depend on any: may be merged, moved and dropped.";
    COMMUTATIVE = 1, "Commutative", "The first two operands may be swapped.";
    ELEMENTWISE = 2, "Elementwise", "Each result element depends on the corresponding operand elements, with broadcasting.";
    SAME_TYPE = 3, "SameOperandsAndResultType", "All operands and results have one type.";
    SAME_SHAPE = 4, "SameOperandsAndResultShape", "All operands and results have one shape.";
    BROADCAST = 5, "ResultsBroadcastableShape", "The result shape is the operands' broadcast shape.";
    TERMINATOR = 6, "Terminator", "Ends a block.";
    ISOLATED = 7, "IsolatedFromAbove", "Regions do not use values from outside.";
    SYMBOL = 8, "Symbol", "Defines the symbol in `sym_name`.";
    SYMBOL_TABLE = 9, "SymbolTable", "Its region holds symbols.";
    CONSTANT_LIKE = 10, "ConstantLike", "Yields its elements attribute.";
    SAME_SCALE = 11, "SameScale", "Quantized operands and results share one scale.";
    STATEFUL = 12, "Stateful", "Reads or writes state: keeps its place in the program.";
    NO_TERMINATOR = 13, "NoTerminator", "Blocks of its regions need no terminator.";
    SINGLE_BLOCK = 14, "SingleBlock", "Its regions have one block each.";
    IDEMPOTENT = 15, "Idempotent", "f(f(x)) = f(x).";
    INVOLUTION = 16, "Involution", "f(f(x)) = x.";
    SAME_ELEM = 17, "SameOperandsAndResultElementType", "All operands and results have one element type.";
    RUNTIME_TYPED = 18, "RuntimeTyped", "Element types bind the runtime; a program on its way there may have others.";
    INFERS_TYPES = 19, "InfersTypes", "What its `verify` checks is whether result types can be inferred.";
    FREE_AXIS = 20, "FreeQuantizedAxis", "With SameScale: operands and results may be quantized along several axes.";
    SCALED_UINT8 = 21, "ScaledUint8", "With SameScale: scales may differ where unsigned bytes are stored.";
    RESOLVES_REF = 22, "SameOperandsAndResultTypeResolveRef", "One shape and one element type, references aside.";
    LOOP_LIKE = 23, "LoopLike", "Runs its regions again and again.";
    READS = 24, "ReadsOnly", "With Stateful: changes nothing, so that it may be dropped when nobody uses it.";
}

impl Traits {
    /// No trait.
    pub const NONE: Traits = Traits(0);

    /// The union, for static rows.
    pub const fn with(self, other: Traits) -> Traits {
        Traits(self.0 | other.0)
    }

    /// Those that say what an operation does besides computing its results.
    pub const EFFECTS: Traits = Traits::PURE.with(Traits::STATEFUL).with(Traits::READS);

    /// Without those of `other`.
    pub const fn without(self, other: Traits) -> Traits {
        Traits(self.0 & !other.0)
    }

    /// Whether all of `other` hold.
    pub const fn has(self, other: Traits) -> bool {
        self.0 & other.0 == other.0
    }
}

/// Code for what a row cannot say. A missing hook means that the row says it all.
#[derive(Clone, Copy, Default)]
pub struct Hooks {
    /// Checks what the row cannot.
    pub verify: Option<VerifyFn>,
    /// Computes result types.
    pub infer: Option<InferFn>,
}

impl std::fmt::Debug for Hooks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Hooks {{ verify: {}, infer: {} }}", self.verify.is_some(), self.infer.is_some())
    }
}

/// Checks what a row cannot say. `Err` is what MLIR would say after the name of the operation.
pub type VerifyFn = fn(&OpUse<'_>) -> Result<(), String>;

/// Computes result types from operand types, constants and attributes. `Err` says why the use is impossible, as a
/// clause without a subject: `"contracts 3 with 4"`. A result about which nothing more is known than is declared is
/// given as declared.
pub type InferFn = fn(&OpView<'_>) -> Result<Vec<TypeId>, String>;

/// What is known of an operand.
#[derive(Clone, Copy, Debug)]
pub struct OperandInfo<'a> {
    /// Its type; [`TypeId::NONE`] for an absent optional operand.
    pub ty: TypeId,
    /// Its elements, where they are known.
    pub konst: Option<ConstId>,
    /// Its elements as dimensions, row-major, where it is an integer tensor of rank 0 or 1 computed from shapes.
    pub dims: Option<&'a [Dim]>,
}

/// One use of an operation, as hooks see it: the same for an operation in a graph and for a node of an e-graph.
#[derive(Clone, Copy)]
pub struct OpView<'a> {
    /// The context.
    pub ctx: &'a Context,
    /// The row.
    pub spec: &'a OpSpec,
    /// The inherent attributes.
    pub props: DictId,
    /// The operands.
    pub operands: &'a [OperandInfo<'a>],
    /// The declared result types; empty when there are none yet.
    pub results: &'a [TypeId],
}

impl<'a> OpView<'a> {
    /// The type of operand `i`, [`TypeId::NONE`] when it is absent.
    pub fn operand_type(&self, i: usize) -> TypeId {
        self.operands.get(i).map_or(TypeId::NONE, |operand| operand.ty)
    }

    /// The dimensions of operand `i` when it is a ranked tensor.
    pub fn shape(&self, i: usize) -> Option<&'a [Dim]> {
        self.ctx.shape(self.operand_type(i))
    }

    /// The element type of operand `i`.
    pub fn elem(&self, i: usize) -> TypeId {
        self.ctx.elem_type(self.operand_type(i))
    }

    /// The element type of result `i` as declared, else of operand 0.
    pub fn result_elem(&self, i: usize) -> TypeId {
        match self.results.get(i) {
            Some(&ty) => self.ctx.elem_type(ty),
            None => self.elem(0),
        }
    }

    /// The elements of integer operand `i`, symbolic ones included.
    pub fn operand_dims(&self, i: usize) -> Option<Cow<'a, [Dim]>> {
        let operand = self.operands.get(i)?;
        if let Some(dims) = operand.dims {
            return Some(Cow::Borrowed(dims));
        }
        let ints = self.ctx.const_ints(operand.konst?)?;
        Some(ints.into_iter().map(Dim::Fixed).collect())
    }

    /// The elements of integer operand `i` when all are known numbers.
    pub fn operand_ints(&self, i: usize) -> Option<Vec<i64>> {
        self.operand_dims(i)?.iter().map(|dim| dim.fixed()).collect()
    }

    /// The attribute `name` as it is written, or its default.
    pub fn attr(&self, name: &str) -> Option<AttrId> {
        self.ctx.dict_get(self.props, name).or_else(|| self.ctx.default_attr(self.spec, name))
    }

    /// The integer or bool attribute `name`.
    pub fn int(&self, name: &str) -> Option<i64> {
        self.ctx.attr_int(self.attr(name)?)
    }

    /// The bool attribute `name`, false when missing.
    pub fn flag(&self, name: &str) -> bool {
        self.attr(name).and_then(|attr| self.ctx.attr_bool(attr)).unwrap_or(false)
    }

    /// The float attribute `name`.
    pub fn float(&self, name: &str) -> Option<f64> {
        self.ctx.attr_float(self.attr(name)?)
    }

    /// The integer list attribute `name`.
    pub fn ints(&self, name: &str) -> Option<Vec<i64>> {
        self.ctx.attr_ints(self.attr(name)?)
    }

    /// The word or string attribute `name`.
    pub fn word(&self, name: &str) -> Option<Cow<'a, str>> {
        self.ctx.attr_str(self.attr(name)?)
    }

    /// The type attribute `name`.
    pub fn type_attr(&self, name: &str) -> Option<TypeId> {
        match self.ctx.attr_of(self.attr(name)?) {
            crate::Attr::Type(ty) => Some(*ty),
            _ => None,
        }
    }

    /// `tensor<dims x elem>`
    pub fn tensor(&self, dims: &[Dim], elem: TypeId) -> TypeId {
        self.ctx.tensor(dims, elem)
    }
}

impl OpSpec {
    /// The attribute row called `name`, with its index.
    pub fn attr(&self, name: &str) -> Option<(usize, &AttrSpec)> {
        self.attrs.iter().enumerate().find(|(_, attr)| attr.name == name)
    }

    /// The inherent attribute that says how many operands each row takes, in ops that have several groups of them:
    /// `operandSegmentSizes = array<i32: 1, 0, 2>`.
    pub const OPERAND_SEGMENT_SIZES: &'static str = "operandSegmentSizes";
    /// As [`Self::OPERAND_SEGMENT_SIZES`], for results.
    pub const RESULT_SEGMENT_SIZES: &'static str = "resultSegmentSizes";

    /// How many operands each row takes, given how many there are and the attributes; `None` when no split fits.
    pub fn operand_segments(&self, ctx: &Context, props: DictId, count: usize) -> Option<Vec<usize>> {
        match written_segments(ctx, &self.operands, props, Self::OPERAND_SEGMENT_SIZES, count) {
            Some(sizes) => Some(sizes),
            None => segments(ctx, self, &self.operands, props, count),
        }
    }

    /// As [`Self::operand_segments`], for results.
    pub fn result_segments(&self, ctx: &Context, props: DictId, count: usize) -> Option<Vec<usize>> {
        match written_segments(ctx, &self.results, props, Self::RESULT_SEGMENT_SIZES, count) {
            Some(sizes) => Some(sizes),
            None => segments(ctx, self, &self.results, props, count),
        }
    }
}

/// The sizes that attribute `name` writes, when they fit the rows and the number of values.
fn written_segments(
    ctx: &Context,
    rows: &[ValueSpec],
    props: DictId,
    name: &str,
    count: usize,
) -> Option<Vec<usize>> {
    let sizes = ctx.attr_ints(ctx.dict_get(props, name)?)?;
    let sizes: Vec<usize> = sizes.into_iter().map(usize::try_from).collect::<Result<_, _>>().ok()?;
    let total = sizes.iter().try_fold(0usize, |sum, &size| sum.checked_add(size))?;
    let fits = rows.iter().zip(&sizes).all(|(row, &size)| match row.arity {
        Arity::One => size == 1,
        Arity::Optional => size <= 1,
        _ => true,
    });
    (fits && sizes.len() == rows.len() && total == count).then_some(sizes)
}

fn segments(
    ctx: &Context,
    spec: &OpSpec,
    rows: &[ValueSpec],
    props: DictId,
    count: usize,
) -> Option<Vec<usize>> {
    let attr_of = |i: u8| ctx.dict_get(props, &spec.attrs.get(usize::from(i))?.name);
    // Sizes that attributes give are certain. Of the rest, one variadic row takes what is left; without one, optional
    // rows are filled from the front.
    let mut sizes: Vec<Option<usize>> = rows
        .iter()
        .map(|row| match row.arity {
            Arity::One => Some(1),
            Arity::Optional | Arity::Variadic => None,
            Arity::NumberAttr(i) => attr_of(i).and_then(|a| usize::try_from(ctx.attr_int(a)?).ok()),
            Arity::TypeListAttr(i) => match attr_of(i).map(|a| ctx.attr_of(a)) {
                Some(crate::Attr::Array(items)) => Some(items.len()),
                _ => None,
            },
        })
        .collect();
    let known = sizes.iter().flatten().try_fold(0usize, |sum, &size| sum.checked_add(size))?;
    let mut left = count.checked_sub(known)?;
    let open = sizes.iter().filter(|size| size.is_none()).count();
    let many = |row: &ValueSpec| row.arity != Arity::Optional;
    if let Some(i) = (0..rows.len()).find(|&i| sizes[i].is_none() && many(&rows[i])) {
        let open_many = (0..rows.len()).filter(|&i| sizes[i].is_none() && many(&rows[i])).count();
        // Several open groups with nothing to tell them apart share evenly, as TensorFlow's `N`-typed pairs do.
        if open_many > 1 {
            if !left.is_multiple_of(open_many) {
                return None;
            }
            for (size, row) in sizes.iter_mut().zip(rows) {
                if size.is_none() {
                    *size = Some(if many(row) { left / open_many } else { 0 });
                }
            }
            return sizes.into_iter().collect();
        }
        let optionals = open - 1;
        let filled = optionals.min(left);
        let mut fill = filled;
        for (_, size) in sizes.iter_mut().enumerate().filter(|(j, size)| *j != i && size.is_none()) {
            let take = usize::from(fill > 0);
            *size = Some(take);
            fill -= take;
        }
        sizes[i] = Some(left - filled);
        return sizes.into_iter().collect();
    }
    for size in sizes.iter_mut().filter(|size| size.is_none()) {
        let take = left.min(1);
        *size = Some(take);
        left -= take;
    }
    (left == 0).then(|| sizes.into_iter().collect()).flatten()
}

impl Context {
    /// The default of attribute `name` of `spec` as an attribute.
    pub fn default_attr(&self, spec: &OpSpec, name: &str) -> Option<AttrId> {
        let (_, row) = spec.attr(name)?;
        let Presence::Default(value) = &row.presence else { return None };
        Some(self.default_value(&row.kind, value))
    }

    fn default_value(&self, kind: &AttrKind, value: &DefaultValue) -> AttrId {
        let width = match kind {
            AttrKind::Int(width) | AttrKind::Ints(width) => *width,
            _ => 64,
        };
        let int_type =
            self.ty(crate::Type::Integer { width: width.into(), signedness: crate::Signedness::Signless });
        match value {
            DefaultValue::Int(n) => self.int_attr((*n).into(), int_type),
            DefaultValue::Float(x) => self.float_attr(*x, TypeId::F32),
            DefaultValue::Bool(b) => self.bool_attr(*b),
            DefaultValue::Str(s) => self.str_attr(s),
            DefaultValue::Ints(list) => {
                let items: Vec<_> = list.iter().map(|&n| self.int_attr(n.into(), int_type)).collect();
                self.array_attr(&items)
            }
            DefaultValue::Floats(list) => {
                let items: Vec<_> = list.iter().map(|&x| self.float_attr(x.into(), TypeId::F32)).collect();
                self.array_attr(&items)
            }
            DefaultValue::Strs(list) => {
                let items: Vec<_> = list.iter().map(|s| self.str_attr(s)).collect();
                self.array_attr(&items)
            }
            DefaultValue::Type(name) => self.type_attr(self.elem_named(name).unwrap_or(TypeId::NONE)),
            DefaultValue::EmptyList => self.array_attr(&[]),
        }
    }
}
