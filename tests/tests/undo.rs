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
