//! What the keys on the screen do to what is typed. Pure: a text goes in, a text comes out.

mod code;
mod day;
mod number;
mod scanner;

pub use code::{Typed, code};
pub use day::{Bounds, Wheel, Wheels};
pub use number::number;
pub use scanner::{Key, Run, Step};

/// What a key types: full-width letters and digits are the same as narrow ones.
#[must_use]
pub fn narrow(sign: char) -> char {
    match sign {
        '\u{FF01}'..='\u{FF5E}' => {
            u32::from(sign).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(sign)
        }
        '\u{3000}' => ' ',
        '。' => '.',
        _ => sign,
    }
}
