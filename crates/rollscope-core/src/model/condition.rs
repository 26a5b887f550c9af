//! Conditions in an object's status.

use crate::value::Value;

/// The condition of a type in status.conditions of an object.
pub fn condition<'a>(object: &'a Value, of_type: &str) -> Option<&'a Value> {
    let conditions = object.at(&["status", "conditions"])?.as_list()?;
    conditions.iter().find(|condition| condition.get("type").and_then(Value::as_str) == Some(of_type))
}
