//! The register of trade secrets: its list with the check of restraints, and one entry.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::kiosk::{Field, Kind, OpenEntry, SecretClass, Visit, typed};
use crate::law::deadline::chinese_day;
use crate::questionnaire::Exact;
use crate::report::slips::{self, KeyPost, Secret, SecretsRegister, Standing};
use crate::response::grouped;

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
    /// Today, for wheels to begin at.
    pub today: NaiveDate,
}

/// One field of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldView {
    /// Which.
    pub field: Field,
    /// Its label.
    pub label: &'static str,
    /// How to fill it in.
    pub hint: &'static str,
    /// What stands in it.
    pub text: String,
    /// What is typed into it.
    pub kind: FieldKind,
}

/// What is typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Words.
    Words,
    /// A day, as digits.
    Day,
    /// A whole number.
    Count,
    /// An amount in yuan.
    Amount,
}

pub(super) fn view(visit: &Visit) -> RegisterView {
    let empty = SecretsRegister::default();
    let register = visit.register.as_ref().unwrap_or(&empty);
    let filling = &visit.filling;
    let known = register.minimum_wage.map(typed).unwrap_or_default();
    let posts = register.posts.iter().enumerate();
    RegisterView {
        locked: visit.register_locked(),
        classes: SecretClass::ALL
            .into_iter()
            .map(|class| self::class(register, class))
            .filter(|class| !class.secrets.is_empty())
            .collect(),
        posts: posts.map(|(at, post)| self::post(visit, register.minimum_wage, at, post)).collect(),
        wage: filling.wage.as_ref().map_or(known, |refused| refused.text.clone()),
        wage_problem: filling.wage.as_ref().map(|refused| refused.why.clone()),
        removed: filling.removed.as_ref().map(|removed| removed.name.clone()),
        can_show: visit.latest().is_some(),
    }
}

fn class(register: &SecretsRegister, class: SecretClass) -> ClassView {
    let own = register.secrets.iter().enumerate().filter(|(_, secret)| secret.class == class);
    let secrets = own.map(|(at, secret)| SecretView {
        at,
        name: secret.name.clone(),
        facts: secret_facts(secret),
    });
    ClassView { name: class.word(), secrets: secrets.collect() }
}

fn secret_facts(secret: &Secret) -> Vec<(String, String)> {
    let facts = [("载体和存放", &secret.form), ("保管人", &secret.keeper)];
    let filled = facts.into_iter().filter(|(_, text)| !text.is_empty());
    filled.map(|(label, text)| (label.to_owned(), text.clone())).collect()
}

fn post(visit: &Visit, minimum_wage: Option<Exact>, at: usize, post: &KeyPost) -> PostView {
    let holder = post.holder.as_ref().map(|holder| format!("（{holder}）"));
    let lines = slips::check(post, minimum_wage).into_iter().map(|line| LineView {
        standing: line.standing,
        basis: slips::labels_on(&visit.library, line.basis, visit.today),
        text: line.text,
    });
    PostView {
        at,
        name: format!("{}{}", post.post, holder.unwrap_or_default()),
        facts: post_facts(post),
        lines: lines.collect(),
    }
}

fn post_facts(post: &KeyPost) -> Vec<(String, String)> {
    let day = |day: Option<NaiveDate>| day.map(chinese_day);
    let yuan = |sum: Option<Exact>| sum.map(|sum| format!("{} 元", grouped(sum.0)));
    let signed = day(post.nda_signed).unwrap_or_else(|| "没有签".to_owned());
    let facts = [
        (Field::NdaSigned, Some(signed)),
        (Field::NdaUntil, day(post.nda_until)),
        (Field::LeftOn, day(post.left_on)),
        (Field::Months, post.noncompete_months.map(|months| format!("{months} 个月"))),
        (Field::Until, day(post.noncompete_until)),
        (Field::Pay, yuan(post.monthly_pay)),
        (Field::Compensation, yuan(post.monthly_compensation)),
    ];
    let named = |(field, text): (Field, Option<String>)| Some((words(field).0.to_owned(), text?));
    facts.into_iter().filter_map(named).collect()
}

pub(super) fn entry(open: &OpenEntry, today: NaiveDate) -> EntryView {
    let fields = open.kind.fields().iter().copied().filter(|field| *field != Field::Class);
    EntryView {
        kind: open.kind,
        new: open.at.is_none(),
        class: open.form.class,
        fields: fields
            .map(|field| {
                let (label, hint) = words(field);
                let text = open.form.text(field).to_owned();
                FieldView { field, label, hint, text, kind: field_kind(field) }
            })
            .collect(),
        problems: open.problems.clone(),
        today,
    }
}

const fn field_kind(field: Field) -> FieldKind {
    match field {
        Field::Class
        | Field::Name
        | Field::Carrier
        | Field::Keeper
        | Field::Post
        | Field::Holder => FieldKind::Words,
        Field::NdaSigned | Field::NdaUntil | Field::LeftOn | Field::Until => FieldKind::Day,
        Field::Months => FieldKind::Count,
        Field::Pay | Field::Compensation => FieldKind::Amount,
    }
}

/// Label of a field, and how to fill it in.
const fn words(field: Field) -> (&'static str, &'static str) {
    const DAY: &str = "只输数字，例如 20241121";
    match field {
        Field::Class => ("类别", ""),
        Field::Name => ("名称", "只写名称，不写秘密的内容"),
        Field::Carrier => ("载体和存放", "例如：工艺卡，技术部保险柜。可不填"),
        Field::Keeper => ("保管人", "可不填"),
        Field::Post => ("岗位", "例如：技术主任"),
        Field::Holder => ("在岗的人", "可不填"),
        Field::NdaSigned => ("保密协议签订日", "只输数字，例如 20241121。没有签就留空"),
        Field::NdaUntil => ("保密协议到期日", "只输数字，例如 20261121。没有写到期就留空"),
        Field::LeftOn => ("离职日", "还在岗就留空"),
        Field::Months => ("竞业限制月数", "协议约定离职后限制几个月。没有约定就留空"),
        Field::Until => ("竞业限制到期日", DAY),
        Field::Pay => ("月平均工资", "元，离职前十二个月的平均；在岗的按现在估"),
        Field::Compensation => ("每月竞业补偿", "元，协议约定的数。没有约定就留空"),
    }
}
