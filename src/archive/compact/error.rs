//! Why a check was not written or not read, as a message that a person can act on.

use std::fmt;

use super::{MAX_BYTES, MAX_PARTS, MAX_TEXT};

/// Why a check was not written or not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompactError {
    /// An answer that its question does not accept, by `link_id`.
    Answer(String),
    /// The day of the check is not between 2000 and 2179.
    Day,
    /// A topic that is no pack, or more topics than packs.
    Topics,
    /// More bytes than allowed.
    TooLong,
    /// More signs of text than allowed.
    TextTooLong,
    /// Too little for a check.
    TooShort,
    /// A sign that does not occur in the text form, or one that is left over.
    Sign {
        /// Position in the text form, from 1.
        position: usize,
    },
    /// Bytes of another version of the format.
    Version(u8),
    /// The check at the end does not fit.
    Damaged,
    /// Made with other packs.
    OtherPacks,
    /// Whole, but no check that this program would write.
    Content,
    /// One part of a series where a whole check is wanted.
    IsPart {
        /// Number of the part, from 1.
        number: u8,
        /// How many parts there are.
        of: u8,
    },
    /// A part of another series.
    OtherSeries,
    /// Parts that are still to come.
    Missing {
        /// Their numbers, from 1.
        numbers: Vec<u8>,
        /// How many parts there are.
        of: u8,
    },
    /// Would need more parts than allowed.
    TooManyParts,
    /// Does not fit one QR code.
    QrFull,
}

impl fmt::Display for CompactError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(link_id) => write!(f, "{link_id} 的答案不合这一题，请重新回答这一题。"),
            Self::Day => f.write_str("体检日期不在 2000 年到 2179 年之间，请检查本机的日期。"),
            Self::Topics => f.write_str("所选专题与本机的问卷对不上，请重新选择专题。"),
            Self::TooLong => {
                write!(f, "内容超过 {MAX_BYTES} 字节，做不成代码。请改用文件保存。")
            }
            Self::TextTooLong => {
                write!(f, "链接里的代码超过 {MAX_TEXT} 个字符。请改用文件保存，或检查链接。")
            }
            Self::TooShort => f.write_str("代码不完整，请重新扫描，或复制整条链接。"),
            Self::Sign { position } => {
                write!(f, "代码第 {position} 个字符不对，请重新扫描，或复制整条链接。")
            }
            Self::Version(found) => {
                write!(
                    f,
                    "代码的格式（{found}）本程序不认识。请更新程序，或检查代码是不是体检代码。"
                )
            }
            Self::Damaged => f.write_str("代码缺损或抄错了，请重新扫描，或复制整条链接。"),
            Self::OtherPacks => f.write_str(
                "这份代码是用另一版问卷做的，本机读不了。请在做这份体检的机器上打开，或重新体检。",
            ),
            Self::Content => f.write_str("代码的内容不合问卷，不是本程序做的。请重新体检。"),
            Self::IsPart { number, of } => {
                write!(f, "这是 {of} 张代码中的第 {number} 张，请接着扫描其余几张。")
            }
            Self::OtherSeries => {
                f.write_str("这一张属于另一份体检，没有采用。请扫描同一份的代码。")
            }
            Self::Missing { numbers, of } => {
                let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
                write!(f, "共 {of} 张代码，还缺第 {} 张，请接着扫描。", numbers.join("、"))
            }
            Self::TooManyParts => {
                write!(f, "内容要分成 {MAX_PARTS} 张以上的代码。请改用文件保存。")
            }
            Self::QrFull => f.write_str("内容一张二维码放不下，请分成几张，或改用文件保存。"),
        }
    }
}

impl std::error::Error for CompactError {}
