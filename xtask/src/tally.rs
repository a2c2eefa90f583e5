//! Counting what passed and what failed, from what the test runners print.

use anyhow::{Context, Result};
use serde::Deserialize;

/// How many passed and failed in one run of a test runner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Passed.
    pub(crate) passed: u64,
    /// Failed.
    pub(crate) failed: u64,
}

/// The line `Summary [0.1s] 3 tests run: 2 passed, 1 failed, 0 skipped` of
/// cargo-nextest. All that ran and did not pass has failed, whatever its kind.
pub(crate) fn nextest(text: &str) -> Option<Count> {
    let line = text.lines().rev().find(|line| {
        line.contains("Summary") && (line.contains("tests run:") || line.contains("test run:"))
    })?;
    let (before, after) = line.split_once(" run:")?;
    // An interrupted run prints `2/3 tests run`.
    let ran = before.split_whitespace().rev().nth(1)?;
    let ran: u64 = ran.split('/').next()?.parse().ok()?;
    let passed = number_before(after, "passed").unwrap_or(0);
    Some(Count { passed, failed: ran.saturating_sub(passed) })
}

/// The sum of all lines `test result: ok. 3 passed; 0 failed; …` of cargo test.
pub(crate) fn cargo_test(text: &str) -> Count {
    let mut count = Count::default();
    for line in text.lines().filter(|line| line.starts_with("test result:")) {
        count.passed += number_before(line, "passed").unwrap_or(0);
        count.failed += number_before(line, "failed").unwrap_or(0);
    }
    count
}

#[derive(Deserialize)]
struct PlaywrightReport {
    stats: PlaywrightStats,
    #[serde(default)]
    errors: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct PlaywrightStats {
    expected: u64,
    unexpected: u64,
    flaky: u64,
}

/// Playwright's JSON report. An error outside any test counts as a failed one,
/// and so does a test that passed only when it was repeated.
pub(crate) fn playwright(json: &str) -> Result<Count> {
    let report: PlaywrightReport =
        serde_json::from_str(json).context("Playwright's report is unreadable")?;
    Ok(Count {
        passed: report.stats.expected,
        failed: report.stats.unexpected + report.stats.flaky + u64::try_from(report.errors.len())?,
    })
}

fn number_before(text: &str, word: &str) -> Option<u64> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    words.windows(2).find_map(|pair| match pair {
        [number, next] if *next == word => number.parse().ok(),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nextest_summaries() {
        let count = |text| nextest(text).map(|count| (count.passed, count.failed));
        assert_eq!(
            count("     Summary [   0.005s] 3 tests run: 3 passed, 0 skipped"),
            Some((3, 0))
        );
        assert_eq!(
            count(
                "Summary [ 9.1s] 6 tests run: 3 passed (1 slow), 2 failed, 1 timed out, 4 skipped"
            ),
            Some((3, 3))
        );
        assert_eq!(
            count("Summary [ 9.1s] 2/6 tests run: 1 passed, 1 failed, 0 skipped"),
            Some((1, 1))
        );
        assert_eq!(count("error: could not compile"), None);
    }

    #[test]
    fn cargo_test_lines_are_added_up() {
        let text = "running 2 tests\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n\
            test result: FAILED. 1 passed; 3 failed; 0 ignored; 0 measured";
        assert_eq!(cargo_test(text), Count { passed: 3, failed: 3 });
    }

    #[test]
    fn playwright_errors_outside_tests_count() -> Result<()> {
        let json = r#"{"stats":{"expected":4,"unexpected":1,"flaky":1,"skipped":2},"errors":[{}]}"#;
        assert_eq!(playwright(json)?, Count { passed: 4, failed: 3 });
        Ok(())
    }
}
