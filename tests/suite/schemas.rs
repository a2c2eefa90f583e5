//! The committed JSON Schemas: those of the types, and true of what the program writes.

use std::path::Path;

use serde_json::{Map, Value, json};
use tijian::authoring::schema::{pack_schema, report_schema};

use crate::firms;

/// Words of a schema that say nothing about what is allowed.
const SILENT: [&str; 6] = ["$schema", "title", "description", "format", "definitions", "default"];

fn committed(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/schema").join(name);
    std::fs::read_to_string(file).expect(name)
}

/// `cargo run --bin tijian … -- schema > public/schema/pack.schema.json`
#[test]
fn the_committed_schema_of_a_pack_is_that_of_the_types() {
    let committed = committed("pack.schema.json");
    assert!(committed == pack_schema().unwrap(), "run `tijian schema` again");
    let schema: Value = serde_json::from_str(&committed).unwrap();
    let condition = &schema["definitions"]["Condition"];
    assert_eq!(condition["additionalProperties"], false, "a misspelt key is underlined");
    assert!(condition["properties"]["in"].is_object(), "as it is written, not as it is held");
    assert_eq!(schema["definitions"]["Citation"]["type"], "string");
}

/// `cargo run --bin tijian … -- schema --of report > public/schema/report.schema.json`
#[test]
fn the_committed_schema_of_a_report_is_that_of_the_types() {
    let same = committed("report.schema.json") == report_schema().unwrap();
    assert!(same, "run `tijian schema --of report` again");
}

#[test]
fn every_report_is_as_the_schema_says() {
    let schema: Value = serde_json::from_str(&committed("report.schema.json")).unwrap();
    for report in firms::reports() {
        let report = serde_json::to_value(&report).unwrap();
        assert_eq!(wrong(&schema, &schema, &report, ""), Vec::<String>::new());
    }
}

/// The check itself sees what is missing, misspelt or of another kind.
#[test]
fn a_report_that_is_not_as_the_schema_says_is_seen() {
    let schema: Value = serde_json::from_str(&committed("report.schema.json")).unwrap();
    let right = serde_json::to_value(firms::reports().remove(0)).unwrap();
    let seen = |path: &str, value: Value| {
        let mut report = right.clone();
        *report.pointer_mut(path).expect(path) = value;
        wrong(&schema, &schema, &report, "")
    };
    assert_eq!(seen("/grade", json!("splendid")).len(), 1);
    assert_eq!(seen("/index", json!("83")).len(), 1);
    assert_eq!(seen("/findings/0/level", json!(3)).len(), 1);
    assert_eq!(seen("/findings/0/flags", json!(["odd"])).len(), 1);
    assert_eq!(seen("/findings/0/treatment/0", json!({ "do": "停止。" })).len(), 1);
    assert_eq!(seen("/sums/triggered", json!(-1)).len(), 1);
    assert_eq!(seen("/packs/0", json!({})).len(), 4);
}

/// What is wrong with a value by the words of draft 07 that schemars uses; a word that is not
/// known here is an error, so that none is passed over.
fn wrong(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let Some(words) = schema.as_object() else {
        return if schema == &json!(false) { vec![format!("{at}: not allowed")] } else { vec![] };
    };
    let mut out = Vec::new();
    for (word, rule) in words {
        let fits = |rule: &Value| wrong(root, rule, value, at).is_empty();
        let count = || rule.as_array().unwrap().iter().filter(|rule| fits(rule)).count();
        let good = match word.as_str() {
            word if SILENT.contains(&word) => true,
            "$ref" => {
                let target = root.pointer(rule.as_str().unwrap().trim_start_matches('#')).unwrap();
                out.extend(wrong(root, target, value, at));
                true
            }
            "type" => match rule {
                Value::Array(kinds) => kinds.iter().any(|kind| is(kind, value)),
                kind => is(kind, value),
            },
            "enum" => rule.as_array().unwrap().contains(value),
            "const" => rule == value,
            "anyOf" => count() > 0,
            "oneOf" => count() == 1,
            "allOf" => count() == rule.as_array().unwrap().len(),
            "minimum" => value.as_f64().is_none_or(|n| n >= rule.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|n| n <= rule.as_f64().unwrap()),
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                out.extend(
                    items.flat_map(|(n, item)| wrong(root, rule, item, &format!("{at}/{n}"))),
                );
                true
            }
            "required" => {
                let missing = |name: &&Value| {
                    value.as_object().is_some_and(|all| !all.contains_key(name.as_str().unwrap()))
                };
                let missing = rule.as_array().unwrap().iter().filter(missing);
                out.extend(missing.map(|name| format!("{at}: {name} is missing")));
                true
            }
            "properties" | "additionalProperties" => {
                out.extend(fields(root, words, word, value, at));
                true
            }
            _ => panic!("{at}: the schema says `{word}`, which is not known here"),
        };
        if !good {
            out.push(format!("{at}: {value} is not {word} {rule}"));
        }
    }
    out
}

fn fields(
    root: &Value,
    words: &Map<String, Value>,
    word: &str,
    value: &Value,
    at: &str,
) -> Vec<String> {
    let named = |name: &str| words.get("properties").and_then(|all| all.get(name));
    let of = |(name, field): (&String, &Value)| match (named(name), word) {
        (Some(rule), "properties") => wrong(root, rule, field, &format!("{at}/{name}")),
        (None, "additionalProperties") => wrong(root, &words[word], field, &format!("{at}/{name}")),
        _ => Vec::new(),
    };
    value.as_object().into_iter().flatten().flat_map(of).collect()
}

fn is(kind: &Value, value: &Value) -> bool {
    match kind.as_str().unwrap() {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{other}"),
    }
}
