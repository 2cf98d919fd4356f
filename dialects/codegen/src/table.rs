//! The op tables as parsed: names are resolved, sets are sets, nothing refers to text any more.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use core_ir::Arithmetic;
use core_ir::spec::{Arg, ElemSet, Traits, When};
use pest::Parser;
use pest::iterators::{Pair, Pairs};

/// The grammar in `ods.pest`.
#[derive(pest_derive::Parser)]
#[grammar = "ods.pest"]
struct Ods;

/// All tables of a dialect.
#[derive(Default)]
pub struct Tables {
    /// Whether the dialect keeps operations that it has no row for.
    pub(crate) is_open: bool,
    /// Enumerations by name.
    pub(crate) enums: BTreeMap<String, EnumRow>,
    /// Element sets by name.
    pub(crate) sets: BTreeMap<String, SetRow>,
    /// Constraints that rows name.
    pub(crate) constraints: BTreeMap<String, ConstraintDef>,
    /// Operations by name.
    pub(crate) ops: BTreeMap<String, OpRow>,
    /// Changes to ops of TensorFlow's registry, by op name.
    pub(crate) overrides: BTreeMap<String, OverrideRow>,
}

/// See `dialects::tf::Override`.
#[derive(Default)]
pub(crate) struct OverrideRow {
    pub(crate) traits: Traits,
    pub(crate) impure: bool,
    pub(crate) attrs: Vec<AttrRow>,
    pub(crate) derived: Vec<String>,
    pub(crate) optional: Vec<String>,
}

/// A set of element types and what messages call its members.
#[derive(Clone)]
pub(crate) struct SetRow {
    pub(crate) set: ElemSet,
    pub(crate) takes: String,
}

/// A predicate that rows may ask.
pub(crate) struct ConstraintDef {
    /// Its parameters, and whether it takes any number of them.
    pub(crate) parameters: Vec<(String, bool)>,
    /// The function.
    pub(crate) path: String,
    /// Whether it is asked before ranks are.
    pub(crate) is_early: bool,
    /// What it says, with `{parameter}` for a name or number and `{parameter#}` for an index.
    pub(crate) sentence: String,
}

/// A predicate that a row asks.
pub(crate) struct ConstraintRow {
    pub(crate) path: String,
    pub(crate) sentence: String,
    pub(crate) when: When,
    pub(crate) args: Vec<Arg>,
}

pub(crate) struct EnumRow {
    pub(crate) mnemonic: Option<String>,
    pub(crate) cases: Vec<(String, i32)>,
}

pub(crate) struct OpRow {
    pub(crate) name: String,
    pub(crate) summary: String,
    /// The theme file that holds the row, for the docs page.
    pub(crate) theme: String,
    pub(crate) builtin: Option<Builtin>,
    pub(crate) operands: Vec<ValueRow>,
    pub(crate) results: Vec<ValueRow>,
    pub(crate) attrs: Vec<AttrRow>,
    pub(crate) constraints: Vec<ConstraintRow>,
    pub(crate) traits: Traits,
    pub(crate) regions: Option<u8>,
    pub(crate) versions: Vec<VersionRow>,
    pub(crate) verify: Option<String>,
    pub(crate) infer: Option<String>,
    pub(crate) arithmetic: Option<Arithmetic>,
    /// The short form, and whether the generic form goes without quotes where that does not do.
    pub(crate) syntax: Option<(String, bool)>,
    /// What the result is called where the text is not generic.
    pub(crate) result_name: String,
}

pub(crate) struct Builtin {
    pub(crate) name: String,
    /// The options table, and whether LiteRT's writer makes it.
    pub(crate) options: Option<(String, bool)>,
}

pub(crate) struct ValueRow {
    pub(crate) name: String,
    pub(crate) arity: Arity,
    /// The rank that must be known, and whether the runtime alone wants it; `None` for values that need be no tensors.
    pub(crate) form: Option<(Option<u8>, bool)>,
    pub(crate) rule: Elems,
    /// What messages call the element types.
    pub(crate) takes: String,
    /// The least and the greatest rank.
    pub(crate) rank: Rank,
    /// What kernels take, where that is something else.
    pub(crate) kernels: Option<(ElemSet, Rank)>,
}

/// The least and the greatest rank.
pub(crate) type Rank = Option<(u8, u8)>;

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Arity {
    One,
    Optional,
    Variadic,
}

pub(crate) enum Elems {
    Any,
    In(ElemSet),
    Same(u8),
}

pub(crate) struct AttrRow {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) list: bool,
    pub(crate) limit: Option<Limit>,
    pub(crate) presence: Presence,
    pub(crate) source: Source,
    pub(crate) field: Field,
}

/// See `core_ir::spec::AttrLimit`.
pub(crate) enum Limit {
    Positive,
    NonNegative,
    Between(i64, i64),
    SizeAtMost(u32),
    Exactly(Literal),
}

pub(crate) enum Presence {
    Required,
    Optional,
    Default(Literal),
    Derived,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Source {
    Attr,
    Region(u8),
    OperandElem(u8),
    ResultElem(u8),
}

pub(crate) enum Field {
    /// The field with the attribute's name.
    SameName,
    Named(String),
    Unstored,
}

#[derive(Clone)]
pub(crate) enum Literal {
    Float(String),
    Int(i64),
    Str(String),
    Bool(bool),
    Empty,
    Name(String),
}

pub(crate) struct VersionRow {
    pub(crate) version: u16,
    pub(crate) runtime: String,
    pub(crate) when: Vec<Condition>,
}

/// See `core_ir::spec::VersionCondition`.
pub(crate) enum Condition {
    OperandElem(u8, ElemSet),
    ResultElem(u8, ElemSet),
    RankOver(u8, u8),
    RankUnder(u8, u8),
    RankIs(u8, u8),
    CountIs(u8),
    OperandPerAxis(u8),
    ResultPerAxis(u8),
    Sparse(u8),
    Present(u8),
    ShapesDiffer(u8, u8),
    DimsDiffer(u8, u8, u8, u8),
    Rescale,
    AttrInt(String, bool, i64),
    AttrWord(String, bool, String),
    AttrTypeIsNot(String, String),
}

impl Tables {
    /// The tables of a folder. `enums.ods` comes first because the others use its names.
    ///
    /// # Errors
    /// A file cannot be read, or is no table; the message says where.
    pub fn read(folder: &Path) -> anyhow::Result<Self> {
        let mut files: Vec<PathBuf> = fs::read_dir(folder)
            .with_context(|| folder.display().to_string())?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()?;
        files.retain(|path| path.extension().is_some_and(|ext| ext == "ods"));
        files.sort_by_key(|path| (!path.ends_with("enums.ods"), path.clone()));
        let mut tables = Self::default();
        for path in files {
            let theme = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let source = fs::read_to_string(&path)?;
            tables.add(&theme, &source).with_context(|| path.display().to_string())?;
        }
        Ok(tables)
    }

    /// Adds the items of one file. Sets and enums must come before their use.
    ///
    /// # Errors
    /// The text is no table; the message says in which line.
    pub fn add(&mut self, theme: &str, source: &str) -> anyhow::Result<()> {
        let file = Ods::parse(Rule::file, source)?.next().context("an empty parse")?;
        for item in file.into_inner() {
            let place = item.line_col().0;
            let done = match item.as_rule() {
                Rule::open_def => {
                    self.is_open = true;
                    Ok(())
                }
                Rule::enum_def => self.add_enum(item),
                Rule::set_def => self.add_set(item),
                Rule::constraint_def => self.add_constraint(item),
                Rule::op_def => self.add_op(theme, item),
                Rule::override_def => self.add_override(item),
                _ => Ok(()),
            };
            done.with_context(|| format!("line {place}"))?;
        }
        Ok(())
    }

    fn add_enum(&mut self, item: Pair<'_, Rule>) -> anyhow::Result<()> {
        let mut parts = item.into_inner();
        let name = text(parts.next())?;
        let mut row = EnumRow { mnemonic: None, cases: Vec::new() };
        for part in parts {
            let part_kind = part.as_rule();
            let mut inner = part.into_inner();
            let word = text(inner.next())?;
            match part_kind {
                Rule::mnemonic => row.mnemonic = Some(word),
                _ => row.cases.push((word, text(inner.next())?.parse()?)),
            }
        }
        ensure!(self.enums.insert(name.clone(), row).is_none(), "enum {name} is defined twice");
        Ok(())
    }

    fn add_set(&mut self, item: Pair<'_, Rule>) -> anyhow::Result<()> {
        let mut parts = item.into_inner();
        let name = text(parts.next())?;
        let mut row = self.elems(parts.next().context("a set without members")?)?;
        if let Some(string) = parts.next() {
            row.takes = text(string.into_inner().next())?;
        }
        ensure!(ElemSet::bit(&name).is_none(), "{name} is an element type");
        ensure!(self.sets.insert(name.clone(), row).is_none(), "set {name} is defined twice");
        Ok(())
    }

    fn add_constraint(&mut self, item: Pair<'_, Rule>) -> anyhow::Result<()> {
        let mut parts = item.into_inner();
        let name = text(parts.next())?;
        let path = format!("super::verify::{name}");
        let mut row =
            ConstraintDef { parameters: Vec::new(), path, is_early: false, sentence: String::new() };
        for part in parts {
            match part.as_rule() {
                Rule::parameter => {
                    let mut words = part.into_inner();
                    row.parameters.push((text(words.next())?, words.next().is_some()));
                }
                Rule::early => row.is_early = true,
                Rule::of_core => row.path = format!("core_ir::constraint::{name}"),
                _ => row.sentence = text(part.into_inner().next())?,
            }
        }
        let many = row.parameters.iter().filter(|parameter| parameter.1).count();
        ensure!(many <= 1, "{name} takes several lists");
        ensure!(self.constraints.insert(name.clone(), row).is_none(), "{name} is defined twice");
        Ok(())
    }

    /// Several overrides of one op add up.
    fn add_override(&mut self, item: Pair<'_, Rule>) -> anyhow::Result<()> {
        let (names, members): (Vec<_>, Vec<_>) =
            item.into_inner().partition(|part| part.as_rule() == Rule::op_name);
        for name in names {
            let row = self.overrides.entry(name.as_str().trim().to_owned()).or_default();
            for member in members.clone() {
                let member_kind = member.as_rule();
                let mut inner = member.into_inner();
                match member_kind {
                    Rule::attr => row.attrs.push(attr(&[], &[], inner)?),
                    Rule::traits => row.traits = row.traits.with(traits(inner)?),
                    Rule::impure => row.impure = true,
                    Rule::derived => row.derived.push(text(inner.next())?),
                    _ => row.optional.push(text(inner.next())?),
                }
            }
        }
        Ok(())
    }

    fn elems(&self, pair: Pair<'_, Rule>) -> anyhow::Result<SetRow> {
        let mut bits = 0;
        let mut takes = Vec::new();
        for member in pair.into_inner() {
            let name = member.as_str();
            match (ElemSet::bit(name), self.sets.get(name)) {
                (Some(bit), _) => {
                    bits |= 1 << bit;
                    takes.push(ElemSet::description(name).unwrap_or(name));
                }
                (None, Some(row)) => {
                    bits |= row.set.0;
                    takes.push(&row.takes);
                }
                (None, None) => bail!("`{name}` is neither an element type nor a set"),
            }
        }
        Ok(SetRow { set: ElemSet(bits), takes: takes.join(" or ") })
    }

    fn add_op(&mut self, theme: &str, item: Pair<'_, Rule>) -> anyhow::Result<()> {
        let (names, parts): (Vec<_>, Vec<_>) =
            item.into_inner().partition(|part| part.as_rule() == Rule::op_name);
        names.into_iter().try_for_each(|name| self.add_row(theme, text(Some(name))?, parts.clone()))
    }

    fn add_row(&mut self, theme: &str, name: String, parts: Vec<Pair<'_, Rule>>) -> anyhow::Result<()> {
        let mut op = OpRow {
            name,
            summary: String::new(),
            theme: theme.to_owned(),
            builtin: None,
            operands: Vec::new(),
            results: Vec::new(),
            attrs: Vec::new(),
            constraints: Vec::new(),
            traits: Traits::NONE,
            regions: Some(0),
            versions: Vec::new(),
            verify: None,
            infer: None,
            arithmetic: None,
            syntax: None,
            result_name: String::new(),
        };
        for part in parts {
            self.add_member(&mut op, part).with_context(|| op.name.clone())?;
        }
        if op.builtin.is_some() {
            let last = op.versions.last().with_context(|| format!("{} has no version", op.name))?;
            ensure!(last.when.is_empty(), "{}: the last version has a condition", op.name);
        }
        let name = op.name.clone();
        ensure!(self.ops.insert(name.clone(), op).is_none(), "{name} is defined twice");
        Ok(())
    }

    fn add_member(&self, op: &mut OpRow, part: Pair<'_, Rule>) -> anyhow::Result<()> {
        let part_kind = part.as_rule();
        let whole = part.as_str().to_owned();
        let mut inner = part.into_inner();
        match part_kind {
            Rule::string => op.summary = text(inner.next())?,
            Rule::builtin => {
                let name = text(inner.next())?;
                let options = inner.next().map(|options| {
                    let mut words = options.into_inner();
                    Ok::<_, anyhow::Error>((text(words.next())?, words.next().is_none()))
                });
                op.builtin = Some(Builtin { name, options: options.transpose()? });
            }
            Rule::operand => {
                let row = self.value(op, inner.next().context("a value")?)?;
                op.operands.push(row);
            }
            Rule::result => {
                let row = self.value(op, inner.next().context("a value")?)?;
                op.results.push(row);
            }
            Rule::attr => {
                let row = attr(&op.operands, &op.results, inner)?;
                op.attrs.push(row);
            }
            Rule::where_holds | Rule::at_runtime => {
                let row = self.constraint(op, inner, part_kind == Rule::at_runtime)?;
                op.constraints.push(row);
            }
            Rule::traits => op.traits = op.traits.with(traits(inner)?),
            Rule::regions => {
                let count = inner.next().context("a count")?;
                op.regions =
                    (count.as_rule() == Rule::integer).then(|| count.as_str().parse()).transpose()?;
            }
            Rule::version => {
                let row = self.version(op, inner)?;
                op.versions.push(row);
            }
            Rule::verify => op.verify = Some(text(inner.next())?),
            Rule::infer => op.infer = Some(text(inner.next())?),
            Rule::named => op.result_name = text(inner.next())?,
            Rule::syntax => {
                let string = inner.next().context("a format")?;
                let format = text(string.into_inner().next())?;
                let format = format.split_whitespace().collect::<Vec<_>>().join(" ");
                op.syntax = Some((format, inner.next().is_some()));
            }
            Rule::arithmetic => {
                let word = text(inner.next())?;
                let known = Arithmetic::WORDS.iter().find(|row| row.0 == word).map(|row| row.1);
                let number = || word.parse().map(Arithmetic::PerResult);
                op.arithmetic =
                    Some(known.map_or_else(number, Ok).with_context(|| format!("`{word}` is no count"))?);
            }
            _ => bail!("unexpected `{whole}`"),
        }
        Ok(())
    }

    fn value(&self, op: &OpRow, pair: Pair<'_, Rule>) -> anyhow::Result<ValueRow> {
        let mut parts = pair.into_inner();
        let mut row = ValueRow {
            name: text(parts.next())?,
            arity: Arity::One,
            form: Some((None, false)),
            rule: Elems::Any,
            takes: String::new(),
            rank: None,
            kernels: None,
        };
        for part in parts {
            match part.as_rule() {
                Rule::arity => {
                    row.arity = if part.as_str().trim() == "?" { Arity::Optional } else { Arity::Variadic }
                }
                Rule::form => {
                    let words: Vec<_> = part.into_inner().collect();
                    let digit = words.last().and_then(|word| word.as_str().strip_suffix('D'));
                    row.form = Some((Some(digit.context("a rank")?.parse()?), words.len() > 1));
                }
                Rule::rank => row.rank = rank(part)?,
                Rule::elem_rule => {
                    let elems = part.into_inner().next().context("an element rule")?;
                    match elems.as_rule() {
                        Rule::same => row.rule = Elems::Same(operand(op, &text(elems.into_inner().next())?)?),
                        _ if elems.as_str().trim() == "any" => {}
                        _ if elems.as_str().trim() == "anything" => row.form = None,
                        _ => {
                            let set = self.elems(elems)?;
                            (row.rule, row.takes) = (Elems::In(set.set), set.takes);
                        }
                    }
                }
                Rule::kernels => row.kernels = Some(self.kernels(&row, part)?),
                _ => bail!("unexpected `{}`", part.as_str()),
            }
        }
        Ok(row)
    }

    /// What kernels take of a value that the definition has as `row`.
    fn kernels(&self, row: &ValueRow, part: Pair<'_, Rule>) -> anyhow::Result<(ElemSet, Rank)> {
        let mut bits = match row.rule {
            Elems::In(set) => set.0,
            Elems::Any | Elems::Same(_) => u64::MAX,
        };
        let mut kernel_rank = row.rank;
        for word in part.into_inner() {
            match word.as_rule() {
                Rule::rank => kernel_rank = rank(word)?,
                Rule::elems => bits = self.elems(word)?.set.0,
                is_more => {
                    let set = self.elems(word.into_inner().next().context("element types")?)?.set.0;
                    bits = if is_more == Rule::more { bits | set } else { bits & !set };
                }
            }
        }
        Ok((ElemSet(bits), kernel_rank))
    }

    fn constraint(
        &self,
        op: &OpRow,
        mut parts: Pairs<'_, Rule>,
        at_runtime: bool,
    ) -> anyhow::Result<ConstraintRow> {
        let name = text(parts.next())?;
        let def = self.constraints.get(&name).with_context(|| format!("no constraint `{name}`"))?;
        let (mut args, mut words, mut sentence) = (Vec::new(), Vec::new(), None);
        for part in parts {
            if part.as_rule() == Rule::string {
                sentence = Some(text(part.into_inner().next())?);
                continue;
            }
            let word = part.as_str().trim();
            args.push(match (word.parse(), operand(op, word)) {
                (Ok(number), _) => Arg::Number(number),
                (_, Ok(at)) => Arg::Operand(at),
                _ => Arg::Result(result(op, word)?),
            });
            words.push(word.to_owned());
        }
        let sentence = match sentence {
            Some(sentence) => sentence,
            None => fill_in(def, &args, &words).with_context(|| name.clone())?,
        };
        let when = match (at_runtime, def.is_early) {
            (true, _) => When::AtRuntime,
            (false, true) => When::Early,
            (false, false) => When::Late,
        };
        Ok(ConstraintRow { path: def.path.clone(), sentence, when, args })
    }

    fn version(&self, op: &OpRow, mut parts: Pairs<'_, Rule>) -> anyhow::Result<VersionRow> {
        let mut row =
            VersionRow { version: text(parts.next())?.parse()?, runtime: String::new(), when: Vec::new() };
        for part in parts {
            match part.as_rule() {
                Rule::since => {
                    let string = part.into_inner().next().context("a release")?;
                    row.runtime = text(string.into_inner().next())?;
                }
                _ => {
                    for condition in part.into_inner() {
                        row.when.push(self.condition(op, condition)?);
                    }
                }
            }
        }
        Ok(row)
    }

    fn condition(&self, op: &OpRow, pair: Pair<'_, Rule>) -> anyhow::Result<Condition> {
        let pair_kind = pair.as_rule();
        let parts: Vec<Pair<'_, Rule>> = pair.into_inner().collect();
        let word = |i: usize| parts.get(i).map(|part| part.as_str()).context("a word");
        let value = |i: usize| operand(op, word(i)?);
        let number = |i: usize| Ok::<u8, anyhow::Error>(word(i)?.parse()?);
        Ok(match pair_kind {
            Rule::rank_is => match word(1)? {
                ">" => Condition::RankOver(value(0)?, number(2)?),
                "<" => Condition::RankUnder(value(0)?, number(2)?),
                "==" => Condition::RankIs(value(0)?, number(2)?),
                other => bail!("a rank by `{other}`"),
            },
            Rule::count_is => Condition::CountIs(number(0)?),
            Rule::per_axis => match value(0) {
                Ok(operand) => Condition::OperandPerAxis(operand),
                Err(_) => Condition::ResultPerAxis(result(op, word(0)?)?),
            },
            Rule::sparse => Condition::Sparse(value(0)?),
            Rule::present => Condition::Present(value(0)?),
            Rule::differ => Condition::ShapesDiffer(value(0)?, value(1)?),
            Rule::dims => Condition::DimsDiffer(value(0)?, number(1)?, value(2)?, number(3)?),
            Rule::rescale => Condition::Rescale,
            Rule::elem_is => {
                let set = self.elems(parts[1].clone())?.set;
                match value(0) {
                    Ok(operand) => Condition::OperandElem(operand, set),
                    Err(_) => Condition::ResultElem(result(op, word(0)?)?, set),
                }
            }
            Rule::attr_is => attr_condition(op, &parts)?,
            _ => bail!("no such condition"),
        })
    }
}

/// The sentence of a constraint about `args`, which are written as `words`.
fn fill_in(def: &ConstraintDef, args: &[Arg], words: &[String]) -> anyhow::Result<String> {
    let fixed = def.parameters.iter().filter(|parameter| !parameter.1).count();
    let listed = args.len().checked_sub(fixed).context("too few arguments")?;
    let mut sentence = def.sentence.clone();
    let mut at = 0;
    for (parameter, is_list) in &def.parameters {
        let count = if *is_list { listed } else { 1 };
        let (args, words) = (&args[at..at + count], &words[at..at + count]);
        at += count;
        let all = match words.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} and {last}", others.join(", ")),
            None => String::new(),
        };
        sentence = sentence.replace(&format!("{{{parameter}}}"), &all);
        if let Some(Arg::Operand(index) | Arg::Result(index)) = args.first() {
            sentence = sentence.replace(&format!("{{{parameter}#}}"), &index.to_string());
        }
    }
    ensure!(at == args.len(), "too many arguments");
    ensure!(!sentence.contains('{'), "`{sentence}` has a place that nothing fills");
    Ok(sentence)
}

fn rank(part: Pair<'_, Rule>) -> anyhow::Result<Rank> {
    let mut inner = part.into_inner();
    let (first, number) = (text(inner.next())?, text(inner.next())?.parse()?);
    Ok(Some(match first.as_str() {
        "==" => (number, number),
        "<=" => (0, number),
        ">=" => (number, u8::MAX),
        low => (low.parse().with_context(|| format!("a rank by `{low}`"))?, number),
    }))
}

fn limit(part: Pair<'_, Rule>) -> anyhow::Result<Limit> {
    let part = part.into_inner().next().context("a limit")?;
    let part_kind = part.as_rule();
    let mut inner = part.into_inner();
    Ok(match part_kind {
        Rule::positive => Limit::Positive,
        Rule::non_negative => Limit::NonNegative,
        Rule::between => Limit::Between(text(inner.next())?.parse()?, text(inner.next())?.parse()?),
        Rule::size => Limit::SizeAtMost(text(inner.next())?.parse()?),
        _ => Limit::Exactly(literal(inner.next().context("a value")?)?),
    })
}

fn attr_condition(op: &OpRow, parts: &[Pair<'_, Rule>]) -> anyhow::Result<Condition> {
    let [name, compare, value] = parts else { bail!("an attribute, a comparison and a value") };
    let name = name.as_str().to_owned();
    ensure!(op.attrs.iter().any(|attr| attr.name == name), "no attribute {name}");
    let equal = match compare.as_str() {
        "==" => true,
        "!=" => false,
        other => bail!("an attribute by `{other}`"),
    };
    Ok(match literal(value.clone())? {
        Literal::Int(n) => Condition::AttrInt(name, equal, n),
        Literal::Bool(b) => Condition::AttrInt(name, equal, b.into()),
        Literal::Str(word) => Condition::AttrWord(name, equal, word),
        Literal::Name(ty) if !equal && ElemSet::bit(&ty).is_some() => Condition::AttrTypeIsNot(name, ty),
        _ => bail!("{name} has no such value"),
    })
}

fn traits(words: Pairs<'_, Rule>) -> anyhow::Result<Traits> {
    let mut all = Traits::NONE;
    for word in words {
        let word = word.as_str().trim();
        let found = Traits::ALL.iter().find(|(name, _)| *name == word);
        all = all.with(found.with_context(|| format!("no trait `{word}`"))?.1);
    }
    Ok(all)
}

fn attr(operands: &[ValueRow], results: &[ValueRow], mut parts: Pairs<'_, Rule>) -> anyhow::Result<AttrRow> {
    let name = text(parts.next())?;
    let mut kind = parts.next().context("a kind")?.into_inner();
    let mut row = AttrRow {
        name,
        kind: text(kind.next())?,
        list: kind.next().is_some(),
        limit: None,
        presence: Presence::Required,
        source: Source::Attr,
        field: Field::SameName,
    };
    for part in parts {
        let part_kind = part.as_rule();
        if part_kind == Rule::limit {
            row.limit = Some(limit(part)?);
            continue;
        }
        let inner = part.into_inner().next();
        match (part_kind, inner) {
            (Rule::presence, Some(inner)) => {
                row.presence = match inner.as_rule() {
                    Rule::optional => Presence::Optional,
                    _ => Presence::Default(literal(inner.into_inner().next().context("a default")?)?),
                };
            }
            (Rule::source, Some(inner)) => {
                row.presence = Presence::Derived;
                let is_elem = inner.as_rule() == Rule::elem;
                let of = text(inner.into_inner().next())?;
                row.source = match place(operands, &of) {
                    _ if !is_elem => Source::Region(of.parse()?),
                    Ok(index) => Source::OperandElem(index),
                    Err(_) => Source::ResultElem(place(results, &of)?),
                };
            }
            (Rule::field, Some(inner)) => {
                row.field = match inner.as_rule() {
                    Rule::unstored => Field::Unstored,
                    _ => Field::Named(inner.as_str().to_owned()),
                };
            }
            _ => bail!("attribute {}", row.name),
        }
    }
    Ok(row)
}

fn literal(pair: Pair<'_, Rule>) -> anyhow::Result<Literal> {
    let inner = pair.into_inner().next().context("a literal")?;
    Ok(match inner.as_rule() {
        Rule::float => Literal::Float(inner.as_str().to_owned()),
        Rule::integer => Literal::Int(inner.as_str().parse()?),
        Rule::string => Literal::Str(text(inner.into_inner().next())?),
        Rule::boolean => Literal::Bool(inner.as_str().trim() == "true"),
        Rule::empty => Literal::Empty,
        _ => Literal::Name(inner.as_str().to_owned()),
    })
}

fn operand(op: &OpRow, name: &str) -> anyhow::Result<u8> {
    place(&op.operands, name)
}

fn result(op: &OpRow, name: &str) -> anyhow::Result<u8> {
    place(&op.results, name)
}

fn place(rows: &[ValueRow], name: &str) -> anyhow::Result<u8> {
    let at = rows.iter().position(|row| row.name == name);
    Ok(u8::try_from(at.with_context(|| format!("no operand or result {name}"))?)?)
}

fn text(pair: Option<Pair<'_, Rule>>) -> anyhow::Result<String> {
    Ok(pair.context("something is missing")?.as_str().trim().to_owned())
}
