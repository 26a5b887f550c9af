//! Writing to standard output: kubectl's text byte for byte, our own with colour and without what a terminal would obey.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::failure::Failure;

/// Writes text as it is.
pub(crate) fn exactly(text: &str) -> Result<(), Failure> {
    finish(io::stdout().lock().write_all(text.as_bytes()))
}

/// Writes our own text, whose colours are left out where they are not wanted. What comes from a manifest must have gone through [`visible`].
pub(crate) fn styled(text: &str) -> Result<(), Failure> {
    finish(anstream::stdout().lock().write_all(text.as_bytes()))
}

/// A reader that has seen enough, as `head` has, is no failure.
fn finish(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(problem) if problem.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::no_answer(format!("cannot write the answer: {problem}")))
        }
        _ => Ok(()),
    }
}

/// Text of a manifest as it may go to a terminal: control characters, and those that turn the direction of writing or are not seen, are spelled out; line
/// ends and tabs stay. The page spells out the same ones: `web/src/parts/text.ts`.
pub(crate) fn visible(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\t' => visible.push(character),
            '\0'..='\x1f' => visible.extend(['^', char::from(character as u8 ^ 0x40)]),
            '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0001}'
            | '\u{e0020}'..='\u{e007f}' => {
                // Writing to a string does not fail.
                let _ = write!(visible, "<U+{:04X}>", character as u32);
            }
            _ => visible.push(character),
        }
    }
    visible
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spells_out_what_a_terminal_would_obey() {
        assert_eq!(visible("a\x1b[31mred\x07\r\n\tb"), "a^[[31mred^G^M\n\tb");
        assert_eq!(visible("x\u{202e}y\u{9b}z"), "x<U+202E>y<U+009B>z");
        assert_eq!(visible("naïve 日本 🚀"), "naïve 日本 🚀");
    }

    #[test]
    fn spells_out_what_the_page_spells_out() {
        let unseen = unseen_in_the_page();
        for character in '\0'..=char::MAX {
            let text = character.to_string();
            let in_the_page = unseen.iter().any(|(first, last)| (*first..=*last).contains(&character));
            assert_eq!(visible(&text) != text, in_the_page, "{character:?}");
        }
    }

    /// The class of characters that the page spells out, as ranges, read from its source: `/[\u0000-\u0008…\u{e0001}]/u`.
    fn unseen_in_the_page() -> Vec<(char, char)> {
        let source = include_str!("../../../web/src/parts/text.ts");
        let (class, _) = source.split_once("const unseen = /[").and_then(|(_, class)| class.split_once("]/u;")).unwrap();
        let mut ranges = Vec::new();
        let mut is_end = false;
        for character in class.split("\\u").skip(1) {
            let digits = character.trim_end_matches('-').trim_matches(['{', '}']);
            let code = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).unwrap();
            if is_end {
                let (first, _) = ranges.pop().unwrap();
                ranges.push((first, code));
            } else {
                ranges.push((code, code));
            }
            is_end = character.ends_with('-');
        }
        ranges
    }
}
