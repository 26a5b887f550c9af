//! Revisions of a Deployment: its ReplicaSets, numbered by annotation.

use std::borrow::Cow;

use super::{Revision, Revisions, note, number_and_list, ownership};
use crate::diagnostic::{Diagnostic, Problem};
use crate::input::Object;
use crate::metadata::{CHANGE_CAUSE, REVISION, annotation};
use crate::model::Export;
use crate::model::pod_template::{equal_ignoring_hash, without_hash};
use crate::order;
use crate::value::Value;

/// Where a ReplicaSet has its number.
const REVISION_FIELD: [&str; 3] = ["metadata", "annotations", REVISION];

/// The revisions of a Deployment, lowest number first.
///
/// A ReplicaSet without a number is revision 0; one whose number is no number is left out. Of several with one number the current one, else the youngest, is
/// the one that kubectl lists.
///
/// Models kubectl pkg/polymorphichelpers/history.go DeploymentHistoryViewer and pkg/controller/deployment/util/deployment_util.go FindNewReplicaSet.
pub(super) fn revisions<'a>(export: &'a Export, deployment: &'a Object, body: &Value, diagnostics: &mut Vec<Diagnostic>) -> Revisions<'a> {
    let template = body.at(&["spec", "template"]);
    let mut current = None;
    let mut revisions = Vec::new();
    for replica_set in ownership::controlled(export, "ReplicaSet", deployment, body) {
        let mut revision = read(replica_set, diagnostics);
        // Only the oldest of several equal templates is current.
        revision.live =
            current.is_none() && revision.template.as_ref().zip(template).is_some_and(|(own, wanted)| equal_ignoring_hash(own, wanted));
        if revision.live {
            current = Some(replica_set);
        }
        match number(replica_set, diagnostics) {
            Some(number) => revisions.push(Revision { number, ..revision }),
            None => continue,
        }
    }
    // The current one comes last, so that it is the one listed of its number.
    order::by_key(&mut revisions, |revision| revision.live);
    number_and_list(&mut revisions, &REVISION_FIELD, diagnostics);
    Revisions { current, revisions }
}

fn read<'a>(replica_set: &'a Object, diagnostics: &mut Vec<Diagnostic>) -> Revision<'a> {
    let body = replica_set.body().unwrap_or_else(|problem| {
        diagnostics.push(problem);
        Value::Null
    });
    let template = body.at(&["spec", "template"]).filter(|template| template.as_map().is_some()).map(without_hash);
    let change_cause = change_cause(replica_set, template.as_ref());
    Revision { number: 0, holder: replica_set, body, template, change_cause, live: false, listed: true }
}

/// The ReplicaSet's own change-cause, else that of its pod template.
fn change_cause(replica_set: &Object, template: Option<&Value>) -> Option<String> {
    let own = replica_set.identity.change_cause.clone().filter(|cause| !cause.is_empty());
    let of_template = || annotation(template?, CHANGE_CAUSE).filter(|cause| !cause.is_empty()).map(Cow::into_owned);
    own.or_else(of_template)
}

/// The number of a ReplicaSet: 0 without an annotation, none if the annotation is no number.
///
/// Models pkg/controller/deployment/util/deployment_util.go Revision.
fn number(replica_set: &Object, diagnostics: &mut Vec<Diagnostic>) -> Option<i64> {
    let (number, problem) = match &replica_set.identity.revision {
        None => (Some(0), Problem::RevisionMissing { replica_set: replica_set.identity.name.clone() }),
        Some(text) => match text.parse() {
            Ok(number) => return Some(number),
            Err(_) => (None, Problem::RevisionNotANumber { replica_set: replica_set.identity.name.clone(), text: text.clone() }),
        },
    };
    note(diagnostics, problem, || replica_set.locate(&REVISION_FIELD));
    number
}
