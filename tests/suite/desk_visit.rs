//! The lawyer's desk as a lawyer meets it, without a browser.

use std::sync::atomic::{AtomicU32, Ordering};

use p256::ecdsa::signature::{Signer, Verifier};
use p256::ecdsa::{Signature as Ecdsa, VerifyingKey};
use tijian::archive::compact;
use tijian::archive::envelope::{Envelope, write};
use tijian::desk::{Act, Filter, Order, Review, Row, Signature, Signed, Status, put, queue};
use tijian::kiosk::{
    Deployment, DeskEffect, DeskEvent, Dialog, Effect, Event, FormField, FormKind, Place, Room,
    Spot, Stage, Stamp, Trouble,
};
use tijian::report::Report;
use tijian::risk::{Grade, Level};
use tijian::view_model::{
    Body, DeskBody, DeskOffer, QueueView, ReviewedView, Reviewer, SpotBody, Verdict,
};

use crate::desk::lawyer;
use crate::desk_signed::{hex, key, unhex};
use crate::kiosk::Visitor;
use crate::reports::report_of;
use crate::support::day;
use crate::visit_files::start;

const TODAY: &str = "2026-11-22";

/// Ids that were drawn: nobody draws one twice.
static DRAWN: AtomicU32 = AtomicU32::new(1);

/// A lawyer at the desk.
pub(crate) struct Lawyer {
    pub(crate) visitor: Visitor,
}

impl Lawyer {
    pub(crate) fn sits_down() -> Self {
        let mut lawyer = Self { visitor: start() };
        lawyer.does(DeskEvent::Enter);
        assert_eq!(lawyer.visitor.effects, [Effect::Desk(DeskEffect::ReadClock)]);
        lawyer.does(DeskEvent::Entered(day(TODAY)));
        lawyer
    }

    /// Does something; steps are stamped as the browser would.
    pub(crate) fn does(&mut self, event: DeskEvent) {
        self.visitor.does(Event::Desk(event));
        for effect in self.visitor.effects.clone() {
            match effect {
                Effect::Desk(DeskEffect::Stamp { case, act, reason, form }) => {
                    let drawn = DRAWN.fetch_add(1, Ordering::Relaxed);
                    let id = format!("{drawn:0>32x}");
                    let at = day(TODAY).and_hms_opt(9, 0, drawn % 60).unwrap();
                    let stamp = Stamp { id, at, case, act: *act, reason, form };
                    self.does(DeskEvent::Stamped(Box::new(stamp)));
                }
                Effect::Desk(DeskEffect::Sign { case, claim, content }) => {
                    let signed: Ecdsa = key().sign(content.as_bytes());
                    let value = hex(&signed.to_bytes());
                    let signature = Signature { claim: *claim, value };
                    self.does(DeskEvent::Signed(case, Box::new(signature)));
                }
                Effect::Verify(signed) => self.visitor.does(verified(&signed)),
                _ => {}
            }
        }
    }

    pub(crate) fn opens(&mut self, name: &str, text: &str) {
        self.does(DeskEvent::Chosen(1));
        let bytes = Ok(text.as_bytes().to_vec());
        self.does(DeskEvent::Read { name: name.to_owned(), bytes });
    }

    pub(crate) fn is(&mut self, name: &str) {
        self.does(DeskEvent::Me(lawyer(name)));
        assert_eq!(self.visitor.page().error, None);
    }

    pub(crate) fn fills(&mut self, kind: &FormKind, fields: &[(FormField, &str)]) {
        self.does(DeskEvent::Begin(kind.clone()));
        for (field, text) in fields {
            self.does(DeskEvent::Type(kind.clone(), *field, (*text).to_owned()));
        }
        self.does(DeskEvent::Keep(kind.clone()));
    }

    fn body(&self) -> DeskBody {
        match self.visitor.page().body {
            Body::Desk(view) => view.body,
            other => panic!("not at the desk: {other:?}"),
        }
    }

    pub(crate) fn queue(&self) -> QueueView {
        match self.body() {
            DeskBody::Queue(queue) => queue,
            other => panic!("no list: {other:?}"),
        }
    }

    pub(crate) fn report(&self) -> ReviewedView {
        match self.body() {
            DeskBody::Report(report) => *report,
            other => panic!("no report: {other:?}"),
        }
    }

    fn review(&self) -> Review {
        match &self.visitor.model.stage {
            Stage::Desk(desk) => desk.cases().next().unwrap().review.clone(),
            other => panic!("not at the desk: {other:?}"),
        }
    }

    fn judged(&self) -> usize {
        match &self.visitor.model.stage {
            Stage::Desk(desk) => desk.judged(),
            other => panic!("not at the desk: {other:?}"),
        }
    }
}

/// What a browser answers about signatures.
pub(crate) fn verified(signed: &[Signed]) -> Event {
    let valid = |one: &Signed| {
        let key = VerifyingKey::from_sec1_bytes(&unhex(&one.key)).ok();
        let value = Ecdsa::from_slice(&unhex(&one.value)).ok();
        let valid = key
            .zip(value)
            .is_some_and(|(key, value)| key.verify(one.content.as_bytes(), &value).is_ok());
        (one.id.clone(), valid)
    };
    Event::Verified(Ok(signed.iter().map(valid).collect()))
}

fn file_with(report: &Report, reviews: &[Review]) -> String {
    let mut envelope = Envelope::default();
    envelope.add(report);
    reviews.iter().for_each(|review| put(&mut envelope, review).unwrap());
    write(&envelope).unwrap()
}

pub(crate) fn file_of(firm: &str) -> String {
    file_with(&report_of(firm), &[])
}

#[test]
fn a_desk_is_offered_where_files_are_kept_and_never_at_a_terminal() {
    let offered = |deployment: Deployment| {
        let mut visitor = start();
        visitor.does(Event::Configured(Box::new(deployment)));
        visitor.does(Event::Desk(DeskEvent::Enter));
        let entered = !visitor.effects.is_empty();
        let Body::Start(view) = visitor.page().body else { panic!("not at the start") };
        assert_eq!(view.desk.is_some(), entered);
        view.desk
    };
    let office = crate::visit_files::office();
    let of = |mode| Deployment { mode, ..office.clone() };
    assert_eq!(offered(of(Place::Terminal)), None);
    assert_eq!(offered(of(Place::Office)), Some(DeskOffer::Aside));
    assert_eq!(
        offered(Deployment { mode: Place::Desk, ..Deployment::default() }),
        Some(DeskOffer::First)
    );
    assert_eq!(offered(Deployment { mode: Place::Office, ..Deployment::default() }), None);
}

#[test]
fn files_come_one_by_one_and_each_says_what_is_wrong_with_it() {
    let mut lawyer = Lawyer::sits_down();
    lawyer.does(DeskEvent::Chosen(4));
    assert_eq!(lawyer.queue().reading, Some((0, 4)));
    let forged = file_of("crystal").replace("\"level\":\"red\"", "\"level\":\"blue\"");
    let files = [
        ("good.json", Ok(file_of("courier").into_bytes())),
        ("forged.json", Ok(forged.into_bytes())),
        ("cut.json", Ok(b"{\"format\":".to_vec())),
        ("locked.json", Err(Trouble::Unreadable)),
    ];
    for (done, (name, bytes)) in (1..).zip(files) {
        lawyer.does(DeskEvent::Read { name: name.to_owned(), bytes });
        let reading = lawyer.queue().reading;
        assert_eq!(reading, (done < 4).then_some((done, 4)));
    }
    let queue = lawyer.queue();
    let refused: Vec<&str> = queue.refused.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(refused, ["cut.json", "locked.json"]);
    assert!(queue.refused.iter().all(|file| !file.why.is_empty()));
    let states: Vec<_> = queue.rows.iter().map(|row| (row.at, row.status)).collect();
    assert!(states.contains(&(0, Status::Waiting)) && states.contains(&(1, Status::Doubtful)));
    let wrong = |at| &queue.rows.iter().find(|row| row.at == at).unwrap().wrong;
    assert!(wrong(0).is_empty(), "{:?}", wrong(0));
    assert!(wrong(1).iter().any(|why| why.contains("改过")), "{:?}", wrong(1));
}

#[test]
fn the_list_is_ordered_and_narrowed_without_looking_at_a_report_again() {
    let row = |at: usize| Row {
        at,
        firm: format!("企业{:03}", 499 - at),
        on: day("2026-11-01") + chrono::Days::new(at as u64 % 20),
        grade: Grade::Watch,
        reds: at % 5,
        nearest: (!at.is_multiple_of(3))
            .then(|| day("2026-12-01") + chrono::Days::new(at as u64 % 30)),
        open: 0,
        status: Status::ALL[at % 6],
    };
    let rows: Vec<Row> = (0..500).map(row).collect();
    for order in Order::ALL {
        let shown = queue(&rows, order, &Filter::default());
        assert_eq!(shown.len(), 500);
        assert!(
            shown.windows(2).all(|pair| match order {
                Order::Deadline =>
                    (pair[0].nearest.is_none(), pair[0].nearest)
                        <= (pair[1].nearest.is_none(), pair[1].nearest),
                Order::Reds => pair[0].reds >= pair[1].reds,
                Order::Day => pair[0].on >= pair[1].on,
                Order::Firm => pair[0].firm < pair[1].firm,
                Order::Status => pair[0].status <= pair[1].status,
            }),
            "{order:?}"
        );
    }
    let narrow = Filter { status: Some(Status::Signed), red: true, name: " 企业0 ".to_owned() };
    let shown = queue(&rows, Order::Firm, &narrow);
    assert!(!shown.is_empty() && shown.len() < 20);
    assert!(shown.iter().all(|row| row.reds > 0 && row.firm.starts_with("企业0")));

    let mut lawyer = Lawyer::sits_down();
    for firm in ["courier", "crystal", "healthy"] {
        lawyer.opens(firm, &file_of(firm));
    }
    assert_eq!(lawyer.judged(), 3);
    for order in Order::ALL {
        lawyer.does(DeskEvent::Sort(order));
        lawyer.does(DeskEvent::Show(Filter { red: true, ..Filter::default() }));
        assert!(lawyer.queue().rows.iter().all(|row| row.reds > 0));
        lawyer.does(DeskEvent::Show(Filter::default()));
    }
    assert_eq!(lawyer.judged(), 3);
    lawyer.does(DeskEvent::Open(1));
    assert_eq!(lawyer.judged(), 4);
}

#[test]
fn nobody_reviews_without_a_name_and_a_licence() {
    let mut lawyer = Lawyer::sits_down();
    lawyer.opens("crystal", &file_of("crystal"));
    lawyer.does(DeskEvent::Open(0));
    lawyer.does(DeskEvent::Confirm);
    assert!(lawyer.visitor.page().error.unwrap().contains("复核人"));
    assert!(lawyer.review().steps.is_empty());
    lawyer.does(DeskEvent::Go(Room::Key));
    let mut me = crate::desk::lawyer("甲");
    me.licence = "12345".to_owned();
    for (typed, said) in [(me, "17 位"), (Reviewer::default(), "姓名")] {
        lawyer.does(DeskEvent::Me(typed));
        assert!(lawyer.visitor.page().error.unwrap().contains(said));
    }
    lawyer.is("甲");
    lawyer.does(DeskEvent::Confirm);
    assert_eq!(lawyer.review().steps.len(), 1);
}

#[test]
fn every_kind_of_step_is_taken_and_seen() {
    let mut lawyer = Lawyer::sits_down();
    lawyer.opens("crystal", &file_of("crystal"));
    lawyer.is("甲");
    lawyer.does(DeskEvent::Open(0));
    let all = lawyer.report().progress.0;
    assert_eq!((lawyer.report().here, lawyer.report().progress), (Spot::Finding(0), (all, 0)));
    lawyer.does(DeskEvent::Confirm);
    lawyer.does(DeskEvent::Next);
    // A correction owes a reason; what was typed stays.
    let correct = [(FormField::Level, "blue"), (FormField::Effects, "已经补签，没有后果。")];
    lawyer.fills(&FormKind::Correct, &correct);
    assert!(lawyer.visitor.page().error.unwrap().contains("理由"));
    lawyer.does(DeskEvent::Next);
    assert!(lawyer.report().forms.is_empty());
    lawyer.fills(&FormKind::Withdraw, &[(FormField::Reason, "问卷误答")]);
    lawyer.does(DeskEvent::Previous);
    let [form] = lawyer.report().forms.try_into().unwrap();
    assert_eq!(form.fields[2].text, "已经补签，没有后果。");
    let reason = (FormKind::Correct, FormField::Reason, "看过原件".to_owned());
    lawyer.does(DeskEvent::Type(reason.0, reason.1, reason.2));
    lawyer.does(DeskEvent::Keep(FormKind::Correct));
    assert_eq!(lawyer.visitor.page().error, None);
    let SpotBody::Finding(finding) = lawyer.report().spot else { panic!("no finding") };
    assert_eq!((finding.verdict, finding.level), (Verdict::Corrected, Level::Blue));
    assert!(finding.level_before.is_some() && finding.title_before.is_none());
    assert!(!finding.because.is_empty() && lawyer.report().forms.is_empty());
    lawyer.fills(&FormKind::Ask, &[(FormField::Question, "补签的合同在哪里？")]);
    lawyer.does(DeskEvent::Look(Spot::Whole));
    lawyer.fills(
        &FormKind::Outcome,
        &[
            (FormField::Kind, "money_recovered"),
            (FormField::Yuan, "一万"),
            (FormField::Note, "追回货款"),
        ],
    );
    assert!(lawyer.visitor.page().error.unwrap().contains("12000"));
    lawyer.fills(&FormKind::Outcome, &[(FormField::Yuan, "12,000")]);
    let added = [
        (FormField::Domain, "labour"),
        (FormField::Level, "red"),
        (FormField::Title, "竞业限制未付补偿"),
        (FormField::Basis, "劳动合同法第二十三条"),
        (FormField::Effects, "员工可以不再遵守。"),
        (FormField::Treatment, "补付\n改协议"),
        (FormField::Reason, "访谈时发现"),
    ];
    lawyer.fills(&FormKind::Add, &added);
    lawyer.fills(&FormKind::Opinion, &[(FormField::Text, "总体可控。")]);
    assert_eq!(lawyer.visitor.page().error, None);
    assert_eq!(lawyer.report().progress, (all, 3));
    let SpotBody::Whole(whole) = lawyer.report().spot else { panic!("not the whole") };
    assert_eq!(whole.opinion.as_deref(), Some("总体可控。"));
    assert_eq!((whole.added.len(), whole.questions.len(), whole.history.len()), (1, 1, 7));
    // A step is taken back with a reason; it stays in the history.
    let step = whole.history[0].id.clone();
    let retract = FormKind::Retract(step);
    lawyer.fills(&retract, &[]);
    assert!(lawyer.visitor.page().error.unwrap().contains("理由"));
    lawyer.fills(&retract, &[(FormField::Reason, "还要再看")]);
    assert_eq!(lawyer.report().progress, (all, 2));
    let SpotBody::Whole(whole) = lawyer.report().spot else { panic!("not the whole") };
    assert!(whole.history[0].retracted && whole.history.len() == 8);
    let acts: Vec<Act> = lawyer.review().steps.into_iter().map(|step| step.act).collect();
    assert!(matches!(acts.last(), Some(Act::Retract { .. })));
    lawyer.does(DeskEvent::NextOpen);
    assert_eq!(lawyer.report().here, Spot::Finding(0));
    lawyer.visitor.does(Event::Back);
    let row = &lawyer.queue().rows[0];
    assert_eq!(row.status, Status::Begun);
    assert!(row.notes.iter().any(|note| note.contains("没存")), "{:?}", row.notes);
}

#[test]
fn copies_with_two_lawyers_reviews_become_one_and_a_forged_copy_touches_neither() {
    let report = report_of("crystal");
    let reviewed = |name: &str, id: char, finding: usize| {
        let mut review = Review::over(&report.seal);
        let act = Act::Confirm { finding: report.findings[finding].id.clone() };
        let at = day(TODAY).and_hms_opt(9, 0, 0).unwrap();
        review.add(id.to_string().repeat(32), at, &lawyer(name), act, "").unwrap();
        review
    };
    let (left, right) = (reviewed("甲", 'a', 0), reviewed("乙", 'b', 1));
    let mut desk = Lawyer::sits_down();
    desk.opens("left", &file_with(&report, std::slice::from_ref(&left)));
    desk.opens("right", &file_with(&report, std::slice::from_ref(&right)));
    desk.opens("right again", &file_with(&report, std::slice::from_ref(&right)));
    let forged = file_with(&report, std::slice::from_ref(&right)).replace("乙", "丙");
    desk.opens("forged", &forged);
    let queue = desk.queue();
    assert_eq!(queue.rows.len(), 2, "{:?}", queue.rows);
    let mut both = left;
    both.merge(&right);
    assert_eq!(desk.review(), both);
    let joined = &queue.rows.iter().find(|row| row.at == 0).unwrap().notes;
    assert!(joined.iter().any(|note| note.contains("3 份")), "{joined:?}");
    let forged = queue.rows.iter().find(|row| row.at != 0).unwrap();
    assert!(forged.wrong.iter().any(|why| why.contains("改过")), "{:?}", forged.wrong);
}

#[test]
fn a_report_comes_by_its_link() {
    let mut desk = Lawyer::sits_down();
    desk.does(DeskEvent::Link("https://example.test/#r=ABC".to_owned()));
    assert!(desk.visitor.page().error.is_some() && desk.queue().rows.is_empty());
    desk.opens("courier", &file_of("courier"));
    let Stage::Desk(state) = &desk.visitor.model.stage else { panic!("not at the desk") };
    let library = state.library.clone();
    let opened = tijian::archive::open::open(file_of("crystal").as_bytes(), &library, day(TODAY));
    let payload = compact::encode(&opened.unwrap().checks[0].check, |_| true).unwrap();
    let link = compact::link("https://example.test/", &payload).unwrap();
    desk.does(DeskEvent::Link(format!(" {link} ")));
    assert_eq!(desk.visitor.page().error, None);
    let queue = desk.queue();
    assert_eq!(queue.rows.len(), 2);
    assert!(queue.rows.iter().all(|row| row.wrong.is_empty()), "{:?}", queue.rows);
}

#[test]
fn leaving_the_desk_asks_first_when_anything_is_open() {
    let mut desk = Lawyer::sits_down();
    desk.opens("courier", &file_of("courier"));
    desk.visitor.does(Event::Back);
    assert_eq!(desk.visitor.model.dialog, Some(Dialog::End));
    assert_eq!(desk.visitor.effects, [Effect::StepTaken], "the way back is not used up");
    desk.visitor.does(Event::CancelEnd);
    assert_eq!(desk.queue().rows.len(), 1);
    desk.visitor.does(Event::End);
    assert!(matches!(desk.visitor.model.stage, Stage::Ended));
    let mut empty = Lawyer::sits_down();
    empty.visitor.does(Event::Back);
    assert!(matches!(empty.visitor.page().body, Body::Start(_)));
    assert!(empty.visitor.effects.contains(&Effect::GuardLeaving(false)));
    assert!(empty.visitor.effects.contains(&Effect::Desk(DeskEffect::Drops(false))));
}
