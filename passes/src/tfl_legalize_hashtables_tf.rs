//! `tfl-legalize-hashtables-tf`: tables that map strings to 64-bit integers or back become TFLite's, when nothing is done
//! with them but to fill them, to look up keys and to ask for the size.

use core_ir::pass::PassState;
use core_ir::{Attr, Context, DictId, Graph, Op, Reported, Type, TypeId};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::functions::{for_each_graph, read_each_graph};
use crate::registration::{ModulePass, register};
use crate::resources::convert;

register!("tfl-legalize-hashtables-tf", "Turns TensorFlow's hash tables into TFLite's", ModulePass(run));

/// What may be done with a table, and what that is in TFLite.
const USES: &[(&str, &str)] = &[
    ("tf.InitializeTableV2", "tfl.hashtable_import"),
    ("tf.LookupTableFindV2", "tfl.hashtable_find"),
    ("tf.LookupTableImportV2", "tfl.hashtable_import"),
    ("tf.LookupTableSizeV2", "tfl.hashtable_size"),
];

/// Keys and values of the tables that the runtime has.
const TYPES: &[(&str, &str)] = &[("str", "i64"), ("i64", "str")];

fn run(ctx: &Context, module: &mut Graph, state: &mut PassState<'_>) -> Result<(), Reported> {
    // A table is known by its name in every function, so all uses in the module decide.
    let mut refused: FxHashSet<String> = FxHashSet::default();
    read_each_graph(module, &mut |graph| {
        graph.walk(&mut |op| {
            if graph.is(ctx, op, "tf.HashTableV2") && !is_legal(ctx, graph, op) {
                refused.insert(table_name(ctx, graph, op));
            }
        });
    });
    let mut numbers: FxHashMap<String, i32> = FxHashMap::default();
    for_each_graph(module, &mut |graph| {
        for op in graph.all_ops() {
            if !graph.is(ctx, op, "tf.HashTableV2") {
                continue;
            }
            let name = table_name(ctx, graph, op);
            if !refused.contains(&name) {
                let next = i32::try_from(numbers.len()).unwrap_or(i32::MAX);
                legalize(ctx, graph, op, *numbers.entry(name).or_insert(next));
                state.count("tables converted", 1);
            }
        }
    });
    Ok(())
}

/// What tells a table from others: its shared name, or else that of its node.
fn table_name(ctx: &Context, graph: &Graph, op: Op) -> String {
    let word = |name: &str| {
        let attr = ctx.dict_get(graph.props(op), name).and_then(|attr| ctx.attr_str(attr));
        attr.filter(|text| !text.is_empty()).map(|text| text.into_owned())
    };
    let node = || ctx.loc_name(graph.loc(op)).map(|name| ctx.str_text(name).into_owned());
    let container = word("container").unwrap_or_default();
    format!("{container}/{}", word("shared_name").or_else(node).unwrap_or_default())
}

fn is_legal(ctx: &Context, graph: &Graph, op: Op) -> bool {
    let elem = |name: &str| match ctx.dict_get(graph.props(op), name).map(|attr| ctx.attr_of(attr)) {
        Some(Attr::Type(ty)) => ctx.elem_name(*ty),
        _ => "",
    };
    let has_uses_of_tables =
        graph.results(op).iter().flat_map(|&value| graph.uses(value)).all(|(user, i)| {
            let name = ctx.op_text(graph.op_name(user));
            i == 0 && USES.iter().any(|row| row.0 == name)
        });
    has_uses_of_tables && TYPES.contains(&(elem("key_dtype"), elem("value_dtype")))
}

fn legalize(ctx: &Context, graph: &mut Graph, op: Op, number: i32) {
    let users: Vec<Op> =
        graph.results(op).iter().flat_map(|&value| graph.uses(value)).map(|(user, _)| user).collect();
    for user in users {
        let name = ctx.op_text(graph.op_name(user));
        if let Some((_, new)) = USES.iter().find(|row| row.0 == name) {
            let results = graph.result_types(user).collect();
            convert(ctx, graph, user, new, results, DictId::EMPTY);
        }
    }
    let id = ctx.dict([(ctx.str("table_id"), ctx.i32_attr(number))]);
    convert(ctx, graph, op, "tfl.hashtable", vec![handle_type(ctx)], id);
}

/// TFLite's handles of tables are vectors of one resource.
fn handle_type(ctx: &Context) -> TypeId {
    let elem = Type::Dialect { name: ctx.str("tf_type.resource"), params: Box::default() };
    ctx.fixed_tensor(&[1], ctx.ty(elem))
}
