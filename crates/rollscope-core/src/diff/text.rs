//! Two texts to lines that were kept, deleted or inserted, with what differs inside them.

use super::align::align;
use super::pairs::pairs;
use super::words::{Run, whole, words};

/// One line of the older text, of the newer one, or of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'t> {
    /// What became of it.
    pub op: LineOp,
    /// Its number in the older text, from 1; none for an inserted line.
    pub old: Option<usize>,
    /// Its number in the newer text, from 1; none for a deleted line.
    pub new: Option<usize>,
    /// Of a deleted line the number, in the newer text, of the inserted line that it became; none where no line on the other side is like it.
    pub became: Option<usize>,
    /// Its text without the newline; no run for an empty line. A run is marked only if a similar line stands on the other side.
    pub runs: Vec<Run<'t>>,
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineOp {
    /// It is in both texts.
    Equal,
    /// It is only in the older text.
    Delete,
    /// It is only in the newer text.
    Insert,
}

impl Line<'_> {
    /// The text of the line without the newline.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text).collect()
    }
}

/// Compares two texts line by line. All lines of both are there, in order; where lines were replaced, deleted ones come before inserted ones.
///
/// A newline at the end of a text makes no difference; a carriage return is part of its line. Lines of more than 8192 bytes get no marks.
pub fn lines<'t>(older: &'t str, newer: &'t str) -> Vec<Line<'t>> {
    let (old_lines, new_lines) = (split(older), split(newer));
    let mut answer = Vec::with_capacity(old_lines.len().max(new_lines.len()));
    for block in align(&old_lines, &new_lines) {
        let olds = old_lines.get(block.older.clone()).unwrap_or_default();
        let news = new_lines.get(block.newer.clone()).unwrap_or_default();
        let (first_old, first_new) = (block.older.start + 1, block.newer.start + 1);
        if block.equal {
            let equal = |(position, text): (usize, &&'t str)| Line {
                op: LineOp::Equal,
                old: Some(first_old + position),
                new: Some(first_new + position),
                became: None,
                runs: whole(text, false),
            };
            answer.extend(olds.iter().enumerate().map(equal));
            continue;
        }
        let line = |op, old, new, text: &&'t str| Line { op, old, new, became: None, runs: whole(text, false) };
        let mut deleted: Vec<_> = (first_old..).zip(olds).map(|(number, text)| line(LineOp::Delete, Some(number), None, text)).collect();
        let mut inserted: Vec<_> = (first_new..).zip(news).map(|(number, text)| line(LineOp::Insert, None, Some(number), text)).collect();
        for (old, new) in pairs(olds, news) {
            let (Some(before), Some(after)) = (deleted.get_mut(old), inserted.get_mut(new)) else { continue };
            before.became = after.new;
            if let (Some(older), Some(newer)) = (olds.get(old), news.get(new)) {
                (before.runs, after.runs) = words(older, newer);
            }
        }
        answer.append(&mut deleted);
        answer.append(&mut inserted);
    }
    answer
}

fn split(text: &str) -> Vec<&str> {
    if text.is_empty() {
        return Vec::new();
    }
    text.strip_suffix('\n').unwrap_or(text).split('\n').collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// One line a row: sign, both numbers, and the text with its marks.
    fn check(older: &str, newer: &str, expected: &[&str]) {
        let number = |number: Option<usize>| number.map_or("-".to_owned(), |number| number.to_string());
        let actual: Vec<_> = lines(older, newer)
            .iter()
            .map(|line| {
                let sign = match line.op {
                    LineOp::Equal => ' ',
                    LineOp::Delete => '-',
                    LineOp::Insert => '+',
                };
                let runs = line.runs.iter().map(|run| if run.changed { format!("«{}»", run.text) } else { run.text.to_owned() });
                format!("{sign} {} {} {}", number(line.old), number(line.new), runs.collect::<String>())
            })
            .collect();
        assert_eq!(actual, expected);
    }

    #[test]
    fn numbers_the_lines_of_both_sides() {
        check("a\nb\nc\n", "a\nc\nd\n", &["  1 1 a", "- 2 - b", "  3 2 c", "+ - 3 d"]);
    }

    #[test]
    fn marks_words_in_similar_lines_only() {
        let older = "image: web:2.2.0\nname: web\n";
        let newer = "checksum: 8f14e45f\nimage: web:2.3.0\nname: web\n";
        check(older, newer, &["- 1 - image: web:2.«2».0", "+ - 1 checksum: 8f14e45f", "+ - 2 image: web:2.«3».0", "  2 3 name: web"]);
    }

    #[test]
    fn takes_a_missing_newline_at_the_end_for_one() {
        check("a", "a\n", &["  1 1 a"]);
        check("", "", &[]);
        check("", "\n", &["+ - 1 "]);
    }

    #[test]
    fn keeps_empty_lines() {
        check("a\n\nb\n", "a\n\nb\n\n", &["  1 1 a", "  2 2 ", "  3 3 b", "+ - 4 "]);
    }

    proptest! {
        #[test]
        fn holds_both_texts(older in "[ab\n]{0,30}", newer in "[ab\n]{0,30}") {
            let lines = lines(&older, &newer);
            let side = |skip: LineOp| lines.iter().filter(|line| line.op != skip).map(|line| line.text() + "\n").collect::<String>();
            let ended = |text: &str| if text.is_empty() || text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") };
            prop_assert_eq!(side(LineOp::Insert), ended(&older));
            prop_assert_eq!(side(LineOp::Delete), ended(&newer));
        }
    }
}
