//! HiGHS as the solver of exact extraction.

use std::time::Duration;

use highs::{HighsModelStatus, RowProblem, Sense};

use super::exact::{Answer, Program, Solver};

/// The largest cost that the solver is told. Its tolerances are absolute: small costs are told as they are, and large ones
/// scaled down, so that their sums keep their last digits.
const LARGEST: f64 = 1e6;

/// The solver.
pub struct Highs;

impl Solver for Highs {
    fn solve(&self, program: &Program, start: &[bool], time: Duration) -> Option<Answer> {
        let unit = (LARGEST / program.costs.iter().copied().fold(1.0, f64::max)).min(1.0);
        let mut problem = RowProblem::default();
        let columns: Vec<_> =
            program.costs.iter().map(|&cost| problem.add_integer_column(cost * unit, 0..=1)).collect();
        for (least, row) in &program.rows {
            problem.add_row(*least.., row.iter().map(|&(variable, factor)| (columns[variable], factor)));
        }
        let mut model = problem.try_optimise(Sense::Minimise).ok()?;
        model.make_quiet();
        model.set_option("time_limit", time.as_secs_f64());
        model.set_option("threads", 1);
        model.set_option("mip_rel_gap", 0.0);
        model.set_option("mip_abs_gap", 0.0);
        let start: Vec<f64> = start.iter().map(|&one| f64::from(u8::from(one))).collect();
        // Without a start it only takes longer.
        model.try_set_solution(Some(&start), None, None, None).ok();
        let solved = model.try_solve().ok()?;
        let is_best = solved.status() == HighsModelStatus::Optimal;
        let values = solved.get_solution();
        let ones: Vec<bool> = values.columns().iter().map(|&value| value > 0.5).collect();
        (ones.len() == program.costs.len()).then_some(Answer { ones, is_best })
    }
}
