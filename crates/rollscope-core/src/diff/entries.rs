//! A whole map or keyed list that appears or disappears, told entry by entry.

use super::change::{Change, Op};
use super::list_keys::{Place, Rule, entry_key, item_segment};
use super::path::Segment;
use crate::value::Value;

/// The change as a person reads it: labels that appear where there were none are one change each, and so are containers, volumes and mounts. Any other
/// change is returned as it is.
///
/// What this returns is for showing; [`apply`](super::apply()) takes the change itself.
pub fn entries(change: &Change) -> Vec<Change> {
    let (value, op): (_, fn(Value) -> Op) = match &change.op {
        Op::Added { value, .. } => (value, |value| Op::Added { value, position: None }),
        Op::Removed { value, .. } => (value, |value| Op::Removed { value, position: None }),
        Op::Changed { .. } | Op::Moved { .. } => return vec![change.clone()],
    };
    let parts: Option<Vec<(Segment, &Value)>> = match (place(&change.path.segments).rule(), value) {
        (Rule::EntryMap, Value::Map(fields)) => Some(fields.iter().map(|(name, value)| (Segment::Key(name.to_owned()), value)).collect()),
        (Rule::KeyedList(key), Value::List(entries)) => {
            entries.iter().map(|entry| Some((item_segment(key, entry_key(entry, key)?), entry))).collect()
        }
        _ => None,
    };
    let Some(parts) = parts.filter(|parts| !parts.is_empty()) else {
        return vec![change.clone()];
    };
    let part = |(segment, value): (Segment, &Value)| {
        let mut path = change.path.clone();
        path.segments.push(segment);
        Change { path, op: op(value.clone()) }
    };
    parts.into_iter().map(part).collect()
}

fn place(path: &[Segment]) -> Place {
    path.iter().fold(Place::template(), |place, segment| match segment {
        Segment::Field(name) | Segment::Key(name) => place.field(name),
        Segment::Item(_) | Segment::Index(_) => place.entry(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::compare;

    fn check(older: &str, newer: &str, expected: &[&str]) {
        let [older, newer] = [older, newer].map(|json| serde_json::from_str::<Value>(json).unwrap());
        let told: Vec<_> = compare(&older, &newer).changes.iter().flat_map(entries).map(|change| change.to_string()).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn tells_labels_and_keyed_entries_one_by_one() {
        check(
            r#"{"metadata":{}}"#,
            r#"{"metadata":{"annotations":{"a.b/c":"1","d":"2"}}}"#,
            &[r#"+ metadata.annotations[a.b/c]: "1""#, r#"+ metadata.annotations[d]: "2""#],
        );
        check(
            r#"{"spec":{"containers":[{"name":"a","volumeMounts":[{"mountPath":"/x","name":"v"}]}]}}"#,
            r#"{"spec":{"containers":[{"name":"a"}]}}"#,
            &[r#"- spec.containers[name=a].volumeMounts[mountPath=/x]: {"mountPath":"/x","name":"v"}"#],
        );
    }

    #[test]
    fn leaves_what_has_no_entries_as_it_is() {
        check(r#"{"spec":{}}"#, r#"{"spec":{"tolerations":[{"key":"a"}]}}"#, &[r#"+ spec.tolerations: [{"key":"a"}]"#]);
        check(r#"{"metadata":{}}"#, r#"{"metadata":{"labels":{}}}"#, &["+ metadata.labels: {}"]);
        check(r#"{"spec":{}}"#, r#"{"spec":{"volumes":[{"name":"a"},"odd"]}}"#, &[r#"+ spec.volumes: [{"name":"a"},"odd"]"#]);
    }
}
