//! No pack asks what another knows: questions and ticks of two packs that read alike.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::questionnaire::{Compiled, ItemIx, ItemKind};
use crate::response::{Answer, read_text};
use crate::risk::witness::Prover;

/// Likeness from which two texts are taken for the same fact, in hundredths of Dice's coefficient
/// over pairs of characters. Chosen by looking at the shipped packs: the last pairs above it ask
/// about one thing in other words, those below it are mostly like forms of words.
pub const ALIKE: usize = 45;

/// Words that ask and say nothing of what is asked; a longer one before those that it holds.
const ASKING: [&str; 28] = [
    "是哪一天",
    "是哪天",
    "哪一天",
    "哪天",
    "是什么状态",
    "做到哪一步",
    "走到哪一步",
    "到哪一步",
    "哪一步",
    "是哪一种",
    "哪一种",
    "最近一次",
    "收到的",
    "一共",
    "多少",
    "几名",
    "几个",
    "现在",
    "公司",
    "我们",
    "你们",
    "怎样",
    "没有",
    "未",
    "吗",
    "了",
    "的",
    "有",
];

/// What reads alike in two packs.
#[derive(Clone, Debug, Default)]
pub struct Twice {
    /// Without a reason why they are two facts.
    pub unexplained: Vec<(Statement, Statement)>,
    /// How many have a reason.
    pub explained: usize,
    /// What is never both asked of one firm, or never both ticked: for the author to see.
    pub exclusive: Vec<(Statement, Statement)>,
    /// Reasons for what does not read alike, or is never asked of one firm: the question with the
    /// reason, and the other.
    pub needless: Vec<(ItemIx, String)>,
}

/// A fact that a firm is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The question.
    pub item: ItemIx,
    /// What is ticked in it; absent where the question itself says what it asks.
    pub code: Option<String>,
}

impl Statement {
    /// How the question or the tick reads.
    #[must_use]
    pub fn text<'a>(&self, compiled: &'a Compiled) -> &'a str {
        let item = compiled.item(self.item);
        let label = self.code.as_deref().and_then(|code| item.label(code));
        label.unwrap_or(&item.text)
    }

    /// The code of the question, and what is ticked in it.
    #[must_use]
    pub fn name(&self, compiled: &Compiled) -> String {
        let id = &compiled.item(self.item).link_id;
        let tick = self.code.iter().map(|code| format!(" = {code}"));
        tick.fold(id.clone(), |name, tick| name + &tick)
    }

    fn given(&self, prover: &Prover) -> (ItemIx, Option<Answer>) {
        let item = prover.compiled().item(self.item);
        let answer = self.code.as_ref().map(|code| read_text(item, code, prover.today()));
        (self.item, answer.and_then(Result::ok))
    }
}

impl Twice {
    /// Compares every two packs.
    #[must_use]
    pub fn of(prover: &Prover) -> Self {
        let compiled = prover.compiled();
        let mut twice = Self::default();
        let mut used: BTreeSet<(ItemIx, ItemIx)> = BTreeSet::new();
        for (first, second) in alike(compiled) {
            if prover.meet_answers(&[first.given(prover), second.given(prover)]).is_none() {
                twice.exclusive.push((first, second));
                continue;
            }
            let (one, other) = (first.item, second.item);
            let explains = |of: ItemIx, why: ItemIx| {
                compiled.item(of).apart.contains_key(&compiled.item(why).link_id)
            };
            if explains(one, other) || explains(other, one) {
                twice.explained += 1;
                used.extend([(one, other), (other, one)]);
            } else {
                twice.unexplained.push((first, second));
            }
        }
        for (ix, node) in compiled.items.entries() {
            let of_use =
                |id: &&String| compiled.find(id).is_some_and(|to| used.contains(&(ix, to)));
            let idle = node.item.apart.keys().filter(|id| !of_use(id));
            twice.needless.extend(idle.map(|id| (ix, id.clone())));
        }
        twice
    }

    /// Each pair without a reason, in words.
    pub fn errors<'a>(&'a self, compiled: &'a Compiled) -> impl Iterator<Item = String> + 'a {
        self.unexplained.iter().map(|(first, second)| {
            format!(
                "{}“{}”与 {}“{}”像是同一件事：只问一次，或者在一题里写 apart",
                second.name(compiled),
                second.text(compiled),
                first.name(compiled),
                first.text(compiled)
            )
        })
    }

    /// Each reason that is not needed, in words.
    pub fn notes<'a>(&'a self, compiled: &'a Compiled) -> impl Iterator<Item = String> + 'a {
        self.needless.iter().map(|(ix, other)| {
            let id = &compiled.item(*ix).link_id;
            format!("题 {id} 的 apart 里，{other} 已经不像，或者不会都问到，可以去掉")
        })
    }
}

/// Every two statements of different packs that read alike, in the order of asking.
fn alike(compiled: &Compiled) -> Vec<(Statement, Statement)> {
    let statements: Vec<(Statement, BTreeSet<String>)> = statements(compiled)
        .into_iter()
        .map(|statement| {
            let pairs = pairs(statement.text(compiled));
            (statement, pairs)
        })
        .collect();
    let pack = |statement: &Statement| compiled.items.at(statement.item).pack;
    let mut holders: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (at, (statement, pairs)) in statements.iter().enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for pair in pairs {
            let earlier = holders.entry(pair).or_default();
            for other in earlier.iter() {
                *shared.entry(*other).or_default() += 1;
            }
            earlier.push(at);
        }
        for (other, count) in shared {
            let Some((earlier, of_earlier)) = statements.get(other) else { continue };
            let like = 200 * count >= ALIKE * (pairs.len() + of_earlier.len());
            if like && pack(earlier) != pack(statement) {
                found.push((earlier.clone(), statement.clone()));
            }
        }
    }
    found
}

/// What is asked for: a list of ticks asks with each of them, anything else with its question.
/// The codes of a single choice are answers to one question and ask nothing of their own.
fn statements(compiled: &Compiled) -> Vec<Statement> {
    let mut statements = Vec::new();
    for (ix, node) in compiled.items.entries() {
        if node.item.kind == ItemKind::MultiChoice {
            let ticks = node.item.options.iter().filter(|option| !option.exclusive);
            let of_tick = |code: &String| Statement { item: ix, code: Some(code.clone()) };
            statements.extend(ticks.map(|option| of_tick(&option.code)));
        } else {
            statements.push(Statement { item: ix, code: None });
        }
    }
    statements
}

/// Pairs of neighbouring characters, without marks and without words that only ask.
fn pairs(text: &str) -> BTreeSet<String> {
    let mut plain: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    for word in ASKING {
        plain = plain.replace(word, "");
    }
    let next = plain.chars().skip(1).map(Some).chain([None]);
    let of_one = plain.chars().count() == 1;
    plain
        .chars()
        .zip(next)
        .filter(|(_, second)| of_one || second.is_some())
        .map(|(first, second)| std::iter::once(first).chain(second).collect())
        .collect()
}
