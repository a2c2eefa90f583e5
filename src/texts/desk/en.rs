//! In English.

use super::super::counted;
use super::{Desk, Form, Key, Licence, Queue, Review, Signing, Standings, Step};

pub(in crate::texts) const EN: Desk = Desk {
    name: "Lawyer’s review",
    about: "Open the reports that companies bring, check each finding, sign, and hand the file back. Nothing is uploaded; reports are only in the memory of this machine.",
    end_text: "The open reports, reviews that were not saved, and the key are erased from the memory of this machine and cannot be restored. To keep a review, save the company’s file first.",
    end_stay: "Go on reviewing",
    queue: QUEUE,
    review: REVIEW,
    form: FORM,
    step: STEP,
    standing: STANDING,
    key: KEY,
    licence: LICENCE,
    signing: SIGNING,
};

const QUEUE: Queue = Queue {
    open: "Open report files (one or many)",
    drop: "Files can be dropped on this page, too.",
    link: "Link of a report",
    open_link: "Open the link",
    reading: |read, total| format!("Opening: {read} of {total}"),
    empty: "No report is open.",
    columns: ["Company", "Day of the check", "Verdict", "Red", "Next deadline", "State"],
    no_name: "(no name given)",
    no_deadline: "—",
    states: [
        "doubtful",
        "to be reviewed",
        "being reviewed",
        "to be signed",
        "changed after signing",
        "signed",
    ],
    refused: |name, why| format!("{name}: not opened. {why}"),
    wrong: |why| format!("Note: {why}"),
    joined: |copies| format!("{copies} copies of this report are open; their reviews were joined"),
    unsaved: "not saved yet",
    order: "Order",
    orders: ["Next deadline", "Most red", "Day of the check", "Company", "State"],
    state: "State",
    all: "All",
    red: "Only those with red",
    search: "Find a company",
    shown: |shown, all| format!("{shown} of {} shown", counted(all, "report", "reports")),
    keys: "Keyboard: ↑ ↓ to choose, Enter to open, / to find a company.",
    no_report: "The file holds no finished report. Please have the company make its report and save the file again.",
    unreadable: "The lawyer’s review in the file cannot be read. It is left as it is and cannot be gone on with here. Please use the file as it was saved, or a later version of the program.",
};

const REVIEW: Review = Review {
    report: |day, seal| format!("Report of {day}, seal {seal}."),
    progress: |all, judged| format!("{}, {judged} looked at", counted(all, "finding", "findings")),
    trust: "Whether the report can be relied on",
    whole: "Opinion and additions",
    spots: "Findings",
    next: "Next ›",
    previous: "‹ Previous",
    next_open: "Next one not looked at",
    keys: "Keyboard: with the focus in this column, ↑ ↓ to move, C to confirm.",
    because: "What the company answered",
    effects: "What can follow",
    basis: "Rests on",
    treatment: "What to do",
    before: |text| format!("In the report: {text}"),
    verdicts: ["not looked at", "confirmed", "corrected", "withdrawn"],
    disputed: "Two lawyers say different things of this finding; see the history below.",
    confirm: "Confirm",
    correct: "Correct",
    withdraw: "Withdraw",
    ask: "Ask the company",
    outcome: "Record an outcome",
    add: "Add a finding",
    opinion: "Write the opinion",
    retract: "Take this step back",
    history: "History",
    no_history: "Nobody has looked at it yet.",
    retracted: " (taken back)",
    by: |name, firm, at| format!("{name} ({firm}) {at}"),
    reason: "Reason",
    acts: [
        "Confirmed",
        "Corrected",
        "Withdrawn",
        "Added",
        "Asked",
        "Opinion",
        "Outcome",
        "Taken back",
    ],
    outcomes: ["Risk avoided", "Money recovered", "Service taken up"],
    added: "Findings that the lawyer added",
    questions: "Questions to the company",
    packs: "Questionnaires of the report",
    same_packs: "the same as on this machine",
    other_packs: "not those of this machine",
    recalled: "Law that changed after the check",
    nothing_recalled: "No article that the report rests on has changed.",
    signatures: "Signatures",
    nobody_signed: "No lawyer has signed.",
    who: "A review says who made it. Please give name, firm and licence number first.",
    say_who: "Say who reviews",
    overlay: "The review is kept beside the report; answers and report stay as they are.",
};

const FORM: Form = Form {
    level: "Level",
    title: "Problem",
    effects: "What can follow",
    treatment: "What to do (a line each)",
    reason: "Reason (required)",
    question: "Question to the company",
    kind: "Which outcome",
    yuan: "Sum in yuan (may be left out)",
    note: "What happened",
    domain: "Domain",
    basis: "Law that it rests on",
    text: "Opinion on the whole",
    choose: "Please choose",
    keep: "Keep",
    cancel: "Do not keep",
};

const STEP: Step = Step {
    nobody: "Nobody is named as reviewer. Please give name, firm and licence number first.",
    reason: "Please say why: the company and later reviewers must be able to see it.",
    empty: "Nothing was filled in, or nothing differs.",
    too_long: "A text can have 4000 characters at most. Please write it in parts.",
    too_many: "This review has 2000 steps already.",
    no_step: "The step that was to be taken back is not in this review.",
    yuan: "A sum is a number of yuan, for example 12000. Leave it empty if there is none.",
};

const STANDING: Standings = Standings {
    holds: |key| format!("the signature holds and nothing was changed after it; {key}"),
    later: |steps, key| {
        let steps = counted(steps, "step", "steps");
        format!("the signature holds, but {steps} came after it, which it does not cover; {key}")
    },
    broken: "the signature does not hold: what was signed was changed, or another key made it",
    incomplete: "the signature does not hold: a part of what was signed is missing",
    unknown: "this version does not know the algorithm of the signature; it was not verified",
    unchecked: "the signature was not verified yet",
    listed: "the bureau’s list has the key for this lawyer",
    anothers: "the bureau’s list has the key for another lawyer",
    unlisted: "the key is not on the bureau’s list; please check the signer’s identity otherwise",
};

const KEY: Key = Key {
    heading: "Reviewer and key",
    name: "Name of the lawyer",
    firm: "Law firm",
    licence: "Licence number",
    licence_hint: "17 digits, on the first page of the licence",
    keep: "Keep the reviewer",
    kept: "For this session only; progress that is kept on this machine keeps it too, encrypted.",
    no_name: "Please give the name of the lawyer.",
    no_firm: "Please give the name of the law firm.",
    key: "Key for signing",
    about: "The key is in a file that you keep yourself, encrypted under a passphrase; neither this machine nor any server keeps it. Nobody can open it without the passphrase.",
    open: "Open a key file",
    chosen: |name, firm| format!("Key file: {name} ({firm})"),
    unlock: "Open with the passphrase",
    new: "No key yet: make one",
    new_text: "The browser saves a key file. Please put it where only you can reach it, and give the public key below to the bureau.",
    make: "Make a key and save the file",
    passphrase: "Passphrase",
    again: "The passphrase once more",
    short: |least| {
        format!(
            "A passphrase has {least} characters at least. A sentence that only you know will do."
        )
    },
    differ: "The two passphrases differ. Please type them again.",
    ready: |name, firm| format!("The key is open: {name} ({firm})"),
    public: "Public key (for the bureau’s list)",
    working: "Working, please wait…",
    drop: "Put the key away",
    file_name: |licence| format!("lawyer-key-{licence}.json"),
    not_ours: "This is no key file of this program, or it is damaged. Please choose the file that was saved with the key.",
    unknown: "This version does not know the format of the key file. Please use a later version.",
    rounds: "The key file asks for more or fewer rounds than are allowed. It was not opened. Please make a new key.",
    wrong: "The passphrase is wrong, or the key file was changed. Please try again.",
    no_crypto: "The browser cannot sign or verify at this address: it must begin with https, or be this machine. Please open the program at a secure address, or tell whoever runs it.",
    failed: "The browser did not do it. Please try again, or use a newer browser.",
    anothers: "The key that is open belongs to another lawyer. Please change the reviewer, or open another key.",
};

const LICENCE: Licence = Licence {
    length: |right, typed| {
        format!(
            "A licence number has {right} digits, not {typed}. Please check it with the licence."
        )
    },
    kind: "The first digit of a licence number is 1. Please check it with the licence.",
    province: "Digits 2 and 3 of the licence number name no province. Please check it with the licence.",
    year: "Digits 6 to 9 of the licence number are the year of the first licence. Please check it with the licence.",
    practice: "Digit 10 of the licence number is 1 to 9. Please check it with the licence.",
    eleventh: "Digit 11 of the licence number is 0 or 1. Please check it with the licence.",
};

const SIGNING: Signing = Signing {
    heading: "Sign and hand over",
    about: "A signature covers the seal of the report and every step of the review so far; whoever opens the file sees any later change.",
    open: |findings| {
        let findings = counted(findings, "finding was", "findings were");
        format!("{findings} not looked at. You can sign; the letter names them.")
    },
    doubtful: "The report does not say what its answers give, or cannot be worked out again with its own questionnaires. It cannot be signed. Please ask for the file as it was saved, or for a new check.",
    nothing: "There is no review yet, so there is nothing to sign.",
    no_key: "Open the key before you sign.",
    sign: "Sign",
    letter: "Head of the letter",
    number: "Number of the letter (may be left out)",
    address: "Address of the law firm (may be left out)",
    phone: "Telephone of the law firm (may be left out)",
    show: "See the letter ›",
    out: "Hand over",
    file: "Save the company’s file",
    word: "Save the letter (Word)",
    data: "Save the review as data (JSON)",
    file_name: |day, seal| format!("legal-check-{day}-{seal}-reviewed.html"),
    word_name: |day, seal| format!("legal-opinion-{day}-{seal}.docx"),
    data_name: |day, seal| format!("review-{day}-{seal}.json"),
    part: |name| format!("Lawyer’s review: {name}"),
    word_on: "The lawyer says",
};
