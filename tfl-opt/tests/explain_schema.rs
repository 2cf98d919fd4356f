//! What `tfl-opt explain --json` writes is what `docs/explain.schema.json` says, and the other way round.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// The part of JSON Schema that the schema uses; what is not here is refused.
struct Validator<'s> {
    schema: &'s Value,
    /// The properties that were met, by the addresses of their schemas.
    met: BTreeSet<*const Value>,
}

impl<'s> Validator<'s> {
    fn check(&mut self, schema: &'s Value, value: &Value, path: &str) {
        for (key, rule) in schema.as_object().expect("a schema is an object") {
            match key.as_str() {
                "$schema" | "$defs" | "title" | "description" | "properties" => {}
                "$ref" => {
                    let name =
                        rule.as_str().and_then(|text| text.strip_prefix("#/$defs/")).expect("a definition");
                    self.check(&self.schema["$defs"][name], value, path);
                }
                "type" => {
                    let types: Vec<&str> = match rule {
                        Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
                        one => one.as_str().into_iter().collect(),
                    };
                    assert!(types.iter().any(|ty| has_type(ty, value)), "{path}: {value} is no {rule}");
                }
                "const" => assert_eq!(rule, value, "{path}"),
                "enum" => {
                    let words = rule.as_array().expect("a list");
                    assert!(words.contains(value), "{path}: {value} is not in {rule}");
                }
                "anyOf" => {
                    let choices = rule.as_array().expect("a list");
                    let is_null = |choice: &&Value| (choice["type"] == "null") == value.is_null();
                    let choice = choices.iter().find(is_null).expect("null or not");
                    self.check(choice, value, path);
                }
                "required" => {
                    for name in rule.as_array().expect("a list").iter().filter_map(Value::as_str) {
                        assert!(value.get(name).is_some(), "{path}: there is no {name}");
                    }
                }
                "additionalProperties" => {
                    assert_eq!(*rule, Value::Bool(false));
                    for (name, inner) in value.as_object().expect("an object") {
                        let known = schema["properties"].get(name);
                        let known = known.unwrap_or_else(|| panic!("{path}: {name} is not in the schema"));
                        self.met.insert(std::ptr::from_ref(known));
                        self.check(known, inner, &format!("{path}/{name}"));
                    }
                }
                "minProperties" => {
                    assert!(value.as_object().map(|o| o.len() as u64) >= rule.as_u64(), "{path}")
                }
                "maxProperties" => {
                    assert!(value.as_object().map(|o| o.len() as u64) <= rule.as_u64(), "{path}")
                }
                "items" => {
                    for (i, item) in value.as_array().expect("a list").iter().enumerate() {
                        self.check(rule, item, &format!("{path}/{i}"));
                    }
                }
                other => panic!("the schema uses {other}"),
            }
        }
    }

    /// The properties of a schema that no value had.
    fn unmet(&self, schema: &'s Value, path: &str, list: &mut Vec<String>) {
        match schema {
            Value::Object(entries) => {
                for (key, inner) in entries {
                    if key == "properties" {
                        for (name, property) in inner.as_object().expect("an object") {
                            if !self.met.contains(&std::ptr::from_ref(property)) {
                                list.push(format!("{path}/{name}"));
                            }
                        }
                    }
                    self.unmet(inner, &format!("{path}/{key}"), list);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.unmet(item, path, list)),
            _ => {}
        }
    }
}

fn has_type(ty: &str, value: &Value) -> bool {
    match ty {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the schema has the type {other}"),
    }
}

#[test]
fn what_is_written_is_what_the_schema_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = std::fs::read_to_string(root.join("docs/explain.schema.json")).expect("the schema is there");
    let schema: Value = serde_json::from_str(&text).expect("it is JSON");
    let mut validator = Validator { schema: &schema, met: BTreeSet::new() };
    let runs: [(&str, &[&str]); 4] = [
        ("explain.mlir", &["--pass-pipeline=tfl-legalize-tf,tfl-optimize", "--proof"]),
        ("explain-rules.mlir", &["--pass-pipeline=tfl-saturate{disable-rule=unary}", "--op=model/relu"]),
        ("explain-rules.mlir", &["--op=model/squeeze"]),
        ("explain-together.mlir", &["--proof", "--op=key"]),
    ];
    for (file, flags) in runs {
        let output = Command::new(env!("CARGO_BIN_EXE_tfl-opt"))
            .args(["explain", "--json=-"])
            .args(flags)
            .arg(root.join("tests/lit/driver").join(file))
            .output()
            .expect("the tool starts");
        let written = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|_| panic!("{file}: {}", String::from_utf8_lossy(&output.stderr)));
        validator.check(&schema, &written, file);
    }
    let mut unmet = Vec::new();
    validator.unmet(&schema, "", &mut unmet);
    assert!(unmet.is_empty(), "no run has {unmet:?}");
}
