//! JSON text to frames: value by value, and inside a list item by item.

use crate::diagnostic::Problem;
use crate::input::frame::{Format, Frame, Head, LOGS_START, List, Strays, logs_end};
use crate::input::source::Fault;
use crate::limits::Limits;

/// The frames of a text of JSON values, one behind the other, one a line, or with other text between them.
///
/// A value or an item that breaks is skipped by counting brackets. Where they do not add up, reading goes on at the next line that starts as such
/// values do, with a `{` that is not indented, or inside a list with one that is indented as its items are; or, on the same line, at what starts as
/// an object does.
pub(crate) fn split(text: &str, limits: &Limits, strays: &Strays) -> Vec<Frame> {
    let scanner = Scanner::new(text, limits, strays);
    // A few walks through all of the text: enough for any accident, and no bait for a file that is made to be slow.
    let mut splitter = Splitter { text, scanner, frames: Vec::new(), next_line: 0..0, walks: text.len().saturating_mul(4) };
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
    /// From where a line was looked for that starts a value, and where it is; kept so that many broken items do not look for it again and again.
    next_line: std::ops::Range<usize>,
    /// How many bytes may still be walked over for nothing when brackets are counted.
    walks: usize,
}

/// What is known of an object whose top level is being passed.
#[derive(Default)]
struct Fields {
    kind: Option<String>,
    api_version: Option<String>,
    items: Option<Vec<Frame>>,
    /// What is wrong with other fields.
    faults: Vec<Fault>,
}

impl Fields {
    fn is_list(&self) -> bool {
        self.items.is_some() && self.kind.as_ref().is_none_or(|kind| kind.ends_with("List"))
    }

    /// Whether it is a list of which something is worth keeping although something is wrong with it.
    fn is_list_with_items(&self) -> bool {
        self.is_list() && self.items.as_ref().is_some_and(|items| !items.is_empty())
    }

    fn first_fault(&self) -> Option<&Fault> {
        let in_items = self.items.iter().flatten().find_map(|frame| match frame {
            Frame::Fault(fault) => Some(fault),
            _ => None,
        });
        self.faults.first().or(in_items)
    }

    fn into_list(self) -> (Head, Vec<Frame>) {
        let items = self.items.unwrap_or_default().into_iter().chain(self.faults.into_iter().map(Frame::Fault)).collect();
        (Head::Fields { kind: self.kind, api_version: self.api_version }, items)
    }
}

/// Up to where brackets are counted.
#[derive(Clone, Copy, PartialEq)]
enum Until {
    /// Behind the bracket that closes the first one.
    Closed,
    /// Before the comma or the closing bracket behind an entry.
    Entry(u8),
}

impl Splitter<'_> {
    fn object(&mut self) {
        let start = self.scanner.at;
        let mut fields = Fields::default();
        match self.fields(&mut fields) {
            Ok(()) if fields.is_list_with_items() || (fields.is_list() && fields.faults.is_empty()) => {
                let (head, items) = fields.into_list();
                self.push_list(start, head, items);
            }
            Ok(()) => match fields.first_fault().cloned() {
                None => self.frames.push(Frame::Json(start..self.scanner.at)),
                Some(fault) => self.push_broken(start, fault),
            },
            Err(fault) if fields.is_list_with_items() => {
                self.scanner.at = self.next_value(fault.offset);
                fields.faults.push(fault);
                let (head, items) = fields.into_list();
                self.push_list(start, head, items);
            }
            Err(fault) => self.push_broken(start, fields.first_fault().cloned().unwrap_or(fault)),
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
                self.scanner.at = self.next_value(fault.offset);
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
        let line = self.next_line(start);
        let next = match self.walk(start, line, Until::Closed) {
            // What stands behind it may belong to it if it is YAML.
            Some(end) => {
                self.scanner.at = end;
                let followed = matches!(self.scanner.token(), None | Some(b'{' | b'[' | b','));
                if followed || self.scanner.at >= line { end } else { find_value(self.text, end, line).unwrap_or(line) }
            }
            None => find_value(self.text, fault.offset.max(start + 1), line).unwrap_or(line),
        };
        self.frames.push(Frame::Broken(start..next, Fault { offset: fault.offset.saturating_sub(start), ..fault }));
        self.scanner.at = next;
    }

    fn other_text(&mut self) {
        let offset = self.scanner.at;
        if self.text.get(offset..).is_some_and(|text| text.starts_with(LOGS_START)) {
            self.scanner.at = logs_end(self.text, offset);
        } else {
            self.frames.push(Frame::Fault(Fault { problem: Problem::StrayText, offset }));
            self.scanner.at = self.next_value(offset);
        }
    }

    /// Where the next value may start behind `from`: at a line, or before.
    fn next_value(&mut self, from: usize) -> usize {
        let line = self.next_line(from);
        find_value(self.text, from, line).unwrap_or(line)
    }

    /// Where the next line behind `from` begins that no value goes on in.
    fn next_line(&mut self, from: usize) -> usize {
        if from < self.next_line.start || from >= self.next_line.end {
            self.next_line = from..find_line(self.text, from, &["{", LOGS_START]);
        }
        self.next_line.end
    }

    /// Passes an object and notes what makes it a list.
    fn fields(&mut self, fields: &mut Fields) -> Result<(), Fault> {
        self.scanner.at += 1;
        if self.scanner.closes(b'}') {
            return Ok(());
        }
        loop {
            let start = self.scanner.at;
            let goes_on = self.field(fields).and_then(|()| self.scanner.goes_on(b'}'));
            let goes_on = goes_on.or_else(|fault| {
                let rest = self.text.get(fault.offset..).unwrap_or_default();
                if let Some(items) = fields.items.as_mut().filter(|_| starts_object(rest, &["apiVersion", "kind", "metadata"], false)) {
                    // A bracket too many closed the items before their end.
                    self.scanner.at = fault.offset;
                    items.push(Frame::Fault(fault));
                    self.rest_of_items(items)?;
                    return self.scanner.goes_on(b'}');
                }
                // Items are not worth losing for another field. Those that broke themselves had their chance.
                let bound = self.next_line(fault.offset);
                let end = match fields.items {
                    Some(_) => self.walk(fault.offset, bound, Until::Entry(b'}')),
                    None => self.walk(start, bound, Until::Entry(b'}')),
                };
                let Some(end) = end else { return Err(fault) };
                fields.faults.push(fault);
                self.scanner.at = end;
                self.scanner.goes_on(b'}')
            })?;
            if !goes_on {
                return Ok(());
            }
        }
    }

    fn field(&mut self, fields: &mut Fields) -> Result<(), Fault> {
        let name = self.scanner.name()?;
        match (name, self.scanner.token()) {
            ("items", Some(b'[')) => {
                if fields.items.is_some() {
                    fields
                        .faults
                        .push(Fault { problem: Problem::DuplicateKey { key: name.to_owned() }, offset: self.scanner.string_start });
                }
                self.items(fields.items.insert(Vec::new()))?;
            }
            ("kind", Some(b'"')) => fields.kind = Some(self.scanner.string()?.to_owned()),
            ("apiVersion", Some(b'"')) => fields.api_version = Some(self.scanner.string()?.to_owned()),
            _ => self.scanner.value(1)?,
        }
        Ok(())
    }

    /// Passes a list and notes its items. A broken one is skipped, and said to be.
    fn items(&mut self, items: &mut Vec<Frame>) -> Result<(), Fault> {
        self.scanner.at += 1;
        if self.scanner.closes(b']') {
            return Ok(());
        }
        self.rest_of_items(items)
    }

    fn rest_of_items(&mut self, items: &mut Vec<Frame>) -> Result<(), Fault> {
        self.scanner.token();
        let mut next_item = NextItem::new(line_start(self.text, self.scanner.at));
        loop {
            let first = self.scanner.token();
            let start = self.scanner.at;
            self.scanner.string_start = start;
            let (fault, read) = match self.scanner.value(1) {
                Ok(()) => {
                    let end = self.scanner.at;
                    items.push(Frame::Item(start..end));
                    match self.scanner.goes_on(b']') {
                        Ok(true) => continue,
                        Ok(false) => return Ok(()),
                        Err(fault) => (fault, true),
                    }
                }
                Err(fault) => (fault, false),
            };
            // A comma too many at the end, or one too few between two items.
            if !read && first == Some(b']') && !items.is_empty() {
                items.push(Frame::Fault(fault));
                self.scanner.at = start + 1;
                return Ok(());
            }
            if read && self.scanner.byte() == Some(b'{') {
                items.push(Frame::Fault(fault));
                continue;
            }
            let from = if read { self.scanner.at } else { start };
            // An item whose lines are indented as the others' ends before the next of them, and any item before the next value.
            let value = self.next_line(from);
            let bound = next_item.line(self.text, from, value);
            if let Some(end) = self.walk(from, bound.unwrap_or(value), Until::Entry(b']')) {
                let text = self.text.get(from..end).unwrap_or_default().trim_end();
                if read || text.is_empty() {
                    items.push(Frame::Fault(fault));
                } else {
                    items.push(Frame::Broken(from..from + text.len(), Fault { offset: fault.offset.saturating_sub(from), ..fault }));
                }
                self.scanner.at = end;
                if self.scanner.goes_on(b']')? {
                    continue;
                }
                return Ok(());
            }
            // A quote that is missing shows only behind the string that it should have ended.
            let broken_at = fault.offset.min(self.scanner.string_start).max(from + usize::from(!read)).saturating_sub(1);
            match next_item.find(self.text, broken_at.max(from), bound.unwrap_or(value)).or(bound) {
                Some(next) => {
                    items.push(Frame::Fault(fault));
                    self.scanner.at = next;
                }
                None => return Err(fault),
            }
        }
    }

    /// Counts brackets from `from` on, without going down by recursion: where a broken part ends, if they add up before `bound`.
    fn walk(&mut self, from: usize, bound: usize, until: Until) -> Option<usize> {
        let (at, found) = self.count(from, bound.min(from.saturating_add(self.walks)), until);
        if !found {
            self.walks = self.walks.saturating_sub(at.saturating_sub(from));
        }
        found.then_some(at)
    }

    fn count(&self, from: usize, bound: usize, until: Until) -> (usize, bool) {
        let text = self.text.as_bytes().get(..bound).unwrap_or_default();
        let mut open = Vec::new();
        let mut at = from;
        while let Some(byte) = text.get(at) {
            match byte {
                b'"' => match string_end(text, at) {
                    Some(end) => at = end,
                    None => return (at, false),
                },
                b'{' => open.push(b'}'),
                b'[' => open.push(b']'),
                b'}' | b']' => match open.pop() {
                    Some(close) if close != *byte => return (at, false),
                    Some(_) if open.is_empty() && until == Until::Closed => return (at + 1, true),
                    Some(_) => {}
                    None => return (at, until == Until::Entry(*byte)),
                },
                b',' if open.is_empty() && until != Until::Closed => return (at, true),
                b'\n' => {
                    if let Some(end) = self.scanner.strays.end_of(at + 1) {
                        at = end - 1;
                    }
                }
                _ => {}
            }
            at += 1;
        }
        (at, false)
    }
}

/// Where the string that starts at `at` has its closing quote. A word right behind it says that the quotes are taken the wrong way round, because
/// one of them is missing.
fn string_end(text: &[u8], at: usize) -> Option<usize> {
    let mut at = at + 1;
    loop {
        match text.get(at)? {
            b'"' => return (!text.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)).then_some(at),
            b'\\' => at += 2,
            b'\n' => return None,
            _ => at += 1,
        }
    }
}

/// Looks for the next item behind broken ones. What was found stays found, so that many broken items take no longer than one.
struct NextItem {
    /// How the line of the first item starts, if the items stand on lines of their own.
    line_start: Option<String>,
    line: Option<(usize, Option<usize>)>,
    object: Option<usize>,
    searched: usize,
}

impl NextItem {
    fn new(line_start: Option<String>) -> Self {
        Self { line_start, line: None, object: None, searched: 0 }
    }

    /// The next line that starts as that of the first item does.
    fn line(&mut self, text: &str, from: usize, value: usize) -> Option<usize> {
        let line_start = self.line_start.as_deref()?;
        let indent = line_start.len().saturating_sub(1);
        // Items that are not indented look like values.
        let bound = if indent > 0 { value } else { text.len() };
        let line = known(self.line, from).unwrap_or_else(|| {
            let rest = text.get(from..bound)?;
            let mut lines = rest.match_indices('\n').map(|(offset, _)| offset + 1);
            let offset = lines.find(|line| rest.get(*line..).is_some_and(|line| line.starts_with(line_start)))?;
            Some(from + offset + indent)
        });
        self.line = Some((from, line));
        line
    }

    /// The next place before `bound` that starts as an object in a list does.
    fn find(&mut self, text: &str, from: usize, bound: usize) -> Option<usize> {
        let one_line = self.line_start.is_some();
        if self.object.is_some_and(|found| found > from) {
            return self.object.filter(|found| *found < bound);
        }
        // Up to there was already searched, and nothing is there.
        let from = from.max(self.searched.min(bound));
        self.object = find_object(text, from, bound, |before, start| {
            before.ends_with(',') && starts_object(start, &["apiVersion", "kind", "metadata"], one_line)
        });
        self.searched = self.object.unwrap_or(bound).saturating_sub(1);
        self.object
    }
}

/// What is already known of a search that starts at `from`.
fn known(last: Option<(usize, Option<usize>)>, from: usize) -> Option<Option<usize>> {
    let (since, found) = last?;
    (since <= from && found.is_none_or(|found| found > from)).then_some(found)
}

/// Where a value starts between `from` and `bound` that is not a part of another one, by the looks of it.
fn find_value(text: &str, from: usize, bound: usize) -> Option<usize> {
    find_object(text, from, bound, |before, start| match before.as_bytes().last() {
        Some(b':' | b'[') => false,
        Some(b',') => starts_object(start, &["apiVersion", "kind", "metadata"], false),
        _ => starts_object(start, &["apiVersion", "kind", "metadata", "type", "object", "items"], false),
    })
}

/// The first `{` behind `from` and before `bound` that `accepts` by what stands before it, without blanks, and from it on.
fn find_object(text: &str, from: usize, bound: usize, accepts: impl Fn(&str, &str) -> bool) -> Option<usize> {
    let from = (from..=text.len()).find(|at| text.is_char_boundary(*at))?;
    let bound = (bound..=text.len()).find(|at| text.is_char_boundary(*at))?;
    let rest = text.get(from..bound)?;
    let mut braces = rest.match_indices('{').map(|(offset, _)| from + offset).filter(|at| *at > from);
    braces.find(|at| accepts(text.get(..*at).unwrap_or_default().trim_end(), text.get(*at..).unwrap_or_default()))
}

/// Whether a text starts as an object with one of these fields first.
fn starts_object(text: &str, names: &[&str], one_line: bool) -> bool {
    let blank = |byte: char| matches!(byte, ' ' | '\t') || (!one_line && matches!(byte, '\r' | '\n'));
    let Some(rest) = text.strip_prefix('{').and_then(|rest| rest.trim_start_matches(blank).strip_prefix('"')) else { return false };
    let named = names.iter().find_map(|name| rest.strip_prefix(name)?.strip_prefix('"'));
    named.is_some_and(|rest| rest.trim_start_matches(blank).starts_with(':'))
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
    strays: &'a Strays,
    deepest: usize,
    /// Where the last string started.
    string_start: usize,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str, limits: &'a Limits, strays: &'a Strays) -> Self {
        Self { text, at: 0, limits, strays, deepest: limits.wrapped_nesting(), string_start: 0 }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no blank and in no stray line.
    fn token(&mut self) -> Option<u8> {
        loop {
            match self.byte()? {
                b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
                b'I' | b'W' | b'E' | b'F' => match self.strays.end_of(self.at) {
                    Some(end) => self.at = end,
                    None => return self.byte(),
                },
                byte => return Some(byte),
            }
        }
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
        self.string_start = start;
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
        let shown: Vec<String> = split(text, &Limits { depth: 5, ..Limits::default() }, &Strays::find(text, Format::Json))
            .into_iter()
            .map(|frame| match frame {
                Frame::Json(range) => text[range].to_owned(),
                Frame::Broken(range, fault) => format!("broken {} at {}", text[range].trim_end(), fault.offset),
                Frame::ListStart(List { head: Head::Fields { kind, .. }, .. }) => format!("<{}", kind.unwrap_or_default()),
                Frame::ListStart(_) => "<".to_owned(),
                Frame::Item(range) => format!("item {}", &text[range]),
                Frame::ListEnd(_) => ">".to_owned(),
                Frame::Fault(Fault { problem, offset }) => format!("{} at {offset}", problem.code()),
                Frame::Yaml(_) | Frame::Strays(_) => panic!("neither is here"),
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
        check("{}\nWarning: x\ny\n{}\n", &["{}", "stray-text at 14", "{}"]);
    }

    #[test]
    fn goes_down_to_the_limit_only() {
        let text = "[".repeat(100_000);
        check(&text, &[&format!("broken {text} at 8")]);
    }
}
