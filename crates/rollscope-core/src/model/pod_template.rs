//! What rollouts ask of a pod template: its images, and whether it is the same as another.

use crate::metadata::POD_TEMPLATE_HASH;
use crate::model::quantity::Quantity;
use crate::value::{Map, Value};

/// Images of the containers, in order; init containers are not counted.
pub fn images(template: &Value) -> Vec<String> {
    let containers = template.at(&["spec", "containers"]).and_then(Value::as_list).unwrap_or_default();
    containers.iter().filter_map(|container| container.get("image")?.as_str()).map(str::to_owned).collect()
}

/// The template of a ReplicaSet as its Deployment wrote it: without the label by which ReplicaSets tell their pods apart.
pub fn without_hash(template: &Value) -> Value {
    let mut template = template.clone();
    if let Some(metadata) = template.as_map_mut().and_then(|template| template.get_mut("metadata")).and_then(Value::as_map_mut) {
        let labels = metadata.get_mut("labels").and_then(Value::as_map_mut);
        let emptied = labels.is_some_and(|labels| labels.remove(POD_TEMPLATE_HASH).is_some() && labels.is_empty());
        if emptied {
            metadata.remove("labels");
        }
    }
    template
}

/// Whether two templates are the same to a controller, apart from the pod-template-hash label.
///
/// Both must have been filled in by the API server. An absent field equals null and an empty list; an empty map equals an absent one only where the API
/// has a map or a plain struct, because `securityContext: {}` and `emptyDir: {}` are something else than nothing. Quantities compare by value.
///
/// Models pkg/controller/deployment/util/deployment_util.go EqualIgnoreHash over apimachinery's semantic equality.
pub fn equal_ignoring_hash(a: &Value, b: &Value) -> bool {
    same_field("template", Some(a), Some(b))
}

fn same_field(name: &str, a: Option<&Value>, b: Option<&Value>) -> bool {
    match (a.filter(|value| !is_nothing(name, value)), b.filter(|value| !is_nothing(name, value))) {
        (None, None) => true,
        (Some(Value::Map(a)), Some(Value::Map(b))) => same_map(name, a, b),
        (Some(Value::List(a)), Some(Value::List(b))) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_field("", Some(a), Some(b)))
        }
        (Some(a), Some(b)) => a == b || (is_quantity(name) && same_amount(a, b)),
        // What is left of a map or struct may be nothing, too.
        (Some(Value::Map(fields)), None) | (None, Some(Value::Map(fields))) if is_map_or_struct(name) => {
            same_map(name, fields, &Map::new())
        }
        (Some(one), None) | (None, Some(one)) => name == "divisor" && same_amount(one, &Value::from("0")),
    }
}

fn same_map(name: &str, a: &Map, b: &Map) -> bool {
    let all_of_a = a.iter().all(|(field, value)| same_field(inside(name, field), Some(value), b.get(field)));
    all_of_a && b.iter().all(|(field, value)| a.contains(field) || same_field(inside(name, field), None, Some(value)))
}

/// What a field is called by the rules below: by its own name, but entries of a map of quantities are quantities, and the template's own labels, where the
/// hash counts for nothing, are told from others.
fn inside<'n>(map: &str, field: &'n str) -> &'n str {
    match (map, field) {
        ("template", "metadata") => "template metadata",
        ("template metadata", "labels") => "template labels",
        ("template labels", POD_TEMPLATE_HASH) => "hash",
        _ if is_quantity_map(map) => "quantity",
        _ => field,
    }
}

fn same_amount(a: &Value, b: &Value) -> bool {
    let amount = |value: &Value| match value {
        Value::String(text) => Quantity::parse(text),
        Value::Int(number) => Quantity::parse(&number.to_string()),
        _ => None,
    };
    amount(a).zip(amount(b)).is_some_and(|(a, b)| a.same_amount(&b))
}

fn is_nothing(field: &str, value: &Value) -> bool {
    match value {
        _ if field == "hash" => true,
        Value::Null => true,
        Value::Map(fields) if field == "template labels" => fields.iter().all(|(name, _)| name == POD_TEMPLATE_HASH),
        Value::List(entries) => entries.is_empty(),
        Value::Map(fields) => fields.is_empty() && is_map_or_struct(field),
        Value::Bool(false) => is_plain_flag(field),
        Value::Int(0) => is_plain_number(field),
        Value::String(text) => text.is_empty() && is_plain_text(field),
        _ => false,
    }
}

/// Fields of a pod template whose Go type is a map or a struct without a pointer, so that empty and absent are one.
fn is_map_or_struct(field: &str) -> bool {
    matches!(
        field,
        "template"
            | "template metadata"
            | "metadata"
            | "spec"
            | "labels"
            | "annotations"
            | "nodeSelector"
            | "matchLabels"
            | "limits"
            | "requests"
            | "overhead"
            | "resources"
            | "volumeAttributes"
            | "options"
    )
}

/// Fields whose Go type is a bool without a pointer: `false` and absent are one. (`automountServiceAccountToken` and many others have a pointer.)
fn is_plain_flag(field: &str) -> bool {
    matches!(field, "hostNetwork" | "hostPID" | "hostIPC" | "readOnly" | "stdin" | "stdinOnce" | "tty")
}

/// Fields whose Go type is a number without a pointer, and which the API does not fill in.
fn is_plain_number(field: &str) -> bool {
    matches!(field, "hostPort" | "initialDelaySeconds" | "partition")
}

/// Fields whose Go type is a string without a pointer, and which the API does not fill in.
fn is_plain_text(field: &str) -> bool {
    matches!(
        field,
        "value"
            | "serviceAccountName"
            | "serviceAccount"
            | "nodeName"
            | "hostname"
            | "subdomain"
            | "priorityClassName"
            | "workingDir"
            | "subPath"
            | "subPathExpr"
            | "prefix"
            | "hostIP"
            | "medium"
            | "fsType"
    )
}

fn is_quantity_map(field: &str) -> bool {
    matches!(field, "limits" | "requests" | "overhead")
}

fn is_quantity(field: &str) -> bool {
    matches!(field, "quantity" | "sizeLimit" | "divisor")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, expected: bool) {
        let [a, b] = [a, b].map(|json| serde_json::from_str::<Value>(json).unwrap());
        assert_eq!(equal_ignoring_hash(&a, &b), expected, "{a:?} {b:?}");
        assert_eq!(equal_ignoring_hash(&b, &a), expected, "{b:?} {a:?}");
    }

    #[test]
    fn ignores_the_hash_label_and_what_is_nothing() {
        check(
            r#"{"metadata":{"labels":{"app":"a","pod-template-hash":"x"}}}"#,
            r#"{"metadata":{"labels":{"app":"a"},"creationTimestamp":null}}"#,
            true,
        );
        check(r#"{"metadata":{"labels":{"pod-template-hash":"x"}}}"#, r#"{"metadata":{}}"#, true);
        check(r#"{"spec":{"containers":[{"name":"a","resources":{},"args":[]}]}}"#, r#"{"spec":{"containers":[{"name":"a"}]}}"#, true);
    }

    #[test]
    fn takes_what_go_cannot_tell_from_absent_for_absent() {
        check(
            r#"{"spec":{"hostNetwork":false,"serviceAccountName":"","containers":[{"env":[{"name":"A","value":""}]}]}}"#,
            r#"{"spec":{"containers":[{"env":[{"name":"A"}]}]}}"#,
            true,
        );
        check(r#"{"spec":{"automountServiceAccountToken":false}}"#, r#"{"spec":{}}"#, false);
        check(
            r#"{"spec":{"containers":[{"securityContext":{"runAsUser":0}}]}}"#,
            r#"{"spec":{"containers":[{"securityContext":{}}]}}"#,
            false,
        );
    }

    #[test]
    fn tells_an_empty_struct_behind_a_pointer_from_none() {
        check(r#"{"spec":{"securityContext":{}}}"#, r#"{"spec":{}}"#, false);
        check(r#"{"spec":{"volumes":[{"name":"v","emptyDir":{}}]}}"#, r#"{"spec":{"volumes":[{"name":"v"}]}}"#, false);
    }

    #[test]
    fn compares_quantities_by_value_and_nothing_else() {
        let limit = |cpu: &str| format!(r#"{{"spec":{{"containers":[{{"resources":{{"limits":{{"cpu":{cpu}}}}}}}]}}}}"#);
        check(&limit(r#""1000m""#), &limit(r#""1""#), true);
        check(&limit(r#""1001m""#), &limit(r#""1""#), false);
        check(r#"{"metadata":{"annotations":{"cpu":"1000m"}}}"#, r#"{"metadata":{"annotations":{"cpu":"1"}}}"#, false);
    }
}
