//! 一企一册: secrets, key posts, restraints, and what a report to the police needs.

use chrono::NaiveDate;

use super::{
    KeyPost, SecretClass, SecretsRegister, Standing, WORDS, check, cited, complaint, labels, part,
    row, sheet, table, text,
};
use crate::law::deadline::chinese_day;
use crate::report::document::{Block, Document, Row, words};
use crate::report::{Library, Report};
use crate::texts::{Lang, Register as RegisterWords};

/// The register's own words; see [`WORDS`].
const REGISTER: &RegisterWords = &Lang::Zh.texts().register;

/// Days before its end when an agreement is to be renewed.
const RENEW: i64 = 30;
/// Articles on restraints, whatever the check finds.
const RESTRAINT: [&str; 5] = [
    "labor-contract-law 23",
    "labor-contract-law 24",
    "labor-ji-1 36",
    "labor-ji-1 38",
    "labor-ji-1 39",
];

/// The booklet of a firm. The register goes onto this paper and nowhere else.
#[must_use]
pub fn secrets_booklet(
    report: &Report,
    library: &Library,
    register: &SecretsRegister,
    today: NaiveDate,
) -> Document {
    let parts = vec![
        part("秘密清单", secrets(register)),
        part("关键岗位", posts(register, today)),
        part("竞业限制核对", restraints(report, library, register)),
        part("报案要准备的证据", complaint::blocks(report, library)),
        part("依据（要旨，非原文）", vec![Block::Pairs(basis(report, library))]),
    ];
    let mut document = sheet(report, "商业秘密一企一册", None, parts);
    document.meta.push(("整理日期".to_owned(), chinese_day(today)));
    document.meta.push(("保管".to_owned(), "只存本企业，不外传".to_owned()));
    document
}

fn secrets(register: &SecretsRegister) -> Vec<Block> {
    let rows: Vec<Row> = SecretClass::ALL
        .into_iter()
        .flat_map(|class| register.secrets.iter().filter(move |secret| secret.class == class))
        .map(|secret| {
            let class = secret.class.word(REGISTER).to_owned();
            row(
                [secret.name.clone(), class, secret.form.clone(), secret.keeper.clone()],
                Vec::new(),
            )
        })
        .collect();
    if rows.is_empty() {
        return vec![text("还没有登记。先写最要紧的十来样，只写名称，不写内容。")];
    }
    vec![table(["名称", "类别", "载体和存放", "保管人"], rows)]
}

fn posts(register: &SecretsRegister, today: NaiveDate) -> Vec<Block> {
    if register.posts.is_empty() {
        return vec![text("还没有登记。写下能接触秘密的岗位。")];
    }
    let line = |post: &KeyPost| {
        let restraint = match (post.noncompete_until, post.noncompete_months) {
            (Some(until), _) => until_when(until, today),
            (None, Some(months)) => format!("离职后 {months} 个月"),
            (None, None) => "没有约定".to_owned(),
        };
        let signed = post.nda_signed.map_or_else(|| "没有签".to_owned(), chinese_day);
        row([name(post), signed, agreement(post, today), restraint], Vec::new())
    };
    let rows = register.posts.iter().map(line).collect();
    vec![table(["岗位", "保密协议签订日", "保密协议到期", "竞业限制到期"], rows)]
}

fn name(post: &KeyPost) -> String {
    let holder = post.holder.as_ref().map(|holder| format!("（{holder}）"));
    format!("{}{}", post.post, holder.unwrap_or_default())
}

fn until_when(until: NaiveDate, today: NaiveDate) -> String {
    let left = until.signed_duration_since(today).num_days();
    format!("{}，{}", chinese_day(until), (WORDS.figures.left)(left))
}

/// The end of the agreement on confidentiality, and whether to renew it.
fn agreement(post: &KeyPost, today: NaiveDate) -> String {
    match (post.nda_signed, post.nda_until) {
        (None, _) => "请尽快商量订立".to_owned(),
        (Some(_), None) => "没有写到期日".to_owned(),
        (Some(_), Some(until)) => {
            let near = until.signed_duration_since(today).num_days() <= RENEW;
            format!("{}{}", until_when(until, today), if near { "，该续签了" } else { "" })
        }
    }
}

fn restraints(report: &Report, library: &Library, register: &SecretsRegister) -> Vec<Block> {
    let mut rows = Vec::new();
    for post in &register.posts {
        let lines = check(post, register.minimum_wage);
        let Some(worst) = lines.iter().map(|line| line.standing).max() else { continue };
        let more = lines.iter().map(|line| {
            let mark =
                if line.standing == Standing::Fine { "" } else { line.standing.word(REGISTER) };
            let colon = if mark.is_empty() { "" } else { "：" };
            let basis = labels(report, library, line.basis);
            format!("{mark}{colon}{}（{basis}）", line.text)
        });
        rows.push(row(
            [name(post), worst.word(REGISTER).to_owned(), String::new()],
            more.collect(),
        ));
    }
    if rows.is_empty() {
        return vec![text("没有登记竞业限制。")];
    }
    let note = "月平均工资按离职前十二个月算；还没有离职的先按现在的估，离职时再算一次。只限高管、高级技术人员和其他有保密义务的人。因单位原因三个月没有付补偿的，员工可以请求解除；限制期内单位要求解除的，员工可以请求另付三个月补偿。";
    vec![table(["岗位", "结果", "说明"], rows), Block::Note(note.to_owned())]
}

/// Every article that the booklet cites, once.
fn basis(report: &Report, library: &Library) -> Vec<(String, String)> {
    let mut all: Vec<&str> = RESTRAINT.to_vec();
    for one in complaint::basis() {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    let cited = cited(report, library, &all).into_iter();
    cited.map(|basis| (words::basis(&basis, WORDS), basis.gist)).collect()
}
