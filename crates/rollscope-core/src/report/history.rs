//! The revisions of a workload.

use super::answer::{ChangeRow, History as Answer, PodCount, Revision as Row};
use super::diff::change_rows;
use super::{kubectl, overview};
use crate::diff;
use crate::history::{History, Revision};
use crate::model::{Export, WorkloadKind};
use crate::rollout::status::number;
use crate::value::Value;

/// How many changes a row of the history names; the rest is counted.
const CHANGES_IN_A_ROW: usize = 4;

/// The revisions of a workload, newest number first.
pub fn history(export: &Export, history: &History<'_>) -> Answer {
    let mut older: Option<&Value> = None;
    let mut rows = Vec::new();
    for revision in history.listed() {
        rows.push(row(history.kind, revision, older));
        older = revision.template.as_ref();
    }
    rows.reverse();
    Answer {
        workload: overview::workload(export, history),
        revision_count: rows.len(),
        revisions: rows,
        pending: history.current.is_none() && !history.revisions.is_empty(),
        table: kubectl::rollout::history_table(history),
    }
}

fn row(kind: WorkloadKind, revision: &Revision<'_>, older: Option<&Value>) -> Row {
    let changes: Option<Vec<ChangeRow>> =
        older.zip(revision.template.as_ref()).map(|(older, newer)| change_rows(&diff::compare(older, newer).changes));
    Row {
        number: revision.number,
        former_numbers: revision.former_numbers(),
        live: revision.live,
        change_cause: revision.change_cause.clone(),
        holder: revision.holder.identity.name.clone(),
        created: revision.holder.identity.created.map(|time| time.to_string()),
        images: revision.images(),
        pods: (kind == WorkloadKind::Deployment).then(|| pods(&revision.body)),
        change_count: changes.as_ref().map(Vec::len),
        changes: changes.unwrap_or_default().into_iter().take(CHANGES_IN_A_ROW).collect(),
    }
}

fn pods(replica_set: &Value) -> PodCount {
    PodCount {
        desired: number(replica_set, &["spec", "replicas"]),
        ready: number(replica_set, &["status", "readyReplicas"]),
        updated: None,
    }
}
