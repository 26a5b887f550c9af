//! Every object of an input, found by what it is called and by who controls it.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Problem};
use crate::input::{Identity, Object, Reading, SourceSummary};
use crate::model::WorkloadKind;
use crate::order;
use crate::time::Time;

/// The objects of all sources together. Of an object that was read more than once the newest state counts.
#[derive(Debug, Default)]
pub struct Export {
    sources: Vec<SourceSummary>,
    objects: BTreeMap<Key, Object>,
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

/// Kind, namespace and name. The API version is left out: one object can be read in two.
type Key = (String, String, String);

impl Export {
    /// Adds what was read.
    pub fn add(&mut self, reading: Reading) {
        self.sources.extend(reading.sources);
        self.diagnostic_count += reading.diagnostics.len() + reading.dropped_diagnostics;
        self.diagnostics.extend(reading.diagnostics);
        for object in reading.objects {
            self.insert(object);
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

    /// The object of a kind with this name.
    pub fn find(&self, kind: &str, namespace: &str, name: &str) -> Option<&Object> {
        self.objects.get(&(kind.to_owned(), namespace.to_owned(), name.to_owned()))
    }

    /// The objects of a kind, by namespace and name.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Object> {
        let from = (kind.to_owned(), String::new(), String::new());
        self.objects.range(from..).map(|(_, object)| object).take_while(move |object| object.identity.kind == kind)
    }

    /// The workloads of all three kinds, by namespace, name and kind.
    pub fn workloads(&self) -> Vec<(WorkloadKind, &Object)> {
        let of_kind = |kind: WorkloadKind| self.of_kind(kind.name()).map(move |object| (kind, object));
        let is_ours =
            |(_, object): &(WorkloadKind, &Object)| WorkloadKind::of(&object.identity.api_version, &object.identity.kind).is_some();
        let mut workloads: Vec<_> = WorkloadKind::ALL.into_iter().flat_map(of_kind).filter(is_ours).collect();
        order::by_key(&mut workloads, |(kind, object)| (&object.identity.namespace, &object.identity.name, *kind));
        workloads
    }

    /// The objects of a kind that an object controls, oldest first and then by name.
    ///
    /// Objects that are of one second are ordered by name, as the controllers do.
    pub fn controlled(&self, kind: &str, by: &Object) -> Vec<&Object> {
        let keys = self.controlled.get(&controller(&by.identity.uid, key(&by.identity))).into_iter().flatten();
        let mut objects: Vec<_> = keys.filter(|(of, ..)| of == kind).filter_map(|key| self.objects.get(key)).collect();
        order::by_key(&mut objects, |object| (object.identity.created, &object.identity.name));
        objects
    }

    /// The newest time in any object: the moment of the export, as far as it shows.
    pub fn newest_time(&self) -> Option<Time> {
        self.objects().filter_map(|object| object.identity.newest_time).max()
    }

    fn insert(&mut self, object: Object) {
        let identity = &object.identity;
        let key = key(identity);
        if let Some(known) = self.objects.get(&key) {
            let problem = Problem::ReadTwice { kind: key.0.clone(), object: format!("{}/{}", key.1, key.2) };
            let newer = is_newer(identity, &known.identity);
            let older_one = if newer { known } else { &object };
            self.diagnostics.push(Diagnostic::new(problem, older_one.location()));
            self.diagnostic_count += 1;
            if !newer {
                return;
            }
            self.forget(&key);
        }
        if let Some(owner) = owner(&object.identity) {
            self.controlled.entry(owner).or_default().insert(key.clone());
        }
        self.objects.insert(key, object);
    }

    fn forget(&mut self, key: &Key) {
        let owner = self.objects.remove(key).and_then(|object| owner(&object.identity));
        if let Some(keys) = owner.and_then(|owner| self.controlled.get_mut(&owner)) {
            keys.remove(key);
        }
    }
}

fn key(identity: &Identity) -> Key {
    (identity.kind.clone(), identity.namespace.clone(), identity.name.clone())
}

/// Who controls an object.
fn owner(identity: &Identity) -> Option<Controller> {
    let owner = identity.controller.as_ref()?;
    Some(controller(&owner.uid, (owner.kind.clone(), identity.namespace.clone(), owner.name.clone())))
}

fn controller(uid: &str, key: Key) -> Controller {
    if uid.is_empty() { Controller::Key(key) } else { Controller::Uid(uid.to_owned()) }
}

/// Which of two states of an object is the newer one. Resource versions are compared as numbers, which holds for every server that keeps its state in etcd;
/// where they do not tell, the newest time in the object does, and at last the order of reading.
fn is_newer(one: &Identity, known: &Identity) -> bool {
    let version = |identity: &Identity| identity.resource_version.parse::<u64>().ok();
    match (version(one), version(known)) {
        (Some(a), Some(b)) if a != b && one.uid == known.uid => a > b,
        _ => one.newest_time >= known.newest_time,
    }
}
