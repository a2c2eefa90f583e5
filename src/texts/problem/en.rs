//! In English.

use super::{Code, Entry, Fields, Opened, Outside, Problem, Uscc};
use crate::texts::counted;

pub(in crate::texts) const EN: Problem = Problem {
    entry: Entry {
        empty: "Nothing is entered yet. Enter something, or choose “Not sure”.",
        wrong_type: |wanted| format!("This question asks for something else: {wanted}."),
        unknown_code: |code, offered| format!("“{code}” is not offered. Choose one of: {offered}."),
        exclusive: |label| {
            format!("“{label}” cannot stand beside other choices. Please take one side away.")
        },
        not_offered: |word| format!("This question cannot be answered with “{word}”."),
        not_a_number: |text| format!("“{text}” is not a number. Please enter digits only."),
        whole: "Please enter a whole number, without a decimal point.",
        decimals: |allowed| match allowed {
            1 => "At most 1 decimal.".to_owned(),
            many => format!("At most {many} decimals."),
        },
        between: |min, max| format!("Please enter a value from {min} to {max}."),
        at_least: |min| format!("It cannot be less (earlier) than {min}."),
        at_most: |max| format!("It cannot be more (later) than {max}."),
        out_of_range: "This is out of range.",
        not_a_date: |text, form| {
            format!("“{text}” is not a day of the calendar. Please write it like “{form}”.")
        },
        too_long: |allowed, found| {
            format!("At most {allowed} characters; now there are {found}. Please shorten it.")
        },
        invisible: "There are invisible characters in it. Please delete them and enter it again.",
        uscc: Uscc {
            length: |n| {
                let signs = counted(n, "character", "characters");
                format!(
                    "A unified social credit code has 18 characters; this is {signs}. Please compare it with the business licence."
                )
            },
            sign: |position, sign| {
                format!(
                    "Character {position}, “{sign}”, does not occur in such a code (digits and capitals except I, O, S, V, Z only). Please compare it with the business licence."
                )
            },
            division: |position| {
                format!(
                    "Character {position} must be a digit (3 to 8 are the code of the place of registration). Please check it."
                )
            },
            check_digit: |expected| {
                format!(
                    "The check character, number 18, does not fit: by the first 17 it should be “{expected}”. Please check the last one, then the others."
                )
            },
        },
    },
    field: Fields {
        name: "Please enter the name. The name only, never the secret itself.",
        class: "Please choose a class.",
        post: "Please enter the name of the post.",
        signed_ahead: "The day of signing cannot be after today. Leave it empty if it is not signed yet.",
        signed_missing: "There is an end, so please enter the day of signing too.",
        ends_before_signed: "The end cannot be before the day of signing.",
        ends_before_left: "The non-compete cannot end before the day of leaving.",
        no_term: "There is a compensation, so please enter the months or the end of the non-compete too.",
    },
    file: Opened {
        too_big: "The file is larger than 8 MB and not a legal health file. Please choose another.",
        empty: "The file is empty. Please choose another, or save it once more.",
        not_utf8: "The file is not in UTF-8 (it may have been saved as GBK, or is no text). Please use the file as it was saved.",
        not_ours: "This is not a legal health file, or it was not saved completely. Please choose a file that this program saved.",
        cut_off: "The file ends in the middle. Please save it or copy it once more.",
        damaged: |name| {
            format!(
                "The file is damaged (“{name}” cannot be read). Please use the file as it was saved."
            )
        },
        damaged_at: |line, column| {
            format!(
                "The file is damaged (at line {line}, column {column}). Please use the file as it was saved."
            )
        },
        too_deep: "The content of the file is nested too deeply; it is not a legal health file. Please choose another.",
        twice: |name| {
            format!(
                "“{name}” stands twice in the file, and nobody can tell which holds. Please use the file as it was saved."
            )
        },
        two_files: "There are two legal health files in this one, and nobody can tell which holds. Please use the file as it was saved.",
        too_many: "There are more than 100 checks in the file. Please save them in several files.",
        future: "A later version of the program made this file. Please open it with that version.",
    },
    code: Code {
        answer: |link_id| {
            format!("The answer to {link_id} does not fit its question. Please answer it again.")
        },
        day: "The day of the check is not between 2000 and 2179. Please check the date of this machine.",
        topics: "The chosen areas do not fit the questionnaire of this machine. Please choose again.",
        too_long: |bytes| {
            format!("This is more than {bytes} bytes and fits no code. Please save a file instead.")
        },
        text_too_long: |signs| {
            format!(
                "The code in the link is longer than {signs} characters. Please save a file instead, or check the link."
            )
        },
        too_short: "The code is incomplete. Please scan it again, or copy the whole link.",
        sign: |position| {
            format!(
                "Character {position} of the code is wrong. Please scan it again, or copy the whole link."
            )
        },
        version: |found| {
            format!(
                "This program does not know the format of the code ({found}). Please update it, or check that it is a code of this program."
            )
        },
        damaged: "The code is damaged or was copied wrongly. Please scan it again, or copy the whole link.",
        other_packs: "The code was made with another version of the questionnaire and cannot be read here. Please open it on the machine that made it, or do the check again.",
        content: "The content of the code does not fit the questionnaire; this program did not make it. Please do the check again.",
        is_part: |number, of| format!("This is code {number} of {of}. Please scan the others too."),
        other_series: "This code belongs to another check and was not used. Please scan the codes of one check.",
        missing: |numbers, of| {
            format!(
                "There are {of} codes; still missing: {}. Please scan them.",
                numbers.join(", ")
            )
        },
        too_many_parts: |most| {
            format!("This needs more than {most} codes. Please save a file instead.")
        },
        qr_full: "This does not fit one QR code. Please use several, or save a file instead.",
    },
    outside: Outside {
        no_chooser: "The browser does not let you choose a file. Please use another computer.",
        no_saving: "The browser does not let the program save a file. Please print, or use another computer.",
        too_big: "The file is larger than 8 MB; this program did not save it. Please choose another.",
        unreadable: "The file cannot be read. Please copy it to this machine and try again.",
        no_word: "The program that makes Word files is not there. Please check the network and try again; otherwise save a web page, or print.",
        word_late: "Making the Word file takes too long. Please try again; otherwise save a web page, or print.",
        word_failed: |said| {
            format!("No Word file was made ({said}). You can save a web page instead, or print.")
        },
        catalog: "The list of the questionnaires cannot be read. Please reload the page; if that does not help, ask the maintainers to deploy it again.",
        incomplete: |file| {
            format!(
                "The questionnaire was not downloaded completely ({file}). Please check the network and choose “Try again”."
            )
        },
        tampered: |file| {
            format!(
                "A file of the questionnaire is not as it was published ({file}) and cannot be used. Please reload the page; if that does not help, ask the maintainers."
            )
        },
        other_version: |file| {
            format!(
                "A file of the questionnaire is of another version than the program ({file}). Please reload the page."
            )
        },
        packs: |problem| {
            format!("The questionnaire has an error: {problem}. Please ask the maintainers.")
        },
    },
    register_full: |most| format!("At most {most} entries. Please delete what matters least."),
    remedy_day: "The day must be today or earlier.",
};
