//! The seal: SM3 (GB/T 32905-2016) over the canonical content.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;
use serde_json::Value;
use sm3::{Digest, Sm3};

/// JSON with the keys of every object in order and no white space: the same content always gives
/// the same bytes.
///
/// # Errors
/// When the value has no JSON form.
pub fn canonical<T: Serialize>(value: &T) -> Result<String, serde_json::Error> {
    let value = serde_json::to_value(value)?;
    serde_json::to_string(&Sorted::from(&value))
}

/// SM3 of bytes, in hex.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sm3::digest(bytes) {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// The seal of some content: SM3 over its canonical JSON.
#[must_use]
pub fn seal<T: Serialize>(content: &T) -> String {
    canonical(content).map(|text| digest(text.as_bytes())).unwrap_or_default()
}

/// The first eight signs of a seal, as they are printed: `7F3A-91C2`.
#[must_use]
pub fn short_seal(seal: &str) -> String {
    let sign = |at| seal.chars().nth(at).unwrap_or('0').to_ascii_uppercase();
    let half = |from: usize| (from..from + 4).map(sign).collect::<String>();
    format!("{}-{}", half(0), half(4))
}

/// A JSON value whose objects are sorted, whatever map serde_json was built with.
#[derive(Serialize)]
#[serde(untagged)]
enum Sorted<'a> {
    Leaf(&'a Value),
    Array(Vec<Sorted<'a>>),
    Object(BTreeMap<&'a str, Sorted<'a>>),
}

impl<'a> From<&'a Value> for Sorted<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Array(values) => Self::Array(values.iter().map(Self::from).collect()),
            Value::Object(map) => {
                Self::Object(map.iter().map(|(key, value)| (key.as_str(), value.into())).collect())
            }
            leaf => Self::Leaf(leaf),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// GB/T 32905-2016, appendix A, example 1.
    #[test]
    fn standard_vector() {
        let abc = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";
        assert_eq!(digest(b"abc"), abc);
    }

    #[test]
    fn order_of_keys_does_not_matter() {
        let left: Value = serde_json::from_str(r#"{"b":[{"y":1,"x":2}],"a":null}"#).unwrap();
        assert_eq!(canonical(&left).unwrap(), r#"{"a":null,"b":[{"x":2,"y":1}]}"#);
    }
}
