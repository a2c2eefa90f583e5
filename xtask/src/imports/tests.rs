use super::scan;

#[track_caller]
fn clean(path: &str, source: &str) {
    assert_eq!(scan(path, source), Vec::<String>::new());
}

#[track_caller]
fn found(path: &str, source: &str, expected: &[&str]) {
    assert_eq!(scan(path, source), expected);
}

#[test]
fn a_module_may_use_those_before_it() {
    clean("risk/score.rs", "use crate::{flow::Path, law::{self, Law}};");
    clean("risk/score.rs", "use crate::risk::criteria; use super::Finding;");
}

#[test]
fn a_module_may_not_use_those_after_it() {
    found(
        "law/cite.rs",
        "\nuse crate::risk::Finding;",
        &["src/law/cite.rs:2: law may not use risk"],
    );
    found(
        "law.rs",
        "use crate::{\n  questionnaire::Item,\n  kiosk::{Model},\n};",
        &["src/law.rs:3: law may not use kiosk"],
    );
    found(
        "flow.rs",
        "fn f() { let x = [crate::report::new()]; }",
        &["src/flow.rs:1: flow may not use report"],
    );
}

#[test]
fn super_is_followed_to_the_root() {
    let law = ["src/law/a.rs:1: law may not use risk"];
    found("law/a.rs", "use super::super::risk;", &law);
    clean("law/a.rs", "use super::risk;");
    clean("law/a/b.rs", "use super::super::risk;");
    found("law/a.rs", "mod m { use super::super::super::risk; }", &law);
    found("law/mod.rs", "use super::risk;", &["src/law/mod.rs:1: law may not use risk"]);
}

#[test]
fn page_and_browser_meet_in_one_place() {
    clean("ui/app.rs", "use crate::browser::storage;");
    clean("ui/pages/start.rs", "use crate::view_model::Start; use leptos::prelude::*;");
    clean("browser/storage.rs", "use crate::kiosk::Effect; use web_sys::window;");
    found(
        "ui/pages/start.rs",
        "use crate::browser::storage;",
        &["src/ui/pages/start.rs:1: ui may not use browser"],
    );
    found(
        "browser/storage.rs",
        "use crate::view_model::Start;",
        &["src/browser/storage.rs:1: browser may not use view_model"],
    );
}

#[test]
fn pure_modules_do_not_reach_outside() {
    found(
        "kiosk/mod.rs",
        "use web_sys::Window;\nuse std::{fmt, fs};\nfn f() { Utc::now(); std::env::var(x) }",
        &[
            "src/kiosk/mod.rs:1: kiosk may not use web_sys",
            "src/kiosk/mod.rs:2: kiosk may not use std::fs",
            "src/kiosk/mod.rs:3: kiosk may not use Utc::now",
            "src/kiosk/mod.rs:3: kiosk may not use std::env",
        ],
    );
    found(
        "flow.rs",
        "use std::time::SystemTime;",
        &["src/flow.rs:1: flow may not use time::SystemTime"],
    );
    clean("authoring/load.rs", "use std::fs; use crate::risk::Criteria;");
    clean("bin/tijian.rs", "fn main() { std::env::args(); }");
}

#[test]
fn words_in_comments_strings_and_tests_are_free() {
    clean(
        "law/mod.rs",
        "// crate::risk\n/// std::fs\nconst A: &str = \"crate::risk\"; let rand = 1;",
    );
    clean("law/mod.rs", "#[cfg(test)]\nmod tests { use crate::risk::Finding; use std::fs; }");
    clean("law/tests.rs", "use crate::risk::Finding;");
    found(
        "law/mod.rs",
        "#[cfg(test)] mod tests;\nuse crate::risk;",
        &["src/law/mod.rs:2: law may not use risk"],
    );
}

#[test]
fn a_module_without_a_place_may_use_nothing() {
    found("helpers.rs", "use crate::law::Law;", &["src/helpers.rs:1: helpers may not use law"]);
}
