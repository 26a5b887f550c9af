//! An object: its identity read at once, its body on demand.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Location, Problem};
use crate::input::frame::Format;
use crate::input::source::Source;
use crate::input::yaml::Step;
use crate::input::{json, split_yaml, yaml};
use crate::time::Time;
use crate::value::{Map, Value};

/// An object of a source: what is needed to find it, and the way to the rest.
///
/// Objects of one source share its text. Cloning one copies its identity only.
#[derive(Clone, Debug)]
pub struct Object {
    /// What is known of it without reading it again.
    pub identity: Identity,
    place: Place,
    list: Option<Arc<ListKind>>,
    /// The object itself, where reading it again would mean reading much more than it.
    tree: Option<Arc<Value>>,
}

impl Object {
    pub(crate) fn new(identity: Identity, place: Place, list: Option<Arc<ListKind>>, tree: Option<Arc<Value>>) -> Self {
        Self { identity, place, list, tree }
    }

    /// The object as a tree, read from its text. An item of a typed list gets the kind and apiVersion that the list gives it.
    ///
    /// # Errors
    /// None is known: the text was read once already.
    pub fn body(&self) -> Result<Value, Diagnostic> {
        let mut value = match &self.tree {
            Some(tree) => Value::clone(tree),
            None => self.place.read()?,
        };
        if let (Some(list), Value::Map(fields)) = (&self.list, &mut value) {
            list.fill(fields);
        }
        Ok(value)
    }

    /// Where the object starts: at its first field, or at its `{`.
    pub fn location(&self) -> Location {
        self.place.location()
    }

    /// Where a field stands: at its name. `path` is a chain of field names; a number is the index of a list's entry.
    /// If the field does not exist this is the place of the nearest one above it that does, and in a large document that had to be read as a whole that of the
    /// object.
    pub fn locate(&self, path: &[&str]) -> Location {
        self.place.locate(path)
    }
}

/// The part of a source that an object is read from.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) source: Arc<Source>,
    pub(crate) format: Format,
    pub(crate) range: Range<usize>,
    /// The way to the object in what stands there: nothing for a document, one entry for a YAML item, and more for what is wrapped.
    pub(crate) way: Vec<Step<'static>>,
    /// Where it starts, if that is known; otherwise it is looked for.
    pub(crate) start: Option<usize>,
}

/// In a document that had to be read as a whole, a field is looked for from the document's start. Beyond this many bytes that would take too long if many
/// fields are looked for, and the place of the object stands for that of the field.
const WALK: usize = 64 * 1024;

impl Place {
    /// The place of a document or an item.
    pub(crate) fn new(source: Arc<Source>, format: Format, range: Range<usize>) -> Self {
        Self { source, format, range, way: Vec::new(), start: None }
    }

    /// The place of something inside.
    pub(crate) fn below(&self, step: Step<'static>) -> Self {
        let mut below = self.clone();
        below.way.push(step);
        below
    }

    /// Where the entries of the list here start. They are found in one walk: looking for each of them would take quadratic time.
    pub(crate) fn entries(&self) -> Vec<usize> {
        let mut starts = yaml::entries(self.text(), &self.way, &self.source.limits);
        starts.iter_mut().for_each(|start| *start += self.range.start);
        starts
    }

    pub(crate) fn location(&self) -> Location {
        match (self.start, self.way.as_slice()) {
            (Some(start), _) => self.source.location(start),
            (None, [] | [Step::Entry(0)]) => self.source.location(self.content_start()),
            _ => self.locate(&[]),
        }
    }

    fn locate(&self, path: &[&str]) -> Location {
        if let Some(start) = self.start.filter(|_| self.range.len() > WALK) {
            return self.source.location(start);
        }
        let way: Vec<Step<'_>> = self.way.iter().copied().chain(path.iter().map(|name| Step::Field(name))).collect();
        let (steps, offset) = yaml::locate(self.text(), &way, &self.source.limits);
        self.source.location(if steps == 0 { self.content_start() } else { self.range.start + offset })
    }

    /// Where the content of the range starts. An item of YAML starts behind its dash.
    fn content_start(&self) -> usize {
        let text = self.text();
        let start = if self.format == Format::Yaml { split_yaml::content_start(text) } else { 0 };
        self.range.start + if start < text.len() { start } else { 0 }
    }

    fn text(&self) -> &str {
        self.source.slice(&self.range)
    }

    fn read(&self) -> Result<Value, Diagnostic> {
        let limits = &self.source.limits;
        let root = match self.format {
            Format::Json => json::read(self.text(), limits).map(|(value, _)| value),
            Format::Yaml => yaml::read(self.text(), limits).map(|stream| stream.documents.into_iter().next().unwrap_or_default()),
        };
        let root = root.map_err(|fault| self.source.diagnostic(fault, self.range.start))?;
        let value = self.way.iter().try_fold(root, |value, step| descend(value, *step));
        value.ok_or_else(|| Diagnostic::new(Problem::NotAnObject { found: "null" }, self.location()))
    }
}

fn descend(value: Value, step: Step<'_>) -> Option<Value> {
    match (value, step) {
        (Value::Map(mut fields), Step::Field(name)) => fields.remove(name),
        (Value::List(entries), Step::Entry(index)) => entries.into_iter().nth(index),
        _ => None,
    }
}

/// What a typed list says of its items: a `ReplicaSetList` of `apps/v1` holds objects of kind `ReplicaSet` and of `apps/v1`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ListKind {
    kind: String,
    api_version: String,
}

impl ListKind {
    /// `None` for a `List`, whose items say themselves what they are.
    pub(crate) fn new(list_kind: &str, api_version: &str) -> Option<Arc<Self>> {
        let kind = list_kind.strip_suffix("List").filter(|kind| !kind.is_empty())?;
        Some(Arc::new(Self { kind: kind.to_owned(), api_version: api_version.to_owned() }))
    }

    /// Fills in what an item leaves to its list.
    pub(crate) fn fill(&self, fields: &mut Map) {
        for (name, value) in [("kind", &self.kind), ("apiVersion", &self.api_version)] {
            if !fields.contains(name) && !value.is_empty() {
                fields.insert(name, value.as_str());
            }
        }
    }
}

/// What is known of an object before its body is read. A field that is missing or of another type than it should be is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// Group and version, such as `apps/v1`.
    pub api_version: String,
    /// Kind, such as `ReplicaSet`.
    pub kind: String,
    /// Namespace; empty for objects of the cluster.
    pub namespace: String,
    /// Name.
    pub name: String,
    /// Unique identity.
    pub uid: String,
    /// Version of the stored object.
    pub resource_version: String,
    /// metadata.creationTimestamp.
    pub created: Option<Time>,
    /// Whether metadata.deletionTimestamp is set.
    pub deleting: bool,
    /// Whether the last thing that a watch said of it is that it was deleted.
    pub gone: bool,
    /// metadata.labels.
    pub labels: BTreeMap<String, String>,
    /// Who manages it.
    pub controller: Option<Owner>,
    /// Annotation `deployment.kubernetes.io/revision` as written.
    pub revision: Option<String>,
    /// Annotation `deployment.kubernetes.io/revision-history` as written.
    pub revision_history: Option<String>,
    /// Annotation `kubernetes.io/change-cause`.
    pub change_cause: Option<String>,
    /// The top-level field `revision` of a ControllerRevision.
    pub revision_number: Option<i64>,
    /// The newest time that stands in the object: creation, managed fields, conditions, events, container starts.
    pub newest_time: Option<Time>,
}

/// The owner of an object that manages it: the owner reference with `controller: true`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owner {
    /// Group and version, such as `apps/v1`.
    pub api_version: String,
    /// Kind, such as `Deployment`.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Unique identity; what counts for ownership.
    pub uid: String,
}
