//! What kinds of values expressions have, so that a condition that can never hold is found when it is read.

use core_ir::spec::AttrKind;

/// A kind of [`Val`](super::value::Val), as far as the text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Not known before it runs.
    Any,
    /// An integer or a dimension.
    Int,
    /// An integer or a float.
    Num,
    /// Truth.
    Bool,
    /// Text.
    Str,
    /// An element type, or the type of a tensor.
    Type,
    /// A value of the program.
    Value,
    /// Several values of the program.
    Values,
    /// A list of integers or dimensions.
    Ints,
    /// A list.
    List,
    /// Attributes by name: what `..$rest` keeps.
    Attrs,
}

impl Kind {
    /// As messages call one of it.
    pub fn text(self) -> &'static str {
        match self {
            Kind::Any => "anything",
            Kind::Int => "an integer",
            Kind::Num => "a number",
            Kind::Bool => "a truth value",
            Kind::Str => "a text",
            Kind::Type => "a type",
            Kind::Value => "a value",
            Kind::Values => "several values",
            Kind::Ints => "a list of integers",
            Kind::List => "a list",
            Kind::Attrs => "a set of attributes",
        }
    }

    /// As the rule reference calls it in a signature.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Any => "any",
            Kind::Int => "int",
            Kind::Num => "number",
            Kind::Bool => "bool",
            Kind::Str => "text",
            Kind::Type => "type",
            Kind::Value => "value",
            Kind::Values => "values",
            Kind::Ints => "ints",
            Kind::List => "list",
            Kind::Attrs => "attributes",
        }
    }

    /// Whether something of kind `given` may do where this kind is wanted. Truth counts as 0 or 1 where an integer is.
    pub fn takes(self, given: Kind) -> bool {
        let is_list = |kind| matches!(kind, Kind::List | Kind::Ints | Kind::Values);
        match (self, given) {
            (Kind::Any, _) | (_, Kind::Any) => true,
            (Kind::Int, Kind::Num | Kind::Bool) | (Kind::Num, Kind::Int) => true,
            (Kind::List, given) => is_list(given),
            (wanted, Kind::List) => is_list(wanted),
            (wanted, given) => wanted == given,
        }
    }

    /// Whether something of this kind may equal something of the other.
    pub fn may_equal(self, other: Kind) -> bool {
        let is_truth = |kind| kind == Kind::Bool || kind == Kind::Any;
        match (self, other) {
            (Kind::Bool, other) | (other, Kind::Bool) => is_truth(other),
            _ => self.takes(other) || other.takes(self),
        }
    }

    /// What an attribute holds.
    pub fn of_attr(kind: &AttrKind) -> Kind {
        match kind {
            AttrKind::Bool => Kind::Bool,
            AttrKind::Int(_) => Kind::Int,
            AttrKind::F32 => Kind::Num,
            AttrKind::Str | AttrKind::Enum(_) => Kind::Str,
            AttrKind::Type => Kind::Type,
            AttrKind::Ints(_) => Kind::Ints,
            AttrKind::Floats | AttrKind::Strs | AttrKind::Bools | AttrKind::Types => Kind::List,
            _ => Kind::Any,
        }
    }

    /// What a member of a list attribute is.
    pub fn of_member(kind: &AttrKind) -> Kind {
        match kind {
            AttrKind::Ints(_) => Kind::Int,
            AttrKind::Floats => Kind::Num,
            AttrKind::Strs => Kind::Str,
            AttrKind::Bools => Kind::Bool,
            AttrKind::Types => Kind::Type,
            _ => Kind::Any,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn kinds_that_never_meet() {
        assert!(Kind::Int.may_equal(Kind::Num) && Kind::Num.may_equal(Kind::Int));
        assert!(Kind::Ints.may_equal(Kind::List) && !Kind::Ints.may_equal(Kind::Values));
        assert!(!Kind::Type.may_equal(Kind::Int) && !Kind::Bool.may_equal(Kind::Int));
        assert!(Kind::Int.takes(Kind::Bool) && !Kind::Bool.takes(Kind::Int));
        assert!(!Kind::Value.takes(Kind::Values) && !Kind::Ints.takes(Kind::Int));
    }
}
