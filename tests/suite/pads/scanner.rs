//! A scanner that types, told apart from a person by the time between keys.

use proptest::prelude::*;
use tijian::kiosk::pads::{Key, Run, Step};

const GOOD: &str = "91330100799655058B";

/// Types a text with so many milliseconds between keys; what comes of Enter.
fn types(run: &mut Run, text: &str, pause: u64, from: u64) -> Step {
    let mut now = from;
    for sign in text.chars() {
        run.key(Key::Sign(sign), now);
        now += pause;
    }
    run.key(Key::End, now)
}

#[test]
fn a_burst_is_a_scan_and_a_person_is_not() {
    let scanned = Step::Scanned(GOOD.to_owned());
    for pause in [0, 1, 10, 30, 50] {
        assert_eq!(types(&mut Run::default(), GOOD, pause, 7), scanned, "{pause} ms");
    }
    for pause in [51, 80, 200, 3_600_000] {
        assert_eq!(types(&mut Run::default(), GOOD, pause, 7), Step::Passes, "{pause} ms");
    }
    assert_eq!(types(&mut Run::default(), "20241121", 1, 0), Step::Passes, "too short for a code");
}

#[test]
fn shift_belongs_to_a_burst_and_what_was_typed_before_does_not() {
    let mut run = Run::default();
    assert_eq!(run.key(Key::Sign('9'), 0), Step::Begins);
    assert_eq!(run.key(Key::Sign('1'), 400), Step::Begins, "a person begins again with each key");
    let mut now = 1_000;
    for (at, sign) in GOOD.chars().enumerate() {
        run.key(Key::Silent, now);
        let step = run.key(Key::Sign(sign), now + 5);
        assert_eq!(step, if at == 0 { Step::Begins } else { Step::Passes });
        now += 10;
    }
    assert_eq!(run.key(Key::End, now), Step::Scanned(GOOD.to_owned()));
    assert_eq!(run.key(Key::End, now + 1), Step::Passes, "a second Enter is a person's");
}

#[test]
fn a_shortcut_inside_a_burst_is_held_and_a_person_keeps_theirs() {
    let mut run = Run::default();
    for at in 0..5 {
        run.key(Key::Sign('h'), at * 10);
    }
    assert!(run.is_fast());
    assert_eq!(run.key(Key::Other, 55), Step::Held);
    assert_eq!(run.key(Key::Other, 5_000), Step::Passes);
    assert!(!run.is_fast());
    assert_eq!(Run::default().key(Key::Other, 0), Step::Passes);
}

#[test]
fn a_clock_that_jumps_joins_nothing_to_what_comes_after() {
    let mut run = Run::default();
    types(&mut run, "9133010079", 1, 1_000);
    run.key(Key::Other, 2_000);
    assert_eq!(types(&mut run, "9655058B", 1, 3_000), Step::Passes);
}

proptest! {
    #[test]
    fn only_fast_runs_of_twelve_and_more_are_scans(
        keys in prop::collection::vec((any::<char>(), 0..200_u64), 0..60),
    ) {
        let (mut run, mut now) = (Run::default(), 0);
        for (sign, pause) in &keys {
            now += pause;
            run.key(Key::Sign(*sign), now);
        }
        let slow = keys.iter().rposition(|(_, pause)| *pause > 50).unwrap_or(0);
        let expected: String = keys[slow..].iter().map(|(sign, _)| sign).collect();
        let scanned = Step::Scanned(expected.clone());
        let long = expected.chars().count() >= 12;
        prop_assert_eq!(run.key(Key::End, now), if long { scanned } else { Step::Passes });
    }
}
