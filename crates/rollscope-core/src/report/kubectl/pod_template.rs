//! The pod template as `rollout history --revision` and `rollout undo --dry-run` print it.

use super::fields::{child, list, map, number, set, sorted_by_text, text};
use super::writer::Writer;
use super::{Version, container, labels, selector, volume};
use crate::Value;

/// The text from `Pod Template:` on, with TABs as they are.
///
/// Some fields of projected volumes were printed by kubectl before 1.33 as an address; the same one stands here for all.
///
/// Models k8s.io/kubectl pkg/describe/describe.go DescribePodTemplate.
pub fn describe(template: &Value, version: Version) -> String {
    let mut out = Writer::default();
    out.line(0, format_args!("Pod Template:"));
    if template.as_map().is_none() {
        out.write(1, format_args!("<unset>"));
        return out.finish();
    }
    metadata(&mut out, child(template, "metadata"));
    spec(&mut out, child(template, "spec"), version);
    escape(out.finish(), version)
}

fn metadata(out: &mut Writer, metadata: &Value) {
    labels::labels(out, "  Labels", &map(metadata, "labels"));
    let annotations = map(metadata, "annotations");
    if !annotations.is_empty() {
        labels::annotations(out, "  Annotations", &annotations);
    }
}

fn spec(out: &mut Writer, spec: &Value, version: Version) {
    optional_line(out, spec, "serviceAccountName", "  Service Account");
    if !list(spec, "initContainers").is_empty() {
        container::describe(out, "Init Containers", list(spec, "initContainers"), version);
    }
    container::describe(out, "Containers", list(spec, "containers"), version);
    volume::describe(out, list(spec, "volumes"), version);
    let spread = list(spec, "topologySpreadConstraints");
    if version.prints_topology_spread() && !spread.is_empty() {
        topology_spread(out, spread);
    }
    optional_line(out, spec, "priorityClassName", "  Priority Class Name");
    if version.prints_node_selectors_and_tolerations() {
        labels::labels(out, "  Node-Selectors", &map(spec, "nodeSelector"));
        tolerations(out, list(spec, "tolerations"));
    }
    if let Some(workload) = set(spec, "workloadRef").filter(|_| version.prints_workload_ref()) {
        out.line(0, format_args!("  WorkloadRef:"));
        out.line(0, format_args!("  Name:\t{}", text(workload, "name")));
        out.line(0, format_args!("  PodGroup:\t{}", text(workload, "podGroup")));
        optional_line(out, workload, "podGroupReplicaKey", "  PodGroupReplicaKey");
    }
    if let Some(group) = set(spec, "schedulingGroup").filter(|_| version.prints_scheduling_group()) {
        out.line(0, format_args!("  SchedulingGroup:"));
        out.line(0, format_args!("  PodGroupName:\t{}", text(group, "podGroupName")));
    }
}

fn optional_line(out: &mut Writer, object: &Value, name: &str, title: &str) {
    let value = text(object, name);
    if !value.is_empty() {
        out.line(0, format_args!("{title}:\t{value}"));
    }
}

/// Models k8s.io/kubectl pkg/describe/describe.go printTopologySpreadConstraintsMultiline.
fn topology_spread(out: &mut Writer, constraints: &[Value]) {
    out.write(0, format_args!("  Topology Spread Constraints:\t"));
    for (index, constraint) in sorted_by_text(constraints, "topologyKey").into_iter().enumerate() {
        let indent = if index > 0 { "  \t" } else { "" };
        let (key, when, skew) = (text(constraint, "topologyKey"), text(constraint, "whenUnsatisfiable"), number(constraint, "maxSkew"));
        out.write(0, format_args!("{indent}{key}:{when} when max skew {skew} is exceeded"));
        if let Some(label_selector) = set(constraint, "labelSelector") {
            out.write(0, format_args!(" for selector {}", selector::describe(label_selector)));
        }
        out.write(0, format_args!("\n"));
    }
}

/// Models k8s.io/kubectl pkg/describe/describe.go printPodTolerationsMultiline.
fn tolerations(out: &mut Writer, tolerations: &[Value]) {
    out.write(0, format_args!("  Tolerations:\t"));
    if tolerations.is_empty() {
        return out.line(0, format_args!("<none>"));
    }
    for (index, toleration) in sorted_by_text(tolerations, "key").into_iter().enumerate() {
        let indent = if index > 0 { "\t" } else { "" };
        out.line(0, format_args!("{indent}{}", toleration_text(toleration)));
    }
}

fn toleration_text(toleration: &Value) -> String {
    let mut out = text(toleration, "key").into_owned();
    let (value, effect) = (text(toleration, "value"), text(toleration, "effect"));
    if !value.is_empty() {
        out.push_str(&format!("={value}"));
    }
    if !effect.is_empty() {
        out.push_str(&format!(":{effect}"));
    }
    if text(toleration, "operator") == "Exists" && value.is_empty() {
        out.push_str(if out.is_empty() { "op=Exists" } else { " op=Exists" });
    }
    if set(toleration, "tolerationSeconds").is_some() {
        out.push_str(&format!(" for {}s", number(toleration, "tolerationSeconds")));
    }
    out
}

/// Models k8s.io/cli-runtime pkg/printers/terminal.go WriteEscaped.
fn escape(text: String, version: Version) -> String {
    if version.escapes_controls() { text.replace('\u{1b}', "^[").replace('\r', "\\r") } else { text }
}
