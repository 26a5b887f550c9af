//! When a StatefulSet does not come back by itself.

use crate::history::{History, Revision};
use crate::input::Object;
use crate::metadata::CONTROLLER_REVISION_HASH;
use crate::model::{Export, WorkloadKind, pod};
use crate::rollout::status::{number, strategy};
use crate::value::Value;

/// The pods that keep a StatefulSet from going to a revision, lowest ordinal first: an ordered set waits at a pod that is not ready before it replaces any, even
/// if the pod will never be ready because of its own revision. They must be deleted by hand; they come back at the new revision.
///
/// A parallel set replaces such pods, unless the gate for `maxUnavailable` is on, which that field shows.
///
/// Models pkg/controller/statefulset/stateful_set_control.go updateStatefulSet.
pub fn blocking_pods<'a>(export: &'a Export, history: &History<'a>, target: &Revision<'a>) -> Vec<&'a Object> {
    let body = &history.body;
    let policy = body.at(&["spec", "podManagementPolicy"]).and_then(Value::as_str);
    let budget = body.at(&["spec", "updateStrategy", "rollingUpdate", "maxUnavailable"]);
    let waits = policy != Some("Parallel") || budget.is_some();
    if history.kind != WorkloadKind::StatefulSet || strategy(body) != "RollingUpdate" || !waits {
        return Vec::new();
    }
    let first = number(body, &["spec", "ordinals", "start"])
        .saturating_add(number(body, &["spec", "updateStrategy", "rollingUpdate", "partition"]));
    let pods = export.controlled("Pod", history.workload).into_iter();
    let mut blocking: Vec<(i64, &Object)> = pods
        .filter(|pod| pod.identity.labels.get(CONTROLLER_REVISION_HASH) != Some(&target.holder.identity.name))
        .filter(|pod| pod.body().is_ok_and(|body| !pod::is_ready(&pod.identity, &body)))
        .filter_map(|pod| Some((ordinal(pod)?, pod)))
        .filter(|(ordinal, _)| *ordinal >= first)
        .collect();
    crate::order::by_key(&mut blocking, |(ordinal, _)| *ordinal);
    blocking.into_iter().map(|(_, pod)| pod).collect()
}

/// The number at the end of a pod's name.
fn ordinal(pod: &Object) -> Option<i64> {
    pod.identity.name.rsplit_once('-')?.1.parse().ok()
}
