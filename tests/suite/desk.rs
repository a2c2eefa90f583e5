//! A lawyer's review over a report: what it may say, what stands, what is signed.

use chrono::{Duration, NaiveDateTime};
use proptest::prelude::*;
use serde_json::json;
use tijian::desk::{
    ALGORITHM, Act, Change, KeyStanding, KnownKey, LicenceError, NewFinding, OutcomeKind, Overlay,
    Review, Reviewer, Signature, Standing, StepError, Verdict, claim, content, licence, of, put,
    standing,
};
use tijian::report::Report;
use tijian::risk::Level;

use crate::reports::report_of;
use crate::support::day;

/// A firm whose report has findings at every level.
const FIRM: &str = "crystal";

pub(crate) fn lawyer(name: &str) -> Reviewer {
    Reviewer {
        name: name.to_owned(),
        firm: "某律师事务所".to_owned(),
        licence: "12101201510123456".to_owned(),
    }
}

fn clock() -> NaiveDateTime {
    day("2026-11-22").and_hms_opt(9, 0, 0).unwrap()
}

/// A review that is written step by step.
struct Writing {
    review: Review,
    drawn: u32,
}

impl Writing {
    fn over(report: &Report) -> Self {
        Self { review: Review::over(&report.seal), drawn: 0 }
    }

    fn says(&mut self, by: &str, act: Act, reason: &str) -> Result<String, StepError> {
        self.drawn += 1;
        let id = format!("{:0>32x}", self.drawn);
        let at = clock() + Duration::minutes(i64::from(self.drawn));
        self.review.add(id.clone(), at, &lawyer(by), act, reason).map(|()| id)
    }
}

fn confirm(finding: &str) -> Act {
    Act::Confirm { finding: finding.to_owned() }
}

fn withdraw(finding: &str) -> Act {
    Act::Withdraw { finding: finding.to_owned() }
}

fn level(finding: &str, level: Level) -> Act {
    let change = Change { level: Some(level), ..Change::default() };
    Act::Correct { finding: finding.to_owned(), change }
}

#[test]
fn every_step_stands_over_the_report_and_leaves_it_as_it_was() {
    let report = report_of(FIRM);
    let before = report.clone();
    let [one, two, three] = [0, 1, 2].map(|at| report.findings[at].id.clone());
    let mut writing = Writing::over(&report);
    writing.says("甲", confirm(&one), "").unwrap();
    writing.says("甲", level(&two, Level::Blue), "已经补签").unwrap();
    writing.says("甲", withdraw(&three), "问卷误答").unwrap();
    let new = NewFinding {
        domain: "labour".to_owned(),
        title: "竞业限制未付补偿".to_owned(),
        level: Level::Red,
        basis: "劳动合同法第二十三条".to_owned(),
        effects: "员工可以不再遵守。".to_owned(),
        treatment: vec!["补付".to_owned()],
    };
    writing.says("甲", Act::Add(new), "访谈时发现").unwrap();
    writing.says("甲", Act::Opinion { text: "总体可控。".to_owned() }, "").unwrap();
    let outcome = Act::Outcome {
        finding: Some(one),
        kind: OutcomeKind::MoneyRecovered,
        yuan: Some(tijian::questionnaire::Exact(12_000.into())),
        note: "追回货款".to_owned(),
    };
    writing.says("甲", outcome, "").unwrap();
    let overlay = Overlay::of(&report, &writing.review.steps);
    let verdicts: Vec<_> = overlay.findings.iter().map(|one| one.verdict).take(4).collect();
    use Verdict::{Confirmed, Corrected, Open, Withdrawn};
    assert_eq!(verdicts, [Confirmed, Corrected, Withdrawn, Open]);
    assert_eq!(overlay.findings[1].level, Level::Blue);
    assert_eq!(overlay.added.len(), 1);
    assert_eq!(overlay.opinion.unwrap().what, "总体可控。");
    assert_eq!(overlay.outcomes.len(), 1);
    assert_eq!(overlay.open(), report.findings.len() - 3);
    let count =
        |report: &Report, level| report.findings.iter().filter(|f| f.level == level).count();
    let gone = usize::from(report.findings[1].level == Level::Red)
        + usize::from(report.findings[2].level == Level::Red);
    assert_eq!(overlay.levels()[&Level::Red], count(&report, Level::Red) - gone + 1);
    assert_eq!(report, before);
}

#[test]
fn a_step_is_refused_until_it_says_why_and_what() {
    let report = report_of(FIRM);
    let id = report.findings[0].id.clone();
    let mut writing = Writing::over(&report);
    let empty = Act::Correct { finding: id.clone(), change: Change::default() };
    assert_eq!(writing.says("甲", withdraw(&id), "  "), Err(StepError::Reason));
    assert_eq!(writing.says("甲", empty, "改"), Err(StepError::Empty));
    assert_eq!(writing.says(" ", confirm(&id), ""), Err(StepError::Nobody));
    let gone = Act::Retract { step: "x".to_owned() };
    assert_eq!(writing.says("甲", gone, "误"), Err(StepError::NoStep));
    let long = Act::Opinion { text: "长".repeat(4001) };
    assert_eq!(writing.says("甲", long, ""), Err(StepError::TooLong));
    assert!(writing.review.steps.is_empty());
}

#[test]
fn a_step_that_was_taken_back_no_longer_counts_and_can_come_again() {
    let report = report_of(FIRM);
    let id = report.findings[0].id.clone();
    let mut writing = Writing::over(&report);
    let step = writing.says("甲", withdraw(&id), "误答").unwrap();
    let back = writing.says("甲", Act::Retract { step }, "复核有误").unwrap();
    let verdict =
        |writing: &Writing| Overlay::of(&report, &writing.review.steps).findings[0].verdict;
    assert_eq!(verdict(&writing), Verdict::Open);
    writing.says("甲", Act::Retract { step: back }, "还是误答").unwrap();
    assert_eq!(verdict(&writing), Verdict::Withdrawn);
    let overlay = Overlay::of(&report, &writing.review.steps);
    assert_eq!(overlay.findings[0].history.len(), 1);
}

#[test]
fn two_lawyers_who_disagree_are_both_seen() {
    let report = report_of(FIRM);
    let id = report.findings[0].id.clone();
    let mut writing = Writing::over(&report);
    writing.says("甲", confirm(&id), "").unwrap();
    writing.says("乙", withdraw(&id), "没有这回事").unwrap();
    let overlay = Overlay::of(&report, &writing.review.steps);
    assert!(overlay.findings[0].disputed);
    assert_eq!(overlay.findings[0].history.len(), 2);
}

#[test]
fn a_review_is_kept_in_the_firms_file_and_what_cannot_be_read_is_never_replaced() {
    let report = report_of(FIRM);
    let mut writing = Writing::over(&report);
    writing.says("甲", confirm(&report.findings[0].id), "").unwrap();
    let mut envelope = tijian::archive::envelope::Envelope::default();
    envelope.add(&report);
    put(&mut envelope, &writing.review).unwrap();
    let text = tijian::archive::envelope::write(&envelope).unwrap();
    let read = tijian::archive::envelope::read(text.as_bytes()).unwrap().envelope;
    assert_eq!(of(&read), Some(vec![writing.review.clone()]));
    envelope.more.insert("reviews".to_owned(), json!({"from": "a later version"}));
    assert!(put(&mut envelope, &writing.review).is_err());
    assert_eq!(envelope.more["reviews"], json!({"from": "a later version"}));
}

#[test]
fn a_signature_says_what_it_covers() {
    let report = report_of(FIRM);
    let mut writing = Writing::over(&report);
    writing.says("甲", confirm(&report.findings[0].id), "").unwrap();
    let signed = claim(&writing.review, &lawyer("甲"), "KEY", day("2026-11-22"));
    assert_eq!(signed.algorithm, ALGORITHM);
    let bytes = content(&writing.review, &signed).unwrap();
    let signature = Signature { claim: signed, value: "VALUE".to_owned() };
    let listed = [KnownKey { by: lawyer("甲"), key: "KEY".to_owned() }];
    let holds = |key, later| Standing::Holds { key, later };
    let judge =
        |review: &Review, valid, keys: &[KnownKey]| standing(review, &signature, valid, keys);
    let right = Some(true);
    assert_eq!(judge(&writing.review, right, &listed), holds(KeyStanding::Listed, 0));
    assert_eq!(judge(&writing.review, right, &[]), holds(KeyStanding::Unlisted, 0));
    let mut other = lawyer("乙");
    other.licence = "12101201510999999".to_owned();
    let others = [KnownKey { by: other, key: "KEY".to_owned() }];
    assert_eq!(judge(&writing.review, right, &others), holds(KeyStanding::AnothersKey, 0));
    assert_eq!(judge(&writing.review, Some(false), &listed), Standing::Broken);
    assert_eq!(judge(&writing.review, None, &listed), Standing::Unchecked);
    // A correction after signing is seen, and what was signed stays signed.
    writing.says("甲", withdraw(&report.findings[1].id), "误答").unwrap();
    assert_eq!(judge(&writing.review, right, &listed), holds(KeyStanding::Listed, 1));
    assert_eq!(content(&writing.review, &signature.claim), Some(bytes.clone()));
    // A step under the signature cannot be changed, taken away, doubled or put over another report.
    let mut forged = writing.review.clone();
    forged.steps[0].by.name = "丙".to_owned();
    assert_ne!(content(&forged, &signature.claim).unwrap(), bytes);
    forged.steps.push(writing.review.steps[0].clone());
    assert_eq!(judge(&forged, right, &listed), Standing::Incomplete);
    forged.steps.clear();
    assert_eq!(judge(&forged, right, &listed), Standing::Incomplete);
    let elsewhere = Review { report: "another".to_owned(), ..writing.review.clone() };
    assert_ne!(content(&elsewhere, &signature.claim).unwrap(), bytes);
}

#[test]
fn a_licence_is_told_by_its_digits() {
    let good = "12101201510123456";
    assert_eq!(licence(" 1210 1201510123456", 2026).as_deref(), Ok(good));
    assert_eq!(licence("１２１０１２０１５１０１２３４５６", 2026).as_deref(), Ok(good));
    let wrong = [
        ("1210120151012345", LicenceError::Length(16)),
        ("1210120151012345X", LicenceError::Length(17)),
        ("22101201510123456", LicenceError::Kind),
        ("19901201510123456", LicenceError::Province),
        ("12101197810123456", LicenceError::Year),
        ("12101202710123456", LicenceError::Year),
        ("12101201500123456", LicenceError::Practice),
        ("12101201512123456", LicenceError::Eleventh),
    ];
    for (number, error) in wrong {
        assert_eq!(licence(number, 2026), Err(error), "{number}");
    }
}

/// What a lawyer may do, over findings by their place.
fn act(report: &Report) -> impl Strategy<Value = (Act, &'static str)> + use<> {
    let ids: Vec<String> = report.findings.iter().map(|found| found.id.clone()).collect();
    let id = proptest::sample::select(ids);
    let levels = proptest::sample::select(vec![Level::Red, Level::Orange, Level::Blue]);
    prop_oneof![
        id.clone().prop_map(|id| (confirm(&id), "")),
        id.clone().prop_map(|id| (withdraw(&id), "误答")),
        (id, levels).prop_map(|(id, to)| (level(&id, to), "查过原件")),
        "[甲-癸]{1,6}".prop_map(|text| (Act::Opinion { text }, "")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Two lawyers go on from one review: whoever takes in whom, the result is the same, nothing is
    /// lost, each one's steps keep their order, and taking in again changes nothing.
    #[test]
    fn two_reviews_become_one(
        common in proptest::collection::vec(act(&report_of(FIRM)), 0..4),
        left in proptest::collection::vec(act(&report_of(FIRM)), 0..6),
        right in proptest::collection::vec(act(&report_of(FIRM)), 0..6),
    ) {
        let report = report_of(FIRM);
        let mut start = Writing::over(&report);
        for (act, reason) in common {
            start.says("甲", act, reason).unwrap();
        }
        let go_on = |name: &str, from: u32, acts: Vec<(Act, &str)>| {
            let mut own = Writing { review: start.review.clone(), drawn: from };
            for (act, reason) in acts {
                own.says(name, act, reason).unwrap();
            }
            own.review
        };
        let (left, right) = (go_on("甲", 100, left), go_on("乙", 200, right));
        let mut merged = left.clone();
        merged.merge(&right);
        let mut turned = right.clone();
        turned.merge(&left);
        prop_assert_eq!(&merged, &turned);
        prop_assert!(left.ids().union(&right.ids()).copied().eq(merged.ids()));
        prop_assert_eq!(merged.steps.len(), merged.ids().len());
        for own in [&left, &right] {
            let kept: Vec<_> = merged.steps.iter().filter(|step| own.steps.contains(step)).collect();
            prop_assert!(kept.into_iter().eq(&own.steps));
        }
        let once = merged.clone();
        merged.merge(&right);
        merged.merge(&left);
        prop_assert_eq!(merged, once);
    }
}
