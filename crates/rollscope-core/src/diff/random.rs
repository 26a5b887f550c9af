//! Random trees for the property tests.

use proptest::prelude::*;

use crate::{Map, Value};

/// Trees of any shape, whose names are often those of a pod template.
pub(crate) fn any_tree() -> impl Strategy<Value = Value> {
    any_scalar().prop_recursive(5, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::List),
            prop::collection::vec((any_name(), inner), 0..5).prop_map(|fields| Value::Map(Map::from_entries(fields))),
        ]
    })
}

/// Trees that are pod templates, save that keys may be repeated and, rarely, a part is something else.
pub(crate) fn any_template() -> impl Strategy<Value = Value> {
    let metadata = fields(vec![("labels", entries()), ("annotations", entries())]);
    let spec = fields(vec![
        ("containers", list(container())),
        ("initContainers", list(container())),
        (
            "volumes",
            list(fields(vec![
                ("name", name()),
                ("emptyDir", entries()),
                ("configMap", fields(vec![("items", list(any_scalar().boxed()))])),
            ])),
        ),
        ("tolerations", list(fields(vec![("key", name()), ("operator", name()), ("effect", name())]))),
        (
            "topologySpreadConstraints",
            list(fields(vec![("topologyKey", name()), ("whenUnsatisfiable", name()), ("maxSkew", any_scalar().boxed())])),
        ),
        ("imagePullSecrets", list(fields(vec![("name", name())]))),
        ("nodeSelector", entries()),
        ("hostNetwork", any_scalar().boxed()),
    ]);
    fields(vec![("metadata", metadata), ("spec", spec)])
}

fn container() -> BoxedStrategy<Value> {
    fields(vec![
        ("name", name()),
        ("image", name()),
        ("args", list(name())),
        ("env", list(fields(vec![("name", name()), ("value", name())]))),
        ("ports", list(fields(vec![("containerPort", port()), ("protocol", protocol()), ("name", name())]))),
        ("volumeMounts", list(fields(vec![("mountPath", name()), ("name", name())]))),
        ("resources", fields(vec![("limits", entries()), ("claims", list(fields(vec![("name", name())])))])),
    ])
}

/// Each field is there in three of four cases; one in forty maps is something else.
fn fields(fields: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
    let fields: Vec<_> = fields
        .into_iter()
        .map(|(name, value)| (prop::bool::weighted(0.8), value).prop_map(move |(there, value)| there.then_some((name.to_owned(), value))))
        .collect();
    let map = fields.prop_map(|fields| Value::Map(Map::from_entries(fields.into_iter().flatten().collect())));
    prop_oneof![40 => map, 1 => any_tree()].boxed()
}

fn list(entry: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    prop_oneof![40 => prop::collection::vec(entry, 0..6).prop_map(Value::List), 1 => any_tree()].boxed()
}

fn entries() -> BoxedStrategy<Value> {
    prop::collection::vec((any_name(), name()), 0..4).prop_map(|fields| Value::Map(Map::from_entries(fields))).boxed()
}

fn name() -> BoxedStrategy<Value> {
    "[a-z]".prop_map(Value::String).boxed()
}

fn port() -> BoxedStrategy<Value> {
    (1..5_i64).prop_map(Value::Int).boxed()
}

fn protocol() -> BoxedStrategy<Value> {
    prop::sample::select(vec!["TCP", "UDP", "SCTP"]).prop_map(Value::from).boxed()
}

fn any_scalar() -> impl Strategy<Value = Value> + Clone {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (0..4_i64).prop_map(Value::Int),
        any::<i64>().prop_map(Value::Int),
        (-1e6..1e6_f64).prop_map(Value::Float),
        Just(Value::Float(0.0)),
        Just(Value::Float(-0.0)),
        "[a-c]{0,2}".prop_map(Value::String),
    ]
}

fn any_name() -> impl Strategy<Value = String> {
    let known = ["metadata", "spec", "labels", "containers", "env", "ports", "name", "containerPort", "protocol", "imagePullSecrets"];
    prop_oneof![prop::sample::select(known.to_vec()).prop_map(str::to_owned), "[a-c.\\[=]{0,2}"]
}
