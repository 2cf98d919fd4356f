//! A value as a polynomial in another: what makes every way to write the argument of an activation the same.

use core_ir::Context;
use egg::Id;

use super::super::facts::Egraph;
use super::super::node::Node;
use super::value::splat;

/// The highest power that is followed.
const DEGREE: usize = 4;
/// How many operations lie between the value and the other one at most.
pub(super) const DEPTH: usize = 10;
/// How many operations are looked at, so that a class of many equal forms stays cheap.
const FUEL: u32 = 128;

/// The coefficients of `value` as a polynomial in `x`, that of the constant first; the last one is not zero.
///
/// All operations of a class are equal, so the first that is a polynomial tells.
pub fn coefficients<'c>(ctx: &'c Context, egraph: &Egraph<'c>, value: Id, x: Id) -> Option<Vec<f64>> {
    Search { ctx, egraph, x: egraph.find(x), fuel: FUEL }.class(value, DEPTH)
}

struct Search<'a, 'c> {
    ctx: &'c Context,
    egraph: &'a Egraph<'c>,
    x: Id,
    fuel: u32,
}

impl Search<'_, '_> {
    fn class(&mut self, id: Id, depth: usize) -> Option<Vec<f64>> {
        let id = self.egraph.find(id);
        if id == self.x {
            return Some(vec![0.0, 1.0]);
        }
        let egraph = self.egraph;
        let fact = &egraph[id].data;
        if let Some(konst) = fact.konst {
            return Some(trimmed(vec![splat(self.ctx, konst)?.as_float()?]));
        }
        if fact.is_const || depth == 0 {
            return None;
        }
        egraph[id].nodes.iter().find_map(|node| {
            self.fuel = self.fuel.checked_sub(1)?;
            self.node(node, depth - 1)
        })
    }

    fn node(&mut self, node: &Node, depth: usize) -> Option<Vec<f64>> {
        let name = self.ctx.op_text(node.op()?);
        let activation = self.ctx.dict_get(node.props, "fused_activation_function");
        if activation.is_some_and(|attr| self.ctx.attr_str(attr).as_deref() != Some("NONE")) {
            return None;
        }
        match (name, &node.children[..]) {
            ("tfl.add", &[a, b]) => Some(sum(&self.class(a, depth)?, &self.class(b, depth)?, 1.0)),
            ("tfl.sub", &[a, b]) => Some(sum(&self.class(a, depth)?, &self.class(b, depth)?, -1.0)),
            ("tfl.mul", &[a, b]) => product(&self.class(a, depth)?, &self.class(b, depth)?),
            ("tfl.neg", &[a]) => product(&self.class(a, depth)?, &[-1.0]),
            ("tfl.square", &[a]) => {
                let a = self.class(a, depth)?;
                product(&a, &a)
            }
            ("tfl.div", &[a, b]) => match self.class(b, depth)?[..] {
                [divisor] => product(&self.class(a, depth)?, &[divisor.recip()]),
                _ => None,
            },
            ("tfl.pow", &[a, b]) => match self.class(b, depth)?[..] {
                [power] if power.fract() == 0.0 && (1.0..=DEGREE as f64).contains(&power) => {
                    let base = self.class(a, depth)?;
                    (1..power as usize).try_fold(base.clone(), |all, _| product(&all, &base))
                }
                _ => None,
            },
            _ => None,
        }
    }
}

fn sum(a: &[f64], b: &[f64], sign: f64) -> Vec<f64> {
    let at = |list: &[f64], i: usize| list.get(i).copied().unwrap_or(0.0);
    trimmed((0..a.len().max(b.len())).map(|i| at(a, i) + sign * at(b, i)).collect())
}

fn product(a: &[f64], b: &[f64]) -> Option<Vec<f64>> {
    let mut all = vec![0.0; (a.len() + b.len()).saturating_sub(1)];
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            all[i + j] += x * y;
        }
    }
    (all.len() <= DEGREE + 1 && all.iter().all(|x| x.is_finite())).then(|| trimmed(all))
}

fn trimmed(mut list: Vec<f64>) -> Vec<f64> {
    while list.last() == Some(&0.0) {
        list.pop();
    }
    list
}

#[cfg(test)]
mod tests {
    use super::{product, sum};

    #[test]
    fn coefficients_meet_by_power() {
        assert_eq!(sum(&[1.0, 2.0], &[1.0, 2.0, 3.0], -1.0), [0.0, 0.0, -3.0]);
        assert_eq!(sum(&[1.0, 2.0], &[0.0, 2.0], -1.0), [1.0]);
        assert_eq!(product(&[1.0, 1.0], &[-1.0, 1.0]), Some(vec![-1.0, 0.0, 1.0]));
        assert_eq!(product(&[0.0, 0.0, 0.0, 1.0], &[0.0, 0.0, 1.0]), None);
        assert_eq!(product(&[0.0, 1.0], &[]), Some(vec![]));
        assert_eq!(product(&[f64::MAX], &[2.0]), None);
    }
}
