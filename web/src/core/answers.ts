// Written by `UPDATE_GOLDEN=1 cargo test -p rollscope-core` from crates/rollscope-core/src/report/answer.rs. Not to be changed by hand.

export type Severity = "info" | "warning" | "error";

export type Location = { 
/**
 * Name of the source: a path, `-` for standard input, or what the page calls it.
 */
source: string, 
/**
 * Line, from 1.
 */
line: number, 
/**
 * Column in characters, from 1.
 */
column: number, };

export type Overview = { 
/**
 * What was read, in order.
 */
sources: Array<Source>, 
/**
 * The newest time that stands in any object: the moment of the export as far as it shows.
 */
newestTime: string | null, 
/**
 * The workloads of this page, by namespace, name and kind.
 */
workloads: Array<Workload>, 
/**
 * How many workloads there are in all.
 */
workloadCount: number, 
/**
 * Objects of every kind in the export, by kind.
 */
kinds: Array<KindCount>, 
/**
 * What could not be read, or not as it stands; worst first.
 */
diagnostics: Array<Diagnostic>, 
/**
 * How many diagnostics there are in all.
 */
diagnosticCount: number, };

export type Source = { 
/**
 * A path, `-` for standard input, or what the page calls it.
 */
name: string, 
/**
 * Its size.
 */
bytes: number, 
/**
 * Objects found in it.
 */
objects: number, };

export type KindCount = { 
/**
 * The kind, such as `ReplicaSet`.
 */
kind: string, 
/**
 * How many.
 */
count: number, };

export type Diagnostic = { severity: Severity, code: string, message: string, hint: string | null, location: Location, };

export type State = "stuck" | "failing" | "progressing" | "paused" | "held" | "on-delete" | "zero" | "settled" | "unknown";

export type Workload = { 
/**
 * How the other questions name it: `deployment/shop/web`.
 */
id: string, 
/**
 * `Deployment`, `DaemonSet` or `StatefulSet`.
 */
kind: string, 
/**
 * Its namespace.
 */
namespace: string, 
/**
 * Its name.
 */
name: string, 
/**
 * How far its rollout has come.
 */
state: State, 
/**
 * The same as `kubectl rollout status` says it, or why a pod fails.
 */
stateText: string, 
/**
 * How many revisions its history has.
 */
revisions: number, 
/**
 * The revision whose template is the workload's own; none while a changed template waits for a rollout.
 */
live: number | null, 
/**
 * Images of the live template's containers.
 */
images: Array<string>, 
/**
 * Its pods by the workload's status.
 */
pods: PodCount, 
/**
 * When its newest revision came to be, as far as the export tells.
 */
changed: string | null, 
/**
 * The change-cause of the live revision.
 */
changeCause: string | null, };

export type PodCount = { 
/**
 * Asked for.
 */
desired: number, 
/**
 * Ready.
 */
ready: number, 
/**
 * Of the newest template; none where the export does not tell.
 */
updated: number | null, };

export type History = { 
/**
 * Whose history it is.
 */
workload: Workload, 
/**
 * The revisions of this page.
 */
revisions: Array<Revision>, 
/**
 * How many revisions there are in all.
 */
revisionCount: number, 
/**
 * Whether the workload's template is that of no revision: a change that waits (paused, or not yet seen by the controller).
 */
pending: boolean, 
/**
 * What `kubectl rollout history` prints.
 */
table: string, };

export type Revision = { 
/**
 * Its number; 0 where a ReplicaSet has none.
 */
number: number, 
/**
 * Numbers it had before, oldest first (Deployments only: ControllerRevisions forget theirs).
 */
formerNumbers: number[], 
/**
 * Whether its template is the workload's own.
 */
live: boolean, 
/**
 * The change-cause as recorded.
 */
changeCause: string | null, 
/**
 * The ReplicaSet or ControllerRevision that holds it.
 */
holder: string, 
/**
 * When its holder was created; a reused template keeps its first time.
 */
created: string | null, 
/**
 * Images of its containers.
 */
images: Array<string>, 
/**
 * Its pods, where they are counted by revision.
 */
pods: PodCount | null, 
/**
 * What sets it apart from the next lower number: the first few changes.
 */
changes: Array<ChangeRow>, 
/**
 * How many changes there are in all; none for the lowest number or where a template cannot be read.
 */
changeCount: number | null, };

export type Operation = "added" | "removed" | "changed" | "moved";

export type ChangeRow = { 
/**
 * The field, from the pod template down: `spec.containers[name=web].image`.
 */
path: string, 
/**
 * The first part of the path, under which changes are grouped: `metadata`, `spec`, `spec.containers[name=web]`.
 */
group: string, 
/**
 * The rest of the path.
 */
field: string, 
/**
 * What the change does.
 */
operation: Operation, 
/**
 * The older value in runs of text; empty if added.
 */
before: Array<Run>, 
/**
 * The newer value in runs of text; empty if removed.
 */
after: Array<Run>, };

export type Run = { 
/**
 * The text.
 */
text: string, 
/**
 * Whether the other side lacks it.
 */
changed: boolean, };

export type Diff = { 
/**
 * How the workload is named in questions.
 */
id: string, 
/**
 * The older side: `revision 2`, `live template`, or a file.
 */
from: string, 
/**
 * The newer side.
 */
to: string, 
/**
 * Changes by field.
 */
changes: Array<ChangeRow>, 
/**
 * The two templates as YAML, line by line.
 */
lines: Array<LineRow>, 
/**
 * Which lines stand beside each other in two columns, from the top.
 */
beside: Array<Beside>, 
/**
 * The same in the unified format.
 */
unified: string, 
/**
 * What is to be known of the comparison, such as a list whose keys repeat.
 */
notes: Array<string>, };

export type Beside = { 
/**
 * Line number in the older text.
 */
old: number | null, 
/**
 * Line number in the newer text.
 */
new: number | null, };

export type LineRow = { 
/**
 * `equal`, `delete` or `insert`.
 */
operation: LineOperation, 
/**
 * Line number in the older template, from 1.
 */
old: number | null, 
/**
 * Line number in the newer template, from 1.
 */
new: number | null, 
/**
 * The line in runs of text.
 */
runs: Array<Run>, };

export type LineOperation = "equal" | "delete" | "insert";

export type Outcome = "rolled-back" | "skipped" | "refused";

export type Undo = { 
/**
 * Whose undo it is.
 */
workload: Workload, 
/**
 * How it ends.
 */
outcome: Outcome, 
/**
 * What kubectl prints: `deployment.apps/web rolled back`, or its error.
 */
message: string, 
/**
 * What kubectl warns of on standard error, and what else is to be known before.
 */
warnings: Array<string>, 
/**
 * The revision it goes to.
 */
target: number | null, 
/**
 * Revisions that can be gone to, newest first.
 */
choices: Array<Choice>, 
/**
 * What changes in the pod template.
 */
changes: Array<ChangeRow>, 
/**
 * What changes in the workload's annotations.
 */
annotations: Array<AnnotationRow>, 
/**
 * The commands to type, in order.
 */
commands: Array<string>, 
/**
 * The patch kubectl would send.
 */
patch: Patch | null, 
/**
 * The workload as the undo leaves it, as YAML.
 */
manifest: string | null, 
/**
 * The history as the undo leaves it, lowest number first.
 */
historyAfter: Array<RevisionAfter>, };

export type Choice = { 
/**
 * Its number.
 */
number: number, 
/**
 * Images of its containers.
 */
images: Array<string>, 
/**
 * Its change-cause.
 */
changeCause: string | null, 
/**
 * Whether its template is the workload's own, so that going there changes nothing.
 */
live: boolean, 
/**
 * Whether an undo without `--to-revision` picks it.
 */
default: boolean, };

export type AnnotationRow = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its value now.
 */
before: string | null, 
/**
 * Its value after the undo; none if it is lost.
 */
after: string | null, };

export type Patch = { 
/**
 * Its media type: `application/json-patch+json` or `application/strategic-merge-patch+json`.
 */
mediaType: string, 
/**
 * The patch itself.
 */
body: unknown, };

export type RevisionAfter = { 
/**
 * Its number.
 */
revision: number, 
/**
 * Its change-cause.
 */
changeCause: string | null, 
/**
 * The number it has now, if the undo changes it.
 */
was: number | null, };

export type Progress = { 
/**
 * Bytes that are read.
 */
bytesRead: number, 
/**
 * Bytes that were fed.
 */
bytesTotal: number, 
/**
 * Objects found so far, those already taken included.
 */
objects: number, 
/**
 * Whether all that was fed and ended is read.
 */
done: boolean, };
