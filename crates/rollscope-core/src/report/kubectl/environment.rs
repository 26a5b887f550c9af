//! Environment variables of a container.

use super::fields::{list, set, text, truth};
use super::writer::Writer;
use crate::Value;
use crate::model::quantity::Quantity;

/// The config maps and secrets that all become variables.
///
/// Models k8s.io/kubectl pkg/describe/describe.go describeContainerEnvFrom.
pub(super) fn sources(out: &mut Writer, sources: &[Value]) {
    if sources.is_empty() {
        return;
    }
    out.line(2, format_args!("Environment Variables from:"));
    for source in sources {
        let (kind, reference) = match (set(source, "configMapRef"), set(source, "secretRef")) {
            (Some(reference), _) => ("ConfigMap", reference),
            (None, Some(reference)) => ("Secret", reference),
            (None, None) => ("", &Value::Null),
        };
        let prefix = text(source, "prefix");
        let prefix = if prefix.is_empty() { String::new() } else { format!(" with prefix '{prefix}'") };
        out.line(3, format_args!("{}\t{kind}{prefix}\tOptional: {}", text(reference, "name"), truth(reference, "optional")));
    }
}

/// The variables one by one.
///
/// Models k8s.io/kubectl pkg/describe/describe.go describeContainerEnvVars.
pub(super) fn variables(out: &mut Writer, container: &Value) {
    let variables = list(container, "env");
    out.line(2, format_args!("Environment:{}", if variables.is_empty() { "\t<none>" } else { "" }));
    for variable in variables {
        match set(variable, "valueFrom") {
            Some(source) => reference(out, &text(variable, "name"), source, container),
            None => plain(out, &text(variable, "name"), &text(variable, "value")),
        }
    }
}

fn plain(out: &mut Writer, name: &str, value: &str) {
    for (index, line) in value.split('\n').enumerate() {
        match index {
            0 => out.line(3, format_args!("{name}:\t{line}")),
            _ => out.line(3, format_args!("\t{line}")),
        }
    }
}

fn reference(out: &mut Writer, name: &str, source: &Value, container: &Value) {
    if let Some(field) = set(source, "fieldRef") {
        // The value is only known of a running pod.
        out.line(3, format_args!("{name}:\t ({}:{})", text(field, "apiVersion"), text(field, "fieldPath")));
    } else if let Some(field) = set(source, "resourceFieldRef") {
        let resource = text(field, "resource");
        let mut value = resource_value(field, container).map(|value| value.to_string()).unwrap_or_default();
        if value == "0" && matches!(&*resource, "limits.cpu" | "limits.memory") {
            "node allocatable".clone_into(&mut value);
        }
        out.line(3, format_args!("{name}:\t{value} ({resource})"));
    } else if let Some(secret) = set(source, "secretKeyRef") {
        let (key, from, optional) = (text(secret, "key"), text(secret, "name"), truth(secret, "optional"));
        out.line(3, format_args!("{name}:\t<set to the key '{key}' in secret '{from}'>\tOptional: {optional}"));
    } else if let Some(config_map) = set(source, "configMapKeyRef") {
        let (key, from, optional) = (text(config_map, "key"), text(config_map, "name"), truth(config_map, "optional"));
        out.line(3, format_args!("{name}:\t<set to the key '{key}' of config map '{from}'>\tOptional: {optional}"));
    }
}

/// The container's limit or request in units of the divisor; `None` for a resource that cannot be referred to.
///
/// Models k8s.io/kubectl pkg/util/resource/resource.go ExtractContainerResourceValue.
fn resource_value(field: &Value, container: &Value) -> Option<i64> {
    let resource = text(field, "resource");
    let (kind, name) = resource.split_once('.').filter(|(kind, _)| matches!(*kind, "limits" | "requests"))?;
    let known = matches!(name, "cpu" | "memory" | "ephemeral-storage") || name.starts_with("hugepages-");
    let quantity = |object: &Value, name: &str| Quantity::parse(text(object, name).trim()).filter(|quantity| !quantity.is_zero());
    let units = |quantity: Quantity| if name == "cpu" { quantity.milli_value() } else { quantity.value() };
    let one = if name == "cpu" { 1000 } else { 1 };
    let amount = container.at(&["resources", kind]).and_then(|amounts| quantity(amounts, name)).map_or(0, units);
    let divisor = quantity(field, "divisor").map_or(one, units);
    known.then_some((amount as f64 / divisor as f64).ceil() as i64)
}
