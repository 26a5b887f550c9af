//! Recorded exports of real clusters: YAML says what JSON says, and what another YAML reader says.

use rollscope_core::Value;
use serde::Deserialize;

use crate::{bodies, names, read, said};

macro_rules! recorded {
    ($path:literal) => {
        include_str!(concat!("../../../../tests/cases/reading/", $path))
    };
}

const DEPLOYMENT: &str = recorded!("deployment-stuck-on-a-bad-image/all.yaml");
const DEPLOYMENT_DOCUMENTS: &str = recorded!("deployment-stuck-on-a-bad-image/multidoc.yaml");
const DEPLOYMENT_JSON: &str = recorded!("deployment-stuck-on-a-bad-image/all.json");
const STATEFUL_SET: &str = recorded!("stateful-set-stuck-on-a-bad-image/all.yaml");
const STRINGS: &str = recorded!("strings-that-look-like-something-else/all.yaml");
const STRINGS_JSON: &str = recorded!("strings-that-look-like-something-else/all.json");
const NEW_FIELDS: &str = recorded!("template-fields-of-kubernetes-1.36/all.yaml");
const WATCH: &str = recorded!("watch-events/replicasets.yaml");
const WATCH_JSON: &str = recorded!("watch-events/deployments.json");
const DUMP: &str = recorded!("cluster-info-dump-without-pods/dump.yaml");
const RAW_REPLICA_SETS: &str = recorded!("lists-whose-items-have-no-kind/replicasets.json");
const RAW_REVISIONS: &str = recorded!("lists-whose-items-have-no-kind/controllerrevisions.json");

fn check(export: &str, expected: &[Value]) {
    let reading = read(export);
    assert_eq!(said(&reading), [""; 0]);
    let bodies = bodies(&reading);
    assert_eq!(bodies.len(), expected.len());
    for (body, expected) in bodies.iter().zip(expected) {
        assert_eq!(body, expected);
    }
}

#[test]
fn yaml_says_what_json_says() {
    check(DEPLOYMENT, &bodies(&read(DEPLOYMENT_JSON)));
}

#[test]
fn strings_come_through_unharmed() {
    // kubectl itself turns U+0085 into a blank on the way to YAML; everything else must be equal.
    check(STRINGS, &bodies(&read(STRINGS_JSON.replace("\u{85}", " "))));
}

#[test]
fn another_yaml_reader_agrees() {
    for export in [DEPLOYMENT, DEPLOYMENT_DOCUMENTS, STATEFUL_SET, STRINGS, NEW_FIELDS, WATCH, DUMP] {
        check(export, &witnessed(export));
    }
}

#[test]
fn another_json_reader_agrees() {
    let list: Value = serde_json::from_str(DEPLOYMENT_JSON).unwrap();
    check(DEPLOYMENT_JSON, list.get("items").and_then(Value::as_list).unwrap());
    let events = WATCH_JSON.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    check(WATCH_JSON, &events.map(|event| event.get("object").unwrap().clone()).collect::<Vec<_>>());
}

#[test]
fn items_without_a_kind_get_it_from_their_list() {
    for (export, kind) in [(RAW_REPLICA_SETS, "ReplicaSet"), (RAW_REVISIONS, "ControllerRevision")] {
        let reading = read(export);
        assert!(!reading.objects.is_empty() && said(&reading).is_empty());
        for object in &reading.objects {
            let body = object.body().unwrap();
            assert_eq!((object.identity.kind.as_str(), object.identity.api_version.as_str()), (kind, "apps/v1"));
            assert_eq!(body.get("kind"), Some(&Value::from(kind)));
            assert_eq!(body.get("apiVersion"), Some(&Value::from("apps/v1")));
        }
    }
}

#[test]
fn identities_are_complete() {
    let reading = read(DEPLOYMENT);
    let identity = reading.objects.iter().map(|object| &object.identity).find(|identity| identity.kind == "ReplicaSet").unwrap();
    let body = reading.objects.iter().find(|object| object.identity == *identity).unwrap().body().unwrap();
    let text = |path: &[&str]| body.at(path).and_then(Value::as_str).unwrap().to_owned();
    assert_eq!(identity.namespace, "web");
    assert_eq!(identity.uid, text(&["metadata", "uid"]));
    assert_eq!(identity.resource_version, text(&["metadata", "resourceVersion"]));
    assert_eq!(identity.created.unwrap().to_string(), text(&["metadata", "creationTimestamp"]));
    assert_eq!(identity.labels["pod-template-hash"], text(&["metadata", "labels", "pod-template-hash"]));
    assert_eq!(identity.revision, Some(text(&["metadata", "annotations", "deployment.kubernetes.io/revision"])));
    assert_eq!(identity.controller.as_ref().unwrap().kind, "Deployment");
    assert!(identity.newest_time >= identity.created && !identity.deleting);
    let revision = read(RAW_REVISIONS).objects.iter().map(|object| object.identity.revision_number).min().unwrap();
    assert_eq!(revision, Some(1));
    let newest = reading.objects.iter().filter_map(|object| object.identity.newest_time).max().unwrap();
    assert!(DEPLOYMENT.contains(&newest.to_string()), "{newest}");
}

#[test]
fn sources_are_read_alike_in_chunks_and_steps() {
    let mut session = rollscope_core::input::Session::new(rollscope_core::Limits::default());
    session.begin("f");
    for chunk in STATEFUL_SET.as_bytes().chunks(1000) {
        session.feed(chunk);
    }
    session.end();
    let mut steps = 0;
    let mut last = session.step(1);
    while !last.done {
        let progress = session.step(1);
        assert!(progress.bytes_read >= last.bytes_read && progress.objects >= last.objects);
        last = progress;
        steps += 1;
    }
    let whole = read(STATEFUL_SET);
    let reading = session.take();
    assert_eq!((last.bytes_read, last.bytes_total, last.objects), (STATEFUL_SET.len(), STATEFUL_SET.len(), whole.objects.len()));
    assert!(steps >= whole.objects.len());
    assert_eq!(names(&reading), names(&whole));
    assert_eq!(reading.sources, whole.sources);
}

/// The objects of an export as serde_yaml reads it. Exports quote what YAML 1.1 and 1.2 understand differently, so no difference is expected.
fn witnessed(export: &str) -> Vec<Value> {
    let mut objects = Vec::new();
    for document in serde_yaml::Deserializer::from_str(export) {
        let document = converted(serde_yaml::Value::deserialize(document).unwrap());
        let list_kind = document.get("kind").and_then(Value::as_str).and_then(|kind| kind.strip_suffix("List"));
        match (document.get("object"), list_kind) {
            (Some(object), _) => objects.push(object.clone()),
            (None, None) => objects.push(document),
            (None, Some(kind)) => {
                for mut item in document.get("items").and_then(Value::as_list).unwrap_or_default().iter().cloned() {
                    if let Some(fields) = item.as_map_mut().filter(|fields| !fields.contains("kind")) {
                        fields.insert("kind", kind);
                        fields.insert("apiVersion", document.get("apiVersion").unwrap().clone());
                    }
                    objects.push(item);
                }
            }
        }
    }
    objects
}

fn converted(value: serde_yaml::Value) -> Value {
    match value {
        serde_yaml::Value::Null => Value::Null,
        serde_yaml::Value::Bool(truth) => Value::Bool(truth),
        serde_yaml::Value::Number(number) => number.as_i64().map_or_else(|| Value::Float(number.as_f64().unwrap()), Value::Int),
        serde_yaml::Value::String(text) => Value::String(text),
        serde_yaml::Value::Sequence(entries) => Value::List(entries.into_iter().map(converted).collect()),
        serde_yaml::Value::Mapping(fields) => {
            Value::Map(fields.into_iter().map(|(name, value)| (name.as_str().unwrap().to_owned(), converted(value))).collect())
        }
        serde_yaml::Value::Tagged(tagged) => panic!("{tagged:?}"),
    }
}
