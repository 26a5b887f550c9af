//! JSON text to frames: value by value, and inside a list item by item.

use crate::diagnostic::Problem;
use crate::input::frame::{Format, Frame, Head, LOGS_START, List, logs_end};
use crate::input::source::Fault;
use crate::limits::Limits;

/// The frames of a text of JSON values, one behind the other, one a line, or with other text between them.
///
/// Behind a value that breaks, reading goes on at the next line that starts as such values do: with a `{` that is not indented, or inside a list
/// with one that is indented as its items are.
pub(crate) fn split(text: &str, limits: &Limits) -> Vec<Frame> {
    let mut splitter = Splitter { text, scanner: Scanner::new(text, limits), frames: Vec::new(), next_line: 0 };
    while let Some(byte) = splitter.scanner.token() {
        match byte {
            b'{' => splitter.object(),
            b'[' => splitter.bare_list(),
            // Objects joined by commas, as a list without its brackets.
            b',' => splitter.scanner.at += 1,
            _ => splitter.other_text(),
        }
    }
    splitter.frames
}

struct Splitter<'a> {
    text: &'a str,
    scanner: Scanner<'a>,
    frames: Vec<Frame>,
    /// The last line found that starts a value; kept so that many broken items do not look for it again and again.
    next_line: usize,
}

/// What is known of an object whose top level is being passed.
#[derive(Default)]
struct Fields {
    kind: Option<String>,
    api_version: Option<String>,
    items: Option<Vec<Frame>>,
}

impl Fields {
    fn is_list(&self) -> bool {
        self.items.is_some() && self.kind.as_ref().is_none_or(|kind| kind.ends_with("List"))
    }
}

impl Splitter<'_> {
    fn object(&mut self) {
        let start = self.scanner.at;
        let mut fields = Fields::default();
        let end = self.fields(&mut fields);
        let items_read = fields.items.as_ref().is_some_and(|items| !items.is_empty());
        match end {
            Ok(()) if fields.is_list() => {
                let Fields { kind, api_version, items } = fields;
                self.push_list(start, Head::Fields { kind, api_version }, items.unwrap_or_default());
            }
            Ok(()) => self.frames.push(Frame::Json(start..self.scanner.at)),
            Err(fault) if fields.is_list() && items_read => {
                let Fields { kind, api_version, items } = fields;
                let items = items.into_iter().flatten().chain([Frame::Fault(fault.clone())]).collect();
                self.scanner.at = find_line(self.text, fault.offset, &["{"]);
                self.push_list(start, Head::Fields { kind, api_version }, items);
            }
            Err(fault) => self.push_broken(start, fault),
        }
    }

    fn bare_list(&mut self) {
        let start = self.scanner.at;
        let mut items = Vec::new();
        let end = self.items(&mut items);
        match end {
            Ok(()) => self.push_list(start, Head::Bare, items),
            Err(fault) if items.is_empty() => self.push_broken(start, fault),
            Err(fault) => {
                self.scanner.at = find_line(self.text, fault.offset, &["{"]);
                items.push(Frame::Fault(fault));
                self.push_list(start, Head::Bare, items);
            }
        }
    }

    fn push_list(&mut self, start: usize, head: Head, items: Vec<Frame>) {
        let end = self.scanner.at;
        self.frames.push(Frame::ListStart(List { format: Format::Json, document: start..end, head, doubtful: false }));
        self.frames.extend(items);
        self.frames.push(Frame::ListEnd(end));
    }

    fn push_broken(&mut self, start: usize, fault: Fault) {
        let next = find_line(self.text, start + 1, &["{"]);
        self.frames.push(Frame::Broken(start..next, Fault { offset: fault.offset - start, ..fault }));
        self.scanner.at = next;
    }

    fn other_text(&mut self) {
        let offset = self.scanner.at;
        if self.text.get(offset..).is_some_and(|text| text.starts_with(LOGS_START)) {
            self.scanner.at = logs_end(self.text, offset);
        } else {
            self.frames.push(Frame::Fault(Fault { problem: Problem::StrayText, offset }));
            self.scanner.at = find_line(self.text, offset, &["{", LOGS_START]);
        }
    }

    /// Passes an object and notes what makes it a list.
    fn fields(&mut self, fields: &mut Fields) -> Result<(), Fault> {
        self.scanner.at += 1;
        if self.scanner.closes(b'}') {
            return Ok(());
        }
        loop {
            let name = self.scanner.name()?;
            match (name, self.scanner.token()) {
                ("items", Some(b'[')) => self.items(fields.items.get_or_insert_default())?,
                ("kind", Some(b'"')) => fields.kind = Some(self.scanner.string()?.to_owned()),
                ("apiVersion", Some(b'"')) => fields.api_version = Some(self.scanner.string()?.to_owned()),
                _ => self.scanner.value(1)?,
            }
            if !self.scanner.goes_on(b'}')? {
                return Ok(());
            }
        }
    }

    /// Passes a list and notes its items. Behind a broken item it goes on at the next line that is indented as the first item is.
    fn items(&mut self, items: &mut Vec<Frame>) -> Result<(), Fault> {
        self.scanner.at += 1;
        if self.scanner.closes(b']') {
            return Ok(());
        }
        self.scanner.token();
        let line_start = line_start(self.text, self.scanner.at);
        loop {
            self.scanner.token();
            let start = self.scanner.at;
            let (fault, from) = match self.scanner.value(1) {
                Ok(()) => {
                    let end = self.scanner.at;
                    items.push(Frame::Item(start..end));
                    match self.scanner.goes_on(b']') {
                        Ok(true) => continue,
                        Ok(false) => return Ok(()),
                        Err(fault) => (fault, end),
                    }
                }
                Err(fault) => (fault, start + 1),
            };
            match line_start.as_deref().and_then(|line_start| self.next_item(from, line_start)) {
                Some(next) => {
                    items.push(Frame::Fault(fault));
                    self.scanner.at = next;
                }
                None => return Err(fault),
            }
        }
    }

    fn next_item(&mut self, from: usize, line_start: &str) -> Option<usize> {
        let indent = line_start.len().saturating_sub(1);
        if indent > 0 && self.next_line <= from {
            self.next_line = find_line(self.text, from, &["{"]);
        }
        let bound = if indent > 0 { self.next_line } else { self.text.len() };
        let rest = self.text.get(from..bound)?;
        // The first line may be the one that broke.
        let offset = rest
            .match_indices('\n')
            .map(|(offset, _)| offset + 1)
            .find(|line| rest.get(*line..).is_some_and(|line| line.starts_with(line_start)))?;
        Some(from + offset + indent)
    }
}

/// The start of the line in which an item begins, up to its `{`, if nothing else stands before it there.
fn line_start(text: &str, item: usize) -> Option<String> {
    let start = text.get(..item)?.rfind('\n')? + 1;
    let line_start = text.get(start..item + 1)?;
    let indent = line_start.strip_suffix('{')?;
    indent.bytes().all(|byte| matches!(byte, b' ' | b'\t')).then(|| line_start.to_owned())
}

/// Where the first line behind `from` begins that starts with one of `prefixes`, or the end of the text.
fn find_line(text: &str, from: usize, prefixes: &[&str]) -> usize {
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    let mut lines = rest.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(index, _)| index + 1);
    let starts = |line: &[u8]| prefixes.iter().any(|prefix| line.starts_with(prefix.as_bytes()));
    lines.find(|line| rest.get(*line..).is_some_and(starts)).map_or(text.len(), |offset| from + offset)
}

/// Passes over JSON without reading it: brackets, strings and separators only. What the words and numbers are, the reader checks.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
    limits: &'a Limits,
    deepest: usize,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str, limits: &'a Limits) -> Self {
        // Three levels for a list of watch events around an object; the scanner goes down by recursion.
        Self { text, at: 0, limits, deepest: limits.nesting() + 3 }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no blank.
    fn token(&mut self) -> Option<u8> {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
        self.byte()
    }

    /// Passes `close`, if it is next.
    fn closes(&mut self, close: u8) -> bool {
        let closes = self.token() == Some(close);
        if closes {
            self.at += 1;
        }
        closes
    }

    /// Passes the separator behind an entry, and says whether another entry follows.
    fn goes_on(&mut self, close: u8) -> Result<bool, Fault> {
        match self.token() {
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(false)
            }
            _ => Err(self.expected(if close == b'}' { "`,` or `}`" } else { "`,` or `]`" })),
        }
    }

    /// Passes the name of a field and its colon.
    fn name(&mut self) -> Result<&'a str, Fault> {
        if self.token() != Some(b'"') {
            return Err(self.expected("the name of a field in quotes"));
        }
        let name = self.string()?;
        if self.closes(b':') { Ok(name) } else { Err(self.expected("`:`")) }
    }

    fn value(&mut self, depth: usize) -> Result<(), Fault> {
        match self.token() {
            Some(b'{') => self.nested(depth, b'}', |scanner, depth| {
                scanner.name()?;
                scanner.value(depth)
            }),
            Some(b'[') => self.nested(depth, b']', Self::value),
            Some(b'"') => self.string().map(|_| ()),
            _ => self.word(),
        }
    }

    fn nested(&mut self, depth: usize, close: u8, entry: impl Fn(&mut Self, usize) -> Result<(), Fault>) -> Result<(), Fault> {
        if depth >= self.deepest {
            return Err(Fault { problem: Problem::TooDeep { limit: self.limits.nesting() }, offset: self.at });
        }
        self.at += 1;
        if self.closes(close) {
            return Ok(());
        }
        loop {
            entry(self, depth + 1)?;
            if !self.goes_on(close)? {
                return Ok(());
            }
        }
    }

    /// Passes a string, and gives what stands between its quotes. A line break ends it, so that a missing quote costs one line.
    fn string(&mut self) -> Result<&'a str, Fault> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.byte() {
                Some(b'"') => break,
                Some(b'\\') => self.at += 2,
                Some(b'\n') => return Err(self.syntax("a string has no closing quote", start)),
                Some(_) => self.at += 1,
                None => return Err(self.expected("`\"`")),
            }
        }
        self.at += 1;
        Ok(self.text.get(start + 1..self.at - 1).unwrap_or_default())
    }

    fn word(&mut self) -> Result<(), Fault> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')) {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(self.expected("a value")) }
    }

    fn expected(&self, what: &str) -> Fault {
        match self.text.get(self.at.min(self.text.len())..).and_then(|rest| rest.chars().next()) {
            Some(found) => self.syntax(&format!("expected {what}, found {found:?}"), self.at),
            None => self.syntax(&format!("the text ends where {what} is expected"), self.text.len()),
        }
    }

    fn syntax(&self, detail: &str, offset: usize) -> Fault {
        Fault { problem: Problem::Syntax { format: "JSON", detail: detail.to_owned() }, offset }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let shown: Vec<String> = split(text, &Limits { depth: 5, ..Limits::default() })
            .into_iter()
            .map(|frame| match frame {
                Frame::Json(range) => text[range].to_owned(),
                Frame::Broken(range, fault) => format!("broken {} at {}", text[range].trim_end(), fault.offset),
                Frame::ListStart(List { head: Head::Fields { kind, .. }, .. }) => format!("<{}", kind.unwrap_or_default()),
                Frame::ListStart(_) => "<".to_owned(),
                Frame::Item(range) => format!("item {}", &text[range]),
                Frame::ListEnd(_) => ">".to_owned(),
                Frame::Fault(Fault { problem, offset }) => format!("{} at {offset}", problem.code()),
                Frame::Yaml(_) => panic!("no YAML here"),
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn splits_values_that_follow_each_other() {
        check("{\"a\": \"}\\\"{\"}{}\n{\"b\":[1,{}]}\n", &["{\"a\": \"}\\\"{\"}", "{}", "{\"b\":[1,{}]}"]);
        check("{},{}", &["{}", "{}"]);
        check("", &[]);
    }

    #[test]
    fn splits_lists_at_their_items() {
        check(r#"{"items":[{"a":1}, "x"],"kind":"PodList"}"#, &["<PodList", "item {\"a\":1}", "item \"x\"", ">"]);
        check("[{}, {}]", &["<", "item {}", "item {}", ">"]);
        check(r#"{"kind":"List","items":[]}"#, &["<List", ">"]);
    }

    #[test]
    fn leaves_objects_with_items_whole() {
        let text = r#"{"kind":"KeyToPath","items":[{}]}"#;
        check(text, &[text]);
    }

    #[test]
    fn goes_on_behind_a_broken_value() {
        check("{\"a\":1\n{\"b\":2}\n{\"c\": x\"}\n{}", &["broken {\"a\":1 at 7", "{\"b\":2}", "broken {\"c\": x\"} at 7", "{}"]);
        check("{\"a\": \"x\n{}", &["broken {\"a\": \"x at 6", "{}"]);
    }

    #[test]
    fn goes_on_behind_a_broken_item() {
        let text = "{\"items\": [\n  {\n    \"a\": 1\n  },\n  {\n    \"b\": {\n  },\n  {\n    \"c\": 3\n  }\n],\n\"kind\": \"List\"}\n{}";
        check(text, &["<List", "item {\n    \"a\": 1\n  }", "syntax at 54", "item {\n    \"c\": 3\n  }", ">", "{}"]);
    }

    #[test]
    fn keeps_the_complete_items_of_a_list_that_is_cut_off() {
        check("{\"items\":[{\"a\":1},{\"b\":", &["<", "item {\"a\":1}", "syntax at 23", ">"]);
        check("[{\"a\":1},{\"b\":\n{}", &["<", "item {\"a\":1}", "syntax at 17", ">"]);
    }

    #[test]
    fn skips_the_logs_of_a_dump() {
        check(
            "{}\n==== START logs for container c of pod n/p ====\n{\"level\":1}\n==== END logs for container c of pod n/p ====\n{}\n",
            &["{}", "{}"],
        );
        check("{}\nWarning: x\ny\n{}\n", &["{}", "stray-text at 3", "{}"]);
    }

    #[test]
    fn goes_down_to_the_limit_only() {
        let text = "[".repeat(100_000);
        check(&text, &[&format!("broken {text} at 8")]);
    }
}
