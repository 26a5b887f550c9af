//! `get KIND/NAME -o yaml|json`: one object, as kubectl prints it.

use rollscope_core::Value;
use rollscope_core::model::{Export, WorkloadKind};
use rollscope_core::report::kubectl;

use crate::arguments::{Common, Get, ObjectOutput};
use crate::failure::Failure;
use crate::output;

pub(super) fn run(common: &Common, asked: &Get, export: &Export) -> Result<u8, Failure> {
    let (kind, name) = asked.of.one().map_err(Failure::of_kubectl)?;
    let Some((kind, resource)) = kind_of(export, kind) else {
        return Err(Failure::of_kubectl(format!("the server doesn't have a resource type \"{kind}\"")));
    };
    let object = super::find(common, export, &kind, &resource, name)?;
    let mut body = object.body().map_err(|diagnostic| Failure::of_kubectl(diagnostic.to_string()))?;
    if let Some(metadata) =
        body.as_map_mut().and_then(|body| body.get_mut("metadata")).and_then(Value::as_map_mut).filter(|_| !asked.show_managed_fields)
    {
        metadata.remove("managedFields");
    }
    let text = match asked.output {
        ObjectOutput::Yaml => kubectl::print::yaml(&body).map_err(Failure::of_kubectl)?,
        ObjectOutput::Json => kubectl::print::json(&body),
    };
    output::exactly(&text)?;
    Ok(0)
}

/// The kind that a word on the command line stands for, and its resource as the server names it. Kinds that this tool does not know by their short names are
/// taken if the export holds them.
fn kind_of(export: &Export, word: &str) -> Option<(String, String)> {
    if let Some(kind) = WorkloadKind::from_argument(word) {
        return Some((kind.name().to_owned(), format!("{}.apps", kind.plural())));
    }
    let word = word.to_lowercase();
    let (resource, _) = word.split_once('.').unwrap_or((&word, ""));
    let known = match resource {
        "rs" | "replicaset" | "replicasets" => Some(("ReplicaSet", "replicasets.apps")),
        "controllerrevision" | "controllerrevisions" => Some(("ControllerRevision", "controllerrevisions.apps")),
        "po" | "pod" | "pods" => Some(("Pod", "pods")),
        "ev" | "event" | "events" => Some(("Event", "events")),
        "no" | "node" | "nodes" => Some(("Node", "nodes")),
        _ => None,
    };
    let in_export = || {
        let kinds = export.objects().map(|object| &object.identity.kind);
        let named = |kind: &&String| {
            let singular = kind.to_lowercase();
            resource == singular || resource == format!("{singular}s")
        };
        kinds.into_iter().find(named).map(|kind| (kind.clone(), format!("{}s", kind.to_lowercase())))
    };
    known.map(|(kind, resource)| (kind.to_owned(), resource.to_owned())).or_else(in_export)
}
