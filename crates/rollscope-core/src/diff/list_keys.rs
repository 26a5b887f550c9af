//! Which lists of a pod template are maps and by which fields, and which maps hold entries instead of fields.
//!
//! The rules are the API's own: `patchMergeKey` and `listMapKey` of k8s.io/api/core/v1/types.go. A list that is not named here is atomic: the
//! API knows no key for it, and the server replaces it as a whole. It is compared as an ordered sequence. Among those are tolerations,
//! envFrom, command, args, resizePolicy, restartPolicyRules, all lists of affinity and of label selectors, capabilities, sysctls,
//! supplementalGroups, the items and sources of volumes, dnsConfig, readinessGates and httpHeaders.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::path::{KeyValue, Segment};
use crate::{Map, Value};

/// Lists that are maps, by field path inside a pod template. Entries add nothing to a path; braces hold alternatives.
pub const KEYED_LISTS: &[(&str, ListKey)] = &[
    // The garbage collector's references; the API merges them by uid wherever there is an ObjectMeta.
    ("metadata.ownerReferences", ListKey::one(KeyField::required("uid"))),
    // PodSpec: patchMergeKey=name. For initContainers the order is the start order, for containers the first one is the default for logs.
    ("spec.{containers,initContainers,ephemeralContainers}", ListKey::one(KeyField::required("name"))),
    // PodSpec: patchMergeKey=name.
    ("spec.volumes", ListKey::one(KeyField::required("name"))),
    // PodSpec: listMapKey=name, and LocalObjectReference.name has the default "".
    ("spec.imagePullSecrets", ListKey::one(KeyField::with_default("name", ""))),
    // PodSpec: patchMergeKey=name.
    ("spec.schedulingGates", ListKey::one(KeyField::required("name"))),
    // PodSpec: patchMergeKey=name.
    ("spec.resourceClaims", ListKey::one(KeyField::required("name"))),
    // PodSpec: patchMergeKey=ip.
    ("spec.hostAliases", ListKey::one(KeyField::required("ip"))),
    // PodSpec: listMapKey=topologyKey and listMapKey=whenUnsatisfiable; one topology may be spread softly and hard at once.
    ("spec.topologySpreadConstraints", ListKey::two(KeyField::required("topologyKey"), KeyField::required("whenUnsatisfiable"))),
    // PodSpec.resources, the resources of the whole pod since 1.32: listMapKey=name.
    ("spec.resources.claims", ListKey::one(KeyField::required("name"))),
    // Container: patchMergeKey=name. The order decides what `$(VAR)` sees.
    ("spec.{containers,initContainers,ephemeralContainers}.env", ListKey::one(KeyField::required("name"))),
    // Container: listMapKey=containerPort and listMapKey=protocol, with the default TCP. The patch key is containerPort alone, which takes one
    // number served over TCP and UDP for one port (kubernetes#39188); the pair is what server-side apply uses.
    (
        "spec.{containers,initContainers,ephemeralContainers}.ports",
        ListKey::two(KeyField::required("containerPort"), KeyField::with_default("protocol", "TCP")),
    ),
    // Container: patchMergeKey=mountPath; one volume may be mounted at many paths.
    ("spec.{containers,initContainers,ephemeralContainers}.volumeMounts", ListKey::one(KeyField::required("mountPath"))),
    // Container: patchMergeKey=devicePath.
    ("spec.{containers,initContainers,ephemeralContainers}.volumeDevices", ListKey::one(KeyField::required("devicePath"))),
    // ResourceRequirements: listMapKey=name.
    ("spec.{containers,initContainers,ephemeralContainers}.resources.claims", ListKey::one(KeyField::required("name"))),
    // The claim made for an ephemeral volume has an ObjectMeta too.
    ("spec.volumes.ephemeral.volumeClaimTemplate.metadata.ownerReferences", ListKey::one(KeyField::required("uid"))),
];

/// Maps whose keys are data and not names of fields, by field path inside a pod template.
pub const ENTRY_MAPS: &[&str] = &[
    // ObjectMeta of the template, and of the claim made for an ephemeral volume.
    "metadata.{labels,annotations}",
    "spec.volumes.ephemeral.volumeClaimTemplate.metadata.{labels,annotations}",
    // PodSpec: labels of nodes, and resources the runtime needs on top.
    "spec.{nodeSelector,overhead}",
    // Amounts by resource, of containers, of the pod, and of the claim made for an ephemeral volume.
    "spec.{containers,initContainers,ephemeralContainers}.resources.{limits,requests}",
    "spec.resources.{limits,requests}",
    "spec.volumes.ephemeral.volumeClaimTemplate.spec.resources.{limits,requests}",
    // Label selectors.
    "spec.affinity.{podAffinity,podAntiAffinity}.requiredDuringSchedulingIgnoredDuringExecution.{labelSelector,namespaceSelector}.matchLabels",
    "spec.affinity.{podAffinity,podAntiAffinity}.preferredDuringSchedulingIgnoredDuringExecution.podAffinityTerm.{labelSelector,namespaceSelector}.matchLabels",
    "spec.topologySpreadConstraints.labelSelector.matchLabels",
    "spec.volumes.ephemeral.volumeClaimTemplate.spec.selector.matchLabels",
    "spec.volumes.projected.sources.clusterTrustBundle.labelSelector.matchLabels",
    // Parameters of drivers and signers.
    "spec.volumes.csi.volumeAttributes",
    "spec.volumes.flexVolume.options",
    "spec.volumes.projected.sources.podCertificate.userAnnotations",
];

/// What tells the entries of a list apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListKey {
    /// The field, or the first of two.
    pub first: KeyField,
    /// The field that counts too, if there is one.
    pub second: Option<KeyField>,
}

impl ListKey {
    const fn one(first: KeyField) -> Self {
        Self { first, second: None }
    }

    const fn two(first: KeyField, second: KeyField) -> Self {
        Self { first, second: Some(second) }
    }
}

/// A field that tells the entries of a list apart, alone or together with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyField {
    /// Name of the field.
    pub name: &'static str,
    /// What an entry without the field means, if the API has a default.
    pub default: Option<&'static str>,
}

impl KeyField {
    const fn required(name: &'static str) -> Self {
        Self { name, default: None }
    }

    const fn with_default(name: &'static str, default: &'static str) -> Self {
        Self { name, default: Some(default) }
    }
}

/// What the API says of the value at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A list whose entries are told apart by these fields.
    KeyedList(&'static ListKey),
    /// A map whose keys are data.
    EntryMap,
    /// Fields, a list without keys, or something the API does not know.
    Plain,
}

/// A place inside a pod template; it walks down beside the values.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    node: Option<&'static Node>,
    is_entry: bool,
}

impl Place {
    /// The pod template itself.
    pub fn template() -> Self {
        Self { node: Some(&TEMPLATE), is_entry: false }
    }

    /// The place of a field of this one.
    #[must_use]
    pub fn field(self, name: &str) -> Self {
        Self { node: self.node.and_then(|node| node.below.get(name)), is_entry: false }
    }

    /// The place of the entries, if this is the place of a list.
    #[must_use]
    pub fn entry(self) -> Self {
        Self { is_entry: true, ..self }
    }

    /// What the API says of the value at this place.
    pub fn rule(self) -> Rule {
        match self.node {
            Some(node) if !self.is_entry => node.rule,
            _ => Rule::Plain,
        }
    }
}

/// One value of a key, borrowed from its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum KeyPart<'v> {
    Int(i64),
    Text(&'v str),
}

/// The key of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct EntryKey<'v> {
    first: KeyPart<'v>,
    second: Option<KeyPart<'v>>,
}

/// The key of `entry`, or `None` if it is no map, lacks a key field, or holds in one neither text nor a whole number.
pub(crate) fn entry_key<'v>(entry: &'v Value, key: &ListKey) -> Option<EntryKey<'v>> {
    let map = entry.as_map()?;
    let first = key_part(map, &key.first)?;
    let second = match &key.second {
        Some(field) => Some(key_part(map, field)?),
        None => None,
    };
    Some(EntryKey { first, second })
}

fn key_part<'v>(map: &'v Map, field: &KeyField) -> Option<KeyPart<'v>> {
    match (map.get(field.name), field.default) {
        (Some(Value::Int(number)), _) => Some(KeyPart::Int(*number)),
        (Some(Value::String(text)), _) => Some(KeyPart::Text(text)),
        (None, Some(default)) => Some(KeyPart::Text(default)),
        _ => None,
    }
}

/// How an entry is written in a path.
pub(crate) fn item_segment(key: &ListKey, entry: EntryKey<'_>) -> Segment {
    let part = |(field, part): (KeyField, KeyPart<'_>)| {
        let value = match part {
            KeyPart::Int(number) => KeyValue::Int(number),
            KeyPart::Text(text) => KeyValue::Text(text.to_owned()),
        };
        (field.name.to_owned(), value)
    };
    let first = (key.first, entry.first);
    Segment::Item([Some(first), key.second.zip(entry.second)].into_iter().flatten().map(part).collect())
}

#[derive(Debug)]
struct Node {
    rule: Rule,
    below: BTreeMap<&'static str, Node>,
}

impl Node {
    fn plain() -> Self {
        Self { rule: Rule::Plain, below: BTreeMap::new() }
    }

    fn set(&mut self, names: &[&'static str], rule: Rule) {
        let Some((name, rest)) = names.split_first() else {
            self.rule = rule;
            return;
        };
        for alternative in name.trim_matches(['{', '}']).split(',') {
            self.below.entry(alternative).or_insert_with(Self::plain).set(rest, rule);
        }
    }
}

static TEMPLATE: LazyLock<Node> = LazyLock::new(|| {
    let mut root = Node::plain();
    let lists = KEYED_LISTS.iter().map(|(path, key)| (*path, Rule::KeyedList(key)));
    let maps = ENTRY_MAPS.iter().map(|&path| (path, Rule::EntryMap));
    for (path, rule) in lists.chain(maps) {
        root.set(&path.split('.').collect::<Vec<_>>(), rule);
    }
    root
});

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expected: &str) {
        let place = path.split('.').fold(Place::template(), |place, name| place.entry().field(name));
        let actual = match place.rule() {
            Rule::KeyedList(key) => [Some(key.first), key.second].iter().flatten().map(|field| field.name).collect::<Vec<_>>().join("+"),
            Rule::EntryMap => "entries".to_owned(),
            Rule::Plain => "plain".to_owned(),
        };
        assert_eq!(actual, expected, "{path}");
    }

    #[test]
    fn knows_the_keys_of_lists() {
        check("spec.containers", "name");
        check("spec.initContainers.env", "name");
        check("spec.ephemeralContainers.ports", "containerPort+protocol");
        check("spec.containers.resources.claims", "name");
        check("spec.resources.claims", "name");
        check("spec.topologySpreadConstraints", "topologyKey+whenUnsatisfiable");
        check("spec.hostAliases", "ip");
    }

    #[test]
    fn leaves_other_lists_atomic() {
        check("spec.tolerations", "plain");
        check("spec.containers.envFrom", "plain");
        check("spec.containers.args", "plain");
        check("spec.volumes.configMap.items", "plain");
    }

    #[test]
    fn goes_by_the_path_and_not_by_the_name() {
        check("env", "plain");
        check("spec.volumes.env", "plain");
        check("spec.claims", "plain");
        check("metadata.spec.containers", "plain");
    }

    #[test]
    fn knows_maps_of_entries() {
        check("metadata.labels", "entries");
        check("spec.overhead", "entries");
        check("spec.containers.resources.limits", "entries");
        check("spec.volumes.csi.volumeAttributes", "entries");
        check("spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution.labelSelector.matchLabels", "entries");
        check("spec.containers.resources", "plain");
    }
}
