//! Whole numbers of any size, and decimals as `± m × 10^e` where `m` does not end in zeros.

use rust_decimal::Decimal;

use super::mixed::{Reader, Writer};
use crate::questionnaire::model::Bound;
use crate::questionnaire::{Exact, Item, ItemKind};

/// Base of one group of a whole number; the digits from here to twice it say that more follow.
const GROUP: u32 = 16;
/// Most groups: 96 bits, which is what a decimal holds.
const GROUPS: usize = 24;
/// Most zeros that are left out at the end.
const ZEROS: u32 = 7;
/// Most places after the point of a decimal.
const PLACES: u32 = 28;

/// Writes a whole number, lowest group first.
pub(super) fn write_whole(writer: &mut Writer, mut number: u128) {
    while number >= u128::from(GROUP) {
        writer.push(group(number) + GROUP, 2 * GROUP);
        number /= u128::from(GROUP);
    }
    writer.push(group(number), 2 * GROUP);
}

fn group(number: u128) -> u32 {
    u32::try_from(number % u128::from(GROUP)).unwrap_or_default()
}

/// Reads what [`write_whole`] wrote; `None` beyond 96 bits.
pub(super) fn read_whole(reader: &mut Reader) -> Option<u128> {
    let mut number = 0;
    let mut unit = 1;
    for _ in 0..GROUPS {
        let digit = reader.take(2 * GROUP)?;
        number += u128::from(digit % GROUP) * unit;
        if digit < GROUP {
            return Some(number);
        }
        unit *= u128::from(GROUP);
    }
    None
}

/// Writes a decimal; `None` when it has more places than its question allows.
pub(super) fn write(writer: &mut Writer, item: &Item, number: Decimal) -> Option<()> {
    let number = number.normalize();
    let places = places(item);
    let mut shift = places.checked_sub(number.scale())?;
    let mut digits = number.mantissa().unsigned_abs();
    while digits > 0 && digits.is_multiple_of(10) && shift < places + ZEROS {
        digits /= 10;
        shift += 1;
    }
    if signed(item) {
        writer.push(u32::from(number.mantissa() < 0), 2);
    } else if number.mantissa() < 0 {
        return None;
    }
    writer.push(shift, places + ZEROS + 1);
    write_whole(writer, digits);
    Some(())
}

/// Reads what [`write`] wrote; `None` beyond what a decimal holds.
pub(super) fn read(reader: &mut Reader, item: &Item) -> Option<Decimal> {
    let places = places(item);
    let negative = signed(item) && reader.take(2)? == 1;
    let shift = reader.take(places + ZEROS + 1)?;
    let digits = i128::try_from(read_whole(reader)?).ok()?;
    let zeros = 10_i128.checked_pow(shift.saturating_sub(places))?;
    let digits = digits.checked_mul(if negative { -zeros } else { zeros })?;
    let number = Decimal::try_from_i128_with_scale(digits, places.saturating_sub(shift)).ok()?;
    Some(number.normalize())
}

/// Most places after the point that an answer can have.
fn places(item: &Item) -> u32 {
    if item.kind == ItemKind::Money { 2 } else { item.decimals.min(PLACES) }
}

/// Whether an answer can be below 0.
fn signed(item: &Item) -> bool {
    let from_zero = matches!(&item.min, Some(Bound::Number(Exact(min))) if *min >= Decimal::ZERO);
    !from_zero && (item.kind != ItemKind::Money || item.min.is_some())
}
