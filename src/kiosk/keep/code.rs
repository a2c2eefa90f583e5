//! 续填码: what opens kept work again. Only the person has it.

use std::fmt;

/// The signs of a code: none that is read or written as another one. There are 23, a prime, so that
/// the check sign finds every sign that is wrong and every two that changed places.
const SIGNS: [char; 23] = [
    '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'C', 'D', 'E', 'F', 'H', 'J', 'K', 'M', 'N', 'P',
    'R', 'T', 'W', 'X',
];
/// Letters that are no signs and were written for one.
const MEANT: [(char, char); 4] = [('B', '8'), ('G', '6'), ('S', '5'), ('Z', '2')];
/// Signs that are drawn; 23¹⁵ is more than 2⁶⁷.
const DRAWN: usize = 15;
/// Signs of a whole code: those and the check sign.
const LENGTH: usize = DRAWN + 1;
/// Signs of a group, as a code is shown.
const GROUP: usize = 4;

/// A whole code.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

/// Why what was typed is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeProblem {
    /// It has so many signs.
    Length(usize),
    /// No code has this sign.
    Sign(char),
    /// The check sign does not fit: a sign is wrong, or two changed places.
    Check,
}

impl Code {
    /// The code of some random bytes, which come from outside.
    #[must_use]
    pub fn draw(random: [u8; 16]) -> Self {
        let mut rest = u128::from_be_bytes(random);
        let count = SIGNS.len() as u128;
        let mut values = Vec::with_capacity(LENGTH);
        for _ in 0..DRAWN {
            // Less than 23.
            values.push(usize::try_from(rest % count).unwrap_or_default());
            rest /= count;
        }
        values.push(check(&values));
        Self(values.into_iter().filter_map(|value| SIGNS.get(value)).collect())
    }

    /// Reads a code as a person types it: with or without separators, in small letters, on a
    /// keyboard for Chinese.
    ///
    /// # Errors
    /// Why it cannot be one.
    pub fn read(typed: &str) -> Result<Self, CodeProblem> {
        let signs: Vec<char> = typed.chars().map(narrow).filter(|sign| !separates(*sign)).collect();
        let value = |sign: &char| {
            let found = SIGNS.iter().position(|known| known == sign);
            found.ok_or(CodeProblem::Sign(*sign))
        };
        let values: Vec<usize> = signs.iter().map(value).collect::<Result<_, _>>()?;
        match values.split_last() {
            Some((last, drawn)) if values.len() == LENGTH => {
                let fits = check(drawn) == *last;
                if fits { Ok(Self(signs.into_iter().collect())) } else { Err(CodeProblem::Check) }
            }
            _ => Err(CodeProblem::Length(values.len())),
        }
    }

    /// As it is shown and written down: in groups.
    #[must_use]
    pub fn shown(&self) -> String {
        let signs: Vec<char> = self.0.chars().collect();
        let groups: Vec<String> = signs.chunks(GROUP).map(|group| group.iter().collect()).collect();
        groups.join("-")
    }

    /// What the key is made from.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.0
    }
}

/// Never shown by accident.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

/// Each sign has a weight of its own: 1 to 15, and 22 for the check sign.
fn check(drawn: &[usize]) -> usize {
    let weighed: usize = drawn.iter().zip(1..).map(|(value, weight)| value * weight).sum();
    weighed % SIGNS.len()
}

/// The capital of a letter, also of a wide one; the sign that another one was meant for.
fn narrow(sign: char) -> char {
    let wide = u32::from(sign).checked_sub(0xfee0).and_then(char::from_u32);
    let sign = wide.filter(char::is_ascii_graphic).unwrap_or(sign).to_ascii_uppercase();
    MEANT.iter().find(|(written, _)| *written == sign).map_or(sign, |(_, meant)| *meant)
}

fn separates(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '-' | '–' | '—' | '_' | '.' | '·' | '。')
}
