//! Where in a tree a change is: `spec.containers[name=web].ports[containerPort=8080,protocol=TCP].name`.

use std::fmt;
use std::str::FromStr;

/// A place in a tree, as the steps from its root.
///
/// As text, fields are joined by dots and everything else stands in brackets: `metadata.labels[version]` is an entry of a map,
/// `tolerations[2]` a position from 0, `volumes[name=data]` an entry of a keyed list. The root is `.`. A part that could be read otherwise is a
/// JSON string: `nodeSelector["2"]`, `"a.b".c`, `volumes[name="1"]`. What [`Display`](fmt::Display) writes, [`FromStr`] reads back.
///
/// A position counts in the older list, save for the last step of an addition, which counts in the newer one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path {
    /// The steps, from the root.
    pub segments: Vec<Segment>,
}

/// One step of a [`Path`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// A field that the API names, or any field of a map it does not know.
    Field(String),
    /// An entry of a map whose keys are data, such as a label.
    Key(String),
    /// An entry of a keyed list: the key fields with their values, defaults filled in.
    Item(Vec<(String, KeyValue)>),
    /// A position in a list without keys, from 0.
    Index(usize),
}

/// What a key field of a list entry holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyValue {
    /// A whole number, such as a port.
    Int(i64),
    /// Text, such as a name.
    Text(String),
}

impl fmt::Display for Path {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.segments.is_empty() {
            return formatter.write_str(".");
        }
        for (position, segment) in self.segments.iter().enumerate() {
            if position > 0 && matches!(segment, Segment::Field(_)) {
                formatter.write_str(".")?;
            }
            write!(formatter, "{segment}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Segment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(name) if is_plain(name, ".[]\"") => formatter.write_str(name),
            Self::Field(name) => write_quoted(formatter, name),
            Self::Index(position) => write!(formatter, "[{position}]"),
            Self::Key(name) => {
                formatter.write_str("[")?;
                write_bracketed(formatter, name)?;
                formatter.write_str("]")
            }
            Self::Item(parts) => {
                formatter.write_str("[")?;
                for (position, (name, value)) in parts.iter().enumerate() {
                    if position > 0 {
                        formatter.write_str(",")?;
                    }
                    write_bracketed(formatter, name)?;
                    formatter.write_str("=")?;
                    match value {
                        KeyValue::Int(number) => write!(formatter, "{number}")?,
                        KeyValue::Text(text) => write_bracketed(formatter, text)?,
                    }
                }
                formatter.write_str("]")
            }
        }
    }
}

/// Inside brackets a number would be a position or a number, so text that looks like one is quoted.
fn write_bracketed(formatter: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let looks_like_a_number = text.parse::<i64>().is_ok() || text.parse::<usize>().is_ok();
    if is_plain(text, "[]\"=,") && !looks_like_a_number { formatter.write_str(text) } else { write_quoted(formatter, text) }
}

fn write_quoted(formatter: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let quoted = serde_json::to_string(text).map_err(|_| fmt::Error)?;
    formatter.write_str(&quoted)
}

fn is_plain(text: &str, special: &str) -> bool {
    !text.is_empty() && !text.contains(|char: char| special.contains(char) || char.is_whitespace() || char.is_control())
}

/// Why a text is no [`Path`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsePathError {
    /// What was expected, such as `a closing bracket`.
    pub expected: &'static str,
    /// Where, in bytes from 0.
    pub offset: usize,
}

impl fmt::Display for ParsePathError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "expected {} at byte {} of the path", self.expected, self.offset)
    }
}

impl std::error::Error for ParsePathError {}

impl FromStr for Path {
    type Err = ParsePathError;

    fn from_str(text: &str) -> Result<Self, ParsePathError> {
        let mut segments = Vec::new();
        if text == "." {
            return Ok(Self { segments });
        }
        let mut reader = Reader { text, rest: text };
        loop {
            segments.push(if reader.eat('[') { reader.bracket()? } else { Segment::Field(reader.field()?) });
            if reader.rest.is_empty() {
                return Ok(Self { segments });
            }
            if !reader.eat('.') && !reader.rest.starts_with('[') {
                return Err(reader.expected("a dot or a bracket"));
            }
        }
    }
}

struct Reader<'t> {
    text: &'t str,
    rest: &'t str,
}

impl Reader<'_> {
    fn bracket(&mut self) -> Result<Segment, ParsePathError> {
        if self.eat(']') {
            return Ok(Segment::Item(Vec::new()));
        }
        let first = self.part()?;
        if self.eat(']') {
            return Ok(match first {
                Part::Plain(text) => text.parse().map_or(Segment::Key(text), Segment::Index),
                Part::Quoted(text) => Segment::Key(text),
            });
        }
        let mut parts = vec![(first.into_text(), self.value()?)];
        while !self.eat(']') {
            if !self.eat(',') {
                return Err(self.expected("a comma or a closing bracket"));
            }
            let name = self.part()?.into_text();
            parts.push((name, self.value()?));
        }
        Ok(Segment::Item(parts))
    }

    fn value(&mut self) -> Result<KeyValue, ParsePathError> {
        if !self.eat('=') {
            return Err(self.expected("an equals sign or a closing bracket"));
        }
        Ok(match self.part()? {
            Part::Plain(text) => text.parse().map_or(KeyValue::Text(text), KeyValue::Int),
            Part::Quoted(text) => KeyValue::Text(text),
        })
    }

    fn field(&mut self) -> Result<String, ParsePathError> {
        if self.rest.starts_with('"') { self.quoted() } else { self.plain(".[]\"") }
    }

    fn part(&mut self) -> Result<Part, ParsePathError> {
        if self.rest.starts_with('"') { self.quoted().map(Part::Quoted) } else { self.plain("[]\"=,").map(Part::Plain) }
    }

    fn plain(&mut self, special: &str) -> Result<String, ParsePathError> {
        let end = self.rest.find(|char| special.contains(char)).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        if text.is_empty() {
            return Err(self.expected("a name"));
        }
        self.rest = rest;
        Ok(text.to_owned())
    }

    fn quoted(&mut self) -> Result<String, ParsePathError> {
        let mut strings = serde_json::Deserializer::from_str(self.rest).into_iter::<String>();
        let Some(Ok(text)) = strings.next() else {
            return Err(self.expected("a JSON string"));
        };
        self.rest = self.rest.get(strings.byte_offset()..).unwrap_or_default();
        Ok(text)
    }

    fn eat(&mut self, expected: char) -> bool {
        self.rest.strip_prefix(expected).inspect(|rest| self.rest = rest).is_some()
    }

    fn expected(&self, expected: &'static str) -> ParsePathError {
        ParsePathError { expected, offset: self.text.len() - self.rest.len() }
    }
}

enum Part {
    Plain(String),
    Quoted(String),
}

impl Part {
    fn into_text(self) -> String {
        match self {
            Self::Plain(text) | Self::Quoted(text) => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(segments: &[Segment], expected: &str) {
        let path = Path { segments: segments.to_vec() };
        assert_eq!(path.to_string(), expected);
        assert_eq!(expected.parse(), Ok(path));
    }

    fn field(name: &str) -> Segment {
        Segment::Field(name.to_owned())
    }

    fn key(name: &str) -> Segment {
        Segment::Key(name.to_owned())
    }

    fn named(name: &str) -> Segment {
        Segment::Item(vec![("name".to_owned(), KeyValue::Text(name.to_owned()))])
    }

    #[test]
    fn reads_as_in_manifests() {
        check(&[field("spec"), field("containers"), named("web"), field("image")], "spec.containers[name=web].image");
        check(&[field("metadata"), field("labels"), key("version")], "metadata.labels[version]");
        check(&[field("annotations"), key("kubernetes.io/change-cause")], "annotations[kubernetes.io/change-cause]");
        check(&[field("tolerations"), Segment::Index(2), field("key")], "tolerations[2].key");
        let port = vec![("containerPort".to_owned(), KeyValue::Int(8080)), ("protocol".to_owned(), KeyValue::Text("TCP".to_owned()))];
        check(&[field("ports"), Segment::Item(port)], "ports[containerPort=8080,protocol=TCP]");
        check(&[], ".");
    }

    #[test]
    fn quotes_what_could_be_read_otherwise() {
        check(&[field("nodeSelector"), key("2")], r#"nodeSelector["2"]"#);
        check(&[key("a=b"), key("a]b"), key("")], r#"["a=b"]["a]b"][""]"#);
        check(&[named("1"), named("a,b"), named("say \"hi\"")], r#"[name="1"][name="a,b"][name="say \"hi\""]"#);
        check(&[field("a.b"), field("c[0]"), field("")], r#""a.b"."c[0]"."""#);
    }

    #[test]
    fn refuses_what_is_no_path() {
        for text in ["", "a.", ".a", "a..b", "a[", "a[]b", "a[b=]", "a[b=c", "a[b=c;d]e", "a]", "\"a", "a[b,c]"] {
            assert!(text.parse::<Path>().is_err(), "{text}");
        }
    }

    fn any_text() -> impl Strategy<Value = String> {
        prop_oneof![any::<String>(), "[a-c0-9.=,\\[\\]\"\\\\ /+-]{0,5}"]
    }

    fn any_segment() -> impl Strategy<Value = Segment> {
        let value = prop_oneof![any::<i64>().prop_map(KeyValue::Int), any_text().prop_map(KeyValue::Text)];
        prop_oneof![
            any_text().prop_map(Segment::Field),
            any_text().prop_map(Segment::Key),
            any::<usize>().prop_map(Segment::Index),
            prop::collection::vec((any_text(), value), 0..3).prop_map(Segment::Item),
        ]
    }

    proptest! {
        #[test]
        fn reads_back_what_it_writes(segments in prop::collection::vec(any_segment(), 0..5)) {
            let path = Path { segments };
            prop_assert_eq!(path.to_string().parse(), Ok(path));
        }

        #[test]
        fn survives_any_text(text in any_text()) {
            let _ = text.parse::<Path>();
        }
    }
}
