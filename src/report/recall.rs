//! An old report held against the laws of today: which of its findings rest on articles that have
//! changed since.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::law::{Changed, Register};
use crate::questionnaire::Citation;

/// As much of a report as a recall needs; whatever else it holds is left alone.
#[derive(Clone, Debug, Deserialize)]
pub struct OldReport {
    /// Day of the check.
    pub on: NaiveDate,
    /// Its findings.
    pub findings: Vec<OldFinding>,
}

/// One finding of it.
#[derive(Clone, Debug, Deserialize)]
pub struct OldFinding {
    /// Id of the rule.
    pub id: String,
    /// As it was printed.
    pub title: String,
    /// The articles that it rests on.
    #[serde(default)]
    pub basis: Vec<OldBasis>,
}

/// One article of it.
#[derive(Clone, Debug, Deserialize)]
pub struct OldBasis {
    /// Id of the instrument.
    pub law: String,
    /// Key of the article.
    pub article: String,
    /// As it was printed.
    #[serde(default)]
    pub label: String,
}

/// A finding to look at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recalled {
    /// Id of the rule.
    pub id: String,
    /// As it was printed.
    pub title: String,
    /// One sentence for each article that changed.
    pub reasons: Vec<String>,
}

/// The findings of a report that rest on articles changed since its day, in its order.
#[must_use]
pub fn recall(report: &OldReport, laws: &Register, today: NaiveDate) -> Vec<Recalled> {
    let reasons = |finding: &OldFinding| -> Vec<String> {
        finding.basis.iter().filter_map(|basis| reason(basis, report.on, laws, today)).collect()
    };
    report
        .findings
        .iter()
        .map(|finding| Recalled {
            id: finding.id.clone(),
            title: finding.title.clone(),
            reasons: reasons(finding),
        })
        .filter(|recalled| !recalled.reasons.is_empty())
        .collect()
}

fn reason(
    basis: &OldBasis,
    day_of_check: NaiveDate,
    laws: &Register,
    today: NaiveDate,
) -> Option<String> {
    let (law, article) = (basis.law.clone(), basis.article.clone());
    let citation = Citation { law, article, later: Vec::new() };
    let label = if basis.label.is_empty() { citation.to_string() } else { basis.label.clone() };
    let changed = laws.changed_since(&citation, day_of_check, today)?;
    Some(match changed {
        Changed::Article(changes) => {
            let said: Vec<String> =
                changes.iter().map(|change| format!("{} 起{}", change.on, change.what)).collect();
            format!("{label}：{}", said.join("；"))
        }
        Changed::Edition { old, new } => {
            let now = match new.articles.get(&citation.article) {
                Some(gist) => format!("新版同一条号是：{gist}"),
                None => "条号可能变了，请核对新版".to_owned(),
            };
            format!("{label}：{} 自 {} 起由 {} 代替；{now}", old.name, new.from, new.name)
        }
        Changed::Repealed { old } => {
            let until = old.to.map_or_else(String::new, |to| format!("，有效到 {to}"));
            format!("{label}：{} 已经没有效力{until}", old.name)
        }
        Changed::Unknown(error) => format!("{label}：{error}，无法判断是否变动"),
    })
}
