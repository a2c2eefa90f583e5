//! A check in several codes.

use tijian::archive::compact::{
    CompactError, MAX_BYTES, PART_BYTES, Series, decode, encode, link, not_text, qr, split,
};

use super::{ADDRESS, all, firm, forged, joined, rebuilt, scanned};

#[test]
fn a_series_is_read_in_any_order() {
    let (check, library) = firm("crystal");
    let whole = encode(&check, all).expect("a code");
    let parts = split(&whole, 40).expect("parts");
    let other = split(&encode(&check, not_text).expect("a code"), 40).expect("parts");
    assert!(parts.len() > 3 && parts.iter().all(|part| part.len() <= 40));
    assert_eq!(split(&whole, MAX_BYTES), Ok(vec![whole.clone()]));
    for limit in [0, 11, 12] {
        assert_eq!(split(&whole, limit), Err(CompactError::TooManyParts));
    }
    for first in 0..parts.len() {
        let mut order: Vec<&Vec<u8>> = parts.iter().collect();
        order.rotate_left(first);
        if first % 2 == 1 {
            order.reverse();
        }
        let mut series = Series::default();
        for (read, part) in (1..).zip(order) {
            series.add(part).expect("a part");
            series.add(part).expect("the same again");
            assert_eq!(series.add(&other[0]), Err(CompactError::OtherSeries));
            assert_eq!(series.add(&whole), Err(CompactError::OtherSeries));
            assert_eq!(series.missing().len(), parts.len() - read);
        }
        assert_eq!(rebuilt(&series.payload().expect("all"), &library).answers(), check.answers());
    }
    let mut series = Series::default();
    assert_eq!((series.of(), series.payload()), (None, Err(CompactError::TooShort)));
    series.add(&parts[1]).expect("a part");
    let of = u8::try_from(parts.len()).expect("few");
    let numbers: Vec<u8> = (1..=of).filter(|number| *number != 2).collect();
    assert_eq!(series.payload(), Err(CompactError::Missing { numbers, of }));
    assert_eq!(decode(&parts[1], &library), Err(CompactError::IsPart { number: 2, of }));
    let mut series = Series::default();
    series.add(&whole).expect("a whole check");
    assert_eq!(series.payload(), Ok(whole));
}

#[test]
fn every_flip_in_a_part_is_refused() {
    let (check, _) = firm("crystal");
    let parts = split(&encode(&check, all).expect("a code"), 60).expect("parts");
    for at in 0..parts[0].len() {
        for bit in 0..8 {
            let mut flipped = parts[0].clone();
            flipped[at] ^= 1 << bit;
            Series::default().add(&flipped).expect_err("a flipped bit");
        }
        Series::default().add(&parts[0][..at]).expect_err("a cut");
    }
    // Parts that fit each other but were not cut from one whole.
    let mut forgery = parts[1][..parts[1].len() - 4].to_vec();
    *forgery.last_mut().expect("a byte") ^= 1;
    let mut series = Series::default();
    series.add(&forged(&forgery)).expect("a part");
    assert_eq!(series.add(&parts[1]), Err(CompactError::OtherSeries));
    for part in parts.iter().enumerate().filter(|(at, _)| *at != 1).map(|(_, part)| part) {
        series.add(part).expect("a part");
    }
    assert_eq!(series.payload(), Err(CompactError::Damaged));
}

#[test]
fn a_part_of_the_usual_length_is_a_code_that_a_telephone_reads() {
    let whole: Vec<u8> = (0..MAX_BYTES).map(|at| (at * at % 251) as u8).collect();
    let parts = split(&whole, PART_BYTES).expect("parts");
    let versions: Vec<usize> = parts
        .iter()
        .map(|part| {
            let link = link(ADDRESS, part).expect("a link");
            let code = qr(&link).expect("a code");
            assert_eq!(scanned(&code), link);
            code.version()
        })
        .collect();
    println!("{} bytes in {} codes of versions {versions:?}", whole.len(), parts.len());
    assert!(versions.iter().all(|version| *version <= 20));
    assert_eq!(joined(&parts), Ok(whole));
}
