//! A tree to objects: it is one, or a list of them, or a watch event about one.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Problem};
use crate::input::frame::Strays;
use crate::input::identity::identify;
use crate::input::object::{ListKind, Object, Place};
use crate::input::yaml::{self, Step};
use crate::value::{Map, Value};

/// Takes every object out of a tree that stands at `place`. What is none is reported, and the others are kept.
pub(crate) fn unwrap(
    value: Value,
    place: Place,
    list: Option<&Arc<ListKind>>,
    strays: &Strays,
    results: &mut Vec<Result<Object, Diagnostic>>,
) {
    // Read again, the text would break at its stray lines.
    let keep = strays.touch(&place.range);
    Unwrapping { results, strays, keep }.any(value, place, list);
}

/// The same for a document that is not the only one at its place: the objects keep their trees.
pub(crate) fn unwrap_kept(value: Value, place: Place, strays: &Strays, results: &mut Vec<Result<Object, Diagnostic>>) {
    Unwrapping { results, strays, keep: true }.any(value, place, None);
}

/// The same for the items of a list from the one of index `first` on. They keep their trees: the document is too large to be read again for each.
pub(crate) fn unwrap_items(
    items: Vec<Value>,
    first: usize,
    place: &Place,
    list: Option<&Arc<ListKind>>,
    strays: &Strays,
    results: &mut Vec<Result<Object, Diagnostic>>,
) {
    Unwrapping { results, strays, keep: true }.items(items, first, place, list);
}

/// The items of a list, if these fields are one: `kind: PodList` and `items`, and no name as an object would have.
pub(crate) fn is_list(fields: &Map) -> bool {
    let kind = fields.get("kind").and_then(Value::as_str).unwrap_or_default();
    let items = matches!(fields.get("items"), None | Some(Value::Null | Value::List(_)));
    kind.ends_with("List") && items && !is_named(fields)
}

/// Whether an object has a name; lists have none.
pub(crate) fn is_named(fields: &Map) -> bool {
    fields.get("metadata").is_some_and(|metadata| metadata.get("name").is_some())
}

/// What a list says of its items.
pub(crate) fn list_kind(fields: &Map) -> Option<Arc<ListKind>> {
    let text = |name| fields.get(name).and_then(Value::as_str).unwrap_or_default();
    ListKind::new(text("kind"), text("apiVersion"))
}

struct Unwrapping<'r> {
    results: &'r mut Vec<Result<Object, Diagnostic>>,
    strays: &'r Strays,
    keep: bool,
}

impl Unwrapping<'_> {
    fn any(&mut self, value: Value, place: Place, list: Option<&Arc<ListKind>>) {
        match value {
            Value::Map(fields) if is_event(&fields) => self.event(fields, &place),
            Value::Map(mut fields) if is_list(&fields) => {
                let kind = list_kind(&fields);
                if let Some(Value::List(items)) = fields.remove("items") {
                    self.items(items, 0, &place.below(Step::Field("items")), kind.as_ref());
                }
            }
            Value::Map(fields) => self.object(fields, place, list),
            Value::List(entries) => self.items(entries, 0, &place, None),
            other => self.refuse(Problem::NotAnObject { found: other.noun() }, &place),
        }
    }

    fn items(&mut self, items: Vec<Value>, first: usize, place: &Place, list: Option<&Arc<ListKind>>) {
        self.keep = true;
        // Inside a list whose entries are found, the place of the entry is near enough.
        let starts = if place.start.is_none() { self.entries(place) } else { Vec::new() };
        for (index, item) in items.into_iter().enumerate().skip(first) {
            let mut below = place.below(Step::Entry(index));
            below.start = below.start.or(starts.get(index).copied());
            self.any(item, below, list);
        }
    }

    /// Where the entries of the list at `place` start.
    fn entries(&self, place: &Place) -> Vec<usize> {
        if !self.strays.touch(&place.range) {
            return place.entries();
        }
        let part = self.strays.excerpt(&place.source.text, &place.range);
        let starts = yaml::entries(&part.text, &place.way, &place.source.limits);
        starts.into_iter().map(|start| place.range.start + part.original(start)).collect()
    }

    /// The object of a watch event. Bookmarks and errors are about the watch itself.
    fn event(&mut self, mut fields: Map, place: &Place) {
        let Some(object) = fields.remove("object") else { return };
        let place = place.below(Step::Field("object"));
        match fields.get("type").and_then(Value::as_str) {
            Some("BOOKMARK") => {}
            Some("ERROR") => self.refuse(Problem::WatchError { said: said(&object) }, &place),
            Some("DELETED") => {
                let first = self.results.len();
                self.any(object, place, None);
                self.results.iter_mut().skip(first).flatten().for_each(|object| object.identity.gone = true);
            }
            _ => self.any(object, place, None),
        }
    }

    fn object(&mut self, mut fields: Map, place: Place, list: Option<&Arc<ListKind>>) {
        if let Some(list) = list {
            list.fill(&mut fields);
        }
        let value = Value::Map(fields);
        if let Some(problem) = unidentified(&value) {
            self.refuse(problem, &place);
            return;
        }
        let identity = identify(&value);
        let tree = self.keep.then(|| Arc::new(value));
        self.results.push(Ok(Object::new(identity, place, list.cloned(), tree)));
    }

    fn refuse(&mut self, problem: Problem, place: &Place) {
        self.results.push(Err(Diagnostic::new(problem, place.location())));
    }
}

fn is_event(fields: &Map) -> bool {
    let is_map = |name| fields.get(name).and_then(Value::as_map).is_some();
    fields.get("type").and_then(Value::as_str).is_some() && is_map("object") && !fields.contains("kind")
}

/// What a Status says, in its own words as far as it has any.
fn said(status: &Value) -> Option<String> {
    let text = |name| status.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let code = || status.get("code").and_then(Value::as_int).map(|code| format!("code {code}"));
    text("message").or_else(|| text("reason")).map(str::to_owned).or_else(code)
}

fn unidentified(object: &Value) -> Option<Problem> {
    for (field, path) in [("kind", &["kind"][..]), ("metadata.name", &["metadata", "name"])] {
        let found = match object.at(path) {
            Some(Value::String(text)) if !text.is_empty() => continue,
            None | Some(Value::String(_) | Value::Null) => None,
            Some(other) => Some(other.noun()),
        };
        return Some(Problem::Unidentified { field, found });
    }
    None
}
