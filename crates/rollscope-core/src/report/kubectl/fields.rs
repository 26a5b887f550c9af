//! Fields of an object with what stands for a missing one. A field of another type than it should be reads as a missing one.

use std::borrow::Cow;

use crate::Value;
use crate::order;

static NOTHING: Value = Value::Null;

/// A field, `null` if it is missing.
pub(super) fn child<'a>(object: &'a Value, name: &str) -> &'a Value {
    object.get(name).unwrap_or(&NOTHING)
}

/// What is set: `null` is not.
pub(super) fn set<'a>(object: &'a Value, name: &str) -> Option<&'a Value> {
    object.get(name).filter(|value| **value != Value::Null)
}

/// A string; numbers and truth values as they are written.
pub(super) fn text<'a>(object: &'a Value, name: &str) -> Cow<'a, str> {
    object.get(name).map(as_text).unwrap_or_default()
}

/// The string that a value is, or how it is written; lists and maps have none.
pub(super) fn as_text(value: &Value) -> Cow<'_, str> {
    value.scalar_text().unwrap_or_default()
}

/// A whole number, or 0.
pub(super) fn number(object: &Value, name: &str) -> i64 {
    object.get(name).and_then(Value::as_int).unwrap_or(0)
}

/// A truth value, or false.
pub(super) fn truth(object: &Value, name: &str) -> bool {
    object.get(name).and_then(Value::as_bool).unwrap_or(false)
}

/// The entries of a list, or none.
pub(super) fn list<'a>(object: &'a Value, name: &str) -> &'a [Value] {
    object.get(name).and_then(Value::as_list).unwrap_or_default()
}

/// The strings of a list, or none.
pub(super) fn texts<'a>(object: &'a Value, name: &str) -> Vec<Cow<'a, str>> {
    list(object, name).iter().map(as_text).collect()
}

/// The fields of a map, or none.
pub(super) fn map<'a>(object: &'a Value, name: &str) -> Vec<(&'a str, &'a Value)> {
    object.get(name).and_then(Value::as_map).map(|fields| fields.iter().collect()).unwrap_or_default()
}

/// Entries ordered by a string in them; equal ones stay as they are.
pub(super) fn sorted_by_text<'a>(entries: &'a [Value], name: &str) -> Vec<&'a Value> {
    let mut sorted: Vec<&Value> = entries.iter().collect();
    order::by_key(&mut sorted, |entry| text(entry, name));
    sorted
}
