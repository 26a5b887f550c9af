//! Kinds of objects by the words that kubectl takes for them, and the three whose rollouts have a history.

use std::fmt;

use crate::input::Identity;

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
        self.known().kind
    }

    /// The kind as kubectl prints it before a name: `deployment`.
    pub fn singular(self) -> &'static str {
        self.plural().trim_end_matches('s')
    }

    /// The resource as the API names it: `deployments`.
    pub fn plural(self) -> &'static str {
        self.known().plural
    }

    /// What kubectl takes for the kind: `deployment`, `deployments`, `deploy`, each also as `deploy.apps` or `deployments.v1.apps`; short names in lower
    /// case only.
    pub fn from_argument(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.known().is_meant(text))
    }

    fn known(self) -> &'static Known {
        match self {
            Self::Deployment => &DEPLOYMENT,
            Self::DaemonSet => &DAEMON_SET,
            Self::StatefulSet => &STATEFUL_SET,
        }
    }
}

/// A kind of object as the server knows it. Written out it is `replicasets.apps`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// The kind as objects name it: `ReplicaSet`.
    pub kind: String,
    /// The kind in a path of the API: `replicasets`.
    pub plural: String,
    /// The group of the API: `apps`, and empty for that of pods.
    pub group: String,
}

impl Resource {
    /// What a word stands for: one of Kubernetes' own kinds, or one of those of the objects that are there. The word is a kind, a plural or a short name, alone
    /// or with a group or a version and a group: `rs`, `replicasets.apps`, `ReplicaSet.v1.apps`.
    ///
    /// Plurals of kinds that are not Kubernetes' own are guessed, as English forms them.
    ///
    /// Models k8s.io/apimachinery pkg/api/meta/restmapper.go and k8s.io/client-go restmapper/shortcut.go. Groups are taken in full only.
    pub fn from_argument<'a>(word: &str, objects: impl IntoIterator<Item = &'a Identity>) -> Option<Self> {
        let known = KNOWN.iter().copied().find(|known| known.is_meant(word));
        known
            .map(Self::from)
            .or_else(|| objects.into_iter().map(Self::of).find(|found| is_meant(word, &found.kind, &found.plural, &[], &found.group)))
    }

    /// Whether an object is of this kind. Some of Kubernetes' own kinds had another group before, and what does not tell its group can be of one of them.
    pub fn includes(&self, object: &Identity) -> bool {
        let is_known = || KNOWN.iter().any(|known| known.kind == self.kind && known.group == self.group);
        let group = group(object);
        let can_be_known = matches!(group, "extensions" | "events.k8s.io") || object.api_version.is_empty();
        self.kind == object.kind && (self.group == group || can_be_known && is_known())
    }

    /// Which of the three with a history, if it is one of them.
    pub fn workload(&self) -> Option<WorkloadKind> {
        WorkloadKind::ALL.into_iter().find(|kind| Self::from(*kind) == *self)
    }

    /// The kind with its group, as kubectl names it in errors: `ReplicaSet.apps`.
    pub fn kind_and_group(&self) -> String {
        with_group(&self.kind, &self.group)
    }

    fn of(object: &Identity) -> Self {
        Self { kind: object.kind.clone(), plural: plural(&object.kind.to_lowercase()), group: group(object).to_owned() }
    }
}

impl fmt::Display for Resource {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&with_group(&self.plural, &self.group))
    }
}

impl From<WorkloadKind> for Resource {
    fn from(kind: WorkloadKind) -> Self {
        Self::from(kind.known())
    }
}

impl From<&Known> for Resource {
    fn from(Known { kind, plural, group, .. }: &Known) -> Self {
        let [kind, plural, group] = [kind, plural, group].map(|text| (*text).to_owned());
        Self { kind, plural, group }
    }
}

fn with_group(name: &str, group: &str) -> String {
    if group.is_empty() { name.to_owned() } else { format!("{name}.{group}") }
}

fn group(object: &Identity) -> &str {
    object.api_version.split_once('/').map_or("", |(group, _)| group)
}

/// Whether a word stands for a kind. Short names are in lower case only.
fn is_meant(word: &str, kind: &str, plural: &str, short: &[&str], group: &str) -> bool {
    let (name, wanted) = word.split_once('.').map_or((word, None), |(name, group)| (name, Some(group)));
    let lower = name.to_lowercase();
    let in_group = |wanted: &str| wanted == group || wanted.split_once('.').is_some_and(|(first, rest)| rest == group && is_version(first));
    wanted.is_none_or(in_group) && (lower == plural || lower == kind.to_lowercase() || short.contains(&name))
}

/// `v1`, `v1beta1`.
fn is_version(text: &str) -> bool {
    text.strip_prefix('v').is_some_and(|rest| rest.starts_with(|char: char| char.is_ascii_digit()))
}

/// The plural of a word in lower case, as English forms it.
fn plural(singular: &str) -> String {
    if ["s", "x", "z", "ch", "sh"].iter().any(|end| singular.ends_with(end)) {
        return format!("{singular}es");
    }
    match singular.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{singular}s"),
    }
}

/// One of Kubernetes' own kinds.
struct Known {
    kind: &'static str,
    plural: &'static str,
    short: &'static [&'static str],
    group: &'static str,
}

impl Known {
    fn is_meant(&self, word: &str) -> bool {
        is_meant(word, self.kind, self.plural, self.short, self.group)
    }
}

const fn known(kind: &'static str, plural: &'static str, short: &'static [&'static str], group: &'static str) -> Known {
    Known { kind, plural, short, group }
}

static DEPLOYMENT: Known = known("Deployment", "deployments", &["deploy"], "apps");
static DAEMON_SET: Known = known("DaemonSet", "daemonsets", &["ds"], "apps");
static STATEFUL_SET: Known = known("StatefulSet", "statefulsets", &["sts"], "apps");

/// What `kubectl api-resources` lists of a cluster without additions, as far as it can be exported; in groups, and those of a group by name.
static KNOWN: [&Known; 56] = [
    &known("ConfigMap", "configmaps", &["cm"], ""),
    &known("Endpoints", "endpoints", &["ep"], ""),
    &known("Event", "events", &["ev"], ""),
    &known("LimitRange", "limitranges", &["limits"], ""),
    &known("Namespace", "namespaces", &["ns"], ""),
    &known("Node", "nodes", &["no"], ""),
    &known("PersistentVolumeClaim", "persistentvolumeclaims", &["pvc"], ""),
    &known("PersistentVolume", "persistentvolumes", &["pv"], ""),
    &known("Pod", "pods", &["po"], ""),
    &known("PodTemplate", "podtemplates", &[], ""),
    &known("ReplicationController", "replicationcontrollers", &["rc"], ""),
    &known("ResourceQuota", "resourcequotas", &["quota"], ""),
    &known("Secret", "secrets", &[], ""),
    &known("ServiceAccount", "serviceaccounts", &["sa"], ""),
    &known("Service", "services", &["svc"], ""),
    &known("MutatingWebhookConfiguration", "mutatingwebhookconfigurations", &[], "admissionregistration.k8s.io"),
    &known("ValidatingAdmissionPolicy", "validatingadmissionpolicies", &[], "admissionregistration.k8s.io"),
    &known("ValidatingAdmissionPolicyBinding", "validatingadmissionpolicybindings", &[], "admissionregistration.k8s.io"),
    &known("ValidatingWebhookConfiguration", "validatingwebhookconfigurations", &[], "admissionregistration.k8s.io"),
    &known("CustomResourceDefinition", "customresourcedefinitions", &["crd", "crds"], "apiextensions.k8s.io"),
    &known("APIService", "apiservices", &[], "apiregistration.k8s.io"),
    &known("ControllerRevision", "controllerrevisions", &[], "apps"),
    &DAEMON_SET,
    &DEPLOYMENT,
    &known("ReplicaSet", "replicasets", &["rs"], "apps"),
    &STATEFUL_SET,
    &known("HorizontalPodAutoscaler", "horizontalpodautoscalers", &["hpa"], "autoscaling"),
    &known("CronJob", "cronjobs", &["cj"], "batch"),
    &known("Job", "jobs", &[], "batch"),
    &known("CertificateSigningRequest", "certificatesigningrequests", &["csr"], "certificates.k8s.io"),
    &known("Lease", "leases", &[], "coordination.k8s.io"),
    &known("EndpointSlice", "endpointslices", &[], "discovery.k8s.io"),
    &known("FlowSchema", "flowschemas", &[], "flowcontrol.apiserver.k8s.io"),
    &known("PriorityLevelConfiguration", "prioritylevelconfigurations", &[], "flowcontrol.apiserver.k8s.io"),
    &known("IngressClass", "ingressclasses", &[], "networking.k8s.io"),
    &known("Ingress", "ingresses", &["ing"], "networking.k8s.io"),
    &known("IPAddress", "ipaddresses", &["ip"], "networking.k8s.io"),
    &known("NetworkPolicy", "networkpolicies", &["netpol"], "networking.k8s.io"),
    &known("ServiceCIDR", "servicecidrs", &[], "networking.k8s.io"),
    &known("RuntimeClass", "runtimeclasses", &[], "node.k8s.io"),
    &known("PodDisruptionBudget", "poddisruptionbudgets", &["pdb"], "policy"),
    &known("ClusterRoleBinding", "clusterrolebindings", &[], "rbac.authorization.k8s.io"),
    &known("ClusterRole", "clusterroles", &[], "rbac.authorization.k8s.io"),
    &known("RoleBinding", "rolebindings", &[], "rbac.authorization.k8s.io"),
    &known("Role", "roles", &[], "rbac.authorization.k8s.io"),
    &known("DeviceClass", "deviceclasses", &[], "resource.k8s.io"),
    &known("ResourceClaim", "resourceclaims", &[], "resource.k8s.io"),
    &known("ResourceClaimTemplate", "resourceclaimtemplates", &[], "resource.k8s.io"),
    &known("ResourceSlice", "resourceslices", &[], "resource.k8s.io"),
    &known("PriorityClass", "priorityclasses", &["pc"], "scheduling.k8s.io"),
    &known("CSIDriver", "csidrivers", &[], "storage.k8s.io"),
    &known("CSINode", "csinodes", &[], "storage.k8s.io"),
    &known("CSIStorageCapacity", "csistoragecapacities", &[], "storage.k8s.io"),
    &known("StorageClass", "storageclasses", &["sc"], "storage.k8s.io"),
    &known("VolumeAttachment", "volumeattachments", &[], "storage.k8s.io"),
    &known("VolumeAttributesClass", "volumeattributesclasses", &["vac"], "storage.k8s.io"),
];

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

    fn object(api_version: &str, kind: &str) -> Identity {
        Identity { api_version: api_version.to_owned(), kind: kind.to_owned(), ..Identity::default() }
    }

    #[test]
    fn finds_a_kind_by_its_name_and_group() {
        let objects = [
            object("apps.kruise.io/v1beta1", "StatefulSet"),
            object("example.com/v1", "Proxy"),
            object("example.com/v1", "Gateway"),
            object("example.com/v1", "Mesh"),
            object("mine.com/v1", "Node"),
        ];
        for (word, resource) in [
            ("sts", Some("statefulsets.apps")),
            ("statefulset", Some("statefulsets.apps")),
            ("statefulset.apps", Some("statefulsets.apps")),
            ("statefulset.apps.kruise.io", Some("statefulsets.apps.kruise.io")),
            ("StatefulSets.v1beta1.apps.kruise.io", Some("statefulsets.apps.kruise.io")),
            ("statefulset.kruise.io", None),
            ("ingress", Some("ingresses.networking.k8s.io")),
            ("ingresses", Some("ingresses.networking.k8s.io")),
            ("ingresss", None),
            ("netpol", Some("networkpolicies.networking.k8s.io")),
            ("no", Some("nodes")),
            ("nodes.v1.", Some("nodes")),
            ("node.mine.com", Some("nodes.mine.com")),
            ("proxies", Some("proxies.example.com")),
            ("gateways.example.com", Some("gateways.example.com")),
            ("meshes", Some("meshes.example.com")),
            ("mesh.other.com", None),
            ("", None),
        ] {
            let found = Resource::from_argument(word, &objects).map(|resource| resource.to_string());
            assert_eq!(found.as_deref(), resource, "{word}");
        }
    }

    #[test]
    fn includes_objects_of_its_group_and_of_those_it_had_before() {
        let of = |word| Resource::from_argument(word, []).unwrap();
        for api_version in ["networking.k8s.io/v1", "extensions/v1beta1", ""] {
            assert!(of("ing").includes(&object(api_version, "Ingress")), "{api_version}");
        }
        assert!(!of("ing").includes(&object("example.com/v1", "Ingress")));
        assert!(!of("ing").includes(&object("networking.k8s.io/v1", "IngressClass")));
        let event = object("events.k8s.io/v1", "Event");
        assert!(of("ev").includes(&event));
        assert!(Resource::from_argument("events.events.k8s.io", [&event]).unwrap().includes(&event));
    }

    #[test]
    fn forms_the_plurals_of_kubernetes_own_kinds() {
        for known in KNOWN.iter().filter(|known| known.kind != "Endpoints") {
            assert_eq!(plural(&known.kind.to_lowercase()), known.plural);
        }
    }
}
