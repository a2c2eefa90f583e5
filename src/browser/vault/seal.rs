//! Sealing by the browser's own cryptography: a key from a code by PBKDF2 with SHA-256, the content
//! by AES-256-GCM. The key cannot be taken out of the browser and is never stored.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesDerivedKeyParams, AesGcmParams, CryptoKey, Pbkdf2Params, SubtleCrypto};

use crate::kiosk::{Code, Head, ROUNDS};

/// Bits of a key.
const KEY: u16 = 256;

/// Seals and opens with one key.
pub(super) struct Sealer {
    subtle: SubtleCrypto,
    key: CryptoKey,
    /// The salt that the key was made with.
    pub(super) salt: [u8; 16],
    /// The rounds that it was made with.
    pub(super) rounds: u32,
}

impl Sealer {
    /// With a salt of its own.
    pub(super) async fn new(code: &Code) -> Option<Self> {
        Self::of(code, random()?, ROUNDS).await
    }

    /// With the salt and the rounds of a record.
    pub(super) async fn of(code: &Code, salt: [u8; 16], rounds: u32) -> Option<Self> {
        let subtle = subtle()?;
        let secret = Uint8Array::from(code.secret().as_bytes());
        let usages = Array::of1(&"deriveKey".into());
        let imported = subtle.import_key_with_str("raw", &secret, "PBKDF2", false, &usages).ok()?;
        let secret: CryptoKey = JsFuture::from(imported).await.ok()?.dyn_into().ok()?;
        let salted = Uint8Array::from(salt.as_slice());
        let from = Pbkdf2Params::new_with_str("PBKDF2", "SHA-256", rounds, &salted);
        let kind = AesDerivedKeyParams::new("AES-GCM", KEY.into());
        let usages = Array::of2(&"encrypt".into(), &"decrypt".into());
        let derived =
            subtle.derive_key_with_object_and_object(&from, &secret, &kind, false, &usages).ok()?;
        let key = JsFuture::from(derived).await.ok()?.dyn_into().ok()?;
        Some(Self { subtle, key, salt, rounds })
    }

    /// Seals content together with its head.
    pub(super) async fn seal(&self, head: &Head, content: &[u8]) -> Option<Vec<u8>> {
        let content = Uint8Array::from(content);
        let how = how(head);
        let sealed = self.subtle.encrypt_with_object_and_js_u8_array(&how, &self.key, &content);
        bytes(&JsFuture::from(sealed.ok()?).await.ok()?)
    }

    /// Opens it; nothing when key, head or content is another one.
    pub(super) async fn open(&self, head: &Head, body: &[u8]) -> Option<Vec<u8>> {
        let body = Uint8Array::from(body);
        let how = how(head);
        let opened = self.subtle.decrypt_with_object_and_js_u8_array(&how, &self.key, &body);
        bytes(&JsFuture::from(opened.ok()?).await.ok()?)
    }
}

fn how(head: &Head) -> AesGcmParams {
    let how = AesGcmParams::new_with_u8_array("AES-GCM", &Uint8Array::from(head.once.as_slice()));
    how.set_additional_data_u8_array(&Uint8Array::from(head.bytes().as_slice()));
    how
}

fn bytes(buffer: &JsValue) -> Option<Vec<u8>> {
    Some(Uint8Array::new(buffer.dyn_ref::<ArrayBuffer>()?).to_vec())
}

/// Bytes of the browser's generator.
pub(super) fn random<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let crypto = web_sys::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// What encrypts; a page that came unencrypted has none.
pub(super) fn subtle() -> Option<SubtleCrypto> {
    let subtle = web_sys::window()?.crypto().ok()?.subtle();
    (!subtle.is_undefined()).then_some(subtle)
}
