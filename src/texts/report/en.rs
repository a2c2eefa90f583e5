//! In English.

use super::{Figures, Findings, Grades, Joints, Labels, Levels, Lists, Raised, Report, Verdict};
use crate::texts::counted;

pub(in crate::texts) const EN: Report = Report {
    name: "Enterprise Legal Health Check",
    title: "Enterprise Legal Health Check: Report",
    no_name: "(no company name given)",
    statement: "This is a first check that a program made from what the company entered itself. It reflects those entries only; it is not legal advice, and no authority or court is to establish facts by it. Have a lawyer look at it before any important decision; the public legal service hotline is 12348. Findings, articles and steps are in Chinese, the language that the law is binding in.",
    method: "Levels follow the usual method of risk management, likelihood × consequence: red from 15 points, or consequence 5 with likelihood 3 or more; orange from 10 to 14, yellow from 5 to 9, blue up to 4. Where a crime, the loss of a licence, a closure, detention or injury is at stake the level is orange at least; where a statutory deadline has passed it is red. The cut-offs were set for this program and are no national standard. What was answered “not sure” or not at all does not count for the index and only lowers the coverage; under a coverage of 60% there is no grade; with one red finding the verdict is “Act now”.",
    ratios: "Risk points are the sums of likelihood × consequence: applicable is what concerns the company, assessed is what of it was answered clearly. Index = 100 × (1 − problems ÷ assessed), coverage = assessed ÷ applicable.",
    joints: Joints {
        and: ", ",
        then: "; ",
        comma: ", ",
        colon: ": ",
        stop: ". ",
        end: ".",
        aside: |remark| format!(" ({remark})"),
        numbered: |place, heading| format!("{place}. {heading}"),
        pages: ["Page ", " of ", ""],
    },
    labels: Labels {
        day: "Day of the check",
        scope: "Scope",
        seal: "Seal",
        first: |count| match count {
            1 => "Do this first".to_owned(),
            many => format!("Do these {many} first"),
        },
        domains: "Area by area",
        findings: |count| match count {
            1 => "The one finding".to_owned(),
            many => format!("All {many} findings, gravest first"),
        },
        advice: "The fewest changes",
        calendar: "Deadlines",
        unknowns: |count| match count {
            1 => "One thing to find out".to_owned(),
            many => format!("{many} things to find out"),
        },
        fine: "Without problems, or not assessed",
        services: "Who helps",
        firm: "The company",
        sources: "Laws and questionnaires, with their versions",
        packs: "Versions of the questionnaires",
        method: "How it was worked out",
        facts: "Facts",
        basis: "Legal basis (the gist, not the text)",
        effects: "Consequences",
        money: "What it may cost",
        due: "Deadline",
        treatment: "What to do",
        evidence: "What to keep",
        help: "Who helps",
        working: "How the level came about",
        step: "First step",
        effort: "Time",
        cost: "May cost",
        find_out: "Where to look: ",
        domain_columns: ["Area", "Index", "Coverage", "Verdict"],
        calendar_columns: ["Matter", "Last day", "Left", "Legal basis and counting"],
    },
    verdict: Verdict {
        insufficient: |least, open, red| {
            let found = match red {
                0 => String::new(),
                1 => "; 1 red risk was found already, please see to it first".to_owned(),
                many => format!("; {many} red risks were found already, please see to them first"),
            };
            let open = counted(open, "question is", "questions are");
            format!("coverage is under {least}%, {open} to be found out{found}")
        },
        urgent: |red, orange| match orange {
            0 => format!("{} found", counted(red, "red risk", "red risks")),
            orange => {
                format!("{} and {orange} orange found", counted(red, "red risk", "red risks"))
            }
        },
        orange: |orange| {
            format!("no red risk, {} to see to", counted(orange, "orange risk", "orange risks"))
        },
        minor: |count| {
            format!("no red or orange risk, {} to improve", counted(count, "point", "points"))
        },
        none: "no problem was found in what was asked",
        gauge: |coverage| format!("legal health index · coverage {coverage}%"),
        gauge_line: |index, coverage| format!("Legal health index {index}; coverage {coverage}%"),
        count: |count| count.to_string(),
        matrix: "Likelihood × consequence:",
        matrix_cells: "Likelihood × consequence: the cells hold the numbers of the findings",
        likelihood: |number| format!("Likelihood {number}"),
        consequence: |number| format!("Consequence {number}"),
        numbers: |numbers| format!("no. {numbers}"),
    },
    levels: Levels { red: "Red", orange: "Orange", yellow: "Yellow", blue: "Blue" },
    grades: Grades {
        good: "Good",
        watch: "Needs attention",
        improve: "Needs putting right",
        urgent: "Act now",
        insufficient: "Not enough answers for a grade",
    },
    modes: ["Quick check", "Full check", "Chosen areas"],
    efforts: ["about an hour", "about a day", "about a week", "about a month", "with a lawyer"],
    raised: Raised {
        criminal: "criminal liability",
        revocation: "loss of a licence",
        closure: "suspension or closure of the business",
        detention: "detention",
        injury: "injury or death",
        overdue: "a statutory deadline has passed",
        orange: |reasons| format!("; at stake: {reasons}, so orange at least by rule"),
        red: |reasons| format!("; at stake: {reasons}, so red by rule"),
        missed: |title, day| format!("; the deadline “{title}” passed on {day}, so red by rule"),
    },
    figures: Figures {
        day: |day| day.format("%-d %B %Y").to_string(),
        yuan: |sum| format!("{sum} yuan"),
        most: |sum| format!("at most {sum} yuan"),
        between: |low, high| format!("{low} – {high} yuan"),
        total: |count, range| {
            let (sum, overlap) = match count {
                1 => (format!("1 finding has a figure: {range}. "), "It comes"),
                many => (
                    format!("{many} findings have a figure, together: {range}. "),
                    "They may overlap. Most of it comes",
                ),
            };
            format!(
                "{sum}{overlap} only under conditions, such as not putting things right in time; it is no forecast. What cannot be worked out is not in it."
            )
        },
        left: |days| match days {
            -1 => "passed 1 day ago".to_owned(),
            ..0 => format!("passed {} days ago", days.unsigned_abs()),
            0 => "today".to_owned(),
            1 => "1 day left".to_owned(),
            _ => format!("{days} days left"),
        },
        answered: |scope, count| {
            format!("{scope}, {} answered", counted(count, "question", "questions"))
        },
        packs: |count| counted(count, "questionnaire", "questionnaires"),
        sealed: |seal| format!("seal {seal}"),
        seal: |short, whole| {
            format!(
                "The seal {short} (in full {whole}) is the SM3 digest of all answers and results; it does not fit any more when anything is changed. A report file that is opened in this program is judged again by its answers; what it says of itself is not believed."
            )
        },
        working: |triggered, assessed, applicable| {
            format!(
                "index = 100 × (1 − problems {triggered} ÷ assessed {assessed}); coverage = assessed {assessed} ÷ applicable {applicable} (risk points, the sums of likelihood × consequence)"
            )
        },
        overall: |working| format!("Overall verdict: {working}."),
        score: |likelihood, consequence, score| {
            format!("Likelihood {likelihood} × consequence {consequence} = {score}")
        },
    },
    findings: Findings {
        how: |range, how| format!("{range}. How it was worked out: {how}"),
        missing: |questions| format!("Cannot be worked out yet; find out first: {questions}"),
        missing_some: "cannot be worked out yet; answer the questions about it first",
        partly: "Part of the legal basis was not read in full; the law in force holds.",
        unverified: "The legal basis was not checked; the law in force holds.",
        known: ", the law in force holds",
        nothing: "Too little was answered clearly; nothing was assessed",
        clear_partly: |clear| {
            format!(
                "{} without a problem, the rest is not clear",
                counted(clear, "check", "checks")
            )
        },
        clear: |clear| format!("{}, no problem", counted(clear, "check", "checks")),
        found: |found, clear| {
            let found = counted(found, "problem", "problems");
            match clear {
                0 => format!("{found} found"),
                clear => {
                    format!("{found} found, {} without", counted(clear, "check", "checks"))
                }
            }
        },
        points: |triggered, assessed, applicable| {
            format!(
                "Risk points: problems {triggered}, assessed {assessed}, applicable {applicable}"
            )
        },
        calendar: "Worked out from the days that were entered, as a reminder only. Where a document names a day, that day holds.",
        counted: |start, counted| format!("Counted from: {start}. {counted}"),
        advice: "The program tried this out by its rules: once it is really done, a new check does not show these red findings any more. Liability that has arisen already does not go away.",
        change: |question, answer| format!("“{question}” becomes “{answer}”"),
        together: ", and ",
        gone: |changes, titles| format!("If {changes}, these are gone: {titles}"),
        fine: "No problem found",
        fine_partly: "No problem in what was assessed; some is not clear",
        unseen: "Not clear; nothing was assessed",
        not_quick: "Not assessed in a quick check",
        not_concerned: "Nothing to assess, by what was entered",
        checks: |names, clear| format!("{names} ({})", counted(clear, "check", "checks")),
    },
    lists: Lists {
        unknowns: "Not knowing is neither a problem nor its absence. Answer when you have found out, and coverage and index are worked out again.",
        answered_unknown: "answered “not sure”",
        unanswered: "not answered",
        service: |what, numbers| format!("{what}. For no. {numbers}"),
        phone: |phone| format!(", phone {phone}"),
        ask: "For phone numbers and addresses that are not given, ask 12348.",
        reliefs: "What the law makes free, cheaper or easier:",
        relief: |[service, what, basis, unsure]| {
            let line = format!("{service}: {what}. Legal basis: {basis}. {unsure}");
            line.trim_end().to_owned()
        },
        laws: "Laws, in the edition in force on the day of the check:",
        packs: "Questionnaires; in brackets the first eight signs of the digest of their content:",
    },
};
