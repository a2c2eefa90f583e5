//! The self-test of a machine, for the staff: stores, voice, font, printing, screen.

use futures::StreamExt;
use futures::channel::mpsc::unbounded;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, EventTarget, HtmlCanvasElement};

use super::stores::{self, there};
use super::wrong_pins;
use crate::kiosk::{Examined, Screenful};

/// Longest wait for the list of voices, in milliseconds: browsers make it when first asked.
const PATIENCE: u32 = 1_500;
/// Two characters that no font draws alike; a font without them draws one box for both.
const DIFFERENT: [&str; 2] = ["永", "国"];

/// Looks at everything.
pub async fn run() -> Examined {
    let stores = stores::look().await;
    Examined {
        stores,
        keeps: wrong_pins::can_keep(),
        voice: voice().await,
        chinese: draws_chinese().unwrap_or(false),
        prints: web_sys::window().is_some_and(|window| there(&window, "print").is_some()),
        screen: screen().unwrap_or_default(),
        program: program(),
    }
}

/// The first Chinese voice that needs no network.
async fn voice() -> Option<String> {
    let window = web_sys::window()?;
    let speech = there(&window, "speechSynthesis")?;
    let list = there(&speech, "getVoices")?.dyn_into::<Function>().ok()?;
    let voices = || list.call0(&speech).ok().map(|voices| Array::from(&voices));
    if voices()?.length() == 0 {
        changed(speech.dyn_ref::<EventTarget>()?).await;
    }
    voices()?.iter().find_map(|voice| local_chinese(&voice))
}

/// Waits until the list of voices was made, but not for ever.
async fn changed(speech: &EventTarget) {
    let (tell, mut told) = unbounded();
    let late = tell.clone();
    let _listener = EventListener::once(speech, "voiceschanged", move |_| {
        let _ = tell.unbounded_send(());
    });
    let _patience = Timeout::new(PATIENCE, move || {
        let _ = late.unbounded_send(());
    });
    let _ = told.next().await;
}

fn local_chinese(voice: &JsValue) -> Option<String> {
    let language = there(voice, "lang")?.as_string()?.to_ascii_lowercase();
    let local = there(voice, "localService")?.is_truthy();
    let chinese = ["zh", "cmn", "yue"].iter().any(|code| language.starts_with(code));
    if local && chinese { there(voice, "name")?.as_string() } else { None }
}

fn draws_chinese() -> Option<bool> {
    let [one, other] = DIFFERENT.map(picture);
    Some(one? != other?)
}

/// A character as this machine draws it.
fn picture(text: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(40);
    canvas.set_height(40);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    // Whatever is asked for, the browser looks in every font that the machine has.
    context.set_font("32px sans-serif");
    context.fill_text(text, 4.0, 34.0).ok()?;
    canvas.to_data_url().ok()
}

fn screen() -> Option<Screenful> {
    let window = web_sys::window()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few thousand")]
    let whole = |value: JsValue| value.as_f64().map(|value| value as u32);
    Some(Screenful {
        width: whole(window.inner_width().ok()?)?,
        height: whole(window.inner_height().ok()?)?,
        ratio: window.device_pixel_ratio(),
    })
}

/// The name of the program's file, as the built page says it.
fn program() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let link = document.query_selector("link[rel=preload][type='application/wasm']").ok()??;
    let address = link.get_attribute("href")?;
    address.rsplit('/').next().map(str::to_owned)
}
