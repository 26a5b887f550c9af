//! Label selectors in one line.

use super::fields::{as_text, list, map, text, texts};
use crate::Value;

/// `a=b,c in (d,e),!f`, ordered by key; `<none>` if it selects everything, `<error>` if it is none.
///
/// Models k8s.io/apimachinery pkg/apis/meta/v1/helpers.go FormatLabelSelector.
pub(super) fn describe(selector: &Value) -> String {
    let equal = map(selector, "matchLabels").into_iter().map(|(key, value)| Some((key.to_owned(), format!("{key}={}", as_text(value)))));
    let Some(mut requirements) = equal.chain(list(selector, "matchExpressions").iter().map(requirement)).collect::<Option<Vec<_>>>() else {
        return "<error>".to_owned();
    };
    if requirements.is_empty() {
        return "<none>".to_owned();
    }
    requirements.sort_by(|(a, _), (b, _)| a.cmp(b));
    requirements.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(",")
}

/// The key and the text of one expression.
fn requirement(expression: &Value) -> Option<(String, String)> {
    let key = text(expression, "key").into_owned();
    let mut values = texts(expression, "values");
    values.sort();
    let text = match (&*text(expression, "operator"), values.is_empty()) {
        ("In", false) => format!("{key} in ({})", values.join(",")),
        ("NotIn", false) => format!("{key} notin ({})", values.join(",")),
        ("Exists", true) => key.clone(),
        ("DoesNotExist", true) => format!("!{key}"),
        _ => return None,
    };
    Some((key, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(selector: &str, expected: &str) {
        assert_eq!(describe(&serde_json::from_str(selector).unwrap()), expected, "{selector}");
    }

    #[test]
    fn orders_requirements_by_key_and_values_in_them() {
        let expressions =
            r#"[{"key":"c","operator":"In","values":["y","x"]},{"key":"a","operator":"DoesNotExist"},{"key":"d","operator":"Exists"}]"#;
        check(&format!(r#"{{"matchLabels":{{"b":"1"}},"matchExpressions":{expressions}}}"#), "!a,b=1,c in (x,y),d");
    }

    #[test]
    fn says_when_there_is_nothing_to_say() {
        check("{}", "<none>");
        check(r#"{"matchExpressions":[{"key":"a","operator":"In"}]}"#, "<error>");
        check(r#"{"matchExpressions":"x"}"#, "<none>");
    }
}
