//! The command line against what a real kubectl printed: standard output, standard error and exit status of every recorded command.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests run the command line")]

use std::process::Command;

use rollscope_core::Value;
use rollscope_tests::{Snapshot, snapshots, text, without_addresses};

#[test]
fn says_what_kubectl_said() {
    let mut compared = 0;
    for snapshot in snapshots() {
        for line in snapshot.lines("history.jsonl") {
            check(&snapshot, &line);
            compared += 1;
        }
    }
    assert!(compared > 150, "{compared} recorded commands");
}

fn check(snapshot: &Snapshot, line: &Value) {
    let command = text(line, "cmd");
    let mut rollscope = Command::new(env!("CARGO_BIN_EXE_rollscope"));
    rollscope.arg("-f").arg(snapshot.export_file());
    rollscope.args(["--now", text(line, "time"), "--kubectl-version", text(line, "kubectl")]);
    let output = rollscope.args(command.split(' ').skip(1)).output().unwrap();
    let [stdout, stderr] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    let place = format!("{}: {command}", snapshot.name);
    assert_eq!(without_addresses(&stdout), without_addresses(text(line, "stdout")), "{place}");
    assert_eq!(stderr.trim_end(), text(line, "stderr").trim_end(), "{place}");
    assert_eq!(output.status.code().map(i64::from), line.get("status").and_then(Value::as_int), "{place}");
}
