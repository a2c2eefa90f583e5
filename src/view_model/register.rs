//! The register of trade secrets: its list with the check of restraints, and one entry.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::kiosk::{Field, Kind, OpenEntry, SecretClass, Visit, typed};
use crate::questionnaire::Exact;
use crate::report::slips::{self, KeyPost, Secret, SecretsRegister, Standing};
use crate::response::grouped;
use crate::texts::{Lang, Texts};

/// The register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterView {
    /// Whether it cannot be read and so not be changed.
    pub locked: bool,
    /// The classes that have secrets.
    pub classes: Vec<ClassView>,
    /// The posts.
    pub posts: Vec<PostView>,
    /// The minimum wage as it stands in its field.
    pub wage: String,
    /// Why that was not accepted.
    pub wage_problem: Option<String>,
    /// Name of the entry that was taken out last and can be put back.
    pub removed: Option<String>,
    /// Whether there is a report that the booklet can be made with.
    pub can_show: bool,
}

/// The secrets of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassView {
    /// Its name.
    pub name: &'static str,
    /// Its secrets.
    pub secrets: Vec<SecretView>,
}

/// One secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecretView {
    /// Its place in the register, from 0.
    pub at: usize,
    /// Its name.
    pub name: String,
    /// What holds it, who keeps it.
    pub facts: Vec<(String, String)>,
}

/// One post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostView {
    /// Its place in the register, from 0.
    pub at: usize,
    /// Its name, with its holder.
    pub name: String,
    /// What was entered for it.
    pub facts: Vec<(String, String)>,
    /// What the check of its restraint found; empty without one.
    pub lines: Vec<LineView>,
}

/// One line of the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineView {
    /// How it came out.
    pub standing: Standing,
    /// The word for it.
    pub word: &'static str,
    /// What was found, with the figures.
    pub text: String,
    /// The articles that it rests on.
    pub basis: String,
}

/// One entry, being filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryView {
    /// What it is.
    pub kind: Kind,
    /// Whether it is a new one.
    pub new: bool,
    /// The class that was chosen.
    pub class: Option<SecretClass>,
    /// Its fields in order, without the class.
    pub fields: Vec<FieldView>,
    /// What is wrong, field by field.
    pub problems: BTreeMap<Field, String>,
    /// The classes that a secret can have, with their names.
    pub classes: [(SecretClass, &'static str); 3],
}

/// One field of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldView {
    /// Which.
    pub field: Field,
    /// Its label.
    pub label: &'static str,
    /// How to fill it in, where the label does not say it.
    pub hint: Option<&'static str>,
    /// What stands in it.
    pub text: String,
    /// Whether digits are typed into it.
    pub digits: bool,
}

pub(super) fn view(visit: &Visit, lang: Lang) -> RegisterView {
    let texts = lang.texts();
    let empty = SecretsRegister::default();
    let register = visit.register.as_ref().unwrap_or(&empty);
    let filling = &visit.filling;
    let known = register.minimum_wage.map(typed).unwrap_or_default();
    let posts = register.posts.iter().enumerate();
    RegisterView {
        locked: visit.register_locked(),
        classes: SecretClass::ALL
            .into_iter()
            .map(|class| self::class(register, class, texts))
            .filter(|class| !class.secrets.is_empty())
            .collect(),
        posts: posts
            .map(|(at, post)| self::post(visit, register.minimum_wage, (at, post), texts))
            .collect(),
        wage: filling.wage.as_ref().map_or(known, |refused| refused.text.clone()),
        wage_problem: filling.wage.as_ref().map(|refused| refused.why.text(texts)),
        removed: filling.removed.as_ref().map(|removed| removed.name.clone()),
        can_show: visit.latest().is_some(),
    }
}

fn class(register: &SecretsRegister, class: SecretClass, texts: &Texts) -> ClassView {
    let own = register.secrets.iter().enumerate().filter(|(_, secret)| secret.class == class);
    let secrets = own.map(|(at, secret)| SecretView {
        at,
        name: secret.name.clone(),
        facts: secret_facts(secret, texts),
    });
    ClassView { name: class.word(&texts.register), secrets: secrets.collect() }
}

fn secret_facts(secret: &Secret, texts: &Texts) -> Vec<(String, String)> {
    let fields = &texts.register.fields;
    let facts = [(fields.carrier.0, &secret.form), (fields.keeper.0, &secret.keeper)];
    let filled = facts.into_iter().filter(|(_, text)| !text.is_empty());
    filled.map(|(label, text)| (label.to_owned(), text.clone())).collect()
}

fn post(
    visit: &Visit,
    minimum_wage: Option<Exact>,
    (at, post): (usize, &KeyPost),
    texts: &Texts,
) -> PostView {
    let holder = post.holder.as_ref().map(|holder| (texts.register.holder)(holder));
    let lines = slips::check(post, minimum_wage).into_iter().map(|line| LineView {
        standing: line.standing,
        word: line.standing.word(&texts.register),
        basis: slips::labels_on(&visit.library, line.basis, visit.today),
        text: line.text,
    });
    PostView {
        at,
        name: format!("{}{}", post.post, holder.unwrap_or_default()),
        facts: post_facts(post, texts),
        lines: lines.collect(),
    }
}

fn post_facts(post: &KeyPost, texts: &Texts) -> Vec<(String, String)> {
    let words = &texts.register;
    let day = |day: Option<NaiveDate>| day.map(texts.report.figures.day);
    let yuan = |sum: Option<Exact>| sum.map(|sum| (words.yuan)(&grouped(sum.0)));
    let signed = day(post.nda_signed).unwrap_or_else(|| words.unsigned.to_owned());
    let facts = [
        (Field::NdaSigned, Some(signed)),
        (Field::NdaUntil, day(post.nda_until)),
        (Field::LeftOn, day(post.left_on)),
        (Field::Months, post.noncompete_months.map(words.months)),
        (Field::Until, day(post.noncompete_until)),
        (Field::Pay, yuan(post.monthly_pay)),
        (Field::Compensation, yuan(post.monthly_compensation)),
    ];
    let named =
        |(field, text): (Field, Option<String>)| Some((label(field, texts).0.to_owned(), text?));
    facts.into_iter().filter_map(named).collect()
}

pub(super) fn entry(open: &OpenEntry, lang: Lang) -> EntryView {
    let texts = lang.texts();
    let fields = open.kind.fields().iter().copied().filter(|field| *field != Field::Class);
    EntryView {
        kind: open.kind,
        new: open.at.is_none(),
        class: open.form.class,
        fields: fields
            .map(|field| {
                let (label, hint) = label(field, texts);
                let text = open.form.text(field).to_owned();
                FieldView { field, label, hint, text, digits: digits(field) }
            })
            .collect(),
        problems: open
            .problems
            .iter()
            .map(|(field, problem)| (*field, problem.text(texts)))
            .collect(),
        classes: SecretClass::ALL.map(|class| (class, class.word(&texts.register))),
    }
}

fn digits(field: Field) -> bool {
    !matches!(
        field,
        Field::Class | Field::Name | Field::Carrier | Field::Keeper | Field::Post | Field::Holder
    )
}

/// Label of a field, and how to fill it in.
fn label(field: Field, texts: &Texts) -> (&'static str, Option<&'static str>) {
    let fields = &texts.register.fields;
    match field {
        Field::Class => fields.class,
        Field::Name => fields.name,
        Field::Carrier => fields.carrier,
        Field::Keeper => fields.keeper,
        Field::Post => fields.post,
        Field::Holder => fields.holder,
        Field::NdaSigned => fields.nda_signed,
        Field::NdaUntil => fields.nda_until,
        Field::LeftOn => fields.left_on,
        Field::Months => fields.months,
        Field::Until => fields.until,
        Field::Pay => fields.pay,
        Field::Compensation => fields.compensation,
    }
}
