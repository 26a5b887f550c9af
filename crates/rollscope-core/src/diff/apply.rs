//! Changes onto the older tree give the newer one.

use std::collections::BTreeMap;
use std::fmt;

use super::change::{Change, Op};
use super::list_keys::{Place, Rule, entry_key, item_segment};
use super::path::{Path, Segment};
use crate::{Map, Value};

/// Puts the changes of [`compare`](super::compare) onto the older tree and gives exactly the newer one.
///
/// The order of `changes` does not matter. In a list the changes inside entries come first, at older positions; then what was removed or moved
/// is taken out; then what was added or moved is put in at its newer position, from the front to the back.
///
/// # Errors
///
/// [`ApplyError`] if a change does not fit `older`: what it changes or removes is not there or is not what it says, what it adds is there
/// already, its position does not exist, or two changes contradict each other. No change is skipped.
pub fn apply(changes: &[Change], older: &Value) -> Result<Value, ApplyError> {
    let mut edits = Edits::default();
    for change in changes {
        edits.add(change)?;
    }
    let mut value = older.clone();
    match edits.remove {
        Some(_) => Err(edits.misfit(Misfit::Root)),
        None => edits.edit(&mut value, Place::template()).map(|()| value),
    }
}

/// A change that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplyError {
    /// The path of the change.
    pub path: Path,
    /// Why it does not fit.
    pub misfit: Misfit,
}

/// Why a change does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// There is nothing at the path, or something on the way is of another kind.
    Missing,
    /// There is something at the path of an addition.
    Present,
    /// The value is not what the change says it was.
    Differs,
    /// The position is outside the list, or another entry takes it.
    Position,
    /// Another change says something else of the same place.
    Contradiction,
    /// The root cannot be added, removed or moved.
    Root,
}

impl fmt::Display for ApplyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match self.misfit {
            Misfit::Missing => "there is nothing to change",
            Misfit::Present => "there is something already",
            Misfit::Differs => "the value is not what the change says it was",
            Misfit::Position => "the position does not exist or is taken",
            Misfit::Contradiction => "another change says something else",
            Misfit::Root => "the root can only be changed",
        };
        write!(formatter, "{}: {reason}", self.path)
    }
}

impl std::error::Error for ApplyError {}

/// All changes at a place and below it.
#[derive(Default)]
struct Edits<'c> {
    /// Some change at or below this place, to name in an error.
    path: Option<&'c Path>,
    change: Option<(&'c Value, &'c Value)>,
    remove: Option<&'c Value>,
    shift: Option<(usize, usize)>,
    add: Option<(&'c Value, Option<usize>)>,
    below: BTreeMap<&'c Segment, Edits<'c>>,
}

impl<'c> Edits<'c> {
    fn add(&mut self, change: &'c Change) -> Result<(), ApplyError> {
        let misfit = |misfit| ApplyError { path: change.path.clone(), misfit };
        if change.path.segments.is_empty() && !matches!(change.op, Op::Changed { .. }) {
            return Err(misfit(Misfit::Root));
        }
        let mut edits = self;
        edits.path = Some(&change.path);
        for segment in &change.path.segments {
            edits = edits.below.entry(segment).or_default();
            edits.path = Some(&change.path);
        }
        let was_free = match &change.op {
            Op::Added { value, position } => edits.add.replace((value, *position)).is_none(),
            Op::Removed { value, .. } => edits.remove.replace(value).is_none(),
            Op::Changed { before, after } => edits.change.replace((before, after)).is_none(),
            Op::Moved { from, to } => edits.shift.replace((*from, *to)).is_none(),
        };
        if was_free { Ok(()) } else { Err(misfit(Misfit::Contradiction)) }
    }

    /// Makes the changes inside the value at this place.
    fn edit(&self, value: &mut Value, place: Place) -> Result<(), ApplyError> {
        if let Some((before, after)) = self.change {
            if !self.below.is_empty() {
                return Err(self.misfit(Misfit::Contradiction));
            }
            if value != before {
                return Err(self.misfit(Misfit::Differs));
            }
            value.clone_from(after);
        }
        match value {
            _ if self.below.is_empty() => Ok(()),
            Value::Map(fields) => self.edit_map(fields, place),
            Value::List(entries) => self.edit_list(entries, place),
            _ => Err(self.misfit(Misfit::Missing)),
        }
    }

    fn edit_map(&self, fields: &mut Map, place: Place) -> Result<(), ApplyError> {
        for (segment, edits) in &self.below {
            let (Segment::Field(name) | Segment::Key(name)) = segment else {
                return Err(edits.misfit(Misfit::Missing));
            };
            if edits.shift.is_some() {
                return Err(edits.misfit(Misfit::Position));
            }
            if edits.has_inner() {
                let value = fields.get_mut(name).ok_or_else(|| edits.misfit(Misfit::Missing))?;
                edits.edit(value, place.field(name))?;
            }
            if let Some(expected) = edits.remove {
                let removed = fields.remove(name);
                edits.check_removed(removed.as_ref(), expected)?;
            }
            if let Some((value, _)) = edits.add {
                if fields.contains(name) {
                    return Err(edits.misfit(Misfit::Present));
                }
                fields.insert(name.as_str(), value.clone());
            }
        }
        Ok(())
    }

    fn edit_list(&self, entries: &mut Vec<Value>, place: Place) -> Result<(), ApplyError> {
        let positions = Positions::read(entries, place);
        let mut slots: Vec<Option<Value>> = std::mem::take(entries).into_iter().map(Some).collect();
        let mut put_in: BTreeMap<usize, (Value, &Edits<'_>)> = BTreeMap::new();
        for (segment, edits) in &self.below {
            if edits.has_inner() || edits.remove.is_some() || edits.shift.is_some() {
                let slot = positions.find(segment).and_then(|position| slots.get_mut(position));
                let slot = slot.ok_or_else(|| edits.misfit(Misfit::Missing))?;
                let value = slot.as_mut().ok_or_else(|| edits.misfit(Misfit::Contradiction))?;
                edits.edit(value, place.entry())?;
                if let Some(expected) = edits.remove {
                    edits.check_removed(slot.take().as_ref(), expected)?;
                }
                if let Some((_, to)) = edits.shift {
                    let value = slot.take().ok_or_else(|| edits.misfit(Misfit::Contradiction))?;
                    edits.put_in(&mut put_in, to, value)?;
                }
            }
            if let Some((value, position)) = edits.add {
                match segment {
                    Segment::Index(_) => {}
                    Segment::Item(_) if positions.find(segment).is_none() => {}
                    Segment::Item(_) => return Err(edits.misfit(Misfit::Present)),
                    Segment::Field(_) | Segment::Key(_) => return Err(edits.misfit(Misfit::Missing)),
                }
                let position = position.ok_or_else(|| edits.misfit(Misfit::Position))?;
                edits.put_in(&mut put_in, position, value.clone())?;
            }
        }
        let mut kept = slots.into_iter().flatten();
        for (position, (value, edits)) in put_in {
            let missing = position.checked_sub(entries.len()).ok_or_else(|| edits.misfit(Misfit::Position))?;
            entries.extend(kept.by_ref().take(missing));
            if entries.len() < position {
                return Err(edits.misfit(Misfit::Position));
            }
            entries.push(value);
        }
        entries.extend(kept);
        Ok(())
    }

    fn has_inner(&self) -> bool {
        self.change.is_some() || !self.below.is_empty()
    }

    fn check_removed(&self, removed: Option<&Value>, expected: &Value) -> Result<(), ApplyError> {
        match removed {
            None => Err(self.misfit(Misfit::Missing)),
            Some(_) if self.has_inner() || self.shift.is_some() => Err(self.misfit(Misfit::Contradiction)),
            Some(removed) if removed != expected => Err(self.misfit(Misfit::Differs)),
            Some(_) => Ok(()),
        }
    }

    fn put_in<'s>(&'s self, put_in: &mut BTreeMap<usize, (Value, &'s Self)>, position: usize, value: Value) -> Result<(), ApplyError> {
        match put_in.insert(position, (value, self)) {
            None => Ok(()),
            Some(_) => Err(self.misfit(Misfit::Position)),
        }
    }

    fn misfit(&self, misfit: Misfit) -> ApplyError {
        ApplyError { path: self.path.cloned().unwrap_or_default(), misfit }
    }
}

/// Where the entries of a list are.
struct Positions(BTreeMap<Segment, usize>);

impl Positions {
    fn read(entries: &[Value], place: Place) -> Self {
        let Rule::KeyedList(key) = place.rule() else { return Self(BTreeMap::new()) };
        let segment = |entry: &Value| entry_key(entry, key).map(|entry| item_segment(key, entry));
        Self(entries.iter().enumerate().filter_map(|(position, entry)| Some((segment(entry)?, position))).collect())
    }

    fn find(&self, segment: &Segment) -> Option<usize> {
        match segment {
            Segment::Index(position) => Some(*position),
            Segment::Item(_) => self.0.get(segment).copied(),
            Segment::Field(_) | Segment::Key(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn value(json: serde_json::Value) -> Value {
        serde_json::from_value(json).unwrap()
    }

    fn added(json: serde_json::Value, position: Option<usize>) -> Op {
        Op::Added { value: value(json), position }
    }

    fn removed(json: serde_json::Value) -> Op {
        Op::Removed { value: value(json), position: None }
    }

    fn changed(before: serde_json::Value, after: serde_json::Value) -> Op {
        Op::Changed { before: value(before), after: value(after) }
    }

    #[track_caller]
    fn check(changes: &[(&str, Op)], expected: Result<serde_json::Value, (&str, Misfit)>) {
        let older = json!({"metadata": {"labels": {"app": "web"}}, "spec": {
            "containers": [{"name": "web", "ports": [{"containerPort": 80}]}, {"name": "logs"}],
            "tolerations": [{"key": "a"}, {"key": "b"}]
        }});
        let changes: Vec<_> = changes.iter().map(|(path, op)| Change { path: path.parse().unwrap(), op: op.clone() }).collect();
        let expected = expected.map(value).map_err(|(path, misfit)| ApplyError { path: path.parse().unwrap(), misfit });
        let mut actual = apply(&changes, &value(older));
        // The tests look at one list or map each.
        if let (Ok(newer), Some(change)) = (&actual, changes.first()) {
            let list = change.path.segments.iter().map_while(|segment| match segment {
                Segment::Field(name) => Some(name.as_str()),
                _ => None,
            });
            actual = Ok(newer.at(&list.collect::<Vec<_>>()).unwrap().clone());
        }
        assert_eq!(actual, expected);
    }

    #[test]
    fn finds_an_entry_by_the_default_of_its_key() {
        let changes = [("spec.containers[name=web].ports[containerPort=80,protocol=TCP].name", added(json!("http"), None))];
        let expected = json!([{"name": "web", "ports": [{"containerPort": 80, "name": "http"}]}, {"name": "logs"}]);
        check(&changes, Ok(expected));
    }

    #[test]
    fn puts_entries_at_their_newer_positions() {
        let changes = [
            ("spec.tolerations[0]", Op::Moved { from: 0, to: 2 }),
            ("spec.tolerations[0].key", changed(json!("a"), json!("A"))),
            ("spec.tolerations[1]", added(json!({"key": "c"}), Some(1))),
        ];
        check(&changes, Ok(json!([{"key": "b"}, {"key": "c"}, {"key": "A"}])));
    }

    #[test]
    fn refuses_what_does_not_fit() {
        let cases = [
            ("metadata.labels[app]", added(json!("x"), None), Misfit::Present),
            ("metadata.labels[app]", changed(json!("x"), json!("y")), Misfit::Differs),
            ("metadata.labels[tier]", changed(json!("x"), json!("y")), Misfit::Missing),
            ("metadata.labels[tier]", removed(json!("x")), Misfit::Missing),
            ("metadata.labels[app]", removed(json!("x")), Misfit::Differs),
            ("metadata.labels[app]", Op::Moved { from: 0, to: 1 }, Misfit::Position),
            ("metadata.labels[app].deeper", added(json!("x"), None), Misfit::Missing),
            ("spec.containers[name=db].image", added(json!("x"), None), Misfit::Missing),
            ("spec.containers[name=web]", added(json!({"name": "web"}), Some(2)), Misfit::Present),
            ("spec.containers[name=db]", added(json!({"name": "db"}), None), Misfit::Position),
            ("spec.containers[name=db]", added(json!({"name": "db"}), Some(4)), Misfit::Position),
            ("spec.containers.web", added(json!({}), None), Misfit::Missing),
            ("spec.tolerations[2]", removed(json!({})), Misfit::Missing),
            (".", removed(json!({})), Misfit::Root),
        ];
        for (path, op, misfit) in cases {
            check(&[(path, op)], Err((path, misfit)));
        }
    }

    #[test]
    fn refuses_changes_that_contradict_each_other() {
        let path = "metadata.labels[app]";
        check(&[(path, changed(json!("web"), json!("a"))), (path, changed(json!("web"), json!("b")))], Err((path, Misfit::Contradiction)));
        check(&[(path, changed(json!("web"), json!("a"))), (path, removed(json!("a")))], Err((path, Misfit::Contradiction)));
        let path = "spec.tolerations[0]";
        let moved = Op::Moved { from: 0, to: 1 };
        check(&[(path, moved), (path, removed(json!({"key": "a"})))], Err((path, Misfit::Contradiction)));
    }
}
