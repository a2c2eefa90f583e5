//! Chinese inside another language: content of the packs in an English frame. Whoever shows it
//! marks it, so that a screen reader changes its voice and a browser its font.

/// A stretch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// In the language of the frame, or in none, such as figures.
    Frame(&'a str),
    /// Chinese.
    Chinese(&'a str),
}

/// A text cut where it goes from one language to the other.
///
/// What stands between two Chinese signs without a Latin letter belongs to them.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_chinese) {
        let (frame, from_here) = rest.split_at_checked(start).unwrap_or((rest, ""));
        let (chinese, after) =
            from_here.split_at_checked(stretch(from_here)).unwrap_or((from_here, ""));
        if !frame.is_empty() {
            pieces.push(Piece::Frame(frame));
        }
        pieces.push(Piece::Chinese(chinese));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Frame(rest));
    }
    pieces
}

/// How many bytes of a text that begins in Chinese are Chinese.
fn stretch(text: &str) -> usize {
    let mut end = 0;
    for (at, sign) in text.char_indices() {
        if is_chinese(sign) {
            end = at + sign.len_utf8();
        } else if sign.is_ascii_alphabetic() {
            break;
        }
    }
    end
}

/// Whether a sign is written in Chinese and not in English.
#[must_use]
pub fn is_chinese(sign: char) -> bool {
    matches!(sign,
        // Radicals, strokes, punctuation, phonetic signs and ideographs.
        '\u{2e80}'..='\u{303f}' | '\u{3100}'..='\u{312f}' | '\u{31a0}'..='\u{9fff}'
        // Ideographs for compatibility; full-width forms.
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use Piece::{Chinese, Frame};

    #[test]
    fn chinese_is_found_in_its_frame() {
        assert_eq!(pieces("Red"), [Frame("Red")]);
        assert_eq!(pieces(""), []);
        assert_eq!(
            pieces("Due: 工伤认定申请, 21 November 2026"),
            [Frame("Due: "), Chinese("工伤认定申请"), Frame(", 21 November 2026")]
        );
    }

    #[test]
    fn figures_inside_chinese_belong_to_it() {
        assert_eq!(pieces("第 12 条（2020）"), [Chinese("第 12 条（2020）")]);
        assert_eq!(pieces("甲 and 乙"), [Chinese("甲"), Frame(" and "), Chinese("乙")]);
    }

    #[test]
    fn nothing_is_lost() {
        let text = "1. 【红】A《法》b，c 𠀀";
        let whole: String = pieces(text)
            .iter()
            .map(|piece| match piece {
                Frame(text) | Chinese(text) => *text,
            })
            .collect();
        assert_eq!(whole, text);
    }
}
