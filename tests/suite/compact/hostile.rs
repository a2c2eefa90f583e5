//! Bytes and links that were damaged or made up: an error value each time, and at once.

use proptest::collection::vec;
use proptest::prelude::any;
use proptest::sample::Index;
use tijian::archive::compact::{
    CompactError, MAX_BYTES, MAX_TEXT, Series, bytes, decode, encode, payload, text,
};
use tijian::flow::Scope;
use tijian::report::Library;
use tijian::risk::Check;

use super::{all, firm, forged, rebuilt, with};
use crate::engine::{TODAY, compile};
use crate::properties::cases;
use crate::support::{day, library};

#[test]
fn every_flip_and_every_cut_is_refused() {
    let (check, library) = firm("restaurant");
    let bytes = encode(&check, all).expect("a code");
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            decode(&flipped, &library).expect_err("a flipped bit");
            Series::default().add(&flipped).expect_err("a flipped bit");
        }
        decode(&bytes[..at], &library).expect_err("a cut");
        decode(&bytes[at + 1..], &library).expect_err("a cut");
    }
    let longer = [bytes.as_slice(), &[0]].concat();
    decode(&longer, &library).expect_err("one byte more");
    decode(&vec![1; MAX_BYTES + 1], &library).expect_err("too long");
}

#[test]
fn a_link_with_a_wrong_sign_is_never_another_check() {
    let (check, library) = firm("software");
    let whole = encode(&check, all).expect("a code");
    let text = text(&whole).expect("a text");
    let read = |text: &str| bytes(text).and_then(|bytes| decode(&bytes, &library));
    for at in 0..text.len() {
        for sign in (0..=127_u8).map(char::from).filter(|sign| !text[at..].starts_with(*sign)) {
            let wrong = format!("{}{sign}{}", &text[..at], &text[at + 1..]);
            read(&wrong).expect_err("a wrong sign");
        }
        read(&text[..at]).expect_err("a cut");
        if text.as_bytes().get(at + 1).is_some_and(|next| *next != text.as_bytes()[at]) {
            let (two, rest) = text[at..].split_at(2);
            let swapped: String = two.chars().rev().collect();
            read(&format!("{}{swapped}{rest}", &text[..at])).expect_err("two signs swapped");
        }
    }
    assert!(text.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"-+/:.".contains(&sign)));
}

/// Who makes a code by hand can give it a good check; it says what a person could have answered,
/// in the one form that it has, or it is refused.
#[test]
fn a_forged_code_is_refused_or_is_the_one_form_of_its_check() {
    let (check, library) = firm("healthy");
    let good = encode(&check, all).expect("a code");
    let (head, number) = good[..good.len() - 4].split_at(9);
    cases((vec(any::<u8>(), 0..200), any::<u8>(), any::<Index>()), |(noise, byte, at)| {
        let at = at.index(number.len());
        let mut changed = number.to_vec();
        changed[at] = byte;
        let noisy = [&number[..at], &noise].concat();
        for number in [&noise, &noisy, &changed] {
            taken(&[head, number].concat(), &library);
        }
    });
    let longer = forged(&[head, number, &[0]].concat());
    assert_eq!(decode(&longer, &library), Err(CompactError::Content), "a second form");
}

/// All numbers on one day for a few questions: as many are taken as there are checks.
#[test]
fn every_number_is_one_check_or_none() {
    let compiled = compile(&[r#"{"id": "p", "kind": "profile", "items": [
        {"link_id": "p.a", "kind": "yes-no", "not_applicable": "无"},
        {"link_id": "p.b", "kind": "multi-choice", "enable_when": {"item": "p.a", "is": "yes"},
            "options": [{"code": "a", "text": ""}, {"code": "b", "text": ""},
                {"code": "c", "text": "", "exclusive": true}]},
        {"link_id": "p.c", "kind": "choice", "required": false,
            "options": [{"code": "a", "text": ""}, {"code": "b", "text": ""}]}
    ]}"#]);
    let library = with(&compiled);
    let check = Check::new(compiled, Scope::default(), day(TODAY));
    let good = encode(&check, all).expect("a code");
    let numbers = (0..=u16::MAX).map(u16::to_le_bytes);
    let content = |number: [u8; 2]| {
        let zeros = number.iter().rev().take_while(|byte| **byte == 0).count();
        [&good[..11], &number[..2 - zeros]].concat()
    };
    let count = numbers.filter(|number| taken(&content(*number), &library)).count();
    // p.a is no, unknown, not applicable or open; or yes, where p.b is one of three sets, c,
    // unknown or open. p.c has two options, unknown and open. All of it in three modes, with p
    // among the topics or not.
    let a_and_b = 4 + (3 + 1 + 1 + 1);
    assert_eq!(count, 3 * 2 * a_and_b * 4);
}

/// Whether a forged code is taken; then it is the code of its check.
fn taken(content: &[u8], library: &Library) -> bool {
    let forged = forged(content);
    let taken = decode(&forged, library).is_ok();
    if taken {
        assert_eq!(encode(&rebuilt(&forged, library), all), Ok(forged));
    }
    taken
}

#[test]
fn noise_is_refused() {
    let library = library();
    cases(vec(any::<u8>(), 0..200), |noise| {
        decode(&noise, &library).expect_err("noise");
        Series::default().add(&noise).expect_err("noise");
        Series::default().add(&forged(&[&[0x50], noise.as_slice()].concat())).ok();
        bytes(&String::from_utf8_lossy(&noise)).ok();
        payload(&String::from_utf8_lossy(&noise)).ok();
    });
}

#[test]
fn huge_counts_end_at_once() {
    let (check, library) = firm("healthy");
    let good = encode(&check, all).expect("a code");
    for fill in [0xFF, 0x00, 0x5A] {
        let forged = forged(&[&good[..9], &vec![fill; MAX_BYTES - 13]].concat());
        decode(&forged, &library).expect_err("no check");
    }
    let many = "A".repeat(MAX_TEXT + 1);
    assert_eq!(bytes(&many), Err(CompactError::TextTooLong));
    assert_eq!(text(&[0; MAX_TEXT]), Err(CompactError::TextTooLong));
    assert_eq!(text(&[7; 2730]).and_then(|text| bytes(&text)), Ok(vec![7; 2730]));
    let of = forged(&[0x50, 0, 0, 0, 0, 1, 255, 9]);
    assert_eq!(Series::default().add(&of), Err(CompactError::Content));
}
