//! What one answer costs among the shipped packs and among fifty times as many, and what a report
//! costs. The ratio is what matters: an answer touches only what hangs on it.

#![allow(missing_docs, clippy::expect_used)]

use std::hint::black_box;
use std::path::Path;
use std::rc::Rc;

use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use tijian::authoring::{Authored, load};
use tijian::flow::Scope;
use tijian::questionnaire::{Compiled, Item, ItemIx, Source};
use tijian::report::{build, canonical};
use tijian::response::{Answer, read_text};
use tijian::risk::Check;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day")
}

fn shipped() -> Authored {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires");
    load(&directory, today())
}

/// A pack under other ids; copy 0 keeps them.
fn copy(source: &Source, ids: &[String], number: usize) -> Source {
    let mut text = canonical(&source.pack).expect("JSON");
    for id in ids.iter().filter(|_| number > 0) {
        for (before, after) in [("\"", "."), ("{", "."), ("\"id\":\"", "\"")] {
            let new = format!("{before}{id}{number}{after}");
            text = text.replace(&format!("{before}{id}{after}"), &new);
        }
    }
    Source { pack: serde_json::from_str(&text).expect("a pack"), ..source.clone() }
}

fn copies(sources: &[Source], times: usize) -> Rc<Compiled> {
    let ids: Vec<String> = sources.iter().map(|source| source.pack.id.clone()).collect();
    let all = (0..times).flat_map(|number| sources.iter().map(move |source| (source, number)));
    let all = all.map(|(source, number)| copy(source, &ids, number)).collect();
    Rc::new(Compiled::new(all).expect("copies that compile"))
}

fn answers(item: &Item) -> Vec<Answer> {
    let others = ["1", "0", "2026-01-01", "2026-01", "某厂"];
    let texts = item.codes().into_iter().chain(others);
    texts.filter_map(|text| read_text(item, text, today()).ok()).collect()
}

/// The first copy answered to its end, and the question whose answer costs most.
fn walked(compiled: &Rc<Compiled>, sources: &[Source]) -> (Check, ItemIx) {
    let mut check = Check::new(Rc::clone(compiled), Scope::default(), today());
    let mut costs = Vec::new();
    for item in sources.iter().flat_map(|source| source.pack.items()) {
        let ix = compiled.find(&item.link_id).expect("a question");
        if let Some(answer) = answers(item).first() {
            check.answer(ix, answer.clone());
            costs.push((check.evaluated(), ix));
        }
    }
    let dearest = costs.into_iter().max().expect("a question");
    (check, dearest.1)
}

fn benches(criterion: &mut Criterion) {
    let Authored { sources, library, .. } = shipped();
    for times in [1, 50] {
        let compiled = copies(&sources, times);
        let (mut check, ix) = walked(&compiled, &sources);
        let mut turns = answers(compiled.item(ix)).into_iter().cycle();
        criterion.bench_function(&format!("the dearest answer, packs × {times}"), |bencher| {
            bencher.iter(|| black_box(turns.next().map(|answer| check.answer(ix, answer))));
        });
        criterion.bench_function(&format!("a report, packs × {times}"), |bencher| {
            bencher.iter(|| black_box(build(&check, &library)));
        });
    }
}

criterion_group!(group, benches);
criterion_main!(group);
