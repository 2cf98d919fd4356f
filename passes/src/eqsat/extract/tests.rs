//! Extraction of random small problems, against all choices there are.

use std::time::Duration;

use super::area::Area;
use super::exact::{self, Answer, Program, Solver};
use super::problem::{Candidate, Choice, Problem};

/// A generator of numbers (xorshift), so that a failure comes again.
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % n
    }
}

/// A problem of a few classes. Class `n - 1` and another are roots. Most candidates need later numbers, so that there is a
/// choice; some need any, so that there are cycles.
fn random_problem(seed: u64) -> Problem {
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    (0..8).for_each(|_| _ = random.below(2));
    let count = 3 + random.below(8) as usize;
    let classes = (0..count).map(|at| {
        let mut candidates: Vec<Candidate> = (0..1 + random.below(3))
            .map(|i| {
                let is_wild = i > 0 && random.below(4) == 0;
                let from = if is_wild { 0 } else { at as u64 + 1 };
                let mut needs: Vec<usize> = (0..random.below(4))
                    .filter(|_| from < count as u64)
                    .map(|_| {
                        (from + random.below(count as u64 - from.min(count as u64 - 1))).min(count as u64 - 1)
                            as usize
                    })
                    .filter(|&child| child != at)
                    .collect();
                needs.sort_unstable();
                needs.dedup();
                Candidate {
                    cost: random.below(12),
                    is_source: random.below(3) == 0,
                    is_folded: random.below(8) == 0,
                    needs,
                }
            })
            .collect();
        candidates.sort_by_key(|candidate| candidate.cost);
        candidates
    });
    let classes: Vec<Vec<Candidate>> = classes.collect();
    let roots = vec![0, random.below(count as u64) as usize];
    Problem { classes, roots }
}

/// The least cost of all choices.
fn optimum(problem: &Problem) -> u128 {
    let mut choice: Choice = vec![Some(0); problem.classes.len()];
    let mut best = u128::MAX;
    loop {
        if problem.cost(&choice) < best && problem.needed(&choice).is_ok() {
            best = problem.cost(&choice);
        }
        let mut at = 0;
        while let Some(digit) = choice.get_mut(at) {
            let next = digit.map_or(0, |digit| digit + 1);
            *digit = Some(next % problem.classes[at].len());
            if next < problem.classes[at].len() {
                break;
            }
            at += 1;
        }
        if at == choice.len() {
            return best;
        }
    }
}

#[test]
fn results_are_acyclic_and_counted_right() {
    let (mut optimal, mut total) = (0, 0);
    for seed in 0..3000 {
        let problem = random_problem(seed);
        let mut area = Area::new(problem.clone());
        let first = area.cost();
        assert_eq!(first, problem.cost(area.choice()), "seed {seed}: the first choice is counted wrong");
        area.improve();
        assert!(problem.needed(area.choice()).is_ok(), "seed {seed}: a cycle");
        assert_eq!(area.cost(), problem.cost(area.choice()), "seed {seed}: counted wrong");
        assert!(area.cost() <= first, "seed {seed}: worse than the first choice");
        let best = optimum(&problem);
        assert!(best <= area.cost(), "seed {seed}: better than the best");
        optimal += u32::from(best == area.cost());
        total += 1;
    }
    assert!(optimal * 100 >= total * 97, "{optimal} of {total} are optimal");
}

#[test]
fn what_if_is_what_comes_true() {
    for seed in 0..500 {
        let problem = random_problem(seed);
        let mut area = Area::new(problem.clone());
        area.improve();
        let before = area.choice().clone();
        for at in 0..problem.classes.len() {
            for i in 0..problem.classes[at].len() {
                let Some(difference) = area.difference(at, i) else { continue };
                assert_eq!(area.choice(), &before, "seed {seed}: asking changed the answer");
                let mut other = before.clone();
                other[at] = Some(i);
                assert_eq!(problem.cost(&other) as i128 - area.cost() as i128, difference, "seed {seed}");
            }
        }
    }
}

fn candidate(cost: u64, needs: &[usize]) -> Candidate {
    Candidate { cost, is_source: false, is_folded: false, needs: needs.to_vec() }
}

/// Two sums that are dear each by itself, or cheap around a product that they share.
fn shared(product: u64) -> Problem {
    let sum = |_| vec![candidate(10, &[3]), candidate(product + 2, &[])];
    let mut classes = vec![vec![candidate(0, &[1, 2])]];
    classes.extend((1..3).map(sum));
    classes.push(vec![candidate(product, &[])]);
    Problem { classes, roots: vec![0] }
}

#[test]
fn classes_turn_to_a_shared_value_together() {
    for product in [5, 15, 17, 18, 19, 30, 100] {
        let mut area = Area::new(shared(product));
        area.improve();
        let (apart, together) = (2 * (product + 2), product + 20);
        assert_eq!(area.cost(), u128::from(apart.min(together)), "with a product of {product}");
    }
}

#[test]
fn a_constant_that_is_folded_away_is_not_paid_for() {
    let folded = Candidate { is_folded: true, ..candidate(4, &[1]) };
    let problem = Problem {
        classes: vec![vec![folded, candidate(10, &[])], vec![candidate(100, &[])]],
        roots: vec![0],
    };
    let mut area = Area::new(problem);
    area.improve();
    assert_eq!((area.cost(), area.choice()[0]), (4, Some(0)));
}

#[test]
fn values_that_would_fold_from_each_other_do_not() {
    let fold = |other| Candidate { is_folded: true, ..candidate(1, &[other]) };
    let classes = vec![vec![fold(1), candidate(9, &[])], vec![fold(0), candidate(8, &[])]];
    let problem = Problem { classes, roots: vec![0, 1] };
    let mut area = Area::new(problem);
    area.improve();
    assert_eq!(area.cost(), 9);
}

#[test]
fn a_better_choice_from_outside_is_taken_over() {
    let problem = shared(100);
    let mut area = Area::new(problem.clone());
    let worse: Choice = vec![Some(0), Some(1), Some(1), Some(0)];
    let better: Choice = vec![Some(0), Some(0), Some(0), Some(0)];
    assert_eq!((problem.cost(&worse), problem.cost(&better)), (204, 120));
    assert!(!area.adopt(&worse) && area.adopt(&better));
    assert_eq!(area.cost(), 120);
    assert_eq!(area.difference(1, 1), Some(92));
}

/// Tries all values of variables, dearer ones only after cheaper ones have failed.
struct Exhaustive;

impl Solver for Exhaustive {
    fn solve(&self, program: &Program, start: &[bool], _: Duration) -> Option<Answer> {
        let count = program.costs.len();
        let cost = |ones: &[bool]| -> f64 {
            program.costs.iter().zip(ones).filter(|(_, one)| **one).map(|(cost, _)| cost).sum()
        };
        // What a row can still reach when the variables from `from` on are free.
        let possible = |ones: &[bool], from: usize| {
            program.rows.iter().all(|(least, row)| {
                let most = row.iter().map(|&(at, factor)| match at < from {
                    true => factor * f64::from(u8::from(ones[at])),
                    false => factor.max(0.0),
                });
                most.sum::<f64>() >= *least
            })
        };
        let mut best = start.to_vec();
        let mut least = if possible(&best, count) { cost(&best) } else { f64::INFINITY };
        let mut stack: Vec<Vec<bool>> = vec![Vec::new()];
        while let Some(ones) = stack.pop() {
            if cost(&ones) >= least || !possible(&ones, ones.len()) {
                continue;
            }
            if ones.len() == count {
                least = cost(&ones);
                best = ones;
                continue;
            }
            for one in [true, false] {
                let mut next = ones.clone();
                next.push(one);
                stack.push(next);
            }
        }
        Some(Answer { ones: best, is_best: true })
    }
}

#[test]
fn exact_answers_are_the_best() {
    let mut proven = 0;
    for seed in 0..300 {
        let problem = random_problem(seed);
        let mut area = Area::new(problem.clone());
        // From the first choice, so that there is something to find.
        let outcome = exact::solve(&problem, area.choice(), &Exhaustive, Duration::from_secs(60));
        assert!(problem.needed(&outcome.choice).is_ok(), "seed {seed}: a cycle");
        assert!(problem.cost(&outcome.choice) <= area.cost(), "seed {seed}: worse than before");
        if outcome.is_best {
            assert_eq!(problem.cost(&outcome.choice), optimum(&problem), "seed {seed}");
            proven += 1;
        }
        let (before, after) = (area.cost(), problem.cost(&outcome.choice));
        assert_eq!(area.adopt(&outcome.choice), after < before, "seed {seed}");
        assert_eq!(area.cost(), after, "seed {seed}");
    }
    assert!(proven > 250, "{proven} of 300 are proven");
}

#[cfg(feature = "ilp")]
#[test]
fn highs_finds_the_best() {
    let mut proven = 0;
    for seed in 0..300 {
        let problem = random_problem(seed);
        let area = Area::new(problem.clone());
        let outcome = exact::solve(&problem, area.choice(), &super::ilp::Highs, Duration::from_secs(60));
        assert!(problem.needed(&outcome.choice).is_ok(), "seed {seed}: a cycle");
        if outcome.is_best {
            assert_eq!(problem.cost(&outcome.choice), optimum(&problem), "seed {seed}");
            proven += 1;
        }
    }
    assert!(proven > 250, "{proven} of 300 are proven");
}
