//! Which operations somebody asks about.

use core_ir::{Context, Loc, LocId, OpName};

/// How many locations of one operation are looked at.
const MOST_LOCS: usize = 256;

/// The operations that have a name, a layer or a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    text: String,
}

impl About {
    /// What `text` says: the name of an operation with its dialect or without, the name of a layer or the end of one from
    /// a `/` on, or `file:line` or `file:line:column`, with or without folders.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned() }
    }

    /// Whether an operation of this name with this location is meant.
    pub fn holds(&self, ctx: &Context, name: OpName, loc: LocId) -> bool {
        let name = ctx.op_text(name);
        let without_dialect = name.split_once('.').map_or(name, |parts| parts.1);
        self.text == name || self.text == without_dialect || self.is_at(ctx, loc)
    }

    /// Whether a location is, or is made of, one that is meant. The places of calls are not.
    fn is_at(&self, ctx: &Context, loc: LocId) -> bool {
        let mut seen = Vec::new();
        let mut stack = vec![loc];
        while let Some(loc) = stack.pop() {
            if seen.len() == MOST_LOCS || seen.contains(&loc) {
                continue;
            }
            seen.push(loc);
            match ctx.loc_of(loc) {
                Loc::Name { name, child } => {
                    if self.ends(&ctx.str_text(*name)) {
                        return true;
                    }
                    stack.push(*child);
                }
                Loc::File { file, line, col } => {
                    let place = format!("{}:{line}", ctx.str_text(*file));
                    if self.ends(&place) || self.ends(&format!("{place}:{col}")) {
                        return true;
                    }
                }
                Loc::Fused { locs, .. } => stack.extend(locs.iter()),
                Loc::CallSite { callee, .. } => stack.push(*callee),
                Loc::Unknown => {}
            }
        }
        false
    }

    /// Whether `path` is what was asked for, or ends in it behind a `/`.
    fn ends(&self, path: &str) -> bool {
        let before = path.strip_suffix(self.text.as_str());
        before.is_some_and(|before| before.is_empty() || before.ends_with('/'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_are_meant_by_name_layer_and_place() {
        let ctx = Context::new();
        let name = ctx.op_name("tf.MatMul");
        let file = ctx.loc(Loc::File { file: ctx.str("dir/a.mlir"), line: 3, col: 7 });
        let layer = ctx.name_loc("model/dense/MatMul");
        let loc = ctx.fused_loc([file, layer]);
        let holds = |text: &str| About::new(text).holds(&ctx, name, loc);
        for text in
            ["tf.MatMul", "MatMul", "model/dense/MatMul", "dense/MatMul", "a.mlir:3", "dir/a.mlir:3:7"]
        {
            assert!(holds(text), "{text}");
        }
        for text in ["Mul", "tf.Mul", "ense/MatMul", "model/dense", "a.mlir:3:8", "mlir:3"] {
            assert!(!holds(text), "{text}");
        }
        // A call is not what stands in the function.
        let call = ctx.loc(Loc::CallSite { callee: file, caller: layer });
        assert!(About::new("a.mlir:3").holds(&ctx, ctx.op_name("tf.Add"), call));
        assert!(!About::new("dense/MatMul").holds(&ctx, ctx.op_name("tf.Add"), call));
    }
}
