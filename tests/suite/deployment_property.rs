//! Whatever the two files say, the program starts and is never laxer than what was said well.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use tijian::deployment::{Delays, Deployment, Output, Place};

use crate::deployment::{PIN, terminal};

/// The fields of both files.
const FIELDS: [&str; 11] = [
    "terminal",
    "mode",
    "justice_office",
    "district",
    "delays",
    "printer",
    "public_address",
    "outputs",
    "offices",
    "lawyer_keys",
    "staff_pin",
];

/// Anything, with a liking for what the files may say.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0_u64..400).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(vec!["terminal", "office", "desk", "file", "code", "t-1", PIN])
            .prop_map(Value::from),
        Just(json!("https://tijian.example/")),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        let name = prop_oneof![
            prop::sample::select(vec!["idle", "warning", "report", "printed", "fitted", "name"])
                .prop_map(str::to_owned),
            any::<String>(),
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(name, inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// An object with fields of the configuration.
fn fields() -> impl Strategy<Value = Value> {
    let field = prop_oneof![
        8 => prop::sample::select(FIELDS.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::btree_map(field, value(), 0..10)
        .prop_map(|map| Value::Object(map.into_iter().collect::<Map<String, Value>>()))
}

/// A file: mostly such an object, often that of the terminal, or anything else.
fn file() -> impl Strategy<Value = Value> {
    let own = fields().prop_map(|mut file| {
        file["terminal"] = json!("t-1");
        file
    });
    prop_oneof![4 => fields(), 4 => own, 1 => value()]
}

fn says(file: &Value, field: &str) -> Value {
    file.get(field).cloned().unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn nothing_is_laxer_than_what_was_said_well(
        shared in file(),
        own in prop::option::of(file()),
    ) {
        let named = own.as_ref().and_then(|own| terminal(Some(&own.to_string())));
        let held = Deployment::of(Some(&shared.to_string()), named);

        // Laxer than a terminal only where the file that decides says so in so many words.
        let decides = own.as_ref().unwrap_or(&shared);
        let broken = |file: &Value| !file.is_object();
        let strange = broken(&shared)
            || own.as_ref().is_some_and(|own| says(own, "terminal") != json!("t-1"));
        let wanted = match says(decides, "mode").as_str() {
            Some("office") if !strange => Place::Office,
            Some("desk") if !strange => Place::Desk,
            _ => Place::Terminal,
        };
        prop_assert_eq!(held.mode, wanted);

        // Nothing goes out that one of the files does not name.
        for output in &held.outputs {
            let name = serde_json::to_value(output).unwrap();
            let lists = |file: &Value| says(file, "outputs").as_array().is_some_and(|all| all.contains(&name));
            prop_assert!(!strange && lists(&shared), "{output:?}");
            let own = own.as_ref().filter(|own| !says(own, "outputs").is_null());
            prop_assert!(own.is_none_or(lists), "{output:?}");
        }
        if held.offers(Output::Code) {
            let there = [Some(&shared), own.as_ref()].into_iter().flatten();
            let address = json!("https://tijian.example/");
            prop_assert!(there.into_iter().any(|file| says(file, "public_address") == address));
        }

        // Times are those that are allowed.
        let Delays { idle, warning, report, printed } = held.delays;
        prop_assert!((120..=300).contains(&idle) && (20..=60).contains(&warning));
        prop_assert!((60..=300).contains(&report) && (30..=300).contains(&printed));

        // A code that can be read is not lost to a faulty file.
        if says(&shared, "staff_pin") == json!(PIN) {
            prop_assert!(held.staff_pin.is_some());
        }
        // What is broken is said.
        prop_assert!(!strange || !held.problems.is_empty());
    }

    #[test]
    fn no_text_stops_the_program(shared in any::<String>(), own in any::<String>()) {
        let held = Deployment::of(Some(&shared), terminal(Some(&own)));
        prop_assert_eq!(held.mode, Place::Terminal);
        prop_assert!(held.outputs.is_empty() && !held.problems.is_empty());
    }
}
