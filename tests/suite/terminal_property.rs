//! Whatever happens at a terminal, a visit is not shown too long.

use proptest::prelude::*;
use tijian::kiosk::{Delays, Deployment, Event, Screen};

use crate::terminal::Terminal;

/// What can happen at a terminal.
#[derive(Clone, Debug)]
enum Happening {
    Waits(u64),
    Sleeps(u64),
    Touch,
    Stay,
    Print,
    Report,
    Back,
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        4 => (1_u64..120).prop_map(Happening::Waits),
        1 => (1_u64..400).prop_map(Happening::Sleeps),
        4 => Just(Happening::Touch),
        2 => Just(Happening::Stay),
        1 => Just(Happening::Print),
        1 => Just(Happening::Report),
        1 => Just(Happening::Back),
    ]
}

fn reports(terminal: &Terminal) -> bool {
    terminal.visitor.model.visit().is_some_and(|visit| visit.screen == Screen::Report)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever happens: no tick that is later than idle and warning after the last touch shows
    /// the visit, and none before the shortest delay takes it away.
    #[test]
    fn a_visit_is_never_shown_too_long(
        happenings in proptest::collection::vec(happening(), 1..24),
        idle in 120_u64..=300,
        warning in 20_u64..=60,
        printed in 30_u64..=300,
    ) {
        let delays = Delays { idle, warning, report: 90, printed };
        let mut terminal = Terminal::of(Deployment { delays, ..Deployment::default() });
        terminal.visitor.says("llc");
        let mut touched = terminal.ms;
        let shortest = idle.min(90).min(printed);
        for happening in happenings {
            let steps = match happening {
                Happening::Waits(seconds) => vec![1; usize::try_from(seconds).unwrap()],
                Happening::Sleeps(seconds) => vec![seconds],
                _ => Vec::new(),
            };
            for seconds in steps {
                terminal.jumps(seconds);
                let gone = (terminal.ms - touched) / 1_000;
                let shown = terminal.visitor.model.visit().is_some();
                prop_assert!(!(shown && gone >= idle + warning), "shown after {gone} s");
                prop_assert!(shown || gone >= shortest + warning, "cleared after {gone} s");
                prop_assert!(!(terminal.warns() && gone + 1 < shortest), "warned after {gone} s");
                if !shown {
                    return Ok(());
                }
            }
            // Under the warning nothing counts but going on.
            let counts = !terminal.warns() || matches!(happening, Happening::Stay);
            match happening {
                Happening::Touch => terminal.touches(),
                Happening::Stay => terminal.visitor.does(Event::Stay),
                Happening::Print => terminal.visitor.does(Event::Print),
                Happening::Report => terminal.visitor.does(Event::MakeReport),
                // Not back to the start, where no visit is.
                Happening::Back if reports(&terminal) => terminal.visitor.does(Event::Back),
                _ => continue,
            }
            if counts {
                touched = terminal.ms;
            }
        }
    }
}
