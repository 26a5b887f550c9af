//! What an export holds.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::answer::{KindCount, Overview, PodCount, Source, Workload};
use crate::history::History;
use crate::input::Object;
use crate::model::{Export, WorkloadKind, pod_template};
use crate::order;
use crate::rollout::status::{number, replicas};
use crate::rollout::{Assessment, State};

/// What an export holds, with all its workloads.
pub fn overview(export: &Export) -> Overview {
    let all = export.workloads();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for object in export.objects() {
        *kinds.entry(&object.identity.kind).or_default() += 1;
    }
    let mut diagnostics = export.diagnostics().to_vec();
    let mut diagnostic_count = export.diagnostic_count();
    let mut workloads = Vec::new();
    for (kind, object) in all {
        let history = History::of(export, kind, object);
        workloads.push(workload(export, &history));
        diagnostic_count += history.diagnostics.len();
        diagnostics.extend(history.diagnostics);
    }
    order::by_key(&mut diagnostics, |diagnostic| (Reverse(diagnostic.problem.severity()), diagnostic.location.clone()));
    let sources = export.sources().iter();
    Overview {
        sources: sources.map(|source| Source { name: source.name.clone(), bytes: source.bytes, objects: source.objects }).collect(),
        newest_time: export.newest_time().map(|time| time.to_string()),
        workload_count: workloads.len(),
        workloads,
        kinds: kinds.into_iter().map(|(kind, count)| KindCount { kind: kind.to_owned(), count }).collect(),
        diagnostic_count,
        diagnostics,
    }
}

/// A workload as lists show it.
pub(super) fn workload(export: &Export, history: &History<'_>) -> Workload {
    let identity = &history.workload.identity;
    let Assessment { state, text } = Assessment::of(export, history);
    let live = history.live();
    let newest = history.revisions.iter().filter_map(|revision| revision.holder.identity.created).max();
    Workload {
        id: id(history.kind, history.workload),
        kind: history.kind.name().to_owned(),
        namespace: identity.namespace.clone(),
        name: identity.name.clone(),
        state,
        state_text: text,
        revisions: history.listed().count(),
        live: live.map(|revision| revision.number),
        images: history.template().map(pod_template::images).unwrap_or_default(),
        pods: pods(history, state),
        changed: newest.or(identity.created).map(|time| time.to_string()),
        change_cause: live.and_then(|revision| revision.change_cause.clone()),
    }
}

/// How questions name a workload: `deployment/shop/web`.
pub(super) fn id(kind: WorkloadKind, workload: &Object) -> String {
    let identity = &workload.identity;
    format!("{}/{}/{}", kind.singular(), identity.namespace, identity.name)
}

fn pods(history: &History<'_>, state: State) -> PodCount {
    let body = &history.body;
    let status = |field| number(body, &["status", field]);
    let (desired, ready, updated) = match history.kind {
        WorkloadKind::DaemonSet => (status("desiredNumberScheduled"), status("numberReady"), status("updatedNumberScheduled")),
        _ => (replicas(body), status("readyReplicas"), status("updatedReplicas")),
    };
    PodCount { desired, ready, updated: (state != State::Unknown).then_some(updated) }
}
