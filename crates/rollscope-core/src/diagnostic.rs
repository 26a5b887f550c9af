//! How a stage says that it could not read a part, and keeps the rest.

use std::fmt;

use serde::Serialize;

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

/// One thing that could not be read, or not as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// What it is, as code and parameters.
    pub problem: Problem,
    /// Where it is.
    pub location: Location,
}

/// What a diagnostic is about, as code and parameters.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Problem {
    /// The source holds nothing.
    EmptySource,
    /// The text breaks the rules of its format.
    Syntax {
        /// `YAML` or `JSON`.
        format: &'static str,
        /// What the parser says, without a place.
        detail: String,
    },
}

impl Problem {
    /// A stable name for programs, such as `empty-source`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::EmptySource => "empty-source",
            Self::Syntax { .. } => "syntax",
        }
    }

    /// What a person can do about it, if there is something.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::EmptySource => Some("Check the command that wrote it: an export that failed leaves an empty file.".to_owned()),
            Self::Syntax { .. } => None,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptySource => formatter.write_str("the file is empty"),
            Self::Syntax { format, detail } => write!(formatter, "this is not {format}: {detail}"),
        }
    }
}
