//! A text that was handed in, and where in it something is.

use crate::diagnostic::{Diagnostic, Location, Problem};
use crate::limits::Limits;

/// The text of one source. Objects share it and point into it.
#[derive(Debug)]
pub(crate) struct Source {
    /// What the user calls it.
    pub(crate) name: String,
    /// All of it, decoded.
    pub(crate) text: String,
    /// What reading any part of it may cost.
    pub(crate) limits: Limits,
    marks: Vec<Mark>,
}

/// Line and column of the first character of a block, so that a place is found without reading the text from its start. Blocks are short
/// because a text may give rise to millions of places.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    lines_before: usize,
    columns_before: usize,
}

const BLOCK: usize = 1024;

impl Source {
    pub(crate) fn new(name: String, text: String, limits: Limits) -> Self {
        let marks = marks(&text);
        Self { name, text, limits, marks }
    }

    /// The text from `range`; empty where the range lies outside.
    pub(crate) fn slice(&self, range: &std::ops::Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// Line and column of the character at a byte offset.
    pub(crate) fn location(&self, offset: usize) -> Location {
        let offset = offset.min(self.text.len());
        let block = offset / BLOCK;
        let mut mark = self.marks.get(block).copied().unwrap_or_default();
        let before = self.text.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
        mark.pass(before);
        Location { source: self.name.clone(), line: mark.lines_before + 1, column: mark.columns_before + 1 }
    }

    /// A diagnostic for what is wrong in the part of the text that starts at `base`.
    pub(crate) fn diagnostic(&self, fault: Fault, base: usize) -> Diagnostic {
        Diagnostic::new(fault.problem, self.location(base + fault.offset))
    }
}

impl Mark {
    fn pass(&mut self, bytes: &[u8]) {
        self.lines_before += bytes.iter().filter(|byte| **byte == b'\n').count();
        let last_line = match bytes.iter().rposition(|byte| *byte == b'\n') {
            Some(end) => {
                self.columns_before = 0;
                bytes.get(end + 1..).unwrap_or_default()
            }
            None => bytes,
        };
        // Characters are counted by the bytes that start one, so a block may end inside a character.
        self.columns_before += last_line.iter().filter(|byte| (**byte & 0xC0) != 0x80).count();
    }
}

fn marks(text: &str) -> Vec<Mark> {
    let mut mark = Mark::default();
    let blocks = text.as_bytes().chunks(BLOCK);
    let mut marks = Vec::with_capacity(blocks.len() + 1);
    for block in blocks {
        marks.push(mark);
        mark.pass(block);
    }
    marks.push(mark);
    marks
}

/// What is wrong at an offset of the text that was being read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fault {
    /// What is wrong.
    pub(crate) problem: Problem,
    /// Where, in bytes from the start of that text.
    pub(crate) offset: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, offset: usize, expected: &str) {
        let source = Source::new("a".to_owned(), text.to_owned(), Limits::default());
        assert_eq!(source.location(offset).to_string(), expected);
    }

    #[test]
    fn counts_characters_not_bytes() {
        check("ä: b\nc: d", 3, "a:1:3");
        check("ä: b\nc: d", 6, "a:2:1");
        check("", 7, "a:1:1");
    }

    #[test]
    fn finds_places_beyond_the_first_block() {
        let line = "é".repeat(BLOCK);
        check(&line, 2 * BLOCK, &format!("a:1:{}", BLOCK + 1));
        let lines = "ab\n".repeat(BLOCK);
        check(&lines, 3 * BLOCK - 1, &format!("a:{BLOCK}:3"));
    }
}
