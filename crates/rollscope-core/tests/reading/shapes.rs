//! The shapes that exports come in.

use rollscope_core::Value;
use rollscope_core::input::Format;

use crate::{bodies, names, read, said};

fn check(text: &str, expected: &[&str]) {
    let reading = read(text);
    let complaints: Vec<_> = said(&reading).into_iter().filter(|line| !line.contains(": info: ")).collect();
    assert_eq!(complaints, [""; 0], "{text}");
    assert_eq!(names(&reading), expected, "{text}");
    for (object, body) in reading.objects.iter().zip(bodies(&reading)) {
        assert_eq!(body.get("kind").and_then(Value::as_str), Some(object.identity.kind.as_str()), "{text}");
        assert_eq!(body.at(&["metadata", "name"]).and_then(Value::as_str), Some(object.identity.name.as_str()), "{text}");
    }
}

#[test]
fn reads_documents() {
    check("kind: A\nmetadata: {name: a}\n", &["A/a"]);
    check("# c\n---\nkind: A\nmetadata: {name: a}\n---\n# c\n---\n---\nkind: B\nmetadata:\n  name: b\n...\n", &["A/a", "B/b"]);
    check("{kind: A, metadata: {name: a}}", &["A/a"]);
    check("---\n{\n  kind: \"A\",\n  metadata: {\n    name: \"a\",\n  },\n}\n", &["A/a"]);
    check("\u{FEFF}kind: A\r\nmetadata:\r\n  name: a\r\n---\r\nkind: B\r\nmetadata:\r\n  name: b\r\n", &["A/a", "B/b"]);
    check("kind: A\rmetadata:\r  name: a\r---\rkind: B\rmetadata:\r  name: b\r", &["A/a", "B/b"]);
}

#[test]
fn reads_lists() {
    let items = "- kind: A\n  metadata: {name: a}\n- kind: B\n  metadata: {name: b}\n";
    check(&format!("apiVersion: v1\nitems:\n{items}kind: List\nmetadata:\n  resourceVersion: ''\n"), &["A/a", "B/b"]);
    check(&format!("kind: List\nitems:\n  {}", items.trim_end().replace('\n', "\n  ")), &["A/a", "B/b"]);
    check("kind: List\nitems: [{kind: A, metadata: {name: a}}, {kind: B, metadata: {name: b}}]", &["A/a", "B/b"]);
    check(items, &["A/a", "B/b"]);
    check("items:\n- kind: List\n  items:\n  - kind: A\n    metadata: {name: a}\nkind: List\n", &["A/a"]);
}

#[test]
fn reads_lists_that_are_empty() {
    for text in [
        "apiVersion: v1\nitems: []\nkind: List\n",
        "apiVersion: v1\nitems: null\nkind: PodList\n",
        r#"{"apiVersion":"v1","items":[],"kind":"List"}"#,
        r#"{"items":null,"kind":"PodList"}"#,
        "[]",
        "# nothing\n---\n",
    ] {
        check(text, &[]);
    }
}

#[test]
fn names_the_items_of_typed_lists() {
    check(
        "kind: ReplicaSetList\napiVersion: apps/v1\nitems:\n- metadata: {name: a}\n- kind: X\n  metadata: {name: b}\n",
        &["ReplicaSet/a", "X/b"],
    );
    check(r#"{"items":[{"metadata":{"name":"a"}}],"kind":"ReplicaSetList","apiVersion":"apps/v1"}"#, &["ReplicaSet/a"]);
    check("{items: [{metadata: {name: a}}], kind: ReplicaSetList}", &["ReplicaSet/a"]);
}

#[test]
fn reads_json_one_value_or_many() {
    check(r#"{"kind":"A","metadata":{"name":"a"}}"#, &["A/a"]);
    check("{\"kind\":\"A\",\"metadata\":{\"name\":\"a\"}}\n{\"kind\":\"B\",\"metadata\":{\"name\":\"b\"}}\n", &["A/a", "B/b"]);
    check(r#"{"kind":"A","metadata":{"name":"a"}}{"kind":"List","items":[{"kind":"B","metadata":{"name":"b"}}]}"#, &["A/a", "B/b"]);
    check(r#" [ {"kind":"A","metadata":{"name":"a"}} , {"kind":"B","metadata":{"name":"b"}} ] "#, &["A/a", "B/b"]);
    check(r#"{"kind": A, "metadata": {name: 'a'}}"#, &["A/a"]);
}

#[test]
fn reads_watch_events() {
    let events = concat!(
        r#"{"type":"ADDED","object":{"kind":"A","metadata":{"name":"a"}}}"#,
        r#"{"type":"BOOKMARK","object":{"kind":"A","metadata":{"resourceVersion":"7"}}}"#,
        r#"{"type":"DELETED","object":{"kind":"A","metadata":{"name":"a"}}}"#,
    );
    check(events, &["A/a", "A/a"]);
    check("object:\n  kind: A\n  metadata: {name: a}\ntype: MODIFIED\n---\nobject: {kind: A}\ntype: BOOKMARK\n", &["A/a"]);
}

#[test]
fn skips_the_logs_of_a_cluster_info_dump() {
    let logs =
        "==== START logs for container c of pod n/p ====\n{\"level\":\"info\"}\n- x: [\n==== END logs for container c of pod n/p ====\n";
    check(
        &format!(
            "{{\"kind\":\"A\",\"metadata\":{{\"name\":\"a\"}}}}\n{logs}{{\"kind\":\"PodList\",\"items\":[{{\"metadata\":{{\"name\":\"b\"}}}}]}}\n"
        ),
        &["A/a", "Pod/b"],
    );
    check(&format!("kind: A\nmetadata:\n  name: a\n{logs}---\nkind: B\nmetadata:\n  name: b\n"), &["A/a", "B/b"]);
}

#[test]
fn reads_items_that_need_each_other() {
    let list =
        "items:\n- kind: A\n  metadata: &m\n    name: a\n- kind: B\n  metadata: *m\n- kind: C\n  metadata: {<<: *m, uid: u}\nkind: List\n";
    check(list, &["A/a", "B/a", "C/a"]);
    assert_eq!(read(list).objects[2].location().to_string(), "f:7:3");
}

#[test]
fn reads_items_that_are_cut_wrongly() {
    check(
        "items:\n- kind: A\n  metadata: {name: a}\n- kind: B\n  metadata: {\nname: b\n}\n- kind: C\n  metadata: {name: c}\nkind: List\n",
        &["A/a", "B/b", "C/c"],
    );
    check("- kind: A\n  metadata: {name: a}\r- kind: B\r  metadata: {name: b}\r", &["A/a", "B/b"]);
}

#[test]
fn keeps_an_object_that_has_items() {
    let text = "kind: KeyList\nmetadata:\n  name: k\nitems:\n- a\n- b\n";
    check(text, &["KeyList/k"]);
    assert_eq!(bodies(&read(text))[0].get("items").and_then(Value::as_list).map(<[Value]>::len), Some(2));
}

#[test]
fn keeps_an_object_that_has_items_and_another_list() {
    check("items:\n- a\n- b\nkind: K\nmetadata:\n  name: k\nothers:\n- c\n", &["K/k"]);
    check("items:\n- kind: A\n  metadata: {name: a}\nkind: List\nothers:\n- c\n", &["A/a"]);
}

#[test]
fn tells_the_format_of_each_source() {
    let format = |text: &str| read(text).sources[0].format;
    assert_eq!(format("a: 1"), Some(Format::Yaml));
    assert_eq!(format("{a: 1}"), Some(Format::Yaml));
    assert_eq!(format("\n{\"a\": 1}"), Some(Format::Json));
    assert_eq!(format(""), None);
    assert_eq!(format("\0\0\0"), None);
}

#[test]
fn reads_yaml_as_kubectl_does() {
    for (text, json) in [
        (
            "a: yes\nb: 012\nc: 1_000\nd: 2001-12-14\ne: 'yes'\nf: .5\ng: 1e3",
            r#"{"a":true,"b":10,"c":1000,"d":"2001-12-14","e":"yes","f":0.5,"g":1000}"#,
        ),
        ("1: a\ntrue: b\n1.50: c\n1e6: d\n? e\n", r#"{"1":"a","1.5":"c","1e+06":"d","e":null,"true":"b"}"#),
        (
            "a: !!str 12\nb: !!int '12'\nc: !!float 3\nd: !local 12\ne: ! 12\nf: !!str",
            r#"{"a":"12","b":12,"c":3,"d":"12","e":"12","f":""}"#,
        ),
        ("a: =\nb: <<\nc: \u{a0}x\u{85}y\nd: a\u{a0}", "{\"a\":\"=\",\"b\":\"<<\",\"c\":\"\u{a0}x\u{85}y\",\"d\":\"a\u{a0}\"}"),
        ("a: 'x\u{2028}    y'", "{\"a\":\"x\u{2028}y\"}"),
        ("x: &x {a: 1, b: 2}\nz: {b: 0, <<: *x, a: 3}", r#"{"x":{"a":1,"b":2},"z":{"a":3,"b":2}}"#),
        ("x: {<<: [{a: 1}, {a: 2, b: 2}]}\n'<<': 1", r#"{"<<":1,"x":{"a":1,"b":2}}"#),
        ("a: .inf\nb: .nan\n.inf: c", r#"{".inf":"c","a":".inf","b":".nan"}"#),
        ("a: # nothing", r#"{"a":null}"#),
        (r#"{"a": 1.0, "b": 1e3}"#, r#"{"a":1.0,"b":1000.0}"#),
    ] {
        let reading = read(identified(text));
        let mut body = bodies(&reading).remove(0);
        let fields = body.as_map_mut().unwrap();
        for added in ["kind", "metadata"] {
            fields.remove(added);
        }
        assert_eq!((serde_json::to_string(&body).unwrap().as_str(), said(&reading)), (json, vec![]), "{text}");
    }
}

#[test]
fn refuses_what_kubectl_refuses() {
    for (text, said) in [
        ("a: 1\n~: 2", "f:2:1: error: not valid YAML: a key is text, a number or a boolean, not null"),
        ("? [a]\n: 2", "f:1:5: error: not valid YAML: a key is text, a number or a boolean, not a list"),
        ("a: !!int x", "f:1:10: error: not valid YAML: \"x\" is no !!int"),
        ("a: &a [*a]", "f:1:8: error: not valid YAML: the anchored value contains itself"),
        ("a: {<<: 1}", "f:1:9: error: not valid YAML: << takes a map or a list of maps, not a number"),
        ("a: *b", "f:1:4: error: not valid YAML: while parsing node, found unknown anchor"),
    ] {
        assert!(crate::said(&read(identified(text))).iter().any(|line| line == said), "{text}");
    }
}

/// The fields of an object that has a kind and a name besides, so that they are read.
fn identified(fields: &str) -> String {
    match fields.strip_suffix('}').filter(|fields| fields.starts_with('{')) {
        Some(json) => json.to_owned() + r#", "kind": "K", "metadata": {"name": "k"}}"#,
        None => fields.to_owned() + "\nkind: K\nmetadata: {name: k}\n",
    }
}
