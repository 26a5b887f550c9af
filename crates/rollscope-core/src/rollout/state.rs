//! How far the rollout of a workload has come, in one word.

use std::collections::BTreeMap;

use serde::Serialize;

use super::status::{self, Status, number, replicas, strategy};
use crate::history::History;
use crate::input::{Identity, Object};
use crate::metadata::CONTROLLER_REVISION_HASH;
use crate::model::{Export, WorkloadKind, condition, pod};
use crate::value::Value;

/// How far the rollout of a workload has come, by its own status and its pods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum State {
    /// The controller gave up: the progress deadline is exceeded.
    Stuck,
    /// A pod fails or replicas cannot be created while the rollout is not at its end.
    Failing,
    /// Not all replicas are updated and available yet.
    Progressing,
    /// Paused by hand.
    Paused,
    /// A StatefulSet's partition holds pods back on purpose.
    Held,
    /// Pods are replaced only when somebody deletes them (OnDelete), and some are old.
    OnDelete,
    /// Scaled to no replicas.
    Zero,
    /// Everything that was asked for is there.
    Settled,
    /// The export has no status for it.
    Unknown,
}

/// The state of a rollout and the sentence for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The state.
    pub state: State,
    /// As `kubectl rollout status` says it, or what fails.
    pub text: String,
}

impl Assessment {
    /// How far the rollout of a workload has come.
    pub fn of(export: &Export, history: &History<'_>) -> Self {
        let body = &history.body;
        if body.get("status").and_then(Value::as_map).is_none_or(crate::value::Map::is_empty) {
            return Self { state: State::Unknown, text: "the export holds no status of it".to_owned() };
        }
        let status = status::status(history.kind, body);
        let by_status = |state| Self { state, text: status.text().to_owned() };
        if strategy(body) == "OnDelete" {
            return on_delete(history);
        }
        match &status {
            _ if body.at(&["spec", "paused"]).and_then(Value::as_bool) == Some(true) => paused(history),
            Status::Done(_) if is_scaled_to_zero(history) => Self { state: State::Zero, text: "scaled to 0 replicas".to_owned() },
            Status::Done(_) if is_held(body) => held(body),
            Status::Done(_) => by_status(State::Settled),
            Status::Failed(_) => {
                failure(export, history).map_or_else(|| by_status(State::Stuck), |text| Self { state: State::Stuck, text })
            }
            Status::Waiting(_) => {
                failure(export, history).map_or_else(|| by_status(State::Progressing), |text| Self { state: State::Failing, text })
            }
        }
    }
}

fn paused(history: &History<'_>) -> Assessment {
    let text = if history.current.is_some() { "paused" } else { "paused; its template has changes that no ReplicaSet has yet" };
    Assessment { state: State::Paused, text: text.to_owned() }
}

fn on_delete(history: &History<'_>) -> Assessment {
    let (updated, wanted) = match history.kind {
        WorkloadKind::DaemonSet => (["status", "updatedNumberScheduled"], number(&history.body, &["status", "desiredNumberScheduled"])),
        _ => (["status", "updatedReplicas"], replicas(&history.body)),
    };
    let updated = number(&history.body, &updated);
    let state = if updated < wanted { State::OnDelete } else { State::Settled };
    Assessment {
        state,
        text: format!("{updated} of {wanted} pods are of the newest template; others are replaced when they are deleted (OnDelete)"),
    }
}

fn is_scaled_to_zero(history: &History<'_>) -> bool {
    history.kind != WorkloadKind::DaemonSet && replicas(&history.body) == 0
}

/// A partition above 0 with a newer revision than the one below it.
fn is_held(body: &Value) -> bool {
    let revision = |field| body.at(&["status", field]).and_then(Value::as_str).unwrap_or_default();
    partition(body) > 0 && revision("updateRevision") != revision("currentRevision")
}

fn held(body: &Value) -> Assessment {
    let updated = number(body, &["status", "updatedReplicas"]);
    let text = format!("held at partition {}: {updated} of {} pods are updated", partition(body), replicas(body));
    Assessment { state: State::Held, text }
}

fn partition(body: &Value) -> i64 {
    number(body, &["spec", "updateStrategy", "rollingUpdate", "partition"])
}

/// What keeps the rollout from its end: a pod that fails, of the highest revision that has one, or replicas that cannot be created.
fn failure(export: &Export, history: &History<'_>) -> Option<String> {
    let newest = history.revisions.iter().map(|revision| revision.number).max();
    let failing = pods(export, history).into_iter().filter_map(|(revision, pod)| {
        let body = pod.body().ok()?;
        // A pod that is over is replaced. What is left of older revisions holds nothing up.
        if pod::is_over(&body) && revision != newest {
            return None;
        }
        Some((revision, pod::failure(&pod.identity, &body)?.to_owned()))
    });
    let of_pod = failing.max_by_key(|(revision, _)| *revision).map(|(revision, reason)| match revision {
        Some(revision) => format!("{reason} in revision {revision}"),
        None => reason,
    });
    of_pod.or_else(|| {
        let condition = condition(&history.body, "ReplicaFailure")
            .filter(|condition| condition.get("status").and_then(Value::as_str) == Some("True"))?;
        Some(condition.get("reason")?.as_str()?.to_owned())
    })
}

/// The pods of a workload with the number of the revision they are of.
fn pods<'a>(export: &'a Export, history: &History<'a>) -> Vec<(Option<i64>, &'a Object)> {
    if history.kind == WorkloadKind::Deployment {
        let of_revision = |revision: &crate::history::Revision<'a>| {
            let number = revision.number;
            export.controlled("Pod", revision.holder).into_iter().map(move |pod| (Some(number), pod))
        };
        return history.revisions.iter().flat_map(of_revision).collect();
    }
    // A pod of a StatefulSet names the revision, one of a DaemonSet its hash.
    let mut numbers: BTreeMap<&str, i64> = BTreeMap::new();
    for revision in &history.revisions {
        let Identity { name, labels, .. } = &revision.holder.identity;
        let names = [Some(name), labels.get(CONTROLLER_REVISION_HASH)].into_iter().flatten();
        numbers.extend(names.map(|name| (name.as_str(), revision.number)));
    }
    let revision_of = |pod: &Object| numbers.get(pod.identity.labels.get(CONTROLLER_REVISION_HASH)?.as_str()).copied();
    export.controlled("Pod", history.workload).into_iter().map(|pod| (revision_of(pod), pod)).collect()
}
