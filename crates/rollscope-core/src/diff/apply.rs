//! Changes onto the older tree give the newer one.

use std::collections::BTreeMap;
use std::fmt;

use super::change::{Change, Op};
use super::list_keys::{KeyField, Place, Rule, entry_key, item_segment};
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
        let fields: &[KeyField] = if let Rule::KeyedList(fields) = place.rule() { fields } else { &[] };
        let keys = entries.iter().enumerate().filter_map(|(position, entry)| Some((entry_key(entry, fields)?, position)));
        Self(keys.map(|(key, position)| (item_segment(fields, &key), position)).collect())
    }

    fn find(&self, segment: &Segment) -> Option<usize> {
        match segment {
            Segment::Index(position) => Some(*position),
            Segment::Item(_) => self.0.get(segment).copied(),
            Segment::Field(_) | Segment::Key(_) => None,
        }
    }
}
