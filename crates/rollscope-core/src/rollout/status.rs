//! The sentences of `kubectl rollout status`.

use crate::model::{WorkloadKind, condition};
use crate::value::Value;

/// What `kubectl rollout status` says of a workload at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// The rollout is at its end; the sentence that ends watching.
    Done(String),
    /// The rollout goes on; the sentence while watching.
    Waiting(String),
    /// kubectl ends with this error.
    Failed(String),
}

impl Status {
    /// The sentence, whatever it means.
    pub fn text(&self) -> &str {
        match self {
            Self::Done(text) | Self::Waiting(text) | Self::Failed(text) => text,
        }
    }
}

/// What `kubectl rollout status` says of a workload. Numbers that the export lacks count as 0, as they do for the API.
///
/// Models kubectl pkg/polymorphichelpers/rollout_status.go.
pub fn status(kind: WorkloadKind, workload: &Value) -> Status {
    match kind {
        WorkloadKind::Deployment => deployment(workload),
        WorkloadKind::DaemonSet => daemon_set(workload),
        WorkloadKind::StatefulSet => stateful_set(workload),
    }
}

fn deployment(workload: &Value) -> Status {
    let name = name(workload);
    let [wanted, updated, total, available] = [
        replicas(workload),
        number(workload, &["status", "updatedReplicas"]),
        number(workload, &["status", "replicas"]),
        number(workload, &["status", "availableReplicas"]),
    ];
    let waiting = |text: String| Status::Waiting(format!("Waiting for deployment \"{name}\" rollout to finish: {text}..."));
    if !is_observed(workload) {
        Status::Waiting("Waiting for deployment spec update to be observed...".to_owned())
    } else if condition(workload, "Progressing").and_then(|progressing| progressing.get("reason")?.as_str())
        == Some("ProgressDeadlineExceeded")
    {
        Status::Failed(format!("deployment \"{name}\" exceeded its progress deadline"))
    } else if updated < wanted {
        waiting(format!("{updated} out of {wanted} new replicas have been updated"))
    } else if total > updated {
        waiting(format!("{} old replicas are pending termination", total.saturating_sub(updated)))
    } else if available < updated {
        waiting(format!("{available} of {updated} updated replicas are available"))
    } else {
        Status::Done(format!("deployment \"{name}\" successfully rolled out"))
    }
}

fn daemon_set(workload: &Value) -> Status {
    if strategy(workload) != "RollingUpdate" {
        return Status::Failed(NOT_ROLLING.to_owned());
    }
    let name = name(workload);
    let [wanted, updated, available] =
        ["desiredNumberScheduled", "updatedNumberScheduled", "numberAvailable"].map(|field| number(workload, &["status", field]));
    if !is_observed(workload) {
        Status::Waiting("Waiting for daemon set spec update to be observed...".to_owned())
    } else if updated < wanted {
        Status::Waiting(format!(
            "Waiting for daemon set \"{name}\" rollout to finish: {updated} out of {wanted} new pods have been updated..."
        ))
    } else if available < wanted {
        Status::Waiting(format!(
            "Waiting for daemon set \"{name}\" rollout to finish: {available} of {wanted} updated pods are available..."
        ))
    } else {
        Status::Done(format!("daemon set \"{name}\" successfully rolled out"))
    }
}

fn stateful_set(workload: &Value) -> Status {
    if strategy(workload) != "RollingUpdate" {
        return Status::Failed(NOT_ROLLING.to_owned());
    }
    let wanted = replicas(workload);
    let [observed, ready, updated, current] =
        ["observedGeneration", "readyReplicas", "updatedReplicas", "currentReplicas"].map(|field| number(workload, &["status", field]));
    let revision = |field| workload.at(&["status", field]).and_then(Value::as_str).unwrap_or_default();
    if observed == 0 || !is_observed(workload) {
        return Status::Waiting("Waiting for statefulset spec update to be observed...".to_owned());
    }
    if ready < wanted {
        return Status::Waiting(format!("Waiting for {} pods to be ready...", wanted.saturating_sub(ready)));
    }
    if let Some(rolling) = workload.at(&["spec", "updateStrategy", "rollingUpdate"]).filter(|block| block.as_map().is_some()) {
        let above_partition = rolling.get("partition").and_then(Value::as_int).map(|partition| wanted.saturating_sub(partition));
        return match above_partition.filter(|count| updated < *count) {
            Some(count) => Status::Waiting(format!(
                "Waiting for partitioned roll out to finish: {updated} out of {count} new pods have been updated..."
            )),
            None => Status::Done(format!("partitioned roll out complete: {updated} new pods have been updated...")),
        };
    }
    if revision("updateRevision") != revision("currentRevision") {
        return Status::Waiting(format!(
            "waiting for statefulset rolling update to complete {updated} pods at revision {}...",
            revision("updateRevision")
        ));
    }
    Status::Done(format!("statefulset rolling update complete {current} pods at revision {}...", revision("currentRevision")))
}

const NOT_ROLLING: &str = "rollout status is only available for RollingUpdate strategy type";

/// spec.replicas, which the API fills with 1.
pub(crate) fn replicas(workload: &Value) -> i64 {
    workload.at(&["spec", "replicas"]).and_then(Value::as_int).unwrap_or(1)
}

/// A number in a workload; 0 where there is none.
pub(crate) fn number(workload: &Value, path: &[&str]) -> i64 {
    workload.at(path).and_then(Value::as_int).unwrap_or(0)
}

/// spec.updateStrategy.type of a DaemonSet or StatefulSet, which the API fills with RollingUpdate.
pub(crate) fn strategy(workload: &Value) -> &str {
    workload.at(&["spec", "updateStrategy", "type"]).and_then(Value::as_str).unwrap_or("RollingUpdate")
}

fn is_observed(workload: &Value) -> bool {
    number(workload, &["metadata", "generation"]) <= number(workload, &["status", "observedGeneration"])
}

fn name(workload: &Value) -> &str {
    workload.at(&["metadata", "name"]).and_then(Value::as_str).unwrap_or_default()
}
