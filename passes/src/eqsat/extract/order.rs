//! A total order of classes in which one can be moved before another at once.

/// Between neighbours at the start.
const GAP: u64 = 1 << 24;
const NOWHERE: u32 = u32::MAX;

/// The order: a list with labels that grow along it.
#[derive(Clone, Debug, Default)]
pub struct Order {
    labels: Vec<u64>,
    next: Vec<u32>,
    previous: Vec<u32>,
    first: u32,
    last: u32,
}

impl Order {
    /// An order of none of the numbers below `count`.
    pub fn new(count: usize) -> Self {
        Self {
            labels: vec![u64::MAX; count],
            next: vec![NOWHERE; count],
            previous: vec![NOWHERE; count],
            first: NOWHERE,
            last: NOWHERE,
        }
    }

    /// Whether `at` stands in the order.
    pub fn contains(&self, at: usize) -> bool {
        self.labels[at] != u64::MAX
    }

    /// Whether `a` stands before `b`; what does not stand in the order comes last.
    pub fn is_before(&self, a: usize, b: usize) -> bool {
        self.labels[a] < self.labels[b]
    }

    /// Adds `at` at the end.
    pub fn push(&mut self, at: usize) {
        let label = if self.last == NOWHERE { GAP } else { self.labels[self.last as usize] + GAP };
        self.labels[at] = label;
        self.previous[at] = self.last;
        match self.last {
            NOWHERE => self.first = at as u32,
            last => self.next[last as usize] = at as u32,
        }
        self.last = at as u32;
    }

    /// Puts `moved`, which stand after `at`, before it, and leaves all else in its order.
    pub fn move_before(&mut self, at: usize, mut moved: Vec<usize>) {
        moved.sort_unstable_by_key(|&class| self.labels[class]);
        for class in moved {
            self.unlink(class);
            let before = self.previous[at];
            let low = if before == NOWHERE { 0 } else { self.labels[before as usize] };
            let high = self.labels[at];
            (self.previous[class], self.next[class]) = (before, at as u32);
            self.previous[at] = class as u32;
            match before {
                NOWHERE => self.first = class as u32,
                before => self.next[before as usize] = class as u32,
            }
            self.labels[class] = low + (high - low) / 2;
            if high - low < 2 {
                self.relabel();
            }
        }
    }

    fn unlink(&mut self, at: usize) {
        let (previous, next) = (self.previous[at], self.next[at]);
        match previous {
            NOWHERE => self.first = next,
            previous => self.next[previous as usize] = next,
        }
        match next {
            NOWHERE => self.last = previous,
            next => self.previous[next as usize] = previous,
        }
    }

    fn relabel(&mut self) {
        let (mut at, mut label) = (self.first, GAP);
        while at != NOWHERE {
            self.labels[at as usize] = label;
            label += GAP;
            at = self.next[at as usize];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[test]
    fn what_is_moved_keeps_its_order() {
        let mut order = Order::new(6);
        (0..5).for_each(|at| order.push(at));
        order.move_before(1, vec![4, 2]);
        let sorted = |order: &Order| {
            let mut all: Vec<usize> = (0..5).collect();
            all.sort_by_key(|&at| order.labels[at]);
            all
        };
        assert_eq!(sorted(&order), [0, 2, 4, 1, 3]);
        // Many moves to one place use up the room there.
        for round in 0..100 {
            order.move_before(0, vec![[3, 1][round % 2]]);
            order.move_before(3, vec![0].into_iter().filter(|&at| order.is_before(3, at)).collect());
        }
        assert_eq!(sorted(&order).len(), 5);
        assert!(order.contains(0) && !order.contains(5) && order.is_before(0, 5));
    }
}
