//! Whatever becomes of an export, every question about it has an answer.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests read their cases from files")]

use proptest::prelude::*;
use rollscope_core::history::History;
use rollscope_core::report::kubectl::{Version, rollout};
use rollscope_core::report::{self, Side};
use rollscope_tests::{read, snapshots};

/// Asks everything that can be asked.
fn ask_everything(bytes: &[u8]) {
    let export = read("all.yaml", bytes);
    let overview = report::overview(&export);
    assert_eq!(overview.workload_count, overview.workloads.len());
    for (kind, object) in export.workloads() {
        let history = History::of(&export, kind, object);
        let answer = report::history(&export, &history);
        let numbers: Vec<i64> = answer.revisions.iter().map(|revision| revision.number).collect();
        for (newer, older) in numbers.iter().zip(numbers.iter().skip(1)) {
            let _ = report::diff(&history, Side::Revision(*older), Side::Revision(*newer));
        }
        for number in numbers.iter().chain(&[0, -1, i64::MAX]) {
            let _ = rollout::revision(&history, *number, Version::NEWEST);
            report::undo(&export, &history, *number, None, None);
        }
    }
}

/// Values that an author with bad intentions, or a broken tool, may put in the place of any other.
const ODD: &[&str] = &[
    "-9223372036854775808",
    "9223372036854775807",
    "1e400",
    "null",
    "{}",
    "[]",
    "''",
    "[[[{}]]]",
    "\"9999-12-31T23:59:59-01:00\"",
    "\"0000-01-01T00:00:00Z\"",
    "true",
    "*x",
    "&x {a: *x}",
    "-1",
    "\"\\0\"",
    "|\n\n",
    "\u{202e}",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn other_values_in_any_place_leave_every_question_answerable(
        snapshot in 0..4_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(ODD)), 1..12),
    ) {
        let names = ["03-stuck", "snap-05-stuck", "05-paused", "19-sts"];
        let snapshot = snapshots().into_iter().find(|candidate| candidate.name.contains(names[snapshot])).unwrap();
        let text = std::fs::read_to_string(snapshot.export_file()).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for (place, value) in changes {
            let line = place.index(lines.len());
            if let Some((key, _)) = lines[line].clone().split_once(": ") {
                lines[line] = format!("{key}: {value}");
            }
        }
        ask_everything(lines.join("\n").as_bytes());
    }

    #[test]
    fn other_bytes_in_any_place_leave_every_question_answerable(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let snapshot = snapshots().into_iter().find(|candidate| candidate.name.contains("03-stuck")).unwrap();
        let mut bytes = std::fs::read(snapshot.export_file()).unwrap();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        ask_everything(&bytes);
    }
}
