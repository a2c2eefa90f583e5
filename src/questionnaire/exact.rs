//! Numbers in packs and answers are read and written exactly, never as binary fractions.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A decimal number that serde reads from a number and writes as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(pub Decimal);

/// The decimal that was written: the shortest text of the float is what its author typed.
///
/// `None` for what is not finite or beyond 28 digits.
#[must_use]
pub fn from_f64(value: f64) -> Option<Decimal> {
    Decimal::from_str(&value.to_string()).ok().map(|number| number.normalize())
}

/// For editors a number is a number.
#[cfg(feature = "cli")]
impl schemars::JsonSchema for Exact {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number" })
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number = self.0.normalize();
        match number.to_i64() {
            Some(whole) if number.is_integer() => serializer.serialize_i64(whole),
            _ => serializer.serialize_f64(number.to_f64().unwrap_or_default()),
        }
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ExactVisitor)
    }
}

struct ExactVisitor;

impl Visitor<'_> for ExactVisitor {
    type Value = Exact;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Exact, E> {
        Ok(Exact(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Exact, E> {
        Ok(Exact(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Exact, E> {
        from_f64(value).map(Exact).ok_or_else(|| E::custom("number out of range"))
    }
}
