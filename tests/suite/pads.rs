//! What the keys on the screen, the wheels of a date and a scanner do, without a screen.

mod days;
mod pinyin;
mod scanner;
mod visit;

use proptest::prelude::*;
use tijian::kiosk::pads;
use tijian::questionnaire::uscc;
use tijian::view_model::{Lang, UsccState, UsccView};

const GOOD: &str = "91330100799655058B";

fn said(raw: &str) -> UsccView {
    UsccView::of(raw, Lang::Zh)
}

#[test]
fn small_wide_and_spaced_signs_are_the_same_code() {
    for raw in
        ["91330100799655058b", "９１３３０１００７９９６５５０５８Ｂ", " 9133 0100 7996-5505 8b　"]
    {
        let view = said(raw);
        assert_eq!((view.text.as_str(), view.state), (GOOD, UsccState::Fits), "{raw}");
        assert_eq!(view.said, "18 位齐了，校验码对得上。");
    }
}

#[test]
fn signs_that_no_code_contains_are_refused_with_a_word() {
    for (raw, sign) in [("9133I", 'I'), ("9133o", 'O'), ("9133s", 'S'), ("91v", 'V'), ("9Ｚ", 'Z')]
    {
        let view = said(raw);
        assert_eq!(view.state, UsccState::Wrong);
        assert!(view.said.contains(&format!("“{sign}”不会出现在代码里")), "{}", view.said);
        assert!(!view.text.contains(sign));
    }
    assert!(said(&format!("{GOOD}9")).said.contains("只有 18 位"));
    assert_eq!(said("9133").said, "已输入 4 位，共 18 位");
}

#[test]
fn the_part_that_is_wrong_is_named_and_marked() {
    let marked = |view: &UsccView| -> Vec<&str> {
        view.parts.iter().filter(|part| part.wrong).map(|part| part.name).collect()
    };
    let early = said("91A5");
    assert_eq!(marked(&early), ["行政区划"], "it is said before the last sign");
    assert!(early.said.contains("第 3 位应是数字"));
    let subject = said("91330100799656058B");
    assert_eq!(marked(&subject), ["主体标识码"]);
    assert!(subject.said.contains("请先查这九位"), "{}", subject.said);
    let elsewhere = said("91330100799655058C");
    assert_eq!(marked(&elsewhere), ["校验"]);
    assert!(elsewhere.said.contains("应是“B”") && elsewhere.said.contains("查第 18 位"));
    let signs: Vec<_> = said("9133").parts.iter().map(|part| part.signs.clone()).collect();
    assert_eq!(signs, ["9", "1", "33____", "_________", "_"]);
}

proptest! {
    #[test]
    fn whatever_is_typed_only_signs_of_a_code_are_taken(raw in ".{0,60}") {
        let view = said(&raw);
        prop_assert!(view.text.chars().all(|sign| uscc::SIGNS.contains(sign)));
        prop_assert!(view.text.len() <= uscc::LENGTH);
        prop_assert_eq!(view.state == UsccState::Fits, uscc::check(&view.text).is_ok()
            && pads::code(&raw).refused.is_none() && !pads::code(&raw).too_many);
        let shown: String = view.parts.into_iter().map(|part| part.signs).collect();
        prop_assert_eq!(shown.trim_end_matches('_'), view.text);
    }

    #[test]
    fn one_slip_or_swap_is_never_said_to_fit(at in 0..18_usize, sign in 0..31_usize) {
        let mut wrong: Vec<char> = GOOD.chars().collect();
        wrong[at] = uscc::SIGNS.chars().nth(sign).unwrap();
        let wrong: String = wrong.into_iter().collect();
        prop_assert_eq!(said(&wrong).state == UsccState::Fits, wrong == GOOD);
    }
}
