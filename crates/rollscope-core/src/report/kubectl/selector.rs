//! Label selectors in one line.

use crate::Value;
use crate::model::Selector;

/// `a=b,c in (d,e),!f`, ordered by key; `<none>` if it selects everything, `<error>` if it is none.
///
/// Models k8s.io/apimachinery pkg/apis/meta/v1/helpers.go FormatLabelSelector.
pub(super) fn describe(selector: &Value) -> String {
    match Selector::from_field(Some(selector)) {
        Some(selector) if selector.is_empty() => "<none>".to_owned(),
        Some(selector) => selector.to_string(),
        None => "<error>".to_owned(),
    }
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
