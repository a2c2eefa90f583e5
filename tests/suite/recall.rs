//! Old reports against newer law.

use tijian::law::{Changed, LawError, Register};
use tijian::questionnaire::Citation;
use tijian::report::recall::{OldReport, recall};

use crate::support::{day, library};

fn small() -> Register {
    serde_saphyr::from_str(
        "instruments:
  - id: some-law
    title: 某法
    short: 某法
    kind: 法律
    changes: [{article: '8', on: 2026-06-01, what: 罚款上限提高。}]
    editions:
      - {name: 2020制定, from: 2020-01-01, to: 2027-03-31, checked: read, articles: {'8': 一, '9': 二}}
  - id: code
    title: 法典
    short: 法典
    kind: 法律
    editions:
      - {name: 旧版, from: 2020-01-01, to: 2026-12-31, checked: read, articles: {'8': 一}}
      - {name: 新版, from: 2027-01-01, checked: read, articles: {'8': 别的事。}}
",
    )
    .unwrap()
}

fn cite(text: &str) -> Citation {
    Citation::try_from(text.to_owned()).unwrap()
}

#[test]
fn a_change_counts_from_the_day_after_the_check() {
    let laws = small();
    let changed = |citation: &str, check: &str, today: &str| {
        laws.changed_since(&cite(citation), day(check), day(today)).is_some()
    };
    assert!(changed("some-law 8", "2026-05-31", "2026-06-01"), "it begins today");
    assert!(!changed("some-law 8", "2026-05-30", "2026-05-31"), "it is still to come");
    assert!(!changed("some-law 8", "2026-06-01", "2026-12-31"), "the check knew it");
    assert!(!changed("some-law 9", "2026-05-31", "2026-12-31"), "another article");
    assert!(!changed("code 8", "2026-11-21", "2026-12-31"));
    assert!(changed("code 8", "2026-12-31", "2027-01-01"), "another edition");
    assert!(!changed("code 8", "2027-01-01", "2027-05-01"));
    assert!(matches!(
        laws.changed_since(&cite("some-law 9"), day("2026-01-01"), day("2027-04-01")),
        Some(Changed::Repealed { .. })
    ));
    assert!(changed("no-law 1", "2026-01-01", "2026-01-02"), "what is not known is told");
}

#[test]
fn a_change_of_an_article_that_no_edition_has_is_a_problem() {
    let mut laws = small();
    assert!(laws.problems().is_empty(), "{:?}", laws.problems());
    laws.instruments[0].changes[0].article = "80".to_owned();
    let problems = laws.problems();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].0, "/instruments/0/changes/0");
}

#[test]
fn only_what_rests_on_a_changed_article_is_recalled() {
    let report: OldReport = serde_json::from_str(
        r#"{"schema": 1, "on": "2026-05-01", "findings": [
            {"id": "a.f.x", "title": "甲", "level": "red",
             "basis": [{"law": "some-law", "article": "8", "label": "某法第8条"},
                       {"law": "code", "article": "8", "label": "法典第8条"}]},
            {"id": "a.f.y", "title": "乙", "basis": [{"law": "some-law", "article": "9"}]}]}"#,
    )
    .unwrap();
    let found = recall(&report, &small(), day("2027-02-01"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].id, "a.f.x");
    assert_eq!(
        found[0].reasons,
        [
            "某法第8条：2026-06-01 起罚款上限提高。",
            "法典第8条：旧版 自 2027-01-01 起由 新版 代替；新版同一条号是：别的事。",
        ]
    );
    assert!(recall(&report, &small(), day("2026-05-31")).is_empty());
}

/// 商标法 2026 takes the place of 2019 on 2027-01-01, and 续展 moves from 40 to 44.
#[test]
fn the_trademark_law_over_the_new_year() {
    let laws = library().laws;
    let renewal = cite("trademark-law 40");
    let (check, eve, new_year) = (day("2026-11-21"), day("2026-12-31"), day("2027-01-01"));
    assert_eq!(laws.changed_since(&renewal, check, eve), None);
    match laws.changed_since(&renewal, check, new_year) {
        Some(Changed::Edition { old, new }) => {
            assert_eq!((old.name.as_str(), new.name.as_str()), ("2019修正", "2026修订"));
            assert!(new.articles["40"].contains("44"), "the gist says where it went");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(laws.changed_since(&renewal, new_year, day("2027-06-01")), None);
    assert_eq!(laws.changed_since(&cite("civil-code 188"), check, new_year), None);
}

/// An old report recalls by the number that it printed; a citation of today tells both numbers.
#[test]
fn a_citation_follows_its_article_into_the_next_edition() {
    let laws = library().laws;
    let infringement = cite("trademark-law 57 | 2027-01-01 72");
    assert_eq!(infringement.to_string(), "trademark-law 57 | 2027-01-01 72");
    let (eve, new_year) = (day("2026-12-31"), day("2027-01-01"));
    assert_eq!(infringement.article_label(eve), "第57条");
    assert_eq!(infringement.article_label(new_year), "第72条");
    for day in [eve, new_year] {
        let found = laws.resolve(&infringement, day).unwrap();
        assert!(found.gist.starts_with("未经许可在同种、类似商品上"), "{}", found.gist);
    }
    let bad = [
        "trademark-law 57 | 2027-01-01",
        "trademark-law 57 | 72",
        "trademark-law 57 | 2027-13-01 72",
        "trademark-law 57 | 2027-01-01 72 | 2027-01-01 73",
        "trademark-law | 2027-01-01 72",
    ];
    for text in bad {
        assert!(Citation::try_from(text.to_owned()).is_err(), "{text}");
    }
}

/// What the lint asks of a citation: an article now, and in every edition that is to come.
#[test]
fn a_citation_must_say_where_its_article_is_in_an_edition_to_come() {
    let laws = library().laws;
    let now = day("2026-11-21");
    let holds =
        |text: &str, on: &str, last: Option<&str>| laws.holds(&cite(text), day(on), last.map(day));
    let new_year = day("2027-01-01");
    let on = "2026-11-21";
    assert_eq!(holds("trademark-law 57 | 2027-01-01 72", on, None), Ok(()));
    assert_eq!(holds("trademark-law 57", on, None), Err(LawError::Renumbered(new_year)));
    assert_eq!(holds("trademark-law 57", on, Some("2026-12-31")), Ok(()));
    assert_eq!(holds("trademark-law 72", "2027-01-01", None), Ok(()));
    assert_eq!(holds("trademark-law 57 | 2027-01-01 999", on, None), Err(LawError::Article));
    let wrong = Err(LawError::NoEdition(day("2027-01-02")));
    assert_eq!(holds("trademark-law 57 | 2027-01-02 72", on, None), wrong);
    assert_eq!(laws.holds(&cite("civil-code 188"), now, None), Ok(()), "one edition only");
}
