//! The answers as data: what the page, `-o json` and the library give. Serialized in camelCase; times are RFC 3339 in UTC.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::diff::Beside;
use crate::rollout::{Outcome, State};
use crate::value::Value;

/// What an export holds: the first answer to ask for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Overview {
    /// What was read, in order.
    pub sources: Vec<Source>,
    /// The newest time that stands in any object: the moment of the export as far as it shows.
    pub newest_time: Option<String>,
    /// The workloads of this page, by namespace, name and kind.
    pub workloads: Vec<Workload>,
    /// How many workloads there are in all.
    #[cfg_attr(test, ts(type = "number"))]
    pub workload_count: usize,
    /// Objects of every kind in the export, by kind.
    pub kinds: Vec<KindCount>,
    /// What could not be read, or not as it stands; worst first.
    #[cfg_attr(test, ts(type = "Array<Diagnostic>"))]
    pub diagnostics: Vec<Diagnostic>,
    /// How many diagnostics there are in all.
    #[cfg_attr(test, ts(type = "number"))]
    pub diagnostic_count: usize,
}

impl Overview {
    /// The same with only `limit` of the workloads, from `offset` on.
    pub fn page(&self, offset: usize, limit: usize) -> Self {
        Self { workloads: self.workloads.iter().skip(offset).take(limit).cloned().collect(), ..self.clone() }
    }
}

/// One thing that was read.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Source {
    /// A path, `-` for standard input, or what the page calls it.
    pub name: String,
    /// Its size.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes: usize,
    /// Objects found in it.
    #[cfg_attr(test, ts(type = "number"))]
    pub objects: usize,
}

/// How many objects of a kind were read.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct KindCount {
    /// The kind, such as `ReplicaSet`.
    pub kind: String,
    /// How many.
    #[cfg_attr(test, ts(type = "number"))]
    pub count: usize,
}

/// A workload in a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Workload {
    /// How the other questions name it: `deployment/shop/web`.
    pub id: String,
    /// `Deployment`, `DaemonSet` or `StatefulSet`.
    pub kind: String,
    /// Its namespace.
    pub namespace: String,
    /// Its name.
    pub name: String,
    /// How far its rollout has come.
    pub state: State,
    /// The same as `kubectl rollout status` says it, or why a pod fails.
    pub state_text: String,
    /// How many revisions its history has.
    #[cfg_attr(test, ts(type = "number"))]
    pub revisions: usize,
    /// The revision whose template is the workload's own; none while a changed template waits for a rollout.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub live: Option<i64>,
    /// Images of the live template's containers.
    pub images: Vec<String>,
    /// Its pods by the workload's status.
    pub pods: PodCount,
    /// When its newest revision came to be, as far as the export tells.
    pub changed: Option<String>,
    /// The change-cause of the live revision.
    pub change_cause: Option<String>,
}

/// Pods asked for and there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PodCount {
    /// Asked for.
    #[cfg_attr(test, ts(type = "number"))]
    pub desired: i64,
    /// Ready.
    #[cfg_attr(test, ts(type = "number"))]
    pub ready: i64,
    /// Of the newest template; none where the export does not tell.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub updated: Option<i64>,
}

/// The revisions of a workload, newest number first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct History {
    /// Whose history it is.
    pub workload: Workload,
    /// The revisions of this page.
    pub revisions: Vec<Revision>,
    /// How many revisions there are in all.
    #[cfg_attr(test, ts(type = "number"))]
    pub revision_count: usize,
    /// Whether the workload's template is that of no revision: a change that waits (paused, or not yet seen by the controller).
    pub pending: bool,
    /// What `kubectl rollout history` prints.
    pub table: String,
}

impl History {
    /// The same with only `limit` of the revisions, from `offset` on.
    pub fn page(&self, offset: usize, limit: usize) -> Self {
        Self { revisions: self.revisions.iter().skip(offset).take(limit).cloned().collect(), ..self.clone() }
    }
}

/// One revision of a workload.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Revision {
    /// Its number; 0 where a ReplicaSet has none.
    #[cfg_attr(test, ts(type = "number"))]
    pub number: i64,
    /// Numbers it had before, oldest first (Deployments only: ControllerRevisions forget theirs).
    #[cfg_attr(test, ts(type = "number[]"))]
    pub former_numbers: Vec<i64>,
    /// Whether its template is the workload's own.
    pub live: bool,
    /// The change-cause as recorded.
    pub change_cause: Option<String>,
    /// The ReplicaSet or ControllerRevision that holds it.
    pub holder: String,
    /// When its holder was created; a reused template keeps its first time.
    pub created: Option<String>,
    /// Images of its containers.
    pub images: Vec<String>,
    /// Its pods, where they are counted by revision.
    pub pods: Option<PodCount>,
    /// What sets it apart from the next lower number: the first few changes.
    pub changes: Vec<ChangeRow>,
    /// How many changes there are in all; none for the lowest number or where a template cannot be read.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub change_count: Option<usize>,
}

/// What a change does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Operation {
    /// Only the newer template has it.
    Added,
    /// Only the older template has it.
    Removed,
    /// Both have it, with other values.
    Changed,
    /// Both have it, at another place in its list.
    Moved,
}

/// One change between two templates.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ChangeRow {
    /// The field, from the pod template down: `spec.containers[name=web].image`.
    pub path: String,
    /// The first part of the path, under which changes are grouped: `metadata`, `spec`, `spec.containers[name=web]`.
    pub group: String,
    /// The rest of the path.
    pub field: String,
    /// What the change does.
    pub operation: Operation,
    /// The older value in runs of text; empty if added.
    pub before: Vec<Run>,
    /// The newer value in runs of text; empty if removed.
    pub after: Vec<Run>,
}

/// A piece of text, and whether it differs from the other side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Run {
    /// The text.
    pub text: String,
    /// Whether the other side lacks it.
    pub changed: bool,
}

/// The differences of two revisions.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Diff {
    /// How the workload is named in questions.
    pub id: String,
    /// The older side: `revision 2`, `live template`, or a file.
    pub from: String,
    /// The newer side.
    pub to: String,
    /// Changes by field.
    pub changes: Vec<ChangeRow>,
    /// The two templates as YAML, line by line.
    pub lines: Vec<LineRow>,
    /// Which lines stand beside each other in two columns, from the top.
    pub beside: Vec<Beside>,
    /// The same in the unified format.
    pub unified: String,
    /// What is to be known of the comparison, such as a list whose keys repeat.
    pub notes: Vec<String>,
}

/// A line of two templates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LineRow {
    /// `equal`, `delete` or `insert`.
    pub operation: LineOperation,
    /// Line number in the older template, from 1.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub old: Option<usize>,
    /// Line number in the newer template, from 1.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub new: Option<usize>,
    /// The line in runs of text.
    pub runs: Vec<Run>,
}

/// Which side has a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum LineOperation {
    /// Both.
    Equal,
    /// The older one.
    Delete,
    /// The newer one.
    Insert,
}

/// What an undo would do.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Undo {
    /// Whose undo it is.
    pub workload: Workload,
    /// How it ends.
    pub outcome: Outcome,
    /// What kubectl prints: `deployment.apps/web rolled back`, or its error.
    pub message: String,
    /// What kubectl warns of on standard error, and what else is to be known before.
    pub warnings: Vec<String>,
    /// The revision it goes to.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub target: Option<i64>,
    /// Revisions that can be gone to, newest first.
    pub choices: Vec<Choice>,
    /// What changes in the pod template.
    pub changes: Vec<ChangeRow>,
    /// What changes in the workload's annotations.
    pub annotations: Vec<AnnotationRow>,
    /// The commands to type, in order.
    pub commands: Vec<String>,
    /// The patch kubectl would send.
    pub patch: Option<Patch>,
    /// The workload as the undo leaves it, as YAML.
    pub manifest: Option<String>,
    /// The history as the undo leaves it, lowest number first.
    pub history_after: Vec<RevisionAfter>,
}

/// A revision that an undo can go to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Choice {
    /// Its number.
    #[cfg_attr(test, ts(type = "number"))]
    pub number: i64,
    /// Images of its containers.
    pub images: Vec<String>,
    /// Its change-cause.
    pub change_cause: Option<String>,
    /// Whether its template is the workload's own, so that going there changes nothing.
    pub live: bool,
    /// Whether an undo without `--to-revision` picks it.
    pub default: bool,
}

/// An annotation of the workload that an undo changes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AnnotationRow {
    /// Its name.
    pub name: String,
    /// Its value now.
    pub before: Option<String>,
    /// Its value after the undo; none if it is lost.
    pub after: Option<String>,
}

/// A patch as kubectl sends it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Patch {
    /// Its media type: `application/json-patch+json` or `application/strategic-merge-patch+json`.
    pub media_type: String,
    /// The patch itself.
    #[cfg_attr(test, ts(type = "unknown"))]
    pub body: Value,
}

/// A revision after an undo.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RevisionAfter {
    /// Its number.
    #[cfg_attr(test, ts(type = "number"))]
    pub revision: i64,
    /// Its change-cause.
    pub change_cause: Option<String>,
    /// The number it has now, if the undo changes it.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub was: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{DiagnosticData, Location, Severity};
    use crate::input::Progress;
    use ts_rs::{Config, TS};

    /// `web/src/core/answers.ts` is this file in TypeScript: UPDATE_GOLDEN=1 writes it anew, as it does every golden file.
    #[test]
    fn types_of_the_page_are_those_of_the_core() {
        let config = Config::new();
        let mut text = String::from(
            "// Written by `UPDATE_GOLDEN=1 cargo test -p rollscope-core` from crates/rollscope-core/src/report/answer.rs. Not to be changed by hand.\n",
        );
        macro_rules! declare {
            ($($name:ty),*) => {
                $(text.push_str(&format!("\nexport {}\n", <$name as TS>::decl(&config)));)*
            };
        }
        declare!(
            Severity,
            Location,
            Overview,
            Source,
            KindCount,
            DiagnosticData,
            State,
            Workload,
            PodCount,
            History,
            Revision,
            Operation,
            ChangeRow,
            Run,
            Diff,
            Beside,
            LineRow,
            LineOperation,
            Outcome,
            Undo,
            Choice,
            AnnotationRow,
            Patch,
            RevisionAfter,
            Progress
        );
        crate::testing::check_golden(&crate::testing::root().join("web/src/core/answers.ts"), &text);
    }
}
