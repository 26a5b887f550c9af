//! The writer of YAML: where lines break, how deep they start, what stands in front of an entry.

use std::borrow::Cow;

use super::scalar_style::{Shape, Style, is_break, is_printable, style};
use super::{key_order, number};
use crate::{Map, Value};

/// Spaces a level.
const STEP: usize = 2;
/// The column behind which the next single space ends the line.
const WIDTH: usize = 80;
/// The longest name, in bytes, that stands before its colon without a question mark.
const LONGEST_SIMPLE_KEY: usize = 128;

/// Writes one document in block style.
///
/// The two flags are the memory of the last thing written: they decide whether a space or a line end is still owed.
///
/// Models sigs.k8s.io/yaml goyaml.v2 emitterc.go.
pub(super) struct Emitter {
    out: String,
    column: usize,
    indent: Option<usize>,
    /// Nothing but white space since the last indicator that wants a space behind it.
    whitespace: bool,
    /// Nothing but indentation and `-`, `?`, `:` on this line so far.
    indention: bool,
}

/// Where a node stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Root,
    Entry,
    SimpleKey,
    LongKey,
    Value,
}

impl Emitter {
    pub(super) fn new() -> Self {
        Self { out: String::new(), column: 0, indent: None, whitespace: true, indention: true }
    }

    pub(super) fn document(&mut self, value: &Value) {
        self.node(value, Place::Root);
        self.write_indent();
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    fn node(&mut self, value: &Value, place: Place) {
        match value {
            Value::Null => self.indicator("null", true),
            Value::Bool(truth) => self.indicator(if *truth { "true" } else { "false" }, true),
            Value::Int(number) => self.indicator(&number.to_string(), true),
            Value::Float(number) => self.indicator(&number::yaml(*number), true),
            Value::String(text) => self.string(&fold_breaks(text), place),
            Value::List(entries) => self.list(entries, place),
            Value::Map(fields) => self.map(fields),
        }
    }

    fn list(&mut self, entries: &[Value], place: Place) {
        if entries.is_empty() {
            return self.indicator("[]", true);
        }
        // A list right behind `name:` is not indented under the name.
        let under_name = place == Place::Value && !self.indention;
        let outer = self.deepen(0, !under_name);
        for entry in entries {
            self.write_indent();
            self.mark('-');
            self.node(entry, Place::Entry);
        }
        self.indent = outer;
    }

    fn map(&mut self, fields: &Map) {
        if fields.is_empty() {
            return self.indicator("{}", true);
        }
        let outer = self.deepen(0, true);
        for (name, value) in key_order::sort(fields.iter().collect()) {
            self.write_indent();
            if name.len() <= LONGEST_SIMPLE_KEY && !Shape::of(name).multiline {
                self.string(name, Place::SimpleKey);
                self.indicator(":", false);
            } else {
                self.mark('?');
                self.string(name, Place::LongKey);
                self.write_indent();
                self.mark(':');
            }
            self.node(value, Place::Value);
        }
        self.indent = outer;
    }

    fn string(&mut self, text: &str, place: Place) {
        let simple_key = place == Place::SimpleKey;
        let outer = self.deepen(STEP, true);
        match style(text, simple_key) {
            Style::Plain => self.plain(text, !simple_key),
            Style::SingleQuoted => self.single_quoted(text, !simple_key),
            Style::DoubleQuoted => self.double_quoted(text, !simple_key),
            Style::Literal => self.literal(text),
        }
        self.indent = outer;
    }

    /// Goes a level down, to the given depth if there is none yet, and returns the level to come back to.
    fn deepen(&mut self, at_root: usize, step: bool) -> Option<usize> {
        let outer = self.indent;
        self.indent = Some(match outer {
            None => at_root,
            Some(depth) if step => depth + STEP,
            Some(depth) => depth,
        });
        outer
    }

    fn plain(&mut self, text: &str, may_fold: bool) {
        if !self.whitespace {
            self.put(' ');
        }
        let mut after_space = false;
        let mut chars = text.chars().peekable();
        while let Some(char) = chars.next() {
            if char == ' ' && may_fold && !after_space && self.column > WIDTH && chars.peek() != Some(&' ') {
                self.write_indent();
            } else {
                self.put(char);
                self.indention &= char == ' ';
            }
            after_space = char == ' ';
        }
        self.end_scalar();
    }

    fn single_quoted(&mut self, text: &str, may_fold: bool) {
        self.indicator("'", true);
        let mut after_space = false;
        let mut first = true;
        let mut chars = text.chars().peekable();
        while let Some(char) = chars.next() {
            let inside = !first && chars.peek().is_some_and(|&next| next != ' ');
            first = false;
            if char == ' ' {
                if may_fold && !after_space && self.column > WIDTH && inside {
                    self.write_indent();
                } else {
                    self.put(char);
                }
                after_space = true;
            } else if is_break(char) {
                self.put_break(char);
            } else {
                if self.column == 0 {
                    self.write_indent();
                }
                if char == '\'' {
                    self.put('\'');
                }
                self.put(char);
                self.indention = false;
                after_space = false;
            }
        }
        self.indicator("'", false);
        self.end_scalar();
    }

    fn double_quoted(&mut self, text: &str, may_fold: bool) {
        self.indicator("\"", true);
        // The writer looks for a byte order mark at the start of the text instead of at the character, and then escapes every character.
        let all_escaped = text.starts_with('\u{feff}');
        let mut after_space = false;
        let mut first = true;
        let mut chars = text.chars().peekable();
        while let Some(char) = chars.next() {
            let inside = !first && chars.peek().is_some();
            first = false;
            if matches!(char, '"' | '\\') || is_break(char) || !is_printable(char) || all_escaped {
                self.escape(char);
            } else if char == ' ' && may_fold && !after_space && self.column > WIDTH && inside {
                self.write_indent();
                // Spaces at the start of a line would be dropped by a reader.
                if chars.peek() == Some(&' ') {
                    self.put('\\');
                }
            } else {
                self.put(char);
            }
            after_space = char == ' ' && !all_escaped;
        }
        self.indicator("\"", false);
        self.end_scalar();
    }

    fn escape(&mut self, char: char) {
        let code = u32::from(char);
        let text = match char {
            '\0' => "\\0".to_owned(),
            '\u{7}' => "\\a".to_owned(),
            '\u{8}' => "\\b".to_owned(),
            '\t' => "\\t".to_owned(),
            '\n' => "\\n".to_owned(),
            '\u{b}' => "\\v".to_owned(),
            '\u{c}' => "\\f".to_owned(),
            '\r' => "\\r".to_owned(),
            '\u{1b}' => "\\e".to_owned(),
            '"' | '\\' => format!("\\{char}"),
            '\u{85}' => "\\N".to_owned(),
            '\u{a0}' => "\\_".to_owned(),
            '\u{2028}' => "\\L".to_owned(),
            '\u{2029}' => "\\P".to_owned(),
            _ if code <= 0xff => format!("\\x{code:02X}"),
            _ if code <= 0xffff => format!("\\u{code:04X}"),
            _ => format!("\\U{code:08X}"),
        };
        text.chars().for_each(|char| self.put(char));
    }

    fn literal(&mut self, text: &str) {
        self.indicator("|", true);
        if text.starts_with([' ', '\n']) || text.starts_with(is_break) {
            self.indicator(&STEP.to_string(), false);
        }
        let mut backwards = text.chars().rev();
        match (backwards.next(), backwards.next()) {
            (Some(last), _) if !is_break(last) => self.indicator("-", false),
            (Some(_), None) => self.indicator("+", false),
            (Some(_), Some(before)) if is_break(before) => self.indicator("+", false),
            _ => {}
        }
        self.put_break('\n');
        self.whitespace = true;
        for char in text.chars() {
            if is_break(char) {
                self.put_break(char);
            } else {
                if self.column == 0 {
                    self.write_indent();
                }
                self.put(char);
                self.indention = false;
            }
        }
    }

    /// `-`, `?` and `:` that open an entry: more indentation may follow on the same line.
    fn mark(&mut self, mark: char) {
        let indention = self.indention;
        self.indicator(mark.encode_utf8(&mut [0; 4]), true);
        self.indention = indention;
    }

    fn indicator(&mut self, text: &str, wants_space: bool) {
        if wants_space && !self.whitespace {
            self.put(' ');
        }
        text.chars().for_each(|char| self.put(char));
        self.end_scalar();
    }

    fn end_scalar(&mut self) {
        (self.whitespace, self.indention) = (false, false);
    }

    fn write_indent(&mut self) {
        let indent = self.indent.unwrap_or(0);
        if !self.indention || self.column > indent || (self.column == indent && !self.whitespace) {
            self.put_break('\n');
        }
        while self.column < indent {
            self.put(' ');
        }
        (self.whitespace, self.indention) = (true, true);
    }

    fn put(&mut self, char: char) {
        self.out.push(char);
        self.column += 1;
    }

    fn put_break(&mut self, char: char) {
        self.out.push(char);
        (self.column, self.indention) = (0, true);
    }
}

/// What is left of a string after its JSON was read as YAML: a run of raw U+0085, with the spaces around, is a fold.
///
/// Models sigs.k8s.io/yaml goyaml.v2 scannerc.go yaml_parser_scan_flow_scalar.
fn fold_breaks(text: &str) -> Cow<'_, str> {
    const BREAK: char = '\u{85}';
    if !text.contains(BREAK) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(BREAK) {
        out.push_str(before.trim_end_matches(' '));
        rest = after.trim_start_matches(' ');
        let mut further = 0;
        while let Some(after) = rest.strip_prefix(BREAK) {
            further += 1;
            rest = after.trim_start_matches(' ');
        }
        match further {
            0 => out.push(' '),
            _ => out.extend(std::iter::repeat_n('\n', further)),
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}
