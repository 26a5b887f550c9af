//! Strings and lists as Go's fmt prints them.

use crate::Value;

use super::fields::as_text;

/// `%v` of a list of strings: `[a b]`.
pub(super) fn list<T: AsRef<str>>(entries: &[T]) -> String {
    let entries: Vec<&str> = entries.iter().map(AsRef::as_ref).collect();
    format!("[{}]", entries.join(" "))
}

/// `%v` of a map of strings: `map[a:b c:d]`.
pub(super) fn map(fields: &[(&str, &Value)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name}:{}", as_text(value))).collect();
    format!("map[{}]", fields.join(" "))
}

/// `%q` of a string.
///
/// Models Go's strconv.Quote.
pub(super) fn quote(text: &str) -> String {
    let mut out = String::from('"');
    for char in text.chars() {
        let code = u32::from(char);
        match char {
            '"' | '\\' => out.extend(['\\', char]),
            '\u{7}' => out.push_str("\\a"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{b}' => out.push_str("\\v"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            ' '..='~' => out.push(char),
            '\0'..='\u{7f}' => out.push_str(&format!("\\x{code:02x}")),
            _ if is_printable(char) => out.push(char),
            _ if code <= 0xffff => out.push_str(&format!("\\u{code:04x}")),
            _ => out.push_str(&format!("\\U{code:08x}")),
        }
    }
    out.push('"');
    out
}

/// Rust escapes the characters that Go's unicode.IsPrint refuses, and marks that would join what stands before them; hence the letter in front.
fn is_printable(char: char) -> bool {
    format!("a{char}").escape_debug().count() == 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(quote(text), expected, "{text:?}");
    }

    #[test]
    fn quotes_as_go_does() {
        check("a b", "\"a b\"");
        check("\"\\\n\u{1}\u{7f}", "\"\\\"\\\\\\n\\x01\\x7f\"");
        check("é世🚀a\u{300}", "\"é世🚀a\u{300}\"");
        check("\u{a0}\u{200b}\u{e0001}", "\"\\u00a0\\u200b\\U000e0001\"");
    }
}
