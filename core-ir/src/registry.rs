//! What is linked into the program: dialects and passes.
//!
//! Crates submit entries with `inventory`. A collected registry is sorted by name and refuses duplicates, so that link
//! order never shows.

use std::borrow::Cow;

use crate::pass::PassInfo;
use crate::spec::OpSpec;
use crate::text::format::Formats;
pub use crate::text::syntax::DialectHooks;
use crate::text::syntax::OpSyntax;

/// A dialect: a name space of operations.
pub struct Dialect {
    /// The prefix of its operation names, `tfl`.
    pub name: &'static str,
    /// The spec of the operation with this full name.
    pub find_op: fn(&str) -> Option<Cow<'static, OpSpec>>,
    /// The full names of all operations, sorted.
    pub op_names: fn() -> Vec<String>,
    /// Whether operations that [`Self::find_op`] does not know are kept, in the generic form: nothing is known of them,
    /// so that they are taken to have effects. TensorFlow's dialect holds everybody's custom operations.
    pub allows_unknown_ops: bool,
    /// The short forms of operations, but for those that [`DialectHooks::op_syntax`] gives.
    pub formats: Option<&'static Formats>,
}

impl Dialect {
    /// A dialect that refuses what `find_op` does not know.
    pub const fn new(
        name: &'static str,
        find_op: fn(&str) -> Option<Cow<'static, OpSpec>>,
        op_names: fn() -> Vec<String>,
    ) -> Self {
        Self { name, find_op, op_names, allows_unknown_ops: false, formats: None }
    }
}

/// Registers a dialect of static rows, which are sorted by name: `register_dialect!("my", OPS, FORMATS, false)`. What
/// `dialects-codegen` writes for a build script ends in it. The last says [`Dialect::allows_unknown_ops`].
#[macro_export]
macro_rules! register_dialect {
    ($name:literal, $rows:expr, $lines:expr, $is_open:literal) => {
        static FORMATS: $crate::text::format::Formats =
            $crate::text::format::Formats::new(|name| $crate::registry::find_row(&$rows, name), $lines);
        $crate::inventory::submit! {
            &$crate::registry::Dialect {
                name: $name,
                find_op: |name| $crate::registry::find_row(&$rows, name),
                op_names: || $rows.iter().map(|row| row.name.to_string()).collect(),
                allows_unknown_ops: $is_open,
                formats: Some(&FORMATS),
            } as &'static $crate::registry::Dialect
        }
    };
}

/// Registers a pass that takes no options: `register_pass!("my-pass", "What it does", MyPass)`.
#[macro_export]
macro_rules! register_pass {
    ($name:literal, $summary:literal, $pass:expr) => {
        $crate::inventory::submit! {
            &$crate::pass::PassInfo {
                name: $name,
                summary: $summary,
                options: &[],
                make: |_| Ok(Box::new($pass)),
            } as &'static $crate::pass::PassInfo
        }
    };
}

/// The row called `name` of a list that is sorted by name.
pub fn find_row(rows: &'static [OpSpec], name: &str) -> Option<Cow<'static, OpSpec>> {
    let at = rows.binary_search_by(|row| row.name.as_ref().cmp(name)).ok()?;
    rows.get(at).map(Cow::Borrowed)
}

inventory::collect!(&'static Dialect);
inventory::collect!(&'static PassInfo);
inventory::collect!(&'static DialectHooks);

/// Dialects by name.
#[derive(Clone, Default)]
pub struct DialectRegistry {
    dialects: Vec<&'static Dialect>,
    hooks: Vec<&'static DialectHooks>,
}

impl DialectRegistry {
    /// Every dialect that was submitted.
    ///
    /// # Panics
    /// When two dialects share a name: a mistake of the program, not of its input.
    pub fn linked() -> Self {
        Self {
            dialects: sorted_by_name(inventory::iter::<&'static Dialect>().copied(), |d| d.name),
            hooks: sorted_by_name(inventory::iter::<&'static DialectHooks>().copied(), |h| h.name),
        }
    }

    /// The syntax and the checks of the dialect called `name`.
    pub fn hooks(&self, name: &str) -> Option<&'static DialectHooks> {
        let at = self.hooks.binary_search_by(|hooks| hooks.name.cmp(name)).ok()?;
        Some(self.hooks[at])
    }

    /// The short form of the operation with this full name.
    pub fn op_syntax(&self, name: &str) -> Option<&'static OpSyntax> {
        let (dialect, _) = name.split_once('.')?;
        let code = self.hooks(dialect).and_then(|hooks| (hooks.op_syntax?)(name));
        code.or_else(|| self.get(dialect)?.formats?.get(name))
    }

    /// What the result of the operation with this full name is called; empty where it is numbered.
    pub(crate) fn result_name(&self, name: &str) -> &'static str {
        let formats = name.split_once('.').and_then(|(dialect, _)| self.get(dialect)?.formats);
        formats.map_or("", |formats| formats.result_name(name))
    }

    /// The dialects, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = &'static Dialect> + '_ {
        self.dialects.iter().copied()
    }

    /// The dialect called `name`.
    pub fn get(&self, name: &str) -> Option<&'static Dialect> {
        let at = self.dialects.binary_search_by(|dialect| dialect.name.cmp(name)).ok()?;
        Some(self.dialects[at])
    }

    /// The spec of the operation with this full name.
    pub fn find_op(&self, name: &str) -> Option<Cow<'static, OpSpec>> {
        let (dialect, _) = name.split_once('.')?;
        (self.get(dialect)?.find_op)(name)
    }
}

/// Every pass that was submitted, sorted by name.
///
/// # Panics
/// When two passes share a name.
pub fn linked_passes() -> Vec<&'static PassInfo> {
    sorted_by_name(inventory::iter::<&'static PassInfo>().copied(), |pass| pass.name)
}

fn sorted_by_name<T: Copy>(items: impl Iterator<Item = T>, name: impl Fn(T) -> &'static str) -> Vec<T> {
    let mut list: Vec<T> = items.collect();
    list.sort_by_key(|&item| name(item));
    if let Some(pair) = list.windows(2).find(|pair| name(pair[0]) == name(pair[1])) {
        panic!("`{}` is registered twice", name(pair[0]));
    }
    list
}
