//! Signed reviews: whatever is changed in one is noticed.

use std::process::Command;

use p256::ecdsa::signature::{Signer, Verifier};
use p256::ecdsa::{Signature as Ecdsa, SigningKey, VerifyingKey};
use serde_json::Value;
use tijian::archive::envelope::{Envelope, write};
use tijian::desk::{
    Act, Claim, KeyStanding, Review, Signature, Standing, claim, content, put, standing,
};

use crate::desk::lawyer;
use crate::reports::report_of;
use crate::support::day;

const FIRM: &str = "crystal";

pub(crate) fn key() -> SigningKey {
    SigningKey::from_slice(&[7; 32]).unwrap()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn unhex(text: &str) -> Vec<u8> {
    let pairs = (0..text.len()).step_by(2).map(|at| text.get(at..at + 2).unwrap_or_default());
    pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap_or_default()).collect()
}

/// What a browser says of a signature.
fn verifies(review: &Review, claim: &Claim, value: &str) -> Option<bool> {
    let signed = content(review, claim)?;
    let key = VerifyingKey::from_sec1_bytes(&unhex(&claim.key)).ok();
    let value = Ecdsa::from_slice(&unhex(value)).ok();
    Some(key.zip(value).is_some_and(|(key, value)| key.verify(signed.as_bytes(), &value).is_ok()))
}

fn sign(review: &mut Review) {
    let public = key().verifying_key().to_encoded_point(false);
    let claim = claim(review, &lawyer("甲"), &hex(public.as_bytes()), day("2026-11-22"));
    let signed: Ecdsa = key().sign(content(review, &claim).unwrap().as_bytes());
    let value = hex(&signed.to_bytes());
    review.signatures.push(Signature { claim, value });
}

/// A report with a signed review.
fn signed() -> (Envelope, Review) {
    let report = report_of(FIRM);
    let mut envelope = Envelope::default();
    envelope.add(&report);
    let mut review = Review::over(&report.seal);
    let at = day("2026-11-22").and_hms_opt(9, 0, 0).unwrap();
    let acts = [
        (Act::Confirm { finding: report.findings[0].id.clone() }, ""),
        (Act::Withdraw { finding: report.findings[1].id.clone() }, "误答"),
        (Act::Opinion { text: "总体可控。".to_owned() }, ""),
    ];
    for ((act, reason), id) in acts.into_iter().zip(["a", "b", "c"]) {
        review.add(id.repeat(32), at, &lawyer("甲"), act, reason).unwrap();
    }
    sign(&mut review);
    (envelope, review)
}

fn judged(review: &Review) -> Vec<Standing> {
    let judge =
        |one: &Signature| standing(review, one, verifies(review, &one.claim, &one.value), &[]);
    review.signatures.iter().map(judge).collect()
}

const HOLDS: Standing = Standing::Holds { key: KeyStanding::Unlisted, later: 0 };

/// Every leaf of a value, changed one after the other.
fn changed(value: &Value, each: &mut dyn FnMut(Value)) {
    match value {
        Value::Object(map) => {
            for (name, inner) in map {
                changed(inner, &mut |new| {
                    let mut map = map.clone();
                    map.insert(name.clone(), new);
                    each(Value::Object(map));
                });
            }
        }
        Value::Array(list) => {
            for (at, inner) in list.iter().enumerate() {
                changed(inner, &mut |new| {
                    let mut list = list.clone();
                    list[at] = new;
                    each(Value::Array(list));
                });
            }
        }
        Value::String(text) => {
            for (at, sign) in text.char_indices() {
                let other = if sign == '1' { '2' } else { '1' };
                let rest = &text[at + sign.len_utf8()..];
                each(Value::String(format!("{}{other}{rest}", &text[..at])));
            }
        }
        Value::Number(number) => each(Value::from(number.as_i64().unwrap() + 1)),
        Value::Bool(_) | Value::Null => {}
    }
}

/// Also when whoever changes it makes the file's own digest again.
#[test]
fn every_change_of_a_signed_review_is_noticed() {
    let (_, review) = signed();
    assert_eq!(judged(&review), [HOLDS]);
    let mut tried = 0;
    changed(&serde_json::to_value(&review).unwrap(), &mut |value| {
        tried += 1;
        let shown = value.to_string();
        let Ok(forged) = serde_json::from_value::<Review>(value) else { return };
        assert!(!judged(&forged).contains(&HOLDS), "{shown}");
    });
    assert!(tried > 500, "{tried}");
    let mut less = review;
    less.steps.pop();
    assert_eq!(judged(&less), [Standing::Incomplete]);
}

#[test]
fn a_second_signature_covers_what_the_first_does_not() {
    let (_, mut review) = signed();
    let at = day("2026-11-23").and_hms_opt(9, 0, 0).unwrap();
    let more = Act::Opinion { text: "补充意见。".to_owned() };
    review.add("d".repeat(32), at, &lawyer("乙"), more, "").unwrap();
    sign(&mut review);
    let first = Standing::Holds { key: KeyStanding::Unlisted, later: 1 };
    assert_eq!(judged(&review), [first, HOLDS]);
}

#[test]
fn the_command_line_tells_a_signature_from_a_forgery() {
    let directory = std::env::temp_dir().join(format!("tijian-desk-{}", std::process::id()));
    std::fs::create_dir_all(&directory).unwrap();
    let verified = |name: &str, review: &Review| {
        let (mut envelope, _) = signed();
        put(&mut envelope, review).unwrap();
        let file = directory.join(name);
        std::fs::write(&file, write(&envelope).unwrap()).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_tijian"));
        let output = command.arg("verify").arg(&file).output().unwrap();
        (output.status.success(), String::from_utf8(output.stdout).unwrap())
    };
    let (_, mut review) = signed();
    let (sound, out) = verified("good.json", &review);
    assert!(sound, "{out}");
    assert!(out.contains("签名有效，签名后没有改动"), "{out}");
    review.steps[1].reason = "另有原因".to_owned();
    let (sound, out) = verified("forged.json", &review);
    assert!(!sound, "{out}");
    assert!(out.contains("签名无效"), "{out}");
    std::fs::remove_dir_all(&directory).unwrap();
}
