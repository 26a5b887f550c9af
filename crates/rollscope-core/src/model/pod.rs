//! Whether a pod is up, and why not.

use crate::value::Value;

/// Whether a pod runs and is ready, and nobody deletes it.
pub fn is_ready(pod: &Value) -> bool {
    let status = pod.get("status");
    let runs = status.and_then(|status| status.get("phase")?.as_str()) == Some("Running");
    let ready = status.and_then(|status| condition(status, "Ready")).and_then(|ready| ready.get("status")?.as_str()) == Some("True");
    runs && ready && pod.at(&["metadata", "deletionTimestamp"]).is_none()
}

/// Why a pod cannot start or keeps failing, in the kubelet's or scheduler's own word: `ImagePullBackOff`, `CrashLoopBackOff`, `Unschedulable`.
///
/// `None` for a pod that runs, waits its turn or is being deleted.
pub fn failure(pod: &Value) -> Option<&str> {
    if pod.at(&["metadata", "deletionTimestamp"]).is_some() {
        return None;
    }
    let status = pod.get("status")?;
    let lists = ["initContainerStatuses", "containerStatuses"].into_iter().filter_map(|field| status.get(field)?.as_list());
    lists.flatten().find_map(waiting).or_else(|| unschedulable(status)).or_else(|| failed(status))
}

fn waiting(container: &Value) -> Option<&str> {
    let reason = container.at(&["state", "waiting", "reason"])?.as_str()?;
    (!matches!(reason, "ContainerCreating" | "PodInitializing")).then_some(reason)
}

fn unschedulable(status: &Value) -> Option<&str> {
    let scheduled = condition(status, "PodScheduled")?;
    let refused = scheduled.get("status").and_then(Value::as_str) == Some("False");
    scheduled.get("reason")?.as_str().filter(|reason| refused && *reason == "Unschedulable")
}

fn condition<'a>(status: &'a Value, of_type: &str) -> Option<&'a Value> {
    let conditions = status.get("conditions")?.as_list()?;
    conditions.iter().find(|condition| condition.get("type").and_then(Value::as_str) == Some(of_type))
}

fn failed(status: &Value) -> Option<&str> {
    let failed = status.get("phase").and_then(Value::as_str) == Some("Failed");
    failed.then(|| status.get("reason").and_then(Value::as_str).unwrap_or("Failed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, expected: Option<&str>) {
        let pod: Value = serde_json::from_str(json).unwrap();
        assert_eq!(failure(&pod), expected, "{json}");
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
    }

    #[test]
    fn a_pod_that_is_on_its_way_does_not_fail() {
        check(r#"{"status":{"containerStatuses":[{"state":{"waiting":{"reason":"ContainerCreating"}}}]}}"#, None);
        check(
            r#"{"metadata":{"deletionTimestamp":"x"},"status":{"containerStatuses":[{"state":{"waiting":{"reason":"CrashLoopBackOff"}}}]}}"#,
            None,
        );
        check(r#"{"status":{"phase":"Running"}}"#, None);
        check("{}", None);
    }
}
