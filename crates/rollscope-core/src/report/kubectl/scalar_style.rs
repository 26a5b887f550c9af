//! How a string is written: plain, in one of two kinds of quotes, or as a block of lines.

use super::timestamp;
use crate::input::scalar;

/// The four ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    SingleQuoted,
    DoubleQuoted,
    /// `|` and the lines as they are.
    Literal,
}

/// The way that is chosen for a string. A simple key stands on one line before its colon, so it is never a block.
///
/// Models sigs.k8s.io/yaml goyaml.v2 encode.go stringv and emitterc.go yaml_emitter_select_scalar_style.
pub(super) fn style(text: &str, simple_key: bool) -> Style {
    let shape = Shape::of(text);
    if text.contains('\n') {
        return if shape.block_allowed && !simple_key { Style::Literal } else { Style::DoubleQuoted };
    }
    match reads_as_string(text) && !(simple_key && shape.multiline) {
        true if shape.plain_allowed => Style::Plain,
        true if shape.single_allowed => Style::SingleQuoted,
        _ => Style::DoubleQuoted,
    }
}

/// What the characters of a string allow.
///
/// Models sigs.k8s.io/yaml goyaml.v2 emitterc.go yaml_emitter_analyze_scalar, without the flow style, which holds no strings here.
pub(super) struct Shape {
    pub(super) multiline: bool,
    plain_allowed: bool,
    single_allowed: bool,
    block_allowed: bool,
}

impl Shape {
    pub(super) fn of(text: &str) -> Self {
        let mut found = Found { indicators: text.starts_with("---") || text.starts_with("..."), ..Found::default() };
        let mut before = None;
        let mut chars = text.chars().peekable();
        while let Some(char) = chars.next() {
            found.look(before, char, chars.peek().copied());
            before = Some(char);
        }
        found.shape(text.is_empty())
    }
}

/// What was seen in a string on the way through it.
#[derive(Default)]
struct Found {
    indicators: bool,
    special: bool,
    breaks: bool,
    edge: bool,
    trailing_space: bool,
    space_after_break: bool,
    break_after_space: bool,
}

impl Found {
    fn look(&mut self, before: Option<char>, char: char, after: Option<char>) {
        let blank_follows = after.is_none_or(|after| matches!(after, ' ' | '\t'));
        let edge = before.is_none() || after.is_none();
        self.indicators |= match (before, char) {
            (None, '#' | ',' | '[' | ']' | '{' | '}' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%' | '@' | '`') => true,
            (None, '?' | '-') | (_, ':') => blank_follows,
            (Some(before), '#') => matches!(before, ' ' | '\t' | '\0') || is_break(before),
            _ => false,
        };
        self.special |= !is_printable(char);
        if char == ' ' {
            self.edge |= edge;
            self.trailing_space |= after.is_none();
            self.space_after_break |= before.is_some_and(is_break);
        } else if is_break(char) {
            self.breaks = true;
            self.edge |= edge;
            self.break_after_space |= before == Some(' ');
        }
    }

    fn shape(&self, empty: bool) -> Shape {
        let raw = !self.break_after_space && !self.special;
        let flowing = raw && !self.space_after_break;
        Shape {
            multiline: self.breaks,
            plain_allowed: flowing && !self.edge && !self.breaks && !self.indicators,
            single_allowed: flowing,
            block_allowed: raw && !self.trailing_space && !empty,
        }
    }
}

/// Whether a plain scalar with this text is read as this text.
fn reads_as_string(text: &str) -> bool {
    scalar::is_text(text) && !is_base_60(text) && !timestamp::reads_as_time(text)
}

/// `[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?`: a number of YAML 1.1 that Go does not read, but quotes for those who do.
///
/// Models sigs.k8s.io/yaml goyaml.v2 encode.go isBase60Float.
fn is_base_60(text: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'_'));
    let mut parts = text.strip_prefix(['-', '+']).unwrap_or(text).split(':');
    let whole = parts.next().is_some_and(|whole| whole.starts_with(|char: char| char.is_ascii_digit()) && digits(whole));
    let rest: Vec<&str> = parts.collect();
    let Some((last, middle)) = rest.split_last() else { return false };
    let (last, fraction) = last.split_once('.').unwrap_or((last, ""));
    whole && digits(fraction) && middle.iter().chain([&last]).all(|part| is_sixtieth(part.as_bytes()))
}

fn is_sixtieth(digits: &[u8]) -> bool {
    matches!(digits, [b'0'..=b'9'] | [b'0'..=b'5', b'0'..=b'9'])
}

/// Line breaks of YAML 1.1.
pub(super) fn is_break(char: char) -> bool {
    matches!(char, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What may stand for itself. The writer knows no characters beyond U+FFFF, so emoji are escaped.
pub(super) fn is_printable(char: char) -> bool {
    matches!(char, '\n' | ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Style) {
        assert_eq!(style(text, false), expected, "{text:?}");
    }

    #[test]
    fn quotes_look_alikes_twice_and_specials_once() {
        for text in ["yes", "1", ".inf", "1:30", "+1_0:59.5", "2001-1-2", "", "a\tb", "\r"] {
            check(text, Style::DoubleQuoted);
        }
        for text in [" a", "a ", "a: b", "a:", "a #b", "---", "...x", "-", "1:2:", "? a", "a\u{2028}b", "@a"] {
            check(text, Style::SingleQuoted);
        }
        for text in ["a", "a:b", "a#b", "-a", "?a", "1:60", "a, b", "é\u{a0}", "2001-13-14", "--"] {
            check(text, Style::Plain);
        }
    }

    #[test]
    fn writes_lines_as_a_block_unless_a_space_or_a_special_forbids_it() {
        check("a\nb", Style::Literal);
        check("\n", Style::Literal);
        for text in ["a \nb", "a\n ", "a\tb\n", "a\r\nb"] {
            check(text, Style::DoubleQuoted);
        }
        assert_eq!(style("a\nb", true), Style::DoubleQuoted);
    }
}
