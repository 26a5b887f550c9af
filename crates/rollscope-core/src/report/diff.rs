//! What changed between two templates.

use std::borrow::Cow;
use std::str::FromStr;

use super::answer::{ChangeRow, Diff as Answer, LineOperation, LineRow, Operation, Run};
use super::{kubectl, overview};
use crate::diff::{self, Change, LineOp, Op, Path, Segment};
use crate::error::Error;
use crate::history::History;
use crate::input::scalar;
use crate::value::{Map, Value};

/// One side of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The template of a revision.
    Revision(i64),
    /// The workload's own template.
    Live,
}

/// `live`, or the number of a revision in decimal.
impl FromStr for Side {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match text {
            "live" => Ok(Self::Live),
            _ => text.parse().map(Self::Revision).map_err(|_| Error::new("a revision number or `live` is needed")),
        }
    }
}

/// Unchanged lines around a change in the unified form, as `diff -u` has them.
const CONTEXT: usize = 3;

/// What changed between two templates of a workload.
///
/// # Errors
///
/// If the history has no revision of a number, or its template cannot be read.
pub fn diff(history: &History<'_>, from: Side, to: Side) -> Result<Answer, Error> {
    let (from_name, older) = side(history, from)?;
    let (to_name, newer) = side(history, to)?;
    Ok(compare(history, (&from_name, older), (&to_name, newer)))
}

/// What changes between a template of a workload and one from somewhere else, which has the name of its file.
///
/// # Errors
///
/// As [`diff()`].
pub fn diff_with(history: &History<'_>, from: Side, name: &str, template: &Value) -> Result<Answer, Error> {
    let (from_name, older) = side(history, from)?;
    Ok(compare(history, (&from_name, older), (name, template)))
}

/// Each side is a name and a template.
fn compare(history: &History<'_>, older: (&str, &Value), newer: (&str, &Value)) -> Answer {
    let comparison = diff::compare(older.1, newer.1);
    let (older_text, newer_text) = (text(older.1), text(newer.1));
    let lines = diff::lines(&older_text, &newer_text);
    Answer {
        id: overview::id(history.kind, history.workload),
        from: older.0.to_owned(),
        to: newer.0.to_owned(),
        changes: change_rows(&comparison.changes),
        unified: diff::unified(&lines, older.0, newer.0, CONTEXT),
        beside: diff::side_by_side(&lines),
        lines: lines.into_iter().map(LineRow::from).collect(),
        notes: comparison.notes.iter().map(ToString::to_string).collect(),
    }
}

fn side<'h>(history: &'h History<'_>, side: Side) -> Result<(String, &'h Value), Error> {
    match side {
        Side::Live => {
            let template = history.template().ok_or_else(|| Error::new("the export holds no template of the workload"))?;
            Ok(("live template".to_owned(), template))
        }
        Side::Revision(number) => {
            let revision =
                history.revision(number).ok_or_else(|| Error::new(format!("unable to find specified revision {number} in history")))?;
            let holder = &revision.holder.identity.name;
            let template = revision.template.as_ref().ok_or_else(|| Error::new(format!("unable to parse history {holder}")))?;
            Ok((format!("revision {number}"), template))
        }
    }
}

/// A template as text: YAML, or JSON where it holds what kubectl's YAML cannot.
fn text(template: &Value) -> String {
    kubectl::print::yaml(template).unwrap_or_else(|_| kubectl::print::json(template))
}

/// Changes as the page and the terminal show them.
pub(super) fn change_rows(changes: &[Change]) -> Vec<ChangeRow> {
    changes.iter().flat_map(diff::entries).map(|change| ChangeRow::from(&change)).collect()
}

impl From<&Change> for ChangeRow {
    fn from(change: &Change) -> Self {
        let (operation, before, after) = match &change.op {
            Op::Added { value, .. } => (Operation::Added, Vec::new(), vec![whole(shown(&without_key(&change.path, value)))]),
            Op::Removed { value, .. } => (Operation::Removed, vec![whole(shown(&without_key(&change.path, value)))], Vec::new()),
            Op::Moved { from, to } => (Operation::Moved, vec![whole(position(*from))], vec![whole(position(*to))]),
            Op::Changed { before, after } => {
                let (before, after) = (shown(before), shown(after));
                let (before, after) = diff::words(&before, &after);
                (Operation::Changed, runs(before), runs(after))
            }
        };
        let (group, field) = group(&change.path);
        Self { path: change.path.to_string(), group: group.to_string(), field: field.to_string(), operation, before, after }
    }
}

impl From<diff::Line<'_>> for LineRow {
    fn from(line: diff::Line<'_>) -> Self {
        let operation = match line.op {
            LineOp::Equal => LineOperation::Equal,
            LineOp::Delete => LineOperation::Delete,
            LineOp::Insert => LineOperation::Insert,
        };
        Self { operation, old: line.old, new: line.new, runs: runs(line.runs) }
    }
}

fn runs(runs: Vec<diff::Run<'_>>) -> Vec<Run> {
    runs.into_iter().map(|run| Run { text: run.text.to_owned(), changed: run.changed }).collect()
}

fn whole(text: String) -> Run {
    Run { text, changed: false }
}

fn position(index: usize) -> String {
    format!("place {}", index + 1)
}

/// A value as a person reads it: text as it is, quoted only where it would be taken for something else; maps and lists as YAML.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) if scalar::is_text(text) => text.clone(),
        Value::Map(fields) if !fields.is_empty() => self::text(value).trim_end().to_owned(),
        Value::List(entries) if !entries.is_empty() => self::text(value).trim_end().to_owned(),
        _ => serde_json::to_string(value).unwrap_or_default(),
    }
}

/// An entry of a keyed list without what its path says already: `env[name=A]` is `value: "1"`. An entry that is nothing but its key stays as it is.
fn without_key<'v>(path: &Path, value: &'v Value) -> Cow<'v, Value> {
    let (Some(Segment::Item(key)), Value::Map(fields)) = (path.segments.last(), value) else {
        return Cow::Borrowed(value);
    };
    let rest: Map =
        fields.iter().filter(|(name, _)| key.iter().all(|(field, _)| field != name)).map(|(name, value)| (name, value.clone())).collect();
    if rest.is_empty() { Cow::Borrowed(value) } else { Cow::Owned(Value::Map(rest)) }
}

/// Changes are shown by container, and all others by the part of the template they are in.
fn group(path: &Path) -> (Path, Path) {
    let of_container = match path.segments.as_slice() {
        [Segment::Field(spec), Segment::Field(list), Segment::Item(_), _, ..] => {
            spec == "spec" && matches!(list.as_str(), "containers" | "initContainers" | "ephemeralContainers")
        }
        _ => false,
    };
    let (group, field) = path.segments.split_at(if of_container { 3 } else { path.segments.len().min(1) });
    (Path { segments: group.to_vec() }, Path { segments: field.to_vec() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_is_live_or_any_number_that_a_revision_can_have() {
        assert_eq!("live".parse(), Ok(Side::Live));
        for number in [0, 7, -1, i64::MAX, i64::MIN] {
            assert_eq!(number.to_string().parse(), Ok(Side::Revision(number)));
        }
        for text in ["", "Live", "1.0", "9223372036854775808"] {
            assert_eq!(text.parse::<Side>().map_err(|error| error.to_string()), Err("a revision number or `live` is needed".to_owned()));
        }
    }
}
