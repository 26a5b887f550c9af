//! Kinds by the words that kubectl takes for them.

use rollscope_core::model::WorkloadKind;

/// A kind of object.
pub(super) struct Resource {
    /// The kind as objects name it: `ReplicaSet`.
    pub(super) kind: &'static str,
    /// The resource as the server names it: `replicasets.apps`.
    pub(super) name: String,
    /// Which of the three, if it keeps revisions.
    pub(super) workload: Option<WorkloadKind>,
}

/// Kinds that have no history of their own: kind, plural, short name, group.
const OTHERS: [(&str, &str, &str, &str); 5] = [
    ("ReplicaSet", "replicasets", "rs", ".apps"),
    ("ControllerRevision", "controllerrevisions", "", ".apps"),
    ("Pod", "pods", "po", ""),
    ("Event", "events", "ev", ""),
    ("Node", "nodes", "no", ""),
];

impl Resource {
    /// The kind that a word stands for, if it is one of those that an export for this tool holds.
    pub(super) fn from_argument(word: &str) -> Option<Self> {
        if let Some(kind) = WorkloadKind::from_argument(word) {
            return Some(Self { kind: kind.name(), name: format!("{}.apps", kind.plural()), workload: Some(kind) });
        }
        let (resource, group) = word.split_once('.').map_or((word, None), |(resource, group)| (resource, Some(group)));
        let lower = resource.to_lowercase();
        let is_meant = |(kind, plural, short, own): &&(&'static str, &str, &str, &str)| {
            let in_group = group.is_none_or(|group| group.trim_start_matches("v1.") == own.trim_start_matches('.'));
            in_group && (lower == kind.to_lowercase() || lower == *plural || (!short.is_empty() && resource == *short))
        };
        let (kind, plural, _, group) = OTHERS.iter().find(is_meant)?;
        Some(Self { kind, name: format!("{plural}{group}"), workload: None })
    }

    /// The kind with its group, as kubectl names it in errors: `ReplicaSet.apps`.
    pub(super) fn kind_and_group(&self) -> String {
        match self.name.split_once('.') {
            Some((_, group)) => format!("{}.{group}", self.kind),
            None => self.kind.to_owned(),
        }
    }
}
