//! History as kubectl prints it, for every workload of every recorded snapshot.

use rollscope_core::history::History;
use rollscope_core::model::{Export, WorkloadKind};
use rollscope_core::report::kubectl::rollout;
use rollscope_tests::{Snapshot, snapshots, text, without_addresses};

#[test]
fn tables_are_kubectls() {
    check(|command| command.contains('/') && !command.contains("--revision"));
}

#[test]
fn pod_templates_of_revisions_are_kubectls() {
    check(|command| command.contains("--revision"));
}

/// Holds what is recorded for the commands that `wanted` takes against the answers of the core.
fn check(wanted: impl Fn(&str) -> bool) {
    let mut compared = 0;
    for snapshot in snapshots() {
        let export = snapshot.export();
        for line in snapshot.lines("history.jsonl").iter().filter(|line| wanted(text(line, "cmd"))) {
            let command = text(line, "cmd");
            let version = text(line, "kubectl").parse().unwrap();
            let (history, revision) = asked(&snapshot, &export, command);
            let answer = match revision {
                None => Ok(rollout::history_table(&history)),
                Some(number) => rollout::revision(&history, number, version),
            };
            let (stdout, stderr) = match answer {
                Ok(text) => (text, String::new()),
                Err(error) => (String::new(), format!("error: {error}\n")),
            };
            assert_eq!(without_addresses(&stdout), without_addresses(text(line, "stdout")), "{}: {command}", snapshot.name);
            assert_eq!(stderr.trim_end(), text(line, "stderr").trim_end(), "{}: {command}", snapshot.name);
            compared += 1;
        }
    }
    assert!(compared > 50, "{compared} recorded commands");
}

/// The workload and the revision of `kubectl rollout history KIND/NAME -n NAMESPACE [--revision=N]`.
fn asked<'a>(snapshot: &Snapshot, export: &'a Export, command: &str) -> (History<'a>, Option<i64>) {
    let words: Vec<_> = command.split(' ').collect();
    let [_, _, _, workload, _, namespace, rest @ ..] = words.as_slice() else { panic!("{command}") };
    let (kind, name) = workload.split_once('/').unwrap();
    let kind = WorkloadKind::from_argument(kind).unwrap();
    let object = export.find(kind.name(), namespace, name).unwrap_or_else(|| panic!("{}: {workload}", snapshot.name));
    let revision = rest.first().map(|word| word.trim_start_matches("--revision=").parse().unwrap());
    (History::of(export, kind, object), revision)
}
