//! TensorFlow's op registry, packed as text and decoded one op at a time.
//!
//! `dialects/tables/tf_ops.txt` has a line for each op, sorted by name. A look-up is a binary search over the text;
//! nothing is built beforehand. `xtask/codegen/tf_registry.py` describes the words of a line.

use std::borrow::Cow;

use core_ir::spec::{AttrSpec, OpSpec, Presence, Traits};

use super::generated::OVERRIDES;
use super::op_def::{ArgDef, ArgElem, AttrDef, AttrDefault, OpDef, spec_from_op_def};

const OPS: &str = include_str!("../../tables/tf_ops.txt");

/// What `dialects/tables/tf.ods` changes of a registry op.
pub(super) struct Override {
    /// Traits to add.
    pub(super) traits: Traits,
    /// Whether the op is not pure although the registry takes it for stateless.
    pub(super) impure: bool,
    /// Attributes to add.
    pub(super) attrs: &'static [AttrSpec],
    /// Attributes that follow from result types.
    pub(super) derived: &'static [&'static str],
    /// Attributes that may be missing because a resource or variant type holds what they say.
    pub(super) optional: &'static [&'static str],
}

/// The OpDef of a registered op by its TensorFlow name, `Conv2D`.
pub fn op_def(name: &str) -> Option<OpDef<'static>> {
    // The packed text is part of the program and a test decodes every line, so a line that does not decode is one
    // that the search did not find.
    decode(find_line(name)?).ok()
}

/// The names of all registered ops, sorted.
pub fn op_def_names() -> impl Iterator<Item = &'static str> {
    lines().map(line_name)
}

/// The row of a registered op, `tf.Conv2D`, with the overrides of `tf.ods` but without hooks.
pub(super) fn find_op(name: &str) -> Option<OpSpec> {
    let mut spec = spec_from_op_def(&op_def(name.strip_prefix("tf.")?)?).ok()?;
    if let Ok(at) = OVERRIDES.binary_search_by(|entry| entry.0.cmp(name)) {
        apply(&mut spec, &OVERRIDES[at].1);
    }
    Some(spec)
}

fn apply(spec: &mut OpSpec, change: &Override) {
    spec.traits = spec.traits.with(change.traits);
    if change.impure {
        spec.traits = spec.traits.without(Traits::PURE).with(Traits::STATEFUL);
    }
    let attrs = spec.attrs.to_mut();
    for attr in attrs.iter_mut().filter(|attr| change.derived.contains(&attr.name.as_ref())) {
        attr.presence = Presence::Derived;
    }
    for attr in attrs.iter_mut().filter(|attr| change.optional.contains(&attr.name.as_ref())) {
        attr.presence = Presence::Optional;
    }
    attrs.extend_from_slice(change.attrs);
}

fn lines() -> impl Iterator<Item = &'static str> {
    OPS.lines().filter(|line| !line.starts_with('#'))
}

fn line_name(line: &str) -> &str {
    line.split(' ').next().unwrap_or(line)
}

/// The line of the op called `name`.
fn find_line(name: &str) -> Option<&'static str> {
    let bytes = OPS.as_bytes();
    let first = bytes.iter().position(|&byte| byte == b'\n')? + 1;
    let (mut low, mut high) = (first, OPS.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[low..middle].iter().rposition(|&byte| byte == b'\n').map_or(low, |at| low + at + 1);
        let end = bytes[middle..].iter().position(|&byte| byte == b'\n').map_or(OPS.len(), |at| middle + at);
        let line = OPS.get(start..end)?;
        match line_name(line).cmp(name) {
            std::cmp::Ordering::Equal => return Some(line),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

fn decode(line: &'static str) -> Result<OpDef<'static>, String> {
    let mut words = line.split(' ');
    let mut def = OpDef { name: Cow::Borrowed(words.next().unwrap_or(line)), ..OpDef::default() };
    for word in words {
        match word.as_bytes().first() {
            Some(b'<') => def.inputs.push(arg(&word[1..])?),
            Some(b'>') => def.outputs.push(arg(&word[1..])?),
            Some(b'!') => match &word[1..] {
                "is_stateful" => def.is_stateful = true,
                "is_commutative" => def.is_commutative = true,
                "is_aggregate" => def.is_aggregate = true,
                "allows_uninitialized_input" => {}
                other => return Err(format!("no flag `{other}`")),
            },
            _ => def.attrs.push(attr(word)?),
        }
    }
    Ok(def)
}

fn arg(word: &'static str) -> Result<ArgDef<'static>, String> {
    let (name, ty) = word.split_once(':').ok_or_else(|| format!("no type in `{word}`"))?;
    let (ty, is_ref) = ty.strip_suffix('&').map_or((ty, false), |ty| (ty, true));
    let (ty, number) =
        ty.split_once('*').map_or((ty, None), |(ty, number)| (ty, Some(Cow::Borrowed(number))));
    let elem = match (ty.strip_prefix('$'), ty.strip_prefix('@')) {
        (Some(attr), _) => ArgElem::TypeAttr(Cow::Borrowed(attr)),
        (None, Some(attr)) => ArgElem::TypeListAttr(Cow::Borrowed(attr)),
        (None, None) => ArgElem::Fixed(Cow::Borrowed(ty)),
    };
    Ok(ArgDef { name: Cow::Borrowed(name), elem, number_attr: number, is_ref })
}

fn attr(word: &'static str) -> Result<AttrDef<'static>, String> {
    let (name, rest) = word.split_once(':').ok_or_else(|| format!("no kind in `{word}`"))?;
    let end = rest.find(['=', '{', '>']).unwrap_or(rest.len());
    let (kind, rest) = rest.split_at(end);
    let (kind, is_list) = kind.strip_suffix('s').map_or((kind, false), |kind| (kind, true));
    let spelled = if is_list { Cow::Owned(format!("list({kind})")) } else { Cow::Borrowed(kind) };
    let mut def = AttrDef {
        name: Cow::Borrowed(name),
        kind: spelled,
        default: None,
        allowed: Vec::new(),
        minimum: None,
    };
    let mut rest = rest;
    // `>=` can follow at once and begins with what a shape ends with, so the default goes first.
    if let Some(value) = rest.strip_prefix('=') {
        let end = value_end(value);
        def.default = Some(default(kind, is_list, &value[..end])?);
        rest = &value[end..];
    }
    if let Some(words) = rest.strip_prefix('{') {
        let (words, tail) = words.split_once('}').ok_or_else(|| format!("no end of values in `{word}`"))?;
        def.allowed = words.split(',').map(plain).collect::<Result<_, _>>()?;
        rest = tail;
    }
    match rest.strip_prefix(">=") {
        Some(minimum) => def.minimum = Some(minimum.parse().map_err(|_| format!("no minimum in `{word}`"))?),
        None if rest.is_empty() => {}
        None => return Err(format!("`{rest}` is left of `{word}`")),
    }
    Ok(def)
}

/// Where a default ends: lists, strings and shapes bring their own end, words go on to `{` or `>`.
fn value_end(value: &str) -> usize {
    let close = match value.as_bytes().first() {
        Some(b'[') => ']',
        Some(b'<') => '>',
        Some(b'"') => return value[1..].find('"').map_or(value.len(), |at| at + 2),
        _ => return value.find(['{', '>']).unwrap_or(value.len()),
    };
    value.find(close).map_or(value.len(), |at| at + 1)
}

fn default(kind: &str, is_list: bool, text: &'static str) -> Result<AttrDefault<'static>, String> {
    let wrong = || format!("`{text}` is no default of kind {kind}");
    if is_list {
        let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).ok_or_else(wrong)?;
        let items = || inner.split(',').filter(|item| !item.is_empty());
        return Ok(match kind {
            "int" => {
                AttrDefault::Ints(items().map(str::parse).collect::<Result<_, _>>().map_err(|_| wrong())?)
            }
            "float" => {
                AttrDefault::Floats(items().map(str::parse).collect::<Result<_, _>>().map_err(|_| wrong())?)
            }
            "string" => AttrDefault::Strs(items().map(string).collect::<Result<_, _>>()?),
            // Of the lists that a row cannot hold the empty one is all the same.
            _ if inner.is_empty() => AttrDefault::Ints(Vec::new()),
            _ => AttrDefault::Untold,
        });
    }
    Ok(match kind {
        "int" => AttrDefault::Int(text.parse().map_err(|_| wrong())?),
        "float" => AttrDefault::Float(text.parse().map_err(|_| wrong())?),
        "bool" => AttrDefault::Bool(text.parse().map_err(|_| wrong())?),
        "string" => AttrDefault::Str(string(text)?),
        "type" => AttrDefault::Type(Cow::Borrowed(text)),
        "shape" | "tensor" => AttrDefault::Untold,
        _ => return Err(wrong()),
    })
}

fn string(text: &'static str) -> Result<Cow<'static, str>, String> {
    let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    plain(inner.ok_or_else(|| format!("`{text}` is no string"))?)
}

/// Text with its `%2C` undone.
fn plain(text: &'static str) -> Result<Cow<'static, str>, String> {
    if !text.contains('%') {
        return Ok(Cow::Borrowed(text));
    }
    let wrong = || format!("`{text}` is not well quoted");
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        let code = after.get(..2).ok_or_else(wrong)?;
        bytes.push(u8::from_str_radix(code, 16).map_err(|_| wrong())?);
        rest = &after[2..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).map(Cow::Owned).map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// TensorFlow 2.21.0 registers so many ops when its wheel is imported.
    const COUNT: usize = 1908;

    #[test]
    fn the_registry_is_whole_and_sorted() {
        let header = OPS.lines().next().unwrap();
        assert!(header.starts_with(&format!("# {COUNT} ops of TensorFlow 2.21.0")), "{header}");
        let names: Vec<&str> = op_def_names().collect();
        assert_eq!(names.len(), COUNT);
        assert!(names.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn every_line_decodes_and_is_found() {
        for line in lines() {
            let def = decode(line).unwrap_or_else(|error| panic!("{error} in {line}"));
            let spec = spec_from_op_def(&def).unwrap_or_else(|error| panic!("{} {error}", def.name));
            assert_eq!(spec.operands.len(), def.inputs.len());
            assert_eq!(spec.results.len(), def.outputs.len());
            let told = |attr: &&AttrSpec| !attr.name.ends_with("SegmentSizes");
            assert_eq!(spec.attrs.iter().filter(told).count(), def.attrs.len());
            assert_eq!(find_line(&def.name), Some(line));
            assert_eq!(op_def(&def.name).unwrap(), def);
            assert_eq!(encode(&def), line, "nothing is lost");
        }
        for name in ["", "AA", "Conv2", "Conv2DX", "zzz", "#", "Zeta2"] {
            assert_eq!(find_line(name), None, "{name}");
        }
    }

    /// The inverse of [`decode`], for what it keeps: shapes, tensors and lists of types are copied from the line.
    fn encode(def: &OpDef<'_>) -> String {
        let line = find_line(&def.name).unwrap();
        let mut words = vec![def.name.to_string()];
        for (mark, args) in [('<', &def.inputs), ('>', &def.outputs)] {
            for arg in args {
                let elem = match &arg.elem {
                    ArgElem::Fixed(elem) => elem.to_string(),
                    ArgElem::TypeAttr(name) => format!("${name}"),
                    ArgElem::TypeListAttr(name) => format!("@{name}"),
                };
                let number = arg.number_attr.as_ref().map_or(String::new(), |number| format!("*{number}"));
                words.push(format!("{mark}{}:{elem}{number}{}", arg.name, if arg.is_ref { "&" } else { "" }));
            }
        }
        for attr in &def.attrs {
            words.push(encode_attr(attr, line));
        }
        let flags = [
            (def.is_commutative, "!is_commutative"),
            (def.is_aggregate, "!is_aggregate"),
            (def.is_stateful, "!is_stateful"),
            (line.ends_with("!allows_uninitialized_input"), "!allows_uninitialized_input"),
        ];
        words.extend(flags.iter().filter(|flag| flag.0).map(|flag| flag.1.to_owned()));
        words.join(" ")
    }

    fn encode_attr(attr: &AttrDef<'_>, line: &str) -> String {
        let kind =
            attr.kind.strip_prefix("list(").map_or(attr.kind.to_string(), |kind| kind.replace(')', "s"));
        let quote = |text: &str| {
            text.replace('%', "%25")
                .replace('\n', "%0A")
                .replace('\t', "%09")
                .replace(',', "%2C")
                .replace(' ', "%20")
        };
        let join = |items: Vec<String>| format!("[{}]", items.join(","));
        let default = attr.default.as_ref().map(|value| match value {
            AttrDefault::Int(n) => n.to_string(),
            AttrDefault::Float(_) | AttrDefault::Floats(_) | AttrDefault::Untold => {
                let from = line.split(' ').find(|word| word.starts_with(&format!("{}:", attr.name))).unwrap();
                let value = from.split_once('=').unwrap().1;
                value[..value_end(value)].to_owned()
            }
            AttrDefault::Bool(value) => value.to_string(),
            AttrDefault::Str(text) => format!("\"{}\"", quote(text)),
            AttrDefault::Type(elem) => elem.to_string(),
            AttrDefault::Ints(list) => join(list.iter().map(i64::to_string).collect()),
            AttrDefault::Strs(list) => join(list.iter().map(|text| format!("\"{}\"", quote(text))).collect()),
        });
        let default = default.map_or(String::new(), |value| format!("={value}"));
        let allowed: Vec<String> = attr.allowed.iter().map(|word| quote(word)).collect();
        let allowed = if allowed.is_empty() { String::new() } else { format!("{{{}}}", allowed.join(",")) };
        let minimum = attr.minimum.map_or(String::new(), |minimum| format!(">={minimum}"));
        format!("{}:{kind}{default}{allowed}{minimum}", attr.name)
    }

    #[test]
    fn overrides_name_registered_ops_and_attributes() {
        assert!(OVERRIDES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (name, change) in OVERRIDES {
            let plain = spec_from_op_def(&op_def(&name[3..]).unwrap_or_else(|| panic!("{name}"))).unwrap();
            for named in change.derived.iter().chain(change.optional) {
                assert!(plain.attr(named).is_some(), "{name}.{named}");
            }
            for attr in change.attrs {
                assert!(plain.attr(&attr.name).is_none(), "{name}.{}", attr.name);
            }
            let changed = find_op(name).unwrap();
            assert!(changed.traits.has(change.traits), "{name}");
            assert!(
                !change.impure || (plain.traits.has(Traits::PURE) && !changed.traits.has(Traits::PURE)),
                "{name}"
            );
        }
    }
}
