//! Two trees to changes.

use super::change::{Change, Comparison, Note, Oddity, Op};
use super::list_keys::{Place, Rule};
use super::matching::{Matching, Origin};
use super::trail::{Step, Trail};
use crate::{Map, Value};

/// Compares two pod templates, or whatever stands where a pod template belongs.
///
/// * Entries of keyed lists ([`list_keys`](mod@super::list_keys)) are matched by key. An entry that others have overtaken is [`Op::Moved`], apart
///   from what changed inside it; as few entries as possible have moved.
/// * Other lists are sequences of whole entries. An entry that went to another place unchanged is [`Op::Moved`]; where entries were replaced
///   by others they are compared in pairs, so that a change inside an entry is told as such.
/// * A subtree that appears or disappears is one change. So is a value that became another kind of value.
/// * A keyed list with a repeated key, or with an entry that has none, is compared like the other lists, and a [`Note`] says so.
///
/// [`apply`](super::apply()) turns `older` into exactly `newer` with the changes. Work is linear in the size of the trees, but for sorting keys
/// and for lists without keys, whose alignment is bounded by the diff library.
pub fn compare(older: &Value, newer: &Value) -> Comparison {
    let mut comparer = Comparer(Comparison::default());
    comparer.values(older, newer, Place::template(), &Trail::ROOT);
    if !comparer.0.changes.is_empty() {
        comparer.note_unless_map(older, newer, &Trail::ROOT);
    }
    comparer.0
}

struct Comparer(Comparison);

impl Comparer {
    fn values(&mut self, older: &Value, newer: &Value, place: Place, trail: &Trail<'_>) {
        let known = self.0.changes.len();
        match (older, newer) {
            (Value::Map(older), Value::Map(newer)) => self.maps(older, newer, place, trail),
            (Value::List(older), Value::List(newer)) => self.lists(older, newer, place, trail),
            _ if older == newer => {}
            _ => self.push(trail, Op::Changed { before: older.clone(), after: newer.clone() }),
        }
        if self.0.changes.len() > known {
            match place.rule() {
                Rule::KeyedList(_) => self.note_unless_list(older, newer, trail),
                Rule::EntryMap => self.note_unless_map(older, newer, trail),
                Rule::Plain => {}
            }
        }
    }

    /// Walks both maps at once, as their fields are in order.
    fn maps(&mut self, older: &Map, newer: &Map, place: Place, trail: &Trail<'_>) {
        let (mut olds, mut news) = (older.iter().peekable(), newer.iter().peekable());
        loop {
            let name = match (olds.peek(), news.peek()) {
                (Some((old, _)), Some((new, _))) => *old.min(new),
                (Some((name, _)), None) | (None, Some((name, _))) => *name,
                (None, None) => return,
            };
            let old = olds.next_if(|(old, _)| *old == name).map(|(_, value)| value);
            let new = news.next_if(|(new, _)| *new == name).map(|(_, value)| value);
            let step = if place.rule() == Rule::EntryMap { Step::Key(name) } else { Step::Field(name) };
            let trail = trail.then(step);
            match (old, new) {
                (Some(old), Some(new)) => self.values(old, new, place.field(name), &trail),
                (Some(old), None) => self.push(&trail, Op::Removed { value: old.clone(), position: None }),
                (None, Some(new)) => self.push(&trail, Op::Added { value: new.clone(), position: None }),
                (None, None) => {}
            }
        }
    }

    fn lists(&mut self, older: &[Value], newer: &[Value], place: Place, trail: &Trail<'_>) {
        if older == newer {
            return;
        }
        let matching = match place.rule() {
            Rule::KeyedList(key) => Matching::by_key(older, newer, key).unwrap_or_else(|oddity| {
                self.0.notes.push(Note { path: trail.path(), oddity });
                Matching::by_position(older, newer)
            }),
            Rule::EntryMap | Rule::Plain => Matching::by_position(older, newer),
        };
        self.entries(older, newer, &matching, place.entry(), trail);
    }

    /// Tells what became of the entries, in the order of the newer list. What was removed comes before what stands in its place now.
    fn entries(&mut self, older: &[Value], newer: &[Value], matching: &Matching<'_>, place: Place, trail: &Trail<'_>) {
        let mut removed = matching.removed(older.len()).into_iter().peekable();
        let next_kept = matching.next_kept(older.len());
        for (to, ((new, origin), next_kept)) in newer.iter().zip(&matching.origins).zip(next_kept).enumerate() {
            while let Some(position) = removed.next_if(|&position| position < next_kept) {
                self.removed(older, position, matching, trail);
            }
            let Some((from, old)) = origin.older().and_then(|from| Some((from, older.get(from)?))) else {
                self.push(&trail.then(matching.newer_step(to)), Op::Added { value: new.clone(), position: Some(to) });
                continue;
            };
            let trail = trail.then(matching.older_step(from));
            if matches!(origin, Origin::Moved(_)) {
                self.push(&trail, Op::Moved { from, to });
            }
            if matching.is_keyed() || old == new || is_edited(old, new) {
                self.values(old, new, place, &trail);
            } else {
                self.push(&trail, Op::Changed { before: old.clone(), after: new.clone() });
            }
        }
        for position in removed {
            self.removed(older, position, matching, trail);
        }
    }

    fn removed(&mut self, older: &[Value], position: usize, matching: &Matching<'_>, trail: &Trail<'_>) {
        if let Some(value) = older.get(position) {
            self.push(&trail.then(matching.older_step(position)), Op::Removed { value: value.clone(), position: Some(position) });
        }
    }

    fn push(&mut self, trail: &Trail<'_>, op: Op) {
        self.0.changes.push(Change { path: trail.path(), op });
    }

    fn note_unless_map(&mut self, older: &Value, newer: &Value, trail: &Trail<'_>) {
        if let Some(odd) = [older, newer].into_iter().find(|value| !matches!(value, Value::Map(_) | Value::Null)) {
            self.0.notes.push(Note { path: trail.path(), oddity: Oddity::NotAMap { found: odd.noun() } });
        }
    }

    fn note_unless_list(&mut self, older: &Value, newer: &Value, trail: &Trail<'_>) {
        if let Some(odd) = [older, newer].into_iter().find(|value| !matches!(value, Value::List(_) | Value::Null)) {
            self.0.notes.push(Note { path: trail.path(), oddity: Oddity::NotAList { found: odd.noun() } });
        }
    }
}

/// Whether `newer` reads as `older` with a change inside, and not as something else: they share an equal field, or a subtree by name.
fn is_edited(older: &Value, newer: &Value) -> bool {
    match (older, newer) {
        (Value::Map(older), Value::Map(newer)) => older.iter().any(|(name, old)| match (old, newer.get(name)) {
            (Value::Map(_), Some(Value::Map(_))) | (Value::List(_), Some(Value::List(_))) => true,
            (old, Some(new)) => old == new,
            (_, None) => false,
        }),
        _ => true,
    }
}
