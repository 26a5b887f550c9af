//! Input that is broken, hostile or of another encoding: it is reported, ends soon, and hides nothing good beside it.

use rollscope_core::Limits;
use rollscope_core::input::Session;

use crate::{names, read, said};

fn check(input: impl AsRef<[u8]>, objects: &[&str], expected: &[&str]) {
    let reading = read(input);
    assert_eq!((names(&reading), said(&reading)), (owned(objects), owned(expected)));
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

fn pod(name: &str) -> String {
    format!("kind: Pod\nmetadata:\n  name: {name}\n")
}

fn item(name: &str) -> String {
    format!("- kind: Pod\n  metadata:\n    name: {name}\n")
}

#[test]
fn says_that_a_file_is_empty() {
    check("", &[], &["f:1:1: error: the file is empty"]);
    check(" \n\n", &[], &["f:1:1: error: the file is empty"]);
}

#[test]
fn says_that_a_file_is_no_text() {
    check(b"\x7fELF\x02\x01\x01\0\0\0\0", &[], &["f:1:1: error: this is binary data, not text"]);
    check(b"\x1f\x8b\x08\0\0\0\0\0", &[], &["f:1:1: error: this is a gzip archive, not text"]);
    let noise: Vec<u8> = (0..200_000_u32).map(|index| (index.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    check(noise, &[], &["f:1:1: error: this is binary data, not text"]);
}

#[test]
fn says_that_text_is_no_export() {
    check("hello\n", &[], &["f:1:1: error: expected an object, found a string"]);
    check("replicas: 3\nimage: nginx\n", &[], &["f:1:1: error: the object has no kind"]);
}

#[test]
fn keeps_good_documents_beside_a_broken_one() {
    let documents: Vec<String> =
        (0..11).map(|index| if index == 4 { "kind: [\nmetadata:\n".to_owned() } else { pod(&format!("p{index}")) }).collect();
    check(
        documents.join("---\n"),
        &["Pod/p0", "Pod/p1", "Pod/p2", "Pod/p3", "Pod/p5", "Pod/p6", "Pod/p7", "Pod/p8", "Pod/p9", "Pod/p10"],
        &["f:17:7: error: not valid YAML: unclosed bracket '['"],
    );
}

#[test]
fn keeps_good_items_beside_a_wrong_one() {
    for (wrong, said) in [
        ("- text\n", "f:5:3: error: expected an object, found a string"),
        ("-\n", "f:5:1: error: expected an object, found null"),
        ("- [1]\n", "f:5:4: error: expected an object, found a number"),
        ("- metadata: {name: x}\n", "f:5:3: error: the object has no kind"),
        ("- kind: Pod\n", "f:5:3: error: the object has no metadata.name"),
        ("- kind: Pod\n  metadata: {name: 1}\n", "f:5:3: error: metadata.name is a number, not a string"),
    ] {
        check(format!("items:\n{}{wrong}{}kind: List\n", item("a"), item("b")), &["Pod/a", "Pod/b"], &[said]);
    }
    check(
        r#"{"kind":"List","items":[null,{"kind":"Pod","metadata":{"name":"a"}},{"kind":"Pod"}]}"#,
        &["Pod/a"],
        &["f:1:25: error: expected an object, found null", "f:1:69: error: the object has no metadata.name"],
    );
}

#[test]
fn keeps_good_items_beside_a_broken_one() {
    for (broken, said) in [
        ("- kind: Pod\n  metadata: {name: x\n", "6:13: error: not valid YAML: unclosed bracket '{'"),
        ("- kind: \"Pod\n", "6:1: error: not valid YAML: invalid indentation in multiline quoted scalar"),
        (
            "- kind: Pod\n metadata: x\n",
            "6:2: error: not valid YAML: while parsing a block collection, did not find expected '-' indicator",
        ),
        ("- a: b: c\n", "5:7: error: not valid YAML: mapping values are not allowed in this context"),
        ("- a: *b\n", "5:6: error: not valid YAML: while parsing node, found unknown anchor"),
    ] {
        check(format!("items:\n{}{broken}{}kind: List\n", item("a"), item("b")), &["Pod/a", "Pod/b"], &[&format!("f:{said}")]);
    }
}

#[test]
fn keeps_items_when_the_text_around_them_is_broken() {
    check(
        format!("items:\n{}{}kind: [List\n", item("a"), item("b")),
        &["Pod/a", "Pod/b"],
        &["f:8:7: error: not valid YAML: unclosed bracket '['"],
    );
}

#[test]
fn keeps_good_json_beside_broken_json() {
    let pod = |name: &str| format!("{{\"kind\": \"Pod\", \"metadata\": {{\"name\": \"{name}\"}}}}");
    check(
        format!("{}\n{{\"kind\": \"Pod\", \"meta\n{}\n", pod("a"), pod("b")),
        &["Pod/a", "Pod/b"],
        &["f:2:17: error: not valid JSON: a string has no closing quote"],
    );
    check(
        format!("{}\n{{\"kind\": \"Pod\", \"metadata\": {{}}\n{}\n", pod("a"), pod("b")),
        &["Pod/a", "Pod/b"],
        &["f:3:1: error: not valid JSON: expected `,` or `}`, found '{'"],
    );
    check(
        format!("{{\"items\": [\n  {},\n  {{\"kind\": tru}},\n  {}\n], \"kind\": \"List\"}}", pod("a"), pod("b")),
        &["Pod/a", "Pod/b"],
        &["f:3:15: error: not valid JSON: expected true, false or null"],
    );
    check(
        format!("{{\"items\": [\n  {},\n  {{\"kind\": \"x}},\n  {}\n], \"kind\": \"List\"}}", pod("a"), pod("b")),
        &["Pod/a", "Pod/b"],
        &["f:3:12: error: not valid JSON: a string has no closing quote"],
    );
    check(format!("{}\nnoise\n{}\n", pod("a"), pod("b")), &["Pod/a", "Pod/b"], &["f:2:1: warning: text between objects is skipped"]);
}

#[test]
fn keeps_what_stands_before_the_cut_of_an_export() {
    let list = format!("apiVersion: v1\nitems:\n{}{}", item("a"), item("b"));
    check(&list, &["Pod/a", "Pod/b"], &["f:9:1: warning: the file ends in the middle of the list"]);
    check(
        format!("{list}- kind: Pod\n  metadata: {{na"),
        &["Pod/a", "Pod/b"],
        &["f:10:13: error: not valid YAML: unclosed bracket '{'", "f:10:16: warning: the file ends in the middle of the list"],
    );
    check(
        format!("{list}- kind: Pod\n  metadata:\n    name: \"c"),
        &["Pod/a", "Pod/b"],
        &["f:11:11: error: not valid YAML: unclosed quote", "f:11:13: warning: the file ends in the middle of the list"],
    );
    check(format!("{list}ki"), &["Pod/a", "Pod/b"], &["f:9:1: error: not valid YAML: expected the fields of a list, found a string"]);
    check(format!("{list}kind: L"), &["Pod/a", "Pod/b"], &["f:9:8: warning: the file ends in the middle of the list"]);
    check(
        r#"{"apiVersion":"v1","items":[{"kind":"Pod","metadata":{"name":"a"}},{"kind":"Pod","metada"#,
        &["Pod/a"],
        &["f:1:89: error: not valid JSON: the text ends where `\"` is expected"],
    );
    check(
        "{\"apiVersion\":\"v1\",\"items\":[\n  {\n    \"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"}},\n  {\n    \"ki",
        &["Pod/a"],
        &["f:5:8: error: not valid JSON: the text ends where `\"` is expected"],
    );
}

#[test]
fn stops_at_deep_nesting() {
    let deep = "f:1:104: error: maps and lists are nested deeper than 100 levels";
    check("[".repeat(100_000), &[], &[deep]);
    check("a: ".to_owned() + &"[".repeat(100_000), &[], &["f:1:108: error: maps and lists are nested deeper than 100 levels"]);
    check("- ".repeat(50_000), &[], &["f:1:207: error: maps and lists are nested deeper than 100 levels"]);
    check(
        (0..2_000).map(|level| format!("{}-\n", " ".repeat(level))).collect::<String>(),
        &[],
        &["f:104:104: error: maps and lists are nested deeper than 100 levels"],
    );
    check("{a: ".repeat(50_000), &[], &["f:1:417: error: maps and lists are nested deeper than 100 levels"]);
    check("{\"a\": ".repeat(50_000), &[], &["f:1:619: error: maps and lists are nested deeper than 100 levels"]);
    check(
        "a:\n".to_owned() + &(1..2_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect::<String>(),
        &[],
        &["f:104:104: error: maps and lists are nested deeper than 100 levels"],
    );
    check("? ".repeat(50_000), &[], &["f:1:207: error: maps and lists are nested deeper than 100 levels"]);
    check("&a ".repeat(50_000), &[], &["f:1:4: error: not valid YAML: did not find expected <document start>"]);
    check("!a ".repeat(50_000), &[], &["f:1:4: error: not valid YAML: did not find expected <document start>"]);
}

#[test]
fn a_limit_beyond_the_stack_is_cut() {
    let mut session = Session::new(Limits { depth: usize::MAX, ..Limits::default() });
    session.read("f", "[".repeat(100_000).as_bytes());
    session.read("g", "a: ".to_owned().as_bytes());
    session.read("h", (0..2_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect::<String>().as_bytes());
    assert_eq!(session.take().objects.len(), 0);
}

#[test]
fn stops_at_aliases_that_stand_for_too_much() {
    let mut laughs = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    for level in 1..=9 {
        let last = level - 1;
        laughs += &format!("a{level}: &a{level} [{}]\n", vec![format!("*a{last}"); 9].join(", "));
    }
    check(&laughs, &[], &["f:6:15: error: the aliases of the document stand for more than 200000 values"]);
    check(
        format!("a: &a {}\nb: [{}]\n", "x".repeat(1_000_000), "*a, ".repeat(10_000)),
        &[],
        &[
            "f:1:1: info: this line is 1000006 bytes long; it is read in full",
            "f:2:29: error: the aliases of the document stand for more than 200000 values",
        ],
    );
    let chain: String = (1..1_000).map(|level| format!("a{level}: &a{level} [*a{}]\n", level - 1)).collect();
    check(format!("a0: &a0 x\n{chain}"), &[], &["f:104:14: error: maps and lists are nested deeper than 100 levels"]);
    check(format!("{}x{}", "&a [".repeat(90), "]".repeat(90)), &[], &["f:1:8: error: expected an object, found a string"]);
}

#[test]
fn reads_a_line_of_a_megabyte() {
    let long = "x ".repeat(500_000);
    for text in [
        format!("kind: Pod\nmetadata:\n  name: a\n  annotations:\n    a: {long}\n"),
        format!("kind: Pod\nmetadata:\n  name: a\n  annotations:\n    a: \"{long}\"\n"),
        format!("kind: Pod\nmetadata:\n  name: a\n  annotations:\n    a: '{long}'\n"),
        format!("kind: Pod\nmetadata: {{name: a, annotations: {{a: [{}]}}}}\n", "x, ".repeat(300_000)),
        format!("{{\"kind\": \"Pod\", \"metadata\": {{\"name\": \"a\", \"annotations\": {{\"a\": \"{long}\"}}}}}}"),
        format!("# {long}\nkind: Pod\nmetadata: {{name: a}}\n"),
    ] {
        let (line, bytes) = text.lines().map(str::len).enumerate().max_by_key(|(_, bytes)| *bytes).unwrap();
        let note = format!("f:{}:1: info: this line is {bytes} bytes long; it is read in full", line + 1);
        check(text, &["Pod/a"], &[&note]);
    }
    let note = |line, bytes| format!("f:{line}:1: info: this line is {bytes} bytes long; it is read in full");
    check(format!("kind: Pod\n{long}: x\n"), &[], &[&note(2, 1_000_003), "f:2:1: error: not valid YAML: simple key expected ':'"]);
    check(long, &[], &[&note(1, 1_000_000), "f:1:1: error: expected an object, found a string"]);
}

#[test]
fn reads_other_encodings() {
    let text = pod("käfer");
    let utf16 = |bytes: fn(u16) -> [u8; 2]| format!("\u{FEFF}{text}").encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    check(utf16(u16::to_le_bytes), &["Pod/käfer"], &["f:1:1: info: the text is UTF-16; it is read as such"]);
    check(utf16(u16::to_be_bytes), &["Pod/käfer"], &["f:1:1: info: the text is UTF-16; it is read as such"]);
    let crlf = text.replace('\n', "\r\n");
    let column = text.find('\n').unwrap() + 1;
    check(crlf, &["Pod/käfer"], &[&format!("f:1:{column}: info: lines end in CR LF; each is read as one line end")]);
    let latin1: Vec<u8> = text.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
    check(latin1, &["Pod/käfer"], &["f:3:10: warning: the text is not UTF-8; it is read as Windows-1252 (Latin-1)"]);
}

#[test]
fn warns_of_duplicate_keys() {
    check(
        "kind: Pod\nkind: Job\nmetadata:\n  name: a\n  name: b\n",
        &["Job/b"],
        &["f:5:3: warning: the key \"name\" stands twice in this map", "f:2:1: warning: the key \"kind\" stands twice in this map"],
    );
    check(
        "{\"kind\": \"Pod\", \"kind\": \"Job\",\n\"metadata\": {\"name\": \"a\"}}",
        &["Job/a"],
        &["f:1:17: warning: the key \"kind\" stands twice in this map"],
    );
}

#[test]
fn of_items_that_stand_twice_the_later_ones_hold() {
    let expected = |place: &str| format!("f:{place}: warning: the key \"items\" stands twice in this map");
    let item = |name: &str| format!("{{\"kind\": \"Pod\", \"metadata\": {{\"name\": \"{name}\"}}}}");
    let json = format!("{{\"kind\": \"List\", \"items\": [{}],\n\"items\": [{}]}}", item("a"), item("b"));
    check(json, &["Pod/b"], &[&expected("2:1")]);
    check(format!("kind: List\nitems:\n{}items: []\n", self::item("a")), &[], &[&expected("6:1")]);
}

#[test]
fn every_format_has_the_same_bound_on_nesting() {
    for wrap in [("", ""), ("{\"kind\": \"List\", \"items\": [", "]}"), ("{\"type\": \"ADDED\", \"object\": ", "}")] {
        for (levels, read) in [(100, true), (104, false)] {
            let (before, after) = wrap;
            let deep = format!("{}1{}", "{\"a\": ".repeat(levels - 1), "}".repeat(levels - 1));
            let json = format!("{before}{{\"kind\": \"Pod\", \"metadata\": {{\"name\": \"a\"}}, \"spec\": {deep}}}{after}");
            // A comment makes YAML of it.
            for text in [json.clone(), format!("# YAML\n{json}")] {
                let mut session = Session::new(Limits::default());
                session.read("f", text.as_bytes());
                assert_eq!(!session.take().objects.is_empty(), read, "{levels} {text:.60}");
            }
        }
    }
}

#[test]
fn survives_control_characters_and_lone_surrogates() {
    check("kind: Pod\nmetadata:\n  name: \"a\"\n  x: \"\u{1}\"\n", &[], &["f:4:7: error: not valid YAML: unexpected character: `\\u{1}'"]);
    check("kind: Pod\nmetadata:\n  name: a\n  x: \"\\a\\e\\x01\\N\"\n", &["Pod/a"], &[]);
    check(
        "{\"kind\": \"Pod\", \"metadata\": {\"name\": \"a\u{1}\"}}",
        &[],
        &["f:1:40: error: not valid JSON: control character (\\u0000-\\u001F) found while parsing a string"],
    );
    check(r#"{"kind": "Pod", "metadata": {"name": "\ud800"}}"#, &[], &["f:1:45: error: not valid JSON: unexpected end of hex escape"]);
    check(
        "kind: Pod\nmetadata:\n  name: \"\\ud800\"\n",
        &[],
        &["f:3:9: error: not valid YAML: while parsing a quoted scalar, found high surrogate without following low surrogate"],
    );
}

#[test]
fn counts_the_diagnostics_it_does_not_keep() {
    let mut session = Session::new(Limits { diagnostics: 3, ..Limits::default() });
    session.read("f", "- x\n".repeat(10).as_bytes());
    let reading = session.take();
    assert_eq!((reading.diagnostics.len(), reading.dropped_diagnostics), (3, 7));
}

#[test]
fn stops_at_the_limits_of_a_session() {
    let mut session = Session::new(Limits { objects: 2, ..Limits::default() });
    session.read("f", [item("a"), item("b"), item("c"), item("d")].concat().as_bytes());
    session.read("g", item("e").as_bytes());
    let reading = session.take();
    assert_eq!(names(&reading), ["Pod/a", "Pod/b"]);
    assert_eq!(said(&reading), ["f:7:3: error: there are more than 2 objects; the rest is not read"]);
    let mut session = Session::new(Limits { bytes: 70, ..Limits::default() });
    session.read("f", [pod("a"), "---\n".to_owned(), pod("b"), "---\n".to_owned(), pod("c")].concat().as_bytes());
    let reading = session.take();
    assert_eq!(names(&reading), ["Pod/a", "Pod/b"]);
    assert_eq!(said(&reading)[0], "f:9:3: error: the file is larger than 70 bytes; the rest is not read");
}

#[test]
fn a_cut_anywhere_keeps_every_object_before_it() {
    let yaml =
        format!("apiVersion: v1\nitems:\n{}{}{}kind: PodList\nmetadata:\n  resourceVersion: \"\"\n", item("a"), item("b"), item("c"));
    let json = "{\n  \"kind\": \"List\",\n  \"items\": [\n    {\n      \"kind\": \"Pod\",\n      \"metadata\": {\"name\": \"a\"}\n    },\n    {\n      \"kind\": \"Pod\",\n      \"metadata\": {\"name\": \"b\"}\n    }\n  ]\n}";
    for (text, ends) in [(yaml.as_str(), ["name: a\n", "name: b\n", "name: c\n"].as_slice()), (json, &["\"a\"}\n    }", "\"b\"}\n    }"])] {
        let ends: Vec<usize> = ends.iter().map(|end| text.find(end).unwrap() + end.len()).collect();
        for cut in 1..text.len() {
            let reading = read(&text[..cut]);
            let complete = ends.iter().filter(|end| **end <= cut).count();
            assert!(reading.objects.len() >= complete, "{:?}", &text[..cut]);
            assert!(complete == ends.len() || !reading.diagnostics.is_empty(), "{:?}", &text[..cut]);
        }
    }
}

#[test]
fn a_broken_line_hides_only_its_own_object() {
    let json =
        |name: &str| format!("    {{\n      \"kind\": \"Pod\",\n      \"metadata\": {{\n        \"name\": \"{name}\"\n      }}\n    }}");
    let json = format!("{{\n  \"items\": [\n{},\n{},\n{}\n  ],\n  \"kind\": \"List\"\n}}", json("a"), json("b"), json("c"));
    let yaml = format!("items:\n{}{}{}kind: List\n", item("a"), item("b"), item("c"));
    for (text, lines) in [(yaml, 5..7), (json, 8..14)] {
        for line in lines {
            for broken in ["      \"", "      [", "  }", "      x: y: z", "    ]", "\t{", "      \"a\": {", "- ", "   - ", ""] {
                let mut lines: Vec<&str> = text.lines().collect();
                lines[line] = broken;
                let text = lines.join("\n");
                let names = names(&read(&text));
                assert!(names.contains(&"Pod/a".to_owned()) && names.contains(&"Pod/c".to_owned()), "{names:?} of {text}");
            }
        }
    }
}

fn json(name: &str) -> String {
    format!("{{\"kind\":\"Pod\",\"metadata\":{{\"name\":\"{name}\"}}}}")
}

/// Checks lists on one line with a broken item between `a` and `b`, and that one diagnostic says so at the right column.
fn check_one_line(broken: &str, column: usize, said: &str) {
    let syntax = format!("not valid JSON: {said}");
    let said = if said.starts_with("expected") { &syntax } else { said };
    let items = format!("{},{broken},{},{}", json("a"), json("b"), json("c"));
    for (before, behind) in [("[", "]\n"), (r#"{"kind":"List","items":["#, "]}"), (r#"{"items":["#, r#"],"kind":"List"}"#)] {
        let column = before.len() + json("a").len() + 1 + column;
        let reading = read(format!("{before}{items}{behind}\n{}\n", json("d")));
        assert_eq!(names(&reading), ["Pod/a", "Pod/b", "Pod/c", "Pod/d"], "{before}{items}{behind}");
        assert_eq!(super::said(&reading), [format!("f:1:{column}: error: {said}")], "{before}{items}{behind}");
    }
}

#[test]
fn keeps_good_items_on_the_line_of_a_broken_one() {
    let deep = "maps and lists are nested deeper than 100 levels";
    check_one_line(&(("[".repeat(200)) + &"]".repeat(200)), 103, deep);
    check_one_line(&(("{\"a\":".repeat(200)) + "1" + &"}".repeat(200)), 511, deep);
    check_one_line(r#"{"kind" "Pod"}"#, 9, "expected `:`, found '\"'");
    check_one_line(r#"{"kind":x:"y"z}"#, 10, "expected `,` or `}`, found ':'");
    check_one_line(r#"{"kind":"Pod}"#, 17, "expected `,` or `}`, found 'k'");
    check_one_line(r#"{"kind":Pod"}"#, 12, "expected `,` or `}`, found '\"'");
    check_one_line(r#"{"kind":{"a":1}"#, 17, "expected the name of a field in quotes, found '{'");
    check_one_line(r#"{"kind":[1}"#, 11, "expected `,` or `]`, found '}'");
}

#[test]
fn keeps_good_items_behind_brackets_that_never_close() {
    let list = format!(r#"{{"items":[{},{},{},{}]}}"#, json("a"), "[".repeat(100_000), json("b"), json("c"));
    check(list, &["Pod/a", "Pod/b", "Pod/c"], &["f:1:152: error: maps and lists are nested deeper than 100 levels"]);
}

#[test]
fn keeps_good_items_behind_a_bracket_too_many() {
    check(
        format!(r#"{{"items":[{}],{},{}],"kind":"List"}}"#, json("a"), json("b"), json("c")),
        &["Pod/a", "Pod/b", "Pod/c"],
        &["f:1:51: error: not valid JSON: expected the name of a field in quotes, found '{'"],
    );
}

#[test]
fn keeps_good_values_on_the_line_of_other_text() {
    let line = |between: &str| format!("{}{between}{}\n", json("a"), json("b"));
    check(line("garbage"), &["Pod/a", "Pod/b"], &["f:1:39: warning: text between objects is skipped"]);
    check(line(r#"{"kind" "Pod"}"#), &["Pod/a", "Pod/b"], &["f:1:47: error: not valid JSON: expected `:`, found '\"'"]);
    check(line(r#"{"kind":[1}"#), &["Pod/a", "Pod/b"], &["f:1:49: error: not valid JSON: expected `,` or `]`, found '}'"]);
}

#[test]
fn many_broken_items_on_one_line_come_to_an_end_soon() {
    for broken in [r#"{"kind":[1},"#, r#"{"kind":{,"#, "[{,", r#"{"kind":"x},"#, "{}x", "x{"] {
        for (before, behind) in [("[", "]"), (r#"{"items":["#, "]}"), ("", "")] {
            let reading = read(format!("{before}{}{behind}", broken.repeat(100_000)));
            assert!(!reading.diagnostics.is_empty(), "{before}{broken}");
        }
    }
}

const LOG: &str =
    "I1120 09:17:52.000000   12345 request.go:668] Waited for 1.19s due to client-side throttling, request: GET:https://10.0.0.1/apis\n";
const LOG_ERROR: &str = "E1120 09:17:52.000000 1 memcache.go:265] couldn't get current server API group list: {\"a\": [\n";
const WARNING: &str = "Warning: v1 ComponentStatus is deprecated in v1.19+\n";

/// Puts lines of standard error before each line of a text in turn, and expects all that is read without them.
fn check_with_strays(text: &str, strays: &[&str]) {
    let clean = read(text);
    let mut start = 0;
    for (index, line) in text.split_inclusive('\n').chain([""]).enumerate() {
        for stray in strays {
            let reading = read(format!("{}{stray}{}", &text[..start], &text[start..]));
            assert_eq!(names(&reading), names(&clean), "{stray} before line {}", index + 1);
            assert_eq!(super::bodies(&reading), super::bodies(&clean), "{stray} before line {}", index + 1);
            assert_eq!(said(&reading), [format!("f:{}:1: warning: text between objects is skipped", index + 1)], "{stray}");
        }
        start += line.len();
    }
}

#[test]
fn skips_what_kubectl_said_meanwhile() {
    let two = LOG.to_owned() + LOG_ERROR;
    let both = WARNING.to_owned() + WARNING + LOG;
    let strays = [LOG, LOG_ERROR, two.as_str(), both.as_str()];
    let item = "- kind: Pod\n  metadata:\n    name: a\n  data:\n    text: |\n      x\n\n      y\n    words: a\n      b\n";
    check_with_strays(
        &format!("apiVersion: v1\nitems:\n{item}{}kind: List\nmetadata:\n  resourceVersion: ''\n", item.replace(": a\n", ": b\n")),
        &strays,
    );
    check_with_strays(&format!("{}---\n{}", pod("a"), pod("b")), &strays);
    check_with_strays(item, &strays);
    let json = "{\n  \"items\": [\n    {\n      \"kind\": \"Pod\",\n      \"metadata\": {\"name\": \"a\"}\n    }\n  ],\n  \"kind\": \"List\"\n}\n{\"kind\": \"Pod\",\n\"metadata\": {\"name\": \"b\"}}\n";
    check_with_strays(json, &[LOG, LOG_ERROR, &two, WARNING, &both]);
}

#[test]
fn skips_a_warning_that_breaks_a_document_and_keeps_one_that_is_a_field() {
    let skipped = |line: usize| format!("f:{line}:1: warning: text between objects is skipped");
    let (a, b) = (item("a"), item("b"));
    for (text, line) in [
        (format!("items:\n{WARNING}{a}{b}kind: List\n"), 2),
        (format!("items:\n{a}{WARNING}{b}kind: List\n"), 5),
        (format!("items:\n- kind: Pod\n  metadata:\n{WARNING}    name: a\n{b}kind: List\n"), 4),
        (format!("{WARNING}{WARNING}items:\n{a}{b}kind: List\n"), 1),
        (format!("Warning: a: b\nitems:\n{a}{b}kind: List\n"), 1),
        (format!("{WARNING}---\n{}---\n{}", pod("a"), pod("b")), 1),
        (format!("{WARNING}[{},{}]", json("a"), json("b")), 1),
        (format!("{a}{b}{WARNING}"), 7),
    ] {
        check(text, &["Pod/a", "Pod/b"], &[&skipped(line)]);
    }
    let reading = read(format!("{}Warning: high\n", pod("a")));
    assert_eq!(super::bodies(&reading)[0].get("Warning"), Some(&"high".into()));
    assert_eq!(said(&reading), [""; 0]);
}

#[test]
fn says_what_a_watch_reported() {
    let added = r#"{"type":"ADDED","object":{"kind":"Pod","metadata":{"name":"a"}}}"#;
    for (status, said) in [
        (r#""message":"too old resource version: 1 (2)","code":410"#, "the watch reported an error: \"too old resource version: 1 (2)\""),
        (r#""reason":"Expired","code":410"#, "the watch reported an error: \"Expired\""),
        (r#""code":410"#, "the watch reported an error: \"code 410\""),
        (r#""message":"""#, "the watch reported an error without a message"),
    ] {
        let error = format!(r#"{{"type":"ERROR","object":{{"kind":"Status",{status}}}}}"#);
        check(format!("{added}\n{error}\n{added}\n"), &["Pod/a", "Pod/a"], &[&format!("f:2:17: warning: {said}")]);
    }
}
