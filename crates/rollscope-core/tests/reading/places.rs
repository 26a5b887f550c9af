//! Where things stand in their source.

use crate::read;

fn check(text: &str, places: &[(&[&str], &str)]) {
    let reading = read(text);
    let object = &reading.objects[0];
    for (path, place) in places {
        let found = if path.is_empty() { object.location() } else { object.locate(path) };
        assert_eq!(found.to_string(), format!("f:{place}"), "{path:?} in {text}");
    }
}

#[test]
fn finds_fields_of_a_document() {
    check(
        "# ü\n---\nkind: A\nmetadata:\n  name: a\n  annotations: {ü: 1, a.b/c: x}\nspec:\n- x: 1\n- x: 2\n  1: y\n",
        &[
            (&[], "3:1"),
            (&["metadata", "name"], "5:3"),
            (&["metadata", "annotations", "a.b/c"], "6:23"),
            (&["metadata", "annotations", "missing"], "6:3"),
            (&["missing", "name"], "3:1"),
            (&["spec", "1", "x"], "9:3"),
            (&["spec", "1", "1"], "10:3"),
        ],
    );
}

#[test]
fn finds_fields_of_an_item() {
    let list = "kind: List\nitems:\n- kind: X\n  metadata: {name: x}\n-\n  kind: A\n  metadata:\n    name: a\n";
    let reading = read(list);
    let object = &reading.objects[1];
    assert_eq!(object.location().to_string(), "f:6:3");
    assert_eq!(object.locate(&["metadata", "name"]).to_string(), "f:8:5");
    assert_eq!(object.locate(&["spec"]).to_string(), "f:6:3");
}

#[test]
fn finds_fields_of_json() {
    check(
        "{\n  \"kind\": \"List\",\n  \"items\": [\n    {\"kind\": \"A\", \"metadata\": {\n\t\"name\": \"a\"}}\n  ]\n}",
        &[(&[], "4:5"), (&["metadata"], "4:19"), (&["metadata", "name"], "5:2"), (&["spec"], "4:5")],
    );
    check(r#"{"type":"ADDED","object":{"kind":"A","metadata":{"name":"a"}}}"#, &[(&[], "1:17"), (&["metadata", "name"], "1:50")]);
}

#[test]
fn finds_fields_of_a_list_in_flow_style() {
    check("{kind: List, items: [{kind: A, metadata: {name: a}}]}", &[(&[], "1:22"), (&["metadata", "name"], "1:43")]);
}
