//! One generation of kept work, as bytes. The head is open and says nothing of the visit but the
//! day; the body is sealed together with it. The digest tells a damaged record from a wrong code,
//! without any key.

use chrono::NaiveDate;

use crate::report::digest;

/// Format and algorithms: PBKDF2 with SHA-256, AES-256-GCM. Another set gets another mark.
const MARK: [u8; 4] = *b"TJK1";
/// Rounds of PBKDF2 in a new record.
pub const ROUNDS: u32 = 600_000;
/// Most rounds that are believed: more would only hold the page up.
const MOST_ROUNDS: u32 = 10_000_000;
/// Characters of a digest.
const DIGEST: usize = 64;
/// How a day is written.
const DAY: &str = "%Y-%m-%d";

/// What stands open before the sealed body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Counts the steps that were kept.
    pub generation: u64,
    /// The day of the visit.
    pub on: NaiveDate,
    /// Rounds that the key was made with.
    pub rounds: u32,
    /// Salt that the key was made with.
    pub salt: [u8; 16],
    /// The number that is used once, for this record.
    pub once: [u8; 12],
}

/// A record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What stands open.
    pub head: Head,
    /// What is sealed, with its tag.
    pub body: Vec<u8>,
}

impl Head {
    /// Its bytes, which are sealed with the body.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let day = self.on.format(DAY).to_string();
        let parts: [&[u8]; 6] = [
            &MARK,
            &self.generation.to_be_bytes(),
            day.as_bytes(),
            &self.rounds.to_be_bytes(),
            &self.salt,
            &self.once,
        ];
        parts.concat()
    }

    fn read(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (mark, rest) = bytes.split_first_chunk::<4>()?;
        let (generation, rest) = rest.split_first_chunk::<8>()?;
        let (day, rest) = rest.split_first_chunk::<10>()?;
        let (rounds, rest) = rest.split_first_chunk::<4>()?;
        let (salt, rest) = rest.split_first_chunk::<16>()?;
        let (once, body) = rest.split_first_chunk::<12>()?;
        let on = NaiveDate::parse_from_str(std::str::from_utf8(day).ok()?, DAY).ok()?;
        let rounds = u32::from_be_bytes(*rounds);
        let sound = *mark == MARK && (ROUNDS..=MOST_ROUNDS).contains(&rounds);
        let generation = u64::from_be_bytes(*generation);
        sound.then_some((Self { generation, on, rounds, salt: *salt, once: *once }, body))
    }
}

impl Record {
    /// Its bytes, as they are stored.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.head.bytes();
        bytes.extend_from_slice(&self.body);
        let digest = digest(&bytes);
        bytes.extend_from_slice(digest.as_bytes());
        bytes
    }

    /// Reads a record; nothing when it is not as it was written.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (content, stored) = bytes.split_at_checked(bytes.len().checked_sub(DIGEST)?)?;
        if digest(content).as_bytes() != stored {
            return None;
        }
        let (head, body) = Head::read(content)?;
        Some(Self { head, body: body.to_vec() })
    }
}
