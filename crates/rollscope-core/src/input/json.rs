//! JSON to trees. The only file that reads with the JSON parser.

use std::cell::Cell;

use serde::de::DeserializeSeed;

use crate::diagnostic::Problem;
use crate::input::source::Fault;
use crate::input::yaml;
use crate::limits::Limits;
use crate::value::{TOO_DEEP, Tree, Value};

/// Reads a text that is one JSON value, and says which keys stand twice.
///
/// # Errors
/// The first thing that is no JSON, or nesting beyond the limit.
pub(crate) fn read(text: &str, limits: &Limits) -> Result<(Value, Vec<Fault>), Fault> {
    let duplicates = Cell::new(false);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let tree = Tree { depth: limits.wrapped_nesting(), duplicates: &duplicates };
    let value = tree.deserialize(&mut deserializer).and_then(|value| deserializer.end().map(|()| value));
    let value = value.map_err(|error| fault(&error, text, limits))?;
    // The JSON parser does not say where a key stands. JSON is YAML, and the YAML parser does.
    let warnings = if duplicates.get() { yaml::read(text, limits).map(|stream| stream.warnings).unwrap_or_default() } else { Vec::new() };
    Ok((value, warnings))
}

fn fault(error: &serde_json::Error, text: &str, limits: &Limits) -> Fault {
    let line_start = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    let offset = (line_start + error.column().saturating_sub(1)).min(text.len());
    let said = error.to_string();
    let detail = said.split(" at line ").next().unwrap_or(&said);
    let problem = match detail {
        TOO_DEEP | "recursion limit exceeded" => Problem::TooDeep { limit: limits.nesting() },
        "expected ident" => syntax("expected true, false or null"),
        detail => syntax(detail),
    };
    Fault { problem, offset }
}

fn syntax(detail: &str) -> Problem {
    Problem::Syntax { format: "JSON", detail: detail.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, (Problem, usize)>) {
        let read = read(text, &Limits { depth: 3, ..Limits::default() });
        let read = read.map(|(value, _)| serde_json::to_string(&value).unwrap()).map_err(|fault| (fault.problem, fault.offset));
        assert_eq!(read, expected.map(str::to_owned), "{text}");
    }

    #[test]
    fn reads_numbers_as_the_api_machinery_does() {
        check("[1, 1.0, 18446744073709551615, 1e3]", Ok("[1,1.0,1.8446744073709552e+19,1000.0]"));
        check("[1e999]", Err((syntax("number out of range"), 5)));
    }

    #[test]
    fn says_where_a_text_breaks() {
        check("{\n  \"a\": tru\n}", Err((syntax("expected true, false or null"), 13)));
        check(r#"{"a": "\ud800"}"#, Err((syntax("unexpected end of hex escape"), 13)));
        check("{\"a\": \"\u{1}\"}", Err((syntax("control character (\\u0000-\\u001F) found while parsing a string"), 7)));
    }

    #[test]
    fn refuses_deep_nesting() {
        check("[[[[[[1]]]]]]", Ok("[[[[[[1]]]]]]"));
        check("[[[[[[[1]]]]]]]", Err((Problem::TooDeep { limit: 3 }, 6)));
    }

    #[test]
    fn says_which_key_stands_twice() {
        let (value, warnings) = read("{\"a\": 1,\n \"b\": {}, \"a\": 2}", &Limits::default()).unwrap();
        assert_eq!(value.get("a"), Some(&Value::Int(2)));
        assert_eq!(warnings, [Fault { problem: Problem::DuplicateKey { key: "a".to_owned() }, offset: 19 }]);
    }
}
