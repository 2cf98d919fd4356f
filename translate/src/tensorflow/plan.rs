//! What of a model is imported: the functions that are reachable from its signatures, and the nodes each of them needs.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use core_ir::diag::{Diagnostic, Diagnostics, Reported, Result};

use super::body::{Body, Feeds, Schedule, Source};
use super::model::{Model, Signature};
use super::opdef::OpTable;
use super::proto::{AttrValueValue, FunctionDef, NodeDef};

/// The nodes that one function of the result is made of.
pub(crate) struct Plan<'a> {
    pub(crate) body: Rc<Body<'a>>,
    pub(crate) schedule: Schedule,
    pub(crate) returns: Vec<Source>,
}

/// A signature with its nodes.
pub(crate) struct SignaturePlan<'a> {
    pub(crate) signature: Signature,
    /// For each input the node and output that it stands for.
    pub(crate) inputs: Vec<(usize, usize)>,
    pub(crate) plan: Plan<'a>,
}

/// A library function with its nodes.
pub(crate) struct FunctionPlan<'a> {
    pub(crate) name: &'a str,
    pub(crate) function: &'a FunctionDef,
    pub(crate) plan: Plan<'a>,
}

/// Everything that is imported.
pub(crate) struct Program<'a> {
    pub(crate) signatures: Vec<SignaturePlan<'a>>,
    /// What runs once before any signature, if that does anything.
    pub(crate) init: Option<Plan<'a>>,
    /// In the order in which they are first called.
    pub(crate) functions: Vec<FunctionPlan<'a>>,
}

impl<'a> Program<'a> {
    /// Every plan.
    pub(crate) fn plans(&self) -> impl Iterator<Item = &Plan<'a>> {
        let signatures = self.signatures.iter().map(|signature| &signature.plan);
        signatures.chain(&self.init).chain(self.functions.iter().map(|function| &function.plan))
    }
}

/// The library functions that `node` calls or refers to.
pub(crate) fn references<'a>(node: &'a NodeDef, table: &OpTable<'_>) -> Vec<&'a str> {
    let mut names = Vec::new();
    if table.function(&node.op).is_some() {
        names.push(node.op.as_str());
    }
    for (attr, value) in &node.attr {
        if super::attr::is_noise(attr) {
            continue;
        }
        match &value.value {
            Some(AttrValueValue::Func(function)) => names.push(&function.name),
            Some(AttrValueValue::List(list)) => names.extend(list.func.iter().map(|f| f.name.as_str())),
            _ => {}
        }
    }
    names
}

/// Plans the import of `signatures` and all that they call.
pub(crate) fn plan<'a>(
    model: &'a Model,
    main: &Rc<Body<'a>>,
    signatures: Vec<Signature>,
    table: &OpTable<'a>,
    diags: &mut Diagnostics,
) -> Result<Program<'a>, Reported> {
    let mut program = Program { signatures: Vec::new(), init: None, functions: Vec::new() };
    for signature in signatures {
        let key = signature.key.clone();
        match plan_signature(main, signature, table) {
            Ok(plan) => program.signatures.push(plan),
            Err(fault) => {
                diags.push(located(model, *fault).note(format!("signature `{key}` needs it")));
            }
        }
    }
    match plan_init(model, main, table) {
        Ok(init) => program.init = init,
        Err(fault) => {
            diags.push(located(model, *fault).note("the initialization of the model needs it"));
        }
    }
    plan_functions(model, &mut program, table, diags);
    diags.ok_unless_errors(())?;
    match find_cycle(&program, table) {
        Some(cycle) => {
            let mut text = cycle.join("` -> `");
            text.insert(0, '`');
            let message = format!("functions call each other in a circle: {text}`");
            let help = "TensorFlow Lite has no recursion: write it as a loop";
            Err(diags.push(located(model, Diagnostic::error("recursive-function", message)).help(help)))
        }
        None => Ok(program),
    }
}

/// The diagnostic, pointing at the model's file unless it points somewhere already.
pub(crate) fn located(model: &Model, diagnostic: Diagnostic) -> Diagnostic {
    if diagnostic.place == core_ir::diag::Place::None { diagnostic.in_file(&model.path) } else { diagnostic }
}

fn plan_signature<'a>(
    main: &Rc<Body<'a>>,
    signature: Signature,
    table: &OpTable<'a>,
) -> Result<SignaturePlan<'a>> {
    let mut feeds = Feeds::default();
    let mut inputs = Vec::new();
    for (arg, port) in signature.inputs.iter().enumerate() {
        for source in main.source(&port.tensor, table)? {
            let Source::Node(node, output) = main.checked(source, table)? else { continue };
            feeds.0.entry((node, output)).or_insert(arg);
            inputs.push((node, output));
        }
    }
    let mut returns = Vec::new();
    for port in &signature.outputs {
        for source in main.source(&port.tensor, table)? {
            returns.push(main.checked(feeds.apply(source), table)?);
        }
    }
    let schedule = main.schedule(&nodes_of(&returns), table, &feeds)?;
    Ok(SignaturePlan { signature, inputs, plan: Plan { body: Rc::clone(main), schedule, returns } })
}

fn nodes_of(sources: &[Source]) -> Vec<usize> {
    let node = |source: &Source| match *source {
        Source::Node(node, _) => Some(node),
        Source::Arg(_) => None,
    };
    sources.iter().filter_map(node).collect()
}

/// The node that runs after loading and all it needs; nothing when that has no effect.
fn plan_init<'a>(model: &Model, main: &Rc<Body<'a>>, table: &OpTable<'a>) -> Result<Option<Plan<'a>>> {
    let Some(root) = model.init_node.as_deref().and_then(|name| main.find(name)) else { return Ok(None) };
    let schedule = main.schedule(&[root], table, &Feeds::default())?;
    let does_something =
        schedule.order.iter().any(|&index| main.node(index).is_some_and(|node| node.op != "NoOp"));
    Ok(does_something.then(|| Plan { body: Rc::clone(main), schedule, returns: Vec::new() }))
}

/// Plans every library function that is reachable from what `program` has so far.
fn plan_functions<'a>(
    model: &'a Model,
    program: &mut Program<'a>,
    table: &OpTable<'a>,
    diags: &mut Diagnostics,
) {
    let mut wanted: Vec<&'a str> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut want = |plan: &Plan<'a>, wanted: &mut Vec<&'a str>| {
        for &index in &plan.schedule.order {
            let Some(node) = plan.body.node(index) else { continue };
            for name in references(node, table) {
                if seen.insert(name) {
                    wanted.push(name);
                }
            }
        }
    };
    for plan in program.plans() {
        want(plan, &mut wanted);
    }
    let mut next = 0;
    while let Some(&name) = wanted.get(next) {
        next += 1;
        match plan_function(name, table) {
            Ok(function) => {
                want(&function.plan, &mut wanted);
                program.functions.push(function);
            }
            Err(fault) => {
                diags.push(located(model, *fault));
            }
        }
    }
}

fn plan_function<'a>(name: &'a str, table: &OpTable<'a>) -> Result<FunctionPlan<'a>> {
    let Some(function) = table.function(name) else {
        let message = format!("the model calls the function `{name}`, but does not have it");
        return Diagnostic::error("missing-function", message).err();
    };
    let signature = function.signature.as_ref();
    if signature.is_some_and(|signature| !signature.attr.is_empty()) {
        let message = format!("function `{name}` is generic: it takes attributes");
        return Diagnostic::error("generic-function", message)
            .help("save the model again with TensorFlow 2, which writes one function for each use")
            .err();
    }
    let body = Body::of_function(function)?;
    let mut returns = Vec::new();
    for output in signature.map_or(&[][..], |signature| &signature.output_arg) {
        let Some(text) = function.ret.get(&output.name) else {
            let message = format!("function `{name}` does not say what its result `{}` is", output.name);
            return Diagnostic::error("missing-node", message).err();
        };
        for source in body.source(text, table)? {
            returns.push(body.checked(source, table)?);
        }
    }
    let mut roots = nodes_of(&returns);
    for node in function.control_ret.values() {
        let missing = || {
            Box::new(Diagnostic::error("missing-node", format!("there is no node `{node}`{}", body.place())))
        };
        roots.push(body.find(node).ok_or_else(missing)?);
    }
    roots.extend(body.effects(table));
    let schedule = body.schedule(&roots, table, &Feeds::default())?;
    Ok(FunctionPlan { name, function, plan: Plan { body: Rc::new(body), schedule, returns } })
}

/// A circle of calls, its first function repeated at the end.
fn find_cycle<'a>(program: &Program<'a>, table: &OpTable<'a>) -> Option<Vec<&'a str>> {
    let callees = |plan: &Plan<'a>| {
        let nodes = plan.schedule.order.iter().filter_map(|&index| plan.body.node(index));
        nodes.flat_map(|node| references(node, table)).collect::<BTreeSet<_>>()
    };
    let calls: BTreeMap<&str, Vec<&str>> =
        program.functions.iter().map(|f| (f.name, callees(&f.plan).into_iter().collect())).collect();
    let mut done = BTreeSet::new();
    for &start in calls.keys() {
        // The path from `start`, each function with how many of its callees were looked at.
        let mut path: Vec<(&str, usize)> = vec![(start, 0)];
        let mut on_path = BTreeSet::from([start]);
        while let Some((name, next)) = path.last_mut() {
            let callee = calls.get(name).and_then(|list| list.get(*next)).copied();
            *next += 1;
            match callee {
                Some(callee) if on_path.contains(callee) => {
                    let circle = path.iter().map(|&(name, _)| name).skip_while(|&name| name != callee);
                    return Some(circle.chain([callee]).collect());
                }
                Some(callee) if !done.contains(callee) => {
                    on_path.insert(callee);
                    path.push((callee, 0));
                }
                Some(_) => {}
                None => {
                    on_path.remove(*name);
                    done.insert(*name);
                    path.pop();
                }
            }
        }
    }
    None
}
