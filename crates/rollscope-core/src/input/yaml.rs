//! YAML to trees. The only file that names the YAML parser.
//!
//! The parser gives events; what scalars mean, how deep and how large a document may be, and what aliases may cost is decided here.

use std::borrow::Cow;
use std::collections::BTreeMap;

use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, StrInput, Tag};

use crate::diagnostic::Problem;
use crate::input::scalar;
use crate::input::source::Fault;
use crate::limits::Limits;
use crate::value::{Map, Value};

/// What a text says: its documents, and what in them may not be what was meant.
#[derive(Debug, Default)]
pub(crate) struct Stream {
    pub(crate) documents: Vec<Value>,
    pub(crate) warnings: Vec<Fault>,
}

/// Reads every document of a text. A document of comments only is null.
///
/// # Errors
/// The first thing that is no YAML, that kubectl's reader refuses, or that exceeds a limit.
pub(crate) fn read(text: &str, limits: &Limits) -> Result<Stream, Fault> {
    let mut builder = Builder::new(limits);
    for event in parser(text, limits) {
        let (event, span) = event.map_err(|error| fault(&error, text, limits))?;
        let offset = span.start.byte_offset().unwrap_or_default();
        builder.take(event, offset).map_err(|problem| Fault { problem, offset })?;
    }
    Ok(Stream { documents: builder.documents, warnings: builder.warnings })
}

/// One step on the way to a part of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    /// A field of a map, or the entry of a list whose index the name is.
    Field(&'a str),
    /// An entry of a list.
    Entry(usize),
}

impl Step<'_> {
    fn is_entry(&self, index: usize) -> bool {
        match self {
            Step::Field(name) => name.parse() == Ok(index),
            Step::Entry(wanted) => *wanted == index,
        }
    }
}

/// How many steps of the way exist in the first document of a text, and where the last of them stands: a field at its key, an entry at
/// its value. A text that is no YAML is searched up to where it breaks.
pub(crate) fn locate(text: &str, way: &[Step<'_>], limits: &Limits) -> (usize, usize) {
    Search::new(way).walk(text, limits).best
}

/// Where the entries of the list at the end of the way start, in the first document of a text.
pub(crate) fn entries(text: &str, way: &[Step<'_>], limits: &Limits) -> Vec<usize> {
    Search::new(way).walk(text, limits).entries
}

fn parser<'a>(text: &'a str, limits: &Limits) -> Parser<'a, StrInput<'a>> {
    let mut options = Options::default();
    options.emit_comments = false;
    options.flow_nesting_limit = limits.wrapped_nesting() + 1;
    options.block_nesting_limit = limits.wrapped_nesting() + 1;
    Parser::new_from_str_with_options(text, options)
}

fn fault(error: &ScanError, text: &str, limits: &Limits) -> Fault {
    let problem = match error.kind() {
        ErrorKind::RecursionLimitExceeded => Problem::TooDeep { limit: limits.nesting() },
        _ => syntax(error.info()),
    };
    Fault { problem, offset: error.marker().byte_offset().unwrap_or_else(|| offset_of(error, text)) }
}

fn offset_of(error: &ScanError, text: &str) -> usize {
    text.char_indices().nth(error.marker().index()).map_or(text.len(), |(offset, _)| offset)
}

fn syntax(detail: impl Into<String>) -> Problem {
    Problem::Syntax { format: "YAML", detail: detail.into() }
}

/// A tree being built: the collections that are open, innermost last.
struct Builder<'l> {
    limits: &'l Limits,
    open: Vec<Open>,
    /// What aliases may stand for; `None` is too large for that.
    anchors: BTreeMap<usize, Option<Node>>,
    nodes: usize,
    anchored: usize,
    aliased: usize,
    documents: Vec<Value>,
    warnings: Vec<Fault>,
}

struct Open {
    content: Content,
    start: usize,
    anchor: usize,
    weight: usize,
    height: usize,
}

enum Content {
    List(Vec<Value>),
    Map { fields: Fields, key: Option<Key> },
}

/// Fields in the order they are written, and where each of them stands; those that were merged from elsewhere have no place.
#[derive(Default)]
struct Fields {
    entries: Vec<(String, Value)>,
    places: Vec<Option<usize>>,
}

enum Key {
    Name(String, usize),
    /// `<<`, which takes over the fields of other maps.
    Merge,
}

/// A finished part of the tree: what it would cost to copy it, and how many levels it has.
#[derive(Clone)]
struct Node {
    value: Value,
    weight: usize,
    height: usize,
}

impl<'l> Builder<'l> {
    fn new(limits: &'l Limits) -> Self {
        Self {
            limits,
            open: Vec::new(),
            anchors: BTreeMap::new(),
            nodes: 0,
            anchored: 0,
            aliased: 0,
            documents: Vec::new(),
            warnings: Vec::new(),
        }
    }

    fn take(&mut self, event: Event<'_>, offset: usize) -> Result<(), Problem> {
        match event {
            Event::DocumentStart(..) => {
                self.anchors.clear();
                (self.nodes, self.anchored, self.aliased) = (0, 0, 0);
                Ok(())
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.count()?;
                self.scalar(text, style, anchor, tag.as_deref(), offset)
            }
            Event::SequenceStart(_, anchor, _) => self.open(Content::List(Vec::new()), anchor, offset),
            Event::MappingStart(_, anchor, _) => self.open(Content::Map { fields: Fields::default(), key: None }, anchor, offset),
            Event::SequenceEnd | Event::MappingEnd => self.close(),
            Event::Alias(anchor) => self.alias(anchor, offset),
            _ => Ok(()),
        }
    }

    fn count(&mut self) -> Result<(), Problem> {
        self.nodes += 1;
        if self.nodes > self.limits.nodes { Err(Problem::TooManyNodes { limit: self.limits.nodes }) } else { Ok(()) }
    }

    fn scalar(&mut self, text: Cow<'_, str>, style: ScalarStyle, anchor: usize, tag: Option<&Tag>, offset: usize) -> Result<(), Problem> {
        let plain = tag.is_none() && style == ScalarStyle::Plain;
        if anchor == 0 && self.expects_key() {
            let merges = text == "<<" && (plain || tag.is_some_and(|tag| tag.core_suffix() == Some("merge")));
            if merges {
                return self.put_key(Key::Merge);
            }
            if plain {
                let name = scalar::key(&text).ok_or_else(|| bad_key(&Value::Null))?;
                return self.put_key(Key::Name(name, offset));
            }
        }
        let weight = 1 + text.len() / 32;
        let value = match tag.and_then(Tag::core_suffix) {
            Some(tag) => scalar::resolve_tagged(tag, &text).ok_or_else(|| syntax(format!("{text:?} is no !!{tag}")))?,
            None if plain => scalar::resolve(&text),
            None => Value::String(text.into_owned()),
        };
        let value = match value {
            Value::String(text) if matches!(style, ScalarStyle::Plain | ScalarStyle::SingleQuoted) => Value::String(unfold(text)),
            value => value,
        };
        self.put(Node { value, weight, height: 0 }, anchor, offset)
    }

    fn open(&mut self, content: Content, anchor: usize, start: usize) -> Result<(), Problem> {
        self.count()?;
        if self.open.len() >= self.limits.wrapped_nesting() {
            return Err(Problem::TooDeep { limit: self.limits.nesting() });
        }
        self.open.push(Open { content, start, anchor, weight: 1, height: 1 });
        Ok(())
    }

    fn close(&mut self) -> Result<(), Problem> {
        let Some(Open { content, start, anchor, weight, height }) = self.open.pop() else { return Ok(()) };
        let value = match content {
            Content::List(entries) => Value::List(entries),
            Content::Map { fields, .. } => {
                self.warn_of_duplicates(&fields);
                Value::Map(Map::from_entries(fields.entries))
            }
        };
        self.put(Node { value, weight, height }, anchor, start)
    }

    fn alias(&mut self, anchor: usize, offset: usize) -> Result<(), Problem> {
        let too_many = Problem::TooManyAliases { limit: self.limits.aliases };
        let node = self.anchors.get(&anchor).ok_or_else(|| syntax("the anchored value contains itself"))?;
        let node = node.as_ref().ok_or(too_many.clone())?;
        self.aliased += node.weight;
        if self.aliased > self.limits.aliases {
            return Err(too_many);
        }
        if self.open.len() + node.height > self.limits.wrapped_nesting() {
            return Err(Problem::TooDeep { limit: self.limits.nesting() });
        }
        let node = node.clone();
        self.put(node, 0, offset)
    }

    fn expects_key(&self) -> bool {
        matches!(self.open.last(), Some(Open { content: Content::Map { key: None, .. }, .. }))
    }

    fn put_key(&mut self, name: Key) -> Result<(), Problem> {
        if let Some(Open { content: Content::Map { key, .. }, .. }) = self.open.last_mut() {
            *key = Some(name);
        }
        Ok(())
    }

    /// Puts a finished node where it belongs: into the innermost open collection, or it is a document.
    fn put(&mut self, node: Node, anchor: usize, offset: usize) -> Result<(), Problem> {
        if anchor != 0 {
            // Anchors inside anchors are copied once a level, so that has to be bounded too.
            self.anchored += node.weight;
            let affordable = self.anchored <= self.limits.aliases.saturating_mul(4);
            self.anchors.insert(anchor, affordable.then(|| node.clone()));
        }
        let Some(parent) = self.open.last_mut() else {
            self.documents.push(node.value);
            return Ok(());
        };
        parent.weight += node.weight;
        parent.height = parent.height.max(node.height + 1);
        match &mut parent.content {
            Content::List(entries) => entries.push(node.value),
            Content::Map { fields, key } => match key.take() {
                None => *key = Some(Key::Name(name(&node.value)?, offset)),
                Some(Key::Name(name, place)) => fields.push(name, node.value, Some(place)),
                Some(Key::Merge) => fields.merge(&node.value)?,
            },
        }
        Ok(())
    }

    fn warn_of_duplicates(&mut self, fields: &Fields) {
        if fields.entries.is_sorted_by(|(a, _), (b, _)| a < b) {
            return;
        }
        let mut written: Vec<(&str, usize)> =
            fields.entries.iter().zip(&fields.places).filter_map(|((name, _), place)| Some((name.as_str(), (*place)?))).collect();
        written.sort_unstable();
        for pair in written.windows(2) {
            if let [(first, _), (second, offset)] = pair
                && first == second
                && self.warnings.len() < self.limits.diagnostics
            {
                self.warnings.push(Fault { problem: Problem::DuplicateKey { key: (*first).to_owned() }, offset: *offset });
            }
        }
    }
}

impl Fields {
    fn push(&mut self, name: String, value: Value, place: Option<usize>) {
        self.entries.push((name, value));
        self.places.push(place);
    }

    /// Models goyaml.v2 decode.go merge: the fields are set where the `<<` stands, so they replace those written before it and yield to those
    /// behind it; of several maps the first one holds.
    fn merge(&mut self, value: &Value) -> Result<(), Problem> {
        let maps = value.as_list().unwrap_or(std::slice::from_ref(value));
        for map in maps.iter().rev() {
            let map = map.as_map().ok_or_else(|| syntax(format!("<< takes a map or a list of maps, not {}", map.noun())))?;
            for (name, value) in map.iter() {
                self.push(name.to_owned(), value.clone(), None);
            }
        }
        Ok(())
    }
}

/// The name that a key gives, if it is not a plain scalar.
fn name(value: &Value) -> Result<String, Problem> {
    value.scalar_text().map(Cow::into_owned).ok_or_else(|| bad_key(value))
}

fn bad_key(value: &Value) -> Problem {
    syntax(format!("a key is text, a number or a boolean, not {}", value.noun()))
}

/// Go's writer breaks a line after U+2028 and U+2029 and indents what follows; for YAML 1.2 they are no line breaks, and the indentation is left.
fn unfold(text: String) -> String {
    const BREAKS: [char; 2] = ['\u{2028}', '\u{2029}'];
    if !text.contains(BREAKS) {
        return text;
    }
    let lines = text.split_inclusive(BREAKS).enumerate();
    lines.map(|(index, line)| if index == 0 { line } else { line.trim_start_matches([' ', '\t']) }).collect()
}

/// A walk through the events of a document along a way.
struct Search<'w> {
    way: &'w [Step<'w>],
    open: Vec<Level>,
    best: (usize, usize),
    /// Where the entries of the list at the end of the way start.
    entries: Vec<usize>,
}

/// An open collection: how many steps lead to it, if it lies on the way.
struct Level {
    steps: Option<usize>,
    position: Position,
}

enum Position {
    /// The entry of this index is next.
    Entry(usize),
    /// A key is next, or was just found to lie on the way.
    Key { found: bool },
    /// A value is next, whose key lies on the way or not.
    Value { found: bool },
}

impl<'w> Search<'w> {
    fn new(way: &'w [Step<'w>]) -> Self {
        Self { way, open: Vec::new(), best: (0, 0), entries: Vec::new() }
    }

    fn walk(mut self, text: &str, limits: &Limits) -> Self {
        for event in parser(text, limits) {
            let Ok((event, span)) = event else { break };
            self.take(&event, span.start.byte_offset().unwrap_or_default());
            if matches!(event, Event::DocumentEnd) {
                break;
            }
        }
        self
    }

    fn take(&mut self, event: &Event<'_>, offset: usize) {
        match event {
            Event::Scalar(text, ..) => {
                self.enter(Some(text), offset);
                self.leave();
            }
            Event::Alias(_) => {
                self.enter(None, offset);
                self.leave();
            }
            Event::SequenceStart(..) => {
                let steps = self.enter(None, offset);
                self.open.push(Level { steps, position: Position::Entry(0) });
            }
            Event::MappingStart(..) => {
                let steps = self.enter(None, offset);
                self.open.push(Level { steps, position: Position::Key { found: false } });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.open.pop();
                self.leave();
            }
            _ => {}
        }
    }

    /// A node begins: how many steps lead to it, if it lies on the way.
    fn enter(&mut self, text: Option<&str>, offset: usize) -> Option<usize> {
        let Some(level) = self.open.last_mut() else {
            self.best = (0, offset);
            return Some(0);
        };
        let steps = level.steps?;
        let Some(next) = self.way.get(steps) else {
            if matches!(level.position, Position::Entry(_)) {
                self.entries.push(offset);
            }
            return None;
        };
        match (&mut level.position, next) {
            (Position::Entry(index), step) if step.is_entry(*index) => {
                self.best = (steps + 1, offset);
                Some(steps + 1)
            }
            (Position::Value { found: true }, _) => Some(steps + 1),
            (Position::Key { found }, Step::Field(wanted)) if text == Some(wanted) => {
                self.best = (steps + 1, offset);
                *found = true;
                None
            }
            _ => None,
        }
    }

    /// A node has ended: its parent goes on to the next.
    fn leave(&mut self) {
        if let Some(level) = self.open.last_mut() {
            level.position = match level.position {
                Position::Entry(index) => Position::Entry(index + 1),
                Position::Key { found } => Position::Value { found },
                Position::Value { .. } => Position::Key { found: false },
            };
        }
    }
}
