//! Programs for operations that no rule knows, and what else only others know of them: where that comes from.
//!
//! A source is asked about one operation and answers with a body, detached from the program, that computes the same. The
//! pass `convert-custom-ops` puts it in the place of the operation; whoever searches for the cheapest program can take it
//! as one candidate more. It is asked for types and values too where no dialect and no kernel tells them. Plugins are such
//! a source.

use std::convert::Infallible;
use std::sync::Arc;

use core_ir::{ConstId, Context, Diagnostic, DictId, Graph, Op, TypeId, Value};

use crate::clone::clone_body_before;

/// A body that computes what an operation does.
pub struct Candidate {
    /// A function body of one block: its arguments are the operands of the operation, its `func.return` gives a value
    /// for each result. It was verified.
    pub body: Graph,
    /// What one run of its custom operations costs, in picoseconds, where the author says so.
    pub custom_cost: Option<u64>,
    /// Who made it, for reports: `acme.norm 1.2.0`.
    pub source: Arc<str>,
}

/// An operation that a source is asked about.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The context.
    pub ctx: &'a Context,
    /// The graph that the operation is in.
    pub graph: &'a Graph,
    /// The operation.
    pub op: Op,
    /// What it is called: its name or, of a call to a composite, the name that the callee gives in `tf._implements`.
    pub name: &'a str,
    /// The attributes of the composite; none where the operation's own count.
    pub composite: Option<DictId>,
}

/// What a source says of an operation.
pub enum Answer {
    /// This computes the same.
    Fragment(Arc<Candidate>),
    /// This use of the operation is not handled.
    Declined,
    /// It should have been handled; what was said tells why it was not.
    Failed,
}

/// Knows operations that no dialect knows.
pub trait OpSource: Send + Sync {
    /// Whether operations called `name` are to be asked about.
    fn knows(&self, name: &str) -> bool;

    /// Whether calls to functions that implement the composite `name` are to be asked about.
    fn knows_composite(&self, name: &str) -> bool;

    /// Asks about one operation. What is to be told about it goes into `said`, placed at the operation.
    fn candidate(&self, request: &Request<'_>, said: &mut Vec<Diagnostic>) -> Answer;

    /// The types of the operation's results, as exact as they are known from its operands and attributes; `None` where
    /// there is nothing to say. They contradict none that the operation declares.
    fn infer(&self, _: &Request<'_>, _said: &mut Vec<Diagnostic>) -> Option<Vec<TypeId>> {
        None
    }

    /// The results of the operation, whose operands are all constants; `None` where nobody can compute them.
    fn evaluate(&self, _: &Request<'_>, _said: &mut Vec<Diagnostic>) -> Option<Vec<ConstId>> {
        None
    }
}

/// What [`install`] was given.
struct Installed(Option<Arc<dyn OpSource>>);

/// Makes `source` that of `ctx`. To be called before anything is converted.
pub fn install(ctx: &Context, source: Arc<dyn OpSource>) {
    let _: Result<Arc<Installed>, Infallible> = ctx.extension(|| Ok(Installed(Some(source))));
}

/// The source of `ctx`, if it has one.
pub fn source_of(ctx: &Context) -> Option<Arc<dyn OpSource>> {
    let found: Result<Arc<Installed>, Infallible> = ctx.extension(|| Ok(Installed(None)));
    found.ok().and_then(|installed| installed.0.clone())
}

/// Puts `candidate` in the place of `op`: all of it, or nothing where it does not fit. Gives the new operations.
pub fn splice(ctx: &Context, graph: &mut Graph, op: Op, candidate: &Candidate) -> Option<Vec<Op>> {
    let (loc, operands) = (graph.loc(op), graph.operands(op).collect::<Vec<Value>>());
    let results = graph.results(op).to_vec();
    let (_, yielded) = crate::functions::returned(ctx, &candidate.body)?;
    if yielded.len() != results.len() {
        return None;
    }
    let (made, values) = clone_body_before(ctx, &candidate.body, graph, op, &operands, &mut |_| loc)?;
    for (old, new) in results.into_iter().zip(values) {
        graph.replace_all_uses(old, new);
    }
    graph.erase_op(op);
    Some(made)
}
