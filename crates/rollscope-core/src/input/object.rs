//! What is read of an object at once.

use std::collections::BTreeMap;

use jiff::Timestamp;

/// The owner of an object that manages it: the owner reference with `controller: true`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owner {
    /// Group and version, such as `apps/v1`.
    pub api_version: String,
    /// Kind, such as `Deployment`.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Unique identity; what counts for ownership.
    pub uid: String,
}

/// What is known of an object before its body is read. A field that is missing or of another type than it should be is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// Group and version, such as `apps/v1`.
    pub api_version: String,
    /// Kind, such as `ReplicaSet`.
    pub kind: String,
    /// Namespace; empty for objects of the cluster.
    pub namespace: String,
    /// Name.
    pub name: String,
    /// Unique identity.
    pub uid: String,
    /// Version of the stored object.
    pub resource_version: String,
    /// metadata.creationTimestamp.
    pub created: Option<Timestamp>,
    /// Whether metadata.deletionTimestamp is set.
    pub deleting: bool,
    /// metadata.labels.
    pub labels: BTreeMap<String, String>,
    /// Who manages it.
    pub controller: Option<Owner>,
    /// Annotation `deployment.kubernetes.io/revision` as written.
    pub revision: Option<String>,
    /// Annotation `deployment.kubernetes.io/revision-history` as written.
    pub revision_history: Option<String>,
    /// Annotation `kubernetes.io/change-cause`.
    pub change_cause: Option<String>,
    /// The top-level field `revision` of a ControllerRevision.
    pub revision_number: Option<i64>,
    /// The newest time that stands in the object: creation, managed fields, conditions, events, container starts.
    pub newest_time: Option<Timestamp>,
}
