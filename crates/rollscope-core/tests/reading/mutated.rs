//! Whatever happens to the bytes of an export: reading ends, and what was read can be used.

use proptest::prelude::*;
use rollscope_core::Limits;
use rollscope_core::input::Session;

const YAML: &str = "apiVersion: v1\nitems:\n- apiVersion: apps/v1\n  kind: ReplicaSet\n  metadata:\n    annotations:\n      deployment.kubernetes.io/revision: \"2\"\n      text: |-\n        - a\n         b\n    labels: {app: 'web', \"x\": y}\n    name: web-1\n  spec:\n    template:\n      spec:\n        containers:\n        - args: [\"a\\tb\", &x c, *x]\n          image: nginx:1.19 # c\n          name: web\n- kind: Pod\n  metadata:\n    name: p\n    <<: {uid: u}\nkind: List\n---\nkind: Pod\nmetadata: {name: q}\n...\n";
const JSON: &str = "{\n  \"apiVersion\": \"v1\",\n  \"items\": [\n    {\n      \"kind\": \"Pod\",\n      \"metadata\": {\"name\": \"p\\u00e4\", \"labels\": {\"a\": \"\\\"}\"}},\n      \"spec\": [1, -2.5e3, true, null]\n    },\n    {\n      \"kind\": \"Pod\", \"metadata\": {\"name\": \"q\"}\n    }\n  ],\n  \"kind\": \"List\"\n}\n{\"type\":\"ADDED\",\"object\":{\"kind\":\"Pod\",\"metadata\":{\"name\":\"r\"}}}\n[{\"kind\":\"Pod\",\"metadata\":{\"name\":\"s\"}}]\n";

/// One change to some bytes; positions are taken modulo the length.
#[derive(Clone, Debug)]
enum Change {
    Set(usize, u8),
    Insert(usize, &'static str),
    Remove(usize, usize),
    Repeat(usize, usize, usize),
    CutOff(usize),
}

fn change() -> impl Strategy<Value = Change> {
    let pieces = [
        "\n", "- ", "---\n", "{", "}", "[", "]", "\"", "'", ": ", "\t", "&a ", "*a", "!!int ", "\r", "#", "|", "items:\n", "\u{85}",
        "\u{feff}", "<<: ", "\\u",
    ];
    prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        (any::<usize>(), prop::sample::select(pieces.to_vec())).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (any::<usize>(), 1..60_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        (any::<usize>(), 1..60_usize, 1..40_usize).prop_map(|(at, length, times)| Change::Repeat(at, length, times)),
        any::<usize>().prop_map(Change::CutOff),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    let length = bytes.len();
    let end = |at: usize, count: usize| (at + count).min(length);
    if length == 0 {
        return;
    }
    match *change {
        Change::Set(at, byte) => bytes[at % length] = byte,
        Change::Insert(at, piece) => drop(bytes.splice(at % length..at % length, piece.bytes())),
        Change::Remove(at, count) => drop(bytes.drain(at % length..end(at % length, count))),
        Change::Repeat(at, count, times) => {
            let piece = bytes[at % length..end(at % length, count)].repeat(times);
            drop(bytes.splice(at % length..at % length, piece));
        }
        Change::CutOff(at) => bytes.truncate(at % length),
    }
}

/// Reads in small steps and uses everything that a reading offers.
fn check(bytes: &[u8]) {
    let limits = Limits { depth: 20, aliases: 1_000, ..Limits::default() };
    let mut session = Session::new(limits);
    session.begin("f");
    session.feed(bytes);
    session.end();
    let mut steps = 0;
    while !session.step(64).done {
        steps += 1;
        assert!(steps <= bytes.len() + 10, "reading goes on and on");
    }
    let reading = session.take();
    for object in &reading.objects {
        let body = object.body().unwrap();
        assert_eq!(body.at(&["metadata", "name"]).and_then(|name| name.as_str()), Some(object.identity.name.as_str()));
        let (start, name) = (object.location(), object.locate(&["metadata", "name"]));
        assert!(start.line >= 1 && name.line >= 1);
    }
    for diagnostic in &reading.diagnostics {
        assert!(diagnostic.location.line <= bytes.len() + 1);
        serde_json::to_string(diagnostic).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reading_ends_without_a_panic(json in any::<bool>(), changes in prop::collection::vec(change(), 0..8)) {
        let mut bytes = if json { JSON } else { YAML }.as_bytes().to_vec();
        for change in &changes {
            apply(&mut bytes, change);
        }
        check(&bytes);
    }

    #[test]
    fn reading_noise_ends_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check(&bytes);
    }
}
