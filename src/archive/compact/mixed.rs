//! One large number whose digits each have a base of their own (mixed radix). Nothing is lost to
//! rounding: `n` digits of base 3 take `n × log2(3)` bits.

/// Bytes of one limb of the number.
const LIMB: usize = 4;

/// Digits to be written.
#[derive(Default)]
pub(super) struct Writer(Vec<(u32, u32)>);

impl Writer {
    /// Adds a digit, which is under its base.
    pub(super) fn push(&mut self, digit: u32, base: u32) {
        debug_assert!(digit < base, "{digit} is no digit of base {base}");
        self.0.push((digit, base));
    }

    /// The number, lowest byte first, without zeros at the end.
    pub(super) fn finish(self) -> Vec<u8> {
        let mut limbs: Vec<u32> = Vec::new();
        for (digit, base) in self.0.into_iter().rev() {
            let mut carry = u64::from(digit);
            for limb in &mut limbs {
                carry += u64::from(*limb) * u64::from(base);
                *limb = low(carry);
                carry >>= u32::BITS;
            }
            if carry > 0 {
                limbs.push(low(carry));
            }
        }
        let mut bytes: Vec<u8> = limbs.into_iter().flat_map(u32::to_le_bytes).collect();
        while bytes.last() == Some(&0) {
            bytes.pop();
        }
        bytes
    }
}

/// A number whose digits are read in the order in which they were written.
pub(super) struct Reader(Vec<u32>);

impl Reader {
    /// A number, lowest byte first.
    pub(super) fn new(bytes: &[u8]) -> Self {
        let limb =
            |bytes: &[u8]| bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
        Self(bytes.chunks(LIMB).map(limb).collect())
    }

    /// The next digit of a base. When the number is used up, all further digits are 0.
    /// `None` for base 0, which has no digits.
    pub(super) fn take(&mut self, base: u32) -> Option<u32> {
        let mut rest = 0;
        for limb in self.0.iter_mut().rev() {
            let value = rest << u32::BITS | u64::from(*limb);
            *limb = low(value.checked_div(u64::from(base))?);
            rest = value.checked_rem(u64::from(base))?;
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        (base > 0).then(|| low(rest))
    }
}

/// The lower half.
#[expect(clippy::cast_possible_truncation, reason = "the upper half is not wanted")]
fn low(value: u64) -> u32 {
    value as u32
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{Strategy, any};
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::*;

    fn digits() -> impl Strategy<Value = Vec<(u32, u32)>> {
        let small = (1_u32..9, any::<u32>()).prop_map(|(base, digit)| (digit % base, base));
        let large = (1_u32.., any::<u32>()).prop_map(|(base, digit)| (digit % base, base));
        vec(proptest::prop_oneof![small, large], 0..80)
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(digits in digits()) {
            let mut writer = Writer::default();
            digits.iter().for_each(|(digit, base)| writer.push(*digit, *base));
            let bytes = writer.finish();
            let bits: f64 = digits.iter().map(|(_, base)| f64::from(*base).log2()).sum();
            prop_assert!(bytes.len() as f64 <= (bits / 8.0).ceil() + 0.001, "not a bit is wasted");
            let mut reader = Reader::new(&bytes);
            for (digit, base) in digits {
                prop_assert_eq!(reader.take(base), Some(digit));
            }
            prop_assert_eq!(reader.0, Vec::<u32>::new());
        }

        #[test]
        fn any_bytes_are_digits(bytes in vec(any::<u8>(), 0..40), base in 2_u32..) {
            let mut reader = Reader::new(&bytes);
            let mut writer = Writer::default();
            for _ in 0..bytes.len() * 8 {
                writer.push(reader.take(base).unwrap(), base);
            }
            let mut canonical = bytes;
            while canonical.last() == Some(&0) {
                canonical.pop();
            }
            prop_assert_eq!(writer.finish(), canonical);
        }
    }

    #[test]
    fn base_zero_has_no_digits() {
        assert_eq!(Reader::new(&[1]).take(0), None);
        assert_eq!(Reader::new(&[]).take(0), None);
        assert_eq!(Reader::new(&[]).take(5), Some(0));
    }
}
