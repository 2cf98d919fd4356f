//! Options of custom operations, as their kernels read them.

use crate::{OptionEntry, OptionValue};

/// A map of options. tfl-opt writes it as a FlexBuffer into `custom_options`.
#[derive(Clone, Debug, Default)]
pub struct Options {
    entries: Vec<OptionEntry>,
}

impl Options {
    /// No options.
    pub fn new() -> Self {
        Self::default()
    }

    /// With `key` that says `value`.
    pub fn with(mut self, key: &str, value: OptionValue) -> Self {
        self.entries.push(OptionEntry { parent: None, key: key.to_owned(), value });
        self
    }

    /// With an integer.
    pub fn int(self, key: &str, value: i64) -> Self {
        self.with(key, OptionValue::Int(value))
    }

    /// With a floating-point number.
    pub fn float(self, key: &str, value: f64) -> Self {
        self.with(key, OptionValue::Float(value))
    }

    /// With a boolean.
    pub fn bool(self, key: &str, value: bool) -> Self {
        self.with(key, OptionValue::Boolean(value))
    }

    /// With a text.
    pub fn text(self, key: &str, value: impl Into<String>) -> Self {
        self.with(key, OptionValue::Text(value.into()))
    }

    /// With a typed vector of integers.
    pub fn ints(self, key: &str, values: &[i64]) -> Self {
        self.with(key, OptionValue::Ints(values.to_vec()))
    }

    /// With a typed vector of floating-point numbers.
    pub fn floats(self, key: &str, values: &[f64]) -> Self {
        self.with(key, OptionValue::Floats(values.to_vec()))
    }

    /// With a map in it.
    pub fn map(self, key: &str, fields: Options) -> Self {
        self.nested(key, OptionValue::Fields, fields.entries)
    }

    /// With a vector of maps.
    pub fn maps(mut self, key: &str, items: Vec<Options>) -> Self {
        let vector = self.entries.len() as u32;
        self.entries.push(OptionEntry { parent: None, key: key.to_owned(), value: OptionValue::Items });
        for item in items {
            let at = self.entries.len() as u32;
            self.entries.push(OptionEntry {
                parent: Some(vector),
                key: String::new(),
                value: OptionValue::Fields,
            });
            self.adopt(at, item.entries);
        }
        self
    }

    fn nested(mut self, key: &str, value: OptionValue, inner: Vec<OptionEntry>) -> Self {
        let at = self.entries.len() as u32;
        self.entries.push(OptionEntry { parent: None, key: key.to_owned(), value });
        self.adopt(at, inner);
        self
    }

    /// Adds entries whose outermost ones belong to entry `owner`, the last one.
    fn adopt(&mut self, owner: u32, inner: Vec<OptionEntry>) {
        let base = owner + 1;
        self.entries.extend(inner.into_iter().map(|entry| OptionEntry {
            parent: Some(entry.parent.map_or(owner, |parent| base + parent)),
            ..entry
        }));
    }

    /// The options as the interface has them.
    pub fn into_entries(self) -> Vec<OptionEntry> {
        self.entries
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[test]
    fn what_is_nested_names_its_owner() {
        let inner = Options::new().int("a", 1).map("b", Options::new().int("c", 2));
        let all = Options::new().bool("first", true).map("m", inner.clone()).maps("list", vec![inner]);
        let shape: Vec<(Option<u32>, String)> =
            all.into_entries().into_iter().map(|entry| (entry.parent, entry.key)).collect();
        let expected = [
            (None, "first"),
            (None, "m"),
            (Some(1), "a"),
            (Some(1), "b"),
            (Some(3), "c"),
            (None, "list"),
            (Some(5), ""),
            (Some(6), "a"),
            (Some(6), "b"),
            (Some(8), "c"),
        ];
        assert_eq!(shape, expected.map(|(parent, key)| (parent, key.to_owned())));
    }
}
