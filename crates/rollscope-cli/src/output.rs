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

/// Text of a manifest as it may go to a terminal: control characters and marks that turn the direction of writing are spelled out, line ends and tabs stay.
pub(crate) fn visible(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\t' => visible.push(character),
            '\0'..='\x1f' => visible.extend(['^', char::from(character as u8 ^ 0x40)]),
            '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
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
}
