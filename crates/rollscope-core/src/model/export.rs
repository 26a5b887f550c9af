//! Every object of an input, found by what it is called and by who controls it.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Problem};
use crate::input::{Identity, Object, Owner, Reading, SourceSummary};
use crate::model::WorkloadKind;
use crate::order;
use crate::time::Time;

/// The objects of all sources together. Of an object that was read more than once the newest state counts.
#[derive(Debug, Default)]
pub struct Export {
    sources: Vec<SourceSummary>,
    objects: BTreeMap<Key, Object>,
    /// Objects of which a watch said last that they are gone.
    gone: BTreeMap<Key, Object>,
    /// Keys of objects by who controls them.
    controlled: BTreeMap<Controller, BTreeSet<Key>>,
    diagnostics: Vec<Diagnostic>,
    diagnostic_count: usize,
}

/// The unique identity of a controller; in an export from which the identities were removed its kind, namespace and name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Controller {
    Uid(String),
    Key(Key),
}

/// What an object is called. The version of the API is left out: one object can be read in two.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    kind: String,
    group: String,
    namespace: String,
    name: String,
}

impl Export {
    /// Adds what was read.
    pub fn add(&mut self, reading: Reading) {
        self.sources.extend(reading.sources);
        self.diagnostic_count += reading.diagnostics.len() + reading.dropped_diagnostics;
        self.diagnostics.extend(reading.diagnostics);
        let mut older = OlderStates::default();
        for object in reading.objects {
            self.insert(object, &mut older);
        }
        if let Some(note) = older.note() {
            self.diagnostics.push(note);
            self.diagnostic_count += 1;
        }
    }

    /// What was read, in order.
    pub fn sources(&self) -> &[SourceSummary] {
        &self.sources
    }

    /// What could not be read or not as it stands, in the order in which it was met.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// How many diagnostics there were, with those that were only counted.
    pub fn diagnostic_count(&self) -> usize {
        self.diagnostic_count
    }

    /// Every object, by kind, namespace and name.
    pub fn objects(&self) -> impl Iterator<Item = &Object> {
        self.objects.values()
    }

    /// The object of one of Kubernetes' own kinds with this name.
    pub fn find(&self, kind: &str, namespace: &str, name: &str) -> Option<&Object> {
        let [kind, namespace, name] = [kind, namespace, name].map(str::to_owned);
        self.objects.get(&Key { group: own_group(&kind).to_owned(), kind, namespace, name })
    }

    /// The objects of one of Kubernetes' own kinds, by namespace and name. Kinds of other groups have names like these, too.
    pub fn of_kind(&self, kind: &str) -> impl Iterator<Item = &Object> + use<'_> {
        let from = Key { kind: kind.to_owned(), group: own_group(kind).to_owned(), namespace: String::new(), name: String::new() };
        let first = from.clone();
        let objects = self.objects.range(from..).take_while(move |(key, _)| key.kind == first.kind && key.group == first.group);
        objects.map(|(_, object)| object)
    }

    /// The workloads of all three kinds, by namespace, name and kind.
    pub fn workloads(&self) -> Vec<(WorkloadKind, &Object)> {
        let of_kind = |kind: WorkloadKind| self.of_kind(kind.name()).map(move |object| (kind, object));
        let mut workloads: Vec<_> = WorkloadKind::ALL.into_iter().flat_map(of_kind).collect();
        order::by_key(&mut workloads, |(kind, object)| (&object.identity.namespace, &object.identity.name, *kind));
        workloads
    }

    /// The objects of a kind that an object controls, oldest first and then by name.
    ///
    /// Objects that are of one second are ordered by name, as the controllers do.
    pub fn controlled(&self, kind: &str, by: &Object) -> Vec<&Object> {
        let keys = self.controlled.get(&controller(&by.identity.uid, key(&by.identity))).into_iter().flatten();
        let mut objects: Vec<_> =
            keys.filter(|key| key.kind == kind && key.group == own_group(kind)).filter_map(|key| self.objects.get(key)).collect();
        order::by_key(&mut objects, |object| (object.identity.created, &object.identity.name));
        objects
    }

    /// The newest time in any object: the moment of the export, as far as it shows.
    pub fn newest_time(&self) -> Option<Time> {
        self.objects().filter_map(|object| object.identity.newest_time).max()
    }

    fn insert(&mut self, object: Object, older: &mut OlderStates) {
        let key = key(&object.identity);
        if let Some(known) = self.objects.get(&key).or_else(|| self.gone.get(&key)) {
            let newer = state(&object.identity) >= state(&known.identity);
            older.add(if newer { known } else { &object });
            if !newer {
                return;
            }
            self.forget(&key);
        }
        if object.identity.gone {
            self.gone.insert(key, object);
            return;
        }
        if let Some(owner) = owner(&object.identity) {
            self.controlled.entry(owner).or_default().insert(key.clone());
        }
        self.objects.insert(key, object);
    }

    fn forget(&mut self, key: &Key) {
        self.gone.remove(key);
        let owner = self.objects.remove(key).and_then(|object| owner(&object.identity));
        if let Some(keys) = owner.and_then(|owner| self.controlled.get_mut(&owner)) {
            keys.remove(key);
        }
    }
}

/// States of objects that were read again in a newer one.
#[derive(Default)]
struct OlderStates {
    first: Option<Object>,
    others: usize,
}

impl OlderStates {
    fn add(&mut self, object: &Object) {
        match self.first {
            None => self.first = Some(object.clone()),
            Some(_) => self.others += 1,
        }
    }

    /// One note, however many objects: a watch reads each of them many times.
    fn note(self) -> Option<Diagnostic> {
        let first = self.first?;
        let Identity { kind, namespace, name, .. } = &first.identity;
        let problem = Problem::ReadTwice { kind: kind.clone(), object: format!("{namespace}/{name}"), others: self.others };
        Some(Diagnostic::new(problem, first.location()))
    }
}

fn key(identity: &Identity) -> Key {
    let Identity { kind, namespace, name, .. } = identity;
    let group = match identity.api_version.split_once('/') {
        // Before they had a group of their own, and events to this day have two.
        Some(("extensions", _)) => own_group(kind),
        Some(("events.k8s.io", _)) => "",
        Some((group, _)) => group,
        None if identity.api_version.is_empty() => own_group(kind),
        None => "",
    };
    Key { kind: kind.clone(), group: group.to_owned(), namespace: namespace.clone(), name: name.clone() }
}

/// The group of one of Kubernetes' own kinds that matter here.
fn own_group(kind: &str) -> &'static str {
    match kind {
        "Deployment" | "DaemonSet" | "StatefulSet" | "ReplicaSet" | "ControllerRevision" => "apps",
        _ => "",
    }
}

/// Who controls an object.
fn owner(identity: &Identity) -> Option<Controller> {
    let Owner { api_version, kind, name, uid } = identity.controller.as_ref()?;
    let owner = Identity {
        api_version: api_version.clone(),
        kind: kind.clone(),
        name: name.clone(),
        namespace: identity.namespace.clone(),
        ..Identity::default()
    };
    Some(controller(uid, key(&owner)))
}

fn controller(uid: &str, key: Key) -> Controller {
    if uid.is_empty() { Controller::Key(key) } else { Controller::Uid(uid.to_owned()) }
}

/// What tells the newer of two states of an object: it was made anew later, or stored later, or holds a later time. Resource versions are compared as numbers,
/// which holds for every server that keeps its state in etcd.
fn state(identity: &Identity) -> (Option<Time>, Option<u64>, Option<Time>, bool) {
    (identity.created, identity.resource_version.parse().ok(), identity.newest_time, identity.gone)
}
