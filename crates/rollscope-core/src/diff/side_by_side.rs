//! Compared lines in two columns, for a terminal and for the page.

use serde::Serialize;

use super::text::{Line, LineOp};

/// A row of two columns: the numbers of the lines in it, from 1. A side is empty where nothing stands against the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Beside {
    /// Line number in the older text.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub old: Option<usize>,
    /// Line number in the newer text.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub new: Option<usize>,
}

/// Lays lines out in two columns: equal lines beside each other, deleted lines beside the inserted lines they became.
///
/// Where no deleted line became an inserted one, they fill rows together from the top.
pub fn side_by_side(lines: &[Line<'_>]) -> Vec<Beside> {
    let mut rows = Vec::with_capacity(lines.len());
    let mut rest = lines;
    while let Some(first) = rest.first() {
        if first.op == LineOp::Equal {
            rows.push(Beside { old: first.old, new: first.new });
            rest = rest.get(1..).unwrap_or_default();
            continue;
        }
        let (deleted, after) = split_at_first(rest, |line| line.op != LineOp::Delete);
        let (inserted, after) = split_at_first(after, |line| line.op != LineOp::Insert);
        rest = after;
        replaced(&mut rows, deleted, inserted);
    }
    rows
}

fn replaced(rows: &mut Vec<Beside>, deleted: &[Line<'_>], inserted: &[Line<'_>]) {
    let first = |lines: &[Line<'_>], number: fn(&Line<'_>) -> Option<usize>| lines.first().and_then(number).unwrap_or_default();
    let (mut old, mut new) = (first(deleted, |line| line.old), first(inserted, |line| line.new));
    let (old_end, new_end) = (old + deleted.len(), new + inserted.len());
    let pairs = deleted.iter().filter_map(|line| line.old.zip(line.became));
    for (pair_old, pair_new) in pairs.chain([(old_end, new_end)]) {
        while old < pair_old || new < pair_new {
            let row = Beside { old: (old < pair_old).then_some(old), new: (new < pair_new).then_some(new) };
            old += usize::from(row.old.is_some());
            new += usize::from(row.new.is_some());
            rows.push(row);
        }
        if old < old_end && new < new_end {
            rows.push(Beside { old: Some(old), new: Some(new) });
            (old, new) = (old + 1, new + 1);
        }
    }
}

fn split_at_first<'l, 't>(lines: &'l [Line<'t>], stop: impl Fn(&Line<'t>) -> bool) -> (&'l [Line<'t>], &'l [Line<'t>]) {
    let end = lines.iter().position(stop).unwrap_or(lines.len());
    lines.split_at_checked(end).unwrap_or((lines, &[]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::text::lines;
    use super::*;

    fn check(older: &str, newer: &str, expected: &[&str]) {
        let show = |text: &str, number: Option<usize>| {
            number.map_or("blank".to_owned(), |number| format!("{number} {}", text.lines().nth(number - 1).unwrap()))
        };
        let rows = side_by_side(&lines(older, newer));
        let rows: Vec<_> = rows.iter().map(|row| format!("{} | {}", show(older, row.old), show(newer, row.new))).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn puts_a_line_beside_what_it_became() {
        let older = "annotations:\n  prometheus.io/port: '9090'\nspec:\n";
        let newer = "annotations:\n  checksum/config: 8f14e45f\n  prometheus.io/port: '9091'\nspec:\n";
        let expected = [
            "1 annotations: | 1 annotations:",
            "blank | 2   checksum/config: 8f14e45f",
            "2   prometheus.io/port: '9090' | 3   prometheus.io/port: '9091'",
            "3 spec: | 4 spec:",
        ];
        check(older, newer, &expected);
    }

    #[test]
    fn fills_rows_where_nothing_is_alike() {
        check("a\nb\n", "c\nd\ne\n", &["1 a | 1 c", "2 b | 2 d", "blank | 3 e"]);
    }

    #[test]
    fn keeps_empty_lines() {
        check("\n", "\n\n", &["1  | 1 ", "blank | 2 "]);
    }

    proptest! {
        #[test]
        fn holds_every_line_once_and_in_order(older in "([ab]{1,3}( [ab])?\n){0,9}", newer in "([ab]{1,3}( [ab])?\n){0,9}") {
            let rows = side_by_side(&lines(&older, &newer));
            let olds: Vec<_> = rows.iter().filter_map(|row| row.old).collect();
            let news: Vec<_> = rows.iter().filter_map(|row| row.new).collect();
            prop_assert_eq!(olds, (1..=older.lines().count()).collect::<Vec<_>>());
            prop_assert_eq!(news, (1..=newer.lines().count()).collect::<Vec<_>>());
            prop_assert!(rows.iter().all(|row| row.old.is_some() || row.new.is_some()));
        }
    }
}
