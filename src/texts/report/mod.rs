//! The frame of the report: everything that it says besides its content.

mod en;
mod zh;

use chrono::NaiveDate;

pub(super) use en::EN;
pub(super) use zh::ZH;

/// The frame of the report.
#[derive(Debug)]
pub struct Report {
    /// Name of the program.
    pub name: &'static str,
    /// Name of the document.
    pub title: &'static str,
    /// No name was given.
    pub no_name: &'static str,
    /// What the report is and is not.
    pub statement: &'static str,
    /// How levels and figures are made.
    pub method: &'static str,
    /// What the figures of the domains are.
    pub ratios: &'static str,
    /// The marks and joints of sentences.
    pub joints: Joints,
    /// Labels and headings.
    pub labels: Labels,
    /// The verdict.
    pub verdict: Verdict,
    /// Names of the levels.
    pub levels: Levels,
    /// Names of the grades.
    pub grades: Grades,
    /// Names of the scopes: quick, full, chosen domains.
    pub modes: [&'static str; 3],
    /// How long a step takes: hour, day, week, month, a lawyer's work.
    pub efforts: [&'static str; 5],
    /// What raises a level.
    pub raised: Raised,
    /// Money and time.
    pub figures: Figures,
    /// Findings and domains.
    pub findings: Findings,
    /// What is to be found out, who helps, and what it rests on.
    pub lists: Lists,
}

/// The marks and joints of sentences.
#[derive(Debug)]
pub struct Joints {
    /// Between things that belong together.
    pub and: &'static str,
    /// Between longer ones.
    pub then: &'static str,
    /// Between parts of a sentence.
    pub comma: &'static str,
    /// Between a label and what is said of it.
    pub colon: &'static str,
    /// At the end of a sentence, before the next.
    pub stop: &'static str,
    /// At the end of the last sentence.
    pub end: &'static str,
    /// A remark in brackets.
    pub aside: fn(&str) -> String,
    /// A part of the text by its place from 1, with its heading.
    pub numbered: fn(usize, &str) -> String,
    /// A page of how many: what stands before, between and after the two numbers.
    pub pages: [&'static str; 3],
}

/// Labels and headings.
#[derive(Debug)]
pub struct Labels {
    /// The day of the check.
    pub day: &'static str,
    /// Its scope.
    pub scope: &'static str,
    /// The seal.
    pub seal: &'static str,
    /// What to do first: so many.
    pub first: fn(usize) -> String,
    /// The domains.
    pub domains: &'static str,
    /// All findings: so many.
    pub findings: fn(usize) -> String,
    /// The fewest changes.
    pub advice: &'static str,
    /// The deadlines.
    pub calendar: &'static str,
    /// What is to be found out: so much.
    pub unknowns: fn(usize) -> String,
    /// Where nothing was found.
    pub fine: &'static str,
    /// Who helps.
    pub services: &'static str,
    /// Facts about the firm.
    pub firm: &'static str,
    /// Laws and packs.
    pub sources: &'static str,
    /// Packs alone.
    pub packs: &'static str,
    /// How it was made.
    pub method: &'static str,
    /// The answers that a finding rests on.
    pub facts: &'static str,
    /// The articles.
    pub basis: &'static str,
    /// What can follow.
    pub effects: &'static str,
    /// What it can cost.
    pub money: &'static str,
    /// A deadline.
    pub due: &'static str,
    /// What to do.
    pub treatment: &'static str,
    /// What to keep.
    pub evidence: &'static str,
    /// Who helps with a finding.
    pub help: &'static str,
    /// How the level came about.
    pub working: &'static str,
    /// The first step.
    pub step: &'static str,
    /// How long it takes.
    pub effort: &'static str,
    /// What it can cost, in a line.
    pub cost: &'static str,
    /// Where to look, with its mark.
    pub find_out: &'static str,
    /// Columns of the domains.
    pub domain_columns: [&'static str; 4],
    /// Columns of the calendar.
    pub calendar_columns: [&'static str; 4],
}

/// The verdict.
#[derive(Debug)]
pub struct Verdict {
    /// Less was assessed than so many per cent; so many questions are open, so many red findings.
    pub insufficient: fn(u32, usize, usize) -> String,
    /// So many red and orange findings.
    pub urgent: fn(usize, usize) -> String,
    /// So many orange findings and no red one.
    pub orange: fn(usize) -> String,
    /// So many findings, neither red nor orange.
    pub minor: fn(usize) -> String,
    /// No finding.
    pub none: &'static str,
    /// The index with its coverage, behind the figure.
    pub gauge: fn(u32) -> String,
    /// The same as a line of text, with the figure.
    pub gauge_line: fn(&str, u32) -> String,
    /// So many findings of a level.
    pub count: fn(usize) -> String,
    /// The title of the matrix.
    pub matrix: &'static str,
    /// What stands in its cells.
    pub matrix_cells: &'static str,
    /// A likelihood.
    pub likelihood: fn(u8) -> String,
    /// A consequence.
    pub consequence: fn(u8) -> String,
    /// Findings by their numbers.
    pub numbers: fn(&str) -> String,
}

/// Names of the levels.
#[derive(Debug)]
pub struct Levels {
    /// 红.
    pub red: &'static str,
    /// 橙.
    pub orange: &'static str,
    /// 黄.
    pub yellow: &'static str,
    /// 蓝.
    pub blue: &'static str,
}

/// Names of the grades.
#[derive(Debug)]
pub struct Grades {
    /// 状况较好.
    pub good: &'static str,
    /// 需要关注.
    pub watch: &'static str,
    /// 需要整改.
    pub improve: &'static str,
    /// 需要马上处理.
    pub urgent: &'static str,
    /// 资料不足，暂不评级.
    pub insufficient: &'static str,
}

/// What raises a level.
#[derive(Debug)]
pub struct Raised {
    /// A crime.
    pub criminal: &'static str,
    /// The licence is at stake.
    pub revocation: &'static str,
    /// The business is at stake.
    pub closure: &'static str,
    /// Somebody can be detained.
    pub detention: &'static str,
    /// Somebody can be hurt.
    pub injury: &'static str,
    /// A day was missed.
    pub overdue: &'static str,
    /// For these reasons the level is orange at least.
    pub orange: fn(&str) -> String,
    /// For these reasons the level is red.
    pub red: fn(&str) -> String,
    /// A deadline, by title and day, has passed, and the level is red.
    pub missed: fn(&str, &str) -> String,
}

/// Money and time.
#[derive(Debug)]
pub struct Figures {
    /// A day.
    pub day: fn(NaiveDate) -> String,
    /// A sum in yuan.
    pub yuan: fn(&str) -> String,
    /// At most a sum.
    pub most: fn(&str) -> String,
    /// Between two sums.
    pub between: fn(&str, &str) -> String,
    /// So many findings have a figure; together.
    pub total: fn(usize, &str) -> String,
    /// Days that are left; negative when it has passed.
    pub left: fn(i64) -> String,
    /// How many questions were answered in a scope.
    pub answered: fn(&str, usize) -> String,
    /// So many packs.
    pub packs: fn(usize) -> String,
    /// The seal at the foot of a page.
    pub sealed: fn(&str) -> String,
    /// What the seal is: its first signs and all of it.
    pub seal: fn(&str, &str) -> String,
    /// How index and coverage came about: triggered, assessed, applicable.
    pub working: fn(u32, u32, u32) -> String,
    /// The overall verdict before that.
    pub overall: fn(&str) -> String,
    /// Likelihood, consequence and score.
    pub score: fn(u8, u8, u32) -> String,
}

/// Findings and domains.
#[derive(Debug)]
pub struct Findings {
    /// How a sum was made.
    pub how: fn(&str, &str) -> String,
    /// Questions that are missing for a sum.
    pub missing: fn(&str) -> String,
    /// The same, without naming them.
    pub missing_some: &'static str,
    /// Parts of the basis were not read.
    pub partly: &'static str,
    /// The basis was not checked.
    pub unverified: &'static str,
    /// An article that was not read, behind its edition.
    pub known: &'static str,
    /// Nothing of a domain was assessed.
    pub nothing: &'static str,
    /// So many checks found nothing, the rest is open.
    pub clear_partly: fn(usize) -> String,
    /// So many checks found nothing.
    pub clear: fn(usize) -> String,
    /// So many problems, so many checks without.
    pub found: fn(usize, usize) -> String,
    /// The sums of a domain: triggered, assessed, applicable.
    pub points: fn(u32, u32, u32) -> String,
    /// What the calendar is.
    pub calendar: &'static str,
    /// From which day a deadline was counted, and how.
    pub counted: fn(&str, &str) -> String,
    /// What the advice is.
    pub advice: &'static str,
    /// A question that would have to be answered in a way.
    pub change: fn(&str, &str) -> String,
    /// Between such changes.
    pub together: &'static str,
    /// With the changes, which findings would be gone.
    pub gone: fn(&str, &str) -> String,
    /// Domains in which nothing was found.
    pub fine: &'static str,
    /// The same, as far as they were assessed.
    pub fine_partly: &'static str,
    /// Domains of which nothing was assessed.
    pub unseen: &'static str,
    /// Domains that a quick check leaves out.
    pub not_quick: &'static str,
    /// Domains that do not concern the firm.
    pub not_concerned: &'static str,
    /// Names of domains, and how many checks they stand for.
    pub checks: fn(&str, usize) -> String,
}

/// What is to be found out, who helps, and what it rests on.
#[derive(Debug)]
pub struct Lists {
    /// What it means not to know.
    pub unknowns: &'static str,
    /// It was answered so.
    pub answered_unknown: &'static str,
    /// It was not answered.
    pub unanswered: &'static str,
    /// With what a service helps, and for which findings.
    pub service: fn(&str, &str) -> String,
    /// The number of a service, behind what it does.
    pub phone: fn(&str) -> String,
    /// Whom to ask for numbers.
    pub ask: &'static str,
    /// What the law makes free or easier.
    pub reliefs: &'static str,
    /// One such relief: service, what, articles, what is unsure.
    pub relief: fn([&str; 4]) -> String,
    /// Laws.
    pub laws: &'static str,
    /// Packs.
    pub packs: &'static str,
}
