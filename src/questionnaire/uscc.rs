//! 统一社会信用代码: form and check digit after GB 32100-2015.

use crate::texts::Texts;

/// The 31 signs that may stand in a code: digits and capitals without I, O, S, V, Z.
pub const SIGNS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Number of signs in a code.
pub const LENGTH: usize = 18;

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
    },
}

impl UsccError {
    /// What is told, and what to do.
    #[must_use]
    pub fn text(&self, texts: &Texts) -> String {
        let words = &texts.problem.entry.uscc;
        match self {
            Self::Length(signs) => (words.length)(*signs),
            Self::Sign { position, sign } => (words.sign)(*position, *sign),
            Self::Division { position } => (words.division)(*position),
            Self::CheckDigit { expected } => (words.check_digit)(*expected),
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
    if expected == last { Ok(code) } else { Err(UsccError::CheckDigit { expected }) }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(check("91350100M000100Y44"), Err(UsccError::CheckDigit { expected: '3' }));
        assert_eq!(check("91A50100M000100Y43"), Err(UsccError::Division { position: 3 }));
        assert_eq!(check("9135"), Err(UsccError::Length(4)));
        assert_eq!(check("9135010OM000100Y43"), Err(UsccError::Sign { position: 8, sign: 'O' }));
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
