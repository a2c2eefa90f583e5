//! The self-test of a machine, for the staff: stores, voice, font, printing, screen.

use futures::StreamExt;
use futures::channel::mpsc::unbounded;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, EventTarget, HtmlCanvasElement};

use super::stores::{self, there};
use super::{speech, wrong_pins};
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

/// The voice that reads aloud, by its name.
async fn voice() -> Option<String> {
    let synthesis = speech::synthesis()?;
    if synthesis.get_voices().length() == 0 {
        changed(&synthesis).await;
    }
    speech::voice(&synthesis).map(|voice| voice.name())
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
