//! A tree to what is known of an object at once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::input::object::{Identity, Owner};
use crate::metadata;
use crate::time::Time;
use crate::value::{Map, Value};

/// The identity of an object; what is missing or of another type than it should be is empty.
pub(crate) fn identify(object: &Value) -> Identity {
    let of_metadata = |name| object.at(&["metadata", name]);
    let annotation = |name| metadata::annotation(object, name).map(Cow::into_owned);
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

fn texts(fields: &Map) -> BTreeMap<String, String> {
    fields.iter().filter_map(|(name, value)| Some((name.to_owned(), value.scalar_text()?.into_owned()))).collect()
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

/// The newest of the fields that by their name hold a time at which something happened. What a status plans, as `renewalTime` and `nextRun` do, is none.
fn newest_below(value: &Value) -> Option<Time> {
    match value {
        Value::List(entries) => entries.iter().filter_map(newest_below).max(),
        Value::Map(fields) => fields
            .iter()
            .filter_map(|(name, value)| match value {
                Value::String(_) if tells_the_past(name) => time(value),
                value => newest_below(value),
            })
            .max(),
        _ => None,
    }
}

fn tells_the_past(name: &str) -> bool {
    matches!(name, "startTime" | "startedAt" | "finishedAt" | "completionTime") || (name.starts_with("last") && name.ends_with("Time"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn newest(json: &str) -> Option<String> {
        identify(&serde_json::from_str(json).unwrap()).newest_time.map(|time| time.to_string())
    }

    #[test]
    fn the_newest_time_is_one_that_has_come() {
        let certificate = r#"{"kind":"Certificate","metadata":{"creationTimestamp":"2026-01-01T00:00:00Z"},
            "status":{"renewalTime":"2026-03-02T00:00:00Z","conditions":[{"lastTransitionTime":"2026-01-02T00:00:00Z"}]}}"#;
        assert_eq!(newest(certificate).as_deref(), Some("2026-01-02T00:00:00Z"));
        let pod = r#"{"kind":"Pod","status":{"startTime":"2026-01-01T00:00:00Z",
            "containerStatuses":[{"lastState":{"terminated":{"finishedAt":"2026-01-03T00:00:00Z"}},"state":{"running":{"startedAt":"2026-01-02T00:00:00Z"}}}]}}"#;
        assert_eq!(newest(pod).as_deref(), Some("2026-01-03T00:00:00Z"));
    }

    #[test]
    fn labels_and_annotations_without_quotes_are_text() {
        let object = r#"{"metadata":{"labels":{"v":1,"on":true,"none":null},"annotations":{"kubernetes.io/change-cause":1e21}}}"#;
        let identity = identify(&serde_json::from_str(object).unwrap());
        assert_eq!(identity.labels, BTreeMap::from([("on".to_owned(), "true".to_owned()), ("v".to_owned(), "1".to_owned())]));
        assert_eq!(identity.change_cause.as_deref(), Some("1e+21"));
    }
}
