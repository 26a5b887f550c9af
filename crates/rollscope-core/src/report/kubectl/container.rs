//! Containers of a pod template.

use super::fields::{as_text, child, list, map, number, set, sorted_by_text, text, texts, truth};
use super::writer::Writer;
use super::{Version, environment, go_text, probe};
use crate::Value;
use crate::model::quantity::Quantity;

/// One heading and every container below it.
///
/// Models k8s.io/kubectl pkg/describe/describe.go describeContainers.
pub(super) fn describe(out: &mut Writer, title: &str, containers: &[Value], version: Version) {
    if containers.is_empty() {
        return out.line(0, format_args!("  {title}: <none>"));
    }
    out.line(0, format_args!("  {title}:"));
    for container in containers {
        out.line(1, format_args!(" {}:", text(container, "name")));
        basics(out, container, version);
        lines(out, "Command", container, "command");
        lines(out, "Args", container, "args");
        let resources = child(container, "resources");
        amounts(out, "Limits", &map(resources, "limits"));
        amounts(out, "Requests", &map(resources, "requests"));
        for (title, name) in [("Liveness", "livenessProbe"), ("Readiness", "readinessProbe"), ("Startup", "startupProbe")] {
            if let Some(probe) = set(container, name) {
                out.line(2, format_args!("{title}:\t{}", probe::describe(probe, version)));
            }
        }
        environment::sources(out, list(container, "envFrom"));
        environment::variables(out, container);
        mounts(out, container);
    }
}

/// Models k8s.io/kubectl pkg/describe/describe.go describeContainerBasicInfo.
fn basics(out: &mut Writer, container: &Value, version: Version) {
    out.line(2, format_args!("Image:\t{}", text(container, "image")));
    ports(out, "Port", container, "containerPort", version);
    ports(out, "Host Port", container, "hostPort", version);
    let profile = container.at(&["securityContext", "seccompProfile"]).filter(|profile| **profile != Value::Null);
    if let Some(profile) = profile.filter(|_| version.prints_seccomp_profile()) {
        let kind = text(profile, "type");
        out.line(2, format_args!("SeccompProfile:\t{kind}"));
        if kind == "Localhost" {
            out.line(3, format_args!("LocalhostProfile:\t{}", text(profile, "localhostProfile")));
        }
    }
}

fn ports(out: &mut Writer, title: &str, container: &Value, field: &str, version: Version) {
    let describe = |port: &Value| {
        let name = text(port, "name");
        let name = if version.prints_port_names() && !name.is_empty() { format!(" ({name})") } else { String::new() };
        format!("{}/{}{name}", number(port, field), text(port, "protocol"))
    };
    let text = list(container, "ports").iter().map(describe).collect::<Vec<_>>().join(", ");
    let plural = if text.contains(',') { "s" } else { "" };
    out.line(2, format_args!("{title}{plural}:\t{}", if text.is_empty() { "<none>" } else { &text }));
}

/// Models k8s.io/kubectl pkg/describe/describe.go describeContainerCommand.
fn lines(out: &mut Writer, title: &str, container: &Value, field: &str) {
    let words = texts(container, field);
    if words.is_empty() {
        return;
    }
    out.line(2, format_args!("{title}:"));
    for line in words.iter().flat_map(|word| word.split('\n')) {
        out.line(3, format_args!("{line}"));
    }
}

fn amounts(out: &mut Writer, title: &str, amounts: &[(&str, &Value)]) {
    if amounts.is_empty() {
        return;
    }
    out.line(2, format_args!("{title}:"));
    for (name, amount) in amounts {
        out.line(3, format_args!("{name}:\t{}", canonical(amount)));
    }
}

/// The canonical text of a quantity; what is none stays as it is.
pub(super) fn canonical(amount: &Value) -> String {
    let text = as_text(amount);
    Quantity::parse(text.trim()).map_or_else(|| text.clone().into_owned(), |quantity| quantity.to_string())
}

/// Models k8s.io/kubectl pkg/describe/describe.go describeContainerVolumes.
fn mounts(out: &mut Writer, container: &Value) {
    let mounts = sorted_by_text(list(container, "volumeMounts"), "mountPath");
    out.line(2, format_args!("Mounts:{}", if mounts.is_empty() { "\t<none>" } else { "" }));
    for mount in mounts {
        let access = if truth(mount, "readOnly") { "ro" } else { "rw" };
        let sub_path = text(mount, "subPath");
        let sub_path = if sub_path.is_empty() { String::new() } else { format!(",path={}", go_text::quote(&sub_path)) };
        out.line(3, format_args!("{} from {} ({access}{sub_path})", text(mount, "mountPath"), text(mount, "name")));
    }
    let devices = sorted_by_text(list(container, "volumeDevices"), "devicePath");
    if !devices.is_empty() {
        let none = if list(container, "volumeMounts").is_empty() { "\t<none>" } else { "" };
        out.line(2, format_args!("Devices:{none}"));
    }
    for device in devices {
        out.line(3, format_args!("{} from {}", text(device, "devicePath"), text(device, "name")));
    }
}
