//! Where passes work, and what is said when they fail.

use std::sync::Mutex;

use core_ir::pass::{
    Anchor, Failure, FunctionPass, FunctionRun, Pass, PassManager, PassObserver, PassState, Step,
};
use core_ir::text::{ParseOptions, parse_module};
use core_ir::{Context, Diagnostic, Diagnostics, Graph, Reported};

const TEXT: &str = r#"
func.func @a() { func.return }
func.func private @declared()
func.func @b() { "tf.NoOp"() : () -> () func.return }
module @inner {
  func.func @c() { "tf.NoOp"() : () -> () "tf.NoOp"() : () -> () func.return }
}
"#;

/// Notes how many operations there are in each body that it works on, and fails on `fails`.
struct Count<'s> {
    seen: &'s Mutex<Vec<usize>>,
    fails: Option<usize>,
}

impl FunctionPass for Count<'_> {
    fn start<'a>(&'a self, _: &'a Context, _: &mut Diagnostics) -> Result<Box<FunctionRun<'a>>, Reported> {
        Ok(Box::new(|graph, state| {
            let count = graph.all_ops().len();
            self.seen.lock().expect("no bug").push(count);
            state.count("bodies", 1);
            if self.fails == Some(count) {
                return Err(state.diags.push(Diagnostic::error("test", format!("{count} operations"))));
            }
            Ok(())
        }))
    }
}

/// What is noted around passes.
#[derive(Default)]
struct Notes(Vec<(usize, Option<Failure>)>);

impl PassObserver for Notes {
    fn after(&mut self, ctx: &Context, step: &Step, module: &Graph, failure: Option<&Failure>) {
        self.0.push((step.targets(ctx, module).len(), failure.cloned()));
    }
}

fn parse(ctx: &Context) -> Graph {
    dialects::link();
    let mut diags = Diagnostics::new();
    parse_module(ctx, "test.mlir", TEXT, &ParseOptions::default(), &mut diags).expect("it parses")
}

fn op(name: &str) -> Anchor {
    Anchor::Op(name.into())
}

/// The sizes of the bodies that a function pass at `path` works on, and how many targets there are.
fn works_on(path: &[Anchor]) -> (Vec<usize>, usize) {
    let ctx = Context::new();
    let mut module = parse(&ctx);
    let seen: &'static Mutex<Vec<usize>> = Box::leak(Box::default());
    let mut manager = PassManager::new();
    manager.add_at(path.to_vec(), "count", Vec::new(), Box::new(Count { seen, fails: None }));
    let (mut diags, mut notes) = (Diagnostics::new(), Notes::default());
    let reports = manager.run(&ctx, &mut module, &mut diags, &mut notes).expect("it runs");
    let mut seen = seen.lock().expect("no bug").clone();
    assert_eq!(reports[0].statistics, [("bodies".to_owned(), seen.len() as u64)]);
    seen.sort_unstable();
    (seen, notes.0[0].0)
}

#[test]
fn anchors_choose_what_a_function_pass_works_on() {
    // The module, @a, @declared, @b, @inner and @c.
    assert_eq!(works_on(&[]), (vec![0, 1, 1, 2, 3, 4], 0));
    assert_eq!(works_on(&[op("func.func")]), (vec![0, 1, 2], 3));
    // What is in @inner comes with it.
    assert_eq!(works_on(&[Anchor::Any]), (vec![0, 1, 1, 2, 3], 4));
    assert_eq!(works_on(&[op("builtin.module")]), (vec![1, 3], 1));
    assert_eq!(works_on(&[op("builtin.module"), op("func.func")]), (vec![3], 1));
}

#[test]
fn a_failure_names_its_functions_and_the_others_are_done() {
    let ctx = Context::new();
    let mut module = parse(&ctx);
    let seen: &'static Mutex<Vec<usize>> = Box::leak(Box::default());
    let mut manager = PassManager::new();
    manager.add_at(vec![Anchor::Any], "count", Vec::new(), Box::new(Count { seen, fails: Some(2) }));
    manager.add("never", Box::new(Count { seen, fails: None }));
    let (mut diags, mut notes) = (Diagnostics::new(), Notes::default());
    assert!(manager.run(&ctx, &mut module, &mut diags, &mut notes).is_err());
    assert_eq!(seen.lock().expect("no bug").len(), 5);
    // @b is the third of the module.
    assert_eq!(notes.0, [(4, Some(Failure { targets: vec![2], panicked: false }))]);
    assert_eq!(diags.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>(), ["2 operations"]);
}

/// A pass with a bug, which runs other passes.
struct Outer;

impl Pass for Outer {
    fn run(&self, ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
        let mut manager = PassManager::new();
        manager.add("inner", Box::new(Inner));
        manager.run(ctx, module, state.diags, &mut ()).map(drop)
    }
}

struct Inner;

impl Pass for Inner {
    fn run(&self, _: &Context, _: &mut Graph, _: &mut PassState<'_>) -> Result<(), Reported> {
        panic!("a bug")
    }
}

#[test]
fn a_bug_in_a_pass_of_a_pass_is_a_bug() {
    let ctx = Context::new();
    let mut module = parse(&ctx);
    let mut manager = PassManager::new();
    manager.add("outer", Box::new(Outer));
    let (mut diags, mut notes) = (Diagnostics::new(), Notes::default());
    assert!(manager.run(&ctx, &mut module, &mut diags, &mut notes).is_err());
    assert_eq!(notes.0, [(0, Some(Failure { targets: Vec::new(), panicked: true }))]);
    let said: Vec<&str> = diags.iter().map(|fault| fault.message.as_str()).collect();
    assert_eq!(said, ["pass `inner` failed by a bug: a bug"]);
}
