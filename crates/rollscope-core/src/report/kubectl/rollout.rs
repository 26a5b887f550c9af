//! What `kubectl rollout history` and `kubectl rollout undo` print.

use super::{Version, history as history_text, pod_template};
use crate::error::Error;
use crate::history::History;
use crate::metadata::CHANGE_CAUSE;
use crate::model::WorkloadKind;
use crate::rollout::undo::{Refusal, Undo, UndoResult};
use crate::value::{Map, Value};

/// The table of `kubectl rollout history KIND/NAME`.
pub fn history_table(history: &History<'_>) -> String {
    let rows: Vec<_> = history.listed().map(|revision| (revision.number, revision.change_cause.as_deref())).collect();
    history_text::table(&head(history), &rows)
}

/// What `kubectl rollout history KIND/NAME --revision=N` prints: the revision's pod template. That of a ReplicaSet has its hash label, and the change-cause
/// among its annotations.
///
/// # Errors
///
/// If there is no such revision or its template cannot be read; the text is kubectl's.
pub fn revision(history: &History<'_>, number: i64, version: Version) -> Result<String, Error> {
    if history.revisions.is_empty() {
        return Ok(history_text::none_of(&head(history), number));
    }
    let revision = history.revision(number).ok_or_else(|| Error::new("unable to find the specified revision"))?;
    let template = match history.kind {
        WorkloadKind::Deployment => {
            let template = revision.body.at(&["spec", "template"]).cloned().unwrap_or(Value::Map(Map::new()));
            Some(with_cause(&template, revision.change_cause.as_deref()))
        }
        // Data without a template is a patch that changes nothing.
        WorkloadKind::DaemonSet | WorkloadKind::StatefulSet if revision.template.is_none() && is_empty_patch(&revision.body) => {
            history.template().cloned()
        }
        WorkloadKind::DaemonSet | WorkloadKind::StatefulSet => revision.template.clone(),
    };
    let template = template.ok_or_else(|| Error::new(format!("unable to parse history {}", revision.holder.identity.name)))?;
    Ok(history_text::revision(&head(history), number, &pod_template::describe(&template, version)))
}

fn is_empty_patch(controller_revision: &Value) -> bool {
    let data = controller_revision.get("data").filter(|data| **data != Value::Null);
    data.is_none_or(|data| data.as_map().is_some() && data.at(&["spec", "template"]).is_none())
}

fn with_cause(template: &Value, cause: Option<&str>) -> Value {
    let mut template = template.clone();
    if let (Some(cause), Some(fields)) = (cause, template.as_map_mut()) {
        let mut metadata = take_map(fields, "metadata");
        let mut annotations = take_map(&mut metadata, "annotations");
        annotations.insert(CHANGE_CAUSE, cause);
        metadata.insert("annotations", annotations);
        fields.insert("metadata", metadata);
    }
    template
}

/// Takes a map out of a field; an empty one where there is none.
fn take_map(fields: &mut Map, name: &str) -> Map {
    match fields.remove(name) {
        Some(Value::Map(map)) => map,
        _ => Map::new(),
    }
}

/// How kubectl names an object before what it says of it: `deployment.apps/web`.
pub fn head(history: &History<'_>) -> String {
    format!("{}.apps/{}", history.kind.singular(), history.workload.identity.name)
}

/// The line of `kubectl rollout undo`, or its error with `error: ` before it.
pub fn undo_line(history: &History<'_>, undo: &Undo<'_, '_>, to_revision: i64, version: Version) -> String {
    match &undo.result {
        UndoResult::RolledBack { .. } => format!("{} rolled back", head(history)),
        UndoResult::Skipped => format!("{} skipped rollback (current template already matches revision {to_revision})", head(history)),
        UndoResult::Refused(refusal) => format!("error: {}", refusal_text(history, *refusal, version)),
    }
}

fn refusal_text(history: &History<'_>, refusal: Refusal, version: Version) -> String {
    let name = &history.workload.identity.name;
    match refusal {
        Refusal::UnknownRevision(number) => format!("unable to find specified revision {number} in history"),
        Refusal::NoHistory => format!("no rollout history found for deployment \"{name}\""),
        Refusal::NoLastRevision => "no last revision to roll back to".to_owned(),
        Refusal::Paused if version.names_the_object_to_resume() => {
            format!(
                "you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume deployment/{name}' and try again"
            )
        }
        Refusal::Paused => {
            "you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again".to_owned()
        }
        Refusal::Unreadable => format!("unable to parse history {name}"),
    }
}

/// What kubectl says on standard error before it tries an undo.
pub fn undo_warning(history: &History<'_>, undo: &Undo<'_, '_>, version: Version) -> Option<String> {
    let name = &history.workload.identity.name;
    let resource = history.kind.plural();
    (undo.was_applied && version.warns_of_applied_objects()).then(|| {
        format!(
            "Warning: resource {resource}/{name} was previously managed with 'kubectl apply'. Rolling back will not update the \
             kubectl.kubernetes.io/last-applied-configuration annotation, which may cause unexpected behavior on future 'kubectl apply' operations. \
             Consider using 'kubectl apply' with your previous configuration file instead."
        )
    })
}
