//! Every finding, to be narrowed by level, domain and deadline.

use leptos::prelude::*;

use crate::ui::components::{FindingCard, level_class};
use crate::ui::words::{said, texts};
use crate::view_model::{Block, Card, Lang, Level, level_name};

/// What is looked at; on paper everything stands, whatever is chosen here.
#[derive(Clone, Copy)]
struct Filter {
    level: RwSignal<Option<Level>>,
    domain: RwSignal<Option<String>>,
    dated: RwSignal<bool>,
}

impl Filter {
    fn new() -> Self {
        Self {
            level: RwSignal::new(None),
            domain: RwSignal::new(None),
            dated: RwSignal::new(false),
        }
    }

    fn shows(self, card: &Card) -> bool {
        let level = self.level.get().is_none_or(|level| level == card.level);
        let domain = self.domain.read().as_ref().is_none_or(|domain| *domain == card.domain);
        level && domain && (card.due.is_some() || !self.dated.get())
    }
}

/// All findings, worst first.
#[component]
pub(super) fn Findings(heading: String, blocks: Vec<Block>) -> impl IntoView {
    let cards: Vec<Card> = blocks
        .into_iter()
        .filter_map(|block| match block {
            Block::Finding(card) => Some(*card),
            _ => None,
        })
        .collect();
    let filter = Filter::new();
    let shown = {
        // What the filter looks at; the rest of a card is not needed for it.
        let cards = StoredValue::new(cards.clone());
        Memo::new(move |_| {
            cards.with_value(|cards| cards.iter().filter(|card| filter.shows(card)).count())
        })
    };
    let words = &texts().taking;
    let all = cards.len();
    let controls = (all > 1).then(|| view! { <Controls cards=cards.clone() filter /> });
    let list = cards.into_iter().map(|card| {
        let key = StoredValue::new(Card { sections: Vec::new(), ..card.clone() });
        let away = move || key.with_value(|card| !filter.shows(card));
        view! {
            <div class="filtered" class:away=away>
                <FindingCard card />
            </div>
        }
    });
    view! {
        <section class="findings">
            <h2>{said(heading)}</h2>
            {controls}
            <p role="status" class="meta screen-only">
                {move || {
                    let shown = shown.get();
                    if shown == all { String::new() } else { (words.filtered)(shown, all) }
                }}
            </p>
            {list.collect_view()}
        </section>
    }
}

#[component]
fn Controls(cards: Vec<Card>, filter: Filter) -> impl IntoView {
    let texts = texts();
    let words = &texts.taking;
    let count = |level| cards.iter().filter(|card| card.level == level).count();
    let levels = Level::ALL.into_iter().filter(|level| count(*level) > 0).map(|level| {
        let name = format!("{} {}", level_name(level, &texts.report), count(level));
        let on = move || filter.level.get() == Some(level);
        let toggle = move |_| {
            filter.level.update(|now| *now = if *now == Some(level) { None } else { Some(level) });
        };
        view! {
            <button
                type="button"
                class=format!("chip {}", level_class(level))
                aria-pressed=move || on().to_string()
                on:click=toggle
            >
                {name}
            </button>
        }
    });
    let levels = levels.collect_view();
    let mut domains: Vec<(String, String)> = Vec::new();
    for card in &cards {
        if !domains.iter().any(|(id, _)| *id == card.domain) {
            domains.push((card.domain.clone(), card.domain_title.clone()));
        }
    }
    let options = domains
        .into_iter()
        .map(|(id, title)| view! { <option value=id lang=Lang::Zh.tag()>{title}</option> });
    let choose = move |event| {
        let id = event_target_value(&event);
        filter.domain.set((!id.is_empty()).then_some(id));
    };
    let dated = cards.iter().any(|card| card.due.is_some()).then(|| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || filter.dated.get().to_string()
                on:click=move |_| filter.dated.update(|on| *on = !*on)
            >
                {words.dated}
            </button>
        }
    });
    view! {
        <div class="filter screen-only" role="group" aria-label=words.filter>
            {levels}
            {dated}
            <label class="pick">
                <span class="hidden">{words.domain}</span>
                <select on:change=choose>
                    <option value="">{words.all_domains}</option>
                    {options.collect_view()}
                </select>
            </label>
        </div>
    }
}
