//! Which voice may read: one that lives on the machine, because any other sends the text away.

/// A voice of the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Its language (BCP 47), as the browser writes it.
    pub lang: String,
    /// Whether it speaks without any service elsewhere.
    pub local: bool,
}

/// The place of the voice that reads, if there is one: local, Mandarin, of the mainland before
/// others.
#[must_use]
pub fn choose(voices: &[Voice]) -> Option<usize> {
    let usable = voices.iter().enumerate().filter(|(_, voice)| voice.local);
    let ranked = usable.filter_map(|(at, voice)| Some((rank(&voice.lang)?, at)));
    ranked.min().map(|(_, at)| at)
}

/// How well a language fits, the best first; nothing for one in which Chinese text is not
/// understood here, Cantonese among them.
fn rank(lang: &str) -> Option<u8> {
    let lang = lang.replace('_', "-").to_ascii_lowercase();
    let mut tags = lang.split('-');
    let base = tags.next().unwrap_or_default();
    let rest: Vec<&str> = tags.collect();
    let cantonese = ["hk", "mo", "yue"].iter().any(|tag| rest.contains(tag));
    match base {
        "zh" | "cmn" if cantonese => None,
        "zh" | "cmn" if rest.contains(&"cn") => Some(0),
        "zh" | "cmn" if rest.contains(&"hans") || rest.is_empty() => Some(1),
        "zh" | "cmn" => Some(2),
        _ => None,
    }
}
