//! Compared lines in the unified format of diff and patch.

use std::fmt::Write;
use std::ops::Range;

use super::text::{Line, LineOp};

/// The lines as `diff -u` prints them: two header lines with the names, then hunks with `context` equal lines around the changes.
///
/// Empty for equal texts. Every line ends with a newline; as [`lines`](super::lines) does, it takes a missing one at the end of a text as there.
pub fn unified(lines: &[Line<'_>], older_name: &str, newer_name: &str, context: usize) -> String {
    let mut text = String::new();
    let (mut old, mut new, mut seen) = (0, 0, 0);
    for hunk in hunks(lines, context) {
        if text.is_empty() {
            let _ = writeln!(text, "--- {older_name}\n+++ {newer_name}");
        }
        // Between hunks there are equal lines only.
        old += hunk.start - seen;
        new += hunk.start - seen;
        seen = hunk.end;
        let hunk = lines.get(hunk).unwrap_or_default();
        let deleted = hunk.iter().filter(|line| line.op != LineOp::Insert).count();
        let inserted = hunk.iter().filter(|line| line.op != LineOp::Delete).count();
        let _ = writeln!(text, "@@ -{} +{} @@", stretch(old, deleted), stretch(new, inserted));
        hunk.iter().for_each(|line| write_line(&mut text, line));
        old += deleted;
        new += inserted;
    }
    text
}

/// The stretches of lines to show: changes with their context, joined where contexts touch.
fn hunks(lines: &[Line<'_>], context: usize) -> Vec<Range<usize>> {
    let mut hunks: Vec<Range<usize>> = Vec::new();
    for (position, _) in lines.iter().enumerate().filter(|(_, line)| line.op != LineOp::Equal) {
        let start = position.saturating_sub(context);
        let end = position.saturating_add(context).saturating_add(1).min(lines.len());
        match hunks.last_mut() {
            Some(last) if start <= last.end => last.end = end,
            _ => hunks.push(start..end),
        }
    }
    hunks
}

/// Start and length as POSIX has them: a length of one is left out, and an empty stretch starts at the line before it.
fn stretch(before: usize, len: usize) -> String {
    match len {
        0 => format!("{before},0"),
        1 => format!("{}", before + 1),
        _ => format!("{},{len}", before + 1),
    }
}

fn write_line(text: &mut String, line: &Line<'_>) {
    text.push(match line.op {
        LineOp::Equal => ' ',
        LineOp::Delete => '-',
        LineOp::Insert => '+',
    });
    text.extend(line.runs.iter().map(|run| run.text));
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::super::text::lines;
    use super::*;

    fn check(older: &str, newer: &str, context: usize, expected: &str) {
        assert_eq!(unified(&lines(older, newer), "older", "newer", context), expected);
    }

    #[test]
    fn prints_what_diff_prints() {
        let older = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";
        let newer = "1\n2\nthree\n4\n5\n6\n7\n8\n9\n10\n11\n";
        let expected = "--- older\n+++ newer\n@@ -2,3 +2,3 @@\n 2\n-3\n+three\n 4\n@@ -10 +10,2 @@\n 10\n+11\n";
        check(older, newer, 1, expected);
    }

    #[test]
    fn joins_hunks_that_touch() {
        check("a\n1\n2\nb\n", "A\n1\n2\nB\n", 1, "--- older\n+++ newer\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n-b\n+B\n");
        check("a\n1\nb\n", "A\n1\nB\n", 0, "--- older\n+++ newer\n@@ -1 +1 @@\n-a\n+A\n@@ -3 +3 @@\n-b\n+B\n");
    }

    #[test]
    fn starts_an_empty_stretch_at_the_line_before() {
        check("", "a\n", 3, "--- older\n+++ newer\n@@ -0,0 +1 @@\n+a\n");
        check("a\nb\n", "a\n", 0, "--- older\n+++ newer\n@@ -2 +1,0 @@\n-b\n");
    }

    #[test]
    fn is_empty_for_equal_texts() {
        check("a\n", "a\n", 3, "");
        check("a\n", "b\n", usize::MAX, "--- older\n+++ newer\n@@ -1 +1 @@\n-a\n+b\n");
    }
}
