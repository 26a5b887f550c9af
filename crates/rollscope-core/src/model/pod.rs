//! Whether a pod is up, and why not.

use crate::input::Identity;
use crate::model::condition;
use crate::value::Value;

/// Whether a pod runs and is ready, and nobody deletes it; `body` is the pod as a tree.
pub fn is_ready(pod: &Identity, body: &Value) -> bool {
    let runs = body.at(&["status", "phase"]).and_then(Value::as_str) == Some("Running");
    let ready = condition(body, "Ready").and_then(|ready| ready.get("status")?.as_str()) == Some("True");
    runs && ready && !pod.deleting
}

/// Why a pod cannot start or keeps failing, in the kubelet's or scheduler's own word: `ImagePullBackOff`, `CrashLoopBackOff`, `Unschedulable`.
///
/// `None` for a pod that runs, waits its turn or is being deleted.
pub fn failure<'b>(pod: &Identity, body: &'b Value) -> Option<&'b str> {
    if pod.deleting {
        return None;
    }
    let status = body.get("status")?;
    let lists = ["initContainerStatuses", "containerStatuses"].into_iter().filter_map(|field| status.get(field)?.as_list());
    lists.flatten().find_map(waiting).or_else(|| unschedulable(body)).or_else(|| failed(body))
}

/// Whether a pod has failed for good, as one that was evicted: its controller makes another in its place.
pub fn is_over(pod: &Value) -> bool {
    pod.at(&["status", "phase"]).and_then(Value::as_str) == Some("Failed")
}

fn waiting(container: &Value) -> Option<&str> {
    let reason = container.at(&["state", "waiting", "reason"])?.as_str()?;
    (!matches!(reason, "" | "ContainerCreating" | "PodInitializing")).then_some(reason)
}

fn unschedulable(pod: &Value) -> Option<&str> {
    let scheduled = condition(pod, "PodScheduled")?;
    let refused = scheduled.get("status").and_then(Value::as_str) == Some("False");
    scheduled.get("reason")?.as_str().filter(|reason| refused && *reason == "Unschedulable")
}

fn failed(pod: &Value) -> Option<&str> {
    is_over(pod).then(|| pod.at(&["status", "reason"]).and_then(Value::as_str).unwrap_or("Failed"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::identity::identify;

    fn check(json: &str, expected: Option<&str>) {
        let pod: Value = serde_json::from_str(json).unwrap();
        assert_eq!(failure(&identify(&pod), &pod), expected, "{json}");
    }

    #[test]
    fn names_what_a_container_waits_for() {
        check(
            r#"{"status":{"containerStatuses":[{"state":{"running":{}}},{"state":{"waiting":{"reason":"ImagePullBackOff"}}}]}}"#,
            Some("ImagePullBackOff"),
        );
        check(r#"{"status":{"initContainerStatuses":[{"state":{"waiting":{"reason":"CrashLoopBackOff"}}}]}}"#, Some("CrashLoopBackOff"));
        check(r#"{"status":{"conditions":[{"type":"PodScheduled","status":"False","reason":"Unschedulable"}]}}"#, Some("Unschedulable"));
        check(r#"{"status":{"phase":"Failed","reason":"Evicted"}}"#, Some("Evicted"));
        check(
            r#"{"metadata":{"deletionTimestamp":null},"status":{"containerStatuses":[{"state":{"waiting":{"reason":"ErrImagePull"}}}]}}"#,
            Some("ErrImagePull"),
        );
    }

    #[test]
    fn a_pod_that_is_on_its_way_does_not_fail() {
        check(r#"{"status":{"containerStatuses":[{"state":{"waiting":{"reason":"ContainerCreating"}}}]}}"#, None);
        check(
            r#"{"metadata":{"deletionTimestamp":"x"},"status":{"containerStatuses":[{"state":{"waiting":{"reason":"CrashLoopBackOff"}}}]}}"#,
            None,
        );
        check(r#"{"status":{"phase":"Running"}}"#, None);
        check(r#"{"status":{"containerStatuses":[{"state":{"waiting":{"reason":""}}}]}}"#, None);
        check("{}", None);
    }
}
