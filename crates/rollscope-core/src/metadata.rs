//! Names that the controllers and kubectl give to annotations and labels.

use std::borrow::Cow;

use crate::value::{Map, Value};

/// The revision number of a ReplicaSet, and of a Deployment the number of its newest one.
pub const REVISION: &str = "deployment.kubernetes.io/revision";
/// Numbers a ReplicaSet had before, separated by commas, oldest first.
pub const REVISION_HISTORY: &str = "deployment.kubernetes.io/revision-history";
/// Why somebody changed the workload.
pub const CHANGE_CAUSE: &str = "kubernetes.io/change-cause";
/// The manifest that `kubectl apply` was given last.
pub const LAST_APPLIED: &str = "kubectl.kubernetes.io/last-applied-configuration";
/// The label by which a Deployment's ReplicaSets tell their pods apart.
pub const POD_TEMPLATE_HASH: &str = "pod-template-hash";
/// The label by which pods of DaemonSets (hash) and StatefulSets (full name) tell their ControllerRevision.
pub const CONTROLLER_REVISION_HASH: &str = "controller-revision-hash";

/// Annotations that are never copied between a Deployment and its ReplicaSets, neither by the controller nor by an undo.
///
/// Models pkg/controller/deployment/util/deployment_util.go annotationsToSkip.
pub const NOT_COPIED: [&str; 6] = [
    LAST_APPLIED,
    REVISION,
    REVISION_HISTORY,
    "deployment.kubernetes.io/desired-replicas",
    "deployment.kubernetes.io/max-replicas",
    "deprecated.deployment.rollback.to",
];

/// metadata.annotations of an object or of a template; nothing where there are none.
pub fn annotations(object: &Value) -> impl Iterator<Item = (&str, &Value)> {
    object.at(&["metadata", "annotations"]).and_then(Value::as_map).into_iter().flat_map(Map::iter)
}

/// One annotation's text.
pub fn annotation<'a>(object: &'a Value, name: &str) -> Option<Cow<'a, str>> {
    object.at(&["metadata", "annotations", name])?.scalar_text()
}
