//! Label selectors: which objects a workload takes for its own.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use crate::order;
use crate::value::{Map, Value};

/// A label selector. Without requirements it matches everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector {
    requirements: Vec<Requirement>,
}

/// Requirements are ordered by key, as kubectl prints them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Requirement {
    key: String,
    operator: Operator,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Operator {
    Equals(String),
    In(Vec<String>),
    NotIn(Vec<String>),
    Exists,
    DoesNotExist,
}

impl Selector {
    /// The selector in a field such as spec.selector. `None` if there is none or it breaks the API's rules: such a selector matches nothing.
    ///
    /// Models apimachinery pkg/apis/meta/v1/helpers.go LabelSelectorAsSelector.
    pub fn from_field(field: Option<&Value>) -> Option<Self> {
        let field = field?.as_map()?;
        let labels = field.get("matchLabels").and_then(Value::as_map).into_iter().flat_map(Map::iter);
        let mut requirements = labels
            .map(|(key, value)| Some(Requirement { key: key.to_owned(), operator: Operator::Equals(value.scalar_text()?.into_owned()) }))
            .collect::<Option<Vec<_>>>()?;
        for expression in field.get("matchExpressions").and_then(Value::as_list).unwrap_or_default() {
            requirements.push(requirement(expression)?);
        }
        order::by_key(&mut requirements, |requirement| requirement.key.clone());
        Some(Self { requirements })
    }

    /// Whether it has no requirement, so that it selects everything.
    pub fn is_empty(&self) -> bool {
        self.requirements.is_empty()
    }

    /// Whether an object with these labels is selected.
    pub fn matches(&self, labels: &BTreeMap<String, String>) -> bool {
        self.requirements.iter().all(|requirement| {
            let value = labels.get(&requirement.key);
            match &requirement.operator {
                Operator::Equals(wanted) => value == Some(wanted),
                Operator::In(wanted) => value.is_some_and(|value| wanted.contains(value)),
                Operator::NotIn(unwanted) => value.is_none_or(|value| !unwanted.contains(value)),
                Operator::Exists => value.is_some(),
                Operator::DoesNotExist => value.is_none(),
            }
        })
    }
}

fn requirement(expression: &Value) -> Option<Requirement> {
    let values = expression.get("values").and_then(Value::as_list).unwrap_or_default();
    let mut values = values.iter().map(|value| value.scalar_text().map(Cow::into_owned)).collect::<Option<Vec<_>>>()?;
    order::by_key(&mut values, String::clone);
    let operator = match expression.get("operator")?.as_str()? {
        "In" if !values.is_empty() => Operator::In(values),
        "NotIn" if !values.is_empty() => Operator::NotIn(values),
        "Exists" if values.is_empty() => Operator::Exists,
        "DoesNotExist" if values.is_empty() => Operator::DoesNotExist,
        _ => return None,
    };
    Some(Requirement { key: expression.get("key")?.as_str()?.to_owned(), operator })
}

/// The form in which kubectl prints and sends selectors: `app=web,tier in (a,b),!debug`.
impl fmt::Display for Selector {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, Requirement { key, operator }) in self.requirements.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            match operator {
                Operator::Equals(value) => write!(formatter, "{comma}{key}={value}"),
                Operator::In(values) => write!(formatter, "{comma}{key} in ({})", values.join(",")),
                Operator::NotIn(values) => write!(formatter, "{comma}{key} notin ({})", values.join(",")),
                Operator::Exists => write!(formatter, "{comma}{key}"),
                Operator::DoesNotExist => write!(formatter, "{comma}!{key}"),
            }?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selector(json: &str) -> Option<Selector> {
        let field: Value = serde_json::from_str(json).unwrap();
        Selector::from_field(Some(&field))
    }

    fn check(json: &str, labels: &[(&str, &str)], expected: bool) {
        let labels = labels.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        assert_eq!(selector(json).unwrap().matches(&labels), expected, "{json} {labels:?}");
    }

    #[test]
    fn matches_labels_and_expressions() {
        check(r#"{"matchLabels":{"app":"web"}}"#, &[("app", "web"), ("x", "y")], true);
        check(r#"{"matchLabels":{"app":"web"}}"#, &[("app", "api")], false);
        check(r#"{"matchExpressions":[{"key":"tier","operator":"In","values":["a","b"]}]}"#, &[("tier", "b")], true);
        check(r#"{"matchExpressions":[{"key":"tier","operator":"NotIn","values":["a"]}]}"#, &[], true);
        check(r#"{"matchExpressions":[{"key":"tier","operator":"Exists"}]}"#, &[], false);
        check(r#"{"matchExpressions":[{"key":"tier","operator":"DoesNotExist"}]}"#, &[], true);
        check("{}", &[("anything", "")], true);
        check(
            r#"{"matchLabels":{"v":1},"matchExpressions":[{"key":"w","operator":"In","values":[true]}]}"#,
            &[("v", "1"), ("w", "true")],
            true,
        );
    }

    #[test]
    fn a_selector_that_breaks_the_rules_is_none() {
        for json in [
            "null",
            "[]",
            r#"{"matchLabels":{"app":null}}"#,
            r#"{"matchExpressions":[{"key":"a","operator":"In"}]}"#,
            r#"{"matchExpressions":["a"]}"#,
        ] {
            assert_eq!(selector(json), None, "{json}");
        }
    }

    #[test]
    fn prints_as_kubectl_does() {
        let json = r#"{"matchLabels":{"b":"2"},"matchExpressions":[{"key":"a","operator":"In","values":["y","x"]},{"key":"c","operator":"DoesNotExist"}]}"#;
        assert_eq!(selector(json).unwrap().to_string(), "a in (x,y),b=2,!c");
    }
}
