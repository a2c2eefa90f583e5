//! What a deployment decides, and each of its terminals: `tijian.json` and `terminals/ID.json`
//! beside the page.
//!
//! A fault never stops the program. The strictest stands in the place of what cannot be read, and
//! each fault is a sentence for the people who look after the machine.

mod file;
mod lawyers;
mod pin;
mod read;
mod terminal;

use serde::{Deserialize, Serialize};

pub use file::{DelaySettings, Settings, TerminalFile};
pub use pin::StaffPin;
pub use terminal::{Named, TerminalId, named};

use crate::desk::KnownKey;
use crate::questionnaire::Office;
use read::{of_deployment, of_terminal};

/// What holds on this machine. The default of each field is the strictest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deployment {
    /// The terminal, when the page's address names one.
    pub terminal: Option<TerminalId>,
    /// Whether many people use the machine one after another, or one office has it to itself.
    pub mode: Place,
    /// Name of the justice office (司法所) in which the machine stands.
    pub justice_office: Option<String>,
    /// District, as the profile codes it.
    pub district: Option<String>,
    /// After which time without a touch a terminal is cleared.
    pub delays: Delays,
    /// The printer.
    pub printer: Printer,
    /// Address under which the public finds this program, for codes that a phone opens; without
    /// it no code is offered.
    pub public_address: Option<String>,
    /// What may be taken away besides paper; nothing unless it is named.
    pub outputs: Vec<Output>,
    /// Who helps here: names, addresses, numbers. None is shipped.
    pub offices: Vec<Office>,
    /// The lawyers whose signatures the bureau knows, each with a key.
    pub lawyer_keys: Vec<KnownKey>,
    /// What the staff enter to do something in their menu; without it they can only read there.
    pub staff_pin: Option<StaffPin>,
    /// What is wrong with the files, in words; the strictest stands in its place.
    pub problems: Vec<String>,
}

/// What kind of machine the program runs on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A terminal for everybody: a visit that nobody touches any more is cleared.
    #[default]
    Terminal,
    /// An office's own browser: nothing is cleared unless it is asked for.
    Office,
    /// A lawyer's desk: nothing is cleared, as in an office.
    Desk,
}

/// A way to take a report away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Output {
    /// The firm's own file, which opens in any browser and in this program.
    File,
    /// A document for a word processor.
    Word,
    /// The deadlines for a calendar.
    Calendar,
    /// Plain text.
    Text,
    /// The report as data.
    Data,
    /// A code that a phone reads.
    Code,
}

/// The printer of a machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Printer {
    /// Whether one is fitted; without one printing is not offered.
    #[serde(default = "fitted")]
    pub fitted: bool,
    /// Its name, for the staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Paper is what a machine gives out unless its file says otherwise.
const fn fitted() -> bool {
    true
}

impl Default for Printer {
    fn default() -> Self {
        Self { fitted: fitted(), name: None }
    }
}

/// How long a terminal waits for a touch, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delays {
    /// Until the warning.
    pub idle: u64,
    /// From the warning until everything is cleared.
    pub warning: u64,
    /// Until the warning while the report, a sheet or the code is shown.
    pub report: u64,
    /// Until the warning once it was printed.
    pub printed: u64,
}

impl Default for Delays {
    fn default() -> Self {
        Self { idle: 180, warning: 30, report: 90, printed: 60 }
    }
}

impl Deployment {
    /// What holds in a browser whose address names no terminal, by the text of `tijian.json`.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Self::of(Some(text), None)
    }

    /// What holds: what the terminal's file says, else what the deployment's says, else the
    /// strictest. A file that could not be fetched is absent.
    ///
    /// A terminal offers no way of taking away that the deployment does not list, and is for
    /// everybody unless its own file says otherwise. Where either file is no configuration at all
    /// the machine is a terminal that gives out nothing but paper.
    #[must_use]
    pub fn of(file: Option<&str>, terminal: Option<Named>) -> Self {
        let shared = of_deployment(file);
        let Some(named) = terminal else {
            let broken = shared.broken;
            return Self::resolved(None, shared.said, shared.problems, broken);
        };
        let mut own = of_terminal(&named);
        own.said.mode = own.said.mode.or(Some(Place::Terminal));
        let broken = shared.broken || own.broken;
        let mut problems = shared.problems;
        problems.append(&mut own.problems);
        // Where tijian.json cannot be read at all, nothing more can be said of what it opens.
        if confine(&mut own.said, &shared.said) && !shared.broken {
            problems.push(format!(
                "{}：outputs 里有 tijian.json 没有开放的方式，未使用。请先写进 tijian.json。",
                named.file_name()
            ));
        }
        Self::resolved(named.id, own.said.over(shared.said), problems, broken)
    }

    fn resolved(
        terminal: Option<TerminalId>,
        said: Settings,
        problems: Vec<String>,
        broken: bool,
    ) -> Self {
        let named = |text: Option<String>| text.filter(|text| !text.is_empty());
        let strict = Self::default();
        Self {
            terminal,
            mode: if broken { strict.mode } else { said.mode.unwrap_or_default() },
            justice_office: named(said.justice_office),
            district: named(said.district),
            delays: if broken { strict.delays } else { said.delays.resolved() },
            printer: said.printer.unwrap_or_default(),
            public_address: named(said.public_address),
            outputs: if broken { strict.outputs } else { said.outputs.unwrap_or_default() },
            offices: said.offices.unwrap_or_default(),
            lawyer_keys: said.lawyer_keys.unwrap_or_default(),
            staff_pin: said.staff_pin,
            problems,
        }
    }

    /// Says of files that the server did not give them now.
    pub fn say_kept(&mut self, files: &[String]) {
        let said = |file: &String| {
            format!("{file}：这次没有从服务器取到，现在用的是这台机器上次存下的。断网时是正常的。")
        };
        self.problems.extend(files.iter().map(said));
    }

    /// Whether reports can be reviewed here: at a desk, and in an office that saves files. Nobody
    /// reviews at a terminal.
    #[must_use]
    pub fn reviews(&self) -> bool {
        match self.mode {
            Place::Terminal => false,
            Place::Office => self.offers(Output::File),
            Place::Desk => true,
        }
    }

    /// Whether an output is offered.
    #[must_use]
    pub fn offers(&self, output: Output) -> bool {
        self.outputs.contains(&output) && (output != Output::Code || self.public_address.is_some())
    }
}

/// Leaves a terminal no output that the deployment does not list; says whether it had one.
fn confine(own: &mut Settings, shared: &Settings) -> bool {
    let allowed = shared.outputs.as_deref().unwrap_or_default();
    let Some(outputs) = &mut own.outputs else { return false };
    let wanted = outputs.len();
    outputs.retain(|output| allowed.contains(output));
    outputs.len() < wanted
}
