//! What `kubectl rollout undo` would do: where it goes, why it may refuse, and the object it leaves.

use serde::Serialize;

use crate::history::{History, Revision};
use crate::metadata::{LAST_APPLIED, NOT_COPIED, annotation, annotations};
use crate::model::pod_template::equal_ignoring_hash;
use crate::model::{ClusterVersion, WorkloadKind};
use crate::order;
use crate::value::{Map, Value};

/// How an undo ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Outcome {
    /// The template is replaced.
    RolledBack,
    /// The template is that of the target already; nothing changes.
    Skipped,
    /// kubectl refuses.
    Refused,
}

/// Why kubectl refuses an undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no revision of that number.
    UnknownRevision(i64),
    /// A Deployment has no revision before the current one.
    NoHistory,
    /// A DaemonSet or StatefulSet has no revision before the current one.
    NoLastRevision,
    /// A Deployment is paused.
    Paused,
    /// The revision's template cannot be read.
    Unreadable,
}

/// What an undo would do.
#[derive(Debug)]
pub struct Undo<'h, 'a> {
    /// The revision it goes to, also when it then refuses or skips.
    pub target: Option<&'h Revision<'a>>,
    /// What comes of it.
    pub result: UndoResult,
    /// Whether kubectl (from 1.36) warns that the object was applied and its last-applied annotation is not updated.
    pub was_applied: bool,
}

/// What comes of an undo.
#[derive(Clone, Debug, PartialEq)]
pub enum UndoResult {
    /// The object as the undo leaves it, and the patch that does it. What the server counts (generation, resourceVersion) is as it was.
    RolledBack {
        /// The workload afterwards.
        object: Value,
        /// What kubectl sends.
        patch: Patch,
    },
    /// The template is the target's already.
    Skipped,
    /// kubectl refuses.
    Refused(Refusal),
}

/// A patch as kubectl sends it.
#[derive(Clone, Debug, PartialEq)]
pub enum Patch {
    /// A list of operations by RFC 6902, for Deployments.
    Json(Value),
    /// The data of the ControllerRevision as it is, with `$patch: replace` in the template.
    StrategicMerge(Value),
}

impl Undo<'_, '_> {
    /// How it ends.
    pub fn outcome(&self) -> Outcome {
        match self.result {
            UndoResult::RolledBack { .. } => Outcome::RolledBack,
            UndoResult::Skipped => Outcome::Skipped,
            UndoResult::Refused(_) => Outcome::Refused,
        }
    }
}

/// What an undo of a workload to a revision would do; revision 0 is the one before the current.
///
/// Models kubectl pkg/polymorphichelpers/rollback.go. A template that differs only in `creationTimestamp: null` counts as the same: kubectl would send a
/// patch if it and the server stand on different sides of 1.34, but that patch changes nothing.
pub fn undo<'h, 'a>(history: &'h History<'a>, to_revision: i64) -> Undo<'h, 'a> {
    let was_applied = annotation(&history.body, LAST_APPLIED).is_some();
    match choose(history, to_revision) {
        Err(refusal) => Undo { target: None, result: UndoResult::Refused(refusal), was_applied },
        Ok(target) => Undo { target: Some(target), result: apply(history, target), was_applied },
    }
}

fn choose<'h, 'a>(history: &'h History<'a>, to_revision: i64) -> Result<&'h Revision<'a>, Refusal> {
    let deployment = history.kind == WorkloadKind::Deployment;
    if to_revision < 0 {
        return Err(Refusal::UnknownRevision(to_revision));
    }
    if !deployment && history.revisions.len() <= 1 {
        return Err(Refusal::NoLastRevision);
    }
    match (to_revision, deployment) {
        (0, true) => previous_replica_set(history).ok_or(Refusal::NoHistory),
        (0, false) => history.revisions.iter().rev().nth(1).ok_or(Refusal::NoLastRevision),
        _ => first_with(history, to_revision).ok_or(Refusal::UnknownRevision(to_revision)),
    }
}

/// The ReplicaSet that an undo without a number takes: the one with the second largest number, looked for from the oldest to the youngest with the current
/// one last, so that of two with the largest number the later seen is taken.
fn previous_replica_set<'h, 'a>(history: &'h History<'a>) -> Option<&'h Revision<'a>> {
    let mut latest: Option<&Revision<'a>> = None;
    let mut previous: Option<&Revision<'a>> = None;
    let is_below = |candidate: Option<&Revision<'a>>, number| candidate.is_none_or(|revision| revision.number < number);
    for revision in by_age(history) {
        if is_below(latest, revision.number) {
            previous = latest.replace(revision);
        } else if is_below(previous, revision.number) {
            previous = Some(revision);
        }
    }
    previous
}

fn first_with<'h, 'a>(history: &'h History<'a>, number: i64) -> Option<&'h Revision<'a>> {
    match history.kind {
        WorkloadKind::Deployment => by_age(history).into_iter().find(|revision| revision.number == number),
        _ => history.revisions.iter().find(|revision| revision.number == number),
    }
}

fn by_age<'h, 'a>(history: &'h History<'a>) -> Vec<&'h Revision<'a>> {
    let mut revisions: Vec<_> = history.revisions.iter().collect();
    order::by_key(&mut revisions, |revision| {
        let identity = &revision.holder.identity;
        (revision.live, identity.created, &identity.name)
    });
    revisions
}

fn apply(history: &History<'_>, target: &Revision<'_>) -> UndoResult {
    let deployment = history.kind == WorkloadKind::Deployment;
    if deployment && history.body.at(&["spec", "paused"]).and_then(Value::as_bool) == Some(true) {
        return UndoResult::Refused(Refusal::Paused);
    }
    let Some(template) = &target.template else {
        return UndoResult::Refused(Refusal::Unreadable);
    };
    if history.template().is_some_and(|own| equal_ignoring_hash(own, template)) {
        return UndoResult::Skipped;
    }
    let mut object = history.body.clone();
    set(&mut object, "spec", "template", template.clone());
    if !deployment {
        let data = target.body.get("data").cloned().unwrap_or_default();
        return UndoResult::RolledBack { object, patch: Patch::StrategicMerge(data) };
    }
    let kept = annotations(&history.body).filter(|(name, _)| NOT_COPIED.contains(name));
    let taken = annotations(&target.body).filter(|(name, _)| !NOT_COPIED.contains(name));
    let annotations: Map = kept.chain(taken).map(|(name, value)| (name, value.clone())).collect();
    let replace = |path: &str, value: Value| {
        Value::Map([("op", Value::from("replace")), ("path", Value::from(path)), ("value", value)].into_iter().collect())
    };
    let patch =
        Value::List(vec![replace("/spec/template", template.clone()), replace("/metadata/annotations", Value::Map(annotations.clone()))]);
    set(&mut object, "metadata", "annotations", Value::Map(annotations));
    UndoResult::RolledBack { object, patch: Patch::Json(patch) }
}

fn set(object: &mut Value, part: &str, field: &str, value: Value) {
    if let Some(part) = object.as_map_mut().and_then(|object| object.get_mut(part)).and_then(Value::as_map_mut) {
        part.insert(field, value);
    }
}

/// A revision as an undo leaves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Afterwards {
    /// Its number.
    pub number: i64,
    /// The number it has now, if the undo changes it.
    pub was: Option<i64>,
    /// Its change-cause.
    pub change_cause: Option<String>,
}

/// The history that the controller leaves after an undo, lowest number first: the target takes the number after the highest of all others, and its old number
/// is gone.
///
/// A server from 1.34 on does not recognise a StatefulSet's or DaemonSet's revision that an older one wrote (with `creationTimestamp: null`): it keeps that
/// revision and adds one. Without a version the workload's own template tells which server wrote it.
///
/// Models pkg/controller/deployment/sync.go getNewReplicaSet and pkg/controller/history/controller_history.go.
pub fn history_after(history: &History<'_>, undo: &Undo<'_, '_>, version: Option<ClusterVersion>) -> Vec<Afterwards> {
    let target = undo.target.filter(|_| matches!(undo.result, UndoResult::RolledBack { .. }));
    let is_target = |revision: &Revision<'_>| target.is_some_and(|target| std::ptr::eq(target.holder, revision.holder));
    let writes_null_time = version.map_or_else(|| has_null_time(history.template()), |version| version.minor < 34);
    let unrecognised = target.is_some_and(|target| has_null_time(target.template.as_ref()) && !writes_null_time);
    let adds = unrecognised && history.kind != WorkloadKind::Deployment;
    let highest_other =
        history.revisions.iter().filter(|revision| adds || !is_target(revision)).map(|revision| revision.number).max().unwrap_or(0);
    let mut after: Vec<_> = history
        .listed()
        .map(|revision| {
            let number = if is_target(revision) && !adds { revision.number.max(highest_other.saturating_add(1)) } else { revision.number };
            Afterwards { number, was: (number != revision.number).then_some(revision.number), change_cause: revision.change_cause.clone() }
        })
        .collect();
    if adds {
        after.push(Afterwards { number: highest_other.saturating_add(1), was: None, change_cause: own_cause(history) });
    }
    order::by_key(&mut after, |revision| revision.number);
    after
}

/// A ControllerRevision is made with the annotations that its set has at that moment.
fn own_cause(history: &History<'_>) -> Option<String> {
    history.workload.identity.change_cause.clone().filter(|cause| !cause.is_empty())
}

fn has_null_time(template: Option<&Value>) -> bool {
    template.and_then(|template| template.at(&["metadata", "creationTimestamp"])).is_some()
}
