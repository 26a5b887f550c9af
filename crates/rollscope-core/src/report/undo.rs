//! What an undo would do, and the commands for it.

use std::collections::BTreeSet;

use super::answer::{AnnotationRow, ChangeRow, Choice, Patch as PatchAnswer, RevisionAfter, Undo as Answer};
use super::diff::change_rows;
use super::{commands, kubectl, overview};
use crate::diff;
use crate::history::{History, Revision};
use crate::metadata::annotations;
use crate::model::{ClusterVersion, Export};
use crate::rollout::Outcome;
use crate::rollout::stateful_set::blocking_pods;
use crate::rollout::undo::{Patch, UndoResult, choose, history_after, undo as undo_of};
use crate::value::Value;

/// What an undo of a workload to a revision would do; revision 0 is the one before the current. Its sentences are those of a kubectl version, without one
/// those of the newest; the history afterwards follows the rules of a cluster version, without one those of the cluster that the export shows.
pub fn undo(
    export: &Export,
    history: &History<'_>,
    to_revision: i64,
    version: Option<kubectl::Version>,
    cluster: Option<ClusterVersion>,
) -> Answer {
    let undo = undo_of(history, to_revision, version.map(kubectl::Version::writes_null_time));
    let version = version.unwrap_or(kubectl::Version::NEWEST);
    let (object, patch) = match &undo.result {
        UndoResult::RolledBack { object, patch } => (Some(object), Some(patch)),
        UndoResult::Skipped | UndoResult::Refused(_) => (None, None),
    };
    let target = undo.target.filter(|_| undo.outcome() != Outcome::Refused);
    let blocking: Vec<&str> = target
        .map(|target| blocking_pods(export, history, target))
        .unwrap_or_default()
        .iter()
        .map(|pod| pod.identity.name.as_str())
        .collect();
    let annotations = object.map(|object| changed_annotations(&history.body, object)).unwrap_or_default();
    Answer {
        workload: overview::workload(export, history),
        outcome: undo.outcome(),
        message: kubectl::rollout::undo_line(history, &undo, to_revision, version),
        warnings: kubectl::rollout::undo_warning(history, &undo, version).into_iter().chain(warning(history, &blocking)).collect(),
        target: undo.target.map(|target| target.number),
        choices: choices(history),
        changes: object.and(undo.target).map(|target| template_changes(history, target)).unwrap_or_default(),
        commands: commands::commands(history, object.and(undo.target).map(|target| target.number), &annotations, &blocking),
        annotations,
        patch: patch.map(patch_answer),
        manifest: object.and_then(|object| kubectl::print::yaml(object).ok()),
        history_after: history_after(history, &undo, cluster)
            .into_iter()
            .map(|after| RevisionAfter { revision: after.number, change_cause: after.change_cause, was: after.was })
            .collect(),
    }
}

fn choices(history: &History<'_>) -> Vec<Choice> {
    let default = choose(history, 0).ok().map(|target| target.number);
    let choice = |revision: &Revision<'_>| Choice {
        number: revision.number,
        images: revision.images(),
        change_cause: revision.change_cause.clone(),
        live: revision.live,
        default: default == Some(revision.number),
    };
    history.listed().rev().map(choice).collect()
}

fn template_changes(history: &History<'_>, target: &Revision<'_>) -> Vec<ChangeRow> {
    let both = history.template().zip(target.template.as_ref());
    both.map(|(now, then)| change_rows(&diff::compare(now, then).changes)).unwrap_or_default()
}

fn changed_annotations(before: &Value, after: &Value) -> Vec<AnnotationRow> {
    let text =
        |object, name| annotations(object).find(|(other, _)| *other == name).and_then(|(_, value)| Some(value.scalar_text()?.into_owned()));
    let names: BTreeSet<&str> = annotations(before).chain(annotations(after)).map(|(name, _)| name).collect();
    let rows = names.into_iter().map(|name| AnnotationRow { name: name.to_owned(), before: text(before, name), after: text(after, name) });
    rows.filter(|row| row.before != row.after).collect()
}

/// What an undo alone does not repair.
fn warning(history: &History<'_>, blocking: &[&str]) -> Option<String> {
    let name = &history.workload.identity.name;
    (!blocking.is_empty()).then(|| {
        format!(
            "Undo alone will not repair {name}: the controller waits for {} to become ready before it replaces any pod. Undo first, then delete {}.",
            blocking.join(", "),
            if blocking.len() == 1 { "the pod" } else { "the pods in this order" }
        )
    })
}

fn patch_answer(patch: &Patch) -> PatchAnswer {
    let (media_type, body) = match patch {
        Patch::Json(body) => ("application/json-patch+json", body),
        Patch::StrategicMerge(body) => ("application/strategic-merge-patch+json", body),
    };
    PatchAnswer { media_type: media_type.to_owned(), body: body.clone() }
}
