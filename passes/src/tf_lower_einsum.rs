//! `tf-lower-einsum`: writes `tf.Einsum` of one or two operands as transpositions, reshapes and a product of matrices.
//!
//! Labels fall into four groups: batch (in both operands and the result), contracted (in both operands only), and those of
//! the left or of the right operand alone. Operands are brought into the order batch, own, contracted, and groups become
//! one dimension each; `tf.BatchMatMulV2` does the rest. An operand whose labels are in that order already is left alone,
//! and so are the labels of the left operand where the right one is a matrix. Shapes with more than one open dimension are
//! computed from those of the operands.

use core_ir::pass::PassState;
use core_ir::rewriter::Rewriter;
use core_ir::{Context, Dim, Graph, Op, Reported, TypeId, Value};

use crate::constants::{constant_before, constant_of};
use crate::registration::{GraphPass, register};

register!(
    "tf-lower-einsum",
    "Writes tf.Einsum as transpositions, reshapes and products of matrices",
    GraphPass(run)
);

fn run(ctx: &Context, graph: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    for op in graph.all_ops() {
        if graph.is(ctx, op, "tf.Einsum") && lower(ctx, graph, op).is_some() {
            state.count("einsums", 1);
        }
    }
    Ok(())
}

/// An equation of two operands with its labels sorted into groups.
struct Equation {
    left: Vec<u8>,
    right: Vec<u8>,
    result: Vec<u8>,
    batch: Vec<u8>,
    contracted: Vec<u8>,
    left_only: Vec<u8>,
    right_only: Vec<u8>,
}

impl Equation {
    /// Whether the right operand is one matrix, whose product with a stack of others needs no joined rows.
    fn keeps_left(&self) -> bool {
        self.batch.is_empty() && self.left_only.len() > 1
    }
}

/// `None` for what is not handled: repeated labels within an operand, labels that are summed over in one
/// operand alone. Such an einsum stays, and is reported with the others that nothing converts.
fn parse(text: &str) -> Option<Equation> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (operands, result) = text.split_once("->")?;
    let (left, right) = operands.split_once(',')?;
    let labels = |part: &str| {
        let bytes = part.as_bytes().to_vec();
        let unique =
            bytes.iter().enumerate().all(|(i, b)| b.is_ascii_alphabetic() && !bytes[..i].contains(b));
        unique.then_some(bytes)
    };
    let (left, right, result) = (labels(left)?, labels(right)?, labels(result)?);
    let pick = |from: &[u8], keep: &dyn Fn(&u8) -> bool| -> Vec<u8> {
        from.iter().copied().filter(|l| keep(l)).collect()
    };
    let batch = pick(&result, &|l| left.contains(l) && right.contains(l));
    let contracted = pick(&left, &|l| right.contains(l) && !result.contains(l));
    let left_only = pick(&left, &|l| !right.contains(l));
    let right_only = pick(&right, &|l| !left.contains(l));
    let all_kept = left_only.iter().chain(&right_only).all(|l| result.contains(l));
    let all_known = result.iter().all(|l| left.contains(l) || right.contains(l));
    (all_kept && all_known).then_some(Equation {
        left,
        right,
        result,
        batch,
        contracted,
        left_only,
        right_only,
    })
}

/// An equation with its operands the other way round.
fn swapped(text: &str) -> Option<String> {
    let (operands, result) = text.split_once("->")?;
    let (left, right) = operands.split_once(',')?;
    Some(format!("{right},{left}->{result}"))
}

/// An equation with labels in the place of `...`, which stands for as many dimensions as an operand has beyond its labels.
/// `None` where those of the operands are not known to be the same.
fn without_ellipses(text: &str, shapes: [&[Dim]; 2]) -> Option<String> {
    const ELLIPSIS: &str = "...";
    if !text.contains(ELLIPSIS) {
        return Some(text.into());
    }
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (operands, result) = text.split_once("->")?;
    let (left, right) = operands.split_once(',')?;
    let mut hidden: Vec<&[Dim]> = Vec::new();
    for (part, shape) in [left, right].into_iter().zip(shapes) {
        let Some((before, after)) = part.split_once(ELLIPSIS) else { continue };
        hidden.push(shape.get(before.len()..shape.len().checked_sub(after.len())?)?);
    }
    let first = hidden.first()?;
    let is_same =
        |dims: &&[Dim]| dims.len() == first.len() && dims.iter().zip(*first).all(|(x, y)| x.proved_eq(*y));
    hidden.iter().all(is_same).then_some(())?;
    let free = ('a'..='z').chain('A'..='Z').filter(|&label| !text.contains(label));
    let labels: String = free.take(first.len()).collect();
    (labels.len() == first.len() && (labels.is_empty() || result.contains(ELLIPSIS)))
        .then(|| text.replace(ELLIPSIS, &labels))
}

struct Lowering<'a> {
    ctx: &'a Context,
    graph: &'a mut Graph,
    op: Op,
    elem: TypeId,
    /// The dimension of each label.
    dims: Vec<(u8, Dim)>,
    /// The operands with their labels.
    labels: [(Value, Vec<u8>); 2],
}

fn lower(ctx: &Context, graph: &mut Graph, op: Op) -> Option<()> {
    let equation = ctx.attr_str(graph.attr(ctx, op, "equation")?)?.into_owned();
    let operands: Vec<Value> = graph.operands(op).collect();
    let [left, right] = operands[..] else { return None };
    let shapes = [ctx.shape(graph.value_type(left))?, ctx.shape(graph.value_type(right))?];
    let equation = without_ellipses(&equation, shapes)?;
    // A product of numbers goes either way round; weights are the right operand of a layer.
    let is_constant = |value| constant_of(ctx, graph, value).is_some();
    let is_swapped = is_constant(left) && !is_constant(right);
    let (equation, left, right) =
        if is_swapped { (swapped(&equation)?, right, left) } else { (equation, left, right) };
    let equation = parse(&equation)?;
    let result = graph.result(op)?;
    let mut dims = Vec::new();
    for (value, labels) in [(left, &equation.left), (right, &equation.right)] {
        let shape = ctx.shape(graph.value_type(value))?;
        if shape.len() != labels.len() {
            return None;
        }
        dims.extend(labels.iter().copied().zip(shape.iter().copied()));
    }
    let elem = ctx.elem_type(graph.value_type(result));
    let labels = [(left, equation.left.clone()), (right, equation.right.clone())];
    let mut lowering = Lowering { ctx, graph, op, elem, dims, labels };
    if !lowering.is_expressible(&equation) {
        return None;
    }
    let new = lowering.run(&equation, left, right);
    Rewriter::before(ctx, graph, op).replace(op, &[new]);
    Some(())
}

impl Lowering<'_> {
    fn dim(&self, label: u8) -> Dim {
        self.dims.iter().find(|entry| entry.0 == label).map_or(Dim::Dynamic, |entry| entry.1)
    }

    fn shape(&self, labels: &[u8]) -> Vec<Dim> {
        labels.iter().map(|&label| self.dim(label)).collect()
    }

    fn is_open(&self, label: u8) -> bool {
        !self.dim(label).is_fixed()
    }

    /// A reshape can compute one open dimension itself, the others have to be those of labels.
    fn is_expressible(&self, equation: &Equation) -> bool {
        let joined = |labels: &[u8]| labels.len() > 1 && labels.iter().any(|&label| self.is_open(label));
        let left_is_joined = !equation.keeps_left() && joined(&equation.left_only);
        !joined(&equation.contracted) || !joined(&equation.right_only) && !left_is_joined
    }

    fn run(&mut self, equation: &Equation, left: Value, right: Value) -> Value {
        let Equation { batch, contracted, left_only, right_only, .. } = equation;
        let left_order = [&batch[..], left_only, contracted].concat();
        // The right operand is taken as it lies: contracted labels before its own, or after them with `adj_y`.
        let plain = [&batch[..], contracted, right_only].concat();
        let adjoint = [&batch[..], right_only, contracted].concat();
        let adj_y = equation.right == adjoint && equation.right != plain;
        let right_order = if adj_y { adjoint } else { plain };
        let kept = if equation.keeps_left() { left_only } else { batch };
        let left = self.transpose(left, &equation.left, &left_order);
        let left_groups: &[&[u8]] =
            if equation.keeps_left() { &[contracted] } else { &[left_only, contracted] };
        let left = self.group(left, &left_order, kept, left_groups);
        let right = self.transpose(right, &equation.right, &right_order);
        let groups: [&[u8]; 2] = if adj_y { [right_only, contracted] } else { [contracted, right_only] };
        let right = self.group(right, &right_order, batch, &groups);
        let rows: &[&[u8]] = if equation.keeps_left() { &[] } else { &[left_only] };
        let groups: Vec<&[u8]> =
            kept.chunks(1).chain(rows.iter().copied()).chain([&right_only[..]]).collect();
        let product = self.product(left, right, &groups, equation.keeps_left(), adj_y);
        let order = [&batch[..], left_only, right_only].concat();
        let ungrouped = match groups.iter().all(|labels| labels.len() == 1) {
            true => product,
            false => self.reshape(product, &order.chunks(1).collect::<Vec<_>>()),
        };
        self.transpose(ungrouped, &order, &equation.result)
    }

    fn constant(&mut self, ints: &[i64]) -> Value {
        let ints: Vec<i32> = ints.iter().map(|&n| n as i32).collect();
        let id = self.ctx.const_i32s(&ints);
        let loc = self.graph.loc(self.op);
        constant_before(self.ctx, self.graph, self.op, id, loc)
    }

    fn insert(&mut self, name: &str, operands: &[Value], props: core_ir::DictId, shape: &[Dim]) -> Value {
        let ty = self.ctx.tensor(shape, self.elem);
        Rewriter::before(self.ctx, self.graph, self.op).op1(name, operands, props, ty)
    }

    fn transpose(&mut self, value: Value, from: &[u8], to: &[u8]) -> Value {
        if from == to {
            return value;
        }
        let order = to.iter().filter_map(|label| from.iter().position(|l| l == label));
        let order: Vec<i64> = order.map(|at| at as i64).collect();
        let order = self.constant(&order);
        self.insert("tf.Transpose", &[value, order], core_ir::DictId::EMPTY, &self.shape(to))
    }

    /// Keeps the labels of `kept` apart and makes one dimension of each of `groups`, for a value with the labels `order`.
    fn group(&mut self, value: Value, order: &[u8], kept: &[u8], groups: &[&[u8]]) -> Value {
        let all: Vec<&[u8]> = kept.chunks(1).chain(groups.iter().copied()).collect();
        if all.len() == order.len() && all.iter().all(|labels| labels.len() == 1) {
            return value;
        }
        self.reshape(value, &all)
    }

    fn grouped_shape(&self, groups: &[&[u8]]) -> Vec<Dim> {
        groups.iter().map(|labels| self.ctx.dim_product(self.shape(labels))).collect()
    }

    fn reshape(&mut self, value: Value, groups: &[&[u8]]) -> Value {
        let shape = self.grouped_shape(groups);
        let open = shape.iter().filter(|dim| !dim.is_fixed()).count();
        let operand = if open <= 1 {
            let ints: Vec<i64> = shape.iter().map(|dim| dim.fixed().unwrap_or(-1)).collect();
            self.constant(&ints)
        } else {
            let sizes: Vec<Value> = groups.iter().map(|labels| self.size(labels)).collect();
            let ty = self.ctx.tensor(&[Dim::Fixed(groups.len() as i64)], TypeId::I32);
            Rewriter::before(self.ctx, self.graph, self.op).op1("tf.Pack", &sizes, core_ir::DictId::EMPTY, ty)
        };
        self.insert("tf.Reshape", &[value, operand], core_ir::DictId::EMPTY, &shape)
    }

    /// The number of elements along `labels` as a scalar: -1 where it is a product that is not known.
    fn size(&mut self, labels: &[u8]) -> Value {
        let ctx = self.ctx;
        let dim = ctx.dim_product(self.shape(labels));
        let found = self.labels.iter().find_map(|(value, all)| match labels {
            [label] => Some((*value, all.iter().position(|l| l == label)?)),
            _ => None,
        });
        let (value, at) = match (dim, found) {
            (Dim::Fixed(_), _) | (_, None) => {
                let id = ctx.const_from_bytes(
                    ctx.tensor(&[], TypeId::I32),
                    &(dim.fixed().unwrap_or(-1) as i32).to_le_bytes(),
                );
                let loc = self.graph.loc(self.op);
                return constant_before(ctx, self.graph, self.op, id, loc);
            }
            (_, Some(found)) => found,
        };
        let rank = self.ctx.shape(self.graph.value_type(value)).map_or(0, <[Dim]>::len);
        let ty = ctx.tensor(&[Dim::Fixed(rank as i64)], TypeId::I32);
        let shape =
            Rewriter::before(ctx, self.graph, self.op).op1("tf.Shape", &[value], core_ir::DictId::EMPTY, ty);
        let bounds = [at as i64, at as i64 + 1, 1].map(|n| self.constant(&[n]));
        let masks = ctx.dict([(ctx.str("shrink_axis_mask"), ctx.int_attr(1, TypeId::I64))]);
        let operands = [shape, bounds[0], bounds[1], bounds[2]];
        let scalar = ctx.tensor(&[], TypeId::I32);
        Rewriter::before(ctx, self.graph, self.op).op1("tf.StridedSlice", &operands, masks, scalar)
    }

    fn product(&mut self, left: Value, right: Value, groups: &[&[u8]], is_batch: bool, adj_y: bool) -> Value {
        let shape = self.grouped_shape(groups);
        let (name, flag) = match groups.len() == 2 && !is_batch {
            true => ("tf.MatMul", "transpose_b"),
            false => ("tf.BatchMatMulV2", "adj_y"),
        };
        let props = self.ctx.dict([(self.ctx.str(flag), self.ctx.bool_attr(adj_y))]);
        self.insert(name, &[left, right], props, &shape)
    }
}

#[cfg(test)]
mod tests {
    use core_ir::Dim;

    use super::{parse, without_ellipses};

    #[test]
    fn labels_are_sorted_into_groups() {
        let e = parse("aecd, abcd -> acbe").expect("an attention product");
        let text = |labels: &[u8]| String::from_utf8_lossy(labels).into_owned();
        assert_eq!(
            [text(&e.batch), text(&e.contracted), text(&e.left_only), text(&e.right_only)],
            ["ac", "d", "e", "b"]
        );
    }

    #[test]
    fn what_is_not_handled_is_left_alone() {
        for equation in ["...a,ab->...b", "aab,bc->ac", "ab,cd->ad", "ab->ba", "ab,bc->axc"] {
            assert!(parse(equation).is_none(), "{equation}");
        }
    }
    #[test]
    fn ellipses_get_labels() {
        let dims = |list: &[i64]| list.iter().map(|&n| Dim::Fixed(n)).collect::<Vec<_>>();
        let written = |text, left: &[i64], right: &[i64]| without_ellipses(text, [&dims(left), &dims(right)]);
        assert_eq!(written("...i,io->...o", &[2, 5, 16], &[16, 8]).as_deref(), Some("abi,io->abo"));
        assert_eq!(written("a...b,...b->a...", &[7, 2, 3], &[2, 3]).as_deref(), Some("acb,cb->ac"));
        assert_eq!(written("...b,...b->...", &[2, 3], &[1, 3]), None);
        assert_eq!(written("...b,b->b", &[2, 3], &[3]), None);
        assert_eq!(written("...ab,b->...a", &[3], &[3]), None);
    }
}
