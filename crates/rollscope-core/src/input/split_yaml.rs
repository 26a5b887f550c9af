//! YAML text to frames: at `---`, and inside a block-style list at its items.

use std::ops::Range;

use crate::input::frame::{Format, Frame, Head, LOGS_START, List, Strays, is_log, logs_end};

/// The frames of a YAML text.
///
/// A line that starts with `---` or `...` ends a document wherever it stands; YAML allows for no other meaning. Splitting a list is a guess that
/// the reader checks: an item that was cut wrongly does not read as a sequence of exactly one entry.
///
/// Stray lines are passed over as if they were not there.
pub(crate) fn split(text: &str, strays: &Strays) -> Vec<Frame> {
    let text = Text { text, strays };
    let mut frames = Vec::new();
    for document in text.documents() {
        text.split_document(document, &mut frames);
    }
    frames
}

/// Where the first content of a document or an item begins, behind comments, directives, markers and the item's dash.
pub(crate) fn content_start(text: &str) -> usize {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let skipped = match rest.as_bytes().first() {
            Some(b'#' | b'%') => rest.find('\n').unwrap_or(rest.len()),
            Some(b'-') if is_marker(rest, "---") => 3,
            Some(b'-') if is_entry(rest) => 1,
            Some(b'I' | b'W' | b'E' | b'F') if rest.split('\n').next().is_some_and(is_log) => rest.find('\n').unwrap_or(rest.len()),
            _ => return text.len() - rest.len(),
        };
        rest = rest.get(skipped..).unwrap_or_default();
    }
}

/// A text and the lines that are not part of it.
struct Text<'t> {
    text: &'t str,
    strays: &'t Strays,
}

/// Where the items of a list are.
struct Items {
    /// Where the fields around the items begin, if there are any.
    keys_start: Option<usize>,
    start: usize,
    end: usize,
    ranges: Vec<Range<usize>>,
    doubtful: bool,
}

impl<'t> Text<'t> {
    fn documents(&self) -> Vec<Range<usize>> {
        let mut documents = Vec::new();
        let mut start = 0;
        // Comments and directives belong to the document behind them, so only content closes a document.
        let mut content = false;
        let mut skipped_until = 0;
        for (offset, line) in self.lines(0..self.text.len()) {
            if offset < skipped_until {
                continue;
            }
            if line.starts_with(LOGS_START) {
                documents.push(start..offset);
                skipped_until = logs_end(self.text, offset);
                (start, content) = (skipped_until, false);
            } else if is_marker(line, "---") {
                if content {
                    documents.push(start..offset);
                    start = offset;
                }
                content = true;
            } else if is_marker(line, "...") {
                let end = offset + line.len();
                documents.push(start..end);
                (start, content) = (end, false);
            } else if !(is_blank_or_comment(line) || line.starts_with('%')) {
                content = true;
            }
        }
        documents.push(start..self.text.len());
        documents
    }

    fn split_document(&self, document: Range<usize>, frames: &mut Vec<Frame>) {
        let holds_something = self.lines(document.clone()).any(|(_, line)| !is_empty_line(line));
        if !holds_something {
            return;
        }
        let Some(items) = self.find_items(document.clone()) else {
            frames.push(Frame::Yaml(document));
            return;
        };
        let head = match items.keys_start {
            None => Head::Bare,
            Some(start) => Head::Text(start..items.start, items.end..document.end),
        };
        let end = document.end;
        frames.push(Frame::ListStart(List { format: Format::Yaml, document, head, doubtful: items.doubtful }));
        frames.extend(items.ranges.into_iter().map(Frame::Item));
        frames.push(Frame::ListEnd(end));
    }

    /// Finds the items of a document that is a block sequence, or a block map with one under `items`.
    fn find_items(&self, document: Range<usize>) -> Option<Items> {
        let mut keys_start = None;
        let mut below_items = false;
        for (offset, line) in self.lines(document.clone()) {
            if is_empty_line(line) || line.starts_with('%') {
                continue;
            }
            let indent = line.len() - line.trim_start_matches(' ').len();
            let entry = is_entry(line.get(indent..).unwrap_or_default());
            if entry && (below_items || (keys_start.is_none() && indent == 0)) {
                return Some(self.cut_items(document, keys_start, offset, indent));
            }
            // `--- kind: List` and the like are left to the parser.
            if is_marker(line, "---") || entry || below_items {
                return None;
            }
            if indent == 0 {
                keys_start.get_or_insert(document.start);
                below_items = is_items_key(line);
            } else if keys_start.is_none() {
                return None;
            }
        }
        None
    }

    /// Cuts the items, which end at the line without indentation behind the last of them. Such a line between two items is either a broken part of an
    /// item, or the key of another list that is none of the items: the split is in doubt.
    fn cut_items(&self, document: Range<usize>, keys_start: Option<usize>, start: usize, indent: usize) -> Items {
        let mut starts = Vec::new();
        let mut end = None;
        let mut doubtful = false;
        for (offset, line) in self.lines(start..document.end) {
            let indent_here = line.len() - line.trim_start_matches(' ').len();
            if indent_here > indent || is_blank_or_comment(line) {
                continue;
            }
            if indent_here == indent && is_entry(line.get(indent..).unwrap_or_default()) {
                doubtful |= end.take().is_some();
                starts.push(offset);
            } else {
                end.get_or_insert(offset);
            }
        }
        let end = end.unwrap_or(document.end);
        let ends = starts.iter().skip(1).copied().chain([end]);
        let ranges = starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect();
        Items { keys_start, start, end, ranges, doubtful }
    }

    /// The lines of a part of the text with their offsets, line breaks included.
    fn lines(&self, range: Range<usize>) -> impl Iterator<Item = (usize, &'t str)> {
        let mut offset = range.start;
        let lines = self.text.get(range).unwrap_or_default().split_inclusive('\n').map(move |line| {
            let start = offset;
            offset += line.len();
            (start, line)
        });
        lines.filter(|(offset, _)| self.strays.end_of(*offset).is_none())
    }
}

fn is_marker(line: &str, marker: &str) -> bool {
    line.strip_prefix(marker).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']))
}

fn is_entry(line: &str) -> bool {
    is_marker(line, "-")
}

fn is_items_key(line: &str) -> bool {
    line.strip_prefix("items:").is_some_and(is_blank_or_comment)
}

fn is_blank_or_comment(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t', '\r', '\n']);
    line.is_empty() || line.starts_with('#')
}

/// Whether a line holds nothing but perhaps a marker or a comment.
fn is_empty_line(line: &str) -> bool {
    let markers = |marker| is_marker(line, marker) && line.get(3..).is_some_and(is_blank_or_comment);
    is_blank_or_comment(line) || markers("---") || markers("...")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Frames as text: `|` between them, `<` and `>` around a list.
    fn check(text: &str, expected: &[&str]) {
        let shown: Vec<String> = split(text, &Strays::default())
            .into_iter()
            .map(|frame| match frame {
                Frame::Yaml(range) => text[range].to_owned(),
                Frame::ListStart(List { head: Head::Text(before, behind), .. }) => format!("<{}{}", &text[before], &text[behind]),
                Frame::ListStart(_) => "<".to_owned(),
                Frame::Item(range) => format!("item {}", &text[range]),
                Frame::ListEnd(_) => ">".to_owned(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn splits_documents_at_markers() {
        check("a: 1\n---\nb: 2\n--- # c\n---\nc: |\n  ---\n", &["a: 1\n", "---\nb: 2\n", "---\nc: |\n  ---\n"]);
        check("a: 1\n...\n%YAML 1.1\n# x\n---\nb: 2\n", &["a: 1\n...\n", "%YAML 1.1\n# x\n---\nb: 2\n"]);
        check("a: 1\r\n---\r\nb: 2", &["a: 1\r\n", "---\r\nb: 2"]);
    }

    #[test]
    fn skips_documents_without_content() {
        check("", &[]);
        check("# nothing\n---\n\n---\n  # still nothing\n...\n", &[]);
    }

    #[test]
    fn splits_a_list_at_its_items() {
        check(
            "apiVersion: v1\nitems:\n- a: 1\n  b:\n  - 2\n# c\n- a: 3\nkind: List\n",
            &["<apiVersion: v1\nitems:\nkind: List\n", "item - a: 1\n  b:\n  - 2\n# c\n", "item - a: 3\n", ">"],
        );
        check(
            "kind: List\nitems: # all\n\n  - a\n  -\n    b\n",
            &["<kind: List\nitems: # all\n\n", "item   - a\n", "item   -\n    b\n", ">"],
        );
    }

    #[test]
    fn splits_a_sequence_that_stands_alone() {
        check("---\n- a\n- b\n", &["<", "item - a\n", "item - b\n", ">"]);
    }

    #[test]
    fn leaves_other_documents_whole() {
        for text in
            ["items: []\nkind: List\n", "spec:\n  items:\n  - a\n", "a:\n- b\n", "--- a\n- b\n", "items: &x\n- a\n", "{items: [a]}\n"]
        {
            check(text, &[text]);
        }
    }

    #[test]
    fn skips_the_logs_of_a_dump() {
        check(
            "a: 1\n==== START logs for container c of pod n/p ====\n- x\n---\n==== END logs for container c of pod n/p ====\nb: 2\n",
            &["a: 1\n", "b: 2\n"],
        );
    }
}
