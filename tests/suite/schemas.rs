//! The committed JSON Schemas: those of the types, and true of what the program writes.

use std::path::Path;

use serde_json::{Map, Value, json};
use tijian::authoring::schema::{deployment_schema, pack_schema, report_schema, terminal_schema};
use tijian::deployment::{Deployment, StaffPin, TerminalId};

use crate::deployment::{KEY, LICENCE, PIN, terminal};
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

/// `cargo run --bin tijian … -- schema --of deployment > public/schema/deployment.schema.json`,
/// and the same with `terminal`.
#[test]
fn the_committed_schemas_of_a_deployment_are_those_of_the_types() {
    let same = committed("deployment.schema.json") == deployment_schema().unwrap();
    assert!(same, "run `tijian schema --of deployment` again");
    let same = committed("terminal.schema.json") == terminal_schema().unwrap();
    assert!(same, "run `tijian schema --of terminal` again");
}

#[test]
fn the_samples_are_as_their_schemas_say() {
    let of = |name: &str| serde_json::from_str::<Value>(&committed(name)).unwrap();
    let deployment = of("deployment.schema.json");
    for sample in
        [include_str!("../../public/tijian.json"), include_str!("../../deploy/samples/tijian.json")]
    {
        let sample = serde_json::from_str(sample).unwrap();
        assert_eq!(wrong(&deployment, &deployment, &sample, ""), Vec::<String>::new());
    }
    let own = of("terminal.schema.json");
    let sample = include_str!("../../deploy/samples/terminals/sample-heping-01.json");
    let sample: Value = serde_json::from_str(sample).unwrap();
    assert_eq!(wrong(&own, &own, &sample, ""), Vec::<String>::new());
    assert_eq!(wrong(&deployment, &deployment, &sample, "").len(), 1, "it names a terminal");
}

/// The reader knows each field of the schema, and both draw the same line.
#[test]
fn the_schema_allows_what_the_reader_takes() {
    let schema: Value = serde_json::from_str(&committed("terminal.schema.json")).unwrap();
    let shared = r#"{"outputs": ["code"]}"#;
    let good = json!({
        "terminal": "t-1", "mode": "desk", "justice_office": "样例所", "district": "heping",
        "delays": {"idle": 120, "warning": 60, "report": 60, "printed": 30},
        "printer": {"fitted": true, "name": "p"}, "public_address": "https://tijian.example/",
        "outputs": ["code"], "offices": [{"service": "mediation", "name": "样例"}],
        "lawyer_keys": [{
            "by": {"name": "样例律师", "firm": "样例律师事务所", "licence": LICENCE}, "key": KEY,
        }],
        "staff_pin": PIN,
    });
    let fields = schema["properties"].as_object().unwrap();
    let said = good.as_object().unwrap();
    assert!(fields.keys().eq(said.keys().collect::<std::collections::BTreeSet<_>>()), "{fields:?}");
    let both = |file: &Value| {
        let read = Deployment::of(Some(shared), terminal(Some(&file.to_string())));
        (wrong(&schema, &schema, file, "").is_empty(), read.problems.is_empty())
    };
    assert_eq!(both(&good), (true, true));
    for (path, value) in [
        ("/mode", json!("kiosk")),
        ("/delays/idle", json!(119)),
        ("/delays/idle", json!(301)),
        ("/delays/warning", json!(19)),
        ("/delays/warning", json!(61)),
        ("/delays/report", json!(59)),
        ("/delays/report", json!(301)),
        ("/delays/printed", json!(29)),
        ("/delays/printed", json!(301)),
        ("/delays", json!({"ilde": 180})),
        ("/printer", json!({"fited": true})),
        ("/outputs", json!(["fax"])),
        ("/offices", json!([{}])),
        ("/lawyer_keys/0/key", json!("05".to_owned() + &KEY[2..])),
        ("/lawyer_keys/0/key", json!(KEY[..128])),
        ("/lawyer_keys/0/by", json!({"name": "样例律师"})),
        ("/staff_pin", json!("246810")),
        ("/terminal", json!("T 1")),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(path).expect(path) = value.clone();
        assert_eq!(both(&bad), (false, false), "{path} {value}");
    }
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
            "pattern" => value.as_str().is_none_or(|text| matches(rule.as_str().unwrap(), text)),
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

/// The patterns that there are, by the types that they stand for.
fn matches(pattern: &str, text: &str) -> bool {
    match pattern {
        "^[a-z0-9-]{1,40}$" => TerminalId::new(text).is_some(),
        r"^pbkdf2-sm3\$[0-9]{1,6}\$[0-9a-f]{32}\$[0-9a-f]{64}$" => {
            StaffPin::try_from(text.to_owned()).is_ok()
        }
        "^04[0-9A-Fa-f]{128}$" => {
            let hex = text.bytes().all(|sign| sign.is_ascii_hexdigit());
            text.len() == 130 && text.starts_with("04") && hex
        }
        other => panic!("the schema says `{other}`, which is not known here"),
    }
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
