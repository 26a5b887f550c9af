//! The tree every reader makes and every printer takes.

mod encoding;
pub(crate) mod number;

use std::borrow::Cow;

pub(crate) use encoding::{TOO_DEEP, Tree};

/// A tree of plain data, as JSON knows it.
///
/// Numbers follow the API machinery: a whole number that fits 64 bits is an [`Int`](Value::Int), every other number a [`Float`](Value::Float).
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`, also an empty YAML value.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number from -2^63 to 2^63-1.
    Int(i64),
    /// Any other number; never NaN and never infinite.
    Float(f64),
    /// Text.
    String(String),
    /// A sequence.
    List(Vec<Value>),
    /// Fields, ordered by name.
    Map(Map),
}

impl Value {
    /// The text, if this is a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The text of a scalar: a string as it is, a number or truth value as it is written in JSON. Labels, annotations and names are text to the API, also
    /// where somebody left out the quotes. `None` for `null`, a list and a map.
    pub fn scalar_text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::String(text) => Some(Cow::Borrowed(text)),
            Self::Bool(truth) => Some(Cow::Owned(truth.to_string())),
            Self::Int(number) => Some(Cow::Owned(number.to_string())),
            Self::Float(number) => Some(Cow::Owned(number::json(*number))),
            Self::Null | Self::List(_) | Self::Map(_) => None,
        }
    }

    /// The number, if this is a whole one.
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(*number),
            _ => None,
        }
    }

    /// The truth value, if this is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(truth) => Some(*truth),
            _ => None,
        }
    }

    /// The entries, if this is a list.
    pub fn as_list(&self) -> Option<&[Value]> {
        match self {
            Self::List(entries) => Some(entries),
            _ => None,
        }
    }

    /// The fields, if this is a map.
    pub fn as_map(&self) -> Option<&Map> {
        match self {
            Self::Map(fields) => Some(fields),
            _ => None,
        }
    }

    /// The fields for changing them, if this is a map.
    pub fn as_map_mut(&mut self) -> Option<&mut Map> {
        match self {
            Self::Map(fields) => Some(fields),
            _ => None,
        }
    }

    /// The field `name` of a map; `None` for a missing field and for anything that is no map.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.as_map()?.get(name)
    }

    /// What stands at the end of a chain of fields.
    pub fn at(&self, names: &[&str]) -> Option<&Value> {
        names.iter().try_fold(self, |value, name| value.get(name))
    }

    /// The kind of thing this is, for messages: `a string`, `a list` and so on.
    pub fn noun(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Int(_) | Self::Float(_) => "a number",
            Self::String(_) => "a string",
            Self::List(_) => "a list",
            Self::Map(_) => "a map",
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<Map> for Value {
    fn from(fields: Map) -> Self {
        Self::Map(fields)
    }
}

/// Fields by name, ordered by the bytes of the name as kubectl prints them; each name once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    entries: Vec<(String, Value)>,
}

impl Map {
    /// A map without fields.
    pub fn new() -> Self {
        Self::default()
    }

    /// Fields in any order; of a name that is given twice the last one holds.
    pub fn from_entries(mut entries: Vec<(String, Value)>) -> Self {
        let ordered = entries.windows(2).all(|pair| matches!(pair, [(a, _), (b, _)] if a < b));
        if !ordered {
            entries.sort_by(|(a, _), (b, _)| a.cmp(b));
            entries.dedup_by(|later, earlier| {
                let same = later.0 == earlier.0;
                if same {
                    std::mem::swap(later, earlier);
                }
                same
            });
        }
        Self { entries }
    }

    /// The number of fields.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no field.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The value of a field.
    pub fn get(&self, name: &str) -> Option<&Value> {
        let index = self.position(name).ok()?;
        self.entries.get(index).map(|(_, value)| value)
    }

    /// The value of a field, for changing it.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        let index = self.position(name).ok()?;
        self.entries.get_mut(index).map(|(_, value)| value)
    }

    /// Whether the field is there.
    pub fn contains(&self, name: &str) -> bool {
        self.position(name).is_ok()
    }

    /// Sets a field and returns what it held before.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        let (name, value) = (name.into(), value.into());
        match self.position(&name) {
            Ok(index) => self.entries.get_mut(index).map(|entry| std::mem::replace(&mut entry.1, value)),
            Err(index) => {
                self.entries.insert(index, (name, value));
                None
            }
        }
    }

    /// Removes a field and returns what it held.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let index = self.position(name).ok()?;
        Some(self.entries.remove(index).1)
    }

    /// The fields in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &Value)> + ExactSizeIterator + Clone {
        self.entries.iter().map(|(name, value)| (name.as_str(), value))
    }

    fn position(&self, name: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|(other, _)| other.as_str().cmp(name))
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Map {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(fields: I) -> Self {
        Self::from_entries(fields.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Value {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn orders_fields_and_keeps_the_last_of_a_name() {
        let value = read(r#"{"b":1,"a":2,"b":3,"aa":4}"#);
        assert_eq!(serde_json::to_string(&value).unwrap(), r#"{"a":2,"aa":4,"b":3}"#);
    }

    #[test]
    fn keeps_whole_numbers_of_64_bits_and_rounds_larger_ones() {
        assert_eq!(read("9223372036854775807"), Value::Int(i64::MAX));
        assert_eq!(read("9223372036854775808"), Value::Float(9_223_372_036_854_775_808.0));
        assert_eq!(read("1.0"), Value::Float(1.0));
    }

    #[test]
    fn inserts_in_order_and_returns_what_was_there() {
        let mut map = Map::new();
        assert_eq!(map.insert("b", 1), None);
        assert_eq!(map.insert("a", 2), None);
        assert_eq!(map.insert("b", 3), Some(Value::Int(1)));
        assert_eq!(map.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(map.remove("a"), Some(Value::Int(2)));
        assert!(!map.contains("a"));
    }
}
