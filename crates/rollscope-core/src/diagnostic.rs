//! How a stage says that it could not read a part, and keeps the rest.

use std::fmt;

use serde::{Serialize, Serializer};

/// One thing that could not be read, or not as it stands.
///
/// It is shown as `all.yaml:812:9: error: the object has no metadata.name`, and serialized as
/// `{severity, code, message, hint, location: {source, line, column}}`.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What it is, as code and parameters; it knows how severe it is.
    pub problem: Problem,
    /// Where it is.
    pub location: Location,
}

impl Diagnostic {
    /// A problem at a place.
    pub fn new(problem: Problem, location: Location) -> Self {
        Self { problem, location }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}: {}", self.location, self.problem.severity(), self.problem)
    }
}

impl Serialize for Diagnostic {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let said = DiagnosticData {
            severity: self.problem.severity(),
            code: self.problem.code().to_owned(),
            message: self.problem.to_string(),
            hint: self.problem.hint(),
            location: self.location.clone(),
        };
        said.serialize(serializer)
    }
}

/// What a [`Diagnostic`] looks like outside: its sentences in place of its parameters.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "Diagnostic"))]
pub(crate) struct DiagnosticData {
    severity: Severity,
    code: String,
    message: String,
    hint: Option<String>,
    location: Location,
}

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Severity {
    /// Something that is good to know; nothing is missing.
    Info,
    /// What was read may not be what was meant.
    Warning,
    /// A part could not be read and is missing.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// A place in a source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Location {
    /// Name of the source: a path, `-` for standard input, or what the page calls it.
    pub source: String,
    /// Line, from 1.
    #[cfg_attr(test, ts(type = "number"))]
    pub line: usize,
    /// Column in characters, from 1.
    #[cfg_attr(test, ts(type = "number"))]
    pub column: usize,
}

impl fmt::Display for Location {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}:{}", self.source, self.line, self.column)
    }
}

/// What a diagnostic is about, as code and parameters.
///
/// A new problem needs four lines: the variant, and an arm each in [`severity`](Problem::severity), [`code`](Problem::code),
/// [`hint`](Problem::hint) and the sentence.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Problem {
    /// The source holds nothing.
    EmptySource,
    /// The source is no text.
    Binary {
        /// What it looks like: `a gzip archive`, `binary data`.
        looks_like: &'static str,
    },
    /// The bytes are not what they should be in any Unicode encoding.
    NotUtf8 {
        /// How they were read instead: `Windows-1252`, or `UTF-8` and `UTF-16` with replacement characters.
        read_as: &'static str,
    },
    /// The source is UTF-16, which is read.
    Utf16,
    /// Lines end in CR LF, which is read as one line end.
    CarriageReturns,
    /// A line is so long that views may not show all of it.
    LongLine {
        /// Its length in bytes.
        bytes: usize,
    },
    /// The source ends before what it holds is complete.
    CutOff {
        /// What is incomplete: `a character`, `the list`.
        what: &'static str,
    },
    /// The text breaks the rules of its format.
    Syntax {
        /// `YAML` or `JSON`.
        format: &'static str,
        /// What is wrong, without a place.
        detail: String,
    },
    /// Text that belongs to no object stands between objects.
    StrayText,
    /// A key stands twice in one map.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// Maps and lists are nested too deep.
    TooDeep {
        /// [`Limits::depth`](crate::Limits::depth).
        limit: usize,
    },
    /// A document has too many nodes.
    TooManyNodes {
        /// [`Limits::nodes`](crate::Limits::nodes).
        limit: usize,
    },
    /// The aliases of a document stand for too much.
    TooManyAliases {
        /// [`Limits::aliases`](crate::Limits::aliases).
        limit: usize,
    },
    /// The source is too large.
    TooLarge {
        /// [`Limits::bytes`](crate::Limits::bytes).
        limit: usize,
    },
    /// There are too many objects.
    TooManyObjects {
        /// [`Limits::objects`](crate::Limits::objects).
        limit: usize,
    },
    /// Where an object should be stands something else.
    NotAnObject {
        /// What stands there: `a string`.
        found: &'static str,
    },
    /// An object lacks a field without which it cannot be placed, or the field is no string.
    Unidentified {
        /// `kind` or `metadata.name`.
        field: &'static str,
        /// What stands there, if something does: `a number`.
        found: Option<&'static str>,
    },
    /// A watch reported an error: it ended here, or missed something.
    WatchError {
        /// The message of its Status, or the reason or code if it has none.
        said: Option<String>,
    },
    /// An object was read more than once; the newest state counts.
    ReadTwice {
        /// Its kind.
        kind: String,
        /// Its namespace and name.
        object: String,
        /// How many further states of objects are older than the one that counts.
        others: usize,
    },
    /// A ReplicaSet of a Deployment has no revision annotation; it counts as revision 0.
    RevisionMissing {
        /// The ReplicaSet.
        replica_set: String,
    },
    /// A ReplicaSet's revision annotation is no whole number; it is left out of the history.
    RevisionNotANumber {
        /// The ReplicaSet.
        replica_set: String,
        /// The annotation.
        text: String,
    },
    /// Two ReplicaSets or ControllerRevisions of a workload have one number; kubectl lists one of them.
    RevisionDoubled {
        /// The number.
        number: i64,
        /// The one that is not listed.
        hidden: String,
        /// The one that is listed.
        listed: String,
    },
    /// A ControllerRevision holds no pod template.
    RevisionData {
        /// The ControllerRevision.
        name: String,
        /// What its data is instead, such as `a string`.
        found: &'static str,
    },
}

impl Problem {
    /// How much such a problem matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Utf16 | Self::CarriageReturns | Self::LongLine { .. } | Self::ReadTwice { .. } => Severity::Info,
            Self::NotUtf8 { .. }
            | Self::CutOff { .. }
            | Self::StrayText
            | Self::DuplicateKey { .. }
            | Self::WatchError { .. }
            | Self::RevisionMissing { .. }
            | Self::RevisionNotANumber { .. }
            | Self::RevisionDoubled { .. }
            | Self::RevisionData { .. } => Severity::Warning,
            Self::EmptySource
            | Self::Binary { .. }
            | Self::Syntax { .. }
            | Self::TooDeep { .. }
            | Self::TooManyNodes { .. }
            | Self::TooManyAliases { .. }
            | Self::TooLarge { .. }
            | Self::TooManyObjects { .. }
            | Self::NotAnObject { .. }
            | Self::Unidentified { .. } => Severity::Error,
        }
    }

    /// A stable name for programs, such as `empty-source`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::EmptySource => "empty-source",
            Self::Binary { .. } => "binary",
            Self::NotUtf8 { .. } => "not-utf8",
            Self::Utf16 => "utf-16",
            Self::CarriageReturns => "carriage-returns",
            Self::LongLine { .. } => "long-line",
            Self::CutOff { .. } => "cut-off",
            Self::Syntax { .. } => "syntax",
            Self::StrayText => "stray-text",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::TooDeep { .. } => "too-deep",
            Self::TooManyNodes { .. } => "too-many-nodes",
            Self::TooManyAliases { .. } => "too-many-aliases",
            Self::TooLarge { .. } => "too-large",
            Self::TooManyObjects { .. } => "too-many-objects",
            Self::NotAnObject { .. } => "not-an-object",
            Self::Unidentified { .. } => "unidentified",
            Self::WatchError { .. } => "watch-error",
            Self::ReadTwice { .. } => "read-twice",
            Self::RevisionMissing { .. } => "revision-missing",
            Self::RevisionNotANumber { .. } => "revision-not-a-number",
            Self::RevisionDoubled { .. } => "revision-doubled",
            Self::RevisionData { .. } => "revision-data",
        }
    }

    /// What a person can do about it, or what still holds, if there is something to say.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::EmptySource => "Check the command that wrote it: an export that failed leaves an empty file.",
            Self::Binary { .. } => "Give the text that kubectl printed, as YAML or JSON.",
            Self::NotUtf8 { .. } => "Names and values with other letters than a to z may look wrong.",
            Self::CutOff { .. } => {
                "Everything before the end is read; the last object may be incomplete. Check that the export ran to its end."
            }
            Self::Syntax { .. } => "Only this part is left out; other objects are read.",
            Self::DuplicateKey { .. } => "The last one holds, as for kubectl.",
            Self::TooManyNodes { .. } | Self::TooManyAliases { .. } | Self::TooDeep { .. } => {
                "No Kubernetes object looks like this; it is left out."
            }
            Self::TooLarge { .. } => "What stands before this place is read. Export fewer namespaces or kinds at a time.",
            Self::TooManyObjects { .. } => "The objects before this place are read. Export fewer namespaces or kinds at a time.",
            Self::Unidentified { field: "kind", .. } => {
                "Items of a list may only go without a kind if the list is typed, such as ReplicaSetList."
            }
            Self::WatchError { .. } => "What changed around this time may be missing. Watch again, or export the objects once more.",
            Self::RevisionMissing { .. } => "Somebody removed the annotation, or the ReplicaSet was not made by a Deployment.",
            Self::RevisionNotANumber { .. } => "Its template is still in the export; kubectl leaves it out of the history, too.",
            Self::RevisionDoubled { .. } => "The history is damaged: an undo to this number takes one of the two.",
            Self::RevisionData { .. } => "It is listed; it can neither be shown nor gone back to.",
            Self::Utf16 | Self::CarriageReturns | Self::LongLine { .. } => return None,
            Self::StrayText | Self::NotAnObject { .. } | Self::Unidentified { .. } | Self::ReadTwice { .. } => return None,
        };
        Some(hint.to_owned())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptySource => formatter.write_str("the file is empty"),
            Self::Binary { looks_like } => write!(formatter, "this is {looks_like}, not text"),
            Self::NotUtf8 { read_as: "Windows-1252" } => formatter.write_str("the text is not UTF-8; it is read as Windows-1252 (Latin-1)"),
            Self::NotUtf8 { read_as } => write!(formatter, "a character is not valid {read_as}; it is shown as \u{FFFD}"),
            Self::Utf16 => formatter.write_str("the text is UTF-16; it is read as such"),
            Self::CarriageReturns => formatter.write_str("lines end in CR LF; each is read as one line end"),
            Self::LongLine { bytes } => write!(formatter, "this line is {bytes} bytes long; it is read in full"),
            Self::CutOff { what } => write!(formatter, "the file ends in the middle of {what}"),
            Self::Syntax { format, detail } => write!(formatter, "not valid {format}: {detail}"),
            Self::StrayText => formatter.write_str("text between objects is skipped"),
            Self::DuplicateKey { key } => write!(formatter, "the key {key:?} stands twice in this map"),
            Self::TooDeep { limit } => write!(formatter, "maps and lists are nested deeper than {limit} levels"),
            Self::TooManyNodes { limit } => write!(formatter, "the document has more than {limit} values"),
            Self::TooManyAliases { limit } => write!(formatter, "the aliases of the document stand for more than {limit} values"),
            Self::TooLarge { limit } => write!(formatter, "the file is larger than {limit} bytes; the rest is not read"),
            Self::TooManyObjects { limit } => write!(formatter, "there are more than {limit} objects; the rest is not read"),
            Self::NotAnObject { found } => write!(formatter, "expected an object, found {found}"),
            Self::WatchError { said: Some(said) } => write!(formatter, "the watch reported an error: {said:?}"),
            Self::WatchError { said: None } => formatter.write_str("the watch reported an error without a message"),
            Self::ReadTwice { kind, object, others: 0 } => {
                write!(formatter, "{kind} {object} was read more than once; the newest state counts")
            }
            Self::ReadTwice { kind, object, others } => {
                write!(formatter, "{kind} {object} was read more than once, and so {others} times another; the newest state of each counts")
            }
            Self::RevisionMissing { replica_set } => {
                write!(formatter, "ReplicaSet {replica_set} has no revision number; it counts as revision 0")
            }
            Self::RevisionNotANumber { replica_set, text } => {
                write!(formatter, "the revision of ReplicaSet {replica_set} is {text:?}, not a number; it is left out of the history")
            }
            Self::RevisionDoubled { number, hidden, listed } => {
                write!(formatter, "{hidden} and {listed} both have revision {number}; the history lists {listed}")
            }
            Self::RevisionData { name, found } => write!(formatter, "ControllerRevision {name} holds no pod template: its data is {found}"),
            Self::Unidentified { field, found: None } => write!(formatter, "the object has no {field}"),
            Self::Unidentified { field, found: Some(found) } => write!(formatter, "{field} is {found}, not a string"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(problem: Problem, text: &str, json: &str) {
        let diagnostic = Diagnostic::new(problem, Location { source: "all.yaml".to_owned(), line: 812, column: 9 });
        assert_eq!(diagnostic.to_string(), text);
        assert_eq!(serde_json::to_string(&diagnostic).unwrap(), json);
    }

    #[test]
    fn shows_place_severity_and_sentence() {
        check(
            Problem::Unidentified { field: "metadata.name", found: None },
            "all.yaml:812:9: error: the object has no metadata.name",
            concat!(
                r#"{"severity":"error","code":"unidentified","message":"the object has no metadata.name","hint":null,"#,
                r#""location":{"source":"all.yaml","line":812,"column":9}}"#
            ),
        );
    }

    #[test]
    fn serializes_the_hint() {
        check(
            Problem::DuplicateKey { key: "app".to_owned() },
            "all.yaml:812:9: warning: the key \"app\" stands twice in this map",
            concat!(
                r#"{"severity":"warning","code":"duplicate-key","message":"the key \"app\" stands twice in this map","#,
                r#""hint":"The last one holds, as for kubectl.","location":{"source":"all.yaml","line":812,"column":9}}"#
            ),
        );
    }
}
