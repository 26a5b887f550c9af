//! Objects as `-o yaml` and `-o json` print them.

use super::emitter::Emitter;
use crate::value::number;
use crate::{Error, Value};

/// The tree as `kubectl get -o yaml` prints it, with a line end behind the last line.
///
/// kubectl makes JSON first and reads that as YAML before it writes YAML; what this does to strings is repeated here: a raw U+0085 counts as a line
/// break inside a quoted string, and is folded.
///
/// # Errors
///
/// If a name or a string holds DEL, a C1 control other than U+0085, U+FFFE or U+FFFF: kubectl prints nothing then, and so does this.
///
/// Models k8s.io/cli-runtime pkg/printers/yaml.go and sigs.k8s.io/yaml JSONToYAML.
pub fn yaml(value: &Value) -> Result<String, Error> {
    if holds_forbidden(value) {
        return Err(Error::new("yaml: control characters are not allowed"));
    }
    let mut emitter = Emitter::new();
    emitter.document(value);
    Ok(emitter.finish())
}

/// The tree as `kubectl get -o json` prints it: four spaces a level, and a line end behind the last brace.
///
/// Models k8s.io/cli-runtime pkg/printers/json.go and Go's encoding/json MarshalIndent.
pub fn json(value: &Value) -> String {
    let mut out = String::new();
    json_value(&mut out, value, 0);
    out.push('\n');
    out
}

fn json_value(out: &mut String, value: &Value, level: usize) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::Int(number) => out.push_str(&number.to_string()),
        Value::Float(number) => out.push_str(&number::json(*number)),
        Value::String(text) => json_string(out, text),
        Value::List(entries) => json_block(out, ('[', ']'), level, entries.iter(), |out, entry| json_value(out, entry, level + 1)),
        Value::Map(fields) => json_block(out, ('{', '}'), level, fields.iter(), |out, (name, value)| {
            json_string(out, name);
            out.push_str(": ");
            json_value(out, value, level + 1);
        }),
    }
}

fn json_block<I: Iterator>(out: &mut String, (open, close): (char, char), level: usize, entries: I, write: impl Fn(&mut String, I::Item)) {
    out.push(open);
    let mut any = false;
    for entry in entries {
        out.push_str(if any { ",\n" } else { "\n" });
        any = true;
        json_indent(out, level + 1);
        write(out, entry);
    }
    if any {
        out.push('\n');
        json_indent(out, level);
    }
    out.push(close);
}

fn json_indent(out: &mut String, level: usize) {
    for _ in 0..level {
        out.push_str("    ");
    }
}

/// Go also escapes what could end a script or a tag in HTML, and the line breaks of JavaScript.
fn json_string(out: &mut String, text: &str) {
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..='\u{1f}' | '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", u32::from(char))),
            _ => out.push(char),
        }
    }
    out.push('"');
}

/// Whether some string cannot pass the reader that kubectl sends its own JSON through. Controls below U+0020 can: JSON escapes them.
fn holds_forbidden(value: &Value) -> bool {
    let forbidden =
        |text: &str| text.chars().any(|char| matches!(char, '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}'));
    match value {
        Value::String(text) => forbidden(text),
        Value::List(entries) => entries.iter().any(holds_forbidden),
        Value::Map(fields) => fields.iter().any(|(name, value)| forbidden(name) || holds_forbidden(value)),
        Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expected: &str) {
        let value: Value = serde_json::from_str(input).unwrap();
        assert_eq!(yaml(&value).unwrap(), expected, "{input}");
    }

    fn check_json(input: &str, expected: &str) {
        let value: Value = serde_json::from_str(input).unwrap();
        assert_eq!(json(&value), expected, "{input}");
    }

    #[test]
    fn writes_blocks_with_sequences_under_their_key() {
        check(r#"{"b":[{"x":1,"y":[]},[2,[3]]],"a":{}}"#, "a: {}\nb:\n- x: 1\n  \"y\": []\n- - 2\n  - - 3\n");
        check("null", "null\n");
        check(r#""text""#, "text\n");
    }

    #[test]
    fn orders_names_by_the_numbers_in_them() {
        check(r#"{"a10":1,"a2":2,"A":3,"a.b":4,"a":5}"#, "A: 3\na: 5\na.b: 4\na2: 2\na10: 1\n");
    }

    #[test]
    fn quotes_what_would_be_read_as_something_else() {
        let texts =
            r##"["yes","012","1e3","12:30:45","2001-12-14","~","","=","<<","a: b","- a","#a","it's","tab\t","\u0007","é","🚀",".5_5"]"##;
        let expected = concat!(
            "- \"yes\"\n- \"012\"\n- \"1e3\"\n- \"12:30:45\"\n- \"2001-12-14\"\n- \"~\"\n- \"\"\n- =\n- <<\n- 'a: b'\n- '- a'\n- '#a'\n- it's\n",
            "- \"tab\\t\"\n- \"\\a\"\n- é\n- \"\\U0001F680\"\n- \".5_5\"\n"
        );
        check(texts, expected);
    }

    #[test]
    fn writes_lines_as_blocks() {
        check(r#"{"a":"x\ny\n"}"#, "a: |\n  x\n  y\n");
        check(r#"{"a":"x\ny"}"#, "a: |-\n  x\n  y\n");
        check(r#"{"a":"x\n\n"}"#, "a: |+\n  x\n\n");
        check(r#"{"a":" x\ny"}"#, "a: |2-\n   x\n  y\n");
        check(r#"{"a":"x \ny"}"#, "a: \"x \\ny\"\n");
        check("{\"a\":\"x\u{85}\u{85} y\"}", "a: |-\n  x\n  y\n");
    }

    #[test]
    fn folds_long_text_behind_column_80() {
        let words = "word ".repeat(20);
        let words = words.trim_end();
        let (first, rest) = words.split_at(79);
        check(&format!("{{\"a\":\"{words}\"}}"), &format!("a: {first}\n  {}\n", rest.trim_start()));
        check(&format!("{{\"a\":\"{words}: \"}}"), &format!("a: '{first}\n  {}: '\n", rest.trim_start()));
    }

    #[test]
    fn marks_keys_that_are_too_long_for_one_line() {
        let key = "k".repeat(129);
        check(&format!("{{\"{key}\":1}}"), &format!("? {key}\n: 1\n"));
    }

    #[test]
    fn refuses_control_characters_as_kubectl_does() {
        for text in ["\u{7f}", "\u{9b}", "\u{fffe}"] {
            assert_eq!(yaml(&Value::from(text)).unwrap_err().to_string(), "yaml: control characters are not allowed");
        }
        assert_eq!(yaml(&Value::from("\u{1b}\u{feff}")).unwrap(), "\"\\e\\uFEFF\"\n");
    }

    #[test]
    fn writes_json_as_go_does() {
        check_json(
            r#"{"b":[],"a":{"x":[1,{}]}}"#,
            "{\n    \"a\": {\n        \"x\": [\n            1,\n            {}\n        ]\n    },\n    \"b\": []\n}\n",
        );
        check_json(r#""<&>\u2028\u0001\b\"\\/""#, "\"\\u003c\\u0026\\u003e\\u2028\\u0001\\b\\\"\\\\/\"\n");
        check_json("[1.0,1e21,1.5e-7]", "[\n    1,\n    1e+21,\n    1.5e-7\n]\n");
    }
}
