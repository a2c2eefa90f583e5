//! A review is signed, handed to the firm, opened by it, and forged: everybody sees what holds.

use p256::ecdsa::signature::Signer;
use proptest::prelude::*;
use tijian::archive::html::extract;
use tijian::desk::{Frame, KeyFile, KeyFileError, KnownKey, Reviewer, Status};
use tijian::kiosk::{
    DeskEffect, DeskEvent, Effect, Event, FormField, FormKind, HandOut, Output, Passphrase, Room,
};
use tijian::report::text;
use tijian::view_model::Body;

use crate::desk::lawyer;
use crate::desk_signed::{hex, key};
use crate::desk_visit::{Lawyer, file_of, verified};
use crate::kiosk::Visitor;
use crate::visit_files::{office, opens, saved, start};

const TODAY: &str = "2026-11-22";

fn frame(by: &Reviewer) -> Frame {
    let public = hex(key().verifying_key().to_encoded_point(false).as_bytes());
    Frame::new(by, &public, "00", "00")
}

/// A lawyer who confirmed one finding of a report, withdrew another and gave an opinion.
fn reviewed() -> Lawyer {
    let mut desk = Lawyer::sits_down();
    desk.opens("crystal", &file_of("crystal"));
    desk.is("甲");
    desk.does(DeskEvent::Open(0));
    desk.does(DeskEvent::Confirm);
    desk.does(DeskEvent::Next);
    desk.fills(&FormKind::Withdraw, &[(FormField::Reason, "问卷误答了这一题")]);
    desk.does(DeskEvent::Look(tijian::kiosk::Spot::Whole));
    desk.fills(&FormKind::Opinion, &[(FormField::Text, "总体可控，先补合同。")]);
    desk.does(DeskEvent::Go(Room::Sign));
    desk
}

fn signed() -> Lawyer {
    let mut desk = reviewed();
    desk.does(DeskEvent::Unlocked(Box::new(frame(&lawyer("甲")))));
    desk.does(DeskEvent::Sign);
    assert_eq!(desk.visitor.page().error, None);
    desk
}

fn handed(desk: &mut Lawyer) -> String {
    desk.does(DeskEvent::Hand(HandOut::File));
    let (name, text) = saved(&desk.visitor);
    assert!(name.ends_with("-律师复核.html"), "{name}");
    text
}

/// The firm's file as the firm sees it.
fn firm_sees(file: &str, keys: Vec<KnownKey>) -> (Visitor, String) {
    let mut firm = start();
    firm.does(Event::Configured(Box::new(tijian::kiosk::Deployment {
        lawyer_keys: keys,
        ..office()
    })));
    opens(&mut firm, file, TODAY);
    for effect in firm.effects.clone() {
        if let Effect::Verify(signed) = effect {
            firm.does(verified(&signed));
        }
    }
    let Body::File(view) = firm.page().body else { panic!("{:?}", firm.page().body) };
    let shown = text::render(&view.document);
    (firm, shown)
}

#[test]
fn the_firm_sees_who_signed_what_and_whether_it_holds() {
    let mut desk = signed();
    let file = handed(&mut desk);
    let known = KnownKey { by: lawyer("甲"), key: frame(&lawyer("甲")).key };
    let (mut firm, shown) = firm_sees(&file, vec![known]);
    for told in ["签名有效", "登记的就是这位律师", "问卷误答了这一题", "总体可控，先补合同。"]
    {
        assert!(shown.contains(told), "{told}: {shown}");
    }
    firm.does(Event::ShowLast);
    let Body::Report(view) = firm.page().body else { panic!("no report") };
    let words: Vec<_> =
        view.document.findings().map(|card| card.sections[0].label.as_str()).collect();
    assert_eq!(words.iter().filter(|label| **label == "律师意见").count(), 2);
    // What it takes away says it as well.
    firm.does(Event::Take(Output::Text));
    assert!(saved(&firm).1.contains("问卷误答了这一题"));
    firm.does(Event::Take(Output::Word));
    let Some(Effect::SaveWord { document, .. }) = firm.effects.first() else {
        panic!("no Word file: {:?}", firm.effects)
    };
    assert!(document.contains("问卷误答了这一题"));
    // The firm's page holds it for a reader without the program.
    assert!(file.contains("律师复核：签署") && file.contains("问卷误答了这一题"));
    let (_, unlisted) = firm_sees(&file, Vec::new());
    assert!(unlisted.contains("不在司法局名单中"), "{unlisted}");
    // A forger who also makes the digest anew is found by the signature.
    let json = extract(&file).unwrap();
    let mut read = tijian::archive::envelope::read(json.as_bytes()).unwrap().envelope;
    let forged = serde_json::to_string(&read.more["reviews"]).unwrap().replace("误答", "属实");
    read.more.insert("reviews".to_owned(), serde_json::from_str(&forged).unwrap());
    let forged = tijian::archive::envelope::write(&read).unwrap();
    let (_, shown) = firm_sees(&forged, Vec::new());
    assert!(shown.contains("签名无效") && !shown.contains("签名有效"), "{shown}");
    let mut again = Lawyer::sits_down();
    again.opens("forged", &forged);
    assert_eq!(again.queue().rows[0].status, Status::Doubtful);
    again.opens("good", json);
    let good = again.queue().rows.into_iter().find(|row| row.at == 1).unwrap();
    assert_eq!(good.status, Status::Signed);
    again.is("乙");
    again.does(DeskEvent::Open(1));
    again.does(DeskEvent::Confirm);
    again.visitor.does(Event::Back);
    let good = again.queue().rows.into_iter().find(|row| row.at == 1).unwrap();
    assert_eq!(good.status, Status::Changed);
}

#[test]
fn nothing_is_signed_that_should_not_be() {
    let mut desk = reviewed();
    let refused = |desk: &mut Lawyer, said: &str| {
        desk.does(DeskEvent::Sign);
        let error = desk.visitor.page().error.unwrap_or_default();
        assert!(error.contains(said), "{said}: {error}");
    };
    refused(&mut desk, "先打开密钥");
    let mut other = lawyer("乙");
    other.licence = "12101201510999999".to_owned();
    desk.does(DeskEvent::Unlocked(Box::new(frame(&other))));
    refused(&mut desk, "另一位律师");
    let mut forged = Lawyer::sits_down();
    let file = file_of("crystal").replace("\"level\":\"red\"", "\"level\":\"blue\"");
    forged.opens("forged", &file);
    forged.does(DeskEvent::Unlocked(Box::new(frame(&lawyer("甲")))));
    forged.does(DeskEvent::Open(0));
    refused(&mut forged, "不能签署");
    let mut fresh = Lawyer::sits_down();
    fresh.opens("crystal", &file_of("crystal"));
    fresh.does(DeskEvent::Unlocked(Box::new(frame(&lawyer("甲")))));
    fresh.does(DeskEvent::Open(0));
    refused(&mut fresh, "没有可以签的");
}

#[test]
fn a_key_is_made_under_a_passphrase_that_is_kept_nowhere() {
    let mut desk = Lawyer::sits_down();
    let twice = |text: &str| [(); 2].map(|()| Passphrase(text.to_owned()));
    let mut refused = |words: [Passphrase; 2], said: &str| {
        desk.does(DeskEvent::MakeKey(words));
        let error = desk.visitor.page().error.unwrap_or_default();
        assert!(error.contains(said), "{said}: {error}");
    };
    refused(twice("一句只有自己知道的话才行"), "姓名");
    desk.is("甲");
    let mut refused = |words: [Passphrase; 2], said: &str| {
        desk.does(DeskEvent::MakeKey(words));
        let error = desk.visitor.page().error.unwrap_or_default();
        assert!(error.contains(said), "{said}: {error}");
    };
    refused(twice("太短"), "至少 12");
    refused([Passphrase("一句只有自己知道的话才行".to_owned()), Passphrase::default()], "不一样");
    desk.does(DeskEvent::MakeKey(twice("一句只有自己知道的话才行")));
    assert!(matches!(
        desk.visitor.effects.as_slice(),
        [Effect::Desk(DeskEffect::MakeKey(by, _))] if *by == lawyer("甲")
    ));
    let printed = format!("{:?}{:?}", desk.visitor.model, desk.visitor.effects);
    assert!(!printed.contains("只有自己知道"));
    let file = KeyFile { frame: frame(&lawyer("甲")), sealed: "00".to_owned() };
    desk.does(DeskEvent::KeyMade(Box::new(file.clone())));
    let (name, text) = saved(&desk.visitor);
    assert_eq!(name, "律师密钥-12101201510123456.json");
    assert_eq!(KeyFile::read(text.as_bytes()), Ok(file));
    let fewer = text.replace("600000", "1000");
    assert_eq!(KeyFile::read(fewer.as_bytes()), Err(KeyFileError::Rounds));
    let other = text.replace("AES-256-GCM", "SM4-GCM");
    assert_eq!(KeyFile::read(other.as_bytes()), Err(KeyFileError::Unknown));
    assert_eq!(KeyFile::read(b"{}"), Err(KeyFileError::NotOurs));
}

#[test]
fn the_letter_and_the_data_are_handed_over() {
    let mut desk = signed();
    desk.does(DeskEvent::Letter(tijian::desk::opinion::Letterhead {
        number: "（2026）某律意字第 1 号".to_owned(),
        ..Default::default()
    }));
    desk.does(DeskEvent::Hand(HandOut::Word));
    let [Effect::SaveWord { name, document }] = desk.visitor.effects.as_slice() else {
        panic!("{:?}", desk.visitor.effects)
    };
    assert!(name.starts_with("法律意见书-") && document.contains("某律意字第 1 号"));
    desk.does(DeskEvent::Hand(HandOut::Data));
    let (name, text) = saved(&desk.visitor);
    assert!(name.starts_with("律师复核-") && text.contains("ECDSA-P256-SHA256"));
    desk.does(DeskEvent::Go(Room::Opinion));
    let Body::Sheet(letter) = desk.visitor.page().body else { panic!("no letter") };
    assert_eq!(letter.title, "法律意见书");
    desk.visitor.does(Event::Print);
    assert!(matches!(desk.visitor.effects.as_slice(), [Effect::Print { .. }]));
    desk.visitor.does(Event::Back);
    assert!(matches!(desk.visitor.page().body, Body::Desk(_)));
}

/// The firm's file with a signed review, as data.
fn data() -> &'static str {
    static DATA: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    DATA.get_or_init(|| extract(&handed(&mut signed())).unwrap().to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever byte of a sealed, reviewed and signed file is changed: it is refused, or says so.
    #[test]
    fn no_byte_of_a_signed_file_changes_unnoticed(place in any::<prop::sample::Index>(), by in 1u8..) {
        let mut bytes = data().as_bytes().to_vec();
        let at = place.index(bytes.len());
        bytes[at] ^= by;
        if let Ok(read) = tijian::archive::envelope::read(&bytes) {
            use tijian::archive::envelope::Digest;
            // A letter of the digest may change its case: then it is another text, too.
            prop_assert!(read.digest != Digest::Holds, "byte {at} ^ {by}");
        }
    }
}

#[test]
fn what_the_browser_signs_is_what_the_file_holds() {
    let file = data();
    let read = tijian::archive::envelope::read(file.as_bytes()).unwrap().envelope;
    let [review] = tijian::desk::of(&read).unwrap().try_into().unwrap();
    let [signature] = review.signatures.as_slice() else { panic!("{:?}", review.signatures) };
    let content = tijian::desk::content(&review, &signature.claim).unwrap();
    let again: p256::ecdsa::Signature = key().sign(content.as_bytes());
    assert_eq!(hex(&again.to_bytes()), signature.value);
}
