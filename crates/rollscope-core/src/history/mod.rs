//! Stage 3: objects to revisions.
//!
//! A Deployment keeps its revisions in ReplicaSets and their annotations (`replica_sets`), a DaemonSet and a StatefulSet keep theirs in
//! ControllerRevisions (`controller_revisions`). Both give a [`History`].

mod controller_revisions;
mod ownership;
mod replica_sets;

use crate::diagnostic::{Diagnostic, Location, Problem};
use crate::input::Object;
use crate::model::{Export, WorkloadKind, pod_template};
use crate::order;
use crate::value::Value;

/// A workload and its revisions.
#[derive(Debug)]
pub struct History<'a> {
    /// What kind of workload it is.
    pub kind: WorkloadKind,
    /// The workload.
    pub workload: &'a Object,
    /// Its body as exported; null where it cannot be read.
    pub body: Value,
    /// The ReplicaSet or ControllerRevision that holds the workload's own template, also when its number cannot be read.
    pub current: Option<&'a Object>,
    /// Everything that holds a revision of it, lowest number first. One number may stand here twice if the history is damaged.
    pub revisions: Vec<Revision<'a>>,
    /// What is wrong with it; of a history that is damaged in very many places only the first.
    pub diagnostics: Vec<Diagnostic>,
}

/// A history tells this many things that are wrong with it. Each place is looked up in the text, and nobody reads more.
const TOLD: usize = 100;

/// Notes something that is wrong, unless enough is noted already.
fn note(diagnostics: &mut Vec<Diagnostic>, problem: Problem, location: impl FnOnce() -> Location) {
    if diagnostics.len() < TOLD {
        diagnostics.push(Diagnostic::new(problem, location()));
    }
}

/// One revision of a workload.
#[derive(Debug)]
pub struct Revision<'a> {
    /// Its number; 0 for a ReplicaSet without one.
    pub number: i64,
    /// The ReplicaSet or ControllerRevision that holds it.
    pub holder: &'a Object,
    /// The holder's body; null where it cannot be read.
    pub body: Value,
    /// Its pod template as the workload had it: without the pod-template-hash label and without `$patch`. `None` where it cannot be read.
    pub template: Option<Value>,
    /// The change-cause as recorded; never empty.
    pub change_cause: Option<String>,
    /// Whether the controller takes it for the workload's current template.
    pub live: bool,
    /// Whether kubectl lists it: of several with one number only one is.
    pub listed: bool,
}

/// What the objects that a workload controls say of its history.
struct Revisions<'a> {
    current: Option<&'a Object>,
    revisions: Vec<Revision<'a>>,
}

impl<'a> History<'a> {
    /// The history of a workload.
    pub fn of(export: &'a Export, kind: WorkloadKind, workload: &'a Object) -> Self {
        let mut diagnostics = Vec::new();
        let body = workload.body().unwrap_or_else(|problem| {
            diagnostics.push(problem);
            Value::Null
        });
        let Revisions { current, revisions } = match kind {
            WorkloadKind::Deployment => replica_sets::revisions(export, workload, &body, &mut diagnostics),
            WorkloadKind::DaemonSet | WorkloadKind::StatefulSet => {
                controller_revisions::revisions(export, workload, &body, &mut diagnostics)
            }
        };
        Self { kind, workload, body, current, revisions, diagnostics }
    }

    /// The workload's own template.
    pub fn template(&self) -> Option<&Value> {
        self.body.at(&["spec", "template"])
    }

    /// The revision whose template is the workload's own.
    pub fn live(&self) -> Option<&Revision<'a>> {
        self.revisions.iter().find(|revision| revision.live)
    }

    /// The revisions that kubectl lists, lowest number first: each number once.
    pub fn listed(&self) -> impl DoubleEndedIterator<Item = &Revision<'a>> {
        self.revisions.iter().filter(|revision| revision.listed)
    }

    /// The revision that kubectl shows for a number.
    pub fn revision(&self, number: i64) -> Option<&Revision<'a>> {
        self.listed().find(|revision| revision.number == number)
    }
}

impl Revision<'_> {
    /// The numbers its holder had before, oldest first.
    pub fn former_numbers(&self) -> Vec<i64> {
        let history = self.holder.identity.revision_history.as_deref().unwrap_or_default();
        history.split(',').filter_map(|number| number.parse().ok()).collect()
    }

    /// Images of its containers.
    pub fn images(&self) -> Vec<String> {
        self.template.as_ref().map(pod_template::images).unwrap_or_default()
    }
}

/// Orders by number and lets the last of each number be the one that kubectl lists; the order within a number is kept. `field` is where a holder has its
/// number.
fn number_and_list(revisions: &mut Vec<Revision<'_>>, field: &[&str], diagnostics: &mut Vec<Diagnostic>) {
    order::by_key(revisions, |revision| revision.number);
    let mut listed: Option<(i64, &str)> = None;
    for revision in revisions.iter_mut().rev() {
        let holder = &revision.holder.identity.name;
        match listed.filter(|(number, _)| *number == revision.number) {
            Some((number, listed)) => {
                revision.listed = false;
                let problem = Problem::RevisionDoubled { number, hidden: holder.clone(), listed: listed.to_owned() };
                note(diagnostics, problem, || revision.holder.locate(field));
            }
            None => listed = Some((revision.number, holder)),
        }
    }
}
