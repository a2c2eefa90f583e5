//! From a check to its bytes and back.

use chrono::{Days, NaiveDate};

use super::mixed::{Reader, Writer};
use super::value::Setting;
use super::{CHECK, CompactError, PART, WHOLE, sealed, series, sm3_prefix, unsealed};
use crate::flow::{Flow, Reach, Scope};
use crate::questionnaire::{Compiled, Item, ItemIx, ItemKind};
use crate::report::Library;
use crate::response::{Answer, Mode};
use crate::risk::Check;

/// Most bytes of a whole check.
pub const MAX_BYTES: usize = 8192;
/// Bytes of the digest of the packs.
const PACKS: usize = 8;
/// Modes in the order of their digits.
const MODES: [Mode; 3] = [Mode::Quick, Mode::Full, Mode::Topics];
/// 2000-01-01, the first day on which a check can be made, from 1970-01-01, the default of `chrono`.
const FIRST_DAY: i64 = 10_957;
/// How many days there are from then on.
const DAYS: u32 = 1 << 16;

/// What a code says. `Check::with` makes the check of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// Day of the check.
    pub day: NaiveDate,
    /// How much was asked.
    pub scope: Scope,
    /// Every answer, in the order of asking.
    pub answers: Vec<(ItemIx, Answer)>,
}

/// For [`encode`]: keeps everything but texts, which name the firm.
#[must_use]
pub fn not_text(item: &Item) -> bool {
    item.kind != ItemKind::Text
}

/// The bytes of a check. An answer that is not kept is left out as if it had never been given, so
/// what hangs on it is left out too.
///
/// # Errors
/// When the day or a topic is none that a code can hold, when an answer was never accepted for its
/// question, and beyond [`MAX_BYTES`].
pub fn encode(check: &Check, keep: impl Fn(&Item) -> bool) -> Result<Vec<u8>, CompactError> {
    let compiled = check.compiled();
    let mut kept = Flow::new(compiled, check.flow().scope().clone(), check.flow().today());
    for (ix, answer) in check.answers() {
        if keep(compiled.item(ix)) {
            kept.set(compiled, ix, Some(answer));
        }
    }
    write(compiled, &kept)
}

/// The check in some bytes, for the packs of a library.
///
/// # Errors
/// Bytes that [`encode`] does not write with these packs. Nothing is guessed or left out.
pub fn decode(bytes: &[u8], library: &Library) -> Result<Decoded, CompactError> {
    let compiled = library.compiled.as_ref();
    let (packs, number) = open(bytes)?;
    let mut reader = Reader::new(number);
    // The bytes are whole, so a head that does not fit was written for other packs.
    let head = Head::read(&mut reader, compiled).ok_or(CompactError::OtherPacks)?;
    let mut flow = Flow::new(compiled, head.scope, head.setting.today);
    if packs != digest_of_packs(compiled, &flow) {
        return Err(CompactError::OtherPacks);
    }
    for ix in compiled.items.indices() {
        if flow.reach(ix) == Reach::OnPath {
            let answer = head.setting.read(&mut reader, compiled.item(ix));
            flow.set(compiled, ix, answer.ok_or(CompactError::Content)?);
        }
    }
    if write(compiled, &flow).as_deref() != Ok(bytes) {
        return Err(CompactError::Content);
    }
    let given = |ix| Some((ix, flow.answer(ix)?.clone()));
    let answers = flow.path().filter_map(given).collect();
    Ok(Decoded { day: flow.today(), scope: flow.scope().clone(), answers })
}

/// The digest of the packs and the number.
fn open(bytes: &[u8]) -> Result<([u8; PACKS], &[u8]), CompactError> {
    if bytes.len() > MAX_BYTES {
        return Err(CompactError::TooLong);
    }
    match bytes.first() {
        None => return Err(CompactError::TooShort),
        Some(&WHOLE) => {}
        Some(&PART) => return Err(series::is_part(bytes)),
        Some(other) => return Err(CompactError::Version(*other)),
    }
    if bytes.len() < 1 + PACKS + CHECK {
        return Err(CompactError::TooShort);
    }
    let content = unsealed(bytes)?.split_first().map(|(_, rest)| rest).unwrap_or_default();
    let (packs, number) = content.split_first_chunk().ok_or(CompactError::TooShort)?;
    Ok((*packs, number))
}

fn write(compiled: &Compiled, flow: &Flow) -> Result<Vec<u8>, CompactError> {
    let progress = flow.progress();
    let complete = progress.answered == progress.total;
    let setting = Setting { today: flow.today(), complete };
    let mut writer = Writer::default();
    Head { setting, scope: flow.scope().clone() }.write(&mut writer, compiled)?;
    for ix in flow.path() {
        let item = compiled.item(ix);
        let written = setting.write(&mut writer, item, flow.answer(ix));
        written.ok_or_else(|| CompactError::Answer(item.link_id.clone()))?;
    }
    let mut bytes = vec![WHOLE];
    bytes.extend(digest_of_packs(compiled, flow));
    bytes.extend(writer.finish());
    let bytes = sealed(bytes);
    if bytes.len() > MAX_BYTES { Err(CompactError::TooLong) } else { Ok(bytes) }
}

/// What comes before the answers.
struct Head {
    setting: Setting,
    scope: Scope,
}

impl Head {
    fn write(&self, writer: &mut Writer, compiled: &Compiled) -> Result<(), CompactError> {
        let day = (self.setting.today - NaiveDate::default()).num_days() - FIRST_DAY;
        let day = u32::try_from(day).ok().filter(|day| *day < DAYS).ok_or(CompactError::Day)?;
        writer.push(day, DAYS);
        for (digit, mode) in (0..).zip(MODES) {
            if mode == self.scope.mode {
                writer.push(digit, 3);
            }
        }
        writer.push(u32::from(self.setting.complete), 2);
        self.write_topics(writer, compiled).ok_or(CompactError::Topics)
    }

    fn write_topics(&self, writer: &mut Writer, compiled: &Compiled) -> Option<()> {
        let packs = u32::try_from(compiled.packs.len()).ok()?;
        let topics = u32::try_from(self.scope.topics.len()).ok()?;
        if topics > packs {
            return None;
        }
        writer.push(topics, packs + 1);
        for topic in &self.scope.topics {
            let at = compiled.find_pack(topic)?.number();
            writer.push(u32::try_from(at).ok()?, packs);
        }
        Some(())
    }

    fn read(reader: &mut Reader, compiled: &Compiled) -> Option<Self> {
        let day = i64::from(reader.take(DAYS)?) + FIRST_DAY;
        let today = NaiveDate::default().checked_add_days(Days::new(day.try_into().ok()?))?;
        let mode = *MODES.get(usize::try_from(reader.take(3)?).ok()?)?;
        let complete = reader.take(2)? == 1;
        let packs = u32::try_from(compiled.packs.len()).ok()?;
        let mut topics = Vec::new();
        for _ in 0..reader.take(packs.checked_add(1)?)? {
            let at = usize::try_from(reader.take(packs)?).ok()?;
            topics.push(compiled.packs.iter().nth(at)?.id.clone());
        }
        Some(Self { setting: Setting { today, complete }, scope: Scope { mode, topics } })
    }
}

/// Which packs the questions of the scope come from, and of which content.
fn digest_of_packs(compiled: &Compiled, flow: &Flow) -> [u8; PACKS] {
    let mut text = String::new();
    for (pack_ix, pack) in compiled.packs.entries() {
        let mut items = compiled.items.entries();
        if items.any(|(ix, node)| node.pack == pack_ix && flow.asked(ix)) {
            text.push_str(&format!("{} {}\n", pack.id, pack.hash));
        }
    }
    sm3_prefix(text.as_bytes())
}
