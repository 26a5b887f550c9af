//! Input that is broken, hostile or odd: it is named with its place, and nothing else is hidden by it.

use rollscope_core::history::History;
use rollscope_core::model::{Export, WorkloadKind};
use rollscope_core::report::kubectl::rollout;
use rollscope_core::rollout::{Assessment, State};
use rollscope_core::{Diagnostic, Value, report};
use rollscope_tests::read;

/// A Deployment and its ReplicaSet, as two documents.
const GOOD: &str = "\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  uid: u-web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - image: nginx:1
        name: web
---
apiVersion: apps/v1
kind: ReplicaSet
metadata:
  annotations:
    deployment.kubernetes.io/revision: \"1\"
    kubernetes.io/change-cause: first
  labels:
    app: web
    pod-template-hash: abc
  name: web-abc
  namespace: shop
  ownerReferences:
  - controller: true
    kind: Deployment
    name: web
    uid: u-web
  uid: u-web-abc
spec:
  template:
    metadata:
      labels:
        app: web
        pod-template-hash: abc
    spec:
      containers:
      - image: nginx:1
        name: web
";

const TABLE: &str = "deployment.apps/web \nREVISION  CHANGE-CAUSE\n1         first\n\n";

/// Every diagnostic of reading and of the histories, as `line:column code`.
fn diagnostics(export: &Export) -> Vec<String> {
    let line =
        |diagnostic: &Diagnostic| format!("{}:{} {}", diagnostic.location.line, diagnostic.location.column, diagnostic.problem.code());
    let of_histories = export.workloads().into_iter().flat_map(|(kind, object)| History::of(export, kind, object).diagnostics);
    export.diagnostics().iter().chain(&of_histories.collect::<Vec<_>>()).map(line).collect()
}

fn table(export: &Export) -> String {
    let web = export.find("Deployment", "shop", "web").expect("the good Deployment is still there");
    rollout::history_table(&History::of(export, WorkloadKind::Deployment, web))
}

/// The good objects are shown, and exactly these diagnostics are given.
fn check(bytes: &[u8], expected: &[&str]) {
    let export = read("all.yaml", bytes);
    assert_eq!(diagnostics(&export), expected);
    assert_eq!(table(&export), TABLE);
}

/// `GOOD` as the items of a List, with another item between.
fn list_with(item: &str) -> String {
    let indented = |document: &str| {
        let lines =
            document.lines().enumerate().map(|(index, line)| if index == 0 { format!("- {line}\n") } else { format!("  {line}\n") });
        lines.collect::<String>()
    };
    let (first, second) = GOOD.split_once("---\n").unwrap();
    format!("apiVersion: v1\nitems:\n{}{item}{}kind: List\n", indented(first), indented(second))
}

#[test]
fn good_input_gives_no_diagnostic() {
    check(GOOD.as_bytes(), &[]);
    check(list_with("").as_bytes(), &[]);
    check(GOOD.replace('\n', "\r\n").as_bytes(), &["1:20 carriage-returns"]);
}

#[test]
fn a_source_with_nothing_to_read_says_so() {
    for (bytes, code) in [(&b""[..], "empty-source"), (b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00", "binary")] {
        let export = read("all.yaml", bytes);
        assert_eq!(diagnostics(&export), [format!("1:1 {code}")]);
        assert_eq!(report::overview(&export).workload_count, 0);
    }
}

#[test]
fn a_broken_document_hides_no_other() {
    check(format!("{GOOD}---\nkind: Deployment\n  broken: [\n---\n{}", GOOD.replace("web", "api")).as_bytes(), &["49:9 syntax"]);
}

#[test]
fn a_wrong_item_of_a_list_hides_no_other() {
    check(list_with("- just text\n").as_bytes(), &["21:3 not-an-object"]);
    check(list_with("- kind: Pod\n  metadata: {name: [}\n").as_bytes(), &["22:20 syntax"]);
}

#[test]
fn a_truncated_export_keeps_what_is_complete() {
    let list = list_with("");
    let cut = list.rfind("ownerReferences:").unwrap();
    let export = read("all.yaml", &list.as_bytes()[..cut]);
    let web = export.find("Deployment", "shop", "web").unwrap();
    assert_eq!(web.body().unwrap().at(&["spec", "template", "spec", "containers"]).and_then(Value::as_list).map(<[Value]>::len), Some(1));
    let place = format!("{}:5 cut-off", list[..cut].lines().count());
    assert_eq!(diagnostics(&export), [place]);
}

#[test]
fn a_replica_set_with_an_odd_revision_is_handled_as_kubectl_does() {
    let other = |revision: &str| {
        let replica_set =
            GOOD.split_once("---\n").unwrap().1.replace("web-abc", "web-xyz").replace("nginx:1", "nginx:2").replace("first", "second");
        format!("{GOOD}---\n{}", replica_set.replace("    deployment.kubernetes.io/revision: \"1\"\n", revision))
    };
    let cases = [
        ("", "0         second\n1         first\n", "51:3 revision-missing"),
        ("    deployment.kubernetes.io/revision: abc\n", "1         first\n", "52:5 revision-not-a-number"),
        ("    deployment.kubernetes.io/revision: \"1\"\n", "1         first\n", "52:5 revision-doubled"),
    ];
    for (revision, rows, diagnostic) in cases {
        let export = read("all.yaml", other(revision).as_bytes());
        assert_eq!(table(&export), format!("deployment.apps/web \nREVISION  CHANGE-CAUSE\n{rows}\n"));
        assert_eq!(diagnostics(&export), [diagnostic]);
    }
}

#[test]
fn a_controller_revision_without_a_template_is_listed_all_the_same() {
    let set = GOOD.split_once("---\n").unwrap().0.replace("Deployment", "DaemonSet");
    let revision = "apiVersion: apps/v1\nkind: ControllerRevision\ndata: text\nmetadata:\n  name: web-1\n  namespace: shop\n  labels: {app: web}\n  \
                    ownerReferences:\n  - {controller: true, kind: DaemonSet, name: web, uid: u-web}\nrevision: 1\n";
    let export = read("all.yaml", format!("{GOOD}---\n{set}---\n{revision}").as_bytes());
    let web = export.find("DaemonSet", "shop", "web").unwrap();
    let history = History::of(&export, WorkloadKind::DaemonSet, web);
    assert_eq!(rollout::history_table(&history), "daemonset.apps/web \nREVISION  CHANGE-CAUSE\n1         <none>\n\n");
    assert_eq!(diagnostics(&export), ["69:1 revision-data"]);
    let refused = rollout::revision(&history, 1, "1.36".parse().unwrap()).unwrap_err();
    assert_eq!(refused.to_string(), "unable to parse history web-1");
}

#[test]
fn an_object_that_was_read_twice_counts_once_in_its_newest_state() {
    let newer = GOOD.replace("uid: u-web-abc", "resourceVersion: \"20\"\n  uid: u-web-abc").replace("first", "newer");
    let older = GOOD.replace("uid: u-web-abc", "resourceVersion: \"9\"\n  uid: u-web-abc");
    for both in [format!("{newer}---\n{older}"), format!("{older}---\n{newer}")] {
        let export = read("all.yaml", both.as_bytes());
        assert_eq!(table(&export), TABLE.replace("first", "newer"));
        // Both objects are there twice; one note is enough to say so.
        let [line] = diagnostics(&export).try_into().unwrap();
        assert!(line.ends_with(":1 read-twice"), "{line}");
    }
}

#[test]
fn an_object_that_a_watch_saw_deleted_is_gone_in_whatever_order_the_events_come() {
    let event = |what: &str, version: u32, name: &str| {
        let metadata = serde_json::json!({"name": name, "namespace": "shop", "uid": name, "resourceVersion": version.to_string()});
        serde_json::json!({"type": what, "object": {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": metadata}}).to_string()
    };
    let mut events = [event("ADDED", 1, "web"), event("MODIFIED", 2, "web"), event("DELETED", 3, "web"), event("ADDED", 4, "api")];
    for _ in 0..events.len() {
        events.rotate_left(1);
        let export = read("watch.ndjson", events.join("\n").as_bytes());
        let names: Vec<_> = export.workloads().iter().map(|(_, object)| object.identity.name.clone()).collect();
        assert_eq!(names, ["api"], "{events:?}");
    }
}

#[test]
fn kinds_of_other_groups_with_the_same_names_are_kept_apart() {
    let foreign = "---\napiVersion: apps.kruise.io/v1beta1\nkind: Deployment\nmetadata: {name: web, namespace: shop, uid: k, creationTimestamp: \"2026-11-20T09:00:00Z\"}\n";
    check(format!("{GOOD}{foreign}").as_bytes(), &[]);
    check(format!("{}---\n{GOOD}", foreign.trim_start_matches("---\n")).as_bytes(), &[]);
}

#[test]
fn a_pod_of_an_older_revision_that_is_over_holds_nothing_up() {
    let pod = |name: &str, status: &str| {
        format!(
            "---\napiVersion: v1\nkind: Pod\nmetadata: {{name: {name}-x, namespace: shop, ownerReferences: [{{controller: true, kind: ReplicaSet, \
             name: {name}, uid: u-{name}}}]}}\nstatus: {status}\n"
        )
    };
    let newer = GOOD.split_once("---\n").unwrap().1.replace("web-abc", "web-xyz").replace("revision: \"1\"", "revision: \"2\"");
    let status = "status: {replicas: 2, updatedReplicas: 1, availableReplicas: 1}\n---\n";
    let both = format!("{}---\n{newer}", GOOD.replacen("---\n", status, 1));
    let state = |old: &str, new: &str| {
        let export = read("all.yaml", format!("{both}{}{}", pod("web-abc", old), pod("web-xyz", new)).as_bytes());
        let web = export.find("Deployment", "shop", "web").unwrap();
        let assessment = Assessment::of(&export, &History::of(&export, WorkloadKind::Deployment, web));
        (assessment.state, assessment.text)
    };
    let evicted = "{phase: Failed, reason: Evicted}";
    assert_eq!(state(evicted, "{phase: Pending}").0, State::Progressing);
    assert_eq!(state("{phase: Running}", evicted), (State::Failing, "Evicted in revision 2".to_owned()));
}
