//! Solvers that can tell the best choice, if they are given time: what they are asked and what they answer.
//!
//! As an integer program: each class exists or not, each candidate is taken or not, both 0 or 1. Roots exist. What exists
//! takes a candidate, and what a candidate is computed from exists. Cycles are not in the program; those of an answer are
//! forbidden one by one, as there are few.

use std::time::{Duration, Instant};

use super::problem::{Choice, Problem};

/// How often cycles are forbidden before it is given up.
const MOST_ROUNDS: usize = 50;

/// An integer program.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// What each variable costs when it is 1.
    pub costs: Vec<f64>,
    /// Rows: the sum of variables with factors is at least the number.
    pub rows: Vec<(f64, Vec<(usize, f64)>)>,
}

/// An answer to a program.
pub struct Answer {
    /// The variables that are 1.
    pub ones: Vec<bool>,
    /// Whether there is no better one.
    pub is_best: bool,
}

/// Solves integer programs.
pub trait Solver {
    /// A good answer to `program`, no worse than `start`, within `time`; `None` when none was found.
    fn solve(&self, program: &Program, start: &[bool], time: Duration) -> Option<Answer>;
}

/// What came of an exact search.
pub struct Outcome {
    /// The cheapest choice found, without cycles.
    pub choice: Choice,
    /// Whether there is no cheaper one.
    pub is_best: bool,
}

/// Where the variables of a problem are in its program.
struct Variables {
    /// For each class that it exists.
    exists: Vec<usize>,
    /// For each class the first of its candidates.
    taken: Vec<usize>,
}

/// The best choice for `problem` that `solver` finds within `time`; at least as cheap as `incumbent`.
pub fn solve(problem: &Problem, incumbent: &Choice, solver: &dyn Solver, time: Duration) -> Outcome {
    let end = Instant::now() + time;
    let (mut program, variables) = program_of(problem, incumbent);
    let mut best = incumbent.clone();
    // A row that forbids more than a cycle makes the answer one of many.
    let mut is_exact = true;
    for _ in 0..MOST_ROUNDS {
        let left = end.saturating_duration_since(Instant::now());
        let start = ones(&variables, problem, &best, program.costs.len());
        let Some(answer) = solver.solve(&program, &start, left) else { break };
        let choice = choice_of(&variables, problem, incumbent, &answer.ones);
        match problem.needed(&choice) {
            Ok(_) => {
                if problem.cost(&choice) < problem.cost(&best) {
                    best = choice;
                }
                return Outcome { choice: best, is_best: is_exact && answer.is_best };
            }
            Err(cycle) => {
                let taken = cycle.iter().filter_map(|&at| {
                    let variable = variables.taken[at] + choice[at]?;
                    answer.ones[variable].then_some((variable, -1.0))
                });
                let row: Vec<(usize, f64)> = taken.collect();
                is_exact &= row.len() == cycle.len();
                if row.is_empty() {
                    break;
                }
                program.rows.push((1.0 - row.len() as f64, row));
            }
        }
    }
    Outcome { choice: best, is_best: false }
}

fn program_of(problem: &Problem, incumbent: &Choice) -> (Program, Variables) {
    let mut program = Program::default();
    let mut variables = Variables { exists: Vec::new(), taken: Vec::new() };
    for candidates in &problem.classes {
        variables.exists.push(program.costs.len());
        variables.taken.push(program.costs.len() + 1);
        program.costs.push(0.0);
        program.costs.extend(candidates.iter().map(|candidate| candidate.cost as f64));
    }
    for (at, candidates) in problem.classes.iter().enumerate() {
        let taken = variables.taken[at];
        let mut row: Vec<(usize, f64)> = (0..candidates.len()).map(|i| (taken + i, 1.0)).collect();
        row.push((variables.exists[at], -1.0));
        program.rows.push((0.0, row));
        for (i, candidate) in candidates.iter().enumerate() {
            for &child in candidate.pays_for() {
                program.rows.push((0.0, vec![(variables.exists[child], 1.0), (taken + i, -1.0)]));
            }
        }
    }
    for &root in problem.roots.iter().filter(|&&root| incumbent[root].is_some()) {
        program.rows.push((1.0, vec![(variables.exists[root], 1.0)]));
    }
    (program, variables)
}

fn ones(variables: &Variables, problem: &Problem, choice: &Choice, count: usize) -> Vec<bool> {
    let mut ones = vec![false; count];
    let mut stack = problem.roots.clone();
    while let Some(at) = stack.pop() {
        if let (Some(i), false) = (choice[at], ones[variables.exists[at]]) {
            (ones[variables.exists[at]], ones[variables.taken[at] + i]) = (true, true);
            stack.extend_from_slice(problem.classes[at][i].pays_for());
        }
    }
    ones
}

/// The choice of an answer; where it says nothing, that of `incumbent`.
fn choice_of(variables: &Variables, problem: &Problem, incumbent: &Choice, ones: &[bool]) -> Choice {
    let taken = |at: usize| (0..problem.classes[at].len()).find(|&i| ones[variables.taken[at] + i]);
    (0..problem.classes.len()).map(|at| taken(at).or(incumbent[at])).collect()
}
