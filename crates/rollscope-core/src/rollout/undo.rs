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
/// For a DaemonSet or StatefulSet kubectl compares what the revision holds with what it would write for the set itself. That depends on its version: until 1.33
/// it writes `creationTimestamp: null`. With `writes_null_time` that is given; without, kubectl is taken to be of the age of the server that wrote the set.
///
/// Models kubectl pkg/polymorphichelpers/rollback.go.
pub fn undo<'h, 'a>(history: &'h History<'a>, to_revision: i64, writes_null_time: Option<bool>) -> Undo<'h, 'a> {
    let was_applied = annotation(&history.body, LAST_APPLIED).is_some();
    match choose(history, to_revision) {
        Err(refusal) => Undo { target: None, result: UndoResult::Refused(refusal), was_applied },
        Ok(target) => Undo { target: Some(target), result: apply(history, target, writes_null_time), was_applied },
    }
}

/// The revision that an undo takes; revision 0 is the one before the current.
///
/// # Errors
///
/// Why there is none.
pub(crate) fn choose<'h, 'a>(history: &'h History<'a>, to_revision: i64) -> Result<&'h Revision<'a>, Refusal> {
    let deployment = history.kind == WorkloadKind::Deployment;
    if to_revision < 0 {
        return Err(Refusal::UnknownRevision(to_revision));
    }
    match (to_revision, deployment) {
        (0, true) => previous_replica_set(history).ok_or(Refusal::NoHistory),
        (0, false) => history.revisions.iter().rev().nth(1).ok_or(Refusal::NoLastRevision),
        _ => first_with(history, to_revision).ok_or(Refusal::UnknownRevision(to_revision)),
    }
}

/// The ReplicaSet that an undo without a number takes: the one with the second largest number, looked for from the oldest to the youngest with the current
/// one last, so that of two with the largest number the later seen is taken. Negative numbers are not looked at.
fn previous_replica_set<'h, 'a>(history: &'h History<'a>) -> Option<&'h Revision<'a>> {
    let mut latest: Option<&Revision<'a>> = None;
    let mut previous: Option<&Revision<'a>> = None;
    let is_below = |candidate: Option<&Revision<'a>>, number| candidate.map_or(-1, |revision| revision.number) < number;
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

fn apply(history: &History<'_>, target: &Revision<'_>, writes_null_time: Option<bool>) -> UndoResult {
    let deployment = history.kind == WorkloadKind::Deployment;
    if deployment && history.body.at(&["spec", "paused"]).and_then(Value::as_bool) == Some(true) {
        return UndoResult::Refused(Refusal::Paused);
    }
    let Some(template) = &target.template else {
        return UndoResult::Refused(Refusal::Unreadable);
    };
    let own = history.template();
    let same =
        own.is_some_and(
            |own| if deployment { equal_ignoring_hash(own, template) } else { with_null_time(own, writes_null_time) == *template },
        );
    if same {
        return UndoResult::Skipped;
    }
    let mut object = history.body.clone();
    // The server writes an empty time as it does everywhere else, or not at all.
    set(&mut object, "spec", "template", with_null_time(template, Some(has_null_time(own))));
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

/// The history that the controller leaves after an undo, lowest number first: the revision whose template is the workload's from then on takes the number after
/// the highest of all others, and its old number is gone.
///
/// A server from 1.34 on does not recognise a StatefulSet's or DaemonSet's revision that an older one wrote (with `creationTimestamp: null`): it keeps that
/// revision and adds one. Without a version the workload's own template tells which server wrote it.
///
/// Models pkg/controller/deployment/sync.go getNewReplicaSet and pkg/controller/history/controller_history.go.
pub fn history_after(history: &History<'_>, undo: &Undo<'_, '_>, version: Option<ClusterVersion>) -> Vec<Afterwards> {
    let writes_null_time = version.map(ClusterVersion::writes_null_time);
    let template = match &undo.result {
        UndoResult::RolledBack { object, .. } => {
            object.at(&["spec", "template"]).map(|template| with_null_time(template, writes_null_time))
        }
        UndoResult::Skipped | UndoResult::Refused(_) => None,
    };
    let recognised = template.as_ref().and_then(|template| recognised(history, template));
    let is_recognised = |revision: &Revision<'_>| recognised.is_some_and(|current| std::ptr::eq(current, revision));
    let others = history.revisions.iter().filter(|revision| !is_recognised(revision));
    let next = others.map(|revision| revision.number).max().unwrap_or(0).max(0).saturating_add(1);
    let mut after: Vec<_> = by_listing(history)
        .into_iter()
        .map(|revision| {
            let number = if is_recognised(revision) { revision.number.max(next) } else { revision.number };
            let was = (number != revision.number).then_some(revision.number);
            (is_recognised(revision), Afterwards { number, was, change_cause: revision.change_cause.clone() })
        })
        .collect();
    if template.is_some() && recognised.is_none() {
        after.push((true, Afterwards { number: next, was: None, change_cause: own_cause(history) }));
    }
    // Of several with one number the last is listed, and among ReplicaSets that is the current one.
    order::by_key(&mut after, |(current, revision)| (revision.number, *current && history.kind == WorkloadKind::Deployment));
    let mut listed: Vec<Afterwards> = Vec::new();
    for (_, revision) in after {
        if listed.last().is_some_and(|last| last.number == revision.number) {
            listed.pop();
        }
        listed.push(revision);
    }
    listed
}

/// The revision that the controller takes for that of a template: the oldest ReplicaSet with an equal one; of ControllerRevisions the one with the highest
/// number that holds just these bytes.
fn recognised<'h, 'a>(history: &'h History<'a>, template: &Value) -> Option<&'h Revision<'a>> {
    let own = |revision: &&'h Revision<'a>| revision.template.as_ref();
    match history.kind {
        WorkloadKind::Deployment => {
            let mut revisions: Vec<_> = history.revisions.iter().collect();
            order::by_key(&mut revisions, |revision| (revision.holder.identity.created, &revision.holder.identity.name));
            revisions.into_iter().find(|revision| own(revision).is_some_and(|own| equal_ignoring_hash(own, template)))
        }
        WorkloadKind::DaemonSet | WorkloadKind::StatefulSet => {
            history.revisions.iter().rev().find(|revision| own(revision) == Some(template))
        }
    }
}

/// The order in which kubectl comes to them: ReplicaSets by age, ControllerRevisions by name.
fn by_listing<'h, 'a>(history: &'h History<'a>) -> Vec<&'h Revision<'a>> {
    let mut revisions: Vec<_> = history.revisions.iter().collect();
    order::by_key(&mut revisions, |revision| {
        let identity = &revision.holder.identity;
        (identity.created.filter(|_| history.kind == WorkloadKind::Deployment), &identity.name)
    });
    revisions
}

/// A ControllerRevision is made with the annotations that its set has at that moment.
fn own_cause(history: &History<'_>) -> Option<String> {
    history.workload.identity.change_cause.clone().filter(|cause| !cause.is_empty())
}

/// A template with `creationTimestamp: null`, or without; `None` leaves it as it is. A time that is set stays.
fn with_null_time(template: &Value, wanted: Option<bool>) -> Value {
    let mut template = template.clone();
    if let Some(metadata) = template.as_map_mut().and_then(|template| template.get_mut("metadata")).and_then(Value::as_map_mut) {
        match wanted {
            Some(true) if !metadata.contains(CREATION) => {
                metadata.insert(CREATION, Value::Null);
            }
            Some(false) if metadata.get(CREATION) == Some(&Value::Null) => {
                metadata.remove(CREATION);
            }
            _ => {}
        }
    }
    template
}

fn has_null_time(template: Option<&Value>) -> bool {
    template.and_then(|template| template.at(&["metadata", CREATION])).is_some()
}

const CREATION: &str = "creationTimestamp";
