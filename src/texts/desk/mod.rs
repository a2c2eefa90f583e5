//! The lawyer's desk.

mod en;
mod signing;
mod zh;

pub(super) use en::EN;
use signing::{Key, Licence, Signing, Standings};
pub(super) use zh::ZH;

/// The lawyer's desk.
#[derive(Debug)]
pub struct Desk {
    /// Its name, and what opens it.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// What is lost when the desk is left.
    pub end_text: &'static str,
    /// Stays at the desk.
    pub end_stay: &'static str,
    /// The list of reports.
    pub queue: Queue,
    /// A report under review.
    pub review: Review,
    /// A form of the review.
    pub form: Form,
    /// Why a step was not taken.
    pub step: Step,
    /// What a signature is worth.
    pub standing: Standings,
    /// The lawyer and the key.
    pub key: Key,
    /// What is wrong with a licence number.
    pub licence: Licence,
    /// Signing, and what is handed out.
    pub signing: Signing,
}

/// The list of reports.
#[derive(Debug)]
pub struct Queue {
    /// Opens files.
    pub open: &'static str,
    /// That files can be dropped, too.
    pub drop: &'static str,
    /// The field for a link.
    pub link: &'static str,
    /// Opens it.
    pub open_link: &'static str,
    /// So many are read, of how many.
    pub reading: fn(usize, usize) -> String,
    /// Nothing is open.
    pub empty: &'static str,
    /// The columns: firm, day, verdict, reds, deadline, state.
    pub columns: [&'static str; 6],
    /// A firm that gave no name.
    pub no_name: &'static str,
    /// No deadline is ahead.
    pub no_deadline: &'static str,
    /// The states, the most urgent first: doubtful, waiting, begun, judged, changed, signed.
    pub states: [&'static str; 6],
    /// A file that cannot be opened, and why.
    pub refused: fn(&str, &str) -> String,
    /// What is wrong with a file that is open.
    pub wrong: fn(&str) -> String,
    /// So many copies were joined.
    pub joined: fn(usize) -> String,
    /// Something of it is not saved.
    pub unsaved: &'static str,
    /// Name of the order.
    pub order: &'static str,
    /// The orders: deadline, reds, day, firm, state.
    pub orders: [&'static str; 5],
    /// Name of the choice of a state.
    pub state: &'static str,
    /// All of them.
    pub all: &'static str,
    /// Only those with a red finding.
    pub red: &'static str,
    /// The field for a name.
    pub search: &'static str,
    /// So many are shown, of how many.
    pub shown: fn(usize, usize) -> String,
    /// How to use the keyboard.
    pub keys: &'static str,
    /// The file holds no finished report.
    pub no_report: &'static str,
    /// Its reviews cannot be read.
    pub unreadable: &'static str,
}

/// A report under review.
#[derive(Debug)]
pub struct Review {
    /// Day and seal of a report.
    pub report: fn(&str, &str) -> String,
    /// So many findings, so many of them judged.
    pub progress: fn(usize, usize) -> String,
    /// The spot where the file's soundness is told.
    pub trust: &'static str,
    /// The spot for the whole.
    pub whole: &'static str,
    /// The list of spots.
    pub spots: &'static str,
    /// The next finding.
    pub next: &'static str,
    /// The one before.
    pub previous: &'static str,
    /// The next one that nobody judged.
    pub next_open: &'static str,
    /// How to use the keyboard.
    pub keys: &'static str,
    /// The answers that caused a finding.
    pub because: &'static str,
    /// What can follow.
    pub effects: &'static str,
    /// What it rests on.
    pub basis: &'static str,
    /// What to do.
    pub treatment: &'static str,
    /// As the report had it, before a correction.
    pub before: fn(&str) -> String,
    /// The verdicts: open, confirmed, corrected, withdrawn.
    pub verdicts: [&'static str; 4],
    /// Two lawyers say different things.
    pub disputed: &'static str,
    /// It is right.
    pub confirm: &'static str,
    /// It is to be read otherwise.
    pub correct: &'static str,
    /// It does not apply.
    pub withdraw: &'static str,
    /// Asks the firm.
    pub ask: &'static str,
    /// What came of it.
    pub outcome: &'static str,
    /// Adds a finding.
    pub add: &'static str,
    /// Writes the opinion.
    pub opinion: &'static str,
    /// Takes a step back.
    pub retract: &'static str,
    /// The history, as a heading.
    pub history: &'static str,
    /// Nothing was done yet.
    pub no_history: &'static str,
    /// A step that was taken back, behind it.
    pub retracted: &'static str,
    /// Who did it: name, firm, time.
    pub by: fn(&str, &str, &str) -> String,
    /// The reason, as a label.
    pub reason: &'static str,
    /// What was done, as the history names it: confirmed, corrected, withdrew, added, asked,
    /// opinion, outcome, retracted.
    pub acts: [&'static str; 8],
    /// Kinds of outcome: risk avoided, money recovered, service taken.
    pub outcomes: [&'static str; 3],
    /// Findings that were added.
    pub added: &'static str,
    /// Questions to the firm.
    pub questions: &'static str,
    /// The packs of the report, as a heading.
    pub packs: &'static str,
    /// They are those of today.
    pub same_packs: &'static str,
    /// They are not.
    pub other_packs: &'static str,
    /// Law that changed since, as a heading.
    pub recalled: &'static str,
    /// None did.
    pub nothing_recalled: &'static str,
    /// Signatures under the review, as a heading.
    pub signatures: &'static str,
    /// Nobody signed.
    pub nobody_signed: &'static str,
    /// Nobody said yet who reviews.
    pub who: &'static str,
    /// Leads to where it is said.
    pub say_who: &'static str,
    /// That the report stays as it is.
    pub overlay: &'static str,
}

/// A form of the review.
#[derive(Debug)]
pub struct Form {
    /// Level.
    pub level: &'static str,
    /// Title.
    pub title: &'static str,
    /// What can follow.
    pub effects: &'static str,
    /// What to do, a line each.
    pub treatment: &'static str,
    /// Why.
    pub reason: &'static str,
    /// The question to the firm.
    pub question: &'static str,
    /// Kind of outcome.
    pub kind: &'static str,
    /// Yuan, where there is a sum.
    pub yuan: &'static str,
    /// What happened.
    pub note: &'static str,
    /// Domain.
    pub domain: &'static str,
    /// The law that it rests on.
    pub basis: &'static str,
    /// The opinion.
    pub text: &'static str,
    /// Nothing chosen.
    pub choose: &'static str,
    /// Takes the step.
    pub keep: &'static str,
    /// Drops what was written.
    pub cancel: &'static str,
}

/// Why a step was not taken.
#[derive(Debug)]
pub struct Step {
    /// Nobody is named.
    pub nobody: &'static str,
    /// A reason is owed.
    pub reason: &'static str,
    /// There is nothing in it.
    pub empty: &'static str,
    /// A text is too long.
    pub too_long: &'static str,
    /// There are too many steps.
    pub too_many: &'static str,
    /// A step that is not there was to be taken back.
    pub no_step: &'static str,
    /// What stands for yuan is no sum.
    pub yuan: &'static str,
}
