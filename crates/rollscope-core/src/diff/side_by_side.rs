//! Compared lines in two columns, for a terminal and for the page.

use super::pairs::pairs;
use super::text::{Line, LineOp};
use super::words::Run;

/// One row of two columns. At least one side is there; the other is blank where nothing stands against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'t> {
    /// What the older text has here.
    pub left: Option<Cell<'t>>,
    /// What the newer text has here.
    pub right: Option<Cell<'t>>,
}

/// A line, or a piece of one, in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell<'t> {
    /// Its number in its own text, from 1; none for the second and further pieces of a wrapped line.
    pub number: Option<usize>,
    /// What became of the line.
    pub op: LineOp,
    /// The text with its marks.
    pub runs: Vec<Run<'t>>,
}

/// Lays lines out in two columns: equal lines beside each other, deleted lines beside the inserted lines they became.
///
/// Where no deleted line became an inserted one, they fill rows together from the top. `width` is the room for text in a column, in characters;
/// longer lines go on in further rows. Without it, or with 0, lines stay whole.
pub fn side_by_side<'t>(lines: &[Line<'t>], width: Option<usize>) -> Vec<Row<'t>> {
    let mut rows = Vec::with_capacity(lines.len());
    let width = width.filter(|width| *width > 0).unwrap_or(usize::MAX);
    let mut rest = lines;
    while let Some(first) = rest.first() {
        if first.op == LineOp::Equal {
            push(&mut rows, Some(first), Some(first), width);
            rest = rest.get(1..).unwrap_or_default();
            continue;
        }
        let (deleted, after) = split_at_first(rest, |line| line.op != LineOp::Delete);
        let (inserted, after) = split_at_first(after, |line| line.op != LineOp::Insert);
        rest = after;
        replaced(&mut rows, deleted, inserted, width);
    }
    rows
}

fn replaced<'t>(rows: &mut Vec<Row<'t>>, deleted: &[Line<'t>], inserted: &[Line<'t>], width: usize) {
    let texts = |lines: &[Line<'t>]| lines.iter().map(Line::text).collect::<Vec<_>>();
    let (old_texts, new_texts) = (texts(deleted), texts(inserted));
    let became = pairs(&old_texts, &new_texts);
    let ends = became.into_iter().map(|(old, new)| (old, new, true)).chain([(deleted.len(), inserted.len(), false)]);
    let (mut old, mut new) = (0, 0);
    for (old_end, new_end, is_pair) in ends {
        while old < old_end || new < new_end {
            let left = deleted.get(old).filter(|_| old < old_end);
            let right = inserted.get(new).filter(|_| new < new_end);
            old += usize::from(left.is_some());
            new += usize::from(right.is_some());
            push(rows, left, right, width);
        }
        if is_pair {
            push(rows, deleted.get(old), inserted.get(new), width);
            (old, new) = (old + 1, new + 1);
        }
    }
}

fn split_at_first<'l, 't>(lines: &'l [Line<'t>], stop: impl Fn(&Line<'t>) -> bool) -> (&'l [Line<'t>], &'l [Line<'t>]) {
    let end = lines.iter().position(stop).unwrap_or(lines.len());
    lines.split_at_checked(end).unwrap_or((lines, &[]))
}

fn push<'t>(rows: &mut Vec<Row<'t>>, left: Option<&Line<'t>>, right: Option<&Line<'t>>, width: usize) {
    let mut lefts = left.map(|line| pieces(line, line.old, width)).unwrap_or_default().into_iter();
    let mut rights = right.map(|line| pieces(line, line.new, width)).unwrap_or_default().into_iter();
    loop {
        let row = Row { left: lefts.next(), right: rights.next() };
        if row.left.is_none() && row.right.is_none() {
            return;
        }
        rows.push(row);
    }
}

/// The line in pieces of at most `width` characters; an empty line is one empty piece.
fn pieces<'t>(line: &Line<'t>, number: Option<usize>, width: usize) -> Vec<Cell<'t>> {
    let mut pieces = vec![Cell { number, op: line.op, runs: Vec::new() }];
    let mut room = width;
    for run in &line.runs {
        let mut rest = run.text;
        while !rest.is_empty() {
            if room == 0 {
                pieces.push(Cell { number: None, op: line.op, runs: Vec::new() });
                room = width;
            }
            let end = rest.char_indices().nth(room).map_or(rest.len(), |(end, _)| end);
            let (text, after) = rest.split_at(end);
            room -= text.chars().count();
            pieces.last_mut().into_iter().for_each(|piece| piece.runs.push(Run { text, changed: run.changed }));
            rest = after;
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::super::text::lines;
    use super::*;

    fn check(older: &str, newer: &str, width: Option<usize>, expected: &[&str]) {
        let show = |cell: &Option<Cell<'_>>| {
            let text = |cell: &Cell<'_>| {
                let number = cell.number.map_or("-".to_owned(), |number| number.to_string());
                format!("{number} {}", cell.runs.iter().map(|run| run.text).collect::<String>())
            };
            cell.as_ref().map_or("blank".to_owned(), text)
        };
        let rows = side_by_side(&lines(older, newer), width);
        let rows: Vec<_> = rows.iter().map(|row| format!("{} | {}", show(&row.left), show(&row.right))).collect();
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
        check(older, newer, None, &expected);
    }

    #[test]
    fn fills_rows_where_nothing_is_alike() {
        check("a\nb\n", "c\nd\ne\n", None, &["1 a | 1 c", "2 b | 2 d", "blank | 3 e"]);
    }

    #[test]
    fn wraps_long_lines_by_characters() {
        check("äbcde\nx\n", "äb\nx\n", Some(2), &["1 äb | 1 äb", "- cd | blank", "- e | blank", "2 x | 2 x"]);
    }

    #[test]
    fn keeps_empty_lines() {
        check("\n", "\n\n", Some(10), &["1  | 1 ", "blank | 2 "]);
    }
}
