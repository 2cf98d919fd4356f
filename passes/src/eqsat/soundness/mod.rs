//! Whether rules are true: both sides computed on small programs.
//!
//! For each rule, programs are made that its left side may match ([`instance`]), and the matcher says whether it fires.
//! The right side is built as saturation builds it, and `eval` computes both sides for inputs of several kinds. They must
//! be as near to each other as the rule's class of exactness says:
//!
//! - `@exact`: every element is the same, but for the payload of NaN and the sign of zero. Inputs are ordinary numbers,
//!   zeros, infinities, NaN, denormal numbers and the largest ones.
//! - `@ulp(n)`: elements are `n` units in the last place apart at most. Infinities and NaN are the same on both sides.
//!   Inputs are ordinary numbers, zeros, infinities and NaN.
//! - `@reassoc`: elements are 64 roundings apart at most, of the largest number that either side meets on its way. Inputs
//!   are ordinary numbers: where sums overflow, their order matters.
//! - `@approx(t)`: elements are `t` times the largest element of the result apart at most, or `t` where no element is
//!   larger than one, and never asked to be nearer than 8 roundings; `@approx(0)`: not at all. Inputs are ordinary
//!   numbers.
//!
//! Integers, truth values and strings are the same in every class. A left side without a value for some input, such as an
//! index out of range, says nothing; a right side without one where the left has one is a fault. Dimensions are 1 to 3 in
//! ranks 0 to 5. A third of the programs have open dimensions: the rule is matched once, and computed for several sizes.
//!
//! A rule that fires on none of the programs is a fault too: its conditions contradict each other or what its operations
//! take, or its left side has no kernels.

mod compare;
mod example;
mod hints;
mod inputs;
mod instance;
mod program;
mod random;
mod roles;
mod shapes;
mod show;

use core_ir::diag::Diagnostic;
use core_ir::{Context, Dim, Type};
use egg::Id;
use eval::{EvalError, Tensor};
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::explain::miss::explain;
use super::facts::meet_types;
use super::rules::Compiled;
use super::rules::joint;
use super::rules::matcher::search_at;
use super::rules::run::{Miss, apply};
pub use example::examples;
use inputs::Regime;
use instance::Instance;
use program::{Leaf, Machine, Sizes, leaves_of, size};
use random::Random;

/// How hard to try.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// Programs with fixed dimensions on which a rule has to be right, and half as many with open ones. Fewer are enough
    /// where no more are found.
    pub instances: usize,
    /// Programs that are made to find these; ten times as many before a rule is said never to fire.
    pub tries: usize,
}

impl Default for Effort {
    fn default() -> Self {
        Self { instances: 24, tries: 240 }
    }
}

/// What was found out about one rule.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Its name, with the member of its family.
    pub rule: String,
    /// `file:line`
    pub place: String,
    /// How many different programs with fixed dimensions both sides were computed on.
    pub fixed: usize,
    /// As [`Self::fixed`], with open dimensions.
    pub open: usize,
    /// Why it is not tested, if it is not.
    pub exempt: Option<String>,
    /// What is wrong with it; the first fault ends the test.
    pub fault: Option<Diagnostic>,
}

/// Tests rules, several at a time. The findings are in the order of the rules, and the same in every run.
pub fn check<'r>(
    ctx: &Context,
    rules: impl IntoIterator<Item = &'r Compiled>,
    effort: Effort,
) -> Vec<Finding> {
    let all: Vec<&Compiled> = rules.into_iter().collect();
    all.par_iter().map(|rule| check_rule(ctx, rule, effort)).collect()
}

/// The faults among the findings of [`check`].
pub fn faults(findings: Vec<Finding>) -> Vec<Diagnostic> {
    findings.into_iter().filter_map(|finding| finding.fault).collect()
}

/// Operations without kernels, and why.
const UNEVALUATED: &[(&str, &str)] = &[
    ("tf.NonMaxSuppressionV4", "which boxes overlap is computed by runtimes alone"),
    ("tf.NonMaxSuppressionV5", "which boxes overlap is computed by runtimes alone"),
];

/// Why nothing can be said of a rule by computing its sides.
fn exemption(ctx: &Context, rule: &Compiled) -> Option<String> {
    let name = ctx.op_text(rule.pattern.name);
    if rule.pattern.place.is_some() {
        return Some(format!("`{name}` has effects: its results do not follow from its operands"));
    }
    let row = UNEVALUATED.iter().find(|row| row.0 == name)?;
    Some(format!("`{name}`: {}", row.1))
}

/// Tests one rule.
pub fn check_rule(ctx: &Context, rule: &Compiled, effort: Effort) -> Finding {
    let mut finding = Finding {
        rule: rule.name.clone(),
        place: rule.place.clone(),
        fixed: 0,
        open: 0,
        exempt: exemption(ctx, rule),
        fault: None,
    };
    if finding.exempt.is_some() {
        return finding;
    }
    let mut search = Search { ctx, rule, seen: FxHashSet::default(), why: Vec::new(), misses: 0 };
    for number in 0..effort.tries * 10 {
        let is_enough = finding.fixed >= effort.instances && 2 * finding.open >= effort.instances;
        if is_enough || number >= effort.tries && finding.fixed + finding.open > 0 {
            break;
        }
        let Some(mut instance) = instance::make(ctx, rule, number) else { continue };
        match search.try_instance(&mut instance, number as u64) {
            Ok(true) if instance.is_open => finding.open += 1,
            Ok(true) => finding.fixed += 1,
            Ok(false) => {}
            Err(fault) => {
                finding.fault = Some(*fault);
                return finding;
            }
        }
    }
    if finding.fixed + finding.open == 0 {
        finding.fault = Some(search.never_fires());
    }
    finding
}

/// The search for instances of one rule.
struct Search<'a, 'c> {
    ctx: &'c Context,
    rule: &'a Compiled,
    /// The programs so far, without the elements of constants.
    seen: FxHashSet<String>,
    /// Why programs were of no use, with how often.
    why: Vec<(String, usize)>,
    /// How many programs were looked at for what does not match.
    misses: usize,
}

impl<'c> Search<'_, 'c> {
    /// Whether a new instance was tested.
    fn try_instance(&mut self, instance: &mut Instance<'c>, number: u64) -> Result<bool, Box<Diagnostic>> {
        let (ctx, rule) = (self.ctx, self.rule);
        let root = instance.roots[0];
        let group = joint::groups_at(ctx, &instance.egraph, rule, &instance.roots).into_iter().next();
        let matches = match rule.joint {
            Some(_) => Vec::new(),
            None => search_at(ctx, &instance.egraph, rule, root),
        };
        if matches.is_empty() && group.is_none() {
            // A hundred say as much as thousands.
            if self.misses < 100 {
                self.misses += 1;
                let miss = explain(ctx, &instance.egraph, rule, root);
                self.note(miss.map_or(String::new(), |miss| miss.why));
            }
            return Ok(false);
        }
        let programs = instance.roots.iter().map(|&root| show::program(ctx, &instance.egraph, root, false));
        let key = programs.collect::<Vec<_>>().join("\n");
        if self.seen.contains(&key) {
            return Ok(false);
        }
        let mut is_tested = false;
        if let Some(group) = group {
            let built = joint::build(ctx, &mut instance.egraph, rule, &group);
            let members = group.members.iter().map(|(root, _)| *root);
            is_tested |= self.try_built(instance, built.map(|parts| members.zip(parts).collect()), number)?;
        }
        for subst in matches.iter().take(3) {
            let built = apply(ctx, &mut instance.egraph, rule, root, subst);
            is_tested |= self.try_built(instance, built.map(|built| vec![(root, built)]), number)?;
        }
        if is_tested {
            self.seen.insert(key);
        }
        Ok(is_tested)
    }

    fn note(&mut self, why: String) {
        match self.why.iter_mut().find(|(known, _)| *known == why) {
            Some((_, times)) => *times += 1,
            None => self.why.push((why, 1)),
        }
    }

    /// Whether both sides, given for each operation that the rule replaces, were computed for some input.
    fn try_built(
        &mut self,
        instance: &mut Instance<'c>,
        built: Result<Vec<(Id, Id)>, Miss>,
        number: u64,
    ) -> Result<bool, Box<Diagnostic>> {
        let sides = match built {
            Ok(sides) => sides,
            Err(why) => {
                self.note(format!("it fires, but its right side cannot be built: {why}"));
                return Ok(false);
            }
        };
        instance.egraph.rebuild();
        let mut is_tested = false;
        for (root, built) in sides {
            let sides = [root, built].map(|id| instance.egraph.find(id));
            is_tested |= self.try_sides(instance, sides, number)?;
        }
        Ok(is_tested)
    }

    fn try_sides(
        &mut self,
        instance: &Instance<'c>,
        [root, built]: [Id; 2],
        number: u64,
    ) -> Result<bool, Box<Diagnostic>> {
        let (ctx, rule, egraph) = (self.ctx, self.rule, &instance.egraph);
        let clash = meet_types(ctx, egraph[root].data.ty, egraph[built].data.ty).err();
        let used = leaves_of(egraph, &[&instance.roots[..], &[built]].concat());
        let symbols = symbols(ctx, instance, &used);
        let mut random = Random::named(&rule.name, !number);
        let mut is_tested = false;
        for round in 0..if instance.is_open { 4 } else { 1 } {
            let sizes: Sizes = symbols.iter().map(|&symbol| (symbol, random.int(1, 3))).collect();
            let regimes = Regime::of(rule.exactness);
            // The sizes matter more than the numbers where dimensions are open.
            let regimes = if instance.is_open {
                std::slice::from_ref(&regimes[round % regimes.len()])
            } else {
                regimes
            };
            for &regime in regimes {
                let mut inputs = vec![Tensor::Absent; instance.leaves.len()];
                for &at in &used {
                    if let Some(value) = fill(ctx, &instance.leaves[at], &sizes, regime, &mut random) {
                        inputs[at] = value;
                    }
                }
                is_tested |= self.compute(instance, [root, built], &inputs, clash.as_deref())?;
            }
        }
        Ok(is_tested)
    }

    /// Computes both sides, and whether they have values.
    fn compute(
        &mut self,
        instance: &Instance<'c>,
        sides: [Id; 2],
        inputs: &[Tensor],
        clash: Option<&str>,
    ) -> Result<bool, Box<Diagnostic>> {
        let mut machine = Machine::new(self.ctx, &instance.egraph, inputs);
        // Operations of which a rule speaks together are right together.
        let lefts: Result<Vec<_>, _> = instance.roots.iter().map(|&root| machine.run(root)).collect();
        let left = match lefts.and_then(|_| machine.run(sides[0])) {
            Ok(left) => left,
            Err(why) => {
                self.note(format!("it fires, but its left side has no value: {why}"));
                return Ok(false);
            }
        };
        if let Some(clash) = clash {
            return Err(self.fault(
                instance,
                sides,
                &format!("its sides have the types {clash}"),
                inputs,
                None,
            ));
        }
        let right = match machine.run(sides[1]) {
            Ok(right) => right,
            Err(why @ EvalError::Unsupported(_)) => {
                self.note(format!("it fires, but its right side is not computed: {why}"));
                return Ok(false);
            }
            Err(EvalError::Invalid(why)) => {
                let what = format!("its right side has no value where its left side has one: {why}");
                return Err(self.fault(instance, sides, &what, inputs, Some((&left, &[]))));
            }
        };
        if left.len() != right.len() {
            return Err(self.fault(instance, sides, "its sides have not as many results", inputs, None));
        }
        for (a, b) in left.iter().zip(&right) {
            if let Err(apart) = compare::compare(a, b, self.rule.exactness, machine.way) {
                let class = show::exactness(self.rule.exactness);
                let what = format!("its sides give {apart}, which is not `{class}`");
                return Err(self.fault(instance, sides, &what, inputs, Some((&left, &right))));
            }
        }
        Ok(true)
    }

    fn fault(
        &self,
        instance: &Instance<'c>,
        sides: [Id; 2],
        what: &str,
        inputs: &[Tensor],
        values: Option<(&[Tensor], &[Tensor])>,
    ) -> Box<Diagnostic> {
        let (ctx, rule) = (self.ctx, self.rule);
        let program = |id| show::program(ctx, &instance.egraph, id, true);
        let message = format!("rule `{}` is not true: {what}", rule.name);
        let mut fault = Diagnostic::error("unsound-rule", message)
            .note(format!("it stands at {}", rule.place))
            .note(format!("left: {}", program(sides[0])))
            .note(format!("right: {}", program(sides[1])));
        for i in leaves_of(&instance.egraph, &sides) {
            let leaf = &instance.leaves[i];
            let value = inputs.get(i).map_or(String::new(), |input| format!(" = {}", show::tensor(input)));
            fault = fault.note(format!("%{i}: {}{value}", show::leaf(ctx, leaf)));
        }
        for (side, values) in values.into_iter().flat_map(|(left, right)| [("left", left), ("right", right)])
        {
            for value in values {
                fault = fault.note(format!("{side} = {}", show::tensor(value)));
            }
        }
        Box::new(
            fault.help("correct the rule, add the condition that it lacks, or say truly how exact it is"),
        )
    }

    /// The fault of a rule for which no instance was found.
    fn never_fires(&mut self) -> Diagnostic {
        let message = format!("rule `{}` was seen to fire on no program", self.rule.name);
        let fault =
            Diagnostic::error("unfireable-rule", message).note(format!("it stands at {}", self.rule.place));
        self.why.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
        let reasons = self.why.iter().take(4);
        let fault = reasons.fold(fault, |fault, (why, times)| fault.note(format!("{times} times: {why}")));
        fault.help(
            "its conditions may contradict each other or what its operations take; drop what can never hold",
        )
    }
}

/// The symbols of the open dimensions of an instance.
fn symbols(ctx: &Context, instance: &Instance<'_>, used: &[usize]) -> Vec<core_ir::StrId> {
    let mut all = Vec::new();
    for leaf in used.iter().map(|&at| &instance.leaves[at]) {
        let dims: &[Dim] = match leaf {
            Leaf::Argument(ty) => ctx.shape(*ty).unwrap_or_default(),
            Leaf::Ints { dims, .. } => dims,
        };
        all.extend(dims.iter().flat_map(|&dim| ctx.dim_symbols(dim)));
    }
    all.sort_by_key(|&symbol| ctx.str_text(symbol).into_owned());
    all.dedup();
    all
}

/// A value for a leaf; `None` where it cannot have one.
fn fill(ctx: &Context, leaf: &Leaf, sizes: &Sizes, regime: Regime, random: &mut Random) -> Option<Tensor> {
    match leaf {
        Leaf::Argument(ty) => {
            let Type::Tensor { shape, elem, .. } = ctx.type_of(*ty) else { return None };
            let shape: Option<Vec<usize>> =
                shape.iter().map(|&dim| usize::try_from(size(ctx, dim, sizes)?).ok()).collect();
            inputs::tensor(ctx, random, *elem, &shape?, regime)
        }
        Leaf::Ints { dims, shape, elem } => {
            let ints: Option<Vec<i64>> = dims.iter().map(|&dim| size(ctx, dim, sizes)).collect();
            inputs::int_tensor(ctx, *elem, shape, &ints?)
        }
    }
}
