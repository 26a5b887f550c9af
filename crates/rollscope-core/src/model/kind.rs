//! The three kinds whose rollouts have a history.

/// A kind of workload that keeps its revisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WorkloadKind {
    /// Revisions are ReplicaSets.
    Deployment,
    /// Revisions are ControllerRevisions; one pod a node.
    DaemonSet,
    /// Revisions are ControllerRevisions; pods have ordinals.
    StatefulSet,
}

impl WorkloadKind {
    /// All of them, in the order in which kubectl's help names them.
    pub const ALL: [Self; 3] = [Self::Deployment, Self::DaemonSet, Self::StatefulSet];

    /// The kind as an object names it: `Deployment`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Deployment => "Deployment",
            Self::DaemonSet => "DaemonSet",
            Self::StatefulSet => "StatefulSet",
        }
    }

    /// The kind as kubectl prints it before a name: `deployment`.
    pub fn singular(self) -> &'static str {
        match self {
            Self::Deployment => "deployment",
            Self::DaemonSet => "daemonset",
            Self::StatefulSet => "statefulset",
        }
    }

    /// The resource as the API names it: `deployments`.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Deployment => "deployments",
            Self::DaemonSet => "daemonsets",
            Self::StatefulSet => "statefulsets",
        }
    }

    /// The kind of an object, if it is one of these in a group that ever held them.
    pub fn of(api_version: &str, kind: &str) -> Option<Self> {
        let group = api_version.split_once('/').map_or("", |(group, _)| group);
        let known = matches!(group, "apps" | "extensions");
        Self::ALL.into_iter().find(|candidate| known && candidate.name() == kind)
    }

    /// What kubectl takes for the kind: `deployment`, `deployments`, `deploy`, each also as `deploy.apps` or `deployments.v1.apps`; short names in lower
    /// case only.
    pub fn from_argument(text: &str) -> Option<Self> {
        let (resource, group) = text.split_once('.').unwrap_or((text, "apps"));
        let short = |kind: Self| match kind {
            Self::Deployment => "deploy",
            Self::DaemonSet => "ds",
            Self::StatefulSet => "sts",
        };
        let known = matches!(group, "apps" | "v1.apps");
        let lower = resource.to_lowercase();
        Self::ALL.into_iter().find(|kind| known && (short(*kind) == resource || [kind.singular(), kind.plural()].contains(&lower.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_every_name_that_kubectl_takes() {
        for text in ["deploy", "deployment", "Deployments", "deploy.apps", "deployments.v1.apps"] {
            assert_eq!(WorkloadKind::from_argument(text), Some(WorkloadKind::Deployment), "{text}");
        }
        assert_eq!(WorkloadKind::from_argument("ds"), Some(WorkloadKind::DaemonSet));
        assert_eq!(WorkloadKind::from_argument("sts"), Some(WorkloadKind::StatefulSet));
        for text in ["rs", "Deploy", "deployments.example.com", ""] {
            assert_eq!(WorkloadKind::from_argument(text), None, "{text}");
        }
    }

    #[test]
    fn knows_the_groups_that_held_them() {
        assert_eq!(WorkloadKind::of("apps/v1", "Deployment"), Some(WorkloadKind::Deployment));
        assert_eq!(WorkloadKind::of("extensions/v1beta1", "DaemonSet"), Some(WorkloadKind::DaemonSet));
        assert_eq!(WorkloadKind::of("example.com/v1", "Deployment"), None);
        assert_eq!(WorkloadKind::of("v1", "Deployment"), None);
    }
}
