//! A tree to what is known of an object at once.

use std::collections::BTreeMap;

use crate::input::object::{Identity, Owner};
use crate::metadata;
use crate::time::Time;
use crate::value::{Map, Value};

/// The identity of an object; what is missing or of another type than it should be is empty.
pub(crate) fn identify(object: &Value) -> Identity {
    let of_metadata = |name| object.at(&["metadata", name]);
    let annotation = |name| object.at(&["metadata", "annotations", name]).and_then(as_text);
    let kind = text(object.get("kind"));
    Identity {
        api_version: text(object.get("apiVersion")),
        namespace: text(of_metadata("namespace")),
        name: text(of_metadata("name")),
        uid: text(of_metadata("uid")),
        resource_version: text(of_metadata("resourceVersion")),
        created: of_metadata("creationTimestamp").and_then(time),
        deleting: of_metadata("deletionTimestamp").is_some_and(|value| *value != Value::Null),
        gone: false,
        labels: of_metadata("labels").and_then(Value::as_map).map(texts).unwrap_or_default(),
        controller: of_metadata("ownerReferences").and_then(Value::as_list).and_then(controller),
        revision: annotation(metadata::REVISION),
        revision_history: annotation(metadata::REVISION_HISTORY),
        change_cause: annotation(metadata::CHANGE_CAUSE),
        revision_number: object.get("revision").and_then(Value::as_int),
        newest_time: newest_time(object, &kind),
        kind,
    }
}

fn text(value: Option<&Value>) -> String {
    value.and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Labels and annotations are text; what was written without quotes is read as the API machinery reads it.
fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Int(number) => Some(number.to_string()),
        Value::Float(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    }
}

fn texts(fields: &Map) -> BTreeMap<String, String> {
    fields.iter().filter_map(|(name, value)| Some((name.to_owned(), as_text(value)?))).collect()
}

fn controller(owners: &[Value]) -> Option<Owner> {
    let owner = owners.iter().find(|owner| owner.get("controller").and_then(Value::as_bool) == Some(true))?;
    Some(Owner {
        api_version: text(owner.get("apiVersion")),
        kind: text(owner.get("kind")),
        name: text(owner.get("name")),
        uid: text(owner.get("uid")),
    })
}

fn time(value: &Value) -> Option<Time> {
    value.as_str()?.parse().ok()
}

/// The newest time at which something is known to have happened. A deletion time is left out: it lies ahead by the grace period.
fn newest_time(object: &Value, kind: &str) -> Option<Time> {
    let mut newest = object.at(&["metadata", "creationTimestamp"]).and_then(time);
    if let Some(fields) = object.at(&["metadata", "managedFields"]).and_then(Value::as_list) {
        newest = newest.max(fields.iter().filter_map(|entry| time(entry.get("time")?)).max());
    }
    if let Some(status) = object.get("status") {
        newest = newest.max(newest_below(status));
    }
    if kind == "Event" {
        const TIMES: [&[&str]; 6] = [
            &["eventTime"],
            &["firstTimestamp"],
            &["lastTimestamp"],
            &["deprecatedFirstTimestamp"],
            &["deprecatedLastTimestamp"],
            &["series", "lastObservedTime"],
        ];
        newest = newest.max(TIMES.iter().filter_map(|names| time(object.at(names)?)).max());
    }
    newest
}

/// The newest of the fields that hold a time by their name, as `lastTransitionTime` and `startedAt` do.
fn newest_below(value: &Value) -> Option<Time> {
    match value {
        Value::List(entries) => entries.iter().filter_map(newest_below).max(),
        Value::Map(fields) => fields
            .iter()
            .filter_map(|(name, value)| match value {
                Value::String(_) if name.ends_with("Time") || name.ends_with("At") => time(value),
                value => newest_below(value),
            })
            .max(),
        _ => None,
    }
}
