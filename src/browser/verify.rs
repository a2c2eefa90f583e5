//! Signatures, verified with the browser's own cryptography.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use super::draw;
use crate::desk::Signed;
use crate::kiosk::Trouble;

/// Whether each signature is right, by its id.
///
/// # Errors
/// When the browser has no cryptography at this address.
pub(super) async fn all(signed: &[Signed]) -> Result<Vec<(String, bool)>, Trouble> {
    let subtle = subtle().ok_or(Trouble::NoCrypto)?;
    let mut answers = Vec::new();
    for one in signed {
        let valid = verifies(&subtle, one).await.unwrap_or(false);
        answers.push((one.id.clone(), valid));
        draw::pause().await;
    }
    Ok(answers)
}

/// A key or signature that cannot even be read is not right.
async fn verifies(subtle: &SubtleCrypto, signed: &Signed) -> Option<bool> {
    let (key, value) = (bytes(&signed.key)?, bytes(&signed.value)?);
    let usages = js_sys::Array::of1(&"verify".into());
    let key = Uint8Array::from(key.as_slice());
    let imported = subtle.import_key_with_object("raw", &key, &curve()?, true, &usages).ok()?;
    let key: CryptoKey = JsFuture::from(imported).await.ok()?.dyn_into().ok()?;
    let content = signed.content.as_bytes();
    let asked =
        subtle.verify_with_object_and_u8_array_and_u8_array(&hash()?, &key, &value, content);
    JsFuture::from(asked.ok()?).await.ok()?.as_bool()
}

/// The browser's cryptography; nothing at an address that is not secure.
pub(super) fn subtle() -> Option<SubtleCrypto> {
    let subtle = web_sys::window()?.crypto().ok()?.subtle();
    (!JsValue::from(&subtle).is_undefined()).then_some(subtle)
}

/// ECDSA over P-256.
pub(super) fn curve() -> Option<Object> {
    object(&[("name", "ECDSA".into()), ("namedCurve", "P-256".into())])
}

/// ECDSA with SHA-256.
pub(super) fn hash() -> Option<Object> {
    object(&[("name", "ECDSA".into()), ("hash", "SHA-256".into())])
}

/// An object with members.
pub(super) fn object(members: &[(&str, JsValue)]) -> Option<Object> {
    let object = Object::new();
    for (name, value) in members {
        Reflect::set(&object, &(*name).into(), value).ok()?;
    }
    Some(object)
}

/// The bytes that hex stands for.
pub(super) fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digit = |sign: &u8| char::from(*sign).to_digit(16);
    let digits: Option<Vec<u32>> = hex.as_bytes().iter().map(digit).collect();
    let pair = |pair: &[u32]| match pair {
        [high, low] => u8::try_from(high * 16 + low).ok(),
        _ => None,
    };
    digits?.chunks(2).map(pair).collect()
}
