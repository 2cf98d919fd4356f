//! What rows say becomes what messages say.

use crate::table::{Elems, OpRow, Tables};
use core_ir::spec::{Arg, ElemSet, When};

const DEFS: &str = r#"
set narrow = i8|ui8 "8-bit number"
set words = i16|i32
constraint same(values...) "{values} are alike"
constraint within(value, n) of core early "operand {value#} is within {n}"
"#;

fn op(members: &str) -> anyhow::Result<OpRow> {
    let mut tables = Tables::default();
    tables.add("t", &format!("{DEFS} op t.x {{ \"A test.\" {members} }}"))?;
    Ok(tables.ops.remove("t.x").unwrap())
}

fn fault(members: &str) -> String {
    match op(members) {
        Ok(_) => panic!("`{members}` is no fault"),
        Err(fault) => format!("{fault:#}"),
    }
}

fn names(set: ElemSet) -> Vec<&'static str> {
    set.names().collect()
}

#[test]
fn element_types_are_called_in_their_order() {
    let row = op("in x: f32|narrow|words|qi8 in y: any in z: same(x)").unwrap();
    assert_eq!(
        row.operands[0].takes,
        "32-bit float or 8-bit number or 16-bit signless integer or 32-bit signless integer or QI8 type"
    );
    assert!(row.operands[1].takes.is_empty() && row.operands[2].takes.is_empty());
}

#[test]
fn kernels_take_more_or_less() {
    let kernels = |value: &str| {
        let row = op(&format!("in x: {value}")).unwrap();
        let (set, rank) = row.operands[0].kernels.unwrap();
        (names(set), rank, row.operands[0].rank)
    };
    assert_eq!(kernels("f32|i8 kernels +f16 -i8"), (vec!["f16", "f32"], None, None));
    assert_eq!(kernels("f32 rank <= 5 kernels rank == 4"), (vec!["f32"], Some((4, 4)), Some((0, 5))));
    assert_eq!(kernels("f32 rank >= 1 kernels +i8"), (vec!["i8", "f32"], Some((1, 255)), Some((1, 255))));
    assert_eq!(kernels("any kernels f32|narrow"), (vec!["i8", "ui8", "f32"], None, None));
    assert!(op("in x: f32").unwrap().operands[0].kernels.is_none());
}

#[test]
fn values_have_forms() {
    let form = |value: &str| op(&format!("in x: {value}")).unwrap().operands[0].form;
    assert_eq!(form("f32"), Some((None, false)));
    assert_eq!(form("1D f32"), Some((Some(1), false)));
    assert_eq!(form("late 2D any"), Some((Some(2), true)));
    assert_eq!(form("anything"), None);
}

#[test]
fn sentences_are_filled_in() {
    let row = op("in x: f32 in y*: f32 out z: f32
         where same(x, y, z) where within(y, 3) runtime within(z, 4) where same(x) \"x is itself\"")
    .unwrap();
    let said: Vec<_> = row.constraints.iter().map(|row| (row.sentence.as_str(), row.when)).collect();
    assert_eq!(
        said,
        [
            ("x, y and z are alike", When::Late),
            ("operand 1 is within 3", When::Early),
            ("operand 0 is within 4", When::AtRuntime),
            ("x is itself", When::Late),
        ]
    );
    assert_eq!(row.constraints[0].args, [Arg::Operand(0), Arg::Operand(1), Arg::Result(0)]);
    assert_eq!(row.constraints[1].path, "core_ir::constraint::within");
    assert_eq!(row.constraints[0].path, "super::verify::same");
    assert!(matches!(row.operands[0].rule, Elems::In(_)));
}

#[test]
fn constraints_that_fit_nothing_are_refused() {
    assert!(fault("in x: f32 where odd(x)").contains("no constraint `odd`"));
    assert!(fault("in x: f32 where same(y)").contains("no operand or result y"));
    assert!(fault("in x: f32 where within(x)").contains("too few arguments"));
    assert!(fault("in x: f32 where within(x, 1, 2)").contains("too many arguments"));
    assert!(fault("in x: f32 where within(1, 2)").contains("a place that nothing fills"));
}
