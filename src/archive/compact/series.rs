//! A check that is too long for one code, as numbered parts.
//!
//! | bytes | content |
//! |---|---|
//! | 1 | the sign of a part |
//! | 4 | beginning of the SM3 digest of the whole, the same in all parts |
//! | 1, 1 | number of the part from 1, and how many there are |
//! | … | a piece of the whole |
//! | 4 | beginning of the SM3 digest of all bytes before |

use std::collections::BTreeMap;

use super::{CHECK, CompactError, MAX_BYTES, PART, WHOLE, sealed, sm3_prefix, unsealed};

/// Most parts of a series.
pub const MAX_PARTS: usize = 16;
/// Bytes of a part that make, as a link of usual length, a QR code of version 20 or less at level M.
pub const PART_BYTES: usize = 560;
/// Bytes of a part that are not content.
const AROUND: usize = 1 + ID + 2 + CHECK;
/// Bytes of the id.
const ID: usize = 4;

/// Splits the bytes of a check into parts of at most `limit` bytes; what fits stays whole.
///
/// # Errors
/// When more than [`MAX_PARTS`] are needed.
pub fn split(payload: &[u8], limit: usize) -> Result<Vec<Vec<u8>>, CompactError> {
    if payload.len() <= limit {
        return Ok(vec![payload.to_vec()]);
    }
    let room = limit.checked_sub(AROUND).filter(|room| *room > 0);
    let room = room.ok_or(CompactError::TooManyParts)?;
    let count = payload.len().div_ceil(room);
    if count > MAX_PARTS {
        return Err(CompactError::TooManyParts);
    }
    let of = u8::try_from(count).map_err(|_| CompactError::TooManyParts)?;
    // Parts of about the same length give codes of the same size.
    let pieces = payload.chunks(payload.len().div_ceil(count));
    Ok((1..=of).zip(pieces).map(|(number, piece)| part(payload, number, of, piece)).collect())
}

fn part(payload: &[u8], number: u8, of: u8, piece: &[u8]) -> Vec<u8> {
    let mut bytes = vec![PART];
    bytes.extend(sm3_prefix::<ID>(payload));
    bytes.extend([number, of]);
    bytes.extend(piece);
    sealed(bytes)
}

/// Parts that were read so far, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// Id and number of parts of the first one read.
    of: Option<([u8; ID], u8)>,
    pieces: BTreeMap<u8, Vec<u8>>,
}

impl Series {
    /// Takes a part, or a whole check as the only part of its series. A part that was read before
    /// changes nothing.
    ///
    /// # Errors
    /// Bytes that are no part, or one of another series; what was read before stays.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), CompactError> {
        let part = Part::read(bytes)?;
        let known = self.pieces.get(&part.number);
        let other = self.of.is_some_and(|of| of != (part.id, part.of));
        if other || known.is_some_and(|piece| piece != part.piece) {
            return Err(CompactError::OtherSeries);
        }
        self.of = Some((part.id, part.of));
        self.pieces.insert(part.number, part.piece.to_vec());
        Ok(())
    }

    /// How many parts there are; `None` before the first.
    #[must_use]
    pub fn of(&self) -> Option<u8> {
        self.of.map(|(_, of)| of)
    }

    /// Numbers of the parts that are still to come, from 1.
    #[must_use]
    pub fn missing(&self) -> Vec<u8> {
        let all = 1..=self.of().unwrap_or_default();
        all.filter(|number| !self.pieces.contains_key(number)).collect()
    }

    /// The bytes of the whole check.
    ///
    /// # Errors
    /// Which parts are missing, or that they do not make the whole that they were cut from.
    pub fn payload(&self) -> Result<Vec<u8>, CompactError> {
        let (id, of) = self.of.ok_or(CompactError::TooShort)?;
        let numbers = self.missing();
        if !numbers.is_empty() {
            return Err(CompactError::Missing { numbers, of });
        }
        let payload: Vec<u8> = self.pieces.values().flatten().copied().collect();
        if sm3_prefix(&payload) != id {
            return Err(CompactError::Damaged);
        }
        Ok(payload)
    }
}

/// One part, as read.
struct Part<'a> {
    id: [u8; ID],
    number: u8,
    of: u8,
    piece: &'a [u8],
}

impl<'a> Part<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self, CompactError> {
        if bytes.len() > MAX_BYTES {
            return Err(CompactError::TooLong);
        }
        match bytes.first() {
            None => return Err(CompactError::TooShort),
            Some(&PART | &WHOLE) => {}
            Some(other) => return Err(CompactError::Version(*other)),
        }
        let content = unsealed(bytes)?;
        if content.first() == Some(&WHOLE) {
            return Ok(Self { id: sm3_prefix(bytes), number: 1, of: 1, piece: bytes });
        }
        let content = content.split_first().map(|(_, rest)| rest).unwrap_or_default();
        let (id, rest) = content.split_first_chunk().ok_or(CompactError::TooShort)?;
        match rest {
            [number, of, piece @ ..] if in_range(*number, *of) && !piece.is_empty() => {
                Ok(Self { id: *id, number: *number, of: *of, piece })
            }
            _ => Err(CompactError::Content),
        }
    }
}

fn in_range(number: u8, of: u8) -> bool {
    (1..=of).contains(&number) && usize::from(of) <= MAX_PARTS
}

/// What is wrong with a part where a whole check is wanted.
pub(super) fn is_part(bytes: &[u8]) -> CompactError {
    match Part::read(bytes) {
        Ok(part) => CompactError::IsPart { number: part.number, of: part.of },
        Err(error) => error,
    }
}
