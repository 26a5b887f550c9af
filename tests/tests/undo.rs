//! Undo as it really came out: the object that a recorded `kubectl rollout undo` left, and the history after it.

use rollscope_core::Value;
use rollscope_core::history::History;
use rollscope_core::metadata::REVISION;
use rollscope_core::model::WorkloadKind;
use rollscope_core::report::{self, Side};
use rollscope_core::rollout::undo::UndoResult;
use rollscope_core::rollout::{Outcome, undo};
use rollscope_tests::{snapshots, text};

#[test]
fn leaves_the_object_and_the_history_that_a_real_undo_left() {
    let mut compared = 0;
    for snapshot in snapshots() {
        let export = snapshot.export();
        for line in snapshot.lines("undo.jsonl") {
            let workload = text(&line, "workload");
            let (kind, name) = workload.split_once('/').unwrap();
            let kind = WorkloadKind::from_argument(kind).unwrap();
            let object = export.find(kind.name(), text(&line, "namespace"), name).unwrap();
            let history = History::of(&export, kind, object);
            let to_revision = line.get("toRevision").and_then(Value::as_int).unwrap();

            let UndoResult::RolledBack { object, .. } = undo(&history, to_revision, None).result else {
                panic!("{}: {workload} is not rolled back", snapshot.name)
            };
            assert_eq!(object.at(&["spec", "template"]), line.get("template"), "{}: {workload}", snapshot.name);
            if let Some(annotations) = line.get("annotations").filter(|annotations| **annotations != Value::Null) {
                let mut left = object.at(&["metadata", "annotations"]).cloned().unwrap();
                left.as_map_mut().unwrap().remove(REVISION);
                assert_eq!(&left, annotations, "{}: {workload}", snapshot.name);
            }
            let answer = report::undo(&export, &history, to_revision, None, None);
            let rows =
                answer.history_after.iter().map(|row| (row.revision, row.change_cause.clone().unwrap_or_else(|| "<none>".to_owned())));
            assert_eq!(rows.collect::<Vec<_>>(), table(text(&line, "historyAfter")), "{}: {workload}", snapshot.name);
            compared += 1;
        }
    }
    assert!(compared >= 9, "{compared} recorded undos");
}

/// The rows of a recorded table.
fn table(text: &str) -> Vec<(i64, String)> {
    let rows = text.lines().skip(2).filter_map(|line| line.split_once(' '));
    rows.map(|(number, cause)| (number.parse().unwrap(), cause.trim_start().to_owned())).collect()
}

#[test]
fn of_a_revision_against_itself_changes_nothing() {
    for snapshot in snapshots() {
        let export = snapshot.export();
        for (kind, object) in export.workloads() {
            let history = History::of(&export, kind, object);
            for revision in history.listed() {
                let number = revision.number;
                let diff = report::diff(&history, Side::Revision(number), Side::Revision(number)).unwrap();
                assert!(diff.changes.is_empty() && diff.unified.is_empty(), "{}: {} {number}", snapshot.name, diff.id);
            }
            let Some(live) = history.live().filter(|_| history.body.at(&["spec", "paused"]).is_none() && history.revisions.len() > 1)
            else {
                continue;
            };
            let answer = report::undo(&export, &history, live.number, None, None);
            assert_eq!(answer.outcome, Outcome::Skipped, "{}: {}", snapshot.name, answer.workload.id);
            let ending = format!("skipped rollback (current template already matches revision {})", live.number);
            assert!(answer.message.ends_with(&ending), "{}", answer.message);
            assert!(answer.changes.is_empty() && answer.annotations.is_empty() && answer.manifest.is_none());
        }
    }
}

/// A workload with templates told apart by their image, and what holds them.
fn made(kind: &str, live: &str, holders: &[(&str, i64, &str)]) -> rollscope_core::model::Export {
    let template = |image: &str| {
        // An image that ends in `!` stands for a template that a server before 1.34 wrote.
        let (image, old) = image.strip_suffix('!').map_or((image, false), |image| (image, true));
        let mut metadata = serde_json::json!({"labels": {"app": "web"}});
        if old {
            metadata["creationTimestamp"] = serde_json::Value::Null;
        }
        serde_json::json!({"metadata": metadata, "spec": {"containers": [{"name": "web", "image": image}]}})
    };
    let owner = serde_json::json!([{"apiVersion": "apps/v1", "kind": kind, "name": "web", "uid": "u", "controller": true}]);
    let spec = serde_json::json!({"selector": {"matchLabels": {"app": "web"}}, "template": template(live)});
    let mut items = vec![
        serde_json::json!({"apiVersion": "apps/v1", "kind": kind, "metadata": {"name": "web", "namespace": "shop", "uid": "u"}, "spec": spec}),
    ];
    for (index, (name, number, image)) in holders.iter().enumerate() {
        let created = format!("2026-11-20T09:00:{index:02}Z");
        let mut metadata = serde_json::json!({"name": name, "namespace": "shop", "labels": {"app": "web"}, "ownerReferences": owner, "creationTimestamp": created});
        metadata["annotations"] = serde_json::json!({"kubernetes.io/change-cause": name});
        items.push(if kind == "Deployment" {
            metadata["annotations"][REVISION] = serde_json::json!(number.to_string());
            serde_json::json!({"apiVersion": "apps/v1", "kind": "ReplicaSet", "metadata": metadata, "spec": {"template": template(image)}})
        } else {
            let mut template = template(image);
            template["$patch"] = serde_json::json!("replace");
            let data = serde_json::json!({"spec": {"template": template}});
            serde_json::json!({"apiVersion": "apps/v1", "kind": "ControllerRevision", "metadata": metadata, "data": data, "revision": number})
        });
    }
    rollscope_tests::read("made.json", serde_json::json!({"kind": "List", "apiVersion": "v1", "items": items}).to_string().as_bytes())
}

/// What an undo prints behind the name, and the numbers with their causes afterwards.
fn check(kind: &str, live: &str, holders: &[(&str, i64, &str)], to_revision: i64, expected: &str, after: &[(i64, &str)]) {
    let export = made(kind, live, holders);
    let of_kind = WorkloadKind::from_argument(kind).unwrap();
    let history = History::of(&export, of_kind, export.find(kind, "shop", "web").unwrap());
    let answer = report::undo(&export, &history, to_revision, None, None);
    let said = answer.message.trim_start_matches(&format!("{}.apps/web ", kind.to_lowercase())).to_owned();
    assert_eq!(said, expected, "{holders:?}");
    let rows: Vec<_> = answer.history_after.iter().map(|row| (row.revision, row.change_cause.as_deref().unwrap_or("<none>"))).collect();
    assert_eq!(rows, after, "{holders:?}");
}

#[test]
fn of_doubled_numbers_the_hidden_one_comes_back() {
    let holders = [("a", 2, "i:1"), ("b", 2, "i:2"), ("c", 3, "i:3")];
    check("Deployment", "i:3", &holders, 2, "rolled back", &[(2, "b"), (3, "c"), (4, "a")]);
}

#[test]
fn of_a_set_with_one_revision_refuses_only_the_one_before() {
    let one = [("a", 1, "i:1")];
    check("DaemonSet", "i:1", &one, 0, "error: no last revision to roll back to", &[(1, "a")]);
    check("DaemonSet", "i:1", &one, 1, "skipped rollback (current template already matches revision 1)", &[(1, "a")]);
    check("StatefulSet", "i:1", &one, 2, "error: unable to find specified revision 2 in history", &[(1, "a")]);
    check("StatefulSet", "i:1", &[], 1, "error: unable to find specified revision 1 in history", &[]);
}

#[test]
fn of_a_deployment_looks_at_no_negative_number() {
    let holders = [("a", -5, "i:1"), ("b", 3, "i:2")];
    check("Deployment", "i:2", &holders, 0, "error: no rollout history found for deployment \"web\"", &[(-5, "a"), (3, "b")]);
}

#[test]
fn to_a_revision_that_an_older_server_wrote_adds_one() {
    // Recorded: after an upgrade over 1.34 a DaemonSet has one more revision with the same template, and a plain undo goes to the same.
    let upgraded = [("a", 1, "i:1!"), ("b", 2, "i:2!"), ("c", 3, "i:2")];
    check("DaemonSet", "i:2", &upgraded, 0, "rolled back", &[(1, "a"), (2, "b"), (3, "c")]);
    // A StatefulSet gets a new revision beside the old one, without its cause.
    check("StatefulSet", "i:2", &[("a", 1, "i:1!"), ("b", 2, "i:2!")], 1, "rolled back", &[(1, "a"), (2, "b"), (3, "<none>")]);
    // On the old server it is the same revision again.
    check("StatefulSet", "i:2!", &[("a", 1, "i:1!"), ("b", 2, "i:2!")], 1, "rolled back", &[(2, "b"), (3, "a")]);
}
