//! 统一社会信用代码: form and check digit after GB 32100-2015.

use crate::texts::Texts;

/// The 31 signs that may stand in a code: digits and capitals without I, O, S, V, Z.
pub const SIGNS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Number of signs in a code.
pub const LENGTH: usize = 18;

/// The five parts of a code, as the standard groups its positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Position 1: who registers.
    Authority,
    /// Position 2: what kind of body it is.
    Kind,
    /// Positions 3 to 8: the administrative division.
    Division,
    /// Positions 9 to 17: the body itself, with a check digit of its own at the end.
    Subject,
    /// Position 18: the check digit of the whole.
    Check,
}

impl Part {
    /// All of them, in order.
    pub const ALL: [Self; 5] =
        [Self::Authority, Self::Kind, Self::Division, Self::Subject, Self::Check];

    /// How many signs it has.
    #[must_use]
    pub const fn length(self) -> usize {
        match self {
            Self::Authority | Self::Kind | Self::Check => 1,
            Self::Division => 6,
            Self::Subject => 9,
        }
    }

    /// The part of a position, which counts from 1.
    #[must_use]
    pub const fn of(position: usize) -> Self {
        match position {
            ..=1 => Self::Authority,
            2 => Self::Kind,
            3..=8 => Self::Division,
            9..=17 => Self::Subject,
            18.. => Self::Check,
        }
    }

    /// What the standard calls it.
    #[must_use]
    pub const fn word(self, texts: &Texts) -> &'static str {
        let [authority, kind, division, subject, check] = texts.problem.entry.uscc.parts;
        match self {
            Self::Authority => authority,
            Self::Kind => kind,
            Self::Division => division,
            Self::Subject => subject,
            Self::Check => check,
        }
    }
}

/// What is wrong with a code; positions count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UsccError {
    /// Not 18 signs.
    Length(usize),
    /// A sign that no code contains.
    Sign {
        /// Position from 1.
        position: usize,
        /// The sign as typed.
        sign: char,
    },
    /// The six signs of the administrative division must be digits.
    Division {
        /// Position from 1.
        position: usize,
    },
    /// The check digit does not fit the other seventeen.
    CheckDigit {
        /// The digit that would fit, if the other seventeen are right.
        expected: char,
        /// Whether the nine signs of the subject fit each other, so that the slip is elsewhere.
        subject_fits: bool,
    },
}

impl UsccError {
    /// What is told, and what to do.
    #[must_use]
    pub fn text(&self, texts: &Texts) -> String {
        let words = &texts.problem.entry.uscc;
        match self {
            Self::Length(signs) => (words.length)(*signs),
            Self::Sign { position, sign } => {
                (words.sign)(*position, Part::of(*position).word(texts), *sign)
            }
            Self::Division { position } => (words.division)(*position),
            Self::CheckDigit { expected, subject_fits } => {
                (words.check_digit)(*expected, *subject_fits)
            }
        }
    }
}

/// Checks a code and returns it in capitals without spaces.
///
/// # Errors
/// The first thing that is wrong, with its position.
pub fn check(text: &str) -> Result<String, UsccError> {
    let code: String =
        text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    let length = code.chars().count();
    if length != LENGTH {
        return Err(UsccError::Length(length));
    }
    let mut sum = 0;
    let mut weight = 1;
    let mut last = '0';
    for (at, sign) in code.chars().enumerate() {
        let position = at + 1;
        let value = SIGNS.find(sign).ok_or(UsccError::Sign { position, sign })?;
        if (3..=8).contains(&position) && !sign.is_ascii_digit() {
            return Err(UsccError::Division { position });
        }
        if position < LENGTH {
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        last = sign;
    }
    let expected = SIGNS.chars().nth((31 - sum % 31) % 31).unwrap_or('0');
    if expected == last {
        return Ok(code);
    }
    Err(UsccError::CheckDigit { expected, subject_fits: subject_fits(&code) })
}

/// Whether positions 9 to 17 fit each other: they are an 组织机构代码 after GB 11714-1997, whose
/// ninth sign checks the eight before it.
fn subject_fits(code: &str) -> bool {
    const WEIGHTS: [usize; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    // Letters count from 10 on, without the gaps of [`SIGNS`].
    let value = |sign: char| sign.to_digit(36).map_or(0, |value| value as usize);
    let mut subject = code.chars().skip(8).take(Part::Subject.length());
    let sum: usize = WEIGHTS.iter().zip(subject.by_ref()).map(|(w, sign)| w * value(sign)).sum();
    let expected = "0X987654321".chars().nth(sum % 11);
    expected == subject.next()
}

/// Every code that appears in a text such as the content of a barcode, each once, in order.
#[must_use]
pub fn find(text: &str) -> Vec<String> {
    let signs: Vec<char> = text.chars().map(|sign| sign.to_ascii_uppercase()).collect();
    let mut found: Vec<String> = Vec::new();
    for window in signs.windows(LENGTH) {
        if !window.iter().all(|sign| SIGNS.contains(*sign)) {
            continue;
        }
        if let Ok(code) = check(&window.iter().collect::<String>())
            && !found.contains(&code)
        {
            found.push(code);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Lang;

    #[test]
    fn published_codes_pass() {
        for code in ["9144030071526726XG", "91330100799655058B", "91350100M000100Y43"] {
            assert_eq!(check(code), Ok(code.to_owned()));
        }
        assert_eq!(check(" 9133 0100 7996 55058b "), Ok("91330100799655058B".to_owned()));
    }

    #[test]
    fn errors_name_the_position() {
        assert_eq!(check("91350100M000100Y4Z"), Err(UsccError::Sign { position: 18, sign: 'Z' }));
        assert_eq!(
            check("91350100M000100Y44"),
            Err(UsccError::CheckDigit { expected: '3', subject_fits: true })
        );
        assert_eq!(check("91A50100M000100Y43"), Err(UsccError::Division { position: 3 }));
        assert_eq!(check("9135"), Err(UsccError::Length(4)));
        assert_eq!(check("9135010OM000100Y43"), Err(UsccError::Sign { position: 8, sign: 'O' }));
    }

    #[test]
    fn a_slip_is_looked_for_in_the_right_part() {
        let fits = |code| match check(code) {
            Err(UsccError::CheckDigit { subject_fits, .. }) => subject_fits,
            other => panic!("{code}: {other:?}"),
        };
        assert!(fits("91330110799655058B"), "a slip in the division");
        assert!(!fits("91330100799656058B"), "a slip in the subject");
        let slip = check("9133010079965505OB").unwrap_err();
        assert!(slip.text(Lang::Zh.texts()).contains("主体标识码"));
        let parts: usize = Part::ALL.into_iter().map(Part::length).sum();
        assert_eq!(parts, LENGTH);
        let mut position = 0;
        for part in Part::ALL {
            for _ in 0..part.length() {
                position += 1;
                assert_eq!(Part::of(position), part);
            }
        }
    }

    #[test]
    fn codes_are_found_in_what_a_barcode_says() {
        let one = ["91330100799655058B".to_owned()];
        for text in [
            "91330100799655058B",
            "http://www.gsxt.gov.cn/?uniscid=91330100799655058b&sign=0",
            "代码:91330100799655058B;再写一次:91330100799655058B",
        ] {
            assert_eq!(find(text), one, "{text}");
        }
        assert!(find("91330100799655058C").is_empty());
        assert!(find("9133010079965505").is_empty());
        assert_eq!(find("91330100799655058B 91350100M000100Y43").len(), 2);
    }

    #[test]
    fn one_wrong_sign_is_always_caught() {
        let code: Vec<char> = "91330100799655058B".chars().collect();
        for at in 0..LENGTH {
            for sign in SIGNS.chars() {
                let mut wrong = code.clone();
                if wrong[at] == sign {
                    continue;
                }
                wrong[at] = sign;
                assert!(check(&wrong.into_iter().collect::<String>()).is_err());
            }
        }
    }
}
