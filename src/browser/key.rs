//! The lawyer's key: made, locked in a file under a passphrase, unlocked, signed with. All of it
//! is the browser's own cryptography; a key that was unlocked cannot be taken out again.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use super::draw::{hex, random};
use super::verify::{bytes, curve, hash, object, subtle};
use crate::desk::{Frame, KeyFile, Reviewer};
use crate::kiosk::Trouble;

/// Bytes of the salt.
const SALT: usize = 16;
/// Bytes of the initialisation vector of AES-GCM.
const IV: usize = 12;

/// A new key with its file.
///
/// # Errors
/// When the browser cannot make one.
pub(super) async fn make(by: &Reviewer, passphrase: &str) -> Result<(KeyFile, CryptoKey), Trouble> {
    let subtle = subtle().ok_or(Trouble::NoCrypto)?;
    forge(&subtle, by, passphrase).await.ok_or(Trouble::KeyFailed)
}

async fn forge(
    subtle: &SubtleCrypto,
    by: &Reviewer,
    passphrase: &str,
) -> Option<(KeyFile, CryptoKey)> {
    let pair = subtle.generate_key_with_object(&curve()?, true, &list(&["sign", "verify"])).ok()?;
    let pair = JsFuture::from(pair).await.ok()?;
    let part = |name: &str| Reflect::get(&pair, &name.into()).ok()?.dyn_into::<CryptoKey>().ok();
    let public = exported(subtle, "raw", &part("publicKey")?).await?;
    let private = exported(subtle, "pkcs8", &part("privateKey")?).await?;
    let (salt, iv) = (random::<SALT>()?, random::<IV>()?);
    let frame = Frame::new(by, &hex(&public), &hex(&salt), &hex(&iv));
    let lock = lock(subtle, &frame, passphrase).await?;
    let sealed = subtle.encrypt_with_object_and_u8_array(&cipher(&frame)?, &lock, &private).ok()?;
    let sealed = Uint8Array::new(&JsFuture::from(sealed).await.ok()?).to_vec();
    let key = held(subtle, &private).await?;
    Some((KeyFile { frame, sealed: hex(&sealed) }, key))
}

/// The key in a file.
///
/// # Errors
/// When the passphrase does not open it.
pub(super) async fn unlock(file: &KeyFile, passphrase: &str) -> Result<CryptoKey, Trouble> {
    let subtle = subtle().ok_or(Trouble::NoCrypto)?;
    opened(&subtle, file, passphrase).await.ok_or(Trouble::KeyRefused)
}

async fn opened(subtle: &SubtleCrypto, file: &KeyFile, passphrase: &str) -> Option<CryptoKey> {
    let lock = lock(subtle, &file.frame, passphrase).await?;
    let sealed = bytes(&file.sealed)?;
    let private =
        subtle.decrypt_with_object_and_u8_array(&cipher(&file.frame)?, &lock, &sealed).ok()?;
    let private = Uint8Array::new(&JsFuture::from(private).await.ok()?).to_vec();
    held(subtle, &private).await
}

/// The signature of some content, in hex.
///
/// # Errors
/// When the browser cannot sign.
pub(super) async fn sign(key: &CryptoKey, content: &str) -> Result<String, Trouble> {
    let subtle = subtle().ok_or(Trouble::NoCrypto)?;
    let signed = async {
        let hash = hash()?;
        let asked = subtle.sign_with_object_and_u8_array(&hash, key, content.as_bytes()).ok()?;
        Some(Uint8Array::new(&JsFuture::from(asked).await.ok()?).to_vec())
    };
    signed.await.map(|value| hex(&value)).ok_or(Trouble::KeyFailed)
}

/// The private key as it is held from now on: it signs, and nobody can read it.
async fn held(subtle: &SubtleCrypto, private: &[u8]) -> Option<CryptoKey> {
    let key = Uint8Array::from(private);
    let asked =
        subtle.import_key_with_object("pkcs8", &key, &curve()?, false, &list(&["sign"])).ok()?;
    JsFuture::from(asked).await.ok()?.dyn_into().ok()
}

/// The key that a passphrase gives.
async fn lock(subtle: &SubtleCrypto, frame: &Frame, passphrase: &str) -> Option<CryptoKey> {
    let word = Uint8Array::from(passphrase.as_bytes());
    let base = subtle.import_key_with_str("raw", &word, "PBKDF2", false, &list(&["deriveKey"]));
    let base: CryptoKey = JsFuture::from(base.ok()?).await.ok()?.dyn_into().ok()?;
    let salt = Uint8Array::from(bytes(&frame.salt)?.as_slice());
    let how = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", salt.into()),
        ("iterations", frame.rounds.into()),
    ])?;
    let what = object(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
    let usages = list(&["encrypt", "decrypt"]);
    let key = subtle.derive_key_with_object_and_object(&how, &base, &what, false, &usages).ok()?;
    JsFuture::from(key).await.ok()?.dyn_into().ok()
}

/// AES-GCM, with what is not secret bound to what is.
fn cipher(frame: &Frame) -> Option<Object> {
    let iv = Uint8Array::from(bytes(&frame.iv)?.as_slice());
    let bound = Uint8Array::from(frame.bound().as_bytes());
    object(&[("name", "AES-GCM".into()), ("iv", iv.into()), ("additionalData", bound.into())])
}

async fn exported(subtle: &SubtleCrypto, format: &str, key: &CryptoKey) -> Option<Vec<u8>> {
    let asked = subtle.export_key(format, key).ok()?;
    Some(Uint8Array::new(&JsFuture::from(asked).await.ok()?).to_vec())
}

fn list(usages: &[&str]) -> Array {
    usages.iter().map(|usage| JsValue::from_str(usage)).collect()
}
