//! A date on wheels: turned by touch, by the mouse's own wheel, by arrows, by the keys beside it.

use chrono::NaiveDate;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::kiosk::pads::{Bounds, Wheel, Wheels};
use crate::ui::typing::Line;
use crate::ui::words::Words;

/// Height of a value on a wheel as a part of the wheel's: it shows three.
const SHOWN: i32 = 3;

/// Year, month and, where it is asked for, day; and today.
#[component]
pub(in crate::ui) fn DateWheels(
    line: Line,
    day: bool,
    bounds: Bounds,
    today: NaiveDate,
) -> impl IntoView {
    let words = Words::from_context();
    let texts = move || &words.texts().pads;
    let wheels = move |text: String| {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        Wheels::new(&digits, bounds, today, day)
    };
    let now = Signal::derive(move || wheels(line.get()));
    let kinds = [Wheel::Year, Wheel::Month, Wheel::Day];
    let shown = kinds.into_iter().take(if day { 3 } else { 2 });
    let turn = move |turn: Turn, wheel: Wheel| {
        let wheels = wheels(line.now());
        line.set(match turn {
            Turn::By(steps) => wheels.turned(wheel, steps),
            Turn::ToEnd { last } => wheels.at_end(wheel, last),
        });
    };
    let each = shown.enumerate().map(|(part, wheel)| {
        view! { <OneWheel part wheel now turn=move |by| turn(by, wheel) /> }
    });
    let set_today = move |_| line.set(wheels(line.now()).today());
    view! {
        <div class="wheels" role="group" aria-label=move || texts().wheels>
            {each.collect_view()}
        </div>
        {wheels(String::new())
            .allows_today()
            .then(|| {
                view! {
                    <button type="button" class="option quiet" on:click=set_today>
                        {move || if day { texts().today } else { texts().this_month }}
                    </button>
                }
            })}
    }
}

/// How far a wheel is turned.
#[derive(Clone, Copy)]
enum Turn {
    By(i32),
    ToEnd { last: bool },
}

#[component]
fn OneWheel(
    part: usize,
    wheel: Wheel,
    now: Signal<Wheels>,
    turn: impl Fn(Turn) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let words = Words::from_context();
    let texts = move || &words.texts().pads;
    let name = move || texts().parts.get(part).copied().unwrap_or_default();
    let value = Memo::new(move |_| now.get().value(wheel));
    let range = Memo::new(move |_| now.get().range(wheel));
    let beside = move |by: i32| {
        let (least, most) = range.get();
        let beside = value.get()? + by;
        (least..=most).contains(&beside).then(|| beside.to_string())
    };
    let said = move || match value.get() {
        Some(value) => (texts().part_text)(part, value),
        None => texts().unset.to_owned(),
    };
    let button = move |sign: &'static str, by: i32| {
        let label = move || if by > 0 { (texts().more)(name()) } else { (texts().less)(name()) };
        view! {
            <button
                type="button"
                class="step"
                tabindex="-1"
                aria-label=label
                on:click=move |_| turn(Turn::By(by))
            >
                {sign}
            </button>
        }
    };
    view! {
        <div class="wheel">
            {button("+", 1)}
            <Drum turn>
                <small aria-hidden="true">{move || beside(1)}</small>
                <div
                    role="spinbutton"
                    tabindex="0"
                    aria-label=name
                    aria-valuenow=move || value.get().unwrap_or(range.get().0).to_string()
                    aria-valuemin=move || range.get().0.to_string()
                    aria-valuemax=move || range.get().1.to_string()
                    aria-valuetext=said
                    on:keydown=move |event| press(&event, wheel, turn)
                >
                    {move || value.get().map_or_else(|| "—".to_owned(), |value| value.to_string())}
                    " "
                    <small>{name}</small>
                </div>
                <small aria-hidden="true">{move || beside(-1)}</small>
            </Drum>
            {button("−", -1)}
        </div>
    }
}

/// What is turned by dragging or by the mouse's wheel.
#[component]
fn Drum(turn: impl Fn(Turn) + Copy + Send + Sync + 'static, children: Children) -> impl IntoView {
    let held = StoredValue::new(None::<i32>);
    let drum = NodeRef::<leptos::html::Div>::new();
    let row = move || {
        let height = drum.get_untracked().map_or(0, |drum| HtmlElement::offset_height(&drum));
        (height / SHOWN).max(1)
    };
    let moved = move |event: leptos::ev::PointerEvent| {
        let Some(from) = held.get_value() else { return };
        // Dragged down, the larger value above comes into the middle.
        let steps = (event.client_y() - from) / row();
        if steps != 0 {
            held.set_value(Some(from + steps * row()));
            turn(Turn::By(steps));
        }
    };
    let taken = move |event: leptos::ev::PointerEvent| {
        held.set_value(Some(event.client_y()));
        if let Some(drum) = drum.get_untracked() {
            let _ = drum.set_pointer_capture(event.pointer_id());
        }
    };
    view! {
        <div
            class="drum"
            node_ref=drum
            on:pointerdown=taken
            on:pointermove=moved
            on:pointerup=move |_| held.set_value(None)
            on:pointercancel=move |_| held.set_value(None)
            on:wheel=move |event| {
                event.prevent_default();
                turn(Turn::By(if event.delta_y() < 0.0 { 1 } else { -1 }));
            }
        >
            {children()}
        </div>
    }
}

/// The keys that a spinbutton understands.
fn press(event: &leptos::ev::KeyboardEvent, wheel: Wheel, turn: impl Fn(Turn)) {
    let page = if wheel == Wheel::Year { 10 } else { 3 };
    let by = match event.key().as_str() {
        "ArrowUp" => Turn::By(1),
        "ArrowDown" => Turn::By(-1),
        "PageUp" => Turn::By(page),
        "PageDown" => Turn::By(-page),
        "Home" => Turn::ToEnd { last: false },
        "End" => Turn::ToEnd { last: true },
        _ => return,
    };
    event.prevent_default();
    turn(by);
}
