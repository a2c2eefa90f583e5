//! A check in a code: what goes in comes out, and nothing else does.

mod edges;
mod hostile;
mod series;

use std::rc::Rc;

use tijian::archive::compact::{
    CompactError, Decoded, QUIET_ZONE, QrCode, Series, decode, encode, link, not_text, payload, qr,
    split,
};
use tijian::flow::Scope;
use tijian::questionnaire::{Compiled, Item};
use tijian::report::{self, Library, digest};
use tijian::response::{Answer, Mode, read_text};
use tijian::risk::Check;

use crate::engine::TODAY;
use crate::firms::checks;
use crate::properties::everywhere;
use crate::support::{compiled, day, library, sources};

/// As long as addresses of the bureau are.
const ADDRESS: &str = "https://tijian.sifa.example.gov.cn/";
/// Largest version of a code for a firm's whole check. 25 is the most that a telephone reads at
/// ease; this is what the firms need, with some room for more questions.
const VERSION: usize = 12;

fn all(_: &Item) -> bool {
    true
}

fn with(compiled: &Rc<Compiled>) -> Library {
    Library { compiled: Rc::clone(compiled), ..library() }
}

/// The check that a code says.
fn rebuilt(bytes: &[u8], library: &Library) -> Check {
    let Decoded { day, scope, answers } = decode(bytes, library).expect("a check");
    let (check, dropped) = Check::with(Rc::clone(&library.compiled), scope, day, answers);
    assert_eq!(dropped, []);
    check
}

/// A firm's check, with a name and a code.
fn firm(name: &str) -> (Check, Library) {
    let compiled = compiled();
    let found = checks(&compiled).into_iter().find(|(file, _)| file == name);
    let (_, mut check) = found.expect("the firm");
    for (link_id, text) in
        [("profile.name", "某某水晶工艺品厂"), ("profile.uscc", "91330100799655058B")]
    {
        let ix = compiled.find(link_id).expect("a question");
        check.answer(ix, read_text(compiled.item(ix), text, day(TODAY)).expect("a text"));
    }
    (check, with(&compiled))
}

#[test]
fn every_check_comes_back_as_it_was() {
    everywhere(|check, dice| {
        let library = with(check.compiled());
        let whole = encode(check, all).expect("a code");
        let again = rebuilt(&whole, &library);
        assert_eq!((again.flow(), again.board()), (check.flow(), check.board()));
        assert_eq!(encode(&again, all), Ok(whole.clone()), "one check, one code");
        // What is left out is left out with what hangs on it, and the rest comes back.
        let number = dice.roll(check.compiled().items.len());
        let left_out = check.compiled().items.iter().nth(number).expect("a question");
        let keep = |item: &Item| item.link_id != left_out.item.link_id;
        let mut less = check.clone();
        less.clear(check.compiled().find(&left_out.item.link_id).expect("the question"));
        let bytes = encode(check, keep).expect("a code");
        assert_eq!(rebuilt(&bytes, &library).flow(), less.flow());
        let parts = split(&whole, 40 + dice.roll(200)).expect("parts");
        assert_eq!(joined(&parts), Ok(whole));
    });
}

/// The whole, from its parts.
fn joined(parts: &[Vec<u8>]) -> Result<Vec<u8>, CompactError> {
    let mut series = Series::default();
    for part in parts {
        series.add(part)?;
    }
    series.payload()
}

#[test]
fn every_firm_fits_one_code_and_has_the_same_report() {
    let compiled = compiled();
    let library = with(&compiled);
    println!("firm          answers bytes signs version  base64url version");
    let mut largest = 0;
    for (name, check) in checks(&compiled) {
        let payload_bytes = encode(&check, all).expect("a code");
        let again = rebuilt(&payload_bytes, &library);
        let seal = |check: &Check| report::build(check, &library).seal;
        assert_eq!(seal(&again), seal(&check), "{name}");

        let link = link(ADDRESS, &payload_bytes).expect("a link");
        assert_eq!(payload(&link), Ok(payload_bytes.clone()));
        let code = qr(&link).expect("a code");
        assert_eq!(scanned(&code), link, "{name}");
        largest = largest.max(code.version());

        // What the same would be in the signs of base64url, which QR has only as bytes.
        let signs = (payload_bytes.len() * 4).div_ceil(3);
        let other = qr(&format!("{ADDRESS}#r={}", "a".repeat(signs))).expect("a code");
        println!(
            "{name:<13} {:>7} {:>5} {:>5} {:>7}  {signs:>9} {:>7}",
            check.answers().len(),
            payload_bytes.len(),
            link.len() - ADDRESS.len() - 3,
            code.version(),
            other.version()
        );
        assert!(code.version() <= other.version(), "{name}");
    }
    assert!(largest <= VERSION, "version {largest}");
}

/// What an independent reader sees in a code.
fn scanned(code: &QrCode) -> String {
    const SCALE: usize = 3;
    let dark = |x: usize, y: usize| {
        let at =
            |place: usize| (place / SCALE).checked_sub(QUIET_ZONE).filter(|at| *at < code.size);
        matches!((at(x), at(y)), (Some(x), Some(y)) if code.modules[y * code.size + x])
    };
    let side = code.side() * SCALE;
    let grey = |x, y| if dark(x, y) { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, grey);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    let (meta, content) = grids[0].decode().expect("a code that can be read");
    assert_eq!(meta.version.0, code.version());
    // 0 is M, 3 Q and 2 H in the format information (ISO/IEC 18004:2015, table 12); 1 is L.
    assert_ne!(meta.ecc_level, 1);
    content
}

#[test]
fn the_path_of_a_code_is_its_dark_modules() {
    let code = qr("https://例.cn/#r=ABC").expect("a code");
    assert_eq!(scanned(&code), "https://例.cn/#r=ABC");
    let mut modules = vec![false; code.size * code.size];
    let path = code.path();
    for run in path.split_terminator('z') {
        let mut numbers = run.split(['M', ' ', 'h', 'v']).filter(|part| !part.is_empty());
        let mut number = || numbers.next().expect("a number").parse::<usize>().expect("a number");
        let (x, y, width, height) = (number() - QUIET_ZONE, number() - QUIET_ZONE, number(), run);
        assert!(height.contains("v1h-"));
        for x in x..x + width {
            modules[y * code.size + x] = true;
        }
    }
    assert_eq!(modules, code.modules);
    assert!(path.starts_with("M4 4h7v1h-7z"));
    assert_eq!(qr(&"a".repeat(3000)), Err(CompactError::QrFull));
}

#[test]
fn without_texts_the_firm_is_not_named() {
    let (check, library) = firm("crystal");
    let named = encode(&check, all).expect("a code");
    let unnamed = encode(&check, not_text).expect("a code");
    assert_eq!(rebuilt(&named, &library).answers(), check.answers());
    let texts = |check: &Check| {
        check.answers().iter().filter(|(_, answer)| matches!(answer, Answer::Text(_))).count()
    };
    let again = rebuilt(&unnamed, &library);
    assert_eq!((texts(&check), texts(&again)), (2, 0));
    assert_eq!(again.answers().len() + 2, check.answers().len());
    assert_eq!(again.board(), check.board());
    println!("crystal: {} bytes with name and code, {} without", named.len(), unnamed.len());
}

#[test]
fn other_packs_are_refused() {
    let (check, _) = firm("crystal");
    let bytes = encode(&check, all).expect("a code");
    let changed = |id: &str| {
        let mut sources = sources().to_vec();
        let source = sources.iter_mut().find(|source| source.pack.id == id).expect("a pack");
        source.hash = digest(b"another");
        with(&Rc::new(Compiled::new(sources).expect("packs")))
    };
    assert_eq!(decode(&bytes, &changed("labour")), Err(CompactError::OtherPacks));
    assert_eq!(decode(&bytes, &Library::default()), Err(CompactError::OtherPacks));
    assert!(CompactError::OtherPacks.to_string().starts_with("这份代码是用另一版问卷做的"));
    // A check of one topic does not rest on the packs that it does not ask.
    let scope = Scope { mode: Mode::Topics, topics: vec!["labour".to_owned()] };
    let (topic, _) = check.rescoped(scope);
    let bytes = encode(&topic, all).expect("a code");
    assert_eq!(decode(&bytes, &changed("labour")), Err(CompactError::OtherPacks));
    assert_eq!(rebuilt(&bytes, &changed("crystal")).answers(), topic.answers());
}

/// Adds the check that belongs at the end.
fn forged(content: &[u8]) -> Vec<u8> {
    let check = u32::from_str_radix(&digest(content)[..8], 16).expect("hex");
    [content, &check.to_be_bytes()].concat()
}
