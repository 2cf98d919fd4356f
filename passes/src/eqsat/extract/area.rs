//! The local search: "exact area" of technology mapping, by single classes and by classes that one value brings together.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::order::Order;
use super::problem::{Candidate, Choice, Problem};

/// How often the search goes over all classes.
const PASSES: usize = 4;
/// How many classes a change may make come earlier.
const MOST_MOVED: usize = 256;
/// How many classes may begin to exist by a change.
const MOST_ADDED: usize = 2048;
/// How many classes may change together.
const MOST_TOGETHER: usize = 64;

/// A choice for a problem, which can be improved.
pub struct Area {
    /// What is to be chosen.
    pub problem: Problem,
    choice: Choice,
    references: Vec<u32>,
    /// What has a choice, each class after those its choice needs.
    order: Order,
    /// The same as it was at first, in which the search goes.
    by_order: Vec<usize>,
    users: Vec<Vec<(usize, usize)>>,
    /// The changes since the last decision, as class and former choice.
    changed: Vec<(usize, Option<usize>)>,
    cost: i128,
}

impl Area {
    /// The first choice: by Knuth's generalisation of Dijkstra's algorithm with cost "own + dearest needed", which
    /// cannot explode as a sum over a tree would. The order of completion is the order.
    pub fn new(problem: Problem) -> Self {
        let count = problem.classes.len();
        let mut this = Self {
            users: problem.users(),
            choice: vec![None; count],
            references: vec![0; count],
            order: Order::new(count),
            by_order: Vec::with_capacity(count),
            changed: Vec::new(),
            cost: 0,
            problem,
        };
        this.first_choice();
        for root in this.problem.roots.clone() {
            this.cost += this.reference(root, usize::MAX).unwrap_or(0);
        }
        this
    }

    fn first_choice(&mut self) {
        let classes = &self.problem.classes;
        let mut missing: Vec<Vec<u32>> = Vec::with_capacity(classes.len());
        let mut heap = BinaryHeap::new();
        for (at, candidates) in classes.iter().enumerate() {
            missing.push(candidates.iter().map(|candidate| candidate.needs.len() as u32).collect());
            for (i, candidate) in candidates.iter().enumerate() {
                if candidate.needs.is_empty() {
                    heap.push(Reverse((candidate.cost, at, i)));
                }
            }
        }
        let mut done: Vec<u64> = vec![0; classes.len()];
        while let Some(Reverse((value, at, i))) = heap.pop() {
            if self.choice[at].is_some() {
                continue;
            }
            done[at] = value;
            self.choice[at] = Some(i);
            self.order.push(at);
            self.by_order.push(at);
            for &(user, j) in &self.users[at] {
                missing[user][j] -= 1;
                if missing[user][j] == 0 && self.choice[user].is_none() {
                    let candidate = &classes[user][j];
                    let dearest = candidate.pays_for().iter().map(|&child| done[child]).max().unwrap_or(0);
                    heap.push(Reverse((candidate.cost.saturating_add(dearest), user, j)));
                }
            }
        }
    }

    /// Searches until nothing gets better, or long enough.
    pub fn improve(&mut self) {
        for _ in 0..PASSES {
            let alone = self.improve_alone();
            let together = self.improve_together();
            if !alone && !together {
                break;
            }
        }
    }

    /// The chosen candidate of class `at`.
    pub fn chosen(&self, at: usize) -> Option<&Candidate> {
        self.problem.chosen(&self.choice, at)
    }

    /// The choice.
    pub fn choice(&self) -> &Choice {
        &self.choice
    }

    /// The cost of all that exists.
    pub fn cost(&self) -> u128 {
        self.cost.max(0) as u128
    }

    /// Takes over `choice` when it is complete, without cycles and cheaper; whether it did. What does not exist by it has
    /// no choice any more.
    pub fn adopt(&mut self, choice: &Choice) -> bool {
        let Ok(order) = self.problem.needed(choice) else { return false };
        let is_complete = order.iter().all(|&at| self.problem.chosen(choice, at).is_some());
        if !is_complete || self.problem.cost(choice) >= self.cost() {
            return false;
        }
        self.choice = vec![None; choice.len()];
        self.references.fill(0);
        self.order = Order::new(choice.len());
        for &at in &order {
            self.choice[at] = choice[at];
            self.order.push(at);
        }
        self.by_order = order;
        self.cost = 0;
        for root in self.problem.roots.clone() {
            self.cost += self.reference(root, usize::MAX).unwrap_or(0);
        }
        true
    }

    /// How much dearer all becomes when class `at` takes candidate `i`; `None` when that makes a cycle or too much new.
    pub fn difference(&mut self, at: usize, i: usize) -> Option<i128> {
        let before = self.cost;
        self.change(at, i)?;
        let difference = self.cost - before;
        self.undo();
        Some(difference)
    }

    /// Adds a reference to class `at`; gives the cost of what began to exist. `None`, and nothing is changed, when that is
    /// more than `most` classes.
    fn reference(&mut self, at: usize, most: usize) -> Option<i128> {
        let mut added = 0;
        let mut stack = vec![at];
        let mut walked = Vec::new();
        let mut new = 0;
        while let Some(at) = stack.pop() {
            self.references[at] += 1;
            walked.push(at);
            if self.references[at] == 1
                && let Some(candidate) = self.problem.chosen(&self.choice, at)
            {
                added += i128::from(candidate.cost);
                stack.extend_from_slice(candidate.pays_for());
                new += 1;
            }
            if new > most {
                walked.iter().for_each(|&at| self.references[at] -= 1);
                return None;
            }
        }
        Some(added)
    }

    /// Removes a reference to class `at`; gives the cost of what does not exist any more.
    fn dereference(&mut self, at: usize) -> i128 {
        let mut saved = 0;
        let mut stack = vec![at];
        while let Some(at) = stack.pop() {
            self.references[at] -= 1;
            if self.references[at] == 0
                && let Some(candidate) = self.problem.chosen(&self.choice, at)
            {
                saved += i128::from(candidate.cost);
                stack.extend_from_slice(candidate.pays_for());
            }
        }
        saved
    }

    /// Makes class `at` take candidate `i`, for now. `None`, and nothing is changed, when that makes a cycle or too much
    /// new.
    fn change(&mut self, at: usize, i: usize) -> Option<()> {
        let earlier = self.must_come_earlier(at, i)?;
        let former = self.choice[at];
        self.exchange(at, Some(i), MOST_ADDED)?;
        self.order.move_before(at, earlier);
        self.changed.push((at, former));
        Some(())
    }

    /// The same without a look at cycles.
    fn exchange(&mut self, at: usize, i: Option<usize>, most: usize) -> Option<()> {
        if self.references[at] > 0 {
            let pays = |this: &Self, i: Option<usize>| {
                let candidate = this.problem.classes[at].get(i?)?;
                Some((i128::from(candidate.cost), candidate.pays_for().to_vec()))
            };
            let (new_cost, new) = pays(self, i)?;
            let (old_cost, old) = pays(self, self.choice[at])?;
            // New references first: what both need keeps its count above zero and is not walked.
            let mut sum = new_cost - old_cost;
            for (n, &child) in new.iter().enumerate() {
                match self.reference(child, most) {
                    Some(added) => sum += added,
                    None => {
                        for &child in &new[..n] {
                            self.dereference(child);
                        }
                        return None;
                    }
                }
            }
            for &child in &old {
                sum -= self.dereference(child);
            }
            self.cost += sum;
        }
        self.choice[at] = i;
        Some(())
    }

    /// Takes back all changes since the last decision. The order serves the former choices too: a move only put before a
    /// class what stood after it.
    fn undo(&mut self) {
        while let Some((at, former)) = self.changed.pop() {
            self.exchange(at, former, usize::MAX);
        }
    }

    /// Decides for the changes.
    fn keep(&mut self) {
        self.changed.clear();
    }

    /// One pass over all that exists; whether anything got better.
    pub fn improve_alone(&mut self) -> bool {
        let mut improved = false;
        for n in (0..self.by_order.len()).rev() {
            improved |= self.improve_class(self.by_order[n]);
        }
        improved
    }

    fn improve_class(&mut self, at: usize) -> bool {
        let mut improved = false;
        if self.references[at] == 0 {
            return false;
        }
        for i in 0..self.problem.classes[at].len() {
            let Some(old) = self.choice[at] else { return false };
            if i == old {
                continue;
            }
            let candidates = &self.problem.classes[at];
            let says_source = candidates[i].is_source && !candidates[old].is_source;
            let (before, undecided) = (self.cost, self.changed.len());
            if self.change(at, i).is_none() {
                continue;
            }
            if self.cost < before || self.cost == before && says_source {
                improved = true;
            } else if let Some((at, former)) = self.changed.pop() {
                self.exchange(at, former, usize::MAX);
            }
            // Inside a change of several classes all of it stays undecided.
            if undecided == 0 {
                self.keep();
            }
        }
        improved
    }

    /// One pass over all values that could bring several classes together, or that hold them together; whether anything
    /// got better.
    ///
    /// Something computed once for several users pays only when all of them take it, and the last user that leaves it saves
    /// what the first ones cannot. So all users of a value turn to it, or away from it, and each looks for its best
    /// choice then; the whole stays if it is cheaper.
    fn improve_together(&mut self) -> bool {
        let mut improved = false;
        for n in (0..self.by_order.len()).rev() {
            let at = self.by_order[n];
            let has_cost = self.chosen(at).is_some_and(|candidate| candidate.cost > 0);
            if self.users[at].len() < 2 || !has_cost {
                continue;
            }
            improved |= match self.references[at] {
                0 => self.try_together(at, Self::turn_to),
                1 => false,
                _ => self.try_together(at, Self::turn_away),
            };
        }
        improved
    }

    fn try_together(&mut self, at: usize, turn: fn(&mut Self, usize) -> Vec<usize>) -> bool {
        let before = self.cost;
        let users = turn(self, at);
        if users.len() > 1 {
            for user in users {
                self.improve_class(user);
            }
        }
        let is_better = self.cost < before;
        match is_better {
            true => self.keep(),
            false => self.undo(),
        }
        is_better
    }

    /// Makes everything that exists and can use class `at` do so; gives what changed.
    fn turn_to(&mut self, at: usize) -> Vec<usize> {
        let mut able: Vec<(usize, usize)> = Vec::new();
        for &(user, i) in &self.users[at] {
            let is_new = able.last().is_none_or(|last| last.0 != user);
            let pays = !self.problem.classes[user][i].is_folded;
            if self.references[user] > 0 && pays && is_new {
                able.push((user, i));
            }
        }
        if !(2..=MOST_TOGETHER).contains(&able.len()) {
            return Vec::new();
        }
        able.retain(|&(user, i)| self.change(user, i).is_some());
        able.into_iter().map(|(user, _)| user).collect()
    }

    /// Makes everything that uses class `at` do without; gives what changed, nothing when something cannot.
    fn turn_away(&mut self, at: usize) -> Vec<usize> {
        let mut able: Vec<usize> = Vec::new();
        for &(user, i) in &self.users[at] {
            let others = &self.problem.classes[user];
            if self.references[user] > 0 && self.choice[user] == Some(i) && !others[i].is_folded {
                if others.iter().all(|other| other.needs.contains(&at)) || able.len() == MOST_TOGETHER {
                    return Vec::new();
                }
                able.push(user);
            }
        }
        for &user in &able {
            let mut best: Option<(i128, usize)> = None;
            for i in 0..self.problem.classes[user].len() {
                if self.problem.classes[user][i].needs.contains(&at) {
                    continue;
                }
                let before = self.cost;
                if self.change(user, i).is_some() {
                    let difference = self.cost - before;
                    if best.is_none_or(|best| (difference, i) < best) {
                        best = Some((difference, i));
                    }
                    if let Some((at, former)) = self.changed.pop() {
                        self.exchange(at, former, usize::MAX);
                    }
                }
            }
            let Some((_, i)) = best else { return Vec::new() };
            self.change(user, i);
        }
        able
    }

    /// What has to come before class `at`, but does not yet, when it takes candidate `i`. `None` when that needs `at`
    /// itself, or is too much.
    fn must_come_earlier(&self, at: usize, i: usize) -> Option<Vec<usize>> {
        let needs = &self.problem.classes[at].get(i)?.needs;
        if needs.iter().all(|&child| self.order.is_before(child, at)) {
            return Some(Vec::new());
        }
        let mut found = rustc_hash::FxHashSet::default();
        let mut stack = needs.clone();
        while let Some(class) = stack.pop() {
            if class == at || !self.order.contains(class) || found.len() > MOST_MOVED {
                return None;
            }
            // What comes earlier needs nothing that comes later.
            if self.order.is_before(at, class) && found.insert(class) {
                stack.extend_from_slice(&self.chosen(class)?.needs);
            }
        }
        Some(found.into_iter().collect())
    }
}
