//! One text to frames: the parts of it that are read one by one.
//!
//! A frame is a document, or one item of a list. Frames are found by looking at the text only, so that a part that breaks hides no other,
//! and so that reading can pause between any two of them.

use std::ops::Range;

use crate::input::source::Fault;
use crate::input::{split_json, split_yaml};
use crate::limits::Limits;

/// A part of a text that is read on its own.
#[derive(Debug, PartialEq)]
pub(crate) enum Frame {
    /// A YAML document, or several where the text hides it.
    Yaml(Range<usize>),
    /// One JSON value.
    Json(Range<usize>),
    /// What looked like a JSON value and breaks; it may still be YAML in flow style.
    Broken(Range<usize>, Fault),
    /// A list begins whose items are the next frames.
    ListStart(List),
    /// One item of the list that began last. A YAML item is a sequence of one entry.
    Item(Range<usize>),
    /// The list that began last is over.
    ListEnd(usize),
    /// A part that cannot be read; the fault's offset counts from the start of the text.
    Fault(Fault),
}

/// What stands around the items of a list.
#[derive(Debug, PartialEq)]
pub(crate) struct List {
    pub(crate) format: Format,
    /// All of the list.
    pub(crate) document: Range<usize>,
    pub(crate) head: Head,
    /// Whether the items may not be where they seem to be.
    pub(crate) doubtful: bool,
}

/// What says which kind of list this is.
#[derive(Debug, PartialEq)]
pub(crate) enum Head {
    /// A sequence that stands alone.
    Bare,
    /// The YAML text before and behind the items, still to be read.
    Text(Range<usize>, Range<usize>),
    /// The fields `kind` and `apiVersion`.
    Fields { kind: Option<String>, api_version: Option<String> },
}

/// The format of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Format {
    /// YAML: one document or many.
    Yaml,
    /// JSON: one value or many, one behind the other.
    Json,
}

impl Frame {
    /// Where the frame ends, if it says so.
    pub(crate) fn end(&self) -> Option<usize> {
        match self {
            Self::Yaml(range) | Self::Json(range) | Self::Broken(range, _) | Self::Item(range) => Some(range.end),
            Self::ListEnd(end) => Some(*end),
            Self::ListStart(_) | Self::Fault(_) => None,
        }
    }
}

/// The format of a text and its frames, in order.
pub(crate) fn split(text: &str, limits: &Limits) -> (Format, Vec<Frame>) {
    if starts_as_json(text) { (Format::Json, split_json::split(text, limits)) } else { (Format::Yaml, split_yaml::split(text)) }
}

/// Whether a text begins as JSON does. YAML in flow style begins alike, but with a bare word.
pub(crate) fn starts_as_json(text: &str) -> bool {
    let text = text.trim_start();
    let inner = text.get(1..).unwrap_or_default().trim_start().chars().next();
    match text.chars().next() {
        Some('{') => matches!(inner, None | Some('"' | '}')),
        Some('[') => matches!(inner, None | Some('{' | '[' | '"' | ']')),
        _ => false,
    }
}

/// `kubectl cluster-info dump` writes logs between the objects, framed by such lines.
pub(crate) const LOGS_START: &str = "==== START logs for container ";
/// The end of such logs.
pub(crate) const LOGS_END: &str = "==== END logs for container ";

/// Where the logs that start at `offset` end: behind their last line, or at the end of the text.
pub(crate) fn logs_end(text: &str, offset: usize) -> usize {
    let mut at = offset;
    for line in text.get(offset..).unwrap_or_default().split_inclusive('\n') {
        at += line.len();
        if line.starts_with(LOGS_END) {
            return at;
        }
    }
    text.len()
}
