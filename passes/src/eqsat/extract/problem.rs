//! Extraction without e-graphs: classes, candidates, roots.

/// One way to compute a class.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// What it costs by itself.
    pub cost: u64,
    /// Whether the source says it so.
    pub is_source: bool,
    /// Whether it is computed at compile time: the values it is computed from need not exist at run time, so that they
    /// are not paid for. They still need a choice, and one without cycles.
    pub is_folded: bool,
    /// The classes it is computed from, sorted, each once, never its own.
    pub needs: Vec<usize>,
}

impl Candidate {
    /// The classes that have to exist at run time.
    pub fn pays_for(&self) -> &[usize] {
        if self.is_folded { &[] } else { &self.needs }
    }
}

/// What is wanted and how it can be had.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// The candidates of each class, the preferred one first.
    pub classes: Vec<Vec<Candidate>>,
    /// The classes that have to exist, with repetitions.
    pub roots: Vec<usize>,
}

/// The chosen candidate of each class, where there is one.
pub type Choice = Vec<Option<usize>>;

impl Problem {
    /// The candidate that `choice` takes for class `at`.
    pub fn chosen<'a>(&'a self, choice: &Choice, at: usize) -> Option<&'a Candidate> {
        self.classes.get(at)?.get((*choice.get(at)?)?)
    }

    /// The cost of all that exists by `choice`: what several things need is paid for once.
    pub fn cost(&self, choice: &Choice) -> u128 {
        let mut exists = vec![false; self.classes.len()];
        let mut stack = self.roots.clone();
        let mut sum = 0;
        while let Some(at) = stack.pop() {
            if !std::mem::replace(&mut exists[at], true)
                && let Some(candidate) = self.chosen(choice, at)
            {
                sum += u128::from(candidate.cost);
                stack.extend_from_slice(candidate.pays_for());
            }
        }
        sum
    }

    /// What the roots are computed from, folded values included, each class after those it needs. `Err` is a cycle among
    /// them.
    pub fn needed(&self, choice: &Choice) -> Result<Vec<usize>, Vec<usize>> {
        #[derive(Clone, Copy, PartialEq)]
        enum State {
            New,
            Open,
            Done,
        }
        let mut states = vec![State::New; self.classes.len()];
        let mut stack: Vec<(usize, usize)> = Vec::new();
        let mut order = Vec::new();
        for &root in &self.roots {
            if states[root] == State::New {
                states[root] = State::Open;
                stack.push((root, 0));
            }
            while let Some((at, next)) = stack.last_mut() {
                let needs = self.chosen(choice, *at).map_or(&[][..], |candidate| &candidate.needs);
                let Some(&child) = needs.get(*next) else {
                    states[*at] = State::Done;
                    order.push(*at);
                    stack.pop();
                    continue;
                };
                *next += 1;
                match states[child] {
                    State::New => {
                        states[child] = State::Open;
                        stack.push((child, 0));
                    }
                    State::Open => {
                        let from = stack.iter().position(|entry| entry.0 == child).unwrap_or(0);
                        return Err(stack[from..].iter().map(|entry| entry.0).collect());
                    }
                    State::Done => {}
                }
            }
        }
        Ok(order)
    }

    /// For each class the candidates that need it, as class and number.
    pub fn users(&self) -> Vec<Vec<(usize, usize)>> {
        let mut users = vec![Vec::new(); self.classes.len()];
        for (at, candidates) in self.classes.iter().enumerate() {
            for (i, candidate) in candidates.iter().enumerate() {
                for &child in &candidate.needs {
                    users[child].push((at, i));
                }
            }
        }
        users
    }
}
