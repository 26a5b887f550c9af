//! Revisions of a DaemonSet or StatefulSet: its ControllerRevisions, numbered by their field `revision`.

use super::{Revision, Revisions, note, number_and_list, ownership};
use crate::diagnostic::{Diagnostic, Problem};
use crate::input::Object;
use crate::model::Export;
use crate::model::pod_template::equal_ignoring_hash;
use crate::order;
use crate::value::Value;

/// The revisions of a DaemonSet or StatefulSet, lowest number first.
///
/// Of several with one number kubectl lists the one whose name comes last. The live one is the one with the highest number whose template is the set's own.
///
/// Models kubectl pkg/polymorphichelpers/history.go DaemonSetHistoryViewer and StatefulSetHistoryViewer.
pub(super) fn revisions<'a>(export: &'a Export, set: &'a Object, body: &Value, diagnostics: &mut Vec<Diagnostic>) -> Revisions<'a> {
    let mut owned = ownership::controlled(export, "ControllerRevision", set, body);
    order::by_key(&mut owned, |revision| &revision.identity.name);
    let mut revisions: Vec<_> = owned.into_iter().map(|revision| read(revision, diagnostics)).collect();
    number_and_list(&mut revisions, &["revision"], diagnostics);
    let wanted = body.at(&["spec", "template"]);
    let is_current =
        |revision: &&mut Revision<'a>| revision.template.as_ref().zip(wanted).is_some_and(|(own, wanted)| equal_ignoring_hash(own, wanted));
    let live = revisions.iter_mut().rev().find(is_current);
    let current = live.map(|revision| {
        revision.live = true;
        revision.holder
    });
    Revisions { current, revisions }
}

fn read<'a>(holder: &'a Object, diagnostics: &mut Vec<Diagnostic>) -> Revision<'a> {
    let identity = &holder.identity;
    let body = holder.body().unwrap_or_else(|problem| {
        diagnostics.push(problem);
        Value::Null
    });
    let template = template(&body);
    if template.is_none() && body != Value::Null {
        let problem = Problem::RevisionData { name: identity.name.clone(), found: body.get("data").map_or("nothing", Value::noun) };
        note(diagnostics, problem, || holder.locate(&["data"]));
    }
    let change_cause = identity.change_cause.clone().filter(|cause| !cause.is_empty());
    Revision { number: identity.revision_number.unwrap_or(0), holder, body, template, change_cause, live: false, listed: true }
}

/// The template that the revision's data puts in the place of the set's own: data is a patch with `$patch: replace` inside the template.
fn template(body: &Value) -> Option<Value> {
    let mut template = body.at(&["data", "spec", "template"]).filter(|template| template.as_map().is_some())?.clone();
    template.as_map_mut()?.remove("$patch");
    Some(template)
}
